// SPDX-License-Identifier: GPL-3.0-or-later
// Digits at the end of a name in Hangul, and the codes of shares behind Chinese names.
#include "engine/base/utf8.h"
#include "engine/extract/guard_internal.h"

static bool is_hangul(uint32_t code)
{
    return code >= 0xAC00 && code <= 0xD7A3;
}

// 은 는 이 가 을 를 도 의 로, 약, 총, 각, 제: a number may stand behind these without a blank.
static bool is_particle(uint32_t code)
{
    static const uint32_t particles[] = {0xC740, 0xB294, 0xC774, 0xAC00, 0xC744, 0xB97C, 0xB3C4,
                                         0xC758, 0xB85C, 0xC57D, 0xCD1D, 0xAC01, 0xC81C};
    for (size_t i = 0; i < BS_COUNT(particles); i++) {
        if (code == particles[i]) return true;
    }
    return false;
}

// 코로나19, 갤럭시24: one or two digits right behind a word, with no unit and no more digits.
bool bs__word_number(const bs__scan *scan, size_t at, size_t *end)
{
    enum { DIGITS_MAX = 2 };
    bs_str text = scan->text;
    size_t stop = at;
    while (bs__is_digit(bs__at_or_zero(text, stop)))
        stop++;
    uint32_t before = bs_utf8_decode_before(text, at).code;
    if (stop - at > DIGITS_MAX || !is_hangul(before) || is_particle(before)) return false;
    bs_rune behind = bs_utf8_decode(text, stop);
    // "고용보조지표3(확장실업률)"
    bool ends = stop == text.len || behind.code == ' ' || behind.code == '\n' ||
                behind.code == '(' || is_hangul(behind.code);
    bs_numeral number;
    bs__unit_here unit;
    if (!ends || !bs__numeral_at(&number, scan, at) || number.end != stop) return false;
    if (bs__unit_behind(&unit, scan, stop)) return false;
    *end = stop;
    return true;
}

// Bytes of ".SZ", ".HK", "-TW" behind the digits of a share's code; 0 for none.
static size_t market_length(bs_str text, size_t at)
{
    enum { LETTERS_MAX = 4 };
    char mark = bs__at_or_zero(text, at);
    if (mark != '.' && mark != '-') return 0;
    size_t stop = at + 1;
    while (stop < text.len && text.ptr[stop] >= 'A' && text.ptr[stop] <= 'Z')
        stop++;
    return stop > at + 1 && stop - at <= LETTERS_MAX + 1 ? stop - at : 0;
}

// 贵州茅台（600519）, 腾讯控股（00700.HK）, 台積電（2330）: alone in parentheses behind a name.
bool bs__share_code(const bs__scan *scan, size_t at, bs_item *item, size_t *end)
{
    enum { DIGITS_MIN = 4, DIGITS_MAX = 6, CENTURY = 2 };
    bs_str text = scan->text;
    size_t stop = at;
    bs_rune open = bs_utf8_decode_before(text, at);
    if (scan->lang != BS_LANG_ZH || (open.code != '(' && open.code != 0xFF08)) return false;
    bs_rune name = bs_utf8_decode_before(text, at - open.len);
    bool named = bs_rune_is_han(name.code) || (name.code >= 'A' && name.code <= 'z');
    while (bs__is_digit(bs__at_or_zero(text, stop)))
        stop++;
    size_t digits = stop - at, market = market_length(text, stop);
    bool year = digits == DIGITS_MIN &&
                (bs__starts_at(text, at, BS_STR("19")) || bs__starts_at(text, at, BS_STR("20")));
    if (!named || digits < DIGITS_MIN || digits > DIGITS_MAX || (year && market == 0)) return false;
    stop += market;
    bool closed = bs__at_or_zero(text, stop) == ')' || bs__starts_at(text, stop, BS_STR("）"));
    bool goes_on = market > 0 && (bs__starts_at(text, stop, BS_STR("，")) ||
                                  bs__starts_at(text, stop, BS_STR("、")) ||
                                  bs__starts_at(text, stop, BS_STR("/")));
    return (closed || goes_on) && bs__identifier(item, text, at, stop, end);
}
