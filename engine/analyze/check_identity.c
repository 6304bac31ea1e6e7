// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analyze/check_identity.h"

#include <math.h>

#include "engine/analyze/relation_cue.h"
#include "engine/analyze/relation_earlier.h"
#include "engine/analyze/relation_prose.h"

enum {
    FIGURES_BACK = 24,
    FIGURES_AHEAD = 12,
    BLOCKS_APART = 4,
    WORD_BYTES = 72,
    BEHIND_BYTES = 27,
    AGE_BYTES_MAX = 5
};

// Chance that numbers of these names are of other things or other times: in one passage, where the
// stated one is a rate of the others, in two (the same), and in a table where no other place tells.
static const double DOUBT_NEAR = 2e-3;
static const double DOUBT_RATE = 3e-4;
static const double DOUBT_FAR = 0.02;
static const double DOUBT_RATE_FAR = 1e-3;
static const double DOUBT_TABLE = 2e-3;
// Terms that far apart are of other things.
static const double OFF_MAX = 30;

typedef struct search {
    bs_relations *set;
    uint8_t *concepts; // of every figure
    const bs_identity *identity;
    size_t stated;
} search;

static const bs_figure *figure_at(const search *s, size_t index)
{
    return &s->set->view->figures.items[index];
}

// "15세 이상 인구": the age is a number of the name.
static size_t figure_before(const bs_view *view, const bs_sentence *sentence, size_t index)
{
    size_t before = index > sentence->first ? index - 1 : BS_NO_FIGURE;
    if (before == BS_NO_FIGURE) return before;
    // "第一产业": so is an ordinal.
    if (view->figures.items[before].quantity->kind == BS_KIND_ORDINAL)
        return before > sentence->first ? before - 1 : BS_NO_FIGURE;
    bs_str text = view->figures.items[before].quantity->text;
    bool age = bs_str_starts(text, BS_STR("15")) || bs_str_starts(text, BS_STR("16"));
    if (!age || text.len > AGE_BYTES_MAX) return before;
    return before > sentence->first ? before - 1 : BS_NO_FIGURE;
}

// What people come and go by, which is told as a change.
static bool is_turnover(bs_concept concept)
{
    return concept == BS_CONCEPT_NET_MOVED || concept == BS_CONCEPT_MOVED_LOSS ||
           concept == BS_CONCEPT_NATURAL || concept == BS_CONCEPT_NATURAL_LOSS;
}

// "8,813人の自然減", "990명의 자연감소".
static bs_concept concept_behind(const bs_sentence *sentence, bs_str own)
{
    static const char *const joins[] = {"の", "의 "};
    size_t at = (size_t)(own.ptr + own.len - sentence->text.ptr);
    bs_str rest = bs_str_slice(sentence->text, at, at + BEHIND_BYTES);
    for (size_t i = 0; i < BS_COUNT(joins); i++) {
        bs_str join = bs_str_from(joins[i]);
        if (!bs_str_starts(rest, join)) continue;
        bs_concept found = bs_concept_last(bs_str_slice(rest, join.len, rest.len));
        return is_turnover(found) ? found : BS_CONCEPT_NONE;
    }
    return BS_CONCEPT_NONE;
}

// A loss that is printed or told as a negative number.
static bs_concept signed_concept(bs_concept concept, double value)
{
    if (value >= 0) return concept;
    if (concept == BS_CONCEPT_NATURAL_LOSS) return BS_CONCEPT_NATURAL;
    return concept == BS_CONCEPT_MOVED_LOSS ? BS_CONCEPT_NET_MOVED : concept;
}

static bool is_industry(bs_concept concept)
{
    return concept == BS_CONCEPT_PRIMARY || concept == BS_CONCEPT_SECONDARY ||
           concept == BS_CONCEPT_TERTIARY;
}

// "第一产业增加值", and not "第一产业投资", "第二产业用电量".
static bool ends_in_industry(bs_str words)
{
    static const char *const ends[] = {"产业",     "產業",       "增加值",     "增加值为",
                                       "增加值达", "增加值达到", "增加值实现", "增加值完成",
                                       "产业实现", "产业完成",   "增加值约",   NULL};
    return bs_any_ends(bs_str_trim(words), ends);
}

bs_concept bs_identity_concept(const bs_view *view, size_t index)
{
    const bs_figure *figure = &view->figures.items[index];
    const bs_sentence *sentence = bs_view_sentence(view, index);
    if (sentence == NULL || !figure->quantity->valued) return BS_CONCEPT_NONE;
    bs_str words = bs_view_between(view, figure_before(view, sentence, index), index);
    words = bs_str_tail(words, WORD_BYTES);
    bs_concept found = bs_concept_last(words);
    if (is_industry(found) && !ends_in_industry(words)) found = BS_CONCEPT_NONE;
    bs_str unit = figure->quantity->unit;
    if (bs_str_starts(unit, BS_STR("count:"))) {
        bs_concept counted = bs_concept_of_label(bs_str_slice(unit, strlen("count:"), unit.len));
        if (counted != BS_CONCEPT_NONE) found = counted; // "2,951,870 men"
    }
    if (found == BS_CONCEPT_NONE && bs_str_trim(words).len <= 3)
        found = bs_concept_of_label(figure->quantity->indicator);
    bs_concept behind = concept_behind(sentence, figure->quantity->text);
    if (behind != BS_CONCEPT_NONE) found = behind;
    found = signed_concept(found, figure->value);
    bs_role role = figure->quantity->role;
    bool percent = bs_str_equal(figure->quantity->unit, BS_STR("%"));
    if (bs_concept_is_rate(found))
        return percent && (role == BS_ROLE_LEVEL || role == BS_ROLE_SHARE) ? found : 0;
    bool change = is_turnover(found) && role == BS_ROLE_CHANGE;
    return bs_figure_is_level(figure) || change ? (percent ? BS_CONCEPT_NONE : found)
                                                : BS_CONCEPT_NONE;
}

// Men and women, persons and a bare number are counted alike.
static bool same_unit(const bs_figure *a, const bs_figure *b)
{
    bs_str x = a->quantity->unit;
    bs_str y = b->quantity->unit;
    bool counted = bs_str_starts(x, BS_STR("count:")) || bs_str_equal(x, BS_STR("1"));
    bool alike = bs_str_starts(y, BS_STR("count:")) || bs_str_equal(y, BS_STR("1"));
    return bs_figure_same_unit(a, b) || (counted && alike);
}

static bool is_near(const search *s, size_t index)
{
    uint32_t own = figure_at(s, s->stated)->quantity->origin.block;
    uint32_t other = figure_at(s, index)->quantity->origin.block;
    return (own > other ? own - other : other - own) <= BLOCKS_APART;
}

static bool is_term(const search *s, size_t index, bs_concept concept)
{
    const bs_figure *figure = figure_at(s, index);
    if (s->concepts[index] != concept || index == s->stated || !is_near(s, index)) return false;
    bool quotient =
        s->identity->form == BS_IDENTITY_PERCENT || s->identity->form == BS_IDENTITY_TIMES;
    return (quotient || same_unit(figure, figure_at(s, s->stated))) &&
           bs_figure_same_period(figure, figure_at(s, s->stated)) &&
           !bs_earlier_is(s->set->view, index);
}

static const int8_t MINUS[] = {1, 1, -1};

// Numbers of an identity: the stated one and what it is made of.
enum { TERMS_MAX = 4 };

static size_t term_count(const bs_identity *identity)
{
    return identity->c == BS_CONCEPT_NONE ? 3 : TERMS_MAX;
}

static bs_relation relation_of(const bs_identity *identity, size_t terms[TERMS_MAX])
{
    bs_identity_form form = identity->form;
    bool percent = form == BS_IDENTITY_PERCENT;
    return (bs_relation){
        .form = percent || form == BS_IDENTITY_TIMES ? BS_FORM_QUOTIENT : BS_FORM_SUM,
        .terms = terms,
        .term_count = term_count(identity),
        .signs = form == BS_IDENTITY_DIFFERENCE ? MINUS : NULL,
        .factor = percent ? 100 : 1,
    };
}

static bool is_closer(const search *s, size_t index, size_t than)
{
    size_t a = index > s->stated ? index - s->stated : s->stated - index;
    size_t b = than > s->stated ? than - s->stated : s->stated - than;
    return than == BS_NO_FIGURE || a < b;
}

// Where the figures near the stated one begin and end.
static void look_around(const search *s, size_t *first, size_t *end)
{
    *first = s->stated > FIGURES_BACK ? s->stated - FIGURES_BACK : 0;
    *end = s->stated + FIGURES_AHEAD;
    if (*end > s->set->view->reading->quantities.count)
        *end = s->set->view->reading->quantities.count;
}

// The nearest term of a concept in the unit of another one; BS_NO_FIGURE.
static size_t nearest_term(const search *s, bs_concept concept, size_t like)
{
    size_t first, end, found = BS_NO_FIGURE;
    look_around(s, &first, &end);
    for (size_t i = first; i < end; i++) {
        if (is_term(s, i, concept) && same_unit(figure_at(s, i), figure_at(s, like)) &&
            is_closer(s, i, found))
            found = i;
    }
    return found;
}

static bs_str owner_of(const search *s, size_t index)
{
    return bs_concept_owner(figure_at(s, index)->quantity->indicator,
                            (bs_concept)s->concepts[index]);
}

// Whose the stated number is: "구 지역의 실업자는 39만 명, 실업률은 3.7%" tells it in front.
static bs_str owner_of_stated(const search *s)
{
    bs_str own = owner_of(s, s->stated);
    const bs_sentence *sentence = bs_view_sentence(s->set->view, s->stated);
    for (size_t i = s->stated; own.len == 0 && i-- > sentence->first;) {
        if (s->stated - i > FIGURES_BACK) break;
        if (s->concepts[i] == s->identity->a || s->concepts[i] == s->identity->b)
            own = owner_of(s, i);
    }
    return own;
}

static bool are_two(bs_str x, bs_str y)
{
    return x.len > 0 && y.len > 0 && bs_str_find(x, y, 0) == SIZE_MAX &&
           bs_str_find(y, x, 0) == SIZE_MAX;
}

// "구 지역의 실업자" and "시 지역의 경제활동인구" are those of two places; and of the one place is
// not what another paragraph tells of nobody.
static bool differ_by_owner(const search *s, bs_str stated, size_t a, size_t b)
{
    uint32_t own = figure_at(s, s->stated)->quantity->origin.block;
    bs_str x = owner_of(s, a), y = owner_of(s, b);
    if (are_two(x, y) || are_two(stated, x) || are_two(stated, y)) return true;
    if (stated.len == 0) return false;
    return (x.len == 0 && figure_at(s, a)->quantity->origin.block != own) ||
           (y.len == 0 && figure_at(s, b)->quantity->origin.block != own);
}

// "예비율은 각각 6.3%, 6.8%, 9.4%": of a list under one name nothing says which of its numbers is
// that of a level told elsewhere.
static bool is_one_of_many(const search *s)
{
    const bs_figure *own = figure_at(s, s->stated);
    size_t first, end;
    look_around(s, &first, &end);
    for (size_t i = first; i < end; i++) {
        const bs_figure *other = figure_at(s, i);
        if (i != s->stated && other->sentence == own->sentence &&
            s->concepts[i] == s->concepts[s->stated] &&
            bs_str_equal(other->quantity->indicator, own->quantity->indicator) &&
            bs_str_equal(other->quantity->subject, own->quantity->subject) &&
            bs_figure_same_period(own, other) && !bs_earlier_is(s->set->view, i))
            return true;
    }
    return false;
}

// All terms: a pair that fits, or the nearest of each.
static bool find_terms(const search *s, size_t terms[TERMS_MAX])
{
    size_t first, end;
    bool many = is_one_of_many(s);
    bs_str owner = owner_of_stated(s);
    look_around(s, &first, &end);
    terms[0] = s->stated;
    terms[1] = terms[2] = terms[3] = BS_NO_FIGURE;
    for (size_t a = first; a < end; a++) {
        if (!is_term(s, a, s->identity->a)) continue;
        size_t c =
            s->identity->c == BS_CONCEPT_NONE ? BS_NO_FIGURE : nearest_term(s, s->identity->c, a);
        if (s->identity->c != BS_CONCEPT_NONE && c == BS_NO_FIGURE) continue;
        for (size_t b = first; b < end; b++) {
            if (!is_term(s, b, s->identity->b) || !same_unit(figure_at(s, a), figure_at(s, b)))
                continue;
            size_t trial[TERMS_MAX] = {s->stated, a, b, c};
            bs_relation relation = relation_of(s->identity, trial);
            bool fits = bs_relation_holds(s->set->view, &relation);
            if (!fits && (many || differ_by_owner(s, owner, a, b))) continue;
            if (!fits && !(is_closer(s, a, terms[1]) || is_closer(s, b, terms[2]))) continue;
            memcpy(terms, trial, sizeof trial);
            if (fits) return true;
        }
    }
    return terms[1] != BS_NO_FIGURE;
}

static const char *code_of(bs_identity_form form)
{
    static const char *const codes[] = {[BS_IDENTITY_SUM] = "sum",
                                        [BS_IDENTITY_DIFFERENCE] = "difference",
                                        [BS_IDENTITY_PERCENT] = "ratio",
                                        [BS_IDENTITY_TIMES] = "ratio"};
    return codes[form];
}

static const char *what_of(bs_identity_form form)
{
    static const char *const texts[] = {[BS_IDENTITY_SUM] = "the sum of its parts",
                                        [BS_IDENTITY_DIFFERENCE] = "the difference of the two",
                                        [BS_IDENTITY_PERCENT] = "",
                                        [BS_IDENTITY_TIMES] = ""};
    return texts[form];
}

static bs_status push(bs_relations *set, const bs_identity *identity, size_t terms[TERMS_MAX],
                      double doubt, bs_error *err)
{
    bs_relation like = relation_of(identity, terms);
    bs_relation *relation =
        bs_relation_push(set, code_of(identity->form), like.form, like.term_count);
    if (relation == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    memcpy(relation->terms, terms, like.term_count * sizeof *terms);
    relation->factor = like.factor;
    relation->signs = like.signs;
    relation->scope = doubt > 0 ? BS_SCOPE_LIKELY : BS_SCOPE_CERTAIN;
    relation->doubt = doubt;
    relation->what = what_of(identity->form);
    return BS_OK;
}

// A gap of many times the stated number is no slip, but another thing.
static bool is_far_off(const search *s, bs_relation *relation)
{
    double expected = bs_span_middle(bs_relation_expect(s->set->view, relation, BS_ROUNDED));
    double stated = fabs(figure_at(s, s->stated)->value);
    return !isfinite(expected) || fabs(expected) > OFF_MAX * stated ||
           stated > OFF_MAX * fabs(expected);
}

static bool is_adjusted(const search *s, size_t index)
{
    static const char words[] =
        "계절조정|季節調整|季节调整|seasonally adjusted|Seasonally adjusted";
    bs_str text = bs_view_sentence(s->set->view, index)->text;
    return bs_str_has_any(text, words);
}

// One is told with its season taken out, and the other as it was.
static bool differ_by_season(const search *s, const size_t terms[3])
{
    bool own = is_adjusted(s, terms[0]);
    return is_adjusted(s, terms[1]) != own || is_adjusted(s, terms[2]) != own;
}

// All stand in the paragraph of the stated one.
static bool are_near(const search *s, const size_t *terms, size_t count)
{
    uint32_t own = figure_at(s, s->stated)->quantity->origin.block;
    for (size_t i = 1; i < count; i++) {
        if (figure_at(s, terms[i])->quantity->origin.block != own) return false;
    }
    return true;
}

static bs_status check_figure(search *s, bs_error *err)
{
    size_t count, terms[TERMS_MAX];
    const bs_identity *table = bs_identity_table(&count);
    for (size_t i = 0; i < count; i++) {
        s->identity = &table[i];
        if (table[i].stated != s->concepts[s->stated] || !find_terms(s, terms)) continue;
        bs_relation relation = relation_of(&table[i], terms);
        bool near = are_near(s, terms, relation.term_count);
        if (!near && table[i].near) continue;
        if ((!near && is_far_off(s, &relation)) || differ_by_season(s, terms)) continue;
        bool rate = relation.form == BS_FORM_QUOTIENT;
        double close = rate ? DOUBT_RATE : DOUBT_NEAR, far = rate ? DOUBT_RATE_FAR : DOUBT_FAR;
        BS_TRY(push(s->set, &table[i], terms, near ? close : far, err));
    }
    return BS_OK;
}

static bs_status collect_prose(bs_relations *set, bs_error *err)
{
    size_t count = set->view->reading->quantities.count;
    search s = {.set = set, .concepts = BS_NEW_ARRAY(set->arena, uint8_t, count)};
    if (s.concepts == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    for (size_t i = 0; i < count; i++)
        s.concepts[i] = (uint8_t)bs_identity_concept(set->view, i);
    for (size_t i = 0; i < count; i++) {
        s.stated = i;
        if (s.concepts[i] != BS_CONCEPT_NONE && !bs_earlier_is(set->view, i))
            BS_TRY(check_figure(&s, err));
    }
    return BS_OK;
}

// The lines of a table with the concept that each is headed by.
typedef struct named_lines {
    bs_lens lens;
    uint8_t *concepts;
} named_lines;

static bs_status name_lines(named_lines *out, bs_relations *set, bs_lens lens, bs_error *err)
{
    size_t count = bs_lens_line_count(lens);
    *out = (named_lines){lens, BS_NEW_ARRAY(set->arena, uint8_t, count)};
    if (out->concepts == NULL && count > 0) return bs_fail(err, BS_E_MEMORY, "out of memory");
    for (size_t i = 0; i < count; i++) {
        const bs_grid_line *line = bs_lens_line(lens, i);
        if (line->count > 0) out->concepts[i] = (uint8_t)bs_concept_of_label(line->own_label);
    }
    return BS_OK;
}

// The line of a concept, where only one is.
static size_t line_of(const named_lines *lines, bs_concept concept)
{
    size_t found = SIZE_MAX;
    for (size_t i = 0; i < bs_lens_line_count(lines->lens); i++) {
        if (lines->concepts[i] != concept) continue;
        if (found != SIZE_MAX) return SIZE_MAX;
        found = i;
    }
    return found;
}

static bool terms_at(bs_lens lens, const size_t lines[TERMS_MAX], size_t count, size_t place,
                     size_t terms[TERMS_MAX])
{
    for (size_t i = 0; i < count; i++) {
        terms[i] = bs_lens_figure(lens, lines[i], place);
        if (terms[i] == BS_NO_FIGURE) return false;
    }
    // Of variances and changes the signs are those of what they are good for.
    const bs_grid_line *line = bs_lens_place(lens, place);
    return !line->rate && !line->derived && !bs_cue_heads(BS_CUE_DIFFERENCE, line->own_label) &&
           !bs_cue_heads(BS_CUE_GROWTH, line->own_label);
}

static bs_status check_lines(bs_relations *set, const named_lines *named,
                             const bs_identity *identity, bs_error *err)
{
    bs_lens lens = named->lens;
    size_t count = term_count(identity);
    size_t lines[] = {line_of(named, identity->stated), line_of(named, identity->a),
                      line_of(named, identity->b), line_of(named, identity->c)};
    for (size_t i = 0; i < count; i++) {
        if (lines[i] == SIZE_MAX) return BS_OK;
    }
    if (bs_lens_line(lens, lines[0])->derived) return BS_OK;
    size_t held = 0, failed = 0, terms[TERMS_MAX];
    for (size_t k = 0; k < bs_lens_place_count(lens); k++) {
        if (!terms_at(lens, lines, count, k, terms)) continue;
        bs_relation relation = relation_of(identity, terms);
        bool fits = bs_relation_holds(set->view, &relation);
        held += fits;
        failed += !fits;
    }
    if (failed > held && failed > 1) return BS_OK;
    for (size_t k = 0; k < bs_lens_place_count(lens); k++) {
        if (!terms_at(lens, lines, count, k, terms)) continue;
        BS_TRY(push(set, identity, terms, held > 0 ? 0 : DOUBT_TABLE, err));
    }
    return BS_OK;
}

static bs_status collect_lens(bs_relations *set, bs_lens lens, bs_error *err)
{
    size_t count;
    named_lines lines;
    const bs_identity *table = bs_identity_table(&count);
    BS_TRY(name_lines(&lines, set, lens, err));
    for (size_t i = 0; i < count; i++)
        BS_TRY(check_lines(set, &lines, &table[i], err));
    return BS_OK;
}

bs_status bs_identity__collect(bs_relations *set, bs_error *err)
{
    BS_TRY(collect_prose(set, err));
    for (size_t g = 0; g < set->view->grids.count; g++) {
        const bs_grid *grid = &set->view->grids.items[g];
        if (grid->block == 0) continue;
        BS_TRY(collect_lens(set, (bs_lens){grid, false}, err));
        BS_TRY(collect_lens(set, (bs_lens){grid, true}, err));
    }
    return BS_OK;
}
