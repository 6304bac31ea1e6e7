// SPDX-License-Identifier: GPL-3.0-or-later
// finding_internal.h: what the writers of findings share.
#ifndef BS_EXPORT_FINDING_INTERNAL_H
#define BS_EXPORT_FINDING_INTERNAL_H

#include "engine/export/export.h"

// The path of the source of a finding; empty when it has none.
bs_str bs_finding__path(const bs_finding *finding);

// engine/export/sarif.c
BS_CHECKED bs_status bs_sarif__write(bs_buffer *out, const bs_finding_array *findings,
                                     const bs_findings_options *options, bs_error *err);

#endif
