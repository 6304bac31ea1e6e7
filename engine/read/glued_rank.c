// SPDX-License-Identifier: GPL-3.0-or-later
// Lists whose ranks are glued to the names: "1大阪府1,171,700" above "2東京都1,135,640".
#include "engine/read/text_internal.h"

enum { RANK_DIGITS_MAX = 3 };

// Times, counters and scales, which a number in front counts: "1月120", "2人30".
static bool is_counted(bs_str text)
{
    static const char counters[] = "月日年期時分秒位号號回次番件人名社校台個本枚戸世万億兆千百十"
                                   "円元歳級類章節条項款目部階丁割倍度週季半泊便隻頭羽匹冊食杯票";
    return bs_line__is_in(bs_utf8_decode(text, 0).code, counters) &&
           !bs_str_starts(text, BS_STR("千葉"));
}

// The rank that ideographs follow, in a line that ends in a figure; 0 for any other line.
static unsigned rank_of(const bs_text_reader *reader, uint32_t at, size_t *len)
{
    if (at >= reader->line_count) return 0;
    bs_str line = reader->lines[at].text;
    unsigned rank = 0;
    *len = 0;
    if (line.len == 0 || line.ptr[line.len - 1] < '0' || line.ptr[line.len - 1] > '9') return 0;
    for (; *len < line.len && line.ptr[*len] >= '0' && line.ptr[*len] <= '9'; (*len)++) {
        if (*len == RANK_DIGITS_MAX) return 0;
        rank = rank * 10 + (unsigned)(line.ptr[*len] - '0');
    }
    bool short_one = *len > 0 && line.ptr[0] != '0';
    bs_str name = bs_str_slice(line, *len, line.len);
    bool named = bs_rune_is_han(bs_utf8_decode(name, 0).code) && !is_counted(name);
    return short_one && named ? rank : 0;
}

bs_status bs_rank__read_glued(bs_text_reader *reader, uint32_t at, uint32_t *next)
{
    size_t len, other;
    char first = reader->lines[at].text.ptr[0];
    if (first < '1' || first > '9') return BS_OK;
    unsigned rank = rank_of(reader, at, &len);
    if (rank == 0) return BS_OK;
    bool follows = at > 0 && rank_of(reader, at - 1, &other) + 1 == rank && rank > 1;
    bool leads = rank_of(reader, at + 1, &other) == rank + 1;
    if (!follows && !leads) return BS_OK;
    const bs_line *line = &reader->lines[at];
    *next = at + 1;
    reader->last_line = line->number;
    return bs_text__emit(reader, (bs_block){.kind = BS_BLOCK_LIST_ITEM,
                                            .level = 1,
                                            .line = line->number,
                                            .text = bs_str_slice(line->text, len, line->text.len)});
}
