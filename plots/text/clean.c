// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/utf8.h"
#include "plots/text/text.h"

// Marks that change the direction of what follows: a name with one in it could turn a number round.
static bool is_direction_mark(uint32_t code)
{
    return code == 0x061C || (code >= 0x200E && code <= 0x200F) ||
           (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

static bool is_control(uint32_t code)
{
    return code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0x2028 || code == 0x2029;
}

bs_str bs_text_clean(bs_arena *arena, bs_str raw)
{
    // A broken byte grows to the three bytes of U+FFFD.
    char *out = raw.len > SIZE_MAX / 4 ? NULL : BS_NEW_ARRAY(arena, char, raw.len * 3 + 1);
    if (out == NULL) return (bs_str){0};
    size_t len = 0;
    for (size_t at = 0; at < raw.len;) {
        bs_rune rune = bs_utf8_decode(raw, at);
        at += rune.len;
        if (is_direction_mark(rune.code)) continue;
        uint32_t code = is_control(rune.code) && rune.code != '\n' ? ' ' : rune.code;
        len += bs_utf8_encode(code, out + len);
    }
    return (bs_str){out, len};
}
