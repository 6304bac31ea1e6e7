// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers of figures, chapters, classes and codes, by the word in front of them.
#include "engine/base/utf8.h"
#include "engine/extract/guard_internal.h"
#include "engine/extract/phrase_table.h"
#include "engine/extract/words.h"

// What stands before the number of a figure, chapter or thing. 1: capital letter; 2: a long code,
// also behind a colon; 3: whatever stands behind; 4: capital letter, and shares are counted.
static const bs__phrase labels[] = {
    P("표", KO, 0),           P("그림", KO, 0),       P("도표", KO, 0),
    P("부록", KO, 0),         P("图", ZH, 0),         P("圖", ZH, 0),
    P("表", ZH | JA, 0),      P("図", JA, 0),         P("図表", JA, 0),
    P("附表", ZH, 0),         P("专栏", ZH, 0),       P("附件", ZH, 0),
    P("附录", ZH, 0),         P("注", BS_IN_CJK, 0),  P("table", EN, 0),
    P("figure", EN, 0),       P("fig.", EN, 0),       P("chart", EN, 0),
    P("box", EN, 0),          P("chapter", EN, 0),    P("section", EN, 0),
    P("appendix", EN, 0),     P("annex", EN, 0),      P("page", EN, 0),
    P("pages", EN, 0),        P("no.", BS_IN_ANY, 0), P("vol.", BS_IN_ANY, 0),
    P("volume", EN, 0),       P("article", EN, 0),    P("step", EN, 0),
    P("phase", EN, 0),        P("note", EN, 0),       P("Class", EN, 1),
    P("Route", EN, 1),        P("Channel", EN, 1),    P("Room", EN, 1),
    P("Level", EN, 1),        P("Grade", EN, 1),      P("Tier", EN, 1),
    P("Category", EN, 1),     P("Stage", EN, 1),      P("Type", EN, 1),
    P("Model", EN, 1),        P("version", EN, 0),    P("Highway", EN, 1),
    P("Rule", EN, 1),         P("Form", EN, 1),       P("Euro", EN, 1),
    P("Windows", EN, 1),      P("Boeing", EN, 1),     P("Airbus", EN, 1),
    P("Apollo", EN, 1),       P("Act", EN, 1),        P("Line", EN, 1),
    P("Zone", EN, 1),         P("Gate", EN, 1),       P("Flight", EN, 1),
    P("Title", EN, 1),        P("U.S.C.", EN, 3),     P("C.F.R.", EN, 3),
    P("§", BS_IN_ANY, 0),     P("pp.", EN, 0),        P("p.", EN, 0),
    P("コード番号", JA, 2),   P("証券コード", JA, 2), P("コード", JA, 2),
    P("종목코드", KO, 2),     P("코드", KO, 2),       P("股票代码", ZH, 2),
    P("证券代码", ZH, 2),     P("证券简称", ZH, 2),   P("债券简称", ZH, 2),
    P("股票简称", ZH, 2),     P("代码", ZH, 2),       P("编号", ZH, 2),
    P("标识码", ZH, 2),       P("文号", ZH, 2),       P("奇虎", ZH, 0),
    P("등록번호", KO, 2),     P("ticker", EN, 2),     P("code", EN, 2),
    P("登録番号", JA, 2),     P("整理番号", JA, 2),   P("Part", EN, 1),
    P("Schedule", EN, 1),     P("paragraph", EN, 0),  P("clause", EN, 0),
    P("Item", EN, 1),         P("Resolution", EN, 1), P("Suite", EN, 1),
    P("ext.", EN, 0),         P("Sec.", EN, 1),       P("CFR", EN, 3),
    P("DOI", EN, 0),          P("문서번호", KO, 2),   P("身份证号", ZH, 2),
    P("注", JA, 0),           P("issue", EN, 0),      P("S&P", EN, 4),
    P("S&amp;P", EN, 4),      P("Global", EN, 4),     P("Nikkei", EN, 4),
    P("FTSE", EN, 4),         P("Russell", EN, 4),    P("Dow", EN, 4),
    P("Nasdaq", EN, 4),       P("ASX", EN, 4),        P("Nifty", EN, 4),
    P("Stoxx", EN, 4),        P("CSI", EN, 4),        P("Fortune", EN, 4),
    P("MIB", EN, 4),          P("Topix", EN, 4),      P("Kospi", EN, 4),
    P("BSE", EN, 4),          P("Ibex", EN, 4),       P("CAC", EN, 4),
    P("DAX", EN, 4),          P("TSX", EN, 4),        P("SSE", EN, 4),
    P("Kosdaq", EN, 4),       P("AEX", EN, 4),        P("SBF", EN, 4),
    P("붙임", KO, 0),         P("별첨", KO, 0),       P("별표", KO, 0),
    P("별지", KO, 0),         P("참고", KO, 0),       P("別表", JA, 0),
    P("付表", JA, 0),         P("資料", JA | ZH, 0),  P("別紙", JA, 0),
    P("（注）", JA | ZH, 0),  P("Band", EN, 1),       P("Topic", EN, 1),
    P("临", ZH, 2),           P("附图", ZH, 0),       P("STOXX", EN, 4),
    P("Stoxx Europe", EN, 4), P("Wilshire", EN, 4),   P("STOXX Europe", EN, 4),
    P("Exhibit", EN, 1),      P("Enclosure", EN, 1),  P("footnote", EN, 0),
    P("footnotes", EN, 0),    P("paragraphs", EN, 0), P("sections", EN, 0),
    P("chapters", EN, 0),     P("tables", EN, 0),     P("Formula", EN, 1),
    P("Web", EN, 1),          P("Figures", EN, 1),    P("Charts", EN, 1),
    P("Articles", EN, 1),     P("Annexes", EN, 1),    P("Appendices", EN, 1),
    P("clauses", EN, 0),      P("para", EN, 0),       P("paras", EN, 0),
    P("Boxes", EN, 1),
};

enum { PRODUCT = 5 };

// Products: their number has no scale and no unit.
static const bs__phrase products[] = {
    P("iPhone", BS_IN_ANY, PRODUCT), P("iPad", BS_IN_ANY, PRODUCT), P("아이폰", KO, PRODUCT),
    P("갤럭시", KO, PRODUCT),        P("PlayStation", EN, PRODUCT), P("Wi-Fi", BS_IN_ANY, PRODUCT),
    P("USB", BS_IN_ANY, PRODUCT),
};

// 见表3和图12: what stands in front of a reference without a blank; 代表 and 地图 are words.
static const bs__phrase pointers[] = {
    P("见", ZH, 0), P("見", ZH, 0), P("如", ZH, 0), P("和", ZH, 0), P("与", ZH, 0), P("與", ZH, 0),
    P("及", ZH, 0), P("或", ZH, 0), P("据", ZH, 0), P("由", ZH, 0), P("从", ZH, 0), P("在", ZH, 0),
    P("按", ZH, 0), P("看", ZH, 0), P("续", ZH, 0), P("至", ZH, 0), P("照", ZH, 0), P("続", JA, 0),
};

// The label in front of `at`, which begins at *from; a colon may stand behind those of value 2.
static const bs__phrase *label_before(const bs__scan *scan, size_t at, size_t *from)
{
    bs_str text = scan->text;
    size_t back = bs__gap_back(text, at);
    // "表−1": a dash that joins both.
    if (back == at && bs_list_ends(bs_str_slice(text, 0, at), "表−|図−|表－|図－|表‐|図‐|表–|図–"))
        back -= strlen("−");
    const bs__phrase *label = BS_PHRASE_BEFORE(labels, scan, back);
    if (label == NULL) label = BS_PHRASE_BEFORE(products, scan, back);
    if (label == NULL && back > 0) {
        size_t mark = bs__ends_at(text, back, BS_STR(":"))    ? 1
                      : bs__ends_at(text, back, BS_STR("：")) ? strlen("：")
                                                              : 0;
        back = bs__gap_back(text, back - mark);
        if (mark > 0) label = BS_PHRASE_BEFORE(labels, scan, back);
        if (label == NULL || label->value != 2) return NULL;
    }
    if (label != NULL) *from = back - label->text.len;
    return label;
}

// "the Nikkei 225", and not "the Nikkei 39,000": as many shares as an index is made of.
static bool is_count_of_shares(bs_str digits, bs_str text, size_t end)
{
    static const char counts[] = "20|25|30|35|40|50|60|80|100|150|200|225|250|300|350|400|500|600|"
                                 "1000|1500|2000|3000";
    char mark = bs__at_or_zero(text, end);
    bool goes_on = mark == ',' && bs_is_digit(bs__at_or_zero(text, end + 1));
    return !goes_on && bs_list_is(digits, counts);
}

// "Page 1 of 12", "page 3/12": how many pages there are belongs to it.
static size_t behind_last_page(bs_str text, size_t at)
{
    bs_str rest = bs_str_slice(text, at, text.len);
    size_t joint = bs_list_starts(rest, " of ") ? strlen(" of ") : bs_list_starts(rest, "/");
    size_t end = at + joint;
    while (joint > 0 && bs_is_digit(bs__at_or_zero(text, end)))
        end++;
    return end > at + joint ? end : at;
}

size_t bs__behind_listed_parts(bs_str text, size_t end, size_t start)
{
    bs_str rest = bs_str_slice(text, end, text.len);
    if (memchr(text.ptr + start, '-', end - start) == NULL) return end;
    if (!bs_list_starts(rest, "・|·|、|，|,")) return end;
    size_t from = bs_gap_skip(text, end + bs_utf8_decode(text, end).len);
    size_t stop = bs__digits_end(text, from);
    bool part = stop > from && bs__at_or_zero(text, stop) == '-' &&
                bs_is_digit(bs__at_or_zero(text, stop + 1));
    return part ? bs__behind_listed_parts(text, bs__digits_end(text, stop + 1), from) : end;
}

// "pages 14–15", "資料3‐5", "(表1,2)"
static size_t behind_range(bs_str text, size_t at)
{
    bs_str rest = bs_str_slice(text, at, text.len);
    bool comma = bs_list_starts(rest, ",|，|、");
    if (!comma && !bs_list_starts(rest, "–|‐|‑")) return at;
    size_t from = at + bs_utf8_decode(text, at).len, end = from;
    while (bs_is_digit(bs__at_or_zero(text, end)))
        end++;
    bool closed = !comma || bs_list_starts(bs_str_slice(text, end, text.len), ")|）");
    return end > from && closed ? end : at;
}

// Where the number "4.63" of a part ends that begins at `at`; `at` where none does.
static size_t part_number_end(bs_str text, size_t at)
{
    size_t end = bs__digits_end(text, at);
    while (end > at && bs__at_or_zero(text, end) == '.' &&
           bs_is_digit(bs__at_or_zero(text, end + 1)))
        end = bs__digits_end(text, end + 1);
    return end;
}

// "paragraphs 3.1 to 3.4", "tables 2, 3 and 5", "paragraph 4.7 – 4.9": the rest of what a plural
// names, or of a range. A comma leads to what the list goes on or ends behind, so that "in section
// 2, 40 firms" is none.
static bool reads_others(const bs__scan *scan, bs_str label, size_t at, size_t *end)
{
    static const char plurals[] = "paragraphs|sections|chapters|tables|footnotes|pages|Figures|"
                                  "Charts|Articles|Annexes|Appendices|clauses|paras|Boxes";
    static const char singles[] = "paragraph|section|clause|para";
    // of a range, of the end of a list, and between what is in one
    static const bs_str joints[] = {
        BS_STR_INIT(" to "), BS_STR_INIT(" – "),   BS_STR_INIT("–"),
        BS_STR_INIT(" - "),  BS_STR_INIT(" and "), BS_STR_INIT(", and "),
        BS_STR_INIT(" & "),  BS_STR_INIT(" or "),  BS_STR_INIT(", "),
    };
    enum { RANGES = 4, LISTS = 8 };
    size_t count = BS_COUNT(joints);
    if (!bs_list_is(label, plurals)) {
        if (!bs_list_is(label, singles)) return false;
        count = RANGES;
    }
    bs_str text = scan->text;
    size_t last = at;
    for (size_t i = 0; i < count; i++) {
        if (!bs_str_starts(bs_str_slice(text, last, text.len), joints[i])) continue;
        size_t from = last + joints[i].len, stop = part_number_end(text, from);
        bs_str rest = bs_str_slice(text, stop, text.len);
        bs__unit_here unit;
        if (stop == from || bs__unit_behind(&unit, scan, stop)) break;
        if (i >= LISTS && !bs_list_starts(rest, ", | and | & | or |)|;") && rest.len > 0) break;
        last = stop;
        i = SIZE_MAX; // and from the first joint again
    }
    *end = last;
    return last > at;
}

// Four digits of a year of this century or the last in front of `end`?
static bool is_year_before(bs_str text, size_t at, size_t end)
{
    if (end < at + 4) return false;
    for (size_t i = end - 4; i < end; i++) {
        if (!bs_is_digit(text.ptr[i])) return false;
    }
    return bs_list_is(bs_str_slice(text, end - 4, end - 2), "19|20");
}

// "图12014年构成", "表22016—2020年人口": where the year begins that a page has run into the number
// of the figure; `end` where it has not.
static size_t before_glued_year(bs_str text, size_t at, size_t end)
{
    bs_str behind = bs_str_slice(text, end, text.len);
    bool dash = bs_list_starts(behind, "—|–|－|~|～|至");
    if (!dash && !bs_list_starts(behind, "年|년")) return end;
    if (!is_year_before(text, at, end)) return end;
    size_t year = end - 4;
    bool range = year > at && text.ptr[year - 1] == '-' && is_year_before(text, at, year - 1);
    if (range) year -= 5;
    return year > at && bs_is_digit(text.ptr[year - 1]) ? year : end;
}

// "표 3", "Figure 2": the number of a figure or chapter.
bool bs__labelled(const bs__scan *scan, size_t at, bs_item *item, size_t *end)
{
    bs_str text = scan->text;
    size_t from;
    const bs__phrase *label = label_before(scan, at, &from);
    if (label == NULL) return false;
    bool brief = label->text.len <= strlen("표");
    bool inside = bs__hangul_before(text, from) || bs__han_before(text, from);
    if (brief && inside && BS_PHRASE_BEFORE(pointers, scan, from) == NULL) return false;
    size_t i = at, len;
    while (i < text.len &&
           (bs_digit_at(text, i, &len) >= 0 || ((text.ptr[i] == '-' || text.ptr[i] == '.') &&
                                                bs_is_digit(bs__at_or_zero(text, i + 1))))) {
        i += bs_digit_at(text, i, &len) >= 0 ? len : 1;
    }
    if (label->value == 0) i = before_glued_year(text, at, i);
    bs__unit_here unit;
    if ((label->value == 1 || label->value == 4) && text.ptr[from] >= 'a') return false;
    if (label->value == 4 && !is_count_of_shares(bs_str_slice(text, at, i), text, i)) return false;
    bs_numeral number;
    if (label->value == PRODUCT &&
        (!bs__numeral_at(&number, scan, at) || number.end != i || bs__unit_behind(&unit, scan, i)))
        return false;
    // 240.13a-14: letters that are glued to it belong to it.
    if (label->value != 2 && i > at && bs__is_latin(bs__at_or_zero(text, i)) &&
        (bs__at_or_zero(text, i + 1) == '-' || bs_is_digit(bs__at_or_zero(text, i + 1))))
        return bs__identifier(item, text, at, bs__name_end(text, at), end);
    if (i == at || i - at > (label->value == 2 ? 20 : 6)) return false;
    if (bs_list_is(label->text, "pages|pp.|資料|表|図|图|圖|図表")) i = behind_range(text, i);
    if (bs_list_is(label->text, "表|図|图|圖|図表|표|그림|도표"))
        i = bs__behind_listed_parts(text, i, at);
    if (label->value != 3 && bs__unit_behind(&unit, scan, i) && unit.dimension != BS_DIM_COUNT_OF)
        return false;
    if (reads_others(scan, label->text, i, end)) return bs__identifier(item, text, at, *end, end);
    bs__identifier(item, text, at, i, end);
    if (bs_str_equal_nocase(label->text, BS_STR("page"))) *end = behind_last_page(text, i);
    return true;
}
