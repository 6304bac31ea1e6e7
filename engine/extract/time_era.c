// SPDX-License-Identifier: GPL-3.0-or-later
// Eras: their names, and years that are printed without one because it is plain from the text:
// "令和7年度予算 ... 6年度の1.9％".
#include "engine/extract/phrase_table.h"
#include "engine/extract/time_internal.h"

static const bs__phrase eras[] = {
    P("令和", JA, BS__ERA_LAST), P("平成", JA, 1988), P("昭和", JA, 1925), P("大正", JA, 1911),
    P("明治", JA, 1867),         P("民國", ZH, 1911), P("民国", ZH, 1911),
};

int bs__era_at(const bs__time_reader *r, size_t at, size_t *end)
{
    *end = at;
    if (bs__digit_here(r->text, at)) return 0; // what is mostly asked
    const bs__phrase *era = BS_PHRASE_AT(eras, r->scan, at);
    if (era != NULL) {
        *end = at + era->text.len;
        return era->value;
    }
    // "R6年度", "H30年"
    char letter = bs__char_at(r->text, at);
    bool brief = r->scan->lang == BS_LANG_JA && (letter == 'R' || letter == 'H') &&
                 !bs__letter_before(r->text, at) && bs__digit_here(r->text, at + 1);
    *end = at + 1;
    return !brief ? 0 : letter == 'R' ? BS__ERA_LAST : 1988;
}

// A year of one digit or two without its era, as printed; 0 for any other.
static int brief_year(const bs_item *item, bs_str text, size_t *digits)
{
    bs__integer number;
    bool time = item->kind == BS_KIND_YEAR || item->kind == BS_KIND_DATE;
    if (!time || !item->from.short_year) return 0;
    if (!bs__time_digits(&number, text, item->start, 2)) return 0;
    *digits = number.digits;
    return bs__starts_at(text, number.end, BS_STR("年")) ? number.value : 0;
}

// In an era that ended a year of two digits without a name is of that; in this one only a business
// year is, and no far one: "25年度" may be 2025.
static bool is_of_era(const bs_item *item, int year, int era, int published)
{
    enum { AHEAD_MAX = 10, ERA_ENDED = 2019 };
    if (era < BS__ERA_LAST) return published > 0 && published <= ERA_ENDED;
    return item->from.fiscal && published > 0 && era + year <= published + AHEAD_MAX;
}

void bs__settle_eras(bs_item_array *items, bs_str text, int *era, int published)
{
    enum { AHEAD_MAX = 3, ERA_BEFORE = 1988 };
    bs__scan scan = {.text = text, .lang = BS_LANG_JA};
    bs__time_reader reader = {.scan = &scan, .text = text};
    for (size_t i = 0; i < items->count; i++) {
        bs_item *item = &items->items[i];
        size_t end, digits = 0;
        int named = bs__era_at(&reader, item->start, &end);
        int year = named > 0 ? 0 : brief_year(item, text, &digits);
        if (named > *era) *era = named;
        if (year == 0 || (digits == 2 && (*era == 0 || !is_of_era(item, year, *era, published))))
            continue;
        // One of a digit that would be far ahead is of the era before.
        bool ahead = published > 0 && BS__ERA_LAST + year > published + AHEAD_MAX;
        int first = digits == 2 ? *era : ahead && *era < BS__ERA_LAST ? ERA_BEFORE : BS__ERA_LAST;
        int shift = first + year - item->from.year;
        item->from.year += shift;
        if (item->valued) item->value = bs_decimal_from_int(item->from.year);
        if (item->to.year > 0) item->to.year += shift;
    }
}

int bs__era_of_head(bs_str head)
{
    size_t end;
    bs__scan scan = {.text = bs_str_trim(head), .lang = BS_LANG_JA};
    bs__time_reader reader = {.scan = &scan, .text = scan.text, .header = true};
    return scan.text.len > 0 ? bs__era_at(&reader, 0, &end) : 0;
}

int bs__year_of_era(bs_str head)
{
    bs__integer number;
    bs_str text = bs_str_trim(head);
    bool read = bs__time_digits(&number, text, 0, 2) &&
                bs__starts_at(text, bs_gap_skip(text, number.end), BS_STR("年"));
    return read ? number.value : 0;
}
