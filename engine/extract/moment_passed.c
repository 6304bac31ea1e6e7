// SPDX-License-Identifier: GPL-3.0-or-later
// Japanese: times whose level has been passed or not reached, and forecasts of then, which a number
// is held against.
#include "engine/extract/moment_internal.h"
#include "engine/extract/words.h"

bool bs__is_passed(const bs__passage *passage, const bs_item *item)
{
    enum { CLAUSE_BYTES_MAX = 72 };
    static const char objects[] =
        "を|の水準を|水準を|の実績を|実績を|の値を|の同月を|の同期を|の数字を";
    static const bs_str verbs[] = {BS_STR_INIT("上回"), BS_STR_INIT("下回"), BS_STR_INIT("超え"),
                                   BS_STR_INIT("割り込")};
    // "4月時点の見通しと比べると": what was told then.
    static const char told[] = "時点の見通しと比|時点の見通しに比|時点の見通しから|時点の予測から|"
                               "時点の予想から|公表の予想から|公表の予想に比|発表の予想から";
    if (passage->lang != BS_LANG_JA) return false;
    bs_str next = bs_str_slice(passage->text, item->end, item->end + CLAUSE_BYTES_MAX);
    if (bs_list_starts(next, told)) return true;
    if (!bs_list_starts(next, objects)) return false;
    size_t stop = bs_str_find(next, BS_STR("。"), 0), comma = bs_str_find(next, BS_STR("、"), 0);
    next.len = stop < next.len ? stop : next.len;
    next.len = comma < next.len ? comma : next.len;
    for (size_t i = 0; i < BS_COUNT(verbs); i++) {
        if (bs_str_find(next, verbs[i], 0) != SIZE_MAX) return true;
    }
    return false;
}
