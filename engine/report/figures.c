// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures, each at two widths: letters must not shrink on a telephone.
#include "engine/report/report_internal.h"

static const struct {
    const char *class;
    double width_px;
} widths[] = {{"wide", 1016}, {"narrow", 358}};

// Below its table a picture needs no name of its own.
static void write_caption(bs_page *page, const bs_leaf *leaf, const bs_figure_group *group)
{
    if (group->table > 0) return;
    BS_PUT(page, "<figcaption>");
    bool one = group->series_count == 1;
    bs_report__foreign(page, one ? group->series.items[0]->label : group->title, leaf->lang);
    BS_PUT(page, "</figcaption>\n");
}

static bs_status draw(bs_page *page, const bs_leaf *leaf, size_t index, size_t *drawn)
{
    const bs_figure_group *group = &leaf->groups.items[index];
    const bs_report_artist *artist = &page->options->artist;
    bs_buffer svg[BS_COUNT(widths)] = {BS_BUFFER_INIT};
    bs_status status = BS_OK;
    for (size_t i = 0; i < BS_COUNT(widths) && status == BS_OK; i++) {
        bs_report_figure figure = {
            .document = leaf->number - 1,
            .series = group->series.items,
            .series_count = group->series.count,
            .title = group->title,
            .id = bs_arena_format(page->arena, "d%zug%zu%c", leaf->number, index + 1,
                                  widths[i].class[0]),
            .lang = page->lang,
            .width_px = widths[i].width_px,
        };
        status = artist->draw(artist->context, &svg[i], &figure, page->err);
    }
    if (status == BS_OK && svg[0].len > 0 && svg[1].len > 0) {
        BS_PUT(page, "<figure class=\"chart\">\n");
        write_caption(page, leaf, group);
        for (size_t i = 0; i < BS_COUNT(widths); i++) {
            bs_buffer_addf(page->out, "<div class=\"%s\">", widths[i].class);
            bs_buffer_add(page->out, bs_buffer_str(&svg[i]));
            BS_PUT(page, "</div>\n");
        }
        BS_PUT(page, "</figure>\n");
        (*drawn)++;
    }
    for (size_t i = 0; i < BS_COUNT(widths); i++)
        bs_buffer_deinit(&svg[i]);
    return status;
}

static size_t count_drawable(const bs_leaf *leaf, size_t before)
{
    size_t count = 0;
    for (size_t i = 0; i < before; i++)
        count += leaf->groups.items[i].drawable;
    return count;
}

bs_status bs_report__figures(bs_page *page, const bs_leaf *leaf, size_t table)
{
    size_t drawn = 0;
    for (size_t i = 0; i < leaf->groups.count; i++) {
        const bs_figure_group *group = &leaf->groups.items[i];
        if (!group->drawable || group->table != table) continue;
        if (count_drawable(leaf, i) >= BS_REPORT_FIGURES_MAX) break;
        BS_TRY(draw(page, leaf, i, &drawn));
    }
    size_t all = count_drawable(leaf, leaf->groups.count);
    if (table > 0 || all <= BS_REPORT_FIGURES_MAX) return BS_OK;
    bs_report__left_out(page, BS_SAY_FIGURES_LEFT, BS_REPORT_FIGURES_MAX, all);
    return BS_OK;
}
