// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/extract/scan.h"

#include "engine/base/utf8.h"
#include "engine/extract/numeral_internal.h"
#include "engine/extract/scan_internal.h"
#include "engine/extract/words.h"

// What may begin at a byte. Everything else is passed over.
typedef enum first {
    FIRST_NONE,
    FIRST_LETTER, // a word of Latin letters
    FIRST_DIGIT,
    FIRST_SIGN,   // signs, quotes, brackets, money
    FIRST_MARKUP, // < and &
    FIRST_WIDE,   // a character outside ASCII
} first;

static first first_of(unsigned char byte)
{
    if (byte >= 0xC2) return FIRST_WIDE;
    if (byte == ' ' || byte == '\0' || byte >= 0x80) return FIRST_NONE;
    if (byte >= '0' && byte <= '9') return FIRST_DIGIT;
    if ((byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z')) return FIRST_LETTER;
    switch (byte) {
    case '<':
    case '&':
        return FIRST_MARKUP;
    case '-':
    case '$':
    case '\'':
    case '`':
    case '(':
    case '[':
    case '+':
    case '.':
    case '\\':
        return FIRST_SIGN;
    default:
        return FIRST_NONE;
    }
}

typedef bool (*recogniser)(bs__scan *, size_t, bs_item *, size_t *);
static const struct {
    recogniser read;
    unsigned kind;
} recognisers[] = {
    {bs__issue_read, BS_FIRST_TIME},    {bs__time_item, BS_FIRST_TIME},
    {bs__order_read, BS_FIRST_ORDER},   {bs__guard_read, BS_FIRST_GUARD},
    {bs__amount_read, BS_FIRST_AMOUNT},
};

enum { FIRST_KINDS_ALL = BS_FIRST_TIME | BS_FIRST_GUARD | BS_FIRST_ORDER | BS_FIRST_AMOUNT };

static bool is_hangul_lead(char c)
{
    return (unsigned char)c >= 0xEA && (unsigned char)c <= 0xED;
}

// The code of the character at `at`; quicker than the general decoder for the common three bytes.
static uint32_t code_at(bs_str text, size_t at)
{
    unsigned char lead = (unsigned char)text.ptr[at];
    if (lead < 0xE1 || lead > 0xEF || at + 2 >= text.len) return bs_utf8_decode(text, at).code;
    uint32_t second = (unsigned char)text.ptr[at + 1] & 0x3Fu;
    uint32_t third = (unsigned char)text.ptr[at + 2] & 0x3Fu;
    return (lead & 0x0Fu) << 12 | second << 6 | third;
}

// What begins with a syllable inside a Hangul word, where numbers begin no more: only the halves of
// a year are looked for, 올상반기, and ordinals.
static unsigned syllable_kinds(const char *syllable)
{
    if (memcmp(syllable, "상", 3) == 0 || memcmp(syllable, "하", 3) == 0) return BS_FIRST_TIME;
    return memcmp(syllable, "제", 3) == 0 ? BS_FIRST_ORDER : 0;
}

static bool is_inside_hangul(bs_str text, size_t at)
{
    return is_hangul_lead(text.ptr[at]) && at >= 3 && is_hangul_lead(text.ptr[at - 3]) &&
           text.len - at >= 3;
}

// "指数はマイナス0.24", "指数はプラス12": behind a particle the sign in words begins one too.
static bool is_sign_behind_particle(bs_str text, size_t at)
{
    enum { HIRAGANA_FIRST = 0x3041, HIRAGANA_LAST = 0x309F };
    uint32_t before = bs_utf8_decode_before(text, at).code;
    return before >= HIRAGANA_FIRST && before <= HIRAGANA_LAST &&
           bs_list_starts(bs_str_slice(text, at, text.len), "マイナス|プラス");
}

// Kana words begin numbers only where a word begins.
static unsigned wide_kinds(const bs__scan *scan, size_t at)
{
    bs_str text = scan->text;
    if (is_inside_hangul(text, at)) return syllable_kinds(text.ptr + at);
    uint32_t code = code_at(text, at);
    unsigned kinds = code <= UINT16_MAX ? scan->first[code] : 0;
    if (kinds == 0) return 0;
    bool inside = bs_rune_is_kana(code) && code != 0x30FC && bs__kana_before(text, at);
    if (inside && !is_sign_behind_particle(text, at)) return 0;
    return kinds;
}

// Quotes stand before years, brackets around references, and money and signs before amounts.
static unsigned sign_kinds(char sign)
{
    if (sign == '\'' || sign == '`') return BS_FIRST_TIME;
    if (sign == '(' || sign == '[') return BS_FIRST_GUARD;
    return sign == '+' ? BS_FIRST_GUARD | BS_FIRST_AMOUNT : BS_FIRST_AMOUNT;
}

// Small words with which English times in words begin: "first half", "six months ended". Names of
// months are written with a capital.
static const bs_str time_words[] = {
    BS_STR_INIT("eight"),  BS_STR_INIT("eleven"),  BS_STR_INIT("fifty"),  BS_STR_INIT("financial"),
    BS_STR_INIT("first"),  BS_STR_INIT("final"),   BS_STR_INIT("fiscal"), BS_STR_INIT("five"),
    BS_STR_INIT("four"),   BS_STR_INIT("fy"),      BS_STR_INIT("half"),   BS_STR_INIT("last"),
    BS_STR_INIT("nine"),   BS_STR_INIT("quarter"), BS_STR_INIT("second"), BS_STR_INIT("seven"),
    BS_STR_INIT("six"),    BS_STR_INIT("ten"),     BS_STR_INIT("third"),  BS_STR_INIT("thirteen"),
    BS_STR_INIT("thirty"), BS_STR_INIT("three"),   BS_STR_INIT("twelve"), BS_STR_INIT("twenty"),
    BS_STR_INIT("two"),    BS_STR_INIT("week"),    BS_STR_INIT("year"),
};
BS_LEXICON(static, time_words_at, time_words, 0);

// By three bytes: what is told is that none of the words stands at `at`.
static bool may_stand(bs_lexicon *lexicon, bs_str text, size_t at)
{
    const bs_lexicon_entry *entry = bs_lexicon_find(lexicon, bs_lexicon_key_at(text, at));
    return entry != NULL && bs_lexicon_tags(lexicon, entry, text, at + 1, true) != 0;
}

// May an English word of Latin letters in [at, end) be a number, or a or half before one? Capitals
// may be those of money, with its number in words behind it.
static bool may_be_number(bs_str text, size_t at, size_t end)
{
    enum { ARTICLE_LEN_MAX = 2 };
    if (text.ptr[at] < 'a' || end - at <= ARTICLE_LEN_MAX) return true;
    if (text.ptr[at] == 'h' && text.ptr[at + 1] == 'a') return true;
    return may_stand(&bs__numeral_lexicon, text, at);
}

// Small letters as a set of bits.
#define LETTER(letter) (UINT32_C(1) << ((letter) - 'a'))
static bool is_among(uint32_t letters, char letter)
{
    return (letters >> (letter - 'a') & 1) != 0;
}

// Letters with which telephone words and the like begin, English numbers, and months, quarters,
// halves, years, weeks and eleven months.
static const uint32_t guards = LETTER('h') | LETTER('w') | LETTER('f') | LETTER('d') | LETTER('t') |
                               LETTER('p') | LETTER('m') | LETTER('a');
static const uint32_t numbers = LETTER('z') | LETTER('o') | LETTER('t') | LETTER('f') |
                                LETTER('s') | LETTER('e') | LETTER('n') | LETTER('m') |
                                LETTER('h') | LETTER('a');
static const uint32_t months = LETTER('j') | LETTER('f') | LETTER('m') | LETTER('a') | LETTER('s') |
                               LETTER('o') | LETTER('n') | LETTER('d') | LETTER('q') | LETTER('h') |
                               LETTER('t') | LETTER('y') | LETTER('e') | LETTER('w');

// Marks inside addresses and names of files; a text with a NUL in it may be anything.
static bool joins_name(char c)
{
    return c == '.' || c == '@' || c == '-' || c == '_' || c == '+' || c == '/' || c == ':' ||
           c == '\0';
}

// What a word of Latin letters may begin. Anything else in Latin letters is of interest only when
// digits follow it.
static unsigned letter_kinds(const bs__scan *scan, size_t at)
{
    bs_str text = scan->text;
    if (bs__letter_before(text, at)) return 0;
    size_t end = at;
    bool digits = false;
    for (; end < text.len && bs_lexicon__letter((unsigned char)text.ptr[end]); end++)
        digits |= text.ptr[end] <= '9';
    char next = end < text.len ? text.ptr[end] : ' ';
    char letter = (char)(text.ptr[at] | 0x20);
    if (digits) return FIRST_KINDS_ALL;
    unsigned kinds = 0;
    size_t behind = bs_gap_skip(text, next == '.' ? end + 1 : end);
    unsigned char after = behind < text.len ? (unsigned char)text.ptr[behind] : ' ';
    bool number_next = (after >= '0' && after <= '9') || after == '$' || after == 0xC2 ||
                       after == 0xEF || after == '.' || after == '\'';
    if (number_next) kinds |= BS_FIRST_AMOUNT | BS_FIRST_TIME;
    if (joins_name(next) || is_among(guards, letter)) kinds |= BS_FIRST_GUARD;
    if (scan->lang != BS_LANG_EN) return kinds;
    if (is_among(numbers, letter) && may_be_number(text, at, end)) kinds |= BS_FIRST_AMOUNT;
    bool capital = text.ptr[at] <= 'Z';
    bool time = capital ? is_among(months, letter) : may_stand(&time_words_at, text, at);
    if (time) kinds |= BS_FIRST_TIME;
    return kinds;
}

static unsigned kinds_at(const bs__scan *scan, size_t at, first what)
{
    if (what == FIRST_WIDE) return wide_kinds(scan, at);
    if (what == FIRST_LETTER) return letter_kinds(scan, at);
    if (what == FIRST_SIGN) return sign_kinds(scan->text.ptr[at]);
    return FIRST_KINDS_ALL;
}

static bool recognise(bs__scan *scan, size_t at, unsigned kinds, bs_item *item, size_t *end)
{
    for (size_t i = 0; i < BS_COUNT(recognisers); i++) {
        if ((recognisers[i].kind & kinds) == 0) continue;
        *item = (bs_item){0};
        if (recognisers[i].read(scan, at, item, end) && *end > at) return true;
    }
    *item = (bs_item){0};
    return false;
}

// Past a word of Latin letters, or one character.
static size_t pass(bs_str text, size_t at, first what)
{
    if (what == FIRST_LETTER) {
        while (at < text.len && bs_lexicon__letter((unsigned char)text.ptr[at]))
            at++;
        return at;
    }
    if (what != FIRST_WIDE) return at + 1;
    size_t len = bs_lexicon__length((unsigned char)text.ptr[at]);
    return text.len - at > len ? at + len : text.len;
}

// Past one character; past all of them where they are numeral characters of Han that were no number
// together: their rest is none either (二三十, 十四五).
static size_t past_numeral_run(const bs__scan *scan, size_t at)
{
    size_t end = at;
    size_t taken;
    const bs__word *word;
    while (bs__han_at(scan->text, end) &&
           (word = bs__word_at(scan->text, end, scan->lang, &taken)) != NULL &&
           (word->flags & BS_WORD_HAN) && word->kind != BS_WORD_POINT) {
        end += taken;
    }
    return end > at ? end : pass(scan->text, at, FIRST_WIDE);
}

static size_t step(const bs__scan *scan, size_t at, first what)
{
    if (what == FIRST_WIDE) return past_numeral_run(scan, at);
    if (what != FIRST_DIGIT) return pass(scan->text, at, what);
    size_t len;
    while (bs_digit_at(scan->text, at, &len) >= 0)
        at += len;
    return at;
}

static size_t tag_or_entity(bs_str text, size_t at)
{
    size_t behind = bs_gap_skip(text, at);
    return behind > at ? behind : at + 1;
}

bs_status bs_scan(bs_item_array *out, bs_arena *arena, bs_str text, bs_lang lang, bs_error *err)
{
    bs__numeral_memo memo = {.text = {NULL, 0}};
    bs__scan scan = {
        .text = text, .lang = lang, .arena = arena, .memo = &memo, .first = bs__first_table()};
    for (size_t at = 0; at < text.len;) {
        // Nearly all of Korean text.
        if (is_inside_hangul(text, at) && syllable_kinds(text.ptr + at) == 0) {
            at += 3;
            continue;
        }
        first what = first_of((unsigned char)text.ptr[at]);
        if (what == FIRST_NONE) {
            at++;
            continue;
        }
        if (what == FIRST_MARKUP) {
            at = tag_or_entity(text, at);
            continue;
        }
        unsigned kinds = kinds_at(&scan, at, what);
        bs_item item;
        size_t end;
        if (kinds == 0) {
            at = pass(text, at, what);
            continue;
        }
        if (!recognise(&scan, at, kinds, &item, &end)) {
            at = step(&scan, at, what);
            continue;
        }
        if (item.rule != NULL) {
            bs_item *pushed = BS_PUSH(arena, out);
            if (pushed == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
            if (item.start < scan.taken) item.start = scan.taken;
            *pushed = item;
            scan.taken = item.end;
        }
        scan.after_name = item.rule != NULL && item.kind == BS_KIND_IDENTIFIER;
        at = end;
    }
    return BS_OK;
}
