// SPDX-License-Identifier: GPL-3.0-or-later
// The guess at a legacy encoding: which pair of encoding and language makes the bytes likeliest.
//
// Every encoding decodes a sample, every language it may be in scores the characters by a unigram
// model of a few classes (common letters, other letters of its standard, rare ones, symbols, kana),
// and the likeliest pair wins. Two bytes that are a common syllable in one encoding are a rare
// ideograph in another, which decides from the second or third character on: early enough for a
// header of one word. uchardet, which needs a paragraph, has one vote and the encodings that are
// not in the table.
#include <iconv.h>
#include <math.h>

#include "engine/base/charset.h"
#include "engine/base/encoding_internal.h"
#include "engine/base/utf8.h"

enum {
    SAMPLE_SIZE = 16 * 1024,
    LETTER_BITS = 0x10000,
    PARAGRAPH_SIZE = 40, // characters beyond ASCII from which on uchardet is worth hearing alone
};

// What a character is, to a language.
typedef enum sign_class {
    CLASS_ASCII,
    CLASS_HANGUL_COMMON,
    CLASS_HANGUL,
    CLASS_HANGUL_RARE,
    CLASS_HAN_COMMON,
    CLASS_HAN_SHARED, // common in another of the three Han lists
    CLASS_HAN,
    CLASS_HAN_RARE,
    CLASS_HIRAGANA,
    CLASS_KATAKANA,
    CLASS_KANA_HALF,
    CLASS_SYMBOL,
    CLASS_LATIN_COMMON,
    CLASS_LATIN,
    CLASS_OTHER,
    CLASS_COUNT
} sign_class;

// About how many characters share the probability of the class.
static const double class_size[CLASS_COUNT] = {
    [CLASS_ASCII] = 60,         [CLASS_HANGUL_COMMON] = 480, [CLASS_HANGUL] = 1870,
    [CLASS_HANGUL_RARE] = 8800, [CLASS_HAN_COMMON] = 550,    [CLASS_HAN_SHARED] = 700,
    [CLASS_HAN] = 3500,         [CLASS_HAN_RARE] = 15000,    [CLASS_HIRAGANA] = 83,
    [CLASS_KATAKANA] = 87,      [CLASS_KANA_HALF] = 63,      [CLASS_SYMBOL] = 300,
    [CLASS_LATIN_COMMON] = 76,  [CLASS_LATIN] = 50,          [CLASS_OTHER] = 20000,
};

typedef struct language_model {
    bs_letters han;           // its list of Han characters
    double mass[CLASS_COUNT]; // probability of each class among the characters beyond ASCII
    double first;             // probability that such a character follows an ASCII one
    double more;              // and that it follows another such character
} language_model;

enum { KOREAN, HANS, HANT, JAPANESE, LATIN, LANGUAGE_COUNT };

// The masses in the order of sign_class: ASCII; common, other and rare Hangul; common, shared,
// other and rare Han; hiragana, katakana, half-width katakana; symbols; common and other Latin; the
// rest.
static const language_model languages[LANGUAGE_COUNT] = {
    [KOREAN] = {BS_LETTERS_HANT,
                {0, .85, .08, 1e-3, .015, .001, .004, 5e-4, 5e-4, 5e-4, 1e-6, .05, 1e-4, 1e-4,
                 1e-3},
                .15,
                .75},
    [HANS] = {BS_LETTERS_HANS,
              {0, 1e-5, 1e-6, 1e-7, .78, .005, .16, .004, 5e-4, 5e-4, 1e-6, .05, 1e-4, 1e-4, 1e-3},
              .15,
              .75},
    [HANT] = {BS_LETTERS_HANT,
              {0, 1e-5, 1e-6, 1e-7, .78, .005, .16, .004, 5e-4, 5e-4, 1e-6, .05, 1e-4, 1e-4, 1e-3},
              .15,
              .75},
    [JAPANESE] = {BS_LETTERS_KANJI,
                  {0, 1e-5, 1e-6, 1e-7, .40, .02, .07, 1e-3, .28, .16, .01, .05, 1e-4, 1e-4, 1e-3},
                  .15,
                  .75},
    [LATIN] = {BS_LETTERS_LATIN, {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, .95, .04, .005}, .04, .03},
};

// Lead and trail bytes of the two-byte characters that are in no list of common ones.
typedef struct byte_block {
    unsigned char lead_first;
    unsigned char lead_last;
    unsigned char trail_first;
} byte_block;

typedef struct encoding_row {
    const char *name;  // by IANA
    const char *codec; // what iconv decodes it with: the superset that files are really in
    const char *alias; // what uchardet calls it, if that is something else
    byte_block usual;  // the block of common letters; a letter outside it is rare
    unsigned natives;  // languages that it was made for, one bit each
    unsigned others;   // languages that it can hold
} encoding_row;

static const encoding_row encodings[] = {
    {"EUC-KR",
     "CP949",
     "UHC",
     {0xB0, 0xFD, 0xA1},
     1u << KOREAN,
     1u << HANT | 1u << HANS | 1u << JAPANESE},
    {"GB18030",
     "GB18030",
     "GB2312",
     {0xB0, 0xD7, 0xA1},
     1u << HANS,
     1u << HANT | 1u << JAPANESE | 1u << KOREAN},
    {"Big5", "BIG5-HKSCS", "BIG5", {0xA4, 0xC6, 0x40}, 1u << HANT, 1u << JAPANESE | 1u << HANS},
    {"Shift_JIS",
     "CP932",
     "SHIFT_JIS",
     {0x88, 0x98, 0x40},
     1u << JAPANESE,
     1u << HANT | 1u << HANS},
    {"EUC-JP", "EUC-JP-MS", NULL, {0xB0, 0xCF, 0xA1}, 1u << JAPANESE, 1u << HANT | 1u << HANS},
    {"windows-1252", "CP1252", "ISO-8859-1", {0}, 1u << LATIN, 0},
};

// In natural logarithms.
static const double foreign_cost = 5.0;  // a language in an encoding that was made for another
static const double invalid_cost = 12.0; // a byte that the encoding does not have
static const double vote_gain = 2.0;     // uchardet says so
static const double odd_limit = -10.5;   // mean of a character, below which it is no such text

typedef struct letter_set {
    uint8_t bits[LETTER_BITS / 8];
} letter_set;

static bool letter_in(const letter_set *set, uint32_t code)
{
    return code < LETTER_BITS && (set->bits[code / 8] >> code % 8 & 1) != 0;
}

static void letter_sets_fill(letter_set sets[BS_LETTERS_COUNT])
{
    memset(sets, 0, sizeof(letter_set) * BS_LETTERS_COUNT);
    for (int list = 0; list < BS_LETTERS_COUNT; list++) {
        bs_str text = bs_encoding__letters((bs_letters)list);
        for (size_t at = 0; at < text.len;) {
            bs_rune rune = bs_utf8_decode(text, at);
            sets[list].bits[rune.code / 8] |= (uint8_t)(1u << rune.code % 8);
            at += rune.len;
        }
    }
}

// Whole lines that hold a byte beyond ASCII: a line feed is never part of a character in any of the
// encodings, so that the cuts are safe. Returns how many bytes were taken.
static size_t sample_take(char *out, bs_str bytes)
{
    size_t len = 0;
    size_t line = 0;
    while (line < bytes.len && len < SAMPLE_SIZE) {
        const char *feed = memchr(bytes.ptr + line, '\n', bytes.len - line);
        size_t end = feed ? (size_t)(feed - bytes.ptr) + 1 : bytes.len;
        size_t at = line;
        while (at < end && (unsigned char)bytes.ptr[at] < 0x80)
            at++;
        if (at < end) {
            size_t take = end - line < SAMPLE_SIZE - len ? end - line : SAMPLE_SIZE - len;
            memcpy(out + len, bytes.ptr + line, take);
            len += take;
        }
        line = end;
    }
    return len;
}

// One character of the sample in one encoding.
typedef struct sign {
    uint32_t code;
    bool rare; // outside the block of common letters
} sign;

typedef struct sign_list {
    sign items[SAMPLE_SIZE];
    size_t count;
    size_t invalid; // bytes that were skipped
    size_t beyond;  // characters that are not ASCII
} sign_list;

static bool block_holds(byte_block usual, const unsigned char *bytes, size_t len)
{
    return len == 2 && bytes[0] >= usual.lead_first && bytes[0] <= usual.lead_last &&
           bytes[1] >= usual.trail_first;
}

// Decodes one character after the other, to know the bytes of each.
static bool signs_decode(sign_list *out, const encoding_row *encoding, char *sample, size_t len)
{
    iconv_t codec = iconv_open("UTF-32LE", encoding->codec);
    if (codec == (iconv_t)-1) return false;
    out->count = out->invalid = out->beyond = 0;
    char *in = sample;
    size_t left = len;
    while (left > 0 && out->count < SAMPLE_SIZE) {
        unsigned char bytes[4];
        char *to = (char *)bytes;
        size_t room = sizeof bytes;
        const char *start = in;
        (void)iconv(codec, &in, &left, &to, &room);
        if (room > 0) { // no character: an invalid byte, or a character that the sample cuts
            if (left <= 3 && len == SAMPLE_SIZE) break;
            out->invalid++;
            in++;
            left--;
            iconv(codec, NULL, NULL, NULL, NULL);
            continue;
        }
        uint32_t code = bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 |
                        (uint32_t)bytes[3] << 24;
        bool usual =
            block_holds(encoding->usual, (const unsigned char *)start, (size_t)(in - start));
        out->items[out->count++] = (sign){code, !usual};
        out->beyond += code >= 0x80;
    }
    iconv_close(codec);
    return true;
}

static bool is_symbol(uint32_t code)
{
    return (code >= 0x3000 && code <= 0x301F) || (code >= 0xFF01 && code <= 0xFF5E) ||
           (code >= 0x2010 && code <= 0x203B) || (code >= 0x2100 && code <= 0x2193) ||
           (code >= 0x2460 && code <= 0x2473) || (code >= 0x25A0 && code <= 0x25CF) ||
           (code >= 0x3380 && code <= 0x33DD) || code == 0x30FB || code == 0x30FC || code == 0xB7 ||
           code == 0xD7 || code == 0xB1 || code == 0xB0 || code == 0x2605 || code == 0x2606 ||
           (code >= 0xFFE0 && code <= 0xFFE6);
}

static sign_class han_class(sign one, const language_model *language, const letter_set *sets)
{
    if (letter_in(&sets[language->han], one.code)) return CLASS_HAN_COMMON;
    if (letter_in(&sets[BS_LETTERS_HANS], one.code) ||
        letter_in(&sets[BS_LETTERS_HANT], one.code) || letter_in(&sets[BS_LETTERS_KANJI], one.code))
        return CLASS_HAN_SHARED;
    return one.rare ? CLASS_HAN_RARE : CLASS_HAN;
}

static sign_class classify(sign one, const language_model *language, const letter_set *sets)
{
    uint32_t code = one.code;
    if (code < 0x80) return CLASS_ASCII;
    if (language == &languages[LATIN]) {
        if (letter_in(&sets[BS_LETTERS_LATIN], code)) return CLASS_LATIN_COMMON;
        return code >= 0xA0 ? CLASS_LATIN : CLASS_OTHER;
    }
    if (code >= 0xAC00 && code <= 0xD7A3) {
        if (letter_in(&sets[BS_LETTERS_HANGUL], code)) return CLASS_HANGUL_COMMON;
        return one.rare ? CLASS_HANGUL_RARE : CLASS_HANGUL;
    }
    if (is_symbol(code)) return CLASS_SYMBOL;
    if (bs_rune_is_han(code)) return han_class(one, language, sets);
    if (code >= 0xFF61 && code <= 0xFF9F) return CLASS_KANA_HALF;
    if (code >= 0x3041 && code <= 0x3093) return CLASS_HIRAGANA;
    if (bs_rune_is_kana(code)) return CLASS_KATAKANA;
    return bs_rune_is_latin(code) ? CLASS_LATIN : CLASS_OTHER;
}

// Half-width katakana come in runs: one is rare, the next is nearly sure.
static double class_log(const language_model *language, sign_class now, sign_class before)
{
    if (now == CLASS_KANA_HALF && before == CLASS_KANA_HALF && language == &languages[JAPANESE])
        return log(.85 / class_size[CLASS_KANA_HALF]);
    double mass = language->mass[now] > 0 ? language->mass[now] : 1e-9;
    return log(mass / class_size[now]);
}

static double language_score(const sign_list *signs, const language_model *language,
                             const letter_set *sets)
{
    double score = -invalid_cost * (double)signs->invalid;
    sign_class before = CLASS_ASCII;
    for (size_t i = 0; i < signs->count; i++) {
        sign_class now = classify(signs->items[i], language, sets);
        double beyond = before == CLASS_ASCII ? language->first : language->more;
        if (now == CLASS_ASCII)
            score += log((1 - beyond) / class_size[CLASS_ASCII]);
        else
            score += log(beyond) + class_log(language, now, before);
        before = now;
    }
    return score;
}

static bool encoding_named(const encoding_row *encoding, const char *name)
{
    bs_str text = bs_str_from(name);
    return bs_str_equal_nocase(text, bs_str_from(encoding->name)) ||
           bs_str_equal_nocase(text, bs_str_from(encoding->codec)) ||
           (encoding->alias && bs_str_equal_nocase(text, bs_str_from(encoding->alias)));
}

// Other encodings that uchardet knows, for text that none of the table's languages explains.
static const char *const further[] = {
    "windows-1250", "windows-1251", "windows-1253", "windows-1254", "windows-1255",
    "windows-1256", "windows-1257", "windows-1258", "ISO-8859-2",   "ISO-8859-5",
    "ISO-8859-7",   "ISO-8859-9",   "KOI8-R",       "IBM866",       "TIS-620",
};

static const char *further_find(const char *name)
{
    for (size_t i = 0; i < sizeof further / sizeof further[0]; i++) {
        if (bs_str_equal_nocase(bs_str_from(name), bs_str_from(further[i]))) return further[i];
    }
    return NULL;
}

typedef struct guess {
    const encoding_row *encoding;
    double score;
    double mean;   // of a character beyond ASCII
    size_t beyond; // number of those characters
    bool extended; // holds a syllable that only the superset has
} guess;

static double best_language(const sign_list *signs, const encoding_row *encoding,
                            const letter_set *sets)
{
    double best = -INFINITY;
    for (unsigned i = 0; i < LANGUAGE_COUNT; i++) {
        unsigned bit = 1u << i;
        if (((encoding->natives | encoding->others) & bit) == 0) continue;
        double score = language_score(signs, &languages[i], sets);
        if ((encoding->natives & bit) == 0) score -= foreign_cost;
        if (score > best) best = score;
    }
    return best;
}

static bool signs_extended(const sign_list *signs)
{
    for (size_t i = 0; i < signs->count; i++) {
        if (signs->items[i].rare && bs_rune_is_hangul(signs->items[i].code)) return true;
    }
    return false;
}

static guess best_encoding(char *sample, size_t len, const char *vote)
{
    letter_set sets[BS_LETTERS_COUNT];
    letter_sets_fill(sets);
    guess best = {.encoding = NULL, .score = -INFINITY};
    for (size_t i = 0; i < sizeof encodings / sizeof encodings[0]; i++) {
        sign_list signs;
        if (!signs_decode(&signs, &encodings[i], sample, len)) continue;
        double score = best_language(&signs, &encodings[i], sets);
        double beyond = (double)(signs.beyond + signs.invalid);
        double mean = score / (beyond > 0 ? beyond : 1);
        if (encoding_named(&encodings[i], vote)) score += vote_gain;
        if (score <= best.score) continue;
        best = (guess){&encodings[i], score, mean, signs.beyond, signs_extended(&signs)};
    }
    return best;
}

static const char *name_of(const guess *best, bs_str sample, const char *vote)
{
    if (best->encoding == NULL) return NULL;
    if (best->mean < odd_limit && best->beyond >= PARAGRAPH_SIZE && further_find(vote) != NULL)
        return further_find(vote);
    if (best->extended && best->encoding == &encodings[0]) return "CP949";
    // FE and FF are þ and ÿ, which the languages read here do not write: broken text, not Latin-1.
    bool latin = best->encoding->natives == 1u << LATIN;
    if (latin && (memchr(sample.ptr, 0xFE, sample.len) || memchr(sample.ptr, 0xFF, sample.len)))
        return NULL;
    return best->encoding->name;
}

bs_status bs_encoding__guess(const char **out, bs_str bytes, bs_error *err)
{
    char sample[SAMPLE_SIZE];
    size_t len = sample_take(sample, bytes);
    char vote[BS_CHARSET_SIZE];
    BS_TRY(bs_charset_ask(vote, (bs_str){sample, len}, err));
    guess best = best_encoding(sample, len, vote);
    *out = name_of(&best, (bs_str){sample, len}, vote);
    return BS_OK;
}
