// SPDX-License-Identifier: GPL-3.0-or-later
#include <math.h>

#include "plots/chart/chart_internal.h"

enum { NOTE_GAP = 2 }; // between the parts of a note

bool bs_chart__has(const bs_chart_value *value)
{
    return value->state == BS_STATE_VALUE;
}

bool bs_chart__flagged(const bs_chart_value *value)
{
    return value->reason.len > 0 || value->proposal.len > 0;
}

bs_str bs_chart__concat(bs_pen *pen, bs_str prefix, bs_str text)
{
    return bs_pen_format(pen, "%.*s%.*s", BS_STR_ARG(prefix), BS_STR_ARG(text));
}

bs_str bs_chart__label(bs_pen *pen, const bs_chart_value *value)
{
    bs_str text = value->text.len > 0 ? value->text : bs_number_str(value->value, pen->arena);
    const char *letter = bs_status_look_of(value->status)->letter;
    if (letter[0] == '\0' || text.ptr == NULL) return text;
    return bs_pen_format(pen, "%.*s %s", BS_STR_ARG(text), letter);
}

bool bs_chart__proposed(const bs_chart_value *value, double *out)
{
    char digits[64];
    size_t len = 0;
    for (size_t i = 0; i < value->proposal.len && len < sizeof digits; i++) {
        if (value->proposal.ptr[i] != ',') digits[len++] = value->proposal.ptr[i];
    }
    bs_decimal proposed;
    if (bs_decimal_parse(&proposed, (bs_str){digits, len}, NULL) != BS_OK) return false;
    *out = bs_decimal_double(proposed);
    return true;
}

bs_style bs_chart__style(const bs_pen *pen, double size_px)
{
    return (bs_style){size_px, false, pen->theme->text, BS_ANCHOR_START, false};
}

bs_flag_note bs_chart__flag_set(bs_canvas *canvas, const bs_chart_value *value,
                                const bs_flag_style *flag)
{
    bs_pen *pen = &canvas->pen;
    bs_style style = {BS_SIZE_LABEL, true, pen->theme->flag_text, BS_ANCHOR_START, true};
    bs_flag_note note = {0};
    note.value = bs_pen_set(pen, flag->label, style, flag->width_px);
    style.size_px = BS_SIZE_NOTE;
    if (value->proposal.len > 0) {
        bs_str word = bs_word_get(BS_WORD_PROPOSED, canvas->chart->lang);
        bs_str proposal = bs_pen_format(pen, "%s%.*s%.*s", flag->mark, BS_STR_ARG(word),
                                        BS_STR_ARG(value->proposal));
        note.proposal = bs_pen_set(pen, proposal, style, flag->width_px);
    }
    style.bold = false;
    note.reason = bs_pen_set(pen, value->reason, style, flag->width_px);
    const bs_text_block *blocks[] = {&note.value, &note.reason, &note.proposal};
    for (size_t i = 0; i < BS_COUNT(blocks); i++) {
        double height = bs_block_height(blocks[i]);
        note.size.width = fmax(note.size.width, bs_block_width(blocks[i]));
        note.size.height += height + (height > 0 && note.size.height > 0 ? NOTE_GAP : 0);
    }
    return note;
}

void bs_chart__flag_write(bs_canvas *canvas, bs_flag_note *note, bs_point at, bs_anchor anchor)
{
    bs_text_block *blocks[] = {&note->value, &note->reason, &note->proposal};
    for (size_t i = 0; i < BS_COUNT(blocks); i++) {
        if (blocks[i]->line_count == 0) continue;
        blocks[i]->anchor = anchor;
        bs_pen_write(&canvas->pen, blocks[i], at);
        at.y += bs_block_height(blocks[i]) + NOTE_GAP;
    }
}
