// SPDX-License-Identifier: GPL-3.0-or-later
//
// The whole way from bytes to findings on sixteen documents: four of scripts/make-planted (seed 3),
// one a language, and twelve bulletins. planted/truth.jsonl says where a slip was planted and where
// something only looks wrong.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "engine/analyze/check.h"
#include "engine/base/file.h"
#include "engine/extract/extract.h"
#include "engine/read/reader.h"

enum { DOCUMENTS = 16, TRUTHS_MAX = 400, NAME_SIZE = 32 };

typedef struct truth {
    char file[NAME_SIZE];
    bool planted;
    uint32_t line;
    uint32_t column;
    uint32_t end_column;
    bool located;
} truth;

static truth truths[TRUTHS_MAX];
static size_t truth_count;

static uint32_t number_of(bs_str line, const char *key)
{
    size_t at = bs_str_find(line, bs_str_from(key), 0);
    assert_true(at != SIZE_MAX);
    return (uint32_t)strtoul(line.ptr + at + strlen(key), NULL, 10);
}

static void read_truth(void)
{
    bs_buffer content = BS_BUFFER_INIT;
    assert_int_equal(bs_file_read("planted/truth.jsonl", &content, NULL), BS_OK);
    bs_str rest = bs_buffer_str(&content);
    bs_str line;
    while (bs_str_next(&rest, '\n', &line)) {
        size_t file = bs_str_find(line, BS_STR("\"file\": \""), 0);
        assert_true(file != SIZE_MAX && truth_count < TRUTHS_MAX);
        truth *t = &truths[truth_count++];
        snprintf(t->file, sizeof t->file, "%.10s", line.ptr + file + 9);
        t->planted = bs_str_find(line, BS_STR("\"kind\": \"planted\""), 0) != SIZE_MAX;
        t->line = number_of(line, "\"line\": ");
        t->column = number_of(line, "\"column\": ");
        t->end_column = number_of(line, "\"end_column\": ");
    }
    bs_buffer_deinit(&content);
}

// Marks what a finding stands on; returns false when it is an error that stands on no planted slip.
static bool mark(const char *file, const bs_finding *finding)
{
    bool excused = finding->severity != BS_ERROR;
    for (size_t i = 0; i < truth_count; i++) {
        truth *t = &truths[i];
        if (strcmp(t->file, file) != 0 || t->line != finding->origin.line) continue;
        if (t->column > finding->origin.end_column || t->end_column < finding->origin.column)
            continue;
        if (t->planted && finding->severity > BS_NOTE) t->located = true;
        if (t->planted) excused = true;
    }
    return excused;
}

static size_t check_document(const char *file)
{
    char path[64];
    snprintf(path, sizeof path, "planted/%s", file);
    bs_arena arena = BS_ARENA_INIT;
    bs_buffer content = BS_BUFFER_INIT;
    bs_source source = {0};
    bs_document document = {0};
    bs_reading reading = {0};
    bs_finding_array findings = {0};
    bs_check_options options = {.families = BS_CHECK_RELATIONS};
    assert_int_equal(bs_file_read(path, &content, NULL), BS_OK);
    assert_int_equal(
        bs_source_init(&source, &arena, bs_str_from(path), bs_buffer_str(&content), NULL), BS_OK);
    assert_int_equal(bs_read_text(&document, &arena, &source, BS_LANG_UNKNOWN, NULL), BS_OK);
    assert_int_equal(bs_extract(&reading, &arena, &source, &document, NULL, NULL), BS_OK);
    assert_int_equal(bs_check_run(&findings, &arena, &reading, &options, NULL), BS_OK);
    size_t false_errors = 0;
    for (size_t i = 0; i < findings.count; i++)
        false_errors += !mark(file, &findings.items[i]);
    bs_buffer_deinit(&content);
    bs_arena_deinit(&arena);
    return false_errors;
}

// A slip in one of two numbers that explain a failure equally well may be put down to the other, so
// that a tenth may be missed, each with an error elsewhere; a decoy is never an error.
static void planted_slips_are_found(void **state)
{
    (void)state;
    read_truth();
    size_t false_errors = 0;
    for (int i = 1; i <= DOCUMENTS; i++) {
        char file[NAME_SIZE];
        snprintf(file, sizeof file, "doc-%02d.txt", i);
        false_errors += check_document(file);
    }
    size_t planted = 0;
    size_t located = 0;
    for (size_t i = 0; i < truth_count; i++) {
        planted += truths[i].planted;
        located += truths[i].planted && truths[i].located;
    }
    print_message("%zu of %zu located, %zu false errors\n", located, planted, false_errors);
    assert_int_equal(planted, 63);
    assert_true(located >= 53);
    assert_true(false_errors <= 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(planted_slips_are_found)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
