// SPDX-License-Identifier: GPL-3.0-or-later
// check_list.h: the table of checks in words.
#ifndef BS_CLI_CHECK_LIST_H
#define BS_CLI_CHECK_LIST_H

#include "engine/cli/options.h"

// All checks, one a row.
bs_exit bs_check_list_write(bs_cli *cli, bs_format format);
// What one of them compares, needs, and is excused by.
bs_exit bs_check_list_explain(bs_cli *cli, const char *code);
// Says that there is no such check. Returns BS_EXIT_USAGE.
bs_exit bs_check_list_unknown(bs_cli *cli, const char *code);

#endif
