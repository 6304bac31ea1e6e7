// SPDX-License-Identifier: GPL-3.0-or-later
// module_load.h: parts of the program that are loaded when they are needed.
#ifndef BS_CLI_MODULE_LOAD_H
#define BS_CLI_MODULE_LOAD_H

#include "engine/base/error.h"

// A module, as a file beside the program or in the folder of libraries that belongs to it: see its
// RPATH. `what` is the end of "cannot load the part that ...".
typedef struct bs_module_name {
    const char *file;
    const char *symbol; // of its table, whose first member is the version
    const char *what;
} bs_module_name;

// The table of the module. Static; stays loaded until the process ends. BS_E_IO: there is no such
// file, or it is that of another version.
BS_CHECKED bs_status bs_module_load(const void **table, const bs_module_name *name, bs_error *err);

#endif
