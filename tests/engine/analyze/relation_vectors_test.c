// SPDX-License-Identifier: GPL-3.0-or-later
//
// Runs the cases of vectors/relations/*.txt. A case is
//
//     case NAME
//     # where the expected numbers come from
//     published 2023-10-13          (optional)
//     text
//     ...marked text, see relation_reading.h...
//     end
//     expect SEVERITY CODE at "printed" [proposes "text"] [says "words"]...
//     expect nothing
//
// Every expected finding must be there, and nothing else above the severity "note".
#include <glob.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/base/file.h"
#include "tests/engine/analyze/relation_reading.h"

enum { EXPECTED_MAX = 12 };

typedef struct scenario {
    bs_str name;
    bs_str published;
    bs_str text;
    bs_str expected[EXPECTED_MAX];
    size_t expected_count;
} scenario;

// The next part of a line in double quotes behind `key`; empty when there is none.
static bs_str quoted(bs_str line, const char *key, size_t *from)
{
    size_t at = bs_str_find(line, bs_str_from(key), *from);
    if (at == SIZE_MAX) return (bs_str){0};
    size_t open = bs_str_find(line, BS_STR("\""), at);
    size_t close = open == SIZE_MAX ? SIZE_MAX : bs_str_find(line, BS_STR("\""), open + 1);
    if (close == SIZE_MAX) return (bs_str){0};
    *from = close + 1;
    return bs_str_slice(line, open + 1, close);
}

static bs_str first_quoted(bs_str line, const char *key)
{
    size_t from = 0;
    return quoted(line, key, &from);
}

static bool says_all(const bs_finding *finding, bs_str line)
{
    size_t from = 0;
    for (;;) {
        bs_str words = quoted(line, "says", &from);
        if (words.len == 0) return true;
        if (bs_str_find(finding->message, words, 0) == SIZE_MAX) return false;
    }
}

static bool is_expected(const bs_finding *finding, bs_str line)
{
    bs_str rest = bs_str_slice(line, 7, line.len);
    bs_str severity;
    bs_str code;
    if (!bs_str_next(&rest, ' ', &severity) || !bs_str_next(&rest, ' ', &code)) return false;
    if (!bs_str_equal(severity, bs_str_from(bs_severity_name(finding->severity)))) return false;
    if (!bs_str_equal(code, bs_str_from(finding->code))) return false;
    if (!bs_str_equal(first_quoted(line, " at"), finding->observed)) return false;
    bs_str proposal = first_quoted(line, "proposes");
    if (proposal.len > 0 &&
        (finding->proposal_count == 0 || !bs_str_equal(finding->proposals[0].text, proposal)))
        return false;
    return says_all(finding, line);
}

static void print_findings(const scenario *s, const bs_finding_array *findings)
{
    print_error("case %.*s:\n", BS_STR_ARG(s->name));
    for (size_t i = 0; i < findings->count; i++) {
        const bs_finding *f = &findings->items[i];
        print_error("  %s %s at \"%.*s\" (p %.3f): %.*s\n", bs_severity_name(f->severity), f->code,
                    BS_STR_ARG(f->observed), f->probability, BS_STR_ARG(f->message));
        for (size_t k = 0; k < f->proposal_count; k++)
            print_error("    proposes \"%.*s\" (%s, %.3f)\n", BS_STR_ARG(f->proposals[k].text),
                        f->proposals[k].slip, f->proposals[k].probability);
    }
}

static bool run_scenario(const scenario *s)
{
    bs_arena arena = BS_ARENA_INIT;
    bs_reading *reading =
        make_reading(&arena, bs_arena_copy(&arena, s->text),
                     s->published.len ? bs_arena_copy(&arena, s->published) : NULL);
    bs_finding_array findings = {0};
    bs_check_options options = {.families = BS_CHECK_RELATIONS};
    bool good = bs_check_run(&findings, &arena, reading, &options, NULL) == BS_OK;
    size_t serious = 0;
    for (size_t i = 0; i < findings.count; i++)
        serious += findings.items[i].severity > BS_NOTE;
    size_t wanted = 0;
    for (size_t e = 0; e < s->expected_count; e++) {
        if (bs_str_equal(s->expected[e], BS_STR("expect nothing"))) continue;
        bool note = bs_str_starts(s->expected[e], BS_STR("expect note"));
        if (!note) wanted++;
        bool found = false;
        for (size_t i = 0; i < findings.count; i++)
            found = found || is_expected(&findings.items[i], s->expected[e]);
        if (!found) {
            print_error("missing: %.*s\n", BS_STR_ARG(s->expected[e]));
            good = false;
        }
    }
    if (serious != wanted) good = false;
    if (!good) print_findings(s, &findings);
    bs_arena_deinit(&arena);
    return good;
}

// Reads the next case off *rest; false at the end.
static bool next_scenario(bs_str *rest, scenario *out)
{
    bs_str line;
    *out = (scenario){0};
    while (rest->len > 0) {
        bs_str before = *rest;
        bs_str_next(rest, '\n', &line);
        if (bs_str_starts(line, BS_STR("case "))) {
            if (out->name.len > 0) {
                *rest = before;
                return true;
            }
            out->name = bs_str_slice(line, 5, line.len);
        } else if (bs_str_starts(line, BS_STR("published "))) {
            out->published = bs_str_slice(line, 10, line.len);
        } else if (bs_str_equal(line, BS_STR("text"))) {
            size_t end = bs_str_find(*rest, BS_STR("\nend\n"), 0);
            assert_true(end != SIZE_MAX);
            out->text = bs_str_slice(*rest, 0, end + 1);
            *rest = bs_str_slice(*rest, end + 5, rest->len);
        } else if (bs_str_starts(line, BS_STR("expect "))) {
            assert_true(out->expected_count < EXPECTED_MAX);
            out->expected[out->expected_count++] = line;
        }
    }
    return out->name.len > 0;
}

static void every_vector_gives_its_findings(void **state)
{
    (void)state;
    glob_t files;
    assert_int_equal(glob("vectors/relations/*.txt", 0, NULL, &files), 0);
    size_t failed = 0;
    size_t count = 0;
    for (size_t i = 0; i < files.gl_pathc; i++) {
        bs_buffer content = BS_BUFFER_INIT;
        assert_int_equal(bs_file_read(files.gl_pathv[i], &content, NULL), BS_OK);
        bs_str rest = bs_buffer_str(&content);
        scenario s;
        while (next_scenario(&rest, &s)) {
            assert_true(s.expected_count > 0);
            count++;
            if (!run_scenario(&s)) {
                print_error("failed: %s\n", files.gl_pathv[i]);
                failed++;
            }
        }
        bs_buffer_deinit(&content);
    }
    globfree(&files);
    assert_true(count > 0);
    assert_int_equal(failed, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_vector_gives_its_findings)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
