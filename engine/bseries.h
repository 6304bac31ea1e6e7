// SPDX-License-Identifier: GPL-3.0-or-later
// bseries.h: the library in one include.
//
// The way through it: bs_file_read and bs_encoding_to_utf8 give text, bs_source_init a source,
// bs_read_text a document, bs_extract a reading (quantities and series with the place where
// each number is printed), bs_check_run findings; bs_store keeps readings, bs_line_make takes the
// values of a series to compute with, engine/export writes them, bs_report_write shows them.
// Nothing prints, nothing exits, no state is global: two threads may work on two documents, each
// with an arena and an error of its own.
#ifndef BSERIES_H
#define BSERIES_H

#include "engine/analyze/alias.h"
#include "engine/analyze/check.h"
#include "engine/analyze/convert.h"
#include "engine/analyze/growth.h"
#include "engine/analyze/repair.h"
#include "engine/analyze/revision.h"
#include "engine/analyze/season.h"
#include "engine/analyze/target.h"
#include "engine/analyze/trend.h"
#include "engine/base/arena.h"
#include "engine/base/encoding.h"
#include "engine/base/error.h"
#include "engine/base/file.h"
#include "engine/core/finding.h"
#include "engine/core/series.h"
#include "engine/core/unit.h"
#include "engine/export/export.h"
#include "engine/extract/extract.h"
#include "engine/extract/tidy.h"
#include "engine/read/csv.h"
#include "engine/read/reader.h"
#include "engine/report/report.h"
#include "engine/store/store.h"

#endif
