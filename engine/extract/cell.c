// SPDX-License-Identifier: GPL-3.0-or-later
// A whole cell of a table as one number, or as a kind of missing.
#include "engine/base/limits.h"
#include "engine/base/utf8.h"
#include "engine/extract/scan_internal.h"
#include "engine/extract/words.h"

static const struct {
    bs_str text;
    bs_state state;
} missing[] = {
#include "engine/extract/cell_missing.inc"
};

// ": c", ": u": a missing value of Eurostat with its flag.
static bool read_flagged(bs_cell_value *out, bs_str text)
{
    enum { FLAG_BYTES_MAX = 3 };
    bs_str flags = bs_str_trim(bs_str_slice(text, 1, text.len));
    if (text.ptr[0] != ':' || flags.len == 0 || flags.len > FLAG_BYTES_MAX) return false;
    for (size_t i = 0; i < flags.len; i++) {
        if (flags.ptr[i] < 'a' || flags.ptr[i] > 'z') return false;
    }
    bool secret = memchr(flags.ptr, 'c', flags.len) != NULL;
    out->state = secret ? BS_STATE_SUPPRESSED : BS_STATE_NOT_PUBLISHED;
    return true;
}

static bool read_missing(bs_cell_value *out, bs_str text)
{
    BS_LEXICON(static, by_first, missing, BS_LEXICON_FOLD);
    if (text.len == 0) return false;
    uint32_t key = bs_lexicon__fold(bs_lexicon_key_at(text, 0));
    const bs_lexicon_entry *entry = bs_lexicon_find(&by_first, key);
    for (size_t i = 0; entry != NULL && i < entry->count; i++) {
        size_t row = by_first.order[entry->first + i];
        if (!bs_str_equal_nocase(text, missing[row].text)) continue;
        out->state = missing[row].state;
        return true;
    }
    return read_flagged(out, text);
}

// The inside of "(1,234)" or "（5.6%）", and true, when the whole cell is in parentheses.
static bool unwrap(bs_str text, size_t *start, size_t *end)
{
    static const bs_str pairs[][2] = {{BS_STR_INIT("("), BS_STR_INIT(")")},
                                      {BS_STR_INIT("（"), BS_STR_INIT("）")}};
    for (size_t i = 0; i < BS_COUNT(pairs); i++) {
        if (!bs_str_starts(text, pairs[i][0]) || !bs_str_ends(text, pairs[i][1])) continue;
        *start = pairs[i][0].len;
        *end = text.len - pairs[i][1].len;
        return true;
    }
    return false;
}

// 1 234,5 and 12,5: a comma as the decimal mark, where it cannot group; 1 234, 12 345 678, 1 234.5:
// blanks that group. Returns the length read.
static size_t decimal_comma(bs_decimal *out, bs_str text, size_t at)
{
    enum { DIGITS_MAX = 18 };
    int64_t value = 0;
    size_t digits = 0;
    size_t decimals = 0;
    size_t group = 0;
    size_t blanks = 0;
    bool comma = false;
    size_t i = at;
    for (; i < text.len && digits < DIGITS_MAX; i++) {
        char c = text.ptr[i];
        bool entity = c == '&' && bs__starts_at(text, i, BS_STR("&nbsp;"));
        size_t blank = entity ? strlen("&nbsp;") : c == ' ';
        if (c >= '0' && c <= '9') {
            value = value * 10 + (c - '0');
            digits++;
            group++;
            decimals += comma;
        } else if (blank > 0 && !comma && group > 0 && (digits <= 3 || group == 3)) {
            group = 0;
            blanks++;
            i += blank - 1;
        } else if ((c == ',' || (c == '.' && blanks > 0)) && !comma && digits > 0 &&
                   (group == digits || group == 3)) {
            comma = true;
        } else {
            break;
        }
    }
    if (comma && i < text.len && text.ptr[i] == ',') return 0; // 4,41,000: groups of two
    bool spaced = !comma && blanks > 0 && group == 3 && i == text.len;
    bool marked = comma && decimals > 0 && (decimals != 3 || blanks > 0);
    if (!spaced && !marked) return 0;
    *out = (bs_decimal){value, (int32_t)decimals};
    return i - at;
}

// 1、234、567 and the like: ideographic commas between groups of three, in a cell of nothing else.
static bool ideographic_groups(bs_decimal *out, bs_str text)
{
    int64_t value = 0;
    size_t group = 0;
    size_t groups = 0;
    size_t total = 0;
    for (size_t i = 0; i < text.len;) {
        size_t len;
        int digit = bs_digit_at(text, i, &len);
        if (digit >= 0) {
            if (++total > 18 || ++group > 3) return false;
            value = value * 10 + digit;
        } else if (bs__starts_at(text, i, BS_STR("、")) && group > 0 &&
                   (groups == 0 || group == 3)) {
            len = 3;
            groups++;
            group = 0;
        } else {
            return false;
        }
        i += len;
    }
    *out = (bs_decimal){value, 0};
    return groups > 0 && group == 3;
}

static void set_value(bs_cell_value *out, bs_decimal value, size_t start, size_t end)
{
    out->state = BS_STATE_VALUE;
    out->value = value;
    out->digits_start = start;
    out->digits_end = end;
}

static const struct {
    bs_str text;
    bool negative;
} signs[] = {
    {BS_STR_INIT("-"), true},
    {BS_STR_INIT("−"), true},
    {BS_STR_INIT("–"), true},
    {BS_STR_INIT("－"), true},
    {BS_STR_INIT("△"), true},
    {BS_STR_INIT("▲"), true},
    {BS_STR_INIT("▽"), true},
    {BS_STR_INIT("▼"), true},
    {BS_STR_INIT("ー"), true},
    {BS_STR_INIT("‐"), true},
    {BS_STR_INIT("+"), false},
    {BS_STR_INIT("＋"), false},
    // "减少0.47个百分点", "增加 1.2 个百分点"
    {BS_STR_INIT("减少"), true},
    {BS_STR_INIT("下降"), true},
    {BS_STR_INIT("降低"), true},
    {BS_STR_INIT("增加"), false},
    {BS_STR_INIT("上升"), false},
    {BS_STR_INIT("提高"), false},
    {BS_STR_INIT("增长"), false},
    {BS_STR_INIT("減少"), true},
    {BS_STR_INIT("增長"), false},
};

// A cell of words alone is a label: 구분, 일, 一.
static bool has_digit(bs_str text, size_t start, size_t end)
{
    size_t len;
    for (size_t at = start; at < end; at++) {
        if (bs_digit_at(text, at, &len) >= 0) return true;
    }
    return false;
}

// Reads the number at `at` with its range and unit; *behind is the byte after all of it.
static bool read_number(bs_cell_value *out, const bs__scan *scan, size_t at, size_t *behind)
{
    bs_decimal comma;
    size_t comma_len = decimal_comma(&comma, scan->text, at);
    if (comma_len > 0) {
        set_value(out, comma, at, at + comma_len);
        *behind = at + comma_len;
        return true;
    }
    bs_item item;
    bs__scan copy = *scan;
    if (!bs__amount_read(&copy, at, &item, behind) || item.start != at || !item.valued)
        return false;
    if (item.kind == BS_KIND_IDENTIFIER || !has_digit(scan->text, item.start, item.end))
        return false;
    set_value(out, item.value, item.digits_start, item.digits_end);
    if (bs_str_equal(item.unit, BS_STR("dur:week")) &&
        bs__only_marks(out, scan->text, item.digits_end)) {
        *behind = scan->text.len; // "1,300주2)": a note, and no weeks
        return true;
    }
    out->qualifier = item.qualifier;
    out->range = item.kind == BS_KIND_RANGE;
    out->upper = item.upper;
    bool bare = bs_str_equal(item.unit, BS_STR("1")) || bs_str_equal(item.unit, BS_STR("ratio"));
    out->unit = bare ? (bs_str){0} : item.unit;
    return true;
}

static size_t qualifier_skip(bs_cell_value *out, const bs__scan *scan, size_t at)
{
    static const struct {
        bs_str text;
        bs_qualifier qualifier;
    } fronts[] = {
        {BS_STR_INIT("약"), BS_APPROX},      {BS_STR_INIT("约"), BS_APPROX},
        {BS_STR_INIT("約"), BS_APPROX},      {BS_STR_INIT("~"), BS_APPROX},
        {BS_STR_INIT("≈"), BS_APPROX},       {BS_STR_INIT("about "), BS_APPROX},
        {BS_STR_INIT("c. "), BS_APPROX},     {BS_STR_INIT("≥"), BS_AT_LEAST},
        {BS_STR_INIT(">="), BS_AT_LEAST},    {BS_STR_INIT("≤"), BS_AT_MOST},
        {BS_STR_INIT("<="), BS_AT_MOST},     {BS_STR_INIT(">"), BS_MORE_THAN},
        {BS_STR_INIT("<"), BS_LESS_THAN},    {BS_STR_INIT("&gt;"), BS_MORE_THAN},
        {BS_STR_INIT("&lt;"), BS_LESS_THAN}, {BS_STR_INIT("近"), BS_APPROX},
        {BS_STR_INIT("超"), BS_MORE_THAN},   {BS_STR_INIT("＞"), BS_MORE_THAN},
        {BS_STR_INIT("＜"), BS_LESS_THAN},   {BS_STR_INIT("≧"), BS_AT_LEAST},
        {BS_STR_INIT("≦"), BS_AT_MOST},
    };
    for (size_t i = 0; i < BS_COUNT(fronts); i++) {
        if (!bs__starts_at(scan->text, at, fronts[i].text)) continue;
        out->qualifier = fronts[i].qualifier;
        return bs_gap_skip(scan->text, at + fronts[i].text.len);
    }
    return at;
}

// "12,345.6": digits, commas between thousands and one point, as nearly all cells have them and
// nothing else. No codes that begin with a nought.
static bool read_plain(bs_decimal *out, bs_str text)
{
    int64_t value = 0;
    size_t digits = 0, group = 0;
    int32_t scale = 0;
    bool grouped = false, point = false;
    bool padded = text.len > 1 && text.ptr[0] == '0' && text.ptr[1] != '.';
    for (size_t at = 0; at < text.len; at++) {
        char c = text.ptr[at];
        bool whole = grouped ? group == 3 : group > 0;
        if (c >= '0' && c <= '9' && digits < BS_DECIMAL_DIGITS_MAX) {
            value = value * 10 + (c - '0');
            digits++;
            group++;
            scale += point;
        } else if (!point && whole && (c == '.' || (c == ',' && group <= 3))) {
            point = c == '.';
            grouped |= c == ',';
            group = 0;
        } else {
            return false;
        }
    }
    *out = (bs_decimal){value, scale};
    return !padded && (point || !grouped ? group > 0 : group == 3);
}

static void read_value(bs_cell_value *out, const bs__scan *scan, bool wrapped)
{
    bs_str text = scan->text;
    size_t at = bs_gap_skip(text, 0), len;
    bool bare = bs_digit_at(text, at, &len) >= 0; // neither a word nor a sign in front
    if (!bare) at = qualifier_skip(out, scan, at);
    bs_qualifier front = out->qualifier;
    bool negative = wrapped;
    size_t sign_at = at;
    for (size_t i = 0; i < BS_COUNT(signs) && !bare; i++) {
        if (!bs__starts_at(text, at, signs[i].text)) continue;
        negative = signs[i].negative;
        at = bs_gap_skip(text, at + signs[i].text.len);
        break;
    }
    size_t behind;
    bs_cell_value found = *out;
    bs_str rest = bs_str_slice(text, at, text.len);
    bs_decimal plain;
    bool alone = at == 0 || (at == 1 && text.ptr[0] == '-'); // no word in front
    bool read = alone && read_plain(&plain, rest);
    if (read)
        set_value(&found, plain, at, text.len);
    else
        read = read_number(&found, scan, at, &behind) && bs__only_marks(&found, text, behind);
    if (!read && bs_decimal_parse(&found.value, rest, NULL) == BS_OK) { // 1.2e+5
        bs_decimal value = found.value;
        found = *out;
        set_value(&found, value, at, text.len);
        read = true;
    }
    if (!read && ideographic_groups(&found.value, bs_str_slice(text, at, text.len))) {
        set_value(&found, found.value, at, text.len);
        read = true;
    }
    if (!read) return;
    if (front != BS_EXACT && found.qualifier == BS_EXACT) found.qualifier = front;
    if (negative) {
        found.value = bs_decimal_negate(found.value);
        found.upper = bs_decimal_negate(found.upper);
    }
    found.digits_start = negative && sign_at < at ? sign_at : found.digits_start;
    *out = found;
}

// 00123: a code, whose noughts would be lost in a number.
static bool is_padded_code(bs_str text)
{
    enum { CODE_DIGITS_MIN = 3 };
    if (text.len < CODE_DIGITS_MIN || text.ptr[0] != '0') return false;
    bool other = false;
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] < '0' || text.ptr[i] > '9') return false;
        other |= text.ptr[i] != '0';
    }
    return other;
}

// "£'000", "’000s": the unit of a column.
static bool is_thousands(bs_str text)
{
    enum { BYTES_MAX = 16 };
    size_t at = bs_str_ends(text, BS_STR("000s")) ? text.len - 4 : text.len - 3;
    bool ends = text.len > 3 && text.len < BYTES_MAX && bs__starts_at(text, at, BS_STR("000"));
    if (!ends || (text.ptr[0] >= '0' && text.ptr[0] <= '9')) return false;
    bs_rune before = bs_utf8_decode_before(text, at);
    return before.code == '\'' || before.code == 0x2018 || before.code == 0x2019;
}

// "(1.3)%", "$(0.11)": a negative number whose parentheses leave its unit out. The bytes between
// them; false for other cells.
static bool inner_parentheses(bs_str text, bs_lang lang, size_t *start, size_t *end, bs_str *unit)
{
    const char *open = memchr(text.ptr, '(', text.len);
    const char *close = memrchr(text.ptr, ')', text.len);
    if (open == NULL || close == NULL || close < open) return false;
    *start = (size_t)(open - text.ptr) + 1;
    *end = (size_t)(close - text.ptr);
    bs_str before = bs_str_trim(bs_str_slice(text, 0, *start - 1));
    bs_str after = bs_str_trim(bs_str_slice(text, *end + 1, text.len));
    if (before.len == 0 &&
        (bs_str_equal(after, BS_STR("%")) || bs_str_equal(after, BS_STR("％")))) {
        *unit = BS_STR("%");
        return true;
    }
    size_t len = 0;
    const bs_unit_form *form =
        before.len == 0 ? NULL : bs_unit_match_side(before, lang, BS_UNIT_BEFORE, &len);
    if (form == NULL || len != before.len || after.len > 0) return false;
    *unit = bs_str_from(form->code);
    return true;
}

// "$18.8bn3", "11.2%4": the digit of a note behind the unit of a figure.
static bool has_note_behind_unit(bs_str text)
{
    size_t len = text.len;
    if (len < 3 || text.ptr[len - 1] < '1' || text.ptr[len - 1] > '9') return false;
    char unit = text.ptr[len - 2], first = text.ptr[0];
    bool letter = (unit | 0x20) >= 'a' && (unit | 0x20) <= 'z';
    bool figure = (first >= '0' && first <= '9') || strchr("$(-+", first) != NULL ||
                  (unsigned char)first >= 0x80;
    return figure && (letter || unit == '%');
}

// "p102.3", "r ▲1.4": the letter of a status in front of a figure with decimals or groups; "p5" may
// be a page.
static size_t leading_letter(bs_str text, bs_value_status *status)
{
    if (text.ptr[0] != 'p' && text.ptr[0] != 'r') return 0;
    size_t at = bs_gap_skip(text, 1), len;
    bs_str rest = bs_str_slice(text, at, text.len);
    bool figure = bs_digit_at(rest, 0, &len) >= 0 || bs_list_starts(rest, "▲|△|-|−");
    bool mark =
        rest.len > 0 && (memchr(rest.ptr, '.', rest.len) || memchr(rest.ptr, ',', rest.len));
    if (!figure || !mark) return 0;
    *status = text.ptr[0] == 'p' ? BS_STATUS_PROVISIONAL : BS_STATUS_REVISED;
    return at;
}

// "(P) 137,557": the status of a number in front of it.
static size_t leading_status(bs_str text, bs_value_status *status)
{
    static const struct {
        bs_str mark;
        bs_value_status status;
    } marks[] = {{BS_STR_INIT("(p) "), BS_STATUS_PROVISIONAL},
                 {BS_STR_INIT("(r) "), BS_STATUS_REVISED},
                 {BS_STR_INIT("(e) "), BS_STATUS_ESTIMATE}};
    for (size_t i = 0; text.len > 0 && text.ptr[0] == '(' && i < BS_COUNT(marks); i++) {
        *status = marks[i].status;
        if (bs_str_equal_nocase(bs_str_slice(text, 0, marks[i].mark.len), marks[i].mark))
            return marks[i].mark.len;
    }
    return leading_letter(text, status);
}

void bs__scan_plain_cell(bs_cell_value *out, bs_str text, bs_lang lang)
{
    *out =
        (bs_cell_value){.state = BS_STATE_EMPTY, .status = BS_STATUS_ACTUAL, .qualifier = BS_EXACT};
    bs_str trimmed = bs_str_trim(text);
    if (trimmed.len == 0 || bs_gap_skip(trimmed, 0) == trimmed.len) {
        read_missing(out, trimmed);
        return;
    }
    if (read_missing(out, trimmed)) return;
    bs_value_status status;
    size_t lead = leading_status(trimmed, &status);
    if (lead > 0) {
        bs__scan_plain_cell(out, bs_str_slice(trimmed, lead, trimmed.len), lang);
        if (out->state == BS_STATE_VALUE) out->status = status;
        out->digits_start += (size_t)(trimmed.ptr - text.ptr) + lead;
        out->digits_end += (size_t)(trimmed.ptr - text.ptr) + lead;
        return;
    }
    if (is_padded_code(trimmed) || is_thousands(trimmed)) {
        out->state = BS_STATE_UNREADABLE;
        return;
    }
    out->state = BS_STATE_UNREADABLE;
    if (!has_digit(trimmed, 0, trimmed.len)) return;
    size_t offset = (size_t)(trimmed.ptr - text.ptr);
    size_t start = 0;
    size_t end = trimmed.len;
    bool wrapped = unwrap(trimmed, &start, &end);
    bs__scan scan = {.text = bs_str_slice(trimmed, start, end), .lang = lang};
    read_value(out, &scan, wrapped);
    bs_str unit;
    if (out->state != BS_STATE_VALUE && inner_parentheses(trimmed, lang, &start, &end, &unit)) {
        scan.text = bs_str_slice(trimmed, start, end);
        read_value(out, &scan, true);
        if (out->state == BS_STATE_VALUE) {
            out->unit = unit;
            out->digits_start += offset + start - 1; // with the parentheses
            out->digits_end += offset + start + 1;
            return;
        }
        out->state = BS_STATE_UNREADABLE;
    }
    if (out->state != BS_STATE_VALUE && bs__split_range(out, trimmed, lang)) {
        out->digits_start += offset;
        out->digits_end += offset;
        return;
    }
    if (out->state != BS_STATE_VALUE && bs__split_beside(out, trimmed, lang)) {
        out->digits_start += offset;
        out->digits_end += offset;
        out->beside_start += offset;
        out->beside_end += offset;
        return;
    }
    if (out->state != BS_STATE_VALUE && has_note_behind_unit(trimmed)) {
        bs__scan_plain_cell(out, bs_str_slice(trimmed, 0, trimmed.len - 1), lang);
        out->digits_start += offset;
        out->digits_end += offset;
        return;
    }
    if (out->state != BS_STATE_VALUE) return;
    // "( 25.9 )": with the brackets, and the blanks behind and in front of them.
    bs_str inside = scan.text;
    bool led = bs_str_trim(bs_str_slice(inside, 0, out->digits_start)).len == 0;
    bool closed = bs_str_trim(bs_str_slice(inside, out->digits_end, inside.len)).len == 0;
    if (wrapped && led) out->digits_start = 0;
    if (wrapped && closed) out->digits_end = inside.len;
    out->digits_start += offset + (wrapped ? 0 : start);
    out->digits_end += offset + (wrapped ? trimmed.len - (end - start) : 0);
}
