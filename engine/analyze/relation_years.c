// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analyze/relation_years.h"

#include "engine/analyze/relation_cue.h"
#include "engine/analyze/relation_prose.h"

enum { BETWEEN_BYTES_MAX = 18, YEARS_MAX = 50 };

// The years of a span; 0 for another figure.
static int years_of(const bs_figure *span)
{
    bool years = bs_str_equal(span->quantity->unit, BS_STR("dur:year")) && span->quantity->valued &&
                 span->value >= 1 && span->value <= YEARS_MAX;
    return years ? (int)span->value : 0;
}

int bs_years_told(const bs_view *view, size_t change)
{
    static const char parts[] =
        ",|，|、|的|의|の|(|（|；|;|分别|分別|각각|それぞれ|连续|連續|연속|連続|每年|年均|逐年";
    static const char *const joints[] = {"in",
                                         "over",
                                         "within",
                                         "over the",
                                         "in just",
                                         "over the last",
                                         "over the past",
                                         "in the last",
                                         "in the past",
                                         NULL};
    const bs_sentence *sentence = bs_view_sentence(view, change);
    if (sentence == NULL) return 0;
    if (change > sentence->first) {
        bs_str between = bs_view_between(view, change - 1, change);
        if (between.len <= BETWEEN_BYTES_MAX && !bs_str_has_any(between, parts)) {
            int years = years_of(&view->figures.items[change - 1]);
            if (years > 0) return years;
        }
    }
    if (change + 1 >= sentence->first + sentence->count) return 0;
    bs_str between = bs_str_trim(bs_view_between(view, change, change + 1));
    return bs_any_is(between, joints) ? years_of(&view->figures.items[change + 1]) : 0;
}
