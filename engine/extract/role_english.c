// SPDX-License-Identifier: GPL-3.0-or-later
// Directions that English says with words which mean them only beside the number ("lost 3%", "a cut
// of 25 basis points"), or says once for several numbers ("fell 0.4% on the month and 1.3% on the
// year").
#include "engine/core/unit.h"
#include "engine/extract/extract_internal.h"
#include "engine/extract/label_internal.h"
#include "engine/extract/role.h"
#include "engine/extract/words.h"

// Without the words that stand between a verb and its number: "shed a further", "lost about".
static bs_str without_adverb(bs_str before)
{
    static const bs_str adverbs[] = {
        BS_STR_INIT(" a further"), BS_STR_INIT(" another"), BS_STR_INIT(" about"),
        BS_STR_INIT(" around"),    BS_STR_INIT(" nearly"),  BS_STR_INIT(" almost"),
        BS_STR_INIT(" some"),      BS_STR_INIT(" roughly"), BS_STR_INIT(" only"),
        BS_STR_INIT(" just"),      BS_STR_INIT(" over"),    BS_STR_INIT(" by"),
        BS_STR_INIT(" as much as")};
    before = bs_str_trim(before);
    for (size_t i = 0; i < BS_COUNT(adverbs); i++) {
        if (bs_str_ends(before, adverbs[i]))
            return bs_str_slice(before, 0, before.len - adverbs[i].len);
    }
    return before;
}

bool bs_role__gives_movement(bs_str before)
{
    enum { NOUN_BYTES_MAX = 60 };
    static const char nouns[] =
        " a fall | a rise | an increase | a decrease | a decline | a drop | a gain | a reduction |"
        " a contraction | falls of| rises of| increases of| decreases of| declines of| drops of|"
        " gains of";
    static const char last[] = " fall of about| rise of about| increase of about|"
                               " decrease of about| decline of about| drop of about|"
                               " gain of about| reduction of about| contraction of about|"
                               " loss of about";
    if (bs_list_ends(before, last)) return true;
    size_t low = before.len > NOUN_BYTES_MAX ? before.len - NOUN_BYTES_MAX : 0;
    return bs_str_has_any(bs_str_slice(before, low, before.len), nouns);
}

// "voted to reduce Bank Rate by", "will lower its range by": what is done to that which stands
// between, and does nothing itself.
static bool is_to_fall_by(bs_str before)
{
    static const char *const verbs[] = {" reduce ",     " reduces ",     " to lower ",
                                        " will lower ", " would lower ", " could lower ",
                                        " may lower "};
    static const char others[] = " rose| rise| increas| grew| grow| fell| fall| up | declin| drop|"
                                 " is | are | was | were | has | have |, |; |. ";
    for (size_t i = 0; i < BS_COUNT(verbs); i++) {
        bs_str verb = bs_str_from(verbs[i]);
        size_t at = bs_str_find(before, verb, 0);
        if (at == SIZE_MAX) continue;
        bs_str rest = bs_str_slice(before, at + verb.len - 1, before.len);
        if (!bs_str_has_any(rest, others)) return true;
    }
    return false;
}

// " cash rate cut", " price cuts": what is cut stands between.
static bool names_cut(bs_str after)
{
    enum { WORDS_MAX = 3 };
    static const char things[] = "rate|rates|cash|interest|policy|key|price|tax|benchmark|lending|"
                                 "repo|deposit|base|funds|official|pay|wage|staff|job|budget|"
                                 "spending|tariff|cost|fare|bank|prime";
    bs_str rest = bs_str_trim(after);
    for (size_t i = 0; i < WORDS_MAX; i++) {
        size_t blank = bs_str_find(rest, BS_STR(" "), 0);
        if (blank == SIZE_MAX || !bs_list_is(bs_str_slice(rest, 0, blank), things)) return false;
        rest = bs_str_slice(rest, blank + 1, rest.len);
        if (bs_list_starts(rest, "cut |cut,|cut.|cuts |cuts,|cuts.")) return true;
    }
    return false;
}

bool bs_role__falls_beside(bs_str before, bs_str after)
{
    static const char verbs[] =
        " lost| lose| loses| losing| shed| sheds| shedding| cut| cuts of| cut of| loss of|"
        " losses of| shaved| subtracted| detracted| slump of| dip of| setback of|Lost|Shed|"
        " retreat of| drag of| deducted| gave up| gave back| surrendered| forfeited| lopped|"
        " wiped| knocked";
    bs_str front = without_adverb(before);
    if (bs_list_ends(front, verbs)) return true;
    if (bs_list_starts(bs_str_trim(after),
                       "cut |cut,|cut.|off |lower|fewer|less than|weaker|cheaper|"
                       "slower|smaller|shorter|short of|downturn|setback") ||
        names_cut(after))
        return true;
    // "moved 171,000 tonnes, 2.9% less"
    if (bs_str_equal(bs_str_trim(after), BS_STR("less")) || bs_list_starts(after, " less,"))
        return true;
    bool by = bs_list_ends(bs_str_trim(before), " by");
    return by && (bs_str_find(before, BS_STR(" cut "), 0) != SIZE_MAX || is_to_fall_by(before));
}

bool bs_role__tells_opinion(bs_str before, bs_str after)
{
    enum { GROUP_BYTES_MAX = 60 };
    static const char verbs[] = "expect |expects |expected |anticipate |anticipated |reported "
                                "|report |said |say |saw |see |"
                                "think |thought |believe |believed |plan |planned |foresee "
                                "|predict |predicted |felt |feel |"
                                "noted |cited |indicated |experienced |foresaw ";
    static const char moves[] = " by| to|rose|fell|up|down|increased|decreased|declined|dropped|"
                                "grew|gained|lost|climbed|jumped";
    bs_str rest = bs_str_trim(after);
    if (bs_list_ends(bs_str_trim(before), moves)) return false;
    if (bs_list_starts(rest, verbs)) return true;
    for (size_t at = 0; bs_str_starts(rest, BS_STR("of ")) && at < rest.len; at++) {
        if (at > GROUP_BYTES_MAX || strchr(",.;:()", rest.ptr[at])) return false;
        if (rest.ptr[at] == ' ' && bs_list_starts(bs_str_slice(rest, at + 1, rest.len), verbs))
            return true;
    }
    return false;
}

// "The trimmed mean was 2.7 percent", "Falling prices were named by 31 percent": a participle in
// front of a noun, of which another verb tells the number.
static bool is_attribute(bs_str word, bs_str behind)
{
    static const char others[] =
        "by |to |from |in |at |on |over |and |or |but |as |while |since |after |before |with |for |"
        "of |than |is |was |are |were |be |been |has |had |have |more |less |again|further|sharply|"
        "slightly|modestly|only |just |also |that |which |who |when |where |last |this |next "
        "|during |"
        "through |year |month |quarter ";
    static const char verbs[] = " was | were | is | are | stood | remained | averaged | reached | "
                                "came | amounted | accounted | totalled | totaled ";
    if (!bs_list_ends(word, "ed|ing") || !bs_str_starts(behind, BS_STR(" "))) return false;
    bs_str noun = bs_str_slice(behind, 1, behind.len);
    char first = noun.len > 0 ? noun.ptr[0] : ' ';
    bool letter = (first | 0x20) >= 'a' && (first | 0x20) <= 'z';
    return letter && !bs_list_starts(noun, others) && bs_str_has_any(behind, verbs);
}

bool bs_role__describes(bs_str before, size_t start, size_t end)
{
    bs_str word = bs_str_slice(before, start, end);
    if (is_attribute(word, bs_str_slice(before, end, before.len))) return true;
    bool adjective =
        bs_str_equal_nocase(word, BS_STR("lower")) || bs_str_equal_nocase(word, BS_STR("higher"));
    return adjective && end < before.len &&
           !bs_list_starts(bs_str_slice(before, end, before.len), " by| at|,|;| than| to| on| in");
}

bool bs_role__is_named_level(bs_str before)
{
    return bs_list_ends(bs_str_trim(before),
                        " peak of| high of| low of| trough of| record of| average of| level of|"
                        " maximum of| minimum of| reading of| target of| forecast of| floor of|"
                        " ceiling of| rates of");
}

bool bs_role__names_points(bs_str after)
{
    bs_str rest = bs_str_trim(after);
    return bs_list_starts(rest, "point|pts |pt |pts.|pts,|pts;") ||
           bs_str_equal(rest, BS_STR("pts"));
}

void bs_role__read_points(bs_quantity_array *quantities, size_t first, size_t index, bs_str text)
{
    bs_quantity *self = &quantities->items[index];
    bs_str after = bs_str_slice(text, bs__label_end(self, text), text.len);
    if (self->kind != BS_KIND_QUANTITY || !bs_str_equal(self->unit, BS_STR("1")) ||
        !bs_role__names_points(after))
        return;
    bs_quantity *before = self, *next = self + 1;
    while (before > &quantities->items[first]) {
        before--;
        if (!bs__label_is_time(before) && bs_unit_dimension(before->unit) != BS_DIM_DURATION) break;
    }
    bool level = before->role == BS_ROLE_LEVEL || before->role == BS_ROLE_SHARE;
    // Nothing but a direction stands behind the comma: no "Dow" that lost 200 points.
    static const char *const fronts[] = {"",     "up",   "down",   "up by",  "down by",   "about",
                                         "some", "just", "a full", "nearly", "more than", "or"};
    bs_str between = before < self ? bs__label_between(before, self, text) : (bs_str){0};
    bs_str joint = bs_str_trim(bs_str_behind_last(between, ","));
    bool beside = false;
    for (size_t i = 0; i < BS_COUNT(fronts); i++)
        beside |= bs_str_equal(joint, bs_str_from(fronts[i]));
    bool comma = bs_str_find(between, BS_STR(","), 0) != SIZE_MAX;
    // "The rate for teenagers (13.9 percent) was up 0.3 point"
    static const char moves[] =
        "was up|was down|is up|is down|rose|fell|increased|decreased|"
        "declined|dropped|climbed|edged up|edged down|ticked up|ticked down|"
        "rose by|fell by|increased by|decreased by|was up by|was down by";
    bs_str behind = bs_list_starts(between, ")") ? bs_str_slice(between, 1, between.len) : between;
    bool bracket = behind.len < between.len && bs_list_is(bs_str_trim(behind), moves);
    bool of = ((beside && comma && level) || bracket) && bs_str_equal(before->unit, BS_STR("%")) &&
              bs_role__same_sentence(text, before, self);
    bool to = index + 1 < quantities->count && bs_str_equal(next->unit, BS_STR("%")) &&
              bs_list_ends(bs__label_between(self, next, text),
                           " points to | point to | points, to | point, to | pts to | pt to ");
    if (!of && !to) return;
    if (bracket) before->role = BS_ROLE_LEVEL, before->of = BS_NO_QUANTITY;
    self->unit = BS_STR("%p");
    self->kind = BS_KIND_PERCENT;
    self->unit_rule = "points of a rate";
}

// What stands behind the last "and" of a text; all of it where there is none.
static bs_str behind_and(bs_str text)
{
    static const bs_str joint = BS_STR_INIT("and ");
    for (size_t at = text.len; at-- > 0;) {
        bs_str rest = bs_str_slice(text, at, text.len);
        if (bs_str_starts(rest, joint) && (at == 0 || text.ptr[at - 1] == ' '))
            return bs_str_slice(rest, joint.len, rest.len);
    }
    return text;
}

// Do the words between two numbers go on with the verb in front of the first one: "on the month
// and", "in July and", ", to Japan", "and lettuce"?
static bool goes_on(bs_str between, bool listed)
{
    enum { BETWEEN_BYTES_MAX = 60 };
    static const char verbs[] =
        "was|were|is|are|at|of|stood|reached|had|has|have|accounted|averaged|totalled|totaled|"
        "made|amounted|which|with|below|above|than|against|compared|remained|still|leaving|"
        "bringing|taking|said|will|would|share|represented|who|that|when|where|if|expected|"
        "forecast|target|level|rate|ratio|rates|unchanged|lifting|pushing|helped|only|though|but|"
        "outpacing|because|due|since|after|following|its|their|between|ranged|ranging|per|far|"
        "exceeding|beating|missing|missed|beat|exceeded|steady|stable|flat|";
    if (between.len == 0 || between.len > BETWEEN_BYTES_MAX) return false;
    bool joint = bs_list_starts(between, ",|and ") ||
                 bs_str_find(between, BS_STR(" and "), 0) != SIZE_MAX ||
                 bs_list_ends(between, " and|,") || bs_str_equal(between, BS_STR("and"));
    joint |= listed && bs_str_find(between, BS_STR(", "), 0) != SIZE_MAX;
    if (!joint) return false;
    // "24% below the average, sunflower", "7% since 1980 and river flows by": the next member.
    bs_str member = bs_str_behind_last(between, ",");
    if (bs_list_ends(between, " by")) member = behind_and(member);
    member = bs_str_trim(member);
    // "Sales fell by 1.9%, those at food stores by 0.8%": the same of something else.
    bool same = bs_list_ends(between, " by") &&
                bs_list_starts(member, "those at |those of |those in |those from |those to |"
                                       "that at |that of |that in |that from |that to ");
    if (same) member = bs_str_behind_last(member, "those |that ");
    if (same) member = bs_str_slice(member, bs_str_find(member, BS_STR(" "), 0), member.len);
    if (member.len > 0) between = member;
    for (bs_str rest = between, word; bs_str_next(&rest, ' ', &word);) {
        if (bs_list_ends(word, ",")) word.len--;
        if (word.len == 0) continue;
        if (strchr("();:", word.ptr[0]) || bs_list_ends(word, ")|:")) return false;
        if (bs_list_is(word, verbs)) return false;
    }
    return !bs_word_in(between, BS_MEANS_UP) && !bs_word_in(between, BS_MEANS_DOWN) &&
           !bs_word_in(between, BS_MEANS_SHARE) && !bs_word_in(between, BS_MEANS_FORECAST) &&
           !bs_list_ends(between, " from| to");
}

// " on the quarter ($1.20 billion) and" without what stands in its bracket: the words behind it.
static bs_str behind_bracket(bs_str between)
{
    const char *open = memchr(between.ptr, '(', between.len);
    size_t close = bs_str_find(between, BS_STR(")"), 0);
    bool base = open != NULL && close != SIZE_MAX && open < between.ptr + close &&
                bs_list_starts(between, "on the |on a |from |over the |compared ");
    return base ? bs_str_trim(bs_str_slice(between, close + 1, between.len)) : between;
}

// The last number in front of `index` that is no time and stands outside parentheses.
static bs_quantity *number_before(bs_quantity_array *quantities, size_t first, size_t index,
                                  bs_str text)
{
    for (size_t i = index; i-- > first;) {
        bs_quantity *other = &quantities->items[i];
        bool time = other->kind == BS_KIND_YEAR || other->kind == BS_KIND_DATE;
        time |= bs_unit_dimension(other->unit) == BS_DIM_DURATION;
        if (!time && !bs_role__in_parentheses(other, text)) return other;
    }
    return NULL;
}

// "0.2 points higher"
static bool rises_behind(const bs_quantity *self, bs_str text)
{
    enum { NEAR_BYTES = 16 };
    size_t end = bs__label_end(self, text);
    return bs_word_in(bs_str_slice(text, end, end + NEAR_BYTES), BS_MEANS_UP) ||
           bs_list_starts(bs_str_slice(text, end, text.len), " more| above");
}

static bool has_sign(bs_str text)
{
    return text.len == 0 || strchr("+-(", text.ptr[0]) != NULL ||
           (unsigned char)text.ptr[0] >= 0x80;
}

bs_str bs_role__behind_points(bs_str text)
{
    size_t blank = bs_str_find(text, BS_STR(" "), 0);
    if (memchr(text.ptr, ',', blank < text.len ? blank : text.len) != NULL) return (bs_str){0};
    bs_str rest = bs_str_trim(bs_str_slice(text, blank, text.len));
    size_t close = bs_str_starts(rest, BS_STR("(")) ? bs_str_find(rest, BS_STR(")"), 0) : SIZE_MAX;
    return close != SIZE_MAX ? bs_str_trim(bs_str_slice(rest, close + 1, rest.len)) : rest;
}

// Points that go on falling are below zero, and so is the rate in brackets behind them.
static void take_points(bs_quantity_array *quantities, size_t index, bs_str text)
{
    bs_quantity *self = &quantities->items[index], *rate = self + 1;
    if (self->falls && self->value.coefficient > 0) self->value = bs_decimal_negate(self->value);
    bool beside = index + 1 < quantities->count && bs_str_equal(rate->unit, BS_STR("%")) &&
                  bs_list_is(bs_str_trim(bs__label_between(self, rate, text)),
                             "points (|points (or|point (|pts (|points, or");
    if (beside) bs__take_movement(rate, self);
}

void bs_role__share_verb(bs_quantity_array *quantities, size_t first, bs_str text)
{
    for (size_t i = first + 1; i < quantities->count; i++) {
        bs_quantity *self = &quantities->items[i];
        // Points are a change in any case.
        bool open = self->role == BS_ROLE_LEVEL ||
                    (self->role == BS_ROLE_CHANGE && !self->falls && !rises_behind(self, text));
        bs_str behind = bs_str_slice(text, bs__label_end(self, text), text.len);
        bool points = bs_str_equal(self->unit, BS_STR("1")) && bs_role__names_points(behind);
        bool plain = open && (self->kind == BS_KIND_PERCENT || points) && self->valued &&
                     !has_sign(self->text);
        if (!plain || bs_role__in_parentheses(self, text)) continue;
        const bs_quantity *before = number_before(quantities, first, i, text);
        if (before == NULL || !bs_role__moves(before) || !bs_str_equal(before->unit, self->unit) ||
            !bs_role__same_sentence(text, before, self))
            continue;
        if (bs_list_starts(behind, " of | target| share|, respectively of")) continue;
        // "exports plunged 25% while consumers spent 4.5% more": a direction of its own.
        bool own = before->falls ? bs_list_starts(behind, " more| higher| above| faster| up")
                                 : bs_list_starts(behind, " less| lower| fewer| below| slower");
        if (own) continue;
        bool listed = bs_list_starts(behind, " and |, ");
        bs_str between = bs_str_trim(bs__label_between(before, self, text));
        if (points && !bs_role__names_points(between)) continue;
        if (points) between = bs_role__behind_points(between);
        if (!goes_on(behind_bracket(between), listed)) continue;
        bs__take_movement(self, before);
        if (points) take_points(quantities, i, text);
    }
}
