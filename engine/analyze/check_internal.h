// SPDX-License-Identifier: GPL-3.0-or-later
// check_internal.h: the rows of the table of checks, each from its own file.
#ifndef BS_ANALYZE_CHECK_INTERNAL_H
#define BS_ANALYZE_CHECK_INTERNAL_H

#include "engine/analyze/check.h"
#include "engine/analyze/relation.h"

// What the relation checks collect, in the order in which they are asked.
const bs_relation_collect *bs_check__collectors(size_t *count);

// A file check_x.c of the relations defines its collector and the `run` of its row. A row's `run`
// runs all collectors, so that the culprit is the same whichever checks are asked for, and keeps
// the findings of its own code: BS_RELATION_RUN(bs_check_x, "x") writes that function.
#define BS_RELATION_RUN(name, code_text)                                                           \
    bs_status name(bs_finding_array *out, bs_arena *arena, const bs_reading *reading,              \
                   const bs_check_options *options, bs_error *err)                                 \
    {                                                                                              \
        static const char *const own_code[] = {code_text};                                         \
        return bs_relation_run(out, arena, reading, options, own_code, 1, err);                    \
    }

// A row's `run`, as a type of function.
typedef bs_status bs_check_run_type(bs_finding_array *out, bs_arena *arena,
                                    const bs_reading *reading, const bs_check_options *options,
                                    bs_error *err);
bs_check_run_type bs_check_sum;
bs_check_run_type bs_check_share;
bs_check_run_type bs_check_part;
bs_check_run_type bs_check_growth;
bs_check_run_type bs_check_growth_mix;
bs_check_run_type bs_check_difference;
bs_check_run_type bs_check_ratio;
bs_check_run_type bs_check_convert;
bs_check_run_type bs_check_rank;
bs_check_run_type bs_check_restate;
bs_check_run_type bs_check_count;
bs_check_run_type bs_check_date;
bs_check_run_type bs_check_bound;
bs_check_run_type bs_check_precision;
bs_check_run_type bs_check_order;
bs_check_run_type bs_check_digits;

bs_status bs_collect__sum(bs_relations *set, bs_error *err);
bs_status bs_collect__share(bs_relations *set, bs_error *err);
bs_status bs_collect__part(bs_relations *set, bs_error *err);
bs_status bs_collect__growth(bs_relations *set, bs_error *err);
bs_status bs_collect__growth_mix(bs_relations *set, bs_error *err);
bs_status bs_collect__difference(bs_relations *set, bs_error *err);
bs_status bs_collect__ratio(bs_relations *set, bs_error *err);
bs_status bs_collect__convert(bs_relations *set, bs_error *err);
bs_status bs_collect__rank(bs_relations *set, bs_error *err);
bs_status bs_collect__restate(bs_relations *set, bs_error *err);
bs_status bs_collect__count(bs_relations *set, bs_error *err);
bs_status bs_collect__date(bs_relations *set, bs_error *err);
bs_status bs_collect__bound(bs_relations *set, bs_error *err);
bs_status bs_collect__precision(bs_relations *set, bs_error *err);
bs_status bs_collect__order(bs_relations *set, bs_error *err);
bs_status bs_collect__digits(bs_relations *set, bs_error *err);

#endif
