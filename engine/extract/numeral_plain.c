// SPDX-License-Identifier: GPL-3.0-or-later
// Whole numerals without fraction or sign: a parser that takes one token after the other.
#include "engine/base/limits.h"
#include "engine/extract/numeral_internal.h"
#include "engine/extract/words.h"

// No scale has been read: larger than any power of ten of the table.
enum { POWER_NONE = 99, TOKENS_MAX = 64 };

static bool is_scale(const bs__token *t)
{
    return t->kind == BS_WORD_SMALL || t->kind == BS_WORD_LARGE;
}

static void add(bs__parser *p, bs_decimal *sum, bs_decimal term)
{
    if (bs_decimal_add(sum, *sum, term, NULL) != BS_OK) p->failed = true;
}

static bs_decimal shifted(bs__parser *p, bs_decimal d, int power)
{
    bs_decimal out = d;
    if (bs_decimal_shift(&out, d, power, NULL) != BS_OK) p->failed = true;
    return out;
}

static void clear_pending(bs__parser *p)
{
    p->has_pending = p->pending_tens = p->pending_word = false;
    p->pending = (bs_decimal){0, 0};
    p->serial = 0;
}

static void set_pending(bs__parser *p, bs_decimal value)
{
    clear_pending(p);
    p->pending = value;
    p->has_pending = true;
}

static int next_limit(const bs__parser *p)
{
    return p->small_last != POWER_NONE ? p->small_last : p->large_last;
}

// Words that make the digits before them a number of their own: the year in "3만 2023년".
static bool begins_own_number(const bs__parser *p, size_t at)
{
    static const char marks[] = "년|年|월|月|%|％";
    bs_str rest = bs_str_slice(p->text, bs_gap_skip(p->text, at), p->text.len);
    return bs_list_starts(rest, marks);
}

// Digits behind a blank go on with the number when a scale follows them, or when they fill the
// places that the last scale has left: "4천 820만", "3만 4,500 미터톤".
static bool digits_continue(const bs__parser *p, const bs__token *t)
{
    int limit = next_limit(p);
    if (limit == POWER_NONE || (int)t->digits.whole_count > limit) return false;
    bool note = t->start > 0 && (p->text.ptr[t->start - 1] | 0x20) == 'n'; // "million2"
    if (!t->gap) return !note;
    if (p->lang == BS_LANG_EN || (t->digits.flags & BS_NUMERAL_ZERO_PADDED)) return false;
    bs__token next;
    bool more = bs__token_peek(&next, p, t) && is_scale(&next) && next.value < limit;
    // "1조 2,000 억원", as lines and programs part it; 만 behind a blank is also a word.
    bool apart = p->lang == BS_LANG_KO && next.kind == BS_WORD_LARGE &&
                 (next.value > 4 || bs__is_counted_behind(p->text, next.end));
    if ((more && (!next.gap || apart)) || bs__over_goes_on(p, t, limit)) return true;
    bool started_bare = (p->flags & BS_NUMERAL_BARE) && p->tokens == 1;
    return limit <= 4 && !started_bare && !begins_own_number(p, t->end) &&
           (t->digits.flags & BS_NUMERAL_POINT) == 0;
}

static bool take_digits(bs__parser *p, const bs__token *t)
{
    if (p->has_pending || (p->tokens > 0 && !digits_continue(p, t))) return false;
    if (p->tokens == 0) p->digit_count = t->digits.whole_count;
    set_pending(p, t->digits.value);
    p->flags |= BS_NUMERAL_DIGITS | t->digits.flags;
    return true;
}

static unsigned word_style(unsigned flags)
{
    unsigned style = BS_NUMERAL_WORDS;
    if (flags & BS_WORD_NATIVE) style |= BS_NUMERAL_NATIVE;
    if (flags & BS_WORD_KANA) style |= BS_NUMERAL_KANA;
    return style;
}

// 两 is a two that counts, never one that is read out.
static bool is_pair(const bs__parser *p, size_t at)
{
    bs_str rest = bs_str_slice(p->text, at, p->text.len);
    return bs_str_starts(rest, BS_STR("两")) || bs_str_starts(rest, BS_STR("兩"));
}

// The 이 of 이다 is no two: 영이다, 칠일이며.
static bool is_copula(const bs__parser *p, size_t at)
{
    static const char endings[] = "이다|이며|이고|이었|이라|이지|이나|이므|이던";
    bs_str rest = bs_str_slice(p->text, at, p->text.len);
    return bs_list_starts(rest, endings);
}

static bool append_digit(bs__parser *p, const bs__token *t, int digit)
{
    bool characters = (t->flags & (BS_WORD_HAN | BS_WORD_SINO)) != 0;
    if (is_pair(p, t->start) || is_copula(p, t->start)) return false;
    if (!characters || t->gap || !p->pending_word) return false;
    bool lower = p->has_section || p->has_total;
    if (lower && p->serial < 2 && !bs__runs_to_scale(p, t)) return false;
    if (p->serial >= BS_DECIMAL_DIGITS_MAX) return false;
    p->pending.coefficient = p->pending.coefficient * 10 + digit;
    p->serial++;
    p->flags |= BS_NUMERAL_SERIAL;
    return true;
}

// A digit word behind a blank belongs to the number when its scale follows, or at the end of all.
static bool word_continues(const bs__parser *p, const bs__token *t)
{
    // "£107 billion three years later": behind figures a word begins another number.
    bool latin = (t->flags & BS_WORD_LATIN) != 0, figures = (p->flags & BS_NUMERAL_DIGITS) != 0;
    if (!t->gap || p->tokens == 0 || (latin && !figures)) return true;
    bs__token next;
    if (bs__token_peek(&next, p, t) && is_scale(&next) && next.value < next_limit(p)) return true;
    if (latin) return false;
    return bs_gap_skip(p->text, t->end) >= p->text.len;
}

// Behind figures a Korean digit word says how many of its own scale: 3만이천. The 이 of "370억이
// 늘었다" is a particle, the 두 of 4만두 a counter; only 3백일 may be 301.
static bool digit_has_scale(const bs__parser *p, const bs__token *t)
{
    if (p->lang != BS_LANG_KO || (p->flags & BS_NUMERAL_DIGITS) == 0) return true;
    if (!p->has_total && t->value != 2 && (t->flags & BS_WORD_NATIVE) == 0) return true;
    bs__token next;
    return bs__token_peek(&next, p, t) && !next.gap && is_scale(&next);
}

static bool take_digit(bs__parser *p, const bs__token *t)
{
    if (p->has_pending && p->pending_tens && t->kind == BS_WORD_DIGIT) {
        p->pending.coefficient += t->value;
        p->pending_tens = false;
    } else if (p->has_pending) {
        return append_digit(p, t, t->value);
    } else {
        if (p->tokens > 0 && next_limit(p) == POWER_NONE) return false;
        if (!word_continues(p, t) || (p->tokens > 0 && is_copula(p, t->start))) return false;
        if (p->tokens > 0 && !digit_has_scale(p, t)) return false;
        set_pending(p, bs_decimal_from_int(t->value));
        p->pending_word = true;
        p->serial = 1;
    }
    p->flags |= word_style(t->flags);
    if (p->tokens == 0 && (t->flags & BS_WORD_FORMAL)) p->flags |= BS_NUMERAL_FORMAL;
    if ((t->flags & BS_WORD_FORMAL) == 0) p->flags &= ~(unsigned)BS_NUMERAL_FORMAL;
    return true;
}

// "○點二三": a circle is a zero in front of a point and a digit, and elsewhere a mark of a list.
static bool before_point(const bs__parser *p, const bs__token *t)
{
    bs__token point;
    size_t taken;
    if (!bs__token_peek(&point, p, t) || point.kind != BS_WORD_POINT || point.gap) return false;
    const bs__word *digit = bs__word_at(p->text, point.end, p->lang, &taken);
    return digit != NULL && (digit->kind == BS_WORD_DIGIT || digit->kind == BS_WORD_ZERO);
}

static bool take_zero(bs__parser *p, const bs__token *t)
{
    if (p->has_pending) return append_digit(p, t, 0);
    if (p->tokens > 0) {
        if (p->lang != BS_LANG_ZH && p->lang != BS_LANG_JA) return false;
        p->filler = true;
        return true;
    }
    if (bs_str_starts(bs_str_slice(p->text, t->start, t->end), BS_STR("○")) && !before_point(p, t))
        return false;
    set_pending(p, bs_decimal_from_int(0));
    p->pending_word = true;
    p->serial = 1;
    p->flags |= word_style(t->flags);
    return true;
}

static bool take_tens(bs__parser *p, const bs__token *t)
{
    if (p->has_pending || (p->tokens > 0 && next_limit(p) == POWER_NONE)) return false;
    if ((t->flags & BS_WORD_LATIN) && !word_continues(p, t)) return false;
    set_pending(p, bs_decimal_from_int(t->value));
    p->pending_tens = t->kind == BS_WORD_TENS;
    p->flags |= word_style(t->flags);
    return true;
}

static void remember_face(bs__parser *p, bs_decimal face, int power)
{
    p->face = face;
    p->power_last = power;
    p->filler = false;
}

static bool take_small(bs__parser *p, const bs__token *t)
{
    if (p->small_last != POWER_NONE && t->value >= p->small_last) return false;
    bool zero = p->has_pending && p->pending.coefficient == 0 && p->pending_word;
    if (!p->has_pending || zero) {
        if (!bs__bare_scale_stands(p, t)) return false;
        if (p->tokens == 0) p->flags |= BS_NUMERAL_BARE;
        set_pending(p, bs_decimal_from_int(1));
        p->flags |= word_style(t->flags);
    }
    if (!bs__serial_scales(p, t)) {
        p->failed = true;
        return false;
    }
    if (p->tokens == 0 && (t->flags & BS_WORD_FORMAL)) p->flags |= BS_NUMERAL_FORMAL;
    remember_face(p, p->pending, t->value);
    bs_decimal term = shifted(p, p->pending, t->value);
    if (p->has_section) {
        add(p, &p->section, term);
    } else {
        p->section = term;
    }
    p->has_section = true;
    p->small_last = t->value;
    p->flags |= BS_NUMERAL_SMALL;
    clear_pending(p);
    return true;
}

static bs_decimal lead_of(bs__parser *p)
{
    bs_decimal lead = p->has_section ? p->section : p->pending;
    if (p->has_section && p->has_pending) add(p, &lead, p->pending);
    return lead;
}

// A letter is a scale behind digits only, and a lone b only where a decimal point makes it one. 4K
// and 8K are pictures.
static bool letter_allowed(const bs__parser *p, const bs__token *t)
{
    if ((t->flags & BS_WORD_LETTER) == 0) return true;
    if (!p->has_pending || p->has_section || (p->flags & BS_NUMERAL_DIGITS) == 0) return false;
    bool capital_k = p->text.ptr[t->start] == 'K';
    if (capital_k && bs_decimal_compare(p->pending, bs_decimal_from_int(10)) < 0) return false;
    bool b = t->end - t->start == 1 && (p->text.ptr[t->start] | 0x20) == 'b';
    return !b || ((p->flags & BS_NUMERAL_POINT) != 0 && !t->gap);
}

static bool take_large(bs__parser *p, const bs__token *t)
{
    bool lead = p->has_section || p->has_pending;
    if (!letter_allowed(p, t)) return false;
    bool rises = p->has_total && t->value >= p->large_last;
    if (!lead && p->has_total && (t->flags & BS_WORD_LATIN)) {
        // "lakh crore" and "thousand million" are one scale.
        if (!rises || (t->flags & BS_WORD_LETTER)) return false;
    }
    if (!lead && !p->has_total) {
        if (!bs__bare_scale_stands(p, t)) return false;
        if (p->tokens == 0) p->flags |= BS_NUMERAL_BARE;
        set_pending(p, bs_decimal_from_int(1));
        p->flags |= word_style(t->flags);
        lead = true;
    }
    if (lead && !bs__serial_scales(p, t)) {
        p->failed = true;
        return false;
    }
    if (rises && lead && (p->gap_since || t->value == p->large_last)) {
        p->split = true;
        return false;
    }
    if (rises && lead && (t->flags & BS_WORD_LATIN)) return false;
    if (lead) remember_face(p, lead_of(p), t->value);
    if (!lead || rises) {
        // 万亿, 四万万, 5万3千亿: the scale is of all that stands before it.
        if (lead) add(p, &p->total, lead_of(p));
        p->power_last = lead ? t->value : p->power_last + t->value;
        p->total = shifted(p, p->total, t->value);
    } else {
        bs_decimal term = shifted(p, lead_of(p), t->value);
        if (p->has_total) {
            add(p, &p->total, term);
        } else {
            p->total = term;
        }
    }
    p->has_total = true;
    p->has_section = false;
    p->small_last = POWER_NONE;
    p->large_last = t->value;
    p->gap_since = false;
    p->flags |= BS_NUMERAL_LARGE | ((t->flags & BS_WORD_LETTER) ? BS_NUMERAL_LETTER : 0u);
    p->closed = (t->flags & BS_WORD_LETTER) != 0;
    clear_pending(p);
    return true;
}

static bool take_dozen(bs__parser *p, const bs__token *t)
{
    if (!p->has_pending || p->has_section || p->has_total) return false;
    if (bs_decimal_mul(&p->pending, p->pending, bs_decimal_from_int(t->value), NULL) != BS_OK) {
        return false;
    }
    p->closed = true;
    return true;
}

static bs_decimal sum_of(bs__parser *p)
{
    bs_decimal sum = p->has_total ? p->total : lead_of(p);
    if (p->has_total && (p->has_section || p->has_pending)) add(p, &sum, lead_of(p));
    return sum;
}

// The digit in figures or words at `at`, one of a row behind a point; -1 when there is none.
static int fraction_digit(const bs__parser *p, size_t at, size_t *len)
{
    int digit = bs_digit_at(p->text, at, len);
    if (digit >= 0) return digit;
    const bs__word *word = bs__word_at(p->text, at, p->lang, len);
    bool plain = word != NULL && (word->kind == BS_WORD_DIGIT || word->kind == BS_WORD_ZERO) &&
                 (word->flags & BS_WORD_NATIVE) == 0;
    if (!plain || is_pair(p, at) || is_copula(p, at)) return -1;
    size_t end = at + *len;
    if ((word->flags & BS_WORD_LATIN) && end < p->text.len && bs__ascii_word(p->text.ptr[end]))
        return -1;
    return word->value;
}

// "五二・七歳", "四・一人": what is counted with a decimal behind it, and not one after the other
// as in "三・四人".
static bool is_counted_decimal(bs__parser *p, bs_str rest, int64_t digits, int32_t count)
{
    static const char counters[] = "歳|才|人|点|時間|円|件|回|戸|台|個|世帯";
    bs_decimal whole = sum_of(p);
    return count == 1 && whole.scale == 0 && whole.coefficient + 1 != digits &&
           bs_list_starts(rest, counters);
}

// 二点五, 200점 칠일, 2千万点5544: the digits behind the point, one after the other.
static bool take_point(bs__parser *p, const bs__token *t)
{
    if (p->tokens == 0 || (p->flags & BS_NUMERAL_POINT)) return false;
    // "六四〇．五億": the wide stop parts digits in characters; in "二．三月份" it closes a mark.
    bool stop = bs_str_starts(bs_str_slice(p->text, t->start, t->end), BS_STR("．"));
    if (stop && (p->flags & BS_NUMERAL_DIGITS)) return false;
    bool dot = bs_str_starts(bs_str_slice(p->text, t->start, t->end), BS_STR("・"));
    if (dot && (p->flags & BS_NUMERAL_DIGITS)) return false;
    int64_t digits = 0;
    int32_t count = 0;
    bool spaced = (p->flags & BS_NUMERAL_DIGITS) == 0;
    size_t at = t->end;
    for (;;) {
        // English digits stand apart, others only from the point.
        bool gap = spaced && (count == 0 || p->lang == BS_LANG_EN);
        size_t from = gap ? bs_gap_skip(p->text, at) : at;
        size_t len = 0;
        int digit = fraction_digit(p, from, &len);
        if (digit < 0) break;
        if (++count > BS_FRACTION_DIGITS) return false;
        digits = digits * 10 + digit;
        at = from + len;
    }
    bs_str rest = bs_str_slice(p->text, at, p->text.len);
    if (count == 0 || bs_str_starts(rest, BS_STR("分"))) return false;
    if (stop && bs_list_starts(rest, "月|日|年|季|、")) return false;
    // "一・二年生" are two, "一・六％" is one: what can be no list.
    static const char measures[] = "％|%|パーセント|ポイント|倍|万|億|兆|度|キロ|トン|メートル|"
                                   "ヘクタール|センチ|ミリ|平方";
    if (dot && !bs_list_starts(rest, measures) && !is_counted_decimal(p, rest, digits, count))
        return false;
    bs_decimal sum = sum_of(p);
    add(p, &sum, (bs_decimal){digits, count});
    set_pending(p, sum);
    p->has_total = p->has_section = false;
    p->flags |= BS_NUMERAL_POINT;
    p->at = at;
    bs__token scale;
    bool read = bs__token_read(&scale, p);
    bool apart = scale.gap && p->lang != BS_LANG_EN;
    p->closed = !(read && is_scale(&scale) && !apart);
    p->small_last = p->large_last = POWER_NONE;
    return true;
}

// "two hundred and five": only behind a scale, and only where it can be nothing but one number.
static bool take_and(bs__parser *p, const bs__token *t)
{
    if (p->has_pending || next_limit(p) == POWER_NONE) return false;
    bs__parser next = *p;
    next.at = t->end;
    bs__token number;
    if (!bs__token_read(&number, &next)) return false;
    if (number.kind == BS_WORD_DIGITS) {
        if (p->small_last == POWER_NONE || (int)number.digits.whole_count > p->small_last)
            return false;
        set_pending(p, number.digits.value);
        p->at = number.end;
        return true;
    }
    if (number.kind != BS_WORD_DIGIT && number.kind != BS_WORD_TEEN &&
        number.kind != BS_WORD_TENS) {
        return false;
    }
    if (p->small_last != POWER_NONE || (p->flags & BS_NUMERAL_DIGITS) == 0) return true;
    bs__token scale;
    return bs__token_peek(&scale, &next, &number) && is_scale(&scale) &&
           scale.value < p->large_last;
}

// 여 and 多 close the number, unless a larger scale follows: 十多万, 500余り万.
static bool take_over(bs__parser *p, const bs__token *t)
{
    bool korean = p->lang == BS_LANG_KO;
    bool apart = korean && t->gap;
    bool scaled = (p->flags & BS_NUMERAL_LARGE) && bs__is_counted_behind(p->text, t->end);
    if (p->tokens == 0 || (apart && !scaled)) return false;
    bs__token next;
    bool more = bs__token_peek(&next, p, t) && next.kind == BS_WORD_LARGE &&
                (!next.gap || (korean && bs__is_counted_behind(p->text, next.end))) &&
                (next.flags & BS_WORD_LETTER) == 0 && next.value < p->large_last;
    if (!more && t->gap && !apart) return false;
    p->flags |= BS_NUMERAL_OVER;
    p->closed = !more;
    p->plain_end = more ? 0 : p->at;
    return true;
}

static bool take_some(bs__parser *p, const bs__token *t)
{
    if (p->tokens > 0) {
        if (p->flags & BS_NUMERAL_DIGITS || next_limit(p) == POWER_NONE) return false;
        return take_over(p, t);
    }
    bs__token next;
    if (!bs__token_peek(&next, p, t) || !is_scale(&next) || next.flags & BS_WORD_LETTER)
        return false;
    // "總數百分之三十": the word in front ends in that character.
    if (bs_str_starts(bs_str_slice(p->text, next.end, p->text.len), BS_STR("分之"))) return false;
    p->flags |= BS_NUMERAL_VAGUE | word_style(t->flags);
    return true;
}

static bool stop(bs__parser *p, const bs__token *t)
{
    (void)p;
    (void)t;
    return false;
}

static bool (*const steps[])(bs__parser *, const bs__token *) = {
    [BS_WORD_DIGITS] = take_digits, [BS_WORD_DIGIT] = take_digit, [BS_WORD_ZERO] = take_zero,
    [BS_WORD_TEEN] = take_tens,     [BS_WORD_TENS] = take_tens,   [BS_WORD_SMALL] = take_small,
    [BS_WORD_LARGE] = take_large,   [BS_WORD_DOZEN] = take_dozen, [BS_WORD_POINT] = take_point,
    [BS_WORD_AND] = take_and,       [BS_WORD_OVER] = take_over,   [BS_WORD_SOME] = take_some,
    [BS_WORD_MINUS] = stop,         [BS_WORD_PLUS] = stop,        [BS_WORD_PARTS] = stop,
    [BS_WORD_WITH] = stop,
};
_Static_assert(BS_COUNT(steps) == BS_WORD_KIND_COUNT, "every kind of word needs a step");

static void parse(bs__parser *p)
{
    bs__token t;
    if (!bs__token_read(&t, p)) return; // at most places
    bs__parser whole = *p;              // as it was behind the last large scale
    do {
        size_t before = p->at;
        if (t.gap) p->gap_since = true;
        if (!steps[t.kind](p, &t)) break;
        if (p->at == before) p->at = t.end;
        p->tokens++;
        if (t.kind == BS_WORD_LARGE) whole = *p;
    } while (!p->closed && !p->failed && p->tokens < TOKENS_MAX && bs__token_read(&t, p));
    if (p->split) *p = whole;
}

// 四百五 is 450 and 九万四 is 94,000 in Chinese: a last digit without zero stands one place lower.
static void place_last_digit(bs__parser *p)
{
    bool implied = p->lang == BS_LANG_ZH && p->has_pending && p->pending_word && !p->filler &&
                   p->tokens >= 2 && (p->has_section || p->has_total) && p->power_last >= 2;
    if (implied) p->pending = shifted(p, p->pending, p->power_last - 1);
}

// Characters alone say all their digits: 二十 is 20, not "about 20" as 2十万 would be.
static bs_decimal spelled_out(const bs__parser *p, bs_decimal sum)
{
    if (p->flags & (BS_NUMERAL_DIGITS | BS_NUMERAL_LARGE | BS_NUMERAL_VAGUE)) return sum;
    while (sum.scale < 0 && sum.coefficient < INT64_MAX / 10) {
        sum.coefficient *= 10;
        sum.scale++;
    }
    return sum;
}

bs__parser bs__parser_at(bs_str text, size_t at, bs_lang lang)
{
    return (bs__parser){
        .text = text, .lang = lang, .at = at, .small_last = POWER_NONE, .large_last = POWER_NONE};
}

bool bs__numeral_plain(bs_numeral *out, bs_str text, size_t at, bs_lang lang)
{
    bs__parser p = bs__parser_at(text, at, lang);
    parse(&p);
    if (p.failed || p.tokens == 0) return false;
    if (!p.has_total && !p.has_section && !p.has_pending) return false;
    bool face_only = p.power_last == 0;
    place_last_digit(&p);
    bs_decimal sum = spelled_out(&p, sum_of(&p));
    if (p.failed) return false;
    *out = (bs_numeral){.value = sum,
                        .face = face_only ? sum : p.face,
                        .power = p.power_last,
                        .flags = p.flags,
                        .tokens = p.tokens,
                        .start = at,
                        .body = at,
                        .plain_end = p.plain_end ? p.plain_end : p.at,
                        .end = p.at,
                        .digit_count = p.digit_count};
    return true;
}
