// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of topics whose verb is said once, behind the last: "食料は4.7％、光熱費は2.2％の下落",
// "승용차는 4.7%, 화물차는 2.2% 감소했다".
#include "engine/base/utf8.h"
#include "engine/core/unit.h"
#include "engine/extract/label_internal.h"
#include "engine/extract/role.h"
#include "engine/extract/words.h"

// What a language writes between the members of such a list.
typedef struct list_words {
    bs_str comma;
    const char *topics;    // particles of a topic, three bytes each
    const char *others;    // which no topic ends in
    const char *breaks;    // which no name of a member holds
    const char *rates;     // topics of which a level is told, and no growth
    const char *of_wholes; // words in front that tell of shares
} list_words;

static const list_words japanese = {
    .comma = BS_STR_INIT("、"),
    .topics = "は|が|も",
    .others = "では|には|とは",
    .breaks = "、|。|（|(|比べ|より|うち",
    .rates = "率|割合|シェア|構成比|金利|利回り|占有|賛成|反対|支持|普及|依存度",
    .of_wholes = "",
};

static const list_words korean = {
    .comma = BS_STR_INIT(", "),
    .topics = "은|는|이|가|도",
    .others = "에서는|에는|보다는|로는|으로는",
    .breaks = ",|. |(|보다|비해|대비|이 중|그중",
    .rates = "률|율|비중|금리|찬성|반대|지지|지지도|의존도|가구|응답|수준|몫",
    .of_wholes = "비중|점유율|지지율|비율|응답|가운데|GDP 대비|매출 대비|매출액 대비",
};

static const list_words *words_of(bs_lang lang)
{
    return lang == BS_LANG_JA ? &japanese : lang == BS_LANG_KO ? &korean : NULL;
}

// "、光熱費は", ", 화물차는", "、営業利益は同": does the next member of a list, and nothing else,
// stand between? Its name may be an age.
static bool is_next_member(const list_words *words, bs_str between, bool aged)
{
    enum { NAME_BYTES_MAX = 72 };
    if (!bs_str_starts(between, words->comma) || between.len > NAME_BYTES_MAX) return false;
    bs_str name = bs_str_trim(bs_str_slice(between, words->comma.len, between.len));
    if (bs_str_ends(name, BS_STR("同"))) name.len -= strlen("同");
    return bs_list_ends(name, words->topics) && !bs_list_ends(name, words->others) &&
           !bs_str_has_any(name, words->breaks) && (aged || !bs__label_holds_digit(name));
}

// "食料は", "売上高は前年比": a topic that may have moved. The level of a rate stands beside the
// growth of something else: "失業率は2.5％、就業者数は1.2％減少".
static bool may_move(const list_words *words, bs_str before)
{
    bs_str topic = bs__label_before_basis(before);
    if (topic.len < before.len) return true;
    if (!bs_list_ends(topic, words->topics) || bs_list_ends(topic, words->others)) return false;
    if (words->of_wholes[0] != '\0' && bs_str_has_any(topic, words->of_wholes)) return false;
    return !bs_list_ends(bs_str_slice(topic, 0, topic.len - strlen("は")), words->rates);
}

// A name of one word, whatever particle it has, and no verb that describes the number.
static bool is_word(bs_str name)
{
    enum { NAME_BYTES_MAX = 30 };
    return name.len > 0 && name.len <= NAME_BYTES_MAX && !bs__label_holds_digit(name) &&
           !bs_str_has_any(name, " |、|,|。|(|（|は|が|を") &&
           !bs_list_ends(name, "い|た|る|な|은|는|한|된|던|운|른|난|인|은|약|총|約");
}

// "前年に比べ実質で2.3%、名目で2.1%減少", "전년보다 국내 2.3%, 해외 2.1% 감소": do two members with
// the same particle stand behind one base of comparison?
static bool shares_base(const list_words *words, bs_str front, bs_str between)
{
    static const char bases[] = "比べ|比べて|より|前年比|前年比で|同月比|同月比で|同期比|同期比で|"
                                "前月比|前月比で|보다|비해|대비";
    static const char particles[] = "で|では|로|으로|에서";
    if (!bs_str_starts(between, words->comma)) return false;
    bs_str next = bs_str_trim(bs_str_slice(between, words->comma.len, between.len));
    bs_str own = bs_str_behind_last(front, bases);
    if (own.len == front.len) return false;
    own = bs_str_trim(own);
    if (!is_word(own) || !is_word(next)) return false;
    return bs_str_equal(bs_str_longest_end(own, particles), bs_str_longest_end(next, particles));
}

void bs_role__share_verb_of_list(bs_quantity_array *quantities, size_t first, bs_str text,
                                 bs_lang lang)
{
    enum { FRONT_BYTES = 60 };
    const list_words *words = words_of(lang);
    for (size_t i = quantities->count; words != NULL && i-- > first + 1;) {
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
        bs_str between = bs__label_between(self, next, text);
        size_t start = bs__label_start(self, text);
        bs_str front = bs_str_slice(text, start > FRONT_BYTES ? start - FRONT_BYTES : 0, start);
        if (!aged && next->falls && shares_base(words, front, between))
            bs__take_movement(self, next);
        if (!is_next_member(words, between, aged)) continue;
        if (may_move(words, bs_str_trim(front))) bs__take_movement(self, next);
    }
}

// The name of the next member that stands between two numbers, behind the comma; empty where it is
// none. The name may have no particle at all.
static bs_str name_of_member(const list_words *words, bs_str between)
{
    enum { NAME_BYTES_MAX = 60 };
    static const char rests[] =
        "반면|한편|특히|다만|또|그러나|이 중|이중|그중|一方|うち|ただし|特に";
    bool narrow = bs_str_starts(between, BS_STR(","));
    if (!narrow && !bs_str_starts(between, words->comma)) return (bs_str){0};
    bs_str name = bs_str_trim(bs_str_slice(between, narrow ? 1 : words->comma.len, between.len));
    bool plain = name.len > 0 && name.len <= NAME_BYTES_MAX && !bs__label_holds_digit(name) &&
                 !bs_str_has_any(name, words->breaks) && !bs_list_ends(name, words->others) &&
                 !bs_list_starts(name, rests) && !bs_str_has_any(name, words->rates) &&
                 !bs_list_ends(name, "약|총|한|된|던|는|約|た|る|な|を|に|へ") &&
                 !bs_word_in(name, BS_MEANS_UP) && !bs_word_in(name, BS_MEANS_DOWN);
    return plain ? name : (bs_str){0};
}

// "용도별로는 전년보다 ", "品目別では": does the text in front of the first member say that a
// measure is gone through by its parts, or held against its base, or that something else has moved?
static bool leads_list(const list_words *words, bs_str front)
{
    static const char leads[] = "별로는|별로 |별로,|별로 보면|대비|보다|에 비해|전년비|전월비|"
                                "別では|別に|比で|比べ|より|前年比|同月比|同期比|前月比";
    enum { FRONT_BYTES_MAX = 150 };
    front = bs_str_behind_last(bs_str_tail(front, FRONT_BYTES_MAX), ". |。|\n|※");
    bool led = bs_str_has_any(front, leads) || bs_word_in(front, BS_MEANS_UP) ||
               bs_word_in(front, BS_MEANS_DOWN);
    return led && !bs_str_has_any(front, words->rates) &&
           (words->of_wholes[0] == '\0' || !bs_str_has_any(front, words->of_wholes));
}

static bool is_plain_rate(const bs_quantity *quantity)
{
    return quantity->valued && quantity->kind == BS_KIND_PERCENT &&
           bs_str_equal(quantity->unit, BS_STR("%")) && quantity->value.coefficient >= 0 &&
           quantity->text.ptr[0] >= '0' && quantity->text.ptr[0] <= '9';
}

void bs_role__share_verb_of_names(bs_quantity_array *quantities, size_t first, bs_str text,
                                  bs_lang lang)
{
    const list_words *words = words_of(lang);
    for (size_t i = quantities->count; words != NULL && i-- > first + 1;) {
        const bs_quantity *last = &quantities->items[i];
        if (!bs_role__is_rate(last) || last->role != BS_ROLE_GROWTH || !last->falls) continue;
        size_t head = i;
        while (head > first && is_plain_rate(last - (i - head) - 1)) {
            const bs_quantity *self = &quantities->items[head - 1];
            bool open =
                self->role == BS_ROLE_LEVEL || (self->role == BS_ROLE_GROWTH && !self->falls);
            bs_str between = bs__label_between(self, &quantities->items[head], text);
            if (!open || name_of_member(words, between).len == 0) break;
            head--;
        }
        size_t from = head > first ? bs__label_end(&quantities->items[head - 1], text) : 0;
        size_t to = bs__label_start(&quantities->items[head], text);
        if (head < i && from < to && leads_list(words, bs_str_slice(text, from, to))) {
            for (size_t k = head; k < i; k++)
                bs__take_movement(&quantities->items[k], last);
        }
        i = head < i ? head + 1 : i;
    }
}

// "384명(0.3%)": an amount and the bracket of a rate behind it, which nothing else is in.
static bool is_pair(const bs_quantity *amount, bs_str text)
{
    const bs_quantity *rate = amount + 1;
    bs_str behind = bs_str_slice(text, bs__label_end(rate, text), text.len);
    return amount->valued && amount->kind != BS_KIND_PERCENT && is_plain_rate(rate) &&
           bs_list_is(bs_str_trim(bs__label_between(amount, rate, text)), "(|（") &&
           bs_list_starts(behind, ")|）");
}

void bs_role__share_verb_of_pairs(bs_quantity_array *quantities, size_t first, bs_str text,
                                  bs_lang lang)
{
    enum { FRONT_BYTES = 60 };
    const list_words *words = words_of(lang);
    for (size_t i = quantities->count; words != NULL && i-- > first + 3;) {
        bs_quantity *rate = &quantities->items[i], *before = rate - 2;
        bool falls = rate->role == BS_ROLE_GROWTH && rate->falls;
        bool open = before->role == BS_ROLE_LEVEL || before->role == BS_ROLE_SHARE;
        bool pairs = falls && open && bs_role__moves(rate - 1) &&
                     bs_str_equal(before[-1].unit, rate[-1].unit) && is_pair(before - 1, text) &&
                     bs_list_is(bs_str_trim(bs__label_between(rate - 1, rate, text)), "(|（");
        // "384곳(30.3%), 농촌은 899곳(0.7%)이 감소": that many have moved.
        bs_str behind = bs_str_slice(text, bs__label_end(rate, text), text.len);
        if (!pairs || before[-1].role != BS_ROLE_LEVEL || bs_list_starts(behind, ")이|)가"))
            continue;
        bs_str between = bs__label_between(before, rate - 1, text);
        between = bs_str_slice(between, bs_utf8_decode(between, 0).len, between.len);
        if (!is_next_member(words, between, false)) continue;
        size_t start = bs__label_start(before - 1, text);
        bs_str front = bs_str_slice(text, start > FRONT_BYTES ? start - FRONT_BYTES : 0, start);
        if (!may_move(words, bs_str_trim(front))) continue;
        bs__take_movement(before, rate);
        bs__take_movement(before - 1, rate - 1);
    }
}
