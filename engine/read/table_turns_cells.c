// SPDX-License-Identifier: GPL-3.0-or-later
// The cells of tables that a page has been copied from with a cell on each line; table_turns.c puts
// them into rows.
#include "engine/read/table_token.h"
#include "engine/read/table_turns.h"

enum {
    CELL_WIDTH_MAX = 60, // columns of a cell
    LINES_MAX = 4096,    // that are looked at together
    FIGURES_MAX = 8      // of a line of several
};

bs_str bs_turns__cell_text(const bs_line *line)
{
    bs_str text = line->text;
    if (text.len > 1 && text.ptr[text.len - 1] == '|')
        text = bs_str_trim(bs_str_slice(text, 0, text.len - 1));
    bool parted = (line->flags & BS_LINE_GAP) != 0 && bs_units__whole(text) == NULL;
    if (text.len == 0 || parted || (line->flags & (BS_LINE_TAB | BS_LINE_TAG)) != 0)
        return (bs_str){0};
    bool long_one = bs_line__is_wider(text, CELL_WIDTH_MAX);
    bool other = long_one || memchr(text.ptr, '|', text.len) != NULL || bs_line__is_sentence(text);
    return other ? (bs_str){0} : text;
}

// "2024年", "2022.1": what may head a column.
static bool is_time(bs_str text)
{
    if (bs_line__is_period(text)) return true;
    bool year = text.len > 5 && text.len < 8 && text.ptr[4] == '.' &&
                (bs_str_starts(text, BS_STR("19")) || bs_str_starts(text, BS_STR("20")));
    for (size_t i = 0; year && i < text.len; i++)
        year = i == 4 || (text.ptr[i] >= '0' && text.ptr[i] <= '9');
    return year;
}

// A line that is only the bar of an empty cell says nothing.
static bool is_bar(const bs_line *line)
{
    return bs_str_equal(line->text, BS_STR("|"));
}

static bool is_sign(bs_str text, const char *signs)
{
    bs_rune rune = bs_utf8_decode(text, 0);
    return text.len > 0 && rune.len == text.len && bs_line__is_in(rune.code, signs);
}

// "September 30,": a day whose year stands on the next line.
static bool is_day(bs_str text)
{
    enum { DAY_BYTES_MIN = 6 };
    return text.len >= DAY_BYTES_MIN && bs_str_ends(text, BS_STR(",")) &&
           bs_line__has_digit(bs_str_slice(text, text.len - 3, text.len));
}

static bool is_term(bs_str text)
{
    return bs_str_has_any(text, " Ended| ended");
}

// "Three Months Ended" above "September 30,": a time over years, which stand on the lines below. In
// front of more such days, each with a year, it is a head of them all.
static bool is_term_of_two(const bs_text_reader *reader, bs_str first, uint32_t at)
{
    enum { YEARS_MIN = 2, LINES_AHEAD = 24 };
    if (!is_term(first) || bs_line__has_digit(first) || !is_day(reader->lines[at].text))
        return false;
    unsigned years = 0;
    bool term = false; // another one, whose day stands on the next line
    for (uint32_t i = at + 1; i < reader->line_count && i - at < LINES_AHEAD; i++) {
        bs_str text = reader->lines[i].text;
        bool day = term && is_day(text);
        if (text.len == 0) continue;
        term = is_term(text);
        if (term || day) continue;
        if (!bs_line__is_period(text) || !bs_line__is_numeric(text)) break;
        years++;
    }
    return years >= YEARS_MIN;
}

// "First" above "Quarter", "March 31," above "2031": a time on two lines.
static bool is_time_of_two(bs_str first, bs_str last)
{
    static const bs_str ordinals[] = {BS_STR_INIT("First"), BS_STR_INIT("Second"),
                                      BS_STR_INIT("Third"), BS_STR_INIT("Fourth")};
    enum { YEAR_BYTES = 4 };
    if (bs_str_equal_nocase(last, BS_STR("Quarter")) || bs_str_equal_nocase(last, BS_STR("Half"))) {
        for (size_t i = 0; i < BS_COUNT(ordinals); i++)
            if (bs_str_equal_nocase(first, ordinals[i])) return true;
    }
    // a term is over several years
    return !is_term(first) && is_day(first) && last.len == YEAR_BYTES && bs_line__is_period(last) &&
           bs_line__is_numeric(last);
}

// Adds a cell, or what belongs to the one in front: "$" and ")" have lines of their own where
// accounts were taken apart.
static void push_cell(turn_run *run, bs_str text, uint32_t line)
{
    turn_cell *last = run->count > 0 ? &run->cells[run->count - 1] : NULL;
    bool number = bs_line__is_numeric(text);
    bool sign = last != NULL &&
                ((number && is_sign(last->text, "$£€¥")) || (last->number && is_sign(text, ")%")));
    if (sign || (last != NULL && is_time_of_two(last->text, text))) {
        *last = (turn_cell){.text = bs_line__join(last->text, text),
                            .line = last->line,
                            .until = line + 1,
                            .number = sign,
                            .period = !sign};
        return;
    }
    run->cells[run->count++] = (turn_cell){
        .text = text, .line = line, .until = line + 1, .number = number, .period = is_time(text)};
}

// A figure with no word for its size: "5兆 9,181億円" are parts of one.
static bool is_bare(bs_str figure)
{
    static const char signs[] = ",.%％△▲-+−()0123456789";
    for (size_t at = 0; at < figure.len;) {
        bs_rune rune = bs_utf8_decode(figure, at);
        if (!bs_line__is_in(rune.code, signs)) return false;
        at += rune.len;
    }
    return true;
}

// Adds the cells of a line: "27,226 △10.7" are two, and there may be more than the lines are.
static void push_cells(turn_run *run, bs_str text, uint32_t line)
{
    bs_str figures[FIGURES_MAX], rest = text;
    size_t count = 0;
    if (memchr(text.ptr, ' ', text.len) == NULL || bs_line__is_period(text)) {
        push_cell(run, text, line);
        return;
    }
    while (count < FIGURES_MAX && bs_token__last(&rest, &figures[count])) {
        if (!bs_line__is_numeric(figures[count]) || !is_bare(figures[count])) count = FIGURES_MAX;
        count++;
    }
    bool several = count > 1 && count <= FIGURES_MAX && bs_str_trim(rest).len == 0;
    if (!several) push_cell(run, text, line);
    while (several && count-- > 0)
        push_cell(run, figures[count], line);
}

bool bs_turns__is_letter(bs_str text)
{
    return text.len == 3 && text.ptr[0] == '(' && text.ptr[1] >= 'A' && text.ptr[1] <= 'Z';
}

// "営業活動による" above "キャッシュ・フロー", "１株当たり" above "当期純利益": a head that the
// next line ends. Lines of several heads may have come between each other.
static bool goes_on(bs_str text, bs_str rest)
{
    static const bs_str ends[] = {BS_STR_INIT("による"), BS_STR_INIT("当たり"),
                                  BS_STR_INIT("当り"),   BS_STR_INIT("調整後"),
                                  BS_STR_INIT("及び"),   BS_STR_INIT("および"),
                                  BS_STR_INIT("に係る"), BS_STR_INIT("における")};
    static const bs_str of_owners = BS_STR_INIT("に帰属する");
    if (bs_str_ends(text, of_owners)) return bs_str_has_any(rest, "利益|損失");
    for (size_t i = 0; i < BS_COUNT(ends); i++) {
        if (bs_str_ends(text, ends[i])) return !bs_str_ends(text, rest);
    }
    return false;
}

// "(C=B-A)" below "증감", "期末残高" below "現金及び現金同等物": the rest of a head.
static bool is_rest(bs_str text)
{
    static const bs_str rests[] = {BS_STR_INIT("期末残高"), BS_STR_INIT("当期純利益率"),
                                   BS_STR_INIT("経常利益率"), BS_STR_INIT("営業利益率")};
    for (size_t i = 0; i < BS_COUNT(rests); i++) {
        if (bs_str_equal(text, rests[i])) return true;
    }
    return bs_marker__is_parenthesised(text) && !bs_turns__is_letter(text) &&
           !bs_line__is_numeric(text) && !bs_marker__is_unit(text) && !bs_line__is_period(text);
}

// Do blank lines part most cells? Then lines without one between them are one cell.
static bool are_apart(const bs_text_reader *reader, uint32_t at, uint32_t end)
{
    uint32_t blank = 0;
    for (uint32_t i = at; i < end; i++)
        blank += reader->lines[i].text.len == 0;
    return blank * 5 > (end - at) * 2;
}

bs_status bs_turns__find_cells(turn_run *out, bs_text_reader *reader, uint32_t at, uint32_t *until)
{
    *out = (turn_run){0};
    uint32_t end = at, blanks = 0;
    size_t several = 0; // lines that may hold more cells than one
    for (; end < reader->line_count && end - at < LINES_MAX && blanks < 4; end++) {
        bool blank = reader->lines[end].text.len == 0;
        blanks = blank ? blanks + 1 : 0;
        if (!blank && !is_bar(&reader->lines[end]) &&
            bs_turns__cell_text(&reader->lines[end]).len == 0)
            break;
        several += !blank && memchr(reader->lines[end].text.ptr, ' ', reader->lines[end].text.len);
    }
    *until = end > at ? end : at + 1;
    bool apart = are_apart(reader, at, end);
    size_t most = end - at + several * (FIGURES_MAX - 1);
    out->cells = BS_NEW_ARRAY(&reader->scratch, turn_cell, most + 1);
    out->starts = BS_NEW_ARRAY(&reader->scratch, size_t, most + 2);
    if (out->cells == NULL || out->starts == NULL) return bs_text__memory(reader);
    for (uint32_t i = at; i < end; i++) {
        bs_str text =
            is_bar(&reader->lines[i]) ? (bs_str){0} : bs_turns__cell_text(&reader->lines[i]);
        if (text.len == 0) continue;
        turn_cell *last = out->count > 0 ? &out->cells[out->count - 1] : NULL;
        if (last != NULL && !apart && !is_rest(text) && !goes_on(last->text, text) &&
            !is_term_of_two(reader, last->text, i))
            last = NULL;
        if (last != NULL && last->until == i && !last->number && !bs_line__is_numeric(text)) {
            last->period |= is_term_of_two(reader, last->text, i);
            last->text = bs_line__join(last->text, text); // the second line of a cell
            last->until = i + 1;
            continue;
        }
        push_cells(out, text, i);
    }
    return BS_OK;
}

// Is the cell the number `count`, in front of a name?
static bool is_mark(const turn_run *s, size_t at, unsigned count)
{
    bs_str text = s->cells[at].text;
    unsigned value = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] < '0' || text.ptr[i] > '9' || value > LINES_MAX) return false;
        value = value * 10 + (unsigned)(text.ptr[i] - '0');
    }
    return text.len > 0 && value == count && at + 1 < s->count && !s->cells[at + 1].number;
}

static bool is_name(const turn_cell *cell)
{
    return !cell->number || cell->period;
}

size_t bs_turns__drop_marks(turn_run *s)
{
    enum { MARKS_MIN = 3 };
    unsigned marks = 0;
    size_t kept = 0, first = 0;
    for (size_t i = 1; i < s->count; i++) {
        bool mark = is_mark(s, i, marks + 1) && (marks > 0 || is_name(&s->cells[i - 1]));
        s->cells[i].dropped = mark;
        if (!mark) continue;
        if (marks++ == 0)
            first = i - 1;
        else
            s->cells[i - 1].dropped = is_name(&s->cells[i - 1]);
    }
    if (marks < MARKS_MIN) return 0;
    for (size_t i = 0; i < s->count; i++) {
        if (!s->cells[i].dropped) s->cells[kept++] = s->cells[i];
    }
    s->count = kept;
    return first;
}
