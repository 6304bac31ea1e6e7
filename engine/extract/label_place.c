// SPDX-License-Identifier: GPL-3.0-or-later
// Where English numbers are, and who has them: "In Quebec, sales were up", "while in Alberta they
// advanced", "those to Peru", "China's $9.3 billion".
#include "engine/extract/label_internal.h"
#include "engine/extract/numeral.h"
#include "engine/extract/role.h"
#include "engine/extract/words.h"

enum { LOOKED_AT_MAX = 16 };

static bs_str place_before(bs_str text, size_t limit, bs_str clause)
{
    enum { PLACE_BYTES_MAX = 40 };
    if (clause.ptr == NULL) return (bs_str){0};
    size_t end = (size_t)(clause.ptr - text.ptr);
    while (end > limit && text.ptr[end - 1] == ' ')
        end--;
    bool comma = end > limit && text.ptr[end - 1] == ',';
    if (!comma) return (bs_str){0};
    bs_str place = bs__label_clause(text, limit, --end);
    for (bs_str rest = place; bs_list_starts(rest, "and |while |but |whereas ");) {
        rest = bs_str_slice(rest, bs_str_find(rest, BS_STR(" "), 0) + 1, rest.len);
        place = rest;
    }
    if (!bs_list_starts(place, "In |in |For |for ") || place.len > PLACE_BYTES_MAX)
        return (bs_str){0};
    place = bs_str_slice(place, bs_str_find(place, BS_STR(" "), 0) + 1, place.len);
    if (bs_list_starts(place, "the ")) place = bs_str_slice(place, strlen("the "), place.len);
    size_t len;
    for (size_t i = 0; i < place.len; i++) {
        if (bs_digit_at(place, i, &len) >= 0) return (bs_str){0};
    }
    static const char none[] =
        "Addition|Contrast|Total|All|Fact|Particular|Q1|Q2|Q3|Q4|H1|H2|January|February|"
        "March|April|May|June|July|August|September|October|November|"
        "December|Short|General|Comparison|Turn|Real|Nominal|Spring|"
        "Summer|Autumn|Winter";
    bool capital = place.len > 2 && place.ptr[0] >= 'A' && place.ptr[0] <= 'Z';
    return capital && !bs_list_starts(place, none) ? place : (bs_str){0};
}

// "while in Alberta they advanced": what the clause tells of in other words.
static bs_str place_of_pronoun(bs_str clause)
{
    while (bs_list_starts(clause, "and |while |but |whereas "))
        clause = bs_str_slice(clause, bs_str_find(clause, BS_STR(" "), 0) + 1, clause.len);
    if (!bs_list_starts(clause, "in |In |among |Among |for |For ")) return (bs_str){0};
    size_t word = bs_str_find(clause, BS_STR(" "), 0) + 1;
    bs_str place = bs_str_slice(clause, word, clause.len);
    size_t they = bs_str_find(place, BS_STR(" they "), 0),
           it = bs_str_find(place, BS_STR(" it "), 0);
    size_t end = they < it ? they : it;
    return end != SIZE_MAX ? bs_str_slice(place, 0, end) : (bs_str){0};
}

// What "it" measures in "among men it was 22.7": the same as the last number of its unit.
static bs_str meant_by_pronoun(const bs__naming *n)
{
    for (size_t i = n->index; i-- > n->first && n->index - i <= LOOKED_AT_MAX;) {
        const bs_quantity *other = &n->all->items[i];
        if (bs_str_equal(other->unit, bs__naming_self(n)->unit) && !bs__label_is_time(other))
            return other->indicator;
    }
    return (bs_str){0};
}

// What "they" are in "sales in Europe stagnated, and in the United States they rose 10%": the last
// that was named, without its place.
static bs_str meant_elsewhere(const bs__naming *n)
{
    bs_str name = meant_by_pronoun(n);
    for (size_t i = n->index; name.len == 0 && i-- > n->first && n->index - i <= LOOKED_AT_MAX;) {
        const bs_quantity *other = &n->all->items[i];
        if (!bs__label_is_time(other)) name = other->indicator;
    }
    size_t place = bs_str_find(name, BS_STR(" in "), 0);
    bool capital = place != SIZE_MAX && place + strlen(" in ") < name.len &&
                   name.ptr[place + strlen(" in ")] >= 'A' &&
                   name.ptr[place + strlen(" in ")] <= 'Z';
    return capital ? bs_str_slice(name, 0, place) : name;
}

// "those to Peru": the others of that name.
static bs_str behind_pronoun(bs_str phrase)
{
    static const char fronts[] =
        "those to |those of |those in |those for |those from |those at |those with |those by |"
        "those on |those among |that of |that in |that for ";
    if (!bs_list_starts(phrase, fronts)) return (bs_str){0};
    size_t word = bs_str_find(phrase, BS_STR(" "), 0);
    size_t name = bs_str_find(phrase, BS_STR(" "), word + 1);
    return name == SIZE_MAX ? (bs_str){0} : bs_str_slice(phrase, name + 1, phrase.len);
}

// What "those" are: "sales" where "sales to Mexico" were told of in front of "those to Peru".
static bs_str head_of_those(const bs__naming *n, bs_str phrase)
{
    bs_str name = meant_by_pronoun(n);
    size_t word = bs_str_find(phrase, BS_STR(" "), 0);
    size_t end = bs_str_find(phrase, BS_STR(" "), word + 1);
    size_t at = bs_str_find(name, bs_str_slice(phrase, word, end + 1), 0);
    if (at != SIZE_MAX && end != SIZE_MAX) return bs_str_slice(name, 0, at);
    // "Tesla's sales fell, while those of BYD rose"
    size_t owner = bs_str_find(name, BS_STR("'s "), 0);
    bool owned = owner != SIZE_MAX && bs_str_starts(phrase, BS_STR("those of "));
    return owned ? bs_str_slice(name, owner + strlen("'s "), name.len) : (bs_str){0};
}

// Is the number of the one in front of it, which says where something moved: "5.9% to $9.1
// billion"?
static bool goes_with_last(const bs__naming *n)
{
    const bs_quantity *self = bs__naming_self(n);
    bool moved = n->index > n->first && bs_role__moves(self - 1) &&
                 bs_str_equal(bs__label_before(self, n->text, n->limit), BS_STR("to"));
    bool same = n->index > n->first && self->indicator.len > 0 &&
                self[-1].indicator.ptr == self->indicator.ptr &&
                bs_str_equal(self[-1].indicator, self->indicator);
    return same || (moved && self[-1].indicator.len == 0);
}

// Where "sales there" were: the subject of the last number that has one.
static bs_str last_subject(const bs__naming *n)
{
    for (size_t i = n->index; i-- > n->first && n->index - i <= LOOKED_AT_MAX;) {
        if (n->all->items[i].subject.len > 0) return n->all->items[i].subject;
    }
    return (bs_str){0};
}

// "12 times China's $9.3 billion", "South Asia's was 5.2 percent": the same of another owner.
static bool is_owner_alone(const bs__naming *n, bs_str phrase, bs_str *owner)
{
    static const bs_str marks[] = {BS_STR_INIT("'s"), BS_STR_INIT("’s")};
    if (phrase.len == 0 || phrase.ptr[0] < 'A' || phrase.ptr[0] > 'Z') return false;
    for (size_t i = 0; i < BS_COUNT(marks); i++) {
        if (!bs_str_ends(phrase, marks[i])) continue;
        *owner = bs_str_slice(phrase, 0, phrase.len - marks[i].len);
        return meant_by_pronoun(n).len > 0;
    }
    return false;
}

// "in Wales it was £210,000 and in Scotland £192,000": a place alone goes on with what was named.
static bs_str member_place(const bs__naming *n, bs_str phrase)
{
    const bs_quantity *self = bs__naming_self(n);
    bs_str between = bs_str_slice(n->text, n->limit, bs__label_start(self, n->text));
    bs_str rest = bs_str_trim(between);
    if (bs_list_starts(rest, ", and in |, and for ")) rest = bs_str_slice(rest, 2, rest.len);
    if (n->index == n->first || !bs_list_starts(rest, "and in |, in |and for |, for "))
        return (bs_str){0};
    size_t word = bs_str_find(rest, BS_STR(" "), 0);
    bs_str place = bs_str_slice(rest, bs_str_find(rest, BS_STR(" "), word + 1) + 1, rest.len);
    // "in the public sector they rose 6.0% to £768, and in the private sector 4.7%"
    bool the = bs_str_starts(place, BS_STR("the "));
    bs_str bare = the ? bs_str_slice(place, strlen("the "), place.len) : place;
    bool whole = bare.len > 0 && bare.len == phrase.len && bare.ptr == phrase.ptr;
    bool named = bare.len > 0 && bare.ptr[0] >= 'A' && bare.ptr[0] <= 'Z';
    named |= the && bs_str_starts(self[-1].subject, BS_STR("the "));
    bool alike = self[-1].subject.len > 0 && meant_by_pronoun(n).len > 0;
    return whole && named && alike ? place : (bs_str){0};
}

void bs__label_set_place(const bs__naming *n, bs_str phrase)
{
    enum { ACTOR_BYTES_MAX = 40 };
    bs_quantity *self = bs__naming_self(n);
    if (self->subject.len > 0) return;
    if (goes_with_last(n)) {
        bs__label_take(self, self - 1);
        return;
    }
    if (phrase.len == 0 || bs_list_ends(phrase, " they| it")) {
        bs_str clause = bs__label_clause(n->text, n->limit, bs__label_start(self, n->text));
        self->subject = place_of_pronoun(clause);
        if (self->subject.len > 0) self->indicator = meant_elsewhere(n);
        return;
    }
    bs_str member = member_place(n, phrase);
    if (member.len > 0) {
        self->subject = member;
        self->indicator = meant_by_pronoun(n);
        return;
    }
    bs_str owner;
    if (is_owner_alone(n, phrase, &owner)) {
        self->subject = owner;
        self->indicator = meant_by_pronoun(n);
        return;
    }
    bs_str other = behind_pronoun(phrase);
    if (other.len > 0) {
        self->subject = other;
        self->indicator = head_of_those(n, phrase);
        return;
    }
    if (self->indicator.ptr != phrase.ptr) {
        if (phrase.len <= ACTOR_BYTES_MAX) self->subject = bs__label_doer(phrase, n->text);
        return;
    }
    size_t behind = (size_t)(phrase.ptr - n->text.ptr) + phrase.len;
    if (bs_str_starts(bs_str_slice(n->text, behind, n->text.len), BS_STR(" there "))) {
        self->subject = last_subject(n);
        return;
    }
    bs_str front = bs_str_slice(n->text, 0, (size_t)(phrase.ptr - n->text.ptr));
    if (bs_list_ends(front, ", the ")) phrase.ptr -= strlen("the ");
    self->subject = place_before(n->text, n->limit, phrase);
}
