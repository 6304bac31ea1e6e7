// SPDX-License-Identifier: GPL-3.0-or-later
// verdicts.h: what a person decided about findings.
//
// A verdict names a finding by its id and holds for the value that was printed when it was given:
// when the value changes, the finding is reported again. Where the store is checked, verdicts are
// kept in it; where files are, in .bseries-ignore beside them, one a line, made to be read, edited
// and kept under version control:
//
//     3fa9c1b2d4e5 accepted "206" the ministry confirmed it
#ifndef BS_CLI_VERDICTS_H
#define BS_CLI_VERDICTS_H

#include "engine/cli/cli.h"
#include "engine/core/finding.h"
#include "engine/store/store.h"

#define BS_VERDICT_FILE ".bseries-ignore"

// Where verdicts are kept: in the store, or in the file when there is none.
typedef struct bs_verdict_place {
    bs_store *store; // NULL: BS_VERDICT_FILE in the working directory
} bs_verdict_place;

// All verdicts of a place; none when there is no such file. BS_E_FORMAT: a line that is no verdict,
// with its number. Lives as long as the arena.
BS_CHECKED bs_status bs_verdicts_read(bs_verdict_array *out, bs_arena *arena,
                                      bs_verdict_place place, bs_error *err);

// True when the finding was accepted with the very value that it still has.
bool bs_verdicts_accept(const bs_verdict_array *verdicts, const bs_finding *finding,
                        bs_arena *arena);

// Keeps a verdict instead of an earlier one on the same finding.
BS_CHECKED bs_status bs_verdicts_keep(bs_verdict_place place, const bs_verdict *verdict,
                                      bs_error *err);

#endif
