// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/tag.h"

#include <stdint.h>
#include <string.h>

#include "engine/base/array.h"

enum { TAG_BYTES_MAX = 4096, BACK_BYTES_MAX = 512 };

// Elements that may stand inside running text.
static const struct {
    bs_str name;
    bool plain;
} elements[] = {
    {BS_STR_INIT("a"), true},      {BS_STR_INIT("abbr"), true},  {BS_STR_INIT("b"), true},
    {BS_STR_INIT("bdi"), true},    {BS_STR_INIT("big"), true},   {BS_STR_INIT("br"), false},
    {BS_STR_INIT("center"), true}, {BS_STR_INIT("cite"), true},  {BS_STR_INIT("code"), true},
    {BS_STR_INIT("data"), true},   {BS_STR_INIT("dd"), false},   {BS_STR_INIT("del"), false},
    {BS_STR_INIT("dt"), false},    {BS_STR_INIT("dfn"), true},   {BS_STR_INIT("div"), false},
    {BS_STR_INIT("em"), true},     {BS_STR_INIT("font"), true},  {BS_STR_INIT("i"), true},
    {BS_STR_INIT("img"), false},   {BS_STR_INIT("ins"), true},   {BS_STR_INIT("label"), true},
    {BS_STR_INIT("li"), false},    {BS_STR_INIT("mark"), true},  {BS_STR_INIT("nobr"), true},
    {BS_STR_INIT("ol"), false},    {BS_STR_INIT("p"), false},    {BS_STR_INIT("q"), true},
    {BS_STR_INIT("s"), false},     {BS_STR_INIT("small"), true}, {BS_STR_INIT("span"), true},
    {BS_STR_INIT("strong"), true}, {BS_STR_INIT("sub"), false},  {BS_STR_INIT("sup"), false},
    {BS_STR_INIT("table"), false}, {BS_STR_INIT("td"), false},   {BS_STR_INIT("th"), false},
    {BS_STR_INIT("time"), true},   {BS_STR_INIT("tr"), false},   {BS_STR_INIT("u"), true},
    {BS_STR_INIT("ul"), false},    {BS_STR_INIT("wbr"), true},
};

static bool is_letter(char c)
{
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

// The byte behind the tag that has begun before `at`. A > in a quoted attribute does not end it; 0
// where it has no end.
static size_t end_of(bs_str text, size_t at)
{
    size_t high = text.len - at > TAG_BYTES_MAX ? at + TAG_BYTES_MAX : text.len;
    for (; at < high; at++) {
        char c = text.ptr[at];
        if (c == '>') return at + 1;
        if (c == '<') return 0;
        if ((c != '"' && c != '\'') || text.ptr[at - 1] != '=') continue;
        const char *close = memchr(text.ptr + at + 1, c, high - at - 1);
        if (close != NULL) at = (size_t)(close - text.ptr);
    }
    return 0;
}

// Behind the name of an element stands the end of its tag, or attributes with their values.
static bool is_attributes(bs_str inside)
{
    if (inside.len == 0 || bs_str_equal(inside, BS_STR("/"))) return true;
    bool blank = inside.ptr[0] == ' ' || inside.ptr[0] == '\t' || inside.ptr[0] == '\n';
    bs_str rest = bs_str_trim(inside);
    bool none = rest.len == 0 || bs_str_equal(rest, BS_STR("/"));
    return blank && (none || (is_letter(rest.ptr[0]) && memchr(rest.ptr, '=', rest.len) != NULL));
}

static bs_tag comment_at(bs_str text, size_t at)
{
    size_t end = bs_str_find(text, BS_STR("-->"), at + strlen("<!--"));
    return (bs_tag){end == SIZE_MAX ? 0 : end + strlen("-->") - at, true};
}

bs_tag bs_tag_at(bs_str text, size_t at)
{
    if (at + 2 >= text.len || text.ptr[at] != '<') return (bs_tag){0};
    if (bs_str_starts(bs_str_slice(text, at, text.len), BS_STR("<!--")))
        return comment_at(text, at);
    size_t from = at + 1 + (text.ptr[at + 1] == '/'), behind = from;
    while (behind < text.len && is_letter(text.ptr[behind]))
        behind++;
    bs_str name = bs_str_slice(text, from, behind);
    for (size_t i = 0; i < BS_COUNT(elements) && name.len > 0; i++) {
        if (!bs_str_equal_nocase(name, elements[i].name)) continue;
        size_t end = end_of(text, behind);
        if (end == 0 || !is_attributes(bs_str_slice(text, behind, end - 1))) return (bs_tag){0};
        return (bs_tag){end - at, elements[i].plain};
    }
    return (bs_tag){0};
}

size_t bs_tag_before(bs_str text, size_t at)
{
    if (at == 0 || text.ptr[at - 1] != '>') return at;
    size_t low = at > BACK_BYTES_MAX ? at - BACK_BYTES_MAX : 0;
    for (size_t i = at - 1; i-- > low;) {
        if (text.ptr[i] == '<') return i + bs_tag_at(text, i).len == at ? i : at;
    }
    return at;
}
