// SPDX-License-Identifier: GPL-3.0-or-later
// The flow of an HTML text: which pieces of it are blocks, and where HTML begins inside plain text.
#include "engine/base/limits.h"
#include "engine/read/html_internal.h"

typedef struct html_flow {
    bs_text_reader *reader;
    bs_html_cursor cursor;
    bs_block_kind kind; // of the text that is being collected
    uint16_t level;
    const char *start; // of that text; NULL before its first word
    const char *end;
    unsigned lists; // open lists
    unsigned tables;
    unsigned breaks;      // br since the last word
    unsigned open_inside; // inline elements that began behind `start`
    bool defined;         // the text is a term with what defines it
} html_flow;

static uint32_t line_of(const bs_text_reader *reader, const char *at)
{
    return bs_source_locate(reader->source, (bs_str){at, 0}).line;
}

static bs_status flush(html_flow *flow)
{
    if (flow->start == NULL) return BS_OK;
    bs_str text = {flow->start, (size_t)(flow->end - flow->start)};
    flow->start = NULL;
    flow->breaks = flow->open_inside = 0;
    flow->defined = false;
    if (flow->kind == BS_BLOCK_PARAGRAPH) return bs_block__emit_text(flow->reader, text);
    if (bs_line__is_decoration(text)) return BS_OK;
    if (flow->kind == BS_BLOCK_LIST_ITEM) {
        bs_marker marker = bs_marker__read(text);
        if (marker.kind == BS_MARKER_BULLET) text = bs_str_slice(text, marker.len, text.len);
    }
    bs_block block = {.kind = flow->kind, .level = flow->level, .text = text};
    block.line = line_of(flow->reader, block.text.ptr);
    return bs_text__emit(flow->reader, block);
}

static bs_status deepen(html_flow *flow, unsigned *depth)
{
    if (++*depth <= BS_HTML_DEPTH_MAX) return BS_OK;
    const char *at = flow->cursor.html.ptr + flow->cursor.at - 1;
    bs_place place = {.line = line_of(flow->reader, at)};
    return bs_fail_at(flow->reader->err, BS_E_LIMIT, place,
                      "lists or tables are nested more than %d deep", BS_HTML_DEPTH_MAX);
}

static void expect(html_flow *flow, bs_block_kind kind, unsigned level)
{
    flow->kind = kind;
    flow->level = (uint16_t)level;
}

static bs_status on_heading(html_flow *flow, const bs_html_token *token)
{
    bool open = token->kind == BS_HTML_OPEN;
    expect(flow, open ? BS_BLOCK_HEADING : BS_BLOCK_PARAGRAPH, open ? token->tag->level : 0);
    return BS_OK;
}

static bs_status on_list(html_flow *flow, const bs_html_token *token)
{
    expect(flow, BS_BLOCK_PARAGRAPH, 0);
    if (token->kind == BS_HTML_OPEN) return deepen(flow, &flow->lists);
    flow->lists -= flow->lists > 0;
    return BS_OK;
}

static bs_status on_item(html_flow *flow, const bs_html_token *token)
{
    bool open = token->kind == BS_HTML_OPEN;
    unsigned level = flow->lists > 0 ? flow->lists : 1;
    expect(flow, open ? BS_BLOCK_LIST_ITEM : BS_BLOCK_PARAGRAPH, open ? level : 0);
    return BS_OK;
}

static bs_status on_caption(html_flow *flow, const bs_html_token *token)
{
    expect(flow, token->kind == BS_HTML_OPEN ? BS_BLOCK_CAPTION : BS_BLOCK_PARAGRAPH, 0);
    return BS_OK;
}

// True when no other table begins before the end of the one that the cursor is in. A table with
// tables inside is there for the layout of the page, and its cells are just places.
static bool is_leaf(const bs_html_cursor *cursor)
{
    bs_str html = cursor->html;
    for (size_t at = bs_html__find_open(html, cursor->at); at != SIZE_MAX;) {
        bool close = at + 1 < html.len && html.ptr[at + 1] == '/';
        const bs_html_tag *tag = bs_html__tag(bs_str_slice(html, at + 1 + close, html.len));
        if (tag != NULL && tag->role == BS_HTML_TABLE) return close;
        at = bs_html__find_open(html, at + 1);
    }
    return true;
}

static bs_status on_table(html_flow *flow, const bs_html_token *token)
{
    expect(flow, BS_BLOCK_PARAGRAPH, 0);
    if (token->kind == BS_HTML_CLOSE) {
        flow->tables -= flow->tables > 0;
        return BS_OK;
    }
    // role="presentation": the page says itself that the table is there for its layout.
    bool layout = bs_str_find(token->text, BS_STR("presentation"), 0) != SIZE_MAX;
    if (!layout && is_leaf(&flow->cursor)) return bs_html__read_table(flow->reader, &flow->cursor);
    return deepen(flow, &flow->tables);
}

// Text whose lines count: it is read like a plain text, but no HTML is looked for in it again.
static bs_status on_plain(html_flow *flow, const bs_html_token *token)
{
    if (token->kind == BS_HTML_CLOSE) return BS_OK;
    bs_str html = flow->cursor.html;
    size_t end = flow->cursor.at;
    for (end = bs_str_find(html, BS_STR("</"), end); end != SIZE_MAX;) {
        const bs_html_tag *tag = bs_html__tag(bs_str_slice(html, end + 2, html.len));
        if (tag == token->tag) break;
        end = bs_str_find(html, BS_STR("</"), end + 2);
    }
    bs_str text = bs_str_slice(html, flow->cursor.at, end);
    flow->cursor.at += text.len;
    bs_text_reader *reader = flow->reader;
    bs_text_reader outer = *reader;
    reader->in_plain = true;
    BS_TRY(bs_text__read(reader, text));
    reader->lines = outer.lines;
    reader->line_count = outer.line_count;
    reader->in_plain = outer.in_plain;
    reader->notes = outer.notes;
    return BS_OK;
}

// The text that comes next, behind tags; the empty slice where a block follows that is none.
static bs_str text_ahead(const html_flow *flow)
{
    enum { TOKENS_MAX = 8 };
    bs_html_cursor ahead = flow->cursor;
    for (int i = 0; i < TOKENS_MAX; i++) {
        bs_html_token token = bs_html__next(&ahead);
        bs_str text = token.kind == BS_HTML_TEXT ? bs_html__strip(token.text) : (bs_str){0};
        if (text.len > 0) return text;
        bool inside = token.kind == BS_HTML_TEXT ||
                      (token.kind == BS_HTML_OPEN && token.tag->role == BS_HTML_INLINE);
        if (!inside) break;
    }
    return (bs_str){0};
}

// "<dt>Sales</dt><dd>1,486</dd><dd>up 6.2%</dd>": a short term and the figures that it is defined
// by are one item.
static bool joins_term(const html_flow *flow, const bs_html_token *token)
{
    enum { TERM_BYTES_MAX = 90, VALUE_BYTES_MAX = 60 };
    static const char signs[] = "+-−▲△$£€¥￥(约約약0123456789";
    bool term = bs_str_equal(bs_str_from(token->tag->name), BS_STR("dt"));
    bool open = token->kind == BS_HTML_OPEN;
    if (flow->start == NULL || flow->kind != BS_BLOCK_LIST_ITEM || (term && open)) return false;
    if (!bs_str_starts((bs_str){token->tag->name, 2}, BS_STR("d"))) return false;
    size_t len = (size_t)(flow->end - flow->start);
    if (!open) return len <= TERM_BYTES_MAX + 2 * VALUE_BYTES_MAX;
    bs_str text = text_ahead(flow);
    bool value = text.len > 0 && bs_line__is_in(bs_utf8_decode(text, 0).code, signs);
    if (flow->defined) return text.len <= VALUE_BYTES_MAX && bs_line__has_digit(text);
    return len <= TERM_BYTES_MAX && value && bs_line__has_digit(text);
}

typedef bs_status on_tag(html_flow *flow, const bs_html_token *token);

static on_tag *const actions[] = {
    [BS_HTML_HEADING] = on_heading, [BS_HTML_LIST] = on_list,       [BS_HTML_ITEM] = on_item,
    [BS_HTML_TABLE] = on_table,     [BS_HTML_CAPTION] = on_caption, [BS_HTML_PLAIN] = on_plain,
    [BS_HTML_SKIP] = NULL,
};

// The end of an element that began inside the text belongs to the text.
static void on_inline(html_flow *flow, const bs_html_token *token)
{
    if (flow->start == NULL) return;
    if (token->kind == BS_HTML_OPEN) {
        flow->open_inside++;
    } else if (flow->open_inside > 0) {
        flow->open_inside--;
        flow->end = token->text.ptr + token->text.len;
    }
}

static bs_status on_token(html_flow *flow, const bs_html_token *token)
{
    if (token->kind == BS_HTML_TEXT) {
        bs_str text = bs_html__strip(token->text);
        if (text.len == 0) return BS_OK;
        // "<br>□ ...<br>1. ...": a line that begins as the item of a list is one.
        bool item = flow->breaks > 0 && bs_marker__read(text).kind != BS_MARKER_NONE;
        if (item) BS_TRY(flush(flow));
        if (flow->start == NULL) flow->start = text.ptr;
        flow->end = text.ptr + text.len;
        flow->breaks = 0;
        return BS_OK;
    }
    bs_html_role role = token->tag->role;
    if (role == BS_HTML_INLINE) on_inline(flow, token);
    if (role == BS_HTML_INLINE || role == BS_HTML_VOID) return BS_OK;
    if (role == BS_HTML_BREAK && ++flow->breaks < 2) return BS_OK;
    if (role == BS_HTML_ITEM && joins_term(flow, token)) {
        flow->defined |= token->kind == BS_HTML_OPEN;
        return BS_OK;
    }
    BS_TRY(flush(flow));
    return actions[role] != NULL ? actions[role](flow, token) : BS_OK;
}

bs_status bs_html__read(bs_text_reader *reader, bs_str html)
{
    html_flow flow = {.reader = reader, .cursor = {.html = html}, .kind = BS_BLOCK_PARAGRAPH};
    for (bs_html_token token = bs_html__next(&flow.cursor); token.kind != BS_HTML_END;
         token = bs_html__next(&flow.cursor)) {
        BS_TRY(on_token(&flow, &token));
    }
    return flush(&flow);
}

bool bs_html__is_page(const bs_source *source)
{
    static const char *const starts[] = {"<!doctype html", "<html", "<head", "<body", "<?xml"};
    static const char *const endings[] = {".html", ".htm", ".xhtml"};
    bs_str text = bs_str_trim(bs_str_slice(source->text, 0, 256));
    for (size_t i = 0; i < BS_COUNT(starts); i++) {
        bs_str start = bs_str_from(starts[i]);
        if (bs_str_equal_nocase(bs_str_slice(text, 0, start.len), start)) return true;
    }
    for (size_t i = 0; i < BS_COUNT(endings); i++) {
        bs_str ending = bs_str_from(endings[i]);
        if (source->path.len < ending.len) continue;
        bs_str tail = bs_str_slice(source->path, source->path.len - ending.len, source->path.len);
        if (bs_str_equal_nocase(tail, ending)) return true;
    }
    return false;
}

// --- HTML inside plain text ---

// Byte offset in the line of the first opening tag of a table; SIZE_MAX for none.
static size_t find_table(bs_str text)
{
    for (size_t at = bs_html__find_open(text, 0); at != SIZE_MAX;) {
        const bs_html_tag *tag = bs_html__tag(bs_str_slice(text, at + 1, text.len));
        if (tag != NULL && tag->role == BS_HTML_TABLE) return at;
        at = bs_html__find_open(text, at + 1);
    }
    return SIZE_MAX;
}

// Offset behind the tag that closes the element opened at the beginning of `text`; SIZE_MAX when
// there is none.
static size_t find_close(bs_str text, const bs_html_tag *tag)
{
    size_t depth = 0;
    for (size_t at = 0; at != SIZE_MAX; at = bs_html__find_open(text, at + 1)) {
        bool close = at + 1 < text.len && text.ptr[at + 1] == '/';
        if (bs_html__tag(bs_str_slice(text, at + 1 + close, text.len)) != tag) continue;
        if (!close) {
            depth++;
        } else if (--depth == 0) {
            return at + 2;
        }
    }
    return SIZE_MAX;
}

// The rest of the text from `from` to the end of the line that holds byte `until`.
static bs_str to_line_end(bs_str text, size_t until)
{
    size_t end = bs_str_find(text, BS_STR("\n"), until);
    return bs_str_slice(text, 0, end);
}

// The text from `start` to the next blank line.
static bs_str to_blank_line(const bs_text_reader *reader, uint32_t at, const char *start)
{
    uint32_t last = at;
    while (last + 1 < reader->line_count && reader->lines[last + 1].text.len > 0)
        last++;
    const bs_str *raw = &reader->lines[last].raw;
    return (bs_str){start, (size_t)(raw->ptr + raw->len - start)};
}

static bool is_whole(bs_html_role role)
{
    return role == BS_HTML_TABLE || role == BS_HTML_LIST || role == BS_HTML_PLAIN ||
           role == BS_HTML_SKIP;
}

static bool comment_begins(bs_text_reader *reader, bs_str rest, bs_str *html)
{
    uint32_t bit = 1u << BS_HTML_INLINE; // inline elements are never looked for
    bool open = (reader->html_open_forever & bit) != 0;
    size_t end = open ? SIZE_MAX : bs_str_find(rest, BS_STR("-->"), 0);
    if (end == SIZE_MAX) reader->html_open_forever |= bit;
    *html = to_line_end(rest, end == SIZE_MAX ? 0 : end);
    return end != SIZE_MAX;
}

bool bs_html__begins(bs_text_reader *reader, uint32_t at, bs_str *html)
{
    const bs_line *line = &reader->lines[at];
    if (reader->in_plain || (line->flags & BS_LINE_TAG) == 0) return false;
    size_t start = find_table(line->text);
    if (start == SIZE_MAX) start = 0;
    bs_str text = bs_str_slice(line->text, start, line->text.len);
    const bs_line *last = &reader->lines[reader->line_count - 1];
    bs_str rest = {text.ptr, (size_t)(last->raw.ptr + last->raw.len - text.ptr)};
    if (bs_str_starts(text, BS_STR("<!--"))) {
        return comment_begins(reader, rest, html);
    }
    if (text.len < 3 || text.ptr[0] != '<') return false;
    bool close = text.ptr[1] == '/';
    const bs_html_tag *tag = bs_html__tag(bs_str_slice(text, 1 + close, text.len));
    if (tag == NULL || tag->role == BS_HTML_INLINE || tag->role == BS_HTML_BREAK) return false;
    *html = to_line_end(rest, 0);
    if (close || bs_str_equal(bs_str_from(tag->name), BS_STR("hr"))) return true;
    bs_str near = to_blank_line(reader, at, text.ptr);
    uint32_t bit = 1u << tag->role;
    bool far = is_whole(tag->role) && (reader->html_open_forever & bit) == 0;
    size_t end = find_close(far ? rest : near, tag);
    if (end == SIZE_MAX && far) reader->html_open_forever |= bit;
    *html = end == SIZE_MAX ? near : to_line_end(rest, end);
    return true;
}
