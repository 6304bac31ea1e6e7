// SPDX-License-Identifier: GPL-3.0-or-later
// Japanese: the side of a thing that a number tells, where its name says only the thing: real and
// nominal, at an annual rate, by head, of men and of women, what it contributes. Two numbers that
// differ in that must not have one name.
#include "engine/base/utf8.h"
#include "engine/extract/extract_internal.h"
#include "engine/extract/label_internal.h"
#include "engine/extract/numeral.h"
#include "engine/extract/role.h"
#include "engine/extract/words.h"

enum { GAP_BYTES_MAX = 180, NAME_BYTES_MAX = 90, REACH_COUNT_MAX = 24 };

typedef struct facets {
    bs__job *job;
    bs_quantity_array *all;
    size_t first;
    bs_str text;
    bs_str measure; // that the last parenthesis has named: "（寄与度0.34）"
    bs_str unit;    // of its number, where that is an amount
    bs_str side;    // and the side that it has told: "（名目2.8％増）"
} facets;

// The text between number `index` and the one before it, in one sentence.
static bs_str gap_before(const facets *f, size_t index)
{
    const bs_quantity *self = &f->all->items[index];
    size_t end = bs__label_start(self, f->text);
    size_t start = index > f->first ? bs__label_end(self - 1, f->text) : 0;
    if (start > end) start = end;
    if (end - start > GAP_BYTES_MAX) start = end - GAP_BYTES_MAX;
    while (start < end && ((unsigned char)f->text.ptr[start] & 0xC0) == 0x80)
        start++;
    return bs_str_behind_last(bs_str_slice(f->text, start, end), "。|\n");
}

static bool is_named(const bs_quantity *quantity)
{
    bool labelled = quantity->kind == BS_KIND_QUANTITY || quantity->kind == BS_KIND_PERCENT ||
                    quantity->kind == BS_KIND_CURRENCY || quantity->kind == BS_KIND_RANGE;
    return labelled && (quantity->indicator.len > 0 || quantity->subject.len > 0);
}

static bool is_nameless(const bs_quantity *quantity)
{
    return quantity->kind == BS_KIND_QUANTITY || quantity->kind == BS_KIND_CURRENCY;
}

// What a parenthesis names in front of its number: "寄与度" of "（寄与度は"; empty for no measure.
static bs_str measure_in(bs_str inside)
{
    static const char measures[] = "寄与度|シェア|構成比|割合|回答率|増減率|伸び率|利益率|達成率|"
                                   "占有率|比率|普及率|進捗率|稼働率|利用率|充足率";
    while (bs_list_ends(inside, "は|が|：|:|約| |＋|＝"))
        inside =
            bs_str_slice(inside, 0, inside.len - bs_utf8_decode_before(inside, inside.len).len);
    return bs_list_ends(inside, measures) && inside.len <= NAME_BYTES_MAX ? inside : (bs_str){0};
}

// "（1人当たり旅行支出12万円）": an amount of what stands in front of the parenthesis.
static bs_str amount_in(bs_str inside)
{
    static const char measures[] = "支出|単価|消費額|売上高|売上額|給与|価格|泊数|件数|人数|台数|"
                                   "戸数|面積|生産額|出荷額|輸出額|輸入額|所得|利益|残高";
    bool named = bs_list_ends(inside, measures) && inside.len <= NAME_BYTES_MAX &&
                 !bs_list_starts(inside, "うち|前|同|対");
    return named ? inside : (bs_str){0};
}

// The member of a couple that stands last in a text, as a word of its own; the other one in *other.
static bs_str side_in(bs_str gap, bs_str *other)
{
    static const struct {
        bs_str word;
        bs_str other;
    } sides[] = {{BS_STR_INIT("名目"), BS_STR_INIT("実質")},
                 {BS_STR_INIT("実質"), BS_STR_INIT("名目")},
                 {BS_STR_INIT("年率"), {NULL, 0}}};
    static const char behind[] = "では|で|は|も|が|の|、|前|同|（|(|換算|＋|+|▲|マイナス|約| ";
    bs_str found = {0};
    for (size_t i = 0; i < BS_COUNT(sides); i++) {
        for (size_t at = 0; (at = bs_str_find(gap, sides[i].word, at)) != SIZE_MAX;) {
            size_t end = at + sides[i].word.len;
            bs_str rest = bs_str_slice(gap, end, gap.len);
            bool word = rest.len == 0 || bs_list_starts(rest, behind);
            if (word && (found.len == 0 || gap.ptr + at > found.ptr)) {
                found = bs_str_slice(gap, at, end);
                *other = sides[i].other;
            }
            at = end;
        }
    }
    return found;
}

// "9.9％の上昇（寄与度0.34）", and "（同0.06）" behind that: what is told in the parenthesis of the
// thing in front of it.
static void name_aside(facets *f, size_t index)
{
    bs_quantity *self = &f->all->items[index];
    bs_str gap = gap_before(f, index), inside = bs_str_behind_last(gap, "（|(");
    bool open = inside.len < gap.len && !bs_str_has_any(inside, "）|)");
    if (!open || index == f->first) return;
    bs_str measure = measure_in(inside);
    bool again = bs_str_equal(inside, BS_STR("同")) || bs_str_equal(inside, BS_STR("同約"));
    if (!again) {
        bs_str other;
        bool amount = measure.len == 0 && self->kind != BS_KIND_PERCENT;
        if (amount) measure = amount_in(inside);
        f->unit = amount ? self->unit : (bs_str){0};
        f->measure = measure;
        f->side = side_in(inside, &other);
    }
    bool alike = f->unit.len == 0 || bs_str_equal(f->unit, self->unit);
    if (again && alike) measure = f->measure;
    const bs_quantity *outer = self - 1;
    while (outer > &f->all->items[f->first] && bs__label_is_time(outer))
        outer--;
    if (measure.len == 0 || !is_named(outer)) return;
    self->subject = outer->subject.len > 0 ? outer->subject : outer->indicator;
    self->indicator = measure;
}

// "1人当たり", "1世帯当たりでは": the measure that an amount is divided by, at the end of a gap.
static bs_str divisor_in(bs_str gap)
{
    size_t len;
    while (bs_list_ends(gap, "では|で|は|の|約|、"))
        gap = bs_str_slice(gap, 0, gap.len - (bs_list_ends(gap, "では") ? 6 : 3));
    if (!bs_list_ends(gap, "人当たり|人あたり|世帯当たり|世帯あたり|株当たり|戸当たり|社当たり|"
                           "件当たり|1日平均|１日平均|1日当たり"))
        return (bs_str){0};
    bs_str name = bs_str_behind_last(gap, "、|（|(|）|。| |は|が|を|で|に|の");
    for (size_t at = 0; at < name.len; at += bs_utf8_decode(name, at).len) {
        if (bs_digit_at(name, at, &len) >= 0) return name;
    }
    return (bs_str){0};
}

// "実質（連鎖方式）" of what an earlier number names: "名目県内総生産".
static bs_str named_by_side(const facets *f, size_t index, bs_str side, bs_str other)
{
    bs_str own = f->all->items[index].indicator;
    bool bare =
        bs_str_starts(own, side) &&
        (own.len == side.len || bs_list_starts(bs_str_slice(own, side.len, own.len), "（|("));
    for (size_t i = index; bare && i-- > f->first && index - i < REACH_COUNT_MAX;) {
        bs_str name = f->all->items[i].indicator;
        if (bs_str_find(name, other, 0) != SIZE_MAX) return name;
    }
    return own;
}

static void append(facets *f, bs_quantity *self, bs_str word)
{
    if (self->indicator.len == 0 || self->indicator.len > NAME_BYTES_MAX ||
        bs_str_find(self->indicator, word, 0) != SIZE_MAX)
        return;
    bs_str made = bs_arena_format(f->job->arena, "%.*s（%.*s）", BS_STR_ARG(self->indicator),
                                  BS_STR_ARG(word));
    if (made.ptr != NULL) self->indicator = made;
}

// Takes the name of the levels before number `index` that have its unit, where they have one.
static void borrow_level(facets *f, size_t index)
{
    bs_quantity *self = &f->all->items[index];
    const bs_quantity *found = NULL;
    for (size_t i = index; i-- > f->first && index - i < REACH_COUNT_MAX;) {
        const bs_quantity *other = &f->all->items[i];
        if (!is_named(other) || other->role != BS_ROLE_LEVEL || other->indicator.len == 0 ||
            !bs_str_equal(other->unit, self->unit))
            continue;
        bool same = found == NULL || bs_str_equal(found->indicator, other->indicator);
        if (!same) return;
        found = other;
    }
    if (found != NULL) bs__label_take(self, found);
}

// "消費支出は、実質で2.7％の減少、名目で0.3％の増加".
static void name_side(facets *f, size_t index)
{
    bs_quantity *self = &f->all->items[index];
    bs_str gap = gap_before(f, index), other = {0};
    bs_str side = side_in(gap, &other);
    // An amount is nominal where nothing is said.
    if (bs_str_equal(side, BS_STR("名目")) && bs_str_find(f->text, other, 0) == SIZE_MAX) return;
    if (side.len == 0 && bs_list_ends(gap, "（同|(同")) side = f->side;
    if (side.len > 0) {
        if (other.len > 0) self->indicator = named_by_side(f, index, side, other);
        size_t at = other.len > 0 ? bs_str_find(self->indicator, other, 0) : SIZE_MAX;
        if (at == SIZE_MAX) {
            append(f, self, side);
            return;
        }
        bs_str front = bs_str_slice(self->indicator, 0, at),
               rest = bs_str_slice(self->indicator, at + other.len, self->indicator.len);
        bs_str made = bs_arena_format(f->job->arena, "%.*s%.*s%.*s", BS_STR_ARG(front),
                                      BS_STR_ARG(side), BS_STR_ARG(rest));
        if (made.ptr != NULL) self->indicator = made;
        return;
    }
    bs_str divisor = divisor_in(gap);
    // "1人当たりでは126人": of what the number before it measures.
    if (divisor.len > 0 && (self->indicator.len == 0 || bs_str_equal(self->indicator, divisor)))
        borrow_level(f, index);
    if (divisor.len > 0) append(f, self, divisor);
}

// What is told of both: "就業者" of "男性の就業者".
static bs_str of_both(bs_str indicator)
{
    bool one = bs_list_starts(indicator, "男性の|女性の|男子の|女子の");
    return one ? bs_str_slice(indicator, strlen("男性の"), indicator.len) : indicator;
}

static bool is_sex(bs_str name)
{
    static const char sexes[] = "男性|女性|男|女|男子|女子";
    return bs_list_is(name, sexes);
}

// "就業者数は6811万人。男性は3706万人": of what the nearest number before it in its unit measures,
// or what the sentence is about.
static void name_sex(facets *f, size_t index)
{
    bs_quantity *self = &f->all->items[index];
    if (!is_sex(self->indicator) || self->subject.len > 0) return;
    for (size_t i = index; i-- > f->first && index - i < REACH_COUNT_MAX;) {
        const bs_quantity *other = &f->all->items[i];
        bool same = is_named(other) && bs_str_equal(other->unit, self->unit) &&
                    other->role != BS_ROLE_SHARE && other->indicator.len > 0 &&
                    !is_sex(other->indicator);
        if (!same) continue;
        self->subject = self->indicator;
        self->indicator = of_both(other->indicator);
        return;
    }
    bs_str topic = bs__label_topic(f->text, bs__label_start(self, f->text), BS_LANG_JA);
    if (topic.len == 0 || is_sex(topic)) return;
    self->subject = self->indicator;
    self->indicator = topic;
}

// "寄与度をみると、設備投資が0.3％、外需が0.7％": what each of a list has contributed.
static void name_contribution(facets *f, size_t index)
{
    static const bs_str words[] = {BS_STR_INIT("寄与度をみると"), BS_STR_INIT("寄与度を見ると"),
                                   BS_STR_INIT("寄与度でみると"), BS_STR_INIT("寄与度で見ると"),
                                   BS_STR_INIT("寄与度は、"),     BS_STR_INIT("寄与度では、")};
    bs_quantity *self = &f->all->items[index];
    bool rate = bs_str_equal(self->unit, BS_STR("%")) || bs_str_equal(self->unit, BS_STR("%p"));
    if (!rate || self->subject.len > 0 || self->indicator.len == 0) return;
    if (bs_str_find(self->indicator, BS_STR("寄与"), 0) != SIZE_MAX) return;
    size_t start = bs__label_start(self, f->text);
    size_t low = start > 4 * GAP_BYTES_MAX ? start - 4 * GAP_BYTES_MAX : 0;
    bs_str sentence = bs_str_slice(f->text, bs_role__start_before(f->text, low, start), start);
    for (size_t i = 0; i < BS_COUNT(words); i++) {
        size_t at = bs_str_find(sentence, words[i], 0);
        if (at == SIZE_MAX || self->indicator.ptr < sentence.ptr + at) continue;
        self->subject = self->indicator;
        self->indicator = bs_str_slice(sentence, at, at + strlen("寄与度"));
        return;
    }
}

// "「満足」とする者の割合", "「負担だ」と答えた人": what has been answered is a part of the name.
static void name_answer(facets *f, bs_quantity *self)
{
    enum { QUOTED_BYTES_MAX = 90 };
    static const char begins[] =
        "企業|会社|人|者|世帯|回答|学生|親|する|した|答え|回答|思|考え|感じ|いう|みる|見る|評価";
    bs_str name = self->indicator, text = f->text;
    bool inside = name.len > 0 && name.ptr > text.ptr && name.ptr < text.ptr + text.len;
    if (!inside || !bs_list_starts(name, begins)) return;
    size_t start = (size_t)(name.ptr - text.ptr), stop = start + name.len;
    bs_str front = bs_str_slice(text, 0, start);
    if (bs_list_ends(front, "と")) front.len -= strlen("と");
    // "「転嫁できている」企業": who has answered so, without a particle.
    bool beside = bs_list_starts(name, "企業|会社|人|者|世帯|回答|学生|親");
    if ((front.len == start && !beside) || !bs_str_ends(front, BS_STR("」"))) return;
    for (size_t at = front.len - strlen("」"); at > 0 && front.len - at < QUOTED_BYTES_MAX;) {
        bs_rune rune = bs_utf8_decode_before(front, at);
        at -= rune.len;
        if (rune.len == 0 || rune.code == 0x300D || rune.code == 0x3002) return;
        if (rune.code == 0x300C) {
            self->indicator = bs_str_slice(text, at, stop);
            return;
        }
    }
}

// "有効求人倍率(季節調整値)", "求人倍率[全数]": without what is told in a bracket at the end.
static bs_str before_bracket(bs_str name)
{
    if (!bs_list_ends(name, ")|）|]|］|〕")) return name;
    for (size_t at = 0; at < name.len; at += bs_utf8_decode(name, at).len) {
        bs_str rest = bs_str_slice(name, at, name.len);
        if (bs_list_starts(rest, "(|（|[|［|〔")) return bs_str_slice(name, 0, at);
    }
    return name;
}

// "TOPIXは0.19ポイント安": points of an index are no percentage points.
static void settle_points(const facets *f, size_t index)
{
    bs_quantity *self = &f->all->items[index];
    static const char indices[] = "指数|株価|日経平均|インデックス|ナスダック|TOPIX|"
                                  "ＴＯＰＩＸ|ダウ|S&P500|ハンセン|DAX|FTSE100";
    bool points = bs_str_equal(self->unit, BS_STR("%p")) &&
                  bs_list_ends(self->text, "ポイント|㌽") &&
                  !bs_list_ends(self->text, "%ポイント|％ポイント");
    if (!points) return;
    // "合計特殊出生率は1.15で0.05ポイント低下": a rate that is no percentage.
    bs_str name = self->indicator;
    bool times = bs_list_ends(before_bracket(name), "倍率");
    const bs_quantity *level = self->of < index ? &f->all->items[self->of] : self;
    for (size_t i = index; level == self && i-- > f->first && index - i < 4;) {
        const bs_quantity *other = &f->all->items[i];
        if (is_named(other) && bs_str_equal(other->indicator, self->indicator)) level = other;
    }
    bool rate = bs_list_ends(name, "率|係数|指標") && bs_str_equal(level->unit, BS_STR("1"));
    if (!rate && !times && !bs_list_ends(name, indices)) return;
    bool sign = bs_list_starts(self->text, "-|−|－|▲|△|マイナス");
    if (!sign && self->value.coefficient < 0) self->value = bs_decimal_negate(self->value);
    self->unit = times ? BS_STR("count:倍") : rate ? BS_STR("1") : BS_STR("index");
    self->kind = BS_KIND_QUANTITY;
}

void bs__label_facets(bs__job *job, const bs__passage *passage, size_t first)
{
    if (passage->lang != BS_LANG_JA || passage->table > 0) return;
    facets f = {.job = job, .all = &job->out->quantities, .first = first, .text = passage->text};
    for (size_t i = first; i < f.all->count; i++) {
        bs_quantity *self = &f.all->items[i];
        name_aside(&f, i);
        if (!is_named(self)) {
            if (is_nameless(self)) name_side(&f, i);
            continue;
        }
        name_answer(&f, self);
        name_contribution(&f, i);
        name_sex(&f, i);
        name_side(&f, i);
        settle_points(&f, i);
    }
}
