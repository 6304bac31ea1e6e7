// SPDX-License-Identifier: GPL-3.0-or-later
// The title of a document: its first line that is none of a letterhead, and no sentence.
#include "engine/extract/extract_internal.h"
#include "engine/extract/scan.h"
#include "engine/extract/words.h"

enum { TITLE_BYTES_MAX = 300 };

// A line that says what kind of paper this is, or when and by whom, is not its title.
static bool is_letterhead(bs_str line)
{
    static const char *const kinds[] = {"보도자료",      "보도참고자료", "보도 자료",
                                        "新闻稿",        "新闻发布",     "报道",
                                        "報道発表",      "報道発表資料", "プレスリリース",
                                        "press release", "news release", "for immediate release"};
    for (size_t i = 0; i < BS_COUNT(kinds); i++) {
        if (bs_str_equal_nocase(line, bs_str_from(kinds[i]))) return true;
    }
    // "과학기술정보통신부 보도자료": behind the name of the body.
    if (bs_list_ends(line, " 보도자료| 보도참고자료| 보도설명자료| 보도 자료")) return true;
    bs_str rest = line, piece;
    return bs__next_piece(&rest, &piece) &&
           (bs_word_is(piece, BS_MEANS_PUBLISHED) || bs_word_is(piece, BS_MEANS_PUBLISHER));
}

// "平成26年5月21日", "October 5, 2017": the line that dates a paper.
static bool is_day(bs_str line, bs_lang lang)
{
    bs_time_text time;
    return bs_scan_time(&time, line, lang) && time.from.day > 0;
}

// A sentence of the text: that of a paper without a title.
static bool is_prose(bs_str line)
{
    enum { BLANKS_MIN = 5 };
    if (bs_list_ends(line, "。|다.")) return true;
    size_t blanks = 0;
    for (size_t i = 0; i < line.len; i++)
        blanks += line.ptr[i] == ' ';
    return bs_list_ends(line, ".") && blanks >= BLANKS_MIN;
}

// "（単位：百万円）": a line above a table.
static bool is_unit(bs_str line, bs_arena *arena, bs_lang lang)
{
    bs_unit_text unit;
    return bs_list_starts(line, "(|（|[|〔|<|【") && bs_scan_unit(&unit, arena, line, lang) &&
           unit.start == 0 && unit.end == line.len;
}

void bs__find_title(bs_source *source, bs_arena *arena, const bs_document *document)
{
    for (size_t i = 0; i < document->blocks.count && source->title.len == 0; i++) {
        const bs_block *block = &document->blocks.items[i];
        if (block->kind == BS_BLOCK_TABLE || block->text.len == 0) continue;
        if (is_prose(bs_str_trim(block->text))) return;
        size_t end = bs_str_find(block->text, BS_STR("\n"), 0);
        bs_str line = bs_str_trim(bs_str_slice(block->text, 0, end));
        if (line.len > TITLE_BYTES_MAX || is_letterhead(line)) continue;
        if (is_day(line, source->lang) || is_unit(line, arena, source->lang)) continue;
        source->title = line;
    }
}
