// SPDX-License-Identifier: GPL-3.0-or-later
// check_share_search.h: what the search for the whole of one share in running text keeps; part of
// check `share`.
#ifndef BS_ANALYZE_CHECK_SHARE_SEARCH_H
#define BS_ANALYZE_CHECK_SHARE_SEARCH_H

#include "engine/analyze/relation.h"
#include "engine/analyze/relation_level_index.h"

enum { BS_SHARE_CANDIDATES_MAX = 24 };

#define BS_SHARE_DOUBT_LAYOUT 0.2 // only the layout suggests the whole
#define BS_SHARE_DOUBT_NAMED 3e-4 // the whole is called by the words that stand with the share
#define BS_SHARE_LIKENESS_MIN 0.6 // of a name and the words that call a whole

typedef struct bs_share_candidate {
    size_t whole;
    double doubt; // 0: certain
} bs_share_candidate;

typedef struct bs_share_search {
    bs_relations *set;
    const bs_view *view;
    const bs_level_index *levels;
    size_t share;
    size_t part;
    bool words_twice; // words announce a part, and words name the whole
    bool told;        // words tie the whole to the part or the share
    bs_share_candidate found[BS_SHARE_CANDIDATES_MAX];
    size_t count;
} bs_share_search;

static inline const bs_figure *bs_share__figure(const bs_share_search *s, size_t index)
{
    return &s->view->figures.items[index];
}

// Whether what was counted or paid is no bound and no plan that the part was not.
bool bs_share__is_reached(const bs_share_search *s, const bs_figure *whole);
// A level of the unit and the period of the part.
bool bs_share__may_be_whole(const bs_share_search *s, size_t index);
// Takes a candidate with its doubt, or the lesser of two doubts; none that words rule out.
void bs_share__offer(bs_share_search *s, size_t whole, double doubt);

// Offers what sums of the text give for the whole of the part.
void bs_share__search_families(bs_share_search *s);
// Offers the wholes of the share's own sentence, else those of the sentences and passages in front.
void bs_share__search_near(bs_share_search *s);

// "a deficit of 16.1, or 4.9% of GDP": the whole is what it is called, and no other total.
bool bs_share__is_output(bs_str words);
// A level of the unit and period whose value the part and a share (of it) give; BS_NO_FIGURE.
size_t bs_share__whole_elsewhere(const bs_share_search *s, size_t part, size_t share);
// Offers a level anywhere in the document that the words call the whole: the one that the share
// fits, or the one with the likest name, the nearest of those.
void bs_share__search_called(bs_share_search *s);
// "... of all output" where the whole stands in a table or another paragraph: offers what this
// share, or that of another part in the sentence, finds by its value.
void bs_share__search_valued(bs_share_search *s);

#endif
