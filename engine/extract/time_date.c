// SPDX-License-Identifier: GPL-3.0-or-later
// Dates of English and of programs: 17/10/2024, 01-Jul-2024, 2024 Mar; and amounts that only look
// like years and dates.
#include "engine/extract/phrase_table.h"
#include "engine/extract/time_internal.h"
#include "engine/extract/words.h"

static bool is_year(const bs__integer *year)
{
    return year->digits == 4 && year->value >= BS_BARE_YEAR_MIN && year->value <= BS_BARE_YEAR_MAX;
}

// "2024 Mar", "2023 December": a month behind its year.
static bool year_month(bs__point *out, const bs__time_reader *r, size_t at)
{
    bs__integer year;
    if (!bs__time_digits(&year, r->text, at, 4) || year.digits != 4) return false;
    if (year.value < BS_BARE_YEAR_MIN || year.value > BS_BARE_YEAR_MAX) return false;
    size_t from = bs_gap_skip(r->text, year.end);
    const bs__phrase *name = bs__month_name_at(r, from);
    if (name == NULL || from == year.end || r->text.ptr[from] > 'Z') return false;
    size_t end = from + name->text.len;
    bool more = bs__letter_at(r->text, end) || bs__digit_here(r->text, bs_gap_skip(r->text, end));
    if (more) return false;
    *out = (bs__point){.from = {.year = year.value, .month = name->value}, .end = end};
    return true;
}

// "17/10/2024", "10-17-2024": a day of a year, where only one order of the two is possible. Before
// a point stands the day: "05.06.2024".
static bool slashed_date(bs__point *out, const bs__time_reader *r, size_t at)
{
    bs__integer first, second, year;
    if (!bs__time_digits(&first, r->text, at, 2)) return false;
    char mark = bs__char_at(r->text, first.end);
    bool read = (mark == '/' || mark == '.' || mark == '-') &&
                bs__time_digits(&second, r->text, first.end + 1, 2) &&
                bs__char_at(r->text, second.end) == mark &&
                bs__time_digits(&year, r->text, second.end + 1, 4) && year.digits == 4;
    bool more = read && (bs__digit_here(r->text, year.end) || bs__letter_at(r->text, year.end));
    if (!read || more || bs__letter_before(r->text, at)) return false;
    bool day_first =
        bs__field_holds(BS_FIELD_DAY, first.value) && bs__field_holds(BS_FIELD_MONTH, second.value);
    bool month_first =
        bs__field_holds(BS_FIELD_MONTH, first.value) && bs__field_holds(BS_FIELD_DAY, second.value);
    bool sure =
        day_first != month_first || (day_first && (first.value == second.value || mark == '.'));
    if (!sure || !is_year(&year)) return false;
    *out = (bs__point){.from = {.year = year.value,
                                .month = day_first ? second.value : first.value,
                                .day = day_first ? first.value : second.value},
                       .end = year.end};
    return true;
}

// "01-Jul-2024", "1/Jul/2024", and "01-Jul-24" as a head.
static bool named_date(bs__point *out, const bs__time_reader *r, size_t at)
{
    bs__integer day, year;
    if (!bs__time_digits(&day, r->text, at, 2) || !bs__field_holds(BS_FIELD_DAY, day.value))
        return false;
    char mark = bs__char_at(r->text, day.end);
    if ((mark != '-' && mark != '/') || bs__letter_before(r->text, at)) return false;
    const bs__phrase *month = bs__month_name_at(r, day.end + 1);
    if (month == NULL) return false;
    size_t behind = day.end + 1 + month->text.len;
    if (bs__char_at(r->text, behind) != mark) return false;
    if (!bs__time_digits(&year, r->text, behind + 1, 4) || bs__letter_at(r->text, year.end))
        return false;
    bool brief = year.digits == 2 && r->header;
    if (brief) year.value = bs__year_complete(year.value);
    if (!brief && !is_year(&year)) return false;
    *out = (bs__point){.from = {.year = year.value, .month = month->value, .day = day.value},
                       .end = year.end};
    return true;
}

// The byte behind what joins two days: a hyphen or a wave, behind the point of the first; 0 for
// none.
static size_t behind_joint(const bs__time_reader *r, size_t at)
{
    static const bs_str joints[] = {BS_STR_INIT("-"), BS_STR_INIT("~"), BS_STR_INIT("∼"),
                                    BS_STR_INIT("～"), BS_STR_INIT("–")};
    at += bs__char_at(r->text, at) == '.';
    for (size_t i = 0; i < BS_COUNT(joints); i++) {
        if (bs_str_starts(bs_str_slice(r->text, at, r->text.len), joints[i]))
            return at + joints[i].len;
    }
    return 0;
}

bool bs__bracketed_days(bs__point *out, const bs__time_reader *r, size_t at)
{
    bs__integer month, first, last;
    bool open = at > 0 && (r->text.ptr[at - 1] == '(' || bs__ends_at(r->text, at, BS_STR("（")));
    if (!open || !bs__time_digits(&month, r->text, at, 2)) return false;
    char mark = bs__char_at(r->text, month.end);
    bool pointed = mark == '.' && r->scan->lang != BS_LANG_EN;
    if ((mark != '/' && !pointed) || !bs__time_digits(&first, r->text, month.end + 1, 2))
        return false;
    size_t next = behind_joint(r, first.end);
    bool read = next > 0 && bs__time_digits(&last, r->text, next, 2) &&
                bs__field_holds(BS_FIELD_MONTH, month.value) &&
                bs__field_holds(BS_FIELD_DAY, first.value) &&
                bs__field_holds(BS_FIELD_DAY, last.value) && first.value < last.value;
    // "(1.5~8)" may be a range of decimals.
    bool sure = !pointed || last.value < month.value || (first.digits == 2 && last.digits == 2);
    if (!read || !sure) return false;
    size_t end = last.end + (pointed && bs__char_at(r->text, last.end) == '.');
    char close = bs__char_at(r->text, end);
    bool closed = close != '\0' && (strchr("),;", close) != NULL ||
                                    bs__ends_at(r->text, end + strlen("）"), BS_STR("）")));
    if (!closed) return false;
    *out = (bs__point){.from = {.month = month.value, .day = first.value},
                       .to = {.month = month.value, .day = last.value},
                       .end = end};
    return true;
}

// 202403: a year and a month that are joined.
static bool joined_month(bs_when *out, const bs__time_reader *r, size_t at, size_t *end)
{
    enum { DIGITS = 6 };
    bs__integer number;
    if (!bs__time_digits(&number, r->text, at, DIGITS) || number.digits != DIGITS) return false;
    *out = (bs_when){.year = number.value / 100, .month = number.value % 100};
    *end = number.end;
    return out->year >= BS_BARE_YEAR_MIN && out->year <= BS_BARE_YEAR_MAX &&
           bs__field_holds(BS_FIELD_MONTH, out->month) && !bs__digit_here(r->text, number.end);
}

// "200301-200312", "기준년월: 202403": two of them in order, or one behind a word for such.
static bool joined_months(bs__point *out, const bs__time_reader *r, size_t at, bs_str front)
{
    bs_when from, to;
    size_t end, last;
    if (!joined_month(&from, r, at, &end)) return false;
    char mark = bs__char_at(r->text, end);
    bool joined = (mark == '-' || mark == '~') && joined_month(&to, r, end + 1, &last) &&
                  from.year * 100 + from.month < to.year * 100 + to.month;
    if (joined) {
        bool more = bs__char_at(r->text, last) == '-' || bs__letter_at(r->text, last) ||
                    bs__amount_glued(r, last);
        *out = (bs__point){.from = from, .to = to, .end = last};
        return !more;
    }
    *out = (bs__point){.from = from, .end = end};
    return bs_list_ends(front, "年月|년월|기준월|대상월|対象月");
}

// "등록일 24/05/02", "23/11/09" in a cell: the year first, in two digits, where English has it
// last.
static bool brief_date(bs__point *out, const bs__time_reader *r, size_t at)
{
    bs__integer parts[3];
    for (size_t i = 0, from = at; i < BS_COUNT(parts); i++) {
        bool read = bs__time_digits(&parts[i], r->text, from, 2) && parts[i].digits == 2;
        if (!read || (i < 2 && bs__char_at(r->text, parts[i].end) != '/')) return false;
        from = parts[i].end + 1;
    }
    size_t end = parts[2].end;
    bool more = bs__char_at(r->text, end) == '/' || bs__digit_here(r->text, end) ||
                bs__letter_at(r->text, end) || bs__ends_at(r->text, at, BS_STR("/"));
    bool valid = bs__field_holds(BS_FIELD_MONTH, parts[1].value) &&
                 bs__field_holds(BS_FIELD_DAY, parts[2].value);
    if (more || !valid || bs__letter_before(r->text, at)) return false;
    *out = (bs__point){.from = {.year = bs__year_complete(parts[0].value),
                                .month = parts[1].value,
                                .day = parts[2].value},
                       .end = end};
    return true;
}

bool bs__joined_date(bs__point *out, const bs__time_reader *r, size_t at)
{
    enum { DIGITS = 8, WORD_BYTES = 48 };
    static const char words[] =
        "작성일|등록일|게시일|발행일|발표일|공고일|기준일|수정일|작성일자|등록일자|게시일자|"
        "날짜|日期|作成日|登録日|更新日|掲載日|公開日|发布日|發布日";
    bs__integer date;
    if (r->scan->lang != BS_LANG_EN && brief_date(out, r, at)) return true;
    bs_str front = bs_str_trim(bs_str_slice(r->text, at > WORD_BYTES ? at - WORD_BYTES : 0, at));
    if (bs_list_ends(front, "：")) front.len -= strlen("：");
    if (bs_list_ends(front, ":")) front.len--;
    if (joined_months(out, r, at, bs_str_trim(front))) return true;
    if (!bs__time_digits(&date, r->text, at, DIGITS) || date.digits != DIGITS) return false;
    int year = date.value / 10000, month = date.value / 100 % 100, day = date.value % 100;
    bool valid = year >= BS_BARE_YEAR_MIN && year <= BS_BARE_YEAR_MAX &&
                 bs__field_holds(BS_FIELD_MONTH, month) && bs__field_holds(BS_FIELD_DAY, day);
    if (!valid || !bs_list_ends(bs_str_trim(front), words)) return false;
    *out = (bs__point){.from = {.year = year, .month = month, .day = day}, .end = date.end};
    return true;
}

bool bs__date_point(bs__point *out, const bs__time_reader *r, size_t at)
{
    return year_month(out, r, at) || slashed_date(out, r, at) || named_date(out, r, at);
}

bool bs__scale_stands(const bs__time_reader *r, size_t at)
{
    size_t taken;
    const bs__word *word = bs__word_at(r->text, at, r->scan->lang, &taken);
    return word != NULL && word->kind == BS_WORD_LARGE && (word->flags & BS_WORD_LETTER) == 0;
}

// "1873.01亿元", "1950.05美元", "2015.03点": glued to the digits. Counters may be other words.
bool bs__amount_glued(const bs__time_reader *r, size_t end)
{
    static const char points[] = "点|點|ポイント|포인트|p";
    bs__unit_here unit;
    if (bs__scale_stands(r, end)) return true;
    if (bs_list_starts(bs_str_slice(r->text, end, r->text.len), points)) return true;
    return bs__unit_behind(&unit, r->scan, end) && unit.dimension != BS_DIM_COUNT_OF &&
           unit.dimension != BS_DIM_DURATION && bs_gap_skip(r->text, end) == end;
}

// "2000～2300萬美元", "2000-2500元": the lower end of a range whose unit stands behind the other.
bool bs__low_end(const bs__time_reader *r, size_t end)
{
    size_t mark = bs__span_mark(r, end);
    bs__digits high;
    bool glued = r->scan->lang != BS_LANG_EN && mark > 0;
    if (!glued || !bs__digits_read(&high, r->text, end + mark, r->scan->lang)) return false;
    return bs__amount_glued(r, high.end);
}
