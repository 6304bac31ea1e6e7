// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cli/explain.h"

#include <stdlib.h>

#include "engine/cli/message.h"

bs_place bs_explain_place(const char *text, bs_arena *arena)
{
    bs_str file = bs_str_from(text);
    uint32_t numbers[2] = {0, 0}; // the last number, and the one before it
    for (size_t i = 0; i < BS_COUNT(numbers); i++) {
        size_t at = file.len;
        while (at > 0 && file.ptr[at - 1] >= '0' && file.ptr[at - 1] <= '9')
            at--;
        if (at == file.len || at < 2 || file.ptr[at - 1] != ':' || file.len - at > 9) break;
        numbers[1] = numbers[0];
        numbers[0] = (uint32_t)strtoul(file.ptr + at, NULL, 10);
        file.len = at - 1;
    }
    return (bs_place){.file = bs_arena_copy(arena, file), .line = numbers[0]};
}

static void add_field(bs_stream *out, const char *name, bs_str value, const char *remark)
{
    if (value.len == 0) return;
    bs_stream_addf(out, "        %-10s ", name);
    bs_stream_add_visible(out, value);
    if (remark != NULL) bs_stream_addf(out, "  (%s)", remark);
    bs_stream_add(out, "\n");
}

static bs_str value_of(const bs_quantity *quantity, bs_arena *arena)
{
    if (!quantity->valued) return (bs_str){NULL, 0};
    bs_str value = bs_decimal_str(quantity->value, arena);
    if (quantity->kind != BS_KIND_RANGE) return value;
    return bs_arena_format(arena, "%.*s to %.*s", BS_STR_ARG(value),
                           BS_STR_ARG(bs_decimal_str(quantity->upper, arena)));
}

static const char *unit_remark(const bs_quantity *quantity)
{
    return quantity->unit_rule != NULL ? quantity->unit_rule : "printed in the file";
}

static const char *period_remark(const bs_quantity *quantity)
{
    return quantity->period_rule != NULL ? quantity->period_rule : "printed in the file";
}

static bs_str origin_of(const bs_quantity *quantity, bs_arena *arena)
{
    const bs_origin *origin = &quantity->origin;
    if (origin->table == 0) return (bs_str){NULL, 0};
    return bs_arena_format(arena, "%u, row %u, column %u", (unsigned)origin->table,
                           (unsigned)origin->row, (unsigned)origin->col);
}

static bs_str belongs_to(const bs_reading *reading, const bs_quantity *quantity, bs_arena *arena)
{
    if (quantity->of >= reading->quantities.count) return (bs_str){NULL, 0};
    const bs_quantity *other = &reading->quantities.items[quantity->of];
    return bs_arena_format(arena, "%.*s at %u:%u", BS_STR_ARG(other->text),
                           (unsigned)other->origin.line, (unsigned)other->origin.column);
}

static void explain(bs_cli *cli, const bs_reading *reading, const bs_quantity *quantity)
{
    bs_arena *arena = cli->arena;
    bs_stream *out = cli->out;
    bs_str line = bs_source_line(reading->source, quantity->origin.line);
    size_t start = quantity->origin.offset - (size_t)(line.ptr - reading->source->text.ptr);
    bs_snippet snippet = {.line = line,
                          .number = quantity->origin.line,
                          .mark = {start, start + quantity->origin.len}};
    bs_snippet_write(out, &snippet);
    bool about_value = quantity->kind != BS_KIND_YEAR && quantity->kind != BS_KIND_DATE;
    add_field(out, "kind", bs_str_from(bs_kind_name(quantity->kind)), NULL);
    add_field(out, "rule", bs_str_from(quantity->rule), NULL);
    if (about_value) add_field(out, "value", value_of(quantity, arena), NULL);
    if (quantity->qualifier != BS_EXACT) {
        add_field(out, "qualifier", bs_str_from(bs_qualifier_name(quantity->qualifier)), NULL);
    }
    add_field(out, "unit", quantity->unit, unit_remark(quantity));
    add_field(out, "period", bs_period_str(quantity->period, arena), period_remark(quantity));
    if (quantity->status != BS_STATUS_ACTUAL) {
        add_field(out, "status", bs_str_from(bs_value_status_name(quantity->status)), NULL);
    }
    add_field(out, "indicator", quantity->indicator, NULL);
    add_field(out, "subject", quantity->subject, NULL);
    add_field(out, "role", bs_str_from(bs_role_name(quantity->role)), NULL);
    add_field(out, "of", belongs_to(reading, quantity, arena), NULL);
    add_field(out, "table", origin_of(quantity, arena), NULL);
    bs_stream_relieve(out);
}

bs_exit bs_explain_line(bs_cli *cli, const bs_opened *opened, uint32_t line)
{
    const bs_reading *reading = &opened->reading;
    uint32_t last = bs_source_line_count(&opened->source);
    if (line > last) {
        return bs_say_usage(cli, NULL, (bs_str){NULL, 0}, "%.*s has %u lines, no line %u",
                            BS_STR_ARG(opened->source.path), (unsigned)last, (unsigned)line);
    }
    size_t shown = 0;
    for (size_t i = 0; i < reading->quantities.count; i++) {
        const bs_quantity *quantity = &reading->quantities.items[i];
        if (line != 0 && quantity->origin.line != line) continue;
        explain(cli, reading, quantity);
        shown++;
    }
    if (shown == 0) {
        bs_say(cli, "%.*s:%u: no number was read here", BS_STR_ARG(opened->source.path),
               (unsigned)line);
    }
    return BS_EXIT_OK;
}
