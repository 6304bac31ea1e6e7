// SPDX-License-Identifier: GPL-3.0-or-later
//
// revision: a newer source does not change a value by more than such revisions are.
#include "engine/analyze/check_revision.h"

#include <math.h>

#include "engine/analyze/channel.h"
#include "engine/analyze/growth.h"
#include "engine/analyze/revision.h"

static const double CHANCE_SLIP = 0.7;
static const double CHANCE_LARGE = 0.3;

// The slip of the pen that makes the new print of the old one; BS_SLIP_COUNT when there is none.
static bs_slip slip_between(const bs_observation *from, const bs_observation *to)
{
    bs_printed old, new;
    bs_intended all[BS_INTENDED_COUNT_MAX];
    if (!bs_printed_parse(&old, from->text) || !bs_printed_parse(&new, to->text)) {
        return BS_SLIP_COUNT;
    }
    size_t count = bs_channel_undo(all, &new, bs_printed_decimals(&old));
    bs_decimal meant = {bs_printed_coefficient(&old), bs_printed_decimals(&old)};
    for (size_t i = 0; i < count; i++) {
        bs_decimal one = {all[i].coefficient, all[i].scale};
        if (bs_decimal_equal(one, meant)) return all[i].slip;
    }
    return BS_SLIP_COUNT;
}

static bs_str message_of(bs_arena *arena, const bs_series *series,
                         const bs_revision_outlier *outlier)
{
    const bs_revision *step = outlier->step;
    bool rate = bs_growth_is_rate(series);
    const char *unit = rate ? "points" : "%";
    double change = rate ? step->change.value : step->pct;
    bs_str period = bs_period_str(step->to->period, arena);
    bs_str rest =
        outlier->usual > 0
            ? bs_arena_format(arena, "the largest of the %zu others is %.1f %s", outlier->history,
                              outlier->usual, unit)
            : bs_arena_format(arena, "none of the %zu others changed a value", outlier->history);
    return bs_arena_format(
        arena, "%.*s %.*s = %.*s was %.*s until %.*s: a revision of %+.1f %s, and %.*s",
        BS_STR_ARG(series->label), BS_STR_ARG(period), BS_STR_ARG(step->to->text),
        BS_STR_ARG(step->from->text), BS_STR_ARG(step->to_vintage), change, unit, BS_STR_ARG(rest));
}

static bs_status report(bs_finding *out, bs_arena *arena, const bs_series *series,
                        const bs_revision_outlier *outlier, bs_error *err)
{
    const bs_revision *step = outlier->step;
    bs_slip slip = slip_between(step->from, step->to);
    bool slipped = slip != BS_SLIP_COUNT;
    double chance = slipped ? CHANCE_SLIP : CHANCE_LARGE;
    *out = (bs_finding){
        .code = "revision",
        .severity = slipped ? BS_WARNING : BS_NOTE,
        .probability = chance,
        .score = log(chance / (1 - chance)),
        .origin = step->to->origin,
        .series = series->key,
        .period = bs_period_str(step->to->period, arena),
        .observed = step->to->text,
        .message = message_of(arena, series, outlier),
    };
    if (slipped) {
        out->hint =
            bs_arena_format(arena, "%s: %.*s?", bs_slip_phrase(slip), BS_STR_ARG(step->from->text));
        out->proposals[0] = (bs_proposal){step->from->text, chance, bs_slip_name(slip)};
        out->proposal_count = 1;
    }
    bool room = out->message.ptr != NULL && (!slipped || out->hint.ptr != NULL);
    return room ? BS_OK : bs_fail(err, BS_E_MEMORY, "out of memory");
}

bs_status bs_check_vintages(bs_finding_array *out, bs_index_array *at, bs_arena *arena,
                            const bs_series *series, const bs_str *vintages, bs_error *err)
{
    bs_revisions revisions;
    bs_revision_outlier_array outliers = {0};
    BS_TRY(bs_revisions_of(&revisions, arena, series, vintages, err));
    BS_TRY(bs_revision_outliers(&outliers, arena, series, &revisions, err));
    for (size_t i = 0; i < outliers.count; i++) {
        bs_finding *finding = BS_PUSH(arena, out);
        size_t *place = BS_PUSH(arena, at);
        if (finding == NULL || place == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
        *place = outliers.items[i].step->to_index;
        BS_TRY(report(finding, arena, series, &outliers.items[i], err));
    }
    return BS_OK;
}

bs_status bs_check_revision(bs_finding_array *out, bs_arena *arena, const bs_reading *reading,
                            const bs_check_options *options, bs_error *err)
{
    (void)out;
    (void)arena;
    (void)reading;
    (void)options;
    (void)err;
    return BS_OK;
}
