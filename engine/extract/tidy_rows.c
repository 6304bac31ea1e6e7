// SPDX-License-Identifier: GPL-3.0-or-later
// What is told of a data file by its first rows together, once its columns are known: whether rows
// without values head those below them, and what columns of one name are changes of.
#include "engine/core/unit.h"
#include "engine/extract/tidy_internal.h"
#include "engine/extract/words.h"

static bool has_value(const bs_tidy *tidy, size_t row)
{
    for (size_t i = 0; i < tidy->width; i++) {
        if (tidy->columns[i].role == BS__TIDY_VALUE && bs__tidy_cell(tidy, row, i).len > 0)
            return true;
    }
    return false;
}

static bool is_total(const bs_tidy *tidy, size_t row)
{
    for (size_t i = 0; i < tidy->width; i++) {
        if (bs_word_is(bs__tidy_cell(tidy, row, i), BS_MEANS_TOTAL)) return true;
    }
    return false;
}

// Rows without values head the rows below them where they come first, but for one row about all of
// them. Otherwise they are rows whose values are missing.
static bool has_groups(const bs_tidy *tidy)
{
    size_t free_count = 0, head_count = 0;
    for (size_t row = tidy->header_count; row < tidy->sample_count; row++) {
        bool valued = has_value(tidy, row);
        head_count += !valued;
        free_count += head_count == 0 && !is_total(tidy, row);
    }
    return head_count > 0 && (free_count == 0 || (free_count == 1 && head_count > 1));
}

// "Total" below the rows of each group.
static bool has_group_totals(const bs_tidy *tidy)
{
    size_t groups = 0, totals = 0;
    for (size_t row = tidy->header_count; row < tidy->sample_count; row++) {
        bool valued = has_value(tidy, row);
        groups += !valued;
        totals += valued && groups > 0 && is_total(tidy, row);
    }
    return groups > 1 && totals >= groups;
}

static bool is_change(const bs__tidy_slot *slot)
{
    return bs_word_in(slot->name, BS_MEANS_GROWTH_RATE);
}

// "exports | change | imports | change": each change is named with what stands left of it.
static bs_status name_changes(bs_tidy *tidy, bs_error *err)
{
    for (size_t i = 1; i < tidy->slot_count; i++) {
        bs__tidy_slot *own = &tidy->slots[i];
        const bs__tidy_slot *level = own - 1;
        bool again = false;
        for (size_t k = 0; k < tidy->slot_count; k++)
            again |= k != i && bs_str_equal(tidy->slots[k].header, own->header);
        if (!again || own->name.len == 0 || !is_change(own)) continue;
        if (is_change(level) || level->name.len == 0) continue;
        own->name = bs_arena_format(&tidy->arena, "%.*s %.*s", BS_STR_ARG(level->name),
                                    BS_STR_ARG(own->name));
        if (own->name.ptr == NULL) return bs__tidy_no_memory(err);
    }
    return BS_OK;
}

// The currency that cells print below "in thousands", where all that print one print the same; it
// is that of the table, as in accounts, whose first and last rows have the sign alone.
static bs_str currency_of_cells(bs_tidy *tidy)
{
    bs_str found = {0};
    for (size_t row = tidy->header_count; row < tidy->sample_count; row++) {
        for (size_t i = 0; i < tidy->width; i++) {
            bs_cell_value value;
            if (tidy->columns[i].role != BS__TIDY_VALUE) continue;
            bs__tidy_value(&value, bs__tidy_cell(tidy, row, i), '.', tidy->lang);
            if (bs_unit_dimension(value.unit) != BS_DIM_MONEY) continue;
            if (found.len > 0 && !bs_str_equal(found, value.unit)) return (bs_str){0};
            if (found.len == 0) found = bs_arena_str(&tidy->arena, value.unit);
        }
    }
    return found;
}

// "thousands" then is "USD thousands".
static bs_status name_money(bs_tidy *tidy, bs_error *err)
{
    bool scale = tidy->unit.power > 0 && bs_str_equal(tidy->unit.unit, BS_STR("1"));
    bs_str money = scale && tidy->row_is_series ? currency_of_cells(tidy) : (bs_str){0};
    if (money.len == 0) return BS_OK;
    bs_str printed = tidy->unit.list_count > 0 ? tidy->unit.list[0].text : tidy->unit_text;
    tidy->unit.unit = money;
    tidy->money_of_cells = true;
    tidy->unit_text =
        bs_arena_format(&tidy->arena, "%.*s %.*s", BS_STR_ARG(money), BS_STR_ARG(printed));
    return tidy->unit_text.ptr ? BS_OK : bs__tidy_no_memory(err);
}

bs_status bs__tidy_rows(bs_tidy *tidy, bs_error *err)
{
    BS_TRY(name_money(tidy, err));
    tidy->grouped = tidy->row_is_series && has_groups(tidy);
    tidy->group_totals = tidy->grouped && has_group_totals(tidy);
    tidy->flag_rows = bs__tidy_has_flag_rows(tidy);
    if (tidy->flag_rows) {
        tidy->row_records = BS_NEW_ARRAY(&tidy->arena, bs__tidy_record *, tidy->width);
        if (tidy->row_records == NULL) return bs__tidy_no_memory(err);
    }
    return name_changes(tidy, err);
}
