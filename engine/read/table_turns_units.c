// SPDX-License-Identifier: GPL-3.0-or-later
// Tables with a cell on each line whose columns a run of units tells: "売上高", "経常利益" above
// "百万円", "％", "百万円", "％" above "2025年3月期", "128,430", "4.1", "10,120", "10.8". The units
// say how many columns there are, so that two rows are enough, and one below heads.
#include "engine/read/table_turns.h"

enum { COLUMNS_MIN = 2, ROWS_MIN_HEADLESS = 2 };

// Fills in the units that begin at cell `at`; false where there are not several.
static bool read_units(turn_units *out, const turn_run *s, size_t at)
{
    *out = (turn_units){.units = at};
    size_t i = at;
    for (const bs_unit_word *unit;
         i < s->count && (unit = bs_units__whole(s->cells[i].text)) != NULL; i++) {
        if (unit->kind == BS_UNIT_PART || out->count == BS_UNITS_MAX) return false;
        out->rates[out->count++] = unit->kind == BS_UNIT_RATE;
        out->amounts += unit->kind == BS_UNIT_AMOUNT;
    }
    out->body = i;
    return out->count >= COLUMNS_MIN && bs_units__whole(s->cells[at].text)->kind != BS_UNIT_RATE;
}

// "2031年3月期の連結業績"
static bool names_year(bs_str text)
{
    size_t at = bs_str_find(text, BS_STR("年"), 0);
    return at != SIZE_MAX && at > 0 && text.ptr[at - 1] >= '0' && text.ptr[at - 1] <= '9';
}

static bool may_be_head(const turn_cell *cell)
{
    return !names_year(cell->text) && !cell->number && !cell->period &&
           !bs_marker__is_parenthesised(cell->text) &&
           bs_marker__read(cell->text).kind == BS_MARKER_NONE &&
           bs_units__whole(cell->text) == NULL;
}

// The heads are the names right above the units, where they are as many as these, or as the
// amounts with their rates behind them; what is more or less leaves it open which is over which.
static void find_heads(turn_units *t, const turn_run *s)
{
    size_t heads = 0;
    while (heads < t->units && heads <= t->count && may_be_head(&s->cells[t->units - heads - 1]))
        heads++;
    t->first = t->units;
    bool corner = heads > 0 && bs_table__heads_labels(s->cells[t->units - heads].text);
    size_t wanted = heads - corner;
    if (wanted != t->count && wanted != t->amounts) return;
    t->first = t->units - heads;
    t->heads = wanted;
    t->corner = corner;
}

static bool is_row(const turn_run *s, size_t at, size_t figures)
{
    if (at + figures >= s->count) return false;
    if (s->cells[at].number && !s->cells[at].period) return false;
    for (size_t i = 1; i <= figures; i++) {
        if (!s->cells[at + i].number || s->cells[at + i].period) return false;
    }
    return true;
}

bool bs_turns__find_units(turn_units *out, const turn_run *s)
{
    for (size_t at = 0; at < s->count; at++) {
        if (bs_units__whole(s->cells[at].text) == NULL) continue;
        bool several = read_units(out, s, at);
        if (several) {
            while (is_row(s, out->body + out->rows * (out->count + 1), out->count))
                out->rows++;
            if (out->rows > 0) find_heads(out, s);
            if (out->rows >= (out->heads > 0 ? 1 : ROWS_MIN_HEADLESS)) return true;
        }
        at = out->body > at ? out->body - 1 : at;
    }
    return false;
}

static bs_status add_heads(bs_text_reader *reader, bs_grid *grid, const turn_run *s,
                           const turn_units *t)
{
    if (t->corner) {
        bs_cell cell = {.text = s->cells[t->first].text, .row_span = 2, .header = true};
        BS_TRY(bs_table__add(reader, grid, cell));
    }
    for (size_t i = 0, col = 0; i < t->heads; i++) {
        size_t span = 1;
        while (t->heads < t->count && col + span < t->count && t->rates[col + span])
            span++;
        bs_cell cell = {.text = s->cells[t->units - t->heads + i].text,
                        .col = (uint32_t)(1 + col),
                        .col_span = (uint16_t)span,
                        .header = true};
        BS_TRY(bs_table__add(reader, grid, cell));
        col += span;
    }
    for (size_t i = 0; i < t->count; i++) {
        bs_cell cell = {.text = s->cells[t->units + i].text,
                        .row = t->heads > 0,
                        .col = (uint32_t)(1 + i),
                        .header = true};
        BS_TRY(bs_table__add(reader, grid, cell));
    }
    return BS_OK;
}

bs_status bs_turns__add_units(bs_text_reader *reader, bs_grid *grid, const turn_run *s,
                              const turn_units *t)
{
    BS_TRY(bs_table__reserve(reader, grid, (t->rows + 2) * (t->count + 1)));
    BS_TRY(add_heads(reader, grid, s, t));
    for (size_t i = 0; i < t->rows * (t->count + 1); i++) {
        const turn_cell *at = &s->cells[t->body + i];
        bs_cell cell = {.row = (uint32_t)(i / (t->count + 1) + 1 + (t->heads > 0)),
                        .col = (uint32_t)(i % (t->count + 1))};
        cell.text = bs_table__clean(at->text, &cell.indent);
        BS_TRY(bs_table__add(reader, grid, cell));
        grid->next = at->until;
    }
    return BS_OK;
}
