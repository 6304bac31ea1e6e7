// SPDX-License-Identifier: GPL-3.0-or-later
// Joins the runs of batches to series, as long as the file is sorted by them.
#include "engine/extract/bulk.h"

#include <stdlib.h>

#include "engine/extract/bulk_internal.h"

// --- making --------------------------------------------------------------------------------------

static bs_status fail_plan(bs_error *err)
{
    return bs_fail(err, BS_E_ARGUMENT, "its rows cannot be read one after the other");
}

static bool is_streamable(const bs_tidy *tidy)
{
    const size_t whole[] = {tidy->part_column,   tidy->day_column,     tidy->kind_column,
                            tidy->status_column, tidy->vintage_column, tidy->action_column};
    for (size_t i = 0; i < BS_COUNT(whole); i++) {
        if (whole[i] != SIZE_MAX) return false;
    }
    for (size_t i = 0; i < tidy->width; i++) {
        if (tidy->columns[i].flags > 0) return false;
    }
    bool rows = tidy->header_is_year || tidy->header_is_part || tidy->flag_rows ||
                tidy->fill_count > 0 || tidy->carry_column != SIZE_MAX || tidy->total_periods ||
                tidy->aside_rows;
    return !rows && tidy->width <= UINT16_MAX;
}

static bs_status find_value_columns(bs_bulk *bulk, bs_error *err)
{
    const bs_tidy *tidy = bulk->tidy;
    bulk->value_columns = BS_NEW_ARRAY(&bulk->arena, size_t, tidy->width);
    if (bulk->value_columns == NULL) return bs__tidy_no_memory(err);
    for (size_t i = 0; i < tidy->width; i++) {
        if (tidy->columns[i].role == BS__TIDY_VALUE)
            bulk->value_columns[bulk->value_column_count++] = i;
    }
    return BS_OK;
}

// The decimal mark that the first rows speak for.
static void guess_mark(bs_bulk *bulk)
{
    bs_tidy *tidy = bulk->tidy;
    for (size_t row = tidy->header_count; row < tidy->sample_count; row++) {
        for (size_t i = 0; i < bulk->value_column_count; i++)
            bs__tidy_marks_add(&tidy->marks,
                               tidy->sample[row].fields[bulk->value_columns[i]].place);
    }
    bulk->mark = tidy->options.decimal_mark;
    if (bulk->mark == 0) bulk->mark = bs__tidy_decimal_mark(&tidy->marks);
}

static bs_status init(bs_bulk *bulk, bs_error *err)
{
    bs_tidy *tidy = bulk->tidy;
    if (tidy->sample_count == 0)
        return bs_fail(err, BS_E_FORMAT, "no rows; expected a header and rows of data");
    if (!tidy->planned) BS_TRY(bs__tidy_plan(tidy, err));
    if (!is_streamable(tidy)) return fail_plan(err);
    BS_TRY(find_value_columns(bulk, err));
    guess_mark(bulk);
    bulk->dated_rows = tidy->period_column != SIZE_MAX;
    bulk->wide = tidy->slot_count > 1 || tidy->row_is_series;
    bulk->logging = tidy->slot_count > 1;
    return BS_OK;
}

bs_status bs_bulk_new(bs_bulk **out, bs_tidy *tidy, const bs_bulk_options *options, bs_error *err)
{
    bs_bulk *bulk = calloc(1, sizeof *bulk);
    if (bulk == NULL) return bs__tidy_no_memory(err);
    bulk->tidy = tidy;
    bulk->options = *options;
    bs_status status = init(bulk, err);
    if (status != BS_OK) {
        bs_bulk_free(bulk);
        return status;
    }
    *out = bulk;
    return BS_OK;
}

// Forgets everything but what was learned of periods and marks.
static void begin_again(bs_bulk *bulk)
{
    bs_arena_deinit(&bulk->entity_arena);
    bulk->entities.items = NULL;
    bulk->entities.count = bulk->entities.capacity = 0;
    bulk->given.items = NULL;
    bulk->given.count = bulk->given.capacity = 0;
    bs__tidy_ids_deinit(&bulk->entity_index);
    bs_arena_deinit(&bulk->names);
    bulk->open = false;
    bulk__cells_deinit(&bulk->current.cells);
    bs_arena_deinit(&bulk->current_arena);
    bulk->logging = bulk->tidy->slot_count > 1;
    bulk__log_deinit(&bulk->log);
    bs_arena_deinit(&bulk->calendar_arena);
    bulk->calendars.items = NULL;
    bulk->calendars.count = bulk->calendars.capacity = 0;
    bs__tidy_ids_deinit(&bulk->calendar_index);
    bs__tidy_namer_deinit(&bulk->namer);
    bulk->namer = (bs__tidy_namer){0};
    bs_arena_deinit(&bulk->scratch);
    bulk->row_count = 0;
    bulk->visited = 0;
}

void bs_bulk_free(bs_bulk *bulk)
{
    if (bulk == NULL) return;
    begin_again(bulk);
    bs_arena_deinit(&bulk->arena);
    free(bulk);
}

static bs_status sample_take(void *context, const bs_row *row, bs_error *err)
{
    return bs__tidy_sample(context, row, err);
}

bs_row_sink bs_bulk_sample_sink(bs_tidy *tidy)
{
    return (bs_row_sink){tidy, sample_take};
}

// --- mistakes ------------------------------------------------------------------------------------

bs_status bulk__refuse(bs_bulk *bulk, const bs_bad_row *bad, bs_error *err)
{
    if (bulk->options.refuse != NULL) return bulk->options.refuse(bulk->options.context, bad, err);
    bs_place place = {.line = bad->line_number, .column = bad->column};
    return bs_fail_at(err, bad->status, place, "%s", bad->message);
}

// What the splitter and what the batch found, in the order of the file.
static bs_status refuse_all(bs_bulk *bulk, const bs_bulk_batch *batch, bs_error *err)
{
    const bs_row_block *block = batch->block;
    size_t i = 0, j = 0;
    while (i < block->bad.count || j < batch->bad.count) {
        const bs_bad_row *split = i < block->bad.count ? &block->bad.items[i] : NULL;
        const bs_bad_row *value = j < batch->bad.count ? &batch->bad.items[j] : NULL;
        bool first = value == NULL || (split != NULL && split->line_number <= value->line_number);
        BS_TRY(bulk__refuse(bulk, first ? split : value, err));
        *(first ? &i : &j) += 1;
    }
    return BS_OK;
}

// --- entities ------------------------------------------------------------------------------------

static bs_status entity_copy(bs__tidy_entity **out, bs_bulk *bulk, bs_arena *arena,
                             const bs_row_block *block, size_t row, bs_error *err)
{
    const bs_tidy *tidy = bulk->tidy;
    bs__tidy_entity *entity = BS_NEW(arena, bs__tidy_entity);
    bs_str *parts = BS_NEW_ARRAY(arena, bs_str, tidy->identity_count);
    if (entity == NULL || parts == NULL) return bs__tidy_no_memory(err);
    const bs_row_cell *cells = block->cells + row * block->width;
    for (size_t i = 0; i < tidy->identity_count; i++) {
        bs_str text;
        BS_TRY(bs_row_cell_text(&text, arena, block, &cells[tidy->identity[i]], err));
        if (bs_str_trim(text).len == 0) continue;
        parts[i] = bs_arena_str(arena, text);
        if (parts[i].ptr == NULL) return bs__tidy_no_memory(err);
    }
    *entity = (bs__tidy_entity){.parts = parts};
    if (tidy->label_column != SIZE_MAX) {
        bs_str text;
        BS_TRY(bs_row_cell_text(&text, arena, block, &cells[tidy->label_column], err));
        entity->label = bs_arena_str(arena, bs_str_trim(text));
    }
    if (tidy->total_column != SIZE_MAX) {
        bs_str text = bs_str_trim(bs_row_cell_raw(block, &cells[tidy->total_column]));
        entity->total = bs_str_equal_nocase(text, BS_STR("total"));
    }
    *out = entity;
    return BS_OK;
}

// The number of the entity of a run; *known tells whether it came before.
static bs_status entity_find(bs_bulk *bulk, const bulk_run *run, uint32_t *out, bool *known,
                             bs_error *err)
{
    uint32_t hash = (uint32_t)run->identity.low, id;
    *known = false;
    for (size_t probe = SIZE_MAX; !bulk->tidy->row_is_series && !*known;) {
        if (!bs__tidy_ids_next(&bulk->entity_index, hash, &probe, &id)) break;
        *known = bs_hash_equal(bulk->entities.items[id].identity, run->identity);
        *out = id;
    }
    if (*known) return BS_OK;
    *out = (uint32_t)bulk->entities.count;
    if ((uint64_t)(*out + 1) * bulk->tidy->slot_count >= UINT32_MAX)
        return bs_fail(err, BS_E_LIMIT, "more than 4294967294 series");
    bulk_entity *entity = BS_PUSH(&bulk->entity_arena, &bulk->entities);
    if (entity == NULL) return bs__tidy_no_memory(err);
    *entity = (bulk_entity){.identity = run->identity};
    for (size_t i = 0; i < bulk->tidy->slot_count; i++) {
        if (BS_PUSH(&bulk->entity_arena, &bulk->given) == NULL) return bs__tidy_no_memory(err);
    }
    return bulk->tidy->row_is_series ? BS_OK
                                     : bs__tidy_ids_add(&bulk->entity_index, hash, *out, err);
}

// --- one series after the other ------------------------------------------------------------------

static bs_status close_current(bs_bulk *bulk, bs_error *err)
{
    if (!bulk->open) return BS_OK;
    bulk->open = false;
    return bulk__emit(bulk, &bulk->current, bulk->current_names, err);
}

static bs_status open_current(bs_bulk *bulk, const bs_bulk_batch *batch, const bulk_run *run,
                              uint32_t entity, bs_error *err)
{
    bulk_series *current = &bulk->current;
    bs__tidy_entity *names = NULL;
    bs_arena_reset(&bulk->current_arena);
    BS_TRY(entity_copy(&names, bulk, &bulk->current_arena, batch->block, run->row, err));
    bulk->current_names = names;
    current->entity = entity;
    current->empty_count = 0;
    current->odd = false;
    current->shift = bulk__shift(bulk, run);
    bulk__cells_clear(&current->cells);
    bulk->open = true;
    return BS_OK;
}

static bs_status append(bs_bulk *bulk, const bs_bulk_batch *batch, const bulk_run *run,
                        bs_error *err)
{
    bulk_series *current = &bulk->current;
    bulk_cells *to = &current->cells;
    const bulk_cells *from = &batch->cells;
    BS_TRY(bulk__cells_reserve(to, run->count, err));
    bs_buffer_add(&to->text, (bs_str){from->text.ptr + run->text_at, run->text_len});
    BS_TRY(bs_buffer_status(&to->text, err));
    memcpy(to->lines + to->count, from->lines + run->at, run->count * sizeof *to->lines);
    memcpy(to->columns + to->count, from->columns + run->at, run->count * sizeof *to->columns);
    memcpy(to->fields + to->count, from->fields + run->at, run->count * sizeof *to->fields);
    for (size_t i = 0; i < run->count; i++) {
        uint32_t period = from->periods[run->at + i];
        to->periods[to->count + i] = bulk->dated_rows ? batch->period_ids[period] : period;
    }
    current->adjacent = to->count == 0 && run->adjacent;
    to->count += run->count;
    current->empty_count += run->empty_count;
    current->odd |= run->odd;
    if (current->shift != bulk__shift(bulk, run)) current->shift = UINT32_MAX;
    return BS_OK;
}

static bs_status log_run(bs_bulk *bulk, const bs_bulk_batch *batch, const bulk_run *run,
                         uint32_t entity, bs_error *err)
{
    if (bulk->entities.items[entity].names == NULL) {
        bs__tidy_entity *names = NULL;
        BS_TRY(entity_copy(&names, bulk, &bulk->names, batch->block, run->row, err));
        bulk->entities.items[entity].names = names;
    }
    return bulk__log_add(bulk, batch, run, entity, err);
}

static bs_status run_take(bs_bulk *bulk, const bs_bulk_batch *batch, const bulk_run *run,
                          bs_error *err)
{
    uint32_t entity = 0;
    bool known = false;
    bool same = bulk->open && !bulk->tidy->row_is_series &&
                bs_hash_equal(bulk->entities.items[bulk->current.entity].identity, run->identity);
    if (same) return append(bulk, batch, run, err);
    BS_TRY(close_current(bulk, err));
    BS_TRY(entity_find(bulk, run, &entity, &known, err));
    if (known) bulk->logging = true; // a series goes on after another has begun
    if (bulk->logging) return log_run(bulk, batch, run, entity, err);
    BS_TRY(open_current(bulk, batch, run, entity, err));
    return append(bulk, batch, run, err);
}

// --- batches -------------------------------------------------------------------------------------

// A copy of a period that outlives its block, unless the builder has it already.
static bs_status period_learn(bs_bulk *bulk, const bs_bulk_batch *batch, const bulk_period *period,
                              uint32_t *id, bs_error *err)
{
    bs_tidy *tidy = bulk->tidy;
    const bs_row_block *block = batch->block;
    size_t known = tidy->periods.count;
    bs_place place = bs_row_block_place(block, period->row, period->text.ptr);
    bs__tidy_period printed = {.text = period->text,
                               .shown = period->text,
                               .frequency = period->frequency,
                               .line = place.line,
                               .column = place.column};
    BS_TRY(bs__tidy_period_id(tidy, &printed, id, err));
    if (tidy->periods.count == known) return BS_OK;
    bs__tidy_period *kept = &tidy->periods.items[*id];
    kept->text = kept->shown = bs_arena_str(&bulk->arena, period->text);
    kept->frequency = bs_arena_str(&bulk->arena, period->frequency);
    bool lost = (kept->text.ptr == NULL && period->text.len > 0) ||
                (kept->frequency.ptr == NULL && period->frequency.len > 0);
    if (lost) return bs__tidy_no_memory(err);
    return bulk->settled ? bulk__period_read(bulk, kept, err) : BS_OK;
}

static bs_status periods_learn(bs_bulk *bulk, bs_bulk_batch *batch, bs_error *err)
{
    size_t count = batch->periods.count;
    if (count > batch->period_room) {
        free(batch->period_ids);
        batch->period_ids = reallocarray(NULL, count, sizeof *batch->period_ids);
        batch->period_room = batch->period_ids != NULL ? count : 0;
        if (batch->period_ids == NULL) return bs__tidy_no_memory(err);
    }
    for (size_t i = 0; i < count; i++)
        BS_TRY(period_learn(bulk, batch, &batch->periods.items[i], &batch->period_ids[i], err));
    return BS_OK;
}

static void marks_join(bs__tidy_marks *into, const bs__tidy_marks *more)
{
    into->comma_decimal += more->comma_decimal;
    into->point_decimal += more->point_decimal;
    into->comma_group += more->comma_group;
    into->point_group += more->point_group;
}

// Whether the first rows say that the file is in another order: by period, by nothing.
static bool is_scattered(const bs_bulk_batch *batch)
{
    enum { RUNS_MIN = 64, RUN_LENGTH_MIN = 3 };
    return batch->runs.count >= RUNS_MIN && batch->cells.count < batch->runs.count * RUN_LENGTH_MIN;
}

bs_status bs_bulk_take(bs_bulk *bulk, bs_bulk_batch *batch, bs_error *err)
{
    const bs_row_block *block = batch->block;
    BS_TRY(refuse_all(bulk, batch, err));
    if (batch->whole_file) return fail_plan(err);
    BS_TRY(periods_learn(bulk, batch, err));
    marks_join(&bulk->marks, &batch->marks);
    if (bulk->row_count == 0 && !bulk->tidy->row_is_series && is_scattered(batch))
        bulk->logging = true;
    for (size_t i = 0; i < batch->runs.count; i++) {
        if (batch->runs.items[i].count == 0) continue;
        BS_TRY(run_take(bulk, batch, &batch->runs.items[i], err));
    }
    bulk->row_count += (uint32_t)(block->row_count + block->bad.count);
    return BS_OK;
}

// True when the rows, now that all are known, would have been read as they were.
static bool is_confirmed(bs_bulk *bulk)
{
    bs__tidy_dates dates = bs__tidy_dates_of(bulk->tidy);
    char mark = bulk->tidy->options.decimal_mark;
    if (mark == 0) mark = bs__tidy_decimal_mark(&bulk->marks);
    bool same = mark == bulk->mark && dates.order == bulk->dates.order &&
                dates.padded == bulk->dates.padded && dates.lift == bulk->dates.lift;
    bulk->mark = mark;
    bulk->dates = dates;
    return same;
}

bs_status bs_bulk_end(bs_bulk *bulk, bool *again, bs_error *err)
{
    *again = false;
    BS_TRY(close_current(bulk, err));
    if (bulk->logging) BS_TRY(bulk__log_flush(bulk, err));
    BS_TRY(bulk__settle(bulk, err));
    if (!is_confirmed(bulk)) {
        *again = true;
        begin_again(bulk);
        bulk->settled = false;
        bulk->marks = (bs__tidy_marks){0};
        bulk->tidy->options.decimal_mark = bulk->mark;
        return BS_OK;
    }
    if (bulk->visited > 0) return BS_OK;
    return bs_fail(err, BS_E_FORMAT, "no values; every cell for a value is empty");
}
