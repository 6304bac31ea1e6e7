// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/export/csv.h"

#include "engine/base/utf8.h"

// --- what a spreadsheet would run ----------------------------------------------------------------

static size_t skip_digits(bs_str text, size_t at)
{
    while (at < text.len && text.ptr[at] >= '0' && text.ptr[at] <= '9')
        at++;
    return at;
}

// Sign, digits, point, digits, exponent; nothing else.
static bool is_number(bs_str text)
{
    size_t at = text.len > 0 && strchr("+-", text.ptr[0]) != NULL;
    size_t digits = skip_digits(text, at);
    if (digits == at) return false;
    at = digits;
    if (at < text.len && text.ptr[at] == '.') {
        digits = skip_digits(text, at + 1);
        if (digits == at + 1) return false;
        at = digits;
    }
    if (at < text.len && (text.ptr[at] | 0x20) == 'e') {
        at++;
        if (at < text.len && strchr("+-", text.ptr[at]) != NULL) at++;
        digits = skip_digits(text, at);
        if (digits == at) return false;
        at = digits;
    }
    return at == text.len;
}

bool bs_csv_is_formula(bs_str text)
{
    if (is_number(text)) return false;
    size_t at = 0;
    while (at < text.len && text.ptr[at] == '\'')
        at++;
    for (;;) {
        bs_rune rune = bs_utf8_decode(text, at);
        if (rune.len == 0) return false;
        if (rune.code == '\t' || rune.code == '\r' || rune.code == '\n') return true;
        if (!bs_rune_is_space(rune.code)) {
            uint32_t code = bs_rune_fold_width(rune.code);
            return code == '=' || code == '+' || code == '-' || code == '@';
        }
        at += rune.len;
    }
}

// --- fields --------------------------------------------------------------------------------------

void bs_csv_begin(bs_csv *csv, bs_buffer *out, bs_dialect dialect)
{
    *csv = (bs_csv){.out = out, .dialect = dialect};
    if (dialect == BS_DIALECT_EXCEL) bs_buffer_add(out, BS_STR("\xEF\xBB\xBF"));
    csv->row_start = out->len;
}

static void begin_field(bs_csv *csv)
{
    if (csv->field_count++ > 0) bs_buffer_add_char(csv->out, ',');
}

static bool needs_quotes(bs_str text)
{
    for (size_t at = 0; at < text.len; at++) {
        if (memchr(",\"\r\n", text.ptr[at], 4) != NULL) return true;
    }
    return false;
}

static void add_quoted(bs_buffer *out, bs_str prefix, bs_str text)
{
    bs_buffer_add_char(out, '"');
    bs_buffer_add(out, prefix);
    for (size_t at = 0; at < text.len;) {
        size_t quote = bs_str_find(text, BS_STR("\""), at);
        size_t end = quote == SIZE_MAX ? text.len : quote + 1;
        bs_buffer_add(out, bs_str_slice(text, at, end));
        if (quote != SIZE_MAX) bs_buffer_add_char(out, '"');
        at = end;
    }
    bs_buffer_add_char(out, '"');
}

void bs_csv_text(bs_csv *csv, bs_str text)
{
    begin_field(csv);
    bool disarm = csv->dialect == BS_DIALECT_EXCEL && bs_csv_is_formula(text);
    csv->disarmed += disarm;
    bs_str prefix = disarm ? BS_STR("'") : (bs_str){0};
    if (needs_quotes(text)) {
        add_quoted(csv->out, prefix, text);
        return;
    }
    bs_buffer_add(csv->out, prefix);
    bs_buffer_add(csv->out, text);
}

void bs_csv_number(bs_csv *csv, bs_decimal number)
{
    begin_field(csv);
    bs_decimal_write(number, csv->out);
}

void bs_csv_count(bs_csv *csv, size_t count)
{
    begin_field(csv);
    if (count > 0) bs_buffer_add_uint(csv->out, count, 1);
}

void bs_csv_period(bs_csv *csv, bs_period period)
{
    begin_field(csv);
    bs_period_write(period, csv->out);
}

void bs_csv_empty(bs_csv *csv)
{
    begin_field(csv);
}

void bs_csv_header(bs_csv *csv, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        bs_csv_text(csv, bs_str_from(names[i]));
}

void bs_csv_end_row(bs_csv *csv)
{
    bool nothing = csv->out->len == csv->row_start;
    if (csv->field_count == 1 && nothing) bs_buffer_add(csv->out, BS_STR("\"\""));
    bs_buffer_add(csv->out, csv->dialect == BS_DIALECT_EXCEL ? BS_STR("\r\n") : BS_STR("\n"));
    csv->field_count = 0;
    csv->row_count++;
    csv->row_start = csv->out->len;
}
