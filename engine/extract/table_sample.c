// SPDX-License-Identifier: GPL-3.0-or-later
// What surveys print among their results: how many were asked, mean scores, and in brackets beside
// each result how far it may be off.
#include "engine/base/utf8.h"
#include "engine/extract/numeral.h"
#include "engine/extract/table_internal.h"
#include "engine/extract/words.h"

// "평균(5점)", "Mean (out of 5 points)": by how many points a score is given.
static bool is_out_of_points(bs_str label)
{
    static const char points[] = "점|点|분|分|points|Points";
    bs_str inside = label;
    size_t len;
    bool digit = false;
    if (!bs_list_ends(label, ")|）")) return false;
    inside.len -= bs_utf8_decode_before(label, label.len).len;
    if (!bs_list_ends(inside, points) && !bs_list_ends(inside, "만점|満点|满分")) return false;
    for (size_t at = inside.len;
         at-- > 0 && !digit && !bs_list_starts(bs_str_slice(label, at, label.len), "(|（");)
        digit = bs_digit_at(label, at, &len) >= 0;
    return digit;
}

bool bs__names_sample(bs_str label)
{
    static const char starts[] = "Unweighted base|unweighted base|Weighted base|weighted base|"
                                 "Sample size|sample size|Number of respond|Mean score|"
                                 "Average score|사례수|표본수|표본 수|응답자수|응답자 수|样本量|"
                                 "样本数|標本数|回答者数|回答数|サンプル数|有効回答数";
    static const bs_str wholes[] = {BS_STR_INIT("base"), BS_STR_INIT("n"), BS_STR_INIT("n="),
                                    BS_STR_INIT("base n")};
    static const char ends[] = " score| Score|평점|평균점수|평균 점수|得分|评分|評点|平均点";
    const char *open = label.len > 0 ? memchr(label.ptr, '(', label.len) : NULL;
    bs_str name =
        bs_str_trim(open > label.ptr ? bs_str_slice(label, 0, (size_t)(open - label.ptr)) : label);
    if (is_out_of_points(bs_str_trim(label))) return true;
    for (size_t i = 0; i < BS_COUNT(wholes); i++) {
        if (bs_str_equal_nocase(name, wholes[i])) return true;
    }
    return bs_list_starts(name, starts) || bs_list_ends(name, ends);
}

static const struct {
    bs_str text;
    bool relative; // in percent of the result, whatever that is in
} errors[] = {
    {BS_STR_INIT("relative standard error"), true},
    {BS_STR_INIT("coefficients of variation"), true},
    {BS_STR_INIT("coefficient of variation"), true},
    {BS_STR_INIT("standard error"), false},
    {BS_STR_INIT("standard deviation"), false},
    {BS_STR_INIT("margin of error"), false},
    {BS_STR_INIT("margins of error"), false},
    {BS_STR_INIT("상대표준오차"), true},
    {BS_STR_INIT("변동계수"), true},
    {BS_STR_INIT("표준오차"), false},
    {BS_STR_INIT("표준편차"), false},
    {BS_STR_INIT("標準誤差率"), true},
    {BS_STR_INIT("変動係数"), true},
    {BS_STR_INIT("標準誤差"), false},
    {BS_STR_INIT("標準偏差"), false},
    {BS_STR_INIT("变异系数"), true},
    {BS_STR_INIT("标准误差"), false},
    {BS_STR_INIT("标准误"), false},
    {BS_STR_INIT("标准差"), false},
};

static size_t find_nocase(bs_str text, bs_str word)
{
    for (size_t at = 0; at + word.len <= text.len; at++) {
        if (bs_str_equal_nocase(bs_str_slice(text, at, at + word.len), word)) return at;
    }
    return SIZE_MAX;
}

static bool speaks_of_brackets(bs_str text)
{
    static const bs_str words[] = {
        BS_STR_INIT("bracket"),   BS_STR_INIT("parenthes"),  BS_STR_INIT("괄호"),
        BS_STR_INIT("括号"),      BS_STR_INIT("括弧"),       BS_STR_INIT("カッコ"),
        BS_STR_INIT("( )"),       BS_STR_INIT("()"),         BS_STR_INIT("（ ）"),
        BS_STR_INIT("（　）"),    BS_STR_INIT("（）"),       BS_STR_INIT("(표준오차"),
        BS_STR_INIT("(표준편차"), BS_STR_INIT("（標準誤差"), BS_STR_INIT("（标准误"),
    };
    BS_LEXICON(static, words_at, words, BS_LEXICON_FOLD);
    size_t at = 0;
    for (; (at = bs_lexicon_seek(&words_at, text, at, UINT32_MAX, false)) < text.len; at++) {
        for (size_t i = 0; i < BS_COUNT(words); i++) {
            bs_str here = bs_str_slice(text, at, at + words[i].len);
            if (bs_str_equal_nocase(here, words[i])) return true;
        }
    }
    return false;
}

// The row of `errors` that a text speaks of, and where; BS_COUNT(errors) for none.
static size_t find_error(bs_str text, size_t *at)
{
    size_t row = 0;
    if (!speaks_of_brackets(text)) return BS_COUNT(errors);
    while (row < BS_COUNT(errors) && (*at = find_nocase(text, errors[row].text)) == SIZE_MAX)
        row++;
    return row;
}

// "Age, mean (SD)", "Share (95% CI)": an error or an interval that the end of a label names in
// brackets; empty where it does not.
bs_str bs__error_of_label(bs_str label)
{
    static const char ends[] = "SD|SE|CI|IQR|RSE|CV|SEM|s.d.|s.e.|S.D.|S.E.|sd|se|표준편차|"
                               "표준오차|신뢰구간|標準偏差|標準誤差|信頼区間|标准差|标准误|"
                               "置信区间|standard error|standard deviation|confidence interval|"
                               "interquartile range|range|Range";
    static const char opens[] = "(|（|[";
    size_t end = label.len;
    if (!bs_list_ends(label, ")|）|]")) return (bs_str){0};
    end -= bs_utf8_decode_before(label, end).len;
    size_t from = end;
    while (from > 0 && !bs_list_ends(bs_str_slice(label, 0, from), opens))
        from--;
    bs_str inside = bs_str_trim(bs_str_slice(label, from, end));
    return from > 0 && bs_list_ends(inside, ends) ? inside : (bs_str){0};
}

bs_str bs__table_error_name(const bs__table_job *job, uint32_t row, uint32_t col, bool *relative)
{
    bs_str name = bs__error_of_label(bs_str_trim(job->rows[row].label));
    for (uint32_t i = job->grid.header_row_count; name.len == 0 && i-- > 0;)
        name = bs__error_of_label(bs_str_trim(bs__grid_text(&job->grid, i, col)));
    if (name.len > 0) {
        *relative = bs_list_ends(name, "RSE|CV");
        return name;
    }
    for (size_t i = 0; i < job->context->near_count; i++) {
        size_t at, found = find_error(job->context->near[i], &at);
        if (found == BS_COUNT(errors)) continue;
        *relative = errors[found].relative;
        return errors[found].text;
    }
    return (bs_str){0};
}

bs_str bs__table_without_errors(const bs__table_job *job, bs_str text)
{
    static const char ends[] = ".|;|,|。|；|、|，|)|）";
    size_t from, behind, row = find_error(text, &from);
    if (row == BS_COUNT(errors)) return text;
    for (behind = from + errors[row].text.len; behind < text.len; behind++) {
        bs_str rest = bs_str_slice(text, behind, text.len);
        bool percent = bs_list_starts(rest, "(%)|（％）|（%）");
        if (percent) behind += strlen("(%");
        if (!percent && bs_list_starts(rest, ends)) break;
    }
    bs_str front = bs_str_trim(bs_str_slice(text, 0, from)), before = {0};
    while (before.len != front.len) { // "Thousands, with"
        before = front;
        if (bs_list_ends(front, ",|;|:"))
            front.len--;
        else if (bs_list_ends(front, " with"))
            front.len -= strlen(" with");
        else if (bs_list_ends(front, " and| the"))
            front.len -= strlen(" and");
        front = bs_str_trim(front);
    }
    bs_str cut = bs_arena_format(job->job->arena, "%.*s%.*s", BS_STR_ARG(front),
                                 BS_STR_ARG(bs_str_slice(text, behind, text.len)));
    return cut.ptr != NULL ? cut : text;
}
