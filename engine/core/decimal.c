// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/decimal.h"

#include <stdio.h>
#include <stdlib.h>

#include "engine/base/array.h"
#include "engine/base/limits.h"

__extension__ typedef __int128 wide;

enum { POWER_MAX = BS_DECIMAL_DIGITS_MAX };

static const int64_t powers[] = {
    1,
    10,
    100,
    1000,
    10000,
    100000,
    1000000,
    10000000,
    100000000,
    1000000000,
    10000000000,
    100000000000,
    1000000000000,
    10000000000000,
    100000000000000,
    1000000000000000,
    10000000000000000,
    100000000000000000,
    1000000000000000000,
};
_Static_assert(BS_COUNT(powers) == POWER_MAX + 1, "a power for every number of digits");

static bs_status out_of_range(bs_error *err)
{
    return bs_fail(err, BS_E_RANGE, "a number has more than %d digits", BS_DECIMAL_DIGITS_MAX);
}

static bool scale_fits(int64_t scale)
{
    return scale >= BS_DECIMAL_SCALE_MIN && scale <= BS_DECIMAL_SCALE_MAX;
}

// Reads the exponent of "1.5e-7" into *power; `text` begins behind the e.
static bool parse_exponent(bs_str text, int64_t *power)
{
    bool negative = text.len > 0 && text.ptr[0] == '-';
    size_t at = text.len > 0 && (text.ptr[0] == '-' || text.ptr[0] == '+');
    if (at >= text.len || text.len - at > 3) return false;
    int64_t value = 0;
    for (; at < text.len; at++) {
        if (text.ptr[at] < '0' || text.ptr[at] > '9') return false;
        value = value * 10 + (text.ptr[at] - '0');
    }
    *power = negative ? -value : value;
    return true;
}

bs_status bs_decimal_parse(bs_decimal *out, bs_str text, bs_error *err)
{
    bool negative = text.len > 0 && text.ptr[0] == '-';
    size_t at = text.len > 0 && (text.ptr[0] == '-' || text.ptr[0] == '+');
    int64_t coefficient = 0, scale = 0;
    bool point = false, digit = false;
    for (; at < text.len; at++) {
        char c = text.ptr[at];
        if (c == '.' && !point) {
            point = true;
        } else if (c >= '0' && c <= '9') {
            if (coefficient >= powers[POWER_MAX - 1]) return out_of_range(err);
            coefficient = coefficient * 10 + (c - '0');
            scale += point;
            digit = true;
        } else {
            break;
        }
    }
    int64_t power = 0;
    bool exponent = digit && at < text.len && (text.ptr[at] | 0x20) == 'e';
    if (exponent && !parse_exponent(bs_str_slice(text, at + 1, text.len), &power)) digit = false;
    if (!digit || (at < text.len && !exponent)) {
        return bs_fail(err, BS_E_FORMAT, "'%.*s' is not a number", BS_STR_ARG(text));
    }
    if (!scale_fits(scale - power)) return out_of_range(err);
    *out = (bs_decimal){negative ? -coefficient : coefficient, (int32_t)(scale - power)};
    return BS_OK;
}

void bs_decimal_write(bs_decimal d, bs_buffer *out)
{
    char room[24], *digits = room + sizeof room;
    uint64_t rest = d.coefficient < 0 ? 0 - (uint64_t)d.coefficient : (uint64_t)d.coefficient;
    do {
        *--digits = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest > 0);
    int len = (int)(room + sizeof room - digits);
    if (d.coefficient < 0) bs_buffer_add_char(out, '-');
    if (d.scale <= 0) {
        bs_buffer_add(out, (bs_str){digits, (size_t)len});
        for (int i = 0; d.coefficient != 0 && i < -d.scale; i++)
            bs_buffer_add_char(out, '0');
        return;
    }
    int whole = len - d.scale;
    if (whole <= 0) {
        bs_buffer_add(out, BS_STR("0."));
        for (int i = whole; i < 0; i++)
            bs_buffer_add_char(out, '0');
        bs_buffer_add(out, (bs_str){digits, (size_t)len});
        return;
    }
    bs_buffer_add(out, (bs_str){digits, (size_t)whole});
    bs_buffer_add_char(out, '.');
    bs_buffer_add(out, (bs_str){digits + whole, (size_t)d.scale});
}

bs_str bs_decimal_str(bs_decimal d, bs_arena *arena)
{
    bs_buffer buffer = BS_BUFFER_INIT;
    bs_decimal_write(d, &buffer);
    bs_str out = buffer.failed ? (bs_str){0} : bs_arena_str(arena, bs_buffer_str(&buffer));
    bs_buffer_deinit(&buffer);
    return out;
}

double bs_decimal_double(bs_decimal d)
{
    double coefficient = (double)d.coefficient;
    if (d.scale == 0) return coefficient;
    int places = abs(d.scale);
    // A power of ten up to 10^22 is exact in a double, so that one division or product rounds once.
    if (places <= 22 && llabs((long long)d.coefficient) < (1LL << 53)) {
        double power = 1;
        for (int i = 0; i < places; i++)
            power *= 10;
        return d.scale > 0 ? coefficient / power : coefficient * power;
    }
    char text[48];
    snprintf(text, sizeof text, "%llde%d", (long long)d.coefficient, -d.scale);
    return strtod(text, NULL);
}

int bs_decimal_digit_count(bs_decimal d)
{
    int count = 0;
    for (int64_t rest = d.coefficient; rest != 0; rest /= 10)
        count++;
    return count;
}

bs_status bs_decimal_shift(bs_decimal *out, bs_decimal d, int power, bs_error *err)
{
    int64_t scale = (int64_t)d.scale - power;
    if (!scale_fits(scale)) return out_of_range(err);
    *out = (bs_decimal){d.coefficient, (int32_t)scale};
    return BS_OK;
}

// Drops trailing zeros until the coefficient fits; false when it does not.
static bool narrow(wide coefficient, int64_t scale, bs_decimal *out)
{
    const wide limit = powers[POWER_MAX];
    while ((coefficient >= limit || coefficient <= -limit || scale > BS_DECIMAL_SCALE_MAX) &&
           coefficient % 10 == 0 && coefficient != 0) {
        coefficient /= 10;
        scale--;
    }
    if (coefficient >= limit || coefficient <= -limit || !scale_fits(scale)) return false;
    *out = (bs_decimal){(int64_t)coefficient, (int32_t)scale};
    return true;
}

bs_status bs_decimal_add(bs_decimal *out, bs_decimal a, bs_decimal b, bs_error *err)
{
    if (a.scale < b.scale) {
        bs_decimal swap = a;
        a = b;
        b = swap;
    }
    int64_t places = (int64_t)a.scale - b.scale;
    if (b.coefficient == 0) places = 0;
    if (places > POWER_MAX) return out_of_range(err);
    wide sum = (wide)a.coefficient + (wide)b.coefficient * powers[places];
    return narrow(sum, a.scale, out) ? BS_OK : out_of_range(err);
}

bs_status bs_decimal_sub(bs_decimal *out, bs_decimal a, bs_decimal b, bs_error *err)
{
    return bs_decimal_add(out, a, bs_decimal_negate(b), err);
}

bs_status bs_decimal_mul(bs_decimal *out, bs_decimal a, bs_decimal b, bs_error *err)
{
    wide product = (wide)a.coefficient * b.coefficient;
    int64_t scale = (int64_t)a.scale + b.scale;
    return narrow(product, scale, out) ? BS_OK : out_of_range(err);
}

static int sign_of(int64_t value)
{
    return (value > 0) - (value < 0);
}

int bs_decimal_compare(bs_decimal a, bs_decimal b)
{
    int sign = sign_of(a.coefficient);
    if (sign != sign_of(b.coefficient) || sign == 0) return sign - sign_of(b.coefficient);
    if (a.scale < b.scale) return -bs_decimal_compare(b, a);
    int64_t places = (int64_t)a.scale - b.scale;
    // b has fewer places; scaled up beyond the digits of a it is larger in size.
    if (places > POWER_MAX) return -sign;
    wide scaled = (wide)b.coefficient * powers[places];
    return (a.coefficient > scaled) - (a.coefficient < scaled);
}

bs_decimal bs_decimal_normal(bs_decimal d)
{
    if (d.coefficient == 0) return (bs_decimal){0, 0};
    while (d.coefficient % 10 == 0 && d.scale > BS_DECIMAL_SCALE_MIN) {
        d.coefficient /= 10;
        d.scale--;
    }
    return d;
}

bs_decimal bs_decimal_negate(bs_decimal d)
{
    return (bs_decimal){-d.coefficient, d.scale};
}

bs_decimal bs_decimal_from_int(int64_t value)
{
    return (bs_decimal){value, 0};
}
