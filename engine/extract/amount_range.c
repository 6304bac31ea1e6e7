// SPDX-License-Identifier: GPL-3.0-or-later
// Two ends that belong together: 30~40%, "2 to 3 million", 5%至8%之间.
#include "engine/base/utf8.h"
#include "engine/extract/amount_internal.h"
#include "engine/extract/phrase_table.h"
#include "engine/extract/words.h"

// How two ends of a range may be joined.
enum { JOIN_WAVE = 1, JOIN_DASH, JOIN_WORD, JOIN_AND, JOIN_EITHER };

static const bs__phrase range_marks[] = {
    P("~", BS_IN_ANY, JOIN_WAVE), P("～", BS_IN_ANY, JOIN_WAVE), P("〜", BS_IN_ANY, JOIN_WAVE),
    P("∼", BS_IN_ANY, JOIN_WAVE), P("-", BS_IN_ANY, JOIN_DASH),  P("–", BS_IN_ANY, JOIN_DASH),
    P("—", BS_IN_ANY, JOIN_DASH), P("―", BS_IN_ANY, JOIN_DASH),  P("－", BS_IN_ANY, JOIN_DASH),
    P("‐", BS_IN_ANY, JOIN_DASH), P("至", ZH, JOIN_WORD),        P("到", ZH, JOIN_WORD),
    P("から", JA, JOIN_WORD),     P("내지", KO, JOIN_WORD),      P("에서", KO, JOIN_WORD),
    P("to", EN, JOIN_WORD),       P("and", EN, JOIN_AND),
};

// The mark of a range behind `at`, with as many blanks in front as behind; 0 when there is none.
int bs__amount_join(const bs__scan *scan, size_t at, size_t *end)
{
    size_t from = bs_gap_skip(scan->text, at);
    const bs__phrase *mark = BS_PHRASE_AT(range_marks, scan, from);
    if (mark == NULL) return 0;
    *end = bs_gap_skip(scan->text, from + mark->text.len);
    bool before = from > at;
    bool after = *end > from + mark->text.len;
    if (mark->value == JOIN_DASH && before != after) return 0;
    return mark->value;
}

static bool opened_by_between(const bs__scan *scan, size_t start)
{
    static const bs__phrase words[] = {P("between", EN, 0)};
    return BS_PHRASE_BEFORE(words, scan, bs__gap_back(scan->text, start)) != NULL;
}

// The power of ten of all the scales behind the digits of a numeral, and those digits: 42.1 and 6
// of 42.1百万, 5 and 7 of 5천만. The numeral itself tells the last scale alone.
static int whole_scale(const bs_numeral *number, const bs__scan *scan, bs_decimal *face)
{
    enum { TOKENS = 3, SMALL_POWER_MAX = 3 };
    unsigned both = BS_NUMERAL_SMALL | BS_NUMERAL_LARGE;
    *face = number->face;
    if (number->tokens != TOKENS || (number->flags & both) != both) return number->power;
    bs_numeral digits;
    bool figures = (number->flags & BS_NUMERAL_DIGITS) != 0;
    size_t end = number->body;
    while (figures && end < scan->text.len && strchr("0123456789.,", scan->text.ptr[end]) != NULL)
        end++;
    if (figures &&
        !bs_numeral_read(&digits, bs_str_slice(scan->text, 0, end), number->body, scan->lang))
        return number->power;
    for (int power = 1; power <= SMALL_POWER_MAX; power++) {
        bs_decimal first;
        if (bs_decimal_shift(&first, number->face, -power, NULL) != BS_OK) continue;
        bool one = bs_decimal_compare(first, bs_decimal_from_int(1)) >= 0 &&
                   bs_decimal_compare(first, bs_decimal_from_int(10)) < 0;
        if (figures ? bs_decimal_compare(first, digits.value) != 0 : !one) continue;
        *face = first;
        return number->power + power;
    }
    return number->power;
}

// "$2-3 billion", "30~40만", "3~5천만": the scales of the second end are those of both.
static bool share_scale(bs__amount *low, const bs__amount *high, const bs__scan *scan)
{
    unsigned scales = BS_NUMERAL_LARGE | BS_NUMERAL_SMALL;
    bs_decimal face;
    int power = whole_scale(&high->number, scan, &face);
    bool shared = (low->number.flags & scales) == 0 && (high->number.flags & scales) != 0 &&
                  power > 0 && bs_decimal_compare(low->number.value, face) < 0;
    return !shared || bs__amount_shift(&low->number, power);
}

static bool plain_digits(const bs__amount *a)
{
    return (a->number.flags & BS_NUMERAL_DIGITS) != 0;
}

// 5%至8%之间, 5%에서 8% 사이: "between" says that two measured ends are one range.
static bool closed_by_between(const bs__scan *scan, size_t end)
{
    static const bs__phrase words[] = {
        P("之间", ZH, 0),     P("之間", ZH, 0),   P("사이", KO, 0),
        P("の間", JA, 0),     P("の範囲", JA, 0), P("のレンジ", JA, 0),
        P("のあいだ", JA, 0), P("区间", ZH, 0),   P("的区间", ZH, 0)};
    return BS_PHRASE_AT(words, scan, bs_gap_skip(scan->text, end)) != NULL;
}

// "revenue of $86 million to $89 million", "growth of 4% to 6%": two measured ends are one range
// where nothing in front of the first one moves to the second.
static bool is_range_of(const bs__scan *scan, const bs__amount *low)
{
    enum { WORDS_BYTES = 32 };
    static const bs__phrase fronts[] = {P("of", EN, 0), P("of about", EN, 0),
                                        P("of approximately", EN, 0), P("range of", EN, 0),
                                        P(":", EN, 0)};
    size_t back = bs__gap_back(scan->text, low->start);
    if (BS_PHRASE_BEFORE(fronts, scan, back) == NULL) return false;
    bs_str words = bs_str_slice(scan->text, back > WORDS_BYTES ? back - WORDS_BYTES : 0, back);
    return !bs_word_in(words, BS_MEANS_UP) && !bs_word_in(words, BS_MEANS_DOWN);
}

// "预计净利润增加2.04亿元至2.35亿元": by the first one to the second would be three times as much.
static bool are_close(const bs__amount *low, const bs__amount *high)
{
    bs_decimal twice, thrice;
    return bs_decimal_mul(&twice, high->number.value, (bs_decimal){2, 0}, NULL) == BS_OK &&
           bs_decimal_mul(&thrice, low->number.value, (bs_decimal){3, 0}, NULL) == BS_OK &&
           bs_decimal_compare(twice, thrice) < 0;
}

// "净利润为110亿元至115亿元", "预计增长15%至22%": a level has no other end than that of a range;
// what rises or falls by the first one moves to the second, unless that is foreseen of a rate.
static bool is_chinese_range(const bs__scan *scan, const bs__amount *low, const bs__amount *high)
{
    enum { CLAUSE_BYTES = 240 };
    static const char moved[] =
        "增加|减少|减|增|降|升|涨|跌|上涨|下跌|上升|下降|提高|降低|下调|上调|提升|回落|收窄|扩大|"
        "增长|微降|微升|缩小|高|低|多|少|減少|上漲|下調|上調";
    if (scan->lang != BS_LANG_ZH) return false;
    size_t from = low->start > CLAUSE_BYTES ? low->start - CLAUSE_BYTES : 0;
    while (from < low->start && ((unsigned char)scan->text.ptr[from] & 0xC0) == 0x80)
        from++;
    bs_str before = bs_str_slice(scan->text, from, low->start);
    for (size_t at = before.len; at > 0;) {
        bs_rune rune = bs_utf8_decode_before(before, at);
        if (rune.code == 0x3002 || rune.code == 0xFF1B)
            before = bs_str_slice(before, at, before.len);
        at = rune.code == 0x3002 || rune.code == 0xFF1B || rune.len == 0 ? 0 : at - rune.len;
    }
    bs_str words = bs_str_trim(before);
    if (bs_list_ends(words, "约|約")) words = bs_str_trim(bs_str_slice(words, 0, words.len - 3));
    if (bs_list_ends(words, "由|从|從|自|原来的|此前的|之前的")) return false;
    if (!bs_list_ends(words, moved)) return true;
    if (bs_list_ends(words, "将增加|将减少|将增长|将下降|将同比增加|将同比减少")) return true;
    static const char foreseen[] =
        "料今|料明|料全|料下|料将|预料|估计|可望|有望|师料|行料|局料|所料|公司料";
    static const char rates[] = "同比增加|同比增长|同比减少|同比下降|同比上升|同比上涨|同比下跌|"
                                "同比提升|同比降低";
    bool percent = bs_str_equal(low->unit.code, BS_STR("%"));
    bool told = bs_word_in(words, BS_MEANS_FORECAST) || bs_str_has_any(words, foreseen);
    // "同比增加9%到17%": a rate moves to no other one.
    return percent ? told || bs_list_ends(words, rates) : told && are_close(low, high);
}

// "0세에서 14세는", "15歳から64歳の": ages of which one moves to the other end in 로 or に, and in
// Chinese begin with 由.
static bool is_range_of_ages(const bs__scan *scan, const bs__amount *low)
{
    bs_str front = bs_str_trim(bs_str_slice(scan->text, 0, low->start));
    bool moved = scan->lang == BS_LANG_ZH && bs_list_ends(front, "由|从|從");
    return bs_unit_is_age(low->unit.code) && !moved;
}

static bool is_scaled_range(const bs__amount *low, const bs__amount *high)
{
    enum { DIGITS_MAX = 3 };
    bool both = (low->number.flags & BS_NUMERAL_LARGE) != 0;
    bool small = low->number.digit_count <= DIGITS_MAX;
    return both ? low->number.power == high->number.power : small;
}

// "Operating income $251 to $258 million", and not "rose $6 to $46 million": the scale that only
// the second one has is that of both.
static bool is_range_by_scale(const bs__scan *scan, const bs__amount *low, const bs__amount *high)
{
    enum { WORDS_BYTES = 32 };
    bool money = low->money_before && high->money_before;
    bool scaled =
        (high->number.flags & BS_NUMERAL_LARGE) && !(low->number.flags & BS_NUMERAL_LARGE);
    bs__amount face = *high;
    face.number.value = high->number.face;
    if (scan->lang != BS_LANG_EN || !money || !scaled || !are_close(low, &face) ||
        bs_decimal_compare(low->number.value, face.number.value) >= 0)
        return false;
    size_t from = low->start > WORDS_BYTES ? low->start - WORDS_BYTES : 0;
    bs_str words = bs_str_slice(scan->text, from, low->start);
    return !bs_list_ends(bs_str_trim(words), " by| from") && !bs_word_in(words, BS_MEANS_UP) &&
           !bs_word_in(words, BS_MEANS_DOWN);
}

// "$3.22 to $3.30", "20 to 25 million": nothing else stands in the cell.
static bool is_all(const bs__scan *scan, const bs__amount *low, const bs__amount *high)
{
    bool whole = low->start == 0 && bs_gap_skip(scan->text, high->end) == scan->text.len;
    bool money = low->money_before && high->money_before;
    bool scaled = !low->has_unit && !high->has_unit && (high->number.flags & BS_NUMERAL_LARGE);
    return whole && scan->lang == BS_LANG_EN && (money || (scaled && is_scaled_range(low, high)));
}

static bool joinable(const bs__scan *scan, const bs__amount *low, const bs__amount *high, int how)
{
    bool both = low->has_unit && high->has_unit;
    if (both && !bs_str_equal(low->unit.code, high->unit.code)) return false;
    if (!low->has_unit && high->money_before) return false;
    if (how == JOIN_WORD) {
        // "aged 16 to 24": nothing is printed behind either.
        bool age = low->has_unit && low->unit.dimension == BS_DIM_DURATION &&
                   low->unit.end == low->number.end;
        if (age) return !high->has_unit || both;
        if (both && is_range_of_ages(scan, low)) return true;
        // "百分之三至五": the word of the first end is that of the other.
        bool percent = both && (high->number.flags & BS_NUMERAL_PERCENT);
        if (percent && !bs__starts_at(scan->text, high->number.start, BS_STR("百"))) return true;
        if (both && !high->money_before && closed_by_between(scan, high->end)) return true;
        if (both && (is_range_of(scan, low) || is_chinese_range(scan, low, high))) return true;
        if (is_all(scan, low, high) || (both && is_range_by_scale(scan, low, high))) return true;
        return (!low->has_unit || low->money_before) && high->has_unit && !high->money_before;
    }
    if (how == JOIN_DASH) {
        // "200-400万未満": what the last character of the scale makes an amount. English writes
        // "1.13–1.37 million", and "10 million–13 million", but begins no range with a year.
        bool scaled = (high->number.flags & BS_NUMERAL_LARGE) != 0 &&
                      (scan->lang != BS_LANG_EN || is_scaled_range(low, high));
        return plain_digits(low) && plain_digits(high) &&
               (low->has_unit || high->has_unit || scaled);
    }
    return true;
}

// "rose by 46,000 to 433,000 jobs": how far and where to. The ends of a range are not so far apart.
static bool is_step(const bs__amount *low, const bs__amount *high, bs_str before)
{
    enum { TIMES = 4 };
    bs_decimal least = low->number.value, most = high->number.value, raised;
    bool rate = bs_str_equal(high->unit.code, BS_STR("%"));
    return !rate && bs_list_ends(before, " by| rose| fell| increased| declined| decreased| grew") &&
           bs_decimal_mul(&raised, least, (bs_decimal){TIMES, 0}, NULL) == BS_OK &&
           bs_decimal_compare(raised, most) < 0;
}

// "▲35から1ポイント低下": from where, and by how much.
static bool is_step_of_points(const bs__scan *scan, const bs__amount *low, const bs__amount *high)
{
    static const bs__phrase moved[] = {P("低下", JA, 0), P("上昇", JA, 0), P("悪化", JA, 0),
                                       P("改善", JA, 0), P("下落", JA, 0), P("減", JA, 0),
                                       P("増", JA, 0),   P("上回", JA, 0), P("下回", JA, 0)};
    return scan->lang == BS_LANG_JA && !low->has_unit &&
           bs_str_equal(high->unit.code, BS_STR("%p")) &&
           BS_PHRASE_AT(moved, scan, bs_gap_skip(scan->text, high->end)) != NULL;
}

// "fell from 600 to 405 million tonnes", "405만에서 600만톤으로", "405から600トンに": where a
// movement begins and where it ended, not a range.
static bool is_movement(const bs__scan *scan, const bs__amount *low, const bs__amount *high)
{
    enum { WORDS_BYTES = 48 };
    static const bs__phrase from[] = {P("from", EN, 0)};
    static const bs__phrase ends[] = {P("로", KO, 0), P("으로", KO, 0), P("に", JA, 0),
                                      P("へ", JA, 0)};
    if (is_step_of_points(scan, low, high)) return true;
    if (scan->lang != BS_LANG_EN)
        return BS_PHRASE_AT(ends, scan, bs_gap_skip(scan->text, high->end)) != NULL;
    size_t back = bs__gap_back(scan->text, low->start);
    bs_str words = bs_str_slice(scan->text, back > WORDS_BYTES ? back - WORDS_BYTES : 0, back);
    bool moves = BS_PHRASE_BEFORE(from, scan, back) != NULL || is_step(low, high, words);
    return moves && (bs_word_in(words, BS_MEANS_UP) || bs_word_in(words, BS_MEANS_DOWN));
}

// "현행 1.5에서 2027년 1.3": when the other value is, and no end of a range.
static bool is_at_year(const bs__amount *low, const bs__amount *high)
{
    enum { YEAR_MIN = 1900, YEAR_MAX = 2150 };
    bs_decimal value = high->number.value, least = low->number.value;
    bool year = bs_str_equal(high->unit.code, BS_STR("dur:year")) && value.scale == 0 &&
                value.coefficient >= YEAR_MIN && value.coefficient <= YEAR_MAX;
    return year && bs_decimal_compare(least, (bs_decimal){YEAR_MIN, 0}) < 0;
}

// "1、2兆円", "2、3人": the one or the other of two digits that follow on each other, of what can
// be no days or months. Returns the byte of the second; 0 where it is not so.
static size_t either_of(const bs__scan *scan, const bs__amount *low)
{
    static const char measures[] = "兆|億|万|千|百|割|人|件|社|倍|か月|カ月|ヶ月|ヵ月|週間|時間|回|"
                                   "か所|カ所|ヵ所|台|歳|ポイント|カ国|か国|ヵ国|％|%";
    size_t at = low->end + strlen("、"), len, before;
    if (scan->lang != BS_LANG_JA || low->has_unit || low->number.tokens != 1) return 0;
    if (!bs__starts_at(scan->text, low->end, BS_STR("、"))) return 0;
    int first = bs_digit_at(scan->text, low->start, &before);
    int second = bs_digit_at(scan->text, at, &len);
    bool follows = first > 0 && second == first + 1 && low->start + before == low->end;
    bs_str front = bs_str_slice(scan->text, 0, low->start);
    if (!follows || bs_list_ends(front, "、|・|,|第|.|．")) return 0;
    return bs_list_starts(bs_str_slice(scan->text, at + len, scan->text.len), measures) ? at : 0;
}

// "62.21/22 per dollar", "7.50/7.55 percent": what is bid and what is asked, which begins like the
// former and may be printed by its last digits alone.
static bool read_asked(bs__amount *high, const bs__amount *low, const bs__scan *scan)
{
    enum { DECIMALS_MIN = 2 };
    bs_str text = scan->text;
    size_t at = low->end;
    int32_t decimals = low->number.value.scale;
    bool bare = !low->has_unit || low->money_before;
    if (scan->lang != BS_LANG_EN || !bare || decimals < DECIMALS_MIN) return false;
    if (at >= text.len || text.ptr[at] != '/' || !bs__amount_one(high, scan, at + 1, false))
        return false;
    bs_decimal *asked = &high->number.value;
    size_t digits = high->number.digit_count;
    if (asked->scale != decimals) {
        int64_t power = 1;
        for (size_t i = 0; i < digits; i++)
            power *= 10;
        bool tail = asked->scale == 0 && digits >= DECIMALS_MIN && digits <= (size_t)decimals;
        if (!tail) return false;
        int64_t bid = low->number.value.coefficient;
        *asked = (bs_decimal){bid - bid % power + asked->coefficient, decimals};
    }
    bs_decimal most;
    return bs_decimal_compare(low->number.value, *asked) < 0 &&
           bs_decimal_mul(&most, low->number.value, (bs_decimal){2, 0}, NULL) == BS_OK &&
           bs_decimal_compare(*asked, most) < 0;
}

bool bs__amount_high_end(bs__amount *high, bs__amount *low, const bs__scan *scan)
{
    size_t at = 0;
    if (read_asked(high, low, scan)) return true;
    int how = bs__amount_join(scan, low->end, &at);
    size_t either = how == 0 ? either_of(scan, low) : 0;
    if (either > 0) {
        at = either;
        how = JOIN_EITHER;
    }
    if (how == 0 || (how == JOIN_AND && !opened_by_between(scan, low->start))) return false;
    // -5~-3%: behind a wave a sign can be nothing else.
    bool signs = how == JOIN_WAVE;
    if (!bs__amount_one(high, scan, at, signs) || !joinable(scan, low, high, how)) return false;
    if (how == JOIN_WORD && (is_movement(scan, low, high) || is_at_year(low, high))) return false;
    if ((low->number.flags | high->number.flags) & (BS_NUMERAL_PARTS | BS_NUMERAL_ZERO_PADDED)) {
        return false;
    }
    if (how == JOIN_DASH && high->end < scan->text.len && scan->text.ptr[high->end] == '-' &&
        !high->has_unit) {
        return false;
    }
    if (!share_scale(low, high, scan) || !bs__amount_scale(high)) return false;
    int power = high->has_unit && !low->has_unit ? high->unit.power : 0;
    if (power != 0 && !bs__amount_shift(&low->number, power)) return false;
    // -3~-5%: losses are printed from the smaller to the greater, and 90~14nm may be printed from
    // the older to the newer; the lower end comes first.
    bool losses = high->number.value.coefficient < 0 && low->number.value.coefficient < 0;
    bool measured =
        high->has_unit && !low->has_unit && bs_unit_dimension(high->unit.code) == BS_DIM_LENGTH;
    if (how == JOIN_WAVE && (losses || measured) &&
        bs_decimal_compare(high->number.value, low->number.value) < 0) {
        bs_decimal lower = high->number.value;
        high->number.value = low->number.value;
        low->number.value = lower;
    }
    return bs_decimal_compare(low->number.value, high->number.value) < 0;
}

// "grew from $251 to $258 million": both have the sign of the money, and the end alone the scale.
static bool is_money_of_end(const bs__amount *low, const bs__amount *high)
{
    enum { TIMES = 20 }; // "from $990 to $2.1 million" may be 990 dollars
    bs_decimal most;
    return low->money_before && high->money_before &&
           bs_str_equal(low->unit.code, high->unit.code) &&
           bs_decimal_mul(&most, high->number.face, (bs_decimal){TIMES, 0}, NULL) == BS_OK &&
           bs_decimal_compare(low->number.value, most) < 0;
}

// Gives the start of a movement the unit and scale that are printed with its end only.
bool bs__amount_share_start(bs__amount *low, const bs__scan *scan)
{
    bs__amount high;
    size_t at;
    unsigned scales = BS_NUMERAL_LARGE | BS_NUMERAL_SMALL;
    bool may = !low->has_unit || low->money_before;
    if (!may || bs__amount_join(scan, low->end, &at) != JOIN_WORD) return true;
    if (!bs__amount_one(&high, scan, at, false) || !high.has_unit) return true;
    bool money = low->has_unit, same = money ? is_money_of_end(low, &high) : !high.money_before;
    bool moves = is_movement(scan, low, &high) ||
                 (money && bs_list_ends(bs_str_slice(scan->text, 0, low->start), " from "));
    if (!same || !moves || is_step_of_points(scan, low, &high)) return true;
    low->unit = high.unit;
    low->has_unit = true;
    bool scaled = (low->number.flags & scales) == 0 && (high.number.flags & scales) != 0;
    bs_decimal face;
    int power = scaled ? whole_scale(&high.number, scan, &face) : 0;
    return power == 0 || bs__amount_shift(&low->number, power);
}

bool bs__amount_goes_on_percent(const bs__amount *a, const bs__scan *scan)
{
    static const char joints[] = "、|，|,|及|和|与|與|以及|至|到";
    enum { JOINT_BYTES_MAX = 6 };
    size_t from = scan->percent_end, start = a->number.start;
    if (from == 0 || start <= from || start - from > JOINT_BYTES_MAX || a->money_before)
        return false;
    bool spelled =
        (a->number.flags & (BS_NUMERAL_DIGITS | BS_NUMERAL_SIGNED | BS_NUMERAL_PARTS)) == 0;
    bs__unit_here unit;
    return spelled && bs_list_is(bs_str_slice(scan->text, from, start), joints) &&
           !bs__unit_behind(&unit, scan, a->number.end);
}
