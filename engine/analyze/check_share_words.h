// SPDX-License-Identifier: GPL-3.0-or-later
// check_share_words.h: the words beside a share that say what it is a share of.
#ifndef BS_ANALYZE_CHECK_SHARE_WORDS_H
#define BS_ANALYZE_CHECK_SHARE_WORDS_H

#include "engine/analyze/relation_view.h"

// "전체의", "of the total" right before the share or behind it, and no name of another whole
// between.
bool bs_share__names_whole(const bs_view *view, size_t part, size_t share);

// The words that call the whole: those right in front of the share ("전체 수출의", "占外贸总值的",
// "輸出総額の", "전체 수출에서 차지하는 비중은"), or right behind ("of total expenditure"). Empty
// when there are none.
bs_str bs_share__whole_words(const bs_view *view, size_t part, size_t share);

// The figure right beside the share that it is a share of: "매출 60억 원의 40%", "歳入60億円の40%",
// "40% of its $60 million budget". BS_NO_FIGURE.
size_t bs_share__whole_beside(const bs_view *view, size_t share);

// The figure that the part of a share is one of in so many words: "120곳 중 66곳(55%)", "Of the 120
// schools, 66 (55%)", "66 of the 120 schools (55%)"; for the next members of a list as well.
size_t bs_share__whole_out_of(const bs_view *view, size_t part);

// The share is that of a name of its own, which stands between the number and the word for the
// whole: "A费1,684亿元，B费占全部的52.7%".
bool bs_share__has_own_name(const bs_view *view, size_t part, size_t share);

// The bracket that holds the share names its whole, and by another name than the whole that has
// been found (BS_NO_FIGURE: than any word for all): "주식 747조원(시가총액의 27.7%), 채권 268조원
// 등 총 1,015조원의 증권".
bool bs_share__is_of_other(const bs_view *view, size_t part, size_t share, size_t whole);

// The share is one of several parts: "A sold 983, B 1,609; together they made up 35.8%".
bool bs_share__is_joint(const bs_view *view, size_t part, size_t share);

// The share is one of the amount in front of words for a part: "借款46.7亿，其中约六成须…偿还".
bool bs_share__is_of_amount_in_front(const bs_view *view, size_t part, size_t share);

// The share is dealt to one of several members: "分别为44.5%、35.8%". None of them is the whole.
bool bs_share__is_dealt(const bs_view *view, size_t part, size_t share);

#endif
