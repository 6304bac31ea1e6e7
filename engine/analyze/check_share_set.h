// SPDX-License-Identifier: GPL-3.0-or-later
// check_share_set.h: the set that words say a share is taken of; part of check `share`.
#ifndef BS_ANALYZE_CHECK_SHARE_SET_H
#define BS_ANALYZE_CHECK_SHARE_SET_H

#include "engine/analyze/relation_view.h"

// "남성 가운데 찬성이 52.0%(559명)", "男性のうち賛成は559人（52.0％）": the words in front of a
// part and its share say that they are of a set with a name of its own, and figure `whole`, in
// front of those words, is not called so. False where the words point back ("이 가운데",
// "このうち"), speak of all or of everybody asked, or go on from the figure itself
// ("1,200人の回答者のうち"). `whole` may be BS_NO_FIGURE, which has no name.
bool bs_share__is_of_other_set(const bs_view *view, size_t part, size_t share, size_t whole);

#endif
