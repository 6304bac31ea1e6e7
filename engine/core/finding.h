// SPDX-License-Identifier: GPL-3.0-or-later
// finding.h: a relation or a series model that fails. A result, not an error.
#ifndef BS_CORE_FINDING_H
#define BS_CORE_FINDING_H

#include "engine/base/array.h"
#include "engine/core/source.h"

typedef enum bs_severity { BS_NOTE, BS_WARNING, BS_ERROR, BS_SEVERITY_COUNT } bs_severity;

// "note", "warning", "error".
const char *bs_severity_name(bs_severity severity);

// Another place that takes part in the relation.
typedef struct bs_related {
    bs_origin origin;
    bs_str text;     // as printed
    bs_str proposed; // what would mend it here as well, where it is not certain that the number of
                     // the finding is the wrong one; may be empty
} bs_related;

// A value that would mend it, in order of probability.
typedef struct bs_proposal {
    bs_str text;        // as it would be printed in place of `observed`
    double probability; // 0 to 1
    const char *slip;   // "transpose", "drop", ...; static
} bs_proposal;

enum { BS_PROPOSAL_COUNT_MAX = 4 };

typedef struct bs_finding {
    const char *code; // of the check; static
    bs_severity severity;
    double probability; // that the printed value is wrong, 0 to 1
    double score;       // for ranking: larger is more suspicious; of series models the logit of the
                        // probability, did the panel have values enough
    bool listed_only;   // below the threshold: shown by `check --all` only
    bool told_with_other; // listed only, since another finding tells of it: the other of a swap
    const bs_source *source;
    bs_origin origin;
    bs_str line;     // that it stands on, when the source has no text; may be empty
    bs_str series;   // key or name of the series; empty when it is about none
    bs_str period;   // as printed, or ISO text; empty when it is about none
    bs_str observed; // as printed
    bs_proposal proposals[BS_PROPOSAL_COUNT_MAX];
    size_t proposal_count;               // 0: there is nothing to propose
    double gains[BS_PROPOSAL_COUNT_MAX]; // how many times as plausible the series is with each; 0:
                                         // no series was asked
    bs_str message;                      // one plain sentence, lower case, no full stop
    bs_str hint;                         // what the caret line says; may be empty
    BS_ARRAY(bs_related) related;
} bs_finding;

typedef BS_ARRAY(bs_finding) bs_finding_array;

// Errors first, and of them those that say what was meant; then by probability, then by place: the
// order in which findings are printed.
int bs_finding_compare(const bs_finding *a, const bs_finding *b);
void bs_finding_sort(bs_finding_array *findings);

#endif
