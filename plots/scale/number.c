// SPDX-License-Identifier: GPL-3.0-or-later
#include "plots/scale/number.h"

#include <math.h>

#include "engine/base/array.h"

enum { WORDS_MAX = 4 };

// From the largest down, so that the first that fits is the best.
static const bs_number_scale words[BS_LANG_COUNT][WORDS_MAX] = {
    [BS_LANG_KO] = {{16, "경"}, {12, "조"}, {8, "억"}, {4, "만"}},
    [BS_LANG_ZH] = {{12, "万亿"}, {8, "亿"}, {4, "万"}},
    [BS_LANG_JA] = {{16, "京"}, {12, "兆"}, {8, "億"}, {4, "万"}},
    [BS_LANG_EN] = {{12, " tn"}, {9, " bn"}, {6, " mn"}},
};

static const double plain_below = 1e6;

void bs_number_write(bs_decimal value, bs_buffer *out)
{
    bs_buffer plain = BS_BUFFER_INIT;
    bs_decimal_write(value, &plain);
    bs_str text = bs_buffer_str(&plain);
    size_t start = text.len > 0 && text.ptr[0] == '-' ? 1 : 0;
    size_t point = bs_str_find(text, BS_STR("."), 0);
    size_t whole_end = point == SIZE_MAX ? text.len : point;
    bs_buffer_add(out, bs_str_slice(text, 0, start));
    for (size_t i = start; i < whole_end; i++) {
        if (i > start && (whole_end - i) % 3 == 0) bs_buffer_add_char(out, ',');
        bs_buffer_add_char(out, text.ptr[i]);
    }
    bs_buffer_add(out, bs_str_slice(text, whole_end, text.len));
    if (plain.failed) out->failed = true;
    bs_buffer_deinit(&plain);
}

static bs_str take(bs_buffer *buffer, bs_arena *arena)
{
    bs_str out = buffer->failed ? (bs_str){0} : bs_arena_str(arena, bs_buffer_str(buffer));
    bs_buffer_deinit(buffer);
    return out;
}

bs_str bs_number_str(bs_decimal value, bs_arena *arena)
{
    bs_buffer buffer = BS_BUFFER_INIT;
    bs_number_write(value, &buffer);
    return take(&buffer, arena);
}

// value / 10^power with `places` after the point, halves away from 0.
static bs_decimal rounded(bs_decimal value, int power, int places)
{
    bs_decimal out = {value.coefficient, value.scale + power};
    while (out.scale > places) {
        bool last = out.scale == places + 1;
        int64_t half = last ? (out.coefficient < 0 ? -5 : 5) : 0;
        out.coefficient = (out.coefficient + half) / 10;
        out.scale--;
    }
    return out;
}

static bs_str in_words(bs_decimal value, bs_number_scale scale, int places, bs_arena *arena)
{
    enum { WHOLE_FROM = 100, TENS_FROM = 10 };
    bs_decimal said = rounded(value, scale.power, places);
    double size = fabs(bs_decimal_double(said));
    if (size >= WHOLE_FROM) said = rounded(value, scale.power, 0);
    bs_decimal exact =
        bs_decimal_normal((bs_decimal){value.coefficient, value.scale + scale.power});
    // "1.90 tn" of 1,901.5 bn beside "1.54 tn": the nought is known.
    bool inexact = exact.scale > places;
    if (size < TENS_FROM && inexact) said = rounded(value, scale.power, places + 1);
    if (exact.scale <= 0) said = exact;
    bs_buffer buffer = BS_BUFFER_INIT;
    bs_number_write(said, &buffer);
    bs_buffer_add(&buffer, bs_str_from(scale.word));
    return take(&buffer, arena);
}

bs_str bs_number_short(bs_decimal value, bs_lang lang, int places, bs_arena *arena)
{
    if (fabs(bs_decimal_double(value)) < plain_below) return bs_number_str(value, arena);
    for (size_t i = 0; i < WORDS_MAX && words[lang][i].power > 0; i++) {
        bs_decimal said = rounded(value, words[lang][i].power, places);
        if (fabs(bs_decimal_double(said)) < 1) continue;
        return in_words(value, words[lang][i], places, arena);
    }
    return bs_number_str(value, arena);
}

// Places after the point that the ticks need when they are divided by 10^power.
static int places_after(const bs_ticks *ticks, int power)
{
    int places = 0;
    for (int i = 0; i < ticks->count; i++) {
        int scale = bs_decimal_normal(ticks->values[i]).scale;
        if (ticks->values[i].coefficient != 0 && scale + power > places) places = scale + power;
    }
    return places;
}

bs_number_scale bs_number_scale_of(const bs_ticks *ticks, bs_lang lang)
{
    bs_number_scale plain = {0, ""};
    double largest = fmax(fabs(ticks->low), fabs(ticks->high));
    if (largest < plain_below) return plain;
    for (size_t i = 0; i < WORDS_MAX && words[lang][i].power > 0; i++) {
        bs_number_scale scale = words[lang][i];
        if (largest >= pow(10, scale.power) && places_after(ticks, scale.power) <= 2) return scale;
    }
    return plain;
}

// The value with exactly `places` after the point; a tick never has more.
static bs_decimal with_places(bs_decimal value, int places)
{
    while (value.scale < places) {
        value.coefficient *= 10;
        value.scale++;
    }
    return value;
}

bs_str bs_number_tick(const bs_ticks *ticks, int index, bs_number_scale scale, bs_arena *arena)
{
    bs_decimal value = bs_decimal_normal(ticks->values[index]);
    bs_buffer buffer = BS_BUFFER_INIT;
    if (value.coefficient == 0) {
        bs_buffer_add_char(&buffer, '0');
    } else {
        value.scale += scale.power;
        int places = scale.power > 0 ? places_after(ticks, scale.power) : ticks->decimals;
        bs_number_write(value.scale < places ? with_places(value, places) : value, &buffer);
        bs_buffer_add(&buffer, bs_str_from(scale.word));
    }
    return take(&buffer, arena);
}
