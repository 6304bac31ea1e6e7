// SPDX-License-Identifier: GPL-3.0-or-later
//
// date: what is reported as having happened is not dated after the document.
#include "engine/analyze/check_internal.h"
#include "engine/analyze/relation_cue.h"
#include "engine/analyze/relation_prose.h"

// A date whose year is not printed and that lies further ahead belongs to the year before.
enum { INFERRED_DAYS_MAX = 200, BEHIND_BYTES_MAX = 160 };

static bool is_event_date(const bs_figure *figure)
{
    const bs_quantity *quantity = figure->quantity;
    return quantity->kind == BS_KIND_DATE && quantity->period.frequency == BS_FREQUENCY_DAY &&
           !bs_period_is_span(quantity->period) && quantity->status != BS_STATUS_TARGET &&
           quantity->status != BS_STATUS_FORECAST && figure->sentence != SIZE_MAX;
}

// The date alone in parentheses at the end of its block: the date of the news.
static bool is_dateline(const bs_view *view, size_t index)
{
    const bs_sentence *sentence = bs_view_sentence(view, index);
    size_t passage = bs_view_passage(view, view->figures.items[index].sentence);
    if (sentence == NULL || passage == SIZE_MAX) return false;
    bs_str block = view->passages.items[passage].text;
    bs_str own = view->figures.items[index].quantity->text;
    bs_str before = bs_str_trim(bs_str_slice(block, 0, (size_t)(own.ptr - block.ptr)));
    bs_str behind =
        bs_str_trim(bs_str_slice(block, (size_t)(own.ptr + own.len - block.ptr), block.len));
    bool opened = bs_str_ends(before, BS_STR("(")) || bs_str_ends(before, BS_STR("\xEF\xBC\x88"));
    bool closed = bs_str_equal(behind, BS_STR(")")) || bs_str_equal(behind, BS_STR("\xEF\xBC\x89"));
    return opened && closed;
}

// The rest of the sentence behind the date, where the verb of the languages read here stands, or,
// in English, the sentence itself.
static bs_str verb_part(const bs_view *view, size_t index)
{
    const bs_sentence *sentence = bs_view_sentence(view, index);
    bs_str own = view->figures.items[index].quantity->text;
    size_t at = (size_t)(own.ptr + own.len - sentence->text.ptr);
    return bs_str_slice(sentence->text, at, at + BEHIND_BYTES_MAX);
}

// "The fair opened on 30 October": a word in -ed, or one of the commonest strong verbs, right in
// front of "on" or "in" and the date.
static bool has_past_verb(const bs_view *view, size_t index)
{
    static const char *const verbs[] = {"ed",  "took effect",     "began",     "fell",      "rose",
                                        "met", "came into force", "went live", "took place"};
    bs_str before = bs_str_trim(bs_view_between(view, BS_NO_FIGURE, index));
    bool joined = bs_str_ends(before, BS_STR(" on")) || bs_str_ends(before, BS_STR(" in"));
    if (!joined) return false;
    before = bs_str_trim(bs_str_slice(before, 0, before.len - 3));
    for (size_t i = 0; i < BS_COUNT(verbs); i++) {
        if (bs_str_ends(before, bs_str_from(verbs[i]))) return true;
    }
    return false;
}

static bs_status report(bs_relations *set, size_t index, bs_severity severity, bs_error *err)
{
    const bs_quantity *quantity = set->view->figures.items[index].quantity;
    bs_finding *finding = bs_relation_report(set, "date", severity, index);
    if (finding == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    bs_period published = set->view->reading->source->published;
    bs_str event = bs_period_str(quantity->period, set->arena);
    bs_str issued = bs_period_str(published, set->arena);
    int days = quantity->period.first - published.last;
    finding->message = bs_arena_format(
        set->arena, "%.*s is read as %.*s%s, %d day%s after the document's own date, %.*s",
        BS_STR_ARG(quantity->text), BS_STR_ARG(event),
        quantity->period_inferred ? " (the year is the document's)" : "", days,
        days == 1 ? "" : "s", BS_STR_ARG(issued));
    return finding->message.ptr ? BS_OK : bs_fail(err, BS_E_MEMORY, "out of memory");
}

static bs_status check_figure(bs_relations *set, size_t index, bs_error *err)
{
    const bs_view *view = set->view;
    const bs_figure *figure = &view->figures.items[index];
    if (!is_event_date(figure)) return BS_OK;
    int days = figure->quantity->period.first - view->reading->source->published.last;
    if (days <= 0) return BS_OK;
    if (figure->quantity->period_inferred && days > INFERRED_DAYS_MAX) return BS_OK;
    const bs_sentence *sentence = bs_view_sentence(view, index);
    if (is_dateline(view, index)) return report(set, index, BS_ERROR, err);
    if (bs_cue_in(BS_CUE_PLAN, sentence->text)) return BS_OK;
    bool english = bs_cue_in(BS_CUE_PAST, sentence->text) || has_past_verb(view, index);
    if (!english && !bs_cue_in(BS_CUE_PAST, verb_part(view, index))) return BS_OK;
    return report(set, index, BS_WARNING, err);
}

bs_status bs_collect__date(bs_relations *set, bs_error *err)
{
    const bs_source *source = set->view->reading->source;
    if (source == NULL || source->published.frequency != BS_FREQUENCY_DAY) return BS_OK;
    for (size_t i = 0; i < set->view->reading->quantities.count; i++)
        BS_TRY(check_figure(set, i, err));
    return BS_OK;
}

BS_RELATION_RUN(bs_check_date, "date")
