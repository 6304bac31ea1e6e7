// SPDX-License-Identifier: GPL-3.0-or-later
// finding_text.h: findings as a compiler would print them.
//
//     bulletin.txt:196:22: error: 206 falls between 220 (2023) and 300 (2025) [dip]
//       196 | 연산력 규모 (EFLOPS)  220  206  300
//           |                            ^^^ two digits swapped? 260 (p = 0.98)
//           = bulletin.txt:190:5: 260
#ifndef BS_CLI_FINDING_TEXT_H
#define BS_CLI_FINDING_TEXT_H

#include "engine/cli/cli.h"
#include "engine/core/finding.h"

// How many findings there are of each severity.
typedef struct bs_tally {
    size_t counts[BS_SEVERITY_COUNT];
} bs_tally;

// Writes one finding. Related places of the same line are under tildes, others follow on lines of
// their own. The line is taken from finding->source, and left out when its text is empty.
void bs_finding_write(bs_stream *out, const bs_finding *finding);

// Adds a finding to the tally; what is only listed does not count.
void bs_tally_add(bs_tally *tally, const bs_finding *finding);
size_t bs_tally_total(const bs_tally *tally);
// "2 errors, 1 warning"; "nothing found" when there is none. In the arena.
bs_str bs_tally_text(const bs_tally *tally, bs_arena *arena);

#endif
