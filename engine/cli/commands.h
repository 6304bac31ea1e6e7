// SPDX-License-Identifier: GPL-3.0-or-later
// commands.h: the row of every command, defined at the end of its file.
#ifndef BS_CLI_COMMANDS_H
#define BS_CLI_COMMANDS_H

#include "engine/cli/cli.h"

extern const bs_command bs_command_chart;
extern const bs_command bs_command_check;
extern const bs_command bs_command_completion;
extern const bs_command bs_command_convert;
extern const bs_command bs_command_export;
extern const bs_command bs_command_extract;
extern const bs_command bs_command_fix;
extern const bs_command bs_command_growth;
extern const bs_command bs_command_help;
extern const bs_command bs_command_link;
extern const bs_command bs_command_list;
extern const bs_command bs_command_load;
extern const bs_command bs_command_report;
extern const bs_command bs_command_revisions;
extern const bs_command bs_command_show;
extern const bs_command bs_command_targets;
extern const bs_command bs_command_units;
extern const bs_command bs_command_unlink;
extern const bs_command bs_command_forget;
extern const bs_command bs_command_verify;
extern const bs_command bs_command_compact;
extern const bs_command bs_command_version;

#endif
