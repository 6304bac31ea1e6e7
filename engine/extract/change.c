// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/extract/change.h"

#include "engine/base/utf8.h"
#include "engine/core/unit.h"
#include "engine/extract/label_internal.h"
#include "engine/extract/moment_internal.h"
#include "engine/extract/role.h"
#include "engine/extract/words.h"

enum {
    CHAIN_MAX = 60,           // values of a chain that times are dealt to
    BETWEEN_BYTES_MAX = 60,   // between the two values of a change
    CLAUSE_BYTES_MAX = 90,    // how far around them its words may stand
    FORMER_BYTES_MAX = 12,    // between 당초 and its value
    FORMER_EN_BYTES_MAX = 40, // "revised down from a first estimate of"
};

static bs_str between_items(const bs__moments *moments, size_t a, size_t b)
{
    const bs_item *items = moments->items->items;
    return bs_str_slice(moments->passage->text, items[a].end, items[b].start);
}

// The text around byte `at` on one side, within its clause.
static bs_str clause_before(bs_str text, size_t at)
{
    size_t low = at > CLAUSE_BYTES_MAX ? at - CLAUSE_BYTES_MAX : 0, from = at;
    for (; from > low; from--) {
        char byte = text.ptr[from - 1]; // the last of a stop
        if (byte != ';' && byte != '\x9B' && byte != '\x82') continue;
        uint32_t code = bs_utf8_decode_before(text, from).code;
        if (code == ';' || code == 0xFF1B || code == 0x3002) break;
    }
    while (from > 0 && ((unsigned char)text.ptr[from] & 0xC0) == 0x80)
        from--;
    return bs_str_slice(text, from, at);
}

static bs_str clause_after(bs_str text, size_t at)
{
    text = bs_str_slice(text, 0, at + CLAUSE_BYTES_MAX); // a line may have no end
    return bs_str_slice(text, at, bs__sentence_end(text, at));
}

static bool is_amount(const bs_item *item)
{
    return item->valued && (item->kind == BS_KIND_QUANTITY || item->kind == BS_KIND_PERCENT ||
                            item->kind == BS_KIND_CURRENCY);
}

static bool same_measure(const bs_item *a, const bs_item *b)
{
    return bs_str_equal(a->unit, b->unit) || bs_str_equal(a->unit, BS_STR("1"));
}

// "→", also behind a closing parenthesis and before one that holds a time: "62.1% → ('24) 62.7%".
static bool is_arrow(bs_str between)
{
    static const char arrows[] = "→|⇒|➔|➡|⇨|->|=>";
    between = bs_str_trim(between);
    if (bs_list_starts(between, ")")) between = bs_str_trim(bs_str_slice(between, 1, between.len));
    if (!bs_list_starts(between, arrows)) return false;
    // "초등학교 82.3% → 중학교 66.4%": the next thing, and no change of the first.
    static const char same[] =
        "올해|금년|현재|이번|약|목표|내년|지난|전년|작년|총|평균|연|월|각|제";
    bs_str behind = bs_str_trim(bs_str_slice(between, bs_utf8_decode(between, 0).len, between.len));
    bool named = bs_rune_is_hangul(bs_utf8_decode(behind, 0).code);
    return !named || bs_list_starts(behind, same);
}

static bool moves(const bs_words *words, bs_str part)
{
    return bs_words_in(words, part, BS_MEANS_UP) || bs_words_in(words, part, BS_MEANS_DOWN) ||
           bs_words_in(words, part, BS_MEANS_CORRECTED);
}

// Chinese: does something move away from a value here?
static bool leaves(bs_str before)
{
    return bs_str_has_any(before, "由|从|從");
}

// Chinese: "由3.6%降至3.1%，首付比例降至15%" goes on with another measure behind its comma.
static bool names_another(bs_str between)
{
    static const char same[] =
        "再|又|进一步|进而|進一步|進而|隨|随|其后|其後|之后|之後|后|後|并|並|然后|到|至|升|降|提高|"
        "提升|增至|增到|增长|增長|增加到|增加至|减至|减到|減至|减少|減少|上升|上涨|上漲|上调|上調|"
        "下降|下跌|下调|下調|下滑|扩大|擴大|回升|回落|跌|涨|漲|缩|縮|收窄|收缩|调|調|逐|继|繼|去年|"
        "今年|明年|年|月|昨|大幅|小幅|略|稳步|持续|快|迅|直|一|累计|最|平均|已|将|將|现|現|目前|"
        "本年|本月|本期|当|當|前|在|于|於|截|第|二|三|四|五|六|七|八|九|十";
    bs_str part = bs_str_behind_last(between, "，|,|；");
    if (part.len == between.len) return false;
    part = bs_str_trim(part);
    return bs_rune_is_han(bs_utf8_decode(part, 0).code) && !bs_list_starts(part, same);
}

// English.
static bool comes_from(const bs_words *words, bs_str before)
{
    return bs_list_ends(before, "from") && moves(words, before);
}

// "2.1%에서 2.3%로", "由75.1%提高到76.2%", "75.1％から76.2％に", "from 3.2% to 4.1%".
static bool is_from_to(const bs__moments *moments, size_t a, size_t b)
{
    const bs_item *early = &moments->items->items[a], *late = &moments->items->items[b];
    bs_str text = moments->passage->text, between = bs_str_trim(between_items(moments, a, b));
    const bs_words *words = &moments->passage->words;
    switch (moments->passage->lang) {
    case BS_LANG_KO:
        return bs_list_starts(between, "에서") &&
               bs_list_starts(bs_str_trim(clause_after(text, late->end)), "로|으로|까지");
    case BS_LANG_JA:
        return bs_list_starts(between, "から") &&
               bs_list_starts(bs_str_trim(clause_after(text, late->end)), "に|へ|となっ|となり");
    case BS_LANG_ZH:
        return bs_list_ends(between, "到|至|为|為|成") && !names_another(between) &&
               (moves(words, between) || bs__leads_on(between)) &&
               leaves(clause_before(text, early->start));
    default:
        return (bs_str_equal(between, BS_STR("to")) || bs_list_ends(between, " to") ||
                bs_list_starts(between, "to ")) &&
               comes_from(words, bs_str_trim(clause_before(text, early->start)));
    }
}

// "rose to 4.1% from 3.2%", "4.1% in October, up from 3.2%": the value behind is the early one.
static bool is_to_from(const bs__moments *moments, size_t late, size_t early)
{
    if (moments->passage->lang != BS_LANG_EN) return false;
    bs_str between = bs_str_trim(between_items(moments, late, early));
    static const bs_str nouns[] = {
        BS_STR_INIT(" an increase of"),  BS_STR_INIT(" a decrease of"),
        BS_STR_INIT(" a rise of"),       BS_STR_INIT(" a fall of"),
        BS_STR_INIT(" a gain of"),       BS_STR_INIT(" a decline of"),
        BS_STR_INIT(" a loss of"),       BS_STR_INIT(" a net loss of"),
        BS_STR_INIT(" growth of"),       BS_STR_INIT(" net income of"),
        BS_STR_INIT(" a net income of"),
    };
    for (size_t i = 0; i < BS_COUNT(nouns); i++) {
        if (bs_str_ends(between, nouns[i])) between.len -= nouns[i].len;
    }
    if (bs_list_ends(between, "up from|down from|compared with|compared to|versus|against"))
        return true;
    if (!bs_list_ends(between, "from")) return false;
    // "rose to 12 TWh, while exports fell from 3 TWh" tells of another thing.
    if (between.len > strlen("from") && bs_role__turns(between, BS_LANG_EN)) return false;
    size_t start = moments->items->items[late].start;
    const bs_words *words = &moments->passage->words;
    return bs_str_equal(between, BS_STR("from")) || moves(words, between) ||
           moves(words, clause_before(moments->passage->text, start));
}

// The next number behind `index`, over times and the ordinals of "(2차 추경)" only; BS__NO_ITEM
// when it is far or of another kind.
static size_t next_amount(const bs__moments *moments, size_t index)
{
    const bs_item *items = moments->items->items;
    size_t next = index + 1;
    while (next < moments->items->count &&
           (bs__is_time_item(&items[next]) || items[next].kind == BS_KIND_ORDINAL))
        next++;
    if (next >= moments->items->count || !is_amount(&items[next])) return BS__NO_ITEM;
    if (items[next].start < items[index].end ||
        items[next].start - items[index].end > BETWEEN_BYTES_MAX)
        return BS__NO_ITEM;
    bs_str between = between_items(moments, index, next);
    return bs__sentence_end(between, 0) < between.len ? BS__NO_ITEM : next;
}

// "revised down from 3.0%", "당초 2.1%", "初值3.2%": said before, and replaced.
static bool is_former(const bs__moments *moments, size_t index)
{
    bs_word_hit hit;
    size_t at = moments->items->items[index].start;
    bs_str before = clause_before(moments->passage->text, at);
    bool english = moments->passage->lang == BS_LANG_EN;
    size_t reach = english ? FORMER_EN_BYTES_MAX : FORMER_BYTES_MAX;
    size_t behind = index > 0 ? moments->items->items[index - 1].end : 0;
    bool budget = bs_list_ends(bs_str_trim(before), "당초예산|당초 예산"); // what it is called
    // "당초보다 73억 원 늘어난": by how much it differs from what was said before.
    budget |= bs_list_ends(bs_str_trim(before), "보다|대비|에 비해|より|比|に比べ|に比べて");
    return !budget && (moments->passage->words.meanings >> BS_MEANS_FORMER & 1) != 0 &&
           bs_words_last(&moments->passage->words, before, BS_MEANS_FORMER, &hit) &&
           before.len - hit.end <= reach && at - (before.len - hit.end) >= behind &&
           bs_str_find(bs_str_slice(before, hit.end, before.len), BS_STR(","), 0) == SIZE_MAX;
}

// "raised its growth forecast for FY25 from 7% to 7.2%": what was foreseen before, of the same
// time.
static bool changes_forecast(const bs__moments *moments, size_t start)
{
    static const char verbs[] = "raised|lowered|cut |upped|hiked|trimmed|lifted|slashed|upgraded|"
                                "downgraded|increased|reduced|narrowed";
    static const char nouns[] = " forecast| projection| guidance| outlook| estimate";
    if (moments->passage->lang != BS_LANG_EN) return false;
    bs_str before = clause_before(moments->passage->text, start);
    return bs_str_has_any(before, verbs) && bs_str_has_any(before, nouns) &&
           bs_list_ends(bs_str_trim(before), " from");
}

static bool is_corrected(const bs__moments *moments, const bs__change *change)
{
    const bs_item *items = moments->items->items;
    bs_str text = moments->passage->text;
    const bs_words *words = &moments->passage->words;
    if (changes_forecast(moments, items[change->early].start)) return true;
    if ((words->meanings >> BS_MEANS_CORRECTED & 1) == 0) return false;
    size_t low = change->early < change->late ? change->early : change->late;
    size_t high = change->early < change->late ? change->late : change->early;
    bool korean = moments->passage->lang == BS_LANG_KO || moments->passage->lang == BS_LANG_JA;
    bs_str verb = korean ? clause_after(text, items[high].end)
                         : bs_str_slice(text, items[low].end, items[high].start);
    return bs_words_in(words, verb, BS_MEANS_CORRECTED) ||
           (moments->passage->lang == BS_LANG_EN &&
            bs_words_in(words, clause_before(text, items[low].start), BS_MEANS_CORRECTED));
}

// The change that the number `index` begins, or that it has been corrected by.
static bool read_change(bs__change *out, const bs__moments *moments, size_t index)
{
    size_t next = next_amount(moments, index);
    const bs_item *items = moments->items->items;
    // "increased $248.2 billion, or 5.2 percent, ..., compared with an increase of $587.9 billion"
    if (next != BS__NO_ITEM && !same_measure(&items[index], &items[next]) &&
        bs_list_ends(bs_str_trim(between_items(moments, index, next)), "or")) {
        size_t over = next_amount(moments, next);
        if (over != BS__NO_ITEM && same_measure(&items[index], &items[over]) &&
            is_to_from(moments, index, over)) {
            *out = (bs__change){.early = over, .late = index};
            return true;
        }
    }
    *out = (bs__change){.early = index, .late = next};
    if (next != BS__NO_ITEM && same_measure(&items[index], &items[next])) {
        if (is_arrow(between_items(moments, index, next)) || is_from_to(moments, index, next)) {
            out->corrected = is_corrected(moments, out);
            return true;
        }
        if (is_to_from(moments, index, next)) {
            *out = (bs__change){.early = next, .late = index};
            out->corrected = is_corrected(moments, out);
            return true;
        }
    }
    out->late = BS__NO_ITEM;
    bool hinted = moments->passage->words.meanings >> BS_MEANS_FORMER & 1;
    out->corrected = hinted && is_former(moments, index);
    return out->corrected;
}

bs_status bs__find_changes(bs__change_array *out, bs__job *job, const bs__moments *moments)
{
    for (size_t i = 0; i < moments->items->count; i++) {
        bs__change change;
        if (!is_amount(&moments->items->items[i])) continue;
        if (!read_change(&change, moments, i)) continue;
        bs__change *place = BS_PUSH(&job->scratch, out);
        if (place == NULL) return bs__no_memory(job->err);
        *place = change;
    }
    return BS_OK;
}

// "9월 2.1%에서", "上年同期的120亿元": the time stands directly in front of the number; or behind
// it, before the other one: "from 3.2% in 2020 to 4.1%".
static bool is_own(const bs__moments *moments, const bs__moment *made, const bs_item *item,
                   const bs_item *other)
{
    bs_str text = moments->passage->text;
    if (made->end > item->start && other->start > item->start) {
        // "from 3.2% in 2020 to 4.1%"; "8억 달러에서 1월 32억 달러로" is of the second.
        bs_str before = bs_str_trim(bs_str_slice(text, item->end, made->start));
        return made->end <= other->start && bs_list_starts(before, "in|for|during|at|(|（");
    }
    if (made->end > item->start) return true;
    bs_str between = bs_str_trim(bs_str_slice(text, made->end, item->start));
    // "平成14年の約116万人から令和5年には約79万人に"
    if (moments->passage->lang == BS_LANG_JA) {
        if (bs_list_ends(between, "約")) between.len -= strlen("約");
        static const char joints[] =
            "には|では|度には|度の|末の|末には|度末の|度末には|末時点の|度末時点の";
        if (bs_list_starts(between, joints) && bs_list_ends(between, joints))
            return between.len <= strlen("度末時点の");
    }
    // "由2020年底的0.46亿", "2024년 말의 3만": the end of it.
    enum { END_CHARS_MAX = 2 };
    bool end = bs_list_starts(between, "底|末|初|말|초") && bs_list_ends(between, "的|의|为|為");
    return bs_utf8_count(between) <= (end ? END_CHARS_MAX : 1) || bs_list_starts(between, ")");
}

// Is the year in the text, in four digits or in two that stand apart?
static bool prints_year(bs_str text, int year)
{
    enum { CENTURY = 100, YEAR_MAX = 9999 };
    for (size_t at = 0; at < text.len; at++) {
        bool begins = text.ptr[at] >= '0' && text.ptr[at] <= '9' &&
                      (at == 0 || text.ptr[at - 1] < '0' || text.ptr[at - 1] > '9');
        if (!begins) continue;
        int number = 0;
        for (; at < text.len && text.ptr[at] >= '0' && text.ptr[at] <= '9'; at++)
            number = number < YEAR_MAX ? number * 10 + (text.ptr[at] - '0') : number;
        if (number == year || number == year % CENTURY) return true;
    }
    return false;
}

// "2008년부터 2017년 4월까지": the ends of a span that begins in one year and ends in another; and
// not those of an English "nine months ended June 30, 2001", which is one time.
static bool ends_in_years(const bs__passage *passage, const bs_item *item, bs_period *from,
                          bs_period *to)
{
    const bs_when none = {0};
    bs_str printed = bs_str_slice(passage->text, item->start, item->end);
    return item->from.year > 0 && item->to.year > item->from.year &&
           (passage->lang != BS_LANG_EN || prints_year(printed, item->from.year)) &&
           bs_when_period(from, item->from, none, 0, NULL) == BS_OK &&
           bs_when_period(to, item->to, none, 0, NULL) == BS_OK;
}

// "the projection for 2024-25 to 7.2 from 7.0": one business year, and no two of the calendar.
static bool is_business_span(const bs__moments *moments, const bs__moment *made)
{
    bs_str text = bs_str_slice(moments->passage->text, made->start, made->end);
    size_t tail = 0;
    while (tail < text.len && text.ptr[text.len - 1 - tail] >= '0' &&
           text.ptr[text.len - 1 - tail] <= '9')
        tail++;
    return moments->passage->lang == BS_LANG_EN && tail == 2 &&
           bs_period_end(made->period).year == bs_period_start(made->period).year + 1;
}

// The two times that a change goes between, where they are named together: "between 2020 and 2023",
// "2015—2020年".
static bool ends_of(const bs__moments *moments, const bs__moment *made, bs_period *from,
                    bs_period *to)
{
    const bs__moment *before = made > moments->all.items ? made - 1 : NULL;
    *from = *to = made->period;
    if (made->period.frequency == BS_FREQUENCY_ANNUAL && bs_period_is_span(made->period)) {
        if (is_business_span(moments, made)) return false;
        from->last = from->first;
        to->first = to->last;
        return true;
    }
    bs_str text = moments->passage->text;
    if (made->item != BS__NO_ITEM &&
        ends_in_years(moments->passage, &moments->items->items[made->item], from, to))
        return true;
    if (before == NULL || before->period.frequency != made->period.frequency) return false;
    bs_str between = bs_str_trim(bs_str_slice(text, before->end, made->start));
    *from = before->period;
    return bs_str_equal(between, BS_STR("and")) &&
           bs_list_ends(bs_str_trim(bs_str_slice(text, 0, before->start)), "Between|between");
}

static const char untimed[] = "before a change, without a time of its own";

static void set_period(bs_quantity *quantity, bs_period period, const char *rule)
{
    quantity->period = period;
    quantity->period_rule = rule;
}

// "versus $112.9 million, or $2.05 per share": the same in another measure has no time either.
static void set_untimed(bs_quantity *early, const bs__moments *moments, size_t index)
{
    set_period(early, BS_PERIOD_NONE, untimed);
    size_t next = next_amount(moments, index);
    if (next == BS__NO_ITEM || moments->passage->lang != BS_LANG_EN) return;
    bs_str between = bs_str_trim(between_items(moments, index, next));
    const bs__moment *made = bs__moment_for(moments, next);
    bool own = made != NULL && made->start > moments->items->items[next].start;
    if (bs_str_equal(between, BS_STR(", or")) && !own)
        set_period(early + (next - index), BS_PERIOD_NONE, untimed);
}

static void date_change(const bs__change *change, const bs__moments *moments,
                        bs_quantity *quantities)
{
    const bs_item *items = moments->items->items;
    const bs_item *early_item = &items[change->early], *late_item = &items[change->late];
    bs_quantity *early = &quantities[change->early], *late = &quantities[change->late];
    const bs__moment *old = bs__moment_for(moments, change->early);
    const bs__moment *now = bs__moment_for(moments, change->late);
    bool old_own = old != NULL && is_own(moments, old, early_item, late_item);
    bool now_own = now != NULL && now != old && is_own(moments, now, late_item, early_item);
    // "2040년 1월 평균기온 1.7℃ → 2041년 1월 평균기온 -2.5℃"
    now_own |= now != NULL && now != old && now->start >= early_item->end &&
               now->end <= late_item->start &&
               is_arrow(bs_str_slice(moments->passage->text, early_item->end, now->start));
    if (old_own && (now_own || old->past || change->early > change->late)) return;
    if (old_own) {
        // "9월 2.1%에서 2.3%로": the second is of a later time, which nobody says.
        if (now == old) set_period(late, BS_PERIOD_NONE, "behind a change, without a time");
        return;
    }
    const bs__moment *said = now_own ? now : old != NULL ? old : now;
    bs_period from, to;
    if (said != NULL && ends_of(moments, said, &from, &to)) {
        set_period(early, from, "first of two times");
        set_period(late, to, "last of two times");
        return;
    }
    if (now_own && old != NULL && old != now && old->end <= early_item->start) return;
    if (said != NULL) {
        set_period(late, said->period, "time of the sentence");
        late->period_inferred = said->inferred;
    }
    if (change->corrected)
        set_period(early, late->period, "that of the value which replaces it");
    else
        set_untimed(early, moments, change->early);
}

// "(’19.10)△15.0→(11)△14.5→(12)△5.3→(’20.1)": the month in front of a value of a chain goes on with
// that of the value before. `before` is the period of that one; false where none is printed so.
static bool next_in_chain(bs_str between, bs_period before, bs_period *out)
{
    between = bs_str_trim(between);
    if (bs_list_ends(between, "+|-|−"))
        between.len -= bs_utf8_decode_before(between, between.len).len;
    const char *open = memchr(between.ptr, '(', between.len);
    if (open == NULL || !bs_list_ends(between, ")")) return false;
    int number = 0;
    size_t at = (size_t)(open - between.ptr) + 1, first = at;
    for (; at < between.len && between.ptr[at] >= '0' && between.ptr[at] <= '9'; at++)
        number = number * 10 + (between.ptr[at] - '0');
    if (at == first || at - first > 2 || at + 1 != between.len) return false;
    bs_date date = bs_period_start(before);
    if (before.frequency == BS_FREQUENCY_MONTH && !bs_period_is_span(before))
        return bs_period_month(out, date.year + (number <= date.month), number, NULL) == BS_OK;
    bool year = before.frequency == BS_FREQUENCY_ANNUAL && number == (date.year + 1) % 100;
    return year && bs_period_year(out, date.year + 1, NULL) == BS_OK;
}

static bool follows(const bs__moments *moments, size_t end, size_t start)
{
    return start >= end && is_arrow(bs_str_slice(moments->passage->text, end, start));
}

// "’22→’23→’24: 61.0→61.6→62.0%": as many times as values, each list joined by arrows. `last` is
// the last value of its list.
static bool deal_times(const bs__moments *moments, size_t first, size_t last,
                       bs_quantity *quantities)
{
    enum { HEAD_BYTES_MAX = 40 };
    const bs_item *items = moments->items->items;
    size_t count = last - first + 1, time = bs__moments_before(moments, items[first].start);
    if (time < count) return false;
    const bs__moment *times = &moments->all.items[time - count];
    for (size_t i = 1; i < count; i++) {
        if (!follows(moments, times[i - 1].end, times[i].start)) return false;
    }
    bool more = time > count && follows(moments, times[-1].end, times[0].start);
    if (more || items[first].start - times[count - 1].end > HEAD_BYTES_MAX) return false;
    for (size_t i = 0; i < count; i++)
        set_period(&quantities[first + i], times[i].period, "time of a list, one to one");
    return true;
}

// "(’25.6)2.2 (7)2.1, (8)1.7": steps that no arrows join.
static void date_steps(const bs__moments *moments, bs_quantity *quantities)
{
    const bs_item *items = moments->items->items;
    for (size_t i = 1; i < moments->items->count; i++) {
        bs_period next;
        if (!is_amount(&items[i - 1]) || !is_amount(&items[i]) || items[i].start < items[i - 1].end)
            continue;
        bs_str between = bs_str_trim(between_items(moments, i - 1, i));
        if (bs_list_starts(between, ",|·|/"))
            between = bs_str_slice(between, bs_utf8_decode(between, 0).len, between.len);
        bool step = bs_list_starts(bs_str_trim(between), "(") &&
                    next_in_chain(between, quantities[i - 1].period, &next);
        if (step) set_period(&quantities[i], next, "next in a chain");
    }
}

void bs__date_changes(const bs__change_array *changes, bs__job *job, const bs__moments *moments,
                      size_t first)
{
    bs_quantity *quantities = &job->out->quantities.items[first];
    bool chained = false;
    for (size_t i = 0; i < changes->count; i++) {
        const bs__change *change = &changes->items[i];
        if (change->late == BS__NO_ITEM) continue;
        bool head = i == 0 || changes->items[i - 1].late != change->early;
        size_t end = i;
        while (head && end - i < CHAIN_MAX && end + 1 < changes->count &&
               changes->items[end].late == changes->items[end].early + 1 &&
               changes->items[end + 1].early == changes->items[end].late)
            end++;
        bool row = head && changes->items[end].late == changes->items[end].early + 1;
        if (row && deal_times(moments, change->early, changes->items[end].late, quantities)) {
            i = end;
            continue;
        }
        bs_period next;
        bs_period known = quantities[change->early].period;
        bool chain =
            change->early < change->late &&
            next_in_chain(between_items(moments, change->early, change->late), known, &next);
        if (chain)
            set_period(&quantities[change->late], next, "next in a chain");
        else if (i == 0 || changes->items[i - 1].late != change->early || !chained)
            date_change(change, moments, quantities);
        chained = chain;
    }
    date_steps(moments, quantities);
}

// The number that a former value without a partner corrects: the one before it.
static bs_quantity *partner_of(const bs__change *change, bs_quantity *quantities)
{
    if (change->late != BS__NO_ITEM) return &quantities[change->late];
    for (size_t i = change->early; i-- > 0;) {
        bool time = quantities[i].kind == BS_KIND_YEAR || quantities[i].kind == BS_KIND_DATE;
        if (!time)
            return bs_str_equal(quantities[i].unit, quantities[change->early].unit) ? &quantities[i]
                                                                                    : NULL;
    }
    return NULL;
}

static void share_name(bs_quantity *to, const bs_quantity *from)
{
    if (from->indicator.len == 0 && from->subject.len == 0) return;
    to->indicator = from->indicator;
    to->subject = from->subject;
}

// "2,440억 원에서 4,196억 원으로 72.0% 늘렸다": by how much it has changed is of the same thing as
// the value that it has changed to, which was called `before`.
static void name_step(const bs_quantity *level, bs_str before, bs__job *job, size_t first)
{
    const bs_quantity_array *all = &job->out->quantities;
    size_t index = (size_t)(level - all->items);
    if (index < first || index + 1 >= all->count) return;
    bs_quantity *step = &all->items[index + 1];
    bool moved = step->role == BS_ROLE_GROWTH || step->role == BS_ROLE_CHANGE;
    if (!moved || step->of != index || !bs_str_equal(step->indicator, before)) return;
    step->indicator = level->indicator;
    step->subject = level->subject;
    if (!bs_period_is_none(level->period)) set_period(step, level->period, level->period_rule);
}

void bs__name_changes(const bs__change_array *changes, bs__job *job, const bs__passage *passage,
                      size_t first)
{
    bs_quantity *quantities = &job->out->quantities.items[first];
    for (size_t i = 0; i < changes->count; i++) {
        const bs__change *change = &changes->items[i];
        bs_quantity *early = &quantities[change->early];
        bs_quantity *late = partner_of(change, quantities);
        if (change->corrected) early->role = BS_ROLE_FORMER;
        // "compared with an increase of 5.2, or 12.9 percent": details of another time's value.
        for (size_t k = change->early; k < change->early + 2 && early > late; k++) {
            bs_quantity *detail = first + k < job->out->quantities.count ? &quantities[k] : NULL;
            if (detail != NULL && detail->of == first + change->late) detail->of = BS_NO_QUANTITY;
        }
        if (late == NULL) continue;
        // Whichever stands first has the name in front of it.
        bs_quantity *behind = early < late ? late : early;
        bs_str named = behind->indicator;
        share_name(behind, early < late ? early : late);
        if (passage->lang == BS_LANG_KO) name_step(behind, named, job, first);
        if (passage->lang != BS_LANG_EN) continue;
        bs_str held = bs__label_held(behind, passage->text, 0);
        if (held.len > 0) behind->indicator = held;
        bs__label_of_other(behind, passage->text);
        // "ranging from 1.3% in Finland to 17.2% in Portugal"
        if (early < late && late->subject.len > 0) bs__label_of_other(early, passage->text);
    }
}
