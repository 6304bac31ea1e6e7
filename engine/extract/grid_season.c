// SPDX-License-Identifier: GPL-3.0-or-later
// "2008-09 | 2009-10 | 2010-11" over columns or in front of rows: business years and seasons, each
// of which by itself could be a month.
#include "engine/extract/grid_internal.h"

// The first of the two years that a text is, and no more: "2008-09", "2008/09", "2008–09". 0 where
// the second does not follow it.
static int season_of(bs_str text, bool *stroke)
{
    enum { YEAR_DIGITS = 4, BRIEF_DIGITS = 2 };
    int year = 0, next = 0;
    text = bs_str_trim(text);
    if (text.len < YEAR_DIGITS + 1 + BRIEF_DIGITS) return 0;
    bs_str mark = bs_str_slice(text, YEAR_DIGITS, text.len - BRIEF_DIGITS);
    *stroke = bs_str_equal(mark, BS_STR("/"));
    if (!*stroke && !bs_str_equal(mark, BS_STR("-")) && !bs_str_equal(mark, BS_STR("–"))) return 0;
    for (size_t i = 0; i < YEAR_DIGITS + BRIEF_DIGITS; i++) {
        bool brief = i >= YEAR_DIGITS;
        char c = text.ptr[brief ? text.len - (YEAR_DIGITS + BRIEF_DIGITS) + i : i];
        if (c < '0' || c > '9') return 0;
        int *number = brief ? &next : &year;
        *number = *number * 10 + (c - '0');
    }
    return next == (year + 1) % 100 ? year : 0;
}

bool bs__grid_settle_season(const bs__grid *grid, bs_str text, bs_time_text *time)
{
    bool stroke;
    int year = grid->seasons && time->from.month > 0 ? season_of(text, &stroke) : 0;
    if (year == 0) return false;
    *time = (bs_time_text){.from = {.year = year, .fiscal = stroke}, .status = time->status};
    if (!stroke) time->to.year = year + 1;
    return true;
}

// Do two cells of a row or a column that follow one another tell two such years?
static bool are_seasons(bs_str text, int *last)
{
    bool stroke;
    int year = season_of(text, &stroke), before = *last;
    *last = year;
    return year > 0 && before > 0 && (year == before + 1 || year == before - 1);
}

void bs__grid_find_seasons(bs__grid *grid)
{
    for (uint32_t row = 0; row < grid->header_row_count; row++) {
        int last = 0;
        for (uint32_t col = 0; col < grid->col_count; col++)
            grid->seasons |= are_seasons(bs__grid_text(grid, row, col), &last);
    }
    int last = 0;
    for (uint32_t row = grid->header_row_count; row < grid->row_count && !grid->seasons; row++)
        grid->seasons = are_seasons(bs__grid_text(grid, row, 0), &last);
}
