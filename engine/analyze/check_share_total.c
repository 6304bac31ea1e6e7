// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analyze/check_share_total.h"

#include "engine/analyze/relation_cue.h"
#include "engine/analyze/relation_prose.h"

enum { PARTS_MAX = 12, WORD_BYTES = 32, BETWEEN_BYTES_MAX = 90 };

// Words call it the sum of the percentages in front, which may be some of them alone.
static const double DOUBT_TOTAL = 2e-3;

static const bs_figure *figure_at(const bs_relations *set, size_t index)
{
    return &set->view->figures.items[index];
}

static bool is_percentage(const bs_figure *figure)
{
    const bs_quantity *quantity = figure->quantity;
    return quantity->valued && quantity->kind == BS_KIND_PERCENT && figure->value > 0 &&
           bs_str_equal(quantity->unit, BS_STR("%")) && quantity->qualifier == BS_EXACT &&
           (quantity->role == BS_ROLE_LEVEL || quantity->role == BS_ROLE_SHARE);
}

// "로 모두", "，合计占", "、合わせて", ", together": right in front of the number.
static bool is_called_sum(const bs_relations *set, size_t index)
{
    static const char *const words[] = {
        "모두",   "합계",   "합쳐",     "합치면",   "합하면",   "합해",     "합계는", "합이",
        "合计",   "合计占", "合计达",   "合计为",   "合計",     "共占",     "合計占", "合計達",
        "合計は", "合計で", "合わせて", "together", "combined", "in total", "in all", NULL};
    return bs_any_ends(bs_view_front(set->view, index, WORD_BYTES), words);
}

// The percentages in front of `total` in its sentence, one behind the other. Returns how many.
static size_t parts_before(const bs_relations *set, size_t total, size_t parts[PARTS_MAX])
{
    const bs_sentence *sentence = bs_view_sentence(set->view, total);
    size_t count = 0;
    for (size_t i = total; i-- > sentence->first && count < PARTS_MAX;) {
        if (!is_percentage(figure_at(set, i))) break;
        if (bs_view_between(set->view, i, i + 1).len > BETWEEN_BYTES_MAX) break;
        parts[count++] = i;
    }
    return count;
}

static bs_status check_total(bs_relations *set, size_t total, bs_error *err)
{
    size_t parts[PARTS_MAX];
    size_t count = parts_before(set, total, parts);
    double sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += figure_at(set, parts[i])->value;
    // More than a whole, and no list: they overlap.
    if (count < 2 || sum > 100) return BS_OK;
    bs_relation *relation = bs_relation_push(set, "sum", BS_FORM_SUM, count + 1);
    if (relation == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    relation->scope = BS_SCOPE_LIKELY;
    relation->doubt = DOUBT_TOTAL;
    relation->what = "the sum of its parts";
    relation->terms[0] = total;
    for (size_t i = 0; i < count; i++)
        relation->terms[count - i] = parts[i];
    return BS_OK;
}

bs_status bs_share__collect_totals(bs_relations *set, bs_error *err)
{
    for (size_t i = 0; i < set->view->reading->quantities.count; i++) {
        const bs_figure *figure = figure_at(set, i);
        if (figure->sentence != SIZE_MAX && figure->quantity->origin.table == 0 &&
            is_percentage(figure) && is_called_sum(set, i))
            BS_TRY(check_total(set, i, err));
    }
    return BS_OK;
}
