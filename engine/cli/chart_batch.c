// SPDX-License-Identifier: GPL-3.0-or-later
#include <errno.h>
#include <sys/stat.h>

#include "engine/base/pipeline.h"
#include "engine/base/utf8.h"
#include "engine/cli/chart_job.h"
#include "engine/cli/message.h"

static const bs_str none = {NULL, 0};

// Series that make one picture: a table, or what a section says of one kind.
typedef struct batch {
    bs_str name;      // of the file, without its ending
    const char *path; // of the file
    bs_stored_series_array series;
} batch;

typedef BS_ARRAY(batch) batch_array;

// Series that stand in no table belong together where the newest source of both is one.
static bool are_of_one_source(const bs_stored_series *a, const bs_stored_series *b)
{
    size_t last_a = a->series.observations.count, last_b = b->series.observations.count;
    if (a->series.group.len > 0) return true;
    return last_a > 0 && last_b > 0 && a->source_ids[last_a - 1] == b->source_ids[last_b - 1];
}

// Single values are compared in one unit, in a ranking or breakdown.
static bool belongs(const batch *b, const bs_stored_series *stored)
{
    const bs_series *first = &b->series.items[0].series, *series = &stored->series;
    bool course = bs_chart_has_course(series);
    if (!bs_str_equal(first->group, series->group) || bs_chart_has_course(first) != course)
        return false;
    if (!are_of_one_source(&b->series.items[0], stored)) return false;
    if (course) return b->series.count < BS_CHART_PANELS_MAX;
    return bs_chart_are_alike(first, series) && bs_str_equal(first->indicator, series->indicator) &&
           b->series.count < BS_CHART_BARS_MAX;
}

static batch *find_batch(batch_array *all, bs_arena *arena, const bs_stored_series *stored)
{
    for (size_t i = all->count; i-- > 0;) {
        if (belongs(&all->items[i], stored)) return &all->items[i];
    }
    return BS_PUSH(arena, all);
}

static bs_status gather(batch_array *out, bs_arena *arena, const bs_stored_series_array *all,
                        bs_error *err)
{
    for (size_t i = 0; i < all->count; i++) {
        const bs_series *series = &all->items[i].series;
        if (series->observations.count == 0) continue;
        batch *b = find_batch(out, arena, &all->items[i]);
        bs_stored_series *place = b != NULL ? BS_PUSH(arena, &b->series) : NULL;
        if (place == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
        *place = all->items[i];
    }
    return BS_OK;
}

// Bars of one name say nothing: what tells them apart stands in the text.
static bool has_namesakes(const batch *b)
{
    for (size_t i = 1; i < b->series.count; i++) {
        const bs_series *series = &b->series.items[i].series;
        for (size_t j = 0; j < i; j++) {
            const bs_series *other = &b->series.items[j].series;
            if (bs_str_equal(series->subject, other->subject)) return true;
        }
    }
    return false;
}

// One value by itself is no picture.
static bool is_worth_it(const batch *b)
{
    if (bs_chart_has_course(&b->series.items[0].series)) return true;
    return b->series.count > 1 && !has_namesakes(b);
}

// --- names ---------------------------------------------------------------------------------------

// A name of a file that every system takes: no separators, no control characters, no dot in front.
static bs_str file_name(bs_arena *arena, bs_str name)
{
    enum { NAME_MAX_BYTES = 120 };
    bs_buffer out = BS_BUFFER_INIT;
    for (size_t at = 0; at < name.len && out.len < NAME_MAX_BYTES;) {
        bs_rune rune = bs_utf8_decode(name, at);
        at += rune.len;
        bool kept = rune.code > ' ' && rune.code != 0x7F && rune.code != 0xFFFD &&
                    (rune.code > 0x7F || strchr("/\\:*?\"<>|.'", (int)rune.code) == NULL);
        bool dash = out.len > 0 && out.ptr[out.len - 1] == '-';
        if (kept)
            bs_buffer_add_rune(&out, rune.code);
        else if (out.len > 0 && !dash)
            bs_buffer_add_char(&out, '-');
    }
    while (out.len > 0 && out.ptr[out.len - 1] == '-')
        out.len--;
    bs_str text = out.len > 0 ? bs_arena_str(arena, bs_buffer_str(&out)) : BS_STR("chart");
    if (out.failed) text = (bs_str){0};
    bs_buffer_deinit(&out);
    return text;
}

static bool is_taken(const batch_array *all, size_t count, bs_str name)
{
    for (size_t i = 0; i < count; i++) {
        if (bs_str_equal_nocase(all->items[i].name, name)) return true;
    }
    return false;
}

typedef struct place {
    const char *folder;
    const char *extension;
} place;

static bs_status name_batch(batch_array *all, size_t index, bs_arena *arena, place at,
                            bs_error *err)
{
    const bs_series *first = &all->items[index].series.items[0].series;
    bs_str base = file_name(arena, first->group.len > 0 ? first->group : first->label);
    bs_str name = base;
    for (int i = 2; name.ptr != NULL && is_taken(all, index, name); i++)
        name = bs_arena_format(arena, "%.*s-%d", BS_STR_ARG(base), i);
    bs_str path = bs_arena_format(arena, "%s/%.*s%s", at.folder, BS_STR_ARG(name), at.extension);
    all->items[index].name = name;
    all->items[index].path = path.ptr;
    return name.ptr != NULL && path.ptr != NULL ? BS_OK
                                                : bs_fail(err, BS_E_MEMORY, "out of memory");
}

// --- drawing -------------------------------------------------------------------------------------

static bs_status make_folder(const char *folder, bs_error *err)
{
    struct stat info;
    if (mkdir(folder, 0777) == 0) return BS_OK;
    int reason = errno;
    if (reason == EEXIST && stat(folder, &info) == 0 && S_ISDIR(info.st_mode)) return BS_OK;
    return bs_fail(err, BS_E_IO, "cannot make the folder '%s': %s", folder, strerror(reason));
}

typedef struct tally {
    size_t drawn;
    size_t failed;
    size_t flags;
} tally;

// A picture on its way, in one of the slots of the pipeline.
typedef struct sketch {
    bs_chart_job job; // a copy with an arena and a canvas of its own
    size_t index;     // of its batch
    bs_status status;
    bs_error err; // what becomes of it is no failure of the pipeline
    size_t flags;
} sketch;

typedef struct studio {
    bs_cli *cli;
    const batch_array *all;
    const bs_chart_doubts *doubts;
    size_t next; // batch to be drawn
    tally counts;
    bs_exit worst;
    sketch sketches[BS_PIPELINE_HELPERS_MAX + 1];
} studio;

static bs_status claim_batch(void *context, size_t slot, bool *more, bs_error *err)
{
    studio *own = context;
    (void)err;
    *more = own->next < own->all->count;
    if (*more) own->sketches[slot].index = own->next++;
    return BS_OK;
}

static bs_status draw_batch(void *context, size_t slot, bs_error *err)
{
    studio *own = context;
    sketch *now = &own->sketches[slot];
    const batch *b = &own->all->items[now->index];
    (void)err;
    bs_error_clear(&now->err);
    now->flags = 0;
    now->status =
        bs_chart_job_draw(&now->job, b->path, &b->series, own->doubts, &now->flags, &now->err);
    return BS_OK;
}

static bs_status tell_batch(void *context, size_t slot, bs_error *err)
{
    studio *own = context;
    sketch *now = &own->sketches[slot];
    const batch *b = &own->all->items[now->index];
    (void)err;
    bs_say_progress(own->cli, now->index, own->all->count, b->name.ptr);
    if (now->status == BS_OK) {
        own->counts.drawn++;
        own->counts.flags += now->flags;
        return BS_OK;
    }
    own->counts.failed++;
    bs_error_set_file(&now->err, b->name.ptr);
    bs_exit said = bs_say_error(own->cli, &now->err, none, none);
    if (said > own->worst) own->worst = said;
    return BS_OK;
}

// Helpers that draw beside the caller: none where a picture alone may take a gigabyte.
static size_t count_helpers(const bs_chart_job *job)
{
    static const double scale_max = 4;
    return job->render.scale > scale_max ? 0 : bs_pipeline_helpers();
}

static bs_status run_studio(studio *own, const bs_chart_job *job, bs_error *err)
{
    size_t helpers = count_helpers(job);
    bs_pipeline pipeline = {.context = own,
                            .slot_count = helpers + 1,
                            .helper_count = helpers,
                            .claim = claim_batch,
                            .work = draw_batch,
                            .take = tell_batch};
    for (size_t i = 0; i <= helpers; i++) {
        own->sketches[i].job = *job;
        own->sketches[i].job.arena = (bs_arena)BS_ARENA_INIT;
    }
    bs_status status = bs_pipeline_run(&pipeline, err);
    for (size_t i = 0; i <= helpers; i++)
        bs_chart_job_deinit(&own->sketches[i].job);
    return status;
}

static bs_exit draw_all(const bs_chart_job *job, const char *folder, const batch_array *all,
                        const bs_chart_doubts *doubts)
{
    bs_cli *cli = job->cli;
    bs_error err = BS_ERROR_INIT;
    studio *own = BS_NEW(cli->arena, studio);
    if (own == NULL) return BS_EXIT_FILE;
    *own = (studio){.cli = cli, .all = all, .doubts = doubts, .worst = BS_EXIT_OK};
    bs_status status = run_studio(own, job, &err);
    bs_say_progress_end(cli);
    if (status != BS_OK) return bs_say_error(cli, &err, none, none);
    bs_say(cli, "%s: %s, %s in doubt", folder,
           bs_say_count(cli->arena, own->counts.drawn, "chart", NULL).ptr,
           bs_say_count(cli->arena, own->counts.flags, "value", NULL).ptr);
    if (own->counts.failed > 0) {
        bs_say(cli, "%s could not be drawn",
               bs_say_count(cli->arena, own->counts.failed, "chart", NULL).ptr);
    }
    return own->worst;
}

bs_exit bs_chart_batch(const bs_chart_job *job, const char *folder,
                       const bs_stored_series_array *all, const bs_chart_doubts *doubts)
{
    bs_error err = BS_ERROR_INIT;
    batch_array gathered = {0}, worth = {0};
    bs_arena *arena = job->cli->arena;
    place at = {folder, job->format->extension};
    bs_status status = gather(&gathered, arena, all, &err);
    for (size_t i = 0; i < gathered.count && status == BS_OK; i++) {
        if (!is_worth_it(&gathered.items[i])) continue;
        batch *kept = BS_PUSH(arena, &worth);
        if (kept == NULL) return BS_EXIT_FILE;
        *kept = gathered.items[i];
        status = name_batch(&worth, worth.count - 1, arena, at, &err);
    }
    if (status == BS_OK && worth.count == 0) {
        status = bs_fail(&err, BS_E_ARGUMENT,
                         "there is nothing to draw: every series stands alone "
                         "with one value");
    }
    if (status == BS_OK) status = make_folder(folder, &err);
    if (status != BS_OK) return bs_say_error(job->cli, &err, none, none);
    return draw_all(job, folder, &worth, doubts);
}
