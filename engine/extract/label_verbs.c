// SPDX-License-Identifier: GPL-3.0-or-later
// English verbs around the noun phrase that says what a number measures: what is named stands
// before the one that tells what became of it ("exports rose"), or behind one that gives it
// ("reported").
#include "engine/extract/label_internal.h"
#include "engine/extract/words.h"

static const char verbs[] =
    " is | are | was | were | has | have | had | will | should | could | would | grew| rose| fell|"
    " increased| decreased| declined| dropped| climbed| totaled| totalled|"
    " slowed| remained| stood| came in| expanded| contracted| showed|"
    " edged| jumped| surged| gained| reached| made up| widened| narrowed|"
    " came to| amounted to| shrank| soared| plunged| slid| eased| accelerated|"
    " forecast to | projected to | expected to | set to | likely to |"
    " moved up| moved down| advanced| slipped| ran at|"
    " decelerated| doubled| halved| averaged| added| hit";
static const char gives[] = " reported | report | expected | expects | anticipates | recorded |"
                            " posted | includes | included | earned |"
                            " proposes | proposed | declared | recommends ";

// A bit for each letter that a word behind a blank begins with.
static uint32_t initials_of(bs_str phrase)
{
    uint32_t found = 0;
    for (size_t at = 1; at < phrase.len; at++)
        found |= phrase.ptr[at - 1] == ' ' ? UINT32_C(1) << (phrase.ptr[at] & 31) : 0;
    return found;
}

// False where no word of the phrase begins as `verb`, which begins with a blank, does.
static bool may_hold(uint32_t initials, bs_str verb)
{
    return verb.len < 2 || verb.ptr[0] != ' ' || (initials >> (verb.ptr[1] & 31) & 1) != 0;
}

// Where the first verb at or behind `from` stands; the length of the phrase: nowhere.
static size_t find_verb(bs_str phrase, uint32_t initials, size_t from)
{
    bs_str rest = bs_str_from(verbs), verb;
    size_t first = phrase.len;
    while (bs_str_next(&rest, '|', &verb)) {
        if (!may_hold(initials, verb)) continue;
        size_t at = bs_str_find(phrase, verb, from);
        size_t behind = at == SIZE_MAX ? 0 : at + verb.len;
        bool word = at != SIZE_MAX && (behind >= phrase.len || phrase.ptr[behind - 1] == ' ' ||
                                       phrase.ptr[behind] == ' ');
        if (word && at < first) first = at;
    }
    return first;
}

bool bs__label_has_verb(bs_str phrase)
{
    return find_verb(phrase, initials_of(phrase), 0) < phrase.len;
}

bool bs__label_begins_with_verb(bs_str phrase)
{
    static const char others[] = " reduced | improved | stands | stand | rises | falls | remains |"
                                 " recovered | moderated | strengthened | weakened ";
    return find_verb(phrase, initials_of(phrase), 0) == 0 || bs_list_starts(phrase, others);
}

// "Imports fell while exports rose": behind the verb at `first`, where the last clause with a
// subject and a verb of its own begins; 0: there is none.
static size_t last_clause(bs_str phrase, uint32_t initials, size_t first)
{
    static const char *const joints[] = {" while ",   " whereas ", " but ", " although ",
                                         " because ", " and ",     " as "};
    static const char adverbs[] = "then |also |later |still |again |now ";
    size_t start = 0;
    for (size_t i = 0; i < BS_COUNT(joints); i++) {
        bs_str joint = bs_str_from(joints[i]);
        for (size_t at = bs_str_find(phrase, joint, first); at != SIZE_MAX;
             at = bs_str_find(phrase, joint, at + 1)) {
            size_t own = at + joint.len, verb = find_verb(phrase, initials, own - 1);
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
    return bs_list_ends(bs_str_slice(phrase, 0, verb), " is| are| was| were| been| be");
}

// "Output is estimated to have grown", "the firm reported net earnings of": what stands behind the
// last verb that gives something, and before the first one that tells what became of it.
bs_str bs__label_between_verbs(bs_str phrase)
{
    bs_str rest = bs_str_from(gives), verb;
    size_t from = 0;
    uint32_t initials = initials_of(phrase);
    while (bs_str_next(&rest, '|', &verb)) {
        if (!may_hold(initials, verb)) continue;
        for (size_t at = bs_str_find(phrase, verb, 0); at != SIZE_MAX;
             at = bs_str_find(phrase, verb, at + 1))
            if (at + verb.len > from && !is_passive(phrase, at)) from = at + verb.len;
    }
    size_t end = find_verb(phrase, initials, from);
    size_t start = end < phrase.len ? last_clause(phrase, initials, end) : 0;
    if (start > from) {
        from = start;
        end = find_verb(phrase, initials, from);
    }
    return bs_str_trim(bs_str_slice(phrase, from < end ? from : 0, end));
}
