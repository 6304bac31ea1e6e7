// SPDX-License-Identifier: GPL-3.0-or-later
// scan_internal.h: the recognisers behind bs_scan.
//
// bs_scan walks the text once. Where something may begin that holds a number, the recognisers are
// asked in order: numbers of issues (guard_act.c), points and spans of time (time_read.c), ranks
// and ordinals (order.c), what is never a number (guard.c), amounts (amount.c). The first that
// answers takes its bytes; what it leaves in item->rule == NULL is text that is passed over.
#ifndef BS_EXTRACT_SCAN_INTERNAL_H
#define BS_EXTRACT_SCAN_INTERNAL_H

#include "engine/core/lexicon.h"
#include "engine/extract/numeral.h"
#include "engine/extract/scan.h"

// The numeral that was read last: several recognisers ask for that at one place.
typedef struct bs__numeral_memo {
    bs_str text; // empty: none yet
    size_t at;
    bool read;
    bs_numeral number;
} bs__numeral_memo;

typedef struct bs__scan {
    bs_str text;
    bs_lang lang;
    bs_arena *arena;        // NULL in bs_scan_cell, which has no new text to make
    bs__numeral_memo *memo; // NULL where it is not worth it
    const uint8_t *first;   // bs__first_table; NULL where the text is not walked through
    size_t taken;           // bytes before it belong to earlier items
    size_t percent_end;     // behind the last number that 百分之 has made a percentage
    bool
        after_name; // the last item was an identifier: a number in parentheses behind it is one too
} bs__scan;

// What a number is measured in, as found in front of it and behind it.
typedef struct bs__unit_here {
    bs_str code;
    int power;  // 10^power times the printed value is in `code`
    size_t end; // behind the unit
    bs_dimension dimension;
    unsigned flags; // BS_FORM_* of the form
} bs__unit_here;

// Each of these answers for the text at byte `at`: true when it is theirs, with *end behind it.
// item->rule stays NULL for what is to be passed over without an item.
bool bs__issue_read(bs__scan *scan, size_t at, bs_item *item, size_t *end);
bool bs__guard_read(bs__scan *scan, size_t at, bs_item *item, size_t *end);
bool bs__order_read(bs__scan *scan, size_t at, bs_item *item, size_t *end);
bool bs__time_item(bs__scan *scan, size_t at, bs_item *item, size_t *end);
bool bs__amount_read(bs__scan *scan, size_t at, bs_item *item, size_t *end);

// A house, floor or room of an address; *end behind the whole of it. (guard_place.c)
bool bs__place_read(const bs__scan *scan, size_t at, size_t *end);

// A mark of a footnote; the number of an act, a case or a document. (guard_act.c)
bool bs__footnote_read(bs_str text, size_t at, size_t *end);
// The byte behind the references of two parts that go on behind the one from `start` to `end`:
// "第19-5・19-6表", "図3-4、3-5". (guard_label.c)
size_t bs__behind_listed_parts(bs_str text, size_t end, size_t start);
bool bs__listed_month(const bs__scan *scan, size_t at, size_t *end);
bool bs__wide_mark(bs_str text, size_t at, size_t *end); // "１．7月": a mark of a list
bool bs__act_read(const bs__scan *scan, size_t at, bs_item *item, size_t *end);
// Makes [at, stop) an identifier, with the value of digits behind its last hyphen. Always true.
bool bs__identifier(bs_item *item, bs_str text, size_t at, size_t stop, size_t *end);

// Behind the digits of "14·5 규획", "'14.5' 기간", the name of a plan of five years in Korean, of
// which the first stands at `at`; 0 for others. (guard_plan.c)
size_t bs__five_year_plan(const bs__scan *scan, size_t at);

// bs_numeral_read at byte `at` of the text, once for all that ask for the same place.
bool bs__numeral_at(bs_numeral *out, const bs__scan *scan, size_t at);

// Do the words behind an English number say who foretold it: " economists had expected"?
// (unit_here.c)
bool bs__foretold_behind(bs_str after);

// The unit behind a number that ends at `at`; false when none stands there. (unit_here.c)
bool bs__unit_behind(bs__unit_here *out, const bs__scan *scan, size_t at);
// Takes "/t" behind the unit, which ends at unit->end, as what it is divided by.
void bs__unit_ratio(bs__unit_here *unit, const bs__scan *scan);
// The unknown Hangul word glued behind a number; out->code is empty where it makes a name of it.
bool bs__glued_hangul(bs__unit_here *out, const bs__scan *scan, size_t at);
// Money or a sign for it at `at`, with a number behind it at out->end.
bool bs__unit_before(bs__unit_here *out, const bs__scan *scan, size_t at);
// Is the number at `at` so much money, by a group of digits, a scale or the letter of one?
bool bs__is_sum_of_money(const bs__scan *scan, size_t at);
// The unit that words around `number` make of what follows it: 섭씨 25도, 400G 光传输, a 10" pipe.
// (unit_context.c)
bool bs__unit_by_context(bs__unit_here *out, const bs__scan *scan, const bs_numeral *number);
// Is the letter at `at` the P or E of computing power, in a clause that speaks of it in front of
// the number that begins at `start`, or directly behind? 4P and the like are names anywhere else,
// and a `small` number has to stand in the same part of the clause.
bool bs__scales_computing(const bs__scan *scan, size_t start, size_t at, bool small);
// Does something that is weighed in pounds stand near [start, end): milk, beef, cotton?
// (unit_context.c)
bool bs__weighed_near(const bs__scan *scan, size_t start, size_t end);
// A length behind 시속 or 秒速 is a speed; *start is then before that word. (unit_context.c)
void bs__unit_of_speed(bs__unit_here *unit, size_t *start, const bs__scan *scan);
bs_kind bs__unit_kind(const bs__unit_here *unit);

// A rank, ordinal or serial word behind a number, such as 위, 주년, 番目, 호; false when there is
// none. Fills kind, unit, qualifier, end and rule of the item. (order.c)
bool bs__order_behind(const bs__scan *scan, const bs_numeral *number, bs_item *item);

// Does this numeral, written in words, stand for a number here? Words that hold numeral characters
// do not. `measured` says that a unit follows, `counter` that it is a mere counter. (word_sense.c)
typedef struct bs__sense {
    bool measured;
    bool counter;
    bs_str unit;
    size_t end; // behind the unit
} bs__sense;
// Is it 이 "this" or 일 "work" alone, which are no number whatever stands around them?
bool bs__is_only_word(const bs__scan *scan, const bs_numeral *number);
bool bs__words_are_number(const bs__scan *scan, const bs_numeral *number, const bs__sense *sense);

// The qualifier that the words around [start, end) give; `own` is that of the number itself. May
// move *start or *end over nothing: a qualifier word is no part of the item. (qualifier.c)
// Where a Chinese bound, 不超过 or 不低于, stands in a text, and what it says; SIZE_MAX for none.
size_t bs__bound_in(bs_str text, bs_qualifier *out);
bs_qualifier bs__qualifier_at(const bs__scan *scan, size_t start, size_t end, bs_qualifier own);

// A point or span of time at `at`. (time_read.c)
typedef struct bs__time {
    bs_when from;
    bs_when to;
    size_t end;
    bool bare;   // a year of four digits and nothing else
    bool decade; // from and to are its first and last year
    const char *rule;
} bs__time;
// `header` admits what is a period only in a header: 10.13, 23년, Jan, 202401.
bool bs__time_read(bs__time *out, const bs__scan *scan, size_t at, bool header);

// Which recognisers to ask where this character stands: BS_FIRST_*, 0 for nearly all.
// (scan_first.c)
enum { BS_FIRST_TIME = 1, BS_FIRST_GUARD = 2, BS_FIRST_ORDER = 4, BS_FIRST_AMOUNT = 8 };
const uint8_t *bs__first_table(void); // the same for all codes of 16 bits
static inline unsigned bs__first_kinds(uint32_t code)
{
    return code <= UINT16_MAX ? bs__first_table()[code] : 0;
}

// Is the character before or at `at` one of these? Positions outside the text are none.
bool bs__letter_before(bs_str text, size_t at); // ASCII letter or digit
bool bs__letter_at(bs_str text, size_t at);
bool bs__hangul_at(bs_str text, size_t at);
bool bs__han_at(bs_str text, size_t at);
bool bs__han_before(bs_str text, size_t at);
bool bs__hangul_before(bs_str text, size_t at);
bool bs__kana_at(bs_str text, size_t at);
bool bs__kana_before(bs_str text, size_t at);

// True where a Korean word may end: at the end, before anything but Hangul, before a particle.
bool bs__korean_word_ends(bs_str text, size_t at);
// Is the 1 at `at` that of Korean odds, "7.1대 1로", and no number of its own: "5대 1억 원"?
bool bs__one_of_odds(bs_str text, size_t at);

// Text from `at` begins with `word`.
static inline bool bs__starts_at(bs_str text, size_t at, bs_str word)
{
    return bs_str_starts(bs_str_slice(text, at, text.len), word);
}
// Text before `at` ends in `word`.
static inline bool bs__ends_at(bs_str text, size_t at, bs_str word)
{
    return bs_str_ends(bs_str_slice(text, 0, at), word);
}

// A word of a small table, for all the tables of words below.
typedef struct bs__phrase {
    bs_str text;
    bs_lang_set langs;
    int16_t value; // what the table says it is
} bs__phrase;
// The longest phrase of a table that stands at `at`, or ends at `at`; NULL when there is none.
// Phrases of ASCII letters are whole words, in any case. `table` is a true array; each place that
// asks has a lexicon of it, and looks at phrases only where one has the character that stands
// there.
const bs__phrase *bs__phrase_of(const bs_lexicon *lexicon, const bs_lexicon_entry *entry,
                                const bs__scan *scan, size_t at);
static inline const bs__phrase *bs__phrase_at(bs_lexicon *lexicon, const bs__scan *scan, size_t at)
{
    if (at >= scan->text.len) return NULL;
    uint32_t key = bs_lexicon__fold(bs_lexicon_key_at(scan->text, at));
    const bs_lexicon_entry *entry = bs_lexicon_find(lexicon, key);
    return entry != NULL ? bs__phrase_of(lexicon, entry, scan, at) : NULL;
}
const bs__phrase *bs__phrase_ending(const bs_lexicon *lexicon, const bs_lexicon_entry *entry,
                                    const bs__scan *scan, size_t at);
static inline const bs__phrase *bs__phrase_before(bs_lexicon *lexicon, const bs__scan *scan,
                                                  size_t at)
{
    if (at == 0 || at > scan->text.len) return NULL;
    uint32_t key = bs_lexicon__fold(bs_lexicon_key_before(scan->text, at));
    const bs_lexicon_entry *entry = bs_lexicon_find(lexicon, key);
    return entry != NULL ? bs__phrase_ending(lexicon, entry, scan, at) : NULL;
}
#define BS_PHRASE_AT(table, scan, at)                                                              \
    __extension__({                                                                                \
        BS_LEXICON(static, table##_here, table, BS_LEXICON_FOLD | BS_LEXICON_LONGEST);             \
        bs__phrase_at(&table##_here, (scan), (at));                                                \
    })
#define BS_PHRASE_BEFORE(table, scan, at)                                                          \
    __extension__({                                                                                \
        BS_LEXICON(static, table##_there, table,                                                   \
                   BS_LEXICON_FOLD | BS_LEXICON_LONGEST | BS_LEXICON_ENDS);                        \
        bs__phrase_before(&table##_there, (scan), (at));                                           \
    })

// Behind the ASCII digits that begin at `at`; `at` where there are none.
static inline size_t bs__digits_end(bs_str text, size_t at)
{
    while (at < text.len && text.ptr[at] >= '0' && text.ptr[at] <= '9')
        at++;
    return at;
}

// Byte after the gap before `at`, going backwards: the end of the word in front. Mostly there is
// none, which a sign or letter of ASCII tells, or the first byte of one of three: E4 to EE begin no
// blank.
size_t bs__gap_before(bs_str text, size_t at);
static inline size_t bs__gap_back(bs_str text, size_t at)
{
    if (at == 0) return 0;
    unsigned char last = (unsigned char)text.ptr[at - 1];
    if (last > ' ' && last < 0x80 && last != '*' && last != '>') return at;
    unsigned char lead = last >= 0x80 && at >= 3 ? (unsigned char)text.ptr[at - 3] : 0;
    return lead >= 0xE4 && lead <= 0xEE ? at : bs__gap_before(text, at);
}

// "54,764 (18.2)", "12.1 [10.3–13.9]": a number and another one, or an interval, in brackets behind
// it. (cell_beside.c)
bool bs__split_beside(bs_cell_value *out, bs_str text, bs_lang lang);
// "120 - 155": two numbers, the second the larger, with a dash between blanks. (cell_beside.c)
bool bs__split_range(bs_cell_value *out, bs_str text, bs_lang lang);

// `lang`, but of a text with letters of Korean, Chinese or Japanese among English ones theirs: a
// table of names in Latin letters has its heads and its caption in the language of the document.
// (text_lang.c)
bs_lang bs__lang_of_text(bs_str text, bs_lang lang);
// Whether a text has Latin letters only: it may be English, whatever stands beside it.
// (text_lang.c)
bool bs__may_be_english(bs_str text, bs_lang lang);

// bs_scan_cell for a cell without character references of HTML. (cell.c)
void bs__scan_plain_cell(bs_cell_value *out, bs_str text, bs_lang lang);
// True when nothing but marks and references to notes stands in `text` from `at`, which is behind a
// number; a mark of status sets that of `out`. (cell_mark.c)
bool bs__only_marks(bs_cell_value *out, bs_str text, size_t at);

// Whether a text names a term of business and nothing else: 前連結会計年度, "제32기 3분기".
// (time_term.c)
bool bs__is_term(bs_str text, bs_lang lang);
// bs_scan_time for a head that names a term and dates it in a bracket. (time_term.c)
bool bs__term_time(bs_time_text *out, bs_str text, bs_lang lang);

#endif
