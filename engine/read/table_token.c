// SPDX-License-Identifier: GPL-3.0-or-later
// Tables whose columns have run together, as text taken out of a page has them: a label and then
// figures with single blanks between them, line after line with the same number of figures.
#include "engine/read/table_token.h"

enum { ROWS_MIN = 3, FIGURES_MIN = 2, FIGURES_MAX = BS_TOKEN_FIGURES_MAX, LABEL_BYTES_MAX = 160 };

// "△ 26,000": where the sign of a figure at byte `at` begins that a blank parts from it; `at` for
// none.
static size_t sign_before(bs_str text, size_t at)
{
    static const bs_str signs[] = {BS_STR_INIT("△"), BS_STR_INIT("▲")};
    bool figure = at < text.len && text.ptr[at] >= '0' && text.ptr[at] <= '9';
    bs_str front = bs_str_trim(bs_str_slice(text, 0, at));
    for (size_t i = 0; figure && i < BS_COUNT(signs); i++) {
        if (!bs_str_ends(front, signs[i])) continue;
        size_t start = front.len - signs[i].len;
        if (start == 0 || text.ptr[start - 1] == ' ') return start;
    }
    return at;
}

bool bs_token__last(bs_str *text, bs_str *token)
{
    *text = bs_str_trim(*text);
    if (text->len == 0) return false;
    const char *blank = memrchr(text->ptr, ' ', text->len);
    size_t at = sign_before(*text, blank ? (size_t)(blank - text->ptr) + 1 : 0);
    *token = bs_str_slice(*text, at, text->len);
    *text = bs_str_slice(*text, 0, at);
    return true;
}

static size_t decimals_of(bs_str token)
{
    const char *point = memrchr(token.ptr, '.', token.len);
    return point != NULL ? (size_t)(token.ptr + token.len - point) : 0;
}

// "4.60 - 5.60": cuts both ends off *text, with what joins them; a single word elsewhere.
static bool last_range(bs_str *text, bs_str *token)
{
    if (!bs_token__last(text, token)) return false;
    bs_str rest = *text, joint, low;
    bool range = bs_line__has_digit(*token) && bs_token__last(&rest, &joint) &&
                 (bs_str_equal(joint, BS_STR("-")) || bs_str_equal(joint, BS_STR("–"))) &&
                 bs_token__last(&rest, &low) && bs_line__is_numeric(low) &&
                 bs_line__has_digit(low) && decimals_of(low) == decimals_of(*token);
    if (!range) return true;
    *token = bs_line__join(low, *token);
    *text = rest;
    return true;
}

// "A", "B", "A-B": letters by which a head says what has been subtracted from what.
bool bs_token__is_letter(bs_str token)
{
    for (size_t i = 0; i < token.len; i++) {
        bool letter = token.ptr[i] >= 'A' && token.ptr[i] <= 'Z';
        bool joint = token.ptr[i] == '-' || token.ptr[i] == '/';
        if (i % 2 == 0 ? !letter : !joint) return false;
    }
    return token.len % 2 == 1;
}

// "(2023:" and "11.8p)" are pieces of an aside in prose.
static bool is_cut_aside(bs_str token)
{
    bool open = memchr(token.ptr, '(', token.len) != NULL;
    return open != (memchr(token.ptr, ')', token.len) != NULL);
}

// "0191", "0142": part of a telephone number or another code, whose noughts no figure has.
static bool is_code(bs_str token)
{
    enum { CODE_DIGITS_MIN = 3 };
    if (token.len < CODE_DIGITS_MIN || token.ptr[0] != '0') return false;
    for (size_t i = 0; i < token.len; i++) {
        if (token.ptr[i] < '0' || token.ptr[i] > '9') return false;
    }
    return true;
}

// "1-3月", "14年": a time that its sign tells, not the bare number of a year.
static bool is_named_time(bs_str token)
{
    return bs_str_has_any(token, "月|年|期") && bs_line__is_period(token);
}

// Number of figures that end the line behind a label; a line of figures alone has its first for
// one. Times alone are heads.
static size_t count_figures(bs_str text)
{
    size_t count = 0, digits = 0, times = 0, figures = 0;
    bs_str token;
    while (count < FIGURES_MAX && bs_token__last(&text, &token) && bs_line__is_numeric(token) &&
           !is_cut_aside(token) && !is_code(token)) {
        count++;
        figures++;
        digits += bs_line__has_digit(token);
        times += is_named_time(token);
        if (text.len == 0) count--;
    }
    bool row = digits * 2 >= count && times < figures && text.len <= LABEL_BYTES_MAX;
    return row ? count : 0;
}

// "(3.8) (4.8) (5.2)" under a row of as many figures, which they are beside.
static bool is_bracket_row(bs_str text, size_t figures)
{
    size_t count = 0;
    bs_str token;
    while (count <= figures && bs_token__last(&text, &token)) {
        if (token.ptr[0] != '(' || !bs_str_ends(token, BS_STR(")"))) return false;
        if (!bs_line__is_numeric(token)) return false;
        count++;
    }
    return count == figures && text.len == 0;
}

static size_t count_tokens(bs_str text)
{
    size_t count = 0;
    bs_str token;
    while (count <= FIGURES_MAX && bs_token__last(&text, &token))
        count++;
    return count;
}

// Does a head have one word for each of so many figures and one for the labels, but for the letters
// between them?
static bool is_lettered(bs_str text, size_t figures)
{
    size_t words = 0, letters = 0;
    bs_str token;
    while (words + letters <= FIGURES_MAX && bs_token__last(&text, &token)) {
        letters += bs_token__is_letter(token);
        words += !bs_token__is_letter(token);
    }
    return letters > 0 && words == figures + 1;
}

// Cuts the last head that ends in brackets off *text: "진료비(원)" of "구분 환자수(천명) 1인당
// 진료비(원)".
static bool last_bracketed(bs_str *text, bs_str *head)
{
    bs_str rest = bs_str_trim(*text);
    if (!bs_str_ends(rest, BS_STR(")"))) return false;
    size_t at = rest.len - 1;
    while (at > 1 && !(rest.ptr[at - 1] == ' ' && rest.ptr[at - 2] == ')'))
        at--;
    if (at <= 1) { // the first: the word in front of it is the head of the labels
        at = bs_str_find(rest, BS_STR(" "), 0);
        if (at == SIZE_MAX || bs_str_find(bs_str_slice(rest, 0, at), BS_STR("("), 0) < at)
            return false;
    }
    *head = bs_str_trim(bs_str_slice(rest, at, rest.len));
    *text = bs_str_trim(bs_str_slice(rest, 0, at));
    return true;
}

// Heads of several words, each with its unit in brackets, one for each column of figures.
static bool is_bracketed(bs_str text, size_t figures)
{
    size_t count = 0;
    bs_str head;
    while (count <= figures && last_bracketed(&text, &head))
        count++;
    return count == figures && text.len > 0 && bs_str_find(text, BS_STR(" "), 0) == SIZE_MAX;
}

// A line is asked about several times: as one below, and by itself.
size_t bs_token__figures(bs_text_reader *reader, uint32_t at)
{
    if (at >= reader->line_count) return 0;
    const bs_line *line = &reader->lines[at];
    bool plain = (line->flags & (BS_LINE_TAB | BS_LINE_BAR | BS_LINE_TAG)) == 0;
    if (line->text.len == 0 || line->text.len > 1024 || !plain) return 0;
    bs_counted_line *counted = &reader->counted[at % BS_COUNTED_LINES];
    if (counted->line != line)
        *counted = (bs_counted_line){.line = line, .figures = count_figures(line->text)};
    return counted->figures;
}

// "本报告期末 本报告期初 增减变动幅度(%)", "金額 百分比% 金額 百分比%": is each word the head of a
// column of figures, so that the label may go without one?
static bool are_heads(bs_str text)
{
    static const char words[] = "期|年|月|额|額|率|比|增|减|減|%|％";
    bs_str token;
    while (bs_token__last(&text, &token)) {
        if (!bs_str_has_any(token, words) || bs_line__is_numeric(token)) return false;
    }
    return true;
}

// "生産 出荷 在庫" over "平成16年 98.7 98.6 94.7", "17年 100.0 100.0 99.2": the labels below are
// times, which need no head, and no head holds a digit.
static bool heads_times(const bs_text_reader *reader, uint32_t at, size_t figures)
{
    enum { ROWS_LOOKED_AT = 2 };
    if (bs_line__has_digit(reader->lines[at].text)) return false;
    for (uint32_t row = at + 1; row <= at + ROWS_LOOKED_AT; row++) {
        bs_str token, rest = row < reader->line_count ? reader->lines[row].text : (bs_str){0};
        for (size_t i = 0; i < figures; i++) {
            if (!bs_token__last(&rest, &token)) return false;
        }
        if (!bs_line__is_period(bs_str_trim(rest))) return false;
    }
    return true;
}

// Does line `at` head rows of so many figures, with a word for each of them and one for the labels?
// Without that one it could be a title, but where each is the head of figures, or the title or the
// unit of the table is in front.
static bool is_head(const bs_text_reader *reader, uint32_t at, size_t figures)
{
    bs_str own = reader->lines[at].text;
    size_t tokens = count_tokens(own);
    if (tokens == figures + 1 || is_lettered(own, figures) || is_bracketed(own, figures))
        return true;
    if (tokens == figures && (are_heads(own) || heads_times(reader, at, figures))) return true;
    if (tokens != figures || at == 0) return false;
    bs_str above = reader->lines[at - 1].text, title;
    return bs_marker__is_unit(above) || bs_marker__is_parenthesised(above) ||
           bs_marker__caption(above, &title);
}

// The number of columns that each head of a line "項目 2023年第2季 2022年第2季" stands over, with
// `figures` heads below; 0 for any other line.
static size_t columns_under(bs_str text, size_t figures)
{
    size_t count = 0;
    bs_str token, rest = text;
    while (bs_token__last(&rest, &token) && rest.len > 0) {
        if (!bs_line__has_digit(token) || bs_line__is_numeric(token)) return 0;
        count++;
    }
    return count > 1 && count < figures && figures % count == 0 ? figures / count : 0;
}

// "区分 14年 15年" over "1-3月 4-6月 7-9月 10-12月 1-3月": times over parts of them, of which there
// is one for each figure. How many parts each stands over, the turn of the year tells.
static bool are_times_over(bs_str text, bs_str second, size_t figures)
{
    size_t times = 0, parts = 0;
    bs_str token;
    while (parts <= figures && bs_token__last(&second, &token) && is_named_time(token))
        parts++;
    while (times <= figures && bs_token__last(&text, &token) && text.len > 0) {
        if (!is_named_time(token)) return false;
        times++;
    }
    return second.len == 0 && parts == figures && times > 0 && times < figures;
}

// Lines of heads from `at` on over lines of figures: 1, or 2 where the first stands over pairs or
// more of the second; 0 for none.
static uint32_t head_lines(bs_text_reader *reader, uint32_t at, size_t figures)
{
    bs_str text = reader->lines[at].text;
    if (at + 1 >= reader->line_count || text.len == 0 || text.len > 1024) return 0;
    size_t below = figures > 0 ? figures : bs_token__figures(reader, at + 1);
    if (bs_token__figures(reader, at + 1) >= FIGURES_MIN) return is_head(reader, at, below);
    if (figures == 0) below = bs_token__figures(reader, at + 2);
    if (below < FIGURES_MIN || bs_token__figures(reader, at + 2) < FIGURES_MIN) return 0;
    bs_str second = reader->lines[at + 1].text;
    if (are_times_over(text, second, below)) return 2;
    bool heads = count_tokens(second) == below && are_heads(second);
    return heads && columns_under(text, below) > 0 ? 2 : 0;
}

bool bs_table__may_be_tokens(bs_text_reader *reader, uint32_t at)
{
    return bs_token__figures(reader, at) >= FIGURES_MIN || head_lines(reader, at, 0) > 0;
}

// Does a line end in so many figures only where "4.60 - 5.60" is one?
static bool has_ranges(bs_str text, size_t figures)
{
    size_t count = 0, words = 0;
    bs_str token;
    for (bs_str rest = text; count <= figures && last_range(&rest, &token); count++) {
        if (!bs_line__has_digit(token)) break;
        words += memchr(token.ptr, ' ', token.len) != NULL;
    }
    return count == figures && words > 0;
}

bs_status bs_token__add_row(bs_text_reader *reader, bs_grid *grid, const bs_line *line,
                            uint32_t row, size_t count, size_t span)
{
    bs_str tokens[FIGURES_MAX], rest = line->text;
    bool bracketed =
        row == 0 && span == 1 && count_tokens(rest) != count + 1 && is_bracketed(rest, count);
    bool ranges = span == 1 && row > 0 && has_ranges(rest, count);
    for (size_t i = count; i > 0; i--) {
        bs_str *token = &tokens[i - 1];
        bool cut = bracketed ? last_bracketed(&rest, token)
                   : ranges  ? last_range(&rest, token)
                             : bs_token__last(&rest, token);
        if (!cut) return BS_OK;
    }
    bs_cell label = {.text = bs_str_trim(rest), .row = row, .indent = line->indent};
    if (label.text.len > 0) BS_TRY(bs_table__add(reader, grid, label));
    for (size_t i = 0; i < count; i++) {
        bs_cell cell = {.text = tokens[i],
                        .row = row,
                        .col = (uint32_t)(i * span + 1),
                        .col_span = (uint16_t)span};
        BS_TRY(bs_table__add(reader, grid, cell));
    }
    return BS_OK;
}

// The head above, in which letters stand that are none of its names.
static bs_status add_head(bs_text_reader *reader, bs_grid *grid, const bs_line *line)
{
    bs_str tokens[FIGURES_MAX + 1], rest = line->text;
    size_t count = 0;
    while (count <= FIGURES_MAX && bs_token__last(&rest, &tokens[count]))
        count += !bs_token__is_letter(tokens[count]);
    for (size_t i = count; i-- > 0;) {
        bs_cell cell = {.text = tokens[i], .col = (uint32_t)(count - 1 - i)};
        BS_TRY(bs_table__add(reader, grid, cell));
    }
    return BS_OK;
}

// "Million bushels", "Current assets": a short line without a figure between rows of so many, which
// names what is below it.
static bool is_section(bs_text_reader *reader, uint32_t at, size_t figures)
{
    enum { WIDTH_MAX = 60 };
    if (bs_token__figures(reader, at + 1) != figures) return false;
    const bs_line *line = &reader->lines[at];
    bool plain = (line->flags & (BS_LINE_TAB | BS_LINE_BAR | BS_LINE_TAG)) == 0;
    return plain && line->text.len > 0 && bs_line__width(line->text) <= WIDTH_MAX &&
           bs_line__has_letter(line->text) && !bs_line__has_digit(line->text) &&
           !bs_line__is_sentence(line->text) && bs_marker__read(line->text).len == 0;
}

// Index behind the last row of a table whose rows begin at `first`; *figures is how many each has
// at least, *rows how many there are.
static uint32_t rows_end(bs_text_reader *reader, uint32_t first, size_t *figures, uint32_t *rows)
{
    uint32_t end = first;
    *figures = FIGURES_MAX;
    for (*rows = 0;; end++) {
        size_t count = bs_token__figures(reader, end);
        bool beside = count >= FIGURES_MIN && end > first &&
                      is_bracket_row(reader->lines[end].text, *figures);
        bool fewer = !beside && *rows >= ROWS_MIN && count < *figures;
        if (count < FIGURES_MIN || fewer) {
            if (*rows == 0 || count > 0 || !is_section(reader, end, *figures)) return end;
            continue;
        }
        if (!beside && count < *figures) *figures = count;
        (*rows)++;
    }
}

bs_status bs_table__scan_tokens(bs_text_reader *reader, uint32_t at, bs_grid *out, bool *found)
{
    if (at < reader->token_failed_until || !bs_table__may_be_tokens(reader, at)) return BS_OK;
    uint32_t heads = bs_token__figures(reader, at) >= FIGURES_MIN ? 0 : head_lines(reader, at, 0);
    uint32_t first = at + heads, rows;
    size_t figures;
    uint32_t end = rows_end(reader, first, &figures, &rows);
    if (rows < ROWS_MIN) {
        reader->token_failed_until = end;
        return BS_OK;
    }
    if (heads > 0 && head_lines(reader, at, figures) != heads) return BS_OK;
    bool lettered = heads == 1 && is_lettered(reader->lines[at].text, figures);
    if (lettered) BS_TRY(add_head(reader, out, &reader->lines[at]));
    for (uint32_t i = lettered ? first : at; i < end; i++) {
        bool over = heads == 2 && i == at;
        size_t span = over ? columns_under(reader->lines[i].text, figures) : 1;
        bool section = i >= first && bs_token__figures(reader, i) == 0;
        size_t each = span > 0 ? figures / span : count_tokens(reader->lines[i].text) - 1;
        if (span == 0) span = 1; // the turn of the year tells it
        size_t count = section ? 0 : each;
        BS_TRY(bs_token__add_row(reader, out, &reader->lines[i], i - at, count, span));
    }
    out->next = end;
    *found = true;
    return BS_OK;
}
