// SPDX-License-Identifier: GPL-3.0-or-later
// A share without a word for it: "of which 100 million, or 30%, went abroad", "이 중 1,000명(30%)이
// 여성", "其中出口100亿元（30%）", "うち輸出は100億円（30%）". What tells it are the words for a
// part before the amount and the percentage in apposition to it.
#include "engine/core/out_of.h"
#include "engine/extract/extract_internal.h"
#include "engine/extract/label_internal.h"
#include "engine/extract/role.h"
#include "engine/extract/words.h"

enum { BETWEEN_BYTES_MAX = 24, BEHIND_BYTES_MAX = 24 };

static bool is_plain_percent(const bs_quantity *quantity)
{
    return quantity->valued && quantity->kind == BS_KIND_PERCENT &&
           bs_str_equal(quantity->unit, BS_STR("%")) && quantity->value.coefficient >= 0 &&
           quantity->text.ptr[0] >= '0' && quantity->text.ptr[0] <= '9';
}

static bool is_part(const bs_quantity *quantity)
{
    return quantity->valued && quantity->role == BS_ROLE_LEVEL &&
           (quantity->kind == BS_KIND_QUANTITY || quantity->kind == BS_KIND_CURRENCY);
}

static bool moves(const bs_words *words, bs_str part)
{
    static const bs_meaning meanings[] = {BS_MEANS_UP, BS_MEANS_DOWN, BS_MEANS_GROWTH_RATE,
                                          BS_MEANS_BASIS_YEAR, BS_MEANS_BASIS_PERIOD};
    uint32_t hint = bs_words_hint(words, part);
    for (size_t i = 0; i < BS_COUNT(meanings); i++) {
        bool hinted = (hint >> meanings[i] & 1) != 0;
        if (hinted && bs_words_in(words, part, meanings[i])) return true;
    }
    return false;
}

static bool is_parenthesis(bs_str before, bs_str behind)
{
    return (bs_str_equal(before, BS_STR("(")) || bs_str_equal(before, BS_STR("（"))) &&
           bs_list_starts(behind, ")|）");
}

// ", or 30%, ...": the words that put one name of a thing beside another, and a pause behind.
static bool is_other_name(bs_str before, bs_str behind, bs_lang lang)
{
    switch (lang) {
    case BS_LANG_EN:
        return bs_list_starts(before, ", or|or|, i.e.|i.e.|, that is") &&
               bs_list_starts(behind, ",|.|;|)| of ");
    case BS_LANG_KO:
        return bs_list_starts(before, ", 즉|즉");
    case BS_LANG_ZH:
        return bs_list_starts(before, "，即|,即|即");
    case BS_LANG_JA:
        return bs_list_starts(before, "、すなわち|すなわち|、つまり|つまり");
    default:
        return false;
    }
}

// "41.3m, 10.0% of revenue", "(50.0% of revenue)", "(매출의 10.0%)", "（占收入的10%）": what it is
// a share of is named.
static bool names_its_whole(bs_str before, bs_str behind, bs_lang lang)
{
    bool aside = bs_list_starts(before, "(|（");
    if (lang == BS_LANG_EN) {
        bool other = bs_str_equal(before, BS_STR(",")) || bs_str_equal(before, BS_STR(", or")) ||
                     bs_str_equal(before, BS_STR("or")) || bs_str_equal(before, BS_STR("("));
        return other && bs_list_starts(behind, " of ") && behind.len > strlen(" of ") &&
               ((behind.ptr[4] | 0x20) >= 'a' && (behind.ptr[4] | 0x20) <= 'z');
    }
    return aside && bs_list_ends(before, "의|の|的") && bs_list_starts(behind, ")|）");
}

// "9,920 of them, or 40%": the words for a part behind it. Returns what follows them.
static bs_str skip_of_them(bs_str before, bs_lang lang, bool *announced)
{
    bs_word_hit hit;
    *announced =
        lang == BS_LANG_EN && bs_word_first(before, BS_MEANS_OF_WHICH, &hit) && hit.start == 0;
    return *announced ? bs_str_trim(bs_str_slice(before, hit.end, before.len)) : before;
}

// "，完成预算60亿元的40%", "，占总产值60亿元的20%": the clause in front of a whole tells what has
// been reached in front of that, which the percentage is of.
static bool is_of_whole(bs_quantity_array *quantities, size_t first, size_t index, bs_str text)
{
    static const char fronts[] = "完成|为|占|约占|仅占|只占|约为|相当于|达到|达|是|实现";
    bs_quantity *self = &quantities->items[index];
    if (!bs_role__is_whole(quantities, index - 1, text)) return false;
    bs_str front = bs_str_slice(text, 0, bs__label_start(self - 1, text));
    bs_str clause = bs_str_trim(bs_str_behind_last(front, "，|；|。|、"));
    if (!bs_list_starts(clause, fronts)) return false;
    self->role = BS_ROLE_SHARE;
    self->of = bs_role__level_for(quantities, first, index, text, BS_LANG_ZH);
    if (self->of < index) return true;
    self->role = BS_ROLE_LEVEL;
    self->of = BS_NO_QUANTITY;
    return false;
}

// "목표 3만 호의 82%인 2만 4,600호", "응답자 1,200명 중 45%인 540명", "1200人中，45%即540人": the
// amount behind is what is so many percent of the one in front.
static bool leads_to_part(bs_quantity_array *quantities, size_t index, bs_str text)
{
    static const char joints[] =
        "인|인 약|에 해당하는|에 달하는|에 이르는|に当たる|にあたる|に相当する|即|，即|（|(|、";
    bs_quantity *self = &quantities->items[index], *part = self + 1;
    if (index + 1 >= quantities->count || !is_part(part) || !is_part(self - 1) ||
        !bs_str_equal(part->unit, self[-1].unit))
        return false;
    bs_str between = bs_str_trim(bs__label_between(self, part, text));
    bool out_of = bs_out_of_joins(bs__label_between(self - 1, self, text));
    bool joined = bs_list_is(between, joints) || (out_of && bs_list_is(between, "の"));
    if (!joined || !(out_of || bs_role__is_whole(quantities, index - 1, text))) return false;
    self->role = BS_ROLE_SHARE;
    self->of = index + 1;
    return true;
}

// "45% of the 1,200 respondents, or 540, were", "Of the 1,200 respondents, 45%, or 540, were": the
// part stands behind the whole and the share, as the share once more.
static void set_share_in_front(bs_quantity_array *quantities, size_t first, size_t index,
                               bs_str text)
{
    bs_quantity *self = &quantities->items[index];
    bool behind = index + 2 < quantities->count && is_part(self + 1) &&
                  bs_out_of_turns(bs__label_between(self, self + 1, text));
    bool opened = !behind && index > first && index + 1 < quantities->count && is_part(self - 1) &&
                  bs_out_of_opens(bs_str_slice(text, 0, bs__label_start(self - 1, text)));
    if (!behind && !opened) return;
    const bs_quantity *whole = behind ? self + 1 : self - 1, *part = behind ? self + 2 : self + 1;
    bool like = bs_str_equal(part->unit, whole->unit) || bs_str_equal(part->unit, BS_STR("1"));
    bs_str joint = bs_str_trim(bs__label_between(part - 1, part, text));
    bs_str word = bs_str_behind_last(joint, " "); // "respondents (" where the noun is no unit
    if (!is_part(part) || !like || !bs_role__same_sentence(text, self, part) ||
        !(bs_list_is(joint, ", or|or|(|, or about|or about|, or some|, or more than|, or over|"
                            ", or nearly|, or almost|, or just over|, or just under") ||
          bs_str_equal(word, BS_STR("("))))
        return;
    self->role = BS_ROLE_SHARE;
    self->of = index + (behind ? 2 : 1);
}

// "120곳 중 66곳(55%)", "Of the 120 schools, 66 (55%)": does number `whole` in front of number
// `part`, of one sentence, say what that is a part of?
static bool is_out_of(const bs_quantity_array *quantities, size_t whole, size_t part,
                      size_t sentence, bs_str text)
{
    const bs_quantity *self = &quantities->items[whole], *next = &quantities->items[part];
    size_t start = bs__label_start(self, text);
    bs_str between = bs_str_slice(text, bs__label_end(self, text), bs__label_start(next, text));
    bool opened = bs_out_of_opens(bs_str_slice(text, sentence, start));
    return opened || bs_out_of_joins(between);
}

// "66 of the 120 schools (55%)", "66 of 120 pupils, or 55%": the part stands in front.
static bool is_part_of_next(const bs_quantity_array *quantities, size_t first, size_t part,
                            bs_str text)
{
    const bs_quantity *self = &quantities->items[part], *whole = self + 1;
    bool like = bs_str_equal(self->unit, whole->unit) || bs_str_equal(self->unit, BS_STR("1"));
    return part >= first && is_part(self) && like &&
           bs_out_of_turns(bs__label_between(self, whole, text));
}

// "12만 대로 전체 60만 대의 20%이며", "1,860件で、県全体の2,480件の75%に達した": so many percent of
// an amount are the share of the one in front of it.
static bool is_share_of_amount(bs_quantity_array *quantities, size_t first, size_t index,
                               bs_str text, bs_lang lang)
{
    bs_quantity *self = &quantities->items[index];
    bool verb_behind = lang == BS_LANG_KO || lang == BS_LANG_JA;
    if (!verb_behind || !bs_role__is_whole(quantities, index - 1, text)) return false;
    size_t part = bs_role__level_for(quantities, first, index, text, lang);
    if (part >= index || !bs_str_equal(quantities->items[part].unit, self[-1].unit)) return false;
    self->role = BS_ROLE_SHARE;
    self->of = part;
    return true;
}

// Is quantities[index - 1] announced as a part, by words behind the amount that came before it, or
// as the next member of a list that was?
static bool is_announced(const bs_quantity_array *quantities, size_t first, size_t index,
                         size_t sentence, const bs__passage *passage)
{
    bs_str text = passage->text;
    size_t low = sentence, high = bs__label_start(&quantities->items[index - 1], text);
    for (size_t i = index - 1;
         i-- > first && bs__label_start(&quantities->items[i], text) >= sentence;) {
        if (quantities->items[i].role == BS_ROLE_SHARE) return true;
        if (!is_part(&quantities->items[i])) continue;
        if (is_out_of(quantities, i, index - 1, sentence, text)) return true;
        low = bs__label_end(&quantities->items[i], text);
        break;
    }
    return bs_words_in(&passage->words, bs_str_slice(text, low, high), BS_MEANS_OF_WHICH);
}

// "66명으로 55%였다", "66명인 55%가", "66人、55%が": the share behind a part that has been
// announced.
static bool is_told_again(bs_str before, bs_str behind, bs_lang lang)
{
    if (lang == BS_LANG_KO)
        return bs_list_is(before, "으로|로|으로,|로,|인|이며") &&
               bs_list_starts(behind,
                              "였|이었|이다|다.|를 |에 달|에 이르|에 그|에 불과|가 |는 |로 ");
    return lang == BS_LANG_JA && bs_list_is(before, "、|で|で、|と") &&
           bs_list_starts(behind, "が|だ|で|を|と|に|は|、");
}

static void set_share(bs_quantity_array *quantities, size_t first, size_t index,
                      const bs__passage *passage)
{
    bs_str text = passage->text;
    bs_lang lang = passage->lang;
    bs_quantity *self = &quantities->items[index];
    const bs_quantity *part = self - 1;
    size_t from = bs__label_end(part, text), to = bs__label_start(self, text),
           end = bs__label_end(self, text);
    if (to < from || to - from > BETWEEN_BYTES_MAX) return;
    bool announced;
    bs_str before = bs_str_trim(bs_str_slice(text, from, to));
    before = skip_of_them(before, lang, &announced);
    bs_str behind = bs_str_slice(text, end, end + BEHIND_BYTES_MAX);
    if (lang == BS_LANG_ZH && is_of_whole(quantities, first, index, text)) return;
    if (leads_to_part(quantities, index, text)) return;
    if (is_share_of_amount(quantities, first, index, text, lang)) return;
    bool aside = is_parenthesis(before, behind);
    // "66 (55%) of the 120 schools"
    bool whole_behind = aside && lang == BS_LANG_EN && bs_list_starts(behind, ") of the |) of ");
    if (names_its_whole(before, behind, lang)) {
        self->role = BS_ROLE_SHARE;
        self->of = index - 1;
        return;
    }
    size_t sentence = bs_role__start_before(text, 0, from);
    size_t stop = bs_role__stop_after(text, end, text.len);
    if (!aside && !is_other_name(before, behind, lang)) {
        announced = is_told_again(before, behind, lang) && index >= first + 2 &&
                    bs__label_start(part - 1, text) >= sentence && is_part(part - 1) &&
                    is_out_of(quantities, index - 2, index - 1, sentence, text);
        if (!announced) return;
    }
    bool turned = lang == BS_LANG_EN && index >= first + 2 &&
                  is_part_of_next(quantities, first, index - 2, text);
    // In parentheses behind a movement, it may be the rate of one.
    size_t low = aside ? sentence : to, high = turned ? to : stop;
    if (low < high && moves(&passage->words, bs_str_slice(text, low, high))) return;
    if (!announced && !turned && !whole_behind &&
        !is_announced(quantities, first, index, sentence, passage))
        return;
    self->role = BS_ROLE_SHARE;
    self->of = turned ? index - 2 : index - 1;
}

void bs__set_apposed_shares(bs_quantity_array *quantities, size_t first, const bs__passage *passage)
{
    for (size_t i = first; i < quantities->count; i++) {
        bs_quantity *self = &quantities->items[i];
        if (!is_plain_percent(self)) continue;
        bool free = self->role == BS_ROLE_SHARE && self->of == BS_NO_QUANTITY;
        if (free && i > first) (void)leads_to_part(quantities, i, passage->text);
        if (free && passage->lang == BS_LANG_EN)
            set_share_in_front(quantities, first, i, passage->text);
        if (self->role != BS_ROLE_LEVEL) continue;
        if (i > first && is_part(self - 1)) set_share(quantities, first, i, passage);
        if (passage->lang == BS_LANG_EN && self->role == BS_ROLE_LEVEL)
            set_share_in_front(quantities, first, i, passage->text);
    }
}

bool bs__has_own_aside(const bs_quantity *self, bs_str text)
{
    enum { TOPIC_CHARS_MAX = 24 };
    static const char topics[] = ")은 |)는 |)이 |)가 |)도 |）は|）が|）も|)は|)が|)も";
    const bs_quantity *aside = self - 1;
    size_t start = (size_t)(aside->text.ptr - text.ptr), end = start + aside->text.len;
    bs_str between = bs_str_slice(text, end, (size_t)(self->text.ptr - text.ptr));
    bool wide = bs_list_ends(bs_str_slice(text, 0, start), "（");
    bool open = wide || bs_list_ends(bs_str_slice(text, 0, start), "(");
    size_t name = start - (wide ? strlen("（") : 1);
    // "13.5%(47억 달러)가 늘고 수입은 9.9%": the amount of a rate is no aside to a name.
    bool named = open && name > 0 && text.ptr[name - 1] != ' ' &&
                 !(text.ptr[name - 1] >= '0' && text.ptr[name - 1] <= '9') &&
                 !bs_list_ends(bs_str_slice(text, 0, name), "%|％|%p|%P|포인트|ポイント");
    bool amount = aside->kind == BS_KIND_CURRENCY || aside->kind == BS_KIND_QUANTITY;
    return named && amount && aside->role == BS_ROLE_LEVEL && bs_list_starts(between, topics) &&
           bs_utf8_count(between) <= TOPIC_CHARS_MAX;
}
