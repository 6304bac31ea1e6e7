// SPDX-License-Identifier: GPL-3.0-or-later
// Percentages beside a verb of movement that are levels all the same: where the movement ended,
// what something is held against, what it has come below.
#include "engine/base/utf8.h"
#include "engine/extract/extract_internal.h"
#include "engine/extract/label_internal.h"
#include "engine/extract/role_internal.h"

// "실업률(4.1%)이 하락", "the unemployment rate (4.1%) fell": a rate in parentheses behind its own
// name is where the movement ended, whatever the verb.
static bool is_rate_by_name(const bs__spot *spot)
{
    bs_rune open = bs_utf8_decode_before(spot->before, spot->before.len);
    if (!bs__label_is_open(open.code)) return false;
    // "unemployment rates decreased for young sailors (4.1 percent)": levels of the rates.
    if (bs_str_find(spot->before, BS_STR(" rates "), 0) != SIZE_MAX) return true;
    bs_str name = bs_str_trim(bs_str_slice(spot->before, 0, spot->before.len - open.len));
    return bs_list_ends(name, "률|율|率|비중|比重|割合| rate| ratio| share| level");
}

bool bs__spot_is_level_of_named(const bs__spot *spot)
{
    bs_str before = bs_str_trim(spot->before);
    if (spot->lang != BS_LANG_KO || !bs_str_ends(before, BS_STR("의"))) return false;
    return bs_rune_is_hangul(bs_utf8_decode_before(before, before.len - strlen("의")).code) &&
           bs_list_starts(bs_str_trim(spot->after), "수준|에 불과|에 그|에 육박|에 이르") &&
           !bs__spot_in_before(spot, BS_MEANS_BASIS_YEAR) &&
           !bs__spot_in_before(spot, BS_MEANS_BASIS_PERIOD);
}

bool bs__spot_names_change(const bs__spot *spot)
{
    bs_str after = bs_str_trim(spot->after);
    return spot->lang == BS_LANG_EN &&
           bs_list_starts(after, "decline|contraction|drop |fall |decrease|rise |growth|increase|"
                                 "expansion|gain |slump|plunge|surge|jump |reduction|loss |dip |"
                                 "downturn|setback");
}

// "0.7 points lower than the 4.3 per cent of last year": what something is compared with.
static bool is_compared_level(const bs__spot *spot)
{
    return spot->lang == BS_LANG_EN && !bs__spot_names_change(spot) &&
           bs_list_ends(bs_str_trim(spot->before),
                        "lower than|lower than the|higher than|higher than the|below the|above the|"
                        "less than the|more than the|up from|down from|up from the|down from the|"
                        "drop on|drop on the|fall on|fall on the|rise on|rise on the|"
                        "increase on|increase on the|decline on|decline on the|decrease on|"
                        "decrease on the|reduction on|reduction on the|improvement on|"
                        "improvement on the|drop from the|fall from the|rise from the|"
                        "increase from the|decline from the|decrease from the");
}

// "after a fall of 3%, followed by natural gas (23.5%)": the next in a row, of which no movement
// in front of that is told.
static bool is_next_in_row(const bs__spot *spot)
{
    bs_str clause = bs_str_trim(bs_str_behind_last(spot->before, ","));
    bool beside = bs_list_starts(spot->before, ")"); // "in coal (9%), followed by gas (8%)"
    return spot->lang == BS_LANG_EN && !beside && bs_str_ends(spot->before, BS_STR("(")) &&
           bs_list_starts(clause, "followed by |then |ahead of |and then ");
}

// "101.9%로 전년말(102.5%) 대비 하락": what something is held against, in the parenthesis of its
// time.
static bool is_korean_base(const bs__spot *spot)
{
    bs_rune open = bs_utf8_decode_before(spot->before, spot->before.len);
    return spot->lang == BS_LANG_KO && bs__label_is_open(open.code) &&
           bs_list_starts(spot->after,
                          ")보다|) 보다|) 대비|)대비|)에 비해|)와 비교|)과 비교|)을 |)를 ");
}

// "24.8％（前年度は31.5％）に低下": the verb behind a parenthesis is not of what that tells.
static bool is_told_aside(const bs__spot *spot)
{
    return spot->lang == BS_LANG_JA && bs_list_ends(spot->before, "は|は約") &&
           bs_list_starts(spot->after, "）|)");
}

// "9割を下回った", "前回の予測(21.9％)を下回り": what something has come below, and no fall by so
// much.
static bool is_threshold(const bs__spot *spot)
{
    bs_str after = spot->after;
    bool aside = bs_list_starts(after, ")|）");
    if (aside) after = bs_str_slice(after, bs_utf8_decode(after, 0).len, after.len);
    // "伸びは9月(2.0％)から縮小した"
    if (aside && spot->lang == BS_LANG_JA && bs_list_starts(after, "から|より|に比べ|と比べ"))
        return true;
    return spot->lang == BS_LANG_JA &&
           bs_list_starts(after, "を下回|を上回|を割り込|を割っ|を切っ|を超え|を突破|"
                                 "を大きく下回|を大幅に下回|をやや下回|をわずかに下回|"
                                 "を大きく上回|を大幅に上回|をやや上回|をわずかに上回");
}

// "서비스업(20.7%→17.2%)이 하락했다": what an arrow in a bracket leads to is where that has come.
static bool is_arrived_at(const bs__spot *spot)
{
    bs_str before = bs_str_trim(spot->before);
    return bs_list_starts(spot->after, ")|）") && bs_list_ends(before, "→|⇒|➔|➡|⇨|->|=>");
}

// "失业率5.5%，比全国的5.2%高": a level of another owner, and no share of the whole country.
static bool is_of_compared_owner(const bs__spot *spot)
{
    bs_str clause = bs_str_trim(bs_str_behind_last(spot->before, "，|,|；"));
    return spot->lang == BS_LANG_ZH && bs_list_ends(clause, "的") &&
           bs_list_starts(clause, "比|较|較|高于|低于|高於|低於|略高于|略低于") &&
           !bs_list_starts(clause, "比重|比例|比率|比值|比如");
}

// "较2029年的11%大幅下降", "比2029年高峰的11%低": what something was in a time that it is held
// against.
static bool is_of_compared_time(const bs__spot *spot)
{
    enum { TIME_BYTES = 40 };
    if (spot->lang != BS_LANG_ZH || !bs_list_ends(spot->before, "的")) return false;
    if (!bs_list_ends(spot->lead, "年|月|季度|年度")) return false;
    bs_str clause = bs_str_behind_last(bs_str_tail(spot->lead, TIME_BYTES), "，|,|；|;|。|（|(");
    return bs_list_starts(clause, "比|较|較|高于|低于|由|从|從");
}

// "fell to 9.2%, below the usual forecast of 9.5%", "down from a forecast of 2%": what somebody
// has said that it would be.
static bool is_estimate(const bs__spot *spot)
{
    static const char nouns[] =
        " estimate of| estimates of| forecast of| forecasts of| projection of| projections of|"
        " target of| targets of| consensus of| expectation of| expectations of| prediction of|"
        " predictions of";
    return spot->lang == BS_LANG_EN && bs_list_ends(bs_str_trim(spot->before), nouns) &&
           !bs__spot_names_change(spot);
}

// "a fall in its pretax margin, and a 7.4% yield": what the number is stands behind it.
static bool is_level_of_noun(const bs__spot *spot)
{
    enum { WORDS_MAX = 3 };
    static const char nouns[] = "margin|yield|coupon|stake|ratio|occupancy|turnout";
    static const char changes[] = "increase|decrease|rise|fall|gain|drop|decline|growth|expansion|"
                                  "contraction|improvement|cut|hike|point";
    if (spot->lang != BS_LANG_EN || !bs_list_ends(spot->before, " a | an ")) return false;
    bs_str rest = bs_str_trim(spot->after);
    for (size_t i = 0; i < WORDS_MAX; i++) {
        if (bs_list_starts(rest, changes)) return false;
        size_t end = 0;
        while (end < rest.len && ((rest.ptr[end] | 0x20) >= 'a' || rest.ptr[end] == '-'))
            end++;
        bs_str word = bs_str_slice(rest, 0, end);
        rest = bs_str_trim(bs_str_slice(rest, end, rest.len));
        if (bs_list_is(word, nouns)) return !bs_list_starts(rest, changes);
        if (end == 0) return false;
    }
    return false;
}

bool bs__spot_is_level(const bs__spot *spot)
{
    return is_level_of_noun(spot) || is_estimate(spot) || is_arrived_at(spot) ||
           is_told_aside(spot) || is_threshold(spot) || is_rate_by_name(spot) ||
           is_compared_level(spot) || is_next_in_row(spot) || is_korean_base(spot) ||
           is_of_compared_owner(spot) || is_of_compared_time(spot);
}

bool bs__spot_is_end_point(const bs__spot *spot)
{
    bs_str before = bs_str_trim(spot->before);
    if (bs__spot_names_change(spot)) return false;
    // "down just slightly from the 28.2 percent of May"
    if (spot->lang == BS_LANG_EN &&
        bs_list_ends(before, " from the| from its| from a| to the| to its"))
        return true;
    switch (spot->lang) {
    case BS_LANG_KO:
        return bs_role__ends_korean(spot->after);
    case BS_LANG_JA:
        return bs_list_starts(spot->after,
                              "に|まで|へ|となっ|となり|から|程度に|ほどに|前後に|台に|強に|弱に");
    case BS_LANG_ZH:
        return bs_list_ends(before, "到|至|达|達|为|為");
    case BS_LANG_EN:
        if (bs_list_ends(before, " of about") && !bs_role__gives_movement(before)) return true;
        // "FELL TO 18.6%": a headline.
        if (bs_list_ends(before, " TO| To| AT| At| FROM| From")) return true;
        return bs_list_ends(before, " to| at| from| reached| reaching| below| above| under| past|"
                                    " beyond| near| close to| towards| toward| through") ||
               bs_role__is_named_level(before) || bs_str_equal_nocase(before, BS_STR("to"));
    default:
        return false;
    }
}

bool bs__spot_is_of_group(const bs__spot *spot)
{
    return spot->lang == BS_LANG_EN &&
           bs_list_starts(spot->after, " of the| of its| of their| of that| of this| of all");
}

int8_t bs__spot_stands_to_base(const bs__spot *spot)
{
    static const char below[] = "低于|低於|慢于|慢於|少于|少於|跑输|跑輸|落后|落後";
    static const char above[] = "高于|高於|快于|快於|多于|多於|跑赢|跑贏|领先|領先";
    if (spot->lang != BS_LANG_ZH) return 0;
    bs_str clause = bs_str_behind_last(spot->before, ",|，|;|；");
    bool low = bs_str_has_any(clause, below), high = bs_str_has_any(clause, above);
    return low == high ? 0 : low ? -1 : 1;
}

bool bs__spot_is_lost(const bs_quantity *quantity, const bs__spot *spot)
{
    bs_str after = bs_str_trim(spot->after);
    return bs_str_equal(quantity->unit, BS_STR("1")) && bs_str_starts(after, BS_STR("point")) &&
           (bs_role__falls_beside(spot->before, (bs_str){0}) ||
            bs_list_starts(bs_role__behind_points(bs_str_trim(spot->rest)),
                           "lower|below |down|less than|fewer than"));
}

bool bs__spot_has_object(const bs__spot *spot, bs_str gap)
{
    static const char nouns[] = "学位|床位|岗位|就业|投资|税收|收入|产值|产能|面积|供给|支出|补贴|"
                                "贷款|存款|装机|库存|车辆|航线|班次|名额|编制|车位|泊位|机位";
    return spot->lang == BS_LANG_ZH && gap.len > 0 && bs_list_starts(gap, nouns);
}

bool bs__spot_moves_by_one(const bs__spot *spot, bool *down)
{
    if (spot->lang != BS_LANG_ZH) return false;
    bs_str before = spot->before;
    *down = bs_list_ends(before, "跌|挫|减|降");
    if (!*down && !bs_list_ends(before, "升|涨|增")) return false;
    before = bs_str_slice(before, 0, before.len - strlen("跌"));
    if (bs_list_starts(spot->after, "点|點")) return true; // "恒指跌311点"
    return bs_list_ends(before, "，|、|（|(") ||
           bs_list_ends(before, "按年|按月|按周|按季|单日|全日");
}

bool bs__spot_exceeds_in_chinese(const bs__spot *spot, bool *down)
{
    static const char words[] =
        "多|少|高|低|高出|多出|低了|少了|多了|高了|多赚|少赚|多收|少收|多花";
    static const char bounds[] = "至少|至多|最少|最多|最高|最低|不少|多少|许多|很多|较多|较少|较高|"
                                 "较低|偏高|偏低|更多|更少|更高|更低|提高|降低";
    if (spot->lang != BS_LANG_ZH || !bs_list_ends(spot->before, words) ||
        bs_list_ends(spot->before, bounds))
        return false;
    bs_str clause = bs_str_behind_last(spot->before, "，|；|。|,|;|（|(");
    *down = bs_list_ends(clause, "少|低|低了|少了|少赚|少收");
    return bs_str_has_any(clause, "比|较|較");
}

bool bs__spot_is_small_word(const bs__spot *spot, bs_str between)
{
    static const char words[] = "이|가|이나|나|가량|가량이|정도|정도가|넘게|가까이|이상|이상이|씩";
    return spot->lang == BS_LANG_KO && bs_list_is(bs_str_trim(between), words);
}
