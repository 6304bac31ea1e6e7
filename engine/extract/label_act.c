// SPDX-License-Identifier: GPL-3.0-or-later
// What English says that somebody does with an amount, which tells what it measures: "Iraq pumped
// 4.1m barrels".
#include "engine/core/unit.h"
#include "engine/extract/label_internal.h"
#include "engine/extract/label_said.h"
#include "engine/extract/role.h"
#include "engine/extract/words.h"

// Without how much it is about at its end: "made more than", "sold a record".
static bs_str without_how(bs_str text)
{
    enum { WORDS_MAX = 3 };
    size_t words = 0;
    for (size_t at = text.len; at-- > 0 && words < WORDS_MAX;) {
        if (text.ptr[at] != ' ') continue;
        words++;
        bs_str rest = bs_str_slice(text, at + 1, text.len);
        if (bs__said_length(rest, BS__SAID_HOW) == rest.len) return bs_str_slice(text, 0, at);
    }
    return text;
}

// "ginned", "marketed": what is done with an amount, and no word for how it moved or is known.
static bool is_done(bs_str word)
{
    enum { WORD_BYTES_MAX = 24 };
    static const char no[] =
        "estimated|revised|recorded|reported|posted|registered|accounted|"
        "represented|combined|based|compared|expected|projected|adjusted|"
        "numbered|occurred|ranked|hundred|changed|need|named|involved|remained";
    bool ed = word.len > strlen("need") && word.len < WORD_BYTES_MAX && bs_list_ends(word, "ed");
    if (!ed || bs_list_starts(word, no)) return false;
    char phrase[WORD_BYTES_MAX + 2] = " ";
    memcpy(phrase + 1, word.ptr, word.len);
    phrase[word.len + 1] = ' ';
    return !bs__label_begins_with_verb((bs_str){phrase, word.len + 2});
}

// "to harvest", "will pay": what will be done with it, and no movement.
static bool is_to_be_done(bs_str word)
{
    static const char no[] =
        "be|hit|exceed|double|halve|shrink|account|amount|represent|have|only|about|see|stay|rise|"
        "edge|inch|creep|tick|narrow|widen|ease|dip|climb|fall|grow|increase|decline|drop|reach|"
        "remain|average|total|slow|expand|contract";
    return word.len > 2 && !bs__label_is_bare(word) && !bs_list_starts(word, no);
}

// Behind the words beside a verb: "which", "has already", "are expected to". *ahead: the verb is an
// infinitive.
static bs_str behind_auxiliaries(bs_str text, bool *ahead)
{
    static const char ahead_of[] =
        "expected to |set to |forecast to |due to |likely to |projected to "
        "|planned to |scheduled to |able to |needed to |required to |"
        "plans to |plan to |aims to |hopes to |wants to |intends to |"
        "expects to |expect to |planning to |aiming to ";
    static const char modals[] = "will|would|may|might|must|can|could|should";
    static const char relatives[] = ", which |, who |which |who ";
    if (bs_list_starts(text, relatives))
        text = bs__said_behind(text, bs_str_find(text, BS_STR(" "), 2));
    for (size_t len = 1; len > 0; text = bs__said_behind(text, len)) {
        len = bs__said_length(text, BS__SAID_AUXILIARY);
        *ahead |= len > 0 && bs_list_starts(text, modals);
        if (len > 0 || !bs_list_starts(text, ahead_of)) continue;
        len = bs_str_find(text, BS_STR(" to "), 0) + strlen(" to ");
        *ahead = true;
    }
    return text;
}

// The length of the verb that a text consists of, but for words beside it and in front of the
// number; 0 where it is something else. *at: where the verb begins.
static size_t verb_alone(bs_str text, uint32_t kinds, size_t *at)
{
    static const bs_str particles[] = {
        BS_STR_INIT("up"),  BS_STR_INIT("in"),   BS_STR_INIT("out"), BS_STR_INIT("aside"),
        BS_STR_INIT("off"), BS_STR_INIT("away"), BS_STR_INIT("back")};
    bool ahead = false;
    bs_str rest = behind_auxiliaries(bs_str_trim(text), &ahead), word = bs__said_word(rest);
    size_t len = bs__said_length(rest, kinds);
    if (len == 0 && ((ahead && is_to_be_done(word)) || ((kinds & BS__SAID_LOSES) && is_done(word))))
        len = word.len;
    if (len == 0) return 0;
    word = bs__said_word(bs__said_behind(rest, len));
    // "made up 34%", "carried up 7% to": of a share, and of a movement.
    bool other = !(kinds & BS__SAID_LOSES) || bs_list_starts(rest, "made ");
    for (size_t i = 0; i < BS_COUNT(particles) && !other; i++) {
        if (bs_str_equal(word, particles[i])) len += 1 + word.len;
    }
    if (bs__said_without(bs__said_behind(rest, len), BS__SAID_HOW).len > 0) return 0;
    *at = (size_t)(rest.ptr - text.ptr);
    return len;
}

// Verbs of what is done with an amount, and with a rate: "shares lost 8%" tells how they moved.
static uint32_t kinds_for(const bs__naming *n)
{
    const bs_quantity *self = bs__naming_self(n);
    bs_str after = bs_str_slice(n->text, bs__label_end(self, n->text), n->text.len);
    bool points = bs_list_starts(after, " point");
    return self->kind == BS_KIND_PERCENT || points ? BS__SAID_ACTS : BS__SAID_ACTS | BS__SAID_LOSES;
}

// Who does it: an indicator without the verb at its end.
static bs_str actor_of(bs_str name)
{
    for (size_t at = 0; at < name.len; at++) {
        if (name.ptr[at] != ' ') continue;
        size_t verb;
        if (verb_alone(bs_str_slice(name, at, name.len), BS__SAID_ACTS | BS__SAID_LOSES, &verb) > 0)
            return bs_str_slice(name, 0, at);
    }
    return name;
}

// Is a name that of somebody, and not "will save" or of ", taking the estate to 412"?
static bool is_actor(bs_str name, bs_str text)
{
    if (name.len == 0 || bs__said_length(name, BS__SAID_AUXILIARY) > 0) return false;
    bs_str before = bs_str_trim(bs_str_slice(text, 0, (size_t)(name.ptr - text.ptr)));
    if (bs_list_ends(before, " the")) before.len -= strlen(" the");
    bs_str word = bs_str_behind_last(before, " ");
    return !(bs_list_ends(word, "ing") &&
             bs_list_ends(bs_str_slice(before, 0, before.len - word.len), ", "));
}

// What stands behind the last "and" or "but" of a text; empty where there is none.
static bs_str behind_last_joint(bs_str text)
{
    for (size_t at = text.len; at-- > 0;) {
        bs_str rest = bs_str_slice(text, at, text.len);
        if (bs_list_starts(rest, " and | but "))
            return bs_str_slice(rest, strlen(" and "), rest.len);
    }
    return (bs_str){0};
}

// "took 322,500 trips and spent €231 million": the verb alone stands in front, and who does it is
// told by the number before.
bool bs__label_goes_on_acting(const bs__naming *n)
{
    bs_quantity *self = bs__naming_self(n);
    bs_str between = bs_str_slice(n->text, n->limit, bs__label_start(self, n->text));
    bs_str clause = behind_last_joint(between);
    if (bs_unit_dimension(self->unit) == BS_DIM_COUNT_OF || n->index == n->first || clause.len == 0)
        return false;
    // "and imports 20,020 million": more likely a noun.
    static const char nouns[] = "exports|imports|supplies|produce|spend|uses|cost|pump";
    size_t at, len = verb_alone(clause, kinds_for(n), &at);
    if (len > 0 && bs_list_starts(bs_str_slice(clause, at, at + len), nouns)) return false;
    const bs_quantity *other = self;
    while (len > 0 && other > &n->all->items[n->first]) {
        other--;
        bs_str apart = bs__label_between(other, self, n->text);
        if (bs_str_find(apart, BS_STR(". "), 0) != SIZE_MAX) return false;
        // "We opened seven stores": what stands behind a number is no doer.
        bool front = other->indicator.len > 0 && other->indicator.ptr >= n->text.ptr &&
                     other->indicator.ptr < other->text.ptr;
        bs_str name = other->subject.len > 0 ? other->subject : other->indicator;
        bs_str actor = actor_of(name);
        if (bs__label_is_time(other) || (name.ptr == other->indicator.ptr && !front) ||
            !is_actor(actor, n->text))
            continue;
        self->indicator = bs_str_slice(clause, at, at + len);
        self->subject = actor;
        return true;
    }
    return false;
}

// "Over the last 12 months, it increased 2.7 percent": what was told last in the unit.
static bool is_told_again(const bs__naming *n, bs_str clause)
{
    bs_quantity *self = bs__naming_self(n);
    bs_str rest = bs_str_slice(clause, bs_str_find(clause, BS_STR(" "), 0), clause.len);
    if (!bs_list_starts(clause, "It |it |They |they ") || !bs__label_begins_with_verb(rest))
        return false;
    for (size_t i = n->index; i-- > n->first;) {
        const bs_quantity *other = &n->all->items[i];
        bool named = other->indicator.len > 0 && bs_str_equal(other->unit, self->unit);
        if (!named || bs__label_is_time(other)) continue;
        bs__label_take(self, other);
        return true;
    }
    return false;
}

// "We lent NOK 38 billion", "They held EUR 3,390 billion", "a third, due in 2027, will carry": what
// is done by somebody who is not named.
static bool is_told_of_us(const bs__naming *n)
{
    bs_quantity *self = bs__naming_self(n);
    bs_str clause = bs__label_clause(n->text, n->limit, bs__label_start(self, n->text));
    bool us = bs_list_starts(clause, "We |we |They |they |It |it |He |She ");
    bs_str rest =
        us ? bs_str_slice(clause, bs_str_find(clause, BS_STR(" "), 0), clause.len) : clause;
    size_t at, len = verb_alone(rest, kinds_for(n), &at);
    bool modal = bs_list_starts(clause, "will |would |can |could ");
    if (len == 0 || (!us && !modal)) return is_told_again(n, clause);
    self->indicator = bs_str_slice(clause, 0, clause.len - rest.len + at + len);
    return true;
}

// "Ending stocks are raised 20 million": how far something has been moved is of that itself.
static bool is_moved(bs_str between)
{
    static const char verbs[] = "raised|lowered|cut|reduced|increased|decreased|trimmed|boosted|"
                                "lifted|hiked|slashed|pared|nudged|marked";
    bs_str rest = bs_str_trim(between);
    if (!bs_list_starts(rest, "is |are |was |were |been |being |be ")) return false;
    rest = bs_str_trim(bs_str_slice(rest, bs_str_find(rest, BS_STR(" "), 0), rest.len));
    return bs_list_starts(rest, verbs);
}

// "gained $2.25, or 3.8%, to": how far a price has moved, which is said once more as a rate.
static bool is_step(const bs__naming *n)
{
    const bs_quantity *self = bs__naming_self(n), *next = self + 1;
    if (n->index + 1 >= n->all->count || self->kind != BS_KIND_CURRENCY) return false;
    bs_str between = bs_str_trim(bs__label_between(self, next, n->text));
    bool rate = bs_str_equal(next->unit, BS_STR("%"));
    return rate ? bs_list_is(between, ", or|or|(|, or about")
                : next->kind == BS_KIND_CURRENCY && bs_str_equal(between, BS_STR("to"));
}

bool bs__label_act(const bs__naming *n)
{
    bs_quantity *self = bs__naming_self(n);
    if (self->indicator.len == 0) return is_told_of_us(n);
    // "closed 3% higher": how it moved, and nothing that was done.
    if (self->kind == BS_KIND_PERCENT && bs_role__moves(self)) return false;
    size_t start = bs__label_start(self, n->text);
    size_t end = (size_t)(self->indicator.ptr - n->text.ptr) + self->indicator.len;
    if (end < n->limit || end >= start || !strchr(" ,", n->text.ptr[end])) return false;
    bs_str between = bs_str_slice(n->text, end, start);
    if (is_moved(between) || is_step(n)) return false;
    size_t at, len = verb_alone(between, kinds_for(n), &at);
    if (len > 0) self->indicator.len += at + len;
    return len > 0;
}

// "wants to build", "cut costs and hire", "will carry": what is to be done with what is counted.
static bool is_to_act(bs_str before)
{
    static const char verbs[] =
        " build| create| hire| open| close| cut| add| train| deliver| produce| buy| recruit| "
        "install| plant| carry| sell| attract| employ| launch| construct| provide| offer| fund| "
        "treat| house| host| welcome| deploy";
    static const char fronts[] = " to| and| will| would| can| could| must| should| or";
    if (!bs_list_ends(before, verbs)) return false; // nearly always
    bs_str verb = bs_str_longest_end(before, verbs);
    bs_str front = bs_str_slice(before, 0, before.len - verb.len);
    return verb.len > 0 && (bs_list_ends(front, fronts) || bs_list_is(front, "to|and|or"));
}

bool bs__label_acts(bs_str before)
{
    static const char others[] =
        " has| have| had| recorded| affected| "
        "experienced| registered| approved| signed| welcomed| manufactured| assembled| attending| "
        "employing| serving| operating| stayed| visited| reported| posted| counted| listed";
    before = without_how(before);
    bs_str verb = bs_str_behind_last(before, " ");
    return is_to_act(before) || bs_list_ends(before, others) ||
           bs_list_ends(before, " took in| brought in") ||
           (verb.len < before.len &&
            (bs__said_length(verb, BS__SAID_ACTS | BS__SAID_LOSES) == verb.len || is_done(verb)));
}

bs_str bs__label_doer(bs_str phrase, bs_str text)
{
    bs_str front = bs_str_slice(text, 0, (size_t)(phrase.ptr - text.ptr));
    if (bs_list_ends(front, " to | and | or ") || is_to_act(phrase)) {
        bs_str verb = bs_str_behind_last(phrase, " ");
        bool joined = bs_list_ends(bs_str_slice(phrase, 0, phrase.len - verb.len), " and | or ");
        if (joined || verb.len == phrase.len) return (bs_str){0}; // "schools and hire", "plant"
    }
    return actor_of(phrase);
}
