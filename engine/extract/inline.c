// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences: the period, role and status of every number that the scanner found in a passage.
#include "engine/extract/change.h"
#include "engine/extract/extract_internal.h"
#include "engine/extract/moment_internal.h"
#include "engine/extract/role.h"
#include "engine/extract/words.h"

enum { UNIT_WINDOW = 64 }; // units that are looked at for one that is known

typedef struct reading_state {
    bs__job *job;
    const bs__passage *passage;
    const bs_item_array *items;
    bs__moments moments;
    bs__change_array changes;
    size_t first;       // index of the first item's quantity
    bs_period ahead;    // the years ahead that the passage has counted last, and the bytes that
    size_t ahead_start; // they may date
    size_t ahead_stop;
} reading_state;

// The code of a unit in the arena, mostly once for all quantities that have it.
static bs_str keep_unit(bs__job *job, bs_str unit)
{
    size_t first = job->units.count > UNIT_WINDOW ? job->units.count - UNIT_WINDOW : 0;
    for (size_t i = first; i < job->units.count; i++) {
        if (bs_str_equal(job->units.items[i], unit)) return job->units.items[i];
    }
    bs_str *kept = unit.len > 0 ? BS_PUSH(job->arena, &job->units) : NULL;
    if (kept == NULL) return (bs_str){0};
    *kept = bs_arena_str(job->arena, unit);
    return *kept;
}

bs_quantity *bs__push_item(bs__job *job, const bs__passage *passage, const bs_item *item)
{
    bs_quantity *quantity = BS_PUSH(job->arena, &job->out->quantities);
    if (quantity == NULL) return NULL;
    *quantity = (bs_quantity){
        .kind = item->kind,
        .qualifier = item->qualifier,
        .valued = item->valued,
        .value = item->value,
        .upper = item->upper,
        .unit = keep_unit(job, bs__unit_of_item(job, passage, item)),
        .text = bs_str_slice(passage->text, item->start, item->end),
        .digits = bs_str_slice(passage->text, item->digits_start, item->digits_end),
        .of = BS_NO_QUANTITY,
        .rule = item->rule,
        .unit_rule = item->unit.len > 0 ? "printed with the number" : "none",
        .period_rule = "none",
    };
    bs_str printed = quantity->text;
    if (passage->joined != NULL) printed = bs__joined_printed(passage->joined, printed);
    quantity->origin = bs_source_locate(job->source, printed);
    quantity->origin.block = passage->block;
    quantity->origin.table = passage->table;
    quantity->origin.row = passage->row;
    quantity->origin.col = passage->col;
    return quantity;
}

const char bs__year_of_document[] = "year of the document";

// "향후 3년", "未来3年", "the next three years": counted from the document's year.
static bool is_years_ahead(const reading_state *state, const bs_item *item, bs_period *out)
{
    static const char *const words[] = {"향후", "앞으로", "未来", "今后", "今後", "next", "coming"};
    int year = bs_period_year_of(state->job->source->published);
    bool years = bs_str_equal(item->unit, BS_STR("dur:year")) && item->value.scale == 0;
    if (!years || year == 0 || item->value.coefficient < 2 || item->value.coefficient > 100)
        return false;
    bs_str before = bs_str_trim(bs_str_slice(state->passage->text, 0, item->start));
    for (size_t i = 0; i < BS_COUNT(words); i++) {
        if (!bs_str_ends(before, bs_str_from(words[i]))) continue;
        *out = (bs_period){BS_FREQUENCY_ANNUAL, year, year + (int)item->value.coefficient - 1};
        return true;
    }
    return false;
}

// "향후 5년간 매년 3천억 원씩": do the years ahead, which the sentence has named in front, date the
// number too? "현재 40곳" is of now.
static bool is_within_years_ahead(const reading_state *state, const bs_item *item)
{
    static const char now[] = "현재|지금|올해|目前|现有|現有|今年|現在|now|current|today|this year";
    if (item->start < state->ahead_start || item->start >= state->ahead_stop) return false;
    bs_str between = bs_str_slice(state->passage->text, state->ahead_start, item->start);
    return !bs_str_has_any(between, now);
}

static void set_period(reading_state *state, size_t index, const bs__frame *frame)
{
    const bs_item *item = &state->items->items[index];
    bs_quantity *quantity = &state->job->out->quantities.items[state->first + index];
    if (state->moments.of_item[index] > 0) {
        const bs__moment *own = &state->moments.all.items[state->moments.of_item[index] - 1];
        quantity->period = own->period;
        quantity->period_inferred = own->inferred;
        quantity->period_rule = own->inferred ? "printed; year of the document" : "printed";
        return;
    }
    // Of a month or year that nobody tells, and not of the time of what stands beside it.
    if (bs__is_day_only(item) || bs__is_time_item(item)) return;
    if (is_years_ahead(state, item, &quantity->period)) {
        quantity->period_rule = "counted from the document's year";
        state->ahead = quantity->period;
        state->ahead_start = item->end;
        state->ahead_stop = bs__sentence_end(state->passage->text, item->end);
        return;
    }
    const bs__moment *found = bs__moment_for(&state->moments, index);
    if (found != NULL) {
        quantity->period = bs__month_of_basis(state->passage, item,
                                              bs__moment_period(&state->moments, index, found));
        quantity->period_inferred = found->inferred;
        quantity->period_rule =
            found->end <= item->start ? "time printed before it" : "time printed behind it";
        return;
    }
    if (is_within_years_ahead(state, item)) {
        quantity->period = state->ahead;
        quantity->period_inferred = true;
        quantity->period_rule = "the years ahead that its sentence names";
        return;
    }
    bs_period reported = frame->period_stated ? frame->period : BS_PERIOD_NONE;
    quantity->period = bs__period_of_whole(&state->moments, item, state->first, reported);
    if (!bs_period_is_none(quantity->period)) {
        quantity->period_inferred = true;
        quantity->period_rule = "time of what it is a part of";
    } else if (frame->period_stated && !bs__is_of_now_under(&state->moments, index, frame)) {
        quantity->period = bs__month_of_basis(state->passage, item, frame->period);
        quantity->period_inferred = true;
        quantity->period_rule = "time stated earlier in the section";
    } else if (!bs_period_is_none(state->job->source->published)) {
        int year = bs_period_year_of(state->job->source->published);
        if (bs_period_year(&quantity->period, year, NULL) != BS_OK) return;
        quantity->period_inferred = true;
        quantity->period_rule = bs__year_of_document;
    }
}

// Has a business year, which may end long before the calendar's, named the part of a year?
static bool is_business_part(const bs__job *job, bs_period period)
{
    int ahead = bs_period_year_of(period) - bs_period_year_of(job->source->published);
    return job->fiscal && ahead <= 1 &&
           (period.frequency == BS_FREQUENCY_QUARTER || period.frequency == BS_FREQUENCY_HALF);
}

static bool period_is_part(bs_period period)
{
    return period.frequency == BS_FREQUENCY_MONTH || period.frequency == BS_FREQUENCY_QUARTER ||
           period.frequency == BS_FREQUENCY_HALF;
}

static bool looks_ahead(const bs__passage *passage, const bs_item *item)
{
    bs_str text = passage->text;
    size_t from = bs_role__start_before(text, 0, item->start);
    size_t to = bs_role__stop_after(text, item->end, text.len);
    return bs_words_in(&passage->words, bs_str_slice(text, from, to), BS_MEANS_FORECAST);
}

// "2026年3月期の純利益は410億円を予想しています", "预计全年销量达50万辆": is the number itself
// foretold, not one that it is held against?
static bool is_foretold(const bs__passage *passage, const bs_item *item)
{
    static const char links[] = "を|と|る|に|も|い";
    static const char told[] = "だった|った|した|でした|ていて、|ており、|来期|次期";
    static const char compared[] =
        "高于|低于|好于|差于|超|超出|超过|符合|不及|强于|弱于|比|较|市场";
    enum { SENTENCE_BYTES_MAX = 400 };
    bs_str text = passage->text;
    bs_word_hit hit;
    bool told_of = passage->words.meanings >> BS_MEANS_FORECAST & 1;
    if (passage->lang == BS_LANG_KO) return bs__foretold_in_korean(passage, item->start, item->end);
    if (passage->lang == BS_LANG_ZH && bs__will_be_in_chinese(passage, item->start)) return true;
    if (!told_of && passage->lang != BS_LANG_JA) return false;
    size_t low = item->start > SENTENCE_BYTES_MAX ? item->start - SENTENCE_BYTES_MAX : 0;
    size_t high = item->end + SENTENCE_BYTES_MAX;
    if (high > text.len) high = text.len;
    bs_str before = bs_str_slice(text, bs_role__start_before(text, low, item->start), item->start);
    bs_str after = bs_str_slice(text, item->end, bs_role__stop_after(text, item->end, high));
    if (passage->lang == BS_LANG_JA) {
        if (bs_list_starts(after, "から|より")) return false; // where it starts
        size_t plan = bs_str_find(after, BS_STR("を予定"), 0);
        if (bs_list_starts(after, "の予定")) plan = 0;
        if (!bs_words_first(&passage->words, after, BS_MEANS_FORECAST, &hit)) {
            if (plan == SIZE_MAX) return false;
            hit = (bs_word_hit){.start = plan + strlen("を"), .end = plan + strlen("を予定")};
        }
        bs_str between = bs_str_slice(after, 0, hit.start);
        if (bs_str_has_any(between, told)) return false;
        return bs_list_ends(between, links);
    }
    if (passage->lang != BS_LANG_ZH ||
        !bs_words_last(&passage->words, before, BS_MEANS_FORECAST, &hit))
        return false;
    // "预期目标", "高于市场预期": of others; "预期寿命" is a name; "预期增加的企业占14.2%" counts
    // those who foretell.
    return !bs_list_ends(before, "占|占比为|比重为") &&
           !bs_list_ends(bs_str_slice(before, 0, hit.start), compared) &&
           !bs_list_starts(bs_str_slice(before, hit.end, before.len),
                           "目标|值|的|、|相符|一致|寿命|壽命|信用损失|信用損失");
}

// A plan is not a fact: what lies after the document's date is a target or a forecast. `named`: the
// passage itself speaks of targets; `carried`: one before it in the section did, which says nothing
// of what has happened.
static bs_value_status status_of(const reading_state *state, const bs_item *item, bs_period period,
                                 bool named, bool carried)
{
    const bs__job *job = state->job;
    bs_period published = job->source->published;
    bool english = state->passage->lang == BS_LANG_EN;
    bool target = named && !english;
    bool told = english && bs_period_is_none(published) && !named &&
                bs__foretold_in_english(state->passage, item->start, item->end) &&
                !bs__has_come_already(state->passage, item->start, item->end);
    if (bs__was_foretold_in_english(state->passage, item->start, item->end))
        return BS_STATUS_FORECAST;
    if (bs_period_is_none(period) && !target && (told || is_foretold(state->passage, item)))
        return BS_STATUS_FORECAST;
    if (bs_period_is_none(period)) return target ? BS_STATUS_TARGET : BS_STATUS_ACTUAL;
    // "预计2017年净利润为2亿元至3亿元": what has been counted has no two ends.
    bool spanned = item->kind == BS_KIND_RANGE && state->passage->lang == BS_LANG_ZH && !target;
    if (spanned && is_foretold(state->passage, item)) return BS_STATUS_FORECAST;
    // "通期の業績予想": of the year whose half the paper is about.
    bool part = bs_period_is_span(job->start.period) || period_is_part(job->start.period);
    bool over_yet = !bs_period_is_none(published) && bs__has_ended(period, published);
    bool whole = job->start.period_stated && part && !over_yet &&
                 bs_period_contains(period, job->start.period) &&
                 !bs_period_equal(period, job->start.period);
    if (whole && looks_ahead(state->passage, item)) return BS_STATUS_FORECAST;
    bs_period writing = bs__time_of_writing(job);
    bool over =
        !bs_period_is_none(writing) && bs_period_end(period).year < bs_period_year_of(writing);
    bool foretold = bs_period_is_none(published) && !named && !over;
    if (foretold && (told || is_foretold(state->passage, item))) return BS_STATUS_FORECAST;
    if (bs_period_is_none(published)) {
        if (named && !over) return BS_STATUS_TARGET;
        bool ahead = !named && bs__lies_ahead(job, period);
        if (ahead && carried) return BS_STATUS_TARGET;
        return ahead ? BS_STATUS_FORECAST : BS_STATUS_ACTUAL;
    }
    bs_date start = bs_period_start(period), now = bs_period_end(published);
    bool future = start.year > now.year ||
                  (start.year == now.year &&
                   (start.month > now.month || (start.month == now.month && start.day > now.day)));
    bool past = bs_period_end(period).year < now.year;
    bool running = !future && !bs__has_ended(period, published);
    if (english && (named || future) &&
        bs__has_come_already(state->passage, item->start, item->end))
        return BS_STATUS_ACTUAL;
    if ((running || future) && english &&
        bs__foretold_in_english(state->passage, item->start, item->end))
        return BS_STATUS_FORECAST;
    if (running && !named && is_foretold(state->passage, item)) return BS_STATUS_FORECAST;
    if (future && is_business_part(job, period)) future = looks_ahead(state->passage, item);
    if ((named && !past) || (carried && future)) return BS_STATUS_TARGET;
    return future ? BS_STATUS_FORECAST : BS_STATUS_ACTUAL;
}

static bool carries_status(const bs_quantity *quantity)
{
    return quantity->kind == BS_KIND_QUANTITY || quantity->kind == BS_KIND_PERCENT ||
           quantity->kind == BS_KIND_CURRENCY || quantity->kind == BS_KIND_RANGE;
}

// Sets the status of number `index`. `target`: the passage speaks of a target; *marked: one of its
// numbers has been marked as such, and words like that speak of their own number alone; `planned`:
// its section is one of plans.
static void set_status(const reading_state *state, size_t index, bool target, bool *marked,
                       bool carried, bool planned)
{
    const bs__passage *passage = state->passage;
    const bs_item *item = &state->items->items[index];
    bs_quantity *quantity = &state->job->out->quantities.items[state->first + index];
    if (!carries_status(quantity)) return;
    if (bs__status_marked(&quantity->status, passage, item->start, item->end)) {
        *marked |= quantity->status == BS_STATUS_TARGET;
        return;
    }
    // "较8月预测值4.8%": what had been foreseen then, whatever has come since.
    if (index > 0 && bs__is_day_of_forecast(&state->moments, index - 1)) {
        quantity->status = BS_STATUS_FORECAST;
        return;
    }
    bool named = target && bs__is_targeted(&state->moments, index, quantity->period);
    named |= carried && bs__is_due(&state->moments, index);
    named |= planned && bs__is_of_plan(&state->moments, index, quantity->period);
    if (named && bs__is_beside_aim(passage, item->start, item->end)) named = false;
    if (named && *marked) named = !bs__aims_by_mark(passage, item->start, item->end);
    quantity->status = status_of(state, item, quantity->period, named, carried);
    bool aim = quantity->status == BS_STATUS_FORECAST && !looks_ahead(passage, item) &&
               bs__is_resolved(&state->moments, index);
    if (aim) quantity->status = BS_STATUS_TARGET;
    // A measure that is aimed at without a time of its own is of no year that anybody tells; what
    // is counted beside it may be of now.
    bs_dimension dimension = bs_unit_dimension(quantity->unit);
    bool counted = dimension == BS_DIM_COUNT_OF || dimension == BS_DIM_DURATION;
    if (quantity->status == BS_STATUS_TARGET && !counted &&
        quantity->period_rule == bs__year_of_document) {
        quantity->period = BS_PERIOD_NONE;
        quantity->period_rule = NULL;
        quantity->period_inferred = false;
    }
}

static void fill_quantities(reading_state *state, bs__frame *frame)
{
    bs__job *job = state->job;
    bool target = bs__speaks_of_aim(state->passage);
    bs_value_status before = frame->status;
    if (target) frame->status = BS_STATUS_TARGET;
    for (size_t i = 0; i < state->items->count; i++)
        set_period(state, i, frame);
    bs__date_changes(&state->changes, job, &state->moments, state->first);
    // From the last one on: the mark stands behind what has been aimed at in the end.
    bool marked = false;
    for (size_t i = state->items->count; i-- > 0;)
        set_status(state, i, target, &marked, frame->status == BS_STATUS_TARGET, frame->planned);
    if (marked) frame->status = before;
    bs__share_sums(&job->out->quantities.items[state->first], state->items, state->passage->text);
    bs__share_unit_of_lists(&job->out->quantities.items[state->first], state->items,
                            state->passage);
    bs__share_unit_of_bounds(&job->out->quantities.items[state->first], state->items,
                             state->passage->text);
    bs__share_unit_of_changes(&job->out->quantities.items[state->first], state->items,
                              &state->changes);
    bs__share_base_unit(&job->out->quantities.items[state->first], state->items, state->passage);
    bs__set_roles(&job->out->quantities, state->first, state->passage);
    bs__label_quantities(job, state->passage, state->first);
    bs__label_lists(job, state->passage, state->first);
    bs__distribute(job, state->passage, state->first);
    bs__label_facets(job, state->passage, state->first);
    bs__name_changes(&state->changes, job, state->passage, state->first);
    bs__label_details(job, state->first);
    bs__label_parts(job, state->passage, state->first);
    bs__label_members(job, state->passage, state->first);
    bs__label_next_things(job, state->passage, state->first);
    bs__label_settings(job, state->passage, state->first);
    bs__label_of_lead(job, state->passage, state->first, frame);
    bs__share_head(job, state->passage);
    bs__label_below(job, state->passage, state->first);
    bs__label_actors(job, state->passage, state->first);
    bs__label_siblings(job, state->passage, state->first);
    bs__label_out_of(job, state->passage, state->first);
    bs__label_under_heading(job, state->passage, state->first);
    bs__label_turns(job, state->passage, state->first);
    bs__label_deficits(job, state->passage, state->first);
    bs__date_balances(job, state->passage, state->items, state->first);
    bs__date_brackets(job, state->passage, state->items, state->first);
    bs__date_years_aside(job, state->passage, state->items, state->first);
    bs__date_proportions(job, state->passage, state->first);
    bs__carry_moments(&state->moments, frame);
}

// "(현재가격, 십억원)", "(constant 2015 US$)" at the end of a caption.
static void drop_unit(bs_item_array *items, size_t from)
{
    size_t kept = 0;
    for (size_t i = 0; i < items->count; i++) {
        bs_kind kind = items->items[i].kind;
        bool amount =
            kind == BS_KIND_QUANTITY || kind == BS_KIND_CURRENCY || kind == BS_KIND_PERCENT;
        if (amount && items->items[i].start >= from) continue;
        items->items[kept++] = items->items[i];
    }
    items->count = kept;
}

// "two years ago", "three months earlier" in words: a time counted back, and no amount.
static void drop_counted_back(bs_item_array *items, const bs__passage *passage)
{
    size_t kept = 0;
    if (passage->lang != BS_LANG_EN) return;
    for (size_t i = 0; i < items->count; i++) {
        const bs_item *item = &items->items[i];
        bs_str after = bs_str_slice(passage->text, item->end, passage->text.len);
        bool back = bs_str_starts(item->unit, BS_STR("dur:")) &&
                    bs_list_starts(after, " ago| earlier| previously| before that");
        if (!back) items->items[kept++] = *item;
    }
    items->count = kept;
}

bs_status bs__read_passage(bs__job *job, bs__passage passage, bs__frame *frame)
{
    bs_item_array items = {0};
    bs_arena_reset(&job->scratch);
    bs__enter_passage(job, &passage);
    BS_TRY(bs_scan(&items, &job->scratch, passage.text, passage.lang, job->err));
    if (passage.unit > 0) drop_unit(&items, passage.unit);
    if (passage.lang == BS_LANG_JA)
        bs__settle_eras(&items, passage.text, &job->eras,
                        bs_period_year_of(job->source->published));
    if (job->republic && passage.lang == BS_LANG_ZH) bs__settle_republic(&items, passage.text);
    drop_counted_back(&items, &passage);
    bool below = bs__is_below(frame, &passage);
    bs__return_to_report(frame, &passage);
    if (items.count == 0) {
        bool target = passage.title && bs_word_in(passage.text, BS_MEANS_TARGET);
        if (target) frame->status = BS_STATUS_TARGET;
        return BS_OK;
    }
    if (!bs_words_find(&passage.words, &job->scratch, passage.text)) return bs__no_memory(job->err);
    reading_state state = {
        .job = job, .passage = &passage, .items = &items, .first = job->out->quantities.count};
    BS_TRY(bs__find_moments(&state.moments, job, &passage, &items, frame));
    BS_TRY(bs__find_changes(&state.changes, job, &state.moments));
    if (!BS_RESERVE(job->arena, &job->out->quantities, items.count)) return bs__no_memory(job->err);
    for (size_t i = 0; i < items.count; i++) {
        if (bs__push_item(job, &passage, &items.items[i]) == NULL) return bs__no_memory(job->err);
    }
    bs_period above = frame->period;
    bool stated = frame->period_stated;
    bool after = bs__goes_on(&state.moments, frame);
    bs_period month = below ? frame->under : frame->after;
    if (below || after) {
        frame->period = month;
        frame->period_stated = true;
    }
    fill_quantities(&state, frame);
    if ((below || after) && bs_period_equal(frame->period, month)) {
        frame->period = above;
        frame->period_stated = stated;
    }
    if (!below) bs__carry_below(&state.moments, frame);
    bs__carry_on(&state.moments, frame, after);
    return BS_OK;
}
