// SPDX-License-Identifier: GPL-3.0-or-later
// The month that a passage names without its year: the line straight below it, or the next item of
// its list, goes on with it.
#include "engine/extract/moment_internal.h"
#include "engine/extract/words.h"

bs_period bs__month_of_item(const bs__moments *moments)
{
    bs_period month = BS_PERIOD_NONE;
    for (size_t i = 0; i < moments->all.count; i++) {
        const bs__moment *made = &moments->all.items[i];
        if (!made->frame || made->bound || made->scope != SIZE_MAX) continue;
        bool other = !bs_period_is_none(month) && !bs_period_equal(month, made->period);
        bool first =
            made->item == 0 && made->inferred && !made->lasting && !bs_period_is_span(made->period);
        if (other || (bs_period_is_none(month) && !first)) return BS_PERIOD_NONE;
        month = made->period;
    }
    return month.frequency == BS_FREQUENCY_MONTH ? month : BS_PERIOD_NONE;
}

bool bs__dates_number(const bs__moments *moments, bs_period month)
{
    for (size_t i = 0; i < moments->items->count; i++) {
        const bs_item *item = &moments->items->items[i];
        if (bs__is_time_item(item) || bs__is_name_item(item)) continue;
        const bs__moment *made = bs__moment_for(moments, i);
        if (made != NULL && bs_period_equal(made->period, month)) return true;
    }
    return false;
}

// Does it compare by the month or year, or say by how many per cent something has moved? A list of
// news names sums and plans, too, which are of no month.
static bool is_of_statistics(const bs__passage *passage, const bs_item_array *items)
{
    const bs_words *words = &passage->words;
    bs_str text = passage->text;
    bool rate = false;
    for (size_t i = 0; i < items->count; i++)
        rate |= items->items[i].kind == BS_KIND_PERCENT;
    if (bs_words_in(words, text, BS_MEANS_TARGET) || bs_words_in(words, text, BS_MEANS_FORECAST))
        return false;
    if (bs_words_in(words, text, BS_MEANS_BASIS_YEAR)) return true;
    if (bs_words_in(words, text, BS_MEANS_BASIS_PERIOD)) return true;
    return rate &&
           (bs_words_in(words, text, BS_MEANS_UP) || bs_words_in(words, text, BS_MEANS_DOWN));
}

// Do two blocks, of which neither has been put together from pieces, stand on lines side by side?
static bool is_next_line(bs_str source, bs_str before, bs_str after)
{
    const char *stop = source.ptr + source.len, *end = before.ptr + before.len;
    bool printed = before.ptr >= source.ptr && end <= after.ptr && after.ptr <= stop;
    if (!printed) return false;
    bs_str between = {end, (size_t)(after.ptr - end)};
    size_t line = bs_str_find(between, BS_STR("\n"), 0);
    return line != SIZE_MAX && bs_str_find(between, BS_STR("\n"), line + 1) == SIZE_MAX;
}

bool bs__goes_on(const bs__moments *moments, const bs__frame *frame)
{
    const bs__job *job = moments->job;
    const bs__passage *passage = moments->passage;
    uint32_t block = passage->block;
    if (frame->after_block == 0 || block != frame->after_block + 1) return false;
    if (!is_of_statistics(passage, moments->items)) return false;
    const bs_block *own = &job->out->document->blocks.items[block - 1], *before = own - 1;
    if (own->kind == BS_BLOCK_LIST_ITEM && frame->after_level > 0)
        return passage->level >= frame->after_level;
    if (own->kind != BS_BLOCK_PARAGRAPH || before->kind != BS_BLOCK_PARAGRAPH) return false;
    return is_next_line(job->source->text, before->text, own->text);
}

void bs__carry_on(const bs__moments *moments, bs__frame *frame, bool goes_on)
{
    const bs__passage *passage = moments->passage;
    if (passage->title || passage->table > 0) return;
    bool deeper = passage->block == frame->after_block + 1 && frame->after_level > 0 &&
                  passage->level > frame->after_level;
    if (deeper) frame->after_block = passage->block;
    bs_period month = deeper ? BS_PERIOD_NONE : bs__month_of_item(moments);
    bool told = !bs_period_is_none(month) && bs__dates_number(moments, month);
    bool silent = true;
    for (size_t i = 0; i < moments->all.count && !deeper; i++)
        silent = silent && (!moments->all.items[i].frame || moments->all.items[i].bound);
    if (told) frame->after = month;
    if (told) frame->after_level = passage->level;
    if (told || (goes_on && silent)) frame->after_block = passage->block;
}
