// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of amounts and the names that they belong to, one to one: "서울, 부산, 대구는 각각 10개,
// 20개, 30개", "东部、中部、西部分别为...". The names are those of things, of times, or of the
// levels in front of the list. For English see distribute_english.c.
#include "engine/base/utf8.h"
#include "engine/extract/distribute_internal.h"
#include "engine/extract/label_internal.h"
#include "engine/extract/words.h"

enum {
    JOINT_BYTES_MAX = 8,  // between two numbers of one list
    REACH_BYTES_MAX = 60, // between the word and its numbers
    BESIDE_BYTES_MAX = 12,
    BASIS_BYTES_MAX = 24, // of what names are held against
};

static const struct {
    bs_str word;
    bs_lang lang;
} distributives[] = {{BS_STR_INIT("각각"), BS_LANG_KO},    {BS_STR_INIT("分别"), BS_LANG_ZH},
                     {BS_STR_INIT("分別"), BS_LANG_ZH},    {BS_STR_INIT("各自"), BS_LANG_ZH},
                     {BS_STR_INIT("各为"), BS_LANG_ZH},    {BS_STR_INIT("各為"), BS_LANG_ZH},
                     {BS_STR_INIT("それぞれ"), BS_LANG_JA}};

static size_t start_in(const bs_quantity *quantity, bs_str text)
{
    return (size_t)(quantity->text.ptr - text.ptr);
}

bool bs__may_be_dealt(const bs_quantity *quantity)
{
    return quantity->valued && quantity->kind != BS_KIND_YEAR && quantity->kind != BS_KIND_DATE &&
           quantity->kind != BS_KIND_ORDINAL && quantity->kind != BS_KIND_IDENTIFIER &&
           !bs_str_equal(quantity->unit, BS_STR("year"));
}

// Number of quantities from `index` on that stand in one list; `alike`: in one unit.
static size_t run_length(const bs_quantity_array *all, size_t index, const bs__passage *passage,
                         bool alike)
{
    bs_str text = passage->text;
    size_t count = 1;
    bool last = false; // "3.35%和3.85%，5年": behind 和 stands the last one
    while (index + count < all->count && count < BS__NAME_COUNT_MAX) {
        const bs_quantity *previous = &all->items[index + count - 1], *next = previous + 1;
        size_t end = bs__label_limit(previous, text); // "0.81点和1.07点"
        bs_str between =
            bs__without_movement(bs_str_slice(text, end, start_in(next, text)), passage->lang);
        bool slash = passage->lang == BS_LANG_ZH && bs_str_equal(between, BS_STR("/"));
        if (between.len > JOINT_BYTES_MAX || !(slash || bs__is_joint(between))) break;
        if (last && bs_list_starts(between, "，")) break;
        last = bs_list_starts(between, "和|与|及|與");
        bool same = bs_str_equal(previous->unit, next->unit) && previous->kind == next->kind;
        if (alike ? !same : !bs__may_be_dealt(next)) break;
        count++;
    }
    return count;
}

// The quantity before item `index` that is a time and that `name` begins with; NULL for none.
static const bs_quantity *time_named(const bs_quantity_array *all, size_t first, size_t index,
                                     bs_str name)
{
    for (size_t i = index; i-- > first;) {
        const bs_quantity *other = &all->items[i];
        bool time = other->kind == BS_KIND_YEAR || other->kind == BS_KIND_DATE;
        if (other->text.ptr + other->text.len <= name.ptr) return NULL;
        if (time && other->text.ptr >= name.ptr && other->text.ptr < name.ptr + name.len)
            return other;
    }
    return NULL;
}

static int part_of_year(bs_period period)
{
    bs_date end = bs_period_end(period);
    if (period.frequency == BS_FREQUENCY_QUARTER) return (end.month + 2) / 3;
    return period.frequency == BS_FREQUENCY_MONTH ? end.month : 0;
}

const char bs__list_rule[] = "time of its list";

// "1분기와 2분기는 각각", "一、二、三季度分别": each number is of a time of its own.
static bool give_times(const bs_quantity_array *all, size_t first, size_t index,
                       const bs__name_list *names)
{
    bs_period periods[BS__NAME_COUNT_MAX];
    const bs_quantity *last = time_named(all, first, index, names->names[names->count - 1]);
    if (last == NULL || bs_period_is_span(last->period)) return false;
    for (size_t k = 0; k < names->count; k++) {
        const bs_quantity *own = time_named(all, first, index, names->names[k]);
        int part = bs__part_number(names->names[k]), back = part_of_year(last->period) - part;
        if (own == NULL && (part == 0 || back <= 0)) return false;
        periods[k] = own != NULL ? own->period : bs_period_offset(last->period, -back);
        if (periods[k].frequency != last->period.frequency) return false;
    }
    for (size_t k = 0; k < names->count; k++) {
        all->items[index + k].period = periods[k];
        all->items[index + k].period_rule = bs__list_rule;
        bool nameless = all->items[index + k].indicator.len == 0;
        if (nameless) all->items[index + k].indicator = all->items[index].indicator;
    }
    return true;
}

// How many years from the one that is written in; false where a word is no year told so.
static bool years_away(bs_str name, int *years)
{
    static const struct {
        bs_str word;
        int years;
    } words[] = {{BS_STR_INIT("지난해"), -1}, {BS_STR_INIT("작년"), -1},
                 {BS_STR_INIT("올해"), 0},    {BS_STR_INIT("금년"), 0},
                 {BS_STR_INIT("내년"), 1},    {BS_STR_INIT("내후년"), 2}};
    for (size_t i = 0; i < BS_COUNT(words); i++) {
        if (!bs_str_equal(name, words[i].word)) continue;
        *years = words[i].years;
        return true;
    }
    return false;
}

// "올해와 내년 임금상승률을 각각 3.4%, 2.8%로": each number is of its year, and all had that of the
// last one.
static void settle_years(bs_quantity *items, size_t count)
{
    int own = 0, last = 0;
    for (size_t k = 0; k < count; k++) {
        if (!years_away(items[k].subject, &own)) return;
    }
    (void)years_away(items[count - 1].subject, &last);
    bs_period period = items[count - 1].period;
    for (size_t k = 0; k < count; k++) {
        (void)years_away(items[k].subject, &own);
        bool annual = period.frequency == BS_FREQUENCY_ANNUAL && !bs_period_is_none(period);
        if (annual) items[k].period = bs_period_offset(period, own - last);
        if (annual) items[k].period_rule = bs__list_rule;
        if (bs_list_ends(items[k].indicator, "을|를")) items[k].indicator.len -= strlen("을");
        if (annual) items[k].subject = (bs_str){0};
    }
}

// "消费价格同比、环比分别上涨": of one thing, held against two times.
static bool give_bases(bs_quantity *items, const bs__name_list *names)
{
    bs_str name = names->names[0];
    for (size_t k = 0; k < names->count; k++) {
        bs_word_hit year, period;
        bool on_year = bs_word_closes(names->names[k], BS_MEANS_BASIS_YEAR, &year);
        if (!on_year && !bs_word_closes(names->names[k], BS_MEANS_BASIS_PERIOD, &period))
            return false;
        if (k == 0) name = bs_str_trim(bs_str_slice(name, 0, on_year ? year.start : period.start));
        items[k].basis = on_year ? BS_BASIS_YEAR : BS_BASIS_PERIOD;
    }
    for (size_t k = 0; k < names->count && name.len > 0; k++)
        items[k].indicator = name, items[k].subject = (bs_str){0};
    return true;
}

// Names, and no particle behind a number, and no "on the year" in front of the word?
static bool are_names(const bs__name_list *names, bs_str text, size_t limit)
{
    bs_word_hit hit;
    bs_str last = names->names[names->count - 1];
    bool stuck = limit > 0 && names->names[0].ptr == text.ptr + limit;
    static const char clauses[] =
        "며|으나|지만|는데|하여|되어|어서|아서|했고|였고|었고|았고|하고|되고|늘고|줄고|르고|"
        "리고|이고|지고|나고|넘고|하면|되면|으면|が、|した";
    for (size_t k = 0; k < names->count; k++) {
        if (bs_list_ends(names->names[k], clauses)) return false;
        if (bs__label_cuts_quote(names->names[k])) return false;
    }
    return !stuck && !bs_word_closes(last, BS_MEANS_BASIS_YEAR, &hit) &&
           !bs_word_closes(last, BS_MEANS_BASIS_PERIOD, &hit);
}

// The last word of distribution in [from, to) that the numbers at `to` are ruled by.
static size_t word_before(bs_str text, size_t from, size_t to)
{
    size_t best = SIZE_MAX;
    bs_str front = bs_str_slice(text, 0, to);
    for (size_t i = 0; i < BS_COUNT(distributives); i++) {
        bs_str word = distributives[i].word;
        for (size_t at = from; (at = bs_str_find(front, word, at)) < to; at += word.len)
            best = best == SIZE_MAX || at > best ? at : best;
    }
    if (best == SIZE_MAX || to - best > REACH_BYTES_MAX) return SIZE_MAX;
    bs_str between = bs_str_slice(text, best, to);
    bool clause = bs_str_find(between, BS_STR("，"), 0) < between.len ||
                  bs_str_find(between, BS_STR(", "), 0) < between.len ||
                  bs_str_find(between, BS_STR("。"), 0) < between.len;
    return clause ? SIZE_MAX : best;
}

static size_t end_of(const bs_quantity_array *all, size_t first, size_t index, bs_str text)
{
    if (index == BS_NO_QUANTITY || index < first) return 0;
    return start_in(&all->items[index], text) + all->items[index].text.len;
}

// The end of the last time that stands before item `index`, behind byte `wide`; `wide` for none.
static size_t behind_time(const bs_quantity_array *all, size_t first, size_t index, size_t wide,
                          bs_str text)
{
    for (size_t i = index; i-- > first && end_of(all, first, i, text) > wide;) {
        bool time = all->items[i].kind == BS_KIND_YEAR || all->items[i].kind == BS_KIND_DATE;
        if (time) return end_of(all, first, i, text);
    }
    return wide;
}

// "分别实现收入46亿元、38亿元、21亿元；毛利率分别为27%、11%和36%": those that the last list of the
// sentence has dealt as many numbers to, with another measure.
static bool give_owners(bs_quantity_array *all, size_t first, size_t index, size_t count,
                        const bs__passage *passage, size_t word)
{
    enum { OTHERS_MAX = 24 };
    size_t last = index, run = 0;
    for (size_t i = index; i-- > first && index - i <= OTHERS_MAX && run < count;) {
        const bs_quantity *other = &all->items[i], *next = other + 1;
        bool owned = bs__may_be_dealt(other) && other->subject.len > 0 && other->indicator.len > 0;
        bool goes_on = run > 0 && owned && bs_str_equal(other->indicator, next->indicator) &&
                       !bs_str_equal(other->subject, next->subject);
        run = goes_on ? run + 1 : owned;
        last = i;
    }
    if (run != count) return false;
    bs_str text = passage->text;
    size_t from = end_of(all, first, last + count - 1, text);
    bs_str between = bs_str_slice(text, from, word);
    bs_str measure = bs__label_phrase(text, from, word, passage->lang);
    bool same = bs_str_find(between, BS_STR("。"), 0) == SIZE_MAX &&
                bs_str_find(between, BS_STR("、"), 0) == SIZE_MAX;
    if (!same || measure.len == 0 || bs_list_ends(measure, "同比|环比")) return false;
    for (size_t k = 0; k < count; k++) {
        all->items[index + k].indicator = measure;
        all->items[index + k].subject = all->items[last + k].subject;
    }
    return true;
}

// "甲、乙、丙三家企业分别交付93万、70万和31万辆": how many they are stands between the names and
// the word of distribution at byte `word`.
static bool give_counted(bs__job *job, size_t first, size_t index, size_t count,
                         const bs__passage *passage, size_t word)
{
    enum { NOUN_BYTES_MAX = 36 };
    bs_quantity_array *all = &job->out->quantities;
    bs_str text = passage->text;
    size_t counted = bs__measured_before(all, first, index);
    if (counted == BS_NO_QUANTITY) return false;
    const bs_quantity *sum = &all->items[counted];
    size_t behind = end_of(all, first, counted, text);
    bool all_of_them = bs_str_starts(sum->unit, BS_STR("count:")) && behind <= word &&
                       word - behind <= NOUN_BYTES_MAX &&
                       bs_decimal_compare(sum->value, bs_decimal_from_int((int64_t)count)) == 0;
    bs__name_list names;
    size_t low = end_of(all, first, bs__measured_before(all, first, counted), text);
    low = behind_time(all, first, counted, low, text);
    if (!all_of_them || !bs__names_before(text, low, start_in(sum, text), count, &names))
        return false;
    for (size_t k = 0; k < count; k++) {
        if (bs__label_cuts_quote(names.names[k])) return false;
    }
    size_t from = word + strlen("分别"), number = start_in(&all->items[index], text);
    bs_str measure = bs__label_phrase(text, from, number, passage->lang);
    if (measure.len == 0) measure = bs__label_phrase(text, behind, word, passage->lang);
    for (size_t k = 0; k < count; k++) {
        all->items[index + k].indicator = measure;
        all->items[index + k].subject = names.names[k];
    }
    return true;
}

// "각각 236억 달러와 387억 달러로 13.5%와 21.9% 늘었다", "分别为12.4/9.8亿元，同比+5%/-2%": as many
// numbers more, behind a list that has just been dealt and no other name.
static bool go_on(const bs__dealing *dealing, size_t index, size_t count)
{
    static const char names[] = "은 |는 |이 |가 |도 |와 |과 ";
    static const char turns[] = "，同比|，环比|，yoy|，YoY|，同比增长|，同比下降|，环比增长|，"
                                "同比变化|，同比变动|,同比|,环比|，占比|，占比为";
    bs_quantity_array *all = &dealing->job->out->quantities;
    if (dealing->count != count || dealing->end != index) return false;
    const bs_quantity *last = &all->items[index - 1], *self = &all->items[index];
    bs_str text = dealing->passage->text;
    bs_str between = bs__label_between(last, self, text);
    if (bs__apart(last, self) || between.len > REACH_BYTES_MAX) return false;
    if (dealing->passage->lang == BS_LANG_ZH) {
        bool slash = bs_str_equal(bs__label_between(self, self + 1, text), BS_STR("/"));
        if (!slash || !bs_list_is(between, turns)) return false;
    } else if (dealing->passage->lang != BS_LANG_KO || bs_str_has_any(between, names)) {
        return false;
    }
    bs__give_levels(all, index, dealing->dealt, count);
    return true;
}

// "公路、水路货运量同比分别增长", "조개류와 해조류는 전월보다 각각 2.4%와 1.5% 올랐다": where the
// names that end at `at` stand in front of what they are held against. Not in front of `near`, but
// where `time` ends there.
static size_t before_base(const bs__passage *passage, const bs_quantity *time, size_t near,
                          size_t at)
{
    bs_str text = passage->text;
    size_t low = at > BASIS_BYTES_MAX ? at - BASIS_BYTES_MAX : 0;
    while (low > 0 && ((unsigned char)text.ptr[low] & 0xC0) == 0x80)
        low--;
    bs_str front = bs_str_trim(bs_str_slice(text, low, at));
    bs_word_hit hit;
    bool based =
        passage->lang == BS_LANG_ZH && (bs_word_closes(front, BS_MEANS_BASIS_YEAR, &hit) ||
                                        bs_word_closes(front, BS_MEANS_BASIS_PERIOD, &hit));
    if (based && low + hit.start > near) return low + hit.start;
    if (passage->lang != BS_LANG_KO || near >= at || !bs_list_ends(front, "보다|대비|비해"))
        return at;
    bs_str whole = bs_str_trim(bs_str_slice(text, near, at));
    bs_str names = bs__label_before_korean_base(whole);
    // "조개류와 해조류는 2031년 동월 대비 각각": the base has a time of its own.
    bool timed = names.len == 0 && time != NULL && bs__label_is_time(time) &&
                 bs__label_end(time, text) == near;
    if (timed) return bs__label_start(time, text);
    bool topic = bs_list_ends(names, "은|는|이|가|도");
    return topic ? near + (size_t)(names.ptr - (text.ptr + near)) + names.len : at;
}

bool bs__deal(bs__dealing *dealing, size_t index, size_t count)
{
    bs__job *job = dealing->job;
    const bs__passage *passage = dealing->passage;
    bs_quantity_array *all = &job->out->quantities;
    bs_str text = passage->text;
    size_t number = start_in(&all->items[index], text), levels[BS__NAME_COUNT_MAX];
    size_t first = dealing->first;
    size_t wide = end_of(all, first, bs__measured_before(all, first, index), text);
    size_t at = word_before(text, wide, number), near = behind_time(all, first, index, wide, text);
    bs__name_list names;
    if (at == SIZE_MAX && count == 2 && passage->lang == BS_LANG_ZH &&
        bs__deal_pair(job, passage, near, index))
        return true;
    if (count < 2) return false;
    if (at == SIZE_MAX) return go_on(dealing, index, count);
    if (passage->lang == BS_LANG_ZH &&
        bs__bases_behind(&all->items[index], count, text, at, number))
        return bs__levels_before(levels, all, first, index, 1);
    if (count == 2 && bs__pair_before(job, text, near <= at ? near : wide, at, &names)) {
        for (size_t k = 0; k < names.count; k++)
            all->items[index + k].indicator = names.names[k],
                               all->items[index + k].subject = (bs_str){0};
        return true;
    }
    bs_str measure;
    if (passage->lang == BS_LANG_ZH &&
        bs__listed_apart(text, near <= at ? near : wide, at, count, &names, &measure)) {
        for (size_t k = 0; k < count; k++)
            all->items[index + k].indicator = measure,
                               all->items[index + k].subject = names.names[k];
        return true;
    }
    if (bs__names_before(text, wide, at, count, &names)) {
        if (give_times(all, first, index, &names) || give_bases(&all->items[index], &names))
            return true;
    }
    at = before_base(passage, index > first ? &all->items[index - 1] : NULL, near, at);
    if (near > at) near = wide;
    bool named = near <= at && bs__names_before(text, near, at, count, &names);
    if (named && are_names(&names, text, wide)) {
        bs__give_names(job, &all->items[index], &names, text);
        if (passage->lang == BS_LANG_KO) settle_years(&all->items[index], count);
        if (passage->lang == BS_LANG_ZH) bs__give_measure(all, first, index, &names, text);
        return true;
    }
    if (passage->lang == BS_LANG_ZH && (give_counted(job, first, index, count, passage, at) ||
                                        give_owners(all, first, index, count, passage, at)))
        return true;
    if (!bs__levels_before(levels, all, first, index, count)) return false;
    bs__give_levels(all, index, levels, count);
    return true;
}

// "占比分别为84.1%、5.5%和2.2%": what the first measures all do, whatever they are of.
static void share_measure(bs_quantity *items, size_t count)
{
    for (size_t k = 1; k < count; k++) {
        bool nameless = items[k].indicator.len == 0 && items[k].subject.len == 0;
        if (nameless) items[k].indicator = items[0].indicator;
    }
}

static size_t find_distributive(bs_str text, bs_lang lang, bs_str *word)
{
    for (size_t i = 0; i < BS_COUNT(distributives); i++) {
        if (distributives[i].lang != lang) continue;
        *word = distributives[i].word;
        size_t at = bs_str_find(text, *word, 0);
        if (at != SIZE_MAX) return at;
    }
    return SIZE_MAX;
}

// Keeps in mind that the `count` numbers from `index` on have been dealt.
static void remember(bs__dealing *dealing, size_t index, size_t count)
{
    for (size_t k = 0; k < count; k++)
        dealing->dealt[k] = index + k;
    dealing->count = count;
    dealing->end = index + count;
}

// "영업이익과 순이익은 52조원, 31조원으로 각각 21%, 33% 감소했다": the word stands behind the
// levels, and what they are of in front of them.
static bool deal_levels(const bs__dealing *dealing, size_t index, size_t count, size_t limit)
{
    enum { GAP_BYTES_MAX = 24 };
    bs_quantity_array *all = &dealing->job->out->quantities;
    bs_str text = dealing->passage->text;
    const bs_quantity *self = &all->items[index];
    if (count < 2 || index + 2 * count > all->count || self->role != BS_ROLE_LEVEL) return false;
    if (self->kind != BS_KIND_CURRENCY && self->kind != BS_KIND_QUANTITY) return false;
    bs_str gap =
        bs__label_between(&all->items[index + count - 1], &all->items[index + count], text);
    bs_str link = bs_str_slice(gap, 0, bs_str_find(gap, BS_STR("각각"), 0));
    if (link.len == gap.len || link.len > GAP_BYTES_MAX || !bs_list_starts(link, "으로|로|을 |를 "))
        return false;
    size_t at = start_in(self, text);
    bs__name_list names;
    bool topic = bs_list_ends(bs_str_slice(text, 0, at), "은 |는 |이 |가 |도 ");
    if (!topic || !bs__names_before(text, limit, at, count, &names)) return false;
    if (!are_names(&names, text, limit)) return false;
    bs__give_names(dealing->job, &all->items[index], &names, text);
    return true;
}

void bs__distribute(bs__job *job, const bs__passage *passage, size_t first)
{
    const bs_quantity_array *all = &job->out->quantities;
    bs_str word;
    if (passage->lang == BS_LANG_EN) {
        bs__distribute_english(job, passage, first);
        return;
    }
    bool chinese = passage->lang == BS_LANG_ZH, korean = passage->lang == BS_LANG_KO;
    bool dealt_by_word = find_distributive(passage->text, passage->lang, &word) != SIZE_MAX;
    bool slashed = chinese && memchr(passage->text.ptr, '/', passage->text.len) != NULL;
    bool years = chinese && bs__spans_years(all, first);
    bool topics = passage->lang == BS_LANG_JA && all->count - first > 2 &&
                  bs_str_find(passage->text, BS_STR("、"), 0) != SIZE_MAX;
    if (all->count - first < 2 || !(dealt_by_word || slashed || years || topics)) return;
    bs__dealing dealing = {.job = job, .passage = passage, .first = first};
    for (size_t i = first, count; i < all->count; i += count) {
        count = bs__may_be_dealt(&all->items[i]) ? run_length(all, i, passage, false) : 1;
        size_t alike = run_length(all, i, passage, true);
        if (chinese && count > 1 && i > first) {
            size_t behind = end_of(all, first, i - 1, passage->text);
            size_t near =
                word_before(passage->text, behind, start_in(&all->items[i], passage->text));
            if (bs__deal_years(all, first, i, count, passage->text, near != SIZE_MAX)) continue;
        }
        size_t limit = end_of(all, first, bs__measured_before(all, first, i), passage->text);
        if (topics && bs__deal_topic(job, passage, limit, first, i, alike)) continue;
        if (!dealt_by_word || bs__deal_parts(&job->out->quantities, first, i, alike)) continue;
        size_t end = korean ? bs__deal_bracketed(&dealing, i) : i;
        if (end > i) {
            count = end - i;
            continue;
        }
        size_t near = behind_time(all, first, i, limit, passage->text);
        if (korean && deal_levels(&dealing, i, alike, near)) {
            remember(&dealing, i, alike);
            count = alike;
            continue;
        }
        bool dealt = bs__deal(&dealing, i, count), whole = dealt;
        if (!dealt && alike < count) dealt = bs__deal(&dealing, i, alike);
        if (dealt) remember(&dealing, i, whole ? count : alike);
        if (!dealt && chinese) share_measure(job->out->quantities.items + i, alike);
    }
}
