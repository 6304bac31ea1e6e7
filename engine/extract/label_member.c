// SPDX-License-Identifier: GPL-3.0-or-later
// Japanese: what was measured of those that a number names alone. Who, where and which kind are
// said with every number, the measure once: in the topic of the sentence, with a number before it,
// or in the item or the heading that this one is under. "輸送人員は36億人。三大都市圏では24億人",
// "1 業況判断 ／ 製造業 +3".
#include "engine/base/utf8.h"
#include "engine/core/unit.h"
#include "engine/extract/extract_internal.h"
#include "engine/extract/label_internal.h"
#include "engine/extract/label_words.h"
#include "engine/extract/numeral.h"
#include "engine/extract/role.h"

enum {
    NAME_BYTES_MAX = 60,
    REACH_COUNT_MAX = 24,  // numbers back to the one that has the measure
    REACH_BYTES_MAX = 600, // and bytes
    BLOCKS_MAX = 16,       // back to the block that this one is under
    HEADING_BYTES_MAX = 120,
    PART_BYTES_MAX = 60, // at the start of an item: by what it goes through the one before
};

// How deep a block stands: a heading by its level, text, items by theirs, remarks.
enum { RANK_TEXT = 100, RANK_NOTE = 300 };

typedef struct members {
    const bs__job *job;
    const bs__passage *passage;
    bs_quantity_array *all;
    size_t first;
} members;

// Who may be counted, and then names what was measured: "労働者は36万人".
static const char counted[] = "企業|会社|業者|メーカー|店|スーパー|労働者|雇用者|従業者|従業員|"
                              "正社員|職員|世帯|個人|外国人|日本人|客|高齢者|組合|銀行|"
                              "マンション|持家|貸家|分譲|車|トラック|大人|子ども|学生";

// Does a name say who, where or which kind, and not what was measured?
static bool is_kin(bs_str name)
{
    static const char kin[] =
        "業|産業計|業種|業態|企業|会社|業者|メーカー|百貨店|スーパー|コンビニエンスストア|"
        "ドラッグストア|量販店|専門店|事業|部門|商社|銀行|信用金庫|信用組合|組合|"
        "男性|女性|男子|女子|歳以上|歳未満|歳以下|歳代|高齢者|若年層|県|府|市|区|町|村|都市部|"
        "郡部|町村部|地方|地域|都市圏|大都市圏|東京都|北海道|東北|関東|甲信越|北陸|東海|近畿|四国|"
        "九州|沖縄|全国|国内|海外|域内|域外|管内|首都圏|アジア|欧州|北米|南米|中南米|中東|"
        "アフリカ|オセアニア|ユーロ圏|米国|中国|韓国|台湾|香港|英国|豪州|ドイツ|フランス|"
        "イタリア|スペイン|カナダ|ロシア|インド|ベトナム|インドネシア|マレーシア|シンガポール|"
        "フィリピン|ブラジル|メキシコ|オーストラリア|労働者|雇用者|従業者|従業員|正社員|職員|世帯|"
        "個人|法人|民営|公営|民間|官公庁|国立|公立|私立|新車|中古車|乗用車|軽自動車|貨物車|輸入車|"
        "二輪車|バス|"
        "トラック|"
        "持家|貸家|分譲|マンション|向け|全体|外国人|日本人|訪日客|宿泊客|日帰り客|子ども|"
        "全規模|その他|歳|飲食店|福祉|衛生|医療|不動産|運輸|倉庫|工業|機械|デバイス|鉄鋼|化学|"
        "非鉄金属|繊維|食料品|卸売|小売";
    static const char others[] = "作業|操業|失業|休業|残業|営業|就業|授業|開業|廃業|創業|副業|卒業|"
                                 "起業|政府|新規事業|主力事業|公共事業";
    return name.len > 0 && name.len <= NAME_BYTES_MAX && bs_list_ends(name, kin) &&
           !bs_list_ends(name, others);
}

// Points of a diffusion index, which are printed without a unit.
static bool is_index(bs_str name)
{
    return bs_list_ends(bs__label_without_aside(name),
                        "DI|ＤＩ|D.I.|Ｄ．Ｉ．|判断|景況感|指数|ＤＩ値|DI値");
}

static bool is_rate(bs_str name)
{
    return bs_list_ends(bs__label_without_aside(name),
                        "率|割合|比率|構成比|シェア|満足度|利用度|普及度");
}

// "失業率は3.9％、就業者は6,500万人": no rate is so many people or yen.
static bool is_number_of_things(const bs_quantity *self)
{
    bs_dimension dimension = bs_unit_dimension(self->unit);
    return dimension == BS_DIM_MONEY ||
           (dimension == BS_DIM_COUNT_OF && !bs_list_ends(self->unit, "倍|点|ポイント"));
}

static bool is_measure(bs_str name)
{
    static const char ends[] =
        "額|数|量|高|費|益|損失|価格|単価|手数料|利用料|使用料|料金|保険料収入|授業料|金利|賃金|"
        "収入|支出|人員|面積|時間|残高|給与|"
        "生産|出荷|輸出|輸入|受注|販売|投資|消費|需要|人口|所得|売上|コスト|密度|収支|在庫|税収|"
        "歳入|歳出|予算|投資計画|生産計画|販売計画|採用計画|着工|貸出|貸出金|預金|物価|総生産|補助|"
        "配当|水揚げ|保険料|施設|設備";
    bs_str plain = bs__label_without_aside(name);
    return is_index(plain) || is_rate(plain) || bs_list_ends(plain, ends);
}

// "業況判断DI" of "全産業の業況判断DI"; the name itself where it says of nobody.
static bs_str measure_of(bs_str name)
{
    for (size_t at = 0; (at = bs_str_find(name, BS_STR("の"), at)) != SIZE_MAX;) {
        bs_str rest = bs_str_slice(name, at + strlen("の"), name.len);
        bs_str front = bs_str_slice(name, 0, at);
        if ((is_kin(front) || bs_list_ends(front, "別")) && is_measure(rest)) return rest;
        at += strlen("の");
    }
    return is_measure(name) && !is_kin(name) ? name : (bs_str){0};
}

// Could two numbers be of one measure? A rate of growth is of none that a share has; an amount and
// how far it has moved are of one.
static bool is_alike(const bs_quantity *self, const bs_quantity *other)
{
    bool percent = bs_str_equal(self->unit, BS_STR("%"));
    bool role = !percent || bs_role__moves(self) == bs_role__moves(other);
    return other->valued && role && self->role != BS_ROLE_SHARE && other->role != BS_ROLE_SHARE &&
           bs_str_equal(self->unit, other->unit);
}

// The one measure of the numbers from `from` on before `index` that are like that one, in the last
// sentence that has any; empty for none or for two.
static bs_str measure_before(const members *m, size_t from, size_t index, const bs_quantity *self)
{
    bs_str found = {0};
    const bs_quantity *source = NULL;
    if (index - from > REACH_COUNT_MAX) from = index - REACH_COUNT_MAX;
    for (size_t i = index; i-- > from;) {
        const bs_quantity *other = &m->all->items[i];
        if (!is_alike(self, other) || other->indicator.len == 0) continue;
        bs_str name = measure_of(other->indicator);
        if (name.len == 0 && is_kin(other->indicator)) continue;
        // Another thing has been measured since.
        if (name.len == 0) return found;
        if (found.len > 0 &&
            !bs_str_equal(bs__label_without_aside(found), bs__label_without_aside(name))) {
            bool here = other->origin.block == source->origin.block &&
                        other->text.ptr < source->text.ptr &&
                        (size_t)(source->text.ptr - other->text.ptr) < REACH_BYTES_MAX;
            bs_str between =
                here ? (bs_str){other->text.ptr, (size_t)(source->text.ptr - other->text.ptr)}
                     : (bs_str){0};
            bool one = here && bs_str_find(between, BS_STR("。"), 0) == SIZE_MAX;
            return one ? (bs_str){0} : found;
        }
        found = name;
        if (source == NULL) source = other;
    }
    return found;
}

static unsigned rank_of(const bs_block *block)
{
    bool aside = bs_list_starts(block->text, "（|(|うち|このうち");
    if (block->kind == BS_BLOCK_HEADING) return block->level;
    if (block->kind == BS_BLOCK_LIST_ITEM) return RANK_TEXT + block->level;
    return block->kind == BS_BLOCK_NOTE || aside ? RANK_NOTE : RANK_TEXT;
}

// Where the numbers of a block begin in those before the passage; the end of them in *end.
static size_t numbers_of(const members *m, uint32_t block, size_t *end)
{
    size_t high = m->first;
    while (high > 0 && m->all->items[high - 1].origin.block > block)
        high--;
    size_t low = high;
    while (low > 0 && m->all->items[low - 1].origin.block == block)
        low--;
    *end = high;
    return low;
}

// What a heading is about: "業況判断" of "業況判断（「良い」－「悪い」）", "宿泊客数" of
// "宿泊客数は98万人泊".
static bs_str measure_in_heading(bs_str text, const bs_quantity *self)
{
    size_t len, end = 0;
    while (end < text.len && bs_digit_at(text, end, &len) < 0)
        end += bs_utf8_decode(text, end).len;
    bs_str name = bs_str_trim(bs_str_slice(text, 0, end));
    size_t open = bs_str_find(name, BS_STR("（"), 0);
    if (open == SIZE_MAX) open = bs_str_find(name, BS_STR("("), 0);
    if (open != SIZE_MAX) name = bs_str_slice(name, 0, open);
    if (bs_list_ends(name, "は|は約|は延べ")) name = bs__label_strip_endings(name, BS_LANG_JA, 2);
    static const char several[] = "・|、|及び|および|と|　|。";
    if (bs_str_has_any(name, several)) return (bs_str){0};
    if (name.len == 0 || text.len > HEADING_BYTES_MAX || !is_measure(name)) return (bs_str){0};
    bool bare = bs_str_equal(self->unit, BS_STR("1")) || bs_str_equal(self->unit, BS_STR("index"));
    bool points = bs_str_equal(self->unit, BS_STR("%p"));
    bool percent = bs_str_equal(self->unit, BS_STR("%"));
    bool fits = is_index(name)  ? bare || points
                : is_rate(name) ? points || (percent && !bs_role__moves(self))
                                : !bare && !points && (!percent || bs_role__moves(self));
    // "販売額": a sum of money is no number of people or firms.
    bool sum = bs_list_ends(name, "額|費|利益|収入|支出|残高|売上高");
    bool money = bs_unit_dimension(self->unit) == BS_DIM_MONEY;
    if (sum && !money && !percent) return (bs_str){0};
    return fits ? measure_of(name) : (bs_str){0};
}

// The measure of what the passage is under, from the nearest block up.
static bs_str measure_above(const members *m, const bs_quantity *self)
{
    const bs_block_array *blocks = &m->job->out->document->blocks;
    uint32_t block = m->passage->block;
    if (block == 0 || block > blocks->count) return (bs_str){0};
    unsigned own = rank_of(&blocks->items[block - 1]), bound = own;
    bs_str beside = {0};
    bs_str front = bs_str_slice(blocks->items[block - 1].text, 0, PART_BYTES_MAX);
    bool parted = bs_str_has_any(front, "別にみると|別に見ると|別では");
    for (uint32_t i = block - 1; i-- > 0 && block - i <= BLOCKS_MAX;) {
        const bs_block *above = &blocks->items[i];
        if (above->kind == BS_BLOCK_TABLE) break;
        unsigned rank = rank_of(above);
        size_t end, start = numbers_of(m, i + 1, &end);
        bs_str name = measure_before(m, start, end, self);
        // "2 造船業は▲17.0" behind "1 全業種の客足判断DIは▲12.6": the points of the one index that
        // the list is about.
        bool index = rank == own && is_index(name) && bs_str_equal(self->unit, BS_STR("1"));
        bool other = index && beside.len > 0 &&
                     !bs_str_equal(bs__label_without_aside(beside), bs__label_without_aside(name));
        if (other) return (bs_str){0};
        if (index) beside = name;
        // "国籍別にみると、中国が": of what the item before tells.
        if (rank == own && i + 2 == block && parted && name.len > 0) return name;
        if (rank >= bound) continue;
        bool heading = above->kind == BS_BLOCK_HEADING || start == end;
        if (name.len == 0 && heading) name = measure_in_heading(above->text, self);
        if (name.len > 0) return name;
        bound = rank;
    }
    return beside;
}

// "うち輸送機械は": is the name that of a part?
static bool is_part(bs_str text, bs_str name)
{
    bs_str before = bs_str_slice(text, 0, (size_t)(name.ptr - text.ptr));
    return bs_list_ends(before, "うち|うち、|うち「");
}

// "実質賃金は、現金給与総額で0.4％増": does a name stand between the topic and its number only to
// say by what that is looked at?
static bool is_basis(bs_str text, bs_str name)
{
    static const char bases[] = "ベース|平均|値|系列|世帯|勘定|方式|就業形態計|調査産業計";
    size_t at = (size_t)(name.ptr - text.ptr);
    bs_str after = bs_str_slice(text, at + name.len, text.len);
    return (is_measure(name) || bs_list_ends(name, bases)) &&
           bs_list_ends(bs_str_slice(text, 0, at), "は、|は") &&
           bs_str_starts(after, BS_STR("で")) && !bs_list_starts(after, "では|でも|です|であ");
}

// "業況判断DIをみると、製造業は": what is looked at in the sentence of byte `at`.
static bs_str looked_at(bs_str text, size_t at)
{
    static const bs_str words[] = {BS_STR_INIT("をみると"), BS_STR_INIT("を見ると"),
                                   BS_STR_INIT("をみれば"), BS_STR_INIT("についてみると")};
    size_t from = bs_role__start_before(text, 0, at);
    bs_str sentence = bs_str_slice(text, 0, at);
    for (size_t i = 0; i < BS_COUNT(words); i++) {
        size_t found = bs_str_find(sentence, words[i], from);
        if (found >= at) continue;
        bs_str front = bs__label_without_aside(bs_str_slice(text, from, found));
        return measure_of(bs__label_phrase(text, from, from + front.len, BS_LANG_JA));
    }
    return (bs_str){0};
}

// Does the sentence of byte `at` go through its members by something: "輸出を品目別にみると、自動車
// が", "ブランド別では、", "輸入では原油が"? *measure: what it says of them, if it does.
static bool is_parted(bs_str text, size_t at, bs_str *measure)
{
    enum { OPENING_BYTES_MAX = 90 };
    static const bs_str words[] = {BS_STR_INIT("別にみると"), BS_STR_INIT("別に見ると"),
                                   BS_STR_INIT("別にみれば"), BS_STR_INIT("別では、"),
                                   BS_STR_INIT("別では")};
    size_t from = bs_role__start_before(text, 0, at);
    bs_str opening =
        bs_str_slice(text, from, from + OPENING_BYTES_MAX < at ? from + OPENING_BYTES_MAX : at);
    size_t of = bs_str_find(opening, BS_STR("では"), 0);
    bs_str name = of < opening.len ? bs_str_slice(opening, 0, of) : (bs_str){0};
    if (is_measure(name) && bs_utf8_count(name) > 1 && !bs__label_holds_digit(name) &&
        !bs_str_has_any(name, "、|は|が|（|(")) {
        *measure = name;
        return true;
    }
    for (size_t i = 0; i < BS_COUNT(words); i++) {
        size_t found = bs_str_find(opening, words[i], 0);
        if (found >= opening.len) continue;
        bs_str front = bs_str_slice(opening, 0, found);
        bs_str by = bs_str_behind_last(front, "を");
        if (by.len < front.len) front.len -= by.len + strlen("を");
        bs_str told = by.len < found ? bs__label_phrase(front, 0, front.len, BS_LANG_JA) : by;
        *measure = by.len < found ? measure_of(told) : (bs_str){0};
        return true;
    }
    return false;
}

// "設備投資は増加している。計画は、製造業で12.1％増": the topic of a sentence without a number in
// front of that of byte `at`.
static bs_str topic_in_front(bs_str text, size_t at)
{
    size_t from = bs_role__start_before(text, 0, at), stop = strlen("。");
    if (from <= stop || !bs_str_ends(bs_str_slice(text, 0, from), BS_STR("。"))) return (bs_str){0};
    size_t before = bs_role__start_before(text, 0, from - stop);
    if (bs__label_holds_digit(bs_str_slice(text, before, from))) return (bs_str){0};
    return measure_of(bs__label_topic(text, from - stop, BS_LANG_JA));
}

// "原材料費の転嫁率が48.2％で、物流費は35.1％": the name of a number that ends like what the last
// one of its sentence and kind was of; the measure of that.
static bs_str gapped_measure(const members *m, size_t index)
{
    const bs_quantity *self = &m->all->items[index];
    bs_str name = self->indicator, text = m->passage->text;
    for (size_t i = index; i-- > m->first && index - i < REACH_COUNT_MAX;) {
        const bs_quantity *other = &m->all->items[i];
        if (!bs_role__same_sentence(text, other, self)) break;
        if (!is_alike(self, other) || other->subject.len > 0) continue;
        for (size_t at = 0; (at = bs_str_find(other->indicator, BS_STR("の"), at)) != SIZE_MAX;) {
            bs_str front = bs_str_slice(other->indicator, 0, at);
            at += strlen("の");
            bs_str rest = bs_str_slice(other->indicator, at, other->indicator.len);
            bool alike =
                front.len > strlen("費") && name.len > strlen("費") &&
                bs_str_ends(name, bs_str_slice(front, front.len - strlen("費"), front.len));
            if (alike && is_measure(rest) && !bs_str_ends(name, rest)) return rest;
        }
    }
    return (bs_str){0};
}

// "うち持家は203戸、貸家は198戸": is the last number like that one in its sentence of a part?
static bool follows_member(const members *m, size_t index)
{
    const bs_quantity *self = &m->all->items[index];
    for (size_t i = index; i-- > m->first && index - i < REACH_COUNT_MAX;) {
        const bs_quantity *other = &m->all->items[i];
        if (!bs_role__same_sentence(m->passage->text, other, self)) break;
        if (!is_alike(self, other)) continue;
        return other->indicator.len > 0 && is_kin(other->subject);
    }
    return false;
}

// "乗用車は6.6％減、貨物車は1.2％減": does the name end like that of the member in front?
static bool is_sibling(const members *m, size_t index)
{
    const bs_quantity *self = &m->all->items[index];
    bs_str name = self->indicator;
    for (size_t i = index; i-- > m->first && index - i < REACH_COUNT_MAX;) {
        const bs_quantity *other = &m->all->items[i];
        if (!bs_role__same_sentence(m->passage->text, other, self)) break;
        if (!is_alike(self, other)) continue;
        bs_rune last = bs_utf8_decode_before(other->subject, other->subject.len);
        bs_rune own = bs_utf8_decode_before(name, name.len);
        return other->indicator.len > 0 && is_kin(other->subject) && own.len > 0 &&
               own.code == last.code && !is_measure(name) && name.len <= NAME_BYTES_MAX / 2;
    }
    return false;
}

static bs_str find_measure(const members *m, size_t index)
{
    const bs_quantity *self = &m->all->items[index];
    bs_str text = m->passage->text, name = self->indicator;
    size_t at = (size_t)(name.ptr - text.ptr);
    bool part = is_part(text, name) || follows_member(m, index);
    bool place = bs_list_starts(bs_str_slice(text, at + name.len, text.len), "では");
    // Those who are counted, or of whom a part answers, are what is measured themselves.
    bool share = bs_str_equal(self->unit, BS_STR("%")) && !bs_role__moves(self);
    bool itself =
        (share || bs_str_starts(self->unit, BS_STR("count:"))) && bs_list_ends(name, counted);
    bs_str topic = bs__label_topic(text, at, BS_LANG_JA);
    topic = bs__label_behind_times(topic, m->all, index, m->first, text);
    (void)bs__label_strip_start(&topic, BS_LANG_JA);
    topic = measure_of(topic);
    if ((topic.len > 0 && !itself) || is_measure(name)) return topic;
    if (!itself) topic = looked_at(text, at);
    if (topic.len > 0) return topic;
    bs_str found =
        itself && !part && !place ? (bs_str){0} : measure_before(m, m->first, index, self);
    // "3 業種別の普及率 / ・飲食店は32.3％": items of a rate.
    bool item = share && m->passage->level > 0 && at <= strlen("「");
    if (found.len > 0 || (itself && !part && !place && !item)) return found;
    if (bs_role__moves(self)) found = topic_in_front(text, at);
    return found.len > 0 ? found : measure_above(m, self);
}

// "2 対アジア", "【東海】": the heading right above the passage, where it says who or where and
// nothing else.
static bs_str kin_above(const members *m)
{
    const bs_block_array *blocks = &m->job->out->document->blocks;
    uint32_t block = m->passage->block;
    unsigned bound = block > 0 && block <= blocks->count ? rank_of(&blocks->items[block - 1]) : 0;
    for (uint32_t i = block; i-- > 2 && block - i <= BLOCKS_MAX;) {
        // The first block may say who has written the paper.
        const bs_block *above = &blocks->items[i - 1];
        if (above->kind == BS_BLOCK_TABLE || above->kind == BS_BLOCK_CAPTION) break;
        bs_str name = bs_str_trim(above->text);
        bool bracketed =
            bs_list_starts(name, "【|［|＜|〔|〈") && bs_list_ends(name, "】|］|＞|〕|〉");
        if (bracketed) name = bs_str_slice(name, strlen("【"), name.len - strlen("】"));
        bool heads = above->kind == BS_BLOCK_HEADING && rank_of(above) < bound;
        if (!heads && !(bracketed && above->kind == BS_BLOCK_PARAGRAPH)) continue;
        bool several = bs_str_has_any(name, "・|　");
        // The segments of a company: label_segment.c.
        if (bs_list_ends(name, "事業|部門|セグメント|その他|会社")) return (bs_str){0};
        return is_kin(name) && !several && !bs__label_holds_digit(name) ? name : (bs_str){0};
    }
    return (bs_str){0};
}

// "全国では", "通期は": has the text come back to the whole?
static bool speaks_of_all(bs_str text)
{
    static const char words[] = "全国|全体|全社|合計|通期|連結|全産業";
    return bs_str_has_any(text, words);
}

// Gives the measures that the passage tells of nobody the one that its heading names.
static void name_owner(const members *m)
{
    bs_str text = m->passage->text, owner = {0};
    bool asked = false;
    for (size_t i = m->first; i < m->all->count; i++) {
        bs_quantity *self = &m->all->items[i];
        bs_str name = self->indicator;
        bool inside = name.len > 0 && name.ptr >= text.ptr && name.ptr < text.ptr + text.len;
        bool time = bs_unit_dimension(self->unit) == BS_DIM_DURATION;
        if (!inside || time || self->subject.len > 0 || !is_measure(name) || is_kin(name)) continue;
        if (!asked) owner = kin_above(m);
        asked = true;
        if (owner.len == 0) return;
        if (!bs_str_equal(measure_of(name), name)) continue; // it says of whom
        if (speaks_of_all(bs_str_slice(text, 0, (size_t)(name.ptr - text.ptr)))) continue;
        self->subject = owner;
    }
}

// "全業種で＋14と、前回調査（＋11）から3ポイント上がった": the same at another time, and how far it
// has moved, are of whom the number before them is. A topic of its own is of nobody.
static void go_on_with_member(const members *m)
{
    bs_str text = m->passage->text;
    for (size_t i = m->first + 1; i < m->all->count; i++) {
        bs_quantity *self = &m->all->items[i], *before = self - 1;
        while (before > &m->all->items[m->first] && !bs__label_is_amount(before))
            before--;
        bs_str name = self->indicator;
        bool open = name.len > 0 && self->subject.len == 0 && before->subject.len > 0 &&
                    bs_str_equal(name, before->indicator) && is_kin(before->subject) &&
                    bs_role__same_sentence(text, before, self);
        bs_str between = open ? bs__label_between(before, self, text) : (bs_str){0};
        if (!open || bs_str_has_any(between, "は|が|も、|ほか")) continue;
        bool aside = bs_list_ends(between, "（|（＋|（－|（▲|（+|（-|(");
        if (aside || self->role == BS_ROLE_CHANGE || bs_str_equal(self->unit, BS_STR("%p")))
            self->subject = before->subject;
    }
}

void bs__label_members(bs__job *job, const bs__passage *passage, size_t first)
{
    bs_quantity_array *all = &job->out->quantities;
    members m = {.job = job, .passage = passage, .all = all, .first = first};
    bs_str text = passage->text;
    if (passage->lang != BS_LANG_JA || passage->table > 0) return;
    for (size_t i = first; i < all->count; i++) {
        bs_quantity *self = &all->items[i];
        // "・「卸売」（61.6％）" has a subject alone.
        bs_str name = self->indicator.len > 0 ? self->indicator : self->subject;
        bool inside = name.len > 0 && name.ptr >= text.ptr && name.ptr < text.ptr + text.len;
        bool told = self->indicator.len > 0 && self->subject.len > 0;
        if (!inside || told || !self->valued) continue;
        if (self->indicator.len == 0) {
            if (is_kin(name)) self->indicator = measure_above(&m, self);
            continue;
        }
        bool part = (is_part(text, name) && !is_measure(name)) || is_sibling(&m, i);
        bs_str gapped = gapped_measure(&m, i);
        bs_str told_of = {0};
        bool parted = !is_measure(name) && !bs_list_ends(name, "齢|％") &&
                      is_parted(text, (size_t)(name.ptr - text.ptr), &told_of);
        if (!is_kin(name) && !part && !is_basis(text, name) && gapped.len == 0 && !parted) continue;
        bs_str measure = gapped.len > 0 ? gapped : told_of.len > 0 ? told_of : (bs_str){0};
        bool alone = measure.len == 0 && parted && !is_kin(name);
        if (alone) measure = measure_before(&m, first, i, self);
        if (alone && measure.len == 0)
            measure = measure_above(&m, self);
        else if (measure.len == 0)
            measure = find_measure(&m, i);
        // "利用関係別では、持家17,348戸"
        if (measure.len == 0 && parted) measure = measure_before(&m, first, i, self);
        if (measure.len == 0 && parted) measure = measure_above(&m, self);
        if (measure.len == 0 || (is_rate(measure) && is_number_of_things(self))) continue;
        for (size_t k = i; k < all->count && all->items[k].indicator.ptr == name.ptr; k++) {
            if (all->items[k].subject.len > 0) break;
            all->items[k].subject = name;
            all->items[k].indicator = measure;
        }
    }
    go_on_with_member(&m);
    if (!passage->title) name_owner(&m);
}
