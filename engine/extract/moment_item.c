// SPDX-License-Identifier: GPL-3.0-or-later
// What a time that is printed means: the year of a part that prints none, the month of a day alone,
// the same part of another year.
#include "engine/base/utf8.h"
#include "engine/extract/moment_internal.h"
#include "engine/extract/role.h"
#include "engine/extract/words.h"

enum {
    ROLL_BACK_DAYS = 120,  // a bare "12월" more than four months ahead was last year
    COMING_MONTHS_MIN = 7, // one that is so long over, and foreseen, is that of next year
    YEARS_BACK_MAX = 2,    // behind an older year a bare month goes on with that
};

// "今冬の予備率は1月が7.2%の見込み" in a paper of November: is the month long over, in a sentence
// that foresees its number?
static bool is_coming(const bs__moments *moments, const bs_item *item, bs_period guess,
                      bs_period published)
{
    bs_str text = moments->passage->text;
    bool month = item->from.month > 0 && item->from.day == 0 && item->to.month == 0 &&
                 guess.frequency == BS_FREQUENCY_MONTH;
    bs_date then = bs_period_end(guess), now = bs_period_end(published);
    if (!month || now.month - then.month < COMING_MONTHS_MIN) return false;
    bs_str behind = bs_str_slice(text, item->end, bs__sentence_end(text, item->end));
    static const char told[] = "見込み|見通し|見込む|予想|予測|전망이다|전망된다|예상된다|예정이다|"
                               "것으로 보인다|전망했다|예상했다";
    return bs_list_ends(bs_str_trim(behind), told) && then.year == now.year;
}

// "guided Q1 sales of $4 billion" in a paper of March, behind a sentence on last year: is the part
// of the paper's own year foreseen, and not over?
static bool is_part_foreseen(const bs__moments *moments, const bs_item *item, bs_period now)
{
    static const char words[] = " will | guided | guides | guidance |지침|가이던스|指引";
    bs_period part;
    bs_str text = moments->passage->text;
    bool may = (item->from.quarter > 0 || item->from.half > 0) && !bs_period_is_none(now) &&
               moments->passage->table == 0;
    if (!may || bs_when_period(&part, item->from, item->to, bs_period_year_of(now), NULL) != BS_OK)
        return false;
    if (bs__has_ended(part, now)) return false;
    bs_str sentence = bs_str_slice(text, bs_role__start_before(text, 0, item->start),
                                   bs__sentence_end(text, item->end));
    return bs_words_in(&moments->passage->words, sentence, BS_MEANS_FORECAST) ||
           bs_str_has_any(sentence, words);
}

// The year of a date that does not print one: that of the document, or the year before when the
// date would lie more than four months after it. A quarter or half that has not ended is of the
// year that the section speaks of, where that is the last one.
static int missing_year(const bs__moments *moments, const bs_item *item, const bs__spoken *said)
{
    const bs_source *source = moments->job->source;
    bs_period now = bs__time_of_writing(moments->job);
    if (item->start < said->aside_stop) return said->aside_year;
    // "13.7 in 2025. Prices were $82 in June": a year to come is that of its sentence only.
    bool ahead = !bs_period_is_none(now) && said->printed_year > bs_period_year_of(now) &&
                 item->start >= said->printed_stop;
    bool foreseen = item->start >= said->printed_stop && !moments->job->fiscal &&
                    moments->job->business_month == 0 &&
                    is_part_foreseen(moments, item, source->published);
    if (foreseen) return bs_period_year_of(now);
    bool latest = said->printed_year == bs_period_year_of(now) - 1 &&
                  bs__is_of_this_year(moments, item, said->named);
    if (latest) return bs_period_year_of(now);
    int recent = item->start >= said->printed_stop ? bs__recent_year(moments, item) : 0;
    bool near = said->printed_year >= recent - YEARS_BACK_MAX &&
                said->printed_year <= bs_period_year_of(now);
    bool undated = said->printed_year == 0 && bs_period_is_none(source->published);
    // "GDP fell in the fourth quarter" in a paper of June: no quarter that is to come.
    bool over = recent > 0 && said->printed_year == 0 && item->from.quarter > 0 &&
                bs__reports(moments->passage->text, item->start, moments->passage->lang);
    if (recent > 0 && (near || undated || ahead || over)) return recent;
    // "2024年度は…。10月は": of a paper that is dated, and not of the business year before.
    bool other = said->printed_fiscal && item->start >= said->printed_stop &&
                 item->from.month > 0 && !bs_period_is_none(source->published);
    if (said->printed_year > 0 && !ahead && !other) return said->printed_year;
    int stated = bs__stated_year(moments, item, said->frame);
    bool english = moments->passage->lang == BS_LANG_EN;
    int year = english ? bs_period_end(now).year : bs_period_year_of(now);
    bs_period guess, published;
    if (year == 0 && stated == 0) return 0;
    int reported = said->frame->period_stated ? bs_period_year_of(said->frame->period) : year;
    if (bs__behind_last_year(moments->passage, item)) return reported - 1;
    if (year == 0) return stated;
    bool dated = !bs_period_is_none(source->published);
    if (!dated && stated > 0 && stated <= year) return stated;
    bool part = item->from.quarter > 0 || item->from.half > 0;
    if (part && moments->job->fiscal) return bs_period_year_of(moments->job->start.period);
    // The frame of a cell of a table knows the year of its column.
    if (moments->passage->table > 0 && stated > 0) return stated;
    if (bs_when_period(&guess, item->from, item->to, year, NULL) != BS_OK) return year;
    if (part && stated == year - 1 && !bs__has_ended(guess, now)) return stated;
    if (bs_period_day(&published, bs_period_end(now), NULL) != BS_OK) return year;
    // "in the year to November": a term is over when it is reported.
    bool term = english && bs_period_is_span(guess);
    if (term && bs_period_day(&guess, bs_period_end(guess), NULL) != BS_OK) return year;
    if (is_coming(moments, item, guess, published)) return year + 1;
    bs_period limit = bs_period_offset(published, ROLL_BACK_DAYS);
    return bs_period_compare(guess, limit) > 0 ? year - 1 : year;
}

bool bs__period_near(bs_period *out, const bs_item *item, bs_period published)
{
    bs_period day;
    bool part = item->from.month > 0 || item->from.quarter > 0 || item->from.half > 0;
    int year = bs_period_year_of(published);
    if (!part || item->from.year > 0 || item->from.day > 0 || item->to.day > 0 || year == 0)
        return false;
    if (bs_when_period(out, item->from, item->to, year, NULL) != BS_OK) return false;
    if (bs_period_day(&day, bs_period_end(published), NULL) != BS_OK) return false;
    if (bs_period_compare(*out, day) > 0) *out = bs_period_offset_years(*out, -1);
    return true;
}

// The 10th, alone, is of the month that was spoken of last, else of the document's, where it does
// not lie ahead: of a day ahead nobody can say whether it is of this month or of the last.
static bool resolve_day(bs_period *out, const bs__moments *moments, const bs_item *item,
                        bs_date month)
{
    bs_period published = moments->job->source->published;
    bool named = month.month > 0;
    if (!named) month = bs_period_end(published);
    if (month.year == 0) return false;
    bs_when from = item->from, to = item->to;
    from.month = month.month;
    if (to.day > 0) to.month = month.month;
    if (bs_when_period(out, from, to, month.year, NULL) != BS_OK) return false;
    return named || bs__has_ended(*out, published);
}

// The period of the last part of a year that the passage or the section has named.
static bs_period spoken_of(const bs__moments *moments, const bs__spoken *said)
{
    enum { LOOKED_AT_MAX = 16 };
    size_t count = moments->all.count, low = count > LOOKED_AT_MAX ? count - LOOKED_AT_MAX : 0;
    for (size_t i = count; i-- > low;) {
        const bs__moment *other = &moments->all.items[i];
        if (other->frame && !other->bound && other->item != BS__NO_ITEM) return other->period;
    }
    return said->frame->period_stated ? said->frame->period : BS_PERIOD_NONE;
}

// "去年第四季…。去年第四季毛利率": has the time been told by the same word before?
static bool was_told_so(const bs__moments *moments, const bs__mention *front, bs_period period)
{
    bs_str text = moments->passage->text;
    bs_str word = bs_str_trim(bs_str_slice(text, front->start, front->end));
    for (size_t i = moments->all.count; i-- > 0;) {
        const bs__moment *other = &moments->all.items[i];
        if (!bs_period_equal(other->period, period)) continue;
        bool begins = bs_str_starts(bs_str_slice(text, other->start, text.len), word);
        if (begins || bs_str_ends(bs_str_trim(bs_str_slice(text, 0, other->start)), word))
            return true;
    }
    return false;
}

// "2024年度第4四半期（1～3月）": the months of a business year that lie in the next one.
static bool is_in_next_year(const bs__moments *moments, size_t index)
{
    enum { MONTH_LAST = 3 };
    const bs_item *item = &moments->items->items[index];
    bool months = item->from.year == 0 && item->from.month > 0 && item->from.month <= MONTH_LAST;
    if (!months || index == 0 || !item[-1].from.fiscal) return false;
    bs_str between = bs_str_slice(moments->passage->text, item[-1].end, item->start);
    return moments->passage->lang == BS_LANG_JA && bs_list_starts(between, "（|(") &&
           bs_list_ends(between, "（|(");
}

// "较2024年同期的", and behind a number "（2024年：18仙）": the same part of that year, of which
// the paper speaks.
static bs_period same_part_of_year(const bs__moments *moments, const bs_item *item,
                                   const bs__spoken *said, bs_period year)
{
    bs_str text = moments->passage->text;
    bs_lang lang = moments->passage->lang;
    bs_str after = bs_str_slice(text, item->end, text.len),
           before = bs_str_slice(text, 0, item->start);
    bool only_year = year.frequency == BS_FREQUENCY_ANNUAL && !bs_period_is_span(year);
    if (!only_year || (lang != BS_LANG_ZH && lang != BS_LANG_JA)) return year;
    bool same = bs_list_starts(after, "同期|同月|同季");
    bool aside =
        lang == BS_LANG_ZH && bs_list_ends(before, "（|(") && bs_list_starts(after, "：|:");
    if (!same && !aside) return year;
    bs_period reported = bs__reported_period(moments, said->frame);
    bool part = bs__is_part_of_year(reported) && (same || bs_period_is_span(reported));
    if (!part) return year;
    return bs_period_offset_years(reported, year.first - bs_period_year_of(reported));
}

// "10월 마지막 주": a week, which the month does not date.
static bool is_of_week(const bs__moments *moments, const bs_item *item)
{
    if (moments->passage->lang != BS_LANG_KO || item->from.month == 0 || item->from.day > 0)
        return false;
    bs_str after = bs_str_slice(moments->passage->text, item->end, moments->passage->text.len);
    return bs_list_starts(bs_str_trim(after), "마지막 주|마지막주") &&
           !bs_list_starts(bs_str_trim(after), "마지막 주간|마지막 주말|마지막 주택");
}

// "2분기 매출은", "지난해 상반기" in a paper that tells when its business year begins; a sentence
// that foresees speaks of the part that has not ended.
static bool is_business_part(bs_period *out, const bs__moments *moments, const bs_item *item,
                             const bs__mention *front)
{
    const bs__job *job = moments->job;
    bs_str text = moments->passage->text;
    size_t index = (size_t)(item - moments->items->items) + 1;
    if (bs_list_starts(bs_str_slice(text, item->end, text.len), " of the calendar year") ||
        bs_list_ends(bs_str_slice(text, 0, item->start), "calendar "))
        return false;
    bool ended = moments->passage->lang == BS_LANG_EN && index < moments->items->count &&
                 bs__part_ended(out, text, item, item + 1);
    if (ended) return true;
    if (job->business_month == 0) return false;
    if (bs__business_part(out, job, item)) return true;
    bool first = bs_list_starts(bs_str_slice(text, item->start, item->end), "first|First");
    if (first && bs__business_months(out, job, item)) return true;
    bs_str sentence = bs_str_slice(text, bs_role__start_before(text, 0, item->start),
                                   bs__sentence_end(text, item->end));
    const bs_words *words = &moments->passage->words;
    static const char plans[] = " will | plans to | intends to ";
    bool ahead = front == NULL && (bs_words_in(words, sentence, BS_MEANS_FORECAST) ||
                                   bs_str_has_any(sentence, plans));
    bool year = front != NULL && front->unit == BS_FREQUENCY_ANNUAL;
    if (front != NULL && !year) return false;
    if (!bs__business_part_near(out, job, item, ahead)) return false;
    if (year) *out = bs_period_offset_years(*out, front->distance);
    return true;
}

// "Permits totaled 21,640 through September": what has been counted since January.
static bool is_total_through(const bs__moments *moments, const bs_item *item, bs_period period)
{
    static const bs_str totals[] = {BS_STR_INIT(" totaled "),   BS_STR_INIT(" totalled "),
                                    BS_STR_INIT(" cumulative"), BS_STR_INIT("year-to-date"),
                                    BS_STR_INIT(" to date"),    BS_STR_INIT("so far this year")};
    bs_str text = moments->passage->text;
    bs_period written = bs__day_written(moments->job);
    bool month = moments->passage->lang == BS_LANG_EN && item->from.month > 0 &&
                 item->from.day == 0 && item->to.month == 0 &&
                 bs_list_ends(bs_str_slice(text, 0, item->start), " through ") &&
                 (bs_period_is_none(written) || bs__has_ended(period, written));
    if (!month || moments->job->business_month > 1) return false;
    bs_str before = bs_str_slice(text, bs_role__start_before(text, 0, item->start), item->start);
    for (size_t i = 0; i < BS_COUNT(totals); i++) {
        size_t at = bs_str_find(before, totals[i], 0);
        bool same = at != SIZE_MAX && bs_str_find(before, BS_STR(", "), at) == SIZE_MAX;
        if (same) return true;
    }
    return false;
}

bool bs__is_day_of_page(bs_str front)
{
    static const char words[] =
        "更新日|公開日|登録日|掲載日|作成日|수정일|등록일|작성일|게시일|갱신일|更新时间|发布时间|"
        "更新時間|發布時間|Last updated|Last update";
    front = bs_str_trim(front);
    if (bs_list_ends(front, "：")) front = bs_str_slice(front, 0, front.len - strlen("："));
    if (bs_list_ends(front, ":")) front.len--;
    return bs_list_ends(bs_str_trim(front), words);
}

// "12月26日、5月1日時点の調査の結果を公表した": the day on which a sentence says that figures came
// out, where it tells what day they are of, too.
static bool is_day_of_report(const bs__moments *moments, size_t index)
{
    static const char of_day[] = "時点|現在|末|기준|현재";
    static const char to_come[] = "公表する予定|公表予定|公表される予定|発表する予定|発表予定|"
                                  "공표할 예정|공표 예정|발표할 예정|발표 예정|공개할 예정";
    const bs_item *item = &moments->items->items[index];
    bs_str text = moments->passage->text;
    // "結果は10月中旬に発表する予定だ": when something else comes out.
    if (item->from.month > 0 && item->to.year == 0 && moments->passage->table == 0 &&
        bs_list_starts(bs_str_trim(bs_str_slice(text, item->end, text.len)),
                       "に|頃|ごろ|에|중|경") &&
        bs_str_has_any(bs_str_slice(text, item->end, bs__sentence_end(text, item->end)), to_come))
        return true;
    if (item->from.day == 0 || item->from.year == 0 || item->to.year > 0) return false;
    if (bs__is_day_of_page(bs_str_slice(text, 0, item->start))) return true;
    bool told = bs_lang_in(moments->passage->lang, BS_IN(BS_LANG_JA) | BS_IN(BS_LANG_KO));
    if (!told) return false;
    size_t end = bs__sentence_end(text, item->end);
    bs_str verb = bs_str_behind_last(bs_str_slice(text, item->end, end), "、|,|を|를|을");
    if (!bs_str_has_any(verb, "公表|発表|公開|발표|공표|공개")) return false;
    for (size_t i = index + 1; i < moments->items->count; i++) {
        const bs_item *other = &moments->items->items[i];
        if (other->start >= end) break;
        bool time = bs__is_time_item(other) && (other->from.day > 0 || other->from.month > 0);
        bs_str behind = bs_str_trim(bs_str_slice(text, other->end, end));
        if (time && bs_list_starts(behind, of_day)) return true;
    }
    return false;
}

// "2016年7月8日に公表した同年5月の": the year that has been printed last in front of 同年; 0 for
// none.
static int year_of_same(const bs__moments *moments, size_t index)
{
    bs_str text = moments->passage->text;
    bool same = bs_lang_in(moments->passage->lang, BS_IN(BS_LANG_JA) | BS_IN(BS_LANG_ZH)) &&
                bs_list_ends(bs_str_slice(text, 0, moments->items->items[index].start), "同年");
    for (size_t i = index; same && i-- > 0;) {
        if (moments->items->items[i].from.year > 0) return moments->items->items[i].from.year;
    }
    return 0;
}

// "올해 1분기 31억 원, 2분기 17억 원, …, 4분기 30억 원": the year of the quarter or month before,
// of which this is the next in a list of them with their numbers; 0 for others.
static int year_of_row(const bs__moments *moments, size_t index)
{
    enum { STEP = 2 };
    if (moments->passage->lang == BS_LANG_EN || index < STEP) return 0;
    const bs_item *item = &moments->items->items[index], *before = item - STEP;
    size_t of = moments->of_item[index - STEP];
    const bs_when *a = &before->from, *b = &item->from;
    bool part = b->day + b->half + b->week == 0 && a->day + a->half + a->week + a->year == 0 &&
                item->to.month + before->to.month == 0;
    bool next = part && ((a->quarter > 0 && b->quarter == a->quarter + 1) ||
                         (a->month > 0 && b->month == a->month + 1));
    if (!next || of == 0 || !bs__is_time_item(before) || bs__is_time_item(item - 1)) return 0;
    if (bs__sentence_end(moments->passage->text, before->end) < item->start) return 0;
    return bs_period_year_of(moments->all.items[of - 1].period);
}

// "2026年3月期の4-9月期", "令和7年度の10～12月": the year of the months that lie within the term in
// front of them; 0 for others. A winter is named by the year it ends in.
static int year_in_term(const bs__moments *moments, size_t index)
{
    const bs_item *item = &moments->items->items[index];
    size_t of = index > 0 ? moments->of_item[index - 1] : 0;
    if (of == 0 || item->from.month == 0 || item->from.day > 0) return 0;
    bs_period term = moments->all.items[of - 1].period, months;
    if (!bs_period_is_span(term) ||
        !bs_str_equal(bs_str_slice(moments->passage->text, item[-1].end, item->start),
                      BS_STR("の")))
        return 0;
    for (int year = bs_period_start(term).year; year <= bs_period_end(term).year; year++) {
        if (bs_when_period(&months, item->from, item->to, year, NULL) == BS_OK &&
            bs_period_contains(term, months))
            return year;
    }
    return 0;
}

// "10-3月期", "11~2월": the winter that has begun at the time of writing, or that stands in or
// right behind the time that was spoken of last, and not the one that ended in the year.
static bool is_next_winter(const bs__moments *moments, const bs_item *item, bs_period period,
                           const bs__spoken *said)
{
    bool winter = item->from.year == 0 && item->to.year == 0 && item->to.month > 0 &&
                  item->from.month > item->to.month && moments->passage->lang != BS_LANG_EN;
    if (!winter || bs_period_is_none(period)) return false;
    bs_period next = bs_period_offset_years(period, 1), begin, day;
    bs_period published = moments->job->source->published, spoken = spoken_of(moments, said);
    if (bs_period_day(&begin, bs_period_start(next), NULL) != BS_OK) return false;
    bool dated = !bs_period_is_none(published) && published.frequency != BS_FREQUENCY_ANNUAL;
    if (dated)
        return bs_period_day(&day, bs_period_end(published), NULL) == BS_OK &&
               bs_period_compare(begin, day) <= 0;
    if (bs_period_is_none(spoken)) return false;
    return bs_period_day(&day, bs_period_end(spoken), NULL) == BS_OK &&
           (bs_period_contains(spoken, next) || bs_period_equal(bs_period_offset(day, 1), begin));
}

// The period of a time that prints its year, or is of `year`, or where that is 0 of the year that
// the words around it tell. False where there is none.
static bool resolve_year(bs_period *out, const bs__moments *moments, size_t index, int year,
                         const bs__spoken *said)
{
    const bs_item *item = &moments->items->items[index];
    bool has_year = item->from.year > 0;
    if (!has_year && year == 0) year = year_of_same(moments, index);
    if (!has_year && year == 0) year = year_in_term(moments, index);
    bool told = !has_year && year > 0;
    if (!has_year && year == 0) year = bs__listed_year(moments, index);
    if (!has_year && year == 0 && said->printed_year == 0)
        year = bs__year_of_quarters(moments, index);
    if (!has_year && year == 0) year = bs__previous_year(moments, item, said->frame);
    if (!has_year && year == 0) year = year_of_row(moments, index);
    if (!has_year && year == 0)
        year = missing_year(moments, item, said) + (int)is_in_next_year(moments, index);
    // "昨年は5月に1,141万人に達した"
    static const char last_years[] = "昨年は|去年は|前年は|昨年も|前年も";
    bool last = !has_year && year > 0 && moments->passage->lang == BS_LANG_JA &&
                bs_list_ends(bs_str_slice(moments->passage->text, 0, item->start), last_years);
    int now = bs_period_year_of(moments->job->source->published);
    if (last) year = (now > 0 ? now : year) - 1;
    bs_when from = item->from;
    bool part = from.month == 0 && (from.quarter > 0 || from.half > 0) &&
                item->to.quarter + item->to.half + item->to.month == 0;
    part &= !has_year && moments->passage->lang != BS_LANG_EN;
    if (part) from.first_month = moments->job->business_month;
    bs_status status = bs_when_period(out, from, item->to, year, NULL);
    if (status == BS_OK && !told && is_next_winter(moments, item, *out, said))
        *out = bs_period_offset_years(*out, 1);
    // A fifth week that the month does not have is a time, but nobody knows which.
    bool week = item->from.week > 0 && item->from.month > 0;
    // Nor is a part of a year that nobody tells of the time that was told before it.
    bool untold_year = !has_year && year == 0 && item->from.day == 0;
    if (status != BS_OK && !week && !untold_year) return false;
    if (status != BS_OK) *out = BS_PERIOD_NONE;
    return true;
}

// "from 90 in March of the previous year", "in May a year earlier": the part of the year before the
// one that is spoken of.
static bool is_of_year_before(const bs__moments *moments, const bs_item *item, bs_period period,
                              bs_period spoken)
{
    static const char behind[] =
        " of the previous year| of the prior year| of the preceding year| of the year before|"
        " the previous year| the year before| the prior year| a year earlier| a year ago|"
        " a year before| one year earlier| one year ago";
    bs_str after = bs_str_slice(moments->passage->text, item->end, moments->passage->text.len);
    bool part = moments->passage->lang == BS_LANG_EN && item->from.year == 0 &&
                item->from.day == 0 && !bs_period_is_none(period);
    if (!part || !bs_list_starts(after, behind)) return false;
    if (bs_period_is_none(spoken)) spoken = moments->job->source->published;
    return bs_period_is_none(spoken) || bs_period_year_of(spoken) == bs_period_year_of(period);
}

// "월별로는 10월에 가장 많이 발생했다", "月別では3月が12件で": one of the times of a breakdown,
// which dates no more than its own number. *only: that number, BS__NO_ITEM for none.
static bool is_of_breakdown(const bs__moments *moments, size_t index, size_t *only)
{
    enum { FRONT_BYTES = 36 };
    static const char words[] = "월별|분기별|연도별|요일별|月別|四半期別|年別|年度別";
    const bs_item *item = &moments->items->items[index];
    bs_str text = moments->passage->text;
    bs_str front = bs_str_tail(bs_str_slice(text, 0, item->start), FRONT_BYTES);
    front = bs_str_behind_last(front, ".|。|,|、|\n");
    *only = BS__NO_ITEM;
    if (!bs_str_has_any(front, words) || !bs_str_has_any(front, "로|では|で見|でみ|にみ|に見"))
        return false;
    if (index + 1 == moments->items->count || item[1].start >= bs__sentence_end(text, item->end))
        return true;
    if (bs__is_time_item(item + 1)) return false;
    *only = index + 1;
    return true;
}

// "최근 5년간(2027~2031년)", "過去5年間（令和2～6年）": which years a length is, and no time of
// what is reported.
static bool tells_length(const bs__moments *moments, const bs_item *item)
{
    static const char lengths[] = "년간(|년 간(|년간 (|년(|年間(|年間（|年(|年（";
    bs_str front = bs_str_slice(moments->passage->text, 0, item->start);
    bool years = item->from.year > 0 && item->to.year > item->from.year;
    return years && moments->passage->table == 0 && bs_list_ends(front, lengths) &&
           bs_list_starts(bs_str_slice(moments->passage->text, item->end, item->end + 8), ")|）");
}

// Which number the time is bound to, or whether it is a frame.
static void bind(const bs__moments *moments, size_t index, bs__moment *out)
{
    const bs_item *item = &moments->items->items[index];
    // It dates none of its numbers.
    bool forecast = bs__is_day_of_forecast(moments, index) || is_day_of_report(moments, index);
    size_t member;
    bool breakdown = is_of_breakdown(moments, index, &member);
    out->only =
        forecast ? BS__NO_ITEM : bs__base_number(moments, item->start, item->end, index + 1);
    if (breakdown && out->only == BS__NO_ITEM) out->only = member;
    out->bound = out->only != BS__NO_ITEM || bs__is_aside_of_number(moments, index);
    out->frame = out->bound || (!forecast && !breakdown && bs__is_frame(moments, index));
}

bool bs__resolve_item(const bs__moments *moments, size_t index, const bs__mention *front,
                      const bs__spoken *said, bs__moment *out)
{
    const bs_item *item = &moments->items->items[index];
    bool has_year = item->from.year > 0;
    if (has_year) front = NULL;
    bool front_year = front != NULL && front->period.frequency == BS_FREQUENCY_ANNUAL;
    bool front_month = front != NULL && front->period.frequency == BS_FREQUENCY_MONTH;
    // "지난해 7월" in a paper without a date: of a year that nobody tells.
    bool untold = front != NULL && front->unit == BS_FREQUENCY_ANNUAL &&
                  (front->distance != 0 || bs__is_about_year(moments->job)) &&
                  bs_period_is_none(front->period) && moments->passage->lang == BS_LANG_KO;
    if (untold) return false;
    // "the first six months of this year" in a paper without a date.
    bool adrift = front != NULL && front->unit == BS_FREQUENCY_ANNUAL && !front->of_period &&
                  bs_period_is_none(front->period) && item->from.day == 0;
    *out = (bs__moment){.start = item->start, .end = item->end, .item = index};
    if (bs__is_day_only(item)) {
        bs_date month = front_month ? bs_period_start(front->period) : said->named;
        if (!resolve_day(&out->period, moments, item, month)) return false;
    } else if (adrift) {
        out->period = BS_PERIOD_NONE;
    } else if (!is_business_part(&out->period, moments, item, front)) {
        int year = front_year ? front->period.first : 0;
        if (!resolve_year(&out->period, moments, index, year, said)) return false;
    }
    if (front == NULL && is_of_year_before(moments, item, out->period, spoken_of(moments, said)))
        out->period = bs_period_offset_years(out->period, -1);
    if (!has_year) out->period = bs__summed_up(moments, item, out->period);
    if (is_total_through(moments, item, out->period)) out->period = bs__since_january(out->period);
    // "올해는 6월까지": since January.
    bool until =
        front_year && moments->passage->lang == BS_LANG_KO &&
        bs_list_starts(bs_str_slice(moments->passage->text, item->end, moments->passage->text.len),
                       "까지 |까지의 |까지는 ");
    if (until) out->period = bs__since_january(out->period);
    bool week = is_of_week(moments, item);
    if (week) out->period = BS_PERIOD_NONE;
    if (has_year) out->period = same_part_of_year(moments, item, said, out->period);
    if (has_year) out->period = bs__so_far_in(moments, item, said->frame, out->period);
    // "last year's third quarter" behind the third quarter that ended last year is the one before.
    out->counted = front_year && front->distance < 0;
    bool again = out->counted && !said->frame->counted &&
                 bs_period_equal(out->period, spoken_of(moments, said)) &&
                 !was_told_so(moments, front, out->period);
    if (again) out->period = bs_period_offset_years(out->period, front->distance);
    bind(moments, index, out);
    // "3月末から低下した" in a paper of January: what something is held against is over.
    bs_period published = moments->job->source->published;
    bool base = !has_year && front == NULL && !out->frame && bs__is_part_of_year(out->period) &&
                !bs_period_is_none(published) && bs_period_compare(out->period, published) > 0 &&
                !bs_period_contains(out->period, published);
    if (base) out->period = bs_period_offset_years(out->period, -1);
    // The date of the document itself is on its letterhead, not in its text.
    bool letterhead = bs_period_equal(out->period, moments->job->source->published);
    out->of_length = tells_length(moments, item);
    bool same_year = !has_year && year_of_same(moments, index) > 0;
    out->lasting = !letterhead && (has_year || front_year || same_year || item->from.half ||
                                   item->from.quarter || item->to.month);
    out->lasting &= !until && !is_day_of_report(moments, index) && !out->of_length;
    out->inferred = !has_year;
    return true;
}
