// SPDX-License-Identifier: GPL-3.0-or-later
// Series under two names: linked, read together, refused, undone, and gone with their source.
#include "store_fixture.h"

static bs_store *open_with(void)
{
    static const row cargo[] = {{.period = "2020", .value = "10"},
                                {.period = "2021", .value = "20"}};
    static const row wood[] = {{.period = "2020", .value = "1"}, {.period = "2021", .value = "2"}};
    static const row freight[] = {{.period = "2021", .value = "21"},
                                  {.period = "2022", .value = "30"}};
    static const row months[] = {{.period = "2021-01", .value = "4"},
                                 {.period = "2021-02", .value = "5"}};
    bs_store *store = open_memory();
    fixture *first = make_fixture("first.csv", "first", "2022-01-10");
    add_series(first, "cargo", "t", cargo, BS_COUNT(cargo));
    add_series(first, "ships", "t", wood, BS_COUNT(wood));
    add_series(first, "wood", "m3", wood, BS_COUNT(wood));
    load_fixture(store, first, BS_LOAD_KEEP);
    fixture *second = make_fixture("second.csv", "second", "2023-01-10");
    add_series(second, "freight", "t", freight, BS_COUNT(freight));
    load_fixture(store, second, BS_LOAD_KEEP);
    fixture *third = make_fixture("third.csv", "third", "2023-01-10");
    add_series(third, "freight-by-month", "t", months, BS_COUNT(months));
    load_fixture(store, third, BS_LOAD_KEEP);
    return store;
}

static size_t count_of(bs_store *store, bs_arena *arena, const char *key, const bs_store_view *view)
{
    bs_stored_series stored;
    assert_int_equal(bs_store_get(&stored, arena, store, bs_str_from(key), view, NULL), BS_OK);
    assert_int_equal(stored.keys != NULL, stored.kin_count > 1);
    for (size_t i = 0; stored.keys != NULL && i < stored.series.observations.count; i++)
        assert_true(stored.keys[i].len > 0);
    return stored.series.observations.count;
}

static bs_status join(bs_store *store, const char *a, const char *b, bs_error *err)
{
    return bs_store_link(store, bs_str_from(a), bs_str_from(b), BS_STR("words"), err);
}

// Cargo has 2020 and 2021, freight 2021 and 2022: three periods, and four values in all vintages.
static void test_linked_series_are_read_together(void **state)
{
    (void)state;
    bs_arena arena = BS_ARENA_INIT;
    bs_store *store = open_with();
    bs_store_view alone = BS_STORE_VIEW_INIT, all = BS_STORE_VIEW_INIT;
    alone.alone = true;
    all.vintages = BS_VINTAGES_ALL;
    assert_int_equal(count_of(store, &arena, "cargo", NULL), 2);
    assert_int_equal(join(store, "freight", "cargo", NULL), BS_OK);
    assert_int_equal(join(store, "cargo", "freight", NULL), BS_OK);
    bs_stored_series both;
    assert_int_equal(bs_store_get(&both, &arena, store, BS_STR("cargo"), NULL, NULL), BS_OK);
    assert_values(&both, "2020=10 2021=21 2022=30");
    assert_int_equal(count_of(store, &arena, "freight", NULL), 3);
    assert_int_equal(count_of(store, &arena, "freight", &all), 4);
    assert_int_equal(count_of(store, &arena, "cargo", &alone), 2);
    bs_alias_array aliases = {0};
    assert_int_equal(bs_store_aliases(&aliases, &arena, store, NULL), BS_OK);
    assert_int_equal(aliases.count, 1);
    assert_true(bs_str_equal(aliases.items[0].a, BS_STR("cargo")));
    assert_true(bs_str_equal(aliases.items[0].names.b, BS_STR("freight")));
    // A link of a link counts: ships are linked with cargo over freight.
    assert_int_equal(join(store, "freight", "ships", NULL), BS_OK);
    bs_stored_series stored;
    assert_int_equal(bs_store_get(&stored, &arena, store, BS_STR("cargo"), NULL, NULL), BS_OK);
    assert_int_equal(stored.kin_count, 3);
    assert_true(bs_str_equal(stored.kin[0], BS_STR("cargo")));
    assert_int_equal(bs_store_unlink(store, BS_STR("cargo"), BS_STR("freight"), NULL), BS_OK);
    assert_int_equal(bs_store_unlink(store, BS_STR("cargo"), BS_STR("freight"), NULL),
                     BS_E_NOT_FOUND);
    assert_int_equal(count_of(store, &arena, "cargo", NULL), 2);
    bs_store_close(store);
    bs_arena_deinit(&arena);
}

static void test_what_cannot_be_linked(void **state)
{
    (void)state;
    bs_arena arena = BS_ARENA_INIT;
    bs_store *store = open_with();
    static const struct {
        const char *a, *b;
        bs_status status;
    } cases[] = {{"cargo", "wood", BS_E_ARGUMENT},
                 {"cargo", "cargo", BS_E_ARGUMENT},
                 {"cargo", "freight-by-month", BS_E_ARGUMENT},
                 {"cargo", "nothing", BS_E_NOT_FOUND}};
    for (size_t i = 0; i < BS_COUNT(cases); i++) {
        bs_error err = BS_ERROR_INIT;
        assert_int_equal(join(store, cases[i].a, cases[i].b, &err), cases[i].status);
        assert_true(err.message[0] != '\0');
    }
    bs_store_close(store);
    bs_arena_deinit(&arena);
}

// A link goes with its series.
static void test_a_link_goes_with_its_source(void **state)
{
    (void)state;
    bs_arena arena = BS_ARENA_INIT;
    bs_store *store = open_with();
    assert_int_equal(join(store, "freight", "cargo", NULL), BS_OK);
    bs_source_info source;
    assert_int_equal(bs_store_source(&source, &arena, store, BS_STR("second.csv"), NULL), BS_OK);
    assert_int_equal(bs_store_remove(store, source.id, NULL), BS_OK);
    bs_alias_array aliases = {0};
    assert_int_equal(bs_store_aliases(&aliases, &arena, store, NULL), BS_OK);
    assert_int_equal(aliases.count, 0);
    assert_int_equal(count_of(store, &arena, "cargo", NULL), 2);
    bs_store_close(store);
    bs_arena_deinit(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_linked_series_are_read_together),
        cmocka_unit_test(test_what_cannot_be_linked),
        cmocka_unit_test(test_a_link_goes_with_its_source),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
