// SPDX-License-Identifier: GPL-3.0-or-later
// Amounts: a number with its unit, money in front or behind, ranges, compounds such as
// 2ドル3セント.
#include "engine/base/utf8.h"
#include "engine/extract/scan_internal.h"
#include "engine/extract/words.h"

#define KO BS_IN(BS_LANG_KO)
#define ZH BS_IN(BS_LANG_ZH)
#define JA BS_IN(BS_LANG_JA)
#define EN BS_IN(BS_LANG_EN)
#define P(text, langs, value)                                                                      \
    {                                                                                              \
        BS_STR_INIT(text), (langs), (value)                                                        \
    }

typedef struct amount {
    bs_numeral number;
    bs__unit_here unit;
    bool has_unit;
    bool money_before;
    size_t start;
    size_t end;
} amount;

static bool shift(bs_numeral *number, int power)
{
    if (bs_decimal_shift(&number->value, number->value, power, NULL) != BS_OK) return false;
    number->power += power;
    return true;
}

// A sign is a sign where no number or word stands in front: "-5", "(-5", "比-5"; in "3-5" and "75
// -300" it joins, and at the start of a line before a blank it is a bullet.
static bool sign_stands(const bs__scan *scan, const bs_numeral *number, bool percent_like,
                        bool measured)
{
    bs_str text = scan->text;
    size_t at = number->start;
    if (bs__letter_at(text, at) || bs__hangul_at(text, at) || bs__kana_at(text, at) ||
        bs__han_at(text, at)) {
        return !bs__starts_at(text, at, BS_STR("ー")) || !bs__kana_before(text, at);
    }
    size_t back = bs__gap_back(text, at);
    bs_rune mark = bs_utf8_decode(text, at);
    bool tight = number->body == at + mark.len;
    bool triangle = mark.code == 0x25B3 || mark.code == 0x25B2;
    // ▲일용근로자: before a word a triangle is the mark of a list.
    if (triangle && (number->flags & BS_NUMERAL_DIGITS) == 0) return false;
    if (triangle) return scan->lang == BS_LANG_JA || (tight && percent_like);
    if (back == 0 && !tight) return bs_gap_skip(text, number->end) == text.len;
    bs_rune before = bs_utf8_decode_before(text, back);
    size_t len;
    bool digit = back > 0 && (bs_digit_at(text, back - before.len, &len) >= 0);
    if (digit || bs__letter_before(text, at) || before.code == ')' || before.code == '%')
        return false;
    bool doubled = before.code == '-' || before.code == mark.code;
    if (back == at && (bs_rune_is_hangul(before.code) || doubled)) return false;
    // 同比-5.2% is negative; 歼-20 is a name.
    bool ideograph = bs_rune_is_han(before.code) || bs_rune_is_kana(before.code);
    if (ideograph && back == at) return scan->lang != BS_LANG_KO && measured;
    return tight || back == 0;
}

// Pounds and dollars of several countries share a word; an amount in millions is money.
static void settle_ambiguous(amount *a)
{
    if (!a->has_unit || (a->unit.flags & BS_FORM_AMBIGUOUS) == 0) return;
    if (!bs_str_equal(a->unit.code, BS_STR("lb"))) return;
    if ((a->number.flags & BS_NUMERAL_LARGE) == 0) return;
    a->unit.code = BS_STR("GBP");
    a->unit.dimension = BS_DIM_MONEY;
}

// "$5m", "£2b": a letter behind money is a scale whatever its case.
static void money_letter(amount *a, const bs__scan *scan)
{
    static const struct {
        char letter;
        int power;
    } scales[] = {{'k', 3}, {'m', 6}, {'b', 9}, {'t', 12}};
    if (!a->money_before || (a->number.flags & BS_NUMERAL_LARGE)) return;
    size_t at = bs_gap_skip(scan->text, a->number.end);
    if (at >= scan->text.len || bs__letter_at(scan->text, at + 1)) return;
    for (size_t i = 0; i < BS_COUNT(scales); i++) {
        if ((scan->text.ptr[at] | 0x20) != scales[i].letter) continue;
        if (!shift(&a->number, scales[i].power)) return;
        a->number.flags |= BS_NUMERAL_LARGE | BS_NUMERAL_LETTER;
        a->number.end = a->number.plain_end = at + 1;
        return;
    }
}

// "1.3m units": metres do not count things.
static bool counted_millions(amount *a, const bs__scan *scan, const bs__unit_here *unit)
{
    bs__unit_here thing;
    if (scan->lang != BS_LANG_EN || !bs_str_equal(unit->code, BS_STR("m"))) return false;
    if (unit->end != a->number.end + 1) return false;
    if (!bs__unit_behind(&thing, scan, unit->end) || thing.dimension != BS_DIM_COUNT_OF)
        return false;
    if (!shift(&a->number, 6)) return false;
    a->number.flags |= BS_NUMERAL_LARGE | BS_NUMERAL_LETTER;
    a->number.end = a->number.plain_end = unit->end;
    a->unit = thing;
    a->has_unit = true;
    a->end = thing.end;
    return true;
}

static const bs__phrase late_scales[] = {P("million", EN, 6), P("billion", EN, 9),
                                         P("trillion", EN, 12), P("thousand", EN, 3)};

// "75 USD million": the scale behind the money.
static void late_scale(amount *a, const bs__scan *scan)
{
    if (!a->has_unit || a->unit.dimension != BS_DIM_MONEY) return;
    if (a->number.flags & BS_NUMERAL_LARGE) return;
    const bs__phrase *scale = BS_PHRASE_AT(late_scales, scan, bs_gap_skip(scan->text, a->unit.end));
    if (scale == NULL || !shift(&a->number, scale->value)) return;
    a->number.flags |= BS_NUMERAL_LARGE;
    a->unit.end = bs_gap_skip(scan->text, a->unit.end) + scale->text.len;
}

// 一个半小时, 两个半月: the half stands between the counter and the unit. 三个半天 are half days.
static bool half_between(amount *a, const bs__scan *scan)
{
    static const bs__phrase counters[] = {P("个半", ZH, 0), P("個半", ZH, 0)};
    const bs__phrase *counter = BS_PHRASE_AT(counters, scan, a->number.end);
    bs__unit_here unit;
    bs_decimal sum;
    if (counter == NULL) return false;
    size_t from = a->number.end + counter->text.len;
    if (!bs__unit_behind(&unit, scan, from) || unit.dimension != BS_DIM_DURATION) return false;
    if (bs_str_equal(unit.code, BS_STR("dur:day")) ||
        bs_decimal_add(&sum, a->number.value, (bs_decimal){5, 1}, NULL) != BS_OK) {
        return false;
    }
    a->number.value = a->number.face = sum;
    a->number.end = a->number.plain_end = from;
    a->unit = unit;
    a->has_unit = true;
    a->end = unit.end;
    return true;
}

// 港币100元: the word behind is that of any country, the one in front says of which.
static bool names_any_money(const bs__scan *scan, size_t at)
{
    static const bs__phrase words[] = {P("元", ZH, 0), P("圆", ZH, 0), P("dollars", EN, 0),
                                       P("달러", KO, 0), P("ドル", JA, 0)};
    return BS_PHRASE_AT(words, scan, bs_gap_skip(scan->text, at)) != NULL;
}

static void find_unit(amount *a, const bs__scan *scan)
{
    bs__unit_here behind;
    a->end = a->number.end;
    if (a->number.flags & BS_NUMERAL_PERCENT) {
        a->unit =
            (bs__unit_here){.code = BS_STR("%"), .dimension = BS_DIM_PERCENT, .end = a->number.end};
        a->has_unit = true;
        return;
    }
    if (half_between(a, scan)) return;
    money_letter(a, scan);
    a->end = a->number.end;
    bool found = bs__unit_by_context(&behind, scan, &a->number) ||
                 bs__unit_behind(&behind, scan, a->number.end);
    bool spelled = (a->number.flags & BS_NUMERAL_DIGITS) == 0;
    bool figures = found && (behind.flags & BS_FORM_FIGURES);
    // 3島 are islands; 3港湾 and 五島 are something else.
    bool goes_on = figures && scan->lang == BS_LANG_JA && bs__han_at(scan->text, behind.end);
    if (figures && (spelled || goes_on)) found = false;
    if (found && !a->money_before && counted_millions(a, scan, &behind)) return;
    if (found && a->money_before && behind.dimension != BS_DIM_MONEY) found = false;
    if (found && a->money_before && (a->unit.flags & BS_FORM_AMBIGUOUS) == 0 &&
        !bs_str_equal(behind.code, a->unit.code)) {
        if (!names_any_money(scan, a->number.end)) found = false;
        behind.code = a->unit.code;
    }
    if (found) {
        behind.power += a->money_before ? a->unit.power : 0;
        a->unit = behind;
        a->has_unit = true;
        late_scale(a, scan);
        a->end = a->unit.end;
    }
    settle_ambiguous(a);
}

// Reads one number with its unit; false when the words there are no number.
static bool amount_one(amount *out, const bs__scan *scan, size_t at, bool signs)
{
    *out = (amount){.start = at};
    size_t from = at;
    bs__unit_here before;
    if (bs__unit_before(&before, scan, at)) {
        out->unit = before;
        out->has_unit = out->money_before = true;
        from = before.end;
    }
    if (!bs__numeral_at(&out->number, scan, from)) return false;
    bool symbol = out->number.flags & BS_NUMERAL_SIGNED;
    if (symbol && !signs) return false;
    find_unit(out, scan);
    if (symbol && !out->money_before) {
        bool percent_like = !out->has_unit || out->unit.dimension <= BS_DIM_POINT;
        bool measured = out->has_unit || (out->number.flags & BS_NUMERAL_POINT);
        if (!sign_stands(scan, &out->number, percent_like, measured)) return false;
    }
    bs__sense sense = {.measured = out->has_unit,
                       .counter = out->has_unit && out->unit.dimension == BS_DIM_COUNT_OF,
                       .unit = out->unit.code,
                       .end = out->end};
    return bs__words_are_number(scan, &out->number, &sense);
}

static bool apply_unit_power(amount *a)
{
    int power = a->has_unit ? a->unit.power : 0;
    return power == 0 || shift(&a->number, power);
}

static const bs__phrase joiners[] = {
    P("과", KO, 0), P("와", KO, 0), P("と", JA, 0), P("and", EN, 0), P("又", ZH, 0), P("零", ZH, 0),
};

// Cents are those of the money in front of them.
static bool shares_cents(bs_str coin, bs_str money)
{
    static const bs_str cents[] = {BS_STR_INIT("USX"), BS_STR_INIT("EUX")};
    static const bs_str moneys[] = {BS_STR_INIT("EUR"), BS_STR_INIT("AUD"), BS_STR_INIT("CAD"),
                                    BS_STR_INIT("HKD"), BS_STR_INIT("SGD"), BS_STR_INIT("NZD"),
                                    BS_STR_INIT("TWD"), BS_STR_INIT("USD"), BS_STR_INIT("ZAR")};
    bool cent = bs_str_equal(coin, cents[0]) || bs_str_equal(coin, cents[1]);
    for (size_t i = 0; cent && i < BS_COUNT(moneys); i++) {
        if (bs_str_equal(money, moneys[i])) return true;
    }
    return false;
}

// Is this form a smaller coin of `money`? Its value in that money is 10^*power. The 푼 and 리
// behind 할, 分 and 厘 behind 割 are those of a percentage.
static bool coin_of(const bs_unit_form *form, bs_str money, int *power)
{
    bs_str code = bs_str_from(form->code);
    const bs_unit *unit = bs_unit_find(code);
    *power = form->power;
    if (shares_cents(code, money)) {
        *power = -2;
        return true;
    }
    if (unit != NULL && unit->dimension == BS_DIM_MONEY && unit->base != NULL) {
        code = bs_str_from(unit->base);
        *power = -unit->factor.scale;
    }
    return *power < 0 && bs_str_equal(code, money);
}

// 3 dollars 50 cents, 五元三毛: a smaller coin behind an amount of money.
static bool take_coin(amount *a, const bs__scan *scan)
{
    size_t at = bs_gap_skip(scan->text, a->end);
    const bs__phrase *joiner = BS_PHRASE_AT(joiners, scan, at);
    if (joiner != NULL) at = bs_gap_skip(scan->text, at + joiner->text.len);
    bs_numeral coin;
    if (!bs__numeral_at(&coin, scan, at)) return false;
    if (coin.flags & (BS_NUMERAL_SIGNED | BS_NUMERAL_LARGE | BS_NUMERAL_PARTS)) return false;
    size_t from = bs_gap_skip(scan->text, coin.end);
    size_t taken;
    bs_str rest = bs_str_slice(scan->text, from, scan->text.len);
    const bs_unit_form *form = bs_unit_match_side(rest, scan->lang, BS_UNIT_COIN, &taken);
    int power;
    if (form == NULL || !coin_of(form, a->unit.code, &power)) return false;
    bs_decimal part;
    if (bs_decimal_shift(&part, coin.value, power, NULL) != BS_OK) return false;
    if (bs_decimal_add(&a->number.value, a->number.value, part, NULL) != BS_OK) return false;
    a->end = from + taken;
    a->number.plain_end = coin.end;
    return true;
}

static bool is_bare_digit(const bs__scan *scan, const bs_numeral *part)
{
    bs__unit_here unit;
    return scan->lang == BS_LANG_ZH && part->tokens == 1 && part->flags == BS_NUMERAL_WORDS &&
           !bs__unit_behind(&unit, scan, part->end) &&
           bs_decimal_compare(part->value, bs_decimal_from_int(10)) < 0;
}

// The 푼 and 리 behind 할, and 分 and 厘 behind 割, are hundredths and thousandths.
static bool take_hundredths(amount *a, const bs__scan *scan)
{
    static const bs__phrase words[] = {P("푼", KO, 0), P("리", KO, -1), P("分", JA, 0),
                                       P("厘", JA, -1)};
    bs_numeral part;
    bs_decimal value;
    size_t at = bs_gap_skip(scan->text, a->end);
    if (!bs__numeral_at(&part, scan, at)) return false;
    const bs__phrase *word = BS_PHRASE_AT(words, scan, part.end);
    if (word == NULL && at == a->end && is_bare_digit(scan, &part)) { // 三成五
        if (bs_decimal_add(&a->number.value, a->number.value, part.value, NULL) != BS_OK)
            return false;
        a->end = a->number.plain_end = part.end;
        return false;
    }
    if (word == NULL || (part.flags & (BS_NUMERAL_SIGNED | BS_NUMERAL_POINT))) return false;
    if (bs_decimal_shift(&value, part.value, word->value, NULL) != BS_OK) return false;
    if (bs_decimal_add(&a->number.value, a->number.value, value, NULL) != BS_OK) return false;
    a->end = part.end + word->text.len;
    a->number.plain_end = part.end;
    return true;
}

static void take_coins(amount *a, const bs__scan *scan)
{
    enum { COINS_MAX = 2 };
    if (!a->has_unit || a->money_before) return;
    bool tenths = a->unit.dimension == BS_DIM_PERCENT && a->unit.power == 1;
    if (a->unit.dimension != BS_DIM_MONEY && !tenths) return;
    for (int i = 0; i < COINS_MAX; i++) {
        if (!(tenths ? take_hundredths(a, scan) : take_coin(a, scan))) return;
    }
}

// 两年半, 2시간 반, 三吨半.
static void take_half(amount *a, const bs__scan *scan)
{
    static const bs__phrase halves[] = {P("半", ZH | JA, 0), P("반", KO, 0)};
    if (!a->has_unit || a->unit.dimension == BS_DIM_PERCENT) return;
    bool countable = a->unit.dimension == BS_DIM_DURATION || scan->lang == BS_LANG_ZH;
    size_t at = scan->lang == BS_LANG_KO ? bs_gap_skip(scan->text, a->end) : a->end;
    const bs__phrase *half = BS_PHRASE_AT(halves, scan, at);
    if (half == NULL || !countable) return;
    size_t end = at + half->text.len;
    // 两年半的时间, but 三年半导体: in Han text the words that may stand behind a length of time.
    static const bs__phrase goes_on[] = {
        P("的", ZH, 0),      P("时间", ZH, 0),    P("時間", ZH, 0), P("以", ZH | JA, 0),
        P("之", ZH, 0),      P("内", ZH | JA, 0), P("后", ZH, 0),   P("後", ZH | JA, 0),
        P("前", ZH | JA, 0), P("来", ZH, 0),      P("左右", ZH, 0), P("多", ZH, 0),
        P("了", ZH, 0),      P("里", ZH, 0),      P("間", JA, 0),   P("余り", JA, 0),
    };
    bool word = scan->lang == BS_LANG_KO
                    ? bs__korean_word_ends(scan->text, end)
                    : !bs__han_at(scan->text, end) || BS_PHRASE_AT(goes_on, scan, end) != NULL;
    bs_decimal sum;
    if (!word || bs_decimal_add(&sum, a->number.value, (bs_decimal){5, 1}, NULL) != BS_OK) return;
    a->number.value = sum;
    a->end = end;
}

// How two ends of a range may be joined.
typedef enum join { JOIN_WAVE = 1, JOIN_DASH, JOIN_WORD, JOIN_AND } join;

static const bs__phrase range_marks[] = {
    P("~", BS_IN_ANY, JOIN_WAVE), P("～", BS_IN_ANY, JOIN_WAVE), P("〜", BS_IN_ANY, JOIN_WAVE),
    P("∼", BS_IN_ANY, JOIN_WAVE), P("-", BS_IN_ANY, JOIN_DASH),  P("–", BS_IN_ANY, JOIN_DASH),
    P("—", BS_IN_ANY, JOIN_DASH), P("―", BS_IN_ANY, JOIN_DASH),  P("－", BS_IN_ANY, JOIN_DASH),
    P("‐", BS_IN_ANY, JOIN_DASH), P("至", ZH, JOIN_WORD),        P("到", ZH, JOIN_WORD),
    P("から", JA, JOIN_WORD),     P("내지", KO, JOIN_WORD),      P("에서", KO, JOIN_WORD),
    P("to", EN, JOIN_WORD),       P("and", EN, JOIN_AND),
};

// The mark of a range behind `at`, with as many blanks in front as behind; 0 when there is none.
static join join_at(const bs__scan *scan, size_t at, size_t *end)
{
    size_t from = bs_gap_skip(scan->text, at);
    const bs__phrase *mark = BS_PHRASE_AT(range_marks, scan, from);
    if (mark == NULL) return 0;
    *end = bs_gap_skip(scan->text, from + mark->text.len);
    bool before = from > at;
    bool after = *end > from + mark->text.len;
    if (mark->value == JOIN_DASH && before != after) return 0;
    return (join)mark->value;
}

static bool opened_by_between(const bs__scan *scan, size_t start)
{
    static const bs__phrase words[] = {P("between", EN, 0)};
    return BS_PHRASE_BEFORE(words, scan, bs__gap_back(scan->text, start)) != NULL;
}

// "$2-3 billion", "30~40만": the scale of the second end is that of both.
static bool share_scale(amount *low, const amount *high)
{
    unsigned scales = BS_NUMERAL_LARGE | BS_NUMERAL_SMALL;
    bool shared = (low->number.flags & scales) == 0 && (high->number.flags & scales) != 0 &&
                  high->number.power > 0 &&
                  bs_decimal_compare(low->number.value, high->number.face) < 0;
    return !shared || shift(&low->number, high->number.power);
}

static bool plain_digits(const amount *a)
{
    return (a->number.flags & BS_NUMERAL_DIGITS) != 0;
}

// 5%至8%之间, 5%에서 8% 사이: "between" says that two measured ends are one range.
static bool closed_by_between(const bs__scan *scan, size_t end)
{
    static const bs__phrase words[] = {P("之间", ZH, 0), P("之間", ZH, 0), P("사이", KO, 0),
                                       P("の間", JA, 0), P("のあいだ", JA, 0)};
    return BS_PHRASE_AT(words, scan, bs_gap_skip(scan->text, end)) != NULL;
}

static bool joinable(const bs__scan *scan, const amount *low, const amount *high, join how)
{
    bool both = low->has_unit && high->has_unit;
    if (both && !bs_str_equal(low->unit.code, high->unit.code)) return false;
    if (!low->has_unit && high->money_before) return false;
    if (how == JOIN_WORD) {
        if (both && !high->money_before && closed_by_between(scan, high->end)) return true;
        return (!low->has_unit || low->money_before) && high->has_unit && !high->money_before;
    }
    if (how == JOIN_DASH) {
        return plain_digits(low) && plain_digits(high) && (low->has_unit || high->has_unit);
    }
    return true;
}

// "fell from 600 to 405 million tonnes", "405만에서 600만톤으로", "405から600トンに": where a
// movement begins and where it ended, not a range.
static bool is_movement(const bs__scan *scan, const amount *low, const amount *high)
{
    enum { WORDS_BYTES = 48 };
    static const bs__phrase from[] = {P("from", EN, 0)};
    static const bs__phrase ends[] = {P("로", KO, 0), P("으로", KO, 0), P("に", JA, 0),
                                      P("へ", JA, 0)};
    if (scan->lang != BS_LANG_EN)
        return BS_PHRASE_AT(ends, scan, bs_gap_skip(scan->text, high->end)) != NULL;
    size_t back = bs__gap_back(scan->text, low->start);
    if (BS_PHRASE_BEFORE(from, scan, back) == NULL) return false;
    bs_str words = bs_str_slice(scan->text, back > WORDS_BYTES ? back - WORDS_BYTES : 0, back);
    return bs_word_in(words, BS_MEANS_UP) || bs_word_in(words, BS_MEANS_DOWN);
}

static bool read_high_end(amount *high, amount *low, const bs__scan *scan)
{
    size_t at = 0;
    join how = join_at(scan, low->end, &at);
    if (how == 0 || (how == JOIN_AND && !opened_by_between(scan, low->start))) return false;
    // -5~-3%: behind a wave a sign can be nothing else.
    bool signs = how == JOIN_WAVE;
    if (!amount_one(high, scan, at, signs) || !joinable(scan, low, high, how)) return false;
    if (how == JOIN_WORD && is_movement(scan, low, high)) return false;
    if ((low->number.flags | high->number.flags) & (BS_NUMERAL_PARTS | BS_NUMERAL_ZERO_PADDED)) {
        return false;
    }
    if (how == JOIN_DASH && high->end < scan->text.len && scan->text.ptr[high->end] == '-' &&
        !high->has_unit) {
        return false;
    }
    if (!share_scale(low, high) || !apply_unit_power(high)) return false;
    int power = high->has_unit && !low->has_unit ? high->unit.power : 0;
    if (power != 0 && !shift(&low->number, power)) return false;
    // -3~-5%: losses are printed from the smaller to the greater; the lower end comes first.
    if (how == JOIN_WAVE && high->number.value.coefficient < 0 &&
        bs_decimal_compare(high->number.value, low->number.value) < 0 &&
        low->number.value.coefficient < 0) {
        bs_decimal lower = high->number.value;
        high->number.value = low->number.value;
        low->number.value = lower;
    }
    return bs_decimal_compare(low->number.value, high->number.value) < 0;
}

// Gives the start of a movement the unit and scale that are printed with its end only.
static bool share_with_start(amount *low, const bs__scan *scan)
{
    amount high;
    size_t at;
    unsigned scales = BS_NUMERAL_LARGE | BS_NUMERAL_SMALL;
    if (low->has_unit || join_at(scan, low->end, &at) != JOIN_WORD) return true;
    if (!amount_one(&high, scan, at, false) || !high.has_unit || high.money_before ||
        !is_movement(scan, low, &high))
        return true;
    low->unit = high.unit;
    low->has_unit = true;
    bool scaled = (low->number.flags & scales) == 0 && (high.number.flags & scales) != 0;
    return !scaled || high.number.power == 0 || shift(&low->number, high.number.power);
}

static void fill_range(bs_item *item, const amount *low, const amount *high, const bs__scan *scan)
{
    const bs__unit_here *unit = high->has_unit ? &high->unit : &low->unit;
    bool measured = high->has_unit || low->has_unit;
    item->kind = BS_KIND_RANGE;
    item->upper = high->number.value;
    item->unit = measured ? unit->code : BS_STR("1");
    item->unit_power = high->number.power;
    item->digits_end = high->number.plain_end;
    item->end = high->end;
    item->qualifier = bs__qualifier_at(scan, item->start, item->end, BS_EXACT);
    item->rule = "range";
}

static bs_qualifier own_qualifier(const bs_numeral *number)
{
    if (number->flags & BS_NUMERAL_VAGUE) return BS_AT_LEAST;
    return number->flags & BS_NUMERAL_OVER ? BS_APPROX_OVER : BS_EXACT;
}

static const char *rule_of(const amount *a)
{
    if (a->number.flags & BS_NUMERAL_VAGUE) return "several";
    if (a->number.flags & (BS_NUMERAL_PARTS | BS_NUMERAL_PERCENT)) return "fraction";
    if (!a->has_unit) return "number";
    if (a->unit.dimension == BS_DIM_MONEY) return a->money_before ? "money before" : "money";
    if (a->unit.dimension == BS_DIM_COUNT_OF) return "counter";
    if (a->unit.dimension == BS_DIM_DURATION) return "duration";
    return a->unit.dimension <= BS_DIM_POINT ? "percent" : "measure";
}

static void fill_amount(bs_item *item, const amount *a, const bs__scan *scan)
{
    bool ratio = (a->number.flags & BS_NUMERAL_PARTS) != 0;
    item->kind = a->has_unit ? bs__unit_kind(&a->unit) : BS_KIND_QUANTITY;
    item->unit = a->has_unit ? a->unit.code : ratio ? BS_STR("ratio") : BS_STR("1");
    item->unit_power = a->number.power;
    item->end = a->end;
    item->digits_end = a->number.plain_end;
    item->qualifier = bs__qualifier_at(scan, a->start, a->end, own_qualifier(&a->number));
    item->rule = rule_of(a);
}

// 1인당, 10만 명당, 1人当たり, per 1,000 people: what a rate is divided by is no figure of its own.
static bool is_denominator(const bs__scan *scan, const amount *a)
{
    static const bs__phrase behind[] = {P("당", KO, 0), P("当たり", JA, 0), P("あたり", JA, 0),
                                        P("当り", JA, 0)};
    static const bs__phrase fronts[] = {P("per", EN, 0), P("every", EN, 0), P("每", ZH, 0)};
    if (!a->has_unit || a->money_before) return false;
    if (BS_PHRASE_BEFORE(fronts, scan, bs__gap_back(scan->text, a->start)) != NULL) return true;
    const bs__phrase *word = BS_PHRASE_AT(behind, scan, a->end);
    if (word == NULL) return false;
    return scan->lang != BS_LANG_KO || !bs__hangul_at(scan->text, a->end + word->text.len);
}

// 百万円未満切捨て: how the figures are rounded is no figure.
static bool is_rounding(const bs__scan *scan, const amount *a)
{
    static const bs__phrase words[] = {
        P("未満切", JA, 0),      P("未満は切", JA, 0),   P("未満を切", JA, 0),
        P("未満四捨", JA, 0),    P("未満は四捨", JA, 0), P("未満を四捨", JA, 0),
        P("미만 절", KO, 0),     P("미만은 절", KO, 0),  P("미만은 반올림", KO, 0),
        P("미만 반올림", KO, 0),
    };
    return a->has_unit && BS_PHRASE_AT(words, scan, bs_gap_skip(scan->text, a->end)) != NULL;
}

// "ten to fifteen people", 三到五年: the unit of the second end makes a number of the first.
static bool read_word_range(bs__scan *scan, amount *low, bs_item *item, size_t *end)
{
    amount high;
    const bs_numeral *number = &low->number;
    size_t mark;
    if (number->end == 0 || number->end <= number->start || low->has_unit) return false;
    if ((number->flags & BS_NUMERAL_DIGITS) || (number->flags & BS_NUMERAL_WORDS) == 0)
        return false;
    static const bs__phrase fronts[] = {P("为", ZH, 0), P("是", ZH, 0), P("约", ZH, 0),
                                        P("需", ZH, 0), P("用", ZH, 0), P("达", ZH, 0),
                                        P("的", ZH, 0), P("在", ZH, 0), P("は", JA, 0),
                                        P("を", JA, 0), P("の", JA, 0), P("が", JA, 0)};
    bool inside = bs__letter_before(scan->text, number->start) ||
                  bs__hangul_before(scan->text, number->start) ||
                  ((bs__han_before(scan->text, number->start) ||
                    bs__kana_before(scan->text, number->start)) &&
                   BS_PHRASE_BEFORE(fronts, scan, number->start) == NULL);
    if (inside || join_at(scan, number->end, &mark) == 0) return false;
    if (!read_high_end(&high, low, scan) || !high.has_unit) return false;
    if ((high.number.flags & BS_NUMERAL_DIGITS) != 0) return false;
    *item = (bs_item){.valued = true, .start = low->start, .digits_start = number->start};
    fill_range(item, low, &high, scan);
    item->value = low->number.value;
    *end = item->end;
    return true;
}

bool bs__amount_read(bs__scan *scan, size_t at, bs_item *item, size_t *end)
{
    bs_numeral number;
    *item = (bs_item){.start = at, .valued = true};
    if (bs__numeral_at(&number, scan, at) && bs__order_behind(scan, &number, item)) {
        *end = item->end;
        return true;
    }
    amount low;
    if (!amount_one(&low, scan, at, true)) return read_word_range(scan, &low, item, end);
    bs__unit_here word;
    bool digits = (low.number.flags & BS_NUMERAL_DIGITS) != 0;
    if (!low.has_unit && digits && (low.number.flags & BS_NUMERAL_PARTS) == 0 &&
        bs__glued_hangul(&word, scan, low.number.end)) {
        low.unit = word;
        low.has_unit = true;
        low.end = word.end;
        bool name = word.code.len == 0 || (low.number.flags & BS_NUMERAL_POINT);
        if (name) {
            *item = (bs_item){0};
            *end = low.number.end;
            return true;
        }
    }
    if (is_denominator(scan, &low) || is_rounding(scan, &low)) {
        *item = (bs_item){0};
        *end = low.end;
        return true;
    }
    amount high;
    amount plain = low;
    if (low.has_unit) bs__unit_of_speed(&low.unit, &low.start, scan);
    *item = (bs_item){.valued = true, .start = low.start, .digits_start = low.number.start};
    bool range = apply_unit_power(&low) && read_high_end(&high, &low, scan);
    if (!range) {
        low = plain;
        if (low.has_unit) bs__unit_of_speed(&low.unit, &low.start, scan);
        if (!share_with_start(&low, scan) || !apply_unit_power(&low)) return false;
        take_coins(&low, scan);
        take_half(&low, scan);
        fill_amount(item, &low, scan);
    } else {
        fill_range(item, &low, &high, scan);
    }
    item->value = low.number.value;
    *end = item->end;
    return true;
}
