// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cli/chart_inline.h"

#include <stdlib.h>

#include "plots/render/render.h"

struct bs_chart_desk {
    bs_text *texts[BS_LANG_COUNT]; // NULL until they are asked for
    bs_arena arena;                // of the picture that is drawn
};

bs_status bs_chart_desk_new(bs_chart_desk **out, bs_error *err)
{
    *out = calloc(1, sizeof **out);
    return *out != NULL ? BS_OK : bs_fail(err, BS_E_MEMORY, "out of memory");
}

void bs_chart_desk_free(bs_chart_desk *desk)
{
    if (desk == NULL) return;
    for (size_t i = 0; i < BS_LANG_COUNT; i++)
        bs_text_free(desk->texts[i]);
    bs_arena_deinit(&desk->arena);
    free(desk);
}

// A source is told from others by its address, which a page has once for each file.
static int64_t id_of(const bs_source *source)
{
    return (int64_t)(uintptr_t)source;
}

static bs_str vintage_of(bs_arena *arena, const bs_export_series *from, size_t i,
                         const bs_source *source)
{
    if (from->vintages != NULL) return from->vintages[i];
    return source != NULL ? bs_period_str(source->published, arena) : (bs_str){0};
}

// The series as bs_chart_build takes them from a store.
static bs_status as_stored(bs_stored_series *out, bs_arena *arena, const bs_export_series *from,
                           bs_error *err)
{
    static const bs_source nameless = {0};
    size_t count = from->series->observations.count;
    const bs_source **sources = BS_NEW_ARRAY(arena, const bs_source *, count);
    int64_t *ids = BS_NEW_ARRAY(arena, int64_t, count);
    bs_str *vintages = BS_NEW_ARRAY(arena, bs_str, count);
    if (sources == NULL || ids == NULL || vintages == NULL) {
        return bs_fail(err, BS_E_MEMORY, "out of memory");
    }
    for (size_t i = 0; i < count; i++) {
        const bs_source *source = from->sources != NULL ? from->sources[i] : from->source;
        sources[i] = source != NULL ? source : &nameless;
        ids[i] = id_of(source);
        vintages[i] = vintage_of(arena, from, i, source);
    }
    *out = (bs_stored_series){
        .series = *from->series, .sources = sources, .source_ids = ids, .vintages = vintages};
    return BS_OK;
}

static bs_status gather(bs_stored_series_array *all, bs_chart_doubts *doubts, bs_arena *arena,
                        const bs_chart_inline *picture, bs_error *err)
{
    for (size_t i = 0; i < picture->series_count; i++) {
        bs_stored_series *stored = BS_PUSH(arena, all);
        if (stored == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
        BS_TRY(as_stored(stored, arena, &picture->series[i], err));
    }
    for (size_t i = 0; i < picture->finding_count; i++) {
        const bs_finding *finding = &picture->findings[i];
        if (finding->listed_only || finding->severity < BS_WARNING) continue;
        bs_chart_doubt *doubt = BS_PUSH(arena, &doubts->items);
        if (doubt == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
        *doubt = (bs_chart_doubt){id_of(finding->source), *finding};
    }
    return BS_OK;
}

bs_status bs_chart_inline_scene(bs_scene *out, bs_chart_desk *desk, const bs_chart_inline *picture,
                                bs_error *err)
{
    bs_stored_series_array all = {0};
    size_t taken;
    bs_chart_doubts doubts = {{0}, {0}};
    bs_chart chart = BS_CHART_INIT;
    const bs_chart_wish wish = {.form = picture->form};
    chart.title = picture->title;
    chart.lang = picture->lang;
    chart.theme = picture->theme;
    chart.frame = picture->frame;
    chart.width_px = picture->width_px;
    bs_arena_reset(&desk->arena);
    BS_TRY(gather(&all, &doubts, &desk->arena, picture, err));
    BS_TRY(bs_chart_take_lengths(&taken, &all, &desk->arena, err));
    BS_TRY(bs_chart_take_siblings(&taken, &all, BS_FREQUENCY_NONE, err));
    BS_TRY(bs_chart_build(&chart, &desk->arena, &all, &doubts, &wish, err));
    bs_text **text = &desk->texts[chart.lang];
    if (*text == NULL) BS_TRY(bs_text_new(text, chart.lang, err));
    return bs_chart_draw(out, &desk->arena, *text, &chart, err);
}

bs_status bs_chart_inline_svg(bs_buffer *out, bs_chart_desk *desk, const bs_chart_inline *picture,
                              bs_error *err)
{
    bs_scene scene;
    BS_TRY(bs_chart_inline_scene(&scene, desk, picture, err));
    bs_render_options options = BS_RENDER_OPTIONS_INIT;
    options.variables = bs_theme_get(picture->theme);
    options.id = picture->id;
    return bs_render(out, bs_render_format_find(BS_STR("svg")), &scene, &options, err);
}
