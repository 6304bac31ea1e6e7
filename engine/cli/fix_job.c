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
#include "engine/cli/message.h"
#include "engine/cli/verdicts.h"
#include "engine/export/diff.h"
#include "engine/read/signature.h"

// Rounds of checking and changing. Numbers that mask each other come to light in the second one;
// what is not at rest after so many goes on for ever.
enum { ROUND_COUNT_MAX = 8 };

#define BACKUP_ENDING ".orig"

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
    BS_ARRAY(size_t) excluded; // places of `text` that are left as they are
    BS_ARRAY(size_t) told;     // places of which it was said why
    bool stops;                // the person has enough of questions
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
    const char *what = status == BS_OK ? bs_read_signature(bytes) : NULL;
    if (what != NULL) return say_binary(own, what);
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

static void say_left(job *own, const bs_repair *repair, const char *why)
{
    const bs_origin *origin = &repair->finding->origin;
    bs_say(own->cli, "%.*s:%u:%u: left as it is, %.*s -> %.*s (p = %.2f): %s [%s]",
           BS_STR_ARG(own->path), (unsigned)origin->line, (unsigned)origin->column,
           BS_STR_ARG(repair->place), BS_STR_ARG(repair->text), repair->probability, why,
           repair->finding->code);
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
static bs_status leave(job *own, const bs_repair *repair, size_t offset, const char *why,
                       bs_error *err)
{
    for (size_t i = 0; i < own->told.count; i++) {
        if (own->told.items[i] == offset) return BS_OK;
    }
    size_t *place = BS_PUSH(&own->arena, &own->told);
    if (place == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    *place = offset;
    say_left(own, repair, why);
    return BS_OK;
}

// A number that was changed before is to be changed again: neither value is right, so that it gets
// its own back and is left alone.
static bs_status take_back(job *own, const bs_repair *repair, size_t offset, bs_error *err)
{
    BS_TRY(leave(own, repair, offset, "the changed text proposes yet another value here", err));
    size_t kept = 0;
    for (size_t i = 0; i < own->edits.count; i++) {
        if (own->edits.items[i].offset != offset) own->edits.items[kept++] = own->edits.items[i];
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
    if (is_excluded(own, offset) || own->stops) return BS_OK;
    if (repair->refused != NULL) return leave(own, repair, offset, repair->refused, err);
    bs_edit edit = {offset, repair->place.len, bs_arena_str(&own->arena, repair->text)};
    if (edit.text.ptr == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    if (!inside && own->wish->asks && !ask(own, repair)) return exclude(own, offset, err);
    bs_edit *place = BS_PUSH(&own->arena, next);
    if (place == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    *place = edit;
    return inside ? take_back(own, repair, offset, err) : BS_OK;
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

static bs_status change(job *own, bs_opened *opened, bs_str text, round_end *end, bs_error *err)
{
    bs_finding_array findings = {0};
    bs_repair_array repairs = {0};
    bs_edit_array next = {0};
    BS_TRY(bs_check_run(&findings, &opened->arena, &opened->reading, NULL, err));
    drop_accepted(own, &findings, &opened->arena);
    BS_TRY(bs_repair_list(&repairs, &opened->arena, &findings, own->wish->probability_min, err));
    for (size_t i = 0; i < repairs.count; i++)
        BS_TRY(follow(own, &repairs.items[i], text, &next, err));
    for (size_t i = 0; i < next.count; i++) {
        if (is_excluded(own, next.items[i].offset)) continue;
        BS_TRY(bs_edit_add(&own->edits, &own->arena, next.items[i], err));
    }
    *end = next.count > 0 ? ROUND_CHANGED : ROUND_QUIET;
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

static void write_line(bs_stream *out, bs_str line)
{
    static const struct {
        char mark;
        bs_style style;
    } styles[] = {{'-', BS_STYLE_ERROR}, {'+', BS_STYLE_CARET}, {'@', BS_STYLE_GUTTER}};
    bs_style style = BS_STYLE_NONE;
    for (size_t i = 0; i < BS_COUNT(styles); i++) {
        if (line.len > 0 && line.ptr[0] == styles[i].mark) style = styles[i].style;
    }
    if (line.len > 0 && line.ptr[line.len - 1] == '\r') line.len--;
    if (style != BS_STYLE_NONE) bs_stream_style(out, style);
    bs_stream_add_visible(out, line);
    if (style != BS_STYLE_NONE) bs_stream_style(out, BS_STYLE_NONE);
    bs_stream_add(out, "\n");
}

// For a person on a terminal nothing may drive it; for patch every byte counts.
static void write_diff(bs_stream *out, bs_str diff)
{
    bs_str line;
    if (!out->terminal && !out->colour) {
        bs_stream_add_str(out, diff);
        return;
    }
    while (diff.len > 0 && bs_str_next(&diff, '\n', &line))
        write_line(out, line);
}

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
    write_diff(own->cli->out, bs_buffer_str(&diff));
done:
    bs_buffer_deinit(&diff);
    bs_buffer_deinit(&after);
    return status == BS_OK ? BS_EXIT_FINDINGS : say_failure(own, &err, no_help);
}

// A file is replaced behind its name: a link to it stays one, and its permissions stay.
static bs_status replace_file(const char *path, bs_str bytes, mode_t mode, bs_error *err)
{
    BS_TRY(bs_file_write(path, bytes, err));
    if (chmod(path, mode) == 0) return BS_OK;
    return bs_fail(err, BS_E_IO, "its permissions cannot be kept: %s", strerror(errno));
}

static bs_status write_both(job *own, const char *path, bs_str changed, bs_error *err)
{
    struct stat info;
    bs_str backup = bs_arena_format(&own->arena, "%s" BACKUP_ENDING, path);
    if (backup.ptr == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    if (lstat(backup.ptr, &info) == 0 && !own->wish->overwrites) {
        return bs_fail(err, BS_E_IO,
                       "the backup '%s' is there already; move it away, or say "
                       "--overwrite-backup",
                       backup.ptr);
    }
    if (stat(path, &info) != 0) return bs_fail(err, BS_E_IO, "%s", strerror(errno));
    mode_t mode = info.st_mode & 07777;
    BS_TRY(replace_file(backup.ptr, bs_buffer_str(&own->bytes), mode, err));
    return replace_file(path, changed, mode, err);
}

static bs_exit write_in_place(job *own)
{
    bs_error err = BS_ERROR_INIT;
    bs_buffer changed = BS_BUFFER_INIT;
    char *path = realpath(own->path.ptr, NULL);
    bs_status status = BS_OK;
    if (path == NULL) {
        status = bs_fail(&err, BS_E_IO, "%s", strerror(errno));
        goto done;
    }
    BS_TRY_DONE(bs_encoding_replace(&changed, bs_buffer_str(&own->bytes), own->encoding,
                                    &own->edits, &err));
    BS_TRY_DONE(write_both(own, path, bs_buffer_str(&changed), &err));
    bs_str count = bs_say_count(&own->arena, own->edits.count, "number", NULL);
    bs_say(own->cli, "%.*s: %.*s changed, the file as it was is %.*s" BACKUP_ENDING,
           BS_STR_ARG(own->path), BS_STR_ARG(count), BS_STR_ARG(own->path));
done:
    free(path);
    bs_buffer_deinit(&changed);
    return status == BS_OK ? BS_EXIT_OK : say_failure(own, &err, no_help);
}

static bs_exit finish(job *own)
{
    if (own->edits.count > 0) return own->wish->in_place ? write_in_place(own) : tell_diff(own);
    bs_say(own->cli, "%.*s: nothing to change", BS_STR_ARG(own->path));
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
