// SPDX-License-Identifier: GPL-3.0-or-later
// Lines cut at single blanks: words, the names of business terms, and the figures at their end.
#include "engine/read/table_token.h"

enum { FIGURES_MAX = BS_TOKEN_FIGURES_MAX, LABEL_BYTES_MAX = 160 };

// "△ 26,000", "$ 5,210": where the sign of a figure at byte `at` begins that a blank parts from it;
// `at` for none.
static size_t sign_before(bs_str text, size_t at)
{
    static const bs_str signs[] = {BS_STR_INIT("△"),  BS_STR_INIT("▲"), BS_STR_INIT("$"),
                                   BS_STR_INIT("£"),  BS_STR_INIT("€"), BS_STR_INIT("US$"),
                                   BS_STR_INIT("HK$")};
    bool figure = at < text.len && text.ptr[at] >= '0' && text.ptr[at] <= '9';
    bs_str front = bs_str_trim(bs_str_slice(text, 0, at));
    for (size_t i = 0; figure && i < BS_COUNT(signs); i++) {
        if (!bs_str_ends(front, signs[i])) continue;
        size_t start = front.len - signs[i].len;
        if (start == 0 || text.ptr[start - 1] == ' ') return start;
    }
    return at;
}

// Where the word begins that ends a text without blanks behind it.
static size_t word_start(bs_str text)
{
    const char *blank = memrchr(text.ptr, ' ', text.len);
    return blank != NULL ? (size_t)(blank - text.ptr) + 1 : 0;
}

// Cuts the last word off *text.
static bs_str cut_word(bs_str *text)
{
    *text = bs_str_trim(*text);
    size_t at = text->len > 0 ? word_start(*text) : 0;
    bs_str word = bs_str_slice(*text, at, text->len);
    *text = bs_str_slice(*text, 0, at);
    return word;
}

static bool is_plain_number(bs_str word)
{
    for (size_t i = 0; i < word.len; i++) {
        if (word.ptr[i] < '0' || word.ptr[i] > '9') return false;
    }
    return word.len > 0;
}

// "제 24기", "제 24 기말", "第 24 期", "제 25 기 3분기말": where the name of a business term begins
// whose last word is at byte `at`; `at` for any other word.
static size_t term_before(bs_str text, size_t at)
{
    static const bs_str parts[] = {
        BS_STR_INIT("1분기"),   BS_STR_INIT("2분기"), BS_STR_INIT("3분기"),  BS_STR_INIT("1분기말"),
        BS_STR_INIT("3분기말"), BS_STR_INIT("반기"),  BS_STR_INIT("반기말"),
    };
    static const bs_str units[] = {BS_STR_INIT("기"), BS_STR_INIT("기말"), BS_STR_INIT("期"),
                                   BS_STR_INIT("期末")};
    if (at == 0 || (unsigned char)text.ptr[text.len - 1] < 0x80) return at;
    bs_str rest = text, word = cut_word(&rest);
    for (size_t i = 0; i < BS_COUNT(parts); i++) {
        if (!bs_str_equal(word, parts[i])) continue;
        word = cut_word(&rest);
        break;
    }
    for (size_t i = 0; i < BS_COUNT(units); i++) {
        if (!bs_str_ends(word, units[i])) continue;
        bs_str number = bs_str_slice(word, 0, word.len - units[i].len);
        if (number.len == 0) number = cut_word(&rest);
        bs_str order = cut_word(&rest);
        bool term = is_plain_number(number) &&
                    (bs_str_equal(order, BS_STR("제")) || bs_str_equal(order, BS_STR("第")));
        if (term) return rest.len;
    }
    return at;
}

bool bs_token__is_spaced_year(bs_str text)
{
    bool century = bs_str_starts(text, BS_STR("1 9 ")) || bs_str_starts(text, BS_STR("2 0 "));
    if (text.len != BS_SPACED_YEAR_BYTES || !century) return false;
    return text.ptr[5] == ' ' && text.ptr[4] >= '0' && text.ptr[4] <= '9' && text.ptr[6] >= '0' &&
           text.ptr[6] <= '9';
}

// "18.10. 1", "R3. 1. 1" at the start of a row: a day whose parts stand apart.
static bool is_spaced_day(bs_str text)
{
    enum { DAY_BYTES_MIN = 6, DAY_BYTES_MAX = 12, DAYS_MAX = 31 };
    if (text.len < DAY_BYTES_MIN || text.len > DAY_BYTES_MAX) return false;
    size_t points = 0, at = text.ptr[0] >= 'A' && text.ptr[0] <= 'Z';
    int last = 0;
    bool blank = false;
    for (size_t digits = 0; at < text.len; at++) {
        char letter = text.ptr[at];
        bool point = letter == '.' && digits > 0, digit = letter >= '0' && letter <= '9';
        bool gap = letter == ' ' && digits == 0 && points > 0;
        if (!point && !digit && !gap) return false;
        if (digit) last = (digits == 0 ? 0 : last * 10) + (letter - '0');
        points += point;
        blank |= gap;
        digits = digit ? digits + 1 : 0;
        if (digits > 2) return false;
    }
    return points == 2 && blank && last >= 1 && last <= DAYS_MAX && text.ptr[text.len - 1] != '.';
}

bool bs_token__last(bs_str *text, bs_str *token)
{
    *text = bs_str_trim(*text);
    if (text->len == 0) return false;
    if (bs_token__is_spaced_year(*text) || is_spaced_day(*text)) {
        *token = *text;
        text->len = 0;
        return true;
    }
    size_t at = term_before(*text, sign_before(*text, word_start(*text)));
    *token = bs_str_slice(*text, at, text->len);
    *text = bs_str_slice(*text, 0, at);
    return true;
}

static size_t decimals_of(bs_str token)
{
    const char *point = memrchr(token.ptr, '.', token.len);
    return point != NULL ? (size_t)(token.ptr + token.len - point) : 0;
}

bool bs_token__last_range(bs_str *text, bs_str *token)
{
    if (!bs_token__last(text, token)) return false;
    bs_str rest = *text, joint, low;
    bool range = bs_line__has_digit(*token) && bs_token__last(&rest, &joint) &&
                 (bs_str_equal(joint, BS_STR("-")) || bs_str_equal(joint, BS_STR("–"))) &&
                 bs_token__last(&rest, &low) && bs_line__is_numeric(low) &&
                 bs_line__has_digit(low) && decimals_of(low) == decimals_of(*token);
    if (!range) return true;
    *token = bs_line__join(low, *token);
    *text = rest;
    return true;
}

bool bs_token__is_letter(bs_str token)
{
    for (size_t i = 0; i < token.len; i++) {
        bool letter = token.ptr[i] >= 'A' && token.ptr[i] <= 'Z';
        bool joint = token.ptr[i] == '-' || token.ptr[i] == '/';
        if (i % 2 == 0 ? !letter : !joint) return false;
    }
    return token.len % 2 == 1;
}

// "(2023:" and "11.8p)" are pieces of an aside in prose.
static bool is_cut_aside(bs_str token)
{
    bool open = memchr(token.ptr, '(', token.len) != NULL;
    return open != (memchr(token.ptr, ')', token.len) != NULL);
}

// "8,442," and "+5.8%;" of "India: 8,442, +5.8%;": figures of a list.
static bool is_listed(bs_str token)
{
    return token.len > 1 && strchr(",;", token.ptr[token.len - 1]) != NULL;
}

// "0191", "0142": part of a telephone number or another code, whose noughts no figure has.
static bool is_code(bs_str token)
{
    enum { CODE_DIGITS_MIN = 3 };
    if (token.len < CODE_DIGITS_MIN || token.ptr[0] != '0') return false;
    for (size_t i = 0; i < token.len; i++) {
        if (token.ptr[i] < '0' || token.ptr[i] > '9') return false;
    }
    return true;
}

bool bs_token__is_time(bs_str token)
{
    return bs_str_has_any(token, "月|年|期|월|년|분기") && bs_line__is_period(token);
}

// "2023.3/4", "'23.3Q", "2024.10": a time where all words of a line are such.
static bool may_be_time(bs_str token)
{
    enum { YEAR_BYTES = 4 };
    if (bs_str_has_any(token, "/4|Q|'|’") && bs_line__is_period(token)) return true;
    if (token.len == YEAR_BYTES && bs_line__is_period(token)) return true;
    bool dated = token.len > YEAR_BYTES + 1 && token.len <= YEAR_BYTES + 4 &&
                 token.ptr[YEAR_BYTES] == '.' && bs_line__is_period(token);
    bs_str month = bs_str_slice(token, YEAR_BYTES + 1, token.len);
    return dated && month.len <= 2 && (month.ptr[0] != '0' || month.len == 2);
}

// "(852) 2041 7350", "SMS: (852) 2041 7350": a telephone number that a line ends in, and no row.
static bool ends_in_phone(bs_str text)
{
    enum { GROUP = 4 };
    bs_str rest = text, token;
    for (size_t group = 0; group < 2; group++) {
        if (!bs_token__last(&rest, &token) || token.len != GROUP) return false;
        for (size_t i = 0; i < GROUP; i++) {
            if (!bs_is_digit(token.ptr[i])) return false;
        }
    }
    rest = bs_str_trim(rest);
    size_t open = bs_str_find(rest, BS_STR("("), 0);
    if (!bs_str_ends(rest, BS_STR(")")) || open == SIZE_MAX) return false;
    bs_str code = bs_str_slice(rest, open + 1, rest.len - 1);
    bs_str front = bs_str_trim(bs_str_slice(rest, 0, open));
    static const bs_str places[] = {BS_STR_INIT("852"), BS_STR_INIT("853"), BS_STR_INIT("886"),
                                    BS_STR_INIT("65")};
    bool called = bs_str_starts(code, BS_STR("0"));
    for (size_t i = 0; i < BS_COUNT(places); i++)
        called |= bs_str_equal(code, places[i]);
    return called &&
           (front.len == 0 || bs_str_ends(front, BS_STR(":")) || bs_str_ends(front, BS_STR("：")));
}

// Number of figures that end the line behind a label; a line of figures alone has its first for
// one. Times alone are heads.
static size_t count_figures(bs_str text)
{
    enum { ABSENT_MIN = 3 };
    size_t count = 0, digits = 0, times = 0, figures = 0, dated = 0, dashes = 0;
    bs_str token = {0};
    while (count < FIGURES_MAX && bs_token__last(&text, &token) &&
           (bs_line__is_numeric(token) || bs_line__is_turn(token)) && !is_cut_aside(token) &&
           !is_listed(token) && !is_code(token)) {
        count++;
        figures++;
        digits += bs_line__has_digit(token);
        dashes += token.len == 1 && token.ptr[0] == '-';
        times += bs_token__is_time(token);
        dated += may_be_time(token);
        if (text.len == 0) count--;
    }
    size_t most =
        bs_token__is_spaced_year(token) ? 4 : 2; // "…" for what was not counted in early years
    bool heads = text.len == 0 && dated == figures && figures > 1;
    // "배당세 - - - 4", "배당세 - - - -": before a tax is raised it has brought nothing.
    bool absent = dashes >= ABSENT_MIN && dashes + digits == count && !bs_line__is_numeric(token);
    bool row = (absent || digits * most >= count) && times < figures && !heads &&
               text.len <= LABEL_BYTES_MAX;
    return row ? count : 0;
}

size_t bs_token__count(bs_str text)
{
    size_t count = 0;
    bs_str token;
    while (count <= FIGURES_MAX && bs_token__last(&text, &token))
        count++;
    return count;
}

size_t bs_token__figures(bs_text_reader *reader, uint32_t at)
{
    if (at >= reader->line_count) return 0;
    const bs_line *line = &reader->lines[at];
    bool plain = (line->flags & (BS_LINE_TAB | BS_LINE_BAR | BS_LINE_TAG)) == 0;
    if (line->text.len == 0 || line->text.len > 1024 || !plain) return 0;
    bs_counted_line *counted = &reader->notes.counted[at % BS_COUNTED_LINES];
    if (counted->line != line) {
        // "강수량 : ('08) 260.4 → ('09) 221.1 → ('10) 600.6㎜": a sentence of its own, and no row.
        bool told = ends_in_phone(line->text) || bs_str_has_any(line->text, "→|⇒|➔");
        *counted = (bs_counted_line){.line = line, .figures = told ? 0 : count_figures(line->text)};
    }
    return counted->figures;
}
