// SPDX-License-Identifier: GPL-3.0-or-later
// The language of a short text among others: a head, a caption or a cell.
#include <ctype.h>

#include "engine/base/utf8.h"
#include "engine/extract/scan_internal.h"

static bool is_wide_letter(uint32_t code)
{
    return bs_rune_is_hangul(code) || bs_rune_is_han(code) || bs_rune_is_kana(code);
}

// Where the first letter of Korean, Chinese or Japanese stands; the length of the text without any.
static size_t first_wide(bs_str text)
{
    for (size_t at = 0; at < text.len;) {
        bs_rune rune = {(unsigned char)text.ptr[at], 1};
        if (rune.code >= 0x80) rune = bs_utf8_decode(text, at);
        if (is_wide_letter(rune.code)) return at;
        at += rune.len;
    }
    return text.len;
}

bs_lang bs__lang_of_text(bs_str text, bs_lang lang)
{
    if (lang != BS_LANG_EN) return lang;
    size_t at = first_wide(text);
    if (at == text.len) return lang;
    bs_letters count = bs_lang_letters(bs_str_slice(text, at, text.len));
    count.latin = 0;
    return bs_lang_of(&count, lang);
}

bool bs__may_be_english(bs_str text, bs_lang lang)
{
    enum { LETTERS_MIN = 2 };
    size_t letters = 0;
    if (!bs_lang_in(lang, BS_IN_CJK)) return false;
    for (size_t i = 0; i < text.len && letters < LETTERS_MIN; i++)
        letters += isalpha((unsigned char)text.ptr[i]) != 0;
    return letters == LETTERS_MIN && first_wide(text) == text.len;
}
