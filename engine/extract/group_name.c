// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/extract/group_name.h"

#include <ctype.h>

#include "engine/base/buffer.h"
#include "engine/base/utf8.h"
#include "engine/core/lang.h"
#include "engine/extract/scan.h"
#include "engine/extract/words.h"

enum {
    NAME_CHARS_MIN = 2,
    CUTS_MAX = 8,
    SUFFIX_BYTES_MAX = 12,
};

// A part of a caption that is no part of the name.
typedef struct cut {
    size_t start;
    size_t end;
} cut;

typedef struct cuts {
    cut items[CUTS_MAX];
    size_t count;
} cuts;

// What parts a time from the name beside it.
static const char marks[] = ",|，|、|:|：|;|-|–|—|·|・|/|~|∼|'|’|‘|.|&|_";
static const char opening[] = "(|（|[|〔";
static const char closing[] = ")|）|]|〕";
// Between two times.
static const char joints[] = "and|to|및|과|와|和|与|與|と|대비";

// What belongs to a time in front of it, where a word ends behind it.
static const char suffixes[] =
    "의|の|的|中|중|분|分|현재|現在|기준|말|末|底|초|初|호|号|號|版|판|년판|年版|"
    "도|度|동안|'s|’s";
// The same with the name directly behind it, unless that makes a word of them.
static const char attached[] = "의|の|末|말|分|度|版";
static const char words_of_attached[] =
    "分析|分布|分类|分類|分别|分別|分野|分行|分品|分地|分省|分产|"
    "分部|版画|版本|版图|版権|版权|의료|의회|의약|의류|말레";

// In front of a time in English.
static const char openers[] =
    "in|for|during|of|at|on|as of|as at|at end|at the end of|end|the|by|"
    "year ended|months to|quarter of|half of|year to|As of|As at|At end|In|For";
static const char span_openers[] = "from|From|between|Between";

// What makes a time the base or the beginning of something.
static const char based_behind[] =
    "=|＝|이후|이래|以来|以後|以降|以后|대비|比|보다|부터|より|から|불변|가격|価格|价格|不变|不變|"
    "基準価|까지|"
    "まで|constant|price|dollar|US$|base|or later|onward|and after|and earlier|or earlier";
static const char based_before[] =
    "since|Since|from|From|before|after|until|till|than|vs|vs.|versus|"
    "between|Between|against|with|自|从|從|対|对|较|較|base";

// --- what is a time ------------------------------------------------------------------------------

static bool is_issue(bs_str caption, const bs_item *item)
{
    return item->kind == BS_KIND_IDENTIFIER && bs_list_ends(item->unit, "호|号|號") &&
           bs_list_starts(bs_str_slice(caption, item->start, item->end), "제|第");
}

// "2030년 목표", "Vision 2040": the year that a plan is for is the name of it.
static bool is_of_plan(bs_str caption, const bs_item *item)
{
    static const char words[] =
        "계획|비전|로드맵|전략|规划|計画|计划|規劃|战略|戦略|ビジョン|plan|Plan|ision|"
        "trategy|genda|oadmap";
    if (item->kind != BS_KIND_YEAR) return false;
    if (bs_word_in(caption, BS_MEANS_TARGET)) return true;
    return bs_str_has_any(caption, words);
}

// What makes a time the base or the beginning of something else.
static bool is_base(bs_str caption, const bs_item *item)
{
    bs_str after = bs_str_trim(bs_str_slice(caption, item->end, caption.len));
    bs_str before = bs_str_trim(bs_str_slice(caption, 0, item->start));
    bool span = item->kind == BS_KIND_RANGE || item->to.year || item->to.month || item->to.quarter;
    return bs_list_starts(after, based_behind) || (!span && bs_list_ends(before, based_before));
}

static bool is_time(bs_str caption, const bs_item *item)
{
    bool dated = item->kind == BS_KIND_YEAR || item->kind == BS_KIND_DATE ||
                 (item->kind == BS_KIND_RANGE && item->from.year > 0);
    // The day of an event without its year is the name of it: 6.25 전쟁.
    bool event = item->from.day > 0 && item->from.year == 0;
    if (!dated || event) return is_issue(caption, item);
    return !is_base(caption, item) && !is_of_plan(caption, item);
}

// --- what belongs to it --------------------------------------------------------------------------

static bool ends_word(bs_str rest)
{
    if (rest.len == 0 || bs_rune_is_space(bs_utf8_decode(rest, 0).code)) return true;
    return bs_list_starts(rest, marks) || bs_list_starts(rest, closing) ||
           bs_list_starts(rest, opening);
}

static bool is_of(bs_str word, const char *list)
{
    // Whole words of a list: what it both begins and ends with, and no shorter one.
    while (*list != '\0') {
        size_t length = strcspn(list, "|");
        if (bs_str_equal(word, (bs_str){list, length})) return true;
        list += length + (list[length] == '|');
    }
    return false;
}

static size_t behind_suffixes(bs_str caption, size_t at)
{
    bs_str rest = bs_str_slice(caption, at, caption.len), word = bs_str_trim(rest);
    size_t from = at + (size_t)(word.ptr - rest.ptr), end = from;
    bool beside = from == at && !bs_list_starts(word, words_of_attached);
    while (end < caption.len && end - from < SUFFIX_BYTES_MAX) {
        end += bs_utf8_decode(caption, end).len;
        bs_str suffix = bs_str_slice(caption, from, end);
        bool whole = is_of(suffix, suffixes) && ends_word(bs_str_slice(caption, end, caption.len));
        if (whole || (beside && is_of(suffix, attached))) return behind_suffixes(caption, end);
    }
    return at;
}

// The start of the longest of `list` in front of `at`, as a word of its own; `at` where none is.
static size_t before_word(bs_str caption, size_t at, const char *list)
{
    bs_str front = bs_str_slice(caption, 0, at);
    while (front.len > 0 && front.ptr[front.len - 1] == ' ')
        front.len--;
    size_t best = at;
    while (front.len < at && *list != '\0') {
        bs_str word = {list, strcspn(list, "|")};
        size_t start = front.len - word.len;
        bool whole = bs_str_ends(front, word) && (start == 0 || front.ptr[start - 1] == ' ');
        if (whole && start < best) best = start;
        list += word.len + (list[word.len] == '|');
    }
    return best;
}

static size_t before_openers(bs_str caption, const bs_item *item)
{
    static const char states[] = "中華|中华"; // of 中華民國112年
    bs_str front = bs_str_slice(caption, 0, item->start);
    bs_str era = bs_str_slice(caption, item->start, item->end);
    if (bs_list_starts(era, "民國|民国") && bs_list_ends(front, states))
        return item->start - strlen("中華");
    size_t start = before_word(caption, item->start, span_openers);
    for (size_t next = start; (next = before_word(caption, start, openers)) < start;)
        start = next;
    return start;
}

// With the brackets around it, when nothing else is in them.
static bool take_brackets(bs_str caption, cut *own)
{
    bs_str front = bs_str_slice(caption, 0, own->start);
    bs_str back = bs_str_slice(caption, own->end, caption.len);
    bs_str before = bs_str_trim(front), after = bs_str_trim(back);
    if (!bs_list_ends(before, opening) || !bs_list_starts(after, closing)) return false;
    own->start = before.len - bs_utf8_decode_before(before, before.len).len;
    own->end += (size_t)(after.ptr - back.ptr) + bs_utf8_decode(after, 0).len;
    return true;
}

// "No. 14", "Issue 7" at the end.
static bool find_issue(bs_str caption, cut *out)
{
    static const char *const words[] = {"No.", "no.", "Issue", "issue", "Vol.", "№"};
    size_t end = caption.len;
    while (end > 0 && strchr(" )]", caption.ptr[end - 1]) != NULL)
        end--;
    size_t digits = end;
    while (digits > 0 && isdigit((unsigned char)caption.ptr[digits - 1]))
        digits--;
    if (digits == end) return false;
    bs_str front = bs_str_trim(bs_str_slice(caption, 0, digits));
    for (size_t i = 0; i < BS_COUNT(words); i++) {
        bs_str word = bs_str_from(words[i]);
        if (!bs_str_ends(front, word) || front.len == word.len) continue;
        *out = (cut){(size_t)(front.ptr - caption.ptr) + front.len - word.len, end};
        take_brackets(caption, out);
        return strchr(" (,[", caption.ptr[out->start - 1]) != NULL || out->start == 0;
    }
    return false;
}

// --- the name ------------------------------------------------------------------------------------

// Nothing but marks, brackets and words that join two times.
static bool is_filling(bs_str text)
{
    for (text = bs_str_trim(text); text.len > 0;) {
        if (is_of(text, joints)) return true;
        bool mark = bs_list_starts(text, marks) || bs_list_starts(text, opening) ||
                    bs_list_starts(text, closing);
        if (!mark) return false;
        text = bs_str_trim(bs_str_slice(text, bs_utf8_decode(text, 0).len, text.len));
    }
    return true;
}

static bs_str without_marks(bs_str text, bool front, bool back)
{
    text = bs_str_trim(text);
    while (front && bs_list_starts(text, marks))
        text = bs_str_trim(bs_str_slice(text, bs_utf8_decode(text, 0).len, text.len));
    while (back && bs_list_ends(text, marks))
        text = bs_str_trim(
            bs_str_slice(text, 0, text.len - bs_utf8_decode_before(text, text.len).len));
    return text;
}

// English says where in a sentence a time stands by the word in front of it; what has none is a
// time at the ends and behind a comma alone.
static bool may_go(bs_str caption, const cuts *before, const cut *own, bs_lang lang, bool opened)
{
    size_t from = before->count > 0 ? before->items[before->count - 1].end : 0;
    bs_str front = bs_str_trim(bs_str_slice(caption, from, own->start));
    bool apart = is_filling(front) || bs_list_ends(front, ",") ||
                 is_filling(bs_str_slice(caption, own->end, caption.len));
    return lang != BS_LANG_EN || opened || apart;
}

static bs_status find_cuts(cuts *out, bs_arena *arena, bs_str caption, bs_lang lang)
{
    bs_item_array items = {0};
    BS_TRY(bs_scan(&items, arena, caption, lang, NULL));
    for (size_t i = 0; i < items.count && out->count + 1 < CUTS_MAX; i++) {
        const bs_item *item = &items.items[i];
        if (!is_time(caption, item)) continue;
        cut own = {before_openers(caption, item), behind_suffixes(caption, item->end)};
        bool opened = take_brackets(caption, &own) || own.start < item->start;
        if (may_go(caption, out, &own, lang, opened)) out->items[out->count++] = own;
    }
    cut issue;
    size_t from = out->count > 0 ? out->items[out->count - 1].end : 0;
    if (find_issue(caption, &issue) && issue.start >= from) out->items[out->count++] = issue;
    return BS_OK;
}

static void add_piece(bs_buffer *out, bs_str piece, bool first, bool last)
{
    if (is_filling(piece)) return;
    bs_str words = without_marks(piece, !first && out->len == 0, !last);
    bool gap = out->len > 0 && piece.len > 0 && !bs_list_starts(words, marks);
    bool latin = gap && (unsigned char)words.ptr[0] < 0x80;
    bool blank = gap && (piece.ptr[0] == ' ' || latin);
    if (blank) bs_buffer_add_char(out, ' ');
    bs_buffer_add(out, words);
}

bs_str bs__group_name(bs_arena *arena, bs_str caption, bs_lang lang)
{
    cuts found = {0};
    lang = bs_lang_detect(caption, lang);
    if (find_cuts(&found, arena, caption, lang) != BS_OK) return (bs_str){0};
    if (found.count == 0) return caption;
    bs_buffer name = BS_BUFFER_INIT;
    size_t at = 0;
    for (size_t i = 0; i < found.count; i++) {
        add_piece(&name, bs_str_slice(caption, at, found.items[i].start), i == 0, false);
        at = found.items[i].end;
    }
    add_piece(&name, bs_str_slice(caption, at, caption.len), false, true);
    bs_str out = bs_arena_str(arena, bs_str_trim(bs_buffer_str(&name)));
    bs_buffer_deinit(&name);
    return bs_utf8_count(out) >= NAME_CHARS_MIN ? out : (bs_str){0};
}
