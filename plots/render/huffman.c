// SPDX-License-Identifier: GPL-3.0-or-later
#include "plots/render/deflate_internal.h"

#include <stdlib.h>

enum { DEPTH_MAX = 64 }; // of a tree of 32-bit weights, which double every two levels at least

typedef struct leaf {
    uint32_t weight;
    uint16_t symbol;
} leaf;

// By weight, then by symbol: the same weights give the same code everywhere.
static int compare_leaves(const void *a, const void *b)
{
    const leaf *x = a, *y = b;
    if (x->weight != y->weight) return x->weight < y->weight ? -1 : 1;
    return (int)x->symbol - (int)y->symbol;
}

// Takes the lighter of the next leaf and the next inner node; both queues are sorted.
static size_t take_lightest(const uint32_t *weights, size_t leaf_count, size_t *next_leaf,
                            size_t *next_inner, size_t inner_end)
{
    bool inner = *next_inner < inner_end &&
                 (*next_leaf >= leaf_count || weights[*next_inner] < weights[*next_leaf]);
    return inner ? (*next_inner)++ : (*next_leaf)++;
}

// How many leaves each depth of Huffman's tree has: leaves first, inner nodes as they are made.
static void count_depths(const leaf *leaves, size_t count, uint32_t depths[DEPTH_MAX])
{
    uint32_t weights[2 * BS_DEFLATE_SYMBOLS];
    uint16_t parents[2 * BS_DEFLATE_SYMBOLS];
    uint8_t depth[2 * BS_DEFLATE_SYMBOLS];
    for (size_t i = 0; i < count; i++)
        weights[i] = leaves[i].weight;
    size_t next_leaf = 0, next_inner = count, root = 2 * count - 2;
    for (size_t node = count; node <= root; node++) {
        size_t a = take_lightest(weights, count, &next_leaf, &next_inner, node);
        size_t b = take_lightest(weights, count, &next_leaf, &next_inner, node);
        weights[node] = weights[a] + weights[b];
        parents[a] = parents[b] = (uint16_t)node;
    }
    depth[root] = 0;
    for (size_t node = root; node-- > 0;) {
        depth[node] = (uint8_t)(depth[parents[node]] + 1);
        if (node < count) depths[depth[node]]++;
    }
}

// Brings leaves that are too deep up to bits_max, and others down until the code is complete again:
// each step takes one deep leaf beside a shallower one that becomes an inner node.
static void limit_depths(uint32_t depths[DEPTH_MAX], unsigned bits_max)
{
    uint32_t sum = 0; // of 2^-depth, in units of 2^-bits_max
    for (unsigned i = bits_max + 1; i < DEPTH_MAX; i++) {
        depths[bits_max] += depths[i];
        depths[i] = 0;
    }
    for (unsigned i = 1; i <= bits_max; i++)
        sum += depths[i] << (bits_max - i);
    for (; sum > 1u << bits_max; sum--) {
        unsigned i = bits_max - 1;
        while (depths[i] == 0)
            i--;
        depths[i]--;
        depths[i + 1] += 2;
        depths[bits_max]--;
    }
}

static uint16_t reversed(uint32_t code, unsigned bits)
{
    uint32_t out = 0;
    for (unsigned i = 0; i < bits; i++)
        out |= (code >> i & 1) << (bits - 1 - i);
    return (uint16_t)out;
}

// RFC 1951, 3.2.2: codes of one length follow one another in the order of the symbols.
static void assign_codes(bs_huffman *codes, size_t count, const uint32_t depths[DEPTH_MAX])
{
    uint32_t next[BS_HUFFMAN_BITS_MAX + 1] = {0};
    for (unsigned bits = 1; bits < BS_HUFFMAN_BITS_MAX; bits++)
        next[bits + 1] = (next[bits] + depths[bits]) << 1;
    for (size_t i = 0; i < count; i++) {
        unsigned bits = codes->lengths[i];
        if (bits > 0) codes->codes[i] = reversed(next[bits]++, bits);
    }
}

void bs_huffman__make(bs_huffman *codes, const uint32_t *weights, size_t count, unsigned bits_max)
{
    leaf leaves[BS_DEFLATE_SYMBOLS];
    uint32_t depths[DEPTH_MAX] = {0};
    size_t leaf_count = 0;
    *codes = (bs_huffman){0};
    for (size_t i = 0; i < count; i++) {
        if (weights[i] > 0) leaves[leaf_count++] = (leaf){weights[i], (uint16_t)i};
    }
    if (leaf_count == 0) return;
    qsort(leaves, leaf_count, sizeof leaves[0], compare_leaves);
    if (leaf_count == 1) {
        depths[1] = 1;
    } else {
        count_depths(leaves, leaf_count, depths);
        limit_depths(depths, bits_max);
    }
    size_t at = leaf_count;
    for (unsigned bits = 1; bits <= bits_max; bits++) {
        for (uint32_t i = 0; i < depths[bits]; i++)
            codes->lengths[leaves[--at].symbol] = (uint8_t)bits;
    }
    assign_codes(codes, count, depths);
}
