// SPDX-License-Identifier: GPL-3.0-or-later
// One point of time: year and part in either order, month names, 9.27 in parentheses.
#include "engine/extract/phrase_table.h"
#include "engine/extract/time_internal.h"
#include "engine/extract/words.h"

static const bs__phrase month_names[] = {
    P("january", EN, 1),   P("february", EN, 2), P("march", EN, 3),     P("april", EN, 4),
    P("may", EN, 5),       P("june", EN, 6),     P("july", EN, 7),      P("august", EN, 8),
    P("september", EN, 9), P("october", EN, 10), P("november", EN, 11), P("december", EN, 12),
    P("jan", EN, 1),       P("feb", EN, 2),      P("mar", EN, 3),       P("apr", EN, 4),
    P("jun", EN, 6),       P("jul", EN, 7),      P("aug", EN, 8),       P("sep", EN, 9),
    P("sept", EN, 9),      P("oct", EN, 10),     P("nov", EN, 11),      P("dec", EN, 12),
};

const bs__phrase *bs__month_name_at(const bs__time_reader *r, size_t at)
{
    return BS_PHRASE_AT(month_names, r->scan, at);
}

// "of", "of fiscal year", "of FY" between a part and its year: the byte of the year.
static size_t year_front(const bs__time_reader *r, size_t at, bool *fiscal)
{
    static const bs_str words[] = {BS_STR_INIT("of "),     BS_STR_INIT("the "),
                                   BS_STR_INIT("fiscal "), BS_STR_INIT("financial "),
                                   BS_STR_INIT("year "),   BS_STR_INIT("FY")};
    enum { FISCAL = 2, YEAR = 4 };
    for (size_t i = 0; r->scan->lang == BS_LANG_EN && i < BS_COUNT(words); i++) {
        if (!bs_str_equal_nocase(bs_str_slice(r->text, at, at + words[i].len), words[i])) continue;
        at += words[i].len;
        *fiscal |= i >= FISCAL && i != YEAR;
    }
    return at;
}

// "first nine months of 2023", "first three quarters".
static bool leading_part(const bs__time_reader *r, size_t at, bs_when *from, bs_when *to,
                         size_t *end)
{
    static const bs_str first = BS_STR_INIT("first "), last = BS_STR_INIT("last "),
                        final = BS_STR_INIT("final ");
    static const bs__phrase units[] = {P("months", EN, BS_FIELD_MONTH),
                                       P("quarters", EN, BS_FIELD_QUARTER)};
    bs_str here = bs_str_slice(r->text, at, at + final.len);
    if (r->scan->lang != BS_LANG_EN) return false;
    bool ends = bs_list_starts(here, "last |final ");
    bs_str lead = !ends ? first : here.ptr[0] == 'l' ? last : final;
    if (!ends && !bs_str_equal_nocase(here, first)) return false;
    bs_numeral number;
    if (!bs_numeral_read(&number, r->text, at + lead.len, BS_LANG_EN)) return false;
    size_t behind = bs_gap_skip(r->text, number.plain_end);
    const bs__phrase *unit = BS_PHRASE_AT(units, r->scan, behind);
    if (unit == NULL || number.value.scale != 0 || number.value.coefficient < 2) return false;
    int count = number.value.coefficient < 100 ? (int)number.value.coefficient : 100;
    if (!bs__field_holds((bs__field)unit->value, count)) return false;
    enum { MONTHS = 12, QUARTERS = 4 };
    int all = (bs__field)unit->value == BS_FIELD_MONTH ? MONTHS : QUARTERS;
    *end = behind + unit->text.len;
    // Of a year that is printed; "the last three months" alone end today.
    size_t len;
    bs_str rest = bs_str_slice(r->text, *end, r->text.len);
    bool dated = bs_list_starts(rest, " of ") && bs_digit_at(rest, strlen(" of "), &len) >= 0;
    if (ends && !dated) return false;
    *bs__field_of(from, (bs__field)unit->value) = ends ? all - count + 1 : 1;
    *bs__field_of(to, (bs__field)unit->value) = ends ? all : count;
    return true;
}

// Behind the months that say once more which quarter it is: "(July to September)", "July to
// September"; `at` where none stand there.
static size_t behind_months(const bs__time_reader *r, size_t at)
{
    enum { BRACKET_BYTES_MAX = 24 };
    if (bs__char_at(r->text, at) == '(') {
        bs_str bracket = bs_str_slice(r->text, at, at + BRACKET_BYTES_MAX);
        size_t close = bs_str_find(bracket, BS_STR(")"), 0);
        return close < bracket.len ? bs_gap_skip(r->text, at + close + 1) : at;
    }
    const bs__phrase *first = BS_PHRASE_AT(month_names, r->scan, at);
    size_t mark = first != NULL ? bs__span_mark(r, at + first->text.len) : 0;
    size_t next = mark > 0 ? at + first->text.len + mark : at;
    const bs__phrase *last = mark > 0 ? BS_PHRASE_AT(month_names, r->scan, next) : NULL;
    return last != NULL ? bs_gap_skip(r->text, next + last->text.len) : at;
}

// "Quarter 4 2024", "quarter 4 of 2024", "Quarter 3 (July to September) 2024".
static bool named_quarter(bs__point *out, const bs__time_reader *r, size_t at)
{
    static const bs__phrase words[] = {P("Quarter", EN, 0), P("Qtr", EN, 0)};
    const bs__phrase *word = BS_PHRASE_AT(words, r->scan, at);
    bs__integer number, year;
    if (word == NULL || bs__letter_before(r->text, at)) return false;
    size_t from = bs_gap_skip(r->text, at + word->text.len);
    if (from == at + word->text.len || !bs__time_digits(&number, r->text, from, 1) ||
        !bs__field_holds(BS_FIELD_QUARTER, number.value))
        return false;
    char behind = bs__char_at(r->text, number.end);
    bool more = bs__letter_at(r->text, number.end) || behind == '%' ||
                ((behind == '.' || behind == ',') && bs__digit_here(r->text, number.end + 1));
    if (more) return false;
    *out = (bs__point){.from = {.quarter = number.value}, .end = number.end};
    size_t next = behind_months(r, bs_gap_skip(r->text, number.end));
    if (bs__starts_at(r->text, next, BS_STR("of "))) next += strlen("of ");
    if (bs__time_digits(&year, r->text, next, 4) && year.digits == 4) {
        out->from.year = year.value;
        out->end = year.end;
    }
    return true;
}

// "Q2/2024", "Q3/24": a stroke in front of a year; 0 for any other.
static size_t behind_slash(const bs__time_reader *r, size_t at)
{
    bs__integer year;
    return bs__char_at(r->text, at) == '/' && bs__time_digits(&year, r->text, at + 1, 4) &&
           (year.digits == 4 || (year.digits == 2 && bs__char_at(r->text, year.end) != '/'));
}

// "FY24" directly behind a quarter or months of it: "3QFY24", "9MFY2024".
static bool is_fiscal_at(const bs__time_reader *r, size_t at)
{
    return bs__starts_at(r->text, at, BS_STR("FY")) && bs__digit_here(r->text, at + 2);
}

// "9M 2024", "6M24": the first months of a year, in heads.
static bool leading_months(bs__point *out, const bs__time_reader *r, size_t at)
{
    char c = r->text.ptr[at];
    if (!r->header || (c != '3' && c != '6' && c != '9') || bs__char_at(r->text, at + 1) != 'M')
        return false;
    bs__integer year;
    size_t next = bs_gap_skip(r->text, at + 2);
    next += behind_slash(r, next);
    bool fiscal = is_fiscal_at(r, next);
    next += fiscal ? 2 : 0;
    size_t quote = bs__quote_at(r->text, next);
    bool dated = bs__time_digits(&year, r->text, next + quote, 4) &&
                 (year.digits == 4 || year.digits == 2) && !bs__letter_at(r->text, year.end);
    if (!dated) return false;
    int number = year.digits == 2 ? bs__year_complete(year.value) : year.value;
    *out = (bs__point){.from = {.year = number, .month = 1}, .end = year.end};
    out->to = (bs_when){.year = number, .month = c - '0'};
    return true;
}

// "Q1 2022-23", "H1 22/23": the part is one of a year over two calendar years. The byte behind
// them.
static size_t behind_pair(const bs__time_reader *r, const bs__integer *year)
{
    size_t dash = bs__starts_at(r->text, year->end, BS_STR("–")) ? strlen("–") : 0;
    char mark = bs__char_at(r->text, year->end);
    bs__integer next;
    size_t from = year->end + (dash > 0 ? dash : mark == '-' || mark == '/');
    if (from == year->end || (year->digits != 4 && mark != '/')) return year->end;
    bool pair = bs__time_digits(&next, r->text, from, 4) && next.digits == 2 &&
                next.value == (year->value + 1) % 100 && !bs__letter_at(r->text, next.end) &&
                bs__char_at(r->text, next.end) != '/';
    return pair ? next.end : year->end;
}

// "Q1, 2024-25": the byte of the pair of years behind the comma; `at` where there is none.
static size_t behind_comma(const bs__time_reader *r, size_t at)
{
    bs__integer year;
    size_t next = bs_gap_skip(r->text, at + 1);
    bool pair = r->scan->lang == BS_LANG_EN && bs__char_at(r->text, at) == ',' && next > at + 1 &&
                bs__time_digits(&year, r->text, next, 4) && year.digits == 4 &&
                behind_pair(r, &year) > year.end;
    return pair ? next : at;
}

// "Q1FY25", "H1FY2024", "Q1:2024-25": a part of a year directly in front of it.
static bool leads_year(const bs__time_reader *r, size_t at)
{
    char c = r->text.ptr[at], number = bs__char_at(r->text, at + 1);
    if ((c != 'Q' && c != 'H') || number < '1' || number > (c == 'Q' ? '4' : '2')) return false;
    bs__integer year;
    bool colon = bs__char_at(r->text, at + 2) == ':' &&
                 bs__time_digits(&year, r->text, at + 3, 4) && year.digits == 4;
    return (colon || is_fiscal_at(r, at + 2)) && !bs__letter_before(r->text, at);
}

// "3Q23", "1H 2023", "Q3 2023", "H1'23": the part in front of the year.
static bool part_point(bs__point *out, const bs__time_reader *r, size_t at)
{
    bs_when from = {0};
    bs_when to = {0};
    size_t end;
    *out = (bs__point){0};
    if (named_quarter(out, r, at)) return true;
    char c = r->text.ptr[at];
    bool glued = (c >= '1' && c <= '4') &&
                 (bs__char_at(r->text, at + 1) == 'Q' || bs__char_at(r->text, at + 1) == 'H') &&
                 (bs__digit_here(r->text, at + 2) || is_fiscal_at(r, at + 2));
    bool led = leads_year(r, at);
    if (led) {
        *bs__field_of(&from, c == 'Q' ? BS_FIELD_QUARTER : BS_FIELD_HALF) =
            bs__char_at(r->text, at + 1) - '0';
        end = at + 2 + (bs__char_at(r->text, at + 2) == ':');
        glued = true;
    } else if (glued) {
        *bs__field_of(&from, bs__char_at(r->text, at + 1) == 'Q' ? BS_FIELD_QUARTER
                                                                 : BS_FIELD_HALF) = c - '0';
        end = at + 2;
    } else if (!bs__word_part(r, at, &from, &end) && !leading_part(r, at, &from, &to, &end)) {
        if (!bs__number_part(r, at, &from, &to, &end)) return false;
        *out = (bs__point){.from = from, .to = to, .end = end};
        if (to.month == 0 && from.month != 0)
            out->end = bs__parts_read(r, end, &out->from, &out->to);
        return true;
    }
    size_t next = glued ? end : bs_gap_skip(r->text, end), slash = behind_slash(r, next);
    next += slash;
    bool part = from.quarter + from.half > 0;
    if (part && next == end) next = behind_comma(r, next);
    size_t year_at = year_front(r, next, &from.fiscal);
    size_t quote = bs__quote_at(r->text, year_at);
    bs__integer number;
    bool brief = glued || slash > 0 || quote > 0 || from.fiscal || (r->header && next > end);
    bool dated = bs__time_digits(&number, r->text, year_at + quote, 4) &&
                 (number.digits == 4 || (number.digits == 2 && brief));
    // "H1 23/24"
    if (!dated && part && next > end && number.digits == 2)
        dated = behind_pair(r, &number) > number.end;
    from.fiscal &= dated;
    if (dated) {
        from.short_year = number.digits == 2;
        from.year = from.short_year ? bs__year_complete(number.value) : number.value;
        end = part ? behind_pair(r, &number) : number.end;
        from.paired = end > number.end;
    }
    bool hour = c >= '1' && c <= '4' && bs__char_at(r->text, at + 1) == 'H';
    if ((glued || hour) && !dated) return false;
    if (to.month != 0 || to.quarter != 0) {
        to.year = from.year;
        to.fiscal = from.fiscal;
    }
    *out = (bs__point){.from = from, .to = to, .end = end};
    return true;
}

// "in March", "since May": May and March alone are also a verb and a walk.
static bool behind_preposition(const bs__time_reader *r, size_t at)
{
    static const bs__phrase words[] = {
        P("in", EN, 0),    P("since", EN, 0),   P("during", EN, 0), P("from", EN, 0),
        P("until", EN, 0), P("through", EN, 0), P("by", EN, 0),     P("for", EN, 0),
        P("of", EN, 0),    P("last", EN, 0),    P("early", EN, 0),  P("late", EN, 0),
        P("mid", EN, 0),   P("between", EN, 0), P("to", EN, 0),     P("and", EN, 0),
    };
    size_t back = bs__gap_back(r->text, at);
    return back < at && BS_PHRASE_BEFORE(words, r->scan, back) != NULL;
}

// "below May's revised 1.39 million", "above March's 50.4".
static bool is_held_against(const bs__time_reader *r, size_t at, size_t end)
{
    static const bs__phrase words[] = {P("above", EN, 0),  P("below", EN, 0), P("than", EN, 0),
                                       P("versus", EN, 0), P("vs", EN, 0),    P("against", EN, 0),
                                       P("under", EN, 0),  P("over", EN, 0),  P("with", EN, 0),
                                       P("beat", EN, 0),   P("topped", EN, 0)};
    static const bs__phrase owners[] = {P("'s", EN, 0), P("’s", EN, 0)};
    size_t back = bs__gap_back(r->text, at);
    return back < at && BS_PHRASE_BEFORE(words, r->scan, back) != NULL &&
           BS_PHRASE_AT(owners, r->scan, end) != NULL;
}

// "Oct-Dec 2022", "Mar to May": the name of another month follows behind a mark of a span.
static bool month_follows(const bs__time_reader *r, size_t end)
{
    size_t mark = bs__span_mark(r, end);
    return mark > 0 && BS_PHRASE_AT(month_names, r->scan, end + mark) != NULL &&
           r->text.ptr[end + mark] <= 'Z';
}

// The gap behind a month, over the end of a line of prose: "March\n2024", "March 31,\n2024". A
// month that begins its line may be one of a list.
static size_t gap_over_line(const bs__time_reader *r, size_t month_at, size_t at)
{
    size_t next = bs_gap_skip(r->text, at);
    bool first = month_at == 0 || r->text.ptr[month_at - 1] == '\n';
    bool broken = !first && !r->header && bs__char_at(r->text, next) == '\n';
    return broken && bs__digit_here(r->text, next + 1) ? next + 1 : next;
}

// "the December quarter of 2024": the quarter that ends with the month.
static bool month_quarter(bs__point *out, const bs__time_reader *r, int month, size_t at)
{
    static const bs__phrase quarters[] = {P("quarter", EN, 0), P("qtr", EN, 0)};
    const bs__phrase *word = BS_PHRASE_AT(quarters, r->scan, bs_gap_skip(r->text, at));
    if (word == NULL || month % 3 != 0) return false;
    size_t end = bs_gap_skip(r->text, at) + word->text.len;
    bool fiscal = false;
    bs__integer year;
    *out = (bs__point){.from = {.quarter = month / 3}, .end = end};
    size_t year_at = year_front(r, bs_gap_skip(r->text, end), &fiscal);
    if (!fiscal && bs__time_digits(&year, r->text, year_at, 4) && year.digits == 4) {
        out->from.year = year.value;
        out->end = year.end;
    }
    return true;
}

// "the March 2024 quarter"
static bool dated_quarter(bs__point *out, const bs__time_reader *r, int month, size_t at)
{
    static const bs__phrase quarters[] = {P("quarter", EN, 0), P("qtr", EN, 0)};
    bs__integer year;
    if (month % 3 != 0 || !bs__time_digits(&year, r->text, bs_gap_skip(r->text, at), 4) ||
        year.digits != 4)
        return false;
    size_t behind = bs_gap_skip(r->text, year.end);
    const bs__phrase *word = BS_PHRASE_AT(quarters, r->scan, behind);
    if (word == NULL) return false;
    *out = (bs__point){.from = {.year = year.value, .quarter = month / 3},
                       .end = behind + word->text.len};
    return true;
}

// "the revised May rate of", "the March figure of": a noun behind the word of a month.
static bool names_figure(const bs__time_reader *r, size_t end)
{
    static const bs__phrase nouns[] = {P("rate of", EN, 0), P("estimate of", EN, 0),
                                       P("figure of", EN, 0), P("level of", EN, 0),
                                       P("reading of", EN, 0)};
    return BS_PHRASE_AT(nouns, r->scan, bs_gap_skip(r->text, end)) != NULL;
}

// "(May: 144,000)", "(Mar: $13.9 billion; May: ...": the name of a month that introduces its number
// in a bracket.
static bool leads_figure(const bs__time_reader *r, size_t at, size_t end)
{
    size_t len;
    char before = bs__char_at(r->text, at > 0 ? bs__gap_back(r->text, at) - 1 : at);
    if ((before != '(' && before != ';' && before != '[') || bs__char_at(r->text, end) != ':')
        return false;
    size_t next = bs_gap_skip(r->text, end + 1);
    bs_str rest = bs_str_slice(r->text, next, r->text.len);
    return bs_digit_at(rest, 0, &len) >= 0 || bs_list_starts(rest, "$|€|£|¥|+|-|−|up |down ");
}

// "Oct 13, 2023", "October 2023", "13 October 2023", "October".
bool bs__month_point(bs__point *out, const bs__time_reader *r, size_t at)
{
    bs__integer day = {0};
    size_t from = at;
    bs__integer last = {0};
    if (bs__time_digits(&day, r->text, at, 2)) {
        size_t mark = bs__span_mark(r, day.end);
        // "between 1 and 18 September 2026", "on 3 and 4 March"
        if (bs__starts_at(r->text, day.end, BS_STR(" and "))) mark = strlen(" and ");
        bool days = mark > 0 && bs__time_digits(&last, r->text, day.end + mark, 2) &&
                    bs__field_holds(BS_FIELD_DAY, last.value) && last.value > day.value;
        if (!days) last = (bs__integer){.end = day.end};
        // "31st March 2021", "the 3rd of May"
        bool ordinal = !days && bs_list_starts(bs_str_slice(r->text, day.end, r->text.len),
                                               "st |nd |rd |th |st,|nd,|rd,|th,");
        if (ordinal) last.end += strlen("th");
        from = bs_gap_skip(r->text, last.end);
        if (from == last.end || !bs__field_holds(BS_FIELD_DAY, day.value)) return false;
        if (bs__starts_at(r->text, from, BS_STR("of "))) from += 3;
    }
    const bs__phrase *name = BS_PHRASE_AT(month_names, r->scan, from);
    if (name == NULL || r->text.ptr[from] > 'Z') return false;
    if (day.value == 0 && (month_quarter(out, r, name->value, from + name->text.len) ||
                           dated_quarter(out, r, name->value, from + name->text.len)))
        return true;
    *out =
        (bs__point){.from = {.month = name->value, .day = day.value}, .end = from + name->text.len};
    bool point_mark = bs__char_at(r->text, out->end) == '.' && name->text.len <= 4;
    size_t next = gap_over_line(r, from, out->end + point_mark);
    bool comma = bs__char_at(r->text, next) == ','; // "in September, 2.4 per cent"
    if (comma || bs__char_at(r->text, next) == '-') next = gap_over_line(r, from, next + 1);
    bs__integer number;
    bool dated = false;
    if (bs__time_digits(&number, r->text, next, 4) && number.digits <= 2 && from == at && !comma &&
        !bs__letter_at(r->text, number.end) && bs__field_holds(BS_FIELD_DAY, number.value) &&
        bs__char_at(r->text, next - 1) != '-' && bs__char_at(r->text, number.end) != '%') {
        out->from.day = number.value;
        last = bs__day_behind_dash(r, &number);
        out->end = last.value > 0 ? last.end : number.end;
        dated = true;
        next = bs_gap_skip(r->text, out->end);
        if (bs__char_at(r->text, next) == ',') next = gap_over_line(r, from, next + 1);
    }
    // "in February of 2021"
    bool of = bs__starts_at(r->text, next, BS_STR("of ")) &&
              bs__time_digits(&number, r->text, next + strlen("of "), 4) && number.digits == 4;
    if (of) next += strlen("of ");
    size_t quote = bs__quote_at(r->text, next);
    bool brief = quote > 0 || bs__char_at(r->text, next - 1) == '-';
    bool year = bs__time_digits(&number, r->text, next + quote, 4);
    // "Dec. 2018p" in a head.
    bool marked = year && r->header && bs__behind_status(r, number.end) > number.end;
    if (year && (marked || !bs__letter_at(r->text, number.end)) &&
        (number.digits == 4 || (number.digits == 2 && brief)) &&
        !(bs__char_at(r->text, number.end) == ',' && bs__digit_here(r->text, number.end + 1))) {
        out->from.short_year = number.digits == 2;
        out->from.year = number.digits == 2 ? bs__year_complete(number.value) : number.value;
        out->end = number.end;
        dated = out->from.year >= BS_PRINTED_YEAR_MIN;
    }
    if (last.value != 0) {
        out->to = out->from;
        out->to.day = last.value;
    }
    bool plain_word = name->text.len < 4 || name->value == 3 || name->value == 5;
    plain_word = plain_word && !names_figure(r, out->end);
    return dated || day.value != 0 || r->header || !plain_word || behind_preposition(r, from) ||
           is_held_against(r, from, out->end) || month_follows(r, out->end) ||
           leads_figure(r, from, out->end);
}

bool bs__month_day(bs__point *out, const bs__time_reader *r, size_t at)
{
    bs__integer month;
    bs__integer day;
    if (!bs__time_digits(&month, r->text, at, 2) || !bs__field_holds(BS_FIELD_MONTH, month.value))
        return false;
    char mark = bs__char_at(r->text, month.end);
    if (mark != '.' && mark != '/') return false;
    if (!bs__time_digits(&day, r->text, bs_gap_skip(r->text, month.end + 1), 2)) return false;
    if (!bs__field_holds(BS_FIELD_DAY, day.value)) return false;
    *out = (bs__point){.from = {.month = month.value, .day = day.value}, .end = day.end};
    if (bs__char_at(r->text, day.end) == '.') out->end++;
    return true;
}

// "1-3/2023", "3/2023" as a header: months of a year.
static bool months_of_year(bs__point *out, const bs__time_reader *r, size_t at)
{
    bs__integer first, last, year;
    if (!bs__time_digits(&first, r->text, at, 2) || !bs__field_holds(BS_FIELD_MONTH, first.value))
        return false;
    last = (bs__integer){.end = first.end};
    char mark = bs__char_at(r->text, first.end);
    bool dash = mark == '-' || (unsigned char)mark == 0xE2;
    size_t len = dash ? bs__span_mark(r, first.end) : 0;
    bool span = len > 0 && bs__time_digits(&last, r->text, first.end + len, 2);
    if (dash &&
        (!span || !bs__field_holds(BS_FIELD_MONTH, last.value) || last.value <= first.value))
        return false;
    if (bs__char_at(r->text, last.end) != '/') return false;
    if (!bs__time_digits(&year, r->text, last.end + 1, 4) || year.digits != 4) return false;
    if (year.value < BS_BARE_YEAR_MIN || year.value > BS_BARE_YEAR_MAX) return false;
    *out = (bs__point){.from = {.year = year.value, .month = first.value}, .end = year.end};
    if (span) out->to = (bs_when){.year = year.value, .month = last.value};
    return true;
}

// "10-13 03:01:21": a month and a day in front of a time of the day.
static bool clocked_day(bs__point *out, const bs__time_reader *r, size_t at)
{
    bs__integer month, day, hour, minute;
    if (!bs__time_digits(&month, r->text, at, 2) || bs__char_at(r->text, month.end) != '-' ||
        !bs__time_digits(&day, r->text, month.end + 1, 2))
        return false;
    size_t clock = bs_gap_skip(r->text, day.end);
    bool timed = clock > day.end && bs__time_digits(&hour, r->text, clock, 2) &&
                 bs__char_at(r->text, hour.end) == ':' &&
                 bs__time_digits(&minute, r->text, hour.end + 1, 2) && minute.digits == 2;
    if (!timed || !bs__field_holds(BS_FIELD_MONTH, month.value) ||
        !bs__field_holds(BS_FIELD_DAY, day.value))
        return false;
    *out = (bs__point){.from = {.month = month.value, .day = day.value}, .end = day.end};
    return true;
}

// 10/13 in running text, where it is no fraction.
static bool slashed_day(bs__point *out, const bs__time_reader *r, size_t at)
{
    bs_numeral number;
    if (bs__letter_before(r->text, at)) return false;
    if (clocked_day(out, r, at)) return true;
    if (!bs__month_day(out, r, at)) return false;
    if (memchr(r->text.ptr + at, '/', out->end - at) == NULL) return false;
    bool fraction = bs__numeral_at(&number, r->scan, at) && (number.flags & BS_NUMERAL_PARTS);
    char behind = bs__char_at(r->text, out->end);
    bool more =
        behind == '/' || behind == '-' || behind == '%' || bs__digit_here(r->text, out->end);
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

// "甲区(8.13)、乙区(10.27)及丙区(24.57)": another bracket of the sentence holds a decimal of as
// many places that is no day, and so these are none.
static bool is_among_decimals(const bs__time_reader *r, size_t at, size_t end)
{
    enum { NEAR_BYTES = 200, PLACES = 2 };
    const char *point = memchr(r->text.ptr + at, '.', end - at);
    if (point == NULL || (size_t)(r->text.ptr + end - point) != 1 + PLACES) return false;
    size_t low = at > NEAR_BYTES ? at - NEAR_BYTES : 0;
    bs_str front = bs_str_behind_last(bs_str_slice(r->text, low, at), "。|\n");
    size_t stop = bs_str_find(r->text, BS_STR("。"), at);
    bs_str near =
        bs_str_slice(r->text, at - front.len, stop < at + NEAR_BYTES ? stop : at + NEAR_BYTES);
    for (size_t i = 1; i + 1 < near.len; i++) {
        bs__integer whole, part;
        bool opens = near.ptr[i - 1] == '(' || bs_list_ends(bs_str_slice(near, 0, i), "（");
        if (!opens || !bs__time_digits(&whole, near, i, 4)) continue;
        if (bs__char_at(near, whole.end) != '.' ||
            !bs__time_digits(&part, near, whole.end + 1, PLACES) || part.digits != PLACES ||
            !closes(near, part.end))
            continue;
        bool day = bs__field_holds(BS_FIELD_MONTH, whole.value) &&
                   bs__field_holds(BS_FIELD_DAY, part.value);
        if (!day) return true;
    }
    return false;
}

static bool parenthesised(bs__point *out, const bs__time_reader *r, size_t at)
{
    bool opened = bs__ends_at(r->text, at, BS_STR("(")) || bs__ends_at(r->text, at, BS_STR("（"));
    if (!opened || r->scan->lang == BS_LANG_EN || !bs__month_day(out, r, at)) return false;
    if (out->end == at + strlen("4/4") && bs__quarter_goes_on(r, at + 1, out->end)) return false;
    if (is_among_decimals(r, at, out->end)) return false;
    if (closes(r->text, out->end)) return true;
    size_t mark = bs__span_mark(r, out->end);
    bs__point end;
    if (mark == 0 || !bs__month_day(&end, r, out->end + mark) || !closes(r->text, end.end))
        return false;
    out->to = end.from;
    out->end = end.end;
    return true;
}

// "2025年3月期第2四半期(中間期)": the business year that ends in that month, or a part of it.
// Quarters of a half and those that are added up begin with the year.
static void term_of(bs__point *out, const bs__time_reader *r)
{
    static const bs__phrase sums[] = {
        P("累計", JA, 0),        P("（累計）", JA, 0),     P("(累計)", JA, 0),
        P("（中間期）", JA, 0),  P("(中間期)", JA, 0),     P("累計期間", JA, 0),
        P("決算", JA, 1),        P("連結累計期間", JA, 0), P("の連結業績（", JA, 1),
        P("の連結業績(", JA, 1), P("の業績（", JA, 1),     P("の業績(", JA, 1)};
    // 1: goes on behind the time
    static const bs__phrase halves[] = {P("中間期", JA, 1), P("上期", JA, 1), P("上半期", JA, 1),
                                        P("下期", JA, 2), P("通期", JA, 0)};
    bool term = r->scan->lang == BS_LANG_JA && out->from.year > 0 && out->from.month > 0 &&
                out->from.day == 0 && out->to.month == 0 &&
                bs__starts_at(r->text, out->end, BS_STR("期")) &&
                !bs__starts_at(r->text, out->end, BS_STR("期待"));
    if (!term) return;
    int first = out->from.year * 12 + out->from.month - 12; // months, from 0
    int last = first + 11;
    size_t at = bs_gap_skip(r->text, out->end += strlen("期"));
    bs_when from = {0}, to = {0};
    size_t end;
    bool of = bs__starts_at(r->text, at, BS_STR("の第")); // 2026年2月期の第2四半期
    if (of) at += strlen("の");
    const bs__phrase *half = BS_PHRASE_AT(halves, r->scan, at);
    if (half != NULL) {
        out->end = at + half->text.len;
        if (half->value == 1) last = first + 5;
        if (half->value == 2) first += 6;
    } else if (bs__number_part(r, at, &from, &to, &end) && from.quarter > 0) {
        const bs__phrase *sum = BS_PHRASE_AT(sums, r->scan, bs_gap_skip(r->text, end));
        last = first + 3 * from.quarter - 1;
        if (sum == NULL) first = last - 2;
        out->end = sum && sum->value == 0 ? bs_gap_skip(r->text, end) + sum->text.len : end;
    }
    bool brief = out->from.short_year; // "29年3月期"
    out->from = (bs_when){.year = first / 12, .month = first % 12 + 1, .short_year = brief};
    out->to = (bs_when){.year = last / 12, .month = last % 12 + 1};
}

bool bs__point_read(bs__point *out, const bs__time_reader *r, size_t at)
{
    if (at >= r->text.len) return false;
    if (bs__ended_point(out, r, at) || bs__week_point(out, r, at)) return true;
    if (r->header && (months_of_year(out, r, at) || leading_months(out, r, at))) return true;
    if (bs__bracketed_days(out, r, at) || parenthesised(out, r, at) ||
        (r->scan->lang == BS_LANG_EN && bs__month_point(out, r, at)))
        return true;
    if (bs__decade_point(out, r, at) || bs__dotted_day(out, r, at)) return true;
    if (bs__joined_date(out, r, at)) return true;
    if (r->scan->lang == BS_LANG_EN && bs__date_point(out, r, at)) return true;
    if (bs__year_point(out, r, at)) {
        if (!bs__ended_behind(out, r, at)) term_of(out, r);
        return true;
    }
    if (part_point(out, r, at)) {
        (void)bs__ended_behind(out, r, at);
        return true;
    }
    if (r->scan->lang != BS_LANG_EN && slashed_day(out, r, at)) return true;
    if (!r->header) return false;
    return bs__month_point(out, r, at) || bs__month_day(out, r, at);
}
