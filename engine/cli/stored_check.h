// SPDX-License-Identifier: GPL-3.0-or-later
// stored_check.h: series that several sources speak of, checked as one series each.
//
// A bulletin that prints one value a month says too little to doubt it; its archive does not. So
// the model of a series is also run over what all sources together say of it, and a finding is told
// at the place where the value was printed.
#ifndef BS_CLI_STORED_CHECK_H
#define BS_CLI_STORED_CHECK_H

#include "engine/analyze/check.h"
#include "engine/store/store.h"

// Appends what the model finds in the newest values of such series, and what is odd in their
// vintages. Related places are told when
// they are in the same source. `options` choose among the checks of the model; nothing is run when
// they exclude it. Everything lives as long as the arena.
BS_CHECKED bs_status bs_stored_check(bs_finding_array *out, bs_arena *arena, bs_store *store,
                                     const bs_check_options *options, bs_error *err);

// Removes of `findings` what `others` say at the same place with the same code.
void bs_stored_check_drop(bs_finding_array *findings, const bs_finding_array *others);

#endif
