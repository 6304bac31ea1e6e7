// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analyze/relation_swing.h"

#include "engine/analyze/relation_cue.h"
#include "engine/analyze/relation_prose.h"

enum { WORD_BYTES = 24 };

typedef enum side { SIDE_NONE, SIDE_LOSS, SIDE_PROFIT } side;

// What the words right beside a level call it.
static side side_of(const bs_view *view, size_t index)
{
    static const char *const losses_before[] = {"亏损",    "净亏损",     "虧損", "净亏",
                                                "loss of", "deficit of", "loss", "deficit",
                                                "순손실",  "적자",       "손실", NULL};
    static const char *const profits_before[] = {"盈利",      "净利润",     "净赚",      "盈利为",
                                                 "profit of", "surplus of", "income of", "profit",
                                                 "순이익",    "흑자",       "이익",      NULL};
    static const char *const losses_behind[] = {" 적자",    " 손실",     " 순손실", "의 적자",
                                                "의 손실",  "의 순손실", "の赤字",  "の損失",
                                                "の純損失", "的亏损",    NULL};
    static const char *const profits_behind[] = {" 흑자",    " 이익",     " 순이익", "의 흑자",
                                                 "의 이익",  "의 순이익", "の黒字",  "の利益",
                                                 "の純利益", "的盈利",    NULL};
    bs_str front = bs_str_trim(bs_view_front(view, index, WORD_BYTES));
    if (bs_str_ends(front, BS_STR("$")) || bs_str_ends(front, BS_STR("€")))
        front = bs_str_trim(bs_str_slice(front, 0, front.len - 1));
    bs_str behind = bs_view_behind(view, index, WORD_BYTES);
    if (bs_any_starts(behind, losses_behind) || bs_any_ends(front, losses_before)) return SIDE_LOSS;
    bool profit = bs_any_starts(behind, profits_behind) || bs_any_ends(front, profits_before);
    return profit ? SIDE_PROFIT : SIDE_NONE;
}

bool bs_swing_is(const bs_view *view, size_t a, size_t b)
{
    const bs_figure *figures = view->figures.items;
    if (figures[a].sentence == SIZE_MAX || figures[b].sentence == SIZE_MAX ||
        figures[a].value < 0 || figures[b].value < 0)
        return false;
    side one = side_of(view, a), other = side_of(view, b);
    return one != SIDE_NONE && other != SIDE_NONE && one != other;
}
