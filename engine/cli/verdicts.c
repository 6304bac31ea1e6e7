// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cli/verdicts.h"

#include <unistd.h>

#include "engine/base/file.h"
#include "engine/export/export.h"

static bs_status fail_line(bs_error *err, uint32_t line, bs_str text)
{
    return bs_fail_at(err, BS_E_FORMAT, (bs_place){.file = BS_VERDICT_FILE, .line = line},
                      "'%.*s' is no verdict: expected ID accepted or rejected \"VALUE\" REASON",
                      BS_STR_ARG(text));
}

static bool read_kind(bs_verdict_kind *out, bs_str word)
{
    for (int i = 0; i < BS_VERDICT_KIND_COUNT; i++) {
        if (!bs_str_equal(word, bs_str_from(bs_verdict_kind_name((bs_verdict_kind)i)))) continue;
        *out = (bs_verdict_kind)i;
        return true;
    }
    return false;
}

static bool read_line(bs_verdict *out, bs_str line)
{
    bs_str rest = line;
    bs_str kind;
    if (!bs_str_next(&rest, ' ', &out->finding) || !bs_str_next(&rest, ' ', &kind)) return false;
    if (!read_kind(&out->kind, kind) || rest.len < 2 || rest.ptr[0] != '"') return false;
    size_t end = bs_str_find(rest, BS_STR("\""), 1);
    if (end == SIZE_MAX) return false;
    out->value = bs_str_slice(rest, 1, end);
    out->because = bs_str_trim(bs_str_slice(rest, end + 1, rest.len));
    return true;
}

static bs_status read_file(bs_verdict_array *out, bs_arena *arena, bs_error *err)
{
    if (access(BS_VERDICT_FILE, F_OK) != 0) return BS_OK;
    bs_buffer bytes = BS_BUFFER_INIT;
    bs_status status = bs_file_read(BS_VERDICT_FILE, &bytes, err);
    bs_str rest = bs_arena_str(arena, bs_buffer_str(&bytes));
    bs_str line;
    bs_buffer_deinit(&bytes);
    for (uint32_t number = 1; status == BS_OK && bs_str_next(&rest, '\n', &line); number++) {
        line = bs_str_trim(line);
        if (line.len == 0 || line.ptr[0] == '#') continue;
        bs_verdict *verdict = BS_PUSH(arena, out);
        if (verdict == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
        if (!read_line(verdict, line)) status = fail_line(err, number, line);
    }
    return status;
}

bs_status bs_verdicts_read(bs_verdict_array *out, bs_arena *arena, bs_verdict_place place,
                           bs_error *err)
{
    if (place.store == NULL) return read_file(out, arena, err);
    return bs_store_verdicts(out, arena, place.store, err);
}

bool bs_verdicts_accept(const bs_verdict_array *verdicts, const bs_finding *finding,
                        bs_arena *arena)
{
    if (verdicts->count == 0) return false;
    bs_str id = bs_finding_id(finding, arena);
    for (size_t i = 0; i < verdicts->count; i++) {
        const bs_verdict *verdict = &verdicts->items[i];
        if (!bs_str_equal(verdict->finding, id)) continue;
        return verdict->kind == BS_VERDICT_ACCEPTED &&
               bs_str_equal(verdict->value, finding->observed);
    }
    return false;
}

// One line of the file, whatever stands in the reason.
static void add_line(bs_buffer *out, const bs_verdict *verdict)
{
    bs_buffer_addf(out, "%.*s %s \"%.*s\"", BS_STR_ARG(verdict->finding),
                   bs_verdict_kind_name(verdict->kind), BS_STR_ARG(verdict->value));
    if (verdict->because.len > 0) bs_buffer_add_char(out, ' ');
    for (size_t i = 0; i < verdict->because.len; i++) {
        char c = verdict->because.ptr[i];
        bs_buffer_add_char(out, c == '\n' || c == '\r' ? ' ' : c);
    }
    bs_buffer_add_char(out, '\n');
}

// Lines on other findings stay as they are, comments included.
static void copy_others(bs_buffer *out, bs_str text, bs_str finding)
{
    bs_str line;
    while (bs_str_next(&text, '\n', &line)) {
        bool same =
            bs_str_starts(line, finding) && line.len > finding.len && line.ptr[finding.len] == ' ';
        if (same) continue;
        bs_buffer_add(out, line);
        bs_buffer_add_char(out, '\n');
    }
}

bs_status bs_verdicts_keep(bs_verdict_place place, const bs_verdict *verdict, bs_error *err)
{
    if (place.store != NULL) return bs_store_judge(place.store, verdict, err);
    bs_buffer old = BS_BUFFER_INIT;
    bs_buffer new = BS_BUFFER_INIT;
    bs_status status = BS_OK;
    if (access(BS_VERDICT_FILE, F_OK) == 0) {
        BS_TRY_DONE(bs_file_read(BS_VERDICT_FILE, &old, err));
    } else {
        bs_buffer_add(&new, BS_STR("# What was decided about findings of bseries check.\n"));
    }
    copy_others(&new, bs_buffer_str(&old), verdict->finding);
    add_line(&new, verdict);
    BS_TRY_DONE(bs_buffer_status(&new, err));
    status = bs_file_write(BS_VERDICT_FILE, bs_buffer_str(&new), err);
done:
    bs_buffer_deinit(&old);
    bs_buffer_deinit(&new);
    return status;
}
