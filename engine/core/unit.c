// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/unit.h"

#include <assert.h>
#include <threads.h>

#include "engine/core/prefix.h"
#include "engine/core/unit_internal.h"

static const char *const dimension_names[] = {
    [BS_DIM_NONE] = "number",
    [BS_DIM_MONEY] = "money",
    [BS_DIM_PERCENT] = "percent",
    [BS_DIM_POINT] = "percentage points",
    [BS_DIM_COUNT_OF] = "count",
    [BS_DIM_DURATION] = "duration",
    [BS_DIM_DATA] = "data",
    [BS_DIM_DATA_RATE] = "data rate",
    [BS_DIM_COMPUTE] = "computing power",
    [BS_DIM_POWER] = "power",
    [BS_DIM_ENERGY] = "energy",
    [BS_DIM_MASS] = "mass",
    [BS_DIM_LENGTH] = "length",
    [BS_DIM_AREA] = "area",
    [BS_DIM_VOLUME] = "volume",
    [BS_DIM_TEMPERATURE] = "temperature",
    [BS_DIM_SPEED] = "speed",
    [BS_DIM_FREQUENCY] = "frequency",
    [BS_DIM_OTHER] = "other",
};
_Static_assert(BS_COUNT(dimension_names) == BS_DIMENSION_COUNT, "every dimension needs a name");

// Codes that are made of a counter are not rows of the table.
static const struct {
    bs_str start;
    bs_dimension dimension;
} families[] = {
    {BS_STR_INIT("count:"), BS_DIM_COUNT_OF},
    {BS_STR_INIT("dur:"), BS_DIM_DURATION},
    {BS_STR_INIT("ordinal"), BS_DIM_NONE},
};

const char *bs_dimension_name(bs_dimension dimension)
{
    return (unsigned)dimension < BS_DIMENSION_COUNT ? dimension_names[dimension] : "unknown";
}

const bs_unit *bs_unit_table(size_t *count)
{
    *count = bs_unit__unit_count;
    return bs_unit__units;
}

const bs_unit_form *bs_unit_forms(size_t *count)
{
    *count = bs_unit__form_count;
    return bs_unit__forms;
}

// Numbers of units + 1 by the hash of their code; 0 is an empty place.
enum { PLACE_COUNT = 1024 };
static uint16_t places[PLACE_COUNT];
static once_flag placed = ONCE_FLAG_INIT;

static size_t hash(bs_str code)
{
    uint32_t sum = 2166136261u; // FNV-1a
    for (size_t i = 0; i < code.len; i++)
        sum = (sum ^ (unsigned char)code.ptr[i]) * 16777619u;
    return (sum ^ sum >> 16) % PLACE_COUNT;
}

static bool is_code(const char *known, bs_str code)
{
    size_t at = 0;
    while (at < code.len && known[at] == code.ptr[at] && known[at] != '\0')
        at++;
    return at == code.len && known[at] == '\0';
}

// The place of a code, or the empty one where it would be.
static size_t place_of(bs_str code)
{
    size_t place = hash(code);
    while (places[place] != 0) {
        if (is_code(bs_unit__units[places[place] - 1].code, code)) break;
        place = (place + 1) % PLACE_COUNT;
    }
    return place;
}

// The first unit of a code keeps it.
static void place_units(void)
{
    assert(bs_unit__unit_count < PLACE_COUNT / 2);
    for (size_t i = 0; i < bs_unit__unit_count; i++) {
        size_t place = place_of(bs_str_from(bs_unit__units[i].code));
        if (places[place] == 0) places[place] = (uint16_t)(i + 1);
    }
}

const bs_unit *bs_unit_find(bs_str code)
{
    if (code.len == 0) return NULL;
    call_once(&placed, place_units);
    size_t number = places[place_of(code)];
    return number > 0 ? &bs_unit__units[number - 1] : NULL;
}

bs_dimension bs_unit_dimension(bs_str code)
{
    if (code.len == 0) return BS_DIM_OTHER;
    const bs_unit *unit = bs_unit_find(code);
    if (unit != NULL) return unit->dimension;
    for (size_t i = 0; i < BS_COUNT(families); i++) {
        if (bs_str_starts(code, families[i].start)) return families[i].dimension;
    }
    // Money for each of something is money: "CNY/t".
    size_t stroke = bs_str_find(code, BS_STR("/"), 0);
    unit = stroke == SIZE_MAX ? NULL : bs_unit_find(bs_str_slice(code, 0, stroke));
    return unit != NULL && unit->dimension == BS_DIM_MONEY ? BS_DIM_MONEY : BS_DIM_OTHER;
}

bool bs_unit_is_age(bs_str code)
{
    static const char *const years[] = {"세", "岁", "歲", "歳"};
    const bs_str front = BS_STR("count:");
    bs_str counter = bs_str_slice(code, front.len, code.len);
    for (size_t i = 0; i < BS_COUNT(years); i++) {
        if (bs_str_starts(code, front) && bs_str_equal(counter, bs_str_from(years[i]))) return true;
    }
    return false;
}

static bool stands(const bs_unit_form *form, bs_unit_side side)
{
    if ((form->flags & BS_FORM_MINOR) && side != BS_UNIT_COIN) return false;
    if (form->flags & BS_FORM_EITHER) return true;
    return ((form->flags & BS_FORM_BEFORE) != 0) == (side == BS_UNIT_BEFORE);
}

// What one walk down the table looks for.
typedef struct lookup {
    bs_lang lang;
    bs_unit_side side;
    bool any_side;
    bool exact; // forms in exact case, or the others
} lookup;

static const bs_unit_form *match_walk(bs_str text, unsigned flags, lookup wanted, size_t *taken)
{
    bool before = wanted.any_side || wanted.side == BS_UNIT_BEFORE;
    bool behind = wanted.any_side || wanted.side != BS_UNIT_BEFORE;
    uint32_t tags = (before ? bs_unit__tag(wanted.lang, wanted.exact, true) : 0) |
                    (behind ? bs_unit__tag(wanted.lang, wanted.exact, false) : 0);
    bs_prefix walk = bs_prefix_begin_for(&bs_unit__lexicon, text, flags, tags);
    const bs_unit_form *best = NULL;
    size_t first;
    size_t count;
    while (bs_prefix_next(&walk, &first, &count)) {
        for (const bs_unit_form *form = &bs_unit__forms[first]; count > 0; form++, count--) {
            if (!bs_lang_in(wanted.lang, form->langs)) continue;
            if (!wanted.any_side && !stands(form, wanted.side)) continue;
            if (((form->flags & BS_FORM_EXACT_CASE) != 0) != wanted.exact) continue;
            best = form;
            *taken = walk.taken;
            if (wanted.side != BS_UNIT_COIN || (form->flags & BS_FORM_MINOR)) break;
        }
    }
    return best;
}

// Text in ASCII is walked twice, as it stands for forms in exact case and in lower case for the
// others; an exact form wins where both are equally long. Other text has one case.
static const bs_unit_form *match(bs_str text, lookup wanted, size_t *taken)
{
    char first = text.len > 0 ? text.ptr[0] : ' ';
    bool digit = first >= '0' && first <= '9';
    // No form begins with a digit, a point, a comma, a blank or a closing bracket.
    if (digit || first == ' ' || first == '.' || first == ',' || first == ')') return NULL;
    unsigned gaps = wanted.lang == BS_LANG_ZH || wanted.lang == BS_LANG_JA ? BS_PREFIX_GAPS : 0;
    size_t folded_taken = 0;
    size_t exact_taken = 0;
    wanted.exact = false;
    const bs_unit_form *folded = match_walk(text, BS_PREFIX_FOLD | gaps, wanted, &folded_taken);
    *taken = folded_taken;
    if ((unsigned char)text.ptr[0] >= 0xC3) return folded;
    wanted.exact = true;
    const bs_unit_form *exact = match_walk(text, gaps, wanted, &exact_taken);
    if (exact == NULL || (folded != NULL && exact_taken < folded_taken)) return folded;
    *taken = exact_taken;
    return exact;
}

const bs_unit_form *bs_unit_match_side(bs_str text, bs_lang lang, bs_unit_side side, size_t *taken)
{
    return match(text, (lookup){.lang = lang, .side = side}, taken);
}

const bs_unit_form *bs_unit_match(bs_str text, bs_lang lang)
{
    size_t taken;
    return match(text, (lookup){.lang = lang, .any_side = true}, &taken);
}

static bs_status not_convertible(bs_str from, bs_str to, bs_error *err)
{
    return bs_fail(err, BS_E_ARGUMENT, "'%.*s' does not convert to '%.*s'", BS_STR_ARG(from),
                   BS_STR_ARG(to));
}

// value / factor, which must come out even: the factor is divided away prime by prime through the
// reciprocal of its decimal, and refused where the quotient has no end.
static bool divide_exactly(bs_decimal *out, bs_decimal value, bs_decimal factor)
{
    factor = bs_decimal_normal(factor);
    int64_t divisor = factor.coefficient;
    bs_decimal quotient = value;
    int added = 0;
    while (divisor != 0 && quotient.coefficient % divisor != 0) {
        int64_t wider;
        if (added++ >= BS_DECIMAL_SCALE_MAX) return false;
        if (__builtin_mul_overflow(quotient.coefficient, (int64_t)10, &wider)) return false;
        quotient.coefficient = wider;
        quotient.scale++;
    }
    if (divisor == 0) return false;
    quotient.coefficient /= divisor;
    return bs_decimal_shift(out, quotient, factor.scale, NULL) == BS_OK;
}

bs_status bs_unit_convert(bs_decimal *out, bs_decimal value, bs_str from, bs_str to, bs_error *err)
{
    if (bs_str_equal(from, to)) {
        *out = value;
        return BS_OK;
    }
    const bs_unit *source = bs_unit_find(from);
    const bs_unit *target = bs_unit_find(to);
    if (source == NULL || target == NULL) return not_convertible(from, to, err);
    const char *source_base = source->base ? source->base : source->code;
    const char *target_base = target->base ? target->base : target->code;
    if (strcmp(source_base, target_base) != 0) return not_convertible(from, to, err);
    bs_decimal middle = value;
    if (source->base) BS_TRY(bs_decimal_mul(&middle, value, source->factor, err));
    if (target->base == NULL) {
        *out = middle;
        return BS_OK;
    }
    if (!divide_exactly(out, middle, target->factor)) {
        return bs_fail(err, BS_E_RANGE, "'%.*s' has no exact decimal in '%.*s'", BS_STR_ARG(from),
                       BS_STR_ARG(to));
    }
    return BS_OK;
}
