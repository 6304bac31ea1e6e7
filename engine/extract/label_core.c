// SPDX-License-Identifier: GPL-3.0-or-later
// What an English phrase names, without the place in front of it, what stands in dashes, and how it
// moved.
#include "engine/extract/label_internal.h"
#include "engine/extract/words.h"

#include <string.h>

// "JOHANNESBURG": the place in front of the dash of a dateline.
static bool is_place_line(bs_str text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] >= 'a' && text.ptr[i] <= 'z') return false;
    }
    return text.len > 1;
}

// "In Greece inflation", "In France and Spain prices": behind the place with which a sentence
// begins.
static bs_str behind_place_of(bs_str phrase)
{
    size_t at = bs_str_starts(phrase, BS_STR("In ")) ? strlen("In ") : phrase.len, first = at;
    while (at < phrase.len) {
        bs_str word = bs_str_slice(phrase, at, phrase.len);
        bool capital = word.ptr[0] >= 'A' && word.ptr[0] <= 'Z';
        if (!capital && !bs_list_starts(word, "and |of |the ")) break;
        size_t blank = bs_str_find(word, BS_STR(" "), 0);
        if (blank >= word.len) return phrase;
        at += blank + 1;
    }
    return at > first && at < phrase.len ? bs_str_slice(phrase, at, phrase.len) : phrase;
}

// "previous year but up a record": behind "but" stands how it moved on something else. "show a
// slight increase in the jobless rate": how it moved is no part of the name.
static bs_str without_movement(bs_str phrase)
{
    static const char nouns[] = "increase in |decrease in |rise in |fall in |decline in |drop in |"
                                "reduction in |improvement in |gain in ";
    enum { FRONT_BYTES_MAX = 32 };
    bs_str rest = bs_str_behind_last(phrase, " but ");
    if (rest.len < phrase.len && bs_list_starts(rest, "up |down |up|down")) phrase = rest;
    if (bs_list_starts(phrase, "show |shows |showed "))
        phrase = bs_str_slice(phrase, bs_str_find(phrase, BS_STR(" "), 0) + 1, phrase.len);
    static const char several[] = "falls in |rises in |increases in |decreases in |declines in |"
                                  "drops in |reductions in |improvements in |gains in ";
    if (bs_list_starts(phrase, several)) {
        rest = bs_str_slice(phrase, bs_str_find(phrase, BS_STR(" in "), 0) + strlen(" in "),
                            phrase.len);
        return bs_str_starts(rest, BS_STR("the ")) ? bs_str_slice(rest, 4, rest.len) : rest;
    }
    if (!bs_list_starts(phrase, "a |an ")) return phrase;
    for (size_t at = 0; at < phrase.len && at < FRONT_BYTES_MAX; at++) {
        bs_str here = bs_str_slice(phrase, at, phrase.len);
        if (at == 0 || phrase.ptr[at - 1] != ' ' || !bs_list_starts(here, nouns)) continue;
        return bs_str_slice(here, bs_str_find(here, BS_STR(" in "), 0) + strlen(" in "), here.len);
    }
    return phrase;
}

// An English phrase without what stands in dashes behind it, "the ratio — of those with jobs —", or
// in front, "ratio--adult men", and without a bracket that is not closed: "persons (those who".
static bs_str without_dashes(bs_str phrase)
{
    bs_str rest = bs_str_behind_last(phrase, "--");
    if (rest.len < phrase.len) return bs_str_trim(rest);
    size_t open = bs_str_find(phrase, BS_STR("("), 0);
    if (open != SIZE_MAX && open > 0 && memchr(phrase.ptr + open, ')', phrase.len - open) == NULL)
        phrase = bs_str_trim(bs_str_slice(phrase, 0, open));
    // "those with jobs—all adults—rose"
    size_t dash = bs_str_find(phrase, BS_STR("—"), 1);
    if (dash != SIZE_MAX && bs_str_find(phrase, BS_STR("—"), dash + strlen("—")) != SIZE_MAX)
        return bs_str_trim(bs_str_slice(phrase, 0, dash));
    for (bs_str marks = BS_STR(" — | – "), mark; bs_str_next(&marks, '|', &mark);) {
        size_t at = bs_str_find(phrase, mark, 0);
        bool aside = at != SIZE_MAX && bs_list_ends(phrase, " —| –");
        if (aside) return bs_str_slice(phrase, 0, at);
        if (at != SIZE_MAX && is_place_line(bs_str_slice(phrase, 0, at)))
            return bs_str_slice(phrase, at + mark.len, phrase.len);
    }
    return phrase;
}

bs_str bs__label_english_core(bs_str phrase)
{
    return without_movement(behind_place_of(without_dashes(phrase)));
}
