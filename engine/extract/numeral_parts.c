// SPDX-License-Identifier: GPL-3.0-or-later
// Fractions, and whole numbers with one.
#include "engine/base/utf8.h"
#include "engine/core/unit.h"
#include "engine/extract/numeral_internal.h"
#include "engine/extract/words.h"

static bool begins(bs_str text, size_t at, bs_str word)
{
    return bs_str_equal_nocase(bs_str_slice(text, at, at + word.len), word);
}

// What stands in front of an English scale or unit in place of digits.
static const struct {
    bs_str text;
    bs_decimal value;
    bool units; // also before a unit: "half a percentage point"
} articles[] = {
    {BS_STR_INIT("half a "), {5, 1}, true},
    {BS_STR_INIT("half an "), {5, 1}, true},
    {BS_STR_INIT("½ a "), {5, 1}, true},
    {BS_STR_INIT("¼ of a "), {25, 2}, true},
    {BS_STR_INIT("a quarter of a "), {25, 2}, true},
    {BS_STR_INIT("a tenth of a "), {1, 1}, true},
    {BS_STR_INIT("one-tenth of a "), {1, 1}, true},
    {BS_STR_INIT("two-tenths of a "), {2, 1}, true},
    {BS_STR_INIT("two tenths of a "), {2, 1}, true},
    {BS_STR_INIT("three-tenths of a "), {3, 1}, true},
    {BS_STR_INIT("four-tenths of a "), {4, 1}, true},
    {BS_STR_INIT("three-quarters of a "), {75, 2}, true},
    {BS_STR_INIT("a "), {1, 0}, false},
};

static bool unit_follows(bs_str text, size_t at)
{
    size_t taken;
    bs_str rest = bs_str_slice(text, at, text.len);
    // "slipped a tenth of a point to 4.3 percent"
    if (bs_list_starts(rest, "point to |point from |point,|point."))
        return true;
    const bs_unit_form *form = bs_unit_match_side(rest, BS_LANG_EN, BS_UNIT_BEHIND, &taken);
    if (form == NULL || (at + taken < text.len && bs__ascii_word(text.ptr[at + taken])))
        return false;
    bs_dimension dimension = bs_unit_dimension(bs_str_from(form->code));
    return dimension != BS_DIM_COUNT_OF && dimension != BS_DIM_DURATION && taken > 1;
}

static void fill_words(bs_numeral *out, bs_decimal value, bs_decimal face, size_t at, size_t end)
{
    *out = (bs_numeral){.value = value,
                        .face = face,
                        .flags = BS_NUMERAL_WORDS,
                        .tokens = 2,
                        .start = at,
                        .body = at,
                        .plain_end = end,
                        .end = end};
}

bool bs__numeral_article(bs_numeral *out, bs_str text, size_t at, bs_lang lang)
{
    if (lang != BS_LANG_EN || at + 2 >= text.len) return false;
    size_t which = 0;
    while (which < BS_COUNT(articles) && !begins(text, at, articles[which].text))
        which++;
    if (which == BS_COUNT(articles)) return false;
    bs_decimal value = articles[which].value;
    size_t from = at + articles[which].text.len;
    bs__parser p = bs__parser_at(text, from, lang);
    bs__token scale;
    bool word =
        bs__token_read(&scale, &p) && (scale.flags & BS_WORD_LATIN) &&
        (scale.kind == BS_WORD_DOZEN || scale.kind == BS_WORD_LARGE || scale.kind == BS_WORD_SMALL);
    if (!word) {
        if (!articles[which].units || !unit_follows(text, from)) return false;
        fill_words(out, value, value, at, from - 1);
        return true;
    }
    if (scale.kind == BS_WORD_DOZEN) {
        if (bs_decimal_mul(&value, value, bs_decimal_from_int(scale.value), NULL) != BS_OK)
            return false;
        fill_words(out, bs_decimal_normal(value), value, at, scale.end);
        return true;
    }
    bs_decimal scaled;
    if (bs_decimal_shift(&scaled, value, scale.value, NULL) != BS_OK) return false;
    fill_words(out, scaled, value, at, scale.end);
    out->power = scale.value;
    out->flags |= scale.kind == BS_WORD_LARGE ? BS_NUMERAL_LARGE : BS_NUMERAL_SMALL;
    return true;
}

// 半个百分点, 半成; 半成品 are goods.
bool bs__numeral_half(bs_numeral *out, bs_str text, size_t at, bs_lang lang)
{
    static const bs_str units[] = {BS_STR_INIT("个百分点"), BS_STR_INIT("個百分點"),
                                   BS_STR_INIT("成")};
    static const bs_decimal half = {5, 1};
    const bs_str word = BS_STR("半");
    size_t end = at + word.len;
    bs_str rest = bs_str_slice(text, end, text.len);
    if (lang != BS_LANG_ZH || !bs_str_equal(bs_str_slice(text, at, end), word)) return false;
    size_t i = 0;
    while (i < BS_COUNT(units) && !bs_str_starts(rest, units[i]))
        i++;
    if (i == BS_COUNT(units)) return false;
    bs_rune next = bs_utf8_decode(rest, units[i].len);
    bool goes_on = i + 1 == BS_COUNT(units) && bs_rune_is_han(next.code) && next.code != U'以' &&
                   next.code != U'的' && next.code != U'左';
    if (goes_on) return false;
    fill_words(out, half, half, at, end);
    out->tokens = 1;
    return true;
}

// numerator / denominator, to BS_FRACTION_DIGITS digits where the quotient has no end.
static bool quotient(bs_decimal *out, bs_decimal numerator, bs_decimal denominator)
{
    numerator = bs_decimal_normal(numerator);
    denominator = bs_decimal_normal(denominator);
    int64_t divisor = denominator.coefficient;
    if (divisor <= 0) return false;
    int64_t digits = numerator.coefficient / divisor;
    int64_t rest = numerator.coefficient % divisor;
    int32_t scale = 0;
    while (rest != 0 && digits < INT64_C(100000000000000) && scale < BS_FRACTION_DIGITS) {
        if (rest > INT64_MAX / 10) return false;
        rest *= 10;
        digits = digits * 10 + rest / divisor;
        rest %= divisor;
        scale++;
    }
    if (rest >= divisor - rest) digits++;
    *out = (bs_decimal){digits, scale};
    return bs_decimal_shift(out, *out, denominator.scale - numerator.scale, NULL) == BS_OK;
}

static bool word_is(bs_str text, size_t at, bs_lang lang, bs__word_kind kind, size_t *end)
{
    size_t taken;
    size_t from = bs_gap_skip(text, at);
    const bs__word *word = bs__word_at(text, from, lang, &taken);
    if (word == NULL || word->kind != kind) return false;
    *end = from + taken;
    return true;
}

// 三分之一, 3분의 1, 三分の一; 百分之五十 is a percentage, and 千分之6.62 so many permille.
static bool read_parts(bs_numeral *number, bs_str text, bs_lang lang)
{
    size_t behind;
    bs_numeral numerator;
    if (!word_is(text, number->end, lang, BS_WORD_PARTS, &behind)) return false;
    size_t from = bs_gap_skip(text, behind);
    size_t minus;
    bool negative = word_is(text, from, lang, BS_WORD_MINUS, &minus); // 百分之负三
    if (!bs__numeral_plain(&numerator, text, negative ? minus : from, lang)) return false;
    if (negative) numerator.value = bs_decimal_negate(numerator.value);
    bool percent = bs_decimal_equal(number->value, bs_decimal_from_int(100));
    bool mille = lang == BS_LANG_ZH && (numerator.flags & BS_NUMERAL_DIGITS) &&
                 bs_decimal_equal(number->value, bs_decimal_from_int(1000));
    bs_decimal value = numerator.value;
    if (!percent && !mille && !quotient(&value, numerator.value, number->value)) return false;
    number->value = number->face = value;
    number->power = 0;
    number->end = number->plain_end = numerator.end;
    number->tokens += numerator.tokens;
    number->flags |= numerator.flags | (percent ? BS_NUMERAL_PERCENT
                                        : mille ? BS_NUMERAL_PERMILLE
                                                : BS_NUMERAL_PARTS);
    number->flags &= ~(unsigned)(BS_NUMERAL_BARE | BS_NUMERAL_FORMAL);
    return true;
}

// 1/2 and 3 / 4: a small proper fraction; 9/27 may be a date and 24/7 is none.
static bool read_slash(bs_numeral *number, bs_str text, bs_lang lang)
{
    enum { DENOMINATOR_MAX = 10 };
    if (number->tokens != 1 || number->flags != BS_NUMERAL_DIGITS) return false;
    size_t at = bs_gap_skip(text, number->end);
    bool spaced = at > number->end;
    if (at >= text.len || text.ptr[at] != '/') return false;
    size_t from = spaced ? bs_gap_skip(text, at + 1) : at + 1;
    bs__digits below;
    if (!bs__digits_read(&below, text, from, lang) || below.flags != 0) return false;
    size_t end = below.end;
    if (end < text.len && (text.ptr[end] == '/' || text.ptr[end] == '-')) return false;
    if (number->start > 0 && text.ptr[number->start - 1] == '/') return false;
    bool proper = bs_decimal_compare(number->value, below.value) < 0 &&
                  below.value.coefficient <= DENOMINATOR_MAX && number->value.coefficient > 0;
    if (!proper || !quotient(&number->value, number->value, below.value)) return false;
    number->face = number->value;
    number->end = number->plain_end = end;
    number->flags |= BS_NUMERAL_PARTS;
    return true;
}

// "the first three quarters of 2023" are quarters of a year.
static bool is_time_before(bs_str before)
{
    static const bs_str words[] = {BS_STR_INIT("first"), BS_STR_INIT("last"), BS_STR_INIT("past"),
                                   BS_STR_INIT("next"), BS_STR_INIT("previous")};
    before = bs_str_trim(before);
    for (size_t i = 0; i < BS_COUNT(words); i++) {
        size_t from = before.len - words[i].len;
        if (before.len < words[i].len) continue;
        if (bs_str_equal_nocase(bs_str_slice(before, from, before.len), words[i])) return true;
    }
    return false;
}

// The denominator that an English word names, with or without a plural s; NULL for other words.
typedef struct part_name {
    bs_str word;
    int denominator; // of a power of ten: 100, 1000
    bool of;         // only before "of": a quarter is also a time
} part_name;

static const part_name part_names[] = {
    {BS_STR_INIT("half"), 2, true},
    {BS_STR_INIT("halves"), 2, true},
    {BS_STR_INIT("third"), 3, false},
    {BS_STR_INIT("quarter"), 4, true},
    {BS_STR_INIT("fourth"), 4, true},
    {BS_STR_INIT("fifth"), 5, false},
    {BS_STR_INIT("sixth"), 6, false},
    {BS_STR_INIT("seventh"), 7, false},
    {BS_STR_INIT("eighth"), 8, false},
    {BS_STR_INIT("ninth"), 9, false},
    {BS_STR_INIT("tenth"), 10, false},
    {BS_STR_INIT("twelfth"), 12, false},
    {BS_STR_INIT("sixteenth"), 16, false},
    {BS_STR_INIT("twentieth"), 20, false},
    {BS_STR_INIT("hundredth"), 100, false},
    {BS_STR_INIT("thousandth"), 1000, false},
    {BS_STR_INIT("millionth"), 1000000, false},
};

static const part_name *part_name_at(bs_str text, size_t at, bool plural, size_t *end)
{
    for (size_t i = 0; i < BS_COUNT(part_names); i++) {
        bs_str here = bs_str_slice(text, at, at + part_names[i].word.len);
        if (!bs_str_equal_nocase(here, part_names[i].word)) continue;
        *end = at + here.len;
        if (plural && *end < text.len && text.ptr[*end] == 's') *end += 1;
        if (*end >= text.len || !bs__ascii_word(text.ptr[*end])) return &part_names[i];
    }
    return NULL;
}

static bool make_part(bs_numeral *number, const part_name *name, size_t end)
{
    bs_decimal below = bs_decimal_from_int(name->denominator);
    if (!quotient(&number->value, number->value, below)) return false;
    number->face = number->value;
    number->end = number->plain_end = end;
    number->flags |= BS_NUMERAL_PARTS;
    return true;
}

// "one third", "two-thirds", "three quarters of".
static bool read_english_parts(bs_numeral *number, bs_str text, bs_lang lang)
{
    if (lang != BS_LANG_EN || number->tokens != 1 || number->end >= text.len) return false;
    if (number->flags != BS_NUMERAL_WORDS) return false;
    size_t at = text.ptr[number->end] == '-' ? number->end + 1 : bs_gap_skip(text, number->end);
    if (at == number->end) return false;
    bool one = bs_decimal_equal(number->value, bs_decimal_from_int(1));
    size_t end;
    const part_name *name = part_name_at(text, at, !one, &end);
    if (name == NULL) return false;
    bool joined = text.ptr[number->end] == '-' && !one; // "three-quarters (76%)"
    if (name->of && !joined && !begins(text, bs_gap_skip(text, end), BS_STR("of "))) return false;
    if (name->of && is_time_before(bs_str_slice(text, 0, number->start))) return false;
    // Nobody says two quarters for a half.
    bool two = bs_decimal_equal(number->value, bs_decimal_from_int(2));
    return !(two && name->denominator == 4) && make_part(number, name, end);
}

// "a third of exports", "a tenth of a percentage point". A quarter of the year is a time.
bool bs__numeral_a_part(bs_numeral *out, bs_str text, size_t at, bs_lang lang)
{
    static const bs_str times[] = {BS_STR_INIT("the year"),    BS_STR_INIT("the period"),
                                   BS_STR_INIT("the century"), BS_STR_INIT("the decade"),
                                   BS_STR_INIT("the month"),   BS_STR_INIT("a century"),
                                   BS_STR_INIT("growth"),      BS_STR_INIT("contraction")};
    if (lang != BS_LANG_EN || !begins(text, at, BS_STR("a "))) return false;
    size_t end;
    const part_name *name = part_name_at(text, at + 2, false, &end);
    if (name == NULL || name->denominator == 2) return false;
    size_t of = bs_gap_skip(text, end);
    if (!begins(text, of, BS_STR("of "))) return false;
    of += strlen("of ");
    if (of < text.len && text.ptr[of] >= '0' && text.ptr[of] <= '9') return false;
    for (size_t i = 0; i < BS_COUNT(times); i++) {
        if (begins(text, of, times[i])) return false;
    }
    *out = (bs_numeral){
        .value = {1, 0}, .flags = BS_NUMERAL_WORDS, .tokens = 2, .start = at, .body = at};
    return make_part(out, name, end);
}

// 三百五十又三分之一.
static void read_mixed(bs_numeral *number, bs_str text, bs_lang lang)
{
    size_t behind;
    bs_numeral part;
    if (!word_is(text, number->end, lang, BS_WORD_WITH, &behind)) return;
    if (!bs__numeral_plain(&part, text, bs_gap_skip(text, behind), lang)) return;
    if (!read_parts(&part, text, lang) && !read_slash(&part, text, lang)) return;
    if ((part.flags & BS_NUMERAL_PARTS) == 0 || part.value.coefficient < 0) return;
    if (bs_decimal_compare(part.value, bs_decimal_from_int(1)) >= 0) return;
    bs_decimal sum;
    if (bs_decimal_add(&sum, number->value, part.value, NULL) != BS_OK) return;
    number->value = number->face = sum;
    number->end = number->plain_end = part.end;
    number->tokens += part.tokens;
}

static const struct {
    bs_str text;
    bs_decimal value;
} glyphs[] = {
    {BS_STR_INIT("½"), {5, 1}},
    {BS_STR_INIT("¼"), {25, 2}},
    {BS_STR_INIT("¾"), {75, 2}},
    {BS_STR_INIT("⅓"), {333333333333333, 15}},
    {BS_STR_INIT("⅔"), {666666666666667, 15}},
    {BS_STR_INIT("⅕"), {2, 1}},
    {BS_STR_INIT("⅖"), {4, 1}},
    {BS_STR_INIT("⅗"), {6, 1}},
    {BS_STR_INIT("⅘"), {8, 1}},
    {BS_STR_INIT("⅙"), {166666666666667, 15}},
    {BS_STR_INIT("⅚"), {833333333333333, 15}},
    {BS_STR_INIT("⅛"), {125, 3}},
    {BS_STR_INIT("⅜"), {375, 3}},
    {BS_STR_INIT("⅝"), {625, 3}},
    {BS_STR_INIT("⅞"), {875, 3}},
};

// The length of a fraction that is one character; 0 when there is none.
static size_t glyph_at(bs_str text, size_t at, bs_decimal *value)
{
    if (at >= text.len ||
        ((unsigned char)text.ptr[at] != 0xC2 && (unsigned char)text.ptr[at] != 0xE2)) {
        return 0;
    }
    bs_str rest = bs_str_slice(text, at, text.len);
    for (size_t i = 0; i < BS_COUNT(glyphs); i++) {
        if (!bs_str_starts(rest, glyphs[i].text)) continue;
        *value = glyphs[i].value;
        return glyphs[i].text.len;
    }
    return 0;
}

bool bs__numeral_glyph(bs_numeral *out, bs_str text, size_t at)
{
    bs_decimal value;
    size_t len = glyph_at(text, at, &value);
    if (len == 0) return false;
    *out = (bs_numeral){.value = value,
                        .face = value,
                        .flags = BS_NUMERAL_DIGITS | BS_NUMERAL_PARTS,
                        .tokens = 1,
                        .start = at,
                        .body = at,
                        .plain_end = at + len,
                        .end = at + len};
    return true;
}

// " and a half", " and three quarters" behind an English number: the byte behind; 0 for others.
static size_t and_part(bs_decimal *value, bs_str text, size_t at)
{
    char mark = at < text.len ? text.ptr[at] : '\0';
    if (mark != ' ' && mark != '-') return 0;
    if (!begins(text, at + 1, BS_STR("and")) || at + 4 >= text.len) return 0;
    size_t from = at + 5;
    bs_numeral count = {.value = {1, 0}};
    bool article = begins(text, from, BS_STR("a ")) || begins(text, from, BS_STR("a-"));
    if (!article && !bs__numeral_plain(&count, text, from, BS_LANG_EN)) return 0;
    if (!article && (count.tokens != 1 || count.flags != BS_NUMERAL_WORDS)) return 0;
    size_t next = article ? from + 1 : count.end;
    if (next >= text.len || (text.ptr[next] != ' ' && text.ptr[next] != '-')) return 0;
    size_t end;
    const part_name *name = part_name_at(text, next + 1, !article, &end);
    if (name == NULL) return 0;
    bs_decimal below = bs_decimal_from_int(name->denominator);
    return quotient(value, count.value, below) ? end : 0;
}

// " 1/2" behind a whole number, one blank between; in English "4-1/4" too.
static size_t blank_slash(bs_decimal *value, bs_str text, size_t at, bs_lang lang)
{
    bs_numeral part;
    bool joined =
        at < text.len && (text.ptr[at] == ' ' || (lang == BS_LANG_EN && text.ptr[at] == '-'));
    if (!joined) return 0;
    if (!bs__numeral_plain(&part, text, at + 1, lang) || !read_slash(&part, text, lang)) return 0;
    *value = part.value;
    return part.end;
}

// 5½, 2 1/2, "two and a half", each also before a scale: "one and a half million".
static bool read_with_part(bs_numeral *number, bs_str text, bs_lang lang)
{
    unsigned no = BS_NUMERAL_LARGE | BS_NUMERAL_POINT | BS_NUMERAL_ZERO_PADDED | BS_NUMERAL_VAGUE;
    if (number->flags & no) return false;
    bs_decimal part = {0, 0};
    size_t end = number->end;
    size_t len = number->flags & BS_NUMERAL_DIGITS ? glyph_at(text, end, &part) : 0;
    if (len > 0) {
        end += len;
    } else if (number->flags & BS_NUMERAL_DIGITS && number->digit_count <= 3) {
        end = blank_slash(&part, text, end, lang);
    } else {
        end = 0;
    }
    if (end == 0 && lang == BS_LANG_EN) end = and_part(&part, text, number->end);
    if (end == 0 || bs_decimal_add(&part, number->value, part, NULL) != BS_OK) return false;
    number->value = number->face = part;
    number->end = number->plain_end = end;
    number->tokens++;
    bs__parser p = bs__parser_at(text, end, lang);
    p.tokens = 1;
    bs__token scale;
    bool scaled = bs__token_read(&scale, &p) && scale.kind == BS_WORD_LARGE &&
                  (scale.flags & BS_WORD_LETTER) == 0 &&
                  bs_decimal_shift(&part, part, scale.value, NULL) == BS_OK;
    if (!scaled) return true;
    number->value = part;
    number->power = scale.value;
    number->end = number->plain_end = scale.end;
    number->flags |= BS_NUMERAL_LARGE;
    return true;
}

void bs__numeral_parts(bs_numeral *number, bs_str text, bs_lang lang)
{
    if (!read_parts(number, text, lang) && !read_slash(number, text, lang) &&
        !read_english_parts(number, text, lang) && !read_with_part(number, text, lang)) {
        read_mixed(number, text, lang);
    }
}
