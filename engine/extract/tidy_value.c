// SPDX-License-Identifier: GPL-3.0-or-later
// Reads cells of data files: plain numbers quickly, everything else by the scanner.
//
// Whether a comma is a decimal mark is settled once for a file, by the cells where it can be only
// one thing: "1,5" is no grouping, "1,234,567" no decimal. A file in which every comma has three
// digits behind it is read with grouping commas.
#include "engine/base/utf8.h"
#include "engine/extract/tidy_internal.h"

enum { DIGITS_BYTES_MAX = 64, SCAN_BYTES_MAX = 256 };

// What stands between groups of digits besides a comma or point: blanks, thin and unbreakable ones
// too, and apostrophes.
static bool is_group_rune(uint32_t code)
{
    return code == ' ' || code == 0xA0 || code == 0x202F || code == 0x2009 || code == '\'' ||
           code == 0x2019;
}

// A cell of digits with commas and points, as far as its marks go.
typedef struct mark_shape {
    size_t commas;
    size_t points;
    size_t last;       // byte of the last mark
    size_t first_run;  // digits before the first mark
    size_t last_run;   // digits behind the last mark
    bool groups_of_3;  // every run between marks has three digits
    bool leading_zero; // "0,123": a group never begins with nothing
    bool blanks;       // groups are parted by blanks: a mark is a decimal mark
} mark_shape;

static void mark_add(mark_shape *shape, char mark, size_t at, size_t run)
{
    bool first = shape->commas + shape->points == 0;
    if (first)
        shape->first_run = run;
    else
        shape->groups_of_3 = shape->groups_of_3 && run == 3;
    shape->commas += mark == ',';
    shape->points += mark == '.';
    shape->last = at;
}

static bool shape_read(mark_shape *out, bs_str text)
{
    *out = (mark_shape){.groups_of_3 = true};
    size_t start = text.len > 0 && (text.ptr[0] == '-' || text.ptr[0] == '+');
    size_t run = 0;
    for (size_t at = start; at < text.len; at++) {
        char c = text.ptr[at];
        if (bs_is_digit(c)) {
            run++;
            continue;
        }
        if (c == ',' || c == '.') {
            mark_add(out, c, at, run);
        } else {
            bs_rune rune = bs_utf8_decode(text, at);
            if (!is_group_rune(rune.code)) return false;
            out->blanks = true;
            at += rune.len - 1;
        }
        run = 0;
    }
    out->last_run = run;
    out->leading_zero = text.len > start + 1 && text.ptr[start] == '0';
    return out->commas + out->points > 0;
}

// From the first digit to the last: "41,2%", "(1,5)", "€ 3,20".
static bs_str digits_of(bs_str text)
{
    while (text.len > 0 && !bs_is_digit(text.ptr[text.len - 1]))
        text.len--;
    while (text.len > 0 && !bs_is_digit(text.ptr[0]))
        text = bs_str_slice(text, 1, text.len);
    return text;
}

void bs__tidy_marks_add(bs__tidy_marks *marks, bs_str text)
{
    mark_shape shape;
    bool bare = text.len > 0 && bs_is_digit(text.ptr[text.len - 1]) &&
                (bs_is_digit(text.ptr[0]) || memchr("-+.,", text.ptr[0], 4) != NULL);
    if (!bare) text = digits_of(text);
    if (!shape_read(&shape, text)) return;
    if (shape.commas > 0 && shape.points > 0) {
        bool comma_last = text.ptr[shape.last] == ',';
        if (comma_last && shape.commas == 1) marks->comma_decimal++, marks->point_group++;
        if (!comma_last && shape.points == 1) marks->point_decimal++, marks->comma_group++;
        return;
    }
    size_t count = shape.commas + shape.points;
    bool grouped = shape.groups_of_3 && shape.last_run == 3 && shape.first_run <= 3;
    if (count > 1) {
        if (grouped) *(shape.commas > 0 ? &marks->comma_group : &marks->point_group) += 1;
        return;
    }
    bool decimal = !grouped || shape.first_run == 0 || shape.leading_zero || shape.blanks;
    if (decimal) *(shape.commas > 0 ? &marks->comma_decimal : &marks->point_decimal) += 1;
}

char bs__tidy_decimal_mark(const bs__tidy_marks *marks)
{
    size_t comma = marks->comma_decimal + marks->point_group;
    size_t point = marks->point_decimal + marks->comma_group;
    return comma > point ? ',' : '.';
}

// Copies the digits of a number with groups of three and `mark` before its decimals, in the form
// that bs_decimal_parse reads; returns its length, 0 when the text is anything else.
static size_t digits_take(char out[DIGITS_BYTES_MAX], bs_str text, char mark)
{
    char group = mark == '.' ? ',' : '.';
    size_t len = 0;
    size_t run = 0;     // digits since the last mark
    size_t groups = 0;  // marks of grouping so far
    bool point = false; // the decimal mark has been seen
    bool pairs = false; // "4,41,000": groups of two in front of the last three
    for (size_t at = 0; at < text.len;) {
        bs_rune rune = bs_utf8_decode(text, at);
        char c = rune.code < 0x80 ? (char)rune.code : '\0';
        if (len + 1 >= DIGITS_BYTES_MAX) return 0;
        bool grouping = c == group || is_group_rune(rune.code);
        if (bs_is_digit(c)) {
            run++;
            out[len++] = c;
        } else if ((c == '-' || c == '+') && at == 0) {
            out[len++] = c;
        } else if (grouping && mark == '.' && !point && run == 2 && (groups == 1 || pairs)) {
            groups++;
            pairs = true;
            run = 0;
        } else if (c == mark && !point && (groups == 0 || run == 3)) {
            out[len++] = '.';
            point = true;
            run = 0;
        } else if (grouping && !point && !pairs &&
                   (groups == 0 ? run >= 1 && run <= 3 : run == 3)) {
            groups++;
            run = 0;
        } else {
            return 0;
        }
        at += rune.len;
    }
    if (groups > 0 && !point && run != 3) return 0;
    return len;
}

static bool is_plain(bs_str text)
{
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (!bs_is_digit(c) && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E')
            return false;
    }
    return text.len > 0 && (bs_is_digit(text.ptr[text.len - 1]) || bs_is_digit(text.ptr[0]));
}

// What programs write for a missing value; what people print is the scanner's.
static const struct {
    bs_str text;
    bs_state state;
} missing[] = {
    {BS_STR_INIT("NA"), BS_STATE_NOT_PUBLISHED},   {BS_STR_INIT("N/A"), BS_STATE_NOT_PUBLISHED},
    {BS_STR_INIT("#N/A"), BS_STATE_NOT_PUBLISHED}, {BS_STR_INIT("NaN"), BS_STATE_NOT_PUBLISHED},
    {BS_STR_INIT("NULL"), BS_STATE_NOT_PUBLISHED}, {BS_STR_INIT("None"), BS_STATE_NOT_PUBLISHED},
    {BS_STR_INIT("."), BS_STATE_NOT_PUBLISHED},    {BS_STR_INIT(".."), BS_STATE_NOT_PUBLISHED},
    {BS_STR_INIT("..."), BS_STATE_NOT_PUBLISHED},  {BS_STR_INIT(":"), BS_STATE_NOT_PUBLISHED},
    {BS_STR_INIT("-"), BS_STATE_NOT_APPLICABLE},   {BS_STR_INIT("null"), BS_STATE_NOT_PUBLISHED},
    {BS_STR_INIT("F"), BS_STATE_SUPPRESSED},       {BS_STR_INIT("W"), BS_STATE_SUPPRESSED},
    {BS_STR_INIT("ND"), BS_STATE_NOT_PUBLISHED},   {BS_STR_INIT("NP"), BS_STATE_SUPPRESSED},
};

static bool value_is_missing(bs_cell_value *out, bs_str text)
{
    for (size_t i = 0; i < BS_COUNT(missing); i++) {
        if (!bs_str_equal_nocase(text, missing[i].text)) continue;
        out->state = missing[i].state;
        return true;
    }
    return false;
}

static bool value_is_plain(bs_cell_value *out, bs_str text, char mark)
{
    if (mark == '.' && is_plain(text)) return bs_decimal_parse(&out->value, text, NULL) == BS_OK;
    char digits[DIGITS_BYTES_MAX];
    size_t len = digits_take(digits, text, mark);
    return len > 0 && bs_decimal_parse(&out->value, (bs_str){digits, len}, NULL) == BS_OK;
}

// The scanner takes a point for the decimal mark: it is shown the cell with points and commas
// exchanged, which moves nothing.
static void scan_swapped(bs_cell_value *out, bs_str text, bs_lang lang)
{
    char swapped[SCAN_BYTES_MAX];
    if (text.len > sizeof swapped) {
        out->state = BS_STATE_UNREADABLE;
        return;
    }
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        swapped[i] = c == ',' ? '.' : c == '.' ? ',' : c;
    }
    bs_scan_cell(out, (bs_str){swapped, text.len}, lang);
}

// "'1,200": the apostrophe keeps a spreadsheet from reading the number.
static bool is_kept(bs_str text)
{
    return text.len > 1 && text.ptr[0] == '\'' &&
           (bs_is_digit(text.ptr[1]) || memchr("-+.", text.ptr[1], 3) != NULL);
}

void bs__tidy_value(bs_cell_value *out, bs_str text, char mark, bs_lang lang)
{
    *out = (bs_cell_value){.state = BS_STATE_EMPTY};
    if (is_kept(text)) {
        bs__tidy_value(out, bs_str_slice(text, 1, text.len), mark, lang);
        out->digits_start++;
        out->digits_end++;
        return;
    }
    if (text.len == 0) return;
    if (value_is_plain(out, text, mark)) {
        out->state = BS_STATE_VALUE;
        out->digits_end = text.len;
        return;
    }
    if (text.len <= 4 && value_is_missing(out, text)) return;
    if (mark == ',')
        scan_swapped(out, text, lang);
    else
        bs_scan_cell(out, text, lang);
}
