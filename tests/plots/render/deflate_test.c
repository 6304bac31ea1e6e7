// SPDX-License-Identifier: GPL-3.0-or-later
// Streams are read back by zlib, which knows nothing of our writer and checks every sum.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <zlib.h>

#include "engine/base/array.h"
#include "plots/render/deflate_internal.h"

typedef struct picture {
    size_t row_size, step, row_count;
    uint8_t *bytes;
} picture;

// Knuth's generator of MMIX; the high bits.
static uint32_t next_random(uint64_t *state)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(*state >> 33);
}

static picture make_picture(size_t row_size, size_t step, size_t row_count)
{
    picture p = {row_size, step, row_count, calloc(row_count, row_size)};
    assert_non_null(p.bytes);
    return p;
}

static uint8_t *row_of(const picture *p, size_t y)
{
    return p->bytes + y * p->row_size;
}

// Every fifth row is given as a new one even where it is not.
static void deflate_picture(bs_buffer *out, const picture *p)
{
    bs_deflate *d;
    assert_int_equal(bs_deflate__new(&d, out, p->row_size, p->step, NULL), BS_OK);
    for (size_t y = 0; y < p->row_count; y++) {
        bool again = y > 0 && memcmp(row_of(p, y), row_of(p, y - 1), p->row_size) == 0;
        if (again && y % 5 != 0)
            bs_deflate__row_again(d);
        else
            bs_deflate__row(d, row_of(p, y));
    }
    bs_deflate__end(d);
    bs_deflate__free(d);
}

// Undoes the filter "up" of a PNG (RFC 2083, 6.4), which says that a row is as the one above or how
// it differs from it.
static void undo_filter(uint8_t *bytes, const picture *p)
{
    for (size_t y = 0; y < p->row_count; y++) {
        uint8_t *row = bytes + y * p->row_size;
        assert_true(row[0] == 0 || (row[0] == 2 && y > 0));
        for (size_t x = 1; row[0] == 2 && x < p->row_size; x++)
            row[x] = (uint8_t)(row[x] + row[x - p->row_size]);
        row[0] = 0;
    }
}

// Frees the picture; returns the bytes of its stream.
static size_t check_picture(picture p)
{
    bs_buffer out = BS_BUFFER_INIT;
    uLongf size = (uLongf)(p.row_size * p.row_count + 1), used = 0;
    uint8_t *read = malloc(size);
    assert_non_null(read);
    deflate_picture(&out, &p);
    used = (uLong)out.len;
    assert_int_equal(uncompress2(read, &size, (const Bytef *)out.ptr, &used), Z_OK);
    assert_int_equal(used, out.len);
    assert_int_equal(size, p.row_size * p.row_count);
    undo_filter(read, &p);
    assert_memory_equal(read, p.bytes, size);
    free(read);
    free(p.bytes);
    bs_buffer_deinit(&out);
    return used;
}

static void every_size_of_row_comes_back(void **state)
{
    (void)state;
    uint64_t random = 1;
    for (size_t width = 1; width < 700; width += width < 20 ? 1 : 37) {
        for (size_t step = 1; step <= 3; step += 2) {
            picture p = make_picture(1 + width * step, step, 60);
            // Rows that repeat, rows with few changes, and noise of few and of many values.
            for (size_t y = 1; y < p.row_count; y++) {
                memcpy(row_of(&p, y), row_of(&p, y - 1), p.row_size);
                size_t changes = y % 3 == 0 ? 0 : y % 7 == 0 ? p.row_size : 3;
                for (size_t i = 0; i < changes; i++) {
                    uint8_t *byte = &row_of(&p, y)[1 + next_random(&random) % (width * step)];
                    *byte = (uint8_t)(next_random(&random) % (y < 30 ? 4 : 256));
                }
            }
            check_picture(p);
        }
    }
}

static void rows_that_are_too_long_to_copy_from_come_back(void **state)
{
    (void)state;
    static const size_t sizes[] = {32767, 32768, 32769, 98305};
    uint64_t random = 2;
    for (size_t i = 0; i < BS_COUNT(sizes); i++) {
        picture p = make_picture(sizes[i], 3, 6);
        for (size_t at = 1; at < sizes[i]; at++)
            p.bytes[at] = (uint8_t)(next_random(&random) % 50);
        memcpy(p.bytes + sizes[i] / 2, p.bytes + 1, sizes[i] / 2 - 1); // seen before
        for (size_t y = 1; y < p.row_count; y++)
            memcpy(row_of(&p, y), row_of(&p, y - 1), sizes[i]);
        check_picture(p);
    }
}

static void what_repeats_takes_hardly_any_room(void **state)
{
    (void)state;
    // One match is 258 bytes at most and takes two bits at least.
    picture p = make_picture(2400, 1, 3000);
    assert_true(check_picture(p) < 2400 * 3000 / 258 / 4 + 100);
    // Ten matches a row, and its first two bytes.
    p = make_picture(2400, 1, 3000);
    for (size_t y = 0; y < p.row_count; y++)
        row_of(&p, y)[1000] = 7;
    assert_true(check_picture(p) < 3000 * (10 * 3 + 2 * 4) / 8 + 200);
    // The same forty bytes of noise eight times in each row, a new forty in each.
    uint64_t random = 3;
    p = make_picture(321, 1, 100);
    for (size_t y = 0; y < p.row_count; y++) {
        for (size_t x = 1; x <= 40; x++)
            row_of(&p, y)[x] = (uint8_t)next_random(&random);
        for (size_t i = 1; i < 8; i++)
            memcpy(row_of(&p, y) + 1 + 40 * i, row_of(&p, y) + 1, 40);
    }
    assert_true(check_picture(p) < 100 * (40 + 10) + 400);
}

static void a_code_is_complete_and_no_longer_than_asked(void **state)
{
    (void)state;
    // The numbers of Fibonacci as weights give the deepest tree there is.
    uint32_t weights[BS_DEFLATE_SYMBOLS] = {1, 1};
    for (size_t i = 2; i < 40; i++)
        weights[i] = weights[i - 1] + weights[i - 2];
    for (unsigned bits_max = 6; bits_max <= BS_HUFFMAN_BITS_MAX; bits_max++) {
        bs_huffman codes;
        bs_huffman__make(&codes, weights, BS_DEFLATE_SYMBOLS, bits_max);
        uint32_t sum = 0; // Kraft: complete when the sum of 2^-length is 1
        for (size_t i = 0; i < BS_DEFLATE_SYMBOLS; i++) {
            assert_int_equal(codes.lengths[i] > 0, i < 40);
            assert_true(codes.lengths[i] <= bits_max);
            if (codes.lengths[i] > 0) sum += 1u << (bits_max - codes.lengths[i]);
            if (i > 0 && i < 40) assert_true(codes.lengths[i] <= codes.lengths[i - 1]);
        }
        assert_int_equal(sum, 1u << bits_max);
    }
}

static void a_code_is_that_of_huffman(void **state)
{
    (void)state;
    // Huffman 1952, by hand: 1+2=3, 3+3=6, 5+6=11, 11+12=23: depths 4 4 3 2 1 of 1 2 3 5 12.
    static const uint32_t weights[] = {12, 1, 5, 2, 3};
    static const uint8_t lengths[] = {1, 4, 2, 4, 3};
    bs_huffman codes;
    bs_huffman__make(&codes, weights, BS_COUNT(weights), BS_HUFFMAN_BITS_MAX);
    assert_memory_equal(codes.lengths, lengths, sizeof lengths);
    // RFC 1951, 3.2.2: 0, 1110, 10, 1111, 110, the first bit lowest.
    static const uint16_t expected[] = {0, 7, 1, 15, 3};
    assert_memory_equal(codes.codes, expected, sizeof expected);
    static const uint32_t alone[] = {0, 7};
    bs_huffman__make(&codes, alone, BS_COUNT(alone), BS_HUFFMAN_BITS_MAX);
    assert_int_equal(codes.lengths[1], 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_size_of_row_comes_back),
        cmocka_unit_test(rows_that_are_too_long_to_copy_from_come_back),
        cmocka_unit_test(what_repeats_takes_hardly_any_room),
        cmocka_unit_test(a_code_is_complete_and_no_longer_than_asked),
        cmocka_unit_test(a_code_is_that_of_huffman),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
