// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/extract/words.h"

#include "engine/base/array.h"
#include "engine/base/utf8.h"

// A word with '!' before it is no word of the meaning although it begins with one: 增加值 is value
// added, not an increase.
typedef struct word_row {
    bs_meaning meaning;
    const char *words; // separated by '|'
} word_row;

static const word_row rows[] = {
    {BS_MEANS_UP,
     "증가|상승|성장|확대|늘어|늘었|늘린|증대|급증|오른|올라|올랐|인상|향상|개선|신장|"
     "상향|↑|"
     "!增加值|!增加値|!新增|!增值|!成长性|"
     "增长|增加|上升|上涨|提高|扩大|增|涨|升|增長|上漲|擴大|"
     "!増加値|!増税|!増資|増加|上昇|増|上回|伸び|拡大|"
     "rose|rise|rises|rising|risen|up|increase|increased|increases|increasing|grew|grow|"
     "grown|growing|growth|gain|gained|gains|climbed|jumped|surged|higher|advanced|"
     "expanded|expansion|soared"},
    {BS_MEANS_DOWN,
     "감소|하락|줄어|줄었|줄인|축소|급감|떨어|내린|내렸|인하|둔화|위축|하향|↓|"
     "!减税|!减排|!减值|!升降|下降|减少|下跌|下滑|回落|降低|缩小|收窄|减|跌|降|減少|縮小|下跌|"
     "!減税|!減価|低下|下落|減|下回|縮小|落ち込|"
     "fell|fall|falls|falling|fallen|down|decrease|decreased|decreases|decreasing|"
     "decline|declined|declines|declining|drop|dropped|drops|lower|shrank|shrunk|"
     "sank|slid|slipped|tumbled|contracted|contraction|plunged|reduced|"
     "reduction"},
    {BS_MEANS_GROWTH_RATE,
     "증가율|증감률|증감율|성장률|성장율|상승률|하락률|감소율|변동률|변화율|신장률|증감|전년대비|"
     "전년동기대비|전월대비|전기대비|전분기대비|전년비|전월비|전년 대비|전월 대비|전기 대비|"
     "增速|增长率|增幅|降幅|涨幅|跌幅|增减|同比|环比|变动率|增長率|同比增长|比上年增长|比上年|"
     "伸び率|増減率|増加率|成長率|上昇率|変化率|前年比|前年同月比|前年同期比|前期比|前月比|対前年|"
     "増減|"
     "growth|growth rate|change|% change|percent change|percentage change|rate of change|"
     "year on year|year-on-year|y/y|yoy|month on month|month-on-month|m/m|mom|q/q|qoq|increase"},
    {BS_MEANS_SHARE,
     "비중|점유율|비율|차지|구성비|점유|"
     "占|比重|占比|份额|比例|佔|比率|"
     "割合|構成比|シェア|占め|"
     "share|shares|account for|accounts for|accounted for|accounting for|proportion|"
     "made up|makes up|represents|represented|representing|comprised|per cent of total|"
     "% of total|percent of total"},
    {BS_MEANS_SHARE_NAME, "비중|점유율|비율|구성비|比重|占比|份额|比例|比率|割合|構成比|シェア|"
                          "share|proportion"},
    {BS_MEANS_WHOLE, "전체의|총액의|총수의|합계의|전체|가운데|이 중|이중|그중|그 중|중에서|"
                     "全部|全国|总额的|总量的|其中|全体の|うち|総額の|"
                     "of total|of the total|of all|of which|of them|of whom"},
    {BS_MEANS_TARGET, "목표|목표치|계획치|까지 끌어올|달성할 계획|까지 확대|까지 제고|까지 늘|"
                      "目标|力争|达到目标|规划目标|目標|計画値|目指|"
                      "target|targets|targeted|goal|goals|objective|aims to|aim to|plans to reach"},
    {BS_MEANS_FORECAST, "전망|예상|예측|예정|전망치|"
                        "预计|预测|预期|展望|預計|預測|"
                        "見通し|予測|予想|見込|"
                        "forecast|forecasts|projected|projection|projections|outlook|expected|"
                        "is expected|are expected|will reach"},
    {BS_MEANS_ESTIMATE, "추정|추산|추계|잠정 추정|估计|估算|估計|推計|推定|概算|"
                        "estimate|estimated|estimates"},
    {BS_MEANS_TOTAL, "합계|총계|계|전체|총합|합|총액|총수|전국|"
                     "合计|总计|总额|合計|总数|總計|總額|全国|全國|全体|総計|総数|総額|計|"
                     "total|totals|grand total|all|overall|sum|whole economy"},
    {BS_MEANS_SUBTOTAL, "소계|중계|小计|小計|subtotal|sub-total"},
    {BS_MEANS_RANK_HEADER,
     "순위|등수|석차|排名|位次|名次|排序|順位|順番|rank|ranking|place|position"},
    {BS_MEANS_INDEX_HEADER,
     "번호|연번|순번|일련번호|序号|编号|序號|編號|番号|項番|no.|no|#|nr|number"},
    {BS_MEANS_UNIT_HEADER, "단위|单位|單位|計量單位|计量单位|単位|unit|units|unit of measure"},
    {BS_MEANS_INDEX_NUMBER, "지수|指数|指數|index|indices|deflator"},
    {BS_MEANS_BASIS_YEAR,
     "전년 대비|전년대비|전년 동기 대비|전년동기 대비|전년동기대비|전년 동월 대비|전년동월대비|"
     "전년비|작년보다|지난해보다|지난해 같은|전년보다|전년 동기|전년동월|전년 같은|전년도 대비|"
     "1년 전|작년 동기|작년 대비|지난해 대비|연간|"
     "同比|比上年|比去年|较上年|较去年|上年同期|去年同期|比上年同期|年增|"
     "前年比|前年同月比|前年同期比|対前年|前年度比|前年に比べ|前年より|前年同月|前年同期|前年を|"
     "on the year|from a year earlier|from a year ago|year on year|year-on-year|y/y|yoy|"
     "over the year|than a year earlier|than a year ago|compared with the previous year|"
     "compared to the previous year|from the previous year|from last year|than last year|"
     "over the previous year|annual|annually|year earlier|a year"},
    {BS_MEANS_BASIS_PERIOD,
     "전월 대비|전월대비|전분기 대비|전분기대비|전기 대비|전기대비|전주 "
     "대비|전주대비|전월비|전기비|"
     "环比|比上月|比上季|较上月|较上季|比上周|"
     "前月比|前期比|前四半期比|前週比|"
     "on the month|on the quarter|on the week|month on month|month-on-month|m/m|mom|q/q|qoq|"
     "quarter on quarter|quarter-on-quarter|from the previous month|from the previous quarter|"
     "from the month before|from last month|from last quarter|over the month|over the quarter|"
     "week on week|from the previous week"},
    {BS_MEANS_COMPARED,
     "대비|보다|에 비해|비해|比|较|比べ|より|に対し|compared with|compared to|than|from|"
     "versus|against|since|vs|vs.|over"},
    {BS_MEANS_YEAR_BEFORE,
     "전년의|전년도의|작년의|지난해의|上年的|上年同期的|去年的|前年の|前年同期の|"
     "a year earlier|a year ago|the year before|the previous year|last year"},
    {BS_MEANS_PUBLISHED, "발행일|발행일자|발간일|작성일|배포일|보도일시|공표일|게시일|등록일|"
                         "发布日期|发布时间|出版日期|发稿日期|發布日期|日期|"
                         "発行日|公表日|発表日|作成日|掲載日|"
                         "published|publication date|date of publication|release date|released|"
                         "date of issue|issue date|date|issued"},
    {BS_MEANS_PUBLISHER, "발행기관|발행처|발행인|작성기관|배포기관|"
                         "发布单位|发布机构|出版单位|主办单位|来源单位|"
                         "発行者|発行元|発行所|公表機関|作成機関|"
                         "publisher|published by|issued by|prepared by"},
    {BS_MEANS_NOTE_HEADER, "비고|备注|備註|備考|摘要|notes|note|remarks|remark|comment|comments"},
};

static const char *words_of(bs_meaning meaning)
{
    for (size_t i = 0; i < BS_COUNT(rows); i++) {
        if (rows[i].meaning == meaning) return rows[i].words;
    }
    return "";
}

// Which bytes a word can begin with, so that a text is walked once whatever the number of words: a
// bit for each ASCII letter in lower case, and one of 64 for the second and third byte of a
// character of three bytes, as those of the CJK scripts are.
typedef struct beginnings {
    uint64_t ascii[2];
    uint64_t other;
} beginnings;

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

static uint64_t other_bit(const char *at)
{
    return 1ull << (((unsigned char)at[1] * 7u + (unsigned char)at[2]) & 63u);
}

static beginnings beginnings_of(bs_str words)
{
    beginnings out = {{0, 0}, 0};
    bs_str word;
    while (bs_str_next(&words, '|', &word)) {
        if (word.ptr[0] == '!') word = bs_str_slice(word, 1, word.len);
        unsigned char first = (unsigned char)lower(word.ptr[0]);
        if (first < 0x80) {
            out.ascii[first >> 6] |= 1ull << (first & 63);
        } else {
            out.other |= other_bit(word.ptr);
        }
    }
    return out;
}

static bool may_begin(const beginnings *set, bs_str text, size_t at)
{
    unsigned char first = (unsigned char)lower(text.ptr[at]);
    if (first < 0x80) return (set->ascii[first >> 6] >> (first & 63) & 1) != 0;
    return first >= 0xC0 && text.len - at >= 3 && (set->other & other_bit(text.ptr + at)) != 0;
}

static bool is_word_byte(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

// A word in Latin letters ends where its letters end.
static bool is_bounded(bs_str text, size_t start, size_t end)
{
    bool before =
        start == 0 || !is_word_byte(text.ptr[start - 1]) || !is_word_byte(text.ptr[start]);
    bool after =
        end == text.len || !is_word_byte(text.ptr[end]) || !is_word_byte(text.ptr[end - 1]);
    return before && after;
}

// The longest of `words` that stands at `at`: its bytes, 0 when none does, and whether it counts.
static size_t match_at(bs_str text, size_t at, bs_str words, bool *counts)
{
    size_t best = 0;
    bs_str word;
    while (bs_str_next(&words, '|', &word)) {
        bool plain = word.ptr[0] != '!';
        if (!plain) word = bs_str_slice(word, 1, word.len);
        if (word.len <= best || word.len > text.len - at) continue;
        if (!bs_str_equal_nocase(bs_str_slice(text, at, at + word.len), word)) continue;
        if (!is_bounded(text, at, at + word.len)) continue;
        best = word.len;
        *counts = plain;
    }
    return best;
}

// The next word at or after *at; *at moves behind it. False at the end of the text.
static bool next_word(bs_str text, size_t *at, bs_str words, const beginnings *set,
                      bs_word_hit *hit)
{
    while (*at < text.len) {
        bool counts = true;
        size_t len = may_begin(set, text, *at) ? match_at(text, *at, words, &counts) : 0;
        size_t start = *at;
        *at += len > 0 ? len : 1;
        if (len == 0 || !counts) continue;
        *hit = (bs_word_hit){start, start + len};
        return true;
    }
    return false;
}

bool bs_word_first(bs_str text, bs_meaning meaning, bs_word_hit *hit)
{
    bs_str words = bs_str_from(words_of(meaning));
    beginnings set = beginnings_of(words);
    size_t at = 0;
    return next_word(text, &at, words, &set, hit);
}

bool bs_word_last(bs_str text, bs_meaning meaning, bs_word_hit *hit)
{
    bs_str words = bs_str_from(words_of(meaning));
    beginnings set = beginnings_of(words);
    size_t at = 0;
    bool found = false;
    while (next_word(text, &at, words, &set, hit))
        found = true;
    return found;
}

static bool is_filler(uint32_t code)
{
    return bs_rune_is_space(code) || code == ':' || code == 0xFF1A || code == '(' || code == ')' ||
           code == 0xFF08 || code == 0xFF09 || code == '[' || code == ']' || code == '*' ||
           code == '<' || code == '>';
}

enum { WORD_SIZE_MAX = 64 };

bool bs_word_is(bs_str text, bs_meaning meaning)
{
    char squeezed[WORD_SIZE_MAX];
    size_t len = 0;
    for (size_t at = 0; at < text.len;) {
        bs_rune rune = bs_utf8_decode(text, at);
        bool keep =
            !is_filler(rune.code) || (rune.code == ' ' && (unsigned char)text.ptr[0] < 0x80);
        if (keep && len + rune.len > sizeof squeezed) return false;
        if (keep) memcpy(squeezed + len, text.ptr + at, rune.len);
        len += keep ? rune.len : 0;
        at += rune.len;
    }
    bs_str whole = bs_str_trim((bs_str){squeezed, len});
    bs_str rest = bs_str_from(words_of(meaning)), word;
    while (bs_str_next(&rest, '|', &word)) {
        if (bs_str_equal_nocase(whole, word)) return true;
    }
    return false;
}
