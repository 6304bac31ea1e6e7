// SPDX-License-Identifier: GPL-3.0-or-later
// What the header says of a column of values: time, words, unit, kind of measure.
#include "engine/base/entity.h"
#include "engine/base/utf8.h"
#include "engine/core/unit.h"
#include "engine/extract/grid_internal.h"
#include "engine/extract/scan_internal.h"
#include "engine/extract/table_internal.h"
#include "engine/extract/words.h"

bs_str bs__grid_head(const bs__grid *grid, uint32_t col)
{
    for (uint32_t row = grid->header_row_count; row-- > 0;) {
        bs_str text = bs__grid_text(grid, row, col);
        if (text.len > 0) return text;
    }
    return (bs_str){0};
}

static void merge_time(bs__column *column, const bs_time_text *time)
{
    bs_when *from = &column->time.from, *to = &column->time.to;
    if (!column->timed) {
        bs_value_status above = column->time.status;
        bool stated = column->time.status_stated && !time->status_stated;
        column->time = *time;
        column->timed = true;
        if (stated) column->time.status = above;
        column->time.status_stated |= stated;
        return;
    }
    int year = from->year, to_year = to->year;
    // "Three Months Ended June 30," over "2025": the year of the part.
    bool part = from->month || from->quarter || from->half;
    bool whole = time->from.month == 0 && time->from.quarter == 0 && time->from.half == 0;
    if (year == 0 && part && whole && time->to.year == 0) {
        from->year = time->from.year;
        if (to->month || to->quarter || to->half) to->year = from->year;
        if (to->month > 0 && from->month > to->month) from->year--; // nine months ended March
        if (bs__is_calendar_year(from, to)) {
            *from = (bs_when){.year = from->year};
            *to = (bs_when){0};
        }
        if (time->status_stated) column->time.status = time->status;
        column->time.status_stated |= time->status_stated;
        return;
    }
    bool keep_year = time->from.year == 0;
    int business = bs__business_month(from, to);
    bool stated = column->time.status_stated;
    bs_value_status status = column->time.status;
    column->time = *time;
    if (keep_year) {
        from->year = year;
        if (to->month || to->quarter || to->half) to->year = to_year ? to_year : year;
        if (business > 0 && to->year > 0) to->year = year;
        bs__set_business_month(from, business);
        bs__set_business_month(to, business);
    }
    if (!time->status_stated && stated) {
        column->time.status = status;
        column->time.status_stated = true;
    }
}

// "2019年 同月比", "2019년 동월 대비": behind a year, the same part of it as the base. Chinese
// heads a rate of the year itself so, "2019年同比".
static bool names_same_time(bs_str text, bs_lang lang)
{
    static const char names[] =
        "同月比|同期比|同四半期比|동월비|동기비|동월대비|동기대비|동월 대비|동기 대비";
    return (lang == BS_LANG_JA || lang == BS_LANG_KO) && bs_list_starts(bs_str_trim(text), names);
}

// "Change from: Oct 2023", "2023년 대비 증감": the time is what the values are held against.
static bool is_compared_with(bs_str text, const bs_item *item, bs_lang lang)
{
    static const char fronts[] = "from|From|since|than|vs|vs.|over|Over|against|from:|with|on|比|"
                                 "较|% of|hange to|ompared to|"
                                 "elative to|rowth to|% to|per cent to|percent to";
    bs_str before = bs_str_trim(bs_str_slice(text, 0, item->start));
    bs_str after = bs_str_trim(bs_str_slice(text, item->end, text.len));
    if (names_same_time(after, lang)) return true;
    // "1至10月比去年同期": what is held against the year before is of that time.
    if (item->start == 0 && bs_list_starts(after, "比去年|比上年|比同期|较去年|较上年"))
        return false;
    bool stock = bs_list_ends(before, "As on|as on|AS ON|Outstanding on"); // balances
    return (before.len > 0 && !stock && bs_list_ends(before, fronts)) ||
           bs_list_starts(after, "대비|보다|比|より|에 비해");
}

// A time at the start or end of a longer header: "2023년 실적", "수출액(2023년)".
static bool cut_time(bs_arena *arena, bs_str *text, bs_lang lang, bs_time_text *time)
{
    bs_item_array items = {0};
    if (bs_scan(&items, arena, *text, lang, NULL) != BS_OK || items.count != 1) return false;
    const bs_item *item = &items.items[0];
    bool dated = item->from.year || item->from.month || item->from.quarter || item->from.half;
    if (is_compared_with(*text, item, lang)) return false;
    bs_str rest = bs_str_slice(*text, item->end, text->len);
    bool last = rest.len < 2 || bs_str_equal(rest, BS_STR("）"));
    if (!dated || (item->start > 0 && !last)) return false;
    *time = (bs_time_text){.from = item->from, .to = item->to};
    *text = item->start == 0 ? bs_str_slice(*text, item->end, text->len)
                             : bs_str_slice(*text, 0, item->start);
    return true;
}

// A whole cell that could be a counter ("경기", "部门") is a name: a unit alone is one of measure,
// or stands in parentheses.
bool bs__is_bare_counter(const bs_unit_text *unit, bs_str text)
{
    bool whole = unit->start == 0 && unit->end == text.len && !unit->stated;
    bool marked = text.len > 0 && (text.ptr[0] == '(' || bs_str_starts(text, BS_STR("（")));
    return whole && !marked && bs_unit_dimension(unit->unit) == BS_DIM_COUNT_OF;
}

static bs_str strip_marks(bs_str text)
{
    bs_str before = {0};
    while (before.len != text.len) {
        before = text;
        text = bs_str_trim(text);
        bool pair =
            text.len > 1 && text.ptr[0] == '(' && bs_str_find(text, BS_STR(")"), 0) == text.len - 1;
        if (pair) text.len--;
        // "(参考)物価": the bracket closes inside the head, and is a part of it.
        bool closes = text.len > 1 && text.ptr[0] == '(' && memchr(text.ptr, ')', text.len) != NULL;
        if (text.len > 0 && !closes && strchr("(),:;*", text.ptr[0]))
            text = bs_str_slice(text, 1, text.len);
        if (text.len > 0 && strchr("(,:;*-", text.ptr[text.len - 1])) text.len--;
        if (bs_str_ends(text, BS_STR("（"))) text.len -= strlen("（");
    }
    return text;
}

// The length of a tag at `at`, with its contents when it is a footnote; 0 when there is none.
static size_t markup_at(bs_str text, size_t at)
{
    bs_str rest = bs_str_slice(text, at, text.len);
    if (rest.len < 3 || rest.ptr[0] != '<') return 0;
    bool name = rest.ptr[1] == '/' || (rest.ptr[1] | 0x20) >= 'a';
    size_t end = bs_str_find(rest, BS_STR(">"), 0);
    if (!name || end == SIZE_MAX) return 0;
    size_t note =
        bs_str_starts(rest, BS_STR("<sup")) ? bs_str_find(rest, BS_STR("</sup>"), 0) : SIZE_MAX;
    return note == SIZE_MAX ? end + 1 : note + strlen("</sup>");
}

// <br>, <p> and the like, between words.
static bool is_break(bs_str tag)
{
    return bs_str_starts(tag, BS_STR("<br")) || bs_str_starts(tag, BS_STR("<BR")) ||
           bs_str_starts(tag, BS_STR("<p>")) || bs_str_starts(tag, BS_STR("<div"));
}

bs_str bs__without_markup(bs_arena *arena, bs_str text)
{
    bool markup = text.len > 0 && memchr(text.ptr, '<', text.len) != NULL;
    if (!markup && (text.len == 0 || memchr(text.ptr, '&', text.len) == NULL)) return text;
    bs_buffer plain = BS_BUFFER_INIT;
    for (size_t at = 0; at < text.len;) {
        size_t len = markup_at(text, at);
        bs_rune rune = bs_entity_at(text, at);
        char bytes[4];
        if (rune.len > 0 && rune.code != '<' && rune.code != '>') {
            bs_buffer_add(&plain, (bs_str){bytes, bs_utf8_encode(rune.code, bytes)});
            len = rune.len;
        } else if (len == 0) {
            bs_buffer_add_char(&plain, text.ptr[at]);
        } else if (is_break(bs_str_slice(text, at, at + len))) {
            bs_buffer_add_char(&plain, ' ');
        }
        at += len > 0 ? len : 1;
    }
    bs_str out = bs_arena_str(arena, bs_str_trim(bs_buffer_str(&plain)));
    bs_buffer_deinit(&plain);
    return out;
}

bs_str bs__plain_label(bs_arena *arena, bs_str text)
{
    bs_str plain = bs__without_markup(arena, bs__without_note(text));
    bool same = plain.ptr == text.ptr && plain.len == text.len; // without a note from the first
    if (!same) plain = bs__without_note(plain);
    return bs__without_spacing(arena, bs__in_one_line(arena, bs_str_trim(plain)));
}

// "t/ha", "EUR/MWh" as the last word of a head: a unit by another one, which a bracket would say.
static bool unit_by_unit(bs_unit_text *out, bs_arena *arena, bs_str tail, bs_lang lang)
{
    if (tail.len == 0 || memchr(tail.ptr, '/', tail.len) == NULL || tail.ptr[0] == '(')
        return false;
    bs_str closed = bs_arena_format(arena, "(%.*s)", BS_STR_ARG(tail));
    return closed.ptr != NULL && bs_scan_unit(out, arena, closed, lang) && out->start == 0 &&
           out->end == closed.len && bs_str_find(out->unit, BS_STR("/"), 0) != SIZE_MAX;
}

// "売上高 百万円", "Output GWh": the unit behind the last blank of a header. Where a word of it is
// no unit the header is a name ("Change on year"), and a letter or a counter is a word more often.
bool bs__unit_of_tail(bs_unit_text *out, bs_arena *arena, bs_str text, bs_lang lang)
{
    size_t at = text.len;
    while (at > 0 && !bs_rune_is_space(bs_utf8_decode_before(text, at).code))
        at -= bs_utf8_decode_before(text, at).len;
    bs_str tail = bs_str_slice(text, at, text.len);
    static const char carried[] = "assenger|ehicle|onne|reight|rain|erson|eat|ilowatt|oom";
    bs_str front = bs_str_trim(bs_str_slice(text, 0, at));
    // "Passenger kilometres" is one word, "Yield per hectare" no hectares.
    if (bs_list_ends(front, carried) || bs_list_ends(front, " per")) return false;
    if (unit_by_unit(out, arena, tail, lang)) {
        out->start = at;
        out->end = text.len;
        return at > 0;
    }
    // "Seats won", "Contracts won": no money.
    if (bs_str_equal(tail, BS_STR("won")) && bs_list_ends(front, "s")) return false;
    if (at == 0 || bs_utf8_count(tail) < 2 || !bs_scan_unit(out, arena, tail, lang)) return false;
    bs_dimension dimension = bs_unit_dimension(out->unit);
    bool named = dimension == BS_DIM_COUNT_OF || dimension == BS_DIM_DURATION ||
                 dimension == BS_DIM_NONE || bs_str_equal(out->unit, BS_STR("index"));
    if (out->start != 0 || out->end != tail.len || named) return false;
    out->start += at;
    out->end += at;
    return true;
}

bool bs__begins_percent_change(bs_str text)
{
    static const bs_str names[] = {BS_STR_INIT("percent change"), BS_STR_INIT("per cent change"),
                                   BS_STR_INIT("percentage change"), BS_STR_INIT("% change")};
    for (size_t i = 0; i < BS_COUNT(names); i++) {
        if (bs_str_equal_nocase(bs_str_slice(text, 0, names[i].len), names[i])) return true;
    }
    return false;
}

bool bs__names_percent_change(bs_str text)
{
    enum { FRONT_BYTES_MAX = 48 };
    // "(seasonally adjusted, quarter-on-quarter % change)"
    static const char ends[] = "% change)|percent change)|per cent change)|percentage change)|"
                               "% changes)|percent changes)|per cent changes)|% growth)";
    if (bs_list_ends(bs_str_trim(text), ends)) return true;
    for (size_t at = 0; at < text.len && at < FRONT_BYTES_MAX; at++) {
        if (strchr(",;(", text.ptr[at])) return false;
        bs_str rest = bs_str_slice(text, at, text.len);
        // "Monthly and 12-month percent changes" names two bases of one measure.
        static const char bases[] =
            " and 12-month | and annual | and quarterly | and yearly | and over-the-year | and "
            "year-on-year | and three-month | and monthly | and year-over-year ";
        bool joint = bs_list_starts(rest, " and | or ");
        if (joint && !bs_list_starts(rest, bases)) return false;
        bool word = at == 0 || strchr(" -", text.ptr[at - 1]) != NULL;
        if (word && bs__begins_percent_change(rest)) return true;
    }
    return false;
}

// "% Var", "% Achieved": the sign in front of a word is the unit of the column.
static bool is_percent_of_words(bs_str text)
{
    bool letter = text.len > 2 && (text.ptr[2] | 0x20) >= 'a' && (text.ptr[2] | 0x20) <= 'z';
    return letter && bs_str_starts(text, BS_STR("% ")) && !bs_list_starts(text, "% p|% of");
}

// Cuts the unit out of a header, and the time that may stand behind it: "Capacity (GW) 2023".
static bs_str take_unit(const bs__grid *grid, bs_arena *arena, bs__column *column, bs_str text)
{
    bs_unit_text unit;
    bs_time_text time;
    bool found = bs_scan_unit(&unit, arena, text, grid->lang) && !bs__is_bare_counter(&unit, text);
    // "% of average": percent, and a name.
    bool percent =
        !found &&
        (bs_list_starts(text, "% of |％ of |% chg|% share|Per cent of |per cent of |Percent of |"
                              "percent of |Percentage of |percentage of ") ||
         bs__names_percent_change(text) || is_percent_of_words(text));
    if (percent) column->unit = column->unit_text = BS_STR("%");
    // "% p.a., end of period"
    if (!found && bs_list_starts(text, "% p.a|% per annum|% a year|% per year")) {
        column->unit = column->unit_text = BS_STR("%");
        const char *comma = memchr(text.ptr, ',', text.len);
        return comma != NULL ? bs_str_slice(text, (size_t)(comma - text.ptr), text.len)
                             : (bs_str){0};
    }
    if (!found && (percent || (!bs__unit_of_tail(&unit, arena, text, grid->lang) &&
                               !bs__money_of_tail(&unit, arena, text, grid->lang))))
        return text;
    column->unit = unit.unit;
    column->unit_power = unit.power;
    column->unit_text = bs_str_slice(text, unit.start, unit.end);
    bs_str behind = bs_str_trim(bs_str_slice(text, unit.end, text.len));
    if (unit.start == 0 && unit.end < text.len) return bs_str_slice(text, unit.end, text.len);
    if (bs_scan_time(&time, behind, grid->lang)) merge_time(column, &time);
    // "Index": the name of what is counted, and not only its unit.
    bool name = unit.start == 0 && !unit.stated && bs_str_equal(unit.unit, BS_STR("index"));
    return name ? text : bs_str_slice(text, 0, unit.start);
}

// "unaudited", "(未经审计)": who has looked at the figures of a column names none of them.
static bool tells_audit(bs_str text)
{
    static const bs_str words[] = {
        BS_STR_INIT("unaudited"),   BS_STR_INIT("audited"),     BS_STR_INIT("not audited"),
        BS_STR_INIT("un-audited"),  BS_STR_INIT("reviewed"),    BS_STR_INIT("restated"),
        BS_STR_INIT("as restated"), BS_STR_INIT("represented"), BS_STR_INIT("re-presented"),
        BS_STR_INIT("未经审计"),    BS_STR_INIT("经审计"),      BS_STR_INIT("已审计"),
        BS_STR_INIT("未經審核"),    BS_STR_INIT("經審核"),      BS_STR_INIT("未经审核"),
        BS_STR_INIT("经审核"),      BS_STR_INIT("经重述"),      BS_STR_INIT("經重列"),
        BS_STR_INIT("감사"),        BS_STR_INIT("미감사"),      BS_STR_INIT("검토"),
        BS_STR_INIT("未監査"),      BS_STR_INIT("監査済"),      BS_STR_INIT("監査済み"),
    };
    text = strip_marks(text);
    if (bs_str_starts(text, BS_STR("（")) && bs_str_ends(text, BS_STR("）")))
        text = bs_str_slice(text, strlen("（"), text.len - strlen("）"));
    for (size_t i = 0; i < BS_COUNT(words); i++) {
        if (bs_str_equal_nocase(text, words[i])) return true;
    }
    return false;
}

// Takes one header cell of a column: its time, its unit, and what is left as words.
static bs_str take_header(bs__grid *grid, bs_arena *arena, bs__column *column, bs_str text)
{
    bs_time_text time;
    size_t years, years_end;
    if (bs__compared_years(text, &years, &years_end)) {
        bs_str front = bs_str_slice(text, 0, years), rest = bs_str_slice(text, years_end, text.len);
        text = bs_arena_format(arena, "%.*s %.*s", BS_STR_ARG(bs_str_trim(front)),
                               BS_STR_ARG(bs_str_trim(rest)));
        text = bs_str_trim(text);
    }
    size_t named = bs__without_references(text);
    static const char letters[] = "(t)|（t）|(m)|（m）|(g)|（g）|(L)|（L）";
    bool wide = named > 0 && (unsigned char)text.ptr[named - 1] >= 0x80; // "生産量(t)"
    bool below = named == 0 && bs_list_starts(text, letters);            // a unit below its head
    if (below || (wide && bs_list_is(bs_str_slice(text, named, text.len), letters)))
        named = text.len;
    bool mark = named > 1 && strchr("prePRE", text.ptr[named + 1]) != NULL; // "2024(p)"
    if (!mark) text = bs_str_trim(bs_str_slice(text, 0, named));
    if (text.len == 0) return text;
    // "1月以降累計": since January, up to the month beside it.
    if (bs_list_starts(text, "1月以降|１月以降|1月からの|1월 이후|1월 이래") &&
        bs_list_ends(text, "累計|累计|누계")) {
        column->running = true;
        return (bs_str){0};
    }
    // "1-8月平均" beside months is the name of a mean, and dates no column beside it.
    bool mean = bs_list_ends(text, "平均|평균");
    if (!mean && bs_scan_time(&time, text, grid->lang)) {
        (void)bs__grid_settle_season(grid, text, &time);
        merge_time(column, &time);
        column->running |= time.running;
        return (bs_str){0};
    }
    if (tells_audit(text)) return (bs_str){0};
    // "同月比" below "2019年"
    bool year = column->timed && column->time.from.year > 0 && column->time.from.month == 0 &&
                column->time.from.quarter == 0 && column->time.from.half == 0;
    if (year && names_same_time(text, grid->lang)) column->timed = false;
    // "1주" below "4월".
    int week = bs__week_alone(bs_str_trim(text), grid->lang);
    bool month = column->timed && column->time.from.month > 0 && column->time.from.day == 0 &&
                 column->time.to.month == 0 && column->time.from.week == 0;
    if (month && week > 0) {
        column->time.from.week = week;
        return (bs_str){0};
    }
    // "전망", "forecast" below a time: the status of its values.
    if (column->timed && !column->time.status_stated &&
        bs_scan_status(text, grid->lang, &time.status)) {
        column->time.status = time.status;
        column->time.status_stated = true;
    }
    column->running |= bs_word_is(text, BS_MEANS_CUMULATIVE) || bs_list_starts(text, "年初至");
    // "113年第3季 | 本期累計 | 去年同期累計"
    column->running |= bs_list_is(text, "本期累计|本期累計|本年累计|本年累計|今年累计|今年累計|"
                                        "去年同期累计|去年同期累計|上年同期累计|上年同期累計|"
                                        "去年累计|去年累計|上年累计|上年累計");
    column->running |= bs_list_starts(text, "累计同比|累计增长|累计增速|累计比|累計比");
    text = take_unit(grid, arena, column, text);
    if (bs__runs_to_month(text)) {
        column->running = true;
        return (bs_str){0};
    }
    if (cut_time(arena, &text, grid->lang, &time)) {
        merge_time(column, &time);
        // "As at 30 June", "2025 (unaudited)"
        text = strip_marks(text);
        if (tells_audit(text) ||
            bs_list_is(
                text,
                "As at|As of|As on|at|As at end|AS AT|AS ON|Fiscal|FISCAL|For the|for the|FOR THE"))
            text.len = 0;
    }
    return strip_marks(text);
}

static bs_measure measure_of(bs_arena *arena, bs_str label, bs_str unit)
{
    bs_words words;
    bool percent = bs_str_equal(unit, BS_STR("%"));
    if (label.len == 0 || !bs_words_find(&words, arena, label)) return BS_MEASURE_LEVEL;
    if (bs_words_in(&words, label, BS_MEANS_GROWTH_RATE)) return BS_MEASURE_GROWTH;
    static const char brief[] =
        "% Var|% Var.|% Variance|% Variation|% Chg|% Chg.|% Diff|% Diff.|Var|"
        "% Inc/(Dec)|% Inc./(Dec.)|% Inc/Dec|Chg|Chg.|% Y-o-Y|% y-o-y|"
        "% Q-o-Q|% q-o-q|% +/|% +/-|+/";
    if (percent && (bs_list_is(label, brief) || bs_list_ends(label, " % Var| % Chg| % Variance")))
        return BS_MEASURE_GROWTH;
    bool change = percent && (bs_words_in(&words, label, BS_MEANS_UP) ||
                              bs_words_in(&words, label, BS_MEANS_DOWN));
    if (change) return BS_MEASURE_GROWTH;
    bool share = percent || unit.len == 0;
    if (share && bs_words_in(&words, label, BS_MEANS_SHARE)) return BS_MEASURE_SHARE;
    if (bs_word_is(label, BS_MEANS_RANK_HEADER)) return BS_MEASURE_RANK;
    bool index = unit.len == 0 && bs_words_in(&words, label, BS_MEANS_INDEX_NUMBER);
    return index ? BS_MEASURE_INDEX : BS_MEASURE_LEVEL;
}

// The cell of a header row that speaks of a column: its own, or, where the row only names groups of
// columns, the nearest one to the left ("2023 | | 2024 |" over "1Q | 2Q | 1Q | 2Q").
static const bs_cell *header_cell(const bs__grid *grid, uint32_t row, uint32_t col)
{
    const bs_cell *own = bs__grid_at(grid, row, col);
    bool last = row + 1 == grid->header_row_count;
    if ((own != NULL && own->text.len > 0) || last || bs__grid_head(grid, col).len == 0) return own;
    for (uint32_t left = col; left-- > grid->value_col;) {
        const bs_cell *cell = bs__grid_at(grid, row, left);
        if (cell == NULL || cell->text.len == 0) continue;
        if (cell->col_span > 1) return own; // it says itself how far it reaches
        // "amounts" under "Outstanding" goes on with that, not with the head of the next columns.
        const bs_cell *above = row > 0 ? bs__grid_at(grid, row - 1, left) : NULL;
        bool same = above == NULL || above->text.len == 0 ||
                    above == bs__grid_at(grid, row - 1, col) ||
                    bs__grid_text(grid, row - 1, col).len == 0;
        return same ? cell : own;
    }
    return own;
}

// "Three Months Ended" over "June 30,", "26 weeks to" over "30 Aug 2025", "July 2024 -" over "Aug.
// 2024": the header goes on in the cell below.
static bool goes_on(bs_str text)
{
    static const char ends[] = " ended| Ended| ENDED| ended:| Ended:| ending| Ending| ENDING| -| –|"
                               " —| weeks to| Weeks to| months to| Months to| Year to| year to";
    text = bs_str_trim(text);
    // "July 2025-" over "Aug. 2025"
    bool dash = text.len > 1 && bs_list_ends(text, "-|–|~") && text.ptr[text.len - 2] >= '0' &&
                text.ptr[text.len - 2] <= '9';
    // "（自 2024年4月1日" over "至 2024年9月30日）"
    bool from = bs_list_starts(text, "自|（自|(自") && !bs_str_has_any(text, "至");
    return dash || from || bs_list_ends(text, ends) ||
           bs_list_is(text, "Year to|As at|As of|At|as at|as of|at|As At|As Of|AS AT|AS OF|For "
                            "the|for the|FOR THE");
}

// "Un-" over "adjusted": a word that the end of a line has cut.
static bool is_cut(bs_str text)
{
    bool dash = text.len > 1 && text.ptr[text.len - 1] == '-';
    return dash && (text.ptr[text.len - 2] | 0x20) >= 'a' && (text.ptr[text.len - 2] | 0x20) <= 'z';
}

// A head without markup; of a time with a mark, "May<sup>p</sup>", the mark stays.
static bs_str head_text(bs_arena *arena, bs_str text, bs_lang lang)
{
    bs_time_text time;
    bool markup =
        text.len > 0 && (memchr(text.ptr, '<', text.len) || text.ptr[text.len - 1] == ']');
    if (markup && bs_scan_time(&time, text, lang) && time.status_stated) return text;
    return bs__plain_label(arena, text);
}

// "Percent change from" over "Oct. 2023": what the values are held against is no time of theirs.
// "Seasonally adjusted changes from preceding month" may stand over more columns than its words.
static bool ends_base(bs_str label)
{
    if (bs_list_ends(label, "adjusted changes from")) return false;
    return bs_list_ends(label, " from| since| over| on| against| relative to|compared with");
}

// "Forecast", "Budget" over a column without a time: its name, and what its values are where they
// are planned or expected.
static void settle_status(bs__column *column, bs_arena *arena, bs_str status)
{
    if (status.len == 0 || column->timed) return;
    bs_value_status own = column->time.status;
    bool planned = own == BS_STATUS_TARGET || own == BS_STATUS_FORECAST;
    column->time = (bs_time_text){.status = own, .status_stated = planned};
    column->label = column->label.len == 0 ? status
                                           : bs_arena_format(arena, "%.*s %.*s", BS_STR_ARG(status),
                                                             BS_STR_ARG(column->label));
}

// Dates a column by the era that a head of it leaves out, "15年", also where it stands over a part
// of that year.
static void settle_era(const bs__grid *grid, uint32_t row, uint32_t col, bs_time_text *time)
{
    bs_time_text own, whole = *time;
    bool brief = grid->lang == BS_LANG_JA && bs__part_of_year(&time->from) > 0 &&
                 bs_scan_time(&own, bs_str_trim(bs__grid_text(grid, row, col)), grid->lang) &&
                 own.from.short_year && own.from.year == time->from.year;
    whole.from.short_year |= brief;
    if (!bs__grid_settle_era(grid, row, col, &whole)) return;
    time->from.year = whole.from.year;
    time->to.year = whole.to.year;
}

bs_status bs__grid_describe(bs__grid *grid, bs_arena *arena, uint32_t col, bs_error *err)
{
    bs__column *column = &grid->columns[col];
    const bs_cell *above = NULL;
    bs_str open = {0};
    bs_str status = {0}; // "Forecast" over years: what is below them, where a time follows
    bs_buffer label = BS_BUFFER_INIT;
    for (uint32_t row = 0; row < grid->header_row_count; row++) {
        const bs_cell *cell = header_cell(grid, row, col);
        bool title = cell != NULL && cell->col_span >= grid->col_count && grid->col_count > 1;
        if (cell == NULL || cell == above || cell->text.len == 0 || title) continue;
        above = cell;
        bs_str text = head_text(arena, cell->text, grid->lang);
        if (open.len > 0 && bs_str_starts(text, BS_STR("%"))) {
            if (label.len > 0) bs_buffer_add(&label, BS_STR(" ")); // "Quarter ended" over "% Var"
            bs_buffer_add(&label, open);
        } else if (open.len > 0) {
            bs_time_text time;
            bs_str whole = is_cut(open) ? bs_arena_format(arena, "%.*s%.*s", (int)open.len - 1,
                                                          open.ptr, BS_STR_ARG(text))
                                        : bs_arena_format(arena, "%.*s %.*s", BS_STR_ARG(open),
                                                          BS_STR_ARG(text));
            // "12-mos. ended" over "Apr. 2024": words that make no time with it stay words.
            bool dated =
                bs_scan_time(&time, whole, grid->lang) || !bs_scan_time(&time, text, grid->lang);
            if (dated) text = whole;
            if (!dated && label.len > 0) bs_buffer_add(&label, BS_STR(" "));
            if (!dated) bs_buffer_add(&label, open);
        }
        open = (goes_on(text) || is_cut(text)) && row + 1 < grid->header_row_count ? text
                                                                                   : (bs_str){0};
        if (open.len > 0) continue;
        bs_time_text month;
        if (bs__grid_goes_on(grid, row, col, &month)) {
            merge_time(column, &month);
            continue;
        }
        if (!column->timed && status.len == 0 &&
            bs_scan_status(text, grid->lang, &column->time.status)) {
            column->time.status_stated = true;
            status = text;
            continue;
        }
        bs_time_text base;
        bs_str cut = text; // "Variation over" above "End-March 2024"
        bool based = ends_base(bs_buffer_str(&label)) && (bs_scan_time(&base, text, grid->lang) ||
                                                          cut_time(arena, &cut, grid->lang, &base));
        bs_str unit = column->unit, words = based ? text : take_header(grid, arena, column, text);
        if (words.len == 0) continue;
        if (column->unit.ptr == unit.ptr && bs__is_rate_below(unit, words)) {
            column->unit = column->unit_text = BS_STR("%");
            column->unit_power = 0;
        }
        if (label.len > 0) bs_buffer_add(&label, BS_STR(" "));
        bs_buffer_add(&label, words);
    }
    for (uint32_t row = 0; row < grid->header_row_count && column->timed; row++)
        settle_era(grid, row, col, &column->time);
    // "제32기 3분기" over "(2024년 9월말)" says the same as that.
    bool term = column->timed && bs__is_term(bs_buffer_str(&label), grid->lang);
    column->label =
        term ? (bs_str){0} : bs__without_spacing(arena, bs_arena_str(arena, bs_buffer_str(&label)));
    settle_status(column, arena, status);
    column->measure = measure_of(arena, column->label, column->unit);
    bs_status done = bs_buffer_status(&label, err);
    bs_buffer_deinit(&label);
    return done;
}
