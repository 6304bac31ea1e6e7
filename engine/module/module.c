// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/module/module.h"

__attribute__((visibility("default"))) const bs_charset_module bs_charset_module_table = {
    .version = BS_VERSION,
    .ask = bs_charset_ask,
};
