// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/error.h"

#include <stdarg.h>
#include <stdio.h>

static const char *const names[] = {
    [BS_OK] = "ok",
    [BS_E_MEMORY] = "memory",
    [BS_E_IO] = "io",
    [BS_E_ENCODING] = "encoding",
    [BS_E_FORMAT] = "format",
    [BS_E_RANGE] = "range",
    [BS_E_LIMIT] = "limit",
    [BS_E_NOT_FOUND] = "not-found",
    [BS_E_ARGUMENT] = "argument",
    [BS_E_STORE] = "store",
    [BS_E_GLYPH] = "glyph",
};
_Static_assert(sizeof names / sizeof names[0] == BS_STATUS_COUNT, "every status needs a name");

const char *bs_status_name(bs_status status)
{
    return (unsigned)status < BS_STATUS_COUNT ? names[status] : "unknown";
}

// A message that was cut in the middle of a character loses the broken rest of it.
static void cut_at_character(char *text, size_t len)
{
    size_t start = len;
    while (start > 0 && ((unsigned char)text[start - 1] & 0xC0) == 0x80)
        start--;
    if (start == 0) return;
    unsigned char lead = (unsigned char)text[start - 1];
    size_t need = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (start - 1 + need > len) text[start - 1] = '\0';
}

static void fill(bs_error *err, bs_status status, bs_place place, const char *format, va_list args)
{
    if (err == NULL || err->status != BS_OK) return;
    err->status = status;
    int wanted = vsnprintf(err->message, sizeof err->message, format, args);
    if (wanted >= (int)sizeof err->message) cut_at_character(err->message, sizeof err->message - 1);
    err->line = place.line;
    err->column = place.column;
    bs_error_set_file(err, place.file);
}

bs_status bs_fail(bs_error *err, bs_status status, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    fill(err, status, (bs_place){0}, format, args);
    va_end(args);
    return status;
}

bs_status bs_fail_at(bs_error *err, bs_status status, bs_place place, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    fill(err, status, place, format, args);
    va_end(args);
    return status;
}

void bs_error_set_file(bs_error *err, const char *file)
{
    if (err == NULL || file == NULL || err->file[0] != '\0') return;
    int wanted = snprintf(err->file, sizeof err->file, "%s", file);
    if (wanted >= (int)sizeof err->file) cut_at_character(err->file, sizeof err->file - 1);
}

void bs_error_clear(bs_error *err)
{
    if (err != NULL) *err = (bs_error)BS_ERROR_INIT;
}
