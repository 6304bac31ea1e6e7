// SPDX-License-Identifier: GPL-3.0-or-later
// extract_internal.h: what the steps of bs_extract share.
//
// bs_extract walks the blocks once, in order. A frame carries what earlier blocks of the same
// section have said (period, status) to those that say nothing. Sentences are read by inline.c,
// tables by grid.c (what is where) and table.c (what it means); assemble.c names the series.
#ifndef BS_EXTRACT_EXTRACT_INTERNAL_H
#define BS_EXTRACT_EXTRACT_INTERNAL_H

#include "engine/extract/extract.h"
#include "engine/extract/joined.h"
#include "engine/extract/scan.h"
#include "engine/extract/words.h"

// What holds for a block unless the block says otherwise.
typedef struct bs__frame {
    bs_str heading;         // nearest heading above; empty at the start
    bool planned;           // it says that what stands below is a plan
    bs_period period;       // spoken of last in the section; BS_PERIOD_NONE
    bs_period reported;     // where `pinned`: what the section is about
    bs_value_status status; // of what the section speaks about
    bool period_stated;
    bool counted;          // the year of `period` has been told by a word that looks back
    bool pinned;           // `reported` stands in a title or heading: no text moves it
    bool leads_on;         // the passage before ends in "as follows:"
    uint16_t led_level;    // of the list item "2019:", which says when those behind it were; or 0
    uint16_t spoken_level; // of the list item that spoke of `period`; 0 for a paragraph
    bool several;          // more than one period has been stated since the heading
    bs_period under;      // a month without a year that an item of a list is about, for those below
    uint16_t under_level; // the level of that item; 0 for none
    bs_period after;      // the month without a year that the block `after_block` is about, for the
    uint32_t after_block; // line straight below it in its paragraph, or the next item of its list
    uint16_t after_level; // of that item; 0 for a paragraph
    bs_str lead;          // what the items below measure: "Sales by region:"; empty for none
    uint16_t lead_level;  // of the item that says so; 0 for a paragraph
} bs__frame;

// The period_rule of a quantity that no time around it dates.
extern const char bs__year_of_document[];

enum { HEADING_LEVEL_MAX = 8 };

// What an item of a list, or the paragraph or heading above it, says for those below it.
typedef struct bs__parent {
    bs_str text;  // NULL: there is none
    size_t first; // its quantities
    size_t end;
} bs__parent;

enum { BS__PARENT_LEVELS = 8 }; // the first is what stands above the list

typedef struct bs__job {
    bs_arena *arena;       // of the document, or of a section when its quantities are handed over
    bs_arena *kept;        // of the document
    bs_extract_take *take; // NULL: quantities and series are kept
    void *take_state;
    bs_arena scratch;       // for one passage; reset before the next
    BS_ARRAY(bs_str) units; // codes that have been met, in the arena
    const bs_source *source;
    bs_reading *out;
    bs__frame start;                    // what holds for the whole document: a time in its title
    bs_str path[HEADING_LEVEL_MAX + 1]; // the headings above, by level
    bool fiscal;                        // the time in its title is a part of a business year
    int business_month;                 // in which its business year begins; 0 where nobody tells
    int business_lag; // by how much the name of that year is more than the year it begins in; -1
                      // where nobody tells
    bs_period bracket_period; // of the earlier values that it prints in brackets, where it says so,
    int bracket_years;        // or how many years they lie back; 0
    bool one_subject;         // no headings but its title: one piece of news
    bs_str dollar;            // of a bare "$"; empty: that of the United States
    bool undated;             // nothing dates it, and it speaks of this year or the last somewhere
    bool adrift;      // has told the time by words that only its date, which it lacks, explains
    bs_str *headings; // of each block: the heading that it stands under; NULL when nothing is kept
    uint32_t table_count;
    bs_eras eras;                          // what the paper has named of them
    bool republic;                         // it counts the years of the Republic of China
    bs__parent parents[BS__PARENT_LEVELS]; // by level of a list; of what is handed over none
    bs_str list_unit; // of the list that is read, by the line above it; empty for none
    int list_power;
    bs_quantity told[2]; // the last measure that Korean text has told, of an amount and in percent
    bs_error *err;
} bs__job;

// A piece of text to read: a whole block, or a cell.
typedef struct bs__passage {
    bs_str text; // slice of the source, or of `joined`
    bs_lang lang;
    uint16_t level; // of a list item; 0 for other text
    uint32_t block;
    uint32_t table; // 0 outside tables
    uint32_t row;
    uint32_t col;
    bs_words words; // of the text, from bs__read_passage on
    bool title;     // heading or caption: a date in parentheses behind it is when it happened
    const bs__joined *joined; // NULL where the text is printed so, in one line
    size_t unit; // byte from which on it states a unit, whose numbers are no amounts; 0: none
} bs__passage;

// Reads a passage, appends its quantities and carries on *frame. (inline.c)
BS_CHECKED bs_status bs__read_passage(bs__job *job, bs__passage passage, bs__frame *frame);

// The same as if nobody had wrapped its lines or written characters as references; its numbers then
// stand where they are printed. (extract.c)
BS_CHECKED bs_status bs__read_joined(bs__job *job, bs__passage passage, bs__frame *frame);

// Remembers the unit that a block states for the list below it; and gives it to the one number of
// an item that prints none, quantities[first...]. (list_unit.c)
void bs__note_list_unit(bs__job *job, const bs_block *block);
void bs__share_list_unit(bs__job *job, const bs__passage *passage, size_t first);

// Pushes a quantity for one scanned item at its place; NULL when memory has run out. (inline.c)
bs_quantity *bs__push_item(bs__job *job, const bs__passage *passage, const bs_item *item);

// Indicator and subject of quantities[first...], all of this passage, from the words around them.
// (label.c)
void bs__label_quantities(bs__job *job, const bs__passage *passage, size_t first);

// Does a passage speak of a target, and not only of why something has moved: "because of lower
// targets"? (inline_status.c)
bool bs__speaks_of_aim(const bs__passage *passage);
// The status that a mark directly beside the number in [start, end) gives it: "15.0%(목표)",
// "0.80명(2025년 전망)", "전망치(0.8%)". Are all words for a target in the sentence of a number
// marks of others? Is a Korean number foretold: "1.9%로 전망된다"? (inline_status.c)
bool bs__status_marked(bs_value_status *out, const bs__passage *passage, size_t start, size_t end);
bool bs__aims_by_mark(const bs__passage *passage, size_t start, size_t end);
// Is a Korean number held against an aim, "목표 5조원의 48.6%"?
bool bs__is_beside_aim(const bs__passage *passage, size_t start, size_t end);
// "总销量将增至3475万辆": does the clause in front of the number say what will be?
bool bs__will_be_in_chinese(const bs__passage *passage, size_t start);
bool bs__foretold_in_korean(const bs__passage *passage, size_t start, size_t end);
bool bs__foretold_in_english(const bs__passage *passage, size_t start, size_t end);
// "Economists had forecast a drop of 0.3%": what did not come, but for "more than they had expected
// in May", which did.
bool bs__was_foretold_in_english(const bs__passage *passage, size_t start, size_t end);
// Does the clause of an English number say that it has come true, "£18m has been delivered to
// date"?
bool bs__has_come_already(const bs__passage *passage, size_t start, size_t end);
// "since the series began in 1872 and 3% above": four bare digits behind "in" are a year, though
// one that is too early to stand alone elsewhere. (inline_parts.c)
bool bs__is_early_year(bs_str text, const bs_item *item);
// Gives the bare numbers in the parenthesis behind an amount its unit where they add up to it:
// "342억원(국비 168, 도비 52, 시비 122)". (inline_parts.c)
void bs__share_sums(bs_quantity *quantities, const bs_item_array *items, bs_str text);
// Notes the line that leads to items below it, whose quantities begin at `first`; gives those of an
// item below what it says that they measure. (label_lead.c)
void bs__label_note_lead(const bs__job *job, const bs__passage *passage, size_t first,
                         bs__frame *frame);
void bs__label_of_lead(bs__job *job, const bs__passage *passage, size_t first,
                       const bs__frame *frame);
// Gives the members of a list the unit that is printed once. (inline_list.c)
void bs__share_unit_of_lists(bs_quantity *quantities, const bs_item_array *items,
                             const bs__passage *passage);
// Gives a part of an English whole its counter and its name. (label_out_of.c)
void bs__label_out_of(bs__job *job, const bs__passage *passage, size_t first);
// Gives an English amount the unit that stands with what it is held against.
void bs__share_base_unit(bs_quantity *quantities, const bs_item_array *items,
                         const bs__passage *passage);
// Then those of lists that say once what all their members measure. (label_list.c)
void bs__label_lists(bs__job *job, const bs__passage *passage, size_t first);
// "由5230亿元增至5614亿元，增长7.3%", "较上年末的95.2%下跌1.7个百分点": a change of what has got
// its name since. (label_list.c)
void bs__label_details(bs__job *job, size_t first);
// Chinese: parts of two wholes that have one name get that of their whole for a subject.
// (label_part.c)
void bs__label_parts(bs__job *job, const bs__passage *passage, size_t first);

// Chinese: what a sentence, or the item of a list, has set for its numbers: the measure of names
// that say none, the answers of a poll and what was asked. (label_setting.c)
void bs__label_settings(bs__job *job, const bs__passage *passage, size_t first);

// From January, or the first quarter or half, to `last`, which is one; else `last`.
// (moment_running.c)
bs_period bs__since_january(bs_period last);

// Gives the members of "A, B and C were 1, 2 and 3 respectively" their names as subjects.
// (distribute.c)
void bs__distribute(bs__job *job, const bs__passage *passage, size_t first);

// Japanese: tells apart what has one name and is two things: real and nominal, by head, of men and
// of women, a share or a contribution in parentheses. (label_facet.c)
void bs__label_facets(bs__job *job, const bs__passage *passage, size_t first);

// Korean: who does something with an amount, or has a measure, is the subject, and what is done or
// measured the indicator. (label_actor.c)
void bs__label_actors(bs__job *job, const bs__passage *passage, size_t first);

// Korean: a clause about another thing has the measure of the one before, "주택 부문 매출은 5조원,
// 플랜트 부문은 3조원". (label_sibling.c)
void bs__label_siblings(bs__job *job, const bs__passage *passage, size_t first);
// Korean: items that are only a number leave its measure to the heading above. (label_heading.c)
void bs__label_under_heading(bs__job *job, const bs__passage *passage, size_t first);
// "盈利1.2亿元，上年同期亏损3,200万元": a Chinese loss held against a profit, by the name in front
// of it. (label_settle.c)
void bs__label_turns(bs__job *job, const bs__passage *passage, size_t first);
// Says in the name of a balance that it is a deficit, where a word beside the number does.
// (label_deficit.c)
void bs__label_deficits(bs__job *job, const bs__passage *passage, size_t first);

// A passage begins: those of its level and below do not stand above the next ones any more. Then
// Korean items that only name what their numbers are of get the measure of the item above: "수출은
// 247억 달러" over "- 반도체 152억 달러". (label_parent.c)
void bs__enter_passage(bs__job *job, const bs__passage *passage);
void bs__label_below(bs__job *job, const bs__passage *passage, size_t first);

// Japanese: gives numbers that name only who, where or which kind what was measured of those, as
// the topic of their sentence, a number before them or what they are under tells it.
// (label_member.c)
void bs__label_members(bs__job *job, const bs__passage *passage, size_t first);
// Names Chinese rates by the thing that comes next: "；其次为食品，上升4%". (label_spread.c)
void bs__label_next_things(bs__job *job, const bs__passage *passage, size_t first);

// Gives the bare numbers behind "name (unit):" that unit and name. (head_unit.c)
void bs__share_head(bs__job *job, const bs__passage *passage);

// Reads `table_count` tables that are one table in pieces. (table.c)
typedef struct bs__table_context {
    const bs_block *const *tables; // the pieces, each with its block
    const uint32_t *blocks;        // their numbers
    size_t table_count;
    bs_str caption; // its title, without brackets and unit; the section's heading when it has none
    const bs_str *near; // captions, unit lines and notes beside it
    size_t near_count;
    size_t above_count; // of those, above the table: they stand first
    bs__frame frame;
} bs__table_context;
BS_CHECKED bs_status bs__read_tables(bs__job *job, const bs__table_context *context);

// Turns what sentences say into series and gives every series its key. (assemble.c)
BS_CHECKED bs_status bs__assemble(bs__job *job);

// Is the block nothing but the number of a page? (page_number.c)
bool bs__is_page_number(const bs_document *document, size_t index);

// "embargoed until ...", "배포: ...": a line of the head that says when the paper may be used.
bool bs__is_dispatch(bs_str text);
bool bs__is_sentence(bs_str line);
// The time in the title of the document holds wherever no other is said. (title_time.c)
BS_CHECKED bs_status bs__read_title(bs__job *job);

// In which month does the business year begin that the document speaks of? Told by its first lines
// ("2분기(7~9월)", "second quarter ended 30 September", "3월 결산"). (business_year.c)
BS_CHECKED bs_status bs__find_business_year(bs__job *job);
// The months of the half or quarter `item` that the last day of which, `next`, stands behind: "its
// second quarter ended 26 October 2025". False where no year is printed with that.
bool bs__part_ended(bs_period *out, bs_str text, const bs_item *item, const bs_item *next);
// The months of the half or quarter `item` of a business year that is printed with it, where the
// document says when that begins; false for others.
bool bs__business_part(bs_period *out, const bs__job *job, const bs_item *item);
// "first nine months of fiscal 2025": the months from the beginning of such a year.
bool bs__business_months(bs_period *out, const bs__job *job, const bs_item *item);
// Those of a half or quarter without a year: the last that has ended when the document speaks, or
// the first that has not where its sentence looks `ahead`.
bool bs__business_part_near(bs_period *out, const bs__job *job, const bs_item *item, bool ahead);
// The code of the dollar that a bare "$" of an English paper is; empty for that of the United
// States. (home_dollar.c)
bs_str bs__home_dollar(bs_str text);
// The unit of an item of a text, in that dollar where it is printed with a bare sign; a unit in it,
// where it is printed with a bare sign or word.
bs_str bs__unit_of_item(const bs__job *job, const bs__passage *passage, const bs_item *item);
bs_str bs__in_home_dollar(const bs__job *job, bs_str unit, bs_str printed);

// Dates a document by the part of a year in its title, where neither prints a year. (title_year.c)
BS_CHECKED bs_status bs__title_year(bs__job *job);

// The block that bears the title of a page once more, where its matter begins behind the
// navigation; 0 where none does. Does a day stand between such texts that its line says when news
// came out: a weekday in front, and the time of the day behind? (meta_page.c)
size_t bs__matter_top(const bs_document *document);
bool bs__is_clocked(bs_str before, bs_str after);
// "LISBON, March 4, 2026 (Lusa) - ...", "Nov 17, 2012 (LBO) - ...": does a date between such texts
// stand with a place or the name of an agency in front of the dash that news begins behind? A lone
// hyphen is one only behind these. (meta.c)
bool bs__is_dateline(bs_str before, bs_str after);

// Dates a document by the day that ends a line of its English head, or on which a Chinese paragraph
// says that it is told. (meta_closing.c)
bool bs__closing_date(bs_source *source, bs_arena *arena, const bs_block *block);
bool bs__signing_date(bs_source *source, bs_arena *arena, const bs_block *block);
bool bs__announced_in_chinese(bs_source *source, bs_arena *arena, const bs_block *block);

// Dates a document by the day in a line that counts its issues. (meta_issue.c)
bool bs__issue_date(bs_source *source, bs_arena *arena, const bs_block *block);

// Cuts the next piece of a line at '|', a tab, a colon or a newline. (meta.c)
bool bs__next_piece(bs_str *rest, bs_str *piece);
// The title, where `source` has none; it stays empty in a paper without one. (meta_title.c)
void bs__find_title(bs_source *source, bs_arena *arena, const bs_document *document);

// Language, title, publisher and date of the document. (meta.c)
void bs__read_meta(bs_source *source, bs_arena *arena, const bs_document *document,
                   const bs_extract_options *options);

static inline bs_status bs__no_memory(bs_error *err)
{
    return bs_fail(err, BS_E_MEMORY, "out of memory");
}

// A caption or heading without the brackets around it, the unit that it ends in and a mark of
// continuation; references of HTML are what they stand for. A slice of `text` or in the arena.
// (caption.c)
bs_str bs__clean_caption(bs__job *job, bs_str text, bs_lang lang);
// A title without the number of its table: "Table 3.1 Energy use". (caption.c)
bs_str bs__behind_table_number(bs_str text);

#endif
