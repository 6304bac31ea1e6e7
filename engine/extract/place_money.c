// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/extract/place_money.h"

#include "engine/base/array.h"
#include "engine/extract/words.h"

static const char place_rule[] = "money of the place that the document speaks of";
static const char no_place_rule[] = "renminbi: the document tells no place whose money it is";

bool bs__counts_years_of_republic(bs_str text)
{
    enum { DIGITS = 3 };
    static const bs_str year = BS_STR_INIT("年");
    if (bs_str_has_any(text, "民国七十|民国八十|民国九十|民国一百|民国一〇|民國七十|民國八十|"
                             "民國九十|民國一百|民國一〇"))
        return true;
    for (size_t at = 0; (at = bs_str_find(text, year, at)) != SIZE_MAX; at += year.len) {
        size_t digits = 0;
        while (digits < at && text.ptr[at - digits - 1] >= '0' && text.ptr[at - digits - 1] <= '9')
            digits++;
        if (digits != DIGITS || text.ptr[at - DIGITS] != '1') continue;
        bs_str behind = bs_str_slice(text, at + year.len, text.len);
        char next = behind.len > 0 ? behind.ptr[0] : ' ';
        bool hundred = bs_str_ends(bs_str_slice(text, 0, at), BS_STR("100")); // 100年底
        if ((next >= '1' && next <= '9') || bs_list_starts(behind, "同期|同月|同季") ||
            (!hundred && bs_list_starts(behind, "底|度")))
            return true;
    }
    return false;
}

// How often the words stand in a text.
static size_t count_of(bs_str text, const char *words)
{
    size_t count = 0;
    for (bs_str rest = bs_str_from(words), word; bs_str_next(&rest, '|', &word);) {
        for (size_t at = 0; (at = bs_str_find(text, word, at)) != SIZE_MAX; at += word.len)
            count++;
    }
    return count;
}

// 元 is the money of the place that a document speaks of most: its money, its offices, markets and
// companies, and its name, which another place may print as that of a market.
bs__place_money bs__find_place_money(bs_str text, bool traditional)
{
    enum { LOOK_BYTES = 1 << 17, MONEY = 16, OFFICE = 4, REPUBLIC = 32 };
    static const struct {
        bs_str money;
        size_t weight;
        const char *words;
    } rows[] = {
        {BS_STR_INIT("TWD"), MONEY, "新臺幣|新台幣|臺幣|台幣|NT$|NTD|TWD"},
        {BS_STR_INIT("HKD"), MONEY, "港元|港幣|HK$|HKD"},
        {BS_STR_INIT("MOP"), MONEY, "澳門元|澳門幣|葡幣|MOP"},
        {BS_STR_INIT("TWD"), OFFICE,
         "中華民國|行政院|立法院|主計總處|主計處|金融監督管理委員會|金管會|國發會|國科會|經濟部|"
         "勞動部|內政部|財政部統計處|健保署|勞保局|國稅局|台電|台積電|臺積電|鴻海|聯發科|聯電|"
         "日月光|台達電|廣達|緯創|中鋼|中華電信|富邦金|國泰金|台塑|證交所|證券交易所|櫃買|"
         "加權指數|三大法人|外資賣超|外資買超|竹科|中科管理局|南科|六都|台股|臺股|上市櫃|"
         "高鐵局|觀光署|兆元"},
        {BS_STR_INIT("HKD"), OFFICE,
         "政府統計處|特區政府|財政司|行政長官|立法會|金管局|金融管理局|香港交易所|港交所|聯交所|"
         "恒生|恒指|港股|港鐵|差餉物業|土地註冊處|入境事務處|入境處|旅發局|房委會|房屋署|運輸署|"
         "衞生署|訪港|本港|來港|抵港|全港|港島|九龍|新界|強積金|按揭證券|貿發局|公屋|居屋|"
         "公務員事務局|呎價|方呎|旺角|尖沙咀|銅鑼灣|將軍澳|八達通|港人"},
        {BS_STR_INIT("MOP"), OFFICE,
         "統計暨普查局|博彩監察協調局|博彩毛收入|澳門金融管理局|訪澳|來澳|本澳|澳門特區政府"},
        {BS_STR_INIT("CNY"), OFFICE,
         "國家統計局|國務院|中國人民銀行|人行|發改委|國家發展改革委|全國人大|海關總署|工信部|"
         "滬深|滬指|深成指|上證|A股|中共中央|中央財政|地級市|規模以上|社會消費品零售總額|人民幣"},
        {BS_STR_INIT("TWD"), 1, "臺灣|台灣|國內|民國|臺北|台北|高雄|臺中|台中"},
        {BS_STR_INIT("HKD"), 1, "香港"},
        {BS_STR_INIT("MOP"), 1, "澳門"},
    };
    if (!traditional)
        return (bs__place_money){.code = bs__place_of_simplified(text), .rule = place_rule};
    bs_str look = bs_str_slice(text, 0, LOOK_BYTES);
    static const bs_str money[] = {BS_STR_INIT("TWD"), BS_STR_INIT("HKD"), BS_STR_INIT("MOP"),
                                   BS_STR_INIT("CNY")};
    size_t scores[BS_COUNT(money)] = {0}, best = BS_COUNT(money) - 1;
    for (size_t i = 0; i < BS_COUNT(rows); i++) {
        for (size_t k = 0; k < BS_COUNT(money); k++) {
            if (bs_str_equal(rows[i].money, money[k]))
                scores[k] += rows[i].weight * count_of(look, rows[i].words);
        }
    }
    if (bs__counts_years_of_republic(look)) scores[0] += REPUBLIC;
    for (size_t k = 0; k < BS_COUNT(money); k++)
        best = scores[k] > scores[best] ? k : best;
    bool told = scores[best] > 0, other = best + 1 < BS_COUNT(money);
    return (bs__place_money){.code = other ? money[best] : (bs_str){0},
                             .renminbi = bs_str_has_any(text, "人民幣|人民币|RMB|CNY"),
                             .rule = told ? place_rule : no_place_rule};
}

bs_str bs__place_of_simplified(bs_str text)
{
    enum { LOOK_BYTES = 1 << 16 };
    // What papers of the mainland do not say of themselves, so often, and what they do.
    static const struct {
        bs_str money;
        size_t least;
        const char *named; // one of them, to be looked at further
        const char *home;
    } places[] = {
        {BS_STR_INIT("SGD"), 3, "新加坡|组屋|新元|狮城|贸工部",
         "组屋|建屋局|建屋发展局|贸工部|新加坡统计局|新加坡金融管理局|金管局|企发局|市建局|陆交局|"
         "拥车证|海指|海峡时报指数|新交所|邻里|狮城|人力部|新元|新币|S$"},
        {BS_STR_INIT("MOP"), 1, "澳门", "统计暨普查局|博彩监察协调局|澳门元|本澳|澳门金融管理局"},
        {BS_STR_INIT("HKD"), 2, "香港|本港",
         "政府统计处|差饷物业估价署|土地注册处|本港|全港|运输及物流局|劳工及福利局|房屋署|"
         "入境事务处"},
    };
    static const char mainland[] =
        "人民币|国家统计局|国务院|中国人民银行|发改委|海关总署|工信部|A股|沪深|沪指|新台币|台股|"
        "规模以上|社会消费品零售总额|地级市|我省";
    static const char markets[] = "港元|港股|恒指|恒生|港币";
    text = bs_str_slice(text, 0, LOOK_BYTES);
    for (size_t i = 0; i < BS_COUNT(places); i++) {
        if (!bs_str_has_any(text, places[i].named)) continue;
        bool home =
            count_of(text, places[i].home) >= places[i].least && !bs_str_has_any(text, mainland);
        if (home && !bs_str_has_any(text, markets)) return places[i].money;
    }
    return (bs_str){0};
}

// Is the unit that of a bare "$"? Papers of Hong Kong and Singapore write US$ for the other one.
static bool is_bare_dollar(const bs__place_money *money, bs_str unit, bs_str printed)
{
    bool dollars =
        bs_str_equal(money->code, BS_STR("HKD")) || bs_str_equal(money->code, BS_STR("SGD"));
    return dollars && bs_str_starts(unit, BS_STR("USD")) && bs_list_starts(printed, "$|＄");
}

bs_status bs__settle_money(bs_str *unit, bool *settled, const bs__place_money *money,
                           bs_arena *arena, bs__money_print printed, bs_error *err)
{
    bool dollar = is_bare_dollar(money, *unit, printed.text);
    *settled = dollar;
    if (!dollar && !bs_str_starts(*unit, BS_STR("CNY"))) return BS_OK;
    if (!dollar && money->renminbi &&
        (printed.in_table || bs_str_has_any(printed.text, "人民|RMB|CNY|¥")))
        return BS_OK;
    *settled = !bs_str_has_any(printed.text, "人民|RMB|CNY");
    if (money->code.len == 0) return BS_OK;
    bs_str rest = bs_str_slice(*unit, strlen("CNY"), unit->len);
    *unit = bs_arena_format(arena, "%.*s%.*s", BS_STR_ARG(money->code), BS_STR_ARG(rest));
    return unit->ptr != NULL ? BS_OK : bs_fail(err, BS_E_MEMORY, "out of memory");
}
