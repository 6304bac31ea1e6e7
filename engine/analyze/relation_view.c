// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analyze/relation_view.h"

#include <math.h>

#include "engine/analyze/relation_cue.h"
#include "engine/analyze/relation_earlier.h"
#include "engine/analyze/relation_internal.h"
#include "engine/analyze/relation_prose.h"
#include "engine/base/utf8.h"

static bool ends_sentence(bs_str text, bs_rune rune, size_t at)
{
    if (rune.code == 0x3002 || rune.code == 0xFF01 || rune.code == 0xFF1F) return true; // 。！？
    if (rune.code != '.' && rune.code != '!' && rune.code != '?') return false;
    bs_rune next = bs_utf8_decode(text, at + rune.len);
    if (next.len == 0) return true;
    if (!bs_rune_is_space(next.code)) return false;
    // "U.S. exports", "No. 5", "Co. Ltd": a single letter or a digit in front, or a small letter
    // behind, is no end.
    bs_rune before = bs_utf8_decode_before(text, at);
    bs_rune second = bs_utf8_decode_before(text, at - before.len);
    if (before.code >= 'A' && before.code <= 'Z' && (second.len == 0 || second.code == '.'))
        return false;
    bs_str rest = bs_str_trim(bs_str_slice(text, at + rune.len, text.len));
    return rest.len == 0 || !(rest.ptr[0] >= 'a' && rest.ptr[0] <= 'z');
}

bool bs_sentence_next(bs_str *rest, bs_str *sentence)
{
    if (rest->len == 0) return false;
    size_t at = 0;
    while (at < rest->len) {
        bs_rune rune = bs_utf8_decode(*rest, at);
        bool end = ends_sentence(*rest, rune, at);
        at += rune.len;
        if (end) break;
    }
    *sentence = bs_str_slice(*rest, 0, at);
    *rest = bs_str_slice(*rest, at, rest->len);
    return true;
}

enum { RUN_ZEROS_MAX = 3 };

// 22억 8000만 is how 22.8억 is written with scales: zeros that end the last of several runs of
// digits are places, not digits that somebody knew.
static bs_decimal without_filling(const bs_quantity *quantity)
{
    bs_decimal value = quantity->value;
    size_t runs = 0;
    bool inside = false;
    for (size_t i = 0; i < quantity->digits.len; i++) {
        char c = quantity->digits.ptr[i];
        bool digit = (c >= '0' && c <= '9') || c == ',' || c == '.';
        if (digit && !inside) runs++;
        inside = digit;
    }
    for (int i = 0; runs > 1 && i < RUN_ZEROS_MAX && value.coefficient != 0; i++) {
        if (value.coefficient % 10 != 0) break;
        value = (bs_decimal){value.coefficient / 10, value.scale - 1};
    }
    return value;
}

bs_decimal bs_figure__signed(const bs_quantity *quantity)
{
    bool turn = quantity->falls && quantity->value.coefficient > 0;
    return turn ? bs_decimal_negate(quantity->value) : quantity->value;
}

bs_figure bs_figure__of(const bs_quantity *quantity)
{
    bs_decimal value = without_filling(quantity);
    if (quantity->falls && value.coefficient > 0) value = bs_decimal_negate(value);
    bool valued = quantity->valued && quantity->kind != BS_KIND_YEAR &&
                  quantity->kind != BS_KIND_DATE && quantity->kind != BS_KIND_IDENTIFIER;
    if (!valued) value = (bs_decimal){0, 0};
    return (bs_figure){
        .quantity = quantity,
        .value = bs_decimal_double(value),
        .last_place = bs_decimal_double((bs_decimal){1, valued ? quantity->value.scale : 0}),
        .narrow = valued ? bs_span_of(value, quantity->qualifier, BS_ROUNDED) : BS_SPAN_ALL,
        .wide = valued ? bs_span_of(value, quantity->qualifier, BS_EITHER) : BS_SPAN_ALL,
        .of = quantity->of == BS_NO_QUANTITY ? BS_NO_FIGURE : quantity->of,
        .growth = BS_NO_FIGURE,
        .share = BS_NO_FIGURE,
        .sentence = SIZE_MAX,
        .series = SIZE_MAX,
        .grid = SIZE_MAX,
    };
}

// How far back, in figures, the part of a share may stand.
enum {
    SHARE_PART_DISTANCE_MAX = 24,
    SHARE_PART_BLOCKS_MAX = 2,
    PART_NAME_BYTES_MIN = 4,
    SUBJECT_BYTES_MIN = 6
};

static bool starts_nocase(bs_str text, bs_str start)
{
    return text.len >= start.len && bs_str_equal_nocase(bs_str_slice(text, 0, start.len), start);
}

static const char *const changes[] = {"增收额", "增加额", "增量",    "增长额",  "增减额", "减收额",
                                      "新增额", "增支额", "增額",    "增加額",  "増加額", "増加分",
                                      "の増加", "증가액", " 증가액", " 증가분", NULL};

// "税收收入增收额占…": what it has grown by is another amount than the one that is called so.
static bool goes_on_to_change(bs_str words, bs_str name)
{
    return bs_any_starts(bs_str_slice(words, name.len, words.len), changes);
}

// A share that was tied to no amount names its part: "渔业产值占全岛总产值比重" begins with
// the indicator of the amount before it, and so does "県税は歳入全体の14.1%を占める".
static bool names(const bs_view *view, const bs_figure *share, const bs_quantity *part)
{
    bs_str name = part->indicator, own = share->quantity->indicator;
    if (name.len < PART_NAME_BYTES_MIN) return false;
    // "其中浮动利率贷款1456亿元，占比80%": the share of this one.
    if (bs_str_equal(share->quantity->subject, name)) return true;
    if (starts_nocase(own, name)) return !goes_on_to_change(own, name);
    bs_str words = bs_str_trim(view->sentences.items[share->sentence].text);
    return starts_nocase(words, name) && !goes_on_to_change(words, name);
}

// What the clause of a share begins with, up to the word for its share: "居民生活用电" of
// "居民生活用电占15.9%". The ordinal of a name ("第二产业") is no end of a clause.
static bs_str subject_of(const bs_view *view, size_t index)
{
    static const char *const ends[] = {"占", "佔", "の割合", "の比率", "的比重"};
    static const char *const marks[] = {"，", "；", "、", ",", ";"};
    const bs_figure *share = &view->figures.items[index];
    const bs_sentence *sentence = &view->sentences.items[share->sentence];
    const char *start = sentence->text.ptr;
    for (size_t i = index; i-- > sentence->first;) {
        const bs_quantity *previous = view->figures.items[i].quantity;
        if (previous->kind == BS_KIND_ORDINAL) continue;
        start = previous->text.ptr + previous->text.len;
        break;
    }
    bs_str words = {start, (size_t)(share->quantity->text.ptr - start)};
    for (size_t i = 0; i < BS_COUNT(marks); i++) {
        if (bs_str_starts(words, bs_str_from(marks[i])))
            words = bs_str_slice(words, strlen(marks[i]), words.len);
    }
    for (size_t i = 0; i < BS_COUNT(ends); i++) {
        size_t at = bs_str_find(words, bs_str_from(ends[i]), 0);
        if (at != SIZE_MAX) return bs_str_trim(bs_str_slice(words, 0, at));
    }
    return (bs_str){0};
}

// "…수출은 12,480이었다. 전체 수출에서 차지하는 비중은 22.5%이다": a sentence whose only amount is
// a share of a named whole goes on about the first level of the sentence before.
static bool has_silent_part(const bs_view *view, size_t index)
{
    static const char words[] =
        "전체|총|全体|総額|总额|总量|全體|總額|總量|佔|全部|占|total|overall| all ";
    const bs_figure *share = &view->figures.items[index];
    const bs_sentence *own = &view->sentences.items[share->sentence];
    if (own->first != index || share->sentence == 0 || own[-1].block != own->block) return false;
    if (bs_any_ends(subject_of(view, index), changes)) return false;
    bs_str text = own->text;
    size_t until = (size_t)(share->quantity->text.ptr - text.ptr) + share->quantity->text.len;
    bs_str near = bs_str_slice(text, 0, until + SUBJECT_BYTES_MIN * 4);
    return bs_str_has_any(near, words);
}

// "남자 14,894천 명, 여자 11,704천 명이다. 전체에서 여자가 차지하는 비중은": where the words in
// front of the share have the name of the amount last, from 1; 0 where they do not, or call it the
// whole.
static size_t called_at(const bs_view *view, size_t share, const bs_quantity *part)
{
    static const char *const wholes[] = {"에서", "의 ", "に占める", "全体", "中", " total"};
    bs_str words = bs_view_between(view, BS_NO_FIGURE, share);
    bs_str name = part->subject.len > 0 ? part->subject : part->indicator;
    size_t found = 0;
    if (name.len < PART_NAME_BYTES_MIN) return 0;
    for (size_t at = bs_str_find(words, name, 0); at != SIZE_MAX;
         at = bs_str_find(words, name, at + name.len)) {
        bs_str rest = bs_str_slice(words, at + name.len, words.len);
        bool whole = false;
        for (size_t i = 0; i < BS_COUNT(wholes); i++)
            whole = whole || bs_str_starts(rest, bs_str_from(wholes[i]));
        if (!whole) found = at + 1;
    }
    return found;
}

static size_t silent_part(const bs_view *view, size_t index)
{
    if (!has_silent_part(view, index)) return BS_NO_FIGURE;
    const bs_sentence *before = &view->sentences.items[view->figures.items[index].sentence - 1];
    size_t found = BS_NO_FIGURE, last = 0;
    for (size_t i = before->first; i < before->first + before->count; i++) {
        const bs_quantity *quantity = view->figures.items[i].quantity;
        bool level = quantity->valued && quantity->role == BS_ROLE_LEVEL &&
                     (quantity->kind == BS_KIND_QUANTITY || quantity->kind == BS_KIND_CURRENCY);
        if (!level || bs_earlier_is(view, i)) continue;
        size_t at = called_at(view, index, quantity);
        if (found != BS_NO_FIGURE && at <= last) continue;
        found = i;
        last = at;
    }
    bool taken = found != BS_NO_FIGURE && view->figures.items[found].share != BS_NO_FIGURE;
    return taken ? BS_NO_FIGURE : found;
}

static size_t named_part(const bs_view *view, size_t index)
{
    const bs_figure *share = &view->figures.items[index];
    size_t first = index > SHARE_PART_DISTANCE_MAX ? index - SHARE_PART_DISTANCE_MAX : 0;
    size_t like = BS_NO_FIGURE, like_count = 0; // amounts whose name ends in the subject
    bs_str subject = subject_of(view, index);
    for (size_t i = index; i-- > first;) {
        const bs_figure *part = &view->figures.items[i];
        const bs_quantity *quantity = part->quantity;
        if (share->quantity->origin.block - quantity->origin.block > SHARE_PART_BLOCKS_MAX) break;
        if (quantity->role != BS_ROLE_LEVEL || part->sentence == SIZE_MAX) continue;
        if (part->share == BS_NO_FIGURE && names(view, share, quantity)) return i;
        if (subject.len < SUBJECT_BYTES_MIN || !bs_str_ends(quantity->indicator, subject)) continue;
        like = i;
        like_count++;
    }
    bool one = like_count == 1 && view->figures.items[like].share == BS_NO_FIGURE;
    return one ? like : BS_NO_FIGURE;
}

// "15,872億円（前年同月は14,930億円）で、総額の20.6％": the share is one of the later level in
// front, not of the earlier one that stands beside it.
static void leave_earlier(bs_view *view, size_t index)
{
    bs_figure *share = &view->figures.items[index];
    const bs_figure *part = &view->figures.items[share->of];
    if (part->sentence != share->sentence || share->of >= index ||
        !bs_earlier_is(view, share->of) || bs_earlier_is(view, index))
        return;
    size_t first = view->sentences.items[share->sentence].first;
    for (size_t i = share->of; i-- > first;) {
        bs_figure *other = &view->figures.items[i];
        bool level = other->quantity->valued && other->quantity->role == BS_ROLE_LEVEL &&
                     bs_str_equal(other->quantity->unit, part->quantity->unit);
        if (!level) continue;
        if (other->share != BS_NO_FIGURE || bs_earlier_is(view, i)) return;
        view->figures.items[share->of].share = BS_NO_FIGURE;
        share->of = i;
        other->share = index;
        return;
    }
}

static void find_part(bs_view *view, size_t index)
{
    bs_figure *share = &view->figures.items[index];
    if (share->quantity->role != BS_ROLE_SHARE || share->sentence == SIZE_MAX) return;
    if (share->of != BS_NO_FIGURE) {
        leave_earlier(view, index);
        return;
    }
    size_t part = named_part(view, index);
    if (part == BS_NO_FIGURE) part = silent_part(view, index);
    if (part == BS_NO_FIGURE) return;
    share->of = part;
    view->figures.items[part].share = index;
}

// Tells a level of the growth rate and the share that belong to it.
static void link_child(bs_view *view, size_t index)
{
    const bs_figure *figure = &view->figures.items[index];
    if (figure->of == BS_NO_FIGURE || figure->of == index) return;
    bs_figure *parent = &view->figures.items[figure->of];
    bs_role role = figure->quantity->role;
    if (role == BS_ROLE_GROWTH && parent->growth == BS_NO_FIGURE) parent->growth = index;
    if (role == BS_ROLE_SHARE && parent->share == BS_NO_FIGURE) parent->share = index;
}

static bs_status add_figures(bs_view *view, bs_error *err)
{
    const bs_quantity_array *quantities = &view->reading->quantities;
    for (size_t i = 0; i < quantities->count; i++) {
        bs_figure *figure = BS_PUSH(view->arena, &view->figures);
        if (figure == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
        *figure = bs_figure__of(&quantities->items[i]);
        if (figure->of != BS_NO_FIGURE && figure->of >= quantities->count)
            figure->of = BS_NO_FIGURE;
    }
    for (size_t i = 0; i < quantities->count; i++)
        link_child(view, i);
    const bs_series_array *series = &view->reading->series;
    for (size_t s = 0; s < series->count; s++) {
        const bs_observation_array *observations = &series->items[s].observations;
        for (size_t i = 0; i < observations->count; i++) {
            size_t quantity = observations->items[i].quantity;
            if (quantity < quantities->count) view->figures.items[quantity].series = s;
        }
    }
    return BS_OK;
}

// Arithmetic that is hidden among more figures than these is no sentence's, and to look for it
// would take the square of their number: a line of a megabyte is cut into pieces.
enum { SENTENCE_FIGURES_MAX = 256 };

static bs_status add_sentence(bs_view *view, bs_str text, uint32_t block, size_t *figure,
                              bs_error *err)
{
    const char *end = text.ptr + text.len;
    size_t count = view->reading->quantities.count;
    while (*figure < count) {
        size_t first = *figure;
        const char *piece_end = end;
        for (; *figure < count; (*figure)++) {
            const bs_quantity *quantity = view->figures.items[*figure].quantity;
            if (quantity->origin.block != block || quantity->text.ptr >= end) break;
            piece_end = quantity->text.ptr;
            if (*figure - first == SENTENCE_FIGURES_MAX) break;
            piece_end = end;
            view->figures.items[*figure].sentence = view->sentences.count;
        }
        if (*figure == first) return BS_OK;
        bs_sentence *sentence = BS_PUSH(view->arena, &view->sentences);
        if (sentence == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
        bs_str piece = {text.ptr, (size_t)(piece_end - text.ptr)};
        *sentence = (bs_sentence){piece, block, first, *figure - first};
        text = (bs_str){piece_end, (size_t)(end - piece_end)};
    }
    return BS_OK;
}

static bs_passage passage_of(const bs_view *view, uint32_t number)
{
    const bs_document *document = view->reading->document;
    if (document == NULL || number < 1 || number > document->blocks.count)
        return (bs_passage){.block = number};
    const bs_block *block = &document->blocks.items[number - 1];
    return (bs_passage){block->kind, block->level, number, block->text, view->sentences.count, 0};
}

// Figures [at, end) are those of one block.
static bs_status add_passage(bs_view *view, size_t at, size_t end, bs_error *err)
{
    bs_passage passage = passage_of(view, view->figures.items[at].quantity->origin.block);
    bs_str rest = passage.text;
    bs_str sentence;
    while (at < end && bs_sentence_next(&rest, &sentence))
        BS_TRY(add_sentence(view, sentence, passage.block, &at, err));
    passage.count = view->sentences.count - passage.first;
    if (passage.count == 0) return BS_OK;
    bs_passage *out = BS_PUSH(view->arena, &view->passages);
    if (out == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    *out = passage;
    return BS_OK;
}

static bs_status add_passages(bs_view *view, bs_error *err)
{
    size_t count = view->reading->quantities.count;
    for (size_t at = 0; at < count;) {
        const bs_origin *origin = &view->figures.items[at].quantity->origin;
        size_t end = at + 1;
        while (end < count && view->figures.items[end].quantity->origin.block == origin->block)
            end++;
        if (origin->table == 0) BS_TRY(add_passage(view, at, end, err));
        at = end;
    }
    return BS_OK;
}

bs_status bs_view_init(bs_view *out, bs_arena *arena, const bs_reading *reading, bs_error *err)
{
    bs_view view = {.reading = reading, .arena = arena};
    BS_TRY(add_figures(&view, err));
    BS_TRY(add_passages(&view, err));
    for (size_t i = 0; i < reading->quantities.count; i++)
        find_part(&view, i);
    BS_TRY(bs_view__add_grids(&view, err));
    *out = view;
    return BS_OK;
}
