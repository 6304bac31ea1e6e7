// SPDX-License-Identifier: GPL-3.0-or-later
// The unit of each value of a table: from its cell, its row, its header or the caption.
#include "engine/base/utf8.h"
#include "engine/core/unit.h"
#include "engine/extract/grid_internal.h"
#include "engine/extract/table_internal.h"
#include "engine/extract/words.h"

static bool is_rate(bs_measure measure)
{
    return measure == BS_MEASURE_GROWTH || measure == BS_MEASURE_SHARE;
}

static bool is_percent(bs_str unit)
{
    bs_dimension dimension = bs_unit_dimension(unit);
    return dimension == BS_DIM_PERCENT || dimension == BS_DIM_POINT;
}

// "Percent changes in prices", "Year-on-year percentage change": a caption that names a change in
// percent first, and nothing beside it.
static bool names_percent_change(bs_str text)
{
    enum { FRONT_BYTES_MAX = 32 };
    for (size_t at = 0; at < text.len && at < FRONT_BYTES_MAX; at++) {
        if (strchr(",;(", text.ptr[at])) return false;
        bs_str rest = bs_str_slice(text, at, text.len);
        if (bs_list_starts(rest, " and | or ")) return false;
        if (bs__begins_percent_change(rest)) return true;
    }
    return false;
}

// A statement without the mark in front of it, and the times at its ends, which are of the table
// and not of its unit: "(2025年10月、前年同月比 %)".
static bs_str without_times(bs_str text, bs_lang lang)
{
    static const char marks[] = ",|、|，|;|；|·";
    while (bs_list_starts(text, marks))
        text = bs_str_trim(bs_str_slice(text, bs_utf8_decode(text, 0).len, text.len));
    bs_str bare = bs_series_bare(text);
    bs_time_text time;
    for (size_t at = 0; at < bare.len; at += bs_utf8_decode(bare, at).len) {
        size_t behind = at + bs_utf8_decode(bare, at).len;
        if (!bs_list_starts(bs_str_slice(bare, at, bare.len), marks)) continue;
        bs_str front = bs_str_slice(bare, 0, at), rest = bs_str_slice(bare, behind, bare.len);
        if (bs_scan_time(&time, bs_str_trim(front), lang)) return bs_str_trim(rest);
        if (bs_scan_time(&time, bs_str_trim(rest), lang)) return bs_str_trim(front);
    }
    return text;
}

// The unit that the lines around the table state for all of it.
static void find_unit(bs__table_job *job)
{
    for (size_t i = 0; i < job->context->near_count; i++) {
        bs_unit_text unit;
        bs_str text = job->context->near[i];
        if (!bs_scan_unit(&unit, job->job->arena, text, job->grid.lang)) continue;
        if (job->unit.unit.len > 0 && !(unit.stated && !job->unit.stated)) continue;
        job->unit = unit;
        job->unit_text = without_times(bs_str_slice(text, unit.start, unit.end), job->grid.lang);
    }
    for (size_t i = 0; i < job->context->near_count && job->unit.unit.len == 0; i++) {
        if (!names_percent_change(job->context->near[i])) continue;
        job->unit = (bs_unit_text){.unit = BS_STR("%")};
        job->unit_text = job->unit.unit;
    }
}

// Accounts print the sign of their money in the first row and under rules only: "$ 12,345" over
// "7,654". Empty where the first row has numbers without it, or other money is printed below.
static bs_str sign_of(const bs__grid *grid)
{
    bs_str sign = {0};
    for (uint32_t row = 0; row < grid->row_count; row++) {
        if (grid->rows[row].header || !grid->rows[row].data) continue;
        bool first = sign.len == 0;
        for (uint32_t col = grid->value_col; col < grid->col_count; col++) {
            const bs_cell_value *value = bs__grid_value(grid, row, col);
            if (value->state != BS_STATE_VALUE) continue;
            if (is_percent(value->unit)) continue;
            bool money = bs_unit_dimension(value->unit) == BS_DIM_MONEY;
            if (money && sign.len == 0) sign = value->unit;
            bool odd = money ? !bs_str_equal(value->unit, sign) : first;
            if (odd) return (bs_str){0};
        }
    }
    return sign;
}

// "€ million" in the corner of a table, or "(in thousands)" across its head, where no line around
// it states a unit.
static void find_corner(bs__table_job *job)
{
    const bs__grid *grid = &job->grid;
    bs_unit_text unit;
    if (job->unit.unit.len > 0 || grid->value_col == 0) return;
    for (uint32_t row = 0; row < grid->header_row_count; row++) {
        bs_str text = bs__plain_label(job->job->arena, bs__grid_text(grid, row, 0));
        const bs_cell *cell = bs__grid_at(grid, row, 0);
        bool title = cell != NULL && grid->col_count > 1 && cell->col_span >= grid->col_count;
        if (text.len == 0 || !bs_scan_unit(&unit, job->job->arena, text, grid->lang)) continue;
        bs_dimension dimension = bs_unit_dimension(unit.unit);
        bool name = dimension == BS_DIM_COUNT_OF || dimension == BS_DIM_DURATION ||
                    bs_str_equal(unit.unit, BS_STR("index"));
        bool whole = unit.start == 0 && unit.end == text.len && unit.list_count < 2;
        // "Output by quarter (million yuan)" over all columns.
        bool of_title = title && bs_list_ends(bs_str_slice(text, 0, unit.end), ")|）|]");
        if (!of_title && (!whole || (name && !unit.stated))) continue;
        job->unit = unit;
        job->unit_text = text;
        return;
    }
}

void bs__table_units(bs__table_job *job)
{
    find_unit(job);
    find_corner(job);
    job->sign = sign_of(&job->grid);
    bs__table_changes(job);
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

// A rate that is printed in percent whatever a caption counts: 실업률, 完全失業率, 构成比, "Jobless
// rate". Rates of exchange and of births are not.
static bool names_rate(bs_str label)
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

// A caption with several units: one for each column of values or each name of columns, or one for
// levels and one for rates.
static bool unit_of_list(const bs__table_job *job, uint32_t row, uint32_t col,
                         bs__cell_meaning *out)
{
    const bs_unit_text *unit = &job->unit;
    const bs__column *column = &job->grid.columns[col];
    uint32_t count, index = value_index(&job->grid, col, &count);
    if (unit->list_count < 2) return false;
    size_t pick = unit->list_count;
    uint32_t measures, measure = measure_index(&job->grid, col, false, &measures);
    if (measures != unit->list_count && job->grid.header_row_count > 1)
        measure = measure_index(&job->grid, col, true, &measures);
    uint32_t bares, bare = bare_index(&job->grid, col, &bares);
    bool rate =
        is_rate(out->measure) || names_rate(job->rows[row].label) || names_rate(column->label);
    // "지수 | 전월비 | 전년동월비" under "(2020=100, %)": both rates are in percent.
    bool named = measures == unit->list_count && is_percent(unit->list[measure].unit) == rate;
    if (count == unit->list_count && !differ_in_time_only(&job->grid)) {
        pick = index;
    } else if (bares == unit->list_count && !rate && !differ_in_time_only(&job->grid)) {
        pick = bare;
    } else if (measures == unit->list_count && (named || !has_index(unit))) {
        pick = measure;
    } else {
        for (size_t i = unit->list_count; i-- > 0;) {
            bool index_unit = bs_str_equal(unit->list[i].unit, BS_STR("index"));
            // "%, 2020=100" are rates but for what is named an index.
            bool fits = index_unit ? out->measure == BS_MEASURE_INDEX
                                   : is_percent(unit->list[i].unit) == rate;
            if (fits) pick = i;
        }
        if (pick == unit->list_count && is_percent(unit->list[0].unit) && has_index(unit)) pick = 0;
    }
    // 고용률 under "%, 천명" is in percent, wherever its column stands.
    for (size_t i = 0; pick < unit->list_count && rate && i < unit->list_count; i++) {
        if (!is_percent(unit->list[pick].unit) && is_percent(unit->list[i].unit)) pick = i;
    }
    if (pick >= unit->list_count) return false;
    out->unit = unit->list[pick].unit;
    out->unit_power = unit->list[pick].power;
    out->unit_text = unit->list[pick].text;
    out->unit_rule = "caption with several units";
    return true;
}

static bool names_per_share(bs_str label)
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
    return names_per_share(row->label) || names_per_share(row->group);
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
    return !names_per_share(label) && (bs_list_ends(label, ends) || bs_list_starts(label, starts));
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

static void take_caption(const bs__table_job *job, uint32_t row, bs__cell_meaning *out)
{
    bool money = bs_unit_dimension(job->unit.unit) == BS_DIM_MONEY;
    if (money && is_headcount(job->rows[row].label)) {
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
    bool percent_caption = is_percent(job->unit.unit);
    bool stated = job->unit.unit.len > 0;
    bool named = out->measure == BS_MEASURE_LEVEL && stated &&
                 (names_rate(job->rows[row].label) || names_rate(job->grid.columns[col].label));
    if (unit_of_list(job, row, col, out)) return;
    if ((is_rate(out->measure) || named) && !percent_caption) {
        out->unit = BS_STR("%");
        out->unit_rule = "name of a rate";
    } else if (stated && (out->measure != BS_MEASURE_INDEX || percent_caption ||
                          bs_str_equal(job->unit.unit, BS_STR("index")))) {
        take_caption(job, row, out);
    } else {
        out->unit = BS_STR("1");
        out->unit_rule = "none is stated";
    }
    take_sign(job, row, out);
}

// "금액", 金额, "Value" beside a column of amounts that have units of their own.
static bool names_money(bs_str label)
{
    static const char words[] = "금액|가액|金额|金額|价值|货值|總值|总值|Value|value|VALUE";
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
        if (is_percent(unit->list[i].unit)) return true;
    }
    return false;
}

// A unit of rows is that of their levels: a column of rates keeps its own, or the percent that the
// caption lists, and one of money is in no tonnes.
static bool row_unit_holds(const bs__table_job *job, const bs__column *column, bs_str unit)
{
    bool stated = column->unit.len > 0 || lists_percent(&job->unit);
    bool rates = (stated && is_rate(column->measure)) || is_percent(column->unit);
    bool money = names_money(column->label) && bs_unit_dimension(unit) != BS_DIM_MONEY;
    return !rates && !money;
}

// The most exact statement of a unit wins: cell, row, header, caption.
// Whether the number to the left in the row is an amount, no percentage.
static bool row_has_amounts(const bs__table_job *job, uint32_t row, uint32_t col)
{
    if (is_percent(job->rows[row].unit)) return false;
    while (col-- > 0) {
        const bs_cell_value *cell = bs__grid_value(&job->grid, row, col);
        const bs__column *column = &job->grid.columns[col];
        if (cell->state == BS_STATE_VALUE && column->role == BS__COLUMN_VALUE)
            return !is_percent(cell->unit.len > 0 ? cell->unit : column->unit);
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
    // What percentages differ by are points; a change of amounts that is printed in % is a rate.
    bool rate = cell->unit.len > 0 && row_has_amounts(job, row, col);
    bool differs = column->difference ||
                   (cell->unit.len == 0 && is_percent(column->unit) && names_change(info));
    if (differs && bs_str_equal(out->unit, BS_STR("%")) && !rate) {
        out->unit = BS_STR("%p");
        out->unit_rule = "difference of rates";
    }
}
