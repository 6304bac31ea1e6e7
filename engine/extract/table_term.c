// SPDX-License-Identifier: GPL-3.0-or-later
// Columns that are headed by the number of a business term, "제 25 기 3분기말", which the lines
// above the table date: "제 25 기 3분기말 2024.09.30 현재", "제 25 기 2024.01.01 부터 2024.09.30
// 까지".
#include "engine/extract/scan_internal.h"
#include "engine/extract/table_internal.h"
#include "engine/extract/words.h"

// The byte behind the first place where `text` says `name`, however either is spaced; SIZE_MAX
// where it does not.
static size_t find_spaced(bs_str text, bs_str name)
{
    for (size_t at = 0; at < text.len; at++) {
        size_t i = at, k = 0;
        while (i < text.len && k < name.len) {
            if (name.ptr[k] == ' ') {
                k++;
            } else if (text.ptr[i] == ' ' && i > at) {
                i++;
            } else if (text.ptr[i] == name.ptr[k]) {
                i++;
                k++;
            } else {
                break;
            }
        }
        if (k == name.len && i > at) return i;
    }
    return SIZE_MAX;
}

// The date or the span behind the name of a term in a text; false where none stands there.
static bool read_dates(const bs__table_job *job, bs_str text, bs_time_text *out)
{
    enum { GAP_BYTES_MAX = 8 };
    bs_item_array items = {0};
    bs_arena *arena = job->job->arena;
    if (bs_scan(&items, arena, text, bs__lang_of_text(text, job->grid.lang), NULL) != BS_OK ||
        items.count == 0)
        return false;
    const bs_item *first = &items.items[0];
    bool dated = first->kind == BS_KIND_DATE && first->from.year > 0 && first->from.day > 0;
    if (!dated || first->start > GAP_BYTES_MAX) return false;
    *out = (bs_time_text){.from = first->from, .to = first->to};
    bs_str behind = bs_str_trim(bs_str_slice(text, first->end, text.len));
    if (first->to.year > 0 || !bs_list_starts(behind, "부터|から|至")) return true;
    if (items.count < 2 || items.items[1].kind != BS_KIND_DATE) return false;
    out->to = items.items[1].from;
    return out->to.year > 0;
}

// "제 16 기 3분기 3개월", "제 16 기 3분기 누적": the name of a term without what of it the column
// holds; *months is the length of its last part, 0 for all of it.
static bs_str without_part(bs_str label, int *months)
{
    static const bs_str quarter = BS_STR_INIT(" 3개월");
    bs_str all = bs_str_longest_end(label, " 누적| 누계");
    *months = bs_str_ends(label, quarter) ? 3 : 0;
    size_t len = *months > 0 ? quarter.len : all.len;
    return bs_str_slice(label, 0, label.len - len);
}

// Makes the last three months of a span that ends with a month.
static void keep_last(bs_time_text *time, int months)
{
    bs_period last, next;
    const bs_when *to = &time->to;
    if (to->month == 0 || bs_period_month(&last, to->year, to->month, NULL) != BS_OK) return;
    if (to->day > 0 && bs_period_end(last).day != to->day) return;
    next = bs_period_offset(last, 1 - months);
    bs_date first = bs_period_start(next);
    time->to.day = 0;
    time->from = (bs_when){.year = first.year, .month = first.month};
}

static bool date_column(bs__table_job *job, bs__column *column)
{
    int months;
    bs_str name = without_part(column->label, &months);
    for (size_t i = 0; i < job->context->above_count; i++) {
        bs_str text = job->context->near[i];
        size_t behind = find_spaced(text, name);
        bs_time_text time;
        if (behind == SIZE_MAX || !read_dates(job, bs_str_slice(text, behind, text.len), &time))
            continue;
        if (months > 0) keep_last(&time, months);
        column->time = time;
        column->timed = true;
        column->label = (bs_str){0};
        return true;
    }
    return false;
}

void bs__table_terms(bs__table_job *job)
{
    bs__grid *grid = &job->grid;
    for (uint32_t col = grid->value_col; col < grid->col_count; col++) {
        bs__column *column = &grid->columns[col];
        bool term = column->role == BS__COLUMN_VALUE && bs__is_term(column->label, grid->lang);
        if (term && !date_column(job, column)) return;
    }
}
