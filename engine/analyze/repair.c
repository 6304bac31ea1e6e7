// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analyze/repair.h"

#include <stdlib.h>

#include "engine/analyze/channel.h"
#include "engine/analyze/check.h"
#include "engine/base/utf8.h"

static const char refused_place[] = "the number is not printed as one piece";
static const char refused_word[] = "it would change a word, not only digits";
static const char refused_sign[] = "it would change the sign, which words may carry";
static const char refused_swap[] = "an exchange of two numbers is left to you";
static const char refused_values[] = "another finding proposes another value here";
static const char refused_premise[] = "it and another repair contradict each other";

// --- the form of a number ------------------------------------------------------------------------

static bool is_digit(uint32_t code)
{
    return code >= '0' && code <= '9';
}

// Marks and signs that belong to the digits of a number, by their ASCII twins where they have one.
static bool is_mark(uint32_t code)
{
    static const uint32_t marks[] = {',',    '.',    '\'',   ' ',    '-',    '+',
                                     '(',    ')',    0x00A0, 0x2009, 0x2019, 0x202F,
                                     0x2212, 0x2013, 0x25B3, 0x25B2};
    for (size_t i = 0; i < BS_COUNT(marks); i++) {
        if (marks[i] == code) return true;
    }
    return false;
}

static bool has_sign(bs_str text)
{
    static const uint32_t signs[] = {'-', '(', 0x2212, 0x2013, 0x25B3, 0x25B2};
    for (size_t at = 0; at < text.len;) {
        bs_rune rune = bs_utf8_decode(text, at);
        for (size_t i = 0; i < BS_COUNT(signs); i++) {
            if (bs_rune_fold_width(rune.code) == signs[i]) return true;
        }
        at += rune.len;
    }
    return false;
}

// The next character, with its ASCII twin as its code. Its length is 0 at the end.
static bs_rune next_folded(bs_str text, size_t *at)
{
    bs_rune rune = bs_utf8_decode(text, *at);
    *at += rune.len;
    rune.code = bs_rune_fold_width(rune.code);
    return rune;
}

static bs_rune next_of_word(bs_str text, size_t *at)
{
    bs_rune rune;
    do {
        rune = next_folded(text, at);
    } while (rune.len > 0 && (is_digit(rune.code) || is_mark(rune.code)));
    return rune;
}

static bool same_words(bs_str a, bs_str b)
{
    size_t at_a = 0;
    size_t at_b = 0;
    for (;;) {
        bs_rune left = next_of_word(a, &at_a);
        bs_rune right = next_of_word(b, &at_b);
        if (left.len == 0 || right.len == 0) return left.len == right.len;
        if (left.code != right.code) return false;
    }
}

static bool same_form(bs_str a, bs_str b)
{
    size_t at_a = 0;
    size_t at_b = 0;
    for (;;) {
        bs_rune left = next_folded(a, &at_a);
        bs_rune right = next_folded(b, &at_b);
        if (left.len == 0 || right.len == 0) return left.len == right.len;
        if (left.code != right.code && !(is_digit(left.code) && is_digit(right.code))) return false;
    }
}

enum { WIDE = 0xFF10 - '0' }; // from a digit to its full-width form, and likewise for its marks

// The digits of `proposed` in the places of those of `printed`.
static void overlay(bs_buffer *out, bs_str printed, bs_str proposed)
{
    size_t at = 0;
    size_t other = 0;
    while (at < printed.len) {
        bs_rune old = bs_utf8_decode(printed, at);
        bs_rune digit = next_folded(proposed, &other);
        bool wide = bs_rune_fold_width(old.code) != old.code;
        if (is_digit(digit.code))
            bs_buffer_add_rune(out, digit.code + (wide ? WIDE : 0));
        else
            bs_buffer_add(out, bs_str_slice(printed, at, at + old.len));
        at += old.len;
    }
}

typedef struct widths {
    bool digits; // all digits are full-width
    bool marks;  // and so are all commas, points and signs that have such a form
} widths;

static widths widths_of(bs_str text)
{
    widths out = {true, true};
    bool any = false;
    for (size_t at = 0; at < text.len;) {
        bs_rune rune = bs_utf8_decode(text, at);
        uint32_t code = bs_rune_fold_width(rune.code);
        bool narrow = rune.code < 0x80;
        if (is_digit(code)) any = true;
        if (is_digit(code) && narrow) out.digits = false;
        if (is_mark(code) && code != ' ' && narrow) out.marks = false;
        at += rune.len;
    }
    out.digits = out.digits && any;
    out.marks = out.marks && out.digits;
    return out;
}

static void rewrite(bs_buffer *out, bs_str printed, bs_str proposed)
{
    widths wide = widths_of(printed);
    for (size_t at = 0; at < proposed.len;) {
        bs_rune rune = bs_utf8_decode(proposed, at);
        bool ascii_mark = rune.code < 0x80 && rune.code != ' ' && is_mark(rune.code);
        bool widen = (is_digit(rune.code) && wide.digits) || (ascii_mark && wide.marks);
        bs_buffer_add_rune(out, rune.code + (widen ? WIDE : 0));
        at += rune.len;
    }
}

bs_str bs_repair_print(bs_arena *arena, bs_str printed, bs_str proposed)
{
    if (!same_words(printed, proposed)) return (bs_str){NULL, 0};
    bs_buffer text = BS_BUFFER_INIT;
    if (same_form(printed, proposed))
        overlay(&text, printed, proposed);
    else
        rewrite(&text, printed, proposed);
    bs_str out = {NULL, 0};
    if (bs_buffer_status(&text, NULL) == BS_OK) out = bs_arena_str(arena, bs_buffer_str(&text));
    bs_buffer_deinit(&text);
    return out;
}

// --- one repair ----------------------------------------------------------------------------------

// The one place of `part` in `text`; the empty slice when there is none or several.
static bs_str find_once(bs_str text, bs_str part)
{
    if (part.len == 0 || part.len > text.len) return (bs_str){NULL, 0};
    const char *first = memmem(text.ptr, text.len, part.ptr, part.len);
    if (first == NULL) return (bs_str){NULL, 0};
    const char *next = first + 1;
    size_t rest = text.len - (size_t)(next - text.ptr);
    if (memmem(next, rest, part.ptr, part.len) != NULL) return (bs_str){NULL, 0};
    return (bs_str){first, part.len};
}

static bs_str place_of(const bs_finding *finding)
{
    bs_str text = finding->source->text;
    const bs_origin *origin = &finding->origin;
    if (origin->offset > text.len || origin->len > text.len - origin->offset)
        return (bs_str){NULL, 0};
    bs_str item = bs_str_slice(text, origin->offset, origin->offset + origin->len);
    bs_str observed = finding->observed;
    bool within = observed.len > 0 && observed.ptr >= item.ptr &&
                  observed.ptr + observed.len <= item.ptr + item.len;
    return within ? observed : find_once(item, observed);
}

static double probability_of(const bs_finding *finding)
{
    double proposed = finding->proposals[0].probability;
    return proposed < finding->probability ? proposed : finding->probability;
}

static bool is_slip(const bs_proposal *proposal, bs_slip slip)
{
    return proposal->slip != NULL && strcmp(proposal->slip, bs_slip_name(slip)) == 0;
}

// Why what was proposed for `place` is not put there; NULL when it may be. A value that is worked
// out from others may come out negative where a word (fell, 감소) says so already: only a sign that
// was lost or struck is put right.
static const char *refusal_of(bs_str place, const bs_proposal *proposal, bs_str printed)
{
    if (is_slip(proposal, BS_SLIP_SWAP)) return refused_swap;
    if (printed.ptr == NULL) return refused_word;
    bool same_sign = has_sign(place) == has_sign(printed);
    return same_sign || is_slip(proposal, BS_SLIP_SIGN) ? NULL : refused_sign;
}

// A finding whose number cannot be found has its whole item for a place.
static bs_repair repair_of(bs_arena *arena, const bs_finding *finding)
{
    const bs_proposal *proposal = &finding->proposals[0];
    bs_repair out = {.finding = finding,
                     .place = place_of(finding),
                     .text = proposal->text,
                     .probability = probability_of(finding)};
    if (out.place.len == 0) {
        bs_str text = finding->source->text;
        size_t start = finding->origin.offset;
        out.place = bs_str_slice(text, start, start + finding->origin.len);
        out.refused = refused_place;
        return out;
    }
    bs_str printed = bs_repair_print(arena, out.place, proposal->text);
    if (printed.ptr != NULL) out.text = printed;
    out.refused = refusal_of(out.place, proposal, printed);
    return out;
}

// --- all of a source -----------------------------------------------------------------------------

static int by_place(const void *a, const void *b)
{
    const bs_repair *x = a;
    const bs_repair *y = b;
    if (x->place.ptr != y->place.ptr) return x->place.ptr < y->place.ptr ? -1 : 1;
    if (x->probability != y->probability) return x->probability > y->probability ? -1 : 1;
    return (x->finding > y->finding) - (x->finding < y->finding);
}

static bool overlap(bs_str a, bs_str b)
{
    return a.ptr < b.ptr + b.len && b.ptr < a.ptr + a.len;
}

// Leaves one of repairs that agree, and refuses those that do not.
static void settle_places(bs_repair *repairs, size_t *count)
{
    size_t kept = 0;
    for (size_t i = 0; i < *count; i++) {
        bs_repair *last = kept > 0 ? &repairs[kept - 1] : NULL;
        bool meets = last != NULL && overlap(last->place, repairs[i].place);
        bool agrees = meets && last->place.ptr == repairs[i].place.ptr &&
                      bs_str_equal(last->text, repairs[i].text);
        if (agrees) {
            if (last->refused == NULL) last->refused = repairs[i].refused;
            continue;
        }
        repairs[kept] = repairs[i];
        if (meets) {
            if (last->refused == NULL) last->refused = refused_values;
            if (repairs[kept].refused == NULL) repairs[kept].refused = refused_values;
        }
        kept++;
    }
    *count = kept;
}

// Whether what `a` proposes was worked out from the number that `b` changes. A model of a series
// weighs its neighbours, a relation takes them for true.
static bool rests_on(const bs_repair *a, const bs_repair *b)
{
    const bs_finding *finding = a->finding;
    const bs_check *check = bs_check_find(bs_str_from(finding->code));
    if (check == NULL || check->family != BS_CHECK_RELATIONS) return false;
    for (size_t i = 0; i < finding->related.count; i++) {
        const bs_origin *origin = &finding->related.items[i].origin;
        bs_str item =
            bs_str_slice(finding->source->text, origin->offset, origin->offset + origin->len);
        if (overlap(item, b->place)) return true;
    }
    return false;
}

static void settle_premises(bs_repair *repairs, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < count; k++) {
            bool open_i = repairs[i].refused == NULL || repairs[i].refused == refused_premise;
            bool open_k = repairs[k].refused == NULL || repairs[k].refused == refused_premise;
            if (i == k || !open_i || !open_k || !rests_on(&repairs[i], &repairs[k])) continue;
            repairs[i].refused = refused_premise;
            repairs[k].refused = refused_premise;
        }
    }
}

bs_status bs_repair_list(bs_repair_array *out, bs_arena *arena, const bs_finding_array *findings,
                         double probability_min, bs_error *err)
{
    size_t first = out->count;
    for (size_t i = 0; i < findings->count; i++) {
        const bs_finding *finding = &findings->items[i];
        if (finding->listed_only || finding->proposal_count == 0 || finding->source == NULL)
            continue;
        if (probability_of(finding) < probability_min) continue;
        bs_repair *repair = BS_PUSH(arena, out);
        if (repair == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
        *repair = repair_of(arena, finding);
        if (repair->place.len == 0 || bs_str_equal(repair->place, repair->text)) out->count--;
    }
    size_t count = out->count - first;
    if (count == 0) return BS_OK;
    bs_repair *repairs = out->items + first;
    qsort(repairs, count, sizeof *repairs, by_place);
    settle_places(repairs, &count);
    settle_premises(repairs, count);
    out->count = first + count;
    return BS_OK;
}
