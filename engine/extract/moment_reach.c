// SPDX-License-Identifier: GPL-3.0-or-later
// How far a time holds in its passage: a part that is looked into by the way, a plan's year in
// front of what is there now.
#include "engine/extract/moment_internal.h"
#include "engine/extract/words.h"

bs_period bs__time_of_writing(const bs__job *job)
{
    if (!bs_period_is_none(job->source->published)) return job->source->published;
    return job->start.period_stated ? job->start.period : BS_PERIOD_NONE;
}

bool bs__lies_ahead(const bs__job *job, bs_period period)
{
    bs_period now = bs__time_of_writing(job);
    return !bs_period_is_none(now) && bs_period_year_of(period) > bs_period_year_of(now);
}

// Where the sentence that byte `at` lies in begins.
static size_t sentence_start(bs_str text, size_t at)
{
    enum { SENTENCE_BYTES_MAX = 400 };
    size_t start = at > SENTENCE_BYTES_MAX ? at - SENTENCE_BYTES_MAX : 0;
    while (start > 0 && start < at && ((unsigned char)text.ptr[start] & 0xC0) == 0x80)
        start++;
    for (size_t end = start; (end = bs__sentence_end(bs_str_slice(text, 0, at), end)) < at;)
        start = end += bs_utf8_decode(text, end).len;
    return start;
}

// The byte behind the last word for the present in [from, to); `from` when there is none.
static size_t behind_now(bs_str text, size_t from, size_t to, bs_lang lang)
{
    static const char chinese[] = "目前|当前|現時|截至目前|迄今|现已|现有";
    static const char korean[] = "현재|지금까지|현행";
    static const char japanese[] = "現在|現状|現時点|これまで";
    for (size_t end = to; end > from; end--) {
        bs_str before = bs_str_slice(text, from, end);
        bool inside = end < text.len && ((unsigned char)text.ptr[end] & 0xC0) == 0x80;
        if (inside) continue;
        bool now = lang == BS_LANG_ZH   ? bs_list_ends(before, chinese)
                   : lang == BS_LANG_KO ? bs_list_ends(before, korean)
                                        : lang == BS_LANG_JA && bs_list_ends(before, japanese);
        if (now) return end;
    }
    return from;
}

bool bs__is_of_now(const bs__moments *moments, const bs_item *item, const bs__moment *found)
{
    bs_lang lang = moments->passage->lang;
    if (found == NULL || lang == BS_LANG_EN || !bs__lies_ahead(moments->job, found->period))
        return false;
    bs_str text = moments->passage->text;
    size_t from = sentence_start(text, item->start);
    size_t now = behind_now(text, from, item->start, lang);
    if (now == from) return false;
    return found->start >= item->end || found->end < now;
}

bool bs__is_of_now_under(const bs__moments *moments, size_t index, const bs__frame *frame)
{
    bs__moment stated = {.period = frame->period};
    return frame->period_stated && bs__is_of_now(moments, &moments->items->items[index], &stated);
}

void bs__end_part(const bs__moments *moments, bs__moment *made)
{
    static const char fronts[] =
        "其中|其中，|其中,|其中：|うち|うち、|このうち|このうち、|이 중|이중|"
        "이 가운데|그중|그 중|이 중에서";
    bs_str text = moments->passage->text;
    bool part = made->frame && !made->bound && made->scope == SIZE_MAX && made->start > 0 &&
                bs_list_ends(bs_str_trim(bs_str_slice(text, 0, made->start)), fronts);
    if (!part) return;
    made->scope = made->start - 1;
    made->scope_end = bs__near_sentence_end(text, made->end);
}
