// SPDX-License-Identifier: GPL-3.0-or-later
// Hundreds of charts of every awkward size: no text may overlap another or leave the page, and
// every number must be said. Run twice: over Pango and the installed fonts, and over plain widths.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>

#include "engine/base/utf8.h"
#include "plots/chart/chart.h"
#include "plots/scale/number.h"
#include "tests/plots/scene_check.h"

enum { POINTS_MAX = 60, PANELS = 12, BARS_MAX = 40, MANY = 24 };

static uint32_t seed;

static uint32_t next_random(void)
{
    seed = seed * 1664525u + 1013904223u;
    return seed >> 8;
}

static double plain_width(void *context, bs_str text, bs_font font)
{
    (void)context;
    return font.size_px * 0.55 * (double)bs_utf8_width(text);
}

// How the values of a generated series look.
typedef struct shape {
    const char *name;
    double scale;
    int decimals;
    int missing_pct;
    int flagged_pct;
    bool negative;
    bool flat;
} shape;

static const shape shapes[] = {
    {"plain", 1000, 0, 0, 0, false, false},      {"flagged", 1000, 1, 0, 12, false, false},
    {"many flags", 90, 0, 0, 60, false, false},  {"gaps", 500, 1, 35, 5, false, false},
    {"negative", 100, 2, 0, 5, true, false},     {"huge", 9e14, 0, 0, 5, false, false},
    {"tiny", 0.00009, 9, 0, 5, false, false},    {"flat", 42, 1, 0, 5, false, true},
    {"all missing", 1, 0, 100, 0, false, false},
};

static const char *const names[] = {
    "수출",
    "국가 중추 데이터센터 간 전송 지연시간 기준 도달율",
    "EFLOPS",
    "주장수리위원회주장수리과학연구원광둥성생태환경부화난환경과학연구소부설기술이전센터본부",
    "annual electricity consumption of data centres",
    "数据中心总用电量（含空调）",
    "1"};

static bs_str name_at(size_t i)
{
    return bs_str_from(names[i % BS_COUNT(names)]);
}

static bs_chart_value make_value(const shape *s)
{
    bs_chart_value value = {0};
    double part = s->flat ? 0.5 : (next_random() % 10000) / 10000.0;
    if (s->negative) part -= 0.5;
    value.value =
        (bs_decimal){(int64_t)llround(part * s->scale * pow(10, s->decimals)), s->decimals};
    value.qualifier = (bs_qualifier)(next_random() % 8 ? 0 : next_random() % BS_QUALIFIER_COUNT);
    value.status = (bs_value_status)(next_random() % 4 ? 0 : next_random() % BS_VALUE_STATUS_COUNT);
    if ((int)(next_random() % 100) < s->missing_pct) value.state = BS_STATE_NOT_PUBLISHED;
    if ((int)(next_random() % 100) < s->flagged_pct) {
        value.reason = BS_STR("앞뒤 값 사이에서 떨어짐: 이웃 숫자 두 자리가 바뀐 듯함");
        value.proposal = BS_STR("260");
    }
    return value;
}

static void fill_line(bs_chart_line *line, bs_chart_point *points, size_t count, const shape *s)
{
    static const bs_frequency frequencies[] = {BS_FREQUENCY_ANNUAL, BS_FREQUENCY_MONTH,
                                               BS_FREQUENCY_QUARTER};
    bs_period first;
    bs_frequency frequency = frequencies[count % 3];
    bs_status made = frequency == BS_FREQUENCY_ANNUAL  ? bs_period_year(&first, 1999, NULL)
                     : frequency == BS_FREQUENCY_MONTH ? bs_period_month(&first, 2019, 3, NULL)
                                                       : bs_period_quarter(&first, 2011, 2, NULL);
    assert_int_equal(made, BS_OK);
    for (size_t i = 0; i < count; i++) {
        points[i] =
            (bs_chart_point){.period = bs_period_offset(first, (int)i), .value = make_value(s)};
    }
    line->points = points;
    line->point_count = count;
}

static bs_chart make_chart(void)
{
    bs_chart chart = BS_CHART_INIT;
    chart.lang = BS_LANG_KO;
    chart.title =
        BS_STR("시험용 그림: 이름이 길어 한 줄에 들어가지 않는 제목도 잘리지 않고 접힌다");
    chart.subtitle = BS_STR("지어낸 자료, 2019–2023년");
    chart.source = BS_STR("시험용 자료");
    chart.note = BS_STR("값은 지어낸 것이다");
    chart.theme = (bs_theme_id)(next_random() % BS_THEME_COUNT);
    return chart;
}

static void draw_and_check(bs_text *text, const bs_chart *chart, const char *what, size_t count)
{
    bs_arena arena = BS_ARENA_INIT;
    bs_scene scene;
    bs_error err = BS_ERROR_INIT;
    bs_status status = bs_chart_draw(&scene, &arena, text, chart, &err);
    // Numbers of fifteen digits may be too much for a telephone, and are refused rather than cut.
    bool refused = status == BS_E_ARGUMENT && chart->width_px == 360 && strcmp(what, "huge") == 0;
    if (refused && strstr(err.message, "no room") != NULL) {
        bs_arena_deinit(&arena);
        return;
    }
    if (status != BS_OK) {
        fail_msg("%s, %zu: %s", what, count, err.message);
    }
    check_scene(&scene);
    bool tells_all =
        chart->kind <= BS_CHART_STACK; // shares are computed, pairs and sparks are ends
    for (size_t i = 0; tells_all && i < chart->panel_count; i++) {
        for (size_t j = 0; j < chart->panels[i].line_count; j++) {
            const bs_chart_line *line = &chart->panels[i].lines[j];
            for (size_t k = 0; k < line->point_count; k++) {
                if (line->points[k].value.state != BS_STATE_VALUE) continue;
                bs_buffer digits = BS_BUFFER_INIT;
                bs_number_write(line->points[k].value.value, &digits);
                if (!scene_says(&scene, digits.ptr)) fail_msg("does not say %s", digits.ptr);
                bs_buffer_deinit(&digits);
            }
        }
    }
    bs_arena_deinit(&arena);
}

static void mark_roles(bs_chart_line *lines, size_t count, bs_chart_kind kind, size_t turn)
{
    if (kind == BS_CHART_STACK && count > 2) lines[count - 1].role = BS_ROLE_TOTAL;
    for (size_t i = 1; kind == BS_CHART_LINES && i < count; i++) {
        if (turn % 3 == 0) lines[i].role = BS_ROLE_EARLIER;
        if (turn % 3 == 1) lines[i].course = BS_COURSE_STEP;
    }
}

static void check_one_panel(bs_text *text, const shape *s, size_t points, size_t lines)
{
    static bs_chart_point data[BS_CHART_LINES_MAX][POINTS_MAX];
    bs_chart_line line[BS_CHART_LINES_MAX] = {0};
    for (size_t i = 0; i < lines; i++) {
        fill_line(&line[i], data[i], points, s);
        line[i].label = name_at(i + points);
    }
    mark_roles(line, lines, BS_CHART_LINES, points);
    bs_chart_panel panel = {
        .title = name_at(points), .unit = BS_STR("억 달러"), .lines = line, .line_count = lines};
    bs_chart chart = make_chart();
    chart.panels = &panel;
    chart.panel_count = 1;
    draw_and_check(text, &chart, s->name, points);
    chart.width_px = 420;
    draw_and_check(text, &chart, s->name, points);
}

static void check_panels(bs_text *text, const shape *s, size_t panels)
{
    static bs_chart_point data[PANELS][POINTS_MAX];
    bs_chart_line line[PANELS] = {0};
    bs_chart_panel panel[PANELS] = {0};
    for (size_t i = 0; i < panels; i++) {
        fill_line(&line[i], data[i], 1 + (panels * 7 + i) % 9, s);
        panel[i] = (bs_chart_panel){.title = name_at(i),
                                    .unit = i % 2 ? BS_STR("%") : BS_STR("EB"),
                                    .lines = &line[i],
                                    .line_count = 1};
    }
    bs_chart chart = make_chart();
    chart.panels = panel;
    chart.panel_count = panels;
    chart.axes = panels % 3 == 0 ? BS_AXES_SHARED : BS_AXES_AUTO;
    draw_and_check(text, &chart, s->name, panels);
}

static void check_bars(bs_text *text, const shape *s, size_t bars)
{
    static bs_chart_bar data[BARS_MAX];
    for (size_t i = 0; i < bars; i++) {
        data[i] = (bs_chart_bar){name_at(i), make_value(s), i % 5 == 4};
    }
    bs_chart chart = make_chart();
    chart.kind = BS_CHART_BARS;
    chart.unit = BS_STR("만 위안");
    chart.bars = data;
    chart.bar_count = bars;
    draw_and_check(text, &chart, s->name, bars);
    chart.width_px = 420;
    draw_and_check(text, &chart, s->name, bars);
    const bs_chart_section sections[] = {
        {name_at(bars), BS_STR("%"), bars / 2, BS_NUMBERS_WHOLE},
        {name_at(bars + 1), BS_STR("만 위안"), bars - bars / 2, BS_NUMBERS_SHORT},
    };
    chart.unit = (bs_str){0};
    chart.sections = sections;
    chart.section_count = BS_COUNT(sections);
    draw_and_check(text, &chart, s->name, bars);
    chart.width_px = 960;
    draw_and_check(text, &chart, s->name, bars);
}

// The kinds that draw panels in another way than as lines.
static const struct {
    bs_chart_kind kind;
    size_t lines_max;
    size_t panels_max;
} other_kinds[] = {
    {BS_CHART_COLUMNS, 1, 7},
    {BS_CHART_STACK, BS_CHART_LINES_MAX, 2},
    {BS_CHART_SHARE, BS_CHART_LINES_MAX, 2},
    {BS_CHART_SLOPE, MANY, 1},
    {BS_CHART_DUMBBELL, MANY, 1},
    {BS_CHART_SPARK, 1, 7},
};

static void check_other(bs_text *text, const shape *s, size_t kind, size_t points)
{
    static bs_chart_point data[PANELS][MANY][POINTS_MAX];
    static bs_chart_line line[PANELS][MANY];
    static bs_chart_panel panel[PANELS];
    static const double widths[] = {360, 800, 2000};
    size_t lines = 1 + points * 5 % other_kinds[kind].lines_max;
    size_t panels = 1 + points % other_kinds[kind].panels_max;
    for (size_t i = 0; i < panels; i++) {
        for (size_t j = 0; j < lines; j++) {
            line[i][j] = (bs_chart_line){.label = name_at(i + j)};
            fill_line(&line[i][j], data[i][j], points, s);
        }
        mark_roles(line[i], lines, other_kinds[kind].kind, points);
        panel[i] = (bs_chart_panel){.title = name_at(i),
                                    .unit = BS_STR("만 위안"),
                                    .lines = line[i],
                                    .line_count = lines,
                                    .numbers = (bs_chart_numbers)(points % 2)};
    }
    bs_chart chart = make_chart();
    chart.kind = other_kinds[kind].kind;
    chart.panels = panel;
    chart.panel_count = panels;
    for (size_t i = points % 2; i < BS_COUNT(widths); i++) {
        chart.width_px = widths[i];
        draw_and_check(text, &chart, s->name, points);
    }
}

static void check_others(bs_text *text, const shape *s)
{
    static const size_t point_counts[] = {1, 2, 5, 13, 36};
    for (size_t kind = 0; kind < BS_COUNT(other_kinds); kind++) {
        if (s->negative && other_kinds[kind].kind == BS_CHART_SHARE) continue;
        for (size_t i = 0; i < BS_COUNT(point_counts); i++)
            check_other(text, s, kind, point_counts[i]);
    }
}

static void check_all(bs_text *text)
{
    static const size_t point_counts[] = {1, 2, 3, 7, 13, 25, 60};
    static const size_t bar_counts[] = {1, 2, 7, 10, 23, BARS_MAX};
    for (size_t i = 0; i < BS_COUNT(shapes); i++) {
        check_others(text, &shapes[i]);
        for (size_t j = 0; j < BS_COUNT(point_counts); j++) {
            check_one_panel(text, &shapes[i], point_counts[j], 1);
            check_one_panel(text, &shapes[i], point_counts[j], 2 + j % (BS_CHART_LINES_MAX - 1));
        }
        for (size_t j = 1; j <= PANELS; j++)
            check_panels(text, &shapes[i], j);
        for (size_t j = 0; j < BS_COUNT(bar_counts); j++) {
            check_bars(text, &shapes[i], bar_counts[j]);
        }
    }
}

static void nothing_overlaps_in_the_installed_fonts(void **state)
{
    (void)state;
    seed = 1;
    bs_text *text;
    assert_int_equal(bs_text_new(&text, BS_LANG_KO, NULL), BS_OK);
    check_all(text);
    bs_text_free(text);
}

static void nothing_overlaps_in_plain_widths(void **state)
{
    (void)state;
    seed = 20;
    bs_text *text;
    bs_text_source source = {plain_width, NULL};
    assert_int_equal(bs_text_new_from(&text, source, NULL), BS_OK);
    check_all(text);
    bs_text_free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_overlaps_in_the_installed_fonts),
        cmocka_unit_test(nothing_overlaps_in_plain_widths),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
