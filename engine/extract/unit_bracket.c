// SPDX-License-Identifier: GPL-3.0-or-later
// The unit in a bracket of a caption, header or row label.
#include "engine/base/utf8.h"
#include "engine/extract/unit_text_internal.h"
#include "engine/extract/words.h"

static const bs_str separators[] = {BS_STR_INIT(","), BS_STR_INIT("、"), BS_STR_INIT("，"),
                                    BS_STR_INIT("/"), BS_STR_INIT("·"),  BS_STR_INIT("・"),
                                    BS_STR_INIT(";"), BS_STR_INIT("；")};

static size_t separator_at(bs_str text, size_t at)
{
    static const bool first[UINT8_MAX + 1] = {
        [','] = true, ['/'] = true, [';'] = true, [0xC2] = true, [0xE3] = true, [0xEF] = true};
    if (at >= text.len || !first[(unsigned char)text.ptr[at]]) return 0;
    for (size_t i = 0; i < BS_COUNT(separators); i++) {
        if (bs__starts_at(text, at, separators[i])) return separators[i].len;
    }
    return 0;
}

static size_t piece_end(bs_str text, size_t at)
{
    while (at < text.len && separator_at(text, at) == 0)
        at += bs_utf8_decode(text, at).len;
    return at;
}

// 인구 천명당 건, 人口10万対, 每千人, "number": a piece of a list that has no unit, but is for so
// many people or counts.
static bool is_unitless(bs_str piece)
{
    static const char *const bases[] = {
        "백명당",     "천명당", "천 명당", "만명당",   "만 명당",    "0명당",      "0 명당",
        "千対",       "万対",   "0対",     "千人対",   "千人当たり", "千人あたり", "万人当たり",
        "万人あたり", "每千人", "每万人",  "每十万人", "每百万人"};
    piece = bs_str_trim(piece);
    if (bs_list_is(piece, "number|Number|numbers|count|no.|units")) return true;
    for (size_t i = 0; i < BS_COUNT(bases); i++) {
        bs_str base = bs_str_from(bases[i]);
        size_t at = bs_str_find(piece, base, 0);
        if (at == SIZE_MAX) continue;
        bs_str rest = bs_str_trim(bs_str_slice(piece, at + base.len, piece.len));
        return rest.len == 0 || bs_list_is(rest, "명|건|개|쌍|人|件|例|组");
    }
    return false;
}

bool bs__unit_inside_ends(const bs__scan *scan, size_t at, size_t end, bool stated)
{
    for (int units = 0; units < BS_UNIT_LIST_MAX; units++) {
        at = bs_gap_skip(scan->text, at);
        if (at >= end) return true;
        size_t len = separator_at(scan->text, at);
        bool closed = bs_list_starts(bs_str_slice(scan->text, at, scan->text.len),
                                     ")|]|）|。|.|임|이다|です");
        // "单位：元  币种：人民币"
        if (stated && bs__starts_at(scan->text, at, BS_STR("币种"))) return true;
        if (len == 0 || stated) return len > 0 || (stated && closed);
        bs__unit_found next;
        at = bs_gap_skip(scan->text, at + len);
        size_t piece = piece_end(scan->text, at);
        if (piece > end) piece = end;
        bool unitless = is_unitless(bs_str_slice(scan->text, at, piece));
        if (unitless) next.end = piece;
        if (!unitless && !bs__unit_found_at(&next, scan, at)) return false;
        at = next.end;
    }
    return false;
}

// "t/ha", "EUR per MWh": a unit by another one. Things that are counted in front of a stroke stand
// in a list, but for so many a day: "대/일".
static void take_ratio(bs__unit_found *unit, const bs__scan *inner, bs_arena *arena)
{
    bs_str text = inner->text;
    size_t at = bs_gap_skip(text, unit->end), behind = at;
    if (bs__starts_at(text, at, BS_STR("/")) || bs__starts_at(text, at, BS_STR("／")))
        behind = bs_gap_skip(text, at + bs_utf8_decode(text, at).len);
    else if (bs__starts_at(text, at, BS_STR("per ")))
        behind = bs_gap_skip(text, at + strlen("per "));
    bs__unit_found below;
    if (behind == at || arena == NULL || !unit->measured) return;
    bs_dimension above = bs_unit_dimension(unit->code);
    if (bs__unit_is_percent(unit) || !bs__unit_found_at(&below, inner, behind)) return;
    if (below.scaled || bs__unit_is_percent(&below)) return;
    // "억원 / 기준 : IFRS": a counter that begins a word is none.
    if (bs_unit_dimension(below.code) == BS_DIM_COUNT_OF && bs__hangul_at(text, below.end)) return;
    bool spread = bs_unit_dimension(below.code) == BS_DIM_AREA;
    if (above == BS_DIM_COUNT_OF && !spread && !bs_str_equal(below.code, BS_STR("dur:day"))) return;
    bool money = bs_unit_dimension(below.code) == BS_DIM_MONEY;
    if (money && above != BS_DIM_MONEY) return;
    bs_str code =
        bs_arena_format(arena, "%.*s/%.*s", BS_STR_ARG(unit->code), BS_STR_ARG(below.code));
    if (code.ptr == NULL) return;
    unit->code = code;
    unit->end = below.end;
}

// "원/kWh", "mg/L", "㎍/㎥", "km/L": of what the one is so many by the other, and no pair of units.
static bool measures_by(const bs__unit_found *unit, const bs__unit_found *below)
{
    static const char small[] = "ug|mg|g|kg|ng";
    bs_dimension by = bs_unit_dimension(below->code);
    if (unit->scaled || unit->power != 0 || below->scaled || below->power != 0) return false;
    switch (bs_unit_dimension(unit->code)) {
    case BS_DIM_MONEY:
        return by == BS_DIM_VOLUME || by == BS_DIM_ENERGY || by == BS_DIM_MASS ||
               by == BS_DIM_LENGTH || by == BS_DIM_AREA;
    case BS_DIM_MASS:
        return bs_list_starts(unit->code, small) &&
               (by == BS_DIM_VOLUME || by == BS_DIM_ENERGY || by == BS_DIM_MASS ||
                by == BS_DIM_LENGTH || by == BS_DIM_AREA);
    case BS_DIM_ENERGY:
        return by == BS_DIM_AREA;
    case BS_DIM_LENGTH:
        return by == BS_DIM_VOLUME;
    default:
        return false;
    }
}

// "톤/일", "m³/hour", "人、人/km²": does a length of time stand behind the stroke, or an area in a
// list with other marks, or what the unit is measured by? Then it divides.
static bool is_ratio(const bs__unit_found *unit, const bs__scan *scan, bool listed)
{
    size_t at = bs_gap_skip(scan->text, unit->end);
    bs__unit_found below;
    if (!bs__starts_at(scan->text, at, BS_STR("/")) ||
        !bs__unit_found_at(&below, scan, bs_gap_skip(scan->text, at + 1)))
        return false;
    bs_dimension dimension = bs_unit_dimension(below.code);
    return dimension == BS_DIM_DURATION || (dimension == BS_DIM_AREA && listed) ||
           measures_by(unit, &below);
}

// Are the units of a list parted by other marks than strokes?
static bool has_marks(bs_str text, size_t at)
{
    for (; at < text.len; at += bs_utf8_decode(text, at).len) {
        if (text.ptr[at] != '/' && separator_at(text, at) > 0) return true;
    }
    return false;
}

// "명, 건/천명, %": what is counted, for so many people.
static void take_many(bs__unit_found *unit, const bs__scan *scan)
{
    bs_str text = scan->text;
    size_t at = bs_gap_skip(text, unit->end);
    bs__unit_found below;
    if (bs_unit_dimension(unit->code) != BS_DIM_COUNT_OF || !bs__starts_at(text, at, BS_STR("/")) ||
        !bs__unit_found_at(&below, scan, bs_gap_skip(text, at + 1)))
        return;
    if (!below.scaled || bs_unit_dimension(below.code) != BS_DIM_COUNT_OF) return;
    *unit = (bs__unit_found){.code = BS_STR("1"), .end = below.end};
}

void bs__unit_list(bs_unit_text *out, const bs__scan *scan, bs_arena *arena, size_t at)
{
    bool listed = has_marks(scan->text, at);
    out->list_count = 0;
    while (out->list_count < BS_UNIT_LIST_MAX && at < scan->text.len) {
        bs__unit_found next;
        size_t end = piece_end(scan->text, at);
        bool base = bs__unit_index_base(&next, scan->text, at, end);
        bool many = !base && is_unitless(bs_str_slice(scan->text, at, end));
        if (many) next = (bs__unit_found){.code = BS_STR("1"), .end = end};
        if (!base && !many && !bs__unit_found_at(&next, scan, at)) return;
        // "조원, 기간말 기준": a counter that begins a word is none.
        bool counter = !next.scaled && bs_unit_dimension(next.code) == BS_DIM_COUNT_OF;
        bool word = bs__hangul_at(scan->text, next.end) || bs__han_at(scan->text, next.end);
        if (!base && counter && word && out->list_count > 0) return;
        if (!many && listed) take_many(&next, scan);
        if (!many && is_ratio(&next, scan, listed)) take_ratio(&next, scan, arena);
        size_t item = out->list_count++;
        out->list[item].unit = next.code;
        out->list[item].power = next.power;
        out->list[item].text = bs_str_slice(scan->text, at, next.end);
        size_t behind = bs_gap_skip(scan->text, next.end);
        size_t len = behind < scan->text.len ? separator_at(scan->text, behind) : 0;
        if (len == 0) return;
        at = bs_gap_skip(scan->text, behind + len);
    }
}

bool bs__unit_is_percent(const bs__unit_found *unit)
{
    bs_dimension dimension = bs_unit_dimension(unit->code);
    return unit->measured && (dimension == BS_DIM_PERCENT || dimension == BS_DIM_POINT);
}

// --- among words ---------------------------------------------------------------------------------

// Behind English words of prices, years and methods: "current US$", "constant 2015 US$", "annual
// %".
size_t bs__unit_basis_skip(bs_str text, size_t at)
{
    static const char words[] =
        "current |constant |real |nominal |annual |monthly |quarterly |daily |"
        "average |international |chained |at |in |prices |PPP |gross |net ";
    for (size_t word = at;; at = word) {
        bs_str rest = bs_str_slice(text, at, text.len);
        size_t open = bs_str_starts(rest, BS_STR("(")) ? 1 : 0; // "chained (2017) dollars"
        rest = bs_str_slice(rest, open, rest.len);
        bool year = rest.len > 6 && rest.ptr[4 + open] == ' ' && bs_is_digit(rest.ptr[0]) &&
                    bs_is_digit(rest.ptr[1]) && bs_is_digit(rest.ptr[2]) &&
                    bs_is_digit(rest.ptr[3]);
        if (!year && (open > 0 || !bs_list_starts(rest, words))) return at;
        word = bs_gap_skip(text, at + open + bs_str_find(rest, BS_STR(" "), 0));
    }
}

// Whether what stands at `at` is no word that only looks like a unit: a single letter, a counter, a
// length of time.
static bool is_certain(const bs__unit_found *unit, bs_str text, size_t at)
{
    if (unit->scaled) return true;
    bs_dimension dimension = bs_unit_dimension(unit->code);
    if (dimension == BS_DIM_COUNT_OF || dimension == BS_DIM_DURATION) return false;
    return unit->end - at > 1 || text.ptr[at] == '$' || text.ptr[at] == '%';
}

// English ones without their first letter, which may be a capital.
static const bs_str remark_words[] = {
    BS_STR_INIT("easonally"), BS_STR_INIT("djusted"),  BS_STR_INIT("urrent "),
    BS_STR_INIT("onstant "),  BS_STR_INIT("real"),     BS_STR_INIT("Real"),
    BS_STR_INIT("nominal"),   BS_STR_INIT("Nominal"),  BS_STR_INIT("annual"),
    BS_STR_INIT("Annual"),    BS_STR_INIT("hained"),   BS_STR_INIT("unless"),
    BS_STR_INIT("except"),    BS_STR_INIT("nd of "),   BS_STR_INIT("verage"),
    BS_STR_INIT("onthly"),    BS_STR_INIT("uarterly"), BS_STR_INIT("SAAR"),
    BS_STR_INIT("NSA"),       BS_STR_INIT("계절"),     BS_STR_INIT("연율"),
    BS_STR_INIT("현재가"),    BS_STR_INIT("당해년"),   BS_STR_INIT("불변"),
    BS_STR_INIT("기준"),      BS_STR_INIT("원계열"),   BS_STR_INIT("季节"),
    BS_STR_INIT("季调"),      BS_STR_INIT("可比"),     BS_STR_INIT("当年"),
    BS_STR_INIT("现价"),      BS_STR_INIT("不变价"),   BS_STR_INIT("口径"),
    BS_STR_INIT("季節"),      BS_STR_INIT("年率"),     BS_STR_INIT("原系列"),
    BS_STR_INIT("連鎖"),      BS_STR_INIT("名目"),     BS_STR_INIT("実質"),
};

bool bs__unit_is_remark(bs_str piece, bs_lang lang)
{
    enum { REMARK_BYTES_MAX = 48 };
    bs_time_text time;
    if (piece.len > REMARK_BYTES_MAX) return false;
    return bs_scan_time(&time, bs_str_trim(piece), lang) || bs_word_among(piece, remark_words);
}

bool bs__unit_piece(bs__unit_found *out, const bs__scan *scan, bs_arena *arena, size_t from,
                    size_t to)
{
    bs__scan inner = *scan;
    inner.text = bs_str_slice(scan->text, 0, to);
    size_t at = bs__unit_basis_skip(inner.text, bs_gap_skip(inner.text, from));
    if (at >= to || !bs__unit_found_at(out, &inner, at)) return false;
    if (!is_certain(out, inner.text, at)) return false;
    take_ratio(out, &inner, arena);
    bs_str rest = bs_str_slice(inner.text, bs_gap_skip(inner.text, out->end), to);
    return bs_str_trim(rest).len == 0 ||
           bs_list_starts(rest, "of |per |unless |except |at |excluding |including ");
}

// Where the piece of a list that begins at `at` ends; a comma in a number is no mark.
static size_t piece_of_list(bs_str text, size_t at)
{
    for (; at < text.len; at++) {
        if (separator_at(text, at) == 0 || text.ptr[at] == '/') continue;
        bool grouped = at > 0 && at + 1 < text.len && bs_is_digit(text.ptr[at - 1]) &&
                       bs_is_digit(text.ptr[at + 1]);
        if (!grouped) break;
    }
    return at;
}

static size_t behind_mark(bs_str text, size_t at)
{
    return at < text.len ? at + bs_utf8_decode(text, at).len : at;
}

// Whether all pieces but the one at `counter`, of which there are some, are remarks.
static bool among_remarks(const bs__scan *inner, size_t from, size_t counter)
{
    bs_str text = inner->text;
    int remarks = 0;
    for (size_t start = from, end; start < text.len; start = behind_mark(text, end)) {
        end = piece_of_list(text, start);
        if (start == counter) continue;
        if (!bs__unit_is_remark(bs_str_slice(text, start, end), inner->lang)) return false;
        remarks++;
    }
    return remarks > 0;
}

// "현재가격, 십억원", "万吨，当月", "BoP, current US$": the one piece of a bracket that is a unit.
// A counter is one among remarks only: "戸、季節調整済".
static bool one_of_pieces(bs__unit_found *out, const bs__scan *inner, bs_arena *arena, size_t from)
{
    bs_str text = inner->text;
    bs_str all = bs_str_slice(text, from, text.len);
    bool whole = piece_of_list(text, from) >= text.len && memchr(all.ptr, ' ', all.len) == NULL &&
                 memchr(all.ptr, '/', all.len) == NULL &&
                 bs_str_find(all, BS_STR("／"), 0) == SIZE_MAX;
    if (whole) return false; // a word
    int units = 0, counters = 0;
    size_t counted = 0; // where the counter stands
    bs__unit_found unit, counter = {.end = 0};
    for (size_t start = from, end; start < text.len; start = behind_mark(text, end)) {
        end = piece_of_list(text, start);
        unit = (bs__unit_found){.end = 0};
        if (bs__unit_piece(&unit, inner, arena, start, end)) {
            *out = unit;
            units++;
        } else if (unit.end > 0 && bs_gap_skip(text, unit.end) == end &&
                   bs_unit_dimension(unit.code) == BS_DIM_COUNT_OF) {
            counter = unit;
            counted = start;
            counters++;
        }
    }
    if (units != 0 || counters != 1) return units == 1;
    *out = counter;
    return among_remarks(inner, from, counted);
}

// "통관기준 잠정치, 억 달러, %": where the list of units begins that closes a bracket; `from` where
// it is no list of two or more.
static size_t behind_words(const bs__scan *inner, bs_arena *arena, size_t from)
{
    bs_str text = inner->text;
    size_t first = from;
    int units = 0;
    bs__unit_found unit;
    for (size_t start = from, end; start < text.len; start = behind_mark(text, end)) {
        end = piece_of_list(text, start);
        if (start == from && end == text.len) return from; // no list
        bool is_unit = bs__unit_piece(&unit, inner, arena, start, end);
        if (!is_unit && units > 0) return from;
        if (is_unit && units++ == 0) first = bs_gap_skip(text, start);
    }
    return units > 1 ? first : from;
}

// "전년대비, %", "季調値・万人": the unit behind the last mark of a bracket. A counter alone is a
// word as often as a unit.
static bool last_in_list(bs__unit_found *out, const bs__scan *inner, size_t from)
{
    for (size_t at = inner->text.len; at-- > from;) {
        bool blank = inner->text.ptr[at] == ' ';
        size_t len = blank ? 1 : separator_at(inner->text, at);
        if (len == 0) continue;
        size_t next = bs_gap_skip(inner->text, at + len);
        if (!bs__unit_found_at(out, inner, next) || out->end != inner->text.len) return false;
        bool counter = bs_unit_dimension(out->code) == BS_DIM_COUNT_OF;
        // "(a year before: 33; down 5.5 percent)": of a number in front.
        if (blank && at > from && bs_is_digit(inner->text.ptr[at - 1])) return false;
        return bs__unit_is_percent(out) || (!blank && (out->scaled || (out->measured && !counter)));
    }
    return false;
}

bool bs__unit_is_price(const bs__unit_found *unit, const bs__scan *inner)
{
    bool slash = unit->end < inner->text.len && inner->text.ptr[unit->end] == '/';
    return slash && bs_unit_dimension(unit->code) == BS_DIM_MONEY &&
           bs__letter_at(inner->text, unit->end + 1);
}

// "(number)"; "per 1,000 live births", 인구 10만명당, 人口10万対, 每万人: numbers without a unit,
// for so many or at all.
static bool is_bare(bs_str text)
{
    static const bs_str counts[] = {BS_STR_INIT("number"), BS_STR_INIT("numbers"),
                                    BS_STR_INIT("no."), BS_STR_INIT("count"), BS_STR_INIT("ratio")};
    for (size_t i = 0; i < BS_COUNT(counts); i++) {
        if (bs_str_equal_nocase(text, counts[i])) return true;
    }
    bool digit = false;
    for (size_t i = 0; i < text.len; i++)
        digit = digit || bs_is_digit(text.ptr[i]);
    if (bs_list_starts(text, "per ")) return digit;
    bool many = digit || bs_list_starts(text, "천명|만명|千人|万人|每千|每万|每十万|每百");
    return many && (bs_list_ends(text, "당|当たり|あたり|対|对") || bs_list_starts(text, "每"));
}

// "(as of October, unit: persons, %)": the byte behind the statement that begins at a later piece
// of the bracket; `from` where none does.
static size_t behind_statement(const bs__scan *scan, size_t from, size_t to, bool *stated)
{
    static const char words[] = "단위|单位|單位|単位|Unit|unit";
    const char *inside = scan->text.ptr + from;
    size_t len_inside = to > from ? to - from : 0;
    bool colon = memchr(inside, ':', len_inside) || memchr(inside, '\xEF', len_inside);
    for (size_t at = colon ? from : to; at < to; at++) {
        size_t len = separator_at(scan->text, at);
        if (len == 0) continue;
        size_t next = bs_gap_skip(scan->text, at + len);
        if (next >= to || !bs_list_starts(bs_str_slice(scan->text, next, to), words)) continue;
        next = bs__unit_statement_skip(scan, next, stated);
        return *stated ? next : from;
    }
    return from;
}

static bool is_word_behind(bs_str text, size_t at)
{
    at = bs_gap_skip(text, at);
    return at < text.len && separator_at(text, at) == 0;
}

// Is a bracket with one unit in it a unit, or a word? A single Hangul or Han counter may be a name.
static bool read_inside(bs_unit_text *out, const bs__scan *scan, bs_arena *arena, size_t from,
                        size_t to)
{
    bool stated = false;
    bool letter = to == from + 1 && from > 0 && scan->text.ptr[from - 1] == '[';
    if (letter) return false; // [x] is a mark
    size_t at = bs__unit_statement_skip(scan, bs_gap_skip(scan->text, from), &stated);
    if (!stated) at = behind_statement(scan, at, to, &stated);
    bs__unit_found unit;
    bs__scan inner = *scan;
    inner.text = bs_str_slice(scan->text, 0, to);
    size_t listed = stated ? at : behind_words(&inner, arena, at);
    bool more = listed > at;
    at = listed;
    // "(%, 2020=100)": the rates are those of an index.
    bool found = bs__unit_found_at(&unit, &inner, at);
    bool rates = found && bs__unit_is_percent(&unit);
    if (!rates && bs__unit_index_base(&unit, scan->text, from, to)) {
        stated = true;
    } else if (is_bare(bs_str_trim(bs_str_slice(scan->text, at, to)))) {
        unit = (bs__unit_found){.code = BS_STR("1"), .end = to};
        more = !bs_list_starts(bs_str_slice(scan->text, at, to), "n|N|c|C|r|R");
    } else {
        bool whole = found && (bs__unit_is_price(&unit, &inner) ||
                               bs__unit_inside_ends(&inner, unit.end, to, stated) ||
                               bs__unit_is_percent(&unit));
        if (whole) take_ratio(&unit, &inner, arena);
        if (!whole && !one_of_pieces(&unit, &inner, arena, at) && !last_in_list(&unit, &inner, at))
            return false;
        more |= !whole || (!stated && is_word_behind(inner.text, unit.end));
    }
    out->unit = unit.code;
    out->power = unit.power;
    out->stated = stated;
    out->more = more;
    bs__scan list = *scan;
    list.text = bs_str_slice(scan->text, 0, to);
    bs__unit_list(out, &list, arena, at);
    // "(인구 천명당 명, %)"
    if (out->list_count > 1 && bs_str_equal(out->list[0].unit, BS_STR("1"))) {
        out->unit = out->list[0].unit;
        out->power = 0;
    }
    return true;
}

static const bs_str brackets[][2] = {
    {BS_STR_INIT("("), BS_STR_INIT(")")},   {BS_STR_INIT("（"), BS_STR_INIT("）")},
    {BS_STR_INIT("["), BS_STR_INIT("]")},   {BS_STR_INIT("〔"), BS_STR_INIT("〕")},
    {BS_STR_INIT("【"), BS_STR_INIT("】")}, {BS_STR_INIT("〈"), BS_STR_INIT("〉")},
    {BS_STR_INIT("<"), BS_STR_INIT(">")},
};

// Which pair of brackets opens at `at`; BS_COUNT(brackets) when none does.
static size_t bracket_at(bs_str text, size_t at)
{
    static const bool first[UINT8_MAX + 1] = {
        ['('] = true, ['['] = true, ['<'] = true, [0xE3] = true, [0xEF] = true};
    size_t i = first[(unsigned char)text.ptr[at]] ? 0 : BS_COUNT(brackets);
    while (i < BS_COUNT(brackets) && !bs__starts_at(text, at, brackets[i][0]))
        i++;
    return i;
}

// The last bracket that opens before *end and is closed, of pairs whose last one is; *end moves to
// where it opens. False when there is none.
static bool last_bracket(bs_str text, size_t *end, size_t *inside, size_t *close)
{
    bool seen[BS_COUNT(brackets)] = {false};
    for (size_t at = *end; at-- > 0;) {
        size_t pair = bracket_at(text, at);
        if (pair == BS_COUNT(brackets) || seen[pair]) continue;
        seen[pair] = true;
        *close = bs_str_find(text, brackets[pair][1], at);
        if (*close == SIZE_MAX) continue;
        *end = at;
        *inside = at + brackets[pair][0].len;
        return true;
    }
    return false;
}

// Outer brackets of a caption may stand behind it.
bool bs__unit_bracketed(bs_unit_text *out, const bs__scan *scan, bs_arena *arena)
{
    enum { BRACKETS_MAX = 8 };
    size_t end = scan->text.len, inside, close;
    for (int tries = 0; tries < BRACKETS_MAX; tries++) {
        if (!last_bracket(scan->text, &end, &inside, &close)) return false;
        if (!read_inside(out, scan, arena, inside, close)) continue;
        out->start = end;
        out->end = close + bs_utf8_decode(scan->text, close).len;
        return true;
    }
    return false;
}
