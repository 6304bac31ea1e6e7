// SPDX-License-Identifier: GPL-3.0-or-later
// Which unit of a caption with several is that of a column.
#include "engine/base/utf8.h"
#include "engine/core/unit.h"
#include "engine/extract/grid_internal.h"
#include "engine/extract/table_internal.h"
#include "engine/extract/words.h"

// Without footnotes and remarks in brackets at its end: "실업률(계절조정)".
bs_str bs__bare_name(bs_str label)
{
    for (;;) {
        label = bs_str_trim(label);
        bool closed = bs_list_ends(label, ")|）|]");
        size_t open = label.len;
        while (closed && open > 0 && !bs_list_ends(bs_str_slice(label, 0, open), "(|（|["))
            open--;
        if (open > 0) open -= bs_utf8_decode_before(label, open).len;
        if (!closed || open == 0) return label;
        label.len = open;
    }
}

bs_str bs__name_alone(bs_str label)
{
    return bs__bare_name(bs_str_slice(label, 0, bs__without_references(label)));
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

static bool is_rate_column(const bs__column *column)
{
    return bs__is_rate(column->measure) || bs__names_rate(column->label);
}

// Which names of columns are counted.
typedef enum head_kind {
    HEADS_WHOLE,
    HEADS_LOWEST,    // the lowest heads, whatever stands over them
    HEADS_OF_LEVELS, // those of them that have no unit and are named no rates
} head_kind;

// The same among the different names of columns: "output | value | output | value".
static uint32_t measure_index(const bs__grid *grid, uint32_t col, head_kind which, uint32_t *count)
{
    enum { MEASURES_MAX = 8 };
    bs_str found[MEASURES_MAX];
    uint32_t index = 0;
    *count = 0;
    for (uint32_t i = grid->value_col; i < grid->col_count; i++) {
        const bs__column *column = &grid->columns[i];
        uint32_t known = 0;
        if (column->role != BS__COLUMN_VALUE) continue;
        if (which == HEADS_OF_LEVELS && (column->unit.len > 0 || is_rate_column(column))) continue;
        bool whole = which == HEADS_WHOLE;
        bs_str name = whole ? column->label : bs_str_trim(bs__grid_head(grid, i));
        bs_time_text time; // years under each name say nothing of units
        if (!whole && bs_scan_time(&time, name, grid->lang)) return *count = 0;
        while (known < *count && !bs_str_equal(found[known], name))
            known++;
        if (i == col) index = known;
        if (known < *count) continue;
        if (*count == MEASURES_MAX || name.len == 0) return *count = 0;
        found[(*count)++] = name;
    }
    return index;
}

// Do columns of levels say the same but for their time, "8월 | 9월 | 전년동월비"? Then no unit of a
// list is one's own.
static bool differ_in_time_only(const bs__grid *grid)
{
    const bs__column *before = NULL;
    uint32_t columns = 0;
    for (uint32_t i = grid->value_col; i < grid->col_count; i++) {
        const bs__column *column = &grid->columns[i];
        if (column->role != BS__COLUMN_VALUE) continue;
        columns++;
        if (!column->timed || is_rate_column(column)) continue;
        if (before != NULL && bs_str_equal(before->label, column->label)) return true;
        before = column;
    }
    return columns == 1 && before != NULL;
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
        if (bs__is_rate(column->measure) || column->label.len == 0) return *count = 0;
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

// 出生率 under "(万人、‰)", 조출생률 under "(명, 인구 천명당 명, %)": for so many people;
// list_count where no unit is.
static size_t pick_for_many(const bs_unit_text *unit)
{
    size_t pick = unit->list_count;
    for (size_t i = unit->list_count; i-- > 0;) {
        if (bs_list_is(unit->list[i].unit, "1|permille")) pick = i;
    }
    return pick;
}

// Does a list have several counters, or money and what is counted?
static bool is_of_several_sorts(const bs_unit_text *unit)
{
    size_t money = 0, counters = 0;
    for (size_t i = 0; i < unit->list_count; i++) {
        bs_str code = unit->list[i].unit;
        money += bs_unit_dimension(code) == BS_DIM_MONEY;
        counters += bs_unit_dimension(code) == BS_DIM_COUNT_OF || bs_str_equal(code, BS_STR("1"));
    }
    return counters > 1 || (money > 0 && counters > 0);
}

// 人口密度 under "人、人/km²": the unit by an area; list_count where there is none.
static size_t pick_density(const bs_unit_text *unit, bs_str row, bs_str column)
{
    static const char names[] = "密度|밀도|density|Density";
    size_t pick = unit->list_count;
    if (!bs_list_ends(bs__bare_name(column), names) && !bs_list_ends(bs__bare_name(row), names))
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
    bool sum = bs__names_sum(column) || bs__names_sum(row),
         heads = bs__names_heads(column) || bs__names_heads(row);
    if (!both || sum == heads) return unit->list_count;
    return sum ? money : other;
}

// "㎍/㎥, ppm": several units of levels, none of them money or a counter, which are those of most
// names. Where no name decides, any of them would be a guess.
static bool is_any_of(const bs_unit_text *unit)
{
    size_t levels = 0;
    for (size_t i = 0; i < unit->list_count; i++) {
        bs_str code = unit->list[i].unit;
        bs_dimension dimension = bs_unit_dimension(code);
        if (dimension == BS_DIM_MONEY || dimension == BS_DIM_COUNT_OF) return false;
        bool rate = bs_str_equal(code, BS_STR("%")) || bs_str_equal(code, BS_STR("%p"));
        levels += !rate && !bs_str_equal(code, BS_STR("index"));
    }
    return levels > 1;
}

// Is a column of values, or a row, named a rate?
bool bs__table_names_rates(const bs__table_job *job)
{
    const bs__grid *grid = &job->grid;
    for (uint32_t col = grid->value_col; col < grid->col_count; col++) {
        const bs__column *column = &grid->columns[col];
        if (column->role != BS__COLUMN_VALUE || column->unit.len > 0) continue;
        if (is_rate_column(column)) return true;
    }
    for (uint32_t row = grid->header_row_count; row < grid->row_count; row++) {
        const bs__row_info *info = &job->rows[row];
        if (!grid->rows[row].data || info->unit.len > 0) continue;
        if (bs__is_rate(info->measure) || bs__names_rate(info->label)) return true;
    }
    return false;
}

// Have most of the first values of a column decimals?
static bool has_decimals(const bs__grid *grid, uint32_t col)
{
    enum { VALUES_MAX = 64 };
    uint32_t values = 0, decimals = 0;
    for (uint32_t row = grid->header_row_count; row < grid->row_count && values < VALUES_MAX;
         row++) {
        const bs_cell_value *value = bs__grid_value(grid, row, col);
        if (value->state != BS_STATE_VALUE || grid->rows[row].header) continue;
        values++;
        decimals += value->value.scale > 0;
    }
    return decimals * 2 > values;
}

// "10,857" under "(호, %)": are most of the first values of a column wholes that no percentages
// are?
static bool are_large_wholes(const bs__grid *grid, uint32_t col)
{
    enum { VALUES_MAX = 64, LARGE_MIN = 1000 };
    uint32_t values = 0, large = 0;
    for (uint32_t row = grid->header_row_count; row < grid->row_count && values < VALUES_MAX;
         row++) {
        const bs_cell_value *value = bs__grid_value(grid, row, col);
        if (value->state != BS_STATE_VALUE || grid->rows[row].header) continue;
        int64_t whole = value->value.coefficient;
        values++;
        large += value->value.scale == 0 && (whole >= LARGE_MIN || whole <= -LARGE_MIN);
    }
    return large * 2 > values;
}

// "44.8" under "(%, 명)": of people and things there are no tenths, but in a mean of them.
static bool is_no_count(const bs__table_job *job, uint32_t row, uint32_t col, const bs_str *unit,
                        int power)
{
    static const char wholes[] = "count:명|count:인|count:건|count:개|count:호|count:가구|count:대|"
                                 "count:人|count:件|count:世帯|count:台|count:户|count:家|count:个|"
                                 "count:persons|count:people|count:households";
    static const char means[] = "평균|당|平均|average|Average|ean|per |人均|毎|每";
    const bs_cell_value *cell = bs__grid_value(&job->grid, row, col);
    bs_str column = job->grid.columns[col].label, name = job->rows[row].label;
    if (power != 0 || !bs_list_starts(*unit, wholes)) return false;
    if (bs__names_sample(column) || bs__names_sample(name)) return false;
    bool counted = bs__names_heads(column) || bs__names_heads(name);
    if (cell->value.scale == 0 && (counted || !has_decimals(&job->grid, col))) return false;
    return !bs_str_has_any(column, means) && !bs_str_has_any(name, means) &&
           !bs_str_has_any(job->context->caption, means);
}

bool bs__names_weight(bs_str label)
{
    static const char names[] =
        "가중치|ウエイト|ウェイト|权数|权重|權數|Weight|Weights|weight|weights";
    return bs_list_ends(bs__bare_name(label), names);
}

// What a part adds to a rate, and what two rates of interest differ by, is in points where the
// caption lists them.
static bool names_contribution(bs_str label)
{
    static const char names[] = "기여도|寄与度|贡献|貢獻|ontribution",
                      gaps[] = "금리차|金利差|利差";
    return bs_str_has_any(label, names) || bs_list_ends(bs__bare_name(label), gaps);
}

// "물동량 | 컨테이너 | 증감률" under "(천톤, 천TEU, %)": as many names of levels as units of them;
// list_count where it is not so.
static size_t pick_level(const bs__table_job *job, uint32_t col)
{
    const bs_unit_text *unit = &job->unit;
    uint32_t count, index = measure_index(&job->grid, col, HEADS_OF_LEVELS, &count), level = 0;
    size_t pick = unit->list_count;
    for (size_t i = 0; i < unit->list_count; i++) {
        if (bs__is_percent(unit->list[i].unit)) continue;
        if (bs_str_equal(unit->list[i].unit, BS_STR("index"))) return unit->list_count;
        if (level++ == index) pick = i;
    }
    return count > 1 && count == level && level < unit->list_count ? pick : unit->list_count;
}

// By the place of the column among all that have values, among those without a unit, or among the
// names of columns, where there are as many as units; list_count where none of them tells.
static size_t pick_by_place(const bs__table_job *job, uint32_t col, bool rate)
{
    const bs_unit_text *unit = &job->unit;
    uint32_t count, index = value_index(&job->grid, col, &count);
    uint32_t measures, measure = measure_index(&job->grid, col, HEADS_WHOLE, &measures);
    if (measures != unit->list_count && job->grid.header_row_count > 1)
        measure = measure_index(&job->grid, col, HEADS_LOWEST, &measures);
    uint32_t bares, bare = bare_index(&job->grid, col, &bares);
    // "지수 | 전월비 | 전년동월비" under "(2020=100, %)": both rates are in percent.
    bool named = measures == unit->list_count && bs__is_percent(unit->list[measure].unit) == rate;
    if (count == unit->list_count && !differ_in_time_only(&job->grid)) return index;
    if (bares == unit->list_count && !rate && !differ_in_time_only(&job->grid)) return bare;
    return measures == unit->list_count && (named || !has_index(unit)) ? measure : unit->list_count;
}

// The first unit that is as good for rates, or for levels, as the cell.
static size_t pick_by_sort(const bs_unit_text *unit, bs_measure measure, bool rate)
{
    size_t pick = unit->list_count;
    for (size_t i = unit->list_count; i-- > 0;) {
        bool index_unit = bs_str_equal(unit->list[i].unit, BS_STR("index"));
        // "%, 2020=100" are rates but for what is named an index.
        bool fits =
            index_unit ? measure == BS_MEASURE_INDEX : bs__is_percent(unit->list[i].unit) == rate;
        if (fits) pick = i;
    }
    bool none = pick == unit->list_count && bs__is_percent(unit->list[0].unit) && has_index(unit);
    return none ? 0 : pick;
}

// What the name of a column or row, or the decimals of its values, say against a unit.
static size_t settle_pick(const bs__table_job *job, uint32_t row, uint32_t col, size_t pick,
                          bool rate)
{
    const bs_unit_text *unit = &job->unit;
    bs_str column = job->grid.columns[col].label, name = job->rows[row].label;
    bool contribution = names_contribution(column) || names_contribution(name);
    bool amounts = !rate && pick < unit->list_count && bs__is_percent(unit->list[pick].unit) &&
                   are_large_wholes(&job->grid, col);
    if (amounts) pick = pick_by_sort(unit, BS_MEASURE_LEVEL, false);
    for (size_t i = 0; pick < unit->list_count && i < unit->list_count; i++) {
        // 고용률 under "%, 천명" is in percent, wherever its column stands.
        bool percent = bs__is_percent(unit->list[i].unit);
        if (rate && percent && !bs__is_percent(unit->list[pick].unit)) pick = i;
        if (bs_str_equal(unit->list[i].unit, BS_STR("%")) &&
            is_no_count(job, row, col, &unit->list[pick].unit, unit->list[pick].power))
            pick = i;
    }
    for (size_t i = 0; contribution && i < unit->list_count; i++) {
        if (bs_str_equal(unit->list[i].unit, BS_STR("%p"))) pick = i;
    }
    // "명, ‰, %": a change on a year earlier is in percent.
    bool change = job->grid.columns[col].measure == BS_MEASURE_GROWTH && pick < unit->list_count &&
                  bs_str_equal(unit->list[pick].unit, BS_STR("permille"));
    for (size_t i = 0; change && i < unit->list_count; i++) {
        if (bs_str_equal(unit->list[i].unit, BS_STR("%"))) pick = i;
    }
    return bs__names_weight(column) ? unit->list_count : pick;
}

bool bs__table_grows(const bs__table_job *job, uint32_t col)
{
    bs_str head = bs_str_trim(bs__grid_head(&job->grid, col));
    bool percent = false;
    for (size_t i = 0; i < job->unit.list_count; i++)
        percent |= bs_str_equal(job->unit.list[i].unit, BS_STR("%"));
    return percent && bs_list_is(head, "增长|增長|同比|环比|環比|增幅|涨跌幅|成长|成長");
}

// A caption with several units: one for each column of values or each name of columns, or one for
// levels and one for rates.
bool bs__table_unit_of_list(const bs__table_job *job, uint32_t row, uint32_t col,
                            bs__cell_meaning *out)
{
    const bs_unit_text *unit = &job->unit;
    bs_str column = job->grid.columns[col].label, name = job->rows[row].label;
    if (unit->list_count < 2) return false;
    bool rate = bs__is_rate(out->measure) || bs__row_names_rate(&job->rows[row]) ||
                bs__names_rate(column) || bs__table_grows(job, col);
    bool level = !is_rate_column(&job->grid.columns[col]);
    size_t pick = level ? bs__table_unit_of_row(job, row) : unit->list_count;
    if (pick == unit->list_count) pick = pick_by_place(job, col, rate);
    // "매출액 | 영업이익 | 증감률" under "(억원, %)": the percent is that of what is named a rate.
    bool taken = pick < unit->list_count && !rate && bs__is_percent(unit->list[pick].unit) &&
                 job->names_rates;
    if (pick == unit->list_count && !rate) pick = pick_level(job, col);
    if (pick == unit->list_count || taken)
        pick = rate ? unit->list_count : pick_by_name(unit, name, column);
    bool counted = false, sorts = !rate && pick == unit->list_count && is_of_several_sorts(unit);
    if (sorts) pick = bs__unit_of_name(unit, name, &counted);
    if (!rate && pick == unit->list_count) pick = bs__unit_of_one(unit, name, column);
    bool vital = out->measure != BS_MEASURE_GROWTH &&
                 (bs__names_other_rate(name) || bs__names_other_rate(column));
    if (vital) {
        pick = bs__unit_of_name(unit, name, &counted);
        if (pick == unit->list_count) pick = pick_for_many(unit);
    }
    bool guessed = pick == unit->list_count;
    if (guessed) pick = pick_by_sort(unit, out->measure, rate);
    bool any = guessed && (vital || counted || (!rate && is_any_of(unit)));
    if (!any) pick = settle_pick(job, row, col, pick, rate);
    if (any || (pick >= unit->list_count && bs__names_weight(column))) {
        out->unit = BS_STR("1");
        out->unit_rule = "none of several units";
        return true;
    }
    if (pick >= unit->list_count) return false;
    if (bs_unit_dimension(unit->list[pick].unit) == BS_DIM_MONEY &&
        (bs__names_no_money(name) || bs__names_no_money(column))) {
        out->unit = BS_STR("1");
        out->unit_rule = "no money by its name";
        return true;
    }
    out->unit = unit->list[pick].unit;
    out->unit_power = unit->list[pick].power;
    out->unit_text = unit->list[pick].text;
    out->unit_rule = "caption with several units";
    return true;
}
