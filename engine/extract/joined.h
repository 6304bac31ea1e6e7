// SPDX-License-Identifier: GPL-3.0-or-later
// joined.h: running text whose lines somebody wrapped, or with character references of HTML in it.
//
// "in the 12\n   months to March", "３０９６\n　万人", "30&#8211;40%": a sentence is read from a
// copy without the line ends and what the next lines are set in by, and with the characters that
// references stand for. Chinese has narrow commas, semicolons and colons in many pages,
// "24亿元,增长3%": the copy has the wide ones. What has been read then gets the place that is
// printed.
#ifndef BS_EXTRACT_JOINED_H
#define BS_EXTRACT_JOINED_H

#include "engine/base/arena.h"
#include "engine/base/array.h"
#include "engine/base/error.h"
#include "engine/base/str.h"
#include "engine/core/document.h"

// Where a line of the copy begins, or what follows a reference: `short_by` bytes of the printed
// text are missing in front of it, more or fewer than at the line before.
typedef struct bs__seam {
    size_t at;       // byte of the copy
    size_t short_by; // bytes that the copy is short of the printed text from here on; a copy that
                     // is longer has what wraps round to the place
    bool reference;  // what is missing belongs to the character in front
} bs__seam;

typedef struct bs__joined {
    bs_str text;              // the copy; the printed text itself where there are no seams
    bs_str printed;           // slice of the source
    BS_ARRAY(bs__seam) seams; // in order
    bool pieced;              // of pieces of lines, beside which other text stands
    bool han;                 // Chinese, whose narrow marks are wide in the copy
} bs__joined;

// Puts characters for their references and joins the lines of a paragraph: with nothing between
// characters of scripts without blanks, or behind a hyphen, and with a blank else. Digits at both
// sides of a line end stay apart. The copy is in the arena. BS_E_MEMORY only.
BS_CHECKED bs_status bs__join_lines(bs__joined *out, bs_arena *arena, bs_str printed, bs_lang lang,
                                    bs_error *err);

// The same for the pieces of lines that a paragraph in a column of a page has.
BS_CHECKED bs_status bs__join_pieces(bs__joined *out, bs_arena *arena, const bs_block *block,
                                     bs_error *err);

// The slice of the printed text that a slice of the copy was made from.
bs_str bs__joined_printed(const bs__joined *joined, bs_str slice);

// The same for a name, which stays what the copy has where other than marks differ: a name is told
// without line ends and references.
bs_str bs__joined_name(const bs__joined *joined, bs_str slice);

#endif
