// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/read/text_internal.h"

// Widths, in columns of a terminal, up to which a line can be a title.
enum { MARKED_HEADING_MAX = 80, SYMBOL_HEADING_MAX = 60, PLAIN_HEADING_MAX = 44, TITLE_MAX = 72 };

static const bs_line *line_at(const bs_text_reader *reader, uint32_t at)
{
    return &reader->lines[at];
}

// Marks of chapters are so plain that a few blanks before them do not make them items.
enum { CHAPTER_RANK_MAX = 4, CHAPTER_INDENT_MAX = 8 };

// --- what a line is ---

static bs_block block_of(const bs_line *line, bs_block_kind kind, bs_str text)
{
    return (bs_block){.kind = kind, .line = line->number, .text = text};
}

// Emits one block that began on line `at` and goes to the end of line `last`.
static bs_status emit_to(bs_text_reader *reader, bs_block block, uint32_t last)
{
    const bs_line *end = line_at(reader, last);
    if (end->number != block.line) block.text = bs_line__join(block.text, end->text);
    reader->last_line = end->number;
    return bs_text__emit(reader, block);
}

static bool same_style(bs_text_reader *reader, uint32_t at, bs_marker marker)
{
    if (at >= reader->line_count) return false;
    return bs_marker__read(line_at(reader, at)->text).style == marker.style;
}

// Set in under something else. Two ideographic blanks begin every paragraph in Chinese.
static bool is_set_in(const bs_line *line)
{
    return line->indent > 1 && !bs_str_starts(line->raw, BS_STR("\xE3\x80\x80"));
}

// Without a last part in parentheses, which in a title is a date or a remark: "... 증가(9.20)".
static bs_str without_remark(bs_str text)
{
    const char *open =
        text.len > 0 && text.ptr[text.len - 1] == ')' ? memrchr(text.ptr, '(', text.len) : NULL;
    return open ? bs_str_slice(text, 0, (size_t)(open - text.ptr)) : text;
}

// A numbered or marked line is a heading when it is short, is no sentence, has something under it,
// and is not one of several of its kind in a row.
static bool is_heading(bs_text_reader *reader, uint32_t at, bs_marker marker)
{
    const bs_line *line = line_at(reader, at);
    bs_str text = bs_str_slice(line->text, marker.len, line->text.len);
    bool chapter = marker.rank <= CHAPTER_RANK_MAX && line->indent <= CHAPTER_INDENT_MAX;
    if ((is_set_in(line) && !chapter) || bs_line__is_sentence(text) || bs_line__is_url(text))
        return false;
    if (!bs_line__has_letter(text) || bs_line__is_wider(text, MARKED_HEADING_MAX)) return false;
    // Behind a square or triangle a longer line with figures is a statement.
    bool states = marker.kind == BS_MARKER_SYMBOL && bs_line__has_digit(without_remark(text));
    if (states && bs_line__is_wider(text, SYMBOL_HEADING_MAX)) return false;
    if (reader->last_style == marker.style) return false;
    uint32_t next = bs_line__skip_blank(reader, at + 1);
    if (next >= reader->line_count || same_style(reader, next, marker)) return false;
    if (bs_paragraph__end(reader, at, true) > at) return false; // wrapped, so no title
    if (marker.kind != BS_MARKER_CHAPTER) return true;
    // Without a stop behind the number only the blank lines around it tell a title from a line that
    // begins with a number.
    return (at == 0 || bs_line__is_blank(reader, at - 1)) || bs_line__is_blank(reader, at + 1);
}

// --- recognisers ---

typedef bs_status recogniser(bs_text_reader *reader, uint32_t at, uint32_t *next);

static bs_status read_fence(bs_text_reader *reader, uint32_t at, uint32_t *next)
{
    bs_str text = line_at(reader, at)->text;
    bs_str fence = bs_str_slice(text, 0, 3);
    if (!bs_str_equal(fence, BS_STR("```")) && !bs_str_equal(fence, BS_STR("~~~"))) return BS_OK;
    uint32_t end = at + 1;
    while (end < reader->line_count && !bs_str_starts(line_at(reader, end)->text, fence))
        end++;
    if (end == reader->line_count) return BS_OK;
    *next = end + 1;
    uint32_t first = bs_line__skip_blank(reader, at + 1);
    if (first >= end) return BS_OK;
    while (bs_line__is_blank(reader, end - 1))
        end--;
    const bs_line *line = line_at(reader, first);
    return emit_to(reader, block_of(line, BS_BLOCK_PARAGRAPH, line->text), end - 1);
}

static bs_status read_html(bs_text_reader *reader, uint32_t at, uint32_t *next)
{
    bs_str html;
    if ((line_at(reader, at)->flags & BS_LINE_TAG) == 0) return BS_OK;
    if (bs_str_starts(line_at(reader, at)->text, BS_STR("||"))) return BS_OK; // tags of a wiki
    if (!bs_html__begins(reader, at, &html)) return BS_OK;
    bs_str before = {line_at(reader, at)->text.ptr,
                     (size_t)(html.ptr - line_at(reader, at)->text.ptr)};
    BS_TRY(bs_block__emit_text(reader, bs_str_trim(before)));
    BS_TRY(bs_html__read(reader, html));
    const char *end = html.ptr + html.len;
    *next = at + 1;
    while (*next < reader->line_count && line_at(reader, *next)->raw.ptr < end)
        ++*next;
    reader->last_line = line_at(reader, *next - 1)->number;
    return BS_OK;
}

static bs_status read_table(bs_text_reader *reader, uint32_t at, uint32_t *next)
{
    bs_grid grid = {0};
    bool found = false;
    BS_TRY(bs_table__scan(reader, at, &grid, &found));
    if (!found) return BS_OK;
    *next = grid.next;
    return bs_table__emit(reader, &grid);
}

static bs_status read_decoration(bs_text_reader *reader, uint32_t at, uint32_t *next)
{
    if (bs_line__is_decoration(line_at(reader, at)->text)) *next = at + 1;
    return BS_OK;
}

static bs_status read_contents(bs_text_reader *reader, uint32_t at, uint32_t *next)
{
    const bs_line *line = line_at(reader, at);
    if ((line->flags & BS_LINE_GAP) == 0 && memchr(line->text.ptr, '.', line->text.len) == NULL &&
        (unsigned char)line->text.ptr[0] < 0x80) {
        return BS_OK;
    }
    size_t len = bs_marker__contents_len(line->text);
    if (len == 0) return BS_OK;
    *next = at + 1;
    bs_marker marker = bs_marker__read(line->text);
    if (marker.len >= len) marker = (bs_marker){0};
    bs_block block = block_of(line, BS_BLOCK_LIST_ITEM, bs_str_slice(line->text, marker.len, len));
    block.level = bs_level__of_item(reader, marker, line->indent);
    return emit_to(reader, block, at);
}

// "【수출 현황】": a line that is one bracket is the title of the table below it.
static bool is_bracketed_title(const bs_text_reader *reader, uint32_t at)
{
    const bs_line *line = line_at(reader, at);
    if (!bs_marker__is_bracketed(line->text)) return false;
    uint32_t next = bs_line__skip_blank(reader, at + 1);
    if (next >= reader->line_count) return false;
    const bs_line *below = line_at(reader, next);
    bs_str title;
    return (below->flags & (BS_LINE_TAB | BS_LINE_BAR)) != 0 || bs_marker__is_unit(below->text) ||
           bs_marker__caption(below->text, &title);
}

static bs_status read_caption(bs_text_reader *reader, uint32_t at, uint32_t *next)
{
    const bs_line *line = line_at(reader, at);
    bs_str title = line->text;
    bool unit = bs_marker__is_unit(line->text);
    if (!unit && is_bracketed_title(reader, at)) {
        title = bs_line__unwrap(line->text);
    } else if (!unit && !bs_marker__caption(line->text, &title)) {
        return BS_OK;
    }
    *next = at + 1;
    return emit_to(reader, block_of(line, BS_BLOCK_CAPTION, title), at);
}

static bs_status read_note(bs_text_reader *reader, uint32_t at, uint32_t *next)
{
    const bs_line *line = line_at(reader, at);
    if (!bs_marker__is_note(line->text)) return BS_OK;
    uint32_t last = bs_paragraph__end(reader, at, true);
    *next = last + 1;
    return emit_to(reader, block_of(line, BS_BLOCK_NOTE, line->text), last);
}

// Marks inside marks: "- * remark", "- ▶ point".
static bs_marker read_markers(const bs_text_reader *reader, bs_str text)
{
    bs_marker marker = bs_marker__read(text);
    bool bullet = marker.kind == BS_MARKER_BULLET || marker.kind == BS_MARKER_SYMBOL ||
                  (marker.kind == BS_MARKER_STAR && reader->star_is_note);
    if (!bullet) return marker;
    bs_marker inner = bs_marker__read(bs_str_slice(text, marker.len, text.len));
    if (inner.kind == BS_MARKER_NONE || inner.kind >= BS_MARKER_NUMBER) {
        if (inner.kind != BS_MARKER_NOTE) return marker;
    }
    marker.len += inner.len;
    if (inner.kind == BS_MARKER_STAR || inner.kind == BS_MARKER_NOTE) marker.kind = inner.kind;
    return marker;
}

// A numbered line straight under a table, or under a remark that is one by its word, is one of its
// footnotes. A remark with a mark of its own, "※", ends with its line.
static bool is_under_table(const bs_text_reader *reader, const bs_line *line)
{
    const bs_block_array *blocks = &reader->out->blocks;
    if (blocks->count == 0 || reader->last_line + 1 != line->number) return false;
    const bs_block *last = &blocks->items[blocks->count - 1];
    while (last > blocks->items && last->kind == BS_BLOCK_NOTE && last[-1].kind == BS_BLOCK_NOTE)
        last--;
    bool note = last->kind == BS_BLOCK_NOTE;
    bool table = note && last > blocks->items && last[-1].kind == BS_BLOCK_TABLE;
    return last->kind == BS_BLOCK_TABLE || table || (note && bs_marker__is_note(last->text));
}

static bs_block_kind kind_of(bs_text_reader *reader, uint32_t at, bs_marker marker)
{
    const bs_line *line = line_at(reader, at);
    bs_str text = bs_str_slice(line->text, marker.len, line->text.len);
    if (marker.kind == BS_MARKER_QUOTE) return BS_BLOCK_PARAGRAPH;
    if (marker.kind == BS_MARKER_NOTE || bs_marker__is_note(text)) return BS_BLOCK_NOTE;
    if (marker.kind == BS_MARKER_STAR && reader->star_is_note) return BS_BLOCK_NOTE;
    bool counted = marker.kind == BS_MARKER_NUMBER || marker.kind == BS_MARKER_CHAPTER;
    if (counted && is_under_table(reader, line)) return BS_BLOCK_NOTE;
    bool may_head = counted || marker.kind == BS_MARKER_SYMBOL;
    return may_head && is_heading(reader, at, marker) ? BS_BLOCK_HEADING : BS_BLOCK_LIST_ITEM;
}

static bs_status emit_item(bs_text_reader *reader, uint32_t at, bs_marker marker, bs_block block)
{
    if (block.kind == BS_BLOCK_LIST_ITEM) {
        block.level = bs_level__of_item(reader, marker, line_at(reader, at)->indent);
    }
    uint32_t last = bs_paragraph__end(reader, at, true);
    bs_str next = block.kind == BS_BLOCK_LIST_ITEM && last == at
                      ? bs_item__next_inline(line_at(reader, at)->text, block.text)
                      : (bs_str){0};
    while (next.len > 0) {
        bs_block front = block;
        front.text = bs_str_trim(bs_str_slice(block.text, 0, block.text.len - next.len));
        BS_TRY(bs_text__emit(reader, front));
        bs_marker sign = bs_marker__sign(next);
        if (sign.kind == BS_MARKER_NONE) sign = bs_marker__read(next);
        block.text = bs_str_slice(next, sign.len, next.len);
        block.level = bs_level__of_item(reader, sign, line_at(reader, at)->indent);
        next = bs_item__next_inline(next, block.text);
    }
    BS_TRY(emit_to(reader, block, last));
    if (block.kind == BS_BLOCK_LIST_ITEM) reader->last_style = marker.style;
    return BS_OK;
}

// Whether the marker before of its style has shown that it is one.
static bool continues_row(const bs_text_reader *reader, const bs_line *line, bs_marker marker)
{
    bool next = reader->last_line + 1 == line->number;
    if (next && reader->last_style == marker.style) return true;
    for (size_t i = 0; i < reader->heading_count; i++) {
        if (reader->headings[i].style == marker.style) return true;
    }
    return false;
}

static bs_status read_marked(bs_text_reader *reader, uint32_t at, uint32_t *next)
{
    const bs_line *line = line_at(reader, at);
    bs_marker marker = read_markers(reader, line->text);
    if (marker.kind == BS_MARKER_NONE) return BS_OK;
    if (marker.weak && !continues_row(reader, line, marker)) return BS_OK;
    bs_block_kind kind = kind_of(reader, at, marker);
    bs_str text = bs_str_slice(line->text, marker.len, line->text.len);
    if (kind == BS_BLOCK_HEADING) {
        *next = at + 1;
        uint16_t level = bs_level__of_heading(reader, marker);
        return bs_heading__emit(reader, block_of(line, kind, text), level);
    }
    if (marker.kind == BS_MARKER_CHAPTER) return BS_OK;
    bs_str title;
    if (marker.kind == BS_MARKER_QUOTE)
        return *next = at + 1, emit_to(reader, block_of(line, kind, text), at);
    if (kind != BS_BLOCK_NOTE && (bs_marker__caption(text, &title) || bs_marker__is_unit(text))) {
        *next = at + 1;
        return emit_to(reader, block_of(line, BS_BLOCK_CAPTION, text), at);
    }
    *next = bs_paragraph__end(reader, at, true) + 1;
    return emit_item(reader, at, marker, block_of(line, kind, text));
}

static bool stands_alone(const bs_text_reader *reader, uint32_t at)
{
    return (at == 0 || bs_line__is_blank(reader, at - 1)) && bs_line__is_blank(reader, at + 1);
}

// The number of a chapter on a line of its own, and its title on the next.
static bs_status read_lone_number(bs_text_reader *reader, uint32_t at, uint32_t *next)
{
    const bs_line *line = line_at(reader, at);
    bs_marker marker = bs_marker__alone(line->text);
    if (marker.kind == BS_MARKER_NONE || !(at == 0 || bs_line__is_blank(reader, at - 1)))
        return BS_OK;
    uint32_t below = bs_line__skip_blank(reader, at + 1);
    *next = at + 1;
    const bs_line *title = below < reader->line_count ? line_at(reader, below) : line;
    bool plain = title != line && bs_marker__read(title->text).kind == BS_MARKER_NONE &&
                 bs_marker__alone(title->text).kind == BS_MARKER_NONE &&
                 bs_line__has_letter(title->text) && !bs_line__is_sentence(title->text) &&
                 !bs_line__is_url(title->text) &&
                 (title->flags & (BS_LINE_TAB | BS_LINE_BAR)) == 0 &&
                 !bs_line__is_wider(title->text, MARKED_HEADING_MAX);
    if (!plain) title = line;
    if (plain) *next = below + 1;
    uint16_t level = bs_level__of_heading(reader, marker);
    return bs_heading__emit(reader, block_of(title, BS_BLOCK_HEADING, title->text), level);
}

static bool is_capitals(bs_str text)
{
    size_t capitals = 0;
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.ptr[i];
        if (c >= 0x80 || (c >= 'a' && c <= 'z')) return false;
        capitals += c >= 'A' && c <= 'Z';
    }
    return capitals >= 4 && capitals * 2 >= text.len;
}

// Index behind the lines in capitals that begin on line `at`; `at` when it is none.
static uint32_t capitals_end(const bs_text_reader *reader, uint32_t at)
{
    uint32_t end = at;
    while (end < reader->line_count && end - at < 4) {
        const bs_line *line = line_at(reader, end);
        bool loud = (line->flags & (BS_LINE_TAB | BS_LINE_BAR)) == 0 && is_capitals(line->text) &&
                    !bs_line__is_wider(line->text, MARKED_HEADING_MAX) &&
                    !bs_line__is_sentence(line->text);
        if (!loud) break;
        end++;
    }
    return end;
}

// A short line between blank lines that is no sentence and states no figure.
static bool is_plain_heading(const bs_text_reader *reader, uint32_t at)
{
    const bs_line *line = line_at(reader, at);
    bs_rune last = bs_utf8_decode_before(line->text, line->text.len);
    if (bs_line__is_sentence(line->text) || bs_line__is_url(line->text)) return false;
    if (last.code == ',' || last.code == ':' || last.code == 0xFF1A || last.code == 0x3001)
        return false;
    if (!bs_line__has_letter(line->text) || memchr(line->text.ptr, '@', line->text.len))
        return false;
    if (bs_line__skip_blank(reader, at + 1) >= reader->line_count) return false;
    bool first = !reader->titled && reader->out->blocks.count < 4;
    if (first && !bs_line__is_wider(line->text, TITLE_MAX)) return true;
    return !bs_line__is_wider(line->text, PLAIN_HEADING_MAX) && !bs_line__has_digit(line->text);
}

// "【個人消費】": a line of its own in such brackets, which text may follow directly.
static bool is_lenticular(const bs_text_reader *reader, uint32_t at)
{
    bs_str text = line_at(reader, at)->text;
    return bs_str_starts(text, BS_STR("【")) && bs_str_ends(text, BS_STR("】")) &&
           !bs_line__has_digit(text) && !bs_line__is_wider(text, PLAIN_HEADING_MAX) &&
           bs_str_find(text, BS_STR("】"), 0) + strlen("】") == text.len;
}

static bs_status read_plain_heading(bs_text_reader *reader, uint32_t at, uint32_t *next)
{
    static const bs_marker title = {.style = UINT16_MAX - 2, .rank = 0};
    static const bs_marker capitals = {.style = UINT16_MAX - 1, .rank = 1};
    static const bs_marker plain = {.style = UINT16_MAX, .rank = 9};
    const bs_line *line = line_at(reader, at);
    if (line->text.len > 4 * TITLE_MAX || (line->flags & (BS_LINE_TAB | BS_LINE_BAR)) != 0)
        return BS_OK;
    bool above = at == 0 || bs_line__is_blank(reader, at - 1);
    if (!above || bs_line__skip_blank(reader, at + 1) >= reader->line_count) return BS_OK;
    uint32_t last = capitals_end(reader, at);
    bool loud = last > at;
    bool heading = loud || is_lenticular(reader, at) ||
                   (stands_alone(reader, at) && is_plain_heading(reader, at));
    if (!heading) return BS_OK;
    *next = loud ? last : at + 1;
    bs_marker marker = loud ? capitals : reader->titled ? plain : title;
    bs_block block = block_of(line, BS_BLOCK_HEADING, line->text);
    if (*next > at + 1) block.text = bs_line__join(block.text, line_at(reader, *next - 1)->text);
    BS_TRY(bs_heading__emit(reader, block, bs_level__of_heading(reader, marker)));
    reader->last_line = line_at(reader, *next - 1)->number;
    return BS_OK;
}

static bs_status read_paragraph(bs_text_reader *reader, uint32_t at, uint32_t *next)
{
    const bs_line *line = line_at(reader, at);
    uint32_t last = bs_paragraph__end(reader, at, false);
    *next = last + 1;
    bs_str text = line->text;
    if (text.ptr[0] == '|' && at == last) text = bs_str_trim(bs_str_slice(text, 1, text.len));
    return emit_to(reader, block_of(line, BS_BLOCK_PARAGRAPH, text), last);
}

static recogniser *const recognisers[] = {
    bs_page__read_edge,
    read_fence,
    read_html,
    bs_columns__read,
    read_table,
    read_decoration,
    bs_heading__read_hash,
    bs_heading__read_wiki,
    bs_heading__read_underlined,
    read_contents,
    bs_rank__read_glued,
    read_caption,
    read_note,
    read_marked,
    read_lone_number,
    read_plain_heading,
    read_paragraph,
};

// Where stars are the only bullets, they are bullets.
static bool has_other_bullets(const bs_text_reader *reader)
{
    for (uint32_t i = 0; i < reader->line_count; i++) {
        if (bs_marker__sign(reader->lines[i].text).kind == BS_MARKER_BULLET) return true;
    }
    return false;
}

bs_status bs_block__read_lines(bs_text_reader *reader)
{
    reader->star_is_note = reader->star_is_note && has_other_bullets(reader);
    for (uint32_t at = bs_line__skip_blank(reader, 0); at < reader->line_count;) {
        uint32_t next = at;
        for (size_t i = 0; next == at && i < BS_COUNT(recognisers); i++) {
            BS_TRY(recognisers[i](reader, at, &next));
        }
        at = bs_line__skip_blank(reader, next);
    }
    return BS_OK;
}

// Text of another format that begins with a mark of plain text: a title or an item of a list.
static void read_mark(bs_text_reader *reader, bs_marker marker, bs_block *block)
{
    enum { TITLE_RANK_MAX = 11 };
    if (marker.kind == BS_MARKER_NONE || marker.kind == BS_MARKER_QUOTE || marker.weak) return;
    bs_str text = bs_str_slice(block->text, marker.len, block->text.len);
    bool title = marker.rank <= TITLE_RANK_MAX && bs_line__has_letter(text) &&
                 !bs_line__is_sentence(text) && !bs_line__is_wider(text, SYMBOL_HEADING_MAX) &&
                 !bs_line__has_digit(without_remark(text));
    if (!title && marker.kind == BS_MARKER_CHAPTER) return;
    block->text = text;
    block->kind = title ? BS_BLOCK_HEADING : BS_BLOCK_LIST_ITEM;
    block->level =
        title ? bs_level__of_heading(reader, marker) : bs_level__of_item(reader, marker, 0);
}

static bool is_remark(const bs_text_reader *reader, bs_marker marker, bs_str text)
{
    if (marker.kind == BS_MARKER_NOTE || bs_marker__is_note(text)) return true;
    if (marker.kind == BS_MARKER_STAR && reader->star_is_note) return true;
    return marker.len > 0 && bs_marker__is_note(bs_str_slice(text, marker.len, text.len));
}

bs_status bs_block__emit_text(bs_text_reader *reader, bs_str text)
{
    if (text.len == 0 || bs_line__is_decoration(text)) return BS_OK;
    bs_block block = {.kind = BS_BLOCK_PARAGRAPH, .text = text};
    bs_marker marker = bs_marker__read(text);
    bs_str title = text;
    if (bs_marker__is_unit(text) || bs_marker__caption(text, &title)) {
        block.kind = BS_BLOCK_CAPTION;
        block.text = title;
    } else if (is_remark(reader, marker, text)) {
        block.kind = BS_BLOCK_NOTE;
        block.text = bs_str_slice(text, marker.len, text.len);
    } else {
        read_mark(reader, marker, &block);
    }
    block.line = bs_source_locate(reader->source, (bs_str){block.text.ptr, 0}).line;
    return bs_text__emit(reader, block);
}
