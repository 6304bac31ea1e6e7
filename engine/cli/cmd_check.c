// SPDX-License-Identifier: GPL-3.0-or-later
#include <stdlib.h>

#include "engine/analyze/check.h"
#include "engine/cli/check_list.h"
#include "engine/cli/commands.h"
#include "engine/cli/finding_text.h"
#include "engine/cli/message.h"
#include "engine/cli/source_open.h"
#include "engine/cli/stored.h"
#include "engine/cli/verdicts.h"
#include "engine/export/export.h"

enum {
    OPTION_FORMAT = BS_READ_OPTION_COUNT,
    OPTION_ANOMALIES,
    OPTION_RELATIONS,
    OPTION_CODE,
    OPTION_MIN_PROBABILITY,
    OPTION_FAIL_ON,
    OPTION_PROFILE,
    OPTION_ALL,
    OPTION_STORE,
    OPTION_IDS,
    OPTION_ACCEPT,
    OPTION_REJECT,
    OPTION_BECAUSE,
    OPTION_LIST,
    OPTION_EXPLAIN,
    OPTION_COUNT
};

static const char *const format_names[] = {"text", "json", "jsonl", "csv", "sarif", NULL};
static const bs_list_format list_formats[] = {BS_LIST_JSONL, BS_LIST_JSON, BS_LIST_JSONL,
                                              BS_LIST_CSV, BS_LIST_SARIF};
enum { FORMAT_TEXT, FORMAT_JSON, FORMAT_JSONL, FORMAT_CSV, FORMAT_SARIF };

// The severities in their order, then what no finding reaches.
static const char *const fail_names[] = {"note", "warning", "error", "never", NULL};

static const char *const profile_names[] = {
    [BS_PROFILE_ANY] = "any",     [BS_PROFILE_OCR] = "ocr",
    [BS_PROFILE_TYPED] = "typed", [BS_PROFILE_TRANSLATED] = "translated",
    [BS_PROFILE_COUNT] = NULL,
};

static const bs_option options[] = {
    BS_READ_OPTIONS,
    [OPTION_FORMAT] = {.name = "format",
                       .letter = 'f',
                       .value = "FORMAT",
                       .choices = format_names,
                       .initial = "text",
                       .summary = "form of the result"},
    [OPTION_ANOMALIES] = {.name = "anomalies",
                          .summary = "only what the model of a series finds odd"},
    [OPTION_RELATIONS] = {.name = "relations",
                          .summary = "only arithmetic that the document itself states or implies"},
    [OPTION_CODE] = {.name = "code",
                     .letter = 'c',
                     .value = "CODE,...",
                     .summary = "only these checks",
                     .complete = BS_COMPLETE_CODE},
    [OPTION_MIN_PROBABILITY] = {.name = "min-probability",
                                .value = "P",
                                .initial = "0",
                                .summary = "leave out findings below this probability, 0 to 1"},
    [OPTION_FAIL_ON] = {.name = "fail-on",
                        .value = "SEVERITY",
                        .choices = fail_names,
                        .initial = "error",
                        .summary = "what makes the exit status 1"},
    [OPTION_PROFILE] = {.name = "profile",
                        .value = "HOW",
                        .choices = profile_names,
                        .initial = "any",
                        .summary = "how the document was made, which weighs the kinds of slips"},
    [OPTION_ALL] = {.name = "all",
                    .letter = 'a',
                    .summary = "also list the values below the threshold, for ranking"},
    [OPTION_STORE] = BS_OPTION_STORE,
    [OPTION_IDS] = {.name = "ids", .summary = "show the id of each finding"},
    [OPTION_ACCEPT] = {.name = "accept",
                       .value = "ID",
                       .summary = "the value is right: do not report this finding again until the "
                                  "value changes"},
    [OPTION_REJECT] = {.name = "reject",
                       .value = "ID",
                       .summary = "the value is wrong: keep that this was confirmed"},
    [OPTION_BECAUSE] = {.name = "because",
                        .value = "REASON",
                        .summary = "the reason for --accept or --reject"},
    [OPTION_LIST] = {.name = "list", .summary = "list the checks, and stop"},
    [OPTION_EXPLAIN] = {.name = "explain",
                        .value = "CODE",
                        .summary = "say what a check compares and what excuses it, and stop",
                        .complete = BS_COMPLETE_CODE},
};
_Static_assert(BS_COUNT(options) == OPTION_COUNT, "a row for each option");

// What is wanted, and what was found so far.
typedef struct job {
    bs_cli *cli;
    bs_open_options wish;
    bs_check_options checks;
    size_t format;
    double probability_min;
    size_t fail_on; // place in fail_names
    bool with_score;
    bool with_ids;
    bs_verdict_place place;    // where verdicts are kept
    bs_verdict_array verdicts; // that were given before
    bs_verdict given;          // by this command; no id: none
    size_t judged_count;       // findings that it was about
    size_t accepted_count;     // findings that are not reported any more
    bs_tally tally;            // of all documents
    bs_finding_array found;    // of all documents, for formats that are one list
    size_t document_count;     // that could be read and checked
    bool failed;               // a finding reached fail_on
} job;

static const bs_str no_help = {NULL, 0};

// --- options -------------------------------------------------------------------------------------

static bs_exit read_probability(job *own, const bs_args *args)
{
    const char *text = bs_args_value(args, &options[OPTION_MIN_PROBABILITY], "0");
    char *end;
    own->probability_min = strtod(text, &end);
    if (end != text && *end == '\0' && own->probability_min >= 0 && own->probability_min <= 1) {
        return BS_EXIT_OK;
    }
    return bs_say_usage(own->cli, args->command, no_help,
                        "--min-probability is a number from 0 to 1, not '%s'", text);
}

static bs_exit read_codes(job *own, const bs_args *args)
{
    bs_text_array codes = {0};
    if (bs_args_list(&codes, own->cli->arena, args, &options[OPTION_CODE]) != BS_OK) {
        return BS_EXIT_FILE;
    }
    for (size_t i = 0; i < codes.count; i++) {
        if (bs_check_find(bs_str_from(codes.items[i])) == NULL) {
            return bs_check_list_unknown(own->cli, codes.items[i]);
        }
    }
    own->checks.codes = codes.items;
    own->checks.code_count = codes.count;
    return BS_EXIT_OK;
}

static bs_exit read_verdict(job *own, const bs_args *args)
{
    const char *accept = bs_args_value(args, &options[OPTION_ACCEPT], NULL);
    const char *reject = bs_args_value(args, &options[OPTION_REJECT], NULL);
    const char *because = bs_args_value(args, &options[OPTION_BECAUSE], NULL);
    if (accept != NULL && reject != NULL) {
        return bs_say_usage(own->cli, args->command, no_help,
                            "--accept and --reject exclude each other");
    }
    if (because != NULL && accept == NULL && reject == NULL) {
        return bs_say_usage(own->cli, args->command, no_help,
                            "--because needs --accept or --reject");
    }
    own->given.finding = bs_str_from(accept != NULL ? accept : reject);
    own->given.kind = accept != NULL ? BS_VERDICT_ACCEPTED : BS_VERDICT_REJECTED;
    own->given.because = bs_str_from(because);
    own->with_ids = bs_args_has(args, &options[OPTION_IDS]);
    return BS_EXIT_OK;
}

static bs_exit read_job(job *own, bs_cli *cli, const bs_args *args)
{
    *own = (job){.cli = cli, .checks = BS_CHECK_OPTIONS_INIT};
    own->format = bs_args_choice(args, &options[OPTION_FORMAT]);
    own->fail_on = bs_args_choice(args, &options[OPTION_FAIL_ON]);
    own->with_score = bs_args_has(args, &options[OPTION_ALL]);
    own->checks.list_all = own->with_score;
    own->checks.profile = (bs_profile)bs_args_choice(args, &options[OPTION_PROFILE]);
    if (bs_args_has(args, &options[OPTION_ANOMALIES])) own->checks.families |= BS_CHECK_ANOMALIES;
    if (bs_args_has(args, &options[OPTION_RELATIONS])) own->checks.families |= BS_CHECK_RELATIONS;
    bs_exit status = bs_open_options_read(&own->wish, cli, args);
    if (status == BS_EXIT_OK) status = read_probability(own, args);
    if (status == BS_EXIT_OK) status = read_codes(own, args);
    if (status == BS_EXIT_OK) status = read_verdict(own, args);
    return status;
}

// --- running -------------------------------------------------------------------------------------

static bs_status write_findings(const job *own, const bs_finding_array *findings, bs_error *err)
{
    bs_findings_options wish = BS_FINDINGS_OPTIONS_INIT;
    wish.format = list_formats[own->format];
    wish.with_score = own->with_score;
    wish.version = BS_VERSION;
    size_t count;
    const bs_check *checks = bs_check_table(&count);
    bs_export_rule *rules = BS_NEW_ARRAY(own->cli->arena, bs_export_rule, count);
    if (rules == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    for (size_t i = 0; i < count; i++) {
        rules[i] = (bs_export_rule){checks[i].code, checks[i].summary, checks[i].explain};
    }
    wish.rules = rules;
    wish.rule_count = count;
    return bs_export_findings(&own->cli->out->pending, findings, &wish, err);
}

// Keeps the verdict of --accept or --reject when this finding is the one that it is about.
static bs_status judge(job *own, const bs_finding *finding, bs_arena *arena, bs_error *err)
{
    if (own->given.finding.len == 0) return BS_OK;
    if (!bs_str_equal(own->given.finding, bs_finding_id(finding, arena))) return BS_OK;
    bs_verdict verdict = own->given;
    verdict.value = finding->observed;
    BS_TRY(bs_verdicts_keep(own->place, &verdict, err));
    own->judged_count++;
    bs_say(own->cli, "%s: %.*s:%u:%u: %.*s [%s]", bs_verdict_kind_name(verdict.kind),
           BS_STR_ARG(finding->source->path), (unsigned)finding->origin.line,
           (unsigned)finding->origin.column, BS_STR_ARG(finding->message), finding->code);
    return BS_OK;
}

// Leaves out what was accepted and what is below --min-probability, and counts the rest.
static void select_findings(job *own, bs_finding_array *findings, bs_tally *tally, bs_arena *arena)
{
    size_t kept = 0;
    for (size_t i = 0; i < findings->count; i++) {
        const bs_finding *finding = &findings->items[i];
        if (finding->probability < own->probability_min) continue;
        if (bs_verdicts_accept(&own->verdicts, finding, arena)) {
            own->accepted_count++;
            continue;
        }
        bs_tally_add(tally, finding);
        bs_tally_add(&own->tally, finding);
        if (!finding->listed_only && (size_t)finding->severity >= own->fail_on) own->failed = true;
        findings->items[kept++] = *finding;
    }
    findings->count = kept;
}

static bs_status keep_findings(job *own, const bs_finding_array *findings)
{
    for (size_t i = 0; i < findings->count; i++) {
        bs_finding *place = BS_PUSH(own->cli->arena, &own->found);
        if (place == NULL) return BS_E_MEMORY;
        *place = findings->items[i];
    }
    return BS_OK;
}

static void say_summary(const job *own, const bs_tally *tally, const bs_reading *reading)
{
    bs_arena *arena = own->cli->arena;
    bs_str path = reading->source->path;
    bs_str text = bs_tally_text(tally, arena);
    if (bs_tally_total(tally) > 0) {
        bs_say(own->cli, "%.*s in %.*s", BS_STR_ARG(text), BS_STR_ARG(path));
        return;
    }
    bs_str series = bs_say_count(arena, reading->series.count, "series", "series");
    bs_str numbers = bs_say_count(arena, reading->quantities.count, "number", NULL);
    if (reading->document != NULL) {
        series = bs_arena_format(arena, "%.*s, %.*s", BS_STR_ARG(numbers), BS_STR_ARG(series));
    }
    bs_say(own->cli, "nothing found in %.*s (%.*s)", BS_STR_ARG(path), BS_STR_ARG(series));
}

static bs_status report(job *own, bs_finding_array *findings, bs_arena *arena, bs_error *err)
{
    if (own->format == FORMAT_JSONL) {
        bs_status status = write_findings(own, findings, err);
        bs_stream_relieve(own->cli->out);
        return status;
    }
    if (own->format != FORMAT_TEXT) return keep_findings(own, findings);
    for (size_t i = 0; i < findings->count; i++) {
        bs_finding_write(own->cli->out, &findings->items[i]);
        if (!own->with_ids) continue;
        bs_str id = bs_finding_id(&findings->items[i], arena);
        bs_stream_addf(own->cli->out, "      = id %.*s\n", BS_STR_ARG(id));
    }
    return BS_OK;
}

static bs_status judge_all(job *own, const bs_finding_array *findings, bs_arena *arena,
                           bs_error *err)
{
    for (size_t i = 0; i < findings->count; i++) {
        BS_TRY(judge(own, &findings->items[i], arena, err));
    }
    return BS_OK;
}

// Checks one reading, which lives in opened->arena.
static bs_exit check_opened(job *own, bs_opened *opened)
{
    bs_error err = BS_ERROR_INIT;
    bs_finding_array findings = {0};
    bs_tally tally = {{0}};
    bs_arena *arena = &opened->arena;
    bs_status status = bs_check_run(&findings, arena, &opened->reading, &own->checks, &err);
    if (status == BS_OK && own->given.finding.len > 0) {
        status = judge_all(own, &findings, arena, &err);
    } else if (status == BS_OK) {
        bs_say_progress_end(own->cli);
        select_findings(own, &findings, &tally, arena);
        status = report(own, &findings, arena, &err);
    }
    if (status != BS_OK) return bs_say_error(own->cli, &err, no_help, no_help);
    own->document_count++;
    if (own->given.finding.len == 0) say_summary(own, &tally, &opened->reading);
    return BS_EXIT_OK;
}

// All documents that are to be checked: files, or what the store keeps.
typedef struct inputs {
    bs_text_array paths;
    bs_store *store; // NULL: paths
    bs_source_info_array sources;
    size_t count;
    bs_opened *opened; // count of them
} inputs;

static bs_exit open_inputs(inputs *out, bs_cli *cli, const bs_args *args, bs_store_mode mode)
{
    *out = (inputs){.count = 0};
    bs_exit status = bs_open_paths(&out->paths, cli, args, BS_NEED_NONE);
    if (status != BS_EXIT_OK) return status;
    out->count = out->paths.count;
    if (out->count == 0) {
        status = bs_stored_open(&out->store, cli, args, &options[OPTION_STORE], mode);
        if (status != BS_EXIT_OK) return status;
        bs_error err = BS_ERROR_INIT;
        if (bs_store_sources(&out->sources, cli->arena, out->store, &err) != BS_OK) {
            return bs_say_error(cli, &err, no_help, no_help);
        }
        out->count = out->sources.count;
    }
    out->opened = BS_NEW_ARRAY(cli->arena, bs_opened, out->count);
    return out->opened != NULL ? BS_EXIT_OK : BS_EXIT_FILE;
}

static void close_inputs(inputs *own)
{
    for (size_t i = 0; own->opened != NULL && i < own->count; i++) {
        bs_opened_deinit(&own->opened[i]);
    }
    bs_store_close(own->store);
}

// Findings of formats that are written at once are dropped with their document; those of one list
// need all documents to the end.
static bs_exit check_inputs(job *own, const inputs *in)
{
    bs_exit worst = BS_EXIT_OK;
    bool at_once = own->format == FORMAT_TEXT || own->format == FORMAT_JSONL;
    for (size_t i = 0; i < in->count; i++) {
        bs_opened *opened = &in->opened[i];
        if (in->store == NULL) bs_say_progress(own->cli, i, in->count, in->paths.items[i]);
        bs_exit status =
            in->store != NULL
                ? bs_stored_read(opened, own->cli, in->store, &in->sources.items[i], &own->wish)
                : bs_source_open(opened, own->cli, in->paths.items[i], &own->wish);
        if (status == BS_EXIT_OK) status = check_opened(own, opened);
        if (status > worst) worst = status;
        if (at_once) bs_opened_deinit(opened);
    }
    bs_say_progress_end(own->cli);
    if (!at_once && own->given.finding.len == 0) {
        bs_error err = BS_ERROR_INIT;
        if (write_findings(own, &own->found, &err) != BS_OK) {
            worst = bs_say_error(own->cli, &err, no_help, no_help);
        }
    }
    if (own->accepted_count > 0) {
        bs_say(own->cli, "%s not shown",
               bs_say_count(own->cli->arena, own->accepted_count, "accepted finding", NULL).ptr);
    }
    if (own->document_count > 1 && own->given.finding.len == 0) {
        bs_str text = bs_tally_text(&own->tally, own->cli->arena);
        bs_say(own->cli, "%.*s in %zu documents", BS_STR_ARG(text), own->document_count);
    }
    return worst;
}

static bs_exit read_verdicts(job *own)
{
    bs_error err = BS_ERROR_INIT;
    bs_status status = bs_verdicts_read(&own->verdicts, own->cli->arena, own->place, &err);
    return status == BS_OK ? BS_EXIT_OK : bs_say_error(own->cli, &err, no_help, no_help);
}

static bs_exit say_no_finding(const job *own)
{
    return bs_say_usage(own->cli, &bs_command_check, BS_STR("--ids shows the id of each finding"),
                        "no finding has the id '%.*s'", BS_STR_ARG(own->given.finding));
}

static bs_exit run(bs_cli *cli, const bs_args *args)
{
    size_t format = bs_args_choice(args, &options[OPTION_FORMAT]);
    if (bs_args_has(args, &options[OPTION_LIST])) {
        return bs_check_list_write(cli,
                                   format == FORMAT_SARIF ? BS_FORMAT_JSON : (bs_format)format);
    }
    const char *code = bs_args_value(args, &options[OPTION_EXPLAIN], NULL);
    if (code != NULL) return bs_check_list_explain(cli, code);
    job own;
    bs_exit status = read_job(&own, cli, args);
    if (status != BS_EXIT_OK) return status;
    inputs in;
    bool judges = own.given.finding.len > 0;
    status = open_inputs(&in, cli, args, judges ? BS_STORE_WRITE : BS_STORE_READ);
    own.place.store = in.store;
    if (status == BS_EXIT_OK && !judges) status = read_verdicts(&own);
    if (status == BS_EXIT_OK) status = check_inputs(&own, &in);
    if (status == BS_EXIT_OK && judges && own.judged_count == 0) status = say_no_finding(&own);
    close_inputs(&in);
    if (status != BS_EXIT_OK) return status;
    return own.failed ? BS_EXIT_FINDINGS : BS_EXIT_OK;
}

static const bs_example examples[] = {
    {"bseries check bulletin.txt", "what an editor would ask about"},
    {"bseries check --format sarif *.txt > out.sarif", "for editors and code hosts"},
    {"bseries check", "the same for everything in the store"},
    {"bseries check --explain growth-mix", "what a check compares, and when it is silent"},
};

const bs_command bs_command_check = {
    .name = "check",
    .operands = "[FILE...]",
    .summary = "Find the numbers of a document that cannot be right",
    .description =
        "With files, they are checked without a store; without, every source in the store is. An "
        "error cannot be true as printed, a warning is probably wrong, a note is worth a look. "
        "Nothing is changed: where one value would mend it, it is proposed.\n"
        "A verdict given with --accept or --reject is kept with the value it was given for: in the "
        "store where the store is checked, else in .bseries-ignore in the working directory.\n"
        "Findings go to standard output, a summary to standard error. The exit status is 1 when "
        "one of them reaches --fail-on.",
    .examples = examples,
    .example_count = BS_COUNT(examples),
    .options = options,
    .option_count = OPTION_COUNT,
    .operand_max = SIZE_MAX,
    .complete = BS_COMPLETE_FILE,
    .run = run,
};
