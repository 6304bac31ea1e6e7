// SPDX-License-Identifier: GPL-3.0-or-later
// Parts of years as programs and offices write them beside ISO text: "2023/Q1", "2023q1" and
// "2023m1" (Stata), "Q1-2023", "23Q1", "2023T1" of a trimestre, "W1/2023", and months of three
// letters glued to digits, "JAN2023", "01JAN2023" (SAS), "2023-Jan". And parts in a column of their
// own beside the year: "Q1", "M01", "S02".
#include <stdio.h>

#include "engine/extract/tidy_internal.h"

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// The digits that `*rest` begins with; *count is how many, 5 for more than four.
static int take_digits(bs_str *rest, size_t *count)
{
    enum { DIGITS_MAX = 5 };
    int value = 0;
    for (*count = 0; *count < rest->len && *count < DIGITS_MAX && bs_is_digit(rest->ptr[*count]);
         ++*count)
        value = value * 10 + (rest->ptr[*count] - '0');
    *rest = bs_str_slice(*rest, *count, rest->len);
    return value;
}

// One mark between the year and its part, or none.
static bool take_mark(bs_str *rest)
{
    bool mark = rest->len > 0 && memchr(" /-_.:", rest->ptr[0], 6) != NULL;
    if (mark) *rest = bs_str_slice(*rest, 1, rest->len);
    return mark;
}

static char take_letter(bs_str *rest)
{
    if (rest->len == 0 || !is_letter(rest->ptr[0])) return '\0';
    char letter = (char)(rest->ptr[0] & ~('a' - 'A'));
    *rest = bs_str_slice(*rest, 1, rest->len);
    return letter;
}

static bool part_make(bs_period *out, int year, char letter, int part)
{
    switch (letter) {
    case 'Q':
    case 'T':
        return bs_period_quarter(out, year, part, NULL) == BS_OK;
    case 'H':
    case 'S':
        return bs_period_half(out, year, part, NULL) == BS_OK;
    case 'M':
        return bs_period_month(out, year, part, NULL) == BS_OK;
    case 'W':
        return bs_period_week(out, year, part, NULL) == BS_OK;
    default:
        return false;
    }
}

// "2023/Q1", "2023q1", "23Q1".
static bool year_first(bs_period *out, bs_str text)
{
    enum { CENTURY = 2000 };
    size_t year_len, part_len;
    int year = take_digits(&text, &year_len);
    bool mark = take_mark(&text);
    char letter = take_letter(&text);
    int part = take_digits(&text, &part_len);
    if (letter == '\0' || text.len > 0 || part_len < 1 || part_len > 2) return false;
    bool shortened = year_len == 2 && !mark && part_len == 1 && (letter == 'Q' || letter == 'H');
    if (year_len != 4 && !shortened) return false;
    return part_make(out, shortened ? CENTURY + year : year, letter, part);
}

// "23.1Q", as companies head their quarters.
static bool quarter_last(bs_period *out, bs_str text)
{
    enum { CENTURY = 2000, LEN = 5 };
    if (text.len != LEN || text.ptr[2] != '.' || (text.ptr[4] != 'Q' && text.ptr[4] != 'q'))
        return false;
    size_t year_len;
    int year = take_digits(&text, &year_len);
    int quarter = text.len == 3 && bs_is_digit(text.ptr[1]) ? text.ptr[1] - '0' : 0;
    return year_len == 2 && bs_period_quarter(out, CENTURY + year, quarter, NULL) == BS_OK;
}

// "Q1-2023", "W1/2023".
static bool part_first(bs_period *out, bs_str text)
{
    size_t year_len, part_len;
    char letter = take_letter(&text);
    int part = take_digits(&text, &part_len);
    bool mark = take_mark(&text);
    int year = take_digits(&text, &year_len);
    if (letter == '\0' || !mark || text.len > 0 || year_len != 4) return false;
    return part_len >= 1 && part_len <= 2 && part_make(out, year, letter, part);
}

// "JAN2023", "01JAN2023", "2023-Jan": read as the same with blanks.
static bool month_named(bs_period *out, bs_str text)
{
    enum { NAME_LEN = 3, TEXT_MAX = 32 };
    char spaced[TEXT_MAX];
    bs_time_text time;
    size_t first_len, last_len;
    bs_str rest = text;
    take_digits(&rest, &first_len);
    take_mark(&rest);
    bs_str name = bs_str_slice(rest, 0, NAME_LEN);
    if (name.len < NAME_LEN || !is_letter(name.ptr[0]) || !is_letter(name.ptr[1])) return false;
    if (!is_letter(name.ptr[2])) return false;
    rest = bs_str_slice(rest, NAME_LEN, rest.len);
    bs_str first = bs_str_slice(text, 0, first_len);
    take_mark(&rest);
    bs_str last = rest;
    take_digits(&rest, &last_len);
    if (rest.len > 0) return false;
    bool year_ahead = first_len == 4 && last_len == 0,
         year_behind = first_len <= 2 && last_len == 4;
    if (!year_ahead && !year_behind) return false;
    if (year_ahead)
        snprintf(spaced, sizeof spaced, "%.*s %.*s", BS_STR_ARG(name), BS_STR_ARG(first));
    else
        snprintf(spaced, sizeof spaced, "%.*s%s%.*s %.*s", BS_STR_ARG(first),
                 first_len > 0 ? " " : "", BS_STR_ARG(name), BS_STR_ARG(last));
    // Small letters but for the first, as the scanner knows the names of months.
    char *letters = spaced + (year_ahead || first_len == 0 ? 0 : first_len + 1);
    letters[0] = (char)(letters[0] & ~('a' - 'A'));
    for (size_t i = 1; i < NAME_LEN; i++)
        letters[i] = (char)(letters[i] | ('a' - 'A'));
    return bs_scan_time(&time, bs_str_from(spaced), BS_LANG_EN) && time.from.month > 0 &&
           bs_when_period(out, time.from, time.to, 0, NULL) == BS_OK;
}

bool bs__tidy_lettered_period(bs_period *out, bs_str text)
{
    enum { LEN_MIN = 4, LEN_MAX = 11 };
    if (text.len < LEN_MIN || text.len > LEN_MAX) return false;
    bool ends = bs_is_digit(text.ptr[text.len - 1]) || bs_is_digit(text.ptr[0]);
    if (!ends) return false;
    if (year_first(out, text) || quarter_last(out, text)) return true;
    return part_first(out, text) || month_named(out, text);
}

char bs__tidy_lettered_part(bs_str text, int *number)
{
    enum { QUARTERS = 4 };
    if (text.len < 2 || text.len > 3 || memchr("QM", text.ptr[0], 2) == NULL) return '\0';
    size_t digits;
    bs_str rest = bs_str_slice(text, 1, text.len);
    *number = take_digits(&rest, &digits);
    int most = text.ptr[0] == 'Q' ? QUARTERS : BS__TIDY_YEAR_AS_MONTH;
    return rest.len == 0 && *number >= 1 && *number <= most ? text.ptr[0] : '\0';
}

// Letters with two digits, of which the last number stands for the whole year.
static const struct {
    char letter;
    int whole;
} codes[] = {{'M', BS__TIDY_YEAR_AS_MONTH}, {'Q', 5}, {'S', 3}, {'A', 1}};

// The letter of "M01", "Q05", "S03", "A01"; the number is 0 for the whole year.
static char code_of(bs_str text, int *number)
{
    size_t digits;
    if (text.len != 3) return '\0';
    bs_str rest = bs_str_slice(text, 1, text.len);
    *number = take_digits(&rest, &digits);
    for (size_t i = 0; i < BS_COUNT(codes); i++) {
        if (codes[i].letter != text.ptr[0]) continue;
        if (rest.len > 0 || *number < 1 || *number > codes[i].whole) return '\0';
        if (*number == codes[i].whole) *number = 0;
        return codes[i].letter;
    }
    return '\0';
}

bool bs__tidy_is_coded_part(bs_str text)
{
    int number;
    return code_of(text, &number) != '\0';
}

bool bs__tidy_coded_part(bs_when *when, bs_str text)
{
    int number;
    char letter = code_of(text, &number);
    if (letter == '\0') letter = bs__tidy_lettered_part(text, &number);
    if (letter == 'M' && number < BS__TIDY_YEAR_AS_MONTH) when->month = number;
    if (letter == 'Q') when->quarter = number;
    if (letter == 'S') when->half = number;
    return letter != '\0';
}
