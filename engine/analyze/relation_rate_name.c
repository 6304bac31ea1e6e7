// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analyze/relation_rate_name.h"

#include "engine/analyze/relation_cue.h"

static bool is_named(bs_str name, const char *words)
{
    bs_str tail = bs_str_longest_end(name, words);
    for (bs_str rest = bs_str_from(words), word; bs_str_next(&rest, '|', &word);) {
        if (bs_str_equal(name, word)) return true;
    }
    bs_str base = bs_str_slice(name, 0, name.len - tail.len);
    return tail.len > 0 && bs_cue_is(BS_CUE_GROWTH, bs_str_trim(base));
}

bs_rate_name bs_rate_name_of(bs_str indicator)
{
    static const char ups[] =
        "증가율|증가폭|상승률|상승폭|성장률|인상률|오름폭|增幅|涨幅|升幅|增速|"
        "增长率|增长幅度|漲幅|增長率|増加率|上昇率|伸び率|成長率|増加幅";
    static const char downs[] =
        "감소율|감소폭|하락률|하락폭|인하율|내림폭|감축률|절감률|降幅|跌幅|减幅|"
        "減幅|下降率|下降幅度|减少幅度|減少率|下落率|低下率|削減率|減少幅|下げ幅";
    bs_str name = bs_str_trim(indicator);
    if (is_named(name, downs)) return BS_RATE_NAME_DOWN;
    return is_named(name, ups) ? BS_RATE_NAME_UP : BS_RATE_NAME_NONE;
}

bool bs_rate_name_turns(const bs_figure *rate)
{
    return rate->value > 0 && bs_rate_name_of(rate->quantity->indicator) == BS_RATE_NAME_DOWN;
}
