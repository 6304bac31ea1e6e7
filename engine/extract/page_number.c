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

bool bs__is_page_number(const bs_document *document, size_t index)
{
    const bs_block *block = &document->blocks.items[index];
    if (block->kind == BS_BLOCK_TABLE || block->text.len > LINE_BYTES_MAX) return false;
    bs_str text = bs_str_trim(block->text);
    if (bs_str_starts(text, BS_STR("Page ")) || bs_str_starts(text, BS_STR("page ")))
        text = bs_str_trim(bs_str_slice(text, strlen("Page "), text.len));
    if (is_of_pages(text)) return true;
    // Numbers below one another are a list of them.
    bool alone = (index == 0 || !is_bare(block - 1)) &&
                 (index + 1 == document->blocks.count || !is_bare(block + 1));
    return alone && text.len > 0 && behind_number(text, 0) == text.len;
}
