// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cli/module_load.h"

#include <dlfcn.h>
#include <string.h>

bs_status bs_module_load(const void **table, const bs_module_name *name, bs_error *err)
{
    void *library = dlopen(name->file, RTLD_LAZY | RTLD_LOCAL);
    if (library == NULL) {
        return bs_fail(err, BS_E_IO, "cannot load the part that %s: %s", name->what, dlerror());
    }
    const void *found = dlsym(library, name->symbol);
    if (found == NULL || strcmp(*(const char *const *)found, BS_VERSION) != 0) {
        return bs_fail(err, BS_E_IO, "%s is not that of bseries %s", name->file, BS_VERSION);
    }
    *table = found;
    return BS_OK;
}
