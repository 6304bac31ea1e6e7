// SPDX-License-Identifier: GPL-3.0-or-later
// limits.h: every limit on input, by name. Beyond one of them a function returns BS_E_LIMIT with
// the name of what was too large; nothing is cut silently.
#ifndef BS_BASE_LIMITS_H
#define BS_BASE_LIMITS_H

#include <stddef.h>

#define BS_FILE_BYTES_MAX ((size_t)2 * 1024 * 1024 * 1024) // one source file
#define BS_TEXT_KEPT_BYTES_MAX ((size_t)16 * 1024 * 1024)  // text of a data file in the store
#define BS_LINE_BYTES_MAX ((size_t)64 * 1024 * 1024)       // one line of it
#define BS_CELL_BYTES_MAX ((size_t)1024 * 1024)            // one cell of a table or CSV
#define BS_TABLE_COLUMNS_MAX ((size_t)16 * 1024)           // columns of one table
#define BS_TABLE_PLACES_MAX ((size_t)128 * 1024 * 1024)    // rows times columns of one table
#define BS_HTML_DEPTH_MAX 64                               // nested tables and lists in HTML
#define BS_DECIMAL_DIGITS_MAX 18                           // digits of one number
#define BS_YEAR_MIN 1
#define BS_YEAR_MAX 9999

#endif
