// SPDX-License-Identifier: GPL-3.0-or-later
// What may stand behind the number of a cell: marks of status, and references to notes.
#include "engine/extract/scan_internal.h"

// Marks behind the number that are no digits of it, and the status that some of them give.
static const struct {
    bs_str text;
    bs_value_status status;
} marks[] = {
    {BS_STR_INIT("(p)"), BS_STATUS_PROVISIONAL}, {BS_STR_INIT("p)"), BS_STATUS_PROVISIONAL},
    {BS_STR_INIT("p"), BS_STATUS_PROVISIONAL},   {BS_STR_INIT("(r)"), BS_STATUS_REVISED},
    {BS_STR_INIT("r)"), BS_STATUS_REVISED},      {BS_STR_INIT("r"), BS_STATUS_REVISED},
    {BS_STR_INIT("(e)"), BS_STATUS_ESTIMATE},    {BS_STR_INIT("e)"), BS_STATUS_ESTIMATE},
    {BS_STR_INIT("e"), BS_STATUS_ESTIMATE},      {BS_STR_INIT("(f)"), BS_STATUS_FORECAST},
    {BS_STR_INIT("f"), BS_STATUS_FORECAST},      {BS_STR_INIT("a"), BS_STATUS_ACTUAL},
    {BS_STR_INIT("b"), BS_STATUS_ACTUAL},        {BS_STR_INIT("c"), BS_STATUS_ACTUAL},
    {BS_STR_INIT("d"), BS_STATUS_ACTUAL},        {BS_STR_INIT("*"), BS_STATUS_ACTUAL},
    {BS_STR_INIT("u"), BS_STATUS_ACTUAL},        {BS_STR_INIT("†"), BS_STATUS_ACTUAL},
    {BS_STR_INIT("‡"), BS_STATUS_ACTUAL},        {BS_STR_INIT("#"), BS_STATUS_ACTUAL},
    {BS_STR_INIT("¹"), BS_STATUS_ACTUAL},        {BS_STR_INIT("²"), BS_STATUS_ACTUAL},
    {BS_STR_INIT("³"), BS_STATUS_ACTUAL},        {BS_STR_INIT("⁴"), BS_STATUS_ACTUAL},
    {BS_STR_INIT("⁵"), BS_STATUS_ACTUAL},        {BS_STR_INIT("⁶"), BS_STATUS_ACTUAL},
    {BS_STR_INIT("⁷"), BS_STATUS_ACTUAL},        {BS_STR_INIT("⁸"), BS_STATUS_ACTUAL},
    {BS_STR_INIT("⁹"), BS_STATUS_ACTUAL},        {BS_STR_INIT("⁰"), BS_STATUS_ACTUAL},
    {BS_STR_INIT("⁽"), BS_STATUS_ACTUAL},        {BS_STR_INIT("⁾"), BS_STATUS_ACTUAL},
    {BS_STR_INIT("ᵖ"), BS_STATUS_PROVISIONAL},   {BS_STR_INIT("ʳ"), BS_STATUS_REVISED},
    {BS_STR_INIT("ᵉ"), BS_STATUS_ESTIMATE},      {BS_STR_INIT("[p]"), BS_STATUS_PROVISIONAL},
    {BS_STR_INIT("[r]"), BS_STATUS_REVISED},     {BS_STR_INIT("[e]"), BS_STATUS_ESTIMATE},
    {BS_STR_INIT("[f]"), BS_STATUS_FORECAST},    {BS_STR_INIT("[a]"), BS_STATUS_ACTUAL},
    {BS_STR_INIT("[b]"), BS_STATUS_ACTUAL},      {BS_STR_INIT("[u]"), BS_STATUS_ACTUAL},
};

// "1)", "(2)", "[3]", "주1)", "※2" behind a number are references to a note.
static size_t note_length(bs_str text, size_t at)
{
    enum { NOTE_DIGITS_MAX = 2 };
    static const bs_str names[] = {BS_STR_INIT("注"), BS_STR_INIT("註"),    BS_STR_INIT("주"),
                                   BS_STR_INIT("※"),  BS_STR_INIT("note "), BS_STR_INIT("Note ")};
    size_t i = at;
    bool open = i < text.len && (text.ptr[i] == '(' || text.ptr[i] == '[');
    if (open) i++;
    size_t name = 0;
    for (size_t k = 0; k < BS_COUNT(names) && name == 0; k++)
        name = bs__starts_at(text, i, names[k]) ? names[k].len : 0;
    size_t first = i += name;
    while (i < text.len && text.ptr[i] >= '0' && text.ptr[i] <= '9')
        i++;
    size_t digits = i - first;
    bool closed = i < text.len && (text.ptr[i] == ')' || text.ptr[i] == ']');
    bool weeks = digits == 0 && bs__starts_at(text, first - name, BS_STR("주")); // "3주"
    bool ends = closed ? digits > 0 || name > 0 : name > 0 && !open && !weeks;
    return ends && digits <= NOTE_DIGITS_MAX ? i + closed - at : 0;
}

// "<sup>1)</sup>", "<sup>1, 2</sup>": a superscript of HTML that holds the numbers of notes only.
static size_t superscript_length(bs_str text, size_t at)
{
    static const bs_str close = BS_STR_INIT("</sup>");
    if (!bs__starts_at(text, at, BS_STR("<sup"))) return 0;
    size_t end = bs_str_find(text, close, at);
    const char *open = end == SIZE_MAX ? NULL : memchr(text.ptr + at, '>', end - at);
    if (open == NULL) return 0;
    for (const char *c = open + 1; c < text.ptr + end; c++) {
        if (strchr("0123456789,;() []", *c) == NULL) return 0;
    }
    return end + close.len - at;
}

static size_t mark_length(bs_cell_value *out, bs_str text, size_t at)
{
    for (size_t i = 0; i < BS_COUNT(marks); i++) {
        bs_str here = bs_str_slice(text, at, at + marks[i].text.len);
        if (!bs_str_equal_nocase(here, marks[i].text)) continue;
        char last = marks[i].text.ptr[marks[i].text.len - 1];
        bool letter = last >= 'a' && last <= 'z';
        if (letter && bs__letter_at(text, at + marks[i].text.len)) continue;
        if (marks[i].status != BS_STATUS_ACTUAL) out->status = marks[i].status;
        return marks[i].text.len;
    }
    return note_length(text, at);
}

// "0.2 pts": the word for points behind a number.
static size_t points_length(bs_cell_value *out, bs_str text, size_t at)
{
    static const bs_str words[] = {BS_STR_INIT(" points"), BS_STR_INIT(" point"),
                                   BS_STR_INIT(" pts."), BS_STR_INIT(" pts"), BS_STR_INIT(" pt")};
    bs_str rest = bs_str_slice(text, at, text.len);
    for (size_t i = 0; i < BS_COUNT(words); i++) {
        if (!bs_str_starts(rest, words[i])) continue;
        out->points = true;
        return words[i].len;
    }
    return 0;
}

bool bs__only_marks(bs_cell_value *out, bs_str text, size_t at)
{
    at += points_length(out, text, at);
    while (at < text.len) {
        size_t blank = text.ptr[at] == ' ';
        size_t note = superscript_length(text, at + blank);
        size_t next = note > 0 ? at + blank : bs_gap_skip(text, at);
        if (note == 0 && next < text.len && (note = mark_length(out, text, next)) == 0)
            return false;
        at = next + note;
    }
    return true;
}

void bs_scan_cell_lines(bs_cell_value *out, bs_arena *arena, bs_str text, bs_lang lang)
{
    enum { BYTES_MAX = 32 };
    bool lines = text.len > 0 && text.len <= BYTES_MAX && memchr(text.ptr, '\n', text.len) != NULL;
    char *blanks = lines ? bs_arena_copy(arena, text) : NULL;
    for (size_t i = 0; blanks != NULL && i < text.len; i++) {
        if (blanks[i] == '\n' || blanks[i] == '\r') blanks[i] = ' ';
    }
    bs_scan_cell(out, blanks != NULL ? (bs_str){blanks, text.len} : text, lang);
    if (blanks == NULL || out->digits_end <= out->digits_start) return;
    // "(5,684" without the line of its bracket
    bs_str digits = bs_str_slice(text, out->digits_start, out->digits_end);
    const char *line = memchr(digits.ptr, '\n', digits.len);
    if (line != NULL) digits.len = (size_t)(line - digits.ptr);
    while (digits.len > 1 && strchr(" \r", digits.ptr[digits.len - 1]) != NULL)
        digits.len--;
    out->digits_end = out->digits_start + digits.len;
}
