// SPDX-License-Identifier: GPL-3.0-or-later
// Tables that a page has been copied from with a cell on each line: "项目", "2023年", "2024年"
// above "产量", "12.1", "13.4" and so on. What tells them is that names and figures take turns in
// one way for several rows, below heads that are as many. One blank line may stand between cells.
#include "engine/read/table_turns.h"

enum {
    COLUMNS_MAX = 24,
    ROWS_MIN = 3,
    ROWS_MIN_OF_PAIRS = 4 // of a name and a figure, which lists have too
};

// Where a table stands in a run of cells.
typedef struct turn_table {
    size_t first;   // its first head
    size_t body;    // the name of its first row
    size_t columns; // of a row, the name too
    size_t rows;    // with those that are the name of a group alone
    size_t groups;  // heads over several columns each; 0 for one row of heads
    size_t corner;  // the head of the names; SIZE_MAX where it is empty
    size_t over;    // the first of the heads over others
    size_t lower;   // the first of those below others, where it is not known which; 0 for none
} turn_table;
// --- rows ----------------------------------------------------------------------------------------

static bool all_times(const turn_run *s, size_t from, size_t count)
{
    for (size_t i = from; i < from + count; i++) {
        if (!s->cells[i].period) return false;
    }
    return true;
}

static bool is_row(const turn_run *s, size_t at, size_t body, size_t columns)
{
    for (size_t i = 0; i < columns; i++) {
        if (at + i >= s->count || s->cells[at + i].number != s->cells[body + i].number)
            return false;
    }
    return true;
}

// The cells of the row at `at`; one for the name of a group in front of another row, which are no
// heads; 0 where there is no row.
static size_t row_width(const turn_run *s, size_t at, size_t body, size_t columns)
{
    if (is_row(s, at, body, columns)) return columns;
    bool group = columns > 2 && at < s->count && !s->cells[at].number &&
                 is_row(s, at + 1, body, columns) && !all_times(s, at + 2, columns - 1);
    return group ? 1 : 0;
}

// How many rows of so many columns follow each other from cell `body` on, each with names and
// figures where the first one has them.
static size_t count_rows(turn_run *s, size_t body, size_t columns)
{
    size_t numbers = 0, rows = 0;
    if (body + columns > s->count || s->cells[body].number) return 0;
    for (size_t i = 1; i < columns; i++)
        numbers += s->cells[body + i].number;
    if (numbers * 2 < columns - 1 || !s->cells[body + columns - 1].number) return 0;
    if (columns > 2 && all_times(s, body + 1, columns - 1)) return 0; // heads
    s->starts[0] = body;
    for (size_t at = body, width; (width = row_width(s, at, body, columns)) > 0; at += width)
        s->starts[++rows] = at + width;
    return rows;
}

// --- heads ---------------------------------------------------------------------------------------

// Is any head of a row of them one of figures: a time, a unit, or a word for what is measured?
static bool is_head_row(const turn_run *s, size_t from, size_t count)
{
    static const char words[] = "率额額数數量值値比重%％增()（）计計元单单位单價价额均人吨";
    bool told = false;
    for (size_t i = from; i < from + count; i++) {
        bs_str text = s->cells[i].text;
        if (s->cells[i].number && !s->cells[i].period) return false;
        if (i == from) continue;
        told = told || s->cells[i].period;
        for (size_t at = 0; at < text.len && !told; at += bs_utf8_decode(text, at).len)
            told = bs_line__is_in(bs_utf8_decode(text, at).code, words);
    }
    return told;
}

// "Dec. 31(b)": a head without the letter or figure of its note.
static bs_str without_note(bs_str head)
{
    enum { NOTE_BYTES = 3 };
    bool note = head.len > NOTE_BYTES && head.ptr[head.len - 1] == ')' &&
                head.ptr[head.len - NOTE_BYTES] == '(';
    char mark = note ? head.ptr[head.len - 2] : ' ';
    note = (mark >= 'a' && mark <= 'z') || (mark >= '1' && mark <= '9');
    return note ? bs_str_trim(bs_str_slice(head, 0, head.len - NOTE_BYTES)) : head;
}

// Heads under others: "存量, 增速, 存量, 增速" is one pair twice. The number of groups; 0 for none.
static size_t count_groups(const turn_run *s, size_t from, size_t count)
{
    for (size_t size = 2; size * 2 <= count; size++) {
        bool again = count % size == 0;
        for (size_t i = from + size; again && i < from + count; i++)
            again =
                bs_str_equal(without_note(s->cells[i].text), without_note(s->cells[i - size].text));
        if (again) return count / size;
    }
    return 0;
}

static bool find_heads_over(turn_table *out, const turn_run *s)
{
    size_t under = out->columns - 1, body = out->body;
    if (body < under) return false;
    size_t groups = count_groups(s, body - under, under), subs = body - under;
    out->groups = groups;
    // No head of the names, and nothing in front of two times over the others.
    if (groups > 0 && subs == groups && all_times(s, 0, groups)) {
        out->corner = SIZE_MAX;
        out->over = out->first = 0;
        return true;
    }
    if (groups == 0 || subs < groups + 1) return false;
    size_t behind = subs - 1, front = subs - groups - 1; // where the corner may stand
    bool last = !s->cells[behind].number && bs_table__heads_labels(s->cells[behind].text);
    bool first = !s->cells[front].number && bs_table__heads_labels(s->cells[front].text);
    if (!last && !first) {
        last = !s->cells[behind].period && all_times(s, front, groups);
        first = !s->cells[front].period && all_times(s, front + 1, groups);
    }
    if (last == first) return false;
    out->corner = last ? behind : front;
    out->over = last ? front : front + 1;
    out->first = front;
    return true;
}

static bool begin_again(const turn_run *s, size_t from, size_t end, size_t width)
{
    for (size_t i = from + width; i < end; i++) {
        bs_str text = s->cells[i].text, before = s->cells[i - width].text;
        bool letters = bs_turns__is_letter(text) && bs_turns__is_letter(before);
        if (!letters && !bs_str_equal(text, before)) return false;
    }
    return true;
}

// "구분 | 2021년 | 2022년 | 증감" above "금액 | 비중 | 금액 | 비중" over five figures: more heads
// than figures, of which the last begin again below some of the first. table_flat.c finds those.
static bool find_flat_heads(turn_table *out, const turn_run *s)
{
    enum { HEADS_MAX = 16 };
    size_t body = out->body, under = out->columns - 1;
    for (size_t corner = body; corner-- > 0 && body - corner <= HEADS_MAX;) {
        if (s->cells[corner].number && !s->cells[corner].period) return false;
        if (!bs_table__heads_labels(s->cells[corner].text)) continue;
        size_t heads = body - corner - 1, spans = heads > under ? heads - under : 0;
        for (size_t width = 2; spans > 0 && spans * width < heads; width++) {
            size_t lower = body - spans * width;
            if (lower - corner - 1 < spans || !begin_again(s, lower, body, width)) continue;
            out->first = out->corner = corner;
            out->lower = lower;
            return true;
        }
        return false;
    }
    return false;
}

// Does a head stand there twice, below two others?
static bool are_doubled(const turn_run *s, size_t from, size_t end)
{
    for (size_t i = from; i < end; i++) {
        for (size_t k = i + 1; k < end; k++) {
            if (bs_str_equal(s->cells[i].text, s->cells[k].text)) return true;
        }
    }
    return false;
}

static bool find_heads(turn_table *out, const turn_run *s)
{
    size_t columns = out->columns, body = out->body;
    size_t least = columns > 2 ? ROWS_MIN : ROWS_MIN_OF_PAIRS;
    // "指标, 2022, 2023" looks like the first row.
    if (out->rows > least && all_times(s, body + 1, columns - 1)) {
        out->first = out->corner = body;
        out->body += columns;
        return true;
    }
    if (find_heads_over(out, s)) return true;
    if (out->groups == 0 && find_flat_heads(out, s)) return true;
    // What they are below is not told.
    if (out->groups > 0 || (body >= columns && are_doubled(s, body - columns + 1, body)))
        return false;
    bool whole = body >= columns && is_head_row(s, body - columns, columns);
    bool unit = whole && bs_marker__is_unit(s->cells[body - columns].text);
    if (whole && !unit && !s->cells[body - columns].period) {
        out->first = out->corner = body - columns;
        return true;
    }
    bool times = body >= columns - 1 && all_times(s, body - columns + 1, columns - 1);
    out->first = body - columns + 1;
    out->corner = SIZE_MAX;
    bool opens = body + 1 == columns && is_head_row(s, 0, columns - 1);
    // "Three Months Ended September 30," over years
    const turn_cell *term =
        columns > 2 && times && out->first > 0 ? &s->cells[out->first - 1] : NULL;
    if (term != NULL && term->period && bs_str_has_any(term->text, " Ended| ended")) {
        out->groups = 1;
        out->over = --out->first;
    }
    return columns > 2 && (times || unit || opens);
}

// "Fiscal 2031" in front of heads of quarters stands over all of them.
static void find_year_over(turn_table *t, const turn_run *s)
{
    bool times = all_times(s, t->body - t->columns + 1, t->columns - 1);
    if (t->groups > 0 || t->corner == SIZE_MAX || !times) return;
    if (!bs_line__has_digit(s->cells[t->corner].text)) return;
    t->groups = 1;
    t->over = t->corner;
    t->corner = SIZE_MAX;
}

// Heads that the unit and the name of a group of rows part from the first of them.
static bool find_heads_in_front(turn_table *out, const turn_run *s)
{
    enum { BETWEEN_MAX = 2 };
    turn_table table = *out;
    for (size_t i = 0; i < BETWEEN_MAX; i++) {
        if (table.columns < 3 || table.body == 0 || s->cells[table.body - 1].number) return false;
        size_t body = --table.body, under = table.columns - 1;
        bool unit = bs_marker__is_unit(s->cells[body].text);
        // A name may be the last head as well, but for those that are times.
        bool sure = unit || (body >= under && all_times(s, body - under, under));
        if (!sure || !find_heads(&table, s) || table.body != body) {
            table = *out;
            table.body = body;
            continue;
        }
        find_year_over(&table, s);
        if (unit && table.groups == 0 && table.corner != SIZE_MAX)
            table.first = body + 1 - table.columns; // a title
        if (unit) table.corner = body;
        *out = table;
        return true;
    }
    return false;
}

static size_t count_whole(const turn_run *s, size_t rows, size_t columns)
{
    size_t whole = 0;
    for (size_t i = 0; i < rows; i++)
        whole += s->starts[i + 1] - s->starts[i] == columns;
    return whole;
}

// The rows begin with the body, where that is one of heads or of a group, too.
static void begin_rows(turn_table *t, turn_run *s)
{
    if (t->body > s->starts[0]) {
        memmove(s->starts, s->starts + 1, t->rows * sizeof *s->starts);
        t->rows--;
    }
    for (size_t at = s->starts[0]; at-- > t->body;) {
        if (at == t->corner) return;
        memmove(s->starts + 1, s->starts, (t->rows + 1) * sizeof *s->starts);
        s->starts[0] = at;
        t->rows++;
    }
}

static bool find_table(turn_table *out, turn_run *s)
{
    for (size_t body = 0; body < s->count; body++) {
        if (s->cells[body].number) continue;
        for (size_t columns = 2; columns <= COLUMNS_MAX; columns++) {
            size_t least = columns > 2 ? ROWS_MIN : ROWS_MIN_OF_PAIRS;
            size_t rows = count_rows(s, body, columns);
            *out = (turn_table){.body = body, .columns = columns, .rows = rows};
            if (rows < least || count_whole(s, rows, columns) < least) continue;
            if (find_heads(out, s) || find_heads_in_front(out, s)) {
                begin_rows(out, s);
                return true;
            }
        }
    }
    return false;
}

static bs_status copy_cells(turn_run *out, bs_text_reader *reader, const turn_run *s)
{
    *out = (turn_run){.count = s->count};
    out->cells = BS_NEW_ARRAY(&reader->scratch, turn_cell, s->count + 1);
    out->starts = BS_NEW_ARRAY(&reader->scratch, size_t, s->count + 2);
    if (out->cells == NULL || out->starts == NULL) return bs_text__memory(reader);
    memcpy(out->cells, s->cells, s->count * sizeof *s->cells);
    return BS_OK;
}

// The table of a run; *s becomes what it has been found in. Where something counts the names of
// the rows, the first mark stands behind the name of a group or behind the heads, and the table
// without the marks is the one where it begins earlier than what is found with them.
static bs_status find_counted(turn_table *out, bool *found, bs_text_reader *reader, turn_run *s)
{
    turn_run counted;
    turn_table table;
    *found = find_table(out, s);
    BS_TRY(copy_cells(&counted, reader, s));
    size_t first = bs_turns__drop_marks(&counted);
    if (first == 0) return BS_OK;
    bool better = find_table(&table, &counted);
    if (!better) {
        memmove(&counted.cells[first], &counted.cells[first + 1],
                (--counted.count - first) * sizeof *counted.cells);
        better = find_table(&table, &counted);
    }
    if (!better || (*found && s->cells[out->first].line <= counted.cells[table.first].line))
        return BS_OK;
    *out = table;
    *s = counted;
    *found = true;
    return BS_OK;
}

// --- the grid ------------------------------------------------------------------------------------

// The heads of both lines, as they stand: those of the second have moved to the left.
static bs_status add_flat_heads(bs_text_reader *reader, bs_grid *grid, const turn_run *s,
                                const turn_table *t)
{
    for (size_t i = t->corner; i < t->body; i++) {
        bool lower = i >= t->lower;
        bs_cell cell = {.text = s->cells[i].text,
                        .row = lower,
                        .col = (uint32_t)(i - (lower ? t->lower : t->corner)),
                        .header = true};
        BS_TRY(bs_table__add(reader, grid, cell));
    }
    return BS_OK;
}

static bs_status add_heads(bs_text_reader *reader, bs_grid *grid, const turn_run *s,
                           const turn_table *t)
{
    size_t columns = t->columns, under = columns - 1;
    if (t->lower > 0) return add_flat_heads(reader, grid, s, t);
    bs_cell corner = {.header = true, .row_span = t->groups > 0 ? 2 : 1};
    if (t->corner != SIZE_MAX) corner.text = s->cells[t->corner].text;
    BS_TRY(bs_table__add(reader, grid, corner));
    size_t span = t->groups > 0 ? under / t->groups : 1;
    for (size_t i = 0; i < t->groups; i++) {
        bs_cell cell = {.text = s->cells[t->over + i].text,
                        .col = (uint32_t)(1 + i * span),
                        .col_span = (uint16_t)span,
                        .header = true};
        BS_TRY(bs_table__add(reader, grid, cell));
    }
    size_t from = t->body - under;
    for (size_t i = 0; i < under; i++) {
        bs_cell cell = {.text = s->cells[from + i].text,
                        .row = t->groups > 0,
                        .col = (uint32_t)(1 + i),
                        .header = true};
        BS_TRY(bs_table__add(reader, grid, cell));
    }
    return BS_OK;
}

static bs_status add_rows(bs_text_reader *reader, bs_grid *grid, const turn_run *s,
                          const turn_table *t)
{
    for (size_t i = 0; i < t->rows; i++) {
        for (size_t at = s->starts[i]; at < s->starts[i + 1]; at++) {
            bs_cell cell = {.row = (uint32_t)(i + 1 + (t->groups > 0 || t->lower > 0)),
                            .col = (uint32_t)(at - s->starts[i])};
            cell.text = bs_table__clean(s->cells[at].text, &cell.indent);
            BS_TRY(bs_table__add(reader, grid, cell));
        }
    }
    return BS_OK;
}

static bs_status add_table(bs_text_reader *reader, bs_grid *grid, const turn_run *s,
                           const turn_table *t)
{
    BS_TRY(bs_table__reserve(reader, grid, (t->rows + 2) * t->columns));
    BS_TRY(add_heads(reader, grid, s, t));
    BS_TRY(add_rows(reader, grid, s, t));
    grid->next = s->cells[s->starts[t->rows] - 1].until;
    return BS_OK;
}

// Cheap: a line of a table with a cell on each, as far as that and the next one tell.
bool bs_table__may_be_turns(bs_text_reader *reader, uint32_t at)
{
    return at == reader->notes.turns_first ||
           (at >= reader->notes.turns_until && bs_line__figures_ahead(reader, at) &&
            bs_turns__cell_text(&reader->lines[at]).len > 0);
}

bs_status bs_table__scan_turns(bs_text_reader *reader, uint32_t at, bs_grid *out, bool *found)
{
    // What has been looked at holds one table at most, which begins on one of its lines.
    if (!bs_table__may_be_turns(reader, at)) return BS_OK;
    turn_run cells;
    turn_table table;
    turn_units below;
    uint32_t until, units_at = UINT32_MAX, table_at = UINT32_MAX;
    BS_TRY(bs_turns__find_cells(&cells, reader, at, &until));
    turn_run plain = cells; // with the marks that count the names
    if (bs_turns__find_units(&below, &plain)) units_at = plain.cells[below.first].line;
    bool any;
    BS_TRY(find_counted(&table, &any, reader, &cells));
    if (any) table_at = cells.cells[table.first].line;
    reader->notes.turns_until = until;
    reader->notes.turns_first = units_at < table_at ? units_at : table_at;
    if (reader->notes.turns_first != at) return BS_OK;
    BS_TRY(units_at == at ? bs_turns__add_units(reader, out, &plain, &below)
                          : add_table(reader, out, &cells, &table));
    reader->notes.turns_until = out->next;
    *found = true;
    return BS_OK;
}
