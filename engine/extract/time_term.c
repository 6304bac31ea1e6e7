// SPDX-License-Identifier: GPL-3.0-or-later
// Heads that name a business term and say behind it, in a bracket, when that was: "当第2四半期連結
// 累計期間（自 2024年4月1日 至 2024年9月30日）", "제 56 기 반기 (2024.01.01 ~ 2024.06.30)",
// "本期金额（2024年1-6月）".
#include "engine/base/utf8.h"
#include "engine/core/period.h"
#include "engine/extract/phrase_table.h"

// Words that a name of a term is made of, a number between them; 1: they make none alone.
static const bs__phrase term_words[] = {
    P("前々", JA, 1),      P("前", JA, 1),       P("当", JA, 1),       P("第", JA, 1),
    P("期首", JA, 0),      P("期末", JA, 0),     P("期間", JA, 0),     P("期", JA | ZH, 0),
    P("末", JA | ZH, 1),   P("連結", JA, 1),     P("会計年度", JA, 0), P("事業年度", JA, 0),
    P("年度", JA | ZH, 0), P("四半期", JA, 0),   P("中間", JA, 0),     P("会計期間", JA, 0),
    P("累計期間", JA, 0),  P("会計", JA, 1),     P("累計", JA, 1),     P("半期", JA, 0),
    P("제", KO, 1),        P("기", KO, 0),       P("당", KO, 1),       P("전", KO, 1),
    P("전전", KO, 1),      P("반기", KO, 0),     P("분기", KO, 0),     P("말", KO, 1),
    P("초", KO, 1),        P("누적", KO, 1),     P("개월", KO, 0),     P("사업연도", KO, 0),
    P("회계연도", KO, 0),  P("연도", KO, 0),     P("当期", ZH, 0),     P("本期", ZH, 0),
    P("上期", ZH, 0),      P("本报告期", ZH, 0), P("报告期", ZH, 0),   P("上年", ZH, 1),
    P("本年", ZH, 1),      P("同期", ZH, 0),     P("期初", ZH, 0),     P("初", ZH, 1),
    P("半年度", ZH, 0),    P("季度", ZH, 0),     P("去年", ZH, 1),     P("金额", ZH, 1),
    P("余额", ZH, 1),      P("发生额", ZH, 1),   P("本", ZH, 1),       P("上", ZH, 1),
    P("数", ZH, 1),        P("Current", EN, 1),  P("Prior", EN, 1),    P("Previous", EN, 1),
    P("period", EN, 0),    P("year", EN, 0),     P("quarter", EN, 0),  P("term", EN, 0),
};

bool bs__is_term(bs_str text, bs_lang lang)
{
    bs__scan scan = {.text = text, .lang = lang};
    bool any = false;
    for (size_t at = bs_gap_skip(text, 0), len; at < text.len; at = bs_gap_skip(text, at)) {
        const bs__phrase *word = BS_PHRASE_AT(term_words, &scan, at);
        if (word != NULL) {
            any |= word->value == 0;
            at += word->text.len;
        } else if (bs_digit_at(text, at, &len) >= 0) {
            at += len;
        } else {
            return false;
        }
    }
    return any;
}

// The end of the last bracket of a text, and where it opens; false when the text does not end in
// one.
static bool last_bracket(bs_str text, size_t *open, bs_str *inside)
{
    static const bs_str pairs[][2] = {{BS_STR_INIT("("), BS_STR_INIT(")")},
                                      {BS_STR_INIT("（"), BS_STR_INIT("）")}};
    for (size_t i = 0; i < BS_COUNT(pairs); i++) {
        if (!bs_str_ends(text, pairs[i][1])) continue;
        *open = bs_str_find(text, pairs[i][0], 0);
        if (*open == SIZE_MAX || *open == 0) continue;
        *inside = bs_str_slice(text, *open + pairs[i][0].len, text.len - pairs[i][1].len);
        return true;
    }
    return false;
}

// "自 2024年4月1日 至 2024年9月30日".
static bool from_to(bs_time_text *out, bs_str text, bs_lang lang)
{
    static const bs_str front = BS_STR_INIT("自"), joint = BS_STR_INIT("至");
    text = bs_str_trim(text);
    size_t at = bs_str_starts(text, front) ? bs_str_find(text, joint, 0) : SIZE_MAX;
    bs_time_text last;
    if (at == SIZE_MAX || !bs_scan_time(out, bs_str_slice(text, front.len, at), lang) ||
        !bs_scan_time(&last, bs_str_slice(text, at + joint.len, text.len), lang))
        return false;
    out->to = last.from;
    return out->from.day > 0 && out->to.day > 0;
}

// Days from the first of a month to the last of one are months, those of a whole year the year.
static void whole_months(bs_when *from, bs_when *to)
{
    bs_period month;
    if (from->day != 1 || to->day < 28) return;
    if (to->year == 0) to->year = from->year;
    if (bs_period_month(&month, to->year, to->month, NULL) != BS_OK) return;
    if (bs_period_end(month).day != to->day) return;
    from->day = to->day = 0;
    bool year = bs__is_calendar_year(from, to);
    if (year || (from->year == to->year && from->month == to->month)) {
        if (year) from->month = 0;
        *to = (bs_when){0};
    }
}

// "（自 2024年4月1日 至 2024年9月30日）" without the name of a term in front of it.
static bool bare_term(bs_time_text *out, bs_str text, bs_lang lang)
{
    static const bs_str pairs[][2] = {{BS_STR_INIT("("), BS_STR_INIT(")")},
                                      {BS_STR_INIT("（"), BS_STR_INIT("）")}};
    if (lang != BS_LANG_JA) return false;
    for (size_t i = 0; i < BS_COUNT(pairs); i++) {
        if (bs_str_starts(text, pairs[i][0]) && bs_str_ends(text, pairs[i][1]))
            text = bs_str_slice(text, pairs[i][0].len, text.len - pairs[i][1].len);
    }
    *out = (bs_time_text){.status = BS_STATUS_ACTUAL};
    if (!from_to(out, text, lang)) return false;
    whole_months(&out->from, &out->to);
    return true;
}

bool bs__term_time(bs_time_text *out, bs_str text, bs_lang lang)
{
    if (bare_term(out, text, lang)) return true;
    size_t open;
    bs_str inside;
    bs_time_text found = {.status = BS_STATUS_ACTUAL};
    if (!last_bracket(text, &open, &inside) || !bs__is_term(bs_str_slice(text, 0, open), lang))
        return false;
    if (!from_to(&found, inside, lang) && !bs_scan_time(&found, inside, lang)) return false;
    whole_months(&found.from, &found.to);
    *out = found;
    return true;
}
