// SPDX-License-Identifier: GPL-3.0-or-later
// Cells that were merged over several rows: only the first of them says its year or its name.
//
//     Year,Month,Cars        Country,Year,Output
//     2023,Nov,8204          Norland,2022,14
//     ,Dec,7951              ,2023,15
#include "engine/extract/tidy_internal.h"

static bool is_blank(const bs_tidy *tidy, size_t row, size_t column)
{
    return bs__tidy_cell(tidy, row, column).len == 0;
}

static size_t count_blanks(const bs_tidy *tidy, size_t column)
{
    size_t count = 0;
    for (size_t row = tidy->header_count; row < tidy->sample_count; row++)
        count += is_blank(tidy, row, column);
    return count;
}

// The row whose cell stands for that of `row`.
static size_t row_above(const bs_tidy *tidy, size_t row, size_t column)
{
    while (row > tidy->header_count && is_blank(tidy, row, column))
        row--;
    return row;
}

static bool is_filled(const bs_tidy *tidy, size_t column)
{
    for (size_t i = 0; i < tidy->fill_count; i++) {
        if (tidy->fill_columns[i] == column) return true;
    }
    return false;
}

static uint32_t row_hash(const bs_tidy *tidy, size_t row, const bs__tidy_facts *contents)
{
    uint32_t hash = 0;
    for (size_t i = 0; i < tidy->width; i++) {
        bool words = contents[i].words > contents[i].numbers;
        if (!words && !bs__tidy_in_period(tidy, i) && !is_filled(tidy, i)) continue;
        size_t from = is_filled(tidy, i) ? row_above(tidy, row, i) : row;
        hash = bs__tidy_hash(hash + 1, bs__tidy_cell(tidy, from, i));
    }
    return hash;
}

// Cells are filled only where that gives each row a time and names of its own.
static bool are_distinct(const bs_tidy *tidy, const bs__tidy_facts *contents)
{
    uint32_t hashes[BS__TIDY_SAMPLE_ROWS];
    for (size_t row = tidy->header_count; row < tidy->sample_count; row++) {
        hashes[row] = row_hash(tidy, row, contents);
        for (size_t other = tidy->header_count; other < row; other++) {
            if (hashes[other] == hashes[row]) return false;
        }
    }
    return true;
}

static void fill_sample(bs_tidy *tidy)
{
    for (size_t i = 0; i < tidy->fill_count; i++) {
        size_t column = tidy->fill_columns[i];
        for (size_t row = tidy->header_count; row < tidy->sample_count; row++) {
            bs_field *field = &tidy->sample[row].fields[column];
            if (!is_blank(tidy, row, column)) tidy->fill_last[i] = *field;
            *field = tidy->fill_last[i];
        }
    }
}

// The column of periods, and the first column where most of its names are missing, as they are
// where cells were merged.
bs_status bs__tidy_plan_fill(bs_tidy *tidy, const bs__tidy_facts *contents, bs_error *err)
{
    enum { WIDTH_MAX = 512 };
    size_t rows = tidy->sample_count - tidy->header_count, period = tidy->period_column;
    if (period == SIZE_MAX || rows < 2 || tidy->width > WIDTH_MAX) return BS_OK;
    if (tidy->header_is_part || tidy->header_is_year) return BS_OK;
    for (size_t i = 0; i < tidy->width; i++) {
        size_t blanks = count_blanks(tidy, i);
        bool names = i == 0 && contents[i].words > 0 && contents[i].numbers == 0;
        bool wanted = i == period ? blanks > 0 : names && blanks * 2 >= rows;
        if (!wanted || is_blank(tidy, tidy->header_count, i)) continue;
        tidy->fill_columns[tidy->fill_count++] = i;
    }
    if (tidy->fill_count == 0) return BS_OK;
    if (!are_distinct(tidy, contents)) {
        tidy->fill_count = 0;
        return BS_OK;
    }
    if (tidy->filled == NULL) tidy->filled = BS_NEW_ARRAY(&tidy->arena, bs_field, tidy->width);
    if (tidy->filled == NULL) return bs__tidy_no_memory(err);
    fill_sample(tidy);
    return BS_OK;
}

bs_row bs__tidy_fill_row(bs_tidy *tidy, const bs_row *row)
{
    bs_row out = *row;
    memcpy(tidy->filled, row->fields, tidy->width * sizeof *tidy->filled);
    for (size_t i = 0; i < tidy->fill_count; i++) {
        bs_field *field = &tidy->filled[tidy->fill_columns[i]];
        if (field->place.len > 0) {
            tidy->fill_last[i] = *field;
            tidy->fill_last[i].text = field->place; // the other text may not outlive its row
        }
        *field = tidy->fill_last[i];
    }
    if (tidy->carry_column != SIZE_MAX) {
        bs_field *field = &tidy->filled[tidy->carry_column];
        bs_str text = bs_str_trim(field->place);
        bs_str whole = text.len > 0 ? bs__tidy_row_carried(tidy, text) : text;
        if (whole.ptr != text.ptr) field->text = field->place = whole;
    }
    out.fields = tidy->filled;
    return out;
}
