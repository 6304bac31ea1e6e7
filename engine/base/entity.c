// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/entity.h"

enum { CODE_DIGITS_MAX = 7, CODE_MAX = 0x10FFFF };

// Those that stand in and around numbers and names.
static const struct {
    bs_str name;
    uint32_t code;
} names[] = {
    {BS_STR_INIT("&amp;"), '&'},       {BS_STR_INIT("&lt;"), '<'},
    {BS_STR_INIT("&gt;"), '>'},        {BS_STR_INIT("&quot;"), '"'},
    {BS_STR_INIT("&apos;"), '\''},     {BS_STR_INIT("&nbsp;"), 0xA0},
    {BS_STR_INIT("&ensp;"), 0x2002},   {BS_STR_INIT("&emsp;"), 0x2003},
    {BS_STR_INIT("&thinsp;"), 0x2009}, {BS_STR_INIT("&ndash;"), 0x2013},
    {BS_STR_INIT("&mdash;"), 0x2014},  {BS_STR_INIT("&minus;"), 0x2212},
    {BS_STR_INIT("&lsquo;"), 0x2018},  {BS_STR_INIT("&rsquo;"), 0x2019},
    {BS_STR_INIT("&ldquo;"), 0x201C},  {BS_STR_INIT("&rdquo;"), 0x201D},
    {BS_STR_INIT("&hellip;"), 0x2026}, {BS_STR_INIT("&middot;"), 0xB7},
    {BS_STR_INIT("&bull;"), 0x2022},   {BS_STR_INIT("&dagger;"), 0x2020},
    {BS_STR_INIT("&Dagger;"), 0x2021}, {BS_STR_INIT("&plusmn;"), 0xB1},
    {BS_STR_INIT("&times;"), 0xD7},    {BS_STR_INIT("&permil;"), 0x2030},
    {BS_STR_INIT("&euro;"), 0x20AC},   {BS_STR_INIT("&pound;"), 0xA3},
    {BS_STR_INIT("&yen;"), 0xA5},      {BS_STR_INIT("&deg;"), 0xB0},
    {BS_STR_INIT("&sup1;"), 0xB9},     {BS_STR_INIT("&sup2;"), 0xB2},
    {BS_STR_INIT("&sup3;"), 0xB3},     {BS_STR_INIT("&le;"), 0x2264},
    {BS_STR_INIT("&ge;"), 0x2265},     {BS_STR_INIT("&reg;"), 0xAE},
};

static int digit_of(char c, int base)
{
    if (c >= '0' && c <= '9') return c - '0';
    int letter = (c | 0x20) - 'a' + 10;
    return base == 16 && letter >= 10 && letter < 16 ? letter : -1;
}

// "&#8211;" or "&#x2013;" at `at`.
static bs_rune numeric_at(bs_str text, size_t at)
{
    size_t i = at + 2;
    bool hex = i < text.len && (text.ptr[i] | 0x20) == 'x';
    i += hex;
    uint32_t code = 0;
    size_t first = i;
    for (int digit; i < text.len && i - first < CODE_DIGITS_MAX; i++) {
        digit = digit_of(text.ptr[i], hex ? 16 : 10);
        if (digit < 0) break;
        code = code * (hex ? 16 : 10) + (uint32_t)digit;
    }
    bool surrogate = code >= 0xD800 && code < 0xE000;
    bool closed = i > first && i < text.len && text.ptr[i] == ';';
    if (!closed || code < ' ' || code > CODE_MAX || surrogate) return (bs_rune){0, 0};
    return (bs_rune){code, (uint32_t)(i + 1 - at)};
}

bs_rune bs_entity_at(bs_str text, size_t at)
{
    if (at + 3 >= text.len || text.ptr[at] != '&') return (bs_rune){0, 0};
    if (text.ptr[at + 1] == '#') return numeric_at(text, at);
    bs_str rest = bs_str_slice(text, at, text.len);
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (bs_str_starts(rest, names[i].name))
            return (bs_rune){names[i].code, (uint32_t)names[i].name.len};
    }
    return (bs_rune){0, 0};
}
