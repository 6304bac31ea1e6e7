// SPDX-License-Identifier: GPL-3.0-or-later
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "engine/analyze/anomaly.h"
#include "engine/base/file.h"

enum { CELLS_MAX = 64, ROWS_MAX = 16 };

// A panel of rows given as blank-separated cells; "." is a missing one.
typedef struct table {
    bs_str cells[ROWS_MAX][CELLS_MAX];
    bs_anomaly_row rows[ROWS_MAX];
    bs_panel panel;
} table;

static void add_row(table *t, const char *text)
{
    size_t r = t->panel.row_count++, count = 0;
    bs_str rest = bs_str_from(text), cell;
    while (bs_str_next(&rest, ' ', &cell)) {
        t->cells[r][count++] = bs_str_equal(cell, BS_STR(".")) ? (bs_str){0} : cell;
    }
    t->rows[r] = (bs_anomaly_row){.cells = t->cells[r]};
    t->panel.rows = t->rows;
    t->panel.cell_count = count;
    t->panel.season = 1;
}

static bs_suspect_array suspects_of(bs_arena *arena, const table *t, bs_anomaly_options options)
{
    bs_suspect_array found = {0};
    assert_int_equal(bs_anomaly_find(&found, arena, &t->panel, 1, &options, NULL), BS_OK);
    return found;
}

static const bs_suspect *find(const bs_suspect_array *found, size_t row, size_t cell)
{
    for (size_t i = 0; i < found->count; i++) {
        if (found->items[i].row == row && found->items[i].cell == cell) return &found->items[i];
    }
    return NULL;
}

static void assert_proposed(const bs_suspect *suspect, size_t at, const char *text)
{
    assert_non_null(suspect);
    assert_true(at < suspect->value_count);
    char own[64] = "";
    memcpy(own, suspect->values[at].text.ptr, suspect->values[at].text.len);
    assert_string_equal(own, text);
}

static double number(bs_str text)
{
    char copy[64] = "";
    size_t len = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] != ',' && text.ptr[i] != ' ') copy[len++] = text.ptr[i];
    }
    return strtod(copy, NULL);
}

// --- vectors -------------------------------------------------------------------------------------

static const double SCORE_TOLERANCE = 5e-3;
static const double LISTED_ABOVE = -4; // what reference.py writes
static const double NAMED_ABOVE = .02; // a value that must be named to be compared

static size_t count_listed(const bs_suspect_array *found)
{
    size_t count = 0;
    for (size_t i = 0; i < found->count; i++)
        count += found->items[i].score > LISTED_ABOVE;
    return count;
}

static void check_cell(const bs_suspect_array *found, bs_str line)
{
    bs_str fields[4] = {{0}};
    for (int i = 0; i < 4; i++)
        assert_true(bs_str_next(&line, '|', &fields[i]));
    const bs_suspect *suspect = find(found, 0, (size_t)number(fields[0]));
    assert_non_null(suspect);
    assert_float_equal(suspect->score, number(fields[1]), SCORE_TOLERANCE);
    if (number(fields[3]) < NAMED_ABOVE) return;
    assert_true(suspect->value_count > 0);
    assert_float_equal(number(suspect->values[0].text), number(fields[2]), 1e-9);
    assert_float_equal(suspect->values[0].probability, number(fields[3]), 2e-3);
}

// Expected scores, values and probabilities: vectors/anomaly/reference.py, which works out the
// likelihood of the whole row anew for every hypothesis.
static void test_rows_score_as_the_reference_says(void **state)
{
    (void)state;
    bs_buffer file = BS_BUFFER_INIT;
    assert_int_equal(bs_file_read("vectors/anomaly/series.txt", &file, NULL), BS_OK);
    bs_arena arena = BS_ARENA_INIT;
    bs_suspect_array found = {0};
    bs_str rest = bs_buffer_str(&file), line;
    size_t series = 0, cells = 0, listed = 0;
    while (bs_str_next(&rest, '\n', &line)) {
        if (bs_str_starts(line, BS_STR("series: "))) {
            bs_str season, row;
            line = bs_str_slice(line, 8, line.len);
            assert_true(bs_str_next(&line, '|', &season));
            assert_true(bs_str_next(&line, '|', &row));
            table t = {0};
            add_row(&t, bs_arena_copy(&arena, bs_str_trim(row)));
            t.panel.season = (int)number(season);
            found = suspects_of(&arena, &t, (bs_anomaly_options)BS_ANOMALY_OPTIONS_ALL);
            listed += count_listed(&found);
            series++;
        } else if (bs_str_starts(line, BS_STR("cell: "))) {
            check_cell(&found, bs_str_slice(line, 6, line.len));
            cells++;
        }
    }
    assert_int_equal(listed, cells);
    assert_true(series >= 15);
    bs_arena_deinit(&arena);
    bs_buffer_deinit(&file);
}

// --- input that says nothing ---------------------------------------------------------------------

static void test_nothing_is_said_of_rows_without_a_path(void **state)
{
    (void)state;
    static const char *const rows[] = {
        ".",           // all missing
        ". . . .",     //
        "5",           // one point
        "1 2",         // two points
        "5 5 5 5 5",   // flat
        "0 0 0 0",     // nothing
        "0 0 3 0",     // mostly nothing
        "0 0 0 5 0 0", //
        "3388 0 0",    // one value among noughts
        "0 11880 0",   //
        "0 50 0",      //
        "a b c d",     // no numbers
        "- - 12 -",    //
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        bs_arena arena = BS_ARENA_INIT;
        table t = {0};
        add_row(&t, rows[i]);
        bs_suspect_array found =
            suspects_of(&arena, &t, (bs_anomaly_options)BS_ANOMALY_OPTIONS_ALL);
        assert_int_equal(found.count, 0);
        bs_arena_deinit(&arena);
    }
    bs_arena arena = BS_ARENA_INIT;
    bs_suspect_array found = {0};
    assert_int_equal(bs_anomaly_find(&found, &arena, NULL, 0, NULL, NULL), BS_OK);
    bs_panel empty = {.season = 1};
    assert_int_equal(bs_anomaly_find(&found, &arena, &empty, 1, NULL, NULL), BS_OK);
    assert_int_equal(found.count, 0);
    bs_arena_deinit(&arena);
}

static void test_a_real_fall_is_no_finding(void **state)
{
    (void)state;
    static const char *const rows[] = {
        "101 104 107 95 97 100 103", "3.4 3.1 2.9 1.2 4.0 3.0 2.7", "100 120 150 40 45 60 80",
        "1,204 1,231 1,255 1,290",   "12 14 13 15 14 16 15 17",     "-5 -3 -1 2 4 6",
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        bs_arena arena = BS_ARENA_INIT;
        table t = {0};
        add_row(&t, rows[i]);
        bs_suspect_array found =
            suspects_of(&arena, &t, (bs_anomaly_options)BS_ANOMALY_OPTIONS_INIT);
        for (size_t k = 0; k < found.count; k++)
            assert_true(found.items[k].probability < .5);
        bs_arena_deinit(&arena);
    }
}

static void test_cells_keep_their_number_beside_missing_ones(void **state)
{
    (void)state;
    bs_arena arena = BS_ARENA_INIT;
    table t = {0};
    add_row(&t, ". 41.2 42.0 42.9 . . 45.6 64.4 47.5 48.2 49.0");
    bs_suspect_array found = suspects_of(&arena, &t, (bs_anomaly_options)BS_ANOMALY_OPTIONS_INIT);
    assert_proposed(find(&found, 0, 7), 0, "46.4");
    bs_arena_deinit(&arena);
}

static void test_confirmed_cells_are_left_alone(void **state)
{
    (void)state;
    bs_arena arena = BS_ARENA_INIT;
    table t = {0};
    add_row(&t, "12.1 12.9 137 14.2 15.0");
    bool confirmed[5] = {[2] = true};
    t.rows[0].confirmed = confirmed;
    bs_suspect_array found = suspects_of(&arena, &t, (bs_anomaly_options)BS_ANOMALY_OPTIONS_ALL);
    assert_null(find(&found, 0, 2));
    bs_arena_deinit(&arena);
}

// --- what is proposed ----------------------------------------------------------------------------

static void test_proposals_keep_the_print(void **state)
{
    (void)state;
    bs_arena arena = BS_ARENA_INIT;
    table t = {0};
    add_row(&t, "24,310 24.902 25,377 25,964");
    bs_suspect_array found = suspects_of(&arena, &t, (bs_anomaly_options)BS_ANOMALY_OPTIONS_INIT);
    assert_proposed(find(&found, 0, 1), 0, "24,902");
    assert_int_equal(find(&found, 0, 1)->slip, BS_SLIP_THOUSAND);
    bs_arena_deinit(&arena);
}

static void test_a_lost_digit_lists_its_candidates(void **state)
{
    (void)state;
    bs_arena arena = BS_ARENA_INIT;
    table t = {0};
    add_row(&t, "1,204 1,231 1,25 1,290 1,322 1,351");
    bs_suspect_array found = suspects_of(&arena, &t, (bs_anomaly_options)BS_ANOMALY_OPTIONS_INIT);
    const bs_suspect *suspect = find(&found, 0, 2);
    assert_non_null(suspect);
    assert_true(suspect->value_count >= 2);
    for (size_t k = 0; k < suspect->value_count; k++) {
        double value = number(suspect->values[k].text);
        assert_true(value > 1231 && value < 1290);
        if (k > 0) {
            assert_true(suspect->values[k].probability <= suspect->values[k - 1].probability);
        }
    }
    bs_arena_deinit(&arena);
}

static void test_a_swap_names_its_other_cell(void **state)
{
    (void)state;
    bs_arena arena = BS_ARENA_INIT;
    table t = {0};
    add_row(&t, "585 578 572 566 559 552 538 545 530 523");
    bs_suspect_array found = suspects_of(&arena, &t, (bs_anomaly_options)BS_ANOMALY_OPTIONS_INIT);
    assert_proposed(find(&found, 0, 6), 0, "545");
    assert_proposed(find(&found, 0, 7), 0, "538");
    assert_int_equal(find(&found, 0, 6)->swapped_with, 7);
    assert_int_equal(find(&found, 0, 7)->swapped_with, 6);
    bs_arena_deinit(&arena);
}

static void test_a_copy_of_unknown_value_proposes_none(void **state)
{
    (void)state;
    bs_arena arena = BS_ARENA_INIT;
    table t = {0};
    add_row(&t, "73.14 73.35 73.61 73.61 74.07 74.33 74.52");
    bs_suspect_array found = suspects_of(&arena, &t, (bs_anomaly_options)BS_ANOMALY_OPTIONS_INIT);
    assert_non_null(find(&found, 0, 3));
    assert_int_equal(find(&found, 0, 3)->slip, BS_SLIP_COPY);
    assert_int_equal(find(&found, 0, 3)->value_count, 0);
    bs_arena_deinit(&arena);
}

static void test_two_errors_in_a_row_are_both_found(void **state)
{
    (void)state;
    bs_arena arena = BS_ARENA_INIT;
    table t = {0};
    add_row(&t, "101.2 102.5 103.1 1041 105.6 106.8 107.7 108.5 190.9 110.6 112.0 113.1");
    bs_suspect_array found = suspects_of(&arena, &t, (bs_anomaly_options)BS_ANOMALY_OPTIONS_INIT);
    assert_proposed(find(&found, 0, 3), 0, "104.1");
    assert_proposed(find(&found, 0, 8), 0, "109.9");
    assert_true(find(&found, 0, 3)->probability > .9);
    assert_true(find(&found, 0, 8)->probability > .9);
    bs_arena_deinit(&arena);
}

// --- panels --------------------------------------------------------------------------------------

// Eight rows of targets, as in a plan; one of them turns because two digits are swapped.
static const char *const target_rows[] = {
    "220 206 300", "30 40 50", "25 30 35",       "50 65 80",
    "20 30 40",    "65 75 80", "1200 1500 1800", "25 28 30",
};

static void make_targets(table *t, bool target)
{
    for (size_t r = 0; r < sizeof target_rows / sizeof target_rows[0]; r++) {
        add_row(t, target_rows[r]);
        t->rows[r].target = target;
    }
}

static void test_a_table_of_targets_finds_the_one_that_turns(void **state)
{
    (void)state;
    bs_arena arena = BS_ARENA_INIT;
    table plain = {0}, targets = {0};
    make_targets(&plain, false);
    make_targets(&targets, true);
    bs_anomaly_options all = BS_ANOMALY_OPTIONS_ALL;
    bs_suspect_array found = suspects_of(&arena, &plain, all);
    bs_suspect_array surer = suspects_of(&arena, &targets, all);
    assert_proposed(find(&found, 0, 1), 0, "260");
    assert_proposed(find(&surer, 0, 1), 0, "260");
    assert_true(find(&found, 0, 1)->probability > .5);
    assert_true(find(&surer, 0, 1)->probability > .9);
    for (size_t i = 0; i < surer.count; i++) {
        bool own = surer.items[i].row == 0 && surer.items[i].cell == 1;
        assert_true(own || surer.items[i].score < -5);
    }
    bs_arena_deinit(&arena);
}

static void test_a_total_names_the_value_that_closes_it(void **state)
{
    (void)state;
    bs_arena arena = BS_ARENA_INIT;
    table t = {0};
    add_row(&t, "120 131 142 155");
    add_row(&t, "80 88 61 74");
    add_row(&t, "45 52 50 58");
    add_row(&t, "245 271 253 299"); // 155 + 74 + 58 = 287
    t.rows[3].total = true;
    bs_suspect_array found = suspects_of(&arena, &t, (bs_anomaly_options)BS_ANOMALY_OPTIONS_ALL);
    size_t best = 0;
    assert_true(found.count > 0);
    for (size_t i = 0; i < found.count; i++) {
        if (found.items[i].score > found.items[best].score) best = i;
    }
    assert_int_equal(found.items[best].cell, 3);
    bs_arena_deinit(&arena);
}

// The only suspect that is likelier wrong than right.
static const bs_suspect *only_one(const bs_suspect_array *found)
{
    const bs_suspect *out = NULL;
    for (size_t i = 0; i < found->count; i++) {
        if (found->items[i].probability < .5) continue;
        assert_null(out);
        out = &found->items[i];
    }
    assert_non_null(out);
    return out;
}

// Nobody says that the third row is the sum of the first two; 168 + 99 = 267.
static void test_a_total_need_not_be_called_so(void **state)
{
    (void)state;
    bs_arena arena = BS_ARENA_INIT;
    table t = {0};
    add_row(&t, "120 131 142 155 168");
    add_row(&t, "80 88 91 74 99");
    add_row(&t, "200 219 233 229 276");
    bs_suspect_array found = suspects_of(&arena, &t, (bs_anomaly_options)BS_ANOMALY_OPTIONS_INIT);
    const bs_suspect *suspect = only_one(&found);
    assert_int_equal(suspect->row, 2);
    assert_int_equal(suspect->cell, 4);
    assert_proposed(suspect, 0, "267");
    assert_true(suspect->probability > .9);
    bs_arena_deinit(&arena);
}

// 38.8 + 37.0 + 24.2 = 100.
static void test_shares_add_up_to_a_hundred(void **state)
{
    (void)state;
    bs_arena arena = BS_ARENA_INIT;
    table t = {0};
    add_row(&t, "41.2 40.1 39.5 38.8");
    add_row(&t, "35.5 36.4 36.2 37.0");
    add_row(&t, "23.3 23.5 24.3 42.2");
    bs_suspect_array found = suspects_of(&arena, &t, (bs_anomaly_options)BS_ANOMALY_OPTIONS_INIT);
    const bs_suspect *suspect = only_one(&found);
    assert_int_equal(suspect->row, 2);
    assert_proposed(suspect, 0, "24.2");
    bs_arena_deinit(&arena);
}

// Seven rows and their subtotal, five and theirs, and the total of the two: 512 + 388 + 207 + 95 +
// 640 = 1842. The subtotal was added up before 388 became 883.
static void test_subtotals_are_seen_in_a_long_table(void **state)
{
    (void)state;
    static const char *const rows[] = {
        "101 105 111 118", "55 52 58 61",         "310 322 331 345",    "78 80 77 83",
        "240 251 259 262", "17 19 18 21",         "99 94 103 108",      "900 923 957 998",
        "480 491 505 512", "360 371 379 883",     "190 197 201 207",    "90 88 93 95",
        "601 615 622 640", "1721 1762 1800 1842", "2621 2685 2757 2840"};
    bs_arena arena = BS_ARENA_INIT;
    static table t;
    memset(&t, 0, sizeof t);
    for (size_t r = 0; r < sizeof rows / sizeof rows[0]; r++)
        add_row(&t, rows[r]);
    bs_suspect_array found = suspects_of(&arena, &t, (bs_anomaly_options)BS_ANOMALY_OPTIONS_INIT);
    const bs_suspect *suspect = only_one(&found);
    assert_int_equal(suspect->row, 9);
    assert_int_equal(suspect->cell, 3);
    assert_proposed(suspect, 0, "388");
    bs_arena_deinit(&arena);
}

// 4500 too much: either of two rows could have lost it by two digits that change places, and only
// one of them did.
static void test_a_gap_has_one_culprit(void **state)
{
    (void)state;
    bs_arena arena = BS_ARENA_INIT;
    table t = {0};
    add_row(&t, "3541 4415 3072 8331");
    add_row(&t, "30835 22786 20700 7246");
    add_row(&t, "92711 91747 77114 60338");
    add_row(&t, "127087 118948 100886 71415"); // 8331 or 7246 with 4500 less
    t.rows[3].total = true;
    bs_suspect_array found = suspects_of(&arena, &t, (bs_anomaly_options)BS_ANOMALY_OPTIONS_ALL);
    double sum = 0;
    for (size_t i = 0; i < found.count; i++)
        sum += found.items[i].cell == 3 ? found.items[i].probability : 0;
    assert_true(sum > .9 && sum < 1.1);
    bs_arena_deinit(&arena);
}

static void test_the_order_of_rows_is_no_matter(void **state)
{
    (void)state;
    bs_arena arena = BS_ARENA_INIT;
    table t = {0}, turned = {0};
    size_t rows = sizeof target_rows / sizeof target_rows[0];
    for (size_t r = 0; r < rows; r++) {
        add_row(&t, target_rows[r]);
        add_row(&turned, target_rows[rows - 1 - r]);
    }
    bs_anomaly_options all = BS_ANOMALY_OPTIONS_ALL;
    bs_suspect_array a = suspects_of(&arena, &t, all), b = suspects_of(&arena, &turned, all);
    assert_true(a.count > 3);
    assert_int_equal(a.count, b.count);
    for (size_t i = 0; i < a.count; i++) {
        const bs_suspect *other = find(&b, rows - 1 - a.items[i].row, a.items[i].cell);
        assert_non_null(other);
        assert_float_equal(a.items[i].score, other->score, 1e-6);
    }
    bs_arena_deinit(&arena);
}

// Rounded to tens, the fourth row is the seventh with the second and fifth, or with other rows.
static void test_the_order_of_sums_is_no_matter(void **state)
{
    (void)state;
    static const char *const rows[] = {"360 380 340 340 340 260", "66 70 62 62 62 47",
                                       "720 480 420 410 410 320", "670 620 610 530 540 460",
                                       "20 46 41 41 41 31",       "0.80 0.78 0.78 0.66 0.66 0.57",
                                       "560 540 540 460 470 400", "0.03 0.07 0.06 0.06 0.06 0.05"};
    static const size_t places[] = {1, 3, 4, 2, 7, 6, 0, 5}; // in the other order
    bs_arena arena = BS_ARENA_INIT;
    table one = {0}, other = {0};
    for (size_t r = 0; r < BS_COUNT(rows); r++)
        add_row(&one, rows[r]);
    for (size_t k = 0; k < BS_COUNT(rows); k++) {
        for (size_t r = 0; r < BS_COUNT(rows); r++)
            if (places[r] == k) add_row(&other, rows[r]);
    }
    bs_anomaly_options all = BS_ANOMALY_OPTIONS_ALL;
    bs_suspect_array a = suspects_of(&arena, &one, all), b = suspects_of(&arena, &other, all);
    assert_true(a.count > 5);
    assert_int_equal(a.count, b.count);
    for (size_t i = 0; i < a.count; i++) {
        const bs_suspect *same = find(&b, places[a.items[i].row], a.items[i].cell);
        assert_non_null(same);
        assert_true(fabs(same->score - a.items[i].score) < 1e-6);
    }
    bs_arena_deinit(&arena);
}

// 220 206 300 in units, tens, thousands, and with the point moved.
static void test_a_power_of_ten_is_no_matter(void **state)
{
    (void)state;
    static const struct {
        const char *row;
        const char *proposal;
    } rows[] = {{"220 206 300", "260"},
                {"2200 2060 3000", "2600"},
                {"220,000 206,000 300,000", "260,000"},
                {"22.0 20.6 30.0", "26.0"},
                {"2.20 2.06 3.00", "2.60"}};
    bs_anomaly_options all = BS_ANOMALY_OPTIONS_ALL;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        bs_arena arena = BS_ARENA_INIT;
        table t = {0};
        add_row(&t, rows[i].row);
        bs_suspect_array found = suspects_of(&arena, &t, all);
        assert_proposed(find(&found, 0, 1), 0, rows[i].proposal);
        assert_float_equal(find(&found, 0, 1)->score, -.8081, .005); // reference.py
        bs_arena_deinit(&arena);
    }
}

// Alone or among others, quick look or exact one: a finding is the same.
static void test_panels_do_not_touch_each_other(void **state)
{
    (void)state;
    static const char *const rows[] = {"164 171 -180 188 195 203", "62 63 64 95 66 67",
                                       "585 578 572 566 559 552 538 545 530 523",
                                       "31 34 37000 39 43 44"};
    enum { KINDS = 4, COPIES = 40 };
    bs_arena arena = BS_ARENA_INIT;
    static table tables[KINDS];
    bs_panel panels[KINDS * COPIES];
    memset(tables, 0, sizeof tables);
    for (size_t i = 0; i < KINDS; i++)
        add_row(&tables[i], rows[i]);
    for (size_t i = 0; i < KINDS * COPIES; i++)
        panels[i] = tables[i % KINDS].panel;
    bs_anomaly_options exact = BS_ANOMALY_OPTIONS_INIT;
    exact.look = BS_LOOK_RANK;
    bs_suspect_array many = {0};
    assert_int_equal(bs_anomaly_find(&many, &arena, panels, KINDS * COPIES, NULL, NULL), BS_OK);
    size_t at = 0;
    for (size_t i = 0; i < KINDS * COPIES; i++) {
        bs_suspect_array alone = suspects_of(&arena, &tables[i % KINDS], exact);
        for (size_t k = 0; k < alone.count; k++, at++) {
            assert_int_equal(many.items[at].panel, i);
            assert_int_equal(many.items[at].cell, alone.items[k].cell);
            assert_true(many.items[at].score == alone.items[k].score);
        }
    }
    assert_int_equal(at, many.count);
    bs_arena_deinit(&arena);
}

static uint32_t next_random(uint32_t *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

// A row that wanders; in most of them a number lacks a digit, has one too many, or is a tenth.
static char *random_row(bs_arena *arena, uint32_t *random, size_t count)
{
    bs_str out = {0};
    size_t wrong = next_random(random) % count, kind = next_random(random) % 4;
    double level = 40 + next_random(random) % 900;
    for (size_t i = 0; i < count; i++) {
        level *= 1 + ((double)(next_random(random) % 1000) / 1000 - .45) * .1;
        double shown = i != wrong ? level : kind == 1 ? level / 10 : kind == 2 ? level * 10 : level;
        if (i == wrong && kind == 3) shown = floor(level / 10) + level - floor(level);
        out = bs_arena_format(arena, "%.*s%s%.1f", BS_STR_ARG(out), i > 0 ? " " : "", shown);
    }
    return bs_arena_copy(arena, out);
}

// What the quick look leaves out is nothing that the exact one finds likelier wrong than right.
static void test_the_quick_look_misses_nothing(void **state)
{
    (void)state;
    uint32_t random = 11;
    size_t seen = 0;
    for (size_t k = 0; k < 200; k++) {
        bs_arena arena = BS_ARENA_INIT;
        table t = {0};
        add_row(&t, random_row(&arena, &random, 4 + k % 40));
        bs_anomaly_options exact = BS_ANOMALY_OPTIONS_INIT;
        exact.look = BS_LOOK_RANK;
        bs_suspect_array a = suspects_of(&arena, &t, exact),
                         b = suspects_of(&arena, &t, (bs_anomaly_options)BS_ANOMALY_OPTIONS_INIT);
        for (size_t i = 0; i < a.count; i++) {
            if (a.items[i].probability < .5) continue;
            const bs_suspect *other = find(&b, 0, a.items[i].cell);
            assert_non_null(other);
            assert_true(other->score == a.items[i].score);
            seen++;
        }
        bs_arena_deinit(&arena);
    }
    assert_true(seen > 50);
}

static void test_rates_of_change_are_judged_with_either_sign(void **state)
{
    (void)state;
    bs_arena arena = BS_ARENA_INIT;
    table level = {0}, rates = {0};
    add_row(&level, "7.8 7.6 -6.1 8.9 7.4 6.4");
    add_row(&rates, "7.8 7.6 -6.1 8.9 7.4 6.4");
    rates.rows[0].measure = BS_MEASURE_GROWTH;
    bs_anomaly_options all = BS_ANOMALY_OPTIONS_ALL;
    bs_suspect_array a = suspects_of(&arena, &level, all), b = suspects_of(&arena, &rates, all);
    assert_proposed(find(&a, 0, 2), 0, "6.1");
    assert_true(find(&a, 0, 2)->probability > .75);
    assert_true(find(&b, 0, 2)->probability < .3);
    bs_arena_deinit(&arena);
}

// Growth of four countries in a year that hit all, with nothing that says what the rows are.
static void test_a_table_of_both_signs_takes_either(void **state)
{
    (void)state;
    static const char *const rows[] = {"3.2 2.9 2.2 -0.7 4.3 2.6", "1.7 0.6 -0.4 -4.1 2.6 1.0",
                                       "2.6 1.8 1.6 -6.1 5.9 3.4", "2.7 1.4 1.6 -10.4 8.7 4.3"};
    bs_arena arena = BS_ARENA_INIT;
    table t = {0};
    for (size_t r = 0; r < BS_COUNT(rows); r++)
        add_row(&t, rows[r]);
    bs_suspect_array found = suspects_of(&arena, &t, (bs_anomaly_options)BS_ANOMALY_OPTIONS_ALL);
    for (size_t i = 0; i < found.count; i++)
        assert_true(found.items[i].probability < .2);
    bs_arena_deinit(&arena);
}

// By hand: of a dozen values one slip is as likely as none; of four, two to the power of a third
// less one times as likely. The score is the same as without.
// What a program prints has as many decimals as it needs, and none of them is a slip of the pen.
static void test_figures_of_programs_have_no_habit(void **state)
{
    (void)state;
    static const char *const rows[] = {
        "6218304.4153 5987126.882 3902518.7714 5516840.2085 10243190.377",
        "58304.4153 53126.882 36018.7714 49840.2085 79190.37",
        "-0.031874206 -0.318442 2.713905118",
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        bs_arena arena = BS_ARENA_INIT;
        table t = {0};
        add_row(&t, rows[i]);
        bs_suspect_array found =
            suspects_of(&arena, &t, (bs_anomaly_options)BS_ANOMALY_OPTIONS_ALL);
        for (size_t k = 0; k < found.count; k++)
            assert_true(found.items[k].probability < .5);
        bs_arena_deinit(&arena);
    }
}

static void test_few_values_have_fewer_slips(void **state)
{
    (void)state;
    bs_arena arena = BS_ARENA_INIT;
    table few = {0}, many = {0};
    add_row(&few, "3.1 3.4 37.0 3.9");
    add_row(&many, "3.1 3.4 37.0 3.9 4.3 4.4 4.6 4.9 5.1 5.2 5.5 5.9");
    bs_anomaly_options all = BS_ANOMALY_OPTIONS_ALL;
    bs_suspect_array a = suspects_of(&arena, &few, all), b = suspects_of(&arena, &many, all);
    const bs_suspect *x = find(&a, 0, 2), *y = find(&b, 0, 2);
    double p = x->probability, q = y->probability;
    assert_true(fabs(log(p / (1 - p)) - x->score - log(cbrt(2) - 1)) < 1e-6);
    assert_true(fabs(log(q / (1 - q)) - y->score) < 1e-3);
    bs_arena_deinit(&arena);
}

static void test_a_profile_moves_the_weights(void **state)
{
    (void)state;
    bs_arena arena = BS_ARENA_INIT;
    table t = {0};
    add_row(&t, "3.1 3.4 37000 3.9 4.3 4.4");
    bs_anomaly_options plain = BS_ANOMALY_OPTIONS_ALL, translated = plain;
    translated.profile = BS_PROFILE_TRANSLATED;
    bs_suspect_array a = suspects_of(&arena, &t, plain), b = suspects_of(&arena, &t, translated);
    // By the table of weights: the unit slip is .28 instead of .104.
    double more = find(&b, 0, 2)->score - find(&a, 0, 2)->score;
    assert_float_equal(more, log(.28 / .104), .01);
    bs_arena_deinit(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows_score_as_the_reference_says),
        cmocka_unit_test(test_nothing_is_said_of_rows_without_a_path),
        cmocka_unit_test(test_a_real_fall_is_no_finding),
        cmocka_unit_test(test_cells_keep_their_number_beside_missing_ones),
        cmocka_unit_test(test_confirmed_cells_are_left_alone),
        cmocka_unit_test(test_proposals_keep_the_print),
        cmocka_unit_test(test_a_lost_digit_lists_its_candidates),
        cmocka_unit_test(test_a_swap_names_its_other_cell),
        cmocka_unit_test(test_a_copy_of_unknown_value_proposes_none),
        cmocka_unit_test(test_two_errors_in_a_row_are_both_found),
        cmocka_unit_test(test_a_table_of_targets_finds_the_one_that_turns),
        cmocka_unit_test(test_a_total_names_the_value_that_closes_it),
        cmocka_unit_test(test_a_total_need_not_be_called_so),
        cmocka_unit_test(test_shares_add_up_to_a_hundred),
        cmocka_unit_test(test_subtotals_are_seen_in_a_long_table),
        cmocka_unit_test(test_a_gap_has_one_culprit),
        cmocka_unit_test(test_the_order_of_rows_is_no_matter),
        cmocka_unit_test(test_the_order_of_sums_is_no_matter),
        cmocka_unit_test(test_a_power_of_ten_is_no_matter),
        cmocka_unit_test(test_panels_do_not_touch_each_other),
        cmocka_unit_test(test_the_quick_look_misses_nothing),
        cmocka_unit_test(test_rates_of_change_are_judged_with_either_sign),
        cmocka_unit_test(test_a_table_of_both_signs_takes_either),
        cmocka_unit_test(test_figures_of_programs_have_no_habit),
        cmocka_unit_test(test_few_values_have_fewer_slips),
        cmocka_unit_test(test_a_profile_moves_the_weights),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
