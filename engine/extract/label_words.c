// SPDX-License-Identifier: GPL-3.0-or-later
// The small words around a noun phrase, which are no part of it.
#include "engine/extract/label_words.h"

#include "engine/base/utf8.h"
#include "engine/core/lexicon.h"
#include "engine/extract/label_internal.h"
#include "engine/extract/label_row.h"
#include "engine/extract/words.h"

// Particles and verbs at the end of the phrase before a number. An ending with a leading blank is a
// word of its own.
static const word endings[] = {
#include "engine/extract/label_endings.inc"
};
BS_LEXICON(static, endings_by_end, endings, BS_LEXICON_ENDS | BS_LEXICON_LONGEST);
BS_LEXICON(static, endings_folded, endings, BS_LEXICON_ENDS | BS_LEXICON_FOLD);

// Particles and conjunctions at its start; the first that fits is cut off.
static const word beginnings[] = {
#include "engine/extract/label_beginnings.inc"
};
BS_LEXICON(static, beginnings_by_start, beginnings, 0);
BS_LEXICON(static, beginnings_folded, beginnings, BS_LEXICON_FOLD);

// Behind one of these a new phrase begins; behind a Korean one with the blank that follows it.
static const word breaks[] = {
    W(KO, "은"),       W(KO, "는"),         W(KO, "을"),       W(KO, "를"),       W(KO, "에는"),
    W(KO, "에서"),     W(KO, "으로"),       W(KO, "며"),       W(KO, "하고"),     W(KO, "되고"),
    W(KO, "했고"),     W(KO, "였고"),       W(KO, "리고"),     W(KO, "었고"),     W(KO, "았고"),
    W(KO, "하여"),     W(KO, "되어"),       W(KO, "통해"),     W(KO, "위해"),     W(KO, "인해"),
    W(KO, "으나"),     W(KO, "지만"),       W(KO, "따라"),     W(KO, "반면"),     W(KO, "면서"),
    W(KO, "는데"),     W(ZH, "实现"),       W(ZH, "共有"),     W(ZH, "完成"),     W(ZH, "累计"),
    W(JA, "は"),       W(JA, "が"),         W(JA, "を"),       W(KO, "보면"),     W(KO, "고려한"),
    W(KO, "감안한"),   W(ZH, "计算的"),     W(KO, "늘고"),     W(KO, "줄고"),     W(KO, "오르고"),
    W(KO, "내리고"),   W(KO, "따르면"),     W(KO, "의하면"),   W(KO, "랐고"),     W(KO, "렸고"),
    W(KO, "졌고"),     W(KO, "됐고"),       W(KO, "났고"),     W(KO, "쳤고"),     W(KO, "왔고"),
    W(KO, "섰고"),     W(KO, "이고"),       W(KO, "올려"),     W(KO, "늘려"),     W(KO, "줄여"),
    W(KO, "높여"),     W(KO, "낮춰"),       W(KO, "거둬"),     W(KO, "들여"),     W(KO, "넘겨"),
    W(KO, "입어"),     W(KO, "이어"),       W(KO, "높고"),     W(KO, "낮고"),     W(JA, "対し"),
    W(JA, "対して"),   W(JA, "に比べて"),   W(JA, "に比べた"), W(JA, "に比べ"),   W(JA, "と比べた"),
    W(JA, "と比べて"), W(JA, "と比べ"),     W(JA, "みると"),   W(JA, "見ると"),   W(KO, "많고"),
    W(KO, "적고"),     W(KO, "크고"),       W(KO, "작고"),     W(KO, "하되"),     W(KO, "하면"),
    W(KO, "되면"),     W(KO, "으면"),       W(KO, "려면"),     W(KO, "다면"),     W(KO, "별로"),
    W(KO, "거나"),     W(KO, "하자"),       W(KO, "되자"),     W(KO, "다가"),     W(KO, "도록"),
    W(KO, "더니"),     W(KO, "않고"),       W(KO, "없이"),     W(KO, "지고"),     W(KO, "가운데"),
    W(KO, " 시"),      W(KO, "많았고"),     W(KO, "높았고"),   W(KO, "적었고"),   W(KO, "낮았고"),
    W(KO, "컸고"),     W(KO, "작았고"),     W(KO, "강세였고"), W(KO, "약세였고"), W(KO, "보다"),
    W(KO, "출발해"),   W(KO, "급등한"),     W(KO, "급락한"),   W(KO, "제거한"),   W(KO, "제외한"),
    W(KO, "올렸고"),   W(KO, "넘고"),       W(KO, "웃돌고"),   W(KO, "밑돌고"),   W(KO, "이르고"),
    W(KO, "나눈"),     W(KO, "결과"),       W(KO, "묻자"),     W(KO, "내려가"),   W(KO, "올라가"),
    W(KO, "팔려"),     W(KO, "밀려"),       W(KO, "몰려"),     W(KO, "높아져"),   W(KO, "낮아져"),
    W(KO, "이어져"),   W(KO, "떨어져"),     W(KO, "커져"),     W(KO, "으며"),     W(KO, "견줘"),
    W(KO, "늘어"),     W(KO, "줄어"),       W(KO, "올라"),     W(KO, "비해"),     W(KO, "비해서"),
    W(KO, "별론"),     W(KO, "켰고"),       W(KO, "켰으며"),   W(KO, "뺀"),       W(KO, "투입해"),
    W(KO, "투자해"),   W(KO, "지원해"),     W(KO, "매각해"),   W(KO, "인수해"),   W(KO, "반영해"),
    W(KO, "높아"),     W(KO, "낮아"),       W(KO, "내려"),     W(KO, "데다"),     W(KO, "물은"),
    W(KO, "추고"),     W(KO, "키고"),       W(KO, "우고"),     W(KO, "들고"),     W(KO, "같아"),
    W(KO, "열어"),     W(KO, "열고"),       W(KO, "로 보고"),  W(KO, "비교해"),   W(KO, "한 뒤"),
    W(KO, "한 후"),    W(KO, "은 뒤"),      W(KO, "난 뒤"),    W(KO, "린 뒤"),    W(KO, "어지면"),
    W(KO, "아지면"),   W(KO, "해지면"),     W(KO, "받고"),     W(JA, "の影響で"), W(KO, "했을 때"),
    W(KO, "할 때"),    W(KO, "볼 때"),      W(KO, "으로 한"),  W(JA, "とすると"), W(JA, "に伴い"),
    W(JA, "によって"), W(JA, "を背景に"),   W(JA, "上昇で"),   W(JA, "増加で"),   W(JA, "減少で"),
    W(JA, "低下で"),   W(JA, "高騰で"),     W(JA, "下落で"),   W(JA, "拡大で"),   W(JA, "縮小で"),
    W(JA, "悪化で"),   W(JA, "改善で"),     W(JA, "の効果で"), W(JA, "好調で"),   W(JA, "として"),
    W(JA, "不振で"),   W(JA, "不足で"),     W(JA, "により"),   W(JA, "によると"), W(ZH, "以来自"),
    W(KO, "비해선"),   W(KO, "냈고"),       W(KO, "냈으며"),   W(KO, "비율인"),   W(KO, "규모로"),
    W(KO, "하던"),     W(KO, "했던"),       W(KO, "시작된"),   W(KO, "되던"),     W(KO, "구성된"),
    W(KO, "이뤄진"),   W(KO, "대표기업인"), W(KO, "종료돼"),   W(KO, "감소돼"),   W(KO, "증가돼"),
    W(KO, "확대돼"),   W(KO, "축소돼"),     W(KO, "반영돼"),   W(KO, "포함돼"),   W(KO, "제외돼"),
    W(KO, "물가인"),   W(KO, "기준인"),     W(KO, "품목인"),   W(KO, "지표인"),   W(KO, "수치인"),
    W(KO, "업종인"),   W(KO, "항목인"),     W(KO, "제품인"),   W(KO, "교역국인"), W(KO, "수출국인"),
    W(KO, "계열사인"), W(KO, "자회사인"),   W(KO, "업체인"),   W(KO, "친 후"),    W(KO, "친 뒤"),
    W(KO, "은 후"),    W(KO, "난 후"),      W(KO, "린 후"),    W(KO, "진 후"),    W(KO, "진 뒤"),
    W(KO, "된 후"),    W(KO, "된 뒤"),      W(KO, "른 후"),    W(KO, "른 뒤"),    W(KO, "간 후"),
    W(KO, "간 뒤"),    W(KO, "운 후"),      W(KO, "운 뒤"),    W(KO, "효과로"),   W(KO, "여파로"),
    W(KO, "호조로"),   W(KO, "증가로"),     W(KO, "감소로"),   W(KO, "둔화로"),   W(KO, "확대로"),
    W(KO, "축소로"),   W(KO, "악화로"),     W(KO, "강화로"),   W(KO, "완화로"),   W(KO, "강세로"),
    W(KO, "약세로"),   W(KO, "나고"),       W(KO, "오고"),     W(KO, "더라도"),   W(KO, "나타나"),
    W(KO, "불어나"),   W(KO, "빠져나가"),   W(KO, "들어와"),   W(KO, "키워"),     W(KO, "마쳐"),
    W(KO, "합쳐"),     W(KO, "율로"),       W(KO, "률로"),
};
BS_LEXICON(static, breaks_by_end, breaks, BS_LEXICON_ENDS);

// A phrase that ends so names nothing.
static const word verbs[] = {
    W(KO, "였고"),   W(KO, "었고"),    W(KO, "았고"),    W(KO, "했고"),   W(KO, "해"),
    W(KO, "하여"),   W(KO, "되어"),    W(KO, "위해"),    W(KO, "통해"),   W(KO, "며"),
    W(KO, "하고"),   W(KO, "돌아서"),  W(KO, "웃도"),    W(KO, "밑도"),   W(KO, "머물다"),
    W(KO, "힘입어"), W(KO, "넘어서"),  W(KO, "이어"),    W(KO, "따라"),   W(KO, "초과"),
    W(KO, "달하는"), W(KO, "이용해"),  W(KO, "으며"),    W(KO, "팔려"),   W(KO, " 뒤"),
    W(KO, " 아래"),  W(KO, "가다"),    W(KO, "한 후"),   W(KO, "친 후"),  W(KO, "은 후"),
    W(KO, "난 후"),  W(KO, "린 후"),   W(KO, "진 후"),   W(KO, "된 후"),  W(KO, "어지면"),
    W(KO, "아지면"), W(KO, "하면"),    W(KO, "한다"),    W(KO, "된다"),   W(KO, "했다"),
    W(KO, "됐다"),   W(KO, "이다"),    W(KO, "였다"),    W(KO, "있다"),   W(KO, "없다"),
    W(KO, "으나"),   W(KO, "면서"),    W(KO, "지만"),    W(KO, "었던"),   W(KO, "았던"),
    W(KO, "했던"),   W(KO, "였던"),    W(KO, "됐던"),    W(KO, "졌던"),   W(KO, "렸던"),
    W(KO, "왔던"),   W(KO, "섰던"),    W(KO, "늘린"),    W(KO, "줄인"),   W(KO, "높인"),
    W(KO, "낮춘"),   W(KO, " 마친"),   W(KO, "하다"),    W(KO, "되다"),   W(KO, "감소한"),
    W(KO, "증가한"), W(KO, "상승한"),  W(KO, "하락한"),  W(KO, "급증한"), W(KO, "급감한"),
    W(KO, "늘어난"), W(KO, "줄어든"),  W(KO, "축소된"),  W(KO, "확대된"), W(KO, "개선된"),
    W(KO, "악화된"), W(KO, "의 영향"), W(KO, "의 여파"), W(KO, " 탓"),    W(KO, " 덕분"),
    W(KO, "오고"),   W(KO, "나고"),    W(KO, "키워"),    W(KO, "마쳐"),   W(KO, "합쳐"),
    W(KO, "빠져나"), W(KO, "들어와"),
};
BS_LEXICON(static, verbs_by_end, verbs, BS_LEXICON_ENDS);

// The rows of a character of `text`, which is not empty: its last one, or its first.
typedef struct choice {
    const word *rows;
    const uint16_t *order;
    size_t count;
} choice;

static choice choose(bs_lexicon *lexicon, bs_str text)
{
    bool ends = lexicon->flags & BS_LEXICON_ENDS;
    uint32_t key = ends ? bs_lexicon_key_before(text, text.len) : bs_lexicon_key_at(text, 0);
    if (lexicon->flags & BS_LEXICON_FOLD) key = bs_lexicon__fold(key);
    const bs_lexicon_entry *entry = bs_lexicon_find(lexicon, key);
    if (entry == NULL) return (choice){0};
    return (choice){lexicon->rows, lexicon->order + entry->first, entry->count};
}

// True when `phrase` is longer than `ending` and ends in it. A blank at the start of the ending
// stands for any white space, since a sentence may go on in the next line.
static inline bool ends_in_word(bs_str phrase, bs_str ending)
{
    if (ending.len >= phrase.len) return false;
    // The last byte is the same; most others differ in the one before it.
    size_t last = ending.len - 1;
    bool differs = last > 1 && ending.ptr[last - 1] != phrase.ptr[phrase.len - 2];
    if (differs) return false;
    if (ending.ptr[0] != ' ') return bs_str_ends(phrase, ending);
    bs_str own = bs_str_slice(ending, 1, ending.len);
    size_t gap = phrase.len - own.len - 1;
    return bs_str_ends(phrase, own) && (phrase.ptr[gap] == ' ' || phrase.ptr[gap] == '\n');
}

// Korean nouns that end like a particle which stands behind any syllable, or behind their own.
static bool ends_in_noun(bs_str phrase)
{
    static const char nouns[] =
        "국제유가|두바이유가|브렌트유가|인허가|건축허가|휴가|최고가|최저가|신고가|판매가|출고가|"
        "공시지가|공시가|의료수가|"
        "목표주가|적정주가|현재주가|평균주가|"
        "자립도|자주도|속도|온도|습도|밀도|농도|빈도|기여도|의존도|만족도|선호도|지지도|호감도|"
        "체감도|"
        "인지도|집중도|참여도|신뢰도|난이도|활용도|숙련도|이해도|관심도|중요도|해상도|청렴도|"
        "정확도|"
        "완성도|성숙도|위험도|충성도|몰입도|투명도|순도|당도|염도|탁도|강도|제주도|경기도|강원도|"
        "자치도|전라도|경상도|충청도|북도|남도|철도|상수도|하수도|"
        "고속도로|고속화도로|진입도로|간선도로|순환도로|우회도로|자전거도로|연결도로|접속도로|"
        "민자도로|"
        "일반도로|계획도로|활주로|진입로|산책로|등산로|탐방로|우회로|배수로|농수로|원자로|소각로|"
        "용광로|"
        "미만|결과|성과|학과|높이|길이|깊이|넓이|종이|어린이|맞벌이|외벌이|쌍둥이|놀이|혼란|논란|"
        "계란|"
        "비만|"
        "불만|마을";
    static const char whole[] = "대만|인도|포도|이란|도로|유가|주가|지가|시가|추가|대가|여가|수도|"
                                "제도|한도|용도|가을|항만|회의|"
                                "협의|심의|논의|건의|질의|문의|강의";
    // "세종이 가장 높다": the city, and no paper.
    if (bs_list_ends(phrase, nouns)) return !bs_list_is(bs_str_behind_last(phrase, " "), "세종이");
    if (!bs_list_ends(phrase, whole)) return false;
    bs_str rest = bs_str_from(whole), noun;
    while (bs_str_next(&rest, '|', &noun)) {
        bool alone = bs_str_ends(phrase, noun) &&
                     (phrase.len == noun.len || phrase.ptr[phrase.len - noun.len - 1] == ' ');
        if (alone) return true;
    }
    return false;
}

// Some Korean particles stand behind a vowel only, others behind a consonant: 물가 is no 물 with
// 가, 차이 no 차 with 이.
static bool particle_fits(bs_str phrase, bs_str particle)
{
    enum { SYLLABLE_FIRST = 0xAC00, FINALS = 28, FINAL_L = 8 };
    bool vowel = bs_list_starts(particle, "가|와"), final = bs_list_starts(particle, "이|과");
    bool towards = bs_str_equal(particle, BS_STR("로"));
    if (particle.len != strlen("가") || !(vowel || final || towards)) return true;
    bs_rune before = bs_utf8_decode_before(phrase, phrase.len - particle.len);
    if (!bs_rune_is_hangul(before.code) || before.code < SYLLABLE_FIRST) return true;
    unsigned last = (before.code - SYLLABLE_FIRST) % FINALS;
    if (towards) return last == 0 || last == FINAL_L;
    return vowel ? last == 0 : last != 0;
}

// Is the Chinese ending the last character of a word: "總薪資平均" is an average and not "both",
// "主力合约" no "about", "阅读行为" no "is", "外資賣超" no "more than"?
static bool ends_chinese_word(bs_str front, bs_str ending)
{
    static const struct {
        const char *ending, *fronts;
    } words[] = {
        {"增长", "自然|机械"},
        {"增加", "自然|机械"},
        {"减少", "自然|机械"},
        {"均", "平|日|月|年|人|户|亩|场|单|季|周"},
        {"有", "持|国|私|公|享|含|自|所"},
        {"约", "合|条|公|契|节|预|签|违"},
        {"为", "行|作|人"},
        {"总计", "收入|支出|收支"},
        {"的", "目"},
        {"超", "买|卖|買|賣|赶|反|中|英|高|贸易入|贸易出|商品入|商品出|顺"},
        {"计", "统|合|设|会|累|预|总|共|审|估|算|小|家|温度|流量|压力|仪|时|生|多|大|伙|百年大|"
               "按|以|开|核|概|主"},
        {"要", "主|重|必|首|摘|纪|概|提|只"},
    };
    bool balance = bs_str_equal(ending, BS_STR("超")) && bs_list_is(front, "出|入");
    if (balance) return true; // "出超32亿美元": of trade
    for (size_t i = 0; i < BS_COUNT(words); i++) {
        if (bs_str_equal(ending, bs_str_from(words[i].ending)))
            return bs_list_ends(front, words[i].fronts);
    }
    return false;
}

// "Hydro plants supply", "money supply": what several do is a verb behind a plural only.
static bool is_english_noun(bs_str ending, bs_str front)
{
    static const char both[] = " supply| hold| pump| produce| spend| consume| make| earn";
    return bs_list_is(ending, both) && !bs_list_ends(front, "s| people| who| which| they| we| and");
}

bool bs__label_strip_end(bs_str *phrase, bs_lang lang)
{
    if (phrase->len == 0) return false;
    // "증가했지만": a clause, whose last syllable is no "only".
    static const char clauses[] = "했지만|하지만|였지만|이지만|있지만|없지만|렸지만|랐지만|졌지만|"
                                  "났지만|됐지만|었지만|았지만|왔지만|갔지만|쳤지만|켰지만";
    if (lang == BS_LANG_KO && bs_list_ends(*phrase, clauses)) {
        *phrase = (bs_str){0};
        return true;
    }
    // Nouns whose last kana looks like a particle.
    static const char kana[] = "子ども|こども|さつまいも|じゃがいも|さといも|ながいも|すもも";
    if (lang == BS_LANG_JA && bs_list_ends(*phrase, kana)) return false;
    choice these = choose(&endings_by_end, *phrase);
    for (size_t i = 0; i < these.count; i++) {
        const word *row = &these.rows[these.order[i]];
        if (row->lang != lang || !ends_in_word(*phrase, row->text)) continue;
        if (lang == BS_LANG_EN &&
            bs_list_ends(*phrase, " rate cut| tax cut| price cut| pay cut|"
                                  " spending cut| job cut| output cut| goods sold"))
            return false;
        static const char pacts[] = "契約|条約|予約|節約|規約|公約|制約|集約|要約|解約|成約|特約";
        if (lang == BS_LANG_JA && bs_list_ends(*phrase, pacts)) return false;
        if (lang == BS_LANG_KO && !particle_fits(*phrase, row->text)) continue;
        if (lang == BS_LANG_KO && ends_in_noun(*phrase)) return false;
        bs_str shorter = bs_str_slice(*phrase, 0, phrase->len - row->text.len);
        // "较上年同月增": the month is that of the base.
        bool of_base = lang == BS_LANG_ZH && bs_list_starts(row->text, "年|月|季") &&
                       bs_list_ends(shorter, "同|上|去");
        if (lang == BS_LANG_ZH && ends_chinese_word(shorter, row->text)) return false;
        if (lang == BS_LANG_EN && is_english_noun(row->text, shorter)) return false;
        // "經濟成長7.4%": the name of what has grown.
        bool growth = lang == BS_LANG_ZH && bs_list_ends(row->text, "成长|增长") &&
                      (bs_str_equal(shorter, BS_STR("经济")) ||
                       bs_list_ends(shorter, "年经济|国经济|市经济|省经济|县经济|区经济|计经济"));
        if (growth) return false;
        if (of_base) shorter = bs_str_slice(*phrase, 0, shorter.len + strlen("月"));
        // "相较上年同期"
        bool than =
            lang == BS_LANG_ZH && bs_list_starts(row->text, "较|比") && bs_list_ends(shorter, "相");
        if (than) shorter.len -= strlen("相");
        *phrase = bs_str_trim(shorter);
        return true;
    }
    return false;
}

bs_str bs__label_strip_endings(bs_str phrase, bs_lang lang, int count)
{
    bool particle = false;
    for (int i = 0; i < count; i++) {
        bs_str shorter = phrase;
        if (!bs__label_strip_end(&shorter, lang)) return phrase;
        bool one = lang == BS_LANG_KO && phrase.len - shorter.len == strlen("가");
        if (one && particle) return phrase;
        particle = one; // "상승률은 금년과"
        phrase = shorter;
    }
    return phrase;
}

bool bs__label_strip_start(bs_str *phrase, bs_lang lang)
{
    static const char words[] =
        "年终奖|年間|年初|年金|年収|年次|年産|年平均|年利|年额|年产|月間|月次|月例|月額|"
        "月收|月薪|年度目标|年度计划|年度预算|年度任务|年均|年收入|年销售|年化|月均|"
        "年增率|年减率|年減率|年增长率|年增長率|年成长率|年成長率|年增幅|年率|月增率|月减率|月減率|"
        "年度目標|年度計画|年度平均|年齢|年代|年度末|年度当初|年度計|年度前半|年度後半|年度上期|"
        "年度下期|"
        "年度中|年々|年俸|月収|月商|月給";
    static const char products[] =
        "産業|産出|産地|産品|産物|産量|産油|産婦|産科|産後|産額|産直|産学|産金";
    bool time = bs_str_starts(*phrase, BS_STR("年")) || bs_str_starts(*phrase, BS_STR("月"));
    bool name = time && bs_list_starts(*phrase, words) && !bs_list_starts(*phrase, "年初至");
    if (phrase->len == 0 || name) return false;
    if (lang == BS_LANG_JA && bs_list_starts(*phrase, "月末推計|月末人口|月末在庫")) return false;
    // "令和5年産水稲": of that year's harvest.
    if (lang == BS_LANG_JA && bs_str_starts(*phrase, BS_STR("産")) &&
        phrase->len > strlen("産の") && !bs_list_starts(*phrase, products)) {
        *phrase = bs_str_slice(*phrase, strlen("産"), phrase->len);
        return true;
    }
    // Names that begin like a particle.
    static const char kana[] =
        "もち|もも|もみ|もや|とうも|とうが|とうふ|とり|にんじ|にんに|にら|にしん|"
        "はくさ|はちみ|はまち|はがき|はん|がん|でんぷ|のり|のど";
    if (lang == BS_LANG_JA && bs_list_starts(*phrase, kana)) return false;
    // "이 의원": a family name.
    static const char people[] =
        "이 의원|이 후보|이 지사|이 시장|이 대표|이 장관|이 총리|이 전 |이 교수|"
        "이 감독|이 회장|이 사장|이 위원장|이 대통령|이 총재|이 군수|이 구청장";
    if (lang == BS_LANG_KO && bs_list_starts(*phrase, people)) return false;
    choice these = choose(&beginnings_by_start, *phrase);
    for (size_t i = 0; i < these.count; i++) {
        const word *row = &these.rows[these.order[i]];
        if (row->lang != lang || row->text.len >= phrase->len) continue;
        if (!bs_str_starts(*phrase, row->text)) continue;
        *phrase = bs_str_trim(bs_str_slice(*phrase, row->text.len, phrase->len));
        return true;
    }
    return false;
}

// `text` is one of the words, but for the blanks around that.
static bool is_one_of(bs_lexicon *lexicon, bs_str text, bs_lang lang)
{
    choice these = choose(lexicon, text);
    for (size_t i = 0; i < these.count; i++) {
        const word *row = &these.rows[these.order[i]];
        // But for a blank on either side they are as long.
        bool long_enough = row->text.len >= text.len && row->text.len <= text.len + 2;
        if (row->lang == lang && long_enough && bs_str_equal_nocase(bs_str_trim(row->text), text)) {
            return true;
        }
    }
    return false;
}

// A thing that is named by a single character: 米, 쌀.
static bool is_commodity(bs_str text, bs_lang lang)
{
    static const char korean[] = "쌀|밀|콩|닭|귤|배|김|꿀|금|굴|철|팥";
    static const char han[] = "男|女|財|田|畑|牛|豚|鶏|父|母|夫|妻|春|夏|秋|冬|英|独|仏|韓|露|豪|"
                              "米|麦|豆|卵|酒|茶|肉|魚|鱼|煤|油|气|電|"
                              "电|銀|银|銅|铜|铝|糖|塩|盐|鉄|铁|麻";
    if (lang == BS_LANG_KO) return bs_list_starts(text, korean);
    return (lang == BS_LANG_JA || lang == BS_LANG_ZH) && bs_list_starts(text, han);
}

bool bs__label_is_filler(bs_str text, bs_lang lang)
{
    enum { ONE_CHAR_BYTES_MAX = 4, WORDS_MAX = 2 };
    text = bs_str_trim(text);
    bool whole =
        lang == BS_LANG_ZH && text.len > 0 && is_one_of(&beginnings_folded, text, lang); // "公布的"
    // "was revised from", "按年实质增长"
    if (lang == BS_LANG_EN || (lang == BS_LANG_ZH && !whole))
        text = bs__label_strip_endings(text, lang, WORDS_MAX);
    if (text.len <= ONE_CHAR_BYTES_MAX && bs_utf8_count(text) <= 1)
        return !is_commodity(text, lang);
    return whole || is_one_of(&endings_folded, text, lang) ||
           is_one_of(&beginnings_folded, text, lang);
}

// "値上がり銘柄", "つながった", "我が国の": a が inside a word.
static bool is_inside_word(bs_str before, bs_str behind)
{
    // はん用機械, はじめとする
    if (bs_list_ends(before, "は") && bs_list_starts(behind, "ん|じめ")) return true;
    return bs_list_ends(before, "が") &&
           (bs_list_starts(behind, "り|っ|る|れ|ら|ろ|わ|け") ||
            (bs_list_ends(before, "我が|わが") && bs_list_starts(behind, "国|家|社|市|県")));
}

// "3.7% 증가해 무역수지는", "12곳을 유치해 비중을": a verb that another clause follows, and no noun
// such as 피해 or 올해.
static bool ends_in_linking_verb(bs_str before)
{
    enum { WORD_CHARS_MIN = 3 };
    static const char nouns[] = "지난해|올해|새해|한해|다음해|피해|재해|침해|손해|오해|이해|견해|"
                                "공해|남해|동해|서해|북해|황해|"
                                "상해|방해|저해|박해|폐해|수해|살해|자해|융해|용해|분해|화해|양해|"
                                "항해|근해|연해|유해|무해|산해|"
                                "진해|김해|영해|냉해|혐해|위해|대해|인해|통해|의해|관해|비해";
    if (!bs_list_ends(before, "해")) return false;
    bs_str last = bs_str_behind_last(before, " |(|,");
    return bs_utf8_count(last) >= WORD_CHARS_MIN && !bs_list_ends(last, nouns);
}

static bool breaks_before(bs_str phrase, size_t end, bs_lang lang)
{
    bs_str before = bs_str_slice(phrase, 0, end);
    if (lang == BS_LANG_JA && is_inside_word(before, bs_str_slice(phrase, end, phrase.len)))
        return false;
    if (lang == BS_LANG_KO && bs_list_ends(before, "같은 |차지하는 ")) return false;
    // "생산액이 섬 소득에서 차지하는 비중"
    bool whole = lang == BS_LANG_KO && bs_list_ends(before, "에서 ");
    if (whole && bs_list_starts(bs_str_slice(phrase, end, phrase.len), "차지하는 |차지한 "))
        return false;
    // "0세에서 14세": from one age to another.
    bool age = lang == BS_LANG_KO && bs_list_ends(before, "세에서 ");
    if (age && bs__label_holds_digit(bs_str_slice(phrase, end, end + 1))) return false;
    // "切り花を除く総合": what is left out is a part of the name.
    if (lang == BS_LANG_JA && bs_list_ends(before, "を") &&
        bs_list_starts(bs_str_slice(phrase, end, phrase.len),
                       "除く|除いた|含む|含めた|100とした|１００とした"))
        return false;
    // "物価変動の影響を除いた実質": how the topic is measured, whatever that leaves out.
    if (lang == BS_LANG_JA && bs_list_ends(before, "除いた|除く") &&
        bs_list_is(bs_str_slice(phrase, end, phrase.len), "実質|名目|実質ベース|数量ベース"))
        return true;
    if (lang == BS_LANG_KO) before.len--;
    if (lang == BS_LANG_KO && ends_in_linking_verb(before)) return true;
    if (before.len == 0) return false;
    choice these = choose(&breaks_by_end, before);
    for (size_t i = 0; i < these.count; i++) {
        const word *row = &these.rows[these.order[i]];
        if (row->lang == lang && bs_str_ends(before, row->text)) return true;
    }
    return false;
}

// "경제 활성화를 위한 수출 회복", "디지털을 융합한 첨단바이오": the verb of the object in front of
// the break at `end` says which name is meant, and is no part of it.
static size_t behind_verb(bs_str phrase, size_t end)
{
    static const char adnominals[] =
        "한|할|하는|된|될|되는|시킨|시킬|시키는|낸|낼|내는|린|릴|리는|운|울|우는|끈|끌|끄는|"
        "이는|합쳐|합해|더해|포함해|제외하고|룬|룰|루는|준|줄|주는|받은|받을|받는|춘|출|추는|쓴|쓸|"
        "쓰는|담은|담을|담는|"
        "잇는|이을|맡은|맡을|맡는|둔|둘|두는|쌓은|넘은|넘는|넘긴|킨|킬|키는";
    bs_str front = bs_str_trim(bs_str_slice(phrase, 0, end));
    bs_str rest = bs_str_slice(phrase, end, phrase.len);
    size_t blank = bs_str_find(rest, BS_STR(" "), 0);
    if (blank == SIZE_MAX || !bs_list_ends(front, "을|를")) return end;
    return bs_list_ends(bs_str_slice(rest, 0, blank), adnominals) ? end + blank + 1 : end;
}

bs_str bs__label_after_break(bs_str phrase, bs_lang lang)
{
    if (lang == BS_LANG_EN) return bs_str_trim(phrase); // it has none
    // What an aside holds breaks nothing: "無職世帯（世帯主が65歳以上）の消費支出".
    bool asides = lang == BS_LANG_JA && bs_str_has_any(phrase, "）|)");
    size_t end = phrase.len, depth = 0;
    for (; end > 0; end--) {
        if (asides && bs_list_ends(bs_str_slice(phrase, 0, end), "）|)")) depth++;
        if (depth > 0 && bs_list_ends(bs_str_slice(phrase, 0, end), "（|(")) depth--;
        if (depth > 0) continue;
        if (lang == BS_LANG_KO && phrase.ptr[end - 1] != ' ') continue;
        bool inside = end < phrase.len && ((unsigned char)phrase.ptr[end] & 0xC0) == 0x80;
        if (inside || !breaks_before(phrase, end, lang)) continue;
        if (!bs__label_is_filler(bs_str_slice(phrase, end, phrase.len), lang)) break;
    }
    if (lang == BS_LANG_KO && end > 0) end = behind_verb(phrase, end);
    return bs_str_trim(bs_str_slice(phrase, end, phrase.len));
}

bool bs__label_is_verb(bs_str phrase, bs_lang lang)
{
    if (phrase.len == 0) return false;
    choice these = choose(&verbs_by_end, phrase);
    for (size_t i = 0; i < these.count; i++) {
        const word *row = &these.rows[these.order[i]];
        // "전용면적 85㎡ 초과": a class, and no verb.
        bool bound = bs_str_equal(row->text, BS_STR("초과")) && bs__label_holds_digit(phrase);
        if (row->lang == lang && !bound && bs_str_ends(phrase, row->text)) return true;
    }
    return false;
}
