// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers of more than one time: those of a list of times in front of a number, and those from one
// to another.
#include "engine/extract/moment_internal.h"

// "'17년, '19년과 '23년": where the list of times begins that ends in moment `last`.
static size_t list_start(const bs__moments *of, size_t last)
{
    static const char *const joints[] = {",",  "、", "，",  "와",    "과", "및",
                                         "和", "と", "and", ", and", "·"};
    const bs__moment *moments = of->all.items;
    size_t first = last;
    while (first > 0 && moments[first - 1].frame &&
           moments[first - 1].period.frequency == moments[last].period.frequency) {
        bs_str between = bs_str_trim(
            bs_str_slice(of->passage->text, moments[first - 1].end, moments[first].start));
        bool joined = false;
        for (size_t i = 0; i < BS_COUNT(joints); i++)
            joined |= bs_str_equal(between, bs_str_from(joints[i]));
        if (!joined) break;
        first--;
    }
    return first;
}

// "between April and June": the time from the first to the second, whichever of them `found` is.
// "... fell from 3 to 2 between 2015 and 2023": where a movement begins and ends is at one end, as
// is what follows in other sentences.
static bool reaches_between(bs_period *span, const bs__moments *of, const bs__moment *found,
                            const bs_item *item)
{
    bs_str text = of->passage->text;
    const bs__moment *end = of->all.items + of->all.count, *low = found;
    if (of->passage->lang != BS_LANG_EN || found < of->all.items || found >= end) return false;
    bs_str front = bs_str_trim(bs_str_slice(text, 0, found->start));
    if (bs_list_ends(front, " and") && found > of->all.items) {
        low = found - 1;
        front = bs_str_trim(bs_str_slice(text, 0, low->start));
    }
    if (low + 1 >= end || !bs_list_ends(front, "between|Between")) return false;
    bs_str joint = bs_str_trim(bs_str_slice(text, low->end, low[1].start));
    bool span_here = bs_str_equal(joint, BS_STR("and")) && low->item != BS__NO_ITEM &&
                     low->period.frequency == low[1].period.frequency &&
                     bs_period_compare(low->period, low[1].period) < 0;
    if (!span_here) return false;
    bs_str before = bs_str_trim(bs_str_slice(text, 0, item->start));
    bool first = bs_list_ends(before, " from"), last = bs_list_ends(before, " to| reach| reached");
    // A few months are what is reported; years are gone through.
    bool apart = bs__sentence_end(text, low[1].end) < item->start;
    enum { MONTHS = 12 };
    bool few = low->period.frequency != BS_FREQUENCY_ANNUAL &&
               low[1].period.last - low->period.first < MONTHS;
    last |= apart && !few;
    *span = first ? low->period : low[1].period;
    return first || last || bs_period_span(span, low->period, low[1].period, NULL) == BS_OK;
}

bs_period bs__moment_period(const bs__moments *moments, size_t index, const bs__moment *found)
{
    bs_period span;
    const bs_item *item = &moments->items->items[index];
    size_t last = (size_t)(found - moments->all.items), first = list_start(moments, last);
    if (reaches_between(&span, moments, found, item)) return span;
    bool rate = item->kind == BS_KIND_PERCENT &&
                item->start < bs__sentence_end(moments->passage->text, found->end);
    if (found->of_rate && !rate) return bs__last_month(found->period);
    bs_str between = bs_str_slice(moments->passage->text, found->end, item->start);
    bool directly = found->end <= item->start && bs__is_brief(bs_str_trim(between), 2);
    if (first < last && directly &&
        bs_period_span(&span, moments->all.items[first].period, found->period, NULL) == BS_OK) {
        return span;
    }
    return found->period;
}
