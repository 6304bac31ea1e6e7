// SPDX-License-Identifier: GPL-3.0-or-later
// Phrases that stand where a name would and name nothing: "also", 각각, 相比, 前年比.
#include "engine/core/lexicon.h"
#include "engine/extract/label_row.h"
#include "engine/extract/label_words.h"
#include "engine/extract/words.h"

static const word words[] = {
#include "engine/extract/label_empty.inc"
};
BS_LEXICON(static, words_by_start, words, 0);

// "corresponding quarter of 2016", "preceding quarter": a time that something is held against.
static bool is_time_held_against(bs_str phrase)
{
    static const char fronts[] = "corresponding |same |preceding |previous |comparable |prior ";
    static const char times[] = "quarter|month|period|year|week";
    if (!bs_list_starts(phrase, fronts)) return false;
    bs_str rest = bs_str_slice(phrase, bs_str_find(phrase, BS_STR(" "), 0) + 1, phrase.len);
    if (!bs_list_starts(rest, times)) return false;
    bs_str behind = bs_str_slice(rest, bs_str_find(rest, BS_STR(" "), 0), rest.len);
    return behind.len == 0 || bs_list_starts(behind, " of | in | last");
}

// "rose 0.3 percent seasonally adjusted from May and 5.5 percent unadjusted", "sales, adjusted for
// price changes, were": how a figure is made.
static bool tells_adjustment(bs_str phrase)
{
    static const bs_str seasonal = BS_STR_INIT("seasonally adjusted");
    static const char bases[] = " from | over | on | month| quarter| year| m/m| q/q| y/y| compared";
    if (bs_list_starts(phrase, "adjusted for |unadjusted ")) return true;
    if (!bs_str_starts(phrase, seasonal)) return false;
    bs_str behind = bs_str_slice(phrase, seasonal.len, phrase.len);
    return behind.len == 0 || bs_list_starts(behind, bases);
}

// "comparison to last year's", "lowest number since": what a figure is held against.
static bool tells_comparison(bs_str phrase)
{
    return bs_list_ends(phrase, " since| last year's| last year’s| the previous year's") ||
           bs_list_starts(phrase, "comparison to |comparison with ") ||
           bs_list_is(phrase, "comparison|additional|An additional|an additional|further|extra");
}

// "숨지고", "다치고": a verb that goes on to the next clause; 잔고 and 광고 are nouns.
static bool is_korean_link(bs_str phrase)
{
    return memchr(phrase.ptr, ' ', phrase.len) == NULL &&
           bs_list_ends(phrase, "지고|치고|하고|되고|내고|나고|았고|었고|였고|했고|됐고|렸고|쳤고");
}

// "14시에 기록한", "조성된", "이르던 것": a verb in front of what it describes, or a noun that
// stands for nothing by itself; 제한 and 권한 are nouns.
static bool is_korean_clause(bs_str phrase)
{
    static const char nouns[] =
        "북한|남한|제한|권한|기한|시한|상한|하한|무한|유한|최소한|최대한|대한|신한|방한|"
        "극한|원한|통한|여한|주한|내한|오한|탐한|가능한|필요한";
    static const char verbs[] = "된|됐던|했던|하던|되던|이던|르던|였던|었던|았던";
    static const char pasts[] = "했지|됐지|었지|았지|였지|냈지|렸지|쳤지|졌지";
    // "우리 국민이 해외로 나간 것" has a subject of its own.
    bool thing = bs_list_ends(phrase, " 것") &&
                 bs_str_find(phrase, BS_STR(" "), 0) == phrase.len - strlen(" 것");
    if (thing || bs_str_equal(phrase, BS_STR("것"))) return true;
    if (bs_list_ends(phrase, verbs) || bs_list_ends(phrase, pasts) || bs_list_is(phrase, pasts))
        return true;
    return bs_list_ends(phrase, "한") && !bs_list_ends(phrase, nouns) && !bs_list_is(phrase, nouns);
}

bool bs__label_is_empty(bs_str phrase, bs_lang lang)
{
    if (phrase.len == 0) return false;
    if (lang == BS_LANG_EN && tells_comparison(phrase)) return true;
    if (lang == BS_LANG_EN && (is_time_held_against(phrase) || tells_adjustment(phrase)))
        return true;
    // "코로나19 이전인 2019년 5월": what a time was.
    if (lang == BS_LANG_KO && bs_list_ends(phrase, "이전인|전년도인|직전인|전년인")) return true;
    if (lang == BS_LANG_KO && (is_korean_link(phrase) || is_korean_clause(phrase))) return true;
    if (lang == BS_LANG_KO && bs_list_ends(phrase, " 이 가운데| 그 가운데| 이 중| 그중"))
        return true;
    // "利用者数が多い上位5位は": how many stand at the top.
    if (lang == BS_LANG_JA &&
        (bs_str_equal(phrase, BS_STR("上位")) ||
         bs_list_starts(phrase, "多い上位|多かった上位|高い上位|高かった上位")))
        return true;
    const bs_lexicon_entry *entry = bs_lexicon_find(&words_by_start, bs_lexicon_key_at(phrase, 0));
    for (size_t i = 0; entry != NULL && i < entry->count; i++) {
        const word *row = &words[words_by_start.order[entry->first + i]];
        if (row->lang == lang && bs_str_equal(row->text, phrase)) return true;
    }
    return false;
}
