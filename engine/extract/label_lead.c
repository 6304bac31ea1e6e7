// SPDX-License-Identifier: GPL-3.0-or-later
// What the items below an English line that leads to them measure: "Sales by region:" over
// "Ontario: $1.04 billion".
#include "engine/extract/extract_internal.h"
#include "engine/extract/label_internal.h"
#include "engine/extract/label_words.h"

enum { LEAD_BYTES_MAX = 100 };

static bool is_item(const bs__passage *passage)
{
    return passage->lang == BS_LANG_EN && passage->level > 0 && passage->table == 0;
}

// Without the words at its end that only lead on: "emissions by", "rates were".
static bs_str without_joint(bs_str text)
{
    static const char joints[] =
        " by| was| were| are| is| of| in| to| at| with| as follows| from| for";
    while (bs_list_ends(text, joints)) {
        bool follows = bs_str_ends(text, BS_STR(" as follows"));
        size_t len = follows ? strlen("as follows") : bs_str_behind_last(text, " ").len;
        text = bs_str_trim(bs_str_slice(text, 0, text.len - len));
    }
    return text;
}

// Does a line say of what the items are, and not only that they come: "Key findings:"?
static bool names_measure(bs_str text)
{
    static const char fronts[] =
        "Key|Main|Other|Also|These|This|Those|Note|Summary|Source|Table|Chart|Figure|Contact|In "
        "|At "
        "|On |During |Over |For |Compared|By |Background|Highlights|Among |Since |Between |From "
        "|And "
        "|But |It |They |We |Here|Of |Outlook|Findings|Results|Method|To |Within |After |Before ";
    static const char words[] =
        "inding|ighlight|ollowing|nclud|these|oints|evelopments|said|report";
    bool capital = text.len > 0 && text.ptr[0] >= 'A' && text.ptr[0] <= 'Z';
    if (!capital || text.len > LEAD_BYTES_MAX || bs_list_starts(text, fronts) ||
        bs_str_find(text, BS_STR(". "), 0) != SIZE_MAX ||
        bs_str_find(text, BS_STR(" "), 0) == SIZE_MAX)
        return false;
    return !bs_str_has_any(text, words);
}

void bs__label_note_lead(const bs__job *job, const bs__passage *passage, size_t first,
                         bs__frame *frame)
{
    if (frame->lead.len > 0 && passage->level > frame->lead_level) return;
    frame->lead = (bs_str){0};
    bs_str text = bs_str_trim(passage->text);
    while (text.len > 0 && strchr("*_ ", text.ptr[text.len - 1]))
        text.len--;
    if (passage->lang != BS_LANG_EN || passage->table > 0 || passage->title ||
        !bs_str_ends(text, BS_STR(":")))
        return;
    const bs_quantity_array *all = &job->out->quantities;
    for (size_t i = first; i < all->count; i++) {
        if (!bs__label_is_time(&all->items[i])) return;
    }
    text = without_joint(bs_str_trim(bs_str_slice(text, 0, text.len - 1)));
    if (!names_measure(text)) return;
    if (bs_list_starts(text, "The ")) text = bs_str_slice(text, strlen("The "), text.len);
    frame->lead = text;
    frame->lead_level = passage->level;
}

// "2.9 tonnes a year in detached houses": whose the number of an item is, behind it.
static bs_str whose(const bs_quantity *self, bs_str text)
{
    static const char links[] = " in | for | among | at | from | to ";
    bs_str after = bs_str_slice(text, bs__label_end(self, text), text.len);
    for (size_t at = 0; at < after.len && !strchr(",;.:(\n", after.ptr[at]); at++) {
        bs_str rest = bs_str_slice(after, at, after.len);
        if (bs_list_starts(rest, links))
            return bs__label_noun_phrase(
                bs_str_slice(rest, bs_str_find(rest, BS_STR(" "), 1) + 1, rest.len));
    }
    return (bs_str){0};
}

// What stands in front of the colon of an item, "Ear, nose and throat: 18.9".
static bs_str head_of(bs_str text)
{
    enum { HEAD_BYTES_MAX = 60 };
    size_t colon = bs_str_find(bs_str_slice(text, 0, HEAD_BYTES_MAX), BS_STR(": "), 0);
    bs_str head = bs_str_slice(text, 0, colon == SIZE_MAX ? 0 : colon);
    bool plain = head.len > 1 && head.ptr[0] >= 'A' && head.ptr[0] <= 'Z';
    for (size_t i = 0; plain && i < head.len; i++)
        plain = strchr("0123456789.(*", head.ptr[i]) == NULL;
    return plain ? head : (bs_str){0};
}

// Gives a bare number the unit at the end of the line above: "Median wait (weeks):".
static void take_unit(bs_quantity *self, const bs_unit_text *unit)
{
    bool bare = self->kind == BS_KIND_QUANTITY && bs_str_equal(self->unit, BS_STR("1"));
    if (!bare || bs_decimal_shift(&self->value, self->value, unit->power, NULL) != BS_OK) return;
    bs_dimension dimension = bs_unit_dimension(unit->unit);
    bool rate = dimension == BS_DIM_PERCENT || dimension == BS_DIM_POINT;
    self->unit = unit->unit;
    self->kind = rate                        ? BS_KIND_PERCENT
                 : dimension == BS_DIM_MONEY ? BS_KIND_CURRENCY
                                             : BS_KIND_QUANTITY;
    self->unit_rule = "line above the list";
}

void bs__label_of_lead(bs__job *job, const bs__passage *passage, size_t first,
                       const bs__frame *frame)
{
    bs_quantity_array *all = &job->out->quantities;
    if (!is_item(passage) || frame->lead.len == 0 || passage->level <= frame->lead_level) return;
    bs_str text = passage->text, head = head_of(text), name = frame->lead;
    bs_unit_text unit;
    bool stated = bs_str_ends(name, BS_STR(")")) &&
                  bs_scan_unit(&unit, job->arena, name, BS_LANG_EN) && unit.end == name.len &&
                  unit.start > 0 && unit.list_count <= 1;
    if (stated) name = bs_str_trim(bs_str_slice(name, 0, unit.start));
    for (size_t i = first; i < all->count; i++) {
        bs_quantity *self = &all->items[i];
        if (!bs__label_is_named_kind(self)) continue;
        bool nameless = self->indicator.len == 0 && self->subject.len == 0;
        bool opens = i == first && bs__label_start(self, text) == 0;
        bool headed = head.len > 0 && self->subject.len == 0 && self->indicator.ptr >= head.ptr &&
                      self->indicator.ptr + self->indicator.len == head.ptr + head.len;
        if (!headed && !(nameless && opens)) continue;
        self->subject = headed ? head : whose(self, text);
        self->indicator = name;
        if (stated) take_unit(self, &unit);
    }
}
