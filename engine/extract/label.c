// SPDX-License-Identifier: GPL-3.0-or-later
// What a number in a sentence measures: the noun phrase that its language puts beside it.
//
// Korean and Japanese mark it with a particle ("총액은 121억"), Chinese puts it before the verb
// ("总额达42万亿元"), English before the verb or behind a preposition. The phrase is for people and
// for matching two mentions of one figure; it is never parsed further.
#include "engine/base/utf8.h"
#include "engine/core/unit.h"
#include "engine/extract/extract_internal.h"

enum {
    PHRASE_BYTES_MAX = 120,
    WORD_COUNT_MAX = 7, // words of an English or Korean phrase
    NOUN_BYTES_MAX = 60,
};

typedef struct affix_row {
    bs_lang lang;
    const char *endings;    // stripped from the end of the phrase before a number
    const char *beginnings; // stripped from its start
    const char *links;      // between a counted number and the noun behind it
} affix_row;

static const affix_row affixes[BS_LANG_COUNT] = {
    [BS_LANG_KO] = {BS_LANG_KO,
                    " 총| 약| 누적| 각각| 모두| 평균| 최대| 최소| "
                    "연간|은|는|이|가|을|를|의|에|에서|으로|로|도|와|과|만|란",
                    "은 |는 |이 |가 |을 |를 |의 |에 |으로 |로 |와 |과 |그중 |이중 |이 중 |및 |등 "
                    "|중 |하여 |했으며 |했고 |하고 |이며 |인 ",
                    "의 |의|에 달하는 "},
    [BS_LANG_ZH] =
        {BS_LANG_ZH,
         "达到|达|為|为|是|约|近|超过|突破|实现|完成|共|共有|有|仅|累计|的|至|在|同比|增长|下降",
         "其中|和|及|的|为|与|，|、", ""},
    [BS_LANG_JA] = {BS_LANG_JA, "は|が|も|を|で|に|の|約|計|総|と|から|前年比",
                    "は|が|も|を|で|に|の|と|うち|また", "の"},
    [BS_LANG_EN] =
        {BS_LANG_EN,
         " of| to| at| was| were| is| are| by| reached| totalled| totaled| rose| fell| grew| about|"
         " around| some| nearly| almost| increased| decreased| declined| dropped| climbed| stood "
         "at|"
         " amounted| in| for| from| over| more than| up| down| hit| a| an| the| approximately| "
         "has| have|"
         " had| and",
         "and |while |of |in |the |with |to |by |from |or |which |that |, |a |an ", ""},
};

static bool strip_end(bs_str *phrase, const char *endings)
{
    bs_str rest = bs_str_from(endings), ending, best = {0};
    while (bs_str_next(&rest, '|', &ending)) {
        if (ending.len > best.len && ending.len < phrase->len && bs_str_ends(*phrase, ending)) {
            best = ending;
        }
    }
    if (best.len == 0) return false;
    *phrase = bs_str_trim(bs_str_slice(*phrase, 0, phrase->len - best.len));
    return true;
}

static bool strip_start(bs_str *phrase, const char *beginnings)
{
    bs_str rest = bs_str_from(beginnings), beginning;
    while (bs_str_next(&rest, '|', &beginning)) {
        if (beginning.len == 0 || beginning.len >= phrase->len) continue;
        if (!bs_str_starts(*phrase, beginning)) continue;
        *phrase = bs_str_trim(bs_str_slice(*phrase, beginning.len, phrase->len));
        return true;
    }
    return false;
}

// Where a phrase cannot reach across: the end of a clause, an opening parenthesis, a quote.
static bool is_edge(bs_rune rune)
{
    if (rune.code == 0) return true;
    if (rune.code < 0x80) return strchr(",;:()[]\n\t|\"<>*=", (int)rune.code) != NULL;
    return rune.code == 0x3002 || rune.code == 0xFF0C || rune.code == 0xFF1B ||
           rune.code == 0xFF1A || rune.code == 0xFF08 || rune.code == 0xFF09 ||
           rune.code == 0x3001 || rune.code == 0x201D || rune.code == 0x300B || rune.code == 0x3009;
}

static bool is_full_stop(bs_str text, size_t end)
{
    return end > 0 && text.ptr[end - 1] == '.' && (end == text.len || text.ptr[end] == ' ');
}

// The text before `end`, not across an edge and not before `limit`.
static bs_str clause_before(bs_str text, size_t limit, size_t end)
{
    size_t at = end;
    size_t words = 0;
    while (at > limit && end - at < PHRASE_BYTES_MAX) {
        bs_rune rune = bs_utf8_decode_before(text, at);
        if (is_edge(rune) || is_full_stop(text, at)) break;
        words += bs_rune_is_space(rune.code);
        if (words > WORD_COUNT_MAX) break;
        at -= rune.len;
    }
    return bs_str_trim(bs_str_slice(text, at, end));
}

// The noun behind a counted number: "202건의 프로젝트", "152个国家", "の事業所".
static bs_str noun_after(bs_str text, size_t start, size_t limit, bs_lang lang)
{
    bs_str after = bs_str_slice(text, start, limit);
    bs_str rest = bs_str_from(affixes[lang].links), link, head = {0};
    while (bs_str_next(&rest, '|', &link)) {
        if (link.len > 0 && bs_str_starts(after, link)) {
            head = bs_str_slice(after, link.len, after.len);
            break;
        }
    }
    if (lang == BS_LANG_EN || lang == BS_LANG_ZH) head = bs_str_trim(after);
    size_t at = 0;
    while (at < head.len && at < NOUN_BYTES_MAX) {
        bs_rune rune = bs_utf8_decode(head, at);
        if (is_edge(rune) || rune.code == '.' || (lang == BS_LANG_KO && rune.code == ' ')) break;
        at += rune.len;
    }
    bs_str noun = bs_str_trim(bs_str_slice(head, 0, at));
    while (lang == BS_LANG_KO && strip_end(&noun, "을|를|이|가|은|는|에|와|과|의|로|으로|에서"))
        continue;
    return noun;
}

static bs_str clean(bs_str phrase, bs_lang lang)
{
    while (strip_start(&phrase, affixes[lang].beginnings))
        continue;
    for (int i = 0; i < 3 && strip_end(&phrase, affixes[lang].endings); i++)
        continue;
    return phrase;
}

static size_t start_in(const bs_quantity *quantity, bs_str text)
{
    return (size_t)(quantity->text.ptr - text.ptr);
}

// "화능그룹(232건)": a number alone in parentheses belongs to the name before them.
static bs_str name_before_parenthesis(bs_str text, const bs_quantity *quantity, size_t limit)
{
    size_t start = start_in(quantity, text);
    bs_rune open = bs_utf8_decode_before(text, start);
    bs_rune close = bs_utf8_decode(text, start + quantity->text.len);
    bool alone =
        (open.code == '(' || open.code == 0xFF08) && (close.code == ')' || close.code == 0xFF09);
    if (!alone) return (bs_str){0};
    size_t end = start - open.len;
    while (end > limit && (text.ptr[end - 1] == '*' || text.ptr[end - 1] == ' '))
        end--;
    size_t at = end;
    while (at > limit && end - at < NOUN_BYTES_MAX) {
        bs_rune rune = bs_utf8_decode_before(text, at);
        if (is_edge(rune)) break;
        at -= rune.len;
    }
    return bs_str_trim(bs_str_slice(text, at, end));
}

static bool is_labelled_kind(const bs_quantity *quantity)
{
    return quantity->kind == BS_KIND_QUANTITY || quantity->kind == BS_KIND_PERCENT ||
           quantity->kind == BS_KIND_CURRENCY || quantity->kind == BS_KIND_RANGE;
}

// The indicator of the first labelled number of this passage that has one and carries subjects.
static bs_str shared_indicator(const bs__job *job, size_t first, size_t index)
{
    for (size_t i = index; i-- > first;) {
        const bs_quantity *other = &job->out->quantities.items[i];
        if (other->subject.len > 0 && other->indicator.len > 0) return other->indicator;
    }
    return (bs_str){0};
}

bs_status bs__label_quantity(bs__job *job, const bs__passage *passage, size_t index, size_t first)
{
    bs_quantity_array *all = &job->out->quantities;
    bs_quantity *self = &all->items[index];
    if (!is_labelled_kind(self)) return BS_OK;
    bs_lang lang = passage->lang == BS_LANG_UNKNOWN ? BS_LANG_EN : passage->lang;
    bs_str text = passage->text;
    if (self->of != BS_NO_QUANTITY && self->of < index) {
        self->indicator = all->items[self->of].indicator;
        self->subject = all->items[self->of].subject;
        return BS_OK;
    }
    size_t start = start_in(self, text), end = start + self->text.len, limit = 0, next = text.len;
    if (index > first) limit = start_in(self - 1, text) + self[-1].text.len;
    if (index + 1 < all->count) next = start_in(self + 1, text);
    self->subject = name_before_parenthesis(text, self, limit);
    bs_str phrase = self->subject.len > 0 ? shared_indicator(job, first, index)
                                          : clean(clause_before(text, limit, start), lang);
    bool counted = bs_unit_dimension(self->unit) == BS_DIM_COUNT_OF;
    bs_str noun = counted || phrase.len == 0 ? noun_after(text, end, next, lang) : (bs_str){0};
    if (noun.len > 0 && (phrase.len == 0 || counted)) phrase = noun;
    self->indicator = phrase;
    return BS_OK;
}
