// SPDX-License-Identifier: GPL-3.0-or-later
// Reading one table: what its caption says of all its values, how periods lie in it, and then each
// cell in reading order.
#include <stdlib.h>

#include "engine/core/unit.h"
#include "engine/extract/grid_internal.h"
#include "engine/extract/moment.h"
#include "engine/extract/part_frequency.h"
#include "engine/extract/scan_internal.h"
#include "engine/extract/table_internal.h"
#include "engine/extract/words.h"

// "당해사업연도", "当連結会計年度": is a column of the business year that a paper reports on?
static bool reports_business_year(const bs__grid *grid)
{
    static const char names[] = "당해사업연도|당해 사업연도|당사업연도|当事業年度|当連結会計年度|"
                                "当会計年度|本会计年度|本会計年度";
    for (uint32_t col = grid->value_col; col < grid->col_count; col++) {
        if (bs_list_starts(bs__grid_head(grid, col), names)) return true;
    }
    return false;
}

// What a table without a time is of: the year that its paper came out in, or the business year that
// was over then, which in the second half of a year may be either.
static bs_status infer_year(bs__table_job *job, bs_period published)
{
    enum { LAST_MONTH_OF_REPORTS = 6 };
    int year = bs_period_year_of(published);
    bool business = reports_business_year(&job->grid);
    if (business && bs_period_end(published).month > LAST_MONTH_OF_REPORTS) return BS_OK;
    job->period_inferred = true;
    return bs_period_year(&job->period, business ? year - 1 : year, job->job->err);
}

// The time that the caption names; otherwise what the section is about.
static bs_status find_period(bs__table_job *job)
{
    const bs__frame *frame = &job->context->frame;
    bs_period published = job->job->source->published;
    for (size_t i = 0; i < job->context->near_count && bs_period_is_none(job->period); i++) {
        bs_item_array items = {0};
        bs_time_text term;
        bs_str text = bs__plain_label(job->job->arena, job->context->near[i]);
        bs_lang lang = bs__lang_of_text(text, job->grid.lang);
        // "前第３四半期連結累計期間（自 2023年４月１日 至 2023年12月31日）"
        if (bs__term_time(&term, bs_str_trim(text), lang) && term.from.year > 0 &&
            bs_when_period(&job->period, term.from, term.to, 0, NULL) == BS_OK)
            break;
        BS_TRY(bs_scan(&items, job->job->arena, text, lang, job->job->err));
        if (i < job->context->above_count && bs__lists_times(&items, text)) continue;
        for (size_t k = 0; k < items.count; k++) {
            if (bs__period_near(&job->period, &items.items[k], published)) {
                job->period_inferred = true;
                break;
            }
            if (items.items[k].from.year == 0) continue;
            if (bs__is_day_of_page(bs_str_slice(text, 0, items.items[k].start))) continue;
            if (bs_when_period(&job->period, items.items[k].from, items.items[k].to, 0, NULL) ==
                BS_OK) {
                job->fiscal = items.items[k].from.fiscal;
                break;
            }
        }
    }
    if (bs_period_is_none(job->period) && frame->period_stated) {
        job->period = frame->period;
        job->period_inferred = true;
    }
    job->year_default = bs_period_year_of(job->period);
    if (job->year_default == 0) job->year_default = bs_period_year_of(published);
    bool told = !bs_period_is_none(job->period) || bs_period_is_none(published);
    return told ? BS_OK : infer_year(job, published);
}

// Whether a column, or a row, is headed as a target (forecast ...): the others are none.
static bool says_itself(const bs__table_job *job, bs_value_status status)
{
    const bs__grid *grid = &job->grid;
    for (uint32_t col = 0; col < grid->col_count; col++) {
        const bs__column *column = &grid->columns[col];
        if (column->timed && column->time.status_stated && column->time.status == status)
            return true;
    }
    for (uint32_t row = grid->header_row_count; row < grid->row_count; row++) {
        const bs__row_info *info = &job->rows[row];
        if (info->timed && info->time.status_stated && info->time.status == status) return true;
    }
    return false;
}

// A paragraph that stands above a table by chance says nothing of its values.
static bool is_paragraph(bs_str text)
{
    enum { CAPTION_BYTES_MAX = 100 };
    text = bs_str_trim(text);
    return text.len > CAPTION_BYTES_MAX && bs_list_ends(text, ".|。");
}

// "预期性", "约束性" in a column of their own: the indicators of a plan are aims.
static bool lists_aims(const bs__grid *grid)
{
    enum { ROWS_MIN = 2 };
    if (grid->lang != BS_LANG_ZH) return false;
    for (uint32_t col = 0; col < grid->col_count; col++) {
        uint32_t aims = 0, others = 0;
        for (uint32_t row = grid->header_row_count; row < grid->row_count; row++) {
            bs_str text = bs_str_trim(bs__grid_text(grid, row, col));
            bool aim = bs_list_is(text, "预期性|约束性|预期|约束|指导性|預期性|約束性");
            aims += aim;
            others += text.len > 0 && !aim;
        }
        if (aims >= ROWS_MIN && others == 0) return true;
    }
    return false;
}

// The status of values that say none themselves, by the text around the table.
static void find_status(bs__table_job *job)
{
    job->aims = lists_aims(&job->grid);
    bool target = job->aims || bs_word_in(job->context->frame.heading, BS_MEANS_TARGET);
    bool forecast = false, estimate = false;
    for (size_t i = 0; i < job->context->above_count; i++) {
        bs_str text = job->context->near[i];
        if (is_paragraph(text)) continue;
        // "Pupils reaching the expected standard": what is hoped of them, and no forecast.
        if (bs_str_find(text, BS_STR("expected standard"), 0) != SIZE_MAX) continue;
        bs_words words;
        if (!bs_words_find(&words, job->job->arena, text)) continue;
        target |= bs_words_in(&words, text, BS_MEANS_TARGET);
        forecast |= bs_words_in(&words, text, BS_MEANS_FORECAST);
        estimate |= bs_words_in(&words, text, BS_MEANS_ESTIMATE);
    }
    job->status = target     ? BS_STATUS_TARGET
                  : forecast ? BS_STATUS_FORECAST
                  : estimate ? BS_STATUS_ESTIMATE
                             : BS_STATUS_ACTUAL;
    if (says_itself(job, job->status)) job->status = BS_STATUS_ACTUAL;
}

static bs__layout find_layout(const bs__table_job *job)
{
    const bs__grid *grid = &job->grid;
    uint32_t columns = 0, timed = 0, yearless = 0, rows = 0, timed_rows = 0;
    uint32_t yearless_rows = 0, whole_rows = 0;
    for (uint32_t col = grid->value_col; col < grid->col_count; col++) {
        if (grid->columns[col].role != BS__COLUMN_VALUE) continue;
        columns++;
        timed += grid->columns[col].timed || grid->columns[col].prior != BS__NO_PRIOR;
        yearless += grid->columns[col].timed && grid->columns[col].time.from.year == 0;
    }
    for (uint32_t row = 0; row < grid->row_count; row++) {
        if (!grid->rows[row].data || (job->rows[row].change && rows > 1)) continue;
        rows++;
        timed_rows += job->rows[row].timed;
        whole_rows += !job->rows[row].timed && bs__names_year(job->rows[row].label);
        yearless_rows += job->rows[row].timed && job->rows[row].time.from.year == 0;
    }
    if (timed_rows > 0) timed_rows += whole_rows;
    bool down = rows > 0 && timed_rows * 5 >= rows * 3;
    bool across = timed > 0 && timed * 2 >= columns;
    if (down && across) {
        bool parts = yearless > 0 || yearless_rows * 2 > rows;
        return parts ? BS__PERIODS_BOTH : BS__PERIODS_ACROSS;
    }
    if (across) return BS__PERIODS_ACROSS;
    return down ? BS__PERIODS_DOWN : BS__CROSS_SECTION;
}

static bs_kind kind_of(const bs__cell_meaning *meaning, const bs_cell_value *value)
{
    if (meaning->measure == BS_MEASURE_RANK) return BS_KIND_RANK;
    if (value->range) return BS_KIND_RANGE;
    switch (bs_unit_dimension(meaning->unit)) {
    case BS_DIM_MONEY:
        return BS_KIND_CURRENCY;
    case BS_DIM_PERCENT:
    case BS_DIM_POINT:
        return BS_KIND_PERCENT;
    default:
        return BS_KIND_QUANTITY;
    }
}

static bs_role role_of(bs_measure measure)
{
    switch (measure) {
    case BS_MEASURE_GROWTH:
        return BS_ROLE_GROWTH;
    case BS_MEASURE_SHARE:
        return BS_ROLE_SHARE;
    case BS_MEASURE_RANK:
        return BS_ROLE_RANK;
    default:
        return BS_ROLE_LEVEL;
    }
}

// What a value says that its column, row and caption mean.
static void say_meaning(bs_quantity *quantity, const bs__cell_meaning *meaning)
{
    quantity->status = meaning->status;
    quantity->period = meaning->period;
    quantity->period_inferred = meaning->period_inferred;
    quantity->period_rule = meaning->period_rule;
    quantity->unit_rule = meaning->unit_rule;
    quantity->indicator = meaning->indicator;
    quantity->subject = meaning->subject;
}

// "342(204)": a count beside another, too large for the rate that the caption lists as well.
static bool is_count_beside(const bs_cell_value *value)
{
    enum { RATE_MAX = 100 };
    return value->value.scale == 0 && value->beside_value.scale == 0 &&
           value->beside_value.coefficient > RATE_MAX;
}

// The number in parentheses beside a value: a rate where the caption lists percent beside the unit
// of the levels, otherwise another reading of the same.
static bs_status read_beside(bs__table_job *job, uint32_t row, uint32_t col,
                             const bs__cell_meaning *meaning)
{
    const bs_cell_value *value = bs__grid_value(&job->grid, row, col);
    bool listed = bs_str_find(job->unit_text, BS_STR("%"), 0) != SIZE_MAX ||
                  bs_str_find(job->unit_text, BS_STR("％"), 0) != SIZE_MAX;
    bool share = job->grid.columns[col].beside_percent || job->rows[row].beside_percent;
    bool relative = false;
    bs_str error = bs__table_error_name(job, row, col, &relative);
    bool percent = bs__is_percent(meaning->unit); // points too: "5.7 (4.9)" of an index of opinion
    if (!job->rates_asked) job->rates_told = bs__table_says_rates(job);
    job->rates_asked = true;
    bool told = !percent && error.len == 0 && job->rates_told;
    bool rate = share || relative || told || value->beside_rate ||
                (listed && !percent && !is_count_beside(value));
    // "12,041 (5.1)" in millions: of what is not told, and no millions.
    bool other = !rate && !percent && meaning->unit_power != 0 && value->value.scale == 0 &&
                 value->beside_value.scale > 0;
    bs_cell_value alone = {0}; // a range may have a single number beside it
    bs_item item = {
        .kind = value->beside_range ? BS_KIND_RANGE
                : rate              ? BS_KIND_PERCENT
                : other             ? BS_KIND_QUANTITY
                                    : kind_of(meaning, &alone),
        .valued = true,
        .value = value->beside_value,
        .upper = value->beside_upper,
        .unit = rate    ? BS_STR("%")
                : other ? BS_STR("1")
                        : meaning->unit,
        .start = value->beside_start,
        .end = value->beside_end,
        .digits_start = value->beside_start,
        .digits_end = value->beside_end,
        .rule = "beside the value of a cell",
    };
    int power = rate || other ? 0 : meaning->unit_power;
    if (bs_decimal_shift(&item.value, item.value, power, NULL) != BS_OK) return BS_OK;
    if (value->beside_range && bs_decimal_shift(&item.upper, item.upper, power, NULL) != BS_OK)
        return BS_OK;
    bs__passage passage = bs__cell_passage(job, row, col, bs__grid_text(&job->grid, row, col));
    bs_quantity *quantity = bs__push_item(job->job, &passage, &item);
    if (quantity == NULL) return bs__no_memory(job->job->err);
    quantity->role = error.len > 0 ? BS_ROLE_OTHER
                     : share       ? BS_ROLE_SHARE
                     : rate        ? BS_ROLE_GROWTH
                                   : BS_ROLE_OTHER;
    say_meaning(quantity, meaning);
    if (error.len > 0) {
        quantity->indicator =
            bs_arena_format(job->job->arena, "%.*s%s%.*s", BS_STR_ARG(meaning->indicator),
                            meaning->indicator.len > 0 ? " " : "", BS_STR_ARG(error));
        if (quantity->indicator.ptr == NULL) return bs__no_memory(job->job->err);
    }
    if (rate) quantity->unit_rule = share ? "head of counts" : "caption with several units";
    return BS_OK;
}

// Whoever takes quantities as they come wants no series.
static bool makes_series(const bs__table_job *job)
{
    return job->job->take == NULL;
}

// A value of the table: an item made of the cell, and its place in a series.
static bs_status read_value(bs__table_job *job, uint32_t row, uint32_t col)
{
    const bs_cell *cell = bs__grid_at(&job->grid, row, col);
    const bs_cell_value *value = bs__grid_value(&job->grid, row, col);
    bs__cell_meaning meaning = bs__table_meaning(job, row, col);
    bs_item item = {
        .kind = kind_of(&meaning, value),
        .qualifier = value->qualifier,
        .valued = true,
        .upper = value->upper,
        .unit = meaning.unit,
        .start = value->digits_start,
        .end = value->digits_end,
        .digits_start = value->digits_start,
        .digits_end = value->digits_end,
        .rule = "table cell",
    };
    if (bs_decimal_shift(&item.value, value->value, meaning.unit_power, NULL) != BS_OK)
        return BS_OK;
    if (value->range &&
        bs_decimal_shift(&item.upper, value->upper, meaning.unit_power, NULL) != BS_OK) {
        return BS_OK;
    }
    bs__passage passage = bs__cell_passage(job, row, col, cell->text);
    size_t index = job->job->out->quantities.count;
    bs_quantity *quantity = bs__push_item(job->job, &passage, &item);
    if (quantity == NULL) return bs__no_memory(job->job->err);
    quantity->role = role_of(meaning.measure);
    say_meaning(quantity, &meaning);
    if (value->beside) BS_TRY(read_beside(job, row, col, &meaning));
    if (meaning.measure == BS_MEASURE_RANK || !makes_series(job)) return BS_OK;
    return bs__table_observe(job, row, col, index);
}

static bs_status read_index(bs__table_job *job, uint32_t row, uint32_t col)
{
    const bs_cell_value *value = bs__grid_value(&job->grid, row, col);
    bs_item item = {
        .kind = BS_KIND_IDENTIFIER,
        .valued = true,
        .value = value->value,
        .start = value->digits_start,
        .end = value->digits_end,
        .digits_start = value->digits_start,
        .digits_end = value->digits_end,
        .rule = "row number",
    };
    bs__passage passage = bs__cell_passage(job, row, col, bs__grid_text(&job->grid, row, col));
    bs_quantity *quantity = bs__push_item(job->job, &passage, &item);
    if (quantity == NULL) return bs__no_memory(job->job->err);
    quantity->role = BS_ROLE_OTHER;
    return BS_OK;
}

// The 10 of a column of months: a date, with the year of its row.
static bs_status read_part(bs__table_job *job, uint32_t row, uint32_t col)
{
    const bs_cell_value *value = bs__grid_value(&job->grid, row, col);
    bs_item item = {
        .kind = BS_KIND_DATE,
        .start = value->digits_start,
        .end = value->digits_end,
        .digits_start = value->digits_start,
        .digits_end = value->digits_end,
        .rule = "part of a year in a column",
    };
    bs__passage passage = bs__cell_passage(job, row, col, bs__grid_text(&job->grid, row, col));
    bs_quantity *quantity = bs__push_item(job->job, &passage, &item);
    if (quantity == NULL) return bs__no_memory(job->job->err);
    quantity->role = BS_ROLE_OTHER;
    const bs_when *when = &job->rows[row].time.from;
    if (job->rows[row].timed && bs_when_period(&quantity->period, *when, job->rows[row].time.to,
                                               job->year_default, NULL) == BS_OK)
        quantity->period_rule = "row";
    return BS_OK;
}

static bs_status read_cell(bs__table_job *job, uint32_t row, uint32_t col)
{
    const bs_cell *cell = bs__grid_at(&job->grid, row, col);
    bs__column_role role = job->grid.columns[col].role;
    const bs_cell_value *value = bs__grid_value(&job->grid, row, col);
    bool first_place = cell != NULL && cell->col == col &&
                       (row == 0 || bs__grid_at(&job->grid, row - 1, col) != cell);
    bool header = job->grid.rows[row].header;
    bool number = value->state == BS_STATE_VALUE;
    if (cell != NULL && !first_place) return BS_OK;
    if (number && job->grid.rows[row].numbering) return read_index(job, row, col);
    if (!header) {
        if (number && role == BS__COLUMN_INDEX) return read_index(job, row, col);
        if (number && job->grid.columns[col].part != BS__PART_NONE) return read_part(job, row, col);
        if (number && (role == BS__COLUMN_VALUE || role == BS__COLUMN_RANK))
            return read_value(job, row, col);
        bool expected = role == BS__COLUMN_VALUE && job->grid.rows[row].data;
        if (expected && makes_series(job)) BS_TRY(bs__table_observe(job, row, col, BS_NO_QUANTITY));
        if (expected && value->state != BS_STATE_UNREADABLE) return BS_OK;
    }
    return bs__table_words(job, row, col);
}

// By period; what stands first in the file comes first where a period stands twice.
static int compare_observations(const void *left, const void *right)
{
    const bs_observation *a = left, *b = right;
    int order = bs_period_compare(a->period, b->period);
    if (order != 0) return order;
    return (a->origin.offset > b->origin.offset) - (a->origin.offset < b->origin.offset);
}

static void sort_observations(bs_series *series)
{
    if (series->observations.count < 2) return;
    qsort(series->observations.items, series->observations.count, sizeof(bs_observation),
          compare_observations);
}

static bs_status prepare(bs__table_job *job)
{
    bs_arena *arena = job->job->arena;
    const bs_table **tables = BS_NEW_ARRAY(arena, const bs_table *, job->context->table_count);
    if (tables == NULL) return bs__no_memory(job->job->err);
    for (size_t i = 0; i < job->context->table_count; i++)
        tables[i] = job->context->tables[i]->table;
    job->grid = (bs__grid){.lang = job->context->tables[0]->lang,
                           .eras = job->job->eras,
                           .published = bs_period_year_of(job->job->source->published)};
    BS_TRY(bs__grid_build(&job->grid, arena, tables, job->context->table_count, job->job->err));
    size_t places = (size_t)job->grid.row_count * job->grid.col_count;
    job->slots = BS_NEW_ARRAY(arena, size_t, places);
    job->dated_by = BS_NEW_ARRAY(arena, uint32_t, (size_t)job->grid.col_count * BS__DATED_KINDS);
    if (job->slots == NULL || job->dated_by == NULL) return bs__no_memory(job->job->err);
    BS_TRY(bs__table_rows(job));
    bs__table_terms(job);
    bs__table_subtotals(job);
    bs__table_stamps(job);
    bs__table_units(job);
    BS_TRY(find_period(job));
    BS_TRY(bs__table_cross_years(job));
    bs__table_business_year(job);
    BS_TRY(bs__table_span(job));
    bs__table_add_up(job);
    find_status(job);
    bs__table_prior_rows(job);
    job->layout = find_layout(job);
    return bs__table_sum_times(job);
}

typedef struct parting {
    bs__job *job;
    bs_series_array series;
} parting;

static bs_status take_part(void *context, const bs_series *part, bs_error *err)
{
    parting *own = context;
    bs_series *place = BS_PUSH(own->job->arena, &own->series);
    if (place == NULL) return bs__no_memory(err);
    *place = *part;
    return BS_OK;
}

// A row of years and of months of the last one makes two series.
static bs_status part_frequencies(bs__job *job, size_t first)
{
    bs_series_array *all = &job->out->series;
    parting parts = {.job = job};
    bool mixed = false;
    for (size_t i = first; i < all->count && !mixed; i++)
        mixed = bs__is_mixed(&all->items[i]);
    for (size_t i = first; mixed && i < all->count; i++)
        BS_TRY(bs__each_frequency(&all->items[i], job->arena, take_part, &parts, job->err));
    if (mixed) all->count = first;
    for (size_t i = 0; i < parts.series.count; i++) {
        bs_series *place = BS_PUSH(job->arena, all);
        if (place == NULL) return bs__no_memory(job->err);
        *place = parts.series.items[i];
    }
    return BS_OK;
}

bs_status bs__read_tables(bs__job *parent, const bs__table_context *context)
{
    bs__table_job job = {.job = parent, .context = context, .number = ++parent->table_count};
    size_t first = parent->out->series.count;
    BS_TRY(prepare(&job));
    for (uint32_t row = 0; row < job.grid.row_count; row++) {
        for (uint32_t col = 0; col < job.grid.col_count; col++)
            BS_TRY(read_cell(&job, row, col));
    }
    BS_TRY(part_frequencies(parent, first));
    for (size_t i = first; i < parent->out->series.count; i++) {
        parent->out->series.items[i].order = (uint32_t)(i - first + 1);
        sort_observations(&parent->out->series.items[i]);
    }
    return BS_OK;
}
