// SPDX-License-Identifier: GPL-3.0-or-later
// Times that are of something else than the numbers around them: the day on which a line opens, the
// year that a number is a share of, the steps of a chain.
#include "engine/extract/moment_internal.h"
#include "engine/extract/numeral.h"
#include "engine/extract/role.h"
#include "engine/extract/words.h"

bs_period bs__day_of_writing(const bs__job *job, bs_lang lang)
{
    enum { LAST_MONTH = 11 }; // what is of December comes out in the next year
    bool titled = lang != BS_LANG_UNKNOWN;
    if (!bs_period_is_none(job->source->published) || !titled) return job->source->published;
    bs_period start = job->start.period, day;
    bool part = job->start.period_stated && bs__is_part_of_year(start);
    if (!part || bs_period_end(start).month > LAST_MONTH) return BS_PERIOD_NONE;
    return bs_period_day(&day, bs_period_end(start), NULL) == BS_OK ? day : BS_PERIOD_NONE;
}

void bs__keep_years(bs__mention_array *mentions)
{
    size_t kept = 0;
    for (size_t i = 0; i < mentions->count; i++) {
        const bs__mention *mention = &mentions->items[i];
        bool year = mention->kind != BS__MENTION_POINT || mention->of_period ||
                    mention->unit == BS_FREQUENCY_ANNUAL;
        if (year) mentions->items[kept++] = *mention;
    }
    mentions->count = kept;
}

// The text behind the first of the words that it begins with; the empty slice for none.
static bs_str behind_word(bs_str text, const bs_str *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (bs_str_starts(text, words[i])) return bs_str_slice(text, words[i].len, text.len);
    }
    return (bs_str){0};
}

bool bs__is_event(bs_str after)
{
    enum { ACT_BYTES = 6 }; // each is two syllables
    static const char acts[] = "개통|착공|준공|완공|개소|개관|개원|개교|출시|시행|제정|개정|체결|"
                               "발효|출범|개최|발족|개막";
    static const char ends[] = "하고|하며|하여|되고|되며|되어|할 예정|될 예정| 예정|할 계획|했으며|"
                               "했고|됐으며|됐고| 목표|을 앞두|를 앞두";
    size_t blank = bs_str_find(bs_str_slice(after, 0, strlen("부터 ")), BS_STR(" "), 0);
    if (blank == SIZE_MAX || !bs_list_starts(after, "에 |부터 |중 |말 |초 | ")) return false;
    bs_str act = bs_str_slice(after, blank + 1, after.len);
    return bs_list_starts(act, acts) && bs_list_starts(bs_str_slice(act, ACT_BYTES, act.len), ends);
}

bool bs__is_of_beginning(bs_str next)
{
    static const char began[] =
        "に始まった|に始めた|に導入した|に導入された|に開業した|に開始した|に開始された|に発売した|"
        "に発売された|に施行された|に施行した|に発効した|に合併した|に開通した|に稼働した|"
        "に開店した|"
        "に実施した|に実施された|に改定した|に値上げした|に引き上げた|に設立した|に設立された|"
        "に上場した|に就任した|に買収した|に子会社化した|に刷新した|に策定した|に策定された|"
        "にスタートした|からスタートした|から始まった|から始めた|から開始した|から開始された|"
        "から導入した|から導入された";
    if (!bs_list_starts(next, began)) return false;
    size_t end = bs_str_find(next, BS_STR("た"), 0) + strlen("た");
    bs_str noun = bs_str_slice(next, end, next.len);
    size_t len;
    return noun.len > 0 && bs_digit_at(noun, 0, &len) < 0 &&
           !bs_list_starts(noun, "。|、|が|と|の|こと|ため|後|あと|ところ|調査|"
                                 "アンケート|世論調査|聞き取り|意識調査|試験|集計");
}

bool bs__is_whole_of_share(bs_str after)
{
    static const char ends[] = "수준|에 해당|에 불과|에 그|에 달|에 못|까지|를 회복|정도|를 넘|"
                               "에 육박|가량|에 머|를 웃|을 웃|를 밑|을 밑";
    static const bs_str wholes[] = {BS_STR_INIT("全年"), BS_STR_INIT("全体"), BS_STR_INIT("通年")};
    static const bs_str of[] = {BS_STR_INIT("의 약 "), BS_STR_INIT("의 "), BS_STR_INIT("的近"),
                                BS_STR_INIT("的约"),   BS_STR_INIT("的"),  BS_STR_INIT("の約"),
                                BS_STR_INIT("の")};
    static const bs_str units[] = {BS_STR_INIT("%"), BS_STR_INIT("％")};
    // "2024년의 두 배": a multiple in words.
    if (bs_list_starts(
            after, "의 두 배|의 세 배|의 네 배|의 다섯 배|의 두배|의 세배|의 네배|의 절반|의 갑절"))
        return true;
    bs_str whole = behind_word(after, wholes, BS_COUNT(wholes));
    bs_str rest = behind_word(whole.len > 0 ? whole : after, of, BS_COUNT(of));
    size_t at = 0, len;
    while (at < rest.len && (bs_digit_at(rest, at, &len) >= 0 || rest.ptr[at] == '.'))
        at += rest.ptr[at] == '.' ? 1 : len;
    if (at == 0) return false;
    bs_str unit = bs_str_trim(bs_str_slice(rest, at, rest.len));
    if (bs_list_starts(unit, "배|倍")) return true;
    bs_str behind = behind_word(unit, units, BS_COUNT(units));
    // "19年3月期の97％の水準まで戻る"
    static const char japanese[] = "の水準|に戻|まで戻|に回復|まで回復|を回復|に相当|の規模|に過ぎ|"
                                   "にすぎ|にとどま|に減|まで減";
    if (bs_str_starts(after, BS_STR("の")) && bs_list_starts(behind, japanese)) return true;
    return bs_str_starts(after, BS_STR("의 ")) && bs_list_starts(bs_str_trim(behind), ends);
}

// "由8月公布的2%至3%", "8월에 내놓은 2.1%", "8월 전망보다": when something was foretold, and not
// what of.
bool bs__is_when_foretold(bs_lang lang, bs_str after)
{
    static const char chinese[] = "公布的|发布的|预测的|预估的|预计的|估计的|提出的|作出的|时预测|"
                                  "时的预测|时预估|的预测|的预估|预测值|预测时|的估计";
    static const char korean[] = "에 발표한|에 내놓은|에 내놨던|에 제시한|에 전망한|에 예상한|"
                                 "에 예측한|에 공표한| 전망보다| 전망과 | 전망 대비| 전망 당시|"
                                 " 전망 때|에 제시했던|에 발표했던";
    if (lang == BS_LANG_ZH) return bs_list_starts(after, chinese);
    return lang == BS_LANG_KO && bs_list_starts(after, korean);
}

bool bs__is_when_told(const bs__passage *passage, const bs_item *month)
{
    enum { CLAUSE_BYTES_MAX = 60 };
    static const char fronts[] = "将于|将在|拟于|将于明年|将于今年|将在明年|将在今年|将于下年";
    if (passage->lang != BS_LANG_ZH) return false;
    if (!bs_list_ends(bs_str_slice(passage->text, 0, month->start), fronts)) return false;
    bs_str after = bs_str_slice(passage->text, month->end, month->end + CLAUSE_BYTES_MAX);
    size_t comma = bs_str_find(after, BS_STR("，"), 0), stop = bs_str_find(after, BS_STR("。"), 0);
    after = bs_str_slice(after, 0, comma < stop ? comma : stop);
    return bs_words_in(&passage->words, after, BS_MEANS_ANNOUNCED);
}

bool bs__leads_on(bs_str between)
{
    enum { VERB_CHARS_MIN = 3, VERB_CHARS_MAX = 7 };
    static const char others[] = "，|、|。|；|,|和|及|与|的|（|(|用于|起|不等|占";
    between = bs_str_trim(between);
    return bs_list_ends(between, "至|到") && bs__is_brief(between, VERB_CHARS_MAX) &&
           !bs__is_brief(between, VERB_CHARS_MIN - 1) && !bs_str_has_any(between, others);
}

bool bs__is_left(const bs__moments *moments, size_t time_start, size_t index)
{
    enum { NEXT_BYTES = 48 };
    const bs_item *item = &moments->items->items[index];
    bs_str text = moments->passage->text;
    bool next = moments->passage->lang == BS_LANG_ZH && index + 1 < moments->items->count &&
                item[1].start < item->end + NEXT_BYTES && bs_str_equal(item->unit, item[1].unit);
    return next && bs_list_ends(bs_str_slice(text, 0, time_start), "由|从") &&
           bs__leads_on(bs_str_slice(text, item->end, item[1].start));
}

// "恢复至2019年同期的98.5%", "相当于2019年的85%": how much of what it was then it is now.
bool bs__is_share_of_then(bs_str before, bs_str after)
{
    enum { DIGITS_MIN = 2 }; // "恢复到2019年的4.5%": a rate
    static const char back[] =
        "恢复到|恢复至|恢复为|回复至|回复到|回升至|回升到|相当于|约相当于|仅相当于";
    static const char reached[] = "达|达到|已达|已达到|为|仅为|约为|是|仅是|约是|的";
    // "是2015年用电量的约2倍": a measure of then, so many times
    if (bs_list_ends(before, back) || bs_list_ends(before, reached)) {
        enum { NOUN_BYTES_MAX = 30 };
        size_t of = bs_str_find(bs_str_slice(after, 0, NOUN_BYTES_MAX), BS_STR("的"), 0), len;
        bs_str rest = of == SIZE_MAX ? (bs_str){0} : bs_str_slice(after, of, after.len);
        while (bs_list_starts(rest, "的|约|約|近|逾"))
            rest = bs_str_slice(rest, strlen("的"), rest.len);
        size_t digits = 0;
        while (digits < rest.len &&
               (rest.ptr[digits] == '.' || bs_digit_at(rest, digits, &len) >= 0))
            digits++;
        bool plain = of != SIZE_MAX && !bs_str_has_any(bs_str_slice(after, 0, of), "，|。|、|,");
        if (plain && digits > 0 && bs_list_starts(bs_str_slice(rest, digits, rest.len), "倍"))
            return true;
    }
    bool part = bs_list_starts(after, "同期|同月|同日");
    if (part) after = bs_str_slice(after, strlen("同期"), after.len);
    bool share = bs_list_ends(before, back) || (part && bs_list_ends(before, reached));
    if (!share || !bs_list_starts(after, "的")) return false;
    size_t at = strlen("的"), digits = 0, len;
    if (bs_list_starts(bs_str_slice(after, at, after.len), "约|近")) at += strlen("约");
    for (; bs_digit_at(after, at, &len) >= 0; at += len)
        digits++;
    for (bool more = digits >= DIGITS_MIN; more && at < after.len; at += more ? len : 0) {
        len = 1;
        more = after.ptr[at] == '.' || bs_digit_at(after, at, &len) >= 0;
    }
    return digits >= DIGITS_MIN && bs_list_starts(bs_str_slice(after, at, after.len), "%|％");
}

bool bs__is_due(const bs__moments *moments, size_t index)
{
    bs_period published = moments->job->source->published;
    const bs__moment *made = bs_period_is_none(published) ? NULL : bs__moment_for(moments, index);
    if (made == NULL || bs_period_is_none(made->period) || bs__has_ended(made->period, published))
        return false;
    bs_str text = moments->passage->text;
    if (made->end > text.len || made->end == 0) return false; // of another passage
    bs_str before = bs_str_slice(text, 0, made->start);
    bs_str after = bs_str_slice(text, made->end, text.len);
    if (moments->passage->lang == BS_LANG_KO)
        return bs_list_starts(after, "말까지| 말까지|년 말까지|까지 ");
    return moments->passage->lang == BS_LANG_ZH && bs_list_starts(after, "底|末|年底|年末") &&
           bs_list_ends(before, "到|至") && !bs_list_ends(before, "截至|截止到|截至到");
}

bool bs__is_resolved(const bs__moments *moments, size_t index)
{
    static const char acts[] = "한다|하기로|할 계획|할 방침|계획이다|방침이다|늘린다|줄인다|낮춘다|"
                               "높인다|올린다|만든다|세운다|짓는다|달성|확보|구축|유치|조성|공급|"
                               "보급|육성|감축|끌어올";
    const bs__moment *made = bs__moment_for(moments, index);
    bs_str text = moments->passage->text;
    size_t start = moments->items->items[index].start;
    if (made == NULL || made->end > text.len || made->end == 0 || made->end > start) return false;
    if (bs_role__start_before(text, 0, start) > made->start) return false;
    bs_str before = bs_str_slice(text, 0, made->start);
    bs_str after = bs_str_slice(text, made->end, text.len);
    if (moments->passage->lang == BS_LANG_KO) {
        bs_str rest = bs_str_slice(text, start, bs__sentence_end(text, start));
        return bs_list_starts(after, "까지 |말까지 | 말까지 |년까지 ") &&
               bs_str_has_any(rest, acts) && !bs_str_has_any(rest, "줄어든|늘어난|될 것");
    }
    bs_str clause = bs_str_slice(text, made->end, start);
    return moments->passage->lang == BS_LANG_ZH && bs_list_ends(before, "到|至") &&
           !bs_list_ends(before, "截至|截止到|截至到") &&
           !bs_str_has_any(clause, "将|有望|可|料|或|预|会");
}

bool bs__is_heading_of_plan(bs_str heading, bs_lang lang)
{
    static const char chinese[] = "重点工作|主要任务|重点任务|工作安排|工作打算|工作部署";
    static const char korean[] =
        "추진계획|추진 계획|중점과제|중점 과제|추진과제|추진 과제|업무계획";
    static const char reports[] = "回顾|完成情况|进展|落实情况|成效|总结|실적|성과|결과|현황|경과";
    if (heading.len == 0 || (lang != BS_LANG_ZH && lang != BS_LANG_KO)) return false;
    return bs_str_has_any(heading, lang == BS_LANG_ZH ? chinese : korean) &&
           !bs_str_has_any(heading, reports);
}

bool bs__is_of_plan(const bs__moments *moments, size_t index, bs_period period)
{
    enum { MONTH_MAX = 4 }; // later in the year a plan may be a report
    bs_period published = moments->job->source->published;
    if (bs_period_is_none(published) || bs_period_is_none(period)) return false;
    if (period.frequency != BS_FREQUENCY_ANNUAL || bs__has_ended(period, published)) return false;
    bool begun = bs_period_end(published).month <= MONTH_MAX;
    if (!begun && bs_period_year_of(period) <= bs_period_year_of(published)) return false;
    bs_str text = moments->passage->text;
    const bs_item *item = &moments->items->items[index];
    bs_str clause = bs_str_slice(text, bs_role__start_before(text, 0, item->start), item->start);
    return !bs_str_has_any(clause,
                           "已|累计|目前|截至|现有|现已|했다|였다|현재|지난해|작년|去年|上年");
}

static bool is_step(const bs__moment *made)
{
    return made->frame && !made->bound && made->item != BS__NO_ITEM;
}

void bs__mark_chains(const bs__moments *moments)
{
    enum { STEP_BYTES = 100 };
    static const bs_str arrows[] = {BS_STR_INIT("→"), BS_STR_INIT("⇒"), BS_STR_INIT("->")};
    for (size_t i = 1; i < moments->all.count; i++) {
        bs__moment *before = &moments->all.items[i - 1], *made = before + 1;
        if (!is_step(before) || !is_step(made) || made->start < before->end) continue;
        bs_str between = bs_str_slice(moments->passage->text, before->end, made->start);
        for (size_t k = 0; k < BS_COUNT(arrows) && between.len <= STEP_BYTES; k++) {
            if (bs_str_find(between, arrows[k], 0) == SIZE_MAX) continue;
            before->chained = made->chained = true;
        }
    }
}

// "1994년 통계 작성 이래", "2008년 제도 도입 이후": since what began then.
static bool is_since_in_korean(bs_str after)
{
    enum { WORDS_BYTES_MAX = 64 };
    static const char ends[] = " 이후| 이래";
    static const char began[] =
        "통계|집계|조사|관측|작성|시작|개시|도입|출범|설립|개통|시행|개장|편제|공표|구축|가동|"
        "준공|창설|발족|개원|개소|개항|상장|출시|발효|취임|체결|개최|신설|폐지|전환|완공";
    for (size_t at = 0, len; at < after.len && at < WORDS_BYTES_MAX;) {
        bs_str here = bs_str_slice(after, at, after.len);
        if (bs_list_starts(here, ends)) return bs_str_has_any(bs_str_slice(after, 0, at), began);
        if (bs_digit_at(after, at, &len) >= 0 || bs_list_starts(here, ",|.|(|)|는 |은 |에 "))
            return false;
        at += bs_utf8_decode(after, at).len;
    }
    return false;
}

// "7월말 이후", "3月末以来": the part of the month may stand between.
bool bs__starts_with_since(bs_str text)
{
    static const char parts[] = "말 |초 |중순 |초순 |하순 |末以|中旬以|上旬以|下旬以|初旬以";
    if (bs_list_starts(text, parts)) {
        bool decade = bs_list_starts(text, "중순|초순|하순|中旬|上旬|下旬|初旬");
        text = bs_str_trim(bs_str_slice(text, strlen("말") * (decade ? 2 : 1), text.len));
    }
    return bs_list_starts(text, "이후|이래|以来|以來|以降|来|來");
}

// "2003년 통계 작성 이후", "2013年の統計開始以降": since then, with what began then in between.
bool bs__is_since(bs_str after)
{
    if (is_since_in_korean(after)) return true;
    static const char ends[] = "이후|이래|以来|以來|以降";
    static const char began[] =
        "통계|집계|조사|관측|統計|調査|観測|集計|比較|統计|统计|有统计|有记录|开展|公表";
    bs_str rest = bs_str_trim(after);
    // "1至9月来台旅客": a visitor, and not since then.
    static const char ends_of_since[] = "，|,|的|最|首|新|、|一|累|单|同|。";
    bool came = bs_list_starts(rest, "来|來") &&
                !bs_list_starts(bs_str_slice(rest, strlen("来"), rest.len), ends_of_since);
    if (came) return false;
    // "令和3年から3年連続で"
    enum { RUN_BYTES_MAX = 24 };
    bool run = bs_list_starts(rest, "から") &&
               bs_str_find(bs_str_slice(rest, 0, RUN_BYTES_MAX), BS_STR("連続"), 0) != SIZE_MAX;
    if (run) return true;
    // "1984年をピークに減少": since then.
    static const char turns[] = "をピークに|をピークとし|を頂点に|を底に|をボトムに|がピークで";
    if (bs_list_starts(rest, turns)) return true;
    // "1月からの調査方法の変更": since when something is so; a sum is of the time.
    static const char sums[] =
        "からの累|からの合|からの通|からの総|からの1|からの2|からの3|からの6";
    if (bs_list_starts(rest, "からの") && !bs_list_starts(rest, sums)) return true;
    if (bs__starts_with_since(rest)) return true;
    if (bs_list_starts(rest, "の|に|부터 ")) rest = bs_str_slice(rest, strlen("の"), rest.len);
    bool begun = false;
    for (size_t at = 0, len; at < rest.len; at += bs_utf8_decode(rest, at).len) {
        bs_str here = bs_str_slice(rest, at, rest.len);
        // "明治32年の人口動態調査開始以来": in front of what began its name may stand.
        if (at == 0 || bs_list_starts(after, "の")) begun |= bs_list_starts(here, began);
        if (begun && bs_list_starts(here, ends)) return true;
        if (at == 0 && !begun && !bs_list_starts(after, "の")) break;
        if (bs_digit_at(rest, at, &len) >= 0 || bs_list_starts(here, ",|，|、|。|.|(|（")) break;
    }
    return false;
}

bool bs__is_plan_held_against(bs_str after)
{
    static const char plans[] =
        "본예산 |본예산보다 |추경 |추경예산 |예산 |결산 |실적 |최종예산 |당초예산 ";
    if (!bs_list_starts(after, plans)) return false;
    bs_str rest = bs_str_slice(after, bs_str_find(after, BS_STR(" "), 0), after.len);
    return bs_list_starts(after, "본예산보다 ") ||
           bs_list_starts(bs_str_trim(rest), "보다|대비|에 비해|과 비교|와 비교");
}

bool bs__is_since_number(bs_str after)
{
    static const char verbs[] =
        "기록한|찍은|보인|나타낸|급등한|급락한|오른|내린|상승한|하락한|증가한|"
        "감소한|줄어든|줄은|늘어난|늘은|떨어진|넘은|돌파한|달한";
    if (bs_list_starts(after, "를 |을 |나 |에 "))
        after = bs_str_slice(after, strlen("를"), after.len);
    after = bs_str_trim(after);
    size_t end = bs_str_find(after, BS_STR(" "), 0);
    return end != SIZE_MAX && bs_list_is(bs_str_slice(after, 0, end), verbs) &&
           bs_list_starts(bs_str_slice(after, end, after.len), " 이후| 이래");
}
