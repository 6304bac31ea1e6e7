// SPDX-License-Identifier: GPL-3.0-or-later
#include "plots/render/deflate.h"

#include "engine/base/array.h"

enum {
    MATCH_MIN = 4, // a match of three bytes seldom pays
    MATCH_MAX = 258,
    DISTANCE_MAX = 32768,
    HASH_BITS = 14,
    LITERAL_COUNT = 286, // bytes, end of block, lengths
    END_OF_BLOCK = 256,
    LENGTH_FIRST = 257,
    DISTANCE_COUNT = 30,
    CODE_LENGTH_COUNT = 19,
    CODE_BITS_MAX = 15,
    CODE_LENGTH_BITS_MAX = 7,
    ADLER_PRIME = 65521,
    ADLER_RUN = 5552, // bytes that can be summed before the sums overflow 32 bits
};

// RFC 1951, 3.2.5: first length or distance of each code, and its extra bits.
typedef struct range {
    uint16_t first;
    uint8_t extra;
} range;

static const range lengths[] = {
    {3, 0},  {4, 0},  {5, 0},  {6, 0},   {7, 0},   {8, 0},   {9, 0},   {10, 0},  {11, 1},  {13, 1},
    {15, 1}, {17, 1}, {19, 2}, {23, 2},  {27, 2},  {31, 2},  {35, 3},  {43, 3},  {51, 3},  {59, 3},
    {67, 4}, {83, 4}, {99, 4}, {115, 4}, {131, 5}, {163, 5}, {195, 5}, {227, 5}, {258, 0},
};
static const range distances[] = {
    {1, 0},     {2, 0},     {3, 0},     {4, 0},      {5, 1},      {7, 1},
    {9, 2},     {13, 2},    {17, 3},    {25, 3},     {33, 4},     {49, 4},
    {65, 5},    {97, 5},    {129, 6},   {193, 6},    {257, 7},    {385, 7},
    {513, 8},   {769, 8},   {1025, 9},  {1537, 9},   {2049, 10},  {3073, 10},
    {4097, 11}, {6145, 11}, {8193, 12}, {12289, 12}, {16385, 13}, {24577, 13},
};
_Static_assert(BS_COUNT(lengths) == LITERAL_COUNT - LENGTH_FIRST, "a row for each length code");
_Static_assert(BS_COUNT(distances) == DISTANCE_COUNT, "a row for each distance code");

static size_t code_of(const range *ranges, size_t count, size_t value)
{
    size_t low = 0, high = count;
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (ranges[middle].first <= value)
            low = middle;
        else
            high = middle;
    }
    return low;
}

// A literal byte, or a match of `length` bytes `distance` back.
typedef struct token {
    uint16_t length;   // 0: a literal
    uint16_t distance; // less 1; of a literal, the byte
} token;

// A Huffman code: bits and length of each symbol.
typedef struct code {
    uint16_t bits[LITERAL_COUNT];
    uint8_t size[LITERAL_COUNT];
} code;

typedef struct deflater {
    bs_arena *arena;
    const uint8_t *bytes;
    size_t len;
    size_t row_size;
    BS_ARRAY(token) tokens;
    bs_buffer *out;
    uint64_t pending; // bits that do not fill a byte yet
    unsigned pending_count;
} deflater;

// --- matches -------------------------------------------------------------------------------------

static size_t match_length(const deflater *d, size_t at, size_t distance)
{
    if (distance == 0 || distance > at || distance > DISTANCE_MAX) return 0;
    const uint8_t *here = d->bytes + at, *there = here - distance;
    size_t most = d->len - at < MATCH_MAX ? d->len - at : MATCH_MAX, length = 0;
    while (length < most && here[length] == there[length])
        length++;
    return length;
}

static uint32_t hash_at(const deflater *d, size_t at)
{
    uint32_t word;
    memcpy(&word, d->bytes + at, sizeof word);
    return word * 2654435761u >> (32 - HASH_BITS);
}

// The longest of three guesses: the row above, the byte before, and where the same four bytes were
// seen last.
static token best_match(const deflater *d, size_t at, size_t seen)
{
    size_t guesses[] = {d->row_size, 1, seen > 0 ? at - (seen - 1) : 0};
    token best = {0, 0};
    for (size_t i = 0; i < BS_COUNT(guesses); i++) {
        size_t length = match_length(d, at, guesses[i]);
        if (length < MATCH_MIN || length <= best.length) continue;
        best = (token){(uint16_t)length, (uint16_t)(guesses[i] - 1)};
        if (length == MATCH_MAX) break;
    }
    return best;
}

static bs_status find_tokens(deflater *d, bs_error *err)
{
    uint32_t *seen = BS_NEW_ARRAY(d->arena, uint32_t, (size_t)1 << HASH_BITS);
    if (seen == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    for (size_t at = 0; at < d->len;) {
        token *t = BS_PUSH(d->arena, &d->tokens);
        if (t == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
        *t = (token){0, d->bytes[at]};
        if (d->len - at >= MATCH_MIN) {
            uint32_t hash = hash_at(d, at);
            token match = best_match(d, at, seen[hash]);
            seen[hash] = (uint32_t)at + 1;
            if (match.length > 0) *t = match;
        }
        at += t->length > 0 ? t->length : 1;
    }
    return BS_OK;
}

// --- Huffman codes -------------------------------------------------------------------------------

typedef struct tree {
    uint32_t weight[2 * LITERAL_COUNT];
    int parent[2 * LITERAL_COUNT];
    int count;
} tree;

// The lightest node that has no parent yet, but for `other`; -1 when there is none.
static int lightest(const tree *t, int other)
{
    int best = -1;
    for (int i = 0; i < t->count; i++) {
        if (t->parent[i] >= 0 || t->weight[i] == 0 || i == other) continue;
        if (best < 0 || t->weight[i] < t->weight[best]) best = i;
    }
    return best;
}

// Sizes of a Huffman code for the weights; returns the longest.
static int sizes_of(const uint32_t *weights, int count, uint8_t *size)
{
    tree t = {.count = count};
    for (int i = 0; i < 2 * LITERAL_COUNT; i++)
        t.parent[i] = -1;
    for (int i = 0; i < count; i++)
        t.weight[i] = weights[i];
    for (;;) {
        int a = lightest(&t, -1), b = lightest(&t, a);
        if (b < 0) break;
        t.weight[t.count] = t.weight[a] + t.weight[b];
        t.parent[a] = t.parent[b] = t.count++;
    }
    int longest = 0;
    for (int i = 0; i < count; i++) {
        int depth = 0;
        for (int node = i; t.parent[node] >= 0; node = t.parent[node])
            depth++;
        size[i] = (uint8_t)(weights[i] > 0 && depth == 0 ? 1 : depth);
        if (size[i] > longest) longest = size[i];
    }
    return longest;
}

static uint16_t reversed(unsigned bits, unsigned size)
{
    unsigned out = 0;
    for (unsigned i = 0; i < size; i++)
        out |= ((bits >> i) & 1) << (size - 1 - i);
    return (uint16_t)out;
}

// Canonical bits for the sizes, RFC 1951, 3.2.2, in the order in which they are sent.
static void number_codes(code *c, int count)
{
    unsigned next = 0;
    for (unsigned size = 1; size <= CODE_BITS_MAX; size++) {
        next <<= 1;
        for (int i = 0; i < count; i++) {
            if (c->size[i] == size) c->bits[i] = reversed(next++, size);
        }
    }
}

// A code for the weights with no symbol longer than `size_max`: weights are made more alike until
// it is so. At least two symbols are coded, because some readers refuse fewer.
static void make_code(code *c, uint32_t *weights, int count, int size_max)
{
    int used = 0;
    for (int i = 0; i < count; i++)
        used += weights[i] > 0;
    for (int i = 0; i < count && used < 2; i++) {
        if (weights[i] > 0) continue;
        weights[i] = 1;
        used++;
    }
    *c = (code){0};
    while (sizes_of(weights, count, c->size) > size_max) {
        for (int i = 0; i < count; i++) {
            if (weights[i] > 0) weights[i] = weights[i] / 2 + 1;
        }
    }
    number_codes(c, count);
}

// --- bits ----------------------------------------------------------------------------------------

static void put(deflater *d, unsigned bits, unsigned count)
{
    d->pending |= (uint64_t)bits << d->pending_count;
    d->pending_count += count;
    while (d->pending_count >= 8) {
        bs_buffer_add_char(d->out, (char)(d->pending & 0xFF));
        d->pending >>= 8;
        d->pending_count -= 8;
    }
}

static void put_symbol(deflater *d, const code *c, size_t symbol)
{
    put(d, c->bits[symbol], c->size[symbol]);
}

static void put_tokens(deflater *d, const code *literal, const code *distance)
{
    for (size_t i = 0; i < d->tokens.count; i++) {
        token t = d->tokens.items[i];
        if (t.length == 0) {
            put_symbol(d, literal, t.distance);
            continue;
        }
        size_t l = code_of(lengths, BS_COUNT(lengths), t.length);
        put_symbol(d, literal, LENGTH_FIRST + l);
        put(d, (unsigned)(t.length - lengths[l].first), lengths[l].extra);
        size_t back = (size_t)t.distance + 1;
        size_t p = code_of(distances, BS_COUNT(distances), back);
        put_symbol(d, distance, p);
        put(d, (unsigned)(back - distances[p].first), distances[p].extra);
    }
    put_symbol(d, literal, END_OF_BLOCK);
}

static void count_tokens(const deflater *d, uint32_t *literal, uint32_t *distance)
{
    for (size_t i = 0; i < d->tokens.count; i++) {
        token t = d->tokens.items[i];
        if (t.length == 0) {
            literal[t.distance]++;
            continue;
        }
        literal[LENGTH_FIRST + code_of(lengths, BS_COUNT(lengths), t.length)]++;
        distance[code_of(distances, BS_COUNT(distances), (size_t)t.distance + 1)]++;
    }
    literal[END_OF_BLOCK]++;
}

// The sizes of both codes, themselves in a Huffman code, one by one: runs are not worth the words.
static void put_codes(deflater *d, const code *literal, const code *distance)
{
    static const uint8_t order[CODE_LENGTH_COUNT] = {16, 17, 18, 0, 8,  7, 9,  6, 10, 5,
                                                     11, 4,  12, 3, 13, 2, 14, 1, 15};
    uint32_t weights[CODE_LENGTH_COUNT] = {0};
    for (int i = 0; i < LITERAL_COUNT; i++)
        weights[literal->size[i]]++;
    for (int i = 0; i < DISTANCE_COUNT; i++)
        weights[distance->size[i]]++;
    code sizes;
    make_code(&sizes, weights, CODE_LENGTH_COUNT, CODE_LENGTH_BITS_MAX);
    put(d, LITERAL_COUNT - LENGTH_FIRST, 5);
    put(d, DISTANCE_COUNT - 1, 5);
    put(d, CODE_LENGTH_COUNT - 4, 4);
    for (int i = 0; i < CODE_LENGTH_COUNT; i++)
        put(d, sizes.size[order[i]], 3);
    for (int i = 0; i < LITERAL_COUNT; i++)
        put_symbol(d, &sizes, literal->size[i]);
    for (int i = 0; i < DISTANCE_COUNT; i++)
        put_symbol(d, &sizes, distance->size[i]);
}

static uint32_t adler32(const uint8_t *bytes, size_t len)
{
    uint32_t a = 1, b = 0;
    for (size_t at = 0; at < len;) {
        size_t end = len - at < ADLER_RUN ? len : at + ADLER_RUN;
        for (; at < end; at++) {
            a += bytes[at];
            b += a;
        }
        a %= ADLER_PRIME;
        b %= ADLER_PRIME;
    }
    return b << 16 | a;
}

bs_status bs_deflate(bs_buffer *out, bs_arena *arena, bs_str bytes, size_t row_size, bs_error *err)
{
    deflater d = {.arena = arena,
                  .bytes = (const uint8_t *)bytes.ptr,
                  .len = bytes.len,
                  .row_size = row_size,
                  .out = out};
    if (bytes.len >= UINT32_MAX) return bs_fail(err, BS_E_MEMORY, "a picture is too large");
    BS_TRY(find_tokens(&d, err));
    uint32_t literal_weights[LITERAL_COUNT] = {0}, distance_weights[DISTANCE_COUNT] = {0};
    count_tokens(&d, literal_weights, distance_weights);
    code literal, distance;
    make_code(&literal, literal_weights, LITERAL_COUNT, CODE_BITS_MAX);
    make_code(&distance, distance_weights, DISTANCE_COUNT, CODE_BITS_MAX);
    bs_buffer_add(out, BS_STR("\x78\x01")); // zlib: deflate, window of 32 KiB, fastest
    put(&d, 1, 1);                          // last block
    put(&d, 2, 2);                          // with its own codes
    put_codes(&d, &literal, &distance);
    put_tokens(&d, &literal, &distance);
    if (d.pending_count > 0) put(&d, 0, 8 - d.pending_count);
    uint32_t sum = adler32(d.bytes, d.len);
    for (int shift = 24; shift >= 0; shift -= 8)
        bs_buffer_add_char(out, (char)(sum >> shift & 0xFF));
    return bs_buffer_status(out, err);
}
