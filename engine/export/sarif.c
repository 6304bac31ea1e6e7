// SPDX-License-Identifier: GPL-3.0-or-later
// Findings as SARIF 2.1.0 (OASIS, "Static Analysis Results Interchange Format"), which editors and
// code-hosting sites show beside the text.
#include "engine/export/finding_internal.h"
#include "engine/export/json_internal.h"

static const char *const levels[] = {
    [BS_NOTE] = "note",
    [BS_WARNING] = "warning",
    [BS_ERROR] = "error",
};
_Static_assert(BS_COUNT(levels) == BS_SEVERITY_COUNT, "every severity needs a level");

typedef struct sarif {
    bs_json json;
    bs_arena arena;
    const bs_export_rule *rules;
    size_t rule_count;
} sarif;

// --- rules ---------------------------------------------------------------------------------------

static size_t rule_of(const bs_export_rule *rules, size_t count, const char *code)
{
    size_t at = 0;
    while (at < count && strcmp(rules[at].code, code) != 0)
        at++;
    return at;
}

// The rules that the caller gave, and one of each code that is not among them.
static bs_status collect_rules(sarif *s, const bs_finding_array *findings,
                               const bs_findings_options *options, bs_error *err)
{
    BS_ARRAY(bs_export_rule) rules = {0};
    for (size_t i = 0; i < options->rule_count + findings->count; i++) {
        bs_export_rule rule;
        if (i < options->rule_count) {
            rule = options->rules[i];
        } else {
            rule = (bs_export_rule){.code = findings->items[i - options->rule_count].code};
        }
        if (rule_of(rules.items, rules.count, rule.code) < rules.count) continue;
        bs_export_rule *added = BS_PUSH(&s->arena, &rules);
        if (added == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
        *added = rule;
    }
    s->rules = rules.items;
    s->rule_count = rules.count;
    return BS_OK;
}

static void add_message(sarif *s, cJSON *in, const char *name, bs_str text)
{
    cJSON *message = bs_json_object(&s->json, in, name);
    bs_json_text(&s->json, message, "text", text.len > 0 ? text : BS_STR("-"));
}

static void add_driver(sarif *s, cJSON *run, const char *version)
{
    cJSON *tool = bs_json_object(&s->json, run, "tool");
    cJSON *driver = bs_json_object(&s->json, tool, "driver");
    bs_json_word(&s->json, driver, "name", "bseries");
    if (version != NULL) bs_json_word(&s->json, driver, "version", version);
    cJSON *rules = bs_json_array(&s->json, driver, "rules");
    for (size_t i = 0; i < s->rule_count; i++) {
        cJSON *rule = bs_json_object(&s->json, rules, NULL);
        bs_json_word(&s->json, rule, "id", s->rules[i].code);
        if (s->rules[i].summary != NULL) {
            add_message(s, rule, "shortDescription", bs_str_from(s->rules[i].summary));
        }
        if (s->rules[i].explain != NULL) {
            add_message(s, rule, "fullDescription", bs_str_from(s->rules[i].explain));
        }
    }
}

// --- places --------------------------------------------------------------------------------------

static bool is_plain(char c)
{
    bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    return letter || strchr("-._~/", c) != NULL;
}

// The path as a URI reference (RFC 3986): what is not a plain letter is percent-encoded, a colon
// too, which would make a scheme of what stands before it.
static bs_str uri_of(sarif *s, bs_str path)
{
    bs_buffer uri = BS_BUFFER_INIT;
    if (bs_str_starts(path, BS_STR("/"))) bs_buffer_add(&uri, BS_STR("file://"));
    for (size_t at = 0; at < path.len; at++) {
        if (path.ptr[at] != '\0' && is_plain(path.ptr[at])) {
            bs_buffer_add_char(&uri, path.ptr[at]);
        } else {
            bs_buffer_addf(&uri, "%%%02X", (unsigned)(unsigned char)path.ptr[at]);
        }
    }
    bs_str out = bs_arena_str(&s->arena, bs_buffer_str(&uri));
    s->json.failed |= uri.failed || out.len != uri.len;
    bs_buffer_deinit(&uri);
    return out;
}

static void add_artifact(sarif *s, cJSON *in, bs_str path)
{
    cJSON *artifact = bs_json_object(&s->json, in, "artifactLocation");
    bs_json_text(&s->json, artifact, "uri", uri_of(s, path));
}

// The end of a region is the column behind its last character. An item that runs over lines has its
// end on another line that is not known: the region is then its first character.
static void add_region(sarif *s, cJSON *in, const char *name, const bs_origin *origin)
{
    cJSON *region = bs_json_object(&s->json, in, name);
    bs_json_count(&s->json, region, "startLine", origin->line);
    if (origin->column == 0) return;
    bs_json_count(&s->json, region, "startColumn", origin->column);
    if (origin->end_column < origin->column) return;
    bs_json_count(&s->json, region, "endColumn", (size_t)origin->end_column + 1);
}

static void add_place(sarif *s, cJSON *location, bs_str path, const bs_origin *origin)
{
    cJSON *place = bs_json_object(&s->json, location, "physicalLocation");
    add_artifact(s, place, path);
    if (origin->line > 0) add_region(s, place, "region", origin);
}

// --- results -------------------------------------------------------------------------------------

static void add_related(sarif *s, cJSON *result, const bs_finding *finding)
{
    if (finding->related.count == 0) return;
    cJSON *list = bs_json_array(&s->json, result, "relatedLocations");
    for (size_t i = 0; i < finding->related.count; i++) {
        const bs_related *related = &finding->related.items[i];
        cJSON *location = bs_json_object(&s->json, list, NULL);
        bs_json_count(&s->json, location, "id", i);
        add_place(s, location, bs_finding__path(finding), &related->origin);
        add_message(s, location, "message", related->text);
    }
}

// Each proposal is a fix that puts its text in the place of the number. There is none where it is
// not known which characters the number takes.
static void add_fixes(sarif *s, cJSON *result, const bs_finding *finding)
{
    const bs_origin *origin = &finding->origin;
    bool placed = origin->line > 0 && origin->column > 0 && origin->end_column >= origin->column;
    if (finding->proposal_count == 0 || !placed) return;
    cJSON *fixes = bs_json_array(&s->json, result, "fixes");
    for (size_t i = 0; i < finding->proposal_count; i++) {
        const bs_proposal *proposal = &finding->proposals[i];
        cJSON *fix = bs_json_object(&s->json, fixes, NULL);
        bs_str what = bs_arena_format(&s->arena, "replace %.*s by %.*s",
                                      BS_STR_ARG(finding->observed), BS_STR_ARG(proposal->text));
        s->json.failed |= what.len == 0;
        add_message(s, fix, "description", what);
        cJSON *changes = bs_json_array(&s->json, fix, "artifactChanges");
        cJSON *change = bs_json_object(&s->json, changes, NULL);
        add_artifact(s, change, bs_finding__path(finding));
        cJSON *replacements = bs_json_array(&s->json, change, "replacements");
        cJSON *replacement = bs_json_object(&s->json, replacements, NULL);
        add_region(s, replacement, "deletedRegion", origin);
        add_message(s, replacement, "insertedContent", proposal->text);
    }
}

static void add_properties(sarif *s, cJSON *result, const bs_finding *finding)
{
    cJSON *properties = bs_json_object(&s->json, result, "properties");
    bs_json_text(&s->json, properties, "series", finding->series);
    bs_json_text(&s->json, properties, "period", finding->period);
    bs_json_text(&s->json, properties, "observed", finding->observed);
    bs_json_double(&s->json, properties, "probability", finding->probability);
}

static double rank_of(const bs_finding *finding)
{
    double rank = finding->probability * 100;
    return rank > 0 ? (rank < 100 ? rank : 100) : 0;
}

static void print_result(sarif *s, const bs_finding *finding, bs_buffer *out)
{
    cJSON *result = bs_json_new(&s->json);
    bs_json_word(&s->json, result, "ruleId", finding->code);
    bs_json_count(&s->json, result, "ruleIndex", rule_of(s->rules, s->rule_count, finding->code));
    bs_json_word(&s->json, result, "level", levels[finding->severity]);
    bs_json_double(&s->json, result, "rank", rank_of(finding));
    add_message(s, result, "message", finding->message);
    if (bs_finding__path(finding).len > 0) {
        cJSON *locations = bs_json_array(&s->json, result, "locations");
        cJSON *location = bs_json_object(&s->json, locations, NULL);
        add_place(s, location, bs_finding__path(finding), &finding->origin);
        add_related(s, result, finding);
        add_fixes(s, result, finding);
    }
    cJSON *prints = bs_json_object(&s->json, result, "partialFingerprints");
    bs_str id = bs_finding_id(finding, &s->arena);
    s->json.failed |= id.len == 0;
    bs_json_text(&s->json, prints, "bseries/v1", id);
    add_properties(s, result, finding);
    bs_json_print(&s->json, result, out);
}

// The run without its results, open at the end.
static void print_run(sarif *s, const char *version, bs_buffer *out)
{
    cJSON *run = bs_json_new(&s->json);
    add_driver(s, run, version);
    bs_json_word(&s->json, run, "columnKind", "unicodeCodePoints");
    bs_json_print(&s->json, run, out);
    if (out->len > 0 && out->ptr[out->len - 1] == '}') out->len--;
    bs_buffer_add(out, BS_STR(",\"results\":["));
}

bs_status bs_sarif__write(bs_buffer *out, const bs_finding_array *findings,
                          const bs_findings_options *options, bs_error *err)
{
    sarif s = {.arena = BS_ARENA_INIT};
    bs_json_begin(&s.json);
    bs_status status = collect_rules(&s, findings, options, err);
    bs_buffer_add(out, BS_STR("{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\","
                              "\"version\":\"2.1.0\",\"runs\":["));
    if (status == BS_OK) print_run(&s, options->version, out);
    bool begun = false;
    for (size_t i = 0; status == BS_OK && i < findings->count; i++) {
        // What is only listed is not a result that anybody should see in a margin.
        if (findings->items[i].listed_only) continue;
        bs_buffer_add(out, begun ? BS_STR(",\n") : BS_STR("\n"));
        print_result(&s, &findings->items[i], out);
        begun = true;
    }
    bs_buffer_add(out, BS_STR("]}]}\n"));
    bs_status finished = bs_json_end(&s.json, err);
    bs_arena_deinit(&s.arena);
    if (status != BS_OK) return status;
    return finished != BS_OK ? finished : bs_buffer_status(out, err);
}
