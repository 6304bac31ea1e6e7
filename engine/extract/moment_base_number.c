// SPDX-License-Identifier: GPL-3.0-or-later
// Which number behind a time is one of that time alone: "2019년 4.1%보다", "2015年の3.2倍", what is
// held against it and what it is held against.
#include "engine/base/utf8.h"
#include "engine/extract/moment_internal.h"
#include "engine/extract/numeral.h"
#include "engine/extract/relative.h"
#include "engine/extract/role.h"
#include "engine/extract/words.h"

// "低于第二季度4.1%的增速", "已超過去年全年獲利1.17兆元": what another number is held against.
bool bs__is_surpassed(const bs__passage *passage, size_t time_start)
{
    static const char verbs[] =
        "高于|低于|高於|低於|快于|慢于|快於|慢於|优于|優於|逊于|遜於|好于|好於|弱于|弱於|强于|"
        "強於|少于|多于|少於|多於|大于|小于|大於|小於|超过|超過|超越|不及|逼近|接近|扭转|扭转了|"
        "扭轉|扭轉了";
    return passage->lang == BS_LANG_ZH &&
           bs_list_ends(bs_str_trim(bs_str_slice(passage->text, 0, time_start)), verbs);
}

// "1,058万7千人を400万人余り上回り", "を大幅に上回る": the number in front is held against another.
static bool is_exceeded(bs_str after)
{
    static const char verbs[] = "上回|下回";
    if (!bs_list_starts(after, "を")) return false;
    after = bs_str_slice(after, 0, bs__sentence_end(after, 0));
    return bs_str_has_any(after, verbs);
}

// "2015년 8만 명의 2.4배가 넘는다", "2015年の8万人の2.4倍": a multiple of the number in front.
static bool is_multiplied(bs_str after)
{
    size_t at = 0, len;
    bs_str rest = bs_list_starts(after, "의 |の|的") ? bs_str_slice(after, strlen("의"), after.len)
                                                     : (bs_str){0};
    rest = bs_str_trim(rest);
    while (at < rest.len && (bs_digit_at(rest, at, &len) >= 0 || rest.ptr[at] == '.'))
        at += rest.ptr[at] == '.' ? 1 : len;
    return at > 0 && bs_list_starts(bs_str_slice(rest, at, rest.len), "배|倍");
}

// "2028년 7월의 46,880MW를 넘어섰다", "2031年10月の28万人を超え": the number of that time, which
// another one has passed; not "2030年には1億人を超える".
static bool is_passed(bs_str text, bs_str between, const bs_item *item)
{
    static const char verbs[] = "를 넘|을 넘|를 웃|을 웃|를 뛰어넘|을 뛰어넘|를 상회|을 상회|"
                                "를 경신|을 경신|를 갈아치|을 갈아치|を超え|を越え|を抜|を更新|"
                                "に迫|に次";
    return bs_list_ends(bs_str_trim(between), "의|の") &&
           bs_list_starts(bs_str_slice(text, item->end, text.len), verbs);
}

// "2031년 상위 5개 시 비중 78.4%에 비해": what is held against comes behind how many they are.
static bool is_how_many(bs_str text, const bs_item *item, const bs_item *next)
{
    static const char others[] = ",|，|、|.|。|(|（|는 |은 |が|は|을 |를 |を";
    bool counted = item->kind == BS_KIND_QUANTITY && bs_str_starts(item->unit, BS_STR("count:"));
    bs_str between = bs_str_slice(text, item->end, next->start);
    return counted && !bs__is_time_item(next) && !bs_str_equal(item->unit, next->unit) &&
           between.len <= BS__BASE_BYTES && !bs_str_has_any(between, others);
}

// Is the number `item` what another is compared with? "725,482명보다", "的725482人相比",
// "97.45から91.45に", "由97.45下降为91.45".
static bool is_base_number(bs_str text, const bs_item *item)
{
    static const char words[] =
        "보다|에 비해|에 비하|와 비교|과 비교|에서 |대비|을 포함|를 포함|을 합|를 "
        "합|より|から|に比べ|と比べ|"
        "に対し|相比|相较|相較|比较|下降为|下降到|下降至|上升为|上升到|上升至|"
        "降为|降到|降至|升为|升到|升至|提高到|提高至|提升到|提升至|增加到|增加至|"
        "增长到|增长至|增至|减少到|减少至|减至|扩大到|缩小到|下降為|上升為|降為|"
        "升為|增加為|減少為|變為|变为|改为|转为|轉為|转正|"
        "에 이어|에 이은|에 뒤이어|다음으로 |に次ぐ|に次い|に続く|に続き|"
        "をピークに|をピークとし|を頂点に|を底に|をボトムに|がピーク";
    // "2019년의 103% 수준을 회복": so much of that level, and not the level.
    static const char levels[] =
        "수준에 근접|수준에 육박|수준으로 되돌|수준으로 돌아|수준으로 회복|수준을 회복|수준에 미치|"
        "수준에 못|수준에도|수준을 넘|수준을 웃|수준을 밑";
    bs_str after = bs_str_trim(bs_str_slice(text, item->end, item->end + BS__BASE_BYTES));
    if (bs__closes_parenthesis(bs_utf8_decode(after, 0).code)) {
        after = bs_str_slice(after, bs_utf8_decode(after, 0).len, after.len);
        if (bs__starts_with_since(bs_str_trim(after))) return true;
    }
    if (item->kind != BS_KIND_PERCENT && bs_list_starts(bs_str_trim(after), levels)) return true;
    return bs_list_starts(bs_str_trim(after), words) || is_exceeded(bs_str_trim(after)) ||
           is_multiplied(after) || bs__is_since_number(after);
}

// "比2000年的4.27人减少了0.66人": behind 比 and a time a number that is no change itself.
static bool is_compared_number(const bs__passage *passage, size_t time_start, bs_str between,
                               const bs_item *item)
{
    bs_str text = passage->text;
    const bs_words *words = &passage->words;
    bs_str before = bs_str_trim(bs_str_slice(text, 0, time_start));
    if (bs__is_surpassed(passage, time_start)) return true;
    static const char wholes[] = "同期|同月|同季|全年|末|底|年底|年末";
    if (!bs_list_ends(before, "比|较|較|较于|相对于|相比于|较之")) return false;
    // "較2014年的4.8%升幅略快": a number of that time.
    if (bs_list_is(between, "的|之|同期的|同期之|同月的|全年的|末的|底的|年底的")) return true;
    if (bs_words_in(words, between, BS_MEANS_UP)) return false;
    if (bs_words_in(words, between, BS_MEANS_DOWN)) return false;
    bs_str after = bs_str_slice(text, item->end, item->end + BS__BASE_BYTES);
    // "较2030年同期41.20％，增加1.35个百分点": the clause ends, and what moves comes behind it.
    bool tight = between.len == 0 || bs_list_is(between, wholes);
    if (tight && bs_list_starts(after, "，|,|、|；|。")) return true;
    if (bs_list_starts(after, "有所|略有|大幅|小幅|明显|显著|稍有|轻微"))
        after = bs_str_slice(after, strlen("有所"), after.len);
    bs_word_hit hit;
    return (bs_words_first(words, after, BS_MEANS_UP, &hit) ||
            bs_words_first(words, after, BS_MEANS_DOWN, &hit)) &&
           bs_str_trim(bs_str_slice(after, 0, hit.start)).len == 0;
}

// "below the June 2023 rate of 1,493,000", "above the revised May estimate of 1,314,000", "below
// its 2013 peak of 17.9 percent".
static bool is_rate_of(bs_str text, size_t time_start, bs_str between)
{
    static const char nouns[] = "rate of|estimate of|figure of|level of|total of|reading of|rate|"
                                "value of|pace of|average of|peak of|high of|low of|trough of|"
                                "record of|forecast of|target of";
    bs_str before = bs_str_trim(bs_str_slice(text, 0, time_start));
    bs_str noun = bs_str_trim(between);
    // "the highest since December's record of 31.0%"
    bool owned = bs_list_starts(noun, "'s |’s ");
    if (owned) noun = bs_str_slice(noun, bs_str_find(noun, BS_STR(" "), 0) + 1, noun.len);
    return (owned || bs_list_ends(before, " the| revised| from| its| their| a")) &&
           bs_list_starts(noun, nouns) && bs_list_ends(noun, nouns);
}

// "지난해 수출은 재작년(", "今年度は前年度（", "누적 매출은 전년 ": does a nearer time stand in
// front of the number, whose it is?
static bool opens_behind_time(bs_str between, bs_lang lang)
{
    enum { WORDS_MAX = 4 };
    between = bs_str_trim(between);
    size_t open = bs_list_ends(between, "(") ? 1 : bs_list_ends(between, "（") ? strlen("（") : 0;
    bs_str front = bs_str_trim(bs_str_slice(between, 0, between.len - open)), rest = front;
    if (lang != BS_LANG_KO)
        return open > 0 && bs__is_relative(bs_str_behind_last(front, "は|が|を|、|，|的"), lang);
    // "28일 전 거래일(1,931.97)보다"
    if (open > 0 && bs_list_ends(front, "전날|전일|전장|전 거래일|전거래일|전 영업일")) return true;
    for (int words = 0; words < WORDS_MAX && rest.len > 0; words++) {
        rest = bs_str_slice(rest, 0, rest.len - bs_str_behind_last(rest, " ").len);
        bs_str last = bs_str_slice(front, rest.len, front.len);
        if (open > 0 ? bs__starts_relative(last, lang) : bs__is_relative(last, lang)) return true;
        rest = bs_str_trim(rest);
    }
    return false;
}

// 第六次, 39호: a number in a name.
bool bs__is_name_item(const bs_item *item)
{
    return item->kind == BS_KIND_ORDINAL || item->kind == BS_KIND_IDENTIFIER;
}

// "2031년(9.4%), 2032년(12.7%)에 이어": one of several times with their numbers in brackets.
static bool is_in_row(const bs__moments *moments, size_t start, size_t end, size_t next)
{
    bs_str text = moments->passage->text;
    const bs_item *item = &moments->items->items[next];
    if (moments->passage->lang == BS_LANG_EN || next + 2 >= moments->items->count) return false;
    const bs_item *time = item + 1, *other = item + 2;
    bool alike = bs__is_time_item(time) && !bs__is_time_item(other) &&
                 bs_list_is(bs_str_slice(text, end, item->start), "(|（") &&
                 bs_list_is(bs_str_slice(text, time->end, other->start), "(|（") && start < end;
    return alike && bs_list_is(bs_str_trim(bs_str_slice(text, item->end, time->start)),
                               "),|)·|)과|)와|）、|）と|）→|)→|),그리고");
}

// The number behind a time (items[next...]) that is a base of comparison at that time; BS__NO_ITEM
// when there is none.
size_t bs__base_number(const bs__moments *moments, size_t start, size_t end, size_t next)
{
    bs_str text = moments->passage->text;
    while (next < moments->items->count && bs__is_name_item(&moments->items->items[next]))
        next++;
    if (next >= moments->items->count) return BS__NO_ITEM;
    const bs_item *item = &moments->items->items[next];
    // "2030년까지 15.6%에서 25%로": until then, not at that time.
    if (bs_list_starts(bs_str_slice(text, end, text.len), "까지|までに|末までに|比で"))
        return BS__NO_ITEM;
    if (bs__is_when_foretold(moments->passage->lang, bs_str_slice(text, end, text.len)))
        return BS__NO_ITEM;
    if (bs__is_time_item(item) || item->start < end ||
        item->start > end + BS__BASE_BYTES + BS__BASE_BYTES)
        return BS__NO_ITEM;
    bs_str between = bs_str_slice(text, end, item->start);
    if (bs_str_find(between, BS_STR(","), 0) < between.len ||
        bs_str_find(between, BS_STR("，"), 0) < between.len ||
        bs__sentence_end(between, 0) < between.len)
        return BS__NO_ITEM;
    if (opens_behind_time(between, moments->passage->lang)) return BS__NO_ITEM;
    // "通期予想は、売上高を1,280億円から1,310億円へ": the time of the topic, or of what is changed.
    bool whole = moments->passage->lang == BS_LANG_JA &&
                 (bs_str_find(between, BS_STR("は、"), 0) < between.len ||
                  bs_str_find(between, BS_STR("を"), 0) < between.len);
    if (whole) return BS__NO_ITEM;
    // "6月末の在庫量は215万tから229万tと見通す": both ends of a range are of that time.
    const bs_item *other = next + 1 < moments->items->count ? item + 1 : NULL;
    bool range =
        moments->passage->lang == BS_LANG_JA && other != NULL &&
        bs_str_equal(bs_str_slice(text, item->end, other->start), BS_STR("から")) &&
        bs_list_starts(bs_str_slice(text, other->end, text.len),
                       "と見|と予|と推|と試|の間|の範囲|の幅|のレンジ|程度と|程度を|を見込");
    if (range) return BS__NO_ITEM;
    if (other != NULL && is_how_many(text, item, other) && is_base_number(text, other))
        return next + 1;
    bool base = is_base_number(text, item) || is_passed(text, between, item) ||
                is_in_row(moments, start, end, next) ||
                is_compared_number(moments->passage, start, between, item) ||
                is_rate_of(text, start, between) || bs__is_left(moments, start, next);
    return base ? next : BS__NO_ITEM;
}
