// SPDX-License-Identifier: GPL-3.0-or-later
// Heads over rows whose columns have run together: a word for each figure, brackets, letters, or
// times over parts of them.
#include "engine/base/utf8.h"
#include "engine/read/table_token.h"
#include "engine/read/table_unit_word.h"

enum { FIGURES_MIN = BS_TOKEN_FIGURES_MIN, FIGURES_MAX = BS_TOKEN_FIGURES_MAX };

bool bs_token__is_lettered(bs_str text, size_t figures)
{
    size_t words = 0, letters = 0;
    bs_str token;
    while (words + letters <= FIGURES_MAX && bs_token__last(&text, &token)) {
        letters += bs_token__is_letter(token);
        words += !bs_token__is_letter(token);
    }
    return letters > 0 && words == figures + 1;
}

bool bs_token__last_bracketed(bs_str *text, bs_str *head)
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

bool bs_token__is_bracketed(bs_str text, size_t figures)
{
    size_t count = 0;
    bs_str head;
    while (count <= figures && bs_token__last_bracketed(&text, &head))
        count++;
    return count == figures && text.len > 0 && bs_str_find(text, BS_STR(" "), 0) == SIZE_MAX;
}

// "本报告期末 本报告期初 增减变动幅度(%)", "金額 百分比% 金額 百分比%": is each word the head of a
// column of figures, so that the label may go without one?
bool bs_token__are_heads(bs_str text)
{
    static const char words[] =
        "期|年|月|额|額|率|比|增|减|減|数|量|%|％|기|년|월|액|율|률|누적|누계|비|증감";
    static const bs_str months = BS_STR_INIT("개월"); // "3개월 누적" of the quarters above
    bs_str token;
    while (bs_token__last(&text, &token)) {
        bool figure = bs_line__is_numeric(token) && !bs_str_ends(token, months);
        bool count = bs_str_ends(token, BS_STR("수")) || bs_str_ends(token, BS_STR("량"));
        if ((!count && !bs_str_has_any(token, words)) || figure) return false;
    }
    return true;
}

// "生産 出荷 在庫" over "平成30年 97.2 96.8 91.5", "31年 99.4 98.9 95.7": the labels below are
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
    bs_str own = reader->lines[at].text, behind = bs_marker__behind_unit(own);
    if (bs_marker__is_unit(own)) return false;
    if (behind.len > 0 && !bs_line__is_sentence(behind)) {
        size_t heads = bs_token__count(behind);
        if (heads == figures || heads == figures + 1) return true;
    }
    bs_token_heads heads;
    size_t tokens = bs_token__count(own);
    if (bs_token__is_lettered(own, figures) || bs_token__is_bracketed(own, figures) ||
        bs_token__read_heads(&heads, own, figures))
        return true;
    if (tokens == figures && (bs_token__are_heads(own) || heads_times(reader, at, figures)))
        return true;
    if (tokens != figures || at == 0) return false;
    bs_str above = reader->lines[at - 1].text, title;
    return bs_marker__is_unit(above) || bs_marker__is_parenthesised(above) ||
           bs_marker__caption(above, &title);
}

size_t bs_token__columns_under(bs_str text, size_t figures)
{
    size_t count = 0;
    bs_str token, rest = text;
    while (bs_token__last(&rest, &token)) {
        bool head = bs_line__has_digit(token) && !bs_line__is_numeric(token);
        if (!head && rest.len == 0) break; // that of the labels
        if (!head) return 0;
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
    while (parts <= figures && bs_token__last(&second, &token) && bs_token__is_time(token))
        parts++;
    while (times <= figures && bs_token__last(&text, &token) && text.len > 0) {
        if (!bs_token__is_time(token)) return false;
        times++;
    }
    return second.len == 0 && parts == figures && times > 0 && times < figures;
}

// "上月=100 上年同月=100", "(%) (亿元)": the base or the unit of each head above.
static bool are_bases(bs_str text, size_t figures)
{
    size_t count = 0;
    bs_str token;
    while (count <= figures && bs_token__last(&text, &token)) {
        if (!bs_str_has_any(token, "=100|＝100|=１００") && !bs_marker__is_parenthesised(token) &&
            bs_units__word(token) == NULL)
            return false;
        count++;
    }
    return count == figures;
}

uint32_t bs_token__head_lines(bs_text_reader *reader, uint32_t at, size_t figures)
{
    bs_str text = reader->lines[at].text;
    if (at + 1 >= reader->line_count || text.len == 0 || text.len > 1024) return 0;
    size_t below = figures > 0 ? figures : bs_token__figures(reader, at + 1);
    if (bs_token__figures(reader, at + 1) >= FIGURES_MIN) return is_head(reader, at, below);
    if (figures == 0) below = bs_token__figures(reader, at + 2);
    if (below < FIGURES_MIN || bs_token__figures(reader, at + 2) < FIGURES_MIN) return 0;
    bs_str second = reader->lines[at + 1].text;
    bs_token_heads first;
    if (are_times_over(text, second, below)) return 2;
    if (are_bases(second, below) && bs_token__read_heads(&first, text, below)) return 2;
    bool heads = bs_token__count(second) == below && bs_token__are_heads(second);
    return heads && bs_token__columns_under(text, below) > 0 ? 2 : 0;
}
