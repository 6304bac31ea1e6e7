// SPDX-License-Identifier: GPL-3.0-or-later
// Tables that a page has printed in one line: "구분 2021년 2022년 매출액 120 130 매출원가 80 75 …":
// times, and then again and again a name and as many figures as there are times.
#include "engine/read/text_internal.h"

enum { TIMES_MIN = 2, TIMES_MAX = 16, ROWS_MIN = 3, NAME_WORDS_MAX = 6, LINE_BYTES_MIN = 60 };
enum { FRONT_WORDS_MAX = 12 };

typedef struct word_list {
    bs_str rest;
    bs_str word; // the one at hand; empty behind the last
} word_list;

static void next_word(word_list *list)
{
    do {
        if (!bs_str_next(&list->rest, ' ', &list->word)) list->word = (bs_str){0};
    } while (list->word.len == 0 && list->rest.len > 0);
}

static bool is_time(bs_str word)
{
    return bs_line__has_digit(word) && bs_line__is_period(word);
}

static bool is_figure(bs_str word)
{
    return bs_line__is_numeric(word) && !is_time(word);
}

// Goes to the first time of the line, behind words without a digit; false where there is none.
static bool find_times(word_list *list, bs_str line)
{
    size_t at = 0, start = 0, words = 0;
    for (; at < line.len && (line.ptr[at] < '0' || line.ptr[at] > '9'); at++) {
        if (line.ptr[at] != ' ') continue;
        if (start < at && ++words > FRONT_WORDS_MAX) return false;
        start = at + 1;
    }
    *list = (word_list){.rest = bs_str_slice(line, start, line.len)};
    next_word(list);
    return is_time(list->word);
}

static size_t take_times(word_list *list, bs_str times[TIMES_MAX])
{
    size_t count = 0;
    for (; is_time(list->word); next_word(list)) {
        if (count == TIMES_MAX) return 0;
        times[count++] = list->word;
    }
    return count;
}

// The name at hand, which goes on up to the first figure; empty when there is none.
static bs_str take_name(word_list *list)
{
    bs_str first = list->word, last = first;
    bool letter = false;
    for (size_t words = 0; list->word.len > 0 && !is_figure(list->word); words++) {
        if (words == NAME_WORDS_MAX || is_time(list->word)) return (bs_str){0};
        letter = letter || bs_line__has_letter(list->word);
        last = list->word;
        next_word(list);
    }
    return letter ? bs_line__join(first, last) : (bs_str){0};
}

static bs_status add(bs_text_reader *reader, bs_grid *grid, bs_str text, uint32_t row, uint32_t col)
{
    bs_cell cell = {.text = text, .row = row, .col = col};
    return bs_table__add(reader, grid, cell);
}

// Reads the rows into the grid; their number, 0 where the line goes on with anything else.
static bs_status read_rows(bs_text_reader *reader, bs_grid *grid, word_list *list, size_t figures,
                           uint32_t *rows)
{
    *rows = 0;
    while (list->word.len > 0 && !bs_str_equal(list->word, BS_STR("-"))) {
        bs_str name = take_name(list);
        uint32_t row = ++*rows;
        if (name.len == 0) return *rows = 0, BS_OK;
        BS_TRY(add(reader, grid, name, row, 0));
        for (uint32_t col = 1; col <= figures; col++, next_word(list)) {
            if (!is_figure(list->word)) return *rows = 0, BS_OK;
            BS_TRY(add(reader, grid, list->word, row, col));
        }
        if (is_figure(list->word) && list->rest.len > 0) return *rows = 0, BS_OK;
    }
    return BS_OK;
}

bs_status bs_table__scan_oneline(bs_text_reader *reader, uint32_t at, bs_grid *out, bool *found)
{
    const bs_line *line = &reader->lines[at];
    bs_str times[TIMES_MAX];
    bool plain = (line->flags & (BS_LINE_TAB | BS_LINE_BAR | BS_LINE_GAP | BS_LINE_TAG)) == 0;
    if (!plain || line->text.len < LINE_BYTES_MIN) return BS_OK;
    word_list list;
    if (!find_times(&list, line->text)) return BS_OK;
    size_t count = take_times(&list, times);
    if (count < TIMES_MIN || is_figure(list.word)) return BS_OK;
    for (uint32_t i = 0; i < count; i++)
        BS_TRY(add(reader, out, times[i], 0, i + 1));
    uint32_t rows;
    BS_TRY(read_rows(reader, out, &list, count, &rows));
    *found = rows >= ROWS_MIN;
    out->next = at + 1;
    if (!*found) *out = (bs_grid){.first = at, .next = at};
    return BS_OK;
}
