// SPDX-License-Identifier: GPL-3.0-or-later
// repair.h: from findings to changes of a text that may be made without asking.
//
// A repair puts the likeliest proposal of a finding in the place of the number that it is about.
// It changes digits, with the point, the marks between thousands and the sign that belong to them;
// a proposal that changes a word or a unit is not made, nor one that changes the sign unless the
// sign is the slip. An exchange of two numbers is two changes or none, and is left to a person.
// Where findings contradict each other none of their repairs is made: two values for one number, or
// a value that was worked out from a number that another repair changes.
#ifndef BS_ANALYZE_REPAIR_H
#define BS_ANALYZE_REPAIR_H

#include "engine/core/finding.h"

typedef struct bs_repair {
    const bs_finding *finding; // the first that proposes it
    bs_str place;              // the number as printed; slice of the source's text
    bs_str text;               // what is to stand there
    double probability;        // that the number is wrong and this is right, 0 to 1
    const char *refused;       // why it is not made; static; NULL: it may be made
} bs_repair;

typedef BS_ARRAY(bs_repair) bs_repair_array;

// Appends the repairs of `findings`, which are all of one source, that have at least the
// probability given (0 to 1), in the order of the text; what is only listed is left out. The
// findings are borrowed as long as the repairs are in use. BS_E_MEMORY only.
BS_CHECKED bs_status bs_repair_list(bs_repair_array *out, bs_arena *arena,
                                    const bs_finding_array *findings, double probability_min,
                                    bs_error *err);

// `proposed` the way `printed` is printed: where both have the same form, the digits of one in the
// other, each as wide as the digit that was there (full-width digits stay full-width); otherwise
// `proposed` in the width of the digits of `printed`. {NULL, 0} when anything but digits, points,
// grouping marks and signs differs, and when memory has run out.
bs_str bs_repair_print(bs_arena *arena, bs_str printed, bs_str proposed);

#endif
