// SPDX-License-Identifier: GPL-3.0-or-later
// Which times say when something was measured, and which are only what it is held against.
#include "engine/base/utf8.h"
#include "engine/extract/label_internal.h"
#include "engine/extract/moment_internal.h"
#include "engine/extract/numeral.h"
#include "engine/extract/relative.h"
#include "engine/extract/role.h"
#include "engine/extract/words.h"

enum {
    ANNOUNCED_KO_BYTES = 48, // how far behind a day the verb of announcing may stand
    ANNOUNCED_BYTES = 18,    // in Chinese and Japanese
    COMPARED_BYTES = 20,     // how far around a time the word of a comparison may stand
};

static bs_rune rune_before(bs_str text, size_t at)
{
    bs_rune rune = bs_utf8_decode_before(text, at);
    while (rune.len > 0 && bs_rune_is_space(rune.code)) {
        at -= rune.len;
        rune = bs_utf8_decode_before(text, at);
    }
    return rune;
}

bs_rune bs__rune_after(bs_str text, size_t at)
{
    bs_rune rune = bs_utf8_decode(text, at);
    while (rune.len > 0 && bs_rune_is_space(rune.code)) {
        at += rune.len;
        rune = bs_utf8_decode(text, at);
    }
    return rune;
}

bool bs__opens_parenthesis(uint32_t code)
{
    return code == '(' || code == 0xFF08 || code == '[' || code == 0x3014;
}

bool bs__closes_parenthesis(uint32_t code)
{
    return code == ')' || code == 0xFF09 || code == ']' || code == 0x3015;
}

// May a character end in this byte that opens or closes a parenthesis?
static bool ends_parenthesis(unsigned char byte)
{
    return byte == '(' || byte == ')' || byte == '[' || byte == ']' || byte == 0x88 ||
           byte == 0x89 || byte == 0x94 || byte == 0x95;
}

size_t bs__open_before(bs_str text, size_t at)
{
    for (size_t end = at; end > 0 && at - end < BS__SCOPE_BYTES_MAX; end--) {
        if (!ends_parenthesis((unsigned char)text.ptr[end - 1])) continue;
        bs_rune rune = bs_utf8_decode_before(text, end);
        if (bs__opens_parenthesis(rune.code)) return end - rune.len;
        if (bs__closes_parenthesis(rune.code)) break;
    }
    return SIZE_MAX;
}

// Quotation marks and title brackets that open: a number behind one is part of a name.
static bool is_open_quote(uint32_t code)
{
    static const uint32_t quotes[] = {0x2018, 0x201C, 0x300C, 0x300E, 0x300A, 0x3008, '\'', '"'};
    for (size_t i = 0; i < BS_COUNT(quotes); i++) {
        if (code == quotes[i]) return true;
    }
    return false;
}

// "'중국제조 2025'", “Vision 2030”, 《…2035年纲要》: a bare year behind words in quotation marks is
// part of a name.
static bool is_in_name(bs_str text, const bs_item *item)
{
    enum { NAME_BYTES_MAX = 90 };
    static const struct {
        const char *open, *close;
    } pairs[] = {{"‘", "’"},   {"“", "”"},  {"「", "」"}, {"『", "』"},
                 {"《", "》"}, {" '", "'"}, {" \"", "\""}};
    size_t low = item->start > NAME_BYTES_MAX ? item->start - NAME_BYTES_MAX : 0;
    bs_str front = bs_str_slice(text, low, item->start);
    bs_str after = bs_str_slice(text, item->end, item->end + NAME_BYTES_MAX);
    for (size_t i = 0; i < BS_COUNT(pairs); i++) {
        bs_str close = bs_str_from(pairs[i].close);
        bs_str behind = bs_str_behind_last(front, pairs[i].open);
        bool opened = behind.len < front.len && bs_str_find(behind, close, 0) == SIZE_MAX;
        bool words = behind.len > 0 && !(behind.ptr[0] >= '0' && behind.ptr[0] <= '9');
        if (opened && words && bs_str_find(after, close, 0) != SIZE_MAX) return true;
    }
    return false;
}

static bool is_parenthesised(bs_str text, const bs_item *item)
{
    return bs__opens_parenthesis(rune_before(text, item->start).code) &&
           bs__closes_parenthesis(bs__rune_after(text, item->end).code);
}

bool bs__is_time_item(const bs_item *item)
{
    return item->from.year || item->from.month || item->from.day || item->from.quarter ||
           item->from.half || item->from.week;
}

bool bs__is_day_only(const bs_item *item)
{
    return item->from.day > 0 && item->from.month == 0 && item->from.year == 0;
}

size_t bs__sentence_end(bs_str text, size_t at)
{
    return bs_role__stop_after(text, at, text.len);
}

// The text behind "(207억 달러)", where `after` begins so; empty where it does not, or where the
// parenthesis only says the time again: "2025年度上半期（4～9月）の".
static bs_str behind_aside(bs_str after)
{
    enum { ASIDE_BYTES_MAX = 48 };
    static const char times[] = "月|期|年|年度|日|末|월|분기|년|季度";
    if (!bs__opens_parenthesis(bs_utf8_decode(after, 0).code)) return (bs_str){0};
    for (size_t at = 0; at < after.len && at < ASIDE_BYTES_MAX;) {
        bs_rune rune = bs_utf8_decode(after, at);
        if (bs__closes_parenthesis(rune.code)) {
            bool again = bs_list_ends(bs_str_trim(bs_str_slice(after, 0, at)), times);
            return again ? (bs_str){0} : bs_str_slice(after, at + rune.len, after.len);
        }
        at += rune.len;
    }
    return (bs_str){0};
}

// "2019년 동월 대비", "2019년 같은 달보다", "2019年同期を上回る", "降至2019年水平": the same part
// of another year, or its level.
static bool is_same_part(bs_str after)
{
    static const char parts[] = "동월|동기간|동기|동분기|같은 달|같은 기간|같은 분기|같은 해";
    static const char korean[] =
        "대비|보다|에 비해|에 비하|와 비교|과 비교|비 |의 |(|（|수준|을 |를 |에 이어";
    static const char chinese[] = "同期相比|同月相比|同期持平|同期水平|水平|的水平";
    static const char japanese[] =
        "同期の|同月の|同期（|同月（|同期(|同月(|同期を|同月を|同期と比|同月と比|同期に比|"
        "同月に比|同期より|同月より|同期並|同月並|同期実績|同月実績";
    if (bs_list_starts(after, japanese) || bs_list_starts(after, chinese)) return true;
    if (!bs_list_starts(after, parts)) return false;
    static const bs_str words[] = {BS_STR_INIT("동기간"),    BS_STR_INIT("동월"),
                                   BS_STR_INIT("동기"),      BS_STR_INIT("동분기"),
                                   BS_STR_INIT("같은 달"),   BS_STR_INIT("같은 기간"),
                                   BS_STR_INIT("같은 분기"), BS_STR_INIT("같은 해")};
    for (size_t i = 0; i < BS_COUNT(words); i++) {
        if (!bs_str_starts(after, words[i])) continue;
        return bs_list_starts(bs_str_trim(bs_str_slice(after, words[i].len, after.len)), korean);
    }
    return false;
}

// "比上年四季度加快": the year in front of the part is a base by its own, and no time.
bool bs__behind_last_year(const bs__passage *passage, const bs_item *item)
{
    static const char years[] = "比上年|比去年|较上年|较去年|較上年|較去年";
    return passage->lang == BS_LANG_ZH && item->from.year == 0 &&
           bs_list_ends(bs_str_slice(passage->text, 0, item->start), years);
}

// Does the text in front of a parenthesis name what came before the one that is spoken of?
static bool is_former_survey(bs_str before)
{
    static const char names[] = "前回|前回調査|前回発表|前回公表|前回見通し|前回予測|前々回|上次|"
                                "上次调查|上届|上一次|上期|前期|前期末|上年末|지난 조사|직전 조사|"
                                "较上一期|比上一期|较上期|比上期|较上一季|比上一季";
    before = bs_str_trim(before);
    return bs_list_ends(before, "（|(") &&
           bs_list_ends(
               bs_str_slice(before, 0, before.len - bs_utf8_decode_before(before, before.len).len),
               names);
}

// "5월 가격이 급등했던 감자는 41.0%": the time of a clause that only describes.
static bool is_adnominal(const bs__passage *passage, const bs_item *item)
{
    if (passage->lang == BS_LANG_JA)
        return bs__is_of_beginning(bs_str_slice(passage->text, item->end, passage->text.len));
    if (passage->lang != BS_LANG_KO) return false;
    bs_str next = bs_str_slice(passage->text, item->end, item->end + BS__BASE_BYTES);
    size_t end = bs_str_find(next, BS_STR("던 "), 0);
    if (end == SIZE_MAX) return false;
    for (size_t i = 0, len; i < next.len && i < end; i++) {
        if (bs_digit_at(next, i, &len) >= 0) return false;
    }
    return true;
}

// "2019年度の水準を14.7％下回る", "2019年を4.1％上回った": what a level has passed, or not reached.
static bool is_passed(const bs__passage *passage, const bs_item *item)
{
    enum { CLAUSE_BYTES_MAX = 72 };
    static const char objects[] =
        "を|の水準を|水準を|の実績を|実績を|の値を|の同月を|の同期を|の数字を";
    static const char verbs[] = "上回|下回|超え|割り込";
    if (passage->lang != BS_LANG_JA) return false;
    bs_str next = bs_str_slice(passage->text, item->end, item->end + CLAUSE_BYTES_MAX);
    if (!bs_list_starts(next, objects)) return false;
    size_t stop = bs_str_find(next, BS_STR("。"), 0), comma = bs_str_find(next, BS_STR("、"), 0);
    next.len = stop < next.len ? stop : next.len;
    next.len = comma < next.len ? comma : next.len;
    return bs_str_has_any(next, verbs);
}

// "比“十三五”末的2020年增加近1亿吨": 比 in front of a time that the verb follows at once.
static bool is_moved_from(const bs__passage *passage, const bs_item *item, bs_str after)
{
    enum { CLAUSE_BYTES_MAX = 48 };
    bs_word_hit hit;
    if (passage->lang != BS_LANG_ZH) return false;
    bool verb = (bs_words_first(&passage->words, after, BS_MEANS_UP, &hit) && hit.start == 0) ||
                (bs_words_first(&passage->words, after, BS_MEANS_DOWN, &hit) && hit.start == 0);
    if (!verb) return false;
    size_t low = item->start > CLAUSE_BYTES_MAX ? item->start - CLAUSE_BYTES_MAX : 0;
    bs_str front = bs_str_slice(passage->text, low, item->start);
    front = bs_str_behind_last(front, "，|,|。|；|;");
    return bs_list_starts(front, "比|较|較");
}

// May what is held against a time stand in front of it? English puts its "than" and "from" before
// the base only, and Chinese 比 and 较 too: "第四季比上年同期".
static bool may_stand_behind(bs_lang lang, bs_str after)
{
    if (lang != BS_LANG_ZH || !bs_list_starts(after, "比|较|較")) return lang != BS_LANG_EN;
    return bs_list_starts(after, "比，|比,|比较，|比较,|比較，|比較,");
}

// "2015年度補正予算の効果から", "2018年1月から様式を改正している。": the year of a budget that has
// had its effect, and the day since when something is done that no number of the sentence tells of.
static bool is_named_by_year(bs_str text, const bs_item *item)
{
    static const char budgets[] = "補正予算|第1次補正予算|第2次補正予算|当初予算|予算";
    static const char effects[] = "の効果|などの効果|等の効果|に盛り込|の執行|の前倒し|の早期執行|"
                                  "による|により|に伴|に基づ|の成立|の押し上げ|で措置|の本格";
    bs_str after = bs_str_slice(text, item->end, item->end + BS__BASE_BYTES);
    size_t end = bs_str_find(after, BS_STR("予算"), 0);
    if (bs_list_starts(after, budgets) &&
        bs_list_starts(bs_str_slice(after, end + strlen("予算"), after.len), effects))
        return true;
    if (!bs_list_starts(after, "から") || item->to.year > 0 || item->to.month > 0) return false;
    size_t stop = bs__sentence_end(text, item->end), len;
    for (size_t at = item->end; at < stop; at += bs_utf8_decode(text, at).len) {
        if (bs_digit_at(text, at, &len) >= 0) return false;
    }
    return true;
}

// "2022년 연간 변동률 대비 낮은", "2022년 평균보다", "2022년 매출 대비 12% 늘었다": what something
// measured then is held against. "2022년 GDP 대비 비중" and "2022년 전년 대비" tell of that year.
static bool is_measure_held_against(bs_str after)
{
    enum { WORDS_MAX = 3, MOVE_BYTES = 48 };
    static const char others[] = "전년|전월|전기|전분기|전주|전일|전날|전장|전달|작년|지난|직전|"
                                 "같은|동기|동월|거래일|영업일|"
                                 "평년|예년|당초|목표|예상|전망|계획|상반기|하반기|대비|누적";
    static const char particles[] = "은|는|이|가|을|를|에|로|며|고|,|도|서|해|한|된|까지|부터";
    static const char moves[] = "낮|높|줄|늘|감소|증가|상승|하락|축소|확대|개선|악화|급|소폭|대폭|"
                                "크게|다소|약간";
    bs_str rest = bs_str_trim(after), word;
    for (int i = 0; i < WORDS_MAX && bs_str_next(&rest, ' ', &word); i++) {
        bool than = bs_list_ends(word, "보다") && word.len > strlen("보다");
        if (than && i == 0 && bs_list_is(word, "말보다|초보다|말 보다")) return false;
        if (bs_list_starts(word, others) || bs_str_equal(word, BS_STR("전"))) return false;
        if (bs__label_holds_digit(word)) return false;
        if (than) return true;
        if (bs_list_ends(word, particles)) return false;
        if (!bs_list_starts(rest, "대비 ")) continue;
        rest = bs_str_trim(bs_str_slice(rest, strlen("대비 "), rest.len));
        bs_str near = bs_str_slice(rest, 0, MOVE_BYTES);
        size_t len;
        bool figure = bs_digit_at(rest, 0, &len) >= 0;
        return figure ? bs_word_in(near, BS_MEANS_UP) || bs_word_in(near, BS_MEANS_DOWN)
                      : bs_list_starts(rest, moves);
    }
    return false;
}

// "2020년 대비", "比2020年", "compared with 2020", "与2020年持平": a base for a comparison, not a
// frame. A particle may stand between; 同比 behind a time is about the time itself.
static bool is_comparison(const bs__passage *passage, const bs_item *item)
{
    bs_word_hit hit;
    bs_str text = passage->text;
    bs_str after = bs_str_trim(bs_str_slice(text, item->end, item->end + COMPARED_BYTES));
    // "5年前（2018年）に比べて": the time that another one is told by.
    bool inside = is_parenthesised(text, item);
    if (inside) after = bs_str_trim(bs_str_slice(after, bs_utf8_decode(after, 0).len, after.len));
    // "前回調査（2024年4月）から2.1ポイント減": when that was.
    if (inside && is_former_survey(bs_str_slice(text, 0, item->start))) return true;
    size_t from = item->start > COMPARED_BYTES ? item->start - COMPARED_BYTES : 0;
    bs_str before = bs_str_slice(text, from, item->start);
    bool behind = may_stand_behind(passage->lang, after);
    if (passage->lang == BS_LANG_KO && bs_list_starts(after, "말|초")) {
        bs_str rest = bs_str_slice(after, bs_utf8_decode(after, 0).len, after.len);
        if (bs_list_starts(bs_str_trim(rest), "보다|대비|에 비해|과 비교|와 비교")) return true;
    }
    if (passage->lang == BS_LANG_KO && bs__is_plan_held_against(after)) return true;
    // "12월 결산 상장법인": when their business years end.
    static const char closing[] = "결산 법인|결산법인|결산 상장|결산상장|결산사|결산 기업";
    bool month = item->from.month > 0 && item->from.year == 0 && item->from.day == 0;
    if (passage->lang == BS_LANG_KO && month && bs_list_starts(after, closing)) return true;
    if (passage->lang == BS_LANG_KO && behind && !inside &&
        is_measure_held_against(bs_str_slice(text, item->end, item->end + BS__BASE_BYTES)))
        return true;
    if (behind && bs_words_first(&passage->words, after, BS_MEANS_COMPARED, &hit)) {
        bool particle = bs_list_starts(after, "에 |에|와 |와|과 |과|に|と|の|は");
        if (hit.start == 0 || (particle && hit.start <= 4)) return true;
    }
    // "2019년(207억 달러)보다", "2019年（207億円）の73％": the aside alone is of that time.
    bs_str aside = behind_aside(bs_str_trim(bs_str_slice(text, item->end, text.len)));
    bool based = bs_words_first(&passage->words, aside, BS_MEANS_COMPARED, &hit) && hit.start == 0;
    static const char based_on[] =
        "의 |の|에 비해|에 비하여|に比べ|と比べ| 이후| 이래|以来|以降|과 비교|와 비교|에 이어|"
        "에 이은|に次ぐ|に続";
    if (behind && (based || bs_list_starts(aside, based_on))) return true;
    if (is_adnominal(passage, item) || is_passed(passage, item)) return true;
    if (is_moved_from(passage, item, after) || bs__is_surpassed(passage, item->start)) return true;
    static const char tails[] = "同月比|同期比|同日比|比|に続|に次|並み|과 비교|와 비교|에 "
                                "이어|調査から|調査に比べ|調査比|調査対比|調査より|"
                                "末比|末から|末より|末に比べ|末と比べ|末対比|"
                                "当初比|当初予算比|当初予算に比べ|補正後比|決算比|実績比|予算比";
    // "2019년 같은 기간 대비로는" needs more of the text than a particle does.
    bs_str part = bs_str_trim(bs_str_slice(text, item->end, item->end + BS__BASE_BYTES));
    if (behind && (bs_list_starts(after, tails) || is_same_part(part))) return true;
    bs_str front = bs_str_trim(bs_str_slice(text, 0, item->start));
    if (bs__behind_last_year(passage, item)) return true;
    // "前回6月調査から2ポイント上昇": the survey before.
    if (behind && bs_list_ends(front, "前回|前回の")) return true;
    bs__verdict english = behind ? BS__VERDICT_OPEN : bs__english_verdict(item, after, text);
    if (english != BS__VERDICT_OPEN) return english == BS__VERDICT_BASE;
    // "2021년 2월 이후 처음": since then.
    if (behind && bs__is_since(bs_str_slice(text, item->end, item->end + BS__BASE_BYTES)))
        return true;
    // "調査開始（1973年）以来", "1984年（11兆円）をピークに"
    bool since = (inside && bs__is_since(after)) || bs__is_since(aside);
    if (passage->lang == BS_LANG_JA && (since || is_named_by_year(text, item))) return true;
    if (bs__is_equalled(before, after)) return true;
    if (passage->lang == BS_LANG_ZH && bs__is_held_by_points(before, after)) return true;
    // "增速比7、8月": a list of months.
    while (behind && before.len > 0) {
        char last = before.ptr[before.len - 1];
        bool mark = bs_list_ends(before, "、");
        if (!mark && !(last >= '0' && last <= '9')) break;
        before.len -= mark ? strlen("、") : 1;
    }
    return bs_words_last(&passage->words, before, BS_MEANS_COMPARED, &hit) &&
           before.len - hit.end <= 2;
}

// "与2008年第六次普查相比,", "与2008年（上次清点，下同）的894万人相比": a base in front of the
// clause that is compared.
static bool is_base_in_front(bs_str text, const bs_item *item)
{
    if (!bs_list_ends(bs_str_trim(bs_str_slice(text, 0, item->start)), "与|與|同|和|跟|较|較"))
        return false;
    static const char words[] = "相比|相较|相較|比较|比較";
    bs_str rest = bs_str_slice(text, item->end, bs__sentence_end(text, item->end));
    bs_str behind = behind_aside(rest);
    if (behind.len > 0) rest = behind;
    size_t comma = bs_str_find(rest, BS_STR("，"), 0);
    size_t plain = bs_str_find(rest, BS_STR(","), 0);
    rest = bs_str_slice(rest, 0, comma < plain ? comma : plain);
    return bs_str_has_any(rest, words);
}

// "北東電力は4日、2034年度までの需要想定を公表した。": the day on which somebody has said or done
// what the sentence ends in.
static bool is_told_on(bs_str text, const bs_item *item, size_t stop)
{
    static const char told[] =
        "を発表した|を公表した|と発表した|を明らかにした|をまとめた|を決めた|を決定した|"
        "と明らかにした|を示した|を開いた|で合意した|を閣議決定した|を報告した";
    bool alone = item->from.month == 0 && item->from.year == 0 &&
                 bs_list_ends(bs_str_slice(text, 0, item->start), "は") &&
                 bs_list_starts(bs_str_slice(text, item->end, stop), "、");
    return alone && bs_list_ends(bs_str_slice(text, item->end, stop), told);
}

// "17일 발표한", "10月13日公布", "released on 6 October": the day of the news, not of the figures.
static bool is_announcement(const bs__moments *moments, size_t index)
{
    static const char verbs_before[] = "Released on|Published on|Issued on|released "
                                       "on|released|published on|published|announced on|"
                                       "announced|reported on|issued on|said on|发布于|公布于|"
                                       "payable on|to be paid on|will be paid on|register on|"
                                       "of business on|acquired on";
    const bs_item *item = &moments->items->items[index];
    bool month = item->from.month > 0 && item->from.day == 0 && item->to.month == 0;
    bs_str text = moments->passage->text;
    if (month &&
        bs__is_when_foretold(moments->passage->lang, bs_str_slice(text, item->end, text.len)))
        return true;
    if (month && bs__is_when_told(moments->passage, item)) return true;
    if (item->from.day == 0 || item->to.day != 0 || item->to.month != 0) return false;
    bs_lang lang = moments->passage->lang;
    bs_str before = bs_str_trim(bs_str_slice(text, 0, item->start));
    if (bs_list_ends(before, verbs_before)) return true;
    // "The board reported (30-Aug-2031) what follows for July".
    static const char told[] = " reported (| announced (| said (| stated (| released (|"
                               " published (| confirmed (| disclosed (| revealed (| issued (";
    bs_str behind = bs_str_slice(text, item->end, text.len);
    if (bs_str_starts(behind, BS_STR(")")) && bs_list_ends(before, told)) return true;
    // "in its fourth quarter ended April 27": the quarter is the time.
    static const char ended[] =
        "quarter ended|quarter ending|year ended|year ending|months ended|"
        "Quarter Ended|QUARTER ENDED|Quarter ended|Year Ended|YEAR ENDED|Year ended|"
        "Months Ended|MONTHS ENDED|Months ended";
    if (bs_list_ends(before, ended)) return true;
    if (lang == BS_LANG_EN) return false;
    size_t stop = bs__sentence_end(text, item->end);
    if (lang == BS_LANG_JA && is_told_on(text, item, stop)) return true;
    if (index + 1 < moments->items->count && moments->items->items[index + 1].start < stop)
        stop = moments->items->items[index + 1].start;
    size_t reach = lang == BS_LANG_KO ? ANNOUNCED_KO_BYTES : ANNOUNCED_BYTES;
    if (stop > item->end + reach) stop = item->end + reach;
    return bs_words_in(&moments->passage->words, bs_str_slice(text, item->end, stop),
                       BS_MEANS_ANNOUNCED);
}

bool bs__bases_index(bs_str text, const bs_item *item)
{
    enum { ASIDE_BYTES_MAX = 24 };
    bs_str after = bs_str_trim(bs_str_slice(text, item->end, text.len));
    bool open = bs__opens_parenthesis(bs_utf8_decode(after, 0).code);
    bool inside = is_parenthesised(text, item);
    for (size_t at = 0; (open || inside) && at < after.len && at < ASIDE_BYTES_MAX;) {
        bs_rune rune = bs_utf8_decode(after, at);
        at += rune.len;
        if (!bs__closes_parenthesis(rune.code)) continue;
        after = bs_str_trim(bs_str_slice(after, at, after.len));
        break;
    }
    return bs_list_starts(after, "=|＝");
}

// "（2013年是上次清点的年份，下同）", "(2030: Nil)", "（2030年：无）": what a time was, or that
// there was nothing then, told in a bracket without a figure.
static bool is_explained(const bs__moments *moments, size_t index)
{
    size_t len;
    bs_str text = moments->passage->text;
    const bs_item *item = &moments->items->items[index];
    const bs_item *next = index + 1 < moments->items->count ? item + 1 : NULL;
    if (!bs__opens_parenthesis(rune_before(text, item->start).code)) return false;
    bs_str after = bs_str_slice(text, item->end, text.len);
    if (!bs_list_starts(after, "是|为|系|為|:|：| : | - | – | — ")) return false;
    for (size_t at = 0; at < after.len && at < BS__SCOPE_BYTES_MAX;) {
        bs_rune rune = bs_utf8_decode(after, at);
        if (bs__closes_parenthesis(rune.code)) return true;
        bool figure = next != NULL && next->start <= item->end + at; // in characters, too
        if (figure || bs_digit_at(after, at, &len) >= 0) return false;
        at += rune.len;
    }
    return false;
}

// "생육 초기(1∼3월) 비가 잦아", "生育期（6～8月）の": when a stage of something was, told in a
// bracket.
static bool is_of_stage(bs_str text, const bs_item *item)
{
    static const char stages[] = "초기(|중기(|후기(|말기(|시기(|생육기(|파종기(|수확기(|성수기(|"
                                 "비수기(|生育期（|生育期(|出穂期（|出穂期(|収穫期（|収穫期(|"
                                 "繁忙期（|繁忙期(|閑散期（|閑散期(|最盛期（|最盛期(";
    return bs__opens_parenthesis(rune_before(text, item->start).code) &&
           bs_list_ends(bs_str_slice(text, 0, item->start), stages) && is_parenthesised(text, item);
}

bool bs__is_frame(const bs__moments *moments, size_t index)
{
    const bs__passage *passage = moments->passage;
    const bs_item *item = &moments->items->items[index];
    if (bs__bases_index(passage->text, item) || is_of_stage(passage->text, item)) return false;
    // "（平成19年6月12日閣議決定）", "截止于2018年3月9日": when something was decided, or ends.
    bs_str before = bs_str_slice(passage->text, 0, item->start);
    static const char decided[] = "閣議決定|決定|制定|策定|施行|公布|告示|改正|改訂|議決|成立";
    static const char until[] = "截止于|截止時間為|截止时间为|截止日期为|截止日期為|截至日期为";
    bool decree =
        passage->lang == BS_LANG_JA && item->from.day > 0 && bs_list_ends(before, "（|(") &&
        bs_list_starts(bs_str_slice(passage->text, item->end, passage->text.len), decided);
    if (decree || (passage->lang == BS_LANG_ZH && bs_list_ends(before, until))) return false;
    if (is_explained(moments, index)) return false;
    // "(’18.10월~)": since then.
    bs_str rest = bs_str_slice(passage->text, item->end, passage->text.len);
    if (bs_list_starts(rest, "~)|∼)|～）|~）|-)")) return false;
    if (passage->lang == BS_LANG_ZH && item->from.quarter > 0 &&
        bs_list_ends(bs_str_slice(passage->text, 0, item->start), "一、|二、|三、"))
        return false; // 第一、二、三季度: none of them by itself
    // "지난주(1.12~1.16)": several days are what is spoken of.
    bool day_of_event = item->from.day > 0 && item->from.year == 0 && item->to.day == 0;
    if (day_of_event && is_parenthesised(passage->text, item)) return false;
    bool bare_year = item->kind == BS_KIND_YEAR && item->digits_end == item->end;
    if (bare_year && (is_open_quote(rune_before(passage->text, item->start).code) ||
                      is_in_name(passage->text, item)))
        return false;
    // "16만톤 규모의 시설을 ’27년 준공하고": what is named in front is of that time.
    bool alone = index == 0 || bs__is_time_item(item - 1) ||
                 bs__sentence_end(passage->text, item[-1].end) < item->start;
    bool korean = passage->lang == BS_LANG_KO;
    if ((korean && alone && bs__is_event(rest)) || bs__is_whole_of_share(rest)) return false;
    if (passage->lang == BS_LANG_ZH &&
        bs__is_share_of_then(bs_str_slice(passage->text, 0, item->start), rest))
        return false;
    bool dateline = index == 0 && bs__opens_with_dateline(moments);
    return !dateline && !is_comparison(passage, item) && !is_base_in_front(passage->text, item) &&
           !is_announcement(moments, index);
}
