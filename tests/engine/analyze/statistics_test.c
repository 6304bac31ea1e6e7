// SPDX-License-Identifier: GPL-3.0-or-later
// Growth and statistics against what R says (tests/vectors/statistics/r.txt) and against the
// certified values of NIST (nist-*.txt).
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "engine/analyze/fit.h"
#include "engine/analyze/growth.h"
#include "engine/analyze/moments.h"
#include "engine/analyze/season.h"
#include "engine/analyze/stl.h"
#include "engine/analyze/trend.h"

enum { COUNT_MAX = 6000, LINE_MAX_BYTES = 256, WIDTH_MAX = 8 };

static const double R_TOLERANCE = 1e-12;
static const double NIST_DIGITS_MIN = 13;

static bs_decimal number(const char *text)
{
    bs_decimal d = {0, 0};
    if (bs_decimal_parse(&d, bs_str_from(text), NULL) != BS_OK) fail_msg("'%s' is no number", text);
    return d;
}

// --- R -------------------------------------------------------------------------------------------

// The series of the file that is being read, and what an answer is compared with.
typedef struct bench {
    bs_arena arena;
    bs_series series;
    bs_line line;
    char name[64];
    double got[COUNT_MAX][WIDTH_MAX]; // NaN where there is none
    size_t count;
    size_t width;
    double scale; // the largest number of the answer
    size_t compared;
} bench;

static void start_series(bench *own, const char *line)
{
    char frequency[4], first[16];
    assert_int_equal(sscanf(line, "series %63s %3s %15s", own->name, frequency, first), 3);
    bs_arena_deinit(&own->arena);
    own->series = (bs_series){.key = bs_str_from(own->name), .unit = BS_STR("t")};
    bs_period period;
    assert_int_equal(bs_period_parse(&period, bs_str_from(first), NULL), BS_OK);
    assert_string_equal(bs_frequency_code(period.frequency), frequency);
    own->series.frequency = period.frequency;
    own->line = (bs_line){.frequency = period.frequency};
    own->line.points.count = (size_t)period.first; // kept until the values are there
}

static void add_values(bench *own, char *line)
{
    for (char *word = strtok(line, " \n"); word != NULL; word = strtok(NULL, " \n")) {
        bs_observation *item = BS_PUSH(&own->arena, &own->series.observations);
        int place = (int)own->line.points.count + (int)own->series.observations.count - 1;
        item->period = (bs_period){own->series.frequency, place, place};
        item->state = strcmp(word, "NA") == 0 ? BS_STATE_EMPTY : BS_STATE_VALUE;
        if (item->state == BS_STATE_VALUE) item->value = number(word);
    }
}

static void take_rows(bench *own, const bs_growth_options *options)
{
    bs_growth_row_array rows = {0};
    assert_int_equal(bs_growth_line(&rows, &own->arena, &own->line, options, NULL), BS_OK);
    own->count = rows.count;
    for (size_t i = 0; i < rows.count; i++) {
        bool known = rows.items[i].state == BS_GROWTH_KNOWN;
        own->got[i][0] = known ? rows.items[i].growth.value : NAN;
    }
}

static void take_line(bench *own, const bs_line *line)
{
    own->count = line->points.count;
    for (size_t i = 0; i < line->points.count; i++) {
        const bs_point *point = &line->points.items[i];
        own->got[i][0] = point->why == NULL ? point->number.value : NAN;
    }
}

static bool answer_growth(bench *own, const char *what)
{
    for (int form = 0; form < BS_GROWTH_FORM_COUNT; form++) {
        if (strcmp(what, bs_growth_form_name((bs_growth_form)form)) != 0) continue;
        bs_growth_options options = {.form = (bs_growth_form)form,
                                     .base = own->line.points.items[0].period};
        take_rows(own, &options);
        return true;
    }
    return false;
}

// R's answers are of whole years: the first one is left out where it has begun before the series.
static bool answer_gather(bench *own, const char *what)
{
    for (int how = 0; how < BS_GATHER_COUNT; how++) {
        if (strcmp(what, bs_gather_name((bs_gather)how)) != 0) continue;
        bs_line line;
        assert_int_equal(bs_line_gather(&line, &own->arena, &own->line, BS_FREQUENCY_ANNUAL,
                                        (bs_gather)how, NULL),
                         BS_OK);
        take_line(own, &line);
        bool part = bs_period_start(own->line.points.items[0].period).month != 1;
        if (part) memmove(own->got[0], own->got[1], sizeof *own->got * --own->count);
        return true;
    }
    return false;
}

static bool answer_average(bench *own, const char *what)
{
    size_t window;
    char place[16];
    if (sscanf(what, "average %zu %15s", &window, place) != 2) return false;
    bs_average_place where =
        strcmp(place, "centred") == 0 ? BS_AVERAGE_CENTRED : BS_AVERAGE_TRAILING;
    bs_line line;
    assert_int_equal(bs_line_average(&line, &own->arena, &own->line, window, where, NULL), BS_OK);
    take_line(own, &line);
    return true;
}

static bool answer_trend(bench *own, const char *what)
{
    bool logarithmic = strcmp(what, "log_trend") == 0;
    if (!logarithmic && strcmp(what, "trend") != 0 && strcmp(what, "slope") != 0) return false;
    bs_trend trend;
    bs_trend_options options = {.logarithmic = logarithmic, .level = 0.95};
    assert_int_equal(bs_trend_fit(&trend, &own->arena, &own->line, &options, NULL), BS_OK);
    own->count = trend.count;
    own->width = 3;
    for (size_t i = 0; i < trend.count; i++) {
        const double row[] = {trend.rows[i].fitted.value, trend.rows[i].band_low,
                              trend.rows[i].band_high};
        memcpy(own->got[i], row, sizeof row);
    }
    if (strcmp(what, "slope") != 0) return true;
    const double slope[] = {trend.slope, trend.slope_low, trend.slope_high, trend.r2,
                            trend.deviation};
    memcpy(own->got[0], slope, sizeof slope);
    own->width = 5;
    own->count = 1;
    return true;
}

static bool answer_moments(bench *own, const char *what)
{
    if (strcmp(what, "moments") != 0) return false;
    static bs_wide values[COUNT_MAX];
    size_t count = 0;
    for (size_t i = 0; i < own->line.points.count; i++) {
        const bs_point *point = &own->line.points.items[i];
        if (point->why == NULL) values[count++] = bs_wide_decimal(point->digits);
    }
    bs_moments moments;
    assert_int_equal(bs_moments_of(&moments, values, count, NULL), BS_OK);
    const double row[] = {moments.mean, moments.deviation, moments.autocorrelation, moments.least,
                          moments.most};
    memcpy(own->got[0], row, sizeof row);
    own->width = 5;
    own->count = 1;
    return true;
}

static bool answer_stl(bench *own, const char *what)
{
    size_t window;
    char kind[16];
    if (sscanf(what, "stl %zu %15s", &window, kind) != 2) return false;
    bool robust = strcmp(kind, "robust") == 0;
    size_t count = own->line.points.count;
    if (robust && count % 2 == 0) count--;
    double *values = BS_NEW_ARRAY(&own->arena, double, count);
    for (size_t i = 0; i < count; i++)
        values[i] = own->line.points.items[i].number.value;
    bs_stl_options options = {(size_t)bs_frequency_per_year(own->line.frequency), window,
                              robust ? 15 : 0};
    bs_stl parts;
    assert_int_equal(bs_stl_solve(&parts, &own->arena, values, count, &options, NULL), BS_OK);
    own->count = count;
    own->width = 3;
    for (size_t i = 0; i < count; i++) {
        const double row[] = {parts.seasonal[i], parts.trend[i], parts.remainder[i]};
        memcpy(own->got[i], row, sizeof row);
    }
    return true;
}

static void answer(bench *own, const char *what)
{
    if (own->line.series == NULL) {
        assert_int_equal(bs_line_make(&own->line, &own->arena, &own->series, NULL), BS_OK);
    }
    own->width = 1;
    own->scale = 0;
    bool known = answer_growth(own, what) || answer_gather(own, what) ||
                 answer_average(own, what) || answer_trend(own, what) ||
                 answer_moments(own, what) || answer_stl(own, what);
    if (!known) fail_msg("no answer to '%s'", what);
    for (size_t i = 0; i < own->count; i++) {
        for (size_t k = 0; k < own->width; k++) {
            if (fabs(own->got[i][k]) > own->scale) own->scale = fabs(own->got[i][k]);
        }
    }
}

static void compare_row(bench *own, char *line, const char *what)
{
    char *word = strtok(line, " \n");
    size_t row = strtoul(word, NULL, 10) - 1;
    assert_true(row < own->count);
    for (size_t k = 0; k < own->width; k++) {
        word = strtok(NULL, " \n");
        assert_non_null(word);
        bool missing = strcmp(word, "NA") == 0;
        double want = missing ? NAN : strtod(word, NULL), got = own->got[row][k];
        bool equal = missing ? isnan(got) != 0 : fabs(got - want) <= R_TOLERANCE * own->scale;
        if (!equal) {
            fail_msg("%s %s, row %zu: %.17g, R says %s", own->name, what, row + 1, got, word);
        }
        own->compared++;
    }
}

static void test_what_r_says(void **state)
{
    (void)state;
    static bench own;
    char line[LINE_MAX_BYTES], what[64] = "";
    FILE *file = fopen("vectors/statistics/r.txt", "r");
    assert_non_null(file);
    while (fgets(line, sizeof line, file) != NULL) {
        if (line[0] == '#') continue;
        if (strncmp(line, "series ", 7) == 0) {
            start_series(&own, line);
            what[0] = '\0';
        } else if (sscanf(line, "check %63[^\n]", what) == 1) {
            answer(&own, what);
        } else if (what[0] == '\0') {
            add_values(&own, line);
        } else {
            compare_row(&own, line, what);
        }
    }
    fclose(file);
    bs_arena_deinit(&own.arena);
    assert_true(own.compared > 5000);
}

// --- NIST ----------------------------------------------------------------------------------------

// Digits on which two numbers agree: minus the decimal logarithm of the relative error, at most 15
// since no more are certified; of a certified zero, of the error itself.
static double digits_of(double got, const char *certified)
{
    double want = strtod(certified, NULL);
    double off = want != 0 ? fabs(got - want) / fabs(want) : fabs(got);
    return off < 1e-15 ? 15 : -log10(off);
}

static void assert_digits(const char *set, const char *what, double got, const char *certified)
{
    if (digits_of(got, certified) >= NIST_DIGITS_MIN) return;
    fail_msg("%s: %s is %.17g, certified %s", set, what, got, certified);
}

typedef struct nist {
    char name[32];
    char mean[32];
    char deviation[32];
    char autocorrelation[32];
    char r2[32];
    size_t degree;
    size_t intercept;
    char beta[16][2][32]; // coefficients with their errors
    size_t beta_count;
    bs_wide cells[COUNT_MAX];
    size_t cell_count;
    size_t columns; // cells a row
    size_t set_count;
} nist;

static bool read_word(nist *own, const char *line)
{
    char *beta = own->beta[own->beta_count][0], *error = own->beta[own->beta_count][1];
    if (sscanf(line, "coefficient %31s %31s", beta, error) == 2) {
        own->beta_count++;
        return true;
    }
    return sscanf(line, "mean %31s", own->mean) == 1 ||
           sscanf(line, "deviation %31s", own->deviation) == 1 ||
           sscanf(line, "autocorrelation %31s", own->autocorrelation) == 1 ||
           sscanf(line, "r2 %31s", own->r2) == 1 || sscanf(line, "degree %zu", &own->degree) == 1 ||
           sscanf(line, "intercept %zu", &own->intercept) == 1 || strcmp(line, "values\n") == 0 ||
           strcmp(line, "data\n") == 0;
}

static void read_cells(nist *own, char *line)
{
    own->columns = 0;
    for (char *word = strtok(line, " \n"); word != NULL; word = strtok(NULL, " \n")) {
        own->cells[own->cell_count++] = bs_wide_decimal(number(word));
        own->columns++;
    }
}

// Calls `check` for each set of a file.
static size_t each_set(const char *path, void (*check)(nist *own))
{
    static nist own;
    char line[LINE_MAX_BYTES];
    size_t count = 0;
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    own.name[0] = '\0';
    while (fgets(line, sizeof line, file) != NULL) {
        char name[32];
        if (line[0] == '#') continue;
        if (sscanf(line, "set %31s", name) == 1) {
            if (own.name[0] != '\0') check(&own);
            memset(&own, 0, sizeof own);
            memcpy(own.name, name, sizeof name);
            count++;
        } else if (!read_word(&own, line)) {
            read_cells(&own, line);
        }
    }
    check(&own);
    fclose(file);
    return count;
}

static void check_univariate(nist *own)
{
    bs_moments moments;
    assert_int_equal(bs_moments_of(&moments, own->cells, own->cell_count, NULL), BS_OK);
    assert_digits(own->name, "mean", moments.mean, own->mean);
    assert_digits(own->name, "deviation", moments.deviation, own->deviation);
    assert_digits(own->name, "autocorrelation", moments.autocorrelation, own->autocorrelation);
}

// The columns of one row: the constant, then the powers of x or the x themselves.
static void fill_design(const nist *own, const bs_wide *row, bs_wide *out)
{
    size_t at = 0;
    if (own->intercept) out[at++] = bs_wide_of(1);
    bs_wide power = bs_wide_of(1);
    for (size_t i = 0; i < own->degree; i++) {
        power = bs_wide_mul(power, row[1]);
        out[at++] = power;
    }
    for (size_t i = 1; own->degree == 0 && i < own->columns; i++)
        out[at++] = row[i];
    assert_int_equal(at, own->beta_count);
}

static void check_regression(nist *own)
{
    bs_arena arena = BS_ARENA_INIT;
    size_t count = own->cell_count / own->columns;
    bs_wide *design = BS_NEW_ARRAY(&arena, bs_wide, count * own->beta_count);
    bs_wide *response = BS_NEW_ARRAY(&arena, bs_wide, count);
    for (size_t i = 0; i < count; i++) {
        const bs_wide *row = own->cells + i * own->columns;
        response[i] = row[0];
        fill_design(own, row, design + i * own->beta_count);
    }
    bs_fit_problem problem = {design, response, count, own->beta_count, own->intercept != 0};
    bs_fit fit;
    assert_int_equal(bs_fit_solve(&fit, &arena, &problem, NULL), BS_OK);
    for (size_t i = 0; i < fit.terms; i++) {
        assert_digits(own->name, "a coefficient", fit.coefficients[i], own->beta[i][0]);
        assert_digits(own->name, "an error", fit.errors[i], own->beta[i][1]);
    }
    assert_digits(own->name, "deviation", fit.deviation, own->deviation);
    assert_digits(own->name, "r2", fit.r2, own->r2);
    bs_arena_deinit(&arena);
}

static void test_certified_univariate(void **state)
{
    (void)state;
    assert_int_equal(each_set("vectors/statistics/nist-univariate.txt", check_univariate), 9);
}

static void test_certified_regression(void **state)
{
    (void)state;
    assert_int_equal(each_set("vectors/statistics/nist-regression.txt", check_regression), 11);
}

// --- refusals ------------------------------------------------------------------------------------

// Three columns of which one is the sum of the others; more terms than rows.
static void test_a_fit_that_is_not_determined(void **state)
{
    (void)state;
    bs_arena arena = BS_ARENA_INIT;
    bs_wide design[12], response[4];
    for (int i = 0; i < 4; i++) {
        design[i * 3] = bs_wide_of(1);
        design[i * 3 + 1] = bs_wide_of(i);
        design[i * 3 + 2] = bs_wide_of(i + 1);
        response[i] = bs_wide_of(i * i);
    }
    bs_fit fit;
    bs_fit_problem dependent = {design, response, 4, 3, true}, few = {design, response, 2, 3, true};
    assert_int_equal(bs_fit_solve(&fit, &arena, &dependent, NULL), BS_E_ARGUMENT);
    assert_int_equal(bs_fit_solve(&fit, &arena, &few, NULL), BS_E_ARGUMENT);
    bs_moments moments;
    assert_int_equal(bs_moments_of(&moments, response, 0, NULL), BS_E_ARGUMENT);
    bs_stl parts;
    const double values[7] = {0};
    bs_stl_options options = {.season = 4};
    assert_int_equal(bs_stl_solve(&parts, &arena, values, 7, &options, NULL), BS_E_ARGUMENT);
    bs_arena_deinit(&arena);
}

// Root of 2 and third of 1 to 30 digits, from a book of tables: what two doubles hold beyond one.
static void test_wide_numbers(void **state)
{
    (void)state;
    bs_wide root = bs_wide_sqrt(bs_wide_of(2)), third = bs_wide_div(bs_wide_of(1), bs_wide_of(3));
    bs_wide root_rest = bs_wide_sub(root, bs_wide_decimal(number("1.41421356237309504")));
    bs_wide third_rest = bs_wide_sub(third, bs_wide_decimal(number("0.333333333333333333")));
    assert_true(fabs(root_rest.high - 8.8016887242097e-18) < 1e-30);
    assert_true(fabs(third_rest.high - 3.3333333333333e-19) < 1e-31);
    assert_true(bs_wide_double(bs_wide_decimal(number("12e20"))) == 1.2e21);
    assert_true(bs_wide_double(bs_wide_sqrt(bs_wide_of(-1))) == 0);
}

// --- bounds --------------------------------------------------------------------------------------

static bs_series make_series(bs_arena *arena, const double *values, size_t count, bs_period first)
{
    bs_series series = {.frequency = first.frequency, .unit = BS_STR("t")};
    for (size_t i = 0; i < count; i++) {
        bs_observation *item = BS_PUSH(arena, &series.observations);
        *item = (bs_observation){.period = bs_period_offset(first, (int)i),
                                 .value = {(int64_t)lround(values[i] * 10), 1}};
    }
    return series;
}

static bs_line make_line(bs_arena *arena, const bs_series *series)
{
    bs_line line;
    assert_int_equal(bs_line_make(&line, arena, series, NULL), BS_OK);
    return line;
}

// By hand: the line through (0, 1), (1, 2), (2, 4) weighs the three values by 5/6, 1/3 and -1/6 for
// its first point: 5/6 + 2/3 - 4/6, and half a unit of the last digit, 0.05, moves it by 0.05 times
// 5/6 + 1/3 + 1/6.
static void test_bounds_of_a_trend(void **state)
{
    (void)state;
    bs_arena arena = BS_ARENA_INIT;
    const double values[] = {1, 2, 4};
    bs_series series = make_series(&arena, values, 3, (bs_period){BS_FREQUENCY_ANNUAL, 2020, 2020});
    bs_line line = make_line(&arena, &series);
    bs_trend trend;
    bs_trend_options options = {.level = 0.95};
    assert_int_equal(bs_trend_fit(&trend, &arena, &line, &options, NULL), BS_OK);
    assert_true(fabs(trend.slope - (1.5)) < 1e-14);
    assert_true(fabs(trend.rows[0].fitted.value - (5.0 / 6)) < 1e-14);
    assert_true(fabs(trend.rows[0].fitted.low - (5.0 / 6 - 0.05 * 8 / 6)) < 1e-14);
    assert_true(fabs(trend.rows[0].fitted.high - (5.0 / 6 + 0.05 * 8 / 6)) < 1e-14);
    series.observations.count = 2;
    line = make_line(&arena, &series);
    assert_int_equal(bs_trend_fit(&trend, &arena, &line, &options, NULL), BS_E_ARGUMENT);
    options.level = 1;
    assert_int_equal(bs_trend_fit(&trend, &arena, &line, &options, NULL), BS_E_ARGUMENT);
    bs_arena_deinit(&arena);
}

// Whatever the digits hide, the adjusted value stays within its bounds: every value is moved to an
// end of what is printed, up or down by the bits of a counter.
static void test_bounds_of_a_season(void **state)
{
    (void)state;
    enum { COUNT = 24, TRIAL_COUNT = 200 };
    bs_arena arena = BS_ARENA_INIT;
    double values[COUNT], moved[COUNT];
    for (int i = 0; i < COUNT; i++)
        values[i] = 50 + i + 7 * (i % 4) + (i * 13) % 5;
    bs_period first = {BS_FREQUENCY_QUARTER, 2015 * 4, 2015 * 4};
    bs_series series = make_series(&arena, values, COUNT, first);
    bs_line line = make_line(&arena, &series);
    bs_season season;
    bs_season_options options = {0};
    assert_int_equal(bs_season_find(&season, &arena, &line, &options, NULL), BS_OK);
    uint32_t bits = 12345;
    for (int trial = 0; trial < TRIAL_COUNT; trial++) {
        bs_stl parts;
        bs_stl_options how = {.season = 4};
        for (int i = 0; i < COUNT; i++) {
            bits = bits * 1664525 + 1013904223;
            moved[i] = values[i] + ((bits >> 16) % 2 ? 0.05 : -0.05);
        }
        assert_int_equal(bs_stl_solve(&parts, &arena, moved, COUNT, &how, NULL), BS_OK);
        for (int i = 0; i < COUNT; i++) {
            double adjusted = moved[i] - parts.seasonal[i];
            assert_true(adjusted >= season.rows[i].adjusted.low - 1e-9);
            assert_true(adjusted <= season.rows[i].adjusted.high + 1e-9);
        }
    }
    assert_true(season.rows[9].adjusted.high - season.rows[9].adjusted.low < 0.3);
    series.observations.items[7].state = BS_STATE_EMPTY;
    line = make_line(&arena, &series);
    bs_error err = BS_ERROR_INIT;
    assert_int_equal(bs_season_find(&season, &arena, &line, &options, &err), BS_E_ARGUMENT);
    assert_non_null(strstr(err.message, "2016-Q4"));
    bs_arena_deinit(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_r_says),
        cmocka_unit_test(test_certified_univariate),
        cmocka_unit_test(test_certified_regression),
        cmocka_unit_test(test_a_fit_that_is_not_determined),
        cmocka_unit_test(test_wide_numbers),
        cmocka_unit_test(test_bounds_of_a_trend),
        cmocka_unit_test(test_bounds_of_a_season),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
