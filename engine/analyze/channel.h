// SPDX-License-Identifier: GPL-3.0-or-later
// channel.h: how a number goes wrong between the one who meant it and the page.
//
// A printed number is a string of digits. Each slip of the pen (two digits swapped, one lost, a
// point moved, 만 taken for 억) is undone in every way it can be undone, and each result says with
// which chance that slip would have printed exactly these digits. Nothing here knows the series.
#ifndef BS_ANALYZE_CHANNEL_H
#define BS_ANALYZE_CHANNEL_H

#include "engine/analyze/check.h"
#include "engine/base/buffer.h"

typedef enum bs_slip {
    BS_SLIP_TRANSPOSE,  // two adjacent digits exchanged
    BS_SLIP_DROP,       // a digit lost
    BS_SLIP_DOUBLE,     // a digit struck twice
    BS_SLIP_SUBSTITUTE, // one digit for another
    BS_SLIP_DECIMAL,    // the point in the wrong place
    BS_SLIP_UNIT,       // 10^4 or 10^8 too much or too little: 만 and 억
    BS_SLIP_SIGN,       // minus lost or added
    BS_SLIP_THOUSAND,   // the mark between thousands read as the point
    BS_SLIP_SWAP,       // exchanged with the next period
    BS_SLIP_COPY,       // the value of the period before, again
    BS_SLIP_BALANCE,    // no slip of one digit, but the value that the total asks for
    BS_SLIP_COUNT
} bs_slip;

// "transpose", "drop", ... Static, do not free.
const char *bs_slip_name(bs_slip slip);
// What happened, for a hint: "two digits swapped", "a digit lost", ... Static, do not free.
const char *bs_slip_phrase(bs_slip slip);

// How often each slip happens where text comes from: relative weights that add up to 1.
// BS_SLIP_BALANCE has none of its own.
const double *bs_slip_weights(bs_profile profile);

enum { BS_PRINTED_DIGITS_MAX = 17, BS_INTENDED_COUNT_MAX = 420 };

// A number as printed, digit by digit.
typedef struct bs_printed {
    uint8_t digits[BS_PRINTED_DIGITS_MAX];
    uint8_t count; // of digits
    uint8_t whole; // digits before the point, at least 1
    bool negative;
    bs_str minus; // the sign as printed, or "("; empty when none; slice of the text
    bs_str group; // the mark between thousands; empty when none; slice of the text
} bs_printed;

// Reads digits with an optional sign (-, −, –, △, ▲, parentheses), marks between thousands (comma,
// apostrophe, narrow or no-break space) and one point; full-width forms count as ASCII.
// False when `text` is anything else, or has more digits than BS_PRINTED_DIGITS_MAX.
bool bs_printed_parse(bs_printed *out, bs_str text);
int bs_printed_decimals(const bs_printed *printed);
int64_t bs_printed_coefficient(const bs_printed *printed); // with the sign
double bs_printed_value(const bs_printed *printed);

// What may have been meant: coefficient / 10^scale, scale >= 0.
typedef struct bs_intended {
    int64_t coefficient;
    int scale;
    bs_slip slip;
    double chance; // of the print, given that this was meant and this slip was made
} bs_intended;

double bs_intended_value(int64_t coefficient, int scale);

// Every value that one slip turns into the print, without swaps and copies, which concern two
// cells. `decimals` is how many the other numbers of the row have. The same value may come from
// several slips. Returns how many were written to `out`, which has room for BS_INTENDED_COUNT_MAX.
size_t bs_channel_undo(bs_intended *out, const bs_printed *printed, int decimals);

// Writes a value the way `like` is printed: its marks between thousands and its sign.
void bs_printed_write(bs_buffer *out, int64_t coefficient, int scale, const bs_printed *like);

#endif
