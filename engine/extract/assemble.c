// SPDX-License-Identifier: GPL-3.0-or-later
// Series out of sentences, and a key for every series.
//
// A key is "<group>/<indicator>[@subject]" in the words of the source, with blanks as "-" and
// without the time of the caption, so that it can be typed and stays the same from issue to issue.
// Of two series that would have the same key in one source, the later one gets its frequency behind
// it (":monthly") where that tells them apart, else "~2".
#include <ctype.h>
#include <stdlib.h>

#include "engine/base/utf8.h"
#include "engine/core/unit.h"
#include "engine/extract/extract_internal.h"
#include "engine/extract/grid.h"
#include "engine/extract/group_name.h"
#include "engine/extract/key_map.h"
#include "engine/extract/words.h"

enum {
    PART_BYTES_MAX = 96,
    SMALL_COUNT_MAX = 30, // "6개 부처": a count of things that the sentence lists, no indicator
};

static bool is_key_blank(uint32_t code)
{
    return bs_rune_is_space(code) || code < 0x20 || code == '/' || code == '@' || code == '~' ||
           code == '*' || code == '`';
}

// Writes one part of a key: blanks and separators become one "-", quotes and brackets at the ends
// go.
static void add_part(bs_buffer *out, bs_str text)
{
    size_t start = out->len;
    bool gap = false;
    for (size_t at = 0; at < text.len && out->len - start < PART_BYTES_MAX;) {
        bs_rune rune = bs_utf8_decode(text, at);
        bool blank = is_key_blank(rune.code);
        if (!blank && gap && out->len > start) bs_buffer_add_char(out, '-');
        if (!blank) bs_buffer_add(out, bs_str_slice(text, at, at + rune.len));
        gap = blank;
        at += rune.len;
    }
}

static const char *role_suffix(bs_measure measure, uint32_t table)
{
    if (table > 0) return "";
    if (measure == BS_MEASURE_GROWTH) return ":growth";
    return measure == BS_MEASURE_SHARE ? ":share" : "";
}

// What is known while series are named.
typedef struct naming {
    bs__job *job;
    bs__key_map keys;
    bs__key_map groups; // names of tables: the first series of the first that has it
    bs_str title;       // of the document, without its time
    bs_str paper;       // the same; of a document without a title the name of its file
} naming;

// "data/bulletin.txt": the name of the file that tells a paper without a title from others.
static bs_str file_stem(bs_str path)
{
    if (bs_str_equal(path, BS_STR("-"))) return (bs_str){0};
    bs_str name = bs_str_behind_last(path, "/|\\"), extension = bs_str_behind_last(name, ".");
    bool extended = extension.len < name.len && name.len > extension.len + 1;
    return extended ? bs_str_slice(name, 0, name.len - extension.len - 1) : name;
}

static bs_str name_of(const naming *names, bs_str caption)
{
    bs_str name = bs__group_name(names->job->arena, caption, names->job->source->lang);
    if (name.len > 0 || caption.len == 0) return name;
    return names->paper.len > 0 ? names->paper : caption; // it is nothing but a time
}

// "10월 2만 호, 1~10월 누계 24만 호": does a period hold all months or quarters since January?
static bool runs(bs_period period)
{
    enum { DECEMBER = 12 };
    bs_date first = bs_period_start(period), last = bs_period_end(period);
    return bs_period_is_span(period) && first.month == 1 && first.day == 1 &&
           first.year == last.year && last.month < DECEMBER;
}

// A sentence tells of months, and of all of them since January, under one name: what is `running`
// has a key of its own.
static bs_status make_key(const naming *names, const bs_series *series, bool running, bs_str *out)
{
    bs__job *job = names->job;
    bs_buffer key = BS_BUFFER_INIT;
    // A table by itself is data, and has its series in whichever file it comes.
    bs_str above = series->table > 0 ? names->title : names->paper;
    add_part(&key, series->group.len > 0 ? series->group : above);
    if (key.len > 0) bs_buffer_add_char(&key, '/');
    size_t indicator = key.len;
    add_part(&key, series->indicator);
    // The first word of a sentence has a capital, and so have the heads of most tables.
    if (series->table == 0 && key.len > indicator)
        key.ptr[indicator] = (char)toupper((unsigned char)key.ptr[indicator]);
    bs_buffer_add(&key, bs_str_from(role_suffix(series->measure, series->table)));
    if (running) bs_buffer_add(&key, BS_STR(":running"));
    if (series->subject.len > 0) {
        bs_buffer_add_char(&key, '@');
        add_part(&key, series->subject);
    }
    if (key.len == 0) bs_buffer_add_char(&key, '/'); // nothing names it
    *out = bs_arena_str(job->arena, bs_buffer_str(&key));
    bs_status status = bs_buffer_status(&key, job->err);
    bs_buffer_deinit(&key);
    return status == BS_OK && out->ptr == NULL ? bs__no_memory(job->err) : status;
}

// The number of the last copy of a key is kept beside it, so that many copies cost one look each.
static bs_status make_unique(naming *names, bs_series *series, size_t index)
{
    bs__job *job = names->job;
    bs__key_map *map = &names->keys;
    bs_str key = series->key;
    while (bs__key_map_get(map, key) != SIZE_MAX) {
        size_t copy = bs__key_map_copy(map, series->key);
        key = bs_arena_format(job->arena, "%.*s~%zu", BS_STR_ARG(series->key), copy);
        if (key.ptr == NULL) return bs__no_memory(job->err);
    }
    series->key = key;
    return bs__key_map_put(map, key, index, job->err);
}

// A key that a series of another frequency has taken gets the name of this one's.
static bs_status tell_frequency(naming *names, bs_series *series)
{
    bs__job *job = names->job;
    size_t known = bs__key_map_get(&names->keys, series->key);
    bs_frequency frequency = series->frequency;
    if (known == SIZE_MAX || frequency == BS_FREQUENCY_NONE) return BS_OK;
    bs_frequency other = job->out->series.items[known].frequency;
    if (other == frequency || other == BS_FREQUENCY_NONE) return BS_OK;
    series->key = bs_arena_format(job->arena, "%.*s:%s", BS_STR_ARG(series->key),
                                  bs_frequency_name(frequency));
    return series->key.ptr != NULL ? BS_OK : bs__no_memory(job->err);
}

// The observation of a period; NULL when the series has none.
static const bs_observation *find_period(const bs_series *series, bs_period period)
{
    for (size_t i = series->observations.count; i-- > 0;) {
        const bs_observation *observation = &series->observations.items[i];
        if (bs_period_equal(observation->period, period)) return observation;
    }
    return NULL;
}

static int compare_periods(const void *left, const void *right)
{
    const bs_observation *a = left, *b = right;
    return bs_period_compare(a->period, b->period);
}

// Whether a table under the caption of another holds other periods of the same series: on the next
// page, or in the other half of a sheet.
static bool goes_on(const bs_series *first, const bs_series *next)
{
    bool same = first->table > 0 && next->table > first->table && first->caption.len > 0 &&
                bs_str_equal(first->caption, next->caption) &&
                bs_str_equal(first->label, next->label) && bs_str_equal(first->unit, next->unit) &&
                first->measure == next->measure && first->frequency == next->frequency;
    for (size_t i = 0; i < next->observations.count && same; i++)
        same = find_period(first, next->observations.items[i].period) == NULL;
    return same && next->observations.count > 0;
}

static bs_status join(bs__job *job, bs_series *first, const bs_series *next)
{
    for (size_t i = 0; i < next->observations.count; i++) {
        bs_observation *observation = BS_PUSH(job->arena, &first->observations);
        if (observation == NULL) return bs__no_memory(job->err);
        *observation = next->observations.items[i];
    }
    qsort(first->observations.items, first->observations.count, sizeof(bs_observation),
          compare_periods);
    return BS_OK;
}

static bool is_small(const bs_quantity *quantity)
{
    return quantity->value.scale == 0 && quantity->value.coefficient <= SMALL_COUNT_MAX;
}

// "소비자물가지수는 112.4", "the number of buses was 1,240": a bare number whose name says that it
// is an index or counts something. The marks that indices are held against (0, 50, 100) are none,
// and neither is the first of a row of numbers.
static bool is_bare_measure(const bs__job *job, const bs_quantity *quantity)
{
    static const char indices[] = "지수|指数|指數| index| Index";
    static const char counts[] = "number of |Number of |the number of |The number of ";
    enum { NEXT_BYTES = 8 };
    static const int marks[] = {0, 50, 100};
    bool mark = false;
    for (size_t i = 0; i < BS_COUNT(marks); i++)
        mark |= bs_decimal_equal(quantity->value, bs_decimal_from_int(marks[i]));
    bool level = quantity->kind == BS_KIND_QUANTITY && quantity->role == BS_ROLE_LEVEL;
    if (!level || mark || !bs_str_equal(quantity->unit, BS_STR("1"))) return false;
    bs_str behind = bs_str_slice(job->source->text, quantity->origin.offset + quantity->origin.len,
                                 job->source->text.len);
    behind =
        bs_str_trim(bs_str_slice(behind, 0, behind.len < NEXT_BYTES ? behind.len : NEXT_BYTES));
    if (behind.len > 0 && strchr("0123456789-+", behind.ptr[0]) != NULL) return false;
    if (bs_list_ends(quantity->indicator, indices)) return true;
    return !is_small(quantity) && bs_list_starts(quantity->indicator, counts);
}

// A number of a sentence that makes a series once its time is known: an amount, growth rate or
// share with a name.
static bool is_named_value(const bs__job *job, const bs_quantity *quantity)
{
    if (quantity->origin.table > 0 || !quantity->valued || quantity->indicator.len == 0)
        return false;
    bool kind = quantity->kind == BS_KIND_QUANTITY || quantity->kind == BS_KIND_CURRENCY ||
                quantity->kind == BS_KIND_PERCENT;
    bool role = quantity->role == BS_ROLE_LEVEL || quantity->role == BS_ROLE_GROWTH ||
                quantity->role == BS_ROLE_SHARE;
    if (!kind || !role) return false;
    if (is_bare_measure(job, quantity)) return true;
    bs_dimension dimension = bs_unit_dimension(quantity->unit);
    return dimension != BS_DIM_DURATION && dimension != BS_DIM_NONE &&
           !(dimension == BS_DIM_COUNT_OF && is_small(quantity));
}

static bs_measure measure_of(const bs_quantity *quantity)
{
    if (quantity->role == BS_ROLE_GROWTH) return BS_MEASURE_GROWTH;
    if (quantity->role == BS_ROLE_SHARE) return BS_MEASURE_SHARE;
    return bs_unit_dimension(quantity->unit) == BS_DIM_COUNT_OF ? BS_MEASURE_COUNT_OF
                                                                : BS_MEASURE_LEVEL;
}

// A number fits a series when it goes on with it or says again what it says; that of a table only
// where it says it again.
static bool fits(const bs_series *series, const bs_series *made, const bs_quantity *quantity)
{
    if (!bs_str_equal(series->unit, made->unit) || series->frequency != made->frequency)
        return false;
    const bs_observation *known = find_period(series, quantity->period);
    if (known == NULL) return series->table == 0;
    return known->state == BS_STATE_VALUE && bs_decimal_equal(known->value, quantity->value);
}

static bs_status observe(bs__job *job, bs_series *series, size_t index)
{
    const bs_quantity *quantity = &job->out->quantities.items[index];
    if (find_period(series, quantity->period) != NULL) return BS_OK;
    bs_observation *observation = BS_PUSH(job->arena, &series->observations);
    if (observation == NULL) return bs__no_memory(job->err);
    *observation = (bs_observation){
        .period = quantity->period,
        .state = BS_STATE_VALUE,
        .qualifier = quantity->qualifier,
        .status = quantity->status,
        .value = quantity->value,
        .text = quantity->digits,
        .quantity = index,
        .origin = quantity->origin,
    };
    return BS_OK;
}

static bs_str label_of(bs__job *job, const bs_series *series)
{
    const char *what = series->measure == BS_MEASURE_GROWTH  ? " (growth)"
                       : series->measure == BS_MEASURE_SHARE ? " (share)"
                                                             : "";
    if (series->subject.len == 0) {
        return bs_arena_format(job->arena, "%.*s%s", BS_STR_ARG(series->indicator), what);
    }
    return bs_arena_format(job->arena, "%.*s, %.*s%s", BS_STR_ARG(series->subject),
                           BS_STR_ARG(series->indicator), what);
}

static bs_status add_sentence_series(naming *names, size_t index, bs_str group, bs_str caption)
{
    bs__job *job = names->job;
    const bs_quantity *quantity = &job->out->quantities.items[index];
    bs_series made = {
        .group = group,
        .caption = caption,
        .indicator = quantity->indicator,
        .subject = quantity->subject,
        .unit = quantity->unit,
        .measure = measure_of(quantity),
        .frequency = quantity->period.frequency,
    };
    BS_TRY(make_key(names, &made, runs(quantity->period), &made.key));
    BS_TRY(tell_frequency(names, &made));
    size_t known = bs__key_map_get(&names->keys, made.key);
    bs_series_array *all = &job->out->series;
    if (known != SIZE_MAX && fits(&all->items[known], &made, quantity)) {
        return observe(job, &all->items[known], index);
    }
    made.label = label_of(job, &made);
    BS_TRY(make_unique(names, &made, all->count));
    bs_series *series = BS_PUSH(job->arena, all);
    if (series == NULL) return bs__no_memory(job->err);
    *series = made;
    series->order = (uint32_t)all->count;
    return observe(job, series, index);
}

// The series of a table bear its name without its time. Where two tables differ in their time alone
// ("Births, 2023", "Births, 2024"), the later one keeps it: its values are not those of the first.
static bs_status name_tables(naming *names)
{
    bs_series_array *all = &names->job->out->series;
    bs_str caption = {0}, name = {0};
    uint32_t table = 0;
    for (size_t i = 0; i < all->count; i++) {
        bs_series *series = &all->items[i];
        if (series->table != table || !bs_str_equal(series->group, caption)) {
            caption = series->group;
            table = series->table;
            name = name_of(names, caption);
            size_t owner = name.len > 0 ? bs__key_map_get(&names->groups, name) : SIZE_MAX;
            if (owner == SIZE_MAX && name.len > 0)
                BS_TRY(bs__key_map_put(&names->groups, name, i, names->job->err));
            if (owner != SIZE_MAX && !bs_str_equal(all->items[owner].caption, caption))
                name = caption;
        }
        series->caption = caption;
        series->group = name;
    }
    return BS_OK;
}

static bs_status add_sentences(naming *names)
{
    bs__job *job = names->job;
    bs_str heading = {0}, name = {0};
    for (size_t i = 0; i < job->out->quantities.count; i++) {
        const bs_quantity *quantity = &job->out->quantities.items[i];
        if (!is_named_value(job, quantity)) continue;
        if (bs_period_is_none(quantity->period)) {
            job->out->undated++;
            continue;
        }
        bs_str own = job->headings[quantity->origin.block - 1];
        if (own.ptr != heading.ptr || own.len != heading.len) name = name_of(names, own);
        heading = own;
        BS_TRY(add_sentence_series(names, i, name, own));
    }
    return BS_OK;
}

bs_status bs__assemble(bs__job *job)
{
    naming names = {.job = job};
    bs_series_array *all = &job->out->series;
    size_t count = all->count + job->out->quantities.count;
    BS_TRY(bs__key_map_init(&names.keys, job->arena, count, job->err));
    BS_TRY(bs__key_map_init(&names.groups, job->arena, all->count, job->err));
    bs_str title = job->source->title;
    names.title =
        bs__without_spacing(job->arena, bs__group_name(job->arena, title, job->source->lang));
    if (names.title.len == 0) names.title = title;
    names.paper = names.title.len > 0 ? names.title : file_stem(job->source->path);
    BS_TRY(name_tables(&names));
    size_t kept = 0;
    for (size_t i = 0; i < all->count; i++) {
        bs_series *series = &all->items[i];
        BS_TRY(make_key(&names, series, false, &series->key));
        BS_TRY(tell_frequency(&names, series));
        size_t known = bs__key_map_get(&names.keys, series->key);
        if (known != SIZE_MAX && goes_on(&all->items[known], series)) {
            BS_TRY(join(job, &all->items[known], series));
            continue;
        }
        BS_TRY(make_unique(&names, series, kept));
        if (kept < i) all->items[kept] = *series;
        kept++;
    }
    all->count = kept;
    return add_sentences(&names);
}
