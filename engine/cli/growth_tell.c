// SPDX-License-Identifier: GPL-3.0-or-later
// Forms of `growth` that compare two values, or show values that are made of several.
#include <math.h>

#include "engine/cli/growth_job.h"
#include "engine/cli/message.h"

static const bs_str none = {NULL, 0};

static const bs_column pair_columns[] = {
    {.name = "series", .data_only = true},
    {.name = "period"},
    {.name = "value", .number = true},
    {.name = "status", .leave_out = 2},
    {.name = "from", .leave_out = 1},
    {.name = "growth", .number = true},
    {.name = "low", .number = true, .leave_out = 3},
    {.name = "high", .number = true, .leave_out = 3},
    {.name = "unit"},
    {.name = "note", .leave_out = 4, .cut = true},
};

static bs_str status_cell(const bs_point *point)
{
    return bs_str_from(bs_value_status_name(point->status));
}

// --- pairs ---------------------------------------------------------------------------------------

static bool is_difference(bs_growth_form form)
{
    return form == BS_GROWTH_CHANGE || form == BS_GROWTH_CHANGE_YEAR;
}

// Rates and index numbers have the one decimal place that bulletins print, logarithms and
// contributions two; a difference has the places of its values. The bounds say what the digits
// really allow.
static int places_of(const bs_growth_row *row, bs_growth_form form)
{
    if (form == BS_GROWTH_LOG || form == BS_GROWTH_LOG_YEAR) return 2;
    if (!is_difference(form)) return 1;
    int to = bs_growth_places(row->to, 0);
    int from = row->from != NULL ? bs_growth_places(row->from, 0) : 0;
    return to > from ? to : from;
}

static bs_str unit_text(const bs_series *series, bs_growth_form form)
{
    if (form == BS_GROWTH_INDEX) return BS_STR("index");
    if (form == BS_GROWTH_LOG || form == BS_GROWTH_LOG_YEAR) return BS_STR("log %");
    if (!is_difference(form)) return BS_STR("%");
    return bs_str_equal(series->unit, BS_STR("%")) ? BS_STR("%p") : series->unit;
}

// That the first value has none before it is no news to a reader.
static bool is_news(const bs_growth_job *job, const bs_line *line, const bs_growth_row *row)
{
    if (job->format != BS_FORMAT_TEXT || row->state != BS_GROWTH_NO_BASE) return true;
    return line->sorted_count > 0 && bs_period_compare(row->base, line->sorted[0]->period) >= 0;
}

static void add_pair(bs_records *records, const bs_growth_job *job, const bs_line *line,
                     const bs_growth_row *row, bs_growth_form form)
{
    bs_arena *arena = job->cli->arena;
    bool known = row->state == BS_GROWTH_KNOWN;
    int places = places_of(row, form);
    const char *why = is_news(job, line, row) ? row->why : NULL;
    bs_str from = row->from != NULL ? bs_period_str(row->from->period, arena) : none;
    bs_records_add(records, arena, line->series->key);
    bs_records_add(records, arena, bs_period_str(row->to->period, arena));
    bs_records_add(records, arena, bs_growth_value_cell(job, row->to));
    bs_records_add(records, arena, status_cell(row->to));
    bs_records_add(records, arena, from);
    bs_records_add(records, arena, known ? bs_growth_cell(job, row->growth.value, places) : none);
    bs_records_add(records, arena, known ? bs_growth_cell(job, row->growth.low, places) : none);
    bs_records_add(records, arena, known ? bs_growth_cell(job, row->growth.high, places) : none);
    bs_records_add(records, arena, unit_text(line->series, form));
    bs_records_add(records, arena, bs_growth_note_cell(job, row->blame, why));
}

// *known_count is how many of them have a result.
static bs_status add_pairs(bs_records *records, const bs_growth_job *job, const bs_line *line,
                           size_t *known_count, bs_error *err)
{
    bs_growth_options wish = {.form = bs_growth_form_for(line->series, job->form->form),
                              .base = job->base};
    *known_count = 0;
    if (line->sorted_count == 0) return BS_OK;
    if (bs_period_is_none(wish.base)) wish.base = line->sorted[0]->period;
    bs_growth_row_array rows = {0};
    bool made = line->frequency != line->series->frequency;
    BS_TRY(bs_growth_line(&rows, job->cli->arena, line, &wish, err));
    for (size_t i = 0; i < rows.count; i++) {
        if (rows.items[i].state == BS_GROWTH_NO_VALUE && !made) continue;
        add_pair(records, job, line, &rows.items[i], wish.form);
        *known_count += rows.items[i].state == BS_GROWTH_KNOWN;
    }
    return BS_OK;
}

// The steady growth from the first value to the last, which a reader would quote.
static void write_average(const bs_growth_job *job, const bs_line *line)
{
    bs_growth_stretch all;
    bs_growth_between(&all, line, BS_PERIOD_NONE, BS_PERIOD_NONE);
    bool rate = bs_growth_is_rate(line->series);
    if (rate || all.row.state != BS_GROWTH_KNOWN || all.years <= 1) return;
    bs_str from = bs_period_str(all.from, job->cli->arena);
    bs_str to = bs_period_str(all.to, job->cli->arena);
    bs_stream_addf(job->cli->out, "%.*s to %.*s: %.1f %% a year on average\n", BS_STR_ARG(from),
                   BS_STR_ARG(to), all.row.growth.value);
}

// Why a whole table has no result, and what has one.
static void write_nothing_known(const bs_growth_job *job, const bs_line *line)
{
    bool year = job->form->form == BS_GROWTH_YEAR;
    if (line->sorted_count == 1) {
        bs_stream_add(job->cli->out, "one value: nothing to compare it with\n");
    } else if (year && line->frequency != BS_FREQUENCY_ANNUAL) {
        bs_stream_add(job->cli->out, "no value has one a year before it; --form period compares "
                                     "with the period before\n");
    }
}

bs_status bs_growth_tell_pairs(const bs_growth_job *job, const bs_line_array *lines, bs_error *err)
{
    bool text = job->format == BS_FORMAT_TEXT;
    bs_records records = {.columns = pair_columns, .column_count = BS_COUNT(pair_columns)};
    for (size_t i = 0; i < lines->count; i++) {
        const bs_line *line = &lines->items[i];
        size_t known_count;
        BS_TRY(add_pairs(&records, job, line, &known_count, err));
        if (!text) continue;
        bs_growth_head(job, line, i);
        if (bs_records_count(&records) == 0) {
            bs_stream_add(job->cli->out, "its values have no periods to compare\n");
            continue;
        }
        bs_records_write(job->cli, &records, BS_FORMAT_TEXT);
        write_average(job, line);
        if (known_count == 0) write_nothing_known(job, line);
        records.cells.count = 0;
    }
    if (!text) bs_records_write(job->cli, &records, job->format);
    return BS_OK;
}

// --- values --------------------------------------------------------------------------------------

static const bs_column value_columns[] = {
    {.name = "series", .data_only = true},
    {.name = "period"},
    {.name = "value", .number = true},
    {.name = "status", .leave_out = 2},
    {.name = "average", .number = true, .leave_out = 1},
    {.name = "low", .number = true},
    {.name = "high", .number = true},
    {.name = "unit"},
    {.name = "note", .leave_out = 4, .cut = true},
};

// That an average reaches beyond the series at its ends is no news.
static bool reaches_out(const bs_growth_job *job, const bs_line *line, const bs_point *point,
                        size_t window)
{
    int before = job->centred ? (int)(window / 2) : (int)window - 1;
    int behind = job->centred ? (int)(window / 2) : 0;
    if (line->sorted_count == 0) return true;
    const bs_point *first = line->sorted[0], *last = line->sorted[line->sorted_count - 1];
    return point->period.first - before < first->period.first ||
           point->period.last + behind > last->period.last;
}

// A value, and the average beside it where there are averages.
static void add_value(bs_records *records, const bs_growth_job *job, const bs_line *line,
                      const bs_point *point, const bs_point *average, const char *why)
{
    bs_arena *arena = job->cli->arena;
    const bs_point *shown = average != NULL ? average : point;
    bool known = shown->why == NULL;
    int places = bs_growth_places(shown, shown->exact ? 1 : 0);
    bs_records_add(records, arena, line->series->key);
    bs_records_add(records, arena, bs_period_str(point->period, arena));
    bs_records_add(records, arena, bs_growth_value_cell(job, point));
    bs_records_add(records, arena, status_cell(point));
    bs_records_add(records, arena,
                   average != NULL                 ? bs_growth_value_cell(job, average)
                   : job->format == BS_FORMAT_TEXT ? BS_STR("")
                                                   : none);
    bs_records_add(records, arena, known ? bs_growth_cell(job, shown->number.low, places) : none);
    bs_records_add(records, arena, known ? bs_growth_cell(job, shown->number.high, places) : none);
    bs_records_add(records, arena, line->series->unit);
    bs_records_add(records, arena, bs_growth_note_cell(job, point->period, why));
}

static bs_status add_values(bs_records *records, const bs_growth_job *job, const bs_line *line,
                            bs_error *err)
{
    bool averages = (job->form->takes & BS_GROWTH_TAKES_CENTRED) != 0;
    bs_line made = {0};
    size_t year = (size_t)bs_frequency_per_year(line->frequency);
    size_t window = job->window > 0 ? job->window : year >= 2 && year <= 12 ? year : 3;
    bs_average_place place = job->centred ? BS_AVERAGE_CENTRED : BS_AVERAGE_TRAILING;
    if (averages) BS_TRY(bs_line_average(&made, job->cli->arena, line, window, place, err));
    for (size_t i = 0; i < line->points.count; i++) {
        const bs_point *point = &line->points.items[i];
        if (point->why != NULL && averages) continue;
        const bs_point *average = averages ? &made.points.items[i] : NULL;
        const char *why = averages ? average->why : point->why;
        bool news =
            !averages || job->format != BS_FORMAT_TEXT || !reaches_out(job, line, point, window);
        add_value(records, job, line, point, average, news ? why : NULL);
    }
    return BS_OK;
}

bs_status bs_growth_tell_values(const bs_growth_job *job, const bs_line_array *lines, bs_error *err)
{
    bool text = job->format == BS_FORMAT_TEXT;
    bs_records records = {.columns = value_columns, .column_count = BS_COUNT(value_columns)};
    for (size_t i = 0; i < lines->count; i++) {
        BS_TRY(add_values(&records, job, &lines->items[i], err));
        if (!text) continue;
        bs_growth_head(job, &lines->items[i], i);
        if (bs_records_count(&records) == 0) bs_stream_add(job->cli->out, "it has no values\n");
        bs_records_write(job->cli, &records, BS_FORMAT_TEXT);
        records.cells.count = 0;
    }
    if (!text) bs_records_write(job->cli, &records, job->format);
    return BS_OK;
}

// --- compound ------------------------------------------------------------------------------------

static const bs_column stretch_columns[] = {
    {.name = "series", .cut = true},
    {.name = "from"},
    {.name = "to"},
    {.name = "years", .number = true},
    {.name = "first", .number = true, .leave_out = 2},
    {.name = "last", .number = true, .leave_out = 2},
    {.name = "growth", .number = true},
    {.name = "low", .number = true, .leave_out = 3},
    {.name = "high", .number = true, .leave_out = 3},
    {.name = "unit"},
    {.name = "note", .leave_out = 4, .cut = true},
};

static void add_stretch(bs_records *records, const bs_growth_job *job, const bs_line *line)
{
    bs_arena *arena = job->cli->arena;
    bs_growth_stretch all;
    bs_growth_between(&all, line, job->from, job->to);
    const bs_growth_row *row = &all.row;
    bool rate = bs_growth_is_rate(line->series);
    bool known = row->state == BS_GROWTH_KNOWN && !rate;
    const char *why =
        rate ? "a rate or share does not grow in per cent: see --form change" : row->why;
    bs_period blame = rate ? BS_PERIOD_NONE : row->blame;
    bs_records_add(records, arena, line->series->key);
    bs_records_add(records, arena, bs_period_str(all.from, arena));
    bs_records_add(records, arena, bs_period_str(all.to, arena));
    bs_records_add(records, arena, all.years > 0 ? bs_growth_cell(job, all.years, 2) : none);
    bs_records_add(records, arena, row->from ? bs_growth_value_cell(job, row->from) : none);
    bs_records_add(records, arena, row->to ? bs_growth_value_cell(job, row->to) : none);
    bs_records_add(records, arena, known ? bs_growth_cell(job, row->growth.value, 2) : none);
    bs_records_add(records, arena, known ? bs_growth_cell(job, row->growth.low, 2) : none);
    bs_records_add(records, arena, known ? bs_growth_cell(job, row->growth.high, 2) : none);
    bs_records_add(records, arena, BS_STR("% a year"));
    bs_records_add(records, arena, bs_growth_note_cell(job, blame, why));
}

bs_status bs_growth_tell_compound(const bs_growth_job *job, const bs_line_array *lines,
                                  bs_error *err)
{
    (void)err;
    bs_records records = {.columns = stretch_columns, .column_count = BS_COUNT(stretch_columns)};
    for (size_t i = 0; i < lines->count; i++)
        add_stretch(&records, job, &lines->items[i]);
    bs_records_write(job->cli, &records, job->format);
    return BS_OK;
}

// --- contributions -------------------------------------------------------------------------------

static const bs_column part_columns[] = {
    {.name = "period", .heads = true},
    {.name = "part"}, // part, whole, rest
    {.name = "series", .cut = true},
    {.name = "value", .number = true, .leave_out = 2},
    {.name = "from", .leave_out = 1},
    {.name = "contribution", .number = true},
    {.name = "low", .number = true, .leave_out = 3},
    {.name = "high", .number = true, .leave_out = 3},
    {.name = "unit"},
    {.name = "note", .leave_out = 4, .cut = true},
};

typedef struct part_rows {
    const bs_line *line;
    bs_growth_row_array rows;
} part_rows;

static const bs_growth_row *row_at(const part_rows *part, const bs_point *at)
{
    for (size_t i = 0; i < part->rows.count; i++) {
        const bs_point *to = part->rows.items[i].to;
        bool same = bs_period_equal(to->period, at->period) &&
                    bs_line_came_true(to->status) == bs_line_came_true(at->status);
        if (same && to->why == NULL) return &part->rows.items[i];
    }
    return NULL;
}

static void add_part(bs_records *records, const bs_growth_job *job, const char *kind, bs_str name,
                     const bs_growth_row *row)
{
    bs_arena *arena = job->cli->arena;
    bool known = row->state == BS_GROWTH_KNOWN;
    bool rest = row->to->why != NULL;
    bs_records_add(records, arena, bs_period_str(row->to->period, arena));
    bs_records_add(records, arena, bs_str_from(kind));
    bs_records_add(records, arena, name);
    bs_records_add(records, arena, rest ? none : bs_growth_value_cell(job, row->to));
    bs_records_add(records, arena,
                   bs_period_is_none(row->base) ? none : bs_period_str(row->base, arena));
    bs_records_add(records, arena, known ? bs_growth_cell(job, row->growth.value, 2) : none);
    bs_records_add(records, arena, known ? bs_growth_cell(job, row->growth.low, 2) : none);
    bs_records_add(records, arena, known ? bs_growth_cell(job, row->growth.high, 2) : none);
    bs_records_add(records, arena, strcmp(kind, "whole") == 0 ? BS_STR("%") : BS_STR("%p"));
    bs_records_add(records, arena, bs_growth_note_cell(job, row->blame, row->why));
}

static double change_of(const bs_growth_row *row)
{
    return row->to->number.value - row->from->number.value;
}

// One period: each part, what the parts leave of the whole, and the whole.
static void add_period(bs_records *records, const bs_growth_job *job, const part_rows *parts,
                       size_t count, const bs_growth_row *whole)
{
    bs_point nothing = *whole->to;
    nothing.why = "";
    bs_growth_row rest = *whole;
    rest.to = &nothing;
    double left = whole->from != NULL ? change_of(whole) : 0;
    for (size_t i = 0; i < count; i++) {
        const bs_growth_row *row = row_at(&parts[i], whole->to);
        if (row == NULL || row->state != BS_GROWTH_KNOWN) {
            rest.state = BS_GROWTH_NO_RATE;
        } else {
            left -= change_of(row);
            rest.growth.low -= row->growth.high;
            rest.growth.high -= row->growth.low;
        }
        if (row != NULL) add_part(records, job, "part", parts[i].line->series->key, row);
    }
    if (rest.state == BS_GROWTH_KNOWN) rest.growth.value = 100 * left / whole->from->number.value;
    if (rest.state == BS_GROWTH_KNOWN) add_part(records, job, "rest", BS_STR(""), &rest);
    add_part(records, job, "whole", job->whole->series->key, whole);
}

static bs_status find_parts(part_rows *parts, size_t *count, const bs_growth_job *job,
                            const bs_line_array *lines, bs_error *err)
{
    bs_growth_options wish = {.form = job->form->form, .whole = job->whole};
    for (size_t i = 0; i < lines->count; i++) {
        const bs_line *line = &lines->items[i];
        if (bs_str_equal(line->series->key, job->whole->series->key)) continue;
        parts[*count].line = line;
        BS_TRY(bs_growth_line(&parts[*count].rows, job->cli->arena, line, &wish, err));
        ++*count;
    }
    return *count > 0 ? BS_OK : bs_fail(err, BS_E_ARGUMENT, "there is no part besides the whole");
}

bs_status bs_growth_tell_parts(const bs_growth_job *job, const bs_line_array *lines, bs_error *err)
{
    bs_records records = {.columns = part_columns, .column_count = BS_COUNT(part_columns)};
    part_rows *parts = BS_NEW_ARRAY(job->cli->arena, part_rows, lines->count);
    if (parts == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    size_t count = 0;
    BS_TRY(find_parts(parts, &count, job, lines, err));
    bool year = job->form->form == BS_GROWTH_CONTRIBUTION_YEAR;
    bs_growth_options wish = {.form = year ? BS_GROWTH_YEAR : BS_GROWTH_PERIOD};
    bs_growth_row_array whole = {0};
    BS_TRY(bs_growth_line(&whole, job->cli->arena, job->whole, &wish, err));
    for (size_t i = 0; i < whole.count; i++) {
        const bs_growth_row *row = &whole.items[i];
        if (row->state == BS_GROWTH_NO_BASE || row->state == BS_GROWTH_NO_VALUE) continue;
        add_period(&records, job, parts, count, row);
    }
    if (bs_records_count(&records) == 0 && job->format == BS_FORMAT_TEXT) {
        bs_say(job->cli, "the whole has no value with one before it to compare with");
    }
    bs_records_write(job->cli, &records, job->format);
    return BS_OK;
}
