// SPDX-License-Identifier: GPL-3.0-or-later
// Lines below the table of a data file that are no rows of it: legends, footnotes, the unit.
#include "engine/read/csv_internal.h"
#include "engine/read/text_internal.h"

// A line without its end, the delimiters that a spreadsheet pads it with, and blanks.
static bs_str bare_line(bs_str line, char delimiter)
{
    line = bs_str_trim(line);
    while (line.len > 0 && line.ptr[line.len - 1] == delimiter)
        line.len--;
    return bs_str_trim(line);
}

// Fields of a line; 0 where a quote is left open.
static size_t count_fields(bs_str line, char delimiter)
{
    size_t count = 1;
    bool quoted = false;
    for (size_t i = 0; i < line.len; i++) {
        if (line.ptr[i] == '"') quoted = !quoted;
        count += !quoted && line.ptr[i] == delimiter;
    }
    return quoted ? 0 : count;
}

static size_t line_start(bs_str text, size_t end)
{
    while (end > 0 && text.ptr[end - 1] != '\n')
        end--;
    return end;
}

// "__________" below the rows.
static bool is_rule(bs_str line)
{
    enum { RULE_MARKS_MIN = 3 };
    for (size_t i = 0; i < line.len; i++) {
        if (strchr("_-=", line.ptr[i]) == NULL) return false;
    }
    return line.len >= RULE_MARKS_MIN;
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// "1) by place of work", "(p) Preliminary.", "[2] 추정", "a) without islands": the mark of a
// footnote and words behind it.
static bool begins_footnote(bs_str line)
{
    enum { MARK_MAX = 2 };
    static const bs_str closes[] = {BS_STR_INIT(")"), BS_STR_INIT("]"), BS_STR_INIT("）")};
    line = bs_csv__unquote(line);
    bool open = line.len > 0 && (line.ptr[0] == '(' || line.ptr[0] == '[');
    if (open) line = bs_str_slice(line, 1, line.len);
    if (bs_str_starts(line, BS_STR("（"))) line = bs_str_slice(line, 3, line.len);
    size_t len = 0;
    while (len < line.len && (bs_is_digit(line.ptr[len]) || is_letter(line.ptr[len])))
        len++;
    bs_str rest = bs_str_slice(line, len, line.len);
    if (len == 0 || len > MARK_MAX || (len > 1 && is_letter(line.ptr[1]))) return false;
    for (size_t i = 0; i < BS_COUNT(closes); i++) {
        if (!bs_str_starts(rest, closes[i])) continue;
        return bs_line__has_letter(bs_str_slice(rest, closes[i].len, rest.len));
    }
    return false;
}

// "p: preliminary", "r = revised": a letter that stands beside figures, and what it means.
static bool explains_mark(bs_str line)
{
    line = bs_csv__unquote(line);
    if (line.len < 2 || !is_letter(line.ptr[0])) return false;
    bs_str rest = bs_str_trim(bs_str_slice(line, 1, line.len));
    bool sign = bs_str_starts(rest, BS_STR(":")) || bs_str_starts(rest, BS_STR("=")) ||
                bs_str_starts(rest, BS_STR("：")) || bs_str_starts(rest, BS_STR("- "));
    return sign && bs_line__has_letter(bs_str_slice(rest, 1, rest.len));
}

// "令和5年10月1日現在", "2024년 3월 말 기준": the day that the figures are of.
static bool is_day_of_figures(bs_str line)
{
    static const bs_str ends[] = {BS_STR_INIT("現在"), BS_STR_INIT("现在"), BS_STR_INIT("현재"),
                                  BS_STR_INIT("기준"), BS_STR_INIT("基準"), BS_STR_INIT("时点")};
    line = bs_csv__unquote(line);
    for (size_t i = 0; i < BS_COUNT(ends); i++) {
        if (bs_str_ends(line, ends[i])) return bs_line__has_digit(line);
    }
    return false;
}

static bool begins_footer(bs_str line, bool behind_blank)
{
    if (begins_footnote(line) || explains_mark(line) || is_day_of_figures(line)) return true;
    line = bs_csv__unquote(line);
    if (line.len == 0 || bs_is_digit(line.ptr[0])) return false;
    return behind_blank || line.ptr[line.len - 1] == ':' || bs_str_ends(line, BS_STR("：")) ||
           bs_marker__is_unit(line) || is_rule(line);
}

size_t bs_csv__table_end(bs_str text, const bs_csv_layout *layout)
{
    enum { FOOTER_BYTES_MAX = 16384, WIDTH_MIN = 3 };
    size_t first = text.len; // the first line of the footer that is not blank
    bool behind_blank = false;
    bs_str line = {0};
    if (layout->width < WIDTH_MIN) return text.len;
    for (size_t end = text.len; end > layout->header && text.len - end < FOOTER_BYTES_MAX;) {
        size_t start = line_start(text, end);
        bs_str here = bare_line(bs_str_slice(text, start, end), layout->delimiter);
        size_t fields = count_fields(here, layout->delimiter);
        bool blank = here.len == 0;
        size_t raw = count_fields(bs_str_slice(text, start, end), layout->delimiter);
        // A padded row of nothing but its name is a row of missing values.
        bool row = raw >= layout->width && (fields > 1 || !begins_footer(here, false));
        if (fields == 0 || (!blank && row)) break;
        if (blank) behind_blank = true;
        if (!blank) first = start, line = here, behind_blank = false;
        end = start > 0 ? start - 1 : 0;
        if (start == 0) break;
    }
    // Rows that are numbered like footnotes: the last may be one of them, cut short.
    size_t above = first > 0 ? line_start(text, first - 1) : 0;
    bool numbered = begins_footnote(line) && begins_footnote(bs_str_slice(text, above, first));
    bool single = first < text.len && count_fields(line, layout->delimiter) == 1 && !numbered;
    return single && begins_footer(line, behind_blank) ? first : text.len;
}

bs_status bs_csv__footer_units(bs_str text, size_t end, bs_row_sink sink, bs_error *err)
{
    uint32_t number = 1;
    for (size_t i = 0; i < end; i++)
        number += text.ptr[i] == '\n';
    bs_str rest = bs_str_slice(text, end, text.len), line;
    for (; bs_str_next(&rest, '\n', &line); number++) {
        line = bs_csv__unquote(bs_str_trim(line));
        if (!bs_marker__is_unit(line) && !is_day_of_figures(line)) continue;
        bs_field field = {line, line, number, 1};
        bs_row row = {BS_ROW_TITLE, number, &field, 1};
        BS_TRY(sink.row(sink.context, &row, err));
    }
    return BS_OK;
}
