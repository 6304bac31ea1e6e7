// SPDX-License-Identifier: GPL-3.0-or-later
#include <math.h>

#include "plots/chart/chart_internal.h"

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

bs_flag_note bs_chart__flag_set(bs_canvas *canvas, const bs_chart_value *value, const char *mark,
                                double width_px)
{
    bs_pen *pen = &canvas->pen;
    bs_style style = {BS_SIZE_NOTE, false, pen->theme->flag_text, BS_ANCHOR_START, false};
    bs_flag_note note = {0};
    note.reason = bs_pen_set(pen, value->reason, style, width_px);
    style.bold = true;
    bs_str word = bs_word_get(BS_WORD_PROPOSED, canvas->chart->lang);
    bs_str proposal = {0};
    if (value->proposal.len > 0) {
        proposal = bs_pen_format(pen, "%s%.*s%.*s", mark, BS_STR_ARG(word),
                                 BS_STR_ARG(value->proposal));
    }
    note.proposal = bs_pen_set(pen, proposal, style, width_px);
    note.size.width = fmax(bs_block_width(&note.reason), bs_block_width(&note.proposal));
    note.size.height = bs_block_height(&note.reason) + bs_block_height(&note.proposal) + 2;
    return note;
}

void bs_chart__flag_write(bs_canvas *canvas, const bs_flag_note *note, bs_point at)
{
    bs_pen_write(&canvas->pen, &note->reason, at);
    bs_point below = {at.x, at.y + bs_block_height(&note->reason)};
    if (note->reason.line_count > 0) below.y += 2;
    bs_pen_write(&canvas->pen, &note->proposal, below);
}
