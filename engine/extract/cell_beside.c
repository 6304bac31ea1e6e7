// SPDX-License-Identifier: GPL-3.0-or-later
// A number with another one in brackets behind it in one cell: its rate of change, its error, the
// interval that it lies in.
#include "engine/extract/scan_internal.h"
#include "engine/extract/words.h"

static bool is_plain(const bs_cell_value *value)
{
    bool percent = value->unit.len == 0 || bs_str_equal(value->unit, BS_STR("%"));
    return value->state == BS_STATE_VALUE && !value->beside && percent;
}

static void set_beside(bs_cell_value *out, const bs_cell_value *second, size_t from)
{
    out->beside = true;
    out->beside_range = second->range;
    out->beside_rate = bs_str_equal(second->unit, BS_STR("%"));
    out->beside_value = second->value;
    out->beside_upper = second->upper;
    out->beside_start = from + second->digits_start;
    out->beside_end = from + second->digits_end;
}

// A number in front of `joint` and one behind it, as the ends of a range.
static bool read_ends_at(bs_cell_value *out, bs_str text, bs_str joint, bs_lang lang)
{
    size_t at = bs_str_find(text, joint, 1);
    bs_cell_value low, high;
    if (at == SIZE_MAX) return false;
    size_t behind = at + joint.len;
    bs_scan_cell(&low, bs_str_slice(text, 0, at), lang);
    bs_scan_cell(&high, bs_str_slice(text, behind, text.len), lang);
    if (!is_plain(&low) || !is_plain(&high) || low.range || high.range) return false;
    *out = low;
    out->range = true;
    out->upper = high.value;
    out->digits_end = behind + high.digits_end;
    return true;
}

// "10.3, 13.9", "10.3; 13.9", "10.3 to 13.9": two numbers that `value` lies between.
static bool read_interval(bs_cell_value *out, bs_str text, bs_decimal value, bs_lang lang)
{
    static const char joints[] = ", |; | to |，|、|–|～|~|—|-";
    for (bs_str rest = bs_str_from(joints), joint; bs_str_next(&rest, '|', &joint);) {
        bs_cell_value ends;
        if (!read_ends_at(&ends, text, joint, lang)) continue;
        if (bs_decimal_compare(ends.value, value) > 0 || bs_decimal_compare(ends.upper, value) < 0)
            continue;
        *out = ends;
        return true;
    }
    return false;
}

// "12.9%↑", "▼5.8%": a rate with the arrow of its direction; *down says that it falls. The text
// without the arrow.
static bs_str without_arrow(bs_str text, bool *down)
{
    static const bs_str arrows[] = {BS_STR_INIT("↓"), BS_STR_INIT("▼"), BS_STR_INIT("↘"),
                                    BS_STR_INIT("↑"), BS_STR_INIT("↗")};
    enum { DOWN_COUNT = 3 };
    text = bs_str_trim(text);
    for (size_t i = 0; i < BS_COUNT(arrows); i++) {
        bool behind = bs_str_ends(text, arrows[i]), front = bs_str_starts(text, arrows[i]);
        if (!behind && !front) continue;
        *down = i < DOWN_COUNT;
        size_t len = arrows[i].len;
        return bs_str_trim(front ? bs_str_slice(text, len, text.len)
                                 : bs_str_slice(text, 0, text.len - len));
    }
    *down = false;
    return text;
}

// "20th", "Aug 3": the day that a value in front of it is of, and no value.
static bool is_day(bs_str text, bs_lang lang)
{
    bs_time_text time;
    bs_str rest = bs_str_trim(text);
    while (rest.len > 0 && rest.ptr[0] >= '0' && rest.ptr[0] <= '9')
        rest = bs_str_slice(rest, 1, rest.len);
    bool ordinal =
        rest.len == 2 && rest.len < bs_str_trim(text).len && bs_list_starts(rest, "st|nd|rd|th");
    bool word = false; // "4.1" is no day
    for (size_t i = 0; i < text.len; i++)
        word |= (text.ptr[i] | 0x20) >= 'a';
    return ordinal || (word && bs_scan_time(&time, bs_str_trim(text), lang) && time.from.day > 0);
}

bool bs__split_range(bs_cell_value *out, bs_str text, bs_lang lang)
{
    for (bs_str rest = BS_STR(" - | – | ~ | to "), joint; bs_str_next(&rest, '|', &joint);) {
        bs_cell_value ends;
        bool may = memchr(text.ptr, joint.ptr[1], text.len) != NULL; // blanks are many
        if (!may || bs_str_find(text, joint, 1) == SIZE_MAX) continue;
        bool range = read_ends_at(&ends, text, joint, lang) &&
                     bs_decimal_compare(ends.value, ends.upper) < 0;
        if (range) *out = ends;
        return range;
    }
    return false;
}

bool bs__split_beside(bs_cell_value *out, bs_str text, bs_lang lang)
{
    static const bs_str pairs[][2] = {{BS_STR_INIT("("), BS_STR_INIT(")")},
                                      {BS_STR_INIT("（"), BS_STR_INIT("）")},
                                      {BS_STR_INIT("["), BS_STR_INIT("]")},
                                      {BS_STR_INIT("<"), BS_STR_INIT(">")},
                                      {BS_STR_INIT("＜"), BS_STR_INIT("＞")}};
    for (size_t i = 0; i < BS_COUNT(pairs); i++) {
        size_t open = bs_str_find(text, pairs[i][0], 1);
        size_t to = open == SIZE_MAX ? SIZE_MAX : bs_str_find(text, pairs[i][1], open);
        if (to == SIZE_MAX) continue;
        size_t from = open + pairs[i][0].len, behind = to + pairs[i][1].len;
        bs_cell_value first, second;
        if (from >= to) return false;
        bs_str inside = bs_str_slice(text, from, to);
        bs_scan_cell(&first, bs_str_slice(text, 0, open), lang);
        if (first.state != BS_STATE_VALUE || !bs__only_marks(&first, text, behind)) return false;
        if (i < 2 && is_day(inside, lang)) {
            *out = first;
            return true;
        }
        bs__scan unit_scan = {.text = inside, .lang = lang};
        bs__unit_here unit;
        // "-1.3（百分点）": the number is in the unit that the bracket holds.
        if (i < 2 && first.unit.len == 0 && inside.len > 1 &&
            bs__unit_behind(&unit, &unit_scan, 0) && unit.end == inside.len && unit.power == 0) {
            *out = first;
            out->unit = unit.code;
            return true;
        }
        bool down;
        bs_str rate = without_arrow(inside, &down);
        from += (size_t)(rate.ptr - inside.ptr);
        bs_scan_cell(&second, rate, lang);
        if (down && second.state == BS_STATE_VALUE && second.value.coefficient > 0)
            second.value = bs_decimal_negate(second.value);
        bool read = read_interval(&second, inside, first.value, lang) || is_plain(&second);
        // "[3]" is a reference, "[10.3–13.9]" an interval.
        if (!read || (i == 2 && !second.range)) return false;
        *out = first;
        set_beside(out, &second, from);
        return true;
    }
    return false;
}
