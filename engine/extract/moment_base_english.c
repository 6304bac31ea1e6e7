// SPDX-License-Identifier: GPL-3.0-or-later
// What the English words around a time say of it: is it a base, "than in 2022", or a time, "At its
// peak in 2012"?
#include "engine/extract/moment_internal.h"
#include "engine/extract/words.h"

static bool is_english_level(bs_str after, bs_str front, bs_str phrase, bs_str time)
{
    // "down from its 2019 level", "104 percent of the 2017 average"; but "In the second quarter of
    // 2025 total output was".
    bool article = front.len < bs_str_trim(phrase).len && !bs_str_has_any(time, " of ");
    bool level = article || bs_list_ends(front, " from| than| over| to| with| against| of");
    // "in the third quarter averaged 214": a verb.
    static const char verbs[] = "levelled|leveled|peaked|averaged|based|higher|lower|totalled|"
                                "totaled|recorded|recording|averaging|totalling|totaling";
    return level && !bs_list_starts(after, verbs) &&
           bs_list_starts(after, "level|peak|average|base|high|low|trough|total|record");
}

// "At its peak in 2012 the workforce numbered ...", "At its 2012 peak, ...": a sentence, or a
// clause behind a comma, that opens so goes on with that time.
static bool opens_at_peak(bs_str phrase, bs_str after)
{
    static const char peaks[] = "At its peak in|At their peak in|At the peak in|At its height in|"
                                "At their height in|At the height in|At its low in|"
                                "At its trough in|At its start in";
    if (bs_list_ends(phrase, peaks)) return true;
    return bs_list_ends(phrase, "At its|At their|At the") &&
           bs_list_starts(after, "peak|height|high|low|trough");
}

// "grew by 1.4 percent from 2015 to 2025": how long that took.
static bool is_run(bs_str front, bs_str text, const bs_item *item)
{
    bool span = item->to.year > 0 || item->to.month > 0;
    return span && bs_list_ends(front, " from") &&
           bs_str_find(bs_str_slice(text, item->start, item->end), BS_STR(" to "), 0) != SIZE_MAX;
}

// "higher than the rate in 2016", "compared with the figure recorded in 2015": a few words and no
// number between what holds against and the time.
static bool is_of_base(bs_str phrase)
{
    enum { WORDS_BYTES = 48 };
    if (!bs_list_ends(phrase, " in| for| of| during")) return false;
    bs_str words =
        bs_str_slice(phrase, phrase.len > WORDS_BYTES ? phrase.len - WORDS_BYTES : 0, phrase.len);
    bs_str behind = bs_str_behind_last(
        words, " than |ompared with |ompared to |similar to |in line with |matching |"
               "unchanged from |over the comparable |");
    if (behind.len == words.len) return false;
    for (size_t i = 0; i < behind.len; i++) {
        if (strchr(",;:.()%$", behind.ptr[i]) || (behind.ptr[i] >= '0' && behind.ptr[i] <= '9'))
            return false;
    }
    return true;
}

size_t bs__same_part_len(bs_str before)
{
    static const char links[] = " in| of| for";
    static const char parts[] =
        " period| quarter| month| half| week| time| six months| nine months|"
        " three months| weeks| season";
    static const char sames[] = "the same|the corresponding|the comparable|the equivalent|the like|"
                                "same|corresponding|comparable";
    // "than in the same period of 2011", "on the comparable period 2011"
    bs_str rest = bs_str_slice(before, 0, before.len - bs_str_longest_end(before, links).len);
    bs_str part = bs_str_longest_end(rest, parts);
    rest.len -= part.len;
    bs_str same = part.len > 0 ? bs_str_longest_end(rest, sames) : (bs_str){0};
    return same.len > 0 ? before.len - (rest.len - same.len) : 0;
}

// "Comparing 2005 with 2004, ...": the second is the base.
static bool is_compared(bs_str front)
{
    enum { REACH_BYTES = 60 };
    if (!bs_list_ends(front, " with| to")) return false;
    bs_str words = bs_str_behind_last(bs_str_tail(front, REACH_BYTES), ". |, ");
    return bs_list_starts(words, "Comparing |comparing ");
}

// "a record since the data became available in 1999": since what happened then. Behind a comma the
// word gives a cause.
static bool is_since_what_happened(bs_str front)
{
    enum { REACH_BYTES = 72 };
    if (!bs_list_ends(front, " in")) return false;
    bs_str near = bs_str_tail(front, REACH_BYTES);
    bs_str words = bs_str_behind_last(near, " since ");
    if (words.len == near.len || bs_str_has_any(words, ",|.|;|(|:")) return false;
    bs_str before = bs_str_slice(near, 0, (size_t)(words.ptr - near.ptr) - strlen(" since "));
    return before.len > 0 && !bs_list_ends(before, ",|and|but");
}

bs__verdict bs__english_verdict(const bs_item *item, bs_str after, bs_str text)
{
    static const char fronts[] =
        "than in|than in the|than at|than for|above|below|since|"
        "began in|level in|levels in|level of|weeks to|days to|peak in|low in|high in|trough in|"
        "rate of|share of|figure of|compared with|compared to|consistent with|in line with|"
        "similar to|unchanged from";
    static const char rates[] = "% on|percent on|per cent on|points on|up on|down on";
    // "since April 2011, when the deficit was ...": the text goes on with that time.
    if (bs_list_starts(after, ", when |when ")) return BS__VERDICT_TIME;
    bs_str phrase = bs_str_trim(bs_str_slice(text, 0, item->start));
    bs_str front = bs__without_article(bs__without_phase(phrase));
    if (opens_at_peak(phrase, after) || is_run(front, text, item)) return BS__VERDICT_TIME;
    if (bs_list_ends(front, fronts) || bs__same_part_len(front) > 0 || is_of_base(phrase) ||
        is_compared(front) || is_since_what_happened(front))
        return BS__VERDICT_BASE;
    // "0.5p on June": no month is a time on which something is.
    bool part = item->from.day == 0 && (item->from.month > 0 || item->from.quarter > 0);
    if (part && bs_list_ends(front, " on")) return BS__VERDICT_BASE;
    // "down 2% from the fourth quarter of 2024"
    bool point = item->to.year == 0 && item->to.month == 0;
    if (point && bs_list_ends(front, "% from|percent from|per cent from|points from"))
        return BS__VERDICT_BASE;
    bs_str time = bs_str_slice(text, item->start, item->end);
    if (is_english_level(after, front, phrase, time)) return BS__VERDICT_BASE;
    // "+8.2% on 2022", "104 percent of its 2017 average".
    bool year = item->kind == BS_KIND_YEAR && item->to.year == 0;
    if (bs_list_ends(front, year ? " on" : rates)) return BS__VERDICT_BASE;
    // "the average of 2015-19", "over 2015-19": what spans years is no base by its own.
    bool span = item->to.year > 0;
    if (span && bs_list_ends(front, "average of|mean of|average for|average in"))
        return BS__VERDICT_BASE;
    if (span && bs_list_ends(front, " over")) return BS__VERDICT_TIME;
    // "From April to June 2023 sales were": a span at the head of a sentence.
    // "in the quarter from July to September 2024"
    static const char terms[] = "From|quarter from|period from|months from|half from|year from";
    return item->to.month > 0 && bs_list_ends(front, terms) ? BS__VERDICT_TIME : BS__VERDICT_OPEN;
}

bool bs__opens_with_dateline(const bs__moments *moments)
{
    const bs_item_array *items = moments->items;
    const bs_item *item = &items->items[0];
    if (moments->passage->lang != BS_LANG_EN || item->from.day == 0 || item->from.year == 0)
        return false;
    bs_str text = moments->passage->text, before = bs_str_trim(bs_str_slice(text, 0, item->start));
    bs_str rest = bs_str_slice(text, item->end, text.len);
    if (bs__is_dateline(before, bs_str_trim(rest))) return true;
    bool opens = before.len == 0 && rest.len > 1 && rest.ptr[0] == ' ' && rest.ptr[1] >= 'A' &&
                 rest.ptr[1] <= 'Z';
    size_t end = opens ? bs__sentence_end(text, item->end) : 0;
    for (size_t i = 1; i < items->count && items->items[i].start < end; i++) {
        const bs_when *from = &items->items[i].from;
        bool part = from->quarter > 0 || from->half > 0 || from->month > 0 || from->year > 0;
        if (bs__is_time_item(&items->items[i]) && from->day == 0 && part) return true;
    }
    return false;
}
