// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cli/fix_job.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/analyze/check.h"
#include "engine/analyze/repair.h"
#include "engine/base/encoding.h"
#include "engine/base/file.h"
#include "engine/cli/finding_text.h"
#include "engine/cli/fix_diff.h"
#include "engine/cli/message.h"
#include "engine/cli/verdicts.h"
#include "engine/export/diff.h"
#include "engine/read/signature.h"

// Rounds of checking and changing. Numbers that mask each other come to light in the second one;
// what is not at rest after so many goes on for ever.
enum { ROUND_COUNT_MAX = 16 };

#define BACKUP_ENDING ".orig"

// Which check asked for the edit at a place of the text.
typedef struct reason {
    size_t offset;
    const char *code;
} reason;

// A number that is left as it is.
typedef struct left {
    const bs_origin *origin;
    const char *code;
    size_t offset; // in the file's text
    bs_str place;
    bs_str text;
    const char *why;
} left;

typedef struct job {
    bs_cli *cli;
    const bs_fix_wish *wish;
    bs_str path;
    bs_arena arena;  // lives as long as the file is worked on
    bs_buffer bytes; // of the file
    bs_str text;     // of the file
    const char *encoding;
    bs_verdict_array verdicts;
    bs_edit_array edits;       // made so far; their places are those of `text`
    BS_ARRAY(reason) reasons;  // of the edits that were ever made
    BS_ARRAY(size_t) excluded; // places of `text` that are left as they are
    BS_ARRAY(size_t) told;     // places of which it was said why
    bool stops;                // the person has enough of questions
    size_t unsure;             // findings whose likeliest proposal is below the least probability
    double surest;             // the largest of these
} job;

// What a round of checking led to.
typedef enum round_end { ROUND_QUIET, ROUND_CHANGED, ROUND_FAILED } round_end;

static const bs_str no_help = {NULL, 0};

static bs_exit say_failure(job *own, bs_error *err, bs_str help)
{
    bs_error_set_file(err, own->path.ptr);
    return bs_say_error(own->cli, err, no_help, help);
}

// --- reading -------------------------------------------------------------------------------------

static bs_exit say_binary(job *own, const char *what)
{
    bs_error err = BS_ERROR_INIT;
    (void)bs_fail(&err, BS_E_FORMAT, "is %s: only the digits of a text file can be changed", what);
    return say_failure(own, &err, no_help);
}

static bs_exit read_file(job *own)
{
    bs_error err = BS_ERROR_INIT;
    const char *name = own->wish->read.encoding;
    bs_status status = bs_file_read(own->path.ptr, &own->bytes, &err);
    bs_str bytes = bs_buffer_str(&own->bytes);
    const bs_signature *other = status == BS_OK ? bs_read_signature(bytes) : NULL;
    if (other != NULL) return say_binary(own, other->what);
    if (status == BS_OK) {
        status = bs_encoding_to_utf8(&own->text, &own->arena, bytes, name, &own->encoding, &err);
    }
    if (status == BS_OK) {
        bs_verdict_place place = {NULL};
        status = bs_verdicts_read(&own->verdicts, &own->arena, place, &err);
    }
    if (status == BS_OK) return BS_EXIT_OK;
    bool encoding = status == BS_E_ENCODING && name == NULL;
    return say_failure(own, &err,
                       encoding ? BS_STR("name the encoding with --encoding (CP949, GB18030, "
                                         "Big5, Shift_JIS ...)")
                                : no_help);
}

// --- asking and telling --------------------------------------------------------------------------

static void write_change(bs_stream *out, const bs_repair *repair)
{
    bs_stream_add_visible(out, repair->place);
    bs_stream_add(out, " -> ");
    bs_stream_add_visible(out, repair->text);
}

// A line from the terminal. Its end is the answer "q".
static char read_answer(void)
{
    char line[64];
    if (fgets(line, sizeof line, stdin) == NULL) return 'q';
    bool whole = strchr(line, '\n') != NULL;
    for (int c = 0; !whole && c != EOF; whole = c == '\n')
        c = getchar();
    return line[0];
}

static bool ask(job *own, const bs_repair *repair)
{
    bs_stream *out = own->cli->out;
    bs_finding_write(out, repair->finding);
    for (;;) {
        write_change(out, repair);
        bs_stream_add(out, "  [y]es, [n]o, [q]uit? ");
        if (!bs_stream_flush(out)) return false;
        switch (read_answer()) {
        case 'y':
        case 'Y':
            return true;
        case 'n':
        case 'N':
            return false;
        case 'q':
        case 'Q':
            own->stops = true;
            return false;
        default:
            bs_stream_add(out, "answer y, n or q\n");
        }
    }
}

// --- rounds --------------------------------------------------------------------------------------

static bool is_excluded(const job *own, size_t offset)
{
    for (size_t i = 0; i < own->excluded.count; i++) {
        if (own->excluded.items[i] == offset) return true;
    }
    return false;
}

static bs_status exclude(job *own, size_t offset, bs_error *err)
{
    size_t *place = BS_PUSH(&own->arena, &own->excluded);
    if (place == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    *place = offset;
    return BS_OK;
}

// Says once for each place why its proposal is not followed.
static bs_status leave(job *own, const left *item, bs_error *err)
{
    for (size_t i = 0; i < own->told.count; i++) {
        if (own->told.items[i] == item->offset) return BS_OK;
    }
    size_t *place = BS_PUSH(&own->arena, &own->told);
    if (place == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    *place = item->offset;
    bs_say(own->cli, "%.*s:%u:%u: left as it is, %.*s -> %.*s: %s [%s]", BS_STR_ARG(own->path),
           (unsigned)item->origin->line, (unsigned)item->origin->column, BS_STR_ARG(item->place),
           BS_STR_ARG(item->text), item->why, item->code);
    return BS_OK;
}

// Gives a number its own value back, and leaves it alone from now on.
static bs_status take_back(job *own, const bs_finding *finding, size_t offset, const char *why,
                           bs_error *err)
{
    size_t kept = 0;
    for (size_t i = 0; i < own->edits.count; i++) {
        bs_edit edit = own->edits.items[i];
        if (edit.offset != offset) {
            own->edits.items[kept++] = edit;
            continue;
        }
        bs_str place = bs_str_slice(own->text, offset, offset + edit.len);
        left item = {&finding->origin, finding->code, offset, place, edit.text, why};
        BS_TRY(leave(own, &item, err));
    }
    own->edits.count = kept;
    return exclude(own, offset, err);
}

// One repair of the text as it is now. *next gets the edits of the round.
static bs_status follow(job *own, const bs_repair *repair, bs_str text, bs_edit_array *next,
                        bs_error *err)
{
    bool inside;
    size_t offset = bs_edit_before(&own->edits, (size_t)(repair->place.ptr - text.ptr), &inside);
    const bs_finding *finding = repair->finding;
    if (inside || is_excluded(own, offset) || own->stops) return BS_OK;
    if (repair->refused != NULL) {
        left item = {&finding->origin, finding->code, offset,
                     repair->place,    repair->text,  repair->refused};
        return leave(own, &item, err);
    }
    if (own->wish->asks && !ask(own, repair)) return exclude(own, offset, err);
    bs_edit *edit = BS_PUSH(&own->arena, next);
    reason *because = BS_PUSH(&own->arena, &own->reasons);
    if (edit == NULL || because == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    *edit = (bs_edit){offset, repair->place.len, bs_arena_str(&own->arena, repair->text)};
    *because = (reason){offset, finding->code};
    return edit->text.ptr != NULL ? BS_OK : bs_fail(err, BS_E_MEMORY, "out of memory");
}

// The edit that the finding is about, when it is one of the check that asked for the edit;
// SIZE_MAX when there is none.
static size_t find_doubted(const job *own, const bs_finding *finding)
{
    const bs_origin *origin = &finding->origin;
    if (finding->listed_only || finding->severity == BS_NOTE || origin->len == 0) return SIZE_MAX;
    size_t first = bs_edit_before(&own->edits, origin->offset, NULL);
    size_t last = bs_edit_before(&own->edits, origin->offset + origin->len - 1, NULL);
    for (size_t i = 0; i < own->reasons.count; i++) {
        const reason *because = &own->reasons.items[i];
        if (because->offset < first || because->offset > last) continue;
        if (strcmp(because->code, finding->code) == 0 && !is_excluded(own, because->offset))
            return because->offset;
    }
    return SIZE_MAX;
}

// A number that was changed before and is to be changed again.
static size_t find_restless(const job *own, const bs_repair *repair, bs_str text)
{
    bool inside;
    size_t offset = bs_edit_before(&own->edits, (size_t)(repair->place.ptr - text.ptr), &inside);
    return inside && repair->refused == NULL ? offset : SIZE_MAX;
}

// The text of a round and what was found in it.
typedef struct checked {
    bs_str text;
    bs_finding_array findings;
    bs_repair_array repairs;
} checked;

// Edits of this round that were none for the better.
typedef struct doubt {
    const bs_finding *finding;
    size_t offset;
} doubt;
typedef BS_ARRAY(doubt) doubt_array;

static bs_status add_doubt(doubt_array *out, bs_arena *arena, doubt item, bs_error *err)
{
    if (item.offset == SIZE_MAX) return BS_OK;
    doubt *place = BS_PUSH(arena, out);
    if (place == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    *place = item;
    return BS_OK;
}

// Takes back what its own check still objects to, and what is to be changed again. *count is how
// many there were.
static bs_status take_back_doubted(job *own, const checked *now, size_t *count, bs_error *err)
{
    doubt_array doubts = {0};
    for (size_t i = 0; i < now->findings.count; i++) {
        const bs_finding *finding = &now->findings.items[i];
        doubt item = {finding, find_doubted(own, finding)};
        BS_TRY(add_doubt(&doubts, &own->arena, item, err));
    }
    for (size_t i = 0; i < now->repairs.count; i++) {
        const bs_repair *repair = &now->repairs.items[i];
        doubt item = {repair->finding, find_restless(own, repair, now->text)};
        BS_TRY(add_doubt(&doubts, &own->arena, item, err));
    }
    for (size_t i = 0; i < doubts.count; i++) {
        const doubt *item = &doubts.items[i];
        if (is_excluded(own, item->offset)) continue;
        BS_TRY(take_back(own, item->finding, item->offset, "the new value is doubted, too", err));
    }
    *count = doubts.count;
    return BS_OK;
}

static void drop_accepted(job *own, bs_finding_array *findings, bs_arena *arena)
{
    size_t kept = 0;
    for (size_t i = 0; i < findings->count; i++) {
        if (bs_verdicts_accept(&own->verdicts, &findings->items[i], arena)) continue;
        findings->items[kept++] = findings->items[i];
    }
    findings->count = kept;
}

static void count_unsure(job *own, const bs_finding_array *findings)
{
    own->unsure = 0;
    own->surest = 0;
    for (size_t i = 0; i < findings->count; i++) {
        const bs_finding *finding = &findings->items[i];
        double best = finding->proposal_count > 0 ? finding->proposals[0].probability : 0;
        if (best <= 0 || best >= own->wish->probability_min) continue;
        own->unsure++;
        if (best > own->surest) own->surest = best;
    }
}

static bs_status change(job *own, bs_opened *opened, bs_str text, round_end *end, bs_error *err)
{
    checked now = {.text = text};
    bs_edit_array next = {0};
    bs_arena *arena = &opened->arena;
    BS_TRY(bs_check_run(&now.findings, arena, &opened->reading, NULL, err));
    drop_accepted(own, &now.findings, arena);
    count_unsure(own, &now.findings);
    double least = own->wish->probability_min;
    BS_TRY(bs_repair_list(&now.repairs, arena, &now.findings, least, err));
    size_t doubted;
    BS_TRY(take_back_doubted(own, &now, &doubted, err));
    for (size_t i = 0; i < now.repairs.count && doubted == 0; i++)
        BS_TRY(follow(own, &now.repairs.items[i], text, &next, err));
    for (size_t i = 0; i < next.count; i++)
        BS_TRY(bs_edit_add(&own->edits, &own->arena, next.items[i], err));
    *end = next.count + doubted > 0 ? ROUND_CHANGED : ROUND_QUIET;
    return BS_OK;
}

// Checks the text with the edits so far, and adds to them.
static round_end run_round(job *own)
{
    bs_opened opened;
    bs_error err = BS_ERROR_INIT;
    bs_buffer changed = BS_BUFFER_INIT;
    round_end end = ROUND_FAILED;
    bs_edit_apply(&changed, own->text, &own->edits);
    bs_str text = bs_buffer_str(&changed);
    bs_status status = bs_buffer_status(&changed, &err);
    if (status != BS_OK) {
        say_failure(own, &err, no_help);
        bs_buffer_deinit(&changed);
        return end;
    }
    if (bs_source_open_text(&opened, own->cli, own->path, text, &own->wish->read) == BS_EXIT_OK &&
        change(own, &opened, text, &end, &err) != BS_OK) {
        say_failure(own, &err, no_help);
        end = ROUND_FAILED;
    }
    bs_opened_deinit(&opened);
    bs_buffer_deinit(&changed);
    return end;
}

// True when the text is at rest; false when it failed or does not come to rest.
static bool run_rounds(job *own)
{
    round_end end = ROUND_CHANGED;
    for (size_t i = 0; i < ROUND_COUNT_MAX && end == ROUND_CHANGED; i++)
        end = run_round(own);
    if (end == ROUND_CHANGED) {
        bs_error err = BS_ERROR_INIT;
        (void)bs_fail(&err, BS_E_FORMAT,
                      "each change leads to another one, even after %d rounds; nothing is changed",
                      ROUND_COUNT_MAX);
        say_failure(own, &err, no_help);
    }
    return end == ROUND_QUIET;
}

// --- writing -------------------------------------------------------------------------------------

// The bytes themselves are compared where they are UTF-8, with the byte order mark that patch will
// meet; else the text.
static bs_exit tell_diff(job *own)
{
    bs_error err = BS_ERROR_INIT;
    bs_buffer after = BS_BUFFER_INIT;
    bs_buffer diff = BS_BUFFER_INIT;
    bool utf8 = bs_str_equal_nocase(bs_str_from(own->encoding), BS_STR("UTF-8"));
    bs_str before = utf8 ? bs_buffer_str(&own->bytes) : own->text;
    bs_status status = BS_OK;
    if (utf8) {
        BS_TRY_DONE(bs_encoding_replace(&after, before, own->encoding, &own->edits, &err));
    } else {
        bs_edit_apply(&after, before, &own->edits);
        BS_TRY_DONE(bs_buffer_status(&after, &err));
    }
    bs_diff_write(&diff, own->path, before, bs_buffer_str(&after));
    BS_TRY_DONE(bs_buffer_status(&diff, &err));
    bs_fix_diff_write(own->cli->out, bs_buffer_str(&diff));
done:
    bs_buffer_deinit(&diff);
    bs_buffer_deinit(&after);
    return status == BS_OK ? BS_EXIT_FINDINGS : say_failure(own, &err, no_help);
}

static bs_status keep_mode(bs_str path, mode_t mode, bs_error *err)
{
    if (chmod(path.ptr, mode) == 0) return BS_OK;
    return bs_fail(err, BS_E_IO, "its permissions cannot be kept: %s", strerror(errno));
}

// What is behind a link is changed, and has its backup beside it.
static bs_status find_target(bs_str *out, const job *own, bs_arena *arena, bs_error *err)
{
    struct stat info;
    *out = own->path;
    if (lstat(own->path.ptr, &info) != 0 || !S_ISLNK(info.st_mode)) return BS_OK;
    char *path = realpath(own->path.ptr, NULL);
    if (path == NULL) return bs_fail(err, BS_E_IO, "%s", strerror(errno));
    *out = bs_str_from(bs_arena_copy(arena, bs_str_from(path)));
    free(path);
    return out->ptr != NULL ? BS_OK : bs_fail(err, BS_E_MEMORY, "out of memory");
}

static bs_status write_both(const job *own, bs_str target, bs_str backup, bs_str changed,
                            bs_error *err)
{
    struct stat info;
    if (lstat(backup.ptr, &info) == 0 && !own->wish->overwrites) {
        return bs_fail(err, BS_E_IO,
                       "the backup '%s' is there already; move it away, or say "
                       "--overwrite-backup",
                       backup.ptr);
    }
    if (stat(target.ptr, &info) != 0 || access(target.ptr, W_OK) != 0)
        return bs_fail(err, BS_E_IO, "cannot write: %s", strerror(errno));
    mode_t mode = info.st_mode & 07777;
    BS_TRY(bs_file_write(backup.ptr, bs_buffer_str(&own->bytes), err));
    BS_TRY(keep_mode(backup, mode, err));
    bs_status status = bs_file_write(target.ptr, changed, err);
    if (status != BS_OK) unlink(backup.ptr); // or the next try would stumble over it
    return status == BS_OK ? keep_mode(target, mode, err) : status;
}

static bs_exit write_in_place(job *own)
{
    bs_error err = BS_ERROR_INIT;
    bs_buffer changed = BS_BUFFER_INIT;
    bs_str target = {0};
    bs_status status;
    BS_TRY_DONE(find_target(&target, own, &own->arena, &err));
    bs_str backup = bs_arena_format(&own->arena, "%s" BACKUP_ENDING, target.ptr);
    if (backup.ptr == NULL) {
        status = bs_fail(&err, BS_E_MEMORY, "out of memory");
        goto done;
    }
    BS_TRY_DONE(bs_encoding_replace(&changed, bs_buffer_str(&own->bytes), own->encoding,
                                    &own->edits, &err));
    BS_TRY_DONE(write_both(own, target, backup, bs_buffer_str(&changed), &err));
    bs_str count = bs_say_count(&own->arena, own->edits.count, "number", NULL);
    bs_say(own->cli, "%.*s: %.*s changed, the file as it was is %.*s", BS_STR_ARG(own->path),
           BS_STR_ARG(count), BS_STR_ARG(backup));
done:
    bs_buffer_deinit(&changed);
    return status == BS_OK ? BS_EXIT_OK : say_failure(own, &err, no_help);
}

static bs_exit finish(job *own)
{
    if (own->edits.count > 0) return own->wish->in_place ? write_in_place(own) : tell_diff(own);
    bs_say(own->cli, "%.*s: nothing to change", BS_STR_ARG(own->path));
    if (own->unsure > 0)
        bs_say(own->cli, "%s below probability %.4g (the surest has %.2f): see --min-probability",
               bs_say_count(&own->arena, own->unsure, "proposal", NULL).ptr,
               own->wish->probability_min, own->surest);
    return BS_EXIT_OK;
}

bs_exit bs_fix_job_run(bs_cli *cli, const char *path, const bs_fix_wish *wish)
{
    job own = {.cli = cli, .wish = wish, .path = bs_str_from(path)};
    bs_exit status = read_file(&own);
    if (status == BS_EXIT_OK) status = run_rounds(&own) ? finish(&own) : BS_EXIT_FILE;
    bs_buffer_deinit(&own.bytes);
    bs_arena_deinit(&own.arena);
    return status;
}
