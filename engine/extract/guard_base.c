// SPDX-License-Identifier: GPL-3.0-or-later
// The hundred that an index, or the rest of a comparison, is set to.
#include "engine/extract/guard_internal.h"
#include "engine/extract/words.h"

// "100", "１００", "100.0" at `at`: the byte behind it; 0 for others.
static size_t hundred_end(bs_str text, size_t at)
{
    static const bs_str wide = BS_STR_INIT("１００"), digits = BS_STR_INIT("100");
    size_t end = at + digits.len;
    if (bs__starts_at(text, at, wide)) return at + wide.len;
    if (!bs__starts_at(text, at, digits)) return 0;
    if (bs__at_or_zero(text, end) == '.' && bs__at_or_zero(text, end + 1) == '0') {
        for (end++; bs__at_or_zero(text, end) == '0';)
            end++;
    }
    char next = bs__at_or_zero(text, end);
    bool on = bs_is_digit(next) ||
              ((next == '.' || next == ',') && bs_is_digit(bs__at_or_zero(text, end + 1)));
    return on ? 0 : end;
}

// 上月=100, "previous quarter = 100.0%": behind words.
static bool behind_equals(bs_str text, size_t at, bs_lang lang)
{
    bool equals = bs__ends_at(text, at, BS_STR("=")) || bs__ends_at(text, at, BS_STR("＝"));
    if (!equals) return false;
    size_t mark = bs__ends_at(text, at, BS_STR("=")) ? 1 : strlen("＝");
    size_t word = bs__gap_back(text, at - mark);
    static const char times[] = "quarter|year|month|week|period|average|level|base|year ago|"
                                "year earlier|before|Index|index";
    if (lang == BS_LANG_EN && bs_list_ends(bs_str_slice(text, 0, word), times)) return true;
    return bs__han_before(text, word) || bs__hangul_before(text, word) ||
           bs__kana_before(text, word);
}

// 以女性为100: the clause begins with 以.
static bool behind_taking(bs_str front)
{
    enum { CLAUSE_BYTES_MAX = 60 };
    if (!bs_list_ends(front, "为|為")) return false;
    size_t low = front.len > CLAUSE_BYTES_MAX ? front.len - CLAUSE_BYTES_MAX : 0;
    bs_str clause = bs_str_behind_last(bs_str_slice(front, low, front.len), "，|,|。|；|（|(|、");
    return bs_str_has_any(clause, "以|设|設|把|将");
}

bool bs__base_of_index(const bs__scan *scan, size_t at, size_t *end)
{
    bs_str text = scan->text;
    size_t behind = hundred_end(text, at);
    if (behind == 0) return false;
    *end = behind;
    bs_str front = bs_str_slice(text, 0, bs__gap_back(text, at));
    bs_str after = bs_str_slice(text, behind, text.len);
    switch (scan->lang) {
    case BS_LANG_ZH:
        if (bs_str_trim(after).len > 0 &&
            !bs_list_starts(after, "，|,|。|；|）|)|、|计|計|的|时|時"))
            break;
        if (behind_taking(front)) return true;
        break;
    case BS_LANG_JA:
        if (bs_list_starts(after, "とし|とす|とお|と置")) return true;
        break;
    case BS_LANG_KO:
        if (bs_list_starts(after, "으로 했|으로 할|으로 한 |으로 하|으로 해|으로 본|으로 볼|"
                                  "으로 보|으로 봤|으로 놓|으로 두|으로 환산|으로 설정"))
            return true;
        break;
    default:
        if (bs_list_ends(front,
                         " set to| set at| indexed to| rebased to| normalised to| normalized to| "
                         "scaled to") &&
            bs_list_starts(after, ",|.|)|;|:"))
            return true;
    }
    return behind_equals(text, bs__gap_back(text, at), scan->lang);
}
