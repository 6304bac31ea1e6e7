// SPDX-License-Identifier: GPL-3.0-or-later
// Days as the Korean press prints them, and what only looks like a time there.
#include "engine/extract/phrase_table.h"
#include "engine/extract/time_internal.h"
#include "engine/extract/words.h"

// "8.25. 17시": an hour stands behind the day.
static bool hour_follows(const bs__time_reader *r, size_t end)
{
    bs__integer hour;
    return r->text.ptr[end - 1] == '.' &&
           bs__time_digits(&hour, r->text, bs_gap_skip(r->text, end), 2) &&
           bs__starts_at(r->text, hour.end, BS_STR("시"));
}

// "10.17.(목)", "11.29(금)": the day of the week in parentheses. (일) and (월) may be units, and
// need the full stop in front.
static bool weekday_follows(const bs__time_reader *r, bs__point *out)
{
    size_t at = bs_gap_skip(r->text, out->end);
    bs_str rest = bs_str_slice(r->text, at, r->text.len);
    bool stop = r->text.ptr[out->end - 1] == '.';
    bool named = bs_list_starts(rest, "(월)|(화)|(수)|(목)|(금)|(토)") ||
                 (stop && bs_list_starts(rest, "(일)"));
    if (named) out->end = at + strlen("(목)");
    return named;
}

static bool is_decimal(char c)
{
    return (c >= '0' && c <= '9') || c == '.';
}

// "입원은 2.3일, 외래는 16.9일": what another number of the kind near it says, that is no day of a
// month.
static bool lengths_beside(const bs__time_reader *r, size_t at, size_t end)
{
    enum { NEAR_BYTES = 80 };
    size_t low = at > NEAR_BYTES ? at - NEAR_BYTES : 0;
    bs_str line = bs_str_behind_last(bs_str_slice(r->text, low, at), "\n|다. ");
    low = at - line.len;
    bs_str near = bs_str_slice(r->text, low, end + NEAR_BYTES);
    size_t stop = bs_str_find(near, BS_STR("다. "), 0);
    size_t line_end = bs_str_find(near, BS_STR("\n"), 0);
    if (stop < near.len) near.len = stop;
    if (line_end < near.len) near.len = line_end;
    for (size_t found = 0; (found = bs_str_find(near, BS_STR("일"), found)) != SIZE_MAX; found++) {
        size_t from = low + found;
        while (from > low && is_decimal(r->text.ptr[from - 1]))
            from--;
        size_t point = bs_str_find(bs_str_slice(near, from - low, found), BS_STR("."), 0);
        bs__point day;
        bool decimal = point != SIZE_MAX && point > 0 && from + point + 1 < low + found;
        if (decimal && !(bs__month_day(&day, r, from) && day.end == low + found)) return true;
    }
    return false;
}

bool bs__dotted_day(bs__point *out, const bs__time_reader *r, size_t at)
{
    static const bs__phrase dates[] = {P("자", KO, 0), P("부터", KO, 0), P("까지", KO, 0),
                                       P("에", KO, 0), P("(", KO, 0),    P(")", KO, 0),
                                       P("~", KO, 0),  P("∼", KO, 0),    P("-", KO, 0),
                                       P(",", KO, 0),  P(" ", KO, 0)};
    if (r->scan->lang != BS_LANG_KO || bs__letter_before(r->text, at)) return false;
    if (at > 0 && (r->text.ptr[at - 1] == '.' || r->text.ptr[at - 1] == ',')) return false;
    if (!bs__month_day(out, r, at) || memchr(r->text.ptr + at, '.', out->end - at) == NULL)
        return false;
    bs_str before = bs_str_trim(bs_str_slice(r->text, 0, at));
    if (bs_list_ends(before,
                     "각각|평균|일수|일수 "
                     ":|일수:|기간|휴가|연가|연차|일수는|일수가|일수도|기간은|기간이|휴가는|연가는|"
                     "연차는|총|최대|최소|약|대략|불과"))
        return false; // how long
    if (hour_follows(r, out->end) || weekday_follows(r, out)) return true;
    size_t end = out->end + strlen("일");
    if (!bs__starts_at(r->text, out->end, BS_STR("일"))) return false;
    if (end < r->text.len && BS_PHRASE_AT(dates, r->scan, end) == NULL) return false;
    bs_str after = bs_str_trim(bs_str_slice(r->text, end, r->text.len));
    // "납기를 2.5일 단축": no day gets shorter.
    if (bs_list_starts(after, "동안|감소|증가|단축|연장|줄|늘|길어|짧아|걸리|걸렸|소요|부족"))
        return false;
    // "지난해보다 1.5일 적었다": by so many.
    if (bs_list_ends(before, "보다|대비|비해|비하면") && bs_list_starts(after, "적|많"))
        return false;
    if (lengths_beside(r, at, end)) return false;
    out->end = end;
    return true;
}

bool bs__day_word_stands(const bs__time_reader *r, size_t at, size_t end)
{
    static const char particles[] = "에|에는|에도|에야|에만|부터|부터는|까지|까지는|까지만|보다|"
                                    "보다는|보다도|의|이|인|이다|이며|"
                                    "이고|이었다|이라고|이라|이면|인데|만|만에|만해도|쯤|쯤에|"
                                    "쯤부터|으로|으로는|로|로는|은|는|도|"
                                    "과|와|을|를|간|간의|째|여|당|씩|이내|이내에|가량|정도";
    static const char all[] =
        " 거래일| 세계| 국민| 직원| 대통령| 의원| 총리| 장관| 종목| 지역| 품목| 산업| 업종| "
        "분기| 가구| 구간| 노선| 학년| 부문| 공장| 회장| 대표| 사장";
    bs_str word = bs_str_slice(r->text, at, end), rest = bs_str_slice(r->text, end, r->text.len);
    if (bs_str_equal(word, BS_STR("전")) && bs_list_starts(rest, all)) return false;
    size_t stop = end;
    while (bs__hangul_at(r->text, stop))
        stop += strlen("가");
    return stop == end || bs_list_is(bs_str_slice(r->text, end, stop), particles);
}

bool bs__is_index_value(const bs__time_reader *r, int year, size_t point, size_t end)
{
    static const char moved[] =
        "내린|오른|하락한|상승한|떨어진|뛴|빠진|급락한|급등한|밀린|상승해|내려";
    static const char told[] =
        "에 거래|로 거래|에 마감|로 마감|에 장을|로 장을|에 개장|로 개장|에 출발|"
        "로 출발|에서 출발|에 마쳤|로 마쳤|에서 거래|포인트|p |선";
    if (r->header || r->scan->lang != BS_LANG_KO) return false;
    enum { YEAR_DIGITS = 4 };
    if (year > BS_BARE_YEAR_MAX) return true;
    size_t start = point > YEAR_DIGITS ? point - YEAR_DIGITS : 0;
    return bs_list_ends(bs_str_trim(bs_str_slice(r->text, 0, start)), moved) ||
           bs_list_starts(bs_str_slice(r->text, end, r->text.len), told);
}

bool bs__is_index_level(const bs__time_reader *r, size_t at, size_t end)
{
    static const char names[] = "코스피|코스닥|코스피지수|코스닥지수|종합주가지수";
    static const char levels[] = "선|포인트|대로|대에|대를|대까지| 돌파| 붕괴| 고지| 안착| 탈환";
    if (r->header || r->scan->lang != BS_LANG_KO) return false;
    return bs_list_starts(bs_str_slice(r->text, end, r->text.len), levels) ||
           bs_list_ends(bs_str_trim(bs_str_slice(r->text, 0, at)), names);
}
