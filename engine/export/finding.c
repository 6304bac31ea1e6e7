// SPDX-License-Identifier: GPL-3.0-or-later
// Findings as JSON and CSV, and their names.
#include "engine/export/csv.h"
#include "engine/export/finding_internal.h"
#include "engine/export/json_internal.h"

bs_str bs_finding__path(const bs_finding *finding)
{
    return finding->source != NULL ? finding->source->path : (bs_str){0};
}

// --- the name of a finding -----------------------------------------------------------------------

// FNV-1a with 64 bits (Fowler, Noll, Vo), with a mark between the parts.
static uint64_t mix(uint64_t hash, bs_str part)
{
    for (size_t at = 0; at <= part.len; at++) {
        unsigned char byte = at < part.len ? (unsigned char)part.ptr[at] : 0x1F;
        hash = (hash ^ byte) * 0x100000001B3u;
    }
    return hash;
}

static bs_str base_name(bs_str path)
{
    size_t at = path.len;
    while (at > 0 && path.ptr[at - 1] != '/')
        at--;
    return bs_str_slice(path, at, path.len);
}

bs_str bs_finding_id(const bs_finding *finding, bs_arena *arena)
{
    uint64_t hash = mix(0xCBF29CE484222325u, bs_str_from(finding->code));
    hash = mix(hash, base_name(bs_finding__path(finding)));
    hash = mix(hash, finding->series);
    hash = mix(hash, finding->period);
    if (finding->series.len == 0 || finding->period.len == 0) {
        bs_str line = {0};
        if (finding->source != NULL) line = bs_source_line(finding->source, finding->origin.line);
        bs_str column = bs_arena_format(arena, "%u", (unsigned)finding->origin.column);
        if (column.ptr == NULL) return column;
        hash = mix(mix(hash, line), column);
    }
    return bs_arena_format(arena, "%012llx", (unsigned long long)(hash >> 16));
}

// --- JSON ----------------------------------------------------------------------------------------

static void add_related(bs_json *json, cJSON *object, const bs_finding *finding)
{
    cJSON *list = bs_json_array(json, object, "related");
    for (size_t i = 0; i < finding->related.count; i++) {
        const bs_related *related = &finding->related.items[i];
        cJSON *place = bs_json_object(json, list, NULL);
        bs_json_text(json, place, "file", bs_finding__path(finding));
        bs_json_place(json, place, "line", related->origin.line);
        bs_json_place(json, place, "column", related->origin.column);
        bs_json_text(json, place, "text", related->text);
        if (related->proposed.len > 0) bs_json_text(json, place, "proposed", related->proposed);
    }
}

static void add_proposals(bs_json *json, cJSON *object, const bs_finding *finding)
{
    cJSON *list = bs_json_array(json, object, "proposals");
    for (size_t i = 0; i < finding->proposal_count; i++) {
        const bs_proposal *proposal = &finding->proposals[i];
        cJSON *item = bs_json_object(json, list, NULL);
        bs_json_text(json, item, "text", proposal->text);
        bs_json_double(json, item, "probability", proposal->probability);
        bs_json_text(json, item, "slip", bs_str_from(proposal->slip));
        if (finding->gains[i] > 0) bs_json_double(json, item, "gain", finding->gains[i]);
    }
}

static bs_str first_proposal(const bs_finding *finding)
{
    return finding->proposal_count > 0 ? finding->proposals[0].text : (bs_str){0};
}

static bool is_flagged(const bs_finding *finding)
{
    return !finding->listed_only || finding->told_with_other;
}

static void print_object(bs_json *json, const bs_finding *finding,
                         const bs_findings_options *options, bs_arena *arena, bs_buffer *out)
{
    cJSON *object = bs_json_new(json);
    bs_str id = bs_finding_id(finding, arena);
    json->failed |= id.len == 0;
    bs_json_text(json, object, "id", id);
    bs_json_word(json, object, "code", finding->code);
    bs_json_word(json, object, "severity", bs_severity_name(finding->severity));
    bs_json_text(json, object, "file", bs_finding__path(finding));
    bs_json_place(json, object, "line", finding->origin.line);
    bs_json_place(json, object, "column", finding->origin.column);
    bs_json_text(json, object, "series", finding->series);
    bs_json_text(json, object, "period", finding->period);
    bs_json_text(json, object, "observed", finding->observed);
    bs_json_text(json, object, "proposed", first_proposal(finding));
    bs_json_double(json, object, "probability", finding->probability);
    bs_json_text(json, object, "message", finding->message);
    add_related(json, object, finding);
    add_proposals(json, object, finding);
    if (options->with_score) {
        bs_json_double(json, object, "score", finding->score);
        bs_json_flag(json, object, "flag", is_flagged(finding));
    }
    bs_json_print(json, object, out);
}

static bs_status write_json(bs_buffer *out, const bs_finding_array *findings,
                            const bs_findings_options *options, bs_error *err)
{
    bool lines = options->format == BS_LIST_JSONL;
    bs_json json;
    bs_json_begin(&json);
    if (!lines) bs_buffer_add_char(out, '[');
    for (size_t i = 0; i < findings->count; i++) {
        bs_arena arena = BS_ARENA_INIT;
        if (!lines) bs_buffer_add(out, i > 0 ? BS_STR(",\n") : BS_STR("\n"));
        print_object(&json, &findings->items[i], options, &arena, out);
        if (lines) bs_buffer_add_char(out, '\n');
        bs_arena_deinit(&arena);
    }
    if (!lines) bs_buffer_add(out, BS_STR("]\n"));
    BS_TRY(bs_json_end(&json, err));
    return bs_buffer_status(out, err);
}

// --- CSV -----------------------------------------------------------------------------------------

static const char *const names[] = {
    "id",       "code",     "severity",    "file",    "line",    "column",    "series", "period",
    "observed", "proposed", "probability", "message", "related", "proposals", "score",  "flag",
};

// The columns that only `with_score` adds.
enum { SCORE_COLUMN_COUNT = 2 };

// Empties the scratch text, and does not forget that memory ran out.
static void begin_scratch(bs_buffer *scratch)
{
    bool failed = scratch->failed;
    bs_buffer_clear(scratch);
    scratch->failed = failed;
}

static void add_double(bs_csv *csv, bs_buffer *scratch, double number)
{
    bs_decimal decimal;
    begin_scratch(scratch);
    bs_buffer_addf(scratch, "%.6f", number);
    // A locale may have put a comma for the point.
    for (size_t at = 0; at < scratch->len; at++) {
        if (scratch->ptr[at] == ',') scratch->ptr[at] = '.';
    }
    if (bs_decimal_parse(&decimal, bs_buffer_str(scratch), NULL) == BS_OK) {
        bs_decimal normal = bs_decimal_normal(decimal);
        bs_csv_number(csv, normal);
    } else {
        bs_csv_empty(csv);
    }
}

static void add_related_field(bs_csv *csv, bs_buffer *scratch, const bs_finding *finding)
{
    begin_scratch(scratch);
    for (size_t i = 0; i < finding->related.count; i++) {
        const bs_related *related = &finding->related.items[i];
        if (i > 0) bs_buffer_add(scratch, BS_STR("; "));
        bs_buffer_add(scratch, bs_finding__path(finding));
        bs_buffer_addf(scratch, ":%u:%u ", (unsigned)related->origin.line,
                       (unsigned)related->origin.column);
        bs_buffer_add(scratch, related->text);
    }
    bs_csv_text(csv, bs_buffer_str(scratch));
}

static void add_proposals_field(bs_csv *csv, bs_buffer *scratch, const bs_finding *finding)
{
    begin_scratch(scratch);
    for (size_t i = 0; i < finding->proposal_count; i++) {
        if (i > 0) bs_buffer_add(scratch, BS_STR("; "));
        bs_buffer_add(scratch, finding->proposals[i].text);
        // In hundredths, so that no locale comes in.
        int pct = (int)(finding->proposals[i].probability * 100 + 0.5);
        bs_buffer_addf(scratch, " (%d %%)", pct);
    }
    bs_csv_text(csv, bs_buffer_str(scratch));
}

static void add_row(bs_csv *csv, const bs_finding *finding, const bs_findings_options *options,
                    bs_buffer *scratch)
{
    bs_arena arena = BS_ARENA_INIT;
    bs_str id = bs_finding_id(finding, &arena);
    scratch->failed |= id.len == 0;
    bs_csv_text(csv, id);
    bs_csv_text(csv, bs_str_from(finding->code));
    bs_csv_text(csv, bs_str_from(bs_severity_name(finding->severity)));
    bs_csv_text(csv, bs_finding__path(finding));
    bs_csv_count(csv, finding->origin.line);
    bs_csv_count(csv, finding->origin.column);
    bs_csv_text(csv, finding->series);
    bs_csv_text(csv, finding->period);
    bs_csv_text(csv, finding->observed);
    bs_csv_text(csv, first_proposal(finding));
    add_double(csv, scratch, finding->probability);
    bs_csv_text(csv, finding->message);
    add_related_field(csv, scratch, finding);
    add_proposals_field(csv, scratch, finding);
    if (options->with_score) {
        add_double(csv, scratch, finding->score);
        bs_csv_text(csv, is_flagged(finding) ? BS_STR("true") : BS_STR("false"));
    }
    bs_csv_end_row(csv);
    bs_arena_deinit(&arena);
}

static bs_status write_csv(bs_buffer *out, const bs_finding_array *findings,
                           const bs_findings_options *options, bs_error *err)
{
    bs_csv csv;
    bs_buffer scratch = BS_BUFFER_INIT;
    bs_csv_begin(&csv, out, options->dialect);
    bs_csv_header(&csv, names, BS_COUNT(names) - (options->with_score ? 0 : SCORE_COLUMN_COUNT));
    bs_csv_end_row(&csv);
    for (size_t i = 0; i < findings->count; i++) {
        add_row(&csv, &findings->items[i], options, &scratch);
    }
    bs_status status = bs_buffer_status(&scratch, err);
    bs_buffer_deinit(&scratch);
    return status == BS_OK ? bs_buffer_status(out, err) : status;
}

// --- the table of formats ------------------------------------------------------------------------

typedef bs_status (*findings_writer)(bs_buffer *out, const bs_finding_array *findings,
                                     const bs_findings_options *options, bs_error *err);

static const findings_writer writers[] = {
    [BS_LIST_JSON] = write_json,
    [BS_LIST_JSONL] = write_json,
    [BS_LIST_CSV] = write_csv,
    [BS_LIST_SARIF] = bs_sarif__write,
};
_Static_assert(BS_COUNT(writers) == BS_LIST_FORMAT_COUNT, "every format needs a writer");

bs_status bs_export_findings(bs_buffer *out, const bs_finding_array *findings,
                             const bs_findings_options *options, bs_error *err)
{
    const bs_findings_options usual = BS_FINDINGS_OPTIONS_INIT;
    if (options == NULL) options = &usual;
    return writers[options->format](out, findings, options, err);
}
