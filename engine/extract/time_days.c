// SPDX-License-Identifier: GPL-3.0-or-later
// Several days of one English month: "June 9-15", "(April 10 to 16)".
#include "engine/extract/time_internal.h"
#include "engine/extract/words.h"

// "(April 10 to 16)", "from April 10 to 16": the length of what joins two days of one month where
// nothing else can; 0 for none.
static size_t days_joint(const bs__time_reader *r, const bs__integer *first)
{
    bs_str rest = bs_str_slice(r->text, first->end, r->text.len);
    size_t joint = bs_list_starts(rest, " to ") ? strlen(" to ") : 0;
    if (bs_list_starts(rest, " through ")) joint = strlen(" through ");
    if (joint == 0) return 0;
    bs_str front = bs_str_trim(bs_str_slice(r->text, 0, first->end - first->digits));
    size_t at = front.len;
    while (at > 0 && (bs__letter_at(front, at - 1) || front.ptr[at - 1] == '.'))
        at--;
    return bs_list_ends(bs_str_slice(front, 0, at), "(|from |From |between ") ? joint : 0;
}

// "June 9-15, 2025", "Aug. 8–14": the last of several days behind their month; 0 for none.
bs__integer bs__day_behind_dash(const bs__time_reader *r, const bs__integer *first)
{
    bs__integer last;
    bs__unit_here unit;
    size_t mark = bs__span_mark(r, first->end);
    bool dash = mark > 0 && mark <= strlen("–") && bs__char_at(r->text, first->end) != 't';
    size_t joint = dash ? 0 : days_joint(r, first);
    if (joint > 0) dash = true, mark = joint;
    bool days = dash && bs__time_digits(&last, r->text, first->end + mark, 2) &&
                bs__field_holds(BS_FIELD_DAY, last.value) && last.value > first->value;
    if (!days || bs__letter_at(r->text, last.end)) return (bs__integer){0};
    // "from April 10 to 16 May"
    static const char months[] = " Jan| Feb| Mar| Apr| May| Jun| Jul| Aug| Sep| Oct| Nov| Dec";
    if (joint > 0 && bs_list_starts(bs_str_slice(r->text, last.end, r->text.len), months))
        return (bs__integer){0};
    char next = bs__char_at(r->text, last.end);
    bool point = (next == '.' || next == ',') && bs__digit_here(r->text, last.end + 1);
    bool more = point || next == '%' || next == '-' || bs__unit_behind(&unit, r->scan, last.end);
    return more ? (bs__integer){0} : last;
}
