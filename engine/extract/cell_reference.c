// SPDX-License-Identifier: GPL-3.0-or-later
// Cells with character references of HTML in them: "&#8211;5.9", "&#9651;12", "&mdash;".
#include "engine/base/entity.h"
#include "engine/extract/scan_internal.h"

// A cell with references such as "&#8211;" in it as a reader sees it: *text is what they stand for,
// in the buffer, and places[i] where byte i of it stands in the cell.
enum { REFERENCES_BYTES_MAX = 64 };
typedef struct plain_cell {
    char bytes[REFERENCES_BYTES_MAX + 4];
    size_t places[REFERENCES_BYTES_MAX + 5];
    bs_str text;
} plain_cell;

// False when the cell has no reference, or is too long to be a number.
static bool without_references(plain_cell *out, bs_str text)
{
    if (text.len > REFERENCES_BYTES_MAX || memchr(text.ptr, '&', text.len) == NULL) return false;
    size_t len = 0;
    bool any = false;
    for (size_t at = 0; at < text.len;) {
        bs_rune rune = bs_entity_at(text, at);
        any |= rune.len > 0;
        size_t count = rune.len > 0 ? bs_utf8_encode(rune.code, out->bytes + len) : 1;
        if (rune.len == 0) out->bytes[len] = text.ptr[at];
        for (size_t i = 0; i < count; i++)
            out->places[len + i] = at;
        len += count;
        at += rune.len > 0 ? rune.len : 1;
    }
    out->places[len] = text.len;
    out->text = (bs_str){out->bytes, len};
    return any;
}

void bs_scan_cell(bs_cell_value *out, bs_str text, bs_lang lang)
{
    plain_cell plain;
    lang = bs__lang_of_text(text, lang);
    if (text.len == 0 || !without_references(&plain, text)) {
        bs__scan_plain_cell(out, text, lang);
        return;
    }
    bs__scan_plain_cell(out, plain.text, lang);
    out->digits_start = plain.places[out->digits_start];
    out->digits_end = plain.places[out->digits_end];
    out->beside_start = plain.places[out->beside_start];
    out->beside_end = plain.places[out->beside_end];
}
