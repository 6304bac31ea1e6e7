// SPDX-License-Identifier: GPL-3.0-or-later
// Chinese: what a sentence sets once for the numbers behind it, which then name only a part:
// "政党支持度方面，甲党29.8%，乙党26.1%", "对整体施政表现，38.4%表示满意，51.2%不满意", "2.
// 经营净收入。人均 7218元，占比16.5%". The names that the words beside a number gave it are read
// once more with that.
#include "engine/base/utf8.h"
#include "engine/extract/extract_internal.h"
#include "engine/extract/label_internal.h"
#include "engine/extract/label_words.h"
#include "engine/extract/words.h"

enum { LOOK_BACK_MAX = 32, TOPIC_CHARS_MAX = 24, ANSWER_BYTES = 120 };

// What the text up to a number has set.
typedef struct setting {
    bs_str measure;    // "政党支持度方面，"
    bs_str topic;      // "对于政府整体施政表现，"
    bs_str item;       // what the item of a list begins with
    size_t from;       // of the sentence
    size_t measure_in; // the sentence that has set the measure
    size_t whole;      // number that 其中 speaks of the parts of; BS_NO_QUANTITY: none
} setting;

bool bs__label_tells_measure(bs_str name)
{
    static const char ends[] = "量|额|值|价|率|数|比|度|比重|占比|份额|收入|支出|利润|净利|溢利|"
                               "盈利|亏损|投资|消费|余额|存款|"
                               "贷款|面积|里程|规模|产能|装机|人口|增速|涨幅|降幅|差|费用|费|税|"
                               "成本|价格|工资|薪酬|月薪|租金|营收|"
                               "业绩|收益|成交|进口|出口|进出口|顺差|逆差|债务|负债|资产|储备|"
                               "时间|年龄|寿命|现金流|库存|订单|"
                               "浓度|发电|用电|补贴|补助|奖励|得分|强度|EBITDA|EPS|GDP|CPI|PPI|PMI|"
                               "PE|股息|派息|买入|卖出|净流入|净流出|增幅|升幅|跌幅|开支|盈余|结余|"
                               "赤字|拨款|资金|罚款|佣金|税收|工程款|欠款|预算|决算|缺口|票房|"
                               "流入|流出|挂牌|上牌|交付|出货|零售|销售|招工|签约";
    return bs_list_ends(name, ends);
}

bool bs__label_cuts_quote(bs_str text)
{
    int depth = 0;
    for (size_t at = 0; at < text.len; at += bs_utf8_decode(text, at).len) {
        uint32_t code = bs_utf8_decode(text, at).code;
        depth += code == 0x201C || code == 0x300C || code == 0x300E;
        depth -= code == 0x201D || code == 0x300D || code == 0x300F;
        if (depth < 0) return true;
    }
    return depth > 0;
}

// Of an index, of which only its own name says how it is counted.
static bool is_rate_name(bs_str name)
{
    return bs_list_ends(name, "率|度|比|占比|比重|份额|增速|涨幅|降幅");
}

static bool is_percent(const bs_quantity *quantity)
{
    return bs_str_equal(quantity->unit, BS_STR("%"));
}

// Without the small words in front of a topic and behind it: "能源政策" of "在能源政策方面".
static bs_str topic_of(bs_str clause)
{
    static const char fronts[] = "对于|针对|关于|有关|对|就|在|至于|而在|被问及|问及|另外|其中";
    static const char *const ends[] = {"方面", "问题", "议题", "一事", "这一问题", "上", "部分"};
    bs_str topic = bs_str_trim(clause);
    for (bs_str rest = bs_str_from(fronts), word; bs_str_next(&rest, '|', &word);) {
        if (bs_str_starts(topic, word)) topic = bs_str_slice(topic, word.len, topic.len);
    }
    for (size_t i = 0; i < BS_COUNT(ends); i++) {
        bs_str end = bs_str_from(ends[i]);
        bs_str shorter = bs_str_slice(topic, 0, topic.len - end.len);
        if (bs_str_ends(topic, end) && !bs_str_ends(shorter, BS_STR("的"))) topic = shorter;
    }
    size_t chars = bs_utf8_count(topic);
    bool named = chars > 1 && chars <= TOPIC_CHARS_MAX && !bs__label_holds_digit(topic) &&
                 !bs__label_cuts_quote(topic);
    return named ? topic : (bs_str){0};
}

// Reads the clauses of `gap`, the text between two numbers or in front of the first.
static void read_gap(setting *set, bs_str gap)
{
    static const bs_str comma = BS_STR_INIT("，"), stop = BS_STR_INIT("。");
    for (size_t at = 0; at < gap.len;) {
        bs_str rest = bs_str_slice(gap, at, gap.len);
        size_t end = bs_str_find(rest, comma, 0), full = bs_str_find(rest, stop, 0);
        if (full < end) {
            set->topic = (bs_str){0};
            at += full + stop.len;
            continue;
        }
        if (end == SIZE_MAX) return;
        bs_str clause = bs_str_slice(rest, 0, end);
        bool aspect = bs_str_ends(clause, BS_STR("方面"));
        bool asked = bs_list_starts(clause, "对于|针对|关于|有关|对|就|问及|被问及|至于");
        bs_str topic = aspect || asked ? topic_of(clause) : (bs_str){0};
        // "出口商品方面，机电产品998亿元"
        bool goods = bs_list_starts(topic, "出口商品|进口商品|出口产品|进口产品");
        if (goods) topic = bs_str_slice(topic, 0, strlen("出口"));
        if (aspect) set->measure = bs__label_tells_measure(topic) ? topic : (bs_str){0};
        if (topic.len > 0 && set->measure.len == 0) set->topic = topic;
        at += end + comma.len;
    }
}

// --- answers of a poll ---------------------------------------------------------------------------

// Where an answer ends, with what it quotes: "认为收入“增加”，".
static size_t answer_end(bs_str rest)
{
    size_t end = 0, depth = 0;
    while (end < rest.len) {
        bs_rune rune = bs_utf8_decode(rest, end);
        bool open = rune.code == 0x201C || rune.code == 0x300C;
        bool close = rune.code == 0x201D || rune.code == 0x300D;
        depth += open;
        if (close && depth == 0) break;
        depth -= close;
        bool edge = bs__label_is_edge(rune) && !open && !close;
        if ((edge && depth == 0) || rune.code == 0x3002 || rune.code == '\n') break;
        end += rune.len;
    }
    return depth == 0 ? end : 0;
}

// "的受访者表示满意", "不满意", "支持": what the people behind a percentage answer; empty for none.
static bs_str answer_behind(bs_str after)
{
    static const char people[] = "受访者|受访民众|受访企业|受访家庭|受访市民|受访人士|民众|选民|"
                                 "网友|市民|家长|居民|国人|企业|"
                                 "学生|上班族|劳工|员工|读者|用户|消费者|商户|公司|的人|人";
    static const char answers[] =
        "表示|认为|觉得|相信|不|非常|很|十分|没|未|会|愿|同意|满意|赞成|支持|反对|希望|选择|看好|"
        "担心|"
        "持|计划|打算|预期|预计|倾向|主张|肯定|信任|有意|曾|回答|认同|感到|比较|尚|无意见|较";
    static const char moved[] =
        "会计|持平|持续|持有|未来|较上|较去|较前|较年|较同|不变|会议|预计全|支持率";
    bs_str rest = bs_str_slice(after, 0, ANSWER_BYTES);
    if (bs_str_starts(rest, BS_STR("的"))) rest = bs_str_slice(rest, strlen("的"), rest.len);
    bs_str list = bs_str_from(people), word;
    while (bs_str_next(&list, '|', &word)) {
        if (!bs_str_starts(rest, word)) continue;
        rest = bs_str_slice(rest, word.len, rest.len);
        break;
    }
    bool quoted = bs_list_starts(rest, "“|「");
    if (!quoted && !bs_list_starts(rest, answers)) return (bs_str){0};
    if (bs_list_starts(rest, moved)) return (bs_str){0};
    size_t end = answer_end(rest);
    static const char verbs[] = "表示|认为|觉得";
    for (list = bs_str_from(verbs); bs_str_next(&list, '|', &word);) {
        if (!bs_str_starts(rest, word) || word.len >= end) continue;
        return bs_str_slice(rest, word.len, end);
    }
    return bs_str_slice(rest, 0, end);
}

// A group of people: "20至29岁受访者", "65岁以上", "泛蓝支持者".
static bool is_group(bs_str name)
{
    return bs_list_ends(name, "岁|以上|以下|受访者|民众|选民|族群|世代|学历|男性|女性|者|家庭|企业|"
                              "青年|学生|农户|居民|用户");
}

static void strip_words(bs_str *name, const char *words)
{
    bs_str list = bs_str_from(words), word;
    while (bs_str_next(&list, '|', &word)) {
        if (name->len > word.len && bs_str_ends(*name, word))
            *name = bs_str_slice(*name, 0, name->len - word.len);
    }
}

// Gives a percentage of people its answer, the group that has given it, and what was asked.
static void name_answer(const setting *set, const bs_quantity *before, bs_quantity *self,
                        bs_str text)
{
    size_t start = bs__label_start(self, text), end = bs__label_end(self, text);
    bs_str front = bs_str_slice(text, set->from, start);
    bs_str answer = answer_behind(bs_str_slice(text, end, text.len));
    bs_str name = self->indicator;
    bool in_front = name.len > 0 && name.ptr < self->text.ptr;
    strip_words(&name, "则有|有|则|中|获得|获|得到");
    bool had = bs_list_ends(front, "有|中|获得|获|得到|有约|有近|有超过|仅有");
    if (answer.len > 0 && in_front && had && self->subject.len == 0) {
        bool asked = bs_list_starts(name, "在|对|就|针对|关于");
        self->subject = asked ? topic_of(name) : name;
        self->indicator = answer;
        return;
    }
    bool again = before != NULL && before->subject.len > 0 && is_percent(before) &&
                 before->indicator.ptr > before->text.ptr && in_front && self->subject.len == 0;
    // "30至39岁为55.3%", "领先李小华的36.9%": the same answer of others.
    bool other = again && is_group(name) && is_group(before->subject) && answer.len == 0;
    bool rival = again && bs_list_starts(name, "领先|落后");
    if (rival) name = bs_str_slice(name, strlen("领先"), name.len);
    if (other || rival) {
        self->subject = name;
        self->indicator = before->indicator;
        return;
    }
    // "的居民认为收入“增加”": a quotation is a part of it.
    bool quotes = answer.len > 0 && bs_list_ends(answer, "”|」");
    if ((quotes && !in_front) || (answer.len > 0 && self->indicator.len == 0))
        self->indicator = answer;
    bool answered = answer.len > 0 || bs_list_starts(self->indicator, "表示|认为|觉得|不满|满意");
    if (answered && self->subject.len == 0) self->subject = set->topic;
}

// --- what is set for any number ------------------------------------------------------------------

// "政党支持度方面，甲党29.8%": a name that says no measure is whose that is.
static void give_measure(const setting *set, bs_quantity_array *all, size_t first, size_t index,
                         bs_str text)
{
    bs_quantity *self = &all->items[index];
    bs_str name = self->indicator;
    bool fits = !is_rate_name(set->measure) || bs_str_starts(self->unit, BS_STR("%"));
    if (set->measure.len == 0 || !fits || self->subject.len > 0 || name.len == 0) return;
    if (name.ptr > self->text.ptr || bs__label_tells_measure(name)) return;
    strip_words(&name, "下滑|上升|下降|增加|减少");
    bool known = set->measure_in == set->from;
    for (size_t i = index; !known && i-- > first && index - i < LOOK_BACK_MAX;)
        known = bs_str_equal(all->items[i].subject, name) &&
                bs_str_equal(all->items[i].indicator, set->measure);
    // "预计爬坡至7万片": a verb.
    bs_str behind =
        bs_str_slice(text, (size_t)(name.ptr - text.ptr) + name.len, bs__label_start(self, text));
    bool verb = bs_list_starts(behind, "至|到|以");
    if (!known || verb || !bs__label_is_thing(name)) return;
    bs__label_rename(all, index, set->measure, name);
}

// "占预算的53%", "完成调整预算的49.6%", "为年初预算的53.1%": a share of another thing is one of the
// amount in front of it, and so is what goes on behind.
static bool is_part_of_plan(const bs_quantity *before, const bs_quantity *self, bs_str text)
{
    static const char fronts[] = "，为|，相当于|，完成|，占|，约为|，约占|，达到|，达|，是";
    // "完成年初预算61.2%"
    static const char plans[] = "预算|预算数|任务|任务数|计划|计划数|目标";
    bs_str between = bs__label_between(before, self, text);
    bool plan = bs_list_ends(between, plans) && bs_list_starts(between, "，为|，完成");
    bool amount = before->kind == BS_KIND_QUANTITY || before->kind == BS_KIND_CURRENCY ||
                  (before->role == BS_ROLE_GROWTH && self->role == BS_ROLE_SHARE);
    return amount && is_percent(self) && before->indicator.len > 0 &&
           bs_list_starts(between, fronts) && (bs_list_ends(between, "的") || plan) &&
           bs_str_find(between, BS_STR("，"), 1) == SIZE_MAX;
}

// A number that nothing names is of what the one of its unit before it in the sentence measures,
// where no other is told between them but how that has moved; a bound is not.
static void borrow_in_sentence(const bs_quantity_array *all, size_t first, size_t index,
                               bs_str text, size_t from)
{
    bs_quantity *self = &all->items[index];
    const bs_quantity *rate = NULL;
    bool open = self->kind == BS_KIND_RANGE ||
                (self->qualifier != BS_EXACT && self->qualifier != BS_APPROX);
    for (size_t i = index; !open && i-- > first && index - i < LOOK_BACK_MAX;) {
        const bs_quantity *other = &all->items[i];
        if (bs__label_start(other, text) < from) return;
        if (!bs__label_is_amount(other) || (other->indicator.len == 0 && other->subject.len == 0))
            continue;
        bool how_far = other->role == BS_ROLE_GROWTH || bs_list_ends(other->indicator, "幅|增速");
        bool moved = is_percent(other) && !is_percent(self) && how_far;
        if (moved && (rate == NULL || bs_str_equal(rate->indicator, other->indicator))) {
            rate = other;
            continue;
        }
        bool own = rate == NULL || bs_str_equal(rate->indicator, other->indicator) ||
                   bs_str_equal(rate->subject, other->indicator);
        if (!own || !bs_str_equal(other->unit, self->unit)) return;
        if (other->indicator.ptr > other->text.ptr && other->indicator.len > 0) return;
        bs__label_take(self, other);
        return;
    }
}

// "2. 经营净收入。人均7218元，占比16.5%": what a name that many items have is of.
static void give_item(const setting *set, bs_quantity *self)
{
    static const char brief[] =
        "人均|占比|均价|单价|总额|总量|总数|数量|比重|合计|金额|增速|占|规模";
    bool owned = self->subject.len > 0;
    bs_str name = owned ? self->subject : self->indicator;
    if (set->item.len == 0 || bs_str_find(self->indicator, set->item, 0) != SIZE_MAX) return;
    if (bs_list_is(name, brief)) self->subject = set->item;
}

// Without the small words at the end of a clause that leads to an amount.
static bs_str before_words(bs_str front)
{
    strip_words(&front, "约|近|逾|超过|至少|最高|不超过|不低于|分别|一次性");
    return front;
}

// "单位以520万元成交", "对博士给予30万元安家补贴": what is done with the amount stands behind it.
static void name_deal(const setting *set, bs_quantity *self, bs_str text)
{
    static const char deals[] = "成交|售出|卖出|沽出|易手|转手|买入|购入|购得|承接|租出|中标|拍得|"
                                "竞得|收购|转让|出售|入市|摘得";
    enum { NOUN_BYTES = 36 };
    bs_str name = self->indicator;
    if (self->kind != BS_KIND_CURRENCY || self->subject.len > 0) return;
    bs_str front = before_words(bs_str_slice(text, set->from, bs__label_start(self, text)));
    bs_str after = bs_str_slice(text, bs__label_end(self, text), text.len), word;
    if (bs_str_starts(after, BS_STR("的"))) after = bs_str_slice(after, strlen("的"), after.len);
    for (bs_str list = bs_str_from(deals);
         bs_str_ends(front, BS_STR("以")) && bs_str_next(&list, '|', &word);) {
        if (!bs_str_starts(after, word)) continue;
        name = before_words(name);
        strip_words(&name, "以");
        self->subject = name.len < self->indicator.len ? name : (bs_str){0};
        self->indicator = bs_str_slice(after, 0, word.len);
        return;
    }
    if (!bs_list_ends(front, "给予|发放")) return;
    size_t end = 0;
    while (end < after.len && !bs__label_is_edge(bs_utf8_decode(after, end)) && end < NOUN_BYTES)
        end += bs_utf8_decode(after, end).len;
    bs_str noun = bs_str_slice(after, 0, end);
    if (!bs__label_tells_measure(noun)) return;
    name = before_words(name);
    strip_words(&name, "给予|发放");
    name = before_words(name);
    if (bs_str_starts(name, BS_STR("对"))) name = bs_str_slice(name, strlen("对"), name.len);
    bool whose = name.len > 0 && !bs_list_starts(name, "给予|发放") && name.ptr < self->text.ptr;
    self->indicator = noun;
    if (whose) self->subject = name;
}

// "倾向于“更多消费”的居民", "专精特新“小巨人”企业": a name that goes on behind a quotation, with
// that and what leads to it.
static bs_str with_quotation(bs_str name, bs_str text)
{
    enum { QUOTE_BYTES_MAX = 60 };
    static const bs_str open = BS_STR_INIT("“"), close = BS_STR_INIT("”"), of = BS_STR_INIT("的");
    bool inside = name.len > 0 && name.ptr >= text.ptr && name.ptr <= text.ptr + text.len;
    if (!inside) return name;
    size_t start = (size_t)(name.ptr - text.ptr), end = start + name.len;
    bs_str front = bs_str_slice(text, 0, start);
    if (bs_str_ends(front, of)) front.len -= of.len;
    if (!bs_str_ends(front, close)) return name;
    bs_str quoted = bs_str_behind_last(front, "“");
    if (quoted.len == front.len || quoted.len > QUOTE_BYTES_MAX) return name;
    size_t from = front.len - quoted.len - open.len;
    bs_str lead = bs__label_clause(text, 0, from);
    while (bs__label_strip_start(&lead, BS_LANG_ZH))
        continue;
    bool leads = lead.len > 0 && !bs__label_is_filler(lead, BS_LANG_ZH) &&
                 !bs__label_holds_digit(lead) && lead.ptr + lead.len == text.ptr + from;
    if (leads) from = (size_t)(lead.ptr - text.ptr);
    return bs_str_slice(text, from, end);
}

// "“价格偏高”占27.9%": a quotation has the share.
static bs_str quoted_sharer(const bs_quantity *self, bs_str text)
{
    enum { QUOTE_BYTES_MAX = 60 };
    static const bs_str open = BS_STR_INIT("“");
    bs_str front = bs_str_slice(text, 0, bs__label_start(self, text));
    strip_words(&front, "约|近|仅|占");
    if (!bs_str_ends(front, BS_STR("”")) || !is_percent(self)) return (bs_str){0};
    bs_str quoted = bs_str_behind_last(front, "“");
    if (quoted.len == front.len || quoted.len > QUOTE_BYTES_MAX) return (bs_str){0};
    return bs_str_slice(text, front.len - quoted.len - open.len, front.len);
}

// "铁矿砂1846万吨，增加3.9%，均价每吨712元": of what the amount before it counts.
static bs_str priced(const bs_quantity_array *all, size_t first, size_t index, bs_str text,
                     size_t from)
{
    const bs_quantity *self = &all->items[index];
    static const char prices[] = "均价|单价|平均价格|平均单价";
    bool price = self->kind == BS_KIND_CURRENCY && bs_list_starts(self->indicator, prices) &&
                 bs_list_ends(self->indicator, prices) && self->subject.len == 0;
    // "支票业务718万笔，金额13万亿元": of what the number directly before it counts.
    static const char sums[] =
        "金额|标的额|涉及金额|交易金额|合同金额|支出|涉案金额|票面金额|投保金额";
    bool sum =
        self->kind == BS_KIND_CURRENCY && bs_list_starts(self->indicator, sums) &&
        bs_list_ends(self->indicator, sums) && index > first &&
        bs_str_starts(self[-1].unit, BS_STR("count:")) && self[-1].indicator.len > 0 &&
        bs_list_starts(bs__label_between(self - 1, self, text), "，|、") &&
        bs__label_between(self - 1, self, text).len <= self->indicator.len + 2 * strlen("，");
    if (sum) return self[-1].subject.len > 0 ? self[-1].subject : self[-1].indicator;
    for (size_t i = index; price && i-- > first && index - i < 4;) {
        const bs_quantity *other = &all->items[i];
        if (bs__label_start(other, text) < from) break;
        if (other->role != BS_ROLE_LEVEL || other->kind != BS_KIND_QUANTITY) continue;
        return other->subject.len > 0 ? other->subject : other->indicator;
    }
    return (bs_str){0};
}

// "1463只个股上涨，3868只下跌": what is counted has done something else.
static void name_doers(bs_quantity *self, const bs_quantity *before, bs_str text)
{
    static const char verbs[] = "上涨|下跌|涨停|跌停|持平|上升|下降|增长|停牌|回升|回落|收涨|收跌";
    bool counted = before != NULL && bs_str_starts(self->unit, BS_STR("count:")) &&
                   bs_str_equal(self->unit, before->unit) &&
                   (bs_str_equal(self->indicator, before->indicator) ||
                    (before->subject.len > 0 && self->indicator.len > before->subject.len &&
                     bs_str_starts(self->indicator, before->subject)));
    bs_str after = bs_str_slice(text, bs__label_end(self, text), text.len), word;
    bs_str noun = counted ? before->indicator : (bs_str){0};
    for (bs_str list = bs_str_from(verbs); counted && bs_str_next(&list, '|', &word);) {
        if (!bs_str_starts(after, word)) continue;
        // "较2030年的1000家增长50%": of something else, by so much.
        if (bs__label_holds_digit(bs_str_slice(after, word.len, word.len + strlen("约")))) return;
        strip_words(&noun, verbs);
        self->indicator = bs_str_slice(after, 0, word.len);
        self->subject = before->subject.len > 0 ? before->subject : noun;
        return;
    }
}

// "收益增加11.4%至2.8亿元（2029年：2.5亿元）": and of those that have the name from it.
static void strip_movement(bs_quantity_array *all, size_t index)
{
    enum { SHARERS_MAX = 4 };
    bs_str whole = all->items[index].indicator;
    strip_words(&all->items[index].indicator, "增加|减少");
    for (size_t i = index + 1; i < all->count && i <= index + SHARERS_MAX; i++) {
        bs_str *name = &all->items[i].indicator;
        if (name->ptr == whole.ptr && name->len == whole.len) *name = all->items[index].indicator;
    }
}

static void name_in_setting(const setting *set, bs_quantity_array *all, size_t first, size_t index,
                            bs_str text)
{
    bs_quantity *self = &all->items[index], *before = index > first ? self - 1 : NULL;
    while (before != NULL && !bs__label_is_amount(before))
        before = before > &all->items[first] ? before - 1 : NULL;
    if (before != NULL && bs__label_start(before, text) < set->from) before = NULL;
    if (bs__label_cuts_quote(self->subject)) self->subject = (bs_str){0};
    if (bs__label_cuts_quote(self->indicator)) self->indicator = (bs_str){0};
    bs_str quoted = quoted_sharer(self, text);
    if (quoted.len > 0) self->indicator = quoted, self->subject = (bs_str){0};
    name_doers(self, before, text);
    bs_str whose = priced(all, first, index, text, set->from);
    if (whose.len > 0) bs__label_rename(all, index, self->indicator, whose);
    if (before != NULL && is_part_of_plan(before, self, text)) {
        bs_str own = self->indicator;
        bs_quantity *next = index + 1 < all->count ? self + 1 : NULL;
        bool goes_on = next != NULL && bs_str_equal(next->indicator, own);
        bs__label_take(self, before);
        if (goes_on) bs__label_take(next, before);
    }
    // "收益增加11.4%": the rate of what has moved.
    bool rate = self->role == BS_ROLE_GROWTH && is_percent(self);
    bool own =
        self->indicator.len > 0 && self->indicator.ptr + self->indicator.len == self->text.ptr;
    if (rate && own && bs_utf8_count(self->indicator) > 3) strip_movement(all, index);
    // An age is part of a name: "20至29岁受访者有62%".
    bool aged = bs_unit_is_age(self->unit);
    if (is_percent(self)) {
        const bs_quantity *poll = before;
        for (int i = 0; poll != NULL && bs_unit_is_age(poll->unit) && i < 2; i++)
            poll = poll > &all->items[first] ? poll - 1 : NULL;
        name_answer(set, poll, self, text);
    }
    // "9.7%的居民认为“增加”，比上季增加0.3个百分点"
    bool points = before != NULL && self->indicator.len == 0 && self->subject.len == 0 &&
                  bs_str_equal(self->unit, BS_STR("%p")) && is_percent(before) &&
                  self->role == BS_ROLE_CHANGE;
    // "人民币兑美元报7.0653，升值47个基点"
    bool moved = before != NULL && before + 1 == self && self->kind != BS_KIND_RANGE &&
                 self->indicator.len == 0 && self->subject.len == 0 &&
                 before->role == BS_ROLE_LEVEL &&
                 (self->role == BS_ROLE_CHANGE || self->role == BS_ROLE_GROWTH) &&
                 bs_list_starts(bs__label_between(before, self, text), "，|点，");
    if (points || moved) bs__label_take(self, before);
    // "跌311点或1.18%"
    bool again = before != NULL && before + 1 == self && self->indicator.len == 0 &&
                 bs_list_ends(bs__label_between(before, self, text), "或");
    if (again && self->subject.len == 0) bs__label_take(self, before);
    if (!aged && self->indicator.len == 0 && self->subject.len == 0)
        borrow_in_sentence(all, first, index, text, set->from);
    give_item(set, self);
    name_deal(set, self, text);
}

void bs__label_settings(bs__job *job, const bs__passage *passage, size_t first)
{
    bs_quantity_array *all = &job->out->quantities;
    bs_str text = passage->text;
    if (passage->lang != BS_LANG_ZH || passage->table > 0) return;
    setting set = {.item = bs__label_item(text), .whole = BS_NO_QUANTITY};
    size_t end = 0;
    for (size_t i = first; i < all->count; i++) {
        size_t start = bs__label_start(&all->items[i], text);
        if (start < end) continue;
        bs_str gap = bs_str_slice(text, end, start), rest = bs_str_behind_last(gap, "。|\n");
        if (rest.len < gap.len || end == 0) set.from = start - rest.len;
        bs_str measure = set.measure;
        read_gap(&set, gap);
        if (set.measure.ptr != measure.ptr) set.measure_in = set.from;
        end = bs__label_end(&all->items[i], text);
        if (!bs__label_is_amount(&all->items[i])) continue;
        // A sentence ends what 其中 has begun.
        if (rest.len < gap.len) set.whole = BS_NO_QUANTITY;
        if (bs_str_find(rest, BS_STR("其中"), 0) != SIZE_MAX)
            set.whole = bs__label_whole_before(all, first, i, set.from, text);
        bs_str *name = &all->items[i].indicator;
        if (all->items[i].subject.len == 0) *name = with_quotation(*name, text);
        bs__label_give_whole(all, i, set.whole);
        bs__label_give_member(all, first, i, text, set.from);
        name_in_setting(&set, all, first, i, text);
        give_measure(&set, all, first, i, text);
    }
}
