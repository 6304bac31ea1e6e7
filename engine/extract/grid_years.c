// SPDX-License-Identifier: GPL-3.0-or-later
// Years in front of rows of which only the first has the name of its era: "平成13年度", "14", "15".
#include "engine/extract/grid_internal.h"
#include "engine/extract/numeral.h"

// The number of a cell that holds one or two digits and no more; 0 for any other cell.
static int brief_number(bs_str text)
{
    enum { DIGITS_MAX = 2 };
    int value = 0;
    size_t count = 0, len;
    text = bs_str_trim(text);
    for (size_t at = 0; at < text.len; at += len, count++) {
        int digit = bs_digit_at(text, at, &len);
        if (digit < 0 || count == DIGITS_MAX) return 0;
        value = value * 10 + digit;
    }
    return value;
}

// The day of a row, "平16. 3. 1", or "16. 4. 1" below it, which comes later in the same era.
static bool dotted_day(const bs__grid *grid, uint32_t row, bs_time_text *out)
{
    enum { ROWS_MAX = 100 };
    int era = bs__era_dotted_day(&out->from, bs__grid_text(grid, row, 0));
    int last = out->from.year;
    for (uint32_t up = row, steps = 0; era == 0 && up-- > 0 && steps < ROWS_MAX; steps++) {
        bs_when above;
        if (bs_str_trim(bs__grid_text(grid, up, 0)).len == 0) continue;
        era = bs__era_dotted_day(&above, bs__grid_text(grid, up, 0));
        if (era < 0 || above.year - era > last) return false;
        last = above.year - era;
        if (era > 0) out->from.year += era;
    }
    return era > 0;
}

bool bs__grid_year_below(const bs__grid *grid, uint32_t row, bs_time_text *out)
{
    enum { ROWS_MAX = 100 };
    *out = (bs_time_text){0};
    if (grid->lang == BS_LANG_JA && dotted_day(grid, row, out)) return true;
    int number = grid->lang == BS_LANG_JA ? brief_number(bs__grid_text(grid, row, 0)) : 0;
    if (number < 2) return false;
    for (uint32_t up = row, steps = 0, last = (uint32_t)number; up-- > 0 && steps < ROWS_MAX;
         steps++) {
        bs_str text = bs_str_trim(bs__grid_text(grid, up, 0));
        if (text.len == 0) continue;
        uint32_t before = (uint32_t)brief_number(text);
        if (before >= last) return false;
        last = before;
        if (before > 0) continue;
        int era = bs__era_of_head(text);
        bool year = era > 0 && bs_scan_time(out, text, grid->lang) && out->from.year > era &&
                    bs__part_of_year(&out->from) == 0 && out->to.year == 0;
        if (!year || out->from.year - era >= number) return false;
        out->from.year = era + number;
        return true;
    }
    return false;
}
