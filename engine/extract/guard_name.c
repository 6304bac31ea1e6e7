// SPDX-License-Identifier: GPL-3.0-or-later
// Digits at the end of a name in Hangul, and the codes of shares behind Chinese names.
#include <string.h>

#include "engine/base/utf8.h"
#include "engine/extract/guard_internal.h"
#include "engine/extract/words.h"

static bool is_hangul(uint32_t code)
{
    return code >= 0xAC00 && code <= 0xD7A3;
}

// 은 는 이 가 을 를 도 의 로, 약, 총, 각, 제: a number may stand behind these without a blank.
static bool is_particle(uint32_t code)
{
    static const uint32_t particles[] = {0xC740, 0xB294, 0xC774, 0xAC00, 0xC744, 0xB97C, 0xB3C4,
                                         0xC758, 0xB85C, 0xC57D, 0xCD1D, 0xAC01, 0xC81C};
    for (size_t i = 0; i < BS_COUNT(particles); i++) {
        if (code == particles[i]) return true;
    }
    return false;
}

// 바람검2M: a letter that would be a scale is glued to digits that are themselves glued to a word.
static size_t letter_of_name(const bs__scan *scan, size_t at, size_t stop)
{
    bs_numeral number;
    bs__unit_here unit;
    char letter = bs__at_or_zero(scan->text, stop);
    bool scale = (letter == 'M' || letter == 'B') && !bs__letter_at(scan->text, stop + 1) &&
                 bs__numeral_at(&number, scan, at) && (number.flags & BS_NUMERAL_LETTER) &&
                 number.end == stop + 1 && !bs__unit_behind(&unit, scan, stop + 1);
    return scale ? stop + 1 : stop;
}

// 코로나19, 갤럭시24: one or two digits right behind a word, with no unit and no more digits.
bool bs__word_number(const bs__scan *scan, size_t at, size_t *end)
{
    enum { DIGITS_MAX = 2 };
    bs_str text = scan->text;
    size_t stop = at;
    while (bs_is_digit(bs__at_or_zero(text, stop)))
        stop++;
    uint32_t before = bs_utf8_decode_before(text, at).code;
    if (stop - at > DIGITS_MAX || !is_hangul(before) || is_particle(before)) return false;
    size_t digits_end = stop;
    stop = letter_of_name(scan, at, stop);
    bs_rune behind = bs_utf8_decode(text, stop);
    // "고용보조지표3(확장실업률)", "'고용보조지표3'은"
    static const char quotes[] = "'|\"|’|”|」|』";
    char mark = bs__at_or_zero(text, stop);
    bool closes = (mark == ',' || mark == '.' || mark == ')' || mark == ';') &&
                  !bs_is_digit(bs__at_or_zero(text, stop + 1));
    bool ends = stop == text.len || behind.code == ' ' || behind.code == '\n' ||
                behind.code == '(' || closes || is_hangul(behind.code) ||
                bs_list_starts(bs_str_slice(text, stop, text.len), quotes);
    bs_numeral number;
    bs__unit_here unit;
    if (!ends || !bs__numeral_at(&number, scan, at) || number.end != stop) return false;
    if (stop == digits_end && bs__unit_behind(&unit, scan, stop)) return false;
    *end = stop;
    return true;
}

// Bytes of ".SZ", ".HK", "-TW" behind the digits of a share's code; 0 for none.
static size_t market_length(bs_str text, size_t at)
{
    enum { LETTERS_MAX = 4 };
    char mark = bs__at_or_zero(text, at);
    if (mark != '.' && mark != '-') return 0;
    size_t stop = at + 1;
    while (stop < text.len && text.ptr[stop] >= 'A' && text.ptr[stop] <= 'Z')
        stop++;
    return stop > at + 1 && stop - at <= LETTERS_MAX + 1 ? stop - at : 0;
}

// "）", "、東証プライム）" behind the digits of a share's code: what may close or follow it.
static bool ends_code(bs_str text, size_t at, size_t market)
{
    static const char closing[] = ")|）|>|＞", goes_on[] = "，|、|/|・",
                      exchanges[] = "東|名証|プライム|スタンダード|グロース|ＪＡＳＤＡＱ|JASDAQ";
    bs_str rest = bs_str_slice(text, at, text.len);
    if (bs_list_starts(rest, closing)) return true;
    if (!bs_list_starts(rest, goes_on)) return false;
    rest = bs_str_slice(rest, bs_utf8_decode(rest, 0).len, rest.len);
    return market > 0 || bs_list_starts(bs_str_trim(rest), exchanges);
}

// 贵州茅台（600519）, 腾讯控股（00700.HK）, 台積電（2330）, "ローム(6963)", "上村工業 <4966>":
// alone in brackets behind a name.
bool bs__share_code(const bs__scan *scan, size_t at, bs_item *item, size_t *end)
{
    enum { DIGITS_MIN = 4, DIGITS_MAX = 6 };
    bs_str text = scan->text;
    size_t stop = at;
    bool japanese = scan->lang == BS_LANG_JA;
    bs_rune open = bs_utf8_decode_before(text, at);
    bool angle = japanese && (open.code == '<' || open.code == 0xFF1C);
    if (!angle && open.code != '(' && open.code != 0xFF08) return false;
    if (!japanese && scan->lang != BS_LANG_ZH) return false;
    size_t front = angle ? bs__gap_back(text, at - open.len) : at - open.len;
    bs_rune name = bs_utf8_decode_before(text, front);
    bool named = bs_rune_is_han(name.code) || (name.code >= 'A' && name.code <= 'z') ||
                 (japanese && bs_rune_is_kana(name.code));
    while (bs_is_digit(bs__at_or_zero(text, stop)))
        stop++;
    size_t digits = stop - at, market = market_length(text, stop);
    bool year = digits == DIGITS_MIN &&
                (bs__starts_at(text, at, BS_STR("19")) || bs__starts_at(text, at, BS_STR("20")));
    if (!named || digits < DIGITS_MIN || digits > (japanese ? DIGITS_MIN : DIGITS_MAX) ||
        (year && market == 0))
        return false;
    stop += market;
    return ends_code(text, stop, market) && bs__identifier(item, text, at, stop, end);
}

bool bs__exchange_section(const bs__scan *scan, size_t at, size_t *end)
{
    static const char exchanges[] = "東証|大証|名証|市場|市場第|東証第|大証第|名証第";
    enum { CODE_DIGITS = 4 };
    size_t len, stop = at, digits = 0;
    bs_str text = scan->text, front = bs_str_slice(text, 0, at);
    if (scan->lang != BS_LANG_JA) return false;
    for (; bs_digit_at(text, stop, &len) >= 0; digits++)
        stop += len;
    bs_str behind = bs_str_slice(text, stop, text.len);
    *end = stop + (digits == 1 ? strlen("部") : 0);
    if (digits == 1) return bs_list_starts(behind, "部") && bs_list_ends(front, exchanges);
    static const char sections[] =
        "部：|部:|東証：|東証:|プライム：|プライム:|スタンダード：|"
        "スタンダード:|グロース：|グロース:|マザーズ：|マザーズ:|コード：|"
        "コード:";
    return digits == CODE_DIGITS && bs_list_starts(behind, ")|）") && bs_list_ends(front, sections);
}

// "(HK:386)", "(SEHK: 700; NYSE: ABC)": the digits of a share behind the name of its exchange.
static bool is_behind_exchange(bs_str text, size_t at, size_t stop)
{
    enum { CODE_DIGITS = 6 };
    static const char exchanges[] = "HK|HKG|HKEX|HKSE|SEHK|TSE|TYO|TWSE|TPE|KRX|KOSPI|KOSDAQ|SSE|"
                                    "SHA|SHSE|SZSE|SHE|SGX|KLSE|BSE";
    bs_str front = bs_str_trim(bs_str_slice(text, 0, at));
    if (stop - at > CODE_DIGITS || !bs_list_ends(front, ":|：")) return false;
    front = bs_str_slice(front, 0, front.len - bs_utf8_decode_before(front, front.len).len);
    size_t name = front.len;
    while (name > 0 && front.ptr[name - 1] >= 'A' && front.ptr[name - 1] <= 'Z')
        name--;
    bs_str before = bs_str_slice(front, 0, name);
    return bs_list_is(bs_str_slice(front, name, front.len), exchanges) &&
           bs_list_ends(before, "(|（|; |, |；|，|/") &&
           bs_list_starts(bs_str_slice(text, stop, text.len), ")|）|;|,|；|，|/");
}

// "A股 上海证券交易所 海茂股份 600923", "代码 简称 600309 万华化学": six digits that stand apart,
// behind words of a list of shares.
bool bs__listed_share(const bs__scan *scan, size_t at, bs_item *item, size_t *end)
{
    enum { CODE_DIGITS = 6, NEAR_BYTES = 240 };
    static const char words[] = "证券交易所|股票代码|证券代码|股票简称|证券简称|A股|B股|深交所|"
                                "上交所|北交所";
    static const char firsts[] = "60|68|00|30|20|90|83|87|43|92|51|15";
    bs_str text = scan->text;
    size_t stop = bs__digits_end(text, at);
    if (is_behind_exchange(text, at, stop)) return bs__identifier(item, text, at, stop, end);
    if (scan->lang != BS_LANG_ZH || stop - at != CODE_DIGITS) return false;
    char before = at > 0 ? text.ptr[at - 1] : ' ', next = bs__at_or_zero(text, stop);
    bool apart = strchr(" \t\n|", before) != NULL && strchr(" \t\n|", next) != NULL;
    size_t low = at > NEAR_BYTES ? at - NEAR_BYTES : 0;
    return apart && bs_list_starts(bs_str_slice(text, at, stop), firsts) &&
           bs_str_has_any(bs_str_slice(text, low, at), words) &&
           bs__identifier(item, text, at, stop, end);
}

// As many shares as an index is made of, behind its name: "沪深300指数", "科创50涨1.4%".
static bool is_index(bs_str front, bs_str digits, bs_str after)
{
    static const char names[] = "沪深|科创|中证|上证|深证|北证|国证|创业板|罗素|富时|斯托克|标普";
    static const char counts[] =
        "|30|35|40|50|60|100|180|200|225|300|350|380|400|500|600|800|1000|2000|3000|";
    static const char behind[] =
        "指数|ETF|成份|成分|期指|股指|涨|跌|升|报|收|、|，|。|；|则|也|均|（|微|"
        "高开|低开|盘中|全日|早盘|样本";
    bool both = bs_list_ends(front, "沪深|滬深") && !bs_list_starts(after, "家|只|支|个|個|多|余");
    if (!both && (!bs_list_ends(front, names) || !bs_list_starts(after, behind))) return false;
    return bs_list_is(digits, counts);
}

// "“95后”", "90后用户": those who were born in the years from then on.
static bool is_generation(bs_str front, bs_str digits, bs_str after)
{
    static const char years[] = "50|60|70|75|80|85|90|95|00|05|10|15";
    static const char people[] =
        "后群体|后用户|后青年|后人群|后一代|后消费者|后员工|后父母|后网友|后占|后女性|"
        "后男性|后客群|后、";
    if (digits.len != 2 || !bs_list_starts(digits, years)) return false;
    bool quoted = bs_list_ends(front, "“|‘|「|、") && bs_list_starts(after, "后”|后’|后」");
    return quoted || (!bs_list_ends(front, "第|约|近|年|到|至") && bs_list_starts(after, people));
}

// "“618”", "“双11”": bare digits in quotation marks, with one letter in front or none.
static bool is_quoted_name(bs_str front, bs_str after)
{
    bs_rune letter = bs_utf8_decode_before(front, front.len);
    if (bs_rune_is_han(letter.code)) front.len -= letter.len;
    return bs_list_ends(front, "“|‘|「") && bs_list_starts(after, "”|’|」");
}

bool bs__name_in_han(const bs__scan *scan, size_t at, bs_item *item, size_t *end)
{
    enum { DIGITS_MIN = 2, DIGITS_MAX = 4 };
    bs_str text = scan->text;
    size_t stop = at;
    while (bs_is_digit(bs__at_or_zero(text, stop)))
        stop++;
    if (scan->lang != BS_LANG_ZH || stop - at < DIGITS_MIN || stop - at > DIGITS_MAX) return false;
    bs_str front = bs_str_slice(text, 0, at), digits = bs_str_slice(text, at, stop),
           after = bs_str_slice(text, stop, text.len);
    if (is_index(front, digits, after) || is_quoted_name(front, after))
        return bs__identifier(item, text, at, stop, end);
    if (!is_generation(front, digits, after)) return false;
    return bs__identifier(item, text, at, stop + strlen("后"), end);
}

bool bs__index_in_hangul(const bs__scan *scan, size_t at, bs_item *item, size_t *end)
{
    static const char names[] = "코스피|코스닥|니케이|닛케이|스톡스|유로스톡스|나스닥|다우|"
                                "다우존스|러셀|상하이|항셍|토픽스|에스앤피";
    static const char counts[] = "30|50|100|150|200|225|255|300|500|600|1000|2000|3000";
    bs_str text = scan->text;
    size_t stop = at;
    if (scan->lang != BS_LANG_KO || !bs__hangul_before(text, at)) return false;
    while (bs_is_digit(bs__at_or_zero(text, stop)))
        stop++;
    char mark = bs__at_or_zero(text, stop);
    if ((mark == '.' || mark == ',') && bs_is_digit(bs__at_or_zero(text, stop + 1))) return false;
    bs_str behind = bs_str_slice(text, bs_gap_skip(text, stop), text.len);
    bool named = bs_list_starts(behind, "지수|선물|옵션|ETF|레버리지|인버스") ||
                 bs_list_is(bs_str_slice(text, at, stop), counts);
    bool future = bs_list_starts(behind, "선물");
    if (!future && bs_list_starts(behind, "선|포인트|대")) return false; // "코스피2000선": a level
    return named && stop > at && bs_list_ends(bs_str_slice(text, 0, at), names) &&
           bs__identifier(item, text, at, stop, end);
}
