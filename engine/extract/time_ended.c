// SPDX-License-Identifier: GPL-3.0-or-later
// Spans that are told by their length and end: "the three months to August 2025", "Six months
// ended June 30", "year ending March 2024", "thirteen weeks ended 28 September 2024",
// "2025年6月30日止六个月", "2025年6月30日に終了した3カ月間".
#include "engine/extract/phrase_table.h"
#include "engine/extract/time_internal.h"

enum {
    MONTHS_IN_YEAR = 12,
    FIRST_DAYS =
        7, // a business quarter that ends in the first days of a month is of the one before
};

// Lengths of business years and their parts, in months.
static const bs__phrase lengths[] = {
    P("two months", EN, 2),        P("2 months", EN, 2),         P("three months", EN, 3),
    P("3 months", EN, 3),          P("three-month", EN, 3),      P("four months", EN, 4),
    P("4 months", EN, 4),          P("five months", EN, 5),      P("5 months", EN, 5),
    P("six months", EN, 6),        P("6 months", EN, 6),         P("seven months", EN, 7),
    P("7 months", EN, 7),          P("eight months", EN, 8),     P("8 months", EN, 8),
    P("nine months", EN, 9),       P("9 months", EN, 9),         P("ten months", EN, 10),
    P("10 months", EN, 10),        P("eleven months", EN, 11),   P("11 months", EN, 11),
    P("twelve months", EN, 12),    P("12 months", EN, 12),       P("quarter", EN, 3),
    P("half year", EN, 6),         P("half-year", EN, 6),        P("year", EN, 12),
    P("fiscal year", EN, 12),      P("financial year", EN, 12),  P("thirteen weeks", EN, 3),
    P("13 weeks", EN, 3),          P("twenty-six weeks", EN, 6), P("26 weeks", EN, 6),
    P("thirty-nine weeks", EN, 9), P("39 weeks", EN, 9),         P("52 weeks", EN, 12),
    P("53 weeks", EN, 12),         P("fifty-two weeks", EN, 12), P("six-month", EN, 6),
    P("nine-month", EN, 9),        P("twelve-month", EN, 12),    P("3-month", EN, 3),
    P("6-month", EN, 6),           P("9-month", EN, 9),          P("12-month", EN, 12),
    P("13-week", EN, 3),           P("26-week", EN, 6),          P("39-week", EN, 9),
    P("52-week", EN, 12),          P("53-week", EN, 12),         P("two-month", EN, 2),
    P("four-month", EN, 4),        P("three month", EN, 3),      P("four month", EN, 4),
    P("six month", EN, 6),         P("nine month", EN, 9),       P("twelve month", EN, 12),
    P("3 month", EN, 3),           P("6 month", EN, 6),          P("9 month", EN, 9),
    P("12 month", EN, 12),
};

// What joins a length with its end. 1: any month; 0: only where the word cannot mean anything else.
static const bs__phrase joints[] = {
    P("ended", EN, 0),         P("ending", EN, 0),         P("period ended", EN, 0),
    P("ended in", EN, 0),      P("ending in", EN, 0),      P("to", EN, 1),
    P("to end", EN, 1),        P("to the end of", EN, 1),  P("through", EN, 1),
    P("periods ended", EN, 0), P("up to", EN, 1),          P("up to end", EN, 1),
    P("period ending", EN, 0), P("periods ending", EN, 0),
};

static bool joint_at(const bs__time_reader *r, size_t at, int months, size_t *end)
{
    const bs__phrase *joint = BS_PHRASE_AT(joints, r->scan, at);
    if (joint == NULL) return false;
    // "a year to March": said of a length only, "quarter to quarter" of neither.
    if (joint->value == 1 && months == MONTHS_IN_YEAR / 4 &&
        bs__starts_at(r->text, at, BS_STR("to q")))
        return false;
    *end = bs_gap_skip(r->text, at + joint->text.len);
    return true;
}

// Makes the point, which prints a month, the span of `months` that ends with it; a whole year is
// the year.
static void reach_back(bs__point *point, int months)
{
    int year = point->from.year, month = point->from.month;
    if (point->from.day > 0 && point->from.day <= FIRST_DAYS && month > 1) month--;
    int first = month - months + 1;
    point->from = (bs_when){.year = first < 1 && year > 0 ? year - 1 : year,
                            .month = first < 1 ? first + MONTHS_IN_YEAR : first};
    point->to = (bs_when){.year = year, .month = month};
    if (year == 0 || !bs__is_calendar_year(&point->from, &point->to)) return;
    point->from = (bs_when){.year = year};
    point->to = (bs_when){0};
}

bool bs__ended_point(bs__point *out, const bs__time_reader *r, size_t at)
{
    if (r->scan->lang != BS_LANG_EN || bs__letter_before(r->text, at)) return false;
    const bs__phrase *length = BS_PHRASE_AT(lengths, r->scan, at);
    if (length == NULL) return false;
    size_t month_at;
    int months = length->value;
    if (!joint_at(r, bs_gap_skip(r->text, at + length->text.len), months, &month_at)) return false;
    bs__point last;
    // "Quarter ended 30-Jun-21", "Year ended 31.03.2021": the last day as a date.
    bool dated = bs__month_point(&last, r, month_at) ||
                 (bs__date_point(&last, r, month_at) && last.from.year > 0 && last.from.day > 0);
    if (!dated || last.from.month == 0 || last.to.month != 0) return false;
    *out = last;
    reach_back(out, months);
    return true;
}

// The number of months that is written at `at`: "六个月", "3カ月間"; 0 for none.
static int months_at(const bs__time_reader *r, size_t at, size_t *end)
{
    static const bs__phrase units[] = {P("个月期间", ZH, 0), P("个月", ZH, 0),   P("カ月間", JA, 0),
                                       P("カ月", JA, 0),     P("か月間", JA, 0), P("か月", JA, 0),
                                       P("ヶ月間", JA, 0),   P("ヶ月", JA, 0),   P("ヵ月間", JA, 0),
                                       P("ヵ月", JA, 0)};
    bs__integer count;
    if (!bs__time_integer(&count, r, at, 2) || count.value < 1 || count.value > MONTHS_IN_YEAR)
        return 0;
    const bs__phrase *unit = BS_PHRASE_AT(units, r->scan, bs_gap_skip(r->text, count.end));
    if (unit == NULL) return 0;
    *end = bs_gap_skip(r->text, count.end) + unit->text.len;
    if (bs__starts_at(r->text, *end, BS_STR("期"))) return 0; // "3个月期存款": a term
    return count.value;
}

bool bs__ended_behind(bs__point *point, const bs__time_reader *r, size_t start)
{
    static const bs__phrase stops[] = {
        P("止", ZH, 0),     P("止的", ZH, 0), P("止之", ZH, 0),       P("底止", ZH, 0),
        P("底止的", ZH, 0), P("末止", ZH, 0), P("に終了した", JA, 0), P("に終了する", JA, 0)};
    static const bs__phrase spans[] = {
        P("年度", ZH, 12),        P("财政年度", ZH, 12), P("会计年度", ZH, 12),
        P("财年", ZH, 12),        P("全年", ZH, 12),     P("半年度", ZH, 6),
        P("半年", ZH, 6),         P("季度", ZH, 3),      P("1年間", JA, 12),
        P("１年間", JA, 12),      P("一年間", JA, 12),   P("事業年度", JA, 12),
        P("連結会計年度", JA, 12)};
    // "截至6月底的半年": behind 截至 the end of a length needs no word for a stop.
    static const bs__phrase until[] = {P("截至", ZH, 0), P("截止", ZH, 0)};
    static const bs__phrase ends[] = {P("的", ZH, 0), P("底的", ZH, 0), P("末的", ZH, 0)};
    if (point->from.month == 0 || point->to.month != 0) return false;
    size_t at = bs_gap_skip(r->text, point->end), end;
    const bs__phrase *stop = BS_PHRASE_AT(stops, r->scan, at);
    if (stop == NULL && BS_PHRASE_BEFORE(until, r->scan, start) != NULL)
        stop = BS_PHRASE_AT(ends, r->scan, at);
    if (stop == NULL) return false;
    at = bs_gap_skip(r->text, at + stop->text.len);
    int months = months_at(r, at, &end);
    if (months == 0) {
        const bs__phrase *span = BS_PHRASE_AT(spans, r->scan, at);
        if (span == NULL) return false;
        months = span->value;
        end = at + span->text.len;
    }
    reach_back(point, months);
    point->end = end;
    return true;
}
