// SPDX-License-Identifier: GPL-3.0-or-later
// Lists and ranges of names and places in an order, whose word is printed with the last of them:
// "1, 2호기", "1~4호선", "2~3단계", "1・2号機", "제1~3공장".
#include "engine/base/utf8.h"
#include "engine/extract/guard_internal.h"
#include "engine/extract/phrase_table.h"
#include "engine/extract/words.h"

enum { DIGITS_MAX = 3, MEMBERS_MAX = 12 };

// Where the next member of the list begins behind one that ends at `at`; `at` where none does.
static size_t next_member(bs_str text, size_t at, bool *comma)
{
    static const char marks[] = "~|∼|～|〜|-|–|·|・|ㆍ|‧|、";
    static const char words[] = "와 |과 |및 |と|和";
    bs_str rest = bs_str_slice(text, at, text.len);
    size_t from = at;
    *comma = bs_list_starts(rest, ",|，");
    if (*comma) {
        from = bs_gap_skip(text, at + bs_utf8_decode(text, at).len);
    } else if (bs_list_starts(rest, marks)) {
        from = at + bs_utf8_decode(text, at).len;
    } else if (bs_list_starts(rest, words)) {
        from = bs_gap_skip(text, at + bs_utf8_decode(text, at).len);
    }
    return from > at && bs_is_digit(bs__at_or_zero(text, from)) ? from : at;
}

static int value_of(bs_str text, size_t at, size_t end)
{
    int value = 0;
    for (; at < end; at++)
        value = value * 10 + (text.ptr[at] - '0');
    return value;
}

// What stands behind a comma has one digit or two, and is the next: "1,200위" is one number, and of
// "일반직 2, 6급 4" each has its own.
size_t bs__order_list_end(bs_str text, size_t at)
{
    size_t end = bs__digits_end(text, at);
    if (end == at || end - at > DIGITS_MAX) return at;
    int last = value_of(text, at, end);
    for (int member = 1; member < MEMBERS_MAX; member++) {
        bool comma = false;
        size_t from = next_member(text, end, &comma);
        size_t stop = bs__digits_end(text, from);
        if (from == end || stop - from > (comma ? 2 : DIGITS_MAX)) break;
        int value = value_of(text, from, stop);
        if (value <= last || (comma && value != last + 1)) break;
        last = value;
        end = stop;
    }
    return end;
}

// "6급 4, 5급 2": the number of those in front.
static bool is_counted(bs_str text, size_t at, bs_str word)
{
    return bs_str_ends(bs_str_trim(bs_str_slice(text, 0, at)), word);
}

bool bs__listed_order(const bs__scan *scan, size_t at, size_t *end)
{
    // 1: the word must end there, as 급 does not in 급여; 2: what only begins like one.
    static const bs__phrase words[] = {
        P("호기", KO, 0),    P("호선", KO, 0),   P("단계", KO, 0),    P("차", KO, 1),
        P("차례", KO, 2),    P("차로", KO, 2),   P("차선", KO, 2),    P("회차", KO, 0),
        P("주차", KO, 1),    P("분위", KO, 0),   P("년차", KO, 0),    P("학년", KO, 0),
        P("등급", KO, 0),    P("급", KO, 1),     P("번째", KO, 0),    P("공구", KO, 0),
        P("위", KO, 1),      P("号機", JA, 0),   P("号线", ZH, 0),    P("号線", JA, 0),
        P("号館", JA, 0),    P("号車", JA, 0),   P("年生", JA, 0),    P("年级", ZH, 0),
        P("級", JA, 0),      P("级", ZH, 0),     P("等級", JA, 0),    P("段階", JA, 0),
        P("阶段", ZH, 0),    P("次", JA, 0),     P("次元", JA, 2),    P("番目", JA, 0),
        P("回目", JA, 0),    P("位", JA, 0),     P("位置", JA, 2),    P("期生", JA, 0),
        P("号机", ZH, 0),    P("号机组", ZH, 0), P("号機組", ZH, 0),  P("号楼", ZH, 0),
        P("인 가구", KO, 0), P("인가구", KO, 0), P("인 세대", KO, 0), P("人世帯", JA, 0),
    };
    bs_str text = scan->text;
    char before = at > 0 ? text.ptr[at - 1] : ' ';
    if (scan->lang == BS_LANG_EN || bs_is_digit(before) || before == '.' || before == ',')
        return false;
    size_t first = bs__digits_end(text, at), stop = bs__order_list_end(text, at);
    if (stop <= first) return false;
    size_t from = bs_gap_skip(text, stop);
    const bs__phrase *word = BS_PHRASE_AT(words, scan, from);
    if (word == NULL || word->value == 2 || (from > stop && scan->lang != BS_LANG_KO)) return false;
    *end = from + word->text.len;
    if (is_counted(text, at, word->text)) return false;
    return word->value == 0 || bs__korean_word_ends(text, *end);
}
