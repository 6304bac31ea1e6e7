// SPDX-License-Identifier: GPL-3.0-or-later
// The time that a document is about, as its title or the lines of its head tell it.
#include "engine/extract/extract_internal.h"
#include "engine/extract/moment_internal.h"
#include "engine/extract/words.h"

enum {
    HEAD_LINES = 6,       // lines above the text that may say which time it is about
    HEAD_BYTES_MAX = 120, // of one of them
};

bool bs__is_dispatch(bs_str text)
{
    static const char words[] =
        "embargo|EMBARGO|Embargo|Release date|RELEASE|For release|for release|"
        "Next release|보도 일시|보도일시|배포|엠바고|公表日|報道解禁|发布时间|发布日期";
    return bs_str_has_any(text, words);
}

// "2025.6월|7월|8월", "2024년 11·12·1월": the last month of the list that item `index`, of
// `period`, begins.
static bs_period last_of_months(bs_str line, const bs_item_array *items, size_t index,
                                bs_period period)
{
    for (size_t i = index + 1; i < items->count; i++) {
        const bs_item *item = &items->items[i], *before = item - 1;
        bs_str gap = bs_str_trim(bs_str_slice(line, before->end, item->start));
        bool joined = bs_str_equal(gap, BS_STR("|")) ||
                      (gap.len <= strlen("·") && bs_list_starts(gap, "/|·|,|、"));
        bool month = item->from.month > 0 && item->from.year == 0 && item->from.day == 0;
        if (!joined || !month || period.frequency != BS_FREQUENCY_MONTH) break;
        int year = bs_period_year_of(period) + (item->from.month < before->from.month);
        bs_period next;
        if (bs_when_period(&next, item->from, item->to, year, NULL) != BS_OK) break;
        period = next;
    }
    return period;
}

// The years of a plan that go on when the document is out.
static bool is_plan(const bs__job *job, const bs_item *item)
{
    int now = bs_period_year_of(job->source->published);
    return now > 0 && item->to.year > now && item->from.month == 0 && item->to.month == 0;
}

// "영업이익 2018년 이후 최대": does the text behind a time make a base of it?
static bool is_base(bs_str after)
{
    static const char words[] =
        "이후|이래|보다|대비|에 비해|과 비교|와 비교|以来|以降|以後|より|比";
    return bs_list_starts(bs_str_trim(after), words) || bs__starts_with_since(bs_str_trim(after));
}

// "Profit up 27% to £988m (H1 2016: £777m)", "Sales compared with May 2016": when another value
// was.
static bool is_of_base(bs_str before, bs_str after)
{
    static const char fronts[] = " compared with| compared to| versus| vs| vs.| than| against|"
                                 " from| up from| down from";
    bool aside = bs_list_ends(before, "(|（") && bs_list_starts(after, ":|：");
    return aside || bs_list_ends(before, fronts);
}

// "到2026年风电占比达到28%", "2025년까지 10곳 육성", "Ten ports by 2030": the year until which
// something is to be done is that of its own number.
static bool is_deadline(bs_str before, bs_str after, const bs_item *item)
{
    bool year = item->kind == BS_KIND_YEAR && item->to.year == 0;
    return year &&
           (bs_list_ends(before, "到|至| by| By|By| until|By the end of| by the end of") ||
            bs_list_starts(after, "까지|년까지|までに|までの|末까지|말까지|末までに|年までに"));
}

// The first time with a year in a line of the head, other than the date of the document itself.
static bs_status time_in_line(bs__job *job, bs_str line, bs_lang lang, bool title)
{
    bs_item_array items = {0};
    BS_TRY(bs_scan(&items, job->arena, line, lang, job->err));
    for (size_t i = 0; i < items.count; i++) {
        const bs_item *item = &items.items[i];
        bs_period period;
        bool near = bs__period_near(&period, item, job->source->published);
        if (item->from.year == 0 && !near) continue;
        if (!title && is_plan(job, item)) continue;
        // "11月出荷分から値上げ", "4月に統合": when something begins or is done.
        static const char begins[] =
            "から|より|に|以降|末に|末まで|まで|出荷分|納入分|契約分|受注分|"
            "発売|開業|施行|めど|をめど|をメド";
        bool begun = lang == BS_LANG_JA && item->from.year == 0 &&
                     bs_list_starts(bs_str_slice(line, item->end, line.len), begins);
        if (begun || bs__bases_index(line, item)) continue;
        bs_str front = bs_str_trim(bs_str_slice(line, 0, item->start));
        bs_str after = bs_str_slice(line, item->end, line.len);
        if (is_base(after) || is_of_base(front, bs_str_trim(after))) continue;
        if (is_deadline(front, bs_str_trim(after), item)) continue;
        // "Participation since 2000" is about what has come since.
        if (bs_list_ends(bs_str_trim(bs_str_slice(line, 0, item->start)),
                         " since| since the| since its| after the| before the"))
            continue;
        if (!near && !bs__business_part(&period, job, item) &&
            bs_when_period(&period, item->from, item->to, 0, NULL) != BS_OK)
            continue;
        if (bs_period_equal(period, job->source->published)) continue;
        bs_str behind = bs_str_slice(line, item->end, line.len);
        // "3분기 누적 순이익": since January.
        if (bs_list_starts(behind, " 누적| 누계|누적|누계|까지 누"))
            period = bs__since_january(period);
        job->start.period = last_of_months(line, &items, i, period);
        job->start.period_stated = true;
        job->start.reported = job->start.period;
        job->start.pinned = title && !bs__is_issue(line, job->start.period, job->source->published);
        job->fiscal = item->from.fiscal;
        return BS_OK;
    }
    return BS_OK;
}

bool bs__is_sentence(bs_str line)
{
    static const char ends[] = ".|。|다|った|した|である";
    return bs_list_ends(line, ends);
}

// A line of the head is short and no sentence, and no item of a list.
static bool is_head_line(const bs_block *block, bs_str line)
{
    return block->kind != BS_BLOCK_TABLE && block->kind != BS_BLOCK_LIST_ITEM &&
           line.len <= HEAD_BYTES_MAX && !bs__is_sentence(line);
}

// "2024년 통계 (2025. 11. 28. 배포)": the title without the parenthesis that says when it came out.
static bs_str without_issue(bs_str title)
{
    bs_str last = bs_str_behind_last(title, "(|（");
    bool issue = last.len < title.len && bs_list_ends(last, ")|）") && bs__is_dispatch(last);
    return issue ? bs_str_trim(bs_str_slice(title, 0, title.len - last.len - 1)) : title;
}

// A time in the title of the document holds wherever no other is said; where the title names none,
// one in the lines of its head, before the first sentence: "平成21年9月分荷役統計の概要".
bs_status bs__read_title(bs__job *job)
{
    const bs_block_array *blocks = &job->out->document->blocks;
    bs_str title = without_issue(job->source->title);
    if (!bs__is_sentence(title) && !bs__is_dispatch(title))
        BS_TRY(time_in_line(job, title, job->source->lang, true));
    size_t line_count = 0;
    for (size_t i = 0; i < blocks->count && !job->start.period_stated; i++) {
        const bs_block *block = &blocks->items[i];
        if (bs__is_sentence(bs_str_trim(block->text))) return BS_OK; // in lines that were wrapped
        for (bs_str rest = block->text, line; bs_str_next(&rest, '\n', &line);) {
            line = bs_str_trim(line);
            if (line_count++ >= HEAD_LINES) return BS_OK;
            if (bs__is_dispatch(line)) continue;
            if (!is_head_line(block, line)) return BS_OK;
            BS_TRY(time_in_line(job, line, job->source->lang, false));
            if (job->start.period_stated) return BS_OK;
        }
    }
    return BS_OK;
}
