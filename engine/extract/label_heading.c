// SPDX-License-Identifier: GPL-3.0-or-later
// Korean items that say nothing but a number, and leave what it measures to the heading above them:
// "▶ 어업 생산량" over "- 379만 톤" and "- 전년(372만 톤) 대비 6만 톤(1.8%) 증가".
#include "engine/core/unit.h"
#include "engine/extract/extract_internal.h"
#include "engine/extract/label_internal.h"
#include "engine/extract/numeral.h"
#include "engine/extract/role.h"
#include "engine/extract/words.h"

enum { HEADING_BYTES_MAX = 60, BLOCKS_BACK_MAX = 12 };

// Does an item begin with its number, or with what that is held against?
static bool opens_with_number(bs_str text)
{
    size_t len;
    return bs_digit_at(text, 0, &len) >= 0 ||
           bs_list_starts(text, "약 |총 |전년|전월|전분기|전기|작년|지난해|전주|▲|△");
}

static bool is_measured(const bs_quantity *quantity)
{
    return quantity->valued && !bs__label_is_time(quantity) && quantity->kind != BS_KIND_ORDINAL &&
           quantity->kind != BS_KIND_RANK && quantity->kind != BS_KIND_IDENTIFIER &&
           bs_unit_dimension(quantity->unit) != BS_DIM_DURATION;
}

// The measure that the nearest heading in front of a block tells, or an item that it is below.
static bs_str measure_of_heading(const bs__job *job, const bs__passage *passage)
{
    const bs_block_array *blocks = &job->out->document->blocks;
    if (passage->block == 0 || passage->block > blocks->count) return (bs_str){0};
    for (uint32_t i = passage->block - 1, back = 0; i-- > 0 && back < BLOCKS_BACK_MAX; back++) {
        const bs_block *block = &blocks->items[i];
        bool item = block->kind == BS_BLOCK_LIST_ITEM;
        if (item && block->level >= passage->level) continue;
        if (!item && block->kind != BS_BLOCK_HEADING) break;
        bs_str text = bs_str_trim(block->text);
        static const char times[] = "지난해 |올해 |작년 |이달 |지난달 ";
        if (bs_list_starts(text, times))
            text = bs_str_slice(text, bs_str_find(text, BS_STR(" "), 0) + 1, text.len);
        bool plain = text.len <= HEADING_BYTES_MAX && !bs__label_holds_digit(text);
        return plain && bs__label_is_measure(text, true) ? text : (bs_str){0};
    }
    return (bs_str){0};
}

void bs__label_under_heading(bs__job *job, const bs__passage *passage, size_t first)
{
    bs_quantity_array *all = &job->out->quantities;
    bool item = passage->lang == BS_LANG_KO && passage->table == 0 && passage->level > 0;
    if (!item || !opens_with_number(passage->text)) return;
    for (size_t i = first; i < all->count; i++) {
        const bs_quantity *self = &all->items[i];
        if (is_measured(self) && self->indicator.len + self->subject.len > 0) return;
    }
    bs_str measure = measure_of_heading(job, passage);
    for (size_t i = first; measure.len > 0 && i < all->count; i++) {
        if (is_measured(&all->items[i])) all->items[i].indicator = measure;
    }
}
