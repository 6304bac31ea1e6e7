// SPDX-License-Identifier: GPL-3.0-or-later
// English subjects that are lists: "The price of wheat, maize and rice rose".
#include "engine/extract/label_internal.h"
#include "engine/extract/numeral.h"
#include "engine/extract/words.h"

enum { MEMBERS_MAX = 6 };

// Where the comma stands that ends before byte `at`, but for blanks; `at` for none behind `limit`.
static size_t comma_before(bs_str text, size_t limit, size_t at)
{
    size_t end = at;
    while (end > limit && text.ptr[end - 1] == ' ')
        end--;
    return end > limit && text.ptr[end - 1] == ',' ? end - 1 : at;
}

// Does a sentence or a line begin at byte `at`?
static bool opens_sentence(bs_str text, size_t at)
{
    bs_str front = bs_str_trim(bs_str_slice(text, 0, at));
    bool line =
        at > 0 && bs_str_find(bs_str_slice(text, front.len, at), BS_STR("\n"), 0) != SIZE_MAX;
    return front.len == 0 || line || bs_list_ends(front, ".|:|•|-");
}

// A time, a place or a condition in front of the subject, or an adverb: "In May, food and drink".
static bool is_lead(bs_str member)
{
    static const char leads[] =
        "In |On |Over |During |At |By |For |Since |Between |Among |Across |According |Because |"
        "Instead |Apart |Ahead |Due |Compared |With |After |Excluding |Despite |Besides |Unlike |"
        "Thanks |Owing |Along |Together |Out |As |From |To |Of |When |While |Although |If |Until |"
        "Before |Under |Within |Without |Amid |Given |Relative |Including |Following |Year |Month |"
        "Quarter |Week |Last |This |Next |Each |Every |Seasonally |That |There |It |Also |Even |"
        "Most |More |Less |Both |Adjusted |Measured |Driven |Led |Looking |Turning |However|"
        "Meanwhile|Overall|Moreover|Furthermore|Still|Indeed|Elsewhere|Abroad|Again|Then|Yet|"
        "Year-|Month-|Quarter-|Nevertheless|Nonetheless|Thus|Hence|Now|Today|Yesterday|Tomorrow|"
        "Here|Next|Last|First|"
        "Second|Third|Finally|Likewise|Otherwise|Instead|Besides|Too|So|But|And|Year-on-year|"
        "Month-on-month|Year-over-year|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|"
        "Specifically|Therefore|Similarly|Notably|Conversely";
    return bs_list_starts(member, leads) || bs_list_ends(member, "ly|ing|wide|ed| terms| contrast");
}

// A noun phrase, and no clause, nor anything with a number?
static bool is_member(bs_str member)
{
    enum { BYTES_MAX = 60 };
    size_t len;
    bool digit = false;
    for (size_t i = 0; i < member.len && !digit; i++)
        digit = bs_digit_at(member, i, &len) >= 0;
    return member.len > 2 && member.len <= BYTES_MAX && !digit && !bs__label_has_verb(member) &&
           !bs_list_starts(member, "and |or |but |which |who |where |while |as |with |led by ");
}

bs_str bs__label_listed_subject(bs_str text, size_t limit, bs_str clause)
{
    size_t verb = clause.len > 0 ? bs__label_verb_at(clause) : 0;
    bs_str head = bs_str_slice(clause, 0, verb);
    bool joined = verb > 0 && verb < clause.len &&
                  (bs_list_starts(head, "and ") || bs_str_has_any(head, " and | or "));
    // "Year to date, the goods and services deficit": another clause begins.
    if (!joined || bs_list_starts(head, "the |a |an |its |their |our |all |both ")) return clause;
    size_t from = (size_t)(clause.ptr - text.ptr);
    bs_str member = {0};
    for (int i = 0; i < MEMBERS_MAX; i++) {
        size_t comma = comma_before(text, limit, from);
        if (comma == from) break;
        member = bs__label_clause(text, limit, comma);
        if (!is_member(member)) return clause;
        from = (size_t)(member.ptr - text.ptr);
    }
    bool whole = member.len > 0 && opens_sentence(text, from) && !is_lead(member);
    return whole ? bs_str_slice(text, from, (size_t)(clause.ptr - text.ptr) + clause.len) : clause;
}
