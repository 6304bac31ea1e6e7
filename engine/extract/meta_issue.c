// SPDX-License-Identifier: GPL-3.0-or-later
// The day of a paper in the line of its issue: "2025年第11期(3月17日)", "Vol. 4, No. 11 - 17
// March".
#include "engine/base/utf8.h"
#include "engine/extract/extract_internal.h"
#include "engine/extract/words.h"

// What may stand in such a line beside numbers and marks, longer before shorter.
static const char words[] =
    "第|期|号|號|总|總|通巻|通卷|卷|巻|周刊|週刊|月刊|周报|週報|出版|刊行|発行|发行|發行|发布|發布|"
    "印发|编印|年|周|週|제|호|통권|권|총|주차|주간|월간|발행|발간|배포|"
    "일요일|월요일|화요일|수요일|목요일|금요일|토요일|월|화|수|목|금|토|일|"
    "星期|日曜日|月曜日|火曜日|水曜日|木曜日|金曜日|土曜日|日|一|二|三|四|五|六|月|火|水|木|金|土|"
    "Volume|Vol|vol|VOL|Number|No|NO|no|Issue|ISSUE|issue|Edition|edition|Week|week|Nr|"
    "of|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday";
static const char issues[] =
    "第|제|통권|通巻|通卷|总|總|총|Vol|vol|VOL|No|NO|no|Number|Issue|ISSUE|"
    "issue|Edition|edition|Week|week|Nr";

static bool is_mark(uint32_t code)
{
    static const char marks[] = " .,:;|/-()[]#";
    bool wide = code == 0x3000 || code == 0xFF08 || code == 0xFF09 || code == 0xFF0C ||
                code == 0xFF1A || code == 0x3001 || code == 0x00B7 || code == 0x2013 ||
                code == 0x2014 || code == 0xFF5C;
    return wide || (code > 0 && code < 0x80 && strchr(marks, (int)code) != NULL);
}

// The bytes of the first word of the list that the text begins with; 0 for none.
static size_t word_len(bs_str text)
{
    bs_str rest = bs_str_from(words), word;
    while (bs_str_next(&rest, '|', &word)) {
        if (bs_str_starts(text, word)) return word.len;
    }
    return 0;
}

// Is the line made of numbers, marks and such words, and does it count an issue?
static bool counts_issue(bs_str line, const bs_item_array *items)
{
    bool issue = false;
    size_t next = 0;
    for (size_t at = 0, len; at < line.len; at += len) {
        while (next < items->count && items->items[next].start < at)
            next++;
        bs_str rest = bs_str_slice(line, at, line.len);
        issue |= bs_list_starts(rest, issues);
        bs_rune rune = bs_utf8_decode(line, at);
        if (next < items->count && items->items[next].start == at)
            len = items->items[next].end - at;
        else if (is_mark(rune.code) || (rune.code >= '0' && rune.code <= '9'))
            len = rune.len;
        else
            len = word_len(rest);
        if (len == 0) return false;
    }
    return issue;
}

// The only month and day of the line, with its own year or the only one that stands apart.
static bool only_day(const bs_item_array *items, bs_when *out)
{
    int year = 0, days = 0, years = 0;
    for (size_t i = 0; i < items->count; i++) {
        const bs_item *item = &items->items[i];
        if (item->to.year > 0 || item->to.month > 0 || item->to.day > 0) return false;
        if (item->kind == BS_KIND_PERCENT || item->kind == BS_KIND_CURRENCY) return false;
        years += item->kind == BS_KIND_YEAR;
        if (item->kind == BS_KIND_YEAR) year = item->from.year;
        if (item->kind != BS_KIND_DATE) continue;
        if (item->from.month == 0 || item->from.day == 0) return false;
        *out = item->from;
        days++;
    }
    if (days != 1 || years > 1) return false;
    if (out->year == 0) out->year = year;
    return out->year > 0;
}

bool bs__issue_date(bs_source *source, bs_arena *arena, const bs_block *block)
{
    enum { LINE_BYTES_MAX = 120, BLOCK_BYTES_MAX = 600 };
    if (block->kind == BS_BLOCK_TABLE || block->kind == BS_BLOCK_LIST_ITEM ||
        block->text.len > BLOCK_BYTES_MAX)
        return false;
    for (bs_str rest = block->text, line; bs_str_next(&rest, '\n', &line);) {
        bs_item_array items = {0};
        bs_when day;
        line = bs_str_trim(line);
        if (line.len > LINE_BYTES_MAX) continue;
        if (bs_scan(&items, arena, line, block->lang, NULL) != BS_OK) return false;
        if (!only_day(&items, &day) || !counts_issue(line, &items)) continue;
        return bs_when_period(&source->published, day, (bs_when){0}, 0, NULL) == BS_OK;
    }
    return false;
}
