// SPDX-License-Identifier: GPL-3.0-or-later
// moment.h: the times that a passage names, and which of them a number belongs to.
//
// A time is a frame (it says when what stands around it was measured), or not: the base of a
// comparison (2020년 대비, 与上半年持平), the base of an index (2020=100), the day on which
// something was announced (21일 발표한). A number takes the frame before it, or one bound behind it
// ("21.0% in 2022"). What is not printed of a date is filled in from the passage, the section and
// the document's date, in this order, and marked as inferred.
#ifndef BS_EXTRACT_MOMENT_H
#define BS_EXTRACT_MOMENT_H

#include "engine/extract/extract_internal.h"

typedef struct bs__moment {
    size_t start; // bytes in the passage
    size_t end;
    size_t item; // index of the item; BS__NO_ITEM for a relative word
    size_t only; // index of the one item that it is bound to; BS__NO_ITEM for none
    bs_period period;
    bool frame;
    bool lasting; // holds for what follows too: its year is printed, or it is no mere month or day
    bool inferred;
    bool of_length;   // in the bracket of a length: "최근 5년간(2027~2031년)"
    bool looks_back;  // a relative word behind a number that another is compared with
    bool past;        // a relative word that looks back: last year
    bool bound;       // of the number beside it alone
    size_t scope;     // byte of the parenthesis that opens around it and its own numbers; SIZE_MAX
    size_t scope_end; // and of the one that closes
    bool chained;     // a step of a chain: "(’23) 2,898 → (’24) 3,200"
    bool of_rate;     // twelve months over which a price has risen: "rose by 5.9% in the year to
                      // July"; all that is no rate, or of other sentences, is of their last month
    bool sibling;     // one of several parts of a year that its sentence goes through
    bool counted;     // its year is told by a word that looks back: 지난해 4분기
} bs__moment;

#define BS__NO_ITEM SIZE_MAX

typedef struct bs__moments {
    const bs__job *job;
    const bs__passage *passage;
    const bs_item_array *items;
    BS_ARRAY(bs__moment) all; // in order
    size_t *of_item;          // one an item: index + 1 of its own moment, 0 for none
} bs__moments;

// Finds the times of `passage`, whose items are `items`, under what the section has said so far.
// Lives as long as the job's scratch arena. BS_E_MEMORY only.
BS_CHECKED bs_status bs__find_moments(bs__moments *out, bs__job *job, const bs__passage *passage,
                                      const bs_item_array *items, const bs__frame *frame);

// The moment that item `index` belongs to; NULL when the passage has none for it.
const bs__moment *bs__moment_for(const bs__moments *moments, size_t index);

// When the document speaks: its date, else the time of its title; BS_PERIOD_NONE for neither.
bs_period bs__time_of_writing(const bs__job *job);
// Does a passage that speaks of targets, maybe in another sentence, mean the item, which is of
// `period`: of the latest of the times it names, or of a year that lies ahead?
bool bs__is_targeted(const bs__moments *moments, size_t index, bs_period period);

// Is the time of the item one that is not over and by whose end something shall be: "到2025年底",
// "올해 말까지"?
bool bs__is_due(const bs__moments *moments, size_t index);

// "2030년까지 12곳을 유치한다", "到2030年建成12个": is the time of the item one by which something
// shall be done, in its own sentence?
bool bs__is_resolved(const bs__moments *moments, size_t index);
// "三、2026年重点工作": is the heading that of what shall be done? And is the item, of `period`, of
// the year that has just begun or a later one, and no report of what has been done?
bool bs__is_heading_of_plan(bs_str heading, bs_lang lang);
bool bs__is_of_plan(const bs__moments *moments, size_t index, bs_period period);

// Is the item of the present that its sentence names, where the section speaks of a plan's year?
bool bs__is_of_now_under(const bs__moments *moments, size_t index, const bs__frame *frame);
// The period of the number that the passage goes on with a part of, where it opens so and that is
// later than what the section reports; none else. The passage's own quantities begin at `first`.
bs_period bs__period_of_whole(const bs__moments *moments, const bs_item *item, size_t first,
                              bs_period reported);

// The period that `found` gives the item: of a list of times ("'17년, '19년과 '23년") directly in
// front of it all of them, as a span.
bs_period bs__moment_period(const bs__moments *moments, size_t index, const bs__moment *found);

// The last month of a term for a rate "over the month"; else the period itself.
bs_period bs__month_of_basis(const bs__passage *passage, const bs_item *item, bs_period period);

// The period of a month, quarter or half whose year is not printed, next to the date `published`;
// false for other items, and where that date is not known.
bool bs__period_near(bs_period *out, const bs_item *item, bs_period published);
// Does a text end in what introduces the day of a page, "最終更新日:"? That dates nothing else.
// (moment_item.c)
bool bs__is_day_of_page(bs_str front);

// Takes what a passage without amounts, whose quantities are those from `first` on, says of the
// figures in brackets: that they are of an earlier time. (moment_bracket.c)
void bs__note_brackets(bs__job *job, const bs__passage *passage, size_t first);

// Takes over what the passage says of its time for the passages behind it.
void bs__carry_moments(const bs__moments *moments, bs__frame *frame);
// Comes back to the time that a title or heading pins, where the passage before it had turned to
// another one and does not lead on to this one.
void bs__return_to_report(bs__frame *frame, const bs__passage *passage);
// Is the time of a title that of the issue, "2024年版", or in which the paper has been `published`,
// and not that of its figures?
bool bs__is_issue(bs_str title, bs_period period, bs_period published);
// And what an item of a list says of the month that it is about, for the items below it.
void bs__carry_below(const bs__moments *moments, bs__frame *frame);
// Does the passage stand straight under a line that is about a month, in the same paragraph? Keeps
// that month for the next line where the passage, which `goes_on`, or not, has said its own times.
bool bs__goes_on(const bs__moments *moments, const bs__frame *frame);
void bs__carry_on(const bs__moments *moments, bs__frame *frame, bool goes_on);
// Is the passage below such an item? Forgets the item where the list has come back to its level.
bool bs__is_below(bs__frame *frame, const bs__passage *passage);

#endif
