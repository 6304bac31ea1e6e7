// SPDX-License-Identifier: GPL-3.0-or-later
// The unit in front of a number or behind it.
#include "engine/base/utf8.h"
#include "engine/extract/phrase_table.h"
#include "engine/extract/scan_internal.h"
#include "engine/extract/words.h"

static bool is_ascii_letter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

static void fill(bs__unit_here *out, const bs_unit_form *form, size_t end)
{
    *out = (bs__unit_here){
        .code = bs_str_from(form->code), .power = form->power, .end = end, .flags = form->flags};
    out->dimension = bs_unit_dimension(out->code);
}

// "集成电路产量767亿块": pieces of what is made, and no money, where the clause names such a thing.
static bool counts_pieces(bs_str text, size_t at)
{
    enum { CLAUSE_BYTES = 90 };
    static const char things[] =
        "电路|芯片|产量|产销|晶圆|模块|模组|面板|屏|电池|玻璃|砖|硬盘|主板|地块|宗地";
    bs_str rest = bs_str_slice(text, at, text.len);
    if (!bs_str_starts(rest, BS_STR("块")) || bs_str_starts(rest, BS_STR("块钱"))) return false;
    bs_str front = bs_str_slice(text, at > CLAUSE_BYTES ? at - CLAUSE_BYTES : 0, at);
    return bs_str_has_any(bs_str_behind_last(front, "。|；|;|\n"), things);
}

// A unit of Latin letters ends where no letter or digit follows. Behind a blank, a Korean counter
// is a word of its own: "20 대학" are no 20 대.
static bool unit_ends(const bs__scan *scan, size_t start, size_t end, bool gap)
{
    char last = scan->text.ptr[end - 1];
    if (is_ascii_letter(last) && bs__letter_at(scan->text, end)) return false;
    if (!gap || !bs__hangul_at(scan->text, start)) return true;
    // 100만 톤급 설비: a class of that size.
    bool rated = bs__starts_at(scan->text, end, BS_STR("급")) &&
                 !bs__hangul_at(scan->text, end + strlen("급"));
    return rated || bs__korean_word_ends(scan->text, end);
}

// "$ 20,000 $ 37,305": a sign between two numbers stands before the second.
static bool belongs_to_next(const bs__scan *scan, const bs_unit_form *form, size_t end)
{
    size_t len;
    if ((form->flags & BS_FORM_EITHER) == 0 || is_ascii_letter(scan->text.ptr[end - 1]))
        return false;
    return bs_digit_at(scan->text, bs_gap_skip(scan->text, end), &len) >= 0;
}

// 50할인, 3할당, 5处理: words that begin like a unit.
static const bs__phrase longer_words[] = {
    P("할인", KO, 0),     P("할부", KO, 0), P("할당", KO, 0), P("할증", KO, 0),
    P("处理", ZH, 0),     P("区间", ZH, 0), P("区域", ZH, 0), P("区位", ZH, 0),
    P("区块", ZH, 0),     P("车间", ZH, 0), P("车道", ZH, 0), P("车站", ZH, 0),
    P("车型", ZH, 0),     P("车辆", ZH, 0), P("车主", ZH, 0), P("车企", ZH, 0),
    P("车厢", ZH, 0),     P("处罚", ZH, 0), P("处于", ZH, 0), P("处置", ZH, 0),
    P("处级", ZH, 0),     P("口径", ZH, 0), P("口徑", ZH, 0), P("口頭", JA, 0),
    P("個人", JA, 0),     P("個別", JA, 0), P("台風", JA, 0), P("台湾", JA, 0),
    P("回復", JA, 0),     P("回答", JA, 0), P("点検", JA, 0), P("本県", JA, 0),
    P("本市", JA, 0),     P("本社", JA, 0), P("戸建", JA, 0), P("組合", JA, 0),
    P("社会", JA, 0),     P("店頭", JA, 0), P("基本", JA, 0), P("发展", ZH, 0),
    P("发布", ZH, 0),     P("发行", ZH, 0), P("发起", ZH, 0), P("发电", ZH, 0),
    P("发放", ZH, 0),     P("发挥", ZH, 0), P("发现", ZH, 0), P("发明", ZH, 0),
    P("发动", ZH, 0),     P("发生", ZH, 0), P("发改", ZH, 0), P("发文", ZH, 0),
    P("发表", ZH, 0),     P("发言", ZH, 0), P("发票", ZH, 0), P("发射", ZH, 0),
    P("发货", ZH, 0),     P("发病", ZH, 0), P("发热", ZH, 0), P("发债", ZH, 0),
    P("发达", ZH, 0),     P("单位", ZH, 0), P("单身", ZH, 0), P("单独", ZH, 0),
    P("单一", ZH, 0),     P("单日", ZH, 0), P("单月", ZH, 0), P("单季", ZH, 0),
    P("单价", ZH, 0),     P("片区", ZH, 0), P("片段", ZH, 0), P("片面", ZH, 0),
    P("道路", ZH, 0),     P("道德", ZH, 0), P("面向", ZH, 0), P("面对", ZH, 0),
    P("面临", ZH, 0),     P("面积", ZH, 0), P("面议", ZH, 0), P("首届", ZH, 0),
    P("首次", ZH, 0),     P("首日", ZH, 0), P("首发", ZH, 0), P("首批", ZH, 0),
    P("首家", ZH, 0),     P("首创", ZH, 0), P("首个", ZH, 0), P("首月", ZH, 0),
    P("首季", ZH, 0),     P("首付", ZH, 0), P("卷入", ZH, 0), P("节能", ZH, 0),
    P("具有", ZH, 0),     P("具备", ZH, 0), P("具体", ZH, 0), P("顶层", ZH, 0),
    P("顶级", ZH, 0),     P("卡车", ZH, 0), P("卡口", ZH, 0), P("卡点", ZH, 0),
    P("卡片", ZH, 0),     P("卡塔", ZH, 0), P("副省", ZH, 0), P("副市", ZH, 0),
    P("副主", ZH, 0),     P("堂食", ZH, 0), P("盆地", ZH, 0), P("眼科", ZH, 0),
    P("罐头", ZH, 0),     P("位数", ZH, 0), P("位數", ZH, 0), P("股份有限", ZH, 0),
    P("股份公司", ZH, 0), P("手机", ZH, 0), P("手续", ZH, 0), P("手段", ZH, 0),
    P("手术", ZH, 0),     P("手工", ZH, 0), P("手法", ZH, 0), P("手册", ZH, 0),
    P("手游", ZH, 0),     P("手动", ZH, 0), P("手持", ZH, 0), P("手表", ZH, 0),
    P("手足", ZH, 0),     P("手语", ZH, 0), P("手提", ZH, 0), P("手房", ZH, 0),
    P("手车", ZH, 0),     P("手住", ZH, 0), P("手资", ZH, 0), P("手商", ZH, 0),
};

// "9.8 대 1", "7.1대 1로", "2.15대1": what stands behind the 대 at `at` makes odds of it, and no
// cars.
static bool is_odds(bs_str text, size_t at, bool gap)
{
    size_t len;
    if (!gap) return bs__one_of_odds(text, bs_gap_skip(text, at));
    return at < text.len && text.ptr[at] == ' ' && bs_digit_at(text, at + 1, &len) >= 0;
}

// "61亿年升8.2%", behind a scale: how it moved on the year, and no length of time.
static bool is_yearly_rise(const bs__scan *scan, size_t at)
{
    static const char moved[] =
        "年升|年增|年跌|年减|年降|年涨|月升|月增|月跌|月减|月降|月涨|季升|季增|季跌|季减|季涨";
    bs_str rest = bs_str_slice(scan->text, at, scan->text.len);
    size_t len, end = at + strlen("年升");
    return bs_list_starts(rest, moved) && bs_digit_at(scan->text, end, &len) >= 0 &&
           bs_list_ends(bs_str_slice(scan->text, 0, at), "亿|万|億|萬|兆");
}

// "249亿升百分之五点九", "50亿升至60亿": a rise, and no litres.
static bool is_rise(const bs__scan *scan, size_t at)
{
    static const char behind[] = "至|到|百分|逾|约|近|超|幅|了|一成|两成|二成|三成|四成|五成|六成";
    if (scan->lang == BS_LANG_ZH && is_yearly_rise(scan, at)) return true;
    size_t len, end = at + strlen("升");
    bool litre = scan->lang == BS_LANG_ZH && bs__starts_at(scan->text, at, BS_STR("升"));
    return litre && (bs_list_starts(bs_str_slice(scan->text, end, scan->text.len), behind) ||
                     bs_digit_at(scan->text, end, &len) >= 0);
}

// "39.0 대만", "3 인도": behind a blank words that look like a counter with a particle.
static bool is_apart_word(const bs__scan *scan, bs_str rest)
{
    static const char words[] = "대만|인도|시도";
    return scan->lang == BS_LANG_KO && bs_list_starts(rest, words);
}

static bool form_at(bs__unit_here *out, const bs__scan *scan, size_t at, bool gap)
{
    size_t taken;
    bs_str rest = bs_str_slice(scan->text, at, scan->text.len);
    const bs_unit_form *form = bs_unit_match_side(rest, scan->lang, BS_UNIT_BEHIND, &taken);
    // "184萬人次之": persons, and who is next.
    if (bs_str_starts(rest, BS_STR("人次之")))
        form = bs_unit_match_side(bs_str_slice(rest, 0, strlen("人")), scan->lang, BS_UNIT_BEHIND,
                                  &taken);
    if (form == NULL) return false;
    if (gap && ((form->flags & BS_FORM_TIGHT) || is_apart_word(scan, rest))) return false;
    // But 台湾ドル is money.
    const bs__phrase *word = BS_PHRASE_AT(longer_words, scan, at);
    if ((word != NULL && word->text.len >= taken) || is_rise(scan, at)) return false;
    // "63対37": a ratio, of no pairs.
    size_t len;
    bool pair = bs_str_equal(bs_str_from(form->code), BS_STR("count:対")) ||
                bs_str_equal(bs_str_from(form->code), BS_STR("count:对"));
    bool ratio = pair && bs_digit_at(scan->text, at + taken, &len) >= 0;
    // "9.8 대 1": nor of cars.
    bool odds = bs_str_equal(bs_str_from(form->code), BS_STR("count:대")) &&
                is_odds(scan->text, at + taken, gap);
    if (ratio || odds) return false;
    if (gap && belongs_to_next(scan, form, at + taken)) return false;
    // "61.5%PB粉": a percentage, and the name of a thing.
    bool glued = taken > 1 && rest.ptr[0] == '%' && !unit_ends(scan, at, at + taken, gap);
    if (glued) form = bs_unit_match_side(BS_STR("%"), scan->lang, BS_UNIT_BEHIND, &taken);
    if (form == NULL || !unit_ends(scan, at, at + taken, gap)) return false;
    fill(out, form, at + taken);
    bool pieces = scan->lang == BS_LANG_ZH && counts_pieces(scan->text, at);
    if (pieces) out->code = BS_STR("count:块"), out->dimension = BS_DIM_COUNT_OF;
    return true;
}

static const struct {
    char open;
    char close;
} brackets[] = {{'(', ')'}, {'[', ']'}, {'{', '}'}, {'<', '>'}};

// "Share 2023 (%)": four bare digits that may be a year have what stands in brackets behind them as
// the unit of a column, not as their own.
static bool may_be_year(bs_str text, size_t end)
{
    size_t start = end;
    while (start > 0 && text.ptr[start - 1] >= '0' && text.ptr[start - 1] <= '9')
        start--;
    if (end - start != 4) return false;
    if (start > 0 && strchr(",.-+", text.ptr[start - 1]) != NULL) return false;
    return bs_str_starts(bs_str_slice(text, start, end), BS_STR("19")) ||
           bs_str_starts(bs_str_slice(text, start, end), BS_STR("20"));
}

// "20 (kg)": a unit alone in brackets behind a number.
static bool bracketed(bs__unit_here *out, const bs__scan *scan, size_t at)
{
    if (at >= scan->text.len) return false;
    for (size_t i = 0; i < BS_COUNT(brackets); i++) {
        if (scan->text.ptr[at] != brackets[i].open) continue;
        if (!form_at(out, scan, at + 1, false) || out->dimension == BS_DIM_COUNT_OF) return false;
        if (out->end >= scan->text.len || scan->text.ptr[out->end] != brackets[i].close)
            return false;
        out->end++;
        return true;
    }
    return false;
}

// "1800엑사바이트(EB)": the same unit again in parentheses.
static void take_repeat(bs__unit_here *unit, const bs__scan *scan)
{
    bs__unit_here again;
    if (!bracketed(&again, scan, unit->end)) return;
    if (bs_str_equal(again.code, unit->code)) unit->end = again.end;
}

// Words behind an English number that are plural for another reason, or no thing at all; and verbs
// that are no nouns: "a reading of 52 means growth".
static const char no_plural[] =
    "was|is|has|does|as|its|his|this|plus|minus|versus|less|across|towards|besides|perhaps|thus|"
    "always|unless|afterwards|overseas|previous|various|points|us|"
    "lies|remains|means|exceeds|seems|suggests|represents|compares|fails|equals|includes|implies|"
    "indicates|reflects|appears|becomes|contains|corresponds|differs|translates|says|tells|brings|"
    "excludes|applies|belongs|depends|exists|happens|continues|begins|refers|relates|varies|"
    "allows|lets|wants|gets|puts|comes|goes|makes|gives|takes|follows";

bool bs__foretold_behind(bs_str after)
{
    static const char who[] = "economists |analysts |forecasters |investors |traders |markets |"
                              "experts |market |consensus ";
    static const char verbs[] = "had expected|had forecast|had predicted|had projected|had "
                                "pencilled|had anticipated|had been expecting|were expecting|"
                                "expected|forecast|predicted|anticipated|projected";
    if (!bs_str_starts(after, BS_STR(" "))) return false;
    after = bs_str_slice(after, 1, after.len);
    if (bs_str_starts(after, BS_STR("the "))) after = bs_str_slice(after, 4, after.len);
    if (!bs_list_starts(after, who)) return false;
    size_t blank = bs_str_find(after, BS_STR(" "), 0);
    return bs_list_starts(bs_str_slice(after, blank + 1, after.len), verbs);
}

// "12,567 words": what an English number counts is the plural behind it.
static bool plural_noun(bs__unit_here *out, const bs__scan *scan, size_t at)
{
    enum { WORD_BYTES_MIN = 4, WORD_BYTES_MAX = 24 };
    if (scan->lang != BS_LANG_EN || scan->arena == NULL || at == 0) return false;
    if (scan->text.ptr[at - 1] != ' ') return false;
    size_t end = at;
    while (end < scan->text.len && scan->text.ptr[end] >= 'a' && scan->text.ptr[end] <= 'z')
        end++;
    bs_str word = bs_str_slice(scan->text, at, end);
    if (word.len < WORD_BYTES_MIN || word.len > WORD_BYTES_MAX) return false;
    if (end < scan->text.len && (bs__letter_at(scan->text, end) || scan->text.ptr[end] == '\'')) {
        return false;
    }
    char before_last = word.ptr[word.len - 2];
    if (word.ptr[word.len - 1] != 's' || before_last == 's' || before_last == 'u') return false;
    if (bs_list_is(word, no_plural) ||
        bs__foretold_behind(bs_str_slice(scan->text, at - 1, scan->text.len)))
        return false;
    bs_str code = bs_arena_format(scan->arena, "count:%.*s", BS_STR_ARG(word));
    if (code.ptr == NULL) return false;
    *out = (bs__unit_here){.code = code, .end = end, .dimension = BS_DIM_COUNT_OF};
    return true;
}

// "CNY/t", "kg/m3": a unit by another one.
static void take_ratio(bs__unit_here *unit, const bs__scan *scan)
{
    if (scan->arena == NULL || unit->end >= scan->text.len) return;
    if (scan->text.ptr[unit->end] != '/') return;
    bool divisible = unit->dimension != BS_DIM_PERCENT && unit->dimension != BS_DIM_POINT;
    bs__unit_here below;
    if (!divisible || !form_at(&below, scan, unit->end + 1, false)) return;
    bs_str code =
        bs_arena_format(scan->arena, "%.*s/%.*s", BS_STR_ARG(unit->code), BS_STR_ARG(below.code));
    if (code.ptr == NULL) return;
    unit->code = code;
    unit->end = below.end;
    if (unit->dimension != BS_DIM_MONEY) unit->dimension = BS_DIM_OTHER;
}

void bs__unit_ratio(bs__unit_here *unit, const bs__scan *scan)
{
    take_ratio(unit, scan);
}

// A Hangul word of one or two syllables that is glued to digits counts them, whatever it is: 200문.
// A longer one makes a name: 5중전회.
bool bs__glued_hangul(bs__unit_here *out, const bs__scan *scan, size_t at)
{
    enum { SYLLABLES_MAX = 2 };
    if (scan->lang != BS_LANG_KO || !bs__hangul_at(scan->text, at)) return false;
    if (bs__korean_word_ends(scan->text, at)) return false;
    if (bs__starts_at(scan->text, at, BS_STR("ㆍ"))) return false; // "5ㆍ6호기": a dot
    size_t end = at;
    size_t syllables = 0;
    while (bs__hangul_at(scan->text, end)) {
        if (syllables > 0 && bs__korean_word_ends(scan->text, end)) break;
        end += bs_utf8_decode(scan->text, end).len;
        syllables++;
    }
    *out = (bs__unit_here){.code = {0}, .end = end, .dimension = BS_DIM_COUNT_OF};
    if (syllables > SYLLABLES_MAX || scan->arena == NULL) return true;
    bs_str word = bs_str_slice(scan->text, at, end);
    out->code = bs_arena_format(scan->arena, "count:%.*s", BS_STR_ARG(word));
    return true;
}

// "65,350\n  間 接 稅": the first character of a name that is spaced out.
static bool is_spaced_out(const bs__unit_here *unit, const bs__scan *scan)
{
    bs_str after = bs_str_slice(scan->text, unit->end, scan->text.len);
    bs_rune next = bs_utf8_decode(after, 1);
    bs_str behind = bs_str_slice(after, 1 + next.len, after.len);
    return bs_str_starts(after, BS_STR(" ")) && bs_rune_is_han(next.code) &&
           bs_rune_is_han(bs_utf8_decode_before(scan->text, unit->end).code) &&
           (behind.len == 0 || behind.ptr[0] == ' ' || behind.ptr[0] == '\n');
}

// "1 歳入の状況", "2 人口", "3 対前年比": a word that begins as a counter does behind the number of
// a section.
static bool is_part_of_word(const bs__unit_here *unit, const bs__scan *scan)
{
    bs_str after = bs_str_slice(scan->text, unit->end, scan->text.len);
    bool pairs = bs_str_equal(unit->code, BS_STR("count:対"));
    if (pairs) return bs_list_starts(after, "前|象|策|応|外|中|米|比|昨|計画|予算|面");
    bool people = bs_str_equal(unit->code, BS_STR("count:人"));
    if (people && scan->lang == BS_LANG_JA) return bs_list_starts(after, "口|件|権|工|材|員|事");
    // "4 県内主要指標", "6 事業所数": a heading names what is counted in it.
    bool counted = scan->lang == BS_LANG_JA && bs_str_starts(unit->code, BS_STR("count:"));
    if (counted && bs_list_starts(after, "数|別|内|民|税|営|籍|町村|街|所数|舗数|当たり"))
        return true;
    return bs_str_equal(unit->code, BS_STR("count:歳")) && bs_list_starts(after, "入|出");
}

// "(-0.7p)": does a bracket hold nothing but a number with its sign and the letter at `at`?
static bool is_signed_aside(bs_str text, size_t at)
{
    if (!bs_str_starts(bs_str_slice(text, at + 1, text.len), BS_STR(")"))) return false;
    size_t start = at;
    while (start > 0 && strchr("0123456789.", text.ptr[start - 1]) != NULL)
        start--;
    return start < at && bs_list_ends(bs_str_slice(text, 0, start), "(-|(+|(−|(△|(▲");
}

// "98.1로 전월 대비 0.1p 하락", "12.8p(0.5%) 내린": points of an index, where a bare letter may be
// anything.
static bool moved_index(bs__unit_here *out, const bs__scan *scan, size_t at)
{
    static const char moved[] = "상승|하락|오르|오른|올라|올랐|내리|내린|내려|내렸|증가|감소|개선|"
                                "악화|높|낮|떨어|반등|확대|축소";
    enum { RATE_BYTES_MAX = 12 };
    bs_str text = scan->text;
    if (scan->lang != BS_LANG_KO || at >= text.len || (text.ptr[at] | 0x20) != 'p') return false;
    size_t from = at + 1;
    bs_str rate = bs_str_slice(text, from, from + RATE_BYTES_MAX); // "(0.53%)"
    if (bs_str_starts(rate, BS_STR("("))) {
        size_t close = bs_str_find(rate, BS_STR("%)"), 0);
        if (close == SIZE_MAX) return false;
        from += close + strlen("%)");
    }
    bs_str behind = bs_str_slice(text, from, text.len);
    bool moves = bs_str_starts(behind, BS_STR(" ")) && bs_list_starts(bs_str_trim(behind), moved);
    if (!moves && !is_signed_aside(text, at)) return false;
    *out = (bs__unit_here){.code = BS_STR("index"), .end = at + 1, .dimension = BS_DIM_NONE};
    return true;
}

// "前月に比べて3.7pt減少": points of a rate, where a size of type or a reward does not move.
static bool moved_points(bs__unit_here *out, const bs__scan *scan, size_t at)
{
    static const char moved[] =
        "増|減|上昇|低下|改善|悪化|アップ|ダウン|上回|下回|拡大|縮小|高|低|の増|の減|の上昇|の低下|"
        "の改善|の悪化";
    bool points = scan->lang == BS_LANG_JA && bs__starts_at(scan->text, at, BS_STR("pt"));
    if (!points) return false;
    size_t end = at + strlen("pt");
    if (!bs_list_starts(bs_str_slice(scan->text, bs_gap_skip(scan->text, end), scan->text.len),
                        moved))
        return false;
    *out = (bs__unit_here){.code = BS_STR("%p"), .end = end, .dimension = BS_DIM_POINT};
    return true;
}

// "连续26季": quarters in a row, where the third quarter of a year is no length of time.
static bool quarters_in_a_row(bs__unit_here *out, const bs__scan *scan, size_t at)
{
    static const char numerals[] = "一|二|三|四|五|六|七|八|九|十|两|兩";
    bs_str text = scan->text, quarter = BS_STR("季");
    if (scan->lang != BS_LANG_ZH || !bs__starts_at(text, at, quarter)) return false;
    size_t start = at, len;
    while (start > 0) {
        bs_rune rune = bs_utf8_decode_before(text, start);
        bs_str front = bs_str_slice(text, 0, start);
        if (bs_digit_at(text, start - rune.len, &len) < 0 && !bs_list_ends(front, numerals)) break;
        start -= rune.len;
    }
    if (start == at || !bs_list_ends(bs_str_slice(text, 0, start), "连续|連續|连|連")) return false;
    size_t end = at + quarter.len;
    if (bs__starts_at(text, end, BS_STR("度"))) end += strlen("度");
    *out = (bs__unit_here){.code = BS_STR("dur:quarter"), .end = end, .dimension = BS_DIM_DURATION};
    return true;
}

// "2.1pc", "6.2 pc": percent in British and Indian papers; behind a blank a whole number may count
// pieces.
static bool percent_by_letters(bs__unit_here *out, const bs__scan *scan, size_t at, size_t from)
{
    bs_str text = scan->text;
    size_t len, end = from + strlen("pc");
    bool letters = scan->lang == BS_LANG_EN && bs__starts_at(text, from, BS_STR("pc")) &&
                   !bs__letter_at(text, end) && bs_digit_at(text, end, &len) < 0;
    if (!letters) return false;
    size_t digit = at;
    while (digit > 0 && bs_digit_at(text, digit - 1, &len) >= 0)
        digit--;
    bool decimals = digit > 0 && digit < at && text.ptr[digit - 1] == '.';
    if (from > at && !decimals) return false;
    *out = (bs__unit_here){.code = BS_STR("%"), .end = end, .dimension = BS_DIM_PERCENT};
    return true;
}

bool bs__unit_behind(bs__unit_here *out, const bs__scan *scan, size_t at)
{
    enum { GAP_BYTES_MAX = 6 }; // "2022                Terajoules" is a title and an aside
    size_t from = bs_gap_skip(scan->text, at);
    if (from >= scan->text.len || from - at > GAP_BYTES_MAX) return false;
    bool hyphen = from == at && scan->lang == BS_LANG_EN && scan->text.ptr[at] == '-' &&
                  bs__letter_at(scan->text, at + 1);
    if (form_at(out, scan, hyphen ? at + 1 : from, from > at)) {
        if (from > at && (is_part_of_word(out, scan) || is_spaced_out(out, scan))) return false;
        take_repeat(out, scan);
        take_ratio(out, scan);
        return true;
    }
    if (moved_points(out, scan, from) || moved_index(out, scan, from) ||
        percent_by_letters(out, scan, at, from) || quarters_in_a_row(out, scan, from))
        return true;
    return (!may_be_year(scan->text, at) && bracketed(out, scan, from)) ||
           plural_noun(out, scan, from);
}

// "MAUD 60": a million in front of a money code.
static size_t million_mark(const bs__scan *scan, size_t at)
{
    bs_str text = scan->text;
    if (at + 4 > text.len || text.ptr[at] != 'M' || bs__letter_at(text, at + 4)) return 0;
    for (size_t i = 1; i < 4; i++) {
        if (text.ptr[at + i] < 'A' || text.ptr[at + i] > 'Z') return 0;
    }
    return 1;
}

// The s of "the year's $379" is no S$.
static bool goes_on_before(bs_str text, size_t at)
{
    return bs__letter_before(text, at) || bs__ends_at(text, at, BS_STR("'")) ||
           bs__ends_at(text, at, BS_STR("’"));
}

// A group of digits, a scale or its letter: is the number behind `at` so much money, and no part of
// a name (N95, P5)?
bool bs__is_sum_of_money(const bs__scan *scan, size_t at)
{
    static const char letters[] = "k|m|b|t|cr|lakh|-million|-billion|-crore";
    bs_numeral number;
    if (!bs__numeral_at(&number, scan, at) || (number.flags & BS_NUMERAL_SIGNED)) return false;
    if (number.flags & (BS_NUMERAL_GROUPED | BS_NUMERAL_LARGE)) return true;
    bs_str behind = bs_str_slice(scan->text, bs_gap_skip(scan->text, number.end), scan->text.len);
    size_t len = 0;
    while (len < behind.len && (is_ascii_letter(behind.ptr[len]) || behind.ptr[len] == '-'))
        len++;
    return bs_list_is(bs_str_slice(behind, 0, len), letters);
}

// "N4.5 billion", "R1,250", "P5.7 trillion": naira, rand and pesos by their letter.
static bool letter_money(bs__unit_here *out, const bs__scan *scan, size_t at)
{
    static const struct {
        char letter;
        bs_str code;
    } money[] = {{'N', BS_STR_INIT("NGN")}, {'R', BS_STR_INIT("ZAR")}, {'P', BS_STR_INIT("PHP")}};
    bs_str text = scan->text;
    if (scan->lang != BS_LANG_EN || at + 1 >= text.len || text.ptr[at + 1] < '0' ||
        text.ptr[at + 1] > '9')
        return false;
    for (size_t i = 0; i < BS_COUNT(money); i++) {
        if (text.ptr[at] != money[i].letter) continue;
        bool inside = goes_on_before(text, at) || (at > 0 && strchr("&-./", text.ptr[at - 1]));
        *out = (bs__unit_here){.code = money[i].code, .end = at + 1, .dimension = BS_DIM_MONEY};
        return !inside && bs__is_sum_of_money(scan, at + 1);
    }
    return false;
}

bool bs__unit_before(bs__unit_here *out, const bs__scan *scan, size_t at)
{
    size_t mark = 0;
    size_t taken;
    if (bs_digit_at(scan->text, at, &taken) >= 0) return false; // what is mostly asked
    bs_str rest = bs_str_slice(scan->text, at, scan->text.len);
    const bs_unit_form *form = bs_unit_match_side(rest, scan->lang, BS_UNIT_BEFORE, &taken);
    if (form == NULL && (mark = million_mark(scan, at)) > 0) {
        rest = bs_str_slice(scan->text, at + mark, scan->text.len);
        form = bs_unit_match_side(rest, scan->lang, BS_UNIT_BEFORE, &taken);
    }
    if (form == NULL) return letter_money(out, scan, at);
    if (is_ascii_letter(scan->text.ptr[at]) && goes_on_before(scan->text, at)) return false;
    // "a $1.5 billion buyback" has an article, and no dollars of Australia.
    bool article = mark == 0 && taken > 2 && rest.ptr[0] == 'a' && rest.ptr[1] == ' ' &&
                   rest.ptr[taken - 1] == '$';
    // "each trip costs us $8.60": us, and no dollars of a country.
    bool us = taken > 3 && bs_str_starts(rest, BS_STR("us ")) && rest.ptr[taken - 1] == '$';
    // "TOP 10", "ALL 12": words in capitals, unless the number is so much money.
    bool word = bs_list_is(bs_str_trim(bs_str_slice(rest, 0, taken)), "TOP|ALL|CUP|MOP");
    size_t end = at + mark + taken;
    if (article || us || (word && !bs__is_sum_of_money(scan, bs_gap_skip(scan->text, end))))
        return false;
    if (is_ascii_letter(scan->text.ptr[end - 1]) && bs__letter_at(scan->text, end) &&
        is_ascii_letter(scan->text.ptr[end])) {
        return false;
    }
    fill(out, form, bs_gap_skip(scan->text, end));
    out->power += mark > 0 ? 6 : 0;
    return true;
}

bs_kind bs__unit_kind(const bs__unit_here *unit)
{
    if (unit->dimension == BS_DIM_MONEY) return BS_KIND_CURRENCY;
    if (unit->dimension == BS_DIM_PERCENT || unit->dimension == BS_DIM_POINT)
        return BS_KIND_PERCENT;
    return BS_KIND_QUANTITY;
}
