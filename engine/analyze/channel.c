// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analyze/channel.h"

#include <stdio.h>

#include "engine/base/utf8.h"

static const struct slip_words {
    const char *name;
    const char *phrase;
} slips[] = {
    [BS_SLIP_TRANSPOSE] = {"transpose", "two digits swapped"},
    [BS_SLIP_DROP] = {"drop", "a digit lost"},
    [BS_SLIP_DOUBLE] = {"double", "a digit struck twice"},
    [BS_SLIP_SUBSTITUTE] = {"substitute", "one digit wrong"},
    [BS_SLIP_DECIMAL] = {"decimal", "the point misplaced"},
    [BS_SLIP_UNIT] = {"unit", "a wrong power of ten thousand"},
    [BS_SLIP_SIGN] = {"sign", "the wrong sign"},
    [BS_SLIP_THOUSAND] = {"thousand", "the mark between thousands read as a point"},
    [BS_SLIP_SWAP] = {"swap", "exchanged with its neighbour"},
    [BS_SLIP_COPY] = {"copy", "the value before it printed again"},
    [BS_SLIP_BALANCE] = {"balance", "not what the total asks for"},
};
_Static_assert(sizeof slips / sizeof slips[0] == BS_SLIP_COUNT, "every slip needs its words");

const char *bs_slip_name(bs_slip slip)
{
    return slips[slip].name;
}

const char *bs_slip_phrase(bs_slip slip)
{
    return slips[slip].phrase;
}

static const double weights[][BS_SLIP_COUNT] = {
    [BS_PROFILE_ANY] = {.104, .104, .104, .104, .104, .104, .104, .104, .064, .104, 0},
    [BS_PROFILE_OCR] = {.02, .20, .08, .36, .10, .02, .06, .14, .01, .01, 0},
    [BS_PROFILE_TYPED] = {.20, .12, .16, .16, .08, .04, .06, .04, .06, .08, 0},
    [BS_PROFILE_TRANSLATED] = {.10, .08, .06, .10, .14, .28, .06, .06, .06, .06, 0},
};
_Static_assert(sizeof weights / sizeof weights[0] == BS_PROFILE_COUNT,
               "every profile needs its weights");

const double *bs_slip_weights(bs_profile profile)
{
    return weights[profile];
}

// Marks that may stand between thousands, and signs, after full-width forms are folded.
static bool is_group_mark(uint32_t code)
{
    return code == ',' || code == '\'' || code == ' ' || code == 0xA0 || code == 0x2009 ||
           code == 0x202F || code == 0x2019;
}

static bool is_minus(uint32_t code)
{
    return code == '-' || code == 0x2212 || code == 0x2013 || code == 0x25B3 || code == 0x25B2 ||
           code == '(';
}

static bool put_digit(bs_printed *out, uint32_t code, bool after_point)
{
    if (out->count == BS_PRINTED_DIGITS_MAX) return false;
    out->digits[out->count++] = (uint8_t)(code - '0');
    if (!after_point) out->whole++;
    return true;
}

// Digits with a hyphen before and a point among them, as nearly all are. False: look closer.
static bool parse_plain(bs_printed *out, bs_str text)
{
    const char *at = text.ptr, *end = text.ptr + text.len, *point = NULL;
    uint8_t count = 0; // a local one: writing digits may not make it be read again
    if (text.len == 0 || text.len > BS_PRINTED_DIGITS_MAX) return false;
    *out = (bs_printed){.negative = *at == '-'};
    at += out->negative;
    const char *first = at;
    for (; at < end; at++) {
        unsigned digit = (unsigned char)*at - (unsigned)'0';
        if (digit <= 9)
            out->digits[count++] = (uint8_t)digit;
        else if (*at == '.' && point == NULL && at > first)
            point = at;
        else
            return false;
    }
    out->whole = (uint8_t)((point != NULL ? point : end) - first);
    if (out->negative) out->minus = bs_str_slice(text, 0, 1);
    out->count = count;
    return count > 0;
}

bool bs_printed_parse(bs_printed *out, bs_str text)
{
    if (parse_plain(out, text)) return true;
    bs_printed p = {.count = 0};
    bool point = false, open = false, closed = false;
    text = bs_str_trim(text);
    for (size_t at = 0; at < text.len;) {
        bs_rune rune = bs_utf8_decode(text, at);
        uint32_t code = bs_rune_fold_width(rune.code);
        bs_str mark = bs_str_slice(text, at, at + rune.len);
        at += rune.len;
        if (closed) return false;
        if (code >= '0' && code <= '9') {
            if (!put_digit(&p, code, point)) return false;
        } else if (code == '.' && !point && p.count > 0) {
            point = true;
        } else if (is_group_mark(code) && !point && p.count > 0) {
            p.group = mark;
        } else if (is_minus(code) && p.count == 0 && !p.negative) {
            p.negative = true;
            p.minus = mark;
            open = code == '(';
        } else if (code == '+' && p.count == 0 && !p.negative) {
            continue;
        } else if (code == ')' && p.count > 0) {
            closed = true;
        } else {
            return false;
        }
    }
    if (p.count == 0 || closed != open) return false;
    *out = p;
    return true;
}

int bs_printed_decimals(const bs_printed *printed)
{
    return printed->count - printed->whole;
}

static int64_t join_digits(const uint8_t *digits, size_t count)
{
    int64_t out = 0;
    for (size_t i = 0; i < count; i++)
        out = out * 10 + digits[i];
    return out;
}

int64_t bs_printed_coefficient(const bs_printed *printed)
{
    int64_t out = join_digits(printed->digits, printed->count);
    return printed->negative ? -out : out;
}

static const double powers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

double bs_intended_value(int64_t coefficient, int scale)
{
    double value = (double)coefficient;
    for (; scale > 22; scale -= 22)
        value /= 1e22;
    return value / powers[scale];
}

double bs_printed_value(const bs_printed *printed)
{
    return bs_intended_value(bs_printed_coefficient(printed), bs_printed_decimals(printed));
}

// What the undoing of one number needs to know, and where its results go.
typedef struct undo {
    const bs_printed *p;
    int64_t coefficient; // of the print, without sign
    int decimals;        // of the print
    int usual;           // of the row
    bs_intended *out;
    size_t count;
} undo;

static void emit(undo *u, bs_intended intended)
{
    if (u->count == BS_INTENDED_COUNT_MAX) return;
    if (u->p->negative) intended.coefficient = -intended.coefficient;
    u->out[u->count++] = intended;
}

static void undo_transpose(undo *u)
{
    const bs_printed *p = u->p;
    int different = 0;
    for (int i = 0; i + 1 < p->count; i++)
        different += p->digits[i] != p->digits[i + 1];
    int64_t place = 1;
    for (int i = p->count - 2; i >= 0; i--, place *= 10) {
        int a = p->digits[i], b = p->digits[i + 1];
        if (a == b || (i == 0 && b == 0 && p->whole > 1)) continue;
        int64_t c = u->coefficient + (b - a) * 9 * place;
        emit(u, (bs_intended){c, u->decimals, BS_SLIP_TRANSPOSE, 1.0 / different});
    }
}

// "95" among 95.7 and 96.4 has hardly lost its point and a digit: it is 95.0, written by a program.
static const double BARE_SHARE = .01;

// Puts every digit back at every place. A digit beside equal ones of its part gives the same number
// wherever in the run it is put: it is tried once, behind the run, with the chance of the whole
// run.
static void undo_drop(undo *u)
{
    const bs_printed *p = u->p;
    bool whole = u->decimals == u->usual, fraction = u->decimals == u->usual - 1;
    bool bare = fraction && u->decimals == 0;
    if (!whole && !fraction) return;
    int64_t place = 1; // worth of the digit that is put in
    for (int i = p->count; i >= 0; i--, place *= 10) {
        if (whole ? i > p->whole : i < p->whole) continue;
        if (whole && i > 0 && p->digits[0] == 0) continue; // no number begins with a nought
        int first = whole ? 0 : p->whole, end = whole ? p->whole : p->count;
        int64_t high = u->coefficient / place, low = u->coefficient % place;
        for (int d = i == 0; d <= 9; d++) {
            if (i < end && p->digits[i] == d) continue;
            int run = 1;
            for (int j = i - 1; j >= first && p->digits[j] == d; j--)
                run++;
            double chance = (double)run / (p->count + 1) * (bare ? BARE_SHARE : 1);
            bs_intended it = {(high * 10 + d) * place + low, u->decimals + fraction, BS_SLIP_DROP,
                              chance};
            emit(u, it);
        }
    }
}

static void undo_double(undo *u)
{
    const bs_printed *p = u->p;
    int64_t place = 1;
    for (int i = p->count - 2; i >= 0; i--, place *= 10) {
        if (p->digits[i] != p->digits[i + 1]) continue;
        bool whole = i < p->whole;
        if (whole ? p->whole < 2 || u->decimals != u->usual : u->decimals != u->usual + 1) continue;
        int64_t c = u->coefficient / (place * 10) * place + u->coefficient % place;
        emit(u, (bs_intended){c, u->decimals - !whole, BS_SLIP_DOUBLE, 1.0 / (p->count - 1)});
    }
}

// Digits that are taken for each other: beside each other on the keys, or alike in print. Half of
// the wrong digits are of these.
static const char *const confused[10] = {
    "9689", "277", "137", "248895", "3599", "46683", "580058", "6812", "79030369", "800438",
};
static const double CONFUSED_SHARE = .5;

// Chance that `meant` is printed as `seen`, when it is printed as another digit.
static double digit_chance(int meant, int seen)
{
    int alike = 0, all = 0;
    for (const char *c = confused[meant]; *c != '\0'; c++) {
        alike += *c == '0' + seen;
        all++;
    }
    return (1 - CONFUSED_SHARE) / 9 + CONFUSED_SHARE * alike / all;
}

static void undo_substitute(undo *u)
{
    const bs_printed *p = u->p;
    int64_t place = 1;
    for (int i = p->count - 1; i >= 0; i--, place *= 10) {
        for (int d = i == 0 && p->whole > 1; d <= 9; d++) {
            if (d == p->digits[i]) continue;
            int64_t c = u->coefficient + (d - p->digits[i]) * place;
            double chance = digit_chance(d, p->digits[i]) / p->count;
            emit(u, (bs_intended){c, u->decimals, BS_SLIP_SUBSTITUTE, chance});
        }
    }
}

// Moves the point; what was meant is 10^power times the print.
static void undo_shift(undo *u, int power, bs_slip slip, double chance)
{
    int64_t c = u->coefficient;
    int scale = u->decimals - power;
    for (; scale < 0; scale++) {
        if (__builtin_mul_overflow(c, (int64_t)10, &c)) return;
    }
    for (; scale > u->usual && c % 10 == 0 && c != 0; scale--)
        c /= 10;
    emit(u, (bs_intended){c, scale, slip, chance});
}

static const struct shift_row {
    int8_t power;
    bs_slip slip;
    double chance;
} shifts[] = {
    {-1, BS_SLIP_DECIMAL, .35}, {1, BS_SLIP_DECIMAL, .35}, {-3, BS_SLIP_DECIMAL, .2},
    {3, BS_SLIP_DECIMAL, .1},   {-4, BS_SLIP_UNIT, .4},    {-8, BS_SLIP_UNIT, .25},
    {4, BS_SLIP_UNIT, .25},     {8, BS_SLIP_UNIT, .1},
};

enum { THOUSAND_DIGITS = 3 };

size_t bs_channel_undo(bs_intended *out, const bs_printed *printed, int decimals)
{
    undo u = {printed,
              join_digits(printed->digits, printed->count),
              bs_printed_decimals(printed),
              decimals,
              out,
              0};
    undo_transpose(&u);
    undo_drop(&u);
    undo_double(&u);
    undo_substitute(&u);
    if (u.coefficient == 0) return u.count;
    for (size_t i = 0; i < sizeof shifts / sizeof shifts[0]; i++) {
        undo_shift(&u, shifts[i].power, shifts[i].slip, shifts[i].chance);
    }
    emit(&u, (bs_intended){-u.coefficient, u.decimals, BS_SLIP_SIGN, 1});
    if (u.decimals >= THOUSAND_DIGITS && u.decimals != u.usual && printed->count > u.usual) {
        emit(&u, (bs_intended){u.coefficient, u.usual, BS_SLIP_THOUSAND, 1});
    }
    return u.count;
}

static void write_whole(bs_buffer *out, const char *digits, int count, bs_str group)
{
    for (int i = 0; i < count; i++) {
        if (i > 0 && (count - i) % 3 == 0) bs_buffer_add(out, group);
        bs_buffer_add_char(out, digits[i]);
    }
}

void bs_printed_write(bs_buffer *out, int64_t coefficient, int scale, const bs_printed *like)
{
    char digits[48];
    uint64_t magnitude = coefficient < 0 ? 0 - (uint64_t)coefficient : (uint64_t)coefficient;
    int wanted = scale + 1 < 40 ? scale + 1 : 40;
    int count = snprintf(digits, sizeof digits, "%0*llu", wanted, (unsigned long long)magnitude);
    bool paren =
        bs_str_equal(like->minus, BS_STR("(")) || bs_str_equal(like->minus, BS_STR("\xEF\xBC\x88"));
    if (coefficient < 0) bs_buffer_add(out, like->minus.len > 0 ? like->minus : BS_STR("-"));
    write_whole(out, digits, count - scale, like->group);
    if (scale > 0) {
        bs_buffer_add_char(out, '.');
        bs_buffer_add(out, (bs_str){digits + count - scale, (size_t)scale});
    }
    if (coefficient < 0 && paren) bs_buffer_add_char(out, ')');
}
