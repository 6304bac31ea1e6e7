// SPDX-License-Identifier: GPL-3.0-or-later
// Series as CSV and JSON.
#include "engine/export/csv.h"
#include "engine/export/json_internal.h"
#include "engine/export/series_internal.h"

// --- CSV, one row an observation -----------------------------------------------------------------

static const char *const long_names[] = {
    "series", "label",  "subject", "unit",   "frequency", "period", "kind",
    "value",  "status", "vintage", "source", "line",      "column",
};

static void add_value(bs_csv *csv, const bs_observation *item)
{
    if (item != NULL && item->state == BS_STATE_VALUE) {
        bs_csv_number(csv, item->value);
    } else {
        bs_csv_empty(csv);
    }
}

static bs_str source_path(const bs_export_series *from, size_t at)
{
    const bs_source *source = bs_export__source(from, at);
    return source != NULL ? source->path : (bs_str){0};
}

static void finish_csv(const bs_csv *csv, bs_export_report *report)
{
    report->rows = csv->row_count - 1;
    report->disarmed = csv->disarmed;
}

static void begin_long(bs_buffer *out, const bs_export_options *options)
{
    bs_csv csv;
    bs_csv_begin(&csv, out, options->dialect);
    bs_csv_header(&csv, long_names, BS_COUNT(long_names));
    bs_csv_end_row(&csv);
}

// What rows of a series have in common, as it stands in the file.
typedef struct long_series {
    const bs_export_series *from;
    bs_dialect dialect;
    bs_buffer head; // series to frequency, with the comma behind it
    bs_buffer tail; // vintage and source of the row before, with a comma on either side
    bs_str vintage;
    bs_str path;
    size_t head_disarmed;
    size_t tail_disarmed;
} long_series;

static void write_head(long_series *own)
{
    const bs_series *series = own->from->series;
    bs_csv csv = {.out = &own->head, .dialect = own->dialect};
    bs_csv_text(&csv, series->key);
    bs_csv_text(&csv, series->label);
    bs_csv_text(&csv, series->subject);
    bs_csv_text(&csv, series->unit);
    bs_csv_text(&csv, bs_str_from(bs_frequency_code(series->frequency)));
    bs_csv_empty(&csv); // the comma
    own->head_disarmed = csv.disarmed;
}

static bool is_same(bs_str a, bs_str b)
{
    return (a.ptr == b.ptr && a.len == b.len) || bs_str_equal(a, b);
}

static void write_tail(long_series *own, size_t at)
{
    const bs_export_series *from = own->from;
    bs_str vintage = from->vintages != NULL ? from->vintages[at] : (bs_str){0};
    bs_str path = source_path(from, at);
    bool same =
        from->vintages != NULL && is_same(vintage, own->vintage) && is_same(path, own->path);
    if (at > 0 && same) return;
    bs_csv csv = {.out = &own->tail, .dialect = own->dialect};
    bs_buffer_clear(&own->tail);
    bs_csv_empty(&csv);
    if (from->vintages != NULL)
        bs_csv_text(&csv, vintage);
    else
        bs_csv_period(&csv, bs_export__published(from, at));
    bs_csv_text(&csv, path);
    bs_csv_empty(&csv);
    own->tail_disarmed = csv.disarmed;
    own->vintage = vintage;
    own->path = path;
}

static void add_long_row(bs_csv *csv, long_series *own, size_t at)
{
    const bs_series *series = own->from->series;
    const bs_observation *item = &series->observations.items[at];
    bs_buffer *out = csv->out;
    write_tail(own, at);
    bs_buffer_add(out, bs_buffer_str(&own->head));
    bs_period_write(item->period, out);
    bs_buffer_add_char(out, ',');
    bs_buffer_add(out, bs_str_from(bs_measure_name(series->measure)));
    csv->field_count = 1;
    add_value(csv, item);
    bs_buffer_add_char(out, ',');
    bs_buffer_add(out, bs_str_from(bs_value_status_name(item->status)));
    bs_buffer_add(out, bs_buffer_str(&own->tail));
    if (item->origin.line > 0) bs_buffer_add_uint(out, item->origin.line, 1);
    bs_csv_count(csv, item->origin.column);
    csv->disarmed += own->head_disarmed + own->tail_disarmed;
    bs_csv_end_row(csv);
}

static bs_status add_long(bs_buffer *out, const bs_export_series *from,
                          const bs_export_options *options, bs_export_report *report, bs_error *err)
{
    bs_csv csv = {.out = out, .dialect = options->dialect};
    long_series own = {.from = from, .dialect = options->dialect};
    write_head(&own);
    for (size_t at = 0; at < from->series->observations.count; at++)
        add_long_row(&csv, &own, at);
    report->rows += csv.row_count;
    report->disarmed += csv.disarmed;
    bs_status status = bs_buffer_status(&own.head, err);
    if (status == BS_OK) status = bs_buffer_status(&own.tail, err);
    bs_buffer_deinit(&own.head);
    bs_buffer_deinit(&own.tail);
    return status == BS_OK ? bs_buffer_status(out, err) : status;
}

static bs_status write_long(bs_buffer *out, const bs_export_series_array *series,
                            const bs_export_options *options, bs_export_report *report,
                            bs_error *err)
{
    begin_long(out, options);
    for (size_t i = 0; i < series->count; i++)
        BS_TRY(add_long(out, &series->items[i], options, report, err));
    return bs_buffer_status(out, err);
}

// --- CSV as a grid -------------------------------------------------------------------------------

typedef void (*grid_writer)(bs_csv *csv, bs_grid *grid);

static bs_status write_grid(bs_buffer *out, const bs_export_series_array *series,
                            const bs_export_options *options, bs_export_report *report,
                            grid_writer write, bs_error *err)
{
    bs_arena arena = BS_ARENA_INIT;
    bs_grid grid;
    bs_csv csv;
    bs_status status = bs_grid_build(&grid, &arena, series, err);
    if (status == BS_OK) {
        bs_csv_begin(&csv, out, options->dialect);
        write(&csv, &grid);
        finish_csv(&csv, report);
        status = bs_buffer_status(out, err);
    }
    bs_arena_deinit(&arena);
    return status;
}

static void write_wide_grid(bs_csv *csv, bs_grid *grid)
{
    bs_csv_text(csv, BS_STR("period"));
    for (size_t i = 0; i < grid->columns.count; i++)
        bs_csv_text(csv, grid->columns.items[i].name);
    bs_csv_end_row(csv);
    for (size_t row = 0; row < grid->periods.count; row++) {
        bs_period period = grid->periods.items[row];
        bs_csv_period(csv, period);
        for (size_t i = 0; i < grid->columns.count; i++) {
            add_value(csv, bs_column_take(&grid->columns.items[i], period));
        }
        bs_csv_end_row(csv);
    }
}

static bs_status write_wide(bs_buffer *out, const bs_export_series_array *series,
                            const bs_export_options *options, bs_export_report *report,
                            bs_error *err)
{
    return write_grid(out, series, options, report, write_wide_grid, err);
}

static void write_matrix_grid(bs_csv *csv, bs_grid *grid)
{
    static const char *const names[] = {"series", "label", "subject", "unit"};
    bs_csv_header(csv, names, BS_COUNT(names));
    for (size_t i = 0; i < grid->periods.count; i++) {
        bs_csv_period(csv, grid->periods.items[i]);
    }
    bs_csv_end_row(csv);
    for (size_t row = 0; row < grid->columns.count; row++) {
        bs_column *column = &grid->columns.items[row];
        bs_csv_text(csv, column->name);
        bs_csv_text(csv, column->series->label);
        bs_csv_text(csv, column->series->subject);
        bs_csv_text(csv, column->series->unit);
        for (size_t i = 0; i < grid->periods.count; i++) {
            add_value(csv, bs_column_take(column, grid->periods.items[i]));
        }
        bs_csv_end_row(csv);
    }
}

static bs_status write_matrix(bs_buffer *out, const bs_export_series_array *series,
                              const bs_export_options *options, bs_export_report *report,
                              bs_error *err)
{
    return write_grid(out, series, options, report, write_matrix_grid, err);
}

// --- JSON ----------------------------------------------------------------------------------------

static void add_value_item(bs_json *json, cJSON *object, const bs_observation *item)
{
    if (item->state == BS_STATE_VALUE) {
        bs_json_number(json, object, "value", item->value);
    } else {
        bs_json_null(json, object, "value");
    }
}

// What is told of an observation besides its series, period and value.
static void add_details(bs_json *json, cJSON *object, const bs_export_series *from, size_t at)
{
    const bs_observation *item = &from->series->observations.items[at];
    bs_json_word(json, object, "status", bs_value_status_name(item->status));
    if (from->vintages != NULL) {
        bs_json_text(json, object, "vintage", from->vintages[at]);
    } else {
        bs_json_period(json, object, "vintage", bs_export__published(from, at));
    }
    bs_json_text(json, object, "source", source_path(from, at));
    bs_json_place(json, object, "line", item->origin.line);
    bs_json_place(json, object, "column", item->origin.column);
    bs_json_text(json, object, "text", item->text);
    bs_json_word(json, object, "qualifier", bs_qualifier_name(item->qualifier));
    bs_json_word(json, object, "state", bs_state_name(item->state));
}

static void add_identity(bs_json *json, cJSON *object, const bs_series *series)
{
    bs_json_text(json, object, "series", series->key);
    bs_json_text(json, object, "label", series->label);
    bs_json_text(json, object, "subject", series->subject);
    bs_json_text(json, object, "unit", series->unit);
    bs_json_text(json, object, "frequency", bs_str_from(bs_frequency_code(series->frequency)));
}

static void print_line(bs_json *json, const bs_export_series *from, size_t at, bs_buffer *out)
{
    const bs_observation *item = &from->series->observations.items[at];
    cJSON *object = bs_json_new(json);
    add_identity(json, object, from->series);
    bs_json_period(json, object, "period", item->period);
    bs_json_word(json, object, "kind", bs_measure_name(from->series->measure));
    add_value_item(json, object, item);
    add_details(json, object, from, at);
    bs_json_print(json, object, out);
    bs_buffer_add_char(out, '\n');
}

static void begin_nothing(bs_buffer *out, const bs_export_options *options)
{
    (void)out;
    (void)options;
}

static bs_status add_jsonl(bs_buffer *out, const bs_export_series *from,
                           const bs_export_options *options, bs_export_report *report,
                           bs_error *err)
{
    (void)options;
    bs_json json;
    bs_json_begin(&json);
    size_t count = from->series->observations.count;
    for (size_t at = 0; at < count; at++)
        print_line(&json, from, at, out);
    report->rows += count;
    BS_TRY(bs_json_end(&json, err));
    return bs_buffer_status(out, err);
}

static bs_status write_jsonl(bs_buffer *out, const bs_export_series_array *series,
                             const bs_export_options *options, bs_export_report *report,
                             bs_error *err)
{
    for (size_t i = 0; i < series->count; i++)
        BS_TRY(add_jsonl(out, &series->items[i], options, report, err));
    return bs_buffer_status(out, err);
}

// The head of a series: its object, open at the end, where the observations follow.
static void print_head(bs_json *json, const bs_series *series, bs_buffer *out)
{
    cJSON *object = bs_json_new(json);
    add_identity(json, object, series);
    bs_json_text(json, object, "group", series->group);
    bs_json_text(json, object, "indicator", series->indicator);
    bs_json_word(json, object, "kind", bs_measure_name(series->measure));
    bs_json_text(json, object, "unit_text", series->unit_text);
    bs_json_flag(json, object, "total", series->total);
    bs_json_print(json, object, out);
    if (out->len > 0 && out->ptr[out->len - 1] == '}') out->len--;
    bs_buffer_add(out, BS_STR(",\"observations\":["));
}

static bs_status write_json(bs_buffer *out, const bs_export_series_array *series,
                            const bs_export_options *options, bs_export_report *report,
                            bs_error *err)
{
    (void)options;
    bs_json json;
    bs_json_begin(&json);
    bs_buffer_add(out, BS_STR("{\"series\":["));
    for (size_t i = 0; i < series->count; i++) {
        const bs_export_series *from = &series->items[i];
        bs_buffer_add(out, i > 0 ? BS_STR(",\n") : BS_STR("\n"));
        print_head(&json, from->series, out);
        for (size_t at = 0; at < from->series->observations.count; at++) {
            cJSON *object = bs_json_new(&json);
            bs_json_period(&json, object, "period", from->series->observations.items[at].period);
            add_value_item(&json, object, &from->series->observations.items[at]);
            add_details(&json, object, from, at);
            bs_buffer_add(out, at > 0 ? BS_STR(",\n") : BS_STR("\n"));
            bs_json_print(&json, object, out);
        }
        bs_buffer_add(out, BS_STR("]}"));
        report->rows += from->series->observations.count;
    }
    bs_buffer_add(out, BS_STR("]}\n"));
    BS_TRY(bs_json_end(&json, err));
    return bs_buffer_status(out, err);
}

// --- the table of formats ------------------------------------------------------------------------

static const bs_export_format formats[] = {
    {"csv", "one row a value, with its source, line and column", ".csv", write_long, begin_long,
     add_long},
    {"wide", "one row a period, one column a series (CSV)", ".csv", write_wide, NULL, NULL},
    {"matrix", "one row a series, one column a period (CSV)", ".csv", write_matrix, NULL, NULL},
    {"json", "one document: series with their values", ".json", write_json, NULL, NULL},
    {"jsonl", "one JSON object a value", ".jsonl", write_jsonl, begin_nothing, add_jsonl},
};

const bs_export_format *bs_export_format_table(size_t *count)
{
    *count = BS_COUNT(formats);
    return formats;
}

const bs_export_format *bs_export_format_find(bs_str name)
{
    for (size_t i = 0; i < BS_COUNT(formats); i++) {
        if (bs_str_equal(name, bs_str_from(formats[i].name))) return &formats[i];
    }
    return NULL;
}

bs_status bs_export_write(bs_buffer *out, const bs_export_format *format,
                          const bs_export_series_array *series, const bs_export_options *options,
                          bs_export_report *report, bs_error *err)
{
    const bs_export_options usual = BS_EXPORT_OPTIONS_INIT;
    bs_export_report made = {0};
    BS_TRY(format->write(out, series, options != NULL ? options : &usual, &made, err));
    if (report != NULL) *report = made;
    return BS_OK;
}
