// SPDX-License-Identifier: GPL-3.0-or-later
// The unit that a caption, header or row label states.
#include "engine/base/utf8.h"
#include "engine/extract/phrase_table.h"
#include "engine/extract/unit_text_internal.h"
#include "engine/extract/words.h"

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
    P("仟", ZH, 3),
    P("佰万", ZH, 6),
    P("佰萬", ZH, 6),
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
    P("10億", ZH | JA, 9),
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
    P("mn.", BS_IN_ANY, 6),
    P("bn.", BS_IN_ANY, 9),
    P("bn", BS_IN_ANY, 9),
    P("m", BS_IN_ANY, 6),
    P("mil", BS_IN_ANY, 6),
    P("mil.", BS_IN_ANY, 6),
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
    P("10 000", BS_IN_ANY, 4),
    P("10,000", BS_IN_ANY, 4),
    P("10000", BS_IN_ANY, 4),
    P("100 million", BS_IN_ANY, 8),
    P("10억", KO, 9),
    P("hundred million", EN, 8),
    P("ten thousand", EN, 4),
    P("lakh", EN, 5),
    P("crore", EN, 7),
    P("crores", EN, 7),
    P("lakhs", EN, 5),
    P("lac", EN, 5),
    P("lacs", EN, 5),
    P("k", BS_IN_ANY, 3),
    P("mill", BS_IN_ANY, 6),
    P("mill.", BS_IN_ANY, 6),
    P("tsd", BS_IN_ANY, 3),
    P("tsd.", BS_IN_ANY, 3),
    P("’000", BS_IN_ANY, 3),
    P("’000s", BS_IN_ANY, 3),
    P("‘000", BS_IN_ANY, 3),
};

// A small letter is a scale only beside money: "$m", "US$ bn".
static bool letter_scale(const bs__phrase *scale)
{
    return scale->text.len == 1 && (unsigned char)scale->text.ptr[0] < 0x80;
}

static const bs__phrase no_dimension[] = {
    P("지수", KO, 0), P("指数", ZH | JA, 0), P("指數", ZH, 0), P("index", EN, 0), P("배", KO, 1),
};

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

// "percent per annum", "% p.a.": rates of interest, whose percent is one.
static size_t annum_len(const bs__scan *scan, size_t at)
{
    static const bs_str words[] = {BS_STR_INIT("per annum"), BS_STR_INIT("p.a."),
                                   BS_STR_INIT("a year"), BS_STR_INIT("per year")};
    size_t next = bs_gap_skip(scan->text, at);
    for (size_t i = 0; i < BS_COUNT(words); i++) {
        if (bs__starts_at(scan->text, next, words[i])) return next + words[i].len - at;
    }
    return 0;
}

// "$m", "Rs. in lakhs", "₹ lakh crore", "Rs Cr": only behind money are two letters a crore.
static void scale_behind_money(bs__unit_found *out, const bs__scan *scan, size_t at)
{
    static const bs__phrase crores[] = {P("cr", EN, 7), P("cr.", EN, 7), P("crs", EN, 7),
                                        P("crs.", EN, 7)};
    enum { SCALES_MAX = 2 };
    if (bs__starts_at(scan->text, at, BS_STR("in "))) at = bs_gap_skip(scan->text, at + 3);
    for (int count = 0; count < SCALES_MAX; count++) {
        const bs__phrase *crore = BS_PHRASE_AT(crores, scan, at);
        size_t len = crore != NULL ? crore->text.len : scale_at(scan, at, &out->power, count == 0);
        if (len == 0) return;
        if (crore != NULL) out->power += crore->value;
        out->end = at + len;
        at = bs_gap_skip(scan->text, out->end);
    }
}

// "R million", "R'000": rand by their letter, in front of a scale alone.
static bool rand_at(bs__unit_found *out, const bs__scan *scan, size_t at)
{
    if (scan->lang != BS_LANG_EN || !bs__starts_at(scan->text, at, BS_STR("R"))) return false;
    size_t next = bs_gap_skip(scan->text, at + 1);
    size_t len = scale_at(scan, next, &out->power, false);
    if (len == 0 || bs__letter_at(scan->text, next + len)) return false;
    out->code = BS_STR("ZAR");
    out->end = next + len;
    out->scaled = out->measured = true;
    return true;
}

bool bs__unit_found_at(bs__unit_found *out, const bs__scan *scan, size_t at)
{
    *out = (bs__unit_found){.code = BS_STR("1"), .end = at};
    size_t next = bs_gap_skip(scan->text, at);
    if (rand_at(out, scan, next)) return true;
    out->power = 0;
    bs__unit_here unit;
    size_t len = scale_at(scan, next, &out->power, true);
    // "m EUR", "kEUR": a small letter is a scale in front of money alone.
    bool letter = len == 1 && (unsigned char)scan->text.ptr[next] < 0x80;
    size_t money = letter ? bs_gap_skip(scan->text, next + len) : 0;
    if (letter && !(either_form(&unit, scan, money) && unit.dimension == BS_DIM_MONEY)) {
        len = 0;
        out->power = 0;
    }
    // "천 명", "百万円": the scale in front, unless the whole is one unit (千瓦时).
    bool whole = len > 0 && either_form(&unit, scan, next) && unit.end > next + len;
    if (len > 0 && !whole) {
        out->scaled = true;
        out->end = next + len;
        next = bs_gap_skip(scan->text, out->end);
        if (bs__starts_at(scan->text, next, BS_STR("of ")))
            next = bs__unit_basis_skip(scan->text, next + 3);
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
            scale_behind_money(out, scan, behind);
            // 新臺幣億元, 人民币万元: the word for the coin says no more.
            if (bs__starts_at(scan->text, out->end, BS_STR("元"))) out->end += strlen("元");
        }
        if (unit.dimension == BS_DIM_PERCENT) out->end += annum_len(scan, out->end);
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

size_t bs__unit_statement_skip(const bs__scan *scan, size_t at, bool *stated)
{
    const bs__phrase *word = BS_PHRASE_AT(stating_words, scan, at);
    if (word == NULL) return at;
    size_t next = bs_gap_skip(scan->text, at + word->text.len);
    while (next < scan->text.len && (scan->text.ptr[next] == ':' || scan->text.ptr[next] == '=')) {
        next = bs_gap_skip(scan->text, next + 1);
    }
    if (bs__starts_at(scan->text, next, BS_STR("："))) next = bs_gap_skip(scan->text, next + 3);
    // "注：单位为%", "단위는 억원", "単位は億円"
    static const bs__phrase verbs[] = {P("为", ZH, 0), P("均为", ZH, 0), P("是", ZH, 0),
                                       P("는", KO, 0), P("은", KO, 0),   P("は", JA, 0)};
    const bs__phrase *verb = BS_PHRASE_AT(verbs, scan, next);
    // "产量单位为万吨" is that of one name only.
    static const char fronts[] = "：|:|）|)|※|*|，|。|；|、|数据|本表|表中|表内|以上| ";
    bs_str front = bs_str_slice(scan->text, 0, at);
    if (verb != NULL && front.len > 0 && !bs_list_ends(front, fronts)) return at;
    if (verb != NULL) next = bs_gap_skip(scan->text, next + verb->text.len);
    *stated = true;
    return next;
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

static bool word_behind(const bs__scan *scan, size_t at)
{
    return bs__letter_before(scan->text, at);
}

// As a word: "rs in" is not in "numbers in".
static bool holds_nocase(bs_str text, bs_str word)
{
    for (size_t at = 0; at + word.len <= text.len; at++) {
        bool inside = bs__letter_before(text, at) && bs__letter_at(word, 0);
        if (!inside && bs_str_equal_nocase(bs_str_slice(text, at, at + word.len), word))
            return true;
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
        {BS_STR_INIT("rmb"), BS_STR_INIT("CNY")},     {BS_STR_INIT("yuan"), BS_STR_INIT("CNY")},
        {BS_STR_INIT("rs. in"), BS_STR_INIT("INR")},  {BS_STR_INIT("rs in"), BS_STR_INIT("INR")},
        {BS_STR_INIT("rupees"), BS_STR_INIT("INR")}};
    if (!bs_str_equal(out->unit, BS_STR("1"))) return;
    out->but_per_share = holds_nocase(text, BS_STR("per share"));
    for (size_t i = 0; i < BS_COUNT(names); i++) {
        if (!holds_nocase(text, names[i].word)) continue;
        out->unit = names[i].unit;
        if (out->list_count > 0) out->list[0].unit = out->unit;
        return;
    }
}

// "Estimates are shown in millions of dollars and are based on ...", "(In thousands. Details may
// ...)": a statement of a scale at the beginning of a sentence or behind its verb, which goes on.
static bool in_sentence(const bs__scan *scan, const bs__unit_found *unit, size_t from)
{
    static const char before[] = "are|is|shown|expressed|stated|reported|presented|given|figures|"
                                 "Figures|values|Values|amounts|Amounts|data|Data|estimates|"
                                 "Estimates|numbers|Numbers|dollars|Dollars|(|[";
    static const char behind[] =
        "unless |except |and |at |for |seasonally |adjusted |rounded |based |but ";
    bs_str lead = bs_str_trim(bs_str_slice(scan->text, 0, from));
    if (unit->power == 0 || (lead.len > 0 && !bs_list_ends(lead, before))) return false;
    size_t next = bs_gap_skip(scan->text, unit->end);
    bs_str rest = bs_str_slice(scan->text, next, scan->text.len);
    bool ended = next == unit->end && rest.len > 0 && (rest.ptr[0] == '.' || rest.ptr[0] == ';') &&
                 (rest.len == 1 || rest.ptr[1] == ' ' || rest.ptr[1] == ')');
    return ended || bs_list_starts(rest, behind);
}

// "단위 : 억원, %", "Unit: %", "Exports, in thousands": a statement without brackets.
static bool read_stated(bs_unit_text *out, const bs__scan *scan, bs_arena *arena)
{
    bs_str text = scan->text;
    for (size_t at = 0;; at++) {
        at = bs_lexicon_seek(&stating_words_at, text, at, UINT32_MAX, true);
        if (at == text.len) return false;
        if (word_behind(scan, at)) continue;
        bool stated = false;
        size_t from = bs__unit_statement_skip(scan, at, &stated);
        if (!stated) continue;
        bs__unit_found unit;
        if (!bs__unit_found_at(&unit, scan, from)) continue;
        if (!bs__unit_inside_ends(scan, unit.end, text.len, true) && !in_sentence(scan, &unit, at))
            continue;
        *out = (bs_unit_text){
            .unit = unit.code, .power = unit.power, .start = at, .end = text.len, .stated = true};
        bs__unit_list(out, scan, arena, from);
        if (out->list_count == 1) out->unit = out->list[0].unit; // "원/kWh"
        name_money(out, text);
        return true;
    }
}

// A comma, or a dash between blanks; no comma of a number ("per 1,000 people").
static size_t mark_at(bs_str text, size_t at)
{
    bool grouped = at > 0 && at + 1 < text.len && bs_is_digit(text.ptr[at - 1]) &&
                   bs_is_digit(text.ptr[at + 1]);
    if (grouped) return 0;
    static const bs_str dashes[] = {BS_STR_INIT(" - "), BS_STR_INIT(" – "), BS_STR_INIT(" — ")};
    if (text.ptr[at] != ' ') return comma_at(text, at);
    for (size_t i = 0; i < BS_COUNT(dashes); i++) {
        if (bs__starts_at(text, at, dashes[i])) return dashes[i].len;
    }
    return 0;
}

// "Share, %", "Output, million tonnes", "Loans - EUR bn, seasonally adjusted": a unit behind the
// last mark, or before remarks behind it.
static bool read_tail(bs_unit_text *out, const bs__scan *scan, bs_arena *arena)
{
    static const bool first[UINT8_MAX + 1] = {
        [' '] = true, [','] = true, [0xE3] = true, [0xEF] = true}; // bytes of marks
    bs_str text = scan->text;
    size_t end = text.len;
    for (size_t at = text.len; at-- > 1;) {
        size_t len = first[(unsigned char)text.ptr[at]] ? mark_at(text, at) : 0;
        if (len == 0) continue;
        bs__unit_found unit;
        bs__scan inner = *scan;
        inner.text = bs_str_slice(text, 0, end);
        size_t from = bs_gap_skip(text, at + len);
        bool base = bs__unit_index_base(&unit, text, from, end);
        bool found = !base && bs__unit_found_at(&unit, &inner, from);
        bool alone = found && (bs_gap_skip(text, unit.end) == end || bs__unit_is_percent(&unit));
        // Behind words of its basis, which are English, stands another one.
        bool basis = !found && from < end && (unsigned char)text.ptr[from] < 0x80;
        bool whole =
            base || alone || ((found || basis) && bs__unit_piece(&unit, scan, arena, from, end));
        bool counter = whole && bs_unit_dimension(unit.code) == BS_DIM_COUNT_OF && !unit.scaled;
        if (whole && !counter) {
            *out = (bs_unit_text){
                .unit = unit.code, .power = unit.power, .start = at, .end = text.len};
            return true;
        }
        if (counter || !bs__unit_is_remark(bs_str_slice(text, from, end), scan->lang)) return false;
        end = at;
    }
    return false;
}

// "累计增长%", "증감률 %", "增减百分点": a sign or word of percent at the end of a label.
static bool read_percent_end(bs_unit_text *out, const bs__scan *scan)
{
    static const bs_str ends[] = {BS_STR_INIT("%"),        BS_STR_INIT("％"),
                                  BS_STR_INIT("%p"),       BS_STR_INIT("百分点"),
                                  BS_STR_INIT("百分點"),   BS_STR_INIT("%포인트"),
                                  BS_STR_INIT("ポイント"), BS_STR_INIT("㌽")};
    bs_str text = scan->text;
    for (size_t i = 0; i < BS_COUNT(ends); i++) {
        if (text.len <= ends[i].len || !bs_str_ends(text, ends[i])) continue;
        size_t at = text.len - ends[i].len;
        bs__unit_found unit;
        bool digit = at > 0 && text.ptr[at - 1] >= '0' && text.ptr[at - 1] <= '9';
        if (digit || !bs__unit_found_at(&unit, scan, at) || unit.end != text.len) continue;
        *out = (bs_unit_text){.unit = unit.code, .power = unit.power, .start = at, .end = text.len};
        return true;
    }
    return false;
}

// Which marks stand in a text: most labels have none, and no unit behind one.
enum { MARK_BRACKET = 1, MARK_COMMA = 2, MARK_EQUALS = 4, MARK_WIDE = 8 };

static unsigned marks_of(bs_str text)
{
    static const uint8_t marks[UINT8_MAX + 1] = {
        ['('] = MARK_BRACKET, ['['] = MARK_BRACKET, ['<'] = MARK_BRACKET,
        [','] = MARK_COMMA,   ['-'] = MARK_COMMA,   [0xE2] = MARK_COMMA,
        ['='] = MARK_EQUALS,  [0xE3] = MARK_WIDE,   [0xEF] = MARK_WIDE};
    unsigned found = 0;
    for (size_t at = 0; at < text.len; at++) {
        unsigned char byte = (unsigned char)text.ptr[at];
        if (byte >= 0xE4 && byte < 0xEF) { // Hangul and ideographs
            at += 2;
            continue;
        }
        unsigned mark = marks[byte];
        unsigned char next = at + 1 < text.len ? (unsigned char)text.ptr[at + 1] : 0;
        if (mark == MARK_WIDE && next != 0x80 && next != 0xBC) continue; // kana
        found |= mark;
    }
    return found & MARK_WIDE ? MARK_BRACKET | MARK_COMMA | MARK_EQUALS : found;
}

// "人民币百万元（每股数据除外）": the bytes in front of a bracket that says what is not in the
// unit; all of them where there is none.
static size_t without_exception(bs_str text)
{
    static const bs_str words[] = {BS_STR_INIT("除外"), BS_STR_INIT("除每股"), BS_STR_INIT("제외"),
                                   BS_STR_INIT("を除く"), BS_STR_INIT("except ")};
    static const bs_str opens[] = {BS_STR_INIT("（"), BS_STR_INIT("(")};
    if (!bs_list_ends(text, ")|）")) return text.len;
    for (size_t i = 0; i < BS_COUNT(opens); i++) {
        size_t open = bs_str_find(text, opens[i], 1);
        if (open == SIZE_MAX) continue;
        bs_str inside = bs_str_slice(text, open, text.len);
        for (size_t k = 0; k < BS_COUNT(words); k++) {
            if (bs_str_find(inside, words[k], 0) != SIZE_MAX) return open;
        }
    }
    return text.len;
}

static bool scan_unit(bs_unit_text *out, bs_arena *arena, bs_str text, bs_lang lang)
{
    enum { BASE_BYTES_MAX = 40, WHOLE_BYTES_MAX = 80 }; // no unit is longer by itself
    bs__scan scan = {.text = text, .lang = lang, .arena = NULL};
    bs_unit_text unit = {0};
    bs__unit_found base;
    unsigned marks = marks_of(text);
    if ((marks & MARK_EQUALS) && text.len <= BASE_BYTES_MAX &&
        bs__unit_index_base(&base, text, 0, text.len) &&
        bs_str_find(text, BS_STR("("), 0) == SIZE_MAX &&
        bs_str_find(text, BS_STR("（"), 0) == SIZE_MAX) { // "上月=100" as a whole
        *out = (bs_unit_text){
            .unit = base.code, .start = bs__unit_base_start(text), .end = text.len, .stated = true};
        return true;
    }
    bool read = ((marks & MARK_BRACKET) && bs__unit_bracketed(&unit, &scan, arena)) ||
                read_stated(&unit, &scan, arena) ||
                ((marks & MARK_COMMA) && read_tail(&unit, &scan, arena)) ||
                read_percent_end(&unit, &scan);
    if (!read) {
        bs_str trimmed = bs_str_trim(text);
        size_t offset = trimmed.ptr ? (size_t)(trimmed.ptr - text.ptr) : 0;
        scan.text = trimmed;
        bs__unit_found whole;
        if (trimmed.len == 0 || trimmed.len > WHOLE_BYTES_MAX ||
            !bs__unit_found_at(&whole, &scan, 0))
            return false;
        // "US$/lb" as a whole, and no pair of currencies.
        bool price = bs__unit_is_price(&whole, &scan) && (trimmed.ptr[whole.end + 1] & 0x20) != 0 &&
                     memchr(trimmed.ptr, ' ', trimmed.len) == NULL;
        // "Thousand barrels per day"
        bs_str rest = bs_str_trim(bs_str_slice(trimmed, whole.end, trimmed.len));
        bool rate = whole.scaled && whole.measured && bs_list_starts(rest, "per |a ") &&
                    bs__unit_piece(&whole, &scan, arena, 0, trimmed.len);
        if (whole.end != trimmed.len && !price && !rate) return false;
        // "Year" and 년 head a column of years.
        if (!whole.scaled && bs_unit_dimension(whole.code) == BS_DIM_DURATION) return false;
        unit = (bs_unit_text){
            .unit = whole.code, .power = whole.power, .start = offset, .end = offset + trimmed.len};
    }
    *out = unit;
    return true;
}

// "单位：万人 (10 000 persons)": the bytes in front of a bracket that says a stated unit again in
// English; all of them where there is none.
static size_t before_again(bs_str text)
{
    bs_str trimmed = bs_str_trim(text);
    if (!bs_list_starts(trimmed, "单位|單位|单 位|計量單位|计量单位") ||
        !bs_list_ends(trimmed, ")|）"))
        return text.len;
    bs_str behind = bs_str_behind_last(trimmed, "(|（");
    bool open = behind.len < trimmed.len, latin = false;
    for (size_t at = 0; at < behind.len && open; at += bs_utf8_decode(behind, at).len) {
        bs_rune rune = bs_utf8_decode(behind, at);
        latin |= (rune.code | 0x20) >= 'a' && (rune.code | 0x20) <= 'z';
        open = !bs_rune_is_han(rune.code);
    }
    if (!open || !latin) return text.len;
    size_t at = (size_t)(behind.ptr - text.ptr);
    return at - (text.ptr[at - 1] == '(' ? 1 : strlen("（"));
}

bool bs_scan_unit(bs_unit_text *out, bs_arena *arena, bs_str text, bs_lang lang)
{
    bs_lang own = bs__lang_of_text(text, lang);
    if (own != lang && bs_scan_unit(out, arena, text, own)) return true;
    size_t again = before_again(text);
    if (again < text.len) {
        bs_str first = bs_str_trim(bs_str_slice(text, 0, again));
        bool read = scan_unit(out, arena, first, BS_LANG_ZH); // whatever the rest is in
        if (read) out->end = text.len;
        return read;
    }
    if (scan_unit(out, arena, text, lang)) return true;
    if (bs__may_be_english(text, lang)) return bs_scan_unit(out, arena, text, BS_LANG_EN);
    size_t end = without_exception(text);
    if (end == text.len || !scan_unit(out, arena, bs_str_trim(bs_str_slice(text, 0, end)), lang))
        return false;
    out->end = text.len;
    out->but_per_share = true;
    return true;
}

bool bs_scan_whole_unit(bs_unit_text *out, bs_arena *arena, bs_str text, bs_lang lang)
{
    bs_lang own = bs__lang_of_text(text, lang);
    bs__scan scan = {.text = text, .lang = own, .arena = NULL};
    bs__unit_found unit;
    bool stated = false;
    if (text.len == 0) return false;
    bool base = memchr(text.ptr, '=', text.len) || memchr(text.ptr, '\xEF', text.len);
    bool may = base || bs_list_starts(text, "(|[|<|〔|【|〈") ||
               bs__unit_found_at(&unit, &scan, 0) || bs__unit_statement_skip(&scan, 0, &stated) > 0;
    return may && bs_scan_unit(out, arena, text, lang) && out->start == 0 && out->end == text.len;
}
