// SPDX-License-Identifier: GPL-3.0-or-later
// error.h: how a function says that it could not do its work.
//
// Three things are kept apart. An error is here: the work cannot go on, the function returns a
// status other than BS_OK and fills a bs_error of the caller's. A finding (engine/core/finding.h)
// is a result: the data look wrong. A bug is an assert. Nothing in the library prints or exits.
//
// A function that can fail is marked BS_CHECKED, returns bs_status, and takes `bs_error *err` last,
// which may be NULL. On failure its out-parameters are untouched unless its comment says otherwise.
#ifndef BS_BASE_ERROR_H
#define BS_BASE_ERROR_H

#include <stdint.h>

#include "engine/base/str.h"

// What a caller can act on. The order is that of the table in error.c.
typedef enum bs_status {
    BS_OK,
    BS_E_MEMORY,    // an allocation failed
    BS_E_IO,        // a file could not be opened, read or written
    BS_E_ENCODING,  // bytes are not text in the encoding that was detected or asked for
    BS_E_FORMAT,    // text is not of the form that was expected
    BS_E_RANGE,     // a number or period does not fit what holds it
    BS_E_LIMIT,     // a limit of engine/base/limits.h was exceeded
    BS_E_NOT_FOUND, // the named thing does not exist
    BS_E_ARGUMENT,  // the caller asked for something that makes no sense
    BS_E_STORE,     // the store refused, is locked, damaged or of another version
    BS_E_GLYPH,     // a character has no glyph in any installed font
    BS_STATUS_COUNT
} bs_status;

enum { BS_ERROR_MESSAGE_SIZE = 512, BS_ERROR_FILE_SIZE = 512 };

// Owned by the caller, who may put it on the stack: `bs_error err = BS_ERROR_INIT;`
typedef struct bs_error {
    bs_status status;
    char message[BS_ERROR_MESSAGE_SIZE]; // lower case, no full stop, quotes the offending text
    char file[BS_ERROR_FILE_SIZE];       // path; empty when the error is not about a file
    uint32_t line;                       // from 1; 0 when not about a line
    uint32_t column;                     // in characters from 1; 0 when not about a column
} bs_error;

#define BS_ERROR_INIT                                                                              \
    {                                                                                              \
        .status = BS_OK                                                                            \
    }

#define BS_CHECKED __attribute__((warn_unused_result))

// The status as one lower-case word for machines ("io", "format"). Static, do not free.
const char *bs_status_name(bs_status status);

// Fills *err unless it already holds an error (the first, most exact message wins), and returns
// `status`, so that a failing function ends `return bs_fail(err, BS_E_FORMAT, "...", ...)`.
// A message that is too long is cut at a character. err may be NULL.
bs_status bs_fail(bs_error *err, bs_status status, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

// The same with a place. line and column are 0 where there is none.
typedef struct bs_place {
    const char *file; // may be NULL
    uint32_t line;
    uint32_t column;
} bs_place;
bs_status bs_fail_at(bs_error *err, bs_status status, bs_place place, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

// Sets the file of an error that has none yet. err may be NULL.
void bs_error_set_file(bs_error *err, const char *file);

// Makes *err as good as new. err may be NULL.
void bs_error_clear(bs_error *err);

// Passes a failure on to the caller.
#define BS_TRY(call)                                                                               \
    do {                                                                                           \
        bs_status bs_try_status_ = (call);                                                         \
        if (bs_try_status_ != BS_OK) return bs_try_status_;                                        \
    } while (0)

// The same in a function that has something to release at its label `done:`, with a local `status`.
#define BS_TRY_DONE(call)                                                                          \
    do {                                                                                           \
        status = (call);                                                                           \
        if (status != BS_OK) goto done;                                                            \
    } while (0)

#endif
