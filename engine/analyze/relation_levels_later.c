// SPDX-License-Identifier: GPL-3.0-or-later
// Where the later level of two stands that is not the nearest in front of its rate.
#include "engine/analyze/relation_cue.h"
#include "engine/analyze/relation_earlier.h"
#include "engine/analyze/relation_levels_internal.h"
#include "engine/analyze/relation_prose.h"

enum { WORD_BYTES = 40, SENTENCES_BACK = 2, NAME_BYTES_MIN = 4 };

static size_t last_place(bs_str text, bs_str word)
{
    size_t found = SIZE_MAX;
    for (size_t at = bs_str_find(text, word, 0); at != SIZE_MAX;
         at = bs_str_find(text, word, at + word.len))
        found = at;
    return found;
}

// "... posted sales of 3.2 trillion. Sales fell 13.1% from a year earlier (3.6 trillion)": of
// several names the last one in front.
size_t bs_levels__later_by_name(const bs_levels__finder *f, size_t earlier)
{
    size_t own = bs_levels__figure(f, f->rate)->sentence;
    size_t passage = bs_view_passage(f->view, own);
    size_t first = passage == SIZE_MAX ? own : f->view->passages.items[passage].first;
    size_t until = earlier < f->rate ? earlier : f->rate;
    bs_str words = bs_view_between(f->view, BS_NO_FIGURE, until);
    for (size_t back = 1; back <= SENTENCES_BACK && own >= first + back; back++) {
        const bs_sentence *before = &f->view->sentences.items[own - back];
        size_t found = BS_NO_FIGURE, end = 0;
        for (size_t i = before->first; i < before->first + before->count; i++) {
            bs_str name = bs_str_behind_last(bs_levels__figure(f, i)->quantity->indicator, " ");
            if (name.len < NAME_BYTES_MIN || !bs_levels__may_be_level(f, i) ||
                !bs_figure_same_unit(bs_levels__figure(f, i), bs_levels__figure(f, earlier)))
                continue;
            size_t at = last_place(words, name);
            if (at == SIZE_MAX || at + name.len <= end) continue;
            found = i;
            end = at + name.len;
        }
        if (found != BS_NO_FIGURE) return found;
    }
    return BS_NO_FIGURE;
}

// "外国人宿泊者は153万人で... 前年度の102万人から50.0%増えた": a sentence that begins with the time
// of the earlier level has no subject of its own; it goes on about the first level of the one
// before.
size_t bs_levels__later_by_silence(const bs_levels__finder *f, size_t earlier)
{
    size_t own = bs_levels__figure(f, f->rate)->sentence;
    size_t passage = bs_view_passage(f->view, own);
    bool starts = passage == SIZE_MAX || own == f->view->passages.items[passage].first;
    bs_str words = bs_str_trim(bs_view_between(f->view, BS_NO_FIGURE, earlier));
    if (starts || earlier > f->rate || bs_cue_find(BS_CUE_EARLIER, words, 0, NULL) != 0)
        return BS_NO_FIGURE;
    const bs_sentence *before = &f->view->sentences.items[own - 1];
    for (size_t i = before->first; i < before->first + before->count; i++) {
        if (bs_levels__may_be_level(f, i) &&
            bs_figure_same_unit(bs_levels__figure(f, i), bs_levels__figure(f, earlier)))
            return i;
    }
    return BS_NO_FIGURE;
}

// "rose 5.2%, from 132.6 to 139.5": the level behind the one that it began at.
size_t bs_levels__later_behind(const bs_levels__finder *f, size_t earlier)
{
    static const char *const joins[] = {"to", "to $", "to €", "to £", "to ¥", NULL};
    size_t next = earlier + 1;
    if (earlier < f->rate || !bs_earlier_is_base(f->view, earlier)) return BS_NO_FIGURE;
    while (next < f->sentence->first + f->sentence->count &&
           bs_levels__figure(f, next)->quantity->kind == BS_KIND_YEAR)
        next++;
    if (next >= f->sentence->first + f->sentence->count || !bs_levels__may_be_level(f, next) ||
        !bs_figure_same_unit(bs_levels__figure(f, next), bs_levels__figure(f, earlier)) ||
        !bs_any_ends(bs_view_front(f->view, next, WORD_BYTES), joins))
        return BS_NO_FIGURE;
    return next;
}

// "전년(49.8조원)보다 4.4조원 감소한 45.4조원", "前日より12円（0.4％）高い3,112円": the level that
// a verb in front of it describes, with the same movement as a rate between the two or without.
size_t bs_levels__later_described(const bs_levels__finder *f, size_t earlier)
{
    static const char *const verbs[] = {
        "감소한",   "증가한",   "늘어난",   "줄어든", "상승한", "하락한",   "늘린",
        "줄인",     "오른",     "내린",     "떨어진", "뛴",     "높아진",   "낮아진",
        "급등한",   "급락한",   "급증한",   "급감한", "신장한", "성장한",   "불어난",
        "빠진",     "高い",     "安い",     "高の",   "安の",   "増加した", "減少した",
        "上昇した", "低下した", "下落した", "増えた", "減った", NULL};
    size_t next = f->rate + 1, end = f->sentence->first + f->sentence->count;
    if (next < end && !bs_levels__may_be_level(f, next) &&
        bs_levels__figure(f, next)->of == earlier)
        next++;
    if (earlier > f->rate || next >= end || !bs_levels__may_be_level(f, next) ||
        !bs_figure_same_unit(bs_levels__figure(f, next), bs_levels__figure(f, earlier)))
        return BS_NO_FIGURE;
    bs_str between = bs_str_trim(bs_view_between(f->view, next - 1, next));
    return bs_any_ends(between, verbs) ? next : BS_NO_FIGURE;
}

// "由5.00元上调6%至5.30元", "1,200억 원에서 25% 늘어 1,500억 원이 됐다",
// "2,344円から56円値上がりし、 2,400円となった": the level that a movement from the earlier one has
// led to.
size_t bs_levels__later_reached(const bs_levels__finder *f, size_t earlier)
{
    static const char *const fronts[] = {"至", "到",   "为",   "為",   "达", "達",
                                         "to", "to $", "to €", "to £", NULL};
    static const char *const behind[] = {"となっ",  "となり",    "になっ",  "になり", "に達",
                                         "이 됐",   "가 됐",     "이 되",   "가 되",  "을 기록",
                                         "를 기록", "에 달",     "에 이르", "이 된",  "가 된",
                                         "로 집계", "으로 집계", NULL};
    size_t next = f->rate + 1, end = f->sentence->first + f->sentence->count;
    bool again = next < end && !bs_levels__may_be_level(f, next) &&
                 bs_levels__figure(f, next)->of == earlier;
    if (again) next++; // "300억 원(25%)"
    if (earlier > f->rate || next >= end || !bs_levels__may_be_level(f, next) ||
        !bs_figure_same_unit(bs_levels__figure(f, next), bs_levels__figure(f, earlier)) ||
        !bs_earlier_is(f->view, earlier) || bs_levels__turns_between(f, f->rate, next) ||
        bs_levels__changes_topic(f, next))
        return BS_NO_FIGURE;
    bool reached = bs_any_ends(bs_view_front(f->view, next, WORD_BYTES), fronts) ||
                   bs_any_starts(bs_view_behind(f->view, next, WORD_BYTES), behind);
    return reached ? next : BS_NO_FIGURE;
}

// "482件で、前月の441件に比べ9.3%増、前年同月の520件に比べ7.3%減": the base stands right in front
// of the rate, and the level that is held against it in front of the rates before.
size_t bs_levels__later_over_rates(const bs_levels__finder *f, size_t earlier)
{
    bool beside = earlier + 1 == f->rate || earlier == f->rate + 1;
    if (!beside || !bs_earlier_is(f->view, earlier)) return BS_NO_FIGURE;
    bs_str name = bs_levels__figure(f, earlier)->quantity->indicator;
    for (size_t i = earlier; i-- > f->sentence->first;) {
        if (!bs_levels__may_be_level(f, i) || bs_earlier_is(f->view, i) ||
            !bs_figure_same_unit(bs_levels__figure(f, i), bs_levels__figure(f, earlier)))
            continue;
        bool same =
            name.len == 0 || bs_str_equal(name, bs_levels__figure(f, i)->quantity->indicator);
        return same && !bs_levels__turns_between(f, i, earlier) ? i : BS_NO_FIGURE;
    }
    return BS_NO_FIGURE;
}
