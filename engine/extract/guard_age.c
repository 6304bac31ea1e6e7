// SPDX-License-Identifier: GPL-3.0-or-later
// Korean groups of ages by tens, 20대, which are no count of vehicles, and English ones, post-16.
#include "engine/base/utf8.h"
#include "engine/extract/guard_internal.h"
#include "engine/extract/words.h"

// "는 40대(52%)와", "70대 이상은 51%": a percentage of them, and no noun in front that is counted,
// as in "버스 40대(20%)".
static bool has_share(bs_str front, bs_str behind)
{
    static const char fronts[] = ". |은 |는 |이 |가 |와 |과 |의 |로 |, |·|에서 |보면 |(|: ";
    enum { GAP_BYTES_MAX = 16 };
    static const char gaps[] = "(| |은 |는 |이 |가 |도 |에서 ";
    behind = bs_str_slice(behind, 0, 2 * GAP_BYTES_MAX);
    if (bs_list_starts(behind, " 이상| 이하"))
        behind = bs_str_slice(behind, strlen(" 이상"), behind.len);
    if (!bs_list_starts(behind, gaps)) return false;
    if (front.len > 0 && !bs_list_ends(front, fronts) && bs_list_starts(behind, "(| "))
        return false;
    size_t at = 0;
    while (at < behind.len && at < GAP_BYTES_MAX && strchr("( ", behind.ptr[at]) == NULL)
        at++;
    size_t from = ++at;
    while (at < behind.len && (bs_is_digit(behind.ptr[at]) || behind.ptr[at] == '.'))
        at++;
    return at > from && at < behind.len && behind.ptr[at] == '%';
}

// The byte behind "20" or "20~30" in front of `word`; 0 for others. *joined: it is "20·30", which
// nobody says of vehicles.
static size_t tens_end(bs_str text, size_t at, bs_str word, bool *joined)
{
    *joined = false;
    bool tens = text.ptr[at] >= '1' && text.ptr[at] <= '9' && bs__at_or_zero(text, at + 1) == '0';
    if (!tens) return 0;
    size_t end = at + 2;
    if (bs__starts_at(text, end, word)) return end;
    bs_str rest = bs_str_slice(text, end, text.len);
    *joined = bs_list_starts(rest, "·|ㆍ|・|∙");
    if (!*joined && !bs_list_starts(rest, "~|∼|～|〜|-|–|, ")) return 0;
    end += bs_utf8_decode(text, end).len;
    end += bs__at_or_zero(text, end) == ' ';
    tens = bs_is_digit(bs__at_or_zero(text, end)) && bs__at_or_zero(text, end + 1) == '0';
    return tens && bs__starts_at(text, end + 2, word) ? end + 2 : 0;
}

// Is "20대" one of a list that has nothing but "30대, 40대" and what joins them?
static bool is_listed_decade(bs_str text, size_t at, size_t behind)
{
    static const bs_str joints[] = {BS_STR_INIT(", "), BS_STR_INIT(","),   BS_STR_INIT("·"),
                                    BS_STR_INIT("・"), BS_STR_INIT("와 "), BS_STR_INIT(" 및 ")};
    static const bs_str decade = BS_STR_INIT("00대");
    for (size_t i = 0; i < BS_COUNT(joints); i++) {
        size_t next = behind + joints[i].len, other = at - joints[i].len;
        bool last = at >= decade.len + joints[i].len && bs__ends_at(text, at, joints[i]) &&
                    bs__ends_at(text, other, BS_STR("0대"));
        bool first =
            bs__starts_at(text, behind, joints[i]) && bs__starts_at(text, next + 1, BS_STR("0대"));
        if ((last && bs_is_digit(text.ptr[other - decade.len])) ||
            (first && bs_is_digit(text.ptr[next])))
            return true;
    }
    return false;
}

// "post-16 education", "over-65s": part of a name, and no number of what follows.
bool bs__age_in_name(const bs__scan *scan, size_t at, bs_item *item, size_t *end)
{
    enum { DIGITS_MAX = 2 };
    static const char fronts[] = "pre-|post-|under-|over-|Pre-|Post-|Under-|Over-";
    bs_str text = scan->text;
    size_t stop = bs__digits_end(text, at);
    if (scan->lang != BS_LANG_EN || stop - at > DIGITS_MAX ||
        !bs_list_ends(bs_str_slice(text, 0, at), fronts))
        return false;
    bs_numeral number;
    bs__unit_here unit;
    bool scaled = bs__numeral_at(&number, scan, at) && number.end > stop;
    bool counted = !bs__unit_behind(&unit, scan, stop) || unit.dimension == BS_DIM_COUNT_OF;
    char next = bs__at_or_zero(text, stop);
    bool apart = next == 's' || next == ' ' || next == ',' || next == '\0' ||
                 (next == '.' && !bs_is_digit(bs__at_or_zero(text, stop + 1)));
    if (scaled || !counted || !apart) return false;
    return bs__identifier(item, text, at, stop + (next == 's'), end);
}

// "20～30代", "20・30代"; a single one is an ordinal.
static bool several_decades(bs_str text, size_t at, size_t *end)
{
    bool joined;
    size_t stop = tens_end(text, at, BS_STR("代"), &joined);
    *end = stop + strlen("代");
    return stop > at + 2;
}

bool bs__age_group(const bs__scan *scan, size_t at, size_t *end)
{
    enum { AGE_MAX = 90, NEAR_BYTES = 400 };
    static const bs_str ages[] = {
        BS_STR_INIT("연령"), BS_STR_INIT("취업자"),  BS_STR_INIT("고용"),   BS_STR_INIT("실업"),
        BS_STR_INIT("남성"), BS_STR_INIT("여성"),    BS_STR_INIT("남자"),   BS_STR_INIT("여자"),
        BS_STR_INIT("청년"), BS_STR_INIT("세 이상"), BS_STR_INIT("인구"),   BS_STR_INIT("응답자"),
        BS_STR_INIT("혼인"), BS_STR_INIT("출산"),    BS_STR_INIT("가구주"), BS_STR_INIT("확진"),
    };
    bs_str text = scan->text;
    bool joined;
    if (scan->lang == BS_LANG_JA) return several_decades(text, at, end);
    size_t behind = scan->lang == BS_LANG_KO ? tens_end(text, at, BS_STR("대"), &joined) : 0;
    if (behind == 0) return false;
    behind += strlen("대");
    if (bs__hangul_at(text, behind) && !bs__korean_word_ends(text, behind)) return false;
    *end = behind;
    if (joined || is_listed_decade(text, at, behind)) return true;
    bs_str front = bs_str_slice(text, 0, at);
    if (has_share(front, bs_str_slice(text, behind, text.len))) return true;
    bs_str near = bs_str_slice(text, at > NEAR_BYTES ? at - NEAR_BYTES : 0, at + NEAR_BYTES);
    for (size_t i = 0; i < BS_COUNT(ages); i++) {
        if (bs_str_find(near, ages[i], 0) == SIZE_MAX) continue;
        *end = behind;
        return true;
    }
    return false;
}
