// SPDX-License-Identifier: GPL-3.0-or-later
// A packed series comes back as the same series with observations would.
#include "store_fixture.h"

#include "engine/base/hash.h"

enum { LONG_COUNT = 300 };

// Periods of months from 2015-01 on.
static bs_periods months(bs_arena *arena, size_t count)
{
    bs_period *items = BS_NEW_ARRAY(arena, bs_period, count);
    bs_str *printed = BS_NEW_ARRAY(arena, bs_str, count);
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(bs_period_month(&items[i], 2015 + (int)(i / 12), (int)(i % 12) + 1, NULL),
                         BS_OK);
        printed[i] = bs_period_str(items[i], arena);
    }
    return (bs_periods){.id = (uint32_t)count,
                        .items = items,
                        .printed = printed,
                        .count = count,
                        .ascending = true,
                        .frequency = BS_FREQUENCY_MONTH};
}

static bs_packed pack(const char *key, const bs_periods *periods, const char *numbers)
{
    bs_packed packed = {
        .series = {.key = bs_str_from(key),
                   .label = bs_str_from(key),
                   .indicator = bs_str_from(key),
                   .unit = BS_STR("1"),
                   .frequency = BS_FREQUENCY_MONTH,
                   .order = 1,
                   .table = 1},
        .periods = periods,
        .numbers = bs_str_from(numbers),
        .places = {.line = 2, .line_step = 1, .column = 9, .row = 2, .col = 3},
        .part = 1,
    };
    bs_str rest = packed.numbers, item;
    for (size_t i = 0; bs_str_next(&rest, ',', &item); i++) {
        if (bs_str_equal(item, BS_STR("null"))) continue;
        if (packed.value_count++ == 0) packed.first = i;
        packed.last = i;
    }
    return packed;
}

// Loads the series packed, or with observations.
static void load(bs_store *store, const bs_packed *packed, size_t count, bool unpack)
{
    fixture *f = make_fixture("p.csv", unpack ? "with observations\n" : "packed\n", "2024");
    bs_load_result result;
    bs_error err = BS_ERROR_INIT;
    assert_int_equal(bs_store_begin(store, &f->source, BS_LOAD_KEEP, &result, NULL), BS_OK);
    for (size_t i = 0; i < count; i++) {
        bs_series series;
        bs_status status;
        if (unpack) {
            assert_int_equal(bs_packed_series(&series, &f->arena, &packed[i], &err), BS_OK);
            status = bs_store_add(store, &series, &err);
        } else {
            status = bs_store_add_packed(store, &packed[i], &err);
        }
        if (status != BS_OK) fail_msg("%s", err.message);
    }
    assert_int_equal(bs_store_end(store, &result, NULL), BS_OK);
    free_fixture(f);
}

static bs_str everything(bs_arena *arena, bs_store *store)
{
    bs_buffer out = BS_BUFFER_INIT;
    bs_series_info_array infos = {0};
    assert_int_equal(bs_store_list(&infos, arena, store, (bs_str){0}, NULL), BS_OK);
    for (size_t i = 0; i < infos.count; i++) {
        bs_stored_series got;
        const bs_store_view all = {.vintages = BS_VINTAGES_ALL};
        assert_int_equal(bs_store_get(&got, arena, store, infos.items[i].key, &all, NULL), BS_OK);
        bs_str first = bs_period_str(infos.items[i].first, arena);
        bs_str last = bs_period_str(infos.items[i].last, arena);
        bs_buffer_addf(&out, "%.*s %zu %.*s %.*s\n", BS_STR_ARG(infos.items[i].key),
                       infos.items[i].count, BS_STR_ARG(first), BS_STR_ARG(last));
        for (size_t j = 0; j < got.series.observations.count; j++) {
            const bs_observation *item = &got.series.observations.items[j];
            bs_period_write(item->period, &out);
            bs_buffer_addf(&out, " '%.*s' %s %d %u:%u-%u t%u r%u c%u ", BS_STR_ARG(item->text),
                           bs_state_name(item->state), (int)item->value.scale,
                           (unsigned)item->origin.line, (unsigned)item->origin.column,
                           (unsigned)item->origin.end_column, (unsigned)item->origin.table,
                           (unsigned)item->origin.row, (unsigned)item->origin.col);
            if (item->state == BS_STATE_VALUE) bs_decimal_write(item->value, &out);
            bs_buffer_add_char(&out, '\n');
        }
    }
    bs_str text = bs_arena_str(arena, bs_buffer_str(&out));
    bs_buffer_deinit(&out);
    return text;
}

static void assert_same(const bs_packed *packed, size_t count)
{
    bs_arena arena = BS_ARENA_INIT;
    bs_store *plain = open_memory(), *runs = open_memory();
    load(plain, packed, count, true);
    load(runs, packed, count, false);
    bs_str expected = everything(&arena, plain), got = everything(&arena, runs);
    if (!bs_str_equal(expected, got))
        fail_msg("expected\n%.*s\ngot\n%.*s", BS_STR_ARG(expected), BS_STR_ARG(got));
    bs_error err = BS_ERROR_INIT;
    if (bs_store_verify(runs, NULL, &err) != BS_OK) fail_msg("%s", err.message);
    bs_store_close(plain);
    bs_store_close(runs);
    bs_arena_deinit(&arena);
}

static const char *many_numbers(bs_arena *arena, size_t count)
{
    bs_buffer out = BS_BUFFER_INIT;
    for (size_t i = 0; i < count; i++) {
        if (i > 0) bs_buffer_add_char(&out, ',');
        if (i % 50 == 7)
            bs_buffer_addf(&out, "null");
        else
            bs_buffer_addf(&out, "%zu.%zu0", i * 37 % 1000, i % 10);
    }
    const char *text = bs_arena_copy(arena, bs_buffer_str(&out));
    bs_buffer_deinit(&out);
    return text;
}

static void test_every_way_of_places(void **state)
{
    (void)state;
    static const uint32_t lines[] = {9, 4, 7, 5}, columns[] = {3, 12, 12, 4};
    bs_arena arena = BS_ARENA_INIT;
    bs_periods four = months(&arena, 4), more = months(&arena, LONG_COUNT);
    const char *numbers = many_numbers(&arena, LONG_COUNT);
    bs_packed packed[] = {
        pack("a", &four, "1.50,2,-3,0.001"),
        pack("b", &four, "null,2,null,4"),
        pack("c", &four, "1.50,null,-3,100"),
        pack("d", &four, "5,6,7.000,123456789012345678"),
        pack("long", &more, numbers),
        pack("long wide", &more, numbers),
        pack("nothing", &four, "null,null,null,null"),
    };
    packed[2].places.way = BS_COLUMNS_ADJACENT;
    packed[2].places.line_step = 0;
    packed[2].places.col_step = 1;
    packed[3].places.way = BS_COLUMNS_LISTED;
    packed[3].places.lines = lines;
    packed[3].places.columns = columns;
    packed[3].places.line = lines[0];
    packed[3].places.row = 8;
    packed[5].places = packed[2].places;
    packed[6].places.row = 0;
    assert_same(packed, BS_COUNT(packed));
    bs_arena_deinit(&arena);
}

// Of a file that is not sorted, a series comes in parts, in any order.
static void test_parts(void **state)
{
    (void)state;
    bs_arena arena = BS_ARENA_INIT;
    bs_store *store = open_memory();
    bs_periods four = months(&arena, 4), six = months(&arena, 6);
    bs_periods late = {.id = 99,
                       .items = six.items + 4,
                       .printed = six.printed + 4,
                       .count = 2,
                       .ascending = true,
                       .frequency = BS_FREQUENCY_MONTH};
    bs_packed packed[] = {pack("a", &late, "5,6"), pack("b", &four, "1,2,3,4"),
                          pack("a", &four, "1,2,3,4")};
    packed[2].part = 2;
    load(store, packed, BS_COUNT(packed), false);
    bs_stored_series got;
    bs_series_info info;
    assert_int_equal(bs_store_get(&got, &arena, store, BS_STR("a"), NULL, NULL), BS_OK);
    assert_values(&got, "2015-01=1 2015-02=2 2015-03=3 2015-04=4 2015-05=5 2015-06=6");
    assert_int_equal(bs_store_find(&info, &arena, store, BS_STR("a"), NULL), BS_OK);
    assert_int_equal(info.count, 6);
    assert_str(bs_period_str(info.first, &arena), "2015-01");
    assert_str(bs_period_str(info.last, &arena), "2015-06");
    bs_arena_deinit(&arena);
    bs_store_close(store);
}

// A second source with the same keys is compared value by value.
static void test_a_known_key_is_a_vintage(void **state)
{
    (void)state;
    bs_arena arena = BS_ARENA_INIT;
    bs_store *store = open_memory();
    bs_periods four = months(&arena, 4);
    bs_packed old = pack("a", &four, "1,2,3,4"), young = pack("a", &four, "1,2.5,3,null");
    load(store, &old, 1, false);
    fixture *f = make_fixture("q.csv", "newer\n", "2025");
    bs_load_result result;
    assert_int_equal(bs_store_begin(store, &f->source, BS_LOAD_KEEP, &result, NULL), BS_OK);
    assert_int_equal(bs_store_add_packed(store, &young, NULL), BS_OK);
    assert_int_equal(bs_store_end(store, &result, NULL), BS_OK);
    assert_int_equal(result.series_known, 1);
    assert_int_equal(result.value_changed, 1);
    assert_int_equal(result.value_known, 2);
    assert_int_equal(result.missing, 1);
    bs_stored_series got;
    assert_int_equal(bs_store_get(&got, &arena, store, BS_STR("a"), NULL, NULL), BS_OK);
    assert_values(&got, "2015-01=1 2015-02=2.5 2015-03=3 2015-04=4");
    free_fixture(f);
    bs_arena_deinit(&arena);
    bs_store_close(store);
}

static void test_the_view_reads_runs(void **state)
{
    (void)state;
    char folder[64], path[96];
    bs_arena arena = BS_ARENA_INIT;
    bs_store *store;
    static const uint32_t lines[] = {9, 4, 7, 5}, columns[] = {3, 12, 12, 4};
    bs_periods four = months(&arena, 4);
    bs_packed packed[] = {pack("a", &four, "1.50,null,-3,0.001"),
                          pack("b", &four, "10,null,30.0,4"), pack("c", &four, "1,2,3,4")};
    packed[1].places.way = BS_COLUMNS_ADJACENT;
    packed[1].places.line_step = 0;
    packed[2].places.way = BS_COLUMNS_LISTED;
    packed[2].places.lines = lines;
    packed[2].places.columns = columns;
    make_folder(folder, path);
    assert_int_equal(bs_store_open(&store, path, BS_STORE_CREATE, NULL), BS_OK);
    load(store, packed, BS_COUNT(packed), false);
    bs_store_close(store);
    assert_query(path,
                 "SELECT series, period, value, text, state, status, line, \"column\", latest"
                 " FROM observation ORDER BY series, period",
                 "a|2015-01|1.5|1.50|value|actual|2|9|1\n"
                 "a|2015-02|||empty|actual|3|9|1\n"
                 "a|2015-03|-3|-3|value|actual|4|9|1\n"
                 "a|2015-04|0.001|0.001|value|actual|5|9|1\n"
                 "b|2015-01|10|10|value|actual|2|9|1\n"
                 "b|2015-02|||empty|actual|2|12|1\n"
                 "b|2015-03|30.0|30.0|value|actual|2|13|1\n"
                 "b|2015-04|4|4|value|actual|2|18|1\n"
                 "c|2015-01|1|1|value|actual|9|3|1\n"
                 "c|2015-02|2|2|value|actual|4|12|1\n"
                 "c|2015-03|3|3|value|actual|7|12|1\n"
                 "c|2015-04|4|4|value|actual|5|4|1\n");
    remove_folder(folder);
    bs_arena_deinit(&arena);
}

// A line of a file whose text is not kept is read from it, as long as it is as it was.
static void test_lines_of_a_file(void **state)
{
    (void)state;
    static const char text[] = "series,period,value\na,2020,1\na,2021,2\n";
    char path[] = "/tmp/bs-piece-XXXXXX";
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, text, sizeof text - 1), sizeof text - 1);
    fixture *f = make_fixture("x.csv", "", "2024");
    bs_store *store = open_memory();
    bs_load_result result;
    bs_error err = BS_ERROR_INIT;
    bs_source_file file = {&f->source, BS_STR("xxh3-1"), bs_str_from(path)};
    assert_int_equal(bs_store_begin_file(store, &file, BS_LOAD_KEEP, &result, NULL), BS_OK);
    bs_source_piece pieces[] = {
        {.line = 1, .size = 29, .hash = bs_hash_of_64((bs_str){text, 29})},
        {.line = 3, .offset = 29, .size = 9, .hash = bs_hash_of_64((bs_str){text + 29, 9})},
    };
    for (size_t i = 0; i < BS_COUNT(pieces); i++)
        assert_int_equal(bs_store_add_piece(store, &pieces[i], NULL), BS_OK);
    assert_int_equal(bs_store_end(store, &result, NULL), BS_OK);
    bs_str line;
    assert_int_equal(bs_store_line(&line, &f->arena, store, 1, 2, NULL), BS_OK);
    assert_str(line, "a,2020,1");
    assert_int_equal(bs_store_line(&line, &f->arena, store, 1, 3, NULL), BS_OK);
    assert_str(line, "a,2021,2");
    assert_int_equal(bs_store_line(&line, &f->arena, store, 1, 4, NULL), BS_E_NOT_FOUND);
    assert_int_equal(bs_store_text(&line, &f->arena, store, 1, NULL), BS_E_NOT_FOUND);
    assert_int_equal(pwrite(fd, "9", 1, 36), 1);
    assert_int_equal(bs_store_line(&line, &f->arena, store, 1, 2, NULL), BS_OK);
    assert_int_equal(bs_store_line(&line, &f->arena, store, 1, 1, NULL), BS_OK);
    assert_str(line, "series,period,value");
    assert_int_equal(bs_store_line(&line, &f->arena, store, 1, 3, &err), BS_E_NOT_FOUND);
    assert_non_null(strstr(err.message, "has changed since it was loaded"));
    unlink(path);
    err = (bs_error)BS_ERROR_INIT;
    // The first piece was forgotten when the second was looked at.
    assert_int_equal(bs_store_line(&line, &f->arena, store, 1, 2, &err), BS_E_NOT_FOUND);
    assert_non_null(strstr(err.message, "no longer there"));
    close(fd);
    // The same content is known, wherever it is.
    assert_int_equal(bs_store_begin_file(store, &file, BS_LOAD_KEEP, &result, NULL), BS_OK);
    assert_true(result.known);
    bs_store_close(store);
    free_fixture(f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_way_of_places),      cmocka_unit_test(test_parts),
        cmocka_unit_test(test_a_known_key_is_a_vintage), cmocka_unit_test(test_the_view_reads_runs),
        cmocka_unit_test(test_lines_of_a_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
