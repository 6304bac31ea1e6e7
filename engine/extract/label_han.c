// SPDX-License-Identifier: GPL-3.0-or-later
// Names of numbers in Chinese and Japanese: names that hold commas or numbers, and phrases that
// only say what a number is held against.
#include "engine/base/utf8.h"
#include "engine/core/unit.h"
#include "engine/extract/label_internal.h"
#include "engine/extract/label_words.h"
#include "engine/extract/numeral.h"
#include "engine/extract/scan_internal.h"
#include "engine/extract/words.h"

enum { PIECE_BYTES_MAX = 45, PIECES_MAX = 8 };

bool bs__label_holds_digit(bs_str text)
{
    size_t len;
    for (size_t at = 0; at < text.len; at += bs_utf8_decode(text, at).len) {
        if (bs_digit_at(text, at, &len) >= 0) return true;
    }
    return false;
}

bs_str bs__label_enumerated(bs_str text, size_t limit, bs_str clause)
{
    static const bs_str comma = BS_STR_INIT("、");
    if (clause.ptr == NULL) return clause;
    size_t start = (size_t)(clause.ptr - text.ptr), stop = start + clause.len;
    for (int i = 0; i < PIECES_MAX; i++) {
        size_t end = start - comma.len;
        bool listed =
            start > limit + comma.len && bs_str_equal(bs_str_slice(text, end, start), comma);
        bs_str piece = listed ? bs__label_clause(text, limit, end) : (bs_str){0};
        if (piece.len == 0 || piece.len > PIECE_BYTES_MAX || bs__label_holds_digit(piece)) break;
        size_t from = (size_t)(piece.ptr - text.ptr);
        // What stands directly behind a number is about that.
        if (from + piece.len != end || (limit > 0 && from == limit)) break;
        start = from;
    }
    return bs_str_slice(text, start, stop);
}

// "15～64歳の就業率", "65歳人口": the years of an age in front of what they tell apart.
static bool is_age(const bs_quantity *number, bs_str between)
{
    static const char behind[] = "の|人口|代|男|女|層|児|以上の|以上人口|未満の|以下の|時の|時平均";
    bool range = number->kind == BS_KIND_RANGE && bs_list_starts(between, "は|が|で");
    // "65歳以上75歳未満": the first of two bounds.
    size_t len;
    range |= bs_list_starts(between, "以上|超") && bs_digit_at(between, strlen("以上"), &len) >= 0;
    return bs_unit_is_age(number->unit) && (range || bs_list_starts(between, behind));
}

// "以上世帯", "超規模": the noun of a bound directly behind it, and no movement.
static bool runs_into_noun(bs_str between)
{
    static const char *const bounds[] = {"以上", "以下", "未満"};
    for (size_t i = 0; i < BS_COUNT(bounds); i++) {
        if (!bs_str_starts(between, bs_str_from(bounds[i]))) continue;
        bs_str noun = bs_str_slice(between, strlen("以上"), between.len);
        return bs_rune_is_han(bs_utf8_decode(noun, 0).code) && !bs__label_is_movement(noun) &&
               !bs_list_starts(noun, "占|続|上回|下回|達|残|続|変");
    }
    return false;
}

bool bs__label_is_in_name(const bs_quantity *number, bs_str between, bs_lang lang)
{
    static const char chinese[] = "及以上|或以上|以上|及以下|或以下|以下|以内";
    static const char japanese[] = "以上の|以下の|未満の|以上は|以下は|未満は|以上が|以下が|未満が|"
                                   "超の|超は|以上人口|未満人口|以上では|以下では|未満では";
    if (lang == BS_LANG_JA && is_age(number, between)) return true;
    // "8社合計の営業利益"
    bool sum = lang == BS_LANG_JA && bs_unit_dimension(number->unit) == BS_DIM_COUNT_OF &&
               bs_list_starts(between, "合計の|計の|平均の|全体の|合計は|平均は");
    if (sum) return true;
    // "3か月後方移動平均は"
    bool mean = lang == BS_LANG_JA && bs_unit_dimension(number->unit) == BS_DIM_DURATION &&
                bs_list_starts(between, "移動平均|後方移動平均|中心移動平均");
    if (mean) return true;
    // "20万吨级集装箱泊位", "16—24岁劳动力失业率": a class, or ages, in front of what they are of.
    bs_rune next = bs_utf8_decode(between, 0);
    bool aged = number->kind == BS_KIND_RANGE && bs_unit_is_age(number->unit);
    if (lang == BS_LANG_ZH && aged && bs_rune_is_han(next.code)) return true;
    if (lang == BS_LANG_ZH && bs_str_starts(between, BS_STR("级"))) return true;
    // "資本金1億円以上の企業1,020社"
    bool money = lang == BS_LANG_JA && number->kind == BS_KIND_CURRENCY;
    bool bound = number->qualifier != BS_EXACT && (number->kind == BS_KIND_QUANTITY || money);
    if (!bound) return false;
    // "県内在住の18歳以上5,000人", "65歳以上75歳未満　1,567万人"
    bs_str bounded = bs_str_trim(between);
    if (bs_str_ends(bounded, BS_STR("　"))) bounded.len -= strlen("　");
    bool beside = bs_str_equal(bounded, BS_STR("以上")) || bs_str_equal(bounded, BS_STR("未満")) ||
                  bs_str_equal(bounded, BS_STR("以下"));
    if (lang == BS_LANG_JA && beside) return true;
    if (lang == BS_LANG_JA) return bs_list_starts(between, japanese) || runs_into_noun(between);
    if (lang != BS_LANG_ZH || !bs_list_starts(between, chinese)) return false;
    // "100万人以上，": the name goes on behind it.
    size_t at = bs_list_starts(between, "及|或") ? strlen("及以上") : strlen("以上");
    bs_rune behind = bs_utf8_decode(between, at);
    return behind.len > 0 && !bs__label_is_edge(behind);
}

bool bs__label_holds_against(bs_str phrase, bs_lang lang)
{
    static const char fronts[] = "同比|环比|比|较|與|与|高于|低于|高出|多于|少于|分别比|分别较|"
                                 "均比|均较|也比|也较|仍比|更较|更比|"
                                 "则较|则比|反较|其实较|其实比|却较|却比|虽较|虽比|"
                                 "相较|相比|相对于";
    static const char bare[] = "相较于|相比于|相对于|较之|相较|相比";
    static const char moved[] =
        "增加|减少|多增|少增|多减|少减|增|减|少|多|低|高|低了|高了|多了|少了|上升|下降|提高|降低|"
        "升值|贬值|回升|回落|加快|放缓|扩大|收窄|增长|下跌|上涨|提升|同期|同期增加|同期减少|均增长|"
        "增收|减收|增支|减支|超收|短收|多退|少退|"
        "均下降|涨|跌|升|降|缩短|延长|快|慢|超前|滞后|领先|落后";
    static const char looked[] = "みる|みると|見る|見ると|率にして|率では|額にして|金額にして|して";
    // "经调整季节变动因素后涨0.06%": how it is counted.
    bool counted = lang == BS_LANG_ZH && bs_list_starts(phrase, "经|經|剔除|扣除") &&
                   bs_list_ends(phrase, "后|後|影响|因素|后为|后达");
    // "按2017年平均汇率计算为5791美元"
    counted |= lang == BS_LANG_ZH && bs_list_starts(phrase, "按|以|依|折|平均|年平均|汇率") &&
               bs_list_ends(phrase, "汇率计算|汇率计算为|汇率折算|汇率折算为|汇率换算|价格计算|"
                                    "价计算|口径计算|口径");
    if (counted) return true;
    // "较上年末的95.2%": a level that another is held against.
    bool level =
        lang == BS_LANG_ZH &&
        bs_list_starts(phrase,
                       "较|比|相较|相比|相对于|高于|低于|少于|多于|大于|小于|优于|不及|好于|差于|"
                       "远高于|远低于|略高于|略低于|明显高于|明显低于") &&
        bs_list_ends(phrase, "的");
    // "较前一日148.9点", "比上一交易日": a time that it is held against.
    level |=
        lang == BS_LANG_ZH && bs_list_starts(phrase, "较|比|相较|相比") &&
        bs_list_ends(phrase, "前一|前一日|前一天|前日|前一周|前一月|前一年|前一季度|前一期|交易日|"
                             "昨日|昨天|期初|前期|原|原来|原先|原有|此前|之前|以前|以往|过去|"
                             "当初");
    if (lang == BS_LANG_ZH && bs_list_ends(phrase, "了")) phrase.len -= strlen("了");
    if (lang == BS_LANG_ZH)
        return level || bs_list_is(phrase, bare) ||
               (bs_list_starts(phrase, fronts) && bs_list_ends(phrase, moved));
    if (lang != BS_LANG_JA) return false;
    if (bs_list_ends(phrase, looked) ||
        bs_list_ends(
            phrase,
            "より|当たり|あたり|につき|に比べ|に比べて|と比べ|と比べて|に対し|に対して|対比|対比で|"
            "にかけて|に向けて|をにらみ"))
        return true;
    // "年初に公表した", "上回った": a verb in the past.
    return phrase.len > strlen("した") &&
           bs_list_ends(phrase, "った|した|れた|いた|えた|けた|めた|げた");
}

bool bs__label_lasted(const bs_quantity *number, bs_str between)
{
    static const char runs[] = "連続で|連続の|連続して|ぶりの|ぶりに|ぶりで";
    between = bs_str_trim(between);
    return bs_unit_dimension(number->unit) == BS_DIM_DURATION && bs_list_starts(between, runs) &&
           bs_list_ends(between, runs) && between.len <= strlen("連続して");
}

bool bs__label_is_aside(bs_str between)
{
    bs_str close = BS_STR("）の");
    size_t end = bs_str_find(between, close, 0);
    if (end == SIZE_MAX) end = bs_str_find(between, close = BS_STR(")の"), 0);
    if (end == SIZE_MAX || !bs_list_starts(between, "以上|以下|未満|）|)|を|の")) return false;
    bs_str inside = bs_str_slice(between, 0, end),
           rest = bs_str_slice(between, end + close.len, between.len);
    bool plain = !bs_str_has_any(inside, "（|(|。");
    bool noun = bs_utf8_count(rest) > 2 && !bs__label_is_filler(rest, BS_LANG_JA) &&
                !bs__label_is_movement(rest);
    for (size_t at = 0; noun && at < rest.len; at += bs_utf8_decode(rest, at).len)
        noun = !bs__label_is_edge(bs_utf8_decode(rest, at));
    return plain && noun;
}

size_t bs__label_before_scope(bs_str text, size_t end)
{
    enum { SCOPE_BYTES_MAX = 400, SHORT_BYTES_MAX = 75 };
    static const char fronts[] = "包括|包含|不包括|不包含|含|不含|不计|其中包括|其中含|仅指|仅包括";
    bs_str before = bs_str_slice(text, 0, end);
    if (!bs_list_ends(before, ")|）")) return end;
    size_t close = end - bs_utf8_decode_before(text, end).len, at = close;
    bool digit = false;
    while (at > 0 && close - at < SCOPE_BYTES_MAX) {
        bs_rune rune = bs_utf8_decode_before(text, at);
        at -= rune.len;
        if (bs__label_is_close(rune.code) || rune.code == 0x3002) return end;
        digit |= rune.code >= '0' && rune.code <= '9';
        if (!bs__label_is_open(rune.code)) continue;
        bs_str inside = bs_str_slice(text, at + rune.len, close);
        bool apart = digit || inside.len > SHORT_BYTES_MAX; // a short one is kept in the name
        return apart && bs_list_starts(inside, fronts) ? at : end;
    }
    return end;
}

bs_str bs__label_quoted(bs_str text, size_t limit, size_t end)
{
    enum { QUOTED_BYTES_MAX = 120 };
    static const bs_str close = BS_STR_INIT("」"), open = BS_STR_INIT("「");
    bs_str before = bs_str_trim(bs_str_slice(text, limit, end));
    // "「2割未満」が23.9％": the number in front stands in the quotes.
    bool crossed = limit > 0 && bs_str_find(before, close, 0) < before.len &&
                   bs_str_find(before, open, 0) == SIZE_MAX;
    if (crossed) before = bs_str_trim(bs_str_slice(text, 0, end));
    if (bs_list_ends(before, "実質|名目"))
        before = bs_str_slice(before, 0, before.len - strlen("実質"));
    if (bs_list_ends(before, "が|は|も|で|の"))
        before = bs_str_slice(before, 0, before.len - strlen("が"));
    if (!bs_str_ends(before, close)) return (bs_str){0};
    before = bs_str_slice(before, 0, before.len - close.len);
    for (size_t at = before.len; at > 0 && before.len - at < QUOTED_BYTES_MAX;) {
        bs_rune rune = bs_utf8_decode_before(before, at);
        if (rune.len == 0 || rune.code == 0x3002 || rune.code == 0x300D) break;
        if (bs_str_ends(bs_str_slice(before, 0, at), open))
            return bs_str_slice(before, at, before.len);
        at -= rune.len;
    }
    return (bs_str){0};
}

bool bs__label_is_movement(bs_str noun)
{
    static const char moved[] = "増加|減少|上昇|低下|下落|改善|悪化|拡大|縮小|伸び|プラス|マイナス|"
                                "アップ|ダウン|"
                                "順|見込|予想|黒字|赤字|高い|"
                                "円安|円高|ドル安|ドル高|ユーロ安|ユーロ高|元安|元高|"
                                "水準|減|増|上方|下方|引き上げ|引き下げ|成長と|成長だ|成長で";
    return bs_list_starts(noun, moved);
}

bs_str bs__label_behind_blank(bs_str phrase)
{
    static const bs_str blank = BS_STR_INIT("　");
    bs_str rest = phrase;
    for (size_t at; (at = bs_str_find(rest, blank, 0)) != SIZE_MAX;)
        rest = bs_str_slice(rest, at + blank.len, rest.len);
    size_t front = phrase.len - rest.len;
    bool words = front > 2 * blank.len && bs_utf8_count(rest) > 1;
    return words ? rest : phrase;
}

bool bs__label_moves_on(bs_str phrase)
{
    enum { CHARS_MAX = 8 };
    return bs_utf8_count(phrase) <= CHARS_MAX && bs__label_is_movement(phrase) &&
           bs_list_ends(phrase, "し|して|した|となり|になり|となった|の|で|り|って|った");
}

bs_str bs__label_counted(bs_str noun)
{
    static const char other[] =
        "为|的|以|及|和|点|点，|提升|提高|升至|增至|降至|减至|上调|下调|至|"
        "到|附近|左右|上下|占|同比|环比|较|比|增长|下降|，|"
        "最多|最高|最大|最少|最低|最快|最慢|为主|"
        "中|之|多|时|居|名列|位居|夺冠|有所|略有|大幅|小幅|"
        "明显|显著|稍有|轻微|分别|分別|佔|区间|區間|之间|之間|来|以来|内|之内|期间";
    static const bs_str verbs[] = {
        BS_STR_INIT("中有"), BS_STR_INIT("维持"), BS_STR_INIT("保持"), BS_STR_INIT("实现"),
        BS_STR_INIT("同比"), BS_STR_INIT("环比"), BS_STR_INIT("增长"), BS_STR_INIT("下降"),
        BS_STR_INIT("已达"), BS_STR_INIT("出现"), BS_STR_INIT("呈"),   BS_STR_INIT("为每"),
        BS_STR_INIT("高于"), BS_STR_INIT("低于"), BS_STR_INIT("超过"),
    };
    bs_word_hit hit;
    bool moves = (bs_word_first(noun, BS_MEANS_UP, &hit) && hit.start == 0) ||
                 (bs_word_first(noun, BS_MEANS_DOWN, &hit) && hit.start == 0);
    if (moves || bs_list_starts(noun, other)) return (bs_str){0};
    for (size_t i = 0; i < BS_COUNT(verbs); i++) {
        size_t at = bs_str_find(noun, verbs[i], 0);
        if (at != SIZE_MAX) noun = bs_str_slice(noun, 0, at);
    }
    // "31个大城市城镇调查失业率为5.2%"
    bs_str copula = bs_str_longest_end(noun, "为|约为|达|达到|仅为|分别为|分别|实际分别|名义分别");
    noun.len -= copula.len;
    // "16个市州中，12个"
    if (bs_list_ends(noun, "中|里") && bs_utf8_count(noun) > 2 &&
        !bs_list_ends(noun, "高中|初中|其中"))
        noun.len -= strlen("中");
    // "153家企业和71家": the joint of a list.
    if (bs_list_ends(noun, "和|与|及") && bs_utf8_count(noun) > 2) noun.len -= strlen("和");
    return noun;
}

bs_str bs__label_sharer(const bs_quantity *share, bs_str text, size_t limit)
{
    bs_str clause = bs__label_clause(text, limit, bs__label_start(share, text));
    size_t at = bs_str_find(clause, BS_STR("占"), 0);
    // What stands directly behind a number is about that.
    bool apart = clause.ptr != NULL && (limit == 0 || clause.ptr > text.ptr + limit);
    if (!apart || at == SIZE_MAX) return (bs_str){0};
    bs_str name = bs_str_trim(bs_str_slice(clause, 0, at));
    while (bs_list_ends(name, "约|也|仅|就|已|则|均|共|合计|分别"))
        name = bs_str_slice(
            name, 0, name.len - (bs_list_ends(name, "合计|分别") ? strlen("合计") : strlen("约")));
    while (bs__label_strip_start(&name, BS_LANG_ZH))
        continue;
    bool named = bs_utf8_count(name) > 1 && !bs__label_holds_digit(name) &&
                 !bs__label_is_filler(name, BS_LANG_ZH) && !bs_list_starts(name, "其|这|并|，");
    return named ? name : (bs_str){0};
}

bs_str bs__label_without_aside(bs_str name)
{
    if (!bs_list_ends(name, "）|)")) return name;
    size_t wide = bs_str_find(name, BS_STR("（"), 0), plain = bs_str_find(name, BS_STR("("), 0);
    size_t open = wide < plain ? wide : plain;
    return open == SIZE_MAX ? name : bs_str_trim(bs_str_slice(name, 0, open));
}

bs_str bs__label_without_price_unit(bs_str phrase)
{
    enum { UNIT_CHARS_MAX = 8 };
    bs_str whole = phrase;
    if (bs_list_ends(phrase, "約")) phrase = bs_str_slice(phrase, 0, phrase.len - strlen("約"));
    bs_str last = bs__label_after_break(phrase, BS_LANG_JA);
    size_t one = bs_utf8_decode(last, 0).len, len;
    bool unit = bs_list_starts(last, "1|１") && bs_digit_at(last, one, &len) < 0 &&
                bs_utf8_count(last) <= UNIT_CHARS_MAX &&
                !bs_list_ends(last, "は|が|も|を|で|に|と|の") && last.ptr > phrase.ptr;
    return unit ? bs_str_slice(phrase, 0, (size_t)(last.ptr - phrase.ptr)) : whole;
}

bs_str bs__label_without_measure(bs_str phrase)
{
    size_t len;
    bs_str last = bs__label_after_break(phrase, BS_LANG_JA);
    bool per = bs_list_ends(last, "当たり|当り|あたり|につき") && bs_digit_at(last, 0, &len) >= 0;
    // "死亡率は人口10万対", "出生千対"
    per |=
        bs_list_starts(last, "人口|出生|出産|女性人口") && bs_list_ends(last, "千対|万対|0対|０対");
    if (!per || last.ptr == phrase.ptr) return phrase;
    bs_str before = bs_str_trim(bs_str_slice(phrase, 0, (size_t)(last.ptr - phrase.ptr)));
    return bs__label_strip_endings(before, BS_LANG_JA, 1);
}
