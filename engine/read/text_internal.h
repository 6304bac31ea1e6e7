// SPDX-License-Identifier: GPL-3.0-or-later
// text_internal.h: what the parts of the text reader share.
//
// The reader walks over the lines of a text. At each line that is not blank it asks a table of
// recognisers (block.c), in order, whether a block of their kind begins there; the first that says
// yes emits its blocks and tells which line comes next. Nothing recurses, and a recogniser that has
// looked far ahead in vain leaves a note of how far (bs_line_notes), so that the whole stays linear
// in the text.
#ifndef BS_READ_TEXT_INTERNAL_H
#define BS_READ_TEXT_INTERNAL_H

#include "engine/base/utf8.h"
#include "engine/core/document.h"

// What stands inside a line, found in one pass, so that most recognisers are asked for free.
enum {
    BS_LINE_TAB = 1,      // a tab behind the first character
    BS_LINE_LEAD_TAB = 2, // a tab before it
    BS_LINE_BAR = 4,      // a bar: | or one of the box-drawing characters
    BS_LINE_GAP = 8,      // two blanks, an ideographic space or a dot leader inside the text
    BS_LINE_TAG = 16      // <
};

typedef struct bs_line {
    bs_str raw;      // without its end
    bs_str text;     // trimmed; empty for a blank line
    uint32_t number; // in the source, from 1
    uint16_t indent; // columns of the blanks before the text; a tab goes to the next multiple of 4
    uint8_t flags;
} bs_line;

// How list and heading markers look; two markers of one style are of one depth.
typedef struct bs_marker {
    enum {
        BS_MARKER_NONE,
        BS_MARKER_BULLET,  // always an item
        BS_MARKER_STAR,    // an item or a note, by the habits of the document
        BS_MARKER_SYMBOL,  // a heading or an item, by what is around it
        BS_MARKER_NUMBER,  // the same
        BS_MARKER_CHAPTER, // a heading, if it is anything
        BS_MARKER_NOTE,
        BS_MARKER_QUOTE
    } kind;
    uint16_t style; // equal for markers of one look
    uint8_t rank;   // how high in a document such a marker usually stands; 1 is the highest
    bool weak;      // a bare number: a marker only as the first or next of a row of them
    size_t len;     // bytes, with the blanks behind it
} bs_marker;

typedef struct bs_level {
    uint16_t style;
    uint16_t indent;
    uint8_t rank;
} bs_level;

enum { BS_LEVELS_MAX = 32 }; // deeper than this, a list stays at its depth
enum { BS_PAGE_EDGES = 4 };  // heads and feet of pages that are kept in mind
enum { BS_COUNTED_LINES = 4 };

// A line whose figures have been counted, and how many end it; NULL for none.
typedef struct bs_counted_line {
    const bs_line *line;
    size_t figures;
} bs_counted_line;

// How many of the lines from `first` on in front of `end` hold a figure alone.
typedef struct bs_figure_window {
    uint32_t first;
    uint32_t end;
    uint32_t figures;
} bs_figure_window;

// What recognisers that looked ahead have found of the lines of one part of a text.
typedef struct bs_line_notes {
    uint32_t tab_failed_until; // below these line indices no table of the kind begins
    uint32_t bar_failed_until;
    uint32_t closed_failed_until;
    uint32_t padded_failed_until;
    uint32_t comma_failed_until;
    uint32_t aligned_failed_until;
    uint32_t token_failed_until;
    uint32_t columns_failed_until;
    uint32_t stack_failed_until;
    uint32_t turns_first; // where the table with cells in turns begins, of the lines in front
    uint32_t turns_until; // of this one
    bs_counted_line counted[BS_COUNTED_LINES]; // by the last bits of their indices
    bs_figure_window figures_ahead;
    uint32_t run_first; // lines of the run of plain text that was looked at last, and its width
    uint32_t run_last;
    size_t run_width;
} bs_line_notes;

typedef struct bs_text_reader {
    bs_document *out;
    bs_arena *arena;  // of the document
    bs_arena scratch; // until the end of bs_read_text
    const bs_source *source;
    bs_error *err;
    bs_line *lines; // of the part that is being read
    uint32_t line_count;
    bs_level headings[BS_LEVELS_MAX];
    size_t heading_count;
    bs_level items[BS_LEVELS_MAX];
    size_t item_count;
    uint16_t last_style; // of the block before, when it was a list item; 0 otherwise
    bool star_is_note;   // "* text" is a remark here, not an item
    bool titled;         // a heading has been seen
    bool paged;          // form feeds part its pages
    bs_str page_edges[BS_PAGE_EDGES];
    size_t page_edge_next;
    bool in_plain;              // inside <pre>: HTML is not looked for
    uint32_t last_line;         // number of the last line of the block before
    bs_line_notes notes;        // of the lines above
    uint32_t html_open_forever; // bit set of tags whose end was looked for in vain
} bs_text_reader;

// --- text.c: from bytes to lines, and from findings to blocks ---

// Reads a slice of the source as plain text; blocks are appended to reader->out.
BS_CHECKED bs_status bs_text__read(bs_text_reader *reader, bs_str text);
// Appends a block. An empty `text` appends nothing. `line` is its number in the source.
BS_CHECKED bs_status bs_text__emit(bs_text_reader *reader, bs_block block);
BS_CHECKED bs_status bs_text__memory(bs_text_reader *reader);

// --- columns.c ---

// Reads prose that stands in two columns.
BS_CHECKED bs_status bs_columns__read(bs_text_reader *reader, uint32_t at, uint32_t *next);

// --- page_edge.c ---

// Passes over a running head or foot of a page.
BS_CHECKED bs_status bs_page__read_edge(bs_text_reader *reader, uint32_t at, uint32_t *next);

// --- inline_item.c ---

// The rest of an item from the sign on of the next one that has been run together with it; empty
// where there is none. `marker` is the item's own sign with what follows it.
bs_str bs_item__next_inline(bs_str marker, bs_str text);

// --- table_bar_short.c ---

// Index of the line behind the heads from line `at` on that are one piece short of the rows below
// them, whose first two columns they have one head for; `at` where they are not.
uint32_t bs_table__short_heads(const bs_text_reader *reader, uint32_t at, uint32_t end);
// Index of the line with heads of groups that have lost how many columns they reach over, and that
// number in *reach; `end` where there is none.
uint32_t bs_table__group_heads(const bs_text_reader *reader, uint32_t at, uint32_t end,
                               uint32_t *reach);
// Is the line a title between bars that states the unit of the wider rows below it?
bool bs_table__is_bar_title(const bs_text_reader *reader, uint32_t at);
// Does such a title, or do such heads of groups, stand at line `at` or right below it?
bool bs_table__heads_groups(const bs_text_reader *reader, uint32_t at);

// --- glued_rank.c ---

// Reads a line of a list whose rank is glued to its name, and leaves the rank out.
BS_CHECKED bs_status bs_rank__read_glued(bs_text_reader *reader, uint32_t at, uint32_t *next);

// --- line.c: questions about lines ---

// Whether a character is one of those in `set`.
bool bs_line__is_in(uint32_t code, const char *set);
// A letter of a script that writes no blanks between words, or of Korean.
static inline bool bs_line__is_wide_letter(uint32_t code)
{
    return code >= 0x1100 &&
           (bs_rune_is_hangul(code) || bs_rune_is_han(code) || bs_rune_is_kana(code));
}
// Columns on a terminal.
size_t bs_line__width(bs_str text);
// Is a text wider than so many columns? No letter is wider than it has bytes, which tells most.
static inline bool bs_line__is_wider(bs_str text, size_t columns)
{
    return text.len > columns && bs_line__width(text) > columns;
}

bs_line bs_line__make(bs_str raw, uint32_t number);
// True for the index of a line that is not there, too.
bool bs_line__is_blank(const bs_text_reader *reader, uint32_t at);
// First line at or after `at` that is not blank; line_count when there is none.
uint32_t bs_line__skip_blank(const bs_text_reader *reader, uint32_t at);
// Nothing but signs that draw lines, or a page number between dashes. A letter or digit at either
// end, which most lines have, tells that it is none.
bool bs_line__is_drawn(bs_str text);
static inline bool bs_line__is_decoration(bs_str text)
{
    if (text.len < 3) return bs_line__is_drawn(text);
    unsigned char first = (unsigned char)text.ptr[0], last = (unsigned char)text.ptr[text.len - 1];
    unsigned char third = (unsigned char)text.ptr[text.len - 3];
    bool wide = (first >= 0xE4 && first < 0xEF) || (last >= 0x80 && third >= 0xE4 && third < 0xEF);
    bool ascii = (last >= '0' && last <= '9') || ((last | 0x20) >= 'a' && (last | 0x20) <= 'z');
    return !wide && !ascii && bs_line__is_drawn(text);
}
// Ends like a sentence: a full stop of some script, a semicolon, or a Korean verb ending.
bool bs_line__is_sentence(bs_str text);

// "## title", by the signs and the blank behind them; "#出口" and what stands far in are none.
bool bs_line__is_hash_heading(const bs_line *line);
bool bs_line__is_url(bs_str text);
bool bs_line__has_letter(bs_str text);
bool bs_line__has_digit(bs_str text);
// A number, a missing mark or several of them: what stands in a data column.
bool bs_line__is_numeric(bs_str text);
// Do figures that are alone on their lines stand below line `at`, as many as the shortest table
// with a cell a line has, and no further than its heads may reach? Constant time for a walk over
// lines.
bool bs_line__figures_ahead(bs_text_reader *reader, uint32_t at);
// The same, or a number with another in brackets behind it: "578.4(12.9%↑)".
bool bs_line__is_value(bs_str text);
// "적자전환", "黒転": a word that stands where the rate of a change would, which has none.
bool bs_line__is_turn(bs_str token);
// A number that names a time, as headers of columns do: a year from 1900 to 2099, '23, 9월, 3分期,
// Q1.
bool bs_line__is_period(bs_str text);
// The slice of the source from the start of `first` to the end of `last`.
bs_str bs_line__join(bs_str first, bs_str last);
// Without the markup that encloses all of it: **, __, <b>, 【】.
bs_str bs_line__unwrap_mark(bs_str text);
static inline bs_str bs_line__unwrap(bs_str text)
{
    char first = text.len > 0 ? text.ptr[0] : '\0';
    bool may = first == '*' || first == '_' || first == '<' || first == '\xE3';
    return may ? bs_line__unwrap_mark(text) : text;
}

// --- marker.c ---

// The marker that `text` begins with; kind BS_MARKER_NONE and len 0 when there is none.
bs_marker bs_marker__read(bs_str text);
// The same of bullets and other signs, without numbers.
bs_marker bs_marker__sign(bs_str text);
// The style of a numeral that stands alone on its line (II, 02, 第一章); kind NONE if it is none.
bs_marker bs_marker__alone(bs_str text);
// Bytes of what introduces a caption ("표 1.", "Table 3:"), and the caption without it.
bool bs_marker__caption(bs_str text, bs_str *title);
// A short text in one pair of square or lens brackets: "[수출 현황]", "【概況】".
bool bs_marker__is_bracketed(bs_str text);
// All of it in one pair of round brackets.
bool bs_marker__is_parenthesised(bs_str text);
// "(단위: 억원)", "(in millions)": a line that only says the unit of the table beside it.
bool bs_marker__is_unit(bs_str text);
// "2. Assets (unit: kEUR) This year Last year": what stands behind a unit in brackets; empty for a
// text without one.
bs_str bs_marker__behind_unit(bs_str text);
// "출처:", "Source:", "注：": begins like a note.
bool bs_marker__is_note(bs_str text);
// Length of the title before the dot leader of a line of a table of contents; 0 if it is no such.
size_t bs_marker__contents_len(bs_str text);

// --- block.c ---

// Reads the lines of reader->lines.
BS_CHECKED bs_status bs_block__read_lines(bs_text_reader *reader);
// Emits running text of other formats: `text` may turn out to be a caption or a note.
BS_CHECKED bs_status bs_block__emit_text(bs_text_reader *reader, bs_str text);

// --- level.c ---

// Level of a heading with this marker, given those before it.
uint16_t bs_level__of_heading(bs_text_reader *reader, bs_marker marker);
// Depth of a list item: by its indent, and by its mark where items are not set in.
uint16_t bs_level__of_item(bs_text_reader *reader, bs_marker marker, uint16_t indent);

// --- paragraph.c ---

// Index of the last line of the text that begins on line `at`: a paragraph, or, when `marked`, what
// stands behind a bullet or in a note, where lines that are set in go on with it.
uint32_t bs_paragraph__end(bs_text_reader *reader, uint32_t at, bool marked);

// --- tables ---

typedef BS_ARRAY(bs_cell) bs_cell_array;

// A table that was recognised, before it is emitted. Cells live in the scratch arena.
typedef struct bs_grid {
    bs_cell_array cells;
    uint32_t first; // index of its first line
    uint32_t next;  // index of the line behind it
} bs_grid;

// Each fills *out and returns true in *found when a table begins on line `at`.
typedef bs_status bs_table_scan(bs_text_reader *reader, uint32_t at, bs_grid *out, bool *found);
BS_CHECKED bs_status bs_table__scan_wiki(bs_text_reader *, uint32_t at, bs_grid *, bool *found);
BS_CHECKED bs_status bs_table__scan_tabs(bs_text_reader *, uint32_t at, bs_grid *, bool *found);
BS_CHECKED bs_status bs_table__scan_closed(bs_text_reader *, uint32_t at, bs_grid *, bool *found);
BS_CHECKED bs_status bs_table__scan_padded(bs_text_reader *, uint32_t at, bs_grid *, bool *found);
BS_CHECKED bs_status bs_table__scan_bars(bs_text_reader *, uint32_t at, bs_grid *, bool *found);
// Is line `at` the rule over a table between bars, with corners and rows below it?
bool bs_table__frames_bars(const bs_text_reader *reader, uint32_t at);
BS_CHECKED bs_status bs_table__scan_commas(bs_text_reader *, uint32_t at, bs_grid *, bool *found);
BS_CHECKED bs_status bs_table__scan_aligned(bs_text_reader *, uint32_t at, bs_grid *, bool *found);
BS_CHECKED bs_status bs_table__scan_tokens(bs_text_reader *, uint32_t at, bs_grid *, bool *found);
// Cheap: whether it is worth asking bs_table__scan_tokens, which no flag of a line tells.
bool bs_table__may_be_tokens(bs_text_reader *reader, uint32_t at);
BS_CHECKED bs_status bs_table__scan_units(bs_text_reader *, uint32_t at, bs_grid *, bool *found);
bool bs_table__may_be_units(bs_text_reader *reader, uint32_t at);
BS_CHECKED bs_status bs_table__scan_stack(bs_text_reader *, uint32_t at, bs_grid *, bool *found);
bool bs_table__may_be_stack(bs_text_reader *reader, uint32_t at);
// Has a head what one of figures has and one of labels has not: a year, a unit? (table_bar.c)
bool bs_table__heads_figures(bs_str head);
BS_CHECKED bs_status bs_table__scan_pairs(bs_text_reader *, uint32_t at, bs_grid *, bool *found);
bool bs_table__may_be_pairs(const bs_text_reader *reader, uint32_t at);
BS_CHECKED bs_status bs_table__scan_oneline(bs_text_reader *, uint32_t at, bs_grid *, bool *found);
// Is a text the head of the labels, "区分"? (table_stack.c)
bool bs_table__heads_labels(bs_str text);
BS_CHECKED bs_status bs_table__scan_turns(bs_text_reader *, uint32_t at, bs_grid *, bool *found);
bool bs_table__may_be_turns(bs_text_reader *reader, uint32_t at);
// Any of them.
BS_CHECKED bs_status bs_table__scan(bs_text_reader *reader, uint32_t at, bs_grid *out, bool *found);

// The column at which a second table begins beside the first, under the same head of its names; 0
// where none does. (table_second.c)
uint32_t bs_table__second_at(const bs_grid *grid, uint32_t count);

// Puts the cells of "$ | (4,972 | )" into columns of their own, where they are not, and the heads
// over the numbers. (table_sign.c)
void bs_table__set_signs(bs_grid *grid);
// Puts two lines of heads over their columns again that have moved to the left, as the reach of the
// wide ones was lost; drops them where they could belong in several places. (table_flat.c)
void bs_table__unflatten(bs_grid *grid);

// The text of a cell without the blanks and markup around it, and the columns it is set in by.
bs_str bs_table__clean(bs_str piece, uint16_t *indent);
// The bytes of a cell in double quotes that `rest` begins with, quotes and all, up to `separator` or
// the end of the line; a doubled quote is one of the cell. 0 for any other cell.
size_t bs_table__quoted_len(bs_str rest, char separator);
// Makes room for so many cells, where it is known: growing costs as much again.
BS_CHECKED bs_status bs_table__reserve(bs_text_reader *reader, bs_grid *grid, size_t count);
// Adds a cell; an empty `text` is not added, but its place stays empty.
BS_CHECKED bs_status bs_table__add(bs_text_reader *reader, bs_grid *grid, bs_cell cell);
// Takes captions and notes off the ends, splits tables that stand side by side, emits all of them.
BS_CHECKED bs_status bs_table__emit(bs_text_reader *reader, bs_grid *grid);

// --- headings ---

// Emits a block as a heading of a level.
BS_CHECKED bs_status bs_heading__emit(bs_text_reader *reader, bs_block block, uint16_t level);
// Each emits a heading that signs mark on line `at`, if there is one, and says what line is next.
BS_CHECKED bs_status bs_heading__read_hash(bs_text_reader *reader, uint32_t at, uint32_t *next);
BS_CHECKED bs_status bs_heading__read_wiki(bs_text_reader *reader, uint32_t at, uint32_t *next);
BS_CHECKED bs_status bs_heading__read_underlined(bs_text_reader *reader, uint32_t at,
                                                 uint32_t *next);

// --- html ---

// Reads a slice of the source that is HTML.
BS_CHECKED bs_status bs_html__read(bs_text_reader *reader, bs_str html);
// True when the whole source is an HTML page, by its beginning or its path.
bool bs_html__is_page(const bs_source *source);
// True when a block of HTML begins on line `at`: *html is the slice from there to the end of the
// line on which it closes, or to the next blank line where it never does.
bool bs_html__begins(bs_text_reader *reader, uint32_t at, bs_str *html);
// Text without blanks at both ends, the ones written &nbsp; or &#160; too.
bs_str bs_html__strip(bs_str text);
// Without the tags that open at its beginning and close at its end.
bs_str bs_html__trim(bs_str text);

#endif
