// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analyze/relation_lines.h"

#include "engine/base/utf8.h"

enum { LABEL_BYTES_MIN = 4, LABEL_BYTES_MAX = 80 };

// The label without the unit in parentheses behind it.
static bs_str bare_label(bs_str label)
{
    size_t open = bs_str_find(label, BS_STR("("), 0);
    size_t wide = bs_str_find(label, BS_STR("（"), 0);
    size_t end = open < wide ? open : wide;
    return bs_str_trim(end == SIZE_MAX ? label : bs_str_slice(label, 0, end));
}

static bool is_name(const bs_grid_line *line, bs_str label)
{
    bs_rune first = bs_utf8_decode(label, 0);
    bool digit = first.code >= '0' && first.code <= '9';
    return line->count > 0 && !line->total && !line->subtotal && !digit &&
           label.len >= LABEL_BYTES_MIN && label.len <= LABEL_BYTES_MAX;
}

static void add_lines(bs_lines *out, bs_lens lens)
{
    for (size_t i = 0; i < bs_lens_line_count(lens); i++) {
        const bs_grid_line *line = bs_lens_line(lens, i);
        bs_str label = bare_label(line->own_label);
        if (!is_name(line, label) || out->count == BS_NAMED_LINES_MAX) continue;
        out->items[out->count++] = (bs_named_line){label, lens, i};
    }
}

bs_status bs_lines_init(bs_lines *out, bs_arena *arena, const bs_view *view, bs_error *err)
{
    *out = (bs_lines){view, BS_NEW_ARRAY(arena, bs_named_line, BS_NAMED_LINES_MAX), 0};
    if (out->items == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    for (size_t i = 0; i < view->grids.count; i++) {
        const bs_grid *grid = &view->grids.items[i];
        if (grid->block == 0) continue;
        add_lines(out, (bs_lens){grid, false});
        add_lines(out, (bs_lens){grid, true});
    }
    return BS_OK;
}

static bool is_latin_at(bs_rune rune)
{
    return rune.len > 0 && bs_rune_is_latin(rune.code);
}

static bool stands_at(bs_str text, bs_str label, size_t at)
{
    bs_str here = {text.ptr + at, label.len};
    if (!bs_str_equal_nocase(here, label)) return false;
    if (!is_latin_at(bs_utf8_decode(label, 0))) return true;
    return !is_latin_at(bs_utf8_decode_before(text, at)) &&
           !is_latin_at(bs_utf8_decode(text, at + label.len));
}

size_t bs_lines_find(const bs_lines *lines, bs_str text, bs_label_place *out, size_t max)
{
    size_t count = 0;
    for (size_t i = 0; i < lines->count && count < max; i++) {
        bs_str label = lines->items[i].label;
        if (label.len > text.len) continue;
        for (size_t at = text.len - label.len + 1; at-- > 0;) {
            if (!stands_at(text, label, at)) continue;
            out[count++] = (bs_label_place){i, at, at + label.len};
            break;
        }
    }
    return count;
}
