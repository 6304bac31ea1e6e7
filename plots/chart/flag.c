// SPDX-License-Identifier: GPL-3.0-or-later
#include <math.h>

#include "plots/chart/chart_internal.h"

enum { NOTE_GAP = 2 }; // between the parts of a note

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

void bs_chart__flag_write(bs_canvas *canvas, bs_flag_note *note, bs_spot at, bs_anchor anchor)
{
    bs_text_block *blocks[] = {&note->value, &note->reason, &note->proposal};
    for (size_t i = 0; i < BS_COUNT(blocks); i++) {
        if (blocks[i]->line_count == 0) continue;
        blocks[i]->anchor = anchor;
        bs_pen_write(&canvas->pen, blocks[i], at);
        at.y += bs_block_height(blocks[i]) + NOTE_GAP;
    }
}

bs_str bs_chart__note_number(bs_pen *pen, size_t number)
{
    enum { CIRCLED_MAX = 20 };
    if (number > CIRCLED_MAX) return bs_pen_format(pen, "(%zu)", number);
    return bs_pen_format(pen, "\xE2\x91%c", (char)(0xA0 + (int)number - 1));
}

double bs_chart__note_far(bs_canvas *canvas, const bs_chart_value *value, const bs_far_note *note,
                          bs_spot at)
{
    bs_pen *pen = &canvas->pen;
    bs_str number = bs_chart__note_number(pen, note->number);
    bs_str period = bs_time_label(note->period, pen->scene->lang, pen->arena);
    bs_str label = bs_chart__label(pen, value);
    bs_chart_value said = *value;
    said.reason =
        bs_pen_format(pen, "%.*s %.*s%s%.*s%s%.*s. %.*s", BS_STR_ARG(number),
                      BS_STR_ARG(note->name), note->name.len > 0 ? " " : "", BS_STR_ARG(period),
                      period.len > 0 ? ": " : "", BS_STR_ARG(label), BS_STR_ARG(value->reason));
    bs_flag_style style = {{0}, note->mark, note->width_px};
    bs_flag_note set = bs_chart__flag_set(canvas, &said, &style);
    bs_chart__flag_write(canvas, &set, at, BS_ANCHOR_START);
    return set.size.height;
}
