// SPDX-License-Identifier: GPL-3.0-or-later
// Whose dollar a bare "$" of an English paper is: the one that it says its amounts are in, else
// that of the country whose offices and exchanges it speaks of, where nothing speaks for the United
// States and no mark tells it from another dollar ("C$").
#include "engine/extract/extract_internal.h"

enum {
    LOOK_BYTES = 1 << 16, // at the front of the paper
    OFFICE = 8,           // weight of an office, beside 1 of a place
    SURE = 10,            // weight of an office that is named twice, or with its places
    TIMES_OTHERS = 3,     // as much as all that speaks for the United States
};

// What speaks for a dollar.
typedef struct home {
    bs_str code;
    const char *stated;  // that amounts are in it
    const char *own;     // the mark that tells it from the bare one
    const char *offices; // that print in it
    const char *places;
} home;

static const home homes[] = {
    {BS_STR_INIT("CAD"), "Canadian dollars|Canadian currency|Canadian funds", "C$|CA$|CAD$",
     "Statistics Canada|StatCan|Bank of Canada|TSX|Toronto Stock Exchange|CMHC|Canada Mortgage|"
     "Canada Revenue|Parliamentary Budget Officer|Finance Canada",
     "Canada|Canadian|Ontario|Quebec|Alberta|Manitoba|Saskatchewan|TORONTO|OTTAWA|MONTREAL|"
     "VANCOUVER|CALGARY"},
    {BS_STR_INIT("AUD"), "Australian dollars", "A$|AU$|AUD$",
     "Australian Bureau of Statistics|Reserve Bank of Australia|RBA|ASX|Australian Taxation|"
     "Productivity Commission|Australian Securities",
     "Australia|Australian|NSW|New South Wales|Queensland|Tasmania|SYDNEY|MELBOURNE|BRISBANE|"
     "PERTH|CANBERRA"},
    {BS_STR_INIT("NZD"), "New Zealand dollars", "NZ$|NZD$",
     "Stats NZ|Statistics New Zealand|Reserve Bank of New Zealand|RBNZ|NZX|Official Cash Rate",
     "New Zealand|WELLINGTON|AUCKLAND"},
    {BS_STR_INIT("HKD"), "Hong Kong dollars", "HK$|HKD$",
     "Census and Statistics Department|Hong Kong Monetary Authority|Housing Authority|"
     "Land Registry|Financial Secretary",
     "Hong Kong|HONG KONG|Kowloon|New Territories"},
    {BS_STR_INIT("SGD"), "Singapore dollars", "S$|SGD$",
     "Department of Statistics Singapore|Singapore Department of Statistics|"
     "Monetary Authority of Singapore|Housing & Development Board|Housing and Development Board",
     "Singapore|SINGAPORE"},
};

static const char american[] =
    "Federal Reserve|NYSE|NASDAQ|Nasdaq|Census Bureau|Bureau of Labor|Bureau of Economic|"
    "Treasury Department|White House|Wall Street|U.S. dollars|US dollars";
static const char american_places[] = "U.S.|United States|American|WASHINGTON|NEW YORK|America";

// How often the words stand in a text by themselves.
static size_t count_of(bs_str text, const char *words)
{
    size_t count = 0;
    for (bs_str rest = bs_str_from(words), word; bs_str_next(&rest, '|', &word);) {
        size_t at = bs_str_find(text, word, 0);
        for (; at != SIZE_MAX; at = bs_str_find(text, word, at + word.len)) {
            bool joined = at > 0 && (unsigned char)(text.ptr[at - 1] | 0x20) >= 'a' &&
                          (unsigned char)(text.ptr[at - 1] | 0x20) <= 'z';
            count += !joined;
        }
    }
    return count;
}

// "All amounts are in Canadian dollars", "expressed in Canadian dollars": the sentence states it.
static bool is_stated(bs_str text, const char *words)
{
    enum { BEFORE_BYTES = 80 };
    static const char fronts[] = "mounts|igures|alues|xpressed|tated|eported|resented|urrency";
    for (bs_str rest = bs_str_from(words), word; bs_str_next(&rest, '|', &word);) {
        size_t at = bs_str_find(text, word, 0);
        for (; at != SIZE_MAX; at = bs_str_find(text, word, at + word.len)) {
            bs_str before = bs_str_slice(text, at > BEFORE_BYTES ? at - BEFORE_BYTES : 0, at);
            bs_str sentence = bs_str_behind_last(before, ".|;|\n");
            bool in = bs_str_find(sentence, BS_STR(" in "), 0) != SIZE_MAX;
            if (in && bs_str_has_any(sentence, fronts)) return true;
        }
    }
    return false;
}

// The one dollar that the paper says its amounts are in; NULL where it says none, or two.
static const home *stated_home(bs_str text, bool *several)
{
    const home *found = NULL;
    *several = is_stated(text, "U.S. dollars|US dollars|United States dollars");
    for (size_t i = 0; i < BS_COUNT(homes); i++) {
        if (!is_stated(text, homes[i].stated)) continue;
        *several |= found != NULL;
        found = &homes[i];
    }
    return *several ? NULL : found;
}

bs_str bs__home_dollar(bs_str text)
{
    text = bs_str_slice(text, 0, LOOK_BYTES);
    if (bs_str_find(text, BS_STR("$"), 0) == SIZE_MAX) return (bs_str){0};
    bool several;
    const home *best = stated_home(text, &several);
    if (best != NULL || several) return best != NULL ? best->code : (bs_str){0};
    // A paper that tells what is traded in the dollar of the United States may leave its mark out.
    if (count_of(text, "a barrel|per barrel|an ounce|per ounce") > 0) return (bs_str){0};
    size_t most = 0, others = 0;
    for (size_t i = 0; i < BS_COUNT(homes); i++) {
        size_t offices = count_of(text, homes[i].offices);
        if (offices == 0 || count_of(text, homes[i].own) > 0) continue;
        size_t weight = OFFICE * offices + count_of(text, homes[i].places);
        if (weight <= most) continue;
        others += most;
        most = weight;
        best = &homes[i];
    }
    // A paper that marks the dollars of the United States has others without a mark.
    if (count_of(text, "US$|U.S.$") > 0) most += OFFICE;
    others += OFFICE * count_of(text, american) + count_of(text, american_places);
    return most >= SURE && most >= TIMES_OTHERS * others ? best->code : (bs_str){0};
}

// Does a text print a dollar without the mark of a country: "$168", "$ million", "5 dollars"?
static bool is_bare(bs_str printed)
{
    size_t sign = bs_str_find(printed, BS_STR("$"), 0);
    size_t word = sign == SIZE_MAX ? bs_str_find(printed, BS_STR("ollars"), 0) : SIZE_MAX;
    if (sign != SIZE_MAX && sign > 0) {
        unsigned char before = (unsigned char)(printed.ptr[sign - 1] | 0x20);
        return before != '.' && (before < 'a' || before > 'z');
    }
    return sign == 0 || (word != SIZE_MAX && bs_str_find(printed, BS_STR("U"), 0) == SIZE_MAX);
}

bs_str bs__in_home_dollar(const bs__job *job, bs_str unit, bs_str printed)
{
    bs_str usd = BS_STR("USD");
    if (job->dollar.len == 0 || !bs_str_starts(unit, usd) || !is_bare(printed)) return unit;
    if (unit.len == usd.len) return job->dollar;
    bs_str over = bs_str_slice(unit, usd.len, unit.len);
    return bs_arena_format(job->arena, "%.*s%.*s", BS_STR_ARG(job->dollar), BS_STR_ARG(over));
}

bs_str bs__unit_of_item(const bs__job *job, const bs__passage *passage, const bs_item *item)
{
    if (job->dollar.len == 0 || passage->table > 0) return item->unit;
    return bs__in_home_dollar(job, item->unit, bs_str_slice(passage->text, item->start, item->end));
}
