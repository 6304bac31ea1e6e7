// SPDX-License-Identifier: GPL-3.0-or-later
// Pieces are taken in order, each once, whatever order the threads finish in.
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "engine/base/hash.h"
#include "engine/base/pipeline.h"

enum { PIECE_COUNT = 400, SLOT_COUNT = 5 };

typedef struct job {
    int claimed;
    int piece[SLOT_COUNT];
    int square[SLOT_COUNT];
    int taken;
    int fail_claim; // numbers of the pieces that fail; -1 for none
    int fail_work;
    int fail_take;
} job;

static bs_status claim(void *context, size_t slot, bool *more, bs_error *err)
{
    job *own = context;
    *more = own->claimed < PIECE_COUNT;
    if (!*more) return BS_OK;
    if (own->claimed == own->fail_claim) return bs_fail(err, BS_E_IO, "claim");
    own->piece[slot] = own->claimed++;
    return BS_OK;
}

static bs_status work(void *context, size_t slot, bs_error *err)
{
    job *own = context;
    int piece = own->piece[slot];
    if (piece % 7 == 0) usleep(200);
    if (piece == own->fail_work) return bs_fail(err, BS_E_FORMAT, "work");
    own->square[slot] = piece * piece;
    return BS_OK;
}

static bs_status take(void *context, size_t slot, bs_error *err)
{
    job *own = context;
    assert_int_equal(own->square[slot], own->taken * own->taken);
    if (own->taken == own->fail_take) return bs_fail(err, BS_E_STORE, "take");
    own->taken++;
    return BS_OK;
}

static bs_status run(job *own, size_t helper_count, size_t slot_count, bs_error *err)
{
    bs_pipeline pipeline = {.context = own,
                            .slot_count = slot_count,
                            .helper_count = helper_count,
                            .claim = claim,
                            .work = work,
                            .take = take};
    return bs_pipeline_run(&pipeline, err);
}

static void test_order(void **state)
{
    (void)state;
    for (size_t helpers = 0; helpers < 4; helpers++) {
        for (size_t slots = 1; slots <= SLOT_COUNT; slots++) {
            job own = {.fail_claim = -1, .fail_work = -1, .fail_take = -1};
            assert_int_equal(run(&own, helpers, slots, NULL), BS_OK);
            assert_int_equal(own.taken, PIECE_COUNT);
        }
    }
}

// What came before the piece that failed is taken, and nothing behind it.
static void test_failures(void **state)
{
    (void)state;
    for (size_t helpers = 0; helpers < 3; helpers++) {
        job jobs[] = {
            {.fail_claim = 90, .fail_work = -1, .fail_take = -1},
            {.fail_claim = -1, .fail_work = 90, .fail_take = -1},
            {.fail_claim = -1, .fail_work = -1, .fail_take = 90},
            {.fail_claim = 95, .fail_work = 90, .fail_take = -1},
        };
        static const char *const says[] = {"claim", "work", "take", "work"};
        for (size_t i = 0; i < sizeof jobs / sizeof jobs[0]; i++) {
            bs_error err = BS_ERROR_INIT;
            assert_int_not_equal(run(&jobs[i], helpers, SLOT_COUNT, &err), BS_OK);
            assert_string_equal(err.message, says[i]);
            assert_int_equal(jobs[i].taken, 90);
        }
    }
}

// Values that xxh128sum and xxhsum -H3 of xxHash 0.8.1 print.
static void test_hash(void **state)
{
    (void)state;
    char text[BS_HASH_TEXT_SIZE];
    bs_hash_text(bs_hash_of(BS_STR("abc")), text);
    assert_string_equal(text, "06b05ab6733a618578af5f94892f3950");
    bs_hash_text(bs_hash_of(BS_STR("")), text);
    assert_string_equal(text, "99aa06d3014798d86001c324468d497f");
    assert_true(bs_hash_of_64(BS_STR("abc")) == 0x78af5f94892f3950u);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_order),
        cmocka_unit_test(test_failures),
        cmocka_unit_test(test_hash),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
