// SPDX-License-Identifier: GPL-3.0-or-later
//
// Wholes and parts in running text. A whole and its parts are numbers of one unit and one period,
// either in a paragraph or item and the items under it (one part each), or in one sentence, with
// the whole first or last. Whether the parts are all there are is never taken from layout alone:
// they add up to within rounding, their shares add up to 100, or words say that the list is
// complete.
#include <math.h>

#include "engine/analyze/relation_cue.h"
#include "engine/analyze/relation_earlier.h"
#include "engine/analyze/relation_internal.h"
#include "engine/analyze/relation_made_up.h"
#include "engine/analyze/relation_prose.h"

enum {
    CHILDREN_MAX = 40,
    SENTENCE_FIGURES_MAX = 32,
    WHOLES_MAX = 4,
    CUE_BYTES_MAX = 6,
    PAIR_BLOCKS_MAX = 2
};

// A sum that holds is no accident from here on: in layout that suggests it, and in any other.
static const double BITS_NESTED = 5;
static const double BITS_LOOSE = 9;
// Words of number that nobody puts behind what is no amount.
static const char SCALES[] = "thousand|million|billion|만|억|万|億|亿";
// Chance that a list that names a total and its parts is not complete after all.
static const double DOUBT_NAMED = 0.01;
static const double DOUBT_COMPLETE = 1e-3;
static const double DOUBT_NAMED_FAR = 0.1;
static const double DOUBT_REST = 1e-4;
static const double DOUBT_PLAIN = 0.3;
// The same for several numbers behind "of which" that come near the whole.
static const double DOUBT_OF_WHICH = 0.3;
// Parts of a complete list are not far from the whole, even with a slip in one of them.
static const double SUM_RATIO_MIN = 0.5;
static const double SUM_RATIO_MAX = 1.8;

typedef struct finder {
    bs_relations *set;
    const bs_view *view;
    size_t parts[CHILDREN_MAX];
    size_t count;
    bool apart; // whole and parts stand in different blocks without a list that ties them
} finder;

static const bs_figure *figure_at(const finder *f, size_t index)
{
    return &f->view->figures.items[index];
}

static double sum_of_parts(const finder *f)
{
    double sum = 0;
    for (size_t i = 0; i < f->count; i++)
        sum += figure_at(f, f->parts[i])->value;
    return sum;
}

// The parts' shares are all stated and add up to 100, but for the rounding of each.
static bool shares_add_up(const finder *f)
{
    bs_span sum = {0, 0};
    for (size_t i = 0; i < f->count; i++) {
        size_t share = figure_at(f, f->parts[i])->share;
        if (share == BS_NO_FIGURE) return false;
        sum = bs_span_add(sum, figure_at(f, share)->narrow);
    }
    return bs_span_holds(sum, 100);
}

static bs_status push_family(finder *f, const bs_family *family, bs_error *err)
{
    bs_family *out = BS_PUSH(f->set->arena, &f->set->families);
    size_t *parts = BS_NEW_ARRAY(f->set->arena, size_t, f->count);
    if (out == NULL || parts == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    memcpy(parts, f->parts, f->count * sizeof *parts);
    for (size_t i = 0; i < f->count; i++) {
        size_t *known = &f->set->family_of[parts[i]];
        bool better =
            *known == 0 || (family->exhaustive && !f->set->families.items[*known - 1].exhaustive);
        if (better) *known = f->set->families.count;
    }
    *out = *family;
    out->parts = parts;
    out->part_count = f->count;
    return BS_OK;
}

// What words say of a list.
typedef enum naming {
    BS_NAMED_NOT,
    BS_NAMED_PARTS,    // several numbers are announced as parts, not as all of them
    BS_NAMED_WHOLE,    // a total of what is listed is announced
    BS_NAMED_COMPLETE, // the last part is the rest, or words say that these parts make it up
} naming;

static naming named_whole(bool whole)
{
    return whole ? BS_NAMED_WHOLE : BS_NAMED_NOT;
}

// The parts gathered in f make up the whole, and not by accident.
static bool sum_holds(const finder *f, size_t whole, double bits_min)
{
    const bs_figure *figure = figure_at(f, whole);
    bs_span sum = {0, 0};
    for (size_t i = 0; i < f->count; i++)
        sum = bs_span_add(sum, figure_at(f, f->parts[i])->narrow);
    double width = bs_span_width(sum) + bs_span_width(figure->narrow);
    double bits = isfinite(width) && width > 0 ? log2(fmax(fabs(figure->value) / width, 1)) : 0;
    return bits >= bits_min && bs_span_meets(sum, figure->narrow);
}

// Judges the parts gathered in f against a whole, and keeps them when there is anything to say.
static bs_status judge(finder *f, size_t whole, bool nested, naming named, bs_error *err)
{
    if (f->count < 2) return BS_OK;
    const bs_figure *figure = figure_at(f, whole);
    bs_family family = {.whole = whole, .nested = nested, .doubt = DOUBT_PLAIN};
    family.holds = sum_holds(f, whole, nested || named ? BITS_NESTED : BITS_LOOSE);
    // Shares are those of a whole that is printed near them, not in another paragraph.
    bool shares = !f->apart && shares_add_up(f);
    double ratio = figure->value != 0 ? sum_of_parts(f) / figure->value : 0;
    bool near = ratio >= SUM_RATIO_MIN && ratio <= SUM_RATIO_MAX;
    // Shares of 100% say that the parts are all there are; not that this number is their whole.
    shares = shares && figure->share == BS_NO_FIGURE && whole < f->parts[0];
    family.exhaustive = family.holds || (shares && near);
    if (named == BS_NAMED_PARTS) family.doubt = DOUBT_OF_WHICH;
    if (shares)
        family.doubt = DOUBT_REST;
    else if (named >= BS_NAMED_WHOLE)
        family.doubt = !near                        ? DOUBT_NAMED_FAR
                       : named == BS_NAMED_COMPLETE ? DOUBT_COMPLETE
                                                    : DOUBT_NAMED;
    if (!family.exhaustive && !nested && named < BS_NAMED_WHOLE && !(named && near)) return BS_OK;
    return push_family(f, &family, err);
}

// A bare number in running text may be anything: a version, a score, a place in a list; but not one
// of thousands, "2,457 thousand".
static bool is_measured(const bs_figure *figure)
{
    bs_str text = figure->quantity->text;
    return !bs_str_equal(figure->quantity->unit, BS_STR("1")) ||
           (bs_str_find(text, BS_STR(","), 0) != SIZE_MAX && bs_str_has_any(text, SCALES));
}

enum { NAME_BYTES_MAX = 30 };

// "Exports 237, imports 179, a surplus of 58": what is left over is no part.
static bool is_balance(const finder *f, size_t index)
{
    bs_str before = bs_view_between(f->view, index > 0 ? index - 1 : BS_NO_FIGURE, index);
    if (before.len > NAME_BYTES_MAX)
        before = bs_str_slice(before, before.len - NAME_BYTES_MAX, before.len);
    return bs_cue_in(BS_CUE_BALANCE, before) ||
           bs_cue_in(BS_CUE_BALANCE, figure_at(f, index)->quantity->indicator);
}

// "(+1.2→+0.9)": two times of one thing.
static bool is_by_arrow(const finder *f, size_t index)
{
    static const bs_str arrow = BS_STR_INIT("→");
    const bs_sentence *sentence = bs_view_sentence(f->view, index);
    bs_str own = figure_at(f, index)->quantity->text;
    if (sentence == NULL) return false;
    size_t at = (size_t)(own.ptr - sentence->text.ptr);
    bs_str before = bs_str_trim(bs_str_slice(sentence->text, 0, at));
    bs_str after = bs_str_trim(bs_str_slice(sentence->text, at + own.len, sentence->text.len));
    return bs_str_ends(before, arrow) || bs_str_starts(after, arrow);
}

static bool may_be_part(const finder *f, size_t index, const bs_figure *whole)
{
    const bs_figure *figure = figure_at(f, index);
    if (is_balance(f, index) || is_by_arrow(f, index)) return false;
    return bs_figure_is_level(figure) && bs_figure_same_unit(figure, whole) && is_measured(whole) &&
           bs_figure_same_period(figure, whole);
}

// The level of the year before is not what the parts of this year make up.
static bool may_be_whole(const finder *f, size_t index)
{
    return bs_figure_is_level(figure_at(f, index)) && !bs_earlier_is(f->view, index) &&
           !is_by_arrow(f, index);
}

// The first level of the whole's unit in a passage; BS_NO_FIGURE when it has none.
static size_t part_in(const finder *f, const bs_passage *passage, const bs_figure *whole)
{
    for (size_t s = passage->first; s < passage->first + passage->count; s++) {
        const bs_sentence *sentence = &f->view->sentences.items[s];
        for (size_t i = sentence->first; i < sentence->first + sentence->count; i++) {
            if (may_be_part(f, i, whole) && !bs_earlier_is(f->view, i)) return i;
        }
    }
    return BS_NO_FIGURE;
}

// Lines behind a colon that semicolons part, without the marks of a list:
// "全国总人口1443人，其中：" and "大陆人口1411人；".
static size_t lines_end(const finder *f, size_t index)
{
    static const char *const opens[] = {"：", ":", NULL}, *const parts[] = {"；", ";", NULL};
    const bs_passage *items = f->view->passages.items;
    size_t end = index + 1;
    if (!bs_any_ends(items[index].text, opens)) return end;
    while (end < f->view->passages.count && end - index <= CHILDREN_MAX &&
           items[end].kind == BS_BLOCK_PARAGRAPH && items[end].block - items[end - 1].block <= 1) {
        end++;
        if (!bs_any_ends(items[end - 1].text, parts)) break;
    }
    return end;
}

// The run of list items of one level that begins behind passage `index`; returns its end.
static size_t children_end(const finder *f, size_t index)
{
    const bs_passage_array *passages = &f->view->passages;
    size_t first = index + 1;
    if (first >= passages->count) return first;
    if (passages->items[first].kind != BS_BLOCK_LIST_ITEM) return lines_end(f, index);
    if (passages->items[first].block - passages->items[index].block > 2) return first;
    size_t end = first;
    uint32_t block = passages->items[first].block;
    while (end < passages->count && end - first < CHILDREN_MAX) {
        const bs_passage *passage = &passages->items[end];
        if (passage->kind != BS_BLOCK_LIST_ITEM || passage->level < passages->items[first].level)
            break;
        if (passage->block - block > CHILDREN_MAX) break;
        block = passage->block;
        end++;
    }
    return end;
}

// The first number of each list item from passage `index` on that may be part of the whole.
static void gather_items(finder *f, size_t index, size_t end, size_t whole)
{
    const bs_passage *items = f->view->passages.items;
    f->count = 0;
    for (size_t i = index; i < end; i++) {
        if (items[i].level != items[index].level) continue;
        size_t part = part_in(f, &items[i], figure_at(f, whole));
        if (part != BS_NO_FIGURE) f->parts[f->count++] = part;
    }
}

// Is the last part called the rest, by the words in front of it?
static bool ends_in_rest(const finder *f)
{
    size_t last = f->parts[f->count - 1];
    size_t before = f->count > 1 ? f->parts[f->count - 2] : BS_NO_FIGURE;
    return bs_cue_in(BS_CUE_REST, bs_view_between(f->view, before, last));
}

// An item with another of its level in front of it is one of the list, and no whole of those
// behind.
static bool is_member(const finder *f, size_t index)
{
    const bs_passage *own = &f->view->passages.items[index];
    return index > 0 && own->kind == BS_BLOCK_LIST_ITEM && own[-1].kind == BS_BLOCK_LIST_ITEM &&
           own[-1].level == own->level && own[1].level == own->level &&
           own->block - own[-1].block == 1;
}

static bs_status families_of_list(finder *f, size_t index, bs_error *err)
{
    const bs_passage *parent = &f->view->passages.items[index];
    size_t end = children_end(f, index);
    if (end - index - 1 < 2 || is_member(f, index)) return BS_OK;
    const bs_passage *first = &f->view->passages.items[index + 1];
    bool nested = parent->kind != BS_BLOCK_LIST_ITEM || parent->level < first->level;
    const bs_sentence *sentence = &f->view->sentences.items[parent->first + parent->count - 1];
    size_t wholes[WHOLES_MAX], count = 0, made_up = BS_NO_FIGURE;
    size_t start = f->view->sentences.items[parent->first].first;
    for (size_t w = start; w < sentence->first + sentence->count && count < WHOLES_MAX; w++) {
        if (!may_be_whole(f, w)) continue;
        wholes[count++] = w;
        gather_items(f, index + 1, end, w);
        bool holds = f->count >= 2 && sum_holds(f, w, nested ? BITS_NESTED : BITS_LOOSE);
        if (holds && made_up == BS_NO_FIGURE) made_up = w;
    }
    for (size_t i = 0; i < count; i++) {
        size_t w = wholes[i];
        // Income of all, of townsmen and of farmers: the items make up the first of them.
        bool other = made_up != BS_NO_FIGURE && w != made_up &&
                     bs_figure_same_unit(figure_at(f, w), figure_at(f, made_up));
        if (other) continue;
        gather_items(f, index + 1, end, w);
        bool named = f->count >= 2 && !bs_cue_in(BS_CUE_AND_OTHERS, parent->text) &&
                     (bs_cue_in(BS_CUE_TOTAL, parent->text) || ends_in_rest(f));
        BS_TRY(judge(f, w, nested, named_whole(nested && named), err));
    }
    return BS_OK;
}

// "60곳(50%)이 충족했고, 이 중 30곳(50%)은": a part of the part in front.
static bool is_of_part(const finder *f, size_t index)
{
    return f->count > 0 && f->parts[f->count - 1] < index &&
           bs_cue_turns_to_part(bs_view_between(f->view, index - 1, index));
}

// "上年结转76亿元", "전년도 이월금 3억 원": what was left last year is a part of this year's means.
static bool is_carried_over(const finder *f, size_t index)
{
    enum { NAME_BYTES = 36 };
    return bs_str_has_any(bs_view_front(f->view, index, NAME_BYTES),
                          "结转|結轉|结余|結餘|이월|繰越|carried over|brought forward");
}

// Levels of the unit of `whole` in a sentence, without itself.
static void gather_parts(finder *f, const bs_sentence *sentence, size_t whole, bool behind)
{
    f->count = 0;
    for (size_t i = sentence->first; i < sentence->first + sentence->count; i++) {
        if (i == whole || (behind ? i < whole : i > whole)) continue;
        if (behind && is_of_part(f, i)) continue;
        if (f->count < CHILDREN_MAX && may_be_part(f, i, figure_at(f, whole)) &&
            (!bs_earlier_is(f->view, i) || is_carried_over(f, i)))
            f->parts[f->count++] = i;
    }
}

// "68건 중 41건을 처리하고 12건은 이송했으며 나머지 15건은": only the first number of its kind in a
// sentence is what the last one leaves the rest of.
static bool leads_its_kind(const finder *f, const bs_sentence *sentence, size_t whole)
{
    for (size_t i = sentence->first; i < whole; i++) {
        if (may_be_part(f, i, figure_at(f, whole))) return false;
    }
    return true;
}

// Whether a total is announced right before the figure: "총 78.5억", "a total of", "合计".
static bool total_before(const finder *f, size_t whole, size_t previous)
{
    static const char *const words[] = {" 총",  "모두",   "总共",     "總共",
                                        "一共", "全部で", "合わせて", NULL};
    bs_str before = bs_str_trim(bs_view_between(f->view, previous, whole));
    return bs_cue_in(BS_CUE_TOTAL, before) || bs_str_equal(before, BS_STR("총")) ||
           bs_any_ends(before, words);
}

// "按码头位置分，城区17.4万亿，郊区2.6万亿", "分产业看，第一产业…": a break-down by a
// criterion has all parts, but for those that tell of some.
static bool breaks_down(const bs_sentence *sentence)
{
    enum { HEAD_BYTES_MAX = 60 };
    static const char some[] = "主要|行业|品种|地区|产品|项目|季度|月份|国别|市场";
    bs_str text = bs_str_trim(sentence->text);
    bool by = bs_str_starts(text, BS_STR("按"));
    if (!by && !bs_str_starts(text, BS_STR("分"))) return false;
    size_t comma = bs_str_find(text, BS_STR("，"), 0);
    size_t narrow = bs_str_find(text, BS_STR(","), 0);
    bs_str head = bs_str_slice(text, 0, comma < narrow ? comma : narrow);
    return head.len <= HEAD_BYTES_MAX && !bs_str_has_any(head, some) &&
           ((by && bs_str_ends(head, BS_STR("分"))) || bs_str_ends(head, BS_STR("看")));
}

// The sentence that a break-down is of: the last one in front of it in its passage that is none
// itself, nor of a part.
static const bs_sentence *broken_down(const bs_view *view, size_t index)
{
    enum { BACK_MAX = 4 };
    const bs_sentence *own = &view->sentences.items[index];
    size_t passage = bs_view_passage(view, index);
    size_t first = passage == SIZE_MAX ? index : view->passages.items[passage].first;
    if (!breaks_down(own)) return own - 1;
    for (size_t i = index; i-- > first && index - i <= BACK_MAX;) {
        const bs_sentence *before = &view->sentences.items[i];
        if (!breaks_down(before) &&
            bs_cue_find(BS_CUE_OF_WHICH, bs_str_trim(before->text), 0, NULL) > CUE_BYTES_MAX)
            return before;
    }
    return own - 1;
}

// "死傷者数は39人であり、負傷者数のうち重傷者数は3人": do the words in front of the first part name
// another whole than the one that the number is of?
static bool names_other_whole(const finder *f, size_t whole)
{
    static const bs_str of = BS_STR_INIT("のうち");
    bs_str between = bs_view_between(f->view, whole, f->parts[0]);
    size_t at = bs_str_find(between, of, 0);
    const bs_quantity *quantity = f->view->figures.items[whole].quantity;
    if (at == SIZE_MAX || quantity->indicator.len == 0) return false;
    bs_str front = bs_str_slice(between, 0, at);
    bs_str name = bs_str_trim(bs_str_behind_last(front, "、|，|,|。|)|）|は|が|で"));
    bool told = name.len > 0 && name.len < front.len;
    return told && !bs_str_ends(quantity->indicator, name) &&
           !bs_str_ends(name, quantity->indicator) && !bs_str_equal(name, quantity->subject);
}

// "△적재(33.2%) △하역(20.4%) △정비(6.1%)": one that has the mark of the others in front
// is the first of them.
static bool is_marked_alike(const finder *f, size_t whole, size_t previous)
{
    static const char *const marks[] = {"△", "▲", "▷", "▶", "◇", "◆", "○", "●", "□", "■", "▽", "▼"};
    bs_str front = bs_view_between(f->view, previous, whole);
    bs_str behind = bs_view_between(f->view, whole, f->parts[0]);
    for (size_t i = 0; i < BS_COUNT(marks); i++) {
        if (bs_str_has_any(front, marks[i])) return bs_str_has_any(behind, marks[i]);
    }
    return false;
}

static bs_status families_of_sentence(finder *f, const bs_sentence *sentence, bs_error *err)
{
    if (sentence->count < 3 || sentence->count > SENTENCE_FIGURES_MAX) return BS_OK;
    bool open_list = bs_cue_in(BS_CUE_AND_OTHERS, sentence->text);
    bool of_which = bs_cue_in(BS_CUE_OF_WHICH, sentence->text);
    size_t end = sentence->first + sentence->count;
    for (size_t w = sentence->first; w < end; w++) {
        if (!may_be_whole(f, w)) continue;
        size_t previous = w > sentence->first ? w - 1 : BS_NO_FIGURE;
        // "..., of which 42": a part of the number before it, and no total.
        if (bs_cue_in(BS_CUE_OF_WHICH, bs_view_between(f->view, previous, w))) continue;
        bool named = total_before(f, w, previous);
        for (int behind = 0; behind < 2; behind++) {
            gather_parts(f, sentence, w, behind != 0);
            if (f->count < 2 || (behind && names_other_whole(f, w))) continue;
            if (behind && !named && is_marked_alike(f, w, previous)) continue;
            bool leads = behind && leads_its_kind(f, sentence, w);
            bool rest = leads && ends_in_rest(f);
            bool made = leads && bs_made_up_told(f->view, w, f->parts, f->count);
            bool complete = (named && !of_which) || rest || made;
            bool both = bs_made_up_are_complements(f->view, w, f->parts, f->count) &&
                        !bs_cue_in(BS_CUE_REST, sentence->text);
            naming said = named_whole((complete && !open_list) || both);
            // "610 were women, of them 130 young": a part of the first part, not of the whole.
            bool parts = of_which && behind &&
                         bs_cue_in(BS_CUE_OF_WHICH, bs_view_between(f->view, w, f->parts[0]));
            if (said == BS_NAMED_NOT && parts && !open_list) said = BS_NAMED_PARTS;
            if (said == BS_NAMED_WHOLE && (rest || made || both)) said = BS_NAMED_COMPLETE;
            BS_TRY(judge(f, w, false, said, err));
        }
    }
    return BS_OK;
}

// The words around a figure of the sentence say that it is a total, and it has no share that makes
// it a part itself: "전체 설비는 충남 25GW(19%), 경기 20GW(16%)" counts parts.
static bool is_totalled(const finder *f, const bs_sentence *sentence, size_t whole)
{
    enum { BEHIND_BYTES = 24 };
    if (figure_at(f, whole)->share != BS_NO_FIGURE) return false;
    size_t previous = whole > sentence->first ? whole - 1 : BS_NO_FIGURE;
    return bs_cue_in(BS_CUE_TOTAL, bs_view_between(f->view, previous, whole)) ||
           bs_cue_in(BS_CUE_TOTAL, bs_view_behind(f->view, whole, BEHIND_BYTES));
}

// "Trade came to 417. Of this, exports were 237 and imports 179", "Output totalled 417. Industry
// used 237 and households 179", "revenue is made up of taxes 237, grants 150 and other 30": the
// whole is in the sentence before.
static bs_status families_of_pair(finder *f, const bs_sentence *before, const bs_sentence *sentence,
                                  bs_error *err)
{
    if (sentence->count < 2 || sentence->count > SENTENCE_FIGURES_MAX) return BS_OK;
    size_t cue = bs_cue_find(BS_CUE_OF_WHICH, sentence->text, 0, NULL);
    bool of_which = cue <= CUE_BYTES_MAX;
    bool open_list = bs_cue_in(BS_CUE_AND_OTHERS, sentence->text);
    size_t wholes = 0;
    for (size_t w = before->first + before->count; w-- > before->first && wholes < WHOLES_MAX;) {
        if (!may_be_whole(f, w)) continue;
        wholes++;
        f->count = 0;
        for (size_t i = sentence->first; i < sentence->first + sentence->count; i++) {
            if (f->count < CHILDREN_MAX && may_be_part(f, i, figure_at(f, w)))
                f->parts[f->count++] = i;
        }
        bool rest = f->count >= 2 && ends_in_rest(f);
        bool split = breaks_down(sentence);
        bool totalled = f->count > 2 && is_totalled(f, before, w);
        bool complete = !open_list && (rest || totalled || (split && f->count >= 2));
        f->apart = before->block != sentence->block;
        bs_status status = judge(f, w, of_which && !f->apart, named_whole(complete), err);
        f->apart = false;
        if (status != BS_OK) return status;
    }
    return BS_OK;
}

bs_status bs_relations__add_families(bs_relations *set, bs_error *err)
{
    finder f = {.set = set, .view = set->view};
    set->family_of = BS_NEW_ARRAY(set->arena, size_t, set->view->figures.count);
    if (set->family_of == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    for (size_t i = 0; i < set->view->passages.count; i++)
        BS_TRY(families_of_list(&f, i, err));
    for (size_t i = 0; i < set->view->sentences.count; i++)
        BS_TRY(families_of_sentence(&f, &set->view->sentences.items[i], err));
    for (size_t i = 1; i < set->view->sentences.count; i++) {
        const bs_sentence *own = &set->view->sentences.items[i];
        const bs_sentence *before = broken_down(set->view, i);
        if (own->block - before->block > PAIR_BLOCKS_MAX) continue;
        BS_TRY(families_of_pair(&f, before, own, err));
    }
    return BS_OK;
}
