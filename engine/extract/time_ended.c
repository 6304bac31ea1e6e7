// SPDX-License-Identifier: GPL-3.0-or-later
// Spans that English tells by their length and end: "the three months to August 2025", "Six months
// ended June 30", "year ending March 2024", "thirteen weeks ended 28 September 2024".
#include "engine/extract/time_internal.h"

#define EN BS_IN(BS_LANG_EN)
#define P(text, value)                                                                             \
    {                                                                                              \
        BS_STR_INIT(text), EN, (value)                                                             \
    }

enum {
    MONTHS_IN_YEAR = 12,
    FIRST_DAYS =
        7, // a business quarter that ends in the first days of a month is of the one before
};

// Lengths of business years and their parts, in months.
static const bs__phrase lengths[] = {
    P("two months", 2),        P("2 months", 2),         P("three months", 3),
    P("3 months", 3),          P("three-month", 3),      P("four months", 4),
    P("4 months", 4),          P("five months", 5),      P("5 months", 5),
    P("six months", 6),        P("6 months", 6),         P("seven months", 7),
    P("7 months", 7),          P("eight months", 8),     P("8 months", 8),
    P("nine months", 9),       P("9 months", 9),         P("ten months", 10),
    P("10 months", 10),        P("eleven months", 11),   P("11 months", 11),
    P("twelve months", 12),    P("12 months", 12),       P("quarter", 3),
    P("half year", 6),         P("half-year", 6),        P("year", 12),
    P("fiscal year", 12),      P("financial year", 12),  P("thirteen weeks", 3),
    P("13 weeks", 3),          P("twenty-six weeks", 6), P("26 weeks", 6),
    P("thirty-nine weeks", 9), P("39 weeks", 9),         P("52 weeks", 12),
    P("53 weeks", 12),         P("fifty-two weeks", 12),
};

// What joins a length with its end. 1: any month; 0: only where the word cannot mean anything else.
static const bs__phrase joints[] = {
    P("ended", 0),  P("ending", 0),        P("period ended", 0), P("to", 1),
    P("to end", 1), P("to the end of", 1), P("through", 1),      P("periods ended", 0),
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

bool bs__ended_point(bs__point *out, const bs__time_reader *r, size_t at)
{
    if (r->scan->lang != BS_LANG_EN || bs__letter_before(r->text, at)) return false;
    const bs__phrase *length = BS_PHRASE_AT(lengths, r->scan, at);
    if (length == NULL) return false;
    size_t month_at;
    int months = length->value;
    if (!joint_at(r, bs_gap_skip(r->text, at + length->text.len), months, &month_at)) return false;
    bs__point last;
    if (!bs__month_point(&last, r, month_at) || last.to.month != 0) return false;
    int year = last.from.year, month = last.from.month;
    if (last.from.day > 0 && last.from.day <= FIRST_DAYS && month > 1) month--;
    int first = month - months + 1;
    *out = last;
    out->from = (bs_when){.year = first < 1 && year > 0 ? year - 1 : year,
                          .month = first < 1 ? first + MONTHS_IN_YEAR : first};
    out->to = (bs_when){.year = year, .month = month};
    return true;
}
