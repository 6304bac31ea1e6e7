// SPDX-License-Identifier: GPL-3.0-or-later
// What a Chinese phrase names, without who foretells it, how it is counted, why it has moved and
// what it is held against.
#include "engine/base/utf8.h"
#include "engine/extract/label_internal.h"
#include "engine/extract/label_words.h"
#include "engine/extract/scan_internal.h"
#include "engine/extract/words.h"

// "旅游局预计全年旅客量": behind who foretells something stands what is foretold; 预测值 and
// "预期目标" are nouns.
static bs_str behind_forecaster(bs_str phrase)
{
    static const char verbs[] = "预计|预测|预估|预料";
    static const char nouns[] =
        "值|的|目标|中位|中值|均值|区间|数|为|与|及|和|相|显示|报告|模型|误差|"
        "结果|上|下|由|从|时|分别|，|水平|偏|增|减|升|降|达|可|将|在|于|至|到|今|明|本|后|每|未来|"
        "有|会|较|比|同|能|约|超|不";
    bs_str rest = bs_str_behind_last(phrase, verbs);
    bool named = rest.len > 0 && rest.len < phrase.len && bs_utf8_count(rest) > 1 &&
                 !bs_list_starts(rest, nouns);
    return named ? rest : phrase;
}

// "水果因去年基期较高转", "蔬菜受台风影响": the name stands in front of why it has moved.
static bs_str before_reason(bs_str phrase)
{
    enum { NAME_CHARS_MIN = 2, REASON_CHARS_MIN = 4 };
    static const char affected[] =
        "影响|拖累|带动|推动|支撑|提振|影响而|拖累而|带动而|影响转|拖累转|带动转|影响再|带动再";
    size_t because = bs_str_find(phrase, BS_STR("因"), 0),
           by = bs_str_find(phrase, BS_STR("受"), 0);
    size_t at = SIZE_MAX;
    if (by < phrase.len && bs_list_ends(phrase, affected)) at = by;
    if (because < phrase.len &&
        !bs_list_starts(bs_str_slice(phrase, because, phrase.len), "因素|因子|因此|因数|因应|因公"))
        at = because < at ? because : at;
    if (at == SIZE_MAX) return phrase;
    bs_str name = bs_str_slice(phrase, 0, at), reason = bs_str_slice(phrase, at, phrase.len);
    if (bs_list_ends(name, "主|原|基|病|死|诱|成|起|内|外|起|事|接|享|遭|承|感|蒙|，|："))
        return phrase;
    // "主要因为地价收入少": what has moved stands behind it.
    if (bs_list_is(name, "主要|部分|正是|这|其|皆|或|可能"))
        return bs_list_starts(reason, "因为") ? bs_str_slice(reason, strlen("因为"), reason.len)
                                              : phrase;
    if (bs_list_ends(name, "则|也|亦|却|仍|又")) name.len -= strlen("则");
    bool told = bs_utf8_count(name) >= NAME_CHARS_MIN &&
                bs_utf8_count(reason) >= REASON_CHARS_MIN &&
                bs_str_find(reason, BS_STR("的"), 0) == SIZE_MAX;
    return told ? name : phrase;
}

// "政府将全年经济增长预测": what is done with a thing; 将增至 is no such.
static bs_str behind_object_mark(bs_str phrase)
{
    static const char verbs[] = "达|增|降|升|下|上|超|突|回|提|减|扩|放|维|保|接|攀|有|为|在|于|会|"
                                "以|继|进|投|新|建|发|安|带|形|使|让|获|同|实|成|可|再|由|从|按|对|"
                                "要|共|累|陆|推|加|至|是|来|近|持|逐|完|全面|不|设|举|派|分|迎";
    bs_str rest = bs_str_behind_last(phrase, "将");
    bool object = rest.len > 0 && rest.len < phrase.len && bs_utf8_count(rest) > 1 &&
                  !bs_list_starts(rest, verbs) && !bs_list_starts(phrase, "将");
    return object ? rest : phrase;
}

// "入境旅客按年增加", "逗留时间则增加": the verb behind what it is held against.
static bs_str before_movement(bs_str phrase)
{
    static const char fronts[] = "按年|按月|按季|按周|则|却|亦|也|同比|环比|累计|合计|共计";
    // "基本金属减4.1%", "机械则增12.6%"; 净增 and the like are words.
    static const char words[] =
        "净增|新增|倍增|锐减|骤增|骤减|激增|暴增|年增|月增|季增|年减|月减|"
        "季减|裁减|核减|递增|递减|猛增|大增|剧增|加减|增减|轻减|削减|缩减|"
        "微增|微减|略增|略减|急增|急减|又增|再增|多增|少增|多减|少减|压减|调增|调减";
    if (bs_list_ends(phrase, "增|减") && !bs_list_ends(phrase, words)) {
        bs_str name = bs_str_slice(phrase, 0, phrase.len - strlen("增"));
        if (bs_list_ends(name, "则")) name.len -= strlen("则");
        return bs_utf8_count(name) > 1 ? name : phrase;
    }
    if (!bs_list_ends(phrase, "增加|减少|上升|下降|下跌|上涨")) return phrase;
    bs_str rest = bs_str_slice(phrase, 0, phrase.len - strlen("增加"));
    bs_str front = bs_str_longest_end(rest, fronts);
    bs_str name = bs_str_slice(rest, 0, rest.len - front.len);
    return front.len > 0 && bs_utf8_count(name) > 1 ? name : phrase;
}

// "地价收入较预期少": the name in front of what it is held against.
static bs_str before_comparison(bs_str phrase)
{
    static const char moved[] = "少|多|高|低|增|减|增加|减少|上升|下降|下跌|上涨";
    if (!bs_list_ends(phrase, moved)) return phrase;
    size_t at = bs_str_find(phrase, BS_STR("较"), 0), than = bs_str_find(phrase, BS_STR("比"), 0);
    if (than < at) at = than;
    if (at == SIZE_MAX) return phrase;
    bs_str name = bs_str_slice(phrase, 0, at);
    // "均价比上月低", and no "其实比上月低".
    if (bs_utf8_count(name) < 3 && !bs__label_tells_measure(name)) return phrase;
    bs_str base = bs_str_slice(phrase, at, phrase.len);
    bool told = bs_list_starts(
        base,
        "较预期|较预算|较原|较上|较去年|较前|比预期|比预算|比上年|比上月|比上季|比去年|较同期|"
        "比同期|较一年|比一年|较年初|比年初");
    return told && bs__label_holds_against(base, BS_LANG_ZH) ? name : phrase;
}

// "补助比例不超过总投资": the name in front of the bound that a share of the rest is held to.
static bs_str before_bound(bs_str phrase)
{
    bs_qualifier bound;
    return bs_str_slice(phrase, 0, bs__bound_in(phrase, &bound));
}

// "按登记户数计算户均捕捞产值": behind how it is counted.
static bs_str behind_counting(bs_str phrase)
{
    static const bs_str counted = BS_STR_INIT("计算");
    size_t at = bs_str_starts(phrase, BS_STR("按")) ? bs_str_find(phrase, counted, 0) : SIZE_MAX;
    if (at == SIZE_MAX) return phrase;
    bs_str rest = bs_str_slice(phrase, at + counted.len, phrase.len);
    return bs_utf8_count(rest) > 2 && !bs_list_starts(rest, "的|机|方|公|口|标|为|，") ? rest
                                                                                       : phrase;
}

// "工业增加值按可比价格计算": the name in front of how it is counted.
static bs_str before_counting(bs_str phrase)
{
    static const char ways[] = "计算|计|计价|口径|不变价|可比价|现价|当年价格|可比价格|不变价格|"
                               "按人民币|以人民币|按美元|以美元|按本币|以本币";
    static const char without[] = "扣除价格因素|剔除价格因素|扣除物价因素|剔除物价因素";
    enum { NAME_CHARS_MIN = 2, WAY_CHARS_MIN = 3 };
    bs_str factor = bs_str_longest_end(phrase, without);
    if (factor.len > 0 && factor.len < phrase.len)
        return bs_str_slice(phrase, 0, phrase.len - factor.len);
    if (!bs_list_ends(phrase, ways)) return phrase;
    size_t at = bs_str_find(phrase, BS_STR("按"), 0);
    if (at >= phrase.len) at = bs_str_find(phrase, BS_STR("以"), 0);
    if (at >= phrase.len) return phrase;
    bs_str name = bs_str_slice(phrase, 0, at), way = bs_str_slice(phrase, at, phrase.len);
    bool told = bs_utf8_count(name) >= NAME_CHARS_MIN && bs_utf8_count(way) >= WAY_CHARS_MIN &&
                bs_str_find(way, BS_STR("的"), 0) == SIZE_MAX &&
                !bs_list_starts(way, "以上|以下|以内|以外|以来|按揭");
    return told ? name : phrase;
}

// "略低于去年增长率", "远超过进口成长率": what it is held against is what the number gives.
static bs_str behind_lower(bs_str phrase)
{
    static const char fronts[] = "略低于|略高于|低于|高于|远低于|远高于|明显低于|明显高于|"
                                 "优于|優於|低於|高於|略低於|略高於|遠低於|遠高於|超过|超過|"
                                 "远超|遠超|远超过|遠超過|大幅超过|大幅超過|逊于|遜於";
    static const char times[] = "去年|上年|前年|上月|上季|今年|预测|预期|全国|全球";
    bs_str rest = phrase;
    for (bs_str list = bs_str_from(fronts), front; bs_str_next(&list, '|', &front);)
        if (bs_str_starts(phrase, front)) rest = bs_str_slice(phrase, front.len, phrase.len);
    static const char measures[] = "率|额|額|量|值|價|价|数|數|指数|指數|增速|增幅|收入|支出";
    if (rest.len == phrase.len || bs_utf8_count(rest) <= 2) return phrase;
    bool noun = bs_list_starts(rest, times) && !bs_list_ends(rest, "的|年|月|季|期|末|底|水平|值");
    return noun || bs_list_ends(rest, measures) ? rest : phrase;
}

// "批发价格环比由上月持平转为": the name in front of what it has turned from.
static bs_str before_turn(bs_str phrase)
{
    if (!bs_list_ends(phrase, "转|转为|转至")) return phrase;
    size_t from = bs_str_find(phrase, BS_STR("由"), 0);
    bs_str name = bs_str_slice(phrase, 0, from == SIZE_MAX ? 0 : from);
    return bs_utf8_count(name) > 2 ? bs__label_before_basis(name) : phrase;
}

// "以电子产品增幅（39.3%较多）", "以美国（284.5亿美元居冠）": what is the most.
static bs_str behind_most(bs_str phrase)
{
    static const char words[] =
        "以上|以下|以内|以外|以来|以及|以色列|以太|以旧换新|以工代赈|以岭|以前|"
        "以后|以往|以至|以致|以便|以期";
    bs_str rest =
        bs_str_slice(phrase, bs_str_starts(phrase, BS_STR("以")) ? strlen("以") : 0, phrase.len);
    bool told = rest.len < phrase.len && bs_utf8_count(rest) > 1 &&
                !bs_list_starts(phrase, words) && !bs_str_has_any(rest, "方式|形式|计算|名义|口径");
    return told ? rest : phrase;
}

// "两项合计影响CPI": what several have done together.
static bs_str behind_sum(bs_str phrase)
{
    static const char verbs[] = "影响|拉动|带动|推动|拖累|贡献|下拉|上拉";
    if (!bs_list_starts(phrase, "合计|共计|合共")) return phrase;
    bs_str rest = bs_str_slice(phrase, strlen("合计"), phrase.len);
    return bs_list_starts(rest, verbs) ? rest : phrase;
}

bs_str bs__label_chinese_core(bs_str phrase)
{
    phrase = behind_sum(phrase);
    phrase = before_counting(behind_counting(before_turn(behind_lower(phrase))));
    phrase = before_bound(before_comparison(phrase));
    phrase = behind_object_mark(behind_forecaster(phrase));
    return before_movement(behind_most(before_reason(phrase)));
}

// "出口额与上年持平", "消费物价与一年前同月比较": the name in front of what it is held against.
static bs_str before_likeness(bs_str topic)
{
    static const char likes[] = "持平|相同|相若|一致|比较|相比|相当";
    if (!bs_list_ends(topic, likes)) return topic;
    size_t at = bs_str_find(topic, BS_STR("与"), 0), as = bs_str_find(topic, BS_STR("和"), 0);
    if (at > topic.len) at = as;
    return at > 0 && at < topic.len ? bs_str_slice(topic, 0, at) : topic;
}

bs_str bs__label_topic_apart(bs_str text, size_t limit, bs_str clause)
{
    static const char measures[] =
        "指数|价格|额|量|率|收入|利润|投资|人数|户数|面积|余额|比重|产值|"
        "值|估计|人次|规模|物价|销售|租金";
    static const bs_str comma = BS_STR_INIT("，");
    static const char none[] = "受|据|由|随|在|按|从|以|因|，";
    bs_str topic = clause;
    for (int i = 0; i < 2; i++) {
        size_t start = (size_t)(topic.ptr - text.ptr);
        bool behind = start > limit + comma.len &&
                      bs_str_equal(bs_str_slice(text, start - comma.len, start), comma);
        topic = behind ? bs__label_clause(text, limit, start - comma.len) : (bs_str){0};
        // "增加值，按可比价格计算，同比增长": how it is counted stands between.
        if (!behind || !bs__label_holds_against(topic, BS_LANG_ZH)) break;
    }
    // "机械业则受设备需求带动，年增16%": in front of why.
    bs_str moved = before_reason(topic);
    if (moved.len > 0 && moved.len < topic.len && !bs__label_holds_digit(topic) &&
        !bs_list_starts(topic, none))
        return moved;
    topic = before_counting(before_likeness(topic));
    bool named = bs_utf8_count(topic) > 2 && bs_list_ends(topic, measures) &&
                 !bs__label_holds_digit(topic) && !bs_list_starts(topic, none);
    return named ? topic : clause;
}

size_t bs__label_than_len(bs_str text)
{
    static const char words[] = "相较于|相比于|相对于|较之|相较|相比|较|比";
    static const char others[] = "同比|环比|占比|对比|价比|配比|之比|收支比|抚养比|无比|评比";
    return bs_list_ends(text, others) ? 0 : bs_str_longest_end(text, words).len;
}

bool bs__label_moves_than(bs_str text, bs_str between)
{
    bs_str verb = bs_str_trim(between);
    // "较2028年同月上升": the time goes on behind what is printed of it.
    if (bs_list_starts(verb, "同月|同期|同季|同日"))
        verb = bs_str_slice(verb, strlen(bs_list_starts(verb, "同月份") ? "同月份" : "同月"),
                            verb.len);
    if (bs_list_ends(verb, "了")) verb.len -= strlen("了");
    return bs_list_is(verb, "增加|减少|多|少|高|低|提高|降低|净增|净减|上升|下降|增长|上涨|"
                            "下跌|回升|回落|扩大|收窄") &&
           bs__label_than_len(text) > 0;
}

bs_str bs__label_complement(bs_str after)
{
    enum { NOUN_CHARS_MAX = 16 };
    static const char others[] =
        "主|例|准|止|限|期|上年|去年|了|此|其|由|因|历史|近|首|最|基|零|负";
    if (!bs_list_starts(after, "为|是")) return (bs_str){0};
    size_t start = strlen("为"), end = start;
    while (end < after.len && !bs__label_is_edge(bs_utf8_decode(after, end)))
        end += bs_utf8_decode(after, end).len;
    bs_str noun = bs_str_slice(after, start, end);
    size_t count = bs_utf8_count(noun);
    bool named = count > 1 && count <= NOUN_CHARS_MAX && !bs_list_starts(noun, others) &&
                 !bs__label_holds_digit(noun);
    return named ? noun : (bs_str){0};
}
