// SPDX-License-Identifier: GPL-3.0-or-later
// relation_rebased.h: growth that is told on another basis than the levels beside it.
//
// The product of a country is printed in the prices of its year, and its growth in constant prices;
// statistics of firms above a size compare what they counted in both years. Levels and growth are
// then both right, and do not fit.
#ifndef BS_ANALYZE_RELATION_REBASED_H
#define BS_ANALYZE_RELATION_REBASED_H

#include "engine/analyze/relation.h"

// Drops the growth relations of such levels that fail by no more than prices and bases move.
void bs_rebased_drop(bs_relations *set);

#endif
