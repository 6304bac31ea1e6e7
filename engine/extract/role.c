// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/extract/role.h"
#include "engine/extract/extract_internal.h"

#include "engine/base/utf8.h"
#include "engine/core/unit.h"
#include "engine/extract/label_internal.h"
#include "engine/extract/role_internal.h"
#include "engine/extract/words.h"

enum {
    NEAR_BYTES = 72,       // a word further away says nothing of the number
    REST_BYTES = 400,      // and the verb of a change that is given twice is not further away
    FAR_SIDE_PENALTY = 36, // for the side where the language rarely puts the verb
    NOWHERE = 1000,
};

// How far the nearest word of each kind is.
typedef struct nearest {
    int up;
    int down;
    int share;
} nearest;

// "55.9%(98억 달러)나 증가", "121억 위안(2조 원)으로", "£12,000 (4.0%) higher": what stands in
// parentheses behind a number does not part it from its verb. Returns where the text goes on, and
// the first number behind it.
static size_t after_parenthesis(const bs_quantity_array *quantities, size_t *next, size_t end,
                                size_t high, bs_str text)
{
    size_t start = end < text.len && text.ptr[end] == ' ' ? end + 1 : end;
    bs_rune open = bs_utf8_decode(text, start);
    if (!bs__label_is_open(open.code)) return end;
    for (size_t at = start + open.len; at < high;) {
        bs_rune rune = bs_utf8_decode(text, at);
        at += rune.len;
        if (bs__label_is_open(rune.code)) return end;
        if (!bs__label_is_close(rune.code)) continue;
        while (*next < quantities->count && bs__label_start(&quantities->items[*next], text) < at)
            ++*next;
        return at;
    }
    return end;
}

static bs__spot spot_of(const bs_quantity_array *quantities, size_t first, size_t index,
                        const bs__passage *passage)
{
    bs_str text = passage->text;
    const bs_quantity *self = &quantities->items[index];
    size_t start = bs__label_start(self, text), end = bs__label_end(self, text);
    size_t low = start > NEAR_BYTES ? start - NEAR_BYTES : 0;
    size_t high = end + NEAR_BYTES < text.len ? end + NEAR_BYTES : text.len;
    while (low > 0 && ((unsigned char)text.ptr[low] & 0xC0) == 0x80)
        low--;
    while (high < text.len && ((unsigned char)text.ptr[high] & 0xC0) == 0x80)
        high++;
    // "跑输沪深300指数0.3个百分点": a name with digits parts no number from its words.
    size_t before_names = index;
    while (before_names > first && quantities->items[before_names - 1].kind == BS_KIND_IDENTIFIER)
        before_names--;
    if (before_names > first) {
        const bs_quantity *previous = &quantities->items[before_names - 1];
        size_t previous_end = bs__label_end(previous, text);
        if (previous_end > low) low = previous_end;
    }
    size_t next_index = index + 1;
    end = after_parenthesis(quantities, &next_index, end, high, text);
    if (next_index < quantities->count) {
        size_t next = bs__label_start(&quantities->items[next_index], text);
        if (next < high) high = next > end ? next : end;
    }
    low = bs_role__start_before(text, low, start);
    high = bs_role__stop_after(text, end, high);
    bs_str before = bs_str_slice(text, low, start), after = bs_str_slice(text, end, high);
    return (bs__spot){.before = before,
                      .after = after,
                      .rest = bs_str_slice(text, end, end + REST_BYTES),
                      .lead = bs_str_slice(text, 0, low),
                      .lang = passage->lang,
                      .words = &passage->words,
                      .before_hint = bs_words_hint(&passage->words, before),
                      .after_hint = bs_words_hint(&passage->words, after)};
}

bool bs_role__has_verb_behind(bs_lang lang)
{
    return lang == BS_LANG_KO || lang == BS_LANG_JA;
}

// "净利率9.6% 减速器放量": Chinese parts phrases by a space where it does not space its numbers.
static bool parts_phrases(const bs__spot *spot, size_t at)
{
    if (spot->lang != BS_LANG_ZH || spot->after.ptr[at] != ' ') return false;
    if (at == 0 && (spot->before.len == 0 || bs_str_ends(spot->before, BS_STR(" ")))) return false;
    return !bs_list_starts(bs_str_trim(bs_str_slice(spot->after, at, spot->after.len)),
                           "的|以上|以下|以内|左右|之多");
}

// The text behind the number up to the end of its clause.
static bs_str clause_after(const bs__spot *spot)
{
    bs_str after = spot->after;
    for (size_t at = 0; at < after.len;) {
        bs_rune rune = bs_utf8_decode(after, at);
        bool dots = rune.code == 0x2026 || rune.code == 0x22EF; // of a headline
        if (rune.code == ',' || rune.code == 0x3001 || rune.code == 0xFF0C || dots ||
            parts_phrases(spot, at)) {
            return bs_str_slice(after, 0, at);
        }
        at += rune.len;
    }
    return after;
}

// "减震器放量 产能利用率63.5%": the phrase that ends at the number, in the same way.
static bs_str phrase_before(const bs__spot *spot)
{
    enum { NAME_BYTES_MIN = 9 }; // three characters
    // "a sharp decline from polls in which 25% named it"
    size_t which =
        spot->lang == BS_LANG_EN ? bs_str_find(spot->before, BS_STR(" in which "), 0) : SIZE_MAX;
    if (which != SIZE_MAX) return bs_str_slice(spot->before, which, spot->before.len);
    bs_str phrase = bs_str_behind_last(spot->before, " ");
    bool parted = spot->lang == BS_LANG_ZH && phrase.len >= NAME_BYTES_MIN;
    return parted ? phrase : spot->before;
}

// "（5.4%）下降0.3个百分点", "的36.8%降低了4.4个百分点": a verb that a number follows at once is of
// that one.
static bool leads_on(const bs__spot *spot, size_t behind_verb)
{
    if (spot->lang != BS_LANG_ZH) return false;
    bs_str text = bs_str_slice(spot->rest, behind_verb, spot->rest.len);
    // "由3.9%下跌至2025年8月的3.8%": where it started.
    if (bs_list_starts(text, "到|至|为|為|成")) return true;
    bs_rune particle = bs_utf8_decode(text, 0);
    if (particle.code == 0x4E86 || particle.code == 0x7EA6)
        text = bs_str_slice(text, particle.len, text.len);
    return text.len > 0 && text.ptr[0] >= '0' && text.ptr[0] <= '9';
}

// "认为收入“减少”": a movement that stands in quotation marks by itself is what somebody says.
static bool is_said(const bs__spot *spot, bs_str side, bs_word_hit hit)
{
    return spot->lang == BS_LANG_ZH &&
           bs_list_ends(bs_str_slice(side, 0, hit.start), "“|「|『|\"") &&
           bs_list_starts(bs_str_slice(side, hit.end, side.len), "”|」|』|\"");
}

// "faster than projected in the fall": a season.
static bool is_season(const bs__spot *spot, bs_str side, bs_word_hit hit)
{
    static const char fronts[] = "in the |this |last |next |the |early |late ";
    static const char behind[] = " of| and | than| from| to | by | in ";
    bool fall = spot->lang == BS_LANG_EN &&
                bs_str_equal_nocase(bs_str_slice(side, hit.start, hit.end), BS_STR("fall"));
    bs_str front = bs_str_slice(side, 0, hit.start);
    bs_str rest = bs_str_slice(side, hit.end, side.len);
    return fall && bs_list_ends(front, fronts) &&
           (bs_list_ends(front, "in the ") || !bs_list_starts(rest, behind));
}

// "The 88.8% mark was a drop on the 89.6%": what the number is, and not how it moved.
static bool is_predicate(const bs__spot *spot, bs_word_hit hit)
{
    static const char fronts[] = " was a | was an | is a | is an | were a | represents a |"
                                 " represents an | represented a | represented an | marks a |"
                                 " marked a | marks an | marked an | means a | meant a ";
    return spot->lang == BS_LANG_EN &&
           bs_list_ends(bs_str_slice(spot->after, 0, hit.start), fronts);
}

// "strongly (47%) or somewhat (22%) favour an increase": a number that a bracket holds alone moves
// by no word behind that.
static bool is_alone_in_bracket(const bs__spot *spot)
{
    return spot->lang == BS_LANG_EN && bs_str_ends(spot->before, BS_STR("(")) &&
           bs_str_starts(spot->after, BS_STR(")"));
}

// Distance to the nearest word of `meaning` on either side, with the penalty for the odd side.
// Where the verb stands behind the number, a movement before it is that of another number.
static int distance(const bs__spot *spot, bs_meaning meaning)
{
    bs_word_hit hit;
    int best = NOWHERE;
    bool movement = meaning == BS_MEANS_UP || meaning == BS_MEANS_DOWN;
    if ((spot->after_hint >> meaning & 1) != 0 &&
        bs_words_first(spot->words, clause_after(spot), meaning, &hit) &&
        !(movement && (bs__spot_is_of_group(spot) || is_alone_in_bracket(spot))) &&
        !leads_on(spot, hit.end) && !is_said(spot, spot->after, hit) &&
        !(movement && is_predicate(spot, hit)) && !is_season(spot, spot->after, hit)) {
        int penalty = spot->lang == BS_LANG_ZH ? FAR_SIDE_PENALTY : 0;
        best = (int)hit.start + penalty;
    }
    if (movement && bs_role__has_verb_behind(spot->lang)) return best;
    bs_str before = movement ? phrase_before(spot) : spot->before;
    if ((spot->before_hint >> meaning & 1) != 0 &&
        bs_words_last(spot->words, before, meaning, &hit) &&
        !(is_said(spot, before, hit) && before.len > hit.end + strlen("”"))) {
        int penalty = bs_role__has_verb_behind(spot->lang) ? FAR_SIDE_PENALTY : 0;
        int found = (int)(before.len - hit.end) + penalty;
        if (found < best && !bs_role__describes(before, hit.start, hit.end)) best = found;
    }
    return best;
}

static void set_basis(bs_quantity *quantity, const bs__spot *spot)
{
    // "同比增长6.5%，环比增长1.1%": words in front go before those behind.
    if (bs__spot_in_before(spot, BS_MEANS_BASIS_PERIOD) ||
        (!bs__spot_in_before(spot, BS_MEANS_BASIS_YEAR) &&
         bs__spot_in_after(spot, BS_MEANS_BASIS_PERIOD))) {
        quantity->basis = BS_BASIS_PERIOD;
    } else if (bs__spot_in_before(spot, BS_MEANS_BASIS_YEAR) ||
               bs__spot_in_after(spot, BS_MEANS_BASIS_YEAR)) {
        quantity->basis = BS_BASIS_YEAR;
    } else if (bs__spot_in_before(spot, BS_MEANS_COMPARED) ||
               bs__spot_in_after(spot, BS_MEANS_COMPARED)) {
        quantity->basis = BS_BASIS_OTHER;
    }
}

void bs_role__set_movement(bs_quantity *quantity, bool falls, bs_role role, const bs__spot *spot)
{
    quantity->role = role;
    quantity->falls = falls;
    bool rate = quantity->kind == BS_KIND_PERCENT;
    bool plus = bs_list_starts(quantity->text, "+|＋"); // its own sign wins
    if (rate && quantity->falls && quantity->value.coefficient > 0 && !plus) {
        quantity->value = bs_decimal_negate(quantity->value);
    }
    set_basis(quantity, spot);
}

// What Japanese says directly behind a number, or once for several:
// "電気代は0.7%、都市ガス代は0.9%、 それぞれ下落した".
static void look_behind_in_japanese(nearest *near, const bs__spot *spot)
{
    bs_str verb = bs_role__behind_each(spot->rest);
    bs_word_hit hit;
    if (bs_word_first(verb, BS_MEANS_DOWN, &hit) && hit.start == 0) near->down = 0;
    if (bs_word_first(verb, BS_MEANS_UP, &hit) && hit.start == 0) near->up = 0;
    bs_str text = spot->words->text;
    size_t at = (size_t)(spot->before.ptr - text.ptr) + spot->before.len;
    if (bs_role__falls_behind(spot->after) || bs_role__worsens(text, at, spot->after))
        near->down = 0;
    else if (bs_role__rises_behind(spot->after))
        near->up = 0;
}

// "lower than a year earlier (4.4%)": what it is held against, in the bracket of its time.
static bool is_base_in_bracket(const bs__spot *spot)
{
    enum { TIME_BYTES_MAX = 40 };
    bs_str before = bs_str_trim(spot->before);
    if (spot->lang != BS_LANG_EN || !bs_str_ends(before, BS_STR("("))) return false;
    bs_str rest = bs_str_behind_last(before, " than ");
    return rest.len < before.len && rest.len < TIME_BYTES_MAX &&
           bs_list_starts(bs_str_trim(spot->after), ")");
}

static void set_percent_role(bs_quantity *quantity, const bs__spot *spot)
{
    if (bs__spot_is_level(spot) || is_base_in_bracket(spot)) return;
    if (spot->lang == BS_LANG_EN && !bs_str_equal(quantity->unit, BS_STR("%p")) &&
        bs_role__tells_opinion(spot->before, spot->after)) {
        quantity->role = BS_ROLE_SHARE;
        return;
    }
    nearest near = {
        distance(spot, BS_MEANS_UP),
        distance(spot, BS_MEANS_DOWN),
        distance(spot, BS_MEANS_SHARE),
    };
    // "3.1 percent (±1.2 percent)* below the rate of May".
    if (spot->lang == BS_LANG_EN) {
        bs_str behind = bs_str_trim(spot->rest);
        size_t close = bs_str_find(behind, BS_STR(")"), 0);
        if (bs_str_starts(behind, BS_STR("(")) && close != SIZE_MAX)
            behind = bs_str_slice(behind, close, behind.len);
        while (behind.len > 0 && strchr("*) ", behind.ptr[0]))
            behind = bs_str_slice(behind, 1, behind.len);
        if (bs_list_starts(behind, "below |less than |lower than |fewer than ")) near.down = 0;
        if (bs_list_starts(behind, "above |more than |higher than ")) near.up = 0;
        if (bs_list_starts(behind, "faster than |stronger than |quicker than ")) near.up = 0;
        if (bs_list_starts(behind, "slower than |weaker than ")) near.down = 0;
        if (bs_role__falls_beside(spot->before, spot->after)) near.down = 0;
    }
    if (spot->lang == BS_LANG_JA) look_behind_in_japanese(&near, spot);
    int8_t stands = spot->lang == BS_LANG_KO ? bs_role__stands_korean(spot) : 0;
    if (stands < 0) near.down = 0;
    if (stands > 0) near.up = 0;
    // "汽车制造业降12.6%": one character directly in front, as headlines have it.
    bool brief = spot->lang == BS_LANG_ZH;
    if (brief && bs_list_ends(spot->before, "降|跌|减|減|缩|挫|泻")) near.down = 0;
    if (brief && bs_list_ends(spot->before, "增|涨|漲|升")) near.up = 0;
    // "比上月末低0.2个百分点": how it stands to another.
    // "最低20%家庭", "至少20%": the end of a row, or a bound.
    static const char bounds[] = "最低|最高|最少|最多|至少|至多|较低|较高|偏低|偏高";
    if (bs_list_ends(spot->before, bounds)) brief = false;
    if (brief && bs_list_ends(spot->before, "低|低了|少|少了|慢|慢了|低约|少约|慢约|低近|少近"))
        near.down = 0;
    if (brief && bs_list_ends(spot->before, "高|高了|多|多了|快|快了|高约|多约|快约|高近|多近"))
        near.up = 0;
    int whole = distance(spot, BS_MEANS_WHOLE);
    if (whole < near.share) near.share = whole;
    int move = near.up < near.down ? near.up : near.down;
    bool point = bs_str_equal(quantity->unit, BS_STR("%p"));
    int8_t held = point ? bs__spot_stands_to_base(spot) : 0;
    if (held < 0) near.down = 0;
    if (held > 0) near.up = 0;
    bool rate_named = bs__spot_in_before(spot, BS_MEANS_GROWTH_RATE);
    if (point) {
        bs_role__set_movement(quantity, near.down < near.up, BS_ROLE_CHANGE, spot);
    } else if (rate_named) {
        if (bs__spot_is_end_point(spot)) near.up = near.down = NOWHERE;
        bs_role__set_movement(quantity, near.down < near.up, BS_ROLE_GROWTH, spot);
    } else if (move < NEAR_BYTES && move < near.share && !bs__spot_is_end_point(spot)) {
        bs_role__set_movement(quantity, near.down < near.up, BS_ROLE_GROWTH, spot);
    } else if (near.share < NEAR_BYTES || bs__spot_is_level_of_named(spot)) {
        // No part of a whole is below nought: "(경유 -12.0%)하여 전체 물가를" is a rate.
        quantity->role = quantity->value.coefficient < 0 ? BS_ROLE_GROWTH : BS_ROLE_SHARE;
    }
}

static bs_role role_by_kind(bs_kind kind)
{
    switch (kind) {
    case BS_KIND_RANK:
        return BS_ROLE_RANK;
    case BS_KIND_YEAR:
    case BS_KIND_DATE:
    case BS_KIND_ORDINAL:
    case BS_KIND_IDENTIFIER:
        return BS_ROLE_OTHER;
    default:
        return BS_ROLE_LEVEL;
    }
}

// "비중은 30%", "the share was 30%", "증가율은 3.2%": the rate is an indicator of its own, not a
// detail of an amount before it.
static bool is_named_rate(const bs_quantity_array *quantities, size_t first, size_t index,
                          const bs__passage *passage)
{
    bs_role role = quantities->items[index].role;
    if (role != BS_ROLE_GROWTH && role != BS_ROLE_SHARE) return false;
    bs__spot around = spot_of(quantities, first, index, passage);
    // "うち女性の割合は31％": a topic of its own.
    bool own = passage->lang == BS_LANG_JA && role == BS_ROLE_SHARE &&
               bs_list_ends(around.before, "割合は|比率は|構成比は|シェアは|比重は|率は") &&
               !bs_list_ends(around.before, "占める割合は|占めるシェアは|占める比率は");
    if (own) return true;
    if (role == BS_ROLE_GROWTH) {
        bs_word_hit hit;
        bool hinted = around.before_hint >> BS_MEANS_GROWTH_RATE & 1;
        if (!hinted || !bs_words_last(around.words, around.before, BS_MEANS_GROWTH_RATE, &hit))
            return false;
        // ", an increase of 7.1%" stands in apposition to an amount.
        if (bs_list_ends(bs_str_trim(bs_str_slice(around.before, 0, hit.start)), " a| an"))
            return false;
        bs_str word = bs_str_slice(around.before, hit.start, hit.end);
        return !bs_words_in(around.words, word, BS_MEANS_BASIS_YEAR) &&
               !bs_words_in(around.words, word, BS_MEANS_BASIS_PERIOD);
    }
    return bs__spot_in_before(&around, BS_MEANS_SHARE_NAME) &&
           !bs__spot_in_before(&around, BS_MEANS_WHOLE) &&
           !bs__spot_in_after(&around, BS_MEANS_SHARE);
}

// "fell by 15,000 (0.1%)", "fell 80 points, or 1.2%": the change once more, as a rate.
static bool repeats_change(const bs_quantity *quantity, const bs__spot *around)
{
    const bs_quantity *previous = quantity - 1;
    bs_str between = bs_str_trim(around->before);
    if (around->lang == BS_LANG_EN && bs_list_starts(between, "points|point"))
        between = bs_str_trim(bs_str_slice(between,
                                           bs_str_find(between, BS_STR("t"), 0) + 1 +
                                               bs_str_starts(between, BS_STR("points")),
                                           between.len));
    // "跌311点或1.18%"
    if (around->lang == BS_LANG_ZH && bs_list_starts(between, "点"))
        between = bs_str_slice(between, strlen("点"), between.len);
    static const char words[] = "or|, or|or nearly|, or nearly|or about|, or about|or almost|"
                                ", or almost|or roughly|, or roughly|or around|, or around|"
                                "or just over|, or just over|or more than|, or more than|"
                                "或|，或|或约|，或约|或近|，或近";
    bool other = bs_list_is(between, words);
    return previous->role == BS_ROLE_CHANGE && bs_role__is_rate(quantity) &&
           (other || (bs__label_is_open(bs_utf8_decode(between, 0).code) && between.len <= 4));
}

// "up 4.0%, or $12 million": the rate once more, as an amount.
static bool repeats_rate(const bs_quantity *quantity, const bs__spot *around)
{
    bool amount = quantity->kind == BS_KIND_CURRENCY || quantity->kind == BS_KIND_QUANTITY;
    return around->lang == BS_LANG_EN && amount && quantity[-1].role == BS_ROLE_GROWTH &&
           bs_list_is(bs_str_trim(around->before), "or|, or|, or about|, or some|, or nearly");
}

static void set_role(bs_quantity_array *quantities, size_t first, size_t index,
                     const bs__passage *passage)
{
    bs_quantity *self = &quantities->items[index];
    if (passage->lang == BS_LANG_EN && passage->table == 0)
        bs_role__read_points(quantities, first, index, passage->text);
    self->role = role_by_kind(self->kind);
    if (self->role != BS_ROLE_LEVEL || !self->valued) return;
    bs__spot around = spot_of(quantities, first, index, passage);
    if (bs_list_ends(around.before, "±|± |+/-|+/- |plus or minus ")) {
        self->role = BS_ROLE_OTHER; // a margin of error
        return;
    }
    if (index > first && repeats_change(self, &around)) {
        self->role = BS_ROLE_GROWTH;
        self->basis = self[-1].basis;
        self->falls = self[-1].falls;
        bool turn = self->falls && self->value.coefficient > 0;
        if (turn) self->value = bs_decimal_negate(self->value);
    } else if (self->kind == BS_KIND_PERCENT) {
        bool part = index > first && bs_role__is_share_of_count(self, &around);
        if (part)
            self->role = BS_ROLE_SHARE;
        else
            set_percent_role(self, &around);
    } else if (index > first &&
               bs_role__converts(quantities, first, index, &around, passage->text)) {
        self->role = BS_ROLE_CONVERSION;
    } else if (index > first && repeats_rate(self, &around)) {
        self->role = BS_ROLE_CHANGE;
        self->basis = self[-1].basis;
        self->falls = self[-1].falls;
    } else {
        bs_role__set_amount(self, &around);
    }
}

void bs__set_roles(bs_quantity_array *quantities, size_t first, const bs__passage *passage)
{
    bs_str text = passage->text;
    bs_lang lang = passage->lang;
    for (size_t i = first; i < quantities->count; i++)
        set_role(quantities, first, i, passage);
    bs__share_role(quantities, first, text);
    bs__set_apposed_shares(quantities, first, passage);
    bs_role__read_brackets(quantities, first, text, lang);
    bs__share_movement(quantities, first, text, lang);
    if (lang == BS_LANG_EN) bs_role__share_verb(quantities, first, text);
    if (lang == BS_LANG_KO) bs__share_verb_behind(quantities, first, text);
    bs_role__share_verb_of_list(quantities, first, text, lang);
    bs_role__share_verb_of_names(quantities, first, text, lang);
    bs_role__share_verb_of_pairs(quantities, first, text, lang);
    bs__share_shares(quantities, first, text);
    if (lang == BS_LANG_JA) bs_role__repeat_signs(quantities, first, text);
    for (size_t i = first; i < quantities->count; i++) {
        bs_quantity *self = &quantities->items[i];
        bool belongs = self->role == BS_ROLE_GROWTH || self->role == BS_ROLE_SHARE ||
                       self->role == BS_ROLE_CHANGE;
        if (belongs && self->of == BS_NO_QUANTITY &&
            !is_named_rate(quantities, first, i, passage)) {
            self->of = bs_role__level_for(quantities, first, i, text, lang);
        }
    }
}
