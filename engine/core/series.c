// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/series.h"

bs_str bs_series_bare(bs_str text)
{
    static const char *const pairs[][2] = {{"(", ")"},   {"（", "）"}, {"[", "]"},  {"〈", "〉"},
                                           {"《", "》"}, {"<", ">"},   {"【", "】"}};
    for (size_t i = 0; i < BS_COUNT(pairs); i++) {
        bs_str open = bs_str_from(pairs[i][0]), close = bs_str_from(pairs[i][1]);
        if (!bs_str_starts(text, open) || !bs_str_ends(text, close)) continue;
        return bs_str_trim(bs_str_slice(text, open.len, text.len - close.len));
    }
    return text;
}

// Without the word for a unit and its colon ("단위: ", "单位："), which stands elsewhere.
static bs_str without_word(bs_str text)
{
    static const char *const colons[] = {":", "："};
    for (size_t i = 0; i < BS_COUNT(colons); i++) {
        bs_str colon = bs_str_from(colons[i]);
        size_t at = bs_str_find(text, colon, 0);
        if (at != SIZE_MAX) return bs_str_trim(bs_str_slice(text, at + colon.len, text.len));
    }
    return text;
}

bs_str bs_series_unit_name(const bs_series *series)
{
    if (series->unit_text.len > 0) return without_word(bs_series_bare(series->unit_text));
    bs_str counter = BS_STR("count:");
    if (bs_str_starts(series->unit, counter)) {
        return bs_str_slice(series->unit, counter.len, series->unit.len);
    }
    return bs_str_equal(series->unit, BS_STR("1")) ? (bs_str){0} : series->unit;
}

bs_str bs_series_group_name(const bs_series *series)
{
    return bs_series_bare(series->group);
}

bs_str bs_series_caption(const bs_series *series)
{
    return series->caption.len > 0 ? bs_series_bare(series->caption) : bs_series_group_name(series);
}

bs_str bs_series_bare_key(const bs_series *series)
{
    bs_str name = bs_str_from(bs_frequency_name(series->frequency));
    size_t end = series->key.len - name.len;
    bool named = series->key.len > name.len + 1 && bs_str_ends(series->key, name) &&
                 series->key.ptr[end - 1] == ':';
    return named ? bs_str_slice(series->key, 0, end - 1) : series->key;
}
