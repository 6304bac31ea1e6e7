// SPDX-License-Identifier: GPL-3.0-or-later
// Columns of an earlier period that is told by a word: "2024년 6월 | 전년동월", "本期 | 上年同期",
// "Current year | Prior year". They hold what the column beside them holds, a year or a part of it
// before.
#include "engine/extract/grid_internal.h"
#include "engine/extract/words.h"

static const struct {
    bs_str word;
    bs__prior prior;
} terms[] = {
    {BS_STR_INIT("전년동기"), BS__YEAR_BEFORE},
    {BS_STR_INIT("전년동월"), BS__YEAR_BEFORE},
    {BS_STR_INIT("전년 동기"), BS__YEAR_BEFORE},
    {BS_STR_INIT("전년 동월"), BS__YEAR_BEFORE},
    {BS_STR_INIT("전년도 동기"), BS__YEAR_BEFORE},
    {BS_STR_INIT("전년도"), BS__YEAR_BEFORE},
    {BS_STR_INIT("전년"), BS__YEAR_BEFORE},
    {BS_STR_INIT("작년동기"), BS__YEAR_BEFORE},
    {BS_STR_INIT("작년 동기"), BS__YEAR_BEFORE},
    {BS_STR_INIT("작년"), BS__YEAR_BEFORE},
    {BS_STR_INIT("전기"), BS__YEAR_BEFORE},
    {BS_STR_INIT("직전사업연도"), BS__YEAR_BEFORE},
    {BS_STR_INIT("직전 사업연도"), BS__YEAR_BEFORE},
    {BS_STR_INIT("전사업연도"), BS__YEAR_BEFORE},
    {BS_STR_INIT("前年同期"), BS__YEAR_BEFORE},
    {BS_STR_INIT("前年同月"), BS__YEAR_BEFORE},
    {BS_STR_INIT("前年度同期"), BS__YEAR_BEFORE},
    {BS_STR_INIT("前年度"), BS__YEAR_BEFORE},
    {BS_STR_INIT("前年"), BS__YEAR_BEFORE},
    {BS_STR_INIT("前期"), BS__YEAR_BEFORE},
    {BS_STR_INIT("前中間期"), BS__YEAR_BEFORE},
    {BS_STR_INIT("前中間会計期間"), BS__YEAR_BEFORE},
    {BS_STR_INIT("前中間連結会計期間"), BS__YEAR_BEFORE},
    {BS_STR_INIT("前連結会計年度"), BS__YEAR_BEFORE},
    {BS_STR_INIT("前事業年度"), BS__YEAR_BEFORE},
    {BS_STR_INIT("上年同期"), BS__YEAR_BEFORE},
    {BS_STR_INIT("去年同期"), BS__YEAR_BEFORE},
    {BS_STR_INIT("上年同月"), BS__YEAR_BEFORE},
    {BS_STR_INIT("去年同月"), BS__YEAR_BEFORE},
    {BS_STR_INIT("上年度"), BS__YEAR_BEFORE},
    {BS_STR_INIT("上一年度"), BS__YEAR_BEFORE},
    {BS_STR_INIT("上年"), BS__YEAR_BEFORE},
    {BS_STR_INIT("去年"), BS__YEAR_BEFORE},
    {BS_STR_INIT("上期"), BS__YEAR_BEFORE},
    {BS_STR_INIT("same period last year"), BS__YEAR_BEFORE},
    {BS_STR_INIT("same month last year"), BS__YEAR_BEFORE},
    {BS_STR_INIT("same quarter last year"), BS__YEAR_BEFORE},
    {BS_STR_INIT("same period of last year"), BS__YEAR_BEFORE},
    {BS_STR_INIT("same period of the previous year"), BS__YEAR_BEFORE},
    {BS_STR_INIT("prior-year period"), BS__YEAR_BEFORE},
    {BS_STR_INIT("prior year period"), BS__YEAR_BEFORE},
    {BS_STR_INIT("corresponding period last year"), BS__YEAR_BEFORE},
    {BS_STR_INIT("corresponding period of previous year"), BS__YEAR_BEFORE},
    {BS_STR_INIT("prior year"), BS__YEAR_BEFORE},
    {BS_STR_INIT("previous year"), BS__YEAR_BEFORE},
    {BS_STR_INIT("prior period"), BS__YEAR_BEFORE},
    {BS_STR_INIT("previous period"), BS__YEAR_BEFORE},
    {BS_STR_INIT("preceding year"), BS__YEAR_BEFORE},
    {BS_STR_INIT("last year"), BS__YEAR_BEFORE},
    {BS_STR_INIT("year ago"), BS__YEAR_BEFORE},
    {BS_STR_INIT("a year ago"), BS__YEAR_BEFORE},
    {BS_STR_INIT("year earlier"), BS__YEAR_BEFORE},
    {BS_STR_INIT("a year earlier"), BS__YEAR_BEFORE},
    {BS_STR_INIT("전월"), BS__PART_BEFORE},
    {BS_STR_INIT("전분기"), BS__PART_BEFORE},
    {BS_STR_INIT("前月"), BS__PART_BEFORE},
    {BS_STR_INIT("前四半期"), BS__PART_BEFORE},
    {BS_STR_INIT("上月"), BS__PART_BEFORE},
    {BS_STR_INIT("上季度"), BS__PART_BEFORE},
    {BS_STR_INIT("上季"), BS__PART_BEFORE},
    {BS_STR_INIT("上個月"), BS__PART_BEFORE},
    {BS_STR_INIT("上个月"), BS__PART_BEFORE},
    {BS_STR_INIT("previous month"), BS__PART_BEFORE},
    {BS_STR_INIT("week ago"), BS__PART_BEFORE},
    {BS_STR_INIT("a week ago"), BS__PART_BEFORE},
    {BS_STR_INIT("week earlier"), BS__PART_BEFORE},
    {BS_STR_INIT("previous week"), BS__PART_BEFORE},
    {BS_STR_INIT("prior week"), BS__PART_BEFORE},
    {BS_STR_INIT("last week"), BS__PART_BEFORE},
    {BS_STR_INIT("前週"), BS__PART_BEFORE},
    {BS_STR_INIT("上周"), BS__PART_BEFORE},
    {BS_STR_INIT("전주"), BS__PART_BEFORE},
    {BS_STR_INIT("prior month"), BS__PART_BEFORE},
    {BS_STR_INIT("last month"), BS__PART_BEFORE},
    {BS_STR_INIT("preceding month"), BS__PART_BEFORE},
    {BS_STR_INIT("month ago"), BS__PART_BEFORE},
    {BS_STR_INIT("a month ago"), BS__PART_BEFORE},
    {BS_STR_INIT("previous quarter"), BS__PART_BEFORE},
    {BS_STR_INIT("prior quarter"), BS__PART_BEFORE},
    {BS_STR_INIT("last quarter"), BS__PART_BEFORE},
    {BS_STR_INIT("preceding quarter"), BS__PART_BEFORE},
    {BS_STR_INIT("당기"), BS__NOW},
    {BS_STR_INIT("당월"), BS__NOW},
    {BS_STR_INIT("당분기"), BS__NOW},
    {BS_STR_INIT("당해연도"), BS__NOW},
    {BS_STR_INIT("당해사업연도"), BS__NOW},
    {BS_STR_INIT("당해 사업연도"), BS__NOW},
    {BS_STR_INIT("당사업연도"), BS__NOW},
    {BS_STR_INIT("당해"), BS__NOW},
    {BS_STR_INIT("금년"), BS__NOW},
    {BS_STR_INIT("금월"), BS__NOW},
    {BS_STR_INIT("금기"), BS__NOW},
    {BS_STR_INIT("올해"), BS__NOW},
    {BS_STR_INIT("본기"), BS__NOW},
    {BS_STR_INIT("本期"), BS__NOW},
    {BS_STR_INIT("本月"), BS__NOW},
    {BS_STR_INIT("本季度"), BS__NOW},
    {BS_STR_INIT("本季"), BS__NOW},
    {BS_STR_INIT("本年度"), BS__NOW},
    {BS_STR_INIT("本年"), BS__NOW},
    {BS_STR_INIT("本报告期"), BS__NOW},
    {BS_STR_INIT("报告期"), BS__NOW},
    {BS_STR_INIT("当期"), BS__NOW},
    {BS_STR_INIT("当月"), BS__NOW},
    {BS_STR_INIT("当四半期"), BS__NOW},
    {BS_STR_INIT("当中間期"), BS__NOW},
    {BS_STR_INIT("当中間会計期間"), BS__NOW},
    {BS_STR_INIT("当中間連結会計期間"), BS__NOW},
    {BS_STR_INIT("当連結会計年度"), BS__NOW},
    {BS_STR_INIT("当事業年度"), BS__NOW},
    {BS_STR_INIT("当年度"), BS__NOW},
    {BS_STR_INIT("今期"), BS__NOW},
    {BS_STR_INIT("今年"), BS__NOW},
    {BS_STR_INIT("今月"), BS__NOW},
    {BS_STR_INIT("current year"), BS__NOW},
    {BS_STR_INIT("current period"), BS__NOW},
    {BS_STR_INIT("current quarter"), BS__NOW},
    {BS_STR_INIT("current month"), BS__NOW},
    {BS_STR_INIT("this year"), BS__NOW},
    {BS_STR_INIT("this period"), BS__NOW},
    {BS_STR_INIT("this quarter"), BS__NOW},
    {BS_STR_INIT("this month"), BS__NOW},
    {BS_STR_INIT("current week"), BS__NOW},
    {BS_STR_INIT("this week"), BS__NOW},
    {BS_STR_INIT("今週"), BS__NOW},
    {BS_STR_INIT("本周"), BS__NOW},
    {BS_STR_INIT("금주"), BS__NOW},
    {BS_STR_INIT("reporting period"), BS__NOW},
};

// "전년동기 금액", "上年同期数": what may stand behind such a word.
static bool names_level(bs_str text)
{
    static const char words[] =
        "금액|실적|실적치|수|건수|값|누계|金额|金額|实绩|実績|数|額|额|发生额|"
        "余额|累计|累計|实际|actual|Actual|value|amount|total|figure|level";
    return text.len == 0 || (bs_list_starts(text, words) && bs_list_ends(text, words));
}

// "前第2四半期累計期間", "当第1四半期": a part of a business year and of the one before. The number
// itself has been read as a time.
static bs__prior prior_of_part(bs_str label)
{
    bool before = bs_str_starts(label, BS_STR("前第"));
    if (!before && !bs_str_starts(label, BS_STR("当第"))) return BS__NO_PRIOR;
    bool part = bs_list_ends(label, "四半期|四半期累計期間|四半期連結累計期間|四半期会計期間|"
                                    "四半期連結会計期間|四半期累計|四半期末|四半期期間");
    return !part ? BS__NO_PRIOR : before ? BS__YEAR_BEFORE : BS__NOW;
}

// What the word at the start of a label, or behind a blank at its end, says; *rest is the label
// without it.
static bs__prior prior_of(bs_str label, bs_str *rest)
{
    *rest = (bs_str){0};
    bs__prior part = prior_of_part(label);
    if (part != BS__NO_PRIOR) return part;
    for (size_t i = 0; i < BS_COUNT(terms); i++) {
        size_t len = terms[i].word.len;
        if (label.len < len) continue;
        if (bs_str_equal_nocase(bs_str_slice(label, 0, len), terms[i].word)) {
            *rest = bs_str_trim(bs_str_slice(label, len, label.len));
            if (names_level(*rest)) return terms[i].prior;
        }
        size_t at = label.len - len;
        bool last = at > 1 && label.ptr[at - 1] == ' ' &&
                    bs_str_equal_nocase(bs_str_slice(label, at, label.len), terms[i].word);
        if (!last) continue;
        *rest = bs_str_trim(bs_str_slice(label, 0, at));
        return terms[i].prior;
    }
    *rest = label;
    return BS__NO_PRIOR;
}

static bool is_level(const bs__column *column)
{
    return column->role == BS__COLUMN_VALUE && column->measure != BS_MEASURE_GROWTH &&
           column->measure != BS_MEASURE_RANK && !column->difference;
}

// Is there a column that holds the same as `col` of the present? One that a word says so of, or
// whose time does where the name is the same.
static bool has_present(const bs__grid *grid, uint32_t col, bs_str rest)
{
    bs_str other;
    for (uint32_t i = grid->value_col; i < grid->col_count; i++) {
        const bs__column *column = &grid->columns[i];
        if (i == col || !is_level(column) || column->prior != BS__NO_PRIOR) continue;
        bool now = prior_of(column->label, &other) == BS__NOW;
        if (!now && !column->timed) continue;
        if (!now) other = column->label;
        bool same =
            other.len == 0 || rest.len == 0 || bs_str_equal(other, rest) || names_level(rest);
        if (same && bs_str_equal(column->unit, grid->columns[col].unit)) return true;
    }
    return false;
}

static bool is_same_time(const bs_when *a, const bs_when *b)
{
    return a->year == b->year && a->month == b->month && a->quarter == b->quarter &&
           a->half == b->half && a->day == b->day;
}

// "전년동기 ('23.2Q)" beside "당해 ('24.2Q)": the time of the column is its own, and not one that
// stands over both.
static bool is_dated_itself(const bs__grid *grid, uint32_t col)
{
    const bs__column *own = &grid->columns[col];
    for (uint32_t i = grid->value_col; own->timed && i < grid->col_count; i++) {
        const bs__column *column = &grid->columns[i];
        if (i == col || !column->timed || column->prior > BS__NOW) continue;
        if (is_same_time(&column->time.from, &own->time.from) &&
            is_same_time(&column->time.to, &own->time.to))
            return false;
    }
    return own->timed;
}

// "本期金额 | 上年同期": what all of them are, where that is only a word such as 金额, names none.
static void drop_level_word(bs__grid *grid)
{
    bs_str word = {0};
    for (uint32_t col = grid->value_col; col < grid->col_count; col++) {
        const bs__column *column = &grid->columns[col];
        if (column->prior == BS__NO_PRIOR || column->label.len == 0) continue;
        if (!names_level(column->label)) return;
        if (word.len > 0 && !bs_str_equal(word, column->label)) return;
        word = column->label;
    }
    for (uint32_t col = grid->value_col; col < grid->col_count; col++) {
        if (grid->columns[col].prior != BS__NO_PRIOR) grid->columns[col].label = (bs_str){0};
    }
}

void bs__grid_priors(bs__grid *grid)
{
    enum { COLUMNS_MAX = 256 }; // each column is held against all others
    bool any = false;
    bs_str rest;
    if (grid->col_count > COLUMNS_MAX) return;
    for (uint32_t col = grid->value_col; col < grid->col_count; col++) {
        bs__column *column = &grid->columns[col];
        if (!is_level(column) || column->label.len == 0) continue;
        bs__prior prior = prior_of(column->label, &rest);
        if (prior <= BS__NOW || !has_present(grid, col, rest)) continue;
        column->prior = is_dated_itself(grid, col) ? BS__NOW : prior;
        column->label = rest;
        any = true;
    }
    for (uint32_t col = grid->value_col; any && col < grid->col_count; col++) {
        bs__column *column = &grid->columns[col];
        bool present = is_level(column) && column->prior == BS__NO_PRIOR &&
                       prior_of(column->label, &rest) == BS__NOW;
        if (!present) continue;
        column->label = rest;
        column->prior = BS__NOW;
    }
    if (any) drop_level_word(grid);
}

bs__prior bs__prior_named(bs_str label)
{
    bs_str rest;
    bs__prior prior = prior_of(label, &rest);
    return rest.len == 0 ? prior : BS__NO_PRIOR;
}

bs_period bs__prior_period(bs__prior prior, bs_period present)
{
    if (bs_period_is_none(present) || prior <= BS__NOW) return present;
    bool year = prior == BS__YEAR_BEFORE || bs_period_is_span(present) ||
                present.frequency == BS_FREQUENCY_ANNUAL;
    bool day = present.frequency == BS_FREQUENCY_DAY; // a month before a day is some other day
    if (day && !year) return BS_PERIOD_NONE;
    return year ? bs_period_offset_years(present, -1) : bs_period_offset(present, -1);
}
