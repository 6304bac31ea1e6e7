// SPDX-License-Identifier: GPL-3.0-or-later
// Items of a list that a page has run together in one line: "□ 물가는 0.3% 상승 o 식품은 0.5% 상승
// □ 근원물가는 0.4% 상승", "1. Sales rose 4%. 2. Margins fell.".
#include "engine/read/text_internal.h"

// Signs that begin items and stand for nothing else between blanks.
static bool is_item_sign(bs_str text)
{
    bs_rune sign = bs_utf8_decode(text, 0);
    bs_str behind = bs_str_slice(text, sign.len, text.len);
    if (!bs_str_starts(behind, BS_STR(" "))) return false;
    bs_rune next = bs_utf8_decode(behind, 1);
    bool letter = bs_line__is_wide_letter(next.code) || next.code == '(' ||
                  (next.code >= '0' && next.code <= '9');
    if (sign.code == 'o') return bs_rune_is_hangul(next.code);
    return letter && bs_line__is_in(sign.code, "□■○●◦◆◇ㅇ");
}

// The one digit that counts an item, and what closes it, with a word behind: "2. Sales", "2、收入".
// Its closing mark; empty where the text begins with none.
static bs_str counted_by(bs_str text, char digit)
{
    static const bs_str closings[] = {BS_STR_INIT("."), BS_STR_INIT(")"), BS_STR_INIT("、"),
                                      BS_STR_INIT("．"), BS_STR_INIT("）")};
    if (text.len < 2 || text.ptr[0] != digit) return (bs_str){0};
    bs_str behind = bs_str_slice(text, 1, text.len);
    for (size_t i = 0; i < BS_COUNT(closings); i++) {
        if (!bs_str_starts(behind, closings[i])) continue;
        bs_str word = bs_str_slice(behind, closings[i].len, behind.len);
        bool blank = bs_str_starts(word, BS_STR(" "));
        bs_rune first = bs_utf8_decode(word, blank);
        bool capital = blank && first.code >= 'A' && first.code <= 'Z';
        return capital || bs_line__is_wide_letter(first.code) ? closings[i] : (bs_str){0};
    }
    return (bs_str){0};
}

// The next item behind the end of a sentence of a counted one.
static bs_str next_counted(bs_str marker, bs_str text)
{
    if (marker.len == 0 || marker.ptr[0] < '1' || marker.ptr[0] > '8') return (bs_str){0};
    char next = (char)(marker.ptr[0] + 1);
    bs_str closing = counted_by(marker, marker.ptr[0]);
    for (size_t at = 1; closing.len > 0 && at < text.len; at++) {
        if (text.ptr[at] != next) continue;
        bs_str rest = bs_str_slice(text, at, text.len);
        bs_str front = bs_str_trim(bs_str_slice(text, 0, at));
        bool wide = bs_str_ends(front, BS_STR("。")) || bs_str_ends(front, BS_STR("；"));
        bool stop = text.ptr[at - 1] == ' ' && front.len > 0 &&
                    (front.ptr[front.len - 1] == '.' || front.ptr[front.len - 1] == ';');
        if ((wide || stop) && bs_str_equal(counted_by(rest, next), closing)) return rest;
    }
    return (bs_str){0};
}

bs_str bs_item__next_inline(bs_str marker, bs_str text)
{
    if (!is_item_sign(marker)) return next_counted(marker, text);
    for (size_t at = 1; at < text.len; at++) {
        bool begins = text.ptr[at - 1] == ' ' && ((unsigned char)text.ptr[at] & 0xC0) != 0x80;
        bs_str rest = bs_str_slice(text, at, text.len);
        if (begins && is_item_sign(rest)) return rest;
    }
    return (bs_str){0};
}
