// SPDX-License-Identifier: GPL-3.0-or-later
// The unit that the lines around a table, or the corner of its head, state for all of it.
#include "engine/base/utf8.h"
#include "engine/core/unit.h"
#include "engine/extract/grid_internal.h"
#include "engine/extract/scan_internal.h"
#include "engine/extract/table_internal.h"
#include "engine/extract/words.h"

// "Per cent of new lending", "£ billions unless otherwise stated", "$ million, seasonally
// adjusted": a line of its own that begins with the unit and goes on with what it is of or how it
// is meant.
static bool begins_with_unit(bs_unit_text *out, bs_arena *arena, bs_str text, bs_lang lang)
{
    static const char shares[] = "Per cent of |Percent of |% of |Percentage of |Percentages of |"
                                 "As a percentage of |As a per cent of |In per cent of |As % of ";
    static const char meant[] = " unless |, unless |; unless | except |, except |, current |"
                                ", constant |, seasonally |, not seasonally |, annual rate|"
                                ", average |, end of |, end-|, nominal|, real|, rounded";
    enum { UNIT_BYTES_MAX = 40 };
    if (lang != BS_LANG_EN) return false;
    if (bs_list_starts(text, shares)) {
        *out = (bs_unit_text){.unit = BS_STR("%"), .end = text.len};
        return true;
    }
    for (size_t at = 1; at < text.len && at < UNIT_BYTES_MAX; at++) {
        if (strchr(" ,;", text.ptr[at]) == NULL) continue;
        if (!bs_list_starts(bs_str_slice(text, at, text.len), meant)) continue;
        return bs_scan_whole_unit(out, arena, bs_str_slice(text, 0, at), lang) &&
               out->list_count < 2;
    }
    return false;
}

// A statement without the mark in front of it, and the times at its ends, which are of the table
// and not of its unit: "(2025年10月、前年同月比 %)".
static bs_str without_times(bs_str text, bs_lang lang)
{
    static const char marks[] = ",|、|，|;|；|·";
    while (bs_list_starts(text, marks))
        text = bs_str_trim(bs_str_slice(text, bs_utf8_decode(text, 0).len, text.len));
    bs_str bare = bs_series_bare(text);
    bs_time_text time;
    for (size_t at = 0; at < bare.len; at += bs_utf8_decode(bare, at).len) {
        size_t behind = at + bs_utf8_decode(bare, at).len;
        if (!bs_list_starts(bs_str_slice(bare, at, bare.len), marks)) continue;
        bs_str front = bs_str_slice(bare, 0, at), rest = bs_str_slice(bare, behind, bare.len);
        if (bs_scan_time(&time, bs_str_trim(front), lang)) return bs_str_trim(rest);
        if (bs_scan_time(&time, bs_str_trim(rest), lang)) return bs_str_trim(front);
    }
    return text;
}

// "Exports (USD million) and growth (%)": a title that states the unit of rates and, in front of
// it, that of levels, or the other way round.
static void add_earlier(bs_unit_text *unit, const bs__table_job *job, bs_str text)
{
    static const bs_str joins[] = {BS_STR_INIT(" and "), BS_STR_INIT(" with ")};
    bs_unit_text earlier;
    bs_str front = bs_str_slice(text, 0, unit->start);
    if (unit->list_count > 1 || front.len == 0) return;
    bool found = bs_scan_unit(&earlier, job->job->arena, front, job->grid.lang);
    for (size_t i = 0; i < BS_COUNT(joins) && !found; i++) {
        size_t at = bs_str_find(front, joins[i], 0);
        found = at != SIZE_MAX &&
                bs_scan_unit(&earlier, job->job->arena, bs_str_slice(front, 0, at), job->grid.lang);
    }
    bool name = !found || bs_str_equal(earlier.unit, BS_STR("index")) ||
                (bs_unit_dimension(earlier.unit) == BS_DIM_COUNT_OF && earlier.start == 0);
    if (name || earlier.list_count > 1 ||
        bs__is_percent(earlier.unit) == bs__is_percent(unit->unit))
        return;
    bs_unit_text last = *unit;
    *unit = earlier;
    unit->stated = earlier.stated || last.stated;
    unit->end = last.end;
    unit->list_count = 2;
    unit->list[0].unit = earlier.unit;
    unit->list[0].power = earlier.power;
    unit->list[0].text = bs_str_slice(text, earlier.start, earlier.end);
    unit->list[1].unit = last.unit;
    unit->list[1].power = last.power;
    unit->list[1].text = bs_str_slice(text, last.start, last.end);
}

// "Throughput, TEU (thousands)": a scale in brackets behind its unit.
static void join_scale(bs_unit_text *unit, const bs__table_job *job, bs_str text)
{
    bs_unit_text front;
    bs_str before = bs_str_trim(bs_str_slice(text, 0, unit->start));
    if (!bs_str_equal(unit->unit, BS_STR("1")) || unit->power == 0 || before.len == 0) return;
    if (!bs_scan_unit(&front, job->job->arena, before, job->grid.lang)) return;
    if (front.end != before.len || front.power != 0 || front.list_count > 1) return;
    unit->unit = front.unit;
    unit->start = front.start;
}

// "(number of dwellings; value in $ millions)": what bears no name is counted.
static bool counts_others(bs_str text)
{
    static const char words[] = "number of |Number of |numbers of |Numbers of |No. of |no. of ";
    return bs_str_has_any(text, words);
}

// "(前月確報時) 前月比(%) (前月確報時) 前年同月比(%)": names of several columns, and no unit of
// all.
static bool heads_columns(bs_str text, bs_lang lang)
{
    enum { BRACKETS_MIN = 2 };
    size_t closed = 0;
    bool apart = false;
    if (!bs_lang_in(lang, BS_IN_CJK) || bs_str_has_any(text, "単位|单位|單位|단위")) return false;
    for (size_t at = 0; at < text.len;) {
        bs_rune rune = bs_utf8_decode(text, at);
        at += rune.len;
        if (rune.code != ')' && rune.code != 0xFF09) continue;
        closed++;
        apart |= at + 1 < text.len && text.ptr[at] == ' ';
    }
    return closed > BRACKETS_MIN && apart && bs_list_ends(text, ")|）");
}

// "(Annual percent change, unless noted otherwise)" behind the name of a table.
static bool brackets_change(bs_str text)
{
    static const char fronts[] =
        "Annual |annual |Average |average |Year-on-year |year-on-year |"
        "Year-over-year |year-over-year |Quarter-on-quarter |quarter-on-quarter |"
        "Month-on-month |month-on-month |Quarterly |quarterly |Monthly |monthly |12-month |Yearly |"
        "yearly |In |in ";
    size_t open = bs_str_find(text, BS_STR("("), 0);
    if (open == SIZE_MAX) return false;
    text = bs_str_slice(text, open + 1, text.len);
    for (size_t i = 0; i < 2; i++) { // "in annual percent change", "average annual ..."
        if (bs__begins_percent_change(text)) return true;
        if (!bs_list_starts(text, fronts)) return false;
        text = bs_str_slice(text, bs_str_find(text, BS_STR(" "), 0) + 1, text.len);
    }
    return bs__begins_percent_change(text);
}

// "'23.12월 '24.9월 전월대비(%p)" right above a table: the unit is that of the last head.
static bool is_of_heads(const bs__table_job *job, size_t near, bs_str text)
{
    bs_item_array items = {0};
    if (near >= job->context->above_count || !bs_list_ends(bs_str_trim(text), ")|）")) return false;
    bs_lang lang = bs__lang_of_text(text, job->grid.lang);
    return bs_scan(&items, job->job->arena, text, lang, NULL) == BS_OK &&
           bs__lists_times(&items, text);
}

// The unit that the lines around the table state for all of it.
static void find_unit(bs__table_job *job)
{
    for (size_t i = 0; i < job->context->near_count; i++) {
        bs_unit_text unit;
        bs_str text = job->context->near[i];
        if (text.len > 0 && memchr(text.ptr, '&', text.len))
            text = bs__plain_label(job->job->arena, text);
        text = bs__table_without_errors(job, text);
        size_t named = job->named_count;
        bs__table_named_units(job, text);
        if (job->named_count > named + 1) continue; // no unit of all of the table
        if (job->named_count > named && counts_others(text)) continue;
        if (heads_columns(text, job->grid.lang) || is_of_heads(job, i, text)) continue;
        if (!bs_scan_unit(&unit, job->job->arena, text, job->grid.lang)) continue;
        join_scale(&unit, job, text);
        add_earlier(&unit, job, text);
        if (job->unit.unit.len > 0 && !(unit.stated && !job->unit.stated)) continue;
        job->unit = unit;
        job->unit_text = without_times(bs_str_slice(text, unit.start, unit.end), job->grid.lang);
    }
    for (size_t i = 0; i < job->context->near_count && job->unit.unit.len == 0; i++) {
        bs_str text = job->context->near[i];
        bs_unit_text unit = {.unit = BS_STR("%")};
        if (!bs__names_percent_change(text) && !brackets_change(text) &&
            !begins_with_unit(&unit, job->job->arena, text, job->grid.lang))
            continue;
        job->unit = unit;
        job->unit_text = unit.end > 0 ? bs_str_slice(text, 0, unit.end) : unit.unit;
    }
}

// Accounts print the sign of their money in the first row and under rules only: "$ 12,345" over
// "7,654". Empty where the first row has numbers without it, or other money is printed below.
static bs_str sign_of(const bs__grid *grid)
{
    bs_str sign = {0};
    for (uint32_t row = 0; row < grid->row_count; row++) {
        if (grid->rows[row].header || !grid->rows[row].data) continue;
        bool first = sign.len == 0;
        for (uint32_t col = grid->value_col; col < grid->col_count; col++) {
            const bs_cell_value *value = bs__grid_value(grid, row, col);
            if (value->state != BS_STATE_VALUE) continue;
            if (bs__is_percent(value->unit)) continue;
            bool money = bs_unit_dimension(value->unit) == BS_DIM_MONEY;
            if (money && sign.len == 0) sign = value->unit;
            bool odd = money ? !bs_str_equal(value->unit, sign) : first;
            if (odd) return (bs_str){0};
        }
    }
    return sign;
}

// "Particulars (Rs. in lakhs)", "Item (£m)": a word for whatever stands below it, and so much
// money.
static bool heads_money(bs_str text, const bs_unit_text *unit)
{
    static const char words[] =
        "Particulars|PARTICULARS|Particular|Item|Items|ITEM|Description|DESCRIPTION|Details|Heads|"
        "Head|Category|Segment|Sector|Company|Country|State|Region|Year|Period|Quarter|Indicator|"
        "Line item|Account|Source|Component|Components";
    bool money = bs_unit_dimension(unit->unit) == BS_DIM_MONEY && unit->power > 0;
    return money && unit->end == text.len && unit->list_count < 2 &&
           bs_list_is(bs_str_trim(bs_str_slice(text, 0, unit->start)), words);
}

// "재무현황(단위 : 원)": a bracket at the end that says in words that it holds the unit.
static bool ends_in_said(bs_str text, const bs_unit_text *unit)
{
    return unit->list_count < 2 && unit->end == text.len &&
           bs_str_has_any(text, "(단위|（단위|[단위|(単位|（単位|(单位|（单位|(單位|（單位");
}

// "€ million" in the corner of a table, or "(in thousands)" across its head, where no line around
// it states a unit.
static void find_corner(bs__table_job *job)
{
    static const char fronts[] = "(|（|Amounts|Dollars|Figures|Values|All |$|US$|USD|€|EUR|£|GBP";
    const bs__grid *grid = &job->grid;
    bs_unit_text unit;
    if (job->unit.unit.len > 0 || grid->value_col == 0) return;
    for (uint32_t row = 0; row < grid->header_row_count; row++) {
        bs_str text = bs__plain_label(job->job->arena, bs__grid_text(grid, row, 0));
        const bs_cell *cell = bs__grid_at(grid, row, 0);
        bool title = cell != NULL && grid->col_count > 1 && cell->col_span >= grid->col_count;
        if (text.len == 0 || !bs_scan_unit(&unit, job->job->arena, text, grid->lang)) continue;
        bs_dimension dimension = bs_unit_dimension(unit.unit);
        bool name = dimension == BS_DIM_COUNT_OF || dimension == BS_DIM_DURATION ||
                    bs_str_equal(unit.unit, BS_STR("index"));
        bool whole = unit.start == 0 && unit.end == text.len && unit.list_count < 2;
        // "(Dollars in thousands)", "€ in millions"
        whole |= unit.stated && unit.end == text.len && bs_list_starts(text, fronts);
        // "Output by quarter (million yuan)" over all columns.
        bool of_title = title && bs_list_ends(bs_str_slice(text, 0, unit.end), ")|）|]");
        of_title |= heads_money(text, &unit) || ends_in_said(text, &unit);
        if (!of_title && (!whole || (name && !unit.stated))) continue;
        job->unit = unit;
        job->unit_text = text;
        return;
    }
}

bool bs__grid_states_unit(bs_str text)
{
    enum { NOTE_BYTES_MAX = 60 };
    static const char words[] =
        "单位：|单位:|单位 |單位：|單位:|單位 |単位：|単位:|단위:|단위 :|단위：|Unit:|Unit :|"
        "in millions|In millions|in thousands|In thousands|in billions|In billions|dollars in |"
        "Dollars in |$ in |US$ in |amounts in |Amounts in |All amounts in |figures in |Figures in |"
        "USD in |U.S. dollars in |IN MILLIONS|IN THOUSANDS";
    text = bs_str_trim(text);
    size_t open = bs_list_starts(text, "（") ? strlen("（") : bs_list_starts(text, "(") ? 1 : 0;
    return text.len <= NOTE_BYTES_MAX && bs_list_starts(bs_str_slice(text, open, text.len), words);
}

// "Table 3 | | | 单位：万元": a unit at the end of a title that has a row of the head for itself.
static void find_end_of_title(bs__table_job *job)
{
    enum { FILLED_MAX = 2 };
    const bs__grid *grid = &job->grid;
    bs_unit_text unit;
    for (uint32_t row = 0; job->unit.unit.len == 0 && row < grid->header_row_count; row++) {
        bs_str note = {0};
        uint32_t filled = 0;
        for (uint32_t col = 0; col < grid->col_count; col++) {
            bs_str text = bs__grid_text(grid, row, col);
            filled += text.len > 0;
            if (bs__grid_states_unit(text)) note = bs__plain_label(job->job->arena, text);
        }
        bool last = row + 1 == grid->header_row_count; // heads stand in it
        if (note.len == 0 || filled > (last ? 1 : FILLED_MAX)) continue;
        if (!bs_scan_unit(&unit, job->job->arena, note, grid->lang) || unit.list_count > 1)
            continue;
        job->unit = unit;
        job->unit_text = note;
    }
}

// A column of whole numbers of which half are thousands is in no percent.
static bool holds_amounts(const bs__grid *grid, uint32_t col)
{
    static const bs_decimal thousand = {1000, 0};
    uint32_t values = 0, large = 0;
    for (uint32_t row = grid->header_row_count; row < grid->row_count; row++) {
        const bs_cell_value *value = bs__grid_value(grid, row, col);
        if (!grid->rows[row].data || value->state != BS_STATE_VALUE) continue;
        if (value->value.scale > 0) return false;
        values++;
        large += bs_decimal_compare(value->value, thousand) >= 0;
    }
    return values > 0 && large * 2 >= values;
}

// "Revenue Operating profit Margin (%)" above amounts was the heads of the columns and no title:
// the percent that it ends in is that of the last one.
static void find_amounts(bs__table_job *job)
{
    bs__grid *grid = &job->grid;
    bool any = false;
    if (!bs__is_percent(job->unit.unit) || job->unit.stated) return;
    for (uint32_t col = grid->value_col; col < grid->col_count && !any; col++)
        any = holds_amounts(grid, col);
    for (uint32_t col = grid->value_col; any && col + 1 < grid->col_count; col++)
        grid->columns[col].amounts = true;
}

void bs__table_units(bs__table_job *job)
{
    find_unit(job);
    find_amounts(job);
    bs__table_besides(job);
    find_corner(job);
    find_end_of_title(job);
    job->sign = sign_of(&job->grid);
    bs__table_changes(job);
    bs__table_unit_rows(job);
    job->names_rates = job->unit.list_count > 1 && bs__table_names_rates(job);
}
