// SPDX-License-Identifier: GPL-3.0-or-later
// Values of a file that is not sorted by series: they wait until there are many, and are then put
// together by a counting sort.
#include <stdlib.h>

#include "engine/extract/bulk_internal.h"

void bulk__log_deinit(bulk_log *log)
{
    bulk__cells_deinit(&log->cells);
    free(log->series);
    free(log->text_at);
    *log = (bulk_log){0};
}

static bs_status reserve(bulk_log *log, size_t more, bs_error *err)
{
    BS_TRY(bulk__cells_reserve(&log->cells, more, err));
    if (log->room >= log->cells.room) return BS_OK;
    uint32_t *series = reallocarray(log->series, log->cells.room, sizeof *series);
    if (series != NULL) log->series = series;
    uint32_t *text_at = reallocarray(log->text_at, log->cells.room, sizeof *text_at);
    if (text_at != NULL) log->text_at = text_at;
    if (series == NULL || text_at == NULL) return bs__tidy_no_memory(err);
    log->room = log->cells.room;
    return BS_OK;
}

// Bytes of one value in the log besides its text: the arrays, doubled when they grow, and the sort.
enum { VALUE_BYTES = 2 * (5 * sizeof(uint32_t) + sizeof(uint16_t)) + sizeof(uint32_t) };

static bool is_full(const bs_bulk *bulk)
{
    const bulk_log *log = &bulk->log;
    size_t limit = bulk->options.log_bytes > 0 ? bulk->options.log_bytes : BS_BULK_LOG_BYTES;
    return log->cells.count * VALUE_BYTES + log->cells.text.capacity > limit;
}

bs_status bulk__log_add(bs_bulk *bulk, const bs_bulk_batch *batch, const bulk_run *run,
                        uint32_t entity, bs_error *err)
{
    bulk_log *log = &bulk->log;
    bulk_cells *cells = &log->cells;
    const bulk_cells *from = &batch->cells;
    BS_TRY(reserve(log, run->count, err));
    size_t text_at = cells->text.len;
    uint32_t shift = bulk__shift(bulk, run);
    if (cells->count == 0) log->shift = shift;
    if (log->shift != shift) log->shift = UINT32_MAX;
    bs_str text = {from->text.ptr + run->text_at, run->text_len};
    bs_buffer_add(&cells->text, text);
    BS_TRY(bs_buffer_status(&cells->text, err));
    for (size_t i = run->at; i < run->at + run->count; i++) {
        size_t at = cells->count++;
        uint32_t slot = bulk->tidy->columns[from->fields[i]].slot;
        uint32_t period = from->periods[i];
        cells->periods[at] = bulk->dated_rows ? batch->period_ids[period] : period;
        cells->lines[at] = from->lines[i];
        cells->columns[at] = from->columns[i];
        cells->fields[at] = from->fields[i];
        log->series[at] = (uint32_t)bulk__series_number(bulk, entity, slot);
        log->text_at[at] = (uint32_t)text_at;
        const char *comma = memchr(cells->text.ptr + text_at, ',', cells->text.len - text_at);
        text_at = (size_t)(comma - cells->text.ptr) + 1;
    }
    return is_full(bulk) ? bulk__log_flush(bulk, err) : BS_OK;
}

// The values of each series in the order of the file: `order` from starts[n] to starts[n + 1].
static bs_status sort(const bulk_log *log, uint32_t *starts, uint32_t *order, size_t series_count)
{
    size_t count = log->cells.count;
    for (size_t i = 0; i < count; i++)
        starts[log->series[i] + 1]++;
    for (size_t i = 0; i < series_count; i++)
        starts[i + 1] += starts[i];
    for (size_t i = 0; i < count; i++)
        order[starts[log->series[i]]++] = (uint32_t)i;
    for (size_t i = series_count; i > 0; i--)
        starts[i] = starts[i - 1];
    starts[0] = 0;
    return BS_OK;
}

static bs_status gather(bulk_series *out, const bulk_log *log, const uint32_t *order, size_t count,
                        bs_error *err)
{
    bulk_cells *cells = &out->cells;
    bulk__cells_clear(cells);
    out->empty_count = 0;
    out->odd = out->adjacent = false;
    BS_TRY(bulk__cells_reserve(cells, count, err));
    for (size_t i = 0; i < count; i++) {
        size_t from = order[i];
        const char *text = log->cells.text.ptr + log->text_at[from];
        const char *comma = memchr(text, ',', log->cells.text.len - log->text_at[from]);
        bs_buffer_add(&cells->text, (bs_str){text, (size_t)(comma - text) + 1});
        out->odd |= text[0] == BULK_ODD;
        out->empty_count += text[0] == 'n';
        cells->periods[i] = log->cells.periods[from];
        cells->lines[i] = log->cells.lines[from];
        cells->columns[i] = log->cells.columns[from];
        cells->fields[i] = log->cells.fields[from];
    }
    cells->count = count;
    return bs_buffer_status(&cells->text, err);
}

static bs_status give_all(bs_bulk *bulk, const uint32_t *starts, const uint32_t *order,
                          size_t series_count, bs_error *err)
{
    bulk_series series = {.shift = bulk->log.shift};
    bs_status status = BS_OK;
    for (size_t i = 0; i < series_count && status == BS_OK; i++) {
        size_t count = starts[i + 1] - starts[i];
        if (count == 0) continue;
        series.entity = (uint32_t)(i / bulk->tidy->slot_count);
        series.slot = (uint32_t)(i % bulk->tidy->slot_count);
        status = gather(&series, &bulk->log, order + starts[i], count, err);
        const bs__tidy_entity *names = bulk->entities.items[series.entity].names;
        if (status == BS_OK) status = bulk__emit(bulk, &series, names, err);
    }
    bulk__cells_deinit(&series.cells);
    return status;
}

bs_status bulk__log_flush(bs_bulk *bulk, bs_error *err)
{
    bulk_log *log = &bulk->log;
    size_t series_count = bulk->entities.count * bulk->tidy->slot_count;
    uint32_t *starts = calloc(series_count + 1, sizeof *starts);
    uint32_t *order = reallocarray(NULL, log->cells.count + 1, sizeof *order);
    bs_status status;
    if (starts == NULL || order == NULL) BS_TRY_DONE(bs__tidy_no_memory(err));
    BS_TRY_DONE(sort(log, starts, order, series_count));
    BS_TRY_DONE(give_all(bulk, starts, order, series_count, err));
    bulk__cells_clear(&log->cells);
done:
    free(starts);
    free(order);
    return status;
}
