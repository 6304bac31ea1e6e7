// SPDX-License-Identifier: GPL-3.0-or-later
// Heads that say so much money behind their time, without brackets: "2024 US$ million".
#include "engine/core/unit.h"
#include "engine/extract/grid_internal.h"

// "2024 US$ million" in a head: the year of a column and its money, and no amount; 0 for any other
// cell.
int64_t bs__year_of_money(const bs_cell_value *value, bs_str text, bs_lang lang)
{
    bs_unit_text unit;
    enum { YEAR_BYTES = 4, YEAR_LOW = 1800, YEAR_HIGH = 2200 };
    text = bs_str_trim(text);
    bool money = value->state == BS_STATE_VALUE && !value->range && value->unit.len > 0 &&
                 bs_unit_dimension(value->unit) == BS_DIM_MONEY;
    if (!money || text.len < YEAR_BYTES + 2 || text.ptr[YEAR_BYTES] != ' ') return 0;
    int64_t year = 0;
    for (size_t i = 0; i < YEAR_BYTES; i++) {
        if (text.ptr[i] < '0' || text.ptr[i] > '9') return 0;
        year = year * 10 + (text.ptr[i] - '0');
    }
    bs_str behind = bs_str_trim(bs_str_slice(text, YEAR_BYTES, text.len));
    if (year < YEAR_LOW || year > YEAR_HIGH) return 0;
    return bs_scan_whole_unit(&unit, NULL, behind, lang) ? year : 0;
}

// "2024 US$ million", "Mar 2025 Rs in Cr": the last two or three words of a head are so much money.
bool bs__money_of_tail(bs_unit_text *out, bs_arena *arena, bs_str text, bs_lang lang)
{
    enum { WORDS_MAX = 3 };
    size_t at = text.len;
    for (int words = 0; words < WORDS_MAX; words++) {
        while (at > 0 && text.ptr[at - 1] == ' ')
            at--;
        while (at > 0 && text.ptr[at - 1] != ' ')
            at--;
        if (at == 0) return false;
        bs_str tail = bs_str_slice(text, at, text.len);
        if (words == 0 || !bs_scan_unit(out, arena, tail, lang)) continue;
        bool money = bs_unit_dimension(out->unit) == BS_DIM_MONEY && out->power > 0;
        if (!money || out->start != 0 || out->end != tail.len) continue;
        out->start = at;
        out->end = text.len;
        return true;
    }
    return false;
}
