// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a fuzz target without libFuzzer: every seed as it is, and COUNT mutations of each, from a
// fixed start so that a failure comes back.
//   usage: driver COUNT PATH...      (a folder stands for the files in it)
#include <dirent.h>
#include <stdio.h>
#include <string.h>

#include "engine/base/file.h"
#include "tests/fuzz/fuzz.h"

enum { SEED_BYTES_MAX = 8 * 1024 };

// xorshift64*: Vigna, "An experimental exploration of Marsaglia's xorshift generators, scrambled".
static uint64_t next_random(uint64_t *state)
{
    *state ^= *state >> 12;
    *state ^= *state << 25;
    *state ^= *state >> 27;
    return *state * 2685821657736338717u;
}

// Changes, removes, doubles or moves a few pieces of the text.
static size_t mutate(uint8_t *out, const uint8_t *seed, size_t size, uint64_t *state)
{
    memcpy(out, seed, size);
    size_t changes = next_random(state) % 4 + 1;
    for (size_t i = 0; i < changes && size > 1; i++) {
        size_t at = next_random(state) % size, len = next_random(state) % 8 + 1;
        if (len > size - at) len = size - at;
        switch (next_random(state) % 4) {
        case 0: out[at] = (uint8_t)next_random(state); break;
        case 1:
            memmove(out + at, out + at + len, size - at - len);
            size -= len;
            break;
        case 2: memmove(out + next_random(state) % (size - len + 1), out + at, len); break;
        default: out[at] = (uint8_t) "0123456789,.-()%|\t\n<>"[next_random(state) % 21]; break;
        }
    }
    return size;
}

static void run_seed(const char *path, long count, size_t *runs)
{
    bs_buffer seed = BS_BUFFER_INIT;
    if (bs_file_read(path, &seed, NULL) == BS_OK && seed.len > 0) {
        size_t size = seed.len < SEED_BYTES_MAX ? seed.len : SEED_BYTES_MAX;
        uint64_t state = 88172645463325252u + size;
        uint8_t *input = malloc(size);
        if (input == NULL) abort();
        memcpy(input, seed.ptr, size);
        LLVMFuzzerTestOneInput(input, size);
        for (long i = 0; i < count; i++) {
            size_t len = mutate(input, (const uint8_t *)seed.ptr, size, &state);
            LLVMFuzzerTestOneInput(input, len);
        }
        free(input);
        *runs += (size_t)count + 1;
    }
    bs_buffer_deinit(&seed);
}

int main(int argc, char **argv)
{
    long count = argc > 1 ? strtol(argv[1], NULL, 10) : 0;
    size_t runs = 0;
    for (int i = 2; i < argc; i++) {
        DIR *folder = opendir(argv[i]);
        struct dirent *entry;
        while (folder != NULL && (entry = readdir(folder)) != NULL) {
            char path[4096];
            snprintf(path, sizeof path, "%s/%s", argv[i], entry->d_name);
            run_seed(path, count, &runs);
        }
        if (folder != NULL) closedir(folder);
    }
    printf("%zu runs\n", runs);
    return runs == 0;
}
