// SPDX-License-Identifier: GPL-3.0-or-later
//
// sum: totals of tables, and wholes with their parts in running text.
//
// In a table the law comes first and the failure second: a line is believed to be the total of
// certain other lines when it is so at the other places, or when its label says so and nothing else
// fits. A total that is not the sum at any place is the total of something wider, and silent.
#include <math.h>

#include "engine/analyze/check_internal.h"
#include "engine/analyze/check_share_words.h"
#include "engine/analyze/check_sum_account.h"
#include "engine/analyze/check_sum_time.h"
#include "engine/analyze/check_sum_window.h"
#include "engine/analyze/relation_cue.h"
#include "engine/analyze/relation_prose.h"

enum {
    LINES_MAX = 400,
    INDENTED_LINES_MAX = 120,
    PLACES_MAX = 4000,
    PARTS_MIN = 2,
    NEAR_FAMILIES_MAX = 64
};

// Bits of evidence that make a law of a table certain: with a label that says total, and without.
static const double BITS_LABELLED = 6;
static const double BITS_PLAIN = 20;
// Chance that a labelled total with a single number is the total of something wider.
static const double DOUBT_SINGLE = 0.01;
static const double ALIKE_MAX = 1.5;
// The other places being exact to the last digit by chance, below which numbers are not rounded.
static const double EXACT_CHANCE_MAX = 0.02;
static const double DOUBT_EXACT = 0.02;

typedef struct adder {
    bs_relations *set;
    bs_lens lens;
    size_t *parts; // lines
    size_t part_count;
    size_t total; // line
} adder;

typedef struct law {
    size_t held;
    size_t failed;
    size_t exact; // of those held, without any gap
    double bits;
} law;

static const bs_figure *figure_at(const adder *a, size_t line, size_t place)
{
    size_t index = bs_lens_figure(a->lens, line, place);
    return index == BS_NO_FIGURE ? NULL : &a->set->view->figures.items[index];
}

static bool adds_up_at_all(const bs_figure *figure)
{
    const bs_quantity *quantity = figure->quantity;
    return quantity->role != BS_ROLE_GROWTH && quantity->role != BS_ROLE_RANK &&
           quantity->kind != BS_KIND_RANK && quantity->kind != BS_KIND_RANGE;
}

// Parts of a place that are printed; the total must be. An empty cell counts as nothing.
static size_t parts_at(const adder *a, size_t place, bs_span *sum, double *value)
{
    const bs_figure *total = figure_at(a, a->total, place);
    size_t count = 0;
    *sum = (bs_span){0, 0};
    *value = 0;
    if (total == NULL || !adds_up_at_all(total) || bs_lens_place(a->lens, place)->rate) return 0;
    for (size_t i = 0; i < a->part_count; i++) {
        const bs_figure *part = figure_at(a, a->parts[i], place);
        if (part == NULL) continue;
        if (!bs_grid_like_unit(part, total)) return 0;
        *sum = bs_span_add(*sum, part->wide);
        *value += part->value;
        count++;
    }
    return count;
}

static double bits_of(const bs_figure *total, bs_span sum)
{
    double width = bs_span_width(sum) + bs_span_width(total->wide);
    if (!isfinite(width) || width <= 0 || total->value == 0) return 0;
    return log2(fmax(fabs(total->value) / width, 1));
}

static law measure(const adder *a)
{
    law out = {0};
    for (size_t place = 0; place < bs_lens_place_count(a->lens); place++) {
        bs_span sum;
        double value;
        if (parts_at(a, place, &sum, &value) < PARTS_MIN) continue;
        const bs_figure *total = figure_at(a, a->total, place);
        if (!bs_span_meets(sum, total->wide)) {
            out.failed++;
            continue;
        }
        out.held++;
        out.bits += bits_of(total, sum);
        if (fabs(value - total->value) < total->last_place / 100) out.exact++;
    }
    return out;
}

// Chance that n rounded numbers add up to their rounded total to the last digit: about the density
// at zero of a sum of n + 1 uniform errors.
static double exact_chance(size_t parts)
{
    return fmin(0.75, sqrt(6 / (M_PI * (double)(parts + 1))));
}

// A part that is printed elsewhere but not here (np, x, -) may be what the total has more.
static bool may_be_withheld(const adder *a, size_t place, size_t count, bs_span sum)
{
    size_t lines = 0;
    for (size_t i = 0; i < a->part_count; i++)
        lines += bs_lens_line(a->lens, a->parts[i])->count > 0;
    return count < lines && figure_at(a, a->total, place)->narrow.low > sum.high;
}

// "98.3 | 100.5 | 98.8": near the mean of its parts, as a rate that no head has named.
static bool is_mean(const bs_figure *total, double sum, size_t count)
{
    static const double FAR = 0.05;
    return total->last_place < 1 && fabs(total->value - sum / (double)count) < FAR * total->value;
}

static bs_status push_place(const adder *a, size_t place, double doubt, bool exact, bs_error *err)
{
    bs_span sum;
    double value;
    size_t count = parts_at(a, place, &sum, &value);
    if (count < PARTS_MIN || may_be_withheld(a, place, count, sum)) return BS_OK;
    if (is_mean(figure_at(a, a->total, place), value, count)) return BS_OK;
    bs_relation *relation = bs_relation_push(a->set, "sum", BS_FORM_SUM, count + 1);
    if (relation == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    relation->scope = doubt > 0 ? BS_SCOPE_LIKELY : BS_SCOPE_CERTAIN;
    relation->doubt = doubt;
    relation->exact = exact;
    relation->what = a->lens.transposed ? "the sum of its row" : "the sum of its column";
    relation->terms[0] = bs_lens_figure(a->lens, a->total, place);
    size_t at = 1;
    for (size_t i = 0; i < a->part_count; i++) {
        size_t figure = bs_lens_figure(a->lens, a->parts[i], place);
        if (figure != BS_NO_FIGURE) relation->terms[at++] = figure;
    }
    return BS_OK;
}

// Whether the numbers of this law are whole or at least not rounded, so that a gap of one counts.
static bool is_exact_law(const adder *a, const law *l)
{
    double chance = pow(exact_chance(a->part_count), (double)l->exact);
    return l->exact == l->held && chance < EXACT_CHANCE_MAX;
}

// Whether the number in the total's line lies between those of the parts, in a place of another
// unit than those that add up, one that is headed as an average or a rate, or one of numbers of
// about one size: then it is their mean, not their sum.
static bool is_average(const adder *a, size_t place, bs_str held_unit)
{
    const bs_figure *total = figure_at(a, a->total, place);
    double low = INFINITY, high = -INFINITY;
    for (size_t i = 0; i < a->part_count; i++) {
        const bs_figure *part = figure_at(a, a->parts[i], place);
        if (part == NULL) continue;
        low = fmin(low, part->value);
        high = fmax(high, part->value);
    }
    if (total->value < low || total->value > high) return false;
    // Several numbers of about one size, as rates are, have a mean among them and no sum.
    bool alike = a->part_count > PARTS_MIN && low > 0 && high <= ALIKE_MAX * low;
    return alike || !bs_str_equal(total->quantity->unit, held_unit) ||
           bs_cue_in(BS_CUE_RATIO, bs_lens_place(a->lens, place)->label);
}

// The unit of the first place that adds up; empty when none does.
static bs_str unit_of_law(const adder *a)
{
    for (size_t place = 0; place < bs_lens_place_count(a->lens); place++) {
        bs_span sum;
        double value;
        if (parts_at(a, place, &sum, &value) < PARTS_MIN) continue;
        const bs_figure *total = figure_at(a, a->total, place);
        if (bs_span_meets(sum, total->wide)) return total->quantity->unit;
    }
    return (bs_str){0};
}

// "为预算%": a percentage beside amounts that add up is one of each of them, where nothing calls it
// a share and the total has not all.
static bool is_of_each(const adder *a, size_t place, bs_str held_unit)
{
    const bs_figure *total = figure_at(a, a->total, place);
    bool percent = bs_str_equal(total->quantity->unit, BS_STR("%")) && held_unit.len > 0 &&
                   held_unit.ptr[0] != '%';
    return percent && fabs(total->value - 100) >= 1 &&
           !bs_cue_in(BS_CUE_SHARE, bs_lens_place(a->lens, place)->label);
}

static bs_status push_law(const adder *a, const law *l, double doubt, bs_error *err)
{
    bool exact_law = is_exact_law(a, l);
    bs_str unit = unit_of_law(a);
    for (size_t place = 0; place < bs_lens_place_count(a->lens); place++) {
        bs_span sum;
        double value;
        if (parts_at(a, place, &sum, &value) < PARTS_MIN) continue;
        const bs_figure *total = figure_at(a, a->total, place);
        bool inside = bs_span_meets(sum, total->wide);
        if (!inside && (is_average(a, place, unit) || is_of_each(a, place, unit))) continue;
        bool exact = exact_law && inside && value != total->value;
        BS_TRY(push_place(a, place, exact ? DOUBT_EXACT : doubt, exact, err));
    }
    return BS_OK;
}

// Tries the gathered parts as those of the total; *best keeps the law with most evidence.
static bool better(const adder *a, law *best)
{
    if (a->part_count < PARTS_MIN) return false;
    law l = measure(a);
    if (l.held < l.failed && !(l.held == 0 && l.failed == 1)) return false;
    if (best->held + best->failed > 0 && l.bits <= best->bits) return false;
    *best = l;
    return true;
}

static bool is_part_line(const adder *a, size_t line)
{
    const bs_grid_line *item = bs_lens_line(a->lens, line);
    return line != a->total && item->count > 0 && !item->rate;
}

typedef bool (*part_rule)(const adder *a, size_t line);

static bool plain_part(const adder *a, size_t line)
{
    const bs_grid_line *item = bs_lens_line(a->lens, line);
    return !item->total && !item->subtotal;
}

// Without the lines of what is counted in others as well: "其中：...", "of which ...".
static bool whole_part(const adder *a, size_t line)
{
    bs_str label = bs_str_trim(bs_lens_line(a->lens, line)->label);
    return plain_part(a, line) && bs_cue_find(BS_CUE_OF_WHICH, label, 0, NULL) != 0;
}

static bool subtotal_part(const adder *a, size_t line)
{
    return bs_lens_line(a->lens, line)->subtotal;
}

// Subtotals without a label, as accounts print them under a line.
static bool blank_part(const adder *a, size_t line)
{
    const bs_grid_line *item = bs_lens_line(a->lens, line);
    return line < a->total && !item->total && item->own_label.len == 0;
}

static bool top_part(const adder *a, size_t line)
{
    const bs_grid_line *item = bs_lens_line(a->lens, line);
    return !item->total && item->indent == bs_lens_line(a->lens, a->total)->indent;
}

// Lines between the total and the next total above it.
static bool above_part(const adder *a, size_t line)
{
    if (line > a->total) return false;
    for (size_t i = line; i < a->total; i++) {
        const bs_grid_line *item = bs_lens_line(a->lens, i);
        if (item->total || item->subtotal) return false;
    }
    return true;
}

// Lines behind the total, up to the next total.
static bool below_part(const adder *a, size_t line)
{
    if (line < a->total) return false;
    for (size_t i = a->total + 1; i <= line; i++) {
        const bs_grid_line *item = bs_lens_line(a->lens, i);
        if (item->total || item->subtotal) return false;
    }
    return true;
}

// Lines right behind the total that are indented one step deeper.
static bool inner_part(const adder *a, size_t line)
{
    uint16_t own = bs_lens_line(a->lens, a->total)->indent;
    if (line < a->total) return false;
    uint16_t step = bs_lens_line(a->lens, a->total + 1)->indent;
    for (size_t i = a->total + 1; i <= line; i++) {
        if (bs_lens_line(a->lens, i)->indent <= own) return false;
    }
    return bs_lens_line(a->lens, line)->indent == step;
}

// Of laws with the same evidence the first is kept.
static const part_rule part_rules[] = {whole_part,    plain_part, above_part, below_part,
                                       subtotal_part, top_part,   inner_part, blank_part};

static void gather(adder *a, part_rule rule)
{
    a->part_count = 0;
    for (size_t line = 0; line < bs_lens_line_count(a->lens); line++) {
        if (is_part_line(a, line) && rule(a, line)) a->parts[a->part_count++] = line;
    }
}

// Quarters beside their year, months beside their quarter: the time of the total contains that of
// each part, and no two parts have the same.
static bool spans_parts(const adder *a)
{
    for (size_t place = 0; place < bs_lens_place_count(a->lens); place++) {
        const bs_figure *total = figure_at(a, a->total, place);
        if (total == NULL) continue;
        bs_period whole = total->quantity->period, last = BS_PERIOD_NONE;
        for (size_t i = 0; i < a->part_count; i++) {
            const bs_figure *part = figure_at(a, a->parts[i], place);
            if (part == NULL) return false;
            bs_period own = part->quantity->period;
            if (bs_period_is_none(own) || bs_period_equal(own, last) ||
                bs_period_equal(own, whole) || !bs_period_contains(whole, own))
                return false;
            last = own;
        }
        return true;
    }
    return false;
}

// The doubt that a law leaves: 0 for a certain one, 1 for one that is not believed.
static double doubt_of(const adder *a, const law *l, bool labelled)
{
    if (l->bits >= (labelled ? BITS_LABELLED : BITS_PLAIN) && l->held > 0) return 0;
    if (labelled && l->held == 0 && l->failed == 1 && bs_lens_place_count(a->lens) <= 4)
        return DOUBT_SINGLE;
    return 1;
}

static bs_status collect_total(adder *a, bool labelled, bs_error *err)
{
    law best = {0};
    size_t best_rule = BS_COUNT(part_rules);
    for (size_t i = 0; i < BS_COUNT(part_rules); i++) {
        gather(a, part_rules[i]);
        if (better(a, &best)) best_rule = i;
    }
    if (best_rule == BS_COUNT(part_rules)) return BS_OK;
    gather(a, part_rules[best_rule]);
    double doubt = doubt_of(a, &best, labelled || (best.held > 0 && spans_parts(a)));
    if (doubt >= 1) return BS_OK;
    return push_law(a, &best, doubt, err);
}

static bool begins_group(const adder *a, size_t line)
{
    const bs_grid_line *item = bs_lens_line(a->lens, line);
    return item->count > 0 && bs_cue_find(BS_CUE_OF_WHICH, bs_str_trim(item->label), 0, NULL) == 0;
}

// The lines of the group that begins at `first`: up to the next one, or to a total.
static void gather_group(adder *a, size_t first)
{
    a->part_count = 0;
    for (size_t line = first; line < bs_lens_line_count(a->lens); line++) {
        const bs_grid_line *item = bs_lens_line(a->lens, line);
        if (item->total || item->subtotal || (line > first && begins_group(a, line))) return;
        if (is_part_line(a, line)) a->parts[a->part_count++] = line;
    }
}

// A cell that is missing is no nought: parts of which some are not printed need not be all.
static bool is_complete(const adder *a)
{
    for (size_t place = 0; place < bs_lens_place_count(a->lens); place++) {
        for (size_t i = 0; i < a->part_count; i++) {
            if (figure_at(a, a->total, place) != NULL && figure_at(a, a->parts[i], place) == NULL)
                return false;
        }
    }
    return true;
}

// "Population; of which: urban; rural; of which: men; women": the line above the first group is
// divided in several ways.
static bs_status collect_groups(adder *a, bs_error *err)
{
    size_t count = bs_lens_line_count(a->lens);
    a->total = SIZE_MAX;
    for (size_t line = 0; line < count; line++) {
        if (!begins_group(a, line)) {
            bool free = a->total == SIZE_MAX || bs_lens_line(a->lens, line)->total;
            bool next = line + 1 < count && begins_group(a, line + 1);
            if (free && next && bs_lens_line(a->lens, line)->count > 0) a->total = line;
            continue;
        }
        if (a->total == SIZE_MAX) continue;
        law best = {0};
        gather_group(a, line);
        if (!is_complete(a) || !better(a, &best) || best.held == 0) continue;
        double doubt = doubt_of(a, &best, true);
        if (doubt < 1) BS_TRY(push_law(a, &best, doubt, err));
    }
    return BS_OK;
}

static bs_status collect_lens(bs_relations *set, bs_lens lens, bs_error *err)
{
    size_t count = bs_lens_line_count(lens);
    if (count < PARTS_MIN + 1 || count > LINES_MAX || bs_lens_place_count(lens) > PLACES_MAX)
        return BS_OK;
    adder a = {.set = set, .lens = lens};
    a.parts = BS_NEW_ARRAY(set->arena, size_t, count);
    if (a.parts == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    for (size_t line = 0; line < count; line++) {
        const bs_grid_line *item = bs_lens_line(lens, line);
        if (item->count == 0 || item->rate) continue;
        bool labelled = item->total || item->subtotal;
        bool indented = count <= INDENTED_LINES_MAX && line + 1 < count &&
                        bs_lens_line(lens, line + 1)->indent > item->indent;
        if (!labelled && line != 0 && line + 1 != count && !indented) continue;
        a.total = line;
        BS_TRY(collect_total(&a, labelled, err));
    }
    return collect_groups(&a, err);
}

// The same parts add up to another number: then that is their whole.
static bool has_other_whole(const bs_relations *set, const bs_family *family)
{
    size_t own = (size_t)(family - set->families.items);
    size_t first = own > NEAR_FAMILIES_MAX ? own - NEAR_FAMILIES_MAX : 0;
    for (size_t i = first; i < set->families.count && i <= own + NEAR_FAMILIES_MAX; i++) {
        const bs_family *other = &set->families.items[i];
        if (!family->holds && other->holds && other->part_count == family->part_count &&
            memcmp(other->parts, family->parts, family->part_count * sizeof *family->parts) == 0)
            return true;
    }
    return false;
}

static bs_status collect_family(bs_relations *set, const bs_family *family, bs_error *err)
{
    bool believed = family->exhaustive || family->doubt < 1;
    if (!believed || has_other_whole(set, family)) return BS_OK;
    bs_relation *relation = bs_relation_push(set, "sum", BS_FORM_SUM, family->part_count + 1);
    if (relation == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    relation->terms[0] = family->whole;
    memcpy(relation->terms + 1, family->parts, family->part_count * sizeof *family->parts);
    relation->scope = family->exhaustive ? BS_SCOPE_CERTAIN : BS_SCOPE_LIKELY;
    relation->doubt = family->exhaustive ? 0 : family->doubt;
    relation->what = "the sum of its parts";
    return BS_OK;
}

// Shares of one whole that are all there are add up to 100.
static bs_status collect_shares(bs_relations *set, const bs_family *family, bs_error *err)
{
    const bs_figure *figures = set->view->figures.items;
    // A whole with a share of its own is a part itself, of what the other shares are of, too.
    if (!family->holds || figures[family->whole].share != BS_NO_FIGURE) return BS_OK;
    for (size_t i = 0; i < family->part_count; i++) {
        size_t share = figures[family->parts[i]].share;
        if (share == BS_NO_FIGURE ||
            bs_share__is_of_other(set->view, family->parts[i], share, family->whole))
            return BS_OK;
    }
    bs_relation *relation = bs_relation_push(set, "sum", BS_FORM_SUM, family->part_count);
    int8_t *signs = BS_NEW_ARRAY(set->arena, int8_t, family->part_count);
    if (relation == NULL || signs == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    relation->scope = BS_SCOPE_CERTAIN;
    relation->offset = 100;
    relation->signs = signs;
    relation->what = "what the other shares leave of 100%";
    for (size_t i = 0; i < family->part_count; i++) {
        relation->terms[i] = figures[family->parts[i]].share;
        signs[i] = -1;
    }
    return BS_OK;
}

bs_status bs_collect__sum(bs_relations *set, bs_error *err)
{
    for (size_t i = 0; i < set->families.count; i++) {
        BS_TRY(collect_family(set, &set->families.items[i], err));
        BS_TRY(collect_shares(set, &set->families.items[i], err));
    }
    for (size_t i = 0; i < set->view->grids.count; i++) {
        BS_TRY(collect_lens(set, (bs_lens){&set->view->grids.items[i], false}, err));
        BS_TRY(collect_lens(set, (bs_lens){&set->view->grids.items[i], true}, err));
    }
    BS_TRY(bs_sum__collect_windows(set, err));
    BS_TRY(bs_sum__collect_times(set, err));
    BS_TRY(bs_sum__collect_accounts(set, err));
    return bs_sum__collect_running(set, err);
}

BS_RELATION_RUN(bs_check_sum, "sum")
