// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/read/signature.h"

#include "engine/base/array.h"
#include "engine/base/encoding.h"

// What a person can do with such a file.
#define TO_TEXT "turn it into text first, as 'pdftotext -layout' does"
#define BY_OFFICE "save it as CSV or as plain text first"
#define UNPACK "unpack it first"
#define PICTURE "turn it into text first; a picture of a page is not read"

// As registered with PRONOM, or printed in the format's own specification.
static const bs_signature signatures[] = {
    {BS_STR_INIT("%PDF-"), "a PDF", TO_TEXT},
    {BS_STR_INIT("PK\x03\x04"), "a ZIP container (XLSX, HWPX, ODS, DOCX ...)", BY_OFFICE},
    {BS_STR_INIT("PK\x05\x06"), "an empty ZIP container", NULL},
    {BS_STR_INIT("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), "a compound file (HWP, XLS, DOC ...)",
     BY_OFFICE},
    {BS_STR_INIT("HWP Document File"), "an HWP document", BY_OFFICE},
    {BS_STR_INIT("{\\rtf"), "an RTF document", BY_OFFICE},
    {BS_STR_INIT("SQLite format 3\0"), "an SQLite database",
     "a store is named with --store; of another database, export the tables as CSV"},
    {BS_STR_INIT("\x1F\x8B"), "compressed (gzip)", UNPACK},
    {BS_STR_INIT("BZh"), "compressed (bzip2)", UNPACK},
    {BS_STR_INIT("\xFD"
                 "7zXZ\0"),
     "compressed (xz)", UNPACK},
    {BS_STR_INIT("7z\xBC\xAF\x27\x1C"), "a 7-Zip archive", UNPACK},
    {BS_STR_INIT("\x89PNG\r\n\x1A\n"), "a PNG picture", PICTURE},
    {BS_STR_INIT("\xFF\xD8\xFF"), "a JPEG picture", PICTURE},
    {BS_STR_INIT("GIF8"), "a GIF picture", PICTURE},
    {BS_STR_INIT("\x7F"
                 "ELF"),
     "a program", NULL},
};

// UTF-16 and UTF-32 are full of zeros; nothing else that is text has one.
static bool has_odd_zero(bs_str bytes)
{
    if (bytes.len == 0 || memchr(bytes.ptr, 0, bytes.len) == NULL) return false;
    return !bs_encoding_is_wide(bytes);
}

const bs_signature *bs_read_signature(bs_str bytes)
{
    static const bs_signature binary = {{NULL, 0}, "binary", NULL};
    for (size_t i = 0; i < BS_COUNT(signatures); i++) {
        if (bs_str_starts(bytes, signatures[i].bytes)) return &signatures[i];
    }
    return has_odd_zero(bytes) ? &binary : NULL;
}
