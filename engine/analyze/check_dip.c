// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analyze/check_dip.h"

#include <math.h>
#include <stdlib.h>

#include "engine/analyze/dip_panels.h"
#include "engine/analyze/relation_cue.h"

static const double MAIN_SHARE = .8;    // of a suspicion, that makes one value the answer
static const double FAR_AHEAD = 5;      // times as probable as the next, which makes it one, too
static const double WARNING_ABOVE = .5; // probability; one value in a thousand that are right is
                                        // reported at most
static const double ERROR_ABOVE = .9;   // but for signs and exchanges, which may be real

// Of months or quarters there are too few to tell a season from a slip, unless a value is so many
// times too large or small.
enum { SEASON_VALUES_MIN = 8 };
static const double SEASON_RATIO_MAX = 3;

// A value without its sign is so many times below or above those beside it: the sign is its own.
static const double SIGN_RATIO_MAX = 3;

// A rate of change beside one of the other sign that is at least this part of it.
static const double REBOUND_RATIO_MAX = 2;

static const double STEP_OFF_MAX = 1e-6; // of a step, by which a whole number of them is missed

typedef struct teller {
    bs_arena *arena;
    const bs_reading *reading;
    bs_arena scratch;      // of the panel
    bs_dip_panel panel;    // that the suspect at hand is in
    const bs_str *doubles; // labels that several series have, sorted
    size_t double_count;
} teller;

static int by_text(const void *a, const void *b)
{
    return bs_str_compare(*(const bs_str *)a, *(const bs_str *)b);
}

static bs_status teller_init(teller *out)
{
    const bs_series_array *series = &out->reading->series;
    bs_str *labels = BS_NEW_ARRAY(out->arena, bs_str, series->count);
    if (labels == NULL) return BS_E_MEMORY;
    for (size_t i = 0; i < series->count; i++)
        labels[i] = series->items[i].label;
    qsort(labels, series->count, sizeof *labels, by_text);
    size_t kept = 0;
    for (size_t i = 1; i < series->count; i++) {
        if (bs_str_equal(labels[i], labels[i - 1])) labels[kept++] = labels[i];
    }
    out->doubles = labels;
    out->double_count = kept;
    return BS_OK;
}

// The label of a series where it says which one is meant, else its key.
static bs_str name_of(const teller *t, const bs_series *series)
{
    bool several =
        bsearch(&series->label, t->doubles, t->double_count, sizeof *t->doubles, by_text) != NULL;
    return series->label.len == 0 || several ? series->key : series->label;
}

static const bs_dip_row *row_of(const teller *t, const bs_suspect *suspect)
{
    return &t->panel.rows[suspect->row];
}

static const bs_observation *cell_of(const teller *t, const bs_suspect *suspect)
{
    return row_of(t, suspect)->observations[suspect->cell];
}

// "Q1" under 2024, "3월" beside it: the heading of a part of a year leaves out which.
static bool names_year(bs_str text, bs_period period)
{
    int year = bs_period_year_of(period) % 100;
    char digits[] = {(char)('0' + year / 10), (char)('0' + year % 10)};
    return period.frequency == BS_FREQUENCY_ANNUAL ||
           bs_str_find(text, (bs_str){digits, sizeof digits}, 0) != SIZE_MAX;
}

static bs_str period_of(const teller *t, const bs_observation *observation)
{
    bs_str printed = observation->period_text;
    bool told = printed.len > 0 && names_year(printed, observation->period);
    return told ? printed : bs_period_str(observation->period, t->arena);
}

// The nearest value before (direction -1) or after (1) a cell; NULL when there is none.
static const bs_observation *neighbour(const teller *t, const bs_suspect *suspect, size_t cell,
                                       int direction)
{
    size_t count = t->panel.panel.cell_count;
    for (size_t c = cell + (size_t)direction; c < count; c += (size_t)direction) {
        const bs_observation *there = row_of(t, suspect)->observations[c];
        if (there != NULL) return there;
    }
    return NULL;
}

static size_t place_of(const teller *t, const bs_suspect *suspect, const bs_observation *there)
{
    size_t cell = 0;
    while (row_of(t, suspect)->observations[cell] != there)
        cell++;
    return cell;
}

// The two values that a finding is told against: one on each side, or two on one side at an end.
typedef struct beside {
    const bs_observation *values[2];
    bool at_end;
} beside;

static beside find_beside(const teller *t, const bs_suspect *suspect)
{
    const bs_observation *before = neighbour(t, suspect, suspect->cell, -1);
    const bs_observation *after = neighbour(t, suspect, suspect->cell, 1);
    if (before != NULL && after != NULL) return (beside){{before, after}, false};
    int direction = before != NULL ? -1 : 1;
    const bs_observation *near = before != NULL ? before : after;
    if (near == NULL) return (beside){{NULL, NULL}, true};
    const bs_observation *far = neighbour(t, suspect, place_of(t, suspect, near), direction);
    return direction < 0 ? (beside){{far, near}, true} : (beside){{near, far}, true};
}

static void add_value(bs_buffer *out, const teller *t, const bs_observation *there)
{
    bs_str period = period_of(t, there);
    bs_buffer_addf(out, "%.*s (%.*s)", BS_STR_ARG(there->text), BS_STR_ARG(period));
}

// How the value stands to those beside it, as the verb of the sentence.
static const char *motion(const bs_observation *own, const beside *b)
{
    if (b->at_end) return "does not follow from";
    int first = bs_decimal_compare(own->value, b->values[0]->value);
    int second = bs_decimal_compare(own->value, b->values[1]->value);
    if (first < 0 && second < 0) return "falls between";
    return first > 0 && second > 0 ? "rises between" : "is off the path between";
}

// "(단위: 천 명)" without its brackets.
static bs_str without_brackets(bs_str unit)
{
    static const bs_str open[] = {BS_STR_INIT("("), BS_STR_INIT("（")};
    static const bs_str close[] = {BS_STR_INIT(")"), BS_STR_INIT("）")};
    for (size_t i = 0; i < BS_COUNT(open); i++) {
        if (bs_str_starts(unit, open[i]) && bs_str_ends(unit, close[i]))
            return bs_str_slice(unit, open[i].len, unit.len - close[i].len);
    }
    return unit;
}

// The unit as it is said behind a number: nothing for bare numbers, the counter for counts, and
// what is behind the colon of "(단위: 천 명)".
static bs_str spoken_unit(const bs_series *series)
{
    static const bs_str colons[] = {BS_STR_INIT(":"), BS_STR_INIT("：")};
    bs_str unit = without_brackets(series->unit_text.len > 0 ? series->unit_text : series->unit);
    for (size_t i = 0; i < BS_COUNT(colons); i++) {
        size_t at = bs_str_find(unit, colons[i], 0);
        if (at != SIZE_MAX) unit = bs_str_trim(bs_str_slice(unit, at + colons[i].len, unit.len));
    }
    return bs_str_equal(unit, BS_STR("1")) ? (bs_str){0} : unit;
}

static void add_subject(bs_buffer *out, const teller *t, const bs_suspect *suspect)
{
    const bs_series *series = row_of(t, suspect)->series;
    const bs_observation *own = cell_of(t, suspect);
    bs_str period = period_of(t, own), unit = spoken_unit(series);
    bs_str label = series->label.len > 0 ? series->label : series->key;
    bs_buffer_addf(out, "%.*s %.*s = %.*s", BS_STR_ARG(label), BS_STR_ARG(period),
                   BS_STR_ARG(own->text));
    bool tight = bs_str_equal(unit, BS_STR("%")) || bs_str_equal(unit, BS_STR("%p"));
    if (unit.len > 0) bs_buffer_addf(out, "%s%.*s", tight ? "" : " ", BS_STR_ARG(unit));
}

static const bs_observation *total_of(const teller *t, const bs_suspect *suspect)
{
    if (suspect->sum != BS_SUM_ROW) return NULL;
    return t->panel.rows[suspect->total_row].observations[suspect->cell];
}

// How the column does not add up, where that is what speaks for the proposal.
static void write_sum(bs_buffer *out, const teller *t, const bs_suspect *suspect)
{
    const bs_observation *total = total_of(t, suspect);
    if (suspect->sum == BS_SUM_HUNDRED) {
        bs_buffer_add(out, BS_STR(" keeps the shares from adding up to 100"));
    } else if (suspect->total_row == suspect->row) {
        bs_buffer_add(out, BS_STR(" is not the sum of its rows"));
    } else if (total != NULL) {
        bs_str name = t->panel.rows[suspect->total_row].series->label;
        bs_buffer_addf(out, " keeps the rows from adding up to %.*s", BS_STR_ARG(total->text));
        if (name.len > 0) bs_buffer_addf(out, " (%.*s)", BS_STR_ARG(name));
    }
}

static void write_message(bs_buffer *out, const teller *t, const bs_suspect *suspect)
{
    beside b = find_beside(t, suspect);
    add_subject(out, t, suspect);
    if (suspect->swapped_with != SIZE_MAX) {
        bs_buffer_add(out, BS_STR(" may be exchanged with "));
        add_value(out, t, row_of(t, suspect)->observations[suspect->swapped_with]);
    } else if (suspect->sum != BS_SUM_NONE) {
        write_sum(out, t, suspect);
    } else if (suspect->slip == BS_SLIP_COPY) {
        bs_buffer_add(out, BS_STR(" repeats "));
        add_value(out, t, neighbour(t, suspect, suspect->cell, -1));
    } else {
        bs_buffer_addf(out, " %s ", motion(cell_of(t, suspect), &b));
        if (b.values[0] != NULL) add_value(out, t, b.values[0]);
        if (b.values[0] != NULL && b.values[1] != NULL) bs_buffer_add(out, BS_STR(" and "));
        if (b.values[1] != NULL) add_value(out, t, b.values[1]);
    }
}

static const char *reason_of(const bs_suspect *suspect)
{
    if (suspect->sum == BS_SUM_NONE) return "lies on the path of its neighbours";
    return suspect->sum == BS_SUM_ROW && suspect->total_row == suspect->row ? "is their sum"
                                                                            : "makes them add up";
}

// Whether one value holds most of the suspicion, or stands far before all others.
static bool has_leader(const bs_suspect *suspect)
{
    const bs_suspect_value *values = suspect->values;
    return values[0].probability > MAIN_SHARE * suspect->probability ||
           (suspect->value_count > 1 && values[0].probability > FAR_AHEAD * values[1].probability);
}

// Such a value is told as the answer; else the candidates are listed.
static void write_hint(bs_buffer *out, const bs_suspect *suspect)
{
    bs_buffer_addf(out, "%s?", bs_slip_phrase(suspect->slip));
    const bs_suspect_value *values = suspect->values;
    size_t count = suspect->value_count;
    if (count == 0) {
        bs_buffer_addf(out, " (p = %.2f)", suspect->probability);
    } else if (has_leader(suspect)) {
        bs_buffer_addf(out, " %.*s %s (p = %.2f)", BS_STR_ARG(values[0].text), reason_of(suspect),
                       values[0].probability);
    } else {
        for (size_t k = 0; k < count; k++) {
            const char *mark = k == 0 ? "" : k + 1 < count ? "," : " or";
            bs_buffer_addf(out, "%s %.*s (%s%.2f)", mark, BS_STR_ARG(values[k].text),
                           k == 0 ? "p = " : "", values[k].probability);
        }
    }
}

static bs_status write_texts(bs_finding *finding, const teller *t, const bs_suspect *suspect)
{
    bs_buffer text = BS_BUFFER_INIT;
    write_message(&text, t, suspect);
    bs_status status = bs_buffer_status(&text, NULL);
    if (status == BS_OK) finding->message = bs_arena_str(t->arena, bs_buffer_str(&text));
    bs_buffer_clear(&text);
    write_hint(&text, suspect);
    if (status == BS_OK) status = bs_buffer_status(&text, NULL);
    if (status == BS_OK) finding->hint = bs_arena_str(t->arena, bs_buffer_str(&text));
    bs_buffer_deinit(&text);
    if (finding->message.ptr == NULL || finding->hint.ptr == NULL) return BS_E_MEMORY;
    return status;
}

static bs_status relate(bs_finding *finding, bs_arena *arena, const bs_observation *there)
{
    if (there == NULL) return BS_OK;
    bs_related *related = BS_PUSH(arena, &finding->related);
    if (related == NULL) return BS_E_MEMORY;
    *related = (bs_related){.origin = there->origin, .text = there->text};
    return BS_OK;
}

static bs_status relate_all(bs_finding *finding, const teller *t, const bs_suspect *suspect)
{
    beside b = find_beside(t, suspect);
    const bs_observation *partner = NULL;
    if (suspect->total_row != suspect->row) BS_TRY(relate(finding, t->arena, total_of(t, suspect)));
    if (suspect->swapped_with != SIZE_MAX) {
        partner = row_of(t, suspect)->observations[suspect->swapped_with];
        BS_TRY(relate(finding, t->arena, partner));
    }
    for (size_t i = 0; i < BS_COUNT(b.values); i++) {
        if (b.values[i] != partner) BS_TRY(relate(finding, t->arena, b.values[i]));
    }
    return BS_OK;
}

static size_t value_count(const teller *t, const bs_suspect *suspect)
{
    size_t count = 0;
    for (size_t c = 0; c < t->panel.panel.cell_count; c++)
        count += row_of(t, suspect)->observations[c] != NULL;
    return count;
}

// By its measure, or by its name where a file gives it the unit of the levels beside it.
static bool is_growth(const bs_series *series)
{
    return series->measure == BS_MEASURE_GROWTH || bs_cue_heads(BS_CUE_GROWTH, series->label);
}

// "24.2Q 0.7, 3Q 0.1, 4Q -0.2, 25.1Q 0.7": parts of a year go up and down with its seasons, and
// rates of change with less. Only a sum of the table, a value far from all, or a slip that is
// nearly certain even with so few values, is told.
static bool may_be_season(const teller *t, const bs_suspect *suspect)
{
    const bs_series *series = row_of(t, suspect)->series;
    bool parts = series->frequency != BS_FREQUENCY_ANNUAL && suspect->sum == BS_SUM_NONE;
    if (!parts || value_count(t, suspect) >= SEASON_VALUES_MIN) return false;
    bool growth = is_growth(series);
    if (suspect->probability > ERROR_ABOVE && !growth) return false;
    if (growth || suspect->value_count == 0) return true;
    double own = fabs(bs_decimal_double(cell_of(t, suspect)->value));
    bs_printed meant;
    if (!bs_printed_parse(&meant, suspect->values[0].text)) return true;
    double ratio = fabs(bs_printed_value(&meant)) / own;
    return ratio < SEASON_RATIO_MAX && ratio > 1 / SEASON_RATIO_MAX;
}

// A number that is printed without its sign is proposed without it, unless the sign is the slip.
static bs_str as_printed(const bs_observation *own, const bs_suspect_value *value)
{
    bs_printed printed;
    bool bare =
        own->value.coefficient < 0 && bs_printed_parse(&printed, own->text) && !printed.negative;
    if (bare && value->slip != BS_SLIP_SIGN && bs_str_starts(value->text, BS_STR("-"))) {
        return bs_str_slice(value->text, 1, value->text.len);
    }
    return value->text;
}

// Profits of 1,430, △120, 877: a loss, which 120 would not mend.
static bool may_be_loss(const teller *t, const bs_suspect *suspect)
{
    if (suspect->slip != BS_SLIP_SIGN || suspect->sum != BS_SUM_NONE) return false;
    double meant = -bs_decimal_double(cell_of(t, suspect)->value);
    beside b = find_beside(t, suspect);
    if (b.values[0] == NULL || b.values[1] == NULL || meant <= 0) return false;
    double first = bs_decimal_double(b.values[0]->value);
    double second = bs_decimal_double(b.values[1]->value);
    return meant * SIGN_RATIO_MAX < fmin(first, second) ||
           meant > SIGN_RATIO_MAX * fmax(first, second);
}

// Whether few values of the row are half as large.
static bool is_far(const teller *t, const bs_suspect *suspect, double size)
{
    enum { LARGE_EVERY = 4 };
    size_t count = 0, large = 0;
    for (size_t c = 0; c < t->panel.panel.cell_count; c++) {
        const bs_observation *there = row_of(t, suspect)->observations[c];
        if (there == NULL) continue;
        count++;
        large += fabs(bs_decimal_double(there->value)) >= size / 2;
    }
    return large * LARGE_EVERY <= count;
}

// Output growth of 0.4, -11.8, 9.6, 0.7: what a quarter has lost comes back in the next one, and
// what is far from all others stands beside another that is.
static bool may_be_rebound(const teller *t, const bs_suspect *suspect)
{
    const bs_series *series = row_of(t, suspect)->series;
    bool rates = series->measure == BS_MEASURE_GROWTH || bs_str_equal(series->unit, BS_STR("%"));
    if (!rates || suspect->sum != BS_SUM_NONE || suspect->slip == BS_SLIP_COPY) return false;
    if (suspect->slip == BS_SLIP_SIGN) return false;
    double own = bs_decimal_double(cell_of(t, suspect)->value);
    for (int direction = -1; direction <= 1; direction += 2) {
        const bs_observation *there = neighbour(t, suspect, suspect->cell, direction);
        double other = there != NULL ? bs_decimal_double(there->value) : 0;
        bool like = other * own < 0 && fabs(other) * REBOUND_RATIO_MAX >= fabs(own);
        if (like && is_far(t, suspect, fmin(fabs(own), fabs(other)))) return true;
    }
    return false;
}

// What a row of steps does, but for the cell that is suspected.
typedef struct steps {
    size_t count; // of pairs of neighbours
    size_t ties;  // of those that are equal
    double least; // step; 0 where there is none
} steps;

static steps steps_of(const teller *t, const bs_suspect *suspect)
{
    steps out = {0};
    const bs_observation *last = NULL;
    for (size_t c = 0; c < t->panel.panel.cell_count; c++) {
        const bs_observation *here = row_of(t, suspect)->observations[c];
        if (here == NULL || c == suspect->cell) {
            if (c == suspect->cell) last = NULL;
            continue;
        }
        double step = last != NULL
                          ? fabs(bs_decimal_double(here->value) - bs_decimal_double(last->value))
                          : 0;
        out.count += last != NULL;
        out.ties += last != NULL && step == 0;
        if (step > 0 && (out.least == 0 || step < out.least)) out.least = step;
        last = here;
    }
    return out;
}

// Key rates of 1.75, 1.75, 1.25, 0.75: they stand still and move by whole steps, once and again. A
// step on the way, or at the end of what is printed, is none that a slip has made.
static bool may_be_step(const teller *t, const bs_suspect *suspect)
{
    enum { PAIRS_MIN = 6 };
    steps all = steps_of(t, suspect);
    if (suspect->sum != BS_SUM_NONE || all.count < PAIRS_MIN || 2 * all.ties < all.count)
        return false;
    double own = bs_decimal_double(cell_of(t, suspect)->value), moves[2] = {0, 0};
    for (int k = 0; k < 2; k++) {
        const bs_observation *there = neighbour(t, suspect, suspect->cell, k == 0 ? -1 : 1);
        if (there == NULL) continue;
        moves[k] = (k == 0 ? 1 : -1) * (own - bs_decimal_double(there->value));
        double whole = moves[k] / all.least;
        if (!(all.least > 0) || fabs(whole - round(whole)) > STEP_OFF_MAX) return false;
    }
    return moves[0] * moves[1] >= 0 && moves[0] + moves[1] != 0;
}

static bool is_shown(const teller *t, const bs_suspect *suspect)
{
    return suspect->probability > WARNING_ABOVE && !may_be_season(t, suspect) &&
           !may_be_loss(t, suspect) && !may_be_rebound(t, suspect) && !may_be_step(t, suspect);
}

static bs_status tell(bs_finding *finding, const teller *t, const bs_suspect *suspect)
{
    const bs_observation *own = cell_of(t, suspect);
    bool listed = !is_shown(t, suspect);
    bool sure = suspect->probability > ERROR_ABOVE && suspect->slip != BS_SLIP_SIGN &&
                (suspect->slip != BS_SLIP_SWAP || suspect->sum != BS_SUM_NONE);
    *finding = (bs_finding){.code = "dip",
                            .severity = listed ? BS_NOTE
                                        : sure ? BS_ERROR
                                               : BS_WARNING,
                            .probability = suspect->probability,
                            .score = suspect->score,
                            .listed_only = listed,
                            .source = t->reading->source,
                            .origin = own->origin,
                            .series = name_of(t, row_of(t, suspect)->series),
                            .period = period_of(t, own),
                            .observed = own->text};
    for (size_t k = 0; k < suspect->value_count; k++) {
        finding->gains[k] = exp(suspect->values[k].log_gain);
        finding->proposals[finding->proposal_count++] =
            (bs_proposal){.text = as_printed(own, &suspect->values[k]),
                          .probability = suspect->values[k].probability,
                          .slip = bs_slip_name(suspect->values[k].slip)};
    }
    BS_TRY(write_texts(finding, t, suspect));
    return relate_all(finding, t, suspect);
}

// The second cell of an exchange is told with the first one, and only listed on its own.
static bool is_told(const bs_suspect_array *found, size_t i)
{
    const bs_suspect *s = &found->items[i];
    if (s->swapped_with == SIZE_MAX || s->swapped_with > s->cell) return false;
    for (size_t k = i; k-- > 0;) {
        const bs_suspect *other = &found->items[k];
        if (other->panel != s->panel || other->row != s->row) return false;
        if (other->cell == s->swapped_with) {
            return other->swapped_with == s->cell && other->probability > WARNING_ABOVE;
        }
    }
    return false;
}

static bs_status tell_all(bs_finding_array *out, teller *t, const bs_dip_panels *panels,
                          const bs_suspect_array *found, const bs_check_options *options)
{
    size_t made = SIZE_MAX;
    for (size_t i = 0; i < found->count; i++) {
        const bs_suspect *suspect = &found->items[i];
        bool second = is_told(found, i);
        bool likely = suspect->probability > WARNING_ABOVE && !second;
        if (!likely && !options->list_all) continue;
        if (suspect->panel != made) {
            made = suspect->panel;
            bs_arena_reset(&t->scratch);
            BS_TRY(bs_dip_panel_make(&t->panel, &t->scratch, panels, made, NULL));
        }
        bool shown = likely && is_shown(t, suspect);
        if (!shown && !options->list_all) continue;
        bs_finding *finding = BS_PUSH(t->arena, out);
        if (finding == NULL) return BS_E_MEMORY;
        BS_TRY(tell(finding, t, suspect));
        finding->listed_only = !shown;
        finding->told_with_other = second && is_shown(t, suspect);
    }
    return BS_OK;
}

bs_status bs_check_dip(bs_finding_array *out, bs_arena *arena, const bs_reading *reading,
                       const bs_check_options *options, bs_error *err)
{
    bs_dip_panels panels;
    BS_TRY(bs_dip_panels_init(&panels, arena, reading, err));
    bs_anomaly_options wish = BS_ANOMALY_OPTIONS_INIT;
    if (options->list_all) wish = (bs_anomaly_options)BS_ANOMALY_OPTIONS_ALL;
    wish.profile = options->profile;
    bs_suspect_array found = {0};
    bs_panel_source source = bs_dip_panels_source(&panels);
    BS_TRY(bs_anomaly_each(&found, arena, &source, &wish, err));
    teller t = {.arena = arena, .reading = reading};
    bs_status status = teller_init(&t);
    if (status == BS_OK) status = tell_all(out, &t, &panels, &found, options);
    bs_arena_deinit(&t.scratch);
    return status == BS_OK ? BS_OK : bs_fail(err, status, "out of memory");
}
