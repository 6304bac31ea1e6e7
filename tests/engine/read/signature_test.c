// SPDX-License-Identifier: GPL-3.0-or-later
// First bytes as the formats' own specifications give them (ISO 32000 for PDF, APPNOTE for ZIP,
// MS-CFB for compound files).
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/read/signature.h"

static const char *what_of(bs_str bytes)
{
    const bs_signature *found = bs_read_signature(bytes);
    return found != NULL ? found->what : "text";
}

static void binary_files_are_told(void **state)
{
    (void)state;
    assert_string_equal(what_of(BS_STR("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")), "a PDF");
    assert_non_null(strstr(what_of(BS_STR("PK\x03\x04\x14\0\6\0")), "XLSX"));
    assert_non_null(strstr(what_of(BS_STR("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0")), "HWP"));
    assert_string_equal(what_of(BS_STR("a,b\n1,\0\n2,3\n4,5\n6,7,8,9,10\n")), "binary");
    assert_string_equal(what_of(BS_STR("\xC0\0\xC1\xFF\0")), "binary");
}

static void text_is_not(void **state)
{
    (void)state;
    assert_null(bs_read_signature(BS_STR("")));
    assert_null(bs_read_signature(BS_STR("PDF files are refused\n")));
    assert_null(bs_read_signature(BS_STR("연도,값\n2020,1\n")));
    assert_null(bs_read_signature(BS_STR("\xBF\xAC\xB5\xB5,\xB0\xAA\n2020,1\n"))); // CP949
    assert_null(bs_read_signature(BS_STR("t^,\0\x12\xAC\n\0"
                                         "1\0,\0"
                                         "2\0\n\0"))); // UTF-16LE without a mark
    assert_null(bs_read_signature(BS_STR("\xFF\xFE\0\0"
                                         "1\0\0\0"))); // UTF-32LE
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(binary_files_are_told),
        cmocka_unit_test(text_is_not),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
