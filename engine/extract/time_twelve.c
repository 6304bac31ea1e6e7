// SPDX-License-Identifier: GPL-3.0-or-later
// Twelve months in English heads whose years have two digits: "Jul 22 to Jun 23", "YE Dec 21".
#include "engine/extract/phrase_table.h"
#include "engine/extract/scan_internal.h"
#include "engine/extract/time_internal.h"

// " 22" behind a month: a year of two digits, 0 for anything else.
static int short_year(bs_str text, size_t *at)
{
    enum { CENTURY = 2000, SHORT_MAX = 70 };
    size_t from = bs_gap_skip(text, *at);
    if (from == *at || from + 2 > text.len) return 0;
    int tens = text.ptr[from] - '0', ones = text.ptr[from + 1] - '0';
    bool digit = from + 2 < text.len && text.ptr[from + 2] >= '0' && text.ptr[from + 2] <= '9';
    if (tens < 0 || tens > 9 || ones < 0 || ones > 9 || digit) return 0;
    *at = from + 2;
    return tens * 10 + ones < SHORT_MAX ? CENTURY + tens * 10 + ones : 0;
}

// "Jul 22": a month and a year of two digits at `*at`.
static bool month_of_short_year(bs_when *out, const bs__scan *scan, size_t *at)
{
    const bs__time_reader reader = {.scan = scan, .text = scan->text};
    const bs__phrase *name = bs__month_name_at(&reader, *at);
    if (name == NULL) return false;
    *at += name->text.len;
    *out = (bs_when){.month = name->value, .year = short_year(scan->text, at)};
    return out->year > 0;
}

size_t bs__year_ended(bs_time_text *out, const bs__scan *scan)
{
    const bs__time_reader reader = {.scan = scan, .text = scan->text};
    bs__time time;
    size_t at = strlen("YE ");
    if (!bs_str_starts(scan->text, BS_STR("YE ")) || bs__month_name_at(&reader, at) == NULL)
        return 0;
    size_t end = at;
    bs_when to = {0};
    if (!month_of_short_year(&to, scan, &end)) {
        if (!bs__time_read(&time, scan, at, true) || time.from.year == 0) return 0;
        if (time.from.month == 0 || time.from.day > 0 || time.to.year > 0) return 0;
        to = time.from;
        end = time.end;
    }
    bs_when from = {.year = to.month == 12 ? to.year : to.year - 1, .month = to.month % 12 + 1};
    *out = (bs_time_text){.from = from, .to = to, .status = BS_STATUS_ACTUAL};
    if (to.month == 12) {
        out->from = (bs_when){.year = to.year};
        out->to = (bs_when){0};
    }
    return end;
}

bool bs__twelve_months(bs_time_text *out, const bs__scan *scan)
{
    enum { BYTES_MIN = 13, BYTES_MAX = 40, MONTHS = 12 };
    static const bs_str joints[] = {BS_STR_INIT("to "), BS_STR_INIT("-"), BS_STR_INIT("–"),
                                    BS_STR_INIT("—")};
    bs_when from, to;
    size_t at = 0;
    if (scan->text.len < BYTES_MIN || scan->text.len > BYTES_MAX) return false;
    if (!month_of_short_year(&from, scan, &at)) return false;
    at = bs_gap_skip(scan->text, at);
    size_t joint = 0;
    while (joint < BS_COUNT(joints) && !bs__starts_at(scan->text, at, joints[joint]))
        joint++;
    if (joint == BS_COUNT(joints)) return false;
    at = bs_gap_skip(scan->text, at + joints[joint].len);
    if (!month_of_short_year(&to, scan, &at) || at != scan->text.len) return false;
    *out = (bs_time_text){.from = from, .to = to, .status = BS_STATUS_ACTUAL};
    return (to.year - from.year) * MONTHS + to.month - from.month + 1 == MONTHS;
}
