// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a sentence turns to another thing between two numbers: "수출은 500억 달러, 수입은 3.1%
// 증가", "出口 500亿美元，进口增长3.1%", "exports were $500 billion and imports rose 3.1%". A rate
// does not belong to an amount then, however near that stands.
#include "engine/base/utf8.h"
#include "engine/extract/label_internal.h"
#include "engine/extract/label_words.h"
#include "engine/extract/role.h"
#include "engine/extract/words.h"

static const char commas[] = ",|;|，|；|、";

// The clause behind the last of `joints`; empty where there is none.
static bs_str last_clause(bs_str between, const char *joints)
{
    bs_str clause = bs_str_behind_last(between, joints);
    return clause.len < between.len ? bs_str_trim(clause) : (bs_str){0};
}

// Nothing is named but what is compared with, and small words.
static bool names_nothing(bs_str text, bs_lang lang)
{
    text = bs_str_trim(text);
    return text.len == 0 || bs__label_phrase(text, 0, text.len, lang).len == 0;
}

// --- Korean --------------------------------------------------------------------------------------

static bool is_joint_of_clauses(bs_str word)
{
    return bs_list_ends(word, "고|며|나|만|데|반면|면서");
}

// Does a text end in a new topic, "수입은", and not in what the amount is called again?
static bool ends_in_topic(bs_str text, bs_str word)
{
    static const char again[] =
        "이는|그는|이것은|이것이|금액은|금액이|규모는|규모가|총액은|총액이|액수는|"
        "합계는|전체는|누계는|실적은|수치는|이도";
    bool subject = bs_list_ends(word, "이|가|도");
    if (bs_list_ends(word, "보다도|보다는")) return false; // "전년동기보다도"
    if (word.len < 2 * strlen("은") || !(subject || bs__label_is_topic(text, BS_LANG_KO)))
        return false;
    return !bs_list_is(word, again);
}

// "증가하였으며, 광양항(": the name of the number in a parenthesis.
static bool names_another_in_korean(bs_str between)
{
    static const char none[] = "증가|감소|상승|하락|확대|축소|대비|보다|개선|악화|전환|증감";
    bs_str name = bs_str_trim(bs_str_slice(between, 0, between.len - strlen("(")));
    bs_str last = bs_str_behind_last(name, " |,|)");
    return last.len > 0 && bs_rune_is_hangul(bs_utf8_decode_before(last, last.len).code) &&
           !bs_list_ends(last, none) && !names_nothing(last, BS_LANG_KO);
}

// "13.5% 증가…수입 ", "2.8% 늘어, 설비용량 ": behind the end of what a headline tells stands the
// name of another thing.
static bool turns_in_headline(bs_str between)
{
    static const char moves[] = "증가|감소|상승|하락|확대|축소|늘어|줄어|올라|내려|늘고|줄고|급증|"
                                "급감|급등|급락|개선|악화|↑|↓|▲|▼";
    static const char ends[] = "…|...|..|,|\n|⋯";
    bs_str rest = bs_str_trim(between);
    if (!bs_list_starts(rest, moves)) return false;
    rest = bs_str_slice(rest, bs_utf8_decode(rest, 0).len, rest.len);
    if (!bs_list_starts(rest, ends)) // the second syllable
        rest = bs_str_slice(rest, bs_utf8_decode(rest, 0).len, rest.len);
    if (!bs_list_starts(rest, ends)) return false;
    while (bs_list_starts(rest, ends))
        rest = bs_str_slice(rest, bs_utf8_decode(rest, 0).len, rest.len);
    return !names_nothing(rest, BS_LANG_KO);
}

// "로 전년 동기 대비 수출 ": behind the base stands the name of what has moved, with no particle.
static bool names_behind_base(bs_str between)
{
    static const char moves[] = "증가|감소|상승|하락|성장|연평균|월평균|약|총|각각|폭|률|율";
    bs_str name = bs_str_trim(bs_str_behind_last(between, "대비 |보다 |비해 "));
    return name.len < bs_str_trim(between).len && bs_utf8_count(name) > 1 &&
           !bs_list_ends(name, moves) && bs__label_is_measure(name, false);
}

// "매출은 2조원으로 줄었으며, 배당금을 24% 줄어든": the next measure that is acted on, and no level
// that is passed, "예상치를 5.2% 웃돌았다".
static bool acts_on_measure(bs_str word)
{
    static const char levels[] = "예상|예상치|전망|전망치|목표|목표치|계획|계획치|컨센서스|기대|"
                                 "기대치|추정치|실적|수준|평균|최고치|최대치|최저치|기준|기준치";
    bs_str name = bs_str_slice(word, 0, word.len - strlen("을"));
    return bs_list_ends(word, "을|를") && bs__label_is_measure(name, false) &&
           !bs_list_ends(name, levels);
}

static bool turns_korean(bs_str between)
{
    enum { OWNER_BYTES_MAX = 40 };
    if (turns_in_headline(between) || names_behind_base(between)) return true;
    // "수입 382억 달러로 수출은 13.5%": a particle behind the number joins as well.
    bool joined = bs_list_starts(between, "로 |으로 |)보다 |) 대비 ");
    // "56개 기업의 순이익은 전년 동기보다 131.2%": what is counted has a measure of its own.
    size_t owner = bs_str_find(between, BS_STR("의 "), 0);
    joined |= owner < OWNER_BYTES_MAX && bs_list_starts(between, " ") &&
              memchr(between.ptr + 1, ' ', owner - 1) == NULL;
    bs_str rest = between, word;
    while (bs_str_next(&rest, ' ', &word)) {
        word = bs_str_trim(word);
        bool comma = bs_str_ends(word, BS_STR(","));
        if (comma) word = bs_str_slice(word, 0, word.len - 1);
        bs_str before = bs_str_slice(between, 0, (size_t)(word.ptr - between.ptr) + word.len);
        bool turned = joined && (ends_in_topic(before, word) || acts_on_measure(word));
        if (turned && names_nothing(rest, BS_LANG_KO)) return true;
        joined |= comma || is_joint_of_clauses(word);
    }
    return joined && bs_list_ends(between, "(") && names_another_in_korean(between);
}

// --- Japanese ------------------------------------------------------------------------------------

bool bs_role__ends_in_cause(bs_str front)
{
    static const char causes[] =
        "により、|によって、|などで、|等で、|などから、|等から、|などのため、|等のため、|ため、|"
        "影響で、|"
        "もあり、|を受け、|を受けて、|に伴い、|を反映して、|を反映し、|ことから、";
    return bs_list_ends(front, causes);
}

// "EVバスを30両導入し、排出量を5年度比で25％削減": the next thing that is acted on, and no level
// that is passed, "前年を5％上回った".
static bool acts_on_another(bs_str between, bs_str clause)
{
    static const char levels[] =
        "水準|予想|想定|計画|目標|実績|平均|年度|年|月|期|日|これ|それ|全国|全体|大台|円|人|％|"
        "台|件|半数|過半|分|必要数|定員|基準|基準値|指数|下限|上限|損益分岐点|過去最高";
    bs_str rest = bs_str_behind_last(clause, "を");
    if (rest.len == clause.len || clause.len == between.len) return false;
    bs_str name = bs_str_slice(clause, 0, clause.len - rest.len - strlen("を"));
    return bs_utf8_count(name) > 2 && !bs_list_ends(name, levels) &&
           !bs_list_starts(name, "前|昨|同|去") && !bs_str_has_any(rest, "は|が|も|し") &&
           !names_nothing(name, BS_LANG_JA);
}

// "17万人、「水泳、体操」は": a comma inside a quotation begins no clause.
static bs_str last_clause_with_quote(bs_str between)
{
    static const bs_str open = BS_STR_INIT("「"), close = BS_STR_INIT("」");
    bs_str clause = last_clause(between, commas);
    size_t closes = bs_str_find(clause, close, 0);
    if (closes == SIZE_MAX || bs_str_find(clause, open, 0) < closes) return clause;
    bs_str quoted = last_clause(between, "「");
    return quoted.len > clause.len ? quoted : clause;
}

// "メーカー8社の9月の生産台数は前年同月比": what is counted has a measure of its own.
static bool has_own_measure(bs_str between)
{
    size_t at = bs_str_find(between, BS_STR("は"), 0);
    if (!bs_list_starts(between, "の") || at == SIZE_MAX) return false;
    bs_str name = bs_str_slice(between, strlen("の"), at);
    return !bs_str_has_any(name, "、|。|）|)|が|を|うち|平均|合計") && bs_utf8_count(name) > 2 &&
           !bs_list_ends(name, "で|に|と|から|より|比") && !names_nothing(name, BS_LANG_JA);
}

static bool turns_japanese(bs_str between)
{
    if (bs_role__ends_in_cause(between) || has_own_measure(between)) return true;
    static const char again[] = "これは|金額は|総額は|規模は|合計は|額は|全体は";
    bs_str clause = last_clause_with_quote(between);
    if (acts_on_another(between, clause)) return true;
    for (size_t at = clause.len; at > 0;) {
        bs_rune rune = bs_utf8_decode_before(clause, at);
        bool particle = rune.code == 0x306F || rune.code == 0x304C || rune.code == 0x3082;
        size_t start = at - rune.len;
        if (particle && names_nothing(bs_str_slice(clause, at, clause.len), BS_LANG_JA)) {
            bs_str topic = bs_str_slice(clause, 0, at);
            bs_str name = bs_str_slice(clause, 0, start);
            if (bs_list_ends(name, "」")) name.len -= strlen("」");
            bool basis = bs_list_ends(name, "比|比で|ベース|ベースで");
            return bs_utf8_count(name) > 1 && !basis && !bs_list_ends(topic, again) &&
                   !names_nothing(name, BS_LANG_JA);
        }
        at = start;
    }
    return false;
}

// --- Chinese -------------------------------------------------------------------------------------

static bool turns_chinese(bs_str between)
{
    // What a clause without a name of its own begins with: how it is counted, and how it moved.
    static const char starts[] =
        "按|扣除|剔除|以|从|经|由|受|比|较|相较|相比|相对|与|在|同比|环比|实际|名义|平均|年均|"
        "累计|总额|总量|总值|总数|规模|金额|达|为|约|增|降|升|涨|跌|减|下|上|"
        "回|快|高|低|提|扩|已|将|也|均|再|又|首次|继续|大幅|小幅|略|连续|占|并|"
        "年增|年减|月增|月减|季增|季减|成长|衰退|急|激|锐|骤|飙|猛|剧|暴|大增|大降|大跌|大涨|大减|"
        "反弹|走高|走低|萎缩|缩减|"
        "是|创|超|突破|日均|月均|人均|折合|净增|净减|净流|净投|净买|净卖|净回";
    bs_str clause = last_clause(between, commas);
    // "单位(100平方米以下)售价指数按月升": behind a bracket inside of it the name goes on.
    bool bounded = bs_list_starts(between, "以下)|以上)|以下）|以上）|或以下)|或以上)|或以下）|"
                                           "或以上）|及以下)|及以上)|及以下）|及以上）");
    if (clause.len == 0 && bounded) clause = bs_str_trim(bs_str_behind_last(between, ")|）"));
    bs_str name = bs__label_phrase(clause, 0, clause.len, BS_LANG_ZH);
    // "按上年不变价计算的邮船业务总量": how it is counted stands in front of a name of its own.
    bool counted = bs_str_find(clause, BS_STR("计算的"), 0) != SIZE_MAX;
    // "平均候船时长上升": a mean of its own, and no "平均增长".
    bs_str mean = bs_str_starts(name, BS_STR("平均")) ? bs_str_slice(name, strlen("平均"), name.len)
                                                      : (bs_str){0};
    bool own = bs_utf8_count(mean) > 2 && !bs_list_starts(mean, "每|比|同比|环比|约|为|达|水平");
    return bs_utf8_count(name) > 1 && (counted || own || !bs_list_starts(clause, starts));
}

// --- English -------------------------------------------------------------------------------------

static bs_str without_conjunction(bs_str clause)
{
    static const char *const words[] = {"and ", "while ", "but ", "whereas ", "the "};
    for (size_t i = 0; i < BS_COUNT(words); i++) {
        bs_str word = bs_str_from(words[i]);
        if (bs_str_starts(clause, word)) clause = bs_str_slice(clause, word.len, clause.len);
    }
    return clause;
}

// "lifting the trade surplus to": what else moved with it.
static bool moves_another(bs_str clause)
{
    static const char starts[] =
        "lifting |pushing |driving |sending |leaving |widening |narrowing ";
    static const char again[] = "it |them |the total |the figure |the level |the number |total "
                                "|from |to |by |slightly |sharply ";
    size_t blank = bs_str_find(clause, BS_STR(" "), 0);
    if (!bs_list_starts(clause, starts) || blank == SIZE_MAX) return false;
    return !bs_list_starts(bs_str_slice(clause, blank + 1, clause.len), again);
}

// "$36 billion, and household goods (+1.5%)": the name of the number in a parenthesis.
static bool names_another(bs_str clause)
{
    if (!bs_list_ends(clause, "(")) return false;
    bs_str name = bs_str_trim(bs_str_slice(clause, 0, clause.len - 1));
    return !names_nothing(name, BS_LANG_EN) && bs__label_between_verbs(name).len == name.len;
}

// "..., and spring barley up 31 per cent": what has moved, without a verb.
static bool names_mover(bs_str clause)
{
    static const char ends[] = " up| down| by";
    static const char none[] = "which|was |were |is |are |it |on |from |of |a |in |or |still |now ";
    if (!bs_list_ends(clause, ends) || bs_list_starts(clause, none)) return false;
    bs_str name = clause;
    if (bs_list_ends(name, " by")) name = bs_str_slice(name, 0, name.len - strlen(" by"));
    if (bs_list_ends(name, " up")) name = bs_str_slice(name, 0, name.len - strlen(" up"));
    if (bs_list_ends(name, " down")) name = bs_str_slice(name, 0, name.len - strlen(" down"));
    return !names_nothing(name, BS_LANG_EN) && bs__label_between_verbs(name).len == name.len;
}

// "while in Alberta they advanced": the same of another place.
static bool names_place(bs_str clause)
{
    return bs_list_starts(clause, "in |In ") && bs_str_has_any(clause, " they | it ");
}

// "sank 5.1% despite revenue of $13 billion": why, by a number of another thing.
static bool tells_cause(bs_str between)
{
    static const bs_str joints[] = {
        BS_STR_INIT(" despite "),         BS_STR_INIT(" amid "),
        BS_STR_INIT(" thanks to "),       BS_STR_INIT(" because of "),
        BS_STR_INIT(" due to "),          BS_STR_INIT(" owing to "),
        BS_STR_INIT(" on revenue of "),   BS_STR_INIT(" on sales of "),
        BS_STR_INIT(" after reporting "), BS_STR_INIT(" after posting ")};
    for (size_t i = 0; i < BS_COUNT(joints); i++) {
        size_t at = bs_str_find(between, joints[i], 0);
        if (at != SIZE_MAX)
            return !names_nothing(bs_str_slice(between, at + joints[i].len, between.len),
                                  BS_LANG_EN);
    }
    return false;
}

// "$64 a barrel, and gold, which has risen": the clause tells of what stands in front of it.
static bool relates_to_another(bs_str between)
{
    static const bs_str openers[] = {BS_STR_INIT(", which "), BS_STR_INIT(", whose ")};
    for (size_t i = 0; i < BS_COUNT(openers); i++) {
        size_t at = bs_str_find(between, openers[i], 0);
        bs_str clause = at != SIZE_MAX
                            ? last_clause(bs_str_slice(between, 0, at), ",| and | while ")
                            : (bs_str){0};
        if (clause.len > 0) return !names_nothing(without_conjunction(clause), BS_LANG_EN);
    }
    return false;
}

static bool turns_english(bs_str between)
{
    static const char again[] =
        "which|that|who|it|this|they|these|those|he|she|we|then|also|total|"
        "figure|growth|increase|decrease|rise|fall|rate|there|is|are|was|were|has|"
        "have|had|will|would";
    bs_str clause =
        without_conjunction(last_clause(between, ",|;|: | and | while | but | whereas | as "));
    if (tells_cause(between) || relates_to_another(between)) return true;
    if (moves_another(clause) || names_another(clause) || names_mover(clause) ||
        names_place(clause))
        return true;
    bs_str name = bs__label_between_verbs(clause);
    size_t start = name.len;
    while (start > 0 && name.ptr[start - 1] != ' ')
        start--;
    bs_str noun = bs_str_slice(name, start, name.len);
    // "and the participation rate slid": a rate of its own, and not that of what was told.
    static const char bases[] = "the |The |this |that |its |annual |monthly |quarterly |growth ";
    if (bs_str_equal(noun, BS_STR("rate"))) {
        while (bs_list_starts(name, bases))
            name = bs_str_slice(name, bs_str_find(name, BS_STR(" "), 0) + 1, name.len);
        if (name.len > noun.len) return true;
    }
    return !bs_list_is(noun, again) && name.len > 1 && name.len < clause.len;
}

bool bs_role__turns(bs_str between, bs_lang lang)
{
    switch (lang) {
    case BS_LANG_KO:
        return turns_korean(between);
    case BS_LANG_ZH:
        return turns_chinese(between);
    case BS_LANG_JA:
        return turns_japanese(between);
    default:
        return turns_english(between);
    }
}
