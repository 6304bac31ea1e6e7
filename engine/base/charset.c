// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/charset.h"

#include <string.h>
#include <uchardet/uchardet.h>

bs_status bs_charset_ask(char *out, bs_str sample, bs_error *err)
{
    out[0] = '\0';
    uchardet_t detector = uchardet_new();
    if (detector == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    if (uchardet_handle_data(detector, sample.ptr, sample.len) == 0) {
        uchardet_data_end(detector);
        const char *name = uchardet_get_charset(detector);
        size_t len = strlen(name);
        if (len < BS_CHARSET_SIZE) memcpy(out, name, len + 1);
    }
    uchardet_delete(detector);
    return BS_OK;
}
