// SPDX-License-Identifier: GPL-3.0-or-later
// "Exports and imports grew by 3% and 2%, respectively", "output of coal, gas and oil was 10, 20
// and 30": English names in front of as many numbers, one to one, and what they have in common.
#include "engine/extract/distribute_internal.h"
#include "engine/extract/label_internal.h"
#include "engine/extract/label_words.h"
#include "engine/extract/role.h"
#include "engine/extract/words.h"

enum { SENTENCE_BYTES_MAX = 300, NAME_BYTES_MAX = 60 };

bool bs__is_respective(bs_str text, size_t start, size_t end)
{
    enum { REACH_BYTES_MAX = 64 };
    if (bs_list_ends(bs_str_trim(bs_str_slice(text, 0, start)), "respectively|Respectively"))
        return true;
    bs_str behind = bs_str_slice(text, end, end + REACH_BYTES_MAX);
    size_t at = bs_str_find(behind, BS_STR("respectively"), 0);
    if (at == SIZE_MAX) return false;
    for (size_t i = 0; i < at; i++) {
        bool digit = behind.ptr[i] >= '0' && behind.ptr[i] <= '9';
        if (digit || strchr(";:\n", behind.ptr[i]) != NULL) return false;
        if (behind.ptr[i] == '.' && behind.ptr[i + 1] == ' ') return false;
    }
    return true;
}

// The number of quantities from `index` on that stand in one list of one unit.
static size_t run_length(const bs_quantity_array *all, size_t index, bs_str text)
{
    enum { JOINT_BYTES_MAX = 8 };
    size_t count = 1;
    while (index + count < all->count && count < BS__NAME_COUNT_MAX) {
        const bs_quantity *last = &all->items[index + count - 1], *next = last + 1;
        bs_str joint = bs_str_slice(text, bs__label_limit(last, text), bs__label_start(next, text));
        bool same = bs_str_equal(last->unit, next->unit) && last->kind == next->kind;
        if (!same || bs__label_is_time(next) || joint.len > JOINT_BYTES_MAX) break;
        if (!bs__is_joint(joint)) break;
        count++;
    }
    return count;
}

// Where the joint begins that the last name of `list` stands behind, and that name; false for none.
static bool cut_last(bs_str *list, bs_str *name)
{
    static const bs_str joints[] = {BS_STR_INIT(", and "), BS_STR_INIT(" and "), BS_STR_INIT(", ")};
    size_t best = SIZE_MAX, len = 0;
    for (size_t i = 0; i < BS_COUNT(joints); i++) {
        for (size_t at = bs_str_find(*list, joints[i], 0); at != SIZE_MAX;
             at = bs_str_find(*list, joints[i], at + 1)) {
            if (best != SIZE_MAX && at + joints[i].len <= best + len) continue;
            best = at;
            len = joints[i].len;
        }
    }
    if (best == SIZE_MAX) return false;
    *name = bs_str_trim(bs_str_slice(*list, best + len, list->len));
    *list = bs_str_slice(*list, 0, best);
    return true;
}

static bs_str without_article(bs_str name)
{
    static const char small[] = "the |The |a |an |of |in |for |from |to |by |both |Both ";
    while (bs_list_starts(name, small))
        name = bs_str_slice(name, bs_str_find(name, BS_STR(" "), 0) + 1, name.len);
    return name;
}

// "Unemployment rates for men": the head in front of the last preposition, and the name behind it;
// a head of no length where there is none.
static bs_str cut_head(bs_str *name)
{
    static const bs_str links[] = {
        BS_STR_INIT(" of "),    BS_STR_INIT(" in "),      BS_STR_INIT(" for "),
        BS_STR_INIT(" from "),  BS_STR_INIT(" to "),      BS_STR_INIT(" by "),
        BS_STR_INIT(" among "), BS_STR_INIT(" between "), BS_STR_INIT(" with ")};
    size_t best = SIZE_MAX, len = 0;
    for (size_t i = 0; i < BS_COUNT(links); i++) {
        for (size_t at = bs_str_find(*name, links[i], 0); at != SIZE_MAX;
             at = bs_str_find(*name, links[i], at + 1)) {
            if (best != SIZE_MAX && at < best) continue;
            best = at;
            len = links[i].len;
        }
    }
    if (best == SIZE_MAX) return (bs_str){0};
    bs_str head = bs_str_slice(*name, 0, best);
    *name = bs_str_slice(*name, best + len, name->len);
    return without_article(bs_str_trim(head));
}

// "rural and urban inflation", "male and female employment": the first name is an adjective, and
// the noun is that of the last.
static bs_str cut_noun(bs__name_list *names)
{
    static const char adjectives[] =
        "rural|urban|male|female|public|private|domestic|foreign|core|headline|gross|net|new|"
        "existing|residential|commercial|primary|secondary|tertiary|nominal|real|northern|southern|"
        "eastern|western|imported|local|direct|indirect|regular|total|adult|youth|short-term|"
        "long-term|fixed|variable|onshore|offshore|annual|quarterly|monthly|permanent|temporary|"
        "full-time|part-time|basic|diluted|crude|refined|fiscal|external|internal|lower|"
        "upper|first|second|third";
    bs_str *last = &names->names[names->count - 1], rest = bs_str_from(adjectives), known;
    size_t blank = bs_str_find(*last, BS_STR(" "), 0);
    bool adjective = false;
    while (blank != SIZE_MAX && !adjective && bs_str_next(&rest, '|', &known))
        adjective = bs_str_equal_nocase(names->names[0], known);
    if (!adjective) return (bs_str){0};
    bs_str noun = bs_str_slice(*last, blank + 1, last->len);
    *last = bs_str_slice(*last, 0, blank);
    return noun;
}

// Takes `wanted` names off the end of `list`; false where it has not as many.
static bool take_names(bs__name_list *out, bs_str list, size_t wanted)
{
    out->count = wanted;
    for (size_t k = wanted; k-- > 1;) {
        if (!cut_last(&list, &out->names[k])) return false;
        out->names[k] = without_article(out->names[k]);
        if (out->names[k].len == 0 || out->names[k].len > NAME_BYTES_MAX) return false;
    }
    bs_str front; // "In Asia, exports": what stands in front of the first name
    out->names[0] = bs_str_trim(list);
    if (bs_str_find(list, BS_STR(", "), 0) != SIZE_MAX && cut_last(&list, &front))
        out->names[0] = front;
    return out->names[0].len > 0 && out->names[0].len <= 2 * NAME_BYTES_MAX;
}

static void give(bs_quantity *items, bs__name_list *names, bs_str head)
{
    if (head.len == 0) head = cut_head(&names->names[0]);
    names->names[0] = without_article(names->names[0]);
    if (head.len == 0) head = cut_noun(names);
    for (size_t k = 0; k < names->count; k++) {
        items[k].indicator = head.len > 0 ? head : names->names[k];
        items[k].subject = head.len > 0 ? names->names[k] : (bs_str){0};
    }
}

// "In London and Leeds, prices rose by": the names stand in front of what is measured.
static bool give_places(bs_quantity *items, bs_str list, size_t count)
{
    bs__name_list names;
    bs_str head;
    if (!bs_list_starts(list, "In |in |For |for |Among |among ") || !cut_last(&list, &head))
        return false;
    list = bs_str_slice(list, bs_str_find(list, BS_STR(" "), 0) + 1, list.len);
    if (!take_names(&names, list, count)) return false;
    give(items, &names, without_article(head));
    return true;
}

// "In 2014 and 2015, output was 5 and 6 tonnes, respectively", "4.7% for 2025 and 3.7% for 2026,
// against 4.5% and 2.9%, respectively": as many times stand in front of the numbers in their
// sentence, which are of one each.
static bool deal_times(bs_quantity_array *all, size_t first, size_t index, size_t count,
                       bs_str text)
{
    bs_quantity *items = &all->items[index];
    const bs_quantity *times[BS__NAME_COUNT_MAX];
    size_t number = bs__label_start(items, text);
    size_t low = number > SENTENCE_BYTES_MAX ? number - SENTENCE_BYTES_MAX : 0;
    size_t from = bs_role__start_before(text, low, number), found = 0;
    for (size_t i = index; i-- > first && bs__label_start(&all->items[i], text) >= from;) {
        const bs_quantity *time = &all->items[i];
        if (time->kind != BS_KIND_YEAR && time->kind != BS_KIND_DATE) continue;
        if (found == count || bs_period_is_none(time->period)) return false;
        times[count - ++found] = time;
    }
    bs_str front = found == count
                       ? bs_str_trim(bs_str_slice(text, from, bs__label_start(times[0], text)))
                       : (bs_str){0};
    if (found != count || bs_list_ends(front, "between|Between|from|From|since|Since"))
        return false;
    for (size_t k = 1; k < count; k++) {
        if (bs_period_compare(times[k - 1]->period, times[k]->period) >= 0) return false;
    }
    for (size_t k = 0; k < count; k++) {
        items[k].period = times[k]->period;
        items[k].period_rule = "times in turn";
    }
    return true;
}

// Do the numbers stand in a sentence that says "respectively" behind them?
static bool is_told_in_turn(bs_str text, size_t end)
{
    size_t stop = bs_role__stop_after(text, end, text.len);
    return bs_str_find(bs_str_slice(text, end, stop), BS_STR("respectively"), 0) != SIZE_MAX;
}

// "Exports were $540 million and imports $620 million, up 8.0% and 14.8% respectively": rates of
// the levels in front of them.
static bool deal_levels(bs_quantity_array *all, size_t first, size_t index, size_t count)
{
    size_t levels[BS__NAME_COUNT_MAX];
    for (size_t k = 0; k < count; k++) {
        if (!bs_role__moves(&all->items[index + k])) return false;
    }
    if (!bs__levels_before(levels, all, first, index, count)) return false;
    bs__give_levels(all, index, levels, count);
    return true;
}

static void deal(bs_quantity *items, size_t count, bs_str text, size_t limit)
{
    size_t number = bs__label_start(items, text);
    size_t low = number > SENTENCE_BYTES_MAX ? number - SENTENCE_BYTES_MAX : 0;
    size_t from = bs_role__start_before(text, low > limit ? low : limit, number);
    while (from < number && text.ptr[from] == ' ')
        from++;
    bs_str clause = bs_str_slice(text, from, number); // with the blank behind its verb
    size_t verb = bs__label_verb_at(clause);
    if (verb == clause.len) return;
    bs_str list = bs_str_slice(clause, 0, verb);
    for (bs_str shorter = list; bs__label_strip_start(&shorter, BS_LANG_EN);) {
        if (bs_list_starts(list, "in |In |for |For |the |The ")) break;
        list = shorter;
    }
    bs__name_list names;
    if (give_places(items, list, count)) return;
    if (take_names(&names, list, count)) give(items, &names, (bs_str){0});
}

void bs__distribute_english(bs__job *job, const bs__passage *passage, size_t first)
{
    bs_quantity_array *all = &job->out->quantities;
    bs_str text = passage->text;
    if (bs_str_find(text, BS_STR("espectively"), 0) == SIZE_MAX) return;
    for (size_t i = first, count; i < all->count; i += count) {
        bool time = bs__label_is_time(&all->items[i]);
        count = time ? 1 : run_length(all, i, text);
        size_t start = bs__label_start(&all->items[i], text);
        size_t end = bs__label_end(&all->items[i + count - 1], text);
        if (count == 1) continue;
        if (is_told_in_turn(text, end)) (void)deal_times(all, first, i, count, text);
        if (!bs__is_respective(text, start, end)) continue;
        size_t limit = i > first ? bs__label_end(&all->items[i - 1], text) : 0;
        if (deal_levels(all, first, i, count)) continue;
        deal(&all->items[i], count, text, limit);
    }
}
