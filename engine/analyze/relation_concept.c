// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analyze/relation_concept.h"

#include <stdint.h>

#include "engine/base/array.h"
#include "engine/base/utf8.h"

enum { WORDS_MAX = 32, LABEL_BYTES_MAX = 64 };

static const char *const names[][WORDS_MAX] = {
    [BS_CONCEPT_SALES] = {"매출액", "매출", "売上高", "売上収益", "営業収益", "营业收入",
                          "營業收入", "营业总收入", "營業總收入", "net sales", "sales", "revenue",
                          "revenues", "turnover"},
    [BS_CONCEPT_COST] = {"매출원가", "売上原価", "营业成本", "營業成本", "cost of sales",
                         "cost of goods sold", "cost of revenue"},
    [BS_CONCEPT_GROSS] = {"매출총이익", "売上総利益", "毛利润", "毛利潤", "毛利", "gross profit"},
    [BS_CONCEPT_EXPENSES] = {"판매비와관리비", "판매비와 관리비", "판관비", "販売費及び一般管理費",
                             "販管費", "selling and administrative expenses",
                             "selling, general and administrative expenses", "sg&a expenses"},
    [BS_CONCEPT_OPERATING] = {"영업이익", "営業利益", "营业利润", "營業利潤", "營業利益",
                              "operating profit", "operating income"},
    [BS_CONCEPT_PRETAX] = {"법인세비용차감전순이익", "법인세차감전순이익", "세전이익", "세전순이익",
                           "税引前利益", "稅引前利益", "税引前当期純利益", "稅引前當期純利益",
                           "税金等調整前当期純利益", "稅金等調整前當期純利益", "利润总额",
                           "利潤總額", "税前利润", "稅前利潤", "profit before tax",
                           "profit before taxation", "income before tax",
                           "income before income taxes", "pre-tax profit"},
    [BS_CONCEPT_TAX] = {"법인세비용", "法人税等", "法人稅等", "法人税等合計", "法人稅等合計",
                        "所得税费用", "所得稅費用", "tax charge", "tax expense",
                        "income tax expense", "taxation"},
    [BS_CONCEPT_TAX_RATE] = {"유효세율", "実効税率", "実効稅率", "税負担率", "稅負擔率", "实际税率",
                             "實際稅率", "有效税率", "有效稅率", "effective rate",
                             "effective tax rate"},
    [BS_CONCEPT_NET_INCOME] = {"profit after tax", "profit for the year", "profit for the period",
                               "당기순이익", "순이익", "当期純利益", "當期純利益", "純利益",
                               "净利润", "淨利潤", "稅後淨利", "本期淨利", "net profit",
                               "net income"},
    [BS_CONCEPT_GROSS_MARGIN] = {"매출총이익률", "売上総利益率", "毛利率", "gross margin",
                                 "gross profit margin"},
    [BS_CONCEPT_OPERATING_MARGIN] = {"영업이익률", "営業利益率", "营业利润率", "營業利潤率",
                                     "operating margin", "operating profit margin"},
    [BS_CONCEPT_NET_MARGIN] = {"순이익률", "純利益率", "净利率", "淨利率", "净利润率", "淨利潤率",
                               "net margin", "net profit margin"},
    [BS_CONCEPT_ASSETS] = {"자산총계", "총자산", "자산총액", "総資産", "資産合計", "总资产",
                           "總資產", "资产总额", "資產總額", "资产总计", "資產總計", "资产合计",
                           "資產合計", "total assets"},
    [BS_CONCEPT_LIABILITIES] = {"부채총계", "총부채", "부채총액", "負債合計", "総負債", "总负债",
                                "總負債", "负债总额", "負債總額", "负债合计", "负债总计",
                                "負債總計", "total liabilities"},
    [BS_CONCEPT_EQUITY] = {"자본총계", "자기자본", "자본총액", "自己資本", "净资产", "淨資產",
                           "所有者权益", "所有者權益", "所有者权益合计", "所有者權益合計",
                           "total equity", "shareholders' equity", "stockholders' equity"},
    // What minorities own is a part of 純資産 and none of 自己資本.
    [BS_CONCEPT_NET_ASSETS] = {"純資産合計", "純資産"},
    [BS_CONCEPT_EQUITY_RATIO] = {"자기자본비율", "自己資本比率", "equity ratio"},
    [BS_CONCEPT_DEBT_RATIO] = {"资产负债率", "資產負債率"},
    [BS_CONCEPT_EMPLOYED] = {"취업자", "취업자 수", "취업자수", "就業者", "就業者数", "就業者數",
                             "就业人员", "就業人員", "就业人口", "就業人口", "就業人數",
                             "employed persons", "persons in employment", "employed",
                             "people in work", "people in employment", "employment"},
    [BS_CONCEPT_UNEMPLOYED] = {"실업자", "실업자 수", "실업자수", "完全失業者", "完全失業者数",
                               "完全失業者數", "失業者", "失业人员", "失業人員", "失业人口",
                               "失業人口", "失業人數", "unemployed persons", "unemployed",
                               "unemployed people"},
    [BS_CONCEPT_LABOUR] = {"경제활동인구", "労働力人口", "劳动力人口", "勞動力人口", "劳动力",
                           "勞動力", "labour force", "labor force",
                           "economically active population"},
    [BS_CONCEPT_INACTIVE] = {"비경제활동인구", "非労働力人口", "非劳动力", "非勞動力", "inactive",
                             "economically inactive"},
    [BS_CONCEPT_ADULTS] = {"15세 이상 인구", "15세이상인구", "15세이상 인구", "15歳以上人口",
                           "population aged 15 and over", "population aged 16 and over"},
    [BS_CONCEPT_UNEMPLOYMENT] = {"실업률", "完全失業率", "失業率", "失业率", "unemployment rate",
                                 "jobless rate"},
    [BS_CONCEPT_PARTICIPATION] = {"경제활동참가율", "경제활동 참가율", "労働力率", "労働力人口比率",
                                  "劳动参与率", "勞動參與率", "勞動力參與率", "participation rate"},
    [BS_CONCEPT_EMPLOYMENT] = {"고용률", "就業率", "就业率", "employment rate"},
    [BS_CONCEPT_POPULATION] = {"총인구", "인구", "総人口", "总人口", "總人口", "常住人口", "人口",
                               "population"},
    [BS_CONCEPT_URBAN] = {"城镇人口", "城鎮人口", "城镇常住人口", "城鎮常住人口", "도시인구",
                          "도시 인구", "도시지역 인구", "都市人口", "urban population"},
    [BS_CONCEPT_RURAL] = {"乡村人口", "鄉村人口", "农村人口", "農村人口", "乡村常住人口",
                          "鄉村常住人口", "농촌인구", "농촌 인구", "rural population"},
    [BS_CONCEPT_URBANISATION] = {"城镇化率", "城鎮化率", "도시화율", "都市化率",
                                 "urbanisation rate", "urbanization rate"},
    [BS_CONCEPT_MEN] = {"남자", "남성", "男性", "男", "男性人口", "men", "males", "male"},
    [BS_CONCEPT_WOMEN] = {"여자", "여성", "女性", "女", "女性人口", "women", "females", "female"},
    [BS_CONCEPT_BIRTHS] = {"출생아 수", "출생아수", "출생아", "출생자 수", "출생자", "출생",
                           "出生人口", "出生数", "出生數", "出生者数", "出生者數", "出生者",
                           "出生児数", "出生児數", "出生", "births", "live births"},
    [BS_CONCEPT_DEATHS] = {"사망자 수", "사망자수", "사망자", "사망", "死亡人口", "死亡数",
                           "死亡數", "死亡者数", "死亡者數", "死亡者", "死亡", "deaths"},
    [BS_CONCEPT_NATURAL] = {"자연증가", "자연증감", "자연증가분", "自然增长", "自然增長",
                            "自然增长人口", "自然增長人口", "自然增加", "自然増減", "自然増減数",
                            "自然増減數", "自然増加", "自然増", "natural increase",
                            "natural change", "natural growth"},
    [BS_CONCEPT_NATURAL_LOSS] = {"자연감소", "자연감소분", "自然减少", "自然減少", "自然減",
                                 "natural decrease", "deaths exceeded births by",
                                 "deaths outnumbered births by"},
    [BS_CONCEPT_MOVED_LOSS] = {"순유출", "순전출", "転出超過", "転出超過数", "転出超過數", "社会減",
                               "社會減", "社会減少", "社會減少", "净迁出", "淨遷出",
                               "net emigration", "net out-migration"},
    [BS_CONCEPT_MOVED_IN] = {"전입자", "전입", "총전입", "転入者", "転入者数", "転入者數", "転入",
                             "迁入", "遷入", "迁入人口", "遷入人口", "in-migration", "immigration",
                             "immigrants"},
    [BS_CONCEPT_MOVED_OUT] = {"전출자", "전출", "총전출", "転出者", "転出者数", "転出者數", "転出",
                              "迁出", "遷出", "迁出人口", "遷出人口", "out-migration", "emigration",
                              "emigrants"},
    [BS_CONCEPT_NET_MOVED] = {"순이동", "순유입", "순전입", "転入超過", "転入超過数", "転入超過數",
                              "社会増", "社會増", "社会増加", "社會増加", "净迁入", "淨遷入",
                              "net migration", "net immigration", "net in-migration"},
    [BS_CONCEPT_EXPORTS] = {"수출액", "수출", "輸出額", "輸出", "出口总额", "出口總額", "出口额",
                            "出口額", "出口", "exports"},
    [BS_CONCEPT_IMPORTS] = {"수입액", "수입", "輸入額", "輸入", "进口总额", "進口總額", "进口额",
                            "進口額", "进口", "進口", "imports"},
    [BS_CONCEPT_TRADE] = {"교역액", "무역액", "교역규모", "무역규모", "총교역액", "수출입 총액",
                          "貿易総額", "輸出入総額", "进出口总额", "進出口總額", "进出口总值",
                          "進出口總值", "外贸总额", "外貿總額", "total trade", "trade turnover",
                          "two-way trade"},
    [BS_CONCEPT_NET_IMPORTS] = {"순수입", "純輸入", "净进口", "淨進口", "net imports"},
    [BS_CONCEPT_NET_EXPORTS] = {"순수출", "純輸出", "净出口", "淨出口", "net exports"},
    [BS_CONCEPT_BUDGET] = {"예산액", "예산현액", "予算額", "予算現額", "预算数", "預算數", "预算额",
                           "預算額", "预算安排", "預算安排"},
    [BS_CONCEPT_SPENT] = {"집행액", "執行額", "执行数", "執行數", "执行额", "支出済額"},
    [BS_CONCEPT_PEAK] = {"최대전력", "최대 전력", "최대전력수요", "最大電力", "最大需要",
                         "peak demand", "peak load"},
    [BS_CONCEPT_CAPACITY] = {"공급능력", "공급 능력", "供給力", "available capacity"},
    [BS_CONCEPT_RESERVE] = {"예비력", "공급예비력", "予備力", "reserve margin", "reserve capacity"},
    [BS_CONCEPT_RESERVE_RATE] = {"예비율", "공급예비율", "予備率"},
    [BS_CONCEPT_SPENT_RATE] = {"집행률", "執行率", "预算执行率", "預算執行率", "执行率"},
    [BS_CONCEPT_JOB_OFFERS] = {"구인인원", "구인 인원", "有効求人数", "有效求人數", "求人数",
                               "求人數", "月間有効求人数"},
    [BS_CONCEPT_JOB_SEEKERS] = {"구직자", "구직자 수", "구직건수", "有効求職者数", "有效求職者數",
                                "求職者数", "求職者數", "月間有効求職者数"},
    [BS_CONCEPT_JOBS_RATIO] = {"구인배수", "구인배율", "有効求人倍率", "有效求人倍率", "求人倍率"},
    [BS_CONCEPT_PASSED] = {"합격자", "합격자 수", "합격자수", "合格者", "合格者数", "合格者數",
                           "合格人数", "合格人數"},
    [BS_CONCEPT_EXAMINED] = {"응시자", "응시자 수", "응시자수", "受験者", "受験者数", "受験者數",
                             "应考人数", "應考人數", "参考人数"},
    [BS_CONCEPT_PASS_RATE] = {"합격률", "합격율", "合格率", "pass rate"},
    [BS_CONCEPT_VOTED] = {"투표자", "투표자 수", "투표자수", "투표수", "投票者数", "投票者數",
                          "投票者", "投票人数", "投票人數", "votes cast", "ballots cast"},
    [BS_CONCEPT_VOTERS] = {"유권자", "유권자 수", "선거인", "선거인수", "선거인 수", "有権者",
                           "有権者数", "有權者", "選挙人", "選挙人名簿登録者数", "当日有権者数",
                           "选民", "選民", "选民人数", "registered voters", "eligible voters"},
    [BS_CONCEPT_TURNOUT] = {"투표율", "投票率", "turnout", "voter turnout"},
    [BS_CONCEPT_ANSWERED] = {"응답자",         "응답자 수", "응답 수",    "유효응답",   "회수",
                             "회수 수",        "有効回答",  "有効回答数", "有效回答數", "回収数",
                             "回收數",         "回収",      "回答者数",   "回答者數",   "回答数",
                             "有效问卷",       "有效問卷",  "回收问卷",   "回收問卷",   "responses",
                             "valid responses"},
    [BS_CONCEPT_ASKED] = {"조사대상", "조사 대상", "조사대상자", "배포", "発送数", "發送數",
                          "配布数", "配布數", "配布", "調査対象", "調査対象者", "調査対象数",
                          "调查对象", "調查對象", "发放问卷", "發放問卷", "questionnaires sent"},
    [BS_CONCEPT_RESPONSE_RATE] = {"응답률", "회수율", "回答率", "有効回答率", "有效回答率",
                                  "回収率", "回收率", "response rate"},
    [BS_CONCEPT_CLOSED] = {"办结", "辦結", "已办结", "结案", "結案", "审结", "審結", "办结案件",
                           "审结案件"},
    [BS_CONCEPT_FILED] = {"受理", "受理案件", "收案", "收到", "新收案件"},
    [BS_CONCEPT_CLOSING_RATE] = {"办结率", "辦結率", "结案率", "結案率", "审结率", "審結率"},
    [BS_CONCEPT_DONE] = {"실적", "실적액", "実績", "実績額", "實績", "達成額", "已完成", "完成额",
                         "完成額", "完成投资", "完成投資", "实际完成"},
    [BS_CONCEPT_PLANNED] = {"목표", "목표액", "목표치", "目標", "目標額", "目標値", "計画",
                            "計画額", "计划", "计划投资", "計劃投資", "年度计划", "年度目标",
                            "年度目標", "目标", "目标任务", "年度投资计划"},
    [BS_CONCEPT_DONE_RATE] = {"달성률", "달성율", "목표 달성률", "목표달성률", "達成率",
                              "目標達成率", "完成率", "计划完成率", "計劃完成率", "投资完成率",
                              "目标完成率"},
    // Other countries add taxes and take subsidies off.
    [BS_CONCEPT_PRODUCT] = {"地区生产总值", "国内生产总值", "生产总值", "地區生產總值"},
    [BS_CONCEPT_PRIMARY] = {"第一产业", "第一产业增加值", "第一產業", "第一產業增加值"},
    [BS_CONCEPT_SECONDARY] = {"第二产业", "第二产业增加值", "第二產業", "第二產業增加值"},
    [BS_CONCEPT_TERTIARY] = {"第三产业", "第三产业增加值", "第三產業", "第三產業增加值"},
};
_Static_assert(BS_COUNT(names) == BS_CONCEPT_COUNT, "every concept needs its names");

static const bs_identity identities[] = {
    {BS_IDENTITY_DIFFERENCE, BS_CONCEPT_GROSS, BS_CONCEPT_SALES, BS_CONCEPT_COST, BS_CONCEPT_NONE,
     false},
    {BS_IDENTITY_DIFFERENCE, BS_CONCEPT_OPERATING, BS_CONCEPT_GROSS, BS_CONCEPT_EXPENSES,
     BS_CONCEPT_NONE, false},
    {BS_IDENTITY_DIFFERENCE, BS_CONCEPT_NET_INCOME, BS_CONCEPT_PRETAX, BS_CONCEPT_TAX,
     BS_CONCEPT_NONE, false},
    {BS_IDENTITY_PERCENT, BS_CONCEPT_TAX_RATE, BS_CONCEPT_TAX, BS_CONCEPT_PRETAX, BS_CONCEPT_NONE,
     false},
    {BS_IDENTITY_DIFFERENCE, BS_CONCEPT_NATURAL, BS_CONCEPT_BIRTHS, BS_CONCEPT_DEATHS,
     BS_CONCEPT_NONE, false},
    {BS_IDENTITY_DIFFERENCE, BS_CONCEPT_NATURAL_LOSS, BS_CONCEPT_DEATHS, BS_CONCEPT_BIRTHS,
     BS_CONCEPT_NONE, false},
    {BS_IDENTITY_DIFFERENCE, BS_CONCEPT_MOVED_LOSS, BS_CONCEPT_MOVED_OUT, BS_CONCEPT_MOVED_IN,
     BS_CONCEPT_NONE, false},
    {BS_IDENTITY_PERCENT, BS_CONCEPT_GROSS_MARGIN, BS_CONCEPT_GROSS, BS_CONCEPT_SALES,
     BS_CONCEPT_NONE, false},
    {BS_IDENTITY_PERCENT, BS_CONCEPT_DEBT_RATIO, BS_CONCEPT_LIABILITIES, BS_CONCEPT_ASSETS,
     BS_CONCEPT_NONE, false},
    {BS_IDENTITY_PERCENT, BS_CONCEPT_OPERATING_MARGIN, BS_CONCEPT_OPERATING, BS_CONCEPT_SALES,
     BS_CONCEPT_NONE, false},
    {BS_IDENTITY_PERCENT, BS_CONCEPT_NET_MARGIN, BS_CONCEPT_NET_INCOME, BS_CONCEPT_SALES,
     BS_CONCEPT_NONE, false},
    {BS_IDENTITY_SUM, BS_CONCEPT_ASSETS, BS_CONCEPT_LIABILITIES, BS_CONCEPT_EQUITY, BS_CONCEPT_NONE,
     false},
    {BS_IDENTITY_SUM, BS_CONCEPT_ASSETS, BS_CONCEPT_LIABILITIES, BS_CONCEPT_NET_ASSETS,
     BS_CONCEPT_NONE, false},
    {BS_IDENTITY_PERCENT, BS_CONCEPT_EQUITY_RATIO, BS_CONCEPT_EQUITY, BS_CONCEPT_ASSETS,
     BS_CONCEPT_NONE, false},
    {BS_IDENTITY_SUM, BS_CONCEPT_LABOUR, BS_CONCEPT_EMPLOYED, BS_CONCEPT_UNEMPLOYED,
     BS_CONCEPT_NONE, false},
    {BS_IDENTITY_SUM, BS_CONCEPT_ADULTS, BS_CONCEPT_LABOUR, BS_CONCEPT_INACTIVE, BS_CONCEPT_NONE,
     false},
    {BS_IDENTITY_PERCENT, BS_CONCEPT_UNEMPLOYMENT, BS_CONCEPT_UNEMPLOYED, BS_CONCEPT_LABOUR,
     BS_CONCEPT_NONE, false},
    {BS_IDENTITY_PERCENT, BS_CONCEPT_PARTICIPATION, BS_CONCEPT_LABOUR, BS_CONCEPT_ADULTS,
     BS_CONCEPT_NONE, false},
    {BS_IDENTITY_PERCENT, BS_CONCEPT_EMPLOYMENT, BS_CONCEPT_EMPLOYED, BS_CONCEPT_ADULTS,
     BS_CONCEPT_NONE, false},
    {BS_IDENTITY_SUM, BS_CONCEPT_POPULATION, BS_CONCEPT_MEN, BS_CONCEPT_WOMEN, BS_CONCEPT_NONE,
     false},
    {BS_IDENTITY_SUM, BS_CONCEPT_EMPLOYED, BS_CONCEPT_MEN, BS_CONCEPT_WOMEN, BS_CONCEPT_NONE,
     false},
    {BS_IDENTITY_SUM, BS_CONCEPT_UNEMPLOYED, BS_CONCEPT_MEN, BS_CONCEPT_WOMEN, BS_CONCEPT_NONE,
     false},
    {BS_IDENTITY_SUM, BS_CONCEPT_POPULATION, BS_CONCEPT_URBAN, BS_CONCEPT_RURAL, BS_CONCEPT_NONE,
     false},
    {BS_IDENTITY_PERCENT, BS_CONCEPT_URBANISATION, BS_CONCEPT_URBAN, BS_CONCEPT_POPULATION,
     BS_CONCEPT_NONE, false},
    {BS_IDENTITY_DIFFERENCE, BS_CONCEPT_NET_MOVED, BS_CONCEPT_MOVED_IN, BS_CONCEPT_MOVED_OUT,
     BS_CONCEPT_NONE, false},
    {BS_IDENTITY_DIFFERENCE, BS_CONCEPT_NET_IMPORTS, BS_CONCEPT_IMPORTS, BS_CONCEPT_EXPORTS,
     BS_CONCEPT_NONE, false},
    {BS_IDENTITY_DIFFERENCE, BS_CONCEPT_NET_EXPORTS, BS_CONCEPT_EXPORTS, BS_CONCEPT_IMPORTS,
     BS_CONCEPT_NONE, false},
    {BS_IDENTITY_SUM, BS_CONCEPT_TRADE, BS_CONCEPT_EXPORTS, BS_CONCEPT_IMPORTS, BS_CONCEPT_NONE,
     false},
    {BS_IDENTITY_DIFFERENCE, BS_CONCEPT_RESERVE, BS_CONCEPT_CAPACITY, BS_CONCEPT_PEAK,
     BS_CONCEPT_NONE, false},
    {BS_IDENTITY_PERCENT, BS_CONCEPT_RESERVE_RATE, BS_CONCEPT_RESERVE, BS_CONCEPT_PEAK,
     BS_CONCEPT_NONE, false},
    {BS_IDENTITY_PERCENT, BS_CONCEPT_SPENT_RATE, BS_CONCEPT_SPENT, BS_CONCEPT_BUDGET,
     BS_CONCEPT_NONE, false},
    {BS_IDENTITY_TIMES, BS_CONCEPT_JOBS_RATIO, BS_CONCEPT_JOB_OFFERS, BS_CONCEPT_JOB_SEEKERS,
     BS_CONCEPT_NONE, false},
    {BS_IDENTITY_PERCENT, BS_CONCEPT_PASS_RATE, BS_CONCEPT_PASSED, BS_CONCEPT_EXAMINED,
     BS_CONCEPT_NONE, true},
    {BS_IDENTITY_PERCENT, BS_CONCEPT_TURNOUT, BS_CONCEPT_VOTED, BS_CONCEPT_VOTERS, BS_CONCEPT_NONE,
     true},
    {BS_IDENTITY_PERCENT, BS_CONCEPT_RESPONSE_RATE, BS_CONCEPT_ANSWERED, BS_CONCEPT_ASKED,
     BS_CONCEPT_NONE, true},
    {BS_IDENTITY_PERCENT, BS_CONCEPT_CLOSING_RATE, BS_CONCEPT_CLOSED, BS_CONCEPT_FILED,
     BS_CONCEPT_NONE, true},
    {BS_IDENTITY_PERCENT, BS_CONCEPT_DONE_RATE, BS_CONCEPT_DONE, BS_CONCEPT_PLANNED,
     BS_CONCEPT_NONE, true},
    {BS_IDENTITY_SUM, BS_CONCEPT_PRODUCT, BS_CONCEPT_PRIMARY, BS_CONCEPT_SECONDARY,
     BS_CONCEPT_TERTIARY, false},
};

const bs_identity *bs_identity_table(size_t *count)
{
    *count = BS_COUNT(identities);
    return identities;
}

bool bs_concept_is_rate(bs_concept concept)
{
    for (size_t i = 0; i < BS_COUNT(identities); i++) {
        if (identities[i].stated == concept) return identities[i].form == BS_IDENTITY_PERCENT;
    }
    return false;
}

static bool is_latin(bs_str text, size_t at)
{
    return at < text.len && bs_rune_is_latin(bs_utf8_decode(text, at).code);
}

// "영업이익률", "失業者比率", "sales growth", "employment in industry": the word goes on.
static bool goes_on(bs_str text, size_t end)
{
    static const char *const tails[] = {"률", "율",   "率", "比率", "비율", "比重", "비중",
                                        "占", "대비", "増", "增",   "당",   "比",   "증가율"};
    bs_str rest = bs_str_slice(text, end, text.len);
    if (is_latin(text, end) && is_latin(text, end - 1)) return true;
    for (size_t i = 0; i < BS_COUNT(tails); i++) {
        if (bs_str_starts(rest, bs_str_from(tails[i]))) return true;
    }
    return false;
}

// "비경제활동인구" has 경제활동인구, "非農業人口" 人口: the word has begun before.
static bool began_before(bs_str text, size_t at)
{
    static const char *const heads[] = {"비", "非", "총", "総", "总", "순", "純", "净", "기타"};
    bs_str before = bs_str_slice(text, 0, at);
    if (is_latin(text, at) && at > 0 && bs_rune_is_latin(bs_utf8_decode_before(text, at).code))
        return true;
    for (size_t i = 0; i < BS_COUNT(heads); i++) {
        if (bs_str_ends(before, bs_str_from(heads[i]))) return true;
    }
    return false;
}

// The end of the last place in `text` where `word` is a name; 0 when there is none.
static size_t last_end(bs_str text, bs_str word)
{
    size_t found = 0;
    if (word.len > text.len) return 0;
    for (size_t at = 0; at + word.len <= text.len; at++) {
        bs_str here = bs_str_slice(text, at, at + word.len);
        if (!bs_str_equal_nocase(here, word)) continue;
        if (!began_before(text, at) && !goes_on(text, at + word.len)) found = at + word.len;
    }
    return found;
}

// A bit for each letter, folded: where the first letter of a word has none, it is not in the text.
static uint64_t bit_of(uint32_t code)
{
    if (code >= 'A' && code <= 'Z') code += 'a' - 'A';
    return UINT64_C(1) << (code % 64);
}

static uint64_t letters_of(bs_str text)
{
    uint64_t seen = 0;
    for (size_t at = 0; at < text.len;) {
        bs_rune rune = bs_utf8_decode(text, at);
        seen |= bit_of(rune.code);
        at += rune.len;
    }
    return seen;
}

bs_concept bs_concept_last(bs_str words)
{
    uint64_t seen = letters_of(words);
    bs_concept best = BS_CONCEPT_NONE;
    size_t best_end = 0;
    size_t best_len = 0;
    for (int id = 1; id < BS_CONCEPT_COUNT; id++) {
        for (size_t i = 0; i < WORDS_MAX && names[id][i] != NULL; i++) {
            bs_str word = bs_str_from(names[id][i]);
            if ((seen & bit_of(bs_utf8_decode(word, 0).code)) == 0) continue;
            size_t end = last_end(words, word);
            if (end == 0 || end < best_end || (end == best_end && word.len <= best_len)) continue;
            best = (bs_concept)id;
            best_end = end;
            best_len = word.len;
        }
    }
    return best;
}

bs_str bs_concept_owner(bs_str label, bs_concept concept)
{
    static const char *const joints[] = {"의", "の", "的", "'s", "’s"};
    bs_str front = {0};
    size_t longest = 0;
    label = bs_str_trim(label);
    for (size_t i = 0; i < WORDS_MAX && names[concept][i] != NULL; i++) {
        bs_str word = bs_str_from(names[concept][i]);
        if (word.len <= longest || last_end(label, word) != label.len) continue;
        longest = word.len;
        front = bs_str_trim(bs_str_slice(label, 0, label.len - word.len));
    }
    for (size_t i = 0; i < BS_COUNT(joints); i++) {
        bs_str joint = bs_str_from(joints[i]);
        if (bs_str_ends(front, joint))
            return bs_str_trim(bs_str_slice(front, 0, front.len - joint.len));
    }
    return front;
}

// A label without blanks and what stands in parentheses.
static bs_str core_of(bs_str label, char room[LABEL_BYTES_MAX])
{
    size_t len = 0;
    for (size_t at = 0; at < label.len;) {
        bs_rune rune = bs_utf8_decode(label, at);
        uint32_t code = bs_rune_fold_width(rune.code);
        if (code == '(' || code == '[') break;
        bool blank = bs_rune_is_space(rune.code);
        if (!blank && len + rune.len > LABEL_BYTES_MAX) return (bs_str){0};
        if (!blank) memcpy(room + len, label.ptr + at, rune.len);
        if (!blank) len += rune.len;
        at += rune.len;
    }
    return (bs_str){room, len};
}

bs_concept bs_concept_of_label(bs_str label)
{
    char own[LABEL_BYTES_MAX];
    char other[LABEL_BYTES_MAX];
    bs_str core = core_of(label, own);
    for (int id = 1; core.len > 0 && id < BS_CONCEPT_COUNT; id++) {
        for (size_t i = 0; i < WORDS_MAX && names[id][i] != NULL; i++) {
            if (bs_str_equal_nocase(core, core_of(bs_str_from(names[id][i]), other)))
                return (bs_concept)id;
        }
    }
    return BS_CONCEPT_NONE;
}
