// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/read/text_internal.h"

// What has to stand behind a mark before it is one.
typedef enum follow_rule {
    FOLLOW_ANY,
    FOLLOW_BLANK,
    FOLLOW_WORD,        // a blank, or a letter of a script that writes no blanks
    FOLLOW_IDEOGRAPHIC, // the wide blank U+3000
    FOLLOW_GAP,         // two blanks or more, and then a letter
    FOLLOW_LETTER       // blanks and then a letter: what could be the sign of a number otherwise
} follow_rule;

static const struct {
    uint32_t code;
    int kind;
    follow_rule follow;
    uint8_t rank;
} symbols[] = {
    {'-', BS_MARKER_BULLET, FOLLOW_WORD, 20},      {0x2013, BS_MARKER_BULLET, FOLLOW_WORD, 20},
    {0x2014, BS_MARKER_BULLET, FOLLOW_WORD, 20},   {0x2015, BS_MARKER_BULLET, FOLLOW_WORD, 20},
    {0x2010, BS_MARKER_BULLET, FOLLOW_WORD, 20},   {0x2011, BS_MARKER_BULLET, FOLLOW_WORD, 20},
    {0xFF0D, BS_MARKER_BULLET, FOLLOW_WORD, 20},   {0x2212, BS_MARKER_BULLET, FOLLOW_LETTER, 20},
    {'*', BS_MARKER_STAR, FOLLOW_WORD, 20},        {0xFF0A, BS_MARKER_STAR, FOLLOW_WORD, 20},
    {'+', BS_MARKER_BULLET, FOLLOW_LETTER, 20},    {'o', BS_MARKER_BULLET, FOLLOW_LETTER, 20},
    {0xD8, BS_MARKER_BULLET, FOLLOW_LETTER, 20}, // Ø, as Wingdings print it
    {0x3147, BS_MARKER_BULLET, FOLLOW_WORD, 20},   {0xB7, BS_MARKER_BULLET, FOLLOW_ANY, 20},
    {0x2022, BS_MARKER_BULLET, FOLLOW_ANY, 20},    {0x2023, BS_MARKER_BULLET, FOLLOW_ANY, 20},
    {0x2043, BS_MARKER_BULLET, FOLLOW_ANY, 20},    {0x2219, BS_MARKER_BULLET, FOLLOW_ANY, 20},
    {0x22C5, BS_MARKER_BULLET, FOLLOW_ANY, 20},    {0x30FB, BS_MARKER_BULLET, FOLLOW_ANY, 20},
    {0x318D, BS_MARKER_BULLET, FOLLOW_ANY, 20},    {0x25AA, BS_MARKER_BULLET, FOLLOW_ANY, 20},
    {0x25AB, BS_MARKER_BULLET, FOLLOW_ANY, 20},    {0x25E6, BS_MARKER_BULLET, FOLLOW_ANY, 20},
    {0x25CB, BS_MARKER_BULLET, FOLLOW_WORD, 20},   {0x26AA, BS_MARKER_BULLET, FOLLOW_ANY, 20},
    {0x27A2, BS_MARKER_BULLET, FOLLOW_ANY, 20},    {0x27A4, BS_MARKER_BULLET, FOLLOW_ANY, 20},
    {0x2192, BS_MARKER_BULLET, FOLLOW_LETTER, 20}, {0x21D2, BS_MARKER_BULLET, FOLLOW_LETTER, 20},
    {0x261E, BS_MARKER_BULLET, FOLLOW_ANY, 20},    {0x2713, BS_MARKER_BULLET, FOLLOW_ANY, 20},
    {0x2714, BS_MARKER_BULLET, FOLLOW_ANY, 20},    {0xF0B7, BS_MARKER_BULLET, FOLLOW_ANY, 20},
    {0xF0A7, BS_MARKER_BULLET, FOLLOW_ANY, 20},    {0xF0D8, BS_MARKER_BULLET, FOLLOW_ANY, 20},
    {0xF06C, BS_MARKER_BULLET, FOLLOW_ANY, 20},    {0xF06E, BS_MARKER_BULLET, FOLLOW_ANY, 20},
    {0xF0FC, BS_MARKER_BULLET, FOLLOW_ANY, 20},    {0xF076, BS_MARKER_BULLET, FOLLOW_ANY, 20},
    {0xF0E0, BS_MARKER_BULLET, FOLLOW_ANY, 20},    {0xF09F, BS_MARKER_BULLET, FOLLOW_ANY, 20},
    {0x25A0, BS_MARKER_SYMBOL, FOLLOW_WORD, 10},   {0x25A1, BS_MARKER_SYMBOL, FOLLOW_WORD, 10},
    {0x25A3, BS_MARKER_SYMBOL, FOLLOW_WORD, 10},   {0x25C6, BS_MARKER_SYMBOL, FOLLOW_WORD, 11},
    {0x25C7, BS_MARKER_SYMBOL, FOLLOW_WORD, 11},   {0x25C8, BS_MARKER_SYMBOL, FOLLOW_WORD, 11},
    {0x2756, BS_MARKER_SYMBOL, FOLLOW_WORD, 11},   {0x25CE, BS_MARKER_SYMBOL, FOLLOW_WORD, 11},
    {0x25CF, BS_MARKER_SYMBOL, FOLLOW_WORD, 11},   {0x25B6, BS_MARKER_SYMBOL, FOLLOW_WORD, 14},
    {0x25B7, BS_MARKER_SYMBOL, FOLLOW_WORD, 14},   {0x25BA, BS_MARKER_SYMBOL, FOLLOW_WORD, 14},
    {0x2605, BS_MARKER_SYMBOL, FOLLOW_WORD, 14},   {0x2606, BS_MARKER_SYMBOL, FOLLOW_WORD, 14},
    {0x2611, BS_MARKER_SYMBOL, FOLLOW_WORD, 15},   {0x2610, BS_MARKER_SYMBOL, FOLLOW_WORD, 15},
    {0x25B2, BS_MARKER_SYMBOL, FOLLOW_LETTER, 15}, {0x25B3, BS_MARKER_SYMBOL, FOLLOW_LETTER, 15},
    {0x25BC, BS_MARKER_SYMBOL, FOLLOW_LETTER, 15}, {0x203B, BS_MARKER_NOTE, FOLLOW_ANY, 30},
    {0x2020, BS_MARKER_NOTE, FOLLOW_ANY, 30},      {0x2021, BS_MARKER_NOTE, FOLLOW_ANY, 30},
    {'>', BS_MARKER_QUOTE, FOLLOW_BLANK, 30},
};

// A counter says how many bytes of the text it takes; 0 when it does not begin with one.
typedef size_t counter(bs_str text);

static size_t run_of(bs_str text, size_t count_max, bool (*is_one)(uint32_t))
{
    size_t at = 0;
    for (size_t count = 0; count < count_max; count++) {
        bs_rune rune = bs_utf8_decode(text, at);
        if (rune.len == 0 || !is_one(rune.code)) return at;
        at += rune.len;
    }
    bs_rune next = bs_utf8_decode(text, at);
    return next.len > 0 && is_one(next.code) ? 0 : at;
}

static bool is_star(uint32_t code)
{
    return code == '*';
}

static bool is_digit(uint32_t code)
{
    code = bs_rune_fold_width(code);
    return code >= '0' && code <= '9';
}

static size_t digits(bs_str text)
{
    return run_of(text, 2, is_digit);
}

static size_t padded(bs_str text)
{
    size_t len = run_of(text, 2, is_digit);
    return len == 2 && text.ptr[0] == '0' ? len : 0;
}

static size_t dotted(bs_str text)
{
    size_t at = digits(text), parts = at > 0;
    while (at > 0 && at < text.len && (text.ptr[at] == '.' || text.ptr[at] == '-')) {
        size_t len = digits(bs_str_slice(text, at + 1, text.len));
        if (len == 0) break;
        at += 1 + len;
        parts++;
    }
    return parts > 1 ? at : 0;
}

static bool is_roman(uint32_t code)
{
    return code == 'I' || code == 'V' || code == 'X';
}

static size_t roman(bs_str text)
{
    return run_of(text, 5, is_roman);
}

static bool is_roman_small(uint32_t code)
{
    return code == 'i' || code == 'v' || code == 'x';
}

static size_t roman_small(bs_str text)
{
    return run_of(text, 5, is_roman_small);
}

static bool is_roman_rune(uint32_t code)
{
    return code >= 0x2160 && code <= 0x217B;
}

static size_t roman_rune(bs_str text)
{
    return run_of(text, 2, is_roman_rune);
}

static bool is_han_digit(uint32_t code)
{
    return bs_line__is_in(code, "一二三四五六七八九十百〇");
}

static size_t han(bs_str text)
{
    return run_of(text, 4, is_han_digit);
}

static size_t digits_or_han(bs_str text)
{
    size_t len = digits(text);
    return len > 0 ? len : han(text);
}

static bool is_ganada(uint32_t code)
{
    enum { FIRST = 0xAC00, STEP = 588 }; // from 가 to the syllables of the next consonant
    if (code < FIRST || (code - FIRST) % STEP != 0) return false;
    return bs_line__is_in(code, "가나다라마바사아자차카타파하");
}

static size_t ganada(bs_str text)
{
    return run_of(text, 1, is_ganada);
}

static bool is_letter(uint32_t code)
{
    code = bs_rune_fold_width(code) | 0x20;
    return code >= 'a' && code <= 'z';
}

static size_t latin(bs_str text)
{
    return run_of(text, 1, is_letter);
}

static size_t digits_or_letters(bs_str text)
{
    size_t len = digits(text);
    if (len == 0) len = roman(text);
    return len > 0 ? len : latin(text);
}

static bool is_katakana(uint32_t code)
{
    return code >= 0x30A2 && code <= 0x30F3;
}

static size_t katakana(bs_str text)
{
    return run_of(text, 1, is_katakana);
}

static bool is_circled(uint32_t code)
{
    return (code >= 0x2460 && code <= 0x24E9) || (code >= 0x2776 && code <= 0x2793) ||
           (code >= 0x3200 && code <= 0x3229) || (code >= 0x3260 && code <= 0x3289);
}

static size_t circled(bs_str text)
{
    return run_of(text, 1, is_circled);
}

// What a line can begin with for a row to be worth trying; most lines begin with none of these.
enum {
    FIRST_DIGIT = 1,
    FIRST_ROMAN = 2,
    FIRST_ROMAN_SMALL = 4,
    FIRST_LATIN = 8,
    FIRST_ROMAN_SIGN = 16,
    FIRST_HAN = 32,
    FIRST_GANADA = 64,
    FIRST_KATAKANA = 128,
    FIRST_CIRCLED = 256,
    FIRST_BRACKET = 512,
    FIRST_ORDER = 1024 // 第 and 제
};

static unsigned first_of(uint32_t code)
{
    unsigned first = is_digit(code) ? FIRST_DIGIT : 0;
    if (is_letter(code)) first |= FIRST_LATIN;
    if (is_roman(code)) first |= FIRST_ROMAN;
    if (is_roman_small(code)) first |= FIRST_ROMAN_SMALL;
    if (code == '(' || code == '[' || code == 0xFF08) first |= FIRST_BRACKET;
    if (code < 0x80) return first;
    if (is_roman_rune(code)) first |= FIRST_ROMAN_SIGN;
    if (bs_rune_is_han(code) && is_han_digit(code)) first |= FIRST_HAN;
    if (bs_rune_is_hangul(code) && is_ganada(code)) first |= FIRST_GANADA;
    if (is_katakana(code)) first |= FIRST_KATAKANA;
    if (is_circled(code)) first |= FIRST_CIRCLED;
    if (code == 0x7B2C || code == 0xC81C) first |= FIRST_ORDER;
    return first;
}

static const struct {
    unsigned first;
    bs_str prefix;
    counter *count;
    const char *suffix; // any one of these characters; "" for none
    follow_rule follow;
    int kind;
    uint8_t rank;
} numbers[] = {
    {FIRST_ORDER, BS_STR_INIT("第"), digits_or_han, "编編篇部", FOLLOW_ANY, BS_MARKER_CHAPTER, 1},
    {FIRST_ORDER, BS_STR_INIT("第"), digits_or_han, "章", FOLLOW_ANY, BS_MARKER_CHAPTER, 2},
    {FIRST_ORDER, BS_STR_INIT("第"), digits_or_han, "节節", FOLLOW_ANY, BS_MARKER_CHAPTER, 3},
    {FIRST_ORDER, BS_STR_INIT("第"), digits_or_han, "条條", FOLLOW_ANY, BS_MARKER_NUMBER, 6},
    {FIRST_ORDER, BS_STR_INIT("제"), digits, "편부", FOLLOW_BLANK, BS_MARKER_CHAPTER, 1},
    {FIRST_ORDER, BS_STR_INIT("제"), digits, "장", FOLLOW_BLANK, BS_MARKER_CHAPTER, 2},
    {FIRST_ORDER, BS_STR_INIT("제"), digits, "절관", FOLLOW_BLANK, BS_MARKER_CHAPTER, 3},
    {FIRST_LATIN, BS_STR_INIT("Part "), digits_or_letters, ".:", FOLLOW_BLANK, BS_MARKER_CHAPTER,
     1},
    {FIRST_LATIN, BS_STR_INIT("Chapter "), digits_or_letters, ".:", FOLLOW_BLANK, BS_MARKER_CHAPTER,
     2},
    {FIRST_LATIN, BS_STR_INIT("Section "), digits_or_letters, ".:", FOLLOW_BLANK, BS_MARKER_CHAPTER,
     3},
    {FIRST_LATIN, BS_STR_INIT("Annex "), digits_or_letters, ".:", FOLLOW_BLANK, BS_MARKER_CHAPTER,
     2},
    {FIRST_LATIN, BS_STR_INIT("Appendix "), digits_or_letters, ".:", FOLLOW_BLANK,
     BS_MARKER_CHAPTER, 2},
    {FIRST_ROMAN, BS_STR_INIT(""), roman, ".．)", FOLLOW_WORD, BS_MARKER_NUMBER, 2},
    {FIRST_ROMAN, BS_STR_INIT(""), roman, "", FOLLOW_BLANK, BS_MARKER_CHAPTER, 2},
    {FIRST_ROMAN_SIGN, BS_STR_INIT(""), roman_rune, ".．、)", FOLLOW_ANY, BS_MARKER_NUMBER, 2},
    {FIRST_ROMAN_SIGN, BS_STR_INIT(""), roman_rune, "", FOLLOW_ANY, BS_MARKER_NUMBER, 2},
    {FIRST_HAN, BS_STR_INIT(""), han, "、．", FOLLOW_ANY, BS_MARKER_NUMBER, 3},
    {FIRST_HAN, BS_STR_INIT(""), han, ".", FOLLOW_WORD, BS_MARKER_NUMBER, 3},
    {FIRST_BRACKET, BS_STR_INIT("("), han, ")", FOLLOW_ANY, BS_MARKER_NUMBER, 4},
    {FIRST_BRACKET, BS_STR_INIT("（"), han, "）", FOLLOW_ANY, BS_MARKER_NUMBER, 4},
    {FIRST_DIGIT, BS_STR_INIT(""), padded, "", FOLLOW_BLANK, BS_MARKER_CHAPTER, 4},
    {FIRST_DIGIT, BS_STR_INIT(""), padded, ".)", FOLLOW_WORD, BS_MARKER_NUMBER, 4},
    {FIRST_DIGIT, BS_STR_INIT(""), digits, ".．", FOLLOW_WORD, BS_MARKER_NUMBER, 5},
    {FIRST_DIGIT, BS_STR_INIT(""), digits, "、", FOLLOW_WORD, BS_MARKER_NUMBER, 5},
    {FIRST_ORDER, BS_STR_INIT("第"), digits_or_han, "", FOLLOW_IDEOGRAPHIC, BS_MARKER_CHAPTER, 2},
    {FIRST_DIGIT, BS_STR_INIT(""), digits, "", FOLLOW_IDEOGRAPHIC, BS_MARKER_NUMBER, 5},
    {FIRST_DIGIT, BS_STR_INIT(""), digits, "", FOLLOW_GAP, BS_MARKER_NUMBER, 5},
    {FIRST_BRACKET, BS_STR_INIT("["), digits, "]", FOLLOW_ANY, BS_MARKER_NOTE, 30},
    {FIRST_BRACKET, BS_STR_INIT("[^"), digits, "]", FOLLOW_ANY, BS_MARKER_NOTE, 30},
    {FIRST_DIGIT, BS_STR_INIT(""), digits, "/", FOLLOW_LETTER, BS_MARKER_NOTE, 30},
    {FIRST_KATAKANA, BS_STR_INIT(""), katakana, "", FOLLOW_IDEOGRAPHIC, BS_MARKER_NUMBER, 7},
    {FIRST_DIGIT, BS_STR_INIT(""), dotted, ".．", FOLLOW_WORD, BS_MARKER_CHAPTER, 6},
    {FIRST_DIGIT, BS_STR_INIT(""), dotted, "", FOLLOW_BLANK, BS_MARKER_CHAPTER, 6},
    {FIRST_DIGIT, BS_STR_INIT(""), digits, ")）", FOLLOW_WORD, BS_MARKER_NUMBER, 12},
    {FIRST_BRACKET, BS_STR_INIT("("), digits, ")", FOLLOW_WORD, BS_MARKER_NUMBER, 13},
    {FIRST_BRACKET, BS_STR_INIT("（"), digits, "）", FOLLOW_WORD, BS_MARKER_NUMBER, 13},
    {FIRST_GANADA, BS_STR_INIT(""), ganada, ".．", FOLLOW_BLANK, BS_MARKER_NUMBER, 7},
    {FIRST_GANADA, BS_STR_INIT(""), ganada, ")", FOLLOW_WORD, BS_MARKER_NUMBER, 17},
    {FIRST_BRACKET, BS_STR_INIT("("), ganada, ")", FOLLOW_WORD, BS_MARKER_NUMBER, 18},
    {FIRST_LATIN, BS_STR_INIT(""), latin, ".．", FOLLOW_BLANK, BS_MARKER_NUMBER, 7},
    {FIRST_LATIN, BS_STR_INIT(""), latin, ")）", FOLLOW_BLANK, BS_MARKER_NUMBER, 17},
    {FIRST_BRACKET, BS_STR_INIT("("), latin, ")", FOLLOW_BLANK, BS_MARKER_NUMBER, 18},
    {FIRST_ROMAN_SMALL, BS_STR_INIT(""), roman_small, ".)", FOLLOW_BLANK, BS_MARKER_NUMBER, 19},
    {FIRST_BRACKET, BS_STR_INIT("("), roman_small, ")", FOLLOW_BLANK, BS_MARKER_NUMBER, 19},
    {FIRST_KATAKANA, BS_STR_INIT(""), katakana, "．)）", FOLLOW_WORD, BS_MARKER_NUMBER, 7},
    {FIRST_BRACKET, BS_STR_INIT("("), katakana, ")", FOLLOW_WORD, BS_MARKER_NUMBER, 17},
    {FIRST_BRACKET, BS_STR_INIT("（"), katakana, "）", FOLLOW_WORD, BS_MARKER_NUMBER, 17},
    {FIRST_CIRCLED, BS_STR_INIT(""), circled, "", FOLLOW_ANY, BS_MARKER_NUMBER, 19},
};

// A quotation mark or bracket that opens a word.
static bool is_opening(uint32_t code)
{
    return bs_line__is_in(code, "'\"([‘“「『《〈（【〔［<*");
}

static size_t blanks_len(bs_str text, size_t at)
{
    size_t end = at;
    bs_rune rune = bs_utf8_decode(text, end);
    while (rune.len > 0 && bs_rune_is_space(rune.code)) {
        end += rune.len;
        rune = bs_utf8_decode(text, end);
    }
    return end - at;
}

// "1.2021年度", "2、2024년 예산": a year behind a mark.
static bool is_year(bs_str text, size_t at)
{
    static const bs_str years[] = {BS_STR_INIT("年"), BS_STR_INIT("년")};
    size_t len = run_of(bs_str_slice(text, at, text.len), 4, is_digit);
    bool century = bs_str_starts(bs_str_slice(text, at, at + 2), BS_STR("20")) ||
                   bs_str_starts(bs_str_slice(text, at, at + 2), BS_STR("19"));
    bs_str behind = bs_str_slice(text, at + len, text.len);
    return len == 4 && century &&
           (bs_str_starts(behind, years[0]) || bs_str_starts(behind, years[1]));
}

// "-2분기 연속 증가": a run behind a mark, and no count below zero.
static bool is_run(bs_str text, size_t at)
{
    static const bs_str runs[] = {
        BS_STR_INIT("분기 연속"), BS_STR_INIT("분기연속"),  BS_STR_INIT("분기 만"),
        BS_STR_INIT("분기만"),    BS_STR_INIT("개월 연속"), BS_STR_INIT("개월연속"),
        BS_STR_INIT("개월 만"),   BS_STR_INIT("개월만"),    BS_STR_INIT("년 연속"),
        BS_STR_INIT("년연속"),    BS_STR_INIT("년 만"),     BS_STR_INIT("년만"),
        BS_STR_INIT("か月連続"),  BS_STR_INIT("カ月連続"),  BS_STR_INIT("ヶ月連続"),
        BS_STR_INIT("年連続"),    BS_STR_INIT("期連続")};
    size_t len = run_of(bs_str_slice(text, at, text.len), 3, is_digit);
    bs_str behind = bs_str_slice(text, at + len, text.len);
    bool run = false;
    for (size_t i = 0; len > 0 && !run && i < BS_COUNT(runs); i++)
        run = bs_str_starts(behind, runs[i]);
    return run;
}

static bool follows(bs_str text, size_t at, follow_rule follow)
{
    bs_rune next = bs_utf8_decode(text, at);
    if (next.len == 0) return false;
    bool blank = bs_rune_is_space(next.code);
    bool wide = bs_line__is_wide_letter(next.code);
    if (follow == FOLLOW_ANY) return true;
    if (follow == FOLLOW_BLANK) return blank;
    if (follow == FOLLOW_IDEOGRAPHIC) return next.code == 0x3000;
    if (follow == FOLLOW_WORD)
        return blank || wide || (is_opening(next.code) && next.code != '*') || is_year(text, at) ||
               is_run(text, at);
    size_t blanks = blanks_len(text, at);
    if (follow == FOLLOW_GAP && blanks < 2) return false;
    bs_rune word = bs_utf8_decode(text, at + blanks);
    return blank &&
           (bs_line__is_wide_letter(word.code) || is_letter(word.code) || is_opening(word.code));
}

static bs_marker read_symbol(bs_str text)
{
    bs_rune first = bs_utf8_decode(text, 0);
    bool word = (first.code >= 0x3200 && first.code < 0xF000) ||
                (first.code < 0x80 && memchr("-*+o>", (int)first.code, 5) == NULL); // nearly all
    for (size_t i = 0; !word && i < BS_COUNT(symbols); i++) {
        if (symbols[i].code != first.code) continue;
        size_t at = first.len;
        bs_rune variant = bs_utf8_decode(text, at); // a selector of the emoji form
        if (variant.code == 0xFE0E || variant.code == 0xFE0F) at += variant.len;
        // "** 소득": the second kind of note.
        size_t stars = first.code == '*' ? run_of(bs_str_slice(text, at, text.len), 2, is_star) : 0;
        if (stars > 0 && follows(text, at + stars, FOLLOW_BLANK)) at += stars;
        if (!follows(text, at, symbols[i].follow)) break;
        at += blanks_len(text, at);
        if (at >= text.len) break;
        return (bs_marker){.kind = symbols[i].kind,
                           .style = (uint16_t)(i + 1),
                           .rank = symbols[i].rank,
                           .len = at};
    }
    return (bs_marker){0};
}

static bool starts_nocase(bs_str text, bs_str prefix)
{
    return bs_str_equal_nocase(bs_str_slice(text, 0, prefix.len), prefix);
}

// What a counter said of the beginning of a text: rows that ask the same one follow each other.
typedef struct counted {
    counter *count;
    size_t len;
} counted;

// Bytes of prefix, counter and suffix of one row; 0 when the text does not begin with it.
static size_t match_number(bs_str text, size_t row, counted *start)
{
    bs_str prefix = numbers[row].prefix;
    counter *count = numbers[row].count;
    if (prefix.len == 0 && start->count != count) *start = (counted){count, count(text)};
    if (prefix.len > 0 && !starts_nocase(text, prefix)) return 0;
    size_t at = prefix.len;
    size_t len = at == 0 ? start->len : count(bs_str_slice(text, at, text.len));
    if (len == 0) return 0;
    at += len;
    bs_rune next = bs_utf8_decode(text, at);
    bool optional = prefix.len > 3 && prefix.ptr[0] < 0x7F; // "Chapter 3" needs no stop
    if (numbers[row].suffix[0] == '\0' || (optional && bs_rune_is_space(next.code))) return at;
    return next.len > 0 && bs_line__is_in(next.code, numbers[row].suffix) ? at + next.len : 0;
}

// "2.1 - Growth of trade": bytes of the dash and the blank between the number of a section and its
// title.
static size_t dash_len(bs_str rest)
{
    bs_rune dash = bs_utf8_decode(rest, 0);
    bool apart = bs_line__is_in(dash.code, "-–—") && follows(rest, dash.len, FOLLOW_LETTER);
    return apart ? dash.len + 1 : 0;
}

// "10. 13." is a date, "一、二线城市" an enumeration, "1.5 million" a number and "I think" a
// sentence: what stands behind a counter can show that it is none.
static bool is_refused(bs_str text, size_t row, size_t at)
{
    bs_str rest = bs_str_trim(bs_str_slice(text, at, text.len));
    bs_rune next = bs_utf8_decode(rest, 0);
    if (numbers[row].count == han) return han(rest) > 0;
    bool bare = numbers[row].suffix[0] == '\0';
    if (bare && (numbers[row].count == roman || numbers[row].count == dotted)) {
        if (numbers[row].count == dotted) next = bs_utf8_decode(rest, dash_len(rest));
        bool capital = next.code >= 'A' && next.code <= 'Z';
        bool quoted = is_opening(next.code) && next.code != '<' && next.code != '*';
        return !capital && !bs_line__is_wide_letter(next.code) && !quoted;
    }
    bool stop = bs_line__is_in('.', numbers[row].suffix);
    size_t len = stop ? digits(rest) : 0;
    if (len == 0) return false;
    bs_rune behind = bs_utf8_decode(rest, len);
    return behind.len == 0 || behind.code == '.' || behind.code == '%' || behind.code == '/';
}

// A bare number can be just that: "1   Coverage changed" and "1.5 조 원" look alike. Only what
// begins a row of numbers (1, 1.1, 2.1) or has three parts is a marker for certain.
static bool is_weak(bs_str text, size_t row)
{
    if (numbers[row].suffix[0] != '\0') return false;
    bool bare = numbers[row].count == dotted || numbers[row].follow == FOLLOW_GAP;
    size_t len = numbers[row].count(text);
    if (!bare || len == 0) return false;
    size_t stops = 0;
    for (size_t i = 0; i < len; i++)
        stops += text.ptr[i] == '.' || text.ptr[i] == '-';
    bool first = text.ptr[len - 1] == '1' && (len == 1 || text.ptr[len - 2] < '0');
    return !first && stops < 2;
}

static bs_marker read_number(bs_str text)
{
    unsigned first = first_of(bs_utf8_decode(text, 0).code);
    counted start = {0};
    for (size_t i = 0; first != 0 && i < BS_COUNT(numbers); i++) {
        size_t at = (numbers[i].first & first) != 0 ? match_number(text, i, &start) : 0;
        if (at == 0 || !follows(text, at, numbers[i].follow)) continue;
        if (is_refused(text, i, at)) continue;
        bool footnote = numbers[i].kind == BS_MARKER_NOTE && text.ptr[at] == ':'; // "[^1]: text"
        at += footnote;
        at += blanks_len(text, at);
        if (numbers[i].count == dotted) at += dash_len(bs_str_slice(text, at, text.len));
        if (at >= text.len) continue;
        return (bs_marker){.kind = numbers[i].kind,
                           .style = (uint16_t)(BS_COUNT(symbols) + i + 1),
                           .rank = numbers[i].rank,
                           .weak = is_weak(text, i),
                           .len = at};
    }
    return (bs_marker){0};
}

bs_marker bs_marker__sign(bs_str text)
{
    return text.len > 0 ? read_symbol(text) : (bs_marker){0};
}

bs_marker bs_marker__read(bs_str text)
{
    if (text.len == 0) return (bs_marker){0};
    bs_marker marker = read_symbol(text);
    return marker.kind != BS_MARKER_NONE ? marker : read_number(text);
}

bs_marker bs_marker__alone(bs_str text)
{
    unsigned first = first_of(bs_utf8_decode(text, 0).code);
    counted start = {0};
    for (size_t i = 0; first != 0 && i < BS_COUNT(numbers); i++) {
        if ((numbers[i].first & first) == 0) continue;
        if (numbers[i].kind != BS_MARKER_CHAPTER && numbers[i].count != roman_rune) continue;
        if (match_number(text, i, &start) != text.len || text.len == 0) continue;
        // "15.7" on a line of its own is a figure, not chapter 15.7.
        if (memchr(text.ptr, '.', text.len) != NULL) continue;
        return (bs_marker){.kind = BS_MARKER_CHAPTER,
                           .style = (uint16_t)(BS_COUNT(symbols) + i + 1),
                           .rank = numbers[i].rank,
                           .len = text.len};
    }
    return (bs_marker){0};
}
