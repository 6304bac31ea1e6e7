// SPDX-License-Identifier: GPL-3.0-or-later
// Years: of four digits or two, with a word, an era or a fiscal year, and their parts behind.
#include "engine/extract/phrase_table.h"
#include "engine/extract/time_internal.h"
#include "engine/extract/words.h"

static const bs__phrase year_words[] = {
    P("년", KO, 0),       P("년도", KO, 0),        P("年", BS_IN_CJK, 0), P("年度", ZH | JA, 1),
    P("회계연도", KO, 1), P("년 회계연도", KO, 1), P("학년도", KO, 0),    P("财年", ZH, 1),
    P("財年", ZH, 1),     P("年度決算", JA, 1),    P("년간", KO, -1),     P("年間", JA, -1),
    P("年间", ZH, -1),    P("暦年", JA, 0),        P("年年报", ZH, 0),    P("年年報", ZH, 0),
};
BS_LEXICON(static, year_words_by_first, year_words, 0);

bool bs__year_word_begins(uint32_t key)
{
    return bs_lexicon_find(&year_words_by_first, key) != NULL;
}

const bs__phrase *bs__year_word(const bs__time_reader *r, size_t at)
{
    return BS_PHRASE_AT(year_words, r->scan, at);
}

// "1175.07 lakh tonnes", "2050.12 points", "指数为1987.06": what is measured is no month of a year.
static bool is_measured(const bs__time_reader *r, size_t year, size_t end)
{
    static const char levels[] = "为|為|收于|收於|收报|收報|收在";
    static const char words[] = "lakh|crore|thousand|million|billion|trillion|point|mn |bn ";
    bs__unit_here unit;
    if (r->header || end >= r->text.len) return false;
    if (r->scan->lang == BS_LANG_ZH && bs_list_ends(bs_str_slice(r->text, 0, year), levels))
        return true;
    if (r->scan->lang != BS_LANG_EN) return bs__amount_glued(r, end);
    size_t behind = bs_gap_skip(r->text, end);
    return bs_list_starts(bs_str_slice(r->text, behind, r->text.len), words) ||
           bs__unit_behind(&unit, r->scan, end);
}

// "'26.9.3주": the third week of the month.
static bool dotted_week(const bs__time_reader *r, size_t at, int month, bs_when *from, size_t *end)
{
    bs_when week = {.year = from->year, .month = month};
    if (r->scan->lang != BS_LANG_KO || !bs__week_of_month(r, at, &week, end)) return false;
    from->month = month;
    from->week = week.week;
    return true;
}

// "2024/1-3" in a head: a quarter by its months. "('12.3~5)", "('12. 3 ~ 5)" in Korean text.
static bool months_to(const bs__time_reader *r, const bs__integer *first, char mark, bool quoted,
                      bs__point *out, size_t *end)
{
    bs__integer last;
    bool slash = mark == '/' && r->header, korean = quoted && r->scan->lang == BS_LANG_KO;
    size_t dash = slash || korean ? bs__span_mark(r, first->end) : 0;
    if (dash == 0 || !bs__time_digits(&last, r->text, first->end + dash, 2)) return false;
    if (!bs__field_holds(BS_FIELD_MONTH, last.value) || last.value <= first->value) return false;
    if (bs__letter_at(r->text, last.end)) return false;
    if (!slash && bs__char_at(r->text, bs_gap_skip(r->text, last.end)) != ')') return false;
    out->from.month = first->value;
    out->to = (bs_when){.year = out->from.year, .month = last.value};
    *end = last.end;
    return true;
}

// ".10. 13", "-10-13", "/10", ".1Q" behind a year in digits.
static bool dotted_parts(const bs__time_reader *r, size_t at, bs__point *out, size_t *end,
                         bool quoted)
{
    bs_when *from = &out->from;
    bs_str text = r->text;
    char mark = bs__char_at(text, at);
    if (mark != '.' && mark != '-' && mark != '/') return false;
    size_t next = mark == '.' ? bs_gap_skip(text, at + 1) : at + 1;
    size_t stop;
    bs_when part = *from;
    if (mark != '/' && bs__word_part(r, next, &part, &stop)) {
        *from = part;
        *end = stop;
        return true;
    }
    if (bs__char_at(text, next) == 'W') next++;
    bool week = next > at + 1 && bs__char_at(text, next - 1) == 'W';
    bs__integer month;
    if (!bs__time_digits(&month, text, next, 2)) return false;
    if (week) {
        from->week = month.value;
        *end = month.end;
        return bs__field_holds(BS_FIELD_WEEK, month.value);
    }
    if (!bs__field_holds(BS_FIELD_MONTH, month.value)) return false;
    bs_when to = {0};
    if (mark == '.' && bs__number_part(r, next, &part, &to, &stop)) {
        *from = part;
        out->to = to;
        *end = stop;
        return true;
    }
    if (months_to(r, &month, mark, quoted, out, end)) return true;
    bs__integer day;
    bool again = bs__char_at(text, month.end) == mark;
    size_t day_at = mark == '.' && again ? bs_gap_skip(text, month.end + 1) : month.end + 1;
    if (again && dotted_week(r, day_at, month.value, from, end)) return true;
    if (again && bs__time_digits(&day, text, day_at, 2) &&
        bs__field_holds(BS_FIELD_DAY, day.value)) {
        if (bs__letter_at(text, day.end) && bs__char_at(text, day.end) != 'T') return false;
        from->month = month.value;
        from->day = day.value;
        *end = day.end;
        return true;
    }
    bool plain = month.digits == 2 || quoted || (r->header && mark == '.') ||
                 (mark == '.' && next > at + 1 && again);
    // "in 2004-05", "2007/08 stocks": an English sentence tells of business years and seasons so.
    bool season = r->scan->lang == BS_LANG_EN && !r->header && mark != '.' && month.digits == 2 &&
                  month.value == (from->year + 1) % 100;
    if (season) return false;
    char letter = bs__char_at(text, month.end);
    bool status = r->header && letter != '\0' && strchr("pre", letter | 0x20) != NULL &&
                  !bs__letter_at(text, month.end + 1); // 2024. 4p
    bool clean = (status || !bs__letter_at(text, month.end)) && letter != '%';
    bool tight = mark == '.' && !again && next == at + 1;
    if (tight && !quoted && bs__is_index_value(r, from->year, at, month.end)) return false;
    if (mark == '.' && !again && is_measured(r, at > 4 ? at - 4 : 0, month.end)) return false;
    if (!plain || !clean || (mark == '.' && bs__digit_here(text, month.end + 1) && again))
        return false;
    from->month = month.value;
    *end = month.end;
    return true;
}

// "2023Q3", "2023 H1", "2023M06".
static bool glued_parts(const bs__time_reader *r, size_t at, bs_when *from, size_t *end)
{
    size_t next = at;
    if (bs__char_at(r->text, at) == ' ' || bs__char_at(r->text, at) == '-') next++;
    char letter = bs__char_at(r->text, next);
    bs__integer number;
    if (letter != 'Q' && letter != 'H' && letter != 'M' && letter != 'S') return false;
    if (!bs__time_digits(&number, r->text, next + 1, 2) || bs__letter_at(r->text, number.end))
        return false;
    if (letter == 'M' && next > at) return false;
    bs__field which = letter == 'Q'   ? BS_FIELD_QUARTER
                      : letter == 'M' ? BS_FIELD_MONTH
                                      : BS_FIELD_HALF;
    if (!bs__field_holds(which, number.value)) return false;
    *bs__field_of(from, which) = number.value;
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

enum { ERA_YEARS_MAX = 65 };

// "平成19(2007)年", "令和5（2023）年度": the byte behind the bracket that says the year once more;
// `at` where none stands there.
static size_t behind_same_year(const bs__time_reader *r, size_t at, int value)
{
    static const bs_str pairs[][2] = {{BS_STR_INIT("("), BS_STR_INIT(")")},
                                      {BS_STR_INIT("（"), BS_STR_INIT("）")}};
    for (size_t i = 0; i < BS_COUNT(pairs); i++) {
        bs__integer again;
        bool same = bs__starts_at(r->text, at, pairs[i][0]) &&
                    bs__time_digits(&again, r->text, at + pairs[i][0].len, 4) &&
                    again.value == value && bs__starts_at(r->text, again.end, pairs[i][1]);
        if (same) return again.end + pairs[i][1].len;
    }
    return at;
}

static bool era_year(year *out, const bs__time_reader *r, size_t at)
{
    size_t from;
    int era = bs__era_at(r, at, &from);
    if (era == 0) return false;
    from = bs_gap_skip(r->text, from);
    bs__integer number = {.value = 1, .end = from + strlen("元")};
    if (!bs__starts_at(r->text, from, BS_STR("元")) && !bs__time_integer(&number, r, from, 3))
        return false;
    // "R6.8.29": its month and day are read as those behind any year in digits.
    if (from == at + 1 && bs__era_day_at(r->text, at)) {
        *out = (year){.when = {.year = era + number.value}, .end = number.end};
        return true;
    }
    // "H27.5" is a month of that year.
    size_t month_end;
    int month = from == at + 1 ? bs__era_month_at(r->text, at, &month_end) : 0;
    if (month > 0) {
        *out = (year){.when = {.year = era + number.value, .month = month}, .end = month_end};
        return true;
    }
    const bs__phrase *word = bs__year_word(r, bs_gap_skip(r->text, number.end));
    // "令和5(2023)年" in a head, and the end of "2020(令和2)年".
    char behind = bs__char_at(r->text, number.end);
    bool alone =
        r->header && word == NULL && number.value < ERA_YEARS_MAX &&
        (behind == '\0' || behind == '(' || bs__starts_at(r->text, number.end, BS_STR("（")));
    if (alone) {
        *out = (year){.when = {.year = era + number.value}, .end = number.end, .worded = true};
        return true;
    }
    size_t again = word == NULL && !r->header ? behind_same_year(r, number.end, era + number.value)
                                              : number.end;
    if (again > number.end) word = bs__year_word(r, again);
    if (word == NULL || word->value < 0) return false;
    *out = (year){.when = {.year = era + number.value, .fiscal = word->value == 1},
                  .end = bs_gap_skip(r->text, again) + word->text.len,
                  .worded = true};
    return true;
}

// FY2023, FY23, fiscal 2023, fiscal year 2023.
static bool fiscal_year(year *out, const bs__time_reader *r, size_t at)
{
    static const bs__phrase fronts[] = {P("fiscal year", EN, 0), P("fiscal", EN, 0),
                                        P("financial year", EN, 0), P("FY", BS_IN_ANY, 0)};
    const bs__phrase *front = BS_PHRASE_AT(fronts, r->scan, at);
    size_t from = front ? at + front->text.len : at;
    if (front == NULL && bs__char_at(r->text, at) == 'F' && bs__char_at(r->text, at + 1) == 'Y')
        from = at + 2;
    if (from == at || bs__letter_before(r->text, at)) return false;
    from = bs_gap_skip(r->text, from);
    from += bs__quote_at(r->text, from);
    bs__integer number;
    if (!bs__time_digits(&number, r->text, from, 4) || (number.digits != 4 && number.digits != 2))
        return false;
    bool brief = number.digits == 2;
    // "FY26E", "FY25A": an estimate, an actual figure.
    char mark = bs__char_at(r->text, number.end);
    bool marked =
        (mark == 'E' || mark == 'F' || mark == 'A') && !bs__letter_at(r->text, number.end + 1);
    number.end += marked;
    *out = (year){.when = {.year = brief ? bs__year_complete(number.value) : number.value,
                           .fiscal = true,
                           .short_year = brief},
                  .end = number.end,
                  .worded = true};
    return out->when.year >= BS_PRINTED_YEAR_MIN;
}

size_t bs__behind_status(const bs__time_reader *r, size_t at)
{
    char letter = bs__char_at(r->text, at);
    bool status = letter != '\0' && strchr("eEfFpPr", letter) != NULL;
    return status && !bs__letter_at(r->text, at + 1) ? at + 1 : at;
}

static bool quoted_year(year *out, const bs__time_reader *r, size_t at)
{
    size_t quote = bs__quote_at(r->text, at);
    bs__integer number;
    if (quote == 0 || bs__letter_before(r->text, at)) return false;
    if (!bs__time_digits(&number, r->text, at + quote, 2) || number.digits != 2) return false;
    if (bs__five_year_plan(r->scan, at + quote) > 0) return false;
    number.end = bs__behind_status(r, number.end);
    if (bs__letter_at(r->text, number.end) && bs__char_at(r->text, number.end) != 'Q') return false;
    // '11월 고용동향': a title in quotation marks that begins with a month.
    if (bs__starts_at(r->text, number.end, BS_STR("월")) ||
        bs__starts_at(r->text, number.end, BS_STR("月")))
        return false;
    const bs__phrase *word = bs__year_word(r, bs_gap_skip(r->text, number.end));
    if (word != NULL && word->value < 0) return false;
    bool worded = word != NULL;
    // "평균 ‘32억원’이라고": a quoted amount.
    bs_str behind = bs_str_slice(r->text, number.end, r->text.len);
    if (bs_list_starts(behind, "억|만|조|천|백|원|명|개|배|%|세|가지|대 |차 ")) return false;
    bs__unit_here unit; // "'10헥타르당 생산량'"
    bool measured = !worded && !r->header && bs__unit_behind(&unit, r->scan, number.end) &&
                    unit.dimension != BS_DIM_COUNT_OF && unit.dimension != BS_DIM_DURATION;
    if (measured) return false;
    size_t stop = worded ? bs_gap_skip(r->text, number.end) + word->text.len : number.end;
    *out = (year){.when = {.year = bs__year_complete(number.value),
                           .short_year = true,
                           .fiscal = worded && word->value == 1},
                  .end = stop,
                  .worded = worded,
                  .quoted = true};
    return true;
}

// Of two digits, or of the Republic of China: 112年 is 2023.
static int brief_year(const bs__time_reader *r, const bs__integer *number)
{
    enum { REPUBLIC_FIRST = 1911, REPUBLIC_MAX = 150 };
    if (number->digits == 2) return bs__year_complete(number->value);
    if (number->digits == 1 && r->scan->lang == BS_LANG_JA && number->value > 0)
        return BS__ERA_LAST + number->value; // see bs__settle_eras
    bool republic = number->digits == 3 && r->scan->lang == BS_LANG_ZH && number->value >= 100 &&
                    number->value <= REPUBLIC_MAX;
    return republic ? REPUBLIC_FIRST + number->value : 0;
}

// Two digits and 년 are a year only where a part of it follows: "22년 3월"; else "22년" is a time
// span.
static bool short_year(year *out, const bs__time_reader *r, const bs__integer *number,
                       const bs__phrase *word, size_t stop)
{
    static const bs__phrase shows[] = {
        P("도", KO, 0), P("말", KO, 0), P("기준", KO, 0), P("同期", ZH, 0), P("同月", ZH, 0),
        P("同季", ZH, 0), P("全年", ZH, 0), P("度", ZH, 0), P("平均", ZH, 0), P("通年", JA, 0),
        P("同月", JA, 0), P("同期", JA, 0), P("增", ZH, 0), P("减", ZH, 0), P("成长", ZH, 0),
        P("底", ZH, 0), P("末", ZH, 0), P("目标", ZH, 0), P("预算", ZH, 0), P("预计", ZH, 0),
        P("预估", ZH, 0),
        // "30年には", "25年末": lengths of time are not spoken of so.
        P("には", JA, 0), P("時点", JA, 0), P("以降", JA, 0), P("末", JA, 0), P("ごろ", JA, 0),
        P("頃", JA, 0), P("までに", JA, 0), P("比", JA, 0), P("実績", JA, 0), P("半ば", JA, 0),
        P("春", JA, 0), P("夏", JA, 0), P("秋", JA, 0), P("冬", JA, 0), P("産", JA, 0),
        P("=100", JA, 0), P("＝100", JA, 0)};
    // "5年度連続", "3年度ぶり": how long, not when.
    static const bs__phrase lasts[] = {P("連続", JA, 0),  P("ぶり", JA, 0), P("間", JA, 0),
                                       P("分", JA, 0),    P("目", JA, 0),   P("にわた", JA, 0),
                                       P("続けて", JA, 0)};
    int whole = brief_year(r, number);
    bool fiscal = word->value == 1;
    if (whole == 0 || word->value < 0) return false;
    if (fiscal && BS_PHRASE_AT(lasts, r->scan, stop) != NULL) return false;
    bs_when from = {.year = whole};
    bs_when to = {0};
    bool dated = bs__parts_read(r, stop, &from, &to) > stop;
    // "6年12月": of an era that is not printed again.
    bool brief = number->digits == 1 && !fiscal && from.month == 0 && from.quarter == 0;
    if (brief) return false;
    dated = dated || (word->text.len > strlen("년") && word->value == 0);
    bool korean = r->scan->lang == BS_LANG_KO, chinese = r->scan->lang == BS_LANG_ZH;
    bool republic = chinese && number->digits == 3;
    dated = dated || (republic && bs__stands_for_year(r, bs__digits_start(r, number), stop));
    bool japanese = r->scan->lang == BS_LANG_JA && number->digits == 2;
    // "70年には" may be of this century or the last.
    japanese = japanese && number->value < 50;
    if (korean || japanese || republic)
        dated = dated || BS_PHRASE_AT(shows, r->scan, bs_gap_skip(r->text, stop)) != NULL;
    dated = dated || (r->scan->lang == BS_LANG_JA && fiscal); // 16年度
    dated = dated || (korean && bs__is_korean_year(r, number, stop));
    dated =
        dated ||
        (japanese && (bs__is_year_of_amount(r, number, stop) || bs__is_year_when(r, number, stop)));
    if (!dated && !r->header) return false;
    *out = (year){
        .when = {.year = whole, .short_year = true, .fiscal = fiscal}, .end = stop, .worded = true};
    return true;
}

// 令和5～8年度: two years of one era before one word.
static bool era_span(bs__point *out, const bs__time_reader *r, size_t at)
{
    size_t behind;
    int era = bs__era_at(r, at, &behind);
    bs__integer low, high;
    if (era == 0 || !bs__time_integer(&low, r, behind, 2)) return false;
    low.end = behind_same_year(r, low.end, era + low.value); // 平成19(2007)～22(2010)年
    size_t mark = bs__span_mark(r, low.end);
    if (mark == 0 || !bs__time_integer(&high, r, low.end + mark, 2)) return false;
    high.end = behind_same_year(r, high.end, era + high.value);
    const bs__phrase *word = bs__year_word(r, high.end);
    if (word == NULL || word->value < 0 || high.value <= low.value) return false;
    bool fiscal = word->value == 1;
    *out = (bs__point){.from = {.year = era + low.value, .fiscal = fiscal},
                       .to = {.year = era + high.value, .fiscal = fiscal},
                       .end = high.end + word->text.len,
                       .worded = true};
    return true;
}

// "第二期（105至108年）": years of the Republic of China, where such ones may stand.
static bool republic_span(bs__point *out, const bs__time_reader *r, size_t at)
{
    enum { DIGITS = 3 };
    bs__integer low, high;
    if (r->scan->lang != BS_LANG_ZH || !bs__time_digits(&low, r->text, at, DIGITS)) return false;
    int first = low.digits == DIGITS ? brief_year(r, &low) : 0;
    size_t mark = first > 0 ? bs__span_mark(r, low.end) : 0;
    if (mark == 0 || !bs__time_digits(&high, r->text, low.end + mark, DIGITS)) return false;
    int last = high.digits == DIGITS ? brief_year(r, &high) : 0;
    const bs__phrase *word = bs__year_word(r, high.end);
    if (last <= first || word == NULL || word->value < 0) return false;
    size_t stop = high.end + word->text.len;
    if (!bs__stands_for_year(r, at, stop)) return false;
    bool fiscal = word->value == 1;
    *out = (bs__point){.from = {.year = first, .fiscal = fiscal},
                       .to = {.year = last, .fiscal = fiscal},
                       .end = stop,
                       .worded = true};
    return true;
}

// 1990年代, 90년대, the 1980s: ten years.
bool bs__decade_point(bs__point *out, const bs__time_reader *r, size_t at)
{
    static const bs__phrase words[] = {P("년대", KO, 0), P("年代", ZH | JA, 0), P("s", EN, 0),
                                       P("'s", EN, 0)};
    bs__integer number;
    size_t quote = bs__quote_at(r->text, at);
    if (!bs__time_digits(&number, r->text, at + quote, 4) || number.value % 10 != 0) return false;
    const bs__phrase *word = BS_PHRASE_AT(words, r->scan, number.end);
    if (word == NULL || (number.digits != 4 && number.digits != 2)) return false;
    if (bs__letter_at(r->text, number.end + word->text.len)) return false;
    bool latin = word->text.ptr[word->text.len - 1] == 's';
    if (latin && number.digits == 2 && quote == 0) return false;
    int first = number.digits == 2 ? bs__year_complete(number.value) : number.value;
    if (first < BS_PRINTED_YEAR_MIN || first > BS_PRINTED_YEAR_MAX) return false;
    *out = (bs__point){.from = {.year = first, .short_year = number.digits == 2},
                       .to = {.year = first + 9},
                       .end = number.end + word->text.len,
                       .decade = true};
    return true;
}

// A year alone stands apart from other numbers and has no unit behind it.
bool bs__bare_year_stands(const bs__time_reader *r, size_t at, size_t end)
{
    bs_str text = r->text;
    if (bs__letter_before(text, at) || bs__letter_at(text, end)) return false;
    if (bs__is_index_level(r, at, end)) return false;
    if (end > at && bs__scales_computing(r->scan, at, end - 1, false)) return false; // "达2000P"
    char before = at > 0 ? text.ptr[at - 1] : ' ';
    bool money = at > 0 && bs_unit_match_side(bs_str_slice(text, at - 1, text.len), r->scan->lang,
                                              BS_UNIT_BEFORE, &(size_t){0}) != NULL;
    if (strchr(".,:$+#", before) != NULL || money) return false;
    // "the Russell 2000", "the Global 2000": as many shares or companies.
    bool listed = r->scan->lang == BS_LANG_EN && bs__starts_at(text, at, BS_STR("2000"));
    if (listed && bs_list_ends(bs_str_slice(text, 0, at), "Russell |RUSSELL |Global "))
        return false;
    if ((bs__char_at(text, end) == ',' || bs__char_at(text, end) == '.') &&
        bs__digit_here(text, end + 1))
        return false;
    // 2019/1234, 2009/28/EC, 2024헌마123: numbers of acts and cases.
    bs__integer code;
    if (bs__char_at(text, end) == '/' && bs__time_digits(&code, text, end + 1, 6) &&
        (code.digits > 2 || bs__char_at(text, code.end) == '/'))
        return bs__in_year_chain(r, at);
    size_t letters = end;
    while (bs__hangul_at(text, letters) && letters - end < 9)
        letters += strlen("가");
    if (letters > end && bs__digit_here(text, letters)) return false;
    if (bs__char_at(text, end) == '%' || bs__starts_at(text, end, BS_STR("％"))) return false;
    if (bs__scale_stands(r, bs_gap_skip(text, end)) || bs__low_end(r, end)) return false;
    // "2000余位", "2000多名", "2000여 명": so many, and some.
    if (bs_list_starts(bs_str_slice(text, end, text.len), "余|餘|多|여 |여명|여개|여건|여곳|-odd "))
        return false;
    // "at 1999 year-end"
    static const char ends[] = " year-end| year end| year to date| year-to-date";
    if (r->scan->lang == BS_LANG_EN && bs_list_starts(bs_str_slice(text, end, text.len), ends))
        return true;
    bs__unit_here unit;
    if (!bs__unit_behind(&unit, r->scan, end)) return true;
    bool glued = bs_gap_skip(text, end) == end;
    bool vague = unit.dimension == BS_DIM_COUNT_OF || unit.dimension == BS_DIM_DURATION;
    return !glued && vague && r->scan->lang == BS_LANG_EN && unit.dimension == BS_DIM_COUNT_OF;
}

// "2009(平成21)年度": the byte behind the bracket that says the year once more in its era; `at`
// where none stands there.
static size_t behind_era_again(const bs__time_reader *r, size_t at, int value)
{
    bool wide = bs__starts_at(r->text, at, BS_STR("（"));
    if (r->scan->lang != BS_LANG_JA || !(wide || bs__char_at(r->text, at) == '(')) return at;
    bs__integer number;
    size_t behind;
    int era = bs__era_at(r, at + (wide ? strlen("（") : 1), &behind);
    if (era == 0 || !bs__time_integer(&number, r, behind, 2)) return at;
    if (era + number.value != value) return at;
    bool close = bs__starts_at(r->text, number.end, BS_STR("）"));
    if (!close && bs__char_at(r->text, number.end) != ')') return at;
    return number.end + (close ? strlen("）") : 1);
}

static bool numbered_year(year *out, const bs__time_reader *r, size_t at)
{
    bs__integer number;
    if (!bs__time_integer(&number, r, at, 4)) return false;
    size_t from = bs_gap_skip(r->text, number.end);
    const bs__phrase *word = bs__year_word(r, from);
    bool full = number.value >= BS_PRINTED_YEAR_MIN && number.value <= BS_PRINTED_YEAR_MAX &&
                (number.digits == 4 || number.digits == 0);
    size_t again = word == NULL && full && !r->header
                       ? behind_era_again(r, number.end, number.value)
                       : number.end;
    const bs__phrase *behind = again > number.end ? bs__year_word(r, again) : NULL;
    if (behind != NULL && again + behind->text.len < r->text.len) { // no cell of a table
        from = again;
        word = behind;
    }
    if (word != NULL) {
        size_t stop = from + word->text.len;
        if (!full) return short_year(out, r, &number, word, stop);
        // "2017年至2020年间": nothing lasts so long.
        bool between = word->value < 0 && r->scan->lang == BS_LANG_ZH &&
                       number.value >= BS_BARE_YEAR_MIN && number.value <= BS_BARE_YEAR_MAX;
        if (word->value < 0 && !between) return false;
        if (between) stop = from + strlen("年");
        *out = (year){.when = {.year = number.value, .fiscal = word->value == 1},
                      .end = stop,
                      .worded = true};
        return true;
    }
    if (!full || number.digits != 4) return false;
    size_t stop = r->header ? number.end : bs__behind_status(r, number.end);
    *out = (year){.when = {.year = number.value}, .end = stop, .bare = true};
    return true;
}

// "Q3", "H1" behind two digits of a year, and no more letters or digits.
static bool is_part_code(const bs__time_reader *r, size_t at)
{
    char mark = bs__char_at(r->text, at), part = bs__char_at(r->text, at + 1);
    bool code =
        (mark == 'Q' && part >= '1' && part <= '4') || (mark == 'H' && part >= '1' && part <= '2');
    return code && !bs__letter_at(r->text, at + 2) && !bs__digit_here(r->text, at + 2);
}

// "23.4/4" in Korean, "24Q3收入": two digits of a year in front of a part of it; "25/26/27年".
static bool year_of_part(year *out, const bs__time_reader *r, size_t at)
{
    enum { YEAR_MIN = 10 };
    bs__integer number;
    if (r->scan->lang == BS_LANG_EN || bs__letter_before(r->text, at)) return false;
    if (!bs__time_digits(&number, r->text, at, 2) || number.digits != 2) return false;
    char quarter = bs__char_at(r->text, number.end + 1);
    bool korean = r->scan->lang == BS_LANG_KO && bs__char_at(r->text, number.end) == '.' &&
                  quarter >= '1' && quarter <= '4' &&
                  bs__starts_at(r->text, number.end + 2, BS_STR("/4"));
    bool coded = number.value >= YEAR_MIN && is_part_code(r, number.end);
    bool chained = number.value >= YEAR_MIN && bs__in_short_chain(r->text, at);
    if (!korean && !coded && !chained) return false;
    *out = (year){.when = {.year = bs__year_complete(number.value), .short_year = true},
                  .end = number.end,
                  .worded = chained};
    if (chained && bs__starts_at(r->text, out->end, BS_STR("年"))) out->end += strlen("年");
    return true;
}

static bool year_in_word(year *out, const bs__time_reader *r, size_t at)
{
    size_t end;
    int value = bs__republic_in_word(r, at, &end);
    if (value == 0) return false;
    *out = (year){.when = {.year = value, .short_year = true}, .end = end, .worded = true};
    return true;
}

static bool year_read(year *out, const bs__time_reader *r, size_t at)
{
    return year_in_word(out, r, at) || quoted_year(out, r, at) || year_of_part(out, r, at) ||
           numbered_year(out, r, at) || era_year(out, r, at) || fiscal_year(out, r, at);
}

// "平成27年(2015年)10月": the same year once more in parentheses, in front of its parts.
static void skip_same_year(year *y, const bs__time_reader *r)
{
    static const bs_str open[] = {BS_STR_INIT("("), BS_STR_INIT("（")};
    static const bs_str close[] = {BS_STR_INIT(")"), BS_STR_INIT("）")};
    for (size_t i = 0; i < BS_COUNT(open); i++) {
        year again;
        if (!bs__starts_at(r->text, y->end, open[i])) continue;
        size_t at = bs_gap_skip(r->text, y->end + open[i].len);
        bool same = (numbered_year(&again, r, at) || era_year(&again, r, at)) &&
                    again.when.year == y->when.year;
        if (!same || !bs__starts_at(r->text, again.end, close[i])) continue;
        bs_when from = y->when, to = {0};
        size_t end = again.end + close[i].len;
        if (bs__parts_read(r, end, &from, &to) > end) y->end = end;
        return;
    }
}

bool bs__year_point(bs__point *out, const bs__time_reader *r, size_t at)
{
    year y;
    if (era_span(out, r, at) || republic_span(out, r, at) || bs__han_span(out, r, at)) return true;
    if (!year_read(&y, r, at)) return false;
    if (y.worded) skip_same_year(&y, r);
    *out = (bs__point){
        .from = y.when, .end = y.end, .bare = y.bare, .quoted = y.quoted, .worded = y.worded};
    size_t end;
    bool parted = false;
    if (!y.worded) {
        parted =
            dotted_parts(r, y.end, out, &end, y.quoted) || glued_parts(r, y.end, &out->from, &end);
        if (parted) out->end = end;
    }
    if (!parted) {
        end = bs__parts_read(r, y.end, &out->from, &out->to);
        parted = end > y.end;
        out->end = end;
    }
    if (parted) out->bare = false;
    return !out->bare || (y.when.year >= BS_BARE_YEAR_MIN && y.when.year <= BS_BARE_YEAR_MAX);
}
