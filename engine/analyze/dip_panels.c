// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analyze/dip_panels.h"

#include <stdlib.h>

#include "engine/analyze/relation_cue.h"
#include "engine/core/packed_list.h"

enum { WORD_BYTES_MIN = 4, VALUES_MIN = 3, PANEL_ROWS_MAX = 200, SPARSE_FACTOR = 4 };

// A series of a panel, and where it stands in the reading.
typedef struct bs_dip_member {
    const bs_series *series;
    size_t place;
    uint32_t table; // 0: judged alone
} member;

typedef struct timeline {
    int32_t first;
    int32_t step;
    size_t count; // cells
    const int32_t
        *periods; // sorted, when cells are numbered by them; NULL when they are evenly apart
} timeline;

// Is a series judged, or a row of a table that is: too short a row still takes part in its sums?
static bool is_member(const bs_reading *reading, size_t index, bool tables)
{
    const bs_series *series = &reading->series.items[index];
    if (series->frequency == BS_FREQUENCY_NONE || series->cross_section) return false;
    if (series->measure == BS_MEASURE_RANK) return false;
    size_t least = tables && series->table > 0 ? 1 : VALUES_MIN;
    return bs_reading_value_count(reading, index) >= least;
}

static bool share_a_line(const bs_observation *a, const bs_observation *b)
{
    return a->origin.line > 0 && a->origin.line == b->origin.line;
}

// Do two values of the first series, or the first values of the first two, stand on one line?
static bs_status find_shared_line(bool *out, bs_arena *arena, const bs_reading *reading)
{
    bs_series first, second;
    BS_TRY(bs_reading_series(&first, arena, reading, 0, NULL));
    const bs_observation_array *own = &first.observations;
    *out = own->count > 1 && share_a_line(&own->items[0], &own->items[1]);
    if (*out || reading->series.count < 2 || own->count == 0) return BS_OK;
    BS_TRY(bs_reading_series(&second, arena, reading, 1, NULL));
    const bs_observation_array *next = &second.observations;
    *out = next->count > 0 && share_a_line(&own->items[0], &next->items[0]);
    return BS_OK;
}

// Do table numbers stand for tables that were printed? A long data file without a column of tables
// or groups has one number for series that may have nothing to do with each other.
static bs_status find_tables(bool *out, bs_arena *arena, const bs_reading *reading)
{
    const bs_series_array *series = &reading->series;
    *out = true;
    if (reading->document != NULL || series->count == 0) return BS_OK;
    if (series->items[0].group.len > 0) return BS_OK;
    for (size_t i = 1; i < series->count; i++) {
        if (series->items[i].table != series->items[0].table) return BS_OK;
    }
    return find_shared_line(out, arena, reading);
}

static int by_table(const void *a, const void *b)
{
    const member *x = a, *y = b;
    if (x->table != y->table) return x->table < y->table ? -1 : 1;
    if (x->table != 0 && x->series->frequency != y->series->frequency) {
        return x->series->frequency < y->series->frequency ? -1 : 1;
    }
    return (x->place > y->place) - (x->place < y->place);
}

// Number of members from `at` on that are one panel.
static size_t panel_rows(const member *members, size_t count, size_t at)
{
    size_t rows = 1;
    while (members[at].table != 0 && at + rows < count &&
           members[at + rows].table == members[at].table &&
           members[at + rows].series->frequency == members[at].series->frequency) {
        rows++;
    }
    return rows;
}

static int by_number(const void *a, const void *b)
{
    int32_t x = *(const int32_t *)a, y = *(const int32_t *)b;
    return (x > y) - (x < y);
}

// The different periods of all series, sorted. Returns how many.
static size_t collect_periods(int32_t *periods, const bs_series *series, size_t rows)
{
    size_t count = 0, kept = 0;
    bool sorted = true;
    for (size_t r = 0; r < rows; r++) {
        const bs_observation_array *observations = &series[r].observations;
        for (size_t i = 0; i < observations->count; i++) {
            periods[count] = observations->items[i].period.first;
            sorted = sorted && (count == 0 || periods[count - 1] <= periods[count]);
            count++;
        }
    }
    if (!sorted) qsort(periods, count, sizeof *periods, by_number);
    for (size_t i = 0; i < count; i++) {
        if (i == 0 || periods[i] != periods[kept - 1]) periods[kept++] = periods[i];
    }
    return kept;
}

// Cells are evenly apart where the periods are, with a cell for each period that is missing.
// Periods that keep no step, or leave out most, are numbered one after the other.
static bs_status timeline_init(timeline *out, bs_arena *arena, const bs_series *series, size_t rows)
{
    size_t all = 0;
    for (size_t r = 0; r < rows; r++)
        all += series[r].observations.count;
    int32_t *periods = BS_NEW_ARRAY(arena, int32_t, all);
    if (periods == NULL) return BS_E_MEMORY;
    size_t count = collect_periods(periods, series, rows);
    *out = (timeline){.first = periods[0], .step = 1, .count = count, .periods = periods};
    int32_t step = 0;
    for (size_t i = 1; i < count; i++) {
        int32_t apart = periods[i] - periods[i - 1];
        if (step == 0 || apart < step) step = apart;
    }
    for (size_t i = 1; i < count; i++) {
        if ((periods[i] - periods[i - 1]) % step != 0) return BS_OK;
    }
    if (step == 0) return BS_OK;
    size_t cells = (size_t)((periods[count - 1] - periods[0]) / step) + 1;
    if (cells > SPARSE_FACTOR * count) return BS_OK;
    out->step = step;
    out->count = cells;
    out->periods = NULL;
    return BS_OK;
}

static size_t cell_of(const timeline *line, int32_t period)
{
    if (line->periods == NULL) return (size_t)((period - line->first) / line->step);
    const int32_t *at =
        bsearch(&period, line->periods, line->count, sizeof *line->periods, by_number);
    return (size_t)(at - line->periods);
}

// True when the printed digits are the value, perhaps without its sign.
static bool prints_value(const bs_printed *printed, const bs_observation *observation, int power)
{
    bs_decimal shown = {bs_printed_coefficient(printed), bs_printed_decimals(printed)};
    if ((shown.coefficient < 0) != (observation->value.coefficient < 0)) {
        shown = bs_decimal_negate(shown);
    }
    bs_decimal whole;
    if (bs_decimal_shift(&whole, shown, power, NULL) != BS_OK) return false;
    return bs_decimal_equal(whole, observation->value);
}

// The text of a cell as the model reads it: with the sign, in the scale of the row.
static bs_status cell_text(bs_str *out, bool *confirmed, bs_arena *arena,
                           const bs_observation *observation, int power)
{
    bs_printed printed;
    *confirmed = false;
    *out = observation->text;
    if (bs_printed_parse(&printed, observation->text) &&
        prints_value(&printed, observation, power)) {
        if (printed.negative || observation->value.coefficient >= 0) return BS_OK;
        *out = bs_arena_format(arena, "-%.*s", BS_STR_ARG(observation->text));
        return out->ptr != NULL ? BS_OK : BS_E_MEMORY;
    }
    *confirmed = true;
    bs_decimal scaled;
    if (bs_decimal_shift(&scaled, observation->value, -power, NULL) != BS_OK) {
        *out = (bs_str){0};
        return BS_OK;
    }
    *out = bs_decimal_str(scaled, arena);
    return out->ptr != NULL ? BS_OK : BS_E_MEMORY;
}

static bool is_target(const bs_series *series)
{
    for (size_t i = 0; i < series->observations.count; i++) {
        const bs_observation *observation = &series->observations.items[i];
        if (observation->state == BS_STATE_VALUE && observation->status != BS_STATUS_TARGET) {
            return false;
        }
    }
    return true;
}

// Does the label say that either sign is ordinary: a change, a balance, a difference?
static bool names_change(bs_str label)
{
    static const bs_cue cues[] = {BS_CUE_GROWTH, BS_CUE_DIFFERENCE, BS_CUE_BALANCE};
    for (size_t k = 0; k < BS_COUNT(cues); k++) {
        size_t len, at = bs_cue_find(cues[k], label, 0, &len);
        if (at != SIZE_MAX && (len >= WORD_BYTES_MIN || (unsigned char)label.ptr[at] < 0x80))
            return true;
    }
    return false;
}

static bool has_negative(const bs_series *series)
{
    for (size_t i = 0; i < series->observations.count; i++) {
        const bs_observation *observation = &series->observations.items[i];
        if (observation->state == BS_STATE_VALUE && observation->value.coefficient < 0) return true;
    }
    return false;
}

static bool in_percent(const bs_series *series)
{
    return bs_str_equal(series->unit, BS_STR("%")) || bs_str_equal(series->unit, BS_STR("%p"));
}

// What is no share and has a negative number of per cent is a rate or a balance.
static bool any_sign(const bs_series *series)
{
    if (series->measure == BS_MEASURE_SHARE || series->measure == BS_MEASURE_COUNT_OF) return false;
    if (series->measure == BS_MEASURE_GROWTH) return true;
    return has_negative(series) && (in_percent(series) || names_change(series->label));
}

static int32_t length_of(bs_period period)
{
    return period.last - period.first;
}

// "10월 18,240호, 1~10월 누계 163,905호": what has been added up since January stands in no row
// with months.
static int32_t shortest_of(const bs_series *series)
{
    int32_t shortest = INT32_MAX;
    for (size_t i = 0; i < series->observations.count; i++) {
        int32_t own = length_of(series->observations.items[i].period);
        if (own < shortest) shortest = own;
    }
    return shortest;
}

static bs_status fill_row(bs_anomaly_row *row, bs_dip_row *behind, bs_arena *arena,
                          const bs_series *series, const timeline *line)
{
    bs_str *cells = BS_NEW_ARRAY(arena, bs_str, line->count);
    bool *confirmed = BS_NEW_ARRAY(arena, bool, line->count);
    behind->observations = BS_NEW_ARRAY(arena, const bs_observation *, line->count);
    if (!cells || !confirmed || !behind->observations) return BS_E_MEMORY;
    int32_t shortest = shortest_of(series);
    for (size_t i = 0; i < series->observations.count; i++) {
        const bs_observation *observation = &series->observations.items[i];
        size_t cell = cell_of(line, observation->period.first);
        if (length_of(observation->period) > shortest) continue;
        if (observation->state != BS_STATE_VALUE || cells[cell].len > 0) continue;
        BS_TRY(cell_text(&cells[cell], &confirmed[cell], arena, observation, series->unit_power));
        behind->observations[cell] = observation;
    }
    *row = (bs_anomaly_row){.cells = cells,
                            .confirmed = confirmed,
                            .measure = series->measure,
                            .any_sign = any_sign(series),
                            .percent = in_percent(series),
                            .total = series->total,
                            .target = is_target(series)};
    return BS_OK;
}

static int season_of(bs_frequency frequency)
{
    return frequency == BS_FREQUENCY_MONTH ? 12 : frequency == BS_FREQUENCY_QUARTER ? 4 : 1;
}

// Numbers the units of the rows in the order in which they come.
static void number_units(bs_anomaly_row *rows, const bs_series *series, size_t count)
{
    for (size_t r = 0; r < count; r++) {
        rows[r].unit = r;
        for (size_t k = 0; k < r; k++) {
            bool same = bs_str_equal(series[k].unit, series[r].unit) &&
                        series[k].unit_power == series[r].unit_power;
            if (!same) continue;
            rows[r].unit = rows[k].unit;
            break;
        }
    }
}

bs_status bs_dip_panel_make(bs_dip_panel *out, bs_arena *arena, const bs_dip_panels *panels,
                            size_t index, bs_error *err)
{
    const member *members = panels->members + panels->starts[index];
    size_t rows = panels->starts[index + 1] - panels->starts[index];
    bs_series *series = BS_NEW_ARRAY(arena, bs_series, rows);
    bs_anomaly_row *filled = BS_NEW_ARRAY(arena, bs_anomaly_row, rows);
    out->rows = BS_NEW_ARRAY(arena, bs_dip_row, rows);
    bs_status status = series && filled && out->rows ? BS_OK : BS_E_MEMORY;
    for (size_t r = 0; r < rows && status == BS_OK; r++)
        status = bs_reading_series(&series[r], arena, panels->reading, members[r].place, err);
    timeline line;
    if (status == BS_OK) status = timeline_init(&line, arena, series, rows);
    for (size_t r = 0; r < rows && status == BS_OK; r++) {
        out->rows[r].series = members[r].series;
        status = fill_row(&filled[r], &out->rows[r], arena, &series[r], &line);
    }
    if (status != BS_OK) return bs_fail(err, status, "out of memory");
    number_units(filled, series, rows);
    out->panel = (bs_panel){.rows = filled,
                            .row_count = rows,
                            .cell_count = line.count,
                            .season = season_of(members[0].series->frequency)};
    return BS_OK;
}

// --- all panels ----------------------------------------------------------------------------------

static void cut_panels(bs_dip_panels *out, size_t *starts, size_t count)
{
    for (size_t at = 0; at < count;) {
        size_t rows = panel_rows(out->members, count, at);
        size_t each = rows > PANEL_ROWS_MAX ? 1 : rows;
        for (size_t end = at + rows; at < end; at += each)
            starts[out->count++] = at;
    }
    starts[out->count] = count;
}

bs_status bs_dip_panels_init(bs_dip_panels *out, bs_arena *arena, const bs_reading *reading,
                             bs_error *err)
{
    size_t all = reading->series.count, count = 0;
    member *members = BS_NEW_ARRAY(arena, member, all);
    size_t *starts = BS_NEW_ARRAY(arena, size_t, all + 1);
    bool tables = true;
    bs_status status = members != NULL && starts != NULL ? BS_OK : BS_E_MEMORY;
    if (status == BS_OK) status = find_tables(&tables, arena, reading);
    if (status != BS_OK) return bs_fail(err, status, "out of memory");
    for (size_t i = 0; i < all; i++) {
        const bs_series *series = &reading->series.items[i];
        if (!is_member(reading, i, tables)) continue;
        members[count++] = (member){series, i, tables ? series->table : 0};
    }
    qsort(members, count, sizeof *members, by_table);
    *out = (bs_dip_panels){.reading = reading, .members = members, .starts = starts};
    cut_panels(out, starts, count);
    return BS_OK;
}

static bs_status make(const void *context, size_t index, bs_panel *out, bs_arena *arena)
{
    bs_dip_panel made;
    BS_TRY(bs_dip_panel_make(&made, arena, context, index, NULL));
    *out = made.panel;
    return BS_OK;
}

// Packed numbers need not be unpacked for it.
static bool add_fractions(bs_fractions *out, bs_str numbers)
{
    bs_str item;
    if (numbers.len == 0) return false;
    while (bs_str_next(&numbers, ',', &item)) {
        if (item.len == 0 || memchr(item.ptr, '.', item.len) == NULL) continue;
        out->count++;
        out->zeros += item.ptr[item.len - 1] == '0';
    }
    return true;
}

static bs_status fractions(const void *context, size_t index, bs_fractions *out, bs_arena *arena)
{
    const bs_dip_panels *panels = context;
    bool packed = true;
    *out = (bs_fractions){0};
    for (size_t m = panels->starts[index]; m < panels->starts[index + 1] && packed; m++) {
        size_t place = panels->members[m].place;
        packed = add_fractions(out, bs_reading_numbers(panels->reading, place));
    }
    if (packed) return BS_OK;
    bs_panel panel;
    BS_TRY(make(context, index, &panel, arena));
    *out = bs_panel_fractions(&panel);
    return BS_OK;
}

bs_panel_source bs_dip_panels_source(const bs_dip_panels *panels)
{
    return (bs_panel_source){panels, panels->count, make, fractions};
}
