// SPDX-License-Identifier: GPL-3.0-or-later
// Years as the tables of offices and yearbooks have them: in two calendars, "令和２年（2020年）",
// "３（2021）", "2020（令和２）", or with their digits apart, "2 0 2 0".
#include "engine/base/utf8.h"
#include "engine/extract/time_internal.h"
#include "engine/extract/words.h"

static bool is_gregorian(bs_str text)
{
    return bs_list_starts(text, "18|19|20") && text.len >= 4 && bs__digit_here(text, 2) &&
           bs__digit_here(text, 3);
}

// "令和２年", "平成元", "３", "３年": the year of an era, whose name may be printed further up.
static bool is_of_era(bs_str text)
{
    enum { DIGITS_MAX = 2 };
    if (bs_list_starts(text, "令和|平成|昭和|大正|明治|民國|民国")) return true;
    if (bs_list_ends(text, "年度")) text.len -= strlen("年度");
    if (bs_list_ends(text, "年")) text.len -= strlen("年");
    size_t digits = 0;
    for (size_t at = 0; at < text.len; digits++) {
        bs_rune rune = bs_utf8_decode(text, at);
        uint32_t code = bs_rune_fold_width(rune.code);
        if (code < '0' || code > '9') return false;
        at += rune.len;
    }
    return digits > 0 && digits <= DIGITS_MAX;
}

bool bs__time_of_two_calendars(bs_time_text *out, bs_str text, bs_lang lang)
{
    if (!bs_list_ends(text, ")|）") || (lang != BS_LANG_JA && lang != BS_LANG_ZH)) return false;
    size_t open = bs_str_find(text, BS_STR("（"), 0), len = strlen("（");
    if (open == SIZE_MAX) open = bs_str_find(text, BS_STR("("), 0), len = 1;
    size_t close = bs_str_ends(text, BS_STR(")")) ? 1 : strlen("）");
    if (open == SIZE_MAX || open == 0 || open + len + close > text.len) return false;
    bs_str front = bs_str_trim(bs_str_slice(text, 0, open));
    bs_str inside = bs_str_trim(bs_str_slice(text, open + len, text.len - close));
    bool behind = is_gregorian(inside) && is_of_era(front);
    if (!behind && !(is_gregorian(front) && is_of_era(inside))) return false;
    bs_time_text time;
    if (!bs_scan_time(&time, behind ? inside : front, lang)) return false;
    if (time.from.year == 0 || time.from.month != 0 || time.from.quarter != 0) return false;
    *out = time;
    return true;
}

bool bs__time_of_digits_apart(bs_time_text *out, bs_str text)
{
    enum { BYTES = 7, TEN = 10 };
    if (text.len != BYTES || !bs_list_starts(text, "1 9 |2 0 ")) return false;
    int year = 0;
    for (size_t i = 0; i < text.len; i++) {
        bool digit = text.ptr[i] >= '0' && text.ptr[i] <= '9';
        if (digit != (i % 2 == 0) || (!digit && text.ptr[i] != ' ')) return false;
        if (digit) year = year * TEN + (text.ptr[i] - '0');
    }
    *out = (bs_time_text){.from = {.year = year}, .status = BS_STATUS_ACTUAL};
    return true;
}
