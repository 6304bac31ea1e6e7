// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cli/data_reading.h"

#include <stdlib.h>

#include "engine/cli/data_lines.h"
#include "engine/cli/data_stream.h"

// --- series --------------------------------------------------------------------------------------

static bs_status visit(void *context, const bs_packed *packed, bs_error *err)
{
    return bs_packed_list_add(context, packed, err);
}

static bs_status again(void *context, bs_error *err)
{
    (void)err;
    bs_packed_list_clear(context);
    return BS_OK;
}

static bs_status read_all(bs_opened *out, bs_data_stream *stream, bs_error *err)
{
    const bs_source *source = bs_data_stream_source(stream);
    out->packed = bs_packed_list_new();
    if (out->packed == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    bs_data_stream_options options = {
        .context = out->packed, .visit = visit, .again = again, .keep_unreadable = true};
    BS_TRY(bs_data_stream_run(stream, &options, err));
    out->source = (bs_source){.path = bs_arena_str(&out->arena, source->path),
                              .encoding = BS_STR("UTF-8"),
                              .lang = source->lang,
                              .title = bs_arena_str(&out->arena, source->title),
                              .published = source->published};
    out->reading = (bs_reading){.source = &out->source,
                                .series = *bs_packed_list_heads(out->packed),
                                .packed = out->packed};
    out->data_file = true;
    return BS_OK;
}

bool bs_data_reading_open(bs_opened *out, const char *path, const bs_open_options *options)
{
    *out = (bs_opened){.source = {.published = BS_PERIOD_NONE}};
    bs_data_stream *stream;
    if (!bs_data_stream_wanted(path, BS_DATA_READ_BYTES_MIN)) return false;
    if (bs_data_stream_open(&stream, path, options, NULL) != BS_OK) return false;
    bs_status status = read_all(out, stream, NULL);
    bs_data_stream_close(stream);
    if (status != BS_OK) bs_opened_deinit(out);
    return status == BS_OK;
}

// --- lines ---------------------------------------------------------------------------------------

static int by_line(const void *left, const void *right)
{
    const bs_finding *const *a = left, *const *b = right;
    uint32_t x = (*a)->origin.line, y = (*b)->origin.line;
    return (x > y) - (x < y);
}

bs_status bs_data_reading_lines(bs_finding_array *findings, bs_arena *arena, const char *path)
{
    bs_finding **order = BS_NEW_ARRAY(arena, bs_finding *, findings->count);
    uint32_t *numbers = BS_NEW_ARRAY(arena, uint32_t, findings->count);
    bs_str *lines = BS_NEW_ARRAY(arena, bs_str, findings->count);
    if (order == NULL || numbers == NULL || lines == NULL) return BS_E_MEMORY;
    for (size_t i = 0; i < findings->count; i++)
        order[i] = &findings->items[i];
    qsort(order, findings->count, sizeof *order, by_line);
    for (size_t i = 0; i < findings->count; i++)
        numbers[i] = order[i]->origin.line;
    BS_TRY(bs_data_lines(lines, arena, path, numbers, findings->count));
    for (size_t i = 0; i < findings->count; i++)
        order[i]->line = lines[i];
    return BS_OK;
}
