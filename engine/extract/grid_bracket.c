// SPDX-License-Identifier: GPL-3.0-or-later
// Brackets around numbers that are no minus signs: of remarks, of values with a sign inside, of
// sizes of samples.
#include "engine/base/entity.h"
#include "engine/extract/grid_internal.h"
#include "engine/extract/words.h"

static bool is_bracketed(bs_str text)
{
    text = bs_str_trim(text);
    bool open = bs_str_starts(text, BS_STR("(")) || bs_str_starts(text, BS_STR("（"));
    return open && (bs_str_ends(text, BS_STR(")")) || bs_str_ends(text, BS_STR("）")));
}

// Does a sign stand inside the brackets of a cell: "(-5.9)", "(△0.4)"?
static bool signs_inside(bs_str text)
{
    static const uint32_t signs[] = {'-', '+', 0x2212, 0x2013, 0xFF0D, 0x25B3, 0x25B2};
    text = bs_str_trim(text);
    if (!is_bracketed(text)) return false;
    size_t at = bs_utf8_decode(text, 0).len;
    while (at < text.len && bs_rune_is_space(bs_utf8_decode(text, at).code))
        at += bs_utf8_decode(text, at).len; // "( △ 0.4 )"
    bs_rune reference = bs_entity_at(text, at);
    uint32_t code = reference.len > 0 ? reference.code : bs_utf8_decode(text, at).code;
    for (size_t i = 0; i < BS_COUNT(signs); i++) {
        if (signs[i] == code) return true;
    }
    return false;
}

// "(excluding grants) | (17.2) | (17.7)": a row that is bracketed as a whole, its name too, is a
// remark beside the row above it; its brackets are no minus signs.
void bs__grid_read_remark(bs__grid *grid, uint32_t row)
{
    uint32_t values = 0;
    for (uint32_t col = 0; col < grid->col_count; col++) {
        bs_str text = bs__grid_text(grid, row, col);
        bs_state state = bs__grid_value(grid, row, col)->state;
        bool missing = col > 0 && state != BS_STATE_VALUE && state != BS_STATE_UNREADABLE;
        if (text.len == 0 || missing) continue;
        if (!is_bracketed(text)) return;
        values += state == BS_STATE_VALUE;
    }
    bs_str name = bs__grid_text(grid, row, 0);
    bs_cell_value read;
    if (values < 2 || name.len == 0) return;
    bs_scan_cell(&read, name, grid->lang);
    if (read.state == BS_STATE_VALUE) return;
    for (uint32_t col = 0; col < grid->col_count; col++) {
        bs_cell_value *value = &grid->values[(size_t)row * grid->col_count + col];
        if (value->state != BS_STATE_VALUE || value->value.coefficient >= 0) continue;
        if (!signs_inside(bs__grid_text(grid, row, col)))
            value->value = bs_decimal_negate(value->value);
    }
}

// "(5.1)" beside "(-5.9)": the brackets of such a table are no minus signs.
static void settle_signs(bs__grid *grid)
{
    size_t places = (size_t)grid->row_count * grid->col_count;
    bool signs = false;
    for (size_t i = 0; i < places && !signs; i++)
        signs = grid->cells[i] != NULL && signs_inside(grid->cells[i]->text);
    for (size_t i = 0; i < places && signs; i++) {
        bs_cell_value *value = &grid->values[i];
        bool number = value->state == BS_STATE_VALUE && value->value.coefficient < 0;
        if (!number || !is_bracketed(grid->cells[i]->text)) continue;
        if (!signs_inside(grid->cells[i]->text)) value->value = bs_decimal_negate(value->value);
    }
}

static bool is_value_cell(const bs__grid *grid, uint32_t row, uint32_t col)
{
    return grid->values[(size_t)row * grid->col_count + col].state == BS_STATE_VALUE;
}

// Whether the values of a column, of which there are some, are all in brackets.
static bool is_bracketed_column(const bs__grid *grid, uint32_t col)
{
    enum { VALUES_MIN = 2 };
    uint32_t count = 0;
    for (uint32_t row = 0; row < grid->row_count; row++) {
        if (!is_value_cell(grid, row, col)) continue;
        if (grid->values[(size_t)row * grid->col_count + col].value.coefficient > 0) return false;
        if (!is_bracketed(bs__grid_text(grid, row, col))) return false;
        count++;
    }
    return count >= VALUES_MIN;
}

// "北県 497 (100)", "南県 515 (102)": every row has one number and another one in brackets, and no
// head says that the second is a change. Percentages have a rule of their own.
static bool is_second_reading(const bs__grid *grid, uint32_t col)
{
    enum { ROWS_MIN = 3 };
    static const char changes[] =
        "증감|차이|변동|손익|손실|이익|増減|差|損益|損失|利益|增减|變動|变动|"
        "亏损|利润|收支|収支|순|대비|比|%|％";
    uint32_t rows = 0;
    for (uint32_t row = 0; row < grid->row_count; row++) {
        if (bs_str_has_any(bs__grid_text(grid, row, col), changes) ||
            bs_str_has_any(bs__grid_text(grid, row, 0), changes))
            return false;
        bool value = is_value_cell(grid, row, col);
        if (value != is_value_cell(grid, row, col - 1)) return false;
        rows += value;
    }
    return rows >= ROWS_MIN;
}

// "-6.1 | (0.3)": where a minus sign makes numbers negative, a column that is bracketed as a whole
// holds another reading of the one beside it. English accounts have brackets beside minus signs.
static void settle_columns(bs__grid *grid)
{
    size_t places = (size_t)grid->row_count * grid->col_count;
    bool signs = false;
    if (grid->lang == BS_LANG_EN) return;
    for (size_t i = 0; i < places && !signs; i++) {
        const bs_cell_value *value = &grid->values[i];
        signs = value->state == BS_STATE_VALUE && value->value.coefficient < 0 &&
                grid->cells[i] != NULL && !is_bracketed(grid->cells[i]->text) &&
                memchr(grid->cells[i]->text.ptr, '(', grid->cells[i]->text.len) == NULL;
    }
    for (uint32_t col = grid->col_count; col-- > 2;) {
        if (!is_bracketed_column(grid, col) || is_bracketed_column(grid, col - 1)) continue;
        if (!signs && !is_second_reading(grid, col)) continue;
        for (uint32_t row = 0; row < grid->row_count; row++) {
            bs_cell_value *value = &grid->values[(size_t)row * grid->col_count + col];
            if (value->state == BS_STATE_VALUE) value->value = bs_decimal_negate(value->value);
        }
    }
}

// "(598)" below "사례수", "n": brackets around the size of a sample are no minus signs.
static void settle_samples(bs__grid *grid)
{
    static const char names[] =
        "사례수|표본수|응답자수|응답자 수|样本数|样本量|標本数|回答者数|回答数|"
        "サンプル数|sample size|Sample size|Base|base|Sample|(n)|(N)";
    for (uint32_t col = 1; col < grid->col_count; col++) {
        bs_str head = bs_str_trim(bs__grid_text(grid, 0, col));
        if (head.len == 0 || !bs_list_starts(head, names)) continue;
        for (uint32_t row = 1; row < grid->row_count; row++) {
            bs_cell_value *value = &grid->values[(size_t)row * grid->col_count + col];
            bool number = value->state == BS_STATE_VALUE && value->value.coefficient < 0;
            if (number && is_bracketed(bs__grid_text(grid, row, col)))
                value->value = bs_decimal_negate(value->value);
        }
    }
}

static bool names_error(bs_str head)
{
    static const bs_str names[] = {
        BS_STR_INIT("s.e."),           BS_STR_INIT("se"),
        BS_STR_INIT("s.d."),           BS_STR_INIT("sd"),
        BS_STR_INIT("std. error"),     BS_STR_INIT("std. err."),
        BS_STR_INIT("standard error"), BS_STR_INIT("standard deviation"),
        BS_STR_INIT("표준오차"),       BS_STR_INIT("표준편차"),
        BS_STR_INIT("標準誤差"),       BS_STR_INIT("標準偏差"),
        BS_STR_INIT("标准误"),         BS_STR_INIT("标准差"),
    };
    head = bs_str_trim(head);
    for (size_t i = 0; i < BS_COUNT(names); i++) {
        if (bs_str_equal_nocase(head, names[i])) return true;
    }
    return false;
}

// "(2.4)" below "S.E.", in a column that is bracketed as a whole: how far a result may be off is no
// negative number. "SE" over other columns may be the south-east.
static void settle_errors(bs__grid *grid)
{
    for (uint32_t col = 1; col < grid->col_count; col++) {
        bool error = false;
        for (uint32_t row = 0; row < grid->row_count && !is_value_cell(grid, row, col); row++)
            error |= names_error(bs__grid_text(grid, row, col));
        if (!error || !is_bracketed_column(grid, col)) continue;
        for (uint32_t row = 0; row < grid->row_count; row++) {
            bs_cell_value *value = &grid->values[(size_t)row * grid->col_count + col];
            if (value->state == BS_STATE_VALUE) value->value = bs_decimal_negate(value->value);
        }
    }
}

void bs__grid_settle_brackets(bs__grid *grid)
{
    settle_errors(grid);
    settle_signs(grid);
    settle_columns(grid);
    settle_samples(grid);
}
