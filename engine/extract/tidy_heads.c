// SPDX-License-Identifier: GPL-3.0-or-later
// Heads that name a thing and its time, in a table that has no other time: "Waiting, March 2023",
// "2023年人口", "매출액(2023년)". A time that the thing is held against is none of its own: "change
// since 2019", "GDP (constant 2015 prices)".
#include "engine/extract/scan.h"
#include "engine/extract/tidy_internal.h"
#include "engine/extract/words.h"

// Whether a head compares, so that a time in it may be a base.
static bool compares(bs_str name)
{
    static const char words[] = "since|Since|than|compared|Compared|vs|versus|between|Between|"
                                "against|relative|base|Base|constant|Constant|price|Price|"
                                "change|Change|growth|Growth|대비|이후|이전|증감|불변|比|增|较|較|"
                                "以来|以降|より|増|減|价格|價格|価格|=100";
    for (size_t at = 0; at < name.len; at++) {
        bool begins = at == 0 || (unsigned char)name.ptr[at] >= 0x80 ||
                      (unsigned char)name.ptr[at - 1] >= 0x80 ||
                      memchr(" (,/-=0123456789", name.ptr[at - 1], 16) != NULL;
        if (begins && bs_list_starts(bs_str_slice(name, at, name.len), words)) return true;
    }
    return false;
}

// What is left of a head in front of its time, or behind it.
static bs_str without_ends(bs_str text)
{
    static const char opens[] = "(|（|,|，|:|：| in| at| as of| for|·";
    text = bs_str_trim(text);
    while (bs_list_ends(text, opens)) {
        size_t at = text.len;
        for (; at > 0 && !bs_list_starts(bs_str_slice(text, at, text.len), opens); at--) {
        }
        text = bs_str_trim(bs_str_slice(text, 0, at));
    }
    return text;
}

bs_status bs__tidy_split_head(bs_tidy *tidy, bs_str name, bs_str *time, bs_str *rest, bs_error *err)
{
    bs_item_array items = {0};
    *time = (bs_str){0};
    BS_TRY(bs_scan(&items, &tidy->arena, name, tidy->lang, err));
    const bs_item *found = NULL;
    for (size_t i = 0; i < items.count; i++) {
        const bs_item *item = &items.items[i];
        if (item->kind != BS_KIND_YEAR && item->kind != BS_KIND_DATE) continue;
        if (found != NULL) return BS_OK;
        found = item;
    }
    if (found == NULL) return BS_OK;
    bs_str text = bs_str_slice(name, found->start, found->end);
    bs_str before = bs_str_trim(bs_str_slice(name, 0, found->start));
    bs_str behind = bs_str_trim(bs_str_slice(name, found->end, name.len));
    if (bs_list_starts(behind, ")|）"))
        behind = bs_str_trim(bs_str_slice(behind, behind.ptr[0] == ')' ? 1 : 3, behind.len));
    if ((before.len > 0) == (behind.len > 0)) return BS_OK; // in the middle, or nothing else
    if (bs_list_starts(behind, "/|-|–|~|.") || bs_list_ends(before, "/|-|–|~|.")) return BS_OK;
    if (bs_list_ends(before, " over| from| to| until| before| after| by")) return BS_OK;
    *rest = before.len > 0 ? without_ends(before) : behind;
    if (rest->len > 0 && bs__tidy_time_of(text, tidy->lang) == BS__TIDY_WHOLE) *time = text;
    return BS_OK;
}

static bool may_hold_values(const bs_tidy *tidy, size_t column, const bs__tidy_facts *contents)
{
    bs__tidy_role role = tidy->columns[column].role;
    bool open = role == BS__TIDY_UNKNOWN || role == BS__TIDY_AMOUNT;
    bool origin = bs__tidy_names_origin(tidy->columns[column].name);
    return open && !origin && bs__tidy_mostly_numbers(contents);
}

void bs__tidy_drop_moved_heads(bs_tidy *tidy, const bs__tidy_facts *contents)
{
    size_t last = tidy->width - 1;
    if (tidy->width < 3 || !tidy->columns[0].timed || tidy->columns[last].timed) return;
    bool values = tidy->columns[last].name.len == 0 && bs__tidy_mostly_numbers(&contents[last]);
    if (!values || bs__tidy_mostly_numbers(&contents[0])) return;
    for (size_t i = 0; i < tidy->width; i++)
        tidy->columns[i].timed = false;
}

bs_status bs__tidy_head_times(bs_tidy *tidy, const bs__tidy_facts *contents, bool titled,
                              bs_error *err)
{
    enum { WIDTH_MAX = 256 };
    bs_str times[WIDTH_MAX], rests[WIDTH_MAX];
    size_t values = 0, dated = 0;
    if (tidy->width > WIDTH_MAX) return BS_OK;
    for (size_t i = 0; i < tidy->width; i++) {
        times[i] = (bs_str){0};
        if (!may_hold_values(tidy, i, &contents[i])) continue;
        values++;
        bs_str name = tidy->columns[i].name;
        if (name.len == 0 || compares(name)) continue;
        BS_TRY(bs__tidy_split_head(tidy, name, &times[i], &rests[i], err));
        dated += times[i].len > 0;
    }
    bool partly = dated < values && !titled; // nothing dates the others
    if (dated == 0 || (partly && dated * 2 < values)) return BS_OK;
    bs_str time = {0}, rest; // a time over the names: the heads have moved to the left
    if (partly) BS_TRY(bs__tidy_split_head(tidy, tidy->columns[0].name, &time, &rest, err));
    if (time.len > 0 && times[0].len == 0) return BS_OK;
    for (size_t i = 0; i < tidy->width; i++) {
        bs__tidy_column *column = &tidy->columns[i];
        if (times[i].len == 0) {
            column->unread = partly && may_hold_values(tidy, i, &contents[i]);
            if (column->unread) column->role = BS__TIDY_IGNORED;
            continue;
        }
        column->time = times[i];
        column->name = rests[i];
        column->timed = true;
    }
    tidy->dated_heads = true;
    return BS_OK;
}

bs_status bs__tidy_head_totals(bs_tidy *tidy, const bs__tidy_facts *contents, bs_error *err)
{
    enum { WIDTH_MAX = 256 };
    for (size_t i = 0; i < tidy->width && tidy->width <= WIDTH_MAX; i++) {
        bs__tidy_column *column = &tidy->columns[i];
        bs_str time, rest = {0};
        if (column->timed || column->name.len == 0) continue;
        if (!may_hold_values(tidy, i, &contents[i])) continue;
        BS_TRY(bs__tidy_split_head(tidy, column->name, &time, &rest, err));
        if (time.len == 0 || !bs_word_is(rest, BS_MEANS_TOTAL)) continue;
        column->time = time;
        column->name = (bs_str){0};
        column->timed = true;
    }
    return BS_OK;
}
