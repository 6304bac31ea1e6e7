// SPDX-License-Identifier: GPL-3.0-or-later
// Two numbers that stand for one thing: odds, ratios, scores and votes.
#include "engine/base/utf8.h"
#include "engine/extract/guard_internal.h"
#include "engine/extract/words.h"

// "9.8 대 1", "1.81∶1", "3.2対1": what the odds are told by.
bool bs__odds(const bs__scan *scan, size_t at, size_t *end)
{
    bool korean = scan->lang == BS_LANG_KO;
    bs_str text = scan->text;
    if (scan->lang == BS_LANG_EN || text.ptr[at] != '1') return false;
    char next = bs__at_or_zero(text, at + 1);
    bool more = bs_is_digit(next) || next == '.' || next == ',';
    if (korean ? !bs__one_of_odds(text, at) : more) return false;
    bs_str front = bs_str_slice(text, 0, at);
    bool told = korean ? bs_list_ends(front, "대 |대") : bs_list_ends(front, "∶|：|比|対|對");
    if (!told) return false;
    size_t back = bs__gap_back(text, at);
    back = bs__gap_back(text, back - bs_utf8_decode_before(text, back).len);
    size_t digits = back;
    while (digits > 0 && bs_is_digit(text.ptr[digits - 1]))
        digits--;
    if (!korean && (digits == 0 || text.ptr[digits - 1] != '.')) return false; // "3比1" is a score
    if (back == 0 || !bs_is_digit(text.ptr[back - 1])) return false;
    *end = at + 1;
    return true;
}

// "以3比2战胜", "3対2で勝った": how a match ended.
bool bs__score(const bs__scan *scan, size_t at, size_t *end)
{
    enum { DIGITS_MAX = 3 };
    static const char behind[] =
        "。|，|、|的|战胜|戰勝|击败|擊敗|胜|勝|负|不敌|不敵|取|击|で|の|に|"
        "と|）|)|\n|大胜|大勝|小胜|小勝|险胜|險勝|完胜|完勝|轻取|輕取|力克|逆转|逆轉|淘汰|横扫|"
        "橫掃|"
        "战平|戰平|打平|惜败|惜敗|告负|告負|领先|領先|落后|落後";
    bs_str text = scan->text;
    if (scan->lang != BS_LANG_ZH && scan->lang != BS_LANG_JA) return false;
    size_t first = bs__digits_end(text, at);
    bs_str rest = bs_str_slice(text, first, text.len);
    if (!bs_list_starts(rest, "比|对|対|對")) return false;
    size_t second = first + bs_utf8_decode(rest, 0).len;
    size_t stop = bs__digits_end(text, second);
    if (stop == second || stop - second > DIGITS_MAX || first - at > DIGITS_MAX) return false;
    *end = stop;
    return stop == text.len || bs_list_starts(bs_str_slice(text, stop, text.len), behind);
}

// "비중은 25대 75이다", "6대 4로 갈렸다": a ratio, and no vehicles; "21~40위 상점", "1～7位まで": a
// class of places.
bool bs__ratio_read(const bs__scan *scan, size_t at, size_t *end)
{
    enum { DIGITS_MAX = 3 };
    static const char behind[] = "이다|이며|이고|이었|였|로 |로,|로.|으로|의 |인 |비율|,|.|)|\n";
    bs_str text = scan->text;
    size_t first = bs__digits_end(text, at);
    bool korean = scan->lang == BS_LANG_KO;
    if ((!korean && scan->lang != BS_LANG_JA) || first - at > DIGITS_MAX) return false;
    bs_str rest = bs_str_slice(text, first, text.len);
    bool places = bs_list_starts(rest, "~|∼|～|〜|-|–");
    if (!places && !(korean && bs_list_starts(rest, "대"))) return false;
    size_t second = first + bs_utf8_decode(text, first).len;
    if (!places) second = bs_gap_skip(text, second);
    size_t stop = bs__digits_end(text, second);
    if (stop == second || stop - second > DIGITS_MAX) return false;
    *end = stop;
    rest = bs_str_slice(text, stop, text.len);
    if (places && !korean) return bs_list_starts(rest, "位") && !bs_list_starts(rest, "位置");
    if (places) return bs_list_starts(rest, "위 |위권|위까지|위에 |위의 |위인 |위를 |위,");
    bool number = (rest.len > 1 && strchr(".,", rest.ptr[0]) && bs_is_digit(rest.ptr[1]));
    return !number && (rest.len == 0 || bs_list_starts(rest, behind));
}

// "by a 4:2 majority", "voted 7–2 to", "by 8 to 1": how a vote went.
bool bs__vote(const bs__scan *scan, size_t at, size_t *end)
{
    enum { DIGITS_MAX = 2 };
    static const char behind[] = " majority| vote| split| decision| margin";
    static const char front[] =
        " voted| voted by| vote of| majority of| vote was| votes of| split| vote";
    bs_str text = scan->text;
    size_t first = bs__digits_end(text, at);
    if (scan->lang != BS_LANG_EN || first - at > DIGITS_MAX) return false;
    bs_str rest = bs_str_slice(text, first, text.len);
    size_t mark = bs_list_starts(rest, ":|-")    ? 1
                  : bs_list_starts(rest, "–|‑")  ? strlen("–")
                  : bs_list_starts(rest, " to ") ? strlen(" to ")
                                                 : 0;
    size_t stop = bs__digits_end(text, first + mark);
    if (mark == 0 || stop == first + mark || stop - first > DIGITS_MAX + mark) return false;
    *end = stop;
    bs_str before = bs_str_slice(text, 0, bs__gap_back(text, at));
    // "vote 5-4 vs 6-3 expected"
    enum { VOTE_BYTES = 24 };
    bool other = bs_list_ends(before, " vs| versus") &&
                 bs_str_has_any(bs_str_tail(before, VOTE_BYTES), "vote ");
    return bs_list_starts(bs_str_slice(text, stop, text.len), behind) || other ||
           (bs_list_ends(before, front) &&
            !bs_list_starts(bs_str_slice(text, stop, text.len), "%| per| million| billion"));
}
