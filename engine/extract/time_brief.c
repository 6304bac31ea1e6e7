// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers of two or three digits in front of 年 that are years by what stands around them, and no
// lengths of time.
#include "engine/base/utf8.h"
#include "engine/extract/phrase_table.h"
#include "engine/extract/time_internal.h"
#include "engine/extract/words.h"

// "。114年资本支出预算", "预测115年": three digits and 年 at the head of a clause, or behind a word
// that a time follows, are no length of time unless the words behind them make one.
bool bs__stands_for_year(const bs__time_reader *r, size_t start, size_t stop)
{
    static const char fronts[] =
        "。|，|；|：|、|（|(|\n|预测|预估|预计|估计|展望|较|比|与|年至|年及|"
        "年和|自|于|截至|因|并将|上修|下修|以及|暨|併计|并计|审议|编制|公布|对|在|从|由|将|"
        "预期|及|和|台湾|我国|全国";
    static const char spans[] = "来|间|的|前|后|内|以|一遇|历史|多|余|左右|之|寿";
    bs_str before = bs_str_slice(r->text, 0, start);
    bs_str after = bs_str_slice(r->text, stop, r->text.len);
    return (start == 0 || bs_list_ends(before, fronts)) && !bs_list_starts(after, spans);
}

// Where the digits of a number begin, wide or not.
size_t bs__digits_start(const bs__time_reader *r, const bs__integer *number)
{
    bool wide = number->end > 0 && (unsigned char)r->text.ptr[number->end - 1] >= 0x80;
    return number->end - number->digits * (wide ? strlen("０") : 1);
}

// "市場は24年の1,100万台から": an amount of that year, where nothing says how long.
bool bs__is_year_of_amount(const bs__time_reader *r, const bs__integer *number, size_t stop)
{
    static const bs__phrase links[] = {P("の", JA, 0), P("は", JA, 0), P("が", JA, 0),
                                       P("も", JA, 0)};
    static const bs__phrase fronts[] = {
        P("は", JA, 0), P("が", JA, 0), P("を", JA, 0), P("で", JA, 0),   P("、", JA, 0),
        P("。", JA, 0), P("（", JA, 0), P("(", JA, 0),  P("から", JA, 0), P("比べ", JA, 0)};
    const bs__phrase *link = BS_PHRASE_AT(links, r->scan, stop);
    size_t len;
    bool digit = link != NULL && bs_digit_at(r->text, stop + link->text.len, &len) >= 0;
    return digit && number->value >= 10 &&
           BS_PHRASE_BEFORE(fronts, r->scan, bs__digits_start(r, number)) != NULL;
}

// "昨年16年の", "19年年間推計値", "10年と比較して", "25年の売上高": no length of time is said so.
static bool tells_year(bs_str before, bs_str after)
{
    static const char years[] = "昨年|本年|今年|前年|来年|翌年";
    static const char ways[] = "年間|と比較|と比べ|の年間|の通期|の暦年";
    static const char measures[] =
        "の売上|の輸出|の輸入|の生産|の販売|の人口|の訪日|の出荷|の着工|の新設|の累計|の合計|"
        "の経常|の営業利|の純利|の消費|の物価|の成長率|の貿易|の世界|の国内|の市場|の大震災|"
        "の東日本|の出生|の死亡|の平均気温|の収穫|の受注";
    return bs_list_ends(before, years) || bs_list_starts(after, ways) ||
           bs_list_starts(after, measures);
}

// "輸出は24年に12億円となった", "24年（442万台）を上回る", and not "20年に1度", "15年に延長した".
bool bs__is_year_when(const bs__time_reader *r, const bs__integer *number, size_t stop)
{
    static const char fronts[] = "は|が|を|も|で|と|、|。|（|(|「|から|比べ|\n|　";
    static const char lasts[] =
        "延長|延ば|延び|伸ば|伸び|短縮|縮|わた|渡|達|及|な|満|限|設定|引き|決|見直|据え|統一|変更|"
        "迫|"
        "近|相当|換算|分け|とど|す|する|上|1度|1回|１度|１回|一度|一回|1人|一人|1つ|一つ|1件|一件";
    static const char bases[] = "を上回|を下回|より|に比べ|比|から|並み|の水準|以来";
    enum { ASIDE_BYTES_MAX = 40 };
    size_t start = bs__digits_start(r, number);
    bs_str before = bs_str_slice(r->text, 0, start);
    bs_str after = bs_str_slice(r->text, stop, r->text.len);
    if (number->value >= 10 && number->digits == 2 && tells_year(before, after)) return true;
    if (number->value < 10 || (start > 0 && !bs_list_ends(before, fronts))) return false;
    if (bs_list_starts(after, "に"))
        return !bs_list_starts(bs_str_slice(after, strlen("に"), after.len), lasts);
    bs_str aside = bs_str_slice(after, 0, ASIDE_BYTES_MAX);
    bool wide = bs_list_starts(after, "（");
    bs_str close = wide ? BS_STR("）") : BS_STR(")");
    size_t at = bs_str_find(aside, close, 0), len;
    bool opens = (wide || bs_list_starts(after, "(")) &&
                 bs_digit_at(r->text, stop + (wide ? strlen("（") : 1), &len) >= 0;
    return opens && at != SIZE_MAX &&
           bs_list_starts(bs_str_slice(after, at + close.len, after.len), bases);
}

// "지난 87년", "97년 이후", "98년에는": too many years for a length of time that is spoken of so.
bool bs__is_korean_year(const bs__time_reader *r, const bs__integer *number, size_t stop)
{
    enum { LOW = 60 };
    static const char whens[] = "이후|이래|에는|에도|부터|당시";
    static const char lasts[] = "간|동안|여|만|새|째|의 세월|의 역사|이 넘|이상|전|후";
    if (number->digits != 2 || number->value < LOW) return false;
    bs_str before = bs_str_trim(bs_str_slice(r->text, 0, bs__digits_start(r, number)));
    bs_str after = bs_str_slice(r->text, bs_gap_skip(r->text, stop), r->text.len);
    return bs_list_starts(after, whens) ||
           (bs_list_ends(before, "지난") && !bs_list_starts(after, lasts));
}

// "今(103)年9月", "去（99）年": the Republic's year in brackets inside the word for it.
int bs__republic_in_word(const bs__time_reader *r, size_t at, size_t *end)
{
    enum { REPUBLIC_FIRST = 1911, LOW = 80, HIGH = 150 };
    static const char fronts[] = "今(|今（|去(|去（|明(|明（|本(|本（|前(|前（|上(|上（|隔(|隔（";
    bs__integer number;
    if (r->scan->lang != BS_LANG_ZH || !bs_list_ends(bs_str_slice(r->text, 0, at), fronts) ||
        !bs__time_digits(&number, r->text, at, 3) || number.value < LOW || number.value > HIGH)
        return 0;
    *end = number.end;
    bool stands = bs_list_starts(bs_str_slice(r->text, number.end, r->text.len), ")年|）年");
    return stands ? REPUBLIC_FIRST + number.value : 0;
}

// The mark between the two years of 二零一五至一七年 and, where they follow each other, of
// 二零一五/一六年度.
static size_t han_span_mark(const bs__time_reader *r, size_t at, bool *split)
{
    *split = bs__char_at(r->text, at) == '/' || bs__starts_at(r->text, at, BS_STR("／"));
    if (!*split) return bs__span_mark(r, at);
    return bs_utf8_decode(r->text, at).len;
}

// 二零一五至一七年, 二零一五至一六年度: two years in characters before one word.
bool bs__han_span(bs__point *out, const bs__time_reader *r, size_t at)
{
    enum { CENTURY = 100 };
    bs__integer low, high;
    if (r->scan->lang != BS_LANG_ZH || !bs__han_at(r->text, at) ||
        !bs__time_integer(&low, r, at, 4) || low.value < BS_PRINTED_YEAR_MIN)
        return false;
    bool split;
    size_t mark = han_span_mark(r, low.end, &split);
    if (mark == 0 || !bs__han_at(r->text, low.end + mark) ||
        !bs__time_integer(&high, r, low.end + mark, 4))
        return false;
    const bs__phrase *word = bs__year_word(r, high.end);
    if (high.value < CENTURY) high.value += low.value - low.value % CENTURY;
    if (word == NULL || word->value < 0 || high.value <= low.value) return false;
    if (split && high.value != low.value + 1) return false;
    bool fiscal = word->value == 1;
    *out = (bs__point){.from = {.year = low.value, .fiscal = fiscal},
                       .to = {.year = high.value, .fiscal = fiscal},
                       .end = high.end + word->text.len,
                       .worded = true};
    return true;
}

size_t bs__parts_listed(const bs__time_reader *r, const bs__integer *first, bs__integer *last)
{
    static const char joints[] = ",|·|ㆍ|・|、|，";
    static const char parts[] = "분기|월|四半期|月";
    bs_lang lang = r->scan->lang;
    bs__integer at = *first, next;
    if (first->digits == 0 || (lang != BS_LANG_KO && lang != BS_LANG_JA)) return first->end;
    for (;;) {
        bs_str rest = bs_str_slice(r->text, at.end, r->text.len);
        if (!bs_list_starts(rest, joints)) break;
        size_t behind = bs_gap_skip(r->text, at.end + bs_utf8_decode(rest, 0).len);
        bool more = bs__time_digits(&next, r->text, behind, 2) && next.value == at.value + 1;
        if (!more) break;
        at = next;
    }
    bool named =
        at.end > first->end && bs_list_starts(bs_str_slice(r->text, at.end, r->text.len), parts);
    if (!named) return first->end;
    *last = at;
    return at.end;
}

// "2024/2025/2026": one of at least three years that follow each other with strokes between them.
bool bs__in_year_chain(const bs__time_reader *r, size_t at)
{
    enum { DIGITS = 4, STEP = DIGITS + 1, REACH = 2 };
    bs__integer self, other;
    int before = 0, behind = 0;
    if (!bs__time_digits(&self, r->text, at, DIGITS) || self.digits != DIGITS) return false;
    for (size_t i = 1; i <= REACH && at >= i * STEP; i++, before++) {
        size_t start = at - i * STEP;
        if (bs__char_at(r->text, start + DIGITS) != '/') break;
        if (!bs__time_digits(&other, r->text, start, DIGITS) || other.digits != DIGITS) break;
        if (other.value + (int)i != self.value) break;
    }
    for (size_t i = 1; i <= REACH; i++, behind++) {
        size_t start = at + i * STEP;
        if (bs__char_at(r->text, start - 1) != '/') break;
        if (!bs__time_digits(&other, r->text, start, DIGITS) || other.digits != DIGITS) break;
        if (other.value - (int)i != self.value) break;
    }
    return before + behind >= REACH;
}

bool bs__in_short_chain(bs_str text, size_t at)
{
    enum { DIGITS = 2, STEP = DIGITS + 1, YEARS = 3, YEAR_MIN = 10 };
    for (size_t back = 0; back < YEARS && at >= back * STEP; back++) {
        size_t start = at - back * STEP, count = 0;
        int last = 0;
        if (start > 0 && (bs_is_digit(text.ptr[start - 1]) || text.ptr[start - 1] == '/')) continue;
        for (size_t i = start; count < YEARS && i + DIGITS <= text.len; i += STEP, count++) {
            if (!bs_is_digit(text.ptr[i]) || !bs_is_digit(text.ptr[i + 1])) break;
            int value = (text.ptr[i] - '0') * 10 + text.ptr[i + 1] - '0';
            bool next = count == 0 ? value >= YEAR_MIN : value == last + 1;
            bool mark =
                count + 1 == YEARS || (i + DIGITS < text.len && text.ptr[i + DIGITS] == '/');
            if (!next || !mark) break;
            last = value;
        }
        size_t end = start + YEARS * STEP - 1;
        if (count == YEARS && bs_str_starts(bs_str_slice(text, end, text.len), BS_STR("年")))
            return true;
    }
    return false;
}
