// SPDX-License-Identifier: GPL-3.0-or-later
//
// "6개 부처(...)", "four regions (Northern, Central, Southern and Coastal)",
// "三类：交通、水利、城市更新": a number of things, and right behind it, in parentheses or behind a
// colon, their names. Words such as "and others" leave the list open; figures among the names make
// it no list of names.
#include "engine/analyze/check_count_list.h"

#include "engine/analyze/relation_cue.h"
#include "engine/analyze/relation_internal.h"
#include "engine/analyze/relation_prose.h"
#include "engine/base/utf8.h"

enum { COUNT_MIN = 2, COUNT_MAX = 20, NOUN_BYTES_MAX = 30, NAME_BYTES_MAX = 60, GAP_MAX = 2 };

// The names of a list: how many, and how many if words for "and" part names, too.
typedef struct names {
    size_t min;
    size_t max;
} names;

static bool is_count(const bs_figure *figure)
{
    const bs_quantity *quantity = figure->quantity;
    bool counted = bs_str_starts(quantity->unit, BS_STR("count:")) ||
                   bs_str_equal(quantity->unit, BS_STR("1"));
    return figure->sentence != SIZE_MAX && quantity->kind == BS_KIND_QUANTITY && counted &&
           quantity->qualifier == BS_EXACT && quantity->value.scale == 0 &&
           quantity->value.coefficient >= COUNT_MIN && quantity->value.coefficient <= COUNT_MAX;
}

static bool is_mark(uint32_t code)
{
    return code == ',' || code == '.' || code == ';' || code == ')' || code == 0xFF0C ||
           code == 0x3002 || code == 0x3001 || code == 0xFF1B || code == 0xFF09;
}

// The text of the names behind the number and its noun; empty when no list opens there.
static bs_str list_behind(bs_str text)
{
    size_t at = 0;
    bs_rune rune = {0};
    while (at < text.len && at <= NOUN_BYTES_MAX) {
        rune = bs_utf8_decode(text, at);
        at += rune.len;
        uint32_t code = bs_rune_fold_width(rune.code);
        if (code == '(' || code == ':') break;
        if (is_mark(rune.code) || (code >= '0' && code <= '9')) return (bs_str){0};
    }
    uint32_t open = bs_rune_fold_width(rune.code);
    if (open != '(' && open != ':') return (bs_str){0};
    size_t end = at;
    while (end < text.len) {
        rune = bs_utf8_decode(text, end);
        uint32_t code = bs_rune_fold_width(rune.code);
        if (open == '(' ? code == ')' : rune.code == 0x3002 || rune.code == ';' || code == '.')
            break;
        end += rune.len;
    }
    if (open == '(' && end == text.len) return (bs_str){0};
    return bs_str_trim(bs_str_slice(text, at, end));
}

static bool holds_figures(bs_str list)
{
    for (size_t at = 0; at < list.len;) {
        bs_rune rune = bs_utf8_decode(list, at);
        uint32_t code = bs_rune_fold_width(rune.code);
        if ((code >= '0' && code <= '9') || code == ':' || code == '(') return true;
        at += rune.len;
    }
    return false;
}

static size_t conjunctions_in(bs_str name)
{
    static const char *const words[] = {" and ", " or ", " & ", "와 ", "과 ", " 및 ",
                                        "和",    "与",   "與",  "及",  "と",  "以及"};
    size_t count = 0;
    for (size_t i = 0; i < BS_COUNT(words); i++)
        count += bs_str_find(name, bs_str_from(words[i]), 0) != SIZE_MAX;
    return count;
}

// A comma parts names, but where 、 or · does, it ends the list.
static bool count_names(bs_str list, names *out)
{
    static const uint32_t inner[] = {0x3001, 0x00B7, 0x30FB, 0x318D};
    bool marked = false;
    for (size_t at = 0; at < list.len && !marked;) {
        bs_rune rune = bs_utf8_decode(list, at);
        for (size_t i = 0; i < BS_COUNT(inner); i++)
            marked = marked || rune.code == inner[i];
        at += rune.len;
    }
    *out = (names){0, 0};
    size_t start = 0;
    for (size_t at = 0; at <= list.len;) {
        bs_rune rune = bs_utf8_decode(list, at);
        bool comma = rune.code == ',' || rune.code == 0xFF0C;
        bool parts = rune.len == 0 || comma;
        for (size_t i = 0; i < BS_COUNT(inner); i++)
            parts = parts || rune.code == inner[i];
        if (parts) {
            bs_str name = bs_str_trim(bs_str_slice(list, start, at));
            if (name.len == 0 || name.len > NAME_BYTES_MAX) return false;
            bool joined = bs_str_starts(name, BS_STR("and ")) || bs_str_starts(name, BS_STR("or "));
            out->min++;
            out->max += 1 + (joined ? 0 : conjunctions_in(name));
            start = at + rune.len;
        }
        if (rune.len == 0 || (comma && marked)) break;
        at += rune.len;
    }
    return out->min >= COUNT_MIN;
}

// The count as a word, where the printed one is a word; empty where there is none.
static bs_str in_words(bs_str printed, size_t count)
{
    static const char *const words[] = {"two",   "three", "four", "five",   "six",   "seven",
                                        "eight", "nine",  "ten",  "eleven", "twelve"};
    bool known = false;
    for (size_t i = 0; i < BS_COUNT(words); i++)
        known = known || bs_str_equal_nocase(printed, bs_str_from(words[i]));
    if (!known || count < 2 || count - 2 >= BS_COUNT(words)) return (bs_str){0};
    return bs_str_from(words[count - 2]);
}

static bs_status report(bs_relations *set, size_t index, names found, bs_error *err)
{
    const bs_figure *figure = &set->view->figures.items[index];
    bs_finding *finding = bs_relation_report(set, "count", BS_WARNING, index);
    if (finding == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    size_t count = found.max;
    finding->message = bs_arena_format(set->arena, "%.*s is announced, but %zu names follow",
                                       BS_STR_ARG(finding->observed), count);
    bs_str proposal =
        bs_mend__print(set->arena, set->view, figure, (bs_decimal){(int64_t)count, 0});
    if (proposal.ptr == NULL) proposal = in_words(finding->observed, count);
    if (proposal.ptr != NULL) {
        finding->hint = bs_arena_format(set->arena, "%.*s?", BS_STR_ARG(proposal));
        finding->proposals[finding->proposal_count++] = (bs_proposal){proposal, 0.6, "balance"};
    }
    return finding->message.ptr ? BS_OK : bs_fail(err, BS_E_MEMORY, "out of memory");
}

bs_status bs_count__check_list(bs_relations *set, size_t index, bs_error *err)
{
    const bs_view *view = set->view;
    if (!is_count(&view->figures.items[index])) return BS_OK;
    const bs_sentence *sentence = bs_view_sentence(view, index);
    const bs_quantity *quantity = view->figures.items[index].quantity;
    size_t end = (size_t)(quantity->text.ptr + quantity->text.len - sentence->text.ptr);
    bs_str list = list_behind(bs_str_slice(sentence->text, end, sentence->text.len));
    names found;
    if (list.len == 0 || holds_figures(list) || bs_cue_in(BS_CUE_AND_OTHERS, list)) return BS_OK;
    if (!count_names(list, &found)) return BS_OK;
    size_t stated = (size_t)quantity->value.coefficient;
    if (stated >= found.min && stated <= found.max) return BS_OK;
    // Two words in parentheses are as often a remark as a list.
    size_t gap = stated > found.max ? stated - found.max : found.min - stated;
    if (found.max <= COUNT_MIN || gap > GAP_MAX) return BS_OK;
    return report(set, index, found, err);
}
