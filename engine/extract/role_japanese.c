// SPDX-License-Identifier: GPL-3.0-or-later
// Directions that Japanese says with words which mean them only directly behind the number:
// "3.1％安い", "0.4％のマイナス", "0.2ポイント引き下げた"; and says once for several members:
// "食料は 4.7％、光熱費は2.2％の下落".
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
    if (bs_list_is(after, "安|下げ|の下げ")) return true;
    if (bs_list_starts(after, "の"))
        return bs_list_starts(bs_str_slice(after, strlen("の"), after.len), nouns);
    bool fewer = bs_list_starts(after, "少なく") && !bs_list_starts(after, "少なくとも");
    return fewer || bs_list_starts(after, nouns) || bs_list_starts(after, verbs);
}

bool bs_role__rises_behind(bs_str after)
{
    static const char words[] =
        "上がっ|上がり|上がる|上げた|上げて|上げる|高い|高く|高か|高め|高の|高と|高で|高だ|高。|"
        "高、|高）|高)|多い|多く|多か|プラス|"
        "値上がり|値上げ|引き上げ|押し上げ|続伸|反発|急騰|高騰|上振れ|上方修正|上方に|膨らん|"
        "膨らむ|膨らみ|積み上が|切り上が|引き上が|跳ね上が|持ち直|かさん|かさみ|広がっ|広がる|伸ば";
    if (bs_list_starts(after, "の")) after = bs_str_slice(after, strlen("の"), after.len);
    return bs_list_starts(after, words);
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

// "、光熱費は", "、営業利益は同": does the next member of a list, and nothing else, stand between?
// Its name may be an age.
static bool is_next_member(bs_str between, bool aged)
{
    static const bs_str comma = BS_STR_INIT("、");
    enum { NAME_BYTES_MAX = 72 };
    if (!bs_str_starts(between, comma) || between.len > NAME_BYTES_MAX) return false;
    bs_str name = bs_str_slice(between, comma.len, between.len);
    if (bs_str_ends(name, BS_STR("同"))) name.len -= strlen("同");
    return bs_list_ends(name, "は|が|も") && !bs_list_ends(name, "では|には|とは") &&
           !bs_str_has_any(name, "、|。|（|(|比べ|より|うち") &&
           (aged || !bs__label_holds_digit(name));
}

// "食料は", "売上高は前年比": a topic that may have moved. The level of a rate stands beside the
// growth of something else: "失業率は2.5％、就業者数は1.2％減少".
static bool may_move(bs_str before)
{
    static const char rates[] = "率|割合|シェア|構成比|金利|利回り|占有|賛成|反対|支持|普及|依存度";
    bs_str topic = bs__label_before_basis(before);
    if (topic.len < before.len) return true;
    if (!bs_list_ends(topic, "は|が|も") || bs_list_ends(topic, "では|には|とは")) return false;
    return !bs_list_ends(bs_str_slice(topic, 0, topic.len - strlen("は")), rates);
}

void bs_role__share_verb_of_list(bs_quantity_array *quantities, size_t first, bs_str text)
{
    enum { FRONT_BYTES = 60 };
    for (size_t i = quantities->count; i-- > first + 1;) {
        const bs_quantity *next = &quantities->items[i];
        bs_quantity *self = &quantities->items[i - 1];
        // "25～29歳は6.5％、30～34歳は4.9％の減少"
        bool aged = bs_unit_is_age(self->unit) && self > &quantities->items[first];
        if (aged) self--;
        bool rates = next->kind == BS_KIND_PERCENT && self->kind == BS_KIND_PERCENT &&
                     self->valued && bs_str_equal(self->unit, next->unit);
        bool points = rates && bs_str_equal(self->unit, BS_STR("%p"));
        bool open = self->role == BS_ROLE_LEVEL || points ||
                    (self->role == BS_ROLE_GROWTH && !self->falls); // by its base: 前年比
        if (!rates || !bs_role__moves(next) || !open) continue;
        if (!is_next_member(bs__label_between(self, next, text), aged)) continue;
        size_t start = bs__label_start(self, text);
        bs_str front = bs_str_slice(text, start > FRONT_BYTES ? start - FRONT_BYTES : 0, start);
        if (may_move(bs_str_trim(front))) bs__take_movement(self, next);
    }
}
