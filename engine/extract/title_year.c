// SPDX-License-Identifier: GPL-3.0-or-later
// The year of a title that names a month, quarter or half alone ("9월 수출입 동향"), in a document
// without a date: that of the same part where the text or the head of a table prints it.
#include "engine/extract/extract_internal.h"
#include "engine/extract/moment_internal.h"
#include "engine/extract/words.h"

enum {
    BLOCKS_MAX = 48,      // of the text that are looked at
    TEXT_BYTES_MAX = 600, // and of each of them
    HEAD_CELLS_MAX = 24,
};

typedef struct search {
    bs__job *job;
    bs_when part;   // of the title
    bs_period last; // the latest of the same part that was found
    int ahead;      // the year and month of the latest other month
} search;

static bool is_bare_part(const bs_item *item)
{
    const bs_when *from = &item->from, *to = &item->to;
    bool span = to->year || to->month || to->quarter || to->half || to->day;
    return !span && from->year == 0 && from->day == 0 && from->week == 0 && from->tenday == 0 &&
           (from->month || from->quarter || from->half);
}

// What a printed time is held against tells nothing of the time of the document.
static bool is_base(bs_str text, const bs_item *item)
{
    static const char words[] =
        "이후|이래|보다|대비|의|에 비|과|와|부터|까지|에 이어|수준|같은|동월|"
        "동기|~|∼|(|（|を|の|比|より|以来|以降|年|同|相比";
    bs_str after = bs_str_trim(bs_str_slice(text, item->end, text.len));
    static const char fronts[] =
        "コロナ前の|コロナ禍前の|震災前の|이전인|疫情前的|最多だった|最高だった";
    return bs_list_starts(after, words) || bs__starts_with_since(after) ||
           bs_list_ends(bs_str_slice(text, 0, item->start), fronts);
}

// "24年3～10月": the year of its last month, which may be the part of the title.
static void look_at_span(search *of, const bs_item *item)
{
    bs_when last = {.year = item->to.year ? item->to.year : item->from.year,
                    .month = item->to.month};
    bs_period period;
    bool across = item->to.year && item->to.year != item->from.year; // a business year
    if (last.year == 0 || last.month == 0 || item->to.day || item->from.fiscal || across) return;
    if (last.year * 12 + last.month > of->ahead) of->ahead = last.year * 12 + last.month;
    if (last.month != of->part.month) return;
    if (bs_when_period(&period, last, (bs_when){0}, 0, NULL) != BS_OK) return;
    if (bs_period_is_none(of->last) || bs_period_compare(period, of->last) > 0) of->last = period;
}

static void look_at(search *of, bs_str text, const bs_item *item)
{
    bs_period period;
    const bs_when *from = &item->from;
    if (item->to.month) look_at_span(of, item);
    if (from->year == 0 || from->fiscal || item->to.year || item->to.month) return;
    if (from->month > 0 && from->year * 12 + from->month > of->ahead)
        of->ahead = from->year * 12 + from->month;
    bool same = from->day == 0 && from->month == of->part.month &&
                from->quarter == of->part.quarter && from->half == of->part.half;
    if (!same || is_base(text, item)) return;
    if (bs_when_period(&period, *from, (bs_when){0}, 0, NULL) != BS_OK) return;
    if (bs_period_is_none(of->last) || bs_period_compare(period, of->last) > 0) of->last = period;
}

static bs_status look_in(search *of, bs_str text, bs_lang lang)
{
    bs_item_array items = {0};
    text = bs_str_slice(text, 0, TEXT_BYTES_MAX);
    BS_TRY(bs_scan(&items, of->job->arena, text, lang, of->job->err));
    for (size_t i = 0; i < items.count; i++)
        look_at(of, text, &items.items[i]);
    return BS_OK;
}

static bs_status look_at_block(search *of, const bs_block *block)
{
    if (block->table == NULL) return look_in(of, block->text, block->lang);
    const bs_table *table = block->table;
    for (size_t i = 0; i < table->cell_count && i < HEAD_CELLS_MAX; i++)
        BS_TRY(look_in(of, table->cells[i].text, block->lang));
    return BS_OK;
}

bs_status bs__title_year(bs__job *job)
{
    enum { MONTHS = 12 };
    bs_item_array items = {0};
    const bs_block_array *blocks = &job->out->document->blocks;
    search of = {.job = job, .last = BS_PERIOD_NONE};
    if (job->start.period_stated || !bs_period_is_none(job->source->published)) return BS_OK;
    BS_TRY(bs_scan(&items, job->arena, job->source->title, job->source->lang, job->err));
    size_t first = 0;
    while (first < items.count && !is_bare_part(&items.items[first]))
        first++;
    if (first == items.count) return BS_OK;
    of.part = items.items[first].from;
    for (size_t i = 0; i < blocks->count && i < BLOCKS_MAX; i++)
        BS_TRY(look_at_block(&of, &blocks->items[i]));
    if (bs_period_is_none(of.last)) return BS_OK;
    // A later month of the text makes it the part of an earlier year.
    int end = bs_period_end(of.last).year * MONTHS + bs_period_end(of.last).month;
    if (of.ahead > end) return BS_OK;
    job->start.period = of.last;
    job->start.period_stated = true;
    job->start.reported = of.last;
    job->start.pinned = true;
    return BS_OK;
}
