// SPDX-License-Identifier: GPL-3.0-or-later
// Parts of a year: 3분기, 9월, 上半年, Q3, and what their numbers look like.
#include "engine/base/utf8.h"
#include "engine/extract/phrase_table.h"
#include "engine/extract/time_internal.h"
#include "engine/extract/words.h"

static const struct {
    int max;
    bool alone; // without a year or month in front
} fields[] = {
    [BS_FIELD_HALF] = {2, true},    [BS_FIELD_QUARTER] = {4, true}, [BS_FIELD_MONTH] = {12, true},
    [BS_FIELD_TENDAY] = {3, false}, [BS_FIELD_WEEK] = {53, false},  [BS_FIELD_DAY] = {31, true},
};

int *bs__field_of(bs_when *when, bs__field which)
{
    switch (which) {
    case BS_FIELD_HALF:
        return &when->half;
    case BS_FIELD_QUARTER:
        return &when->quarter;
    case BS_FIELD_MONTH:
        return &when->month;
    case BS_FIELD_TENDAY:
        return &when->tenday;
    case BS_FIELD_WEEK:
        return &when->week;
    default:
        return &when->day;
    }
}

// Words behind a number.
static const bs__phrase suffixes[] = {
    P("월", KO, BS_FIELD_MONTH),        P("月", BS_IN_CJK, BS_FIELD_MONTH),
    P("月份", ZH, BS_FIELD_MONTH),      P("일", KO, BS_FIELD_DAY),
    P("日", BS_IN_CJK, BS_FIELD_DAY),   P("号", ZH, BS_FIELD_DAY),
    P("분기", KO, BS_FIELD_QUARTER),    P("사분기", KO, BS_FIELD_QUARTER),
    P("/4분기", KO, BS_FIELD_QUARTER),  P("·4분기", KO, BS_FIELD_QUARTER),
    P("ㆍ4분기", KO, BS_FIELD_QUARTER), P("‧4분기", KO, BS_FIELD_QUARTER),
    P("∙4분기", KO, BS_FIELD_QUARTER),  P("・4분기", KO, BS_FIELD_QUARTER),
    P("季度", ZH, BS_FIELD_QUARTER),    P("季", ZH, BS_FIELD_QUARTER),
    P("四半期", JA, BS_FIELD_QUARTER),  P("주차", KO, BS_FIELD_WEEK),
    P("주", KO, BS_FIELD_WEEK),         P("周", ZH, BS_FIELD_WEEK),
    P("週", ZH | JA, BS_FIELD_WEEK),    P("Q", BS_IN_ANY, BS_FIELD_QUARTER),
    P("/4半期", JA, BS_FIELD_QUARTER),  P("・四半期", JA, BS_FIELD_QUARTER),
    P("月度", JA, BS_FIELD_MONTH),      P("季报", ZH, BS_FIELD_QUARTER),
    P("季報", ZH, BS_FIELD_QUARTER),
};

// Only in a header, 1/4, or behind the point of a year: 2023.4/4.
static const bs__phrase of_four = P("/4", KO, BS_FIELD_QUARTER);

// Only behind 前.
static const bs__phrase leading_suffixes[] = {
    P("个月", ZH, BS_FIELD_MONTH), P("個月", ZH, BS_FIELD_MONTH), P("个季度", ZH, BS_FIELD_QUARTER),
    P("個季度", ZH, BS_FIELD_QUARTER)};

// Words that are a part by themselves: tens digit the field, units the number.
#define PART(which, number) ((which)*10 + (number))
static const bs__phrase parts[] = {
    P("상반기", KO, PART(BS_FIELD_HALF, 1)),
    P("하반기", KO, PART(BS_FIELD_HALF, 2)),
    P("上半年", ZH, PART(BS_FIELD_HALF, 1)),
    // Behind a year only, as it begins with no character that a time begins with.
    P("最后一个季度", ZH, PART(BS_FIELD_QUARTER, 4)),
    P("最後一個季度", ZH, PART(BS_FIELD_QUARTER, 4)),
    P("最后一季", ZH, PART(BS_FIELD_QUARTER, 4)),
    P("最後一季", ZH, PART(BS_FIELD_QUARTER, 4)),
    P("下半年", ZH, PART(BS_FIELD_HALF, 2)),
    P("半年度", ZH, PART(BS_FIELD_HALF, 1)),
    P("半年报", ZH, PART(BS_FIELD_HALF, 1)),
    P("半年報", ZH, PART(BS_FIELD_HALF, 1)),
    P("中报", ZH, PART(BS_FIELD_HALF, 1)), // behind a year only, as the last quarter is
    P("中報", ZH, PART(BS_FIELD_HALF, 1)),
    P("首季", ZH, PART(BS_FIELD_QUARTER, 1)),
    P("上半期", JA, PART(BS_FIELD_HALF, 1)),
    P("第一四半期", JA, PART(BS_FIELD_QUARTER, 1)),
    P("第二四半期", JA, PART(BS_FIELD_QUARTER, 2)),
    P("第三四半期", JA, PART(BS_FIELD_QUARTER, 3)),
    P("第四四半期", JA, PART(BS_FIELD_QUARTER, 4)),
    P("下半期", JA, PART(BS_FIELD_HALF, 2)),
    P("上期", JA, PART(BS_FIELD_HALF, 1)),
    P("下期", JA, PART(BS_FIELD_HALF, 2)),
    P("H1", BS_IN_ANY, PART(BS_FIELD_HALF, 1)),
    P("H2", BS_IN_ANY, PART(BS_FIELD_HALF, 2)),
    P("1H", BS_IN_ANY, PART(BS_FIELD_HALF, 1)),
    P("2H", BS_IN_ANY, PART(BS_FIELD_HALF, 2)),
    P("Q1", BS_IN_ANY, PART(BS_FIELD_QUARTER, 1)),
    P("Q2", BS_IN_ANY, PART(BS_FIELD_QUARTER, 2)),
    P("Q3", BS_IN_ANY, PART(BS_FIELD_QUARTER, 3)),
    P("Q4", BS_IN_ANY, PART(BS_FIELD_QUARTER, 4)),
    P("1Q", BS_IN_ANY, PART(BS_FIELD_QUARTER, 1)),
    P("2Q", BS_IN_ANY, PART(BS_FIELD_QUARTER, 2)),
    P("3Q", BS_IN_ANY, PART(BS_FIELD_QUARTER, 3)),
    P("4Q", BS_IN_ANY, PART(BS_FIELD_QUARTER, 4)),
    P("上旬", ZH | JA, PART(BS_FIELD_TENDAY, 1)),
    P("中旬", ZH | JA, PART(BS_FIELD_TENDAY, 2)),
    P("下旬", ZH | JA, PART(BS_FIELD_TENDAY, 3)),
    P("상순", KO, PART(BS_FIELD_TENDAY, 1)),
    P("초순", KO, PART(BS_FIELD_TENDAY, 1)),
    P("중순", KO, PART(BS_FIELD_TENDAY, 2)),
    P("하순", KO, PART(BS_FIELD_TENDAY, 3)),
    P("first half", EN, PART(BS_FIELD_HALF, 1)),
    P("second half", EN, PART(BS_FIELD_HALF, 2)),
    P("first quarter", EN, PART(BS_FIELD_QUARTER, 1)),
    P("second quarter", EN, PART(BS_FIELD_QUARTER, 2)),
    P("third quarter", EN, PART(BS_FIELD_QUARTER, 3)),
    P("fourth quarter", EN, PART(BS_FIELD_QUARTER, 4)),
    P("final quarter", EN, PART(BS_FIELD_QUARTER, 4)),
    P("last quarter", EN, PART(BS_FIELD_QUARTER, 4)), // of a year that is printed behind it
    P("first-half", EN, PART(BS_FIELD_HALF, 1)),
    P("second-half", EN, PART(BS_FIELD_HALF, 2)),
    P("first-quarter", EN, PART(BS_FIELD_QUARTER, 1)),
    P("second-quarter", EN, PART(BS_FIELD_QUARTER, 2)),
    P("third-quarter", EN, PART(BS_FIELD_QUARTER, 3)),
    P("fourth-quarter", EN, PART(BS_FIELD_QUARTER, 4)),
    P("1st quarter", EN, PART(BS_FIELD_QUARTER, 1)),
    P("2nd quarter", EN, PART(BS_FIELD_QUARTER, 2)),
    P("3rd quarter", EN, PART(BS_FIELD_QUARTER, 3)),
    P("4th quarter", EN, PART(BS_FIELD_QUARTER, 4)),
    P("1st qtr", EN, PART(BS_FIELD_QUARTER, 1)),
    P("2nd qtr", EN, PART(BS_FIELD_QUARTER, 2)),
    P("3rd qtr", EN, PART(BS_FIELD_QUARTER, 3)),
    P("4th qtr", EN, PART(BS_FIELD_QUARTER, 4)),
    P("1st qr", EN, PART(BS_FIELD_QUARTER, 1)),
    P("2nd qr", EN, PART(BS_FIELD_QUARTER, 2)),
    P("3rd qr", EN, PART(BS_FIELD_QUARTER, 3)),
    P("4th qr", EN, PART(BS_FIELD_QUARTER, 4)),
    P("1st half", EN, PART(BS_FIELD_HALF, 1)),
    P("2nd half", EN, PART(BS_FIELD_HALF, 2)),
};

// Behind a day these make a length of time of it: 10일간, 3日以内.
static const bs__phrase day_is_length[] = {
    P("간", KO, 0),   P("동안", KO, 0),      P("째", KO, 0),      P("치", KO, 0),
    P("분", KO, 0),   P("씩", KO, 0),        P("만에", KO, 0),    P("이내", KO, 0),
    P("이상", KO, 0), P("전", KO, 0),        P("후", KO, 0),      P("뒤", KO, 0),
    P("안에", KO, 0), P("가량", KO, 0),      P("정도", KO, 0),    P("미만", KO, 0),
    P("초과", KO, 0), P("이하", KO, 0),      P("여", KO, 0),      P("间", ZH, 0),
    P("間", JA, 0),   P("以内", ZH | JA, 0), P("内", ZH | JA, 0), P("後", JA, 0),
    P("后", ZH, 0),   P("前", JA, 0),        P("目", JA, 0),      P("分", JA, 0),
    P("游", ZH, 0),   P("以上", ZH | JA, 0), P("ぶり", JA, 0),    P("당", KO, 0),
    P("연속", KO, 0), P("분량", KO, 0),      P("あたり", JA, 0),  P("평균", KO, 0),
    P("平均", JA, 0), P("최대", KO, 0),      P("最大", JA, 0),    P("当たり", JA, 0),
    P("当り", JA, 0), P("の平均", JA, 0),    P("1キロ", JA, 0),   P("１キロ", JA, 0),
    P("1人", JA, 0),  P("連続", JA, 0),      P("続伸", JA, 0),    P("続落", JA, 0),
    P("続け", JA, 0),
};

static const bs__phrase span_marks[] = {
    P("~", BS_IN_ANY, 0), P("～", BS_IN_ANY, 0), P("〜", BS_IN_ANY, 0), P("-", BS_IN_ANY, 0),
    P("–", BS_IN_ANY, 0), P("—", BS_IN_ANY, 0),  P("―", BS_IN_ANY, 0),  P("－", BS_IN_ANY, 0),
    P("至", ZH, 0),       P("到", ZH, 0),        P("から", JA, 0),      P("부터", KO, 0),
    P("에서", KO, 0),     P("∼", BS_IN_ANY, 0),  P("to", EN, 0),        P("through", EN, 0),
    P("−", BS_IN_ANY, 0), P("‐", BS_IN_ANY, 0),
};

BS_LEXICON(static, suffixes_by_first, suffixes, 0);
BS_LEXICON(static, leading_by_first, leading_suffixes, 0);
BS_LEXICON(static, span_marks_by_first, span_marks, 0);

bool bs__part_begins(uint32_t key)
{
    return bs_lexicon_find(&suffixes_by_first, key) != NULL ||
           bs_lexicon_find(&span_marks_by_first, key) != NULL ||
           bs_lexicon_find(&leading_by_first, key) != NULL;
}

static const bs_str quotes[] = {BS_STR_INIT("'"),  BS_STR_INIT("‘"), BS_STR_INIT("’"),
                                BS_STR_INIT("＇"), BS_STR_INIT("`"), BS_STR_INIT("′"),
                                BS_STR_INIT("´"),  BS_STR_INIT("ʼ")};

bool bs__time_digits(bs__integer *out, bs_str text, size_t at, size_t digits_max)
{
    *out = (bs__integer){.end = at};
    size_t len;
    for (int digit; (digit = bs_digit_at(text, out->end, &len)) >= 0; out->end += len) {
        if (out->digits++ >= digits_max) return false;
        out->value = out->value * 10 + digit;
    }
    return out->digits > 0;
}

bool bs__time_integer(bs__integer *out, const bs__time_reader *r, size_t at, size_t digits_max)
{
    if (bs__time_digits(out, r->text, at, digits_max)) return true;
    if (out->digits > 0 || !bs__han_at(r->text, at)) return false;
    bs_numeral number;
    if (!bs_numeral_read(&number, r->text, at, r->scan->lang)) return false;
    unsigned no = BS_NUMERAL_SIGNED | BS_NUMERAL_POINT | BS_NUMERAL_PARTS | BS_NUMERAL_OVER |
                  BS_NUMERAL_VAGUE | BS_NUMERAL_FORMAL | BS_NUMERAL_PERCENT;
    if ((number.flags & no) || number.value.scale != 0 ||
        number.value.coefficient > BS_PRINTED_YEAR_MAX) {
        return false;
    }
    *out = (bs__integer){.value = (int)number.value.coefficient, .end = number.end};
    return true;
}

char bs__char_at(bs_str text, size_t at)
{
    return at < text.len ? text.ptr[at] : '\0';
}

bool bs__digit_here(bs_str text, size_t at)
{
    size_t len;
    return bs_digit_at(text, at, &len) >= 0;
}

size_t bs__quote_at(bs_str text, size_t at)
{
    char first = bs__char_at(text, at);
    for (size_t i = 0; i < BS_COUNT(quotes); i++) {
        if (quotes[i].ptr[0] == first && bs__starts_at(text, at, quotes[i])) return quotes[i].len;
    }
    return 0;
}

int bs__year_complete(int year)
{
    return year < 50 ? 2000 + year : 1900 + year;
}

// The length of a mark of a span at `at`, with its blanks; 0 when there is none.
size_t bs__span_mark(const bs__time_reader *r, size_t at)
{
    size_t from = bs_gap_skip(r->text, at);
    const bs__phrase *mark = BS_PHRASE_AT(span_marks, r->scan, from);
    if (mark == NULL) return 0;
    return bs_gap_skip(r->text, from + mark->text.len) - at;
}

// "휴가 10일 → 20일", but "9월 10일 → 20일".
static bool days_by_arrow(bs_str before, bs_str after)
{
    enum { NEAR_BYTES = 20 };
    if (bs_list_starts(after, "→|->")) return true;
    if (!bs_list_ends(before, "→|->")) return false;
    bs_str front = bs_str_trim(bs_str_slice(before, 0, before.len - strlen("->")));
    if (bs_list_ends(before, "→")) front = bs_str_trim(bs_str_slice(before, 0, before.len - 3));
    bs_str near =
        bs_str_slice(front, front.len > NEAR_BYTES ? front.len - NEAR_BYTES : 0, front.len);
    return bs_list_ends(front, "일") && bs_str_find(near, BS_STR("월"), 0) == SIZE_MAX;
}

// "조업일수(20일", "営業日数は22日", "지난해(7일)보다": a number of days, of which a year has many.
// "전년 대비 1일 감소", "前年より2日多い": by so many.
static bool counts_days(const bs__time_reader *r, size_t start, size_t end)
{
    static const char openers[] = "(|（|는|은|가|이|は|が|:|：";
    static const char counts[] = "일수|日数";
    static const char years[] = "지난해(|작년(|전년(|전년 동기(|전년동기(|전년 동월(|전년동월(|"
                                "같은 기간(|前年(|前年（|昨年(|昨年（|前年同月(|前年同月（|"
                                "前年同期(|前年同期（|上年(|上年（|去年(|去年（";
    static const char than[] = "대비|보다|비해|前年比|より|比べ|比べて";
    static const char by[] = "감소|증가|많|적|줄|늘|부족|多|少|減|増";
    static const char lasting[] = "휴가|연가|병가|유급|무급|최장|소요기간|처리기간|심사기간|일수";
    bs_str before = bs_str_trim(bs_str_slice(r->text, 0, start));
    bs_str after = bs_str_trim(bs_str_slice(r->text, end, r->text.len));
    if (bs_list_ends(before, than)) return bs_list_starts(after, by);
    if (bs_list_ends(before, years)) return bs_list_starts(after, ")|）");
    if (bs_list_ends(before, lasting) || days_by_arrow(before, after)) return true;
    if (bs_list_ends(before, openers)) {
        size_t last = bs_utf8_decode_before(before, before.len).len;
        before = bs_str_trim(bs_str_slice(before, 0, before.len - last));
    }
    return bs_list_ends(before, counts);
}

// "4분기 연속", "2四半期ぶり": a run of quarters, of no year.
static bool counts_quarters(const bs__time_reader *r, size_t end)
{
    static const char runs[] = "연속|내리|만에|連続|ぶり|続け|続いて";
    return bs_list_starts(bs_str_trim(bs_str_slice(r->text, end, r->text.len)), runs);
}

// "fell for a second quarter", "a third quarter of decline": so many of them. The quarter of a year
// that is named behind it has an article too.
static bool counts_in_turn(const bs__time_reader *r, size_t at, size_t end)
{
    size_t len;
    bs_str rest = bs_str_slice(r->text, end, r->text.len);
    bool turn = bs_list_ends(bs_str_slice(r->text, 0, at), " a |A ") &&
                bs_list_starts(bs_str_slice(r->text, at, end), "second |third |fourth ");
    if (turn && bs_list_starts(rest, " of ")) rest = bs_str_slice(rest, strlen(" of"), rest.len);
    bool year = bs_list_starts(rest, " ") && bs_digit_at(rest, 1, &len) >= 0;
    return turn && !year;
}

static bool day_is_date(const bs__time_reader *r, size_t end)
{
    size_t at = bs_gap_skip(r->text, end);
    const bs__phrase *length = BS_PHRASE_AT(day_is_length, r->scan, at);
    bool apart = length != NULL && at > end && r->scan->lang == BS_LANG_KO;
    if (length != NULL && (!apart || bs__day_word_stands(r, at, at + length->text.len)))
        return false;
    return !bs__hangul_at(r->text, end) || bs__korean_word_ends(r->text, end);
}

// Month and week words that begin another word: 3개월 is caught by its 개, 3월간 and 주년 here.
static bool suffix_fits(const bs__time_reader *r, const bs__phrase *suffix, size_t end,
                        const bs_when *when)
{
    bs__field which = (bs__field)suffix->value;
    bool dated = when->year != 0 || when->month != 0;
    if (which == BS_FIELD_DAY) {
        bool number_sign = bs_str_equal(suffix->text, BS_STR("号"));
        if (when->month == 0 && (number_sign || when->year != 0)) return false;
        return when->month != 0 || r->header || day_is_date(r, end);
    }
    if (which == BS_FIELD_WEEK) return dated && !bs__starts_at(r->text, end, BS_STR("년"));
    if (which == BS_FIELD_MONTH) return !bs__starts_at(r->text, end, BS_STR("間"));
    return !bs_str_equal(suffix->text, BS_STR("Q")) || !bs__letter_at(r->text, end);
}

// 10日元 and 5日間: a unit that goes on behind the word of the field. 8월 1~20일간 are still days
// of August.
static bool unit_goes_on(const bs__time_reader *r, size_t at, const bs__phrase *suffix)
{
    size_t taken;
    bs_str rest = bs_str_slice(r->text, at, r->text.len);
    return bs_unit_match_side(rest, r->scan->lang, BS_UNIT_BEHIND, &taken) != NULL &&
           taken > suffix->text.len;
}

bool bs__field_holds(bs__field which, int value)
{
    return value >= 1 && value <= fields[which].max;
}

// "이달 1~20일": days of a month that is named by its distance.
static bool month_in_front(const bs__time_reader *r, size_t at)
{
    static const char fronts[] = "이달|이번 달|이번달|지난달|지난 "
                                 "달|지난|今月|先月|本月|当月|當月|上月|上个月|"
                                 "this month|last month";
    return bs_list_ends(bs_str_trim(bs_str_slice(r->text, 0, at)), fronts);
}

// "13～15日に実施した": days on which something was done, of a month that the text tells elsewhere;
// "3～5日に短縮した" is a length of time.
static bool days_of_event(const bs__time_reader *r, size_t stop)
{
    static const char done[] =
        "に実施|に行っ|に行わ|に行な|に行う|に調査|に開い|に開か|に開催|に電話|に面接|"
        "に聞い|に聞き|にかけて|にわたり|に全国|にインターネット|に訪|"
        "の両日|の日程";
    return r->scan->lang == BS_LANG_JA &&
           bs_list_starts(bs_str_slice(r->text, stop, r->text.len), done);
}

bool bs__quarter_goes_on(const bs__time_reader *r, size_t at, size_t behind)
{
    if (r->scan->lang != BS_LANG_KO || at < 2 || r->text.ptr[at - 2] != '(' ||
        bs__char_at(r->text, behind) != ')')
        return false;
    size_t line = at - 2;
    while (line > 0 && r->text.ptr[line - 1] != '\n')
        line--;
    return bs_str_has_any(bs_str_slice(r->text, line, at - 2), "/4)|/4분기");
}

static const bs__phrase *suffix_at(const bs__time_reader *r, size_t at, bool leading, bool pointed)
{
    const bs__phrase *suffix = BS_PHRASE_AT(suffixes, r->scan, at);
    if (suffix == NULL && leading) suffix = BS_PHRASE_AT(leading_suffixes, r->scan, at);
    size_t behind = at + of_four.text.len;
    if (suffix != NULL || !(r->header || pointed || bs__quarter_goes_on(r, at, behind)))
        return suffix;
    bool quarter = r->scan->lang == BS_LANG_KO && bs__starts_at(r->text, at, of_four.text) &&
                   !bs__digit_here(r->text, behind) &&
                   (r->header || !bs__letter_at(r->text, behind));
    return quarter ? &of_four : NULL;
}

// "上一季度", "下一月": counted from another time, and no first one. "此前三个月": those before it.
static bool is_counted(const bs__time_reader *r, size_t at, bool leading)
{
    enum { NEAR_BYTES = 300 };
    if (r->scan->lang != BS_LANG_ZH) return false;
    bs_str before = bs_str_slice(r->text, 0, at);
    // "财政年度首九个月": of a year that begins in another month, and so behind it "首九个月".
    static const char firsts[] = "财政年度首|財政年度首|财年首|財年首|会计年度首|會計年度首";
    if (leading)
        return bs_list_ends(before, "此|之|以|先|财政年度|財政年度|财年|財年|会计年度|會計年度") ||
               (!bs_list_ends(before, "年") &&
                bs_str_has_any(bs_str_tail(before, NEAR_BYTES), firsts));
    if (bs_list_ends(before, firsts)) return true; // "财政年度首十月"
    return bs__starts_at(r->text, at, BS_STR("一")) && bs_list_ends(before, "上|前|下|后|後");
}

static const char brief_not[] = "节|後賽|后赛|赛|军|后";

// "10-3月期", "11~2월": from autumn to spring, and no "図7-3月別".
static bool winters(const bs__time_reader *r, const bs__integer *low, const bs__integer *high,
                    size_t end)
{
    enum { AUGUST = 8 };
    bs_str behind = bs_str_slice(r->text, end, r->text.len);
    return low->value >= AUGUST && high->value < low->value && r->scan->lang != BS_LANG_EN &&
           !bs_list_starts(behind, "別|별|号|호");
}

// "2 月別": the mark of a section in front of "by the month".
static bool is_by_month(const bs__time_reader *r, size_t stop)
{
    return r->scan->lang == BS_LANG_JA && bs__starts_at(r->text, stop, BS_STR("別"));
}

// "黄金周首8日": so many days.
static bool are_first_days(const bs__time_reader *r, size_t at, const bs_when *from)
{
    return from->month == 0 && r->scan->lang == BS_LANG_ZH &&
           bs_list_ends(bs_str_slice(r->text, 0, at), "首|头|前");
}

// 第2季, 前三季, but 四季, and no 第二季赛.
static bool is_no_season(const bs__time_reader *r, const bs__phrase *suffix, bool counted,
                         size_t stop)
{
    return bs_str_equal(suffix->text, BS_STR("季")) &&
           (!counted || bs_list_starts(bs_str_slice(r->text, stop, r->text.len), brief_not));
}

// "3분기", "9월", "1~9월": a number, or two of them, before the word of a field.
bool bs__number_part(const bs__time_reader *r, size_t at, bs_when *from, bs_when *to, size_t *end)
{
    bs__integer low;
    bs__integer high = {0};
    size_t start = at;
    bool leading =
        bs__starts_at(r->text, at, BS_STR("前")) || bs__starts_at(r->text, at, BS_STR("首"));
    if (leading) start += 3;
    if (bs__starts_at(r->text, at, BS_STR("第")) || bs__starts_at(r->text, at, BS_STR("제")))
        start += 3;
    start = bs_gap_skip(r->text, start);
    if (is_counted(r, at, leading) || !bs__time_integer(&low, r, start, 2)) return false;
    size_t behind = low.end;
    size_t mark = bs__span_mark(r, behind);
    if (mark > 0 && bs__time_integer(&high, r, behind + mark, 2)) behind = high.end;
    bool listed = mark == 0 && suffix_at(r, behind, false, false) == NULL; // but 3·4분기
    if (listed) behind = bs__parts_listed(r, &low, &high);
    size_t word_at = bs_gap_skip(r->text, behind);
    bool pointed = from->year != 0 && at > 0 && r->text.ptr[at - 1] == '.';
    const bs__phrase *suffix = suffix_at(r, word_at, leading, pointed);
    if (suffix == NULL) {
        if (behind == low.end) return false;
        high = (bs__integer){0};
        word_at = bs_gap_skip(r->text, low.end);
        suffix = suffix_at(r, word_at, false, pointed);
        if (suffix == NULL) return false;
        behind = low.end;
    }
    bs__field which = (bs__field)suffix->value;
    size_t stop = word_at + suffix->text.len;
    bool spanned = behind != low.end;
    if (!bs__field_holds(which, low.value) || (spanned && !bs__field_holds(which, high.value)))
        return false;
    bool wraps = spanned && high.value <= low.value;
    if (wraps && !(which == BS_FIELD_MONTH && winters(r, &low, &high, stop))) return false;
    if (which == BS_FIELD_DAY && are_first_days(r, at, from)) return false;
    bool days = spanned && which == BS_FIELD_DAY;
    if (days && from->month == 0 && !month_in_front(r, start) && !days_of_event(r, stop))
        return false;
    if (!days && (unit_goes_on(r, word_at, suffix) || !suffix_fits(r, suffix, stop, from)))
        return false;
    if (which == BS_FIELD_WEEK && start == at && low.digits == 0) return false;
    if (is_no_season(r, suffix, start > at, stop)) return false;
    bool bare = from->year == 0 && from->month == 0 && start == at && !spanned && !r->header;
    if (bare && which == BS_FIELD_DAY && counts_days(r, start, stop)) return false;
    if (bare && which == BS_FIELD_QUARTER && counts_quarters(r, stop)) return false;
    if (bare && which == BS_FIELD_MONTH && word_at > behind && is_by_month(r, stop)) return false;
    // 一季报 is about a quarter, and 三季报 about the first three.
    bool report = bs_list_is(suffix->text, "季报|季報");
    bool word = report && bs_list_starts(bs_str_slice(r->text, stop, r->text.len), "表|价|價|名");
    if (report && (word || start > at || spanned || low.value % 2 == 0)) return false;
    leading |= report && low.value > 1;
    bool leads = which == BS_FIELD_QUARTER || which == BS_FIELD_MONTH;
    if (leading && (!leads || spanned || low.value < 2)) return false;
    if (days &&
        (bs__starts_at(r->text, stop, BS_STR("간")) || bs__starts_at(r->text, stop, BS_STR("間"))))
        stop += 3;
    if (leading) { // 前三季度 are the first three quarters, 首11个月 the first eleven months.
        high.value = low.value;
        low.value = 1;
    }
    if (spanned || leading) {
        *to = *from;
        *bs__field_of(to, which) = high.value;
        if (wraps && to->year > 0) to->year++;
    }
    *bs__field_of(from, which) = low.value;
    *end = stop;
    return true;
}

// "'24.上", and in a head "'24.하": one letter for a half, behind its year only. In text a Korean
// letter is one where a full stop leads to it and a parenthesis closes behind it: "('24.하)".
static const bs__phrase *letter_of_half(const bs__time_reader *r, size_t at, const bs_when *from)
{
    static const bs__phrase letters[] = {
        P("上", KO, PART(BS_FIELD_HALF, 1)), P("下", KO, PART(BS_FIELD_HALF, 2)),
        P("상", KO, PART(BS_FIELD_HALF, 1)), P("하", KO, PART(BS_FIELD_HALF, 2))};
    if (r->scan->lang != BS_LANG_KO || from->year == 0) return NULL;
    const bs__phrase *letter = BS_PHRASE_AT(letters, r->scan, at);
    if (letter == NULL) return NULL;
    size_t behind = at + letter->text.len;
    bool stopped = at > 0 && r->text.ptr[at - 1] == '.' && bs__char_at(r->text, behind) == ')';
    if (bs__hangul_at(r->text, at) && !r->header && !stopped) return NULL;
    bool word = bs__hangul_at(r->text, behind) || bs__han_at(r->text, behind);
    return word ? NULL : letter;
}

bool bs__word_part(const bs__time_reader *r, size_t at, bs_when *from, size_t *end)
{
    const bs__phrase *word = BS_PHRASE_AT(parts, r->scan, at);
    if (word == NULL) word = letter_of_half(r, at, from);
    if (word == NULL) return false;
    bs__field which = (bs__field)(word->value / 10);
    if (which == BS_FIELD_TENDAY && from->month == 0) return false;
    size_t stop = at + word->text.len;
    bool latin = (unsigned char)r->text.ptr[at] < 0x80; // "下半年CPI" goes on in Latin letters
    if (latin && bs__letter_at(r->text, stop)) return false;
    if (latin && bs__letter_before(r->text, at)) return false;
    // "1H" without a year may be an hour, a lower-case q3 anything.
    bool capital = memchr(r->text.ptr + at, 'Q', word->text.len) != NULL ||
                   memchr(r->text.ptr + at, 'H', word->text.len) != NULL;
    if (latin && word->text.len == 2 && !capital) return false;
    if (latin && counts_in_turn(r, at, stop)) return false;
    // "the last quarter" alone is the one before.
    bool dated = bs_list_starts(bs_str_slice(r->text, stop, r->text.len), " of 1| of 2");
    if (latin && bs_str_equal(word->text, BS_STR("last quarter")) && !dated) return false;
    *bs__field_of(from, which) = word->value % 10;
    *end = stop;
    return true;
}

// Parts behind a year or month, each finer than the one before.
size_t bs__parts_read(const bs__time_reader *r, size_t at, bs_when *from, bs_when *to)
{
    enum { PARTS_MAX = 3 };
    for (int i = 0; i < PARTS_MAX && to->year == 0; i++) {
        size_t next = bs_gap_skip(r->text, at);
        size_t end;
        bs_when tried = *from;
        bool had_day = from->day != 0;
        if (had_day) break;
        bool week = from->month != 0 && from->week == 0 && from->tenday == 0 && to->month == 0 &&
                    bs__week_of_month(r, next, from, &end);
        if (week) return end;
        if (!bs__number_part(r, next, &tried, to, &end) && !bs__word_part(r, next, &tried, &end))
            break;
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
