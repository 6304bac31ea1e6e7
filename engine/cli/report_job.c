// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cli/report_job.h"

#include "engine/cli/chart_inline.h"
#include "engine/cli/message.h"
#include "engine/cli/stored_check.h"
#include "plots/theme/theme.h"

typedef struct job {
    bs_cli *cli;
    const bs_report_wish *wish;
    bs_verdict_array verdicts;
    bs_finding_array *findings; // of each document, beside `documents`
    bs_report_document *documents;
    size_t document_count; // that could be read
    bs_lang lang;          // of the page
    bs_chart_desk *desk;
    size_t undrawn; // pictures that failed
    bs_tally tally;
} job;

static const bs_str none = {NULL, 0};

static bs_status no_memory(bs_error *err)
{
    return bs_fail(err, BS_E_MEMORY, "out of memory");
}

// --- findings ------------------------------------------------------------------------------------

// Keeps what no verdict accepted, at the end of *out.
static bs_status keep(job *own, bs_finding_array *out, const bs_finding_array *found, bs_error *err)
{
    for (size_t i = 0; i < found->count; i++) {
        const bs_finding *finding = &found->items[i];
        if (finding->listed_only) continue;
        if (bs_verdicts_accept(&own->verdicts, finding, own->cli->arena)) continue;
        bs_finding *place = BS_PUSH(own->cli->arena, out);
        if (place == NULL) return no_memory(err);
        *place = *finding;
    }
    return BS_OK;
}

static bs_status check_one(job *own, bs_opened *opened, bs_error *err)
{
    bs_finding_array found = {0};
    BS_TRY(bs_check_run(&found, &opened->arena, &opened->reading, NULL, err));
    bs_finding_array *kept = &own->findings[own->document_count];
    BS_TRY(keep(own, kept, &found, err));
    own->documents[own->document_count] = (bs_report_document){.reading = &opened->reading};
    own->document_count++;
    return BS_OK;
}

// What all sources together say of a series is told with the document that printed the value.
static bs_status give(job *own, const bs_finding_array *found, bs_error *err)
{
    for (size_t i = 0; i < own->document_count; i++) {
        const bs_source *source = own->documents[i].reading->source;
        bs_finding_array here = {0};
        for (size_t j = 0; j < found->count; j++) {
            const bs_finding *finding = &found->items[j];
            if (!bs_str_equal(finding->source->path, source->path)) continue;
            if (!bs_str_equal(finding->source->text, source->text)) continue;
            bs_finding *place = BS_PUSH(own->cli->arena, &here);
            if (place == NULL) return no_memory(err);
            *place = *finding;
            place->source = source;
        }
        bs_stored_check_drop(&here, &own->findings[i]);
        BS_TRY(keep(own, &own->findings[i], &here, err));
        bs_finding_sort(&own->findings[i]);
    }
    return BS_OK;
}

static bs_status check_archive(job *own, bs_store *store, bs_error *err)
{
    bs_check_options wish = BS_CHECK_OPTIONS_INIT;
    bs_finding_array found = {0};
    BS_TRY(bs_stored_check(&found, own->cli->arena, store, &wish, err));
    return give(own, &found, err);
}

// --- documents -----------------------------------------------------------------------------------

static bs_exit open_one(job *own, const bs_check_inputs *in, size_t index)
{
    bs_exit status = bs_check_input_open(own->cli, in, index, &own->wish->read);
    bs_error err = BS_ERROR_INIT;
    if (status != BS_EXIT_OK || check_one(own, &in->opened[index], &err) == BS_OK) return status;
    return bs_say_error(own->cli, &err, none, none);
}

// Fills what the page wants beside each finding: its headline in the language of the page. A check
// that has none in it is headed by the message.
static bs_status headline_all(job *own, bs_error *err)
{
    for (size_t i = 0; i < own->document_count; i++) {
        const bs_finding_array *findings = &own->findings[i];
        bs_str *headlines = BS_NEW_ARRAY(own->cli->arena, bs_str, findings->count);
        if (headlines == NULL) return no_memory(err);
        for (size_t j = 0; j < findings->count; j++) {
            const bs_finding *finding = &findings->items[j];
            headlines[j] = bs_chart_doubt_headline(finding, own->lang);
            bs_tally_add(&own->tally, finding);
        }
        own->documents[i].findings = findings->items;
        own->documents[i].finding_count = findings->count;
        own->documents[i].headlines = headlines;
    }
    return BS_OK;
}

// --- pictures ------------------------------------------------------------------------------------

static bs_status draw(void *context, bs_buffer *out, const bs_report_figure *figure, bs_error *err)
{
    job *own = context;
    const bs_report_document *document = &own->documents[figure->document];
    bs_export_series *series =
        BS_NEW_ARRAY(own->cli->arena, bs_export_series, figure->series_count);
    if (series == NULL) return no_memory(err);
    for (size_t i = 0; i < figure->series_count; i++) {
        series[i] =
            (bs_export_series){.series = figure->series[i], .source = document->reading->source};
    }
    bs_chart_inline picture = {
        .series = series,
        .series_count = figure->series_count,
        .findings = document->findings,
        .finding_count = document->finding_count,
        .lang = figure->lang,
        .frame = BS_FRAME_BARE,
        .title = figure->title,
        .id = figure->id,
        .width_px = figure->width_px,
    };
    bs_error failure = BS_ERROR_INIT;
    bs_status status = bs_chart_inline_svg(out, own->desk, &picture, &failure);
    if (status == BS_OK) return BS_OK;
    if (status == BS_E_MEMORY) return no_memory(err);
    // The page is worth having without the picture; the series are in its tables.
    bs_buffer_clear(out);
    if (own->undrawn++ == 0) {
        bs_say(own->cli, "%.*s: not drawn: %s", BS_STR_ARG(figure->title), failure.message);
    }
    return BS_OK;
}

static bs_status write_page(bs_buffer *out, job *own, bs_error *err)
{
    bs_buffer light = BS_BUFFER_INIT, dark = BS_BUFFER_INIT;
    bs_theme_css(bs_theme_get(BS_THEME_LIGHT), &light);
    bs_theme_css(bs_theme_get(BS_THEME_DARK), &dark);
    bs_report_options options = {
        .lang = own->lang,
        .title = own->wish->title,
        .light = bs_buffer_str(&light),
        .dark = bs_buffer_str(&dark),
        .version = bs_str_from(BS_VERSION),
    };
    if (own->desk != NULL) options.artist = (bs_report_artist){own, draw};
    bs_status status = bs_report_write(out, own->documents, own->document_count, &options, err);
    bs_buffer_deinit(&light);
    bs_buffer_deinit(&dark);
    return status;
}

// --- all together --------------------------------------------------------------------------------

static bs_status prepare(job *own, const bs_check_inputs *inputs, bs_error *err)
{
    bs_arena *arena = own->cli->arena;
    own->findings = BS_NEW_ARRAY(arena, bs_finding_array, inputs->count);
    own->documents = BS_NEW_ARRAY(arena, bs_report_document, inputs->count);
    if (own->findings == NULL || own->documents == NULL) return no_memory(err);
    if (own->wish->charts == BS_REPORT_CHARTS) BS_TRY(bs_chart_desk_new(&own->desk, err));
    bs_verdict_place place = {inputs->store};
    return bs_verdicts_read(&own->verdicts, arena, place, err);
}

static bs_status finish(bs_buffer *out, job *own, const bs_check_inputs *inputs, bs_error *err)
{
    if (inputs->store != NULL) BS_TRY(check_archive(own, inputs->store, err));
    own->lang = own->wish->lang;
    if (own->lang == BS_LANG_UNKNOWN && own->document_count > 0) {
        own->lang = own->documents[0].reading->source->lang;
    }
    if (own->lang == BS_LANG_UNKNOWN) own->lang = BS_LANG_EN;
    BS_TRY(headline_all(own, err));
    return write_page(out, own, err);
}

bs_exit bs_report_job_run(bs_buffer *out, bs_cli *cli, const bs_report_wish *wish,
                          const bs_check_inputs *inputs)
{
    job own = {.cli = cli, .wish = wish};
    bs_error err = BS_ERROR_INIT;
    bs_exit worst = BS_EXIT_OK;
    bs_status status = prepare(&own, inputs, &err);
    for (size_t i = 0; status == BS_OK && i < inputs->count; i++) {
        bs_exit one = open_one(&own, inputs, i);
        if (one > worst) worst = one;
    }
    bs_say_progress_end(cli);
    bool some = own.document_count > 0 || inputs->count == 0;
    if (status == BS_OK && some) status = finish(out, &own, inputs, &err);
    if (status != BS_OK) worst = bs_say_error(cli, &err, none, none);
    bs_chart_desk_free(own.desk);
    if (status == BS_OK && some) {
        bs_say(cli, "%s in %s", bs_tally_text(&own.tally, cli->arena).ptr,
               bs_say_count(cli->arena, own.document_count, "document", NULL).ptr);
    }
    return worst;
}
