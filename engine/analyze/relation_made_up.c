// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analyze/relation_made_up.h"

#include "engine/analyze/relation_cue.h"
#include "engine/analyze/relation_prose.h"

enum { NEAR_BYTES = 32 };

// "总收入1,643亿元，包括：", "86 projects comprise", "86件の内訳は、".
static bool opens_list(bs_str between)
{
    static const char words[] = "包括：|包括:|包含：|内訳は|내역은|made up of|compris|consist of|"
                                "consists of|consisting of|consisted of|composed of";
    return bs_str_has_any(between, words);
}

// "신규 52개와 계속 34개로 구성된다", "由52个新建项目和34个续建项目组成".
static bool closes_list(const bs_view *view, size_t whole, const size_t *parts, size_t count)
{
    static const char verbs[] = "로 구성|로 이뤄|로 이루어|로 나뉘|로 나뉜|からなる|から成る|"
                                "からなり|で構成|から構成|组成|組成|构成|構成され";
    bs_str behind = bs_str_behind_last(bs_view_behind(view, parts[count - 1], NEAR_BYTES), ",|，");
    if (!bs_str_has_any(behind, verbs)) return false;
    bool chinese = bs_str_has_any(behind, "组成|組成|构成") && !bs_str_has_any(behind, "構成され");
    return !chinese || bs_str_has_any(bs_view_between(view, whole, parts[0]), "由");
}

static bool is_called(const bs_quantity *quantity, const char *name)
{
    return bs_str_equal_nocase(quantity->subject, bs_str_from(name)) ||
           bs_str_equal_nocase(quantity->indicator, bs_str_from(name));
}

// "参加者は328人で、男性が186人": nothing stands between the whole and the name of its first part
// that would name another whole, as in "응답자 1,200명 가운데 구직자는 남성 320명".
static bool leads_to_part(const bs_view *view, size_t whole, size_t part)
{
    static const char *const joints[] = {
        "",      "으로", "로",        "이며",   "이고",        "중",       "가운데",
        "으로,", "(",    "（",        ",",      "，",          "，其中",   "，其中：",
        "、",    "で、", "で、うち",  "で",     "のうち",      "のうち、", ":",
        "：",    "人，", ", of whom", ", with", ", including", NULL};
    const bs_quantity *quantity = view->figures.items[part].quantity;
    bs_str between = bs_str_trim(bs_view_between(view, whole, part));
    bs_str name = quantity->subject.len > 0 ? quantity->subject : quantity->indicator;
    size_t at = bs_str_find(between, name, 0);
    return at != SIZE_MAX && bs_any_is(bs_str_trim(bs_str_slice(between, 0, at)), joints);
}

bool bs_made_up_are_complements(const bs_view *view, size_t whole, const size_t *parts,
                                size_t count)
{
    static const char *const pairs[][2] = {
        {"남성", "여성"}, {"남자", "여자"},     {"남", "여"},      {"남학생", "여학생"},
        {"男性", "女性"}, {"男", "女"},         {"男子", "女子"},  {"男生", "女生"},
        {"men", "women"}, {"males", "females"}, {"boys", "girls"},
    };
    if (count != 2 || (whole < parts[0] && !leads_to_part(view, whole, parts[0]))) return false;
    const bs_quantity *a = view->figures.items[parts[0]].quantity;
    const bs_quantity *b = view->figures.items[parts[1]].quantity;
    for (size_t i = 0; i < BS_COUNT(pairs); i++) {
        if ((is_called(a, pairs[i][0]) && is_called(b, pairs[i][1])) ||
            (is_called(a, pairs[i][1]) && is_called(b, pairs[i][0])))
            return true;
    }
    return false;
}

bool bs_made_up_told(const bs_view *view, size_t whole, const size_t *parts, size_t count)
{
    return opens_list(bs_view_between(view, whole, parts[0])) ||
           closes_list(view, whole, parts, count);
}
