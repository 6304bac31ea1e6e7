// SPDX-License-Identifier: GPL-3.0-or-later
// Quantities as JSON and CSV.
#include "engine/export/csv.h"
#include "engine/export/export.h"
#include "engine/export/json_line.h"

static const char *const names[] = {
    "file", "line",   "column",    "end_column", "text",   "value", "unit", "qualifier",
    "kind", "period", "indicator", "subject",    "status", "table", "row",  "col",
};

// How a kind of quantity says its value.
typedef enum value_form { FORM_NUMBER, FORM_PERIOD, FORM_RANGE, FORM_NONE } value_form;

static const value_form forms[] = {
    [BS_KIND_QUANTITY] = FORM_NUMBER,   [BS_KIND_PERCENT] = FORM_NUMBER,
    [BS_KIND_CURRENCY] = FORM_NUMBER,   [BS_KIND_RANK] = FORM_NUMBER,
    [BS_KIND_ORDINAL] = FORM_NUMBER,    [BS_KIND_YEAR] = FORM_NUMBER,
    [BS_KIND_DATE] = FORM_PERIOD,       [BS_KIND_RANGE] = FORM_RANGE,
    [BS_KIND_IDENTIFIER] = FORM_NUMBER,
};
_Static_assert(BS_COUNT(forms) == BS_KIND_COUNT, "every kind says its value in some form");

static value_form form_of(const bs_quantity *quantity)
{
    value_form form = forms[quantity->kind];
    return form == FORM_PERIOD || quantity->valued ? form : FORM_NONE;
}

// --- JSON ----------------------------------------------------------------------------------------

static void add_value(bs_json_line *line, const bs_quantity *quantity)
{
    switch (form_of(quantity)) {
    case FORM_NUMBER:
        bs_json_line_number(line, BS_STR("value"), quantity->value);
        return;
    case FORM_PERIOD:
        bs_json_line_period(line, BS_STR("value"), quantity->period);
        return;
    case FORM_NONE:
        bs_json_line_null(line, BS_STR("value"));
        return;
    case FORM_RANGE:
        bs_json_line_pair(line, BS_STR("value"), quantity->value, quantity->upper);
        return;
    }
}

static void print_object(bs_buffer *out, const bs_source *source, const bs_quantity *quantity)
{
    const bs_origin *origin = &quantity->origin;
    bool in_table = origin->table > 0;
    bs_json_line line;
    bs_json_line_begin(&line, out);
    bs_json_line_text(&line, BS_STR("file"), source != NULL ? source->path : (bs_str){0});
    bs_json_line_place(&line, BS_STR("line"), origin->line);
    bs_json_line_place(&line, BS_STR("column"), origin->column);
    bs_json_line_place(&line, BS_STR("end_column"), origin->end_column);
    bs_json_line_text(&line, BS_STR("text"), quantity->text);
    add_value(&line, quantity);
    bs_json_line_text(&line, BS_STR("unit"), quantity->unit);
    bs_json_line_word(&line, BS_STR("qualifier"), bs_qualifier_name(quantity->qualifier));
    bs_json_line_word(&line, BS_STR("kind"), bs_kind_name(quantity->kind));
    bs_json_line_period(&line, BS_STR("period"), quantity->period);
    bs_json_line_text(&line, BS_STR("indicator"), quantity->indicator);
    bs_json_line_text(&line, BS_STR("subject"), quantity->subject);
    bs_json_line_word(&line, BS_STR("status"), bs_value_status_name(quantity->status));
    bs_json_line_place(&line, BS_STR("table"), in_table ? origin->table : 0);
    bs_json_line_place(&line, BS_STR("row"), in_table ? origin->row : 0);
    bs_json_line_place(&line, BS_STR("col"), in_table ? origin->col : 0);
    bs_json_line_end(&line);
}

static bs_status write_json(bs_buffer *out, const bs_reading *const *readings, size_t reading_count,
                            bool lines, bs_error *err)
{
    size_t written = 0;
    if (!lines) bs_buffer_add_char(out, '[');
    for (size_t i = 0; i < reading_count; i++) {
        for (size_t at = 0; at < readings[i]->quantities.count; at++) {
            if (!lines) bs_buffer_add(out, written++ > 0 ? BS_STR(",\n") : BS_STR("\n"));
            print_object(out, readings[i]->source, &readings[i]->quantities.items[at]);
            if (lines) bs_buffer_add_char(out, '\n');
        }
    }
    if (!lines) bs_buffer_add(out, BS_STR("]\n"));
    return bs_buffer_status(out, err);
}

// --- CSV -----------------------------------------------------------------------------------------

// A range is "30/40", as ISO 8601 writes the two ends of a span.
static void add_range(bs_csv *csv, const bs_quantity *quantity)
{
    bs_csv_number(csv, quantity->value);
    bs_buffer_add_char(csv->out, '/');
    bs_decimal_write(quantity->upper, csv->out);
}

static void add_value_field(bs_csv *csv, const bs_quantity *quantity)
{
    switch (form_of(quantity)) {
    case FORM_NUMBER:
        bs_csv_number(csv, quantity->value);
        return;
    case FORM_PERIOD:
        bs_csv_period(csv, quantity->period);
        return;
    case FORM_RANGE:
        add_range(csv, quantity);
        return;
    case FORM_NONE:
        bs_csv_empty(csv);
        return;
    }
}

static void add_row(bs_csv *csv, const bs_source *source, const bs_quantity *quantity)
{
    const bs_origin *origin = &quantity->origin;
    bool in_table = origin->table > 0;
    bs_csv_text(csv, source != NULL ? source->path : (bs_str){0});
    bs_csv_count(csv, origin->line);
    bs_csv_count(csv, origin->column);
    bs_csv_count(csv, origin->end_column);
    bs_csv_text(csv, quantity->text);
    add_value_field(csv, quantity);
    bs_csv_text(csv, quantity->unit);
    bs_csv_text(csv, bs_str_from(bs_qualifier_name(quantity->qualifier)));
    bs_csv_text(csv, bs_str_from(bs_kind_name(quantity->kind)));
    bs_csv_period(csv, quantity->period);
    bs_csv_text(csv, quantity->indicator);
    bs_csv_text(csv, quantity->subject);
    bs_csv_text(csv, bs_str_from(bs_value_status_name(quantity->status)));
    bs_csv_count(csv, in_table ? origin->table : 0);
    bs_csv_count(csv, in_table ? origin->row : 0);
    bs_csv_count(csv, in_table ? origin->col : 0);
    bs_csv_end_row(csv);
}

static bs_status write_csv(bs_buffer *out, const bs_reading *const *readings, size_t reading_count,
                           bs_error *err)
{
    bs_csv csv;
    bs_csv_begin(&csv, out, BS_DIALECT_PLAIN);
    bs_csv_header(&csv, names, BS_COUNT(names));
    bs_csv_end_row(&csv);
    for (size_t i = 0; i < reading_count; i++) {
        for (size_t at = 0; at < readings[i]->quantities.count; at++) {
            add_row(&csv, readings[i]->source, &readings[i]->quantities.items[at]);
        }
    }
    return bs_buffer_status(out, err);
}

bs_status bs_export_quantities(bs_buffer *out, const bs_reading *const *readings,
                               size_t reading_count, bs_list_format format, bs_error *err)
{
    if (format == BS_LIST_SARIF) {
        return bs_fail(err, BS_E_ARGUMENT,
                       "SARIF is for findings; quantities are json, jsonl, csv");
    }
    if (format == BS_LIST_CSV) return write_csv(out, readings, reading_count, err);
    return write_json(out, readings, reading_count, format == BS_LIST_JSONL, err);
}
