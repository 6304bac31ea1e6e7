// SPDX-License-Identifier: GPL-3.0-or-later
// The pictures are drawn by hand: two columns for a Hangul syllable or an ideograph, two for a tab.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/cli/message.h"

static void expect(size_t width, bs_snippet snippet, const char *picture)
{
    bs_stream stream = {.fd = -1, .width = width, .terminal = width != BS_WIDTH_OTHER};
    bs_snippet_write(&stream, &snippet);
    bs_str text = bs_buffer_str(&stream.pending);
    if (!bs_str_equal(text, bs_str_from(picture))) {
        print_error("got:\n%.*sexpected:\n%s", BS_STR_ARG(text), picture);
        fail();
    }
    bs_stream_deinit(&stream);
}

// A snippet of `line` with carets under its first `part`.
static bs_snippet mark(const char *line, const char *part, const char *hint)
{
    bs_snippet snippet = {.line = bs_str_from(line), .number = 7, .hint = bs_str_from(hint)};
    snippet.mark.start = bs_str_find(snippet.line, bs_str_from(part), 0);
    snippet.mark.end = snippet.mark.start + strlen(part);
    return snippet;
}

static void test_carets_stand_under_the_columns_of_a_terminal(void **state)
{
    (void)state;
    expect(BS_WIDTH_OTHER, mark("a 12 b", "12", NULL),
           "    7 | a 12 b\n"
           "      |   ^^\n");
    expect(BS_WIDTH_OTHER, mark("연산력\t규모\t206", "206", "260?"),
           "    7 | 연산력  규모  206\n"
           "      |               ^^^ 260?\n");
    expect(BS_WIDTH_OTHER, mark("增长 约三成 ！", "约三成", NULL),
           "    7 | 增长 约三成 ！\n"
           "      |      ^^^^^^\n");
}

static void test_an_empty_mark_gets_one_caret(void **state)
{
    (void)state;
    bs_snippet snippet = {.line = BS_STR("2024,5"), .number = 3, .mark = {6, 6}};
    expect(BS_WIDTH_OTHER, snippet,
           "    3 | 2024,5\n"
           "      |       ^\n");
    snippet = (bs_snippet){.line = {NULL, 0}, .number = 3};
    expect(BS_WIDTH_OTHER, snippet,
           "    3 |\n"
           "      | ^\n");
}

static void test_other_places_of_the_line_get_tildes(void **state)
{
    (void)state;
    static const bs_mark also[] = {{0, 3}, {9, 12}};
    bs_snippet snippet = {.line = BS_STR("220\t206 x 300"),
                          .number = 12345,
                          .mark = {4, 7},
                          .also = also,
                          .also_count = 2,
                          .hint = BS_STR("?")};
    expect(BS_WIDTH_OTHER, snippet,
           "12345 | 220  206 x 300\n"
           "      | ~~~  ^^^  ~~~ ?\n");
}

static void test_what_could_drive_a_terminal_is_shown_as_codes(void **state)
{
    (void)state;
    expect(BS_WIDTH_OTHER, mark("a\x1b]0;x\x07 5", "5", NULL),
           "    7 | a\\x1b]0;x\\x07 5\n"
           "      |               ^\n");
    expect(BS_WIDTH_OTHER, mark("a\u202e 5\xff", "5", NULL),
           "    7 | a\\u202e 5\\xff\n"
           "      |         ^\n");
}

// 48 columns leave 40 for the line, and a third of them, 13, is kept free behind the mark, which
// ends before column 43: so columns 16 to 55 are shown, the first and the last of them as dots.
static void test_of_a_wide_line_the_surroundings_are_shown(void **state)
{
    (void)state;
    const char *line = "0123456789012345678901234567890123456789ABC012345678901234567890123456789";
    expect(48, mark(line, "ABC", NULL),
           "    7 | …78901234567890123456789ABC012345678901…\n"
           "      |                         ^^^\n");
}

// A wide character that an edge would cut gives way to a blank.
static void test_no_character_is_cut_in_half(void **state)
{
    (void)state;
    const char *line = "가나다라마바사아자차카타파하가나다라마5바사아자차카타파하";
    expect(40, mark(line, "5", NULL),
           "    7 | …차카타파하가나다라마5바사아자 …\n"
           "      |                      ^\n");
}

static void test_a_hint_that_does_not_fit_goes_below(void **state)
{
    (void)state;
    expect(48, mark("12345 78", "78", "the sum of the parts is 87, not 78"),
           "    7 | 12345 78\n"
           "      |       ^^\n"
           "      |       the sum of the parts is 87, not 78\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_carets_stand_under_the_columns_of_a_terminal),
        cmocka_unit_test(test_an_empty_mark_gets_one_caret),
        cmocka_unit_test(test_other_places_of_the_line_get_tildes),
        cmocka_unit_test(test_what_could_drive_a_terminal_is_shown_as_codes),
        cmocka_unit_test(test_of_a_wide_line_the_surroundings_are_shown),
        cmocka_unit_test(test_no_character_is_cut_in_half),
        cmocka_unit_test(test_a_hint_that_does_not_fit_goes_below),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
