// SPDX-License-Identifier: GPL-3.0-or-later
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "engine/analyze/channel.h"
#include "engine/analyze/relation_internal.h"
#include "engine/analyze/relation_word.h"
#include "engine/base/utf8.h"

enum { RUNS_MAX = 6 };

// The digits of a figure as the channel reads them. A compound of scales (2조 2,385억) is read as
// one number of its last scale; its runs of digits say how it is written back.
typedef struct printed_figure {
    bs_str digits; // the figure's digits, without a scale word behind them (37.5억: 37.5)
    bs_printed printed;
    bool negated;     // the words, not the digits, make it negative (감소, fell)
    bs_decimal value; // with that sign
    bool compound;    // several runs of digits
    bs_str runs[RUNS_MAX];
    int powers[RUNS_MAX]; // of ten that the words behind the runs say
    size_t run_count;
    int64_t unit; // what one of the last run is worth in the value's last digit
} printed_figure;

static bool is_digit_part(char c)
{
    return (c >= '0' && c <= '9') || c == ',';
}

// Splits the digits into runs; false when there are too many.
static bool split_runs(printed_figure *out, bs_str digits)
{
    size_t at = 0;
    out->run_count = 0;
    while (at < digits.len) {
        if (!is_digit_part(digits.ptr[at])) {
            at++;
            continue;
        }
        size_t start = at;
        while (at < digits.len && is_digit_part(digits.ptr[at]))
            at++;
        if (out->run_count == RUNS_MAX) return false;
        out->runs[out->run_count++] = bs_str_slice(digits, start, at);
    }
    return out->run_count > 1;
}

static int64_t run_value(bs_str run)
{
    int64_t value = 0;
    for (size_t i = 0; i < run.len && i < BS_PRINTED_DIGITS_MAX; i++) {
        if (run.ptr[i] != ',') value = value * 10 + (run.ptr[i] - '0');
    }
    return value;
}

static int64_t ten_to(int power)
{
    int64_t out = 1;
    for (; power > 0; power--)
        out *= 10;
    return out;
}

// By how much a run of a compound goes up when it is written in the unit of the next one.
static int64_t step_to(const printed_figure *figure, size_t run)
{
    return run == 0 ? 1 : ten_to(figure->powers[run - 1] - figure->powers[run]);
}

static const struct scale_letter {
    bs_str word;
    int power;
    bool counts_on; // 천 of 천억: counted in what follows
} scale_letters[] = {
    {BS_STR_INIT("천"), 3, true},   {BS_STR_INIT("백"), 2, true},   {BS_STR_INIT("십"), 1, true},
    {BS_STR_INIT("千"), 3, true},   {BS_STR_INIT("百"), 2, true},   {BS_STR_INIT("十"), 1, true},
    {BS_STR_INIT("만"), 4, false},  {BS_STR_INIT("万"), 4, false},  {BS_STR_INIT("萬"), 4, false},
    {BS_STR_INIT("억"), 8, false},  {BS_STR_INIT("亿"), 8, false},  {BS_STR_INIT("億"), 8, false},
    {BS_STR_INIT("조"), 12, false}, {BS_STR_INIT("兆"), 12, false}, {BS_STR_INIT("경"), 16, false},
};

// The words behind a run: "천억". *large is what the runs in front of it are counted in, too, where
// they say none: 3천 of 3천5백억.
static int power_of(bs_str words, int *large)
{
    int small = 0, own = 0;
    bool said = false, goes_on = true;
    for (words = bs_str_trim(words); goes_on;) {
        goes_on = false;
        for (size_t i = 0; i < BS_COUNT(scale_letters) && !goes_on; i++) {
            const struct scale_letter *one = &scale_letters[i];
            if (!bs_str_starts(words, one->word)) continue;
            goes_on = true;
            words = bs_str_slice(words, one->word.len, words.len);
            small += one->counts_on ? one->power : 0;
            own += one->counts_on ? 0 : one->power;
            said |= !one->counts_on;
        }
    }
    if (said) *large = own;
    return *large + small;
}

// The powers of the runs, the last one's from the text behind the digits; they have to fall.
static bool read_powers(printed_figure *out, const bs_quantity *quantity)
{
    bs_str text = quantity->text, digits = out->digits;
    const char *end = digits.ptr + digits.len;
    bool within = digits.ptr >= text.ptr && end <= text.ptr + text.len;
    int large = 0;
    for (size_t i = out->run_count; i-- > 0;) {
        const char *from = out->runs[i].ptr + out->runs[i].len;
        const char *to = i + 1 < out->run_count ? out->runs[i + 1].ptr
                         : within               ? text.ptr + text.len
                                                : end;
        out->powers[i] = power_of((bs_str){from, (size_t)(to - from)}, &large);
        bool falls = i + 1 == out->run_count || out->powers[i] > out->powers[i + 1];
        if (!falls || out->powers[i] - out->powers[out->run_count - 1] > 16) return false;
    }
    return true;
}

// Reads "2조 2,385억" or "36조8천억" when its runs are the digits of the value.
static bool read_compound(printed_figure *out, const bs_quantity *quantity)
{
    if (!split_runs(out, out->digits) || !read_powers(out, quantity)) return false;
    int64_t whole = 0, value;
    for (size_t i = 0; i < out->run_count; i++) {
        int64_t own = run_value(out->runs[i]); // more digits than fit where one is too many
        if (__builtin_mul_overflow(whole, step_to(out, i), &whole)) return false;
        whole += own;
    }
    int extra = out->powers[out->run_count - 1] + out->value.scale;
    if (extra < 0 || extra > 12) return false;
    out->unit = ten_to(extra);
    if (__builtin_mul_overflow(whole, out->unit, &value)) return false;
    if (whole == 0 || value != llabs(out->value.coefficient)) return false;
    char text[24];
    int count = snprintf(text, sizeof text, "%lld", (long long)whole);
    if (count > BS_PRINTED_DIGITS_MAX) return false;
    out->printed = (bs_printed){.count = (uint8_t)count, .whole = (uint8_t)count};
    for (int i = 0; i < count; i++)
        out->printed.digits[i] = (uint8_t)(text[i] - '0');
    out->negated = out->value.coefficient < 0;
    out->compound = true;
    return true;
}

bs_str bs_mend__digits(const bs_quantity *quantity)
{
    bs_str digits = quantity->digits;
    size_t end = digits.len;
    while (end > 0) {
        bs_rune rune = bs_utf8_decode_before(digits, end);
        uint32_t code = bs_rune_fold_width(rune.code);
        if ((code >= '0' && code <= '9') || code == ')') break;
        end -= rune.len;
    }
    return bs_str_slice(digits, 0, end);
}

static bool read_figure(printed_figure *out, const bs_quantity *quantity)
{
    *out =
        (printed_figure){.digits = bs_mend__digits(quantity), .value = bs_figure__signed(quantity)};
    if (!bs_printed_parse(&out->printed, out->digits)) return read_compound(out, quantity);
    int64_t coefficient = bs_printed_coefficient(&out->printed);
    out->negated = coefficient != 0 && coefficient == -out->value.coefficient;
    return out->negated || coefficient == out->value.coefficient;
}

// Writes the runs of a compound: the last ones keep four places, the first takes the rest.
static void write_compound(bs_buffer *buffer, const printed_figure *figure, bs_str digits,
                           int64_t coefficient)
{
    int64_t values[RUNS_MAX];
    for (size_t i = figure->run_count; i-- > 1;) {
        values[i] = coefficient % step_to(figure, i);
        coefficient /= step_to(figure, i);
    }
    values[0] = coefficient;
    const char *at = digits.ptr;
    for (size_t i = 0; i < figure->run_count; i++) {
        bs_str run = figure->runs[i];
        bs_buffer_add(buffer, (bs_str){at, (size_t)(run.ptr - at)});
        bool grouped = memchr(run.ptr, ',', run.len) != NULL;
        if (grouped && values[i] >= 1000)
            bs_buffer_addf(buffer, "%lld,%03lld", (long long)(values[i] / 1000),
                           (long long)(values[i] % 1000));
        else
            bs_buffer_addf(buffer, "%lld", (long long)values[i]);
        at = run.ptr + run.len;
    }
    bs_buffer_add(buffer, (bs_str){at, (size_t)(digits.ptr + digits.len - at)});
}

// The figure's text with other digits in their place.
static bs_str splice(bs_arena *arena, const bs_quantity *quantity, const printed_figure *figure,
                     int64_t coefficient, int scale)
{
    bs_str text = quantity->text;
    bs_str digits = figure->digits;
    if (digits.ptr < text.ptr || digits.ptr + digits.len > text.ptr + text.len) text = digits;
    size_t start = (size_t)(digits.ptr - text.ptr);
    bs_buffer buffer = BS_BUFFER_INIT;
    bs_buffer_add(&buffer, bs_str_slice(text, 0, start));
    if (figure->compound)
        write_compound(&buffer, figure, digits, coefficient);
    else
        bs_printed_write(&buffer, coefficient, scale, &figure->printed);
    bs_buffer_add(&buffer, bs_str_slice(text, start + digits.len, text.len));
    bs_str out = bs_arena_str(arena, bs_buffer_str(&buffer));
    bs_buffer_deinit(&buffer);
    return out;
}

enum { GROUPED_NEIGHBOURS_MAX = 40 };

// The mark between thousands that numbers of the same unit around a figure have; empty for none.
static bs_str group_around(const bs_view *view, const bs_figure *figure)
{
    size_t own = (size_t)(figure - view->figures.items);
    size_t first = own > GROUPED_NEIGHBOURS_MAX ? own - GROUPED_NEIGHBOURS_MAX : 0;
    for (size_t i = first; i < view->figures.count && i <= own + GROUPED_NEIGHBOURS_MAX; i++) {
        const bs_quantity *other = view->figures.items[i].quantity;
        bs_printed printed;
        if (i != own && bs_str_equal(other->unit, figure->quantity->unit) &&
            bs_printed_parse(&printed, bs_mend__digits(other)) && printed.group.len > 0)
            return printed.group;
    }
    return (bs_str){0};
}

bs_str bs_mend__print(bs_arena *arena, const bs_view *view, const bs_figure *figure,
                      bs_decimal value)
{
    const bs_quantity *quantity = figure->quantity;
    printed_figure printed;
    if (!read_figure(&printed, quantity)) return (bs_str){0};
    int scale = value.scale - quantity->value.scale + bs_printed_decimals(&printed.printed);
    int64_t coefficient = printed.negated ? -value.coefficient : value.coefficient;
    if (printed.negated && coefficient < 0) return (bs_str){0}; // the words would have to change
    for (; scale < 0; scale++) {
        if (__builtin_mul_overflow(coefficient, (int64_t)10, &coefficient)) return (bs_str){0};
    }
    if (printed.compound) {
        int64_t least = printed.unit;
        for (size_t i = 1; i < printed.run_count; i++)
            least *= step_to(&printed, i);
        if (scale != 0 || coefficient < least || coefficient % printed.unit != 0)
            return (bs_str){0};
        coefficient /= printed.unit;
    }
    if (printed.printed.whole <= 3 && printed.printed.group.len == 0)
        printed.printed.group = group_around(view, figure);
    return splice(arena, quantity, &printed, coefficient, scale);
}

// Scale words that are taken for one another, with the powers of ten that they stand for.
typedef struct scale_word {
    bs_str word;
    int power;
    int family; // only words of one family are exchanged
} scale_word;

static const scale_word scale_words[] = {
    {BS_STR_INIT("만"), 4, 0},        {BS_STR_INIT("억"), 8, 0},
    {BS_STR_INIT("조"), 12, 0},       {BS_STR_INIT("万亿"), 12, 1},
    {BS_STR_INIT("万"), 4, 1},        {BS_STR_INIT("亿"), 8, 1},
    {BS_STR_INIT("万"), 4, 2},        {BS_STR_INIT("億"), 8, 2},
    {BS_STR_INIT("兆"), 12, 2},       {BS_STR_INIT("thousand"), 3, 3},
    {BS_STR_INIT("million"), 6, 3},   {BS_STR_INIT("billion"), 9, 3},
    {BS_STR_INIT("trillion"), 12, 3}, {BS_STR_INIT("萬"), 4, 4},
    {BS_STR_INIT("億"), 8, 4},        {BS_STR_INIT("兆"), 12, 4},
};

static const double SCALE_CHANCE = 0.3; // of one of the neighbouring words of a family

static bs_status push_mend(bs_mend_array *out, bs_arena *arena, const bs_mend *mend, bs_error *err)
{
    if (mend->text.ptr == NULL || mend->value.coefficient == 0) return BS_OK;
    bs_mend *item = BS_PUSH(arena, out);
    if (item == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    *item = *mend;
    return BS_OK;
}

static bs_str replace(bs_arena *arena, bs_str text, bs_str old, bs_str new_word)
{
    size_t at = (size_t)(old.ptr - text.ptr);
    bs_str tail = bs_str_slice(text, at + old.len, text.len);
    return bs_arena_format(arena, "%.*s%.*s%.*s", (int)at, text.ptr, BS_STR_ARG(new_word),
                           BS_STR_ARG(tail));
}

// 37.5만 for 37.5억: the other scale words that may stand behind the same digits.
static bs_status list_scales(bs_mend_array *out, bs_arena *arena, const bs_mend *base,
                             const bs_quantity *quantity, bs_str digits, bs_error *err)
{
    bs_str text = quantity->text;
    size_t from = (size_t)(digits.ptr + digits.len - text.ptr);
    if (digits.ptr < text.ptr || from >= text.len) return BS_OK;
    bs_str tail = bs_str_trim(bs_str_slice(text, from, text.len));
    for (size_t i = 0; i < BS_COUNT(scale_words); i++) {
        if (!bs_str_starts(tail, scale_words[i].word)) continue;
        for (size_t k = 0; k < BS_COUNT(scale_words); k++) {
            const scale_word *other = &scale_words[k];
            int power = other->power - scale_words[i].power;
            if (other->family != scale_words[i].family || power == 0 || abs(power) > 4) continue;
            bs_mend mend = *base;
            bs_decimal value = bs_figure__signed(quantity);
            if (bs_decimal_shift(&mend.value, value, power, NULL) != BS_OK) continue;
            bs_str old = {tail.ptr, scale_words[i].word.len};
            mend.text = replace(arena, text, old, other->word);
            mend.slip = bs_slip_name(BS_SLIP_UNIT);
            mend.phrase = bs_slip_phrase(BS_SLIP_UNIT);
            mend.weight *= SCALE_CHANCE;
            BS_TRY(push_mend(out, arena, &mend, err));
        }
    }
    return BS_OK;
}

static const double WORD_CHANCE = 0.5; // of a wrong word among slips of the sign

// "fell 6.5%" for "rose 6.5%": the number with the opposite word.
static bs_status list_word(bs_mend_array *out, const bs_mender *mender, const bs_mend *base,
                           const printed_figure *printed, bs_error *err)
{
    const bs_quantity *quantity = mender->view->figures.items[base->figure].quantity;
    bs_direction direction;
    bool moves = quantity->role == BS_ROLE_GROWTH || quantity->role == BS_ROLE_CHANGE;
    if (!moves || printed->printed.minus.len > 0 ||
        mender->view->figures.items[base->figure].sentence == SIZE_MAX ||
        !bs_direction_find(mender->view, base->figure, &direction) ||
        direction.down != printed->negated)
        return BS_OK;
    bs_mend mend = *base;
    mend.value = bs_decimal_negate(printed->value);
    mend.span = direction.span;
    mend.text = bs_direction_turn(mender->arena, &direction);
    mend.slip = bs_slip_name(BS_SLIP_SIGN);
    mend.phrase = "the opposite direction";
    mend.weight *= bs_slip_weights(mender->profile)[BS_SLIP_SIGN] * WORD_CHANCE;
    return push_mend(out, mender->arena, &mend, err);
}

static bool can_be_printed(const bs_quantity *quantity, const printed_figure *printed,
                           const bs_intended *intended)
{
    if (quantity->origin.table != 0) return true;
    // In prose words carry the sign and the scale; their slips are those of list_scales.
    if (intended->slip == BS_SLIP_UNIT) return false;
    return intended->slip != BS_SLIP_SIGN || printed->printed.minus.len > 0;
}

static bs_mend mend_of(const bs_mend *base, const bs_quantity *quantity, bs_decimal value,
                       const bs_intended *intended)
{
    bs_mend mend = *base;
    mend.value = value;
    mend.text = quantity->digits; // printed only when it is proposed
    mend.slip = bs_slip_name(intended->slip);
    mend.phrase = bs_slip_phrase(intended->slip);
    mend.weight *= intended->chance;
    return mend;
}

// Slips inside one run of a compound; the others stay.
static bs_status list_run(bs_mend_array *out, const bs_mender *mender, const bs_mend *base,
                          const printed_figure *printed, size_t run, bs_error *err)
{
    const bs_quantity *quantity = mender->view->figures.items[base->figure].quantity;
    const double *weights = bs_slip_weights(mender->profile);
    bs_printed digits;
    if (!bs_printed_parse(&digits, printed->runs[run])) return BS_OK;
    int64_t unit = printed->unit;
    for (size_t i = run + 1; i < printed->run_count; i++)
        unit *= step_to(printed, i);
    size_t count = bs_channel_undo(mender->room, &digits, 0);
    for (size_t i = 0; i < count; i++) {
        const bs_intended *one = &mender->room[i];
        bool fits = run == 0 || one->coefficient < step_to(printed, run);
        if (one->scale != 0 || one->coefficient <= 0 || !fits) continue;
        int64_t change = (one->coefficient - run_value(printed->runs[run])) * unit;
        bs_decimal whole = printed->value;
        whole.coefficient += printed->negated ? -change : change;
        bs_mend mend = mend_of(base, quantity, whole, one);
        mend.weight *= weights[one->slip] / (double)printed->run_count;
        BS_TRY(push_mend(out, mender->arena, &mend, err));
    }
    return BS_OK;
}

// Of a digit that is no repetition, among digits struck twice; and of one behind the point, without
// which a number has a place less than it was printed with and fits nearly anything.
static const double STRAY_CHANCE = 0.3;
static const double STRAY_BEHIND_POINT = 0.1;

// A digit too many beside another one: 7,265.0 for 265.0. Digits struck twice are those of the
// channel.
static bs_status list_stray(bs_mend_array *out, const bs_mender *mender, const bs_mend *base,
                            const printed_figure *printed, bs_error *err)
{
    const bs_quantity *quantity = mender->view->figures.items[base->figure].quantity;
    const bs_printed *p = &printed->printed;
    double weight = bs_slip_weights(mender->profile)[BS_SLIP_DOUBLE] * STRAY_CHANCE;
    int64_t place = 1, all = llabs(bs_printed_coefficient(p));
    for (int i = p->count - 1; i >= 0; i--, place *= 10) {
        bool whole = i < p->whole;
        bool twice = (i > 0 && p->digits[i - 1] == p->digits[i]) ||
                     (i + 1 < p->count && p->digits[i + 1] == p->digits[i]);
        bool leads = i == 0 && p->whole > 2 && p->digits[1] == 0;
        if (twice || leads || (whole && p->whole < 2)) continue;
        int64_t rest = all / (place * 10) * place + all % place;
        bool negative = p->negative != printed->negated;
        bs_intended one = {rest, bs_printed_decimals(p) - !whole, BS_SLIP_DOUBLE, 1.0 / p->count};
        bs_decimal value = {negative ? -rest : rest, quantity->value.scale - !whole};
        bs_mend mend = mend_of(base, quantity, value, &one);
        mend.phrase = "a digit too many";
        mend.stray = true;
        mend.weight *= whole ? weight : weight * STRAY_BEHIND_POINT;
        BS_TRY(push_mend(out, mender->arena, &mend, err));
    }
    return BS_OK;
}

bs_status bs_mender__init(bs_mender *out, bs_arena *arena, const bs_view *view, bs_profile profile,
                          bs_error *err)
{
    *out =
        (bs_mender){arena, view, profile, BS_NEW_ARRAY(arena, bs_intended, BS_INTENDED_COUNT_MAX)};
    return out->room ? BS_OK : bs_fail(err, BS_E_MEMORY, "out of memory");
}

bs_status bs_mend__list(bs_mend_array *out, const bs_mender *mender, size_t figure, bs_error *err)
{
    const bs_quantity *quantity = mender->view->figures.items[figure].quantity;
    printed_figure printed;
    if (!read_figure(&printed, quantity)) return BS_OK;
    const double *weights = bs_slip_weights(mender->profile);
    bs_mend base = {.figure = figure, .weight = 1};
    for (size_t run = 0; printed.compound && run < printed.run_count; run++)
        BS_TRY(list_run(out, mender, &base, &printed, run, err));
    if (printed.compound) return BS_OK;
    int decimals = bs_printed_decimals(&printed.printed);
    size_t count = bs_channel_undo(mender->room, &printed.printed, decimals);
    for (size_t i = 0; i < count; i++) {
        const bs_intended *one = &mender->room[i];
        if (!can_be_printed(quantity, &printed, one)) continue;
        bs_decimal value = {one->coefficient * (printed.negated ? -1 : 1),
                            quantity->value.scale + one->scale - decimals};
        bs_mend mend = mend_of(&base, quantity, value, one);
        mend.weight *= weights[one->slip];
        BS_TRY(push_mend(out, mender->arena, &mend, err));
    }
    BS_TRY(list_stray(out, mender, &base, &printed, err));
    if (quantity->origin.table != 0) return BS_OK;
    BS_TRY(list_word(out, mender, &base, &printed, err));
    base.weight = weights[BS_SLIP_UNIT];
    return list_scales(out, mender->arena, &base, quantity, printed.digits, err);
}
