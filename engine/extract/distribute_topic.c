// SPDX-License-Identifier: GPL-3.0-or-later
// Japanese lists of three and more that need no word of distribution: "徒歩、自転車、バスの割合は
// 2015年度に18.6％、52.7％、28.7％", as many numbers as the topic has names.
#include "engine/extract/distribute_internal.h"
#include "engine/extract/label_internal.h"
#include "engine/extract/words.h"

enum { MEMBERS_MIN = 3, REACH_BYTES_MAX = 90, NAME_BYTES_MAX = 48 };

static size_t start_in(const bs_quantity *quantity, bs_str text)
{
    return (size_t)(quantity->text.ptr - text.ptr);
}

// Is what stands in front of the first name no further member of its list, and is no name a
// sentence?
static bool is_whole_list(const bs__name_list *names, bs_str text)
{
    bs_str front = bs_str_trim(bs_str_slice(text, 0, (size_t)(names->names[0].ptr - text.ptr)));
    static const char openers[] = "結果、|また、|一方、|なお、|さらに、|次に、|ただし、|しかし、";
    bool more = bs_list_ends(front, "、|・|と|や|及び|及|,|，") && !bs_list_ends(front, openers);
    if (more) return false;
    for (size_t k = 0; k < names->count; k++) {
        bs_str name = names->names[k];
        if (name.len > NAME_BYTES_MAX || bs_str_has_any(name, "は|が|を|。|（|(")) return false;
    }
    return true;
}

// "31.5％、47.2％、21.3％から、2015年度には18.6％、52.7％、28.7％へ": the same once more, at
// another time.
static bool deal_again(bs_quantity_array *all, size_t first, size_t index, size_t count,
                       bs_str between)
{
    if (!bs_list_starts(between, "から|より|だったのに対し|であったのに対し") ||
        between.len > REACH_BYTES_MAX || bs_str_has_any(between, "。|が"))
        return false;
    size_t last = index;
    while (last-- > first + count &&
           all->items[last].text.ptr + all->items[last].text.len != between.ptr)
        continue;
    if (last < first + count - 1 || last + 1 < count) return false;
    const bs_quantity *before = &all->items[last + 1 - count];
    for (size_t k = 0; k < count; k++) {
        if (before[k].subject.len == 0 || !bs_str_equal(before[k].unit, all->items[index].unit))
            return false;
    }
    for (size_t k = 0; k < count; k++) {
        all->items[index + k].indicator = before[k].indicator;
        all->items[index + k].subject = before[k].subject;
    }
    return true;
}

bool bs__deal_topic(bs__job *job, const bs__passage *passage, size_t limit, size_t first,
                    size_t index, size_t count)
{
    static const bs_str particle = BS_STR_INIT("は");
    bs_quantity_array *all = &job->out->quantities;
    bs_str text = passage->text;
    size_t number = start_in(&all->items[index], text);
    bs_str between = bs_str_slice(text, limit, number);
    if (count < MEMBERS_MIN) return false;
    if (limit > 0 && deal_again(all, first, index, count, between)) return true;
    bs_str rest = bs_str_behind_last(between, "は");
    size_t topic = number - rest.len - particle.len;
    bool plain = rest.len < between.len && rest.len <= REACH_BYTES_MAX &&
                 !bs_str_has_any(rest, "が|を|。|も");
    bs__name_list names;
    if (!plain || !bs__names_before(text, limit, topic, count, &names) ||
        !is_whole_list(&names, text))
        return false;
    bs__give_names(job, &all->items[index], &names, text);
    return true;
}
