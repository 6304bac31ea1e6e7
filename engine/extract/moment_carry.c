// SPDX-License-Identifier: GPL-3.0-or-later
// What a passage says of its time for the passages behind it.
#include "engine/extract/moment_internal.h"
#include "engine/extract/role.h"
#include "engine/extract/words.h"

bool bs__has_ended(bs_period period, bs_period published)
{
    bs_date end = bs_period_end(period), now = bs_period_end(published);
    return end.year < now.year || (end.year == now.year && end.month < now.month) ||
           (end.year == now.year && end.month == now.month && end.day <= now.day);
}

bool bs__is_part_of_year(bs_period period)
{
    return period.frequency == BS_FREQUENCY_MONTH || period.frequency == BS_FREQUENCY_QUARTER ||
           period.frequency == BS_FREQUENCY_HALF;
}

// "9月份，增长5.8%。1—9月份，增长6.1%。": the total up to the month that the paper is about, and
// that the passage has spoken of before, is told by the way.
static bool is_total_beside(const bs__moments *moments, const bs__moment *candidate)
{
    bs_period month = moments->job->start.period;
    bool total = moments->job->start.period_stated && month.frequency == BS_FREQUENCY_MONTH &&
                 !bs_period_is_span(month) && bs_period_is_span(candidate->period) &&
                 candidate->period.frequency == BS_FREQUENCY_MONTH &&
                 candidate->period.last == month.last;
    if (!total) return false;
    for (const bs__moment *other = candidate; other-- > moments->all.items;) {
        if (other->frame && !other->bound && bs_period_equal(other->period, month)) return true;
    }
    return false;
}

// "单月729.2亿美元、前11月6666.5亿美元": the total beside the month that was spoken of before.
static bool is_total_beside_month(const bs__moments *moments, const bs__moment *candidate)
{
    bs_str front = bs_str_slice(moments->passage->text, 0, candidate->start);
    return moments->passage->lang == BS_LANG_ZH && bs_period_is_span(candidate->period) &&
           candidate->period.frequency == BS_FREQUENCY_MONTH &&
           bs_str_has_any(front, "单月|單月|当月|當月");
}

// "상반기 누적 매출", "1~8월 누계" in a Korean paper on the second quarter, on August: a longer
// time that ends with the part of a year that the paper is about is told by the way.
static bool is_longer_total(const bs__moments *moments, const bs__moment *candidate)
{
    bs_period part = moments->job->start.period, period = candidate->period;
    return moments->passage->lang == BS_LANG_KO && !moments->passage->title &&
           moments->job->start.period_stated && bs__is_part_of_year(part) &&
           !bs_period_is_span(part) && !bs_period_equal(period, part) &&
           bs__is_part_of_year(period) && bs_period_contains(period, part) &&
           bs_period_end(period).month == bs_period_end(part).month &&
           bs_period_year_of(period) == bs_period_year_of(part);
}

// "预计前三季度净利润": of a part that goes beyond the one that a paper without a date is about.
static bool is_foreseen(const bs__moments *moments, const bs__moment *candidate)
{
    const bs__job *job = moments->job;
    bs_str text = moments->passage->text;
    bool beyond = bs_period_is_none(job->source->published) && job->start.period_stated &&
                  bs_period_compare(job->start.period, candidate->period) != 0 &&
                  bs_period_contains(candidate->period, job->start.period) && candidate->end > 0 &&
                  candidate->end <= text.len;
    if (!beyond) return false;
    size_t from = bs_role__start_before(text, 0, candidate->start);
    bs_str sentence = bs_str_slice(text, from, bs__sentence_end(text, candidate->end));
    return bs_words_in(&moments->passage->words, sentence, BS_MEANS_FORECAST);
}

// A day without a month in front of a number, with no other time between.
static bool leads_number(const bs__moments *moments, const bs__moment *candidate)
{
    size_t next = candidate->item + 1;
    const bs__moment *behind = candidate + 1, *end = moments->all.items + moments->all.count;
    bool other = behind < end && next < moments->items->count &&
                 behind->start < moments->items->items[next].start;
    if (other) return false;
    return candidate->item != BS__NO_ITEM && next < moments->items->count &&
           bs__is_day_only(&moments->items->items[candidate->item]) &&
           !bs__is_time_item(&moments->items->items[next]) &&
           bs_str_find(bs_str_slice(moments->passage->text, candidate->end,
                                    moments->items->items[next].start),
                       BS_STR("따르면"), 0) == SIZE_MAX;
}

// "前三季度" in a paper on the third quarter: what it is about, told from the start of the year.
static bool is_total(const bs__moments *moments, bs_period period, const bs__frame *frame)
{
    return moments->passage->lang == BS_LANG_ZH && bs_period_is_span(period) &&
           period.frequency == BS_FREQUENCY_QUARTER && frame->period_stated &&
           frame->period.frequency == period.frequency && frame->period.last == period.last;
}

// Do nothing but times stand in a passage; or, in Korean, is the time behind `candidate` another
// one: "(서울=2026년 10월 29일) 한빛전자는 올해 3분기 매출 14조 원을"?
static bool leads_times(const bs__moments *moments, const bs__moment *candidate)
{
    size_t numbers = 0, next = candidate->item + 1;
    for (size_t i = 0; i < moments->items->count; i++)
        numbers += !bs__is_time_item(&moments->items->items[i]);
    bool leads = moments->passage->lang == BS_LANG_KO && candidate->item != BS__NO_ITEM &&
                 next < moments->items->count && bs__is_time_item(&moments->items->items[next]);
    return numbers == 0 || leads;
}

// "2026년 8월 고용동향 (2026. 9. 9. 조간)": the day on which the paper comes out is not what it is
// about where another time behind it, or in a line of times only, has ended by then.
static bool is_dateline(const bs__moments *moments, const bs__moment *candidate)
{
    bs_period day = moments->job->source->published;
    bool own =
        candidate->period.frequency == BS_FREQUENCY_DAY && bs_period_equal(candidate->period, day);
    if (!own || !leads_times(moments, candidate)) return false;
    for (size_t i = 0; i < moments->all.count; i++) {
        const bs__moment *other = &moments->all.items[i];
        bool said = other->frame && !other->bound && other->scope == SIZE_MAX &&
                    other->period.frequency != BS_FREQUENCY_DAY;
        if (said && bs__has_ended(other->period, day)) return true;
    }
    return false;
}

// "2004年 2004年 2005年", "1-3月 4-6月 7-9月": times and nothing else, over the columns of a table
// that could not be read. None of them is that of what stands below.
static bool heads_columns(const bs__moments *moments)
{
    enum { TIMES_MIN = 3, BETWEEN_BYTES = 3 };
    const bs_item_array *items = moments->items;
    size_t besides = moments->passage->text.len;
    if (items->count < TIMES_MIN) return false;
    for (size_t i = 0; i < items->count; i++) {
        if (!bs__is_time_item(&items->items[i])) return false;
        besides -= items->items[i].end - items->items[i].start;
    }
    return besides <= items->count * BETWEEN_BYTES;
}

// "濠江娱乐公布第三季业绩" behind paragraphs that have told numbers of no time: of what one of many
// has reported, and of nothing that stands around it.
static bool is_of_one_report(const bs__moments *moments, const bs__moment *candidate,
                             const bs__frame *frame)
{
    const bs__passage *passage = moments->passage;
    static const char verbs[] = "公布|发布|披露|公告|公布了|发布了|披露了|公布其|发布其";
    bool report = passage->lang == BS_LANG_ZH && !passage->title && !frame->period_stated &&
                  candidate->start > 0 && candidate->start <= passage->text.len &&
                  bs_list_ends(bs_str_slice(passage->text, 0, candidate->start), verbs);
    const bs_quantity_array *all = &moments->job->out->quantities;
    for (size_t i = all->count; report && i-- > 0;) {
        const bs_quantity *other = &all->items[i];
        bool told = other->valued && other->kind != BS_KIND_DATE && other->kind != BS_KIND_YEAR;
        if (told && other->origin.block < passage->block) return true;
    }
    return false;
}

// "单位以520万元成交，原业主2012年以318万元买入": a year long past that a sentence comes to behind
// numbers of its own is looked back at.
static bool is_looked_back_at(const bs__moments *moments, const bs__moment *candidate)
{
    enum { RECENT_YEARS = 1 };
    const bs__passage *passage = moments->passage;
    int now = bs_period_year_of(moments->job->source->published);
    bool past = passage->lang == BS_LANG_ZH && !passage->title && now > 0 &&
                candidate->period.frequency == BS_FREQUENCY_ANNUAL &&
                bs_period_end(candidate->period).year < now - RECENT_YEARS &&
                candidate->item != BS__NO_ITEM && candidate->item > 0;
    if (!past) return false;
    const bs_item *before = &moments->items->items[candidate->item - 1];
    return !bs__is_time_item(before) && !bs__is_name_item(before) &&
           bs__sentence_end(passage->text, before->end) > candidate->start;
}

// "二、2026年主要目标": the heading of a section of what is planned.
static bool heads_plan(const bs__moments *moments)
{
    const bs_block_array *blocks = &moments->job->out->document->blocks;
    uint32_t block = moments->passage->block;
    return moments->passage->lang == BS_LANG_ZH && moments->passage->title && block > 1 &&
           block <= blocks->count && blocks->items[block - 1].kind == BS_BLOCK_HEADING;
}

// "2020년대 후반 양산한다는 목표": a decade in a sentence is too long to date what comes behind it.
static bool is_decade(bs_period period)
{
    enum { YEARS = 10 };
    return period.frequency == BS_FREQUENCY_ANNUAL && bs_period_is_span(period) &&
           bs_period_start(period).year % YEARS == 0 &&
           bs_period_end(period).year == bs_period_start(period).year + YEARS - 1;
}

// "分季度看，一季度12亿人次；……四季度13亿人次": the parts that a sentence goes through are not what
// the paper is about.
static bool is_gone_through(const bs__moments *moments, const bs__moment *candidate)
{
    enum { SENTENCE_BYTES = 600 };
    static const char words[] = "分季度看|分季看|分季度来看|分季度來看|逐季看|分月看|分月份看|"
                                "分月来看|分月度看|分月來看";
    if (moments->passage->lang != BS_LANG_ZH || !bs__is_part_of_year(candidate->period) ||
        candidate->start > moments->passage->text.len)
        return false;
    bs_str front =
        bs_str_tail(bs_str_slice(moments->passage->text, 0, candidate->start), SENTENCE_BYTES);
    return bs_str_has_any(bs_str_behind_last(front, "。"), words);
}

// What is said of a future time in a top-level item or paragraph is a plan of its own; only items
// below a common parent go on with it. A piece of news is about the month that it names first, with
// or without its year, and goes back to earlier ones for a paragraph only.
static bool carries_on(const bs__moments *moments, const bs__moment *candidate,
                       const bs__frame *frame)
{
    bs_period published = moments->job->source->published;
    bs_period period = candidate->of_rate ? bs__last_month(candidate->period) : candidate->period;
    bool news = moments->job->one_subject;
    bool decade = is_decade(period) && !moments->passage->title;
    if (decade || bs__is_of_sentence(moments, candidate) || is_gone_through(moments, candidate))
        return false;
    bool later = !bs_period_is_none(published) && bs_period_compare(period, published) > 0 &&
                 !bs_period_contains(period, published);
    bool year_later = bs__is_planned(moments, candidate);
    // A quarter that has not ended yet is looked forward to.
    bool open = news && frame->period_stated && period.frequency != BS_FREQUENCY_MONTH &&
                !bs_period_is_none(published) && !bs__has_ended(period, published);
    bool future = bs__is_part_of_year(period) ? later || open : year_later;
    // "10일 코스피 지수는": the day of the paper, in its text.
    bool today = period.frequency == BS_FREQUENCY_DAY && bs_period_equal(period, published) &&
                 moments->passage->lang == BS_LANG_KO && leads_number(moments, candidate);
    // "11월 둘째 주 아파트 가격동향에 따르면"
    bool week = period.frequency == BS_FREQUENCY_WEEK && candidate->item != BS__NO_ITEM;
    bool first =
        news && !frame->period_stated && (period.frequency == BS_FREQUENCY_MONTH || today || week);
    bool total = is_total(moments, period, frame);
    // The half that is reported in a paper that begins with what is expected of its year.
    enum { MONTHS = 12 };
    bool half = moments->passage->lang == BS_LANG_JA && bs_period_is_span(period) &&
                period.frequency == BS_FREQUENCY_MONTH && frame->period_stated &&
                frame->period.frequency == period.frequency &&
                frame->period.first == period.first &&
                frame->period.last - frame->period.first + 1 == MONTHS;
    // "회사는 지난해 매출 10조 원을": a paragraph of a piece of news on this year looks back.
    bool looked_back = moments->passage->lang == BS_LANG_KO && candidate->past && news &&
                       candidate->item == BS__NO_ITEM && frame->period_stated &&
                       frame->period.frequency == BS_FREQUENCY_ANNUAL &&
                       bs_period_compare(period, frame->period) < 0 && !moments->passage->title;
    bool back = news && !total && !half && frame->period_stated &&
                bs__is_part_of_year(frame->period) && !moments->passage->title &&
                bs_period_compare(period, frame->period) < 0 &&
                !bs_period_equal(period, moments->job->start.period) &&
                (bs_period_is_span(period) || !bs_period_contains(period, frame->period));
    // Nor is it about the month that one paragraph looks into.
    bool within = news && frame->period_stated && !moments->passage->title &&
                  bs_period_equal(frame->period, moments->job->start.period) &&
                  bs_period_contains(frame->period, period) &&
                  !bs_period_equal(frame->period, period);
    // "Table 3. Income, 2019-2023": the years of a table are not those of the text behind it.
    bool years = moments->passage->title && bs_period_is_span(period) &&
                 period.frequency == BS_FREQUENCY_ANNUAL;
    // Nor a paper on a day, such as a census, about the months that one paragraph looks into.
    bool within_day = moments->job->start.period_stated &&
                      moments->job->start.period.frequency == BS_FREQUENCY_DAY &&
                      bs_period_is_span(period) && !moments->passage->title;
    bool step = (candidate->chained && frame->period_stated) || within_day;
    return candidate->frame && !step && !within && !years && (candidate->lasting || first) &&
           !candidate->bound && !back && !looked_back && candidate->scope == SIZE_MAX &&
           (!future || moments->passage->level > 1 || heads_plan(moments)) &&
           !is_total_beside(moments, candidate) && !is_total_beside_month(moments, candidate) &&
           !is_longer_total(moments, candidate) && !is_foreseen(moments, candidate) &&
           !is_of_one_report(moments, candidate, frame) && !is_looked_back_at(moments, candidate) &&
           !heads_columns(moments);
}

bool bs__is_issue(bs_str title, bs_period period, bs_period published)
{
    static const char words[] =
        "年版|月号|春号|夏号|秋号|冬号|新年号|春季号|夏季号|秋季号|冬季号|季刊|白書|白皮书|年鉴|"
        "年鑑|月刊|월호|봄호|여름호|가을호|겨울호|신년호|연감|백서|년판|월간|edition|Yearbook|"
        "Issue|White";
    if (bs_str_has_any(title, words)) return true;
    return bs_period_contains(period, published);
}

// A heading, or a short line of its own that says no more than a time and what is said of it:
// "令和7年度当初予算案の概要".
static bool is_head(const bs__moments *moments)
{
    enum { HEAD_BYTES_MAX = 90 };
    const bs__passage *passage = moments->passage;
    if (passage->title) return true;
    bs_str text = bs_str_trim(passage->text);
    if (passage->level > 0 || passage->table > 0 || text.len > HEAD_BYTES_MAX) return false;
    for (size_t i = 0; i < moments->items->count; i++) {
        const bs_item *item = &moments->items->items[i];
        bool dateline = item->end - item->start == text.len;
        if (!bs__is_time_item(item) || dateline) return false;
    }
    return !bs_list_ends(text, ".|。|다|った|した|である|:|：|,");
}

static void pin(const bs__moments *moments, bs__frame *frame, bs_period period)
{
    bool day = period.frequency == BS_FREQUENCY_DAY && !moments->passage->title;
    if (day) return;
    frame->reported = period;
    frame->pinned = !bs__is_issue(moments->passage->text, period, moments->job->source->published);
}

// Does the passage lead on to what stands behind it, "다음과 같다.", "如下：", "as follows:"?
static bool leads_on(bs_str text)
{
    text = bs_str_trim(text);
    return bs_list_ends(text,
                        ":|：|다음과 같다|다음과 같다.|아래와 같다.|如下|如下。|次のとおり|"
                        "次のとおりである。|次の通り|次の通り。|as follows|as follows.|below.");
}

// "2017-2021年人均可支配收入", a line without a number: what a chart shows that the text has lost.
static bool is_chart_title(const bs__moments *moments, const bs__moment *candidate)
{
    const bs__passage *passage = moments->passage;
    bool years =
        candidate->period.frequency == BS_FREQUENCY_ANNUAL && bs_period_is_span(candidate->period);
    bool alone = moments->items->count == 1 && candidate->item == 0 && candidate->start == 0;
    return years && alone && !passage->title && passage->level == 0 && passage->table == 0 &&
           passage->lang == BS_LANG_ZH && bs_str_trim(passage->text).len > candidate->end &&
           !bs_list_ends(bs_str_trim(passage->text), "。|：|:|；|，");
}

// "- December 2019:": the level of an item that is a time alone and leads on; 0 for any other.
static uint16_t led_level(const bs__moments *moments)
{
    bs_str text = bs_str_trim(moments->passage->text);
    if (moments->items->count != 1 || !leads_on(text)) return 0;
    const bs_item *item = &moments->items->items[0];
    bool alone = bs__is_time_item(item) && item->end - item->start + strlen("：") >= text.len;
    return alone ? moments->passage->level : 0;
}

void bs__return_to_report(bs__frame *frame, const bs__passage *passage)
{
    if (passage->level < frame->led_level) frame->led_level = 0;
    if (frame->led_level > 0) return;
    if (passage->title || passage->table > 0 || !frame->pinned || frame->leads_on) return;
    if (passage->level > frame->spoken_level) return;
    frame->period = frame->reported;
}

// "so far in the December quarter": a quarter or half that has not ended when the paper comes out.
static bool is_running(const bs__moments *moments, const bs__moment *candidate)
{
    bs_period published = moments->job->source->published, period = candidate->period;
    bool part = period.frequency == BS_FREQUENCY_QUARTER || period.frequency == BS_FREQUENCY_HALF;
    return part && !moments->passage->title && moments->passage->lang == BS_LANG_EN &&
           bs_period_contains(period, published) && !bs__has_ended(period, published);
}

static bool reports_ended(const bs__moments *moments)
{
    for (size_t i = 0; i < moments->all.count; i++) {
        const bs__moment *other = &moments->all.items[i];
        bool open = other->frame && !other->bound && other->scope == SIZE_MAX;
        if (open && other->lasting && !is_running(moments, other)) return true;
    }
    return false;
}

// "지난해 폐업한 음식점은": what a later paragraph of Korean news looks back at does not date the
// ones before it.
static bool looks_back_late(const bs__moments *moments, const bs__moment *candidate,
                            const bs__frame *frame)
{
    const bs__passage *passage = moments->passage;
    bool back = candidate->past && candidate->item == BS__NO_ITEM && !frame->period_stated &&
                passage->lang == BS_LANG_KO && passage->level == 0 && passage->table == 0;
    enum { BLOCKS_BACK = 64 }; // longer than any news, so that a long text is read in linear time
    const bs_block_array *blocks = &moments->job->out->document->blocks;
    size_t own = passage->block - 1, first = own > BLOCKS_BACK ? own - BLOCKS_BACK : 0;
    for (size_t i = own; back && i-- > first;) {
        const bs_block *before = &blocks->items[i];
        if (before->kind == BS_BLOCK_PARAGRAPH && bs_list_ends(bs_str_trim(before->text), "다."))
            return true;
    }
    return false;
}

// "2015年为4.2亿平方米，去年达到9.6亿平方米": does the passage end with a later year than the one
// that it looks back at, though by a word that dates nothing behind it?
static bool returns_later(const bs__moments *moments, bs_period latest)
{
    for (size_t i = 0; i < moments->all.count; i++) {
        const bs__moment *other = &moments->all.items[i];
        bool told = other->frame && !other->bound && !other->lasting && other->past &&
                    other->item == BS__NO_ITEM;
        if (told && latest.frequency == BS_FREQUENCY_ANNUAL &&
            other->period.frequency == BS_FREQUENCY_ANNUAL &&
            bs_period_compare(other->period, latest) > 0)
            return true;
    }
    return false;
}

// Of several times in a passage the latest is what it reports; the others are looked back at.
void bs__carry_moments(const bs__moments *moments, bs__frame *frame)
{
    const bs__job *job = moments->job;
    // "3분기 누적 순이익": the title is about the months since January, as has been read.
    bool summed = moments->passage->lang == BS_LANG_KO && job->start.period_stated &&
                  bs_period_is_span(job->start.period) &&
                  bs_str_equal(moments->passage->text, job->source->title);
    if (summed) {
        frame->period = job->start.period;
        frame->period_stated = true;
        return;
    }
    if (moments->passage->table == 0) frame->leads_on = leads_on(moments->passage->text);
    uint16_t led = led_level(moments);
    if (led > 0 && moments->all.count == 1 && !bs_period_is_none(moments->all.items[0].period)) {
        frame->period = moments->all.items[0].period;
        frame->period_stated = true;
        frame->spoken_level = frame->led_level = led;
        return;
    }
    bs_period latest = BS_PERIOD_NONE;
    bool counted = false, sibling = true, ended = frame->period_stated || reports_ended(moments);
    for (size_t i = 0; i < moments->all.count; i++) {
        const bs__moment *candidate = &moments->all.items[i];
        // A time that nobody can tell is another one than that which the section states.
        frame->several |=
            candidate->frame && !candidate->looks_back && bs_period_is_none(candidate->period);
        if (!carries_on(moments, candidate, frame)) continue;
        if (ended && is_running(moments, candidate)) continue;
        if (is_dateline(moments, candidate) || is_chart_title(moments, candidate)) continue;
        // "2022년 112건, 2023년 147건": a Korean section that goes through years is about none of
        // them.
        bool next = !bs_period_is_none(latest) && !bs_period_equal(candidate->period, latest);
        frame->several |= next && moments->passage->lang == BS_LANG_KO;
        frame->several |= looks_back_late(moments, candidate, frame);
        bool better = sibling && !candidate->sibling;
        bool equal = sibling == candidate->sibling;
        bs_period period =
            candidate->of_rate ? bs__last_month(candidate->period) : candidate->period;
        if (better || (equal && bs_period_compare(period, latest) > 0)) {
            latest = period;
            sibling = candidate->sibling;
            counted = candidate->counted;
        }
    }
    if (bs_period_is_none(latest) || returns_later(moments, latest)) return;
    bool other = frame->period_stated && !bs_period_equal(frame->period, latest);
    bool total = is_total(moments, latest, frame);
    frame->several = frame->several || other;
    frame->period = latest;
    frame->period_stated = true;
    frame->counted = counted;
    frame->spoken_level = moments->passage->level;
    if (total || is_head(moments)) pin(moments, frame, latest);
}

// The longer time that an item of a list begins with; none where it names another one.
static bs_period total_of_item(const bs__moments *moments)
{
    bs_period total = BS_PERIOD_NONE;
    for (size_t i = 0; i < moments->all.count; i++) {
        const bs__moment *made = &moments->all.items[i];
        if (!made->frame || made->bound) continue;
        bool first = made->item == 0 && is_longer_total(moments, made);
        if (!first && !bs_period_equal(made->period, total)) return BS_PERIOD_NONE;
        total = made->period;
    }
    return total;
}

void bs__carry_below(const bs__moments *moments, bs__frame *frame)
{
    uint16_t level = moments->passage->level;
    const bs_block_array *blocks = &moments->job->out->document->blocks;
    uint32_t block = moments->passage->block;
    bool title = moments->passage->title && block > 1 && block <= blocks->count &&
                 blocks->items[block - 1].kind == BS_BLOCK_HEADING;
    if ((level == 0 && !title) || moments->passage->table > 0) return;
    if (title && !frame->period_stated) return;
    frame->under = bs__month_of_item(moments);
    if (bs_period_is_none(frame->under) && level > 0) frame->under = total_of_item(moments);
    // A section is about the month of its heading.
    if (title && !bs_period_is_none(frame->under)) {
        frame->period = frame->under;
        pin(moments, frame, frame->under);
    }
    if (title) return;
    bool told = frame->period_stated || bs__dates_number(moments, frame->under);
    frame->under_level = bs_period_is_none(frame->under) || !told ? 0 : level;
}

bool bs__is_below(bs__frame *frame, const bs__passage *passage)
{
    if (frame->under_level == 0 || passage->table > 0) return false;
    if (passage->level <= frame->under_level) frame->under_level = 0;
    return frame->under_level > 0;
}
