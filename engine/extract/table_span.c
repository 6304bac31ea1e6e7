// SPDX-License-Identifier: GPL-3.0-or-later
// A part of the year that the caption says of every year of the table: "1~9월 수출입 (억달러)" over
// 2023 and 2024.
#include "engine/base/utf8.h"
#include "engine/extract/grid_internal.h"
#include "engine/extract/numeral.h"
#include "engine/extract/scan_internal.h"
#include "engine/extract/table_internal.h"
#include "engine/extract/words.h"

static bool is_whole_year(const bs_when *when)
{
    return when->year > 0 && !when->fiscal && bs__part_of_year(when) == 0 && when->tenday == 0 &&
           when->week == 0 && when->day == 0;
}

static bool is_new_year(const bs__grid *grid, uint32_t col)
{
    for (uint32_t before = grid->value_col; before < col; before++) {
        const bs__column *column = &grid->columns[before];
        if (column->timed && column->time.from.year == grid->columns[col].time.from.year)
            return false;
    }
    return true;
}

// The latest year of columns that are years and nothing else, of which there are two at least; 0
// where some are not. *count is how many different ones there are.
static int latest_year(const bs__grid *grid, int *count)
{
    int latest = 0;
    *count = 0;
    for (uint32_t col = grid->value_col; col < grid->col_count; col++) {
        const bs__column *column = &grid->columns[col];
        if (!column->timed) continue;
        const bs_time_text *time = &column->time;
        if (!is_whole_year(&time->from) || time->to.year > 0 || time->running) return 0;
        if (time->from.year > latest) latest = time->from.year;
        *count += is_new_year(grid, col);
    }
    return *count > 1 ? latest : 0;
}

// "as at 31 March 2024": a day of the year of a table of accounts, and of the year before.
static bool is_state(const bs_item *item, bs_str text)
{
    static const char fronts[] = "as at|As at|AS AT|as of|As of|AS OF",
                      ends[] = "현재|기준|現在|现在";
    bs_str before = bs_str_trim(bs_str_slice(text, 0, item->start));
    bs_str behind = bs_str_trim(bs_str_slice(text, item->end, text.len));
    bool part = item->from.month > 0 && item->from.year > 0 && item->to.year + item->to.month == 0;
    return item->kind == BS_KIND_DATE && part &&
           (bs_list_ends(before, fronts) || bs_list_starts(behind, ends));
}

// Several months or quarters of one year, or a half; or a business year.
static bool is_part(const bs_item *item)
{
    const bs_when *from = &item->from, *to = &item->to;
    if (item->kind != BS_KIND_DATE || from->day > 0 || from->fiscal) return false;
    if (from->half > 0) return to->half == 0;
    bool business = from->month > 1 && to->month == from->month - 1 && to->year == from->year + 1;
    if (business && from->year > 0) return true;
    bool months = from->month > 0 && to->month > from->month;
    bool quarters = from->quarter > 0 && to->quarter > from->quarter;
    return (months || quarters) && (to->year == 0 || to->year == from->year);
}

// "year ending March", "years ended 30 June": the month, 1 to 12, that the years of a caption end
// in; 0 for none.
static int month_of_year_end(bs_str text)
{
    static const char fronts[] = "ear ending |ear ended |ears ending |ears ended ";
    static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
    for (size_t at = 1; at < text.len; at++) {
        bs_str rest = bs_str_slice(text, at, text.len), word;
        if ((text.ptr[at - 1] | 0x20) != 'y' || !bs_list_starts(rest, fronts)) continue;
        // "the half year ended 30 June"
        if (bs_list_ends(bs_str_slice(text, 0, at - 1), "alf |alf-|ALF |ALF-")) continue;
        bs_str_next(&rest, ' ', &word);
        bs_str_next(&rest, ' ', &word);
        while (rest.len > 0 && rest.ptr[0] >= '0' && rest.ptr[0] <= '9')
            rest = bs_str_slice(rest, 1, rest.len);
        rest = bs_str_trim(rest);
        for (int month = 0; month < 12 && rest.len >= 3; month++) {
            if (bs_str_starts(rest, (bs_str){months + 3 * month, 3})) return month + 1;
        }
    }
    return 0;
}

// Makes the years of the columns those that end in such a month.
static bool take_year_end(bs__table_job *job, bs_str text)
{
    enum { DECEMBER = 12 };
    int month = month_of_year_end(text);
    if (month == 0 || month == DECEMBER) return false;
    job->span_from = (bs_when){.year = 1, .month = month + 1}; // of the year before
    job->span_to = (bs_when){.year = 2, .month = month};
    return true;
}

// "As at 30 June", "Year ended March" over a column of years: the day, or the month that they end
// in, of all of them.
static void date_rows(bs__table_job *job)
{
    const bs__grid *grid = &job->grid;
    bs_str head = grid->value_col > 0 ? bs_str_trim(bs__grid_head(grid, 0)) : (bs_str){0};
    bs_time_text time = {0};
    int month = month_of_year_end(head);
    bool day = bs_list_starts(head, "As at |As of |At ") &&
               bs_scan_time(&time, bs_str_trim(bs_str_slice(head, 3, head.len)), grid->lang);
    if (!day && bs_list_starts(head, "As "))
        day = bs_scan_time(&time, bs_str_trim(bs_str_slice(head, 6, head.len)), grid->lang);
    day = day && time.from.year == 0 && time.from.day > 0 && time.to.day == 0;
    for (uint32_t row = grid->header_row_count; (day || month > 0) && row < grid->row_count;
         row++) {
        bs_time_text *own = &job->rows[row].time;
        if (!job->rows[row].timed || !is_whole_year(&own->from) || own->to.year > 0) continue;
        if (day) {
            own->from.month = time.from.month;
            own->from.day = time.from.day;
        } else if (month < 12) {
            own->to = (bs_when){.year = own->from.year, .month = month};
            own->from = (bs_when){.year = own->to.year - 1, .month = month + 1};
        }
    }
}

bs_status bs__table_span(bs__table_job *job)
{
    enum { LINE_BYTES_MAX = 200, COMPARED_COUNT = 2 };
    date_rows(job);
    for (size_t i = 0; i < job->context->above_count; i++) {
        bs_str text = bs_str_trim(job->context->near[i]);
        if (text.len <= LINE_BYTES_MAX && take_year_end(job, text)) return BS_OK;
    }
    int count, latest = latest_year(&job->grid, &count);
    if (latest == 0) return BS_OK;
    for (size_t i = 0; i < job->context->above_count; i++) {
        bs_str text = bs_str_trim(job->context->near[i]);
        if (text.len > LINE_BYTES_MAX || bs_list_ends(text, ".|。")) continue;
        bs_item_array items = {0};
        BS_TRY(bs_scan(&items, job->job->arena, text, bs__lang_of_text(text, job->grid.lang),
                       job->job->err));
        for (size_t k = 0; k < items.count; k++) {
            const bs_item *item = &items.items[k];
            // With a year of its own it is that of a year and the one before.
            int year = item->to.year > 0 ? item->to.year : item->from.year;
            bool of_all = item->from.year == 0 || (year == latest && count == COMPARED_COUNT);
            if ((!is_part(item) && !is_state(item, text)) || !of_all) continue;
            job->span_from = item->from;
            job->span_to = item->to;
            return BS_OK;
        }
    }
    return BS_OK;
}

// "2025年3月期第2四半期": which quarter of a business year a head or label names; 0 for none.
static int named_quarter(bs_str text)
{
    static const bs_str word = BS_STR_INIT("四半期"), front = BS_STR_INIT("第");
    size_t at = bs_str_find(text, word, 0), len;
    if (at == SIZE_MAX) return 0;
    bs_str before = bs_str_trim(bs_str_slice(text, 0, at));
    size_t digit_len = before.len > 0 ? bs_utf8_decode_before(before, before.len).len : 0;
    if (digit_len == 0) return 0;
    int quarter = bs_digit_at(before, before.len - digit_len, &len);
    bs_str head = bs_str_trim(bs_str_slice(before, 0, before.len - digit_len));
    return quarter > 1 && quarter < 5 && bs_str_ends(head, front) ? quarter : 0;
}

// A quarter of three months begins with its business year.
static void add_up(bs_time_text *time, bs_str text)
{
    enum { MONTHS = 12, OF_QUARTER = 3 };
    int first = time->from.year * MONTHS + time->from.month - 1;
    int last = time->to.year * MONTHS + time->to.month - 1;
    int quarter = named_quarter(text);
    if (quarter == 0 || time->from.month == 0 || last - first != OF_QUARTER - 1) return;
    first -= OF_QUARTER * (quarter - 1);
    time->from.year = first / MONTHS;
    time->from.month = first % MONTHS + 1;
}

// "第3四半期の連結業績（4月1日～12月31日）": the text around the table is about all months since
// the business year began, and a row about the quarter that ends with them.
static bool reports_sum(const bs__table_job *job)
{
    const bs__grid *grid = &job->grid;
    bs_date end = bs_period_end(job->period), first = bs_period_start(job->period);
    int months = (end.year - first.year) * 12 + end.month - first.month + 1;
    if (job->period.frequency != BS_FREQUENCY_MONTH || (months != 6 && months != 9)) return false;
    for (uint32_t row = grid->header_row_count; row < grid->row_count; row++) {
        const bs_when *to = &job->rows[row].time.to;
        if (job->rows[row].timed && to->year == end.year && to->month == end.month) return true;
    }
    return false;
}

void bs__table_add_up(bs__table_job *job)
{
    static const bs_str words[] = {BS_STR_INIT("（累計）"), BS_STR_INIT("(累計)"),
                                   BS_STR_INIT("累計期間")};
    bs__grid *grid = &job->grid;
    bool added = reports_sum(job);
    for (size_t i = 0; i < job->context->above_count; i++) {
        for (size_t k = 0; k < BS_COUNT(words); k++)
            added |= bs_str_find(job->context->near[i], words[k], 0) != SIZE_MAX;
    }
    if (!added) return;
    for (uint32_t row = grid->header_row_count; row < grid->row_count; row++) {
        if (job->rows[row].timed && grid->value_col > 0)
            add_up(&job->rows[row].time, bs__grid_text(grid, row, 0));
    }
    for (uint32_t col = grid->value_col; col < grid->col_count; col++) {
        for (uint32_t row = 0; grid->columns[col].timed && row < grid->header_row_count; row++)
            add_up(&grid->columns[col].time, bs__grid_text(grid, row, col));
    }
}

void bs__table_span_of(const bs__table_job *job, bs_when *from, bs_when *to)
{
    bool none = bs__part_of_year(&job->span_from) == 0;
    if (none || !is_whole_year(from) || to->year > 0) return;
    int year = from->year, back = job->span_to.year - job->span_from.year;
    *from = job->span_from;
    *to = job->span_to;
    from->year = year - (job->span_to.year > 0 ? back : 0);
    if (bs__part_of_year(to) > 0) to->year = year;
}

bool bs__lists_times(const bs_item_array *items, bs_str text)
{
    for (size_t i = 1; i < items->count; i++) {
        const bs_item *a = &items->items[i - 1], *b = &items->items[i];
        bool times = (a->kind == BS_KIND_YEAR || a->kind == BS_KIND_DATE) && a->kind == b->kind &&
                     a->from.year != 0 && b->from.year != 0 && a->from.day == 0 && b->from.day == 0;
        if (times && b->start > a->end &&
            bs_str_trim(bs_str_slice(text, a->end, b->start)).len == 0)
            return true;
    }
    return false;
}
