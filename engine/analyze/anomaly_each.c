// SPDX-License-Identifier: GPL-3.0-or-later
// One panel after the other, on all cores.
#include <math.h>
#include <stdlib.h>

#include "engine/analyze/anomaly.h"
#include "engine/analyze/anomaly_internal.h"

static const bs_anomaly_options options_default = BS_ANOMALY_OPTIONS_INIT;
static const double TRIM_PRIOR = .5;   // that zeros at the end are dropped, before any is seen
static const double TRIM_LEAST = .003; // and what no number of other rows can bring it under

// What was found in one panel, in one piece of memory: the suspects, then their texts.
typedef struct panel_result {
    bs_suspect *found; // owned
    size_t count;
    bs_status status;
} panel_result;

static bs_status pack_result(panel_result *out, const bs_suspect_array *found, size_t panel)
{
    size_t bytes = 0;
    for (size_t i = 0; i < found->count; i++) {
        for (size_t k = 0; k < found->items[i].value_count; k++)
            bytes += found->items[i].values[k].text.len;
    }
    if (found->count == 0) return BS_OK;
    out->found = malloc(found->count * sizeof *out->found + bytes);
    if (out->found == NULL) return BS_E_MEMORY;
    char *at = (char *)(out->found + found->count);
    memcpy(out->found, found->items, found->count * sizeof *out->found);
    out->count = found->count;
    for (size_t i = 0; i < out->count; i++) {
        out->found[i].panel = panel;
        for (size_t k = 0; k < out->found[i].value_count; k++) {
            bs_str *text = &out->found[i].values[k].text;
            memcpy(at, text->ptr, text->len);
            text->ptr = at;
            at += text->len;
        }
    }
    return BS_OK;
}

static bs_status keep(bs_suspect_array *out, bs_arena *arena, const panel_result *result)
{
    for (size_t i = 0; i < result->count; i++) {
        bs_suspect *suspect = BS_PUSH(arena, out);
        if (suspect == NULL) return BS_E_MEMORY;
        *suspect = result->found[i];
        for (size_t k = 0; k < suspect->value_count; k++) {
            suspect->values[k].text = bs_arena_str(arena, suspect->values[k].text);
            if (suspect->values[k].text.ptr == NULL) return BS_E_MEMORY;
        }
    }
    return BS_OK;
}

// Panels for which it is worth waking other threads: a bulletin is judged faster by one.
enum { THREADS_WORTH = 128 };

bs_fractions bs_panel_fractions(const bs_panel *panel)
{
    bs_fractions out = {0};
    for (size_t k = 0; k < panel->row_count * panel->cell_count; k++) {
        bs_str text = panel->rows[k / panel->cell_count].cells[k % panel->cell_count];
        if (text.len == 0 || memchr(text.ptr, '.', text.len) == NULL) continue;
        out.count++;
        out.zeros += text.ptr[text.len - 1] == '0';
    }
    return out;
}

// Does the source drop zeros at the end of a fraction?
static bs_status find_trimmed(double *out, const bs_panel_source *source)
{
    size_t zeros = 0, count = 0, panel_count = source->count;
    int worst = BS_OK;
#pragma omp parallel if (panel_count >= THREADS_WORTH)
    {
        bs_arena scratch = BS_ARENA_INIT;
#pragma omp for schedule(static) reduction(+ : zeros, count) reduction(max : worst)
        for (size_t p = 0; p < panel_count; p++) {
            bs_fractions own = {0};
            bs_status status = source->fractions(source->context, p, &own, &scratch);
            if ((int)status > worst) worst = status;
            count += own.count;
            zeros += own.zeros;
            bs_arena_reset(&scratch);
        }
        bs_arena_deinit(&scratch);
    }
    double trimmed = bs_work__trimmed(TRIM_PRIOR, zeros, count);
    *out = fmin(fmax(trimmed, TRIM_LEAST), 1 - TRIM_LEAST);
    return (bs_status)worst;
}

// `scratch` is used again for one panel after the other.
static void find_one(panel_result *result, const bs_panel_source *source, size_t number,
                     bs_work work, bs_arena *scratch)
{
    bs_panel panel;
    bs_suspect_array found = {0};
    work.arena = scratch;
    work.panel = &panel;
    result->status = source->make(source->context, number, &panel, scratch);
    if (result->status == BS_OK) result->status = bs_work__find(&found, &work, NULL);
    if (result->status == BS_OK) result->status = pack_result(result, &found, number);
    bs_arena_reset(scratch);
}

bs_status bs_anomaly_each(bs_suspect_array *out, bs_arena *arena, const bs_panel_source *source,
                          const bs_anomaly_options *options, bs_error *err)
{
    size_t panel_count = source->count;
    panel_result *results = calloc(panel_count + 1, sizeof *results);
    if (results == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    bs_work work = {.options = options ? options : &options_default};
    bs_status status = find_trimmed(&work.trimmed, source);
#pragma omp parallel if (panel_count >= THREADS_WORTH)
    {
        bs_arena scratch = BS_ARENA_INIT;
#pragma omp for schedule(dynamic, 16)
        for (size_t p = 0; p < panel_count; p++)
            if (status == BS_OK) find_one(&results[p], source, p, work, &scratch);
        bs_arena_deinit(&scratch);
    }
    for (size_t p = 0; p < panel_count; p++) {
        if (status == BS_OK) status = results[p].status;
        if (status == BS_OK) status = keep(out, arena, &results[p]);
        free(results[p].found);
    }
    free(results);
    return status == BS_OK ? BS_OK : bs_fail(err, status, "out of memory");
}

// --- panels that are there -----------------------------------------------------------------------

static bs_status give_panel(const void *context, size_t index, bs_panel *out, bs_arena *arena)
{
    (void)arena;
    *out = ((const bs_panel *)context)[index];
    return BS_OK;
}

static bs_status give_fractions(const void *context, size_t index, bs_fractions *out,
                                bs_arena *arena)
{
    (void)arena;
    *out = bs_panel_fractions(&((const bs_panel *)context)[index]);
    return BS_OK;
}

bs_status bs_anomaly_find(bs_suspect_array *out, bs_arena *arena, const bs_panel *panels,
                          size_t panel_count, const bs_anomaly_options *options, bs_error *err)
{
    bs_panel_source source = {panels, panel_count, give_panel, give_fractions};
    return bs_anomaly_each(out, arena, &source, options, err);
}
