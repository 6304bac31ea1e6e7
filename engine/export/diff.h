// SPDX-License-Identifier: GPL-3.0-or-later
// diff.h: what was changed in a text, as a unified diff that patch(1) takes.
#ifndef BS_EXPORT_DIFF_H
#define BS_EXPORT_DIFF_H

#include "engine/base/buffer.h"

// Appends a unified diff with three lines of context (POSIX, "diff -u") to *out; nothing when the
// texts are equal. Both have the same number of lines, as has a text in which only numbers were
// changed: line is compared with line. Lines end at a line feed; a carriage return before it is
// part of the line. The name `path` stands on both sides. What memory could not hold is told by
// bs_buffer_status.
void bs_diff_write(bs_buffer *out, bs_str path, bs_str before, bs_str after);

#endif
