// SPDX-License-Identifier: GPL-3.0-or-later
// Spans of time in lines of their own above the years of accounts whose columns have run together:
// "Three Months Ended Nine Months Ended" over "September 30, September 30," over "2024 2023 2024
// 2023".
#include "engine/read/table_token.h"

enum { LINE_BYTES_MAX = 160 };

// Cuts a line behind each `end`; the number of pieces, 0 where anything else is left.
static size_t cut_behind(bs_str text, bs_str end, bs_str *pieces)
{
    size_t count = 0;
    for (text = bs_str_trim(text); text.len > 0; text = bs_str_trim(text)) {
        size_t at = bs_str_find(text, end, 0);
        if (at == SIZE_MAX || count == BS_TOKEN_SPANS_MAX) return 0;
        pieces[count++] = bs_str_slice(text, 0, at + end.len);
        text = bs_str_slice(text, at + end.len, text.len);
    }
    return count;
}

static bool is_line(const bs_text_reader *reader, uint32_t at)
{
    return at < reader->line_count && reader->lines[at].text.len > 0 &&
           reader->lines[at].text.len <= LINE_BYTES_MAX &&
           (reader->lines[at].flags & (BS_LINE_TAB | BS_LINE_BAR | BS_LINE_TAG)) == 0;
}

// "Three Months Ended", or several of them.
static size_t take_spans(bs_str text, bs_str *pieces)
{
    static const bs_str ends[] = {BS_STR_INIT("Ended"), BS_STR_INIT("ended"), BS_STR_INIT("ENDED")};
    if (!bs_str_has_any(text, "onths|ONTHS|ear|EAR|eeks|EEKS|uarter|UARTER")) return 0;
    for (size_t i = 0; i < BS_COUNT(ends); i++) {
        size_t count = cut_behind(text, ends[i], pieces);
        if (count > 0) return count;
    }
    return 0;
}

// "September 30,": days without a year.
static size_t take_days(bs_str text, bs_str *pieces)
{
    size_t count = cut_behind(text, BS_STR(","), pieces);
    for (size_t i = 0; i < count; i++) {
        bs_str day = bs_str_behind_last(bs_str_slice(pieces[i], 0, pieces[i].len - 1), " ");
        if (day.len > 2 || day.len == 0 || !bs_line__is_numeric(day)) return 0;
    }
    return count;
}

static size_t count_years(bs_str text)
{
    size_t count = 0;
    bs_str word;
    while (bs_token__last(&text, &word)) {
        if (word.len != 4 || !bs_line__is_period(word)) return 0;
        count++;
    }
    return count;
}

uint32_t bs_token__spans_at(bs_token_spans *out, const bs_text_reader *reader, uint32_t at)
{
    *out = (bs_token_spans){0};
    if (!is_line(reader, at) || !is_line(reader, at + 1)) return 0;
    bs_str first = reader->lines[at].text;
    out->span_count = take_spans(first, out->spans);
    if (out->span_count > 0) {
        out->day_count = take_days(reader->lines[at + 1].text, out->days);
        if (out->day_count != 1 && out->day_count != out->span_count) return 0;
    } else if (bs_str_has_any(first, "Ended |ended |ENDED ")) {
        out->span_count = cut_behind(first, BS_STR(","), out->spans);
    }
    uint32_t lines = 1 + (out->day_count > 0);
    if (out->span_count == 0 || !is_line(reader, at + lines)) return 0;
    out->years = count_years(reader->lines[at + lines].text);
    return out->years >= 2 && out->years % out->span_count == 0 ? lines : 0;
}

static bs_status add_over(bs_text_reader *reader, bs_grid *grid, const bs_str *pieces, size_t count,
                          uint32_t row, size_t figures)
{
    for (size_t i = 0; i < count; i++) {
        bs_cell cell = {.text = pieces[i],
                        .row = row,
                        .col = (uint32_t)(1 + i * (figures / count)),
                        .col_span = (uint16_t)(figures / count),
                        .header = true};
        BS_TRY(bs_table__add(reader, grid, cell));
    }
    return BS_OK;
}

bs_status bs_token__add_spans(bs_text_reader *reader, bs_grid *grid, const bs_token_spans *spans,
                              uint32_t *rows)
{
    BS_TRY(add_over(reader, grid, spans->spans, spans->span_count, (*rows)++, spans->years));
    if (spans->day_count == 0) return BS_OK;
    return add_over(reader, grid, spans->days, spans->day_count, (*rows)++, spans->years);
}
