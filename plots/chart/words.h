// SPDX-License-Identifier: GPL-3.0-or-later
// words.h: the words that a chart adds to a picture, in the four languages.
#ifndef BS_CHART_WORDS_H
#define BS_CHART_WORDS_H

#include "engine/core/lang.h"

typedef enum bs_word {
    BS_WORD_UNIT,   // "단위: "
    BS_WORD_SOURCE, // "자료: "
    BS_WORD_NOTE,   // "주: "
    BS_WORD_ACTUAL,
    BS_WORD_TARGET,
    BS_WORD_FORECAST,
    BS_WORD_PROVISIONAL,
    BS_WORD_REVISED,
    BS_WORD_ESTIMATE,
    BS_WORD_FLAGGED,  // what a ring means
    BS_WORD_PROPOSED, // "제안: "
    BS_WORD_BOUND,    // what an arrow means
    BS_WORD_EARLIER,  // what a faint line means
    BS_WORD_BREAK,    // what a dotted line down the plot means
    BS_WORD_TOTAL,
    BS_WORD_NO_DATA,
    BS_WORD_NOT_ZERO,   // the value axis does not begin at 0
    BS_WORD_NOT_FROM_0, // the same of one panel among several
    BS_WORD_FREE_AXES,  // panels have different scales
    BS_WORD_LOG,
    BS_WORD_GROWTH, // values are rates of growth
    BS_WORD_SHARE,  // values are parts of a whole
    BS_WORD_COUNT
} bs_word;

// Static, do not free. BS_LANG_UNKNOWN gives English.
bs_str bs_word_get(bs_word word, bs_lang lang);

#endif
