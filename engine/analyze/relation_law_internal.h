// SPDX-License-Identifier: GPL-3.0-or-later
// relation_law_internal.h: what finds laws of tables (relation_law.c), what tries lines for them
// (relation_law_try.c) and what weighs them (relation_law_weigh.c) share.
#ifndef BS_ANALYZE_RELATION_LAW_INTERNAL_H
#define BS_ANALYZE_RELATION_LAW_INTERNAL_H

#include "engine/analyze/relation_law.h"

enum { BS_LAW_TERMS_MAX = 4 };

// A law with its lines filled in: at each place, stated = factor * a / b + offset, or a - b.
typedef struct bs_law_tuple {
    size_t stated;
    size_t a;
    size_t b;
    size_t whole; // BS_LAW_SHARE and BS_LAW_CONTRIBUTION: the place of the total
    size_t lag;   // places between a and b on the same line; 0: different lines
    bool falls;   // b stands behind a, where the latest time stands first
    int step;     // periods from one place to the next; 0 where they are not known
    double factor;
    double offset;
    bool difference;
    bool net;  // stated = factor * a / (b - a): a change against the level before it
    int years; // BS_LAW_YEARLY: between a and b
} bs_law_tuple;

typedef struct bs_law_evidence {
    size_t held;
    size_t failed;
    double bits;
} bs_law_evidence;

typedef struct bs_prospector {
    bs_relations *set;
    bs_lens lens;
    bs_law law;
    size_t lines[BS_LAW_LINES_MAX];
    size_t line_count;
    int step; // of the places, see tuple
    bool falls;
    size_t tried;
    bs_law_tuple best;
    bs_law_evidence best_evidence;
} bs_prospector;

// The figure at a place of a line; NULL where there is none.
const bs_figure *bs_law__figure(const bs_prospector *p, size_t line, size_t place);
// The periods from one place to the next, 0 where they are not known; *falls: the latest is first.
int bs_law__step(const bs_prospector *p, bool *falls);
// The figures of a tuple at a place; false where one is missing or not as far away as it should be.
bool bs_law__terms(const bs_prospector *p, const bs_law_tuple *t, size_t place,
                   size_t terms[BS_LAW_TERMS_MAX]);
bs_relation bs_law__relation(const bs_law_tuple *t, size_t terms[BS_LAW_TERMS_MAX]);
bs_law_evidence bs_law__weigh(const bs_prospector *p, const bs_law_tuple *t);
// How much it says that the relation of a tuple holds at one place, in bits.
double bs_law__bits(const bs_prospector *p, const bs_law_tuple *t, const bs_relation *relation);
// The first figure of a line, which tells its unit; NULL where it has none.
const bs_figure *bs_law__sample(const bs_prospector *p, size_t line);
bool bs_law__has_unit(const bs_figure *figure, const char *unit);
// Weighs a tuple and keeps it where it is the best so far.
void bs_law__try(bs_prospector *p, const bs_law_tuple *t);
// Can a line of rates be the growth from line b to line a, by their times?
bool bs_law__may_grow(const bs_prospector *p, size_t stated, size_t a, size_t b);
// Tries every tuple for p->law whose stated line is this one.
void bs_law__search(bs_prospector *p, size_t stated);

// A line of differences and a line of rates that are called so, of the same two levels
// (relation_law_twin.c).
typedef struct bs_law_twins {
    bs_law_tuple difference;
    bs_law_tuple growth;
} bs_law_twins;

// The levels that the twins `difference` and `growth`, lines of the lens, speak of. False where
// they do not say more than chance would.
bool bs_law__find_twins(bs_prospector *p, size_t difference, size_t growth, bs_law_twins *out);

#endif
