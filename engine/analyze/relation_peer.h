// SPDX-License-Identifier: GPL-3.0-or-later
// relation_peer.h: how ordinary a value would be among its like.
#ifndef BS_ANALYZE_RELATION_PEER_H
#define BS_ANALYZE_RELATION_PEER_H

#include "engine/analyze/relation_view.h"

// A heavy-tailed density, up to a factor that depends on the figure only: ratios of two calls for
// one figure mean something, single ones do not. The like of a level are its neighbours in its
// series, beside what the other series of the table do at that place; without a series, the other
// numbers of its column. That of a rate of change are the other rates of its column, or of the
// text. 1 where there are too few to tell.
double bs_peer_density(const bs_view *view, size_t figure, double value);

#endif
