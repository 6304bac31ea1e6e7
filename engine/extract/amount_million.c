// SPDX-License-Identifier: GPL-3.0-or-later
// English "m" behind a number: millions where things are counted or weighed, else metres.
#include "engine/extract/amount_internal.h"
#include "engine/extract/phrase_table.h"
#include "engine/extract/words.h"

// Is what stands behind "2.8m" measured in millions of it: things, or a unit of some letters that
// is no time and no length, "tonnes", "barrels", "b/d"?
static bool takes_millions(const bs__unit_here *thing, size_t at)
{
    enum { FORM_BYTES_MIN = 3 }; // "2.5m in", "3m a"
    static const bs_dimension no[] = {BS_DIM_DURATION, BS_DIM_LENGTH, BS_DIM_PERCENT, BS_DIM_POINT};
    if (thing->dimension == BS_DIM_COUNT_OF) return true;
    for (size_t i = 0; i < BS_COUNT(no); i++) {
        if (thing->dimension == no[i]) return false;
    }
    return thing->end >= at + FORM_BYTES_MIN;
}

// "1.3m units", "2.8m tonnes": metres do not count things, and weigh nothing.
static bool counted_millions(bs__amount *a, const bs__scan *scan, const bs__unit_here *unit)
{
    bs__unit_here thing;
    if (scan->lang != BS_LANG_EN || !bs_str_equal(unit->code, BS_STR("m"))) return false;
    if (unit->end != a->number.end + 1) return false;
    static const bs__phrase adjectives[] = {
        P("new", EN, 0),     P("more", EN, 0),       P("fewer", EN, 0),   P("extra", EN, 0),
        P("other", EN, 0),   P("additional", EN, 0), P("further", EN, 0), P("young", EN, 0),
        P("foreign", EN, 0), P("unemployed", EN, 0), P("poor", EN, 0),    P("older", EN, 0),
    };
    size_t at = bs_gap_skip(scan->text, unit->end);
    const bs__phrase *adjective = BS_PHRASE_AT(adjectives, scan, at);
    if (adjective != NULL) at = bs_gap_skip(scan->text, at + adjective->text.len);
    if (at == unit->end || !bs__unit_behind(&thing, scan, at) || !takes_millions(&thing, at))
        return false;
    if (!bs__amount_shift(&a->number, 6)) return false;
    a->number.flags |= BS_NUMERAL_LARGE | BS_NUMERAL_LETTER;
    a->number.end = a->number.plain_end = unit->end;
    a->unit = thing;
    a->has_unit = true;
    a->end = thing.end;
    return true;
}

// Does `word` stand in a text, or with a capital at the beginning of a line or sentence?
static bool has_word(bs_str text, bs_str word)
{
    if (bs_str_find(text, word, 0) != SIZE_MAX) return true;
    bs_str rest = bs_str_slice(word, 1, word.len);
    size_t at = bs_str_find(text, rest, 1);
    for (; at != SIZE_MAX; at = bs_str_find(text, rest, at + 1)) {
        bool begins = at == 1 || text.ptr[at - 2] == ' ' || text.ptr[at - 2] == '\n';
        if (begins && (text.ptr[at - 1] | 0x20) == word.ptr[0]) return true;
    }
    return false;
}

static bool has_any(bs_str text, const char *words)
{
    bs_str rest = bs_str_from(words), word;
    while (bs_str_next(&rest, '|', &word)) {
        if (has_word(text, word)) return true;
    }
    return false;
}

// "rose from 2.1 million to 2.8m": where numbers around are printed in millions, and nothing tells
// of a length.
static bool listed_millions(bs__amount *a, const bs__scan *scan, const bs__unit_here *unit)
{
    enum { NEAR_BYTES = 400 };
    static const char lengths[] = " metre|-metre| meter|-meter|height|m high|m tall|m wide|m "
                                  "long|m deep|m thick|depth|length|sea level|"
                                  "diameter| km|altitude|elevation|tower|rainfall|snow|water level";
    bool letter = scan->lang == BS_LANG_EN && unit->end == a->number.end + 1 &&
                  bs_str_equal(unit->code, BS_STR("m")) &&
                  (a->number.flags & (BS_NUMERAL_LARGE | BS_NUMERAL_PARTS)) == 0;
    if (!letter) return false;
    size_t at = a->number.end;
    bs_str near = bs_str_slice(scan->text, at > NEAR_BYTES ? at - NEAR_BYTES : 0, at + NEAR_BYTES);
    static const char counts[] = "million|m people|m homes|m households|m new |m cars|m units|"
                                 "m vehicles|m jobs|m visitors|m workers|m passengers|m customers|"
                                 "m users|m hectolitres|m litres|m bottles|m tonnes|m barrels|m "
                                 "children|m adults|m students";
    static const char things[] =
        ",000|passengers|passenger traffic| pax "
        "|people|households|visitors|tourists|workers|employees|customers|users|"
        "subscribers|voters|pupils|students|patients|homes|cars|vehicles|cows|cattle|population|"
        "journeys|trips|registrations|births|deaths|residents|migrants|refugees|children";
    // "the number of offences was 4.2m", "188.3m (£161.4m)"
    bs_str front = bs_str_slice(scan->text, at > NEAR_BYTES ? at - NEAR_BYTES : 0, a->number.start);
    bs_str sentence = bs_str_behind_last(front, ". |; |\n");
    bs_str behind = bs_str_slice(scan->text, unit->end, scan->text.len);
    bool counted =
        has_any(sentence, "number of") || bs_list_starts(behind, " (£| ($| (€| (US$| (A$");
    bool fraction = (a->number.flags & BS_NUMERAL_POINT) != 0 && has_any(near, things);
    if ((!has_any(near, counts) && !fraction && !counted) || has_any(near, lengths)) return false;
    if (!bs__amount_shift(&a->number, 6)) return false;
    a->number.flags |= BS_NUMERAL_LARGE | BS_NUMERAL_LETTER;
    a->end = a->number.end = a->number.plain_end = unit->end;
    return true;
}

bool bs__amount_millions(bs__amount *a, const bs__scan *scan, const bs__unit_here *unit)
{
    return counted_millions(a, scan, unit) || listed_millions(a, scan, unit);
}
