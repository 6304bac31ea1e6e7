// SPDX-License-Identifier: GPL-3.0-or-later
// The day of a paper at the end of a line: of its head in English ("Food price monitor, 6 June
// 2025"), and of its last one in any language.
#include "engine/extract/extract_internal.h"
#include "engine/extract/words.h"

// The last day of a month, and the first, are those that figures are of: "Assets, 30 June 2025".
static bool is_day_of_figures(bs_period day)
{
    bs_period next = {day.frequency, day.first + 1, day.last + 1};
    return bs_period_start(day).day == 1 || bs_period_start(next).day == 1;
}

// Does what stands in front of the date set it apart, and not say what is of it: "as of,"?
static bool sets_apart(bs_str before)
{
    static const char marks[] = ",| -| –| —|(|/|[";
    static const char figures[] = " as of| as at| at| ended| ending| to| until| through| from";
    if (!bs_list_ends(before, marks)) return false;
    bs_str front = bs_str_trim(bs_str_slice(before, 0, before.len - 1));
    return front.len > 1 && !bs_list_ends(front, figures);
}

static bool closes_line(bs_period *out, bs_arena *arena, bs_str line)
{
    bs_item_array items = {0};
    if (bs_scan(&items, arena, line, BS_LANG_EN, NULL) != BS_OK || items.count == 0) return false;
    const bs_item *last = &items.items[items.count - 1];
    bool day = last->kind == BS_KIND_DATE && last->from.year > 0 && last->from.month > 0 &&
               last->from.day > 0 && last->to.day == 0 && last->to.month == 0;
    bs_str behind = bs_str_trim(bs_str_slice(line, last->end, line.len));
    bool ends =
        behind.len == 0 || bs_str_equal(behind, BS_STR(")")) || bs_str_equal(behind, BS_STR("]"));
    return day && ends && sets_apart(bs_str_trim(bs_str_slice(line, 0, last->start))) &&
           bs_when_period(out, last->from, last->to, 0, NULL) == BS_OK && !is_day_of_figures(*out);
}

bool bs__closing_date(bs_source *source, bs_arena *arena, const bs_block *block)
{
    enum { LINE_BYTES_MAX = 96, BLOCK_BYTES_MAX = 400 };
    if (block->lang != BS_LANG_EN || block->kind == BS_BLOCK_TABLE ||
        block->kind == BS_BLOCK_LIST_ITEM || block->text.len > BLOCK_BYTES_MAX)
        return false;
    for (bs_str rest = block->text, line; bs_str_next(&rest, '\n', &line);) {
        line = bs_str_trim(line);
        bs_period day;
        if (line.len > LINE_BYTES_MAX || !closes_line(&day, arena, line)) continue;
        source->published = day;
        return true;
    }
    return false;
}

// The only number of the line, behind which nothing stands: a day.
static bool ends_in_day(bs_period *out, bs_arena *arena, bs_str line, bs_lang lang)
{
    bs_item_array items = {0};
    if (bs_scan(&items, arena, line, lang, NULL) != BS_OK || items.count != 1) return false;
    const bs_item *day = &items.items[0];
    bool whole = day->from.year > 0 && day->from.month > 0 && day->from.day > 0 &&
                 day->to.day == 0 && day->to.month == 0;
    bs_str behind = bs_str_trim(bs_str_slice(line, day->end, line.len));
    return whole && (behind.len == 0 || bs_list_ends(behind, ")|）|]|】")) && behind.len < 4 &&
           bs_when_period(out, day->from, day->to, 0, NULL) == BS_OK;
}

// "「日報」2023年1月28日", "某局 2024年2月1日", "Updated: June 6, 2022": the line that a paper ends
// in says when it came out, unless it names a source, what comes next, or the day of the figures.
bool bs__signing_date(bs_source *source, bs_arena *arena, const bs_block *block)
{
    enum { LINE_BYTES_MAX = 96 };
    static const char others[] =
        "자료|출처|참고|주|※|*|다음|문의|来源|资料|資料|注|下次|出典|次回|問い合わせ|Source|source|"
        "Note|Next|next|Ref|See |Retrieved|Accessed";
    static const char figures[] =
        "as of|as at|as "
        "on|ended|ending|until|through|to|from|since|by|기준|현재|까지|부터|截至|截止|至|"
        "自|现在|現在|基準|まで|から|施行|시행";
    if (block->kind != BS_BLOCK_PARAGRAPH && block->kind != BS_BLOCK_HEADING) return false;
    bs_str line = bs_str_trim(bs_str_behind_last(bs_str_trim(block->text), "\n"));
    bs_period day;
    if (line.len > LINE_BYTES_MAX || bs_list_starts(line, others)) return false;
    if (!ends_in_day(&day, arena, line, block->lang) || is_day_of_figures(day)) return false;
    if (bs_str_has_any(line, figures)) return false;
    source->published = day;
    return true;
}

// "博彩监察协调局2025年12月1日公布，11月…": the day at the front of a Chinese
// paragraph on which it says that it is told.
bool bs__announced_in_chinese(bs_source *source, bs_arena *arena, const bs_block *block)
{
    enum { FRONT_BYTES_MAX = 60, REACH_BYTES_MAX = 160 };
    static const char told[] =
        "公布|公佈|发布|發布|發佈|发表|發表|披露|宣布|宣佈|公告|表示|指出|通报";
    bs_item_array items = {0};
    bs_period day;
    if (block->lang != BS_LANG_ZH || block->kind != BS_BLOCK_PARAGRAPH) return false;
    bs_str front = bs_str_slice(block->text, 0, REACH_BYTES_MAX);
    size_t stop = bs_str_find(front, BS_STR("，"), 0);
    if (stop == SIZE_MAX) stop = front.len == block->text.len ? front.len : 0;
    bs_str text = bs_str_slice(front, 0, stop);
    if (text.len == 0 || bs_scan(&items, arena, text, block->lang, NULL) != BS_OK) return false;
    const bs_item *item = items.count > 0 ? &items.items[0] : NULL;
    bool alone = item != NULL && item->from.year > 0 && item->from.day > 0 && item->to.day == 0 &&
                 item->start <= FRONT_BYTES_MAX;
    bs_str behind = alone ? bs_str_slice(text, item->end, text.len) : (bs_str){0};
    // "2026年1月18日在市人民代表大会会议上": a speech.
    bool speech = bs_list_starts(behind, "在") && bs_list_ends(text, "会议上|大会上|会上");
    bool news = bs_list_starts(behind, told) &&
                !bs_list_starts(bs_str_slice(behind, strlen("公布"), behind.len), "的|之");
    if (!speech && !news) return false;
    if (bs_when_period(&day, item->from, item->to, 0, NULL) != BS_OK) return false;
    source->published = day;
    return true;
}
