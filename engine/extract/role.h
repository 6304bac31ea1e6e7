// SPDX-License-Identifier: GPL-3.0-or-later
// role.h: which numbers of a passage are levels, growth rates, changes, shares and conversions.
//
// "121억 위안(2조 원)으로 전년 대비 9.8% 증가" is a level, its conversion, and a rate of growth of
// that level; "감소", "下降", "fell" make the rate negative. The rule: the nearest word that names
// a rise, a fall or a share decides, on the side where the language puts it, unless a particle
// ("로", "到", "to") says that the number is where the movement ended.
#ifndef BS_EXTRACT_ROLE_H
#define BS_EXTRACT_ROLE_H

#include "engine/core/quantity.h"

struct bs__passage;

// Sets role, basis, sign and `of` of quantities[first...], which all stand in the passage, in
// order.
void bs__set_roles(bs_quantity_array *quantities, size_t first, const struct bs__passage *passage);

// A rate of change, or an absolute one.
static inline bool bs_role__moves(const bs_quantity *quantity)
{
    return quantity->role == BS_ROLE_GROWTH || quantity->role == BS_ROLE_CHANGE;
}

// A percentage that is no difference of two.
static inline bool bs_role__is_rate(const bs_quantity *quantity)
{
    return quantity->kind == BS_KIND_PERCENT && !bs_str_equal(quantity->unit, BS_STR("%p"));
}

// "chips (12.4%), cars (3.0%) and others rose": the verb behind the list speaks of every member of
// it. (role_list.c)
void bs__share_role(bs_quantity_array *quantities, size_t first, bs_str text);

// Gives the members of a list the direction of the one that has the verb. (role_list.c)
void bs__share_movement(bs_quantity_array *quantities, size_t first, bs_str text, bs_lang lang);

// "전환은 1억 톤으로 7.8%, 산업은 2억 톤으로 3.0% 감소": Korean clauses that are built alike have
// their verb once, behind the last. (role_list.c)
void bs__share_verb_behind(bs_quantity_array *quantities, size_t first, bs_str text);

// "15歳未満は212人で総数の11.2％、老年は577人で30.5％": a percentage behind its amount is a share
// where one of an amount in the same unit was, in front of it in the sentence. (role_list.c)
void bs__share_shares(bs_quantity_array *quantities, size_t first, bs_str text);

// Gives a level, or another rate, direction and basis of `from`; a sign that is printed stays.
// (role_list.c)
void bs__take_movement(bs_quantity *self, const bs_quantity *from);

// Finds the shares that no word calls one: "of which 30 (15%)". (role_apposed.c)
void bs__set_apposed_shares(bs_quantity_array *quantities, size_t first,
                            const struct bs__passage *passage);

// Finds the rates of change behind the level of an earlier time in a bracket: "1,200억 원(전년
// 1,100억 원, 9.1%)"; without a sign where they follow from the two. (role_bracket.c)
void bs_role__read_brackets(bs_quantity_array *all, size_t first, bs_str text, bs_lang lang);

// Does the text between two numbers turn to another thing, which the second is about?
// (role_owner.c)
bool bs_role__turns(bs_str between, bs_lang lang);

// Japanese: does the text in front of a number end in why, and a comma:
// "借入金の返済12億円などにより、"? What is behind that is of another thing than the numbers in it.
// (role_owner.c)
bool bs_role__ends_in_cause(bs_str front);

// The index of what a rate, share or change belongs to: the nearest amount before it in its
// sentence, else the first one behind it, as long as the sentence speaks of one thing;
// BS_NO_QUANTITY for none. Percentage points are a difference of rates; a share is one of another
// thing by its nature. (role_level.c)
size_t bs_role__level_for(const bs_quantity_array *quantities, size_t first, size_t index,
                          bs_str text, bs_lang lang);

// Is a number the whole, or the plan, of which the next one is so many percent, "预算60亿元的40%",
// "매출 60억 원의 40%", "歳入60億円の40%"? Nothing else belongs to it. (role_level.c)
bool bs_role__is_whole(const bs_quantity_array *quantities, size_t index, bs_str text);

// Is `b`, which stands behind `a`, in its clause? Is a number alone in parentheses? (role_level.c)
bool bs_role__same_sentence(bs_str text, const bs_quantity *a, const bs_quantity *b);
bool bs_role__in_parentheses(const bs_quantity *quantity, bs_str text);

// Bytes of `text` where the clause from `from` on stops (a full stop or a semicolon), at most
// `limit`; and where the one that ends at `from` starts, at least `limit`. Nothing further away
// than a few kilobytes is looked at: a line may be one list of numbers.
size_t bs_role__stop_after(bs_str text, size_t from, size_t limit);
size_t bs_role__start_before(bs_str text, size_t limit, size_t from);
// "올랐다.매매가격은": does the full stop at `at` end a Korean sentence whose blank the page has
// lost?
bool bs_role__is_tight_stop(bs_str text, size_t at);

// "아세안(97억 달러)은 1.4% 증가": is the number in front of `self`, which is not the first of its
// passage, the amount in the parenthesis of the name that has moved? (role_apposed.c)
bool bs__has_own_aside(const bs_quantity *self, bs_str text);

// Does the text in front of a number say by how much something has moved, "a fall in sales of
// about", and not how much it is: "sales of about"? (role_english.c)
bool bs_role__gives_movement(bs_str before);

// English. Do the words beside a number say that something has fallen by it, "lost 3%", "a 50bp
// cut"? Do those in front make it a level whatever moves, "from its peak of"? And gives the verb of
// one number to those that follow without one, "fell 0.4% on the month and 1.3% on the year".
// (role_english.c)
bool bs_role__falls_beside(bs_str before, bs_str after);
// Does the word for points follow a number, "points", "pts"?
bool bs_role__names_points(bs_str after);
// "8% of firms expect lower prices": how many say so, whatever moves behind it.
bool bs_role__tells_opinion(bs_str before, bs_str after);
// Behind that word, and a rate in brackets behind it: "from July" of "points (6.4 percent) from
// July"; empty behind "points,".
bs_str bs_role__behind_points(bs_str text);
// Makes the points of "18.2%, 2.4 points above", "slipped 5 points to 57%" those of a rate.
void bs_role__read_points(bs_quantity_array *quantities, size_t first, size_t index, bs_str text);
bool bs_role__is_named_level(bs_str before);
// Is "lower" or "higher" at bytes [start, end) of the text in front no movement but part of a name,
// "lower secondary schooling"?
bool bs_role__describes(bs_str before, size_t start, size_t end);
void bs_role__share_verb(bs_quantity_array *quantities, size_t first, bs_str text);

// Japanese and Korean: gives the members of a list, "食料は4.7％、光熱費は2.2％の下落", the
// movement of the last. (role_members.c)
void bs_role__share_verb_of_list(bs_quantity_array *quantities, size_t first, bs_str text,
                                 bs_lang lang);
// The same for members that have no particle, behind words that open such a list: "용도별로는
// 가정용 4.7%, 상업용 2.2% 감소"; and for amounts with their rates in brackets: "부산은
// 384명(0.3%), 대구는 899명(0.7%) 감소". Falls only: a rise is read as one without.
// (role_members.c)
void bs_role__share_verb_of_names(bs_quantity_array *quantities, size_t first, bs_str text,
                                  bs_lang lang);
void bs_role__share_verb_of_pairs(bs_quantity_array *quantities, size_t first, bs_str text,
                                  bs_lang lang);

#endif
