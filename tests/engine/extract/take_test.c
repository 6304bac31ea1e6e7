// SPDX-License-Identifier: GPL-3.0-or-later
// Quantities that are handed over as they are read are those of the whole reading.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/base/file.h"
#include "engine/extract/extract.h"
#include "engine/read/reader.h"

// The same document, all at once and in parts.
typedef struct comparison {
    const bs_quantity_array *whole;
    size_t taken; // quantities that have been compared
    size_t parts;
    size_t longest;
} comparison;

static void assert_same_text(bs_str a, bs_str b)
{
    if (!bs_str_equal(a, b)) fail_msg("'%.*s' is not '%.*s'", BS_STR_ARG(a), BS_STR_ARG(b));
}

static void assert_same(const bs_quantity *part, const bs_quantity *whole, size_t first)
{
    assert_ptr_equal(part->text.ptr, whole->text.ptr);
    assert_same_text(part->text, whole->text);
    assert_same_text(part->unit, whole->unit);
    assert_same_text(part->indicator, whole->indicator);
    assert_same_text(part->subject, whole->subject);
    assert_true(bs_decimal_equal(part->value, whole->value));
    assert_true(bs_period_equal(part->period, whole->period));
    assert_int_equal(part->kind, whole->kind);
    assert_int_equal(part->role, whole->role);
    assert_int_equal(part->status, whole->status);
    assert_int_equal(part->qualifier, whole->qualifier);
    assert_int_equal(part->origin.line, whole->origin.line);
    assert_int_equal(part->origin.column, whole->origin.column);
    assert_int_equal(part->origin.table, whole->origin.table);
    assert_int_equal(part->of == BS_NO_QUANTITY ? part->of : part->of + first, whole->of);
}

static bs_status compare(void *state, const bs_reading *part, bs_error *err)
{
    (void)err;
    comparison *all = state;
    assert_int_equal(part->series.count, 0);
    assert_true(all->taken + part->quantities.count <= all->whole->count);
    for (size_t i = 0; i < part->quantities.count; i++) {
        assert_same(&part->quantities.items[i], &all->whole->items[all->taken + i], all->taken);
    }
    if (part->quantities.count > all->longest) all->longest = part->quantities.count;
    all->taken += part->quantities.count;
    all->parts++;
    return BS_OK;
}

// Reads `text` twice; how it came in parts.
static comparison read_twice(bs_str text, bs_period published)
{
    bs_arena arena = BS_ARENA_INIT;
    bs_source source;
    bs_document document;
    bs_reading whole, rest;
    bs_extract_options options = BS_EXTRACT_OPTIONS_INIT;
    options.published = published;
    assert_int_equal(bs_source_init(&source, &arena, BS_STR("x.txt"), text, NULL), BS_OK);
    assert_int_equal(bs_read_text(&document, &arena, &source, BS_LANG_UNKNOWN, NULL), BS_OK);
    assert_int_equal(bs_extract(&whole, &arena, &source, &document, &options, NULL), BS_OK);
    comparison all = {.whole = &whole.quantities};
    options.take = compare;
    options.take_state = &all;
    assert_int_equal(bs_extract(&rest, &arena, &source, &document, &options, NULL), BS_OK);
    assert_int_equal(rest.quantities.count, 0);
    assert_int_equal(all.taken, whole.quantities.count);
    all.whole = NULL;
    bs_arena_deinit(&arena);
    return all;
}

static void documents_come_section_by_section(void **state)
{
    (void)state;
    static const char *const paths[] = {"../datasets/harbour-weekly-ko.txt",
                                        "../datasets/energy-brief-en.md", "planted/doc-01.txt",
                                        "planted/doc-02.txt", "planted/doc-03.txt"};
    for (size_t i = 0; i < BS_COUNT(paths); i++) {
        bs_buffer bytes = BS_BUFFER_INIT;
        assert_int_equal(bs_file_read(paths[i], &bytes, NULL), BS_OK);
        comparison all = read_twice(bs_buffer_str(&bytes), BS_PERIOD_NONE);
        assert_true(all.parts > 1);
        bs_buffer_deinit(&bytes);
    }
}

// A section that names one time dates what stands before it, so that it is kept together; one that
// names two is not.
static void a_section_waits_for_its_time(void **state)
{
    (void)state;
    bs_period day;
    assert_int_equal(bs_period_day(&day, (bs_date){2024, 6, 14}, NULL), BS_OK);
    for (int two = 0; two < 2; two++) {
        bs_buffer text = BS_BUFFER_INIT;
        bs_buffer_add(&text, BS_STR("# 수출 현황\n\n2023년 수출은 5억 달러이다.\n\n"));
        if (two) bs_buffer_add(&text, BS_STR("2022년 수출은 4억 달러이다.\n\n"));
        for (int i = 0; i < 3000; i++)
            bs_buffer_add(&text, BS_STR("수입은 31억 달러, 수출은 42억 달러이다.\n\n"));
        comparison all = read_twice(bs_buffer_str(&text), day);
        assert_int_equal(all.parts > 1, two == 1);
        assert_true(two ? all.longest < 2000 : all.longest > 6000);
        bs_buffer_deinit(&text);
    }
}

static bs_status refuse(void *state, const bs_reading *part, bs_error *err)
{
    (void)part;
    ++*(int *)state;
    return bs_fail(err, BS_E_IO, "full");
}

static void a_refusal_ends_the_reading(void **state)
{
    (void)state;
    bs_arena arena = BS_ARENA_INIT;
    bs_source source;
    bs_document document;
    bs_reading rest;
    int count = 0;
    bs_str text = BS_STR("# A\n\n수출은 5억 달러이다.\n\n# B\n\n수입은 4억 달러이다.\n");
    bs_extract_options options = BS_EXTRACT_OPTIONS_INIT;
    options.take = refuse;
    options.take_state = &count;
    assert_int_equal(bs_source_init(&source, &arena, BS_STR("x.txt"), text, NULL), BS_OK);
    assert_int_equal(bs_read_text(&document, &arena, &source, BS_LANG_UNKNOWN, NULL), BS_OK);
    assert_int_equal(bs_extract(&rest, &arena, &source, &document, &options, NULL), BS_E_IO);
    assert_int_equal(count, 1);
    bs_arena_deinit(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(documents_come_section_by_section),
        cmocka_unit_test(a_section_waits_for_its_time),
        cmocka_unit_test(a_refusal_ends_the_reading),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
