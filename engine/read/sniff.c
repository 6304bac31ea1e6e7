// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/read/csv_internal.h"
#include "engine/read/reader.h"

static const bs_str csv_endings[] = {BS_STR_INIT(".csv"), BS_STR_INIT(".tsv"), BS_STR_INIT(".tab")};
static const bs_str text_endings[] = {BS_STR_INIT(".md"), BS_STR_INIT(".markdown"),
                                      BS_STR_INIT(".html"), BS_STR_INIT(".htm")};

static bool ends_with_any(bs_str path, const bs_str *endings, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (path.len < endings[i].len) continue;
        bs_str tail = bs_str_slice(path, path.len - endings[i].len, path.len);
        if (bs_str_equal_nocase(tail, endings[i])) return true;
    }
    return false;
}

static bool is_digit_at(bs_str text, size_t at)
{
    return at < text.len && bs_is_digit(text.ptr[at]);
}

// Whether nearly every comma groups thousands, "12,340", and parts no fields: aligned columns.
static bool only_groups(bs_str text)
{
    enum { SAMPLE_BYTES = 1 << 16, GROUPED_MIN = 9 };
    size_t commas = 0, grouped = 0;
    for (size_t at = 1; at < text.len && at < SAMPLE_BYTES; at++) {
        if (text.ptr[at] != ',') continue;
        commas++;
        grouped += is_digit_at(text, at - 1) && is_digit_at(text, at + 1) &&
                   is_digit_at(text, at + 2) && is_digit_at(text, at + 3) &&
                   !is_digit_at(text, at + 4);
    }
    return grouped * 10 >= commas * GROUPED_MIN;
}

// "---|---|---" below the heads at byte `header`: a table of Markdown whose rows have no outer
// bars.
static bool has_rule_below(bs_str text, size_t header)
{
    enum { DASHES_MIN = 3 };
    const char *end = memchr(text.ptr + header, '\n', text.len - header);
    size_t dashes = 0, bars = 0;
    for (size_t at = end ? (size_t)(end - text.ptr) + 1 : text.len; at < text.len; at++) {
        if (text.ptr[at] == '\n' || text.ptr[at] == '\r') break;
        if (strchr("-|: ", text.ptr[at]) == NULL) return false;
        dashes += text.ptr[at] == '-';
        bars += text.ptr[at] == '|';
    }
    return bars > 0 && dashes >= DASHES_MIN;
}

// "| 人口 (人) | 面積 (km2) |" without its first bar: a row that a bar closes is one of a text.
static bool is_closed(bs_str text, size_t header)
{
    const char *end = memchr(text.ptr + header, '\n', text.len - header);
    bs_str line = bs_str_slice(text, header, end ? (size_t)(end - text.ptr) : text.len);
    return bs_str_ends(bs_str_trim(line), BS_STR("|"));
}

// Nearly every record of one width, most of them with a number, and at most one line of title
// above: prose with commas has no such records, and a bulletin has more to say before its table. A
// row of a pipe table begins with the pipe.
static bool looks_like_csv(bs_str text)
{
    enum { OTHER_MAX = BS_CSV_RECORDS_MAX / 20 }; // rows of another width in a regular table
    if (bs_csv__single_fields(text, 1 + OTHER_MAX) > 1 + OTHER_MAX) return false;
    bs_csv_layout layout;
    if (!bs_csv__layout(&layout, text, 0) || layout.record_count < 3) return false;
    if (layout.title_count > 1) return false;
    // A caption above tabs or bars is a page of a bulletin, unless the file's name says otherwise.
    if (strchr("\t|", layout.delimiter) != NULL && layout.title_count > 0) return false;
    if (layout.delimiter == '|' && text.ptr[layout.header] == '|') return false;
    if (layout.delimiter == '|' &&
        (is_closed(text, layout.header) || has_rule_below(text, layout.header)))
        return false;
    // "指标 |", a cell on each line.
    const char *bar = memchr(text.ptr + layout.header, '|', text.len - layout.header);
    if (layout.delimiter == '|' && bar + 1 < text.ptr + text.len && bar[1] == '\n') return false;
    if (memchr(text.ptr, '<', layout.header) != NULL) return false;
    if (layout.delimiter == ',' && only_groups(text)) return false;
    size_t rows = layout.record_count - 1;
    return layout.regular >= 0.95 && layout.number_count * 10 >= rows * 6;
}

bool bs_read_is_csv(const bs_source *source)
{
    if (ends_with_any(source->path, csv_endings, BS_COUNT(csv_endings))) return true;
    if (ends_with_any(source->path, text_endings, BS_COUNT(text_endings))) return false;
    return source->text.len > 0 && looks_like_csv(source->text);
}
