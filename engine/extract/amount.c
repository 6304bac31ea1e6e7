// SPDX-License-Identifier: GPL-3.0-or-later
// Amounts: a number with its unit, money in front or behind.
#include "engine/base/utf8.h"
#include "engine/extract/amount_internal.h"
#include "engine/extract/phrase_table.h"
#include "engine/extract/words.h"

bool bs__amount_shift(bs_numeral *number, int power)
{
    if (bs_decimal_shift(&number->value, number->value, power, NULL) != BS_OK) return false;
    number->power += power;
    return true;
}

// "자연증가는 △1만 2,146명", "→ △14명", "(△14명)": behind what is spoken of a triangle is a sign,
// and no mark of a list.
static bool is_spoken_of(bs_str text, size_t at)
{
    size_t back = bs__gap_back(text, at);
    bs_str before = bs_str_slice(text, 0, back);
    if (bs_list_ends(before, "→|->|(|（")) return true;
    return back < at && bs_list_ends(before, "는|은|에서|대비");
}

// A sign is a sign where no number or word stands in front: "-5", "(-5", "比-5"; in "3-5" and "75
// -300" it joins, and at the start of a line before a blank it is a bullet.
static bool sign_stands(const bs__scan *scan, const bs__amount *a, bool percent_like, bool measured)
{
    const bs_numeral *number = &a->number;
    bs_str text = scan->text;
    size_t at = number->start, end = a->end;
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
    // "△8월 6조 원 △9월 6조 원": so it is before a month.
    bool time = triangle && scan->lang == BS_LANG_KO &&
                bs_list_starts(bs_str_slice(text, number->end, text.len), "월|분기|년");
    if (time) return false;
    if (triangle && (bs__triangle_rises(scan, at) || bs__triangle_lists(scan, at, end)))
        return false;
    if (triangle)
        return scan->lang == BS_LANG_JA || (tight && (percent_like || is_spoken_of(text, at)));
    // "(―13.6%)": a long dash is a sign right behind a bracket, and elsewhere it joins or parts.
    if (mark.code == 0x2014 || mark.code == 0x2015)
        return tight && bs_list_ends(bs_str_slice(text, 0, at), "(|（");
    if (back == 0 && !tight) return bs_gap_skip(text, number->end) == text.len;
    if (tight && back < at && bs__signed_again(text, mark.code, end)) return true;
    bs_rune before = bs_utf8_decode_before(text, back);
    size_t len;
    bool digit = back > 0 && (bs_digit_at(text, back - before.len, &len) >= 0);
    if (digit && tight && bs__triangle_before_rate(scan, at)) return true;
    if (digit && tight && back < at && mark.code == '-' && bs__sign_in_row(text, at)) return true;
    if (mark.code == '-' && tight && back < at && bs__minus_of_cells(scan, back, number))
        return true;
    bool rate = a->has_unit && a->unit.dimension == BS_DIM_PERCENT;
    if (digit && rate && tight && back < at && mark.code == '-' &&
        bs__minus_behind_larger(text, back, number->value))
        return true;
    // "1.8% -2.0% +0.4%": behind a blank each rate of a row has its own.
    // "前月比(件数) -6.8%": behind a blank and the bracket of a word, and not of a number.
    bs_rune inside = bs_utf8_decode_before(text, back > 0 ? back - before.len : 0);
    bool wide = bs_rune_is_han(inside.code) || bs_rune_is_kana(inside.code) ||
                bs_rune_is_hangul(inside.code);
    bool worded = before.code == ')' && wide && tight && back < at && mark.code != '+';
    bool joins = (before.code == ')' && !worded) || (before.code == '%' && (back == at || !tight));
    if (digit || bs__letter_before(text, at) || joins) return false;
    bool doubled = before.code == '-' || before.code == mark.code;
    if (back == at && (bs_rune_is_hangul(before.code) || doubled)) return false;
    // 同比-5.2% is negative; 歼-20 is a name.
    bool ideograph = bs_rune_is_han(before.code) || bs_rune_is_kana(before.code);
    // "指数は-5", "指数が−3": behind the particle of a topic.
    bool minus = tight && mark.code != '+' && mark.code != 0xFF0B && scan->lang == BS_LANG_JA;
    bool topic = minus && bs_list_ends(bs_str_slice(text, 0, at), "は|が|も");
    if (ideograph && back == at) return scan->lang != BS_LANG_KO && (measured || topic);
    return tight || back == 0;
}

// "Adults -$12": behind an English word a dash is a sign where something is said to be so much.
static bool may_be_less(bs_str front)
{
    static const char words[] = " was| were| is| are| be| of| to| by| at| from| a| and| or| about| "
                                "around| approximately|loss|income|profit|flow|balance|earnings|"
                                "result|deficit|EBIT|EBITDA";
    front = bs_str_trim(front);
    return front.len == 0 || !bs__letter_before(front, front.len) || bs_list_ends(front, words);
}

// "-$41 million", "▲¥41.00": a sign in front of the money that stands in front of its number.
static void take_sign_of_money(bs__amount *a, const bs__scan *scan)
{
    static const char signs[] = "-|−|－|–|△|▲";
    bs_str front = bs_str_slice(scan->text, 0, a->start);
    bool figures = (a->number.flags & (BS_NUMERAL_DIGITS | BS_NUMERAL_SIGNED)) == BS_NUMERAL_DIGITS;
    if (!a->money_before || !figures || !bs_list_ends(front, signs)) return;
    bs__amount probe = *a;
    probe.number.body = a->start;
    probe.number.start = a->start - bs_utf8_decode_before(scan->text, a->start).len;
    bool less =
        scan->lang != BS_LANG_EN || may_be_less(bs_str_slice(scan->text, 0, probe.number.start));
    if (!less || !sign_stands(scan, &probe, false, true)) return;
    a->start = probe.number.start;
    a->number.value = bs_decimal_negate(a->number.value);
}

// Pounds and dollars of several countries share a word; an amount in millions is money. So do
// weeks and shares in Korean: 3주, but 2억 1,430만 주.
static void settle_ambiguous(bs__amount *a, const bs__scan *scan)
{
    if (!a->has_unit || (a->unit.flags & BS_FORM_AMBIGUOUS) == 0) return;
    if ((a->number.flags & BS_NUMERAL_LARGE) == 0) return;
    if (bs_str_equal(a->unit.code, BS_STR("dur:week"))) {
        a->unit.code = BS_STR("count:주");
        a->unit.dimension = BS_DIM_COUNT_OF;
    }
    if (!bs_str_equal(a->unit.code, BS_STR("lb")) || bs__weighed_near(scan, a->start, a->end))
        return;
    a->unit.code = BS_STR("GBP");
    a->unit.dimension = BS_DIM_MONEY;
}

// "$5m", "£2b": a letter behind money is a scale whatever its case.
static void money_letter(bs__amount *a, const bs__scan *scan)
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
        if (!bs__amount_shift(&a->number, scales[i].power)) return;
        a->number.flags |= BS_NUMERAL_LARGE | BS_NUMERAL_LETTER;
        a->number.end = a->number.plain_end = at + 1;
        return;
    }
}

// "Rs 500 cr", "₹5.2 lakh Cr": the short form stands behind rupees alone.
static void money_crore(bs__amount *a, const bs__scan *scan)
{
    enum { CRORE = 7, LAKH_CRORE = 12 };
    static const bs__phrase crores[] = {P("cr", EN, CRORE), P("crs", EN, CRORE)};
    if (!a->money_before || !bs_str_equal(a->unit.code, BS_STR("INR"))) return;
    bool lakh = a->number.power == LAKH_CRORE - CRORE;
    if ((a->number.flags & BS_NUMERAL_LARGE) && !lakh) return;
    size_t at = bs_gap_skip(scan->text, a->number.end);
    const bs__phrase *crore = BS_PHRASE_AT(crores, scan, at);
    if (crore == NULL || !bs__amount_shift(&a->number, crore->value)) return;
    a->number.flags |= BS_NUMERAL_LARGE | BS_NUMERAL_LETTER;
    a->number.end = a->number.plain_end = at + crore->text.len;
}

static const bs__phrase late_scales[] = {P("million", EN, 6), P("billion", EN, 9),
                                         P("trillion", EN, 12), P("thousand", EN, 3)};

// "75 USD million": the scale behind the money.
static void late_scale(bs__amount *a, const bs__scan *scan)
{
    if (!a->has_unit || a->unit.dimension != BS_DIM_MONEY) return;
    if (a->number.flags & BS_NUMERAL_LARGE) return;
    const bs__phrase *scale = BS_PHRASE_AT(late_scales, scan, bs_gap_skip(scan->text, a->unit.end));
    if (scale == NULL || !bs__amount_shift(&a->number, scale->value)) return;
    a->number.flags |= BS_NUMERAL_LARGE;
    a->unit.end = bs_gap_skip(scan->text, a->unit.end) + scale->text.len;
}

// 一个半小时, 两个半月: the half stands between the counter and the unit. 三个半天 are half days.
static bool half_between(bs__amount *a, const bs__scan *scan)
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

static void find_unit(bs__amount *a, const bs__scan *scan)
{
    // "1,441施設減少": what is told of a number behind its counter.
    static const bs__phrase told[] = {
        P("減", JA, 0),   P("増", JA, 0),   P("拡大", JA, 0), P("縮小", JA, 0), P("上回", JA, 0),
        P("下回", JA, 0), P("低下", JA, 0), P("多", JA, 0),   P("少", JA, 0),   P("程度", JA, 0),
        P("以上", JA, 0), P("以下", JA, 0), P("未満", JA, 0), P("以内", JA, 0), P("余", JA, 0),
        P("超", JA, 0),   P("弱", JA, 0),   P("強", JA, 0),   P("前後", JA, 0), P("近", JA, 0),
        P("中", JA, 0),   P("当", JA, 0),   P("合計", JA, 0), P("純増", JA, 0), P("新設", JA, 0)};
    bs__unit_here behind;
    a->end = a->number.end;
    if ((a->number.flags & BS_NUMERAL_PERCENT) || bs__amount_goes_on_percent(a, scan)) {
        a->number.flags |= BS_NUMERAL_PERCENT;
        a->unit =
            (bs__unit_here){.code = BS_STR("%"), .dimension = BS_DIM_PERCENT, .end = a->number.end};
        a->has_unit = true;
        return;
    }
    if (a->number.flags & BS_NUMERAL_PERMILLE) {
        a->unit = (bs__unit_here){
            .code = BS_STR("permille"), .dimension = BS_DIM_PERCENT, .end = a->number.end};
        a->has_unit = true;
        return;
    }
    if (half_between(a, scan)) return;
    money_letter(a, scan);
    money_crore(a, scan);
    a->end = a->number.end;
    bool found = bs__unit_by_context(&behind, scan, &a->number) ||
                 bs__unit_behind(&behind, scan, a->number.end);
    bool spelled = (a->number.flags & BS_NUMERAL_DIGITS) == 0;
    bool figures = found && (behind.flags & BS_FORM_FIGURES);
    // 3島 are islands; 3港湾 and 五島 are something else.
    bool goes_on = figures && scan->lang == BS_LANG_JA && bs__han_at(scan->text, behind.end) &&
                   BS_PHRASE_AT(told, scan, behind.end) == NULL;
    if (figures && (spelled || goes_on)) found = false;
    if (found && !a->money_before && bs__amount_millions(a, scan, &behind)) return;
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
    settle_ambiguous(a, scan);
    // "€94.20/MWh"
    if (a->money_before && a->end < scan->text.len && scan->text.ptr[a->end] == '/') {
        a->unit.end = a->end;
        bs__unit_ratio(&a->unit, scan);
        a->end = a->unit.end;
    }
}

// "$(0.06)", "$(1.2) million": the parentheses of accounts, which make the number negative.
static bool in_parentheses(bs__amount *a, const bs__scan *scan, size_t at)
{
    bs_numeral number;
    if (!a->money_before || at >= scan->text.len || scan->text.ptr[at] != '(') return false;
    if (!bs__numeral_at(&number, scan, at + 1) || number.start != at + 1) return false;
    bool plain = (number.flags & BS_NUMERAL_DIGITS) && !(number.flags & BS_NUMERAL_SIGNED);
    bool closed = number.end < scan->text.len && scan->text.ptr[number.end] == ')';
    if (!plain || !closed) return false;
    number.value = bs_decimal_negate(number.value);
    number.face = bs_decimal_negate(number.face);
    number.start = at;
    number.plain_end = ++number.end;
    size_t behind = bs_gap_skip(scan->text, number.end);
    const bs__phrase *scale = BS_PHRASE_AT(late_scales, scan, behind);
    if (scale != NULL && !bs__amount_shift(&number, scale->value)) return false;
    if (scale != NULL) number.end = behind + scale->text.len;
    a->number = number;
    return true;
}

// "前年比較表-2016年": a dash in front of a year, and no sign.
static bool is_year_behind_dash(const bs__amount *a)
{
    enum { YEAR_MIN = 1900, YEAR_MAX = 2150 };
    bs_decimal value = a->number.value;
    int64_t year = value.coefficient < 0 ? -value.coefficient : value.coefficient;
    return a->has_unit && bs_str_equal(a->unit.code, BS_STR("dur:year")) && value.scale == 0 &&
           year >= YEAR_MIN && year <= YEAR_MAX;
}

// Reads one number with its unit; false when the words there are no number.
bool bs__amount_one(bs__amount *out, const bs__scan *scan, size_t at, bool signs)
{
    *out = (bs__amount){.start = at};
    size_t from = at;
    bs__unit_here before;
    if (bs__unit_before(&before, scan, at)) {
        out->unit = before;
        out->has_unit = out->money_before = true;
        from = before.end;
        size_t at_end = from + strlen("000");
        char behind = at_end < scan->text.len ? scan->text.ptr[at_end] : '\0';
        bool thousands = bs__starts_at(scan->text, from, BS_STR("000"));
        bool goes_on = (behind >= '0' && behind <= '9') || behind == '.' || behind == ',';
        if (thousands && !goes_on) return false; // "(NZ$000)" is a unit
    }
    if (!in_parentheses(out, scan, from) && !bs__numeral_at(&out->number, scan, from)) return false;
    if (bs__is_only_word(scan, &out->number)) return false;
    bool symbol = out->number.flags & BS_NUMERAL_SIGNED;
    if (symbol && !signs) return false;
    find_unit(out, scan);
    if (symbol && is_year_behind_dash(out)) return false;
    if (symbol && !out->money_before) {
        bool percent_like = !out->has_unit || out->unit.dimension <= BS_DIM_POINT;
        bool measured = out->has_unit || (out->number.flags & BS_NUMERAL_POINT);
        if (!sign_stands(scan, out, percent_like, measured)) return false;
    }
    bs__sense sense = {.measured = out->has_unit,
                       .counter = out->has_unit && out->unit.dimension == BS_DIM_COUNT_OF,
                       .unit = out->unit.code,
                       .end = out->end};
    return bs__words_are_number(scan, &out->number, &sense);
}

bool bs__amount_scale(bs__amount *a)
{
    int power = a->has_unit ? a->unit.power : 0;
    return power == 0 || bs__amount_shift(&a->number, power);
}

static void fill_range(bs_item *item, const bs__amount *low, const bs__amount *high,
                       const bs__scan *scan)
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

static const char *rule_of(const bs__amount *a)
{
    if (a->number.flags & BS_NUMERAL_VAGUE) return "several";
    if (a->number.flags & (BS_NUMERAL_PARTS | BS_NUMERAL_PERCENT)) return "fraction";
    if (!a->has_unit) return "number";
    if (a->unit.dimension == BS_DIM_MONEY) return a->money_before ? "money before" : "money";
    if (a->unit.dimension == BS_DIM_COUNT_OF) return "counter";
    if (a->unit.dimension == BS_DIM_DURATION) return "duration";
    return a->unit.dimension <= BS_DIM_POINT ? "percent" : "measure";
}

static void fill_amount(bs_item *item, const bs__amount *a, const bs__scan *scan)
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

// "one", "3": the last word of `text` is a count below ten.
static bool ends_in_count(bs_str text)
{
    static const char counts[] = "one|two|three|four|five|six|seven|eight|nine|1|2|3|4|5|6|7|8|9";
    size_t start = text.len;
    while (start > 0 && text.ptr[start - 1] != ' ' && text.ptr[start - 1] != '\n')
        start--;
    bs_str last = bs_str_slice(text, start, text.len), rest = bs_str_from(counts), count;
    while (bs_str_next(&rest, '|', &count)) {
        if (bs_str_equal_nocase(last, count)) return true;
    }
    return false;
}

// "one in five households", "3 out of 10": a ratio in words is neither of its numbers.
static bool is_ratio(const bs__scan *scan, const bs__amount *a)
{
    enum { COUNT_MAX = 100 };
    static const bs__phrase joints[] = {P("in", EN, 0), P("in every", EN, 0), P("out of", EN, 0),
                                        P("out of every", EN, 0)};
    bs_str text = scan->text;
    if (scan->lang != BS_LANG_EN || a->money_before) return false;
    bool small = a->number.value.scale == 0 && a->number.value.coefficient <= COUNT_MAX;
    const bs__phrase *joint = BS_PHRASE_BEFORE(joints, scan, bs__gap_back(text, a->start));
    bool bare = !a->has_unit && a->number.value.coefficient > 1;
    if (small && joint != NULL && (bare || a->unit.dimension == BS_DIM_COUNT_OF)) {
        size_t end = bs__gap_back(text, bs__gap_back(text, a->start) - joint->text.len);
        if (ends_in_count(bs_str_slice(text, 0, end))) return true;
    }
    joint = BS_PHRASE_AT(joints, scan, bs_gap_skip(text, a->end));
    if (!small || joint == NULL || a->has_unit) return false;
    bs_numeral other;
    size_t next = bs_gap_skip(text, bs_gap_skip(text, a->end) + joint->text.len);
    return bs__numeral_at(&other, scan, next) && other.value.scale == 0 &&
           other.value.coefficient > a->number.value.coefficient &&
           other.value.coefficient <= COUNT_MAX;
}

// "ten to fifteen people", 三到五年: the unit of the second end makes a number of the first.
static bool read_word_range(bs__scan *scan, bs__amount *low, bs_item *item, size_t *end)
{
    bs__amount high;
    const bs_numeral *number = &low->number;
    size_t mark;
    if (number->end == 0 || number->end <= number->start || low->has_unit) return false;
    if ((number->flags & BS_NUMERAL_DIGITS) || (number->flags & BS_NUMERAL_WORDS) == 0)
        return false;
    static const bs__phrase fronts[] = {P("为", ZH, 0), P("是", ZH, 0), P("约", ZH, 0),
                                        P("需", ZH, 0), P("用", ZH, 0), P("达", ZH, 0),
                                        P("的", ZH, 0), P("在", ZH, 0), P("は", JA, 0),
                                        P("を", JA, 0), P("の", JA, 0), P("が", JA, 0)};
    // "金額七二〇億至七四〇億美元": many digits with a scale are no part of a word.
    bs_str printed = bs_str_slice(scan->text, number->start, number->end);
    bool scaled = bs_utf8_count(printed) > 3 && bs_list_ends(printed, "億|亿|萬|万|兆");
    bool inside = bs__letter_before(scan->text, number->start) ||
                  bs__hangul_before(scan->text, number->start) ||
                  (!scaled &&
                   (bs__han_before(scan->text, number->start) ||
                    bs__kana_before(scan->text, number->start)) &&
                   BS_PHRASE_BEFORE(fronts, scan, number->start) == NULL);
    if (inside || bs__amount_join(scan, number->end, &mark) == 0) return false;
    if (!bs__amount_high_end(&high, low, scan) || !high.has_unit) return false;
    if ((high.number.flags & BS_NUMERAL_DIGITS) != 0) return false;
    *item = (bs_item){.valued = true, .start = low->start, .digits_start = number->start};
    fill_range(item, low, &high, scan);
    item->value = low->number.value;
    *end = item->end;
    return true;
}

// "(-)0.69 per cent": the sign stands in a bracket of its own.
static void take_bracketed_sign(bs__amount *a, const bs__scan *scan)
{
    static const bs_str signs[] = {BS_STR_INIT("(-)"), BS_STR_INIT("(–)"), BS_STR_INIT("(−)")};
    size_t back = bs__gap_back(scan->text, a->start);
    if (back == 0 || scan->text.ptr[back - 1] != ')' || a->number.value.coefficient < 0) return;
    for (size_t i = 0; i < BS_COUNT(signs); i++) {
        if (!bs__ends_at(scan->text, back, signs[i])) continue;
        a->start = back - signs[i].len;
        a->number.value = bs_decimal_negate(a->number.value);
    }
}

// "財經統計處-115年10月外銷訂單統計": the dash stands between a name and a date.
static bool is_dash_before_date(const bs__scan *scan, size_t at)
{
    bs_str text = scan->text;
    bool name = text.ptr[at] == '-' && (bs__han_before(text, at) || bs__hangul_before(text, at) ||
                                        bs__kana_before(text, at));
    size_t len;
    bs__time time;
    return name && bs_digit_at(text, at + 1, &len) >= 0 &&
           bs__time_read(&time, scan, at + 1, false) && time.from.year > 0 && time.from.month > 0;
}

bool bs__amount_read(bs__scan *scan, size_t at, bs_item *item, size_t *end)
{
    bs_numeral number;
    *item = (bs_item){0};
    if (bs__wide_mark(scan->text, at, end)) return true;
    if (is_dash_before_date(scan, at)) return false;
    *item = (bs_item){.start = at, .valued = true};
    if (bs__numeral_at(&number, scan, at) && bs__order_behind(scan, &number, item)) {
        *end = item->end;
        return true;
    }
    bs__amount low;
    if (!bs__amount_one(&low, scan, at, true)) return read_word_range(scan, &low, item, end);
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
    if (bs__amount_is_none(&low, scan) || is_ratio(scan, &low)) {
        *item = (bs_item){0};
        *end = low.end;
        return true;
    }
    bs__amount high;
    bs__amount plain = low;
    if (low.has_unit) bs__unit_of_speed(&low.unit, &low.start, scan);
    *item = (bs_item){.valued = true, .start = low.start, .digits_start = low.number.start};
    bool percent = (low.number.flags & BS_NUMERAL_PERCENT) != 0;
    if (percent) scan->percent_end = low.end;
    bool range = bs__amount_scale(&low) && (bs__amount_high_end(&high, &low, scan) ||
                                            bs__amount_coin_range(&high, &low, scan));
    if (!range) {
        low = plain;
        if (low.has_unit) bs__unit_of_speed(&low.unit, &low.start, scan);
        if (!bs__amount_share_start(&low, scan) || !bs__amount_scale(&low)) return false;
        take_bracketed_sign(&low, scan);
        bs__triangle_falls(&low, scan);
        take_sign_of_money(&low, scan);
        item->start = low.start;
        bs__amount_coins(&low, scan);
        bs__amount_half(&low, scan);
        fill_amount(item, &low, scan);
    } else {
        fill_range(item, &low, &high, scan);
    }
    item->value = low.number.value;
    *end = item->end;
    if (percent && range) scan->percent_end = high.end;
    return true;
}
