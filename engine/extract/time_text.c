// SPDX-License-Identifier: GPL-3.0-or-later
// Headers that are a point or span of time, and the period that a bs_when means.
#include "engine/base/utf8.h"
#include "engine/extract/phrase_table.h"
#include "engine/extract/scan_internal.h"
#include "engine/extract/time_internal.h"

// Marks and words that say what kind of value stands under a header.
static const bs__phrase status_words[] = {
    P("(P)", BS_IN_ANY, BS_STATUS_PROVISIONAL),
    P("ᵖ", BS_IN_ANY, BS_STATUS_PROVISIONAL),
    P("ʳ", BS_IN_ANY, BS_STATUS_REVISED),
    P("ᵉ", BS_IN_ANY, BS_STATUS_ESTIMATE),
    P("(E)", BS_IN_ANY, BS_STATUS_ESTIMATE),
    P("(F)", BS_IN_ANY, BS_STATUS_FORECAST),
    P("(R)", BS_IN_ANY, BS_STATUS_REVISED),
    P("(A)", BS_IN_ANY, BS_STATUS_ACTUAL),
    P("(T)", BS_IN_ANY, BS_STATUS_TARGET),
    P("전망", KO, BS_STATUS_FORECAST),
    P("전망치", KO, BS_STATUS_FORECAST),
    P("예측", KO, BS_STATUS_FORECAST),
    P("목표", KO, BS_STATUS_TARGET),
    P("목표치", KO, BS_STATUS_TARGET),
    P("잠정", KO, BS_STATUS_PROVISIONAL),
    P("잠정치", KO, BS_STATUS_PROVISIONAL),
    P("추정", KO, BS_STATUS_ESTIMATE),
    P("추정치", KO, BS_STATUS_ESTIMATE),
    P("속보", KO, BS_STATUS_PROVISIONAL),
    P("속보치", KO, BS_STATUS_PROVISIONAL),
    P("수정", KO, BS_STATUS_REVISED),
    P("수정치", KO, BS_STATUS_REVISED),
    P("추계", KO, BS_STATUS_ESTIMATE),
    P("확정", KO, BS_STATUS_ACTUAL),
    P("확정치", KO, BS_STATUS_ACTUAL),
    P("실적", KO, BS_STATUS_ACTUAL),
    P("예상", KO, BS_STATUS_FORECAST),
    P("계획", KO, BS_STATUS_TARGET),
    P("目标", ZH, BS_STATUS_TARGET),
    P("目標", ZH | JA, BS_STATUS_TARGET),
    P("目标值", ZH, BS_STATUS_TARGET),
    P("预测", ZH, BS_STATUS_FORECAST),
    P("预计", ZH, BS_STATUS_FORECAST),
    P("初步", ZH, BS_STATUS_PROVISIONAL),
    P("初步数", ZH, BS_STATUS_PROVISIONAL),
    P("初步核算", ZH, BS_STATUS_PROVISIONAL),
    P("初值", ZH, BS_STATUS_PROVISIONAL),
    P("快报", ZH, BS_STATUS_PROVISIONAL),
    P("快报数", ZH, BS_STATUS_PROVISIONAL),
    P("修订", ZH, BS_STATUS_REVISED),
    P("修订数", ZH, BS_STATUS_REVISED),
    P("终值", ZH, BS_STATUS_ACTUAL),
    P("预计数", ZH, BS_STATUS_FORECAST),
    P("估计", ZH, BS_STATUS_ESTIMATE),
    P("预算", ZH, BS_STATUS_TARGET),
    P("年初预算", ZH, BS_STATUS_TARGET),
    P("年度预算", ZH, BS_STATUS_TARGET),
    P("全年预算", ZH, BS_STATUS_TARGET),
    P("안", KO, BS_STATUS_TARGET),
    P("예산안", KO, BS_STATUS_TARGET),
    P("정부안", KO, BS_STATUS_TARGET),
    P("计划", ZH, BS_STATUS_TARGET),
    P("实际", ZH, BS_STATUS_ACTUAL),
    P("実績", JA, BS_STATUS_ACTUAL),
    P("見通し", JA, BS_STATUS_FORECAST),
    P("予測", JA, BS_STATUS_FORECAST),
    P("先行き", JA, BS_STATUS_FORECAST),
    P("見込み", JA, BS_STATUS_ESTIMATE),
    P("見込", JA, BS_STATUS_ESTIMATE),
    P("速報", JA, BS_STATUS_PROVISIONAL),
    P("速報値", JA, BS_STATUS_PROVISIONAL),
    P("1次速報", JA, BS_STATUS_PROVISIONAL),
    P("2次速報", JA, BS_STATUS_PROVISIONAL),
    P("１次速報", JA, BS_STATUS_PROVISIONAL),
    P("２次速報", JA, BS_STATUS_PROVISIONAL),
    P("一次速報", JA, BS_STATUS_PROVISIONAL),
    P("二次速報", JA, BS_STATUS_PROVISIONAL),
    P("1次速報値", JA, BS_STATUS_PROVISIONAL),
    P("2次速報値", JA, BS_STATUS_PROVISIONAL),
    P("１次速報値", JA, BS_STATUS_PROVISIONAL),
    P("２次速報値", JA, BS_STATUS_PROVISIONAL),
    P("一次速報値", JA, BS_STATUS_PROVISIONAL),
    P("二次速報値", JA, BS_STATUS_PROVISIONAL),
    P("概算", JA, BS_STATUS_PROVISIONAL),
    P("暫定", JA, BS_STATUS_PROVISIONAL),
    P("暫定値", JA, BS_STATUS_PROVISIONAL),
    P("概数", JA, BS_STATUS_PROVISIONAL),
    P("確報", JA, BS_STATUS_REVISED),
    P("改定", JA, BS_STATUS_REVISED),
    P("改定値", JA, BS_STATUS_REVISED),
    P("確報値", JA, BS_STATUS_REVISED),
    P("確定", JA, BS_STATUS_ACTUAL),
    P("確定値", JA, BS_STATUS_ACTUAL),
    P("推計値", JA, BS_STATUS_ESTIMATE),
    P("推計", JA, BS_STATUS_ESTIMATE),
    P("計画", JA, BS_STATUS_TARGET),
    P("予想", JA, BS_STATUS_FORECAST),
    P("決算", JA, BS_STATUS_ACTUAL),
    P("決算額", JA, BS_STATUS_ACTUAL),
    P("予算", JA, BS_STATUS_TARGET),
    P("予算額", JA, BS_STATUS_TARGET),
    P("当初予算", JA, BS_STATUS_TARGET),
    P("当初予算額", JA, BS_STATUS_TARGET),
    P("결산", KO, BS_STATUS_ACTUAL),
    P("결산액", KO, BS_STATUS_ACTUAL),
    P("예산", KO, BS_STATUS_TARGET),
    P("예산액", KO, BS_STATUS_TARGET),
    P("본예산", KO, BS_STATUS_TARGET),
    P("决算", ZH, BS_STATUS_ACTUAL),
    P("决算数", ZH, BS_STATUS_ACTUAL),
    P("预算数", ZH, BS_STATUS_TARGET),
    P("actuals", EN, BS_STATUS_ACTUAL),
    P("outturn", EN, BS_STATUS_ACTUAL),
    P("RE", EN, BS_STATUS_ESTIMATE),
    P("BE", EN, BS_STATUS_TARGET),
    P("revised estimate", EN, BS_STATUS_ESTIMATE),
    P("revised estimates", EN, BS_STATUS_ESTIMATE),
    P("budget estimate", EN, BS_STATUS_TARGET),
    P("budget estimates", EN, BS_STATUS_TARGET),
    P("advance estimates", EN, BS_STATUS_ESTIMATE),
    P("provisional estimates", EN, BS_STATUS_PROVISIONAL),
    P("target", EN, BS_STATUS_TARGET),
    P("forecast", EN, BS_STATUS_FORECAST),
    P("projection", EN, BS_STATUS_FORECAST),
    P("projected", EN, BS_STATUS_FORECAST),
    P("estimate", EN, BS_STATUS_ESTIMATE),
    P("estimated", EN, BS_STATUS_ESTIMATE),
    P("est.", EN, BS_STATUS_ESTIMATE),
    P("provisional", EN, BS_STATUS_PROVISIONAL),
    P("preliminary", EN, BS_STATUS_PROVISIONAL),
    P("flash", EN, BS_STATUS_PROVISIONAL),
    P("flash estimate", EN, BS_STATUS_PROVISIONAL),
    P("prelim.", EN, BS_STATUS_PROVISIONAL),
    P("prel.", EN, BS_STATUS_PROVISIONAL),
    P("prov.", EN, BS_STATUS_PROVISIONAL),
    P("prov", EN, BS_STATUS_PROVISIONAL),
    P("proj.", EN, BS_STATUS_FORECAST),
    P("proj", EN, BS_STATUS_FORECAST),
    P("revised", EN, BS_STATUS_REVISED),
    P("actual", EN, BS_STATUS_ACTUAL),
    P("plan", EN, BS_STATUS_TARGET),
    P("budget", EN, BS_STATUS_TARGET),
    P("goal", EN, BS_STATUS_TARGET),
};

// One letter directly behind the digits: 2023p, 2024E.
static const struct {
    char letter;
    bs_value_status status;
} letters[] = {{'p', BS_STATUS_PROVISIONAL},
               {'e', BS_STATUS_ESTIMATE},
               {'f', BS_STATUS_FORECAST},
               {'r', BS_STATUS_REVISED},
               {'a', BS_STATUS_ACTUAL}};

// What may stand behind a header's period: 1 says that the values have been added up, the others
// change nothing.
static const bs__phrase fillers[] = {
    P("말", KO, 0),   P("기준", KO, 0), P("년말", KO, 0),         P("末", ZH | JA, 0),
    P("底", ZH, 0),   P("初", ZH, 0),   P("초", KO, 0),           P("중", KO, 0),
    P("누계", KO, 1), P("累計", JA, 1), P("累计", ZH, 1),         P("累計", ZH, 1),
    P("누적", KO, 1), P("YTD", EN, 1),  P("year to date", EN, 1), P("year-to-date", EN, 1),
    P("까지", KO, 0), P("まで", JA, 0), P("までの", JA, 0),       P("現在", JA, 0),
    P("年度", JA, 0), P("년", KO, 0),   P("年", BS_IN_CJK, 0),    P("치", KO, 0),
    P("(B)", KO, 0),  P("(C)", KO, 0),  P("(D)", KO, 0),
};

// Only behind several months or a year alone: "1-4月平均", "4-6月期", "101年平均".
static const bs__phrase of_spans[] = {
    P("期", BS_IN_CJK, 0), P("평균", KO, 0), P("平均", ZH | JA, 0),
    P("합계", KO, 1),      P("合计", ZH, 1), P("合計", JA, 1),
};

static bool is_punctuation(bs_str text, size_t at, size_t *len)
{
    static const bs_str marks[] = {BS_STR_INIT("("), BS_STR_INIT(")"),  BS_STR_INIT("["),
                                   BS_STR_INIT("]"), BS_STR_INIT("（"), BS_STR_INIT("）"),
                                   BS_STR_INIT("."), BS_STR_INIT(","),  BS_STR_INIT("*"),
                                   BS_STR_INIT("<"), BS_STR_INIT(">"),  BS_STR_INIT("†")};
    unsigned char byte = at < text.len ? (unsigned char)text.ptr[at] : 'a';
    bool letter = byte >= '0' && byte != 0xE2 && byte != 0xEF && memchr("<>[]", byte, 4) == NULL;
    for (size_t i = 0; !letter && i < BS_COUNT(marks); i++) {
        if (!bs__starts_at(text, at, marks[i])) continue;
        *len = marks[i].len;
        return true;
    }
    return false;
}

static void set_status(bs_time_text *out, bs_value_status status)
{
    out->status = status;
    out->status_stated = true;
}

static bool letter_mark(bs_time_text *out, bs_str text, size_t at)
{
    if (at == 0 || at >= text.len || bs__letter_at(text, at + 1)) return false;
    for (size_t i = 0; i < BS_COUNT(letters); i++) {
        if ((text.ptr[at] | 0x20) != letters[i].letter) continue;
        set_status(out, letters[i].status);
        return true;
    }
    return false;
}

// The byte behind the bracket that begins at `at`, with what stands in it; 0 for no bracket.
static size_t bracket_end(bs_str *inner, bs_str text, size_t at)
{
    static const bs_str pairs[][2] = {{BS_STR_INIT("("), BS_STR_INIT(")")},
                                      {BS_STR_INIT("（"), BS_STR_INIT("）")}};
    for (size_t i = 0; i < BS_COUNT(pairs); i++) {
        if (!bs__starts_at(text, at, pairs[i][0])) continue;
        size_t from = at + pairs[i][0].len, close = bs_str_find(text, pairs[i][1], from);
        if (close == SIZE_MAX) return 0;
        *inner = bs_str_slice(text, from, close);
        return close + pairs[i][1].len;
    }
    return 0;
}

// "2022年（令和4年）", "令和5(2023)年": the same year in another calendar; the byte behind its
// bracket, 0 for anything else.
static size_t same_year_end(const bs_time_text *own, const bs__scan *scan, size_t at)
{
    bs__scan inner = *scan;
    bs__time time;
    size_t end = bracket_end(&inner.text, scan->text, at);
    if (end == 0) return 0;
    bool read = bs__time_read(&time, &inner, 0, true) && time.end == inner.text.len;
    bool same = read && time.from.year == own->from.year && own->to.year == 0 &&
                time.from.month == 0 && time.to.year == 0;
    return same ? end : 0;
}

// "2025년(1~9월)" is that part of the year, "2025年前三季度（1-9月）" the same twice: the byte
// behind the bracket, 0 for anything else.
static size_t part_end(bs_time_text *own, const bs__scan *scan, size_t at)
{
    bs__scan inner = *scan;
    size_t end = bracket_end(&inner.text, scan->text, at);
    if (end == 0 || own->from.year == 0) return 0;
    bs__time time;
    if (!bs__time_read(&time, &inner, 0, true) || time.end != inner.text.len) return 0;
    int first = bs__first_month_of(&time.from);
    int last = bs__last_month_of(&time.to) > 0 ? bs__last_month_of(&time.to)
                                               : bs__last_month_of(&time.from);
    bool year = time.from.year == 0 || time.from.year == own->from.year;
    if (!year || first == 0 || time.from.day > 0 || time.to.day > 0) return 0;
    if (bs__first_month_of(&own->from) == 0 && own->to.year == 0) {
        int of = own->from.year;
        own->from = time.from;
        own->to = time.to;
        own->from.year = of;
        if (bs__last_month_of(&own->to) > 0) own->to.year = of;
        return end;
    }
    int own_last = bs__last_month_of(&own->to) > 0 ? bs__last_month_of(&own->to)
                                                   : bs__last_month_of(&own->from);
    bool same = first == bs__first_month_of(&own->from) && last == own_last;
    return same && own->from.day == 0 ? end : 0;
}

static bool is_year_alone(bs_when when)
{
    return when.year != 0 && when.half == 0 && when.quarter == 0 && when.month == 0 &&
           when.week == 0;
}

// The rest of a header behind its period: status words, brackets and fillers only.
static bool rest_is_marks(bs_time_text *out, const bs__scan *scan, size_t at)
{
    size_t len;
    if (letter_mark(out, scan->text, at)) at++;
    while ((at = bs_gap_skip(scan->text, at)) < scan->text.len) {
        const bs__phrase *word = BS_PHRASE_AT(status_words, scan, at);
        const bs__phrase *filler = BS_PHRASE_AT(fillers, scan, at);
        bool span = out->to.month > 0 || out->to.quarter > 0 ||
                    (is_year_alone(out->from) && out->to.year == 0);
        if (filler == NULL && span) filler = BS_PHRASE_AT(of_spans, scan, at);
        size_t other = same_year_end(out, scan, at);
        if (other == 0) other = part_end(out, scan, at);
        if (other > 0) {
            at = other;
        } else if (word != NULL) {
            set_status(out, (bs_value_status)word->value);
            at += word->text.len;
        } else if (filler != NULL) {
            out->running |= filler->value == 1;
            at += filler->text.len;
        } else if (is_punctuation(scan->text, at, &len)) {
            at += len;
        } else if (bs__ends_at(scan->text, at, BS_STR("決算")) &&
                   bs__starts_at(scan->text, at, BS_STR("額"))) {
            at += strlen("額"); // "令和5年度決算額"
        } else if (letter_mark(out, scan->text, at)) {
            at++;
        } else {
            return false;
        }
    }
    return true;
}

void bs_when_run(bs_when *from, bs_when *to)
{
    if (to->month || to->quarter || to->half || from->day) return;
    if (from->month == 0 && from->quarter == 0 && from->half == 0) return;
    *to = *from;
    if (from->month) from->month = 1;
    if (from->quarter) from->quarter = 1;
    if (from->half) from->half = 1;
}

// 202401: a year and a month in six digits.
static bool compact(bs_time_text *out, bs_str text)
{
    if (text.len != 6) return false;
    int value = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] < '0' || text.ptr[i] > '9') return false;
        value = value * 10 + (text.ptr[i] - '0');
    }
    int year = value / 100;
    int month = value % 100;
    if (year < 1900 || year > 2099 || month < 1 || month > 12) return false;
    out->from = (bs_when){.year = year, .month = month};
    return true;
}

// "8/23/24", "23/8/2024" over a column of an English table: a day, where only one of the numbers
// can be the month.
static bool slashed(bs_time_text *out, bs_str text)
{
    enum { BYTES_MAX = 10, MONTHS = 12, DAYS = 31, SHORT_MAX = 70, CENTURY = 2000 };
    int parts[3] = {0}, digits[3] = {0};
    size_t count = 0;
    if (text.len > BYTES_MAX) return false;
    for (size_t i = 0; i < text.len; i++) {
        bool digit = text.ptr[i] >= '0' && text.ptr[i] <= '9';
        if (!digit && (text.ptr[i] != '/' || digits[count] == 0 || ++count > 2)) return false;
        if (digit && digits[count] == 4) return false;
        if (digit) parts[count] = parts[count] * 10 + (text.ptr[i] - '0');
        digits[count] += digit;
    }
    bool sized = count == 2 && digits[0] < 3 && digits[1] < 3 && (digits[2] == 2 || digits[2] == 4);
    bool first = parts[0] > MONTHS;
    int month = first ? parts[1] : parts[0], day = first ? parts[0] : parts[1];
    bool one = (parts[1] > MONTHS) != first && month > 0 && month <= MONTHS && day <= DAYS;
    if (!sized || !one || (digits[2] == 2 && parts[2] >= SHORT_MAX)) return false;
    int year = digits[2] == 2 ? CENTURY + parts[2] : parts[2];
    out->from = (bs_when){.year = year, .month = month, .day = day};
    return year >= 1900 && year < 2100;
}

bool bs_scan_status(bs_str text, bs_lang lang, bs_value_status *out)
{
    text = bs_str_trim(text);
    bs__scan scan = {.text = text, .lang = lang};
    size_t at = 0, len;
    while (is_punctuation(text, at, &len))
        at += len;
    const bs__phrase *word = BS_PHRASE_AT(status_words, &scan, at);
    if (word == NULL) return false;
    *out = (bs_value_status)word->value; // "prel. outturn" is provisional
    for (; word != NULL; word = BS_PHRASE_AT(status_words, &scan, at)) {
        at = bs_gap_skip(text, at + word->text.len);
        while (is_punctuation(text, at, &len))
            at = bs_gap_skip(text, at + len);
    }
    return at == text.len;
}

// Words in Latin letters that a time may begin with: names of months, parts of a year, lengths. One
// that is added to the readers of time needs its beginning here.
static const bs_str fronts[] = {
    BS_STR_INIT("january"),   BS_STR_INIT("february"), BS_STR_INIT("march"),
    BS_STR_INIT("april"),     BS_STR_INIT("may"),      BS_STR_INIT("june"),
    BS_STR_INIT("july"),      BS_STR_INIT("august"),   BS_STR_INIT("september"),
    BS_STR_INIT("october"),   BS_STR_INIT("november"), BS_STR_INIT("december"),
    BS_STR_INIT("first"),     BS_STR_INIT("second"),   BS_STR_INIT("third"),
    BS_STR_INIT("final"),     BS_STR_INIT("last"),     BS_STR_INIT("two"),
    BS_STR_INIT("three"),     BS_STR_INIT("four"),     BS_STR_INIT("five"),
    BS_STR_INIT("six"),       BS_STR_INIT("seven"),    BS_STR_INIT("eight"),
    BS_STR_INIT("nine"),      BS_STR_INIT("ten"),      BS_STR_INIT("eleven"),
    BS_STR_INIT("twelve"),    BS_STR_INIT("thirteen"), BS_STR_INIT("twenty"),
    BS_STR_INIT("thirty"),    BS_STR_INIT("fifty"),    BS_STR_INIT("half"),
    BS_STR_INIT("quarter"),   BS_STR_INIT("qtr"),      BS_STR_INIT("year"),
    BS_STR_INIT("week"),      BS_STR_INIT("wk"),       BS_STR_INIT("fiscal"),
    BS_STR_INIT("financial"), BS_STR_INIT("fy"),
};
BS_LEXICON(static, fronts_at, fronts, BS_LEXICON_FOLD);

static bool is_latin(char c)
{
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

// Digits with which a time may begin: "220", "1,512", "45%" and "12345" are none.
static bool may_be_digits(bs_str text, size_t at)
{
    enum { YEAR_DIGITS = 4 };
    size_t end = at;
    while (end < text.len && text.ptr[end] >= '0' && text.ptr[end] <= '9')
        end++;
    bool plain = end == text.len || memchr(",%)", text.ptr[end], 3) != NULL;
    return end - at == YEAR_DIGITS || (end - at < YEAR_DIGITS && !plain);
}

// Tells of nearly all labels by their first characters that no time begins there: a syllable or an
// ideograph that the table of first characters has not, or another word in Latin letters.
static bool may_begin(bs_str text, size_t at)
{
    if (at >= text.len) return false;
    unsigned char lead = (unsigned char)text.ptr[at];
    if (lead >= '0' && lead <= '9') return may_be_digits(text, at);
    if (lead >= 0xE2 && lead < 0xF0) {
        bool half_year = bs__starts_at(text, at, BS_STR("半年度")); // a time only as a head
        return half_year || (bs__first_kinds(bs_utf8_decode(text, at).code) & BS_FIRST_TIME) != 0;
    }
    bool word = is_latin(text.ptr[at]) && at + 1 < text.len && is_latin(text.ptr[at + 1]);
    if (!word) return true;
    const bs_lexicon_entry *entry = bs_lexicon_find(&fronts_at, bs_lexicon__fold(lead));
    return entry != NULL && bs_lexicon_tags(&fronts_at, entry, text, at + 1, true) != 0;
}

// "2024:", "2024年：": a time that heads what is below it.
static bs_str without_colon(bs_str text)
{
    enum { TIME_BYTES_MIN = 5 };
    bool wide = bs_str_ends(text, BS_STR("：")), narrow = bs_str_ends(text, BS_STR(":"));
    if (text.len < TIME_BYTES_MIN || !(wide || narrow)) return text;
    return bs_str_trim(bs_str_slice(text, 0, text.len - (wide ? strlen("：") : 1)));
}

static bool scan_time(bs_time_text *out, bs_str text, bs_lang lang)
{
    text = without_colon(bs_str_trim(text));
    if (bs__time_of_two_calendars(out, text, lang) || bs__time_of_digits_apart(out, text))
        return true;
    bs__scan scan = {.text = text, .lang = lang};
    bs_time_text found = {.status = BS_STATUS_ACTUAL};
    if (compact(&found, text) || (lang == BS_LANG_EN && slashed(&found, text)) ||
        (lang == BS_LANG_EN && bs__twelve_months(&found, &scan))) {
        *out = found;
        return true;
    }
    size_t ended = lang == BS_LANG_EN ? bs__year_ended(&found, &scan) : 0;
    if (ended > 0 && rest_is_marks(&found, &scan, ended)) {
        *out = found;
        return true;
    }
    size_t at = bs_gap_skip(text, 0);
    size_t len;
    while (is_punctuation(text, at, &len))
        at = bs_gap_skip(text, at + len);
    const bs__phrase *front = BS_PHRASE_AT(status_words, &scan, at);
    if (front != NULL) {
        set_status(&found, (bs_value_status)front->value);
        at = bs_gap_skip(text, at + front->text.len);
        while (is_punctuation(text, at, &len))
            at = bs_gap_skip(text, at + len);
    }
    // "As at 30 June 2025"
    static const bs__phrase stands[] = {P("as at", EN, 0), P("as of", EN, 0), P("at", EN, 0)};
    const bs__phrase *stand = BS_PHRASE_AT(stands, &scan, at);
    if (stand != NULL) at = bs_gap_skip(text, at + stand->text.len);
    bs__time time;
    if (!may_begin(text, at) || !bs__time_read(&time, &scan, at, true))
        return bs__term_time(out, text, lang);
    found.from = time.from;
    found.to = time.to;
    if (!rest_is_marks(&found, &scan, time.end)) return bs__term_time(out, text, lang);
    if (found.running) bs_when_run(&found.from, &found.to);
    *out = found;
    return true;
}

bool bs_scan_time(bs_time_text *out, bs_str text, bs_lang lang)
{
    if (scan_time(out, text, bs__lang_of_text(text, lang))) return true;
    return bs__may_be_english(text, lang) && scan_time(out, text, BS_LANG_EN);
}

// "2023年度第4四半期": the months of a half or quarter of the business year that begins in
// when.first_month of when.year.
static bs_status business_part(bs_period *out, bs_when when, bs_error *err)
{
    enum { HALF = 6, QUARTER = 3 };
    int length = when.quarter != 0 ? QUARTER : HALF;
    int part = when.quarter != 0 ? when.quarter : when.half;
    BS_TRY(bs_period_month(out, when.year, when.first_month, err));
    *out = bs_period_offset(*out, (part - 1) * length);
    return bs_period_span(out, *out, bs_period_offset(*out, length - 1), err);
}

static bs_status one_period(bs_period *out, bs_when when, bs_error *err)
{
    bs_date date = {when.year, when.month, when.day};
    if (when.month != 0 && when.week != 0 && when.day != 0) {
        // The middle of the week, whichever day it begins on.
        BS_TRY(bs_period_day(out, date, err));
        *out = bs_period_offset(*out, when.week == BS_WEEK_ENDING ? -3 : 3);
        return bs_period_week_of_day(out, bs_period_start(*out), err);
    }
    if (when.month != 0 && when.week != 0) {
        date.day = when.week;
        return bs_period_week_of_month(out, date, err);
    }
    if (when.month != 0 && when.tenday != 0) {
        date.day = when.tenday;
        return bs_period_tenday(out, date, err);
    }
    if (when.month != 0 && when.day != 0) return bs_period_day(out, date, err);
    if (when.month != 0) return bs_period_month(out, when.year, when.month, err);
    if (when.day != 0) return bs_fail(err, BS_E_RANGE, "a day without a month is no period");
    if (when.first_month > 1 && (when.quarter != 0 || when.half != 0))
        return business_part(out, when, err);
    if (when.quarter != 0) return bs_period_quarter(out, when.year, when.quarter, err);
    if (when.half != 0) return bs_period_half(out, when.year, when.half, err);
    if (when.week != 0) return bs_period_week(out, when.year, when.week, err);
    return bs_period_year(out, when.year, err);
}

static bool is_nothing(bs_when when)
{
    return when.year == 0 && when.half == 0 && when.quarter == 0 && when.month == 0 &&
           when.tenday == 0 && when.week == 0 && when.day == 0;
}

// "2023.01.01 부터 2023.12.31 까지" is the year, and days of whole months are these months.
static bs_status span_of_days(bs_period *out, bs_period first, bs_period last, bs_error *err)
{
    bs_date from = bs_period_start(first), to = bs_period_end(last);
    BS_TRY(bs_period_span(out, first, last, err));
    bs_period begin, end;
    BS_TRY(bs_period_month(&begin, from.year, from.month, err));
    BS_TRY(bs_period_month(&end, to.year, to.month, err));
    bool months = from.day == 1 && to.day == bs_period_end(end).day && begin.first <= end.first;
    if (!months) return BS_OK;
    BS_TRY(bs_period_span(out, begin, end, err));
    if (from.month > 1 || to.month < 12) return BS_OK;
    BS_TRY(bs_period_year(&begin, from.year, err));
    BS_TRY(bs_period_year(&end, to.year, err));
    return bs_period_span(out, begin, end, err);
}

bs_status bs_when_period(bs_period *out, bs_when from, bs_when to, int year_default, bs_error *err)
{
    bs_period first;
    bs_period last;
    if (is_nothing(from)) return bs_fail(err, BS_E_RANGE, "no point of time is printed");
    // "Nine months ended March 31" begin in the year before.
    bool wraps = from.year == 0 && to.year == 0 && to.month > 0 && from.month > to.month;
    if (from.year == 0 && year_default > 0) from.year = year_default - wraps;
    if (wraps) to.year = year_default;
    if (from.year == 0) return bs_fail(err, BS_E_RANGE, "the year is not printed");
    // "2008년부터 2017년 4월까지", "1월부터 11월 10일까지" begin with the year, with the month.
    if (to.month != 0 && to.year > from.year && is_year_alone(from)) from.month = 1;
    if (to.day != 0 && from.day == 0 && from.month != 0) from.day = 1;
    BS_TRY(one_period(&first, from, err));
    if (is_nothing(to)) {
        *out = first;
        return BS_OK;
    }
    if (to.year == 0) to.year = from.year;
    BS_TRY(one_period(&last, to, err));
    bool days = first.frequency == BS_FREQUENCY_DAY && last.frequency == BS_FREQUENCY_DAY;
    return days ? span_of_days(out, first, last, err) : bs_period_span(out, first, last, err);
}
