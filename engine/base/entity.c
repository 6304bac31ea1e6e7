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
    {BS_STR_INIT("&iexcl;"), 0xA1},    {BS_STR_INIT("&cent;"), 0xA2},
    {BS_STR_INIT("&sect;"), 0xA7},     {BS_STR_INIT("&copy;"), 0xA9},
    {BS_STR_INIT("&ordf;"), 0xAA},     {BS_STR_INIT("&laquo;"), 0xAB},
    {BS_STR_INIT("&micro;"), 0xB5},    {BS_STR_INIT("&para;"), 0xB6},
    {BS_STR_INIT("&ordm;"), 0xBA},     {BS_STR_INIT("&raquo;"), 0xBB},
    {BS_STR_INIT("&frac14;"), 0xBC},   {BS_STR_INIT("&frac12;"), 0xBD},
    {BS_STR_INIT("&frac34;"), 0xBE},   {BS_STR_INIT("&iquest;"), 0xBF},
    {BS_STR_INIT("&Agrave;"), 0xC0},   {BS_STR_INIT("&Aacute;"), 0xC1},
    {BS_STR_INIT("&Acirc;"), 0xC2},    {BS_STR_INIT("&Atilde;"), 0xC3},
    {BS_STR_INIT("&Auml;"), 0xC4},     {BS_STR_INIT("&Aring;"), 0xC5},
    {BS_STR_INIT("&AElig;"), 0xC6},    {BS_STR_INIT("&Ccedil;"), 0xC7},
    {BS_STR_INIT("&Egrave;"), 0xC8},   {BS_STR_INIT("&Eacute;"), 0xC9},
    {BS_STR_INIT("&Ecirc;"), 0xCA},    {BS_STR_INIT("&Euml;"), 0xCB},
    {BS_STR_INIT("&Igrave;"), 0xCC},   {BS_STR_INIT("&Iacute;"), 0xCD},
    {BS_STR_INIT("&Icirc;"), 0xCE},    {BS_STR_INIT("&Iuml;"), 0xCF},
    {BS_STR_INIT("&ETH;"), 0xD0},      {BS_STR_INIT("&Ntilde;"), 0xD1},
    {BS_STR_INIT("&Ograve;"), 0xD2},   {BS_STR_INIT("&Oacute;"), 0xD3},
    {BS_STR_INIT("&Ocirc;"), 0xD4},    {BS_STR_INIT("&Otilde;"), 0xD5},
    {BS_STR_INIT("&Ouml;"), 0xD6},     {BS_STR_INIT("&times;"), 0xD7},
    {BS_STR_INIT("&Oslash;"), 0xD8},   {BS_STR_INIT("&Ugrave;"), 0xD9},
    {BS_STR_INIT("&Uacute;"), 0xDA},   {BS_STR_INIT("&Ucirc;"), 0xDB},
    {BS_STR_INIT("&Uuml;"), 0xDC},     {BS_STR_INIT("&Yacute;"), 0xDD},
    {BS_STR_INIT("&THORN;"), 0xDE},    {BS_STR_INIT("&szlig;"), 0xDF},
    {BS_STR_INIT("&agrave;"), 0xE0},   {BS_STR_INIT("&aacute;"), 0xE1},
    {BS_STR_INIT("&acirc;"), 0xE2},    {BS_STR_INIT("&atilde;"), 0xE3},
    {BS_STR_INIT("&auml;"), 0xE4},     {BS_STR_INIT("&aring;"), 0xE5},
    {BS_STR_INIT("&aelig;"), 0xE6},    {BS_STR_INIT("&ccedil;"), 0xE7},
    {BS_STR_INIT("&egrave;"), 0xE8},   {BS_STR_INIT("&eacute;"), 0xE9},
    {BS_STR_INIT("&ecirc;"), 0xEA},    {BS_STR_INIT("&euml;"), 0xEB},
    {BS_STR_INIT("&igrave;"), 0xEC},   {BS_STR_INIT("&iacute;"), 0xED},
    {BS_STR_INIT("&icirc;"), 0xEE},    {BS_STR_INIT("&iuml;"), 0xEF},
    {BS_STR_INIT("&eth;"), 0xF0},      {BS_STR_INIT("&ntilde;"), 0xF1},
    {BS_STR_INIT("&ograve;"), 0xF2},   {BS_STR_INIT("&oacute;"), 0xF3},
    {BS_STR_INIT("&ocirc;"), 0xF4},    {BS_STR_INIT("&otilde;"), 0xF5},
    {BS_STR_INIT("&ouml;"), 0xF6},     {BS_STR_INIT("&divide;"), 0xF7},
    {BS_STR_INIT("&oslash;"), 0xF8},   {BS_STR_INIT("&ugrave;"), 0xF9},
    {BS_STR_INIT("&uacute;"), 0xFA},   {BS_STR_INIT("&ucirc;"), 0xFB},
    {BS_STR_INIT("&uuml;"), 0xFC},     {BS_STR_INIT("&yacute;"), 0xFD},
    {BS_STR_INIT("&thorn;"), 0xFE},    {BS_STR_INIT("&yuml;"), 0xFF},
    {BS_STR_INIT("&OElig;"), 0x152},   {BS_STR_INIT("&oelig;"), 0x153},
    {BS_STR_INIT("&Scaron;"), 0x160},  {BS_STR_INIT("&scaron;"), 0x161},
    {BS_STR_INIT("&Yuml;"), 0x178},    {BS_STR_INIT("&fnof;"), 0x192},
    {BS_STR_INIT("&Delta;"), 0x394},   {BS_STR_INIT("&Omega;"), 0x3A9},
    {BS_STR_INIT("&alpha;"), 0x3B1},   {BS_STR_INIT("&beta;"), 0x3B2},
    {BS_STR_INIT("&mu;"), 0x3BC},      {BS_STR_INIT("&prime;"), 0x2032},
    {BS_STR_INIT("&Prime;"), 0x2033},  {BS_STR_INIT("&frasl;"), 0x2044},
    {BS_STR_INIT("&trade;"), 0x2122},  {BS_STR_INIT("&larr;"), 0x2190},
    {BS_STR_INIT("&uarr;"), 0x2191},   {BS_STR_INIT("&rarr;"), 0x2192},
    {BS_STR_INIT("&darr;"), 0x2193},   {BS_STR_INIT("&sum;"), 0x2211},
    {BS_STR_INIT("&asymp;"), 0x2248},  {BS_STR_INIT("&ne;"), 0x2260},
    {BS_STR_INIT("&loz;"), 0x25CA},
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
