// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analyze/relation_cue.h"

#include <stdint.h>

#include "engine/base/array.h"
#include "engine/base/utf8.h"

enum { LIST_WORDS_MAX = 96, NAME_LETTERS_MAX = 64 };

static const char *const lists[][LIST_WORDS_MAX] = {
    [BS_CUE_TOTAL] = {"합계", "총계",    "총합",      "총합계",   "전체",   "계",          "총액",
                      "총수", "전국",    "合计",      "总计",     "總計",   "总额",        "總額",
                      "共计", "共計",    "总数",      "總數",     "总量",   "總量",        "全国",
                      "全國", "合計",    "総計",      "総額",     "総数",   "総數",        "全体",
                      "全體", "計",      "计",        "total",    "totals", "grand total", "all",
                      "sum",  "overall", "all items", "totalled", "totaled"},
    [BS_CUE_TOTAL_ALONE] = {"그룹",        "전사",       "전 산업", "전산업",  "전업종",
                            "도 전체",     "시 전체",    "연결",    "全市",    "全省",
                            "全县",        "全縣",       "全区",    "全區",    "全州",
                            "全行业",      "全行業",     "全社",    "全県",    "全店",
                            "全産業",      "県計",       "市計",    "都計",    "府計",
                            "道計",        "区計",       "區計",    "町計",    "村計",
                            "連結",        "グループ計", "group",   "company", "consolidated",
                            "whole group", "nationwide"},
    [BS_CUE_SUBTOTAL] = {"소계", "중계", "小计", "小計", "중간합계", "subtotal", "sub-total",
                         "sub total"},
    [BS_CUE_WHOLE] = {"전체의", "전체에서",      "전체 중",       "총액의",
                      "총계의", "총수의",        "전체 금액의",   "全体の",
                      "総額の", "総数の",        "全体に占める",  "占全部",
                      "佔全部", "占总额",        "佔總額",        "占总数",
                      "佔總數", "占总量",        "佔總量",        "占比",
                      "佔比",   "占总",          "佔總",          "占全",
                      "佔全",   "of the total",  "of total",      "of the whole",
                      "of all", "of that total", "of this total", "share of the total"},
    [BS_CUE_OF_WHICH] = {"이 중",       "이중",        "그중",       "그 중",      "가운데",
                         "이 가운데",   "이 가운데서", "其中",       "当中，",     "當中，",
                         "うち",        "このうち",    "そのうち",   "内訳",       "內訳",
                         "of which",    "of this",     "of these",   "of that",    "of those",
                         "of whom",     "of them",     "among whom", "among them", "among these",
                         "of the total"},
    [BS_CUE_AND_OTHERS] = {"등",           "等",      "など",         "including", "such as",
                           "among others", "etc",     "mainly",       "주로",      "notably",
                           "for example",  "e.g.",    "for instance", "주요",      "主要",
                           "主に",         "largest", "leading",      "상위",      "top"},
    [BS_CUE_REST] = {"기타",   "나머지",    "그 외",     "그외",     "其他", "其它",
                     "其余",   "其餘",      "その他",    "残り",     "残る", "남은",
                     "剩余",   "剩下",      "尚有",      "the rest", "rest", "other",
                     "others", "remainder", "remaining", "leaving"},
    [BS_CUE_REBASED] = {"실질",
                        "불변가격",
                        "불변 가격",
                        "기준 변경",
                        "기준변경",
                        "기준 개편",
                        "개편",
                        "동일 기준",
                        "계절조정",
                        "물가를 감안",
                        "물가 조정",
                        "환율 영향 제외",
                        "可比口径",
                        "可比口徑",
                        "可比价",
                        "可比價",
                        "不变价",
                        "不變價",
                        "同口径",
                        "同口徑",
                        "可比",
                        "调整后",
                        "剔除",
                        "实际增长",
                        "實際增長",
                        "口径",
                        "口徑",
                        "実質",
                        "調整後",
                        "基準改定",
                        "同一基準",
                        "既存店",
                        "real terms",
                        "in real",
                        "constant prices",
                        "comparable basis",
                        "like-for-like",
                        "like for like",
                        "organic",
                        "constant currenc",
                        "constant exchange",
                        "local currenc",
                        "underlying basis",
                        "currency-adjusted",
                        "rebased"},
    [BS_CUE_REAL] = {"총생산",         "국민소득",     "부가가치액",   "총부가가치",
                     "경제성장",       "生产总值",     "生產總值",     "生产毛额",
                     "生產毛額",       "增加值",       "总产值",       "總產值",
                     "产业产值",       "固定资产投资", "固定資產投資", "规模以上",
                     "規模以上",       "限额以上",     "限額以上",     "总生产",
                     "総生産",         "国民所得",     "総付加価値",   "GDP",
                     "GRDP",           "GNI",          "GNP",          "GVA",
                     "gross domestic", "gross value",  "value added",  "gross output",
                     "national income"},
    [BS_CUE_NOMINAL] = {"명목", "경상", "现价", "現價", "名义", "名義", "名目", "nominal",
                        "current prices", "current-price"},
    [BS_CUE_YEARLY] = {"연평균",          "연간 평균",      "연 평균",        "매년",
                       "해마다",          "年均",           "年平均",         "每年",
                       "年复合",          "年複合",         "复合增长",       "複合增長",
                       "複合成長",        "毎年",           "年率",           "CAGR",
                       "compound annual", "annual average", "average annual", "average yearly",
                       "annual rate",     "annualised",     "annualized",     "average of",
                       "averaging"},
    [BS_CUE_SHARE] = {"비중",
                      "구성비",
                      "점유율",
                      "비율",
                      "比重",
                      "占比",
                      "佔比",
                      "构成",
                      "構成",
                      "份额",
                      "份額",
                      "構成比",
                      "比率",
                      "割合",
                      "シェア",
                      "share",
                      "shares",
                      "% of total",
                      "percent of total",
                      "proportion"},
    [BS_CUE_GROWTH] = {"증감률",      "증가율",         "증감율",
                       "성장률",      "상승률",         "전년 대비",
                       "전년대비",    "전년동기대비",   "전년비",
                       "전기비",      "전월비",         "등락률",
                       "同比",        "环比",           "環比",
                       "增长",        "增長",           "增速",
                       "增幅",        "增减率",         "增減率",
                       "涨幅",        "漲幅",           "前年比",
                       "前年同期比",  "前期比",         "前月比",
                       "増減率",      "伸び率",         "成長率",
                       "変化率",      "growth",         "change",
                       "% change",    "percent change", "y/y",
                       "yoy",         "year on year",   "increase",
                       "on the year", "on the quarter", "on the month",
                       "变动比例",    "变动幅度",       "变动率",
                       "變動比例",    "變動幅度",       "變動率",
                       "增减比例",    "增减幅度",       "增減比例",
                       "增減幅度",    "变动（%",        "变动(%",
                       "변동률",      "변동율",         "변화율",
                       "증감비",      "증감폭",         "増加率",
                       "伸率",        "伸び",           "騰落率",
                       "chg",         "var %",          "vs. prior year"},
    [BS_CUE_DIFFERENCE] = {"증감",     "차이",       "차",     "수지", "순증", "격차",    "增减",
                           "增減",     "差额",       "收支",   "出超", "入超", "顺差",    "順差",
                           "逆差",     "净额",       "淨額",   "増減", "差引", "差額",    "収支",
                           "balance",  "difference", "change", "net",  "gap",  "surplus", "deficit",
                           "variance", "var",        "diff",   "差異", "差异", "차액",    "증감액",
                           "增减额",   "増減額"},
    [BS_CUE_RATIO] = {"1인당",      "인당",    "당",      "평균",       "비율",
                      "율",         "률",      "밀도",    "人均",       "每",
                      "平均",       "密度",    "率",      "当たり",     "あたり",
                      "per",        "average", "ratio",   "rate",       "density",
                      "per capita", "mean",    "as % of", "% of total", "as a percentage of"},
    [BS_CUE_RATE] = {"환율", "환산", "매매기준율", "汇率", "匯率", "折合率", "摺合率", "中间价",
                     "中間價", "為替", "換算レート", "レート", "exchange rate", "at a rate",
                     "rate of"},
    [BS_CUE_PLAN] = {"예정", "계획", "전망",     "목표",   "앞으로",  "향후",    "까지", "부터",
                     "시행", "예상", "계획이다", "할 것",  "将",      "將",      "计划", "計劃",
                     "预计", "預計", "目标",     "拟",     "擬",      "起",      "截至", "届时",
                     "屆時", "予定", "見込",     "見通し", "目標",    "計画",    "計畫", "まで",
                     "から", "will", "plan",     "plans",  "planned", "expected"},
    [BS_CUE_PAST] = {"했다",      "하였다",    "됐다",     "되었다", "했으며",    "하였으며",
                     "발표함",    "개최함",    "밝혔다",   "발표했", "열렸다",    "发布了",
                     "發佈了",    "公布了",    "公佈了",   "召开了", "召開了",    "了",
                     "した",      "された",    "行われた", "was",    "were",      "had",
                     "published", "announced", "released", "held",   "took place"},
    [BS_CUE_TOGETHER] = {"together", "combined", "jointly", "합쳐", "합치면", "합하면", "합한",
                         "합친", "합산", "合计", "合計", "合わせ", "あわせ", "共占", "共佔"},
    [BS_CUE_BEHIND] = {"에 이어", "뒤를 이어", "다음으로", "仅次于", "僅次於", "次于", "次於",
                       "に次ぐ", "に次いで", "second only to", "next only to", "behind only"},
    [BS_CUE_RANK] = {"순위", "등수", "석차", "排名", "名次", "位次", "順位", "rank", "ranking"},
    [BS_CUE_BALANCE] =
        {

            "수지",    "흑자",    "적자",      "出超",   "入超",       "顺差",
            "順差",    "逆差",    "差额",      "差額",   "结余",       "結餘",
            "収支",    "黒字",    "赤字",      "差引",   "差し引き",   "balance",
            "surplus", "deficit", "trade gap", "순유입", "순유출",     "净流入",
            "净流出",  "净额",    "純流入",    "純流出", "net inflow", "net outflow"},
    [BS_CUE_EXPORTS] = {"수출", "수입액", "세입", "出口", "收入", "輸出", "歳入", "収入", "유입",
                        "流入", "exports", "revenue", "receipts", "inflow", "inflows"},
    [BS_CUE_IMPORTS] = {"수입", "지출", "세출", "进口", "進口", "支出", "輸入", "歳出", "imports",
                        "spending", "expenditure", "outlays", "유출", "流出", "outflow",
                        "outflows"},
    [BS_CUE_EACH] = {"각각", "分别", "分別", "それぞれ", "各々", "respectively"},
    [BS_CUE_EARLIER] = {"전년",
                        "전년도",
                        "전년동기",
                        "전년 동기",
                        "지난해",
                        "작년",
                        "전월",
                        "전기",
                        "전분기",
                        "上年",
                        "prior-year",
                        "前回",
                        "지난 조사",
                        "year before",
                        "a year before",
                        "去年",
                        "上年同期",
                        "去年同期",
                        "上月",
                        "上季度",
                        "前年",
                        "昨年",
                        "前年同期",
                        "前月",
                        "前期",
                        "year earlier",
                        "year ago",
                        "previous year",
                        "prior year",
                        "month earlier",
                        "previous month",
                        "去年同月",
                        "上年同月",
                        "年初",
                        "期初",
                        "연초",
                        "전월말",
                        "前年同月",
                        "전년동월",
                        "전년 동월",
                        "전 분기",
                        "직전 분기",
                        "전주",
                        "지난달",
                        "작년 같은 달",
                        "지난해 같은 달",
                        "上季",
                        "上一季",
                        "上一季度",
                        "上周",
                        "上週",
                        "前四半期",
                        "前週",
                        "previous quarter",
                        "quarter earlier",
                        "prior quarter",
                        "previous week",
                        "week earlier",
                        "last quarter",
                        "last month",
                        "전일",
                        "전날",
                        "전 거래일",
                        "전거래일",
                        "前営業日",
                        "전주말",
                        "전년 말",
                        "전년말",
                        "上周末",
                        "上月末",
                        "上年末",
                        "前一日",
                        "前一天",
                        "前一周",
                        "前一交易日",
                        "上一交易日",
                        "前值",
                        "前日",
                        "前週末",
                        "前月末",
                        "前年末",
                        "前期末",
                        "期首",
                        "previous day",
                        "day earlier"},
    [BS_CUE_CONTRIBUTION] = {"기여도", "기여율", "寄与度", "寄与", "贡献", "貢獻", "拉动", "拉動",
                             "contribution", "contributions", "contributed"},
};
_Static_assert(BS_COUNT(lists) == BS_CUE_COUNT, "every class of words needs its list");

static bool is_latin_letter(bs_rune rune)
{
    return rune.len > 0 && (bs_rune_is_latin(rune.code) || (rune.code >= '0' && rune.code <= '9'));
}

static bool stands_alone(bs_str text, size_t at, size_t len)
{
    if (!is_latin_letter(bs_utf8_decode(text, at))) return true;
    return !is_latin_letter(bs_utf8_decode_before(text, at)) &&
           !is_latin_letter(bs_utf8_decode(text, at + len));
}

// Offset of `word` at or after `from`, in either case where it is Latin.
static size_t find_one(bs_str text, bs_str word, size_t from)
{
    bool latin = (unsigned char)word.ptr[0] < 0x80;
    if (!latin) return bs_str_find(text, word, from);
    for (size_t at = from; at + word.len <= text.len; at++) {
        bs_str here = {text.ptr + at, word.len};
        if ((here.ptr[0] | 0x20) != (word.ptr[0] | 0x20)) continue;
        if (bs_str_equal_nocase(here, word) && stands_alone(text, at, word.len)) return at;
    }
    return SIZE_MAX;
}

static bool is_letter(uint32_t code)
{
    return bs_rune_is_hangul(code) || bs_rune_is_han(code) || bs_rune_is_kana(code);
}

// A word of one character for a total is one where no other character is beside it: not in 统计,
// 통계 or 세계.
static size_t find_single(bs_str text, bs_str word, size_t from)
{
    for (size_t at = bs_str_find(text, word, from); at != SIZE_MAX;
         at = bs_str_find(text, word, at + word.len)) {
        if (!is_letter(bs_utf8_decode_before(text, at).code) &&
            !is_letter(bs_utf8_decode(text, at + word.len).code))
            return at;
    }
    return SIZE_MAX;
}

size_t bs_cue_find(bs_cue word, bs_str text, size_t from, size_t *len)
{
    size_t best = SIZE_MAX;
    size_t best_len = 0;
    for (size_t i = 0; i < LIST_WORDS_MAX && lists[word][i] != NULL; i++) {
        bs_str one = bs_str_from(lists[word][i]);
        bool single = word == BS_CUE_TOTAL && bs_utf8_count(one) == 1;
        size_t at = single ? find_single(text, one, from) : find_one(text, one, from);
        if (at == SIZE_MAX) continue;
        if (at < best || (at == best && one.len > best_len)) {
            best = at;
            best_len = one.len;
        }
    }
    if (len != NULL) *len = best_len;
    return best;
}

bool bs_cue_in(bs_cue word, bs_str text)
{
    return bs_cue_find(word, text, 0, NULL) != SIZE_MAX;
}

bool bs_cue_turns_to_part(bs_str between)
{
    // "540 of them, were in favour and 30% of the 900 firms": the number in front is the part.
    static const char *const own[] = {"of them", "of these", "of those",
                                      "of this", "of that",  NULL};
    bs_str words = bs_str_trim(between);
    if (bs_any_starts(words, own)) words = bs_str_slice(words, strlen("of them"), words.len);
    return bs_cue_in(BS_CUE_OF_WHICH, words) && !bs_str_has_any(between, "of the total");
}

// A letter or digit that names are compared by, folded; 0 for blanks and marks.
static uint32_t letter_of(uint32_t code)
{
    code = bs_rune_fold_width(code);
    if (code >= 'A' && code <= 'Z') return code - 'A' + 'a';
    if ((code >= '0' && code <= '9') || bs_rune_is_latin(code) || bs_rune_is_hangul(code) ||
        bs_rune_is_han(code) || bs_rune_is_kana(code))
        return code;
    return 0;
}

static size_t letters_of(bs_str text, uint32_t out[NAME_LETTERS_MAX])
{
    size_t count = 0;
    for (size_t at = 0; at < text.len && count < NAME_LETTERS_MAX;) {
        bs_rune rune = bs_utf8_decode(text, at);
        uint32_t letter = letter_of(rune.code);
        if (letter != 0) out[count++] = letter;
        at += rune.len;
    }
    return count;
}

enum { LABEL_BYTES_MAX = 96 };

// A label without the marks around it and the blanks in it: "( 합  계 )" is 합계. Too long a label
// is no single word, and gives nothing.
static bs_str core_of(bs_str label, char room[LABEL_BYTES_MAX])
{
    size_t len = 0;
    for (size_t at = 0; at < label.len;) {
        bs_rune rune = bs_utf8_decode(label, at);
        bool keep = letter_of(rune.code) != 0 || rune.code == '-';
        if (keep && len + rune.len > LABEL_BYTES_MAX) return (bs_str){0};
        if (keep) memcpy(room + len, label.ptr + at, rune.len);
        if (keep) len += rune.len;
        at += rune.len;
    }
    return (bs_str){room, len};
}

bool bs_cue_is(bs_cue cue, bs_str label)
{
    char room[LABEL_BYTES_MAX];
    bs_str core = core_of(label, room);
    for (size_t i = 0; core.len > 0 && i < LIST_WORDS_MAX && lists[cue][i] != NULL; i++) {
        if (bs_str_equal_nocase(core, bs_str_from(lists[cue][i]))) return true;
    }
    return false;
}

bool bs_cue_heads(bs_cue cue, bs_str label)
{
    uint32_t letters[NAME_LETTERS_MAX];
    label = bs_str_trim(label);
    if (bs_cue_is(cue, label)) return true;
    for (size_t i = 0; i < LIST_WORDS_MAX && lists[cue][i] != NULL; i++) {
        bs_str one = bs_str_from(lists[cue][i]);
        if (one.len > label.len) continue;
        size_t tail = label.len - one.len;
        bool starts = bs_str_equal_nocase(bs_str_slice(label, 0, one.len), one) &&
                      stands_alone(label, 0, one.len);
        bool ends = bs_str_equal_nocase(bs_str_slice(label, tail, label.len), one) &&
                    stands_alone(label, tail, one.len);
        if ((starts || ends) && letters_of(one, letters) >= 2) return true;
    }
    return false;
}

double bs_name_likeness(bs_str a, bs_str b)
{
    uint32_t left[NAME_LETTERS_MAX];
    uint32_t right[NAME_LETTERS_MAX];
    bool used[NAME_LETTERS_MAX] = {false};
    size_t n = letters_of(a, left);
    size_t m = letters_of(b, right);
    if (n == 0 || m == 0) return 0;
    if (n == m && memcmp(left, right, n * sizeof left[0]) == 0) return 1;
    if (n < 2 || m < 2) return 0;
    size_t shared = 0;
    for (size_t i = 0; i + 1 < n; i++) {
        for (size_t k = 0; k + 1 < m; k++) {
            if (used[k] || left[i] != right[k] || left[i + 1] != right[k + 1]) continue;
            used[k] = true;
            shared++;
            break;
        }
    }
    return 2.0 * (double)shared / (double)(n - 1 + m - 1);
}

bool bs_any_starts(bs_str text, const char *const *words)
{
    for (; *words != NULL; words++) {
        if (bs_str_starts(text, bs_str_from(*words))) return true;
    }
    return false;
}

bool bs_any_ends(bs_str text, const char *const *words)
{
    text = bs_str_trim(text);
    for (; *words != NULL; words++) {
        if (bs_str_ends(text, bs_str_from(*words))) return true;
    }
    return false;
}

bool bs_any_is(bs_str text, const char *const *words)
{
    for (; *words != NULL; words++) {
        if (bs_str_equal(text, bs_str_from(*words))) return true;
    }
    return false;
}

// Cuts words for a total, and what only joins words, off both ends.
static bs_str without_totals(bs_str words)
{
    static const char *const marks[] = {"total ", "all ", "the ", "overall ", "전체 ", "총 ",
                                        "全体",   "全部", "全",   "总",       "総",    "占"};
    static const char *const tails[] = {"의",   "の",   "的",   "比重", "总额", "总值",
                                        "总量", "総額", "総量", "全体", "總額"};
    for (bool cut = true; cut;) {
        cut = false;
        words = bs_str_trim(words);
        for (size_t i = 0; i < BS_COUNT(marks); i++) {
            bs_str mark = bs_str_from(marks[i]);
            if (words.len <= mark.len || !bs_str_starts(words, mark)) continue;
            words = bs_str_slice(words, mark.len, words.len);
            cut = true;
        }
        for (size_t i = 0; i < BS_COUNT(tails); i++) {
            bs_str tail = bs_str_from(tails[i]);
            if (words.len <= tail.len || !bs_str_ends(words, tail)) continue;
            words = bs_str_slice(words, 0, words.len - tail.len);
            cut = true;
        }
    }
    return words;
}

double bs_name_share(bs_str words, bs_str name)
{
    uint32_t left[NAME_LETTERS_MAX];
    uint32_t right[NAME_LETTERS_MAX];
    bs_str named = without_totals(words);
    size_t n = letters_of(named, left);
    size_t m = letters_of(name, right);
    // "of the total" says of no total which one it is.
    if (n < 2 || m < 2 || bs_cue_is(BS_CUE_TOTAL, named)) return 0;
    size_t shared = 0;
    for (size_t i = 0; i + 1 < n; i++) {
        for (size_t k = 0; k + 1 < m; k++) {
            if (left[i] != right[k] || left[i + 1] != right[k + 1]) continue;
            shared++;
            break;
        }
    }
    return (double)shared / (double)(n - 1);
}
