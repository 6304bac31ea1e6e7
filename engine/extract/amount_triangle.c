// SPDX-License-Identifier: GPL-3.0-or-later
// Korean triangles in front of numbers: signs, arrows of prices, and marks of lists.
#include "engine/base/utf8.h"
#include "engine/extract/amount_internal.h"
#include "engine/extract/words.h"

enum {
    ASIDE_BYTES_MAX = 60,  // a bracket behind an item of a list
    AMOUNT_BYTES_MAX = 60, // such an item
    MARK_BYTES = 3,
};

static bs_str rest_of(const bs__scan *scan, size_t at)
{
    return bs_str_slice(scan->text, at, scan->text.len);
}

static bool is_figure(char c)
{
    return (c >= '0' && c <= '9') || c == ',' || c == '.';
}

static size_t figures_end(bs_str text, size_t at)
{
    while (at < text.len && is_figure(text.ptr[at]))
        at++;
    return at;
}

// "▲150 +0.71%", "▼900 -1.43%": the sign of the rate behind the figures at `at`; 0 without one.
static char rate_sign(const bs__scan *scan, size_t at)
{
    size_t end = figures_end(scan->text, at), sign = bs_gap_skip(scan->text, end);
    if (end == at || sign == end || sign >= scan->text.len) return 0;
    char mark = scan->text.ptr[sign];
    if (mark != '+' && mark != '-') return 0;
    end = figures_end(scan->text, sign + 1);
    return end > sign + 1 && bs__starts_at(scan->text, end, BS_STR("%")) ? mark : 0;
}

bool bs__triangle_rises(const bs__scan *scan, size_t at)
{
    return scan->lang == BS_LANG_KO && rate_sign(scan, at + MARK_BYTES) == '+';
}

bool bs__triangle_before_rate(const bs__scan *scan, size_t at)
{
    size_t back = bs__gap_back(scan->text, at), from = back;
    while (from > 0 && is_figure(scan->text.ptr[from - 1]))
        from--;
    return scan->lang == BS_LANG_KO && back < at && from < back &&
           bs_list_ends(bs_str_slice(scan->text, 0, from), "▲|▼|△|▽");
}

void bs__triangle_falls(bs__amount *a, const bs__scan *scan)
{
    bs_str front = bs_str_slice(scan->text, 0, a->start);
    if (scan->lang != BS_LANG_KO || !bs_list_ends(front, "▼|▽")) return;
    if (rate_sign(scan, a->start) != '-') return;
    a->start -= MARK_BYTES;
    a->number.value = bs_decimal_negate(a->number.value);
}

// Is `bracket`, from the opening one on, a name or a time in brackets: "(2019년)"? Gives its end.
static bool is_named(bs_str bracket, size_t *end)
{
    size_t close = bs_str_find(bracket, BS_STR(")"), 0);
    if (close == SIZE_MAX || close > ASIDE_BYTES_MAX) return false;
    *end = close + 1;
    for (size_t at = 1; at < close;) {
        bs_rune rune = bs_utf8_decode(bracket, at);
        if (bs_rune_is_hangul(rune.code)) return true;
        at += rune.len;
    }
    return false;
}

// "△200만원 미만 31.6% △200~300만원 미만 22.0%": the mark of a class in front of its figure.
static bool names_class(const bs__scan *scan, size_t end)
{
    static const char bounds[] = "미만|이상|이하|초과";
    bs_str rest = bs_str_slice(scan->text, end, end + AMOUNT_BYTES_MAX);
    for (size_t at = 0; at < rest.len;) {
        bs_rune rune = bs_utf8_decode(rest, at);
        if (bs_list_starts(bs_str_slice(rest, at, rest.len), bounds)) {
            size_t next = bs_gap_skip(rest, at + strlen("미만")), len;
            return next > at + strlen("미만") && bs_digit_at(rest, next, &len) >= 0;
        }
        bool inside = bs_rune_is_hangul(rune.code) || rune.code == ' ' || rune.code == '~' ||
                      is_figure((char)(rune.code < 0x80 ? rune.code : ' '));
        if (!inside || bs_list_starts(bs_str_slice(rest, at, rest.len), ", |. ")) return false;
        at += rune.len;
    }
    return false;
}

bool bs__triangle_lists(const bs__scan *scan, size_t at, size_t end)
{
    if (scan->lang != BS_LANG_KO) return false;
    if (names_class(scan, end)) return true;
    bs_str text = scan->text, mark = bs_str_slice(text, at, at + MARK_BYTES);
    size_t close;
    if (bs__starts_at(text, end, BS_STR("(")) && is_named(rest_of(scan, end), &close)) {
        size_t next = end + close;
        if (bs__starts_at(text, next, BS_STR(","))) next++;
        next = bs_gap_skip(text, next);
        if (bs__starts_at(text, next, mark)) return true;
    }
    size_t back = bs__gap_back(text, at);
    if (back == at || back == 0) return false;
    if (text.ptr[back - 1] == ',') back--;
    if (!bs__ends_at(text, back, BS_STR(")"))) return false;
    size_t low =
        back > ASIDE_BYTES_MAX + AMOUNT_BYTES_MAX ? back - ASIDE_BYTES_MAX - AMOUNT_BYTES_MAX : 0;
    bs_str front = bs_str_slice(text, low, back), inside = bs_str_behind_last(front, "(");
    if (inside.len == front.len || inside.len > ASIDE_BYTES_MAX) return false;
    size_t open = front.len - inside.len - 1;
    if (!is_named(bs_str_slice(front, open, front.len), &close)) return false;
    front = bs_str_slice(front, 0, open);
    bs_str item = bs_str_behind_last(front, "▲|△");
    size_t len;
    return item.len < front.len && bs_digit_at(item, 0, &len) >= 0 &&
           bs_str_find(item, BS_STR(")"), 0) == SIZE_MAX;
}
