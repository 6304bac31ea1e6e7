// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/report/words.h"

#include "engine/base/array.h"
#include "engine/base/buffer.h"

#define ROW(en, ko, zh, ja)                                                                        \
    {                                                                                              \
        [BS_LANG_EN] = (en), [BS_LANG_KO] = (ko), [BS_LANG_ZH] = (zh), [BS_LANG_JA] = (ja)         \
    }

// clang-format off
static const char *const words[][BS_LANG_COUNT] = {
    [BS_SAY_REPORT] = ROW("Report on published numbers", "수치 점검 보고서", "数字核查报告", "数値点検報告"),
    [BS_SAY_SKIP] = ROW("Skip to the content", "본문으로 건너뛰기", "跳到正文", "本文へ移動"),
    [BS_SAY_THEME] = ROW("Light or dark", "밝게 / 어둡게", "浅色 / 深色", "明るく / 暗く"),
    [BS_SAY_CONTENTS] = ROW("Contents", "차례", "目录", "目次"),
    [BS_SAY_SUMMARY] = ROW("Summary", "요약", "摘要", "概要"),
    [BS_SAY_DOCUMENTS] = ROW("Documents", "문서", "文档", "文書"),
    [BS_SAY_FINDINGS] = ROW("Findings", "확인이 필요한 수치", "存疑数字", "確認が必要な数値"),
    [BS_SAY_TABLES] = ROW("Tables and charts", "표와 그림", "表格与图表", "表と図"),
    [BS_SAY_SERIES] = ROW("All series", "전체 계열", "全部序列", "すべての系列"),
    [BS_SAY_TEXT] = ROW("The document, line by line", "문서 원문", "文档原文", "文書の原文"),
    [BS_SAY_TEXT_AROUND] = ROW("The document is long: what is shown are the lines around the findings.",
                               "문서가 길어 지적된 줄의 앞뒤만 실었습니다.",
                               "文档较长，只列出存疑数字前后的各行。", "文書が長いため、指摘のある行の前後だけを示します。"),
    [BS_SAY_READ] = ROW("{0} and {1} were read from {2}.", "{2}에서 {0}를 읽어 {1}로 엮었습니다.",
                        "从 {2}中读出 {0}，组成 {1}。", "{2}から {0}を読み取り、{1}にまとめました。"),
    [BS_SAY_FOUND] = ROW("The checks raise {0}: {1}.", "점검에서 {0}이 나왔습니다. {1}입니다.",
                         "核查发现 {0}：{1}。", "点検では {0}が見つかりました。{1}です。"),
    [BS_SAY_FOUND_NONE] = ROW("The checks found nothing to question. That does not prove that every number is right.",
                              "점검에서 문제가 된 수치는 없었습니다. 모든 수치가 맞다는 증명은 아닙니다.",
                              "核查未发现疑点，但这并不证明每个数字都正确。",
                              "点検で問題となる数値はありませんでした。すべての数値が正しいことの証明ではありません。"),
    [BS_SAY_LEGEND] = ROW("An error cannot be true as printed, a warning is probably wrong, a note is worth a look. "
                          "The document itself was not changed.",
                          "오류는 인쇄된 그대로는 맞을 수 없는 값, 주의는 틀렸을 가능성이 큰 값, 참고는 한 번 더 볼 만한 값입니다. "
                          "문서는 고치지 않았습니다.",
                          "“错误”指按原文不可能成立，“警告”指很可能有误，“提示”指值得再看一眼。文档本身未作改动。",
                          "「誤り」は記載のままでは成り立たない値、「警告」はおそらく誤っている値、「注記」は念のため見ておきたい値です。"
                          "文書には手を加えていません。"),
    [BS_SAY_FIRST] = ROW("First of all", "먼저 볼 것", "首先要看", "まず見るもの"),
    [BS_SAY_NO_DOCUMENT] = ROW("There is no document to report on.", "보고할 문서가 없습니다.", "没有可报告的文档。",
                               "対象となる文書がありません。"),
    [BS_SAY_COUNT_DOCUMENTS] = ROW("{0} documents", "문서 {0}건", "{0} 份文档", "{0} 件の文書"),
    [BS_SAY_COUNT_DOCUMENT] = ROW("one document", "문서 1건", "1 份文档", "1 件の文書"),
    [BS_SAY_COUNT_NUMBERS] = ROW("{0} numbers", "숫자 {0}개", "{0} 个数字", "{0} 個の数値"),
    [BS_SAY_COUNT_NUMBER] = ROW("one number", "숫자 1개", "1 个数字", "1 個の数値"),
    [BS_SAY_COUNT_SERIES] = ROW("{0} series", "계열 {0}개", "{0} 个序列", "{0} 個の系列"),
    [BS_SAY_COUNT_ONE_SERIES] = ROW("one series", "계열 1개", "1 个序列", "1 個の系列"),
    [BS_SAY_COUNT_FINDINGS] = ROW("{0} findings", "지적 {0}건", "{0} 处疑点", "{0} 件の指摘"),
    [BS_SAY_COUNT_FINDING] = ROW("one finding", "지적 1건", "1 处疑点", "1 件の指摘"),
    [BS_SAY_COUNT_ERRORS] = ROW("{0} errors", "오류 {0}건", "错误 {0} 处", "誤り {0} 件"),
    [BS_SAY_COUNT_ERROR] = ROW("one error", "오류 1건", "错误 1 处", "誤り 1 件"),
    [BS_SAY_COUNT_WARNINGS] = ROW("{0} warnings", "주의 {0}건", "警告 {0} 处", "警告 {0} 件"),
    [BS_SAY_COUNT_WARNING] = ROW("one warning", "주의 1건", "警告 1 处", "警告 1 件"),
    [BS_SAY_COUNT_NOTES] = ROW("{0} notes", "참고 {0}건", "提示 {0} 处", "注記 {0} 件"),
    [BS_SAY_COUNT_NOTE] = ROW("one note", "참고 1건", "提示 1 处", "注記 1 件"),
    [BS_SAY_JOIN] = ROW("{0}, {1}", "{0}, {1}", "{0}、{1}", "{0}、{1}"),
    [BS_SAY_ERROR] = ROW("Error", "오류", "错误", "誤り"),
    [BS_SAY_WARNING] = ROW("Warning", "주의", "警告", "警告"),
    [BS_SAY_NOTE] = ROW("Note", "참고", "提示", "注記"),
    [BS_SAY_ERRORS] = ROW("Errors", "오류", "错误", "誤り"),
    [BS_SAY_WARNINGS] = ROW("Warnings", "주의", "警告", "警告"),
    [BS_SAY_NOTES] = ROW("Notes", "참고", "提示", "注記"),
    [BS_SAY_LINE] = ROW("line {0}", "{0}행", "第 {0} 行", "{0} 行目"),
    [BS_SAY_COLUMN] = ROW("column {0}", "{0}열", "第 {0} 列", "{0} 列目"),
    [BS_SAY_PRINTED] = ROW("Printed", "인쇄된 값", "原文", "記載値"),
    [BS_SAY_PROPOSED] = ROW("Proposed", "제안", "建议", "提案"),
    [BS_SAY_OR] = ROW("or", "또는", "或", "または"),
    [BS_SAY_EVIDENCE] = ROW("Evidence", "근거", "依据", "根拠"),
    [BS_SAY_COMPARED] = ROW("Compared with", "대조한 값", "对照数字", "照合した値"),
    [BS_SAY_PROBABILITY] = ROW("wrong with a probability of {0}%", "틀렸을 확률 {0}%", "出错概率 {0}%", "誤りの確率 {0}%"),
    [BS_SAY_FINDING] = ROW("finding {0}", "지적 {0}", "疑点 {0}", "指摘 {0}"),
    [BS_SAY_SHOW_LINE] = ROW("Go to the line", "원문에서 보기", "查看原文", "原文を見る"),
    [BS_SAY_TABLE] = ROW("Table {0}", "표 {0}", "表 {0}", "表 {0}"),
    [BS_SAY_CONTINUED] = ROW("continued", "이어짐", "续", "続き"),
    [BS_SAY_ROWS_LEFT] = ROW("{0} of {1} rows are shown.", "{1}행 가운데 {0}행을 실었습니다.", "共 {1} 行，此处列出 {0} 行。",
                             "{1} 行のうち {0} 行を示します。"),
    [BS_SAY_COLS_LEFT] = ROW("{0} of {1} columns are shown.", "{1}열 가운데 {0}열을 실었습니다.",
                             "共 {1} 列，此处列出 {0} 列。", "{1} 列のうち {0} 列を示します。"),
    [BS_SAY_LINES_LEFT] = ROW("{0} lines are not shown", "{0}줄 생략", "略去 {0} 行", "{0} 行を省略"),
    [BS_SAY_LETTERS_LEFT] = ROW("{0} more characters", "{0}자 더 있음", "另有 {0} 个字符", "ほか {0} 文字"),
    [BS_SAY_SERIES_LEFT] = ROW("{0} of {1} series are listed; the download has all of them.",
                               "계열 {1}개 가운데 {0}개를 실었습니다. 내려받는 파일에는 모두 있습니다.",
                               "共 {1} 个序列，此处列出 {0} 个；下载文件中有全部序列。",
                               "{1} 系列のうち {0} 系列を示します。ダウンロードにはすべて入っています。"),
    [BS_SAY_FIGURES_LEFT] = ROW("Charts are drawn of the first {0} of {1} groups of series.",
                                "계열 묶음 {1}개 가운데 {0}개를 그렸습니다.", "共 {1} 组序列，绘出前 {0} 组。",
                                "{1} 組の系列のうち {0} 組を図にしました。"),
    [BS_SAY_DOWNLOAD] = ROW("Download", "내려받기", "下载", "ダウンロード"),
    [BS_SAY_VALUES_CSV] = ROW("Values (CSV)", "값 (CSV)", "数值（CSV）", "値（CSV）"),
    [BS_SAY_FINDINGS_CSV] = ROW("Findings (CSV)", "지적 사항 (CSV)", "疑点（CSV）", "指摘（CSV）"),
    [BS_SAY_SEARCH] = ROW("Search the series", "계열 찾기", "查找序列", "系列を探す"),
    [BS_SAY_SEARCH_HINT] = ROW("name, unit, period ...", "이름, 단위, 시기 …", "名称、单位、时期……", "名称、単位、時期…"),
    [BS_SAY_SHOWN] = ROW("{0} of {1} series", "계열 {1}개 중 {0}개", "{1} 个序列中的 {0} 个", "{1} 系列中 {0} 系列"),
    [BS_SAY_SHOW_ALL] = ROW("Show all", "모두 보기", "全部显示", "すべて表示"),
    [BS_SAY_NAME] = ROW("Series", "계열", "序列", "系列"),
    [BS_SAY_GROUP] = ROW("Table or section", "표 또는 절", "表或章节", "表・節"),
    [BS_SAY_DOCUMENT] = ROW("Document", "문서", "文档", "文書"),
    [BS_SAY_UNIT] = ROW("Unit", "단위", "单位", "単位"),
    [BS_SAY_FREQUENCY] = ROW("Frequency", "주기", "频率", "周期"),
    [BS_SAY_PERIOD] = ROW("Period", "기간", "时期", "期間"),
    [BS_SAY_VALUES] = ROW("Values", "값 수", "数值数", "値の数"),
    [BS_SAY_LAST] = ROW("Latest", "최근 값", "最新值", "最新値"),
    [BS_SAY_DOUBTED] = ROW("Findings", "지적", "疑点", "指摘"),
    [BS_SAY_DATE] = ROW("Date", "날짜", "日期", "日付"),
    [BS_SAY_NUMBERS] = ROW("Numbers", "숫자", "数字", "数値"),
    [BS_SAY_INFERRED] = ROW("{0}, inferred", "{0}(추정)", "{0}（推断）", "{0}（推定）"),
    [BS_SAY_MADE] = ROW("Made by {0}. This page needs no network.", "{0}으로 만들었습니다. 이 페이지는 네트워크 없이 열립니다.",
                        "由 {0} 生成。本页无需联网。", "{0} で作成。このページはネットワークを使いません。"),
    [BS_SAY_TARGET] = ROW("target", "목표", "目标", "目標"),
    [BS_SAY_FORECAST] = ROW("forecast", "전망", "预测", "見通し"),
    [BS_SAY_PROVISIONAL] = ROW("provisional", "잠정", "初步", "速報"),
    [BS_SAY_REVISED] = ROW("revised", "수정", "修订", "改定"),
    [BS_SAY_ESTIMATE] = ROW("estimate", "추정", "估计", "推計"),
    [BS_SAY_ANNUAL] = ROW("annual", "연", "年度", "年次"),
    [BS_SAY_HALF] = ROW("half-yearly", "반기", "半年度", "半期"),
    [BS_SAY_QUARTER] = ROW("quarterly", "분기", "季度", "四半期"),
    [BS_SAY_MONTH] = ROW("monthly", "월", "月度", "月次"),
    [BS_SAY_TENDAY] = ROW("ten-day", "순", "旬", "旬"),
    [BS_SAY_WEEK] = ROW("weekly", "주", "周", "週次"),
    [BS_SAY_DAY] = ROW("daily", "일", "日", "日次"),
};
// clang-format on
_Static_assert(BS_COUNT(words) == BS_SAY_COUNT_OF_WORDS, "every word needs a row");

bs_str bs_report_word_get(bs_report_word word, bs_lang lang)
{
    return bs_str_from(words[word][lang == BS_LANG_UNKNOWN ? BS_LANG_EN : lang]);
}

bs_str bs_report_say(bs_arena *arena, bs_report_word word, bs_lang lang,
                     const bs_report_values *values)
{
    bs_str pattern = bs_report_word_get(word, lang);
    bs_buffer out = BS_BUFFER_INIT;
    for (size_t at = 0; at < pattern.len; at++) {
        bool place = pattern.ptr[at] == '{' && at + 2 < pattern.len && pattern.ptr[at + 2] == '}';
        size_t number = place ? (size_t)(pattern.ptr[at + 1] - '0') : BS_SAY_PLACES_MAX;
        if (number < BS_SAY_PLACES_MAX) {
            bs_buffer_add(&out, values->items[number]);
            at += 2;
        } else {
            bs_buffer_add_char(&out, pattern.ptr[at]);
        }
    }
    bs_str text = bs_arena_str(arena, bs_buffer_str(&out));
    bs_buffer_deinit(&out);
    return text;
}
