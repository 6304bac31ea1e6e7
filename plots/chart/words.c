// SPDX-License-Identifier: GPL-3.0-or-later
#include "plots/chart/words.h"

#include "engine/base/array.h"

typedef struct word_row {
    const char *ko;
    const char *zh;
    const char *ja;
    const char *en;
} word_row;

static const word_row rows[] = {
    [BS_WORD_UNIT] = {"단위: ", "单位：", "単位：", "Unit: "},
    [BS_WORD_SOURCE] = {"자료: ", "资料来源：", "出所：", "Source: "},
    [BS_WORD_NOTE] = {"주: ", "注：", "注：", "Note: "},
    [BS_WORD_ACTUAL] = {"실적", "实际值", "実績", "actual"},
    [BS_WORD_TARGET] = {"목표", "目标", "目標", "target"},
    [BS_WORD_FORECAST] = {"전망", "预测", "予測", "forecast"},
    [BS_WORD_PROVISIONAL] = {"p 잠정", "p 初步数", "p 速報", "p provisional"},
    [BS_WORD_REVISED] = {"r 수정", "r 修订数", "r 改定", "r revised"},
    [BS_WORD_ESTIMATE] = {"e 추정", "e 估计数", "e 推計", "e estimate"},
    [BS_WORD_FLAGGED] = {"점검에서 의심된 값", "核查中存疑的数值", "点検で疑われた値",
                         "value in doubt"},
    [BS_WORD_PROPOSED] = {"제안: ", "建议：", "提案：", "proposed: "},
    [BS_WORD_BOUND] = {"이상·이하", "以上或以下", "以上・以下", "at least or at most"},
    [BS_WORD_EARLIER] = {"이전 발표", "此前公布", "改定前", "published earlier"},
    [BS_WORD_BREAK] = {"계열 단절", "口径变化", "系列の断層", "break in series"},
    [BS_WORD_TOTAL] = {"전체", "合计", "全体", "total"},
    [BS_WORD_NO_DATA] = {"자료 없음", "无数据", "データなし", "no data"},
    [BS_WORD_NOT_ZERO] = {"세로축이 0에서 시작하지 않음", "纵轴不从0开始", "縦軸は0から始まらない",
                          "vertical axis does not begin at 0"},
    [BS_WORD_NOT_FROM_0] = {"0에서 시작하지 않음", "不从0开始", "0から始まらない", "not from 0"},
    [BS_WORD_FREE_AXES] = {"칸마다 세로축 눈금이 다름", "各图纵轴刻度不同",
                           "縦軸の目盛りは図ごとに異なる", "vertical scales differ between panels"},
    [BS_WORD_LOG] = {"로그 눈금", "对数刻度", "対数目盛", "log scale"},
    [BS_WORD_GROWTH] = {"증감률", "增长率", "増減率", "growth"},
    [BS_WORD_SHARE] = {"비중", "占比", "構成比", "share"},
};
_Static_assert(BS_COUNT(rows) == BS_WORD_COUNT, "every word needs a row");

bs_str bs_word_get(bs_word word, bs_lang lang)
{
    const word_row *row = &rows[word];
    return bs_str_from(lang == BS_LANG_KO   ? row->ko
                       : lang == BS_LANG_ZH ? row->zh
                       : lang == BS_LANG_JA ? row->ja
                                            : row->en);
}
