// SPDX-License-Identifier: GPL-3.0-or-later
// What English says that somebody has reported so much of, behind the amount: "Northwind posted
// $5.7 billion in sales", "Asia achieved 8.4% sales growth".
#include "engine/extract/label_internal.h"
#include "engine/extract/words.h"

// Without how much it is about at its end: "generated more than", "posted a record".
static bs_str without_article(bs_str text)
{
    static const char words[] =
        " over| about| around| nearly| almost| roughly| approximately| more "
        "than| less than| a| an| just| some| only| a record| another";
    for (bs_str end; (end = bs_str_longest_end(text, words)).len > 0;)
        text = bs_str_slice(text, 0, text.len - end.len);
    return text;
}

// Who does it, in front of the verb; empty for nobody by name.
static bs_str doer_of(bs_str name)
{
    static const char nobody[] =
        "we|We|they|They|it|It|he|He|she|She|which|who|that|company|Company|"
        "group|Group|firm|bank|also|and";
    name = bs_str_behind_last(bs_str_trim(name), " that ");
    for (bs_str rest = name;
         bs_list_starts(rest, "and |while |but |the |The |whereas |which |who "); name = rest)
        rest = bs_str_slice(rest, bs_str_find(rest, BS_STR(" "), 0) + 1, rest.len);
    bs_str aside = bs_str_longest_end(name, " has| have| had| also| already| again| to");
    name = bs_str_slice(name, 0, name.len - aside.len);
    return bs_list_is(name, nobody) ? (bs_str){0} : name;
}

// "cash flow despite challenging markets": up to a word that begins something else.
static bs_str without_tail(bs_str name)
{
    static const char tails[] =
        " despite | amid | driven | a year| a month| compared | versus | related | thanks | "
        "during | after | before | across | under | through | within | last | "
        "this | year-| while ";
    for (size_t at = 0; at < name.len; at++) {
        if (name.ptr[at] == ' ' && bs_list_starts(bs_str_slice(name, at, name.len), tails))
            return bs_str_slice(name, 0, at);
    }
    return name;
}

// The noun behind an amount of money, and that behind a rate.
static bs_str noun_of(const bs_quantity *self, bs_str after)
{
    static const char amounts[] = "sales|revenue|revenues|turnover|profit|profits|income|earnings|"
                                  "loss|losses|EBITDA|cash flow|"
                                  "bookings|orders|charge|charges|expense|expenses|costs|exports|"
                                  "imports|premiums|fees|savings|deficit|surplus|loss per share|"
                                  "profit per share|earnings per share|before tax|after tax";
    static const char rates[] = " growth| margin| margins";
    bool percent = self->kind == BS_KIND_PERCENT;
    bool link = !percent && bs_list_starts(after, " in | of ");
    if (bs_str_starts(after, BS_STR(" ")) && !link) after = bs_str_slice(after, 1, after.len);
    if (link) after = bs_str_slice(after, strlen(" in "), after.len);
    bs_str name = without_tail(bs__label_noun_phrase(after));
    bool fits = bs_list_ends(name, percent ? rates : amounts);
    return fits && !bs__label_holds_digit(name) ? name : (bs_str){0};
}

// "(2030: £1.7m loss)", "against a £2m profit": an amount that something is held against, which the
// noun behind it says the kind of.
static bool is_held_against(bs_str front, bs_str name, bs_str after)
{
    static const char kinds[] =
        "loss|profit|deficit|surplus|loss per share|profit per share|loss before tax|"
        "profit before tax|loss after tax|profit after tax";
    static const char bases[] = " against a| from a| with a| to a| versus a| against an| from an|"
                                " with an| to an";
    size_t end = (size_t)(name.ptr - after.ptr) + name.len;
    char next = end < after.len ? after.ptr[end] : '.';
    bool ends = next == ')' || next == ',' || next == ';' || next == '.' ||
                bs_list_starts(bs_str_slice(after, end, after.len),
                               " in | per | before tax| after tax| a year| last year| the ");
    while (bs_str_ends(front, BS_STR(" ")))
        front.len--;
    return ends && bs_list_ends(name, kinds) &&
           (bs_list_ends(front, ":|：|restated)") || bs_list_ends(front, bases));
}

bs_str bs__label_held(const bs_quantity *self, bs_str text, size_t limit)
{
    enum { FRONT_BYTES_MAX = 72 };
    static const char kinds[] = " loss| profit| deficit| surplus| gain| net income| net outflow|"
                                " net inflow| shortfall";
    static const char bases[] = "ompared to a |ompared with a |ompared to an |ompared with an |"
                                "gainst a |gainst an |from a |from an |versus a |swung to a |"
                                "turned to a |moved to a |ersus an |with a |to a ";
    bs_str front = bs_str_slice(text, limit, bs__label_start(self, text));
    if (self->kind != BS_KIND_CURRENCY || !bs_str_ends(front, BS_STR(" of "))) return (bs_str){0};
    front.len -= strlen(" of ");
    if (!bs_list_ends(front, kinds)) return (bs_str){0};
    bs_str near = bs_str_slice(front, front.len > FRONT_BYTES_MAX ? front.len - FRONT_BYTES_MAX : 0,
                               front.len);
    bs_str name = bs_str_behind_last(near, " a | an ");
    bs_str before = bs_str_slice(near, 0, near.len - name.len);
    bool whole = name.len < near.len && !bs_str_has_any(name, ",|;|.|(| and | to ");
    return whole && bs_list_ends(before, bases) ? name : (bs_str){0};
}

bs_str bs__label_result(const bs_quantity *self, bs_str text, size_t limit, bs_str *by)
{
    enum { NOUN_BYTES_MAX = 60 };
    static const char verbs[] = "reported|posted|achieved|recorded|registered|generated|booked|"
                                "delivered|earned|incurred|logged|produced|realised|realized";
    if (self->kind != BS_KIND_CURRENCY && self->kind != BS_KIND_PERCENT) return (bs_str){0};
    bs_str held = bs__label_held(self, text, limit);
    if (held.len > 0) return held;
    size_t end = bs__label_end(self, text);
    if (!bs_str_starts(bs_str_slice(text, end, text.len), BS_STR(" "))) return (bs_str){0};
    bs_str after = bs_str_slice(text, end, end + NOUN_BYTES_MAX), name = noun_of(self, after);
    if (name.len == 0) return name;
    bs_str front = bs_str_slice(text, limit, bs__label_start(self, text));
    if (self->kind == BS_KIND_CURRENCY && is_held_against(front, name, after)) return name;
    bs_str before = bs__label_clause(text, limit, bs__label_start(self, text));
    before = without_article(before);
    bs_str verb = bs_str_behind_last(before, " ");
    bool alone = verb.len == before.len; // "Generated over $300 million in cash flow"
    if (alone && verb.len > 0 && verb.ptr[0] <= 'Z') {
        char first = (char)(verb.ptr[0] | 0x20);
        bool said = false;
        for (bs_str rest = bs_str_from(verbs), word; !said && bs_str_next(&rest, '|', &word);)
            said = word.len == verb.len && word.ptr[0] == first &&
                   memcmp(word.ptr + 1, verb.ptr + 1, word.len - 1) == 0;
        return said ? name : (bs_str){0};
    }
    if (!bs_list_is(verb, verbs)) return (bs_str){0};
    *by = alone ? (bs_str){0} : doer_of(bs_str_slice(before, 0, before.len - verb.len));
    return name;
}
