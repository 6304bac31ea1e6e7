// SPDX-License-Identifier: GPL-3.0-or-later
// Korean: how many of something there are, behind the names of some of them: "참여 지역은 서울,
// 부산, 대구 등 3곳", "△ 자동차 △ 의약 등 총 7개", "서울, 부산 등 7개 도시". What they are stands
// in front of the list, or behind the number.
#include "engine/core/unit.h"
#include "engine/extract/label_internal.h"
#include "engine/extract/label_words.h"
#include "engine/extract/role.h"
#include "engine/extract/words.h"

// Where the list may begin: its first mark, or the blank behind the topic of the sentence.
static size_t list_start(bs_str front)
{
    static const char topics[] = "은|는|이|가";
    bs_str mark = BS_STR("△");
    size_t at = bs_str_find(front, mark, 0);
    if (at != SIZE_MAX) return at;
    for (at = front.len; at > 0; at--) {
        if (front.ptr[at - 1] == ' ' && bs_list_ends(bs_str_slice(front, 0, at - 1), topics))
            return at;
    }
    return SIZE_MAX;
}

// Is a word of the list a verb? What stands in front of it is then told of something else.
static bool has_verb(bs_str list)
{
    bs_str word;
    while (bs_str_next(&list, ' ', &word)) {
        if (bs__label_is_korean_verb(word)) return true;
    }
    return false;
}

// "도시" of " 도시에서 열렸다"; empty for a verb or a particle.
static bs_str first_noun(bs_str after)
{
    static const char particles[] =
        "에서는|에서|에는|에|을|를|이|가|은|는|의|와|과|으로|로|이다|입니다";
    if (!bs_str_starts(after, BS_STR(" "))) return (bs_str){0};
    bs_str rest = bs_str_trim(after), word;
    if (!bs_str_next(&rest, ' ', &word) || bs__label_is_korean_verb(word)) return (bs_str){0};
    word = bs_str_slice(word, 0, word.len - bs_str_longest_end(word, particles).len);
    bs_rune first = bs_utf8_decode(word, 0);
    bool hangul = first.code >= 0xAC00 && first.code <= 0xD7A3;
    return hangul && bs_utf8_count(word) > 1 ? word : (bs_str){0};
}

bs_str bs__label_of_listed(const bs__naming *n, bs_str phrase)
{
    const bs_quantity *self = bs__naming_self(n);
    bool counted = bs_unit_dimension(self->unit) == BS_DIM_COUNT_OF;
    if (!counted || !bs_list_ends(phrase, " 등|등으로") || phrase.ptr < n->text.ptr ||
        phrase.ptr > n->text.ptr + n->text.len)
        return phrase;
    size_t end = (size_t)(phrase.ptr + phrase.len - n->text.ptr);
    size_t from = bs_role__start_before(n->text, 0, end);
    if (from < n->limit) from = n->limit;
    bs_str front = bs_str_slice(n->text, from, end);
    size_t at = list_start(front);
    bool told = at != SIZE_MAX && !has_verb(bs_str_slice(front, at, front.len));
    bs_str topic = told ? bs_str_trim(bs_str_slice(front, 0, at)) : (bs_str){0};
    bs_str name = {0};
    if (bs_list_ends(topic, "은|는|이|가")) {
        size_t start = (size_t)(topic.ptr - n->text.ptr);
        name = bs__label_phrase(n->text, start, start + topic.len, BS_LANG_KO);
    }
    if (bs_utf8_count(name) > 1 && !bs__label_is_empty(name, BS_LANG_KO)) return name;
    size_t behind = bs__label_end(self, n->text);
    bs_str noun = first_noun(bs_str_slice(n->text, behind, n->text.len));
    if (noun.len > 0 && !bs__label_is_empty(noun, BS_LANG_KO)) return noun;
    return phrase;
}
