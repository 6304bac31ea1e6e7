// SPDX-License-Identifier: GPL-3.0-or-later
// What heads say of other columns: by which letters they are worked out, which years they compare.
#include "engine/base/utf8.h"
#include "engine/extract/grid_internal.h"
#include "engine/extract/words.h"

// "(A)", "(B-A)", "（①）": by what a column is called in the heads of others. The bytes in front of
// such a bracket at the end of a head; its length where there is none.
static size_t without_reference(bs_str text)
{
    enum { SIGNS_MAX = 9 };
    static const bs_str pairs[][2] = {{BS_STR_INIT("("), BS_STR_INIT(")")},
                                      {BS_STR_INIT("（"), BS_STR_INIT("）")}};
    for (size_t i = 0; i < BS_COUNT(pairs); i++) {
        if (!bs_str_ends(text, pairs[i][1])) continue;
        size_t open = text.len, end = text.len - pairs[i][1].len, letters = 0, signs = 0;
        while (open > 0 && !bs_str_ends(bs_str_slice(text, 0, open), pairs[i][0]))
            open--;
        if (open == 0) return text.len;
        for (size_t at = open; at < end; signs++) {
            bs_rune rune = bs_utf8_decode(text, at);
            uint32_t plain =
                rune.code >= 0xFF21 && rune.code <= 0xFF5A ? rune.code - 0xFEE0 : rune.code;
            bool letter = (plain | 0x20) >= 'a' && (plain | 0x20) <= 'z';
            letters = letter ? letters + 1 : 0;
            bool circled = rune.code >= 0x2460 && rune.code <= 0x24E9;
            bool sign = rune.code < 0x80 && strchr("+-*/= ", (int)rune.code) != NULL;
            bool wide = rune.code == 0xFF0D || rune.code == 0xFF0F || rune.code == 0x2212 ||
                        rune.code == 0x2013;
            if (letters > 1 || (!letter && !circled && !sign && !wide)) return text.len;
            at += rune.len;
        }
        return signs > 0 && signs <= SIGNS_MAX ? open - pairs[i][0].len : text.len;
    }
    return text.len;
}

// The same of several: "(A)-(B)", "增減額 (A)－(B)".
size_t bs__without_references(bs_str text)
{
    static const char signs[] = "-|+|/|*|−|–|－|＋|÷|×|／|=|＝";
    size_t end = text.len, next = without_reference(text);
    while (next < end) {
        end = next;
        bs_str rest = bs_str_trim(bs_str_slice(text, 0, end));
        while (bs_list_ends(rest, signs))
            rest = bs_str_trim(
                bs_str_slice(rest, 0, rest.len - bs_utf8_decode_before(rest, rest.len).len));
        next = without_reference(rest);
        if (next == rest.len) break;
    }
    return end;
}

bool bs__runs_to_month(bs_str text)
{
    static const char fronts[] = "1至当月|1至本月|1-当月|1-本月|1—当月|1—本月|1－当月|1－本月|"
                                 "1～当月|1～本月|1~当月|1~本月|1月至当月|1月至本月";
    return bs_list_starts(bs_str_trim(text), fronts);
}

bool bs__compared_years(bs_str text, size_t *start, size_t *end)
{
    size_t at = bs_str_find(text, BS_STR("/"), 0), first = at, last = at + 1;
    if (at == SIZE_MAX) return false;
    int years[2] = {0};
    for (; first > 0 && text.ptr[first - 1] >= '0' && text.ptr[first - 1] <= '9'; first--)
        ;
    for (size_t i = first; i < at && at - first <= 4; i++)
        years[0] = years[0] * 10 + (text.ptr[i] - '0');
    for (; last < text.len && text.ptr[last] >= '0' && text.ptr[last] <= '9'; last++)
        years[1] = years[1] * 10 + (text.ptr[last] - '0');
    size_t before = at - first, behind = last - at - 1;
    bool sized = (before == 4 || before == 2) && (behind == before || behind == 2);
    bool other = last < text.len && text.ptr[last] == '/';
    *start = first;
    *end = last;
    return sized && !other && years[1] % 100 == (years[0] + 99) % 100;
}
