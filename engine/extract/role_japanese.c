// SPDX-License-Identifier: GPL-3.0-or-later
// Directions that Japanese says with words which mean them only directly behind the number:
// "3.1％安い", "0.4％のマイナス", "0.2ポイント引き下げた".
#include "engine/base/utf8.h"
#include "engine/core/unit.h"
#include "engine/extract/label_internal.h"
#include "engine/extract/role_internal.h"

bs_str bs_role__behind_each(bs_str after)
{
    static const bs_str each = BS_STR_INIT("それぞれ"), comma = BS_STR_INIT("、");
    if (bs_str_starts(after, comma)) after = bs_str_slice(after, comma.len, after.len);
    if (!bs_str_starts(after, each)) return (bs_str){0};
    after = bs_str_slice(after, each.len, after.len);
    return bs_str_starts(after, comma) ? bs_str_slice(after, comma.len, after.len) : after;
}

// "と2桁の値下がり", "の大幅なマイナス": without how it moves, as far as "の値下がり".
static bs_str behind_manner(bs_str after)
{
    static const bs_str manners[] = {
        BS_STR_INIT("大幅な"),   BS_STR_INIT("大幅に"),   BS_STR_INIT("小幅な"),
        BS_STR_INIT("小幅に"),   BS_STR_INIT("大きな"),   BS_STR_INIT("大きく"),
        BS_STR_INIT("急激な"),   BS_STR_INIT("急激に"),   BS_STR_INIT("2桁の"),
        BS_STR_INIT("２桁の"),   BS_STR_INIT("二桁の"),   BS_STR_INIT("2ケタの"),
        BS_STR_INIT("わずかな"), BS_STR_INIT("わずかに"), BS_STR_INIT("二ケタの"),
    };
    if (!bs_list_starts(after, "と|の")) return after;
    bs_str rest = bs_str_slice(after, strlen("と"), after.len);
    for (size_t i = 0; i < BS_COUNT(manners); i++) {
        if (bs_str_starts(rest, manners[i])) return bs_str_slice(rest, manners[i].len, rest.len);
    }
    return after;
}

bool bs_role__falls_behind(bs_str after)
{
    static const char amounts[] = "ほど|程度|近く|余り|強|弱|も|分";
    // "3.1％の値下げ"
    static const char nouns[] =
        "マイナス|値下がり|値下げ|引き下げ|切り下げ|押し下げ|下押し|下げと|下げだ|下げ。|下げ、|"
        "下げに|"
        "下げで|後退|続落|反落|急落|下振れ|下方修正|割安|短縮|圧縮|目減り|カット|鈍化|減速|抑制";
    static const char verbs[] =
        "下がっ|下がり|下がる|下げた|下げて|下げる|下方に|低い|低く|低か|低め|安い|安く|安か|安の|"
        "安と|安だ|安で|安に|安。|安、|安）|安)|安な|少ない|少なか|落ちた|落ちて|落ちる|落ち、|"
        "縮ん|縮む|縮み|縮ま|切り下が|引き下が|抑え|削っ|削る|届かな|及ばな";
    if (bs_list_starts(after, amounts)) {
        bs_str word = bs_str_slice(after, bs_utf8_decode(after, 0).len, after.len);
        bool two = bs_list_starts(after, "ほど|程度|近く|余り");
        after = two ? bs_str_slice(word, bs_utf8_decode(word, 0).len, word.len) : word;
    }
    after = behind_manner(after);
    if (bs_list_is(after, "安|下げ|の下げ")) return true;
    if (bs_list_starts(after, "の"))
        return bs_list_starts(bs_str_slice(after, strlen("の"), after.len), nouns);
    bool fewer = bs_list_starts(after, "少なく") && !bs_list_starts(after, "少なくとも");
    return fewer || bs_list_starts(after, nouns) || bs_list_starts(after, verbs);
}

// "DIは8ポイント悪化した", "失業率は0.2ポイント改善した": which way that is lies with what has been
// measured, in front of the number at `at` in its sentence.
bool bs_role__worsens(bs_str text, size_t at, bs_str after)
{
    enum { SENTENCE_BYTES = 200 };
    static const char better_high[] =
        "DI|ＤＩ|D.I.|Ｄ.Ｉ.|景況|業況|マインド|信頼感|指数|判断|採算|"
        "資金繰り|収支|利益率|支持率|満足度";
    static const char better_low[] = "失業|倒産|延滞|赤字|不良債権|離職|負債|債務|待機|事故|死亡";
    after = behind_manner(after);
    if (bs_list_starts(after, "の")) after = bs_str_slice(after, strlen("の"), after.len);
    bool worse = bs_list_starts(after, "悪化");
    if (!worse && !bs_list_starts(after, "改善")) return false;
    bs_str front = bs_str_slice(text, at > SENTENCE_BYTES ? at - SENTENCE_BYTES : 0, at);
    front = bs_str_behind_last(front, "。|\n");
    return bs_str_has_any(front, worse ? better_high : better_low) &&
           !bs_str_has_any(front, worse ? better_low : better_high);
}

bool bs_role__rises_behind(bs_str after)
{
    static const char words[] =
        "上がっ|上がり|上がる|上げた|上げて|上げる|高い|高く|高か|高め|高の|高と|高で|高だ|高。|"
        "高、|高）|高)|多い|多く|多か|プラス|"
        "値上がり|値上げ|引き上げ|押し上げ|続伸|反発|急騰|高騰|上振れ|上方修正|上方に|膨らん|"
        "膨らむ|膨らみ|積み上が|切り上が|引き上が|跳ね上が|持ち直|かさん|かさみ|広がっ|広がる|伸ば";
    after = behind_manner(after);
    if (bs_list_starts(after, "の")) after = bs_str_slice(after, strlen("の"), after.len);
    return bs_list_starts(after, words);
}

bool bs_role__leads_to_noun(const bs_quantity *amount, bs_str after, size_t verb)
{
    static const bs_str of = BS_STR_INIT("の");
    static const char of_firms[] = "増益|減益|増収|減収|増配|減配|上昇|下落|増税|減税";
    bs_str noun = bs_str_slice(after, verb, after.len);
    bool counted = bs_unit_dimension(amount->unit) == BS_DIM_COUNT_OF;
    return bs_str_equal(bs_str_slice(after, 0, verb), of) &&
           !(counted && bs_list_starts(noun, of_firms));
}

bool bs_role__moves_amount(const bs_quantity *amount, bs_str after, bool *down)
{
    static const char balances[] = "プラス|マイナス|のプラス|のマイナス";
    bs_dimension dimension = bs_unit_dimension(amount->unit);
    // "2度引き上げた", "12品目値上げ", "3カ月値下げする": how often, of how many, for how long.
    bool counted = dimension == BS_DIM_COUNT_OF || dimension == BS_DIM_DURATION ||
                   (dimension == BS_DIM_OTHER && amount->value.scale == 0);
    if (dimension == BS_DIM_NONE || bs_list_starts(after, balances)) return false;
    counted = counted && !bs_unit_is_age(amount->unit);
    if (counted && !bs_list_starts(after, "多い|多く|多か|少ない|少なく|少なか|短縮")) return false;
    *down = bs_role__falls_behind(after);
    return *down || bs_role__rises_behind(after);
}

// "住宅地（マイナス1.0％）が24年連続、商業地（同0.5％）は": nothing but the sign stands in the
// bracket in front that the word could mean.
void bs_role__repeat_signs(bs_quantity_array *all, size_t first, bs_str text)
{
    enum { LOOK_BACK_MAX = 4 };
    for (size_t i = first + 1; i < all->count; i++) {
        bs_quantity *self = &all->items[i];
        bs_str front = bs_str_slice(text, 0, bs__label_start(self, text));
        bool same = self->kind == BS_KIND_PERCENT && self->value.coefficient > 0 &&
                    bs_list_ends(front, "(同|（同");
        for (size_t k = i; same && k-- > first && i - k <= LOOK_BACK_MAX;) {
            const bs_quantity *other = &all->items[k];
            size_t start = bs__label_start(other, text);
            if (other->kind != BS_KIND_PERCENT) continue;
            bool alone =
                bs_list_ends(bs_str_slice(text, 0, start), "(|（") &&
                bs_list_starts(bs_str_slice(text, bs__label_end(other, text), text.len), ")|）");
            if (alone && bs_str_starts(other->text, BS_STR("マイナス")))
                self->value = bs_decimal_negate(self->value);
            break;
        }
    }
}
