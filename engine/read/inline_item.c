// SPDX-License-Identifier: GPL-3.0-or-later
// Items of a list that a page has run together in one line: "□ 물가는 0.3% 상승 o 식품은 0.5% 상승
// □ 근원물가는 0.4% 상승".
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

bs_str bs_item__next_inline(bs_str marker, bs_str text)
{
    if (!is_item_sign(marker)) return (bs_str){0};
    for (size_t at = 1; at < text.len; at++) {
        bool begins = text.ptr[at - 1] == ' ' && ((unsigned char)text.ptr[at] & 0xC0) != 0x80;
        bs_str rest = bs_str_slice(text, at, text.len);
        if (begins && is_item_sign(rest)) return rest;
    }
    return (bs_str){0};
}
