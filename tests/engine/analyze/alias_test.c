// SPDX-License-Identifier: GPL-3.0-or-later
// Which series may be one indicator under two names.
#include "engine/analyze/alias.h"

#include "series_rows.h"

static const row once[] = {{.period = "2025", .value = "80", .status = BS_STATUS_TARGET}};
static const row path[] = {{.period = "2024", .value = "65", .status = BS_STATUS_TARGET},
                           {.period = "2025", .value = "80", .status = BS_STATUS_TARGET}};
static const row other[] = {{.period = "2025", .value = "90", .status = BS_STATUS_TARGET}};
static const row actual[] = {{.period = "2025", .value = "80"}};

typedef struct half {
    const char *group;
    const char *name;
    const char *unit;
    const row *rows;
    size_t count;
} half;

static bs_alias_evidence weigh(bs_arena *arena, half x, half y)
{
    bs_series a = series_of(arena, x.name, x.unit, x.rows, x.count);
    bs_series b = series_of(arena, y.name, y.unit, y.rows, y.count);
    a.group = bs_str_from(x.group);
    b.group = bs_str_from(y.group);
    a.key = BS_STR("a");
    b.key = BS_STR("b");
    return bs_alias_weigh(&a, &b);
}

static void test_what_is_proposed(void **state)
{
    (void)state;
    static const half table = {"표", "광전송망(OTN) 보급률", "%", path, BS_COUNT(path)};
    const struct {
        half x, y;
        bool proposed;
    } cases[] = {
        // Names that share a half and one value.
        {table, {"요약", "광전송망 커버리지율", "%", once, 1}, true},
        {{"표", "OTN 보급률", "%", path, BS_COUNT(path)},
         {"요약", "OTN 커버리지율", "%", once, 1},
         true},
        // Only what is counted is the same.
        {{"표", "부두 가동 비율", "%", path, BS_COUNT(path)},
         {"요약", "여성 비율", "%", once, 1},
         false},
        // The same name, and no period in common.
        {{"2023", "광전송망 보급률", "%", path, 1},
         {"2024", "광전송망 보급률", "%", once, 1},
         true},
        // A value that contradicts, another unit, a row of the same table, a total, other words.
        {table, {"요약", "광전송망 보급률", "%", other, 1}, false},
        {table, {"요약", "광전송망 보급률", "t", once, 1}, false},
        {table, {"표", "광전송망 커버리지율", "%", once, 1}, false},
        {{"표", "합계", "%", path, BS_COUNT(path)}, {"요약", "합계", "%", once, 1}, false},
        {table, {"요약", "인구", "%", once, 1}, false},
        // A plan and what came true of it have no value in common, and names must be the same.
        {table, {"요약", "광전송망 커버리지율", "%", actual, 1}, false},
    };
    bs_arena arena = BS_ARENA_INIT;
    for (size_t i = 0; i < BS_COUNT(cases); i++) {
        bs_alias_evidence got = weigh(&arena, cases[i].x, cases[i].y);
        bool proposed = got.probability >= BS_ALIAS_PROBABILITY_MIN;
        if (proposed != cases[i].proposed) fail_msg("case %zu: %.3f", i, got.probability);
    }
    bs_arena_deinit(&arena);
}

// Of three names with one value the two that are most alike are a pair, and the third is left.
static void test_pairs_are_each_others_best(void **state)
{
    (void)state;
    bs_arena arena = BS_ARENA_INIT;
    static const char *const names[] = {"port capacity", "harbour capacity",
                                        "capacity of the harbour"};
    bs_series all[BS_COUNT(names)];
    const bs_series *list[BS_COUNT(names)];
    static const char *const groups[] = {"one", "two", "three"};
    for (size_t i = 0; i < BS_COUNT(names); i++) {
        all[i] = series_of(&arena, names[i], "t", path, BS_COUNT(path));
        all[i].group = bs_str_from(groups[i]);
        list[i] = &all[i];
    }
    bs_alias_proposal_array got = {0};
    assert_int_equal(bs_alias_suggest(&got, &arena, list, BS_COUNT(names), NULL), BS_OK);
    assert_int_equal(got.count, 1);
    assert_int_equal(got.items[0].evidence.agreeing, 2);
    assert_int_equal(got.items[0].b, got.items[0].a == 0 ? 1 : 2);
    bs_arena_deinit(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_is_proposed),
        cmocka_unit_test(test_pairs_are_each_others_best),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
