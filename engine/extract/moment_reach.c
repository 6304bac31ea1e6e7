// SPDX-License-Identifier: GPL-3.0-or-later
// How far a time holds in its passage: a part that is looked into by the way, a plan's year in
// front of what is there now.
#include "engine/extract/moment_internal.h"
#include "engine/extract/numeral.h"
#include "engine/extract/words.h"

bs_period bs__time_of_writing(const bs__job *job)
{
    if (!bs_period_is_none(job->source->published)) return job->source->published;
    return job->start.period_stated ? job->start.period : BS_PERIOD_NONE;
}

bool bs__lies_ahead(const bs__job *job, bs_period period)
{
    bs_period now = bs__time_of_writing(job);
    // Figures come out in the year that they are of, or in the next.
    int late = bs_period_is_none(job->source->published);
    return !bs_period_is_none(now) && bs_period_year_of(period) > bs_period_year_of(now) + late;
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

// The last year that is named as the time of something in [from, to); 0 for none.
static int latest_year(const bs__moments *moments, size_t from, size_t to)
{
    int latest = 0;
    for (size_t i = 0; i < moments->all.count; i++) {
        const bs__moment *made = &moments->all.items[i];
        bool named = made->frame && !made->bound && made->start >= from && made->start < to;
        if (named && bs_period_year_of(made->period) > latest)
            latest = bs_period_year_of(made->period);
    }
    return latest;
}

// The byte behind the first word for a target in [from, to) that is told as fulfilled: 完成目标;
// `to` for none.
static size_t behind_target(const bs__moments *moments, size_t from, size_t to)
{
    bs_word_hit hit;
    bs_str sentence = bs_str_slice(moments->passage->text, from, to);
    static const bs_str verbs[] = {BS_STR_INIT("完成"), BS_STR_INIT("达成"), BS_STR_INIT("实现")};
    if (!bs_words_first(&moments->passage->words, sentence, BS_MEANS_TARGET, &hit)) return to;
    for (size_t i = 0; i < BS_COUNT(verbs); i++) {
        size_t at = bs_str_find(sentence, verbs[i], 0);
        if (at < hit.start) return from + hit.end;
    }
    return to;
}

// Japanese: does a word for a target speak of the number in [start, end), where the sentence goes
// from `from` to `to`? What is told as done between them parts the two: "6,628歩で、目標の8,000歩".
static bool is_aimed_at(const bs__moments *moments, size_t from, const bs_item *item, size_t to)
{
    static const char breaks[] = "。|で、|となり|となった|だった|であった|が、|一方|（|）|(|)|"
                                 "に対し|に対する|こともあり|ことから";
    const bs_words *words = &moments->passage->words;
    bs_str text = moments->passage->text;
    bs_str before = bs_str_behind_last(bs_str_slice(text, from, item->start), breaks);
    if (bs_words_in(words, before, BS_MEANS_TARGET)) return true;
    bs_word_hit hit;
    bs_str after = bs_str_slice(text, item->end, to);
    if (!bs_words_first(words, after, BS_MEANS_TARGET, &hit)) return false;
    bs_str between = bs_str_slice(after, 0, hit.start);
    // "目標1兆円", "目標の8,000歩": of the number behind it.
    size_t behind = hit.end, len;
    if (bs_list_starts(bs_str_slice(after, behind, after.len), "の|は|値")) behind += strlen("の");
    if (bs_digit_at(after, behind, &len) >= 0) return false;
    return bs_str_behind_last(between, breaks).len == between.len;
}

// English: does the text between the numbers beside number `index` speak of a target? Times between
// them are part of what is said: "the target for 2030 is 40%".
static bool is_near_target(const bs__moments *moments, size_t index, size_t from, size_t to)
{
    const bs_item *items = moments->items->items;
    size_t before = index, next = index + 1;
    while (before > 0 && bs__is_time_item(&items[before - 1]))
        before--;
    while (next < moments->items->count && bs__is_time_item(&items[next]))
        next++;
    if (before > 0 && items[before - 1].end > from) from = items[before - 1].end;
    if (next < moments->items->count && items[next].start < to) to = items[next].start;
    // ", more than the target of 3 percent" is said of the next one.
    size_t comma =
        bs_str_find(bs_str_slice(moments->passage->text, 0, to), BS_STR(", "), items[index].end);
    if (comma < to) to = comma;
    bs_str near = bs_str_slice(moments->passage->text, from, to);
    return bs_words_in(&moments->passage->words, near, BS_MEANS_TARGET);
}

// "主要预期目标是：生产总值增长5.5%；财政收入增长3%；…": does a clause of the sentence at byte
// `from` open a list of aims?
static bool lists_aims(const bs__moments *moments, size_t from)
{
    enum { CLAUSES_MAX = 16 };
    static const char opens[] = "目标是|目标为|目标：|目标:|目标如下|目標是|目標為|目標：|目標:";
    bs_str text = moments->passage->text;
    for (int i = 0; i < CLAUSES_MAX && moments->passage->lang == BS_LANG_ZH; i++) {
        bs_str front = bs_str_trim(bs_str_slice(text, 0, from));
        if (!bs_list_ends(front, "；|;")) return false;
        size_t start = sentence_start(text, bs_list_ends(front, ";") ? front.len - 1
                                                                     : front.len - strlen("；"));
        if (bs_str_has_any(bs_str_slice(text, start, from), opens)) return true;
        from = start;
    }
    return false;
}

// "公布第三季财报及第四季财测目标，第三季净利4亿元": does the only word for a target in [from, to)
// name what has been published, in a clause of its own without the number of `item`?
static bool is_only_published(const bs__moments *moments, size_t from, size_t to,
                              const bs_item *item)
{
    bs_word_hit hit;
    bs_str text = moments->passage->text, sentence = bs_str_slice(text, from, to);
    if (moments->passage->lang != BS_LANG_ZH) return false;
    if (!bs_words_first(&moments->passage->words, sentence, BS_MEANS_TARGET, &hit)) return false;
    bs_str front = bs_str_behind_last(bs_str_slice(sentence, 0, hit.start), "，|,|；|;");
    bs_str rest = bs_str_slice(sentence, hit.end, sentence.len);
    return from + hit.end < item->start && bs_list_starts(rest, "，|,") &&
           bs_str_has_any(front, "公布|公佈|發布|发布|披露") &&
           !bs_words_in(&moments->passage->words, rest, BS_MEANS_TARGET);
}

// "2021年生产总值达到114亿元。今年预期目标是": is the first word for a target one of a sentence
// behind [from, to), which speaks of this year or the next?
static bool aims_at_later(const bs__moments *moments, size_t from, size_t to)
{
    static const char years[] = "今年|本年|明年|来年|下一年|新一年|全年";
    const bs_words *words = &moments->passage->words;
    bs_str text = moments->passage->text;
    bs_word_hit hit;
    if (bs_words_in(words, bs_str_slice(text, 0, to), BS_MEANS_TARGET)) return false;
    if (!bs_words_first(words, bs_str_slice(text, to, text.len), BS_MEANS_TARGET, &hit))
        return false;
    size_t word = to + hit.start, start = sentence_start(text, word);
    bool due = bs_list_starts(bs_str_slice(text, from, to), "到|力争|争取|确保");
    return !due && start > from && bs_str_has_any(bs_str_slice(text, start, word), years);
}

bool bs__is_targeted(const bs__moments *moments, size_t index, bs_period period)
{
    const bs_item *item = &moments->items->items[index];
    bs_str text = moments->passage->text;
    size_t from = sentence_start(text, item->start), to = bs__sentence_end(text, item->end);
    int year = bs_period_year_of(period);
    bool dated = !bs_period_is_none(bs__time_of_writing(moments->job));
    // "达成全年目标之103.2%": what has been reached of it.
    bool reached =
        moments->passage->lang == BS_LANG_ZH &&
        bs_list_starts(bs_str_slice(text, behind_target(moments, from, to), text.len), "的|之");
    if (reached && !bs__lies_ahead(moments->job, period)) return false;
    if (bs__lies_ahead(moments->job, period)) return true;
    if (is_only_published(moments, from, to, item)) return false;
    if (moments->passage->lang == BS_LANG_JA && !is_aimed_at(moments, from, item, to)) return false;
    if (moments->passage->lang == BS_LANG_EN && !is_near_target(moments, index, from, to))
        return false;
    if (bs_words_in(&moments->passage->words, bs_str_slice(text, from, to), BS_MEANS_TARGET))
        return dated || year >= latest_year(moments, from, to);
    int latest = latest_year(moments, 0, text.len);
    if (lists_aims(moments, from)) return true;
    if (moments->passage->lang == BS_LANG_ZH && aims_at_later(moments, from, to)) return false;
    // "물가가 1.7% 올랐다. 이는 목표인 …": what another sentence reports.
    if (moments->passage->lang == BS_LANG_KO && bs__reports(text, item->start, BS_LANG_KO))
        return false;
    return latest == 0 || (!dated && year >= latest);
}

// The byte behind the last word for the present in [from, to); `from` when there is none.
static size_t behind_now(bs_str text, size_t from, size_t to, bs_lang lang)
{
    static const char chinese[] = "目前|当前|現時|截至目前|迄今|现已|现有";
    static const char korean[] = "현재|지금까지|현행";
    static const char japanese[] = "現在|現状|現時点|これまで";
    const char *words = lang == BS_LANG_ZH   ? chinese
                        : lang == BS_LANG_KO ? korean
                        : lang == BS_LANG_JA ? japanese
                                             : NULL;
    bs_str part = bs_str_slice(text, from, to);
    bs_str rest = words != NULL ? bs_str_behind_last(part, words) : part;
    return rest.len == part.len ? from : to - rest.len;
}

bool bs__is_planned(const bs__moments *moments, const bs__moment *made)
{
    const bs__job *job = moments->job;
    bs_period now = bs__time_of_writing(job);
    if (bs__lies_ahead(job, made->period)) return true;
    if (!bs_period_is_none(job->source->published)) return false;
    bool behind =
        !bs_period_is_none(now) && bs_period_year_of(made->period) <= bs_period_year_of(now);
    bs_str text = moments->passage->text;
    if (behind || made->end > text.len || made->end == 0) return false; // 0: of another passage
    bs_str sentence =
        bs_str_slice(text, sentence_start(text, made->start), bs__sentence_end(text, made->end));
    const bs_words *words = &moments->passage->words;
    return bs_words_in(words, sentence, BS_MEANS_TARGET) ||
           bs_words_in(words, sentence, BS_MEANS_FORECAST) ||
           bs_list_ends(bs_str_slice(text, 0, made->start), "到") ||
           bs_list_starts(bs_str_slice(text, made->end, text.len), "까지|までに|末までに|まで毎");
}

// Is one of the words a word of the text, between blanks?
static bool has_word(bs_str text, const char *words)
{
    for (size_t at = 0; at < text.len;) {
        bs_str rest = bs_str_slice(text, at, text.len), word = rest;
        size_t blank = bs_str_find(rest, BS_STR(" "), 0);
        word.len = blank == SIZE_MAX ? rest.len : blank;
        if (bs_list_starts(word, words) && bs_list_ends(word, words)) return true;
        if (blank == SIZE_MAX) break;
        at += blank + 1;
    }
    return false;
}

// Does a sentence, or the part of it up to a number, report what is or was?
static bool reports(bs_str sentence, bs_lang lang)
{
    static const char korean[] =
        "했다|였다|었다|았다|됐다|졌다|렀다|났다|이다|있다|차지한다|달한다|랐다|렸다|냈다|쳤다|"
        "했다고 밝혔다|였다고 밝혔다|었다고 밝혔다|았다고 밝혔다|됐다고 밝혔다|졌다고 밝혔다|"
        "났다고 밝혔다|랐다고 밝혔다|렸다고 밝혔다|했습니다|였습니다|었습니다|았습니다|됐습니다|"
        "졌습니다|났습니다|랐습니다|렸습니다|냈습니다|쳤습니다";
    static const char japanese[] =
        "した|だった|なった|である|占める|増えた|減った|達した|上回った|下回った|"
        "あった|いた|れた|めた|けた|えた|たため|たからだ|ている";
    static const char english[] = "was|were|had|rose|fell|grew|increased|decreased|declined|stood|"
                                  "reached|totalled|totaled|amounted|averaged|climbed|dropped|made|"
                                  "sold|earned|posted|reported|recorded|spent|lost|gained|"
                                  "generated|produced|exported|imported";
    bool report = lang == BS_LANG_EN ? has_word(sentence, english)
                  : lang == BS_LANG_KO
                      ? bs_list_ends(bs_str_trim(sentence), korean)
                      : lang == BS_LANG_JA && bs_list_ends(bs_str_trim(sentence), japanese);
    return report && !bs_word_in(sentence, BS_MEANS_TARGET) &&
           !bs_word_in(sentence, BS_MEANS_FORECAST);
}

// Does the sentence of byte `at` report what is or was, "占める。", "늘었다."?
bool bs__reports(bs_str text, size_t at, bs_lang lang)
{
    return reports(bs_str_slice(text, sentence_start(text, at), bs__sentence_end(text, at)), lang);
}

// "2025年3月期通期は": a business year that is foreseen, and has not ended.
static bool is_unfinished(const bs__moments *moments, const bs__moment *found)
{
    bs_period published = moments->job->source->published;
    return bs_period_is_span(found->period) && bs_period_contains(found->period, published) &&
           bs_period_contains(found->period, moments->job->start.period) &&
           !bs__has_ended(found->period, published);
}

// "2015년 10곳이던 시설은 현재 35곳", "2020年不足1万吨，目前已达2.4万吨": has the sentence come
// from the time and its number to the present?
static bool has_come_to_now(const bs__moments *moments, const bs_item *item,
                            const bs__moment *found)
{
    bs_str text = moments->passage->text;
    bool before = moments->passage->lang != BS_LANG_EN && found->item != BS__NO_ITEM &&
                  found->period.frequency == BS_FREQUENCY_ANNUAL && found->end <= item->start;
    size_t from = before ? sentence_start(text, item->start) : 0;
    if (!before || found->start < from) return false;
    size_t now = behind_now(text, from, item->start, moments->passage->lang);
    const bs_item *number = &moments->items->items[found->item] + 1;
    return now > found->end && number < item && !bs__is_time_item(number) && number->end < now;
}

bool bs__is_of_now(const bs__moments *moments, const bs_item *item, const bs__moment *found)
{
    bs_lang lang = moments->passage->lang;
    if (found != NULL && has_come_to_now(moments, item, found)) return true;
    if (found == NULL || !(bs__is_planned(moments, found) || is_unfinished(moments, found)))
        return false;
    bs_str text = moments->passage->text;
    size_t from = sentence_start(text, item->start);
    // "made £12 million and expects to make £15 million": in English as far as the number.
    size_t to = lang == BS_LANG_EN ? item->start : bs__sentence_end(text, item->start);
    if (found->end <= from && reports(bs_str_slice(text, from, to), lang)) return true;
    bs_str after = bs_str_trim(bs_str_slice(text, item->end, text.len));
    if (lang == BS_LANG_EN) return bs_list_starts(after, "today|now|currently|at present");
    size_t now = behind_now(text, from, item->start, lang);
    if (now == from) return false;
    // "分析员目前平均估计为2.3%": what is foretold now is not of now.
    if (lang == BS_LANG_ZH && bs_str_has_any(bs_str_slice(text, now, item->start), "估计|预"))
        return false;
    // "현재 38만 TEU에서 60만 TEU로": the second is of the plan.
    bs_str since = bs_str_slice(text, now, item->start);
    if (lang == BS_LANG_KO && bs_str_find(since, BS_STR("에서 "), 0) != SIZE_MAX) return false;
    return found->start >= item->end || found->end < now;
}

bool bs__is_of_now_under(const bs__moments *moments, size_t index, const bs__frame *frame)
{
    bs__moment stated = {.period = frame->period};
    bool english = moments->passage->lang == BS_LANG_EN;
    return frame->period_stated && !english &&
           bs__is_of_now(moments, &moments->items->items[index], &stated);
}

void bs__find_scope(const bs__moments *moments, bs__moment *made)
{
    bs_str text = moments->passage->text;
    size_t open = bs__open_before(text, made->start), close = made->end;
    bs_rune rune = {0};
    made->scope = SIZE_MAX;
    if (open == SIZE_MAX) return;
    while (close < text.len && close - made->end < BS__SCOPE_BYTES_MAX) {
        rune = bs_utf8_decode(text, close);
        if (bs__closes_parenthesis(rune.code)) break;
        close += rune.len;
    }
    if (!bs__closes_parenthesis(rune.code)) return;
    for (size_t k = 0; k < moments->items->count; k++) {
        const bs_item *item = &moments->items->items[k];
        bool inside = item->start > open && item->end <= close;
        if (inside && !bs__is_time_item(item) && !bs__is_name_item(item)) made->scope = open;
    }
    made->scope_end = close;
}

// "最高峰为10月1日", "배당 기준일은 9월 30일이다": the day is what is said of something.
static bool is_told_day(const bs__passage *passage, const bs__moment *made)
{
    static const char copulas[] = "이다|이며|이고|입니다|로 정|로 확정|로 잡|로 예정";
    bs_str before = bs_str_slice(passage->text, 0, made->start);
    // "至2027年4月1日合共删减一万个职位", "自2025年1月1日起": by when, or since.
    bool bound = bs_list_ends(before, "至|到|自|从") && !bs_list_ends(before, "截至|截止至|截止到");
    if (passage->lang == BS_LANG_ZH) return bound || bs_list_ends(before, "为|是");
    return passage->lang == BS_LANG_KO && bs_list_ends(before, "은 |는 ") &&
           bs_list_starts(bs_str_slice(passage->text, made->end, passage->text.len), copulas);
}

void bs__end_part(const bs__moments *moments, bs__moment *made)
{
    static const char fronts[] =
        "其中|其中，|其中,|其中：|うち|うち、|このうち|このうち、|이 중|이중|"
        "이 가운데|그중|그 중|이 중에서";
    bs_str text = moments->passage->text;
    // "最高峰为10月1日，当日发送31万人次；": a day that is told of something is not that of what
    // follows.
    bool told = made->frame && !made->bound && made->scope == SIZE_MAX && made->start > 0 &&
                made->period.frequency == BS_FREQUENCY_DAY && is_told_day(moments->passage, made);
    if (told) {
        made->scope = made->start - 1;
        made->scope_end = bs__sentence_end(text, made->end);
        return;
    }
    bool part = made->frame && !made->bound && made->scope == SIZE_MAX && made->start > 0 &&
                bs_list_ends(bs_str_trim(bs_str_slice(text, 0, made->start)), fronts);
    if (!part) return;
    made->scope = made->start - 1;
    made->scope_end = bs__sentence_end(text, made->end);
    // "。其中，第二季度收入18亿元；净利润1亿元。": a sentence that begins with it is of it to its
    // stop.
    bs_str front = bs_str_trim(bs_str_slice(text, 0, made->start));
    bool comma = bs_list_ends(front, "，");
    if (comma) front = bs_str_slice(front, 0, front.len - strlen("，"));
    bool opens = bs_list_ends(front, "。其中") || bs_str_equal(front, BS_STR("其中"));
    while (opens && bs_str_starts(bs_str_slice(text, made->scope_end, text.len), BS_STR("；")))
        made->scope_end = bs__sentence_end(text, made->scope_end + strlen("；"));
}

bool bs__widens(const bs__moments *moments, const bs__mention *mention, size_t next_item)
{
    enum { NAME_BYTES_MAX = 40 };
    if (moments->passage->lang != BS_LANG_KO || moments->all.count == 0) return false;
    if (next_item >= moments->items->count) return false;
    bs_str text = moments->passage->text;
    const bs__moment *last = &moments->all.items[moments->all.count - 1];
    const bs_item *next = &moments->items->items[next_item];
    size_t stop = bs__sentence_end(text, mention->end);
    bool part = last->frame && !last->bound && bs__is_part_of_year(last->period) &&
                last->start >= sentence_start(text, mention->start);
    if (!part || bs__is_time_item(next) || next->start > mention->end + NAME_BYTES_MAX)
        return false;
    static const char plans[] = "계획|목표|예정|방침|전망";
    bs_str behind = bs_str_slice(text, next->end, stop);
    return bs_str_has_any(behind, plans);
}

bool bs__is_about_year(const bs__job *job)
{
    return job->start.period_stated && bs_period_is_none(job->source->published) &&
           job->start.period.frequency == BS_FREQUENCY_ANNUAL;
}

bool bs__is_adrift(const bs__moments *moments, const bs__mention *mention, const bs__frame *frame,
                   int printed_year)
{
    bool point = mention->kind == BS__MENTION_POINT && !mention->of_period;
    // "군 인구는 4월 말 4만 명이고 귀농 가구는 지난해 223가구": of no time that is told.
    bool korean = moments->passage->lang == BS_LANG_KO;
    bool other = korean && mention->distance < 0 && !mention->same_part;
    // "올해" under a title of a year: it came out in that year, or behind or before it.
    other |= korean && mention->unit == BS_FREQUENCY_ANNUAL && bs__is_about_year(moments->job);
    // "2021年生产总值达到……。今年预期目标是": of no year that an undated paper tells.
    bs_str text = moments->passage->text;
    other |= moments->passage->lang == BS_LANG_ZH && mention->unit == BS_FREQUENCY_ANNUAL &&
             mention->distance >= 0 && printed_year > 0 &&
             bs_words_in(&moments->passage->words,
                         bs_str_slice(text, mention->end, bs__sentence_end(text, mention->end)),
                         BS_MEANS_TARGET);
    if (point && other) return bs_period_is_none(moments->job->source->published);
    return point && printed_year == 0 && !frame->period_stated &&
           bs_period_is_none(bs__time_of_writing(moments->job));
}

// "到2025年，计算力方面……。运载力方面……": one aim after the other, each in its field.
static bool goes_on_in_fields(bs_str aims, bs_str next)
{
    enum { FIELD_BYTES_MAX = 45 };
    const bs_str field = BS_STR("方面");
    return bs_str_find(aims, field, 0) != SIZE_MAX &&
           bs_str_find(bs_str_slice(next, 0, FIELD_BYTES_MAX), field, 0) != SIZE_MAX;
}

void bs__end_undated(const bs__moments *moments, bs__moment *made)
{
    enum { SENTENCES_MAX = 8 };
    if (made->scope != SIZE_MAX || !bs_period_is_none(bs__time_of_writing(moments->job))) return;
    bool planned = bs__is_planned(moments, made);
    bs_str text = moments->passage->text;
    bool head = bs_str_trim(bs_str_slice(text, 0, made->start)).len <= strlen("　");
    if (!planned && !moments->job->adrift && (!moments->job->undated || head)) return;
    size_t stop = bs__sentence_end(text, made->end);
    for (int i = 0; planned && i < SENTENCES_MAX && stop < text.len; i++) {
        size_t from = stop + bs_utf8_decode(text, stop).len;
        bs_str next = bs_str_slice(text, from, bs__sentence_end(text, from));
        if (!bs_word_in(next, BS_MEANS_TARGET) && !bs_word_in(next, BS_MEANS_FORECAST) &&
            !goes_on_in_fields(bs_str_slice(text, made->end, stop), next))
            break;
        stop = from + next.len;
    }
    // English dates a number from behind too: "48,000 bags in 2023".
    bool english = moments->passage->lang == BS_LANG_EN;
    size_t first = english ? sentence_start(text, made->start) : made->start;
    made->scope = first > 0 ? first - 1 : 0;
    made->scope_end = stop;
}

// "2024년 2.0GW에서 2029년 49.4GW로 늘 전망이다. / 이 가운데 82.1%가": the first sentence of a
// passage goes on with the number that the one before it ends with, where that is no base of an
// earlier time.
bs_period bs__period_of_whole(const bs__moments *moments, const bs_item *item, size_t first,
                              bs_period reported)
{
    static const char openings[] =
        "이 중|이 가운데|이중 |이중,|그중|그 중|그 가운데|其中|其内|このうち|そのうち|うち、|うち|"
        "Of which|Of these|Of this|Of those|Of them|Of that";
    const bs__passage *passage = moments->passage;
    const bs_quantity_array *all = &moments->job->out->quantities;
    if (first == 0 || !bs_list_starts(bs_str_trim(passage->text), openings)) return BS_PERIOD_NONE;
    size_t at = first - 1;
    while (at > 0 && (all->items[at].kind == BS_KIND_YEAR || all->items[at].kind == BS_KIND_DATE))
        at--; // "is to reach 49.4 GW by 2029"
    const bs_quantity *last = &all->items[at];
    bool near = last->origin.block + 1 == passage->block && last->origin.table == 0;
    bool number = last->kind == BS_KIND_QUANTITY || last->kind == BS_KIND_PERCENT ||
                  last->kind == BS_KIND_CURRENCY || last->kind == BS_KIND_RANGE;
    bool same = bs__sentence_end(passage->text, 0) >= item->start;
    bool later = !bs_period_is_none(last->period) && !bs_period_is_none(reported) &&
                 bs_period_compare(last->period, reported) > 0;
    return near && number && same && later ? last->period : BS_PERIOD_NONE;
}
