// SPDX-License-Identifier: GPL-3.0-or-later
// What a caption or heading is without its marks, its unit and what says that it goes on.
#include "engine/base/entity.h"
#include "engine/base/utf8.h"
#include "engine/extract/extract_internal.h"
#include "engine/extract/grid.h"
#include "engine/extract/words.h"

// Title marks around a caption: 〈...〉, <...>, [...], 《...》, ** **.
static bs_str strip_brackets(bs_str text)
{
    static const bs_str pairs[][2] = {
        {BS_STR_INIT("〈"), BS_STR_INIT("〉")}, {BS_STR_INIT("<"), BS_STR_INIT(">")},
        {BS_STR_INIT("["), BS_STR_INIT("]")},   {BS_STR_INIT("《"), BS_STR_INIT("》")},
        {BS_STR_INIT("「"), BS_STR_INIT("」")}, {BS_STR_INIT("【"), BS_STR_INIT("】")},
        {BS_STR_INIT("**"), BS_STR_INIT("**")}, {BS_STR_INIT("＜"), BS_STR_INIT("＞")}};
    text = bs_str_trim(text);
    // The first bytes of all of them, and of few headings.
    if (text.len == 0 || memchr("<[*\xE3\xEF", text.ptr[0], 5) == NULL) return text;
    for (size_t i = 0; i < BS_COUNT(pairs); i++) {
        bs_str open = pairs[i][0], close = pairs[i][1];
        bool both = text.len > open.len + close.len && bs_str_starts(text, open) &&
                    bs_str_ends(text, close);
        if (both) return bs_str_trim(bs_str_slice(text, open.len, text.len - close.len));
    }
    return text;
}

// "Table 8. Enrolment (continued)": the name of a table on its next page is that of the first.
static bs_str without_continuation(bs_str text)
{
    static const bs_str marks[] = {
        BS_STR_INIT("(continued)"), BS_STR_INIT("(Continued)"), BS_STR_INIT("(CONTINUED)"),
        BS_STR_INIT(", continued"), BS_STR_INIT("- continued"), BS_STR_INIT("– continued"),
        BS_STR_INIT("— continued"), BS_STR_INIT("— Continued"), BS_STR_INIT("(cont'd)"),
        BS_STR_INIT("(contd.)"),    BS_STR_INIT("(cont.)"),     BS_STR_INIT("(계속)"),
        BS_STR_INIT("（계속）"),    BS_STR_INIT("<계속>"),      BS_STR_INIT("（続き）"),
        BS_STR_INIT("(続き)"),      BS_STR_INIT("（つづき）"),  BS_STR_INIT("（続）"),
        BS_STR_INIT("(続)"),        BS_STR_INIT("（续）"),      BS_STR_INIT("(续)"),
        BS_STR_INIT("（续表）"),    BS_STR_INIT("(续表)"),      BS_STR_INIT("（續）"),
        BS_STR_INIT("(續)")};
    text = bs_str_trim(text);
    if (!bs_list_ends(text, ")|）|>|d")) return text; // as all of them do
    for (size_t i = 0; i < BS_COUNT(marks); i++) {
        if (text.len > marks[i].len && bs_str_ends(text, marks[i]))
            return bs_str_trim(bs_str_slice(text, 0, text.len - marks[i].len));
    }
    return text;
}

// "<표 4> 어업생산", "[그림 2] ...": the number of a table is no part of its name.
static bs_str without_table_number(bs_str text)
{
    static const bs_str pairs[][2] = {{BS_STR_INIT("<"), BS_STR_INIT(">")},
                                      {BS_STR_INIT("["), BS_STR_INIT("]")},
                                      {BS_STR_INIT("〈"), BS_STR_INIT("〉")}};
    static const char words[] = "표|그림|도표|table|Table|TABLE|Figure|Chart|表|图|図|圖";
    for (size_t i = 0; i < BS_COUNT(pairs); i++) {
        if (!bs_str_starts(text, pairs[i][0])) continue;
        size_t close = bs_str_find(text, pairs[i][1], 0);
        if (close == SIZE_MAX) continue;
        bs_str inside = bs_str_trim(bs_str_slice(text, pairs[i][0].len, close));
        bs_str rest = bs_str_trim(bs_str_slice(text, close + pairs[i][1].len, text.len));
        size_t number = inside.len;
        while (number > 0 && strchr("0123456789.- ", inside.ptr[number - 1]) != NULL)
            number--;
        bs_str word = bs_str_slice(inside, 0, number);
        bool only = bs_list_starts(word, words) && bs_list_ends(word, words);
        if (rest.len > 0 && number < inside.len && only) return rest;
    }
    return text;
}

// "3-4 分码头年末船只数" of yearbooks: what stands behind the number; the whole text where that is
// none, or a range ("10-12 岁").
static bs_str behind_bare_number(bs_str text)
{
    enum { PART_DIGITS_MAX = 2, PARTS_MIN = 2 };
    static const char counters[] =
        "岁|歳|세|월|月|년|年|일|日|시|時|时|분|分钟|分間|명|人|개|個|个|주";
    size_t at = 0, parts = 0;
    while (at < text.len) {
        size_t from = at;
        while (at < text.len && text.ptr[at] >= '0' && text.ptr[at] <= '9')
            at++;
        if (at == from || at - from > PART_DIGITS_MAX) return text;
        parts++;
        if (at == text.len || text.ptr[at] != '-') break;
        at++;
    }
    bs_str rest = bs_str_slice(text, at, text.len);
    bool apart = bs_list_starts(rest, " |　");
    rest = bs_str_trim(rest);
    bool name = rest.len > 0 && (unsigned char)rest.ptr[0] >= 0x80;
    return parts >= PARTS_MIN && apart && name && !bs_list_starts(rest, counters) ? rest : text;
}

// "1. Employed persons by industry": what stands behind the number of a table, in words.
static bs_str behind_stop(bs_str text)
{
    size_t at = 0;
    while (at < text.len && at < 2 && text.ptr[at] >= '0' && text.ptr[at] <= '9')
        at++;
    if (at == 0 || !bs_str_starts(bs_str_slice(text, at, text.len), BS_STR(". "))) return text;
    bs_str rest = bs_str_trim(bs_str_slice(text, at + 1, text.len));
    uint32_t first = bs_utf8_decode(rest, 0).code;
    return first > 0x7F || (first >= 'A' && first <= 'Z') ? rest : text;
}

// "Table 3.1 Energy use", "表4-2 主要年份", "第7表　労働時間": what stands behind the number.
bs_str bs__behind_table_number(bs_str text)
{
    static const bs_str words[] = {BS_STR_INIT("Table"),  BS_STR_INIT("TABLE"), BS_STR_INIT("표"),
                                   BS_STR_INIT("表"),     BS_STR_INIT("第"),    BS_STR_INIT("附表"),
                                   BS_STR_INIT("Figure"), BS_STR_INIT("図"),    BS_STR_INIT("图")};
    static const char marks[] = "0123456789.-";
    text = bs_str_trim(text);
    for (size_t i = 0; i < BS_COUNT(words); i++) {
        if (!bs_str_starts(text, words[i])) continue;
        size_t from = words[i].len + (text.len > words[i].len && text.ptr[words[i].len] == ' ');
        size_t at = from;
        while (at < text.len) {
            bs_rune rune = bs_utf8_decode(text, at);
            uint32_t code = bs_rune_fold_width(rune.code);
            if (code == 0 || code > 0x7F || strchr(marks, (int)code) == NULL) break;
            at += rune.len;
        }
        if (at == from) continue;
        bs_str rest = bs_str_slice(text, at, text.len);
        bool ordinal = bs_str_equal(words[i], BS_STR("第"));
        if (ordinal && !bs_list_starts(rest, "表|図")) continue;
        if (ordinal) rest = bs_str_slice(rest, strlen("表"), rest.len);
        bool apart = bs_list_starts(rest, " |:|：|　|、|\t");
        rest = bs_str_trim(rest);
        while (bs_list_starts(rest, ":|：|、"))
            rest = bs_str_trim(bs_str_slice(rest, bs_utf8_decode(rest, 0).len, rest.len));
        if (apart && rest.len > 0) return rest;
    }
    bs_str bare = behind_bare_number(text);
    return bare.len < text.len ? bare : behind_stop(text);
}

// References of HTML as what they stand for.
static bs_str without_references(bs_arena *arena, bs_str text)
{
    if (text.len == 0 || memchr(text.ptr, '&', text.len) == NULL) return text;
    bs_buffer plain = BS_BUFFER_INIT;
    for (size_t at = 0; at < text.len;) {
        bs_rune rune = bs_entity_at(text, at);
        char bytes[4];
        if (rune.len > 0)
            bs_buffer_add(&plain, (bs_str){bytes, bs_utf8_encode(rune.code, bytes)});
        else
            bs_buffer_add_char(&plain, text.ptr[at]);
        at += rune.len > 0 ? rune.len : 1;
    }
    bs_str out = bs_arena_str(arena, bs_buffer_str(&plain));
    bs_buffer_deinit(&plain);
    return out.ptr != NULL ? out : text;
}

// "by region (£ million) and annual change": a unit in brackets among the words goes as well.
static bs_str without_inner_unit(bs_arena *arena, bs_str text, bs_lang lang)
{
    bs_unit_text unit;
    bool inner = bs_scan_unit(&unit, arena, text, lang) && unit.start > 0 && unit.end < text.len &&
                 bs_list_ends(bs_str_slice(text, 0, unit.end), ")|）");
    if (!inner) return text;
    bs_str front = bs_str_trim(bs_str_slice(text, 0, unit.start));
    bs_str rest = bs_str_slice(text, unit.end, text.len);
    bs_str out = bs_arena_join(arena, front, "", rest);
    return out.ptr != NULL ? out : text;
}

bs_str bs__clean_caption(bs__job *job, bs_str text, bs_lang lang)
{
    text = strip_brackets(text);
    size_t newline = bs_str_find(text, BS_STR("\n"), 0);
    text = bs_str_trim(bs_str_slice(text, 0, newline));
    text = without_table_number(without_references(job->arena, text));
    text = strip_brackets(text);
    bs_unit_text unit;
    if (bs_scan_unit(&unit, job->arena, text, lang) && unit.start > 0 && unit.end == text.len) {
        text = without_inner_unit(job->arena, bs_str_trim(bs_str_slice(text, 0, unit.start)), lang);
    }
    text = without_continuation(bs__behind_table_number(text));
    return bs__without_spacing(job->arena, text);
}
