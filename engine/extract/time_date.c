// SPDX-License-Identifier: GPL-3.0-or-later
// Dates of English and of programs: 17/10/2024, 01-Jul-2024, 2024 Mar.
#include "engine/extract/phrase_table.h"
#include "engine/extract/time_internal.h"

static bool is_year(const bs__integer *year)
{
    return year->digits == 4 && year->value >= BS_BARE_YEAR_MIN && year->value <= BS_BARE_YEAR_MAX;
}

// "2024 Mar", "2023 December": a month behind its year.
static bool year_month(bs__point *out, const bs__time_reader *r, size_t at)
{
    bs__integer year;
    if (!bs__time_digits(&year, r->text, at, 4) || year.digits != 4) return false;
    if (year.value < BS_BARE_YEAR_MIN || year.value > BS_BARE_YEAR_MAX) return false;
    size_t from = bs_gap_skip(r->text, year.end);
    const bs__phrase *name = bs__month_name_at(r, from);
    if (name == NULL || from == year.end || r->text.ptr[from] > 'Z') return false;
    size_t end = from + name->text.len;
    bool more = bs__letter_at(r->text, end) || bs__digit_here(r->text, bs_gap_skip(r->text, end));
    if (more) return false;
    *out = (bs__point){.from = {.year = year.value, .month = name->value}, .end = end};
    return true;
}

// "17/10/2024", "10/17/2024": a day of a year, where only one order of the two is possible.
static bool slashed_date(bs__point *out, const bs__time_reader *r, size_t at)
{
    bs__integer first, second, year;
    bool read = bs__time_digits(&first, r->text, at, 2) && bs__char_at(r->text, first.end) == '/' &&
                bs__time_digits(&second, r->text, first.end + 1, 2) &&
                bs__char_at(r->text, second.end) == '/' &&
                bs__time_digits(&year, r->text, second.end + 1, 4) && year.digits == 4;
    if (!read || bs__digit_here(r->text, year.end) || bs__letter_before(r->text, at)) return false;
    bool day_first =
        bs__field_holds(BS_FIELD_DAY, first.value) && bs__field_holds(BS_FIELD_MONTH, second.value);
    bool month_first =
        bs__field_holds(BS_FIELD_MONTH, first.value) && bs__field_holds(BS_FIELD_DAY, second.value);
    bool sure = day_first != month_first || (day_first && first.value == second.value);
    if (!sure || !is_year(&year)) return false;
    *out = (bs__point){.from = {.year = year.value,
                                .month = day_first ? second.value : first.value,
                                .day = day_first ? first.value : second.value},
                       .end = year.end};
    return true;
}

// "01-Jul-2024", "1/Jul/2024", and "01-Jul-24" as a head.
static bool named_date(bs__point *out, const bs__time_reader *r, size_t at)
{
    bs__integer day, year;
    if (!bs__time_digits(&day, r->text, at, 2) || !bs__field_holds(BS_FIELD_DAY, day.value))
        return false;
    char mark = bs__char_at(r->text, day.end);
    if ((mark != '-' && mark != '/') || bs__letter_before(r->text, at)) return false;
    const bs__phrase *month = bs__month_name_at(r, day.end + 1);
    if (month == NULL) return false;
    size_t behind = day.end + 1 + month->text.len;
    if (bs__char_at(r->text, behind) != mark) return false;
    if (!bs__time_digits(&year, r->text, behind + 1, 4) || bs__letter_at(r->text, year.end))
        return false;
    bool brief = year.digits == 2 && r->header;
    if (brief) year.value = bs__year_complete(year.value);
    if (!brief && !is_year(&year)) return false;
    *out = (bs__point){.from = {.year = year.value, .month = month->value, .day = day.value},
                       .end = year.end};
    return true;
}

bool bs__date_point(bs__point *out, const bs__time_reader *r, size_t at)
{
    return year_month(out, r, at) || slashed_date(out, r, at) || named_date(out, r, at);
}
