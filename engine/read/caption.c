// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/lexicon.h"
#include "engine/read/text_internal.h"

static const bs_str caption_words[] = {
    BS_STR_INIT("도표"),  BS_STR_INIT("부표"),   BS_STR_INIT("별표"),    BS_STR_INIT("표"),
    BS_STR_INIT("그림"),  BS_STR_INIT("그래프"), BS_STR_INIT("사진"),    BS_STR_INIT("附表"),
    BS_STR_INIT("附图"),  BS_STR_INIT("図表"),   BS_STR_INIT("圖表"),    BS_STR_INIT("图表"),
    BS_STR_INIT("付表"),  BS_STR_INIT("別表"),   BS_STR_INIT("表"),      BS_STR_INIT("图"),
    BS_STR_INIT("図"),    BS_STR_INIT("圖"),     BS_STR_INIT("Table"),   BS_STR_INIT("Figure"),
    BS_STR_INIT("Fig."),  BS_STR_INIT("Chart"),  BS_STR_INIT("Exhibit"), BS_STR_INIT("Graph"),
    BS_STR_INIT("Panel"), BS_STR_INIT("Box"),    BS_STR_INIT("专栏"),    BS_STR_INIT("專欄"),
};
BS_LEXICON(static, caption_words_at, caption_words, BS_LEXICON_FOLD);

// What introduces a remark, and what says where the figures come from. Only the first kind can
// stand in brackets before the text: "[注] ...", but 【資料１】 is the title of a handout.
static const bs_str remark_words[] = {
    BS_STR_INIT("주석"),     BS_STR_INIT("주"),
    BS_STR_INIT("각주"),     BS_STR_INIT("注释"),
    BS_STR_INIT("注記"),     BS_STR_INIT("脚注"),
    BS_STR_INIT("注"),       BS_STR_INIT("註"),
    BS_STR_INIT("Notes"),    BS_STR_INIT("Note"),
    BS_STR_INIT("N.B."),     BS_STR_INIT("Footnotes"),
    BS_STR_INIT("Footnote"), BS_STR_INIT("Explanatory note"),
};
BS_LEXICON(static, remark_words_at, remark_words, BS_LEXICON_FOLD);

static const bs_str note_words[] = {
    BS_STR_INIT("출처"),     BS_STR_INIT("자료출처"), BS_STR_INIT("자료원"),   BS_STR_INIT("자료"),
    BS_STR_INIT("참고"),     BS_STR_INIT("비고"),     BS_STR_INIT("참조"),     BS_STR_INIT("备注"),
    BS_STR_INIT("资料来源"), BS_STR_INIT("数据来源"), BS_STR_INIT("来源"),     BS_STR_INIT("說明"),
    BS_STR_INIT("说明"),     BS_STR_INIT("資料來源"), BS_STR_INIT("資料出所"), BS_STR_INIT("備考"),
    BS_STR_INIT("出所"),     BS_STR_INIT("出典"),     BS_STR_INIT("資料"),     BS_STR_INIT("出處"),
    BS_STR_INIT("Sources"),  BS_STR_INIT("Source"),
};
BS_LEXICON(static, note_words_at, note_words, BS_LEXICON_FOLD);

static const bs_str unit_words[] = {
    BS_STR_INIT("단위"),     BS_STR_INIT("単位"),  BS_STR_INIT("单位"), BS_STR_INIT("單位"),
    BS_STR_INIT("计量单位"), BS_STR_INIT("Units"), BS_STR_INIT("Unit"), BS_STR_INIT("Scale"),
};
BS_LEXICON(static, unit_words_at, unit_words, BS_LEXICON_FOLD);

static const bs_str unit_scales[] = {
    BS_STR_INIT("in thousand"), BS_STR_INIT("in million"), BS_STR_INIT("in billion"),
    BS_STR_INIT("in trillion"), BS_STR_INIT("in hundred"), BS_STR_INIT("in percent"),
    BS_STR_INIT("in per cent"), BS_STR_INIT("in %"),       BS_STR_INIT("in US"),
    BS_STR_INIT("in constant"), BS_STR_INIT("in current"), BS_STR_INIT("in 1,000"),
    BS_STR_INIT("in RMB"),      BS_STR_INIT("in USD"),     BS_STR_INIT("in euro"),
    BS_STR_INIT("thousand"),    BS_STR_INIT("million"),    BS_STR_INIT("billion"),
    BS_STR_INIT("percent"),     BS_STR_INIT("per cent"),   BS_STR_INIT("percentage"),
    BS_STR_INIT("index"),       BS_STR_INIT("numbers in"), BS_STR_INIT("figures in"),
    BS_STR_INIT("amounts in"),  BS_STR_INIT("values in"),  BS_STR_INIT("dollars in"),
};
BS_LEXICON(static, unit_scales_at, unit_scales, BS_LEXICON_FOLD);

static bool starts_nocase(bs_str text, bs_str prefix)
{
    return text.len >= prefix.len && bs_str_equal_nocase(bs_str_slice(text, 0, prefix.len), prefix);
}

// Bytes of the first of the words that the text begins with, Latin ones in either case; 0 for none.
static size_t word_len(bs_str text, bs_lexicon *words)
{
    if (text.len == 0) return 0;
    uint32_t key = bs_lexicon__fold(bs_lexicon_key_at(text, 0));
    const bs_lexicon_entry *entry = bs_lexicon_find(words, key);
    for (size_t i = 0; entry != NULL && i < entry->count; i++) {
        bs_str word = ((const bs_str *)words->rows)[words->order[entry->first + i]];
        bool stands = key < 0x80 ? starts_nocase(text, word) : bs_str_starts(text, word);
        if (stands) return word.len;
    }
    return 0;
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
    if (open > 0x3014 && open < 0xFF08) return 0; // nearly every line of Korean and Chinese
    if (open < 0x80 && open != '(' && open != '[' && open != '<') return 0; // and of others
    for (size_t i = 0; i < BS_COUNT(brackets); i++) {
        if (brackets[i].open == open) return brackets[i].close;
    }
    return 0;
}

// The inside of a text that is one bracket from beginning to end; the empty slice otherwise.
static bs_str inside_bracket(bs_str text)
{
    bs_rune first = bs_utf8_decode(text, 0);
    uint32_t close = closing_of(first.code);
    if (close == 0) return (bs_str){0};
    bs_rune last = bs_utf8_decode_before(text, text.len);
    if (last.code != close || text.len <= first.len + last.len) return (bs_str){0};
    bs_str inside = bs_str_slice(text, first.len, text.len - last.len);
    char opening = text.ptr[0], closing = text.ptr[text.len - last.len]; // their first bytes
    int depth = 0;
    for (size_t at = 0; at < inside.len; at++) {
        if (inside.ptr[at] != opening && inside.ptr[at] != closing) continue;
        bs_rune rune = bs_utf8_decode(inside, at);
        depth += (rune.code == first.code) - (rune.code == close);
        if (depth < 0) return (bs_str){0};
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
                        bs_line__is_in(code, "一二三四五六七八九十");
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

// "表　9月份发电量": a wide blank behind the word, and no other one, which would be between cells.
static bool is_set_apart(bs_str text, size_t word)
{
    static const bs_str wide = BS_STR_INIT("\u3000"), gap = BS_STR_INIT("  ");
    bs_str rest = bs_str_slice(text, word, text.len);
    if (!bs_str_starts(rest, wide)) return false;
    rest = bs_str_slice(rest, wide.len, rest.len);
    return bs_str_find(rest, wide, 0) == SIZE_MAX && bs_str_find(rest, gap, 0) == SIZE_MAX;
}

// "표 1", "Table A-1", "第1表": bytes of the name and number of a table or figure.
static size_t label_len(bs_str text)
{
    bs_str order = BS_STR("第");
    if (bs_str_starts(text, order)) {
        size_t at = order.len + label_number_len(bs_str_slice(text, order.len, text.len));
        size_t word = word_len(bs_str_slice(text, at, text.len), &caption_words_at);
        return at > order.len && word > 0 ? at + word : 0;
    }
    size_t at = word_len(text, &caption_words_at);
    if (at == 0) return 0;
    size_t word = at;
    bool apart = is_set_apart(text, word);
    at = skip_blanks(text, at);
    if (at < text.len && text.ptr[at] == '-') at++;
    size_t number = label_number_len(bs_str_slice(text, at, text.len));
    bs_rune stop = bs_utf8_decode(text, at);
    bool unnumbered = number == 0 && (stop.code == ':' || stop.code == 0xFF1A);
    bs_rune behind = bs_utf8_decode(text, at + number);
    bool named = number == 0 || (behind.len > 0 && !bs_rune_is_space(behind.code));
    if (apart && named) return word; // 表　9月份...
    return number > 0 || unnumbered ? at + number : 0;
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
        close ? stop.code == close : bs_line__is_in(stop.code, ".:：．)）]、|–—-") && stop.len > 0;
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
    if (closing_of(first.code) == 0 || !bs_line__is_in(first.code, "<〈＜〈⟨‹")) return false;
    bs_str inside = inside_bracket(text);
    if (inside.len == 0 || bs_line__is_url(inside) || !bs_line__has_letter(inside)) return false;
    bs_rune start = bs_utf8_decode(inside, 0);
    if (first.code == '<') {
        bool latin = start.code < 0x80 && bs_rune_is_latin(start.code);
        bool blank = memchr(inside.ptr, ' ', inside.len) != NULL;
        bool tag = memchr(inside.ptr, '=', inside.len) || memchr(inside.ptr, '@', inside.len);
        if (bs_line__is_in(start.code, "/!?") || tag || (latin && !blank)) return false;
    }
    *title = inside;
    return true;
}

// "&lt;표 1&gt; 수출 실적": the brackets of a page that a program has made.
static bool read_referenced(bs_str text, bs_str *title)
{
    static const bs_str open = BS_STR_INIT("&lt;"), close = BS_STR_INIT("&gt;");
    size_t end = bs_str_starts(text, open) ? bs_str_find(text, close, open.len) : SIZE_MAX;
    if (end == SIZE_MAX) return false;
    bs_str inside = bs_str_trim(bs_str_slice(text, open.len, end));
    bs_str rest = bs_str_trim(bs_str_slice(text, end + close.len, text.len));
    if (inside.len == 0 || label_len(inside) != inside.len) return false;
    *title = rest.len > 0 ? rest : inside;
    return true;
}

bool bs_marker__caption(bs_str text, bs_str *title)
{
    text = bs_line__unwrap(text);
    bs_str inner;
    if (text.len > 0 && text.ptr[0] == '&') return read_referenced(text, title);
    if (!read_bracketed(text, title)) return read_label(text, title);
    if (read_label(*title, &inner)) *title = inner;
    return true;
}

bool bs_marker__is_bracketed(bs_str text)
{
    enum { TITLE_BYTES_MAX = 180 };
    bs_rune first = bs_utf8_decode(text, 0);
    if (text.len > TITLE_BYTES_MAX || closing_of(first.code) == 0) return false;
    if (!bs_line__is_in(first.code, "[［【〔")) return false;
    return bs_line__has_letter(inside_bracket(text));
}

bool bs_marker__is_parenthesised(bs_str text)
{
    bs_rune first = bs_utf8_decode(text, 0);
    return (first.code == '(' || first.code == 0xFF08) && inside_bracket(text).len > 0;
}

// "In USD thousands unless stated otherwise": a line of its own without brackets.
static bool is_bare_unit(bs_str text)
{
    enum { LINE_BYTES_MAX = 72 };
    static const bs_str ends[] = {BS_STR_INIT("otherwise"), BS_STR_INIT("otherwise stated"),
                                  BS_STR_INIT("otherwise indicated"),
                                  BS_STR_INIT("otherwise noted"),
                                  BS_STR_INIT("otherwise specified")};
    if (text.len > LINE_BYTES_MAX || !bs_str_starts(text, BS_STR("In "))) return false;
    for (size_t i = 0; i < BS_COUNT(ends); i++) {
        if (bs_str_ends(text, ends[i])) return true;
    }
    return false;
}

bool bs_marker__is_unit(bs_str text)
{
    enum { UNIT_BYTES_MAX = 160 };
    if (text.len > UNIT_BYTES_MAX) return false;
    bs_str inside = inside_bracket(text);
    bool bracketed = inside.len > 0;
    if (!bracketed) inside = text;
    size_t len = word_len(inside, &unit_words_at);
    if (len > 0) {
        size_t at = skip_blanks(inside, len);
        bs_rune next = bs_utf8_decode(inside, at);
        if (next.code == ':' || next.code == 0xFF1A) return true;
        return bracketed && at > len;
    }
    if (!bracketed && !is_bare_unit(text)) return false;
    return word_len(inside, &unit_scales_at) > 0;
}

bs_str bs_marker__behind_unit(bs_str text)
{
    size_t open = SIZE_MAX;
    for (size_t at = 0; at < text.len;) {
        bs_rune rune = bs_utf8_decode(text, at);
        if (closing_of(rune.code) != 0) open = at;
        at += rune.len;
        if (open == SIZE_MAX || closing_of(bs_utf8_decode(text, open).code) != rune.code) continue;
        if (bs_marker__is_unit(bs_str_slice(text, open, at)))
            return bs_str_trim(bs_str_slice(text, at, text.len));
    }
    return (bs_str){0};
}

// Marks that only a legend has: "p: provisional", "r = revised".
static bool is_legend(bs_str text)
{
    if (text.len < 3 || memchr("preabns", text.ptr[0], 7) == NULL) return false;
    size_t at = skip_blanks(text, 1);
    return at < text.len && (text.ptr[at] == ':' || text.ptr[at] == '=');
}

// "( )内は対前年同月比増減率": what the brackets of a table mean.
static bool is_about_brackets(bs_str text)
{
    static const bs_str starts[] = {
        BS_STR_INIT("( )内"),   BS_STR_INIT("()内"),   BS_STR_INIT("(　)内"),
        BS_STR_INIT("（ ）内"), BS_STR_INIT("（）内"), BS_STR_INIT("（　）内"),
    };
    for (size_t i = 0; i < BS_COUNT(starts); i++) {
        if (bs_str_starts(text, starts[i])) return true;
    }
    return false;
}

bool bs_marker__is_note(bs_str text)
{
    text = bs_line__unwrap(text);
    if (is_about_brackets(text)) return true;
    bs_rune open = bs_utf8_decode(text, 0);
    uint32_t close = closing_of(open.code);
    if (close) text = bs_str_slice(text, open.len, text.len);
    size_t len = word_len(text, &remark_words_at);
    bool remark = len > 0;
    if (!remark) len = word_len(text, &note_words_at);
    if (len == 0) return !close && is_legend(text);
    size_t at = skip_blanks(text, len);
    at += label_number_len(bs_str_slice(text, at, text.len));
    at = skip_blanks(text, at);
    bs_rune stop = bs_utf8_decode(text, at);
    if (stop.len == 0) return false;
    if (bs_line__is_in(stop.code, ":：*")) return true;
    // "(주)" stands in front of names of firms.
    bool firm = open.code == '(' && bs_rune_is_hangul(bs_utf8_decode(text, 0).code);
    if (close) return remark && stop.code == close && !firm;
    if (bs_line__is_in(stop.code, ")）]")) return true;
    return (unsigned char)text.ptr[0] < 0x80 && bs_line__is_in(stop.code, ".—–");
}

static bool is_leader(uint32_t code)
{
    return bs_line__is_in(code, ".·…‥・․⋯_─") || bs_rune_is_space(code);
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
                      bs_line__is_in((unsigned char)text.ptr[at - 1], "ivx"))) {
        at--;
    }
    if (at == text.len || text.len - at > PAGE_DIGITS_MAX) return 0;
    if (leader_dots(text, &at) < LEADER_DOTS_MIN) return 0;
    bs_str title = bs_str_trim(bs_str_slice(text, 0, at));
    return bs_line__has_letter(title) ? (size_t)(title.ptr + title.len - text.ptr) : 0;
}
