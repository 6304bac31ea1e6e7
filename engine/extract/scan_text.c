// SPDX-License-Identifier: GPL-3.0-or-later
// What stands beside a number: characters, particles, words of small tables.
#include "engine/base/tag.h"
#include "engine/base/utf8.h"
#include "engine/extract/scan_internal.h"
#include "engine/extract/words.h"

static bool is_ascii_word(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

static bool is_ascii_letter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool bs__letter_before(bs_str text, size_t at)
{
    return at > 0 && at <= text.len && is_ascii_word(text.ptr[at - 1]);
}

bool bs__letter_at(bs_str text, size_t at)
{
    return at < text.len && is_ascii_word(text.ptr[at]);
}

bool bs__hangul_at(bs_str text, size_t at)
{
    return bs_rune_is_hangul(bs_utf8_decode(text, at).code);
}

bool bs__hangul_before(bs_str text, size_t at)
{
    return bs_rune_is_hangul(bs_utf8_decode_before(text, at).code);
}

bool bs__han_at(bs_str text, size_t at)
{
    return bs_rune_is_han(bs_utf8_decode(text, at).code);
}

bool bs__han_before(bs_str text, size_t at)
{
    return bs_rune_is_han(bs_utf8_decode_before(text, at).code);
}

bool bs__kana_at(bs_str text, size_t at)
{
    return bs_rune_is_kana(bs_utf8_decode(text, at).code);
}

bool bs__kana_before(bs_str text, size_t at)
{
    return bs_rune_is_kana(bs_utf8_decode_before(text, at).code);
}

// Particles and endings that follow a noun without a blank.
static const bs_str particles[] = {
    BS_STR_INIT("은"),   BS_STR_INIT("는"),   BS_STR_INIT("이"),   BS_STR_INIT("가"),
    BS_STR_INIT("을"),   BS_STR_INIT("를"),   BS_STR_INIT("의"),   BS_STR_INIT("에"),
    BS_STR_INIT("로"),   BS_STR_INIT("으로"), BS_STR_INIT("와"),   BS_STR_INIT("과"),
    BS_STR_INIT("도"),   BS_STR_INIT("만"),   BS_STR_INIT("까지"), BS_STR_INIT("부터"),
    BS_STR_INIT("씩"),   BS_STR_INIT("당"),   BS_STR_INIT("간"),   BS_STR_INIT("짜리"),
    BS_STR_INIT("대"),   BS_STR_INIT("입"),   BS_STR_INIT("였"),   BS_STR_INIT("인"),
    BS_STR_INIT("뿐"),   BS_STR_INIT("보다"), BS_STR_INIT("처럼"), BS_STR_INIT("마다"),
    BS_STR_INIT("임"),   BS_STR_INIT("여"),   BS_STR_INIT("쯤"),   BS_STR_INIT("가량"),
    BS_STR_INIT("정도"), BS_STR_INIT("이상"), BS_STR_INIT("이하"), BS_STR_INIT("미만"),
    BS_STR_INIT("초과"), BS_STR_INIT("이내"), BS_STR_INIT("안팎"), BS_STR_INIT("내외"),
    BS_STR_INIT("라"),   BS_STR_INIT("들"),   BS_STR_INIT("나"),   BS_STR_INIT("든"),
    BS_STR_INIT("어치"), BS_STR_INIT("밖에"),
};
BS_LEXICON(static, particles_at, particles, 0);

// "is" directly behind a vowel, and what goes on with it: 37억 달러다. The word must end there.
static const bs_str copulas[] = {BS_STR_INIT("다"), BS_STR_INIT("며"),   BS_STR_INIT("고"),
                                 BS_STR_INIT("죠"), BS_STR_INIT("지만"), BS_STR_INIT("면서")};

bool bs__korean_word_ends(bs_str text, size_t at)
{
    if (!bs__hangul_at(text, at)) return true;
    const bs_lexicon_entry *entry = bs_lexicon_find(&particles_at, bs_lexicon_key_at(text, at));
    // 삼만 원정: a formal sum closes with 정, "exactly"; 원정대 and 원정도 go on.
    size_t behind = at + strlen("정");
    if (bs__starts_at(text, at, BS_STR("정")) && bs__ends_at(text, at, BS_STR("원")) &&
        !bs__hangul_at(text, behind)) {
        return true;
    }
    for (size_t i = 0; entry != NULL && i < entry->count; i++) {
        if (bs__starts_at(text, at, particles[particles_at.order[entry->first + i]])) return true;
    }
    for (size_t i = 0; i < BS_COUNT(copulas); i++) {
        if (bs__starts_at(text, at, copulas[i])) return !bs__hangul_at(text, at + copulas[i].len);
    }
    return false;
}

bool bs__one_of_odds(bs_str text, size_t at)
{
    static const char behind[] = "로|을|의|에|이|였|은|과|까지|수준|정도|이상|가량";
    size_t len, next;
    if (bs_digit_at(text, at, &len) != 1 || bs_digit_at(text, at + len, &next) >= 0) return false;
    bs_str rest = bs_str_slice(text, at + len, text.len);
    if (bs_list_starts(rest, ".|,") && bs_digit_at(rest, 1, &next) >= 0) return false;
    bool word = rest.len > 0 && bs_rune_is_hangul(bs_utf8_decode(rest, 0).code);
    return !word || bs_list_starts(rest, behind);
}

static const bs__phrase *phrase_of(const bs_lexicon *lexicon, size_t place)
{
    return (const bs__phrase *)lexicon->rows + lexicon->order[place];
}

static bool matches(const bs__phrase *phrase, const bs__scan *scan, size_t at)
{
    if (!bs_lang_in(scan->lang, phrase->langs)) return false;
    bs_str here = bs_str_slice(scan->text, at, at + phrase->text.len);
    if (!bs_str_equal_nocase(here, phrase->text)) return false;
    size_t end = at + phrase->text.len;
    bool word = is_ascii_letter(phrase->text.ptr[0]);
    if (word && at > 0 && is_ascii_letter(scan->text.ptr[at - 1])) return false;
    return !is_ascii_word(phrase->text.ptr[phrase->text.len - 1]) ||
           !bs__letter_at(scan->text, end);
}

const bs__phrase *bs__phrase_of(const bs_lexicon *lexicon, const bs_lexicon_entry *entry,
                                const bs__scan *scan, size_t at)
{
    for (size_t i = 0; i < entry->count; i++) {
        const bs__phrase *row = phrase_of(lexicon, entry->first + i);
        if (matches(row, scan, at)) return row;
    }
    return NULL;
}

const bs__phrase *bs__phrase_ending(const bs_lexicon *lexicon, const bs_lexicon_entry *entry,
                                    const bs__scan *scan, size_t at)
{
    for (size_t i = 0; i < entry->count; i++) {
        const bs__phrase *row = phrase_of(lexicon, entry->first + i);
        if (row->text.len <= at && matches(row, scan, at - row->text.len)) return row;
    }
    return NULL;
}

bool bs__numeral_at(bs_numeral *out, const bs__scan *scan, size_t at)
{
    bs__numeral_memo *memo = scan->memo;
    if (memo == NULL) return bs_numeral_read(out, scan->text, at, scan->lang);
    bool same =
        memo->at == at && memo->text.ptr == scan->text.ptr && memo->text.len == scan->text.len;
    if (!same) {
        memo->text = scan->text;
        memo->at = at;
        memo->read = bs_numeral_read(&memo->number, scan->text, at, scan->lang);
    }
    *out = memo->number;
    return memo->read;
}

size_t bs__gap_before(bs_str text, size_t at)
{
    while (at > 0) {
        if (at >= 2 && bs__ends_at(text, at, BS_STR("**"))) {
            at -= 2;
            continue;
        }
        size_t tag = bs_tag_before(text, at);
        if (tag < at) {
            at = tag;
            continue;
        }
        bs_rune rune = bs_utf8_decode_before(text, at);
        if (rune.code == '\n' || !bs_rune_is_space(rune.code)) break;
        at -= rune.len;
    }
    return at;
}
