// SPDX-License-Identifier: GPL-3.0-or-later
// Earlier values in brackets, where the paper says so once: "(Comparable figures for the first half
// of 2023 in brackets.)", "（　）内は前年同期", "괄호 안은 전년 동기". Then "EUR 318.6 million
// (295.2)" is two amounts of one measure, and the second is in the unit of the first.
#include "engine/core/unit.h"
#include "engine/extract/moment_internal.h"
#include "engine/extract/role.h"
#include "engine/extract/words.h"

// What speaks of brackets.
static const bs_str brackets[] = {
    BS_STR_INIT("brackets"), BS_STR_INIT("n parenthes"), BS_STR_INIT("括弧内"),
    BS_STR_INIT("カッコ内"), BS_STR_INIT("かっこ内"),    BS_STR_INIT("（　）内"),
    BS_STR_INIT("（ ）内"),  BS_STR_INIT("( )内"),       BS_STR_INIT("괄호 안"),
    BS_STR_INIT("괄호안"),   BS_STR_INIT("괄호 내"),     BS_STR_INIT("( ) 안"),
    BS_STR_INIT("( )안"),    BS_STR_INIT("(  )안"),      BS_STR_INIT("括号内"),
    BS_STR_INIT("括號內"),   BS_STR_INIT("括号中"),
};
// That it speaks of the same time a year ago.
static const char years_ago[] =
    "previous year|prior year|prior-year|year earlier|year-earlier|last year|year before|a year "
    "ago|"
    "前年同期|前年同月|前年|전년 동기|전년동기|전년 동월|전년동월|작년|上年同期|上年同月|上年|去年";
// And that these are no earlier values.
static const char others[] =
    "%|ercent|hange|rowth|rate|share|tandard|onfidence|比|増減|増加|構成|率|"
    "대비|증감|비중|비율|增|占";

void bs__note_brackets(bs__job *job, const bs__passage *passage, size_t first)
{
    enum { BYTES_MAX = 240 }; // it stands for itself
    bs_str text = passage->text;
    bs_period period = BS_PERIOD_NONE;
    if (text.len > BYTES_MAX) return;
    for (size_t i = first; i < job->out->quantities.count; i++) {
        const bs_quantity *quantity = &job->out->quantities.items[i];
        bool time = quantity->kind == BS_KIND_DATE || quantity->kind == BS_KIND_YEAR;
        if (!time) return;
        if (bs_period_is_none(period)) period = quantity->period;
    }
    if (!bs_word_among(text, brackets) || bs_str_has_any(text, others)) return;
    job->bracket_period = period;
    job->bracket_years = bs_str_has_any(text, years_ago) ? 1 : 0;
}

static bool is_amount(const bs_quantity *quantity)
{
    bool kind = quantity->kind == BS_KIND_QUANTITY || quantity->kind == BS_KIND_PERCENT ||
                quantity->kind == BS_KIND_CURRENCY;
    return kind && quantity->valued && quantity->role == BS_ROLE_LEVEL;
}

// Whether item `i` stands alone in brackets, directly behind the one before it.
static bool is_alone(bs_str text, const bs_item_array *items, size_t i)
{
    const bs_item *own = &items->items[i], *before = own - 1;
    bs_str between = bs_str_trim(bs_str_slice(text, before->end, own->start));
    bs_rune behind = bs_utf8_decode(text, own->end);
    return (bs_str_equal(between, BS_STR("(")) || bs_str_equal(between, BS_STR("（"))) &&
           (behind.code == ')' || behind.code == 0xFF09);
}

// "318.6 million (295.2)": bare digits in brackets are in the unit in front of them.
static void take_unit(bs_quantity *own, const bs_quantity *before, int power)
{
    bs_decimal value;
    if (!bs_str_equal(own->unit, BS_STR("1")) || own->kind != BS_KIND_QUANTITY) return;
    if (bs_decimal_shift(&value, own->value, power, NULL) != BS_OK) return;
    own->value = value;
    own->unit = before->unit;
    own->kind = before->kind;
    own->unit_rule = "the amount in front of the brackets";
}

static bs_period earlier_period(const bs__job *job, bs_period period)
{
    bs_period told = job->bracket_period;
    if (bs_period_is_none(period)) return BS_PERIOD_NONE;
    if (bs_period_is_none(told)) return bs_period_offset_years(period, -job->bracket_years);
    bool like =
        told.frequency == period.frequency && told.last - told.first == period.last - period.first;
    return like && bs_period_compare(told, period) < 0 ? told : BS_PERIOD_NONE;
}

void bs__date_brackets(bs__job *job, const bs__passage *passage, const bs_item_array *items,
                       size_t first)
{
    bool told = !bs_period_is_none(job->bracket_period) || job->bracket_years > 0;
    for (size_t i = 1; told && passage->table == 0 && i < items->count; i++) {
        bs_quantity *own = &job->out->quantities.items[first + i], *before = own - 1;
        if (!is_amount(own) || !is_amount(before) || !is_alone(passage->text, items, i)) continue;
        bool bare = bs_str_equal(own->unit, BS_STR("1"));
        if (!bare && !bs_str_equal(own->unit, before->unit)) continue;
        take_unit(own, before, items->items[i - 1].unit_power);
        own->period = earlier_period(job, before->period);
        own->period_inferred = true;
        own->period_rule = "stated for what stands in brackets";
    }
}

// "(2034: £1,120 million)": a year and its amount fill a bracket behind an amount.
static bool is_year_aside(bs_str text, const bs_item_array *items, size_t year)
{
    const bs_item *own = &items->items[year + 1], *self = &items->items[year];
    bs_str front = bs_str_trim(bs_str_slice(text, self[-1].end, self->start));
    bs_str between = bs_str_trim(bs_str_slice(text, self->end, own->start));
    bs_rune behind = bs_utf8_decode(text, own->end);
    return (bs_str_equal(front, BS_STR("(")) || bs_str_equal(front, BS_STR("（"))) &&
           bs_list_is(between, ":|：") && (behind.code == ')' || behind.code == 0xFF09);
}

// Is a period shorter than a year: a half, a quarter, some months, a day?
static bool is_part_of_year(bs_period period)
{
    if (bs_period_is_none(period) || period.frequency == BS_FREQUENCY_ANNUAL) return false;
    bs_date start = bs_period_start(period), end = bs_period_end(period);
    return (end.year - start.year) * 12 + end.month - start.month < 11;
}

void bs__date_years_aside(bs__job *job, const bs__passage *passage, const bs_item_array *items,
                          size_t first)
{
    for (size_t i = 1; passage->table == 0 && i + 1 < items->count; i++) {
        bs_quantity *year = &job->out->quantities.items[first + i], *own = year + 1;
        const bs_quantity *before = year - 1;
        if (year->kind != BS_KIND_YEAR || !is_amount(own) || !is_amount(before) ||
            !bs_str_equal(own->unit, before->unit) || !is_part_of_year(before->period) ||
            !is_year_aside(passage->text, items, i))
            continue;
        int ago = bs_period_end(before->period).year - bs_period_year_of(year->period);
        if (ago <= 0) continue;
        own->period = bs_period_offset_years(before->period, -ago);
        own->period_rule = "the same part of the year in brackets";
    }
}

void bs__date_proportions(bs__job *job, const bs__passage *passage, size_t first)
{
    bs_quantity_array *all = &job->out->quantities;
    for (size_t i = first + 1; passage->table == 0 && i < all->count; i++) {
        bs_quantity *self = &all->items[i];
        const bs_quantity *before = self - 1;
        if (self->kind != BS_KIND_QUANTITY || before->kind != BS_KIND_QUANTITY ||
            !bs_str_equal(self->unit, before->unit) ||
            bs_period_equal(self->period, before->period))
            continue;
        const char *end = before->text.ptr + before->text.len;
        bs_str between = {end, (size_t)(self->text.ptr - end)};
        if (!bs_list_is(bs_str_trim(between), ":|：|∶|﹕")) continue;
        self->period = before->period;
        self->period_rule = "the time of its proportion";
    }
}
