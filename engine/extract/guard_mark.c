// SPDX-License-Identifier: GPL-3.0-or-later
// Marks of lists, notes and references.
#include "engine/base/tag.h"
#include "engine/base/utf8.h"
#include "engine/extract/guard_internal.h"
#include "engine/extract/phrase_table.h"
#include "engine/extract/words.h"

static bool ends_sentence(bs_str text, size_t at)
{
    char last = at > 0 ? text.ptr[at - 1] : '\0';
    return last == '.' || last == ';' || bs__ends_at(text, at, BS_STR("。")) ||
           bs__ends_at(text, at, BS_STR("；"));
}

// "for treatment. [48213]": the number under which a question is filed, behind it.
static bool is_file_mark(bs_str text, size_t at, size_t *end)
{
    enum { FILE_DIGITS_MAX = 6 };
    size_t stop = bs__digits_end(text, at + 1), back = bs__gap_back(text, at);
    bool closed = back > 0 && (ends_sentence(text, back) || text.ptr[back - 1] == '?');
    if (!closed || stop - at - 1 > FILE_DIGITS_MAX || bs__at_or_zero(text, stop) != ']')
        return false;
    *end = stop + 1;
    return true;
}

// "今(103)年": the year of the Republic, inside the word that says which one it is.
static bool is_year_in_word(bs_str text, size_t at, size_t stop)
{
    return bs_list_starts(bs_str_slice(text, stop, text.len), ")年") &&
           bs_list_ends(bs_str_slice(text, 0, at), "今|去|明|本|前|上|隔");
}

// A number that only points to a place: "(3)", "[12]", "[3, 4]", "[4–24]".
bool bs__reference_mark(bs_str text, size_t at, size_t *end)
{
    enum { REFERENCE_DIGITS_MAX = 3, DIGITS_BYTES_MAX = 64 };
    bool square = text.ptr[at] == '[';
    size_t stop = at + 1;
    size_t digits = 0;
    for (; stop < text.len && stop - at < DIGITS_BYTES_MAX; stop++) {
        char c = text.ptr[stop];
        if (bs_is_digit(c)) {
            if (++digits > REFERENCE_DIGITS_MAX) return square && is_file_mark(text, at, end);
        } else if (square && (c == ',' || c == ' ' || c == '-')) {
            digits = 0;
        } else if (square && digits > 0 && bs__starts_at(text, stop, BS_STR("–"))) {
            digits = 0;
            stop += strlen("–") - 1;
        } else {
            break;
        }
    }
    if (stop == at + 1 || bs__at_or_zero(text, stop) != (square ? ']' : ')')) return false;
    if (is_year_in_word(text, at, stop)) return false;
    *end = stop + 1;
    return true;
}

// "2)" in the middle of a line, "（2）", "<2>": the same for digits at `at`.
bool bs__inner_mark(bs_str text, size_t at, size_t *end)
{
    enum { MARK_DIGITS_MAX = 2, OPEN_BYTES_MAX = 64 };
    size_t stop = at;
    while (bs_is_digit(bs__at_or_zero(text, stop)))
        stop++;
    if (stop - at > MARK_DIGITS_MAX) return false;
    *end = stop;
    if (bs__ends_at(text, at, BS_STR("（")) && bs__starts_at(text, stop, BS_STR("）"))) return true;
    char before = at > 0 ? text.ptr[at - 1] : ' ';
    if (before == '<' && bs__at_or_zero(text, stop) == '>') return true; // "utilization.<1>"
    bool point = bs__at_or_zero(text, stop) == '.' &&
                 (bs__han_at(text, stop + 1) || bs__kana_at(text, stop + 1));
    if (point && (before == ' ' || bs__ends_at(text, at, BS_STR("，")) ||
                  bs__ends_at(text, at, BS_STR("；")) || bs__ends_at(text, at, BS_STR("。")) ||
                  bs__ends_at(text, at, BS_STR("：")))) {
        return true;
    }
    // "[ 2. 바닷가 빈집 ]", "조합소식 - 4. 간추린살림표"
    bool headed = bs_list_ends(bs_str_slice(text, 0, at), "[|[ |- |– |— ") &&
                  bs__starts_at(text, stop, BS_STR(". ")) && bs__hangul_at(text, stop + 2);
    if (headed) return true;
    if (bs__at_or_zero(text, stop) != ')' || at == 0 || before != ' ') return false;
    size_t low = at > OPEN_BYTES_MAX ? at - OPEN_BYTES_MAX : 0;
    for (size_t i = at; i-- > low;) {
        if (text.ptr[i] == ')') break;
        if (text.ptr[i] == '(') return false;
    }
    return true;
}

// "1、2016年": behind a mark of a list four digits are a year, and one or two may go on the list.
static bool is_year_at(bs_str text, size_t at)
{
    enum { YEAR_DIGITS = 4 };
    size_t i = at;
    while (bs_is_digit(bs__at_or_zero(text, i)))
        i++;
    return i - at == YEAR_DIGITS && bs__starts_at(text, i, BS_STR("年"));
}

// "Notes: 1. Scotland ... 2. Wales ...": a list that begins behind its heading.
bool bs__note_mark(const bs__scan *scan, size_t at, size_t *end)
{
    static const bs__phrase heads[] = {
        P("Notes:", EN, 0),     P("Note:", EN, 0),       P("주:", KO, 0),    P("주)", KO, 0),
        P("주 :", KO, 0),       P("※", BS_IN_ANY, 0),    P("（注）", JA, 0), P("(注)", JA, 0),
        P("注:", BS_IN_CJK, 0), P("注：", BS_IN_CJK, 0), P("注", JA, 0),     P("(주", KO, 0)};
    bs_str text = scan->text;
    size_t i = at, digits = 0, len, mark = 1;
    for (; bs_digit_at(text, i, &len) >= 0; i += len)
        digits++;
    char next = bs__at_or_zero(text, i);
    if (bs__starts_at(text, i, BS_STR("．")) || bs__starts_at(text, i, BS_STR("）"))) {
        mark = strlen("．");
    } else if (bs__starts_at(text, i, BS_STR("、"))) {
        mark = strlen("、");
    } else if (next != '.' && next != ')') {
        return false;
    }
    bool goes_on = bs_digit_at(text, i + mark, &len) >= 0 && !is_year_at(text, i + mark);
    if (digits > 2 || goes_on) return false;
    bool first = BS_PHRASE_BEFORE(heads, scan, bs__gap_back(text, at)) != NULL;
    bool later = BS_PHRASE_AT(heads, scan, bs_gap_skip(text, 0)) != NULL &&
                 ends_sentence(text, bs__gap_back(text, at));
    if (!first && !later) return false;
    *end = i + mark;
    return true;
}

static bool starts_word(bs_str text, size_t at)
{
    bs_rune rune = bs_utf8_decode(text, at);
    return bs_rune_is_hangul(rune.code) || bs_rune_is_han(rune.code) ||
           bs_rune_is_kana(rune.code) || (rune.code >= 'A' && rune.code <= 'Z');
}

// "１．7月のCIは": a wide digit and point in front of plain digits, or of a month or year, are no
// decimal.
bool bs__wide_mark(bs_str text, size_t at, size_t *end)
{
    size_t len, next;
    if (bs__gap_back(text, at) != 0) return false;
    if (bs_is_digit(bs__at_or_zero(text, at)) || bs_digit_at(text, at, &len) < 0) return false;
    size_t behind = at + len + strlen("．"), i = behind;
    if (!bs__starts_at(text, at + len, BS_STR("．"))) return false;
    bool plain = bs_is_digit(bs__at_or_zero(text, behind));
    while (i < text.len && bs_digit_at(text, i, &next) >= 0)
        i += next;
    bool time = i > behind &&
                (bs__starts_at(text, i, BS_STR("月")) || bs__starts_at(text, i, BS_STR("年")));
    *end = behind;
    return plain || time;
}

// "◆01 Title": nothing but a sign of a list stands in front.
static bool is_behind_sign(bs_str front)
{
    static const char signs[] = "■|◆|●|○|◎|□|◇|▼|▽|★|☆";
    bs_rune rune = bs_utf8_decode(front, 0);
    return front.len > 0 && rune.len == front.len && bs_list_ends(front, signs);
}

// "4-1人口数及构成", "3—2 年末人口": the number of a table in front of its title, and no counter;
// the byte behind it, 0 for none.
static size_t table_mark(const bs__scan *scan, size_t dash, size_t digits)
{
    enum { DIGITS_MAX = 2 };
    static const char nouns[] = "人口|人均|人力|人民|年末|年底|年均|户籍|户数|家庭|城市|月均|"
                                "次均|个体|台湾|元器件";
    bs_str text = scan->text;
    size_t mark = bs__starts_at(text, dash, BS_STR("—")) || bs__starts_at(text, dash, BS_STR("–"))
                      ? strlen("—")
                  : bs__at_or_zero(text, dash) == '-' ? 1
                                                      : 0;
    size_t end = dash + mark;
    while (bs_is_digit(bs__at_or_zero(text, end)))
        end++;
    size_t count = end - dash - mark, title = bs_gap_skip(text, end);
    if (scan->lang != BS_LANG_ZH || mark == 0 || digits > DIGITS_MAX || count == 0 ||
        count > DIGITS_MAX || !bs__han_at(text, title))
        return 0;
    bs_str behind = bs_str_slice(text, title, text.len);
    bs__unit_here unit;
    bs_numeral number;
    bool noun = bs_list_starts(behind, nouns);
    bool counted = bs__unit_behind(&unit, scan, end) || bs_list_starts(behind, "月|年|日|季|号");
    bool scaled = bs__numeral_at(&number, scan, dash + mark) && number.end > end;
    return noun || (!counted && !scaled) ? end : 0;
}

// "… 0.1%p 하락 1. 취업자 산업별로는 … 감소 2. 실업자 …": Korean items that a page has run together
// in one line, counted from one on.
static bool is_inner_item(const bs__scan *scan, size_t at)
{
    enum { NEAR_BYTES = 2400, MARK_BYTES = 4 };
    bs_str text = scan->text;
    bool mark = scan->lang == BS_LANG_KO && at > 1 && text.ptr[at] >= '1' && text.ptr[at] <= '9' &&
                bs_str_starts(bs_str_slice(text, at + 1, text.len), BS_STR(". ")) &&
                text.ptr[at - 1] == ' ' && bs__hangul_before(text, at - 1) &&
                bs__hangul_at(text, at + 3);
    if (!mark) return false;
    bool first = text.ptr[at] == '1';
    char other[MARK_BYTES] = {' ', (char)(text.ptr[at] + (first ? 1 : -1)), '.', ' '};
    size_t low = first ? at + MARK_BYTES : at > NEAR_BYTES ? at - NEAR_BYTES : 0;
    bs_str near = bs_str_slice(text, low, first ? at + NEAR_BYTES : at);
    size_t found = bs_str_find(near, (bs_str){other, MARK_BYTES}, 0);
    return found != SIZE_MAX && bs__hangul_at(near, found + MARK_BYTES);
}

// Does the digit at `at` stand alone between the end of a sentence or a heading and a word?
static bool is_between_sentences(bs_str text, size_t at)
{
    return at > strlen("。") && at + 2 < text.len && text.ptr[at - 1] == ' ' &&
           text.ptr[at + 1] == ' ' && bs_list_ends(bs_str_slice(text, 0, at - 1), "。|】") &&
           (bs__han_at(text, at + 2) || bs__kana_at(text, at + 2));
}

// "【概要】 1 作付面積は … した。 2 収穫量は … した。": Japanese items that have run together in
// one line, counted from one on.
static bool is_inner_heading(const bs__scan *scan, size_t at)
{
    enum { NEAR_BYTES = 1800, MARK_BYTES = 3 };
    bs_str text = scan->text;
    bool digit = text.ptr[at] >= '1' && text.ptr[at] <= '9';
    if (scan->lang != BS_LANG_JA || !digit || !is_between_sentences(text, at)) return false;
    bool first = text.ptr[at] == '1';
    char other[MARK_BYTES] = {' ', (char)(text.ptr[at] + (first ? 1 : -1)), ' '};
    size_t from = first ? at : at > NEAR_BYTES ? at - NEAR_BYTES : 0;
    bs_str near = bs_str_slice(text, 0, first ? at + NEAR_BYTES : at);
    while ((from = bs_str_find(near, (bs_str){other, MARK_BYTES}, from)) != SIZE_MAX) {
        if (is_between_sentences(text, ++from)) return true;
    }
    return false;
}

// "2 10月15日現在の収量は", "3 2024년 수출은": a year or a month of digits behind the blank.
static bool starts_with_time(bs_str text, size_t at)
{
    size_t end = bs__digits_end(text, at), digits = end - at;
    bs_str behind = bs_str_slice(text, end, text.len);
    return (digits == 4 && bs_list_starts(behind, "年|년")) ||
           ((digits == 1 || digits == 2) && bs_list_starts(behind, "月|월"));
}

// At the start of a text: "1. ", "2) ", "1.2.3 ", "01 Title", "1、", "3 Title".
bool bs__list_mark(const bs__scan *scan, size_t at, size_t *end)
{
    enum { MARK_DIGITS_MAX = 2 };
    bs_str text = scan->text;
    size_t front = bs__gap_back(text, at);
    // "- 12 - 水稲の収穫量は": the number of a page in front of its text, behind the mark of an
    // item.
    size_t number_end = bs__digits_end(text, at), word = number_end + strlen(" - ");
    bool page = front == 0 && number_end - at <= MARK_DIGITS_MAX + 1 &&
                bs__starts_at(text, number_end, BS_STR(" - ")) &&
                (bs__han_at(text, word) || bs__kana_at(text, word) || bs__hangul_at(text, word));
    if (page) {
        *end = number_end + strlen(" -");
        return true;
    }
    if (front != 0 && (is_inner_item(scan, at) || is_inner_heading(scan, at))) {
        *end = at + 1;
        return true;
    }
    if (front != 0 && !(text.ptr[at] == '0' && is_behind_sign(bs_str_slice(text, 0, front))))
        return false;
    size_t i = at;
    size_t points = 0;
    while (i < text.len &&
           (bs_is_digit(text.ptr[i]) ||
            (text.ptr[i] == '.' && bs_is_digit(bs__at_or_zero(text, i + 1)) && ++points))) {
        i++;
    }
    size_t digits = i - at - points;
    if (digits == 0 || digits > MARK_DIGITS_MAX + (points > 0 ? points : 1)) return false;
    size_t table = points == 0 ? table_mark(scan, i, digits) : 0;
    if (table > 0) {
        *end = table;
        return true;
    }
    char next = bs__at_or_zero(text, i);
    size_t behind = bs_gap_skip(text, i + 1);
    bool closed = (next == ')' || next == '.') && behind < text.len &&
                  (behind > i + 1 || starts_word(text, i + 1));
    // "160. 过去五年": the paragraphs of a long speech.
    bool long_mark = digits == MARK_DIGITS_MAX + 1 && points == 0;
    if (long_mark && !(next == '.' && behind > i + 1 && starts_word(text, behind))) return false;
    if (bs__starts_at(text, i, BS_STR("、"))) {
        size_t len;
        closed = bs_digit_at(text, i + 3, &len) < 0 || is_year_at(text, i + 3);
    }
    // A wide point behind ASCII digits closes a mark: "1．2025年3月期の業績".
    if (bs__starts_at(text, i, BS_STR("．"))) closed = true;
    bool padded = text.ptr[at] == '0' && points == 0 && digits == 2;
    if (padded && bs_gap_skip(text, i) == text.len) closed = true;
    size_t title = bs_gap_skip(text, i);
    bs__unit_here unit;
    if (!closed && title > i && starts_word(text, title)) {
        bs_numeral number;
        bool scaled = bs__numeral_at(&number, scan, at) && number.end > i;
        bool measured = bs__unit_behind(&unit, scan, i);
        // "1.1 本年度报告": nothing is counted in tenths, and the counter begins a word.
        if (measured && points > 0 && unit.dimension == BS_DIM_COUNT_OF)
            measured = !bs__han_at(text, unit.end);
        closed = padded || (!scaled && !measured);
    }
    bool brief = points == 0 && digits <= MARK_DIGITS_MAX && title == i + 1;
    closed |= brief && bs_lang_in(scan->lang, BS_IN_CJK) && starts_with_time(text, title);
    if (!closed) return false;
    *end = i;
    return true;
}

// "１　人口の動き", "２　歳出": wide digits at the start of a text that a blank parts from a word
// which is no unit of theirs.
bool bs__wide_list_mark(const bs__scan *scan, size_t at, size_t *end)
{
    enum { MARK_DIGITS_MAX = 2 };
    bs_str text = scan->text;
    size_t i = at, digits = 0, len;
    if (bs__gap_back(text, at) != 0) return false;
    for (; bs_digit_at(text, i, &len) >= 0; i += len)
        digits++;
    size_t title = bs_gap_skip(text, i);
    bs__unit_here unit;
    bs_numeral number;
    bool apart = digits > 0 && digits <= MARK_DIGITS_MAX && title > i && starts_word(text, title);
    if (!apart || (bs__numeral_at(&number, scan, at) && number.end > i) ||
        bs__unit_behind(&unit, scan, i))
        return false;
    *end = i;
    return true;
}

// United Kingdom<sup>1</sup>, Spain<sup>1, 2</sup>: a footnote.
bool bs__superscript_mark(bs_str text, size_t at, size_t *end)
{
    enum { MARK_BYTES_MAX = 24 };
    size_t i = at;
    while (i - at < MARK_BYTES_MAX &&
           (bs_is_digit(bs__at_or_zero(text, i)) || bs__at_or_zero(text, i) == ','))
        i++;
    if (bs__ends_at(text, at, BS_STR("※"))) { // 輸入額※2
        *end = i;
        return i > at;
    }
    for (bool more = true; more && i - at < MARK_BYTES_MAX; i += more)
        more = bs__at_or_zero(text, i) == ' ' || bs__at_or_zero(text, i) == ',' ||
               bs_is_digit(bs__at_or_zero(text, i));
    size_t tag = bs_tag_before(text, at);
    bool raised = tag < at && bs__starts_at(text, tag, BS_STR("<sup"));
    if (!raised || !bs__starts_at(text, i, BS_STR("</sup>"))) return false;
    bs_rune before = bs_utf8_decode_before(text, tag);
    if (before.code < 0x80 && bs_is_digit((char)before.code)) return false;
    *end = i;
    return true;
}

// "890亿千瓦时1，同比": a footnote of the amount in front, right behind its unit. "2024年1、2月"
// are months.
bool bs__unit_footnote(const bs__scan *scan, size_t at, size_t *end)
{
    bs_str text = scan->text;
    if (at == 0 || scan->taken != at || !bs__han_before(text, at)) return false;
    *end = at + 1;
    bool digit = text.ptr[at] >= '1' && text.ptr[at] <= '9';
    bs_str behind = bs_str_slice(text, at + 1, text.len);
    bool plain = bs_list_starts(behind, ",|;") && !bs_is_digit(bs__at_or_zero(text, at + 2));
    return digit && (plain || bs_list_starts(behind, "，|。|；"));
}

// "In 1,000s", "(1,000s)": what figures are counted in, and no seconds.
bool bs__counted_in(bs_str text, size_t at, size_t *end)
{
    static const bs_str forms[] = {BS_STR_INIT("1,000s"), BS_STR_INIT("1000s"),
                                   BS_STR_INIT("1,000's")};
    for (size_t i = 0; i < BS_COUNT(forms); i++) {
        *end = at + forms[i].len;
        if (bs__starts_at(text, at, forms[i]) && !bs__is_word(bs__at_or_zero(text, *end)))
            return true;
    }
    return false;
}
