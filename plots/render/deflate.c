// SPDX-License-Identifier: GPL-3.0-or-later
#include "plots/render/deflate_internal.h"

#include <stdlib.h>
#include <zlib.h>

enum {
    BLOCK_TOKENS = 32 * 1024, // after which the codes are made anew
    MATCH_MIN = 3,
    MATCH_MAX = 258,
    ABOVE_MIN = 12, // a match that is far off takes more bits, and has to be this long,
    FAR_MORE = 4,   // or longer by this; one that is near is taken
    FAR_MAX = 258,
    PIXEL_ENOUGH = 64, // when it is as long as this
    DISTANCE_MAX = 32768,
    HASH_SIZE = 4, // bytes
    HASH_BITS = 12,
    FILTER_UP = 2,
    END_OF_BLOCK = 256,
    DISTANCE_SYMBOLS = 30,
    LENGTH_SYMBOLS = 19, // of the code that codes are sent in
    LENGTH_BITS_MAX = 7,
};

// A byte, or, from MATCH_MIN on, the length of a match and how far back it begins.
typedef struct token {
    uint16_t length; // 0: a byte
    uint16_t value;  // the byte, or the distance - 1
} token;

// Bytes that are there already: `distance` before, 0 when there are none.
typedef struct match {
    size_t distance;
    size_t length;
} match;

// Where in a row four bytes were.
typedef struct seen {
    uint32_t row; // counted from 1
    uint32_t at;
} seen;

// A length or distance: its symbol, and what is left of it in `extra_bits` bits.
typedef struct coded {
    uint16_t symbol;
    uint16_t extra;
    uint8_t extra_bits;
} coded;

struct bs_deflate {
    bs_buffer *out;
    size_t row_size, step;
    uint8_t *above;        // the last row that was sent as it is,
    size_t above_distance; // how far back it will be when the next row begins; 0: too far
    bool uniform;          // it is one value throughout
    uint32_t row_count;    // of rows that were sent as they are
    match match;           // not yet among the tokens, because it may go on
    seen places[1 << HASH_BITS];
    token tokens[BLOCK_TOKENS];
    size_t token_count;
    coded lengths[MATCH_MAX + 1];
    uint64_t bits; // not yet written; the first is the lowest
    unsigned bit_count;
    uLong check;     // Adler-32 of everything,
    uLong row_check; // of the last row that was sent as it is,
    uLong up_check;  // and of one that is sent as no different from the one above
};

// --- bits ----------------------------------------------------------------------------------------

// Writes whole bytes away; 7 bits or fewer stay.
static void write_bits(bs_deflate *d)
{
    if (!bs_buffer_reserve(d->out, sizeof d->bits)) {
        d->bit_count = 0;
        return;
    }
    for (; d->bit_count >= 8; d->bit_count -= 8, d->bits >>= 8)
        d->out->ptr[d->out->len++] = (char)(d->bits & 0xFF);
    d->out->ptr[d->out->len] = '\0';
}

// Up to 32 bits.
static void add_bits(bs_deflate *d, uint32_t value, unsigned count)
{
    d->bits |= (uint64_t)value << d->bit_count;
    d->bit_count += count;
    if (d->bit_count >= 32) write_bits(d);
}

static void add_symbol(bs_deflate *d, const bs_huffman *codes, size_t symbol)
{
    add_bits(d, codes->codes[symbol], codes->lengths[symbol]);
}

static void add_coded(bs_deflate *d, const bs_huffman *codes, coded value)
{
    add_symbol(d, codes, value.symbol);
    add_bits(d, value.extra, value.extra_bits);
}

// --- blocks --------------------------------------------------------------------------------------

// RFC 1951, 3.2.5: symbols of `per_bits` to a doubling, which count up from `value` 0.
static coded code_number(uint32_t value, unsigned per_doubling, uint16_t first)
{
    unsigned bits = 0;
    while (value >> bits >= 2 * per_doubling)
        bits++;
    uint32_t symbol = bits * per_doubling + (value >> bits);
    return (coded){(uint16_t)(first + symbol), (uint16_t)(value & ((1u << bits) - 1)),
                   (uint8_t)bits};
}

static coded code_length(size_t length)
{
    if (length == MATCH_MAX) return (coded){285, 0, 0};
    return code_number((uint32_t)length - MATCH_MIN, 4, 257);
}

static coded distance_of(token t)
{
    return code_number(t.value, 2, 0);
}

static void make_codes(const bs_deflate *d, bs_huffman *symbols, bs_huffman *distances)
{
    uint32_t symbol_weights[BS_DEFLATE_SYMBOLS] = {0}, distance_weights[DISTANCE_SYMBOLS] = {0};
    symbol_weights[END_OF_BLOCK] = 1;
    for (size_t i = 0; i < d->token_count; i++) {
        token t = d->tokens[i];
        symbol_weights[t.length > 0 ? d->lengths[t.length].symbol : t.value]++;
        if (t.length > 0) distance_weights[distance_of(t).symbol]++;
    }
    bs_huffman__make(symbols, symbol_weights, BS_DEFLATE_SYMBOLS, BS_HUFFMAN_BITS_MAX);
    bs_huffman__make(distances, distance_weights, DISTANCE_SYMBOLS, BS_HUFFMAN_BITS_MAX);
}

// How `count` lengths of codes are sent: as they are, or as repetitions. Returns how many.
static size_t pack_lengths(const uint8_t *lengths, size_t count, coded *out)
{
    size_t made = 0;
    for (size_t i = 0; i < count;) {
        size_t run = 1, most = lengths[i] == 0 ? 138 : 7;
        while (i + run < count && run < most && lengths[i + run] == lengths[i])
            run++;
        uint16_t extra = (uint16_t)run;
        if (lengths[i] == 0 && run >= 11) {
            out[made++] = (coded){18, (uint16_t)(extra - 11), 7};
        } else if (lengths[i] == 0 && run >= 3) {
            out[made++] = (coded){17, (uint16_t)(extra - 3), 3};
        } else {
            out[made++] = (coded){lengths[i], 0, 0};
            if (run >= 4) out[made++] = (coded){16, (uint16_t)(extra - 4), 2};
            if (run < 4) run = 1;
        }
        i += run;
    }
    return made;
}

static void write_codes(bs_deflate *d, const bs_huffman *symbols, const bs_huffman *distances)
{
    static const uint8_t order[LENGTH_SYMBOLS] = {16, 17, 18, 0, 8,  7, 9,  6, 10, 5,
                                                  11, 4,  12, 3, 13, 2, 14, 1, 15};
    uint8_t lengths[BS_DEFLATE_SYMBOLS + DISTANCE_SYMBOLS];
    coded packed[BS_DEFLATE_SYMBOLS + DISTANCE_SYMBOLS];
    uint32_t weights[LENGTH_SYMBOLS] = {0};
    bs_huffman codes;
    memcpy(lengths, symbols->lengths, BS_DEFLATE_SYMBOLS);
    memcpy(lengths + BS_DEFLATE_SYMBOLS, distances->lengths, DISTANCE_SYMBOLS);
    size_t count = pack_lengths(lengths, sizeof lengths, packed);
    for (size_t i = 0; i < count; i++)
        weights[packed[i].symbol]++;
    bs_huffman__make(&codes, weights, LENGTH_SYMBOLS, LENGTH_BITS_MAX);
    add_bits(d, BS_DEFLATE_SYMBOLS - 257, 5);
    add_bits(d, DISTANCE_SYMBOLS - 1, 5);
    add_bits(d, LENGTH_SYMBOLS - 4, 4);
    for (size_t i = 0; i < LENGTH_SYMBOLS; i++)
        add_bits(d, codes.lengths[order[i]], 3);
    for (size_t i = 0; i < count; i++)
        add_coded(d, &codes, packed[i]);
}

static void write_block(bs_deflate *d, bool last)
{
    enum { DYNAMIC = 2 };
    bs_huffman symbols, distances;
    make_codes(d, &symbols, &distances);
    add_bits(d, last, 1);
    add_bits(d, DYNAMIC, 2);
    write_codes(d, &symbols, &distances);
    for (size_t i = 0; i < d->token_count; i++) {
        token t = d->tokens[i];
        if (t.length > 0) {
            add_coded(d, &symbols, d->lengths[t.length]);
            add_coded(d, &distances, distance_of(t));
        } else {
            add_symbol(d, &symbols, t.value);
        }
    }
    add_symbol(d, &symbols, END_OF_BLOCK);
    d->token_count = 0;
}

// --- matches -------------------------------------------------------------------------------------

static void add_token(bs_deflate *d, size_t length, size_t value)
{
    if (d->token_count == BLOCK_TOKENS) write_block(d, false);
    d->tokens[d->token_count++] = (token){(uint16_t)length, (uint16_t)value};
}

static void end_match(bs_deflate *d)
{
    for (size_t rest = d->match.length; rest > 0;) {
        size_t length = rest < MATCH_MAX ? rest : MATCH_MAX;
        rest -= length;
        if (rest > 0 && rest < MATCH_MIN) {
            length -= MATCH_MIN - rest;
            rest = MATCH_MIN;
        }
        add_token(d, length, d->match.distance - 1);
    }
    d->match = (match){0, 0};
}

static size_t same_bytes(const uint8_t *a, const uint8_t *b, size_t len)
{
    size_t at = 0;
    for (uint64_t x, y; at + sizeof x <= len; at += sizeof x) {
        memcpy(&x, a + at, sizeof x);
        memcpy(&y, b + at, sizeof y);
        if (x != y) break;
    }
    while (at < len && a[at] == b[at])
        at++;
    return at;
}

// How long a match may be that is far off: what follows may be had from near.
static size_t far_rest(const bs_deflate *d, size_t at)
{
    size_t rest = d->row_size - at;
    return rest < FAR_MAX ? rest : FAR_MAX;
}

static match find_above(const bs_deflate *d, const uint8_t *row, size_t at)
{
    if (d->above_distance == 0) return (match){0, 0};
    return (match){d->above_distance, same_bytes(row + at, d->above + at, far_rest(d, at))};
}

static match find_pixel(const bs_deflate *d, const uint8_t *row, size_t at)
{
    if (at < d->step) return (match){0, 0};
    return (match){d->step, same_bytes(row + at, row + at - d->step, d->row_size - at)};
}

// The last place in this row where such bytes were: panels and labels side by side.
static match find_seen(bs_deflate *d, const uint8_t *row, size_t at)
{
    uint32_t bytes;
    if (d->row_size - at < HASH_SIZE) return (match){0, 0};
    memcpy(&bytes, row + at, HASH_SIZE);
    seen *place = &d->places[bytes * 2654435761u >> (32 - HASH_BITS)];
    seen last = *place;
    *place = (seen){d->row_count + 1, (uint32_t)at};
    if (last.row != d->row_count + 1 || at - last.at > DISTANCE_MAX) return (match){0, 0};
    size_t length = same_bytes(row + at, row + last.at, far_rest(d, at));
    return (match){at - last.at, length >= HASH_SIZE ? length : 0};
}

// The match at `at` that saves most; none of fewer bytes than MATCH_MIN.
static match find_match(bs_deflate *d, const uint8_t *row, size_t at)
{
    match above = find_above(d, row, at), pixel = find_pixel(d, row, at);
    match before = find_seen(d, row, at);
    if (above.length < ABOVE_MIN) above.length = 0;
    if (pixel.length < MATCH_MIN) pixel.length = 0;
    if (pixel.length >= PIXEL_ENOUGH) return pixel;
    if (before.length >= pixel.length + FAR_MORE && before.length > above.length) return before;
    return above.length >= pixel.length + FAR_MORE ? above : pixel;
}

// How far the match that the row before ended with goes on.
static size_t go_on(const bs_deflate *d, const uint8_t *row)
{
    if (d->match.length == 0 || d->above_distance != d->row_size) return 0;
    if (d->match.distance == d->row_size) return find_above(d, row, 0).length;
    if (d->match.distance != d->step) return 0;
    size_t first = same_bytes(row, d->above + d->row_size - d->step, d->step);
    return first < d->step ? first : first + find_pixel(d, row, d->step).length;
}

static void find_matches(bs_deflate *d, const uint8_t *row)
{
    size_t at = go_on(d, row);
    d->match.length += at;
    while (at < d->row_size) {
        end_match(d);
        match found = find_match(d, row, at);
        if (found.length > 0) {
            d->match = found;
            at += found.length;
        } else {
            add_token(d, 0, row[at++]);
        }
    }
}

// --- rows ----------------------------------------------------------------------------------------

bs_status bs_deflate__new(bs_deflate **made, bs_buffer *out, size_t row_size, size_t step,
                          bs_error *err)
{
    bs_deflate *d = calloc(1, sizeof *d);
    uint8_t *above = malloc(row_size);
    if (d == NULL || above == NULL) {
        free(d);
        free(above);
        return bs_fail(err, BS_E_MEMORY, "out of memory");
    }
    d->out = out;
    d->row_size = row_size;
    d->step = step;
    d->above = above;
    d->check = 1;
    memset(above, 0, row_size);
    above[0] = FILTER_UP;
    d->up_check = adler32_z(1, above, row_size);
    for (size_t i = MATCH_MIN; i <= MATCH_MAX; i++)
        d->lengths[i] = code_length(i);
    bs_buffer_add(out, BS_STR("\x78\x01")); // a window of 32 kB, made fast
    *made = d;
    return BS_OK;
}

static void add_check(bs_deflate *d, uLong row_check)
{
    d->check = adler32_combine(d->check, row_check, (z_off_t)d->row_size);
}

void bs_deflate__row(bs_deflate *d, const uint8_t *row)
{
    find_matches(d, row);
    memcpy(d->above, row, d->row_size);
    d->above_distance = d->row_size <= DISTANCE_MAX ? d->row_size : 0;
    d->uniform = same_bytes(row, row + 1, d->row_size - 1) == d->row_size - 1;
    d->row_count++;
    d->row_check = adler32_z(1, row, d->row_size);
    add_check(d, d->row_check);
}

// Goes on with, or begins, a match that copies the pixel before.
static void add_pixels(bs_deflate *d, size_t size)
{
    if (d->match.distance != d->step) end_match(d);
    d->match.distance = d->step;
    d->match.length += size;
}

void bs_deflate__row_again(bs_deflate *d)
{
    if (d->uniform) {
        add_pixels(d, d->row_size);
        add_check(d, d->row_check);
        return;
    }
    end_match(d);
    add_token(d, 0, FILTER_UP);
    for (size_t i = 0; i < d->step; i++)
        add_token(d, 0, 0);
    if (d->row_size - 1 - d->step >= MATCH_MIN) {
        add_pixels(d, d->row_size - 1 - d->step);
    } else {
        for (size_t i = 1 + d->step; i < d->row_size; i++)
            add_token(d, 0, 0);
    }
    add_check(d, d->up_check);
    if (d->above_distance > 0) d->above_distance += d->row_size;
    if (d->above_distance > DISTANCE_MAX) d->above_distance = 0;
}

void bs_deflate__end(bs_deflate *d)
{
    enum { BYTE_BITS = 8, CHECK_BYTES = 4 };
    end_match(d);
    write_block(d, true);
    add_bits(d, 0, (BYTE_BITS - d->bit_count % BYTE_BITS) % BYTE_BITS);
    write_bits(d);
    for (int i = CHECK_BYTES - 1; i >= 0; i--)
        bs_buffer_add_char(d->out, (char)(d->check >> (BYTE_BITS * i) & 0xFF));
}

void bs_deflate__free(bs_deflate *d)
{
    if (d == NULL) return;
    free(d->above);
    free(d);
}
