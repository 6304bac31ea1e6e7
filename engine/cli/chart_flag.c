// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cli/chart_flag.h"

#include "engine/analyze/check.h"
#include "engine/cli/message.h"
#include "engine/cli/verdicts.h"

static const bs_str none = {NULL, 0};

typedef struct phrase {
    const char *name; // code of a check, or slip of a proposal
    const char *en;
    const char *ko;
    const char *zh;
    const char *ja;
} phrase;

// What a check found, short enough to stand in a picture.
static const phrase codes[] = {
    {"sum", "A total is not the sum of its parts", "합계가 부분의 합과 다름",
     "合计与各部分之和不符", "合計が内訳の和と合わない"},
    {"share", "A share does not follow from part and whole",
     "비중이 부분과 전체에서 나온 값과 다름", "占比与部分和总量不符",
     "構成比が部分と全体に合わない"},
    {"part", "A part is larger than its whole", "부분이 전체보다 큼", "部分大于总量",
     "部分が全体より大きい"},
    {"growth", "A growth rate does not follow from the two levels",
     "증감률이 두 값에서 나온 값과 다름", "增速与两期数值不符", "増減率が二つの値に合わない"},
    {"growth-mix", "A whole grows outside the range of its parts",
     "전체의 증감률이 부분의 증감률 범위를 벗어남", "总量增速超出各部分增速的范围",
     "全体の増減率が部分の範囲を外れる"},
    {"difference", "A difference does not follow from the two values",
     "차이가 두 값에서 나온 값과 다름", "差额与两数不符", "差が二つの値に合わない"},
    {"convert", "A conversion does not agree with another one", "환산 값이 다른 환산과 맞지 않음",
     "换算值与其他换算不一致", "換算値がほかの換算と合わない"},
    {"rank", "The ranks do not follow the values", "순위와 값의 순서가 다름", "排名与数值顺序不符",
     "順位と値の順が合わない"},
    {"restate", "The same value is printed differently elsewhere",
     "같은 값이 다른 곳에 다르게 적힘", "同一数值在别处写法不同", "同じ値が別の箇所と食い違う"},
    {"bound", "A value is outside of what is possible", "있을 수 없는 범위의 값",
     "数值超出可能范围", "ありえない範囲の値"},
    {"count", "What is counted is not as many as is said", "적힌 개수와 센 개수가 다름",
     "所写数目与所列数目不符", "記された数と数えた数が違う"},
    {"ratio", "A ratio does not follow from the two values", "비율이 두 값에서 나온 값과 다름",
     "比率与两数不符", "比率が二つの値に合わない"},
    {"date", "A date contradicts another one", "날짜의 앞뒤가 맞지 않음", "日期前后不符",
     "日付の前後が合わない"},
    {"precision", "A conversion is more exact than its source", "환산 값이 원래 값보다 자세함",
     "换算值的位数多于原值", "換算値が元の値より細かい"},
    {"order", "The order is broken", "합이나 차례가 맞지 않음", "顺序不符", "順序が合わない"},
    {"digits", "A number lacks digits", "숫자의 자릿수가 맞지 않음", "数字位数不全",
     "数字の桁が欠けている"},
};

// Which slip would explain a value that its series does not.
static const phrase slips[] = {
    {"transpose", "A value leaves its path: two digits swapped?",
     "앞뒤 값과 어긋남: 이웃한 두 자리가 바뀐 듯함", "与前后数值不符：相邻两位数字疑似颠倒",
     "前後の値と合わない：隣り合う二桁が入れ替わったか"},
    {"substitute", "A value leaves its path: one digit wrong?",
     "앞뒤 값과 어긋남: 한 자리를 잘못 쓴 듯함", "与前后数值不符：一位数字疑似写错",
     "前後の値と合わない：一桁を書き誤ったか"},
    {"drop", "A value leaves its path: a digit left out?", "앞뒤 값과 어긋남: 한 자리가 빠진 듯함",
     "与前后数值不符：疑似漏写一位数字", "前後の値と合わない：一桁抜けたか"},
    {"double", "A value leaves its path: a digit doubled?",
     "앞뒤 값과 어긋남: 한 자리가 겹쳐 쓰인 듯함", "与前后数值不符：疑似重复一位数字",
     "前後の値と合わない：一桁重ねたか"},
    {"decimal", "A value leaves its path: the point misplaced?",
     "앞뒤 값과 어긋남: 소수점 자리가 밀린 듯함", "与前后数值不符：小数点疑似错位",
     "前後の値と合わない：小数点がずれたか"},
    {"sign", "A value leaves its path: the sign wrong?", "앞뒤 값과 어긋남: 부호가 바뀐 듯함",
     "与前后数值不符：正负号疑似有误", "前後の値と合わない：符号を誤ったか"},
    {"unit", "A value leaves its path: another unit?", "앞뒤 값과 어긋남: 단위가 다른 듯함",
     "与前后数值不符：单位疑似有误", "前後の値と合わない：単位が違うか"},
    {"thousand", "A value leaves its path: a comma read as a point?",
     "앞뒤 값과 어긋남: 천 단위 쉼표가 점으로 읽힌 듯함",
     "与前后数值不符：千位分隔符疑似被当作小数点",
     "前後の値と合わない：桁区切りを小数点と読んだか"},
    {"balance", "A value does not agree with the total", "합계와 맞지 않는 값", "与合计不符的数值",
     "合計と合わない値"},
    {"swap", "A value leaves its path: exchanged with another?",
     "앞뒤 값과 어긋남: 다른 값과 자리가 바뀐 듯함", "与前后数值不符：疑似与其他数值互换",
     "前後の値と合わない：別の値と入れ替わったか"},
    {"copy", "A value leaves its path: copied from its neighbour?",
     "앞뒤 값과 어긋남: 옆 값을 옮겨 쓴 듯함", "与前后数值不符：疑似误抄相邻数值",
     "前後の値と合わない：隣の値を写したか"},
};

static bs_str in_language(const phrase *p, bs_lang lang)
{
    const char *const words[BS_LANG_COUNT] = {
        [BS_LANG_EN] = p->en, [BS_LANG_KO] = p->ko, [BS_LANG_ZH] = p->zh, [BS_LANG_JA] = p->ja};
    return bs_str_from(words[lang]);
}

static bs_str look_up(const phrase *table, size_t count, const char *name, bs_lang lang)
{
    for (size_t i = 0; name != NULL && i < count; i++) {
        if (strcmp(table[i].name, name) == 0) return in_language(&table[i], lang);
    }
    return none;
}

bs_str bs_chart_doubt_headline(const bs_finding *finding, bs_lang lang)
{
    bs_str headline = look_up(codes, BS_COUNT(codes), finding->code, lang);
    const char *slip = finding->proposal_count > 0 ? finding->proposals[0].slip : NULL;
    return headline.len > 0 ? headline : look_up(slips, BS_COUNT(slips), slip, lang);
}

bs_str bs_chart_doubt_reason(const bs_finding *finding, bs_lang lang)
{
    bs_str reason = lang == BS_LANG_EN ? none : bs_chart_doubt_headline(finding, lang);
    return reason.len > 0 ? reason : finding->message;
}

// --- finding -------------------------------------------------------------------------------------

static bs_status keep(bs_chart_doubts *out, bs_arena *arena, int64_t source,
                      const bs_finding *finding, bs_error *err)
{
    bs_chart_doubt *doubt = BS_PUSH(arena, &out->items);
    if (doubt == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    *doubt = (bs_chart_doubt){source, *finding};
    return BS_OK;
}

static bs_status check_one(bs_chart_doubts *out, bs_cli *cli, bs_opened *opened, int64_t source,
                           const bs_verdict_array *verdicts, bs_error *err)
{
    bs_finding_array findings = {0};
    BS_TRY(bs_check_run(&findings, &opened->arena, &opened->reading, NULL, err));
    for (size_t i = 0; i < findings.count; i++) {
        const bs_finding *finding = &findings.items[i];
        if (finding->severity < BS_WARNING || finding->listed_only) continue;
        if (bs_verdicts_accept(verdicts, finding, &opened->arena)) continue;
        BS_TRY(keep(out, cli->arena, source, finding, err));
    }
    return BS_OK;
}

static bool is_used(const bs_stored_series_array *all, int64_t source)
{
    for (size_t i = 0; i < all->count; i++) {
        const bs_stored_series *stored = &all->items[i];
        for (size_t j = 0; j < stored->series.observations.count; j++) {
            if (stored->source_ids[j] == source) return true;
        }
    }
    return false;
}

static bs_exit find_in(bs_chart_doubts *out, bs_cli *cli, bs_store *store,
                       const bs_source_info *info, const bs_verdict_array *verdicts)
{
    bs_error err = BS_ERROR_INIT;
    bs_opened *opened = BS_NEW(cli->arena, bs_opened);
    bs_opened **place = BS_PUSH(cli->arena, &out->opened);
    if (opened == NULL || place == NULL) {
        (void)bs_fail(&err, BS_E_MEMORY, "out of memory");
        return bs_say_error(cli, &err, none, none);
    }
    *place = opened;
    const bs_open_options wish = {.lang = BS_LANG_UNKNOWN, .published = BS_PERIOD_NONE};
    bs_exit status = bs_stored_read(opened, cli, store, info, &wish);
    if (status != BS_EXIT_OK) return status;
    if (check_one(out, cli, opened, info->id, verdicts, &err) == BS_OK) return BS_EXIT_OK;
    return bs_say_error(cli, &err, none, none);
}

bs_exit bs_chart_doubts_find(bs_chart_doubts *out, bs_cli *cli, bs_store *store,
                             const bs_stored_series_array *all)
{
    bs_error err = BS_ERROR_INIT;
    bs_source_info_array sources = {0};
    bs_verdict_array verdicts = {0};
    bs_verdict_place place = {store};
    if (bs_store_sources(&sources, cli->arena, store, &err) != BS_OK ||
        bs_verdicts_read(&verdicts, cli->arena, place, &err) != BS_OK) {
        return bs_say_error(cli, &err, none, none);
    }
    for (size_t i = 0; i < sources.count; i++) {
        if (!is_used(all, sources.items[i].id)) continue;
        bs_exit status = find_in(out, cli, store, &sources.items[i], &verdicts);
        if (status != BS_EXIT_OK) return status;
    }
    return BS_EXIT_OK;
}

void bs_chart_doubts_deinit(bs_chart_doubts *doubts)
{
    for (size_t i = 0; i < doubts->opened.count; i++)
        bs_opened_deinit(doubts->opened.items[i]);
    *doubts = (bs_chart_doubts){{0}, {0}};
}

const bs_finding *bs_chart_doubts_of(const bs_chart_doubts *doubts, int64_t source,
                                     const bs_origin *origin)
{
    for (size_t i = 0; i < doubts->items.count; i++) {
        const bs_chart_doubt *doubt = &doubts->items.items[i];
        const bs_origin *about = &doubt->finding.origin;
        bool same_line = doubt->source == source && about->line == origin->line && origin->line > 0;
        bool meets = about->column <= origin->end_column && about->end_column >= origin->column;
        if (same_line && meets) return &doubt->finding;
    }
    return NULL;
}
