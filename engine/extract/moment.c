// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/extract/moment.h"

#include "engine/base/utf8.h"
#include "engine/extract/relative.h"
#include "engine/extract/words.h"

enum {
    ROLL_BACK_DAYS = 120,    // a bare "12월" more than four months ahead was last year
    ANNOUNCED_KO_BYTES = 48, // how far behind a day the verb of announcing may stand
    ANNOUNCED_BYTES = 18,    // in Chinese and Japanese
    BASE_BYTES = 48,         // how far behind its number the word of a comparison may stand
    COMPARED_BYTES = 20,     // how far around a time the word of a comparison may stand
};

static bs_rune rune_before(bs_str text, size_t at)
{
    bs_rune rune = bs_utf8_decode_before(text, at);
    while (rune.len > 0 && bs_rune_is_space(rune.code)) {
        at -= rune.len;
        rune = bs_utf8_decode_before(text, at);
    }
    return rune;
}

static bs_rune rune_after(bs_str text, size_t at)
{
    bs_rune rune = bs_utf8_decode(text, at);
    while (rune.len > 0 && bs_rune_is_space(rune.code)) {
        at += rune.len;
        rune = bs_utf8_decode(text, at);
    }
    return rune;
}

static bool is_open_parenthesis(uint32_t code)
{
    return code == '(' || code == 0xFF08 || code == '[' || code == 0x3014;
}

static bool is_close_parenthesis(uint32_t code)
{
    return code == ')' || code == 0xFF09 || code == ']' || code == 0x3015;
}

// Quotation marks and title brackets that open: a number behind one is part of a name.
static bool is_open_quote(uint32_t code)
{
    static const uint32_t quotes[] = {0x2018, 0x201C, 0x300C, 0x300E, 0x300A, 0x3008, '\'', '"'};
    for (size_t i = 0; i < BS_COUNT(quotes); i++) {
        if (code == quotes[i]) return true;
    }
    return false;
}

static bool is_parenthesised(bs_str text, const bs_item *item)
{
    return is_open_parenthesis(rune_before(text, item->start).code) &&
           is_close_parenthesis(rune_after(text, item->end).code);
}

static bool is_time(const bs_item *item)
{
    return item->from.year || item->from.month || item->from.day || item->from.quarter ||
           item->from.half || item->from.week;
}

static bool is_day_only(const bs_item *item)
{
    return item->from.day > 0 && item->from.month == 0 && item->from.year == 0;
}

static bool is_sentence_end(bs_str text, size_t at, bs_rune rune)
{
    uint32_t next = bs_utf8_decode(text, at + rune.len).code;
    return rune.code == 0x3002 || rune.code == 0xFF1B || rune.code == ';' ||
           (rune.code == '.' && (next == 0 || bs_rune_is_space(next)));
}

// End of the sentence that byte `at` lies in.
static size_t sentence_end(bs_str text, size_t at)
{
    while (at < text.len) {
        bs_rune rune = bs_utf8_decode(text, at);
        if (is_sentence_end(text, at, rune)) return at;
        at += rune.len;
    }
    return text.len;
}

static const char since_words[] = "이후|이래|以来|以來|以降|来|來";

// "2020년 대비", "比2020年", "compared with 2020", "与2020年持平": a base for a comparison, not a
// frame. A particle may stand between; 同比 behind a time is about the time itself.
static bool is_comparison(const bs__passage *passage, const bs_item *item)
{
    bs_word_hit hit;
    bs_str text = passage->text;
    bs_str after = bs_str_trim(bs_str_slice(text, item->end, item->end + COMPARED_BYTES));
    size_t from = item->start > COMPARED_BYTES ? item->start - COMPARED_BYTES : 0;
    bs_str before = bs_str_slice(text, from, item->start);
    // English puts its "than" and "from" before the base only.
    bool behind = passage->lang != BS_LANG_EN;
    if (behind && bs_word_first(after, BS_MEANS_COMPARED, &hit)) {
        bool particle = bs_list_starts(after, "에 |에|와 |와|과 |과|に|と|の|は");
        if (hit.start == 0 || (particle && hit.start <= 4)) return true;
    }
    // "2021년 2월 이후 처음": since then.
    if (behind && bs_list_starts(after, since_words)) return true;
    if (bs__is_equalled(before, after)) return true;
    return bs_word_last(before, BS_MEANS_COMPARED, &hit) && before.len - hit.end <= 2;
}

// Is the number `item` what another is compared with? "725,482명보다", "的725482人相比",
// "97.45から91.45に", "由97.45下降为91.45".
static bool is_base_number(bs_str text, const bs_item *item)
{
    static const char words[] =
        "보다|에 비해|에 비하|와 비교|과 비교|에서 |대비|より|から|に比べ|と比べ|"
        "に対し|相比|相较|相較|比较|下降为|下降到|下降至|上升为|上升到|上升至|"
        "降为|降到|降至|升为|升到|升至|提高到|提高至|提升到|提升至|增加到|增加至|"
        "增长到|增长至|增至|减少到|减少至|减至|扩大到|缩小到|下降為|上升為|降為|"
        "升為|增加為|減少為|變為|变为|改为";
    bs_str after = bs_str_trim(bs_str_slice(text, item->end, item->end + BASE_BYTES));
    if (is_close_parenthesis(bs_utf8_decode(after, 0).code)) {
        after = bs_str_slice(after, bs_utf8_decode(after, 0).len, after.len);
        if (bs_list_starts(bs_str_trim(after), since_words)) return true;
    }
    return bs_list_starts(bs_str_trim(after), words);
}

// "比2000年的4.27人减少了0.66人": behind 比 and a time a number that is no change itself.
static bool is_compared_number(bs_str text, size_t time_start, bs_str between, const bs_item *item)
{
    bs_str before = bs_str_trim(bs_str_slice(text, 0, time_start));
    if (!bs_list_ends(before, "比|较|較")) return false;
    if (bs_word_in(between, BS_MEANS_UP) || bs_word_in(between, BS_MEANS_DOWN)) return false;
    bs_str after = bs_str_slice(text, item->end, item->end + BASE_BYTES);
    bs_word_hit hit;
    return (bs_word_first(after, BS_MEANS_UP, &hit) || bs_word_first(after, BS_MEANS_DOWN, &hit)) &&
           bs_str_trim(bs_str_slice(after, 0, hit.start)).len == 0;
}

// 第六次, 39호: a number in a name.
static bool is_name(const bs_item *item)
{
    return item->kind == BS_KIND_ORDINAL || item->kind == BS_KIND_IDENTIFIER;
}

// The number behind a time (items[next...]) that is a base of comparison at that time; BS__NO_ITEM
// when there is none.
static size_t base_number(const bs__moments *moments, size_t start, size_t end, size_t next)
{
    bs_str text = moments->passage->text;
    while (next < moments->items->count && is_name(&moments->items->items[next]))
        next++;
    if (next >= moments->items->count) return BS__NO_ITEM;
    const bs_item *item = &moments->items->items[next];
    if (is_time(item) || item->start < end || item->start > end + BASE_BYTES + BASE_BYTES)
        return BS__NO_ITEM;
    bs_str between = bs_str_slice(text, end, item->start);
    if (bs_str_find(between, BS_STR(","), 0) < between.len ||
        bs_str_find(between, BS_STR("，"), 0) < between.len ||
        sentence_end(between, 0) < between.len)
        return BS__NO_ITEM;
    bool base = is_base_number(text, item) || is_compared_number(text, start, between, item);
    return base ? next : BS__NO_ITEM;
}

// "与2010年第六次普查相比,": a base in front of the clause that is compared.
static bool is_base_in_front(bs_str text, const bs_item *item)
{
    if (!bs_list_ends(bs_str_trim(bs_str_slice(text, 0, item->start)), "与|與|同|和|跟|较|較"))
        return false;
    static const bs_str words[] = {BS_STR_INIT("相比"), BS_STR_INIT("相较"), BS_STR_INIT("相較"),
                                   BS_STR_INIT("比较"), BS_STR_INIT("比較")};
    bs_str rest = bs_str_slice(text, item->end, sentence_end(text, item->end));
    size_t comma = bs_str_find(rest, BS_STR("，"), 0);
    size_t plain = bs_str_find(rest, BS_STR(","), 0);
    rest = bs_str_slice(rest, 0, comma < plain ? comma : plain);
    for (size_t i = 0; i < BS_COUNT(words); i++) {
        if (bs_str_find(rest, words[i], 0) < rest.len) return true;
    }
    return false;
}

// "17일 발표한", "10月13日公布", "released on 6 October": the day of the news, not of the figures.
static bool is_announcement(const bs__moments *moments, size_t index)
{
    static const char verbs_before[] = "released on|released|published on|published|announced on|"
                                       "announced|reported on|issued on|said on|发布于|公布于";
    const bs_item *item = &moments->items->items[index];
    if (item->from.day == 0 || item->to.day != 0 || item->to.month != 0) return false;
    bs_str text = moments->passage->text;
    bs_lang lang = moments->passage->lang;
    bs_str before = bs_str_trim(bs_str_slice(text, 0, item->start));
    if (bs_list_ends(before, verbs_before)) return true;
    // "in its fourth quarter ended April 27": the quarter is the time.
    if (bs_list_ends(before, "quarter ended|quarter ending|year ended|year ending|months ended"))
        return true;
    if (lang == BS_LANG_EN) return false;
    size_t stop = sentence_end(text, item->end);
    if (index + 1 < moments->items->count && moments->items->items[index + 1].start < stop)
        stop = moments->items->items[index + 1].start;
    size_t reach = lang == BS_LANG_KO ? ANNOUNCED_KO_BYTES : ANNOUNCED_BYTES;
    if (stop > item->end + reach) stop = item->end + reach;
    return bs_word_in(bs_str_slice(text, item->end, stop), BS_MEANS_ANNOUNCED);
}

static bool is_frame(const bs__moments *moments, size_t index)
{
    const bs__passage *passage = moments->passage;
    const bs_item *item = &moments->items->items[index];
    // "2020년=100": the base of an index.
    uint32_t behind = rune_after(passage->text, item->end).code;
    if (behind == '=' || behind == 0xFF1D) return false;
    bool day_of_event = item->from.day > 0 && item->from.year == 0;
    if (day_of_event && is_parenthesised(passage->text, item)) return false;
    bool bare_year = item->kind == BS_KIND_YEAR && item->digits_end == item->end;
    if (bare_year && is_open_quote(rune_before(passage->text, item->start).code)) return false;
    return !is_comparison(passage, item) && !is_base_in_front(passage->text, item) &&
           !is_announcement(moments, index);
}

// What the passage and the section have said before an item, for what it does not print.
typedef struct spoken {
    const bs__frame *frame;
    int printed_year; // last one printed in the passage; 0 for none
    bs_date named;    // year and month that were spoken of last in the passage; 0 for none
} spoken;

static bool has_ended(bs_period period, bs_period published)
{
    bs_date end = bs_period_end(period), now = bs_period_end(published);
    return end.year < now.year || (end.year == now.year && end.month < now.month) ||
           (end.year == now.year && end.month == now.month && end.day <= now.day);
}

// The year of a date that does not print one: that of the document, or the year before when the
// date would lie more than four months after it. A quarter or half that has not ended is of the
// year that the section speaks of, where that is the last one.
static int missing_year(const bs__moments *moments, const bs_item *item, const spoken *said)
{
    if (said->printed_year > 0) return said->printed_year;
    const bs_source *source = moments->job->source;
    int stated = said->frame->period_stated ? bs_period_year_of(said->frame->period) : 0;
    int year = bs_period_year_of(source->published);
    bs_period guess, published;
    if (year == 0) return stated;
    // The frame of a cell of a table knows the year of its column.
    if (moments->passage->table > 0 && stated > 0) return stated;
    if (bs_when_period(&guess, item->from, item->to, year, NULL) != BS_OK) return year;
    bool part = item->from.quarter > 0 || item->from.half > 0;
    if (part && stated == year - 1 && !has_ended(guess, source->published)) return stated;
    if (bs_period_day(&published, bs_period_end(source->published), NULL) != BS_OK) return year;
    bs_period limit = bs_period_offset(published, ROLL_BACK_DAYS);
    return bs_period_compare(guess, limit) > 0 ? year - 1 : year;
}

// "지난해 상반기", "이달 10일": a relative time directly before one that prints no more than a
// part. `count`: how many of the mentions stand before `start`.
static const bs__mention *mention_before(const bs__mention_array *mentions, size_t count,
                                         bs_str text, size_t start)
{
    if (count == 0) return NULL;
    static const char *const joints[] = {"",          "'s", "’s", "'s fiscal",
                                         "’s fiscal", "의", "の", "的"};
    const bs__mention *last = &mentions->items[count - 1];
    bs_str between = bs_str_trim(bs_str_slice(text, last->end, start));
    for (size_t i = 0; i < BS_COUNT(joints); i++) {
        if (bs_str_equal(between, bs_str_from(joints[i]))) return last;
    }
    return NULL;
}

// The 10th, alone, is of the month that was spoken of last, else of the document's, where it does
// not lie ahead: of a day ahead nobody can say whether it is of this month or of the last.
static bool resolve_day(bs_period *out, const bs__moments *moments, const bs_item *item,
                        bs_date month)
{
    bs_period published = moments->job->source->published;
    bool named = month.month > 0;
    if (!named) month = bs_period_end(published);
    if (month.year == 0) return false;
    bs_when from = item->from, to = item->to;
    from.month = month.month;
    if (to.day > 0) to.month = month.month;
    if (bs_when_period(out, from, to, month.year, NULL) != BS_OK) return false;
    return named || has_ended(*out, published);
}

static bool resolve_item(const bs__moments *moments, size_t index, const bs__mention *front,
                         const spoken *said, bs__moment *out)
{
    const bs_item *item = &moments->items->items[index];
    bool has_year = item->from.year > 0;
    if (has_year) front = NULL;
    bool front_year = front != NULL && front->period.frequency == BS_FREQUENCY_ANNUAL;
    bool front_month = front != NULL && front->period.frequency == BS_FREQUENCY_MONTH;
    *out = (bs__moment){.start = item->start, .end = item->end, .item = index};
    if (is_day_only(item)) {
        bs_date month = front_month ? bs_period_start(front->period) : said->named;
        if (!resolve_day(&out->period, moments, item, month)) return false;
    } else {
        int year = has_year     ? 0
                   : front_year ? front->period.first
                                : missing_year(moments, item, said);
        if (bs_when_period(&out->period, item->from, item->to, year, NULL) != BS_OK) return false;
    }
    out->only = base_number(moments, item->start, item->end, index + 1);
    out->bound = out->only != BS__NO_ITEM;
    out->frame = out->bound || is_frame(moments, index);
    // The date of the document itself is on its letterhead, not in its text.
    bool letterhead = bs_period_equal(out->period, moments->job->source->published);
    out->lasting = !letterhead && (has_year || front_year || item->from.half ||
                                   item->from.quarter || item->to.month);
    out->inferred = !has_year;
    return true;
}

// "21.0% in 2022", "1.2조 원(2022년)": a time bound to the number before it.
static bool is_bound_behind(bs_str text, const bs_item *item, const bs__moment *behind)
{
    static const char *const links[] = {
        "in",   "in the",   "in its", "for",           "for the", "during",        "during the",
        "over", "over the", "by",     "by the end of", "as of",   "at the end of", "at end",
        "(",    "（"};
    bs_str between = bs_str_trim(bs_str_slice(text, item->end, behind->start));
    for (size_t i = 0; i < BS_COUNT(links); i++) {
        if (bs_str_equal(between, bs_str_from(links[i]))) return true;
    }
    return behind->item == BS__NO_ITEM && between.len == 0;
}

// "up from 1,376 GWh in March 2024": a time bound to a number that lies before the one that the
// passage reports looks back, and is that number's alone.
static bool looks_back(const bs__moments *moments, size_t item, const bs__moment *made)
{
    if (item == 0) return false;
    bs_str text = moments->passage->text;
    const bs_item *number = &moments->items->items[item - 1];
    if (!is_bound_behind(text, number, made)) return false;
    if (bs_list_ends(bs_str_trim(bs_str_slice(text, 0, number->start)), "from|with|against|than"))
        return true;
    for (size_t i = moments->all.count; i-- > 0;) {
        const bs__moment *other = &moments->all.items[i];
        if (other->frame && !other->bound)
            return bs_period_compare(made->period, other->period) < 0;
    }
    return false;
}

// "The previous year" is that before the year of the sentence, and only of the number beside it; so
// is a "last month" whose number is compared with that of the sentence.
static void count_from_period(const bs__moments *moments, const bs__mention *mention,
                              const bs__frame *frame, bs__moment *made)
{
    bool month = made->period.frequency == BS_FREQUENCY_MONTH;
    if (!mention->of_period && !(month && made->bound)) return;
    made->bound = true;
    for (size_t i = moments->all.count; i-- > 0;) {
        const bs__moment *other = &moments->all.items[i];
        if (!other->frame || other->bound) continue;
        if (made->period.frequency == BS_FREQUENCY_ANNUAL) {
            made->period = bs_period_offset_years(other->period, mention->distance);
        } else if (other->period.frequency == made->period.frequency &&
                   !bs_period_is_span(other->period)) {
            made->period = bs_period_offset(other->period, mention->distance);
        }
        return;
    }
    if (mention->same_part && frame->period_stated)
        made->period = bs_period_offset_years(frame->period, mention->distance);
}

static bs_status push_moment(bs__moments *moments, bs_arena *scratch, const bs__moment *made,
                             bs_error *err)
{
    bs__moment *place = BS_PUSH(scratch, &moments->all);
    if (place == NULL) return bs__no_memory(err);
    *place = *made;
    return BS_OK;
}

// A sentence that goes through the quarters or months of a year reports each of them by itself:
// what stands behind it is about none of them.
static void mark_siblings(bs__moments *moments)
{
    bs_str text = moments->passage->text;
    for (size_t i = 0; i < moments->all.count;) {
        size_t stop = sentence_end(text, moments->all.items[i].start);
        size_t last = i, parts = 0;
        bs_period first = BS_PERIOD_NONE;
        for (; last < moments->all.count && moments->all.items[last].start < stop; last++) {
            const bs__moment *made = &moments->all.items[last];
            bool part = made->frame && !made->bound && made->inferred &&
                        made->item != BS__NO_ITEM && !bs_period_is_span(made->period);
            if (!part) continue;
            bool same = parts == 0 || (made->period.frequency == first.frequency &&
                                       !bs_period_equal(made->period, first));
            if (parts == 0) first = made->period;
            parts += same;
        }
        for (size_t k = i; parts > 1 && k < last; k++)
            moments->all.items[k].sibling = true;
        i = last > i ? last : i + 1;
    }
}

static void speak_of(spoken *said, const bs__moment *made)
{
    bool dated =
        made->period.frequency == BS_FREQUENCY_MONTH || made->period.frequency == BS_FREQUENCY_DAY;
    if (dated && made->frame && !made->bound) said->named = bs_period_start(made->period);
}

static bs_status push_mention(bs__moments *moments, bs__job *job, const bs__mention *mention,
                              size_t next_item, spoken *said)
{
    bs_str text = moments->passage->text;
    size_t only = base_number(moments, mention->start, mention->end, next_item);
    bool alone = is_open_parenthesis(rune_after(text, mention->end).code) || only != BS__NO_ITEM;
    bs__moment made = {.bound = alone,
                       .only = only,
                       .start = mention->start,
                       .end = mention->end,
                       .item = BS__NO_ITEM,
                       .period = mention->period,
                       .frame = true,
                       .past = mention->distance < 0,
                       // Last year behind a number is what it is held against.
                       .lasting = mention->distance >= 0 || next_item == 0,
                       .inferred = true};
    count_from_period(moments, mention, said->frame, &made);
    speak_of(said, &made);
    return push_moment(moments, &job->scratch, &made, job->err);
}

bs_status bs__find_moments(bs__moments *out, bs__job *job, const bs__passage *passage,
                           const bs_item_array *items, const bs__frame *frame)
{
    bs__mention_array mentions = {0};
    spoken said = {.frame = frame};
    *out = (bs__moments){.job = job, .passage = passage, .items = items};
    out->of_item = BS_NEW_ARRAY(&job->scratch, size_t, items->count);
    if (out->of_item == NULL) return bs__no_memory(job->err);
    BS_TRY(bs__find_relative(&mentions, &job->scratch, passage->text, passage->lang,
                             job->source->published, job->err));
    size_t next = 0;
    for (size_t i = 0; i <= items->count; i++) {
        const bs_item *item = i < items->count ? &items->items[i] : NULL;
        for (; next < mentions.count && (!item || mentions.items[next].start < item->start); next++)
            BS_TRY(push_mention(out, job, &mentions.items[next], i, &said));
        bs__moment made;
        if (item == NULL || !is_time(item)) continue;
        const bs__mention *front = mention_before(&mentions, next, passage->text, item->start);
        if (!resolve_item(out, i, front, &said, &made)) continue;
        made.bound |= made.frame && looks_back(out, i, &made);
        if (item->from.year > 0 && made.frame && !made.bound) said.printed_year = item->from.year;
        speak_of(&said, &made);
        BS_TRY(push_moment(out, &job->scratch, &made, job->err));
        out->of_item[i] = out->all.count;
    }
    mark_siblings(out);
    return BS_OK;
}

// "'17년, '19년과 '23년": where the list of times begins that ends in moment `last`.
static size_t list_start(const bs__moments *of, size_t last)
{
    static const char *const joints[] = {",",  "、", "，",  "와",    "과", "및",
                                         "和", "と", "and", ", and", "·"};
    const bs__moment *moments = of->all.items;
    size_t first = last;
    while (first > 0 && moments[first - 1].frame &&
           moments[first - 1].period.frequency == moments[last].period.frequency) {
        bs_str between = bs_str_trim(
            bs_str_slice(of->passage->text, moments[first - 1].end, moments[first].start));
        bool joined = false;
        for (size_t i = 0; i < BS_COUNT(joints); i++)
            joined |= bs_str_equal(between, bs_str_from(joints[i]));
        if (!joined) break;
        first--;
    }
    return first;
}

// "전년(6,836억)", "2022 (1,204)": a time with its number in parentheses.
static bool opens_on(bs_str text, const bs__moment *made, const bs_item *item)
{
    bs_str between = bs_str_trim(bs_str_slice(text, made->end, item->start));
    if (made->item == BS__NO_ITEM && made->bound) {
        return bs_utf8_count(between) <= 1; // "전년의 6,836억", "上年的1.2万亿", or a parenthesis
    }
    return bs_str_equal(between, BS_STR("(")) || bs_str_equal(between, BS_STR("（"));
}

// The last frame before the sentence of `found`, when its sentence went through several parts of a
// year and the item stands behind it; `found` itself when there is none.
static const bs__moment *behind_siblings(const bs__moments *moments, const bs__moment *found,
                                         const bs_item *item)
{
    if (found == NULL || !found->sibling) return found;
    if (sentence_end(moments->passage->text, found->start) >= item->start) return found;
    for (const bs__moment *other = found; other-- > moments->all.items;) {
        if (other->frame && !other->bound && !other->sibling) return other;
    }
    return found;
}

// The number of moments that end at or before byte `at`.
static size_t count_before(const bs__moments *moments, size_t at)
{
    size_t low = 0, high = moments->all.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (moments->all.items[middle].end <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

// The last frame before the item; one that opens on it is its own even where it is bound.
static const bs__moment *frame_before(const bs__moments *moments, size_t count, size_t index)
{
    const bs_item *item = &moments->items->items[index];
    bool nearest = true;
    for (size_t i = count; i-- > 0;) {
        const bs__moment *candidate = &moments->all.items[i];
        if (!candidate->frame) continue;
        if (candidate->only != BS__NO_ITEM && candidate->only == index) return candidate;
        if (nearest && opens_on(moments->passage->text, candidate, item)) return candidate;
        if (!candidate->bound) return candidate;
        nearest = false;
    }
    return NULL;
}

const bs__moment *bs__moment_for(const bs__moments *moments, size_t index)
{
    const bs_item *item = &moments->items->items[index];
    bs_str text = moments->passage->text;
    size_t count = count_before(moments, item->start);
    const bs__moment *before = frame_before(moments, count, index);
    if (before != NULL && (before->only == index || opens_on(text, before, item))) return before;
    for (size_t i = count; i < moments->all.count; i++) {
        const bs__moment *candidate = &moments->all.items[i];
        if (!candidate->frame) continue;
        if (is_bound_behind(text, item, candidate)) return candidate;
        if (before != NULL) break;
        // "4조5천억 원으로 지난해 …": what was is not when this was.
        if (candidate->bound || candidate->past) continue;
        return candidate->start < sentence_end(text, item->end) ? candidate : NULL;
    }
    return behind_siblings(moments, before, item);
}

bs_period bs__moment_period(const bs__moments *moments, size_t index, const bs__moment *found)
{
    bs_period span;
    const bs_item *item = &moments->items->items[index];
    size_t last = (size_t)(found - moments->all.items), first = list_start(moments, last);
    bs_str between = bs_str_slice(moments->passage->text, found->end, item->start);
    bool directly = found->end <= item->start && bs_utf8_count(bs_str_trim(between)) <= 2;
    if (first < last && directly &&
        bs_period_span(&span, moments->all.items[first].period, found->period, NULL) == BS_OK) {
        return span;
    }
    return found->period;
}

// What is said of a future year in a top-level item or paragraph is a plan of its own; only items
// below a common parent go on with it.
static bool carries_on(const bs__moments *moments, const bs__moment *candidate)
{
    bs_period published = moments->job->source->published;
    bool future = !bs_period_is_none(published) &&
                  bs_period_year_of(candidate->period) > bs_period_year_of(published);
    return candidate->frame && candidate->lasting && !candidate->bound &&
           (!future || moments->passage->level > 1);
}

// Of several times in a passage the latest is what it reports; the others are looked back at.
void bs__carry_moments(const bs__moments *moments, bs__frame *frame)
{
    bs_period latest = BS_PERIOD_NONE;
    bool sibling = true;
    for (size_t i = 0; i < moments->all.count; i++) {
        const bs__moment *candidate = &moments->all.items[i];
        if (!carries_on(moments, candidate)) continue;
        bool better = sibling && !candidate->sibling;
        bool equal = sibling == candidate->sibling;
        if (better || (equal && bs_period_compare(candidate->period, latest) > 0)) {
            latest = candidate->period;
            sibling = candidate->sibling;
        }
    }
    if (bs_period_is_none(latest)) return;
    bool other = frame->period_stated && !bs_period_equal(frame->period, latest);
    frame->several = frame->several || other;
    frame->period = latest;
    frame->period_stated = true;
}
