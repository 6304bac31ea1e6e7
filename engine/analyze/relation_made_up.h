// SPDX-License-Identifier: GPL-3.0-or-later
// relation_made_up.h: words of running text that call a list of parts complete.
#ifndef BS_ANALYZE_RELATION_MADE_UP_H
#define BS_ANALYZE_RELATION_MADE_UP_H

#include "engine/analyze/relation_view.h"

// Whether the sentence of figure `whole` says that it is made up of the figures `parts` behind it:
// "comprising", 内訳は, "로 구성된다", 由…组成.
bool bs_made_up_told(const bs_view *view, size_t whole, const size_t *parts, size_t count);

// Whether these are the two that there are, whatever is counted, and of figure `whole`: men and
// women.
bool bs_made_up_are_complements(const bs_view *view, size_t whole, const size_t *parts,
                                size_t count);

#endif
