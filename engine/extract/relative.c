// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/extract/relative.h"

#include "engine/base/utf8.h"

typedef struct relative_row {
    bs_lang_set langs;
    bs_frequency unit; // year or month
    int distance;
    const char *words; // separated by '|'
} relative_row;

static const relative_row rows[] = {
    {BS_IN(BS_LANG_KO), BS_FREQUENCY_ANNUAL, 0, "올해|금년|당해 연도"},
    {BS_IN(BS_LANG_KO), BS_FREQUENCY_ANNUAL, -1, "지난해|작년|전년도|전년|지난 해"},
    {BS_IN(BS_LANG_KO), BS_FREQUENCY_ANNUAL, -2, "재작년"},
    {BS_IN(BS_LANG_KO), BS_FREQUENCY_ANNUAL, 1, "내년|이듬해"},
    {BS_IN(BS_LANG_KO), BS_FREQUENCY_MONTH, 0, "이달|이번 달|당월|금월"},
    {BS_IN(BS_LANG_KO), BS_FREQUENCY_MONTH, -1, "지난달|지난 달|전월"},
    {BS_IN(BS_LANG_ZH), BS_FREQUENCY_ANNUAL, 0, "今年|本年"},
    {BS_IN(BS_LANG_ZH), BS_FREQUENCY_ANNUAL, -1, "去年|上年"},
    {BS_IN(BS_LANG_ZH), BS_FREQUENCY_ANNUAL, 1, "明年"},
    {BS_IN(BS_LANG_ZH), BS_FREQUENCY_MONTH, 0, "本月|当月"},
    {BS_IN(BS_LANG_ZH), BS_FREQUENCY_MONTH, -1, "上月|上个月"},
    {BS_IN(BS_LANG_JA), BS_FREQUENCY_ANNUAL, 0, "今年|本年"},
    {BS_IN(BS_LANG_JA), BS_FREQUENCY_ANNUAL, -1, "昨年|前年"},
    {BS_IN(BS_LANG_JA), BS_FREQUENCY_ANNUAL, 1, "来年|翌年"},
    {BS_IN(BS_LANG_JA), BS_FREQUENCY_MONTH, 0, "今月|当月"},
    {BS_IN(BS_LANG_JA), BS_FREQUENCY_MONTH, -1, "先月|前月"},
    {BS_IN(BS_LANG_EN), BS_FREQUENCY_ANNUAL, 0, "this year"},
    {BS_IN(BS_LANG_EN), BS_FREQUENCY_ANNUAL, -1,
     "last year|the previous year|a year earlier|a year ago"},
    {BS_IN(BS_LANG_EN), BS_FREQUENCY_ANNUAL, 1, "next year"},
    {BS_IN(BS_LANG_EN), BS_FREQUENCY_MONTH, 0, "this month"},
    {BS_IN(BS_LANG_EN), BS_FREQUENCY_MONTH, -1, "last month|the previous month"},
};

// Behind or before these a relative time is what something is compared with.
static const char bases_behind[] =
    "대비|보다|동기|동월|동일|비 |수준|에 비해|와 비교|같은|同期|同月|同比|比|より|"
    "に比べ|を上回|を下回|に対|度比|水平|並み";
static const char bases_before[] =
    "比|较|比去|比上|from|than|over|against|compared with|compared to|"
    "versus|on|of|since|을 |를 ";

static bool starts_any(bs_str text, const char *words)
{
    bs_str rest = bs_str_from(words), word;
    while (bs_str_next(&rest, '|', &word)) {
        if (bs_str_starts(text, word)) return true;
    }
    return false;
}

static bool ends_any(bs_str text, const char *words)
{
    bs_str rest = bs_str_from(words), word;
    while (bs_str_next(&rest, '|', &word)) {
        if (bs_str_ends(text, word)) return true;
    }
    return false;
}

static bool is_base(bs_str text, size_t start, size_t end)
{
    bs_str after = bs_str_trim(bs_str_slice(text, end, text.len));
    bs_str before = bs_str_trim(bs_str_slice(text, 0, start));
    return starts_any(after, bases_behind) || ends_any(before, bases_before);
}

// Bytes of the longest word of `row` at `at`; 0 when none stands there.
static size_t match_at(const relative_row *row, bs_str text, size_t at)
{
    bs_str rest = bs_str_from(row->words), word, here = bs_str_slice(text, at, text.len);
    size_t best = 0;
    while (bs_str_next(&rest, '|', &word)) {
        if (word.len > here.len || word.len <= best) continue;
        if (bs_str_equal_nocase(bs_str_slice(here, 0, word.len), word)) best = word.len;
    }
    return best;
}

static bool resolve(bs_period *out, const relative_row *row, bs_period from)
{
    bs_date day = bs_period_end(from);
    bs_status status = row->unit == BS_FREQUENCY_ANNUAL
                           ? bs_period_year(out, day.year, NULL)
                           : bs_period_month(out, day.year, day.month, NULL);
    if (status == BS_OK) *out = bs_period_offset(*out, row->distance);
    return status == BS_OK;
}

bs_status bs__find_relative(bs__mention_array *out, bs_arena *arena, bs_str text, bs_lang lang,
                            bs_period from, bs_error *err)
{
    if (bs_period_is_none(from)) return BS_OK;
    for (size_t at = 0; at < text.len;) {
        const relative_row *best_row = NULL;
        size_t best = 0;
        for (size_t i = 0; i < BS_COUNT(rows); i++) {
            size_t len = bs_lang_in(lang, rows[i].langs) ? match_at(&rows[i], text, at) : 0;
            if (len > best) best = len, best_row = &rows[i];
        }
        bs_period period;
        if (best > 0 && !is_base(text, at, at + best) && resolve(&period, best_row, from)) {
            bs__mention *mention = BS_PUSH(arena, out);
            if (mention == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
            *mention = (bs__mention){at, at + best, period};
        }
        at += best > 0 ? best : bs_utf8_decode(text, at).len;
    }
    return BS_OK;
}
