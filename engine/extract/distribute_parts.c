// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers that are dealt to parts of a year in front of the word for each: "1, 2분기 영업이익이
// 각각 38억원, 41억원", "4月と5月の輸出額はそれぞれ31億円、28億円".
#include "engine/extract/distribute_internal.h"

// The last time that number `index` of a list follows in its sentence, with the word for each
// between them; NULL for none.
static const bs_quantity *time_before(const bs_quantity_array *all, size_t first, size_t index)
{
    enum { NEAR_BYTES = 120 };
    const bs_quantity *self = &all->items[index];
    for (size_t i = index; i-- > first;) {
        const bs_quantity *other = &all->items[i];
        if (bs__may_be_dealt(other)) return NULL;
        if (other->kind != BS_KIND_DATE) continue;
        const char *end = other->text.ptr + other->text.len;
        bs_str between = {end, (size_t)(self->text.ptr - end)};
        bool near = between.len <= NEAR_BYTES &&
                    bs_str_find(between, BS_STR(". "), 0) == SIZE_MAX &&
                    bs_str_find(between, BS_STR("。"), 0) == SIZE_MAX;
        bool each = bs_str_find(between, BS_STR("각각"), 0) != SIZE_MAX ||
                    bs_str_find(between, BS_STR("それぞれ"), 0) != SIZE_MAX;
        return near && each ? other : NULL;
    }
    return NULL;
}

// The one part of a year that a span begins with.
static bs_period first_part(bs_period span)
{
    enum { QUARTER_MONTHS = 3 };
    bs_date start = bs_period_start(span);
    bs_period part = BS_PERIOD_NONE;
    bool read =
        span.frequency == BS_FREQUENCY_QUARTER
            ? bs_period_quarter(&part, start.year,
                                (start.month + QUARTER_MONTHS - 1) / QUARTER_MONTHS, NULL) == BS_OK
            : bs_period_month(&part, start.year, start.month, NULL) == BS_OK;
    return read ? part : BS_PERIOD_NONE;
}

// Does a time follow another one of its kind in a list: "7월과 8월"?
static bool follows(const bs_quantity *self, const bs_quantity *front)
{
    const char *end = front->text.ptr + front->text.len;
    bs_str between = {end, (size_t)(self->text.ptr - end)};
    return front->kind == BS_KIND_DATE && front->period.frequency == self->period.frequency &&
           bs_list_is(bs_str_trim(between), "과|와|,|·|및|、|と|・|および|及び");
}

// The periods of `count` parts of a year, the last of which, or a span of all, is `time`.
static bool parts_of(bs_period *parts, const bs_quantity *time, size_t places, size_t count)
{
    if (bs_period_is_span(time->period)) {
        bs_period part = first_part(time->period);
        bs_date end = bs_period_end(time->period);
        bs_date last = bs_period_end(bs_period_offset(part, (int)count - 1));
        for (size_t k = 0; k < count; k++)
            parts[k] = bs_period_offset(part, (int)k);
        return last.year == end.year && last.month == end.month;
    }
    for (size_t k = count; k-- > 0; time--, places--) {
        if (places == 0) return false;
        if (k + 1 < count && !follows(time + 1, time)) return false;
        parts[k] = time->period;
    }
    return places == 0 || !follows(time + 1, time);
}

bool bs__deal_parts(bs_quantity_array *all, size_t first, size_t index, size_t count)
{
    bs_period parts[BS__NAME_COUNT_MAX];
    const bs_quantity *time = count > 1 ? time_before(all, first, index) : NULL;
    if (time == NULL || (time->period.frequency != BS_FREQUENCY_QUARTER &&
                         time->period.frequency != BS_FREQUENCY_MONTH))
        return false;
    size_t places = (size_t)(time - &all->items[first]) + 1;
    if (!parts_of(parts, time, places, count)) return false;
    for (size_t k = 0; k < count; k++) {
        bs_quantity *self = &all->items[index + k];
        self->period = parts[k];
        self->period_rule = "time of its list";
        if (self->indicator.len == 0) self->indicator = all->items[index].indicator;
        if (self->subject.len == 0) self->subject = all->items[index].subject;
    }
    return true;
}
