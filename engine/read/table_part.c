// SPDX-License-Identifier: GPL-3.0-or-later
// Times in a row of heads that stand beside their columns: two of them are nearest to the same one.
#include <limits.h>

#include "engine/read/table_page.h"

static int middle(uint16_t start, uint16_t end)
{
    return (start + end) / 2;
}

static int away(const page_bands *bands, size_t col, const page_piece *piece)
{
    int apart =
        middle(bands->items[col].start, bands->items[col].end) - middle(piece->start, piece->end);
    return apart < 0 ? -apart : apart;
}

// The first of the columns that no other one is nearer than, as pieces are placed.
static size_t nearest(const page_bands *bands, const page_piece *piece)
{
    size_t best = 0;
    int least = INT_MAX;
    for (size_t col = 1; col < bands->count; col++) {
        const page_band *band = &bands->items[col];
        int apart = piece->end <= band->start   ? band->start - piece->end + 1
                    : piece->start >= band->end ? piece->start - band->end + 1
                                                : 0;
        if (apart < least) least = apart, best = col;
    }
    return best;
}

// Are all pieces from `first` on times, of which two fall on one column?
static bool collide(const page_bands *bands, const page_row *row, size_t first)
{
    bool same = false;
    for (size_t i = first; i < row->count; i++) {
        if (!bs_line__is_period(row->pieces[i].text)) return false;
        same |= i > first && nearest(bands, &row->pieces[i]) == nearest(bands, &row->pieces[i - 1]);
    }
    return same;
}

void bs_page__part_times(const page_bands *bands, page_row *row)
{
    enum { PARTS_MAX = 16 };
    size_t first = row->count > 0 && row->pieces[0].start < bands->items[0].end;
    size_t parts = row->count - first, cols = bands->count;
    if (parts < 2 || parts > PARTS_MAX || parts + 1 > cols || !collide(bands, row, first)) return;
    // least[i][col]: how far the first i + 1 parts are from their columns, the last of them in col
    int least[PARTS_MAX][PIECES_MAX];
    for (size_t i = 0; i < parts; i++) {
        int before = i == 0 ? 0 : INT_MAX / 2;
        for (size_t col = 0; col < cols; col++) {
            bool may = col > i && cols - col >= parts - i;
            least[i][col] = may ? before + away(bands, col, &row->pieces[first + i]) : INT_MAX / 2;
            if (i > 0 && least[i - 1][col] < before) before = least[i - 1][col];
        }
    }
    for (size_t i = parts, stop = cols; i-- > 0;) {
        size_t best = i + 1;
        for (size_t col = best; col < stop; col++) {
            if (least[i][col] < least[i][best]) best = col;
        }
        row->pieces[first + i].start = bands->items[best].start;
        row->pieces[first + i].end = bands->items[best].end;
        stop = best;
    }
}
