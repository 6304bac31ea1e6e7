// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers of houses, floors and rooms, by the names of streets and blocks around them: "霞が関1丁目
// 2番3号", "中关村大街27号10层", "종로구 새문안로 15길 20, 3층", "350 Fifth Avenue".
#include "engine/base/utf8.h"
#include "engine/extract/scan_internal.h"

#define KO BS_IN(BS_LANG_KO)
#define ZH BS_IN(BS_LANG_ZH)
#define JA BS_IN(BS_LANG_JA)
#define EN BS_IN(BS_LANG_EN)
#define P(text, langs)                                                                             \
    {                                                                                              \
        BS_STR_INIT(text), (langs), 0                                                              \
    }

enum { NUMBER_BYTES_MAX = 15, STREET_WORDS_MAX = 4, ADDRESS_BYTES_MAX = 96 };

// Behind the numbers of one address.
static const bs__phrase counters[] = {
    P("丁目", JA), P("番地", JA), P("番", JA),   P("号室", JA), P("号", JA),
    P("階", JA),   P("の", JA),   P("号楼", ZH), P("号院", ZH), P("号", ZH),
    P("层", ZH),   P("楼", ZH),   P("室", ZH),   P("座", ZH),   P("单元", ZH),
    P("栋", ZH),   P("幢", ZH),   P("弄", ZH),   P("가", KO),   P("번지", KO),
    P("번길", KO), P("길", KO),   P("층", KO),   P("호", KO),   P("동", KO),
};
static const bs__phrase chinese_streets[] = {P("路", ZH), P("街", ZH),   P("大道", ZH),
                                             P("巷", ZH), P("胡同", ZH), P("弄", ZH),
                                             P("道", ZH), P("段", ZH)};
static const bs__phrase chinese_houses[] = {P("号", ZH), P("弄", ZH)};
static const bs__phrase korean_streets[] = {P("로", KO), P("길", KO), P("가", KO),
                                            P("동", KO), P("리", KO), P("대로", KO)};
static const bs__phrase korean_places[] = {P("구", KO), P("군", KO), P("시", KO),
                                           P("읍", KO), P("면", KO), P("동", KO)};
static const bs__phrase english_streets[] = {
    P("Street", EN), P("Avenue", EN), P("Road", EN),  P("Boulevard", EN), P("Drive", EN),
    P("Lane", EN),   P("Square", EN), P("Place", EN), P("Parkway", EN),   P("Court", EN),
    P("Blvd.", EN),  P("Ave.", EN),   P("St.", EN),   P("Rd.", EN),       P("Dr.", EN),
    P("Ave", EN),    P("Blvd", EN),   P("Rd", EN),
};

// Behind digits and the hyphens between them; `at` when there are none.
static size_t house_end(bs_str text, size_t at)
{
    size_t end = at, len;
    while (end < at + NUMBER_BYTES_MAX) {
        if (bs_digit_at(text, end, &len) >= 0)
            end += len;
        else if (end > at && end < text.len && text.ptr[end] == '-' &&
                 bs_digit_at(text, end + 1, &len) >= 0)
            end++;
        else
            break;
    }
    return end;
}

// Behind the numbers and counters that go on with an address at `at`.
static size_t chain_end(const bs__scan *scan, size_t at)
{
    bs_str text = scan->text;
    size_t end = at, from = at;
    while (end < at + ADDRESS_BYTES_MAX) {
        size_t number = house_end(text, from);
        if (number == from) break;
        const bs__phrase *counter = BS_PHRASE_AT(counters, scan, number);
        if (counter == NULL && end > at && from > end && text.ptr[end] == ',') break;
        end = number + (counter ? counter->text.len : 0);
        from = bs_gap_skip(text, end);
        if (from < text.len && text.ptr[from] == ',') from = bs_gap_skip(text, from + 1);
        // "15길 20, 3층": the last number of the street; only counted ones go on.
        bool counted = BS_PHRASE_AT(counters, scan, house_end(text, from)) != NULL;
        if (counter == NULL && from > end && !counted) break;
    }
    return end;
}

static size_t word_start(bs_str text, size_t end)
{
    while (end > 0 && bs_rune_is_hangul(bs_utf8_decode_before(text, end).code))
        end -= bs_utf8_decode_before(text, end).len;
    return end;
}

// "종로구 새문안로 15", "강남구 역삼동 123-45번지": behind the name of a street that stands behind
// that of a place. The particle of "평균으로 30" stands behind none.
static bool read_korean(const bs__scan *scan, size_t at, size_t *end)
{
    bs_str text = scan->text;
    size_t street_end = bs__gap_back(text, at);
    const bs__phrase *street = BS_PHRASE_BEFORE(korean_streets, scan, street_end);
    if (street == NULL || street_end == at) return false;
    size_t street_start = word_start(text, street_end);
    size_t place_end = bs__gap_back(text, street_start);
    const bs__phrase *place = BS_PHRASE_BEFORE(korean_places, scan, place_end);
    if (place == NULL || place_end == street_start) return false;
    bool named = street_end - street_start > street->text.len + 3 &&
                 place_end - word_start(text, place_end) > place->text.len;
    bool particle = bs__ends_at(text, street_end, BS_STR("으로"));
    // "반포동 위주로 0.33%": nor is a house numbered with decimals.
    size_t digits = house_end(text, at);
    bool decimal =
        bs__starts_at(text, digits, BS_STR(".")) && house_end(text, digits + 1) > digits + 1;
    if (!named || particle || decimal) return false;
    *end = chain_end(scan, at);
    bs__unit_here unit;
    bool counted = BS_PHRASE_AT(counters, scan, house_end(text, at)) != NULL;
    return counted || !bs__unit_behind(&unit, scan, house_end(text, at));
}

static bool read_chinese(const bs__scan *scan, size_t at, size_t *end)
{
    if (BS_PHRASE_BEFORE(chinese_streets, scan, at) == NULL) return false;
    if (BS_PHRASE_AT(chinese_houses, scan, house_end(scan->text, at)) == NULL) return false;
    if (bs__starts_at(scan->text, house_end(scan->text, at), BS_STR("号线"))) return false;
    *end = chain_end(scan, at);
    return true;
}

static bool read_japanese(const bs__scan *scan, size_t at, size_t *end)
{
    if (!bs__starts_at(scan->text, house_end(scan->text, at), BS_STR("丁目"))) return false;
    *end = chain_end(scan, at);
    return true;
}

// "350 Fifth Avenue": capitalised words up to one that names a kind of street.
static bool read_english(const bs__scan *scan, size_t at, size_t *end)
{
    bs_str text = scan->text;
    size_t from = house_end(text, at);
    for (size_t word = 0; word <= STREET_WORDS_MAX; word++) {
        size_t start = from;
        if (start >= text.len || text.ptr[start] != ' ') return false;
        start++;
        const bs__phrase *street = word > 0 ? BS_PHRASE_AT(english_streets, scan, start) : NULL;
        if (street != NULL && text.ptr[start] < 'a') {
            *end = start + street->text.len;
            return true;
        }
        bool capital = start < text.len && ((text.ptr[start] >= 'A' && text.ptr[start] <= 'Z') ||
                                            (text.ptr[start] >= '0' && text.ptr[start] <= '9'));
        if (!capital) return false;
        for (from = start; bs__letter_at(text, from) || (from < text.len && text.ptr[from] == '.');)
            from++;
    }
    return false;
}

bool bs__place_read(const bs__scan *scan, size_t at, size_t *end)
{
    switch (scan->lang) {
    case BS_LANG_KO:
        return read_korean(scan, at, end);
    case BS_LANG_ZH:
        return read_chinese(scan, at, end);
    case BS_LANG_JA:
        return read_japanese(scan, at, end);
    default:
        return read_english(scan, at, end);
    }
}
