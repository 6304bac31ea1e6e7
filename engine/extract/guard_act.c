// SPDX-License-Identifier: GPL-3.0-or-later
// Marks of footnotes, and the numbers of acts, cases and documents.
#include "engine/base/utf8.h"
#include "engine/extract/phrase_table.h"
#include "engine/extract/time_internal.h"
#include "engine/extract/words.h"

static char at_or_zero(bs_str text, size_t at)
{
    return at < text.len ? text.ptr[at] : '\0';
}

// "million2 in": the number of a note that has lost its height.
static bool is_lowered(bs_str text, size_t at, size_t stop)
{
    return stop == at + 1 && bs_list_ends(bs_str_slice(text, 0, at), "million|billion|trillion") &&
           strchr(" \n);,.", at_or_zero(text, stop)) != NULL;
}

// 수입액2)은, 3.2%3), 売上高１）: a mark of a footnote, closed and never opened.
bool bs__footnote_read(bs_str text, size_t at, size_t *end)
{
    enum { MARK_DIGITS_MAX = 2, OPEN_BYTES_MAX = 120 };
    size_t stop = at, digits = 0;
    for (size_t len; bs_digit_at(text, stop, &len) >= 0; stop += len)
        digits++;
    if (digits == 0 || digits > MARK_DIGITS_MAX || at == 0) return false;
    *end = stop;
    if (is_lowered(text, at, stop)) return true;
    bs_str behind = bs_str_slice(text, stop, text.len);
    bool wide = bs_str_starts(behind, BS_STR("）"));
    bool glued = bs__hangul_before(text, at) || bs__han_before(text, at) ||
                 bs__kana_before(text, at) || text.ptr[at - 1] == '%';
    if (!glued || !(wide || at_or_zero(text, stop) == ')')) return false;
    size_t low = at > OPEN_BYTES_MAX ? at - OPEN_BYTES_MAX : 0;
    for (size_t i = at; i-- > low;) {
        if (text.ptr[i] == '(' || bs_str_starts(bs_str_slice(text, i, at), BS_STR("（")))
            return false;
        if (text.ptr[i] == ')' || text.ptr[i] == '\n') break;
    }
    *end = stop + (wide ? strlen("）") : 1);
    return true;
}

static int digits_value(bs_str text, size_t at, size_t end)
{
    int value = 0;
    for (; at < end; at++)
        value = value * 10 + (text.ptr[at] - '0');
    return value;
}

// "12月8、", "12월 8, ": does a month stand in front of the list that the number at `at` is of?
static bool is_behind_month(bs_str text, size_t at)
{
    enum { LIST_BYTES_MAX = 40 };
    size_t low = at > LIST_BYTES_MAX ? at - LIST_BYTES_MAX : 0;
    while (at > low) {
        bs_rune rune = bs_utf8_decode_before(text, at);
        if (rune.code == 0x6708 || rune.code == 0xC6D4) return true; // 月, 월
        bool digit = rune.code >= '0' && rune.code <= '9';
        if (!digit && rune.code != 0x3001 && rune.code != ',' && rune.code != ' ') return false;
        at -= rune.len;
    }
    return false;
}

// 7、8月, 1·2월, "1, 3월", 14、15日, 14、15の両日, "5月3、4日": a month or day in a list of those
// that have their word once; those between commas rise.
bool bs__listed_month(const bs__scan *scan, size_t at, size_t *end)
{
    static const bs__phrase words[] = {P("月", BS_IN_CJK, 0), P("월", BS_IN(BS_LANG_KO), 0),
                                       P("日間", JA, 2),      P("日", JA, 0),
                                       P("の両日", JA, 1),    P("両日", JA, 1),
                                       P("日", ZH, 3),        P("일", KO, 3)};
    static const bs__phrase joints[] = {P("、", BS_IN_CJK, 0), P("·", BS_IN_ANY, 0),
                                        P("・", BS_IN_ANY, 0), P(", ", KO, 1), P(",", KO, 1)};
    enum { MONTH_DIGITS_MAX = 2, MONTHS = 12, DAYS = 31 };
    bs_str text = scan->text;
    size_t from = at, i = at;
    bool commas = false;
    for (int month = 0, last = 0; month < MONTHS; month++) {
        for (i = from; bs_is_digit(at_or_zero(text, i));)
            i++;
        if (i == from || i - from > MONTH_DIGITS_MAX) return false;
        int value = digits_value(text, from, i);
        if (commas && (value <= last || value > DAYS)) return false;
        last = value;
        const bs__phrase *word = month > 0 ? BS_PHRASE_AT(words, scan, i) : NULL;
        if (word != NULL && word->value == 3) return last <= DAYS && is_behind_month(text, at);
        bool months = bs_str_equal(word != NULL ? word->text : (bs_str){0}, BS_STR("월"));
        if (commas && word != NULL && (!months || last > MONTHS)) return false;
        if (word != NULL && word->value == 1) *end = i; // the last one has no word either
        if (word != NULL) return word->value != 2;
        const bs__phrase *joint = BS_PHRASE_AT(joints, scan, i);
        if (joint == NULL) return false;
        if (month == 0) *end = i;
        commas |= joint->value == 1;
        from = i + joint->text.len;
    }
    return false;
}

// "통계 브리프 26-08호": two digits of a year, and a number within it, in Korean.
static bool read_short_issue(const bs__scan *scan, size_t at, bs_item *item, size_t *end)
{
    bs_str text = scan->text;
    size_t mark = bs__digits_end(text, at);
    if (scan->lang != BS_LANG_KO || mark - at != 2 || at_or_zero(text, mark) != '-') return false;
    size_t stop = bs__digits_end(text, mark + 1);
    bool number = stop > mark + 1 && stop - mark <= 3 && !bs__letter_before(text, at);
    if (!number || !bs__starts_at(text, stop, BS_STR("호"))) return false;
    static const bs__phrase others[] = {P("호선", KO, 0), P("호기", KO, 0), P("호점", KO, 0)};
    if (BS_PHRASE_AT(others, scan, stop) != NULL) return false;
    return bs__identifier(item, text, at, stop + strlen("호"), end);
}

// "信会师报字[2017]第 ZA13325 号", "粤府〔2016〕12号": the year in the number of a
// document of China, which dates nothing; *end is behind it.
static bool is_year_of_document(const bs__scan *scan, size_t at, size_t *end)
{
    enum { YEAR_DIGITS = 4, NUMBER_BYTES_MAX = 24 };
    static const char opens[] = "[|〔|［|(|（|【", closes[] = "]|〕|］|)|）|】", ends[] = "号|號";
    bs_str text = scan->text;
    size_t mark = bs__digits_end(text, at);
    if (scan->lang != BS_LANG_ZH || mark - at != YEAR_DIGITS || at == 0) return false;
    bs_str behind = bs_str_slice(text, mark, text.len);
    if (!bs_list_ends(bs_str_slice(text, 0, at), opens) || !bs_list_starts(behind, closes))
        return false;
    size_t from = bs_gap_skip(text, mark + bs_utf8_decode(text, mark).len);
    bool ordered = bs__starts_at(text, from, BS_STR("第"));
    if (ordered) from = bs_gap_skip(text, from + strlen("第"));
    size_t stop = from;
    while (bs__letter_at(text, stop))
        stop++;
    bs_str rest = bs_str_slice(text, bs_gap_skip(text, stop), text.len);
    *end = mark;
    return stop > from && stop - from <= NUMBER_BYTES_MAX && bs_list_starts(rest, ends);
}

// Issue 2024-38, 2024-38호, No 14/2023: a year and a number within it, which no word and no year
// makes a span of time of. "2023-15" alone is one too: fifteen is no month, and no later year.
bool bs__issue_read(bs__scan *scan, size_t at, bs_item *item, size_t *end)
{
    enum { YEAR_DIGITS = 4, NUMBER_DIGITS_MAX = 4, MONTHS = 12, CENTURY = 100 };
    static const bs__phrase fronts[] = {
        P("no", EN, 0),    P("no.", BS_IN_ANY, 0), P("nr", EN, 0), P("nr.", EN, 0),
        P("issue", EN, 0), P("number", EN, 0),     P("제", KO, 0), P("第", ZH | JA, 0),
        P("호수", KO, 0),  P("№", BS_IN_ANY, 0)};
    static const bs__phrase behinds[] = {P("호", KO, 0), P("号", ZH | JA, 0), P("號", ZH, 0),
                                         P("期", ZH, 0)};
    bs_str text = scan->text;
    if (read_short_issue(scan, at, item, end) || is_year_of_document(scan, at, end)) return true;
    size_t mark = bs__digits_end(text, at);
    char joint = at_or_zero(text, mark);
    if (joint != '-' && joint != '/') return false;
    size_t from = mark + 1;
    size_t stop = bs__digits_end(text, from);
    size_t first = mark - at, second = stop - from;
    if (first == 0 || first > YEAR_DIGITS || second == 0 || second > NUMBER_DIGITS_MAX)
        return false;
    bool year_first = first == YEAR_DIGITS;
    if (!year_first && second != YEAR_DIGITS) return false;
    int year = digits_value(text, year_first ? at : from, year_first ? mark : stop);
    int number = digits_value(text, year_first ? from : at, year_first ? stop : mark);
    if (year < BS_BARE_YEAR_MIN || year > BS_BARE_YEAR_MAX) return false;
    char next = at_or_zero(text, stop);
    bool goes_on = (next == '-' || next == '/' || next == '.' || next == ',') &&
                   bs_is_digit(at_or_zero(text, stop + 1));
    if (goes_on || next == '%' || bs__letter_at(text, stop) || bs__letter_before(text, at))
        return false;
    bool named = BS_PHRASE_BEFORE(fronts, scan, bs__gap_back(text, at)) != NULL ||
                 BS_PHRASE_AT(behinds, scan, stop) != NULL;
    if (!named) {
        bs__unit_here unit;
        bool month = number >= 1 && number <= MONTHS;
        bool later = second == 2 && number > year % CENTURY;
        bool behind_year =
            year_first && joint == '-' && second < YEAR_DIGITS && !later && !(month && second == 2);
        bool before_year = !year_first && joint == '/' && !month;
        if (!behind_year && !before_year) return false;
        if (bs__unit_behind(&unit, scan, bs_gap_skip(text, stop))) return false;
    }
    return bs__identifier(item, text, at, stop, end);
}

// 2019/1234 behind "(EU)", 2024헌마123, 15 U.S.C.: numbers of acts and cases.
bool bs__act_read(const bs__scan *scan, size_t at, bs_item *item, size_t *end)
{
    enum { CASE_LETTERS_MAX = 9, YEAR_DIGITS = 4 };
    static const bs__phrase bodies[] = {
        P("(EU)", EN, 0),      P("(EC)", EN, 0),       P("(EEC)", EN, 0),    P("(Euratom)", EN, 0),
        P("Directive", EN, 0), P("Regulation", EN, 0), P("Decision", EN, 0), P("Law", EN, 0)};
    static const bs__phrase codes[] = {P("U.S.C", EN, 0), P("C.F.R", EN, 0), P("CFR", EN, 0),
                                       P("USC", EN, 0)};
    bs_str text = scan->text;
    size_t i = at;
    while (bs_is_digit(at_or_zero(text, i)))
        i++;
    if (BS_PHRASE_AT(codes, scan, bs_gap_skip(text, i)) != NULL)
        return bs__identifier(item, text, at, i, end);
    size_t mark = i;
    char next = at_or_zero(text, mark);
    if ((next == '/' || next == '-') && bs_is_digit(at_or_zero(text, mark + 1)) &&
        BS_PHRASE_BEFORE(bodies, scan, bs__gap_back(text, at)) != NULL) {
        for (i = mark + 1; bs__letter_at(text, i) || at_or_zero(text, i) == '/';)
            i++;
        return bs__identifier(item, text, at, i, end);
    }
    while (scan->lang == BS_LANG_KO && mark - i < CASE_LETTERS_MAX && bs__hangul_at(text, mark))
        mark += bs_utf8_decode(text, mark).len;
    if (i - at != YEAR_DIGITS || mark == i || !bs_is_digit(at_or_zero(text, mark))) return false;
    // The signs of cases of Korean courts; 1429만9000명 and 1950억3000만원 are amounts.
    static const char cases[] =
        "헌가|헌나|헌다|헌라|헌마|헌바|헌사|헌아|가단|가합|가소|나|다|라|마|그|카|고단|고합|고정|"
        "노|도|모|오|로|초기|초재|구합|구단|누|두|루|무|아|카합|카단|카기|타경|타채|드단|드합|르|"
        "므|"
        "느단|느합|브|스|머|준|차|형제|허|후|전도|감고|치|재나|재다|재노|재도|재두|비합|하단|하합|"
        "회합";
    bool year =
        text.ptr[at] == '1' ? text.ptr[at + 1] == '9' : bs__starts_at(text, at, BS_STR("20"));
    if (!year || !bs_list_is(bs_str_slice(text, i, mark), cases)) return false;
    for (i = mark; bs_is_digit(at_or_zero(text, i));)
        i++;
    return bs__identifier(item, text, at, i, end);
}
