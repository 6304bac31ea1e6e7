// SPDX-License-Identifier: GPL-3.0-or-later
// The unit of each value of a table: from its cell, its row, its header or the caption.
#include "engine/core/unit.h"
#include "engine/extract/grid_internal.h"
#include "engine/extract/table_internal.h"
#include "engine/extract/words.h"

static bool is_rate(bs_measure measure)
{
    return measure == BS_MEASURE_GROWTH || measure == BS_MEASURE_SHARE;
}

// Without footnotes and remarks in brackets at its end: "실업률(계절조정)".
static bs_str bare_name(bs_str label)
{
    for (;;) {
        label = bs_str_trim(label);
        bool closed = bs_list_ends(label, ")|）|]");
        size_t open = label.len;
        while (closed && open > 0 && label.ptr[open - 1] != '(' && label.ptr[open - 1] != '[')
            open--;
        if (!closed || open <= 1) return label;
        label.len = open - 1;
    }
}

bool bs__names_rate(bs_str label)
{
    static const char words[] =
        "률|율|率|비율|比率|비중|比重|割合|占比|구성비|構成比|シェア|rate|Rate|share|Share|"
        "percentage|margin|집약도|집중도|의존도|自给度|投入强度|集中度|依存度|R&D intensity";
    static const bs_str others[] = {
        BS_STR_INIT("환율"),      BS_STR_INIT("배율"),    BS_STR_INIT("출산율"),
        BS_STR_INIT("출생"),      BS_STR_INIT("사망"),    BS_STR_INIT("汇率"),
        BS_STR_INIT("匯率"),      BS_STR_INIT("倍率"),    BS_STR_INIT("出生"),
        BS_STR_INIT("死亡"),      BS_STR_INIT("出産"),    BS_STR_INIT("生育"),
        BS_STR_INIT("自然增"),    BS_STR_INIT("xchange"), BS_STR_INIT("irth"),
        BS_STR_INIT("eath"),      BS_STR_INIT("ertil"),   BS_STR_INIT("ortality"),
        BS_STR_INIT("婚"),        BS_STR_INIT("혼"),      BS_STR_INIT("회전율"),
        BS_STR_INIT("周转率"),    BS_STR_INIT("効率"),    BS_STR_INIT("효율"),
        BS_STR_INIT("per share"),
    };
    bool inside = label.len > 2 && label.ptr[0] == '(' && label.ptr[label.len - 1] == ')';
    label = bare_name(inside ? bs_str_slice(label, 1, label.len - 1) : label); // "(비중)"
    if (!bs_list_ends(label, words)) return false;
    for (size_t i = 0; i < BS_COUNT(others); i++) {
        if (bs_str_find(label, others[i], 0) != SIZE_MAX) return false;
    }
    return true;
}

static uint32_t value_index(const bs__grid *grid, uint32_t col, uint32_t *count)
{
    uint32_t index = 0;
    *count = 0;
    for (uint32_t i = grid->value_col; i < grid->col_count; i++) {
        if (grid->columns[i].role != BS__COLUMN_VALUE) continue;
        index += i < col;
        ++*count;
    }
    return index;
}

// The same among the different names of columns: "output | value | output | value". With `lowest`
// these are the lowest heads, whatever stands over them.
static uint32_t measure_index(const bs__grid *grid, uint32_t col, bool lowest, uint32_t *count)
{
    enum { MEASURES_MAX = 8 };
    bs_str names[MEASURES_MAX];
    uint32_t index = 0;
    *count = 0;
    for (uint32_t i = grid->value_col; i < grid->col_count; i++) {
        const bs__column *column = &grid->columns[i];
        uint32_t known = 0;
        if (column->role != BS__COLUMN_VALUE) continue;
        bs_str name = lowest ? bs_str_trim(bs__grid_head(grid, i)) : column->label;
        while (known < *count && !bs_str_equal(names[known], name))
            known++;
        if (i == col) index = known;
        if (known < *count) continue;
        if (*count == MEASURES_MAX || name.len == 0) return *count = 0;
        names[(*count)++] = name;
    }
    return index;
}

// Do all columns of values say the same but for their time? Then no unit of a list is one's own.
static bool differ_in_time_only(const bs__grid *grid)
{
    const bs__column *first = NULL;
    for (uint32_t i = grid->value_col; i < grid->col_count; i++) {
        const bs__column *column = &grid->columns[i];
        if (column->role != BS__COLUMN_VALUE) continue;
        if (!column->timed) return false;
        if (first != NULL && !bs_str_equal(first->label, column->label)) return false;
        if (first == NULL) first = column;
    }
    return true;
}

// The same among columns of levels that print no unit themselves, with a name each, beside rates
// that do: "investment | % | floor space | %" under two units.
static uint32_t bare_index(const bs__grid *grid, uint32_t col, uint32_t *count)
{
    uint32_t index = 0;
    bs_str before = {0};
    *count = 0;
    for (uint32_t i = grid->value_col; i < grid->col_count; i++) {
        const bs__column *column = &grid->columns[i];
        if (column->role != BS__COLUMN_VALUE || column->unit.len > 0) continue;
        if (is_rate(column->measure) || column->label.len == 0) return *count = 0;
        if (*count > 0 && bs_str_equal(before, column->label)) return *count = 0;
        before = column->label;
        index += i < col;
        ++*count;
    }
    return index;
}

static bool has_index(const bs_unit_text *unit)
{
    for (size_t i = 0; i < unit->list_count; i++) {
        if (bs_str_equal(unit->list[i].unit, BS_STR("index"))) return true;
    }
    return false;
}

// What is paid, and who or what is counted, by the last word of a name: 관광수입 and 관광객수 under
// "(만명, 억원)".
static bool names_sum(bs_str label)
{
    static const char words[] =
        "금액|액|수입|매출|소득|임금|비용|예산|지출|수익|이익|급여|생산액|가격|요금|金额|金額|額|"
        "额|"
        "收入|支出|销售额|产值|利润|収入|売上高|売上|費用|費|給与|賃金|価格|所得|産出額|"
        "revenue|Revenue|revenues|Revenues|receipts|Receipts|sales|Sales|value|Value|expenditure|"
        "Expenditure|spending|Spending|income|Income|turnover|Turnover|earnings|Earnings|costs";
    return bs_list_ends(bare_name(label), words);
}

static bool names_heads(bs_str label)
{
    static const char words[] =
        "수|인원|명수|건수|人数|人次|人員|人口|件数|户数|戸数|台数|辆数|数量|물량|생산량|판매량|"
        "产量|"
        "销量|生産量|数|persons|Persons|people|visitors|Visitors|arrivals|Arrivals|employees|"
        "passengers|Passengers|volume|Volume|quantity|Quantity|Number|number";
    return bs_list_ends(bare_name(label), words);
}

// 世帯数 under "(人、世帯、％)": the only counter whose word the name holds last; list_count where
// there is none.
static size_t pick_by_counter(const bs_unit_text *unit, bs_str label)
{
    static const bs_str counter = BS_STR_INIT("count:");
    size_t pick = unit->list_count, last = 0;
    for (size_t i = 0; i < unit->list_count; i++) {
        bs_str code = unit->list[i].unit;
        if (!bs_str_starts(code, counter)) continue;
        bs_str word = bs_str_slice(code, counter.len, code.len);
        for (size_t at = bs_str_find(label, word, 0); at != SIZE_MAX;
             at = bs_str_find(label, word, at + word.len)) {
            if (pick < unit->list_count && at + word.len < last) continue;
            pick = i;
            last = at + word.len;
        }
    }
    return pick;
}

// 人口密度 under "人、人/km²": the unit by an area; list_count where there is none.
static size_t pick_density(const bs_unit_text *unit, bs_str row, bs_str column)
{
    static const char names[] = "密度|밀도|density|Density";
    size_t pick = unit->list_count;
    if (!bs_list_ends(bare_name(column), names) && !bs_list_ends(bare_name(row), names))
        return pick;
    for (size_t i = 0; i < unit->list_count; i++) {
        bs_str code = unit->list[i].unit;
        if (memchr(code.ptr, '/', code.len) != NULL) pick = i;
    }
    return pick;
}

// Among the units of levels in a list, the only one of money for a sum and the only other one for a
// count; list_count where the name does not decide.
static size_t pick_by_name(const bs_unit_text *unit, bs_str row, bs_str column)
{
    size_t money = unit->list_count, other = unit->list_count, levels = 0;
    for (size_t i = 0; i < unit->list_count; i++) {
        if (bs__is_percent(unit->list[i].unit)) continue;
        levels++;
        *(bs_unit_dimension(unit->list[i].unit) == BS_DIM_MONEY ? &money : &other) = i;
    }
    size_t density = pick_density(unit, row, column);
    if (density < unit->list_count) return density;
    size_t counter = pick_by_counter(unit, column);
    if (counter < unit->list_count) return counter;
    bool both = levels == 2 && money < unit->list_count && other < unit->list_count;
    bool sum = names_sum(column) || names_sum(row), heads = names_heads(column) || names_heads(row);
    if (!both || sum == heads) return unit->list_count;
    return sum ? money : other;
}

// Is a column of values, or a row, named a rate?
static bool names_rates(const bs__table_job *job)
{
    const bs__grid *grid = &job->grid;
    for (uint32_t col = grid->value_col; col < grid->col_count; col++) {
        const bs__column *column = &grid->columns[col];
        if (column->role != BS__COLUMN_VALUE || column->unit.len > 0) continue;
        if (is_rate(column->measure) || bs__names_rate(column->label)) return true;
    }
    for (uint32_t row = grid->header_row_count; row < grid->row_count; row++) {
        const bs__row_info *info = &job->rows[row];
        if (!grid->rows[row].data || info->unit.len > 0) continue;
        if (is_rate(info->measure) || bs__names_rate(info->label)) return true;
    }
    return false;
}

// A caption with several units: one for each column of values or each name of columns, or one for
// levels and one for rates.
static bool unit_of_list(const bs__table_job *job, uint32_t row, uint32_t col,
                         bs__cell_meaning *out)
{
    const bs_unit_text *unit = &job->unit;
    const bs__column *column = &job->grid.columns[col];
    if (unit->list_count < 2) return false;
    uint32_t count, index = value_index(&job->grid, col, &count);
    size_t pick = unit->list_count;
    uint32_t measures, measure = measure_index(&job->grid, col, false, &measures);
    if (measures != unit->list_count && job->grid.header_row_count > 1)
        measure = measure_index(&job->grid, col, true, &measures);
    uint32_t bares, bare = bare_index(&job->grid, col, &bares);
    bool rate = is_rate(out->measure) || bs__names_rate(job->rows[row].label) ||
                bs__names_rate(column->label);
    // "지수 | 전월비 | 전년동월비" under "(2020=100, %)": both rates are in percent.
    bool named = measures == unit->list_count && bs__is_percent(unit->list[measure].unit) == rate;
    if (count == unit->list_count && !differ_in_time_only(&job->grid)) {
        pick = index;
    } else if (bares == unit->list_count && !rate && !differ_in_time_only(&job->grid)) {
        pick = bare;
    } else if (measures == unit->list_count && (named || !has_index(unit))) {
        pick = measure;
    }
    // "매출액 | 영업이익 | 증감률" under "(억원, %)": the percent is that of what is named a rate.
    bool taken = pick < unit->list_count && !rate && bs__is_percent(unit->list[pick].unit) &&
                 names_rates(job);
    if (pick == unit->list_count || taken)
        pick = rate ? unit->list_count : pick_by_name(unit, job->rows[row].label, column->label);
    if (pick == unit->list_count) {
        for (size_t i = unit->list_count; i-- > 0;) {
            bool index_unit = bs_str_equal(unit->list[i].unit, BS_STR("index"));
            // "%, 2020=100" are rates but for what is named an index.
            bool fits = index_unit ? out->measure == BS_MEASURE_INDEX
                                   : bs__is_percent(unit->list[i].unit) == rate;
            if (fits) pick = i;
        }
        if (pick == unit->list_count && bs__is_percent(unit->list[0].unit) && has_index(unit))
            pick = 0;
    }
    // 고용률 under "%, 천명" is in percent, wherever its column stands.
    for (size_t i = 0; pick < unit->list_count && rate && i < unit->list_count; i++) {
        if (!bs__is_percent(unit->list[pick].unit) && bs__is_percent(unit->list[i].unit)) pick = i;
    }
    if (pick >= unit->list_count) return false;
    out->unit = unit->list[pick].unit;
    out->unit_power = unit->list[pick].power;
    out->unit_text = unit->list[pick].text;
    out->unit_rule = "caption with several units";
    return true;
}

bool bs__names_per_share(bs_str label)
{
    static const char words[] = "per share|per diluted share|per common share|per basic share|"
                                "주당|每股|1株当たり|1株当り|EPS|per unit|per ADS";
    for (size_t at = 0; at < label.len; at++) {
        if (bs_list_starts(bs_str_slice(label, at, label.len), words)) return true;
    }
    return false;
}

// Of a row, or of the rows that it stands under: "Net income per share:" over "Basic".
static bool is_per_share(const bs__row_info *row)
{
    return bs__names_per_share(row->label) || bs__names_per_share(row->group);
}

// "29.7p" of earnings per share among pounds: pence, and nothing provisional.
bool bs__table_is_pence(const bs__table_job *job, uint32_t row, uint32_t col)
{
    const bs_cell_value *cell = bs__grid_value(&job->grid, row, col);
    const bs__column *column = &job->grid.columns[col];
    bs_str behind = bs__grid_text(&job->grid, row, col);
    if (cell->state != BS_STATE_VALUE || cell->unit.len > 0) return false;
    behind = bs_str_trim(bs_str_slice(behind, cell->digits_end, behind.len));
    bool share = is_per_share(&job->rows[row]) || bs__names_per_share(column->label);
    bs_str money = column->unit.len > 0     ? column->unit
                   : job->unit.unit.len > 0 ? job->unit.unit
                                            : job->sign;
    return share && bs_str_equal(behind, BS_STR("p")) && bs_str_equal(money, BS_STR("GBP"));
}

// "$ 2,374" under "dollars in thousands": the scale of the caption holds for a bare sign of the
// same money in the cell, and not for a word of scale, which the cell would have itself.
static int scale_of_caption(const bs__table_job *job, uint32_t row, uint32_t col)
{
    const bs_cell_value *cell = bs__grid_value(&job->grid, row, col);
    bs_str text = bs__grid_text(&job->grid, row, col);
    bool money = bs_unit_dimension(cell->unit) == BS_DIM_MONEY;
    bool same =
        bs_str_equal(job->unit.unit, cell->unit) || bs_str_equal(job->unit.unit, BS_STR("1"));
    bs_str behind = bs_str_trim(bs_str_slice(text, cell->digits_end, text.len));
    if (!money || !same || behind.len > 1 || is_per_share(&job->rows[row])) return 0;
    return job->unit.power;
}

// "Weighted-average shares", "Number of stores": counted, whatever money the rows around it are in.
static bool is_count(bs_str label)
{
    static const char ends[] = "shares|Shares|employees|Employees|stores|units|customers|"
                               "subscribers|outstanding|headcount|ratio|Ratio|times|days";
    static const char starts[] = "Number|number|Shares|Weighted|Average number|Headcount|Units";
    label = bare_name(label);
    return !bs__names_per_share(label) &&
           (bs_list_ends(label, ends) || bs_list_starts(label, starts));
}

// The sign of the rows above, where no unit but a scale is stated.
static void take_sign(const bs__table_job *job, uint32_t row, bs__cell_meaning *out)
{
    bool scale_only = bs_str_equal(out->unit, BS_STR("1"));
    if (!scale_only || job->sign.len == 0 || is_rate(out->measure) ||
        is_count(job->rows[row].label))
        return;
    out->unit = job->sign;
    out->unit_rule = "sign of the first row";
}

// People and places are in no money: "Employees" in a table of "€ million".
static bool is_headcount(bs_str label)
{
    static const char names[] = "employees|Employees|headcount|Headcount|stores|Stores|customers|"
                                "직원 수|임직원 수|従業員数|员工人数";
    return bs_list_ends(bare_name(label), names);
}

static void take_caption(const bs__table_job *job, uint32_t row, uint32_t col,
                         bs__cell_meaning *out)
{
    bool money = bs_unit_dimension(job->unit.unit) == BS_DIM_MONEY;
    bool heads = is_headcount(job->rows[row].label) || is_headcount(job->grid.columns[col].label);
    if (money && heads) {
        out->unit = BS_STR("1");
        out->unit_rule = "a number of people";
        return;
    }
    out->unit = job->unit.unit;
    out->unit_power = job->unit.power;
    out->unit_text = job->unit_text;
    out->unit_rule = "caption";
    if (job->unit.but_per_share && is_per_share(&job->rows[row])) out->unit_power = 0;
}

// The unit where neither cell nor row nor header prints one. A caption of one unit counts levels,
// not what is named a rate.
static void take_stated(const bs__table_job *job, uint32_t row, uint32_t col, bs__cell_meaning *out)
{
    bool percent_caption = bs__is_percent(job->unit.unit);
    const bs__named_unit *own = bs__table_named_unit(job, row, col);
    if (own != NULL && bs__is_percent(own->unit) == is_rate(out->measure)) {
        out->unit = own->unit;
        out->unit_power = own->power;
        out->unit_text = own->text;
        out->unit_rule = "caption by name";
        return;
    }
    bool stated = job->unit.unit.len > 0;
    bool named =
        out->measure == BS_MEASURE_LEVEL && stated &&
        (bs__names_rate(job->rows[row].label) || bs__names_rate(job->grid.columns[col].label));
    if (unit_of_list(job, row, col, out)) return;
    if ((is_rate(out->measure) || named) && !percent_caption) {
        out->unit = BS_STR("%");
        out->unit_rule = "name of a rate";
    } else if (stated && (out->measure != BS_MEASURE_INDEX || percent_caption ||
                          bs_str_equal(job->unit.unit, BS_STR("index")))) {
        take_caption(job, row, col, out);
    } else {
        out->unit = BS_STR("1");
        out->unit_rule = "none is stated";
    }
    take_sign(job, row, out);
}

// "금액", 金额, "Value" beside a column of amounts that have units of their own.
static bool names_money(bs_str label)
{
    static const char words[] = "금액|가액|金额|金額|価額|价值|货值|總值|总值|Value|value|VALUE";
    label = bare_name(label);
    if (bs_list_ends(label, words)) return true;
    // "金额 累计"
    const char *blank = label.len > 0 ? memrchr(label.ptr, ' ', label.len) : NULL;
    if (blank == NULL) return false;
    size_t at = (size_t)(blank - label.ptr);
    return bs_word_is(bs_str_slice(label, at + 1, label.len), BS_MEANS_CUMULATIVE) &&
           bs_list_ends(bs_str_slice(label, 0, at), words);
}

static bool lists_percent(const bs_unit_text *unit)
{
    for (size_t i = 0; i < unit->list_count; i++) {
        if (bs__is_percent(unit->list[i].unit)) return true;
    }
    return false;
}

// A unit of rows is that of their levels: a column of rates keeps its own, or the percent that the
// caption lists, and one of money is in no tonnes.
static bool row_unit_holds(const bs__table_job *job, const bs__column *column, bs_str unit)
{
    bool stated = column->unit.len > 0 || lists_percent(&job->unit) ||
                  bs__names_rate(column->label) ||
                  bs_list_ends(bare_name(column->label), "比|同比|环比");
    bool rates = (stated && is_rate(column->measure)) || bs__is_percent(column->unit);
    bool money = names_money(column->label) && bs_unit_dimension(unit) != BS_DIM_MONEY;
    return !rates && !money;
}

// The most exact statement of a unit wins: cell, row, header, caption.
// Whether the number to the left in the row is an amount, no percentage.
static bool row_has_amounts(const bs__table_job *job, uint32_t row, uint32_t col)
{
    if (bs__is_percent(job->rows[row].unit)) return false;
    while (col-- > 0) {
        const bs_cell_value *cell = bs__grid_value(&job->grid, row, col);
        const bs__column *column = &job->grid.columns[col];
        if (cell->state == BS_STATE_VALUE && column->role == BS__COLUMN_VALUE)
            return !bs__is_percent(cell->unit.len > 0 ? cell->unit : column->unit);
    }
    return false;
}

// "Change on quarter", "전년대비 증감" below rows of levels: what their percentages differ by.
static bool names_change(const bs__row_info *row)
{
    return row->unit.len == 0 &&
           (bs_list_starts(row->label, "Change |Difference") ||
            bs_list_ends(row->label, "증감|增减|増減|增減|전년차|전월차|前年差|前月差|Change"));
}

void bs__table_cell_unit(const bs__table_job *job, uint32_t row, uint32_t col,
                         bs__cell_meaning *out)
{
    const bs__column *column = &job->grid.columns[col];
    const bs__row_info *info = &job->rows[row];
    const bs_cell_value *cell = bs__grid_value(&job->grid, row, col);
    if (column->role == BS__COLUMN_RANK || out->measure == BS_MEASURE_RANK) {
        *out = (bs__cell_meaning){
            .unit = BS_STR("rank"), .measure = BS_MEASURE_RANK, .unit_rule = "header"};
    } else if (cell->unit.len > 0) {
        out->unit = cell->unit;
        out->unit_power = scale_of_caption(job, row, col);
        out->unit_rule = "cell";
    } else if (bs__table_is_pence(job, row, col)) {
        out->unit = BS_STR("GBX");
        out->unit_rule = "cell";
    } else if (info->unit.len > 0 && row_unit_holds(job, column, info->unit)) {
        out->unit = info->unit;
        out->unit_power = info->unit_power;
        out->unit_text = info->unit_text;
        out->unit_rule = "row";
    } else if (column->unit.len > 0) {
        out->unit = column->unit;
        out->unit_power = column->unit_power;
        out->unit_text = column->unit_text;
        out->unit_rule = "header";
    } else {
        take_stated(job, row, col, out);
    }
    if (cell->unit.len == 0 && info->unit.len == 0 && bs__is_percent(out->unit) &&
        (bs__names_sample(info->label) ||
         (column->unit.len == 0 && bs__names_sample(column->label)))) {
        out->unit = BS_STR("1");
        out->unit_power = 0;
        out->unit_rule = "name of a sample or a score";
    }
    // What percentages differ by are points; a change of amounts that is printed in % is a rate.
    bool rate = cell->unit.len > 0 && row_has_amounts(job, row, col);
    bool differs = column->difference ||
                   (cell->unit.len == 0 && bs__is_percent(column->unit) && names_change(info));
    if (differs && bs_str_equal(out->unit, BS_STR("%")) && !rate) {
        out->unit = BS_STR("%p");
        out->unit_rule = "difference of rates";
    }
}
