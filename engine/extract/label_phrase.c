// SPDX-License-Identifier: GPL-3.0-or-later
// The noun phrases beside a number: cut out of its clause and cleaned of what is no part of a name.
#include "engine/base/utf8.h"
#include "engine/core/unit.h"
#include "engine/extract/extract_internal.h"
#include "engine/extract/label_internal.h"
#include "engine/extract/label_words.h"
#include "engine/extract/numeral.h"
#include "engine/extract/relative.h"
#include "engine/extract/role.h"
#include "engine/extract/words.h"

enum {
    NOUN_BYTES_MAX = 60,
    STRIP_COUNT_MAX = 3,
    ENDING_COUNT_MAX = 5, // of Korean: "상승률은 금년과 내년 각각"
    VERB_BYTES_MAX = 64,  // between a time and its number: " were at an annual rate of "
};

static const bs__label_grammar grammars[BS_LANG_COUNT] = {
    [BS_LANG_KO] = {.links = "의 |의|에 달하는 | ",
                    .objects = "를 |을 ",
                    .moved =
                        "늘어난|증가한|상승한|오른|성장한|확대된|급증한|뛴|많은|높은|줄어든|감소한|"
                        "하락한|내린|축소된|급감한|격감한|적은|낮은|불어난|떨어진"},
    [BS_LANG_ZH] =
        {
            .links = "",
            .objects = "",
        },
    [BS_LANG_JA] = {.links = "の",
                    .objects = "",
                    .moved =
                        "悪化の|改善の|上昇の|低下の|拡大の|縮小の|下落の|増の|減の|増加の|"
                        "減少の|増となる|減となる|増|減|増えて|減って|増配の|減配の|増額の|減額の|"
                        "増益の|減益の|増収の|減収の"},
    // The noun is the counter: "841,000 vacancies".
    [BS_LANG_EN] =
        {
            .links = NULL,
            .objects = "",
        },
};

const bs__label_grammar *bs__label_grammar_of(bs_lang lang)
{
    return &grammars[lang];
}

static bool strip_list(bs_str *phrase, const char *endings)
{
    bs_str best = bs_str_longest_end(*phrase, endings);
    if (best.len == 0) return false;
    *phrase = bs_str_trim(bs_str_slice(*phrase, 0, phrase->len - best.len));
    return true;
}

bs_str bs__label_before_basis(bs_str phrase)
{
    static const bs_meaning bases[] = {BS_MEANS_BASIS_YEAR, BS_MEANS_BASIS_PERIOD};
    for (size_t i = 0; i < BS_COUNT(bases); i++) {
        bs_word_hit hit;
        if (bs_word_closes(phrase, bases[i], &hit))
            phrase = bs_str_trim(bs_str_slice(phrase, 0, hit.start));
    }
    return phrase;
}

// "連結会計期間末における総資産", "年度末時点における": behind the time that a measure is of.
static bs_str behind_time_of(bs_str phrase)
{
    static const bs_str of = BS_STR_INIT("における");
    size_t at = bs_str_find(phrase, of, 0);
    bool time = at != SIZE_MAX && bs_list_ends(bs_str_slice(phrase, 0, at),
                                               "期末|期間末|年度末|月末|年末|期間|時点|年度");
    bs_str rest = time ? bs_str_slice(phrase, at + of.len, phrase.len) : phrase;
    return rest.len > 0 ? rest : phrase;
}

// "環境性能割の廃止で需要": behind what has been done stands what came of it.
static bs_str behind_deed(bs_str phrase)
{
    static const char deeds[] =
        "の廃止|の導入|の開業|の停止|の普及|の終了|の開始|の投入|の撤退|の閉鎖|の買収|の統合|"
        "の再開|"
        "の延期|の緩和|の強化|の流行|の復活|の値上げ|の値下げ|の引き上げ|の引き下げ";
    // "東京23区に限れば平均価格"
    bs_str limited = bs_str_behind_last(phrase, "限れば|限ると|絞れば|絞ると");
    if (limited.len < phrase.len && bs_utf8_count(limited) > 1) return limited;
    bs_str rest = bs_str_behind_last(phrase, "で");
    bs_str front = bs_str_slice(phrase, 0, phrase.len - rest.len);
    if (front.len > 0) front.len -= strlen("で");
    bool deed = rest.len < phrase.len && bs_utf8_count(rest) > 1 && bs_list_ends(front, deeds);
    return deed ? rest : phrase;
}

// "（入荷を）差し引いた荷役収支", "（地震が）起きた前年": behind the verb of a clause whose object
// or subject has been cut off stands what it describes; the phrase itself where it begins with
// none.
static bs_str behind_verb(bs_str phrase)
{
    enum { VERB_CHARS_MAX = 8 };
    static const char ends[] = "た|る|す|う|く|む|だ";
    bool verb = bs_rune_is_han(bs_utf8_decode(phrase, 0).code);
    for (size_t at = 0, count = 0; verb && at < phrase.len && count < VERB_CHARS_MAX; count++) {
        bs_rune rune = bs_utf8_decode(phrase, at);
        at += rune.len;
        bs_str front = bs_str_slice(phrase, 0, at), noun = bs_str_slice(phrase, at, phrase.len);
        bs_rune next = bs_utf8_decode(noun, 0);
        bool katakana = next.code >= 0x30A1 && next.code <= 0x30FA;
        bool whole =
            noun.len > 2 * next.len && !bs_list_starts(noun, "人の|方の|者の|時|際|場合|上");
        if (bs_list_ends(front, ends) && (bs_rune_is_han(next.code) || katakana))
            return whole && count > 0 ? noun : phrase;
    }
    return phrase;
}

// Is the phrase what is left of `clause` behind the object or the subject of a verb?
static bool is_cut_behind_noun(bs_str phrase, bs_str clause)
{
    bool inside = phrase.len > 0 && phrase.ptr > clause.ptr && phrase.ptr < clause.ptr + clause.len;
    size_t start = inside ? (size_t)(phrase.ptr - clause.ptr) : 0;
    return inside && bs_list_ends(bs_str_slice(clause, 0, start), "を|が");
}

// "말 대비로는", "수출은 작년과 비교하면 약": the base that the small words stood behind.
static bs_str before_inner_base(bs_str phrase)
{
    bs_str rest = bs__label_before_korean_base(phrase);
    return rest.len < phrase.len ? bs__label_strip_endings(rest, BS_LANG_KO, ENDING_COUNT_MAX)
                                 : phrase;
}

// "이번에 지원하는 5900억엔": does the phrase end in a verb that the number itself belongs to? The
// word in front of it has a particle, that of the topic "출하는" has not.
static bool is_own_verb(bs_str phrase)
{
    // "가장 많은 22만 명"
    if (bs_list_ends(phrase, "가장 많은|가장 적은|가장 높은|가장 낮은")) return true;
    if (!bs_list_ends(phrase, "하는|되는|시키는") || bs_list_ends(phrase, "이하는")) return false;
    const char *blank = memrchr(phrase.ptr, ' ', phrase.len);
    return blank != NULL && bs_list_ends(bs_str_slice(phrase, 0, (size_t)(blank - phrase.ptr)),
                                         "에|을|를|로|이|가|서|게");
}

// Does a phrase tell when or how it is measured, or against what, and name no thing?
static bool is_japanese_base(bs_str phrase)
{
    // "物価変動の影響を除いた実質で", "前月と同率", "石油危機当時", "ピーク時"
    static const char ends[] =
        "除いた実質|除く実質|除いた実質ベース|ベースで総額|ベースで合計|ベースで|比で最大|に続き|"
        "に引続き|に引き続き|ています|ていますが|ました|ましたが|による|"
        "比で最大で|比最大|実質の季節調整値|で時給|で月額|で年額|で日額|に続いて|に次いで|と同率|"
        "と同水準|と同じ|と同数|と同額|と同値|と同程度|当時|ピーク時|危機時|ショック時|震災時|"
        "発足時|導入時|設立時|創業時|前回時|発生時|流行時|不況時|好況時";
    // "2020年を100として", "調べを始めた2006年以降で最高の"
    if (bs_list_starts(phrase, "100|１００|1とし|１とし|以降|以来")) return true;
    // "前月比（季節調整値）", "前年同月比実質"
    bs_str base = phrase;
    if (bs_list_ends(base, "比実質|比名目|）実質|）名目|)実質|)名目")) base.len -= strlen("実質");
    bs_str plain = bs__label_without_aside(base);
    return (plain.len < phrase.len && bs__label_before_basis(plain).len == 0) ||
           bs_list_ends(phrase, ends);
}

static bs_str clean(bs_str phrase, bs_lang lang)
{
    bs_str clause = phrase;
    if (lang == BS_LANG_KO && is_own_verb(phrase)) return (bs_str){0};
    // "荷役収支は「2兆3,140億円」の赤字": the number alone is quoted.
    if (lang == BS_LANG_JA && bs_list_ends(phrase, "「|『"))
        phrase = bs_str_slice(phrase, 0, phrase.len - strlen("「"));
    if (lang == BS_LANG_JA && bs_list_starts(phrase, "余り")) // "1兆円余り上回る73兆円"
        phrase = bs_str_slice(phrase, strlen("余り"), phrase.len);
    // "無業者は1.7%減と離職者全体で11.1%減": the end of what has been said before.
    bool said = lang == BS_LANG_JA && bs_list_starts(phrase, "減と|増と") &&
                !bs_list_starts(phrase, "減とな|増とな");
    if (said) phrase = bs_str_slice(phrase, strlen("減と"), phrase.len);
    // A surplus is something by itself where it is the topic.
    bool surplus = lang == BS_LANG_JA && bs_list_ends(phrase, "黒字は|赤字は|黒字が|赤字が");
    bool that = lang == BS_LANG_EN && bs_list_ends(phrase, " that"); // "Eurostat estimates that"
    if (lang == BS_LANG_JA) phrase = bs__label_without_price_unit(phrase);
    // "SAN DIEGO, May 20, 2025 -- Tidewater has raised": the dash of a dateline; "- 毛利率": of an
    // item in a line of several.
    while ((lang == BS_LANG_EN && bs_list_starts(phrase, "-|–|—")) ||
           (lang == BS_LANG_ZH && bs_list_starts(phrase, "- |– |— ")))
        phrase = bs_str_trim(bs_str_slice(phrase, bs_utf8_decode(phrase, 0).len, phrase.len));
    phrase = bs__label_before_basis(phrase);
    if (lang == BS_LANG_KO) phrase = bs__label_before_korean_base(phrase);
    if (lang == BS_LANG_ZH) phrase = bs__label_chinese_core(phrase);
    // "growth was 0.4%", "forecasts growth of 2%": with a verb of its own it is the name.
    static const char growths[] =
        "rowth was|rowth is|rowth averaged|rowth at|casts growth of|cast growth of|sees growth of|"
        "saw growth of|expects growth of|projects growth of|predicts growth of|imates growth of";
    bool growth = lang == BS_LANG_EN && bs_list_ends(phrase, growths);
    if (lang == BS_LANG_EN)
        phrase = bs__label_english_core(bs__label_between_verbs(bs__label_without_basis(phrase)));
    int endings = lang == BS_LANG_KO ? ENDING_COUNT_MAX : STRIP_COUNT_MAX;
    phrase = bs__label_before_basis(bs__label_strip_endings(phrase, lang, endings));
    if (lang == BS_LANG_ZH) phrase = bs__label_chinese_core(phrase);
    if (lang == BS_LANG_KO) phrase = before_inner_base(phrase);
    if (lang == BS_LANG_JA)
        phrase = bs__label_without_measure(bs__label_strip_endings(phrase, lang, 1));
    // "前月比　実質", "横ばい　完全失業率": a wide blank parts phrases.
    if (lang == BS_LANG_JA) phrase = bs_str_trim(bs__label_behind_blank(phrase));
    if (lang == BS_LANG_JA) phrase = behind_deed(behind_time_of(phrase));
    phrase.len = bs__label_footnote_start(phrase, 0, phrase.len);
    if (lang == BS_LANG_ZH) phrase = bs_str_behind_last(phrase, "]"); // "谷物[1]播种面积"
    if (lang == BS_LANG_KO) phrase = bs__label_without_per(phrase);
    phrase = bs__label_after_break(phrase, lang);
    if (lang == BS_LANG_JA && is_cut_behind_noun(phrase, clause)) phrase = behind_verb(phrase);
    for (int i = 0; i < STRIP_COUNT_MAX && bs__label_strip_start(&phrase, lang); i++)
        continue;
    if (lang == BS_LANG_KO) phrase = bs__label_behind_korean_base(bs__label_without_per(phrase));
    that = that || (lang == BS_LANG_EN && bs_list_ends(phrase, " that| it| they"));
    bool base = lang == BS_LANG_JA && is_japanese_base(phrase);
    bool empty = that || base || bs__label_is_filler(phrase, lang) ||
                 (lang == BS_LANG_JA && bs__label_is_one(phrase)) ||
                 bs__label_is_verb(phrase, lang) || bs__label_holds_against(phrase, lang) ||
                 (lang == BS_LANG_JA && bs__label_moves_on(phrase)) ||
                 (!surplus && !growth && bs__label_is_empty(phrase, lang)) ||
                 (lang == BS_LANG_EN && bs__label_is_bare(phrase));
    return empty ? (bs_str){0} : phrase;
}

// "1 生産指数（季節調整済）は": behind the number of a section with which a line begins.
static bs_str behind_mark(bs_str clause, bs_str text)
{
    size_t len = 0, at = 0;
    if (clause.len == 0 || clause.ptr != text.ptr) return clause;
    while (at < clause.len && bs_digit_at(clause, at, &len) >= 0)
        at += len;
    bs_str rest = bs_str_trim(bs_str_slice(clause, at, clause.len));
    bool mark = at > 0 && at <= 2 * len && rest.len > 0 && rest.ptr > clause.ptr + at &&
                bs_rune_is_han(bs_utf8_decode(rest, 0).code);
    return mark ? rest : clause;
}

// "イカ類が青森県などで前年より21.5％減少した": of the subject in front, and not of where that is.
static bs_str subject_of_place(bs_str phrase, bs_str text, size_t limit)
{
    enum { LIST_BYTES_MAX = 120 };
    static const bs_str by = BS_STR_INIT("などで");
    size_t particle = strlen("が"), start = (size_t)(phrase.ptr - text.ptr), end = start;
    bs_str behind = bs_str_slice(text, start, start + phrase.len + strlen("で"));
    bool placed = phrase.len > 0 && phrase.ptr >= text.ptr && start < text.len &&
                  bs_str_find(behind, by, 0) < behind.len;
    for (; placed && end > limit + particle && start - end < LIST_BYTES_MAX;) {
        if (bs_list_ends(bs_str_slice(text, limit, end), "が|は|も")) {
            bs_str subject = bs__label_phrase(text, limit, end - particle, BS_LANG_JA);
            return subject.len > 0 ? subject : phrase;
        }
        bs_rune rune = bs_utf8_decode_before(text, end);
        if (rune.code == 0x3002 || rune.code == '\n') break; // 。
        end -= rune.len;
    }
    return phrase;
}

// What a clause names; in Japanese and Korean else what is quoted before byte `end`.
static bs_str named(bs_str clause, bs_str text, size_t limit, size_t end, bs_lang lang)
{
    bool inside = lang == BS_LANG_JA && clause.ptr > text.ptr && clause.ptr < text.ptr + text.len;
    size_t start = inside ? (size_t)(clause.ptr - text.ptr) : 0;
    if (inside && bs_list_ends(bs_str_slice(text, 0, start), "を|が")) clause = behind_verb(clause);
    bs_str phrase =
        clean(lang == BS_LANG_JA && start == 0 ? behind_mark(clause, text) : clause, lang);
    if (lang == BS_LANG_JA) phrase = subject_of_place(phrase, text, limit);
    if (phrase.len > 0) return phrase;
    if (lang == BS_LANG_KO) return bs__label_korean_quoted(text, end);
    return lang == BS_LANG_JA ? bs__label_quoted(text, limit, end) : phrase;
}

bs_str bs__label_phrase(bs_str text, size_t limit, size_t end, bs_lang lang)
{
    return named(bs__label_clause(text, limit, end), text, limit, end, lang);
}

// "概算要求に関連経費1,200億円を盛り込んだ": behind where the amount is put stands what it is for.
static bs_str behind_place(bs_str phrase, bs_str after)
{
    static const char verbs[] = "を盛り込|を計上|を充て|を投じ|を配分|を割り当|を投入|を拠出|"
                                "を繰り入|を繰入|を追加|を上積み";
    static const bs_str to = BS_STR_INIT("に");
    if (!bs_list_starts(after, verbs)) return phrase;
    bs_str noun = bs_str_behind_last(phrase, "に");
    bool whole = noun.len < phrase.len && bs_utf8_count(noun) > 2 &&
                 phrase.len - noun.len > 2 * to.len && bs_rune_is_han(bs_utf8_decode(noun, 0).code);
    return whole ? noun : phrase;
}

// The noun behind a number, introduced by one of `links`; an empty list of links takes what
// follows.
bs_str bs__label_noun_after(bs_str after, const char *links, bs_lang lang)
{
    bs_str rest = bs_str_from(links), link, head = {0};
    static const char told[] =
        "なる|なった|だった|である|であった|した|する|している|された|される|"
        "いる|いた|れた|れる|った|ない|です|ます|だ";
    if (links == NULL) return head;
    if (links[0] == '\0') head = after;
    while (bs_str_next(&rest, '|', &link)) {
        if (!bs_str_starts(after, link)) continue;
        head = bs_str_slice(after, link.len, after.len);
        break;
    }
    // "10만 톤을 시장에서 격리하기로": where it is done is not what is done.
    if (lang == BS_LANG_KO) {
        size_t blank = bs_str_find(head, BS_STR(" "), 0);
        bool place = bs_list_ends(bs_str_slice(head, 0, blank < head.len ? blank : 0), "에서|에게");
        if (place) head = bs_str_slice(head, blank + 1, head.len);
    }
    // "9대 주요 시장": which of them there are stands in front of what they are.
    static const char which[] = "주요 |주력 |핵심 |전략 |중점 |시중 |대표 |신성장 ";
    size_t at = lang == BS_LANG_KO && bs_list_starts(head, which)
                    ? bs_str_find(head, BS_STR(" "), 0) + 1
                    : 0;
    while (at < head.len && at < NOUN_BYTES_MAX) {
        bs_rune rune = bs_utf8_decode(head, at);
        if (bs__label_is_edge(rune) || rune.code == '.' || (lang == BS_LANG_KO && rune.code == ' '))
            break;
        at += rune.len;
    }
    bs_str noun = bs_str_trim(bs_str_slice(head, 0, at));
    // "643억 달러 흑자다", "적자였다"
    if (lang == BS_LANG_KO && bs_list_starts(noun, "흑자|적자") &&
        bs_list_is(bs_str_slice(noun, strlen("흑자"), noun.len), "다|였다|이다|였으며|이며|로|를"))
        noun = bs_str_slice(noun, 0, strlen("흑자"));
    if (lang == BS_LANG_KO && bs__label_is_korean_verb(noun)) return (bs_str){0};
    if (lang == BS_LANG_ZH) noun = bs__label_counted(noun);
    if (lang == BS_LANG_JA && (bs__label_is_movement(noun) || bs_list_ends(noun, told)))
        return (bs_str){0};
    if (lang == BS_LANG_JA) (void)strip_list(&noun, "は|が|を|で");
    if (lang == BS_LANG_KO) (void)strip_list(&noun, "을|를|이|가|은|는|에|와|과|의|로|으로|에서");
    // "10만 톤을 격리하기로 했다"
    if (lang == BS_LANG_KO && bs_list_ends(noun, "하기"))
        noun = bs_str_slice(noun, 0, noun.len - strlen("하기"));
    if (lang == BS_LANG_KO && bs__label_is_korean_verb(noun)) return (bs_str){0};
    return bs_utf8_count(noun) > 1 ? noun : (bs_str){0};
}

bool bs__label_ends_in_cause(bs_str text, bs_lang lang)
{
    static const char korean[] =
        "등으로|따라|인해|힘입어|영향으로|덕분에|때문에|탓에|중심으로|위주로| 늘어| 줄어| 늘며| "
        "줄며| "
        "늘면서| 줄면서| 감소해| 증가해| 하락해| 상승해| 감소하여| 증가하여| 하락하여| 상승하여| "
        "감소하며| 증가하며| 하락하며| 상승하며| "
        "감소하면서| 증가하면서|호조로|부진으로|인하로|인상으로|확대로|여파로|효과로|개선으로|"
        "악화로|둔화로|하락으로|상승으로|증가로|감소로";
    static const char japanese[] =
        "により同|により|中心に|を背景に|を背景として|に支えられ|"
        "安などから|高などから|を受け|を受けて|に伴い|によって|の影響で|を主因に|を主因として|"
        "を要因に|が主因で|"
        "ことから|ことにより|ことなどから|ことなどにより|ことで|ことなどで|の好調で|の不振で|"
        "の低迷で|の不調で|の高騰で|の浸透で|の反動で|の効果で|の寄与で|の不足で|の増加で|の減少で|"
        "の上昇で|の下落で|の集計で|の調べで|の推計で|の試算で|の統計で|の拡大で|の縮小で|の悪化で|"
        "の改善で|の回復で|の鈍化で|の伸びで|の発生で|の計上で";
    if (lang == BS_LANG_KO) return bs_list_ends(text, korean);
    return lang == BS_LANG_JA && bs_list_ends(text, japanese);
}

// "수출액은 단가 상승 등으로 38% 늘어난": behind a cause the topic is what is named.
static bs_str before_topic(bs_str clause)
{
    static const bs_str topics[] = {BS_STR_INIT("은 "), BS_STR_INIT("는 "), BS_STR_INIT("は")};
    size_t first = SIZE_MAX;
    for (size_t i = 0; i < BS_COUNT(topics); i++) {
        size_t at = bs_str_find(clause, topics[i], 0);
        if (at < first) first = at;
    }
    // "재배면적이 가격 상승의 영향으로 7.7% 늘었다"
    static const bs_str subjects[] = {BS_STR_INIT("이 "), BS_STR_INIT("가 ")};
    for (size_t i = 0; first == SIZE_MAX && i < BS_COUNT(subjects); i++) {
        size_t at = bs_str_find(clause, subjects[i], 0);
        bool named = at != SIZE_MAX && bs__label_is_measure(bs_str_slice(clause, 0, at), false);
        if (named) first = at;
    }
    return first == SIZE_MAX ? clause : bs_str_slice(clause, 0, first);
}

// "투자가 모두 늘어": a Korean clause that is a subject and its verb, without the verb.
static bs_str without_verb(bs_str clause)
{
    size_t blank = bs_str_find(clause, BS_STR(" "), 0);
    bs_str subject = bs_str_slice(clause, 0, blank);
    bool plain = blank != SIZE_MAX && bs_list_ends(clause, "늘어|줄어|늘며|줄며|늘면서|줄면서") &&
                 bs_list_ends(subject, "이|가");
    return plain ? bs_str_slice(subject, 0, subject.len - strlen("가")) : clause;
}

// Where the parenthesis opens whose last number ends at `behind`, where nothing but a verb stands
// between it and byte `end`; `end` otherwise.
static size_t aside_before(bs_str text, size_t behind, size_t end)
{
    bs_str between = bs_str_slice(text, behind, end);
    enum { WORDS_BYTES_MAX = 24 }; // "(of people aged 16 years and over)"
    size_t close = bs_str_find(bs_str_slice(between, 0, WORDS_BYTES_MAX), BS_STR(")"), 0);
    if (close == SIZE_MAX || memchr(between.ptr, '(', close) != NULL) return end;
    bs_str rest = bs_str_slice(between, close + 1, between.len);
    bool verb = bs__label_begins_with_verb(rest) && clean(bs_str_trim(rest), BS_LANG_EN).len == 0;
    const char *open = verb ? memrchr(text.ptr, '(', behind) : NULL;
    return open != NULL ? (size_t)(open - text.ptr) : end;
}

// Bytes of a text: what stands in front of a number, behind the number before it.
typedef struct span {
    size_t limit;
    size_t end;
} span;

static bs_str phrase_in(const bs_quantity_array *all, size_t index, size_t first, bs_str text,
                        span in, bs_lang lang)
{
    bs_str clause = bs__label_clause(text, in.limit, in.end);
    if (lang == BS_LANG_EN && in.limit > 0) clause = bs__label_without_tail(clause, text, in.limit);
    bool nameless = lang == BS_LANG_ZH && clause.len > 0 &&
                    (bs__label_holds_against(clause, lang) || bs__label_is_filler(clause, lang));
    if (nameless) clause = bs__label_topic_apart(text, in.limit, clause);
    if (lang == BS_LANG_ZH) clause = bs__label_enumerated(text, in.limit, clause);
    if (lang == BS_LANG_EN) clause = bs__label_listed_subject(text, in.limit, clause);
    bs_str apart = lang == BS_LANG_EN && clean(clause, lang).len == 0
                       ? bs__label_subject_apart(text, in.limit, clause)
                       : (bs_str){0};
    // "an estimate, which suggests that sales fell" tells of sales.
    bool relative = lang == BS_LANG_EN && bs_list_starts(clause, "which |who ") &&
                    bs_str_find(clause, BS_STR(" that "), 0) == SIZE_MAX;
    if (relative)
        apart = bs__label_before_relative(text, (size_t)(clause.ptr - text.ptr) + strlen("which "));
    if (lang == BS_LANG_EN && clause.len == 0)
        apart = bs__label_apposed(&all->items[index], text, in.limit);
    if (apart.len > 0) clause = apart;
    if (lang == BS_LANG_EN) clause = bs__label_inverted(clause);
    // "年間受注見通しを、年初に公表した1兆円から": what was done with it stands between.
    bool done = lang == BS_LANG_JA && clause.len > 0 && bs_list_ends(clause, "た") &&
                bs_list_ends(bs_str_slice(text, 0, (size_t)(clause.ptr - text.ptr)), "を、");
    if (done)
        clause = bs__label_clause(text, in.limit, (size_t)(clause.ptr - text.ptr) - strlen("、"));
    bs_str reason = bs__label_before_basis(clause); // "에서 늘어 전월대비"
    if (lang == BS_LANG_KO) reason = bs__label_before_korean_base(reason);
    bool cause = bs__label_ends_in_cause(reason, lang);
    if (cause) clause = before_topic(reason);
    // "민간소비는 통신기기 등 재화와 의료, 운송 등 서비스가 늘어 0.5% 증가"
    bs_str topic = cause && bs__label_ends_in_cause(clause, lang)
                       ? bs__label_topic(text, in.end, lang)
                       : (bs_str){0};
    // "출하는 내수가 1.4% 줄고 수출이 0.5% 늘어 0.6% 감소": what comes of the parts.
    static const char outcomes[] = "늘어|줄어|올라|내려|늘면서|줄면서|오르면서|내리면서";
    bool outcome = lang == BS_LANG_KO && in.limit > 0 && bs_list_is(reason, outcomes);
    if (outcome) topic = bs__label_topic(text, in.end, lang);
    topic = bs__label_behind_times(topic, all, index, first, text);
    (void)bs__label_strip_start(&topic, lang);
    if (topic.len > 0) return topic;
    // "キャベツの39.2％安などから1.8％の下落": of what has moved, and not of the cause.
    if (lang == BS_LANG_JA && cause && bs__label_ends_in_cause(clause, lang)) return topic;
    if (lang == BS_LANG_KO && cause) clause = without_verb(clause);
    bs_str name = named(clause, text, in.limit, in.end, lang);
    return lang == BS_LANG_JA
               ? behind_place(name,
                              bs_str_slice(text, bs__label_end(&all->items[index], text), text.len))
               : name;
}

// Does the English text between a time and a number leave the name to what stands before both?
static bool is_seen_through(bs_str between)
{
    bs_str words = bs_str_trim(between);
    // "revenue for the quarter ended October 26, 2025, of $5.71 billion"
    if (bs_list_is(words, ", of|ended|ending|, ended")) return true;
    // "starts in June were at a rate of 980,000": the subject stands before the time.
    bool verb = between.len < VERB_BYTES_MAX &&
                bs_str_behind_last(between, ".|,|;").len == between.len &&
                bs__label_begins_with_verb(between) && clean(between, BS_LANG_EN).len == 0;
    // "increased in January, rising 0.4 percent"
    bool participle = bs_str_starts(between, BS_STR(", ")) && bs_list_ends(between, "ing ") &&
                      bs__label_is_bare(bs_str_trim(bs_str_slice(between, 1, between.len)));
    return verb || participle;
}

// The phrase before a number; a time between the two is looked through: "학생 수는 '18년에 26만명".
bs_str bs__label_phrase_before(const bs_quantity_array *all, size_t index, size_t first,
                               bs_str text, bs_lang lang)
{
    size_t end = bs__label_start(&all->items[index], text), limit = 0;
    bool moved = false;
    if (lang == BS_LANG_ZH) end = bs__label_before_scope(text, end);
    for (size_t i = index; i > first; i--) {
        const bs_quantity *previous = &all->items[i - 1];
        if (bs__label_start(previous, text) >= end) continue;
        limit = bs__label_limit(previous, text);
        // "The rate (of people aged 16 to 64) was 74.3%": the name stands in front.
        size_t open = lang == BS_LANG_EN ? aside_before(text, limit, end) : end;
        if (open < end) {
            end = open;
            limit = 0;
            continue;
        }
        bs_str between = bs_str_slice(text, limit, end);
        // "현재주가(10/13) 142,300원", "평균 출산율(2023년): 1.43명"
        size_t front = bs__label_start(previous, text);
        bool dated = lang == BS_LANG_KO && bs__label_is_time(previous) && front > 1 &&
                     text.ptr[front - 1] == '(' && text.ptr[front - 2] != ' ' &&
                     bs_list_is(bs_str_trim(between), "):|)|말):|말)|기준):|기준)|말 기준)|월)");
        if (dated) {
            end = front - 1;
            limit = 0;
            continue;
        }
        // "since 1977; 13% are": another clause begins.
        bool parted = lang == BS_LANG_EN && bs_list_starts(bs_str_trim(between), ";|.");
        bool time = bs__label_is_time(previous) && !parted && bs__label_is_filler(between, lang);
        // "생활폐기물을 2024년 대비 20%"
        time |= lang == BS_LANG_KO && bs__label_is_time(previous) && bs__label_is_base(between);
        // "컨테이너가 20피트 기준 201만 개": how it is counted.
        time |= lang == BS_LANG_KO && (bs_str_equal(bs_str_trim(between), BS_STR("기준")) ||
                                       bs_list_starts(bs_str_trim(between), "만점"));
        // "户数比2008年增加了55.8%": what it has done by itself.
        time |= lang == BS_LANG_ZH && bs__label_is_time(previous) &&
                bs__label_moves_than(bs_str_slice(text, 0, front), between);
        // "수출액은 21.3% 늘어난 575억", and of a list of rates: "20.1%, 28% 늘어난".
        bool rate = previous->kind == BS_KIND_PERCENT || previous->role == BS_ROLE_CHANGE;
        const char *of = grammars[lang].moved;
        bool by = rate && of != NULL && bs_list_is(bs_str_trim(between), of);
        by = by || (rate && moved && bs_str_equal(bs_str_trim(between), BS_STR(",")));
        moved = by || (moved && time);
        time =
            time || (lang == BS_LANG_EN && bs__label_is_time(previous) && is_seen_through(between));
        // "散装煤炭(C2)余额": part of the name.
        bool named = previous->kind == BS_KIND_ORDINAL || previous->kind == BS_KIND_IDENTIFIER ||
                     bs__label_is_in_name(previous, between, lang);
        named = named || (lang == BS_LANG_KO && bs__label_is_in_korean_name(previous, between));
        named =
            named || (lang == BS_LANG_EN && bs__label_is_in_english_name(previous, text, between));
        // "無職世帯（世帯主が65歳以上）の消費支出": told in an aside of the name.
        named = named ||
                (lang == BS_LANG_JA && !bs__label_is_time(previous) && bs__label_is_aside(between));
        // "内需は2カ月連続で400億円台": how long it has been so.
        time = time || (lang == BS_LANG_JA && bs__label_lasted(previous, between));
        if (!time && !by && !named) break;
        if (time || by) end = bs__label_start(previous, text);
        // "该县户数比2008年增加": the word of what it is held against.
        if (time && lang == BS_LANG_ZH) end -= bs__label_than_len(bs_str_slice(text, 0, end));
        limit = 0;
    }
    return phrase_in(all, index, first, text, (span){limit, end}, lang);
}
