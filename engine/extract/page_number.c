// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers of pages that stand between the paragraphs of a paper: "12", "Page 3 of 12", "3 / 12".
#include "engine/extract/extract_internal.h"
#include "engine/extract/numeral.h"

enum { PAGE_DIGITS_MAX = 3, LINE_BYTES_MAX = 40 };

// Behind a number of one to three digits; `at` where there is none.
static size_t behind_number(bs_str text, size_t at)
{
    size_t end = at, count = 0, len;
    while (end < text.len && count <= PAGE_DIGITS_MAX && bs_digit_at(text, end, &len) >= 0) {
        end += len;
        count++;
    }
    return count <= PAGE_DIGITS_MAX ? end : at;
}

static bool is_bare(const bs_block *block)
{
    if (block->kind == BS_BLOCK_TABLE || block->text.len > LINE_BYTES_MAX) return false;
    bs_str text = bs_str_trim(block->text);
    return text.len > 0 && behind_number(text, 0) == text.len;
}

// "3 of 12", "3 / 12".
static bool is_of_pages(bs_str text)
{
    size_t end = behind_number(text, 0);
    bs_str rest = bs_str_trim(bs_str_slice(text, end, text.len));
    size_t joint = bs_str_starts(rest, BS_STR("of ")) ? strlen("of ")
                   : bs_str_starts(rest, BS_STR("/")) ? strlen("/")
                                                      : 0;
    rest = bs_str_trim(bs_str_slice(rest, joint, rest.len));
    return end > 0 && joint > 0 && rest.len > 0 && behind_number(rest, 0) == rest.len;
}

static int value_of(bs_str text)
{
    int value = 0;
    for (size_t at = 0, len; at < text.len; at += len) {
        int digit = bs_digit_at(text, at, &len);
        if (digit < 0) return -1;
        value = value * 10 + digit;
    }
    return value;
}

// Is the number before or behind that of the block alone in a block some way from it?
static bool is_counted_on(const bs_document *document, size_t index)
{
    enum { BLOCKS_APART_MAX = 200 };
    const bs_block *blocks = document->blocks.items;
    int own = value_of(bs_str_trim(blocks[index].text));
    size_t first = index > BLOCKS_APART_MAX ? index - BLOCKS_APART_MAX : 0;
    for (size_t i = first; i < document->blocks.count && i <= index + BLOCKS_APART_MAX; i++) {
        if (i == index || !is_bare(&blocks[i])) continue;
        int other = value_of(bs_str_trim(blocks[i].text));
        if (i < index ? other == own - 1 : other == own + 1) return true;
    }
    return false;
}

// Set in from the margin.
static bool is_set_in(const bs_document *document, const bs_block *block)
{
    enum { BLANKS_MIN = 4 };
    bs_str source = document->source->text;
    size_t at = (size_t)(block->text.ptr - source.ptr), blanks = 0;
    while (at > blanks && source.ptr[at - blanks - 1] == ' ')
        blanks++;
    return blanks >= BLANKS_MIN;
}

bool bs__is_page_number(const bs_document *document, size_t index)
{
    const bs_block *block = &document->blocks.items[index];
    if (block->kind == BS_BLOCK_TABLE || block->text.len > LINE_BYTES_MAX) return false;
    bs_str text = bs_str_trim(block->text);
    bool named = bs_str_starts(text, BS_STR("Page ")) || bs_str_starts(text, BS_STR("page "));
    if (named) text = bs_str_trim(bs_str_slice(text, strlen("Page "), text.len));
    if (is_of_pages(text)) return true;
    if (text.len == 0 || behind_number(text, 0) != text.len) return false;
    // Numbers below one another are a list of them; one alone may be all that a text says.
    bool alone = (index == 0 || !is_bare(block - 1)) &&
                 (index + 1 == document->blocks.count || !is_bare(block + 1));
    return named || (alone && (is_set_in(document, block) || is_counted_on(document, index)));
}
