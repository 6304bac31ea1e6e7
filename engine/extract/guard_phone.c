// SPDX-License-Identifier: GPL-3.0-or-later
// Telephone numbers, postal codes and times of the day.
#include "engine/base/utf8.h"
#include "engine/extract/guard_internal.h"
#include "engine/extract/phrase_table.h"
#include "engine/extract/words.h"

// Nothing here looks further ahead than this, so that a hostile line is read in linear time.
enum { DIGITS_BYTES_MAX = 64 };

static const bs__phrase phone_words[] = {
    P("tel", BS_IN_ANY, 0),   P("fax", BS_IN_ANY, 0),
    P("phone", BS_IN_ANY, 0), P("전화", KO, 0),
    P("팩스", KO, 0),         P("전화번호", KO, 0),
    P("문의", KO, 0),         P("电话", ZH, 0),
    P("電話", ZH | JA, 0),    P("传真", ZH, 0),
    P("邮编", ZH, 1),         P("邮政编码", ZH, 1),
    P("우편번호", KO, 1),     P("(우)", KO, 1),
    P("(우 ", KO, 1),         P("〒", BS_IN_ANY, 0),
    P("☎", BS_IN_ANY, 0),     P("℡", BS_IN_ANY, 0),
    P("电话号码", ZH, 0),     P("电话:", ZH, 0),
    P("mobile:", EN, 0),      P("郵便番号", JA, 1),
    P("内線", JA, 1),         P("内线", ZH, 1),
    P("내선", KO, 1),         P("热线", ZH, 0),
    P("SMS", BS_IN_ANY, 0),   P("whatsapp", BS_IN_ANY, 0),
};
static const bs__phrase address_words[] = {
    P("주소", KO, 0), P("地址", ZH, 0), P("住所", JA, 0), P("所在地", JA, 0), P("address:", EN, 0),
};

// "(02)2321-2200 分機 8511", "555-0148 ext. 12": behind the number of an extension, if one follows.
static size_t behind_extension(bs_str text, size_t at)
{
    enum { EXTENSION_DIGITS_MAX = 5 };
    static const bs_str words[] = {BS_STR_INIT("分机"), BS_STR_INIT("转"),   BS_STR_INIT("内線"),
                                   BS_STR_INIT("내선"), BS_STR_INIT("ext."), BS_STR_INIT("ext"),
                                   BS_STR_INIT("Ext."), BS_STR_INIT("Ext"),  BS_STR_INIT("x")};
    size_t from = bs_gap_skip(text, at);
    for (size_t i = 0; i < BS_COUNT(words); i++) {
        if (!bs__starts_at(text, from, words[i])) continue;
        size_t digits = bs_gap_skip(text, from + words[i].len), end = digits;
        while (bs_is_digit(bs__at_or_zero(text, end)))
            end++;
        return end > digits && end - digits <= EXTENSION_DIGITS_MAX ? end : at;
    }
    return at;
}

static size_t phone_end(bs_str text, size_t at)
{
    size_t stop = text.len - at > DIGITS_BYTES_MAX ? at + DIGITS_BYTES_MAX : text.len;
    while (at < stop && (bs_is_digit(text.ptr[at]) || strchr("+-()./ ,;#*~", text.ptr[at]))) {
        if (text.ptr[at] == '\0') break;
        at++;
    }
    return at;
}

// "TEL : 86)10-6410-7876/7886": everything of digits behind the word is the number.
bool bs__behind_phone_word(const bs__scan *scan, size_t at, size_t *end)
{
    const bs__phrase *word = BS_PHRASE_AT(phone_words, scan, at);
    if (word == NULL) return false;
    bs_str text = scan->text;
    size_t from = bs_gap_skip(text, at + word->text.len);
    bool colon = false;
    while (from < text.len && (strchr(".:)", text.ptr[from]) && text.ptr[from])) {
        colon = true;
        from = bs_gap_skip(text, from + 1);
    }
    if (bs__starts_at(text, from, BS_STR("：")) || bs__starts_at(text, from, BS_STR("）"))) {
        colon = true;
        from = bs_gap_skip(text, from + 3);
    }
    char first = bs__at_or_zero(text, from);
    if (!bs_is_digit(first) && first != '+' && first != '(') return false;
    size_t stop = phone_end(text, from);
    bool marked = word->value == 1 || colon || memchr(text.ptr + from, '-', stop - from) != NULL;
    if (!marked) return false;
    // "国内線78.9％", "固定電話：35.2％": what has a unit is no telephone.
    bs__unit_here unit;
    if (scan->lang == BS_LANG_JA && bs__unit_behind(&unit, scan, stop)) return false;
    *end = behind_extension(text, stop);
    return true;
}

// Behind "주소 :" the rest of the line is an address.
bool bs__postal_code(const bs__scan *scan, size_t at, size_t *end)
{
    const bs__phrase *word = BS_PHRASE_AT(address_words, scan, at);
    if (word == NULL) return false;
    bs_str text = scan->text;
    size_t from = bs_gap_skip(text, at + word->text.len);
    bool colon = bs__at_or_zero(text, from) == ':' || bs__starts_at(text, from, BS_STR("：")) ||
                 text.ptr[from - 1] == ':';
    if (!colon) return false;
    const char *line = memchr(text.ptr + from, '\n', text.len - from);
    *end = line ? (size_t)(line - text.ptr) : text.len;
    return true;
}

// The mark between two groups of digits of a telephone number, with a blank in it: " ", "- ", " -
// "; its bytes, 0 for none.
static size_t spaced_mark(bs_str text, size_t at)
{
    size_t end = bs_gap_skip(text, at);
    if (bs__at_or_zero(text, end) == '-') end = bs_gap_skip(text, end + 1);
    bool spaced = end - at > 1 || bs__at_or_zero(text, at) == ' ';
    return spaced && end - at <= strlen(" - ") && bs_is_digit(bs__at_or_zero(text, end)) ? end - at
                                                                                         : 0;
}

// "020 7946 0958", "01 23 45 67 89", "031- 555- 0148": nine to eleven digits in groups with blanks,
// the first of which begins with a nought.
static bool spaced_phone(bs_str text, size_t at, size_t *end)
{
    enum { GROUP_MIN = 2, GROUP_MAX = 5, BLANKS_MIN = 2, DIGITS_MIN = 10, DIGITS_MAX = 11 };
    size_t digits = 0, blanks = 0, hyphens = 0, i = at;
    if (text.ptr[at] != '0') return false;
    for (;;) {
        size_t group = 0;
        while (bs_is_digit(bs__at_or_zero(text, i + group)))
            group++;
        if (group < GROUP_MIN || group > GROUP_MAX) return false;
        digits += group;
        i += group;
        size_t mark = spaced_mark(text, i);
        if (mark == 0) break;
        blanks++;
        hyphens += mark > 1;
        i += mark;
    }
    char next = bs__at_or_zero(text, i);
    bool decimal = (next == '.' || next == ',') && bs_is_digit(bs__at_or_zero(text, i + 1));
    *end = i;
    return blanks >= BLANKS_MIN && digits + (hyphens > 1) >= DIGITS_MIN && digits <= DIGITS_MAX &&
           !decimal && next != '%';
}

// 02-1234-5678, +82-2-1234-5678, 86)10-6410-7876, 1-3-1: digits joined by two hyphens are a
// telephone number, an address or a code.
bool bs__phone_number(bs_str text, size_t at, size_t *end)
{
    size_t i = at;
    size_t hyphens = 0;
    size_t digits = 0;
    if (spaced_phone(text, at, end)) return true;
    bool plus = text.ptr[at] == '+';
    if (plus) i++;
    for (; i < text.len && i - at < DIGITS_BYTES_MAX; i++) {
        char c = text.ptr[i];
        if (bs_is_digit(c)) {
            digits++;
        } else if ((c == '-' || c == ')') && bs_is_digit(bs__at_or_zero(text, i + 1)) && i > at) {
            hyphens++;
        } else if (plus && c == ' ' && bs_is_digit(bs__at_or_zero(text, i + 1))) {
            hyphens++; // +44 20 7946 0958
        } else if (plus && c == ' ' && bs__starts_at(text, i, BS_STR(" (0)"))) {
            i += strlen(" (0)") - 1; // +44 (0)20 7946 0958
        } else if (!(c == '/' && hyphens >= 2 && bs_is_digit(bs__at_or_zero(text, i + 1)))) {
            break;
        }
    }
    enum { PHONE_DIGITS_MIN = 8 };
    if (plus && digits < PHONE_DIGITS_MIN) return false;
    if (hyphens < 2 && !(plus && hyphens == 1 && digits >= PHONE_DIGITS_MIN)) return false;
    size_t behind = behind_extension(text, i);
    if (behind == i && bs__is_latin(bs__at_or_zero(text, i))) return false;
    *end = behind;
    return true;
}

// "11049 台北市信義區": the post code in front of a place of Taiwan, and no machines.
bool bs__place_code(const bs__scan *scan, size_t at, size_t *end)
{
    static const char places[] =
        "台北|台中|台南|台东|台湾|臺北|臺中|臺南|臺東|新北市|桃园市|高雄市";
    bs_str text = scan->text;
    size_t i = at;
    while (bs_is_digit(bs__at_or_zero(text, i)))
        i++;
    *end = i;
    return scan->lang == BS_LANG_ZH && (i - at == 3 || i - at == 5 || i - at == 6) &&
           bs_list_starts(bs_str_slice(text, bs_gap_skip(text, i), text.len), places);
}

// "EC2R 8EJ", "NE1 3DX": the second half of a British post code. "S24 8GB" is a telephone with its
// memory, and "Q3 8EJ" a quarter.
bool bs__post_code(bs_str text, size_t at, size_t *end)
{
    enum { FIRST_HALF_MIN = 2, FIRST_HALF_MAX = 4, SECOND_HALF = 3 };
    char first = bs__at_or_zero(text, at + 1), second = bs__at_or_zero(text, at + 2);
    bool capitals = first >= 'A' && first <= 'Z' && second >= 'A' && second <= 'Z';
    if (!capitals || at == 0 || text.ptr[at - 1] != ' ') return false;
    if (bs__is_word(bs__at_or_zero(text, at + SECOND_HALF))) return false;
    if (bs_list_is(bs_str_slice(text, at + 1, at + SECOND_HALF), "GB|TB|PB|EB|GW|TW")) return false;
    size_t from = at - 1;
    bool digit = false;
    while (from > 0 && at - from <= FIRST_HALF_MAX && bs__is_word(text.ptr[from - 1])) {
        digit |= bs_is_digit(text.ptr[--from]);
        if (text.ptr[from] >= 'a') return false;
    }
    bs_str half = bs_str_slice(text, from, at - 1);
    if (half.len < FIRST_HALF_MIN || !digit || bs_is_digit(half.ptr[0])) return false;
    if (bs_list_is(half, "Q1|Q2|Q3|Q4|H1|H2")) return false;
    *end = at + SECOND_HALF;
    return from == 0 || !bs__is_word(text.ptr[from - 1]);
}

static size_t digits_at(bs_str text, size_t at)
{
    size_t count = 0;
    while (bs_is_digit(bs__at_or_zero(text, at + count)))
        count++;
    return count;
}

static bool is_called_phone(bs_str text, size_t at)
{
    enum { NEAR_BYTES = 60 };
    static const char words[] = "문의|전화|상담|센터|번호|신고";
    bs_str near = bs_str_slice(text, at > NEAR_BYTES ? at - NEAR_BYTES : 0, at);
    return bs_str_has_any(near, words);
}

// 13800138000 in Chinese and, where a word says so, 1588-1234 in Korean, with no unit behind.
bool bs__national_phone(const bs__scan *scan, size_t at, size_t *end)
{
    enum { MOBILE_DIGITS = 11, GROUP = 4 };
    bs_str text = scan->text;
    size_t count = digits_at(text, at);
    bs__unit_here unit;
    if (text.ptr[at] != '1') return false;
    char second = bs__at_or_zero(text, at + 1);
    bool mobile = scan->lang == BS_LANG_ZH && count == MOBILE_DIGITS && second >= '3';
    bool called = scan->lang == BS_LANG_KO && count == GROUP && strchr("568", second) != NULL &&
                  bs__at_or_zero(text, at + GROUP) == '-' &&
                  digits_at(text, at + GROUP + 1) == GROUP && is_called_phone(text, at);
    *end = at + (called ? 2 * GROUP + 1 : count);
    char next = bs__at_or_zero(text, *end);
    return (mobile || called) && next != '.' && next != ',' && next != '-' && next != '%' &&
           !bs__unit_behind(&unit, scan, *end);
}

// Does a number of Hong Kong, Macao, Singapore or Taiwan begin with this code?
static bool is_code_of_place(bs_str digits)
{
    return bs_list_is(digits, "852|853|886|65");
}

// "2041 7350" of "(852) 2041 7350": two groups of a telephone number, alone on its line or behind
// the code of a place, where no row of numbers goes on.
static bool is_paired(bs_str text, size_t at, size_t from, size_t *end)
{
    size_t first = digits_at(text, from), gap = from + first;
    size_t second = bs__at_or_zero(text, gap) == ' ' ? digits_at(text, gap + 1) : 0;
    *end = gap + 1 + second;
    bool groups = (first == 3 || first == 4) && second == 4;
    if (!groups) return false;
    bs_str front = bs_str_slice(text, 0, at);
    char next = bs__at_or_zero(text, *end);
    bool opens = at == 0 || bs_list_ends(front, "\n|:|：|: |： ");
    if (opens && (next == '\0' || next == '\n' || next == '\r')) return true;
    size_t back = bs__gap_back(text, at), ahead = bs_gap_skip(text, *end);
    char before = back > 0 ? text.ptr[back - 1] : ' ', behind = bs__at_or_zero(text, ahead);
    bool row = bs_is_digit(before) || before == ')' || before == '|' || before == '\t' ||
               bs_is_digit(behind) || behind == '(' || behind == '|' || behind == '\t';
    bool decimal = (next == '.' || next == ',') && bs_is_digit(bs__at_or_zero(text, *end + 1));
    return is_code_of_place(bs_str_slice(text, at + 1, bs__digits_end(text, at + 1))) && !row &&
           !decimal && next != '%';
}

// "(202) 555-0123".
bool bs__area_code(bs_str text, size_t at, size_t *end)
{
    size_t close = at + 1;
    while (bs_is_digit(bs__at_or_zero(text, close)))
        close++;
    if (close == at + 1 || bs__at_or_zero(text, close) != ')') return false;
    size_t from = bs_gap_skip(text, close + 1);
    if (is_paired(text, at, from, end)) return true;
    size_t i = from;
    while (bs_is_digit(bs__at_or_zero(text, i)))
        i++;
    if (i - from < 3 || bs__at_or_zero(text, i) != '-' || !bs_is_digit(bs__at_or_zero(text, i + 1)))
        return false;
    while (bs_is_digit(bs__at_or_zero(text, i)) || bs__at_or_zero(text, i) == '-')
        i++;
    *end = behind_extension(text, i);
    return true;
}

// "07.42 GMT", "16.30 BST": minutes behind a point, by the zone that the clock is of.
static bool zoned_time_end(bs_str text, size_t hour_end, size_t *end)
{
    enum { MINUTES = 3 };
    size_t behind = hour_end + MINUTES;
    bool minutes = bs__at_or_zero(text, hour_end) == '.' && digits_at(text, hour_end + 1) == 2 &&
                   text.ptr[hour_end + 1] < '6' && bs__at_or_zero(text, behind) == ' ';
    *end = behind;
    return minutes && bs_list_starts(bs_str_slice(text, behind, text.len),
                                     " GMT| BST| UTC| CET| CEST| EST| EDT| ET| IST| JST| KST");
}

// 14:30 and 6pm are times of the day.
// "17~19시", "9～17時": from one hour to another, whose word is printed once; `at` is behind the
// first.
static bool is_span_of_hours(const bs__scan *scan, size_t at, int first, size_t *end)
{
    enum { HOUR_MAX = 24 };
    bs_str text = scan->text, rest = bs_str_slice(text, at, text.len);
    if (scan->lang == BS_LANG_EN || !bs_list_starts(rest, "~|∼|～|〜|-|–")) return false;
    size_t from = at + bs_utf8_decode(rest, 0).len, stop = bs__digits_end(text, from);
    int last = 0;
    for (size_t i = from; i < stop && last <= HOUR_MAX; i++)
        last = last * 10 + (text.ptr[i] - '0');
    bs_str word = bs_str_slice(text, stop, text.len);
    return stop > from && last > first && last <= HOUR_MAX && bs_list_starts(word, "시|時|时") &&
           bs__clock_time(scan, from, end);
}

bool bs__clock_time(const bs__scan *scan, size_t at, size_t *end)
{
    static const bs__phrase hours[] = {
        P("시", KO, 0), P("时", ZH, 0), P("時", ZH | JA, 0), P("点", ZH, 0),  P("點", ZH, 0),
        P("am", EN, 0), P("pm", EN, 0), P("a.m", EN, 0),     P("p.m", EN, 0),
    };
    static const bs__phrase no_hours[] = {P("시간", KO, 0), P("時間", JA, 0), P("時間", ZH, 0),
                                          P("時点", JA, 0)};
    enum { HOUR_MAX = 24 };
    bs_str text = scan->text;
    size_t i = at;
    int hour = 0;
    size_t len;
    for (int digit; (digit = bs_digit_at(text, i, &len)) >= 0 && i < at + 6; i += len) {
        hour = hour * 10 + digit;
    }
    if (i == at || hour > HOUR_MAX) return false;
    if (bs__at_or_zero(text, i) == ':' && bs_is_digit(bs__at_or_zero(text, i + 1)) &&
        bs_is_digit(bs__at_or_zero(text, i + 2)) && !bs_is_digit(bs__at_or_zero(text, i + 3))) {
        *end = i + 3;
        while (bs__at_or_zero(text, *end) == ':' && bs_is_digit(bs__at_or_zero(text, *end + 1)))
            *end += 3;
        if (*end > text.len) *end = text.len;
        return true;
    }
    if (zoned_time_end(text, i, end)) return true;
    if (is_span_of_hours(scan, i, hour, end)) return true;
    size_t from = scan->lang == BS_LANG_EN ? bs_gap_skip(text, i) : i;
    const bs__phrase *word = BS_PHRASE_AT(hours, scan, from);
    if (word == NULL || BS_PHRASE_AT(no_hours, scan, from) != NULL) return false;
    size_t behind = from + word->text.len;
    bool point = bs_str_starts(word->text, BS_STR("点")) || bs_str_starts(word->text, BS_STR("點"));
    if (point && bs_digit_at(text, behind, &len) >= 0 &&
        bs_str_find(bs_str_slice(text, behind, behind + 16), BS_STR("分"), 0) == SIZE_MAX) {
        return false;
    }
    static const bs__phrase minutes[] = {P("분", KO, 0), P("分", ZH | JA, 0), P("半", ZH | JA, 0),
                                         P("반", KO, 0)};
    size_t minute = bs_gap_skip(text, behind);
    while (bs_digit_at(text, minute, &len) >= 0)
        minute += len;
    minute = bs_gap_skip(text, minute);
    const bs__phrase *more = BS_PHRASE_AT(minutes, scan, minute);
    if (more != NULL) behind = minute + more->text.len;
    if (more == NULL && bs__hangul_at(text, i) && !bs__korean_word_ends(text, behind)) return false;
    *end = behind;
    return true;
}
