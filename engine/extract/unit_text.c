// SPDX-License-Identifier: GPL-3.0-or-later
// The unit that a caption, header or row label states.
#include "engine/base/utf8.h"
#include "engine/extract/phrase_table.h"
#include "engine/extract/scan_internal.h"

static const bs__phrase stating_words[] = {
    P("단위", KO, 0),         P("单位", ZH, 0),        P("單位", ZH, 0),         P("単位", JA, 0),
    P("計量單位", ZH, 0),     P("unit", BS_IN_ANY, 0), P("units", BS_IN_ANY, 0), P("in", EN, 0),
    P("unit:", BS_IN_ANY, 0), P("计量单位", ZH, 0),    P("units of", EN, 0),
};
BS_LEXICON(static, stating_words_at, stating_words, BS_LEXICON_FOLD);

// Scales, alone or in front of a unit.
static const bs__phrase scales[] = {
    P("십", KO, 1),
    P("백", KO, 2),
    P("천", KO, 3),
    P("만", KO, 4),
    P("십만", KO, 5),
    P("백만", KO, 6),
    P("천만", KO, 7),
    P("억", KO, 8),
    P("십억", KO, 9),
    P("백억", KO, 10),
    P("천억", KO, 11),
    P("조", KO, 12),
    P("十", ZH | JA, 1),
    P("百", ZH | JA, 2),
    P("千", ZH | JA, 3),
    P("万", ZH | JA, 4),
    P("萬", ZH | JA, 4),
    P("十万", ZH | JA, 5),
    P("百万", ZH | JA, 6),
    P("百萬", ZH | JA, 6),
    P("千万", ZH | JA, 7),
    P("亿", ZH, 8),
    P("億", ZH | JA, 8),
    P("十亿", ZH, 9),
    P("十億", ZH | JA, 9),
    P("百亿", ZH, 10),
    P("百億", JA, 10),
    P("千亿", ZH, 11),
    P("千億", JA, 11),
    P("万亿", ZH, 12),
    P("兆", ZH | JA, 12),
    P("10亿", ZH, 9),
    P("thousand", EN, 3),
    P("thousands", EN, 3),
    P("million", EN, 6),
    P("millions", EN, 6),
    P("billion", EN, 9),
    P("billions", EN, 9),
    P("trillion", EN, 12),
    P("trillions", EN, 12),
    P("hundred", EN, 2),
    P("hundreds", EN, 2),
    P("mn", BS_IN_ANY, 6),
    P("bn", BS_IN_ANY, 9),
    P("m", EN, 6),
    P("mil", BS_IN_ANY, 6),
    P("mln", BS_IN_ANY, 6),
    P("tn", EN, 12),
    P("mio", BS_IN_ANY, 6),
    P("mio.", BS_IN_ANY, 6),
    P("mrd", BS_IN_ANY, 9),
    P("mrd.", BS_IN_ANY, 9),
    P("'000", BS_IN_ANY, 3),
    P("000s", BS_IN_ANY, 3),
    P("'000s", BS_IN_ANY, 3),
    P("000", BS_IN_ANY, 3),
    P("1000", BS_IN_ANY, 3),
    P("1,000", BS_IN_ANY, 3),
    P("1 000", BS_IN_ANY, 3),
    P("10억", KO, 9),
    P("hundred million", EN, 8),
    P("ten thousand", EN, 4),
    P("lakh", EN, 5),
    P("crore", EN, 7),
    P("k", EN, 3),
};

// A small letter is a scale only beside money: "$m", "US$ bn".
static bool letter_scale(const bs__phrase *scale)
{
    return scale->text.len == 1 && (unsigned char)scale->text.ptr[0] < 0x80;
}

static const bs__phrase no_dimension[] = {
    P("지수", KO, 0), P("指数", ZH | JA, 0), P("指數", ZH, 0), P("index", EN, 0), P("배", KO, 1),
};

// A unit that begins at `at`, with scales before or behind it.
typedef struct found {
    bs_str code;
    int power;
    size_t end;
    bool scaled;
    bool measured;
} found;

static size_t scale_at(const bs__scan *scan, size_t at, int *power, bool letters)
{
    const bs__phrase *scale = BS_PHRASE_AT(scales, scan, at);
    if (scale == NULL || (letter_scale(scale) && !letters)) return 0;
    *power += scale->value;
    return scale->text.len;
}

static bool either_form(bs__unit_here *unit, const bs__scan *scan, size_t at)
{
    if (bs__unit_behind(unit, scan, at)) return true;
    size_t taken;
    bs_str rest = bs_str_slice(scan->text, at, scan->text.len);
    const bs_unit_form *form = bs_unit_match_side(rest, scan->lang, BS_UNIT_BEFORE, &taken);
    if (form == NULL) return false;
    int last = rest.ptr[taken - 1] | 0x20;
    if (last >= 'a' && last <= 'z' && bs__letter_at(scan->text, at + taken)) return false;
    *unit =
        (bs__unit_here){.code = bs_str_from(form->code), .power = form->power, .end = at + taken};
    unit->dimension = bs_unit_dimension(unit->code);
    return true;
}

static bool unit_at(found *out, const bs__scan *scan, size_t at)
{
    *out = (found){.code = BS_STR("1"), .end = at};
    size_t next = bs_gap_skip(scan->text, at);
    bs__unit_here unit;
    size_t len = scale_at(scan, next, &out->power, false);
    // "천 명", "百万円": the scale in front, unless the whole is one unit (千瓦时).
    bool whole = len > 0 && either_form(&unit, scan, next) && unit.end > next + len;
    if (len > 0 && !whole) {
        out->scaled = true;
        out->end = next + len;
        next = bs_gap_skip(scan->text, out->end);
        if (bs__starts_at(scan->text, next, BS_STR("of "))) next += 3;
        bool unit_next = either_form(&unit, scan, next);
        len = unit_next ? 0 : scale_at(scan, next, &out->power, false);
        if (len > 0) {
            out->end = next + len;
            next = bs_gap_skip(scan->text, out->end);
        }
    } else {
        out->power = 0;
    }
    if (either_form(&unit, scan, next)) {
        out->measured = true;
        // 亿块 over a column counts pieces; only in a sentence is 块 money.
        bool pieces = bs__ends_at(scan->text, unit.end, BS_STR("块")) && unit.power == 0;
        out->code = pieces ? BS_STR("count:块") : unit.code;
        out->power += unit.power;
        out->end = unit.end;
        size_t behind = bs_gap_skip(scan->text, out->end);
        if (bs__starts_at(scan->text, behind, BS_STR("銭")))
            out->end = behind + strlen("銭"); // 円 銭
        if (unit.dimension == BS_DIM_MONEY && !out->scaled) {
            len = scale_at(scan, behind, &out->power, true);
            if (len > 0) out->end = behind + len;
        }
    } else {
        const bs__phrase *index = BS_PHRASE_AT(no_dimension, scan, next);
        if (index != NULL && index->value == 0 && !out->scaled) {
            out->measured = true;
            out->code = BS_STR("index");
            out->end = next + index->text.len;
        }
    }
    return out->measured || out->scaled;
}

// "2020=100", "2015年=100": the base of an index number.
static bool index_base(found *out, bs_str text, size_t at, size_t end)
{
    bs_str inside = bs_str_slice(text, at, end);
    size_t equals = bs_str_find(inside, BS_STR("="), 0);
    size_t len = 1;
    if (equals == SIZE_MAX) {
        equals = bs_str_find(inside, BS_STR("＝"), 0);
        len = 3;
    }
    if (equals == SIZE_MAX) return false;
    bs_str behind = bs_str_trim(bs_str_slice(inside, equals + len, inside.len));
    if (!bs_str_starts(behind, BS_STR("100")) && !bs_str_starts(behind, BS_STR("１００")))
        return false;
    *out = (found){.code = BS_STR("index"), .end = end, .measured = true};
    return true;
}

static size_t statement_skip(const bs__scan *scan, size_t at, bool *stated)
{
    const bs__phrase *word = BS_PHRASE_AT(stating_words, scan, at);
    if (word == NULL) return at;
    size_t next = bs_gap_skip(scan->text, at + word->text.len);
    while (next < scan->text.len && (scan->text.ptr[next] == ':' || scan->text.ptr[next] == '=')) {
        next = bs_gap_skip(scan->text, next + 1);
    }
    if (bs__starts_at(scan->text, next, BS_STR("："))) next = bs_gap_skip(scan->text, next + 3);
    *stated = true;
    return next;
}

static const bs_str separators[] = {BS_STR_INIT(","), BS_STR_INIT("、"), BS_STR_INIT("，"),
                                    BS_STR_INIT("/"), BS_STR_INIT("·"),  BS_STR_INIT("・"),
                                    BS_STR_INIT(";")};

static size_t separator_at(bs_str text, size_t at)
{
    for (size_t i = 0; i < BS_COUNT(separators); i++) {
        if (bs__starts_at(text, at, separators[i])) return separators[i].len;
    }
    return 0;
}

// Only blanks, or a list of more units ("억원, %"), up to `end`. A statement may close with its
// bracket.
static bool inside_ends(const bs__scan *scan, size_t at, size_t end, bool stated)
{
    for (int units = 0; units < BS_UNIT_LIST_MAX; units++) {
        at = bs_gap_skip(scan->text, at);
        if (at >= end) return true;
        size_t len = separator_at(scan->text, at);
        bool closed = memchr(")]", scan->text.ptr[at], 2) != NULL;
        if (len == 0 || stated) return len > 0 || (stated && closed);
        found next;
        if (!unit_at(&next, scan, bs_gap_skip(scan->text, at + len))) return false;
        at = next.end;
    }
    return false;
}

static size_t piece_end(bs_str text, size_t at)
{
    while (at < text.len && separator_at(text, at) == 0)
        at += bs_utf8_decode(text, at).len;
    return at;
}

// The units that stand from `at` on, one behind a separator after the other.
static void list_units(bs_unit_text *out, const bs__scan *scan, size_t at)
{
    out->list_count = 0;
    while (out->list_count < BS_UNIT_LIST_MAX && at < scan->text.len) {
        found next;
        size_t end = piece_end(scan->text, at);
        bool base = index_base(&next, scan->text, at, end);
        if (!base && !unit_at(&next, scan, at)) return;
        out->list[out->list_count].unit = next.code;
        out->list[out->list_count++].power = next.power;
        size_t behind = bs_gap_skip(scan->text, next.end);
        size_t len = behind < scan->text.len ? separator_at(scan->text, behind) : 0;
        if (len == 0) return;
        at = bs_gap_skip(scan->text, behind + len);
    }
}

// Behind a percent sign words may say of what: "% of GDP", "%, 전년동기비".
static bool is_percent(const found *unit)
{
    bs_dimension dimension = bs_unit_dimension(unit->code);
    return unit->measured && (dimension == BS_DIM_PERCENT || dimension == BS_DIM_POINT);
}

// The bytes of a comma at `at`; 0 when there is none.
static size_t comma_at(bs_str text, size_t at)
{
    char byte = text.ptr[at];
    if (byte == ',') return 1;
    if (byte != '\xE3' && byte != '\xEF') return 0;
    bool wide = bs__starts_at(text, at, BS_STR("，")) || bs__starts_at(text, at, BS_STR("、"));
    return wide ? strlen("，") : 0;
}

// "전년대비, %", "季調値・万人": the unit behind the last mark of a bracket. A counter alone is a
// word as often as a unit.
static bool last_in_list(found *out, const bs__scan *inner, size_t from)
{
    for (size_t at = inner->text.len; at-- > from;) {
        bool blank = inner->text.ptr[at] == ' ';
        size_t len = blank ? 1 : separator_at(inner->text, at);
        if (len == 0) continue;
        size_t next = bs_gap_skip(inner->text, at + len);
        if (!unit_at(out, inner, next) || out->end != inner->text.len) return false;
        bool counter = bs_unit_dimension(out->code) == BS_DIM_COUNT_OF;
        return is_percent(out) || (!blank && (out->scaled || (out->measured && !counter)));
    }
    return false;
}

// "$/b", "€/MWh": money for each of something.
static bool is_price(const found *unit, const bs__scan *inner)
{
    bool slash = unit->end < inner->text.len && inner->text.ptr[unit->end] == '/';
    return slash && bs_unit_dimension(unit->code) == BS_DIM_MONEY &&
           bs__letter_at(inner->text, unit->end + 1);
}

// Is a bracket with one unit in it a unit, or a word? A single Hangul or Han counter may be a name.
static bool read_inside(bs_unit_text *out, const bs__scan *scan, size_t from, size_t to)
{
    bool stated = false;
    bool letter = to == from + 1 && from > 0 && scan->text.ptr[from - 1] == '[';
    if (letter) return false; // [x] is a mark
    size_t at = statement_skip(scan, bs_gap_skip(scan->text, from), &stated);
    found unit;
    bs__scan inner = *scan;
    inner.text = bs_str_slice(scan->text, 0, to);
    // "(%, 2020=100)": the rates are those of an index.
    bool rates = unit_at(&unit, &inner, at) && is_percent(&unit);
    if (!rates && index_base(&unit, scan->text, from, to)) {
        stated = true;
    } else {
        bool whole = unit_at(&unit, &inner, at) &&
                     (is_price(&unit, &inner) || inside_ends(&inner, unit.end, to, stated) ||
                      is_percent(&unit));
        if (!whole && !last_in_list(&unit, &inner, at)) return false;
    }
    out->unit = unit.code;
    out->power = unit.power;
    out->stated = stated;
    bs__scan list = *scan;
    list.text = bs_str_slice(scan->text, 0, to);
    list_units(out, &list, at);
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

// The last bracket that holds a unit; outer brackets of a caption may stand behind it.
static bool read_bracketed(bs_unit_text *out, const bs__scan *scan)
{
    enum { BRACKETS_MAX = 8 };
    size_t end = scan->text.len, inside, close;
    for (int tries = 0; tries < BRACKETS_MAX; tries++) {
        if (!last_bracket(scan->text, &end, &inside, &close)) return false;
        if (!read_inside(out, scan, inside, close)) continue;
        out->start = end;
        out->end = close + bs_utf8_decode(scan->text, close).len;
        return true;
    }
    return false;
}

static bool word_behind(const bs__scan *scan, size_t at)
{
    return bs__letter_before(scan->text, at);
}

static bool holds_nocase(bs_str text, bs_str word)
{
    for (size_t at = 0; at + word.len <= text.len; at++) {
        if (bs_str_equal_nocase(bs_str_slice(text, at, at + word.len), word)) return true;
    }
    return false;
}

// "(Dollars in thousands, except per share amounts)": the money of a scale that is stated alone.
static void name_money(bs_unit_text *out, bs_str text)
{
    static const struct {
        bs_str word;
        bs_str unit;
    } names[] = {
        {BS_STR_INIT("dollars"), BS_STR_INIT("USD")}, {BS_STR_INIT("$"), BS_STR_INIT("USD")},
        {BS_STR_INIT("euros"), BS_STR_INIT("EUR")},   {BS_STR_INIT("€"), BS_STR_INIT("EUR")},
        {BS_STR_INIT("pounds"), BS_STR_INIT("GBP")},  {BS_STR_INIT("£"), BS_STR_INIT("GBP")},
        {BS_STR_INIT("yen"), BS_STR_INIT("JPY")},     {BS_STR_INIT("won"), BS_STR_INIT("KRW")},
        {BS_STR_INIT("rmb"), BS_STR_INIT("CNY")},     {BS_STR_INIT("yuan"), BS_STR_INIT("CNY")}};
    if (!bs_str_equal(out->unit, BS_STR("1"))) return;
    out->but_per_share = holds_nocase(text, BS_STR("per share"));
    for (size_t i = 0; i < BS_COUNT(names); i++) {
        if (!holds_nocase(text, names[i].word)) continue;
        out->unit = names[i].unit;
        if (out->list_count > 0) out->list[0].unit = out->unit;
        return;
    }
}

// "단위 : 억원, %", "Unit: %", "Exports, in thousands": a statement without brackets.
static bool read_stated(bs_unit_text *out, const bs__scan *scan)
{
    bs_str text = scan->text;
    for (size_t at = 0;; at++) {
        at = bs_lexicon_seek(&stating_words_at, text, at, UINT32_MAX, true);
        if (at == text.len) return false;
        if (word_behind(scan, at)) continue;
        bool stated = false;
        size_t from = statement_skip(scan, at, &stated);
        if (!stated) continue;
        found unit;
        if (!unit_at(&unit, scan, from) || !inside_ends(scan, unit.end, text.len, true)) continue;
        *out = (bs_unit_text){
            .unit = unit.code, .power = unit.power, .start = at, .end = text.len, .stated = true};
        list_units(out, scan, from);
        name_money(out, text);
        return true;
    }
}

// "Share, %", "Output, million tonnes": a unit behind the last comma.
static bool read_tail(bs_unit_text *out, const bs__scan *scan)
{
    bs_str text = scan->text;
    for (size_t at = text.len; at-- > 1;) {
        size_t len = comma_at(text, at);
        if (len == 0) continue;
        found unit;
        size_t from = bs_gap_skip(text, at + len);
        bool index = index_base(&unit, text, from, text.len);
        bool whole = index || (unit_at(&unit, scan, from) &&
                               (bs_gap_skip(text, unit.end) == text.len || is_percent(&unit)));
        if (!whole || bs_unit_dimension(unit.code) == BS_DIM_COUNT_OF) return false;
        *out = (bs_unit_text){.unit = unit.code, .power = unit.power, .start = at, .end = text.len};
        return true;
    }
    return false;
}

// "累计增长%", "증감률 %", "增减百分点": a sign or word of percent at the end of a label.
static bool read_percent_end(bs_unit_text *out, const bs__scan *scan)
{
    static const bs_str ends[] = {BS_STR_INIT("%"),       BS_STR_INIT("％"),
                                  BS_STR_INIT("%p"),      BS_STR_INIT("百分点"),
                                  BS_STR_INIT("百分點"),  BS_STR_INIT("%포인트"),
                                  BS_STR_INIT("ポイント")};
    bs_str text = scan->text;
    for (size_t i = 0; i < BS_COUNT(ends); i++) {
        if (text.len <= ends[i].len || !bs_str_ends(text, ends[i])) continue;
        size_t at = text.len - ends[i].len;
        found unit;
        bool digit = at > 0 && text.ptr[at - 1] >= '0' && text.ptr[at - 1] <= '9';
        if (digit || !unit_at(&unit, scan, at) || unit.end != text.len) continue;
        *out = (bs_unit_text){.unit = unit.code, .power = unit.power, .start = at, .end = text.len};
        return true;
    }
    return false;
}

bool bs_scan_unit(bs_unit_text *out, bs_arena *arena, bs_str text, bs_lang lang)
{
    bs__scan scan = {.text = text, .lang = lang, .arena = NULL};
    bs_unit_text unit = {0};
    (void)arena;
    found base;
    if (text.len <= 40 && index_base(&base, text, 0, text.len) &&
        bs_str_find(text, BS_STR("("), 0) == SIZE_MAX &&
        bs_str_find(text, BS_STR("（"), 0) == SIZE_MAX) { // "上月=100" as a whole
        *out = (bs_unit_text){.unit = base.code, .end = text.len, .stated = true};
        return true;
    }
    bool read = read_bracketed(&unit, &scan) || read_stated(&unit, &scan) ||
                read_tail(&unit, &scan) || read_percent_end(&unit, &scan);
    if (!read) {
        bs_str trimmed = bs_str_trim(text);
        size_t offset = trimmed.ptr ? (size_t)(trimmed.ptr - text.ptr) : 0;
        scan.text = trimmed;
        found whole;
        if (trimmed.len == 0 || !unit_at(&whole, &scan, 0) || whole.end != trimmed.len)
            return false;
        // "Year" and 년 head a column of years.
        if (!whole.scaled && bs_unit_dimension(whole.code) == BS_DIM_DURATION) return false;
        unit = (bs_unit_text){
            .unit = whole.code, .power = whole.power, .start = offset, .end = offset + trimmed.len};
    }
    *out = unit;
    return true;
}
