// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analyze/alias.h"

#include <math.h>
#include <stdlib.h>

#include "engine/analyze/line.h"
#include "engine/analyze/relation_cue.h"

// The logit of being one: what names and values add to it. Judged by hand on bulletins; a value of
// three digits that agrees says as much as half of a name.
static const double START = -2.5;
static const double OF_NAME = 5;
static const double OF_DIGIT = 0.9;
static const double NAME_ALONE_MIN = 0.95; // without a common period names must be the same
static const double SUBJECT_MIN = 0.85;
static const double REVISION_SHARE = 0.05; // of a value, that a later issue may have moved it by
static const double WORDS_MOST = 0.5;      // that words in common are worth, however many
enum { NAME_BYTES_MIN = 4, DIGITS_MAX = 3, WORD_BYTES_MIN = 3 };
enum { ALONE_BYTES_MIN = 10 }; // of a name that is all there is: "도시" and "cities" are anybody's

static bool is_planned(const bs_observation *item)
{
    return !bs_line_came_true(item->status);
}

static bool comparable(const bs_observation *x, const bs_observation *y)
{
    return x->state == BS_STATE_VALUE && y->state == BS_STATE_VALUE &&
           !bs_period_is_none(x->period) && is_planned(x) == is_planned(y);
}

// Digits that say something: 1 of 300, 3 of 206; of 0 none.
static int digits_of(bs_decimal value)
{
    int count = bs_decimal_digit_count(bs_decimal_normal(value));
    return count < DIGITS_MAX ? count : DIGITS_MAX;
}

static bool is_near(bs_decimal x, bs_decimal y)
{
    double a = bs_decimal_double(x), b = bs_decimal_double(y);
    return fabs(a - b) <= REVISION_SHARE * fmax(fabs(a), fabs(b));
}

static bool agree(const bs_observation *x, const bs_observation *y)
{
    return bs_interval_meets(bs_interval_of(x->value, x->qualifier),
                             bs_interval_of(y->value, y->qualifier));
}

// As the observations of a series stand.
static bool is_earlier(bs_period p, bs_period q)
{
    if (p.frequency != q.frequency) return p.frequency < q.frequency;
    return p.first != q.first ? p.first < q.first : p.last < q.last;
}

// The first observation from `at` on that is not of an earlier period.
static size_t skip_earlier(const bs_series *series, size_t at, bs_period period)
{
    const bs_observation_array *all = &series->observations;
    while (at < all->count && is_earlier(all->items[at].period, period))
        at++;
    return at;
}

// Counts common periods; returns the digits of the values that agree.
static int compare_values(bs_alias_evidence *out, const bs_series *a, const bs_series *b)
{
    int digits = 0;
    size_t first = 0;
    for (size_t i = 0; i < a->observations.count; i++) {
        const bs_observation *x = &a->observations.items[i];
        first = skip_earlier(b, first, x->period);
        for (size_t k = first; k < b->observations.count; k++) {
            const bs_observation *y = &b->observations.items[k];
            if (!bs_period_equal(x->period, y->period)) break;
            if (!comparable(x, y)) continue;
            out->common++;
            out->near += is_near(x->value, y->value);
            if (!agree(x, y)) continue;
            out->agreeing++;
            out->period = x->period;
            out->value = x->value;
            digits += digits_of(x->value.scale > y->value.scale ? y->value : x->value);
        }
    }
    return digits;
}

// The next byte of a name that is no blank, mark or joining word; '\0' at its end.
static char next_byte(bs_str *rest)
{
    static const bs_str skipped[] = {BS_STR_INIT(" and "), BS_STR_INIT(" 및 "), BS_STR_INIT("·"),
                                     BS_STR_INIT("・"),    BS_STR_INIT("、"),   BS_STR_INIT("（"),
                                     BS_STR_INIT("）")};
    while (rest->len > 0) {
        size_t len = memchr(" -,&()/", rest->ptr[0], 7) != NULL;
        for (size_t i = 0; i < BS_COUNT(skipped); i++) {
            if (bs_str_starts(*rest, skipped[i])) len = skipped[i].len - (i < 2);
        }
        if (len == 0) break;
        *rest = bs_str_slice(*rest, len, rest->len);
    }
    if (rest->len == 0) return '\0';
    char byte = rest->ptr[0];
    *rest = bs_str_slice(*rest, 1, rest->len);
    return byte >= 'A' && byte <= 'Z' ? (char)(byte | 0x20) : byte;
}

// "자동차 부품" and "자동차부품", "Fish and eels" and "Fish & eels": one name that two issues of a
// table spell in two ways.
static bool is_one_spelling(bs_str a, bs_str b)
{
    char x, y;
    do {
        x = next_byte(&a);
        y = next_byte(&b);
    } while (x == y && x != '\0');
    return x == y;
}

static bool may_be_one(const bs_series *a, const bs_series *b)
{
    bool same = bs_str_equal(a->unit, b->unit) && a->frequency == b->frequency &&
                a->measure == b->measure && !bs_str_equal(a->key, b->key);
    bool rows = a->group.len > 0 && bs_str_equal(a->group, b->group) &&
                !is_one_spelling(a->indicator, b->indicator);
    if (!same || rows || a->total != b->total) return false;
    if (a->subject.len == 0 && b->subject.len == 0) return true;
    // The total of one table is not that of another.
    if (bs_cue_is(BS_CUE_TOTAL, a->subject) || bs_cue_is(BS_CUE_SUBTOTAL, a->subject)) return false;
    return bs_name_likeness(a->subject, b->subject) >= SUBJECT_MIN;
}

// The next word of a name, cut at blanks and brackets; false at its end.
static bool next_word(bs_str *rest, bs_str *word)
{
    static const char *const CUTS = " ()[]-/·,";
    size_t start = 0, end;
    while (start < rest->len && strchr(CUTS, rest->ptr[start]) != NULL)
        start++;
    for (end = start; end < rest->len && strchr(CUTS, rest->ptr[end]) == NULL;)
        end++;
    *word = bs_str_slice(*rest, start, end);
    *rest = bs_str_slice(*rest, end, rest->len);
    return word->len > 0;
}

static bool has_word(bs_str name, bs_str wanted, bool *last)
{
    bs_str word;
    while (next_word(&name, &word)) {
        bs_str left = name, behind;
        *last = !next_word(&left, &behind);
        if (bs_str_equal_nocase(word, wanted)) return true;
    }
    return false;
}

// Share of the words of one name that the other has too. The last words alone (rate, capacity,
// 비율, 规模) say what is counted and not of what, and do not count when both names end in them.
static double shared_words(bs_str a, bs_str b)
{
    size_t count = 0, shared = 0;
    bs_str rest = a, word;
    while (next_word(&rest, &word)) {
        bs_str left = rest, behind;
        bool last = !next_word(&left, &behind), last_there = false;
        count++;
        if (word.len >= WORD_BYTES_MIN && has_word(b, word, &last_there)) {
            shared += !(last && last_there);
        }
    }
    return count > 0 ? (double)shared / (double)count : 0;
}

// Names are alike by pairs of letters, or by whole words that both have.
static double likeness_of(bs_str a, bs_str b)
{
    double words = fmax(shared_words(a, b), shared_words(b, a));
    return fmax(bs_name_likeness(a, b), words < WORDS_MOST ? words : WORDS_MOST);
}

// A name that any table may have (a total, one letter) says nothing.
static bool says_something(bs_str name)
{
    return name.len >= NAME_BYTES_MIN && !bs_cue_is(BS_CUE_TOTAL, name) &&
           !bs_cue_is(BS_CUE_SUBTOTAL, name) && !bs_cue_is(BS_CUE_REST, name);
}

bs_alias_evidence bs_alias_weigh(const bs_series *a, const bs_series *b)
{
    bs_alias_evidence out = {.period = BS_PERIOD_NONE};
    if (!bs_str_equal(a->unit, b->unit)) return out;
    int digits = compare_values(&out, a, b);
    // What is spelled alike in two issues may have been revised in between.
    bool revised = is_one_spelling(a->indicator, b->indicator) && out.near == out.common;
    bool against = out.agreeing < out.common && !revised;
    if (against || !may_be_one(a, b)) {
        out.likeness = likeness_of(a->indicator, b->indicator);
        return out;
    }
    bool named = says_something(a->indicator) && says_something(b->indicator);
    out.likeness = named ? likeness_of(a->indicator, b->indicator) : 0;
    bool alone = out.common == 0;
    if (alone && (out.likeness < NAME_ALONE_MIN || a->indicator.len < ALONE_BYTES_MIN)) return out;
    if (out.likeness == 0) return out;
    double logit = START + OF_NAME * out.likeness + OF_DIGIT * digits;
    out.probability = 1 / (1 + exp(-logit));
    return out;
}

// --- pairs ---------------------------------------------------------------------------------------

// The best partner of each series so far.
typedef struct partner {
    size_t index; // SIZE_MAX: none
    bs_alias_evidence evidence;
} partner;

static void keep_better(partner *own, size_t index, const bs_alias_evidence *evidence)
{
    bool better = own->index == SIZE_MAX || evidence->probability > own->evidence.probability;
    if (better) *own = (partner){index, *evidence};
}

static int compare_proposals(const void *left, const void *right)
{
    const bs_alias_proposal *x = left, *y = right;
    double p = x->evidence.probability, q = y->evidence.probability;
    if (p != q) return p > q ? -1 : 1;
    return (x->a > y->a) - (x->a < y->a);
}

// Whether the first value that both give of a period is another one, which most pairs of a large
// store need no more than to be told apart.
static bool begin_apart(const bs_series *a, const bs_series *b)
{
    size_t i = 0, k = 0;
    while (i < a->observations.count && k < b->observations.count) {
        const bs_observation *x = &a->observations.items[i], *y = &b->observations.items[k];
        if (bs_period_equal(x->period, y->period) && comparable(x, y))
            return !agree(x, y) && !is_one_spelling(a->indicator, b->indicator);
        bool behind = is_earlier(y->period, x->period);
        k += behind;
        i += !behind;
    }
    return false;
}

static void find_partners(partner *best, const bs_series *const *series, size_t count)
{
    for (size_t a = 0; a < count; a++) {
        for (size_t b = a + 1; b < count; b++) {
            if (!may_be_one(series[a], series[b]) || begin_apart(series[a], series[b])) continue;
            bs_alias_evidence evidence = bs_alias_weigh(series[a], series[b]);
            if (evidence.probability < BS_ALIAS_PROBABILITY_MIN) continue;
            keep_better(&best[a], b, &evidence);
            keep_better(&best[b], a, &evidence);
        }
    }
}

bs_status bs_alias_suggest(bs_alias_proposal_array *out, bs_arena *arena,
                           const bs_series *const *series, size_t count, bs_error *err)
{
    partner *best = BS_NEW_ARRAY(arena, partner, count);
    if (best == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    for (size_t i = 0; i < count; i++)
        best[i].index = SIZE_MAX;
    find_partners(best, series, count);
    size_t first = out->count;
    for (size_t a = 0; a < count; a++) {
        size_t b = best[a].index;
        if (b == SIZE_MAX || b < a || best[b].index != a) continue;
        bs_alias_proposal *proposal = BS_PUSH(arena, out);
        if (proposal == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
        *proposal = (bs_alias_proposal){a, b, best[a].evidence};
    }
    if (out->count > first + 1) {
        qsort(out->items + first, out->count - first, sizeof *out->items, compare_proposals);
    }
    return BS_OK;
}
