// SPDX-License-Identifier: GPL-3.0-or-later
// English phrases between a number and the words that say what it is held against, or when it was:
// "down from its peak of 7.8%", "after a 3% drop in 2022", "than the 14 tonnes brought in last
// year".
#include "engine/extract/moment_internal.h"
#include "engine/extract/role.h"
#include "engine/extract/words.h"

bs_str bs__without_article(bs_str before)
{
    static const bs_str articles[] = {
        BS_STR_INIT(" the"),    BS_STR_INIT(" a"),      BS_STR_INIT(" an"),
        BS_STR_INIT(" its"),    BS_STR_INIT(" their"),  BS_STR_INIT(" revised"),
        BS_STR_INIT(" about"),  BS_STR_INIT(" around"), BS_STR_INIT(" roughly"),
        BS_STR_INIT(" nearly"), BS_STR_INIT(" almost"), BS_STR_INIT(" just"),
        BS_STR_INIT(" only"),   BS_STR_INIT(" some"),   BS_STR_INIT(" approximately")};
    before = bs_str_trim(before);
    for (size_t i = 0; i < BS_COUNT(articles); i++) {
        if (bs_str_ends(before, articles[i]))
            return bs_str_slice(before, 0, before.len - articles[i].len);
    }
    return before;
}

bs_str bs__held_against(bs_str text, size_t number_start)
{
    enum { PHRASE_BYTES_MAX = 40 };
    static const char nouns[] =
        " peak of| high of| low of| trough of| record of| rise of| fall of| increase of|"
        " decrease of| gain of| decline of| drop of| loss of| growth of| deficit of| surplus of|"
        " level of| rate of| average of| total of| estimate of| reading of| figure of|"
        " profit of| expansion of| contraction of| reduction of| jump of| maximum of| minimum of|"
        " income of";
    static const char bare[] = " growth of| losses of| gains of| increases of| declines of";
    bs_str before = bs__without_article(bs_str_slice(text, 0, number_start));
    if (!bs_list_ends(before, nouns) && !bs_list_ends(before, bare)) return before;
    size_t low = before.len > PHRASE_BYTES_MAX ? before.len - PHRASE_BYTES_MAX : 0;
    for (size_t at = before.len; at-- > low;) {
        if (strchr(",;:.()", before.ptr[at]) || (before.ptr[at] >= '0' && before.ptr[at] <= '9'))
            break;
        bs_str front = bs_str_slice(before, 0, at);
        bool blank = before.ptr[at] == ' ';
        if (blank && bs_list_ends(front, " a| an| the| its| their"))
            return bs__without_article(front);
        // "compared to net income of $68 million"
        if (blank && bs_list_ends(front, "ompared to|ompared with| versus| against")) return front;
    }
    if (!bs_list_ends(before, bare)) return before;
    before.len -= strlen(" of");
    return bs_str_trim(bs_str_slice(before, 0, before.len - bs_str_behind_last(before, " ").len));
}

bool bs__is_held_against(bs_str front)
{
    return bs_list_ends(front, " from|From| with| against|Against| than|Than| versus| vs| vs.|"
                               " after|After| following|Following| since| below| above") ||
           bs_list_ends(front, " compared to");
}

// "0.2-percent advance a month earlier", "a 3% drop in": behind the noun of a change.
bs_str bs__without_change(bs_str between)
{
    static const char nouns[] =
        "advance|rise|increase|gain|decline|fall|drop|decrease|growth|loss|reduction|jump|"
        "expansion|contraction|pickup|dip|slide|surge|climb|slump|deficit|surplus|growth rate|"
        "rate|recorded|revised|average|peak|high|low";
    size_t blank = bs_str_find(between, BS_STR(" "), 0);
    bs_str word = bs_str_slice(between, 0, blank);
    bool noun = bs_list_starts(word, nouns) && bs_list_ends(word, nouns);
    if (!noun) return between;
    return bs_str_trim(bs_str_slice(between, word.len, between.len));
}

bs_str bs__without_held_noun(bs_str text, size_t number_start, bs_str between)
{
    enum { NOUN_BYTES_MAX = 48 };
    static const char links[] = " in| in the| for| for the| during| at| recorded in| at the end of";
    if (between.len == 0 || between.len > NOUN_BYTES_MAX) return between;
    for (size_t i = 0; i < between.len; i++) {
        char byte = between.ptr[i];
        if (strchr(",;:.()", byte) || (byte >= '0' && byte <= '9')) return between;
    }
    if (!bs__is_held_against(bs__held_against(text, number_start))) return between;
    if (!bs_list_ends(between, links)) return bs_str_slice(between, between.len, between.len);
    return bs_list_ends(between, "the") ? BS_STR("in the") : BS_STR("in");
}

// Is a word of `words`, or one that goes on behind it, in the text?
static bool names_price(bs_str text)
{
    static const char words[] =
        "price|Price|rents |Rents |index|inflation|Inflation| pay |wages |Wages |CPI|"
        "average earnings| rent ";
    return bs_str_has_any(text, words);
}

bool bs__is_of_rate(const bs__moments *moments, size_t index, const bs__moment *made)
{
    enum { MONTHS = 12 };
    bs_str text = moments->passage->text;
    const bs_item *item = &moments->items->items[index];
    bool may = moments->passage->lang == BS_LANG_EN && index > 0 && made->frame &&
               made->period.frequency == BS_FREQUENCY_MONTH &&
               made->period.last - made->period.first + 1 == MONTHS &&
               bs_list_starts(bs_str_slice(text, item->start, item->end), "year |12 |twelve ") &&
               item[-1].kind == BS_KIND_PERCENT && bs__is_bound_behind(text, item - 1, made);
    return may && names_price(bs_str_slice(text, bs_role__start_before(text, 0, item[-1].start),
                                           item[-1].start));
}

bs_period bs__last_month(bs_period months)
{
    return (bs_period){BS_FREQUENCY_MONTH, months.last, months.last};
}

// The text in front of a number, without an article: "than the 135.5 TWh".
static bs_str held_against(const bs__moments *moments, const bs_item *number)
{
    bs_str text = moments->passage->text;
    if (moments->passage->lang == BS_LANG_EN) return bs__held_against(text, number->start);
    return bs_str_trim(bs_str_slice(text, 0, number->start));
}

// "$268 million, or $0.92 per share, in": the number in front that the same is said of.
static const bs_item *first_of_pair(const bs__moments *moments, const bs_item *number)
{
    if (number == moments->items->items || bs__is_time_item(number - 1)) return number;
    bs_str between =
        bs_str_trim(bs_str_slice(moments->passage->text, number[-1].end, number->start));
    bool pair = bs_str_equal(between, BS_STR(", or")) || bs_str_equal(between, BS_STR("or")) ||
                bs_str_equal(between, BS_STR("and"));
    return pair ? number - 1 : number;
}

bs_period bs__day_written(const bs__job *job)
{
    bs_period written = bs__time_of_writing(job);
    bool day = written.frequency == BS_FREQUENCY_DAY && !bs_period_is_span(written);
    return day ? written : job->source->published;
}

bool bs__looks_back(const bs__moments *moments, size_t item, const bs__moment *made)
{
    if (item == 0) return false;
    bs_str text = moments->passage->text;
    const bs_item *number = &moments->items->items[item - 1];
    bool english = moments->passage->lang == BS_LANG_EN;
    if (!bs__is_bound_behind(text, number, made) || !bs__reaches(made, number->start)) return false;
    bs_str front = held_against(moments, english ? first_of_pair(moments, number) : number);
    if (bs_list_ends(front, "from|with|against|than| half| twice| double")) return true;
    if (english && bs_list_ends(front, " below| above| versus| vs| vs.")) return true;
    if (english && bs_list_ends(front, " since")) return true;
    if (english && bs__is_behind_after(front)) return true;
    // "against 10% in 2021 and 8% in 2018": so does one that is joined to another.
    const bs__moment *last =
        moments->all.count > 0 ? &moments->all.items[moments->all.count - 1] : NULL;
    bool joined = last != NULL && last->bound && last->end <= number->start && english &&
                  bs_list_ends(held_against(moments, number), " and|, and");
    if (joined && bs_str_slice(text, last->end, number->start).len <= strlen(", and the "))
        return true;
    const bs__moment *report = bs__last_report(moments);
    bool apart = english && report != NULL && bs__sentence_end(text, report->start) < made->start;
    return !apart && report != NULL && bs__is_before(made->period, report->period);
}

void bs__end_relative(const bs__moments *moments, bs__moment *made)
{
    bs_str text = moments->passage->text;
    bool may = moments->passage->lang == BS_LANG_EN && made->frame && !made->bound &&
               made->scope == SIZE_MAX && made->end < text.len && text.ptr[made->end] == ',';
    if (!may) return;
    size_t start = bs_role__start_before(text, 0, made->start);
    bs_str before = bs_str_slice(text, start, made->start);
    bs_str clause = bs_str_behind_last(before, ",");
    bool relative = clause.len < before.len && bs_list_starts(clause, " which | who | whose ");
    if (!relative) return;
    made->scope = made->start - clause.len;
    made->scope_end = made->end;
}

bool bs__is_compared(const bs__moments *moments, size_t next_item, const bs__moment *made)
{
    if (next_item == 0) return false;
    bs_str text = moments->passage->text;
    const bs_item *number = &moments->items->items[next_item - 1];
    return bs__is_bound_behind(text, number, made) &&
           bs_list_ends(held_against(moments, first_of_pair(moments, number)),
                        "from|with|against|than|versus|vs|vs.|compared to|relative to|after|"
                        "following|since");
}

bool bs__is_of_cause(bs_str between)
{
    static const char words[] =
        ", following |, after |, as |, because |, reflecting |, due to |, amid |"
        ", despite |, when |, of which ";
    return bs_str_has_any(between, words);
}

bs_period bs__month_of_basis(const bs__passage *passage, const bs_item *item, bs_period period)
{
    bool span = passage->lang == BS_LANG_EN && period.frequency == BS_FREQUENCY_MONTH &&
                bs_period_is_span(period);
    bs_str after = bs_str_slice(passage->text, item->end, passage->text.len);
    bool month = span && bs_list_starts(after, " over the month| on the month| month on month|"
                                               " from the previous month| month-on-month|"
                                               " on a month earlier| from a month earlier");
    return month ? bs__last_month(period) : period;
}
