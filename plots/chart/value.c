// SPDX-License-Identifier: GPL-3.0-or-later
#include <math.h>

#include "plots/chart/chart_internal.h"

bool bs_chart__has(const bs_chart_value *value)
{
    return value->state == BS_STATE_VALUE;
}

bool bs_chart__flagged(const bs_chart_value *value)
{
    return value->reason.len > 0 || value->proposal.len > 0;
}

bs_str bs_chart__concat(bs_pen *pen, bs_str prefix, bs_str text)
{
    return bs_pen_format(pen, "%.*s%.*s", BS_STR_ARG(prefix), BS_STR_ARG(text));
}

static const char *const bound_marks[] = {
    [BS_EXACT] = "",      [BS_APPROX] = "≈",  [BS_APPROX_OVER] = "≳", [BS_AT_LEAST] = "≥",
    [BS_MORE_THAN] = ">", [BS_AT_MOST] = "≤", [BS_LESS_THAN] = "<",
};
_Static_assert(BS_COUNT(bound_marks) == BS_QUALIFIER_COUNT, "every qualifier needs a mark");

int bs_chart__bound(const bs_chart_value *value)
{
    static const int open[BS_QUALIFIER_COUNT] = {
        [BS_AT_LEAST] = 1, [BS_MORE_THAN] = 1, [BS_AT_MOST] = -1, [BS_LESS_THAN] = -1};
    return open[value->qualifier];
}

// Digits or words with what stands before and behind them.
static bs_str with_marks(bs_pen *pen, const bs_chart_value *value, bs_str text)
{
    const char *bound = bound_marks[value->qualifier];
    const char *letter = bs_status_look_of(value->status)->letter;
    if ((bound[0] == '\0' && letter[0] == '\0') || text.ptr == NULL) return text;
    return bs_pen_format(pen, "%s%.*s%s%s", bound, BS_STR_ARG(text), letter[0] != '\0' ? " " : "",
                         letter);
}

bs_str bs_chart__label(bs_pen *pen, const bs_chart_value *value)
{
    if (value->text.len == 0) return bs_chart__exact(pen, value);
    return with_marks(pen, value, value->text);
}

bs_str bs_chart__exact(bs_pen *pen, const bs_chart_value *value)
{
    return with_marks(pen, value, bs_number_str(value->value, pen->arena));
}

bool bs_chart__proposed(const bs_chart_value *value, double *out)
{
    char digits[64];
    size_t len = 0;
    for (size_t i = 0; i < value->proposal.len && len < sizeof digits; i++) {
        if (value->proposal.ptr[i] != ',') digits[len++] = value->proposal.ptr[i];
    }
    bs_decimal proposed;
    if (bs_decimal_parse(&proposed, (bs_str){digits, len}, NULL) != BS_OK) return false;
    *out = bs_decimal_double(proposed);
    return true;
}

bs_style bs_chart__style(const bs_pen *pen, double size_px)
{
    return (bs_style){size_px, false, pen->theme->text, BS_ANCHOR_START, false};
}
