// SPDX-License-Identifier: GPL-3.0-or-later
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/analyze/channel.h"
#include "engine/base/array.h"

static bs_printed parsed(const char *text)
{
    bs_printed out;
    assert_true(bs_printed_parse(&out, bs_str_from(text)));
    return out;
}

static void test_reads_numbers_as_they_are_printed(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int64_t coefficient;
        int decimals;
    } rows[] = {
        {"206", 206, 0},
        {"130,049.86", 13004986, 2},
        {"-3.2", -32, 1},
        {"−3.2", -32, 1},
        {"△0.5", -5, 1},
        {"(1,234)", -1234, 0},
        {"１２.５", 125, 1},
        {" 7 ", 7, 0},
        {"0.050", 50, 3},
        {"12\xE2\x80\xAF"
         "345",
         12345, 0},
        {"+4.1", 41, 1},
        {"12.", 12, 0},
    };
    for (size_t i = 0; i < BS_COUNT(rows); i++) {
        bs_printed p = parsed(rows[i].text);
        assert_int_equal(bs_printed_coefficient(&p), rows[i].coefficient);
        assert_int_equal(bs_printed_decimals(&p), rows[i].decimals);
    }
}

static void test_refuses_what_is_no_number(void **state)
{
    (void)state;
    static const char *const texts[] = {"",     "-",  "...", "1.2.3", "12a", ".5",
                                        "1만",  "(3", "3)",  "--3",   "1-2", "123456789012345678",
                                        "1.2,3"};
    for (size_t i = 0; i < BS_COUNT(texts); i++) {
        bs_printed out;
        assert_false(bs_printed_parse(&out, bs_str_from(texts[i])));
    }
}

// The chance of `meant` among what may have been printed as `text`, over all slips of this name.
static double chance_of(const char *text, int decimals, const char *meant, bs_slip slip)
{
    bs_printed print = parsed(text), wanted = parsed(meant);
    bs_intended out[BS_INTENDED_COUNT_MAX];
    size_t count = bs_channel_undo(out, &print, decimals);
    assert_true(count <= BS_INTENDED_COUNT_MAX);
    double sum = 0;
    for (size_t i = 0; i < count; i++) {
        bool same =
            bs_intended_value(out[i].coefficient, out[i].scale) == bs_printed_value(&wanted);
        if (same && out[i].slip == slip) sum += out[i].chance;
    }
    return sum;
}

// Pairs of what was meant and what was printed; the chances are counted by hand.
static void test_undoes_every_slip(void **state)
{
    (void)state;
    static const struct {
        const char *printed;
        int decimals;
        const char *meant;
        bs_slip slip;
        double chance;
    } rows[] = {
        {"206", 0, "260", BS_SLIP_TRANSPOSE, 1. / 2},     // 20|6 and 2|06 differ
        {"1,460", 0, "1,640", BS_SLIP_TRANSPOSE, 1. / 3}, // 14, 46, 60
        {"21.7", 1, "12.7", BS_SLIP_TRANSPOSE, 1. / 2},   // over the point: 21, 17
        {"43.537", 3, "143.537", BS_SLIP_DROP, 1. / 6},   // six places to put a digit
        {"59.0", 2, "59.02", BS_SLIP_DROP, 1. / 4},       // a decimal is missing
        {"155", 0, "1555", BS_SLIP_DROP, 3. / 4},         // a 5 fits at three places
        {"14.1", 1, "141.1", BS_SLIP_DROP, 1. / 4},       // one of them in front of the point
        {"55.5", 2, "55.55", BS_SLIP_DROP, 2. / 4},       // two of them behind it
        {"0.4", 1, "3.4", BS_SLIP_DROP, 0},               // 03.4 is no number
        {"377.88", 2, "37.88", BS_SLIP_DOUBLE, 1. / 4},   // five digits have four pairs
        {"14.44", 1, "14.4", BS_SLIP_DOUBLE, 1. / 3},     // a decimal too many
        {"36", 0, "3.6", BS_SLIP_DECIMAL, .35},           // printed ten times too large
        {"0.492", 2, "4.92", BS_SLIP_DECIMAL, .35},       // ten times too small
        {"14000", 0, "14", BS_SLIP_DECIMAL, .2},          // a thousand times too large
        {"56,430,000", 0, "5,643", BS_SLIP_UNIT, .4},     // 만 too much
        {"580000000", 1, "5.8", BS_SLIP_UNIT, .25},       // 억 too much
        {"0.0369", 0, "369", BS_SLIP_UNIT, .25},          // 만 too little
        {"-164", 0, "164", BS_SLIP_SIGN, 1},              //
        {"49.953", 0, "49,953", BS_SLIP_THOUSAND, 1},     // the comma read as a point
        {"104,5", 1, "1045", BS_SLIP_THOUSAND, 0},        // nothing to read so
    };
    for (size_t i = 0; i < BS_COUNT(rows); i++) {
        double chance = chance_of(rows[i].printed, rows[i].decimals, rows[i].meant, rows[i].slip);
        assert_float_equal(chance, rows[i].chance, 1e-12);
    }
}

// 1 and 7 look alike; of the wrong digits that 7 turns into, half are 6, 8, 1 or 2.
static void test_similar_digits_are_taken_for_each_other(void **state)
{
    (void)state;
    double alike = chance_of("31", 0, "37", BS_SLIP_SUBSTITUTE);
    double other = chance_of("35", 0, "37", BS_SLIP_SUBSTITUTE);
    assert_float_equal(alike, (.5 / 9 + .5 / 4) / 2, 1e-12);
    assert_float_equal(other, .5 / 9 / 2, 1e-12);
}

// Whatever is printed, no more than the whole chance of a slip is given away, for a slip is undone
// at most in all its ways.
static void test_chances_do_not_exceed_one(void **state)
{
    (void)state;
    static const char *const texts[] = {"0",    "7",     "206",   "1,111,111",        "0.0005",
                                        "9.99", "-12.5", "10000", "12345678901234567"};
    for (size_t i = 0; i < BS_COUNT(texts); i++) {
        double sums[BS_SLIP_COUNT] = {0};
        bs_printed print = parsed(texts[i]);
        bs_intended out[BS_INTENDED_COUNT_MAX];
        size_t count = bs_channel_undo(out, &print, bs_printed_decimals(&print));
        for (size_t k = 0; k < count; k++) {
            assert_true(out[k].chance > 0 && out[k].scale >= 0);
            if (out[k].slip != BS_SLIP_DROP && out[k].slip != BS_SLIP_SUBSTITUTE) {
                sums[out[k].slip] += out[k].chance;
            }
        }
        for (size_t s = 0; s < BS_SLIP_COUNT; s++)
            assert_true(sums[s] <= 1 + 1e-9);
    }
}

static void test_weights_of_a_profile_add_up(void **state)
{
    (void)state;
    for (int p = 0; p < BS_PROFILE_COUNT; p++) {
        double sum = 0;
        for (int s = 0; s < BS_SLIP_COUNT; s++)
            sum += bs_slip_weights((bs_profile)p)[s];
        assert_float_equal(sum, 1, 1e-9);
    }
}

static void test_proposals_look_like_the_row(void **state)
{
    (void)state;
    static const struct {
        int64_t coefficient;
        int scale;
        const char *like;
        const char *text;
    } rows[] = {
        {260, 0, "206", "260"},
        {13004986, 2, "1,300.5", "130,049.86"},
        {-1234567, 0, "△1,2", "△1,234,567"},
        {-50, 1, "(3.0)", "(5.0)"},
        {5, 3, "1.0", "0.005"},
        {-7, 0, "8", "-7"},
        {12345, 0, "12345", "12345"},
        {0, 2, "1.00", "0.00"},
    };
    for (size_t i = 0; i < BS_COUNT(rows); i++) {
        bs_printed like = parsed(rows[i].like);
        bs_buffer text = BS_BUFFER_INIT;
        bs_printed_write(&text, rows[i].coefficient, rows[i].scale, &like);
        assert_string_equal(text.ptr, rows[i].text);
        bs_buffer_deinit(&text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_reads_numbers_as_they_are_printed),
        cmocka_unit_test(test_refuses_what_is_no_number),
        cmocka_unit_test(test_undoes_every_slip),
        cmocka_unit_test(test_similar_digits_are_taken_for_each_other),
        cmocka_unit_test(test_chances_do_not_exceed_one),
        cmocka_unit_test(test_weights_of_a_profile_add_up),
        cmocka_unit_test(test_proposals_look_like_the_row),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
