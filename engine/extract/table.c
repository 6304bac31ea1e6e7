// SPDX-License-Identifier: GPL-3.0-or-later
// Reading one table: what its caption says of all its values, how periods lie in it, and then each
// cell in reading order.
#include <stdlib.h>

#include "engine/core/unit.h"
#include "engine/extract/grid_internal.h"
#include "engine/extract/moment.h"
#include "engine/extract/table_internal.h"
#include "engine/extract/words.h"

// The time that the caption names; otherwise what the section is about.
static bs_status find_period(bs__table_job *job)
{
    const bs__frame *frame = &job->context->frame;
    bs_period published = job->job->source->published;
    for (size_t i = 0; i < job->context->near_count && bs_period_is_none(job->period); i++) {
        bs_item_array items = {0};
        bs_str text = job->context->near[i];
        BS_TRY(bs_scan(&items, job->job->arena, text, job->grid.lang, job->job->err));
        for (size_t k = 0; k < items.count; k++) {
            if (bs__period_near(&job->period, &items.items[k], published)) {
                job->period_inferred = true;
                break;
            }
            if (items.items[k].from.year == 0) continue;
            if (bs_when_period(&job->period, items.items[k].from, items.items[k].to, 0, NULL) ==
                BS_OK)
                break;
        }
    }
    if (bs_period_is_none(job->period) && frame->period_stated) {
        job->period = frame->period;
        job->period_inferred = true;
    }
    job->year_default = bs_period_year_of(job->period);
    if (job->year_default == 0) job->year_default = bs_period_year_of(published);
    if (bs_period_is_none(job->period) && !bs_period_is_none(published)) {
        job->period_inferred = true;
        return bs_period_year(&job->period, bs_period_year_of(published), job->job->err);
    }
    return BS_OK;
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

// The status of values that say none themselves, by the text around the table.
static void find_status(bs__table_job *job)
{
    bool target = bs_word_in(job->context->frame.heading, BS_MEANS_TARGET);
    bool forecast = false, estimate = false;
    for (size_t i = 0; i < job->context->above_count; i++) {
        if (is_paragraph(job->context->near[i])) continue;
        target |= bs_word_in(job->context->near[i], BS_MEANS_TARGET);
        forecast |= bs_word_in(job->context->near[i], BS_MEANS_FORECAST);
        estimate |= bs_word_in(job->context->near[i], BS_MEANS_ESTIMATE);
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
    uint32_t yearless_rows = 0;
    for (uint32_t col = grid->value_col; col < grid->col_count; col++) {
        if (grid->columns[col].role != BS__COLUMN_VALUE) continue;
        columns++;
        timed += grid->columns[col].timed;
        yearless += grid->columns[col].timed && grid->columns[col].time.from.year == 0;
    }
    for (uint32_t row = 0; row < grid->row_count; row++) {
        if (!grid->rows[row].data) continue;
        rows++;
        timed_rows += job->rows[row].timed;
        yearless_rows += job->rows[row].timed && job->rows[row].time.from.year == 0;
    }
    bool down = rows > 0 && timed_rows * 5 >= rows * 3;
    bool across = timed > 0 && timed * 2 >= columns;
    if (down && across) {
        bool parts = yearless > 0 || yearless_rows * 2 > rows;
        return parts ? BS__PERIODS_BOTH : BS__PERIODS_ACROSS;
    }
    if (across) return BS__PERIODS_ACROSS;
    return down ? BS__PERIODS_DOWN : BS__CROSS_SECTION;
}

static bs__passage cell_passage(const bs__table_job *job, uint32_t row, uint32_t col, bs_str text)
{
    return (bs__passage){
        .text = text,
        .lang = job->grid.lang,
        .block = job->context->blocks[job->grid.rows[row].table],
        .table = job->number,
        .row = row + 1,
        .col = col + 1,
    };
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

// The number in parentheses beside a value: a rate where the caption lists percent beside the unit
// of the levels, otherwise another reading of the same.
static bs_status read_beside(bs__table_job *job, uint32_t row, uint32_t col,
                             const bs__cell_meaning *meaning)
{
    const bs_cell_value *value = bs__grid_value(&job->grid, row, col);
    bool listed = bs_str_find(job->unit_text, BS_STR("%"), 0) != SIZE_MAX ||
                  bs_str_find(job->unit_text, BS_STR("％"), 0) != SIZE_MAX;
    bool rate = listed && bs_unit_dimension(meaning->unit) != BS_DIM_PERCENT;
    bs_item item = {
        .kind = rate ? BS_KIND_PERCENT : kind_of(meaning, value),
        .valued = true,
        .value = value->beside_value,
        .unit = rate ? BS_STR("%") : meaning->unit,
        .start = value->beside_start,
        .end = value->beside_end,
        .digits_start = value->beside_start,
        .digits_end = value->beside_end,
        .rule = "beside the value of a cell",
    };
    if (!rate && bs_decimal_shift(&item.value, item.value, meaning->unit_power, NULL) != BS_OK)
        return BS_OK;
    bs__passage passage = cell_passage(job, row, col, bs__grid_text(&job->grid, row, col));
    bs_quantity *quantity = bs__push_item(job->job, &passage, &item);
    if (quantity == NULL) return bs__no_memory(job->job->err);
    quantity->role = rate ? BS_ROLE_GROWTH : BS_ROLE_OTHER;
    say_meaning(quantity, meaning);
    if (rate) quantity->unit_rule = "caption with several units";
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
    bs__passage passage = cell_passage(job, row, col, cell->text);
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
    bs__passage passage = cell_passage(job, row, col, bs__grid_text(&job->grid, row, col));
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
    bs__passage passage = cell_passage(job, row, col, bs__grid_text(&job->grid, row, col));
    bs_quantity *quantity = bs__push_item(job->job, &passage, &item);
    if (quantity == NULL) return bs__no_memory(job->job->err);
    quantity->role = BS_ROLE_OTHER;
    const bs_when *when = &job->rows[row].time.from;
    if (job->rows[row].timed && bs_when_period(&quantity->period, *when, job->rows[row].time.to,
                                               job->year_default, NULL) == BS_OK)
        quantity->period_rule = "row";
    return BS_OK;
}

// "2024. 3", "2024/1-3", "1/4": a time in a header, and numbers anywhere else. *odd says so.
static bs_status is_odd_time(bs__table_job *job, bs_str text, bool *odd)
{
    enum { HEADER_BYTES_MAX = 24 };
    bs_time_text time;
    bs_item_array items = {0};
    *odd = false;
    if (text.len > HEADER_BYTES_MAX || !bs_scan_time(&time, text, job->grid.lang)) return BS_OK;
    BS_TRY(bs_scan(&items, job->job->arena, text, job->grid.lang, job->job->err));
    // "2024.9": a decimal to who knows of no header.
    bool decimal = items.count == 1 && time.from.month > 0 && items.items[0].from.month == 0;
    *odd = (time.from.year > 0 && (items.count > 1 || decimal)) ||
           (items.count == 1 && time.from.quarter != items.items[0].from.quarter);
    return BS_OK;
}

// The time that a header is, as an item.
static bs_status read_time(bs__table_job *job, uint32_t row, uint32_t col)
{
    bs_str text = bs__grid_text(&job->grid, row, col);
    bs_time_text time;
    bs_period period;
    bool read =
        bs_scan_time(&time, text, job->grid.lang) || bs__grid_goes_on(&job->grid, row, col, &time);
    if (!read) return BS_OK;
    if (bs__is_short_year(&job->grid.columns[col], &time)) time = job->grid.columns[col].time;
    if (bs_when_period(&period, time.from, time.to, 0, NULL) != BS_OK) return BS_OK;
    bs_item item = {.kind = BS_KIND_DATE, .end = text.len, .digits_end = text.len, .rule = "date"};
    bs__passage passage = cell_passage(job, row, col, text);
    bs_quantity *quantity = bs__push_item(job->job, &passage, &item);
    if (quantity == NULL) return bs__no_memory(job->job->err);
    quantity->role = BS_ROLE_OTHER;
    quantity->period = period;
    quantity->period_rule = "printed";
    return BS_OK;
}

// "16-24", "65 and over", "5~9인", "30대" in front of the values of a row name a class: an age, a
// size.
static bool is_class_number(const bs_quantity *quantity)
{
    bool class = bs_str_equal(quantity->unit, BS_STR("1")) || bs__is_age(quantity->unit);
    return class && (quantity->kind == BS_KIND_QUANTITY || quantity->kind == BS_KIND_RANGE);
}

// "Three Months Ended" over a column is part of its time.
static bool is_duration(const bs_quantity *quantity)
{
    return bs_unit_dimension(quantity->unit) == BS_DIM_DURATION;
}

// "65歳以上" over a column names a class.
static bool is_head_name(const bs_quantity *quantity)
{
    return is_duration(quantity) || bs__is_age(quantity->unit);
}

// Takes out of quantities[first...], all of one cell, what only names a row or a column. What
// belonged to that belongs to nothing.
static bs_status drop_names(bs__job *job, size_t first, bool (*is_name)(const bs_quantity *))
{
    bs_quantity_array *quantities = &job->out->quantities;
    size_t kept = first;
    size_t *places = BS_NEW_ARRAY(&job->scratch, size_t, quantities->count - first + 1);
    if (places == NULL) return bs__no_memory(job->err);
    for (size_t i = first; i < quantities->count; i++)
        places[i - first] = is_name(&quantities->items[i]) ? BS_NO_QUANTITY : kept++;
    for (size_t i = first; i < quantities->count; i++) {
        bs_quantity *quantity = &quantities->items[i];
        if (quantity->of != BS_NO_QUANTITY && quantity->of >= first)
            quantity->of = places[quantity->of - first];
        if (places[i - first] != BS_NO_QUANTITY) quantities->items[places[i - first]] = *quantity;
    }
    quantities->count = kept;
    return BS_OK;
}

// The time that a head or a label speaks of, for a part of it that prints no year.
static bs_period named_period(const bs__table_job *job, uint32_t row, uint32_t col)
{
    const bs__column *column = &job->grid.columns[col];
    bool header = job->grid.rows[row].header;
    if (header ? !column->timed : !job->rows[row].timed) return BS_PERIOD_NONE;
    const bs_time_text *time = header ? &column->time : &job->rows[row].time;
    bs_period period;
    bs_when last = time->to.year > 0 ? time->to : time->from;
    return bs_when_period(&period, last, (bs_when){0}, job->year_default, NULL) == BS_OK
               ? period
               : BS_PERIOD_NONE;
}

// A head or label without the unit that it ends in, whose numbers are no amounts: "GDP (constant
// 2015 US$)", "売上高 百万円".
static bs_str without_unit(const bs__table_job *job, uint32_t row, const bs_cell *cell)
{
    bs_str text = cell->text, stated = job->rows[row].unit_text;
    bs_unit_text unit;
    if (!job->grid.rows[row].header) {
        bool inside = stated.len > 0 && stated.ptr > text.ptr &&
                      stated.ptr + stated.len == text.ptr + text.len;
        return inside ? bs_str_slice(text, 0, (size_t)(stated.ptr - text.ptr)) : text;
    }
    bool named = bs_scan_unit(&unit, job->job->arena, text, job->grid.lang) &&
                 (unit.end == text.len && (unit.start == 0 || bs_list_ends(text, ")|）|]")));
    if (named || bs__unit_of_tail(&unit, job->job->arena, text, job->grid.lang))
        return bs_str_slice(text, 0, unit.start);
    return text;
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
    if (!header) {
        if (number && role == BS__COLUMN_INDEX) return read_index(job, row, col);
        if (number && job->grid.columns[col].part != BS__PART_NONE) return read_part(job, row, col);
        if (number && (role == BS__COLUMN_VALUE || role == BS__COLUMN_RANK))
            return read_value(job, row, col);
        bool expected = role == BS__COLUMN_VALUE && job->grid.rows[row].data;
        if (expected && makes_series(job)) BS_TRY(bs__table_observe(job, row, col, BS_NO_QUANTITY));
        if (expected && value->state != BS_STATE_UNREADABLE) return BS_OK;
    }
    if (cell == NULL || cell->text.len == 0) return BS_OK;
    if (header && bs__ends_term(bs_str_trim(cell->text))) return BS_OK;
    bs_str text = without_unit(job, row, cell);
    if (text.len == 0) return BS_OK; // "百万円" over a column is no million
    bool head = header || role == BS__COLUMN_LABEL || role == BS__COLUMN_GROUP;
    bool odd = false;
    if (head) BS_TRY(is_odd_time(job, cell->text, &odd));
    bs_time_text time;
    odd |= head && col >= job->grid.value_col && bs_scan_time(&time, cell->text, job->grid.lang) &&
           bs__is_short_year(&job->grid.columns[col], &time);
    odd |= header && number && bs__grid_goes_on(&job->grid, row, col, &time);
    if (odd) return read_time(job, row, col);
    bs__frame frame = job->context->frame;
    bs_period told = named_period(job, row, col);
    bs_period period = bs_period_is_none(told) ? job->period : told;
    if (!bs_period_is_none(period)) {
        frame.period = period;
        frame.period_stated = true;
    }
    size_t first = job->job->out->quantities.count;
    BS_TRY(bs__read_passage(job->job, cell_passage(job, row, col, text), &frame));
    if (header) BS_TRY(drop_names(job->job, first, is_head_name));
    if (!header && role == BS__COLUMN_LABEL) BS_TRY(drop_names(job->job, first, is_class_number));
    return BS_OK;
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
    bs_lang lang = job->context->tables[0]->lang;
    BS_TRY(
        bs__grid_build(&job->grid, arena, tables, job->context->table_count, lang, job->job->err));
    size_t places = (size_t)job->grid.row_count * job->grid.col_count;
    job->slots = BS_NEW_ARRAY(arena, size_t, places);
    if (job->slots == NULL) return bs__no_memory(job->job->err);
    BS_TRY(bs__table_rows(job));
    bs__table_units(job);
    BS_TRY(find_period(job));
    BS_TRY(bs__table_span(job));
    find_status(job);
    job->layout = find_layout(job);
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
    for (size_t i = first; i < parent->out->series.count; i++) {
        parent->out->series.items[i].order = (uint32_t)(i - first + 1);
        sort_observations(&parent->out->series.items[i]);
    }
    return BS_OK;
}
