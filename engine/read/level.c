// SPDX-License-Identifier: GPL-3.0-or-later
// How deep a heading or an item stands, by the marks that came before it.
#include "engine/read/text_internal.h"

static uint16_t push_level(bs_level *stack, size_t *count, bs_level level)
{
    if (*count == BS_LEVELS_MAX) (*count)--;
    stack[(*count)++] = level;
    return (uint16_t)*count;
}

// Documents number their parts as they like. A style that was seen above stands where it stood; a
// new one goes below, unless its kind usually ranks higher than what it would stand under.
uint16_t bs_level__of_heading(bs_text_reader *reader, bs_marker marker)
{
    size_t count = reader->heading_count;
    for (size_t i = 0; i < count; i++) {
        if (reader->headings[i].style != marker.style) continue;
        reader->heading_count = i + 1;
        return (uint16_t)(i + 1);
    }
    while (count > 0 && reader->headings[count - 1].rank >= marker.rank)
        count--;
    reader->heading_count = count;
    bs_level level = {.style = marker.style, .rank = marker.rank};
    return push_level(reader->headings, &reader->heading_count, level);
}

uint16_t bs_level__of_item(bs_text_reader *reader, bs_marker marker, uint16_t indent)
{
    bs_level *items = reader->items;
    size_t count = reader->item_count;
    while (count > 0 && items[count - 1].indent > indent)
        count--;
    for (size_t i = count; i > 0 && items[i - 1].indent == indent; i--) {
        if (items[i - 1].style != marker.style) continue;
        reader->item_count = i;
        return (uint16_t)i;
    }
    reader->item_count = count;
    bs_level level = {.style = marker.style, .indent = indent};
    return push_level(items, &reader->item_count, level);
}
