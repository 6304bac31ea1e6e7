// SPDX-License-Identifier: GPL-3.0-or-later
//
// precision: a conversion has no more digits than its source supports.
#include "engine/analyze/check_internal.h"
#include "engine/analyze/relation_prose.h"

// Two more digits than the source are common and harmless.
enum { DIGITS_MORE_MAX = 3 };

static int significant_digits(bs_decimal value)
{
    int64_t rest = bs_decimal_normal(value).coefficient;
    int count = 0;
    for (; rest != 0; rest /= 10)
        count++;
    return count;
}

bs_status bs_collect__precision(bs_relations *set, bs_error *err)
{
    const bs_figure *figures = set->view->figures.items;
    for (size_t i = 0; i < set->view->reading->quantities.count; i++) {
        const bs_quantity *quantity = figures[i].quantity;
        if (quantity->role != BS_ROLE_CONVERSION || !quantity->valued ||
            figures[i].of == BS_NO_FIGURE)
            continue;
        const bs_quantity *source = figures[figures[i].of].quantity;
        if (!source->valued || source->value.coefficient == 0) continue;
        int more = significant_digits(quantity->value) - significant_digits(source->value);
        if (more <= DIGITS_MORE_MAX) continue;
        bs_finding *finding = bs_relation_report(set, "precision", BS_NOTE, i);
        if (finding == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
        finding->message = bs_arena_format(
            set->arena, "%.*s has %d digits more than %.*s, which it is converted from",
            BS_STR_ARG(quantity->text), more, BS_STR_ARG(source->text));
        if (finding->message.ptr == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
        BS_TRY(bs_relation_relate(set, finding, figures[i].of, err));
    }
    return BS_OK;
}

BS_RELATION_RUN(bs_check_precision, "precision")
