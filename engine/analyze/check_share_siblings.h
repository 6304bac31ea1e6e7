// SPDX-License-Identifier: GPL-3.0-or-later
// check_share_siblings.h: shares of a whole that is not printed; part of check `share`.
#ifndef BS_ANALYZE_CHECK_SHARE_SIBLINGS_H
#define BS_ANALYZE_CHECK_SHARE_SIBLINGS_H

#include "engine/analyze/relation.h"

// "劳动年龄人口9195万人，占总人口的比重为67.6%，老年人口2024万人，占总人口的14.9%": is figure
// `index`, in front of the part, another part, as its own share of the same whole is named behind
// it?
bool bs_share__is_named_part(const bs_view *view, size_t part, size_t share, size_t index);

// Where the shares of figure `first` and of those behind it in its sentence or list add up to 100,
// holds each against the sum of the parts. `first` must have a share. BS_E_MEMORY.
BS_CHECKED bs_status bs_share__check_siblings(bs_relations *set, size_t first, bs_error *err);

// "所占比重分别为76.0%、14.2%和9.8%": the shares follow the order of names, and the part that
// stands in a sentence before is that of one of them at most.
bool bs_share__is_one_of_each(const bs_view *view, size_t share);

// Whether a share that its part and the sum of all parts do not give misses by less than its last
// digit, and the shares as printed add up to 100 just so: 99.02, 0.89 and 0.09. Who wants them to
// do so moves the last digit of one of them, and nothing is wrong with it.
bool bs_share__is_adjusted(const bs_view *view, const size_t *shares, const size_t *parts,
                           size_t count, size_t which);

#endif
