// SPDX-License-Identifier: GPL-3.0-or-later
// module.h: what bseries-charset.so hands to the program: all that needs uchardet, as one table.
#ifndef BS_ENGINE_MODULE_MODULE_H
#define BS_ENGINE_MODULE_MODULE_H

#include "engine/base/charset.h"

typedef struct bs_charset_module {
    const char *version; // BS_VERSION; another one's table may look different
    bs_status (*ask)(char *out, bs_str sample, bs_error *err);
} bs_charset_module;

// The one symbol that is looked up.
#define BS_CHARSET_MODULE_SYMBOL "bs_charset_module_table"
extern const bs_charset_module bs_charset_module_table;

#endif
