// SPDX-License-Identifier: GPL-3.0-or-later
// relation_rate_name.h: names of rates of change that say no more than which way something moved.
#ifndef BS_ANALYZE_RELATION_RATE_NAME_H
#define BS_ANALYZE_RELATION_RATE_NAME_H

#include "engine/analyze/relation_view.h"

typedef enum bs_rate_name {
    BS_RATE_NAME_NONE, // no such name: 물가상승률 is a thing of its own
    BS_RATE_NAME_UP,   // 증가율, 增幅, 伸び率
    BS_RATE_NAME_DOWN  // 감소율, 降幅, 減少率: a fall, printed without a sign
} bs_rate_name;

// The name that an indicator is, but for a base of comparison in front of it ("同比增幅").
bs_rate_name bs_rate_name_of(bs_str indicator);

// Whether a rate's name says that it is a fall, and its number has no sign.
bool bs_rate_name_turns(const bs_figure *rate);

#endif
