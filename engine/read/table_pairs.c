// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of definitions that a page has printed as bullets: "- M1" above "- 981兆4,877億円 +7.2%",
// again and again. Each name and its figures are a row.
#include "engine/read/text_internal.h"

enum { PAIRS_MIN = 3, FIGURES_MAX = 8, NAME_WIDTH_MAX = 40 };

// The text of an item behind its dash; empty for any other line.
static bs_str item_at(const bs_text_reader *reader, uint32_t at)
{
    if (at >= reader->line_count) return (bs_str){0};
    bs_str text = reader->lines[at].text;
    bool item = bs_str_starts(text, BS_STR("- ")) || bs_str_starts(text, BS_STR("* "));
    return item ? bs_str_trim(bs_str_slice(text, 2, text.len)) : (bs_str){0};
}

// Figures of an item that holds nothing else; 0 for one that does.
static size_t count_figures(bs_str item)
{
    size_t count = 0;
    bs_str token;
    while (bs_str_next(&item, ' ', &token)) {
        if (token.len == 0) continue;
        if (!bs_line__is_numeric(token) || !bs_line__has_digit(token)) return 0;
        if (bs_line__is_period(token) || ++count > FIGURES_MAX) return 0;
    }
    return count;
}

static bool is_name(bs_str item)
{
    return item.len > 0 && bs_line__has_letter(item) && count_figures(item) == 0 &&
           !bs_line__is_wider(item, NAME_WIDTH_MAX) && !bs_line__is_sentence(item) &&
           !bs_line__is_url(item) && memchr(item.ptr, ':', item.len) == NULL;
}

bool bs_table__may_be_pairs(const bs_text_reader *reader, uint32_t at)
{
    return count_figures(item_at(reader, at + 1)) > 0 && is_name(item_at(reader, at));
}

static bs_status add_pair(bs_text_reader *reader, bs_grid *grid, uint32_t at, uint32_t row)
{
    bs_str token, figures = item_at(reader, at + 1);
    bs_cell cell = {.text = item_at(reader, at), .row = row};
    BS_TRY(bs_table__add(reader, grid, cell));
    while (bs_str_next(&figures, ' ', &token)) {
        if (token.len == 0) continue;
        cell.text = token;
        cell.col++;
        BS_TRY(bs_table__add(reader, grid, cell));
    }
    return BS_OK;
}

bs_status bs_table__scan_pairs(bs_text_reader *reader, uint32_t at, bs_grid *out, bool *found)
{
    if (!bs_table__may_be_pairs(reader, at)) return BS_OK;
    size_t figures = count_figures(item_at(reader, at + 1));
    uint32_t end = at;
    while (bs_table__may_be_pairs(reader, end) &&
           count_figures(item_at(reader, end + 1)) == figures)
        end += 2;
    if (end - at < 2 * PAIRS_MIN) return BS_OK;
    for (uint32_t i = at; i < end; i += 2)
        BS_TRY(add_pair(reader, out, i, (i - at) / 2));
    out->next = end;
    *found = true;
    return BS_OK;
}
