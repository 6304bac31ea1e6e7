// SPDX-License-Identifier: GPL-3.0-or-later
// lang.h: the four languages of the documents, and sets of them.
#ifndef BS_CORE_LANG_H
#define BS_CORE_LANG_H

#include "engine/base/error.h"

typedef enum bs_lang {
    BS_LANG_UNKNOWN,
    BS_LANG_KO,
    BS_LANG_ZH,
    BS_LANG_JA,
    BS_LANG_EN,
    BS_LANG_COUNT
} bs_lang;

// A set of languages, one bit each, for table rows.
typedef uint8_t bs_lang_set;
#define BS_IN(lang) ((bs_lang_set)(1u << (lang)))
#define BS_IN_ANY ((bs_lang_set)0xFF)
#define BS_IN_CJK (BS_IN(BS_LANG_KO) | BS_IN(BS_LANG_ZH) | BS_IN(BS_LANG_JA))
static inline bool bs_lang_in(bs_lang lang, bs_lang_set set)
{
    return lang == BS_LANG_UNKNOWN ? set == BS_IN_ANY : (set & BS_IN(lang)) != 0;
}

// "ko", "zh", "ja", "en", and "und" for BS_LANG_UNKNOWN. Static, do not free.
const char *bs_lang_code(bs_lang lang);
// Reads one of those codes. BS_E_ARGUMENT with the list of codes otherwise.
BS_CHECKED bs_status bs_lang_parse(bs_lang *out, bs_str code, bs_error *err);

// The language of a piece of text by script and words: Hangul makes it Korean, kana Japanese, Han
// without kana Chinese, Latin letters English. `fallback` is the answer for text that has no
// letters, and decides for a short piece in Han only (a Chinese title inside a Japanese document).
bs_lang bs_lang_detect(bs_str text, bs_lang fallback);

// The same in two steps, for text that is looked at with several fallbacks. The counts are of the
// beginning alone where the rest cannot make it another language.
enum { BS_LATIN_PER_WIDE = 4 }; // letters that a syllable or an ideograph weighs as much as
typedef struct bs_letters {
    size_t hangul;
    size_t han;
    size_t kana;
    size_t latin;
    size_t simplified; // forms of han that only simplified Chinese has
    size_t japanese;   // and those that only Japanese has
} bs_letters;
bs_letters bs_lang_letters(bs_str text);
bs_lang bs_lang_of(const bs_letters *count, bs_lang fallback);

#endif
