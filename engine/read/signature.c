// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/read/signature.h"

#include "engine/base/array.h"
#include "engine/base/encoding.h"

typedef struct signature {
    bs_str bytes;
    const char *what;
} signature;

// As registered with PRONOM, or printed in the format's own specification.
static const signature signatures[] = {
    {BS_STR_INIT("%PDF-"), "a PDF"},
    {BS_STR_INIT("PK\x03\x04"), "a ZIP container (XLSX, HWPX, ODS, DOCX ...)"},
    {BS_STR_INIT("PK\x05\x06"), "an empty ZIP container"},
    {BS_STR_INIT("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), "a compound file (HWP, XLS, DOC ...)"},
    {BS_STR_INIT("HWP Document File"), "an HWP document"},
    {BS_STR_INIT("{\\rtf"), "an RTF document"},
    {BS_STR_INIT("SQLite format 3\0"), "an SQLite database"},
    {BS_STR_INIT("\x1F\x8B"), "compressed (gzip)"},
    {BS_STR_INIT("7z\xBC\xAF\x27\x1C"), "a 7-Zip archive"},
    {BS_STR_INIT("\x89PNG\r\n\x1A\n"), "a PNG picture"},
    {BS_STR_INIT("\xFF\xD8\xFF"), "a JPEG picture"},
    {BS_STR_INIT("GIF8"), "a GIF picture"},
    {BS_STR_INIT("\x7F"
                 "ELF"),
     "a program"},
};

// UTF-16 and UTF-32 are full of zeros; nothing else that is text has one.
static bool has_odd_zero(bs_str bytes)
{
    if (bytes.len == 0 || memchr(bytes.ptr, 0, bytes.len) == NULL) return false;
    return !bs_encoding_is_wide(bytes);
}

const char *bs_read_signature(bs_str bytes)
{
    for (size_t i = 0; i < BS_COUNT(signatures); i++) {
        if (bs_str_starts(bytes, signatures[i].bytes)) return signatures[i].what;
    }
    return has_odd_zero(bytes) ? "binary" : NULL;
}
