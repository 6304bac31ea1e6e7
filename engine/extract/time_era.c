// SPDX-License-Identifier: GPL-3.0-or-later
// Eras: their names, and years that are printed without one because it is plain from the text:
// "令和7年度予算 ... 6年度の1.9％".
#include "engine/base/utf8.h"
#include "engine/extract/phrase_table.h"
#include "engine/extract/time_internal.h"
#include "engine/extract/words.h"

static const bs__phrase names[] = {
    P("令和", JA, BS__ERA_LAST),
    P("平成", JA, 1988),
    P("昭和", JA, 1925),
    P("大正", JA, 1911),
    P("明治", JA, 1867),
    P("民國", ZH, 1911),
    P("民国", ZH, 1911),
    // Letters that are spread over a line.
    P("令 和", JA, BS__ERA_LAST),
    P("平 成", JA, 1988),
    P("昭 和", JA, 1925),
};

int bs__era_at(const bs__time_reader *r, size_t at, size_t *end)
{
    *end = at;
    if (bs__digit_here(r->text, at)) return 0; // what is mostly asked
    const bs__phrase *era = BS_PHRASE_AT(names, r->scan, at);
    if (era != NULL) {
        *end = at + era->text.len;
        return era->value;
    }
    // "R6年度", "H30年", "S63年"
    char letter = bs__char_at(r->text, at);
    bool brief = r->scan->lang == BS_LANG_JA && (letter == 'R' || letter == 'H' || letter == 'S') &&
                 !bs__letter_before(r->text, at) && bs__digit_here(r->text, at + 1);
    *end = at + 1;
    return !brief ? 0 : letter == 'R' ? BS__ERA_LAST : letter == 'H' ? 1988 : 1925;
}

bool bs__era_day_at(bs_str text, size_t at)
{
    bs__integer year, month, day;
    char letter = bs__char_at(text, at);
    bool dotted = (letter == 'R' || letter == 'H' || letter == 'S') &&
                  bs__time_digits(&year, text, at + 1, 2) && bs__char_at(text, year.end) == '.' &&
                  bs__time_digits(&month, text, year.end + 1, 2) &&
                  bs__char_at(text, month.end) == '.' &&
                  bs__time_digits(&day, text, month.end + 1, 2);
    bool alone = dotted && !bs__letter_at(text, day.end) && bs__char_at(text, day.end) != '.' &&
                 bs__char_at(text, day.end) != '-';
    return alone && year.value > 0 && bs__field_holds(BS_FIELD_MONTH, month.value) &&
           bs__field_holds(BS_FIELD_DAY, day.value);
}

int bs__era_month_at(bs_str text, size_t at, size_t *end)
{
    enum { SHOWA = 64, HEISEI = 31, REIWA = 30 };
    bs__integer year, month;
    char letter = bs__char_at(text, at);
    int last = letter == 'R' ? REIWA : letter == 'H' ? HEISEI : letter == 'S' ? SHOWA : 0;
    if (last == 0 || bs__letter_before(text, at) || !bs__time_digits(&year, text, at + 1, 2) ||
        year.value < 1 || year.value > last || bs__char_at(text, year.end) != '.' ||
        !bs__time_digits(&month, text, year.end + 1, 2) ||
        !bs__field_holds(BS_FIELD_MONTH, month.value))
        return 0;
    char behind = bs__char_at(text, month.end);
    bool more =
        behind == '.' || behind == '%' || behind == '-' || bs__letter_at(text, month.end) ||
        bs_list_starts(bs_str_slice(text, month.end, text.len), "倍|万|億|円|％|型|号|系|形|級");
    *end = month.end;
    return more ? 0 : month.value;
}

// A year of one digit or two without its era, as printed; 0 for any other.
static int brief_year(const bs_item *item, bs_str text, size_t *digits)
{
    bs__integer number;
    bool time = item->kind == BS_KIND_YEAR || item->kind == BS_KIND_DATE;
    if (!time || !item->from.short_year) return 0;
    if (!bs__time_digits(&number, text, item->start, 2)) return 0;
    *digits = number.digits;
    return bs__starts_at(text, number.end, BS_STR("年")) ? number.value : 0;
}

// In an era that ended a year of two digits without a name is of that; in this one only a business
// year is, and no far one: "25年度" may be 2025.
static bool is_of_era(int year, bool fiscal, const bs_eras *eras, int published)
{
    enum { AHEAD_MAX = 10, SOON_MAX = 3, CENTURY = 2000, ERA_ENDED = 2019 };
    int era = eras->before;
    bool dated = published > 0;
    // "平成29年3月期 ... 28年3月期" without a date: 2028 lies too far ahead of what is reported.
    bool far = eras->year > 0 && CENTURY + year > eras->year + SOON_MAX;
    if (era < BS__ERA_LAST) return dated ? published <= ERA_ENDED : far;
    return fiscal && dated && era + year <= published + AHEAD_MAX;
}

// "13年の農業産出額": the year that two digits with a particle stand for, where the text has
// printed that one, or the one beside it, with its era or in four digits; 0 where they may be a
// length.
static int year_of_length(const bs_item *item, bs_str text, const bs_eras *named)
{
    enum { CENTURY = 2000, DIGITS = 2 };
    static const char fronts[] = "。|、|は|が|も|\n|　| |（|(|「";
    static const char lasting[] =
        "の歴史|の伝統|の実績|の経験|の歳月|の節目|の期間|の年月|の間|の契約|の寿命|の刑|の懲役|"
        "の長|"
        "の短|の計画|の保証|の空白|の猶予|の期限|の償還|の満期|の耐用|の任期|の返済|の運用|の国債|"
        "の固定|の住宅|のうち|の1|の2|の3|の4|の5|の6|の7|の8|の9|の半|の約|の開き|の差";
    // Two digits that can hardly be a length of years.
    enum { LENGTH_MAX = 15, NEAR_YEARS = 9 };
    bs__integer number;
    bs_str after = bs_str_slice(text, item->end, text.len);
    bool read = bs__time_digits(&number, text, item->start, DIGITS) && number.digits == DIGITS &&
                bs__starts_at(text, number.end, BS_STR("年"));
    bool great = read && number.value > LENGTH_MAX;
    bool lasts = bs_list_starts(after, lasting) && !(great && bs_list_starts(after, "の約"));
    bool may = read && bs_str_equal(item->unit, BS_STR("dur:year")) &&
               item->kind == BS_KIND_QUANTITY && bs_list_starts(after, "の") && !lasts &&
               (item->start == 0 || bs_list_ends(bs_str_slice(text, 0, item->start), fronts));
    if (!may) return 0;
    int of_era = named->before > 0 ? named->before + number.value : 0;
    int plain = CENTURY + number.value;
    bool era = of_era > 0 && of_era >= named->year - 1 && of_era <= named->year + 1;
    int near = great && bs_list_starts(after, "の累計|の合計|の年間") ? NEAR_YEARS : 1;
    bool west = named->plain > 0 && plain >= named->plain - 1 && plain <= named->plain + near;
    return era == west ? 0 : era ? of_era : plain;
}

static void make_year(bs_item *item, int year)
{
    *item = (bs_item){.kind = BS_KIND_YEAR,
                      .valued = true,
                      .value = bs_decimal_from_int(year),
                      .start = item->start,
                      .end = item->end,
                      .digits_start = item->digits_start,
                      .digits_end = item->digits_end,
                      .from = {.year = year},
                      .rule = "year"};
}

// "平成6年度、7年度、8年度": does a year of one digit go on from the one right in front of it?
static bool goes_on(const bs_item *item, int year, const bs_item *last, int last_year, bs_str text)
{
    enum { GAP_BYTES_MAX = 9 };
    if (last == NULL || item->start < last->end || item->start - last->end > GAP_BYTES_MAX)
        return false;
    bs_str gap = bs_str_trim(bs_str_slice(text, last->end, item->start));
    return year > last_year &&
           (gap.len == 0 || bs_list_is(gap, "、|，|,|・|～|~|－|-|から|及び|と"));
}

// "平成八年が4.6％、九年が2.3％": the year that follows the one told with its era in the sentence,
// which stands where that stood; 0 where it is a length, or no next year.
static int next_of_era(const bs_item *item, int brief, const bs_item *last, int last_year,
                       bs_str text)
{
    static const char behind[] = "が|は|には|度が|度は|の", lasting[] = "が経|が過|がた|の間|の歳";
    enum { SENTENCE_BYTES = 240 };
    bool length = item->kind == BS_KIND_QUANTITY && bs_str_equal(item->unit, BS_STR("dur:year"));
    bool next = length ? item->value.scale == 0 && item->value.coefficient == last_year + 1
                       : brief == last_year + 1 && item->kind == BS_KIND_YEAR &&
                             !item->from.fiscal && item->to.year == 0;
    if (last == NULL || !next || item->start - last->end > SENTENCE_BYTES) return 0;
    bs_str gap = bs_str_slice(text, last->end, item->start);
    bs_str after = bs_str_slice(text, item->end, text.len);
    bool alike = bs_list_starts(after, behind) && !bs_list_starts(after, lasting) &&
                 bs_list_ends(bs_str_trim(gap), "、|，|,|で") &&
                 bs_utf8_decode(gap, 0).code == bs_utf8_decode(after, 0).code;
    return alike && !bs_str_has_any(gap, "。|\n") ? last_year + 1 : 0;
}

void bs__settle_eras(bs_item_array *items, bs_str text, bs_eras *eras, int published)
{
    enum { AHEAD_MAX = 3, ERA_BEFORE = 1988 };
    const bs_item *chain = NULL; // the last year with an era, or that went on from one
    int chain_era = 0, chain_year = 0;
    bs__scan scan = {.text = text, .lang = BS_LANG_JA};
    bs__time_reader reader = {.scan = &scan, .text = text};
    for (size_t i = 0; i < items->count; i++) {
        bs_item *item = &items->items[i];
        size_t end, digits = 0;
        int named = bs__era_at(&reader, item->start, &end);
        int year = named > 0 ? 0 : brief_year(item, text, &digits);
        if (named > eras->before) eras->before = named;
        int last = item->to.year > item->from.year ? item->to.year : item->from.year;
        if (named > 0 && last > eras->year) eras->year = last;
        if (named > 0) chain = item, chain_era = named, chain_year = item->from.year - named;
        if (named == 0 && last > 0 && !item->from.short_year) eras->plain = last;
        int told = last == 0 ? year_of_length(item, text, eras) : 0;
        if (told > 0) make_year(item, told);
        int next = named == 0 ? next_of_era(item, year, chain, chain_year, text) : 0;
        if (next > 0) {
            make_year(item, chain_era + next);
            chain = item, chain_year = next;
            continue;
        }
        bool of_other = digits == 2 && !is_of_era(year, item->from.fiscal, eras, published);
        if (year == 0 || (digits == 2 && (eras->before == 0 || of_other))) continue;
        // One of a digit that would be far ahead is of the era before.
        bool ahead = published > 0 && BS__ERA_LAST + year > published + AHEAD_MAX;
        bool on = digits == 1 && goes_on(item, year, chain, chain_year, text);
        int first = digits == 2                            ? eras->before
                    : on                                   ? chain_era
                    : ahead && eras->before < BS__ERA_LAST ? ERA_BEFORE
                                                           : BS__ERA_LAST;
        int printed = digits == 2 ? bs__year_complete(year) : BS__ERA_LAST + year;
        int shift = first + year - printed;
        if (on) chain = item, chain_year = year;
        item->from.year += shift;
        if (item->valued) item->value = bs_decimal_from_int(item->from.year);
        if (item->to.year > 0) item->to.year += shift;
    }
}

// Is a year of two digits, "98年", told as one: held against, or with a part of it behind?
static bool is_told_brief(const bs_item *item, bs_str text)
{
    static const char fronts[] = "较|與|与|和|比|自|从|由|至|到",
                      parts[] = "底|度|相较|比较|同期|同月";
    return bs_list_ends(bs_str_slice(text, 0, item->start), fronts) ||
           bs_list_starts(bs_str_slice(text, item->end, text.len), parts);
}

// The year that "113年" or "八十九年" would be of the Republic, where it has been read as a length
// of time; 0 for others.
static int republic_year(const bs_item *item, bs_str text)
{
    enum { BEFORE_FIRST = 1911, YEAR_MIN = 101, YEAR_MAX = 150, BRIEF_MIN = 70, DIGITS = 3 };
    bs__integer number;
    if (item->kind != BS_KIND_QUANTITY || !bs_str_equal(item->unit, BS_STR("dur:year"))) return 0;
    bool digits = bs__time_digits(&number, text, item->start, DIGITS);
    bool brief = digits && number.digits < DIGITS;
    int64_t year = digits ? number.value : item->value.coefficient;
    bs_str word = digits ? bs_str_slice(text, number.end, item->end)
                         : bs_str_slice(text, item->digits_end, item->end);
    bool whole = item->value.scale == 0 && bs_str_equal(word, BS_STR("年"));
    bool fits = year >= (digits && !brief ? YEAR_MIN : BRIEF_MIN) && year <= YEAR_MAX;
    if (brief && !is_told_brief(item, text)) return 0;
    return whole && fits ? BEFORE_FIRST + (int)year : 0;
}

void bs__settle_republic(bs_item_array *items, bs_str text)
{
    static const char fronts[] =
        "成立|创立|长达|为期|近|约|逾|超过|未来|享年|历经|历时|第|满|有|共|"
        "距今|时隔|至少|达|活|走过|迈向|迈入|过去|建校|创校|开业|创业";
    static const char spans[] = "来|间|的|前|后|内|以|一遇|历史|多|余|左右|之|寿|老|期|纪念|校庆";
    for (size_t i = 0; i < items->count; i++) {
        bs_item *item = &items->items[i];
        int year = republic_year(item, text);
        if (year == 0 || bs_list_ends(bs_str_slice(text, 0, item->start), fronts) ||
            bs_list_starts(bs_str_slice(text, item->end, text.len), spans))
            continue;
        make_year(item, year);
    }
}

bs_eras bs__first_eras(bs_str text)
{
    static const bs_str printed[] = {BS_STR_INIT("令和"), BS_STR_INIT("平成"), BS_STR_INIT("昭和")};
    bs_eras eras = {0};
    size_t first = text.len, end;
    bs__scan scan = {.text = text, .lang = BS_LANG_JA};
    bs__time_reader reader = {.scan = &scan, .text = text};
    for (size_t i = 0; i < BS_COUNT(printed); i++) {
        bs__integer year;
        size_t at = bs_str_find(bs_str_slice(text, 0, first), printed[i], 0);
        if (at >= first || !bs__time_digits(&year, text, at + printed[i].len, 2)) continue;
        first = at;
        eras.before = bs__era_at(&reader, at, &end);
        eras.year = eras.before + year.value;
    }
    return eras;
}

int bs__era_of_brief(int year, bool fiscal, const bs_eras *eras, int published)
{
    enum { DIGIT_MAX = 9 };
    bool named = year > DIGIT_MAX && eras->before > 0;
    return named && is_of_era(year, fiscal, eras, published) ? eras->before : 0;
}

int bs__era_of_turn(int last, bool fiscal, const bs_eras *eras, int published)
{
    int era = bs__era_of_brief(last, fiscal, eras, published);
    return era > 0 ? era : BS__ERA_LAST;
}

int bs__era_shift(int era, int year)
{
    enum { DIGIT_MAX = 9 };
    return era + year - (year > DIGIT_MAX ? bs__year_complete(year) : BS__ERA_LAST + year);
}

int bs__era_of_head(bs_str head)
{
    size_t end;
    bs__scan scan = {.text = bs_str_trim(head), .lang = BS_LANG_JA};
    bs__time_reader reader = {.scan = &scan, .text = scan.text, .header = true};
    return scan.text.len > 0 ? bs__era_at(&reader, 0, &end) : 0;
}

// Cuts the era, or how a column of dates abbreviates it, off the front of *text; 0 for none.
static int cut_era(bs_str *text)
{
    static const bs__phrase briefs[] = {
        P("令", JA, BS__ERA_LAST), P("平", JA, 1988), P("昭", JA, 1925), P("大", JA, 1911),
        P("R", JA, BS__ERA_LAST),  P("H", JA, 1988),  P("S", JA, 1925),
    };
    bs__scan scan = {.text = *text, .lang = BS_LANG_JA};
    bs__time_reader reader = {.scan = &scan, .text = scan.text, .header = true};
    size_t end = 0;
    int era = text->len > 0 ? bs__era_at(&reader, 0, &end) : 0;
    const bs__phrase *brief = era == 0 && text->len > 0 ? BS_PHRASE_AT(briefs, &scan, 0) : NULL;
    if (brief != NULL) era = brief->value;
    if (brief != NULL) end = brief->text.len;
    if (era > 0) *text = bs_str_slice(*text, end, text->len);
    return era;
}

int bs__era_dotted_day(bs_when *out, bs_str text)
{
    enum { FIELDS = 3, DIGITS_MAX = 2 };
    bs__integer fields[FIELDS];
    size_t at = 0;
    text = bs_str_trim(text);
    *out = (bs_when){0};
    int era = cut_era(&text);
    for (size_t i = 0; i < FIELDS; i++) {
        at = bs_gap_skip(text, at);
        if (!bs__time_digits(&fields[i], text, at, DIGITS_MAX)) return -1;
        at = fields[i].end;
        if (i + 1 < FIELDS && bs__char_at(text, at++) != '.') return -1;
    }
    bool read = at == text.len && fields[0].value > 0 &&
                bs__field_holds(BS_FIELD_MONTH, fields[1].value) &&
                bs__field_holds(BS_FIELD_DAY, fields[2].value);
    *out =
        (bs_when){.year = era + fields[0].value, .month = fields[1].value, .day = fields[2].value};
    return read ? era : -1;
}

int bs__year_of_era(bs_str head)
{
    bs__integer number;
    bs_str text = bs_str_trim(head);
    bool read = bs__time_digits(&number, text, 0, 2) &&
                bs__starts_at(text, bs_gap_skip(text, number.end), BS_STR("年"));
    return read ? number.value : 0;
}
