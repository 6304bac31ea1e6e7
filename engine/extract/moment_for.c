// SPDX-License-Identifier: GPL-3.0-or-later
// Which of the times of a passage a number belongs to.
#include "engine/extract/moment_internal.h"
#include "engine/extract/numeral.h"
#include "engine/extract/words.h"

// May the time speak of what stands at `at`?
bool bs__reaches(const bs__moment *made, size_t at)
{
    return made->scope == SIZE_MAX || (at > made->scope && at < made->scope_end);
}

// Of so many characters at most, which are not counted in a text that is longer: it may be a line.
bool bs__is_brief(bs_str text, size_t count_max)
{
    enum { CHARACTER_BYTES_MAX = 4 };
    return text.len <= count_max * CHARACTER_BYTES_MAX && bs_utf8_count(text) <= count_max;
}

// "上一季的增幅为3.1%", "上月升幅则为4%": a noun and a copula between a time and its number.
static bool names_of_then(bs_str between)
{
    enum { NOUN_CHARS_MAX = 10 };
    return bs_list_ends(between, "为|则为|是|则是|仅为|约为|达") &&
           bs__is_brief(between, NOUN_CHARS_MAX) &&
           !bs_str_has_any(between, "，|、|。|；|,|（|(|比|较|高|低|相|持平");
}

// "March (+$1.03; +3.4%)": the second number of the parentheses behind a time.
static bool is_second_aside(bs_str between)
{
    enum { NUMBER_BYTES_MAX = 20 };
    if (!bs_list_starts(between, "(") || between.len > NUMBER_BYTES_MAX ||
        !bs_list_ends(between, "; +|; -|, +|, -|;|; $"))
        return false;
    for (size_t i = 1; i < between.len; i++) {
        if (strchr("0123456789+-$%.,; ", between.ptr[i]) == NULL) return false;
    }
    return true;
}

// "전년(6,836억)", "2022 (1,204)": a time with its number in parentheses.
static bool opens_on(bs_str text, const bs__moment *made, const bs_item *item)
{
    static const char same[] = "同月（|同期（|同月(|同期(|동월(|동기(|같은 달(|같은 기간(|동기간(";
    bs_str between = bs_str_trim(bs_str_slice(text, made->end, item->start));
    if (bs_list_starts(between, same) && bs_list_ends(between, "(|（")) return true;
    if (made->item == BS__NO_ITEM && made->bound) {
        // "上年同期亏损1.13亿元", "上年同期为净亏损约1.13亿元"
        static const char results[] = "亏损|盈利|净亏损|净盈利|净利润|虧損|淨虧損|溢利|淨利潤|盈餘|"
                                      "盈余|顺差|逆差|順差|赤字";
        bs_str result = between;
        result.len -= bs_str_longest_end(result, "约|約|人民币|人民幣|近|逾|超").len;
        if (bs_list_starts(result, "则|則"))
            result = bs_str_slice(result, strlen("则"), result.len);
        if (bs_list_starts(result, "为|為"))
            result = bs_str_slice(result, strlen("为"), result.len);
        if (bs_list_is(result, results)) return true;
        if (names_of_then(between)) return true;
        return bs__is_brief(between, 1); // "전년의 6,836억", "上年的1.2万亿", or a parenthesis
    }
    // "from July's 5.6%"
    if (bs_list_starts(between, "'s|’s")) {
        static const char ways[] =
            "revised|upwardly revised|downwardly revised|final|preliminary|initial|flash|record|"
            "reading of|final reading of|revised reading of|level of|figure of|rate of|pace of|"
            "print of|total of|estimate of|record high of|high of|low of|average of|peak of";
        size_t owner = between.ptr[0] == '\'' ? strlen("'s") : strlen("’s");
        bs_str way = bs_str_trim(bs_str_slice(between, owner, between.len));
        if (way.len == 0 || bs_list_is(way, ways)) return true;
    }
    static const char opened[] = "(|（|(약|（約|（约|（约为|(約|(+|（+";
    return bs_list_is(between, opened) || is_second_aside(between);
}

// The last frame before the sentence of `found`, when its sentence went through several parts of a
// year and the item stands behind it; `found` itself when there is none.
static const bs__moment *behind_siblings(const bs__moments *moments, const bs__moment *found,
                                         const bs_item *item)
{
    if (found == NULL || !found->sibling) return found;
    if (bs__sentence_end(moments->passage->text, found->start) >= item->start) return found;
    for (const bs__moment *other = found; other-- > moments->all.items;) {
        if (other->frame && !other->bound && !other->sibling) return other;
    }
    return found;
}

size_t bs__moments_before(const bs__moments *moments, size_t at)
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
        if (!bs__reaches(candidate, item->start)) continue;
        // "less than in 2022 (147.6 TWh)": a base has its own number too.
        if (!candidate->frame && i + 1 == count &&
            opens_on(moments->passage->text, candidate, item)) {
            return candidate;
        }
        if (!candidate->frame) continue;
        if (candidate->only != BS__NO_ITEM && candidate->only == index) return candidate;
        if (nearest && opens_on(moments->passage->text, candidate, item)) return candidate;
        if (!candidate->bound) return candidate;
        // "(전년 동기 63건, 87ha)": of both.
        bool aside = candidate->item == BS__NO_ITEM && candidate->scope != SIZE_MAX &&
                     moments->passage->lang == BS_LANG_KO && item->kind != BS_KIND_PERCENT &&
                     !bs_period_is_none(candidate->period);
        if (aside) return candidate;
        nearest = false;
    }
    return NULL;
}

// The last frame before the item that is not of a plan; NULL when there is none.
static const bs__moment *present_before(const bs__moments *moments, size_t count,
                                        const bs_item *item)
{
    for (size_t i = count; i-- > 0;) {
        const bs__moment *other = &moments->all.items[i];
        bool holds = other->frame && !other->bound && bs__reaches(other, item->start);
        if (holds && !bs__is_of_now(moments, item, other)) return other;
    }
    return NULL;
}

// "5만 톤으로 줄었는데, 시는 종량기를 6월 2,940대까지": a time behind the end of a Korean clause,
// in front of a number of its own.
static bool opens_korean_clause(const bs__moments *moments, const bs_item *item,
                                const bs__moment *behind)
{
    enum { NUMBER_BYTES_MAX = 60 };
    static const char ends[] = "는데, |지만, |으며, |했고, |었고, |이고, |으나, ";
    if (moments->passage->lang != BS_LANG_KO || behind->item == BS__NO_ITEM) return false;
    bs_str between = bs_str_slice(moments->passage->text, item->end, behind->start);
    bool ended = bs_str_has_any(between, ends);
    size_t next = behind->item + 1;
    return ended && next < moments->items->count &&
           !bs__is_time_item(&moments->items->items[next]) &&
           moments->items->items[next].start - behind->end <= NUMBER_BYTES_MAX;
}

// "412店で、下期に18店を出店する": a time that is not over yet, in front of a number of its own.
static bool opens_japanese_clause(const bs__moments *moments, const bs_item *item,
                                  const bs__moment *behind)
{
    enum { NUMBER_BYTES_MAX = 30 };
    if (moments->passage->lang != BS_LANG_JA || behind->item == BS__NO_ITEM) return false;
    bs_period written = bs__day_written(moments->job);
    bs_str between = bs_str_slice(moments->passage->text, item->end, behind->start);
    bool ahead = !bs_period_is_none(written) && !bs__has_ended(behind->period, written);
    size_t next = behind->item + 1;
    return ahead && bs_list_ends(between, "で、|であり、") && next < moments->items->count &&
           !bs__is_time_item(&moments->items->items[next]) &&
           moments->items->items[next].start - behind->end <= NUMBER_BYTES_MAX;
}

// "fell to 3.2 million, and is forecast to reach 3.5 million in 2027": the time of what is foretold
// behind the item.
static bool is_foretold_behind(const bs__moments *moments, const bs_item *item,
                               const bs__moment *behind)
{
    static const char verbs[] =
        " expects to | expect to | expects it | is expected | are expected | forecasts | forecast "
        "to | is forecast | are forecast | projected to | is projected | are projected | plans to "
        "| plan to | aims to | aim to | aims for | intends to | intend to | hopes to | hope to | "
        "is "
        "set to | are set to | is due to | are due to | is likely | are likely | will | would | "
        "could | should | targets | predicts | sees it | estimates it ";
    if (moments->passage->lang != BS_LANG_EN || behind->start < item->end) return false;
    bs_str between = bs_str_slice(moments->passage->text, item->end, behind->start);
    return between.len > 0 && bs_str_has_any(between, verbs) &&
           behind->start < bs__sentence_end(moments->passage->text, item->end);
}

// "출자는 2,000억 원이고, '27년까지 ...": a plan in a clause of its own behind the item.
static bool is_other_clause(const bs__moments *moments, const bs_item *item,
                            const bs__moment *behind)
{
    static const char ends[] =
        "고,|며,|지만,|으나,|が、|し、|발주해|투입해|들여|투자해|체결해|조성해|건설해|한 뒤|한 후";
    if (opens_korean_clause(moments, item, behind)) return true;
    if (opens_japanese_clause(moments, item, behind)) return true;
    if (is_foretold_behind(moments, item, behind)) return true;
    if (!bs__lies_ahead(moments->job, behind->period)) return false;
    bs_str between = bs_str_slice(moments->passage->text, item->end, behind->start);
    return bs_list_ends(bs_str_trim(between), ends);
}

// "$158.0 million or $2.43 per share in the prior year": the time behind the second is that of
// both.
static bool joins_next(const bs__moments *moments, size_t index)
{
    if (index + 1 >= moments->items->count) return false;
    const bs_item *item = &moments->items->items[index];
    bs_str between = bs_str_trim(bs_str_slice(moments->passage->text, item->end, item[1].start));
    if (bs_str_equal(between, BS_STR("or")) || bs_str_equal(between, BS_STR(", or"))) return true;
    // "after +1.5% and +1.6% in the previous quarter", "compared to net income of $3.9 million and
    // earnings per share of $0.20 for the same quarter of 2000"
    enum { NOUN_BYTES_MAX = 60 };
    bool noun = between.len <= NOUN_BYTES_MAX && bs_list_starts(between, "and ") &&
                bs_list_ends(between, " of") && !bs_str_has_any(between, ",|;|. ");
    return (noun || bs_str_equal(between, BS_STR("and"))) && moments->passage->lang == BS_LANG_EN &&
           bs__is_held_against(bs__held_against(moments->passage->text, item->start));
}

// Is the time in front of a number of its own, in parentheses?
static bool opens_on_next(const bs__moments *moments, const bs__moment *made, size_t index)
{
    bs_rune behind = bs__rune_after(moments->passage->text, made->end);
    if (!bs__opens_parenthesis(behind.code)) return false;
    for (size_t i = index + 1; i < moments->items->count; i++) {
        const bs_item *item = &moments->items->items[i];
        if (item->start < made->end) continue;
        return !bs__is_time_item(item) && opens_on(moments->passage->text, made, item);
    }
    return false;
}

// Does the time, alone in parentheses, stand directly in front of the number: "(4월) 5.3"?
static bool closes_on(bs_str text, const bs_item *time, const bs_item *item)
{
    bs_str between = bs_str_trim(bs_str_slice(text, time->end, item->start));
    if (bs_list_starts(between, "p)|P)|e)|말)")) // provisional, estimate, end of the month
        between = bs_str_slice(between, bs_utf8_decode(between, 0).len, between.len);
    if (bs_list_ends(between, "+|-|−|△|▲")) // it may stand apart from its number
        between.len -= bs_utf8_decode_before(between, between.len).len;
    bool closed = bs_str_equal(between, BS_STR(")")) || bs_str_equal(between, BS_STR("）"));
    return closed && bs__is_time_item(time) &&
           bs__opens_parenthesis(bs_utf8_decode_before(text, time->start).code);
}

// "(3월) 0.7 (4월) 5.3": each time stands in front of its number, as the first one tells.
static bool is_led(const bs__moments *moments, size_t index)
{
    enum { STEPS_MAX = 64 };
    const bs_item *items = moments->items->items;
    bs_str text = moments->passage->text;
    if (index == 0 || !closes_on(text, &items[index - 1], &items[index])) return false;
    for (size_t at = index - 1, steps = 0; at > 0 && steps < STEPS_MAX; at -= 2, steps++) {
        bs_str gap = bs_str_trim(bs_str_slice(text, items[at - 1].end, items[at].start));
        bool listed = !bs__is_time_item(&items[at - 1]) && gap.len <= strlen("→ (") &&
                      bs_list_starts(gap, "(|（|, (|,(|→|/ (|/(|· (");
        if (!listed) return true;
        if (at == 1 || !closes_on(text, &items[at - 2], &items[at - 1])) return false;
    }
    return true;
}

// "前年度当初比5.1％": is the time that ends at byte `at` what a rate is held against?
static bool is_basis(bs_str text, size_t at)
{
    enum { WORD_BYTES_MAX = 24 };
    size_t len;
    for (size_t i = at; i < text.len && i - at < WORD_BYTES_MAX; i += bs_utf8_decode(text, i).len) {
        if (bs_digit_at(text, i, &len) >= 0) return false;
        if (bs_list_starts(bs_str_slice(text, i, text.len), "比|差")) return true;
    }
    return false;
}

// "0.8％増（1～3月期は1.4％増）、公共投資は0.5％減（同0.1％増）": the time that the last
// parenthesis which tells its own begins with, where the item stands in one that says it is the
// same; NULL for none.
static const bs__moment *same_aside(const bs__moments *moments, size_t count, const bs_item *item)
{
    enum { REACH_BYTES_MAX = 400 };
    static const char opens[] = "（|(", same[] = "（同|(同";
    bs_str text = moments->passage->text, front = bs_str_slice(text, 0, item->start);
    if (moments->passage->lang != BS_LANG_JA || !bs_list_ends(front, same)) return NULL;
    for (size_t at = front.len - strlen("(同"); at > 0 && item->start - at < REACH_BYTES_MAX;
         at--) {
        bs_str rest = bs_str_slice(text, at - 1, item->start);
        if (!bs_list_starts(rest, opens) || bs_list_starts(rest, same)) continue;
        size_t inside = at - 1 + bs_utf8_decode(rest, 0).len;
        for (size_t i = count; i-- > 0 && moments->all.items[i].start >= at - 1;) {
            const bs__moment *made = &moments->all.items[i];
            bool own = made->start == inside && !is_basis(text, made->end);
            if (own) return made;
        }
        return NULL;
    }
    return NULL;
}

// "9,800 in August (previously reported as 11,200)": the time that an English aside opens directly
// behind, where none stands in it; NULL for none.
static const bs__moment *time_of_aside(const bs__moments *moments, size_t count,
                                       const bs_item *item)
{
    enum { ASIDE_BYTES_MAX = 120 };
    bs_str text = moments->passage->text;
    if (moments->passage->lang != BS_LANG_EN || count == 0) return NULL;
    const bs__moment *last = &moments->all.items[count - 1];
    bool near =
        last->frame && last->item != BS__NO_ITEM && item->start - last->end < ASIDE_BYTES_MAX;
    size_t open = near ? bs__open_before(text, item->start) : SIZE_MAX;
    if (open == SIZE_MAX || open < last->end) return NULL;
    if (bs_str_trim(bs_str_slice(text, last->end, open)).len > 0) return NULL;
    size_t close = bs_str_find(text, BS_STR(")"), item->end);
    bool own = count < moments->all.count && moments->all.items[count].start < close;
    return own ? NULL : last;
}

// "... in March. It bought 4.2 million shares for $305 million during the quarter": English dates a
// sentence at its end too, where no other clause has begun.
static bool is_of_last_sentence(const bs__moments *moments, const bs__moment *before,
                                const bs_item *item, const bs__moment *candidate)
{
    enum { BETWEEN_BYTES_MAX = 120 };
    bs_str text = moments->passage->text;
    bool english = moments->passage->lang == BS_LANG_EN && candidate->start >= item->end;
    if (!english || candidate->start - item->end > BETWEEN_BYTES_MAX) return false;
    if (bs__sentence_end(text, before->start) >= item->start) return false;
    bs_str between = bs_str_slice(text, item->end, candidate->start);
    bool clause = bs_str_has_any(between, ",|;| while | from | than ");
    bs_period written = bs__day_written(moments->job);
    bool ahead = bs_period_is_none(written) || !bs__has_ended(candidate->period, written);
    // "is seen in the third quarter": what is foreseen of the number itself.
    bool told = bs_list_starts(between, " is | are | will ") &&
                bs_str_find(between, BS_STR(" and "), 0) == SIZE_MAX;
    return !clause && (told || !ahead || candidate->item == BS__NO_ITEM);
}

// "单位以460万成交，面积385呎，业主2009年以274万买入",
// "2.7％に収まったが、年平均では2008年が3.5％": Chinese and Japanese tell a time in front of what
// it dates; behind the end of a clause it dates nothing in front of that.
static bool is_of_later_clause(const bs__moments *moments, const bs_item *item,
                               const bs__moment *candidate)
{
    bs_lang lang = moments->passage->lang;
    if (lang == BS_LANG_EN || candidate->start < item->end) return false;
    bs_str between = bs_str_slice(moments->passage->text, item->end, candidate->start);
    // "법인세(54조원, △17조원) : '23년 실적 저조로 감소": why it is so.
    if (bs_str_has_any(between, ") : |) :|): |）：|） : ")) return true;
    if (lang == BS_LANG_KO) return false;
    return bs_list_ends(between, lang == BS_LANG_ZH ? "，|," : "、") ||
           bs_str_has_any(between,
                          lang == BS_LANG_ZH ? "，|,| - |\n" : "が、|で、|し、|り、|ず、|て、");
}

// "in July (880 in June)": is the time behind the number in the same parenthesis?
static bool has_own(const bs__moments *moments, size_t count, const bs_item *item)
{
    const bs__moment *next = &moments->all.items[count];
    return count < moments->all.count && next->frame && next->scope < item->start &&
           next->start < next->scope_end && bs__is_bound_behind(moments->passage->text, item, next);
}

// "peaked at 9.4 million in 2021 before falling to 6.8 million": of a later time than the one in
// front.
static bool is_later(const bs__moments *moments, const bs__moment *before, const bs_item *item)
{
    if (moments->passage->lang != BS_LANG_EN || before == NULL) return false;
    bs_str between = bs_str_slice(moments->passage->text, before->end, item->start);
    if (!bs_list_starts(between, " before |, before ") || between.len > BS__SCOPE_BYTES_MAX)
        return false;
    size_t end = bs_str_find(between, BS_STR("ing "), 0);
    return end != SIZE_MAX && memchr(between.ptr, '.', between.len) == NULL;
}

// "rose to 31%, well short of the 90% goal for 2030": is the time behind that of another number,
// which this one is held against?
static bool is_held_between(const bs__moments *moments, size_t index, const bs__moment *candidate)
{
    static const char words[] = " short of | against | compared | versus | than ";
    const bs_item *item = &moments->items->items[index];
    if (moments->passage->lang != BS_LANG_EN || candidate->item == BS__NO_ITEM) return false;
    const bs_item *last = &moments->items->items[candidate->item];
    while (last > item && (bs__is_time_item(last) || last->end > candidate->start))
        last--;
    if (last <= item) return false;
    bs_str between = bs_str_slice(moments->passage->text, item->end, last->start);
    return bs_str_has_any(between, words);
}

// "1~3분기 이익은 … 연간 목표 98억의 51%", "通期予想（480億円）に対する進捗率は86%": the frame in
// front of the year, where the number is a share of what is told of that; else `before`.
static const bs__moment *of_what_is_shared(const bs__moments *moments, const bs__moment *before,
                                           size_t index)
{
    const bs_item *item = &moments->items->items[index];
    bs_str front = bs_str_slice(moments->passage->text, 0, item->start);
    bs_lang lang = moments->passage->lang;
    bool year = before != NULL && index > 0 && before->item == BS__NO_ITEM &&
                item->kind == BS_KIND_PERCENT && item[-1].start >= before->end &&
                !bs__is_time_item(item - 1);
    bool share =
        year &&
        ((lang == BS_LANG_KO && bs_list_ends(front, "의 ")) ||
         (lang == BS_LANG_JA && bs_list_ends(front, "進捗率は|達成率は|進捗率は約|達成率は約")));
    for (const bs__moment *other = before; share && other-- > moments->all.items;) {
        bool within = bs_period_contains(before->period, other->period) &&
                      !bs_period_equal(before->period, other->period);
        bool open = other->frame && !other->bound && bs__reaches(other, item->start);
        if (open && within) return other;
    }
    return share && lang == BS_LANG_JA ? NULL : before;
}

bool bs__is_since_when(const bs__moments *moments, const bs__moment *made)
{
    bs_str text = moments->passage->text;
    return moments->passage->lang == BS_LANG_EN &&
           bs_list_ends(bs_str_slice(text, 0, made->start), " since ") &&
           bs_list_starts(bs_str_slice(text, made->end, text.len), " when|, when");
}

bool bs__is_of_sentence(const bs__moments *moments, const bs__moment *made)
{
    if (moments->passage->lang != BS_LANG_EN) return false;
    if (bs__is_since_when(moments, made)) return true;
    bs_str text = moments->passage->text;
    return made->period.frequency == BS_FREQUENCY_DAY &&
           bs_list_ends(bs_str_slice(text, 0, made->start), ". As of |. As at ");
}

// The time in a bracket of its own right behind the number; NULL for none.
static const bs__moment *own_aside(const bs__moments *moments, size_t count, size_t index)
{
    bool aside = index + 1 < moments->items->count && bs__is_aside_of_number(moments, index + 1);
    for (size_t i = count; aside && i < moments->all.count; i++) {
        const bs__moment *made = &moments->all.items[i];
        if (made->item == index + 1) return made->frame ? made : NULL;
    }
    return NULL;
}

const bs__moment *bs__moment_for(const bs__moments *moments, size_t index)
{
    enum { REACH_BYTES_MAX = 2000 };
    const bs_item *item = &moments->items->items[index];
    bs_str text = moments->passage->text;
    size_t count = bs__moments_before(moments, item->start);
    const bs__moment *own = own_aside(moments, count, index);
    if (own != NULL) return own;
    const bs__moment *aside = same_aside(moments, count, item);
    if (aside == NULL) aside = time_of_aside(moments, count, item);
    if (aside != NULL) return aside;
    const bs__moment *before = frame_before(moments, count, index);
    bool opens = before != NULL && opens_on(text, before, item) && !has_own(moments, count, item);
    if (before != NULL && (before->only == index || opens)) return before;
    if (before != NULL && before->item + 1 == index && is_led(moments, index)) return before;
    if (is_later(moments, before, item)) before = NULL;
    before = of_what_is_shared(moments, before, index);
    if (bs__is_of_now(moments, item, before)) {
        before = present_before(moments, count, item);
        if (moments->passage->lang != BS_LANG_EN) return before;
    }
    bool compared = false;
    for (size_t i = count; i < moments->all.count; i++) {
        const bs__moment *candidate = &moments->all.items[i];
        if (candidate->start > item->end + REACH_BYTES_MAX) break;
        if (bs__is_of_now(moments, item, candidate)) continue;
        if (is_other_clause(moments, item, candidate)) continue;
        if (!candidate->frame || !bs__reaches(candidate, item->start)) continue;
        if (bs__is_bound_behind(text, item, candidate)) return candidate;
        if (joins_next(moments, index) && bs__is_bound_behind(text, item + 1, candidate))
            return candidate;
        if (before != NULL && !is_of_last_sentence(moments, before, item, candidate)) break;
        // A headline over the date of the paper is not of that day.
        bool letterhead = candidate->period.frequency == BS_FREQUENCY_DAY &&
                          bs_period_equal(candidate->period, moments->job->source->published);
        if (letterhead) continue;
        bool cause = moments->passage->lang == BS_LANG_EN &&
                     bs__is_of_cause(bs_str_slice(text, item->end, candidate->start));
        if (cause || bs__is_since_when(moments, candidate)) continue;
        if (is_held_between(moments, index, candidate)) break;
        // "136억 달러로 최대치인 올해 6월(134억 달러)을 넘어섰다"
        if (opens_on_next(moments, candidate, index)) continue;
        if (is_of_later_clause(moments, item, candidate)) continue;
        // "4조5천억 원으로 지난해 …": what was is not when this was.
        compared |= candidate->bound && moments->passage->lang == BS_LANG_EN;
        if (candidate->bound || candidate->past || candidate->of_length) continue;
        // "was 41,870, compared with 40,215 in 2023 and the record 43,002 set in 2016"
        if (compared && candidate->start < bs__sentence_end(text, item->end)) break;
        if (candidate->start < bs__sentence_end(text, item->end)) return candidate;
        if (before == NULL) return NULL;
        break;
    }
    return behind_siblings(moments, before, item);
}
