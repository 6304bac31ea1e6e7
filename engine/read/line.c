// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/read/text_internal.h"

enum { TAB_WIDTH = 4 };

static uint16_t indent_of(bs_str blanks)
{
    size_t columns = 0;
    for (size_t at = 0; at < blanks.len;) {
        bs_rune rune = bs_utf8_decode(blanks, at);
        int width = rune.code == 0x3000 ? 2 : rune.code == 0x200B || rune.code == 0xFEFF ? 0 : 1;
        columns =
            rune.code == '\t' ? (columns / TAB_WIDTH + 1) * TAB_WIDTH : columns + (size_t)width;
        at += rune.len;
    }
    return columns > UINT16_MAX ? UINT16_MAX : (uint16_t)columns;
}

// Flag of what begins at a byte that does not raise one by itself.
static uint8_t pair_flag(const char *at, const char *end)
{
    unsigned char c = (unsigned char)*at;
    bool next = at + 1 < end, third = at + 2 < end;
    if (c == '.') {
        bool dots = third && ((at[1] == '.' && at[2] == '.') || (at[1] == ' ' && at[2] == '.'));
        return dots ? BS_LINE_GAP : 0;
    }
    unsigned char second = next ? (unsigned char)at[1] : 0;
    if (c == 0xC2) return second == 0xA0 ? BS_LINE_GAP : 0;
    if (c == 0xE2) return second == 0x94 || second == 0x95 ? BS_LINE_BAR : 0;
    if (c == 0xE3) return second == 0x80 && third && at[2] == '\x80' ? BS_LINE_GAP : 0;
    if (c == 0xEF) return second == 0xBD && third && at[2] == '\x9C' ? BS_LINE_BAR : 0;
    return 0;
}

// What each byte raises: a flag, one that the byte or bytes behind it tell, or none with two bytes
// behind it, as Hangul and ideographs have.
enum { FLAG_OF_BLANK = 32, FLAG_OF_PAIR = 64, FLAG_OF_LETTER = 128 };
static const uint8_t byte_flags[UINT8_MAX + 1] = {
    ['\t'] = BS_LINE_TAB,    ['<'] = BS_LINE_TAG,     ['|'] = BS_LINE_BAR,
    [' '] = FLAG_OF_BLANK,   ['.'] = FLAG_OF_PAIR,    [0xC2] = FLAG_OF_PAIR,
    [0xE2] = FLAG_OF_PAIR,   [0xE3] = FLAG_OF_PAIR,   [0xEF] = FLAG_OF_PAIR,
    [0xE4] = FLAG_OF_LETTER, [0xE5] = FLAG_OF_LETTER, [0xE6] = FLAG_OF_LETTER,
    [0xE7] = FLAG_OF_LETTER, [0xE8] = FLAG_OF_LETTER, [0xE9] = FLAG_OF_LETTER,
    [0xEA] = FLAG_OF_LETTER, [0xEB] = FLAG_OF_LETTER, [0xEC] = FLAG_OF_LETTER,
    [0xED] = FLAG_OF_LETTER,
};

static uint8_t flags_of(bs_str raw, bs_str text)
{
    size_t before = (size_t)(text.ptr - raw.ptr);
    bs_str behind = bs_str_slice(raw, before + text.len, raw.len);
    unsigned flags = 0;
    if (memchr(behind.ptr, '\t', behind.len)) flags |= BS_LINE_TAB;
    if (before > 0 && memchr(raw.ptr, '\t', before)) flags |= BS_LINE_LEAD_TAB;
    const char *end = text.ptr + text.len;
    for (const char *at = text.ptr; at < end; at++) {
        uint8_t flag = byte_flags[(unsigned char)*at];
        if (flag == 0) continue;
        if (flag == FLAG_OF_LETTER) {
            at += 2;
        } else if (flag == FLAG_OF_BLANK) { // which never ends the text
            if (at[1] == ' ') flags |= BS_LINE_GAP;
        } else {
            flags |= flag == FLAG_OF_PAIR ? pair_flag(at, end) : flag;
        }
    }
    return (uint8_t)flags;
}

bs_line bs_line__make(bs_str raw, uint32_t number)
{
    bs_line line = {.raw = raw, .text = bs_str_trim(raw), .number = number};
    if (line.text.len == 0) return line;
    line.indent = indent_of((bs_str){raw.ptr, (size_t)(line.text.ptr - raw.ptr)});
    line.flags = flags_of(raw, line.text);
    return line;
}

bool bs_line__is_blank(const bs_text_reader *reader, uint32_t at)
{
    return at >= reader->line_count || reader->lines[at].text.len == 0;
}

uint32_t bs_line__skip_blank(const bs_text_reader *reader, uint32_t at)
{
    while (at < reader->line_count && reader->lines[at].text.len == 0)
        at++;
    return at;
}

bool bs_line__is_in(uint32_t code, const char *set)
{
    if (code < 0x80) return code != 0 && strchr(set, (int)code) != NULL;
    char bytes[5] = {0};
    bs_utf8_encode(code, bytes);
    const char *near = strchr(set, bytes[0]); // nearly always none
    return near != NULL && strstr(near, bytes) != NULL;
}

size_t bs_line__width(bs_str text)
{
    size_t width = 0;
    for (size_t at = 0; at < text.len;) {
        unsigned char lead = (unsigned char)text.ptr[at];
        if (lead >= 0x20 && lead < 0x7F) {
            width++;
            at++;
            continue;
        }
        // Most of Hangul and of the ideographs by their first bytes.
        bool letter = lead == 0xEB || lead == 0xEC || (lead >= 0xE5 && lead <= 0xE8);
        if (text.len - at >= 3 &&
            (letter || (lead == 0xEA && (unsigned char)text.ptr[at + 1] >= 0xB0))) {
            width += 2;
            at += 3;
            continue;
        }
        bs_rune rune = bs_utf8_decode(text, at);
        bool wide = (rune.code >= 0xAC00 && rune.code <= 0xD7A3) || bs_rune_is_han(rune.code);
        width += wide ? 2 : (size_t)bs_rune_width(rune.code);
        at += rune.len;
    }
    return width;
}

static bool is_drawing(uint32_t code)
{
    switch (code) {
    case '-':
    case '=':
    case '_':
    case '*':
    case '~':
    case '#':
    case '+':
    case '|':
    case ':':
    case '.':
    case '^':
    case '`':
    case '\'':
    case '"':
        return true;
    default: // box drawing and blocks, hyphens and dashes
        return (code >= 0x2500 && code <= 0x259F) || (code >= 0x2010 && code <= 0x2015);
    }
}

static bool is_mark(uint32_t code)
{
    if (code > 0x30FB && code < 0xFEFF) return false; // Hangul and ideographs
    return is_drawing(code) || bs_rune_is_space(code) || code == 0xB7 || code == 0x2022 ||
           code == 0x2026 || code == 0x30FB || code == 0x2212 || code == 0xFF0D || code == 0xFF1D ||
           code == 0xFF0B || code == 0xFF5C;
}

static bool is_dash(uint32_t code)
{
    return code == '-' || (code >= 0x2010 && code <= 0x2015) || code == 0x2500 || code == 0x2212 ||
           code == 0xFF0D;
}

// "- 12 -"
static bool is_page_number(bs_str text)
{
    bs_rune first = bs_utf8_decode(text, 0);
    if (!is_dash(first.code)) return false;
    bs_rune last = bs_utf8_decode_before(text, text.len);
    if (!is_dash(last.code) || text.len <= first.len + last.len) return false;
    bs_str inside = bs_str_trim(bs_str_slice(text, first.len, text.len - last.len));
    size_t digits = 0;
    for (size_t at = 0; at < inside.len; digits++) {
        bs_rune rune = bs_utf8_decode(inside, at);
        uint32_t code = bs_rune_fold_width(rune.code);
        if (code < '0' || code > '9') return false;
        at += rune.len;
    }
    return digits > 0 && digits <= 4;
}

bool bs_line__is_drawn(bs_str text)
{
    for (size_t at = 0; at < text.len;) {
        bs_rune rune = bs_utf8_decode(text, at);
        if (!is_mark(rune.code)) return is_page_number(text);
        at += rune.len;
    }
    return true;
}

static bool is_closing(uint32_t code)
{
    static const uint32_t closing[] = {'"',    '\'',   ')',    ']',    '*',   0x2019,
                                       0x201D, 0x300D, 0x300F, 0xFF09, 0x300B};
    for (size_t i = 0; i < BS_COUNT(closing); i++) {
        if (closing[i] == code) return true;
    }
    return false;
}

bool bs_line__is_hash_heading(const bs_line *line)
{
    enum { LEVEL_MAX = 6, INDENT_MAX = 3 };
    size_t level = 0;
    while (level < line->text.len && line->text.ptr[level] == '#')
        level++;
    bool closed = level == line->text.len || line->text.ptr[level] == ' ';
    return level > 0 && level <= LEVEL_MAX && closed && line->indent <= INDENT_MAX;
}

bool bs_line__is_sentence(bs_str text)
{
    bs_rune last = bs_utf8_decode_before(text, text.len);
    while (last.len > 0 && is_closing(last.code)) {
        text.len -= last.len;
        last = bs_utf8_decode_before(text, text.len);
    }
    static const uint32_t ends[] = {'.', ';', 0x3002, 0xFF0E, 0xFF1B, 0xFF61, 0xB2E4};
    for (size_t i = 0; i < BS_COUNT(ends); i++) {
        if (ends[i] == last.code) return true;
    }
    return false;
}

bool bs_line__is_url(bs_str text)
{
    static const bs_str starts[] = {BS_STR_INIT("http://"), BS_STR_INIT("https://"),
                                    BS_STR_INIT("www."), BS_STR_INIT("ftp://"),
                                    BS_STR_INIT("mailto:")};
    if (bs_str_starts(text, BS_STR("<"))) text = bs_str_slice(text, 1, text.len);
    for (size_t i = 0; i < BS_COUNT(starts); i++) {
        if (bs_str_starts(text, starts[i])) return true;
    }
    return false;
}

bool bs_line__has_letter(bs_str text)
{
    for (size_t at = 0; at < text.len;) {
        unsigned char byte = (unsigned char)text.ptr[at];
        if (byte < 0x80) {
            if (bs_rune_is_latin(byte)) return true;
            at++;
            continue;
        }
        bs_rune rune = bs_utf8_decode(text, at);
        uint32_t code = bs_rune_fold_width(rune.code);
        if (bs_rune_is_latin(code) || bs_rune_is_hangul(code) || bs_rune_is_han(code) ||
            bs_rune_is_kana(code)) {
            return true;
        }
        at += rune.len;
    }
    return false;
}

static bool is_digit(uint32_t code)
{
    return (code >= '0' && code <= '9') || (code >= 0xFF10 && code <= 0xFF19);
}

bool bs_line__has_digit(bs_str text)
{
    // The wide digits, U+FF10 to U+FF19, begin with EF.
    for (size_t at = 0; at < text.len; at++) {
        unsigned char byte = (unsigned char)text.ptr[at];
        if (byte >= '0' && byte <= '9') return true;
        if (byte == 0xEF && is_digit(bs_utf8_decode(text, at).code)) return true;
    }
    return false;
}

// What may stand around the digits of a number in a data column.
static bool is_number_mark(uint32_t code)
{
    if (code < 0x80) return strchr(" +-.,%()*$'/:~\t", (int)code) != NULL;
    if (code > 0x3000 && code != 0xFEFF) return false; // Hangul and ideographs
    return bs_rune_is_space(code) || bs_line__is_in(code, "¢£¥₩€–—−▲△∆‰↑↓▼▽±…");
}

static bool is_missing(bs_str text)
{
    static const bs_str words[] = {
        BS_STR_INIT("-"),  BS_STR_INIT(".."),  BS_STR_INIT("…"), BS_STR_INIT("n/a"),
        BS_STR_INIT("–"),  BS_STR_INIT("—"),   BS_STR_INIT("―"), BS_STR_INIT("n.a."),
        BS_STR_INIT("－"), BS_STR_INIT("−"),   BS_STR_INIT("x"), BS_STR_INIT("na"),
        BS_STR_INIT("--"), BS_STR_INIT("..."),
    };
    if (text.len > 4) return false;
    for (size_t i = 0; i < BS_COUNT(words); i++) {
        if (bs_str_equal_nocase(text, words[i])) return true;
    }
    return false;
}

// "£'000": thousands of what stands in front of it.
static bool is_thousands(bs_str text, size_t at)
{
    bs_str rest = bs_str_slice(text, at, text.len);
    return bs_str_starts(rest, BS_STR("'000")) || bs_str_starts(rest, BS_STR("’000")) ||
           bs_str_starts(rest, BS_STR("‘000"));
}

// A power of ten thousand between two groups of digits?
static bool is_scale_inside(bs_str text, size_t behind, uint32_t code)
{
    if (code < 0x80 || !is_digit(bs_utf8_decode(text, behind).code)) return false;
    return bs_line__is_in(code, "万億兆亿만억조");
}

// Digits and their marks, with at most three letters (r, p, bp, 원) at the end; "12-mos." and
// "£'000" are heads.
static bool is_number(bs_str text)
{
    enum { LETTERS_MAX = 3 };
    size_t digits = 0, letters = 0;
    for (size_t at = 0; at < text.len;) {
        bs_rune rune = bs_utf8_decode(text, at);
        if (is_digit(rune.code)) {
            if (letters > 0) return false;
            digits++;
        } else if (digits > 0 && letters == 0 && is_scale_inside(text, at + rune.len, rune.code)) {
            digits++; // "6,610万9,060人"
        } else if (!is_number_mark(bs_rune_fold_width(rune.code))) {
            if (digits == 0 || ++letters > LETTERS_MAX) return false;
            if (text.ptr[at - 1] == '-') return false;
        } else if (digits == 0 && is_thousands(text, at)) {
            return false;
        }
        at += rune.len;
    }
    return digits > 0;
}

bool bs_line__is_numeric(bs_str text)
{
    enum { BYTES_MAX = 64 };
    if (text.len == 0 || text.len > BYTES_MAX) return false;
    return is_number(text) || is_missing(text);
}

bool bs_line__is_turn(bs_str token)
{
    static const bs_str turns[] = {
        BS_STR_INIT("흑자전환"), BS_STR_INIT("적자전환"), BS_STR_INIT("흑자지속"),
        BS_STR_INIT("적자지속"), BS_STR_INIT("적자확대"), BS_STR_INIT("적자축소"),
        BS_STR_INIT("흑전"),     BS_STR_INIT("적전"),     BS_STR_INIT("적지"),
        BS_STR_INIT("흑지"),     BS_STR_INIT("黒字転換"), BS_STR_INIT("赤字転換"),
        BS_STR_INIT("扭亏为盈"), BS_STR_INIT("由盈转亏"), BS_STR_INIT("不适用"),
        BS_STR_INIT("皆増"),     BS_STR_INIT("皆減"),     BS_STR_INIT("순증"),
        BS_STR_INIT("黒転"),     BS_STR_INIT("赤転"),     BS_STR_INIT("赤縮"),
        BS_STR_INIT("赤拡"),     BS_STR_INIT("赤字縮小"), BS_STR_INIT("赤字拡大"),
    };
    if (token.len < 6 || (unsigned char)token.ptr[0] < 0x80) return false;
    for (size_t i = 0; i < BS_COUNT(turns); i++) {
        if (bs_str_equal(token, turns[i])) return true;
    }
    return false;
}

bool bs_line__is_value(bs_str text)
{
    enum { BYTES_MAX = 64 };
    if (bs_line__is_numeric(text) || bs_line__is_turn(text)) return true;
    if (text.len < 4 || text.len > BYTES_MAX || text.ptr[text.len - 1] != ')') return false;
    size_t open = bs_str_find(text, BS_STR("("), 0);
    if (open == 0 || open == SIZE_MAX) return false;
    bs_str front = bs_str_trim(bs_str_slice(text, 0, open));
    return bs_line__is_numeric(front) && bs_line__has_digit(front) &&
           bs_line__has_digit(bs_str_slice(text, open, text.len));
}

static bool is_figure_alone(const bs_line *line)
{
    bs_str text = line->text;
    if (text.len > 1 && text.ptr[text.len - 1] == '|') text = bs_str_slice(text, 0, text.len - 1);
    return bs_line__is_numeric(text) && bs_line__has_digit(text);
}

bool bs_line__figures_ahead(bs_text_reader *reader, uint32_t at)
{
    enum { LINES_AHEAD = 160, FIGURES_MIN = 3 };
    bs_figure_window *window = &reader->notes.figures_ahead;
    uint32_t end = reader->line_count - at < LINES_AHEAD ? reader->line_count : at + LINES_AHEAD;
    if (at < window->first || at > window->end) *window = (bs_figure_window){at, at, 0};
    for (; window->end < end; window->end++)
        window->figures += is_figure_alone(&reader->lines[window->end]);
    for (; window->first < at; window->first++)
        window->figures -= is_figure_alone(&reader->lines[window->first]);
    return window->figures >= FIGURES_MIN;
}

static bool is_year(bs_str text)
{
    size_t digits = 0;
    unsigned value = 0;
    while (digits < text.len && text.ptr[digits] >= '0' && text.ptr[digits] <= '9' && digits < 5) {
        value = value * 10 + (unsigned)(text.ptr[digits++] - '0');
    }
    if (digits != 4 || value < 1900 || value > 2099) return false;
    bs_rune next = bs_utf8_decode(text, digits);
    return next.code != ',' && !(next.code == '.' && digits + 2 >= text.len);
}

// "5月(速報)", "2/4（잠정）": the words in brackets behind a time say how final its figures are.
// What stands in front of a bracket without a digit, else the whole text.
static bs_str without_remark(bs_str text)
{
    enum { REMARK_BYTES_MAX = 24 };
    bool ascii = bs_str_ends(text, BS_STR(")"));
    if (!ascii && !bs_str_ends(text, BS_STR("）"))) return text;
    size_t open = bs_str_find(text, ascii ? BS_STR("(") : BS_STR("（"), 0);
    if (open == 0 || open == SIZE_MAX || text.len - open > REMARK_BYTES_MAX) return text;
    if (bs_line__has_digit(bs_str_slice(text, open, text.len))) return text;
    return bs_str_trim(bs_str_slice(text, 0, open));
}

bool bs_line__is_period(bs_str text)
{
    text = without_remark(text);
    bs_rune first = bs_utf8_decode(text, 0), last = bs_utf8_decode_before(text, text.len);
    bool digit = text.len > first.len && text.ptr[first.len] >= '0' && text.ptr[first.len] <= '9';
    if (digit && bs_line__is_in(first.code, "'’‘QH")) return true;
    bool quarter = (text.len == 3 || text.len == 4) && text.ptr[0] >= '1' && text.ptr[0] <= '4' &&
                   text.ptr[1] == '/' && text.ptr[2] == '4';
    if (quarter && (text.len == 3 || bs_line__is_in(last.code, "preP"))) return true; // 1/4p
    if (text.len > 1 && bs_line__is_in(last.code, "preP")) {                          // 6월p
        last = bs_utf8_decode_before(text, text.len - 1);
        return bs_line__is_in(last.code, "월月년年기期") || is_year(text);
    }
    if (last.len > 0 && bs_line__is_in(last.code, "월月년年기期季度분旬周週日일QH")) return true;
    return is_year(text);
}

bs_str bs_line__join(bs_str first, bs_str last)
{
    return (bs_str){first.ptr, (size_t)(last.ptr + last.len - first.ptr)};
}

bs_str bs_line__unwrap_mark(bs_str text)
{
    static const struct {
        bs_str open, close;
    } pairs[] = {
        {BS_STR_INIT("**"), BS_STR_INIT("**")},
        {BS_STR_INIT("__"), BS_STR_INIT("__")},
        {BS_STR_INIT("<b>"), BS_STR_INIT("</b>")},
        {BS_STR_INIT("<strong>"), BS_STR_INIT("</strong>")},
        {BS_STR_INIT("【"), BS_STR_INIT("】")},
    };
    for (size_t i = 0; i < BS_COUNT(pairs); i++) {
        size_t around = pairs[i].open.len + pairs[i].close.len;
        if (text.len <= around || !bs_str_starts(text, pairs[i].open)) continue;
        size_t close = bs_str_find(text, pairs[i].close, pairs[i].open.len);
        if (close + pairs[i].close.len != text.len) continue;
        return bs_str_trim(bs_str_slice(text, pairs[i].open.len, close));
    }
    return text;
}
