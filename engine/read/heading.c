// SPDX-License-Identifier: GPL-3.0-or-later
// Headings that signs mark: "## title", "== title ==", and a title over a line of = or -.
#include "engine/read/text_internal.h"

bs_status bs_heading__emit(bs_text_reader *reader, bs_block block, uint16_t level)
{
    block.kind = BS_BLOCK_HEADING;
    block.level = level;
    block.text = bs_line__unwrap(block.text);
    reader->last_line = block.line;
    return bs_text__emit(reader, block);
}

// "## title", with or without the closing signs.
bs_status bs_heading__read_hash(bs_text_reader *reader, uint32_t at, uint32_t *next)
{
    const bs_line *line = &reader->lines[at];
    size_t level = 0;
    while (level < line->text.len && line->text.ptr[level] == '#')
        level++;
    if (level == 0 || level > 6 || level == line->text.len) return BS_OK;
    if (line->text.ptr[level] != ' ' && line->text.ptr[level] != '\t') return BS_OK;
    bs_str text = line->text;
    while (bs_str_ends(text, BS_STR("#")))
        text.len--;
    if (text.len < line->text.len && !bs_str_ends(text, BS_STR(" "))) text = line->text;
    *next = at + 1;
    reader->heading_count = 0;
    bs_block block = {.line = line->number,
                      .text = bs_str_trim(bs_str_slice(text, level, text.len))};
    return bs_heading__emit(reader, block, (uint16_t)level);
}

// "== title ==" of wikis: as many signs behind it as in front.
bs_status bs_heading__read_wiki(bs_text_reader *reader, uint32_t at, uint32_t *next)
{
    enum { SIGNS_MIN = 2, SIGNS_MAX = 6 };
    const bs_line *line = &reader->lines[at];
    bs_str text = line->text;
    size_t signs = 0;
    while (signs < text.len && text.ptr[signs] == '=')
        signs++;
    if (signs < SIGNS_MIN || signs > SIGNS_MAX || text.len <= 2 * signs) return BS_OK;
    for (size_t i = 0; i < signs; i++) {
        if (text.ptr[text.len - 1 - i] != '=') return BS_OK;
    }
    bs_str title = bs_str_trim(bs_str_slice(text, signs, text.len - signs));
    if (!bs_line__has_letter(title) || memchr(title.ptr, '=', title.len) != NULL) return BS_OK;
    *next = at + 1;
    reader->heading_count = 0;
    return bs_heading__emit(reader, (bs_block){.line = line->number, .text = title},
                            (uint16_t)signs);
}

// A title with a line of = or - under it that is about as long.
bs_status bs_heading__read_underlined(bs_text_reader *reader, uint32_t at, uint32_t *next)
{
    if (at + 1 >= reader->line_count) return BS_OK;
    if (at > 0 && !bs_line__is_blank(reader, at - 1)) return BS_OK; // the last of several lines
    const bs_line *line = &reader->lines[at];
    bs_str rule = reader->lines[at + 1].text;
    if (rule.len < 3 || (rule.ptr[0] != '=' && rule.ptr[0] != '-')) return BS_OK;
    for (size_t i = 1; i < rule.len; i++) {
        if (rule.ptr[i] != rule.ptr[0]) return BS_OK;
    }
    size_t width = bs_line__width(line->text);
    if (!bs_line__has_letter(line->text) || width > 120 || rule.len > width * 2 + 8) return BS_OK;
    bs_str title;
    if (bs_marker__caption(line->text, &title) || bs_marker__is_unit(line->text)) return BS_OK;
    if (bs_marker__read(line->text).kind == BS_MARKER_BULLET) return BS_OK;
    *next = at + 2;
    reader->heading_count = 0;
    bs_marker marker = bs_marker__read(line->text);
    bs_str text = bs_str_slice(line->text, marker.len, line->text.len);
    return bs_heading__emit(reader, (bs_block){.line = line->number, .text = text},
                            rule.ptr[0] == '=' ? 1 : 2);
}
