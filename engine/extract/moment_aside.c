// SPDX-License-Identifier: GPL-3.0-or-later
// Asides: a paper reports one time, and turns from it for a sentence, to look back ("before the
// pandemic, in 2019", 2019년에는, 去年同期为) or ahead (预计2025年, "in 2026 it will"). The time of
// an aside holds for its sentence; what follows without a time is of the one that is reported.
#include "engine/extract/moment_internal.h"
#include "engine/extract/role.h"
#include "engine/extract/words.h"

enum { SENTENCES_MAX = 8 }; // that go on with an aside

bool bs__is_before(bs_period period, bs_period report)
{
    return !bs_period_is_none(period) && bs_period_compare(period, report) < 0 &&
           !bs_period_contains(report, period);
}

const bs__moment *bs__last_report(const bs__moments *moments)
{
    bs_period published = bs__day_written(moments->job);
    for (size_t i = moments->all.count; i-- > 0;) {
        const bs__moment *other = &moments->all.items[i];
        bool ahead = moments->passage->lang == BS_LANG_EN && !bs_period_is_none(published) &&
                     !bs__has_ended(other->period, published);
        bool dateline = !bs_period_is_none(published) && bs_period_equal(other->period, published);
        bool open = other->frame && !other->bound && other->scope == SIZE_MAX;
        if (open && !ahead && !dateline) return other;
    }
    return NULL;
}

// What the sentence of the time says of it, up to the number behind it.
static bs_str words_around(const bs__moments *moments, const bs__moment *made)
{
    bs_str text = moments->passage->text;
    size_t stop = bs__sentence_end(text, made->end);
    for (size_t i = 0; i < moments->items->count; i++) {
        const bs_item *item = &moments->items->items[i];
        if (item->start < made->end || bs__is_time_item(item)) continue;
        if (item->end < stop) stop = item->end;
        break;
    }
    return bs_str_slice(text, bs_role__start_before(text, 0, made->start), stop);
}

// "2019년에는 …", "2020年4～6月期には", "1/4분기에는": set against what is reported.
static bool is_set_against(const bs__moments *moments, const bs__moment *made)
{
    bs_str after = bs_str_slice(moments->passage->text, made->end, moments->passage->text.len);
    return bs_list_starts(after, "에는 |에만 해도|말에는 |には|期には|末には|時点では|때는 ");
}

// Words by which a sentence says that it looks back.
static bool looks_back(bs_str sentence, bs_lang lang)
{
    static const char *const words[] = {
        [BS_LANG_KO] = "이전인|코로나19 이전|코로나 이전|팬데믹 이전|위기 이전|위기 직전|한때|과거",
        [BS_LANG_ZH] = "疫情前|疫情之前|危机前|曾经|曾达|曾为|曾高达|曾低至|一度|历史上",
        [BS_LANG_JA] =
            "コロナ前|コロナ禍前|コロナ禍以前|感染拡大前|感染症拡大前|震災前|危機前|かつて|一時は",
        [BS_LANG_EN] = "efore the pandemic|re-pandemic|efore the crisis|efore Covid|efore COVID| "
                       "had peaked| had averaged| had been | once |At its |At their ",
    };
    bool known = (size_t)lang < BS_COUNT(words) && words[lang] != NULL;
    return known && bs_str_has_any(sentence, words[lang]);
}

static bool foresees(bs_lang lang, bs_str sentence)
{
    bool will = lang == BS_LANG_EN && bs_str_has_any(sentence, " will | would ");
    return will || bs_word_in(sentence, BS_MEANS_TARGET) || bs_word_in(sentence, BS_MEANS_FORECAST);
}

// A sentence that foresees, and has no time of its own in words: "is expected to peak this summer".
static bool foresees_on(bs_lang lang, bs_str sentence)
{
    bool own = lang == BS_LANG_EN && bs_str_has_any(sentence, " this | next | currently | now ");
    return !own && foresees(lang, sentence);
}

// "당시", "その年", "That year": the sentence goes on with the time of the one before it.
static bool goes_on(bs_lang lang, bs_str sentence)
{
    static const char words[] = "당시|이때|그때|그해|그 해|이 해|当时|当年|那一年|该年|彼时|同年|"
                                "当時|その年|このとき|At the time|At that time|That year|"
                                "In that year|That month|That quarter";
    return lang != BS_LANG_UNKNOWN && bs_list_starts(bs_str_trim(sentence), words);
}

// "... rose. In the 12 months to September, the surplus was ...": a longer term up to the month
// that an English paper is about, in the course of a passage.
static bool is_longer_term(const bs__moments *moments, const bs__frame *frame,
                           const bs__moment *made)
{
    return moments->passage->lang == BS_LANG_EN && frame->pinned &&
           frame->reported.frequency == made->period.frequency &&
           !bs_period_is_span(frame->reported) && bs_period_is_span(made->period) &&
           made->period.last == frame->reported.last &&
           bs_role__start_before(moments->passage->text, 0, made->start) > 0;
}

// "調査では4であったが、今回は6となった": where the sentence comes back to what is reported.
static size_t comes_back(bs_str text, size_t from, size_t stop)
{
    static const bs_str words[] = {BS_STR_INIT("今回は"),    BS_STR_INIT("今期は"),
                                   BS_STR_INIT("今年は"),    BS_STR_INIT("이번에는"),
                                   BS_STR_INIT("이번 조사"), BS_STR_INIT("본 조사"),
                                   BS_STR_INIT("本次"),      BS_STR_INIT("此次"),
                                   BS_STR_INIT("has since"), BS_STR_INIT("have since")};
    bs_str sentence = bs_str_slice(text, from, stop);
    for (size_t i = 0; i < BS_COUNT(words); i++) {
        size_t at = bs_str_find(sentence, words[i], 0);
        if (at != SIZE_MAX) return from + at;
    }
    return stop;
}

// "2012年生产总值197亿元；财政收入30亿元。": a Chinese list of clauses that begins with its time is
// of that up to the full stop. The end of the list, or `stop`.
static size_t list_end(const bs__moments *moments, const bs__moment *made, size_t stop)
{
    bs_str text = moments->passage->text;
    if (moments->passage->lang != BS_LANG_ZH) return stop;
    bs_str front = bs_str_behind_last(bs_str_slice(text, 0, made->start), "。");
    size_t start = made->start - front.len;
    for (size_t i = 0; i < moments->items->count; i++) {
        const bs_item *item = &moments->items->items[i];
        if (item->start >= made->start) break;
        if (item->start >= start && !bs__is_time_item(item)) return stop;
    }
    while (stop < text.len && bs_list_starts(bs_str_slice(text, stop, text.len), "；|;"))
        stop = bs__sentence_end(text, stop + bs_utf8_decode(text, stop).len);
    return stop;
}

// Ends the time at its sentence, and at those behind it that go on with it, if any may.
static void end_there(const bs__moments *moments, bs__moment *made, bool (*joins)(bs_lang, bs_str))
{
    bs_str text = moments->passage->text;
    size_t start = bs_role__start_before(text, 0, made->start);
    size_t stop = list_end(moments, made, bs__sentence_end(text, made->end));
    for (int i = 0; joins != NULL && i < SENTENCES_MAX && stop < text.len; i++) {
        size_t from = stop + bs_utf8_decode(text, stop).len;
        bs_str next = bs_str_slice(text, from, bs__sentence_end(text, from));
        if (!joins(moments->passage->lang, next)) break;
        stop = from + next.len;
    }
    made->scope = start > 0 ? start - 1 : 0;
    made->scope_end = comes_back(text, made->end, stop);
}

// "£147m at 30 June", "at the end of September": a part of what is reported that is a point of it.
static bool is_point_within(const bs__moments *moments, const bs__moment *made, bs_period report)
{
    enum { OPENING_BYTES_MAX = 12 }; // "At the end of"
    bs_str text = moments->passage->text;
    bool inside = moments->passage->lang == BS_LANG_EN && !bs_period_is_none(report) &&
                  !bs_period_equal(report, made->period) &&
                  bs_period_contains(report, made->period);
    if (!inside) return false;
    size_t start = bs_role__start_before(text, 0, made->start);
    bool opens = bs_str_trim(bs_str_slice(text, start, made->start)).len <= OPENING_BYTES_MAX;
    bs_str front = bs_str_trim(bs_str_slice(text, 0, made->start));
    return !opens && (made->period.frequency == BS_FREQUENCY_DAY ||
                      bs_list_ends(front, "end of|At end|at end|as of|As of|as at|As at"));
}

// Does the period lie so far behind what is reported that the text has not come to another subject,
// "10月末，余额…。三季度，…", but looks back?
static bool is_far_behind(bs_period period, bs_period report)
{
    enum { MONTHS = 12, FAR_MONTHS = 6 };
    bs_date end = bs_period_end(period), start = bs_period_start(report);
    int apart = (start.year - end.year) * MONTHS + start.month - end.month;
    return period.frequency == report.frequency || apart > FAR_MONTHS;
}

// "（平成26年12月の指標）": does a bracket of its own say of when the figures behind it are?
static bool heads_figures(const bs__moments *moments, const bs__moment *made)
{
    static const char heads[] = "の指標|の数値|の結果|の実績|の状況|分の指標|分の結果|分）|分)";
    bs_str text = moments->passage->text;
    return moments->passage->lang == BS_LANG_JA &&
           bs_list_ends(bs_str_slice(text, 0, made->start), " （| (|。（|。(|　（") &&
           bs_list_starts(bs_str_slice(text, made->end, text.len), heads);
}

// Does the time look back from what the passage has reported, or its section?
static bool is_look_back(const bs__moments *moments, const bs__frame *frame, const bs__moment *made)
{
    bs_str text = moments->passage->text;
    const bs__moment *report = bs__last_report(moments);
    if (heads_figures(moments, made)) return false;
    bool earlier = report != NULL
                       ? bs__is_before(made->period, report->period)
                       : frame->period_stated && bs__is_before(made->period, frame->period);
    if (!earlier) return false; // nearly always, before words are looked for
    bool marked = looks_back(words_around(moments, made), moments->passage->lang) ||
                  (frame->pinned && is_set_against(moments, made));
    bool english = moments->passage->lang == BS_LANG_EN;
    if (report != NULL) {
        bool day = !english && report->period.frequency == BS_FREQUENCY_DAY &&
                   made->period.frequency != BS_FREQUENCY_DAY;
        bool total = !english && bs_period_contains(made->period, report->period);
        return !day && !total && (english || marked || is_far_behind(made->period, report->period));
    }
    if (bs_period_contains(made->period, frame->period)) return false;
    // A passage that opens with a time is about it, but where it says that it looks back.
    size_t start = bs_role__start_before(text, 0, made->start);
    size_t stop = bs__sentence_end(text, made->end);
    marked |= frame->pinned && comes_back(text, made->end, stop) < stop;
    if (start == 0 || marked) return marked;
    return frame->pinned ||
           bs_period_compare(bs_period_offset_years(made->period, 1), frame->period) <= 0;
}

// "back at the target by the middle of 2027. Unemployment, at 4.8%, is expected to peak": by when
// one thing shall be so says nothing of the next. "2034年度までの想定を公表した": how far it looks.
static bool is_deadline(const bs__moments *moments, const bs__moment *made)
{
    static const char fronts[] = "by|by the|by the end of|by the middle of|by mid|by early|by late|"
                                 "by the start of|until|before|not before";
    bs_str front = bs_str_trim(bs_str_slice(moments->passage->text, 0, made->start));
    if (moments->passage->lang == BS_LANG_JA)
        return bs_list_starts(bs_str_slice(moments->passage->text, made->end, SIZE_MAX),
                              "までの|までに|末までの|末までに");
    return moments->passage->lang == BS_LANG_EN && bs_list_ends(front, fronts);
}

// Does the time lie ahead of the document, in a sentence that foresees?
static bool is_look_ahead(const bs__moments *moments, const bs__frame *frame,
                          const bs__moment *made)
{
    bs_str text = moments->passage->text;
    bs_lang lang = moments->passage->lang;
    bs_period written = bs__day_written(moments->job);
    bool dated = !bs_period_is_none(written);
    if (!dated) written = bs__time_of_writing(moments->job);
    bool ahead = !bs_period_is_none(written) && bs_period_compare(made->period, written) > 0 &&
                 !bs_period_contains(made->period, written);
    bool told = (lang == BS_LANG_EN && (dated || bs__lies_ahead(moments->job, made->period))) ||
                (frame->pinned && dated);
    // "projects growth of 1.7% in 2026": of the year that has begun, too.
    if (!ahead && lang == BS_LANG_EN && dated && made->period.frequency == BS_FREQUENCY_ANNUAL &&
        bs_period_contains(made->period, written))
        return bs__foretold_in_english(moments->passage, made->start, made->end);
    told |= lang == BS_LANG_JA && is_deadline(moments, made);
    // "2月の結果と併せて判断する必要がある" in a paper of that month on the month before.
    const bs__moment *report = bs__last_report(moments);
    bool open = lang == BS_LANG_JA && dated && made->period.frequency == BS_FREQUENCY_MONTH &&
                bs_period_contains(made->period, written) && report != NULL &&
                report->period.frequency == BS_FREQUENCY_MONTH &&
                bs__is_before(report->period, made->period);
    if (open) return true;
    if (!ahead || told) return ahead;
    size_t start = bs_role__start_before(text, 0, made->start);
    bs_str sentence = bs_str_slice(text, start, bs__sentence_end(text, made->end));
    bool aimed = lang == BS_LANG_JA && bs_word_in(sentence, BS_MEANS_TARGET);
    if (lang == BS_LANG_EN || aimed) return aimed || foresees(lang, sentence);
    return bs_word_in(sentence, BS_MEANS_FORECAST);
}

// Does the time lie behind what a title or heading pins, in the course of a passage: "2024年1月，…"
// in a paper on 2023?
static bool is_beyond(const bs__moments *moments, const bs__frame *frame, const bs__moment *made)
{
    return frame->pinned && made->period.frequency != BS_FREQUENCY_ANNUAL &&
           bs_role__start_before(moments->passage->text, 0, made->start) > 0 &&
           bs_period_compare(made->period, frame->reported) > 0 &&
           !bs_period_contains(frame->reported, made->period) &&
           !bs_period_contains(made->period, frame->reported) && bs__last_report(moments) == NULL;
}

void bs__turn_aside(const bs__moments *moments, bs__moment *made)
{
    end_there(moments, made, goes_on);
}

void bs__end_aside(const bs__moments *moments, const bs__frame *frame, bs__moment *made)
{
    bool may = !moments->passage->title && made->frame && !made->bound && made->scope == SIZE_MAX;
    if (!may) return;
    const bs__moment *report = bs__last_report(moments);
    bs_period whole = report != NULL         ? report->period
                      : frame->period_stated ? frame->period
                                             : BS_PERIOD_NONE;
    bool aside = is_look_back(moments, frame, made) || is_beyond(moments, frame, made) ||
                 is_longer_term(moments, frame, made) || is_point_within(moments, made, whole);
    // "saving £60m a year by 2034": by when, in a paper that does not say when it was written.
    bool by = moments->passage->lang == BS_LANG_EN && whole.frequency == BS_FREQUENCY_NONE &&
              made->period.frequency == BS_FREQUENCY_ANNUAL &&
              bs_period_is_none(bs__time_of_writing(moments->job)) &&
              bs_list_ends(bs_str_slice(moments->passage->text, 0, made->start), " by ");
    if (by)
        end_there(moments, made, NULL);
    else if (aside)
        bs__turn_aside(moments, made);
    else if (is_look_ahead(moments, frame, made))
        end_there(moments, made, is_deadline(moments, made) ? NULL : foresees_on);
}

// "较8月预测值4.8%", "8월 전망치(0.9%)보다", "the August forecast of 0.9%": in a text on a longer
// time a month in front of a word for forecasts is when that one was made.
bool bs__is_day_of_forecast(const bs__moments *moments, size_t index)
{
    enum { WORD_BYTES_MAX = 40, LINK_BYTES_MAX = 10 };
    static const char links[] = "時点の|時点|当时|的|の|의 |'s |’s |";
    const bs__passage *passage = moments->passage;
    const bs_item *item = &moments->items->items[index];
    const bs__moment *last = NULL;
    if (item->from.month == 0 || item->to.month != 0) return false;
    for (size_t i = bs__moments_before(moments, item->start); i-- > 0 && last == NULL;)
        last = moments->all.items[i].frame ? &moments->all.items[i] : NULL;
    bool longer = last != NULL && (last->period.frequency == BS_FREQUENCY_ANNUAL ||
                                   last->period.frequency == BS_FREQUENCY_QUARTER ||
                                   last->period.frequency == BS_FREQUENCY_HALF);
    bs_word_hit hit;
    bs_str after = bs_str_slice(passage->text, item->end, item->end + WORD_BYTES_MAX);
    if (!longer || !bs_words_first(&passage->words, after, BS_MEANS_FORECAST, &hit)) return false;
    bs_str link = bs_str_slice(after, 0, hit.start);
    return hit.start <= LINK_BYTES_MAX && (bs_str_trim(link).len == 0 || bs_list_is(link, links));
}
