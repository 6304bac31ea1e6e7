// SPDX-License-Identifier: GPL-3.0-or-later
// Which series a name means, and which it may have meant.
#include "store_fixture.h"

static const row one[] = {{.period = "2023", .value = "1"}};

static const char *const keys[] = {
    "무역/연산력 규모",    "무역/스마트 연산 비중", "무역/스토리지 총량", "Trade/Exports@Korea",
    "Trade/Exports@Japan", "Trade/Imports@Korea",   "표 [1]/100%_목표",
};

static bs_store *make_store(void)
{
    bs_store *store = open_memory();
    fixture *f = make_fixture("a", "a", "2023");
    for (size_t i = 0; i < BS_COUNT(keys); i++) {
        bs_series *series = add_series(f, keys[i], "1", one, BS_COUNT(one));
        bs_str key = bs_str_from(keys[i]);
        size_t slash = bs_str_find(key, BS_STR("/"), 0), at = bs_str_find(key, BS_STR("@"), 0);
        series->group = bs_str_slice(key, 0, slash);
        series->indicator = bs_str_slice(key, slash + 1, at);
        series->label = series->indicator;
    }
    load_fixture(store, f, BS_LOAD_KEEP);
    return store;
}

static void test_names(void **state)
{
    (void)state;
    // The keys found, by number; "" for none.
    static const struct {
        const char *pattern;
        const char *found;
    } cases[] = {
        {"", "0123456"},
        {"Trade/Exports@Korea", "3"},
        {"Exports", "34"},
        {"exports", "34"}, // the case of A to Z does not count in a part
        {"연산", "01"},
        {"*연산*", "01"},
        {"Trade/*@Korea", "35"},
        {"trade/*", "345"}, // nor in a glob, where no whole key matches
        {"exports@*", "34"},
        {"Trade/[EI]*@Korea", "35"},
        {"Trade/?xports@Japan", "4"},
        {"표 [1]/100%_목표", "6"}, // a key is a key before it is a glob
        {"[1]", "6"},              // and a part when the glob finds nothing
        {"%", "6"},                // no wildcard here
        {"_", "6"},
        {"\\", ""},
        {"'; DROP TABLE series; --", ""},
        {"규모", "0"},
    };
    bs_store *store = make_store();
    for (size_t i = 0; i < BS_COUNT(cases); i++) {
        bs_arena arena = BS_ARENA_INIT;
        bs_series_info_array found = {0};
        char numbers[16] = "";
        bs_status status =
            bs_store_list(&found, &arena, store, bs_str_from(cases[i].pattern), NULL);
        for (size_t j = 0; j < found.count; j++) {
            for (size_t k = 0; k < BS_COUNT(keys); k++) {
                bool this_one = bs_str_equal(found.items[j].key, bs_str_from(keys[k]));
                if (this_one) numbers[strlen(numbers)] = (char)('0' + k);
            }
        }
        assert_string_equal(numbers, cases[i].found);
        assert_int_equal(status, cases[i].found[0] != '\0' ? BS_OK : BS_E_NOT_FOUND);
        bs_arena_deinit(&arena);
    }
    bs_store_close(store);
}

static void test_one_is_wanted(void **state)
{
    (void)state;
    bs_store *store = make_store();
    bs_arena arena = BS_ARENA_INIT;
    bs_series_info info;
    bs_error err = BS_ERROR_INIT;
    assert_int_equal(bs_store_find(&info, &arena, store, BS_STR("규모"), NULL), BS_OK);
    assert_str(info.key, "무역/연산력 규모");
    assert_str(info.group, "무역");
    assert_int_equal(info.count, 1);
    assert_true(bs_period_equal(info.first, period_of("2023")));
    assert_true(bs_period_equal(info.last, period_of("2023")));
    assert_int_equal(bs_store_find(&info, &arena, store, BS_STR("Trade"), &err), BS_E_ARGUMENT);
    assert_string_equal(err.message, "'Trade' may be any of 3 series: 'Trade/Exports@Korea', "
                                     "'Trade/Exports@Japan' ...");
    bs_arena_deinit(&arena);
    bs_store_close(store);
    store = open_memory();
    bs_error_clear(&err);
    assert_int_equal(bs_store_find(&info, &arena, store, BS_STR(""), &err), BS_E_NOT_FOUND);
    assert_string_equal(err.message, "the store has no series yet");
    bs_store_close(store);
}

static void test_did_you_mean(void **state)
{
    (void)state;
    // The first key that is offered; NULL when nothing is near.
    static const struct {
        const char *typed;
        const char *first;
    } cases[] = {
        {"Trade/Exprots@Korea", "Trade/Exports@Korea"}, // a swap is one slip: Japan is farther
        {"Trade/Imports@Koera", "Trade/Imports@Korea"},
        {"Exportz", "Trade/Exports@Korea"}, // the indicator alone
        {"연산력규모", "무역/연산력 규모"},
        {"연선력 규모", "무역/연산력 규모"}, // one wrong vowel
        {"스토리지 총랴ㅇ", "무역/스토리지 총량"},
        {"ＥＸＰＯＲＴＳs", "Trade/Exports@Korea"}, // full width
        {"z", NULL},
        {"gross domestic product", NULL},
    };
    bs_store *store = make_store();
    for (size_t i = 0; i < BS_COUNT(cases); i++) {
        bs_arena arena = BS_ARENA_INIT;
        bs_str near[BS_STORE_NEAREST_MAX];
        size_t count = 0;
        assert_int_equal(
            bs_store_nearest(near, &count, &arena, store, bs_str_from(cases[i].typed), NULL),
            BS_OK);
        assert_int_equal(count > 0, cases[i].first != NULL);
        if (count > 0) assert_str(near[0], cases[i].first);
        bs_arena_deinit(&arena);
    }
    bs_arena arena = BS_ARENA_INIT;
    bs_stored_series got;
    bs_error err = BS_ERROR_INIT;
    bs_status status = bs_store_get(&got, &arena, store, BS_STR("Trade/Exprots@Korea"), NULL, &err);
    assert_int_equal(status, BS_E_NOT_FOUND);
    assert_string_equal(err.message,
                        "there is no series 'Trade/Exprots@Korea'; did you mean "
                        "'Trade/Exports@Korea', 'Trade/Imports@Korea' or 'Trade/Exports@Japan'?");
    bs_arena_deinit(&arena);
    bs_store_close(store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_one_is_wanted),
        cmocka_unit_test(test_did_you_mean),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
