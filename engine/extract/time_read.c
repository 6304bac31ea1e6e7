// SPDX-License-Identifier: GPL-3.0-or-later
// Points and spans of time in running text.
//
// A point is a year followed by finer parts (2023년 3분기, 2023年1月, '23.1Q, 2023-10-13), or a
// part alone (9월, 上半年, Q3); a span is two of them (2013~2017년, 1-6月, 9월~11월).
#include "engine/base/utf8.h"
#include "engine/extract/numeral_internal.h"
#include "engine/extract/scan_internal.h"

#define KO BS_IN(BS_LANG_KO)
#define ZH BS_IN(BS_LANG_ZH)
#define JA BS_IN(BS_LANG_JA)
#define EN BS_IN(BS_LANG_EN)
#define P(text, langs, value)                                                                      \
    {                                                                                              \
        BS_STR_INIT(text), (langs), (value)                                                        \
    }

enum { YEAR_MIN = 1000, YEAR_MAX = 2999, BARE_YEAR_MIN = 1900, BARE_YEAR_MAX = 2099 };

// A part of a year: which field, and where its number may come from.
typedef enum field {
    FIELD_HALF,
    FIELD_QUARTER,
    FIELD_MONTH,
    FIELD_TENDAY,
    FIELD_WEEK,
    FIELD_DAY
} field;

static const struct {
    int max;
    bool alone; // without a year or month in front
} fields[] = {
    [FIELD_HALF] = {2, true},    [FIELD_QUARTER] = {4, true}, [FIELD_MONTH] = {12, true},
    [FIELD_TENDAY] = {3, false}, [FIELD_WEEK] = {53, false},  [FIELD_DAY] = {31, true},
};

static int *field_of(bs_when *when, field which)
{
    switch (which) {
    case FIELD_HALF:
        return &when->half;
    case FIELD_QUARTER:
        return &when->quarter;
    case FIELD_MONTH:
        return &when->month;
    case FIELD_TENDAY:
        return &when->tenday;
    case FIELD_WEEK:
        return &when->week;
    default:
        return &when->day;
    }
}

// Words behind a number.
static const bs__phrase suffixes[] = {
    P("월", KO, FIELD_MONTH),       P("月", BS_IN_CJK, FIELD_MONTH),
    P("月份", ZH, FIELD_MONTH),     P("일", KO, FIELD_DAY),
    P("日", BS_IN_CJK, FIELD_DAY),  P("号", ZH, FIELD_DAY),
    P("분기", KO, FIELD_QUARTER),   P("사분기", KO, FIELD_QUARTER),
    P("/4분기", KO, FIELD_QUARTER), P("季度", ZH, FIELD_QUARTER),
    P("四半期", JA, FIELD_QUARTER), P("주차", KO, FIELD_WEEK),
    P("주", KO, FIELD_WEEK),        P("周", ZH, FIELD_WEEK),
    P("週", ZH | JA, FIELD_WEEK),   P("Q", BS_IN_ANY, FIELD_QUARTER),
    P("/4半期", JA, FIELD_QUARTER), P("・四半期", JA, FIELD_QUARTER),
};

// Words that are a part by themselves: tens digit the field, units the number.
#define PART(which, number) ((which)*10 + (number))
static const bs__phrase parts[] = {
    P("상반기", KO, PART(FIELD_HALF, 1)),
    P("하반기", KO, PART(FIELD_HALF, 2)),
    P("上半年", ZH, PART(FIELD_HALF, 1)),
    P("下半年", ZH, PART(FIELD_HALF, 2)),
    P("上半期", JA, PART(FIELD_HALF, 1)),
    P("下半期", JA, PART(FIELD_HALF, 2)),
    P("上期", JA, PART(FIELD_HALF, 1)),
    P("下期", JA, PART(FIELD_HALF, 2)),
    P("H1", BS_IN_ANY, PART(FIELD_HALF, 1)),
    P("H2", BS_IN_ANY, PART(FIELD_HALF, 2)),
    P("1H", BS_IN_ANY, PART(FIELD_HALF, 1)),
    P("2H", BS_IN_ANY, PART(FIELD_HALF, 2)),
    P("Q1", BS_IN_ANY, PART(FIELD_QUARTER, 1)),
    P("Q2", BS_IN_ANY, PART(FIELD_QUARTER, 2)),
    P("Q3", BS_IN_ANY, PART(FIELD_QUARTER, 3)),
    P("Q4", BS_IN_ANY, PART(FIELD_QUARTER, 4)),
    P("1Q", BS_IN_ANY, PART(FIELD_QUARTER, 1)),
    P("2Q", BS_IN_ANY, PART(FIELD_QUARTER, 2)),
    P("3Q", BS_IN_ANY, PART(FIELD_QUARTER, 3)),
    P("4Q", BS_IN_ANY, PART(FIELD_QUARTER, 4)),
    P("上旬", ZH | JA, PART(FIELD_TENDAY, 1)),
    P("中旬", ZH | JA, PART(FIELD_TENDAY, 2)),
    P("下旬", ZH | JA, PART(FIELD_TENDAY, 3)),
    P("상순", KO, PART(FIELD_TENDAY, 1)),
    P("초순", KO, PART(FIELD_TENDAY, 1)),
    P("중순", KO, PART(FIELD_TENDAY, 2)),
    P("하순", KO, PART(FIELD_TENDAY, 3)),
    P("first half", EN, PART(FIELD_HALF, 1)),
    P("second half", EN, PART(FIELD_HALF, 2)),
    P("first quarter", EN, PART(FIELD_QUARTER, 1)),
    P("second quarter", EN, PART(FIELD_QUARTER, 2)),
    P("third quarter", EN, PART(FIELD_QUARTER, 3)),
    P("fourth quarter", EN, PART(FIELD_QUARTER, 4)),
};

// Behind a day these make a length of time of it: 10일간, 3日以内.
static const bs__phrase day_is_length[] = {
    P("간", KO, 0),     P("동안", KO, 0),      P("째", KO, 0),      P("치", KO, 0),
    P("분", KO, 0),     P("씩", KO, 0),        P("만에", KO, 0),    P("이내", KO, 0),
    P("이상", KO, 0),   P("전", KO, 0),        P("후", KO, 0),      P("뒤", KO, 0),
    P("안에", KO, 0),   P("가량", KO, 0),      P("정도", KO, 0),    P("미만", KO, 0),
    P("초과", KO, 0),   P("이하", KO, 0),      P("여", KO, 0),      P("间", ZH, 0),
    P("間", JA, 0),     P("以内", ZH | JA, 0), P("内", ZH | JA, 0), P("後", JA, 0),
    P("后", ZH, 0),     P("前", JA, 0),        P("目", JA, 0),      P("分", JA, 0),
    P("游", ZH, 0),     P("以上", ZH | JA, 0), P("ぶり", JA, 0),    P("당", KO, 0),
    P("あたり", JA, 0),
};

static const bs__phrase year_words[] = {
    P("년", KO, 0),       P("년도", KO, 0),        P("年", BS_IN_CJK, 0), P("年度", ZH | JA, 1),
    P("회계연도", KO, 1), P("년 회계연도", KO, 1), P("학년도", KO, 0),    P("财年", ZH, 1),
    P("財年", ZH, 1),     P("年度決算", JA, 1),    P("년간", KO, -1),     P("年間", JA, -1),
    P("年间", ZH, -1),
};

static const bs__phrase eras[] = {
    P("令和", JA, 2018), P("平成", JA, 1988), P("昭和", JA, 1925), P("大正", JA, 1911),
    P("明治", JA, 1867), P("民國", ZH, 1911), P("民国", ZH, 1911),
};

static const bs__phrase month_names[] = {
    P("january", EN, 1),   P("february", EN, 2), P("march", EN, 3),     P("april", EN, 4),
    P("may", EN, 5),       P("june", EN, 6),     P("july", EN, 7),      P("august", EN, 8),
    P("september", EN, 9), P("october", EN, 10), P("november", EN, 11), P("december", EN, 12),
    P("jan", EN, 1),       P("feb", EN, 2),      P("mar", EN, 3),       P("apr", EN, 4),
    P("jun", EN, 6),       P("jul", EN, 7),      P("aug", EN, 8),       P("sep", EN, 9),
    P("sept", EN, 9),      P("oct", EN, 10),     P("nov", EN, 11),      P("dec", EN, 12),
};

static const bs__phrase span_marks[] = {
    P("~", BS_IN_ANY, 0), P("～", BS_IN_ANY, 0), P("〜", BS_IN_ANY, 0), P("-", BS_IN_ANY, 0),
    P("–", BS_IN_ANY, 0), P("—", BS_IN_ANY, 0),  P("―", BS_IN_ANY, 0),  P("－", BS_IN_ANY, 0),
    P("至", ZH, 0),       P("到", ZH, 0),        P("から", JA, 0),      P("부터", KO, 0),
    P("에서", KO, 0),     P("∼", BS_IN_ANY, 0),  P("to", EN, 0),        P("through", EN, 0),
};

static const bs_str quotes[] = {BS_STR_INIT("'"),  BS_STR_INIT("‘"), BS_STR_INIT("’"),
                                BS_STR_INIT("＇"), BS_STR_INIT("`"), BS_STR_INIT("′")};

// What a reader of a part needs.
typedef struct reader {
    const bs__scan *scan;
    bs_str text;
    bool header;
} reader;

// An integer in digits, or in Han characters where those count months: 十二月.
typedef struct integer {
    int value;
    size_t digits; // 0 when it is in words
    size_t end;
} integer;

static bool digits_at(integer *out, bs_str text, size_t at, size_t digits_max)
{
    *out = (integer){.end = at};
    size_t len;
    for (int digit; (digit = bs_digit_at(text, out->end, &len)) >= 0; out->end += len) {
        if (out->digits++ >= digits_max) return false;
        out->value = out->value * 10 + digit;
    }
    return out->digits > 0;
}

static bool integer_at(integer *out, const reader *r, size_t at, size_t digits_max)
{
    if (digits_at(out, r->text, at, digits_max)) return true;
    if (out->digits > 0 || !bs__han_at(r->text, at)) return false;
    bs_numeral number;
    if (!bs_numeral_read(&number, r->text, at, r->scan->lang)) return false;
    unsigned no = BS_NUMERAL_SIGNED | BS_NUMERAL_POINT | BS_NUMERAL_PARTS | BS_NUMERAL_OVER |
                  BS_NUMERAL_VAGUE | BS_NUMERAL_FORMAL | BS_NUMERAL_PERCENT;
    if ((number.flags & no) || number.value.scale != 0 || number.value.coefficient > YEAR_MAX) {
        return false;
    }
    *out = (integer){.value = (int)number.value.coefficient, .end = number.end};
    return true;
}

static char char_at(bs_str text, size_t at)
{
    return at < text.len ? text.ptr[at] : '\0';
}

static bool is_digit(bs_str text, size_t at)
{
    size_t len;
    return bs_digit_at(text, at, &len) >= 0;
}

static size_t quote_at(bs_str text, size_t at)
{
    char first = char_at(text, at);
    for (size_t i = 0; i < BS_COUNT(quotes); i++) {
        if (quotes[i].ptr[0] == first && bs__starts_at(text, at, quotes[i])) return quotes[i].len;
    }
    return 0;
}

static int complete(int year)
{
    return year < 50 ? 2000 + year : 1900 + year;
}

// The length of a mark of a span at `at`, with its blanks; 0 when there is none.
static size_t span_mark(const reader *r, size_t at)
{
    size_t from = bs_gap_skip(r->text, at);
    const bs__phrase *mark = BS_PHRASE_AT(span_marks, r->scan, from);
    if (mark == NULL) return 0;
    return bs_gap_skip(r->text, from + mark->text.len) - at;
}

static bool day_is_date(const reader *r, size_t end)
{
    if (BS_PHRASE_AT(day_is_length, r->scan, bs_gap_skip(r->text, end)) != NULL) return false;
    return !bs__hangul_at(r->text, end) || bs__korean_word_ends(r->text, end);
}

// Month and week words that begin another word: 3개월 is caught by its 개, 3월간 and 주년 here.
static bool suffix_fits(const reader *r, const bs__phrase *suffix, size_t end, const bs_when *when)
{
    field which = (field)suffix->value;
    bool dated = when->year != 0 || when->month != 0;
    if (which == FIELD_DAY) {
        bool number_sign = bs_str_equal(suffix->text, BS_STR("号"));
        if (when->month == 0 && (number_sign || when->year != 0)) return false;
        return when->month != 0 || r->header || day_is_date(r, end);
    }
    if (which == FIELD_WEEK) return dated && !bs__starts_at(r->text, end, BS_STR("년"));
    if (which == FIELD_MONTH) return !bs__starts_at(r->text, end, BS_STR("間"));
    return !bs_str_equal(suffix->text, BS_STR("Q")) || !bs__letter_at(r->text, end);
}

// 10日元 and 5日間: a unit that goes on behind the word of the field.
static bool unit_goes_on(const reader *r, size_t at, const bs__phrase *suffix)
{
    size_t taken;
    bs_str rest = bs_str_slice(r->text, at, r->text.len);
    return bs_unit_match_side(rest, r->scan->lang, BS_UNIT_BEHIND, &taken) != NULL &&
           taken > suffix->text.len;
}

static bool in_range(field which, int value)
{
    return value >= 1 && value <= fields[which].max;
}

// "3분기", "9월", "1~9월": a number, or two of them, before the word of a field.
static bool number_part(const reader *r, size_t at, bs_when *from, bs_when *to, size_t *end)
{
    integer low;
    integer high = {0};
    size_t start = at;
    bool leading = bs__starts_at(r->text, at, BS_STR("前"));
    if (leading) start += 3;
    if (bs__starts_at(r->text, at, BS_STR("第")) || bs__starts_at(r->text, at, BS_STR("제")))
        start += 3;
    start = bs_gap_skip(r->text, start);
    if (!integer_at(&low, r, start, 2)) return false;
    size_t behind = low.end;
    size_t mark = span_mark(r, behind);
    if (mark > 0 && integer_at(&high, r, behind + mark, 2) && high.value > low.value)
        behind = high.end;
    size_t word_at = bs_gap_skip(r->text, behind);
    const bs__phrase *suffix = BS_PHRASE_AT(suffixes, r->scan, word_at);
    if (suffix == NULL) {
        if (behind == low.end) return false;
        high = (integer){0};
        word_at = bs_gap_skip(r->text, low.end);
        suffix = BS_PHRASE_AT(suffixes, r->scan, word_at);
        if (suffix == NULL) return false;
        behind = low.end;
    }
    field which = (field)suffix->value;
    size_t stop = word_at + suffix->text.len;
    bool spanned = behind != low.end;
    if (!in_range(which, low.value) || (spanned && !in_range(which, high.value))) return false;
    if (unit_goes_on(r, word_at, suffix) || !suffix_fits(r, suffix, stop, from)) return false;
    if (spanned && which == FIELD_DAY && from->month == 0) return false;
    if (which == FIELD_WEEK && start == at && low.digits == 0) return false;
    if (leading && (which != FIELD_QUARTER || spanned || low.value < 2)) return false;
    if (leading) { // 前三季度 are the first three quarters.
        high.value = low.value;
        low.value = 1;
    }
    if (spanned || leading) {
        *to = *from;
        *field_of(to, which) = high.value;
    }
    *field_of(from, which) = low.value;
    *end = stop;
    return true;
}

static bool word_part(const reader *r, size_t at, bs_when *from, size_t *end)
{
    const bs__phrase *word = BS_PHRASE_AT(parts, r->scan, at);
    if (word == NULL) return false;
    field which = (field)(word->value / 10);
    if (which == FIELD_TENDAY && from->month == 0) return false;
    size_t stop = at + word->text.len;
    if (bs__letter_at(r->text, stop)) return false;
    bool latin = (unsigned char)r->text.ptr[at] < 0x80;
    if (latin && bs__letter_before(r->text, at)) return false;
    // "1H" without a year may be an hour, a lower-case q3 anything.
    bool capital = memchr(r->text.ptr + at, 'Q', word->text.len) != NULL ||
                   memchr(r->text.ptr + at, 'H', word->text.len) != NULL;
    if (latin && word->text.len == 2 && !capital) return false;
    *field_of(from, which) = word->value % 10;
    *end = stop;
    return true;
}

// Parts behind a year or month, each finer than the one before.
static size_t parts_read(const reader *r, size_t at, bs_when *from, bs_when *to)
{
    enum { PARTS_MAX = 3 };
    for (int i = 0; i < PARTS_MAX && to->year == 0; i++) {
        size_t next = bs_gap_skip(r->text, at);
        size_t end;
        bs_when tried = *from;
        bool had_day = from->day != 0;
        if (had_day) break;
        if (!number_part(r, next, &tried, to, &end) && !word_part(r, next, &tried, &end)) break;
        // A second part of the same or a coarser kind is another point of time.
        bool finer = from->half == 0 && from->quarter == 0 && from->tenday == 0 &&
                     (from->month == 0 || tried.day != 0 || tried.tenday != 0) &&
                     (from->month == 0 || tried.month == from->month);
        if (!finer) break;
        *from = tried;
        at = end;
        if (to->month != 0 || to->quarter != 0 || to->day != 0) break;
    }
    return at;
}

typedef struct point {
    bs_when from;
    bs_when to;
    size_t end;
    bool bare;
    bool quoted;
    bool worded;
    bool decade;
} point;

// ".10. 13", "-10-13", "/10", ".1Q" behind a year in digits.
static bool dotted_parts(const reader *r, size_t at, point *out, size_t *end, bool quoted)
{
    bs_when *from = &out->from;
    bs_str text = r->text;
    char mark = char_at(text, at);
    if (mark != '.' && mark != '-' && mark != '/') return false;
    size_t next = mark == '.' ? bs_gap_skip(text, at + 1) : at + 1;
    size_t stop;
    bs_when part = *from;
    if (mark != '/' && word_part(r, next, &part, &stop)) {
        *from = part;
        *end = stop;
        return true;
    }
    if (char_at(text, next) == 'W') next++;
    bool week = next > at + 1 && char_at(text, next - 1) == 'W';
    integer month;
    if (!digits_at(&month, text, next, 2)) return false;
    if (week) {
        from->week = month.value;
        *end = month.end;
        return in_range(FIELD_WEEK, month.value);
    }
    if (!in_range(FIELD_MONTH, month.value)) return false;
    bs_when to = {0};
    if (mark == '.' && number_part(r, next, &part, &to, &stop)) {
        *from = part;
        out->to = to;
        *end = stop;
        return true;
    }
    integer day;
    bool again = char_at(text, month.end) == mark;
    size_t day_at = mark == '.' && again ? bs_gap_skip(text, month.end + 1) : month.end + 1;
    if (again && digits_at(&day, text, day_at, 2) && in_range(FIELD_DAY, day.value)) {
        if (bs__letter_at(text, day.end) && char_at(text, day.end) != 'T') return false;
        from->month = month.value;
        from->day = day.value;
        *end = day.end;
        return true;
    }
    bool plain = month.digits == 2 || quoted || (mark == '.' && next > at + 1 && again);
    bool clean = !bs__letter_at(text, month.end) && char_at(text, month.end) != '%';
    if (!plain || !clean || (mark == '.' && is_digit(text, month.end + 1) && again)) return false;
    from->month = month.value;
    *end = month.end;
    return true;
}

// "2023Q3", "2023 H1", "2023M06".
static bool glued_parts(const reader *r, size_t at, bs_when *from, size_t *end)
{
    size_t next = at;
    if (char_at(r->text, at) == ' ' || char_at(r->text, at) == '-') next++;
    char letter = char_at(r->text, next);
    integer number;
    if (letter != 'Q' && letter != 'H' && letter != 'M' && letter != 'S') return false;
    if (!digits_at(&number, r->text, next + 1, 2) || bs__letter_at(r->text, number.end))
        return false;
    if (letter == 'M' && next > at) return false;
    field which = letter == 'Q' ? FIELD_QUARTER : letter == 'M' ? FIELD_MONTH : FIELD_HALF;
    if (!in_range(which, number.value)) return false;
    *field_of(from, which) = number.value;
    *end = number.end;
    return true;
}

typedef struct year {
    bs_when when;
    size_t end;
    bool worded; // with 년, 年 or an era behind or in front
    bool quoted; // '23
    bool bare;   // four digits alone
} year;

static bool era_year(year *out, const reader *r, size_t at)
{
    const bs__phrase *era = BS_PHRASE_AT(eras, r->scan, at);
    if (era == NULL) return false;
    size_t from = bs_gap_skip(r->text, at + era->text.len);
    integer number = {.value = 1, .end = from + strlen("元")};
    if (!bs__starts_at(r->text, from, BS_STR("元")) && !integer_at(&number, r, from, 3))
        return false;
    const bs__phrase *word = BS_PHRASE_AT(year_words, r->scan, bs_gap_skip(r->text, number.end));
    if (word == NULL || word->value < 0) return false;
    *out = (year){.when = {.year = era->value + number.value, .fiscal = word->value == 1},
                  .end = bs_gap_skip(r->text, number.end) + word->text.len,
                  .worded = true};
    return true;
}

// FY2023, FY23, fiscal 2023, fiscal year 2023.
static bool fiscal_year(year *out, const reader *r, size_t at)
{
    static const bs__phrase fronts[] = {P("fiscal year", EN, 0), P("fiscal", EN, 0),
                                        P("financial year", EN, 0), P("FY", BS_IN_ANY, 0)};
    const bs__phrase *front = BS_PHRASE_AT(fronts, r->scan, at);
    size_t from = front ? at + front->text.len : at;
    if (front == NULL && char_at(r->text, at) == 'F' && char_at(r->text, at + 1) == 'Y')
        from = at + 2;
    if (from == at || bs__letter_before(r->text, at)) return false;
    from = bs_gap_skip(r->text, from);
    from += quote_at(r->text, from);
    integer number;
    if (!digits_at(&number, r->text, from, 4) || (number.digits != 4 && number.digits != 2))
        return false;
    bool brief = number.digits == 2;
    *out = (year){.when = {.year = brief ? complete(number.value) : number.value,
                           .fiscal = true,
                           .short_year = brief},
                  .end = number.end,
                  .worded = true};
    return out->when.year >= YEAR_MIN;
}

static bool quoted_year(year *out, const reader *r, size_t at)
{
    size_t quote = quote_at(r->text, at);
    integer number;
    if (quote == 0 || bs__letter_before(r->text, at)) return false;
    if (!digits_at(&number, r->text, at + quote, 2) || number.digits != 2) return false;
    if (bs__letter_at(r->text, number.end) && char_at(r->text, number.end) != 'Q') return false;
    const bs__phrase *word = BS_PHRASE_AT(year_words, r->scan, bs_gap_skip(r->text, number.end));
    if (word != NULL && word->value < 0) return false;
    bool worded = word != NULL;
    size_t stop = worded ? bs_gap_skip(r->text, number.end) + word->text.len : number.end;
    *out = (year){.when = {.year = complete(number.value),
                           .short_year = true,
                           .fiscal = worded && word->value == 1},
                  .end = stop,
                  .worded = worded,
                  .quoted = true};
    return true;
}

// Two digits and 년 are a year only where a part of it follows: "22년 3월"; else "22년" is a time
// span.
static bool short_year(year *out, const reader *r, const integer *number, const bs__phrase *word,
                       size_t stop)
{
    static const bs__phrase shows[] = {P("도", KO, 0), P("말", KO, 0), P("기준", KO, 0)};
    if (number->digits != 2 || word->value < 0) return false;
    bs_when from = {.year = complete(number->value)};
    bs_when to = {0};
    bool dated = parts_read(r, stop, &from, &to) > stop;
    dated = dated || (word->text.len > strlen("년") && word->value == 0);
    if (r->scan->lang == BS_LANG_KO) {
        dated = dated || BS_PHRASE_AT(shows, r->scan, bs_gap_skip(r->text, stop)) != NULL;
    }
    if (!dated && !r->header) return false;
    *out = (year){
        .when = {.year = complete(number->value), .short_year = true, .fiscal = word->value == 1},
        .end = stop,
        .worded = true};
    return true;
}

// 1990年代, 90년대, the 1980s: ten years.
static bool decade_point(point *out, const reader *r, size_t at)
{
    static const bs__phrase words[] = {P("년대", KO, 0), P("年代", ZH | JA, 0), P("s", EN, 0),
                                       P("'s", EN, 0)};
    integer number;
    size_t quote = quote_at(r->text, at);
    if (!digits_at(&number, r->text, at + quote, 4) || number.value % 10 != 0) return false;
    const bs__phrase *word = BS_PHRASE_AT(words, r->scan, number.end);
    if (word == NULL || (number.digits != 4 && number.digits != 2)) return false;
    if (bs__letter_at(r->text, number.end + word->text.len)) return false;
    bool latin = word->text.ptr[word->text.len - 1] == 's';
    if (latin && number.digits == 2 && quote == 0) return false;
    int first = number.digits == 2 ? complete(number.value) : number.value;
    if (first < YEAR_MIN || first > YEAR_MAX) return false;
    *out = (point){.from = {.year = first, .short_year = number.digits == 2},
                   .to = {.year = first + 9},
                   .end = number.end + word->text.len,
                   .decade = true};
    return true;
}

// A year alone stands apart from other numbers and has no unit behind it.
static bool bare_year_stands(const reader *r, size_t at, size_t end)
{
    bs_str text = r->text;
    if (bs__letter_before(text, at) || bs__letter_at(text, end)) return false;
    char before = at > 0 ? text.ptr[at - 1] : ' ';
    bool money = at > 0 && bs_unit_match_side(bs_str_slice(text, at - 1, text.len), r->scan->lang,
                                              BS_UNIT_BEFORE, &(size_t){0}) != NULL;
    if (strchr(".,:$+#", before) != NULL || money) return false;
    if ((char_at(text, end) == ',' || char_at(text, end) == '.') && is_digit(text, end + 1))
        return false;
    if (char_at(text, end) == '%' || bs__starts_at(text, end, BS_STR("％"))) return false;
    size_t taken;
    const bs__word *word = bs__word_at(text, bs_gap_skip(text, end), r->scan->lang, &taken);
    if (word != NULL && word->kind == BS_WORD_LARGE && (word->flags & BS_WORD_LETTER) == 0) {
        return false;
    }
    bs__unit_here unit;
    if (!bs__unit_behind(&unit, r->scan, end)) return true;
    bool glued = bs_gap_skip(text, end) == end;
    bool vague = unit.dimension == BS_DIM_COUNT_OF || unit.dimension == BS_DIM_DURATION;
    return !glued && vague && r->scan->lang == BS_LANG_EN && unit.dimension == BS_DIM_COUNT_OF;
}

static bool numbered_year(year *out, const reader *r, size_t at)
{
    integer number;
    if (!integer_at(&number, r, at, 4)) return false;
    size_t from = bs_gap_skip(r->text, number.end);
    const bs__phrase *word = BS_PHRASE_AT(year_words, r->scan, from);
    bool full = number.value >= YEAR_MIN && number.value <= YEAR_MAX &&
                (number.digits == 4 || number.digits == 0);
    if (word != NULL) {
        size_t stop = from + word->text.len;
        if (!full) return short_year(out, r, &number, word, stop);
        if (word->value < 0) return false;
        *out = (year){.when = {.year = number.value, .fiscal = word->value == 1},
                      .end = stop,
                      .worded = true};
        return true;
    }
    if (!full || number.digits != 4) return false;
    *out = (year){.when = {.year = number.value}, .end = number.end, .bare = true};
    return true;
}

static bool year_read(year *out, const reader *r, size_t at)
{
    return quoted_year(out, r, at) || numbered_year(out, r, at) || era_year(out, r, at) ||
           fiscal_year(out, r, at);
}

static bool year_point(point *out, const reader *r, size_t at)
{
    year y;
    if (!year_read(&y, r, at)) return false;
    *out = (point){
        .from = y.when, .end = y.end, .bare = y.bare, .quoted = y.quoted, .worded = y.worded};
    size_t end;
    bool parted = false;
    if (!y.worded) {
        parted =
            dotted_parts(r, y.end, out, &end, y.quoted) || glued_parts(r, y.end, &out->from, &end);
        if (parted) out->end = end;
    }
    if (!parted) {
        end = parts_read(r, y.end, &out->from, &out->to);
        parted = end > y.end;
        out->end = end;
    }
    if (parted) out->bare = false;
    return !out->bare || (y.when.year >= BARE_YEAR_MIN && y.when.year <= BARE_YEAR_MAX);
}

// "3Q23", "1H 2023", "Q3 2023", "H1'23": the part in front of the year.
static bool part_point(point *out, const reader *r, size_t at)
{
    bs_when from = {0};
    bs_when to = {0};
    size_t end;
    *out = (point){0};
    char c = r->text.ptr[at];
    bool glued = (c >= '1' && c <= '4') &&
                 (char_at(r->text, at + 1) == 'Q' || char_at(r->text, at + 1) == 'H') &&
                 is_digit(r->text, at + 2);
    if (glued) {
        *field_of(&from, char_at(r->text, at + 1) == 'Q' ? FIELD_QUARTER : FIELD_HALF) = c - '0';
        end = at + 2;
    } else if (!word_part(r, at, &from, &end)) {
        if (!number_part(r, at, &from, &to, &end)) return false;
        *out = (point){.from = from, .to = to, .end = end};
        if (to.month == 0 && from.month != 0) out->end = parts_read(r, end, &out->from, &out->to);
        return true;
    }
    size_t next = glued ? end : bs_gap_skip(r->text, end);
    if (bs__starts_at(r->text, next, BS_STR("of "))) next += 3;
    size_t quote = quote_at(r->text, next);
    integer number;
    bool dated = digits_at(&number, r->text, next + quote, 4) &&
                 (number.digits == 4 || (number.digits == 2 && (glued || quote > 0)));
    if (dated) {
        from.short_year = number.digits == 2;
        from.year = from.short_year ? complete(number.value) : number.value;
        end = number.end;
    }
    bool hour = c >= '1' && c <= '4' && char_at(r->text, at + 1) == 'H';
    if ((glued || hour) && !dated) return false;
    *out = (point){.from = from, .end = end};
    return true;
}

// "Oct 13, 2023", "October 2023", "13 October 2023", "October".
static bool month_point(point *out, const reader *r, size_t at)
{
    integer day = {0};
    size_t from = at;
    integer last = {0};
    if (digits_at(&day, r->text, at, 2)) {
        size_t mark = span_mark(r, day.end);
        bool days = mark > 0 && digits_at(&last, r->text, day.end + mark, 2) &&
                    in_range(FIELD_DAY, last.value) && last.value > day.value;
        if (!days) last = (integer){.end = day.end};
        from = bs_gap_skip(r->text, last.end);
        if (from == last.end || !in_range(FIELD_DAY, day.value)) return false;
        if (bs__starts_at(r->text, from, BS_STR("of "))) from += 3;
    }
    const bs__phrase *name = BS_PHRASE_AT(month_names, r->scan, from);
    if (name == NULL || r->text.ptr[from] > 'Z') return false;
    *out = (point){.from = {.month = name->value, .day = day.value}, .end = from + name->text.len};
    bool point_mark = char_at(r->text, out->end) == '.' && name->text.len <= 4;
    size_t next = bs_gap_skip(r->text, out->end + point_mark);
    if (char_at(r->text, next) == '-' || char_at(r->text, next) == ',')
        next = bs_gap_skip(r->text, next + 1);
    integer number;
    bool dated = false;
    if (digits_at(&number, r->text, next, 4) && number.digits <= 2 && from == at &&
        !bs__letter_at(r->text, number.end) && in_range(FIELD_DAY, number.value) &&
        char_at(r->text, next - 1) != '-' && char_at(r->text, number.end) != '%') {
        out->from.day = number.value;
        out->end = number.end;
        dated = true;
        next = bs_gap_skip(r->text, number.end);
        if (char_at(r->text, next) == ',') next = bs_gap_skip(r->text, next + 1);
    }
    size_t quote = quote_at(r->text, next);
    bool brief = quote > 0 || char_at(r->text, next - 1) == '-';
    if (digits_at(&number, r->text, next + quote, 4) && !bs__letter_at(r->text, number.end) &&
        (number.digits == 4 || (number.digits == 2 && brief)) &&
        !(char_at(r->text, number.end) == ',' && is_digit(r->text, number.end + 1))) {
        out->from.short_year = number.digits == 2;
        out->from.year = number.digits == 2 ? complete(number.value) : number.value;
        out->end = number.end;
        dated = out->from.year >= YEAR_MIN;
    }
    if (last.value != 0) {
        out->to = out->from;
        out->to.day = last.value;
    }
    bool plain_word = name->text.len < 4 || name->value == 3 || name->value == 5;
    return dated || day.value != 0 || r->header || !plain_word;
}

// "9.27" as a month and a day: alone in parentheses, or as a whole header.
static bool month_day(point *out, const reader *r, size_t at)
{
    integer month;
    integer day;
    if (!digits_at(&month, r->text, at, 2) || !in_range(FIELD_MONTH, month.value)) return false;
    char mark = char_at(r->text, month.end);
    if (mark != '.' && mark != '/') return false;
    if (!digits_at(&day, r->text, bs_gap_skip(r->text, month.end + 1), 2)) return false;
    if (!in_range(FIELD_DAY, day.value)) return false;
    *out = (point){.from = {.month = month.value, .day = day.value}, .end = day.end};
    if (char_at(r->text, day.end) == '.') out->end++;
    return true;
}

// 10/13 in running text, where it is no fraction.
static bool slashed_day(point *out, const reader *r, size_t at)
{
    bs_numeral number;
    if (!month_day(out, r, at) || bs__letter_before(r->text, at)) return false;
    if (memchr(r->text.ptr + at, '/', out->end - at) == NULL) return false;
    bool fraction =
        bs_numeral_read(&number, r->text, at, r->scan->lang) && (number.flags & BS_NUMERAL_PARTS);
    char behind = char_at(r->text, out->end);
    bool more = behind == '/' || behind == '-' || behind == '%' || is_digit(r->text, out->end);
    bs__unit_here unit;
    return !fraction && !more && !bs__unit_behind(&unit, r->scan, out->end) &&
           (at == 0 || r->text.ptr[at - 1] != '/');
}

static bool closes(bs_str text, size_t at)
{
    static const bs_str ends[] = {BS_STR_INIT(")"), BS_STR_INIT("）"), BS_STR_INIT("]")};
    for (size_t i = 0; i < BS_COUNT(ends); i++) {
        if (bs__starts_at(text, at, ends[i])) return true;
    }
    return false;
}

static bool parenthesised(point *out, const reader *r, size_t at)
{
    bool opened = bs__ends_at(r->text, at, BS_STR("(")) || bs__ends_at(r->text, at, BS_STR("（"));
    if (!opened || r->scan->lang == BS_LANG_EN || !month_day(out, r, at)) return false;
    if (closes(r->text, out->end)) return true;
    size_t mark = span_mark(r, out->end);
    point end;
    if (mark == 0 || !month_day(&end, r, out->end + mark) || !closes(r->text, end.end))
        return false;
    out->to = end.from;
    out->end = end.end;
    return true;
}

static bool point_read(point *out, const reader *r, size_t at)
{
    if (at >= r->text.len) return false;
    if (parenthesised(out, r, at) || (r->scan->lang == BS_LANG_EN && month_point(out, r, at)))
        return true;
    if (decade_point(out, r, at)) return true;
    if (year_point(out, r, at) || part_point(out, r, at)) return true;
    if (r->scan->lang != BS_LANG_EN && slashed_day(out, r, at)) return true;
    if (!r->header) return false;
    return month_point(out, r, at) || month_day(out, r, at);
}

static int compare_field(int a, int b)
{
    return a == 0 || b == 0 ? 0 : (a > b) - (a < b);
}

// Does a span that ends in `to` go forward and hold one kind of period?
static bool spans(const bs_when *from, const bs_when *to)
{
    int years = compare_field(from->year, to->year);
    if (years != 0) return years < 0;
    if ((from->quarter != 0) != (to->quarter != 0) || (from->half != 0) != (to->half != 0))
        return false;
    if (from->month != to->month) return from->month < to->month;
    return from->quarter < to->quarter || from->half < to->half || from->day < to->day;
}

// The second end of a span: a point, or the digits that the first end shares its year word with.
static bool span_end(point *p, const reader *r)
{
    size_t mark = span_mark(r, p->end);
    if (mark == 0 || p->to.year != 0 || p->to.month != 0 || p->decade) return false;
    size_t at = p->end + mark;
    point high;
    integer number;
    bool only_year =
        p->from.year != 0 && p->from.month == 0 && p->from.quarter == 0 && p->from.half == 0;
    if (point_read(&high, r, at) && high.to.month == 0) {
        if (high.from.year == 0) high.from.year = p->from.year;
        if (p->from.year == 0) p->from.year = high.from.year;
        if (high.from.month == 0 && high.from.day != 0) high.from.month = p->from.month;
        bool same = (high.from.month != 0) == (p->from.month != 0);
        if (!same || (high.from.year != 0) != (p->from.year != 0) || !spans(&p->from, &high.from))
            return false;
        if (high.bare && p->bare && !bare_year_stands(r, at, high.end)) return false;
        p->to = high.from;
        p->end = high.end;
        p->bare = false;
        return true;
    }
    if (!only_year || !digits_at(&number, r->text, at, 2) || number.digits != 2) return false;
    if (bs__letter_at(r->text, number.end)) return false;
    int end_year = p->from.year / 100 * 100 + number.value;
    const bs__phrase *word = BS_PHRASE_AT(year_words, r->scan, bs_gap_skip(r->text, number.end));
    bool slash = false;
    if (end_year <= p->from.year || (word == NULL && !p->bare && !p->from.fiscal) || slash)
        return false;
    if (word == NULL &&
        (char_at(r->text, number.end) == '-' || char_at(r->text, number.end) == '%')) {
        return false;
    }
    bool one_year = p->from.fiscal && end_year == p->from.year + 1; // FY2022-23
    if (!one_year) p->to = (bs_when){.year = end_year, .fiscal = p->from.fiscal};
    p->end = word ? bs_gap_skip(r->text, number.end) + word->text.len : number.end;
    p->bare = false;
    return true;
}

// "2023/24", "FY2023/24": one fiscal or school year.
static void split_year(point *p, const reader *r)
{
    integer number;
    bool named = p->from.fiscal && p->from.quarter == 0 && p->from.half == 0 && p->from.month == 0;
    if (!(p->bare || named) || char_at(r->text, p->end) != '/') return;
    if (!digits_at(&number, r->text, p->end + 1, 4) || bs__letter_at(r->text, number.end)) return;
    bool next = number.digits == 2 ? number.value == (p->from.year + 1) % 100
                                   : number.digits == 4 && number.value == p->from.year + 1;
    if (!next || char_at(r->text, number.end) == '/') return;
    p->from.fiscal = true;
    p->end = number.end;
    p->bare = false;
}

// 2023-13-45: two groups of digits behind hyphens that are no month and day make a code.
static bool begins_code(bs_str text, size_t at)
{
    integer group;
    return char_at(text, at) == '-' && digits_at(&group, text, at + 1, 4) &&
           char_at(text, group.end) == '-' && digits_at(&group, text, group.end + 1, 4);
}

bool bs__time_read(bs__time *out, const bs__scan *scan, size_t at, bool header)
{
    reader r = {.scan = scan, .text = scan->text, .header = header};
    point p;
    if (!point_read(&p, &r, at)) return false;
    split_year(&p, &r);
    bool first_bare = p.bare;
    size_t first_end = p.end;
    span_end(&p, &r);
    bool lone_bare = first_bare && p.end == first_end;
    bool stands = bare_year_stands(&r, at, p.end) && !begins_code(r.text, p.end);
    if (lone_bare && !header && !stands) return false;
    *out = (bs__time){.from = p.from,
                      .to = p.to,
                      .end = p.end,
                      .bare = lone_bare,
                      .decade = p.decade,
                      .rule = p.decade                  ? "decade"
                              : p.to.year || p.to.month ? "span of time"
                              : lone_bare               ? "year alone"
                                                        : "date"};
    return true;
}

static bool only_year(const bs_when *when)
{
    return when->year != 0 && when->half == 0 && when->quarter == 0 && when->month == 0 &&
           when->week == 0;
}

bool bs__time_item(bs__scan *scan, size_t at, bs_item *item, size_t *end)
{
    bs__time time;
    if (!bs__time_read(&time, scan, at, false)) return false;
    bool span = time.to.year != 0 || time.to.month != 0;
    bool years = !time.decade && only_year(&time.from) && (!span || only_year(&time.to));
    *item = (bs_item){.kind = !years ? BS_KIND_DATE
                              : span ? BS_KIND_RANGE
                                     : BS_KIND_YEAR,
                      .valued = years,
                      .value = bs_decimal_from_int(years ? time.from.year : 0),
                      .upper = bs_decimal_from_int(years && span ? time.to.year : 0),
                      .unit = years && span ? BS_STR("year") : (bs_str){0},
                      .start = at,
                      .end = time.end,
                      .digits_start = at,
                      .digits_end = time.end,
                      .from = time.from,
                      .to = time.to,
                      .qualifier = bs__qualifier_at(scan, 0, time.end, BS_EXACT),
                      .rule = time.rule};
    *end = time.end;
    return true;
}
