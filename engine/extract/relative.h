// SPDX-License-Identifier: GPL-3.0-or-later
// relative.h: times that are named by their distance: last year, 지난달, 今年, 先月.
#ifndef BS_EXTRACT_RELATIVE_H
#define BS_EXTRACT_RELATIVE_H

#include "engine/base/array.h"
#include "engine/core/lang.h"
#include "engine/core/period.h"

typedef enum bs__mention_kind {
    BS__MENTION_POINT,   // last year, 지난달
    BS__MENTION_BEFORE,  // one period before that which is spoken of: 前值
    BS__MENTION_RUNNING, // from January to the month that is spoken of: 누계, year to date
    BS__MENTION_PLAN, // the years of a plan, told as a point: “十四五”期间; in the table only
    BS__MENTION_PART, // "in the third" behind a quarter or half: that of the same year, `distance`
    BS__MENTION_TERM, // the business year beside the paper's: 前期; with same_part its end: 前期末
    BS__MENTION_END,        // the last part of what is reported: 报告期末, 当中間期末
    BS__MENTION_UNTOLD,     // long ago, nobody knows when: "before the pandemic"
    BS__MENTION_DEADLINE,   // the year of the document: "by year-end", 年底前, 연말까지
    BS__MENTION_SPOKEN,     // the quarter that is reported: "during the quarter"
    BS__MENTION_WHOLE_YEAR, // the year of the quarter or month that is spoken of: 연간, full-year
} bs__mention_kind;

typedef struct bs__mention {
    bs__mention_kind kind;
    size_t start; // bytes in the text
    size_t end;
    bs_period period;  // counted from the document's date; BS_PERIOD_NONE where that is not known
    bs_frequency unit; // what it counts in
    bool of_period;    // "the previous year": to be counted from the period that is spoken of; of
                       // a running total: one only where it is told from that period
    int distance;      // units between the two
    bool same_part; // "지난해 같은 기간(29억)", "去年同期为": the same part of that year
} bs__mention;

typedef BS_ARRAY(bs__mention) bs__mention_array;

// Appends every relative time of `text` in order, counted from `from`, the document's date. What is
// only the base of a comparison ("전년 대비", "比上年", "than last year") is no time. When `from`
// is BS_PERIOD_NONE, so is the period of all that are counted from it. BS_E_MEMORY only.
BS_CHECKED bs_status bs__find_relative(bs__mention_array *out, bs_arena *arena, bs_str text,
                                       bs_lang lang, bs_period from, bs_error *err);

// True when a time between `before` and `after` is what something is said to equal: "与上半年持平",
// "지난해와 같다", "unchanged from".
bool bs__is_equalled(bs_str before, bs_str after);

// True when a time between `before` and `after` is what a change in points is held against:
// "低于上月0.7个百分点", "高于去年同期0.5个百分点".
bool bs__is_held_by_points(bs_str before, bs_str after);

// True when `text` begins with a relative time, give or take commas and brackets in front of it.
bool bs__starts_relative(bs_str text, bs_lang lang);

// True when `text` is a relative time and nothing else.
bool bs__is_relative(bs_str text, bs_lang lang);

#endif
