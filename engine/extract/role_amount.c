// SPDX-License-Identifier: GPL-3.0-or-later
// Amounts by which something has moved: "50억 달러 증가", "rose by $5 billion", "85億円改善した".
#include "engine/base/utf8.h"
#include "engine/core/unit.h"
#include "engine/extract/label_internal.h"
#include "engine/extract/role_internal.h"
#include "engine/extract/words.h"

enum { ADJACENT_BYTES = 12 }; // an absolute change stands directly beside its verb

// "140億円、率にして1.8%上回る": the amount is a change, and its rate follows with the verb.
static bool announces_rate(const bs__spot *spot, bool *down)
{
    if (spot->lang != BS_LANG_JA || !bs_list_starts(spot->after, "、率にして|（率にして|(率にして"))
        return false;
    bs_word_hit hit, up;
    bs_str rest = bs_str_slice(spot->rest, 0, bs_role__stop_after(spot->rest, 0, spot->rest.len));
    *down = bs_words_first(spot->words, rest, BS_MEANS_DOWN, &hit);
    if (*down && bs_words_first(spot->words, rest, BS_MEANS_UP, &up) && up.start < hit.start)
        *down = false;
    return true;
}

// "4.2 million tonnes more than in 2022", "a £2.4 billion fall in exports": an English amount that
// a comparison or a movement follows is a change.
static bool is_excess(const bs__spot *spot, bool *down)
{
    if (spot->lang != BS_LANG_EN) return false;
    bs_str after = bs_str_trim(spot->after);
    static const char falls[] =
        "less than|fewer than|lower than|shorter than|below th|below a |fall in |drop in |"
        "decline in |decrease in |reduction in |slump in ";
    static const char rises[] =
        "more than|higher than|longer than|above th|above a |rise in |increase in |"
        "growth in |jump in |surge in ";
    *down = bs_list_starts(after, falls);
    return *down || bs_list_starts(after, rises);
}

// "85億円改善した", "85억 원 악화됐다", "an improvement of $85 million": by how much an account has
// got better or worse.
static bool is_betterment(const bs__spot *spot, bool *down)
{
    static const char better[] = "改善|の改善|好転|の好転", worse[] = "悪化|の悪化| 악화|악화";
    static const char to_better[] = "improvement of|improved by|改善|好转";
    static const char to_worse[] = "deterioration of|deteriorated by|worsened by|恶化";
    bs_str before = bs_str_trim(spot->before);
    bool fronted = spot->lang == BS_LANG_EN || spot->lang == BS_LANG_ZH;
    *down = fronted ? bs_list_ends(before, to_worse) : bs_list_starts(spot->after, worse);
    return *down ||
           (fronted ? bs_list_ends(before, to_better) : bs_list_starts(spot->after, better));
}

// How the English text in front of a change ends.
static const char moved_by[] =
    " by| of|increased|decreased|rose|fell|down|declined|dropped|slipped|dipped|tumbled|plunged|"
    "climbed|jumped|surged|advanced|gained|slid|sank|shrank|retreated|rallied|soared|slumped|"
    "plummeted|rebounded|eased|grew|shed|bounced|up|rises|falls|drops|gains";

// "fell 0.8 points": a difference of index numbers has the sign of the verb, as points of a rate
// do.
static void sign_points(bs_quantity *quantity, const bs__spot *spot)
{
    bool points = bs_str_equal(quantity->unit, BS_STR("1")) && bs_role__names_points(spot->after);
    if (points && quantity->falls && quantity->value.coefficient > 0)
        quantity->value = bs_decimal_negate(quantity->value);
}

// "50억 달러 증가", "rose by $5 billion", "增加了50亿元": an absolute change. The verb stands
// directly beside the amount and nothing says that the amount is where the movement ends.
void bs_role__set_amount(bs_quantity *quantity, const bs__spot *spot)
{
    bs_word_hit hit;
    bool adjacent = false, down = false;
    bs_str side = bs_role__has_verb_behind(spot->lang) ? spot->after : spot->before;
    if (spot->lang == BS_LANG_KO) side = bs_role__korean_verb(spot);
    uint32_t hint = bs_role__has_verb_behind(spot->lang) ? spot->after_hint : spot->before_hint;
    for (int pass = 0; pass < 2 && !adjacent; pass++) {
        bs_meaning meaning = pass == 0 ? BS_MEANS_UP : BS_MEANS_DOWN;
        if ((hint >> meaning & 1) == 0) continue;
        if (bs_role__has_verb_behind(spot->lang)) {
            adjacent =
                bs_words_first(spot->words, side, meaning, &hit) &&
                (hit.start <= 1 || bs__spot_is_small_word(spot, bs_str_slice(side, 0, hit.start)) ||
                 bs_role__leads_to_noun(quantity, side, hit.start));
        } else {
            adjacent = bs_words_last(spot->words, side, meaning, &hit) &&
                       hit.end - hit.start >= 4 && side.len - hit.end <= ADJACENT_BYTES &&
                       !bs__spot_has_object(spot, bs_str_slice(side, hit.end, side.len));
            if (spot->lang == BS_LANG_EN) {
                adjacent = adjacent && bs_list_ends(bs_str_trim(side), moved_by);
                // "2,425 million tonnes, up 5 million from last month"
                adjacent |= bs_list_ends(bs_str_trim(side), pass == 0 ? ", up" : ", down");
            }
        }
        down = adjacent && pass == 1;
    }
    adjacent = adjacent || bs__spot_moves_by_one(spot, &down);
    if (!adjacent && spot->lang == BS_LANG_JA)
        adjacent = bs_role__moves_amount(quantity, spot->after, &down);
    if (!adjacent && spot->lang == BS_LANG_KO) adjacent = bs_role__exceeds_korean(spot, &down);
    if (!adjacent) adjacent = bs__spot_exceeds_in_chinese(spot, &down);
    bool lost = spot->lang == BS_LANG_EN &&
                (bs__spot_is_lost(quantity, spot) ||
                 bs_list_ends(bs_str_trim(spot->before), " shed| sheds| shedding"));
    down |= lost;
    bool changes = adjacent ? !bs__spot_is_end_point(spot)
                            : lost || announces_rate(spot, &down) || is_excess(spot, &down) ||
                                  is_betterment(spot, &down);
    if (!changes) return;
    bs_role__set_movement(quantity, down, BS_ROLE_CHANGE, spot);
    if (spot->lang == BS_LANG_EN) sign_points(quantity, spot);
}
