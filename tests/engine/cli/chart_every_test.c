// SPDX-License-Identifier: GPL-3.0-or-later
// Every chart of every data set in datasets/ and tests/: each table in each form, in four
// languages, at widths from 360 to 2000 px. No text overlaps another or leaves the page.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/analyze/check.h"
#include "engine/cli/chart_inline.h"
#include "engine/cli/source_open.h"
#include "tests/plots/scene_check.h"

static const char *const files[] = {
    BS_ROOT "/datasets/harbour-weekly-ko.txt", BS_ROOT "/datasets/energy-brief-en.md",
    BS_ROOT "/datasets/island-series.csv",     BS_ROOT "/tests/cli/data/port-ko.md",
    BS_ROOT "/tests/cli/data/cargo.md",        BS_ROOT "/tests/cli/data/rain.csv",
};

#ifdef __SANITIZE_ADDRESS__
static const double widths[] = {360, 640, 2000}; // a tenth as fast
#else
static const double widths[] = {360, 480, 640, 800, 960, 1200, 1600, 2000};
#endif

typedef struct fixture {
    bs_arena arena;
    bs_stream out;
    bs_stream err;
    bs_cli cli;
    bs_opened opened;
    bs_finding_array findings;
    bs_chart_desk *desk;
} fixture;

static void setup(fixture *f, const char *path)
{
    *f = (fixture){.cli = {.arena = NULL}};
    bs_stream_init(&f->out, 1, "standard output");
    bs_stream_init(&f->err, 2, "standard error");
    f->cli = (bs_cli){.arena = &f->arena, .out = &f->out, .err = &f->err};
    const bs_open_options wish = {.lang = BS_LANG_UNKNOWN, .published = BS_PERIOD_NONE};
    assert_int_equal(bs_source_open(&f->opened, &f->cli, path, &wish), BS_EXIT_OK);
    assert_int_equal(bs_check_run(&f->findings, &f->opened.arena, &f->opened.reading, NULL, NULL),
                     BS_OK);
    assert_int_equal(bs_chart_desk_new(&f->desk, NULL), BS_OK);
}

static void teardown(fixture *f)
{
    bs_chart_desk_free(f->desk);
    bs_opened_deinit(&f->opened);
    bs_stream_deinit(&f->out);
    bs_stream_deinit(&f->err);
    bs_arena_deinit(&f->arena);
}

// Series of the same group, from `first` on; the count.
static size_t group_at(const bs_series_array *all, size_t first)
{
    size_t end = first + 1;
    while (end < all->count && bs_str_equal(all->items[end].group, all->items[first].group))
        end++;
    return end - first;
}

// A picture, or a refusal that says why.
static bool draw(fixture *f, const bs_chart_inline *picture)
{
    bs_scene scene;
    bs_error err = BS_ERROR_INIT;
    bs_status status = bs_chart_inline_scene(&scene, f->desk, picture, &err);
    if (status == BS_OK) {
        check_scene(&scene);
        return true;
    }
    bool refused = status == BS_E_ARGUMENT || status == BS_E_RANGE || status == BS_E_LIMIT;
    if (!refused) fail_msg("%s", err.message);
    assert_true(err.message[0] != '\0');
    return false;
}

static size_t draw_group(fixture *f, size_t first, size_t count)
{
    size_t drawn = 0;
    bs_export_series *series = BS_NEW_ARRAY(&f->arena, bs_export_series, count);
    assert_non_null(series);
    for (size_t i = 0; i < count; i++) {
        series[i] = (bs_export_series){.series = &f->opened.reading.series.items[first + i],
                                       .source = &f->opened.source};
    }
    bs_chart_inline picture = {.series = series,
                               .series_count = count,
                               .findings = f->findings.items,
                               .finding_count = f->findings.count};
    for (int form = 0; form < BS_CHART_FORM_COUNT; form++) {
        for (int lang = BS_LANG_KO; lang < BS_LANG_COUNT; lang++) {
            for (size_t i = 0; i < BS_COUNT(widths); i++) {
                picture.form = (bs_chart_form)form;
                picture.lang = (bs_lang)lang;
                picture.theme = (bs_theme_id)((size_t)(form + lang) % BS_THEME_COUNT);
                picture.width_px = widths[i];
                drawn += draw(f, &picture);
            }
        }
    }
    return drawn;
}

static void nothing_overlaps_in_any_chart_of_any_data_set(void **state)
{
    (void)state;
    for (size_t i = 0; i < BS_COUNT(files); i++) {
        fixture f;
        setup(&f, files[i]);
        const bs_series_array *all = &f.opened.reading.series;
        size_t drawn = 0;
        for (size_t first = 0; first < all->count;) {
            size_t count = group_at(all, first);
            drawn += draw_group(&f, first, count);
            first += count;
        }
        if (drawn == 0) fail_msg("%s: nothing was drawn", files[i]);
        print_message("%s: %zu charts\n", files[i], drawn);
        teardown(&f);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_overlaps_in_any_chart_of_any_data_set),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
