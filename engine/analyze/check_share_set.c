// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analyze/check_share_set.h"

#include "engine/analyze/relation_cue.h"
#include "engine/analyze/relation_prose.h"
#include "engine/base/array.h"

enum { FIGURES_BACK_MAX = 12 };

// Two names this much alike are one.
static const double LIKENESS_SAME = 0.8;
// All of the words are in the name: "기업" in "입주 기업".
static const double SHARE_WHOLE = 0.99;

// Behind the name of a set. Longer words come before those that they begin with.
static const char *const joints[] = {"가운데", " 중에서", " 중에", " 중 ", "のうち",
                                     "の中で", "当中",    "當中",  "之中"};

// The last of the joints in the text; SIZE_MAX.
static size_t last_joint(bs_str text)
{
    size_t found = SIZE_MAX;
    for (size_t i = 0; i < BS_COUNT(joints); i++) {
        bs_str joint = bs_str_from(joints[i]);
        for (size_t at = bs_str_find(text, joint, 0); at != SIZE_MAX;
             at = bs_str_find(text, joint, at + joint.len)) {
            if (found == SIZE_MAX || at > found) found = at;
        }
    }
    return found;
}

// Words that point back to what the text has just counted, or to all of it.
static bool points_back(bs_str name)
{
    static const char *const backs[] = {
        "이",          "이들",   "그",        "그들",     "이것",        "이런",
        "위",          "전체",   "총계",      "합계",     "총수",        "총",
        "응답자",      "응답",   "조사 대상", "조사대상", "조사 대상자", "조사대상자",
        "설문 응답자", "대상자", "참여자",    "참가자",   "こ",          "そ",
        "これ",        "これら", "それ",      "それら",   "全体",        "全数",
        "総数",        "合計",   "回答者",    "対象者",   "調査対象",    "調査対象者",
        "参加者",      "回答",   "有効回答",  "其",       "此",          "这",
        "這",          "这些",   "這些",      "受访者",   "受訪者",      "调查对象",
        "全部",        "总数",   "總數",      "所有",     NULL};
    static const char *const fronts[] = {
        "이 ",  "이들 ", "그 ",      "해당 ",    "위 ",  "이러한 ", "이같은 ",
        "この", "その",  "これらの", "それらの", "当該", "上記",    "此",
        "这",   "這",    "上述",     "该",       "該",   "其",      NULL};
    return name.len == 0 || bs_any_is(name, backs) || bs_any_starts(name, fronts);
}

static bs_str without_all(bs_str name)
{
    static const char *const words[] = {"전체",     "총 ",    "모든 ", "전 ", "全体の",
                                        "すべての", "全ての", "全",    "所有"};
    for (size_t i = 0; i < BS_COUNT(words); i++) {
        bs_str word = bs_str_from(words[i]);
        if (bs_str_starts(name, word)) return bs_str_trim(bs_str_slice(name, word.len, name.len));
    }
    return name;
}

// The name in front of a joint, from its last clause on. *goes_on where the words go on from the
// figure in front of them.
static bs_str name_in(bs_str text, bool *goes_on)
{
    static const char clauses[] =
        ",|，|、|。|;|；|:|：|)|）|은 |는 |을 |를 |에게 |결과 |では|には|は|が|"
        "を|と";
    bs_str name = bs_str_trim(bs_str_behind_last(text, clauses));
    *goes_on = name.ptr == bs_str_trim(text).ptr;
    return name;
}

static bs_str without_link(bs_str name)
{
    static const char *const links[] = {"의 ", "の", "年の", "년 ", "년의 "};
    for (size_t i = 0; i < BS_COUNT(links); i++) {
        bs_str link = bs_str_from(links[i]);
        if (bs_str_starts(name, link)) return bs_str_trim(bs_str_slice(name, link.len, name.len));
    }
    return name;
}

// The name of the set that words in front of figure `index` give; empty where they give none, or go
// on from a figure that has the unit of the part.
static bs_str set_before(const bs_view *view, size_t index, size_t part)
{
    bs_str text = bs_view_front(view, index, SIZE_MAX);
    size_t at = last_joint(text);
    if (at == SIZE_MAX) return (bs_str){0};
    bool goes_on = false;
    bs_str name = name_in(bs_str_slice(text, 0, at), &goes_on);
    if (!goes_on || index == bs_view_sentence(view, index)->first) return name;
    const bs_figure *front = &view->figures.items[index - 1];
    if (bs_figure_same_unit(front, &view->figures.items[part])) return (bs_str){0};
    if (front->quantity->kind == BS_KIND_YEAR || front->quantity->kind == BS_KIND_DATE)
        return without_link(name);
    // "65歳以上の会員のうち": the number is of the name.
    return (bs_str){front->quantity->text.ptr, (size_t)(text.ptr + at - front->quantity->text.ptr)};
}

static bool is_called(const bs_figure *figure, bs_str name)
{
    bs_str names[] = {figure->quantity->indicator, figure->quantity->subject};
    for (size_t i = 0; i < BS_COUNT(names); i++) {
        if (bs_name_share(name, names[i]) >= SHARE_WHOLE ||
            bs_name_likeness(name, names[i]) >= LIKENESS_SAME)
            return true;
    }
    return false;
}

bool bs_share__is_of_other_set(const bs_view *view, size_t part, size_t share, size_t whole)
{
    const bs_sentence *sentence = bs_view_sentence(view, part);
    if (sentence == NULL) return false;
    size_t last = part < share ? part : share;
    size_t first = sentence->first;
    if (last < first) return false;
    if (last - first > FIGURES_BACK_MAX) first = last - FIGURES_BACK_MAX;
    for (size_t i = last + 1; i-- > first;) {
        // A whole behind the words is one of the set.
        if (i == whole) return false;
        bs_str name = set_before(view, i, part);
        if (name.ptr == NULL) continue;
        if (points_back(name)) return false;
        name = without_all(name);
        if (points_back(name)) return false;
        return whole == BS_NO_FIGURE || !is_called(&view->figures.items[whole], name);
    }
    return false;
}
