// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/extract/moment.h"

#include "engine/base/utf8.h"
#include "engine/extract/moment_internal.h"
#include "engine/extract/relative.h"
#include "engine/extract/words.h"

// "지난해 상반기", "이달 10일": a relative time directly before one that prints no more than a
// part. `count`: how many of the mentions stand before `start`.
static const bs__mention *mention_before(const bs__mention_array *mentions, size_t count,
                                         bs_str text, size_t start)
{
    if (count == 0) return NULL;
    static const char *const joints[] = {"",   "'s", "’s",   "'s fiscal", "’s fiscal", "의", "の",
                                         "的", "는", "에는", "들어",      "도",        "度"};
    const bs__mention *last = &mentions->items[count - 1];
    bs_str between = bs_str_trim(bs_str_slice(text, last->end, start));
    for (size_t i = 0; i < BS_COUNT(joints); i++) {
        if (bs_str_equal(between, bs_str_from(joints[i]))) return last;
    }
    return NULL;
}

// "March last year", "the first quarter of this year": a year of the calendar directly behind a
// part. Korean, Chinese and Japanese have it in front: in "27일 지난해 생산량이" they are two
// times.
static const bs__mention *mention_behind(const bs__mention_array *mentions, size_t next,
                                         bs_str text, const bs_item *item)
{
    if (next == mentions->count || item->from.year > 0) return NULL;
    const bs__mention *first = &mentions->items[next];
    bool year = first->unit == BS_FREQUENCY_ANNUAL && first->kind == BS__MENTION_POINT &&
                !first->of_period && first->start >= item->end;
    if (!year) return NULL;
    bs_str between = bs_str_slice(text, item->end, first->start);
    bool joined = bs_str_equal(between, BS_STR(" ")) || bs_str_equal(between, BS_STR(" of "));
    return joined ? first : NULL;
}

static bs_status push_moment(bs__moments *moments, bs_arena *scratch, const bs__moment *made,
                             bs_error *err)
{
    bs__moment *place = BS_PUSH(scratch, &moments->all);
    if (place == NULL) return bs__no_memory(err);
    *place = *made;
    return BS_OK;
}

// A sentence that goes through the quarters or months of a year reports each of them by itself:
// what stands behind it is about none of them.
static void mark_siblings(bs__moments *moments)
{
    bs_str text = moments->passage->text;
    for (size_t i = 0; i < moments->all.count;) {
        size_t stop = bs__sentence_end(text, moments->all.items[i].start);
        size_t last = i, parts = 0;
        bs_period first = BS_PERIOD_NONE;
        for (; last < moments->all.count && moments->all.items[last].start < stop; last++) {
            const bs__moment *made = &moments->all.items[last];
            bool part = made->frame && !made->bound && made->inferred &&
                        !bs_period_is_none(made->period) && made->item != BS__NO_ITEM &&
                        !bs_period_is_span(made->period);
            if (!part) continue;
            bool same = parts == 0 || (made->period.frequency == first.frequency &&
                                       !bs_period_equal(made->period, first));
            if (parts == 0) first = made->period;
            parts += same;
        }
        for (size_t k = i; parts > 1 && k < last; k++)
            moments->all.items[k].sibling = true;
        i = last > i ? last : i + 1;
    }
}

static void speak_of(bs__spoken *said, const bs__moment *made)
{
    bool dated =
        made->period.frequency == BS_FREQUENCY_MONTH || made->period.frequency == BS_FREQUENCY_DAY;
    if (dated && made->frame && !made->bound) said->named = bs_period_start(made->period);
}

static bool follows_time(const bs__moments *moments, size_t start)
{
    const bs__moment *last =
        moments->all.count > 0 ? &moments->all.items[moments->all.count - 1] : NULL;
    return last != NULL &&
           bs_str_trim(bs_str_slice(moments->passage->text, last->end, start)).len == 0;
}

// "’30년까지 123만기를 보급하며, 올해 예산은": has the passage come to another year than `year`?
static bool speaks_of_other(const bs__moments *moments, bs_period year)
{
    const bs__moment *last = NULL;
    for (size_t i = moments->all.count; i-- > 0 && last == NULL;) {
        const bs__moment *other = &moments->all.items[i];
        bool english = moments->passage->lang == BS_LANG_EN;
        // "내년은 2.1%로 예상했다. 물가는 올해 2.1%": next year has been come to.
        bool told = !english && moments->passage->lang != BS_LANG_JA && other->item == BS__NO_ITEM;
        if (told && other->frame && !other->bound && !bs_period_is_none(other->period) &&
            !bs_period_contains(year, other->period))
            return true;
        if (other->frame && (!english || !other->bound)) last = other;
    }
    if (last == NULL || last->bound || last->item == BS__NO_ITEM) return false;
    // "27일 올해 수출이": a day on which something was said or done.
    bool day = moments->passage->lang == BS_LANG_KO && last->period.frequency == BS_FREQUENCY_DAY;
    return day || !bs_period_contains(year, last->period);
}

// "recover by 2 to 3 percent this year", "hire 1,200 by the end of the year": of that number alone,
// whatever the section is about.
static bool is_beside(const bs__moments *moments, const bs__mention *mention, size_t next_item)
{
    bool year = mention->kind == BS__MENTION_DEADLINE ||
                (mention->kind == BS__MENTION_POINT && mention->unit == BS_FREQUENCY_ANNUAL &&
                 mention->distance == 0);
    if (!year || next_item == 0 || moments->passage->lang != BS_LANG_EN) return false;
    bs__moment place = {.start = mention->start, .end = mention->end, .item = BS__NO_ITEM};
    const bs_item *number = &moments->items->items[next_item - 1];
    return !bs__is_time_item(number) && bs__is_bound_behind(moments->passage->text, number, &place);
}

// "年底前，…": of its sentence; a deadline that is told by another time is of that one.
static bool end_deadline(const bs__moments *moments, bs__moment *made)
{
    enum { MONTH_MIN = 4 }; // what early papers report at the end of a year was in the last one
    if (follows_time(moments, made->start)) return false;
    bs_str passage = moments->passage->text;
    int month = bs_period_end(bs__time_of_writing(moments->job)).month;
    if (month < MONTH_MIN && bs__reports(passage, made->start, moments->passage->lang))
        return false;
    if (made->bound) return true;
    made->scope = made->start > 0 ? made->start - 1 : 0;
    made->scope_end = bs__sentence_end(moments->passage->text, made->end);
    return true;
}

// Is the relative time no time of its own here, or one that has been told already?
static bool adds_nothing(const bs__moments *moments, const bs__mention *mention, size_t next_item,
                         const bs__frame *frame)
{
    bs_str text = moments->passage->text;
    // "去年全年的2.1倍": what the number is a multiple of.
    if (bs__is_whole_of_share(bs_str_slice(text, mention->end, text.len))) return true;
    // "이달까지 두 달 연속": how long it has been so.
    enum { RUN_BYTES = 36 };
    bs_str run = bs_str_slice(text, mention->end, mention->end + RUN_BYTES);
    if (bs_list_starts(run, "까지 ") && bs_str_has_any(run, "연속|내리 ")) return true;
    bool follows = follows_time(moments, mention->start);
    // "8月当月": the month itself.
    if (follows && mention->unit == BS_FREQUENCY_MONTH && mention->distance == 0) return true;
    // "up 11.1 percent from March a year ago": a part of the base.
    if (follows && !moments->all.items[moments->all.count - 1].frame) return true;
    // "총 수출액은 올해 들어 세 번째": the year of what is spoken of says nothing new.
    bool within = mention->kind == BS__MENTION_POINT && mention->distance == 0 && next_item > 0 &&
                  !is_beside(moments, mention, next_item) && frame->period_stated &&
                  mention->unit == BS_FREQUENCY_ANNUAL &&
                  bs_period_contains(mention->period, frame->period) &&
                  !speaks_of_other(moments, mention->period);
    return within && !bs__widens(moments, mention, next_item);
}

static bs_status push_mention(bs__moments *moments, bs__job *job, const bs__mention *mention,
                              size_t next_item, bs__spoken *said)
{
    bs_str text = moments->passage->text;
    size_t only = bs__base_number(moments, mention->start, mention->end, next_item);
    bool alone =
        bs__opens_parenthesis(bs__rune_after(text, mention->end).code) || only != BS__NO_ITEM;
    bs__moment made = {.bound = alone,
                       .only = only,
                       .start = mention->start,
                       .end = mention->end,
                       .item = BS__NO_ITEM,
                       .period = mention->period,
                       .frame = true,
                       .past = mention->distance < 0,
                       // Last year behind a number is what it is held against.
                       .lasting = mention->distance >= 0 || next_item == 0,
                       .inferred = true};
    if (adds_nothing(moments, mention, next_item, said->frame)) return BS_OK;
    made.bound |= is_beside(moments, mention, next_item);
    bs__find_scope(moments, &made);
    bool earlier = mention->distance < 0 || mention->kind == BS__MENTION_PART;
    made.looks_back = earlier && bs__is_compared(moments, next_item, &made);
    if (mention->kind == BS__MENTION_UNTOLD) {
        if (!bs__leave_untold(moments, next_item, &made)) return BS_OK;
        return push_moment(moments, &job->scratch, &made, job->err);
    }
    // "前回", "전 거래일(": a survey may be held every month, every quarter or now and then, and
    // nobody trades on a Sunday.
    bs_lang_set unsure = BS_IN(BS_LANG_JA) | BS_IN(BS_LANG_KO);
    if (mention->kind == BS__MENTION_BEFORE && bs_lang_in(moments->passage->lang, unsure)) {
        made.period = BS_PERIOD_NONE;
        made.bound = true;
        return push_moment(moments, &job->scratch, &made, job->err);
    }
    if (mention->kind == BS__MENTION_DEADLINE) {
        if (!end_deadline(moments, &made)) return BS_OK;
    } else if (mention->kind == BS__MENTION_POINT) {
        bs__count_from_period(moments, mention, said->frame, &made);
    } else if (!bs__tell_period(moments, mention, next_item, said->frame, &made)) {
        return BS_OK;
    }
    bool adrift = bs_period_is_none(made.period) &&
                  bs__is_adrift(moments, mention, said->frame, said->printed_year);
    job->adrift |= adrift;
    if (bs_period_is_none(made.period) && !adrift) return BS_OK;
    // The years of a plan are those of its sentence, and so is a time that nobody tells beside
    // others.
    bool plan = mention->kind == BS__MENTION_POINT &&
                (bs_period_is_span(mention->period) || (adrift && said->frame->period_stated));
    if (plan && made.scope == SIZE_MAX) {
        made.scope = made.start > 0 ? made.start - 1 : 0;
        made.scope_end = bs__sentence_end(text, made.end);
    }
    if (made.past) bs__end_aside(moments, said->frame, &made);
    speak_of(said, &made);
    return push_moment(moments, &job->scratch, &made, job->err);
}

// "17万人となり、1～8月の累計も増加に転じた。": a running total without a number of its own says
// nothing of the next sentence.
static void end_with_sentence(const bs__moments *moments, size_t index, bs__moment *made)
{
    bs_str text = moments->passage->text;
    bs_str after = bs_str_trim(bs_str_slice(text, made->end, text.len));
    if (made->scope != SIZE_MAX || index == 0) return;
    // "7～9月期に限ると": looked into by the way.
    bool alone = bs_list_starts(after, "期に限ると|に限ると|期に限れば|期単独|単月|期だけ|だけ");
    if (alone && moments->passage->lang == BS_LANG_JA) {
        made->scope = made->start > 0 ? made->start - 1 : 0;
        made->scope_end = bs__sentence_end(text, made->end);
        return;
    }
    if (!bs_list_starts(after, "の累計|累计|累計|누계|의 누계")) return;
    size_t stop = bs__sentence_end(text, made->end);
    bool behind =
        index + 1 < moments->items->count && moments->items->items[index + 1].start < stop;
    if (behind) return;
    made->scope = made->start > 0 ? made->start - 1 : 0;
    made->scope_end = stop;
}

// "$122 million for the same period in 2022": the part of the year that the sentence speaks of.
static bs_status push_same_part(bs__moments *moments, bs__job *job, const bs_item *item,
                                const bs__spoken *said)
{
    bs_str before = bs_str_trim(bs_str_slice(moments->passage->text, 0, item->start));
    bs_period period = bs__reported_period(moments, said->frame);
    if (item->kind != BS_KIND_YEAR || bs_period_is_none(period)) return BS_OK;
    size_t front = bs__same_part_len(before);
    if (front == 0) return BS_OK;
    bs__moment made = {
        .start = before.len - front,
        .end = item->end,
        .item = BS__NO_ITEM,
        .only = BS__NO_ITEM,
        .period = bs_period_offset_years(period, item->from.year - bs_period_year_of(period)),
        .frame = true,
        .bound = true,
        .past = true,
        .scope = SIZE_MAX,
    };
    bs__open_sentence(moments, &made);
    return push_moment(moments, &job->scratch, &made, job->err);
}

// "水电增长4.5%，上年12月份为下降5.5%；核电增长7.7%": a part of last year that is looked back at in
// the course of a sentence says nothing of what follows.
static void keep_in_clause(const bs__moments *moments, const bs__frame *frame,
                           const bs__mention *front, bs__moment *made)
{
    bs_str after = bs_str_slice(moments->passage->text, made->end, moments->passage->text.len);
    bool until = front != NULL && moments->passage->lang == BS_LANG_KO && made->start > 0 &&
                 made->scope == SIZE_MAX && bs_list_starts(after, "까지 |까지의 |까지는 ");
    if (until) { // "올해는 6월까지 118건": of its sentence
        made->scope = made->start - 1;
        made->scope_end = bs__sentence_end(moments->passage->text, made->end);
        return;
    }
    bool last_year = front != NULL && moments->passage->lang != BS_LANG_EN &&
                     front->unit == BS_FREQUENCY_ANNUAL && front->distance < 0;
    if (!last_year || made->scope != SIZE_MAX) return;
    // So is one that its passage opens with, under a title that tells what is reported.
    bool pinned = frame->pinned && bs__is_before(made->period, frame->reported);
    if (pinned) bs__turn_aside(moments, made);
    if (pinned || made->start == 0) return;
    for (size_t i = moments->all.count; i-- > 0;) {
        const bs__moment *other = &moments->all.items[i];
        if (!other->frame || other->bound || other->scope != SIZE_MAX) continue;
        if (bs_period_compare(made->period, other->period) >= 0) return;
        made->scope = made->start - 1;
        made->scope_end = bs__sentence_end(moments->passage->text, made->end);
        return;
    }
}

// "올해 상반기", "last year's third quarter": the year is a part of the time behind it.
static void drop_front(bs__moments *moments, const bs__mention *front)
{
    if (moments->all.count == 0) return;
    bs__moment *last = &moments->all.items[moments->all.count - 1];
    if (last->item == BS__NO_ITEM && last->start == front->start) moments->all.count--;
}

// Where the time that an item prints holds: up to the end of its clause, its sentence or what is
// told aside.
static void settle_reach(const bs__moments *moments, size_t index, const bs__mention *front,
                         bs__spoken *said, bs__moment *made)
{
    const bs__frame *frame = said->frame;
    const bs_item *item = &moments->items->items[index];
    bs__find_scope(moments, made);
    keep_in_clause(moments, frame, front, made);
    end_with_sentence(moments, index, made);
    bs__end_part(moments, made);
    bs__end_when(moments, made);
    bool aside = moments->passage->lang == BS_LANG_EN && made->scope != SIZE_MAX;
    if (item->from.year > 0 && made->frame && !made->bound) bs__end_undated(moments, made);
    made->bound |= made->frame && bs__looks_back(moments, index, made);
    bs__end_relative(moments, made);
    bool open = made->scope == SIZE_MAX;
    bs__end_aside(moments, frame, made);
    if (item->kind == BS_KIND_YEAR && bs__is_part_of_year(made->period))
        bs__end_so_far(moments, made);
    bool several = item->to.year > item->from.year; // a day is of none of them
    bool turned = open && made->scope != SIZE_MAX && item->from.year > 0 && !several;
    if (turned) {
        said->aside_year = item->from.year;
        said->aside_stop = bs__sentence_end(moments->passage->text, item->end);
    }
    bs__put_base_before(moments, frame, item, made);
    made->of_rate = bs__is_of_rate(moments, index, made);
    // "to spend $3m by 2030. In the first half …": a deadline is not the year of what follows.
    bool deadline = moments->passage->lang == BS_LANG_EN && item->kind == BS_KIND_YEAR &&
                    bs_list_ends(bs_str_slice(moments->passage->text, 0, item->start), " by ");
    bool told = made->frame || (index == 0 && bs__opens_with_dateline(moments));
    if (item->from.year > 0 && !several && told && !made->bound && !aside && !turned && !deadline) {
        said->printed_year = item->from.year;
        said->printed_fiscal = item->from.fiscal;
        said->printed_stop = bs__sentence_end(moments->passage->text, item->end);
    }
    // "올해 1~5월": the passage has left the year that it printed before.
    bool this_year = front != NULL && front->unit == BS_FREQUENCY_ANNUAL && front->distance == 0 &&
                     made->frame && !made->bound && item->from.year == 0;
    if (this_year && said->printed_year > 0 && moments->passage->lang == BS_LANG_KO)
        said->printed_year = bs_period_year_of(made->period);
}

bs_status bs__find_moments(bs__moments *out, bs__job *job, const bs__passage *passage,
                           const bs_item_array *items, const bs__frame *frame)
{
    bs__mention_array mentions = {0};
    bs__spoken said = {.frame = frame};
    *out = (bs__moments){.job = job, .passage = passage, .items = items};
    out->of_item = BS_NEW_ARRAY(&job->scratch, size_t, items->count);
    if (out->of_item == NULL) return bs__no_memory(job->err);
    BS_TRY(bs__find_relative(&mentions, &job->scratch, passage->text, passage->lang,
                             bs__day_of_writing(job, passage->lang), job->err));
    if (bs_period_is_none(job->source->published)) bs__keep_years(&mentions);
    size_t next = 0;
    for (size_t i = 0; i <= items->count; i++) {
        const bs_item *item = i < items->count ? &items->items[i] : NULL;
        for (; next < mentions.count && (!item || mentions.items[next].start < item->start); next++)
            BS_TRY(push_mention(out, job, &mentions.items[next], i, &said));
        bs__moment made;
        if (item == NULL || !bs__is_time_item(item)) continue;
        const bs__mention *front = mention_before(&mentions, next, passage->text, item->start);
        bool may_follow = front == NULL && !bs_lang_in(passage->lang, BS_IN_CJK);
        const bs__mention *behind =
            may_follow ? mention_behind(&mentions, next, passage->text, item) : NULL;
        if (!bs__resolve_item(out, i, front != NULL ? front : behind, &said, &made)) continue;
        if (behind != NULL) {
            made.end = behind->end;
            next++;
        }
        if (front != NULL && item->from.year == 0) {
            drop_front(out, front);
            made.start = front->start;
        }
        // "前三季度利润由上年同期的120亿元": another time stands nearer to the number.
        bool nearer = made.only != BS__NO_ITEM && next < mentions.count &&
                      mentions.items[next].start < items->items[made.only].start;
        if (nearer) made.only = BS__NO_ITEM, made.bound = false, made.frame = bs__is_frame(out, i);
        // "in the same quarter of 2024 (65.6 TWh)": nearer to the number behind than the year.
        bool opens =
            bs_list_starts(bs_str_slice(passage->text, item->end, passage->text.len), " (");
        if (!opens) BS_TRY(push_same_part(out, job, item, &said));
        settle_reach(out, i, front, &said, &made);
        speak_of(&said, &made);
        BS_TRY(push_moment(out, &job->scratch, &made, job->err));
        out->of_item[i] = out->all.count;
        if (opens) BS_TRY(push_same_part(out, job, item, &said));
    }
    mark_siblings(out);
    bs__mark_chains(out);
    return BS_OK;
}
