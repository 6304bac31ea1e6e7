// SPDX-License-Identifier: GPL-3.0-or-later
// Who has reached a level that stands in front of the name: "201만 톤(61척)에 그친 동국을 앞섰다",
// "12万人にとどまった北国を上回った".
#include "engine/base/utf8.h"
#include "engine/extract/label_internal.h"
#include "engine/extract/relative.h"
#include "engine/extract/words.h"

enum { ASIDE_BYTES_MAX = 60, NAME_CHARS_MAX = 10, LOOK_BACK_MAX = 6 };

// Where the text goes on behind the bracket at `at`; `at` where there is none.
static size_t behind_aside(bs_str text, size_t at)
{
    bs_str rest = bs_str_slice(text, at, at + ASIDE_BYTES_MAX);
    bool wide = bs_str_starts(rest, BS_STR("（"));
    if (!wide && !bs_str_starts(rest, BS_STR("("))) return at;
    bs_str mark = wide ? BS_STR("）") : BS_STR(")");
    size_t close = bs_str_find(rest, mark, 0);
    return close == SIZE_MAX ? at : at + close + mark.len;
}

// "동국을": without its particle, and nothing where none ends it.
static bs_str korean_name(bs_str rest)
{
    static const char particles[] = "에서는|에서|에게|보다|은|는|이|가|을|를|에|의|과|와|도";
    bs_str word;
    if (!bs_str_next(&rest, ' ', &word)) return (bs_str){0};
    bs_str particle = bs_str_longest_end(word, particles);
    bs_str name = bs_str_slice(word, 0, word.len - particle.len);
    bool plain = particle.len > 0 && !bs__label_holds_digit(name) &&
                 bs_rune_is_hangul(bs_utf8_decode_before(name, name.len).code);
    return plain ? name : (bs_str){0};
}

static bs_str japanese_name(bs_str rest)
{
    size_t at = 0;
    while (at < rest.len) {
        bs_rune rune = bs_utf8_decode(rest, at);
        if (!bs_rune_is_han(rune.code) && (rune.code < 0x30A0 || rune.code > 0x30FF)) break;
        at += rune.len;
    }
    bool particle = bs_list_starts(bs_str_slice(rest, at, rest.len), "を|は|が|に|と|も|の|、");
    return particle ? bs_str_slice(rest, 0, at) : (bs_str){0};
}

// The name that the clause of the number whose bracket ends at `at` tells of; empty for none.
static bs_str follower_at(bs_str text, size_t at, bs_lang lang)
{
    static const char korean[] = "에 그친 |에 머문 |에 머무른 |을 기록한 |를 기록한 |을 수주한 |"
                                 "를 수주한 |을 차지한 |를 차지한 ";
    static const char japanese[] = "にとどまった|にとどまる|を記録した";
    static const char none[] =
        "것|수|바|데|점|뒤|후|이후|반면|가운데|상황|결과|만큼|수준|규모|달|해|날|때|이래|당시|시점|"
        "모습|셈|이유|배경|기간|시기|사람|곳|업체|기업|국가|나라|회사|지역|항목|종목|"
        "年|月|日|前|後|一方|場合|企業|会社|国|地域|点|人|時|同|同社|同国|前年|昨年|前月";
    bool ko = lang == BS_LANG_KO;
    bs_str verb = bs_str_slice(text, at, text.len), rest = {0};
    if (!bs_list_starts(verb, ko ? "에 |을 |를 " : "に|を")) return (bs_str){0};
    bs_str list = bs_str_from(ko ? korean : japanese), one;
    while (rest.len == 0 && bs_str_next(&list, '|', &one)) {
        if (bs_str_starts(verb, one)) rest = bs_str_slice(verb, one.len, verb.len);
    }
    bs_str name = ko ? korean_name(rest) : japanese_name(rest);
    size_t chars = bs_utf8_count(name);
    bool named = chars > 1 && chars <= NAME_CHARS_MAX && !bs_list_is(name, none) &&
                 !bs__is_relative(name, lang) && !bs__label_is_measure(name, true);
    return named ? name : (bs_str){0};
}

// The measure of the nearest number in front of its unit; empty for none.
static bs_str measure_before(const bs_quantity_array *all, size_t first, size_t index)
{
    const bs_quantity *self = &all->items[index];
    for (size_t i = index; i-- > first && index - i <= LOOK_BACK_MAX;) {
        const bs_quantity *other = &all->items[i];
        bool same = bs_str_equal(other->unit, self->unit) && other->indicator.len > 0;
        if (same && bs__label_is_measure(other->indicator, false)) return other->indicator;
    }
    return (bs_str){0};
}

// "71억 원의 매출에 17억 원의 이익을", "의 매출과 17억 원의 이익을": behind an amount with its
// measure the next one has its own. Empty for none.
static bs_str paired_measure(const bs_quantity_array *all, size_t first, size_t index, bs_str text)
{
    const bs_quantity *self = &all->items[index];
    if (index == first || self->kind != BS_KIND_CURRENCY) return (bs_str){0};
    bs_str between = bs__label_between(self - 1, self, text);
    bs_str behind = bs_str_slice(text, bs__label_end(self, text), text.len), own;
    if (!bs_list_starts(between, "의 ") || !bs_list_ends(between, "에 |과 |와 |, ") ||
        !bs_list_starts(behind, "의 "))
        return (bs_str){0};
    behind = bs_str_slice(behind, strlen("의 "), behind.len);
    own = korean_name(behind);
    return bs__label_is_measure(own, false) ? own : (bs_str){0};
}

// "수상이 71억 원의 매출에 17억 원의 이익을": each has its measure behind it, and the name in front
// is who has reached them.
static void name_pair(bs_quantity_array *all, size_t first, size_t index, bs_str text)
{
    static const bs_str of = BS_STR_INIT("의 ");
    bs_quantity *self = &all->items[index], *front = self - 1;
    bs_str measure = paired_measure(all, first, index, text);
    if (measure.len == 0) return;
    bs_str behind = bs_str_slice(text, bs__label_end(front, text) + of.len, text.len);
    bs_str own = korean_name(behind);
    bool other = front->subject.len == 0 && !bs__label_is_measure(front->indicator, false);
    if (other && bs__label_is_measure(own, false)) {
        front->subject = front->indicator;
        front->indicator = own;
    }
    self->indicator = measure;
    self->subject = front->subject;
}

void bs__label_followers(bs_quantity_array *all, size_t first, bs_str text, bs_lang lang)
{
    for (size_t i = first; i < all->count; i++) {
        bs_quantity *self = &all->items[i];
        if (bs__label_is_time(self) || !self->valued) continue;
        if (lang == BS_LANG_KO) name_pair(all, first, i, text);
        size_t end = bs__label_end(self, text), close = behind_aside(text, end);
        bs_str name = follower_at(text, close, lang);
        if (name.len == 0) continue;
        bool counted = bs_str_starts(self->unit, BS_STR("count:"));
        bs_str measure = bs__label_is_measure(self->indicator, counted)
                             ? self->indicator
                             : measure_before(all, first, i);
        for (size_t k = i; k < all->count && bs__label_start(&all->items[k], text) <= close; k++) {
            all->items[k].subject = name;
            all->items[k].indicator = measure;
        }
    }
}
