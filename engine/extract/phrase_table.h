// SPDX-License-Identifier: GPL-3.0-or-later
// phrase_table.h: short names for the rows of tables of phrases. For files with such tables only.
#ifndef BS_EXTRACT_PHRASE_TABLE_H
#define BS_EXTRACT_PHRASE_TABLE_H

#include "engine/extract/scan_internal.h"

#define KO BS_IN(BS_LANG_KO)
#define ZH BS_IN(BS_LANG_ZH)
#define JA BS_IN(BS_LANG_JA)
#define EN BS_IN(BS_LANG_EN)
// A bs__phrase.
#define P(text, langs, value)                                                                      \
    {                                                                                              \
        BS_STR_INIT(text), (langs), (value)                                                        \
    }

#endif
