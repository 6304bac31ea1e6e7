// SPDX-License-Identifier: GPL-3.0-or-later
// Is a time bound to the number in front of it: "21.0% in 2022", "32,287 claims in 2024",
// "1.2조 원(2022년)"?
#include "engine/extract/moment_internal.h"
#include "engine/extract/numeral.h"

// "$8.4 billion (1.7 per cent) in 2023": the time behind a parenthesis is that of both numbers.
static bs_str without_aside(bs_str between)
{
    enum { ASIDE_BYTES_MAX = 40 };
    bool inside = bs_str_starts(between, BS_STR(") "));
    size_t close = bs_str_find(bs_str_slice(between, 0, ASIDE_BYTES_MAX), BS_STR(") "), 0);
    if (!inside && (!bs_str_starts(between, BS_STR("(")) || close == SIZE_MAX)) return between;
    return bs_str_trim(bs_str_slice(between, close + 1, between.len));
}

static bool begins_time(bs_str word)
{
    static const char words[] = "in|for|during|over|at|by";
    return bs_list_is(word, words);
}

// Behind what an amount is divided by: "$2.43 per diluted share, in 2022", "144.8 pence per litre
// in".
static bs_str without_base(bs_str between)
{
    enum { WORDS_MAX = 5 };
    static const bs_str share = BS_STR_INIT("a share");
    bool of = bs_str_starts(between, BS_STR("of ")); // "13.8 percent of revenue, a year ago"
    bool per = of || bs_str_starts(between, BS_STR("per "));
    size_t at = 0;
    if (bs_str_starts(between, share)) at = share.len;
    for (int words = 0; per && words < WORDS_MAX; words++) {
        size_t blank = bs_str_find(between, BS_STR(" "), at);
        bs_str word = bs_str_slice(between, at, blank);
        bool last = bs_str_ends(word, BS_STR(","));
        if (words > 0 && begins_time(word)) break;
        at = blank == SIZE_MAX ? between.len : blank + 1;
        if (last || blank == SIZE_MAX) break;
    }
    if (at == 0) return between;
    between = bs_str_trim(bs_str_slice(between, at, between.len));
    bool comma = bs_str_starts(between, BS_STR(","));
    return comma ? bs_str_trim(bs_str_slice(between, 1, between.len)) : between;
}

// "32,287 claims in 2024", "43.6 million foreign visitors in": behind what is counted.
static bs_str without_nouns(bs_str between)
{
    enum { WORDS_MAX = 3, BYTES_MAX = 48 };
    static const char others[] =
        "in |for |during |over |by |as |at |of |from |to |and |or |was |were |"
        "had |has |have |is |are |than |more |less |fewer |after |on |since |"
        "up |down |a |the |but |while |which |who |with |per |year |month |"
        "below |above |higher |lower |compared |against |( ";
    bs_str rest = between;
    for (int words = 0; words < WORDS_MAX && rest.len > 0 && rest.len < BYTES_MAX; words++) {
        size_t blank = bs_str_find(rest, BS_STR(" "), 0);
        if (blank == SIZE_MAX || bs_list_starts(rest, others)) break;
        bs_str word = bs_str_slice(rest, 0, blank);
        if (word.ptr[0] < 'a' || word.ptr[0] > 'z' || strchr(".,;:)", word.ptr[blank - 1])) break;
        rest = bs_str_slice(rest, blank + 1, rest.len);
    }
    return rest;
}

// Behind a participle: "the 135.5 TWh generated in 2023", "1.2 million recorded a year earlier".
static bs_str without_verb(bs_str between)
{
    size_t blank = bs_str_find(between, BS_STR(" "), 0);
    bs_str word = bs_str_slice(between, 0, blank);
    bool verb = bs_list_ends(word, "ed|seen|sold|set|built|made|spent|lost|paid|won|sent") &&
                !bs_list_ends(word, "ended");
    if (!verb) return between;
    return bs_str_trim(bs_str_slice(between, word.len, between.len));
}

bs_str bs__without_phase(bs_str before)
{
    if (before.len == 0 || strchr("-ye", before.ptr[before.len - 1]) == NULL) return before;
    static const bs_str phases[] = {BS_STR_INIT(" mid-"), BS_STR_INIT(" early"),
                                    BS_STR_INIT(" late")};
    for (size_t i = 0; i < BS_COUNT(phases); i++) {
        if (bs_str_ends(before, phases[i]))
            return bs_str_slice(before, 0, before.len - phases[i].len);
    }
    return before;
}

// "4.3 percent at an annual rate for the third quarter": behind how a rate is told.
static bs_str without_rate(bs_str between)
{
    enum { WORDS_BYTES_MAX = 48 };
    if (!bs_list_starts(between, "at an |at a seasonally |on an |on a seasonally ")) return between;
    for (bs_str rest = BS_STR(" rate | basis "), word; bs_str_next(&rest, '|', &word);) {
        size_t at = bs_str_find(bs_str_slice(between, 0, WORDS_BYTES_MAX), word, 0);
        if (at != SIZE_MAX) return bs_str_slice(between, at + word.len, between.len);
    }
    return between;
}

static bool is_count(const bs_item *item)
{
    return item->kind == BS_KIND_QUANTITY &&
           (bs_str_equal(item->unit, BS_STR("1")) || bs_str_starts(item->unit, BS_STR("count:")));
}

static bool is_link(bs_str between, const bs__moment *behind)
{
    static const char links[] =
        "in|in the|in its|in both|for both|for|for the|during|during "
        "the|over|over the|by|by the|by the end of|for the month of|in the month of|"
        "during the month of|for the full year|for all of|"
        "as of|at the end of|at end|at|(|（|between|through the year to the|"
        "over the year to the|in the year to the|"
        "over the twelve months to the|over the 12 months to the|"
        "in the 12 months to the|in the twelve months to the";
    if (bs_list_is(between, links)) return true;
    return behind->item == BS__NO_ITEM && between.len == 0;
}

// ", in Q2 at 7.2 per cent": a time in front of a number of its own.
static bool heads_next(bs_str text, const bs__moment *behind)
{
    bs_str rest = bs_str_slice(text, behind->end, text.len);
    size_t len, at = bs_list_starts(rest, " at ") ? strlen(" at ") : 0;
    return at > 0 && bs_digit_at(rest, at, &len) >= 0;
}

// "21.0% in 2022", "1.2조 원(2022년)": a time bound to the number before it.
bool bs__is_bound_behind(bs_str text, const bs_item *item, const bs__moment *behind)
{
    bs_str between = bs_str_trim(bs_str_slice(text, item->end, behind->start));
    between = bs__without_phase(without_verb(without_base(without_aside(between))));
    if (bs_str_starts(between, BS_STR("respectively ")))
        between = bs_str_slice(between, strlen("respectively "), between.len);
    between = without_rate(bs__without_change(between));
    bool counts = is_count(item) && behind->item != BS__NO_ITEM;
    if (counts) between = without_nouns(between);
    if (bs_str_starts(between, BS_STR(", in")) && !heads_next(text, behind))
        between = bs_str_slice(between, 2, between.len);
    // "almost double the €4,200 of April 2023"
    bs_str raw = bs_str_trim(bs_str_slice(text, item->end, behind->start));
    // "1.4 percent from 2015 to 2025"
    if (bs_str_equal(raw, BS_STR("from")) && bs_period_is_span(behind->period)) return true;
    bool of = bs_str_equal(raw, BS_STR("of")) &&
              bs_list_ends(bs__held_against(text, item->start),
                           "from|with|against|than| half| twice| double| below| above");
    return of || is_link(between, behind) ||
           is_link(bs__without_held_noun(text, item->start, between), behind);
}

bool bs__is_aside_of_number(const bs__moments *moments, size_t index)
{
    static const char words[] = "预测|预期|预计|预估|预算|目标|计划|实际|E|F|A|年报|口径";
    bs_str text = moments->passage->text;
    const bs_item *item = &moments->items->items[index];
    if (moments->passage->lang != BS_LANG_ZH || index == 0 || item->from.year == 0) return false;
    const bs_item *number = item - 1;
    bool measured = number->valued && number->unit.len > 0 && !bs__is_time_item(number) &&
                    !bs__is_name_item(number);
    bs_str between = bs_str_trim(bs_str_slice(text, number->end, item->start));
    if (!measured || !bs_list_is(between, "(|（")) return false;
    bs_str rest = bs_str_slice(text, item->end, text.len);
    for (bs_str list = bs_str_from(words), word; bs_str_next(&list, '|', &word);) {
        if (!bs_str_starts(rest, word)) continue;
        rest = bs_str_slice(rest, word.len, rest.len);
        break;
    }
    return bs_list_starts(rest, ")|）");
}
