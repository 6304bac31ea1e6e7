// SPDX-License-Identifier: GPL-3.0-or-later
// The builder that works block by block against the one that keeps the whole file (tidy.h): the
// same series with the same observations, on files made at random.
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "engine/core/packed_list.h"
#include "engine/extract/bulk.h"
#include "engine/read/csv_feed.h"

// --- series as text ------------------------------------------------------------------------------

typedef struct noted {
    bs_str key;
    bs_str head; // what is said of the series
    bs_str text; // of one observation
    bs_period period;
    uint32_t line;
    uint32_t column;
} noted;

typedef struct notes {
    bs_arena arena;
    BS_ARRAY(noted) items;
    bs_packed_list *list; // where the series are kept; NULL: they are noted at once
} notes;

static bs_str observation_text(bs_arena *arena, const bs_observation *item)
{
    bs_buffer out = BS_BUFFER_INIT;
    bs_period_write(item->period, &out);
    bs_buffer_addf(&out, "=");
    if (item->state == BS_STATE_VALUE) bs_decimal_write(item->value, &out);
    bs_buffer_addf(&out, "/%d '%.*s' '%.*s' %s %s %s %u:%u-%u t%u r%u c%u", (int)item->value.scale,
                   BS_STR_ARG(item->text), BS_STR_ARG(item->period_text),
                   bs_state_name(item->state), bs_qualifier_name(item->qualifier),
                   bs_value_status_name(item->status), (unsigned)item->origin.line,
                   (unsigned)item->origin.column, (unsigned)item->origin.end_column,
                   (unsigned)item->origin.table, (unsigned)item->origin.row,
                   (unsigned)item->origin.col);
    bs_str text = bs_arena_str(arena, bs_buffer_str(&out));
    bs_buffer_deinit(&out);
    return text;
}

static bs_status note_series(void *context, const bs_series *series, bs_error *err)
{
    (void)err;
    notes *out = context;
    bs_str key = bs_arena_str(&out->arena, series->key);
    bs_str head = bs_arena_format(
        &out->arena, "%.*s|%.*s|%.*s|%.*s|%.*s|%.*s|%d|%s|%s|%u|%u", BS_STR_ARG(series->label),
        BS_STR_ARG(series->group), BS_STR_ARG(series->indicator), BS_STR_ARG(series->subject),
        BS_STR_ARG(series->unit), BS_STR_ARG(series->unit_text), series->unit_power,
        bs_measure_name(series->measure), bs_frequency_code(series->frequency),
        (unsigned)series->order, (unsigned)series->table);
    for (size_t i = 0; i < series->observations.count; i++) {
        const bs_observation *item = &series->observations.items[i];
        *BS_PUSH(&out->arena, &out->items) = (noted){key,
                                                     head,
                                                     observation_text(&out->arena, item),
                                                     item->period,
                                                     item->origin.line,
                                                     item->origin.column};
    }
    return BS_OK;
}

static bs_status note_packed(void *context, const bs_packed *packed, bs_error *err)
{
    bs_arena arena = BS_ARENA_INIT;
    bs_series series;
    assert_int_equal(bs_packed_series(&series, &arena, packed, err), BS_OK);
    bs_status status = note_series(context, &series, err);
    bs_arena_deinit(&arena);
    return status;
}

static int compare(const void *left, const void *right)
{
    const noted *a = left, *b = right;
    int order = bs_str_compare(a->key, b->key);
    if (order == 0) order = bs_period_compare(a->period, b->period);
    if (order == 0) order = (a->line > b->line) - (a->line < b->line);
    return order != 0 ? order : (a->column > b->column) - (a->column < b->column);
}

// Sorted, unless the order of the series is to be seen as well.
static bs_str notes_text(notes *from, bool with_head, bool sorted)
{
    bs_buffer out = BS_BUFFER_INIT;
    if (sorted && from->items.count > 1)
        qsort(from->items.items, from->items.count, sizeof *from->items.items, compare);
    for (size_t i = 0; i < from->items.count; i++) {
        const noted *item = &from->items.items[i];
        bool first = i == 0 || !bs_str_equal(item->key, item[-1].key);
        if (first) bs_buffer_addf(&out, "# %.*s", BS_STR_ARG(item->key));
        if (first && with_head) bs_buffer_addf(&out, " (%.*s)", BS_STR_ARG(item->head));
        bs_buffer_addf(&out, "%s%.*s\n", first ? "\n" : "", BS_STR_ARG(item->text));
    }
    bs_str text = bs_arena_str(&from->arena, bs_buffer_str(&out));
    bs_buffer_deinit(&out);
    return text;
}

// --- both ways -----------------------------------------------------------------------------------

static bs_status read_whole(notes *out, bs_str text, bs_error *err)
{
    bs_source source;
    bs_tidy *tidy;
    assert_int_equal(bs_source_init(&source, &out->arena, BS_STR("x.csv"), text, NULL), BS_OK);
    assert_int_equal(bs_tidy_new(&tidy, &source, NULL, NULL), BS_OK);
    bs_status status = bs_csv_read(&source, NULL, bs_tidy_sink(tidy), NULL, err);
    if (status == BS_OK) status = bs_tidy_each(tidy, note_series, out, err);
    bs_tidy_free(tidy);
    return status;
}

typedef struct bulk_way {
    size_t block_bytes;
    size_t log_bytes;
    bs_bulk_refuse refuse;
    bool kept; // in a list, and then taken from there
} bulk_way;

static bs_status feed_all(bs_csv_feed *feed, bs_bulk *bulk, bs_error *err)
{
    bs_row_block block = BS_ROW_BLOCK_INIT;
    bs_bulk_batch *batch = bs_bulk_batch_new();
    bs_status status = BS_OK;
    for (bool more = true; status == BS_OK;) {
        status = bs_csv_feed_next(feed, &block, &more, err);
        if (status != BS_OK || !more) break;
        status = bs_csv_block_split(&block, err);
        if (status == BS_OK) status = bs_bulk_read(bulk, batch, &block, err);
        if (status == BS_OK) status = bs_bulk_take(bulk, batch, err);
    }
    bs_bulk_batch_free(batch);
    bs_row_block_deinit(&block);
    return status;
}

static bs_status keep_packed(void *context, const bs_packed *packed, bs_error *err)
{
    notes *out = context;
    return bs_packed_list_add(out->list, packed, err);
}

static bs_status note_list(notes *out, bs_error *err)
{
    const bs_series_array *heads = bs_packed_list_heads(out->list);
    for (size_t i = 0; i < heads->count; i++) {
        bs_series series;
        BS_TRY(bs_packed_list_get(&series, &out->arena, out->list, i, err));
        size_t count = 0;
        for (size_t k = 0; k < series.observations.count; k++)
            count += series.observations.items[k].state == BS_STATE_VALUE;
        assert_int_equal(bs_packed_list_value_count(out->list, i), count);
        BS_TRY(note_series(out, &series, err));
    }
    return BS_OK;
}

static bs_status read_blocks(notes *out, const char *path, const bulk_way *way, bs_error *err)
{
    bs_csv_feed *feed;
    bs_source source;
    bs_tidy *tidy;
    bs_bulk *bulk = NULL;
    bs_csv_options form = {.block_bytes = way->block_bytes};
    bs_bulk_options options = {.visit = way->kept ? keep_packed : note_packed,
                               .context = out,
                               .log_bytes = way->log_bytes,
                               .refuse = way->refuse,
                               .keep_unreadable = way->kept};
    BS_TRY(bs_csv_feed_open(&feed, path, &form, err));
    bs_str sample = bs_csv_feed_sample(feed);
    assert_int_equal(bs_source_init(&source, &out->arena, BS_STR("x.csv"), sample, NULL), BS_OK);
    assert_int_equal(bs_tidy_new(&tidy, &source, NULL, NULL), BS_OK);
    bs_row_sink sink = bs_bulk_sample_sink(tidy);
    bs_status status = bs_csv_feed_head(feed, BS_BULK_SAMPLE_ROWS, sink, err);
    if (status == BS_OK) status = bs_bulk_new(&bulk, tidy, &options, err);
    for (bool again = true; status == BS_OK && again;) {
        out->items.count = 0;
        if (way->kept) bs_packed_list_clear(out->list);
        status = feed_all(feed, bulk, err);
        if (status == BS_OK) status = bs_bulk_end(bulk, &again, err);
        if (status == BS_OK && again) {
            bs_csv_feed_close(feed);
            assert_int_equal(bs_csv_feed_open(&feed, path, &form, err), BS_OK);
        }
    }
    bs_bulk_free(bulk);
    bs_tidy_free(tidy);
    bs_csv_feed_close(feed);
    return status == BS_OK && way->kept ? note_list(out, err) : status;
}

static void write_file(char *path, bs_str text)
{
    strcpy(path, "/tmp/bs-bulk-XXXXXX");
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, text.ptr, text.len), text.len);
    close(fd);
}

static void assert_same_by(const bulk_way *way, const char *path, bs_str text)
{
    notes whole = {0}, parts = {.list = way->kept ? bs_packed_list_new() : NULL};
    bs_error err = BS_ERROR_INIT, whole_err = BS_ERROR_INIT;
    bs_status whole_status = read_whole(&whole, text, &whole_err);
    bs_status status = read_blocks(&parts, path, way, &err);
    bool unreadable =
        !way->kept && status == BS_E_FORMAT && strstr(err.message, "is not a number") != NULL;
    // What tidy alone can read, and what it reads as unreadable, is no case for comparing.
    if (status != BS_E_ARGUMENT && !unreadable) {
        bool head = way->kept || way->log_bytes == 0;
        bs_str got = notes_text(&parts, head, !way->kept);
        bs_str expected = notes_text(&whole, head, !way->kept);
        if (status != whole_status || (status == BS_OK && !bs_str_equal(got, expected))) {
            fail_msg("blocks of %zu, %s: status %d '%s', whole %d '%s'\n%.*s\n--- whole:\n%.*s"
                     "--- blocks:\n%.*s",
                     way->block_bytes, way->kept ? "kept" : "noted", status, err.message,
                     whole_status, whole_err.message, BS_STR_ARG(text), BS_STR_ARG(expected),
                     BS_STR_ARG(got));
        }
    }
    bs_packed_list_free(parts.list);
    bs_arena_deinit(&parts.arena);
    bs_arena_deinit(&whole.arena);
}

static void assert_same(bs_str text)
{
    static const bulk_way ways[] = {{.block_bytes = 0},
                                    {.block_bytes = 90},
                                    {.block_bytes = 400, .log_bytes = 2000},
                                    {.block_bytes = 90, .kept = true},
                                    {.block_bytes = 90, .log_bytes = 700, .kept = true}};
    char path[32];
    write_file(path, text);
    for (size_t i = 0; i < BS_COUNT(ways); i++)
        assert_same_by(&ways[i], path, text);
    unlink(path);
}

// --- cases ---------------------------------------------------------------------------------------

static void test_written_cases(void **state)
{
    (void)state;
    static const char *const cases[] = {
        "series,period,value\na,2020,1.50\na,2021,2\nb,2020,-3\n",
        // Sorted by period, and by nothing.
        "series,period,value\na,2020,1\nb,2020,2\na,2021,3\nb,2021,4\n",
        "series,period,value\na,2021,3\nb,2020,2\nb,2021,4\na,2020,1\n",
        // The same period twice.
        "series,period,value\na,2020,1\na,2020,2\na,2021,3\n",
        // Gaps, marks and units in cells.
        "series,period,value\na,2020,\na,2021,2 p\na,2022,n/a\na,2023,\"1,234\"\na,2024,5\n",
        "series,period,value\nrate,2020,5%\nrate,2021,6.5%\n",
        "series,period,value\na,2020,0.5\na,2021,-0\na,2022,+7\na,2023,007\na,2024,1e3\n",
        // Wide by years with gaps at the ends and inside; wide by series.
        "series,2020,2021,2022\na,1,,3\nb,,2,\nc,4,5,6\n",
        "period,a,b,c\n2020,1,2,3\n2021,,5,6\n2022,7,,\n",
        "country,indicator,2020,2021\nX,gdp,1,2\nX,cpi,3,4\nY,gdp,5,6\n",
        // Names that claim one key.
        "series,2020,2021\na b,1,2\na b,3,4\na  b,5,6\n",
        // A decimal comma that only a late row tells of.
        "series;period;value\na;2020;1.234\na;2021;2.345\nb;2020;3.456\nb;2021;12,5\nc;2020;7,25\n",
        // Days that are months, and months that a late row makes days.
        "series,date,value\na,2020-01-01,1\na,2020-02-01,2\na,2020-03-01,3\nb,2020-01-01,4\n",
        "series,date,value\na,2020-01-01,1\na,2020-02-01,2\na,2020-03-01,3\nb,2020-01-02,4\n",
        "series,date,value\na,01/02/2020,1\na,02/02/2020,2\nb,13/02/2020,3\n",
        // A unit in a column, in the header, in a name.
        "series,period,value,unit\na,2020,1.5,thousand\na,2021,2,thousand\nb,2020,3,%\n",
        "series,period,value (억원)\na,2020,1.5\na,2021,2\n",
        "지역,2020년,2021년\n서울,1,2\n부산,3,4\n",
        "A title\nseries,period,value\na,2020,1\na,2021,2\nSource: somebody\n",
        "series,freq,period,value\na,Q,202001,1\na,Q,202002,2\na,Q,202003,3\nb,M,202001,4\n",
        "\"series\",\"period\",\"value\"\n\"a, x\",\"2020\",\"1.5\"\n\"a, x\",\"2021\",\"2\"\n",
        "series,period,value\na,2020,1\na,2021,2\n\n\"b\nb\",2020,3\nc,2020,4\nc,2021,5\n",
        "series,period,value\na,2020,\na,2021,\n",
        // What is no number.
        "series,period,value\na,2020,1\na,2021,many\na,2022,\"x, y\"\nb,2020,12..5\nb,2021,2\n",
        // Groups and tables, under names of different lengths.
        "series,period,value,group\na,2020,1,g\na longer name,2020,2,g\nb,2020,3,another\n"
        "and a longer one still,2020,4,g\nc,2020,5,another\n",
        "series,period,value,table\na longer name,2020,1,1\nb,2020,2,1\nc,2020,3,2\n",
    };
    for (size_t i = 0; i < BS_COUNT(cases); i++)
        assert_same(bs_str_from(cases[i]));
}

static uint32_t seed = 7;

static uint32_t next_random(uint32_t below)
{
    seed = seed * 1664525u + 1013904223u; // Numerical Recipes
    return (seed >> 8) % below;
}

static void add_value(bs_buffer *out, bool odd)
{
    static const char *const other[] = {"",  "n/a",  "5 p",   "\"1,234\"", "-",
                                        "0", "-0.5", "\"7\"", " 8 "};
    if (odd && next_random(8) == 0) {
        bs_buffer_addf(out, "%s", other[next_random(BS_COUNT(other))]);
        return;
    }
    bs_buffer_addf(out, "%u", next_random(5000));
    uint32_t places = next_random(4);
    for (uint32_t i = 0; i < places; i++)
        bs_buffer_addf(out, "%s%u", i == 0 ? "." : "", next_random(10));
}

enum { SERIES_MAX = 6, PERIODS_MAX = 8 };

static void add_long(bs_buffer *out, uint32_t series_count, uint32_t period_count, bool odd)
{
    static const char *const names[] = {"a", "bb", "\"c, d\"", "이름", "e f", "g"};
    uint32_t cells[SERIES_MAX * PERIODS_MAX], count = series_count * period_count;
    bool by_period = next_random(3) == 0, shuffled = next_random(3) == 0;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t s = by_period ? i % series_count : i / period_count;
        uint32_t p = by_period ? i / series_count : i % period_count;
        cells[i] = s * PERIODS_MAX + p;
    }
    for (uint32_t i = count; shuffled && i > 1; i--) {
        uint32_t other = next_random(i), kept = cells[i - 1];
        cells[i - 1] = cells[other];
        cells[other] = kept;
    }
    bs_buffer_addf(out, "series,period,value\n");
    for (uint32_t i = 0; i < count; i++) {
        if (odd && next_random(20) == 0) continue;
        bs_buffer_addf(out, "%s,2020-%02u,", names[cells[i] / PERIODS_MAX],
                       cells[i] % PERIODS_MAX + 1);
        add_value(out, odd);
        bs_buffer_addf(out, "\n");
    }
}

static void add_wide(bs_buffer *out, uint32_t series_count, uint32_t period_count, bool odd)
{
    bool by_series = next_random(2) == 0;
    uint32_t across = by_series ? series_count : period_count;
    uint32_t down = by_series ? period_count : series_count;
    bs_buffer_addf(out, by_series ? "period" : "series");
    for (uint32_t i = 0; i < across; i++)
        bs_buffer_addf(out, by_series ? ",s%u" : ",%u", by_series ? i : 2015 + i);
    for (uint32_t j = 0; j < down; j++) {
        bs_buffer_addf(out, by_series ? "\n%u" : "\nrow %u", by_series ? 2015 + j : j);
        for (uint32_t i = 0; i < across; i++) {
            bs_buffer_addf(out, ",");
            add_value(out, odd);
        }
    }
    bs_buffer_addf(out, "\n");
}

static void test_random_files(void **state)
{
    (void)state;
    enum { FILE_COUNT = 600 };
    for (int i = 0; i < FILE_COUNT; i++) {
        bs_buffer text = BS_BUFFER_INIT;
        uint32_t series_count = 1 + next_random(SERIES_MAX);
        uint32_t period_count = 2 + next_random(PERIODS_MAX - 2);
        bool odd = next_random(2) == 0;
        if (next_random(2) == 0)
            add_long(&text, series_count, period_count, odd);
        else
            add_wide(&text, series_count, period_count, odd);
        assert_same(bs_buffer_str(&text));
        bs_buffer_deinit(&text);
    }
}

// --- mistakes ------------------------------------------------------------------------------------

static void assert_mistake(const char *text, uint32_t line, uint32_t column, const char *says)
{
    char path[32];
    notes out = {0};
    bs_error err = BS_ERROR_INIT;
    bulk_way way = {0};
    write_file(path, bs_str_from(text));
    assert_int_equal(read_blocks(&out, path, &way, &err), BS_E_FORMAT);
    unlink(path);
    bs_arena_deinit(&out.arena);
    if (err.line != line || err.column != column || strstr(err.message, says) == NULL)
        fail_msg("%u:%u %s", (unsigned)err.line, (unsigned)err.column, err.message);
}

static void test_mistakes_have_a_place(void **state)
{
    (void)state;
    static const char head[] = "series,period,value\na,2020,1\n";
    char text[200];
    static const struct {
        const char *row;
        uint32_t column;
        const char *says;
    } rows[] = {
        {"a,2021,many\n", 8, "'many' is not a number; expected digits"},
        {"a,soon,2\n", 3, "'soon' is not a period; expected a year"},
        {"a,2021\n", 6, "row has 2 fields, the header has 3"},
        {"가나,2021,12x3,y\n", 14, "row has 4 fields, the header has 3"},
        {"a,2021,1\"2\n", 9, "quote inside an unquoted field"},
        {"가나,2021,1,,2\n", 11, "row has 5 fields"},
    };
    for (size_t i = 0; i < BS_COUNT(rows); i++) {
        snprintf(text, sizeof text, "%s%sb,2020,3\n", head, rows[i].row);
        assert_mistake(text, 3, rows[i].column, rows[i].says);
    }
}

typedef struct refusals {
    notes notes; // first: the visit sees it
    bs_buffer said;
} refusals;

static bs_status note_refusal(void *context, const bs_bad_row *bad, bs_error *err)
{
    (void)err;
    refusals *own = context;
    bs_buffer_addf(&own->said, "%u:%u %.20s\n", (unsigned)bad->line_number, (unsigned)bad->column,
                   bad->message);
    return BS_OK;
}

// The good rows are read, each bad one is told of.
static void test_going_on(void **state)
{
    (void)state;
    static const char text[] = "series,period,value\na,2020,1\na,2021,many\na,soon,3\na,2023\n"
                               "a,2024,5\nb,2020,6\nb,never,7\nb,2021,x\"y\nb,2022,8\n";
    char path[32];
    refusals own = {0};
    bulk_way way = {.refuse = note_refusal};
    bs_error err = BS_ERROR_INIT;
    write_file(path, bs_str_from(text));
    if (read_blocks(&own.notes, path, &way, &err) != BS_OK) fail_msg("%s", err.message);
    unlink(path);
    assert_string_equal(own.said.ptr, "3:8 'many' is not a numb\n"
                                      "5:6 row has 2 fields, th\n"
                                      "9:9 quote inside an unqu\n"
                                      "4:3 'soon' is not a peri\n"
                                      "8:3 'never' is not a per\n");
    bs_str got = notes_text(&own.notes, false, true);
    size_t lines = 0;
    for (size_t i = 0; i < got.len; i++)
        lines += got.ptr[i] == '\n';
    assert_int_equal(lines, 2 + 2 + 2);
    assert_true(bs_str_find(got, BS_STR("2024=5/0"), 0) != SIZE_MAX);
    assert_true(bs_str_find(got, BS_STR("2022=8/0"), 0) != SIZE_MAX);
    bs_buffer_deinit(&own.said);
    bs_arena_deinit(&own.notes.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_written_cases),
        cmocka_unit_test(test_random_files),
        cmocka_unit_test(test_mistakes_have_a_place),
        cmocka_unit_test(test_going_on),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
