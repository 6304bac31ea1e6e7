// SPDX-License-Identifier: GPL-3.0-or-later
// From cells to observations: unit, period, status and series of each value of a table.
#include "engine/core/unit.h"
#include "engine/extract/grid_internal.h"
#include "engine/extract/moment_internal.h"
#include "engine/extract/table_internal.h"
#include "engine/extract/words.h"

static bs_measure settle_measure(bs_measure named, bs_str unit, bs_str label)
{
    if (named == BS_MEASURE_GROWTH || named == BS_MEASURE_RANK) return named;
    if (bs_str_equal(unit, BS_STR("%")))
        return bs_word_in(label, BS_MEANS_SHARE) ? BS_MEASURE_SHARE : named;
    if (bs_str_equal(unit, BS_STR("index"))) return BS_MEASURE_INDEX;
    if (bs_unit_dimension(unit) == BS_DIM_COUNT_OF) return BS_MEASURE_COUNT_OF;
    return named;
}

// A year and a part of a year, whichever of the two stands in the row and which in the column.
static void join_when(bs_when *out, const bs_when *other)
{
    bool part = other->year == 0 || other->month || other->quarter || other->half;
    bs_when whole = part ? *out : *other;
    if (part) *out = *other;
    if (out->year == 0) out->year = whole.year;
}

static bool column_period(const bs__table_job *job, uint32_t col, bs_period *period)
{
    const bs__column *column = &job->grid.columns[col];
    return column->timed && bs_when_period(period, column->time.from, column->time.to,
                                           job->year_default, NULL) == BS_OK;
}

// The column of the latest time in [from, to); NULL when none has one. *count says how many have.
static const bs__column *latest_column(const bs__table_job *job, uint32_t from, uint32_t to,
                                       uint32_t *count)
{
    const bs__column *best = NULL;
    bs_period latest = BS_PERIOD_NONE;
    *count = 0;
    for (uint32_t i = from; i < to; i++) {
        bs_period period;
        if (!column_period(job, i, &period)) continue;
        ++*count;
        if (best != NULL && bs_period_compare(period, latest) <= 0) continue;
        latest = period;
        best = &job->grid.columns[i];
    }
    return best;
}

static bool is_part(const bs_when *when)
{
    return when->month > 0 || when->quarter > 0 || when->half > 0;
}

// A rate of change under a year that spans the months beside it is that of the month left of it.
static bool is_of_part(const bs__column *own, const bs__column *left)
{
    const bs_when *year = &own->time.from;
    if (left == NULL || !left->timed || left->time.from.year != year->year) return false;
    return !is_part(year) && is_part(&left->time.from);
}

bool bs__names_year(bs_str label)
{
    static const char bases[] = "on year|on-year|over year|over-year|on the year";
    static const char years[] = "Year|year|Annual|annual|Full year|Whole year|연간|연계|全年|年間|"
                                "通年|年计|年計|通期|年度計|年度计";
    return bs_list_ends(label, years) && !bs_list_ends(label, bases);
}

static bool names_year(const bs__column *own)
{
    return !own->timed && bs__names_year(own->label);
}

// Beside years in the rows a total of the parts says so too.
static bool is_whole_year(const bs__table_job *job, const bs__column *own)
{
    return job->layout == BS__PERIODS_BOTH &&
           (bs_word_is(own->label, BS_MEANS_TOTAL) || names_year(own));
}

// Under parts of a year in the header: the year of the part on the left.
static bool year_of_parts(const bs__table_job *job, uint32_t col, bs_period *out)
{
    const bs__column *own = &job->grid.columns[col], *left = own - 1;
    if (job->layout != BS__PERIODS_ACROSS || col == job->grid.value_col || !names_year(own))
        return false;
    bool within = !is_part(&left->time.to) || left->time.to.year == left->time.from.year;
    if (!left->timed || !is_part(&left->time.from) || !within) return false;
    int year = left->time.from.year > 0 ? left->time.from.year : job->year_default;
    return year > 0 && bs_period_year(out, year, NULL) == BS_OK;
}

// Does another column bear the name of column `col`?
static bool is_named_again(const bs__grid *grid, uint32_t col)
{
    for (uint32_t i = grid->value_col; i < grid->col_count; i++) {
        if (i != col && bs_str_equal(grid->columns[i].label, grid->columns[col].label)) return true;
    }
    return false;
}

// The last column in front of `end` with a time, and no mean over years ("2021-24 CAGR") where
// others are not.
static const bs__column *nearest_single(const bs__grid *grid, uint32_t end)
{
    for (uint32_t i = end; i-- > grid->value_col;) {
        const bs__column *column = &grid->columns[i];
        if (column->timed && column->time.to.year <= column->time.from.year) return column;
    }
    return &grid->columns[end - 1];
}

// A level or share behind columns of several times is of the one that the title names.
static const bs__column *column_of_title(const bs__table_job *job, uint32_t end)
{
    bs_period period;
    for (uint32_t col = job->grid.value_col; col < end && !job->period_inferred; col++) {
        if (column_period(job, col, &period) && bs_period_equal(period, job->period))
            return &job->grid.columns[col];
    }
    return NULL;
}

// The same part of the year after that of a column; NULL where there is none.
static const bs__column *year_later(const bs__grid *grid, const bs__column *base)
{
    for (uint32_t i = grid->value_col; i < grid->col_count; i++) {
        const bs__column *other = &grid->columns[i];
        bool later = other->timed && other->measure != BS_MEASURE_GROWTH &&
                     other->time.from.year == base->time.from.year + 1 &&
                     other->time.from.month == base->time.from.month &&
                     other->time.from.quarter == base->time.from.quarter &&
                     other->time.to.month == base->time.to.month;
        if (later) return other;
    }
    return NULL;
}

// "2024 | 9월 | 8월 | 전월비": a change under a year is of the latest of the months beside it. That
// on the year behind the month of the year before is of the month that this is the base of.
static const bs__column *part_of_change(const bs__table_job *job, uint32_t col)
{
    static const char on_year[] = "전년동월비|전년동기비|전년동월대비|전년동기대비|同比|前年同月比|"
                                  "前年同期比|YoY|yoy|Change on year|On year";
    const bs__grid *grid = &job->grid;
    const bs__column *own = &grid->columns[col], *left = own - 1, *best = left;
    const bs__column *later = year_later(grid, left);
    if (later != NULL && bs_list_ends(own->label, on_year)) return later;
    for (const bs__column *at = left; at >= grid->columns + grid->value_col; at--) {
        bool same = is_of_part(own, at) && is_part(&best->time.to) == is_part(&at->time.to);
        // "7-9월 | 전년비 | 1-9월 | 전년비": the change in front has been of what stands before it.
        bool change = at->measure == BS_MEASURE_GROWTH || bs_str_equal(at->label, own->label);
        if (!same || change) break;
        if (at->time.from.month > best->time.from.month) best = at;
    }
    return best;
}

// A column without a time of its own speaks of levels to its left: a growth rate or difference of
// the latest of those that stand side by side, anything else of the nearest. A growth rate in front
// of all of them is that of the latest, unless only one column has a time, for itself.
static const bs__column *find_timed(const bs__table_job *job, uint32_t col, bs_measure measure)
{
    const bs__grid *grid = &job->grid;
    const bs__column *own = &grid->columns[col];
    bs_period period;
    static const char annual[] = "연간|연평균|全年|年間|通年|Annual|annual|Full year";
    bool whole = bs_list_is(own->label, annual); // "2022년 연간" beside "2022년 6월"
    bool spanned = own->timed && own->label.len > 0 && !whole && measure == BS_MEASURE_GROWTH;
    if (own->timed && !(spanned && is_of_part(own, col > grid->value_col ? own - 1 : NULL)))
        return own;
    if (own->timed) return part_of_change(job, col);
    if (is_whole_year(job, own)) return NULL;
    uint32_t end = col;
    while (end > grid->value_col && !column_period(job, end - 1, &period))
        end--;
    uint32_t first = end;
    // A change that is dated itself parts the levels in front of it from those behind.
    while (first > grid->value_col && column_period(job, first - 1, &period) &&
           (first == end || grid->columns[first - 1].measure != BS_MEASURE_GROWTH))
        first--;
    uint32_t count;
    bool change = measure == BS_MEASURE_GROWTH || own->difference;
    const bs__column *latest = latest_column(job, first, end, &count);
    // "3Q24 | 2Q24 | QoQ | 3Q23 | YoY": the base stands between the change and its level.
    if (count == 1 && change && !latest->running && !is_named_again(grid, col))
        latest = latest_column(job, grid->value_col, end, &count);
    const bs__column *titled = change ? NULL : column_of_title(job, end);
    if (titled != NULL) return titled;
    if (count > 0) return change ? latest : nearest_single(grid, end);
    latest = latest_column(job, col, grid->col_count, &count);
    // "2024年10月" over "実数 | 増減 | 9月 | 8月": the title is of a later month than all of them.
    bool later = latest != NULL && !job->period_inferred &&
                 bs_when_period(&period, latest->time.from, latest->time.to, job->year_default,
                                NULL) == BS_OK &&
                 period.frequency == job->period.frequency &&
                 bs_period_compare(job->period, period) > 0;
    return change && count > 1 && !later ? latest : NULL;
}

// The same, which is looked for once for all rows: a table may have thousands of columns.
static const bs__column *timed_column(const bs__table_job *job, uint32_t col, bs_measure measure)
{
    enum { UNKNOWN, NONE, FIRST }; // what stands in dated_by; behind them places of columns
    size_t kind = measure == BS_MEASURE_GROWTH ? 1 : measure == BS_MEASURE_SHARE ? 2 : 0;
    uint32_t *known = &job->dated_by[(size_t)col * BS__DATED_KINDS + kind];
    if (*known == UNKNOWN) {
        const bs__column *found = find_timed(job, col, measure);
        *known = found != NULL ? (uint32_t)(found - job->grid.columns) + FIRST : NONE;
    }
    return *known == NONE ? NULL : &job->grid.columns[*known - FIRST];
}

// "本月 | 1-7月累计" below a title of seven months: the last of them.
static bool last_month(const bs__table_job *job, uint32_t col, bs_period *out)
{
    static const char names[] = "本月|当月|當月|당월|금월|今月|This month|this month|Current month";
    const bs__column *own = &job->grid.columns[col];
    bs_period all = job->period;
    bool months = bs_period_is_span(all) && all.frequency == BS_FREQUENCY_MONTH;
    if (own->timed || !months || !bs_list_starts(own->label, names)) return false;
    bs_date end = bs_period_end(all);
    return bs_period_month(out, end.year, end.month, NULL) == BS_OK;
}

static void find_period(const bs__table_job *job, uint32_t row, uint32_t col, bs__cell_meaning *out)
{
    const bs__column *column = timed_column(job, col, out->measure);
    const bs__row_info *info = &job->rows[row];
    bs_when from = {0}, to = {0};
    out->period_rule = "total of the times beside it";
    if (bs__table_sum_time(job, row, col, &out->period)) return;
    out->period_rule = "column header";
    if (year_of_parts(job, col, &out->period) || last_month(job, col, &out->period)) return;
    bool across = column != NULL && job->layout != BS__PERIODS_DOWN;
    bool down = info->timed && (job->layout == BS__PERIODS_DOWN || job->layout == BS__PERIODS_BOTH);
    if (down) from = info->time.from, to = info->time.to;
    if (across && down) join_when(&from, &column->time.from);
    bs_time_text own = across ? column->time : (bs_time_text){0};
    if (across) {
        bs_time_text inner;
        uint32_t at = (uint32_t)(column - job->grid.columns);
        if (bs__grid_inner_time(&job->grid, row, at, &inner)) own = inner;
    }
    if (across && !down) from = own.from, to = own.to;
    if (across && !down && info->dated && from.year == 0) from.year = info->time.from.year;
    if (across && !down) bs__table_span_of(job, &from, &to);
    out->period_rule = across ? "column header" : "row label";
    if ((across || down) &&
        bs_when_period(&out->period, from, to, job->year_default, NULL) == BS_OK) {
        if (info->running) out->period = bs__since_january(out->period);
        out->period_inferred = from.year == 0;
        return;
    }
    if (info->dated &&
        bs_when_period(&out->period, info->time.from, info->time.to, 0, NULL) == BS_OK)
        return;
    if (bs__is_twin_value(&job->grid, row, col)) {
        out->period = BS_PERIOD_NONE;
        out->period_rule = "none: no head tells the column from another";
        return;
    }
    bool running = info->running || job->grid.columns[col].running;
    out->period = running ? bs__since_january(job->period) : job->period;
    out->period_inferred = job->period_inferred;
    out->period_rule = bs_period_is_none(job->period) ? "none" : "caption or text around the table";
}

static void set_period(const bs__table_job *job, uint32_t row, uint32_t col, bs__cell_meaning *out)
{
    bs__prior prior = job->grid.columns[col].prior;
    find_period(job, row, col, out);
    out->period = bs__prior_period(prior, out->period);
    if (prior > BS__NOW) out->period_rule = "word of the column header";
}

// "2020年 | 2025年" of a plan that says which figures bind: the earlier one is where it starts
// from.
static bool is_start_of_plan(const bs__table_job *job, const bs__cell_meaning *meaning)
{
    const bs__grid *grid = &job->grid;
    if (!job->aims || bs_period_is_none(meaning->period)) return false;
    int year = bs_period_year_of(meaning->period), last = 0;
    uint32_t timed = 0;
    for (uint32_t col = grid->value_col; col < grid->col_count; col++) {
        const bs__column *column = &grid->columns[col];
        if (column->role != BS__COLUMN_VALUE || !column->timed) continue;
        timed++;
        if (column->time.from.year > last) last = column->time.from.year;
    }
    return timed == 2 && year < last;
}

static void set_status(const bs__table_job *job, uint32_t row, uint32_t col, bs__cell_meaning *out)
{
    const bs__column *column = &job->grid.columns[col];
    const bs__row_info *info = &job->rows[row];
    const bs_cell_value *cell = bs__grid_value(&job->grid, row, col);
    bs_period published = job->job->source->published;
    // A text beside the table may look forward: what has been is no forecast.
    bool past = job->status == BS_STATUS_FORECAST && !bs_period_is_none(published) &&
                !bs_period_is_none(out->period) && bs__has_ended(out->period, published);
    past |= is_start_of_plan(job, out);
    out->status = past ? BS_STATUS_ACTUAL : job->status;
    if (info->timed && info->time.status_stated) out->status = info->time.status;
    if (column->time.status_stated) out->status = column->time.status;
    bool flagged = cell->status != BS_STATUS_ACTUAL && !bs__table_is_pence(job, row, col);
    if (flagged) out->status = cell->status;
}

static bs_str join(bs_arena *arena, bs_str a, bs_str b)
{
    if (a.len == 0 || bs_str_equal(a, b)) return b;
    if (b.len == 0) return a;
    char *both = bs_arena_alloc(arena, a.len + b.len + 2, 1);
    if (both == NULL) return (bs_str){0};
    memcpy(both, a.ptr, a.len);
    both[a.len] = ' ';
    memcpy(both + a.len + 1, b.ptr, b.len);
    return (bs_str){both, a.len + b.len + 1};
}

// "対前年度比(%)" below the years, "2023年比2022年增长", the sum of some months: a row that is none
// of the times of the others, and in no series of theirs.
static bool stands_apart(const bs__table_job *job, uint32_t row, uint32_t col)
{
    const bs__row_info *info = &job->rows[row];
    bs_period sum;
    bool some = bs__table_sum_time(job, row, col, &sum) && bs_period_is_span(sum);
    return !info->timed && (!info->total || some) && info->label.len > 0;
}

static void set_names(const bs__table_job *job, uint32_t row, uint32_t col, bs__cell_meaning *out)
{
    bs_arena *arena = job->job->arena;
    const bs__column *column = &job->grid.columns[col];
    const bs__row_info *info = &job->rows[row];
    bool detail = out->measure == BS_MEASURE_GROWTH && info->group.len > 0 &&
                  bs_word_is(info->label, BS_MEANS_GROWTH_RATE);
    bs_str row_name = detail ? join(arena, info->group, info->label) : info->name;
    switch (job->layout) {
    case BS__PERIODS_ACROSS:
        out->indicator = join(arena, row_name, column->label);
        break;
    case BS__PERIODS_DOWN:
    case BS__PERIODS_BOTH:
        out->indicator = column->label;
        if (job->layout == BS__PERIODS_BOTH && column->timed)
            out->indicator = job->context->caption;
        out->subject = info->named ? join(arena, info->group, info->label) : info->group;
        if (stands_apart(job, row, col)) {
            // "Mean" of the months that the heads name.
            bool part = job->layout == BS__PERIODS_BOTH && column->timed && column->label.len == 0;
            bs_str name = part ? bs__grid_head(&job->grid, col) : column->label;
            out->indicator = join(arena, name, info->label);
        }
        break;
    case BS__CROSS_SECTION:
        out->indicator = column->label;
        out->subject = row_name;
        break;
    }
    // "本期发生额 | 上期发生额" in a paper without a date: the heads alone tell them apart.
    if (column->prior != BS__NO_PRIOR && bs_period_is_none(out->period))
        out->indicator = join(arena, out->indicator, bs__grid_head(&job->grid, col));
}

// "(단위: %, %p)" over rates and their changes: of the caption each has its own part.
static bs_str own_unit_text(const bs__cell_meaning *meaning)
{
    bool percent =
        bs_str_equal(meaning->unit, BS_STR("%")) || bs_str_equal(meaning->unit, BS_STR("%p"));
    bool list =
        percent && bs_str_has_any(meaning->unit_text, ",|，|、") &&
        bs_str_has_any(meaning->unit_text, "%p|%포인트|퍼센트|百分点|ポイント|percentage point");
    return list ? meaning->unit : meaning->unit_text;
}

bs__cell_meaning bs__table_meaning(const bs__table_job *job, uint32_t row, uint32_t col)
{
    const bs__column *column = &job->grid.columns[col];
    const bs__row_info *info = &job->rows[row];
    bs__cell_meaning out = {.measure = column->measure};
    if (out.measure == BS_MEASURE_LEVEL) out.measure = info->measure;
    bs__table_cell_unit(job, row, col, &out);
    out.unit_text = own_unit_text(&out);
    bs_str printed = out.unit_text.len > 0 ? out.unit_text : bs__grid_text(&job->grid, row, col);
    out.unit = bs__in_home_dollar(job->job, out.unit, printed);
    set_period(job, row, col, &out);
    set_status(job, row, col, &out);
    set_names(job, row, col, &out);
    out.measure = settle_measure(out.measure, out.unit,
                                 info->measure != BS_MEASURE_LEVEL ? info->label : column->label);
    if (out.measure == BS_MEASURE_LEVEL) {
        out.measure = settle_measure(BS_MEASURE_LEVEL, out.unit, info->label);
    }
    return out;
}

static bool same_variant(const bs__column *a, const bs__column *b)
{
    return bs_str_equal(a->label, b->label) && bs_str_equal(a->unit, b->unit) &&
           (a->timed || a->prior) == (b->timed || b->prior) && a->running == b->running;
}

// The first column that says the same as `col` but for its time.
static uint32_t variant_of(const bs__grid *grid, uint32_t col)
{
    for (uint32_t i = grid->value_col; i < col; i++) {
        if (grid->columns[i].role == BS__COLUMN_VALUE &&
            same_variant(&grid->columns[i], &grid->columns[col])) {
            return i;
        }
    }
    return col;
}

static size_t *slot_of(bs__table_job *job, uint32_t row, uint32_t col)
{
    uint32_t a = row, b = col;
    if (job->layout == BS__PERIODS_ACROSS) b = variant_of(&job->grid, col);
    bool apart = stands_apart(job, row, col);
    if (job->layout == BS__PERIODS_DOWN && !apart) a = job->rows[row].group_id;
    if (job->layout == BS__PERIODS_BOTH) {
        a = job->rows[row].group_id;
        b = variant_of(&job->grid, col);
    }
    return &job->slots[(size_t)a * job->grid.col_count + b];
}

static bs_status new_series(bs__table_job *job, uint32_t row, uint32_t col,
                            const bs__cell_meaning *meaning, size_t *slot)
{
    bs_series_array *all = &job->job->out->series;
    bs_series *series = BS_PUSH(job->job->arena, all);
    if (series == NULL) return bs__no_memory(job->job->err);
    *slot = all->count;
    bool down = job->layout == BS__PERIODS_DOWN || job->layout == BS__PERIODS_BOTH;
    *series = (bs_series){
        .group = job->context->caption,
        .indicator = meaning->indicator,
        .subject = meaning->subject,
        .unit = meaning->unit,
        .unit_text = meaning->unit_text,
        .unit_power = meaning->unit_power,
        .measure = meaning->measure,
        .frequency = meaning->period.frequency,
        .table = job->number,
        .total =
            down ? bs_word_is(job->grid.columns[col].label, BS_MEANS_TOTAL) : job->rows[row].total,
        .cross_section = job->layout == BS__CROSS_SECTION,
    };
    series->label = meaning->subject.len == 0 ? meaning->indicator
                                              : bs_arena_format(job->job->arena, "%.*s, %.*s",
                                                                BS_STR_ARG(meaning->subject),
                                                                BS_STR_ARG(meaning->indicator));
    return BS_OK;
}

static bs_str period_text(const bs__table_job *job, uint32_t row, uint32_t col)
{
    const bs__grid *grid = &job->grid;
    if (job->layout == BS__PERIODS_ACROSS && grid->header_row_count > 0) {
        return bs__grid_text(grid, grid->header_row_count - 1, col);
    }
    return job->layout == BS__PERIODS_DOWN ? job->rows[row].label : (bs_str){0};
}

bs_status bs__table_observe(bs__table_job *job, uint32_t row, uint32_t col, size_t quantity)
{
    const bs_cell *cell = bs__grid_at(&job->grid, row, col);
    const bs_cell_value *value = bs__grid_value(&job->grid, row, col);
    bs__cell_meaning meaning = bs__table_meaning(job, row, col);
    size_t *slot = slot_of(job, row, col);
    if (*slot == 0) BS_TRY(new_series(job, row, col, &meaning, slot));
    bs_series *series = &job->job->out->series.items[*slot - 1];
    bs_observation *observation = BS_PUSH(job->job->arena, &series->observations);
    if (observation == NULL) return bs__no_memory(job->job->err);
    *observation = (bs_observation){
        .period = meaning.period,
        .state = value->state,
        .qualifier = value->qualifier,
        .status = meaning.status,
        .period_text = period_text(job, row, col),
        .quantity = quantity,
    };
    if (quantity != BS_NO_QUANTITY) {
        const bs_quantity *printed = &job->job->out->quantities.items[quantity];
        observation->value = printed->value;
        observation->text = printed->digits;
        observation->origin = printed->origin;
    } else if (cell != NULL && cell->text.len > 0) {
        observation->text = cell->text;
        observation->origin = bs_source_locate(job->job->source, cell->text);
    }
    return BS_OK;
}
