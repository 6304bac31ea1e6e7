// SPDX-License-Identifier: GPL-3.0-or-later
// Marks of values that stand in cells of their own: in a column beside each column of values, or in
// a row below each row of them.
//
//     Month;Orders;;Turnover;          "Label";"2023-Q1";"2023-Q2"
//     2024-03;88.2;r;97.9;             "Jobless rate";"7.1";"7.2"
//     2024-04;87.6;p;98.4;p            "Codes";"A";"P"
#include "engine/extract/tidy_internal.h"
#include "engine/extract/words.h"

static bool is_flag(bs_str text)
{
    bs_value_status status;
    bs_state missing;
    bool letter = text.len == 1 && strchr("bdinuz", text.ptr[0]) != NULL; // of Eurostat
    return letter || bs__tidy_status(text, &status) || bs__tidy_missing(text, &missing);
}

// Cells that are flags or empty, one flag at least. Great letters alone may be anything (parties,
// grades) where no head says that they are flags.
static bool holds_flags(const bs_tidy *tidy, size_t column)
{
    bool found = false, bare = tidy->columns[column].role != BS__TIDY_STATUS;
    for (size_t row = tidy->header_count; row < tidy->sample_count; row++) {
        bs_str text = bs__tidy_cell(tidy, row, column);
        if (text.len > 0 && !is_flag(text)) return false;
        if (bare && text.len == 1 && text.ptr[0] >= 'A' && text.ptr[0] <= 'Z') return false;
        found = found || text.len > 0;
    }
    return found;
}

// A column of marks has no head of its own, or that of the column beside it, or says what it is.
static bool is_headed_as_flags(const bs_tidy *tidy, size_t index)
{
    const bs__tidy_column *own = &tidy->columns[index], *left = own - 1;
    bool bare = own->name.len == 0 || bs_str_equal(own->name, left->name);
    bool same = !own->timed || bs_str_equal(own->time, left->time);
    bool said = own->role == BS__TIDY_STATUS || bs_list_ends(own->name, "FLAGS|_FLAG|flag|Flag");
    return same && (bare || said);
}

static size_t count_status_columns(const bs_tidy *tidy)
{
    size_t count = 0;
    for (size_t i = 0; i < tidy->width; i++)
        count += tidy->columns[i].role == BS__TIDY_STATUS;
    return count;
}

void bs__tidy_flag_columns(bs_tidy *tidy, const bs__tidy_facts *contents)
{
    bool single = count_status_columns(tidy) == 1; // it speaks of the whole row
    for (size_t i = 1; i < tidy->width; i++) {
        bs__tidy_column *own = &tidy->columns[i];
        if (bs__tidy_in_period(tidy, i - 1) || contents[i].numbers > 0) continue;
        if (contents[i - 1].numbers == 0 || (single && own->role == BS__TIDY_STATUS)) continue;
        if (!is_headed_as_flags(tidy, i) || !holds_flags(tidy, i)) continue;
        own[-1].flags = i;
        own->role = BS__TIDY_IGNORED;
        own->timed = false;
    }
}

// --- rows ----------------------------------------------------------------------------------------

bool bs__tidy_is_flag_row(const bs_tidy *tidy, const bs_field *fields)
{
    static const char names[] = "Codes|codes|CODES|Flags|flags|Flag|flag|Status|status|상태|状态|"
                                "狀態|状態";
    bool named = false, found = false;
    for (size_t i = 0; i < tidy->width; i++) {
        bs_str text = bs_str_trim(fields[i].text);
        bool value = tidy->columns[i].role == BS__TIDY_VALUE;
        if (text.len == 0) continue;
        if (value && !is_flag(text)) return false;
        if (!value && !(bs_list_starts(text, names) && bs_list_ends(text, names))) return false;
        *(value ? &found : &named) = true;
    }
    return named && found;
}

bool bs__tidy_has_flag_rows(const bs_tidy *tidy)
{
    if (!tidy->row_is_series) return false;
    for (size_t row = tidy->header_count + 1; row < tidy->sample_count; row++) {
        if (bs__tidy_is_flag_row(tidy, tidy->sample[row].fields)) return true;
    }
    return false;
}
