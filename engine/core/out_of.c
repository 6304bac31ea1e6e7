// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/out_of.h"

#include "engine/base/array.h"

enum { JOINT_BYTES_MAX = 72 };

static bool ends_in(bs_str text, const bs_str *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (bs_str_ends(text, words[i])) return true;
    }
    return false;
}

bool bs_out_of_joins(bs_str between)
{
    static const char anywhere[] = " 중 | 중에서 | 중에 |가운데|のうち|當中|当中";
    static const bs_str starts[] = {BS_STR_INIT("중 "), BS_STR_INIT("중에서 "),
                                    BS_STR_INIT("中、")};
    static const bs_str ends[] = {BS_STR_INIT("中"),     BS_STR_INIT("中有"),   BS_STR_INIT("中，"),
                                  BS_STR_INIT("中，有"), BS_STR_INIT("中共有"), BS_STR_INIT("里有"),
                                  BS_STR_INIT("裡有")};
    if (between.len == 0 || between.len > JOINT_BYTES_MAX) return false;
    for (size_t i = 0; i < BS_COUNT(starts); i++) {
        if (bs_str_starts(between, starts[i])) return true;
    }
    return bs_str_has_any(between, anywhere) || ends_in(bs_str_trim(between), ends, BS_COUNT(ends));
}

bool bs_out_of_turns(bs_str between)
{
    static const bs_str words[] = {
        BS_STR_INIT("of"),         BS_STR_INIT("of the"),       BS_STR_INIT("out of"),
        BS_STR_INIT("out of the"), BS_STR_INIT("of its"),       BS_STR_INIT("of their"),
        BS_STR_INIT("of all"),     BS_STR_INIT("of all the"),   BS_STR_INIT("of our"),
        BS_STR_INIT("of these"),   BS_STR_INIT("of the total"), BS_STR_INIT("out of a total of"),
        BS_STR_INIT("of a"),       BS_STR_INIT("of an"),        BS_STR_INIT("of about")};
    between = bs_str_trim(between);
    for (size_t i = 0; i < BS_COUNT(words); i++) {
        if (bs_str_equal_nocase(between, words[i])) return true;
    }
    return false;
}

bool bs_out_of_opens(bs_str before)
{
    static const bs_str words[] = {BS_STR_INIT("Of"),         BS_STR_INIT("Of the"),
                                   BS_STR_INIT("Of all"),     BS_STR_INIT("Of all the"),
                                   BS_STR_INIT("Of its"),     BS_STR_INIT("Of their"),
                                   BS_STR_INIT("Of our"),     BS_STR_INIT("Out of"),
                                   BS_STR_INIT("Out of the"), BS_STR_INIT("Out of a total of"),
                                   BS_STR_INIT("Among the"),  BS_STR_INIT("Of a total of"),
                                   BS_STR_INIT("Of some"),    BS_STR_INIT("Of about")};
    return ends_in(bs_str_trim(before), words, BS_COUNT(words));
}
