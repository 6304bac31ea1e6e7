// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/utf8.h"
#include "engine/read/text_internal.h"

static const char *const caption_words[] = {
    "도표", "부표",  "별표",    "표",    "그림",  "그래프", "사진", "附表", "附图",  "図表",
    "圖表", "图表",  "付表",    "別表",  "表",    "图",     "図",   "圖",   "Table", "Figure",
    "Fig.", "Chart", "Exhibit", "Graph", "Panel", "Box",    "专栏", "專欄",
};

static const char *const note_words[] = {
    "주석",     "주",       "출처", "자료출처",  "자료원",   "자료",
    "참고",     "비고",     "각주", "참조",      "注释",     "备注",
    "资料来源", "数据来源", "来源", "說明",      "说明",     "資料來源",
    "資料出所", "注記",     "脚注", "注",        "註",       "備考",
    "出所",     "出典",     "資料", "出處",      "Notes",    "Note",
    "Sources",  "Source",   "N.B.", "Footnotes", "Footnote", "Explanatory note",
};

static const char *const unit_words[] = {
    "단위", "単位", "单位", "單位", "计量单位", "Units", "Unit", "Scale",
};

static const char *const unit_scales[] = {
    "in thousand", "in million", "in billion", "in trillion", "in hundred", "in percent",
    "in per cent", "in %",       "in US",      "in constant", "in current", "in 1,000",
    "in RMB",      "in USD",     "in euro",    "thousand",    "million",    "billion",
    "percent",     "per cent",   "percentage", "index",       "numbers in", "figures in",
    "amounts in",  "values in",  "dollars in",
};

static bool starts_nocase(bs_str text, bs_str prefix)
{
    return text.len >= prefix.len && bs_str_equal_nocase(bs_str_slice(text, 0, prefix.len), prefix);
}

// Bytes of the first of `words` that the text begins with; 0 for none.
static size_t word_len(bs_str text, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        bs_str word = bs_str_from(words[i]);
        if (starts_nocase(text, word)) return word.len;
    }
    return 0;
}

static bool is_in(uint32_t code, const char *set)
{
    bs_str text = bs_str_from(set);
    for (size_t at = 0; at < text.len;) {
        bs_rune rune = bs_utf8_decode(text, at);
        if (rune.code == code) return true;
        at += rune.len;
    }
    return false;
}

static size_t skip_blanks(bs_str text, size_t at)
{
    bs_rune rune = bs_utf8_decode(text, at);
    while (rune.len > 0 && bs_rune_is_space(rune.code)) {
        at += rune.len;
        rune = bs_utf8_decode(text, at);
    }
    return at;
}

static const struct {
    uint32_t open, close;
} brackets[] = {
    {'(', ')'},       {0xFF08, 0xFF09}, {'[', ']'},       {0xFF3B, 0xFF3D},
    {0x3010, 0x3011}, {0x3014, 0x3015}, {'<', '>'},       {0x3008, 0x3009},
    {0xFF1C, 0xFF1E}, {0x2329, 0x232A}, {0x27E8, 0x27E9}, {0x2039, 0x203A},
};

static uint32_t closing_of(uint32_t open)
{
    for (size_t i = 0; i < BS_COUNT(brackets); i++) {
        if (brackets[i].open == open) return brackets[i].close;
    }
    return 0;
}

// The inside of a text that is one bracket from beginning to end; the empty slice otherwise.
static bs_str inside_bracket(bs_str text)
{
    bs_rune first = bs_utf8_decode(text, 0), last = bs_utf8_decode_before(text, text.len);
    uint32_t close = closing_of(first.code);
    if (close == 0 || last.code != close || text.len <= first.len + last.len) return (bs_str){0};
    bs_str inside = bs_str_slice(text, first.len, text.len - last.len);
    int depth = 0;
    for (size_t at = 0; at < inside.len;) {
        bs_rune rune = bs_utf8_decode(inside, at);
        depth += (rune.code == first.code) - (rune.code == close);
        if (depth < 0) return (bs_str){0};
        at += rune.len;
    }
    return depth == 0 ? bs_str_trim(inside) : (bs_str){0};
}

// "1", "2-1", "A1", "3.2", "Ⅱ-3": bytes of the number of a table or figure.
static size_t label_number_len(bs_str text)
{
    size_t at = 0;
    bool digit = false;
    for (size_t letters = 0; at < text.len;) {
        bs_rune rune = bs_utf8_decode(text, at);
        uint32_t code = bs_rune_fold_width(rune.code);
        bool is_digit = (code >= '0' && code <= '9') || (code >= 0x2160 && code <= 0x216B) ||
                        is_in(code, "一二三四五六七八九十");
        bool joins = digit && (code == '-' || code == '.' || code == 0x2013);
        bs_rune next = bs_utf8_decode(text, at + rune.len);
        uint32_t behind = bs_rune_fold_width(next.code);
        if (joins && !(behind >= '0' && behind <= '9')) break;
        if (!is_digit && !joins) {
            bool letter = code >= 'A' && code <= 'Z' && letters++ == 0;
            if (!letter) break;
        }
        digit = digit || is_digit;
        at += rune.len;
    }
    bs_rune stop = bs_utf8_decode(text, at);
    return digit || (at == 1 && (stop.code == '.' || stop.code == ':')) ? at : 0;
}

// "표 1", "Table A-1", "第1表": bytes of the name and number of a table or figure.
static size_t label_len(bs_str text)
{
    bs_str order = BS_STR("第");
    if (bs_str_starts(text, order)) {
        size_t at = order.len + label_number_len(bs_str_slice(text, order.len, text.len));
        size_t word =
            word_len(bs_str_slice(text, at, text.len), caption_words, BS_COUNT(caption_words));
        return at > order.len && word > 0 ? at + word : 0;
    }
    size_t at = word_len(text, caption_words, BS_COUNT(caption_words));
    if (at == 0) return 0;
    at = skip_blanks(text, at);
    if (at < text.len && text.ptr[at] == '-') at++;
    size_t number = label_number_len(bs_str_slice(text, at, text.len));
    return number > 0 ? at + number : 0;
}

// A line that says "Table 3 shows ..." is a sentence: behind a label without a stop there has to be
// something that looks like a title.
static bool is_title(bs_str title)
{
    bs_rune first = bs_utf8_decode(title, 0);
    bool small = first.code >= 'a' && first.code <= 'z';
    return !small && !bs_line__is_sentence(title);
}

// "[표 1] 제목", "Table 3: title", "表1 标题".
static bool read_label(bs_str text, bs_str *title)
{
    bs_rune open = bs_utf8_decode(text, 0);
    uint32_t close = closing_of(open.code);
    size_t at = close ? skip_blanks(text, open.len) : 0;
    size_t label = label_len(bs_str_slice(text, at, text.len));
    if (label == 0) return false;
    at = skip_blanks(text, at + label);
    bool blank = at > label;
    bs_rune stop = bs_utf8_decode(text, at);
    bool stopped =
        close ? stop.code == close : is_in(stop.code, ".:：．)）]、|–—-") && stop.len > 0;
    if (close && !stopped) return false;
    if (stopped) at += stop.len;
    *title = bs_str_trim(bs_str_slice(text, at, text.len));
    if (title->len == 0) *title = text;
    return stopped || title->ptr == text.ptr || (blank && is_title(*title));
}

// "〈제목〉": a title in angle brackets. Square and round ones are remarks more often.
static bool read_bracketed(bs_str text, bs_str *title)
{
    bs_rune first = bs_utf8_decode(text, 0);
    if (!is_in(first.code, "<〈＜〈⟨‹")) return false;
    bs_str inside = inside_bracket(text);
    if (inside.len == 0 || bs_line__is_url(inside) || !bs_line__has_letter(inside)) return false;
    bs_rune start = bs_utf8_decode(inside, 0);
    if (first.code == '<') {
        bool latin = start.code < 0x80 && bs_rune_is_latin(start.code);
        bool blank = memchr(inside.ptr, ' ', inside.len) != NULL;
        bool tag = memchr(inside.ptr, '=', inside.len) || memchr(inside.ptr, '@', inside.len);
        if (is_in(start.code, "/!?") || tag || (latin && !blank)) return false;
    }
    *title = inside;
    return true;
}

bool bs_marker__caption(bs_str text, bs_str *title)
{
    text = bs_line__unwrap(text);
    bs_str inner;
    if (!read_bracketed(text, title)) return read_label(text, title);
    if (read_label(*title, &inner)) *title = inner;
    return true;
}

bool bs_marker__is_unit(bs_str text)
{
    enum { UNIT_BYTES_MAX = 160 };
    if (text.len > UNIT_BYTES_MAX) return false;
    bs_str inside = inside_bracket(text);
    bool bracketed = inside.len > 0;
    if (!bracketed) inside = text;
    size_t len = word_len(inside, unit_words, BS_COUNT(unit_words));
    if (len > 0) {
        size_t at = skip_blanks(inside, len);
        bs_rune next = bs_utf8_decode(inside, at);
        if (next.code == ':' || next.code == 0xFF1A) return true;
        return bracketed && at > len;
    }
    return bracketed && word_len(inside, unit_scales, BS_COUNT(unit_scales)) > 0;
}

// Marks that only a legend has: "p: provisional", "r = revised".
static bool is_legend(bs_str text)
{
    if (text.len < 3 || !is_in((unsigned char)text.ptr[0], "preabns")) return false;
    size_t at = skip_blanks(text, 1);
    return at < text.len && (text.ptr[at] == ':' || text.ptr[at] == '=');
}

bool bs_marker__is_note(bs_str text)
{
    text = bs_line__unwrap(text);
    bs_rune open = bs_utf8_decode(text, 0);
    uint32_t close = closing_of(open.code);
    if (close) text = bs_str_slice(text, open.len, text.len);
    size_t len = word_len(text, note_words, BS_COUNT(note_words));
    if (len == 0) return !close && is_legend(text);
    size_t at = skip_blanks(text, len);
    at += label_number_len(bs_str_slice(text, at, text.len));
    at = skip_blanks(text, at);
    bs_rune stop = bs_utf8_decode(text, at);
    if (stop.len == 0) return false;
    if (is_in(stop.code, ":：*")) return true;
    if (close) return stop.code == close && open.code != '(';
    if (is_in(stop.code, ")）]")) return true;
    return (unsigned char)text.ptr[0] < 0x80 && is_in(stop.code, ".—–");
}

static bool is_leader(uint32_t code)
{
    return is_in(code, ".·…‥・․⋯_─") || bs_rune_is_space(code);
}

// Characters before `at` that draw a leader; blanks are walked over and an ellipsis is three.
static size_t leader_dots(bs_str text, size_t *at)
{
    size_t dots = 0;
    bs_rune rune = bs_utf8_decode_before(text, *at);
    while (rune.len > 0 && is_leader(rune.code)) {
        dots += rune.code == 0x2026 || rune.code == 0x22EF ? 3 : !bs_rune_is_space(rune.code);
        *at -= rune.len;
        rune = bs_utf8_decode_before(text, *at);
    }
    return dots;
}

size_t bs_marker__contents_len(bs_str text)
{
    enum { PAGE_DIGITS_MAX = 4, LEADER_DOTS_MIN = 3 };
    size_t at = text.len;
    while (at > 0 && (bs_line__has_digit(bs_str_slice(text, at - 1, at)) ||
                      is_in((unsigned char)text.ptr[at - 1], "ivx"))) {
        at--;
    }
    if (at == text.len || text.len - at > PAGE_DIGITS_MAX) return 0;
    if (leader_dots(text, &at) < LEADER_DOTS_MIN) return 0;
    bs_str title = bs_str_trim(bs_str_slice(text, 0, at));
    return bs_line__has_letter(title) ? (size_t)(title.ptr + title.len - text.ptr) : 0;
}
