// SPDX-License-Identifier: GPL-3.0-or-later
// Every way of printing a unit. Rows are in byte order of the printed text over all three files,
// which bs_unit_match needs and unit_test checks. Text without EXACT is written in lower case and
// matches any case. A new form is one row at its place.
#include "engine/core/unit_internal.h"

#define KO BS_IN(BS_LANG_KO)
#define ZH BS_IN(BS_LANG_ZH)
#define JA BS_IN(BS_LANG_JA)
#define EN BS_IN(BS_LANG_EN)
#define ANY BS_IN_ANY
#define BEFORE BS_FORM_BEFORE
#define EITHER BS_FORM_EITHER
#define EXACT BS_FORM_EXACT_CASE
#define TIGHT BS_FORM_TIGHT
#define AMB BS_FORM_AMBIGUOUS
#define MINOR BS_FORM_MINOR
#define FIGURES BS_FORM_FIGURES

// clang-format off
const bs_unit_form bs_unit__forms[] = {
#include "engine/core/unit_form_latin.inc"
#include "engine/core/unit_form_han.inc"
#include "engine/core/unit_form_hangul.inc"
};
// clang-format on

const size_t bs_unit__form_count = BS_COUNT(bs_unit__forms);

static uint32_t tags_of_form(const void *row)
{
    const bs_unit_form *form = row;
    bool exact = form->flags & BS_FORM_EXACT_CASE, either = form->flags & BS_FORM_EITHER;
    bool before = form->flags & BS_FORM_BEFORE;
    uint32_t tags = 0;
    for (int lang = 0; lang < BS_LANG_COUNT; lang++) {
        if (!bs_lang_in((bs_lang)lang, form->langs)) continue;
        if (before || either) tags |= bs_unit__tag((bs_lang)lang, exact, true);
        if (!before || either) tags |= bs_unit__tag((bs_lang)lang, exact, false);
    }
    return tags;
}
BS_LEXICON(, bs_unit__lexicon, bs_unit__forms, BS_LEXICON_CHARS, tags_of_form);
