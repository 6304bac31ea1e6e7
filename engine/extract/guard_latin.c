// SPDX-License-Identifier: GPL-3.0-or-later
// Names of letters and digits: IPv6, COVID-19, 5G, ISO 9001, 歼-20.
#include "engine/base/utf8.h"
#include "engine/extract/guard_internal.h"
#include "engine/extract/time_internal.h"
#include "engine/extract/words.h"

// The run of letters, digits and inner hyphens and points that begins at `at`.
size_t bs__name_end(bs_str text, size_t at)
{
    enum { NAME_BYTES_MAX = 64 }; // so that a hostile line is read in linear time
    size_t i = at;
    while (i < text.len && i - at < NAME_BYTES_MAX) {
        char c = text.ptr[i];
        bool joins = (c == '-' || c == '.' || c == '_') && bs__is_word(bs__at_or_zero(text, i + 1));
        if (!bs__is_word(c) && !joins) break;
        i++;
    }
    return i;
}

bool bs__identifier(bs_item *item, bs_str text, size_t at, size_t stop, size_t *end)
{
    *item = (bs_item){.kind = BS_KIND_IDENTIFIER,
                      .start = at,
                      .end = stop,
                      .digits_start = at,
                      .digits_end = stop,
                      .rule = "name with digits"};
    // SCP-173: digits alone behind the last hyphen are a number of the name.
    size_t from = stop;
    while (from > at && bs_is_digit(text.ptr[from - 1]))
        from--;
    bs_decimal value;
    if (from > at && from < stop && text.ptr[from - 1] == '-' &&
        bs_decimal_parse(&value, bs_str_slice(text, from, stop), NULL) == BS_OK) {
        item->valued = true;
        item->value = value;
        item->digits_start = from;
    }
    *end = stop;
    return true;
}

// GDP12741美元, CPI3.1%: capitals and a figure without a blank between them.
static bool measured_tail(const bs__scan *scan, size_t at, size_t first_digit)
{
    bs_str text = scan->text;
    if (first_digit - at < 2) return false;
    for (size_t i = at; i < first_digit; i++) {
        if (text.ptr[i] < 'A' || text.ptr[i] > 'Z') return false;
    }
    bs_numeral number;
    bs__unit_here unit;
    if (!bs__numeral_at(&number, scan, first_digit)) return false;
    if (!bs__unit_behind(&unit, scan, number.end)) return false;
    return unit.dimension == BS_DIM_MONEY || unit.dimension == BS_DIM_PERCENT;
}

// "RM5.2 billion", "Rs.500 crore", "EUR500": money that is glued to its digits.
static bool is_glued_money(const bs__scan *scan, size_t at, size_t first_digit)
{
    // Codes that are no other name: PHP 8.1 and TOP500 are.
    static const char plain[] =
        "USD|EUR|GBP|CHF|INR|KES|NGN|ZAR|MYR|SGD|HKD|AED|JPY|CNY|RMB|AUD|"
        "CAD|NZD|RUB|BRL|KRW|SEK|NOK|DKK|PLN|THB|IDR|TWD|VND|ILS|SAR|QAR|KWD|"
        "EGP|GHS|UGX|TZS|PKR|LKR|BDT|Rs|Rs.|RM|Rp|KSh|Ksh|Tk";
    bs__unit_here unit;
    if (!bs__unit_before(&unit, scan, at) || unit.end != first_digit) return false;
    if (unit.dimension != BS_DIM_MONEY) return false;
    if (bs__is_sum_of_money(scan, first_digit)) return true;
    bs_numeral number;
    return bs_list_is(bs_str_slice(scan->text, at, first_digit), plain) &&
           bs__numeral_at(&number, scan, first_digit) &&
           !bs__is_word(bs__at_or_zero(scan->text, number.end));
}

// IPv6, B3W, COVID-19, PM2.5. "mid-2023" is a word and a year: small letters in front of a hyphen
// make no name.
bool bs__latin_name(const bs__scan *scan, size_t at, bs_item *item, size_t *end)
{
    bs_str text = scan->text;
    size_t time;
    if (scan->lang == BS_LANG_JA && (bs__era_day_at(text, at) || bs__era_month_at(text, at, &time)))
        return false;
    size_t stop = bs__name_end(text, at);
    size_t first_digit = at;
    while (first_digit < stop && !bs_is_digit(text.ptr[first_digit]))
        first_digit++;
    if (first_digit == stop) return false;
    if (is_glued_money(scan, at, first_digit)) return false;
    bool capital = false;
    for (size_t i = at; i < first_digit; i++)
        capital |= text.ptr[i] >= 'A' && text.ptr[i] <= 'Z';
    if (!capital && text.ptr[first_digit - 1] == '-') return false;
    if (measured_tail(scan, at, first_digit)) {
        *end = first_digit;
        return true;
    }
    return bs__identifier(item, text, at, stop, end);
}

// 5G, 3D, 24703L202: a letter glued behind the digits makes a name of them, unless it is a unit.
bool bs__latin_glued(const bs__scan *scan, size_t at, bs_item *item, size_t *end)
{
    bs_str text = scan->text;
    size_t i = at;
    while (i < text.len && bs_is_digit(text.ptr[i]))
        i++;
    if (i == at || !bs__is_latin(bs__at_or_zero(text, i))) return false;
    bs_numeral number;
    if (!bs__numeral_at(&number, scan, at) || number.end != i) return false;
    bs_item probe = {0};
    size_t probe_end;
    bs__scan copy = *scan;
    if (bs__amount_read(&copy, at, &probe, &probe_end) && probe_end > i) return false;
    size_t stop = bs__name_end(text, at);
    return bs__identifier(item, text, at, stop, end);
}

// "an 8-point increase", "a 25-point lead": by how much, and no name.
static bool is_by_points(bs_str behind)
{
    static const char nouns[] =
        "lead|margin|advantage|swing|gap|edge|increase|decrease|rise|fall|drop|gain|decline|jump|"
        "slide|loss|improvement|surge|bounce|slump|plunge|dip|difference|deficit";
    static const bs_str points = BS_STR_INIT("-point ");
    return bs_str_starts(behind, points) &&
           bs_list_starts(bs_str_slice(behind, points.len, behind.len), nouns);
}

// 歼-20, 东风-41, "5-star": a hyphen between a letter and bare digits.
bool bs__latin_model(const bs__scan *scan, size_t at, bs_item *item, size_t *end)
{
    bs_str text = scan->text;
    size_t i = at;
    while (bs_is_digit(bs__at_or_zero(text, i)))
        i++;
    bs__unit_here unit;
    bool behind = bs__at_or_zero(text, i) == '-' && bs__is_latin(bs__at_or_zero(text, i + 1));
    bool front = at > 1 && text.ptr[at - 1] == '-' &&
                 (bs__han_before(text, at - 1) || bs__hangul_before(text, at - 1) ||
                  bs__kana_before(text, at - 1));
    if (!behind && !front) return false;
    bs_numeral number;
    if (!bs__numeral_at(&number, scan, at) || number.end != i) return false;
    if (bs__unit_behind(&unit, scan, i)) return false;
    if (is_by_points(bs_str_slice(text, i, text.len))) return false;
    return bs__identifier(item, text, at, behind ? bs__name_end(text, i + 1) : i, end);
}

// 「Forward 22」, 『Society 5.0』: the number that ends a quoted title in Latin letters.
bool bs__latin_title(const bs__scan *scan, size_t at, bs_item *item, size_t *end)
{
    enum { TITLE_BYTES_MAX = 48 };
    bs_str text = scan->text;
    if (at < 2 || text.ptr[at - 1] != ' ' || !bs__is_latin(text.ptr[at - 2])) return false;
    size_t stop = at, from = at - 1;
    while (bs_is_digit(bs__at_or_zero(text, stop)) || bs__at_or_zero(text, stop) == '.')
        stop++;
    if (!bs_list_starts(bs_str_slice(text, stop, text.len), "」|』|》|”")) return false;
    while (from > 0 && at - from < TITLE_BYTES_MAX &&
           (bs__is_latin(text.ptr[from - 1]) || text.ptr[from - 1] == ' '))
        from--;
    if (!bs_list_ends(bs_str_slice(text, 0, from), "「|『|《|“")) return false;
    return bs__identifier(item, text, at, stop, end);
}

// ISO 9001, RFC 3339: a bare number behind a word of capitals.
bool bs__latin_standard(const bs__scan *scan, size_t at, bs_item *item, size_t *end)
{
    enum { CAPITALS_MIN = 2, CAPITALS_MAX = 5 };
    bs_str text = scan->text;
    if (at < CAPITALS_MIN + 1 || text.ptr[at - 1] != ' ') return false;
    size_t from = at - 1;
    while (from > 0 && ((text.ptr[from - 1] >= 'A' && text.ptr[from - 1] <= 'Z') ||
                        (text.ptr[from - 1] == '/' && from + 1 < at))) // GB/T 19001
        from--;
    size_t capitals = at - 1 - from;
    if (capitals < CAPITALS_MIN || capitals > CAPITALS_MAX || bs__letter_before(text, from))
        return false;
    bs_numeral number;
    bs__unit_here unit;
    if (!bs__numeral_at(&number, scan, at)) return false;
    if ((number.flags & ~(unsigned)BS_NUMERAL_ZERO_PADDED) != BS_NUMERAL_DIGITS) return false;
    // ISSN 1234-567X, ISO 8601-1: the groups behind hyphens belong to it.
    size_t stop = number.end;
    while (bs__at_or_zero(text, stop) == '-' && bs__is_word(bs__at_or_zero(text, stop + 1)))
        for (stop++; bs__is_word(bs__at_or_zero(text, stop));)
            stop++;
    if (bs__unit_behind(&unit, scan, number.end) || bs__unit_behind(&unit, scan, stop))
        return false;
    bs__identifier(item, text, at, stop, end);
    item->valued = false;
    return true;
}
