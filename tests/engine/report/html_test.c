// SPDX-License-Identifier: GPL-3.0-or-later
// Text that would be more than text, and base64.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/base/array.h"
#include "engine/report/html.h"

static void test_markup_stays_text(void **state)
{
    (void)state;
    static const struct {
        bs_str text;
        const char *expected;
    } cases[] = {
        {BS_STR_INIT("a < b & c > d"), "a &lt; b &amp; c &gt; d"},
        {BS_STR_INIT("</text><script>alert(1)</script>"),
         "&lt;/text&gt;&lt;script&gt;alert(1)&lt;/script&gt;"},
        {BS_STR_INIT("\" onclick='x'"), "&quot; onclick=&#39;x&#39;"},
        {BS_STR_INIT("연산력 규모 万元"), "연산력 규모 万元"},
        {BS_STR_INIT("tab\there\nline"), "tab\there\nline"},
        // U+202E turns the direction of writing, ESC drives a terminal, U+0085 ends a line.
        {BS_STR_INIT("1\xE2\x80\xAE"
                     "23"),
         "1\\u202e23"},
        {BS_STR_INIT("\x1B[31m"), "\\u001b[31m"},
        {BS_STR_INIT("a\xC2\x85"
                     "b"),
         "a\\u0085b"},
        {BS_STR_INIT("nul\0byte"), "nul\\u0000byte"},
        {BS_STR_INIT("broken \xFF byte"), "broken \xEF\xBF\xBD byte"},
        // A joiner has no width and no direction: emoji and several scripts need it.
        {BS_STR_INIT("a\xE2\x80\x8D"
                     "b"),
         "a\xE2\x80\x8D"
         "b"},
        {BS_STR_INIT("&lt;"), "&amp;lt;"},
    };
    for (size_t i = 0; i < BS_COUNT(cases); i++) {
        bs_buffer out = BS_BUFFER_INIT;
        bs_html_text(&out, cases[i].text);
        assert_string_equal(out.ptr, cases[i].expected);
        bs_buffer_deinit(&out);
    }
}

static void test_attributes(void **state)
{
    (void)state;
    bs_buffer out = BS_BUFFER_INIT;
    bs_html_attribute(&out, "title", BS_STR("say \"yes\""));
    bs_html_attribute(&out, "lang", (bs_str){NULL, 0});
    assert_string_equal(out.ptr, " title=\"say &quot;yes&quot;\"");
    bs_buffer_deinit(&out);
}

// RFC 4648, section 10.
static void test_base64(void **state)
{
    (void)state;
    static const char *const vectors[][2] = {
        {"f", "Zg=="},        {"fo", "Zm8="},        {"foo", "Zm9v"},
        {"foob", "Zm9vYg=="}, {"fooba", "Zm9vYmE="}, {"foobar", "Zm9vYmFy"},
    };
    for (size_t i = 0; i < BS_COUNT(vectors); i++) {
        bs_buffer out = BS_BUFFER_INIT;
        bs_html_base64(&out, bs_str_from(vectors[i][0]));
        assert_string_equal(out.ptr, vectors[i][1]);
        bs_buffer_deinit(&out);
    }
    bs_buffer empty = BS_BUFFER_INIT;
    bs_html_base64(&empty, (bs_str){NULL, 0});
    assert_int_equal(empty.len, 0);
    bs_buffer_deinit(&empty);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_markup_stays_text),
        cmocka_unit_test(test_attributes),
        cmocka_unit_test(test_base64),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
