// SPDX-License-Identifier: GPL-3.0-or-later
// "무역수지는 12억 달러 적자", "a trade balance with a deficit of $12 million": a balance that is
// printed without a sign, and called a deficit by a word beside it, has the word in its name; the
// same number of a surplus would be another thing.
#include "engine/extract/extract_internal.h"
#include "engine/extract/label_internal.h"
#include "engine/extract/words.h"

// Names of accounts that may end on either side of zero.
static bool may_be_either(bs_str name)
{
    return bs_list_ends(name, "수지|손익|収支|損益|收支|balance|Balance|result|Result");
}

// The word for a deficit beside the number; empty where there is none.
static bs_str word_beside(const bs_quantity *self, const bs__passage *passage)
{
    bs_str text = passage->text;
    bs_str after = bs_str_trim(bs_str_slice(text, bs__label_end(self, text), text.len));
    bs_str before = bs_str_trim(bs_str_slice(text, 0, bs__label_start(self, text)));
    switch (passage->lang) {
    case BS_LANG_KO:
        if (bs_list_starts(after, "의 ")) after = bs_str_slice(after, strlen("의 "), after.len);
        return bs_list_starts(after, "적자|손실") ? bs_str_slice(after, 0, strlen("적자"))
                                                  : (bs_str){0};
    case BS_LANG_JA:
        if (bs_list_starts(after, "の")) after = bs_str_slice(after, strlen("の"), after.len);
        return bs_list_starts(after, "赤字|損失") ? bs_str_slice(after, 0, strlen("赤字"))
                                                  : (bs_str){0};
    case BS_LANG_EN:
        if (bs_list_ends(before, "deficit of")) return BS_STR("deficit");
        return bs_list_ends(before, "loss of") ? BS_STR("loss") : (bs_str){0};
    default:
        return (bs_str){0};
    }
}

// "1조 원 적자로 전년 동기(2조 원)보다": what the balance was, in the bracket of its time, is on
// the same side, unless a word there says otherwise.
static bool is_same_side(const bs_quantity *self, const bs_quantity *before, bs_str old,
                         bs_str text)
{
    static const char others[] = "흑자|이익|黒字|利益|surplus|profit";
    size_t end = bs__label_end(self, text);
    bs_str behind = bs_str_trim(bs_str_slice(text, end, text.len));
    bs_str between = bs__label_between(before, self, text);
    return old.len > 0 && bs_str_equal(self->indicator, old) &&
           bs_str_equal(self->unit, before->unit) && bs_str_has_any(between, "(|（") &&
           !bs_str_has_any(between, ")|）") && bs_list_starts(behind, ")|）") &&
           !bs_str_has_any(between, others);
}

void bs__label_deficits(bs__job *job, const bs__passage *passage, size_t first)
{
    bs_quantity_array *all = &job->out->quantities;
    bs_str old = {0}, last = {0}; // name and word of the last deficit
    size_t at = BS_NO_QUANTITY;
    for (size_t i = first; passage->table == 0 && i < all->count; i++) {
        bs_quantity *self = &all->items[i];
        bool amount = self->kind == BS_KIND_CURRENCY || self->kind == BS_KIND_QUANTITY;
        if (!amount || self->role != BS_ROLE_LEVEL || self->value.coefficient < 0 ||
            !may_be_either(self->indicator))
            continue;
        bs_str word = word_beside(self, passage);
        bool next = at != BS_NO_QUANTITY && at + 1 == i;
        if (word.len == 0 && next && is_same_side(self, &all->items[at], old, passage->text))
            word = last;
        if (word.len == 0) continue;
        old = self->indicator;
        last = word;
        at = i;
        const char *open = passage->lang == BS_LANG_JA   ? "（"
                           : passage->lang == BS_LANG_KO ? "("
                                                         : " (";
        const char *close = passage->lang == BS_LANG_JA ? "）" : ")";
        bs_str made = bs_arena_format(job->arena, "%.*s%s%.*s%s", BS_STR_ARG(self->indicator), open,
                                      BS_STR_ARG(word), close);
        if (made.ptr != NULL) self->indicator = made;
    }
}
