// SPDX-License-Identifier: GPL-3.0-or-later
// When a numeral in words is a number, and when its characters are part of a word.
//
// 四川, 一般, 统一 and 이번 hold numeral characters; 五台, 三百米 and 스물여섯 명 are numbers. What
// tells them apart is what stands around: a unit or counter behind, a boundary in front, a scale
// inside, or nothing else in the text. Each language has its own rule below; when in doubt it is a
// word, because an invented number is worse than one that was missed.
#include "engine/base/utf8.h"
#include "engine/extract/phrase_table.h"
#include "engine/extract/scan_internal.h"
#include "engine/extract/words.h"

// In front of a single character these make a name or a place in an order: 东三省, 周三, 初一.
static const bs__phrase name_fronts[] = {
    P("东", ZH, 0),      P("东", JA, 0),      P("東", ZH | JA, 0), P("西", ZH | JA, 0),
    P("南", ZH | JA, 0), P("北", ZH | JA, 0), P("小", ZH | JA, 0), P("老", ZH, 0),
    P("初", ZH, 0),      P("周", ZH, 0),      P("週", ZH, 0),      P("星期", ZH, 0),
    P("礼拜", ZH, 0),    P("阿", ZH, 0),      P("统", ZH, 0),      P("統", ZH | JA, 0),
    P("唯", ZH | JA, 0), P("万", ZH | JA, 0), P("单", ZH, 0),      P("同", ZH, 0),
    P("均", JA, 0),      P("随", JA, 0),      P("其", ZH, 0),      P("逐", ZH | JA, 0),
    P("专", ZH, 0),      P("外", ZH, 0),      P("内", ZH, 0),
};

// Behind a numeral these make a word of it: 一般, 九十年代, 一人当たり, 一部.
static const bs__phrase word_behind[] = {
    P("年规划", ZH, 0),  P("年计划", ZH, 0),    P("年代", ZH | JA, 0),   P("年级", ZH, 0),
    P("年期", ZH, 0),    P("年一贯制", ZH, 0),  P("组数据", ZH, 0),      P("年生", JA, 0),
    P("部署", ZH, 0),    P("部分", ZH | JA, 0), P("人当", JA, 0),        P("人あ", JA, 0),
    P("部曲", ZH, 0),    P("次元", ZH | JA, 0), P("个别", ZH, 0),        P("件套", ZH, 0),
    P("名単", JA, 0),    P("所懸命", JA, 0),    P("生懸命", JA, 0),      P("种程度", ZH, 0),
    P("定", ZH | JA, 0), P("般", ZH | JA, 0),   P("系列", ZH, 0),        P("体", ZH | JA, 0),
    P("期一会", JA, 0),  P("家独大", ZH, 0),    P("方面", ZH | JA, 0),   P("个样", ZH, 0),
    P("次性", ZH, 0),    P("票否决", ZH, 0),    P("本木", JA, 0),        P("回り", JA, 0),
    P("連の", JA, 0),    P("个全面", ZH, 0),    P("位一体", ZH, 0),      P("个自信", ZH, 0),
    P("个意识", ZH, 0),  P("个维护", ZH, 0),    P("个确立", ZH, 0),      P("个代表", ZH, 0),
    P("个务必", ZH, 0),  P("次产业", ZH, 0),    P("次收入", ZH, 0),      P("次所得", JA, 0),
    P("次能源", ZH, 0),  P("次エネ", JA, 0),    P("次電池", ZH | JA, 0), P("次电池", ZH, 0),
    P("次産業", JA, 0),  P("次分配", ZH, 0),    P("次加工", ZH | JA, 0), P("次供", ZH | JA, 0),
    P("次补贴", ZH, 0),  P("大门类", ZH, 0),    P("个一百年", ZH, 0),    P("项规定", ZH, 0),
    P("年义务", ZH, 0),  P("年義務", ZH, 0),    P("年国教", ZH, 0),      P("年國教", ZH, 0),
    P("年規劃", ZH, 0),  P("年計劃", ZH, 0),    P("年級", ZH, 0),        P("年一貫", ZH, 0),
    P("年计画", ZH, 0),  P("年計畫", ZH, 0),    P("組數據", ZH, 0),      P("次產業", ZH, 0),
    P("次補貼", ZH, 0),  P("票否決", ZH, 0),    P("項規定", ZH, 0),      P("個全面", ZH, 0),
    P("個樣", ZH, 0),    P("個別", ZH, 0),      P("個中心", ZH, 0),      P("个中心", ZH, 0),
    P("층", KO, 0),      P("편으", KO, 0),
};

// Behind a bare numeral at the end of a clause: 这是五那是四, 五です.
static const bs__phrase closers[] = {
    P("这", ZH, 0), P("那", ZH, 0), P("而", ZH, 0),   P("和", ZH, 0),   P("与", ZH, 0),
    P("或", ZH, 0), P("也", ZH, 0), P("で", JA, 0),   P("です", JA, 0), P("と", JA, 0),
    P("を", JA, 0), P("は", JA, 0), P("また", JA, 0),
};
static const bs__phrase openers[] = {
    P("是", ZH, 0), P("为", ZH, 0), P("等于", ZH, 0), P("は", JA, 0), P("が", JA, 0),
};

// Native Korean counts that stand before a counter only.
enum { DETERMINER_MAX = 4 };

static bool at_edge(bs_str text, size_t at, bool front)
{
    bs_rune rune = front ? bs_utf8_decode_before(text, at) : bs_utf8_decode(text, at);
    if (rune.len == 0 || bs_rune_is_space(rune.code)) return true;
    bool letter = bs_rune_is_han(rune.code) || bs_rune_is_kana(rune.code) ||
                  bs_rune_is_hangul(rune.code) || bs_rune_is_latin(rune.code) ||
                  (rune.code >= '0' && rune.code <= '9');
    return !letter;
}

static bool whole_text(const bs__scan *scan, size_t start, size_t end)
{
    return bs__gap_back(scan->text, start) == 0 && bs_gap_skip(scan->text, end) == scan->text.len;
}

static bool quoted(const bs__scan *scan, size_t start, size_t end)
{
    static const bs_str pairs[][2] = {
        {BS_STR_INIT("「"), BS_STR_INIT("」")}, {BS_STR_INIT("“"), BS_STR_INIT("”")},
        {BS_STR_INIT("‘"), BS_STR_INIT("’")},   {BS_STR_INIT("『"), BS_STR_INIT("』")},
        {BS_STR_INIT("\""), BS_STR_INIT("\"")},
    };
    for (size_t i = 0; i < BS_COUNT(pairs); i++) {
        if (bs__ends_at(scan->text, start, pairs[i][0]) &&
            bs__starts_at(scan->text, end, pairs[i][1])) {
            return true;
        }
    }
    return false;
}

static bool is_one(const bs_numeral *number)
{
    return number->tokens == 1 && bs_decimal_equal(number->value, bs_decimal_from_int(1));
}

// 一个 and 一台 are mostly an article; at the start of the text, or behind 近 and 约, they count.
static bool one_counts(const bs__scan *scan, const bs_numeral *number, bs_str unit)
{
    static const char articles[] =
        "count:个|count:個|count:种|count:種|count:项|count:項|count:次|count:家";
    if (bs_list_is(unit, articles)) return false;
    if (number->start == 0 && scan->lang == BS_LANG_ZH) return true;
    return bs__qualifier_at(scan, number->start, number->start, BS_EXACT) != BS_EXACT;
}

// 五台山, 三门峡: a counter that is a part of names before a word of places.
static bool is_place_name(const bs__scan *scan, const bs__sense *sense)
{
    static const bs_str counters[] = {BS_STR_INIT("count:台"), BS_STR_INIT("count:门")};
    static const bs__phrase places[] = {
        P("山", ZH, 0), P("峡", ZH, 0), P("屯", ZH, 0), P("庄", ZH, 0),
        P("河", ZH, 0), P("县", ZH, 0), P("镇", ZH, 0), P("村", ZH, 0),
        P("沟", ZH, 0), P("岛", ZH, 0), P("島", ZH, 0), P("寺", ZH, 0),
    };
    for (size_t i = 0; i < BS_COUNT(counters); i++) {
        if (bs_str_equal(sense->unit, counters[i])) {
            return BS_PHRASE_AT(places, scan, sense->end) != NULL;
        }
    }
    return false;
}

// 二、三人 is two or three: a digit and the next one say no number.
static bool vague_pair(const bs__scan *scan, size_t start)
{
    static const bs_str digits[] = {BS_STR_INIT("一"), BS_STR_INIT("二"), BS_STR_INIT("三"),
                                    BS_STR_INIT("四"), BS_STR_INIT("五"), BS_STR_INIT("六"),
                                    BS_STR_INIT("七"), BS_STR_INIT("八"), BS_STR_INIT("九")};
    size_t mark = strlen("、");
    size_t behind = start + digits[0].len;
    bool last = bs__ends_at(scan->text, start, BS_STR("、"));
    bool first = bs__starts_at(scan->text, behind, BS_STR("、"));
    for (size_t i = 0; i < BS_COUNT(digits) && (first || last); i++) {
        if (!bs__starts_at(scan->text, start, digits[i])) continue;
        return (last && i > 0 && bs__ends_at(scan->text, start - mark, digits[i - 1])) ||
               (first && i + 1 < BS_COUNT(digits) &&
                bs__starts_at(scan->text, behind + mark, digits[i + 1]));
    }
    return false;
}

// "三四个", "五六家", "二三人": three or four, and not 34; 唯一一个 is the only one, and not 11.
static bool says_either(const bs_numeral *number, const bs__sense *sense)
{
    enum { TENS = 10, TWICE_ONE = 11 };
    bool counted = sense->counter || bs_str_starts(sense->unit, BS_STR("dur:"));
    bool two = (number->flags & BS_NUMERAL_SERIAL) != 0 && number->tokens == 2 &&
               number->value.scale == 0 && number->value.coefficient > TENS &&
               number->value.coefficient < TENS * TENS;
    if (!two || !counted) return false;
    int64_t first = number->value.coefficient / TENS, second = number->value.coefficient % TENS;
    return second == first + 1 || number->value.coefficient == TWICE_ONE;
}

static bool han_measured(const bs__scan *scan, const bs_numeral *number, const bs__sense *sense)
{
    if (says_either(number, sense)) return false;
    enum { GREAT_MAX = 12 };
    bool duration = bs_str_starts(sense->unit, BS_STR("dur:"));
    if (is_one(number) && (sense->counter || duration))
        return one_counts(scan, number, sense->unit);
    if (number->tokens == 1 && is_place_name(scan, sense)) return false;
    // 五大领域 are five; 二十大 is a congress.
    if (bs_str_equal(sense->unit, BS_STR("count:大"))) {
        return bs_decimal_compare(number->value, bs_decimal_from_int(GREAT_MAX)) <= 0;
    }
    return true;
}

static bool han_bare(const bs__scan *scan, const bs_numeral *number)
{
    enum { DAY_MAX = 31, AMOUNT_TOKENS_MIN = 4 };
    // “十一”黄金周: a day of the year by its digits.
    if (quoted(scan, number->start, number->end))
        return scan->lang != BS_LANG_ZH ||
               bs_decimal_compare(number->value, bs_decimal_from_int(DAY_MAX)) > 0;
    bool right =
        at_edge(scan->text, number->end, false) || BS_PHRASE_AT(closers, scan, number->end) != NULL;
    // "较九月的一百七十六亿三千二百万升…": so many digits and scales are no part of a word.
    bool amount = scan->lang == BS_LANG_ZH && number->tokens >= AMOUNT_TOKENS_MIN &&
                  (number->flags & BS_NUMERAL_LARGE) != 0 &&
                  (number->flags & BS_NUMERAL_SERIAL) == 0;
    if (!right && !amount) return false;
    static const bs__phrase dated[] = {P("月", ZH | JA, 0), P("双", ZH, 0), P("之", ZH, 0)};
    if (BS_PHRASE_BEFORE(dated, scan, number->start) != NULL) return false;
    bool scaled = (number->flags & (BS_NUMERAL_SMALL | BS_NUMERAL_LARGE)) != 0;
    if (scaled && number->tokens >= 2 && scan->lang != BS_LANG_KO) {
        return (number->flags & BS_NUMERAL_VAGUE) == 0;
    }
    bool opened = BS_PHRASE_BEFORE(openers, scan, number->start) != NULL;
    bool separated =
        scan->lang == BS_LANG_JA && bs__ends_at(scan->text, number->start, BS_STR("、"));
    return (opened || separated) && (number->flags & BS_NUMERAL_SERIAL) == 0;
}

// Words that begin with a numeral and go on like a unit.
static const bs__phrase words_here[] = {
    P("十分", ZH | JA, 0), P("千代", JA, 0),          P("千葉", JA, 0),     P("千対", JA, 0),
    P("万対", JA, 0),      P("十万対", JA, 0),        P("四国", JA, 0),     P("三重", JA, 0),
    P("一成不", ZH, 0),    P("百分", ZH, 0),          P("五分五", JA, 0),   P("七夕", ZH | JA, 0),
    P("八方", ZH | JA, 0), P("三位一体", ZH | JA, 0), P("四个自信", ZH, 0), P("零件", ZH, 0),
    P("零部", ZH, 0),      P("零组", ZH, 0),          P("零配", ZH, 0),     P("零头", ZH, 0),
    P("零点", ZH, 0),      P("五股区", ZH, 0),        P("五股工业", ZH, 0), P("七股区", ZH, 0),
    P("三台县", ZH, 0),    P("五棵松", ZH, 0),        P("九台区", ZH, 0),   P("九台市", ZH, 0),
    P("三元区", ZH, 0),    P("三元里", ZH, 0),        P("三元桥", ZH, 0),   P("三元股份", ZH, 0),
    P("五家渠", ZH, 0),    P("四方台", ZH, 0),        P("六枝特区", ZH, 0), P("七匹狼", ZH, 0),
    P("三只松鼠", ZH, 0),  P("二套房", ZH, 0),        P("二套住房", ZH, 0),
};

static bool han_sense(const bs__scan *scan, const bs_numeral *number, const bs__sense *sense)
{
    if (number->flags & BS_NUMERAL_FORMAL && number->tokens == 1) return false;
    if (number->tokens == 1 && BS_PHRASE_BEFORE(name_fronts, scan, number->start) != NULL)
        return false;
    if (BS_PHRASE_AT(word_behind, scan, number->end) != NULL) return false;
    // "零点研究", and no "零点五七个百分点"
    bool point = (number->flags & BS_NUMERAL_POINT) != 0;
    if (!point && BS_PHRASE_AT(words_here, scan, number->start) != NULL) return false;
    if (sense->measured) return han_measured(scan, number, sense);
    return han_bare(scan, number);
}

static bool kana_sense(const bs__scan *scan, const bs_numeral *number, const bs__sense *sense)
{
    if (bs__kana_before(scan->text, number->start) || bs__han_before(scan->text, number->start)) {
        return false;
    }
    bool money = sense->measured && bs_unit_dimension(sense->unit) == BS_DIM_MONEY;
    // しえん and ごえん are words of their own.
    bool yen = bs__starts_at(scan->text, number->end, BS_STR("えん"));
    if (number->tokens < 2) return money && !yen;
    return sense->measured || at_edge(scan->text, number->end, false);
}

// 세 개, 두 명, 여섯 마리; not 세대, 두부, 한국.
static bool native_sense(const bs__scan *scan, const bs_numeral *number, const bs__sense *sense)
{
    static const bs__phrase safe[] = {P("개", KO, 0), P("명", KO, 0), P("살", KO, 0),
                                      P("마리", KO, 0), P("건", KO, 0)};
    bool determiner = number->tokens == 1 &&
                      bs_decimal_compare(number->value, bs_decimal_from_int(DETERMINER_MAX)) <= 0;
    size_t from = bs_gap_skip(scan->text, number->end);
    if (sense->measured) {
        if (!bs__korean_word_ends(scan->text, sense->end)) return false;
        bool glued = from == number->end;
        bool common = BS_PHRASE_AT(safe, scan, from) != NULL;
        if (is_one(number)) return common;
        if (determiner && glued) return common || sense->end - from > strlen("개");
        return true;
    }
    static const bs__phrase nouns[] = {P("셋", KO, 0), P("넷", KO, 0), P("섯", KO, 0),
                                       P("곱", KO, 0), P("덟", KO, 0), P("홉", KO, 0)};
    if (BS_PHRASE_BEFORE(nouns, scan, number->end) == NULL) return false;
    return bs__korean_word_ends(scan->text, number->end);
}

// A digit alone is a word in nearly every place: 이 is "this", 일 "work", 사 "company". Only those
// that mean nothing else stand as the subject or the predicate of a sentence: 삼은, 영이다.
static const bs__phrase plain_digits[] = {P("영", KO, 0), P("삼", KO, 0), P("육", KO, 0),
                                          P("칠", KO, 0), P("팔", KO, 0)};
static bool sino_digit_stands(const bs__scan *scan, const bs_numeral *number)
{
    static const bs__phrase predicate[] = {P("이다", KO, 0), P("입니다", KO, 0)};
    if (BS_PHRASE_AT(plain_digits, scan, number->start) == NULL) return false;
    if (BS_PHRASE_AT(predicate, scan, number->end) != NULL) return true;
    return number->start == 0 && bs__starts_at(scan->text, number->end, BS_STR("은 "));
}

static bool sino_sense(const bs__scan *scan, const bs_numeral *number, const bs__sense *sense)
{
    enum { STANDING_TOKENS_MIN = 3, HANGUL_BYTES = 3 };
    // The hours that the sun shines.
    static const bs__phrase sunshine[] = {P("일조시간", KO, 0), P("일조 시간", KO, 0)};
    if (BS_PHRASE_AT(sunshine, scan, number->start) != NULL) return false;
    bool scaled = (number->flags & (BS_NUMERAL_SMALL | BS_NUMERAL_LARGE)) != 0;
    bool ends = bs__korean_word_ends(scan->text, sense->measured ? sense->end : number->end);
    bool glued = bs_gap_skip(scan->text, number->end) == number->end;
    size_t unit_bytes = sense->measured ? sense->end - number->end : 0;
    if (!scaled) {
        bool third = bs_decimal_compare(number->value, bs_decimal_from_int(3)) >= 0;
        if (sense->measured && !sense->counter && unit_bytes > 2 * HANGUL_BYTES)
            return third && ends;
        return sino_digit_stands(scan, number);
    }
    if (sense->measured) {
        bool lone_scale = number->tokens == 1 && (number->flags & BS_NUMERAL_BARE);
        bool ordinal = bs_str_equal(sense->unit, BS_STR("ordinal"));
        if (lone_scale && glued && (sense->counter || ordinal)) return false;
        return ends;
    }
    if (number->flags & BS_NUMERAL_VAGUE) return false;
    return ends && (number->tokens >= STANDING_TOKENS_MIN || (number->flags & BS_NUMERAL_POINT));
}

static bool english_sense(const bs_numeral *number, const bs__sense *sense)
{
    if (number->tokens >= 2 || (number->flags & BS_NUMERAL_PARTS)) return true;
    if (is_one(number)) {
        return sense->measured && !sense->counter && !bs_str_starts(sense->unit, BS_STR("dur:"));
    }
    return sense->measured;
}

// A Hangul numeral as the whole text: 천삼백 and 스물, but not 오일, 구, 만 or 일 (a day of the
// week).
static bool hangul_alone(const bs__scan *scan, const bs_numeral *number)
{
    if (number->flags & (BS_NUMERAL_SERIAL | BS_NUMERAL_VAGUE)) return false;
    if (number->tokens > 1) return true;
    if (number->flags & BS_NUMERAL_NATIVE) return native_sense(scan, number, &(bs__sense){0});
    return BS_PHRASE_AT(plain_digits, scan, number->start) != NULL;
}

// "(단위: 만 위안)", "（百万円）": a scale and a unit between brackets say what is counted.
static bool is_unit_label(const bs__scan *scan, const bs_numeral *number, size_t end)
{
    static const bs__phrase fronts[] = {
        P("(", BS_IN_ANY, 0), P("（", BS_IN_ANY, 0), P(":", BS_IN_ANY, 0), P("：", BS_IN_ANY, 0),
        P("[", BS_IN_ANY, 0), P("단위", KO, 0),      P("単位", JA, 0)};
    static const bs__phrase closes[] = {
        P(")", BS_IN_ANY, 0),  P("）", BS_IN_ANY, 0), P("]", BS_IN_ANY, 0), P(",", BS_IN_ANY, 0),
        P("、", BS_IN_ANY, 0), P("，", BS_IN_ANY, 0), P("/", BS_IN_ANY, 0), P("・", BS_IN_ANY, 0),
        P("·", BS_IN_ANY, 0),  P(";", BS_IN_ANY, 0),  P("／", BS_IN_ANY, 0)};
    if ((number->flags & BS_NUMERAL_BARE) == 0) return false;
    size_t back = bs__gap_back(scan->text, number->start), at = bs_gap_skip(scan->text, end);
    // "(2024년, 만 톤)": the last piece of a bracket.
    bool comma =
        bs__ends_at(scan->text, back, BS_STR(",")) || bs__ends_at(scan->text, back, BS_STR("，")) ||
        bs__ends_at(scan->text, back, BS_STR("、")) || bs__ends_at(scan->text, back, BS_STR("/")) ||
        bs__ends_at(scan->text, back, BS_STR("／"));
    if (comma)
        return bs__starts_at(scan->text, at, BS_STR(")")) ||
               bs__starts_at(scan->text, at, BS_STR("）"));
    if (BS_PHRASE_BEFORE(fronts, scan, back) == NULL) return false;
    return at == scan->text.len || BS_PHRASE_AT(closes, scan, at) != NULL;
}

bool bs__is_only_word(const bs__scan *scan, const bs_numeral *number)
{
    enum { DIGIT_MAX = 2 };
    bool plain = number->flags == BS_NUMERAL_WORDS && number->tokens == 1;
    return plain && number->value.scale == 0 && number->value.coefficient > 0 &&
           number->value.coefficient <= DIGIT_MAX && bs__hangul_at(scan->text, number->start);
}

bool bs__words_are_number(const bs__scan *scan, const bs_numeral *number, const bs__sense *sense)
{
    unsigned flags = number->flags;
    if ((flags & BS_NUMERAL_WORDS) == 0) return true;
    bool latin = bs__letter_at(scan->text, number->body);
    if (latin && bs__letter_before(scan->text, number->body)) return false;
    bool hangul = bs__hangul_at(scan->text, number->start);
    if (hangul && bs__hangul_before(scan->text, number->start)) return false;
    if (flags & (BS_NUMERAL_DIGITS | BS_NUMERAL_SIGNED | BS_NUMERAL_PERCENT)) return true;
    if (flags & BS_NUMERAL_PARTS) return true;
    size_t end = sense->measured ? sense->end : number->end;
    if (is_unit_label(scan, number, end)) return false;
    bool formal = (flags & BS_NUMERAL_FORMAL) && number->tokens == 1;
    if (!formal && whole_text(scan, number->start, number->end)) {
        return !hangul || hangul_alone(scan, number);
    }
    if (flags & BS_NUMERAL_VAGUE && !sense->measured) return false;
    if (vague_pair(scan, number->start)) return false;
    if (flags & BS_NUMERAL_KANA) return kana_sense(scan, number, sense);
    if (flags & BS_NUMERAL_NATIVE) return native_sense(scan, number, sense);
    if (latin) return english_sense(number, sense);
    if (hangul) return sino_sense(scan, number, sense);
    return han_sense(scan, number, sense);
}
