// SPDX-License-Identifier: GPL-3.0-or-later
#include <stdlib.h>

#include "engine/cli/chart_build_internal.h"
#include "engine/core/unit.h"
#include "engine/extract/words.h"
#include "plots/scale/number.h"

bs_status bs_chart_build__no_memory(const bs_chart_builder *b)
{
    return bs_fail(b->err, BS_E_MEMORY, "out of memory");
}

// --- units ---------------------------------------------------------------------------------------

// Whether the printed unit has a scale of its own that the language of the chart does not have.
static bool in_base_units(const bs_chart_builder *b, const bs_series *series)
{
    bs_lang printed = bs_lang_detect(series->unit_text, BS_LANG_UNKNOWN);
    bool foreign = printed != BS_LANG_UNKNOWN && printed != b->chart->lang;
    return series->unit_power == 0 || (b->wish->translated && foreign);
}

int bs_chart_build__power(const bs_chart_builder *b, const bs_series *series)
{
    return in_base_units(b, series) ? 0 : series->unit_power;
}

bs_chart_numbers bs_chart_build__numbers(const bs_chart_builder *b, const bs_series *series)
{
    return bs_chart_build__power(b, series) == 0 ? BS_NUMBERS_SHORT : BS_NUMBERS_WHOLE;
}

// Money by the name that a reader knows it by.
static bs_str name_of(bs_str unit, bs_lang lang)
{
    static const struct {
        const char *code;
        const char *names[BS_LANG_COUNT];
    } money[] = {
        {"CNY", {[BS_LANG_KO] = "위안", [BS_LANG_ZH] = "元", [BS_LANG_JA] = "元"}},
        {"KRW", {[BS_LANG_KO] = "원", [BS_LANG_ZH] = "韩元", [BS_LANG_JA] = "ウォン"}},
        {"USD", {[BS_LANG_KO] = "달러", [BS_LANG_ZH] = "美元", [BS_LANG_JA] = "ドル"}},
        {"JPY", {[BS_LANG_KO] = "엔", [BS_LANG_ZH] = "日元", [BS_LANG_JA] = "円"}},
        {"EUR", {[BS_LANG_KO] = "유로", [BS_LANG_ZH] = "欧元", [BS_LANG_JA] = "ユーロ"}},
    };
    for (size_t i = 0; i < BS_COUNT(money); i++) {
        if (!bs_str_equal(unit, bs_str_from(money[i].code))) continue;
        if (money[i].names[lang] != NULL) return bs_str_from(money[i].names[lang]);
    }
    return unit;
}

bs_str bs_chart_build__unit(const bs_chart_builder *b, const bs_series *series)
{
    bool coded = series->unit_text.len == 0 || bs_str_equal(series->unit_text, series->unit);
    bool scaled = series->unit_power != 0 && in_base_units(b, series);
    if (!coded && !scaled) return bs_series_unit_name(series);
    bs_series bare = *series;
    bare.unit_text = (bs_str){0};
    return name_of(bs_series_unit_name(&bare), b->chart->lang);
}

bs_str bs_chart_build__joined(const bs_chart_builder *b, bs_str first, bs_str second)
{
    if (first.len == 0) return second;
    if (second.len == 0) return first;
    static const char *const commas[BS_LANG_COUNT] = {[BS_LANG_ZH] = "，", [BS_LANG_JA] = "、"};
    const char *comma = commas[b->chart->lang];
    return bs_arena_format(b->arena, "%.*s%s%.*s", BS_STR_ARG(first), comma ? comma : ", ",
                           BS_STR_ARG(second));
}

bs_str bs_chart_build__measure(const bs_chart_builder *b, const bs_series *series, bs_str said)
{
    bs_dimension dimension = bs_unit_dimension(series->unit);
    bool rate = dimension == BS_DIM_PERCENT || dimension == BS_DIM_POINT;
    bool growth = series->measure == BS_MEASURE_GROWTH;
    if (growth && !rate) return (bs_str){0}; // a difference, as its name says
    if (!growth && series->measure != BS_MEASURE_SHARE) return (bs_str){0};
    bs_str word = bs_word_get(growth ? BS_WORD_GROWTH : BS_WORD_SHARE, b->chart->lang);
    if (growth && bs_word_in(said, BS_MEANS_GROWTH_RATE)) return (bs_str){0};
    if (said.len < word.len) return word;
    bs_str end = bs_str_slice(said, said.len - word.len, said.len);
    return bs_str_equal_nocase(end, word) ? (bs_str){0} : word;
}

// The label without " (growth)" or " (share)", which tell series of one indicator apart.
static bs_str without_measure(const bs_series *series)
{
    static const char *const endings[] = {" (growth)", " (share)"};
    bs_str label = series->label;
    for (size_t i = 0; i < BS_COUNT(endings); i++) {
        bs_str ending = bs_str_from(endings[i]);
        if (bs_str_ends(label, ending)) return bs_str_slice(label, 0, label.len - ending.len);
    }
    return label;
}

bs_str bs_chart_build__shared_indicator(const bs_chart_builder *b)
{
    bs_str indicator = b->all->items[0].series.indicator;
    for (size_t i = 1; i < b->all->count; i++) {
        if (!bs_str_equal(indicator, b->all->items[i].series.indicator)) return (bs_str){0};
    }
    return indicator;
}

// "북섬" of "북섬, 매출" where all series are of one indicator, which the title or the line below
// it says, unless the user has written that line.
static bs_str without_indicator(const bs_chart_builder *b, const bs_series *series, bs_str label)
{
    bs_str indicator = bs_chart_build__shared_indicator(b);
    bool told = b->all->count > 1 && b->chart->subtitle.len == 0 && indicator.len > 0;
    bool both = series->subject.len > 0 &&
                label.len == series->subject.len + strlen(", ") + indicator.len &&
                bs_str_starts(label, series->subject) && bs_str_ends(label, indicator);
    return told && both ? series->subject : label;
}

bs_str bs_chart_build__label(const bs_chart_builder *b, const bs_series *series)
{
    bs_str label = without_indicator(b, series, bs_chart_build__bare_label(series));
    bs_str measure = bs_chart_build__measure(b, series, label);
    bool told = without_measure(series).len < series->label.len;
    if (!told || measure.len == 0) return label;
    return bs_arena_format(b->arena, "%.*s (%.*s)", BS_STR_ARG(label), BS_STR_ARG(measure));
}

bs_str bs_chart_build__bare_label(const bs_series *series)
{
    bs_str label = without_measure(series);
    if (series->group.len == 0 || !bs_str_starts(label, series->group)) return label;
    bs_str rest = bs_str_trim(bs_str_slice(label, series->group.len, label.len));
    static const char *const separators[] = {"|", ":", "/", "-", "–", "·", "："};
    for (size_t i = 0; i < BS_COUNT(separators); i++) {
        bs_str separator = bs_str_from(separators[i]);
        if (!bs_str_starts(rest, separator)) continue;
        bs_str name = bs_str_trim(bs_str_slice(rest, separator.len, rest.len));
        return name.len > 0 ? name : label;
    }
    return label;
}

// --- observations --------------------------------------------------------------------------------

bool bs_chart_build__is_value(const bs_observation *observation)
{
    return observation->state == BS_STATE_VALUE;
}

bool bs_chart_build__is_planned(const bs_observation *observation)
{
    return observation->status == BS_STATUS_TARGET || observation->status == BS_STATUS_FORECAST;
}

static int compare_dates(bs_date a, bs_date b)
{
    if (a.year != b.year) return a.year < b.year ? -1 : 1;
    if (a.month != b.month) return a.month < b.month ? -1 : 1;
    return (a.day > b.day) - (a.day < b.day);
}

bool bs_chart_build__is_wanted(const bs_chart_builder *b, const bs_observation *observation)
{
    bs_period period = observation->period;
    if (bs_period_is_none(period)) return false;
    bs_date start = bs_period_start(period), end = bs_period_end(period);
    bool early = !bs_period_is_none(b->wish->from) &&
                 compare_dates(start, bs_period_start(b->wish->from)) < 0;
    bool late =
        !bs_period_is_none(b->wish->to) && compare_dates(end, bs_period_end(b->wish->to)) > 0;
    return !early && !late;
}

bool bs_chart_build__is_break(const bs_chart_builder *b, bs_period period)
{
    for (size_t i = 0; i < b->wish->break_count; i++) {
        if (bs_period_equal(b->wish->breaks[i], period)) return true;
    }
    return false;
}

// The proposal as it is shown: in base units where the values are.
static bs_status make_proposal(const bs_chart_builder *b, bs_str *out, const bs_series *series,
                               bs_str printed)
{
    *out = printed;
    int power = series->unit_power - bs_chart_build__power(b, series);
    if (power == 0) return BS_OK;
    bs_buffer digits = BS_BUFFER_INIT;
    for (size_t i = 0; i < printed.len; i++) {
        if (printed.ptr[i] != ',') bs_buffer_add_char(&digits, printed.ptr[i]);
    }
    bs_decimal value;
    bs_status status = bs_buffer_status(&digits, b->err);
    if (status == BS_OK && bs_decimal_parse(&value, bs_buffer_str(&digits), NULL) == BS_OK) {
        status = bs_decimal_shift(&value, value, power, b->err);
        if (status == BS_OK) *out = bs_number_str(value, b->arena);
    }
    bs_buffer_deinit(&digits);
    return status;
}

bs_status bs_chart_build__value(const bs_chart_builder *b, bs_chart_value *out,
                                const bs_stored_series *stored, size_t index)
{
    const bs_observation *observation = &stored->series.observations.items[index];
    *out = (bs_chart_value){.state = observation->state,
                            .status = observation->status,
                            .qualifier = observation->qualifier};
    if (!bs_chart_build__is_value(observation)) return BS_OK;
    int power = bs_chart_build__power(b, &stored->series);
    BS_TRY(bs_decimal_shift(&out->value, observation->value, -power, b->err));
    const bs_finding *finding =
        bs_chart_doubts_of(b->doubts, stored->source_ids[index], &observation->origin);
    if (finding == NULL) return BS_OK;
    out->reason = bs_chart_doubt_reason(finding, b->chart->lang);
    if (finding->proposal_count == 0) return BS_OK;
    return make_proposal(b, &out->proposal, &stored->series, finding->proposals[0].text);
}

size_t bs_chart_build__find(const bs_chart_builder *b, const bs_series *series, bs_period period)
{
    size_t found = SIZE_MAX;
    for (size_t i = 0; i < series->observations.count; i++) {
        const bs_observation *o = &series->observations.items[i];
        if (!bs_period_equal(o->period, period) || !bs_chart_build__is_wanted(b, o)) continue;
        bool known =
            found != SIZE_MAX && !bs_chart_build__is_planned(&series->observations.items[found]);
        if (!bs_chart_build__is_value(o) || (known && bs_chart_build__is_planned(o))) continue;
        found = i;
    }
    return found;
}

static int by_time(const void *a, const void *b)
{
    return bs_period_compare(*(const bs_period *)a, *(const bs_period *)b);
}

bs_status bs_chart_build__periods(bs_period_array *out, const bs_chart_builder *b)
{
    for (size_t i = 0; i < b->all->count; i++) {
        const bs_observation_array *all = &b->all->items[i].series.observations;
        for (size_t j = 0; j < all->count; j++) {
            const bs_observation *o = &all->items[j];
            if (!bs_chart_build__is_value(o) || !bs_chart_build__is_wanted(b, o)) continue;
            bs_period *period = BS_PUSH(b->arena, out);
            if (period == NULL) return bs_chart_build__no_memory(b);
            *period = o->period;
        }
    }
    if (out->count == 0) return BS_OK;
    qsort(out->items, out->count, sizeof *out->items, by_time);
    size_t count = 1;
    for (size_t i = 1; i < out->count; i++) {
        if (bs_period_equal(out->items[i], out->items[count - 1])) continue;
        out->items[count++] = out->items[i];
    }
    out->count = count;
    return BS_OK;
}
