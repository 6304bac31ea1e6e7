// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analyze/relation_plan.h"

#include "engine/analyze/relation_cue.h"
#include "engine/analyze/relation_prose.h"

enum { WORD_BYTES = 40 };

// What stands between the word for the plan and its number or the percentage.
static const char *const particles[] = {"은", "는",   "인",     "이", "약",     "（", "(",  "为",
                                        "的", "총",   "は",     "の", "である", "约", "의", "대비",
                                        "比", "でも", "に対し", "에", "로",     NULL};

static const char *const plans[] = {
    "목표",   "목표치",   "목표액", "목표량",   "계획",     "계획량",   "계획치", "예산",
    "예산액", "예산현액", "할당량", "할당액",   "정원",     "전망치",   "任务",   "任务数",
    "任务量", "目标",     "目标数", "目标值",   "目标任务", "计划",     "计划数", "计划任务",
    "预算",   "预算数",   "预算额", "定额",     "配额",     "任務",     "任務數", "目標",
    "目標數", "計劃",     "計劃數", "預算",     "預算數",   "預算額",   "目標値", "目標額",
    "目標数", "計画",     "計画値", "計画額",   "計画数",   "予算",     "予算額", "予算現額",
    "予想",   "予想値",   "見通し", "募集人員", "入学定員", "募集定員", NULL};

// "a target of", "its budget of" in front of a number; "target", "budget" behind it.
static const char *const english[] = {
    "target", "targets", "targeted", "goal",  "goals",   "budget",   "budgets",   "budgeted",
    "quota",  "quotas",  "plan",     "plans", "planned", "forecast", "objective", NULL};

static bs_str without_particles(bs_str text)
{
    for (size_t before = SIZE_MAX; text.len != before;) {
        before = text.len;
        text = bs_str_trim(text);
        for (size_t i = 0; particles[i] != NULL; i++) {
            bs_str one = bs_str_from(particles[i]);
            if (bs_str_ends(text, one)) text.len -= one.len;
        }
    }
    return text;
}

static bool is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

// Does an English word for a plan begin here, or end here?
static bool has_word(bs_str text, bool at_end)
{
    for (size_t i = 0; english[i] != NULL; i++) {
        bs_str one = bs_str_from(english[i]);
        if (one.len > text.len) continue;
        size_t at = at_end ? text.len - one.len : 0;
        size_t edge = at_end ? at : one.len;
        bool cut = at_end ? edge == 0 || !is_letter(text.ptr[edge - 1])
                          : edge == text.len || !is_letter(text.ptr[edge]);
        if (cut && bs_str_equal_nocase(bs_str_slice(text, at, at + one.len), one)) return true;
    }
    return false;
}

// "target of", "the planned".
static bool ends_english(bs_str front)
{
    front = bs_str_trim(front);
    static const char *const between[] = {"of", "for", "of about", "of $", "of €", "of £", NULL};
    for (size_t i = 0; between[i] != NULL; i++) {
        bs_str one = bs_str_from(between[i]);
        if (bs_str_ends(front, one))
            front = bs_str_trim(bs_str_slice(front, 0, front.len - one.len));
    }
    return has_word(front, true);
}

static bool ends_plan(bs_str front)
{
    return bs_any_ends(without_particles(front), plans);
}

bool bs_plan_is(const bs_view *view, size_t level)
{
    if (bs_view_sentence(view, level) == NULL) return false;
    bs_str front = bs_view_front(view, level, WORD_BYTES);
    return ends_plan(front) || ends_english(front) ||
           has_word(bs_str_trim(bs_view_behind(view, level, WORD_BYTES)), false);
}

bool bs_plan_is_held(const bs_view *view, size_t level)
{
    static const char *const marks[] = {"의", "的", "の", NULL};
    static const char *const about[] = {"약", "约", "約", NULL};
    const bs_sentence *sentence = bs_view_sentence(view, level);
    if (sentence == NULL || level + 1 >= sentence->first + sentence->count ||
        view->figures.items[level + 1].quantity->kind != BS_KIND_PERCENT)
        return false;
    bs_str between = bs_str_trim(bs_view_between(view, level, level + 1));
    for (size_t i = 0; about[i] != NULL; i++) {
        bs_str one = bs_str_from(about[i]);
        if (between.len > one.len && bs_str_ends(between, one))
            between = bs_str_trim(bs_str_slice(between, 0, between.len - one.len));
    }
    return bs_any_is(between, marks);
}

// "of its target", "of the annual budget": up to three words behind "of".
static bool is_of_english(bs_str behind)
{
    enum { WORDS_MAX = 4 };
    behind = bs_str_trim(behind);
    if (!bs_str_starts(behind, BS_STR("of "))) return false;
    for (int i = 0; i < WORDS_MAX; i++) {
        size_t blank = bs_str_find(behind, BS_STR(" "), 0);
        if (blank == SIZE_MAX) return false;
        bs_str word = bs_str_slice(behind, 0, blank);
        if (bs_str_find(word, BS_STR(","), 0) != SIZE_MAX) return false;
        behind = bs_str_slice(behind, blank + 1, behind.len);
        if (has_word(behind, false)) return true;
    }
    return false;
}

// "完成任务数的实际进度为76.4%": the clause in front names a plan, which is not part of the name of
// an account, "港口公共预算收入的58.4%".
static bool clause_names_plan(const bs_view *view, size_t share)
{
    static const char accounts[] = "预算收入|预算支出|預算收入|預算支出|预算总收入|预算总支出";
    bs_str clause =
        bs_str_behind_last(bs_view_between(view, BS_NO_FIGURE, share), "，|；|。|、|, ");
    if (bs_str_has_any(clause, accounts)) return false;
    for (size_t i = 0; plans[i] != NULL; i++) {
        if (bs_str_find(clause, bs_str_from(plans[i]), 0) != SIZE_MAX) return true;
    }
    return bs_str_has_any(clause, "target|plan|budget");
}

bool bs_plan_is_share(const bs_view *view, size_t share)
{
    const bs_sentence *sentence = bs_view_sentence(view, share);
    if (sentence == NULL) return false;
    if (is_of_english(bs_view_behind(view, share, WORD_BYTES))) return true;
    if (clause_names_plan(view, share)) return true;
    bs_str front = bs_view_front(view, share, WORD_BYTES);
    bs_str rest = without_particles(front);
    if (rest.len == 0 && share > sentence->first) return bs_plan_is(view, share - 1);
    return rest.len > 0 && bs_any_ends(rest, plans);
}
