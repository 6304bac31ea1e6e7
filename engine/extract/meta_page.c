// SPDX-License-Identifier: GPL-3.0-or-later
// Where the matter of a page of the web begins, behind its navigation, and the line that tells when
// its news came out.
#include "engine/extract/extract_internal.h"
#include "engine/extract/words.h"

size_t bs__matter_top(const bs_document *document)
{
    enum { NAVIGATION_MAX = 200 };
    const bs_block_array *blocks = &document->blocks;
    if (blocks->count == 0 || blocks->items[0].kind != BS_BLOCK_HEADING) return 0;
    bs_str title = blocks->items[0].text;
    for (size_t i = 1; i < blocks->count && i < NAVIGATION_MAX; i++) {
        const bs_block *block = &blocks->items[i];
        if (block->kind == BS_BLOCK_HEADING && bs_str_starts(title, block->text)) return i;
    }
    return 0;
}

// "Friday 20 November 2026 07.42 GMT", "2026-11-20 07:42": a line of news that begins with its day
// and the time of the day.
bool bs__is_clocked(bs_str before, bs_str after)
{
    static const char weekdays[] =
        "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Mon|Tue|"
        "Wed|Thu|Fri|Sat|Sun|Monday,|Tuesday,|Wednesday,|Thursday,|Friday,|"
        "Saturday,|Sunday,|Mon,|Tue,|Wed,|Thu,|Fri,|Sat,|Sun,";
    size_t hour = 0;
    if (before.len > 0 && !bs_list_is(before, weekdays)) return false;
    if (bs_list_starts(after, "at |, at |, "))
        after = bs_str_behind_last(bs_str_slice(after, 0, 12), "at |, ");
    while (hour < after.len && after.ptr[hour] >= '0' && after.ptr[hour] <= '9')
        hour++;
    bs_str minutes = bs_str_slice(after, hour + 1, after.len);
    bool two = minutes.len >= 2 && minutes.ptr[0] >= '0' && minutes.ptr[0] <= '5' &&
               minutes.ptr[1] >= '0' && minutes.ptr[1] <= '9';
    bool point = hour < after.len && after.ptr[hour] == '.' &&
                 bs_list_starts(bs_str_slice(minutes, 2, minutes.len), " GMT| BST| UTC| CET| E");
    return hour > 0 && hour <= 2 && two && (after.ptr[hour] == ':' || point);
}
