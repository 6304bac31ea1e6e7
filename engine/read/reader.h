// SPDX-License-Identifier: GPL-3.0-or-later
// reader.h: the table of formats, and the one call that reads any of them.
#ifndef BS_READ_READER_H
#define BS_READ_READER_H

#include "engine/core/document.h"
#include "engine/core/series.h"

// Reads text (plain, Markdown, tab, pipe and aligned tables, HTML fragments inside text; a whole
// HTML file too) into blocks in reading order. Never fails on odd text: what is no table is
// paragraphs. `lang` overrides the language of every block unless it is BS_LANG_UNKNOWN.
// BS_E_LIMIT: a line, a table or the nesting is larger than engine/base/limits.h allows.
BS_CHECKED bs_status bs_read_text(bs_document *out, bs_arena *arena, const bs_source *source,
                                  bs_lang lang, bs_error *err);

// True when the source looks like a CSV or TSV data file rather than a text with tables in it:
// decided on its first lines and, when it has one, the ending of its path.
bool bs_read_is_csv(const bs_source *source);

#endif
