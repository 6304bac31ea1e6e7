// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/limits.h"
#include "engine/base/tag.h"
#include "engine/base/utf8.h"
#include "engine/core/unit.h"
#include "engine/extract/numeral_internal.h"
#include "engine/extract/words.h"

int bs_digit__wide(bs_str text, size_t at, size_t *len)
{
    if (at + 2 >= text.len) return -1;
    unsigned char second = (unsigned char)text.ptr[at + 1];
    unsigned char third = (unsigned char)text.ptr[at + 2];
    if (second != 0xBC || third < 0x90 || third > 0x99) return -1;
    *len = 3;
    return third - 0x90;
}

static size_t gap_length(bs_str text, size_t at)
{
    unsigned char byte = (unsigned char)text.ptr[at];
    if (byte == ' ' || byte == '\t') return 1;
    if (byte == '*') return at + 1 < text.len && text.ptr[at + 1] == '*' ? 2 : 0;
    if (byte == '<') return bs_tag_at(text, at).len;
    if (byte == '&') {
        return bs_str_starts(bs_str_slice(text, at, text.len), BS_STR("&nbsp;")) ? 6 : 0;
    }
    if (byte < 0xC2) return 0;
    bs_rune rune = bs_utf8_decode(text, at);
    return bs_rune_is_space(rune.code) ? rune.len : 0;
}

// "45\nmillion tonnes", "74억\n달러": prose that goes on in the next line, with a small letter or a
// character of a script that breaks lines anywhere. What begins otherwise may be something else.
static size_t wrapped(bs_str text, size_t at)
{
    bool broken = at > 0 && at + 2 < text.len && text.ptr[at] == '\n';
    if (!broken) return 0;
    unsigned char first = (unsigned char)text.ptr[at + 1];
    bool word = first >= 'a' && first <= 'z' && text.ptr[at + 2] >= 'a' && text.ptr[at + 2] <= 'z';
    bool wide = first > 0xE3 && first < 0xEE;
    return word || wide ? 1 : 0;
}

size_t bs_gap__skip(bs_str text, size_t at)
{
    while (at < text.len) {
        size_t len = gap_length(text, at);
        if (len == 0) len = wrapped(text, at);
        if (len == 0) break;
        at += len;
    }
    return at;
}

// Digits are collected first and judged afterwards.
typedef struct run {
    int64_t coefficient;
    size_t count;
    size_t end;
    bool wide;
} run;

static bool run_read(run *out, bs_str text, size_t at)
{
    *out = (run){.end = at};
    size_t len;
    for (int digit; (digit = bs_digit_at(text, out->end, &len)) >= 0; out->end += len) {
        if (out->count++ >= BS_DECIMAL_DIGITS_MAX) return false;
        out->coefficient = out->coefficient * 10 + digit;
        out->wide = len == 3;
    }
    return out->count > 0;
}

// Marks that group digits. Full-width ones group full-width digits only: "20，300" are two numbers.
static const struct {
    bs_str text;
    char mark;   // what must not be the decimal mark of the same number
    bool wide;   // between full-width digits
    bool narrow; // between ASCII digits
} group_marks[] = {
    {BS_STR_INIT(","), ',', true, true},       {BS_STR_INIT("，"), ',', true, false},
    {BS_STR_INIT("、"), '`', true, true}, // where the text is nothing but the number
    {BS_STR_INIT("\u00A0"), ' ', false, true}, {BS_STR_INIT("\u2009"), ' ', false, true},
    {BS_STR_INIT("\u202F"), ' ', false, true}, {BS_STR_INIT("’"), '\'', false, true},
    {BS_STR_INIT("&nbsp;"), ' ', false, true}, {BS_STR_INIT("&thinsp;"), ' ', false, true},
    {BS_STR_INIT("'"), '\'', false, true},
};

static size_t group_mark_at(bs_str text, size_t at, bool wide, char *mark)
{
    bs_str rest = bs_str_slice(text, at, text.len);
    if (rest.len == 0) return 0;
    unsigned char first = (unsigned char)rest.ptr[0];
    bool ascii = first == ',' || first == '&' || first == '\'';
    bool may = ascii || first == 0xC2 || first == 0xE2 || first == 0xE3 || first == 0xEF;
    if (!may) return 0;
    for (size_t i = 0; i < BS_COUNT(group_marks); i++) {
        if (group_marks[i].text.ptr[0] != rest.ptr[0]) continue;
        if (wide ? !group_marks[i].wide : !group_marks[i].narrow) continue;
        if (!bs_str_starts(rest, group_marks[i].text)) continue;
        *mark = group_marks[i].mark;
        return group_marks[i].text.len;
    }
    return 0;
}

// 1、234、567 is a number where nothing else is printed, and a list of three elsewhere.
static bool whole_by_commas(bs_str text)
{
    enum { BYTES_MAX = 3 * (BS_DECIMAL_DIGITS_MAX + 6) };
    if (text.len > BYTES_MAX) return false;
    for (size_t at = 0; at < text.len;) {
        size_t len = strlen("、");
        if (bs_digit_at(text, at, &len) < 0 &&
            !bs_str_starts(bs_str_slice(text, at, text.len), BS_STR("、"))) {
            return false;
        }
        at += len;
    }
    return true;
}

static bool append(run *number, const run *more)
{
    if (number->count + more->count > BS_DECIMAL_DIGITS_MAX) return false;
    for (size_t i = 0; i < more->count; i++)
        number->coefficient *= 10;
    number->coefficient += more->coefficient;
    number->count += more->count;
    number->end = more->end;
    return true;
}

// "526,000513,40012,600": a page has run numbers together, and each of them ends with three digits
// behind a comma, as another comma follows or digits of another number stand in front. Cuts `group`
// off behind the three.
static bool cut_glued(run *group, bs_str text, size_t from, size_t start)
{
    enum { GROUP = 3 };
    size_t len;
    run next;
    bool apart = start > 0 && bs_digit_at(text, start - 1, &len) >= 0;
    bool more = group->end < text.len && text.ptr[group->end] == ',' &&
                run_read(&next, text, group->end + 1) && next.count >= GROUP;
    if (group->wide || group->count <= GROUP || group->count > 2 * GROUP || !(apart || more))
        return false;
    return run_read(group, bs_str_slice(text, 0, from + GROUP), from);
}

// Groups of three behind the first one to three digits (and of two, as in 12,34,567). Returns how
// many groups followed; SIZE_MAX when there are too many digits.
static size_t groups_read(run *number, bs_str text)
{
    if (number->count > 3) return 0;
    run whole = *number;
    size_t groups = 0, twos = 0, start = number->end - number->count;
    char first_mark = 0;
    for (;;) {
        char mark = 0;
        size_t len = group_mark_at(text, whole.end, whole.wide, &mark);
        run group;
        if (mark == '`' && !whole_by_commas(text)) break;
        if (len == 0 || (first_mark != 0 && mark != first_mark)) break;
        if (!run_read(&group, text, whole.end + len)) break;
        bool two = group.count == 2 && mark == ',' && number->count <= 2 && twos == groups;
        bool glued = mark == ',' && group.count > 3 && twos == 0 &&
                     cut_glued(&group, text, whole.end + len, start);
        if (group.count != 3 && !two) break;
        first_mark = mark;
        if (!append(&whole, &group)) return SIZE_MAX;
        groups++;
        twos += two;
        if (!two) {
            *number = whole;
            if (twos > 0 || glued) return groups;
        }
    }
    return twos > 0 ? 0 : groups;
}

static size_t point_at(bs_str text, size_t at)
{
    bs_str rest = bs_str_slice(text, at, text.len);
    if (bs_str_starts(rest, BS_STR("."))) return 1;
    return bs_list_starts(rest, "．|﹒") ? 3 : 0; // the small one is that of news agencies
}

// 1.234.567 and 1.234,56: points that group, where they can be nothing else.
static bool read_dotted(bs__digits *out, bs_str text, const run *first)
{
    run whole = *first;
    size_t groups = 0;
    if (first->count > 3) return false;
    for (run group; whole.end < text.len && text.ptr[whole.end] == '.'; groups++) {
        if (!run_read(&group, text, whole.end + 1) || group.count != 3) break;
        if (!append(&whole, &group)) return false;
    }
    run tail;
    bool comma = groups > 0 && whole.end < text.len && text.ptr[whole.end] == ',' &&
                 run_read(&tail, text, whole.end + 1) && tail.count <= 2;
    if (groups == 0 || (groups < 2 && !comma)) return false;
    size_t whole_count = whole.count;
    if (comma && !append(&whole, &tail)) return false;
    size_t len;
    if (whole.end < text.len && text.ptr[whole.end] == '.' &&
        bs_digit_at(text, whole.end + 1, &len) >= 0) {
        return false;
    }
    *out = (bs__digits){.value = {whole.coefficient, comma ? (int32_t)tail.count : 0},
                        .end = whole.end,
                        .whole_count = whole_count,
                        .flags = BS_NUMERAL_GROUPED | (comma ? BS_NUMERAL_POINT : 0)};
    return true;
}

// "Table 3 120 people", "No. 5 120 people", "May 5 120 people": a number of its own in front of the
// next. The words without their first letters, which may be capitals.
static bool behind_label(bs_str text, size_t at)
{
    static const char labels[] =
        "able|igure|hart|hapter|ection|page|o.|umber|nnex|ox|rticle|art|tep|"
        "hase|roup|lass|rade|ay|eek|uary|rch|ril|une|uly|ust|ber|ears|"
        "evel|ine|oute|one|oom";
    return bs_list_ends(bs_str_trim(bs_str_slice(text, 0, at)), labels);
}

// "in 1 842 municipalities": a plural behind the digits, a small word in front of them.
static bool counts_plural(bs_str before, bs_str after)
{
    static const char fronts[] = " the| of| by| some| about| around| to| from| for| were| was| "
                                 "are| with| in| nearly| over| almost| only| covers| covered| had| "
                                 "has| have| reached| totalled| employed| employs| than";
    enum { WORD_BYTES_MIN = 5 };
    size_t len = 0;
    if (!bs_list_ends(bs_str_trim(before), fronts)) return false;
    while (len < after.len && after.ptr[len] >= 'a' && after.ptr[len] <= 'z')
        len++;
    bool ends = len == after.len || strchr(" ,.;)\n", after.ptr[len]) != NULL;
    return ends && len >= WORD_BYTES_MIN && after.ptr[len - 1] == 's' && after.ptr[len - 2] != 's';
}

// "12 500 tonnes", "2 854 million": a word of scale or a unit behind groups of three.
static bool counts_something(bs_str text, size_t at, size_t end)
{
    static const char scales[] = "thousand|million|billion|trillion|people|persons|inhabitants|"
                                 "households|employees|jobs|dwellings|visitors|passengers|nights";
    size_t taken;
    if (end >= text.len || text.ptr[end] != ' ' || behind_label(text, at)) return false;
    bs_str rest = bs_str_slice(text, end + 1, text.len);
    const bs_unit_form *form = bs_unit_match_side(rest, BS_LANG_EN, BS_UNIT_BEHIND, &taken);
    bs_dimension dimension =
        form != NULL ? bs_unit_dimension(bs_str_from(form->code)) : BS_DIM_NONE;
    bool measure = dimension == BS_DIM_MASS || dimension == BS_DIM_ENERGY ||
                   dimension == BS_DIM_POWER || dimension == BS_DIM_AREA;
    char behind = form != NULL && taken < rest.len ? rest.ptr[taken] : ' ';
    bool word = (behind | 0x20) >= 'a' && (behind | 0x20) <= 'z';
    return (measure && !word) || bs_list_starts(rest, scales) ||
           counts_plural(bs_str_slice(text, 0, at), rest);
}

// "失業人數約為153 800人", "減少2 400宗": Hong Kong groups by blanks, between characters.
static bool counts_in_chinese(bs_str text, size_t at, size_t end)
{
    size_t taken;
    if (!bs_rune_is_han(bs_utf8_decode_before(text, at).code)) return false;
    bs_str rest = bs_str_slice(text, end, text.len);
    bool scaled = bs_str_starts(rest, BS_STR("万")) || bs_str_starts(rest, BS_STR("亿"));
    return scaled || bs_unit_match_side(rest, BS_LANG_ZH, BS_UNIT_BEHIND, &taken) != NULL;
}

// 1 234 567.89: plain blanks group only where a decimal point or what is counted shows that it is
// one number and no other number stands in front, since a row of a table looks the same otherwise.
static bool read_spaced(bs__digits *out, bs_str text, size_t at, const run *first, bs_lang lang)
{
    size_t len;
    if (at >= 2 && text.ptr[at - 1] == ' ' && bs_digit_at(text, at - 2, &len) >= 0) return false;
    run whole = *first;
    size_t groups = 0;
    bool zeros = false; // "000" is no number by itself
    if (first->count > 3) return false;
    for (run group; whole.end < text.len && text.ptr[whole.end] == ' '; groups++) {
        if (!run_read(&group, text, whole.end + 1) || group.count != 3) break;
        if (!append(&whole, &group)) return false;
        zeros |= group.coefficient == 0;
    }
    bool decimals = point_at(text, whole.end) == 1 && bs_digit_at(text, whole.end + 1, &len) >= 0;
    bool english =
        lang == BS_LANG_EN && ((zeros && !decimals) || counts_something(text, at, whole.end));
    bool chinese = lang == BS_LANG_ZH && counts_in_chinese(text, at, whole.end);
    bool counted = groups > 0 && text.ptr[at] != '0' && (english || chinese);
    if (counted) {
        *out = (bs__digits){.value = {whole.coefficient, 0},
                            .end = whole.end,
                            .whole_count = whole.count,
                            .flags = BS_NUMERAL_GROUPED};
        return true;
    }
    if (groups < 2 || point_at(text, whole.end) != 1) return false;
    run tail;
    if (!run_read(&tail, text, whole.end + 1)) return false;
    size_t whole_count = whole.count;
    if (!append(&whole, &tail)) return false;
    *out = (bs__digits){.value = {whole.coefficient, (int32_t)tail.count},
                        .end = whole.end,
                        .whole_count = whole_count,
                        .flags = BS_NUMERAL_GROUPED | BS_NUMERAL_POINT};
    return true;
}

// 0・4%, 101・4: the decimal point of Japanese newspapers, where no list of two can be meant.
static bool dotted_decimal(bs_str text, const run *number)
{
    static const char units[] = "%|％|㌫|ポイント|㌽|倍|兆";
    enum { WHOLE_MIN = 3, TAIL_MAX = 2 };
    run tail;
    if (!bs_str_starts(bs_str_slice(text, number->end, text.len), BS_STR("・"))) return false;
    if (!run_read(&tail, text, number->end + strlen("・")) || tail.count > TAIL_MAX) return false;
    if (number->count >= WHOLE_MIN) return true;
    bs_str rest = bs_str_slice(text, tail.end, text.len);
    return bs_list_starts(rest, units) || (tail.count == 1 && bs_list_starts(rest, "円|万|億"));
}

// "16兆4 258億円", "整備が7 316億円": some Japanese papers group by blanks. One number shows where
// the scale in front, or kana, joins the first group and a scale is behind the other.
static bool read_spaced_in_japanese(bs__digits *out, bs_str text, size_t at, const run *first)
{
    enum { HIRAGANA_FIRST = 0x3041, HIRAGANA_LAST = 0x3096 };
    run whole = *first, group;
    uint32_t front = bs_utf8_decode_before(text, at).code;
    bool scale = bs_list_ends(bs_str_slice(text, 0, at), "兆|億|万");
    bool kana = front >= HIRAGANA_FIRST && front <= HIRAGANA_LAST;
    if (first->count > 3 || !(scale || kana)) return false;
    if (whole.end >= text.len || text.ptr[whole.end] != ' ') return false;
    if (!run_read(&group, text, whole.end + 1) || group.count != 3) return false;
    if (!bs_list_starts(bs_str_slice(text, group.end, text.len), "億|万|兆")) return false;
    if (!append(&whole, &group)) return false;
    *out = (bs__digits){.value = {whole.coefficient, 0},
                        .end = whole.end,
                        .whole_count = whole.count,
                        .flags = BS_NUMERAL_GROUPED};
    return true;
}

// "5,6%", "R27,8-billion": the decimal comma of southern Africa and of the north of Europe, where a
// percentage or a scale shows that it parts no list.
static bool comma_decimal(bs_str text, const run *number)
{
    static const char units[] = "%|per cent|percent|pp|million|billion|trillion|bn";
    enum { TAIL_MAX = 2 };
    run tail;
    if (number->count > 3 || number->end >= text.len || text.ptr[number->end] != ',') return false;
    if (!run_read(&tail, text, number->end + 1) || tail.count > TAIL_MAX) return false;
    bool parted = tail.end < text.len && (text.ptr[tail.end] == ' ' || text.ptr[tail.end] == '-');
    return bs_list_starts(bs_str_slice(text, tail.end + parted, text.len), units);
}

// "10·2 million": the raised point of British medical journals.
static bool raised_point(bs_str text, const run *number)
{
    enum { WHOLE_MAX = 3, TAIL_MAX = 3 };
    run tail;
    return number->count <= WHOLE_MAX &&
           bs_str_starts(bs_str_slice(text, number->end, text.len), BS_STR("·")) &&
           run_read(&tail, text, number->end + strlen("·")) && tail.count <= TAIL_MAX;
}

bool bs__digits__read(bs__digits *out, bs_str text, size_t at, bs_lang lang)
{
    run number = {.end = at};
    bool leading_point = point_at(text, at) > 0;
    if (leading_point && at > 0 &&
        (text.ptr[at - 1] == '.' || bs_digit_at(text, at - 1, &(size_t){0}) >= 0)) {
        return false;
    }
    if (!leading_point && !run_read(&number, text, at)) return false;
    if (!leading_point && read_dotted(out, text, &number)) return true;
    if (!leading_point && lang != BS_LANG_JA && read_spaced(out, text, at, &number, lang)) {
        return true;
    }
    if (!leading_point && lang == BS_LANG_JA && read_spaced_in_japanese(out, text, at, &number))
        return true;
    bool padded = number.count > 1 && bs_digit_at(text, at, &(size_t){0}) == 0;
    size_t groups = leading_point || padded ? 0 : groups_read(&number, text);
    if (groups == SIZE_MAX) return false;
    *out = (bs__digits){.value = {number.coefficient, 0},
                        .end = number.end,
                        .whole_count = number.count,
                        .flags = (groups > 0 ? BS_NUMERAL_GROUPED : 0) |
                                 (number.wide ? BS_NUMERAL_WIDE : 0) |
                                 (padded ? BS_NUMERAL_ZERO_PADDED : 0)};
    size_t point = point_at(text, number.end);
    if (point == 0 && lang == BS_LANG_JA && dotted_decimal(text, &number)) point = strlen("・");
    if (point == 0 && groups == 0 && lang == BS_LANG_EN) {
        if (raised_point(text, &number)) point = strlen("·");
        if (comma_decimal(text, &number)) point = 1;
    }
    run tail;
    if (point == 0 || !run_read(&tail, text, number.end + point)) return !leading_point;
    if (!append(&number, &tail)) return false;
    out->value = (bs_decimal){number.coefficient, (int32_t)tail.count};
    out->end = number.end;
    out->flags |= BS_NUMERAL_POINT;
    return true;
}
