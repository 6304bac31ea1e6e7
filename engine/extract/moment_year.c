// SPDX-License-Identifier: GPL-3.0-or-later
// Years that English does not print beside a part of a year: the one that ends a list, that of its
// section, that of a base, which lies before what is held against it; years that hold for a clause.
#include "engine/extract/moment_internal.h"
#include "engine/extract/role.h"
#include "engine/extract/words.h"

enum { MONTHS_AHEAD_MAX = 4 }; // a month further ahead has not been reported yet

static bool is_joint(bs_str between)
{
    static const char joints[] = ",|and|, and|;";
    between = bs_str_trim(between);
    return bs_list_is(between, joints);
}

static bool is_preposition(bs_str between)
{
    static const char words[] = "in|in the|for|for the|during|during the";
    between = bs_str_trim(between);
    return bs_list_is(between, words);
}

// Is `next` a later part of its year than `item`, and of the same kind?
static bool goes_forward(const bs_item *item, const bs_item *next)
{
    const bs_when *a = &item->from, *b = &next->from;
    if (next->to.year > 0 || next->to.month > 0 || a->day > 0 || b->day > 0) return false;
    if (a->quarter > 0 || b->quarter > 0) return a->quarter > 0 && b->quarter > a->quarter;
    if (a->half > 0 || b->half > 0) return a->half > 0 && b->half > a->half;
    return a->month > 0 && b->month > a->month;
}

// "£178 in August, against £186 in July and £174 in August 2023": the year tells the last part from
// the one that is reported.
static bool is_contrast(const bs_item *first, size_t index, const bs_item *last)
{
    for (size_t i = 0; i < index; i++) {
        const bs_when *part = &first[i].from;
        bool same = part->month == last->from.month && part->quarter == last->from.quarter &&
                    part->half == last->from.half;
        if (bs__is_time_item(&first[i]) && part->year == 0 && same) return true;
    }
    return false;
}

int bs__year_of_quarters(const bs__moments *moments, size_t index)
{
    enum { MONTH_LAST = 3, QUARTERS = 4 };
    bs_period now = moments->job->source->published;
    if (moments->passage->lang != BS_LANG_ZH || bs_period_is_none(now)) return 0;
    if (now.frequency == BS_FREQUENCY_ANNUAL || bs_period_start(now).month > MONTH_LAST) return 0;
    const bs_item *first = &moments->items->items[0], *last = first + moments->items->count;
    const bs_item *item = first + index;
    if (item->from.quarter == 0) return 0;
    bs_str text = moments->passage->text;
    size_t stop = bs__sentence_end(text, item->end);
    if (bs_word_in(bs_str_slice(text, item->end, stop), BS_MEANS_FORECAST)) return 0;
    for (const bs_item *next = item + 1; next < last && next->start < stop; next++) {
        if (!bs__is_time_item(next)) continue;
        if (next->from.year > 0 || next->from.quarter != item->from.quarter + 1) return 0;
        item = next;
    }
    bool row = item > first + index && item->from.quarter == QUARTERS;
    return row ? bs_period_year_of(now) - 1 : 0;
}

int bs__listed_year(const bs__moments *moments, size_t index)
{
    enum { LOOKED_AT_MAX = 24 };
    const bs_item *first = &moments->items->items[0], *last = first + moments->items->count;
    const bs_item *item = first + index, *next = item + 1;
    bs_str text = moments->passage->text;
    if (moments->passage->lang != BS_LANG_EN) return 0;
    for (; next < last && next < first + index + LOOKED_AT_MAX; next++) {
        bool number = !bs__is_time_item(next);
        if (!is_joint(bs_str_slice(text, item->end, next->start))) return 0;
        if (number && next + 1 == last) return 0;
        if (number && !is_preposition(bs_str_slice(text, next->end, next[1].start))) return 0;
        next += number;
        if (!bs__is_time_item(next) || !goes_forward(item, next)) return 0;
        if (next->from.year > 0) return is_contrast(first, index, next) ? 0 : next->from.year;
        item = next;
    }
    return 0;
}

bool bs__is_behind_after(bs_str before)
{
    enum { AFTER_BYTES_MAX = 32 };
    static const bs_str words[] = {BS_STR_INIT(" after "), BS_STR_INIT(" following ")};
    bs_str near = before.len > AFTER_BYTES_MAX
                      ? bs_str_slice(before, before.len - AFTER_BYTES_MAX, before.len)
                      : before;
    for (size_t i = 0; i < BS_COUNT(words); i++) {
        size_t at = bs_str_find(near, words[i], 0);
        if (bs_str_equal(bs_str_trim(bs_str_behind_last(near, " ")), bs_str_trim(words[i])))
            return true;
        if (at != SIZE_MAX && memchr(near.ptr + at, ',', near.len - at) == NULL) return true;
    }
    return false;
}

void bs__put_base_before(const bs__moments *moments, const bs__frame *frame, const bs_item *item,
                         bs__moment *made)
{
    bool part = moments->passage->lang == BS_LANG_EN && made->bound && item->from.year == 0 &&
                bs__is_part_of_year(made->period);
    if (!part) return;
    bs_period reported = bs__reported_period(moments, frame);
    bool alike = bs__is_part_of_year(reported) && !bs_period_is_span(reported) &&
                 reported.frequency == made->period.frequency;
    if (!alike || bs_period_compare(made->period, reported) <= 0) return;
    made->period = bs_period_offset_years(made->period, -1);
}

bool bs__is_of_this_year(const bs__moments *moments, const bs_item *item, bs_date named)
{
    enum { MONTHS_BACK_MAX = 2, MONTHS_BETWEEN_MIN = 6 };
    bs_date now = bs_period_end(moments->job->source->published);
    int back = now.month - item->from.month;
    bool turned = named.year == now.year - 1 && // December, then January
                  named.month - item->from.month >= MONTHS_BETWEEN_MIN;
    return turned && now.year > 0 && item->from.month > 0 && item->to.month == 0 && back >= 0 &&
           back <= MONTHS_BACK_MAX;
}

int bs__recent_year(const bs__moments *moments, const bs_item *item)
{
    enum { MONTHS = 12, MONTHS_BACK_MAX = 3, QUARTER = 3, HALF = 6, MONTHS_AHEAD = 3 };
    bs_period written = bs__time_of_writing(moments->job);
    bs_date now = bs_period_end(written);
    bool single = !bs_period_is_span(written) && (written.frequency == BS_FREQUENCY_MONTH ||
                                                  written.frequency == BS_FREQUENCY_DAY);
    bool may = moments->passage->lang == BS_LANG_EN && single && !moments->job->fiscal &&
               item->from.day == 0 && item->to.year == 0;
    int month = item->to.month > 0 ? item->to.month : item->from.month;
    if (item->from.quarter > 0) month = (item->from.quarter - 1) * QUARTER + 1;
    if (item->from.half > 0) month = (item->from.half - 1) * HALF + 1;
    if (!may || month == 0) return 0;
    bool ahead = month > now.month, part = item->from.month == 0;
    int back = now.month - month + (ahead ? MONTHS : 0);
    if (back <= MONTHS_BACK_MAX && !part) return now.year - ahead;
    bs_str text = moments->passage->text;
    bs_str sentence = bs_str_slice(text, bs_role__start_before(text, 0, item->start),
                                   bs__sentence_end(text, item->end));
    bool foreseen = bs_words_in(&moments->passage->words, sentence, BS_MEANS_FORECAST) ||
                    bs_words_in(&moments->passage->words, sentence, BS_MEANS_TARGET) ||
                    bs_str_find(sentence, BS_STR(" will "), 0) != SIZE_MAX;
    // What lies a little ahead is either; no month so long ago goes without its year.
    return ahead && !foreseen && back < MONTHS - MONTHS_AHEAD ? now.year - 1 : 0;
}

int bs__stated_year(const bs__moments *moments, const bs_item *item, const bs__frame *frame)
{
    if (!frame->period_stated) return 0;
    int first = bs_period_year_of(frame->period);
    bool month = frame->period.frequency == BS_FREQUENCY_MONTH;
    bool months = moments->passage->lang == BS_LANG_EN && month;
    // December in a report on January is that before it.
    int ahead = item->from.month > 0 && item->to.month == 0 && !bs_period_is_span(frame->period)
                    ? item->from.month - bs_period_start(frame->period).month
                    : 0;
    if (month && ahead > MONTHS_AHEAD_MAX) return first - 1;
    if (!months || !bs_period_is_span(frame->period)) return first;
    bs_date from = bs_period_start(frame->period), to = bs_period_end(frame->period);
    bool part = item->from.quarter > 0 || item->from.half > 0;
    return part || item->from.month < from.month ? to.year : first;
}

bool bs__reports_year_of_months(const bs__moments *moments, const bs__frame *frame)
{
    enum { MONTHS = 12 };
    bs_period reported = bs__reported_period(moments, frame);
    return reported.frequency == BS_FREQUENCY_MONTH && reported.last - reported.first + 1 == MONTHS;
}

void bs__end_when(const bs__moments *moments, bs__moment *made)
{
    bs_str text = moments->passage->text;
    bool may = made->frame && made->scope == SIZE_MAX && made->start > 0 &&
               moments->passage->lang == BS_LANG_EN &&
               bs_list_starts(bs_str_slice(text, made->end, text.len), ", when ");
    bs_str front = may ? bs_str_trim(bs_str_slice(text, 0, made->start)) : (bs_str){0};
    front = bs__without_article(bs__without_phase(front));
    static const char bases[] = "since| below| above| than| than in| from| of| to| on| until";
    if (!may || !bs_list_ends(front, bases)) return;
    made->scope = made->start - 1;
    made->scope_end = bs__sentence_end(text, made->end);
}

int bs__previous_year(const bs__moments *moments, const bs_item *item, const bs__frame *frame)
{
    bs_str before = bs_str_trim(bs_str_slice(moments->passage->text, 0, item->start));
    bs_period reported = bs__reported_period(moments, frame);
    bool previous = moments->passage->lang == BS_LANG_EN && item->from.month > 0 &&
                    item->from.day == 0 && item->to.month == 0 && bs__is_part_of_year(reported) &&
                    bs_list_ends(before, "previous|preceding|the prior");
    if (!previous) return 0;
    bs_date end = bs_period_end(reported);
    return item->from.month < end.month ? end.year : end.year - 1;
}

bs_period bs__so_far_in(const bs__moments *moments, const bs_item *item, const bs__frame *frame,
                        bs_period year)
{
    bs_str before = bs_str_trim(bs_str_slice(moments->passage->text, 0, item->start));
    bs_period reported = bs__reported_period(moments, frame);
    bool so_far = moments->passage->lang == BS_LANG_EN && item->kind == BS_KIND_YEAR &&
                  bs_list_ends(before, "so far in|So far in") && bs_period_contains(year, reported);
    return so_far ? bs__since_january(reported) : year;
}

void bs__end_so_far(const bs__moments *moments, bs__moment *made)
{
    bs_str before = bs_str_trim(bs_str_slice(moments->passage->text, 0, made->start));
    if (made->scope != SIZE_MAX || !bs_list_ends(before, "so far in|So far in")) return;
    made->scope = made->start - 1;
    made->scope_end = bs__sentence_end(moments->passage->text, made->end);
}

bs_period bs__year_just_over(const bs__moments *moments, const bs__moment *made)
{
    enum { MONTH_LAST = 3 };
    bs_period now = moments->job->source->published, year;
    if (moments->passage->lang != BS_LANG_ZH || bs_period_is_none(now)) return BS_PERIOD_NONE;
    bs_date date = bs_period_start(now);
    if (now.frequency == BS_FREQUENCY_ANNUAL || date.month > MONTH_LAST) return BS_PERIOD_NONE;
    bs_str text = moments->passage->text;
    size_t from = bs_role__start_before(text, 0, made->start);
    bs_str sentence = bs_str_slice(text, from, bs__sentence_end(text, made->end));
    bool ahead = bs_word_in(sentence, BS_MEANS_TARGET) || bs_word_in(sentence, BS_MEANS_FORECAST);
    bool held = bs_str_has_any(sentence, "上年|去年|同比|按年|年增|年减|年減");
    if (ahead || !held) return BS_PERIOD_NONE;
    return bs_period_year(&year, date.year - 1, NULL) == BS_OK ? year : BS_PERIOD_NONE;
}
