// SPDX-License-Identifier: GPL-3.0-or-later
// unit_internal.h: the rows behind unit.h.
#ifndef BS_CORE_UNIT_INTERNAL_H
#define BS_CORE_UNIT_INTERNAL_H

#include "engine/base/array.h"
#include "engine/core/lexicon.h"
#include "engine/core/unit.h"

extern const bs_unit bs_unit__units[];
extern const size_t bs_unit__unit_count;
extern const bs_unit_form bs_unit__forms[]; // in byte order of their text
extern const size_t bs_unit__form_count;
extern bs_lexicon bs_unit__lexicon; // of the forms, by their first character

// The tag of forms of one language, in exact case or not, before their number or behind it.
static inline uint32_t bs_unit__tag(bs_lang lang, bool exact, bool before)
{
    return UINT32_C(1) << ((unsigned)lang * 4 + (exact ? 2 : 0) + (before ? 1 : 0));
}
_Static_assert(BS_LANG_COUNT * 4 <= 32, "a tag for each kind of form");

#endif
