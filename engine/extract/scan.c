// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/extract/scan.h"

#include "engine/base/utf8.h"
#include "engine/extract/numeral_internal.h"
#include "engine/extract/scan_internal.h"

// What may begin at a byte. Everything else is passed over.
typedef enum first {
    FIRST_NONE,
    FIRST_LETTER, // a word of Latin letters
    FIRST_DIGIT,
    FIRST_SIGN, // signs, quotes, brackets, money
    FIRST_WIDE, // a character outside ASCII
} first;

static first first_of(unsigned char byte)
{
    static const char signs[] = "-$'`([+.\\<&";
    if (byte >= 0xC2) return FIRST_WIDE;
    if (byte >= '0' && byte <= '9') return FIRST_DIGIT;
    if ((byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z')) return FIRST_LETTER;
    return byte != '\0' && byte < 0x80 && strchr(signs, byte) != NULL ? FIRST_SIGN : FIRST_NONE;
}

typedef bool (*recogniser)(bs__scan *, size_t, bs_item *, size_t *);
static const recogniser recognisers[] = {bs__time_item, bs__guard_read, bs__order_read,
                                         bs__amount_read};

static bool recognise(bs__scan *scan, size_t at, bs_item *item, size_t *end)
{
    for (size_t i = 0; i < BS_COUNT(recognisers); i++) {
        *item = (bs_item){0};
        if (recognisers[i](scan, at, item, end) && *end > at) return true;
    }
    *item = (bs_item){0};
    return false;
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
    return end > at ? end : at + bs_utf8_decode(scan->text, at).len;
}

// Past a word of Latin letters, or one character.
static size_t step(const bs__scan *scan, size_t at, first what)
{
    bs_str text = scan->text;
    if (what == FIRST_LETTER) {
        while (at < text.len && bs__letter_at(text, at))
            at++;
        return at;
    }
    if (what == FIRST_DIGIT) {
        size_t len;
        while (bs_digit_at(text, at, &len) >= 0)
            at += len;
        return at;
    }
    if (what == FIRST_WIDE) return past_numeral_run(scan, at);
    return at + 1;
}

static size_t tag_or_entity(bs_str text, size_t at)
{
    size_t behind = bs_gap_skip(text, at);
    return behind > at ? behind : at + 1;
}

bs_status bs_scan(bs_item_array *out, bs_arena *arena, bs_str text, bs_lang lang, bs_error *err)
{
    bs__scan scan = {.text = text, .lang = lang, .arena = arena};
    for (size_t at = 0; at < text.len;) {
        first what = first_of((unsigned char)text.ptr[at]);
        if (what == FIRST_NONE) {
            at++;
            continue;
        }
        char c = text.ptr[at];
        if (c == '<' || c == '&') {
            at = tag_or_entity(text, at);
            continue;
        }
        bs_item item;
        size_t end;
        if (!recognise(&scan, at, &item, &end)) {
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
