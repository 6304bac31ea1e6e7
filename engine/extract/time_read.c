// SPDX-License-Identifier: GPL-3.0-or-later
// Spans of time, and times in running text.
//
// A point is a year followed by finer parts (2023년 3분기, 2023年1月, '23.1Q, 2023-10-13), or a
// part alone (9월, 上半年, Q3); a span is two of them (2013~2017년, 1-6月, 9월~11월).
#include "engine/base/utf8.h"
#include "engine/extract/phrase_table.h"
#include "engine/extract/time_internal.h"
#include "engine/extract/words.h"

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

// "from 54.5% in 2022 to 58.9%", "2022 to 58,000": the two digits are those of a larger number.
static bool goes_on(bs_str text, size_t at)
{
    char next = bs__char_at(text, at);
    bool point = next == '.' || next == ',';
    return next == '%' || (point && bs__digit_here(text, at + 1));
}

// "Jan-Mar 23": two digits behind the names of two months with a dash between them are a year.
static void settle_short_year(const bs__point *p, const bs__time_reader *r, bs__point *high)
{
    enum { FIRST_YEAR = 10 };
    bool names = p->from.month != 0 && p->from.day == 0 && p->from.year == 0 &&
                 high->from.day != 0 && high->from.year == 0 && high->to.day == 0;
    char next = bs__char_at(r->text, bs_gap_skip(r->text, p->end));
    bool latin = (bs__char_at(r->text, p->end - 1) | 0x20) >= 'a' || next == '.';
    bool dash = next == '-' || (unsigned char)next == 0xE2; // and not "to"
    if (!names || !latin || !dash || high->from.day < FIRST_YEAR) return;
    high->from.year = bs__year_complete(high->from.day);
    high->from.short_year = true;
    high->from.day = 0;
}

// "10月～翌年3月", "11월~이듬해 2월": the bytes of the word for the year that follows.
static size_t behind_next_year(const bs__time_reader *r, size_t at)
{
    static const bs__phrase words[] = {P("翌年", JA, 0),    P("翌", JA, 0),    P("次年", ZH, 0),
                                       P("이듬해", KO, 0),  P("익년", KO, 0),  P("翌年", ZH, 0),
                                       P("다음 해", KO, 0), P("다음해", KO, 0)};
    const bs__phrase *word = BS_PHRASE_AT(words, r->scan, at);
    return word ? bs_gap_skip(r->text, at + word->text.len) - at : 0;
}

// "10月から3月まで", "2031년 11월~2월": from autumn to spring, where no month of the end has a
// year.
static bool winters(const bs__point *p, const bs__point *high, const bs__time_reader *r)
{
    enum { AUGUST = 8 };
    bool months = high->from.month > 0 && high->from.month < p->from.month && !p->bare &&
                  high->from.day + p->from.day + high->from.tenday + p->from.tenday == 0;
    return months && p->from.month >= AUGUST && high->from.year == 0 && r->scan->lang != BS_LANG_EN;
}

// The second end of a span: a point, or the digits that the first end shares its year word with.
static bool span_end(bs__point *p, const bs__time_reader *r)
{
    size_t mark = bs__span_mark(r, p->end);
    if (mark == 0 || p->to.year != 0 || p->to.month != 0 || p->decade) return false;
    size_t at = p->end + mark;
    at += behind_next_year(r, at);
    bs__point high;
    bs__integer number;
    bool only_year =
        p->from.year != 0 && p->from.month == 0 && p->from.quarter == 0 && p->from.half == 0;
    if (bs__point_read(&high, r, at) && high.to.month == 0) {
        settle_short_year(p, r, &high);
        if (winters(p, &high, r)) {
            if (p->from.year > 0) high.from.year = p->from.year + 1;
            p->to = high.from;
            p->end = high.end;
            return true;
        }
        if (high.from.year == 0) high.from.year = p->from.year;
        // "Nov-Jan 2024" begins in the year before.
        bool wraps = p->from.year == 0 && high.from.year > 0 && high.from.month > 0 &&
                     p->from.month > high.from.month;
        if (p->from.year == 0) p->from.year = high.from.year - wraps;
        if (high.from.month == 0 && high.from.day != 0) high.from.month = p->from.month;
        // "2008년부터 2017년 4월까지": a year, and a month of a later one.
        bool finer = only_year && high.from.month != 0 && high.from.year > p->from.year;
        bool same = (high.from.month != 0) == (p->from.month != 0);
        if (!(same || finer) || (high.from.year != 0) != (p->from.year != 0) ||
            !spans(&p->from, &high.from))
            return false;
        bool bracket = bs__char_at(r->text, bs_gap_skip(r->text, high.end)) == '('; // (TWh)
        if (high.bare && p->bare && !bracket && !bs__bare_year_stands(r, at, high.end))
            return false;
        p->to = high.from;
        p->end = high.end;
        p->bare = false;
        return true;
    }
    if (!only_year || !bs__time_digits(&number, r->text, at, 2) || number.digits != 2) return false;
    // "from 77 in 2000 to 37": where something has gone.
    bs_str joint = bs_str_slice(r->text, p->end, at);
    if (r->scan->lang == BS_LANG_EN && bs_list_ends(bs_str_trim(joint), "to|through")) return false;
    // "2024-25p" in a head.
    bool marked = r->header && bs__behind_status(r, number.end) > number.end;
    if ((bs__letter_at(r->text, number.end) && !marked) || goes_on(r->text, number.end))
        return false;
    int end_year = p->from.year / 100 * 100 + number.value;
    const bs__phrase *word = bs__year_word(r, bs_gap_skip(r->text, number.end));
    // "Avg. '10-19", "('27~31)": the second year of a quoted one.
    bool quoted = (r->scan->lang == BS_LANG_EN ||
                   bs_list_starts(bs_str_slice(r->text, number.end, r->text.len), ")|）")) &&
                  p->end > 2 && bs_list_ends(bs_str_slice(r->text, 0, p->end - 2), "'|’|‘|ʼ");
    if (end_year <= p->from.year || (word == NULL && !p->bare && !p->from.fiscal && !quoted))
        return false;
    if (word == NULL &&
        (bs__char_at(r->text, number.end) == '-' || bs__char_at(r->text, number.end) == '%')) {
        return false;
    }
    bool one_year = p->from.fiscal && end_year == p->from.year + 1; // FY2022-23
    if (!one_year) p->to = (bs_when){.year = end_year, .fiscal = p->from.fiscal};
    p->end = word ? bs_gap_skip(r->text, number.end) + word->text.len : number.end;
    p->bare = false;
    return true;
}

// "2023/24", "FY2023/24": one fiscal or school year.
static void split_year(bs__point *p, const bs__time_reader *r)
{
    bs__integer number;
    bool named = p->from.fiscal && p->from.quarter == 0 && p->from.half == 0 && p->from.month == 0;
    // "the first six months of 2010/11": the year begins in a month that is not told.
    bool months = r->scan->lang == BS_LANG_EN && p->from.month == 1 && p->to.month > 0 &&
                  p->to.day == 0 && p->end > 4 && bs__digit_here(r->text, p->end - 1);
    if (!(p->bare || named || months) || bs__char_at(r->text, p->end) != '/') return;
    if (!bs__time_digits(&number, r->text, p->end + 1, 4) || bs__letter_at(r->text, number.end))
        return;
    bool next = number.digits == 2 ? number.value == (p->from.year + 1) % 100
                                   : number.digits == 4 && number.value == p->from.year + 1;
    if (!next || bs__char_at(r->text, number.end) == '/') return;
    if (p->bare && bs__in_year_chain(r, p->end - 4)) return;
    if (months) {
        p->from = (bs_when){.year = p->from.year};
        p->to = (bs_when){0};
    }
    p->from.fiscal = true;
    p->end = number.end;
    p->bare = false;
}

// "2022/23–2025/26": the second year of the end of a span.
static void split_end(bs__point *p, const bs__time_reader *r)
{
    bs__integer number;
    bool years = p->from.fiscal && p->to.year > 0 && p->to.month + p->to.quarter + p->to.half == 0;
    if (!years || bs__char_at(r->text, p->end) != '/') return;
    if (!bs__time_digits(&number, r->text, p->end + 1, 4) || bs__letter_at(r->text, number.end))
        return;
    if (number.value != (number.digits == 2 ? (p->to.year + 1) % 100 : p->to.year + 1)) return;
    p->to.fiscal = true;
    p->end = number.end;
}

// 2023-13-45: two groups of digits behind hyphens that are no month and day make a code.
static bool begins_code(bs_str text, size_t at)
{
    bs__integer group;
    return bs__char_at(text, at) == '-' && bs__time_digits(&group, text, at + 1, 4) &&
           bs__char_at(text, group.end) == '-' && bs__time_digits(&group, text, group.end + 1, 4);
}

// "2023年度上期": a business year of Japan that is named after no month begins in April.
static void begin_in_april(bs__point *p)
{
    enum { APRIL = 4 };
    bool part = p->from.fiscal && p->from.month == 0 && (p->from.half != 0 || p->from.quarter != 0);
    if (!part) return;
    p->from.first_month = APRIL;
    p->to.first_month = p->to.half != 0 || p->to.quarter != 0 ? APRIL : 0;
}

// "2.15일", "8.25. 17시", "23.4/4": the digits behind the full stop go on so in Korean.
static bool goes_on_as_day(bs_str text, size_t at)
{
    size_t start = bs_gap_skip(text, at), end = bs__digits_end(text, start);
    char next = bs__char_at(text, end);
    return end > start &&
           (next == '.' || next == '/' || next == '(' || bs__starts_at(text, end, BS_STR("일")));
}

// "30.06.2021": a month and a year behind the point.
static bool goes_on_as_date(bs_str text, size_t at)
{
    size_t month = bs__digits_end(text, at), year = month + 1;
    return month > at && month - at <= 2 && bs__char_at(text, month) == '.' &&
           bs__digits_end(text, year) == year + 4;
}

// Tells of nearly all digits that are no time, by what stands behind them: a time has four digits,
// or fewer with a word or a mark behind. What begins with anything else may be one.
static bool may_be_time(const bs__time_reader *r, size_t at)
{
    enum { YEAR_DIGITS = 4, MONTH_DIGITS = 6, DATE_DIGITS = 8 };
    bs_str text = r->text;
    size_t end = bs__digits_end(text, at), count = end - at;
    unsigned char next = (unsigned char)bs__char_at(text, end);
    if (count == 0 || count == YEAR_DIGITS || next == 0xEF) return true; // 0xEF: wide digits
    if (count > YEAR_DIGITS) return count == MONTH_DIGITS || count == DATE_DIGITS;
    if (bs__republic_in_word(r, at, &end) > 0) return true;
    bool bracket = at > 0 && (text.ptr[at - 1] == '(' || bs__ends_at(text, at, BS_STR("（")));
    if (next == '.')
        return bracket || (r->scan->lang == BS_LANG_KO && goes_on_as_day(text, end + 1)) ||
               (r->scan->lang == BS_LANG_EN && goes_on_as_date(text, end + 1));
    bs__integer first, last;
    if (count <= 2 && bs__time_digits(&first, text, at, 2) &&
        bs__parts_listed(r, &first, &last) > first.end)
        return true;
    size_t word = bs_gap_skip(text, end);
    if (word >= text.len) return false;
    next = (unsigned char)text.ptr[word];
    if (next < 0x80) return bs_lexicon__letter(next) || strchr("/-~'", next) != NULL;
    uint32_t key = bs_lexicon_key_at(text, word);
    return bs__year_word_begins(key) || bs__part_begins(key);
}

bool bs__time_read(bs__time *out, const bs__scan *scan, size_t at, bool header)
{
    bs__time_reader r = {.scan = scan, .text = scan->text, .header = header};
    bs__point p;
    if (!header && !may_be_time(&r, at)) return false;
    if (!bs__point_read(&p, &r, at)) return false;
    split_year(&p, &r);
    bool first_bare = p.bare;
    size_t first_end = p.end;
    span_end(&p, &r);
    split_end(&p, &r);
    if (scan->lang == BS_LANG_JA) begin_in_april(&p);
    // "Fiscal Third Quarter 2025", "fiscal Q3 2025"
    bool part = scan->lang == BS_LANG_EN && p.from.quarter + p.from.half > 0 && p.from.year > 0;
    if (part) p.from.fiscal |= bs_list_ends(bs_str_slice(r.text, 0, at), "Fiscal |fiscal |FISCAL ");
    bool lone_bare = first_bare && p.end == first_end;
    bool stands = bs__bare_year_stands(&r, at, p.end) && !begins_code(r.text, p.end);
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

// The byte behind the aside at `at` that says the year again, "(令和2年)", and `at` where none
// stands.
static size_t behind_year_again(bs_str text, size_t at)
{
    enum { ASIDE_BYTES_MAX = 24 };
    bs_str aside = bs_str_slice(text, at, at + ASIDE_BYTES_MAX);
    if (!bs_list_starts(aside, "(|（")) return at;
    size_t close = 0;
    while (close < aside.len && !bs_list_starts(bs_str_slice(aside, close, aside.len), ")|）"))
        close++;
    bool year = close < aside.len && bs_list_ends(bs_str_slice(aside, 0, close), "年|년|年度");
    return year ? at + close + bs_utf8_decode(aside, close).len : at;
}

// 2020年を100として, 2020年(令和2年)=100, 2020年基準, 2015 = 100: the base of an index is no time
// of anything. Returns the byte behind it; 0 for others.
static size_t base_end(const bs__scan *scan, size_t at)
{
    static const bs__phrase tails[] = {
        P("を1とした", JA, 0),       P("を１とした", JA, 0),   P("を1とする", JA, 0),
        P("を100と", JA, 0),         P("を１００と", JA, 0),   P("基準", JA, 0),
        P("を基準", JA, 0),          P("度を基準", JA, 0),     P("平均=100", JA, 0),
        P("平均＝100", JA, 0),       P("为100", ZH, 0),        P("为基期", ZH, 0),
        P("=100", BS_IN_ANY, 0),     P("= 100", BS_IN_ANY, 0), P("＝100", BS_IN_ANY, 0),
        P("＝１００", BS_IN_ANY, 0), P("기준년", KO, 0),       P("을 100으로", KO, 0),
        P("를 100으로", KO, 0),      P("100 기준", KO, 0),     P("100기준", KO, 0),
        P("100을 기준", KO, 0),      P("暦年連鎖", JA, 1),     P("連鎖", JA, 1),
        P("暦年価格", JA, 1),        P("連鎖価格", JA, 1),     P("価格", JA, 1),
        P("固定価格", JA, 1),        P("不变价", ZH, 1),       P("可比价", ZH, 1),
        P("불변가격", KO, 1),        P("불변 가격", KO, 1),    P("연쇄가격", KO, 1),
        P("dollars", EN, 1),         P("US dollars", EN, 1),   P("US$", EN, 1),
        P("constant prices", EN, 1),
    };
    size_t again = behind_year_again(scan->text, at);
    const bs__phrase *tail = BS_PHRASE_AT(tails, scan, bs_gap_skip(scan->text, again));
    if (tail == NULL) return 0;
    if (tail->value == 1) return at; // of prices, whose name goes on
    size_t end = bs_gap_skip(scan->text, again) + tail->text.len;
    if (bs__char_at(scan->text, end) == '.' && bs__char_at(scan->text, end + 1) == '0') {
        for (end++; bs__char_at(scan->text, end) == '0';)
            end++; // 100.0
    }
    return bs__digit_here(scan->text, end) ? 0 : end;
}

// "3月限", "6月限月": the month in which a contract is due is a part of its name.
static size_t contract_end(const bs__scan *scan, const bs__time *time)
{
    static const bs__phrase tails[] = {P("限月", JA, 0), P("限", JA, 0), P("渡し", JA, 0)};
    static const char others[] = "限定|限り|限度|限ら|限っ|限る";
    bool month = time->from.month > 0 && time->from.day == 0 && time->to.month == 0;
    bs_str behind = bs_str_slice(scan->text, time->end, scan->text.len);
    if (!month || bs_list_starts(behind, others)) return 0;
    const bs__phrase *tail = BS_PHRASE_AT(tails, scan, time->end);
    return tail == NULL ? 0 : time->end + tail->text.len;
}

bool bs__time_item(bs__scan *scan, size_t at, bs_item *item, size_t *end)
{
    bs__time time;
    // "1泊2日", "2박 3일": how long, and no day.
    if (bs_list_ends(bs_str_slice(scan->text, 0, at), "泊|박|박 ")) return false;
    if (!bs__time_read(&time, scan, at, false)) return false;
    size_t contract = contract_end(scan, &time);
    if (contract > 0) return bs__identifier(item, scan->text, at, contract, end);
    size_t base = only_year(&time.from) && time.to.year == 0 ? base_end(scan, time.end) : 0;
    if (base > 0) {
        *item = (bs_item){0};
        *end = base;
        return true;
    }
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
