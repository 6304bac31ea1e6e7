// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cli/growth_job.h"

#include <math.h>

static const bs_str none = {NULL, 0};

static const bs_growth_form_row forms[] = {
    {"year", BS_GROWTH_YEAR, bs_growth_tell_pairs, 0},
    {"period", BS_GROWTH_PERIOD, bs_growth_tell_pairs, 0},
    {"annualised", BS_GROWTH_ANNUALISED, bs_growth_tell_pairs, 0},
    {"change", BS_GROWTH_CHANGE, bs_growth_tell_pairs, 0},
    {"change-year", BS_GROWTH_CHANGE_YEAR, bs_growth_tell_pairs, 0},
    {"log", BS_GROWTH_LOG, bs_growth_tell_pairs, 0},
    {"log-year", BS_GROWTH_LOG_YEAR, bs_growth_tell_pairs, 0},
    {"index", BS_GROWTH_INDEX, bs_growth_tell_pairs, BS_GROWTH_TAKES_BASE},
    {"compound", BS_GROWTH_PERIOD, bs_growth_tell_compound, BS_GROWTH_TAKES_STRETCH},
    {"contribution", BS_GROWTH_CONTRIBUTION_YEAR, bs_growth_tell_parts, BS_GROWTH_TAKES_WHOLE},
    {"contribution-period", BS_GROWTH_CONTRIBUTION, bs_growth_tell_parts, BS_GROWTH_TAKES_WHOLE},
    {"value", BS_GROWTH_CHANGE, bs_growth_tell_values, 0},
    {"average", BS_GROWTH_CHANGE, bs_growth_tell_values,
     BS_GROWTH_TAKES_WINDOW | BS_GROWTH_TAKES_CENTRED},
    {"trend", BS_GROWTH_CHANGE, bs_growth_tell_trend, BS_GROWTH_TAKES_LEVEL},
    {"log-trend", BS_GROWTH_PERIOD, bs_growth_tell_trend, BS_GROWTH_TAKES_LEVEL},
    {"seasonal", BS_GROWTH_CHANGE, bs_growth_tell_season,
     BS_GROWTH_TAKES_WINDOW | BS_GROWTH_TAKES_ROBUST},
};

const bs_growth_form_row *bs_growth_form_find(const char *name)
{
    for (size_t i = 0; i < BS_COUNT(forms); i++) {
        if (strcmp(forms[i].name, name) == 0) return &forms[i];
    }
    return NULL;
}

// --- cells ---------------------------------------------------------------------------------------

bs_str bs_growth_cell(const bs_growth_job *job, double value, int places)
{
    if (!isfinite(value)) return none;
    if (job->format != BS_FORMAT_TEXT) {
        return bs_arena_format(job->cli->arena, "%.14g", value == 0 ? 0.0 : value);
    }
    if (places < 0) places = 0;
    double shown = fabs(value) < 0.5 * pow(10, -places) ? 0 : value; // no "-0.0"
    return bs_arena_format(job->cli->arena, "%.*f", places, shown);
}

int bs_growth_places(const bs_point *point, int more)
{
    int places = point->digits.scale + more;
    return places > 0 ? places : 0;
}

bs_str bs_growth_value_cell(const bs_growth_job *job, const bs_point *point)
{
    if (point->why != NULL) return none;
    if (point->exact) return bs_decimal_str(point->digits, job->cli->arena);
    return bs_growth_cell(job, point->number.value, bs_growth_places(point, 0));
}

bs_str bs_growth_note_cell(const bs_growth_job *job, bs_period period, const char *why)
{
    if (why == NULL) return job->format == BS_FORMAT_TEXT ? BS_STR("") : none;
    if (bs_period_is_none(period)) return bs_str_from(why);
    bs_str text = bs_period_str(period, job->cli->arena);
    return bs_arena_format(job->cli->arena, "%.*s %s", BS_STR_ARG(text), why);
}

void bs_growth_head(const bs_growth_job *job, const bs_line *line, size_t index)
{
    bs_stream *out = job->cli->out;
    if (index > 0) bs_stream_add(out, "\n");
    bs_stream_style(out, BS_STYLE_BOLD);
    bs_stream_add_visible(out, line->series->key);
    bs_stream_style(out, BS_STYLE_NONE);
    bs_stream_add(out, ", ");
    bs_stream_add_visible(out, line->series->unit);
    bs_stream_add(out, "\n");
}
