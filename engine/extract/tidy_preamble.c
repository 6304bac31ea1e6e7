// SPDX-License-Identifier: GPL-3.0-or-later
// A data file of one series that begins with what is known of it, a word and a value a row, where
// others have a header:
//
//     "Title","Jobless rate"
//     "Unit","%"
//     "Next release","16 July 2025"
//     "2024 Q1","4.2"
#include "engine/extract/tidy_internal.h"
#include "engine/extract/words.h"

// Fewer rows than these are a header and a row of units.
enum { PREAMBLE_ROWS_MIN = 3, PREAMBLE_ROWS_MAX = 40, OBSERVATIONS_MIN = 2 };

static bool is_observation(const bs_tidy *tidy, size_t row)
{
    bs_str time = bs__tidy_cell(tidy, row, 0);
    return bs__tidy_time_of(time, tidy->lang) == BS__TIDY_WHOLE &&
           bs__tidy_is_number(bs__tidy_cell(tidy, row, 1));
}

static bool is_remark(const bs_tidy *tidy, size_t row)
{
    bs_str key = bs__tidy_cell(tidy, row, 0);
    return key.len > 0 && !bs__tidy_is_number(key) &&
           bs__tidy_time_of(key, tidy->lang) == BS__TIDY_NO_TIME;
}

size_t bs__tidy_preamble_rows(const bs_tidy *tidy)
{
    size_t rows = 0, observations = 0;
    if (tidy->width != 2) return 0;
    while (rows < tidy->sample_count && rows <= PREAMBLE_ROWS_MAX && is_remark(tidy, rows))
        rows++;
    if (rows < PREAMBLE_ROWS_MIN || rows > PREAMBLE_ROWS_MAX) return 0;
    while (rows + observations < tidy->sample_count && is_observation(tidy, rows + observations))
        observations++;
    return observations >= OBSERVATIONS_MIN ? rows : 0;
}

static bs_str title_of(const bs_tidy *tidy)
{
    static const char *const words[] = {"title",  "name", "series", "indicator", "제목",  "통계명",
                                        "지표명", "标题", "指标",   "系列名",    "統計名"};
    for (size_t row = 0; row < tidy->header_count; row++) {
        for (size_t i = 0; i < BS_COUNT(words); i++) {
            if (bs_str_equal_nocase(bs__tidy_cell(tidy, row, 0), bs_str_from(words[i])))
                return bs__tidy_cell(tidy, row, 1);
        }
    }
    return bs__tidy_cell(tidy, 0, 1);
}

void bs__tidy_preamble(bs_tidy *tidy)
{
    bs__tidy_column *period = &tidy->columns[0], *value = &tidy->columns[1];
    period->name = BS_STR("period");
    period->role = bs__tidy_name_role(period->name, &period->rank);
    value->name = title_of(tidy);
    for (size_t row = 0; row < tidy->header_count; row++) {
        bs_str unit = bs__tidy_cell(tidy, row, 1);
        bool stated = bs_word_is(bs__tidy_cell(tidy, row, 0), BS_MEANS_UNIT_HEADER);
        if (stated && bs_scan_unit(&value->unit, &tidy->arena, unit, tidy->lang))
            value->unit_text = unit;
    }
}
