// SPDX-License-Identifier: GPL-3.0-or-later
// Balances and levels, of which there is one a day: those of a paper on some months together are as
// of the end of them. "2024年前三季度 … 应收账款余额" is of its third quarter, "4～9月期 … 総資産"
// of September; what flows in or out is of all of them.
#include "engine/extract/moment_internal.h"
#include "engine/extract/role.h"

// What a balance is called, at the end of its name.
static const char balances[] =
    "余额|余额合计|结余|存栏|存栏量|结存|库存|库存量|保有量|总资产|资产总额|资产总计|净资产|总负债|"
    "负债总额|负债合计|资产负债率|在手订单|储备|存量|存煤|资产规模|贷款余额|"
    "잔액|잔고|보유액|보유고|보유량|재고|재고량|총자산|자산총계|부채총계|자본총계|부채비율|순자산|"
    "수탁고|차입금|순차입금|현금성 자산|현금성자산|적립금|자기자본|"
    "残高|総資産|純資産|自己資本|自己資本比率|有利子負債|受注残|在庫残|手元資金|手元流動性|"
    "現金及び現金同等物|"
    "outstanding|net debt|Net debt|otal assets|et assets|rder book|rder backlog|acklog|everage|"
    "ash and cash equivalents|eserves|otal liabilities|otal equity|eadcount";

// And what makes it a flow, or the mean of the whole time.
static const char flows[] = "平均|新增|增加额|增量|増加額|증가액|평균|증감|verage|change|ncrease";

// Words that say so of whatever stands in the clause that they open, or in front of them.
static const char opening[] =
    "报告期末|本报告期末|截至报告期末|期末，|当期末|当四半期末|期末の|期末は|"
    "기말 |기말의|분기말 |반기말 |당기말 |당분기말 ";
static const char closing[] =
    " at the period end| at period end| at the end of the period| at the end of the quarter|"
    " at the end of the half| at quarter end| at quarter-end| at the half-year end|"
    " at the balance sheet date| at year end| at year-end";

static bool is_balance(bs_str label)
{
    return bs_list_ends(bs_str_trim(label), balances) && !bs_str_has_any(label, flows);
}

// Some months or quarters together, no longer than a year.
static bool is_of_months(bs_period period)
{
    enum { MONTHS = 12 };
    return bs__is_part_of_year(period) && bs_period_is_span(period) &&
           period.last - period.first < MONTHS;
}

// "上半年增加1.8万亿元 … 其中，房贷余额13万亿元": the quarter that a half ends with. What a balance
// has changed by is of all of it.
static bool end_half(bs_quantity *quantity)
{
    enum { QUARTERS = 4 };
    bs_period period = quantity->period;
    if (period.frequency != BS_FREQUENCY_HALF || bs_period_is_span(period)) return false;
    bool points = bs_str_equal(quantity->unit, BS_STR("%p"));
    if (quantity->role == BS_ROLE_CHANGE && !points) return false;
    if (!is_balance(quantity->indicator)) return false;
    bs_date end = bs_period_end(period);
    return bs_period_quarter(&quantity->period, end.year, end.month * QUARTERS / 12, NULL) == BS_OK;
}

static bool is_at_end(bs_str text, const bs_item *item)
{
    bs_str clause = bs_str_slice(text, bs_role__start_before(text, 0, item->start), item->start);
    return bs_list_starts(bs_str_trim(clause), opening) ||
           bs_list_starts(bs_str_slice(text, item->end, text.len), closing);
}

void bs__date_balances(bs__job *job, const bs__passage *passage, const bs_item_array *items,
                       size_t first)
{
    static const char at_end[] = "balance at the end of the time that is reported";
    for (size_t i = 0; i < items->count; i++) {
        bs_quantity *quantity = &job->out->quantities.items[first + i];
        bool amount = quantity->kind == BS_KIND_QUANTITY || quantity->kind == BS_KIND_PERCENT ||
                      quantity->kind == BS_KIND_CURRENCY || quantity->kind == BS_KIND_RANGE;
        if (amount && end_half(quantity)) quantity->period_rule = at_end;
        if (!amount || !is_of_months(quantity->period)) continue;
        if (!is_balance(quantity->indicator) && !is_at_end(passage->text, &items->items[i]))
            continue;
        quantity->period.first = quantity->period.last;
        quantity->period_rule = at_end;
    }
}
