// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of amounts and the names that they belong to, one to one: "서울, 부산, 대구는 각각 10개,
// 20개, 30개", "东部、中部、西部分别为...", "A, B and C were 10, 20 and 30 respectively".
#include "engine/base/utf8.h"
#include "engine/extract/extract_internal.h"

enum {
    NAME_COUNT_MAX = 12,
    NAME_BYTES_MAX = 60,
    JOINT_BYTES_MAX = 8, // between two numbers of one list
};

static const char *const distributives[] = {"각각", "分别", "分別", "それぞれ", "respectively"};

// What joins the members of a list; between names and between numbers alike.
static const char *const joints[] = {",",  "、", "，", "와",  "과", "및",
                                     "和", "与", "と", "and", "·"};

typedef struct list {
    bs_str names[NAME_COUNT_MAX];
    size_t count;
} list;

static bool is_joint(bs_str text)
{
    text = bs_str_trim(text);
    for (size_t i = 0; i < BS_COUNT(joints); i++) {
        if (!bs_str_starts(text, bs_str_from(joints[i]))) continue;
        bs_str rest = bs_str_trim(bs_str_slice(text, strlen(joints[i]), text.len));
        if (rest.len == 0 || bs_str_equal(rest, BS_STR("and"))) return true;
    }
    return false;
}

// The joint that ends just before `at`, in bytes; 0 when none does. A particle joins names only
// where a blank follows it.
static size_t joint_before(bs_str text, size_t at)
{
    for (size_t i = 0; i < BS_COUNT(joints); i++) {
        bs_str joint = bs_str_from(joints[i]);
        if (joint.len > at) continue;
        if (!bs_str_equal(bs_str_slice(text, at - joint.len, at), joint)) continue;
        bool particle = joint.len == 3 && i >= 3 && i <= 5;
        bool blank = at < text.len && text.ptr[at] == ' ';
        bool word = bs_str_equal(joint, BS_STR("and"));
        if (particle && !blank) continue;
        if (word && (at < 4 || text.ptr[at - 4] != ' ')) continue;
        return joint.len;
    }
    return 0;
}

static bool ends_list(bs_rune rune)
{
    return rune.code == 0 || rune.code == '.' || rune.code == 0x3002 || rune.code == ';' ||
           rune.code == ':' || rune.code == '(' || rune.code == ')' || rune.code == 0xFF1B;
}

static bs_str strip_particle(bs_str name)
{
    static const char *const particles[] = {"은", "는", "이",    "가",   "の",
                                            "は", "が", " were", " was", " are"};
    name = bs_str_trim(name);
    for (size_t i = 0; i < BS_COUNT(particles); i++) {
        bs_str particle = bs_str_from(particles[i]);
        if (name.len > particle.len && bs_str_ends(name, particle)) {
            return bs_str_trim(bs_str_slice(name, 0, name.len - particle.len));
        }
    }
    return name;
}

// The last `wanted` members of the list that ends at `end` and does not reach before `limit`; the
// first one begins behind the last blank.
static bool names_before(bs_str text, size_t limit, size_t end, size_t wanted, list *out)
{
    size_t at = end, name_end = end;
    out->count = 0;
    while (out->count < wanted) {
        bs_rune rune = bs_utf8_decode_before(text, at);
        size_t joint = out->count + 1 < wanted ? joint_before(text, at) : 0;
        bool first = out->count + 1 == wanted;
        bool stop = at <= limit || ends_list(rune) ||
                    (first && (rune.code == ' ' || joint_before(text, at) > 0));
        if (joint == 0 && !stop) {
            at -= rune.len;
            if (name_end - at > NAME_BYTES_MAX) return false;
            continue;
        }
        bs_str name = bs_str_trim(bs_str_slice(text, at, name_end));
        if (out->count == 0) name = strip_particle(name);
        if (bs_str_starts(name, BS_STR("の"))) name = bs_str_slice(name, 3, name.len);
        if (name.len > 0) {
            out->names[wanted - 1 - out->count] = name;
            out->count++;
        } else if (joint == 0) {
            return false;
        }
        if (stop && joint == 0) break;
        at -= joint;
        name_end = at;
    }
    return out->count == wanted;
}

static size_t start_in(const bs_quantity *quantity, bs_str text)
{
    return (size_t)(quantity->text.ptr - text.ptr);
}

// Number of quantities from `index` on that stand in one list and in one unit.
static size_t run_length(const bs_quantity_array *all, size_t index, bs_str text)
{
    size_t count = 1;
    while (index + count < all->count && count < NAME_COUNT_MAX) {
        const bs_quantity *previous = &all->items[index + count - 1], *next = previous + 1;
        size_t end = start_in(previous, text) + previous->text.len;
        bs_str between = bs_str_slice(text, end, start_in(next, text));
        if (between.len > JOINT_BYTES_MAX || !is_joint(between)) break;
        if (!bs_str_equal(previous->unit, next->unit) || previous->kind != next->kind) break;
        count++;
    }
    return count;
}

// The last name of a list runs on into what is counted: "대구의 사업체 수", "西部发电量". A
// possessive cuts them apart, or else the length that the other names have in common.
static bs_str split_last(list *names)
{
    static const char *const possessives[] = {"의 ", "の", "的"};
    bs_str *last = &names->names[names->count - 1];
    for (size_t i = 0; i < BS_COUNT(possessives); i++) {
        size_t at = bs_str_find(*last, bs_str_from(possessives[i]), 0);
        if (at == SIZE_MAX || at == 0) continue;
        bs_str rest = bs_str_slice(*last, at + strlen(possessives[i]), last->len);
        *last = bs_str_slice(*last, 0, at);
        return rest;
    }
    size_t len = names->names[0].len;
    for (size_t i = 1; i + 1 < names->count; i++) {
        if (names->names[i].len != len) return (bs_str){0};
    }
    bool han = bs_rune_is_han(bs_utf8_decode(*last, 0).code);
    if (!han || last->len <= len) return (bs_str){0};
    bs_str rest = bs_str_slice(*last, len, last->len);
    *last = bs_str_slice(*last, 0, len);
    return rest;
}

// "output of coal, gas and oil": what stands before the "of".
static bs_str before_of(bs_str text, bs_str first_name)
{
    size_t at = (size_t)(first_name.ptr - text.ptr);
    bs_str before = bs_str_slice(text, 0, at);
    if (!bs_str_ends(before, BS_STR(" of "))) return (bs_str){0};
    size_t end = at - 4, start = end;
    while (start > 0 && text.ptr[start - 1] != ' ' && text.ptr[start - 1] != ',')
        start--;
    return bs_str_slice(text, start, end);
}

static void give_names(bs_quantity *items, list *names, bs_str text)
{
    bs_str indicator = split_last(names);
    if (indicator.len == 0) indicator = before_of(text, names->names[0]);
    if (indicator.len == 0) indicator = items[0].indicator;
    for (size_t k = 0; k < names->count; k++) {
        items[k].subject = names->names[k];
        items[k].indicator = indicator;
    }
}

static size_t find_distributive(bs_str text, bs_str *word)
{
    for (size_t i = 0; i < BS_COUNT(distributives); i++) {
        *word = bs_str_from(distributives[i]);
        size_t at = bs_str_find(text, *word, 0);
        if (at != SIZE_MAX) return at;
    }
    return SIZE_MAX;
}

// Where the names end: before the word itself, or in English before the verb in front of the
// numbers.
static size_t names_end(bs_str text, size_t word_at, size_t first_number)
{
    if (word_at < first_number) return word_at;
    static const char *const verbs[] = {" were ",    " was ",     " are ",
                                        " is ",      " reached ", " totalled ",
                                        " rose by ", " fell by ", " grew by "};
    bs_str before = bs_str_slice(text, 0, first_number);
    for (size_t i = 0; i < BS_COUNT(verbs); i++) {
        bs_str verb = bs_str_from(verbs[i]);
        if (bs_str_ends(before, verb)) return first_number - verb.len;
    }
    return SIZE_MAX;
}

void bs__distribute(bs__job *job, const bs__passage *passage, size_t first)
{
    bs_quantity_array *all = &job->out->quantities;
    bs_str word, text = passage->text;
    size_t at = SIZE_MAX;
    for (size_t i = first, count; i < all->count; i += count) {
        count = run_length(all, i, text);
        if (count == 1) continue; // no list
        if (at == SIZE_MAX) at = find_distributive(text, &word);
        if (at == SIZE_MAX) return;
        size_t number = start_in(&all->items[i], text);
        bool near = at < number ? number - at <= word.len + 12 : true;
        list names;
        size_t end = near ? names_end(text, at, number) : SIZE_MAX;
        size_t limit =
            i > first ? start_in(&all->items[i - 1], text) + all->items[i - 1].text.len : 0;
        if (end != SIZE_MAX && names_before(text, limit, end, count, &names)) {
            give_names(&all->items[i], &names, text);
        }
    }
}
