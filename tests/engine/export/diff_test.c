// SPDX-License-Identifier: GPL-3.0-or-later
// The expected texts are what GNU diff 3.8 -u prints for the same two files, with the times of
// their headers left out.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/export/diff.h"

typedef struct sample {
    const char *path;
    const char *before;
    const char *after;
    const char *diff;
} sample;

static const sample samples[] = {
    {"f", "", "", ""},
    {"f", "1\n", "1\n", ""},
    {"f", "1\n", "2\n", "--- f\n+++ f\n@@ -1 +1 @@\n-1\n+2\n"},
    {"my file", "1\n", "2\n", "--- my file\t\n+++ my file\t\n@@ -1 +1 @@\n-1\n+2\n"},
    {"f", "a\r\n1\r\n", "a\r\n2\r\n", "--- f\n+++ f\n@@ -1,2 +1,2 @@\n a\r\n-1\r\n+2\r\n"},
    {"f", "a\n1", "a\n2",
     "--- f\n+++ f\n@@ -1,2 +1,2 @@\n a\n-1\n\\ No newline at end of file\n"
     "+2\n\\ No newline at end of file\n"},
    {"f", "a\nb\nc\nd\n1\n2\ne\nf\ng\nh\n", "a\nb\nc\nd\n3\n4\ne\nf\ng\nh\n",
     "--- f\n+++ f\n@@ -2,8 +2,8 @@\n b\n c\n d\n-1\n-2\n+3\n+4\n e\n f\n g\n"},
    // Six equal lines between two changes are the context of both; seven part them.
    {"f", "1\na\nb\nc\nd\ne\nf\n2\n", "3\na\nb\nc\nd\ne\nf\n4\n",
     "--- f\n+++ f\n@@ -1,8 +1,8 @@\n-1\n+3\n a\n b\n c\n d\n e\n f\n-2\n+4\n"},
    {"f", "1\na\nb\nc\nd\ne\nf\ng\n2\n", "3\na\nb\nc\nd\ne\nf\ng\n4\n",
     "--- f\n+++ f\n@@ -1,4 +1,4 @@\n-1\n+3\n a\n b\n c\n@@ -6,4 +6,4 @@\n e\n f\n g\n-2\n+4\n"},
};

static void as_diff_prints(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof samples / sizeof samples[0]; i++) {
        const sample *it = &samples[i];
        bs_buffer out = BS_BUFFER_INIT;
        bs_diff_write(&out, bs_str_from(it->path), bs_str_from(it->before), bs_str_from(it->after));
        bs_buffer_add_char(&out, '\0');
        assert_int_equal(bs_buffer_status(&out, NULL), BS_OK);
        assert_string_equal(out.ptr, it->diff);
        bs_buffer_deinit(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(as_diff_prints)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
