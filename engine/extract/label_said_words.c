// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/extract/label_kind.h"
#include "engine/extract/label_said.h"

enum {
    ACTS = BS__SAID_ACTS,
    LOSES = BS__SAID_LOSES,
    AUXILIARY = BS__SAID_AUXILIARY,
    HOW = BS__SAID_HOW,
    DOES = BS__SAID_DOES,
    PART = BS__SAID_PART
};
static const bs__kind_word said[] = {
#include "engine/extract/label_said.inc"
};
BS__KIND_LEXICON(said_at, said);

size_t bs__said_length(bs_str text, uint32_t kinds)
{
    return bs__kind_length(&said_at, text, kinds);
}

bs_str bs__said_behind(bs_str text, size_t len)
{
    return bs_str_trim(bs_str_slice(text, len, text.len));
}

bs_str bs__said_without(bs_str text, uint32_t kinds)
{
    for (size_t len; (len = bs__said_length(text, kinds)) > 0;)
        text = bs__said_behind(text, len);
    return text;
}

bs_str bs__said_word(bs_str text)
{
    size_t end = 0;
    while (end < text.len && text.ptr[end] >= 'a' && text.ptr[end] <= 'z')
        end++;
    bool whole = end == text.len || strchr(" .,;:)\n", text.ptr[end]) != NULL;
    return bs_str_slice(text, 0, whole ? end : 0);
}
