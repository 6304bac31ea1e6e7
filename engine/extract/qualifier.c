// SPDX-License-Identifier: GPL-3.0-or-later
// Qualifiers: the words around a number that say how exact it is.
#include "engine/extract/phrase_table.h"
#include "engine/extract/scan_internal.h"
#include "engine/extract/words.h"

static const bs__phrase before[] = {
#include "engine/extract/qualifier_before.inc"
};

static const bs__phrase behind[] = {
#include "engine/extract/qualifier_behind.inc"
};

// Korean particles between a number and the word that qualifies it: "30만개를 초과".
static const bs__phrase links[] = {
    P("을", KO, 0), P("를", KO, 0), P("이", KO, 0),   P("가", KO, 0),   P("에", KO, 0),
    P("의", KO, 0), P("도", KO, 0), P("에는", KO, 0), P("에도", KO, 0),
};

// "6.5 per cent higher than $1.75 billion", "12 points above 40": a difference in front makes a
// base of the number, and no bound.
static bool holds_against(const bs__scan *scan, size_t from)
{
    static const bs__phrase differences[] = {
        P("per cent", EN, 0), P("percent", EN, 0), P("%", EN, 0),       P("points", EN, 0),
        P("point", EN, 0),    P("times", EN, 0),   P("million", EN, 0), P("billion", EN, 0),
        P("crore", EN, 0),    P("tonnes", EN, 0),  P("tons", EN, 0),    P("cents", EN, 0),
        P("pp", EN, 0),       P("bps", EN, 0),
    };
    if (scan->lang != BS_LANG_EN) return false;
    return BS_PHRASE_BEFORE(differences, scan, bs__gap_back(scan->text, from)) != NULL;
}

// "按10%给予补助，单个项目最高1500万元": behind 最高 what is granted is no more than that.
static bool is_grant(const bs__scan *scan, size_t at)
{
    enum { SENTENCE_BYTES = 150 };
    static const char grants[] = "给予|补助|补贴|奖励|资助|补偿";
    bs_str front = bs_str_slice(scan->text, 0, at);
    if (scan->lang != BS_LANG_ZH || !bs_list_ends(front, "最高|最多")) return false;
    front = bs_str_slice(front, at > SENTENCE_BYTES ? at - SENTENCE_BYTES : 0, at);
    front = bs_str_behind_last(front, "。|\n");
    return bs_str_has_any(front, grants);
}

// "创近10年新低", "。近五年，": in the last ten years, and not nearly so many.
static bool is_lately(const bs__scan *scan, size_t start, size_t end)
{
    bs_str front = bs_str_slice(scan->text, 0, start);
    if (scan->lang != BS_LANG_ZH || !bs_list_ends(front, "近") ||
        !bs_list_ends(bs_str_slice(scan->text, 0, end), "年|月|周|天|日|季|季度"))
        return false;
    if (bs_list_ends(front, "最近")) return true;
    front.len -= strlen("近");
    bool opens = front.len == 0 || bs_list_ends(front, "。|，|；|、|,|\n|：");
    bs_str after = bs_str_slice(scan->text, end, scan->text.len);
    return (opens && bs_list_starts(after, "，|,|全|年均|平均")) ||
           bs_list_starts(after,
                          "来|以来|新高|新低|高点|低点|高位|低位|最|首|间|同期|内|历史|均值|平均");
}

// "weighed the waste over six weeks": while they went by. Behind a word that tells how long
// something is, "for over six weeks", it is more than so many.
static bool is_during(const bs__scan *scan, size_t start, size_t end)
{
    static const char terms[] = "weeks|months|years|days|hours|quarters|decades";
    static const char long_words[] =
        " for| of| took| takes| take| lasted| lasts| last| is| was| are|"
        " were| been| and| with| after| in| to| than| has| have| had|"
        " spent| spans| at| by| from| within| be| or| a| the";
    bs_str front = bs_str_trim(bs_str_slice(scan->text, 0, start));
    if (scan->lang != BS_LANG_EN || !bs_list_ends(front, " over") ||
        !bs_list_ends(bs_str_slice(scan->text, 0, end), terms))
        return false;
    if (bs_list_starts(bs_str_slice(scan->text, end, scan->text.len), " old| ago| of | long"))
        return false;
    front = bs_str_trim(bs_str_slice(front, 0, front.len - strlen(" over")));
    return !bs_list_ends(front, long_words);
}

size_t bs__bound_in(bs_str text, bs_qualifier *out)
{
    static const struct {
        bs_str word;
        bs_qualifier qualifier;
    } bounds[] = {{BS_STR_INIT("不得超过"), BS_AT_MOST},  {BS_STR_INIT("不得高于"), BS_AT_MOST},
                  {BS_STR_INIT("不超过"), BS_AT_MOST},    {BS_STR_INIT("不高于"), BS_AT_MOST},
                  {BS_STR_INIT("不得低于"), BS_AT_LEAST}, {BS_STR_INIT("不得少于"), BS_AT_LEAST},
                  {BS_STR_INIT("不低于"), BS_AT_LEAST},   {BS_STR_INIT("不少于"), BS_AT_LEAST}};
    for (size_t i = 0; i < BS_COUNT(bounds); i++) {
        size_t at = bs_str_find(text, bounds[i].word, 0);
        if (at == SIZE_MAX) continue;
        *out = bounds[i].qualifier;
        return at;
    }
    return SIZE_MAX;
}

// Does a text hold a digit that is none of a year or month?
static bool holds_number(bs_str text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (!bs_is_digit(text.ptr[i])) continue;
        while (i < text.len && bs_is_digit(text.ptr[i]))
            i++;
        if (!bs_list_starts(bs_str_slice(text, i, text.len), "年|月")) return true;
    }
    return false;
}

// "不超过总投资的30%", "约占全省的30%": the bound stands in front of what the share is one of.
static bool bounds_share(const bs__scan *scan, size_t at, bs_qualifier *out)
{
    enum { WHOLE_BYTES = 48 };
    static const char about[] = "约占|约为|约相当于|约恢复|约已恢复|约等于";
    bs_str front = bs_str_slice(scan->text, at > WHOLE_BYTES ? at - WHOLE_BYTES : 0, at);
    if (scan->lang != BS_LANG_ZH || !bs_str_ends(front, BS_STR("的"))) return false;
    front = bs_str_behind_last(front, "，|。|；|、|,|;|\n");
    if (holds_number(front)) return false;
    bool near = bs_str_has_any(front, about);
    if (near) *out = BS_APPROX;
    return near || bs__bound_in(front, out) != SIZE_MAX;
}

// "至少有153家", "至少达40家", "至多为20家": a verb between the number and the word that bounds it.
static const bs__phrase *bound_before_verb(const bs__scan *scan, size_t at)
{
    static const bs__phrase verbs[] = {P("有", ZH, 0),   P("达", ZH, 0),   P("为", ZH, 0),
                                       P("是", ZH, 0),   P("需", ZH, 0),   P("需要", ZH, 0),
                                       P("达到", ZH, 0), P("已有", ZH, 0), P("要", ZH, 0)};
    static const bs__phrase bounds[] = {P("至少", ZH, BS_AT_LEAST), P("最少", ZH, BS_AT_LEAST),
                                        P("起码", ZH, BS_AT_LEAST), P("至多", ZH, BS_AT_MOST)};
    if (scan->lang != BS_LANG_ZH) return NULL;
    const bs__phrase *verb = BS_PHRASE_BEFORE(verbs, scan, at);
    return verb != NULL ? BS_PHRASE_BEFORE(bounds, scan, at - verb->text.len) : NULL;
}

// "不得超过30%", "不会低于5%": what may not be more is at most that.
static bs_qualifier denied(const bs__scan *scan, size_t from, bs_qualifier qualifier)
{
    static const char denials[] = "不得|不能|不可|不应|不應|不宜|不会|不會";
    bool none =
        scan->lang == BS_LANG_ZH && bs_list_ends(bs_str_slice(scan->text, 0, from), denials);
    if (none && qualifier == BS_MORE_THAN) return BS_AT_MOST;
    return none && qualifier == BS_LESS_THAN ? BS_AT_LEAST : qualifier;
}

// "0.9~1.1 <1.0>": the number stands between the signs as it would between brackets.
static bool is_between_signs(const bs__scan *scan, const bs__phrase *phrase, size_t start)
{
    enum { NUMBER_BYTES = 24 };
    if (phrase == NULL || !bs_list_is(phrase->text, "<|＜")) return false;
    bs_str rest = bs_str_slice(scan->text, start, start + NUMBER_BYTES);
    size_t end = 0;
    while (end < rest.len && strchr("0123456789.,%+-~ ", rest.ptr[end]) != NULL)
        end++;
    return bs_list_starts(bs_str_slice(rest, end, rest.len), ">|＞|％>|％＞");
}

static bool from_front(const bs__scan *scan, size_t start, bs_qualifier *out)
{
    size_t at = bs__gap_back(scan->text, start);
    const bs__phrase *phrase = BS_PHRASE_BEFORE(before, scan, at);
    if (is_between_signs(scan, phrase, start)) return false;
    if (phrase == NULL && is_grant(scan, at)) {
        *out = BS_AT_MOST;
        return true;
    }
    const bs__phrase *bound = phrase == NULL ? bound_before_verb(scan, at) : NULL;
    if (bound != NULL) *out = (bs_qualifier)bound->value;
    if (phrase == NULL) return bound != NULL || bounds_share(scan, at, out);
    size_t from = at - phrase->text.len;
    bool hangul = bs__hangul_at(scan->text, from);
    // 약 is a word of its own: 계약 100건 is a contract, and 예약 3만 건 a booking.
    if (hangul && bs__hangul_before(scan->text, from)) return false;
    bs_qualifier told = denied(scan, from, (bs_qualifier)phrase->value);
    *out = holds_against(scan, from) ? BS_EXACT : told;
    return true;
}

// "예상치를 5.9% 웃도는": by so much something else is exceeded.
static bool exceeds_by(const bs__scan *scan, size_t start, size_t at)
{
    if (!bs_list_starts(bs_str_slice(scan->text, at, scan->text.len),
                        "웃도|웃돌|상회|밑도|밑돌|하회"))
        return false;
    return bs_list_ends(bs_str_slice(scan->text, 0, start), "를 |을 |보다 |보다 약 |보다는 |대비 ");
}

// "지난 시즌 77.1%를 넘어섰다", "목표 3조원을 초과": what something else has exceeded.
static bool is_exceeded(const bs__scan *scan, size_t start)
{
    static const char bases[] = "지난 "
                                "시즌|작년|지난해|전년|전월|종전|기존|직전|목표|목표치|목표치인|"
                                "목표인|목표액|기준치|기준치인|"
                                "전망치|예상치|컨센서스|최고치|최고치인|최대치|최고 "
                                "기록|기록인|전국 평균|업종 평균|업계 평균|"
                                "OECD 평균|세계 평균|EU 평균|지역 평균|한도인|권고 기준";
    static const char records[] = "최대이던|최대였던|최고이던|최고였던|기록이던|최대치이던|"
                                  "최대치였던|최고치이던|최고치였던|최대치인|최고치인|기록인";
    enum { TIME_BYTES_MAX = 16 };
    if (scan->lang != BS_LANG_KO) return false;
    enum { FRONT_BYTES_MAX = 96 };
    bs_str front = bs_str_slice(scan->text, 0, bs__gap_back(scan->text, start));
    front = bs_str_tail(front, FRONT_BYTES_MAX);
    if (bs_list_ends(front, bases) || bs_list_ends(front, records)) return true;
    // "기존 최대치이던 2031년의 12억 달러를 웃돌았다"
    bs_str time = bs_str_behind_last(front, " ");
    bool dated = time.len < front.len && time.len <= TIME_BYTES_MAX &&
                 bs_list_ends(time, "년|년의|월|월의|분기|분기의");
    return dated &&
           bs_list_ends(bs_str_trim(bs_str_slice(front, 0, front.len - time.len)), records);
}

// "前年度上半期の51件を上回った", "予想の3億円を下回る": what something else is held against.
static bool is_held_against(const bs__scan *scan, size_t start, const bs__phrase *phrase)
{
    static const char bases[] =
        "前年の|前月の|前期の|前回の|前日の|前週の|前年度の|昨年の|昨年度の|同期の|"
        "同月の|同日の|半期の|四半期の|年度の|年の|予想の|予測の|目標の|平均の|"
        "計画の|想定の|見通しの|基準の|水準の";
    enum { CLAUSE_BYTES = 90 };
    bs_str front = bs_str_slice(scan->text, 0, start);
    if (scan->lang != BS_LANG_JA ||
        !bs_list_starts(phrase->text, "を上回|を下回|を超|を突破|上回|下回"))
        return false;
    if (bs_list_ends(front, "約")) front.len -= strlen("約");
    if (bs_list_ends(front, bases)) return true;
    // "研究機関より2.8ポイントを上回る": by how much.
    front = bs_str_slice(front, front.len > CLAUSE_BYTES ? front.len - CLAUSE_BYTES : 0, front.len);
    return bs_str_find(bs_str_behind_last(front, "。"), BS_STR("より"), 0) != SIZE_MAX;
}

// "8,412.55 +0.34%", "6兆円 + 5.1%": the sign of the next number.
static bool is_next_sign(const bs__scan *scan, size_t at)
{
    size_t len, next = bs_gap_skip(scan->text, at + 1);
    return bs__starts_at(scan->text, at, BS_STR("+")) && bs_digit_at(scan->text, next, &len) >= 0;
}

static bool from_behind(const bs__scan *scan, size_t start, size_t end, bs_qualifier *out)
{
    size_t at = bs_gap_skip(scan->text, end);
    const bs__phrase *phrase = BS_PHRASE_AT(behind, scan, at);
    if (phrase != NULL && exceeds_by(scan, start, at)) return false;
    if (phrase != NULL && is_held_against(scan, start, phrase)) return false;
    if (phrase == NULL) {
        const bs__phrase *link = BS_PHRASE_AT(links, scan, end);
        if (link == NULL || is_exceeded(scan, start)) return false;
        phrase = BS_PHRASE_AT(behind, scan, bs_gap_skip(scan->text, end + link->text.len));
    }
    if (phrase == NULL || is_next_sign(scan, at)) return false;
    // "2002년 59만7천명 이후 최대": since then, where only a time may be followed so.
    static const char times[] = "년|년도|월|일|분기|기|주|반기|초|말";
    if (bs_str_equal(phrase->text, BS_STR("이후")) &&
        !bs_list_ends(bs_str_slice(scan->text, 0, end), times))
        return false;
    *out = (bs_qualifier)phrase->value;
    return true;
}

// "연평균 '6%' 이상", "“20%”以上": the quotation marks around a number are between it and its
// words.
static void leave_quotes(const bs__scan *scan, size_t *start, size_t *end)
{
    static const struct {
        const char *open, *close;
    } pairs[] = {{"'", "'"}, {"\"", "\""}, {"‘", "’"}, {"“", "”"}, {"「", "」"}};
    bs_str front = bs_str_slice(scan->text, 0, *start);
    bs_str after = bs_str_slice(scan->text, *end, scan->text.len);
    for (size_t i = 0; i < BS_COUNT(pairs); i++) {
        bs_str open = bs_str_from(pairs[i].open), close = bs_str_from(pairs[i].close);
        if (!bs_str_ends(front, open) || !bs_str_starts(after, close)) continue;
        *start -= open.len;
        *end += close.len;
        return;
    }
}

// "rents were up to $285 from $191": where something has risen to, and no bound.
static bool has_risen_to(const bs__scan *scan, size_t start, size_t end)
{
    bs_str rest = bs_str_slice(scan->text, end, scan->text.len), from = BS_STR(" from ");
    if (scan->lang != BS_LANG_EN || !bs_str_starts(rest, from)) return false;
    if (!bs_list_ends(bs_str_slice(scan->text, 0, start), "up to ")) return false;
    rest = bs_str_slice(rest, from.len, rest.len);
    return bs_list_starts(rest, "$|£|€") || (rest.len > 0 && bs_is_digit(rest.ptr[0]));
}

bs_qualifier bs__qualifier_at(const bs__scan *scan, size_t start, size_t end, bs_qualifier own)
{
    leave_quotes(scan, &start, &end);
    bs_qualifier out = own;
    if (from_behind(scan, start, end, &out)) return out;
    bs_qualifier front;
    if (is_lately(scan, start, end) || is_during(scan, start, end)) return own;
    if (has_risen_to(scan, start, end)) return own;
    if (from_front(scan, start, &front) && (own == BS_EXACT || front != BS_APPROX)) return front;
    return own;
}
