// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analyze/relation_word.h"

#include "engine/analyze/relation_prose.h"
#include "engine/base/utf8.h"

enum { WORD_BYTES = 40 };

typedef struct pair {
    bs_str up;
    bs_str down;
    bool behind; // the word stands behind the number
    bool front;  // or in front of it
} pair;

#define PAIR(up, down, behind, front)                                                              \
    {                                                                                              \
        BS_STR_INIT(up), BS_STR_INIT(down), behind, front                                          \
    }

// Longer words come before those that they begin with.
static const pair movements[] = {
    PAIR("증가", "감소", true, false),
    PAIR("상승", "하락", true, false),
    PAIR("늘어", "줄어", true, false),
    PAIR("늘었", "줄었", true, false),
    PAIR("늘린", "줄인", true, false),
    PAIR("늘", "줄", true, false),
    PAIR("확대", "축소", true, false),
    PAIR("상회", "하회", true, false),
    PAIR("높아", "낮아", true, false),
    PAIR("높", "낮", true, false),
    PAIR("많", "적", true, false),
    PAIR("성장", "감소", true, false),
    PAIR("增长", "下降", false, true),
    PAIR("增加", "减少", false, true),
    PAIR("上升", "下降", false, true),
    PAIR("提高", "降低", false, true),
    PAIR("上涨", "下跌", false, true),
    PAIR("增收", "减收", false, true),
    PAIR("增長", "下降", false, true),
    PAIR("增加", "減少", false, true),
    PAIR("上漲", "下跌", false, true),
    PAIR("增收", "減收", false, true),
    PAIR("增", "減", false, true),
    PAIR("增", "降", false, true),
    PAIR("増加", "減少", true, false),
    PAIR("上昇", "低下", true, false),
    PAIR("上回", "下回", true, false),
    PAIR("増収", "減収", true, false),
    PAIR("増益", "減益", true, false),
    PAIR("増", "減", true, false),
    PAIR("increased", "decreased", false, true),
    PAIR("an increase", "a decrease", false, true),
    PAIR("increase", "decrease", true, true),
    PAIR("a rise", "a fall", false, true),
    PAIR("rise", "fall", true, true),
    PAIR("rose", "fell", false, true),
    PAIR("grew", "shrank", false, true),
    PAIR("growth", "decline", true, true),
    PAIR("gained", "lost", false, true),
    PAIR("up", "down", false, true),
    PAIR("higher", "lower", true, false),
    PAIR("above", "below", true, false),
    PAIR("more", "less", true, false),
};

static const pair balances[] = {
    PAIR("흑자", "적자", true, true), PAIR("顺差", "逆差", true, true),
    PAIR("順差", "逆差", true, true), PAIR("出超", "入超", true, true),
    PAIR("結餘", "赤字", true, true), PAIR("黒字", "赤字", true, true),
    PAIR("结余", "赤字", true, true), PAIR("surplus", "deficit", true, true),
};

typedef struct search {
    bs_str text; // the sentence
    size_t low;  // the number's surroundings, up to its neighbours
    size_t start;
    size_t end;
    size_t high;
} search;

static search around(const bs_view *view, size_t figure)
{
    const bs_sentence *sentence = bs_view_sentence(view, figure);
    bs_str text = sentence->text;
    bs_str own = view->figures.items[figure].quantity->text;
    size_t start = (size_t)(own.ptr - text.ptr);
    size_t end = start + own.len;
    size_t low = start > WORD_BYTES ? start - WORD_BYTES : 0;
    size_t high = end + WORD_BYTES < text.len ? end + WORD_BYTES : text.len;
    if (figure > sentence->first) {
        bs_str before = view->figures.items[figure - 1].quantity->text;
        size_t at = (size_t)(before.ptr + before.len - text.ptr);
        if (at > low && at <= start) low = at;
    }
    if (figure + 1 < sentence->first + sentence->count) {
        size_t at = (size_t)(view->figures.items[figure + 1].quantity->text.ptr - text.ptr);
        if (at < high && at >= end) high = at;
    }
    return (search){text, low, start, end, high};
}

static bool is_letter(bs_str text, size_t at, bool before)
{
    bs_rune rune = before ? bs_utf8_decode_before(text, at) : bs_utf8_decode(text, at);
    return rune.len > 0 && bs_rune_is_latin(rune.code);
}

static bool is_word_at(bs_str text, size_t at, bs_str word)
{
    bs_str here = bs_str_slice(text, at, at + word.len);
    if (here.len != word.len) return false;
    if ((unsigned char)word.ptr[0] >= 0x80) return bs_str_equal(here, word);
    return bs_str_equal_nocase(here, word) && !is_letter(text, at, true) &&
           !is_letter(text, at + word.len, false);
}

// Whether a clause ends between two offsets.
static bool is_parted(bs_str text, size_t from, size_t to)
{
    for (size_t at = from; at < to;) {
        bs_rune rune = bs_utf8_decode(text, at);
        if (rune.code == ',' || rune.code == ';' || rune.code == 0xFF0C || rune.code == 0x3001)
            return true;
        at += rune.len;
    }
    return false;
}

// Takes the word at an offset when it is nearer than what was found. The spans of longer words that
// are found first are kept at equal distance.
static void offer(const search *s, const pair *p, size_t at, bool down, size_t *nearest,
                  bs_direction *out)
{
    bs_str word = down ? p->down : p->up;
    size_t close = at + word.len;
    bool front = close <= s->start;
    size_t distance = front ? s->start - close : at - s->end;
    if (front ? !p->front : !p->behind) return;
    if (distance >= *nearest) return;
    if (is_parted(s->text, front ? close : s->end, front ? s->start : at)) return;
    *nearest = distance;
    *out = (bs_direction){
        .word = bs_str_slice(s->text, at, close),
        .opposite = down ? p->up : p->down,
        .span = front ? bs_str_slice(s->text, at, s->end) : bs_str_slice(s->text, s->start, close),
        .down = down,
    };
}

static bool find(const search *s, const pair *pairs, size_t count, bs_direction *out)
{
    size_t nearest = SIZE_MAX;
    for (size_t at = s->low; at < s->high; at++) {
        if (at >= s->start && at < s->end) continue;
        for (size_t i = 0; i < count; i++) {
            if (is_word_at(s->text, at, pairs[i].up)) offer(s, &pairs[i], at, false, &nearest, out);
            if (is_word_at(s->text, at, pairs[i].down))
                offer(s, &pairs[i], at, true, &nearest, out);
        }
    }
    return nearest != SIZE_MAX;
}

bool bs_direction_find(const bs_view *view, size_t figure, bs_direction *out)
{
    search s = around(view, figure);
    return find(&s, movements, BS_COUNT(movements), out);
}

bool bs_balance_word_find(const bs_view *view, size_t figure, bs_direction *out)
{
    search s = around(view, figure);
    return find(&s, balances, BS_COUNT(balances), out);
}

bs_str bs_direction_turn(bs_arena *arena, const bs_direction *direction)
{
    size_t at = (size_t)(direction->word.ptr - direction->span.ptr);
    bs_str tail = bs_str_slice(direction->span, at + direction->word.len, direction->span.len);
    return bs_arena_format(arena, "%.*s%.*s%.*s", (int)at, direction->span.ptr,
                           BS_STR_ARG(direction->opposite), BS_STR_ARG(tail));
}
