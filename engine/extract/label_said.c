// SPDX-License-Identifier: GPL-3.0-or-later
// What English says of a share, which tells what it measures: "41% of tenants said they would
// move".
#include "engine/extract/label_said.h"
#include "engine/core/unit.h"
#include "engine/extract/label_internal.h"
#include "engine/extract/label_words.h"
#include "engine/extract/numeral.h"
#include "engine/extract/role.h"
#include "engine/extract/words.h"

enum { SAID_BYTES_MAX = 120, SAID_WORDS_MAX = 12 };

// A text with its first letter small, in `buffer`; empty where it does not fit.
enum { LOWER_BYTES = 64 };
static bs_str lowered(char buffer[LOWER_BYTES], bs_str text)
{
    if (text.len == 0 || text.len > LOWER_BYTES) return (bs_str){0};
    memcpy(buffer, text.ptr, text.len);
    if (buffer[0] >= 'A' && buffer[0] <= 'Z') buffer[0] |= 0x20;
    return (bs_str){buffer, text.len};
}

bool bs__label_is_part_in_words(bs_str name)
{
    char buffer[LOWER_BYTES];
    bs_str text = lowered(buffer, name);
    // "1 in 4 (24%)"
    size_t len;
    bool ratio = name.len > strlen("1 in ") && bs_digit_at(name, 0, &len) >= 0 &&
                 bs_str_find(bs_str_slice(name, 0, strlen("10 in 100")), BS_STR(" in "), 0) <= 2 &&
                 bs_digit_at(name, name.len - 1, &len) >= 0;
    if (ratio) return true;
    for (len = 1; len > 0; text = bs__said_behind(text, len)) {
        if (bs__said_length(text, BS__SAID_PART) > 0) return true;
        len = bs__said_length(text, BS__SAID_HOW);
    }
    return false;
}

// Does a text begin with a verb of what people, or parts of a whole, do?
static bool begins_with_verb(bs_str text)
{
    bs_str word = bs__said_word(text);
    if (bs__said_length(word, BS__SAID_DOES) > 0) return true;
    // "one in five (21%) intends to sell"
    if (word.len > 3 && bs_list_ends(word, "s") &&
        bs__said_length(bs_str_slice(word, 0, word.len - 1), BS__SAID_DOES) > 0)
        return true;
    static const char no[] = "based|compared|combined|need|indeed|hundred|speed|feed|red";
    return word.len > strlen("need") && bs_str_ends(word, BS_STR("ed")) &&
           !bs_list_starts(word, no);
}

// Where what is said ends: in front of another number, a comma, or what it is held against.
static size_t said_length(const bs__naming *n, bs_str rest)
{
    static const char bases[] =
        " compared | up from | down from | while | whereas | but | although | versus | "
        "because | and a | and an | and the ";
    size_t end = 0, words = 0, at = (size_t)(rest.ptr - n->text.ptr), next = n->index + 1;
    for (; end < rest.len; end++) {
        while (next < n->all->count && bs__label_end(&n->all->items[next], n->text) <= at + end)
            next++;
        bool number = next < n->all->count &&
                      bs__label_start(&n->all->items[next], n->text) == at + end &&
                      bs_unit_dimension(n->all->items[next].unit) != BS_DIM_DURATION;
        if (number || strchr(",;:()\n\"", rest.ptr[end])) break;
        if (rest.ptr[end] == '.' && (end + 1 == rest.len || strchr(" \n\"\xe2", rest.ptr[end + 1])))
            break;
        if (rest.ptr[end] != ' ') continue;
        if (bs_list_starts(bs_str_slice(rest, end, rest.len), bases)) break;
        if (++words >= SAID_WORDS_MAX || end > SAID_BYTES_MAX) break;
    }
    return end;
}

// Without small words at its end, which led to what was left out.
static bs_str without_small_end(bs_str text)
{
    static const char ends[] =
        " more than| less than| over| about| around| nearly| at least| up to| "
        "in| of| by| to| the| a| an| and| for| from| on| with| within| at| as| "
        "or| some| another| against| within the next| an average| than| between";
    for (;;) {
        size_t len = text.len;
        text = bs_str_trim(text);
        bs_str shorter = bs_str_slice(text, 0, text.len - bs_str_behind_last(text, " ").len);
        if (bs_str_trim(shorter).len > 0 && bs_list_ends(text, ends)) text = shorter;
        if (text.len == len) return text;
    }
}

// "were in favour", "had complained", "are women": without the verb that says no more.
static bs_str without_auxiliary(bs_str text)
{
    static const char auxiliaries[] = "were |was |are |is ";
    static const char perfect[] = "had |have |has ";
    bs_str rest = bs_str_slice(text, bs_str_find(text, BS_STR(" "), 0) + 1, text.len);
    bs_str word = bs_str_slice(rest, 0, bs_str_find(rest, BS_STR(" "), 0));
    bool done = bs_list_starts(text, perfect) && bs_str_ends(word, BS_STR("ed"));
    return rest.len > 0 && (done || bs_list_starts(text, auxiliaries)) ? rest : text;
}

// "More than half (54%) said": is the number in the parenthesis of a share in words, and where does
// the text go on behind it?
static bool stands_behind_words(const bs__naming *n, size_t *end)
{
    size_t start = bs__label_start(bs__naming_self(n), n->text);
    if (start < 2 || n->text.ptr[start - 1] != '(' || *end >= n->text.len ||
        n->text.ptr[*end] != ')')
        return false;
    bs_str name = bs__label_clause(n->text, n->limit, start - 1);
    // "Two thirds of nurses (66%)"
    bool ratio = n->index > n->first &&
                 bs_str_equal(bs__naming_self(n)[-1].unit, BS_STR("ratio")) &&
                 bs_list_starts(bs_str_slice(n->text, n->limit, start), " of ");
    if (!ratio && !bs__label_is_part_in_words(name)) return false;
    ++*end;
    return true;
}

// Does the clause begin with the number, but for words that say about how much it is?
static bool opens(const bs__naming *n)
{
    char buffer[LOWER_BYTES];
    size_t at = bs__label_start(bs__naming_self(n), n->text);
    bs_str clause = bs__label_clause(n->text, n->limit, at);
    if (bs_list_ends(clause, " and| but| while| whereas") || bs_str_equal(clause, BS_STR("and")))
        return true;
    // "51,400 trains, of which 92.1% arrived"
    static const char parts[] =
        "of which|of whom|Of which|Of whom|Of these|Of those|Of them|of them";
    if (bs_list_starts(clause, parts) && bs_list_ends(clause, parts)) return true;
    // "July 9, 2025 -- Some 54% of": the dash of a dateline.
    bool dash = bs_list_starts(clause, "--|–|—");
    if (dash) clause = bs__said_behind(clause, bs_str_find(clause, BS_STR(" "), 0));
    bs_str rest = lowered(buffer, clause);
    if (clause.len != rest.len || bs__said_without(rest, BS__SAID_HOW | BS__SAID_AUXILIARY).len > 0)
        return false;
    if (dash) return true;
    if (clause.len > 0) at = (size_t)(clause.ptr - n->text.ptr);
    while (at > 0 && n->text.ptr[at - 1] == ' ')
        at--;
    const char *edges = bs__naming_self(n)->kind == BS_KIND_PERCENT ? ",;:.?!)\n\"" : ",;.?!)\n\"";
    return at == 0 || strchr(edges, n->text.ptr[at - 1]) != NULL;
}

// Who says it, "tenants" of "of the tenants said", in front of *told; empty where nobody does.
static bs_str who_says(bs_str after, bs_str *told)
{
    enum { WHO_BYTES_MAX = 60 };
    if (bs_str_starts(after, BS_STR("of "))) after = bs_str_slice(after, strlen("of "), after.len);
    if (bs_list_starts(after, "the |all |its |our |their "))
        after = bs_str_slice(after, bs_str_find(after, BS_STR(" "), 0) + 1, after.len);
    for (size_t at = 0; at < after.len && at < WHO_BYTES_MAX; at++) {
        // "of U.S. adults say"
        bool stop = after.ptr[at] == '.' && at + 2 < after.len && after.ptr[at + 1] == ' ' &&
                    (after.ptr[at + 2] < 'a' || after.ptr[at + 2] > 'z');
        if (stop || strchr(",;:()\n", after.ptr[at])) break;
        if (after.ptr[at] != ' ') continue;
        *told = bs_str_slice(after, at + 1, after.len);
        if (begins_with_verb(*told)) return bs_str_slice(after, 0, at);
    }
    return (bs_str){0};
}

// "38% prefer beer, 30% liquor and 29% wine": a member of a list of shares of what is said, with
// its name behind it.
static bool is_said_member(const bs__naming *n, bs_str after)
{
    enum { WORDS_BYTES_MAX = 32 };
    bs_quantity *self = bs__naming_self(n);
    const bs_quantity *before = self - 1;
    bool follows = n->index > n->first && before->kind == BS_KIND_PERCENT &&
                   before->indicator.ptr > before->text.ptr &&
                   bs__label_between(before, self, n->text).len < SAID_BYTES_MAX &&
                   bs_role__same_sentence(n->text, before, self);
    bs_str name = follows ? bs__label_noun_phrase(after) : (bs_str){0};
    bs_str rest = bs_str_slice(after, name.len, after.len);
    bool ends =
        rest.len == 0 || strchr(",.;\n", rest.ptr[0]) || bs_str_starts(rest, BS_STR(" and "));
    char letter = name.len > 0 ? (char)(name.ptr[0] | 0x20) : ' ';
    if (!ends || name.len > WORDS_BYTES_MAX || letter < 'a' || letter > 'z') return false;
    self->indicator = name;
    self->subject = before->subject;
    return true;
}

// "Half of young adults (50%)": who they are, in front of the parenthesis.
static bs_str who_in_words(const bs__naming *n)
{
    size_t start = bs__label_start(bs__naming_self(n), n->text);
    bs_str name = bs__label_clause(n->text, n->limit, start - 1);
    if (bs_list_starts(name, "of ")) return bs_str_slice(name, strlen("of "), name.len);
    size_t of = bs_str_find(name, BS_STR(" of "), 0);
    return of == SIZE_MAX ? (bs_str){0} : bs_str_slice(name, of + strlen(" of "), name.len);
}

// "Tenants: 36% share": who they are, in front of the colon of an item.
static bs_str who_in_head(const bs__naming *n)
{
    bs_str head = bs__label_lead(n->text);
    bool first = n->index == n->first && head.len > 0 && !bs__label_has_verb(head);
    size_t start = bs__label_start(bs__naming_self(n), n->text);
    return first && start == head.len + strlen(": ") ? head : (bs_str){0};
}

bool bs__label_said(const bs__naming *n)
{
    enum { BEHIND_BYTES_MAX = 400 };
    bs_quantity *self = bs__naming_self(n);
    size_t end = bs__label_end(self, n->text);
    bool counted = self->kind == BS_KIND_QUANTITY && bs_str_equal(self->unit, BS_STR("1"));
    if ((self->kind != BS_KIND_PERCENT && !counted) || bs_str_equal(self->unit, BS_STR("%p")) ||
        bs_role__moves(self))
        return false;
    bool words = stands_behind_words(n, &end);
    if (!words && !opens(n)) return false;
    bs_str after = bs_str_slice(n->text, end, end + BEHIND_BYTES_MAX), who = {0};
    if (!bs_str_starts(after, BS_STR(" "))) return false;
    after = bs_str_slice(after, 1, after.len);
    // "Nearly one in three (32%) renters spent"
    static const char adverbs[] =
        "now |also |still |already |never |rarely |often |always |currently "
        "|regularly |strongly |even |not ";
    while (bs_list_starts(after, adverbs))
        after = bs__said_behind(after, bs_str_find(after, BS_STR(" "), 0));
    if (bs_str_starts(after, BS_STR("of ")) || (words && !begins_with_verb(after))) {
        who = who_says(after, &after);
        if (who.len == 0) return false;
    }
    // "41% cited workload, 33% pay": a word alone is a name.
    bs_str one = bs__said_word(after);
    bool alone = one.len > 0 && one.len < after.len && !strchr(" ", after.ptr[one.len]);
    alone |= bs_list_starts(bs_str_slice(after, one.len, after.len), " and ");
    if (who.len == 0 && alone && is_said_member(n, after)) return true;
    if (!begins_with_verb(after)) return who.len == 0 && is_said_member(n, after);
    if (who.len == 0) who = words ? who_in_words(n) : who_in_head(n);
    bs_str told = bs_str_slice(after, 0, said_length(n, after));
    told = without_small_end(without_auxiliary(told));
    if (told.len < sizeof "had") return false;
    // "About 120 stations opened, and more than 2,400 are in service": of what was told before.
    bool goes_on = counted && bs_list_starts(after, "are |were ") && n->index > n->first &&
                   bs_role__same_sentence(n->text, self - 1, self);
    if (goes_on) return false;
    self->indicator = told;
    // "1.6 million of them have": who they are stands in front.
    self->subject = bs_list_is(who, "them|these|those|whom|us") ? (bs_str){0} : who;
    return true;
}

bool bs__label_told_before(const bs__naming *n)
{
    enum { WORDS_MIN = 3 };
    bs_quantity *self = bs__naming_self(n);
    size_t start = bs__label_start(self, n->text);
    if (start < 2 || n->text.ptr[start - 1] != '(' || n->text.ptr[start - 2] != ' ') return false;
    if (bs__label_is_part_in_words(bs__label_clause(n->text, n->limit, start - 1))) return false;
    bs_str told =
        bs__said_without(bs__label_clause(n->text, n->limit, start - 1), BS__SAID_AUXILIARY);
    if (bs_list_starts(told, "the ")) told = bs_str_slice(told, strlen("the "), told.len);
    size_t words = 1;
    for (size_t i = 0; i < told.len; i++)
        words += told.ptr[i] == ' ';
    char first = told.len > 0 ? (char)(told.ptr[0] | 0x20) : ' ';
    if (words < WORDS_MIN || first < 'a' || first > 'z') return false;
    self->indicator = told;
    return true;
}
