// SPDX-License-Identifier: GPL-3.0-or-later
// What a number in a sentence measures: the noun phrase that its language puts beside it.
//
// Korean and Japanese mark it with a particle ("총액은 121억"), Chinese puts it before the verb
// ("总额达42万亿元"), English before the verb or behind a preposition. The phrase is for people and
// for matching two mentions of one figure; it is never parsed further.
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

// What a noun phrase is told by, beside the small words of label_words.h: lists separated by '|'.
typedef struct phrase_grammar {
    const char *links;   // between a counted number and the noun that is counted
    const char *objects; // between an amount and the noun of what was done with it
    const char *moved;   // between a rate of change and the level that has moved by it
} phrase_grammar;

static const phrase_grammar grammars[BS_LANG_COUNT] = {
    [BS_LANG_KO] = {.links = "의 |의|에 달하는 | ",
                    .objects = "를 |을 ",
                    .moved =
                        "늘어난|증가한|상승한|오른|성장한|확대된|급증한|뛴|많은|높은|줄어든|감소한|"
                        "하락한|내린|축소된|급감한|적은|낮은|불어난|떨어진"},
    [BS_LANG_ZH] =
        {
            .links = "",
            .objects = "",
        },
    [BS_LANG_JA] = {.links = "の",
                    .objects = "",
                    .moved = "増の|減の|増加の|減少の|増となる|減となる|増|減|増えて|減って"},
    // The noun is the counter: "841,000 vacancies".
    [BS_LANG_EN] =
        {
            .links = NULL,
            .objects = "",
        },
};

// A language that is not known is read as English.
static bs_lang known(bs_lang lang)
{
    return lang == BS_LANG_UNKNOWN ? BS_LANG_EN : lang;
}

static bool strip_list(bs_str *phrase, const char *endings)
{
    bs_str rest = bs_str_from(endings), ending, best = {0};
    while (bs_str_next(&rest, '|', &ending)) {
        bool ends = ending.len < phrase->len && bs_str_ends(*phrase, ending);
        if (ends && ending.len > best.len) best = ending;
    }
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

static bool is_among(bs_str phrase, const char *words)
{
    bs_str rest = bs_str_from(words), word;
    if (words == NULL || !bs_list_starts(phrase, words)) return false;
    while (bs_str_next(&rest, '|', &word)) {
        if (bs_str_equal(phrase, word)) return true;
    }
    return false;
}

static bs_str clean(bs_str phrase, bs_lang lang)
{
    // A surplus is something by itself where it is the topic.
    bool surplus = lang == BS_LANG_JA && bs_list_ends(phrase, "黒字は|赤字は|黒字が|赤字が");
    bool that = lang == BS_LANG_EN && bs_list_ends(phrase, " that"); // "Eurostat estimates that"
    if (lang == BS_LANG_JA) phrase = bs__label_without_price_unit(phrase);
    phrase = bs__label_before_basis(phrase);
    if (lang == BS_LANG_KO) phrase = bs__label_before_korean_base(phrase);
    // "growth was 0.4%", "forecasts growth of 2%": with a verb of its own it is the name.
    static const char growths[] =
        "rowth was|rowth is|rowth averaged|rowth at|casts growth of|cast growth of|sees growth of|"
        "saw growth of|expects growth of|projects growth of|predicts growth of|imates growth of";
    bool growth = lang == BS_LANG_EN && bs_list_ends(phrase, growths);
    if (lang == BS_LANG_EN) phrase = bs__label_between_verbs(bs__label_without_basis(phrase));
    int endings = lang == BS_LANG_KO ? ENDING_COUNT_MAX : STRIP_COUNT_MAX;
    phrase = bs__label_before_basis(bs__label_strip_endings(phrase, lang, endings));
    if (lang == BS_LANG_KO) phrase = bs__label_before_korean_base(phrase); // "말 대비로는"
    if (lang == BS_LANG_JA)
        phrase = bs__label_without_measure(bs__label_strip_endings(phrase, lang, 1));
    // "前月比　実質", "横ばい　完全失業率": a wide blank parts phrases.
    if (lang == BS_LANG_JA) phrase = bs_str_trim(bs__label_behind_blank(phrase));
    phrase.len = bs__label_footnote_start(phrase, 0, phrase.len);
    if (lang == BS_LANG_KO) phrase = bs__label_without_per(phrase);
    phrase = bs__label_after_break(phrase, lang);
    for (int i = 0; i < STRIP_COUNT_MAX && bs__label_strip_start(&phrase, lang); i++)
        continue;
    if (lang == BS_LANG_KO) phrase = bs__label_behind_korean_base(bs__label_without_per(phrase));
    that = that || (lang == BS_LANG_EN && bs_list_ends(phrase, " that"));
    bool base = lang == BS_LANG_JA &&
                bs_list_starts(phrase, "100|１００|1とし|１とし"); // "2020年を100として"
    bool empty = that || base || bs__label_is_filler(phrase, lang) ||
                 bs__label_is_verb(phrase, lang) || bs__label_holds_against(phrase, lang) ||
                 (lang == BS_LANG_JA && bs__label_moves_on(phrase)) ||
                 (!surplus && !growth && bs__label_is_empty(phrase, lang)) ||
                 (lang == BS_LANG_EN && bs__label_is_bare(phrase));
    return empty ? (bs_str){0} : phrase;
}

// What a clause names; in Japanese else what is quoted before byte `end`.
static bs_str named(bs_str clause, bs_str text, size_t limit, size_t end, bs_lang lang)
{
    bs_str phrase = clean(clause, lang);
    return phrase.len == 0 && lang == BS_LANG_JA ? bs__label_quoted(text, limit, end) : phrase;
}

bs_str bs__label_phrase(bs_str text, size_t limit, size_t end, bs_lang lang)
{
    return named(bs__label_clause(text, limit, end), text, limit, end, lang);
}

// The noun behind a number, introduced by one of `links`; an empty list of links takes what
// follows.
static bs_str noun_after(bs_str after, const char *links, bs_lang lang)
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
    size_t at = 0;
    while (at < head.len && at < NOUN_BYTES_MAX) {
        bs_rune rune = bs_utf8_decode(head, at);
        if (bs__label_is_edge(rune) || rune.code == '.' || (lang == BS_LANG_KO && rune.code == ' '))
            break;
        at += rune.len;
    }
    bs_str noun = bs_str_trim(bs_str_slice(head, 0, at));
    if (lang == BS_LANG_KO && bs__label_is_korean_verb(noun)) return (bs_str){0};
    if (lang == BS_LANG_ZH) noun = bs__label_counted(noun);
    if (lang == BS_LANG_JA && (bs__label_is_movement(noun) || bs_list_ends(noun, told)))
        return (bs_str){0};
    if (lang == BS_LANG_JA) (void)strip_list(&noun, "は|が|を|で");
    if (lang == BS_LANG_KO) (void)strip_list(&noun, "을|를|이|가|은|는|에|와|과|의|로|으로|에서");
    return bs_utf8_count(noun) > 1 ? noun : (bs_str){0};
}

static const char causes[] =
    "등으로|따라|인해|힘입어|영향으로|덕분에|때문에|탓에|중심으로|위주로|"
    " 늘어| 줄어| 늘면서| "
    "줄면서|호조로|부진으로|인하로|인상으로|확대로|여파로|효과로|개선으로|악화로|둔화로|하락으로|"
    "상승으로|"
    "증가로|감소로|により同|により|中心に|を背景に|を背景として|に支えられ|"
    "を受け|を受けて|に伴い|によって|の影響で|を主因に|を主因として|を要因に|が主因で";

// "수출액은 단가 상승 등으로 38% 늘어난": behind a cause the topic is what is named.
static bs_str before_topic(bs_str clause)
{
    static const bs_str topics[] = {BS_STR_INIT("은 "), BS_STR_INIT("는 "), BS_STR_INIT("は")};
    size_t first = SIZE_MAX;
    for (size_t i = 0; i < BS_COUNT(topics); i++) {
        size_t at = bs_str_find(clause, topics[i], 0);
        if (at < first) first = at;
    }
    return first == SIZE_MAX ? clause : bs_str_slice(clause, 0, first);
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
    bool nameless = lang == BS_LANG_ZH && bs__label_holds_against(clause, lang);
    if (nameless) clause = bs__label_topic_apart(text, in.limit, clause);
    if (lang == BS_LANG_ZH) clause = bs__label_enumerated(text, in.limit, clause);
    bs_str apart = lang == BS_LANG_EN && clean(clause, lang).len == 0
                       ? bs__label_subject_apart(text, in.limit, clause)
                       : (bs_str){0};
    // "an estimate, which suggests that sales fell" tells of sales.
    bool relative = lang == BS_LANG_EN && bs_list_starts(clause, "which |who ") &&
                    bs_str_find(clause, BS_STR(" that "), 0) == SIZE_MAX;
    if (relative)
        apart = bs__label_before_relative(text, (size_t)(clause.ptr - text.ptr) + strlen("which "));
    if (apart.len > 0) clause = apart;
    if (lang == BS_LANG_EN) clause = bs__label_inverted(clause);
    // "年間受注見通しを、年初に公表した1兆円から": what was done with it stands between.
    bool done = lang == BS_LANG_JA && clause.len > 0 && bs_list_ends(clause, "た") &&
                bs_list_ends(bs_str_slice(text, 0, (size_t)(clause.ptr - text.ptr)), "を、");
    if (done)
        clause = bs__label_clause(text, in.limit, (size_t)(clause.ptr - text.ptr) - strlen("、"));
    bs_str reason = bs__label_before_basis(clause); // "에서 늘어 전월대비"
    if (lang == BS_LANG_KO) reason = bs__label_before_korean_base(reason);
    bool cause = (lang == BS_LANG_KO || lang == BS_LANG_JA) && bs_list_ends(reason, causes);
    if (cause) clause = before_topic(reason);
    // "민간소비는 통신기기 등 재화와 의료, 운송 등 서비스가 늘어 0.5% 증가"
    bs_str topic =
        cause && bs_list_ends(clause, causes) ? bs__label_topic(text, in.end, lang) : (bs_str){0};
    // "출하는 내수가 1.4% 줄고 수출이 0.5% 늘어 0.6% 감소": what comes of the parts.
    static const char outcomes[] = "늘어|줄어|올라|내려|늘면서|줄면서|오르면서|내리면서";
    bool outcome = lang == BS_LANG_KO && in.limit > 0 && is_among(reason, outcomes);
    if (outcome) topic = bs__label_topic(text, in.end, lang);
    topic = bs__label_behind_times(topic, all, index, first, text);
    (void)bs__label_strip_start(&topic, lang);
    if (topic.len > 0) return topic;
    return named(clause, text, in.limit, in.end, lang);
}

// The phrase before a number; a time between the two is looked through: "학생 수는 '18년에 26만명".
static bs_str phrase_before(const bs_quantity_array *all, size_t index, size_t first, bs_str text,
                            bs_lang lang)
{
    size_t end = bs__label_start(&all->items[index], text), limit = 0;
    bool moved = false;
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
                     is_among(bs_str_trim(between), "):|)|말):|말)|기준):|기준)|말 기준)|월)");
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
        // "수출액은 21.3% 늘어난 575억", and of a list of rates: "20.1%, 28% 늘어난".
        bool rate = previous->kind == BS_KIND_PERCENT || previous->role == BS_ROLE_CHANGE;
        bool by = rate && is_among(bs_str_trim(between), grammars[lang].moved);
        by = by || (rate && moved && bs_str_equal(bs_str_trim(between), BS_STR(",")));
        moved = by || (moved && time);
        // "starts in June were at a rate of 980,000": the subject stands before the time.
        bool verb = lang == BS_LANG_EN && bs__label_is_time(previous) &&
                    between.len < VERB_BYTES_MAX &&
                    bs_str_behind_last(between, ".|,|;").len == between.len &&
                    bs__label_begins_with_verb(between) && clean(between, lang).len == 0;
        // "increased in January, rising 0.4 percent"
        bool participle = lang == BS_LANG_EN && bs__label_is_time(previous) &&
                          bs_str_starts(between, BS_STR(", ")) && bs_list_ends(between, "ing ") &&
                          bs__label_is_bare(bs_str_trim(bs_str_slice(between, 1, between.len)));
        time = time || verb || participle;
        // "广义货币(M2)余额": part of the name.
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
        limit = 0;
    }
    return phrase_in(all, index, first, text, (span){limit, end}, lang);
}

static bool is_labelled_kind(const bs_quantity *quantity)
{
    return quantity->kind == BS_KIND_QUANTITY || quantity->kind == BS_KIND_PERCENT ||
           quantity->kind == BS_KIND_CURRENCY || quantity->kind == BS_KIND_RANGE;
}

// What the members of a list share: the indicator of the nearest number before this one that has a
// subject too, or what stands before the "top 3" that opens the list.
static bs_str shared_indicator(const bs_quantity_array *all, size_t index, size_t first,
                               bs_str text, bs_lang lang)
{
    if (index - first > BS__LABEL_LIST_COUNT_MAX) first = index - BS__LABEL_LIST_COUNT_MAX;
    size_t start = bs__label_start(&all->items[index], text);
    size_t low = lang == BS_LANG_KO ? bs_role__start_before(text, 0, start) : 0;
    for (size_t i = index; i-- > first;) {
        const bs_quantity *other = &all->items[i];
        if (bs__label_start(other, text) < low) return (bs_str){0};
        bool alike = lang != BS_LANG_KO || bs_str_equal(other->unit, all->items[index].unit);
        if (alike && other->subject.len > 0 && other->indicator.len > 0) return other->indicator;
        if (other->kind == BS_KIND_RANK) return phrase_before(all, i, first, text, lang);
    }
    return (bs_str){0};
}

// The name in front of the number's parenthesis, and the phrase before it all.
static bs_str set_subject(const bs__naming *n)
{
    bs_quantity *self = bs__naming_self(n);
    bs_str name = bs__label_name_before(n->all, n->index, n->text, n->limit);
    self->subject = name;
    (void)bs__label_strip_start(&self->subject, n->lang);
    // "수출은 작년 같은 달(563억 달러)보다": a time is no name.
    bool time = bs__is_relative(bs__label_after_break(self->subject, n->lang), n->printed) ||
                bs_list_starts(self->subject, "이는 |이 수치는 ") ||
                (n->lang == BS_LANG_KO && bs__label_ends_in_time(name)) ||
                (n->lang == BS_LANG_JA && bs__label_is_empty(self->subject, BS_LANG_JA));
    if (n->printed == BS_LANG_EN) self->subject = bs__label_not_compared(self->subject);
    if (time) self->subject = (bs_str){0};
    if (n->printed == BS_LANG_EN && self->subject.len > 0) {
        bs_str head = bs__label_english_aside(n, &self->subject);
        if (head.len > 0) return head;
    }
    // "1,866만 명으로 지난해 3분기(1,799만 명)보다": the same at another time.
    if (n->lang == BS_LANG_KO && bs__label_is_at_other_time(n)) return self->subject = (bs_str){0};
    bs_str whole =
        self->subject.len > 0 && n->lang == BS_LANG_KO ? bs__label_of_aside(n) : (bs_str){0};
    if (whole.len > 0) return whole;
    bs_str phrase = self->subject.len > 0
                        ? shared_indicator(n->all, n->index, n->first, n->text, n->lang)
                        : phrase_before(n->all, n->index, n->first, n->text, n->lang);
    bs_str directly = bs__label_before(self, n->text, n->limit);
    bool moved_to = bs_str_equal(directly, BS_STR("to")) || bs_list_ends(directly, " to");
    if (n->printed != BS_LANG_EN || !moved_to) return phrase;
    bs_str moved = bs__label_moved(n);
    return moved.len > 0 ? moved : phrase;
}

// The noun that is counted, or that something was done with, behind the number.
static bs_str noun_behind(const bs__naming *n, bs_str phrase)
{
    const bs_quantity *self = bs__naming_self(n);
    const phrase_grammar *grammar = &grammars[n->lang];
    bool last = n->index + 1 == n->all->count;
    size_t next = last ? n->text.len : bs__label_start(self + 1, n->text);
    bs_str after = bs_str_slice(n->text, bs__label_end(self, n->text), next), noun = {0};
    bs_str sized = n->lang == BS_LANG_KO ? bs__label_sized(n, after) : (bs_str){0};
    if (sized.len > 0) return noun_after(sized, "", n->printed);
    bool counted = bs_unit_dimension(self->unit) == BS_DIM_COUNT_OF;
    bool taken = n->index > n->first && phrase.len > 0 && bs_str_equal(phrase, self[-1].indicator);
    // "货柜吞吐量为342万个标准货柜单位": what is measured is named already.
    bool measured = n->lang == BS_LANG_ZH && bs_list_ends(phrase, "量|数|总额|规模|人次");
    if ((counted && !measured) || phrase.len == 0)
        noun = noun_after(after, grammar->links, n->printed);
    if (noun.len == 0 && (taken || phrase.len == 0) && grammar->objects[0] != '\0')
        noun = noun_after(after, grammar->objects, n->printed);
    if (n->printed == BS_LANG_EN && phrase.len == 0 && bs_str_equal(self->unit, BS_STR("1")))
        noun = bs__label_there_is(bs__label_before(self, n->text, n->limit), after);
    bool times = bs_str_equal(self->unit, BS_STR("count:times"));
    bool acted = phrase.len == 0 || bs__label_acts(bs__label_before(self, n->text, n->limit));
    bool added = bs_role__moves(self) &&
                 bs_list_ends(bs__label_before(self, n->text, n->limit), "by|up|down");
    if (n->printed == BS_LANG_EN && counted && !times && acted && !(added && phrase.len == 0))
        noun = bs_str_slice(self->unit, sizeof "count:" - 1, self->unit.len);
    if (n->printed == BS_LANG_EN && phrase.len > 0 && acted && noun.len == 0)
        noun = bs__label_done_to(self, after);
    return bs__label_is_empty(noun, n->lang) ? (bs_str){0} : noun;
}

static bool is_nameless(const bs_quantity *quantity)
{
    return quantity->indicator.len == 0 && quantity->subject.len == 0;
}

static void name_in_english(const bs__naming *n)
{
    bs_quantity *self = bs__naming_self(n);
    self->indicator = bs__label_behind(self, n->text, n->limit);
    if (self->indicator.len > 0) return;
    const bs_quantity *other = bs__label_in_sentence(self, &n->all->items[n->first], n->text);
    if (other != NULL) bs__label_take(self, other);
}

// "was worth $12 billion, of which crops made up 39%": a share has the name of its part.
static void name_part(const bs_quantity_array *all, size_t index, size_t first,
                      const bs__passage *passage)
{
    bs_quantity *self = &all->items[index];
    size_t before = index; // the number in front; 제2금융권 holds none
    while (before > first && (all->items[before - 1].kind == BS_KIND_ORDINAL ||
                              all->items[before - 1].kind == BS_KIND_IDENTIFIER))
        before--;
    size_t from = before > first ? bs__label_end(&all->items[before - 1], passage->text) : 0;
    bs_str between = bs_str_slice(passage->text, from, bs__label_start(self, passage->text));
    // "原料成本占销售额的35%", "이들의 생산액은 전체의 61%"
    bool share = self->role == BS_ROLE_SHARE;
    bs_str sharer = {0};
    if (share && passage->lang == BS_LANG_ZH)
        sharer = bs__label_sharer(self, passage->text, from);
    else if (share && passage->lang == BS_LANG_KO)
        sharer = bs__label_korean_sharer(self, passage->text, from);
    if (sharer.len > 0) {
        self->indicator = sharer;
        self->subject = (bs_str){0};
    }
    // "accounted for 44 per cent of the total, broadcast for 38 per cent"
    bs_str member = bs_str_trim(bs_str_behind_last(between, ","));
    bool gapped = share && passage->lang == BS_LANG_EN && bs_str_ends(member, BS_STR(" for")) &&
                  member.len < between.len && !bs__label_has_verb(member);
    bool part =
        passage->lang == BS_LANG_EN && (gapped || bs_list_starts(between, ", of which |, with "));
    bs_str name = part ? phrase_before(all, index, first, passage->text, BS_LANG_EN) : (bs_str){0};
    // "of which $39 billion is for grants": what the part is for stands behind it.
    bool stated = part && name.len == 0 && bs_list_starts(between, ", of which ");
    if (stated) name = bs__label_behind(self, passage->text, from);
    if (name.len > 0) self->indicator = name;
}

static void label_quantity(bs__job *job, const bs__passage *passage, size_t index, size_t first)
{
    const bs_quantity_array *all = &job->out->quantities;
    bs_quantity *self = &all->items[index];
    bs_str text = passage->text;
    if (!is_labelled_kind(self)) return;
    bs_str by = {0};
    bs_str moved =
        passage->lang == BS_LANG_EN ? bs__label_moved_noun(all, index, text, &by) : (bs_str){0};
    if (moved.len > 0) {
        self->indicator = moved;
        self->subject = by;
        return;
    }
    size_t limit = index > first ? bs__label_limit(self - 1, text) : 0;
    // "제2금융권(1.2조원)": the ordinal is part of the name.
    bool part = passage->lang == BS_LANG_KO && index > first && self[-1].kind == BS_KIND_ORDINAL &&
                bs_rune_is_hangul(bs_utf8_decode(text, limit).code);
    if (part) limit = index > first + 1 ? bs__label_end(self - 2, text) : 0;
    if (passage->lang == BS_LANG_KO)
        self->subject = bs__label_bracketed(text, limit, bs__label_start(self, text));
    if (self->subject.len > 0) return;
    if (self->of < index) {
        bs__label_take(self, &all->items[self->of]);
        name_part(all, index, first, passage);
        return;
    }
    bs__naming n = {all, index, first, text, passage->lang, known(passage->lang), limit};
    bs_str phrase = set_subject(&n);
    // "에너지진단 : 2,015개소 실시"
    bs_str led = n.lang == BS_LANG_KO && phrase.len == 0 && self->subject.len == 0
                     ? bs__label_korean_colon(&n)
                     : (bs_str){0};
    if (led.len > 0) phrase = led;
    // "損失は4百万円（前年同期は31百万円の損失）": the same at another time.
    bool again =
        n.lang == BS_LANG_JA && index > first && phrase.len == 0 &&
        bs_str_equal(self[-1].unit, self->unit) &&
        bs__starts_relative(
            bs_str_behind_last(bs_str_slice(text, limit, bs__label_start(self, text)), "（|("),
            n.lang);
    bs_str noun = again || led.len > 0 ? (bs_str){0} : noun_behind(&n, phrase);
    self->indicator = noun.len > 0 ? noun : phrase;
    if (n.printed == BS_LANG_EN) bs__label_set_place(&n, phrase);
    if (bs__is_relative(self->indicator, n.printed)) self->indicator = (bs_str){0};
    // "This is 3.4 percent above ...": of what the sentence before tells.
    bool pronoun = n.printed == BS_LANG_EN && index > first &&
                   bs_str_equal_nocase(self->indicator, BS_STR("This"));
    if (pronoun)
        self->indicator = self[-1].indicator;
    else if (is_nameless(self) && index > first)
        bs__label_borrow(&n);
    if (is_nameless(self)) self->indicator = bs__label_before_colon(self, text, limit, n.lang);
    if (is_nameless(self) && n.lang == BS_LANG_EN) name_in_english(&n);
    if (is_nameless(self) && n.lang == BS_LANG_KO && index == first)
        self->indicator = bs__label_korean_headline(self, text);
    if (n.lang == BS_LANG_KO) self->indicator = bs__label_with_answer(self->indicator, text, limit);
    bs_str before = bs_str_slice(text, 0, bs__label_start(self, text));
    if (is_nameless(self) && n.lang == BS_LANG_ZH)
        self->indicator = bs__label_aspect(text, limit, before.len);
    if (is_nameless(self) && n.lang == BS_LANG_ZH && self->kind == BS_KIND_PERCENT &&
        bs_str_find(before, BS_STR("。"), 0) == SIZE_MAX)
        self->indicator = bs__label_item(text);
    if (is_nameless(self)) self->indicator = bs__label_topic_of(all, index, first, text, n.lang);
    if (self->subject.len == 0) self->subject = bs__label_leading_subject(passage);
    bool twice = self->subject.len > 0 && (self->subject.ptr == self->indicator.ptr ||
                                           bs_str_ends(self->indicator, self->subject));
    if (twice) self->subject = (bs_str){0};
}

void bs__label_quantities(bs__job *job, const bs__passage *passage, size_t first)
{
    bs_quantity_array *all = &job->out->quantities;
    for (size_t i = first; i < all->count; i++)
        label_quantity(job, passage, i, first);
    for (size_t i = first; i < all->count; i++) {
        bs_quantity *self = &all->items[i];
        if (self->of == BS_NO_QUANTITY || self->of < i) continue;
        bs_quantity *level = &all->items[self->of];
        // "CPI上涨0.2%，其中8类商品": each has its own name.
        bool named = self->indicator.len > 0 && level->indicator.len > 0;
        if (named && passage->lang == BS_LANG_ZH) continue;
        // "出口增长3.1%，达到846亿美元": the name stands before the rate.
        bs_quantity *to = level->indicator.len > 0 ? self : level;
        const bs_quantity *from = to == self ? level : self;
        bs__label_take(to, from);
    }
    if (passage->lang == BS_LANG_ZH) bs__label_owners(all, first, passage->text);
    if (passage->lang == BS_LANG_JA) bs__label_segments(job, passage, first);
    if (passage->lang == BS_LANG_KO) bs__label_korean_owners(all, first, passage->text);
}
