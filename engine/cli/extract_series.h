// SPDX-License-Identifier: GPL-3.0-or-later
// extract_series.h: the series of documents, as load would keep them, without a store.
#ifndef BS_CLI_EXTRACT_SERIES_H
#define BS_CLI_EXTRACT_SERIES_H

#include "engine/cli/options.h"
#include "engine/cli/source_open.h"

// Writes the values of all series of the files, in the form that `format` says. What cannot be read
// is named, and the status to end with returned.
bs_exit bs_extract_series(bs_cli *cli, const bs_text_array *paths, const bs_open_options *wish,
                          bs_format format);

#endif
