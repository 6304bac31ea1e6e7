// SPDX-License-Identifier: GPL-3.0-or-later
// Chinese: whose a measure is that many things have. "公路完成投资", "远骋汽车三季度营收",
// "冰箱方面， 10月产量" and "总投资50亿元的产业园项目" tell it in front of the measure, further in
// front, or behind the number.
#include "engine/base/utf8.h"
#include "engine/extract/label_internal.h"
#include "engine/extract/label_words.h"
#include "engine/extract/words.h"

enum { LEAD_BYTES_MAX = 90, LOOK_BACK_MAX = 64 };

// What a company or a country has, said of one in the sentence before the comma too.
static const char own_measures[] =
    "营收|合并营收|营业收入|营业总收入|总收入|收入|收益|净利润|归母净利润|归属净利润|扣非净利润|"
    "扣非归母净利润|净利|税后净利|纯利|溢利|营业利益|营业利润|经营利润|利润总额|毛利|毛利率|营益率|"
    "净利率|净亏损|亏损|盈利|归母净亏损|交付|交付量|销量|产量|出货量|销售额|营业额|每股盈余|"
    "每股收益|"
    "每股盈利|市值|总市值|研发费用|研发投入|研发支出|资本支出|资本开支|新签订单|在手订单|"
    "新签合同额|总资产|净资产|资产总额|资产负债率|不良贷款率|不良率|拨备覆盖率|资本充足率|净息差|"
    "出口|进口|进出口|出口额|进口额|贸易总值|贸易额|贸易顺差|贸易逆差|投资收益|经营现金流|现金流|"
    "自由现金流|每股派息|派息|中期息|末期息|EBITDA|经调整EBITDA|净收益|股价|挂牌|挂牌量|零售|批发";

// A measure that many things have says little by itself: 产量, 投资, 出口占比.
static bool is_brief_measure(bs_str name)
{
    enum { CHARS_MAX = 4 };
    static const char measures[] =
        "量|额|值|价|投资|出口|进口|库存|占比|内销|外销|收入|利润|增速|面积|余额";
    return name.len > 0 && bs_utf8_count(name) <= CHARS_MAX && bs_list_ends(name, measures);
}

// What a country, a city or a market has.
static const char public_measures[] =
    "订单|订单金额|接单|接单金额|外销订单|常住人口|户籍人口|总人口|人口|就业人数|就业人口|失业人数|"
    "失业率|就业率|GDP|经济增长率|通胀率|通膨率|城镇化率|地区生产总值|生产总值|国内生产总值|"
    "本地生产总值|工业增加值|规模以上工业增加值|固定资产投资|社会消费品零售总额|财政收入|"
    "一般公共预算收入|一般公共预算支出|居民人均可支配收入|人均可支配收入|居民消费价格|"
    "居民消费价格指数|消费者物价指数";

static bool is_measure(bs_str name)
{
    return is_brief_measure(name) || bs_list_is(name, own_measures);
}

bool bs__label_is_thing(bs_str name)
{
    enum { CHARS_MIN = 2, CHARS_MAX = 12 };
    static const char none[] =
        "公司|集团|全|我|从|在|这|该|另|一|其|按|分|据|由|预计|已|共|全年|当月|本月|合计|"
        "累计|今年|去年|本|平均|报告期|截|至|自|于|随|受|较|比|同比|环比|但|而|若|因|虽|去|上|"
        "前";
    // Places and firms that begin like a small word.
    static const char names[] = "上海|上汽|上饶|上虞|上港|前海|本田|本溪|自贡|随州|一汽|一线|在线|"
                                "分众|比亚迪|比利时|全球|于都";
    static const char measured[] =
        "量|额|值|价格|需求|供给|成本|政策|市场|投资|消费|收入|就业|外贸|库存|"
        "出口|进口|内销|同比|环比|将|已|累计|合计|期内|显示|表示|指出|公布|发布|公告|统计|预计|"
        "预测|预估|预期|估计|"
        "披露|认为|透露|来看|看|称|报告|数据|增长|下降|上升|下跌|日|截至|至|到|为|较|比";
    size_t chars = bs_utf8_count(name);
    return chars >= CHARS_MIN && chars <= CHARS_MAX && !bs__label_holds_digit(name) &&
           (!bs_list_starts(name, none) || bs_list_starts(name, names)) &&
           !bs_list_ends(name, measured) && !bs__label_is_filler(name, BS_LANG_ZH);
}

// Without "全国" in front of a name that is one by itself: "全国铁路".
static bs_str without_extent(bs_str name)
{
    if (!bs_list_starts(name, "全国|全省|全市|全区|全县|我国|我省|我市")) return name;
    bs_str rest = bs_str_slice(name, strlen("全国"), name.len);
    return bs__label_is_thing(rest) ? rest : name;
}

// "第二产业" of "第二产业完成": an ordinal in front of a clause is part of its name.
static bs_str with_ordinal(bs_str text, bs_str clause)
{
    static const char ordinals[] = "第一|第二|第三|第四|第五|第六|第七|第八|第九|第十";
    size_t start = clause.len > 0 ? (size_t)(clause.ptr - text.ptr) : 0;
    if (!bs_list_ends(bs_str_slice(text, 0, start), ordinals)) return clause;
    return bs_str_slice(text, start - strlen("第一"), start + clause.len);
}

// "公路完成投资", in the clause of the name.
static bs_str owner_in_front(bs_str text, size_t limit, size_t name_start)
{
    static const bs_str verbs[] = {BS_STR_INIT("累计完成"), BS_STR_INIT("共完成"),
                                   BS_STR_INIT("完成"),     BS_STR_INIT("累计实现"),
                                   BS_STR_INIT("共实现"),   BS_STR_INIT("实现"),
                                   BS_STR_INIT("累计")};
    bs_str clause = with_ordinal(text, bs__label_clause(text, limit, name_start));
    for (size_t i = 0; i < BS_COUNT(verbs); i++) {
        if (clause.len <= verbs[i].len || !bs_str_ends(clause, verbs[i])) continue;
        clause = bs__label_enumerated(text, limit, clause);
        bs_str owner = bs_str_slice(clause, 0, clause.len - verbs[i].len);
        while (bs__label_strip_start(&owner, BS_LANG_ZH))
            continue;
        owner = without_extent(owner);
        bool listed =
            bs_str_find(owner, BS_STR("、"), 0) != SIZE_MAX && !bs__label_holds_digit(owner);
        return listed || bs__label_is_thing(owner) ? owner : (bs_str){0};
    }
    return (bs_str){0};
}

// "冰箱方面，10月产量": what the text up to byte `at` has turned to last.
static bs_str aspect_before(bs_str text, size_t at)
{
    static const bs_str aspect = BS_STR_INIT("方面，");
    bs_str found = {0};
    enum { REACH_BYTES_MAX = 1200 };
    bs_str front = bs_str_slice(text, 0, at);
    size_t low = at > REACH_BYTES_MAX ? at - REACH_BYTES_MAX : 0;
    for (size_t from = low; (from = bs_str_find(front, aspect, from)) < at; from += aspect.len)
        found = bs__label_clause(text, 0, from);
    // "个股方面，"; "融资余额" of the sentence behind "板块方面，...。": nobody's.
    static const char none[] =
        "个股|板块|盘面|资金|市场|指数|期货|外汇|商品|行业|产品|项目|生产|工作";
    bool over = found.len > 0 && bs_str_find(bs_str_slice(text, (size_t)(found.ptr - text.ptr), at),
                                             BS_STR("。"), 0) != SIZE_MAX;
    return !over && !bs_list_ends(found, none) && bs__label_is_thing(found) ? found : (bs_str){0};
}

bs_str bs__label_aspect(bs_str text, size_t limit, size_t at)
{
    enum { REACH_BYTES_MAX = 150, CHARS_MAX = 10 };
    static const bs_str aspect = BS_STR_INIT("方面，");
    size_t low = at > REACH_BYTES_MAX ? at - REACH_BYTES_MAX : 0;
    bs_str front = bs_str_slice(text, 0, at), found = {0};
    size_t end = low;
    for (size_t from = low; (from = bs_str_find(front, aspect, from)) < at; from += aspect.len) {
        found = bs__label_clause(text, 0, from);
        end = from;
    }
    bool same = bs_str_find(bs_str_slice(text, end, at), BS_STR("。"), 0) == SIZE_MAX;
    bool named = bs_utf8_count(found) > 1 && bs_utf8_count(found) <= CHARS_MAX;
    return same && named && limit <= end && !bs__label_holds_digit(found) ? found : (bs_str){0};
}

// "一、资讯通信产品：": what an item of a list speaks of.
bs_str bs__label_item(bs_str text)
{
    enum { MARK_CHARS_MAX = 3 };
    bs_str front = bs_str_slice(text, 0, LEAD_BYTES_MAX);
    size_t colon = bs_str_find(front, BS_STR("："), 0), stop = bs_str_find(front, BS_STR("。"), 0);
    bool sentence = stop < colon; // "2. 经营净收入。人均7218元"
    if (sentence) colon = stop;
    if (colon == SIZE_MAX) return (bs_str){0};
    bs_str lead = bs_str_slice(text, 0, colon);
    static const char *const marks[] = {"、", "）", ")", "．", ". ", " ", "　", "●", "•", "◆", "■"};
    for (size_t i = 0; i < BS_COUNT(marks); i++) {
        size_t at = bs_str_find(lead, bs_str_from(marks[i]), 0);
        bool mark = at != SIZE_MAX && bs_utf8_count(bs_str_slice(lead, 0, at)) <= MARK_CHARS_MAX;
        if (mark) lead = bs_str_trim(bs_str_slice(lead, at + strlen(marks[i]), lead.len));
    }
    enum { CHARS_MAX = 12 };
    size_t chars = bs_utf8_count(lead);
    bool named = chars > 1 && chars <= CHARS_MAX && !bs__label_holds_digit(lead) &&
                 bs_str_find(lead, BS_STR("，"), 0) == SIZE_MAX &&
                 bs_str_find(lead, BS_STR("。"), 0) == SIZE_MAX;
    if (sentence && !bs__label_tells_measure(lead)) return (bs_str){0};
    return named && !bs__label_is_filler(lead, BS_LANG_ZH) ? lead : (bs_str){0};
}

// "鸿海公布10月营收": without what tells that the number is news.
static bs_str without_news(bs_str owner)
{
    static const bs_str verbs[] = {
        BS_STR_INIT("今日公布"), BS_STR_INIT("今天公布"), BS_STR_INIT("昨日公布"),
        BS_STR_INIT("公布"),     BS_STR_INIT("公告"),     BS_STR_INIT("宣布"),
        BS_STR_INIT("发布"),     BS_STR_INIT("披露"),     BS_STR_INIT("自结"),
    };
    for (size_t i = 0; i < BS_COUNT(verbs); i++) {
        if (bs_str_ends(owner, verbs[i])) return bs_str_slice(owner, 0, owner.len - verbs[i].len);
    }
    return owner;
}

// Without the code of a share at its end: "贵州茅台（600519）".
static bs_str without_code(bs_str owner)
{
    static const bs_str opens[] = {BS_STR_INIT("（"), BS_STR_INIT("(")};
    for (size_t i = 0; i < BS_COUNT(opens); i++) {
        size_t at = bs_str_find(owner, opens[i], 0);
        bool digits = at != SIZE_MAX && at > 0 && at + opens[i].len < owner.len &&
                      owner.ptr[at + opens[i].len] >= '0' && owner.ptr[at + opens[i].len] <= '9';
        if (digits && bs_list_ends(owner, "）|)")) return bs_str_slice(owner, 0, at);
    }
    return owner;
}

// "腾讯控股（00700.HK）收入": the measure behind the code, which is part of the name; empty for
// none.
static bs_str behind_code(bs_str name, bs_str *owner)
{
    static const bs_str closes[] = {BS_STR_INIT("）"), BS_STR_INIT(")")};
    for (size_t i = 0; i < BS_COUNT(closes); i++) {
        size_t at = bs_str_find(name, closes[i], 0);
        if (at == SIZE_MAX) continue;
        bs_str measure = bs_str_slice(name, at + closes[i].len, name.len);
        *owner = without_code(bs_str_slice(name, 0, at + closes[i].len));
        if (owner->len < at && is_measure(measure) && bs__label_is_thing(*owner)) return measure;
    }
    return (bs_str){0};
}

// "远骋汽车三季度营收": whose the measure at byte `start` is, in front of the time in front of it.
static bs_str owner_before_time(const bs_quantity_array *all, size_t first, size_t index,
                                bs_str text, size_t start)
{
    static const char between[] = "单月|单季|单季度|合计|累计|共|实现|完成|共实现|的|份|末|底|全年|"
                                  "自结|合并|当月|当季";
    const bs_quantity *time = NULL;
    size_t at = index;
    while (at > first && time == NULL) {
        const bs_quantity *other = &all->items[--at];
        if (bs__label_end(other, text) > start) continue;
        if (!bs__label_is_time(other)) return (bs_str){0};
        time = other;
    }
    if (time == NULL) return (bs_str){0};
    bs_str gap = bs_str_slice(text, bs__label_end(time, text), start);
    if (gap.len > 0 && !bs_list_is(gap, between)) return (bs_str){0};
    while (at > first && all->items[at - 1].kind == BS_KIND_IDENTIFIER)
        at--; // "贵州茅台（600519）三季度营收"
    size_t limit = at > first ? bs__label_end(&all->items[at - 1], text) : 0;
    bs_str owner = bs__label_clause(text, limit, bs__label_start(time, text));
    while (bs__label_strip_start(&owner, BS_LANG_ZH))
        continue;
    bool apart = limit == 0 || owner.ptr > text.ptr + limit;
    owner = without_code(without_news(owner));
    if (bs_list_ends(owner, "截至|截止"))
        owner = bs_str_slice(owner, 0, owner.len - strlen("截至"));
    return apart && bs__label_is_thing(owner) ? owner : (bs_str){0};
}

// "深圳2024年地区生产总值", and no office that tells it.
static bs_str public_owner(const bs_quantity_array *all, size_t first, size_t index, bs_str text,
                           size_t start)
{
    static const char offices[] = "局|部|处|厅|署|司|院|委|会|中心|昨|今|今天|昨天|今日|昨日|情况";
    bs_str owner = owner_before_time(all, first, index, text, start);
    return bs_list_ends(owner, offices) ? (bs_str){0} : owner;
}

// "濠江娱乐（0888）公布第三季业绩，净收益103亿元": the company that the sentence begins with, which
// has published what follows.
static bs_str announcer(bs_str text, size_t start)
{
    static const bs_str verbs[] = {BS_STR_INIT("公布"), BS_STR_INIT("发布"), BS_STR_INIT("披露"),
                                   BS_STR_INIT("公告")};
    static const char companies[] = "公司|集团|控股|股份|银行|科技|电子|汽车|证券|保险|地产|置业|"
                                    "能源|国际|实业|药业|医药|娱乐|航空";
    enum { REACH_BYTES_MAX = 360 };
    bs_str front = bs_str_slice(text, 0, start);
    bs_str sentence = bs_str_behind_last(front, "。|\n");
    if (sentence.len > REACH_BYTES_MAX) return (bs_str){0};
    size_t at = SIZE_MAX;
    for (size_t i = 0; i < BS_COUNT(verbs); i++) {
        size_t found = bs_str_find(sentence, verbs[i], 0);
        if (found < at) at = found;
    }
    if (at == SIZE_MAX) return (bs_str){0};
    bs_str front_of = bs_str_trim(bs_str_slice(sentence, 0, at)), owner = without_code(front_of);
    bool company = owner.len < front_of.len || bs_list_ends(owner, companies);
    bool plain = bs_str_find(owner, BS_STR("，"), 0) == SIZE_MAX;
    return company && plain && bs__label_is_thing(owner) ? owner : (bs_str){0};
}

// Does the measure at byte `start` follow a time with words in front of it, which say whose it is?
static bool told_anew(const bs_quantity_array *all, size_t first, size_t index, bs_str text,
                      size_t start)
{
    for (size_t i = index; i-- > first;) {
        const bs_quantity *time = &all->items[i];
        size_t end = bs__label_end(time, text);
        if (end > start) continue;
        if (!bs__label_is_time(time) || start - end > strlen("累计")) return false;
        bs_str clause = bs__label_clause(text, 0, bs__label_start(time, text));
        while (bs__label_strip_start(&clause, BS_LANG_ZH))
            continue;
        return bs_utf8_count(clause) > 1;
    }
    return false;
}

// "挖掘机械营业收入38亿元，毛利率31%": whose the measure at the end of a name is; empty for none.
static bs_str owner_in(bs_str name)
{
    static const char none[] = "归属|扣除|实现|营业|主营|非|税|利息|手续费|投资|软件业务|境外|境内";
    bs_str best = bs_str_longest_end(name, own_measures);
    bs_str owner = bs_str_slice(name, 0, name.len - best.len);
    bool whose = best.len > 0 && bs_utf8_count(owner) > 2 && bs__label_is_thing(owner) &&
                 !bs_list_ends(owner, "的|总|新|净") && !bs_list_starts(owner, none);
    return whose ? owner : (bs_str){0};
}

static bool ends_sentence_between(bs_str text, size_t from, size_t to)
{
    return bs_str_has_any(bs_str_slice(text, from, to), "。|\n");
}

// Where the name of number `index` begins in the text; SIZE_MAX where it does not stand there.
static size_t name_start(const bs_quantity *self, bs_str text)
{
    bs_str name = self->indicator;
    bool inside =
        name.len > 0 && name.ptr >= text.ptr && name.ptr + name.len <= text.ptr + text.len;
    return inside ? (size_t)(name.ptr - text.ptr) : SIZE_MAX;
}

// The owner of what the sentence has told last, and the measure of it.
typedef struct told {
    bs_str owner;
    bs_str measure;
    bs_str unit;
    size_t end; // of the number it was told with
    bool near;  // up to the next semicolon
} told;

// "聯電10月營收212億元；力積電36億元": the same measure of another one.
static bool is_owner_alone(const told *last, const bs_quantity *self, bs_str text, size_t start)
{
    bs_str name = self->indicator;
    if (last->owner.len == 0 || !bs_str_equal(last->unit, self->unit)) return false;
    bs_str front = bs_str_trim(bs_str_slice(text, 0, start));
    bool clause = bs_list_ends(front, "；|;");
    size_t number = bs__label_start(self, text);
    bool beside = start + name.len == number;
    return clause && beside && self->kind != BS_KIND_PERCENT && bs__label_is_thing(name) &&
           !is_measure(name) && bs_utf8_count(name) <= bs_utf8_count(last->owner) + 2;
}

// "新增企业1820家、总数1.35万家", "吞吐量11879万吨，月均990万吨": a sum or an average of what the
// number before it in the sentence counts.
static bs_str summed(const bs_quantity_array *all, size_t first, size_t index, bs_str text,
                     size_t start)
{
    static const char sums[] =
        "总数|总量|总额|总计|总里程|总户数|总规模|总人数|总面积|总装机|"
        "总装机容量|总投资|累计总数|月均|日均|年均|季均|周均|户均|日均值|均值";
    static const bs_str added[] = {BS_STR_INIT("新增"), BS_STR_INIT("新设"), BS_STR_INIT("新建"),
                                   BS_STR_INIT("净增")};
    const bs_quantity *self = &all->items[index];
    if (index == first || !bs_list_is(self->indicator, sums)) return (bs_str){0};
    const bs_quantity *before = self - 1;
    bs_str owner = before->indicator;
    // "地区生产总值增长5.6%，总量突破680亿元"
    bool moved = before->role == BS_ROLE_GROWTH && before->kind == BS_KIND_PERCENT &&
                 bs_list_starts(self->indicator, "总");
    if (!(moved || bs_str_equal(before->unit, self->unit)) ||
        ends_sentence_between(text, bs__label_end(before, text), start))
        return (bs_str){0};
    for (size_t i = 0; i < BS_COUNT(added); i++) {
        if (owner.len > added[i].len && bs_str_starts(owner, added[i]))
            return bs_str_slice(owner, added[i].len, owner.len);
    }
    return owner;
}

// "总规模300亿元的产业基金": what has the size that stands in front of its name; empty for none.
static bs_str sized_behind(const bs_quantity *self, bs_str text)
{
    static const char sizes[] =
        "总投资|总投资额|总规模|规模|投资|投资额|总金额|金额|总额|年产|年产能|"
        "产能|装机|装机容量|总装机|总装机容量|总建筑面积|建筑面积|占地面积|"
        "面积|全长|总长|期限|利率|票面利率|市值|估值|总里程|首期规模|募集规模";
    static const char things[] =
        "项目|工程|基金|母基金|园|园区|厂|工厂|中心|基地|生产线|专项|债|债券|"
        "国债|计划|合同|订单|平台|电站|风电场|铁路|高速|公路|大桥|集群|公司|"
        "高铁|水库|机场|港口|码头|隧道|线|站|能力|贷款|票据|资金|协议";
    static const bs_str stops[] = {BS_STR_INIT("已"),   BS_STR_INIT("正式"), BS_STR_INIT("开工"),
                                   BS_STR_INIT("签约"), BS_STR_INIT("落地"), BS_STR_INIT("投产"),
                                   BS_STR_INIT("建成"), BS_STR_INIT("获批"), BS_STR_INIT("启动"),
                                   BS_STR_INIT("成立"), BS_STR_INIT("正在"), BS_STR_INIT("在")};
    enum { CHARS_MIN = 2, CHARS_MAX = 24 };
    if (!bs_list_is(self->indicator, sizes)) return (bs_str){0};
    size_t from = bs__label_end(self, text), end;
    if (!bs_str_starts(bs_str_slice(text, from, text.len), BS_STR("的"))) return (bs_str){0};
    from = end = from + strlen("的");
    while (end < text.len && !bs__label_is_edge(bs_utf8_decode(text, end)) &&
           text.ptr[end] != '\n' && end - from < LEAD_BYTES_MAX)
        end += bs_utf8_decode(text, end).len;
    bs_str name = bs_str_trim(bs_str_slice(text, from, end));
    for (size_t i = 0; i < BS_COUNT(stops); i++) {
        size_t at = bs_str_find(name, stops[i], 0);
        if (at != SIZE_MAX && at > 0) name = bs_str_slice(name, 0, at);
    }
    size_t chars = bs_utf8_count(name);
    bool thing = chars >= CHARS_MIN && chars <= CHARS_MAX && bs_list_ends(name, things) &&
                 !bs__label_holds_digit(name);
    return thing ? name : (bs_str){0};
}

// "出口175万辆，占比35%", "占全国产量比重31%": whose share it is that the clause does not say.
static bs_str sharer_before(const bs_quantity_array *all, size_t first, size_t index, bs_str text,
                            size_t start)
{
    const bs_quantity *self = &all->items[index];
    bool share =
        bs_str_equal(self->unit, BS_STR("%")) &&
        (bs_str_starts(self->indicator, BS_STR("占")) ||
         bs_list_is(self->indicator, "比重|份额|市场份额|市占率|市占|占有率|市场占有率|渗透率"));
    if (!share) return (bs_str){0};
    for (size_t i = index; i-- > first && index - i < LOOK_BACK_MAX;) {
        const bs_quantity *other = &all->items[i];
        if (ends_sentence_between(text, bs__label_end(other, text), start)) break;
        bool amount = other->kind == BS_KIND_QUANTITY || other->kind == BS_KIND_CURRENCY;
        if (!amount || other->indicator.len == 0) continue;
        // "乘用车共销售206万辆，市场份额为69.7%": of what has been sold.
        bs_str name = other->indicator;
        bs_str done = bs_str_longest_end(name, "共销售|累计销售|共售出|销售|交付");
        name.len -= bs_utf8_count(name) > bs_utf8_count(done) + 1 ? done.len : 0;
        return name;
    }
    return (bs_str){0};
}

// "欧盟为第二大贸易伙伴，贸易总值4.88万亿元": what the clause in front of the measure has placed.
static bs_str placed_before(bs_str text, size_t start)
{
    static const bs_str verbs[] = {BS_STR_INIT("仍为"), BS_STR_INIT("为第"), BS_STR_INIT("是第"),
                                   BS_STR_INIT("仍是"), BS_STR_INIT("继续"), BS_STR_INIT("为我"),
                                   BS_STR_INIT("位居"), BS_STR_INIT("居第")};
    static const bs_str comma = BS_STR_INIT("，");
    bs_str front = bs_str_slice(text, 0, start);
    if (!bs_str_ends(front, comma)) return (bs_str){0};
    bs_str clause = bs__label_clause(text, 0, start - comma.len);
    if (bs_str_find(clause, BS_STR("第"), 0) == SIZE_MAX) return (bs_str){0};
    for (size_t i = 0; i < BS_COUNT(verbs); i++) {
        size_t at = bs_str_find(clause, verbs[i], 0);
        bs_str owner = bs_str_slice(clause, 0, at == SIZE_MAX ? 0 : at);
        if (bs__label_is_thing(owner)) return owner;
    }
    return (bs_str){0};
}

// "方便面业务：收益为27亿元": the item of a list that has the measure; "个股焦点：" is what the
// text is.
static bs_str item_owner(bs_str text)
{
    static const char none[] = "焦点|要闻|快讯|公告|新闻|消息|点评|提示|速递|简讯|观点|统计|显示";
    bs_str item = bs__label_item(text);
    return bs__label_is_thing(item) && !bs_list_ends(item, none) ? item : (bs_str){0};
}

void bs__label_owners(bs_quantity_array *all, size_t first, bs_str text)
{
    told last = {0};
    for (size_t i = first; i < all->count; i++) {
        bs_quantity *self = &all->items[i];
        size_t start = name_start(self, text), limit = 0;
        if (start == SIZE_MAX || self->subject.len > 0) continue;
        if (last.owner.len > 0 && ends_sentence_between(text, last.end, start)) last = (told){0};
        if (last.near &&
            bs_str_find(bs_str_slice(text, last.end, start), BS_STR("；"), 0) != SIZE_MAX)
            last = (told){0};
        if (self->of < i && bs_str_equal(self->indicator, all->items[self->of].indicator)) {
            self->subject = bs__label_own_subject(all, self->of, first, text);
            continue;
        }
        if (is_owner_alone(&last, self, text, start)) {
            self->subject = last.owner = self->indicator;
            self->indicator = last.measure;
            last.end = bs__label_end(self, text);
            continue;
        }
        self->indicator = without_code(self->indicator);
        bs_str whose, measure = behind_code(self->indicator, &whose);
        if (measure.len > 0) {
            self->indicator = measure;
            self->subject = whose;
            last = (told){whose, measure, self->unit, bs__label_end(self, text), false};
            continue;
        }
        bs_str whole = owner_in(self->indicator);
        if (whole.len > 0 && !bs_list_is(self->indicator, own_measures))
            last = (told){.owner = whole, .end = bs__label_end(self, text), .near = true};
        self->subject = summed(all, first, i, text, start);
        if (self->subject.len == 0) self->subject = sized_behind(self, text);
        if (self->subject.len == 0) self->subject = sharer_before(all, first, i, text, start);
        bool public = self->subject.len == 0 && bs_list_is(self->indicator, public_measures);
        if (public) self->subject = public_owner(all, first, i, text, start);
        if (self->subject.len > 0 || !is_measure(self->indicator)) continue;
        for (size_t k = i; k-- > first && limit == 0;) {
            size_t end = bs__label_end(&all->items[k], text);
            if (end <= start) limit = end;
        }
        self->subject = owner_in_front(text, limit, start);
        bs_str owner =
            self->subject.len == 0 ? owner_before_time(all, first, i, text, start) : (bs_str){0};
        bool own = bs_list_is(self->indicator, own_measures);
        bool open = owner.len == 0 && self->subject.len == 0 && last.owner.len == 0;
        if (open && own) owner = announcer(text, start);
        if (owner.len > 0) {
            last = (told){owner, self->indicator, self->unit, bs__label_end(self, text), false};
            self->subject = owner;
        }
        if (self->subject.len == 0) self->subject = placed_before(text, start);
        if (self->subject.len == 0) self->subject = aspect_before(text, start);
        if (self->subject.len == 0 && own && !told_anew(all, first, i, text, start))
            self->subject = last.owner;
        if (self->subject.len == 0) self->subject = item_owner(text);
    }
}
