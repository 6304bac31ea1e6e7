// SPDX-License-Identifier: GPL-3.0-or-later
// role_internal.h: what role.c asks of the text around a number (role_spot.c and
// others).
#ifndef BS_EXTRACT_ROLE_INTERNAL_H
#define BS_EXTRACT_ROLE_INTERNAL_H

#include "engine/extract/role.h"
#include "engine/extract/words.h"

// One number and the text around it, up to its neighbours and the end of the sentence.
typedef struct bs__spot {
    bs_str before;
    bs_str after;
    bs_str rest; // some of the text behind, with the numbers that follow
    bs_str lead; // the text in front of `before`
    bs_lang lang;
    const bs_words *words; // of the passage
    uint32_t before_hint;  // meanings that may be there, see bs_words_hint
    uint32_t after_hint;
} bs__spot;

static inline bool bs__spot_in_before(const bs__spot *spot, bs_meaning meaning)
{
    return (spot->before_hint >> meaning & 1) != 0 &&
           bs_words_in(spot->words, spot->before, meaning);
}

static inline bool bs__spot_in_after(const bs__spot *spot, bs_meaning meaning)
{
    return (spot->after_hint >> meaning & 1) != 0 && bs_words_in(spot->words, spot->after, meaning);
}

// Do the words around a percentage make it a level, whatever verb of movement stands near?
bool bs__spot_names_change(const bs__spot *spot); // "the 1.5 per cent decline": no level
bool bs__spot_is_level(const bs__spot *spot);
// True when a particle says that the number is where a movement ends: "80%까지", "提高到40%",
// "45%に上昇", "to 45%".
bool bs__spot_is_end_point(const bs__spot *spot);
// "99% of the pledged reduction": what is told behind it is of the whole.
bool bs__spot_is_of_group(const bs__spot *spot);
// "低于上月0.8个百分点": -1, "高于": 1; 0 where nothing says how the points stand to another.
int8_t bs__spot_stands_to_base(const bs__spot *spot);
// "lost 251 points", "shed 12.4 points": of the value of an index.
bool bs__spot_is_lost(const bs_quantity *quantity, const bs__spot *spot);
// "增加学位9800个": Chinese puts what is added between the verb and its number.
bool bs__spot_has_object(const bs__spot *spot, bs_str gap);
// "，跌311点", "，增87亿元": a verb of one character that is a clause of its own in front of an
// amount, as headlines and reports of markets have it.
bool bs__spot_moves_by_one(const bs__spot *spot, bool *down);
// "比去年同期多5.6亿元": is it what something is above, or below, another one?
bool bs__spot_exceeds_in_chinese(const bs__spot *spot, bool *down);
// "9조원(9.7%)이 증가", "2만 명 넘게 늘었다": what Korean puts between an amount and its verb.
bool bs__spot_is_small_word(const bs__spot *spot, bs_str between);
// "설비투자는 4,680억원으로 매출의 7.5% 수준": a level of something else, which is named before it.
bool bs__spot_is_level_of_named(const bs__spot *spot);

// Does Japanese text directly behind a number say that something has fallen (risen) by it: "安い",
// "のマイナス", "引き下げた"? (role_japanese.c)
bool bs_role__falls_behind(bs_str after);
// Does the movement behind the number at `at` worsen what is better high, or better what is better
// low?
bool bs_role__worsens(bs_str text, size_t at, bs_str after);
// Gives "（同0.5％）" behind "（マイナス1.0％）" the sign in front.
void bs_role__repeat_signs(bs_quantity_array *all, size_t first, bs_str text);
bool bs_role__rises_behind(bs_str after);
// "1,100만 명보다 140만 명(12.7%) 많았고": is a Korean amount what something stands above, or
// below, another one by? (role_korean.c)
bool bs_role__exceeds_korean(const bs__spot *spot, bool *down);
// "12億円の増加", "210世帯の減": is it の alone that stands in front of the noun of a movement, and
// are these no firms that have earned more, "15社の増益"?
bool bs_role__leads_to_noun(const bs_quantity *amount, bs_str after, size_t verb);
// "56円値上がりした", "1.2度高かった": does Japanese text directly behind an amount say that it is
// what something has moved, or stands higher, by?
bool bs_role__moves_amount(const bs_quantity *amount, bs_str after, bool *down);
// The text behind "、それぞれ" where `after` begins so; empty where it does not.
bs_str bs_role__behind_each(bs_str after);

// Does Korean text directly behind a number say that a movement ends at it: "80%까지", "5%대로",
// "3% 초반까지", "1% 밑으로"? (role_korean.c)
bool bs_role__ends_korean(bs_str after);
// "124개(58.2%) 지역은 감소하였다": is a Korean rate the share in the bracket of the count in front
// of it, and who has moved stands behind that?
bool bs_role__is_share_of_count(const bs_quantity *self, const bs__spot *spot);
// "OECD 평균보다 8.7%p 낮았다": -1 for lower than another, 1 for higher, 0 for neither.
int8_t bs_role__stands_korean(const bs__spot *spot);

// Korean: the text behind an amount from its verb on, without adverbs ("소폭 감소"). Behind what it
// is held against, an amount that is the subject of the verb is by how much it moves: "전년보다
// 36조원이 늘어났다". (role_korean.c)
bs_str bs_role__korean_verb(const bs__spot *spot);

// Is quantity `index` an amount in front of it once more, in another unit? Sets what it is of where
// it is. (role_conversion.c)
bool bs_role__converts(bs_quantity_array *quantities, size_t first, size_t index,
                       const bs__spot *spot, bs_str text);

// Does the verb stand behind the number in this language?
bool bs_role__has_verb_behind(bs_lang lang);
// Makes a number a movement, with its direction and what it is held against. (role.c)
void bs_role__set_movement(bs_quantity *quantity, bool falls, bs_role role, const bs__spot *spot);
// Makes an amount that is no rate a change, where the words beside it say so. (role_amount.c)
void bs_role__set_amount(bs_quantity *quantity, const bs__spot *spot);

#endif
