// SPDX-License-Identifier: GPL-3.0-or-later
// Qualifiers: the words around a number that say how exact it is.
#include "engine/extract/phrase_table.h"
#include "engine/extract/scan_internal.h"
#include "engine/extract/words.h"

static const bs__phrase before[] = {
    P("약", KO, BS_APPROX),
    P("대략", KO, BS_APPROX),
    P("거의", KO, BS_APPROX),
    P("근", KO, BS_APPROX),
    P("어림잡아", KO, BS_APPROX),
    P("최대", KO, BS_AT_MOST),
    P("사상 최대", KO, BS_EXACT), // a record, and no bound
    P("역대 최대", KO, BS_EXACT),
    P("분기 최대", KO, BS_EXACT),
    P("연간 최대", KO, BS_EXACT),
    P("세계 최대", KO, BS_EXACT),
    P("국내 최대", KO, BS_EXACT),
    P("사상 최소", KO, BS_EXACT),
    P("역대 최소", KO, BS_EXACT),
    P("최소", KO, BS_AT_LEAST),
    P("최소한", KO, BS_AT_LEAST),
    P("최장", KO, BS_AT_MOST),
    P("줄잡아", KO, BS_AT_LEAST),
    P("적어도", KO, BS_AT_LEAST),
    P("무려", KO, BS_EXACT),
    P("约", ZH, BS_APPROX),
    P("約", ZH | JA, BS_APPROX),
    P("大约", ZH, BS_APPROX),
    P("大約", ZH, BS_APPROX),
    P("大概", ZH, BS_APPROX),
    P("约合", ZH, BS_APPROX),
    P("約合", ZH, BS_APPROX),
    P("约为", ZH, BS_APPROX),
    P("約為", ZH, BS_APPROX),
    P("约占", ZH, BS_APPROX),
    P("约有", ZH, BS_APPROX),
    P("约达", ZH, BS_APPROX),
    P("近", ZH, BS_APPROX),
    P("将近", ZH, BS_APPROX),
    P("將近", ZH, BS_APPROX),
    P("接近", ZH, BS_APPROX),
    P("超", ZH, BS_MORE_THAN),
    P("出超", ZH, BS_EXACT), // a surplus of trade
    P("入超", ZH, BS_EXACT),
    P("卖超", ZH, BS_EXACT), // what is sold on balance at an exchange
    P("买超", ZH, BS_EXACT),
    P("多超", ZH, BS_EXACT),
    P("空超", ZH, BS_EXACT),
    P("超过", ZH, BS_MORE_THAN),
    P("超過", ZH, BS_MORE_THAN),
    P("逾", ZH, BS_MORE_THAN),
    P("突破", ZH, BS_MORE_THAN),
    P("高于", ZH, BS_MORE_THAN),
    P("大于", ZH, BS_MORE_THAN),
    P("多于", ZH, BS_MORE_THAN),
    P("不到", ZH, BS_LESS_THAN),
    P("不足", ZH, BS_LESS_THAN),
    P("未满", ZH, BS_LESS_THAN),
    P("低于", ZH, BS_LESS_THAN),
    P("小于", ZH, BS_LESS_THAN),
    P("少于", ZH, BS_LESS_THAN),
    P("至少", ZH, BS_AT_LEAST),
    P("不低于", ZH, BS_AT_LEAST),
    P("不下", ZH, BS_AT_LEAST),
    P("不止", ZH, BS_MORE_THAN),
    P("不少于", ZH, BS_AT_LEAST),
    P("最少", ZH | JA, BS_AT_LEAST),
    P("不满", ZH, BS_LESS_THAN),
    P("不及", ZH, BS_LESS_THAN),
    P("未达", ZH, BS_LESS_THAN),
    P("未到", ZH, BS_LESS_THAN),
    P("不小于", ZH, BS_AT_LEAST),
    P("最低不低于", ZH, BS_AT_LEAST),
    P("给予最高", ZH, BS_AT_MOST),
    P("予以最高", ZH, BS_AT_MOST),
    P("提供最高", ZH, BS_AT_MOST),
    P("奖励最高", ZH, BS_AT_MOST),
    P("补助最高", ZH, BS_AT_MOST),
    P("补贴最高", ZH, BS_AT_MOST),
    P("资助最高", ZH, BS_AT_MOST),
    P("支持最高", ZH, BS_AT_MOST),
    P("可享最高", ZH, BS_AT_MOST),
    P("可获最高", ZH, BS_AT_MOST),
    P("额度最高", ZH, BS_AT_MOST),
    P("每年最高", ZH, BS_AT_MOST),
    P("每户最高", ZH, BS_AT_MOST),
    P("每家最高", ZH, BS_AT_MOST),
    P("每人最高", ZH, BS_AT_MOST),
    P("单个最高", ZH, BS_AT_MOST),
    P("最高给予", ZH, BS_AT_MOST),
    P("最高奖励", ZH, BS_AT_MOST),
    P("最高补助", ZH, BS_AT_MOST),
    P("最高补贴", ZH, BS_AT_MOST),
    P("最高资助", ZH, BS_AT_MOST),
    P("最高支持", ZH, BS_AT_MOST),
    P("最高可", ZH, BS_AT_MOST),
    P("最高可达", ZH, BS_AT_MOST),
    P("最高可获", ZH, BS_AT_MOST),
    P("最高可享", ZH, BS_AT_MOST),
    P("至多", ZH, BS_AT_MOST),
    P("最多", ZH, BS_AT_MOST),
    P("不超过", ZH, BS_AT_MOST),
    P("不超過", ZH, BS_AT_MOST),
    P("不高于", ZH, BS_AT_MOST),
    P("不多于", ZH, BS_AT_MOST),
    P("不大于", ZH, BS_AT_MOST),
    P("不逾", ZH, BS_AT_MOST),
    P("未超", ZH, BS_AT_MOST),
    P("未超过", ZH, BS_AT_MOST),
    P("およそ", JA, BS_APPROX),
    P("おおよそ", JA, BS_APPROX),
    P("ほぼ", JA, BS_APPROX),
    P("概ね", JA, BS_APPROX),
    P("おおむね", JA, BS_APPROX),
    P("最大", JA, BS_AT_MOST),
    P("最大で", JA, BS_AT_MOST),
    P("最長で", JA, BS_AT_MOST),
    P("最低でも", JA, BS_AT_LEAST),
    P("せいぜい", JA, BS_AT_MOST),
    P("最長", JA, BS_AT_MOST),
    P("上限", JA, BS_AT_MOST),
    P("下限", JA, BS_AT_LEAST),
    P("ざっと", JA, BS_APPROX),
    P("たかだか", JA, BS_AT_MOST),
    P("最低", JA, BS_AT_LEAST),
    P("少なくとも", JA, BS_AT_LEAST),
    P("about", EN, BS_APPROX),
    P("around", EN, BS_APPROX),
    P("approximately", EN, BS_APPROX),
    P("approx.", EN, BS_APPROX),
    P("roughly", EN, BS_APPROX),
    P("nearly", EN, BS_APPROX),
    P("almost", EN, BS_APPROX),
    P("some", EN, BS_APPROX),
    P("circa", EN, BS_APPROX),
    P("an estimated", EN, BS_APPROX),
    P("close to", EN, BS_APPROX),
    P("~", KO | ZH | JA | EN, BS_APPROX),
    P("≈", KO | ZH | JA | EN, BS_APPROX),
    P("over", EN, BS_MORE_THAN),
    P("over a", EN, BS_MORE_THAN),
    P("and over", EN, BS_EXACT),
    P("or over", EN, BS_EXACT),
    P("and above", EN, BS_EXACT),
    P("or above", EN, BS_EXACT),
    P("and under", EN, BS_EXACT),
    P("or under", EN, BS_EXACT),
    P("and below", EN, BS_EXACT),
    P("or below", EN, BS_EXACT),
    P("more than", EN, BS_MORE_THAN),
    P("more than a", EN, BS_MORE_THAN),
    P("above", EN, BS_MORE_THAN),
    P("exceeding", EN, BS_MORE_THAN),
    P("in excess of", EN, BS_MORE_THAN),
    P("topping", EN, BS_MORE_THAN),
    P("just shy of", EN, BS_LESS_THAN),
    P("shy of", EN, BS_LESS_THAN),
    P("exceeds", EN, BS_MORE_THAN),
    P("exceeded", EN, BS_MORE_THAN),
    P("exceed", EN, BS_MORE_THAN),
    P("exceeds a", EN, BS_MORE_THAN),
    P("upwards of", EN, BS_MORE_THAN),
    P("greater than", EN, BS_MORE_THAN),
    P("higher than", EN, BS_MORE_THAN),
    P("less than", EN, BS_LESS_THAN),
    P("less than a", EN, BS_LESS_THAN),
    P("fewer than", EN, BS_LESS_THAN),
    P("lower than", EN, BS_LESS_THAN),
    P("was lower than", EN, BS_EXACT),
    P("were lower than", EN, BS_EXACT),
    P("is lower than", EN, BS_EXACT),
    P("was higher than", EN, BS_EXACT),
    P("were higher than", EN, BS_EXACT),
    P("is higher than", EN, BS_EXACT),
    P("under", EN, BS_LESS_THAN),
    P("below", EN, BS_LESS_THAN),
    P("at least", EN, BS_AT_LEAST),
    P("no less than", EN, BS_AT_LEAST),
    P("no fewer than", EN, BS_AT_LEAST),
    P("not less than", EN, BS_AT_LEAST),
    P("a minimum of", EN, BS_AT_LEAST),
    P("at most", EN, BS_AT_MOST),
    P("up to", EN, BS_AT_MOST),
    P("gone up to", EN, BS_EXACT),
    P("to go up to", EN, BS_EXACT),
    P("edged up to", EN, BS_EXACT),
    P("ticked up to", EN, BS_EXACT),
    P("inched up to", EN, BS_EXACT),
    P("crept up to", EN, BS_EXACT),
    P("picked up to", EN, BS_EXACT),
    P("moved up to", EN, BS_EXACT),
    P("went up to", EN, BS_EXACT),
    P("revised up to", EN, BS_EXACT),
    P("rounded up to", EN, BS_EXACT),
    P("no more than", EN, BS_AT_MOST),
    P("not more than", EN, BS_AT_MOST),
    P("as much as", EN, BS_AT_MOST),
    P("as many as", EN, BS_AT_MOST),
    P("a maximum of", EN, BS_AT_MOST),
    P("within", EN, BS_AT_MOST),
    P(">", KO | ZH | JA | EN, BS_MORE_THAN),
    P("<", KO | ZH | JA | EN, BS_LESS_THAN),
    P("≥", KO | ZH | JA | EN, BS_AT_LEAST),
    P("≤", KO | ZH | JA | EN, BS_AT_MOST),
    P("＞", KO | ZH | JA, BS_MORE_THAN),
    P("＜", KO | ZH | JA, BS_LESS_THAN),
    P("≧", KO | ZH | JA, BS_AT_LEAST),
    P("≦", KO | ZH | JA, BS_AT_MOST),
    P("&gt;", KO | ZH | JA | EN, BS_MORE_THAN),
    P("&lt;", KO | ZH | JA | EN, BS_LESS_THAN),
};

static const bs__phrase behind[] = {
    P("이상", KO, BS_AT_LEAST),
    P("이하", KO, BS_AT_MOST),
    P("이내", KO, BS_AT_MOST),
    P("미만", KO, BS_LESS_THAN),
    P("초과", KO, BS_MORE_THAN),
    P("넘는", KO, BS_MORE_THAN),
    P("넘어", KO, BS_MORE_THAN),
    P("넘게", KO, BS_MORE_THAN),
    P("넘은", KO, BS_MORE_THAN),
    P("넘긴", KO, BS_MORE_THAN),
    P("넘겼", KO, BS_MORE_THAN),
    P("넘었", KO, BS_MORE_THAN),
    P("넘으", KO, BS_MORE_THAN),
    P("웃도", KO, BS_MORE_THAN),
    P("웃돌", KO, BS_MORE_THAN),
    P("상회", KO, BS_MORE_THAN),
    P("돌파", KO, BS_MORE_THAN),
    P("밑도", KO, BS_LESS_THAN),
    P("밑돌", KO, BS_LESS_THAN),
    P("하회", KO, BS_LESS_THAN),
    P("못 미치", KO, BS_LESS_THAN),
    P("못미치", KO, BS_LESS_THAN),
    P("못 미친", KO, BS_LESS_THAN),
    P("못미친", KO, BS_LESS_THAN),
    P("못 미쳤", KO, BS_LESS_THAN),
    P("못미쳤", KO, BS_LESS_THAN),
    P("못 미칠", KO, BS_LESS_THAN),
    P("미치지 못", KO, BS_LESS_THAN),
    P("가량", KO, BS_APPROX),
    P("정도", KO, BS_APPROX),
    P("안팎", KO, BS_APPROX),
    P("내외", KO, BS_APPROX),
    P("남짓", KO, BS_APPROX_OVER),
    P("쯤", KO, BS_APPROX),
    P("육박", KO, BS_APPROX),
    P("근접", KO, BS_APPROX),
    P("채 안 되", KO, BS_LESS_THAN),
    P("안 되는", KO, BS_LESS_THAN),
    P("못 되는", KO, BS_LESS_THAN),
    P("가까이", KO, BS_APPROX),
    P("가까운", KO, BS_APPROX),
    P("이후", KO, BS_AT_LEAST),
    P("左右", ZH | JA, BS_APPROX),
    P("上下", ZH, BS_APPROX),
    P("上下波动", ZH, BS_EXACT),
    P("以上", ZH | JA, BS_AT_LEAST),
    P("及以上", ZH, BS_AT_LEAST),
    P("以下", ZH | JA, BS_AT_MOST),
    P("及以下", ZH, BS_AT_MOST),
    P("以内", ZH | JA, BS_AT_MOST),
    P("以內", ZH, BS_AT_MOST),
    P("之内", ZH, BS_AT_MOST),
    P("未満", JA, BS_LESS_THAN),
    P("未满", ZH, BS_LESS_THAN),
    P("超", JA, BS_MORE_THAN),
    P("超え", JA, BS_MORE_THAN),
    P("を超え", JA, BS_MORE_THAN),
    P("を超す", JA, BS_MORE_THAN),
    P("を上回", JA, BS_MORE_THAN),
    P("を突破", JA, BS_MORE_THAN),
    P("を下回", JA, BS_LESS_THAN),
    P("に満たない", JA, BS_LESS_THAN),
    P("を割り込", JA, BS_LESS_THAN),
    P("を割った", JA, BS_LESS_THAN),
    P("を割って", JA, BS_LESS_THAN),
    P("を切った", JA, BS_LESS_THAN),
    P("を切って", JA, BS_LESS_THAN),
    P("を切る", JA, BS_LESS_THAN),
    P("に届か", JA, BS_LESS_THAN),
    P("に達しな", JA, BS_LESS_THAN),
    P("に迫", JA, BS_APPROX),
    P("台前半", JA, BS_APPROX_OVER),
    P("台後半", JA, BS_APPROX_OVER),
    P("台半ば", JA, BS_APPROX_OVER),
    P("台に", JA, BS_APPROX_OVER),
    P("台で", JA, BS_APPROX_OVER),
    P("台の", JA, BS_APPROX_OVER),
    P("台を", JA, BS_APPROX_OVER),
    P("台と", JA, BS_APPROX_OVER),
    P("台が", JA, BS_APPROX_OVER),
    P("台は", JA, BS_APPROX_OVER),
    P("台も", JA, BS_APPROX_OVER),
    P("台まで", JA, BS_APPROX_OVER),
    P("台から", JA, BS_APPROX_OVER),
    P("台へ", JA, BS_APPROX_OVER),
    P("台だ", JA, BS_APPROX_OVER),
    P("台、", JA, BS_APPROX_OVER),
    P("台。", JA, BS_APPROX_OVER),
    P("前後", JA, BS_APPROX),
    P("程度", JA, BS_APPROX),
    P("近く", JA, BS_APPROX),
    P("近い", JA, BS_APPROX),
    P("ほど", JA, BS_APPROX),
    P("くらい", JA, BS_APPROX),
    P("ぐらい", JA, BS_APPROX),
    P("余り", JA, BS_APPROX_OVER),
    P("あまり", JA, BS_APPROX_OVER),
    P("余", ZH | JA, BS_APPROX_OVER),
    P("多", ZH, BS_APPROX_OVER),
    P("多出", ZH, BS_EXACT),
    P("多于", ZH, BS_EXACT),
    P("弱", JA, BS_LESS_THAN),
    P("足らず", JA, BS_LESS_THAN),
    P("内外", JA, BS_APPROX),
    P("強", JA, BS_MORE_THAN),
    P("or more", EN, BS_AT_LEAST),
    P("or above", EN, BS_AT_LEAST),
    P("or over", EN, BS_AT_LEAST),
    P("or higher", EN, BS_AT_LEAST),
    P("and above", EN, BS_AT_LEAST),
    P("or less", EN, BS_AT_MOST),
    P("or fewer", EN, BS_AT_MOST),
    P("or below", EN, BS_AT_MOST),
    P("or under", EN, BS_AT_MOST),
    P("or so", EN, BS_APPROX),
    P("more or less", EN, BS_APPROX),
    P("+", KO | ZH | JA | EN, BS_AT_LEAST),
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

static bool from_front(const bs__scan *scan, size_t start, bs_qualifier *out)
{
    size_t at = bs__gap_back(scan->text, start);
    const bs__phrase *phrase = BS_PHRASE_BEFORE(before, scan, at);
    if (phrase == NULL && is_grant(scan, at)) {
        *out = BS_AT_MOST;
        return true;
    }
    if (phrase == NULL) return false;
    size_t from = at - phrase->text.len;
    bool hangul = bs__hangul_at(scan->text, from);
    // 약 is a word of its own: 계약 100건 is a contract, and 예약 3만 건 a booking.
    if (hangul && bs__hangul_before(scan->text, from)) return false;
    *out = holds_against(scan, from) ? BS_EXACT : (bs_qualifier)phrase->value;
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
    return scan->lang == BS_LANG_KO &&
           bs_list_ends(bs_str_slice(scan->text, 0, bs__gap_back(scan->text, start)), bases);
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

// "연평균 '7%' 이상", "“20%”以上": the quotation marks around a number are between it and its
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

bs_qualifier bs__qualifier_at(const bs__scan *scan, size_t start, size_t end, bs_qualifier own)
{
    leave_quotes(scan, &start, &end);
    bs_qualifier out = own;
    if (from_behind(scan, start, end, &out)) return out;
    bs_qualifier front;
    if (is_lately(scan, start, end) || is_during(scan, start, end)) return own;
    if (from_front(scan, start, &front) && (own == BS_EXACT || front != BS_APPROX)) return front;
    return own;
}
