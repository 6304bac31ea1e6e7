// SPDX-License-Identifier: GPL-3.0-or-later
// Names of English numbers that have none in front of them: the noun phrase behind ("12 GW of
// storage", "1.2 million young persons were"), the subject before a relative clause, and what
// another number of the sentence measures.
#include "engine/core/unit.h"
#include "engine/extract/label_internal.h"
#include "engine/extract/label_words.h"
#include "engine/extract/numeral.h"
#include "engine/extract/relative.h"
#include "engine/extract/role.h"
#include "engine/extract/scan_internal.h"
#include "engine/extract/words.h"

enum { NAME_BYTES_MIN = 3, SENTENCE_BYTES_MAX = 300, LOOKED_AT_MAX = 16, MILLION = 1000000 };

// Does a verb stand at byte `at`, which is behind a blank, or a participle that describes?
static bool ends_at_verb(bs_str text, size_t at)
{
    static const char auxiliaries[] = "can |may |must |do |did |does |could |said |say |says |"
                                      "spend |spends |live |work ";
    bs_str rest = bs_str_slice(text, at, text.len);
    if (bs_list_starts(rest, auxiliaries)) return true;
    if (at > 0 && bs__label_begins_with_verb(bs_str_slice(text, at - 1, text.len))) return true;
    size_t blank = bs_str_find(rest, BS_STR(" "), 0);
    bs_str word = bs_str_slice(rest, 0, blank);
    bool adjective = memchr(word.ptr, '-', word.len) != NULL; // "acquisition-related"
    return at > 0 && word.len > strlen("shed") && bs_str_ends(word, BS_STR("ed")) && !adjective;
}

bs_str bs__label_noun_phrase(bs_str text)
{
    enum { WORDS_MAX = 6 };
    size_t end = 0;
    for (size_t words = 0, at = 0; words < WORDS_MAX && at < text.len; words++) {
        bs_str rest = bs_str_slice(text, at, text.len);
        if (bs__label_stops(rest) || (words > 0 && ends_at_verb(text, at))) break;
        size_t len = 0;
        while (len < rest.len && rest.ptr[len] != ' ' && rest.ptr[len] != '\n' &&
               rest.ptr[len] != '.' && !bs__label_is_edge(bs_utf8_decode(rest, len)))
            len++;
        if (len == 0) break;
        end = at + len;
        if (end >= text.len || text.ptr[end] != ' ') break;
        at = end + 1;
    }
    return bs_str_slice(text, 0, end);
}

// Does the clause begin with the number, but for small words?
static bool opens_clause(bs_str text, size_t limit, size_t start)
{
    bs_str before = bs__label_clause(text, limit, start);
    size_t at = before.ptr == NULL ? start : (size_t)(before.ptr - text.ptr);
    while (at > 0 && text.ptr[at - 1] == ' ')
        at--;
    bool edge = at == 0 || strchr(",;:.\n", text.ptr[at - 1]) != NULL;
    return edge && (before.len == 0 || bs__label_is_filler(before, BS_LANG_EN));
}

static bs_str checked(bs_str name)
{
    size_t len;
    bool digit = false;
    for (size_t i = 0; i < name.len && !digit; i++)
        digit = bs_digit_at(name, i, &len) >= 0;
    static const char others[] =
        "a |an |the |this |no |not |cannot |last |year |higher |lower |more |less |fewer |"
        "now |ago|earlier|later|respectively|each|overall|times |oil equivalent|CO2 equivalent|"
        "coal equivalent|GDP|carbon dioxide equivalent|people |them|all |its |their |our ";
    bool other = bs_list_starts(name, others) || bs__is_relative(name, BS_LANG_EN) ||
                 bs__label_without_basis(name).len < name.len;
    other = other || bs_str_equal(name, BS_STR("them")) || bs_list_ends(name, " it| them");
    other = other ||
            bs_list_starts(
                name, "cheaper |dearer |better |worse |faster |slower |preceding |"
                      "previous |same |corresponding |above |below |points |point |pts |pt ") ||
            bs_list_is(name, "points|pts");
    other = other || (name.len <= strlen("higher") &&
                      bs_list_starts(name, "less|more|fewer|higher|lower|it|them"));
    digit = digit && bs_str_find(name, BS_STR(" aged "), 0) == SIZE_MAX;
    if (name.len < NAME_BYTES_MIN || digit || other || bs__label_is_bare(name)) return (bs_str){0};
    return bs__label_is_filler(name, BS_LANG_EN) ? (bs_str){0} : name;
}

// "2.3 GW was solar", "1.2 GW came from wind": a name alone behind the verb.
static bs_str complement(bs_str after)
{
    static const bs_str verbs[] = {
        BS_STR_INIT("was "),         BS_STR_INIT("were "),      BS_STR_INIT("is for "),
        BS_STR_INIT("was for "),     BS_STR_INIT("came from "), BS_STR_INIT("comes from "),
        BS_STR_INIT("going to "),    BS_STR_INIT("went to "),   BS_STR_INIT("goes to "),
        BS_STR_INIT("coming from "), BS_STR_INIT("is "),        BS_STR_INIT("are ")};
    for (size_t i = 0; i < BS_COUNT(verbs); i++) {
        if (!bs_str_starts(after, verbs[i])) continue;
        bs_str rest = bs_str_slice(after, verbs[i].len, after.len);
        bs_str name = bs__label_noun_phrase(rest);
        bool whole = name.len == rest.len || strchr(",.;", rest.ptr[name.len]) != NULL ||
                     bs_list_starts(bs_str_slice(rest, name.len, rest.len), " and ");
        bool verb = ends_at_verb(after, verbs[i].len) ||
                    bs_list_ends(name, "ly|ed|ing|er|able|lost|sold|built|made|spent|paid|sent|"
                                       "seen|set|held|left|born|given|taken|known");
        return whole && !verb ? name : (bs_str){0};
    }
    return (bs_str){0};
}

// "At 12 million barrels, stocks are": what is so much, behind the comma and in front of its verb.
static bs_str subject_behind(bs_str before, bs_str after)
{
    static const char fronts[] = ". At|\nAt", verbs[] = " is| are| was| were| remain| stood| stand";
    bool opens = bs_str_equal(before, BS_STR("At")) || bs_list_ends(before, fronts);
    if (!opens || !bs_str_starts(after, BS_STR(", "))) return (bs_str){0};
    bs_str clause = bs_str_slice(after, strlen(", "), after.len);
    if (bs_str_starts(clause, BS_STR("the "))) clause = bs_str_slice(clause, 4, clause.len);
    bs_str name = bs__label_noun_phrase(clause);
    bool told = bs_list_starts(bs_str_slice(clause, name.len, clause.len), verbs);
    return told ? checked(name) : (bs_str){0};
}

bs_str bs__label_behind(const bs_quantity *self, bs_str text, size_t limit)
{
    size_t start = bs__label_start(self, text), end = bs__label_end(self, text);
    bs_str after = bs_str_slice(text, end, end + SENTENCE_BYTES_MAX);
    bs_str subject = subject_behind(bs_str_trim(bs_str_slice(text, limit, start)), after);
    if (subject.len > 0) return subject;
    if (!bs_str_starts(after, BS_STR(" ")) || bs__foretold_behind(after)) return (bs_str){0};
    after = bs_str_slice(after, 1, after.len);
    bool bare = bs_str_equal(self->unit, BS_STR("1")), percent = self->kind == BS_KIND_PERCENT;
    bool opens = opens_clause(text, limit, start);
    if (bs_str_starts(after, BS_STR("of ")) && (opens || !percent)) {
        bs_str name = bs_str_slice(after, strlen("of "), after.len);
        if (bs_str_starts(name, BS_STR("the "))) name = bs_str_slice(name, 4, name.len);
        return checked(bs__label_noun_phrase(name));
    }
    bs_str before = bs_str_trim(bs_str_slice(text, limit, start));
    bool one = bs_list_ends(before, " a") && self->kind == BS_KIND_CURRENCY; // "a $5 million grant"
    bool letter = after.len > 0 && after.ptr[0] >= 'a' && after.ptr[0] <= 'z';
    bool begins = opens || bs_list_ends(before, " and|of which"); // "and 3 GW came from wind"
    bs_str told = begins && !percent ? checked(complement(after)) : (bs_str){0};
    bool verb = bs__label_begins_with_verb(bs_str_slice(text, end, end + after.len));
    if (told.len > 0 || verb) return told;
    // "Two-thirds expected prices to rise": what they did.
    bool did = bs_str_equal(self->unit, BS_STR("ratio")) &&
               bs_list_ends(bs_str_slice(after, 0, bs_str_find(after, BS_STR(" "), 0)), "ed|said");
    bool named = letter && !percent && !did && (opens || bare || one);
    return named ? checked(bs__label_noun_phrase(after)) : (bs_str){0};
}

// May a number without a name be of what `other` measures?
static bool are_of_one_kind(const bs_quantity *self, const bs_quantity *other)
{
    bool bare = bs_str_equal(self->unit, BS_STR("1"));
    bool counted = bs_unit_dimension(other->unit) == BS_DIM_COUNT_OF;
    bool rates = self->kind == BS_KIND_PERCENT && other->kind == BS_KIND_PERCENT;
    bool times = bs_str_equal(self->unit, BS_STR("count:times"));
    // "to 14.6 million, by 24,500 people"
    bool added = bs_role__moves(self) && bs_unit_dimension(self->unit) == BS_DIM_COUNT_OF &&
                 bs_str_equal(other->unit, BS_STR("1"));
    // "at 2,425 million tonnes, up 5 million from last month"
    bool moved = bare && bs_role__moves(self) && bs__label_is_amount(other) &&
                 other->kind != BS_KIND_PERCENT && self->value.coefficient >= MILLION &&
                 bs_unit_dimension(other->unit) != BS_DIM_DURATION;
    return rates || times || added || moved || (bare && counted) ||
           bs_str_equal(self->unit, other->unit) ||
           (self->kind == BS_KIND_PERCENT && bs_role__moves(self));
}

static bool has_letter(bs_str text)
{
    for (size_t i = 0; i < text.len; i++) {
        if ((text.ptr[i] | 0x20) >= 'a' && (text.ptr[i] | 0x20) <= 'z') return true;
    }
    return false;
}

const bs_quantity *bs__label_in_sentence(const bs_quantity *self, const bs_quantity *first,
                                         bs_str text)
{
    // "164 171 180" is a row of numbers.
    size_t from = self > first ? bs__label_end(self - 1, text) : 0;
    bool words = has_letter(bs_str_slice(text, from, bs__label_start(self, text)));
    for (const bs_quantity *other = self; words && other > first && self - other < LOOKED_AT_MAX;) {
        other--;
        bs_str between =
            bs_str_slice(text, bs__label_end(other, text), bs__label_start(self, text));
        bool far = between.len > SENTENCE_BYTES_MAX || bs_str_has_any(between, ". |\n");
        if (far || bs_role__turns(between, BS_LANG_EN)) return NULL;
        bool named = other->indicator.len > 0 || other->subject.len > 0;
        // "slipped to 118,400 tonnes from 121,900": what it was before.
        bool before = bs_str_equal(self->unit, BS_STR("1")) && bs__label_is_amount(other) &&
                      bs_list_is(bs_str_trim(between), "from|, from|, up from|, down from");
        bool like = before || are_of_one_kind(self, other);
        if (named && !bs__label_is_time(other) && like) return other;
    }
    return NULL;
}

// "The biggest fall was in education, which contracted": what the relative clause is about.
static bs_str behind_location(bs_str clause)
{
    static const bs_str verbs[] = {BS_STR_INIT(" was in "), BS_STR_INIT(" were in "),
                                   BS_STR_INIT(" came from "), BS_STR_INIT(" led by ")};
    for (size_t i = 0; i < BS_COUNT(verbs); i++) {
        size_t at = bs_str_find(clause, verbs[i], 0);
        if (at != SIZE_MAX) return bs_str_slice(clause, at + verbs[i].len, clause.len);
    }
    return clause;
}

bs_str bs__label_before_relative(bs_str text, size_t at)
{
    static const bs_str openers[] = {BS_STR_INIT(", which "), BS_STR_INIT(", who "),
                                     BS_STR_INIT(", whose ")};
    size_t low = at > SENTENCE_BYTES_MAX ? at - SENTENCE_BYTES_MAX : 0;
    for (size_t end = at; end > low; end--) {
        bs_str rest = bs_str_slice(text, end - 1, at);
        if (bs_str_starts(rest, BS_STR(". ")) || rest.ptr[0] == '\n') break;
        for (size_t i = 0; rest.ptr[0] == ',' && i < BS_COUNT(openers); i++) {
            if (bs_str_starts(rest, openers[i]))
                return behind_location(bs__label_clause(text, 0, end - 1));
        }
    }
    return (bs_str){0};
}

bs_str bs__label_lead(bs_str text)
{
    enum { LEAD_BYTES_MAX = 40 };
    static const char none[] = "Note|Source|Method|Key |Update|Correction|Summary|Example|Outlook";
    size_t colon = bs_str_find(bs_str_slice(text, 0, LEAD_BYTES_MAX), BS_STR(": "), 0);
    if (colon == SIZE_MAX || bs_list_starts(text, none)) return (bs_str){0};
    bs_str lead = bs_str_slice(text, 0, colon);
    bool capital = lead.len > 1 && lead.ptr[0] >= 'A' && lead.ptr[0] <= 'Z';
    size_t len;
    for (size_t i = 0; capital && i < lead.len; i++)
        capital = bs_digit_at(lead, i, &len) < 0 && strchr(",.(*", lead.ptr[i]) == NULL;
    return capital ? lead : (bs_str){0};
}

// "Milk production in the 24 major States was": how many things the name is about.
static bool counts_inside(const bs_quantity *number, bs_str before, bs_str between)
{
    enum { WORDS_BYTES_MAX = 60, COUNT_MAX = 1000 };
    static const char fronts[] =
        " in the | of the | across the | among the | for the | in all | in | across | of all | "
        "across all | at the | by the | from the | on the | to the | at | with the | from | by ";
    bool counted = bs_str_equal(number->unit, BS_STR("1")) ||
                   bs_unit_dimension(number->unit) == BS_DIM_COUNT_OF;
    bool small = number->kind == BS_KIND_QUANTITY && number->value.scale == 0 &&
                 number->value.coefficient > 0 && number->value.coefficient < COUNT_MAX;
    if (!counted || !small || !bs_list_ends(before, fronts)) return false;
    for (size_t i = 0; i < between.len; i++) {
        if (between.len > WORDS_BYTES_MAX || strchr(",.;:()\n", between.ptr[i])) return false;
    }
    return bs__label_has_verb(between);
}

bool bs__label_is_in_english_name(const bs_quantity *number, bs_str text, bs_str between)
{
    size_t start = bs__label_start(number, text);
    bs_str before = bs_str_slice(text, 0, start);
    bool letter =
        between.len > 1 && between.ptr[0] == ' ' && between.ptr[1] >= 'a' && between.ptr[1] <= 'z';
    bool term = letter && bs_unit_dimension(number->unit) == BS_DIM_DURATION &&
                bs_str_find(number->text, BS_STR("-"), 0) != SIZE_MAX;
    static const char ages[] = "aged |ages |aged under |aged over |aged between |aged at least ";
    bool age = letter && bs_list_ends(before, ages);
    // "under-30s were"
    size_t last = number->text.len;
    age |= letter && last > 1 && number->text.ptr[last - 1] == 's' &&
           bs_str_equal(number->unit, BS_STR("dur:year")) && number->text.ptr[last - 2] <= '9';
    // "25 to 34 year-olds"
    bool old = bs_list_starts(between, " year-old| year old|-year-old") ||
               (bs_list_starts(between, " to |-to-") &&
                bs_str_find(bs_str_slice(between, 0, strlen(" to 34 year-old")), BS_STR("year"),
                            0) != SIZE_MAX);
    // "net income for the nine months was"
    bool spoken = letter && bs_unit_dimension(number->unit) == BS_DIM_DURATION &&
                  bs_list_ends(before, " for the | in the | during the | over the ") &&
                  bs__label_begins_with_verb(between);
    return term || age || old || spoken || counts_inside(number, before, between);
}

bs_str bs__label_done_to(const bs_quantity *self, bs_str after)
{
    bool bare = bs_str_equal(self->unit, BS_STR("1")) && bs_str_starts(after, BS_STR(" ")) &&
                !bs_list_starts(after, " point| of ") &&
                !bs__starts_relative(bs_str_trim(after), BS_LANG_EN);
    return bare ? bs__label_noun_phrase(bs_str_slice(after, 1, after.len)) : (bs_str){0};
}

bs_str bs__label_not_compared(bs_str name)
{
    if (!bs__label_is_bare(name)) return name;
    for (size_t at = name.len; at-- > 0;) {
        bs_str rest = bs_str_slice(name, at, name.len);
        if (!bs_str_starts(rest, BS_STR(" in "))) continue;
        rest = bs_str_slice(rest, strlen(" in "), rest.len);
        bool capital = rest.len > 1 && rest.ptr[0] >= 'A' && rest.ptr[0] <= 'Z';
        return capital ? rest : (bs_str){0};
    }
    return (bs_str){0};
}

// "a 7.2% year-on-year increase in": without what the rate is held against.
static bs_str without_basis(bs_str after)
{
    static const bs_str words[] = {
        BS_STR_INIT(" year-on-year"),
        BS_STR_INIT(" year-over-year"),
        BS_STR_INIT(" month-on-month"),
        BS_STR_INIT(" month-over-month"),
        BS_STR_INIT(" quarter-on-quarter"),
        BS_STR_INIT(" annual"),
        BS_STR_INIT(" monthly"),
        BS_STR_INIT(" quarterly"),
        BS_STR_INIT(" annualised"),
        BS_STR_INIT(" annualized"),
    };
    for (size_t i = 0; i < BS_COUNT(words); i++) {
        if (bs_str_starts(after, words[i])) return bs_str_slice(after, words[i].len, after.len);
    }
    return after;
}

// Who has seen it: "Gulf carriers" of "Gulf carriers saw a 0.4% fall in demand"; empty for none.
static bs_str seen_by(const bs_quantity *self, bs_str text, size_t limit)
{
    static const char verbs[] = " saw a| saw an| posted a| posted an| achieved a| achieved an|"
                                " recorded a| recorded an| reported a| reported an| registered a|"
                                " registered an| had a| had an| enjoyed a| suffered a";
    bs_str before = bs__label_clause(text, limit, bs__label_start(self, text));
    if (!bs_list_ends(before, verbs)) return (bs_str){0};
    size_t article = before.len - bs_str_behind_last(before, " ").len - 1;
    bs_str front = bs_str_slice(before, 0, article);
    size_t verb = front.len - bs_str_behind_last(front, " ").len;
    bs_str name = bs_str_trim(bs_str_slice(front, 0, verb));
    for (bs_str rest = name; bs_list_starts(rest, "and |while |but |the |The |whereas ");) {
        rest = bs_str_slice(rest, bs_str_find(rest, BS_STR(" "), 0) + 1, rest.len);
        name = rest;
    }
    // "Shares fell after the miner reported a", "served 7,100 people and recorded a"
    static const bs_str joints[] = {BS_STR_INIT(" after "),   BS_STR_INIT(" as "),
                                    BS_STR_INIT(" because "), BS_STR_INIT(" when "),
                                    BS_STR_INIT(" while "),   BS_STR_INIT(" that "),
                                    BS_STR_INIT(" since "),   BS_STR_INIT(" although ")};
    for (size_t i = 0; i < BS_COUNT(joints); i++) {
        size_t at = bs_str_find(name, joints[i], 0);
        if (at != SIZE_MAX) name = bs_str_slice(name, at + joints[i].len, name.len);
    }
    if (bs_str_starts(name, BS_STR("the "))) name = bs_str_slice(name, strlen("the "), name.len);
    static const char nobody[] = "It|it|They|they|He|he|She|she|We|we|and|but|or|which|who|that";
    return bs_list_is(name, nobody) ? (bs_str){0} : name;
}

bs_str bs__label_moved_noun(const bs_quantity_array *all, size_t index, bs_str text, size_t limit,
                            bs_str *by)
{
    static const bs_str links[] = {
        BS_STR_INIT(" rise in "),   BS_STR_INIT(" fall in "),      BS_STR_INIT(" increase in "),
        BS_STR_INIT(" drop in "),   BS_STR_INIT(" decline in "),   BS_STR_INIT(" decrease in "),
        BS_STR_INIT(" growth in "), BS_STR_INIT(" reduction in "), BS_STR_INIT(" jump in "),
        BS_STR_INIT(" gain in "),   BS_STR_INIT(" surge in "),
    };
    const bs_quantity *self = &all->items[index];
    size_t end = bs__label_end(self, text);
    bs_str after = without_basis(bs_str_slice(text, end, end + SENTENCE_BYTES_MAX));
    bool may_move = self->kind == BS_KIND_PERCENT || self->role == BS_ROLE_CHANGE;
    for (size_t i = 0; may_move && i < BS_COUNT(links); i++) {
        if (!bs_str_starts(after, links[i])) continue;
        bs_str name = bs_str_slice(after, links[i].len, after.len);
        if (bs_str_starts(name, BS_STR("the "))) name = bs_str_slice(name, 4, name.len);
        size_t at = (size_t)(name.ptr - text.ptr);
        bool time = index + 1 < all->count && bs__label_start(self + 1, text) <= at + 1;
        *by = seen_by(self, text, limit);
        return time ? (bs_str){0} : checked(bs__label_noun_phrase(name));
    }
    return (bs_str){0};
}

bs_str bs__label_without_tail(bs_str clause, bs_str text, size_t limit)
{
    static const char tails[] =
        "in |for |per |among |at |from |of |a |an |were |was |is |are |rose |fell ";
    size_t start = (size_t)(clause.ptr - text.ptr);
    bs_str gap = bs_str_slice(text, limit, start);
    bool behind = bs_str_equal(gap, BS_STR(" ")) || bs_str_equal(gap, BS_STR(") "));
    bool tail = bs_list_starts(clause, tails) || bs__starts_relative(clause, BS_LANG_EN);
    if (!behind || !tail) return clause;
    static const char *const joints[] = {" and ", " as ", " while ", " on ", " with "};
    // "lost $37 million last year on revenue of": of another, behind a time only.
    size_t count = BS_COUNT(joints) - (bs__starts_relative(clause, BS_LANG_EN) ? 0 : 2);
    for (size_t i = 0; i < count; i++) {
        bs_str joint = bs_str_from(joints[i]);
        size_t at = bs_str_find(clause, joint, 0);
        if (at != SIZE_MAX) return bs_str_slice(clause, at + joint.len, clause.len);
    }
    return (bs_str){0};
}

// Do two names end in one word: "public sector", "private sector"?
static bool end_alike(bs_str a, bs_str b)
{
    bs_str last = bs_str_behind_last(a, " ");
    return last.len < a.len && bs_str_equal(last, bs_str_behind_last(b, " "));
}

void bs__label_of_other(bs_quantity *self, bs_str text)
{
    static const char links[] = " for | in | among | at ";
    size_t end = bs__label_end(self, text);
    bs_str after = bs_str_slice(text, end, end + SENTENCE_BYTES_MAX);
    bool part = self->kind == BS_KIND_PERCENT && bs_str_starts(after, BS_STR(" of "));
    if (!part && !bs_list_starts(after, links)) return;
    bs_str name = bs_str_slice(after, bs_str_find(after, BS_STR(" "), 1) + 1, after.len);
    static const char times[] =
        "January|February|March|April|May|June|July|August|September|October|November|December|"
        "Q1|Q2|Q3|Q4|the first|the second|the third|the fourth|the previous|the prior|the same|"
        "the year|the month|the quarter|the week|the past|the period|the corresponding|early|late|"
        "mid|spring|summer|autumn|winter|fiscal|FY|the full|the whole|real|nominal|the three|"
        "the six|the nine|the twelve|each|volume|value|total|all|local|constant|dollar|euro|terms";
    bool time = bs_list_starts(name, times) || bs__is_relative(name, BS_LANG_EN);
    if (bs_str_starts(name, BS_STR("the "))) name = bs_str_slice(name, strlen("the "), name.len);
    time |= bs_list_starts(name, times); // "in the June quarter"
    name = time ? (bs_str){0} : checked(bs__label_noun_phrase(name));
    if (name.len == 0) return;
    bool instead = end_alike(name, self->indicator);
    self->subject = instead ? (bs_str){0} : name;
    if (instead) self->indicator = name;
}
