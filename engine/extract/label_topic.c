// SPDX-License-Identifier: GPL-3.0-or-later
// What is named apart from a number: in front of a colon, or as the topic of its sentence, which
// its numbers measure where nothing nearer names them: "수출은 작년(563억 달러)보다 17억 달러
// 늘어난 580억 달러".
#include <string.h>

#include "engine/base/utf8.h"
#include "engine/extract/label_internal.h"
#include "engine/extract/label_words.h"
#include "engine/extract/numeral.h"
#include "engine/extract/relative.h"
#include "engine/extract/words.h"

enum {
    TOPIC_BYTES_MAX = 240, // how far in front of a number its topic may stand
    STRIPPED_MAX = 3,      // small words in front of a topic
};

static size_t sentence_start(bs_str text, size_t at)
{
    static const bs_str ends[] = {BS_STR_INIT(". "), BS_STR_INIT("。"), BS_STR_INIT(".\n"),
                                  BS_STR_INIT("; ")};
    size_t low = at > TOPIC_BYTES_MAX ? at - TOPIC_BYTES_MAX : 0;
    while (low > 0 && ((unsigned char)text.ptr[low] & 0xC0) == 0x80)
        low--;
    size_t start = low;
    for (size_t i = low; i < at; i++) {
        bs_str rest = bs_str_slice(text, i, at);
        for (size_t k = 0; k < BS_COUNT(ends); k++) {
            if (bs_str_starts(rest, ends[k])) start = i + ends[k].len;
        }
    }
    return start;
}

bool bs__label_is_topic(bs_str before, bs_lang lang)
{
    static const char korean[] = "은|는";
    static const char describing[] =
        "있는|없는|하는|되는|나는|르는|오는|키는|받는|맞는|웃도는|밑도는|주는|우는|시키는| 높은| "
        "낮은| 많은| "
        "같은| "
        "관계자는|장관은|차관은|총재는|대표는|교수는|위원장은|국장은|실장은|과장은|회장은|사장은|"
        "작은| 적은| 좋은| 잦은| 늦은| 깊은| 넓은| 좁은| 짧은| 젊은| 굵은| 밝은| 맑은| "
        "이는|로는|에는|에서는|보다는|까지는|부터는|과는|와는";
    static const char japanese[] = "では|には|とは|からは|よりは|までは|または|あるいは|これは";
    if (lang == BS_LANG_JA) return bs_list_ends(before, "は") && !bs_list_ends(before, japanese);
    bool shipment = bs_list_ends(before, "출하는"); // nouns that end like such verbs
    return bs_list_ends(before, korean) && (shipment || !bs_list_ends(before, describing));
}

// Without "(-4.2%)" at its end.
static size_t before_aside(bs_str text, size_t low, size_t end)
{
    bool closed = bs_list_ends(bs_str_slice(text, low, end), ")|）");
    for (size_t at = end; closed && at > low;) {
        bs_rune rune = bs_utf8_decode_before(text, at);
        at -= rune.len;
        if (rune.code != '(' && rune.code != 0xFF08) continue;
        return bs__label_holds_digit(bs_str_slice(text, at, end)) ? at : end;
    }
    return end;
}

// "客足判断指数が前回調査から4ポイント下落": a subject with nothing between it and its number but
// what that is held against.
static bool is_subject(bs_str before, bs_str between, bs_lang lang)
{
    enum { BASIS_BYTES_MAX = 45 };
    return lang == BS_LANG_JA && between.len > 0 && between.len <= BASIS_BYTES_MAX &&
           bs_list_ends(before, "が") &&
           bs_list_ends(between, "から|より|比べ|比べて|比べると|比|比で") &&
           !bs_str_has_any(between, "、|。|は|を|が|も|）|)");
}

// "2.0%로 전망하였다", "5조 원으로 늘려 잡았다": what somebody puts at so much, which a base in
// brackets may stand in front of.
static bool is_put_at(bs_str text, size_t at)
{
    enum { NUMBER_BYTES = 30, CLAUSE_BYTES = 100 };
    static const char verbs[] = "전망|예상|예측|제시|추정|가정|전제|조정|책정|설정|하향|상향|수정|"
                                "낮춰 잡|높여 잡|늘려 잡|줄여 잡|잡았|내다봤|내다보|잡고|유지|편성|"
                                "확정|의결|증액|감액|삭감|늘렸|늘린|늘리|줄였|줄인|줄이|올렸|올린|"
                                "올리|낮췄|낮춘|낮추|높였|높인|높이|인상|인하|정했";
    bool base = bs_list_ends(bs_str_slice(text, 0, at), "(");
    bs_str rest = bs_str_slice(text, at, at + (base ? CLAUSE_BYTES : NUMBER_BYTES));
    size_t stop = bs_str_find(rest, BS_STR(". "), 0), to = 0;
    if (stop != SIZE_MAX) rest.len = stop;
    while ((to = bs_str_find(rest, BS_STR("로 "), to)) != SIZE_MAX) {
        to += strlen("로 ");
        if (bs_list_starts(bs_str_slice(text, at + to, text.len), verbs)) return true;
    }
    return false;
}

static bool is_rate_at(bs_str text, size_t at)
{
    while (at < text.len && ((text.ptr[at] >= '0' && text.ptr[at] <= '9') || text.ptr[at] == '.'))
        at++;
    return bs_list_starts(bs_str_slice(text, at, text.len), "%|％");
}

// Are people or things counted at `at`: "15만 720명"?
static bool counts_at(bs_str text, size_t at)
{
    enum { NUMBER_BYTES = 32 };
    bs_str number = bs_str_slice(text, at, at + NUMBER_BYTES);
    size_t end = 0;
    while (end < number.len &&
           (strchr("0123456789,. ", number.ptr[end]) != NULL ||
            bs_list_starts(bs_str_slice(number, end, number.len), "만|천|백|억|조")))
        end += bs_utf8_decode(number, end).len;
    return bs_list_starts(bs_str_slice(number, end, number.len), "명|개|곳|가구|세대|건");
}

// "회사는 매출이 3% 늘어 5억원을 냈다": a measure that has moved to the level at `at`, with nothing
// closed between the two.
static bool is_measure_moved(bs_str text, bs_str before, size_t at)
{
    static const char closing[] = ",|고 |며 |만 |나 |데 |면서 |다. |으나|지만";
    if (!bs_list_ends(before, "이|가")) return false;
    bs_str between = bs_str_slice(text, (size_t)(before.ptr - text.ptr) + before.len, at);
    bs_str name = bs_str_slice(before, 0, before.len - strlen("가"));
    return bs__label_holds_digit(between) && bs__label_is_measure(name, counts_at(text, at)) &&
           !bs_str_has_any(between, closing) && !is_rate_at(text, at);
}

// "수입도 41억 달러로": a measure of which something is true, too, with its number behind it at
// `end`.
static bool is_also_topic(bs_str text, bs_str before, size_t end)
{
    size_t len, number = bs_gap_skip(text, end);
    if (!bs_list_ends(before, "도") || bs_digit_at(text, number, &len) < 0) return false;
    bs_str name = bs_str_slice(before, 0, before.len - strlen("도"));
    return bs__label_is_measure(name, counts_at(text, number));
}

bs_str bs__label_topic(bs_str text, size_t at, bs_lang lang)
{
    if (lang != BS_LANG_KO && lang != BS_LANG_JA) return (bs_str){0};
    static const bs_str of = BS_STR_INIT("의 경우");
    size_t low = sentence_start(text, at), particle = strlen("는");
    bool put = lang == BS_LANG_KO && is_put_at(text, at);
    for (size_t end = at; end > low + particle; end--) {
        bool blank = end < text.len && text.ptr[end] == ' ';
        bool inside = end < text.len && ((unsigned char)text.ptr[end] & 0xC0) == 0x80;
        if (inside || (lang == BS_LANG_KO && !blank)) continue;
        bs_str before = bs_str_slice(text, low, end);
        // "KDI는 성장률을 기존 전망보다 0.1%p 낮은 2.0%로 전망했다"
        bool object = put && bs_list_ends(before, "을|를") &&
                      bs__label_is_measure(bs_str_slice(before, 0, before.len - particle), false);
        bool moved = lang == BS_LANG_KO && is_measure_moved(text, before, at);
        moved |= lang == BS_LANG_KO && is_also_topic(text, before, end);
        bool of_case = lang == BS_LANG_KO && bs_str_ends(before, of);
        bool looked = lang == BS_LANG_JA && bs_list_ends(before, "をみると|を見ると");
        if (!object && !moved && !of_case && !looked && !bs__label_is_topic(before, lang) &&
            !is_subject(before, bs_str_slice(text, end, at), lang))
            continue;
        size_t name = before_aside(text, low, end - particle);
        if (of_case)
            name = end - of.len;
        else if (looked)
            name = end - strlen("をみると");
        else if (name == end - particle)
            name = end; // one particle is cut off, and no more
        bs_str phrase = bs__label_phrase(text, low, name, lang);
        if (bs_str_ends(phrase, of)) phrase.len -= of.len; // "석유류의 경우 전년 대비로는"
        // What is cut off where the looking back ends is no whole name.
        bool cut = low > 0 && phrase.ptr == text.ptr + low && lang == BS_LANG_JA &&
                   !bs_list_ends(bs_str_slice(text, 0, low), "。|、|\n|　");
        // "内訳をみると": no name of what is measured.
        cut |= looked && bs_list_ends(phrase, "別|内訳|動向|推移|状況|内容|構成|特徴|詳細|結果|点");
        // "설비투자는 운송장비(-8.4%) 투자는 감소했으나": a part that has its own number.
        cut |= bs_str_find(phrase, BS_STR("%) "), 0) != SIZE_MAX;
        if (phrase.len > 0 && !cut && bs_utf8_count(phrase) > 1 && !bs__is_relative(phrase, lang))
            return phrase;
    }
    return (bs_str){0};
}

bs_str bs__label_behind_times(bs_str topic, const bs_quantity_array *all, size_t index,
                              size_t first, bs_str text)
{
    if (topic.len == 0) return topic;
    size_t end = (size_t)(topic.ptr - text.ptr) + topic.len, start = end - topic.len;
    for (size_t i = index; i-- > first && bs__label_end(&all->items[i], text) > start;) {
        size_t behind = bs__label_end(&all->items[i], text);
        bool time = bs__label_is_time(&all->items[i]);
        if (time && behind >= end && bs__label_start(&all->items[i], text) <= start)
            return (bs_str){0}; // 1～7月の累計は
        if (time && behind < end) return bs_str_trim(bs_str_slice(text, behind, end));
    }
    return topic;
}

bs_str bs__label_topic_of_clause(bs_str topic, const bs_quantity_array *all, size_t index,
                                 size_t first, bs_str text)
{
    static const char ends[] = "며, |고, |나, ";
    const bs_quantity *before = NULL; // the nearest number in front that is no time
    for (size_t i = index; i-- > first && before == NULL;) {
        if (!bs__label_is_time(&all->items[i])) before = &all->items[i];
    }
    if (before == NULL || topic.len == 0) return topic;
    size_t end = (size_t)(topic.ptr - text.ptr) + topic.len, behind = bs__label_end(before, text);
    if (behind >= end) {
        bs_str between = bs_str_slice(text, behind, bs__label_start(&all->items[index], text));
        if (bs_str_has_any(between, ends)) return (bs_str){0};
        return topic;
    }
    bs_str rest = bs_str_trim(bs_str_slice(text, behind, end));
    bool apart = behind > end - topic.len && bs__label_strip_start(&rest, BS_LANG_KO);
    return apart && rest.len > 0 ? rest : topic;
}

bs_str bs__label_before_colon(const bs_quantity *self, bs_str text, size_t limit, bs_lang lang)
{
    static const char none[] = ".^<>=/";
    bs_str before = bs__label_before(self, text, limit);
    bool wide = bs_list_ends(before, "：");
    bool plain = bs_list_ends(before, ":") && text.ptr[bs__label_start(self, text) - 1] == ' ';
    // "매출액:4,215억 원", "营业收入:4215亿元": what is measured, and no score or time of the day.
    bool tight = bs_list_ends(before, ":") && !bs_str_equal(self->unit, BS_STR("1"));
    if (!wide && !plain && !tight) return (bs_str){0};
    size_t end = (size_t)(before.ptr - text.ptr) + before.len - (wide ? strlen("：") : 1);
    bs_str name = bs__label_phrase(text, limit, end, lang);
    bool letter = name.len > 0 && !(name.ptr[0] >= '0' && name.ptr[0] <= '9');
    for (size_t i = 0; letter && i < name.len; i++)
        letter = strchr(none, name.ptr[i]) == NULL;
    return letter ? name : (bs_str){0};
}

// "지난해의 473㎏은": does a number that is no time end the topic?
static bool ends_in_number(bs_str topic, const bs_quantity_array *all, size_t index, size_t first,
                           bs_str text)
{
    for (size_t i = index; topic.len > 0 && i-- > first;) {
        const bs_quantity *other = &all->items[i];
        const char *end = text.ptr + bs__label_end(other, text);
        if (end <= topic.ptr) return false;
        bool group = other->kind == BS_KIND_RANGE || bs_str_equal(other->unit, BS_STR("count:세"));
        if (end == topic.ptr + topic.len)
            return other->valued && !group && !bs__label_is_time(other);
    }
    return false;
}

// "7,182만㎾로 공급예비력": a clause that ends with an amount stands in front of the topic.
static bs_str behind_amount(bs_str topic, const bs_quantity_array *all, size_t index, size_t first,
                            bs_str text)
{
    static const char joints[] = "으로 |로 |이며 |이고 |에 ";
    const char *stop = topic.ptr + topic.len;
    for (size_t i = index; i-- > first;) {
        const bs_quantity *other = &all->items[i];
        const char *end = text.ptr + bs__label_end(other, text);
        if (end <= topic.ptr) break;
        if (end >= stop || text.ptr + bs__label_start(other, text) > topic.ptr) continue;
        bs_str rest = {end, (size_t)(stop - end)};
        if (!other->valued || bs__label_is_time(other) || !bs_list_starts(rest, joints)) break;
        size_t blank = bs_str_find(rest, BS_STR(" "), 0);
        return bs_str_trim(bs_str_slice(rest, blank, rest.len));
    }
    return topic;
}

bs_str bs__label_topic_of(const bs_quantity_array *all, size_t index, size_t first, bs_str text,
                          bs_lang lang)
{
    const bs_quantity *self = &all->items[index];
    bool bare = bs_str_equal(self->unit, BS_STR("1")) && lang != BS_LANG_JA;
    if (bare && lang != BS_LANG_KO) return (bs_str){0};
    bs_str topic = bs__label_topic(text, bs__label_start(self, text), lang);
    if (lang == BS_LANG_KO && ends_in_number(topic, all, index, first, text))
        topic = bs__label_topic(text, (size_t)(topic.ptr - text.ptr), lang);
    // "생산지수는 전월(102.3)보다": in Korean a number without a unit is of what is an index.
    if (bare && !bs_list_ends(topic, "지수|BSI|CCSI|DI|PMI")) return (bs_str){0};
    if (lang == BS_LANG_KO) topic = bs__label_topic_of_clause(topic, all, index, first, text);
    if (lang == BS_LANG_KO) topic = behind_amount(topic, all, index, first, text);
    bs_str found = bs__label_behind_times(topic, all, index, first, text);
    // "着工戸数は74万戸、2026年度は78万戸": a time is no topic, but the one in front of it is.
    bool timed = lang == BS_LANG_JA && topic.len > 0 && found.len == 0;
    if (timed) {
        topic = bs__label_topic(text, (size_t)(topic.ptr - text.ptr), lang);
        found = bs__label_behind_times(topic, all, index, first, text);
    }
    topic = found;
    for (int i = 0; i < STRIPPED_MAX && bs__label_strip_start(&topic, lang); i++)
        continue;
    return bs__label_is_filler(topic, lang) ? (bs_str){0} : topic;
}
