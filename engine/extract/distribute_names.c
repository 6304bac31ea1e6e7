// SPDX-License-Identifier: GPL-3.0-or-later
// The names in front of "respectively": where each begins and ends, and what they have in common.
#include "engine/base/utf8.h"
#include "engine/extract/distribute_internal.h"
#include "engine/extract/label_internal.h"
#include "engine/extract/numeral.h"
#include "engine/extract/words.h"

enum { NAME_BYTES_MAX = 60 };

// What joins the members of a list; between names and between numbers alike.
static const char *const joints[] = {",",  "、", "，",  "와", "과",   "및", "和",
                                     "与", "と", "and", "·",  "以及", "及"};

bool bs__is_joint(bs_str text)
{
    text = bs_str_trim(text);
    for (size_t i = 0; i < BS_COUNT(joints); i++) {
        if (!bs_str_starts(text, bs_str_from(joints[i]))) continue;
        bs_str rest = bs_str_trim(bs_str_slice(text, strlen(joints[i]), text.len));
        if (rest.len == 0 || bs_str_equal(rest, BS_STR("and"))) return true;
    }
    return false;
}

bs_str bs__without_movement(bs_str between, bs_lang lang)
{
    enum { MOVED_BYTES_MAX = 24 };
    static const bs_meaning meanings[] = {BS_MEANS_UP, BS_MEANS_DOWN};
    for (size_t i = 0; between.len <= MOVED_BYTES_MAX && i < BS_COUNT(meanings); i++) {
        bs_word_hit hit;
        bs_str after = between;
        if (lang == BS_LANG_JA && bs_list_starts(after, "の"))
            after = bs_str_slice(after, strlen("の"), after.len);
        if (lang == BS_LANG_JA && bs_word_first(after, meanings[i], &hit) && hit.start == 0)
            return bs_str_slice(after, hit.end, after.len);
        // "0.4건 증가, 0.1건 감소"
        bs_str verb = lang == BS_LANG_KO ? bs_str_trim(after) : (bs_str){0};
        if (verb.len > 0 && bs_word_first(verb, meanings[i], &hit) && hit.start == 0)
            return bs_str_slice(verb, hit.end, verb.len);
        if (lang == BS_LANG_ZH && bs_word_closes(between, meanings[i], &hit))
            return bs_str_slice(between, 0, hit.start);
    }
    return between;
}

// 寄与度, 令和, 和歌山, 普及: a character of a word, from `start` to `end`, that joins nothing.
static bool is_of_a_word(bs_str text, size_t start, size_t end)
{
    static const char fronts[] = "寄|給|供|付|参|飽|昭|令|大|総|調|共|緩|温|普|言|企|波|遡|追",
                      behinds[] = "度|党|歌山|食|牛|服|洋|室|谐|諧|議";
    return bs_list_ends(bs_str_slice(text, 0, start), fronts) ||
           bs_list_starts(bs_str_slice(text, end, text.len), behinds);
}

// The joint that ends just before `at`, in bytes; 0 when none does. A particle joins names only
// where a blank follows it.
static size_t joint_before(bs_str text, size_t at)
{
    for (size_t i = 0; i < BS_COUNT(joints); i++) {
        bs_str joint = bs_str_from(joints[i]);
        if (joint.len > at) continue;
        if (!bs_str_equal(bs_str_slice(text, at - joint.len, at), joint)) continue;
        bool particle = joint.len == 3 && i >= 3 && i <= 5;
        bool blank = at < text.len && text.ptr[at] == ' ';
        bool word = bs_str_equal(joint, BS_STR("and"));
        if (particle && !blank) continue;
        if (bs_list_is(joint, "与|和|及") && is_of_a_word(text, at - joint.len, at)) continue;
        if (word && (at < 4 || text.ptr[at - 4] != ' ')) continue;
        return joint.len;
    }
    return 0;
}

static bool ends_list(bs_rune rune)
{
    return rune.code == 0 || rune.code == '.' || rune.code == 0x3002 || rune.code == ';' ||
           rune.code == ':' || rune.code == '(' || rune.code == ')' || rune.code == 0xFF1B;
}

static bs_str strip_particle(bs_str name)
{
    static const char *const particles[] = {"은", "는", "이",    "가",   "の",
                                            "は", "が", " were", " was", " are"};
    name = bs_str_trim(name);
    for (size_t i = 0; i < BS_COUNT(particles); i++) {
        bs_str particle = bs_str_from(particles[i]);
        if (name.len > particle.len && bs_str_ends(name, particle)) {
            return bs_str_trim(bs_str_slice(name, 0, name.len - particle.len));
        }
    }
    return name;
}

// "汽车制造业、电气机械和器材制造业分别", "毛利率/净利率分别": names with a 和 in them are parted
// by one mark alone. False where there are not as many as wanted in the clause.
static bool names_by_mark(bs_str text, size_t limit, size_t end, size_t wanted, bs_str mark,
                          bs__name_list *out)
{
    size_t at = end, name_end = end;
    for (out->count = 0; out->count < wanted;) {
        bs_str front = bs_str_slice(text, limit, at);
        bool more = bs_str_ends(front, mark);
        bs_rune rune = bs_utf8_decode_before(text, at);
        bool stop = at <= limit || ends_list(rune) || rune.code == ' ' || rune.code == 0xFF0C;
        if (!more && !stop) {
            at -= rune.len;
            if (name_end - at > NAME_BYTES_MAX) return false;
            continue;
        }
        bs_str name = bs_str_trim(bs_str_slice(text, at, name_end));
        if (name.len == 0) return false;
        out->names[wanted - ++out->count] = name;
        if (stop || out->count == wanted) return stop && out->count == wanted;
        name_end = at -= mark.len;
    }
    return false;
}

// The first name begins behind the last blank.
bool bs__names_before(bs_str text, size_t limit, size_t end, size_t wanted, bs__name_list *out)
{
    if (wanted > 1 && bs_rune_is_han(bs_utf8_decode_before(text, end).code) &&
        (names_by_mark(text, limit, end, wanted, BS_STR("、"), out) ||
         names_by_mark(text, limit, end, wanted, BS_STR("/"), out)))
        return true;
    size_t at = end, name_end = end;
    out->count = 0;
    while (out->count < wanted) {
        bs_rune rune = bs_utf8_decode_before(text, at);
        size_t joint = out->count + 1 < wanted ? joint_before(text, at) : 0;
        bool first = out->count + 1 == wanted;
        bool stop = at <= limit || ends_list(rune) ||
                    (first && (rune.code == ' ' || joint_before(text, at) > 0));
        if (joint == 0 && !stop) {
            at -= rune.len;
            if (name_end - at > NAME_BYTES_MAX) return false;
            continue;
        }
        bs_str name = bs_str_trim(bs_str_slice(text, at, name_end));
        if (out->count == 0) name = strip_particle(name);
        if (bs_str_starts(name, BS_STR("の"))) name = bs_str_slice(name, 3, name.len);
        if (name.len > 0) {
            out->names[wanted - 1 - out->count] = name;
            out->count++;
        } else if (joint == 0) {
            return false;
        }
        if (stop && joint == 0) break;
        at -= joint;
        name_end = at;
    }
    if (out->count != wanted) return false;
    // "居前两位的省份仍是江苏和山东，分别为": behind the verb that gives the list.
    bs_str given = bs_str_behind_last(out->names[0], "是|包括|来自");
    if (wanted > 1 && bs_utf8_count(given) > 1) out->names[0] = given;
    return true;
}

// What the name at the end of a list runs on into: the byte where the measure begins that it ends
// with; its length where it ends with none.
static size_t measure_in(bs_str name)
{
    static const bs_str regions[] = {BS_STR_INIT("地区"), BS_STR_INIT("地區"), BS_STR_INIT("产业"),
                                     BS_STR_INIT("產業")};
    static const bs_str measures_behind[] = {
        BS_STR_INIT("增加值"), BS_STR_INIT("零售额"),   BS_STR_INIT("销售额"),
        BS_STR_INIT("进口额"), BS_STR_INIT("出口额"),   BS_STR_INIT("进口量"),
        BS_STR_INIT("出口量"), BS_STR_INIT("发电量"),   BS_STR_INIT("消费量"),
        BS_STR_INIT("产量"),   BS_STR_INIT("销量"),     BS_STR_INIT("产值"),
        BS_STR_INIT("价格"),   BS_STR_INIT("投资"),     BS_STR_INIT("收入"),
        BS_STR_INIT("支出"),   BS_STR_INIT("余额"),     BS_STR_INIT("面积"),
        BS_STR_INIT("生産量"), BS_STR_INIT("販売額"),   BS_STR_INIT("販売量"),
        BS_STR_INIT("輸出額"), BS_STR_INIT("輸入額"),   BS_STR_INIT("出荷額"),
        BS_STR_INIT("生産額"), BS_STR_INIT("利润总额"), BS_STR_INIT("净利润"),
        BS_STR_INIT("利润"),   BS_STR_INIT("营业收入"), BS_STR_INIT("销售量"),
        BS_STR_INIT("库存"),   BS_STR_INIT("订单"),     BS_STR_INIT("旅客"),
        BS_STR_INIT("游客"),   BS_STR_INIT("遊客"),     BS_STR_INIT("居民"),
        BS_STR_INIT("人口"),   BS_STR_INIT("进出口"),   BS_STR_INIT("出口"),
        BS_STR_INIT("进口"),
    };
    for (size_t i = 0; i < BS_COUNT(regions); i++) {
        size_t at = bs_str_find(name, regions[i], 0);
        if (at == SIZE_MAX || at == 0) continue;
        size_t end = at + regions[i].len;
        bool product = bs_list_starts(bs_str_slice(name, end, name.len), "生产总值|總產|生產總值");
        return product ? at : end;
    }
    for (size_t i = 0; i < BS_COUNT(measures_behind); i++) {
        if (!bs_str_ends(name, measures_behind[i]) || name.len == measures_behind[i].len) continue;
        size_t at = name.len - measures_behind[i].len;
        // 净出口, 总人口: a measure of its own.
        return bs_list_is(bs_str_slice(name, 0, at), "净|淨|总|總|纯|純") ? name.len : at;
    }
    // "원유, 가스 수입": a word more than the other names have.
    size_t blank = bs_str_find(name, BS_STR(" "), 0);
    bool korean = bs_rune_is_hangul(bs_utf8_decode(name, 0).code);
    return korean && blank != SIZE_MAX ? blank : name.len;
}

// "苏州、无锡、常州三市": where the last of `count` names goes on with how many they are, and where
// that ends; the length of the name where it does not.
static size_t sum_in(bs_str name, size_t count, size_t *end)
{
    static const char *const numerals[] = {"两", "三", "四", "五", "六", "七", "八", "九", "十"};
    static const char counters[] = "市|省|县|区|国|州|地|港|城|家|企|镇|乡|村|行|厂|校|院|盟|旗|线";
    *end = name.len;
    if (count < 2 || count - 2 >= BS_COUNT(numerals)) return name.len;
    bs_str numeral = bs_str_from(numerals[count - 2]);
    size_t at = bs_str_find(name, numeral, strlen("市"));
    if (at == SIZE_MAX || at < 2 * strlen("市")) return name.len;
    bs_str rest = bs_str_slice(name, at + numeral.len, name.len);
    if (!bs_list_starts(rest, counters)) return name.len;
    *end = at + numeral.len + strlen("市");
    return at;
}

// "第三产业占地区生产总值的比重", "三产业增加值": where the name of a sector ends; 0 where there is
// none.
static size_t sector_in(bs_str name)
{
    size_t nth = bs_str_starts(name, BS_STR("第")) ? strlen("第") : 0;
    bs_str rest = bs_str_slice(name, nth, name.len);
    if (!bs_list_starts(rest, "一产业|二产业|三产业|一產業|二產業|三產業")) return 0;
    return nth + strlen("三产业");
}

// The last name of a list runs on into what is counted: "대구의 사업체 수", "西部发电量". A
// possessive cuts them apart, or else a measure, or the length that the other names have in common.
static bs_str split_last(bs__name_list *names)
{
    static const char *const possessives[] = {"에 대한 ", "에서의 ", "으로의 ", "의 ",
                                              "向けの",   "向け",    "の",      "的"};
    bs_str *last = &names->names[names->count - 1];
    // "而香港及中國台灣旅客則分別佔"
    bs_str *first = &names->names[0];
    bool adverb = bs_utf8_count(*last) > 2 && bs_list_ends(*last, "则|則|亦|均");
    if (adverb) last->len -= strlen("则");
    bool but = bs_utf8_count(*first) > 2 && bs_str_starts(*first, BS_STR("而"));
    if (but) *first = bs_str_slice(*first, strlen("而"), first->len);
    size_t sum_end, sum = sum_in(*last, names->count, &sum_end);
    if (sum < last->len) {
        bs_str rest = bs_str_trim(bs_str_slice(*last, sum_end, last->len));
        *last = bs_str_slice(*last, 0, sum);
        return rest;
    }
    size_t sector = sector_in(*last);
    if (sector > 0 && sector < last->len) {
        bs_str rest = bs_str_slice(*last, sector, last->len);
        *last = bs_str_slice(*last, 0, sector);
        return bs_str_starts(rest, BS_STR("的")) ? bs_str_slice(rest, strlen("的"), rest.len)
                                                 : rest;
    }
    for (size_t i = 0; i < BS_COUNT(possessives); i++) {
        size_t at = bs_str_find(*last, bs_str_from(possessives[i]), 0);
        if (at == SIZE_MAX || at == 0) continue;
        bs_str rest = bs_str_slice(*last, at + strlen(possessives[i]), last->len);
        *last = bs_str_slice(*last, 0, at);
        return rest;
    }
    size_t len = names->names[0].len, cut = measure_in(*last);
    bool blanks = false, equal = true;
    for (size_t i = 0; i + 1 < names->count; i++) {
        equal = equal && names->names[i].len == len;
        blanks = blanks || memchr(names->names[i].ptr, ' ', names->names[i].len) != NULL;
    }
    bool han = bs_rune_is_han(bs_utf8_decode(*last, 0).code);
    bool ordinal = bs_str_starts(*last, BS_STR("第"));
    // "内、外贸吞吐量": trade of both kinds.
    bool pair = names->count == 2 && bs_list_starts(names->names[0], "内|进|進") &&
                bs_list_starts(*last, "外贸|外销|外需|外资|出口|外貿");
    if (pair && len == strlen("内")) len += strlen("贸");
    // "产量、销量和出口量": each has its own measure.
    bool own = bs_list_ends(names->names[0], "量|额|值|率|额度|価|額");
    bool measured = cut < last->len;
    // One character more is that of the name itself: 東京、大阪、名古屋.
    bool longer = last->len > len + strlen("屋");
    // "锂电、风电、电网设备", "自動車工業、電子部品・デバイス工業": a longer name.
    static const char things[] =
        "地区|设备|板块|行业|企业|公司|产业|工程|材料|产品|商品|器件|服务|机械|工業|産業|業|製品|"
        "機器|部品|装置";
    bool thing = bs_list_ends(*last, things) || bs_str_has_any(*last, "・");
    if (equal && han && !ordinal && !own && !measured && longer && !thing) cut = len;
    // "一年期和五年期以上": the last goes on otherwise; "财产净收入、转移净收入": so does each.
    bool bound =
        (cut < last->len && bs_str_ends(names->names[0], bs_str_slice(*last, cut, last->len))) ||
        bs_list_starts(
            bs_str_slice(*last, cut, last->len),
            "以上|以下|及以上|及以下|或以上|或以下|이상|이하|미만|초과| 이상| 이하| 미만| 초과");
    if (blanks || bound || cut == last->len) return (bs_str){0};
    bs_str rest = bs_str_trim(bs_str_slice(*last, cut, last->len));
    *last = bs_str_slice(*last, 0, cut);
    return rest;
}

// "第一、二、三产业": the names share their beginning with the first, and their end with the last.
static bool is_sector_list(const bs__name_list *names)
{
    bs_str last = names->names[names->count - 1];
    if (!bs_list_is(names->names[0], "第一|第二") || bs_utf8_count(last) != 3) return false;
    for (size_t k = 1; k < names->count; k++) {
        bs_str name = names->names[k];
        if (bs_utf8_count(name) > 1 && k + 1 < names->count) return false;
        if (bs__part_number(bs_str_slice(name, 0, strlen("二"))) <= 0) return false;
    }
    return bs_list_ends(last, "产业|產業");
}

// "东、中、西部", "第一、第二、第三产业": the names share the end of the last.
static bs_str whole_name(bs__job *job, const bs__name_list *names, size_t k)
{
    bs_str name = names->names[k];
    if (is_sector_list(names)) {
        bs_str last = names->names[names->count - 1];
        bs_str end = bs_str_slice(last, strlen("三"), last.len);
        bs_str nth = bs_str_starts(name, BS_STR("第")) ? bs_str_slice(name, 3, name.len) : name;
        return bs_arena_format(job->arena, "第%.*s%.*s", 3, nth.ptr, BS_STR_ARG(end));
    }
    for (size_t i = k + 1; i < names->count; i++) {
        bs_str next = names->names[i];
        bool part = bs_utf8_count(name) == 1 &&
                    ((bs_utf8_count(next) == 2 && bs_list_ends(next, "部|海|線|线")) ||
                     (bs_utf8_count(next) == 4 && bs_list_ends(next, "部地区|部地區")));
        bool nth = bs_str_starts(name, BS_STR("第")) && bs_str_starts(next, BS_STR("第")) &&
                   bs_utf8_count(name) == 2 && bs_list_ends(next, "产业|產業");
        bool traded = bs_list_starts(name, "内|进|進") && bs_utf8_count(name) == 1 &&
                      bs_list_starts(next, "外贸|外销|外需|外资|出口|外貿");
        bool numbered = bs_utf8_count(name) == 1 && bs__part_number(name) > 0 &&
                        bs_utf8_count(next) == 3 && bs_list_ends(next, "产业|產業");
        if (!part && !nth && !traded && !numbered) continue;
        bs_str end = bs_str_slice(next, name.len, next.len);
        return bs_arena_format(job->arena, "%.*s%.*s", BS_STR_ARG(name), BS_STR_ARG(end));
    }
    return name;
}

// "output of coal, gas and oil": what stands before the "of".
static bs_str before_of(bs_str text, bs_str first_name)
{
    size_t at = (size_t)(first_name.ptr - text.ptr);
    bs_str before = bs_str_slice(text, 0, at);
    if (!bs_str_ends(before, BS_STR(" of "))) return (bs_str){0};
    size_t end = at - 4, start = end;
    while (start > 0 && text.ptr[start - 1] != ' ' && text.ptr[start - 1] != ',')
        start--;
    return bs_str_slice(text, start, end);
}

// "德国、荷兰、法国分别承诺出资": what the names have done, where that is all that is named.
static bs_str done_by(bs_str indicator, const bs__name_list *names)
{
    static const bs_str word = BS_STR_INIT("分别");
    size_t at = bs_str_find(indicator, word, 0);
    bool listed = indicator.ptr != NULL && names->names[0].ptr >= indicator.ptr &&
                  names->names[0].ptr < indicator.ptr + indicator.len;
    if (!listed || at == SIZE_MAX) return indicator;
    bs_str done = bs_str_slice(indicator, at + word.len, indicator.len);
    return bs__label_phrase(done, 0, done.len, BS_LANG_ZH);
}

void bs__give_names(bs__job *job, bs_quantity *items, bs__name_list *names, bs_str text)
{
    if (bs_str_starts(names->names[0], BS_STR("其中")))
        names->names[0] = bs_str_slice(names->names[0], strlen("其中"), names->names[0].len);
    bs_str last = names->names[names->count - 1], indicator = split_last(names);
    if (indicator.len == 0) indicator = before_of(text, names->names[0]);
    bool named = bs_str_ends(strip_particle(items[0].indicator), last);
    if (indicator.len == 0 && !named) indicator = done_by(items[0].indicator, names);
    for (size_t k = 0; k < names->count; k++) {
        items[k].subject = whole_name(job, names, k);
        items[k].indicator = indicator;
    }
}

// Without what leads to a list: "依次是", "前五的企业为".
static bs_str behind_lead(bs_str name)
{
    static const bs_str leads[] = {
        BS_STR_INIT("依次是"), BS_STR_INIT("依次为"), BS_STR_INIT("分别是"), BS_STR_INIT("分别为"),
        BS_STR_INIT("有"),     BS_STR_INIT("为"),     BS_STR_INIT("是")};
    for (size_t i = 0; i < BS_COUNT(leads); i++) {
        size_t at = bs_str_find(name, leads[i], 0);
        if (at != SIZE_MAX && at + leads[i].len < name.len)
            return bs_str_slice(name, at + leads[i].len, name.len);
    }
    return name;
}

bool bs__listed_apart(bs_str text, size_t limit, size_t end, size_t wanted, bs__name_list *out,
                      bs_str *measure)
{
    enum { MEASURE_CHARS_MAX = 10, LONGER_CHARS_MAX = 3 };
    static const char ranked[] = "位居前三|位居前列|居前三位|排名前三|排名前五|位列前三|位居前五|"
                                 "居前五位|位列前五|排名居前|居前|位列前十|三地|三省|三市";
    bs_str clause = bs__label_clause(text, limit, end);
    bs_str joined = {0};
    static const bs_str comma = BS_STR_INIT("，");
    size_t start = (size_t)(clause.ptr - text.ptr);
    bool behind = clause.len > 0 && start > limit + comma.len &&
                  bs_str_ends(bs_str_slice(text, limit, start), comma);
    *measure = behind ? bs__label_phrase(text, start, end, BS_LANG_ZH) : (bs_str){0};
    if (measure->len == 0 || bs_utf8_count(*measure) > MEASURE_CHARS_MAX) return false;
    size_t stop = start - comma.len;
    bs_str front = bs_str_slice(text, limit, stop), rest = bs_str_from(ranked), word;
    while (bs_str_next(&rest, '|', &word)) {
        if (bs_str_ends(front, word) && word.len > joined.len) joined = word;
    }
    stop -= joined.len;
    if (!bs__names_before(text, limit, stop, wanted, out)) return false;
    out->names[0] = behind_lead(out->names[0]);
    size_t most = 0;
    for (size_t k = 0; k < wanted; k++) {
        size_t chars = bs_utf8_count(out->names[k]);
        if (k + 1 == wanted && chars > most + LONGER_CHARS_MAX) return false;
        most = chars > most ? chars : most;
    }
    return true;
}

bool bs__pair_before(bs__job *job, bs_str text, size_t limit, size_t end, bs__name_list *out)
{
    static const struct {
        bs_str pair;
        const char *first;
        const char *second;
    } pairs[] = {
        {BS_STR_INIT("存贷款余额"), "存款余额", "贷款余额"},
        {BS_STR_INIT("产销量"), "产量", "销量"},
        {BS_STR_INIT("存贷款"), "存款", "贷款"},
        {BS_STR_INIT("产销"), "产量", "销量"},
        {BS_STR_INIT("购销"), "购进", "销售"},
        {BS_STR_INIT("收支"), "收入", "支出"},
    };
    bs_str before = bs_str_trim(bs_str_slice(text, limit, end));
    for (size_t i = 0; i < BS_COUNT(pairs); i++) {
        if (!bs_str_ends(before, pairs[i].pair)) continue;
        size_t stop = (size_t)(before.ptr - text.ptr) + before.len - pairs[i].pair.len;
        bs_str owner = bs__label_phrase(text, limit, stop, BS_LANG_ZH);
        out->names[0] = bs_arena_format(job->arena, "%.*s%s", BS_STR_ARG(owner), pairs[i].first);
        out->names[1] = bs_arena_format(job->arena, "%.*s%s", BS_STR_ARG(owner), pairs[i].second);
        out->count = 2;
        return out->names[0].ptr != NULL && out->names[1].ptr != NULL;
    }
    return false;
}

bool bs__deal_pair(bs__job *job, const bs__passage *passage, size_t limit, size_t index)
{
    static const char verbs[] = "累计完成|共完成|完成|累计实现|实现|累计|达到|达|为|约";
    bs_quantity *items = &job->out->quantities.items[index];
    bs_str between = bs__label_between(items, items + 1, passage->text);
    size_t end = bs__label_start(items, passage->text);
    bs_str before = bs_str_slice(passage->text, limit < end ? limit : end, end);
    bs_str verb = bs_str_longest_end(before, verbs);
    bs__name_list names;
    bool pair = bs_list_is(between, "和|与|及") && bs_str_equal(items->unit, items[1].unit) &&
                bs__pair_before(job, passage->text, limit, end - verb.len, &names);
    for (size_t k = 0; pair && k < names.count; k++)
        items[k].indicator = names.names[k], items[k].subject = (bs_str){0};
    return pair;
}

bool bs__bases_behind(bs_quantity *items, size_t count, bs_str text, size_t word, size_t number)
{
    static const char years[] = "上年同期|去年同期|上年同月|去年同月|上年|去年";
    static const char periods[] = "上月|上季度|上个月|上期|上周";
    bs_basis bases[BS__NAME_COUNT_MAX];
    bs_str rest = bs_str_slice(text, word, number);
    if (!bs_list_starts(rest, "分别比|分别较")) return false;
    rest = bs_str_slice(rest, strlen("分别比"), rest.len);
    for (size_t k = 0; k < count; k++) {
        bool year = bs_list_starts(rest, years);
        if (!year && !bs_list_starts(rest, periods)) return false;
        bases[k] = year ? BS_BASIS_YEAR : BS_BASIS_PERIOD;
        size_t next = SIZE_MAX;
        static const char *const marks[] = {"和", "、", "与", "及"};
        for (size_t i = 0; i < BS_COUNT(marks); i++) {
            size_t at = bs_str_find(rest, bs_str_from(marks[i]), 0);
            if (at < next) next = at;
        }
        if ((next == SIZE_MAX) != (k + 1 == count)) return false;
        if (next != SIZE_MAX) rest = bs_str_slice(rest, next + strlen("和"), rest.len);
    }
    for (size_t k = 0; k < count; k++)
        items[k].basis = bases[k];
    return true;
}

int bs__part_number(bs_str name)
{
    static const char *const numerals[] = {"一", "二", "三", "四", "五",   "六",
                                           "七", "八", "九", "十", "十一", "十二"};
    if (bs_str_starts(name, BS_STR("第"))) name = bs_str_slice(name, strlen("第"), name.len);
    for (int i = 0; i < (int)BS_COUNT(numerals); i++) {
        if (bs_str_equal(name, bs_str_from(numerals[i]))) return i + 1;
    }
    size_t len, at = 0;
    int value = 0;
    for (int digit; (digit = bs_digit_at(name, at, &len)) >= 0 && value < 100; at += len)
        value = value * 10 + digit;
    return at == name.len && value <= 12 ? value : 0;
}
