// SPDX-License-Identifier: GPL-3.0-or-later
// A data file that begins with what is known of its series, a word and a value a column in each
// row, where others have a header:
//
//     "Title","Jobless rate","Output"
//     "Unit","%","m"
//     "Next release","16 July 2025","18 July 2025"
//     "2024 Q1","4.2","5120"
#include "engine/extract/tidy_internal.h"
#include "engine/extract/words.h"

// Fewer rows than these are a header and a row of units.
enum { PREAMBLE_ROWS_MIN = 3, PREAMBLE_ROWS_MAX = 40, OBSERVATIONS_MIN = 2, KNOWN_ROWS_MIN = 2 };

static const char title_words[] =
    "title|name|series|series description|indicator|제목|통계명|지표명|标题|指标|名称|"
    "系列名|統計名|系列名称";
static const char meta_words[] =
    "unit|units|dimension|last update|series type|data type|frequency|series start|series end|no. "
    "obs|collection month|multiplier|currency|unique identifier|time period|"
    "series id|descriptor|description|type|last modified|source|notes|code|release date|"
    "publication date|adjustment type|cdid|mnemonic|next release|series code|source dataset id|"
    "단위|주기|출처|코드|单位|频率|来源|代码|単位|頻度|出所|コード|データコード|系列コード|"
    "統計の種別";

static bs_str without_colon(bs_str key)
{
    return bs_str_ends(key, BS_STR(":")) ? bs_str_trim(bs_str_slice(key, 0, key.len - 1)) : key;
}

// Whether the row begins with one of the words, without regard to case.
static bool begins_with(const bs_tidy *tidy, size_t row, const char *words)
{
    bs_str key = without_colon(bs__tidy_cell(tidy, row, 0)), rest = bs_str_from(words), word;
    while (bs_str_next(&rest, '|', &word)) {
        if (bs_str_equal_nocase(key, word)) return true;
    }
    return false;
}

bool bs__tidy_is_meta_row(const bs_tidy *tidy, size_t row)
{
    return begins_with(tidy, row, meta_words);
}

// Files of central banks have codes and names in two rows without such words: "",A1,A2 over
// "",Loans,Deposits.
static bool is_nameless(const bs_tidy *tidy, size_t row)
{
    return row < 2 && bs__tidy_cell(tidy, 0, 0).len + bs__tidy_cell(tidy, 1, 0).len == 0;
}

static bool is_title(const bs_tidy *tidy, size_t row)
{
    return begins_with(tidy, row, title_words) || (row == 1 && is_nameless(tidy, row));
}

static bool is_observation(const bs_tidy *tidy, size_t row)
{
    bs_str time = bs__tidy_cell(tidy, row, 0);
    bool number = false; // or a mark for one that is missing
    for (size_t i = 1; i < tidy->width && !number; i++) {
        bs_str text = bs__tidy_cell(tidy, row, i);
        number = text.len > 0 && bs__tidy_state(text) != BS_STATE_UNREADABLE;
    }
    return number && bs__tidy_time_of(time, tidy->lang) == BS__TIDY_WHOLE;
}

static bool is_remark(const bs_tidy *tidy, size_t row)
{
    bs_str key = bs__tidy_cell(tidy, row, 0);
    if (row + 1 < tidy->sample_count && is_nameless(tidy, row)) return true;
    return key.len > 0 && !bs__tidy_is_number(key) &&
           bs__tidy_time_of(key, tidy->lang) == BS__TIDY_NO_TIME;
}

// Rows of a file of several series are told from the levels of a header by what they are called.
static bool is_known(const bs_tidy *tidy, size_t rows)
{
    size_t titles = 0, known = 0;
    for (size_t row = 0; row < rows; row++) {
        titles += is_title(tidy, row);
        known += bs__tidy_is_meta_row(tidy, row);
    }
    return titles == 1 && known + titles >= KNOWN_ROWS_MIN;
}

size_t bs__tidy_preamble_rows(const bs_tidy *tidy)
{
    size_t rows = 0, observations = 0;
    if (tidy->width < 2) return 0;
    while (rows < tidy->sample_count && rows <= PREAMBLE_ROWS_MAX && is_remark(tidy, rows))
        rows++;
    if (rows < PREAMBLE_ROWS_MIN || rows > PREAMBLE_ROWS_MAX) return 0;
    if (tidy->width > 2 && !is_known(tidy, rows)) return 0;
    while (rows + observations < tidy->sample_count && is_observation(tidy, rows + observations))
        observations++;
    return observations >= OBSERVATIONS_MIN ? rows : 0;
}

static bs_str title_of(const bs_tidy *tidy, size_t column)
{
    for (size_t row = 0; row < tidy->header_count; row++) {
        if (is_title(tidy, row)) return bs__tidy_cell(tidy, row, column);
    }
    return bs__tidy_cell(tidy, 0, column);
}

// "Unit","m" below "PreUnit","£".
static bs_str unit_of(bs_tidy *tidy, size_t column)
{
    bs_str front = {0};
    for (size_t row = 0; row < tidy->header_count; row++) {
        bs_str key = without_colon(bs__tidy_cell(tidy, row, 0));
        bs_str text = bs__tidy_cell(tidy, row, column);
        if (bs_str_equal_nocase(key, BS_STR("preunit"))) front = text;
        if (!bs_word_is(key, BS_MEANS_UNIT_HEADER)) continue;
        size_t colon = bs_str_find(text, BS_STR(":_"), 0); // "Percent:_Per_Year"
        if (front.len == 0) return bs_str_slice(text, 0, colon);
        return bs_arena_format(&tidy->arena, "%.*s%.*s", BS_STR_ARG(front), BS_STR_ARG(text));
    }
    return front;
}

// "Multiplier:","1000000": a power of ten over the values.
static void take_multiplier(bs_tidy *tidy, size_t column)
{
    for (size_t row = 0; row < tidy->header_count; row++) {
        bs_str text = bs__tidy_cell(tidy, row, column);
        if (!begins_with(tidy, row, "multiplier") || !bs_str_starts(text, BS_STR("1"))) continue;
        size_t noughts = 0;
        while (noughts + 1 < text.len && text.ptr[noughts + 1] == '0')
            noughts++;
        if (noughts + 1 < text.len || noughts == 0) return;
        bs__tidy_column *value = &tidy->columns[column];
        if (value->unit.unit.len == 0) value->unit.unit = BS_STR("1");
        value->unit.power += (int)noughts;
    }
}

void bs__tidy_preamble(bs_tidy *tidy)
{
    bs__tidy_column *period = &tidy->columns[0];
    period->name = BS_STR("period");
    period->role = bs__tidy_name_role(period->name, &period->rank);
    for (size_t i = 1; i < tidy->width; i++) {
        bs__tidy_column *value = &tidy->columns[i];
        value->name = title_of(tidy, i);
        if (value->name.len == 0) value->role = BS__TIDY_IGNORED; // marks of the column beside it
        bs_str unit = unit_of(tidy, i);
        if (unit.len > 0 && bs_scan_unit(&value->unit, &tidy->arena, unit, tidy->lang))
            value->unit_text = unit;
        take_multiplier(tidy, i);
    }
}

// --- what tells columns apart --------------------------------------------------------------------

static bool is_stated_row(const bs_tidy *tidy, size_t row)
{
    return bs__tidy_is_meta_row(tidy, row) || is_title(tidy, row);
}

// The text that all columns have in a row; empty when they differ.
static bs_str common_text(const bs_tidy *tidy, size_t row)
{
    bs_str text = bs__tidy_cell(tidy, row, 1);
    for (size_t i = 2; i < tidy->width; i++) {
        if (!bs_str_equal(bs__tidy_cell(tidy, row, i), text)) return (bs_str){0};
    }
    return text;
}

// The row whose cells differ between two columns of one name; SIZE_MAX when none of these does.
static size_t telling_row(const bs_tidy *tidy, size_t a, size_t b)
{
    static const char telling[] =
        "series type|data type|adjustment type|type|frequency|description|descriptor|統計の種別";
    for (size_t row = 0; row < tidy->header_count; row++) {
        bs_str x = bs__tidy_cell(tidy, row, a), y = bs__tidy_cell(tidy, row, b);
        if (begins_with(tidy, row, telling) && !bs_str_equal(x, y) && x.len > 0 && y.len > 0)
            return row;
    }
    return SIZE_MAX;
}

static bs_status tell_apart(bs_tidy *tidy, size_t a, const bs_str *names, bs_error *err)
{
    for (size_t b = 1; b < tidy->width; b++) {
        if (b == a || !bs_str_equal(names[a], names[b])) continue;
        size_t row = telling_row(tidy, a, b);
        if (row == SIZE_MAX) continue;
        bs_str text = bs__tidy_cell(tidy, row, a);
        tidy->columns[a].name =
            bs_arena_format(&tidy->arena, "%.*s, %.*s", BS_STR_ARG(names[a]), BS_STR_ARG(text));
        return tidy->columns[a].name.ptr ? BS_OK : bs__tidy_no_memory(err);
    }
    return BS_OK;
}

bs_status bs__tidy_meta(bs_tidy *tidy, bs_error *err)
{
    static const char frequencies[] = "frequency|주기|频率|頻度";
    enum { NAMES_MAX = 512 }; // each is compared with each
    size_t stated = 0;
    for (size_t row = 0; row < tidy->header_count; row++) {
        stated += is_stated_row(tidy, row);
        if (begins_with(tidy, row, frequencies)) tidy->frequency = common_text(tidy, row);
    }
    if (stated < KNOWN_ROWS_MIN || tidy->width > NAMES_MAX) return BS_OK;
    bs_str *names = BS_NEW_ARRAY(&tidy->arena, bs_str, tidy->width);
    if (names == NULL) return bs__tidy_no_memory(err);
    for (size_t i = 0; i < tidy->width; i++)
        names[i] = tidy->columns[i].name;
    for (size_t i = 1; i < tidy->width; i++)
        BS_TRY(tell_apart(tidy, i, names, err));
    return BS_OK;
}
