// SPDX-License-Identifier: GPL-3.0-or-later
// Whose dollar a bare "$" of an English paper is: the one that it says its amounts are in, else
// that of the country whose offices and exchanges it speaks of, where nothing speaks for the United
// States and no mark tells it from another dollar ("C$").
#include "engine/extract/extract_internal.h"

enum {
    LOOK_BYTES = 1 << 16, // at the front of the paper
    OFFICE_WEIGHT = 8,    // beside 1 of a place
    SURE = 10,            // weight of an office that is named twice, or with its places
    TIMES_OTHERS = 3,     // as much as all that speaks for the United States
};

// What speaks for a dollar: those that other countries print, that of the United States, and trade
// in what is priced in it.
enum { CANADA, AUSTRALIA, NEW_ZEALAND, HONG_KONG, SINGAPORE, STATES, TRADE, SPEAKER_COUNT };
typedef enum voice {
    MARK,   // that tells it from the bare one
    OFFICE, // that prints in it
    PLACE,
    VOICE_COUNT
} voice;

typedef struct home {
    bs_str code;
    const char *stated; // that amounts are in it
} home;

static const home homes[] = {
    [CANADA] = {BS_STR_INIT("CAD"), "Canadian dollars|Canadian currency|Canadian funds"},
    [AUSTRALIA] = {BS_STR_INIT("AUD"), "Australian dollars"},
    [NEW_ZEALAND] = {BS_STR_INIT("NZD"), "New Zealand dollars"},
    [HONG_KONG] = {BS_STR_INIT("HKD"), "Hong Kong dollars"},
    [SINGAPORE] = {BS_STR_INIT("SGD"), "Singapore dollars"},
};
_Static_assert(BS_COUNT(homes) == STATES, "the other countries come first");

#define SAYS(word, speaker, voice)                                                                 \
    {                                                                                              \
        BS_STR_INIT(word), (speaker), (voice)                                                      \
    }
static const struct {
    bs_str text;
    uint8_t speaker;
    uint8_t voice;
} spoken[] = {
    SAYS("C$", CANADA, MARK),
    SAYS("CA$", CANADA, MARK),
    SAYS("CAD$", CANADA, MARK),
    SAYS("Statistics Canada", CANADA, OFFICE),
    SAYS("StatCan", CANADA, OFFICE),
    SAYS("Bank of Canada", CANADA, OFFICE),
    SAYS("TSX", CANADA, OFFICE),
    SAYS("Toronto Stock Exchange", CANADA, OFFICE),
    SAYS("CMHC", CANADA, OFFICE),
    SAYS("Canada Mortgage", CANADA, OFFICE),
    SAYS("Canada Revenue", CANADA, OFFICE),
    SAYS("Parliamentary Budget Officer", CANADA, OFFICE),
    SAYS("Finance Canada", CANADA, OFFICE),
    SAYS("Canada", CANADA, PLACE),
    SAYS("Canadian", CANADA, PLACE),
    SAYS("Ontario", CANADA, PLACE),
    SAYS("Quebec", CANADA, PLACE),
    SAYS("Alberta", CANADA, PLACE),
    SAYS("Manitoba", CANADA, PLACE),
    SAYS("Saskatchewan", CANADA, PLACE),
    SAYS("TORONTO", CANADA, PLACE),
    SAYS("OTTAWA", CANADA, PLACE),
    SAYS("MONTREAL", CANADA, PLACE),
    SAYS("VANCOUVER", CANADA, PLACE),
    SAYS("CALGARY", CANADA, PLACE),
    SAYS("A$", AUSTRALIA, MARK),
    SAYS("AU$", AUSTRALIA, MARK),
    SAYS("AUD$", AUSTRALIA, MARK),
    SAYS("Australian Bureau of Statistics", AUSTRALIA, OFFICE),
    SAYS("Reserve Bank of Australia", AUSTRALIA, OFFICE),
    SAYS("RBA", AUSTRALIA, OFFICE),
    SAYS("ASX", AUSTRALIA, OFFICE),
    SAYS("Australian Taxation", AUSTRALIA, OFFICE),
    SAYS("Productivity Commission", AUSTRALIA, OFFICE),
    SAYS("Australian Securities", AUSTRALIA, OFFICE),
    SAYS("clearance rate", AUSTRALIA, OFFICE), // of auctions
    SAYS("Clearance rate", AUSTRALIA, OFFICE),
    SAYS("Australia", AUSTRALIA, PLACE),
    SAYS("Sydney", AUSTRALIA, PLACE),
    SAYS("Melbourne", AUSTRALIA, PLACE),
    SAYS("Brisbane", AUSTRALIA, PLACE),
    SAYS("Adelaide", AUSTRALIA, PLACE),
    SAYS("Australian", AUSTRALIA, PLACE),
    SAYS("NSW", AUSTRALIA, PLACE),
    SAYS("New South Wales", AUSTRALIA, PLACE),
    SAYS("Queensland", AUSTRALIA, PLACE),
    SAYS("Tasmania", AUSTRALIA, PLACE),
    SAYS("SYDNEY", AUSTRALIA, PLACE),
    SAYS("MELBOURNE", AUSTRALIA, PLACE),
    SAYS("BRISBANE", AUSTRALIA, PLACE),
    SAYS("PERTH", AUSTRALIA, PLACE),
    SAYS("CANBERRA", AUSTRALIA, PLACE),
    SAYS("NZ$", NEW_ZEALAND, MARK),
    SAYS("NZD$", NEW_ZEALAND, MARK),
    SAYS("Stats NZ", NEW_ZEALAND, OFFICE),
    SAYS("Statistics New Zealand", NEW_ZEALAND, OFFICE),
    SAYS("Reserve Bank of New Zealand", NEW_ZEALAND, OFFICE),
    SAYS("RBNZ", NEW_ZEALAND, OFFICE),
    SAYS("NZX", NEW_ZEALAND, OFFICE),
    SAYS("Official Cash Rate", NEW_ZEALAND, OFFICE),
    SAYS("New Zealand", NEW_ZEALAND, PLACE),
    SAYS("WELLINGTON", NEW_ZEALAND, PLACE),
    SAYS("AUCKLAND", NEW_ZEALAND, PLACE),
    SAYS("HK$", HONG_KONG, MARK),
    SAYS("HKD$", HONG_KONG, MARK),
    SAYS("Census and Statistics Department", HONG_KONG, OFFICE),
    SAYS("Hong Kong Monetary Authority", HONG_KONG, OFFICE),
    SAYS("Housing Authority", HONG_KONG, OFFICE),
    SAYS("Land Registry", HONG_KONG, OFFICE),
    SAYS("Financial Secretary", HONG_KONG, OFFICE),
    SAYS("Hong Kong", HONG_KONG, PLACE),
    SAYS("HONG KONG", HONG_KONG, PLACE),
    SAYS("Kowloon", HONG_KONG, PLACE),
    SAYS("New Territories", HONG_KONG, PLACE),
    SAYS("S$", SINGAPORE, MARK),
    SAYS("SGD$", SINGAPORE, MARK),
    SAYS("Department of Statistics Singapore", SINGAPORE, OFFICE),
    SAYS("Singapore Department of Statistics", SINGAPORE, OFFICE),
    SAYS("Monetary Authority of Singapore", SINGAPORE, OFFICE),
    SAYS("Housing & Development Board", SINGAPORE, OFFICE),
    SAYS("Housing and Development Board", SINGAPORE, OFFICE),
    SAYS("Singapore", SINGAPORE, PLACE),
    SAYS("SINGAPORE", SINGAPORE, PLACE),
    SAYS("US$", STATES, MARK),
    SAYS("U.S.$", STATES, MARK),
    SAYS("Federal Reserve", STATES, OFFICE),
    SAYS("NYSE", STATES, OFFICE),
    SAYS("NASDAQ", STATES, OFFICE),
    SAYS("Nasdaq", STATES, OFFICE),
    SAYS("Census Bureau", STATES, OFFICE),
    SAYS("Bureau of Labor", STATES, OFFICE),
    SAYS("Bureau of Economic", STATES, OFFICE),
    SAYS("Treasury Department", STATES, OFFICE),
    SAYS("White House", STATES, OFFICE),
    SAYS("USDA", STATES, OFFICE),
    SAYS("WASDE", STATES, OFFICE),
    SAYS("CBO", STATES, OFFICE),
    SAYS("Wall Street", STATES, OFFICE),
    SAYS("U.S. dollars", STATES, OFFICE),
    SAYS("US dollars", STATES, OFFICE),
    SAYS("U.S.", STATES, PLACE),
    SAYS("United States", STATES, PLACE),
    SAYS("American", STATES, PLACE),
    SAYS("WASHINGTON", STATES, PLACE),
    SAYS("NEW YORK", STATES, PLACE),
    SAYS("America", STATES, PLACE),
    SAYS("a barrel", TRADE, PLACE),
    SAYS("per barrel", TRADE, PLACE),
    SAYS("an ounce", TRADE, PLACE),
    SAYS("per ounce", TRADE, PLACE),
};
BS_LEXICON(static, spoken_at, spoken, BS_LEXICON_FOLD);

static bool is_letter(char c)
{
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

// How often the words stand in a text by themselves.
static void count_words(size_t counts[SPEAKER_COUNT][VOICE_COUNT], bs_str text)
{
    for (size_t at = 0; at < text.len; at++) {
        unsigned char first = (unsigned char)text.ptr[at];
        if (first >= 0x80 || (at > 0 && is_letter(text.ptr[at - 1]))) continue;
        const bs_lexicon_entry *entry = bs_lexicon_find(&spoken_at, bs_lexicon__fold(first));
        bs_str rest = bs_str_slice(text, at, text.len);
        for (size_t i = 0; entry != NULL && i < entry->count; i++) {
            size_t row = spoken_at.order[entry->first + i];
            if (bs_str_starts(rest, spoken[row].text))
                counts[spoken[row].speaker][spoken[row].voice]++;
        }
    }
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
    size_t counts[SPEAKER_COUNT][VOICE_COUNT] = {0};
    count_words(counts, text);
    // A paper that tells what is traded in the dollar of the United States may leave its mark out.
    if (counts[TRADE][PLACE] > 0) return (bs_str){0};
    size_t most = 0, others = 0;
    for (size_t i = 0; i < BS_COUNT(homes); i++) {
        const size_t *own = counts[i];
        size_t weight = OFFICE_WEIGHT * own[OFFICE] + own[PLACE];
        if (own[OFFICE] == 0 || own[MARK] > 0 || weight <= most) continue;
        others += most;
        most = weight;
        best = &homes[i];
    }
    // A paper that marks the dollars of the United States has others without a mark.
    const size_t *states = counts[STATES];
    if (states[MARK] > 0) most += OFFICE_WEIGHT;
    others += OFFICE_WEIGHT * states[OFFICE] + states[PLACE];
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
