// SPDX-License-Identifier: GPL-3.0-or-later
// distribute_internal.h: names in front of a list of numbers, which distribute.c deals to them.
#ifndef BS_EXTRACT_DISTRIBUTE_INTERNAL_H
#define BS_EXTRACT_DISTRIBUTE_INTERNAL_H

#include "engine/extract/extract_internal.h"

enum { BS__NAME_COUNT_MAX = 12 };

typedef struct bs__name_list {
    bs_str names[BS__NAME_COUNT_MAX];
    size_t count;
} bs__name_list;

// The lists of a passage that are dealt one after the other.
typedef struct bs__dealing {
    bs__job *job;
    const bs__passage *passage;
    size_t first;                     // item of the passage
    size_t dealt[BS__NAME_COUNT_MAX]; // the numbers of the last list that was dealt
    size_t count;                     // of them
    size_t end;                       // the item behind that list
} bs__dealing;

// Does the quantity measure something, and is no time and no part of a name?
bool bs__may_be_dealt(const bs_quantity *quantity);
// Deals `count` numbers from `index` on; false where nothing in front of the word fits them.
bool bs__deal(bs__dealing *dealing, size_t index, size_t count);
// The rule by which a number of a list has the time of its list.
extern const char bs__list_rule[];
// Is there an end of a sentence between two quantities? (distribute_levels.c)
bool bs__apart(const bs_quantity *self, const bs_quantity *next);
// The last number in front of `index` that may be dealt; BS_NO_QUANTITY. (distribute_levels.c)
size_t bs__measured_before(const bs_quantity_array *all, size_t first, size_t index);
// The levels in front of the `count` numbers from `index` on that these may be dealt to: as many
// and no more, each with a name of its own; or those of one name in a row of years, of which the
// first has no rate. (distribute_levels.c)
bool bs__levels_before(size_t *levels, const bs_quantity_array *all, size_t first, size_t index,
                       size_t count);
void bs__give_levels(bs_quantity_array *all, size_t index, const size_t *levels, size_t count);
// Deals a list from `index` on whose numbers have each a bracket behind them, which takes what its
// number has got: the numbers are put in a row for that. Returns the item behind the list; `index`
// where there is none, or it fits nothing. (distribute_bracket.c)
size_t bs__deal_bracketed(bs__dealing *dealing, size_t index);
// "1, 2분기 수주액이 각각 38억원, 41억원": deals the `count` numbers from `index` on to as many
// parts of a year in front of the word; false where there are none. (distribute_parts.c)
bool bs__deal_parts(bs_quantity_array *all, size_t first, size_t index, size_t count);
// Is `text` what joins two members of a list?
bool bs__is_joint(bs_str text);
// "2.4%増、5.1%減", "增长3.1%、下降2.0%": does each number of the list tell how it has moved? The
// joint without that.
bs_str bs__without_movement(bs_str between, bs_lang lang);
// The last `wanted` members of the list that ends at `end` and does not reach before `limit`.
bool bs__names_before(bs_str text, size_t limit, size_t end, size_t wanted, bs__name_list *out);
// "依次是奇瑞、比亚迪和上汽，出口量分别为": the list in the clause in front of the one that names
// what each of its members has.
bool bs__listed_apart(bs_str text, size_t limit, size_t end, size_t wanted, bs__name_list *out,
                      bs_str *measure);
// Makes the names the subjects of as many quantities; what the last of them runs on into is what is
// measured.
void bs__give_names(bs__job *job, bs_quantity *items, bs__name_list *names, bs_str text);
// Gives the rates from `index` on, whose subjects the names of a Chinese list have become, the
// measure of the rate in front that they are parts of. (distribute_measure.c)
void bs__give_measure(bs_quantity_array *all, size_t first, size_t index,
                      const bs__name_list *names, bs_str text);
// "汽车产销": the two names that one word stands for, in the job's arena. False for other words.
bool bs__pair_before(bs__job *job, bs_str text, size_t limit, size_t end, bs__name_list *out);
// "汽车产销累计完成2769.2万辆和2768.7万辆": names the two numbers from `index` on where such a pair
// stands in front of them without a word of distribution.
bool bs__deal_pair(bs__job *job, const bs__passage *passage, size_t limit, size_t index);
// "徒歩、自転車、バスの割合は18.6％、52.7％、28.7％": deals the `count` numbers from `index` on to
// as many names of their topic, or as the list before them was dealt, behind byte `limit`.
// (distribute_topic.c)
bool bs__deal_topic(bs__job *job, const bs__passage *passage, size_t limit, size_t first,
                    size_t index, size_t count);
// "分别比上月和上年同期低": gives the numbers behind byte `number` the bases that the text behind
// the word of distribution at byte `word` lists, as many as they are; false where it lists none.
bool bs__bases_behind(bs_quantity *items, size_t count, bs_str text, size_t word, size_t number);
// "2025-2027年收入分别为4.1/4.9/5.7亿元": gives the `count` numbers from `index` on each a year of
// the span or row of as many years in front; with a stroke between them, or one unit for all, no
// word of distribution is needed. (distribute_years.c)
bool bs__deal_years(const bs_quantity_array *all, size_t first, size_t index, size_t count,
                    bs_str text, bool worded);
// Does a passage name a span of years, of which a list may tell each: "2025-2027年"?
bool bs__spans_years(const bs_quantity_array *all, size_t first);
// "A, B and C were 1, 2 and 3 respectively". (distribute_english.c)
void bs__distribute_english(bs__job *job, const bs__passage *passage, size_t first);
// Does "respectively" stand behind a list that ends at `end`, or in front of one that begins at
// `start`?
bool bs__is_respective(bs_str text, size_t start, size_t end);
// The number of a part of a year in a list of them: 一 of 一、二、三季度; 0 for other names.
int bs__part_number(bs_str name);

#endif
