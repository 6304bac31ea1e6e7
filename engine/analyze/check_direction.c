// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analyze/check_direction.h"

#include "engine/analyze/relation_cue.h"
#include "engine/analyze/relation_internal.h"
#include "engine/analyze/relation_prose.h"
#include "engine/base/utf8.h"

enum { WORD_BYTES = 64 };

typedef enum way { WAY_NONE, WAY_UP, WAY_DOWN } way;

typedef struct verb {
    bs_str word;
    bool whole; // the word may not go on: 증가 of 증가폭
    way way;
} verb;

#define UP(word, whole)                                                                            \
    {                                                                                              \
        BS_STR_INIT(word), whole, WAY_UP                                                           \
    }
#define DOWN(word, whole)                                                                          \
    {                                                                                              \
        BS_STR_INIT(word), whole, WAY_DOWN                                                         \
    }

// Verbs behind the number that a movement ends at.
static const verb behind[] = {
    UP("증가", true),      UP("상승", true),    UP("늘었", false),   UP("늘어", false),
    UP("올랐", false),     UP("올라", false),   UP("높아", false),   UP("확대", true),
    UP("급증", true),      UP("급등", true),    DOWN("감소", true),  DOWN("하락", true),
    DOWN("줄었", false),   DOWN("줄어", false), DOWN("떨어", false), DOWN("내려", false),
    DOWN("낮아", false),   DOWN("축소", true),  DOWN("급감", true),  DOWN("급락", true),
    UP("上昇", true),      UP("増加", true),    UP("増えた", false), UP("上がった", false),
    UP("高まった", false), UP("拡大", true),    DOWN("低下", true),  DOWN("減少", true),
    DOWN("減った", false), DOWN("下落", true),  DOWN("縮小", true),  DOWN("下がった", false),
};

// Verbs between the two numbers: what Chinese says in front of the one that a movement ends at.
static const verb between[] = {
    UP("提高到", false),   UP("上升到", false),   UP("增加到", false),   UP("增长到", false),
    UP("升至", false),     UP("增至", false),     UP("上升至", false),   UP("提高至", false),
    UP("增加至", false),   UP("扩大到", false),   UP("上涨到", false),   UP("上涨至", false),
    UP("上升為", false),   UP("上升为", false),   DOWN("下降到", false), DOWN("下降至", false),
    DOWN("降至", false),   DOWN("降到", false),   DOWN("减少到", false), DOWN("减少至", false),
    DOWN("减至", false),   DOWN("回落到", false), DOWN("回落至", false), DOWN("缩小到", false),
    DOWN("下降为", false), DOWN("降低到", false), DOWN("跌至", false),   DOWN("下跌至", false),
};

// Verbs right in front of "from" or "to".
static const verb english[] = {
    UP("increased", true), UP("rose", true),         UP("grew", true),
    UP("climbed", true),   UP("widened", true),      UP("jumped", true),
    UP("rising", true),    UP("increasing", true),   UP("went up", true),
    DOWN("fell", true),    DOWN("decreased", true),  DOWN("declined", true),
    DOWN("dropped", true), DOWN("shrank", true),     DOWN("narrowed", true),
    DOWN("falling", true), DOWN("decreasing", true), DOWN("went down", true),
    DOWN("slipped", true),
};

static const bs_figure *figure_at(const bs_view *view, size_t index)
{
    return &view->figures.items[index];
}

// "증가폭", "상승세가 둔화", "上昇幅": a noun of movement, and no verb.
static bool goes_on(bs_str rest)
{
    static const char *const verbs[] = {"했", "하", "해", "한", "함", "됐", "되", "돼", "된",
                                        ",",  ".",  ")",  "し", "す", "、", "。", "）", NULL};
    rest = bs_str_slice(rest, 0, WORD_BYTES);
    return rest.len > 0 && !bs_any_starts(rest, verbs);
}

static way way_behind(bs_str text)
{
    static const char *const adverbs[] = {"소폭 ",   "크게 ",    "대폭 ",  "다소 ",    "약간 ",
                                          "나란히 ", "緩やかに", "大幅に", "わずかに", "やや"};
    for (size_t i = 0; i < BS_COUNT(adverbs); i++) {
        bs_str one = bs_str_from(adverbs[i]);
        if (bs_str_starts(text, one)) text = bs_str_slice(text, one.len, text.len);
    }
    for (size_t i = 0; i < BS_COUNT(behind); i++) {
        if (!bs_str_starts(text, behind[i].word)) continue;
        bs_str rest = bs_str_slice(text, behind[i].word.len, text.len);
        return behind[i].whole && goes_on(rest) ? WAY_NONE : behind[i].way;
    }
    return WAY_NONE;
}

// "3.2%에서 2.8%로 상승했다", "2.6％から2.4％に上昇した".
static way way_of_particles(const bs_view *view, size_t early, size_t late)
{
    static const char *const from[] = {"에서", "から", NULL};
    static const char *const to[] = {"으로 ", "로 ", "까지 ", "に", "へと", "へ"};
    if (!bs_any_starts(bs_str_trim(bs_view_behind(view, early, WORD_BYTES)), from)) return WAY_NONE;
    bs_str text = bs_view_behind(view, late, WORD_BYTES);
    for (size_t i = 0; i < BS_COUNT(to); i++) {
        bs_str one = bs_str_from(to[i]);
        if (bs_str_starts(text, one))
            return way_behind(bs_str_trim(bs_str_slice(text, one.len, text.len)));
    }
    return WAY_NONE;
}

// "由2020年的75.1%提高到76.2%".
static way way_between(const bs_view *view, size_t early, size_t late)
{
    bs_str front = bs_str_trim(bs_view_front(view, early, WORD_BYTES));
    bs_str text = bs_str_trim(bs_view_between(view, late - 1, late));
    if (!bs_str_has_any(front, "由|从|從")) return WAY_NONE;
    for (size_t i = 0; i < BS_COUNT(between); i++) {
        if (bs_str_ends(text, between[i].word)) return between[i].way;
    }
    return WAY_NONE;
}

static bool ends_in_word(bs_str text, bs_str word)
{
    bool edge =
        text.len == word.len || (text.len > word.len && text.ptr[text.len - word.len - 1] == ' ');
    return edge && bs_str_ends(text, word);
}

static way way_in_front(bs_str front, bs_str joint)
{
    front = bs_str_trim(front);
    if (!ends_in_word(front, joint)) return WAY_NONE;
    front = bs_str_trim(bs_str_slice(front, 0, front.len - joint.len));
    for (size_t i = 0; i < BS_COUNT(english); i++) {
        if (ends_in_word(front, english[i].word)) return english[i].way;
    }
    return WAY_NONE;
}

// "increased from $47.2 billion in spring to $48.3 billion"; *turned where it is "rose to 48.3
// from 47.2".
static way way_in_english(const bs_view *view, size_t first, size_t second, bool *turned)
{
    bs_str one = bs_view_front(view, first, WORD_BYTES);
    bs_str two = bs_str_trim(bs_view_front(view, second, WORD_BYTES));
    way found = way_in_front(one, BS_STR("from"));
    *turned = false;
    if (found != WAY_NONE) return ends_in_word(two, BS_STR("to")) ? found : WAY_NONE;
    found = way_in_front(one, BS_STR("to"));
    *turned = true;
    return ends_in_word(two, BS_STR("from")) ? found : WAY_NONE;
}

// Whether the sentence tells by how much they differ, which is held against the two numbers.
static bool tells_change(const bs_view *view, const bs_sentence *sentence, size_t number)
{
    bool rates = bs_str_starts(figure_at(view, number)->quantity->unit, BS_STR("%"));
    for (size_t i = sentence->first; i < sentence->first + sentence->count; i++) {
        bs_role role = figure_at(view, i)->quantity->role;
        if (role == BS_ROLE_CHANGE || (role == BS_ROLE_GROWTH && !rates)) return true;
    }
    return false;
}

// "원화 가치가 1,380원에서 1,350원으로 상승", "the yen rose from 150 to 145": fewer units of one
// money for another are more of its worth.
static bool tells_worth(const bs_sentence *sentence)
{
    static const char words[] = "가치|원화|엔화|강세|약세|升值|贬值|貶值|円高|円安|円相場|yen|"
                                "currency|exchange|dollar |euro |pound |won ";
    return bs_str_has_any(sentence->text, words);
}

static bool may_move(const bs_figure *figure)
{
    const bs_quantity *own = figure->quantity;
    bool kind = own->kind == BS_KIND_QUANTITY || own->kind == BS_KIND_CURRENCY ||
                own->kind == BS_KIND_PERCENT;
    return own->valued && kind && own->qualifier == BS_EXACT && figure->value > 0 &&
           own->role != BS_ROLE_CHANGE;
}

// The number of the unit behind `first`, over times. BS_NO_FIGURE.
static size_t next_of(const bs_view *view, const bs_sentence *sentence, size_t first)
{
    for (size_t i = first + 1; i < sentence->first + sentence->count; i++) {
        bs_kind kind = figure_at(view, i)->quantity->kind;
        if (kind == BS_KIND_YEAR || kind == BS_KIND_DATE) continue;
        bool like = may_move(figure_at(view, i)) &&
                    bs_figure_same_unit(figure_at(view, first), figure_at(view, i));
        return like ? i : BS_NO_FIGURE;
    }
    return BS_NO_FIGURE;
}

static bs_status report(bs_relations *set, size_t early, size_t late, way told, bs_error *err)
{
    bs_finding *finding = bs_relation_report(set, "difference", BS_WARNING, late);
    if (finding == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    finding->message = bs_arena_format(set->arena, "from %.*s to %.*s is no %s",
                                       BS_STR_ARG(figure_at(set->view, early)->quantity->text),
                                       BS_STR_ARG(figure_at(set->view, late)->quantity->text),
                                       told == WAY_UP ? "rise" : "fall");
    finding->hint = BS_STR("the opposite word, or one of the numbers wrong?");
    if (finding->message.ptr == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    return bs_relation_relate(set, finding, early, err);
}

static bs_status check_pair(bs_relations *set, size_t first, size_t second, bs_error *err)
{
    const bs_view *view = set->view;
    size_t early = first, late = second;
    bool turned = false;
    way told = way_of_particles(view, early, late);
    if (told == WAY_NONE) told = way_between(view, early, late);
    if (told == WAY_NONE) told = way_in_english(view, first, second, &turned);
    if (told != WAY_NONE && turned) early = second, late = first;
    const bs_figure *a = figure_at(view, early), *b = figure_at(view, late);
    bool rises = b->narrow.low > a->narrow.high, falls = b->narrow.high < a->narrow.low;
    if (told == WAY_NONE || (told == WAY_UP ? !falls : !rises)) return BS_OK;
    return report(set, early, late, told, err);
}

bs_status bs_direction__collect(bs_relations *set, bs_error *err)
{
    const bs_view *view = set->view;
    for (size_t s = 0; s < view->sentences.count; s++) {
        const bs_sentence *sentence = &view->sentences.items[s];
        if (sentence->count < 2 || tells_worth(sentence)) continue;
        for (size_t i = sentence->first; i + 1 < sentence->first + sentence->count; i++) {
            size_t second =
                may_move(figure_at(view, i)) ? next_of(view, sentence, i) : BS_NO_FIGURE;
            if (second != BS_NO_FIGURE && !tells_change(view, sentence, i))
                BS_TRY(check_pair(set, i, second, err));
        }
    }
    return BS_OK;
}
