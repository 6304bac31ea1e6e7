// SPDX-License-Identifier: GPL-3.0-or-later
// Makes series of the records: sorted by series, then by period, values read on the way.
#include <stdlib.h>

#include "engine/base/utf8.h"
#include "engine/extract/part_frequency.h"
#include "engine/extract/tidy_internal.h"

// What one record says, with what its order needs.
typedef struct sorted_record {
    bs_period period;
    uint32_t vintage_rank; // 0 when there is none
    const bs__tidy_record *record;
} sorted_record;

typedef struct status_word {
    bs_value_status status;
    bs_state missing;
    bool is_status;
    bool is_missing;
    uint32_t rank; // among all words in byte order, from 1: the later vintage is the greater
} status_word;

typedef struct series_builder {
    bs_tidy *tidy;
    const char *base;                // what value_at counts from
    const bs__tidy_record **records; // by series
    uint32_t *starts;                // of each series in `records`; one more at the end
    size_t series_count;
    sorted_record *sorted; // of one series
    bs_observation *observations;
    status_word *words;
    bs__tidy_namer namer;
    bs_arena *texts; // of what is made on the way
    char mark;
    bs_str cell_unit; // that all cells of the series with a value print; copied
    bool cell_unit_mixed;
    bool wide; // an empty cell at the ends of a series says nothing
} series_builder;

// --- by series -----------------------------------------------------------------------------------

static void count_by_series(series_builder *builder)
{
    const bs_tidy *tidy = builder->tidy;
    for (const bs__tidy_block *block = tidy->blocks; block != NULL; block = block->next) {
        for (size_t i = 0; i < block->count; i++)
            builder->starts[block->records[i].series + 1]++;
    }
    for (size_t i = 0; i < builder->series_count; i++)
        builder->starts[i + 1] += builder->starts[i];
}

// Counting sort: records of a series stay in the order of the file.
static bs_status sort_by_series(series_builder *builder, bs_error *err)
{
    const bs_tidy *tidy = builder->tidy;
    builder->series_count = tidy->entities.count * tidy->slot_count;
    builder->starts = calloc(builder->series_count + 1, sizeof *builder->starts);
    builder->records = calloc(tidy->record_count + 1, sizeof *builder->records);
    uint32_t *next = calloc(builder->series_count + 1, sizeof *next);
    if (builder->starts != NULL && builder->records != NULL && next != NULL) {
        count_by_series(builder);
        memcpy(next, builder->starts, builder->series_count * sizeof *next);
        for (const bs__tidy_block *block = tidy->blocks; block != NULL; block = block->next) {
            for (size_t i = 0; i < block->count; i++)
                builder->records[next[block->records[i].series]++] = &block->records[i];
        }
    }
    bool failed = builder->starts == NULL || builder->records == NULL || next == NULL;
    free(next);
    return failed ? bs__tidy_no_memory(err) : BS_OK;
}

static bs_status scratch_make(series_builder *builder, bs_error *err)
{
    size_t most = 1;
    for (size_t i = 0; i < builder->series_count; i++) {
        size_t count = builder->starts[i + 1] - builder->starts[i];
        if (count > most) most = count;
    }
    builder->sorted = calloc(most, sizeof *builder->sorted);
    builder->observations = calloc(most, sizeof *builder->observations);
    bool failed = builder->sorted == NULL || builder->observations == NULL;
    return failed ? bs__tidy_no_memory(err) : BS_OK;
}

static bs_status words_read(series_builder *builder, bs_error *err)
{
    const bs_tidy *tidy = builder->tidy;
    builder->words = calloc(tidy->words.count + 1, sizeof *builder->words);
    if (builder->words == NULL) return bs__tidy_no_memory(err);
    for (size_t i = 0; i < tidy->words.count; i++) {
        status_word *word = &builder->words[i];
        word->is_status = bs__tidy_status(tidy->words.items[i], &word->status);
        word->is_missing = bs__tidy_missing(tidy->words.items[i], &word->missing);
    }
    return BS_OK;
}

typedef struct ranked_word {
    bs_str text;
    size_t index;
} ranked_word;

static int ranked_compare(const void *a, const void *b)
{
    return bs_str_compare(((const ranked_word *)a)->text, ((const ranked_word *)b)->text);
}

static bs_status words_rank(series_builder *builder, bs_error *err)
{
    const bs_tidy *tidy = builder->tidy;
    if (tidy->vintage_column == SIZE_MAX || tidy->words.count == 0) return BS_OK;
    ranked_word *ranked = calloc(tidy->words.count, sizeof *ranked);
    if (ranked == NULL) return bs__tidy_no_memory(err);
    for (size_t i = 0; i < tidy->words.count; i++)
        ranked[i] = (ranked_word){tidy->words.items[i], i};
    qsort(ranked, tidy->words.count, sizeof *ranked, ranked_compare);
    for (size_t i = 0; i < tidy->words.count; i++)
        builder->words[ranked[i].index].rank = (uint32_t)i + 1;
    free(ranked);
    return BS_OK;
}

// --- by period -----------------------------------------------------------------------------------

static int sorted_compare(const void *a, const void *b)
{
    const sorted_record *x = a;
    const sorted_record *y = b;
    int order = bs_period_compare(x->period, y->period);
    if (order != 0) return order;
    if (x->vintage_rank != y->vintage_rank) return x->vintage_rank < y->vintage_rank ? -1 : 1;
    return (x->record->value_at > y->record->value_at) -
           (x->record->value_at < y->record->value_at);
}

// Fills builder->sorted with the records of a series; of several vintages of a period, the newest.
static size_t sort_by_period(series_builder *builder, const bs__tidy_record **records,
                             size_t record_count)
{
    size_t count = 0;
    bool in_order = true;
    for (size_t i = 0; i < record_count; i++) {
        const bs__tidy_record *record = records[i];
        uint32_t rank = record->vintage > 0 ? builder->words[record->vintage - 1].rank : 0;
        builder->sorted[count] =
            (sorted_record){builder->tidy->periods.items[record->period].period, rank, record};
        if (count > 0)
            in_order = in_order &&
                       sorted_compare(&builder->sorted[count - 1], &builder->sorted[count]) < 0;
        count++;
    }
    if (!in_order) qsort(builder->sorted, count, sizeof *builder->sorted, sorted_compare);
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        const sorted_record *now = &builder->sorted[i];
        bool older = i + 1 < count && now->vintage_rank > 0 &&
                     now[1].vintage_rank > now->vintage_rank &&
                     bs_period_equal(now->period, now[1].period);
        if (!older) builder->sorted[kept++] = *now;
    }
    return kept;
}

// Of the records that have a text; a table of years and months has empty cells for one of them.
static bs_frequency commonest_frequency(const series_builder *builder, size_t count)
{
    size_t counts[BS_FREQUENCY_COUNT] = {0};
    bs_frequency best = BS_FREQUENCY_NONE;
    for (size_t i = 0; i < count; i++) {
        bs_frequency frequency = builder->sorted[i].period.frequency;
        counts[frequency] += builder->sorted[i].record->value_len > 0;
        if (counts[frequency] > counts[best] || best == BS_FREQUENCY_NONE) best = frequency;
    }
    return best;
}

// --- observations --------------------------------------------------------------------------------

static bs_origin record_origin(const char *base, const bs__tidy_record *record, bs_str cell,
                               bs_str text)
{
    size_t before = (size_t)(text.ptr - cell.ptr);
    uint32_t column = record->column + (uint32_t)bs_utf8_count(bs_str_slice(cell, 0, before));
    uint32_t chars = (uint32_t)bs_utf8_count(text);
    return (bs_origin){.offset = (size_t)(text.ptr - base),
                       .len = text.len,
                       .line = record->line,
                       .column = column,
                       .end_column = column + chars - (chars > 0),
                       .table = 1,
                       .row = record->row,
                       .col = record->field + 1u};
}

static bs_value_status settle_status(const series_builder *builder, const bs__tidy_record *record,
                                     bs_value_status of_cell)
{
    const bs__tidy_period *period = &builder->tidy->periods.items[record->period];
    if (of_cell != BS_STATUS_ACTUAL) return of_cell;
    const status_word *word = record->status > 0 ? &builder->words[record->status - 1] : NULL;
    if (word != NULL && word->is_status) return word->status;
    return period->status_stated ? period->status : BS_STATUS_ACTUAL;
}

// "1.2억" in a cell: zeros that are not printed are a scale of its own, unless they are an
// exponent.
static bool has_own_scale(const bs_cell_value *cell, bs_str text)
{
    return cell->value.scale < 0 && memchr(text.ptr, 'e', text.len) == NULL &&
           memchr(text.ptr, 'E', text.len) == NULL;
}

// The value in base units. The header's scale does not hold for a cell with a scale or another unit
// of its own.
static bool value_settle(bs_decimal *out, const bs_series *series, const bs_cell_value *cell,
                         bs_str text)
{
    bool own = cell->unit.len > 0 && !bs_str_equal(cell->unit, series->unit);
    int power = own || has_own_scale(cell, text) ? 0 : series->unit_power;
    return !cell->range && bs_decimal_shift(out, cell->value, power, NULL) == BS_OK;
}

// Follows the unit that the cells of a series print themselves: "5%".
static bs_status cell_unit_take(series_builder *builder, const bs_cell_value *cell, bool first,
                                bs_error *err)
{
    if (first) {
        builder->cell_unit_mixed = false;
        builder->cell_unit = (bs_str){0};
        if (cell->unit.len == 0) return BS_OK;
        builder->cell_unit = bs_arena_str(builder->texts, cell->unit);
        return builder->cell_unit.ptr ? BS_OK : bs__tidy_no_memory(err);
    }
    if (!bs_str_equal(builder->cell_unit, cell->unit)) builder->cell_unit_mixed = true;
    return BS_OK;
}

static void observation_fill(bs_observation *out, const series_builder *builder,
                             const bs__tidy_record *record, const bs_cell_value *cell_value,
                             const bs_series *series)
{
    const bs_tidy *tidy = builder->tidy;
    const bs__tidy_period *period = &tidy->periods.items[record->period];
    bs_str cell = {builder->base + record->value_at, record->value_len};
    bs_cell_value value = *cell_value;
    *out = (bs_observation){.period = period->period,
                            .state = value.state,
                            .qualifier = value.qualifier,
                            .status = settle_status(builder, record, value.status),
                            .period_text = period->shown,
                            .quantity = BS_NO_QUANTITY};
    const status_word *word = record->status > 0 ? &builder->words[record->status - 1] : NULL;
    if (out->state == BS_STATE_EMPTY && word != NULL && word->is_missing)
        out->state = word->missing;
    if (out->state == BS_STATE_VALUE && !value_settle(&out->value, series, &value, cell))
        out->state = BS_STATE_UNREADABLE;
    bool digits = out->state == BS_STATE_VALUE && value.digits_end > value.digits_start;
    out->text = digits ? bs_str_slice(cell, value.digits_start, value.digits_end) : cell;
    out->origin = record_origin(builder->base, record, cell, out->text);
    out->origin.table = series->table;
}

// In a wide table, empty cells before the first and behind the last value are the table's shape.
static bs_observation_array observations_trim(const series_builder *builder, size_t count)
{
    size_t start = 0;
    bs_observation *all = builder->observations;
    while (builder->wide && count > 0 && all[count - 1].state == BS_STATE_EMPTY)
        count--;
    while (builder->wide && start < count && all[start].state == BS_STATE_EMPTY)
        start++;
    return (bs_observation_array){all + start, count - start, count - start};
}

static bs_status observations_fill(bs_series *series, series_builder *builder, size_t count,
                                   bs_error *err)
{
    const bs_tidy *tidy = builder->tidy;
    bool first = true;
    for (size_t i = 0; i < count; i++) {
        const bs__tidy_record *record = builder->sorted[i].record;
        bs_str cell = {builder->base + record->value_at, record->value_len};
        bs_cell_value value;
        bs__tidy_value(&value, cell, builder->mark, tidy->lang);
        if (value.state == BS_STATE_VALUE) BS_TRY(cell_unit_take(builder, &value, first, err));
        first = first && value.state != BS_STATE_VALUE;
        observation_fill(&builder->observations[i], builder, record, &value, series);
    }
    bool own = !first && !builder->cell_unit_mixed && builder->cell_unit.len > 0;
    // "0.73个百分点" in a column of rates: by how much a rate has changed.
    bool points = own && bs_str_equal(builder->cell_unit, BS_STR("%p")) &&
                  bs_str_equal(series->unit, BS_STR("%"));
    if (own && (points || series->unit_text.len == 0))
        series->unit = series->unit_text = builder->cell_unit;
    return BS_OK;
}

// --- series --------------------------------------------------------------------------------------

static bs_status series_build(bs_series *out, series_builder *builder, size_t index, bs_error *err)
{
    bs_tidy *tidy = builder->tidy;
    *out = (bs_series){0};
    size_t start = builder->starts[index];
    size_t count =
        sort_by_period(builder, builder->records + start, builder->starts[index + 1] - start);
    bool empty = builder->wide;
    for (size_t i = 0; i < count && empty; i++)
        empty = builder->sorted[i].record->value_len == 0;
    if (empty) return BS_OK;
    const bs__tidy_entity *entity = &tidy->entities.items[index / tidy->slot_count];
    BS_TRY(bs__tidy_name(out, tidy, &builder->namer, entity, index % tidy->slot_count, err));
    out->frequency = commonest_frequency(builder, count);
    BS_TRY(observations_fill(out, builder, count, err));
    out->measure = bs__tidy_measure(out, entity->kind);
    out->observations = observations_trim(builder, count);
    return BS_OK;
}

// Also for a series whose records were put together elsewhere.
bs_status bs__tidy_observe(bs_series *series, bs_tidy *tidy, const bs__tidy_values *values,
                           bs_error *err)
{
    size_t count = values->count;
    series_builder builder = {
        .tidy = tidy,
        .base = values->base,
        .sorted = BS_NEW_ARRAY(values->arena, sorted_record, count),
        .observations = BS_NEW_ARRAY(values->arena, bs_observation, count),
        .texts = values->arena,
        .mark = values->mark,
        .wide = tidy->slot_count > 1 || tidy->row_is_series,
    };
    const bs__tidy_record **records = BS_NEW_ARRAY(values->arena, const bs__tidy_record *, count);
    if (builder.sorted == NULL || builder.observations == NULL || records == NULL)
        return bs__tidy_no_memory(err);
    for (size_t i = 0; i < count; i++)
        records[i] = &values->records[i];
    count = sort_by_period(&builder, records, count);
    series->frequency = commonest_frequency(&builder, count);
    BS_TRY(observations_fill(series, &builder, count, err));
    series->measure = bs__tidy_measure(series, (bs_str){0});
    series->observations = observations_trim(&builder, count);
    return BS_OK;
}

static void builder_deinit(series_builder *builder)
{
    free(builder->records);
    free(builder->starts);
    free(builder->sorted);
    free(builder->observations);
    free(builder->words);
    bs__tidy_namer_deinit(&builder->namer);
}

static bs_status builder_init(series_builder *builder, bs_error *err)
{
    bs_tidy *tidy = builder->tidy;
    char mark = tidy->options.decimal_mark;
    BS_TRY(bs__tidy_settle(tidy, err));
    builder->base = tidy->source->text.ptr;
    builder->texts = &builder->namer.arena;
    builder->mark = mark != 0 ? mark : bs__tidy_decimal_mark(&tidy->marks);
    builder->wide =
        tidy->slot_count > 1 || tidy->row_is_series || tidy->header_is_part || tidy->header_is_year;
    BS_TRY(sort_by_series(builder, err));
    BS_TRY(scratch_make(builder, err));
    BS_TRY(words_read(builder, err));
    return words_rank(builder, err);
}

static void set_file(const bs_source *source, bs_error *err)
{
    char path[BS_ERROR_FILE_SIZE] = "";
    size_t len = source->path.len < sizeof path - 1 ? source->path.len : sizeof path - 1;
    if (len == 0) return;
    memcpy(path, source->path.ptr, len);
    bs_error_set_file(err, path);
}

bs_status bs_tidy_each(bs_tidy *tidy, bs_tidy_visit visit, void *context, bs_error *err)
{
    series_builder builder = {.tidy = tidy};
    bs_arena parts = BS_ARENA_INIT;
    size_t visited = 0;
    bs_status status;
    BS_TRY_DONE(builder_init(&builder, err));
    for (size_t i = 0; i < builder.series_count; i++) {
        bs_series series;
        BS_TRY_DONE(series_build(&series, &builder, i, err));
        if (series.observations.count == 0) continue;
        visited++;
        if (!bs__is_mixed(&series)) {
            BS_TRY_DONE(visit(context, &series, err));
        } else {
            BS_TRY_DONE(bs__each_frequency(&series, &parts, visit, context, err));
            bs_arena_reset(&parts);
        }
    }
    if (visited == 0)
        status = bs_fail(err, BS_E_FORMAT, "no values; every cell for a value is empty");
done:
    if (status != BS_OK) set_file(tidy->source, err);
    bs_arena_deinit(&parts);
    builder_deinit(&builder);
    return status;
}

typedef struct collector {
    bs_reading *reading;
    bs_arena *arena;
} collector;

static bool texts_copy(bs_series *series, bs_arena *arena)
{
    bs_str *texts[] = {&series->key,     &series->label, &series->group,    &series->indicator,
                       &series->subject, &series->unit,  &series->unit_text};
    for (size_t i = 0; i < BS_COUNT(texts); i++) {
        if (texts[i]->len == 0) continue;
        *texts[i] = bs_arena_str(arena, *texts[i]);
        if (texts[i]->ptr == NULL) return false;
    }
    return true;
}

static bs_status collect(void *context, const bs_series *series, bs_error *err)
{
    collector *into = context;
    bs_series *kept = BS_PUSH(into->arena, &into->reading->series);
    if (kept == NULL) return bs__tidy_no_memory(err);
    *kept = *series;
    size_t count = series->observations.count;
    bs_observation *items = BS_NEW_ARRAY(into->arena, bs_observation, count);
    if (items == NULL || !texts_copy(kept, into->arena)) return bs__tidy_no_memory(err);
    memcpy(items, series->observations.items, count * sizeof *items);
    kept->observations = (bs_observation_array){items, count, count};
    return BS_OK;
}

bs_status bs_tidy_finish(bs_reading *out, bs_arena *arena, bs_tidy *tidy, bs_error *err)
{
    bs_reading reading = {.source = tidy->source};
    collector into = {&reading, arena};
    BS_TRY(bs_tidy_each(tidy, collect, &into, err));
    *out = reading;
    return BS_OK;
}
