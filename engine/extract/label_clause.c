// SPDX-License-Identifier: GPL-3.0-or-later
// The clause in front of a number; English clauses whose subject stands apart from their verb, and
// words in front of a number that tell how it is compared and name nothing.
#include "engine/extract/label_internal.h"
#include "engine/extract/label_kind.h"
#include "engine/extract/label_words.h"
#include "engine/extract/numeral.h"
#include "engine/extract/role.h"
#include "engine/extract/words.h"

enum {
    PHRASE_BYTES_MAX = 160,
    WORD_COUNT_MAX = 18, // words of an English or Korean phrase
};

// "Fifth District", "Census Bureau": two words with capitals, of which the first opens no sentence.
static bool begins_name(bs_str text)
{
    static const char openers[] =
        "The |A |An |In |On |At |It |This |That |These |But |And |For |As |"
        "He |She |They |We |Its |While |However|Meanwhile|By |From ";
    size_t blank = bs_str_find(text, BS_STR(" "), 0);
    bool two = blank + 1 < text.len && text.ptr[0] >= 'A' && text.ptr[0] <= 'Z' &&
               text.ptr[blank + 1] >= 'A' && text.ptr[blank + 1] <= 'Z';
    return two && !bs_list_starts(text, openers);
}

// "in the U.S. was": a capital letter with a point, and the sentence goes on with a small one.
static bool is_abbreviation(bs_str text, size_t end)
{
    if (end < 4 || end + 1 >= text.len) return false;
    bool capital = text.ptr[end - 2] >= 'A' && text.ptr[end - 2] <= 'Z';
    bool goes_on = text.ptr[end + 1] >= 'a' && text.ptr[end + 1] <= 'z';
    // "the U.S. Fifth District": two capitals behind it are a name.
    bool the = end > 8 && bs_list_ends(bs_str_slice(text, 0, end - 4), " the | The |The ") &&
               begins_name(bs_str_slice(text, end + 1, text.len));
    return capital && (goes_on || the) && text.ptr[end - 3] == '.';
}

static bool is_full_stop(bs_str text, size_t end)
{
    if (bs_list_ends(bs_str_slice(text, 0, end), " ca.| approx.| est.")) return false;
    bool stop = end > 0 && text.ptr[end - 1] == '.' &&
                (end == text.len || text.ptr[end] == ' ' || text.ptr[end] == '\n' ||
                 bs_role__is_tight_stop(text, end - 1));
    return stop && !is_abbreviation(text, end);
}

// Where the parenthesis opens that closes before `at`; `at` where it does not, or holds a number
// (before `limit`). A square one belongs to the name that it touches: "新規求人数[全数]は".
static size_t parenthesis_start(bs_str text, size_t limit, size_t at, bs_rune close)
{
    enum { PARENTHESIS_BYTES_MAX = 80, WIDE = 0xFF08, WIDE_SQUARE = 0xFF3B };
    bool round = close.code == ')' || close.code == WIDE + 1;
    size_t from = at - close.len;
    while (from > limit && at - from < PARENTHESIS_BYTES_MAX) {
        bs_rune rune = bs_utf8_decode_before(text, from);
        from -= rune.len;
        if (round ? rune.code == '(' || rune.code == WIDE
                  : rune.code == '[' || rune.code == WIDE_SQUARE) {
            size_t word = from; // a name stands in front of it
            while (round && word > limit && text.ptr[word - 1] == ' ')
                word--;
            bool name = word > limit && !bs__label_is_edge(bs_utf8_decode_before(text, word)) &&
                        text.ptr[word - 1] != '.' && text.ptr[word - 1] != '\n';
            return name && (round || (unsigned char)text.ptr[word - 1] >= 0x80) ? from : at;
        }
        if (rune.code == close.code || rune.code == '\n') return at;
    }
    return at;
}

size_t bs__label_footnote_start(bs_str text, size_t limit, size_t at)
{
    size_t number = at; // "失業率※3"
    while (number > limit && text.ptr[number - 1] >= '0' && text.ptr[number - 1] <= '9')
        number--;
    bool remark = number < at && number - limit > 2 * strlen("※") &&
                  bs_list_ends(bs_str_slice(text, 0, number), "※");
    if (remark) return number - strlen("※");
    bool square = at > limit + 1 && text.ptr[at - 1] == ']'; // "毛入园率[4]"
    if (at <= limit + 1 || (text.ptr[at - 1] != ')' && !square)) return at;
    size_t from = at - 1;
    while (from > limit && text.ptr[from - 1] >= '0' && text.ptr[from - 1] <= '9')
        from--;
    if (square && (from == limit || from == at - 1 || text.ptr[--from] != '[')) return at;
    char front = from > limit ? text.ptr[from - 1] : '\0';
    bool letter = (unsigned char)front >= 0x80 || (square && front == ')'); // "总值(GDP)[2]"
    return from < at - 1 && letter ? from : at;
}

// "65~84세는", "1,000억 원 이상 업체는": within a name.
static bool joins_digits(bs_str text, size_t end)
{
    size_t len;
    bool mark = end > 1 && end < text.len && (text.ptr[end - 1] == '~' || text.ptr[end - 1] == ',');
    return mark && text.ptr[end - 2] >= '0' && text.ptr[end - 2] <= '9' &&
           bs_digit_at(text, end, &len) >= 0;
}

// "재고/출하비율", "모름/무응답", "P/E", "EV/EBITDA": two names in one.
static bool joins_names(bs_str text, size_t end)
{
    if (end < 2 || text.ptr[end - 1] != '/') return false;
    uint32_t front = bs_utf8_decode_before(text, end - 1).code;
    uint32_t back = bs_utf8_decode(text, end).code;
    bool latin = (front | 0x20) >= 'a' && (front | 0x20) <= 'z'; // EBITDA/순이익
    bool capital = back >= 'A' && back <= 'Z';                   // 순차입금/EBITDA
    if (front >= 'A' && front <= 'Z' && capital) return true;
    return (bs_rune_is_hangul(front) && (bs_rune_is_hangul(back) || capital)) ||
           (latin && bs_rune_is_hangul(back));
}

static bool is_latin(char c)
{
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

// Where a line of notes ends with the noun of a movement, the next one tells of something else.
static bool ends_line(bs_str text, size_t end)
{
    static const char ends[] = "증가|감소|상승|하락|확대|축소|기록|개선|악화";
    return text.ptr[end - 1] == '\n' && bs_list_ends(bs_str_slice(text, 0, end - 1), ends);
}

// "초등학교 82.3% → 중학교 66.4%": behind an arrow a Korean name is of another thing.
static bool is_step(bs_str text, size_t end, bs_rune rune)
{
    enum { ARROW = 0x2192 };
    return rune.code == ARROW &&
           bs_rune_is_hangul(bs_utf8_decode(text, bs_gap_skip(text, end)).code);
}

// "'제조 2025'와 관련된 예산" behind the year: what a clause begins with belongs to a quotation
// that was opened in front of it.
static bs_str behind_quotation(bs_str clause)
{
    static const char *const closing[] = {"’", "”", "」", "』", "》", "'", "\""};
    for (size_t i = 0; i < BS_COUNT(closing); i++) {
        bs_str mark = bs_str_from(closing[i]);
        if (!bs_str_starts(clause, mark)) continue;
        bs_str rest = bs_str_slice(clause, mark.len, clause.len);
        bool possessive = rest.len > 0 && (rest.ptr[0] | 0x20) == 's';
        if (mark.len == 1 && (possessive || bs_str_find(rest, mark, 0) != SIZE_MAX)) return clause;
        if (bs_list_starts(rest,
                           "와 관련|과 관련|에 관한 |에 대한 |에 따른 |이라는 |라는 |으로 |로 ")) {
            size_t blank = bs_str_find(rest, BS_STR("된 "), 0);
            size_t word = bs_list_starts(rest, "와 관련|과 관련") && blank != SIZE_MAX
                              ? blank + strlen("된")
                              : bs_str_find(rest, BS_STR(" "), 0);
            rest = bs_str_slice(rest, word, rest.len);
        }
        return bs_str_trim(rest);
    }
    return clause;
}

// "3千人になりました!前年は": the end of a sentence, but in "Yahoo!".
static bool exclaims(bs_str text, size_t end, bs_rune rune)
{
    bool mark = rune.code == '!' || rune.code == 0xFF01;
    return mark && end > rune.len && (unsigned char)text.ptr[end - rune.len - 1] >= 0x80;
}

bs_str bs__label_clause(bs_str text, size_t limit, size_t end)
{
    while (end > limit && (text.ptr[end - 1] == '*' || text.ptr[end - 1] == ' '))
        end--;
    // "販売価格DIは+12": the sign is no part of a name.
    if (end > limit + 1 && text.ptr[end - 1] == '+' && (unsigned char)text.ptr[end - 2] >= 0x80)
        end--;
    // "평균 ‘32억원’": the mark that opens a quotation.
    bs_str front = bs_str_slice(text, limit, end);
    if (bs_list_ends(front, "‘|“")) end -= strlen("‘");
    if (bs_list_ends(front, " '| \"")) end -= strlen(" '");
    size_t at = end;
    size_t words = 0;
    while (at > limit && end - at < PHRASE_BYTES_MAX) {
        bs_rune rune = bs_utf8_decode_before(text, at);
        if (bs_rune_is_hangul(rune.code)) { // ends nothing
            at -= rune.len;
            continue;
        }
        bool square = rune.code == ']' || rune.code == 0xFF3D;
        bool closes = square || rune.code == ')' || rune.code == 0xFF09;
        size_t aside = closes ? parenthesis_start(text, limit, at, rune) : at;
        bool digit = rune.code >= '0' && rune.code <= '9';
        bool mark = (closes && aside == at) || digit;
        if (mark) aside = bs__label_footnote_start(text, limit, at);
        if (aside < at) {
            at = aside;
            continue;
        }
        bool inside = joins_digits(text, at) || joins_names(text, at);
        // “Exports rose 5%”: a quote that is still open.
        if (rune.code == 0x201C && at < text.len && is_latin(text.ptr[at])) break;
        if ((bs__label_is_edge(rune) && !inside) || is_full_stop(text, at)) break;
        if (ends_line(text, at) || is_step(text, at, rune) || exclaims(text, at, rune)) break;
        if (bs_list_ends(bs_str_slice(text, limit, at), "...")) break;
        words += bs_rune_is_space(rune.code) && at < end;
        if (words > WORD_COUNT_MAX) break;
        at -= rune.len;
    }
    return behind_quotation(bs_str_trim(bs_str_slice(text, at, end)));
}

// What an English phrase begins with, and what that says of it.
enum { BARE = 1, COMPARED = 2, BASIS = 4, STOP = 8 };
static const bs__kind_word openings[] = {
#include "engine/extract/label_openings.inc"
};
BS__KIND_LEXICON(openings_at, openings);

static const char peaks[] = "record high|record low|all-time high|all-time low|new record|new high|"
                            "new low|new peak|a record|a peak|a high|a low";

static size_t opening_length(bs_str phrase, uint32_t kinds)
{
    return bs__kind_length(&openings_at, phrase, kinds);
}

// The length of "on a reported basis" at the start of a phrase; 0 for others.
static size_t basis_length(bs_str phrase)
{
    enum { BASIS_BYTES_MAX = 72 };
    size_t len = opening_length(phrase, BASIS);
    if (len > 0) return len;
    if (!bs_list_starts(phrase, "on a |on an |On a |On an ")) return 0;
    size_t at = bs_str_find(bs_str_slice(phrase, 0, BASIS_BYTES_MAX), BS_STR(" basis"), 0);
    return at == SIZE_MAX ? 0 : at + strlen(" basis");
}

bs_str bs__label_without_basis(bs_str phrase)
{
    size_t len = basis_length(phrase);
    return len > 0 ? bs_str_trim(bs_str_slice(phrase, len, phrase.len)) : phrase;
}

// "was reduced", "slowed": a verb with its auxiliaries and nothing else.
static bool is_passive_verb(bs_str phrase)
{
    static const char *const auxiliaries[] = {"was ", "were ", "is ",   "are ",   "has ", "have ",
                                              "had ", "been ", "will ", "would ", "to ",  "be "};
    bs_str rest = phrase;
    for (size_t i = 0; i < BS_COUNT(auxiliaries); i++) {
        bs_str word = bs_str_from(auxiliaries[i]);
        if (bs_str_starts(rest, word)) rest = bs_str_slice(rest, word.len, rest.len);
    }
    bool one = rest.len > 3 && memchr(rest.ptr, ' ', rest.len) == NULL;
    bool small = one && rest.ptr[0] >= 'a' && rest.ptr[0] <= 'z';
    return small &&
           bs_list_ends(rest, "ed|shrunk|risen|fallen|grown|slid|lost|sunk|swollen|gone|cut");
}

// "will carry", "would raise": what will be done, without who does it.
static bool is_modal(bs_str phrase)
{
    static const char modals[] = "will |would |can |could |may |might |should |must ";
    if (!bs_list_starts(phrase, modals)) return false;
    size_t blank = bs_str_find(phrase, BS_STR(" "), 0);
    return bs_str_find(phrase, BS_STR(" "), blank + 1) == SIZE_MAX;
}

// "We closed": somebody did something, and nothing is named.
static bool is_we(bs_str phrase)
{
    if (!bs_list_starts(phrase, "We |we |They |they |It |it ")) return false;
    static const char plans[] =
        "We now expect|We expect|We still expect|We plan|We aim|we now expect|"
        "we expect|we plan|They expect|they expect|It expects|it expects";
    if (bs_list_starts(phrase, plans)) return true;
    size_t blank = bs_str_find(phrase, BS_STR(" "), 0);
    return bs_str_find(phrase, BS_STR(" "), blank + 1) == SIZE_MAX;
}

// "after edging up", "having risen", "before falling back": what something did, and nothing else.
static bool is_gerund(bs_str phrase)
{
    enum { BYTES_MAX = 32 };
    static const bs_str fronts[] = {BS_STR_INIT("after "),      BS_STR_INIT("before "),
                                    BS_STR_INIT("having "),     BS_STR_INIT("following "),
                                    BS_STR_INIT("despite "),    BS_STR_INIT("by "),
                                    BS_STR_INIT("having been ")};
    for (size_t i = 0; i < BS_COUNT(fronts) && phrase.len < BYTES_MAX; i++) {
        if (!bs_str_starts(phrase, fronts[i])) continue;
        bs_str word = bs_str_slice(phrase, fronts[i].len, phrase.len);
        size_t blank = bs_str_find(word, BS_STR(" "), 0);
        bs_str verb = bs_str_slice(word, 0, blank);
        bool particle = blank == SIZE_MAX || bs_list_starts(bs_str_slice(word, blank, word.len),
                                                            " up| down| back| off| by");
        return particle && (bs_str_ends(verb, BS_STR("ing")) || i == 2);
    }
    return false;
}

// "catalysing", "disbursing": what is done with an amount, and no thing that is called so.
static bool is_participle(bs_str phrase)
{
    static const char things[] =
        "spend|hous|manufactur|min|fund|lend|borrow|trad|engineer|train|farm|fish|shipp|advertis|"
        "bank|retail|build|cloth|publish|gam|stream|licens|market|print|process|hold|sav|hir|"
        "outsourc|logg|fil|cater|packag|recycl|plann|land|wast|load|learn|teach|nurs|refin|smelt|"
        "moor|tool|heat|cool|light|brew|bak|knitt|weav|dwell|turn|earn|mean|r|k|spr|str|th|w|s|br|"
        "noth|"
        "someth|anyth|everyth|morn|even|ceil|rat";
    if (!bs_str_ends(phrase, BS_STR("ing")) || memchr(phrase.ptr, ' ', phrase.len)) return false;
    if (phrase.ptr[0] < 'a' || phrase.ptr[0] > 'z') return false;
    bs_str stem = bs_str_slice(phrase, 0, phrase.len - strlen("ing"));
    return !bs_list_is(stem, things);
}

bool bs__label_is_bare(bs_str phrase)
{
    enum { PEAK_BYTES_MAX = 32 };
    if (is_passive_verb(phrase) || is_modal(phrase) || is_we(phrase) || is_gerund(phrase))
        return true;
    // "economists polled by the agency": who foretold it.
    if (bs_list_starts(phrase, "economists |analysts |forecasters |Economists |Analysts |"
                               "Forecasters "))
        return true;
    // "slight increase", "indicating a slight increase": how it has moved
    static const char sizes[] =
        "slight |modest |sharp |small |significant |further |marked |strong ";
    static const char moves[] = "increase|decrease|rise|fall|decline|drop|gain|reduction";
    bs_str move = bs_str_slice(phrase, bs_str_find(phrase, BS_STR(" "), 0), phrase.len);
    if (bs_list_starts(phrase, sizes) && bs_list_is(bs_str_trim(move), moves)) return true;
    if (bs_list_starts(phrase, "indicating a|showing a|representing a|reflecting a|marking a") &&
        bs_list_ends(phrase, " increase| decrease| rise| fall| growth| decline| drop| gain|"
                             " reduction| improvement| increase of| decrease of| growth of"))
        return true;
    if (bs_list_starts(phrase, "an increase from |a decrease from |increase from |decrease from |"
                               "a rise from |a fall from |an improvement from "))
        return true;
    if (bs_list_starts(phrase, "is |are |was |were ") || bs_list_starts(phrase, "after ") ||
        bs_list_ends(phrase, " far it| far they") || bs_list_ends(phrase, " the figure") ||
        is_participle(phrase))
        return true;
    // "still slower than", "somewhat higher than"
    bs_str held = phrase;
    if (bs_list_starts(held,
                       "still |slightly |somewhat |much |even |also |modestly |a little |well "))
        held = bs_str_slice(held, bs_str_find(held, BS_STR(" "), 2) + 1, held.len);
    if (opening_length(phrase, BARE) == phrase.len || opening_length(held, COMPARED) > 0)
        return true;
    bool peak = phrase.len < PEAK_BYTES_MAX && bs_list_ends(phrase, peaks);
    return peak &&
           bs_list_starts(phrase, "a |an |the |its |new |record |all-time |reach |hit |set ");
}

bool bs__label_compares(bs_str between)
{
    // "4.1m barrels a day, up from 3.9m": what the number in front is for stands between.
    size_t comma = bs_list_starts(between, " a | an | per | each|/")
                       ? bs_str_find(between, BS_STR(","), 0)
                       : 0;
    between = bs_str_trim(bs_str_slice(between, comma != SIZE_MAX ? comma : 0, between.len));
    if (bs_list_starts(between, ",")) between = bs_str_trim(bs_str_slice(between, 1, between.len));
    return opening_length(between, COMPARED) > 0;
}

// Where the comma stands that ends before byte `at`, but for blanks; `at` for none behind `limit`.
static size_t comma_before(bs_str text, size_t limit, size_t at)
{
    size_t end = at;
    while (end > limit && (text.ptr[end - 1] == ' ' || text.ptr[end - 1] == '\n'))
        end--;
    return end > limit && text.ptr[end - 1] == ',' ? end - 1 : at;
}

// "London had the highest average price, at": what somebody has is what is named.
static bs_str owned(bs_str clause)
{
    static const bs_str verbs[] = {BS_STR_INIT(" had the "), BS_STR_INIT(" has the "),
                                   BS_STR_INIT(" have the "), BS_STR_INIT(" recorded the "),
                                   BS_STR_INIT(" posted the ")};
    for (size_t i = 0; i < BS_COUNT(verbs); i++) {
        size_t at = bs_str_find(clause, verbs[i], 0);
        if (at != SIZE_MAX) return bs_str_slice(clause, at + verbs[i].len, clause.len);
    }
    return clause;
}

bs_str bs__label_inverted(bs_str clause)
{
    static const char fronts[] =
        "Leading |Topping |Heading |Among |Chief among |Also |Particularly |Especially |Most |"
        "Driving |Dragging |Behind |Close behind |Next |Bucking |Lagging |At the top |"
        "At the bottom |At the other end |On the upside |On the downside |More |Less |Least |"
        "Even |Close to |First among |Down |Up |Higher |Lower |Hardest hit |Worst |Best |Included |"
        "leading |topping |heading |among |chief among |Standing out |Helping |Weighing |"
        "Offsetting |Underpinning |Contributing ";
    static const bs_str verbs[] = {BS_STR_INIT(" was in "),    BS_STR_INIT(" were in "),
                                   BS_STR_INIT(" was "),       BS_STR_INIT(" were "),
                                   BS_STR_INIT(" is "),        BS_STR_INIT(" are "),
                                   BS_STR_INIT(" came from "), BS_STR_INIT(" came ")};
    for (size_t i = 0; bs_list_starts(clause, fronts) && i < BS_COUNT(verbs); i++) {
        size_t at = bs_str_find(clause, verbs[i], 0);
        if (at != SIZE_MAX && at + verbs[i].len < clause.len)
            return bs_str_slice(clause, at + verbs[i].len, clause.len);
    }
    return clause;
}

// "In May, the rate, at": a time or place in front of the subject.
static bool is_lead(bs_str clause)
{
    return bs_list_starts(clause,
                          "In |On |Over |During |At |By |For |Since |Between |Among |Across ");
}

bs_str bs__label_apposed(const bs_quantity *self, bs_str text, size_t limit)
{
    enum { COUNT_MIN = 1000 };
    size_t start = bs__label_start(self, text), comma = comma_before(text, limit, start);
    bs_str after = bs_str_slice(text, bs__label_end(self, text), text.len);
    bool bare = bs_str_equal(self->unit, BS_STR("1")) &&
                bs_decimal_compare(self->value, (bs_decimal){COUNT_MIN, 0}) < 0;
    bs_str name = bs__label_clause(text, limit, comma);
    if (comma == start || bare || name.len == 0) return (bs_str){0};
    // "; transport, 0.7 percent": a member of a list.
    bs_str front = bs_str_trim(bs_str_slice(text, 0, (size_t)(name.ptr - text.ptr)));
    bool member = bs_str_ends(front, BS_STR(";"));
    if (!member && !bs_list_starts(after, ", ")) return (bs_str){0};
    static const char joints[] = "and the |and |both the |Both the |both |Both |the |The ";
    bool begins = limit == 0 || member || bs_list_starts(name, "and ");
    while (bs_list_starts(name, joints))
        name = bs_str_slice(name, bs_str_find(name, BS_STR(" "), 0) + 1, name.len);
    bool words = member || bs_str_find(name, BS_STR(" "), 0) < name.len;
    bool noun = begins && words && !is_lead(name) && !bs__label_has_verb(name);
    return noun ? name : (bs_str){0};
}

bs_str bs__label_subject_apart(bs_str text, size_t limit, bs_str clause)
{
    if (clause.ptr == NULL) return (bs_str){0};
    size_t start = (size_t)(clause.ptr - text.ptr);
    size_t comma = comma_before(text, limit, start);
    if (comma == start || start == 0) return (bs_str){0};
    bs_str aside = bs__label_clause(text, limit, comma);
    // "41.7% of demand, up from": of the number in front.
    bool tail = limit > 0 && aside.ptr == text.ptr + limit + 1 &&
                bs_list_starts(aside, "of |in |for |at |from |per |among |a |an |each");
    if (aside.len == 0) return (bs_str){0};
    bool verb = bs__label_begins_with_verb(bs_str_slice(text, start - 1, start + clause.len + 1));
    size_t from = (size_t)(aside.ptr - text.ptr), first = comma_before(text, limit, from);
    // "Net migration, at 5,120, offset this": of the noun at the start of the sentence.
    bool alone = first == from || bs_list_starts(aside, "and |while |but ") || first == limit ||
                 is_lead(bs__label_clause(text, limit, first));
    bool held = !verb && alone &&
                bs_list_starts(clause, "at|up|down|with|currently|now at|forecast at|estimated at|"
                                       "projected at|expected at|put at|valued at");
    if (!verb) return !tail && (held || bs__label_has_verb(aside)) ? owned(aside) : (bs_str){0};
    // "Hims & Hers, worth about $10bn": no verb of its own, but an aside.
    if (first == from && !tail && bs_list_starts(clause, "worth")) return aside;
    // "Earnings, excluding bonuses, grew": the subject stands in front of both commas.
    if (first == from) return bs__label_before_relative(text, start);
    bs_str subject = bs__label_clause(text, limit, first);
    return bs__label_has_verb(subject) ? (bs_str){0} : subject;
}

bool bs__label_stops(bs_str text)
{
    return opening_length(text, STOP) > 0;
}

bs_str bs__label_there_is(bs_str before, bs_str after)
{
    // "There were an estimated 17,000 working days lost"
    before = bs__label_strip_endings(before, BS_LANG_EN, 2);
    if (!bs_list_ends(before, "here were|here was|here are|here is|here have been|here had been|"
                              "here would be|here will be"))
        return (bs_str){0};
    return bs__label_noun_phrase(bs_str_trim(after));
}
