// SPDX-License-Identifier: GPL-3.0-or-later
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/analyze/repair.h"

// --- how a value is printed ----------------------------------------------------------------------

typedef struct print {
    const char *printed;
    const char *proposed;
    const char *result; // NULL: refused
} print;

static const print prints[] = {
    {"1,150", "1,100", "1,100"},
    {"１，１５０", "1,100", "１，１００"},
    {"１1５", "125", "１2５"}, // every digit as wide as the one before
    {"１２．５", "1.25", "１．２５"},
    {"１２.５", "1.25", "１.２５"}, // full-width digits with an ASCII point
    {"１５", "115", "１１５"},
    {"1 234", "1 243", "1 243"}, // no-break space
    {"△3.2", "△2.3", "△2.3"},
    {"3.2", "-3.2", "-3.2"},
    {"(3.2)", "3.2", "3.2"},
    {"2조 2,385억 원", "2조 2,358억 원", "2조 2,358억 원"},
    {"37.5만", "37.5억", NULL},
    {"12%", "12", NULL},
    {"三十", "30", NULL},
    {"5월", "6일", NULL},
};

static void a_value_is_printed_like_the_old_one(void **state)
{
    (void)state;
    bs_arena arena = BS_ARENA_INIT;
    for (size_t i = 0; i < BS_COUNT(prints); i++) {
        bs_str out = bs_repair_print(&arena, bs_str_from(prints[i].printed),
                                     bs_str_from(prints[i].proposed));
        if (prints[i].result == NULL) {
            assert_null(out.ptr);
            continue;
        }
        assert_non_null(out.ptr);
        assert_string_equal(bs_arena_copy(&arena, out), prints[i].result);
    }
    bs_arena_deinit(&arena);
}

// --- which are made ------------------------------------------------------------------------------

// A text of numbers, each of which is named by its first character.
typedef struct bench {
    bs_arena arena;
    bs_source source;
    bs_finding_array findings;
    bs_repair_array repairs;
} bench;

static void bench_init(bench *b, const char *text)
{
    *b = (bench){.source = {.path = BS_STR("t")}};
    bs_str path = BS_STR("t");
    assert_int_equal(bs_source_init(&b->source, &b->arena, path, bs_str_from(text), NULL), BS_OK);
}

static bs_origin origin_of(const bench *b, const char *part)
{
    const char *at = strstr(b->source.text.ptr, part);
    assert_non_null(at);
    return bs_source_locate(&b->source, (bs_str){at, strlen(part)});
}

static bs_finding *report(bench *b, const char *code, const char *observed, const char *proposed,
                          double probability)
{
    bs_finding *finding = BS_PUSH(&b->arena, &b->findings);
    assert_non_null(finding);
    bs_proposal proposal = {bs_str_from(proposed), probability, "substitute"};
    *finding = (bs_finding){.code = code,
                            .severity = BS_ERROR,
                            .probability = .99,
                            .source = &b->source,
                            .origin = origin_of(b, observed),
                            .observed = bs_str_from(observed),
                            .proposals = {proposal},
                            .proposal_count = 1};
    return finding;
}

static void relate(bench *b, bs_finding *finding, const char *part)
{
    bs_related *related = BS_PUSH(&b->arena, &finding->related);
    assert_non_null(related);
    *related = (bs_related){.origin = origin_of(b, part), .text = bs_str_from(part)};
}

static void list(bench *b)
{
    assert_int_equal(bs_repair_list(&b->repairs, &b->arena, &b->findings, .9, NULL), BS_OK);
}

static void expect(const bench *b, size_t index, const char *place, const char *text, bool made)
{
    assert_true(index < b->repairs.count);
    const bs_repair *repair = &b->repairs.items[index];
    assert_true(bs_str_equal(repair->place, bs_str_from(place)));
    assert_true(bs_str_equal(repair->text, bs_str_from(text)));
    assert_int_equal(repair->refused == NULL, made);
}

static void probable_ones_in_the_order_of_the_text(void **state)
{
    (void)state;
    bench b;
    bench_init(&b, "10 20 30 40 50");
    report(&b, "dip", "40", "44", .95);
    report(&b, "sum", "20", "22", .9);
    report(&b, "sum", "10", "11", .89);
    report(&b, "dip", "30", "33", .99)->listed_only = true;
    report(&b, "dip", "50", "55", .99)->probability = .7;
    list(&b);
    assert_int_equal(b.repairs.count, 2);
    expect(&b, 0, "20", "22", true);
    expect(&b, 1, "40", "44", true);
    bs_arena_deinit(&b.arena);
}

static void agreement_is_one_repair(void **state)
{
    (void)state;
    bench b;
    bench_init(&b, "10 20");
    report(&b, "dip", "20", "22", .92);
    report(&b, "sum", "20", "22", .97);
    list(&b);
    assert_int_equal(b.repairs.count, 1);
    expect(&b, 0, "20", "22", true);
    assert_true(b.repairs.items[0].probability == .97);
    bs_arena_deinit(&b.arena);
}

static void two_values_for_one_number_are_none(void **state)
{
    (void)state;
    bench b;
    bench_init(&b, "10 20 30");
    report(&b, "dip", "20", "22", .92);
    report(&b, "sum", "20", "25", .97);
    report(&b, "sum", "30", "33", .97);
    list(&b);
    assert_int_equal(b.repairs.count, 3);
    expect(&b, 0, "20", "25", false);
    expect(&b, 1, "20", "22", false);
    expect(&b, 2, "30", "33", true);
    bs_arena_deinit(&b.arena);
}

// The sum holds when either the part or the whole is changed, and fails when both are.
static void a_changed_premise_is_a_contradiction(void **state)
{
    (void)state;
    bench b;
    bench_init(&b, "500 360 240 1150 77");
    relate(&b, report(&b, "sum", "240", "290", .95), "1150");
    report(&b, "dip", "1150", "1100", .95);
    report(&b, "dip", "77", "70", .95);
    list(&b);
    assert_int_equal(b.repairs.count, 3);
    expect(&b, 0, "240", "290", false);
    expect(&b, 1, "1150", "1100", false);
    expect(&b, 2, "77", "70", true);
    bs_arena_deinit(&b.arena);
}

// The neighbours of a series model are weighed, not taken for true.
static void neighbours_may_be_repaired_too(void **state)
{
    (void)state;
    bench b;
    bench_init(&b, "100 12 14 103");
    relate(&b, report(&b, "dip", "12", "102", .95), "14");
    relate(&b, report(&b, "dip", "14", "104", .95), "12");
    list(&b);
    expect(&b, 0, "12", "102", true);
    expect(&b, 1, "14", "104", true);
    bs_arena_deinit(&b.arena);
}

static void exchanges_and_words_are_left(void **state)
{
    (void)state;
    bench b;
    bench_init(&b, "10 20 37.5만");
    report(&b, "dip", "10", "20", .95)->proposals[0].slip = "swap";
    report(&b, "convert", "37.5만", "37.5억", .95);
    list(&b);
    assert_int_equal(b.repairs.count, 2);
    expect(&b, 0, "10", "20", false);
    expect(&b, 1, "37.5만", "37.5억", false);
    bs_arena_deinit(&b.arena);
}

// "up -23.1%" would be nonsense; a minus that was lost in a column is put back.
static void signs_are_left_unless_they_are_the_slip(void **state)
{
    (void)state;
    bench b;
    bench_init(&b, "up 4.7% 3.2 -5.5");
    report(&b, "growth", "4.7%", "-23.1%", .95)->proposals[0].slip = "balance";
    report(&b, "dip", "3.2", "-3.2", .95)->proposals[0].slip = "sign";
    report(&b, "dip", "-5.5", "-5.8", .95);
    list(&b);
    assert_int_equal(b.repairs.count, 3);
    expect(&b, 0, "4.7%", "-23.1%", false);
    expect(&b, 1, "3.2", "-3.2", true);
    expect(&b, 2, "-5.5", "-5.8", true);
    bs_arena_deinit(&b.arena);
}

// The item that a finding is about may be longer than the number: "약 1,204건" for 1,204.
static void the_number_is_found_in_its_item(void **state)
{
    (void)state;
    bench b;
    bench_init(&b, "약 1,204건 7 7");
    report(&b, "dip", "1,204", "1,240", .95)->origin = origin_of(&b, "약 1,204건");
    report(&b, "dip", "7", "8", .95)->origin = origin_of(&b, "7 7");
    list(&b);
    expect(&b, 0, "1,204", "1,240", true);
    expect(&b, 1, "7 7", "8", false); // which of the two?
    bs_arena_deinit(&b.arena);
}

static void nothing_gives_nothing(void **state)
{
    (void)state;
    bench b;
    bench_init(&b, "10");
    list(&b);
    report(&b, "dip", "10", "10", .95);
    report(&b, "dip", "10", "11", .95)->proposal_count = 0;
    list(&b);
    assert_int_equal(b.repairs.count, 0);
    bs_arena_deinit(&b.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_value_is_printed_like_the_old_one),
        cmocka_unit_test(probable_ones_in_the_order_of_the_text),
        cmocka_unit_test(agreement_is_one_repair),
        cmocka_unit_test(two_values_for_one_number_are_none),
        cmocka_unit_test(a_changed_premise_is_a_contradiction),
        cmocka_unit_test(neighbours_may_be_repaired_too),
        cmocka_unit_test(exchanges_and_words_are_left),
        cmocka_unit_test(signs_are_left_unless_they_are_the_slip),
        cmocka_unit_test(the_number_is_found_in_its_item),
        cmocka_unit_test(nothing_gives_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
