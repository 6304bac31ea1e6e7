// SPDX-License-Identifier: GPL-3.0-or-later
// Times that are told from the one that is spoken of: totals since January, whole years, the
// period before.
#include "engine/extract/moment_internal.h"
#include "engine/extract/role.h"
#include "engine/extract/words.h"

// The last time before the mention at byte `at` that says when something was; NULL for none.
static const bs__moment *governing(const bs__moments *moments, size_t at)
{
    for (size_t i = moments->all.count; i-- > 0;) {
        const bs__moment *other = &moments->all.items[i];
        if (other->frame && !other->bound && bs__reaches(other, at)) return other;
    }
    return NULL;
}

// "当中間期末の", "报告期末，": the end of what is reported.
static bool tell_end(const bs__moments *moments, const bs__frame *frame, bs__moment *made)
{
    bs_period period = frame->pinned ? frame->reported : bs__reported_period(moments, frame);
    if (!bs__is_part_of_year(period) || !bs_period_is_span(period)) return false;
    period.first = period.last;
    made->period = period;
    return true;
}

// Does an amount stand before item `next`, behind `from`?
static bool amount_between(const bs__moments *moments, size_t from, size_t next)
{
    for (size_t i = next; i-- > 0;) {
        const bs_item *item = &moments->items->items[i];
        if (item->start < from) return false;
        if (!bs__is_time_item(item) && !bs__is_name_item(item)) return true;
    }
    return false;
}

// "截至10月底", "10월 말 현재": what has been built up by then is a stock of that day.
static bool is_end_of_month(bs_str text, const bs__moment *made)
{
    bs_str after = bs_str_trim(bs_str_slice(text, made->end, text.len));
    bs_str before = bs_str_trim(bs_str_slice(text, 0, made->start));
    return bs_list_starts(after, "末|底|말|현재|現在") || bs_list_ends(before, "截至|截止|截至到");
}

static bool stands_behind(bs_str text, const bs__moment *made, size_t start)
{
    static const char *const joints[] = {"",     "까지",   "까지의",   "의",      "の",
                                         "的",   "までの", "からの",   "부터",    "부터의",
                                         "연결", "별도",   "연결기준", "별도기준"};
    bs_str between = bs_str_trim(bs_str_slice(text, made->end, start));
    for (size_t i = 0; i < BS_COUNT(joints); i++) {
        if (bs_str_equal(between, bs_str_from(joints[i]))) return true;
    }
    return false;
}

static bool is_single_part(bs_period period)
{
    return bs__is_part_of_year(period) && !bs_period_is_span(period);
}

bs_period bs__since_january(bs_period last)
{
    if (!is_single_part(last)) return last;
    bs_date end = bs_period_end(last);
    bs_period first = last;
    bs_status status = BS_OK;
    if (last.frequency == BS_FREQUENCY_MONTH)
        status = bs_period_month(&first, end.year, 1, NULL);
    else if (last.frequency == BS_FREQUENCY_QUARTER)
        status = bs_period_quarter(&first, end.year, 1, NULL);
    else
        status = bs_period_half(&first, end.year, 1, NULL);
    if (status != BS_OK || bs_period_span(&first, first, last, NULL) != BS_OK) return last;
    return first;
}

// "1月からの累計", "1월부터 누계": from the time on.
static bool since_then(bs_str text, const bs__moment *made, size_t start)
{
    bs_str between = bs_str_trim(bs_str_slice(text, made->end, start));
    return bs_list_starts(between, "から|부터");
}

// The last month before `said`, else that of the section.
static bs_period month_before(const bs__moments *moments, const bs__moment *said,
                              const bs__frame *frame)
{
    for (const bs__moment *other = said; other-- > moments->all.items;) {
        if (other->frame && !other->bound && is_single_part(other->period)) return other->period;
    }
    return frame->period_stated ? frame->period : BS_PERIOD_NONE;
}

// The business year that a half or some quarters of it begin: 通期 in a paper on 2024-04/2024-09;
// that they lie in, where the paper tells when it begins.
static bs_period business_year(const bs__job *job, bs_period part)
{
    enum { MONTHS = 12, PART_MONTHS_MAX = 9 };
    bs_date from = bs_period_start(part), to = bs_period_end(part);
    int months = (to.year - from.year) * MONTHS + to.month - from.month + 1;
    bs_period first, last, year;
    bool begins = part.frequency == BS_FREQUENCY_MONTH && bs_period_is_span(part) &&
                  (from.month != 1 || job->business_month > 1) && months % 3 == 0 &&
                  months <= PART_MONTHS_MAX;
    if (job->business_month > 1 && begins) {
        from.year -= from.month < job->business_month;
        from.month = job->business_month;
    }
    if (!begins || bs_period_month(&first, from.year, from.month, NULL) != BS_OK)
        return BS_PERIOD_NONE;
    last = bs_period_offset(first, MONTHS - 1);
    return bs_period_span(&year, first, last, NULL) == BS_OK ? year : BS_PERIOD_NONE;
}

static void end_at_sentence(bs_str text, bs__moment *made)
{
    if (made->scope != SIZE_MAX) return;
    made->scope = made->start > 0 ? made->start - 1 : 0;
    made->scope_end = bs__sentence_end(text, made->start);
}

// "年初至报告期末收入71亿元；净利润4亿元。": up to the full stop, where a Chinese sentence ends.
static void end_at_full_stop(bs_str text, bs__moment *made)
{
    while (made->scope_end < text.len &&
           bs_list_starts(bs_str_slice(text, made->scope_end, text.len), "；|;"))
        made->scope_end =
            bs__sentence_end(text, made->scope_end + bs_utf8_decode(text, made->scope_end).len);
}

// "全年经济增长预测上调至3.2%。通胀率预测为1.5%": sentences without a time of their own that
// foretell go on with the year that is foretold. Those with one have it.
static void end_at_forecast(const bs__moments *moments, bs__moment *made)
{
    enum { SENTENCES_MAX = 4 };
    bs_str text = moments->passage->text;
    bool open = made->scope == SIZE_MAX && moments->passage->lang == BS_LANG_ZH;
    end_at_sentence(text, made);
    for (int i = 0; open && i < SENTENCES_MAX && made->scope_end < text.len; i++) {
        size_t from = made->scope_end + bs_utf8_decode(text, made->scope_end).len;
        bs_str next = bs_str_slice(text, from, bs__sentence_end(text, from));
        if (!bs_words_in(&moments->passage->words, next, BS_MEANS_FORECAST)) break;
        made->scope_end = from + next.len;
    }
}

static bool is_foreseen(bs_str text, const bs__moment *made)
{
    size_t from = bs_role__start_before(text, 0, made->start);
    bs_str before = bs_str_slice(text, 0, from);
    if (bs_list_ends(before, "；")) from = bs_role__start_before(before, 0, from - strlen("；"));
    bs_str sentence = bs_str_slice(text, from, bs__sentence_end(text, made->end));
    // "연간 투자 규모를 6조 원으로 늘리기로 했다"
    if (bs_str_has_any(sentence, "기로 했|기로 결정|할 계획|할 방침")) return true;
    return bs_word_in(sentence, BS_MEANS_FORECAST) || bs_word_in(sentence, BS_MEANS_TARGET);
}

// "2.7% in the fourth quarter, from 3.1% in the third": that of the quarter or half named last, and
// of the year before where it looks back and lies behind it.
static bool tell_part(const bs__moments *moments, const bs__mention *mention, bs__moment *made)
{
    bs_period last = BS_PERIOD_NONE;
    for (size_t i = moments->all.count; i-- > 0 && bs_period_is_none(last);) {
        bs_period period = moments->all.items[i].period;
        bool part =
            period.frequency == BS_FREQUENCY_QUARTER || period.frequency == BS_FREQUENCY_HALF;
        if (part && !bs_period_is_span(period)) last = period;
    }
    bool half = last.frequency == BS_FREQUENCY_HALF;
    if (bs_period_is_none(last) || (half && mention->distance > 2)) return false;
    int year = bs_period_year_of(last);
    bs_status status = half ? bs_period_half(&made->period, year, mention->distance, NULL)
                            : bs_period_quarter(&made->period, year, mention->distance, NULL);
    if (status != BS_OK) return false;
    bool ahead = made->looks_back && bs_period_compare(made->period, last) > 0;
    if (ahead) made->period = bs_period_offset_years(made->period, -1);
    made->bound = true;
    made->past = made->looks_back;
    return true;
}

// "前期の実績は70円", "前期末は62.0%": in a paper whose title names a business year or a part of
// it.
static bool tell_term(const bs__moments *moments, const bs__mention *mention, bs__moment *made)
{
    enum { MONTHS = 12 };
    const bs__frame *start = &moments->job->start;
    bs_period paper = start->period, year = business_year(moments->job, paper);
    bs_date from = bs_period_start(paper), to = bs_period_end(paper);
    bool months =
        start->period_stated && paper.frequency == BS_FREQUENCY_MONTH && bs_period_is_span(paper);
    if (!months) return false;
    if (paper.last - paper.first + 1 == MONTHS) year = paper;
    if (bs_period_is_none(year) && from.month == 1 && from.year == to.year &&
        bs_period_year(&year, from.year, NULL) != BS_OK)
        return false;
    if (bs_period_is_none(year)) return false;
    made->period = bs_period_offset_years(year, mention->distance);
    to = bs_period_end(made->period);
    end_at_sentence(moments->passage->text, made);
    return !mention->same_part || bs_period_month(&made->period, to.year, to.month, NULL) == BS_OK;
}

static bool is_quarter(bs_period period)
{
    enum { MONTHS = 3 };
    bool months =
        period.frequency == BS_FREQUENCY_MONTH && period.last - period.first + 1 == MONTHS;
    return months || (period.frequency == BS_FREQUENCY_QUARTER && !bs_period_is_span(period));
}

// "during the quarter": the one that has been spoken of last, else that of the paper.
static bool tell_spoken(const bs__moments *moments, const bs__frame *frame, bs__moment *made)
{
    bs_period period = BS_PERIOD_NONE;
    for (size_t i = moments->all.count; i-- > 0 && bs_period_is_none(period);) {
        const bs__moment *other = &moments->all.items[i];
        if (other->frame && !other->bound && is_quarter(other->period)) period = other->period;
    }
    if (bs_period_is_none(period) && frame->period_stated && is_quarter(frame->period))
        period = frame->period;
    const bs__frame *start = &moments->job->start;
    if (bs_period_is_none(period) && start->period_stated && is_quarter(start->period))
        period = start->period;
    if (bs_period_is_none(period)) return false;
    made->period = period;
    bs_str text = moments->passage->text;
    size_t from = bs_role__start_before(text, 0, made->start);
    bool opens = bs_str_trim(bs_str_slice(text, from, made->start)).len == 0;
    if (opens || made->scope != SIZE_MAX) return true;
    made->scope = from > 0 ? from - 1 : 0;
    made->scope_end = bs__sentence_end(text, made->end);
    return true;
}

// "▶ 연간 매출액", "(연간) 매출은", "지역별 매출(연간): 국내": a Korean line is about the whole
// year that it begins with, or names in front of its colon; a Chinese one that begins "全年贷款".
static bool opens_passage(const bs__moments *moments, const bs__moment *made)
{
    enum { MARK_BYTES_MAX = 8, HEAD_BYTES_MAX = 60 };
    bs_str text = moments->passage->text;
    if (moments->passage->lang == BS_LANG_ZH) return made->start == 0;
    if (moments->passage->lang != BS_LANG_KO || made->start > HEAD_BYTES_MAX) return false;
    bs_str front = bs_str_trim(bs_str_slice(text, 0, made->start));
    bs_str after = bs_str_slice(text, made->end, text.len);
    bool alone = bs_list_ends(front, "(") && bs_list_starts(after, "):|) :|)：");
    bool word = bs_list_starts(after, " |)");
    bool marks = front.len <= MARK_BYTES_MAX;
    for (size_t at = 0; marks && at < front.len; at += bs_utf8_decode(front, at).len)
        marks = !bs_rune_is_hangul(bs_utf8_decode(front, at).code);
    return alone || (marks && word);
}

// The year that "the whole year" is behind a part of it, by itself; none where the words around it
// have to say more.
static bs_period year_around(const bs__moments *moments, bs_period period, bool part,
                             const bs__moment *made)
{
    bs_lang lang = moments->passage->lang;
    bool business = lang == BS_LANG_JA || moments->job->business_month > 1;
    bs_period year = business ? business_year(moments->job, period) : BS_PERIOD_NONE;
    if (!bs_period_is_none(year) || !bs__is_part_of_year(period)) return year;
    bs_date start = bs_period_start(period), end = bs_period_end(period);
    // "2025年度上半期 … 通期は": a part of a business year that is told by its name.
    bool named = lang == BS_LANG_JA && moments->job->fiscal;
    // "预计全年", "연간 7,000억 달러를 목표로": what is foreseen of the year behind a part of it.
    bool foreseen =
        (lang == BS_LANG_ZH || lang == BS_LANG_KO) && is_foreseen(moments->passage->text, made);
    // "연간 가이던스(6,300억원)의 90%"
    bs_str behind = bs_str_slice(moments->passage->text, made->end, moments->passage->text.len);
    foreseen |= lang == BS_LANG_KO && bs_list_starts(behind, " 가이던스| 전망치| 계획| 목표");
    bool january = lang == BS_LANG_EN && !part && start.month == 1 && start.year == end.year;
    if (!named && !foreseen && !january) return BS_PERIOD_NONE;
    return bs_period_year(&year, start.year, NULL) == BS_OK ? year : BS_PERIOD_NONE;
}

// "2018年以来，累计下调17次": summed up since then, and not since January.
static bool sums_since(const bs__moments *moments, const bs__mention *mention,
                       const bs__moment *made)
{
    enum { REACH_BYTES_MAX = 120 };
    if (moments->passage->lang != BS_LANG_ZH || mention->kind != BS__MENTION_RUNNING ||
        !mention->of_period)
        return false;
    size_t low = made->start > REACH_BYTES_MAX ? made->start - REACH_BYTES_MAX : 0;
    bs_str front = bs_str_slice(moments->passage->text, low, made->start);
    front = bs_str_behind_last(front, "。|；|\n");
    size_t since = bs_str_find(front, BS_STR("以来"), 0);
    return since != SIZE_MAX && !bs_list_ends(bs_str_slice(front, 0, since), "今年|年初|本年");
}

bool bs__tell_period(const bs__moments *moments, const bs__mention *mention, size_t next,
                     const bs__frame *frame, bs__moment *made)
{
    if (mention->kind == BS__MENTION_TERM) return tell_term(moments, mention, made);
    if (sums_since(moments, mention, made)) return false;
    bs_str text = moments->passage->text;
    if (mention->kind == BS__MENTION_PART) return tell_part(moments, mention, made);
    if (mention->kind == BS__MENTION_END) return tell_end(moments, frame, made);
    if (mention->kind == BS__MENTION_SPOKEN) return tell_spoken(moments, frame, made);
    const bs__moment *said = governing(moments, made->start);
    bs_period period = said != NULL           ? said->period
                       : frame->period_stated ? frame->period
                                              : BS_PERIOD_NONE;
    // "1月からの累計": up to the month that was spoken of before.
    bool since = said != NULL && since_then(text, said, made->start);
    if (since) period = month_before(moments, said, frame);
    // "本报告期（7—9月）… 年初至报告期末": up to the last of the months that are reported.
    bool parts = mention->kind == BS__MENTION_RUNNING && bs__is_part_of_year(period) &&
                 bs_period_start(period).year == bs_period_end(period).year &&
                 moments->passage->lang == BS_LANG_ZH;
    if (parts) period.first = period.last;
    bool part = is_single_part(period);
    if (mention->kind == BS__MENTION_RUNNING && !mention->of_period && !part) return true;
    bs_period year = BS_PERIOD_NONE;
    if (mention->kind == BS__MENTION_WHOLE_YEAR)
        year = bs_period_is_none(period) ? bs__year_just_over(moments, made)
                                         : year_around(moments, period, part, made);
    if (!bs_period_is_none(year)) {
        made->period = year;
        end_at_forecast(moments, made);
        return true;
    }
    if (!part) return false;
    if (mention->kind == BS__MENTION_WHOLE_YEAR && opens_passage(moments, made)) {
        end_at_sentence(text, made);
        if (moments->passage->lang == BS_LANG_ZH) end_at_full_stop(text, made);
        return bs_period_year(&made->period, bs_period_year_of(period), NULL) == BS_OK;
    }
    if (mention->kind == BS__MENTION_BEFORE) {
        made->period = bs_period_offset(period, mention->distance);
        made->bound = true;
        return true;
    }
    bool beside = said != NULL && stands_behind(text, said, made->start);
    bool contrast = amount_between(moments, said != NULL ? said->end : 0, next);
    if (mention->kind == BS__MENTION_WHOLE_YEAR) {
        bool quarter =
            moments->passage->lang == BS_LANG_EN && period.frequency != BS_FREQUENCY_MONTH;
        if (!contrast && !quarter) return false;
        if (bs_period_year(&made->period, bs_period_year_of(period), NULL) != BS_OK) return false;
    } else {
        bool stock = said != NULL && is_end_of_month(text, said);
        if (mention->of_period && (stock || (!beside && !contrast))) return false;
        bool months = since && is_single_part(said->period) &&
                      bs_period_compare(said->period, period) < 0 &&
                      said->period.frequency == period.frequency;
        if (!months || bs_period_span(&made->period, said->period, period, NULL) != BS_OK)
            made->period = bs__since_january(period);
    }
    end_at_sentence(text, made);
    bool running = mention->kind == BS__MENTION_RUNNING && moments->passage->lang == BS_LANG_ZH;
    if (running) end_at_full_stop(text, made);
    return true;
}

static bs_period count_units(bs_period period, const bs__mention *mention)
{
    if (mention->unit == BS_FREQUENCY_ANNUAL)
        return bs_period_offset_years(period, mention->distance);
    // "12월 말은 0.53%로 전분기말(0.52%)": the quarter before that of the month.
    bool month = period.frequency == BS_FREQUENCY_MONTH && !bs_period_is_span(period);
    bs_period ended;
    bs_date end = bs_period_end(period);
    if (mention->unit == BS_FREQUENCY_QUARTER && month && end.month % 3 == 0 &&
        bs_period_quarter(&ended, end.year, end.month / 3, NULL) == BS_OK)
        return bs_period_offset(ended, mention->distance);
    // "the previous three months" are those before three others.
    enum { QUARTER_MONTHS = 3 };
    bool quarter = mention->unit == BS_FREQUENCY_QUARTER &&
                   period.frequency == BS_FREQUENCY_MONTH &&
                   period.last - period.first + 1 == QUARTER_MONTHS;
    if (quarter) return bs_period_offset(period, mention->distance * QUARTER_MONTHS);
    int count = mention->distance < 0 ? -mention->distance : 1;
    bool same = period.frequency == mention->unit && period.last - period.first + 1 == count;
    return same ? bs_period_offset(period, mention->distance) : BS_PERIOD_NONE;
}

static bool begins_word(bs_str after)
{
    bool letter = after.len > 1 && after.ptr[0] == ' ' &&
                  ((after.ptr[1] >= 'a' && after.ptr[1] <= 'z') ||
                   (after.ptr[1] >= 'A' && after.ptr[1] <= 'Z'));
    return letter && !bs_list_starts(after, " of | and | or | to | was | were | is | at ");
}

// "前年同期の営業利益は396億円だった。", "去年同期净利润为…", "A year earlier, growth was ...": a
// time that its sentence opens with is that of the sentence.
static bool opens_sentence(const bs__moments *moments, const bs__moment *made)
{
    bs_str text = moments->passage->text;
    bs_str after = bs_str_slice(text, made->end, text.len);
    size_t start = bs_role__start_before(text, 0, made->start);
    bs_str front = bs_str_trim(bs_str_slice(text, start, made->start));
    bool english = moments->passage->lang == BS_LANG_EN;
    bool opens = !made->looks_back && made->only == BS__NO_ITEM && made->scope == SIZE_MAX &&
                 (front.len == 0 || (english && bs_list_starts(front, "In|During|For") &&
                                     front.len <= strlen("During")));
    if (!english) return opens && !bs_list_starts(after, "(|（|）|)");
    return opens && (bs_list_starts(after, ",") || begins_word(after));
}

void bs__open_sentence(const bs__moments *moments, bs__moment *made)
{
    made->bound = !opens_sentence(moments, made);
    if (!made->bound) end_at_sentence(moments->passage->text, made);
}

bool bs__leave_untold(const bs__moments *moments, size_t next_item, bs__moment *made)
{
    bs_str text = moments->passage->text;
    bool english = moments->passage->lang == BS_LANG_EN;
    made->period = BS_PERIOD_NONE;
    made->past = true;
    made->looks_back = true;
    bool behind = english && next_item > 0 &&
                  bs__is_bound_behind(text, &moments->items->items[next_item - 1], made);
    size_t start = bs_role__start_before(text, 0, made->start);
    bool opens = bs_str_trim(bs_str_slice(text, start, made->start)).len == 0;
    made->bound = behind;
    if (!behind) end_at_sentence(text, made);
    return behind || opens || !english;
}

// "By 2030 they will use 27%, compared with 17% last year": before today, and not before then.
static bool is_before_today(const bs__moments *moments, const bs__mention *mention,
                            const bs__moment *said)
{
    return said != NULL && !mention->of_period && bs__lies_ahead(moments->job, said->period);
}

// "전년 말": the end of a year, whatever part of one is spoken of.
static bool is_end_of_year(const bs__moments *moments, const bs__mention *mention,
                           const bs__moment *made)
{
    bs_str text = moments->passage->text;
    return moments->passage->lang == BS_LANG_KO && !mention->same_part &&
           mention->unit == BS_FREQUENCY_ANNUAL &&
           bs_str_starts(bs_str_trim(bs_str_slice(text, made->end, text.len)), BS_STR("말"));
}

void bs__count_from_period(const bs__moments *moments, const bs__mention *mention,
                           const bs__frame *frame, bs__moment *made)
{
    // "지난해 10월(32.6%)부터 이달(34.0%)까지": this month is that of the document.
    bool month = mention->unit == BS_FREQUENCY_MONTH &&
                 (mention->distance != 0 || moments->passage->lang != BS_LANG_KO);
    bool fiscal = mention->unit == BS_FREQUENCY_ANNUAL && mention->distance < 0 &&
                  moments->passage->lang == BS_LANG_EN &&
                  bs__reports_year_of_months(moments, frame);
    // In an English report without a date last year is that before the one reported.
    bool undated = mention->unit == BS_FREQUENCY_ANNUAL && mention->distance == -1 &&
                   moments->passage->lang == BS_LANG_EN && bs_period_is_none(mention->period);
    bool counted_back = mention->of_period || (month && made->bound) || made->looks_back || undated;
    if (!counted_back && !fiscal) return;
    bs__open_sentence(moments, made);
    const bs__moment *said = governing(moments, made->start);
    // "from 39 in 2020-21 to 107 three years later"
    bool later = mention->distance > 0 && moments->passage->lang == BS_LANG_EN &&
                 moments->all.count > 0 && mention->of_period;
    if (later) said = &moments->all.items[moments->all.count - 1];
    if ((said == NULL && !frame->period_stated) || is_before_today(moments, mention, said)) return;
    if (mention->same_part && mention->distance == 0) { // "올해 같은 기간", "今年同期"
        bs_period part = said != NULL ? said->period : frame->period;
        int years = bs_period_year_of(mention->period) - bs_period_year_of(part);
        if (!bs_period_is_none(mention->period)) made->period = bs_period_offset_years(part, years);
        return;
    }
    // A sentence without a time of its own goes on about that of its section.
    bool year = mention->of_period && mention->unit == BS_FREQUENCY_ANNUAL &&
                frame->period.frequency == BS_FREQUENCY_ANNUAL;
    bool part = mention->unit != BS_FREQUENCY_ANNUAL ||
                (made->looks_back && bs__is_part_of_year(frame->period));
    bool alike = moments->passage->lang == BS_LANG_KO || !made->bound;
    year |= alike && mention->of_period && mention->unit == BS_FREQUENCY_ANNUAL &&
            (bs__is_part_of_year(frame->period) || frame->period.frequency == BS_FREQUENCY_DAY);
    if (said == NULL && !year && !mention->same_part && !part && !fiscal) return;
    bs_period counted = count_units(said != NULL ? said->period : frame->period, mention);
    bool end_of_year = is_end_of_year(moments, mention, made);
    if (end_of_year && !bs_period_is_none(counted) &&
        bs_period_year(&counted, bs_period_year_of(counted), NULL) != BS_OK)
        return;
    if (!bs_period_is_none(counted)) made->period = counted;
}

bs_period bs__reported_period(const bs__moments *moments, const bs__frame *frame)
{
    for (size_t i = moments->all.count; i-- > 0;) {
        const bs__moment *other = &moments->all.items[i];
        bool open = other->scope == SIZE_MAX;
        if (other->frame && !other->bound && open) return other->period;
    }
    return frame->period_stated ? frame->period : BS_PERIOD_NONE;
}

// "截至9月的三个月，较前三个月上升": as many months in front of those that are spoken of, and not
// the first of the year; nobody can tell where the sentence has named no time as long. `period` is
// what the words mean elsewhere.
static bs_period months_before(const bs__moments *moments, const bs_item *item, bs_period period)
{
    bs_str text = moments->passage->text;
    bool first = moments->passage->lang == BS_LANG_ZH && item->from.month == 1 &&
                 item->to.month > 1 &&
                 bs_list_starts(bs_str_slice(text, item->start, item->end), "前") &&
                 bs_list_ends(bs_str_slice(text, 0, item->start), "较|比|与|同");
    if (!first) return period;
    size_t count = moments->all.count;
    const bs__moment *last = count > 0 ? &moments->all.items[count - 1] : NULL;
    bool months = last != NULL && last->frame && last->period.frequency == BS_FREQUENCY_MONTH;
    if (!months || bs__sentence_end(text, last->start) < item->start) return period;
    int length = (int)(last->period.last - last->period.first) + 1;
    return length == item->to.month ? bs_period_offset(last->period, -length) : period;
}

bs_period bs__summed_up(const bs__moments *moments, const bs_item *item, bs_period period)
{
    period = months_before(moments, item, period);
    static const char sums[] =
        "連結累計期間|累計期間|連結累計|累計会計期間|末の|末は|末に|連結会計期間末|会計期間末";
    bs_period paper = moments->job->start.period;
    bool summed = moments->passage->lang == BS_LANG_JA && item->from.quarter > 0 &&
                  bs_list_starts(bs_str_slice(moments->passage->text, item->end, SIZE_MAX), sums);
    if (!summed) return period;
    // The quarters of a business year that the title of the paper adds up.
    if (moments->job->start.period_stated && bs_period_is_span(paper)) return paper;
    return bs__since_january(period);
}
