// SPDX-License-Identifier: GPL-3.0-or-later
// label_row.h: a row of the tables of words around a name. For files with such tables only.
#ifndef BS_EXTRACT_LABEL_ROW_H
#define BS_EXTRACT_LABEL_ROW_H

#include "engine/core/lang.h"

typedef struct word {
    bs_str text;
    bs_lang lang;
} word;

#define W(lang, text)                                                                              \
    {                                                                                              \
        BS_STR_INIT(text), BS_LANG_##lang                                                          \
    }

#endif
