// SPDX-License-Identifier: GPL-3.0-or-later
// Lists that are dealt to names and whose numbers have each a bracket behind them: "수출과 수입은
// 각각 13.5%(28억 달러↑)와 21.9%(69억 달러↑) 증가했다".
#include "engine/extract/distribute_internal.h"

// The list of numbers from `index` on that have each a bracket behind them, "13.5%(28억 달러↑)와
// 21.9%(69억 달러↑)": the places of the numbers, and in *end the item behind the last bracket.
// Returns how many they are; 0 where a number has none.
static size_t bracketed_run(size_t *heads, size_t *end, const bs_quantity_array *all, size_t index,
                            bs_str text)
{
    enum { BRACKET_BYTES_MAX = 60 };
    size_t count = 0, at = index, behind = 0;
    while (at < all->count && count < BS__NAME_COUNT_MAX) {
        const bs_quantity *head = &all->items[at], *front = &all->items[index];
        size_t start = (size_t)(head->text.ptr - text.ptr), open = start + head->text.len;
        bool alike = bs_str_equal(head->unit, front->unit) && bs__may_be_dealt(head);
        bool joined = count == 0 || bs__is_joint(bs_str_slice(text, behind, start));
        size_t close = bs_str_find(text, BS_STR(")"), open);
        if (!alike || !joined || close == SIZE_MAX || close - open > BRACKET_BYTES_MAX) break;
        if (!bs_str_starts(bs_str_slice(text, open, text.len), BS_STR("("))) break;
        size_t next = at + 1;
        while (next < all->count && all->items[next].text.ptr < text.ptr + close)
            next++;
        if (next == at + 1) break;
        heads[count++] = at;
        behind = close + 1;
        at = *end = next;
    }
    return count < 2 ? 0 : count;
}

size_t bs__deal_bracketed(bs__dealing *dealing, size_t index)
{
    bs__job *job = dealing->job;
    bs_quantity_array *all = &job->out->quantities;
    size_t heads[BS__NAME_COUNT_MAX], end = index;
    size_t count = bracketed_run(heads, &end, all, index, dealing->passage->text);
    bs_quantity *items = all->items + index, *dealt;
    if (count == 0) return index;
    bs_quantity *kept = BS_NEW_ARRAY(job->arena, bs_quantity, end - index);
    if (kept == NULL) return index;
    memcpy(kept, items, (end - index) * sizeof *kept);
    for (size_t k = 0; k < count; k++)
        items[k] = kept[heads[k] - index];
    bool fits = bs__deal(dealing, index, count);
    for (size_t k = 0; fits && k < count; k++) {
        dealt = &kept[heads[k] - index];
        *dealt = items[k];
        size_t next = k + 1 < count ? heads[k + 1] : end;
        for (size_t i = heads[k] + 1; i < next; i++) {
            kept[i - index].indicator = dealt->indicator;
            kept[i - index].subject = dealt->subject;
            if (kept[i - index].role != BS_ROLE_LEVEL) kept[i - index].of = dealt->of;
        }
    }
    memcpy(items, kept, (end - index) * sizeof *kept);
    if (!fits) return index;
    memcpy(dealing->dealt, heads, count * sizeof *heads);
    dealing->count = count;
    dealing->end = end;
    return end;
}
