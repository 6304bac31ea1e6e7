// SPDX-License-Identifier: GPL-3.0-or-later
// Chinese: what a clause leaves out of the name of its number, since the clause before has said it:
// "大学程度失业率4.42%，专科2.61%", "夏粮产量472万吨，增长0.9%；早稻61.3万吨",
// "有地住宅价格上升1.4%，非有地 住宅上升0.8%". A name that says no measure is of the one that the
// name before it ends in.
#include "engine/base/utf8.h"
#include "engine/core/unit.h"
#include "engine/extract/label_internal.h"
#include "engine/extract/words.h"

enum { LOOK_BACK_MAX = 12 };

// What names of more than one thing end in.
static const char measures[] =
    "零售额|零售总额|PMI|商务活动指数|采购经理指数|满意率|不满率|中位数|收入中位数|"
    "月工作收入中位数|资本支出|资本开支|研发支出|失业率|就业率|"
    "就业人数|失业人数|毛收入|总收入|收入|产量|总产量|销量|评分|满意净值|支持率净值|"
    "净值|支持率|反对率|"
    "满意度|信任度|市占率|市场份额|价格指数|价格|指数|产值|增加值|总产值|营收|营业收入|销售额|"
    "销售收入|"
    "出货量|交付量|吞吐量|客流量|客运量|货运量|余额|贷款余额|存款余额|投资|消费|支出|费用|成本|"
    "利润|"
    "净利润|毛利|毛利率|净利率|利率|占比|比重|面积|销售面积|建筑面积|播种面积|人数|户数|人口|均价|"
    "单价|"
    "售价|租金|房租|月薪|工资|薪资|经常性薪资|电价|票价|票房|装机|装机容量|发电量|用电量|库存|"
    "库存量|产能|"
    "成交量|"
    "成交额|交易额|交易量|进出口|出口|进口|进口额|出口额|出口量|进口量|增速|涨幅|降幅|通胀率|得分|"
    "浓度|"
    "平均浓度|"
    "单产|平均单产|挂牌|税收|死亡率|出生率|入住率|空置率|渗透率|覆盖率|完成率|普及率|自给率|合格率|"
    "优良率|"
    "人均消费|人均可支配收入|可支配收入|市值|总市值|负债率|不良率|股价|运价|运量|降水量|气温|"
    "平均气温|"
    "生产总值|地区生产总值|营业额|销货价值|成交金额|出栏|存栏|产销量|注册量|下载量|接待量|周转量";

// The measure at the end of a name in front of which something else stands; empty for none.
static bs_str measure_of(bs_str name)
{
    bs_str best = bs_str_longest_end(name, measures);
    if (best.len == 0 || bs_list_is(name, measures)) return (bs_str){0};
    bs_str owner = bs_str_slice(name, 0, name.len - best.len);
    if (bs_str_ends(owner, BS_STR("的"))) owner = bs_str_slice(owner, 0, owner.len - strlen("的"));
    bool whose = bs_utf8_count(owner) > 1;
    return whose ? bs_str_slice(name, name.len - best.len, name.len) : (bs_str){0};
}

// A measure of money that a sentence may turn to another one from:
// "博彩税收入802亿元，公共开支738亿元". Then two names are members of one list only where they end
// alike: "方便面业务收入27亿元，饮品业务19亿元".
static bool is_parallel(bs_str name, bs_str measure, bs_str other)
{
    static const char accounts[] =
        "收入|总收入|支出|费用|成本|投资|消费|利润|净利润|毛利|营收|营业收入|余额";
    bs_str owner = bs_str_slice(name, 0, name.len - measure.len);
    if (bs_str_ends(owner, BS_STR("的"))) owner = bs_str_slice(owner, 0, owner.len - strlen("的"));
    if (!bs_list_is(measure, accounts)) return true;
    bs_rune last = bs_utf8_decode_before(owner, owner.len);
    return last.len > 0 && last.code == bs_utf8_decode_before(other, other.len).code;
}

// Begins the name like a clause that does something of its own?
static bool does_something(bs_str name)
{
    static const char verbs[] = "带动|撬动|拉动|完成|实现|新增|新建|建成|支持|发放|投入|争取|获|"
                                "投放|用于|减免|兑付|筹集|引进|签约|"
                                "落实|覆盖|惠及|节约|增加|减少|达到|对|向|由|从|为|其他|平均|合计|"
                                "总|累计|共|每|人均|户均|创|刷新|"
                                "超过|超额|预计|拟|计划|目标|日|月|年|最|较|比|低于|高于|净|全";
    static const char others[] = "其他业务|其他中央|其他地区|其他城市|其他产品|其他国家|其他行业|"
                                 "比亚迪|比利时|日本|日用|日化|"
                                 "日产|日立|月饼|全球|净水|对虾|向日葵|总部|年轻|年货|最高人民";
    if (bs_list_starts(name, others)) return false;
    return bs_list_starts(name, verbs);
}

// Does a name stand alone in its clause, in front of its number?
static bool stands_alone(const bs_quantity *self, bs_str text, size_t limit)
{
    bs_str name = self->indicator;
    if (name.len == 0 || name.ptr < text.ptr || name.ptr >= self->text.ptr) return false;
    size_t start = (size_t)(name.ptr - text.ptr), end = start + name.len;
    if (start < limit || end > bs__label_start(self, text)) return false;
    static const char joints[] = "，|；|、|：|及|和|。|其中";
    static const char verbs[] = "|则|为|约|近|达|则为|约为|升|跌|上升|下降|下跌|增长|上涨|增加|"
                                "减少|则升|则跌|涨|降|同比增长|同比下降|"
                                "按年升|按年跌|微升|微跌|则上升|则下跌|仅|占|";
    bs_str gap = bs_str_slice(text, end, bs__label_start(self, text));
    bool verb = gap.len == 0 || bs_list_is(gap, verbs);
    return verb && bs_list_ends(bs_str_slice(text, limit, start), joints);
}

// "分品种看，小麦468万吨", "其中，采矿业下降3.4%": does the sentence at byte `from` look at parts
// of the one before?
static bool is_view(bs_str text, size_t from)
{
    bs_str rest = bs_str_slice(text, from, text.len);
    if (bs_str_starts(rest, BS_STR("。"))) rest = bs_str_slice(rest, strlen("。"), rest.len);
    if (bs_str_starts(rest, BS_STR("其中"))) return true;
    size_t comma = bs_str_find(rest, BS_STR("，"), 0);
    bs_str lead = bs_str_slice(rest, 0, comma == SIZE_MAX ? 0 : comma);
    enum { LEAD_BYTES = 36 };
    return lead.len <= LEAD_BYTES && bs_list_starts(lead, "分|按|从") &&
           bs_list_ends(lead, "看|来看|分|计|划分|统计");
}

bool bs__label_is_bare_name(bs_str name)
{
    static const char tells[] = "显示|表示|指出|获批|投产|购买";
    if (bs_str_has_any(name, tells)) return false;
    return !bs__label_tells_measure(name) && !does_something(name) && bs__label_is_thing(name);
}

// "对东盟进出口402亿元；对欧盟359亿元": places that one trades with.
static bool is_partner(bs_str name, bs_str before)
{
    enum { CHARS_MAX = 12 };
    return bs_str_starts(name, BS_STR("对")) && bs_str_starts(before, BS_STR("对")) &&
           bs_utf8_count(name) <= CHARS_MAX && !bs__label_tells_measure(name) &&
           !bs__label_holds_digit(name);
}

bs_str bs__label_measure_in(bs_str name)
{
    return measure_of(name);
}

// "服装产量8.6亿件；水泥412万吨": each product is counted in a unit of its own, in which neither
// people nor places are.
static bool is_output(const bs_quantity *before, const bs_quantity *self)
{
    return before->kind == BS_KIND_QUANTITY && self->kind == BS_KIND_QUANTITY &&
           bs_list_ends(before->indicator, "产量|销量|出口量|进口量|库存量") &&
           !bs_list_ends(self->unit, "人|户|家|个|项|名|次|宗|起|所|条|座|处|点") &&
           bs_unit_dimension(self->unit) != BS_DIM_DURATION;
}

bool bs__label_left_out(const bs_quantity_array *all, size_t first, size_t index, bs_str text,
                        size_t from, bs_str *measure)
{
    const bs_quantity *self = &all->items[index];
    bool open =
        self->subject.len == 0 && !bs__label_tells_measure(self->indicator) &&
        measure_of(self->indicator).len == 0 && self->role != BS_ROLE_SHARE && index > first &&
        stands_alone(self, text,
                     bs__label_end(self - 1, text) > from ? bs__label_end(self - 1, text) : from);
    if (!open) return false;
    bool view = is_view(text, from);
    for (size_t i = index; i-- > first && index - i <= LOOK_BACK_MAX;) {
        const bs_quantity *other = &all->items[i];
        if (bs__label_start(other, text) < from && !view) return false;
        if (!bs__label_is_amount(other) || other->role != self->role) continue;
        bs_str name = other->indicator;
        bool unit = bs_str_equal(other->unit, self->unit) || is_output(other, self);
        if (!unit || !bs_period_equal(other->period, self->period)) continue;
        bool dealt = other->subject.len > 0 && bs__label_tells_measure(name);
        bool partner = is_partner(self->indicator, dealt ? other->subject : name);
        if (!partner && !bs__label_is_bare_name(self->indicator)) return false;
        *measure = dealt ? name : measure_of(name);
        if (measure->len == 0 || bs_str_equal(name, self->indicator)) return false;
        return dealt || is_parallel(name, *measure, self->indicator);
    }
    return false;
}
