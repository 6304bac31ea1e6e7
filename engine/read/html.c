// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/read/html_internal.h"

static const bs_html_tag tags[] = {
    {"a", BS_HTML_INLINE, 0},
    {"abbr", BS_HTML_INLINE, 0},
    {"address", BS_HTML_BLOCK, 0},
    {"article", BS_HTML_BLOCK, 0},
    {"aside", BS_HTML_BLOCK, 0},
    {"b", BS_HTML_INLINE, 0},
    {"big", BS_HTML_INLINE, 0},
    {"blockquote", BS_HTML_BLOCK, 0},
    {"body", BS_HTML_BLOCK, 0},
    {"br", BS_HTML_BREAK, 0},
    {"button", BS_HTML_BLOCK, 0},
    {"caption", BS_HTML_CAPTION, 0},
    {"center", BS_HTML_BLOCK, 0},
    {"cite", BS_HTML_INLINE, 0},
    {"code", BS_HTML_INLINE, 0},
    {"col", BS_HTML_VOID, 0},
    {"colgroup", BS_HTML_INLINE, 0},
    {"dd", BS_HTML_ITEM, 0},
    {"del", BS_HTML_INLINE, 0},
    {"details", BS_HTML_BLOCK, 0},
    {"dir", BS_HTML_LIST, 0},
    {"div", BS_HTML_BLOCK, 0},
    {"dl", BS_HTML_BLOCK, 0},
    {"dt", BS_HTML_ITEM, 0},
    {"em", BS_HTML_INLINE, 0},
    {"fieldset", BS_HTML_BLOCK, 0},
    {"figcaption", BS_HTML_CAPTION, 0},
    {"figure", BS_HTML_BLOCK, 0},
    {"font", BS_HTML_INLINE, 0},
    {"footer", BS_HTML_BLOCK, 0},
    {"form", BS_HTML_BLOCK, 0},
    {"h1", BS_HTML_HEADING, 1},
    {"h2", BS_HTML_HEADING, 2},
    {"h3", BS_HTML_HEADING, 3},
    {"h4", BS_HTML_HEADING, 4},
    {"h5", BS_HTML_HEADING, 5},
    {"h6", BS_HTML_HEADING, 6},
    {"head", BS_HTML_BLOCK, 0},
    {"header", BS_HTML_BLOCK, 0},
    {"hr", BS_HTML_BLOCK, 0},
    {"html", BS_HTML_BLOCK, 0},
    {"i", BS_HTML_INLINE, 0},
    {"img", BS_HTML_VOID, 0},
    {"input", BS_HTML_VOID, 0},
    {"ins", BS_HTML_INLINE, 0},
    {"label", BS_HTML_INLINE, 0},
    {"legend", BS_HTML_BLOCK, 0},
    {"li", BS_HTML_ITEM, 0},
    {"link", BS_HTML_VOID, 0},
    {"main", BS_HTML_BLOCK, 0},
    {"mark", BS_HTML_INLINE, 0},
    {"menu", BS_HTML_LIST, 0},
    {"meta", BS_HTML_VOID, 0},
    {"nav", BS_HTML_BLOCK, 0},
    {"noscript", BS_HTML_BLOCK, 0},
    {"o:p", BS_HTML_INLINE, 0},
    {"ol", BS_HTML_LIST, 0},
    {"option", BS_HTML_BLOCK, 0},
    {"p", BS_HTML_BLOCK, 0},
    {"pre", BS_HTML_PLAIN, 0},
    {"q", BS_HTML_INLINE, 0},
    {"rp", BS_HTML_INLINE, 0},
    {"rt", BS_HTML_INLINE, 0},
    {"ruby", BS_HTML_INLINE, 0},
    {"s", BS_HTML_INLINE, 0},
    {"samp", BS_HTML_INLINE, 0},
    {"script", BS_HTML_SKIP, 0},
    {"section", BS_HTML_BLOCK, 0},
    {"select", BS_HTML_BLOCK, 0},
    {"small", BS_HTML_INLINE, 0},
    {"span", BS_HTML_INLINE, 0},
    {"strike", BS_HTML_INLINE, 0},
    {"strong", BS_HTML_INLINE, 0},
    {"style", BS_HTML_SKIP, 0},
    {"sub", BS_HTML_INLINE, 0},
    {"summary", BS_HTML_BLOCK, 0},
    {"sup", BS_HTML_INLINE, 0},
    {"table", BS_HTML_TABLE, 0},
    {"tbody", BS_HTML_SECTION, 0},
    {"td", BS_HTML_CELL, 0},
    {"template", BS_HTML_SKIP, 0},
    {"textarea", BS_HTML_BLOCK, 0},
    {"tfoot", BS_HTML_SECTION, 0},
    {"th", BS_HTML_CELL, 1},
    {"thead", BS_HTML_SECTION, 1},
    {"time", BS_HTML_INLINE, 0},
    {"title", BS_HTML_HEADING, 1},
    {"tr", BS_HTML_ROW, 0},
    {"tt", BS_HTML_INLINE, 0},
    {"u", BS_HTML_INLINE, 0},
    {"ul", BS_HTML_LIST, 0},
    {"var", BS_HTML_INLINE, 0},
    {"wbr", BS_HTML_VOID, 0},
};

size_t bs_html__find_open(bs_str text, size_t from)
{
    if (from >= text.len) return SIZE_MAX;
    const char *open = memchr(text.ptr + from, '<', text.len - from);
    return open ? (size_t)(open - text.ptr) : SIZE_MAX;
}

static bool is_name(char c)
{
    char lower = (char)(c | 0x20);
    return (lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9') || c == ':' || c == '-';
}

static size_t name_len(bs_str text)
{
    size_t len = 0;
    while (len < text.len && is_name(text.ptr[len]))
        len++;
    return len;
}

static int compare_name(bs_str name, const char *row)
{
    for (size_t i = 0; i < name.len; i++) {
        int left = (unsigned char)name.ptr[i];
        if (left >= 'A' && left <= 'Z') left |= 0x20;
        int right = (unsigned char)row[i];
        if (left != right) return left - right;
    }
    return row[name.len] == '\0' ? 0 : -1;
}

// Behind the name of a tag stands its end or an attribute; "<Table 1. Exports>" is a title.
static bool may_follow_name(bs_str text, size_t at)
{
    if (at >= text.len || text.ptr[at] == '>' || text.ptr[at] == '/') return true;
    if (text.ptr[at] != ' ' && (text.ptr[at] < '\t' || text.ptr[at] > '\r')) return false;
    while (at < text.len && (text.ptr[at] == ' ' || (text.ptr[at] >= '\t' && text.ptr[at] <= '\r')))
        at++;
    if (at == text.len || text.ptr[at] == '>' || text.ptr[at] == '/') return true;
    size_t len = name_len(bs_str_slice(text, at, text.len));
    char behind = at + len < text.len ? text.ptr[at + len] : '>';
    return len > 0 && !(text.ptr[at] >= '0' && text.ptr[at] <= '9') && behind != '.' &&
           behind != ',';
}

const bs_html_tag *bs_html__tag(bs_str text)
{
    bs_str name = bs_str_slice(text, 0, name_len(text));
    if (name.len == 0 || name.len > 10 || !may_follow_name(text, name.len)) return NULL;
    size_t low = 0, high = BS_COUNT(tags);
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = compare_name(name, tags[middle].name);
        if (order == 0) return &tags[middle];
        if (order < 0) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return NULL;
}

// Bytes of the tag at the beginning of `rest`, up to its >; 0 when it has no end. A > in a quoted
// attribute does not end it, unless a quote is missing.
static size_t tag_len(bs_html_cursor *cursor, bs_str rest)
{
    for (size_t i = 1; i < rest.len && !cursor->quotes_off; i++) {
        char c = rest.ptr[i];
        if (c == '>') return i + 1;
        if ((c != '"' && c != '\'') || rest.ptr[i - 1] != '=') continue;
        const char *close = memchr(rest.ptr + i + 1, c, rest.len - i - 1);
        cursor->quotes_off = close == NULL;
        if (close != NULL) i = (size_t)(close - rest.ptr);
    }
    const char *end = memchr(rest.ptr, '>', rest.len);
    return end ? (size_t)(end - rest.ptr) + 1 : 0;
}

static bool is_tag_start(bs_str rest)
{
    if (rest.len < 3 || rest.ptr[0] != '<') return false;
    char first = rest.ptr[1] == '/' ? rest.ptr[2] : rest.ptr[1];
    char lower = (char)(first | 0x20);
    return (lower >= 'a' && lower <= 'z') || rest.ptr[1] == '!' || rest.ptr[1] == '?';
}

// Bytes of text before the next tag that HTML has, or what looks like one of its declarations.
static size_t text_len(bs_str rest)
{
    size_t at = 0;
    while (at < rest.len) {
        const char *open = memchr(rest.ptr + at, '<', rest.len - at);
        if (open == NULL) return rest.len;
        at = (size_t)(open - rest.ptr);
        bs_str here = bs_str_slice(rest, at, rest.len);
        if (is_tag_start(here)) {
            size_t name = here.ptr[1] == '/' ? 2 : 1;
            if (here.ptr[1] == '!' || here.ptr[1] == '?') return at;
            if (bs_html__tag(bs_str_slice(here, name, here.len)) != NULL) return at;
            // An address in angle brackets is text; an element of some other vocabulary is no text.
            size_t len = name_len(bs_str_slice(here, name, here.len));
            char behind = name + len < here.len ? here.ptr[name + len] : '\0';
            bool ends = behind == '>' || behind == '/' || behind == ' ';
            if (ends && here.ptr[name + len - 1] != ':') return at;
        }
        at++;
    }
    return rest.len;
}

// Passes over a comment, a declaration, or the inside of script and style.
static size_t skipped_len(bs_str rest, const bs_html_tag *tag, size_t len)
{
    if (bs_str_starts(rest, BS_STR("<!--"))) {
        size_t end = bs_str_find(rest, BS_STR("-->"), 4);
        return end == SIZE_MAX ? rest.len : end + 3;
    }
    if (tag == NULL || tag->role != BS_HTML_SKIP || rest.ptr[1] == '/') return len;
    for (size_t at = bs_str_find(rest, BS_STR("</"), len); at != SIZE_MAX;) {
        if (bs_html__tag(bs_str_slice(rest, at + 2, rest.len)) == tag) return at;
        at = bs_str_find(rest, BS_STR("</"), at + 2);
    }
    return rest.len;
}

bs_html_token bs_html__next(bs_html_cursor *cursor)
{
    while (cursor->at < cursor->html.len) {
        bs_str rest = bs_str_slice(cursor->html, cursor->at, cursor->html.len);
        size_t len = text_len(rest);
        if (len == 0) {
            len = tag_len(cursor, rest);
            if (len == 0) len = rest.len; // never ended: nothing behind it is text
            bool close = rest.len > 1 && rest.ptr[1] == '/';
            const bs_html_tag *tag = bs_html__tag(bs_str_slice(rest, close ? 2 : 1, rest.len));
            cursor->at += skipped_len(rest, tag, len);
            if (tag == NULL || tag->role == BS_HTML_SKIP) continue;
            return (bs_html_token){.kind = close ? BS_HTML_CLOSE : BS_HTML_OPEN,
                                   .text = bs_str_slice(rest, 0, len),
                                   .tag = tag};
        }
        cursor->at += len;
        return (bs_html_token){.kind = BS_HTML_TEXT, .text = bs_str_slice(rest, 0, len)};
    }
    return (bs_html_token){.kind = BS_HTML_END};
}

unsigned bs_html__number(bs_str tag, const char *attribute, unsigned fallback)
{
    bs_str name = bs_str_from(attribute);
    for (size_t at = 1; at + name.len < tag.len; at++) {
        if (tag.ptr[at - 1] > ' ' ||
            !bs_str_equal_nocase(bs_str_slice(tag, at, at + name.len), name)) {
            continue;
        }
        size_t i = at + name.len;
        while (i < tag.len && (tag.ptr[i] == '=' || tag.ptr[i] == '"' || tag.ptr[i] == '\'' ||
                               tag.ptr[i] == ' ')) {
            i++;
        }
        unsigned value = 0;
        size_t digits = i;
        while (i < tag.len && tag.ptr[i] >= '0' && tag.ptr[i] <= '9' && value < 100000) {
            value = value * 10 + (unsigned)(tag.ptr[i++] - '0');
        }
        return i > digits ? value : fallback;
    }
    return fallback;
}

static const bs_str blanks[] = {
    BS_STR_INIT("&nbsp;"), BS_STR_INIT("&#160;"), BS_STR_INIT("&#xa0;"),   BS_STR_INIT("&#xA0;"),
    BS_STR_INIT("&emsp;"), BS_STR_INIT("&ensp;"), BS_STR_INIT("&#12288;"), BS_STR_INIT("&#x3000;"),
};

static size_t blank_at_start(bs_str text)
{
    for (size_t i = 0; text.len > 0 && text.ptr[0] == '&' && i < BS_COUNT(blanks); i++) {
        if (bs_str_starts(text, blanks[i])) return blanks[i].len;
    }
    return 0;
}

static size_t blank_at_end(bs_str text)
{
    for (size_t i = 0; text.len > 0 && text.ptr[text.len - 1] == ';' && i < BS_COUNT(blanks); i++) {
        if (bs_str_ends(text, blanks[i])) return blanks[i].len;
    }
    return 0;
}

bs_str bs_html__strip(bs_str text)
{
    for (;;) {
        text = bs_str_trim(text);
        size_t start = blank_at_start(text);
        text = bs_str_slice(text, start, text.len);
        size_t end = blank_at_end(text);
        text = bs_str_slice(text, 0, text.len - end);
        if (start + end == 0) return text;
    }
}

bs_str bs_html__trim(bs_str text)
{
    text = bs_str_trim(text);
    while (text.len > 2 && text.ptr[0] == '<' && text.ptr[1] != '/') {
        const char *end = memchr(text.ptr, '>', text.len);
        if (end == NULL || bs_html__tag(bs_str_slice(text, 1, text.len)) == NULL) break;
        text = bs_html__strip(bs_str_slice(text, (size_t)(end - text.ptr) + 1, text.len));
    }
    while (text.len > 3 && text.ptr[text.len - 1] == '>') {
        const char *open = memrchr(text.ptr, '<', text.len);
        if (open == NULL) break;
        size_t at = (size_t)(open - text.ptr);
        bool close = text.ptr[at + 1] == '/';
        const bs_html_tag *tag = bs_html__tag(bs_str_slice(text, at + 1 + close, text.len));
        if (tag == NULL || (!close && tag->role != BS_HTML_BREAK)) break;
        text = bs_html__strip(bs_str_slice(text, 0, at));
    }
    return text;
}
