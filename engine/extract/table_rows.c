// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of a table: their names, groups, units, times, and which of them are totals.
#include "engine/extract/grid_internal.h"
#include "engine/extract/key_map.h"
#include "engine/extract/table_internal.h"
#include "engine/extract/unit_text_internal.h"
#include "engine/extract/words.h"

enum { DEPTH_MAX = 16, LINES_KEPT = 3 };

// Labels of the rows that a row is indented under.
typedef struct parent_stack {
    uint16_t indents[DEPTH_MAX];
    bs_str labels[DEPTH_MAX];
    size_t depth;
} parent_stack;

static uint32_t label_column(const bs__grid *grid)
{
    for (uint32_t col = grid->value_col; col-- > 0;) {
        if (grid->columns[col].role == BS__COLUMN_LABEL) return col;
    }
    return grid->col_count;
}

// "<전 체>", "〔総数〕", "#出口": a frame around the name of a row, and the mark of a part.
static bs_str without_frame(bs_str text)
{
    static const bs_str pairs[][2] = {{BS_STR_INIT("<"), BS_STR_INIT(">")},
                                      {BS_STR_INIT("〈"), BS_STR_INIT("〉")},
                                      {BS_STR_INIT("〔"), BS_STR_INIT("〕")},
                                      {BS_STR_INIT("【"), BS_STR_INIT("】")},
                                      {BS_STR_INIT("["), BS_STR_INIT("]")}};
    static const bs_str part = BS_STR_INIT("#");
    for (size_t i = 0; i < BS_COUNT(pairs); i++) {
        if (!bs_str_starts(text, pairs[i][0])) continue;
        size_t close = bs_str_find(text, pairs[i][1], 0);
        if (close + pairs[i][1].len == text.len)
            return bs_str_trim(bs_str_slice(text, pairs[i][0].len, close));
    }
    bool marked = bs_str_starts(text, part) && text.len > part.len;
    return marked ? bs_str_trim(bs_str_slice(text, part.len, text.len)) : text;
}

static bs_str strip_label(bs_str text)
{
    text = bs__row_behind_rank(bs_str_trim(text));
    while (text.len > 0 && strchr("*-+:;,", text.ptr[text.len - 1])) {
        text = bs_str_trim(bs_str_slice(text, 0, text.len - 1));
    }
    while (text.len > 0 && strchr("*-+", text.ptr[0]))
        text = bs_str_trim(bs_str_slice(text, 1, text.len));
    static const bs_str bullets[] = {BS_STR_INIT("·"), BS_STR_INIT("•"), BS_STR_INIT("ㅇ"),
                                     BS_STR_INIT("○"), BS_STR_INIT("▪"), BS_STR_INIT("※"),
                                     BS_STR_INIT("├"), BS_STR_INIT("└"), BS_STR_INIT("│"),
                                     BS_STR_INIT("┣"), BS_STR_INIT("┗")};
    for (size_t i = 0; i < BS_COUNT(bullets); i++) {
        if (bs_str_starts(text, bullets[i]))
            text = bs_str_trim(bs_str_slice(text, bullets[i].len, text.len));
    }
    return without_frame(text);
}

// "in % of sales" under a row of money, "Cover (exports as % of imports)".
static bool names_part(bs_str text)
{
    static const char fronts[] = "in % of |In % of |as % of |As % of |% of |in per cent of |"
                                 "as a % of |as a percentage of |as percentage of |"
                                 "as per cent of |as percent of |in percent of ";
    static const char heads[] = "In per cent of |In percent of |Per cent of |Percent of |"
                                "Percentage of |As a percentage of |As a % of |As per cent of ";
    if (text.len == 0 || memchr(text.ptr, 'f', text.len) == NULL) return false; // as all have one
    if (bs_list_starts(text, fronts) || bs_list_starts(text, heads)) return true;
    for (size_t at = 1; at < text.len; at++) {
        bool begins = text.ptr[at - 1] == '(' || text.ptr[at - 1] == ' ';
        if (begins && bs_list_starts(bs_str_slice(text, at, text.len), fronts)) return true;
    }
    return false;
}

// "Construction.....": without the points that lead to the numbers.
static bs_str without_leader(bs_str text)
{
    text = bs_str_trim(text);
    size_t end = text.len;
    while (end > 0 && (text.ptr[end - 1] == '.' || text.ptr[end - 1] == ' '))
        end--;
    return bs_str_ends(text, BS_STR("..")) ? bs_str_slice(text, 0, end) : text;
}

static void take_label(bs__table_job *job, bs__row_info *row, bs_str text)
{
    text = without_leader(text);
    text = bs__without_status(bs__plain_label(job->job->arena, text));
    bs_unit_text unit;
    if (bs_list_is(text, "(%)|（%）|(％)|（％）")) { // of the row above
        row->unit = row->unit_text = BS_STR("%");
    } else if (bs_scan_unit(&unit, job->job->arena, text, job->grid.lang) &&
               !(unit.start == 0 && unit.end == text.len && !unit.stated)) {
        row->unit = unit.unit;
        row->unit_power = unit.power;
        row->unit_text = bs_str_slice(text, unit.start, unit.end);
        bs_str before = bs_str_slice(text, 0, unit.start);
        text = before.len > 0 ? before : bs_str_slice(text, unit.end, text.len);
    }
    bool percent = row->unit.len == 0 && names_part(text);
    if (percent) row->unit = row->unit_text = BS_STR("%");
    row->label = strip_label(text);
    row->measure = bs__row_measure(job->job->arena, row->label, row->unit);
}

// "일", "hours" in a column of units: a length of time, which is a name elsewhere.
static bool read_length(bs_unit_text *out, bs_str text, bs_lang lang)
{
    bs__scan scan = {.text = bs_str_trim(text), .lang = lang};
    bs__unit_found found;
    if (scan.text.len == 0 || !bs__unit_found_at(&found, &scan, 0) || found.end != scan.text.len)
        return false;
    *out = (bs_unit_text){.unit = found.code, .power = found.power, .end = text.len};
    return true;
}

// "$/bbl", "EUR/MWh": an amount by another unit, which a bracket would say as well.
static bool scan_price(bs_unit_text *out, const bs__table_job *job, bs_str text)
{
    if (text.len == 0 || memchr(text.ptr, '/', text.len) == NULL || text.ptr[0] == '(')
        return false;
    bs_str closed = bs_arena_format(job->job->arena, "(%.*s)", BS_STR_ARG(bs_str_trim(text)));
    if (closed.ptr == NULL || !bs_scan_unit(out, job->job->arena, closed, job->grid.lang))
        return false;
    return out->start == 0 && out->end == closed.len && out->list_count < 2 &&
           bs_str_find(out->unit, BS_STR("/"), 0) != SIZE_MAX;
}

// A column of units says it more exactly than the label.
static void take_unit_column(bs__table_job *job, uint32_t row)
{
    const bs__grid *grid = &job->grid;
    for (uint32_t col = 0; col < grid->col_count; col++) {
        bs_unit_text unit;
        if (grid->columns[col].role != BS__COLUMN_UNIT) continue;
        bs_str text = bs__without_markup(job->job->arena, bs__grid_text(grid, row, col));
        if (bs_list_starts(text, "% |%, |per cent of |percent of |Percent of |Per cent of ")) {
            unit = (bs_unit_text){.unit = BS_STR("%")};
        } else if (!scan_price(&unit, job, text) &&
                   !bs_scan_unit(&unit, job->job->arena, text, grid->lang) &&
                   !read_length(&unit, text, grid->lang)) {
            continue;
        }
        // "(上年同期=100)" beside "%": an index number.
        bool base = bs_str_equal(job->rows[row].unit, BS_STR("index"));
        if (base && bs_str_equal(unit.unit, BS_STR("%"))) continue;
        job->rows[row].unit = unit.unit;
        job->rows[row].unit_power = unit.power;
        job->rows[row].unit_text = text;
    }
}

// "前期比 | -11.6 | -24.8 | (%)": the unit of a row behind its figures, where other rows have a
// date or nothing.
static void take_unit_behind(bs__table_job *job, uint32_t row)
{
    const bs__grid *grid = &job->grid;
    if (job->rows[row].unit.len > 0 || grid->col_count <= grid->value_col) return;
    for (uint32_t col = grid->col_count; col-- > grid->value_col;) {
        bs_str text = bs_str_trim(bs__grid_text(grid, row, col));
        if (text.len == 0) continue;
        if (!bs_list_is(text, "(%)|（%）|（％）|(％)")) return;
        job->rows[row].unit = BS_STR("%");
        job->rows[row].unit_text = text;
        return;
    }
}

static void merge_row_time(bs__row_info *row, const bs_time_text *time, bs_lang lang)
{
    if (row->timed && time->from.year == 0) {
        enum { APRIL = 4 };
        int month = time->from.month;
        bool after = row->time.from.fiscal && lang == BS_LANG_JA && month > 0 && month < APRIL;
        int year = row->time.from.year + after, to_year = row->time.to.year;
        row->time = *time;
        row->time.from.year = year;
        if (row->time.to.month || row->time.to.quarter)
            row->time.to.year = to_year ? to_year : year;
    } else {
        row->time = *time;
    }
    row->timed = true;
}

// The 10 of a column of months.
static bool part_time(bs_time_text *out, const bs__grid *grid, uint32_t row, uint32_t col)
{
    const bs_cell_value *value = bs__grid_value(grid, row, col);
    bs__part part = grid->columns[col].part;
    if (part == BS__PART_NONE || value->state != BS_STATE_VALUE) return false;
    *out = (bs_time_text){0};
    int number = (int)value->value.coefficient;
    if (part == BS__PART_MONTH) out->from.month = number;
    if (part == BS__PART_QUARTER) out->from.quarter = number;
    return true;
}

// Label columns from left to right give the time of a row: "2023년" carried down, then "1분기". The
// last of its own cells that is a time as it stands.
static bs_str take_times(bs__table_job *job, uint32_t row, bs_str *carried)
{
    const bs__grid *grid = &job->grid;
    bs_str last = {0};
    for (uint32_t col = 0; col < grid->value_col; col++) {
        bs__column_role role = grid->columns[col].role;
        if (role != BS__COLUMN_LABEL && role != BS__COLUMN_GROUP) continue;
        bs_str text = bs__grid_text(grid, row, col);
        if (text.len > 0) carried[col] = text;
        bs_time_text time;
        bool below = col == 0 && bs__grid_year_below(grid, row, &time);
        bool known =
            below || (carried[col].len > 0 && (part_time(&time, grid, row, col) ||
                                               bs_scan_time(&time, carried[col], grid->lang)));
        uint32_t above = row; // that the text is carried from
        while (above > 0 && bs__grid_text(grid, above, col).len == 0)
            above--;
        if (known) (void)bs__grid_settle_era(grid, above, col, &time);
        if (known) (void)bs__grid_settle_season(grid, carried[col], &time);
        if (known && (text.len > 0 || role == BS__COLUMN_GROUP))
            merge_row_time(&job->rows[row], &time, grid->lang);
        if (known && grid->columns[col].part == BS__PART_NONE) last = text;
    }
    return last;
}

// The cell that names a row: its label, or that of its group where the label is empty ("합계").
static const bs_cell *name_cell(const bs__grid *grid, uint32_t row, uint32_t label_col)
{
    const bs_cell *cell = label_col < grid->col_count ? bs__grid_at(grid, row, label_col) : NULL;
    if (cell != NULL && cell->text.len > 0) return cell;
    for (uint32_t col = label_col < grid->col_count ? label_col : 0; col-- > 0;) {
        const bs_cell *group = bs__grid_at(grid, row, col);
        if (grid->columns[col].role == BS__COLUMN_GROUP && group != NULL && group->text.len > 0)
            return group;
    }
    return cell;
}

static bs_str group_text(const bs__grid *grid, const bs_str *carried)
{
    bs_time_text time;
    for (uint32_t col = grid->value_col; col-- > 0;) {
        if (grid->columns[col].role != BS__COLUMN_GROUP || carried[col].len == 0) continue;
        if (!bs_scan_time(&time, carried[col], grid->lang)) return carried[col];
    }
    return (bs_str){0};
}

static bs_str parent_of(parent_stack *parents, uint16_t indent, bs_str label)
{
    while (parents->depth > 0 && parents->indents[parents->depth - 1] >= indent)
        parents->depth--;
    bs_str parent = parents->depth > 0 ? parents->labels[parents->depth - 1] : (bs_str){0};
    if (parents->depth < DEPTH_MAX) {
        parents->indents[parents->depth] = indent;
        parents->labels[parents->depth++] = label;
    }
    return parent;
}

static bool is_total(bs_str label)
{
    return bs_word_is(label, BS_MEANS_TOTAL) || bs_word_is(label, BS_MEANS_SUBTOTAL);
}

// "前月差" below an index, "증감" below a number: what the level above it has changed by.
static bool is_difference(bs_str label)
{
    static const char names[] = "증감|증감액|증감수|전월차|전년차|前月差|前年差|前期差|前年同月差|"
                                "増減|増減額|増減数|增减|增减额|增减量|增减值|增減值|Change|change|"
                                "Difference";
    label = bs__name_alone(label);
    return bs_list_starts(label, names) && bs_list_ends(label, names) && label.len <= 18;
}

// Rows of one group, and of one name where a column of times stands beside that of names, are one
// series each: "2023 | North | 5", "2023 | South | 7", "2024 | North | 6".
static bs_status number_groups(bs__table_job *job)
{
    bs__key_map map;
    BS_TRY(bs__key_map_init(&map, job->job->arena, job->grid.row_count, job->job->err));
    uint32_t last = 0; // the last row without a name: a subtotal between two goes by its own
    for (uint32_t row = 1; row < job->grid.row_count; row++) {
        bs__row_info *info = &job->rows[row];
        if (!info->named) {
            bool same = bs_str_equal(info->group, job->rows[last].group);
            info->group_id = same ? job->rows[last].group_id : row;
            last = row;
            continue;
        }
        bs_str key = bs_arena_format(job->job->arena, "%.*s\n%.*s", BS_STR_ARG(info->group),
                                     BS_STR_ARG(info->label));
        if (key.ptr == NULL) return bs__no_memory(job->job->err);
        size_t known = bs__key_map_get(&map, key);
        info->group_id = known == SIZE_MAX ? row : (uint32_t)known;
        if (known == SIZE_MAX) BS_TRY(bs__key_map_put(&map, key, row, job->job->err));
    }
    return BS_OK;
}

// "其中：出口", "第一产业", an indented name: a part of the row above it, in the unit of that row.
static bool is_part(bs_str label, uint16_t indent, uint16_t above)
{
    static const char fronts[] = "其中|#|＃|第一|第二|第三|うち|이 중|이중|of which|Of which|└|ㄴ";
    return indent > above || bs_list_starts(label, fronts);
}

typedef struct last_unit {
    const bs__row_info *row; // the last one that states its unit; NULL for none
    uint16_t indent;
    bool parted; // its parts are told by "#"
} last_unit;

// "# 批发零售业 | 住宿餐饮业": the next part of a sum of money, whose first one has the mark.
static bool is_next_part(const last_unit *last, bs_str label)
{
    static const char others[] =
        "指数|率|比重|人数|户数|家数|人口|面积|量|里程|比|次数|价格|名义|实际";
    bs_str unit = last->row->unit;
    return last->parted && bs_unit_dimension(unit) == BS_DIM_MONEY && !bs__names_rate(label) &&
           !bs__names_heads(label) && !bs_list_ends(label, others);
}

static void take_unit_above(bs__row_info *row, const bs_cell *cell, last_unit *last)
{
    if (row->unit.len > 0) {
        *last = (last_unit){.row = row, .indent = cell->indent};
    } else if (last->row != NULL && (is_part(bs_str_trim(cell->text), cell->indent, last->indent) ||
                                     is_next_part(last, row->label))) {
        last->parted |= bs_list_starts(bs_str_trim(cell->text), "#|＃");
        row->unit = last->row->unit;
        row->unit_power = last->row->unit_power;
        row->unit_text = last->row->unit_text;
    } else {
        last->row = NULL;
    }
}

// "누계", "수출 (累计)": totals since January.
static bool is_running(bs_str text)
{
    bs_word_hit hit;
    text = bs_str_trim(text);
    if (bs_word_is(text, BS_MEANS_CUMULATIVE)) return true;
    if (bs_list_starts(text, "누계실적|누계 실적|누적실적|누적 실적|累计数|累計額")) return true;
    if (!bs_list_ends(text, ")|）") || !bs_word_last(text, BS_MEANS_CUMULATIVE, &hit)) return false;
    return bs_list_ends(bs_str_slice(text, 0, hit.start), "(|（") &&
           bs_list_starts(bs_str_slice(text, hit.end, text.len), ")|）");
}

static bool has_group_column(const bs__grid *grid)
{
    for (uint32_t col = 0; col < grid->value_col; col++) {
        if (grid->columns[col].role == BS__COLUMN_GROUP) return true;
    }
    return false;
}

// Of two columns of words in front, "Port | Country", the first is the name where it is another in
// every row: it groups nothing. The column; col_count where it is not so.
static uint32_t naming_column(const bs__grid *grid, uint32_t label_col)
{
    enum { ROWS_MIN = 3, ROWS_MAX = 256 }; // longer tables have their groups of rows
    uint32_t col = label_col, rows = 0;
    while (col > 0 && grid->columns[col - 1].role != BS__COLUMN_GROUP)
        col--;
    bool none = col == 0 || label_col == grid->col_count || grid->row_count > ROWS_MAX;
    if (none) return grid->col_count;
    col--;
    for (uint32_t row = grid->header_row_count; row < grid->row_count; row++) {
        if (!grid->rows[row].data) continue;
        const bs_cell *cell = bs__grid_at(grid, row, col);
        if (cell == NULL || cell->row_span > 1 || cell->text.len == 0) return grid->col_count;
        for (size_t i = 0; i < cell->text.len; i++) {
            if (cell->text.ptr[i] >= '0' && cell->text.ptr[i] <= '9') return grid->col_count;
        }
        for (uint32_t other = grid->header_row_count; other < row; other++) {
            if (bs_str_equal(bs__grid_text(grid, other, col), cell->text)) return grid->col_count;
        }
        rows++;
    }
    return rows < ROWS_MIN ? grid->col_count : col;
}

// "Eastquay Norland": the name and what stands beside it.
static void name_in_front(bs__table_job *job, bs__row_info *info, uint32_t row, uint32_t col)
{
    if (col == job->grid.col_count || info->total || info->label.len == 0) return;
    bs_str front = bs__plain_label(job->job->arena, bs__grid_text(&job->grid, row, col));
    if (bs_str_equal(front, info->label)) return;
    bs_str whole =
        bs_arena_format(job->job->arena, "%.*s %.*s", BS_STR_ARG(front), BS_STR_ARG(info->label));
    if (whole.ptr != NULL) info->label = whole;
}

// What the rows above leave for the next one.
typedef struct rows_above {
    parent_stack parents;
    bs_str heading;
    bs_str before[LINES_KEPT]; // the headings before the last ones, the latest first
    bs_str level;              // the last label of a level
    const bs__row_info *row;   // NULL above the first one
    last_unit unit;
} rows_above;

static void take_heading(rows_above *above, bs_str label)
{
    memmove(above->before + 1, above->before, sizeof above->before - sizeof above->before[0]);
    above->before[0] = above->heading;
    above->heading = label;
}

// The name of a row, its whole label, the unit above it and a time that runs on.
static void take_name(bs__table_job *job, uint32_t row, const bs_cell *cell, uint32_t label_col,
                      rows_above *above)
{
    bs__row_info *info = &job->rows[row];
    uint32_t lines = 0, col = cell != NULL ? cell->col : label_col;
    if (col < job->grid.value_col)
        take_label(job, info, bs__table_whole_label(job, row, col, &lines));
    if (lines > 0) above->heading = above->before[lines - 1];
    for (uint32_t i = 0; i < lines && above->parents.depth > 0; i++)
        above->parents.depth--;
    take_unit_column(job, row);
    take_unit_behind(job, row);
    bool data = job->grid.rows[row].data;
    if (cell != NULL && data) take_unit_above(info, cell, &above->unit);
    // "分产业": the sum in front is told apart; else a heading begins something new.
    bool divides = above->unit.row != NULL && bs_list_starts(info->label, "分|按");
    if (cell != NULL && !data && info->label.len > 0) {
        above->unit.parted |= divides;
        if (!divides) above->unit.row = NULL;
    }
    if (cell != NULL) info->running = is_running(cell->text);
    if (info->running && !info->timed && above->row != NULL && above->row->timed) {
        info->time = above->row->time;
        info->timed = true;
    }
}

// "Patients (persons)" in front of "Men": the unit of a group is that of its rows.
static void take_group_unit(bs__table_job *job, bs__row_info *info)
{
    bs_unit_text unit;
    bs_str text = info->group;
    if (!bs_list_ends(text, ")|）") || info->unit.len > 0) return;
    if (!bs_scan_unit(&unit, job->job->arena, text, job->grid.lang)) return;
    if (unit.start == 0 || unit.end != text.len || unit.list_count > 1) return;
    info->unit = unit.unit;
    info->unit_power = unit.power;
    info->unit_text = bs_str_slice(text, unit.start, unit.end);
    info->group = strip_label(bs_str_slice(text, 0, unit.start));
    info->measure = bs__row_measure(job->job->arena, info->label, info->unit);
}

static const char share_names[] = "構成比|構成比率|구성비|비중|占比|比重|シェア";

// The group that a row is of: a column of groups, the row it is indented below, a heading, or the
// level whose detail or other reading it is.
static void take_group(bs__table_job *job, uint32_t row, const bs_cell *cell, const bs_str *carried,
                       rows_above *above)
{
    const bs__grid *grid = &job->grid;
    bs__row_info *info = &job->rows[row];
    bs_str parent = parent_of(&above->parents, cell ? cell->indent : 0, info->label);
    info->name = info->label;
    info->group = group_text(grid, carried);
    take_group_unit(job, info);
    info->nested = info->group.len == 0 && parent.len > 0;
    if (info->group.len == 0) info->group = parent.len > 0 ? parent : above->heading;
    if (info->timed && info->group.len > 0 && bs_str_equal(info->group, parent))
        info->group = above->heading;
    bool differs = !info->timed && above->level.len > 0 && is_difference(info->label);
    info->change = bs__row_is_detail(info) || differs;
    if (info->change) info->group = above->level;
    // "(비중)", 構成比 below a number: another reading of it.
    bool closed = info->label.len > 2 && info->label.ptr[0] == '(' &&
                  info->label.ptr[info->label.len - 1] == ')';
    bool aside = (closed || bs_list_is(bs__bare_name(info->label), share_names)) &&
                 above->level.len > 0 && !bs__row_is_detail(info);
    if (aside && grid->rows[row].data) {
        info->name = bs_arena_format(job->job->arena, "%.*s %.*s", BS_STR_ARG(above->level),
                                     BS_STR_ARG(info->label));
    }
    bool levels = info->measure == BS_MEASURE_LEVEL || info->measure == BS_MEASURE_INDEX;
    bool level = levels && !is_difference(info->label) && !aside && grid->rows[row].data;
    if (level) above->level = info->timed ? (bs_str){0} : info->label;
}

bs_status bs__table_rows(bs__table_job *job)
{
    const bs__grid *grid = &job->grid;
    uint32_t label_col = label_column(grid);
    uint32_t naming = naming_column(grid, label_col);
    bool part = label_col < grid->col_count && grid->columns[label_col].part != BS__PART_NONE;
    job->rows = BS_NEW_ARRAY(job->job->arena, bs__row_info, grid->row_count);
    bs_str *carried = BS_NEW_ARRAY(job->job->arena, bs_str, grid->col_count);
    if (job->rows == NULL || carried == NULL) return bs__no_memory(job->job->err);
    rows_above above = {.row = NULL};
    for (uint32_t row = grid->header_row_count; row < grid->row_count; row++) {
        if (grid->rows[row].header) continue;
        bs__row_info *info = &job->rows[row];
        bs_str dated = take_times(job, row, carried);
        bs__table_carry_year(job, info, above.row);
        const bs_cell *cell = name_cell(grid, row, label_col);
        if (cell != NULL && bs__table_is_tail(grid, row, cell->col)) continue;
        take_name(job, row, cell, label_col, &above);
        bs_time_text own;
        info->named = info->timed && !part && info->label.len > 0 &&
                      !bs_str_equal(info->label, dated) &&
                      !bs_scan_time(&own, info->label, grid->lang);
        info->total = is_total(info->label);
        name_in_front(job, info, row, naming);
        bool empty = !grid->rows[row].data && info->label.len > 0;
        if (empty && !bs__table_lacks_values(grid, row, info->label))
            take_heading(&above, info->label);
        take_group(job, row, cell, carried, &above);
        if (info->timed || info->label.len > 0 || above.row == NULL) above.row = info;
    }
    bs__table_bracket_rows(job);
    bs__table_sections(job, label_col);
    bs__table_short_years(job);
    bs__table_year_rows(job);
    BS_TRY(bs__table_name_rows(job, has_group_column(grid)));
    return number_groups(job);
}
