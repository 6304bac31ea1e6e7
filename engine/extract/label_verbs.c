// SPDX-License-Identifier: GPL-3.0-or-later
// English verbs around the noun phrase that says what a number measures: what is named stands
// before the one that tells what became of it ("exports rose"), or behind one that gives it
// ("reported").
#include "engine/extract/label_internal.h"
#include "engine/extract/label_kind.h"
#include "engine/extract/words.h"

enum { TELLS = 1, GIVES = 2, BEGINS = 4, LAST = 8 };
static const bs__kind_word verbs[] = {
#include "engine/extract/label_verbs.inc"
};
BS__KIND_LEXICON(verbs_at, verbs);

// "UNEMPLOYMENT FELL TO", "Rate Falls To": the verb of a headline in capitals ends the phrase.
static bool is_headline_verb(bs_str phrase, size_t at)
{
    enum { VERB_BYTES_MAX = 20 };
    char lower[VERB_BYTES_MAX];
    bs_str rest = bs_str_slice(phrase, at + 1, phrase.len);
    if (rest.len == 0 || rest.len > VERB_BYTES_MAX || rest.ptr[0] < 'A' || rest.ptr[0] > 'Z')
        return false;
    for (size_t i = 0; i < rest.len; i++)
        lower[i] =
            (char)(rest.ptr[i] >= 'A' && rest.ptr[i] <= 'Z' ? rest.ptr[i] | 0x20 : rest.ptr[i]);
    bs_str verb = {lower, rest.len};
    if (!bs_list_ends(verb, " to| by")) return false;
    size_t len = bs__kind_length(&verbs_at, verb, TELLS | LAST);
    return len == rest.len || len == rest.len - strlen(" to");
}

// The length of the verb behind the blank at byte `at` of a phrase; 0 where none stands there.
static size_t verb_length(bs_str phrase, size_t at, uint32_t kinds)
{
    if (at >= phrase.len || phrase.ptr[at] != ' ') return 0;
    return bs__kind_length(&verbs_at, bs_str_slice(phrase, at + 1, phrase.len), kinds);
}

// "gross value added": a noun.
static bool is_value_added(bs_str phrase, size_t at)
{
    return bs_list_starts(bs_str_slice(phrase, at, phrase.len), " added") &&
           bs_list_ends(bs_str_slice(phrase, 0, at), "value");
}

// "posted a fall of", "recorded an increase of": it tells how something moved.
static bool gives_movement(bs_str phrase, size_t at)
{
    static const char hows[] = " about| around| nearly| roughly| almost| some| over| only| just";
    static const char several[] = "increases of|decreases of|gains of|losses of|declines of|"
                                  "falls of|rises of|drops of|reductions of|improvements of";
    size_t len = verb_length(phrase, at, GIVES);
    bs_str given = bs_str_slice(phrase, at + 1 + len, phrase.len);
    given.len -= bs_str_longest_end(given, hows).len;
    if (len > 0 && bs_list_is(given, several)) return true;
    // "posted a fall in sales of": of sales.
    return len > 0 && bs_list_starts(given, "a |an ") && bs_list_ends(given, " of") &&
           bs_str_find(given, BS_STR(" in "), 0) == SIZE_MAX &&
           (bs_word_in(given, BS_MEANS_UP) || bs_word_in(given, BS_MEANS_DOWN));
}

// "inventories grow by", "prices fall to about": what several do, in front of the number.
static bool plural_moves(bs_str phrase, size_t at)
{
    static const char moved[] = " grow by| fall by| rise by| decline by| drop by| increase by|"
                                " decrease by| shrink by| expand by| climb by| slow by| grow to|"
                                " fall to| rise to| decline to| drop to| increase to|"
                                " decrease to| shrink to| expand to| climb to| slow to";
    static const char hows[] = " about| around| nearly| roughly| almost| some| over| only| just";
    bs_str front = bs_str_slice(phrase, 0, at), rest = bs_str_slice(phrase, at, phrase.len);
    rest.len -= bs_str_longest_end(rest, hows).len;
    return bs_list_is(rest, moved) && bs_list_ends(front, "s") && !bs_list_ends(front, "ss|us|is");
}

// Does a verb stand behind the blank at `at` that tells what became of what is named?
static bool tells(bs_str phrase, size_t at)
{
    if (is_headline_verb(phrase, at)) return true;
    size_t last = verb_length(phrase, at, LAST);
    bs_str rest = bs_str_slice(phrase, at + 1 + last, phrase.len);
    if (last > 0 && (rest.len == 0 || bs_list_is(rest, " by| to| from| at"))) return true;
    if (plural_moves(phrase, at)) return true;
    if (gives_movement(phrase, at)) return true;
    return verb_length(phrase, at, TELLS) > 0 && !is_value_added(phrase, at);
}

// The first blank at or behind `from`; the length of the phrase: none.
static size_t next_blank(bs_str phrase, size_t from)
{
    const char *blank =
        from < phrase.len ? memchr(phrase.ptr + from, ' ', phrase.len - from) : NULL;
    return blank != NULL ? (size_t)(blank - phrase.ptr) : phrase.len;
}

// Where the first verb at or behind `from` stands; the length of the phrase: nowhere.
static size_t find_verb(bs_str phrase, size_t from)
{
    for (size_t at = next_blank(phrase, from); at < phrase.len; at = next_blank(phrase, at + 1))
        if (tells(phrase, at)) return at;
    return phrase.len;
}

size_t bs__label_verb_at(bs_str phrase)
{
    return find_verb(phrase, 0);
}

bool bs__label_has_verb(bs_str phrase)
{
    return find_verb(phrase, 0) < phrase.len;
}

bool bs__label_begins_with_verb(bs_str phrase)
{
    return verb_length(phrase, 0, TELLS | BEGINS) > 0;
}

// "Imports fell while exports rose": behind the verb at `first`, where the last clause with a
// subject and a verb of its own begins; 0: there is none.
static size_t last_clause(bs_str phrase, size_t first)
{
    static const char *const joints[] = {" while ",   " whereas ", " but ", " although ",
                                         " because ", " and ",     " as "};
    static const char adverbs[] =
        "then |also |later |still |again |now |over |older |above |under |younger |below ";
    size_t start = 0;
    for (size_t i = 0; i < BS_COUNT(joints); i++) {
        bs_str joint = bs_str_from(joints[i]);
        for (size_t at = bs_str_find(phrase, joint, first); at != SIZE_MAX;
             at = bs_str_find(phrase, joint, at + 1)) {
            size_t own = at + joint.len, verb = find_verb(phrase, own - 1);
            bs_str subject = bs_str_slice(phrase, own, phrase.len);
            bool whole = verb < phrase.len && verb > own && !bs_list_starts(subject, adverbs);
            if (whole && own > start) start = own;
        }
    }
    return start;
}

// "capacity is expected to reach": what is named stands in front.
static bool is_passive(bs_str phrase, size_t verb)
{
    bool going = bs_list_starts(bs_str_slice(phrase, verb, phrase.len), " targeting ");
    return !going && bs_list_ends(bs_str_slice(phrase, 0, verb), " is| are| was| were| been| be");
}

// "Data from the office showed headline inflation at": what a report tells of stands behind the
// verb.
static size_t reported_length(bs_str phrase, size_t at)
{
    static const char telling[] = "showed |show |shows |indicated |indicate |put |pegged ";
    static const char reports[] = " data|Data |figures|survey|report|statistics|poll|stimates|"
                                  "census|release|readings|study";
    bs_str rest = bs_str_slice(phrase, at + 1, phrase.len);
    if (!bs_list_starts(rest, telling) || !bs_str_has_any(bs_str_slice(phrase, 0, at), reports))
        return 0;
    size_t len = bs_str_find(rest, BS_STR(" "), 0) + 1;
    return bs_list_ends(bs_str_trim(bs_str_slice(rest, len, rest.len)), " at| of| by| to") ? len
                                                                                           : 0;
}

// The length of the verb behind the blank at `at` that gives what stands behind it: "forecasts
// growth", and not "forecasts of growth".
static size_t given_length(bs_str phrase, size_t at)
{
    static const char nouns[] =
        "of |for |by |from |to |at |and |or |were |are |is |was |an "
        "average|a median|a mean|a total "
        "of|a record|about |around |nearly |some |more than |less than "
        "|just |only |at least |up to |further |slightly |gradually |sharply |again |"
        "steadily |significantly |modestly |faster ";
    size_t len = verb_length(phrase, at, GIVES);
    if (len == 0 && at + 1 < phrase.len) len = reported_length(phrase, at);
    if (len == 0 || at + 1 + len >= phrase.len) return 0;
    bs_str given = bs_str_slice(phrase, at + 1 + len, phrase.len);
    // "is expected to expand by": at the end of the phrase.
    static const char ends[] = "of|for|by|from|to|at|in|about|around|nearly|some|further|slightly|"
                               "gradually|sharply|again|steadily|significantly|modestly|a|an";
    return gives_movement(phrase, at) || bs_list_starts(given, nouns) || bs_list_is(given, ends)
               ? 0
               : len;
}

// "said on Tuesday that exports", "sees growth in the single digits and a tax rate": what is given
// last begins there.
static size_t behind_saying(bs_str phrase, size_t from)
{
    enum { WHEN_BYTES_MAX = 40 };
    bs_str rest = bs_str_slice(phrase, from, from + WHEN_BYTES_MAX);
    size_t that = bs_str_find(rest, BS_STR("that "), 0);
    bool said = bs_list_starts(rest, "on |in |that |at ") && that != SIZE_MAX &&
                (that == 0 || rest.ptr[that - 1] == ' ');
    if (said) return from + that + strlen("that ");
    static const bs_str joints[] = {BS_STR_INIT(" and a "), BS_STR_INIT(" and an ")};
    for (size_t i = 0; i < BS_COUNT(joints); i++) {
        size_t joint = bs_str_find(phrase, joints[i], from);
        if (joint != SIZE_MAX) return joint + joints[i].len;
    }
    return from;
}

// "The firm had a profit of", "gave the mayor an approval rating of": the noun behind the last
// article is what the number measures, but for one that only says how it moved or ranks.
static bs_str noun_of(bs_str phrase)
{
    enum { NOUN_BYTES_MAX = 48 };
    static const char fronts[] = " of| for| in| at| by| from| to| with| per| on| into| as| is| was|"
                                 " are| were| than| over| under| after| and| or| not| be| been";
    static const char nouns[] =
        "high|low|record|peak|total|rate|pace|level|average|maximum|minimum|range|value|sum|number|"
        "share|part|proportion|portion|percentage|series|majority|minority|couple|lot|list|mean|"
        "median|margin|size|length|width|height|depth|group|kind|mix|set|change|cost|target|ratio";
    phrase = bs_str_trim(phrase);
    static const char hows[] = "just over|just under|more than|less than|about|around|nearly|some|"
                               "almost|roughly|approximately|over|under|up to|plus or minus";
    for (bs_str rest = bs_str_from(hows), how; bs_str_next(&rest, '|', &how);) {
        bs_str front = bs_str_slice(phrase, 0, phrase.len > how.len ? phrase.len - how.len : 0);
        if (bs_str_ends(phrase, how) && bs_str_ends(front, BS_STR(" of ")))
            phrase = bs_str_trim(front);
    }
    if (!bs_str_ends(phrase, BS_STR(" of"))) return (bs_str){0};
    bs_str body = bs_str_slice(phrase, 0, phrase.len - strlen(" of"));
    bs_str noun = bs_str_behind_last(body, " a | an ");
    bs_str front = bs_str_trim(bs_str_slice(body, 0, body.len - noun.len));
    front = bs_str_trim(bs_str_slice(front, 0, front.len - bs_str_behind_last(front, " ").len));
    bool whole = front.len > 0 && noun.len > 0 && noun.len < NOUN_BYTES_MAX &&
                 memchr(noun.ptr, ',', noun.len) == NULL && find_verb(noun, 0) == noun.len;
    if (!whole || bs_list_ends(front, fronts)) return (bs_str){0};
    bs_str last = bs_str_behind_last(noun, " ");
    bool moves = bs_word_in(noun, BS_MEANS_UP) || bs_word_in(noun, BS_MEANS_DOWN);
    if (bs_list_ends(noun, "GDP growth|output growth|wage growth|sales growth|price growth|"
                           "earnings growth|revenue growth|credit growth|export growth"))
        return noun; // "projects a GDP growth of"
    return moves || bs_list_is(last, nouns) ? (bs_str){0} : noun;
}

// "Output is estimated to have grown", "the firm reported net earnings of": what stands behind the
// last verb that gives something, and before the first one that tells what became of it.
bs_str bs__label_between_verbs(bs_str phrase)
{
    bs_str noun = noun_of(phrase);
    if (noun.len > 0) return noun;
    size_t from = 0;
    for (size_t at = next_blank(phrase, 0); at < phrase.len; at = next_blank(phrase, at + 1)) {
        size_t len = given_length(phrase, at);
        if (len > 0 && !is_passive(phrase, at)) from = at + 1 + len;
    }
    if (from > 0) from = behind_saying(phrase, from);
    size_t end = find_verb(phrase, from);
    size_t start = end < phrase.len ? last_clause(phrase, end) : 0;
    if (start > from) {
        from = start;
        end = find_verb(phrase, from);
    }
    // "reported last quarter while net income was": the rest of the clause in front names nothing.
    size_t other = bs_str_find(bs_str_slice(phrase, 0, end), BS_STR(" while "), from);
    if (other != SIZE_MAX && end < phrase.len) from = other + strlen(" while ");
    return bs_str_trim(bs_str_slice(phrase, from < end ? from : 0, end));
}
