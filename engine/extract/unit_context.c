// SPDX-License-Identifier: GPL-3.0-or-later
// Units that only the words around a number make one: data rates, degrees of warmth, speeds, inches
// behind a quotation mark, parts of a unit.
#include "engine/base/utf8.h"
#include "engine/extract/phrase_table.h"
#include "engine/extract/scan_internal.h"
#include "engine/extract/words.h"

static const bs__phrase network_words[] = {
    P("광전송", KO, 0),       P("네트워크", KO, 0), P("이더넷", KO, 0),  P("통신", KO, 0),
    P("대역폭", KO, 0),       P("전송", KO, 0),     P("광모듈", KO, 0),  P("光", ZH | JA, 0),
    P("全光", ZH, 0),         P("网络", ZH, 0),     P("以太网", ZH, 0),  P("传输", ZH, 0),
    P("宽带", ZH, 0),         P("带宽", ZH, 0),     P("端口", ZH, 0),    P("ネットワーク", JA, 0),
    P("イーサネット", JA, 0), P("伝送", JA, 0),     P("optical", EN, 0), P("ethernet", EN, 0),
    P("network", EN, 0),      P("port", EN, 0),     P("ports", EN, 0),   P("bandwidth", EN, 0),
    P("transmission", EN, 0),
};

// 400G/800G 광전송: G and T behind tens or hundreds before a word of networks is a data rate.
static bool network_rate(bs__unit_here *out, const bs__scan *scan, const bs_numeral *number)
{
    enum { RATE_MIN = 10 };
    bs_str text = scan->text;
    size_t at = number->end;
    if (at >= text.len || (text.ptr[at] != 'G' && text.ptr[at] != 'T')) return false;
    if (bs__letter_at(text, at + 1) || (number->flags & BS_NUMERAL_LARGE)) return false;
    bool giga = text.ptr[at] == 'G';
    if (giga && bs_decimal_compare(number->value, bs_decimal_from_int(RATE_MIN)) < 0) return false;
    size_t from = at + 1;
    while (from < text.len && (text.ptr[from] == '/' || bs__letter_at(text, from)))
        from++;
    if (BS_PHRASE_AT(network_words, scan, bs_gap_skip(text, from)) == NULL) return false;
    *out = (bs__unit_here){.code = giga ? BS_STR("Gbps") : BS_STR("Tbps"),
                           .end = at + 1,
                           .dimension = BS_DIM_DATA_RATE};
    return true;
}

static const bs__phrase warm_fronts[] = {
    P("섭씨", KO, 0),   P("영하", KO, 0), P("영상", KO, 0), P("기온", KO, 0),
    P("摄氏", ZH, 0),   P("零下", ZH, 0), P("気温", JA, 0), P("摂氏", JA, 0),
    P("氷点下", JA, 0), P("水温", JA, 0), P("セ氏", JA, 0), P("温度", JA, 0),
};

// "平均気温は平年より1.2度高く": does the sentence speak of warmth in front of the number? 2度目 is
// a second time.
static bool speaks_of_warmth(const bs__scan *scan, const bs_numeral *number, size_t behind)
{
    enum { FAR_BYTES = 120 };
    static const char words[] = "気温|水温|体温|地温|海温|温度|温差|气温|氣溫|水溫|溫度|"
                                "體溫|기온|수온|체온|온도";
    static const char times[] = "目|にわた|連続|も";
    if ((number->flags & BS_NUMERAL_DIGITS) == 0) return false;
    size_t from = number->start > FAR_BYTES ? number->start - FAR_BYTES : 0;
    bs_str front = bs_str_slice(scan->text, from, number->start);
    bs_str rest = bs_str_slice(scan->text, behind, scan->text.len);
    return bs_str_has_any(bs_str_behind_last(front, "。|\n|. |；"), words) &&
           !bs_list_starts(rest, times);
}

// 섭씨 25도, 영하 10도, 気温25度: degrees that a word in front makes those of warmth.
static bool warm_degrees(bs__unit_here *out, const bs__scan *scan, const bs_numeral *number)
{
    static const bs__phrase degrees[] = {P("도", KO, 0), P("度", ZH | JA, 0)};
    const bs__phrase *word = BS_PHRASE_AT(degrees, scan, bs_gap_skip(scan->text, number->end));
    if (word == NULL) return false;
    size_t back = bs__gap_back(scan->text, number->start);
    size_t end = bs_gap_skip(scan->text, number->end) + word->text.len;
    bool warm = BS_PHRASE_BEFORE(warm_fronts, scan, back) != NULL ||
                BS_PHRASE_AT(warm_fronts, scan, number->start) != NULL ||
                speaks_of_warmth(scan, number, end);
    if (!warm) return false;
    *out = (bs__unit_here){.code = BS_STR("degC"), .end = end, .dimension = BS_DIM_TEMPERATURE};
    return true;
}

// Is a quotation open at `at`? A mark behind a digit and outside a quotation closes none.
static bool quote_is_open(bs_str text, size_t at)
{
    bool open = false;
    for (size_t i = 0; i < at; i++) {
        if (text.ptr[i] != '"') continue;
        bool inches = !open && i > 0 && text.ptr[i - 1] >= '0' && text.ptr[i - 1] <= '9';
        if (!inches) open = !open;
    }
    return open;
}

// a 10" pipe: behind a number and outside quotation marks, a mark that opens none is one of inches.
static bool inch_mark(bs__unit_here *out, const bs__scan *scan, const bs_numeral *number)
{
    bs_str text = scan->text;
    size_t at = bs_gap_skip(text, number->end);
    if (at >= text.len || text.ptr[at] != '"' || (number->flags & BS_NUMERAL_WORDS)) return false;
    bool apart = at > number->end;
    if (apart && at + 1 < text.len && text.ptr[at + 1] != ' ') return false;
    if (bs__letter_at(text, at + 1) || quote_is_open(text, at)) return false;
    if (memchr(text.ptr + at + 1, '"', text.len - at - 1) != NULL && apart) return false;
    *out = (bs__unit_here){.code = BS_STR("in"), .end = at + 1, .dimension = BS_DIM_LENGTH};
    return true;
}

// "a tenth of a percentage point", "three quarters of a mile".
static bool part_of_unit(bs__unit_here *out, const bs__scan *scan, const bs_numeral *number)
{
    static const bs__phrase of[] = {P("of a", EN, 0), P("of an", EN, 0), P("of one", EN, 0)};
    if (scan->lang != BS_LANG_EN || (number->flags & BS_NUMERAL_PARTS) == 0) return false;
    const bs__phrase *word = BS_PHRASE_AT(of, scan, bs_gap_skip(scan->text, number->end));
    if (word == NULL) return false;
    size_t from = bs_gap_skip(scan->text, number->end) + word->text.len;
    return bs__unit_behind(out, scan, from) && out->dimension != BS_DIM_COUNT_OF &&
           out->dimension != BS_DIM_DURATION;
}

// "earnings of 14.2p a share", "148.3p a litre": pence, where the text speaks of such things. Alone
// the letter marks what is provisional.
static bool pence(bs__unit_here *out, const bs__scan *scan, const bs_numeral *number)
{
    static const bs_str words[] = {BS_STR_INIT("per share"), BS_STR_INIT("a share"),
                                   BS_STR_INIT("ividend"),   BS_STR_INIT("EPS"),
                                   BS_STR_INIT("litre"),     BS_STR_INIT("pence"),
                                   BS_STR_INIT("kWh"),       BS_STR_INIT("per unit"),
                                   BS_STR_INIT("hares "),    BS_STR_INIT("£")};
    enum { FAR_BYTES = 400 };
    size_t at = number->end;
    bool letter = scan->lang == BS_LANG_EN && at < scan->text.len && scan->text.ptr[at] == 'p' &&
                  !bs__letter_at(scan->text, at + 1) && (number->flags & BS_NUMERAL_LARGE) == 0;
    if (!letter) return false;
    bs_str near = bs_str_slice(scan->text, at > FAR_BYTES ? at - FAR_BYTES : 0, at + FAR_BYTES);
    for (size_t i = 0; i < BS_COUNT(words); i++) {
        if (bs_str_find(near, words[i], 0) == SIZE_MAX) continue;
        *out = (bs__unit_here){.code = BS_STR("GBX"), .dimension = BS_DIM_MONEY, .end = at + 1};
        return true;
    }
    return false;
}

// "stocks stood at 2,737 mb": millions of barrels, where the text counts barrels or so many a day.
static bool million_barrels(bs__unit_here *out, const bs__scan *scan, const bs_numeral *number)
{
    enum { FAR_BYTES = 800 };
    static const bs_str words[] = {BS_STR_INIT("mb/d"), BS_STR_INIT("kb/d"), BS_STR_INIT("barrel"),
                                   BS_STR_INIT("OECD industry"), BS_STR_INIT("crude")};
    bs_str text = scan->text;
    size_t at = number->end;
    bool apart = scan->lang == BS_LANG_EN && at + 2 < text.len && text.ptr[at] == ' ' &&
                 text.ptr[at + 1] == 'm' && text.ptr[at + 2] == 'b';
    if (!apart || bs__letter_at(text, at + 3) || bs__starts_at(text, at + 3, BS_STR("/")) ||
        (number->flags & BS_NUMERAL_LARGE))
        return false;
    bs_str near = bs_str_slice(text, at > FAR_BYTES ? at - FAR_BYTES : 0, at + FAR_BYTES);
    for (size_t i = 0; i < BS_COUNT(words); i++) {
        if (bs_str_find(near, words[i], 0) == SIZE_MAX) continue;
        *out = (bs__unit_here){
            .code = BS_STR("bbl"), .power = 6, .dimension = BS_DIM_VOLUME, .end = at + 3};
        return true;
    }
    return false;
}

// "35-44s", "over-65s", "people aged 16 to 24": ages, which print no unit.
static bool ages(bs__unit_here *out, const bs__scan *scan, const bs_numeral *number)
{
    enum { AGE_MAX = 120, WORDS_BYTES = 24 };
    static const char fronts[] =
        "aged|ages|aged over|aged under|aged between|ages of|age of|over the "
        "age of|under the age of|aged at least|aged from|Aged|Ages";
    static const char groups[] =
        "over-|under-|Over-|Under-|over |under |Over |Under |their |his |her |their mid-";
    bs_str text = scan->text;
    bool plain = scan->lang == BS_LANG_EN && number->value.scale == 0 &&
                 number->value.coefficient > 0 && number->value.coefficient < AGE_MAX &&
                 (number->flags & (BS_NUMERAL_LARGE | BS_NUMERAL_PARTS)) == 0;
    if (!plain) return false;
    size_t at = number->start;
    bs_str before = bs_str_slice(text, at > WORDS_BYTES ? at - WORDS_BYTES : 0, at);
    bool plural = bs__starts_at(text, number->end, BS_STR("s")) &&
                  !bs__letter_at(text, number->end + 1) && number->end - at == 2;
    size_t len;
    bool second = at > 2 && text.ptr[at - 1] == '-' && bs_digit_at(text, at - 2, &len) >= 0;
    bool group = plural && (second || bs_list_ends(before, groups));
    bool aged = at > 0 && text.ptr[at - 1] == ' ' && bs_list_ends(bs_str_trim(before), fronts);
    if (!group && !aged) return false;
    bs__unit_here printed;
    if (!group && bs__unit_behind(&printed, scan, number->end)) return false;
    *out = (bs__unit_here){.code = BS_STR("dur:year"),
                           .dimension = BS_DIM_DURATION,
                           .end = number->end + (group ? 1 : 0)};
    return true;
}

// "用电量10万亿度": kilowatt-hours, where the clause speaks of electricity and so many are no
// angle.
static bool electric_degrees(bs__unit_here *out, const bs__scan *scan, const bs_numeral *number)
{
    enum { FAR_BYTES = 90 };
    size_t at = bs_gap_skip(scan->text, number->end);
    bs_str rest = bs_str_slice(scan->text, at, scan->text.len);
    if (scan->lang != BS_LANG_ZH || (number->flags & BS_NUMERAL_LARGE) == 0 ||
        !bs_list_starts(rest, "度") || bs_list_starts(rest, "度电|度電"))
        return false;
    bs_str near = bs_str_tail(bs_str_slice(scan->text, 0, number->start), FAR_BYTES);
    if (!bs_str_has_any(bs_str_behind_last(near, "。"), "电|電")) return false;
    *out = (bs__unit_here){
        .code = BS_STR("kWh"), .dimension = BS_DIM_ENERGY, .end = at + strlen("度")};
    return true;
}

bool bs__scales_computing(const bs__scan *scan, size_t start, size_t at, bool small)
{
    enum { FAR_BYTES = 120, NEAR_BYTES = 12 };
    static const char words[] = "算力|智算|超算|计算能力|計算能力|연산|컴퓨팅|演算";
    bs_str text = scan->text;
    size_t len;
    bool letter = at < text.len && (text.ptr[at] == 'P' || text.ptr[at] == 'E') &&
                  !bs__letter_at(text, at + 1) && bs_digit_at(text, at + 1, &len) < 0;
    if (!letter) return false;
    bs_str front = bs_str_tail(bs_str_slice(text, 0, start), FAR_BYTES);
    front = bs_str_behind_last(front, "。|\n|. |；");
    if (small) front = bs_str_behind_last(front, "，|、|, ");
    return bs_str_has_any(front, words) ||
           bs_list_starts(bs_str_slice(text, at + 1, at + 1 + NEAR_BYTES), words);
}

// "智算规模达1200P", "500P算力", "算力突破5万P": the letter of a scale alone.
static bool computing_scale(bs__unit_here *out, const bs__scan *scan, const bs_numeral *number)
{
    enum { SMALL_MAX = 10 };
    size_t at = bs_gap_skip(scan->text, number->end);
    bool small = number->value.scale == 0 && number->value.coefficient < SMALL_MAX;
    if ((number->flags & BS_NUMERAL_DIGITS) == 0 ||
        !bs__scales_computing(scan, number->start, at, small))
        return false;
    bs_str code = scan->text.ptr[at] == 'P' ? BS_STR("PFLOPS") : BS_STR("EFLOPS");
    *out = (bs__unit_here){.code = code, .dimension = bs_unit_dimension(code), .end = at + 1};
    return true;
}

// "32.3 mil. barrels", "4 bn. euros": the point of a short scale in front of a unit.
static bool behind_short_scale(bs__unit_here *out, const bs__scan *scan, const bs_numeral *number)
{
    static const char scales[] = "mil|mln|bn|bln|tn|trn";
    bs_str text = scan->text;
    size_t at = number->end;
    bool point = scan->lang == BS_LANG_EN && (number->flags & BS_NUMERAL_LARGE) &&
                 at + 2 < text.len && text.ptr[at] == '.' && text.ptr[at + 1] == ' ' &&
                 text.ptr[at + 2] >= 'a' && text.ptr[at + 2] <= 'z';
    return point && bs_list_ends(bs_str_slice(text, number->start, at), scales) &&
           bs__unit_behind(out, scan, at + 1);
}

// "HK1 cent", "HK4.5 cents": a hundredth of the dollar that stands in front.
static bool hong_kong_cents(bs__unit_here *out, const bs__scan *scan, const bs_numeral *number)
{
    bs_str text = scan->text;
    if (scan->lang != BS_LANG_EN || !bs__starts_at(text, number->end, BS_STR(" cent")))
        return false;
    if (!bs_list_ends(bs_str_slice(text, 0, number->start), "HK|HK ")) return false;
    if (!bs__unit_behind(out, scan, number->end)) return false;
    out->code = BS_STR("HKX");
    return true;
}

bool bs__unit_by_context(bs__unit_here *out, const bs__scan *scan, const bs_numeral *number)
{
    return network_rate(out, scan, number) || warm_degrees(out, scan, number) ||
           ages(out, scan, number) || pence(out, scan, number) ||
           million_barrels(out, scan, number) || inch_mark(out, scan, number) ||
           part_of_unit(out, scan, number) || electric_degrees(out, scan, number) ||
           computing_scale(out, scan, number) || behind_short_scale(out, scan, number) ||
           hong_kong_cents(out, scan, number);
}

// 시속 188 마일, 초속 25m: the length is one an hour, one a second. `value` is the unit of time.
enum { AN_HOUR, A_MINUTE, A_SECOND };
static const bs__phrase speed_fronts[] = {
    P("시속", KO, AN_HOUR),  P("时速", ZH, AN_HOUR),  P("時速", ZH | JA, AN_HOUR),
    P("분속", KO, A_MINUTE), P("分速", JA, A_MINUTE), P("초속", KO, A_SECOND),
    P("秒速", JA, A_SECOND), P("风速", ZH, A_SECOND), P("風速", ZH | JA, A_SECOND),
};
static const struct {
    int16_t front;
    bs_str length;
    bs_str speed;
} speeds[] = {
    {AN_HOUR, BS_STR_INIT("km"), BS_STR_INIT("km/h")},
    {AN_HOUR, BS_STR_INIT("mi"), BS_STR_INIT("mi/h")},
    {A_MINUTE, BS_STR_INIT("km"), BS_STR_INIT("km/min")},
    {A_MINUTE, BS_STR_INIT("ft"), BS_STR_INIT("ft/min")},
    {A_SECOND, BS_STR_INIT("m"), BS_STR_INIT("m/s")},
    {A_SECOND, BS_STR_INIT("km"), BS_STR_INIT("km/s")},
    {A_SECOND, BS_STR_INIT("ft"), BS_STR_INIT("ft/s")},
};

void bs__unit_of_speed(bs__unit_here *unit, size_t *start, const bs__scan *scan)
{
    if (unit->dimension != BS_DIM_LENGTH) return;
    size_t back = bs__gap_back(scan->text, *start);
    const bs__phrase *front = BS_PHRASE_BEFORE(speed_fronts, scan, back);
    if (front == NULL) return;
    for (size_t i = 0; i < BS_COUNT(speeds); i++) {
        if (speeds[i].front != front->value || !bs_str_equal(speeds[i].length, unit->code))
            continue;
        unit->code = speeds[i].speed;
        unit->dimension = BS_DIM_SPEED;
        *start = back - front->text.len;
        return;
    }
}

// "Milk production was 18.8 billion pounds": what is weighed stands near.
bool bs__weighed_near(const bs__scan *scan, size_t start, size_t end)
{
    enum { NEAR_BYTES = 100, BEHIND_BYTES = 40 };
    static const char things[] =
        "milk|Milk|meat|beef|pork|poult|broiler|turkey|chicken|cheese|butter|cotton|"
        "slaughter|honey|catch|landings|wool|peanut|fruit|emissions|copper|uranium|cargo|"
        "freight|carcass|Beef|Pork|crop";
    size_t from = start > NEAR_BYTES ? start - NEAR_BYTES : 0;
    bs_str near = bs_str_slice(scan->text, from, end + BEHIND_BYTES);
    return bs_str_has_any(near, things);
}
