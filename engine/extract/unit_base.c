// SPDX-License-Identifier: GPL-3.0-or-later
// The base of an index number as its unit: "2030 = 100".
#include "engine/base/utf8.h"
#include "engine/extract/scan_internal.h"
#include "engine/extract/unit_text_internal.h"
#include "engine/extract/words.h"

bool bs__unit_index_base(bs__unit_found *out, bs_str text, size_t at, size_t end)
{
    bs_str inside = bs_str_slice(text, at, end);
    size_t equals = bs_str_find(inside, BS_STR("="), 0);
    size_t len = 1;
    if (equals == SIZE_MAX) {
        equals = bs_str_find(inside, BS_STR("＝"), 0);
        len = 3;
    }
    if (equals == SIZE_MAX) return false;
    bs_str behind = bs_str_trim(bs_str_slice(inside, equals + len, inside.len));
    if (!bs_str_starts(behind, BS_STR("100")) && !bs_str_starts(behind, BS_STR("１００")))
        return false;
    // "构成（合计=100）": parts of all, and no index.
    static const char wholes[] = "合计|总计|總計|合計|総数|総計|全体|전체|합계|총계|계|total|Total|"
                                 "TOTAL|GDP";
    bs_str base = bs_str_trim(bs_str_slice(inside, 0, equals));
    bool part = bs_list_is(base, wholes);
    *out = (bs__unit_found){
        .code = part ? BS_STR("%") : BS_STR("index"), .end = end, .measured = true};
    return true;
}

// The length of the text without the comma at its end; 0 where there is none.
static size_t before_comma(bs_str text)
{
    if (!bs_list_ends(text, ",|，|、")) return 0;
    return text.len - bs_utf8_decode_before(text, text.len).len;
}

// Where the base begins that a year heads; `name` is what stands in front of the year.
static size_t behind_name(bs_str name)
{
    size_t comma = before_comma(name);
    if (comma > 0) return comma;
    bs_str bare = name; // "Prices, index 2030 = 100"
    if (bs_list_ends(name, " index| Index")) bare.len -= strlen("index");
    if (bs_list_ends(name, " base| Base")) bare.len -= strlen("base");
    comma = before_comma(bs_str_trim(bare));
    return comma > 0 ? comma : name.len;
}

size_t bs__unit_base_start(bs_str text)
{
    enum { YEAR_DIGITS = 4 };
    size_t equals = bs_str_find(text, BS_STR("="), 0), digits = 0;
    if (equals == SIZE_MAX) equals = bs_str_find(text, BS_STR("＝"), 0);
    for (size_t at = equals == SIZE_MAX ? 0 : equals; at-- > 0;) {
        size_t comma = before_comma(bs_str_slice(text, 0, at + 1));
        if (comma > 0) return comma;
        digits = bs_is_digit(text.ptr[at]) ? digits + 1 : 0;
        bool whole = at == 0 || !bs_is_digit(text.ptr[at - 1]);
        if (digits == YEAR_DIGITS && whole)
            return behind_name(bs_str_trim(bs_str_slice(text, 0, at)));
    }
    return 0;
}
