// SPDX-License-Identifier: GPL-3.0-or-later
// Tables with a cell a line, as text taken out of a page often has them: the heads under each
// other, then again and again a label and as many figures as there are heads.
#include "engine/read/text_internal.h"

enum { ROWS_MIN = 3, FIGURES_MIN = 2, FIGURES_MAX = 24, LINES_AHEAD_MAX = 2 * FIGURES_MAX };
enum { CELL_WIDTH_MAX = 60, NOTE_WIDTH_MIN = 24 };

// "▲ 17.4%" is one figure; "18,940 △12.3" are two, and a year or month is a head.
static bool is_figure(bs_str text)
{
    if (!bs_line__is_numeric(text) || bs_line__is_period(text)) return false;
    size_t blank = bs_str_find(text, BS_STR(" "), 0);
    return blank == SIZE_MAX || !bs_line__has_digit(bs_str_slice(text, 0, blank));
}

// May a line be a cell, or the name of one?
static bool is_cell(const bs_text_reader *reader, uint32_t at)
{
    if (at >= reader->line_count || reader->lines[at].text.len == 0) return false;
    const bs_line *line = &reader->lines[at];
    bool plain = (line->flags & (BS_LINE_TAB | BS_LINE_BAR | BS_LINE_GAP | BS_LINE_TAG)) == 0;
    return plain && line->text.len <= CELL_WIDTH_MAX * 2 &&
           !bs_line__is_wider(line->text, CELL_WIDTH_MAX);
}

static bool is_name(const bs_text_reader *reader, uint32_t at)
{
    if (!is_cell(reader, at)) return false;
    bs_str text = reader->lines[at].text;
    return !is_figure(text) && !bs_line__is_sentence(text) && !bs_marker__is_unit(text) &&
           !bs_marker__is_note(text);
}

// "(当初)" below "4年度予算": the rest of a head.
static bool goes_on(const bs_text_reader *reader, uint32_t at)
{
    return bs_marker__is_parenthesised(reader->lines[at].text);
}

static size_t count_figures(const bs_text_reader *reader, uint32_t at)
{
    size_t count = 0;
    while (count <= FIGURES_MAX && is_cell(reader, at + (uint32_t)count) &&
           is_figure(reader->lines[at + count].text))
        count++;
    return count;
}

bool bs_table__heads_labels(bs_str text)
{
    static const bs_str heads[] = {
        BS_STR_INIT("区分"),   BS_STR_INIT("区 分"),  BS_STR_INIT("項目"), BS_STR_INIT("項 目"),
        BS_STR_INIT("年度"),   BS_STR_INIT("科目"),   BS_STR_INIT("款"),   BS_STR_INIT("費目"),
        BS_STR_INIT("会計名"), BS_STR_INIT("会計別"), BS_STR_INIT("年次"), BS_STR_INIT("市町村"),
        BS_STR_INIT("구분"),   BS_STR_INIT("项目"),   BS_STR_INIT("指标"), BS_STR_INIT("項 　目"),
        BS_STR_INIT("项 目"),  BS_STR_INIT("指 标"),  BS_STR_INIT("指標"), BS_STR_INIT("地区"),
        BS_STR_INIT("地 区"),  BS_STR_INIT("地區"),   BS_STR_INIT("名称"), BS_STR_INIT("指标名称"),
        BS_STR_INIT("城市"),   BS_STR_INIT("城 市"),  BS_STR_INIT("国家"), BS_STR_INIT("企业"),
        BS_STR_INIT("县区"),   BS_STR_INIT("区县"),   BS_STR_INIT("品种"), BS_STR_INIT("品 种"),
        BS_STR_INIT("항목"),   BS_STR_INIT("지역"),   BS_STR_INIT("行业"), BS_STR_INIT("项目名称"),
    };
    for (size_t i = 0; i < BS_COUNT(heads); i++) {
        if (bs_str_equal(text, heads[i])) return true;
    }
    return bs_str_ends(text, BS_STR("別")); // "地区別"
}

// "5年度予算", "増減率": is a line what heads figures?
static bool heads_figures(bs_str text)
{
    static const bs_str parts[] = {
        BS_STR_INIT("年"), BS_STR_INIT("期"), BS_STR_INIT("月"), BS_STR_INIT("額"),
        BS_STR_INIT("率"), BS_STR_INIT("比"), BS_STR_INIT("増"), BS_STR_INIT("减"),
        BS_STR_INIT("数"), BS_STR_INIT("额"), BS_STR_INIT("년"), BS_STR_INIT("월"),
        BS_STR_INIT("액"), BS_STR_INIT("율"), BS_STR_INIT("수"),
    };
    for (size_t i = 0; i < BS_COUNT(parts); i++) {
        if (bs_str_find(text, parts[i], 0) != SIZE_MAX) return true;
    }
    return false;
}

typedef struct stack {
    uint32_t names;  // index of the first head of figures
    uint32_t first;  // of the first label
    size_t figures;  // of each row
    bool has_corner; // a head of the labels is in front
    bool has_rest;   // a head goes on in a line below it
} stack;

// Reads the heads that begin at `at`: one for each figure of the first row behind them.
static bool read_heads(const bs_text_reader *reader, uint32_t at, stack *out)
{
    uint32_t end = at;
    size_t count = 0, telling = 0;
    bool rest = false;
    for (; end - at < LINES_AHEAD_MAX && is_name(reader, end); end++) {
        // "(C/A)" and then "(A)": heads of two lines, which table_turns.c reads.
        if (end > at && goes_on(reader, end) && goes_on(reader, end - 1)) return false;
        rest |= goes_on(reader, end);
        count += !goes_on(reader, end);
        telling += heads_figures(reader->lines[end].text);
    }
    *out = (stack){
        .names = at, .first = end - 1, .figures = count_figures(reader, end), .has_rest = rest};
    if (end < at + 2 || goes_on(reader, at) || goes_on(reader, end - 1)) return false;
    if (out->figures < FIGURES_MIN || out->figures > FIGURES_MAX) return false;
    out->has_corner = bs_table__heads_labels(reader->lines[at].text);
    out->names += out->has_corner;
    return count == out->figures + 1 + out->has_corner && telling * 2 >= out->figures;
}

// The line behind the row whose label is on line `at`; 0 when it is no row.
static uint32_t row_end(const bs_text_reader *reader, uint32_t at, const stack *shape)
{
    if (!is_name(reader, at) || count_figures(reader, at + 1) != shape->figures) return 0;
    return at + 1 + (uint32_t)shape->figures;
}

// Lines of words in front of the next label: a remark on the row before, or the name of a group.
static uint32_t words_before_row(const bs_text_reader *reader, uint32_t at, const stack *shape)
{
    bool next = is_name(reader, at) && is_name(reader, at + 1);
    return next && row_end(reader, at + 1, shape) > 0 ? 1 : 0;
}

static bs_status add_cell(bs_text_reader *reader, bs_grid *grid, uint32_t line, uint32_t row,
                          uint32_t col)
{
    bs_cell cell = {.text = reader->lines[line].text,
                    .row = row,
                    .col = col,
                    .indent = col == 0 ? reader->lines[line].indent : 0};
    return bs_table__add(reader, grid, cell);
}

static bs_status add_heads(bs_text_reader *reader, bs_grid *grid, uint32_t at, const stack *shape)
{
    if (shape->has_corner) BS_TRY(add_cell(reader, grid, at, 0, 0));
    for (uint32_t i = shape->names, col = 0; i < shape->first; i++)
        if (!goes_on(reader, i)) BS_TRY(add_cell(reader, grid, i, 0, ++col));
    for (uint32_t i = shape->names, col = 0; i < shape->first; i++) {
        if (goes_on(reader, i))
            BS_TRY(add_cell(reader, grid, i, 1, col));
        else
            col++;
    }
    return BS_OK;
}

// Adds the rows; a remark stands behind the figures of its row, the name of a group in one.
static bs_status add_rows(bs_text_reader *reader, bs_grid *grid, const stack *shape, uint32_t end)
{
    uint32_t row = 1 + shape->has_rest;
    for (uint32_t at = shape->first; at < end; row++) {
        uint32_t behind = row_end(reader, at, shape);
        if (behind == 0) {
            bool remark = bs_line__width(reader->lines[at].text) >= NOTE_WIDTH_MIN;
            uint32_t col = remark ? (uint32_t)shape->figures + 1 : 0;
            if (remark) row--;
            BS_TRY(add_cell(reader, grid, at++, row, col));
            continue;
        }
        for (uint32_t i = at; i < behind; i++)
            BS_TRY(add_cell(reader, grid, i, row, i - at));
        at = behind;
    }
    return BS_OK;
}

bool bs_table__may_be_stack(bs_text_reader *reader, uint32_t at)
{
    return at >= reader->notes.stack_failed_until && bs_line__figures_ahead(reader, at) &&
           is_name(reader, at) && is_cell(reader, at + 1) && is_cell(reader, at + 2) &&
           is_cell(reader, at + 3);
}

// No table begins on a line from which no figure can be seen, nor on those up to that far.
static void leave_note(bs_text_reader *reader, uint32_t at)
{
    uint32_t end = at;
    while (end - at < LINES_AHEAD_MAX && is_name(reader, end))
        end++;
    bool figures = count_figures(reader, end) >= FIGURES_MIN;
    if (!figures && end - at < LINES_AHEAD_MAX) reader->notes.stack_failed_until = end;
}

bs_status bs_table__scan_stack(bs_text_reader *reader, uint32_t at, bs_grid *out, bool *found)
{
    stack shape;
    if (!bs_table__may_be_stack(reader, at)) return BS_OK;
    if (!read_heads(reader, at, &shape)) {
        leave_note(reader, at);
        return BS_OK;
    }
    uint32_t end = shape.first, rows = 0;
    for (uint32_t next; (next = row_end(reader, end, &shape)) > 0; rows++)
        end = next + words_before_row(reader, next, &shape);
    if (rows < ROWS_MIN) return BS_OK;
    BS_TRY(add_heads(reader, out, at, &shape));
    BS_TRY(add_rows(reader, out, &shape, end));
    out->next = end;
    *found = true;
    return BS_OK;
}
