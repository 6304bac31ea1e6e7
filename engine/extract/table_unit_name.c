// SPDX-License-Identifier: GPL-3.0-or-later
// What the name of a row or column says of its unit: a sum of money, or what is counted.
#include "engine/base/utf8.h"
#include "engine/core/unit.h"
#include "engine/extract/table_internal.h"
#include "engine/extract/words.h"

// Does a name end in one of the words, or the bracket at its end: "수출(금액)"?
static bool ends_in_word(bs_str label, const char *words)
{
    bs_str bare = bs__bare_name(label), rest = bs_str_slice(label, bare.len, label.len);
    if (bs_list_ends(bare, words)) return true;
    rest = bs_str_trim(rest);
    if (!bs_list_ends(rest, ")|）|]")) return false;
    rest.len -= bs_utf8_decode_before(rest, rest.len).len;
    return bs_list_ends(bs_str_trim(rest), words);
}

bool bs__names_sum(bs_str label)
{
    static const char words[] =
        "금액|액|수입|매출|소득|임금|비용|예산|지출|수익|이익|급여|생산액|가격|요금|金额|金額|額|"
        "额|"
        "收入|支出|销售额|产值|利润|収入|売上高|売上|費用|費|給与|賃金|価格|所得|産出額|"
        "revenue|Revenue|revenues|Revenues|receipts|Receipts|sales|Sales|value|Value|expenditure|"
        "Expenditure|spending|Spending|income|Income|turnover|Turnover|earnings|Earnings|costs";
    return ends_in_word(label, words);
}

bool bs__names_heads(bs_str label)
{
    static const char words[] =
        "수|인원|명수|건수|人数|人次|人員|人口|件数|户数|戸数|台数|辆数|数量|물량|생산량|판매량|"
        "产量|"
        "销量|生産量|数|persons|Persons|people|visitors|Visitors|arrivals|Arrivals|employees|"
        "passengers|Passengers|volume|Volume|quantity|Quantity|Number|number";
    return ends_in_word(label, words);
}

size_t bs__unit_of_name(const bs_unit_text *list, bs_str name, bool *counted)
{
    static const char people[] =
        "자 수|자수|아 수|아수|인원|인원수|인구|인구수|학생수|학생 수|직원 수|직원수|관광객|방문객|"
        "이용객|승객|여객|입국자|출국자|환자|취업자|실업자|종사자|근로자|者数|人口|人数|員数|客数|"
        "旅客|游客|乘客|遊客|入境旅客|从业人员|職工|职工|visitors|Visitors|passengers|Passengers|"
        "employees|Employees|persons|Persons|people|People|Population|population";
    static const char persons[] =
        "count:명|count:인|count:人|count:人次|count:persons|count:people";
    static const char things[] = "수|数|Stores|stores|Number|number";
    static const char *const tails[] = {"", "수", " 수", "数", "率"};
    name = bs__bare_name(name);
    bool of_people = bs_list_ends(name, people);
    size_t pick = list->list_count;
    *counted = of_people || bs_list_ends(name, things) || bs_list_starts(name, "Number of ");
    for (size_t i = 0; i < list->list_count; i++) {
        bs_str code = list->list[i].unit;
        if (bs_unit_dimension(code) != BS_DIM_COUNT_OF) continue;
        if (of_people && bs_list_is(code, persons)) pick = i;
        bs_str word = bs_str_slice(code, strlen("count:"), code.len);
        for (size_t t = 0; t < BS_COUNT(tails); t++) {
            bs_str tail = bs_str_from(tails[t]);
            bs_str front = bs_str_slice(name, 0, name.len > tail.len ? name.len - tail.len : 0);
            if (bs_str_ends(name, tail) && bs_str_ends(front, word)) return i;
        }
    }
    for (size_t i = 0; *counted && pick == list->list_count && i < list->list_count; i++) {
        if (bs_str_equal(list->list[i].unit, BS_STR("1"))) pick = i;
    }
    return pick;
}

size_t bs__unit_of_one(const bs_unit_text *list, bs_str row, bs_str column)
{
    size_t pick = list->list_count, money = 0;
    bool one = bs__names_money_of_one(row) || bs__names_per_share(row) ||
               bs__names_money_of_one(column) || bs__names_per_share(column);
    for (size_t i = 0; one && i < list->list_count; i++) {
        if (bs_unit_dimension(list->list[i].unit) != BS_DIM_MONEY) continue;
        money++;
        if (pick == list->list_count || list->list[i].power < list->list[pick].power) pick = i;
    }
    return money > 1 ? pick : list->list_count;
}

bool bs__names_no_money(bs_str label)
{
    static const char words[] =
        "인구|인구수|人口|人口数|Population|population|지수|指数|指數|index|Index|디플레이터|"
        "デフレーター|deflator|Deflator|근로시간|노동시간|労働時間|工时|생산량|판매량|발전량|"
        "소비량|"
        "产量|产出量|销量|销售量|发电量|用电量|生産量|販売量|発電量|消費量|ratio|Ratio";
    return bs_list_ends(bs__bare_name(label), words);
}
