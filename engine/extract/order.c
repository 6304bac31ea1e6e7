// SPDX-License-Identifier: GPL-3.0-or-later
// Ranks, ordinals and numbers in names: 1위, 第3位, 제9회, 10주년, 39호, 21st, 상위 10위, 前十.
#include "engine/base/utf8.h"
#include "engine/extract/guard_internal.h"
#include "engine/extract/phrase_table.h"
#include "engine/extract/scan_internal.h"
#include "engine/extract/words.h"

// What stands behind the number. `value` of a phrase is an index into orders.
typedef struct order {
    const char *unit;
    bs_kind kind;
    const char *rule;
} order;

enum {
    ORDER_RANK,
    ORDER_YEAR,
    ORDER_CENTURY,
    ORDER_SELF, // the unit is "ordinal:" and the word itself
    ORDER_NAME,
    ORDER_ARTICLE, // an ordinal behind 제 or 第 only
    ORDER_BEST,    // the first n of an order
    ORDER_SKIP,    // looks like one and is none
};

static const order orders[] = {
    [ORDER_RANK] = {"rank", BS_KIND_RANK, "rank"},
    [ORDER_YEAR] = {"year", BS_KIND_ORDINAL, "anniversary"},
    [ORDER_CENTURY] = {"century", BS_KIND_ORDINAL, "century"},
    [ORDER_SELF] = {"ordinal:", BS_KIND_ORDINAL, "ordinal"},
    [ORDER_NAME] = {"ordinal:", BS_KIND_IDENTIFIER, "number in a name"},
    [ORDER_ARTICLE] = {"ordinal:", BS_KIND_ORDINAL, "ordinal"},
    [ORDER_BEST] = {"rank", BS_KIND_RANK, "top n"},
};

static const bs__phrase behind_words[] = {
    P("위", KO, ORDER_RANK),
    P("위안", KO, ORDER_SKIP),
    P("위원", KO, ORDER_SKIP),
    P("번째", KO, ORDER_SELF),
    P("째", KO, ORDER_SELF),
    P("주년", KO, ORDER_YEAR),
    P("세기", KO, ORDER_CENTURY),
    P("단계", KO, ORDER_SELF),
    P("차", KO, ORDER_SELF),
    P("차례", KO, ORDER_SKIP),
    P("차로", KO, ORDER_SKIP),
    P("차선", KO, ORDER_SKIP),
    P("호", KO, ORDER_NAME),
    P("호기", KO, ORDER_NAME),
    P("호선", KO, ORDER_NAME),
    P("회차", KO, ORDER_SELF),
    P("주차", KO, ORDER_SELF),
    P("분위", KO, ORDER_SELF),
    P("년차", KO, ORDER_SELF),
    P("학년", KO, ORDER_SELF),
    P("조", KO, ORDER_ARTICLE),
    P("항", KO, ORDER_ARTICLE),
    P("장", KO, ORDER_ARTICLE),
    P("절", KO, ORDER_ARTICLE),
    P("그룹", KO, ORDER_ARTICLE),
    P("기", KO, ORDER_ARTICLE),
    P("회", KO, ORDER_ARTICLE),
    P("章", ZH | JA, ORDER_ARTICLE),
    P("条", ZH | JA, ORDER_ARTICLE),
    P("节", ZH, ORDER_ARTICLE),
    P("期", ZH | JA, ORDER_ARTICLE),
    P("年生", JA, ORDER_SELF),
    P("编", ZH, ORDER_ARTICLE),
    P("項", JA, ORDER_ARTICLE),
    P("款", ZH, ORDER_ARTICLE),
    P("次", ZH, ORDER_ARTICLE),
    P("급", KO, ORDER_SELF),
    P("번지", KO, ORDER_NAME),
    P("번길", KO, ORDER_NAME),
    P("등급", KO, ORDER_SELF),
    P("세대 이동통신", KO, ORDER_SELF),
    P("周年", ZH | JA, ORDER_YEAR),
    P("世纪", ZH, ORDER_CENTURY),
    P("世紀", ZH | JA, ORDER_CENTURY),
    P("号", ZH | JA, ORDER_NAME),
    P("號", ZH, ORDER_NAME),
    P("号线", ZH, ORDER_NAME),
    P("级", ZH, ORDER_SELF),
    P("級", ZH | JA, ORDER_SELF),
    P("阶段", ZH, ORDER_SELF),
    P("年级", ZH, ORDER_SELF),
    P("强", ZH, ORDER_BEST),
    P("強", ZH, ORDER_BEST),
    P("位", JA, ORDER_RANK),
    P("番目", JA, ORDER_SELF),
    P("番", JA, ORDER_NAME),
    P("回目", JA, ORDER_SELF),
    P("度目", JA, ORDER_SELF),
    P("つ目", JA, ORDER_SELF),
    P("年目", JA, ORDER_SELF),
    P("人目", JA, ORDER_SELF),
    P("件目", JA, ORDER_SELF),
    P("段階", JA, ORDER_SELF),
    P("等", JA, ORDER_SELF),
    P("位置", JA, ORDER_SKIP),
    P("号機", JA, ORDER_NAME),
    P("番地", JA, ORDER_NAME),
    P("次", JA, ORDER_SELF),
    P("次元", JA, ORDER_SKIP),
    P("代目", JA, ORDER_SELF),
    P("代", JA, ORDER_SELF),
};

// In front of the n of a "top n". `value` tells which words may stand behind the number.
// 세계 100대 are the first hundred, 세계 2위 is the second place alone.
enum { FRONT_ALONE = 1, FRONT_GREAT = 2, FRONT_END = 4 };
static const bs__phrase top_fronts[] = {
    P("상위", KO, FRONT_GREAT | FRONT_END),
    P("하위", KO, FRONT_GREAT | FRONT_END),
    P("세계", KO, FRONT_GREAT),
    P("글로벌", KO, FRONT_GREAT),
    P("국내", KO, FRONT_GREAT),
    P("전국", KO, FRONT_GREAT),
    P("톱", KO, FRONT_ALONE),
    P("탑", KO, FRONT_ALONE),
    P("前", ZH, FRONT_ALONE),
    P("上位", JA, FRONT_ALONE),
    P("下位", JA, FRONT_ALONE),
    P("トップ", JA, FRONT_ALONE),
    P("ベスト", JA, FRONT_ALONE),
    P("ワースト", JA, FRONT_ALONE),
    P("top", BS_IN_ANY, FRONT_ALONE),
    P("top-", EN, FRONT_ALONE),
    P("bottom", EN, FRONT_ALONE),
    P("世界", ZH | JA, FRONT_GREAT),
    P("全球", ZH, FRONT_GREAT),
};
static const bs__phrase top_behind[] = {
    P("위", KO, FRONT_ALONE | FRONT_END),
    P("대", KO, FRONT_ALONE | FRONT_GREAT),
    P("名", ZH, FRONT_ALONE),
    P("位", ZH | JA, FRONT_ALONE),
    P("大", ZH, FRONT_ALONE),
    P("强", ZH, FRONT_ALONE | FRONT_GREAT),
    P("大", JA, FRONT_ALONE | FRONT_GREAT),
};

static const bs__phrase rank_fronts[] = {
    P("ranked", EN, 0), P("ranks", EN, 0), P("rank", EN, 0), P("ranking", EN, 0),
    P("排名", ZH, 0),   P("位居", ZH, 0),  P("名列", ZH, 0), P("居", ZH, 0),
    P("位列", ZH, 0),   P("排", ZH, 0),    P("列", ZH, 0),
};

// Of what the order is, between the verb and the place: 位列世界第五.
static const bs__phrase rank_bodies[] = {
    P("世界", ZH, 0), P("全球", ZH, 0), P("全国", ZH, 0), P("全省", ZH, 0), P("全市", ZH, 0),
    P("全区", ZH, 0), P("全县", ZH, 0), P("国内", ZH, 0), P("国际", ZH, 0), P("中国", ZH, 0),
    P("亚洲", ZH, 0), P("欧洲", ZH, 0), P("行业", ZH, 0), P("同业", ZH, 0), P("同类", ZH, 0),
    P("省内", ZH, 0), P("市内", ZH, 0), P("各省", ZH, 0),
};

static bool behind_rank_verb(const bs__scan *scan, size_t at)
{
    size_t back = bs__gap_back(scan->text, at);
    const bs__phrase *body = BS_PHRASE_BEFORE(rank_bodies, scan, back);
    if (body != NULL) back = bs__gap_back(scan->text, back - body->text.len);
    return BS_PHRASE_BEFORE(rank_fronts, scan, back) != NULL;
}

// 第一章 总则 at the start of a line is the number of a heading; 第一章介绍 speaks of one.
static bool is_heading(const bs__scan *scan, size_t at, bs_str word, size_t end)
{
    static const bs_str parts[] = {BS_STR_INIT("章"), BS_STR_INIT("节"), BS_STR_INIT("節"),
                                   BS_STR_INIT("编"), BS_STR_INIT("編"), BS_STR_INIT("篇"),
                                   BS_STR_INIT("장"), BS_STR_INIT("절"), BS_STR_INIT("편")};
    size_t front = bs__gap_back(scan->text, at);
    if (front > 0 && scan->text.ptr[front - 1] != '\n') return false;
    size_t behind = bs_gap_skip(scan->text, end);
    bool closed = behind > end || behind == scan->text.len ||
                  strchr(".:\n", scan->text.ptr[behind]) != NULL ||
                  bs__starts_at(scan->text, behind, BS_STR("：")) ||
                  bs__starts_at(scan->text, behind, BS_STR("．"));
    for (size_t i = 0; closed && i < BS_COUNT(parts); i++) {
        if (bs_str_equal(word, parts[i])) return true;
    }
    return false;
}

static bool is_whole(const bs_numeral *number)
{
    unsigned no = BS_NUMERAL_POINT | BS_NUMERAL_PARTS | BS_NUMERAL_PERCENT | BS_NUMERAL_SIGNED |
                  BS_NUMERAL_OVER | BS_NUMERAL_VAGUE | BS_NUMERAL_LETTER;
    return (number->flags & no) == 0;
}

static void fill(bs_item *item, const bs_numeral *number, const order *what, bs_str unit,
                 size_t end)
{
    item->kind = what->kind;
    item->valued = true;
    item->value = number->value;
    item->unit = unit;
    item->unit_power = number->power;
    item->digits_start = number->start;
    item->digits_end = number->plain_end;
    item->end = end;
    item->qualifier = what == &orders[ORDER_BEST] ? BS_AT_MOST : BS_EXACT;
    item->rule = what->rule;
}

static bool in_words_ok(const bs__scan *scan, const bs_numeral *number, size_t end)
{
    bs__sense sense = {.measured = true, .unit = BS_STR("ordinal"), .end = end};
    return bs__words_are_number(scan, number, &sense);
}

static bs_str ordinal_unit(const bs__scan *scan, const order *what, bs_str word)
{
    bs_str unit = bs_str_from(what->unit);
    if (!bs_str_ends(unit, BS_STR(":"))) return unit;
    if (scan->arena == NULL) return BS_STR("ordinal");
    bs_str made = bs_arena_format(scan->arena, "%s%.*s", what->unit, BS_STR_ARG(word));
    return made.ptr ? made : BS_STR("ordinal");
}

// "국내 136만 8,773대, 해외", "국내 30대를 팔았다": vehicles of a place, and not its first so many,
// "국내 500대 기업".
static bool counts_vehicles(const bs__scan *scan, const bs_numeral *number, size_t end)
{
    enum { ROUND = 100 };
    static const char behind[] = "를|,|(|)|로|가 |다|·|와 |씩|인|이며|였|.";
    if (scan->lang != BS_LANG_KO || !bs__ends_at(scan->text, end, BS_STR("대"))) return false;
    bool round =
        (number->flags & BS_NUMERAL_LARGE) == 0 && number->value.scale == 0 &&
        ((number->flags & BS_NUMERAL_GROUPED) == 0 || number->value.coefficient % ROUND == 0);
    return !round || bs_list_starts(bs_str_slice(scan->text, end, scan->text.len), behind);
}

static bool read_top(const bs__scan *scan, const bs_numeral *number, bs_item *item)
{
    size_t back = bs__gap_back(scan->text, number->start);
    const bs__phrase *front = BS_PHRASE_BEFORE(top_fronts, scan, back);
    if (front == NULL) return false;
    const bs__phrase *behind = BS_PHRASE_AT(top_behind, scan, bs_gap_skip(scan->text, number->end));
    size_t end = bs_gap_skip(scan->text, number->end) + (behind ? behind->text.len : 0);
    // 세계 5위권, 국내 3위 안에: the first five, the first three.
    static const bs__phrase within[] = {P("권", KO, 0), P("안에", KO, 0), P("내에", KO, 0),
                                        P("이내", KO, 0)};
    bool inside = behind != NULL && BS_PHRASE_AT(within, scan, bs_gap_skip(scan->text, end));
    if (behind != NULL && ((behind->value & front->value) || inside)) {
        if (!in_words_ok(scan, number, end) || counts_vehicles(scan, number, end)) return false;
        fill(item, number, &orders[ORDER_BEST], BS_STR("rank"), end);
        return true;
    }
    size_t len;
    bool of = bs_digit_at(scan->text, number->start, &len) >= 0 && // 居前5的省份
              bs__starts_at(scan->text, number->end, BS_STR("的"));
    static const char particles[] = "에|의|을|를|은|는|으로|로|과|와|안|권";
    bool hangul = bs__hangul_at(scan->text, number->end) &&
                  !bs_list_starts(bs_str_slice(scan->text, number->end, scan->text.len), particles);
    bool alone = front->value == FRONT_ALONE && (of || !bs__han_at(scan->text, number->end)) &&
                 !hangul && behind == NULL;
    bool whole = (number->flags & BS_NUMERAL_GROUPED) == 0 && number->tokens == 1;
    if (!alone || !whole || bs__letter_at(scan->text, number->end)) return false;
    bs__unit_here unit;
    bool measured = bs__unit_behind(&unit, scan, number->end);
    if (measured && unit.dimension != BS_DIM_COUNT_OF) return false;
    if (measured && scan->lang == BS_LANG_JA) return false; // "上位5か国", as "上位5社"
    fill(item, number, &orders[ORDER_BEST], BS_STR("rank"), number->end);
    return true;
}

// 21st, 3rd: the ending must be the one that the number has.
static bool read_english(const bs__scan *scan, const bs_numeral *number, bs_item *item)
{
    static const char *const endings[] = {"th", "st", "nd", "rd"};
    if ((number->flags & BS_NUMERAL_DIGITS) == 0 || number->tokens != 1) return false;
    int64_t last = number->value.coefficient % 10;
    int64_t teens = number->value.coefficient / 10 % 10;
    const char *ending = endings[last >= 1 && last <= 3 && teens != 1 ? last : 0];
    // "the 95 th percentile": raised letters that a page has set apart.
    bool apart = bs__starts_at(scan->text, number->end, BS_STR(" "));
    size_t at = number->end + (apart ? 1 : 0);
    bs_str here = bs_str_slice(scan->text, at, at + 2), own = bs_str_from(ending);
    if (apart ? !bs_str_equal(here, own) : !bs_str_equal_nocase(here, own)) return false;
    size_t end = at + 2;
    if (bs__letter_at(scan->text, end)) return false;
    static const bs__phrase nouns[] = {P("century", EN, ORDER_CENTURY),
                                       P("anniversary", EN, ORDER_YEAR),
                                       P("place", EN, ORDER_RANK)};
    const bs__phrase *noun = BS_PHRASE_AT(nouns, scan, bs_gap_skip(scan->text, end));
    size_t back = bs__gap_back(scan->text, number->start);
    const order *what = &orders[ORDER_SELF];
    if (noun != NULL) {
        what = &orders[noun->value];
        end = bs_gap_skip(scan->text, end) + noun->text.len;
    } else if (BS_PHRASE_BEFORE(rank_fronts, scan, back) != NULL) {
        what = &orders[ORDER_RANK];
    }
    bs_str unit = what == &orders[ORDER_SELF] ? BS_STR("ordinal") : bs_str_from(what->unit);
    fill(item, number, what, unit, end);
    return true;
}

// "702호(58.4%)가 단독주택": the share that a number of dwellings has.
static bool is_share_in_bracket(bs_str after)
{
    enum { BYTES_MAX = 12 };
    size_t at = 1;
    if (!bs_str_starts(after, BS_STR("("))) return false;
    while (at < after.len && at < BYTES_MAX &&
           (after.ptr[at] == '.' || (after.ptr[at] >= '0' && after.ptr[at] <= '9')))
        at++;
    return at > 1 && bs_str_starts(bs_str_slice(after, at, after.len), BS_STR("%)"));
}

// "2.6%(576호) 증가", "576호 감소", "512호로 전월(576호) 대비": dwellings, whose number has risen
// or fallen or is held against another.
static bool is_change_of_houses(const bs__scan *scan, size_t start, size_t end)
{
    bs_str before = bs_str_slice(scan->text, 0, start),
           after = bs_str_slice(scan->text, end, scan->text.len);
    bool held =
        bs_list_ends(before, "(") && bs_list_starts(after, ") 대비|)대비|)보다|) 보다|)에 비");
    if (is_share_in_bracket(after) || bs_list_ends(before, "총 |모두 |합계 |전체 ")) return true;
    return held || bs_list_ends(before, "%(|% (|%, |대비 |보다 ") ||
           bs_list_starts(after, " 증가| 감소| 늘| 줄|가 늘|가 줄|가 증가|가 감소|로 전월|로 전년|"
                                 "로 전분기|로 지난|로 작년|로 집계|로 나타|로 조사|로 늘|로 줄|"
                                 "로 증가|로 감소|(전월|(전년");
}

bool bs__order_behind(const bs__scan *scan, const bs_numeral *number, bs_item *item)
{
    if (!is_whole(number)) return false;
    item->start = number->start;
    if (read_top(scan, number, item) || read_english(scan, number, item)) return true;
    size_t from = bs_gap_skip(scan->text, number->end);
    const bs__phrase *word = BS_PHRASE_AT(behind_words, scan, from);
    if (word == NULL || word->value == ORDER_SKIP) return false;
    // "2회 추경예산": which of several, without 제 in front.
    bool budget = word->value == ORDER_ARTICLE && bs_str_equal(word->text, BS_STR("회")) &&
                  bs_list_starts(bs_str_slice(scan->text, from + word->text.len, scan->text.len),
                                 " 추경| 추가경정| 추가 경정| 정례회| 임시회");
    if (word->value == ORDER_ARTICLE && !budget) return false;
    // 2만호 and 3,500호 are dwellings, 1203호 is the name of one.
    unsigned great = BS_NUMERAL_LARGE | BS_NUMERAL_SMALL | BS_NUMERAL_GROUPED;
    size_t end = from + word->text.len;
    bool houses = bs_str_equal(word->text, BS_STR("호"));
    if (houses && ((number->flags & great) || is_change_of_houses(scan, number->start, end)))
        return false;
    if (from > number->end && !bs__korean_word_ends(scan->text, end)) return false;
    if (!in_words_ok(scan, number, end)) return false;
    const order *what = &orders[word->value];
    fill(item, number, what, ordinal_unit(scan, what, word->text), end);
    // 39,180호 are dwellings: what is numbered has no marks between thousands.
    bool dwellings = bs_str_equal(word->text, BS_STR("호")) && (number->flags & BS_NUMERAL_GROUPED);
    if (dwellings) {
        item->kind = BS_KIND_QUANTITY;
        item->unit = BS_STR("count:호");
        item->rule = "number and unit";
    }
    return true;
}

// The digits at `at` alone, without a scale behind them.
static bs_numeral whole_digits(const bs__scan *scan, size_t at)
{
    bs_numeral number = {0};
    size_t end = at;
    size_t len;
    while (bs_digit_at(scan->text, end, &len) >= 0)
        end += len;
    bool read = bs_numeral_read(&number, bs_str_slice(scan->text, 0, end), at, scan->lang);
    return read ? number : (bs_numeral){.start = at, .plain_end = at, .end = at};
}

// 제2024-15호: a number of two parts names something.
static size_t second_part(bs_str text, size_t at)
{
    size_t len;
    size_t end = at + 1;
    if (at >= text.len || text.ptr[at] != '-' || bs_digit_at(text, end, &len) < 0) return at;
    while (bs_digit_at(text, end, &len) >= 0)
        end += len;
    return second_part(text, end); // 第214-1-1図
}

// 제12조의2, 第5条の3: an article that was put in behind another.
static size_t branch_end(const bs__scan *scan, size_t at)
{
    static const bs_str joints[] = {BS_STR_INIT("의"), BS_STR_INIT("の"), BS_STR_INIT("之")};
    bs_str text = scan->text;
    if (!bs__ends_at(text, at, BS_STR("조")) && !bs__ends_at(text, at, BS_STR("条")) &&
        !bs__ends_at(text, at, BS_STR("條")))
        return at;
    for (size_t i = 0; i < BS_COUNT(joints); i++) {
        size_t end = at + joints[i].len, len;
        if (!bs__starts_at(text, at, joints[i]) || bs_digit_at(text, end, &len) < 0) continue;
        while (bs_digit_at(text, end, &len) >= 0)
            end += len;
        // "第252条の17の5": and one behind that.
        bool again = bs__starts_at(text, end, joints[i]) &&
                     bs_digit_at(text, end + joints[i].len, &len) >= 0;
        for (end += again ? joints[i].len : 0; again && bs_digit_at(text, end, &len) >= 0;)
            end += len;
        return end;
    }
    return at;
}

// 제9회, 第三届, 第 119 号: the word behind says of what.
static bool read_prefixed(bs__scan *scan, size_t at, size_t prefix, bs_item *item, size_t *end)
{
    bs_numeral number;
    bs_str text = scan->text;
    size_t from = bs_gap_skip(text, at + prefix);
    if (!bs_numeral_read(&number, text, from, scan->lang) || !is_whole(&number)) return false;
    // The 조 of 제12조 is an article, no scale.
    if (bs__ends_at(text, number.end, BS_STR("조"))) number = whole_digits(scan, from);
    bool hangul = bs__hangul_at(text, from);
    if (hangul || bs__kana_at(text, from)) return false;
    *item = (bs_item){.start = at};
    const order *what = &orders[ORDER_SELF];
    bs__unit_here unit;
    bs_str code = BS_STR("ordinal");
    size_t whole = bs__behind_listed_parts(text, second_part(text, number.end), from);
    size_t listed = bs__order_list_end(text, from);
    // "제1~3공장", "第1・2工場": the places that one word behind them is of.
    if (listed > whole && (bs__hangul_at(text, listed) || bs__han_at(text, listed))) whole = listed;
    bool named = whole > number.end;
    number.end = number.plain_end = whole;
    *end = number.end;
    const bs__phrase *word = BS_PHRASE_AT(behind_words, scan, bs_gap_skip(text, number.end));
    if (word != NULL && word->value <= ORDER_ARTICLE) {
        what = &orders[word->value];
        code = ordinal_unit(scan, what, word->text);
        *end = bs_gap_skip(text, number.end) + word->text.len;
    } else if (bs__unit_behind(&unit, scan, number.end)) {
        bs_str printed = bs_str_slice(text, bs_gap_skip(text, number.end), unit.end);
        bool rank = bs_str_equal(printed, BS_STR("位")) || bs_str_equal(printed, BS_STR("名"));
        what = rank ? &orders[ORDER_RANK] : what;
        code = rank ? BS_STR("rank") : ordinal_unit(scan, what, printed);
        *end = unit.end;
    } else if (behind_rank_verb(scan, at)) {
        what = &orders[ORDER_RANK];
        code = BS_STR("rank");
    }
    *end = branch_end(scan, *end);
    if (is_heading(scan, at, bs_str_slice(text, bs_gap_skip(text, number.end), *end), *end)) {
        *item = (bs_item){0};
        return true;
    }
    if (named) what = &orders[ORDER_NAME];
    fill(item, &number, what, code, *end);
    item->valued = !named;
    item->rule = named ? what->rule : what == &orders[ORDER_RANK] ? "rank" : "ordinal";
    return true;
}

// TOP10: the word and its n in one.
static bool read_glued_top(bs__scan *scan, size_t at, bs_item *item, size_t *end)
{
    bs_str word = bs_str_slice(scan->text, at, at + strlen("top"));
    bs_numeral number;
    if (!bs_str_equal_nocase(word, BS_STR("top")) || bs__letter_before(scan->text, at))
        return false;
    size_t from = at + word.len;
    size_t len;
    if (bs_digit_at(scan->text, from, &len) < 0) return false;
    if (!bs_numeral_read(&number, scan->text, from, scan->lang) || !is_whole(&number)) return false;
    if (bs__letter_at(scan->text, number.end)) return false;
    *item = (bs_item){.start = at};
    fill(item, &number, &orders[ORDER_BEST], BS_STR("rank"), number.end);
    *end = number.end;
    return true;
}

// "第一时间", "第三方", 第一人者: words in which nothing is counted.
static bool is_word_of_place(const bs__scan *scan, size_t at, size_t *end)
{
    static const bs__phrase words[] = {
        P("第一时间", ZH, 0),    P("第一手", ZH, 0),      P("第一线", ZH, 0),
        P("第三方", ZH, 0),      P("第三者", ZH | JA, 0), P("第一夫人", ZH, 0),
        P("第一书记", ZH, 0),    P("第一责任人", ZH, 0),  P("第一要务", ZH, 0),
        P("第一动力", ZH, 0),    P("第一资源", ZH, 0),    P("第一生产力", ZH, 0),
        P("第一線", JA, 0),      P("第一人者", JA, 0),    P("第一歩", JA, 0),
        P("第三セクター", JA, 0)};
    const bs__phrase *word = BS_PHRASE_AT(words, scan, at);
    if (word != NULL) *end = at + word->text.len;
    return word != NULL;
}

bool bs__order_read(bs__scan *scan, size_t at, bs_item *item, size_t *end)
{
    static const bs__phrase prefixes[] = {P("제", KO, 0), P("第", BS_IN_CJK, 0)};
    static const bs__phrase firsts[] = {P("첫 번째", KO, 0), P("첫번째", KO, 0), P("첫째", KO, 0)};
    const bs__phrase *first = BS_PHRASE_AT(firsts, scan, at);
    if (first != NULL && !bs__hangul_before(scan->text, at)) {
        *end = at + first->text.len;
        bs_numeral one = {.value = {1, 0}, .start = at, .plain_end = *end};
        *item = (bs_item){.start = at};
        fill(item, &one, &orders[ORDER_SELF], BS_STR("ordinal"), *end);
        return true;
    }
    if (bs__letter_at(scan->text, at)) return read_glued_top(scan, at, item, end);
    const bs__phrase *prefix = BS_PHRASE_AT(prefixes, scan, at);
    if (prefix == NULL) return false;
    *item = (bs_item){0};
    if (is_word_of_place(scan, at, end)) return true;
    bool goes_on = scan->taken == at && at > 0; // 제12조제3항
    if (bs__hangul_at(scan->text, at) && bs__hangul_before(scan->text, at) && !goes_on)
        return false;
    return read_prefixed(scan, at, prefix->text.len, item, end);
}
