// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences: the period, role and status of every number that the scanner found in a passage.
#include "engine/base/utf8.h"
#include "engine/extract/extract_internal.h"
#include "engine/extract/relative.h"
#include "engine/extract/role.h"
#include "engine/extract/words.h"

enum {
    ROLL_BACK_DAYS = 120, // a bare "12월" more than four months ahead was last year
    UNIT_WINDOW = 64,     // units that are looked at for one that is known
};

// A time that is named in the passage, by an item or by a relative word.
typedef struct moment {
    size_t start; // bytes in the passage
    size_t end;
    size_t item; // index of the item; NO_ITEM for a relative word
    bs_period period;
    bool frame;   // says when what stands around it was measured
    bool lasting; // holds for what follows too: its year is printed, or it is no mere month or day
    bool inferred;
    bool bound; // of the number before it alone
} moment;

#define NO_ITEM SIZE_MAX

typedef BS_ARRAY(moment) moment_array;

typedef struct reading_state {
    bs__job *job;
    const bs__passage *passage;
    const bs_item_array *items;
    moment_array moments; // in order
    size_t *moment_of;    // one an item: index + 1 of its own moment, 0 for none
    size_t first;         // index of the first item's quantity
} reading_state;

static bs_rune rune_before(bs_str text, size_t at)
{
    bs_rune rune = bs_utf8_decode_before(text, at);
    while (rune.len > 0 && bs_rune_is_space(rune.code)) {
        at -= rune.len;
        rune = bs_utf8_decode_before(text, at);
    }
    return rune;
}

static bs_rune rune_after(bs_str text, size_t at)
{
    bs_rune rune = bs_utf8_decode(text, at);
    while (rune.len > 0 && bs_rune_is_space(rune.code)) {
        at += rune.len;
        rune = bs_utf8_decode(text, at);
    }
    return rune;
}

static bool is_open_parenthesis(uint32_t code)
{
    return code == '(' || code == 0xFF08 || code == '[' || code == 0x3014;
}

static bool is_close_parenthesis(uint32_t code)
{
    return code == ')' || code == 0xFF09 || code == ']' || code == 0x3015;
}

// Quotation marks and title brackets that open: a number behind one is part of a name.
static bool is_open_quote(uint32_t code)
{
    static const uint32_t quotes[] = {0x2018, 0x201C, 0x300C, 0x300E, 0x300A, 0x3008, '\'', '"'};
    for (size_t i = 0; i < BS_COUNT(quotes); i++) {
        if (code == quotes[i]) return true;
    }
    return false;
}

static bool is_parenthesised(bs_str text, const bs_item *item)
{
    return is_open_parenthesis(rune_before(text, item->start).code) &&
           is_close_parenthesis(rune_after(text, item->end).code);
}

static bool is_time(const bs_item *item)
{
    return item->from.year || item->from.month || item->from.day || item->from.quarter ||
           item->from.half || item->from.week;
}

// "2020년 대비", "比2020年", "compared with 2020": a base for a comparison, not a frame.
static bool is_comparison(const bs__passage *passage, const bs_item *item)
{
    bs_word_hit hit;
    bs_str text = passage->text;
    bs_str after = bs_str_slice(text, item->end, item->end + 16);
    // English puts its "than" and "from" before the base only.
    bool behind = passage->lang != BS_LANG_EN;
    if (behind && bs_word_first(after, BS_MEANS_COMPARED, &hit) && hit.start <= 4) return true;
    size_t from = item->start > 20 ? item->start - 20 : 0;
    bs_str before = bs_str_slice(text, from, item->start);
    return bs_word_last(before, BS_MEANS_COMPARED, &hit) && before.len - hit.end <= 2;
}

static bool is_frame(const bs__passage *passage, const bs_item *item)
{
    // "2020년=100": the base of an index.
    if (rune_after(passage->text, item->end).code == '=') return false;
    bool day_only = item->from.day > 0 && item->from.year == 0;
    if (day_only && is_parenthesised(passage->text, item)) return false;
    bool bare_year = item->kind == BS_KIND_YEAR && item->digits_end == item->end;
    if (bare_year && is_open_quote(rune_before(passage->text, item->start).code)) return false;
    return !is_comparison(passage, item);
}

// The year of a date that does not print one: that of the document, or the year before when the
// date would lie more than four months after it.
static int missing_year(const bs_source *source, const bs_item *item, int printed_year)
{
    if (printed_year > 0) return printed_year;
    int year = bs_period_year_of(source->published);
    bs_period guess, published;
    if (year == 0 || bs_when_period(&guess, item->from, item->to, year, NULL) != BS_OK) return year;
    if (bs_period_day(&published, bs_period_end(source->published), NULL) != BS_OK) return year;
    bs_period limit = bs_period_offset(published, ROLL_BACK_DAYS);
    return bs_period_compare(guess, limit) > 0 ? year - 1 : year;
}

// "지난해 상반기": a relative year directly before a time that prints none.
static int year_before(const bs__mention_array *mentions, bs_str text, size_t start)
{
    for (size_t i = 0; i < mentions->count; i++) {
        const bs__mention *mention = &mentions->items[i];
        if (mention->period.frequency != BS_FREQUENCY_ANNUAL || mention->end > start) continue;
        if (bs_str_trim(bs_str_slice(text, mention->end, start)).len == 0)
            return mention->period.first;
    }
    return 0;
}

static bool resolve_item(const reading_state *state, const bs_item *item, int printed_year,
                         const bs__mention_array *mentions, moment *out)
{
    bool has_year = item->from.year > 0;
    int named = has_year ? 0 : year_before(mentions, state->passage->text, item->start);
    int year = has_year    ? 0
               : named > 0 ? named
                           : missing_year(state->job->source, item, printed_year);
    *out = (moment){.start = item->start, .end = item->end};
    if (bs_when_period(&out->period, item->from, item->to, year, NULL) != BS_OK) return false;
    out->frame = is_frame(state->passage, item);
    // The date of the document itself is on its letterhead, not in its text.
    bool letterhead = bs_period_equal(out->period, state->job->source->published);
    out->lasting = !letterhead && (has_year || named > 0 || item->from.half || item->from.quarter ||
                                   item->to.month);
    out->inferred = !has_year;
    return true;
}

static bs_status push_moment(reading_state *state, const moment *made)
{
    moment *place = BS_PUSH(&state->job->scratch, &state->moments);
    if (place == NULL) return bs__no_memory(state->job->err);
    *place = *made;
    return BS_OK;
}

static bool is_bound_behind(bs_str text, const bs_item *item, const moment *behind);

// "up from 1,376 GWh in March 2024": a time bound to a number that lies before the one that the
// passage reports looks back, and is that number's alone.
static bool looks_back(const reading_state *state, size_t item, const moment *made)
{
    if (item == 0 || state->moments.count == 0) return false;
    if (!is_bound_behind(state->passage->text, &state->items->items[item - 1], made)) return false;
    for (size_t i = state->moments.count; i-- > 0;) {
        const moment *other = &state->moments.items[i];
        if (other->frame && !other->bound)
            return bs_period_compare(made->period, other->period) < 0;
    }
    return false;
}

// "The previous year" is that before the year of the sentence, and only of the number beside it.
static void count_from_period(const reading_state *state, const bs__mention *mention, moment *made)
{
    if (!mention->of_period) return;
    made->bound = true;
    for (size_t i = state->moments.count; i-- > 0;) {
        const moment *other = &state->moments.items[i];
        if (!other->frame || other->bound) continue;
        if (made->period.frequency == BS_FREQUENCY_ANNUAL) {
            made->period = bs_period_offset_years(other->period, mention->distance);
        } else if (other->period.frequency == made->period.frequency) {
            made->period = bs_period_offset(other->period, mention->distance);
        }
        return;
    }
}

// Relative words and items in the order of the text.
static bs_status resolve_moments(reading_state *state)
{
    bs__job *job = state->job;
    bs__mention_array mentions = {0};
    BS_TRY(bs__find_relative(&mentions, &job->scratch, state->passage->text, state->passage->lang,
                             job->source->published, job->err));
    int printed_year = 0;
    size_t next = 0;
    for (size_t i = 0; i <= state->items->count; i++) {
        const bs_item *item = i < state->items->count ? &state->items->items[i] : NULL;
        for (; next < mentions.count && (!item || mentions.items[next].start < item->start);
             next++) {
            const bs__mention *mention = &mentions.items[next];
            bool alone = is_open_parenthesis(rune_after(state->passage->text, mention->end).code);
            moment made = {.bound = alone,
                           .start = mention->start,
                           .end = mention->end,
                           .item = NO_ITEM,
                           .period = mention->period,
                           .frame = true,
                           .lasting = true,
                           .inferred = true};
            count_from_period(state, mention, &made);
            BS_TRY(push_moment(state, &made));
        }
        moment made;
        if (item == NULL || !is_time(item)) continue;
        if (!resolve_item(state, item, printed_year, &mentions, &made)) continue;
        made.item = i;
        made.bound = made.frame && looks_back(state, i, &made);
        if (item->from.year > 0 && made.frame && !made.bound) printed_year = item->from.year;
        BS_TRY(push_moment(state, &made));
        state->moment_of[i] = state->moments.count;
    }
    return BS_OK;
}

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
        .unit = keep_unit(job, item->unit),
        .text = bs_str_slice(passage->text, item->start, item->end),
        .digits = bs_str_slice(passage->text, item->digits_start, item->digits_end),
        .of = BS_NO_QUANTITY,
        .rule = item->rule,
        .unit_rule = item->unit.len > 0 ? "printed with the number" : "none",
        .period_rule = "none",
    };
    quantity->origin = bs_source_locate(job->source, quantity->text);
    quantity->origin.block = passage->block;
    quantity->origin.table = passage->table;
    quantity->origin.row = passage->row;
    quantity->origin.col = passage->col;
    return quantity;
}

// End of the sentence that byte `at` lies in.
static size_t sentence_end(bs_str text, size_t at)
{
    while (at < text.len) {
        bs_rune rune = bs_utf8_decode(text, at);
        uint32_t next = bs_utf8_decode(text, at + rune.len).code;
        bool stop = rune.code == 0x3002 || rune.code == 0xFF1B || rune.code == ';' ||
                    (rune.code == '.' && (next == 0 || bs_rune_is_space(next)));
        if (stop) return at;
        at += rune.len;
    }
    return text.len;
}

// "21.0% in 2022", "1.2조 원(2022년)": a time bound to the number before it.
static bool is_bound_behind(bs_str text, const bs_item *item, const moment *behind)
{
    static const char *const links[] = {"in",     "for",  "during", "by", "as of", "at the end of",
                                        "at end", "over", "(",      "（", "in the"};
    bs_str between = bs_str_trim(bs_str_slice(text, item->end, behind->start));
    for (size_t i = 0; i < BS_COUNT(links); i++) {
        if (bs_str_equal(between, bs_str_from(links[i]))) return true;
    }
    return behind->item == NO_ITEM && between.len == 0;
}

// "'17년, '19년과 '23년": where the list of times begins that ends in moment `last`.
static size_t list_start(const reading_state *state, size_t last)
{
    static const char *const joints[] = {",",  "、", "，",  "와",    "과", "및",
                                         "和", "と", "and", ", and", "·"};
    const moment *moments = state->moments.items;
    size_t first = last;
    while (first > 0 && moments[first - 1].frame &&
           moments[first - 1].period.frequency == moments[last].period.frequency) {
        bs_str between = bs_str_trim(
            bs_str_slice(state->passage->text, moments[first - 1].end, moments[first].start));
        bool joined = false;
        for (size_t i = 0; i < BS_COUNT(joints); i++)
            joined |= bs_str_equal(between, bs_str_from(joints[i]));
        if (!joined) break;
        first--;
    }
    return first;
}

// "전년(6,836억)", "2022 (1,204)": a time with its number in parentheses.
static bool opens_on(bs_str text, const moment *made, const bs_item *item)
{
    bs_str between = bs_str_trim(bs_str_slice(text, made->end, item->start));
    if (made->item == NO_ITEM && made->bound) {
        return bs_utf8_count(between) <= 1; // "전년의 6,836억", "上年的1.2万亿", or a parenthesis
    }
    return bs_str_equal(between, BS_STR("(")) || bs_str_equal(between, BS_STR("（"));
}

// The moment that item `index` belongs to; NULL when the passage has none for it.
static const moment *moment_for(const reading_state *state, size_t index)
{
    const bs_item *item = &state->items->items[index];
    const moment *before = NULL;
    for (size_t i = 0; i < state->moments.count; i++) {
        const moment *candidate = &state->moments.items[i];
        if (!candidate->frame) continue;
        if (candidate->end <= item->start) {
            if (opens_on(state->passage->text, candidate, item)) return candidate;
            if (!candidate->bound) before = candidate;
            continue;
        }
        if (is_bound_behind(state->passage->text, item, candidate)) return candidate;
        if (before != NULL) return before;
        if (candidate->bound) continue;
        return candidate->start < sentence_end(state->passage->text, item->end) ? candidate : NULL;
    }
    return before;
}

// A number behind a list of times is about all of them.
static bs_period period_of(const reading_state *state, const bs_item *item, const moment *found)
{
    bs_period span;
    size_t last = (size_t)(found - state->moments.items), first = list_start(state, last);
    bs_str between = bs_str_slice(state->passage->text, found->end, item->start);
    bool directly = found->end <= item->start && bs_utf8_count(bs_str_trim(between)) <= 2;
    if (first < last && directly &&
        bs_period_span(&span, state->moments.items[first].period, found->period, NULL) == BS_OK) {
        return span;
    }
    return found->period;
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

static void set_period(const reading_state *state, size_t index, const bs__frame *frame)
{
    const bs_item *item = &state->items->items[index];
    bs_quantity *quantity = &state->job->out->quantities.items[state->first + index];
    if (state->moment_of[index] > 0) {
        const moment *own = &state->moments.items[state->moment_of[index] - 1];
        quantity->period = own->period;
        quantity->period_inferred = own->inferred;
        quantity->period_rule = own->inferred ? "printed; year of the document" : "printed";
        return;
    }
    if (is_years_ahead(state, item, &quantity->period)) {
        quantity->period_rule = "counted from the document's year";
        return;
    }
    const moment *found = moment_for(state, index);
    if (found != NULL) {
        quantity->period = period_of(state, item, found);
        quantity->period_inferred = found->inferred;
        quantity->period_rule =
            found->end <= item->start ? "time printed before it" : "time printed behind it";
    } else if (frame->period_stated) {
        quantity->period = frame->period;
        quantity->period_inferred = true;
        quantity->period_rule = "time stated earlier in the section";
    } else if (!bs_period_is_none(state->job->source->published)) {
        int year = bs_period_year_of(state->job->source->published);
        if (bs_period_year(&quantity->period, year, NULL) != BS_OK) return;
        quantity->period_inferred = true;
        quantity->period_rule = bs__year_of_document;
    }
}

// A plan is not a fact: what lies after the document's date is a target or a forecast. `named`: the
// passage itself speaks of targets; `carried`: one before it in the section did, which says nothing
// of what has happened.
static bs_value_status status_of(const bs__job *job, bs_period period, bool named, bool carried)
{
    bs_period published = job->source->published;
    if (bs_period_is_none(period)) return BS_STATUS_ACTUAL;
    if (bs_period_is_none(published)) return named ? BS_STATUS_TARGET : BS_STATUS_ACTUAL;
    bs_date start = bs_period_start(period), now = bs_period_end(published);
    bool future = start.year > now.year ||
                  (start.year == now.year &&
                   (start.month > now.month || (start.month == now.month && start.day > now.day)));
    bool past = bs_period_end(period).year < now.year;
    if ((named && !past) || (carried && future)) return BS_STATUS_TARGET;
    return future ? BS_STATUS_FORECAST : BS_STATUS_ACTUAL;
}

static bool carries_status(const bs_quantity *quantity)
{
    return quantity->kind == BS_KIND_QUANTITY || quantity->kind == BS_KIND_PERCENT ||
           quantity->kind == BS_KIND_CURRENCY || quantity->kind == BS_KIND_RANGE;
}

// What is said of a future year in a top-level item or paragraph is a plan of its own; only items
// below a common parent go on with it.
static bool carries_on(const reading_state *state, const moment *candidate)
{
    bs_period published = state->job->source->published;
    bool future = !bs_period_is_none(published) &&
                  bs_period_year_of(candidate->period) > bs_period_year_of(published);
    return candidate->frame && candidate->lasting && !candidate->bound &&
           (!future || state->passage->level > 1);
}

// Of several times in a passage the latest is what it reports; the others are looked back at.
static void carry_frame(const reading_state *state, bs__frame *frame)
{
    bs_period latest = BS_PERIOD_NONE;
    for (size_t i = 0; i < state->moments.count; i++) {
        const moment *candidate = &state->moments.items[i];
        if (carries_on(state, candidate) && bs_period_compare(candidate->period, latest) > 0) {
            latest = candidate->period;
        }
    }
    if (bs_period_is_none(latest)) return;
    bool other = frame->period_stated && !bs_period_equal(frame->period, latest);
    frame->several = frame->several || other;
    frame->period = latest;
    frame->period_stated = true;
}

static void fill_quantities(reading_state *state, bs__frame *frame)
{
    bs__job *job = state->job;
    bool target = bs_word_in(state->passage->text, BS_MEANS_TARGET);
    if (target) frame->status = BS_STATUS_TARGET;
    for (size_t i = 0; i < state->items->count; i++) {
        set_period(state, i, frame);
        bs_quantity *quantity = &job->out->quantities.items[state->first + i];
        bool carried = frame->status == BS_STATUS_TARGET;
        if (carries_status(quantity)) {
            quantity->status = status_of(job, quantity->period, target, carried);
        }
    }
    bs__set_roles(&job->out->quantities, state->first, state->passage->text, state->passage->lang);
    bs__label_quantities(job, state->passage, state->first);
    bs__distribute(job, state->passage, state->first);
    carry_frame(state, frame);
}

bs_status bs__read_passage(bs__job *job, bs__passage passage, bs__frame *frame)
{
    bs_item_array items = {0};
    bs_arena_reset(&job->scratch);
    BS_TRY(bs_scan(&items, &job->scratch, passage.text, passage.lang, job->err));
    if (items.count == 0) {
        bool target = passage.title && bs_word_in(passage.text, BS_MEANS_TARGET);
        if (target) frame->status = BS_STATUS_TARGET;
        return BS_OK;
    }
    reading_state state = {
        .job = job, .passage = &passage, .items = &items, .first = job->out->quantities.count};
    state.moment_of = BS_NEW_ARRAY(&job->scratch, size_t, items.count);
    if (state.moment_of == NULL) return bs__no_memory(job->err);
    BS_TRY(resolve_moments(&state));
    for (size_t i = 0; i < items.count; i++) {
        if (bs__push_item(job, &passage, &items.items[i]) == NULL) return bs__no_memory(job->err);
    }
    fill_quantities(&state, frame);
    return BS_OK;
}
