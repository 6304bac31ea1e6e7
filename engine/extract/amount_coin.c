// SPDX-License-Identifier: GPL-3.0-or-later
// What may stand behind the unit of an amount: smaller coins, hundredths, a half.
#include "engine/extract/amount_internal.h"
#include "engine/extract/phrase_table.h"

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
    bool jeon = bs_str_equal(code, BS_STR("JPY")) && bs_str_equal(money, BS_STR("KRW"));
    if (shares_cents(code, money) || (jeon && *power < 0)) { // 원 and 엔 have 전 of one name
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
static bool take_coin(bs__amount *a, const bs__scan *scan)
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

// 163円10～14銭: two ends in coins of one amount in front of both.
bool bs__amount_coin_range(bs__amount *high, bs__amount *low, const bs__scan *scan)
{
    bs_numeral from, to;
    size_t at, taken;
    int power;
    unsigned no = BS_NUMERAL_SIGNED | BS_NUMERAL_LARGE | BS_NUMERAL_PARTS;
    if (!low->has_unit || low->money_before || low->unit.dimension != BS_DIM_MONEY) return false;
    if (!bs__numeral_at(&from, scan, low->end) || bs__amount_join(scan, from.end, &at) == 0 ||
        !bs__numeral_at(&to, scan, at) || ((from.flags | to.flags) & no))
        return false;
    bs_str rest = bs_str_slice(scan->text, to.end, scan->text.len);
    const bs_unit_form *form = bs_unit_match_side(rest, scan->lang, BS_UNIT_COIN, &taken);
    if (form == NULL || !coin_of(form, low->unit.code, &power)) return false;
    bs_decimal first, last;
    if (bs_decimal_shift(&first, from.value, power, NULL) != BS_OK ||
        bs_decimal_shift(&last, to.value, power, NULL) != BS_OK ||
        bs_decimal_add(&last, low->number.value, last, NULL) != BS_OK ||
        bs_decimal_add(&first, low->number.value, first, NULL) != BS_OK ||
        bs_decimal_compare(first, last) >= 0)
        return false;
    *high = *low;
    low->number.value = first;
    high->number.value = last;
    high->number.plain_end = to.end;
    high->end = to.end + taken;
    return true;
}

static bool is_bare_digit(const bs__scan *scan, const bs_numeral *part)
{
    bs__unit_here unit;
    bool plain = part->flags == BS_NUMERAL_WORDS || part->flags == BS_NUMERAL_DIGITS;
    return scan->lang == BS_LANG_ZH && part->tokens == 1 && plain &&
           !bs__unit_behind(&unit, scan, part->end) &&
           bs_decimal_compare(part->value, bs_decimal_from_int(10)) < 0;
}

// "三成半": thirty-five percent; 三成半导体企业 are thirty.
static bool take_half_tenth(bs__amount *a, const bs__scan *scan)
{
    static const bs__phrase longer[] = {P("半导", ZH, 0), P("半数", ZH, 0), P("半年", ZH, 0),
                                        P("半岛", ZH, 0), P("半成", ZH, 0), P("半挂", ZH, 0),
                                        P("半日", ZH, 0), P("半月", ZH, 0), P("半島", ZH, 0)};
    static const bs__phrase half[] = {P("半", ZH, 0)};
    const bs__phrase *word = BS_PHRASE_AT(half, scan, a->end);
    if (word == NULL || BS_PHRASE_AT(longer, scan, a->end) != NULL) return false;
    enum { HALF_TENTH_PCT = 5 };
    bs_decimal sum;
    if (bs_decimal_add(&sum, a->number.value, bs_decimal_from_int(HALF_TENTH_PCT), NULL) != BS_OK)
        return false;
    a->number.value = sum;
    a->end = a->number.plain_end = a->end + word->text.len;
    return true;
}

// The 푼 and 리 behind 할, and 分 and 厘 behind 割, are hundredths and thousandths.
static bool take_hundredths(bs__amount *a, const bs__scan *scan)
{
    static const bs__phrase words[] = {P("푼", KO, 0), P("리", KO, -1), P("分", JA, 0),
                                       P("厘", JA, -1)};
    bs_numeral part;
    bs_decimal value;
    size_t at = bs_gap_skip(scan->text, a->end);
    if (take_half_tenth(a, scan) || !bs__numeral_at(&part, scan, at)) return false;
    const bs__phrase *word = BS_PHRASE_AT(words, scan, part.end);
    if (word == NULL && at == a->end && is_bare_digit(scan, &part)) { // 三成五, 8成5
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

// 2,318億円4,700万円: the unit is said again behind each scale of one amount, with no gap between.
static bool take_lower_scale(bs__amount *a, const bs__scan *scan)
{
    bs_numeral low;
    bs__unit_here unit;
    bs_decimal scale;
    size_t len;
    bool scaled = (a->number.flags & BS_NUMERAL_LARGE) && a->unit.power == 0 &&
                  bs_digit_at(scan->text, a->end, &len) >= 0;
    if (!scaled || !bs__numeral_at(&low, scan, a->end) || (low.flags & BS_NUMERAL_LARGE) == 0 ||
        (low.flags & (BS_NUMERAL_OVER | BS_NUMERAL_PARTS)) != 0 ||
        !bs__unit_behind(&unit, scan, low.end) || unit.power != 0 ||
        !bs_str_equal(unit.code, a->unit.code) ||
        bs_decimal_shift(&scale, bs_decimal_from_int(1), a->number.power, NULL) != BS_OK ||
        bs_decimal_compare(low.value, scale) >= 0 ||
        bs_decimal_add(&scale, a->number.value, low.value, NULL) != BS_OK)
        return false;
    a->number.value = scale;
    a->number.plain_end = low.end;
    a->end = unit.end;
    return true;
}

// "人民币31.79分": the money in front, and how small a coin of it behind.
static void take_named_coin(bs__amount *a, const bs__scan *scan)
{
    static const bs__phrase longer[] = {P("分别", ZH, 0), P("分別", ZH, 0), P("分钟", ZH, 0),
                                        P("分之", ZH, 0), P("角度", ZH, 0), P("分配", ZH, 0)};
    size_t taken;
    int power;
    bs_str rest = bs_str_slice(scan->text, a->end, scan->text.len);
    const bs_unit_form *form = bs_unit_match_side(rest, scan->lang, BS_UNIT_COIN, &taken);
    if (form == NULL || !coin_of(form, a->unit.code, &power)) return;
    if (BS_PHRASE_AT(longer, scan, a->end) != NULL || !bs__amount_shift(&a->number, power)) return;
    a->end += taken;
}

void bs__amount_coins(bs__amount *a, const bs__scan *scan)
{
    enum { COINS_MAX = 2 };
    if (!a->has_unit) return;
    bool chinese = scan->lang == BS_LANG_ZH && a->unit.dimension == BS_DIM_MONEY;
    if (a->money_before && chinese && a->end == a->number.end) take_named_coin(a, scan);
    if (a->money_before) return;
    if (a->unit.dimension == BS_DIM_MONEY && take_lower_scale(a, scan)) return;
    bool tenths = a->unit.dimension == BS_DIM_PERCENT && a->unit.power == 1;
    if (a->unit.dimension != BS_DIM_MONEY && !tenths) return;
    for (int i = 0; i < COINS_MAX; i++) {
        if (!(tenths ? take_hundredths(a, scan) : take_coin(a, scan))) return;
    }
}

// 两年半, 2시간 반, 三吨半.
void bs__amount_half(bs__amount *a, const bs__scan *scan)
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
