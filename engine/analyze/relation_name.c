// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analyze/relation_name.h"

#include <string.h>

#include "engine/analyze/relation_cue.h"
#include "engine/base/array.h"
#include "engine/base/utf8.h"

// A word without its marks, the 's of an owner and the s of a plural.
static bs_str stem_of(bs_str word)
{
    static const char *const owned[] = {"'s", "’s", "s", NULL};
    enum { STEM_MIN = 3 };
    while (word.len > 0 && strchr(",.;:()\"", word.ptr[0]) != NULL)
        word = bs_str_slice(word, 1, word.len);
    while (word.len > 0 && strchr(",.;:()\"", word.ptr[word.len - 1]) != NULL)
        word.len--;
    for (size_t i = 0; owned[i] != NULL; i++) {
        bs_str end = bs_str_from(owned[i]);
        if (word.len >= end.len + STEM_MIN && bs_str_ends(word, end)) {
            word.len -= end.len;
            break;
        }
    }
    return word;
}

static bool is_small(bs_str word)
{
    static const char *const words[] = {
        "a",       "an",   "the",   "of",   "in",   "on",    "for", "to",    "at",
        "by",      "from", "with",  "and",  "its",  "their", "our", "total", "all",
        "overall", "also", "which", "that", "both", "this",  NULL};
    for (size_t i = 0; words[i] != NULL; i++) {
        if (bs_str_equal_nocase(word, bs_str_from(words[i]))) return true;
    }
    return word.len == 0;
}

static bool denies(bs_str word)
{
    static const char *const words[] = {"non",     "not",   "no",      "excluding", "except",
                                        "without", "other", "outside", NULL};
    for (size_t i = 0; words[i] != NULL; i++) {
        if (bs_str_equal_nocase(word, bs_str_from(words[i]))) return true;
    }
    return false;
}

static bool has_stem(bs_str name, bs_str stem)
{
    for (bs_str word; bs_str_next(&name, ' ', &word);) {
        if (bs_str_equal_nocase(stem_of(word), stem)) return true;
    }
    return false;
}

// Words of `a` that `b` has not; *denied where one of them denies what follows.
static size_t own_words(bs_str a, bs_str b, bool *denied)
{
    size_t count = 0;
    for (bs_str word; bs_str_next(&a, ' ', &word);) {
        bs_str stem = stem_of(word);
        if (is_small(stem) || has_stem(b, stem)) continue;
        count++;
        *denied |= denies(stem);
    }
    return count;
}

static bool differs_in_words(bs_str a, bs_str b)
{
    bool denied = false;
    size_t left = own_words(a, b, &denied), right = own_words(b, a, &denied);
    return denied || (left > 0 && right > 0);
}

// What is left of two names without what they begin and end with alike.
static void cut_alike(bs_str *a, bs_str *b)
{
    for (bs_rune x, y; a->len > 0 && b->len > 0;) {
        x = bs_utf8_decode(*a, 0);
        y = bs_utf8_decode(*b, 0);
        if (x.code != y.code) break;
        *a = bs_str_slice(*a, x.len, a->len);
        *b = bs_str_slice(*b, y.len, b->len);
    }
    for (bs_rune x, y; a->len > 0 && b->len > 0;) {
        x = bs_utf8_decode_before(*a, a->len);
        y = bs_utf8_decode_before(*b, b->len);
        if (x.code != y.code) break;
        a->len -= x.len;
        b->len -= y.len;
    }
}

static bool are_opposites(bs_str a, bs_str b)
{
    static const char *const pairs[][2] = {
        {"男", "女"}, {"出", "进"}, {"出", "進"},     {"出", "入"}, {"前", "后"}, {"前", "後"},
        {"上", "下"}, {"内", "外"}, {"東", "西"},     {"东", "西"}, {"南", "北"}, {"长", "短"},
        {"長", "短"}, {"新", "旧"}, {"新", "舊"},     {"大", "小"}, {"城", "乡"}, {"城", "鄉"},
        {"重", "轻"}, {"重", "輕"}, {"収", "支"},     {"收", "支"}, {"入", "支"}, {"增", "减"},
        {"增", "減"}, {"増", "減"}, {"买", "卖"},     {"買", "賣"}, {"存", "贷"}, {"存", "貸"},
        {"출", "입"}, {"남", "여"}, {"수출", "수입"}, {"전", "후"}, {"장", "단"}, {"대", "소"},
        {"상", "하"}};
    for (size_t i = 0; i < BS_COUNT(pairs); i++) {
        bs_str one = bs_str_from(pairs[i][0]), other = bs_str_from(pairs[i][1]);
        if ((bs_str_equal(a, one) && bs_str_equal(b, other)) ||
            (bs_str_equal(a, other) && bs_str_equal(b, one)))
            return true;
    }
    return false;
}

static bool differs_in_letters(bs_str a, bs_str b)
{
    static const char *const denials[] = {"非",   "비",   "未",    "비 ", "除",
                                          "不含", "其他", "기타 ", NULL};
    cut_alike(&a, &b);
    if (a.len == 0) return bs_any_is(b, denials);
    if (b.len == 0) return bs_any_is(a, denials);
    return are_opposites(a, b);
}

bool bs_name_differs(bs_str a, bs_str b)
{
    a = bs_str_trim(a);
    b = bs_str_trim(b);
    if (a.len == 0 || b.len == 0) return false;
    bool latin =
        bs_rune_is_latin(bs_utf8_decode(a, 0).code) && bs_rune_is_latin(bs_utf8_decode(b, 0).code);
    return latin ? differs_in_words(a, b) : differs_in_letters(a, b);
}
