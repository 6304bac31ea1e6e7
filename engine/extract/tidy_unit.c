// SPDX-License-Identifier: GPL-3.0-or-later
// The unit that the lines above the table of a data file state, which may be one of several:
// "(단위: 명, %)", "単位：百万円、％".
#include "engine/core/unit.h"
#include "engine/extract/table_internal.h"
#include "engine/extract/tidy_internal.h"
#include "engine/extract/words.h"

static bool is_percent(bs_str unit)
{
    bs_dimension dimension = bs_unit_dimension(unit);
    return dimension == BS_DIM_PERCENT || dimension == BS_DIM_POINT;
}

// The place of a column among those that print no unit themselves; *count is their number.
static size_t bare_index(const bs_tidy *tidy, size_t slot, size_t *count)
{
    size_t index = 0;
    *count = 0;
    for (size_t i = 0; i < tidy->slot_count; i++) {
        if (tidy->slots[i].unit.unit.len > 0) continue;
        index += i < slot;
        ++*count;
    }
    return index;
}

// One for each column, or one for levels and one for rates; the number of the list's units where
// none fits.
static size_t pick_of_list(const bs_tidy *tidy, size_t slot, bs_str name, bool rate)
{
    const bs_unit_text *unit = &tidy->unit;
    size_t count, index = bare_index(tidy, slot, &count);
    bool each = count == unit->list_count && !tidy->row_is_series, counted;
    if (each && is_percent(unit->list[index].unit) == rate) return index;
    size_t named = rate ? unit->list_count : bs__unit_of_name(unit, name, &counted);
    if (!rate && named == unit->list_count) named = bs__unit_of_one(unit, name, (bs_str){0});
    if (named < unit->list_count) return named;
    for (size_t i = 0; i < unit->list_count; i++) {
        if (is_percent(unit->list[i].unit) == rate) return i;
    }
    return unit->list_count;
}

// Rows of accounts that count things among amounts of money: "Number of employees", "Diluted
// shares", 従業員数. "Loans to customers" and "Listed shares" are amounts; "Diluted shares" are
// counted where cells say which of the rows are money.
static bool names_count(bs_str name, bool money_of_cells)
{
    static const char starts[] =
        "Number of |No. of |Average number of |Total number of |number of |"
        "Full-time equivalent";
    static const char whole[] = "Employees|Headcount|FTE|FTEs|Stores|Subscribers";
    static const char words[] =
        "shares|Shares|employees|Employees|headcount|Headcount|units|Units|"
        "stores|Stores|customers|Customers|subscribers|Subscribers|(FTE|FTEs";
    static const char joins[] = " to | from | for | in | of | on | due | and |Due |To ";
    static const char ends[] =
        "종업원수|종업원 수|임직원수|임직원 수|직원수|직원 수|점포수|점포 수|"
        "주식수|주식 수|가입자수|가입자 수|员工数|员工人数|从业人员|门店数|"
        "门店数量|従業員数|店舗数|株式数|会員数|社員数|契約数";
    if (bs__names_per_share(name)) return false;
    size_t open = bs_str_find(name, BS_STR("("), 0);
    bs_str bare = open != SIZE_MAX && open > 0 ? bs_str_trim(bs_str_slice(name, 0, open)) : name;
    if (bs_list_starts(bare, starts) || bs_list_ends(bare, ends)) return true;
    if (bs_list_starts(bare, whole) && bs_list_ends(bare, whole)) return true;
    return money_of_cells && bs_str_has_any(name, words) && !bs_str_has_any(bare, joins);
}

// "失業率, 前年同月差": what has changed.
static bs_str before_last_comma(bs_str name)
{
    for (size_t at = name.len; at-- > 0;) {
        if (name.ptr[at] == ',') return bs_str_slice(name, 0, at);
    }
    return name;
}

void bs__tidy_unit_of_title(bs_series *out, const bs_tidy *tidy, size_t slot)
{
    const bs_unit_text *unit = &tidy->unit;
    if (unit->unit.len == 0) return;
    bool named = bs_word_in(out->indicator, BS_MEANS_GROWTH_RATE) || bs__names_rate(out->indicator);
    bool difference = tidy->slots[slot].difference;
    bool rate = named && !difference;
    bs_str level = difference ? before_last_comma(out->indicator) : out->indicator;
    bool of_rate = rate || (difference && bs__names_rate(level));
    size_t pick =
        unit->list_count > 1 ? pick_of_list(tidy, slot, level, of_rate) : unit->list_count;
    if (pick < unit->list_count) {
        out->unit = unit->list[pick].unit;
        if (difference && bs_str_equal(out->unit, BS_STR("%"))) out->unit = BS_STR("%p");
        out->unit_power = unit->list[pick].power;
        out->unit_text = unit->list[pick].text;
    } else if (rate && !is_percent(unit->unit)) {
        out->unit = BS_STR("%");
    } else {
        bool money = bs_unit_dimension(unit->unit) == BS_DIM_MONEY;
        bool counted = money && (names_count(out->indicator, tidy->money_of_cells) ||
                                 bs__names_no_money(out->indicator));
        out->unit = counted ? BS_STR("1") : unit->unit;
        bool printed = bs__names_per_share(out->indicator) || (counted && !tidy->money_of_cells);
        out->unit_power = printed ? 0 : unit->power;
        if (!counted) out->unit_text = tidy->unit_text;
        bool points = difference && bs_str_equal(out->unit, BS_STR("%"));
        if (points) out->unit = BS_STR("%p");
    }
}

// Whether a cell is a name of rates of change and nothing else but what they are on
// (전년동기대비증감률). What is only held against an earlier time (전년대비) may be told in any
// unit.
static bool is_rate(bs_str cell)
{
    static const char ratios[] =
        "비|률|율|率|速|幅|比|rate|% change|percent change|percentage change";
    bool based = bs_word_in(cell, BS_MEANS_GROWTH_RATE) &&
                 (bs_word_in(cell, BS_MEANS_BASIS_YEAR) || bs_word_in(cell, BS_MEANS_BASIS_PERIOD));
    return (based || bs_word_is(cell, BS_MEANS_GROWTH_RATE)) && bs_list_ends(cell, ratios) &&
           !bs_list_ends(cell, "대비");
}

bool bs__tidy_is_rate(const bs_tidy *tidy, const bs__tidy_entity *entity)
{
    for (size_t i = 0; i < tidy->identity_count; i++) {
        bs__tidy_role role = tidy->columns[tidy->identity[i]].role;
        bool names = role == BS__TIDY_SERIES || role == BS__TIDY_DIMENSION;
        if (names && is_rate(bs_str_trim(entity->parts[i]))) return true;
    }
    return false;
}

static bool power_digits(bs_str text, int *power)
{
    enum { POWER_MAX = 15 };
    bs_decimal value;
    if (bs_decimal_parse(&value, text, NULL) != BS_OK || value.scale != 0) return false;
    if (value.coefficient < -POWER_MAX || value.coefficient > POWER_MAX) return false;
    *power = (int)value.coefficient;
    return true;
}

bool bs__tidy_power(const bs_tidy *tidy, bs_str text, int *power)
{
    static const bs_str ones[] = {BS_STR_INIT("unit"), BS_STR_INIT("units"), BS_STR_INIT("ones")};
    size_t colon = bs_str_find(text, BS_STR(":"), 0); // "6: Millions" of an SDMX-CSV with labels
    if (colon != SIZE_MAX) text = bs_str_slice(text, 0, colon);
    *power = 0;
    bool one = text.len == 0;
    for (size_t i = 0; i < BS_COUNT(ones) && !one; i++)
        one = bs_str_equal_nocase(text, ones[i]);
    if (one || power_digits(text, power)) return true;
    bs_unit_text unit;
    bool scale =
        bs_scan_whole_unit(&unit, NULL, text, tidy->lang) && bs_str_equal(unit.unit, BS_STR("1"));
    if (scale) *power = unit.power;
    return scale;
}
