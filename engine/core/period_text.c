// SPDX-License-Identifier: GPL-3.0-or-later
// The ISO 8601 and SDMX text of periods. Forms of the four languages are in engine/extract.
#include "engine/core/period.h"

#include <stdio.h>

static void write_week(int32_t counter, bs_buffer *out)
{
    // The ISO year of a week is that of its Thursday.
    bs_period week = {BS_FREQUENCY_WEEK, counter, counter};
    bs_date monday = bs_period_start(week);
    bs_date sunday = bs_period_end(week);
    int year = monday.year;
    if (sunday.year != year && sunday.day >= 4) year = sunday.year;
    bs_period first;
    if (bs_period_week(&first, year, 1, NULL) != BS_OK) return;
    bs_buffer_addf(out, "%04d-W%02d", year, counter - first.first + 1);
}

static void add_year(bs_buffer *out, int year)
{
    bs_buffer_add_uint(out, (uint64_t)year, 4);
}

static inline void add_part(bs_buffer *out, bs_str before, int value, size_t digits)
{
    bs_buffer_add(out, before);
    bs_buffer_add_uint(out, (uint64_t)value, digits);
}

static void write_unit(bs_frequency frequency, int32_t counter, bs_buffer *out)
{
    static const bs_str marks[] = {[BS_FREQUENCY_HALF] = BS_STR_INIT("-H"),
                                   [BS_FREQUENCY_QUARTER] = BS_STR_INIT("-Q"),
                                   [BS_FREQUENCY_MONTH] = BS_STR_INIT("-")};
    int per_year = bs_frequency_per_year(frequency);
    bs_date day;
    switch (frequency) {
    case BS_FREQUENCY_NONE:
        break;
    case BS_FREQUENCY_WEEK:
        write_week(counter, out);
        break;
    case BS_FREQUENCY_ANNUAL:
        add_year(out, counter);
        break;
    case BS_FREQUENCY_HALF:
    case BS_FREQUENCY_QUARTER:
    case BS_FREQUENCY_MONTH:
        add_year(out, counter / per_year);
        add_part(out, marks[frequency], counter % per_year + 1,
                 frequency == BS_FREQUENCY_MONTH ? 2 : 1);
        break;
    case BS_FREQUENCY_TENDAY:
        add_year(out, counter / 36);
        add_part(out, BS_STR("-"), counter / 3 % 12 + 1, 2);
        add_part(out, BS_STR("-T"), counter % 3 + 1, 1);
        break;
    default:
        day = bs_period_start((bs_period){frequency, counter, counter});
        add_year(out, day.year);
        add_part(out, BS_STR("-"), day.month, 2);
        add_part(out, BS_STR("-"), day.day, 2);
        break;
    }
}

void bs_period_write(bs_period period, bs_buffer *out)
{
    if (bs_period_is_none(period)) return;
    write_unit(period.frequency, period.first, out);
    if (!bs_period_is_span(period)) return;
    bs_buffer_add_char(out, '/');
    write_unit(period.frequency, period.last, out);
}

bs_str bs_period_str(bs_period period, bs_arena *arena)
{
    bs_buffer buffer = BS_BUFFER_INIT;
    bs_period_write(period, &buffer);
    bs_str out = bs_arena_str(arena, bs_buffer_str(&buffer));
    bs_buffer_deinit(&buffer);
    return out;
}

// A run of one to `len_max` digits at *at; -1 when there is none.
static int digits(bs_str text, size_t *at, size_t len_max)
{
    size_t start = *at;
    int value = 0;
    while (*at < text.len && *at - start < len_max && text.ptr[*at] >= '0' &&
           text.ptr[*at] <= '9') {
        value = value * 10 + (text.ptr[*at] - '0');
        (*at)++;
    }
    return *at == start ? -1 : value;
}

static bool take(bs_str text, size_t *at, const char *set)
{
    if (*at >= text.len || strchr(set, text.ptr[*at]) == NULL) return false;
    (*at)++;
    return true;
}

static bs_status not_a_period(bs_str text, bs_error *err)
{
    return bs_fail(err, BS_E_FORMAT,
                   "'%.*s' is not a period; expected 2023, 2023-H1, 2023-Q4, "
                   "2023-10, 2023-W41 or 2023-10-13",
                   BS_STR_ARG(text));
}

// Behind "2023-10" or "2023-10-": a day, a ten-day part or nothing.
static bs_status parse_in_month(bs_period *out, bs_str text, size_t at, bs_date date, bs_error *err)
{
    if (at == text.len) return bs_period_month(out, date.year, date.month, err);
    if (!take(text, &at, "-")) return not_a_period(text, err);
    bool tenday = take(text, &at, "T");
    date.day = digits(text, &at, 2);
    if (date.day < 0 || at != text.len) return not_a_period(text, err);
    return tenday ? bs_period_tenday(out, date, err) : bs_period_day(out, date, err);
}

static bs_status parse_unit(bs_period *out, bs_str text, bs_error *err)
{
    size_t at = bs_str_starts(text, BS_STR("FY")) ? 2 : 0;
    bool fiscal = at > 0;
    size_t year_start = at;
    int year = digits(text, &at, 4);
    if (at - year_start != 4) return not_a_period(text, err);
    if (at == text.len) return bs_period_year(out, year, err);
    if (fiscal) return not_a_period(text, err);
    bool dash = take(text, &at, "-");
    char letter = at < text.len ? text.ptr[at] : '\0';
    if (letter >= '0' && letter <= '9' && !dash) return not_a_period(text, err);
    if (letter >= 'A' && letter <= 'Z') at++;
    int part = digits(text, &at, 2);
    if (part < 0) return not_a_period(text, err);
    bool end = at == text.len;
    switch (letter) {
    case 'H':
    case 'S':
    case 'B':
        return end ? bs_period_half(out, year, part, err) : not_a_period(text, err);
    case 'Q':
        return end ? bs_period_quarter(out, year, part, err) : not_a_period(text, err);
    case 'W':
        return end ? bs_period_week(out, year, part, err) : not_a_period(text, err);
    case 'M':
        return end ? bs_period_month(out, year, part, err) : not_a_period(text, err);
    case 'A':
        return end && part == 1 ? bs_period_year(out, year, err) : not_a_period(text, err);
    default:
        break;
    }
    if (letter < '0' || letter > '9') return not_a_period(text, err);
    return parse_in_month(out, text, at, (bs_date){year, part, 0}, err);
}

bs_status bs_period_parse(bs_period *out, bs_str text, bs_error *err)
{
    size_t slash = bs_str_find(text, BS_STR("/"), 0);
    if (slash == SIZE_MAX) return parse_unit(out, text, err);
    bs_period from, to;
    BS_TRY(parse_unit(&from, bs_str_slice(text, 0, slash), err));
    BS_TRY(parse_unit(&to, bs_str_slice(text, slash + 1, text.len), err));
    return bs_period_span(out, from, to, err);
}
