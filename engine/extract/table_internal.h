// SPDX-License-Identifier: GPL-3.0-or-later
// table_internal.h: what table.c, table_rows.c and table_series.c share while one table is read.
#ifndef BS_EXTRACT_TABLE_INTERNAL_H
#define BS_EXTRACT_TABLE_INTERNAL_H

#include "engine/core/unit.h"
#include "engine/extract/extract_internal.h"
#include "engine/extract/grid.h"

// How periods lie in a table.
typedef enum bs__layout {
    BS__PERIODS_ACROSS, // a series a row
    BS__PERIODS_DOWN,   // a series a column
    BS__PERIODS_BOTH,   // years down, months across: one series a group
    BS__CROSS_SECTION,  // one period; a series of one observation a cell
} bs__layout;

// What a row says of its values.
typedef struct bs__row_info {
    bs_str label; // without unit and marks; slice of the source
    bs_str name;  // the label, behind its group where it alone does not say which row it is
    bs_str group; // group it stands in, or the row above that it details; may be empty
    bs_str unit;  // canonical code; empty when the row does not say
    bs_str unit_text;
    int unit_power;
    bs_measure measure;
    bool nested; // its group is the row that it is indented under
    bool total;
    bool timed;
    bool dated; // no row of times, but of a name that ends in one
    bs_time_text time;
    bool change;         // tells how much the level above it has changed
    bool running;        // totals since January, in a table of months
    bool beside_percent; // the numbers in brackets behind its counts are percentages
    bool named;          // its label is a name beside a time, not the time itself
    uint32_t group_id;   // equal for rows of one group, and of one name where they have one
} bs__row_info;

// A unit that the lines around the table give to what bears a name.
enum { BS__NAMED_UNITS_MAX = 8 };
typedef struct bs__named_unit {
    bs_str name;
    bs_str unit;
    int power;
    bs_str text; // as printed
} bs__named_unit;

typedef struct bs__table_job {
    bs__job *job;
    const bs__table_context *context;
    bs__grid grid;
    bs__row_info *rows; // one a row of the grid
    bs__layout layout;
    uint32_t number;   // of the table, from 1
    bs_unit_text unit; // of the caption; unit.unit empty when none
    bs_str unit_text;
    bool rates_asked; // whether rates_told has been found out
    bool rates_told;  // what is in brackets behind values are rates (bs__table_says_rates)
    bool names_rates; // a column or a row is named a rate, and prints no unit
    bs__named_unit named[BS__NAMED_UNITS_MAX];
    size_t named_count;
    bs_str unit_rows[BS_UNIT_LIST_MAX]; // names of rows, one for each unit of a list
    size_t unit_row_count;              // 0: no row has the unit of its place
    bs_str sign; // money whose sign its first row prints, and totals, for all amounts; or empty
    bs_period period; // of the caption or the section
    bool period_inferred;
    bool fiscal;            // that period is a business year, "平成29年度"
    int year_default;       // for headers without a year
    bs_when span_from;      // part of each year that the caption says; all 0 when it does not
    bs_when span_to;        // its end, if it has one of its own
    bs_value_status status; // of the caption or the section
    bool aims;              // a column says which figures of a plan bind
    bs_period *sum_times;   // of each column, or row, that adds up times; NULL where none does
    uint32_t *dated_by;     // for each column the one that dates it, see table_series.c
    size_t *slots;          // series index + 1 for (row or group, column), see table_series.c
} bs__table_job;

enum { BS__DATED_KINDS = 3 }; // of measures: rates of change and shares are dated for themselves

// What the values of a row with this label and unit are. (table_row_name.c)
bs_measure bs__row_measure(bs_arena *arena, bs_str label, bs_str unit);
// "01位 東京都": without the rank in front of a name. (table_row_name.c)
bs_str bs__row_behind_rank(bs_str text);
// Puts the group in front of the names of rows that say nothing without it. Is a row the rate of
// change of the level above it? (table_row_name.c)
BS_CHECKED bs_status bs__table_name_rows(bs__table_job *job, bool group_column);
bool bs__row_is_detail(const bs__row_info *row);

// Gives heads of months that go on past the end of a year the years that they are of, where the
// lines above name both or the first would not have come yet. (table_cross.c)
BS_CHECKED bs_status bs__table_cross_years(bs__table_job *job);

// Fills job->rows. (table_rows.c)
BS_CHECKED bs_status bs__table_rows(bs__table_job *job);

// The label of a row with the lines above and below that it is printed over; *lines is how many of
// them stand above. Is a row such a line below the figures? (table_wrap.c)
bs_str bs__table_whole_label(bs__table_job *job, uint32_t row, uint32_t col, uint32_t *lines);
bool bs__table_is_tail(const bs__grid *grid, uint32_t row, uint32_t col);

// Dates the columns that are headed by business terms, where the lines above say when those are.
// (table_term.c)
void bs__table_terms(bs__table_job *job);

// Dates months without a year that run through the business year of the caption, from its later
// months into those of the year after. (table_business.c)
void bs__table_business_year(bs__table_job *job);

// "2023 Q1", "Q2", ... "2024 Q1": a label without a year goes on with that of the row above, or
// with the next one where the count begins again. (table_business.c)
void bs__table_carry_year(bs__table_job *job, bs__row_info *row, const bs__row_info *above);

// Names the subtotals without a name that the rows since a heading add up to. (table_subtotal.c)
void bs__table_subtotals(bs__table_job *job);

// Rows in brackets that a line around the table calls rates of the rows above them.
// (table_bracket_row.c)
void bs__table_bracket_rows(bs__table_job *job);
// Do the caption or the lines around the table say that what is in brackets are rates?
bool bs__table_says_rates(const bs__table_job *job);

// Gives the unit that a heading among the rows states, "Results (NZ$000)", to the rows below it
// that state none; takes "Jul 24" over "Aug 24" for months of a year. (table_section.c)
void bs__table_sections(bs__table_job *job, uint32_t label_col);
void bs__table_short_years(bs__table_job *job);
// Does a row mark each of its values as missing, "Annuities | --"? It is then no heading.
bool bs__table_lacks_values(const bs__grid *grid, uint32_t row, bs_str label);

// Takes the times at the ends of the names of rows, where no column has one. (table_stamp.c)
void bs__table_stamps(bs__table_job *job);
// "당월", "전월", "전년동월" below a month: dates rows that are named by nothing else, where the
// caption says which month this one is. (table_stamp.c)
void bs__table_prior_rows(bs__table_job *job);
// Dates rows by that of a year alone above them, where the columns are quarters or months without
// one. (table_stamp.c)
void bs__table_year_rows(bs__table_job *job);

// "Q1 | Q2 | Q3 | Q4 | Year", "上期" over "通期": is a column, or a row, of all of the year?
// "Change on year" is not. (table_series.c)
bool bs__names_year(bs_str label);

// Adds the value at (row, col), which has been pushed as quantity `quantity` (or BS_NO_QUANTITY for
// a missing one), to its series. (table_series.c)
BS_CHECKED bs_status bs__table_observe(bs__table_job *job, uint32_t row, uint32_t col,
                                       size_t quantity);

// A rate that is printed in percent whatever a caption counts: 실업률, 完全失業率, 构成比, "Jobless
// rate". Rates of exchange and of births are not. (table_unit.c)
bool bs__names_rate(bs_str label);
// 出生率, 조혼인율, "birth rate": for so many people, and mostly not in percent; 求人倍率.
// (table_unit.c)
bool bs__names_other_rate(bs_str label);
// "前年比" below "数量(kg)": the head of a rate below one with the unit of the amounts beside it.
bool bs__is_rate_below(bs_str unit, bs_str head);
// Is a row named so, or one that it is indented under: "대출금리" over "기업대출"? (table_unit.c)
bool bs__row_names_rate(const bs__row_info *row);
// 人均可支配收入, 1인당 GDP, "GDP per capita", "Exchange rate": money of one person or coin, and in
// no hundreds of millions. (table_unit.c)
bool bs__names_money_of_one(bs_str label);
// 총인구, 产量, "Consumer price index", 근로시간: in no money, whatever a caption says.
// (table_unit_name.c)
bool bs__names_no_money(bs_str label);
// "Number of stores", "Shares on issue"; "Employees": counted, in no money. (table_unit.c)
bool bs__names_count(bs_str label);
bool bs__names_headcount(bs_str label);
// "Net income per share", 주당순이익. (table_unit.c)
bool bs__names_per_share(bs_str label);

// "Unweighted base", 사례수, "Mean score": among percentages, a number of people or a score and no
// percentage itself. (table_sample.c)
bool bs__names_sample(bs_str label);

// What one cell means, put together from caption, header, row and cell. (table_series.c)
typedef struct bs__cell_meaning {
    bs_str unit;
    bs_str unit_text;
    int unit_power;
    const char *unit_rule;
    bs_measure measure;
    bs_period period;
    bool period_inferred;
    const char *period_rule;
    bs_value_status status;
    bs_str indicator;
    bs_str subject;
} bs__cell_meaning;
// A name without footnotes and remarks in brackets at its end: "실업률(계절조정)".
// (table_unit_list.c)
bs_str bs__bare_name(bs_str label);
// The same without the letters of other rows or columns: "増減額 (B)－(A)". (table_unit_list.c)
bs_str bs__name_alone(bs_str label);
// Is a column of values, or a row, that prints no unit named a rate? (table_unit_list.c)
bool bs__table_names_rates(const bs__table_job *job);
// "增长" under "(亿元、%)": the head of a column in percent. (table_unit_list.c)
bool bs__table_grows(const bs__table_job *job, uint32_t col);
// The unit of a list whose counter the name ends with, 혼인 건수, 店舗数, or that of people for
// 관광객; list->list_count where the name tells none. `*counted` says whether it names what is
// counted. (table_unit_name.c)
size_t bs__unit_of_name(const bs_unit_text *list, bs_str name, bool *counted);
// 人均收入 under "(亿元、元、%)": of several units of money the smallest, for what a row or column
// names as of one person or share; list->list_count otherwise. (table_unit_name.c)
size_t bs__unit_of_one(const bs_unit_text *list, bs_str row, bs_str column);
// Takes the unit of a cell out of a caption with several: one for each column of values or each
// name of columns, or one for levels and one for rates. (table_unit_list.c)
bool bs__table_unit_of_list(const bs__table_job *job, uint32_t row, uint32_t col,
                            bs__cell_meaning *out);

static inline bool bs__is_rate(bs_measure measure)
{
    return measure == BS_MEASURE_GROWTH || measure == BS_MEASURE_SHARE;
}

// Percent or percentage points.
static inline bool bs__is_percent(bs_str unit)
{
    bs_dimension dimension = bs_unit_dimension(unit);
    return dimension == BS_DIM_PERCENT || dimension == BS_DIM_POINT;
}

// What the lines around the table and its columns say of units: fills job->unit. (table_caption.c)
void bs__table_units(bs__table_job *job);
// "with standard errors in brackets", "mean (SD)": what the lines around the table, or the label of
// the row or column, call the numbers in brackets behind its values; empty where they call them
// nothing. *relative: they are in percent of the values. (table_sample.c)
bs_str bs__table_error_name(const bs__table_job *job, uint32_t row, uint32_t col, bool *relative);
// "95% CI" of "Share (95% CI)": an error or interval that a label names in brackets at its end;
// empty where it does not. (table_sample.c)
bs_str bs__error_of_label(bs_str label);
// A text without its words on such errors, whose unit is not that of the table. (table_sample.c)
bs_str bs__table_without_errors(const bs__table_job *job, bs_str text);
// Tells counts with a percentage in brackets from percentages. (table_beside.c)
void bs__table_besides(bs__table_job *job);
// Adds to job->named the units that a line around the table gives by name, and the one of them that
// a column or a row bears; NULL for none. (table_named.c)
void bs__table_named_units(bs__table_job *job, bs_str text);
const bs__named_unit *bs__table_named_unit(const bs__table_job *job, uint32_t row, uint32_t col);
// Fills job->span_from and span_to, where the columns are years. (table_span.c)
BS_CHECKED bs_status bs__table_span(bs__table_job *job);
// Lets quarters of business years begin with the year where the caption says that they are added
// up: "連結経営成績（累計）" over "第2四半期". (table_span.c)
void bs__table_add_up(bs__table_job *job);
// Finds the columns, or rows, that are totals over times beside them, which the values bear out;
// and the times that a value of one adds up, false for any other. (table_sum_time.c)
BS_CHECKED bs_status bs__table_sum_times(bs__table_job *job);
bool bs__table_sum_time(const bs__table_job *job, uint32_t row, uint32_t col, bs_period *out);
// "구분 2024.10 2024.11 전월대비": does a line above a table go from one time to the next with
// nothing but blanks between them? It was its heads, and is the time of none of them. `items` are
// those of the text. (table_span.c)
bool bs__lists_times(const bs_item_array *items, bs_str text);
// Makes of a year the part of it that the caption says. (table_span.c)
void bs__table_span_of(const bs__table_job *job, bs_when *from, bs_when *to);
// Tells columns of differences from columns of rates. (table_change.c)
void bs__table_changes(bs__table_job *job);

// "29.7p" of earnings per share among pounds. (table_unit.c)
bool bs__table_is_pence(const bs__table_job *job, uint32_t row, uint32_t col);

// Fills unit, unit_text, unit_power and unit_rule of a cell's meaning. (table_unit.c)
void bs__table_cell_unit(const bs__table_job *job, uint32_t row, uint32_t col,
                         bs__cell_meaning *out);

bs__cell_meaning bs__table_meaning(const bs__table_job *job, uint32_t row, uint32_t col);

// What is paid, and who or what is counted, by the last word of a name: 관광수입 and 관광객수 under
// "(만명, 억원)". (table_unit_name.c)
bool bs__names_sum(bs_str label);
bool bs__names_heads(bs_str label);
// The weights of an index are in no percent but where they say so. (table_unit_list.c)
bool bs__names_weight(bs_str label);

// Finds whether each unit of a list is that of one name of rows. (table_unit_rows.c)
void bs__table_unit_rows(bs__table_job *job);
// The place in the list of the unit of a row; its length where no row has one by its place.
size_t bs__table_unit_of_row(const bs__table_job *job, uint32_t row);

// The text of a cell and where it stands.
static inline bs__passage bs__cell_passage(const bs__table_job *job, uint32_t row, uint32_t col,
                                           bs_str text)
{
    return (bs__passage){
        .text = text,
        .lang = job->grid.lang,
        .block = job->context->blocks[job->grid.rows[row].table],
        .table = job->number,
        .row = row + 1,
        .col = col + 1,
    };
}

// Reads a cell that holds no value of a column of values. (table_words.c)
BS_CHECKED bs_status bs__table_words(bs__table_job *job, uint32_t row, uint32_t col);

#endif
