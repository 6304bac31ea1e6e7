// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analyze/check_ratio_out_of.h"

#include "engine/analyze/check_share_words.h"
#include "engine/analyze/relation_cue.h"
#include "engine/analyze/relation_prose.h"
#include "engine/base/utf8.h"
#include "engine/core/out_of.h"

enum { NAME_BYTES_MAX = 90, STEM_CHARACTERS = 2, FRONT_BYTES = 40, BEHIND_BYTES = 20 };

// The rate is called by what has been done, but may be that of another pair.
static const double DOUBT_CALLED = 0.002;

// Words for a rate, as they end.
static const char tails[] = "률|율|率|rate";

// Rates that are of what was to be done, whatever was done.
static bool is_of_deeds(bs_str name)
{
    static const char *const names[] = {"달성률",          "달성율",
                                        "진척률",          "진도율",
                                        "공정률",          "완료율",
                                        "이행률",          "추진율",
                                        "집행률",          "완성률",
                                        "达成率",          "達成率",
                                        "进度完成率",      "完成率",
                                        "执行率",          "執行率",
                                        "達成率",          "進捗率",
                                        "完了率",          "整備率",
                                        "実施率",          "完工率",
                                        "开工率",          "投产率",
                                        "办结率",          "結案率",
                                        "completion rate", "take-up rate",
                                        "success rate",    "occupancy rate",
                                        "acceptance rate", "response rate",
                                        "pass rate",       "attendance rate",
                                        "approval rate",   "recovery rate",
                                        "clearance rate",  NULL};
    return bs_any_ends(name, names);
}

// The words that a rate is called by: those in front of it up to its tail, without a particle.
static bs_str name_of(bs_str between)
{
    size_t end = 0;
    for (bs_str rest = bs_str_from(tails), tail; bs_str_next(&rest, '|', &tail);) {
        for (size_t at = bs_str_find(between, tail, 0); at != SIZE_MAX;
             at = bs_str_find(between, tail, at + tail.len)) {
            if (at + tail.len > end) end = at + tail.len;
        }
    }
    return bs_str_slice(between, 0, end);
}

// "합격해 합격률은", "已入住1520户，入住率": the verb in front of the rate, or of its part, has its
// stem.
static bool repeats_verb(bs_str name, bs_str before_part)
{
    bs_str tail = bs_str_longest_end(name, tails);
    if (tail.len == 0) return false;
    size_t stem_end = name.len - tail.len, stem = stem_end;
    for (int i = 0; i < STEM_CHARACTERS && stem > 0; i++)
        stem -= bs_utf8_decode_before(name, stem).len;
    bs_str word = bs_str_trim(bs_str_slice(name, stem, stem_end));
    return word.len >= strlen("합격") &&
           (bs_str_find(bs_str_slice(name, 0, stem), word, 0) != SIZE_MAX ||
            bs_str_find(before_part, word, 0) != SIZE_MAX);
}

// "预算安排3200万元，实际支出2560万元", "予算額3,200百万円に対し": what was to be done, and what
// was.
static bool is_plan_and_deed(const bs_view *view, size_t plan, size_t deed)
{
    static const char planned[] =
        "计划|計劃|预算|預算|目标|目標|任务|任務|計画|予算|목표|계획|예산|共有|总数|總數|应";
    static const char done[] =
        "已|实际|實際|完成|建成|竣工|实现|実績|執行|支出|済|達成|실적|실제|집행|완료";
    static const char *const held[] = {"に対し", "に対して", "에 대해", "대비", NULL};
    bs_str words = bs_view_front(view, plan, FRONT_BYTES);
    bool told = bs_str_has_any(bs_view_between(view, plan, deed), done);
    return bs_str_has_any(words, planned) &&
           (told || bs_any_starts(bs_view_behind(view, plan, BEHIND_BYTES), held));
}

static bool is_rate(const bs_figure *figure)
{
    const bs_quantity *quantity = figure->quantity;
    return quantity->valued && quantity->kind == BS_KIND_PERCENT &&
           bs_str_equal(quantity->unit, BS_STR("%")) &&
           (quantity->role == BS_ROLE_LEVEL || quantity->role == BS_ROLE_SHARE) &&
           figure->sentence != SIZE_MAX && figure->of == BS_NO_FIGURE;
}

static bool are_told(const bs_view *view, size_t whole, size_t part)
{
    const bs_figure *figures = view->figures.items;
    if (!bs_figure_is_level(&figures[whole]) || !bs_figure_is_level(&figures[part]) ||
        !bs_figure_same_unit(&figures[whole], &figures[part]) ||
        figures[part].quantity->unit.len == 0 || figures[part].quantity->unit.ptr[0] == '%')
        return false;
    bs_str between = bs_view_between(view, whole, part);
    return bs_out_of_joins(between) || is_plan_and_deed(view, whole, part) ||
           bs_share__whole_out_of(view, part) == whole;
}

// The last relation that states each figure, from 1; 0 for none.
static bs_status find_stated(size_t **out, const bs_relations *set, bs_error *err)
{
    *out = BS_NEW_ARRAY(set->arena, size_t, set->view->figures.count);
    if (*out == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    for (size_t i = 0; i < set->items.count; i++)
        (*out)[set->items.items[i].terms[0]] = i + 1;
    return BS_OK;
}

static bool is_known(const bs_relations *set, const size_t *stated, size_t rate)
{
    if (stated[rate] == 0) return false;
    const bs_relation *relation = &set->items.items[stated[rate] - 1];
    return relation->scope != BS_SCOPE_HINT && relation->term_count == 3 &&
           relation->terms[1] == rate - 1 && relation->terms[2] == rate - 2;
}

bs_status bs_ratio__collect_out_of(bs_relations *set, bs_error *err)
{
    const bs_view *view = set->view;
    size_t *stated;
    BS_TRY(find_stated(&stated, set, err));
    for (size_t i = 2; i < view->reading->quantities.count; i++) {
        const bs_figure *rate = &view->figures.items[i];
        if (!is_rate(rate) || i < view->sentences.items[rate->sentence].first + 2 ||
            !are_told(view, i - 2, i - 1) || is_known(set, stated, i))
            continue;
        bs_str between = bs_view_between(view, i - 1, i);
        bs_str name = between.len <= NAME_BYTES_MAX ? name_of(between) : (bs_str){0};
        if (name.len == 0 ||
            !(is_of_deeds(name) || repeats_verb(name, bs_view_between(view, i - 2, i - 1))))
            continue;
        BS_TRY(bs_relation_add(set,
                               &(bs_relation_spec){.code = "ratio",
                                                   .form = BS_FORM_QUOTIENT,
                                                   .scope = BS_SCOPE_LIKELY,
                                                   .doubt = DOUBT_CALLED,
                                                   .terms = {i, i - 1, i - 2},
                                                   .term_count = 3,
                                                   .factor = 100},
                               err));
    }
    return BS_OK;
}
