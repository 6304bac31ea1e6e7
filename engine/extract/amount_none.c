// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers with a unit that are no figures: what a rate is divided by, how figures are rounded, and
// a unit that stands alone.
#include "engine/extract/amount_internal.h"
#include "engine/extract/phrase_table.h"
#include "engine/extract/words.h"

// 100, 1,000, a million
static bool is_round(bs_decimal value)
{
    int zeros = -value.scale;
    int64_t rest = value.coefficient;
    for (; rest >= 10 && rest % 10 == 0; rest /= 10)
        zeros++;
    return rest == 1 && zeros >= 2;
}

// 1인당, 10만 명당, 1人当たり, per 1,000 people: what a rate is divided by is no figure of its own.
// "出生率（人口千対）", "1人1日当たり": what else an amount is divided by.
static bool is_rate_base(const bs__scan *scan, const bs__amount *a)
{
    static const bs__phrase fronts[] = {P("人口", JA, 0), P("出生", JA, 0), P("出産", JA, 0),
                                        P("女性人口", JA, 0)};
    static const bs__phrase times[] = {
        P("1日当たり", JA, 0),    P("１日当たり", JA, 0),  P("1日あたり", JA, 0),
        P("1年当たり", JA, 0),    P("1か月当たり", JA, 0), P("1カ月当たり", JA, 0),
        P("1月当たり", JA, 0),    P("1回当たり", JA, 0),   P("1時間当たり", JA, 0),
        P("１か月当たり", JA, 0), P("1キロ当たり", JA, 0), P("１キロ当たり", JA, 0),
        P("1人当たり", JA, 0),    P("1泊当たり", JA, 0),   P("1回あたり", JA, 0)};
    // "1俵1万700円", "1トン約9万4千円": what a price is for.
    size_t next = a->end;
    if (bs__starts_at(scan->text, next, BS_STR("約"))) next += strlen("約");
    bs_numeral price;
    bs__unit_here money;
    bool one = scan->lang == BS_LANG_JA && bs_decimal_equal(a->number.value, (bs_decimal){1, 0}) &&
               a->unit.dimension != BS_DIM_DURATION && a->unit.dimension != BS_DIM_MONEY;
    if (one && bs__numeral_at(&price, scan, next) && bs__unit_behind(&money, scan, price.end) &&
        money.dimension == BS_DIM_MONEY)
        return true;
    bool base = bs_str_equal(a->unit.code, BS_STR("count:対")) &&
                BS_PHRASE_BEFORE(fronts, scan, a->start) != NULL;
    // "ウェイト（一万分比）"
    base |= bs_str_equal(a->unit.code, BS_STR("dur:minute")) &&
            bs__starts_at(scan->text, a->end, BS_STR("比"));
    // "人口千人に対し7.3"
    base |= bs__starts_at(scan->text, a->end, BS_STR("に対し")) &&
            BS_PHRASE_BEFORE(fronts, scan, a->start) != NULL;
    // "人口10万対17.3"
    base |= scan->lang == BS_LANG_JA && bs__starts_at(scan->text, a->end, BS_STR("対")) &&
            BS_PHRASE_BEFORE(fronts, scan, a->start) != NULL;
    // "下降到15.1/10万": so many of as many.
    base |= !a->has_unit && is_round(a->number.value) && a->start > 1 &&
            scan->text.ptr[a->start - 1] == '/' && bs_is_digit(scan->text.ptr[a->start - 2]);
    return base || BS_PHRASE_AT(times, scan, a->end) != NULL;
}

// "10아르(a) 당", "3.3㎡(1평)당": where 당 may stand behind the bracket that says the same again,
// or that the number closes.
static size_t behind_gloss(bs_str text, size_t at)
{
    enum { GLOSS_BYTES_MAX = 30 };
    bool opens = bs__starts_at(text, at, BS_STR("("));
    if (!opens && !bs__starts_at(text, at, BS_STR(")"))) return at;
    size_t close = bs_str_find(bs_str_slice(text, 0, at + GLOSS_BYTES_MAX), BS_STR(")"), at);
    return close == SIZE_MAX ? at : bs_gap_skip(text, close + 1);
}

// "㏊(헥타르·1만㎡)": what a unit is, by another one.
static bool is_gloss(const bs__scan *scan, const bs__amount *a)
{
    return scan->lang == BS_LANG_KO && bs__starts_at(scan->text, a->end, BS_STR(")")) &&
           bs_list_ends(bs_str_slice(scan->text, 0, a->start),
                        "(헥타르·|(아르·|(마일·|(피트·|(배럴·|(온스·|(갤런·|(에이커·|(파운드·|"
                        "(노트·|(해리·|(평·");
}

static bool is_denominator(const bs__scan *scan, const bs__amount *a)
{
    static const bs__phrase behind[] = {P("당", KO, 0), P("当たり", JA, 0), P("あたり", JA, 0),
                                        P("当り", JA, 0), P("につき", JA, 0)};
    static const bs__phrase fronts[] = {P("per", EN, 0), P("every", EN, 0), P("每", ZH, 0)};
    if (a->money_before) return false;
    if (!a->has_unit && scan->lang != BS_LANG_EN) return is_rate_base(scan, a);
    bool front = BS_PHRASE_BEFORE(fronts, scan, bs__gap_back(scan->text, a->start)) != NULL;
    if (front && (a->has_unit || is_round(a->number.value))) return true;
    if (!a->has_unit) return is_rate_base(scan, a);
    // "1인 당 진료비"
    size_t at = scan->lang == BS_LANG_KO ? behind_gloss(scan->text, bs_gap_skip(scan->text, a->end))
                                         : a->end;
    const bs__phrase *word = BS_PHRASE_AT(behind, scan, at);
    if (is_rate_base(scan, a) || is_gloss(scan, a)) return true;
    if (word == NULL) return false;
    return scan->lang != BS_LANG_KO || !bs__hangul_at(scan->text, at + word->text.len);
}

// "1일 평균 승객", "1世帯平均": the mean of each of them.
static bool is_averaged(const bs__scan *scan, const bs__amount *a)
{
    static const bs__phrase means[] = {P("평균", KO, 0), P("平均", JA, 0), P("平均", ZH, 0)};
    static const char units[] = "dur:day|count:인|count:명|count:人|count:회|count:回|count:가구|"
                                "count:세대|count:世帯|count:戸|count:호|count:건|count:件";
    return a->has_unit && bs_decimal_equal(a->number.value, (bs_decimal){1, 0}) &&
           bs_list_is(a->unit.code, units) &&
           BS_PHRASE_AT(means, scan, bs_gap_skip(scan->text, a->end)) != NULL;
}

// 百万円未満切捨て, 1万円札: how figures are rounded, and the name of a note, are no figures.
static bool is_rounding(const bs__scan *scan, const bs__amount *a)
{
    static const bs__phrase words[] = {
        P("未満切", JA, 0),      P("未満は切", JA, 0),   P("未満を切", JA, 0),
        P("未満四捨", JA, 0),    P("未満は四捨", JA, 0), P("未満を四捨", JA, 0),
        P("미만 절", KO, 0),     P("미만은 절", KO, 0),  P("미만은 반올림", KO, 0),
        P("미만 반올림", KO, 0), P("札", JA, 0),         P("硬貨", JA, 0),
        P("切手", JA, 0),
    };
    return a->has_unit && BS_PHRASE_AT(words, scan, bs_gap_skip(scan->text, a->end)) != NULL;
}

// "売上高 営業利益", and below "百万円 ％ 百万円 ％": a unit that stands alone between blanks.
static bool is_unit_alone(const bs__scan *scan, const bs__amount *a)
{
    unsigned flags = a->number.flags;
    bool bare = a->has_unit && (flags & BS_NUMERAL_BARE) != 0 && (flags & BS_NUMERAL_DIGITS) == 0 &&
                scan->lang == BS_LANG_JA;
    bs_str printed = bs_str_slice(scan->text, a->number.start, a->number.end);
    if (!bare || !bs_list_is(printed, "千|百万|十億|億")) return false;
    bs_str front = bs_str_slice(scan->text, 0, a->start);
    bs_str after = bs_str_slice(scan->text, a->end, scan->text.len);
    return (front.len == 0 || bs_list_ends(front, " |\n|　|\t")) &&
           (after.len == 0 || bs_list_starts(after, " |\n|　|\t|\r"));
}

bool bs__amount_is_none(const bs__amount *a, const bs__scan *scan)
{
    return is_denominator(scan, a) || is_averaged(scan, a) || is_rounding(scan, a) ||
           is_unit_alone(scan, a);
}
