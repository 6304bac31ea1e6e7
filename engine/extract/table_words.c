// SPDX-License-Identifier: GPL-3.0-or-later
// The cells of a table that hold no value: heads, labels, units and remarks. What is counted or
// dated in them is read as in a sentence, but for what only names a row or a column.
#include "engine/base/utf8.h"
#include "engine/core/unit.h"
#include "engine/extract/grid_internal.h"
#include "engine/extract/scan_internal.h"
#include "engine/extract/table_internal.h"
#include "engine/extract/words.h"

// "2024. 3", "2024/1-3", "1/4": a time in a header, and numbers anywhere else. *odd says so.
static bs_status is_odd_time(bs__table_job *job, bs_str text, bool *odd)
{
    enum { HEADER_BYTES_MAX = 24 };
    bs_time_text time;
    bs_item_array items = {0};
    *odd = false;
    if (text.len > HEADER_BYTES_MAX || !bs_scan_time(&time, text, job->grid.lang)) return BS_OK;
    BS_TRY(bs_scan(&items, job->job->arena, text, job->grid.lang, job->job->err));
    // "2024.9": a decimal to who knows of no header.
    bool decimal = items.count == 1 && time.from.month > 0 && items.items[0].from.month == 0;
    // "2024p" looks like the name of a model.
    bool name = items.count == 1 && items.items[0].kind == BS_KIND_IDENTIFIER;
    name |= bs_list_starts(text, "YE "); // "YE Dec 21"
    *odd = (time.from.year > 0 && (items.count > 1 || decimal || name)) ||
           (items.count == 1 && time.from.quarter != items.items[0].from.quarter);
    return BS_OK;
}

// "Jul 24" in front of a row, where the rows around it say that 24 is a year.
static bool names_short_year(const bs__table_job *job, uint32_t row, uint32_t col)
{
    const bs__row_info *info = &job->rows[row];
    bs_time_text time;
    return col < job->grid.value_col && info->timed && info->time.from.short_year &&
           bs_scan_time(&time, bs__grid_text(&job->grid, row, col), job->grid.lang) &&
           time.from.day > 0;
}

// "24" as a year, or the first quarter of a business year, which the head above it tells.
static bool is_told_by_column(const bs__column *column, const bs_time_text *time)
{
    const bs_when *from = &time->from;
    bool part = from->year == 0 && (from->quarter > 0 || from->half > 0);
    return bs__is_short_year(column, time) || (part && column->time.from.first_month > 1);
}

// The time that a header is, as an item.
static bs_status read_time(bs__table_job *job, uint32_t row, uint32_t col)
{
    bs_str text = bs__grid_text(&job->grid, row, col);
    bs_time_text time;
    bs_period period;
    bool read = (col == 0 && bs__grid_year_below(&job->grid, row, &time)) ||
                bs_scan_time(&time, text, job->grid.lang) ||
                bs__grid_goes_on(&job->grid, row, col, &time);
    if (!read) return BS_OK;
    (void)bs__grid_settle_era(&job->grid, row, col, &time);
    (void)bs__grid_settle_season(&job->grid, text, &time);
    if (is_told_by_column(&job->grid.columns[col], &time)) time = job->grid.columns[col].time;
    if (names_short_year(job, row, col)) time = job->rows[row].time;
    if (bs_when_period(&period, time.from, time.to, 0, NULL) != BS_OK) return BS_OK;
    bs_item item = {.kind = BS_KIND_DATE, .end = text.len, .digits_end = text.len, .rule = "date"};
    bs__passage passage = bs__cell_passage(job, row, col, text);
    bs_quantity *quantity = bs__push_item(job->job, &passage, &item);
    if (quantity == NULL) return bs__no_memory(job->job->err);
    quantity->role = BS_ROLE_OTHER;
    quantity->period = period;
    quantity->period_rule = "printed";
    return BS_OK;
}

// "16-24", "65 and over", "5~9인", "30대", "3-month" in front of the values of a row name a class:
// an age, a size, a term.
static bool is_class_number(const bs_quantity *quantity)
{
    bool class = bs_str_equal(quantity->unit, BS_STR("1")) || bs__is_age(quantity->unit) ||
                 bs_unit_dimension(quantity->unit) == BS_DIM_COUNT_OF ||
                 bs_unit_dimension(quantity->unit) == BS_DIM_DURATION;
    return class && (quantity->kind == BS_KIND_QUANTITY || quantity->kind == BS_KIND_RANGE);
}

// "Three Months Ended" over a column is part of its time.
static bool is_duration(const bs_quantity *quantity)
{
    return bs_unit_dimension(quantity->unit) == BS_DIM_DURATION;
}

// "65歳以上", "25–34" over a column name a class, "제32기" a term.
static bool is_head_name(const bs_quantity *quantity)
{
    bool bare = quantity->kind == BS_KIND_RANGE && bs_str_equal(quantity->unit, BS_STR("1"));
    bool points = bs_str_equal(quantity->unit, BS_STR("count:점")) ||
                  bs_str_equal(quantity->unit, BS_STR("count:点"));    // "평균(5점)"
    bool each = bs_list_starts(quantity->unit, "count:인|count:人") && // "1인당 급여"
                quantity->value.coefficient == 1 && quantity->value.scale == 0;
    return bare || points || each || quantity->kind == BS_KIND_ORDINAL || is_duration(quantity) ||
           bs__is_age(quantity->unit);
}

// Takes out of quantities[first...], all of one cell, what only names a row or a column. What
// belonged to that belongs to nothing.
static bs_status drop_names(bs__job *job, size_t first, bool (*is_name)(const bs_quantity *))
{
    bs_quantity_array *quantities = &job->out->quantities;
    size_t kept = first;
    size_t *places = BS_NEW_ARRAY(&job->scratch, size_t, quantities->count - first + 1);
    if (places == NULL) return bs__no_memory(job->err);
    for (size_t i = first; i < quantities->count; i++)
        places[i - first] = is_name(&quantities->items[i]) ? BS_NO_QUANTITY : kept++;
    for (size_t i = first; i < quantities->count; i++) {
        bs_quantity *quantity = &quantities->items[i];
        if (quantity->of != BS_NO_QUANTITY && quantity->of >= first)
            quantity->of = places[quantity->of - first];
        if (places[i - first] != BS_NO_QUANTITY) quantities->items[places[i - first]] = *quantity;
    }
    quantities->count = kept;
    return BS_OK;
}

// The time that a head or a label speaks of, for a part of it that prints no year.
static bs_period named_period(const bs__table_job *job, uint32_t row, uint32_t col)
{
    const bs__column *column = &job->grid.columns[col];
    bool header = job->grid.rows[row].header;
    if (header ? !column->timed : !job->rows[row].timed) return BS_PERIOD_NONE;
    const bs_time_text *time = header ? &column->time : &job->rows[row].time;
    bs_period period;
    bs_when last = time->to.year > 0 ? time->to : time->from;
    return bs_when_period(&period, last, (bs_when){0}, job->year_default, NULL) == BS_OK
               ? period
               : BS_PERIOD_NONE;
}

// "Area, 1,000" in front of "ha": without the thousand of the unit.
static bs_str without_scale(bs_str text)
{
    static const char *const scales[] = {"1,000", "1 000", "1000"};
    text = bs_str_trim(text);
    for (size_t i = 0; i < BS_COUNT(scales); i++) {
        bs_str scale = bs_str_from(scales[i]);
        if (bs_str_ends(text, scale))
            return bs_str_trim(bs_str_slice(text, 0, text.len - scale.len));
    }
    return text;
}

// A head or label without the unit that it ends in, whose numbers are no amounts: "GDP (constant
// 2015 US$)", "売上高 百万円".
static bs_str without_unit(const bs__table_job *job, uint32_t row, const bs_cell *cell)
{
    bs_str text = cell->text, stated = job->rows[row].unit_text;
    bs_unit_text unit;
    if (!job->grid.rows[row].header) {
        bool inside = stated.len > 0 && stated.ptr > text.ptr &&
                      stated.ptr + stated.len == text.ptr + text.len;
        return inside ? bs_str_slice(text, 0, (size_t)(stated.ptr - text.ptr)) : text;
    }
    bool named = bs_scan_unit(&unit, job->job->arena, text, job->grid.lang) &&
                 (unit.end == text.len && (unit.start == 0 || bs_list_ends(text, ")|）|]")));
    if (named || bs__unit_of_tail(&unit, job->job->arena, text, job->grid.lang))
        return without_scale(bs_str_slice(text, 0, unit.start));
    return text;
}

// "3", "1, 2", "5(a)", "七、1" in a column of remarks: numbers of notes.
static bool names_note(bs_str text)
{
    enum { NOTE_BYTES_MAX = 20, DIGITS_MAX = 2, LETTERS_MAX = 2 };
    static const char others[] =
        " |,|;|(|)|.|*|、|，|（|）|一|二|三|四|五|六|七|八|九|十|注|註|附|주|석|記";
    size_t run = 0, letters = 0;
    text = bs_str_trim(text);
    if (text.len == 0 || text.len > NOTE_BYTES_MAX) return false;
    for (size_t at = 0; at < text.len; at += bs_utf8_decode(text, at).len) {
        char c = text.ptr[at];
        bool digit = c >= '0' && c <= '9';
        bool letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
        run = digit ? run + 1 : 0;
        letters += letter;
        bool other = !digit && !letter && !bs_list_starts(bs_str_slice(text, at, text.len), others);
        if (run > DIGITS_MAX || other) return false;
    }
    return letters <= LETTERS_MAX;
}

// "Mt CO2e" in a column of units.
static bool names_unit(const bs__table_job *job, bs_str text)
{
    bs_unit_text unit;
    text = bs__without_markup(job->job->arena, text);
    return bs_scan_whole_unit(&unit, job->job->arena, text, job->grid.lang);
}

// "Week 44" over a column, without a year.
static bool names_week(bs_str text)
{
    if (!bs_list_starts(text, "Week |week |Wk ") || text.len > strlen("Week 44")) return false;
    char last = text.ptr[text.len - 1];
    return last >= '0' && last <= '9';
}

bs_status bs__table_words(bs__table_job *job, uint32_t row, uint32_t col)
{
    const bs_cell *cell = bs__grid_at(&job->grid, row, col);
    bs__column_role role = job->grid.columns[col].role;
    bool header = job->grid.rows[row].header;
    bool number = bs__grid_value(&job->grid, row, col)->state == BS_STATE_VALUE;
    if (cell == NULL || cell->text.len == 0) return BS_OK;
    if (!header && role == BS__COLUMN_NOTE && names_note(cell->text)) return BS_OK;
    if (!header && role == BS__COLUMN_UNIT && names_unit(job, cell->text)) return BS_OK;
    if (header && bs__ends_term(bs_str_trim(cell->text))) return BS_OK;
    if (header && bs__runs_to_month(cell->text)) return BS_OK;
    if (header && names_week(bs_str_trim(cell->text))) return BS_OK;
    bs_str text = without_unit(job, row, cell);
    size_t years, years_end;
    if (header && col >= job->grid.value_col && bs__compared_years(text, &years, &years_end))
        text = bs_str_slice(text, 0, years);
    if (header && row == 0 &&
        bs__year_of_money(bs__grid_value(&job->grid, row, col), cell->text, job->grid.lang) > 0)
        text = bs_str_slice(bs_str_trim(cell->text), 0, strlen("2024"));
    if (text.len == 0) return BS_OK; // "百万円" over a column is no million
    bool head = header || role == BS__COLUMN_LABEL || role == BS__COLUMN_GROUP;
    bs_str error = head ? bs__error_of_label(bs_str_trim(text)) : (bs_str){0};
    if (error.len > 0) text = bs_str_slice(text, 0, (size_t)(error.ptr - text.ptr)); // no 95%
    bool odd = false;
    if (head) BS_TRY(is_odd_time(job, cell->text, &odd));
    bs_time_text time;
    odd |= header && bs__term_time(&time, bs_str_trim(cell->text), job->grid.lang);
    const bs_when *from = &job->grid.columns[col].time.from;
    bool tells = from->short_year || from->first_month > 1;
    odd |= head && col >= job->grid.value_col && tells &&
           bs_scan_time(&time, cell->text, job->grid.lang) &&
           is_told_by_column(&job->grid.columns[col], &time);
    odd |= !header && head && names_short_year(job, row, col);
    odd |= header && number && bs__grid_goes_on(&job->grid, row, col, &time);
    odd |= !header && col == 0 && bs__grid_year_below(&job->grid, row, &time);
    odd |= head && bs_scan_time(&time, cell->text, job->grid.lang) &&
           bs__grid_settle_era(&job->grid, row, col, &time);
    odd |= head && bs__grid_settle_season(&job->grid, cell->text, &time);
    if (odd) return read_time(job, row, col);
    bs__frame frame = job->context->frame;
    bs_period told = named_period(job, row, col);
    bs_period period = bs_period_is_none(told) ? job->period : told;
    if (!bs_period_is_none(period)) {
        frame.period = period;
        frame.period_stated = true;
    }
    size_t first = job->job->out->quantities.count;
    bs__passage passage = bs__cell_passage(job, row, col, text);
    // What is printed with references or tags, and a cell of prose that names no row.
    enum { NAME_BYTES_MAX = 60 };
    bool references = memchr(text.ptr, '&', text.len) || memchr(text.ptr, '<', text.len);
    bool name = !header && role == BS__COLUMN_LABEL && text.len <= NAME_BYTES_MAX;
    BS_TRY((references ? bs__read_joined : bs__read_passage)(job->job, passage, &frame));
    if (header) BS_TRY(drop_names(job->job, first, is_head_name));
    if (name) BS_TRY(drop_names(job->job, first, is_class_number));
    return BS_OK;
}
