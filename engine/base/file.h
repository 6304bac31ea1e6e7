// SPDX-License-Identifier: GPL-3.0-or-later
// file.h: whole files in and out.
#ifndef BS_BASE_FILE_H
#define BS_BASE_FILE_H

#include "engine/base/buffer.h"

// Reads the file at `path`, or standard input when path is "-", onto the end of *out.
// BS_E_IO: it does not exist, is a directory, or cannot be read (the message says which).
// BS_E_LIMIT: larger than BS_FILE_BYTES_MAX.
BS_CHECKED bs_status bs_file_read(const char *path, bs_buffer *out, bs_error *err);

// Writes `bytes` to `path` so that a reader sees the old file or the whole new one: temporary file
// in the same folder, fsync, rename. "-" writes to standard output. BS_E_IO: the message says why,
// and an old file is intact.
BS_CHECKED bs_status bs_file_write(const char *path, bs_str bytes, bs_error *err);

// The same piece by piece. Owned by the caller: bs_file_out_commit or bs_file_out_abort releases
// it.
typedef struct bs_file_out bs_file_out;
// Begins the temporary file beside `path`. BS_E_IO.
BS_CHECKED bs_status bs_file_out_open(bs_file_out **out, const char *path, bs_error *err);
BS_CHECKED bs_status bs_file_out_add(bs_file_out *file, bs_str bytes, bs_error *err);
// Puts the file in its place; in any case it is released. BS_E_IO: an old file is intact.
BS_CHECKED bs_status bs_file_out_commit(bs_file_out *file, bs_error *err);
// Leaves everything as it was. NULL is harmless.
void bs_file_out_abort(bs_file_out *file);

#endif
