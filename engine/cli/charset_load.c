// SPDX-License-Identifier: GPL-3.0-or-later
// uchardet, and the C++ library behind it, are loaded when bytes are not UTF-8: most files are, and
// a command starts in two thirds of the time. This is the function of engine/base/charset.h, as the
// program has it; the linker takes it instead of the library's.
#include "engine/cli/module_load.h"
#include "engine/module/module.h"

bs_status bs_charset_ask(char *out, bs_str sample, bs_error *err)
{
    static const bs_module_name name = {"bseries-charset.so", BS_CHARSET_MODULE_SYMBOL,
                                        "guesses encodings"};
    const void *module;
    out[0] = '\0';
    BS_TRY(bs_module_load(&module, &name, err));
    return ((const bs_charset_module *)module)->ask(out, sample, err);
}
