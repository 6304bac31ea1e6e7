// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cli/check_job.h"

#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/cli/commands.h"
#include "engine/cli/data_reading.h"
#include "engine/cli/message.h"
#include "engine/cli/stored_check.h"
#include "engine/export/export.h"

// What was found so far.
typedef struct job {
    bs_cli *cli;
    const bs_check_wish *wish;
    bs_verdict_place place;    // where verdicts are kept
    bs_verdict_array verdicts; // that were given before
    size_t judged_count;       // findings that the given verdict was about
    size_t accepted_count;     // findings that are not reported any more
    bs_tally tally;            // of all documents
    bs_finding_array found;    // of all documents, for formats that are one list
    bs_finding_array told;     // of all documents, when `keeps`
    bool keeps;                // all documents stay open
    bool several;              // there is more than one document
    size_t document_count;     // that could be read and checked
    bool failed;               // a finding reached fail_on
} job;

static const bs_list_format list_formats[] = {
    [BS_CHECK_TEXT] = BS_LIST_JSONL,  [BS_CHECK_JSON] = BS_LIST_JSON,
    [BS_CHECK_JSONL] = BS_LIST_JSONL, [BS_CHECK_CSV] = BS_LIST_CSV,
    [BS_CHECK_SARIF] = BS_LIST_SARIF,
};
_Static_assert(BS_COUNT(list_formats) == BS_CHECK_FORMAT_COUNT, "every format has its writer");

static const bs_str no_help = {NULL, 0};

// --- documents -----------------------------------------------------------------------------------

// Without a file it is the store that is looked at, whatever is piped in.
static void say_unread_input(bs_cli *cli)
{
    struct stat info;
    int waiting = 0;
    if (fstat(STDIN_FILENO, &info) != 0) return;
    bool file = S_ISREG(info.st_mode) && info.st_size > 0;
    bool pipe = S_ISFIFO(info.st_mode) && ioctl(STDIN_FILENO, FIONREAD, &waiting) == 0;
    if (file || (pipe && waiting > 0))
        bs_say(cli, "standard input is not read, the store is; '-' reads it");
}

bs_exit bs_check_inputs_init(bs_check_inputs *out, bs_cli *cli, const bs_args *args,
                             const bs_option *store, bs_store_mode mode)
{
    *out = (bs_check_inputs){.count = 0};
    bs_exit status = bs_open_paths(&out->paths, cli, args, BS_NEED_NONE);
    if (status != BS_EXIT_OK) return status;
    out->count = out->paths.count;
    if (out->count == 0) {
        say_unread_input(cli);
        status = bs_stored_open(&out->store, cli, args, store, mode);
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

void bs_check_inputs_deinit(bs_check_inputs *inputs)
{
    for (size_t i = 0; inputs->opened != NULL && i < inputs->count; i++) {
        bs_opened_deinit(&inputs->opened[i]);
    }
    bs_store_close(inputs->store);
}

bs_exit bs_check_input_open(bs_cli *cli, const bs_check_inputs *inputs, size_t index,
                            const bs_open_options *options)
{
    bs_opened *opened = &inputs->opened[index];
    if (inputs->store != NULL) {
        return bs_stored_read(opened, cli, inputs->store, &inputs->sources.items[index], options);
    }
    bs_say_progress(cli, index, inputs->count, inputs->paths.items[index]);
    return bs_source_open(opened, cli, inputs->paths.items[index], options);
}

// --- findings of one document --------------------------------------------------------------------

static bs_status write_findings(const job *own, const bs_finding_array *findings, bs_error *err)
{
    bs_findings_options wish = BS_FINDINGS_OPTIONS_INIT;
    wish.format = list_formats[own->wish->format];
    wish.with_score = own->wish->with_score;
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
    if (own->wish->given.finding.len == 0) return BS_OK;
    if (!bs_str_equal(own->wish->given.finding, bs_finding_id(finding, arena))) return BS_OK;
    bs_verdict verdict = own->wish->given;
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
        if (finding->probability < own->wish->probability_min) continue;
        if (bs_verdicts_accept(&own->verdicts, finding, arena)) {
            own->accepted_count++;
            continue;
        }
        bs_tally_add(tally, finding);
        bs_tally_add(&own->tally, finding);
        if (!finding->listed_only && (size_t)finding->severity >= own->wish->fail_on)
            own->failed = true;
        findings->items[kept++] = *finding;
    }
    findings->count = kept;
}

static bs_status keep_findings(const job *own, bs_finding_array *out,
                               const bs_finding_array *findings)
{
    for (size_t i = 0; i < findings->count; i++) {
        bs_finding *place = BS_PUSH(own->cli->arena, out);
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
    if (own->several) return; // the total says it
    bs_str series = bs_say_count(arena, reading->series.count, "series", "series");
    bs_str numbers = bs_say_count(arena, reading->quantities.count, "number", NULL);
    if (reading->document != NULL) {
        series = bs_arena_format(arena, "%.*s, %.*s", BS_STR_ARG(numbers), BS_STR_ARG(series));
    }
    bs_say(own->cli, "nothing found in %.*s (%.*s)", BS_STR_ARG(path), BS_STR_ARG(series));
}

static bs_status report(job *own, bs_finding_array *findings, bs_arena *arena, bs_error *err)
{
    if (own->wish->format == BS_CHECK_JSONL) {
        bs_status status = write_findings(own, findings, err);
        bs_stream_relieve(own->cli->out);
        return status;
    }
    if (own->wish->format != BS_CHECK_TEXT) return keep_findings(own, &own->found, findings);
    for (size_t i = 0; i < findings->count; i++) {
        bs_finding_write(own->cli->out, &findings->items[i]);
        if (!own->wish->with_ids) continue;
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

// Judges, or selects and reports. `tally` counts what is reported.
static bs_status handle(job *own, bs_finding_array *findings, bs_tally *tally, bs_arena *arena,
                        bs_error *err)
{
    if (own->wish->given.finding.len > 0) return judge_all(own, findings, arena, err);
    bs_say_progress_end(own->cli);
    select_findings(own, findings, tally, arena);
    return report(own, findings, arena, err);
}

// Text shows the line of a finding, which a file that was read as a stream does not have at hand.
static bs_status add_lines(const job *own, bs_opened *opened, bs_finding_array *findings,
                           bs_error *err)
{
    if (own->wish->format != BS_CHECK_TEXT || opened->packed == NULL) return BS_OK;
    const char *path = bs_arena_copy(&opened->arena, opened->source.path);
    bs_status status = path == NULL ? BS_E_MEMORY : BS_OK;
    if (status == BS_OK) status = bs_data_reading_lines(findings, &opened->arena, path);
    return status == BS_E_MEMORY ? bs_fail(err, status, "out of memory") : BS_OK;
}

// Checks one reading, which lives in opened->arena.
static bs_exit check_opened(job *own, bs_opened *opened)
{
    bs_error err = BS_ERROR_INIT;
    bs_finding_array findings = {0};
    bs_tally tally = {{0}};
    bs_arena *arena = &opened->arena;
    bs_status status = bs_check_run(&findings, arena, &opened->reading, &own->wish->checks, &err);
    if (status == BS_OK) status = add_lines(own, opened, &findings, &err);
    if (status == BS_OK && own->keeps) status = keep_findings(own, &own->told, &findings);
    if (status == BS_OK) status = handle(own, &findings, &tally, arena, &err);
    if (status != BS_OK) return bs_say_error(own->cli, &err, no_help, no_help);
    own->document_count++;
    if (own->wish->given.finding.len == 0) say_summary(own, &tally, &opened->reading);
    return BS_EXIT_OK;
}

// Checks what several sources of the store say together, beyond what each of them says.
static bs_exit check_archive(job *own, bs_store *store)
{
    bs_error err = BS_ERROR_INIT;
    bs_finding_array findings = {0};
    bs_tally tally = {{0}};
    bs_arena *arena = own->cli->arena;
    bs_status status = bs_stored_check(&findings, arena, store, &own->wish->checks, &err);
    if (status == BS_OK) {
        bs_stored_check_drop(&findings, &own->told);
        status = handle(own, &findings, &tally, arena, &err);
    }
    if (status != BS_OK) return bs_say_error(own->cli, &err, no_help, no_help);
    if (bs_tally_total(&tally) > 0) {
        bs_str text = bs_tally_text(&tally, arena);
        bs_say(own->cli, "%.*s in series of several documents", BS_STR_ARG(text));
    }
    return BS_EXIT_OK;
}

// Reads a large data file as a stream; false when it is to be read as any other file.
static bool open_packed(const job *own, const bs_check_inputs *in, size_t index)
{
    bs_opened *opened = &in->opened[index];
    if (in->store != NULL) return false;
    const char *path = in->paths.items[index];
    bs_say_progress(own->cli, index, in->count, path);
    if (!bs_data_reading_open(opened, path, &own->wish->read)) return false;
    if (!bs_check_needs_text(&opened->reading, &own->wish->checks)) return true;
    bs_opened_deinit(opened);
    return false;
}

static bs_exit check_input(job *own, const bs_check_inputs *in, size_t index)
{
    bs_exit status = BS_EXIT_OK;
    if (!open_packed(own, in, index))
        status = bs_check_input_open(own->cli, in, index, &own->wish->read);
    return status == BS_EXIT_OK ? check_opened(own, &in->opened[index]) : status;
}

static void say_total(const job *own)
{
    bs_arena *arena = own->cli->arena;
    if (own->accepted_count > 0) {
        bs_str text = bs_say_count(arena, own->accepted_count, "accepted finding", NULL);
        bs_say(own->cli, "%.*s not shown", BS_STR_ARG(text));
    }
    if (own->document_count < 2 || own->wish->given.finding.len > 0) return;
    bs_str text = bs_tally_text(&own->tally, arena);
    bs_say(own->cli, "%.*s in %zu documents%s", BS_STR_ARG(text), own->document_count,
           own->place.store != NULL ? " of the store" : "");
}

// Findings of formats that are written at once are dropped with their document; those of one list
// need all documents to the end, and so does the archive.
static bs_exit check_inputs(job *own, const bs_check_inputs *in)
{
    bs_exit worst = BS_EXIT_OK;
    bool at_once = own->wish->format == BS_CHECK_TEXT || own->wish->format == BS_CHECK_JSONL;
    own->several = in->count > 1;
    if (in->count == 0) bs_say(own->cli, "nothing to check: the store has no documents");
    own->keeps = in->store != NULL && !own->wish->with_score;
    for (size_t i = 0; i < in->count; i++) {
        bs_exit status = check_input(own, in, i);
        if (status > worst) worst = status;
        if (at_once && !own->keeps) bs_opened_deinit(&in->opened[i]);
    }
    bs_say_progress_end(own->cli);
    if (own->keeps && worst == BS_EXIT_OK) worst = check_archive(own, in->store);
    if (!at_once && own->wish->given.finding.len == 0) {
        bs_error err = BS_ERROR_INIT;
        if (write_findings(own, &own->found, &err) != BS_OK) {
            worst = bs_say_error(own->cli, &err, no_help, no_help);
        }
    }
    say_total(own);
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
                        "no finding has the id '%.*s'", BS_STR_ARG(own->wish->given.finding));
}

bs_exit bs_check_job_run(bs_cli *cli, const bs_check_wish *wish, const bs_check_inputs *inputs)
{
    job own = {.cli = cli, .wish = wish, .place = {inputs->store}};
    bool judges = wish->given.finding.len > 0;
    bs_exit status = judges ? BS_EXIT_OK : read_verdicts(&own);
    if (status == BS_EXIT_OK) status = check_inputs(&own, inputs);
    if (status == BS_EXIT_OK && judges && own.judged_count == 0) status = say_no_finding(&own);
    if (status != BS_EXIT_OK) return status;
    return own.failed ? BS_EXIT_FINDINGS : BS_EXIT_OK;
}
