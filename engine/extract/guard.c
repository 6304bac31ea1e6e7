// SPDX-License-Identifier: GPL-3.0-or-later
// What holds digits and is never a number: addresses of the web and of the post, telephone numbers,
// clock times, list marks, references, and names such as IPv6 and COVID-19 (guard_latin.c).
#include "engine/base/utf8.h"
#include "engine/extract/guard_internal.h"
#include "engine/extract/phrase_table.h"
#include "engine/extract/time_internal.h"
#include "engine/extract/words.h"

// Nothing here looks further ahead than this, so that a hostile line is read in linear time.
enum { ADDRESS_BYTES_MAX = 2048, HOST_BYTES_MAX = 128, DIGITS_BYTES_MAX = 64 };

// Bytes that an address of the web may hold.
static bool in_address(char c)
{
    return (unsigned char)c > ' ' && (unsigned char)c < 0x80 && c != '<' && c != '>' && c != '"';
}

static size_t address_end(bs_str text, size_t at)
{
    size_t stop = text.len - at > ADDRESS_BYTES_MAX ? at + ADDRESS_BYTES_MAX : text.len;
    while (at < stop && in_address(text.ptr[at]))
        at++;
    return at;
}

static bool read_url(bs_str text, size_t at, size_t *end)
{
    static const bs_str starts[] = {BS_STR_INIT("http://"), BS_STR_INIT("https://"),
                                    BS_STR_INIT("ftp://"),  BS_STR_INIT("www."),
                                    BS_STR_INIT("doi:"),    BS_STR_INIT("mailto:")};
    for (size_t i = 0; i < BS_COUNT(starts); i++) {
        bs_str here = bs_str_slice(text, at, at + starts[i].len);
        if (!bs_str_equal_nocase(here, starts[i])) continue;
        *end = address_end(text, at);
        return true;
    }
    return false;
}

// name@host, and host names with a path: mp.weixin.qq.com/s/5Ws.
static bool read_host(bs_str text, size_t at, size_t *end)
{
    size_t stop = text.len - at > HOST_BYTES_MAX ? at + HOST_BYTES_MAX : text.len;
    size_t points = 0;
    for (size_t i = at; i < stop && in_address(text.ptr[i]); i++) {
        char c = text.ptr[i];
        bool letter_next = bs__is_latin(bs__at_or_zero(text, i + 1));
        bool mail = c == '@' && i > at && letter_next;
        bool path = c == '/' && points >= 2 && in_address(bs__at_or_zero(text, i + 1));
        if (mail || path) {
            *end = address_end(text, i);
            return true;
        }
        bool inner = c == '.' && letter_next && i > at && bs__is_latin(text.ptr[i - 1]);
        points += inner;
        if (!inner && !bs__is_word(c) && c != '-' && c != '_' && c != '+') return false;
    }
    return false;
}

// "600923@haimao.com": an address of the post that begins with digits.
static bool read_mail(bs_str text, size_t at, size_t *end)
{
    size_t i = bs__digits_end(text, at);
    char next = bs__at_or_zero(text, i);
    return (next == '@' || next == '_' || bs__is_latin(next)) && read_host(text, at, end);
}

// "(2020=100)": the base of an index.
static bool read_index_base(bs_str text, size_t at, size_t *end)
{
    enum { BASE_BYTES_MAX = 40 };
    static const bs_str ends[] = {BS_STR_INIT("=100)"),    BS_STR_INIT("= 100)"),
                                  BS_STR_INIT("=100.0)"),  BS_STR_INIT("＝100）"),
                                  BS_STR_INIT("=100）"),   BS_STR_INIT("＝１００）"),
                                  BS_STR_INIT("＝100)"),   BS_STR_INIT("=１００）"),
                                  BS_STR_INIT("=１００)"), BS_STR_INIT("＝１００)")};
    bs_str inside = bs_str_slice(text, at + 1, at + BASE_BYTES_MAX);
    bool equals = memchr(inside.ptr, '=', inside.len) != NULL ||
                  bs_str_find(inside, BS_STR("＝"), 0) != SIZE_MAX;
    if (!equals) return false;
    for (size_t i = 0; i < BS_COUNT(ends); i++) {
        size_t found = bs_str_find(inside, ends[i], 0);
        if (found == SIZE_MAX || memchr(inside.ptr, ')', found) != NULL) continue;
        // "（CPI）为109.62（2021年=100）": another bracket stands in front.
        if (bs_str_find(bs_str_slice(inside, 0, found), BS_STR("）"), 0) != SIZE_MAX) continue;
        *end = at + 1 + found + ends[i].len;
        return true;
    }
    return false;
}

// "(단위: 대, 백만달러, %)": the units that a table is in.
static bool read_unit_bracket(bs_str text, size_t at, size_t *end)
{
    enum { BRACKET_BYTES_MAX = 160 };
    static const char starts[] = "(단위:|(단위 :|(단위：|（단위：|(单位:|(单位：|（单位:|（单位：|"
                                 "(単位:|(単位：|（単位:|（単位：|[단위:|[단위 :|[単位：|(Unit:|"
                                 "(unit:|(Units:|(units:";
    bs_str bracket = bs_str_slice(text, at, at + BRACKET_BYTES_MAX);
    if (!bs_list_starts(bracket, starts)) return false;
    size_t open = text.ptr[at] == '(' || text.ptr[at] == '[' ? 1 : strlen("（");
    for (size_t i = open; i < bracket.len; i++) {
        bs_str rest = bs_str_slice(bracket, i, bracket.len);
        if (!bs_list_starts(rest, ")|]|）")) continue;
        *end = at + i + bs_utf8_decode(rest, 0).len;
        return true;
    }
    return false;
}

// "2030 세대": those in their twenties and thirties.
static bool is_two_decades(bs_str digits)
{
    return digits.len == 4 && digits.ptr[1] == '0' && digits.ptr[3] == '0' &&
           digits.ptr[2] == digits.ptr[0] + 1;
}

// 5세대 HBM3E: a generation of something, not as many households.
static bool read_generation(const bs__scan *scan, size_t at, size_t *end)
{
    bs_str text = scan->text;
    *end = bs__digits_end(text, at);
    if (scan->lang == BS_LANG_KO && is_two_decades(bs_str_slice(text, at, *end)) &&
        bs__starts_at(text, bs_gap_skip(text, *end), BS_STR("세대")))
        return true;
    size_t behind = at + 1 + strlen("세대");
    if (scan->lang != BS_LANG_KO || bs_is_digit(bs__at_or_zero(text, at + 1))) return false;
    if (!bs__starts_at(text, at + 1, BS_STR("세대")) || bs__at_or_zero(text, behind) != ' ')
        return false;
    if (!bs__is_latin(bs__at_or_zero(text, behind + 1))) return false;
    *end = behind;
    return true;
}

// 24/7, 9/11, 05/02/24: digits over digits that are no fraction are a name of something, or a day.
static bool read_slashed(const bs__scan *scan, size_t at, bs_item *item, size_t *end)
{
    bs_str text = scan->text;
    size_t i = at;
    while (bs_is_digit(bs__at_or_zero(text, i)))
        i++;
    if (bs__at_or_zero(text, i) != '/' || !bs_is_digit(bs__at_or_zero(text, i + 1)) || i - at > 2)
        return false;
    bs_numeral number;
    if (bs__numeral_at(&number, scan, at) && number.end > i) return false;
    size_t stop = i + 1;
    while (bs_is_digit(bs__at_or_zero(text, stop)))
        stop++;
    bs__unit_here unit;
    bool point = bs__at_or_zero(text, stop) == '.' && bs_is_digit(bs__at_or_zero(text, stop + 1));
    if (stop - i > 3 || point || bs__unit_behind(&unit, scan, stop)) return false;
    // "营收为52/60亿元": two amounts of one scale.
    bool scaled = bs__numeral_at(&number, scan, i + 1) && number.end > stop;
    if (scan->lang == BS_LANG_ZH && scaled) return false;
    *end = stop;
    if (scan->lang == BS_LANG_ZH && bs__in_short_chain(text, at)) return false;
    bool third = bs__at_or_zero(text, stop) == '/' && at > 0; // alone it heads a column
    size_t last = stop + 1;
    while (third && bs_is_digit(bs__at_or_zero(text, last)))
        last++;
    // "对应PE为18/15/13倍", "52/60/68亿元": as many numbers.
    bool amounts = last - stop == 3 && bs__numeral_at(&number, scan, stop + 1) && number.end > last;
    bool measured = last - stop == 3 && bs_gap_skip(text, last) == last &&
                    bs__unit_behind(&unit, scan, last) && unit.dimension != BS_DIM_DURATION;
    if (measured || amounts) return false;
    return last - stop != 3 || bs__identifier(item, text, at, last, end);
}

// 1.2.3, 192.168.0.1: versions and addresses of machines.
static bool read_version(bs_str text, size_t at, size_t *end)
{
    size_t i = at;
    size_t points = 0;
    size_t groups_of_three = 0;
    size_t run = 0;
    for (; i < text.len && i - at < DIGITS_BYTES_MAX; i++) {
        if (bs_is_digit(text.ptr[i])) {
            run++;
        } else if (text.ptr[i] == '.' && run > 0 && bs_is_digit(bs__at_or_zero(text, i + 1))) {
            points++;
            run = 0;
        } else {
            break;
        }
        groups_of_three += run == 3;
    }
    if (points < 2 || groups_of_three >= points) return false;
    if (bs__at_or_zero(text, i) == ',' && bs_is_digit(bs__at_or_zero(text, i + 1))) return false;
    *end = i;
    return true;
}

// 3·1, 5·18: days that have become names, outside of English.
static bool read_dotted_day(const bs__scan *scan, size_t at, size_t *end)
{
    bs_str text = scan->text;
    size_t i = at;
    if (scan->lang == BS_LANG_EN) return false;
    while (bs_is_digit(bs__at_or_zero(text, i)))
        i++;
    if (i - at > 2 ||
        (!bs__starts_at(text, i, BS_STR("·")) && !bs__starts_at(text, i, BS_STR("・")))) {
        return false;
    }
    size_t from = i + bs_utf8_decode(text, i).len;
    size_t stop = from;
    while (bs_is_digit(bs__at_or_zero(text, stop)))
        stop++;
    bs__unit_here unit;
    if (stop == from || stop - from > 2 || bs__unit_behind(&unit, scan, stop)) return false;
    *end = stop;
    return true;
}

// 1.6×10⁻³⁴: what is too small or too great for a decimal is passed over whole.
static bool read_beyond(const bs__scan *scan, size_t at, size_t *end)
{
    bs_numeral number;
    if (bs__numeral_at(&number, scan, at) || number.end <= at) return false;
    *end = number.end;
    return true;
}

// 0001 총합, 007: three digits and more that begin with a nought are a code; "HK$'000" is a unit.
static bool read_padded_code(bs_str text, size_t at, size_t *end)
{
    enum { CODE_DIGITS_MIN = 3 };
    size_t i = at;
    bool other = false; // 0000 is a nought
    for (; i < text.len && bs_is_digit(text.ptr[i]); i++)
        other |= text.ptr[i] != '0';
    bs_rune before = bs_utf8_decode_before(text, at);
    bool mark = before.code == '\'' || before.code == 0x2018 || before.code == 0x2019;
    *end = i;
    size_t front = at - before.len;
    bool grouped = front > 0 && bs_is_digit(text.ptr[front - 1]);
    if (!other && i - at == CODE_DIGITS_MIN && mark && !grouped) return true;
    char next = bs__at_or_zero(text, i);
    bool alone = next == 0 || !strchr(".,:/%-", next) || !bs_is_digit(bs__at_or_zero(text, i + 1));
    if (text.ptr[at] != '0' || !other || i - at < CODE_DIGITS_MIN || !alone) return false;
    return at == 0 || !strchr(".,:/-", text.ptr[at - 1]);
}

// "（就業者／人口×100）": a rate is told by how it is made.
static bool read_formula(bs_str text, size_t at, size_t *end)
{
    static const bs_str hundred = BS_STR_INIT("100");
    bs_str front = bs_str_slice(text, 0, bs__gap_back(text, at));
    *end = at + hundred.len;
    bs_str behind = bs_str_trim(bs_str_slice(text, *end, text.len));
    return bs__starts_at(text, at, hundred) && bs_list_ends(front, "×|✕|&times;") &&
           (behind.len == 0 || bs_list_starts(behind, ")|）|]|。|.|\n"));
}

// 1년 전보다, 3年前に比べ, 12 months earlier: a time counted back from another, and no amount.
static bool read_ago(const bs__scan *scan, size_t at, size_t *end)
{
    static const bs__phrase units[] = {
        P("년", KO, 0),      P("개월", KO, 0), P("분기", KO, 0),     P("주", KO, 0),
        P("年", ZH | JA, 0), P("个月", ZH, 0), P("個月", ZH, 0),     P("か月", JA, 0),
        P("カ月", JA, 0),    P("ヶ月", JA, 0), P("years", EN, 0),    P("months", EN, 0),
        P("weeks", EN, 0),   P("days", EN, 0), P("quarters", EN, 0),
    };
    static const bs__phrase agos[] = {
        P("전보다", KO, 0),  P("전 대비", KO, 0),    P("전에 비", KO, 0), P("전과 비", KO, 0),
        P("전 같은", KO, 0), P("전에는", KO, 0),     P("전에 ", KO, 0),   P("前比", JA, 0),
        P("前より", JA, 0),  P("前に比", JA, 0),     P("前と比", JA, 0),  P("前的", ZH, 0),
        P("前上", ZH, 0),    P("前下", ZH, 0),       P("前增", ZH, 0),    P("前减", ZH, 0),
        P("前提高", ZH, 0),  P("前回落", ZH, 0),     P("earlier", EN, 0), P("ago", EN, 0),
        P("before", EN, 0),  P("previously", EN, 0),
    };
    size_t i = at, digits = 0, len;
    for (; bs_digit_at(scan->text, i, &len) >= 0; i += len)
        digits++;
    if (digits > 2) return false;
    i = bs_gap_skip(scan->text, i);
    const bs__phrase *unit = BS_PHRASE_AT(units, scan, i);
    if (unit == NULL) return false;
    size_t behind = bs_gap_skip(scan->text, i + unit->text.len);
    bool base = BS_PHRASE_AT(agos, scan, behind) != NULL;
    // "1년 전 22억 달러", "1년 전(14억 달러)보다": the time of the number behind it.
    size_t from = bs_gap_skip(scan->text, behind + strlen("전"));
    bool ago =
        bs__starts_at(scan->text, behind, BS_STR("전")) &&
        (bs__at_or_zero(scan->text, from) == '(' || bs_digit_at(scan->text, from, &len) >= 0);
    if (!base && !ago) return false;
    *end = behind;
    return true;
}

// 12345热线, 1∶100, 3.2版, 10年物国債: numbers to dial, scales of maps, editions, terms by which
// loans and bonds are called.
static bool read_by_tail(const bs__scan *scan, size_t at, bs_item *item, size_t *end)
{
    enum { TERM_DIGITS_MAX = 3 };
    static const bs__phrase tails[] = {
        P("热线", ZH, 0),     P("服务热线", ZH, 0), P("报警", ZH, 0),        P("콜센터", KO, 0),
        P("번 신고", KO, 0),  P("番通報", JA, 0),   P("∶", BS_IN_ANY, 2),    P("版", ZH | JA, 1),
        P("버전", KO, 1),     P("年期间", ZH, 4),   P("年期間", ZH | JA, 4), P("年期", ZH, 3),
        P("年物", JA, 3),     P("年債", JA, 3),     P("年国債", JA, 3),      P("年债", ZH, 3),
        P("年债务", ZH, 4),   P("年債務", JA, 4),   P("年国债", ZH, 3),      P("个月期", ZH, 3),
        P("個月期", ZH, 3),   P("か月物", JA, 3),   P("カ月物", JA, 3),      P("ヶ月物", JA, 3),
        P("期平均", JA, 5),   P("日当たり", JA, 5), P("日あたり", JA, 5),    P("週間物", JA, 3),
        P("天期", ZH, 3),     P("桁", JA, 5),       P("ケタ", JA, 5),        P("日平均", JA, 6),
        P("日の平均", JA, 6), P("신고", KO, 7),     P("번신고", KO, 0),      P("년물", KO, 3),
        P("개월물", KO, 3),   P("년제", KO, 3),     P("년 만기", KO, 3),     P("大", JA, 8),
        P("株益", JA, 6),     P("株配", JA, 6),     P("株利益", JA, 6),      P("株純", JA, 6),
        P("株損", JA, 6),     P("株当期", JA, 6),   P("位数", ZH, 5),        P("位數", ZH, 5),
        P("区分別", JA, 5),   P("歳階級", JA, 5),   P("部門別", JA, 5),      P("地域別", JA, 5),
        P("地区別", JA, 5),   P("業種別", JA, 5),   P("分野別", JA, 5),      P("階級別", JA, 5),
        P("자릿수", KO, 5),   P(" 자릿수", KO, 5),  P("자리수", KO, 5),      P(" 자리수", KO, 5),
    };
    bs_str text = scan->text;
    size_t i = at, digits = 0, len;
    bool point = false;
    int first = bs_digit_at(text, at, &len);
    for (;; i += len) { // of either width
        bool digit = bs_digit_at(text, i, &len) >= 0, mark = bs__at_or_zero(text, i) == '.';
        if (!digit && (!mark || point)) break;
        if (!digit) len = 1;
        digits += digit;
        point |= !digit;
    }
    const bs__phrase *tail = BS_PHRASE_AT(tails, scan, i);
    // "06版": the page of a paper
    bool page = !point && digits == 2 && first == 0;
    if (tail == NULL || tail->value == 4 || (tail->value == 1 && !point && !page)) return false;
    *end = i;
    // "1日平均", "1株益": what an amount is divided by.
    if (tail->value == 6) return digits == 1 && !point && first == 1;
    // 112신고: calls to three digits that begin with 11 or 13
    if (tail->value == 7)
        return !point && i - at == TERM_DIGITS_MAX && text.ptr[at] == '1' &&
               (text.ptr[at + 1] == '1' || text.ptr[at + 1] == '3');
    // 10大費目, 3大都市圏: part of a name, but 3大学 are three
    if (tail->value == 8) {
        size_t name = i + tail->text.len;
        static const char others[] = "学|会|幅|き|型|小|臣|台";
        bool named = bs__han_at(text, name) || bs__kana_at(text, name);
        return !point && digits < TERM_DIGITS_MAX && named &&
               !bs_list_starts(bs_str_slice(text, name, text.len), others) &&
               bs__identifier(item, text, at, name, end);
    }
    if (tail->value == 5) return !point; // 1日当たり: what an amount is divided by
    if (tail->value == 3)
        return !point && digits <= TERM_DIGITS_MAX &&
               bs__identifier(item, text, at, i + tail->text.len, end);
    if (tail->value != 2) return true;
    if (point) return false; // 15.8∶40.1∶44.1: shares of a whole, and no scale
    while (bs__starts_at(text, *end, tail->text)) {
        *end += tail->text.len;
        while (bs_is_digit(bs__at_or_zero(text, *end)))
            *end += 1;
    }
    return true;
}

// "NZ$000", "£000": a scale behind its money, and no nought.
static bool read_thousands(bs_str text, size_t at, size_t *end)
{
    char next = bs__at_or_zero(text, at + strlen("000"));
    bool whole =
        bs__starts_at(text, at, BS_STR("000")) && !bs_is_digit(next) && next != '.' && next != ',';
    if (!whole || !bs_list_ends(bs_str_slice(text, 0, at), "$|£|€|¥|￥|₩")) return false;
    *end = at + strlen("000");
    return true;
}

// "Twenty-Foot Equivalent Units (TEUs)", "loaded 20-foot equivalent units": the word for what is
// counted holds a length that is none of the text.
static bool read_box(const bs__scan *scan, size_t at, size_t *end)
{
    static const char boxes[] = "20-foot equivalent unit|20 foot equivalent unit|"
                                "twenty-foot equivalent unit|twenty foot equivalent unit|"
                                "Twenty-foot equivalent unit|Twenty-Foot Equivalent Unit|"
                                "Twenty foot equivalent unit|Twenty Foot Equivalent Unit|"
                                "20-Foot Equivalent Unit|20 Foot Equivalent Unit";
    bs_str rest = bs_str_slice(scan->text, at, scan->text.len);
    if (scan->lang != BS_LANG_EN || !bs_list_starts(rest, boxes)) return false;
    *end = at + (bs_is_digit(rest.ptr[0]) ? strlen("20") : strlen("twenty"));
    return true;
}

static bool guard_digits(bs__scan *scan, size_t at, bs_item *item, size_t *end)
{
    bs_str text = scan->text;
    if (bs__place_read(scan, at, end) || bs__footnote_read(text, at, end)) return true;
    if (bs__page_matter(scan, at, end) || read_mail(text, at, end)) return true;
    if ((*end = bs__five_year_plan(scan, at)) > 0) return true;
    if (bs__act_read(scan, at, item, end) || bs__listed_month(scan, at, end)) return true;
    if (bs__phone_number(text, at, end) || bs__national_phone(scan, at, end) ||
        bs__clock_time(scan, at, end) || bs__post_code(text, at, end) ||
        bs__place_code(scan, at, end) || bs__list_mark(scan, at, end) ||
        read_version(text, at, end) || read_beyond(scan, at, end)) {
        return true;
    }
    if (bs__share_code(scan, at, item, end) || bs__listed_share(scan, at, item, end) ||
        bs__name_in_han(scan, at, item, end) || bs__exchange_section(scan, at, end))
        return true;
    if (read_padded_code(text, at, end) || read_thousands(text, at, end) ||
        bs__counted_in(text, at, end) || bs__unit_footnote(scan, at, end))
        return true;
    if (bs__inner_mark(text, at, end) || read_slashed(scan, at, item, end) ||
        read_ago(scan, at, end) || bs__base_of_index(scan, at, end) ||
        read_formula(text, at, end) || bs__superscript_mark(text, at, end) ||
        read_dotted_day(scan, at, end) || read_by_tail(scan, at, item, end) ||
        bs__age_group(scan, at, end) || bs__note_mark(scan, at, end) ||
        read_generation(scan, at, end) || bs__odds(scan, at, end) ||
        bs__ratio_read(scan, at, end) || bs__listed_order(scan, at, end) ||
        bs__score(scan, at, end) || bs__vote(scan, at, end) || read_box(scan, at, end)) {
        return true;
    }
    if (bs__index_in_hangul(scan, at, item, end) || bs__age_in_name(scan, at, item, end))
        return true;
    return bs__labelled(scan, at, item, end) || bs__latin_model(scan, at, item, end) ||
           bs__latin_title(scan, at, item, end) || bs__latin_standard(scan, at, item, end) ||
           bs__latin_glued(scan, at, item, end) || bs__word_number(scan, at, end);
}

// "한솔바이오(123450)": the six digits of a share behind the name of its company.
static bool stock_code(const bs__scan *scan, size_t at, size_t *end)
{
    enum { CODE_DIGITS = 6 };
    bs_str text = scan->text;
    size_t i = at + 1;
    while (bs_is_digit(bs__at_or_zero(text, i)))
        i++;
    if (scan->lang != BS_LANG_KO || i - at - 1 != CODE_DIGITS || !bs__hangul_before(text, at))
        return false;
    bs_str behind = bs_str_slice(text, i, text.len);
    if (!bs_list_starts(behind, ")|.KS)|.KQ)| KS)| KQ)|.KS, |.KQ, ")) return false;
    *end = i;
    return true;
}

// "(30118) 세종특별자치시": a post code in front of the name of a place.
static bool post_bracket(const bs__scan *scan, size_t at, size_t *end)
{
    enum { CODE_DIGITS = 5, NAME_BYTES_MAX = 30 };
    bs_str text = scan->text;
    size_t i = at + 1;
    while (bs_is_digit(bs__at_or_zero(text, i)))
        i++;
    if (scan->lang != BS_LANG_KO || i - at - 1 != CODE_DIGITS || bs__at_or_zero(text, i) != ')')
        return false;
    size_t from = bs_gap_skip(text, i + 1), stop = from;
    while (bs__hangul_at(text, stop))
        stop += strlen("시");
    *end = i + 1;
    return stop - from <= NAME_BYTES_MAX &&
           bs_list_ends(bs_str_slice(text, from, stop), "시|도|서울");
}

bool bs__guard_read(bs__scan *scan, size_t at, bs_item *item, size_t *end)
{
    bs_str text = scan->text;
    char c = text.ptr[at];
    *item = (bs_item){0};
    if (bs_is_digit(c)) return guard_digits(scan, at, item, end);
    if (c == '(' && bs__behind_phone_word(scan, at, end)) return true;
    if (c == '(' || c == '[') {
        if (c == '(' && (read_index_base(text, at, end) || bs__area_code(text, at, end)))
            return true;
        if (bs__reference_mark(text, at, end) || stock_code(scan, at, end)) return true;
        if (read_unit_bracket(text, at, end) || post_bracket(scan, at, end)) return true;
        if (!scan->after_name || c != '(' || !bs_is_digit(bs__at_or_zero(text, at + 1)))
            return false;
        size_t stop = at + 1;
        while (stop < text.len && bs_is_digit(text.ptr[stop]))
            stop++;
        *end = stop + 1;
        return bs__at_or_zero(text, stop) == ')';
    }
    if (c == '+') return bs__phone_number(text, at, end);
    if (bs__is_latin(c) && (read_url(text, at, end) || read_host(text, at, end))) return true;
    if (bs__behind_phone_word(scan, at, end) || bs__postal_code(scan, at, end)) return true;
    if (bs__starts_at(text, at, BS_STR("（")))
        return read_index_base(text, at, end) || read_unit_bracket(text, at, end);
    if ((unsigned char)c >= 0x80 && bs__clock_time(scan, at, end)) return true;
    size_t len;
    if ((unsigned char)c >= 0x80 && bs_digit_at(text, at, &len) >= 0)
        return bs__note_mark(scan, at, end) || bs__footnote_read(text, at, end) ||
               bs__exchange_section(scan, at, end) || bs__wide_list_mark(scan, at, end) ||
               read_by_tail(scan, at, item, end) || read_ago(scan, at, end) ||
               bs__labelled(scan, at, item, end);
    return bs__is_latin(c) && (bs__latin_name(scan, at, item, end) || read_box(scan, at, end));
}
