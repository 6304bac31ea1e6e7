// SPDX-License-Identifier: GPL-3.0-or-later
// Korean clauses that put somebody in front of a number. "외국인은 1,240억원을 순매수했다" tells
// what was bought, and "가전본부가 매출 5조원을" the sales of a division: what is done or measured
// is the indicator, who does or has it the subject.
#include "engine/base/utf8.h"
#include "engine/core/unit.h"
#include "engine/extract/extract_internal.h"
#include "engine/extract/label_internal.h"
#include "engine/extract/role.h"

enum { CLAUSE_BYTES_MAX = 150, NAME_BYTES_MAX = 60, ASIDE_BYTES_MAX = 40 };

// Where the name of a number ends in the text; 0 where it does not stand in front of the number.
static size_t name_end(bs_str name, const bs_quantity *self, bs_str text)
{
    size_t start = bs__label_start(self, text);
    bool inside = name.len > 0 && name.ptr >= text.ptr && name.ptr + name.len <= text.ptr + start;
    return inside ? (size_t)(name.ptr - text.ptr) + name.len : 0;
}

// The text behind a number that is the object of its clause, "을 순매수했다"; empty for none.
static bs_str behind_object(const bs_quantity *self, bs_str text)
{
    size_t end = bs__label_end(self, text);
    if (end < text.len && text.ptr[end] == '(') {
        size_t close = bs_str_find(bs_str_slice(text, 0, end + ASIDE_BYTES_MAX), BS_STR(")"), end);
        if (close < text.len) end = close + 1;
    }
    bs_str rest = bs_str_slice(text, end, end + CLAUSE_BYTES_MAX);
    if (bs_str_starts(rest, BS_STR("어치"))) rest = bs_str_slice(rest, strlen("어치"), rest.len);
    if (!bs_list_starts(rest, "을 |를 ")) return (bs_str){0};
    rest = bs_str_slice(rest, strlen("을 "), rest.len);
    for (size_t at = 0; at < rest.len; at++) {
        bool stop = rest.ptr[at] == ',' || rest.ptr[at] == '\n' || rest.ptr[at] == ';' ||
                    (rest.ptr[at] == '.' && (at + 1 == rest.len || rest.ptr[at + 1] == ' '));
        if (stop) return bs_str_slice(rest, 0, at);
    }
    return rest;
}

// "순매수" of "순매수했다": the noun that a verb is made of; empty for other words.
static bs_str noun_of_verb(bs_str word)
{
    static const bs_str ends[] = {
        BS_STR_INIT("했다"),     BS_STR_INIT("했으며"), BS_STR_INIT("했고"),
        BS_STR_INIT("한다"),     BS_STR_INIT("하고"),   BS_STR_INIT("하며"),
        BS_STR_INIT("하기"),     BS_STR_INIT("하기로"), BS_STR_INIT("하는"),
        BS_STR_INIT("할"),       BS_STR_INIT("했다고"), BS_STR_INIT("한다고"),
        BS_STR_INIT("하겠다고"), BS_STR_INIT("해"),     BS_STR_INIT("한"),
        BS_STR_INIT("하면서"),
    };
    bs_str noun = {0};
    for (size_t i = 0; i < BS_COUNT(ends); i++) {
        bool longer = bs_str_ends(word, ends[i]) && word.len > ends[i].len;
        if (longer && (noun.len == 0 || word.len - ends[i].len < noun.len))
            noun = bs_str_slice(word, 0, word.len - ends[i].len);
    }
    return bs_utf8_count(noun) > 1 ? noun : (bs_str){0};
}

bool bs__label_is_act(bs_str noun)
{
    static const char nouns[] =
        "생산|판매|수송|출하|순투자|지원|투자|투입|공급|배정|편성|출자|수주|순매수|순매도|매입|"
        "매각|발행|"
        "조달|유치|지급|집행|보급|설치|채용|선발|모집|양성|납품|도입|확보|구축|"
        "배치|조성|건설|개최|실시|향상|개선|절감|단축|착수|개통|착공|확충|준공|완공|지정|분양|운행|"
        "설립|선정|육성|발굴";
    return bs_list_is(noun, nouns);
}

// What is done with the object in front of a clause, by its verb or, in a headline, the noun at its
// end; empty where it is only reached: "을 넘어섰다".
static bs_str act_of(bs_str clause)
{
    static const char reached[] =
        "기록|달성|나타|보였|보인|보이|차지|넘|웃돌|상회|돌파|유지|밑돌|하회|"
        "회복|포함|제외|기준|대상|통해|위해|목표|훌쩍|이뤘|거뒀|올렸|냈|받";
    if (bs_list_starts(clause, reached)) return (bs_str){0};
    bs_str word = {0};
    for (size_t at = 0; at < clause.len;) {
        size_t blank = bs_str_find(clause, BS_STR(" "), at);
        size_t end = blank == SIZE_MAX ? clause.len : blank;
        word = bs_str_slice(clause, at, end);
        bs_str noun = noun_of_verb(word);
        if (bs_list_starts(word, reached)) return (bs_str){0};
        if (noun.len > 0) return noun;
        at = end + 1;
    }
    return bs__label_is_act(word) ? word : (bs_str){0};
}

// "1,200억원의 적자를 냈다", "주당 830원의 분기 배당을 의결했다": what the amount is of, behind it.
static bs_str noun_of(const bs_quantity *self, bs_str text)
{
    enum { NOUN_BYTES_MAX = 40 };
    size_t end = bs__label_end(self, text);
    bs_str rest = bs_str_slice(text, end, end + NOUN_BYTES_MAX);
    if (self->kind != BS_KIND_CURRENCY || !bs_str_starts(rest, BS_STR("의 "))) return (bs_str){0};
    rest = bs_str_slice(rest, strlen("의 "), rest.len);
    for (size_t at = 0; at < rest.len; at += bs_utf8_decode(rest, at).len) {
        bs_str here = bs_str_slice(rest, at, rest.len);
        if (bs_list_starts(here, ",|.|(")) break;
        if (bs_list_starts(here, "을 |를 ")) return bs_str_slice(rest, 0, at);
    }
    return (bs_str){0};
}

// "시장별로는 유가증권시장 5조원, 코스닥시장 640억원을 순매수": is the sentence of a name that
// stands directly in front of its number told by what there is of each?
static bool is_divided(bs_str name, const bs_quantity *self, bs_str text)
{
    enum { OPENING_BYTES_MAX = 40 };
    size_t start = bs__label_start(self, text), end = name_end(name, self, text);
    if (end == 0 || bs_str_trim(bs_str_slice(text, end, start)).len > 0) return false;
    size_t from = bs_role__start_before(text, 0, start);
    bs_str opening = bs_str_slice(text, from, from + OPENING_BYTES_MAX);
    size_t by = bs_str_find(opening, BS_STR("별로"), 0);
    if (by == SIZE_MAX) by = bs_str_find(opening, BS_STR("별)"), 0);
    return by < opening.len && from + by < end && !bs__label_is_measure(name, true);
}

// "외국인이 4,120억원, 기관이 1,870억원을 순매수했고": those in front in the list have done it too.
static void spread_act(bs_quantity_array *all, size_t first, size_t index, bs_str text)
{
    const bs_quantity *last = &all->items[index];
    for (size_t i = index; i-- > first;) {
        bs_quantity *self = &all->items[i];
        size_t end = name_end(self->indicator, self, text);
        bool listed = bs_str_equal(self->unit, last->unit) && self->subject.len == 0 && end > 0 &&
                      bs_list_starts(bs__label_between(self, self + 1, text), ", ") &&
                      (bs_list_starts(bs_str_slice(text, end, text.len), "이 |가 |은 |는 ") ||
                       is_divided(self->indicator, self, text));
        if (!listed || bs__label_is_measure(self->indicator, true)) return;
        self->subject = self->indicator;
        self->indicator = last->indicator;
    }
}

// "정부는 24만 가구를 공급한다": one who does something, and is never what is counted.
static bool is_actor(bs_str name)
{
    static const char actors[] =
        "정부|당국|공사|공단|은행|위원회|협회|회사|그룹|교통부|식품부|환경부|복지부|교육부|노동부|"
        "자원부|재정부|통신부|벤처부|수산부|관광부|안전부|국토부|고용부|산업부|기재부|중기부|"
        "해수부|"
        "문체부|행안부";
    return bs_list_ends(name, actors);
}

// "외국인은 1,240억원을 순매수했다", "사업당 최대 3억원을 융자한다". A topic in front of a count
// may be what is counted: "임시주택은 241동을 설치했다".
static bool name_act(bs_quantity *self, bs_str text)
{
    bs_str name = self->indicator;
    size_t end = name_end(name, self, text);
    bs_str behind = bs_str_slice(text, end, end > 0 ? text.len : 0);
    bool topic = bs_list_starts(behind, "은 |는 |이 |가 |도 ") &&
                 (bs_unit_dimension(self->unit) != BS_DIM_COUNT_OF || is_actor(name)) &&
                 !bs__label_is_measure(name, self->kind != BS_KIND_CURRENCY);
    // "시는 귀농인에게 3억 원을": who gets it.
    bool receiver = end > 0 && (bs_list_ends(name, "에게") || bs_list_starts(behind, "에게 "));
    bool nameless = name.len == 0, divided = is_divided(name, self, text);
    if (self->subject.len > 0 || !(topic || receiver || nameless || divided)) return false;
    bs_str act = noun_of(self, text);
    if (act.len == 0) act = act_of(behind_object(self, text));
    if (act.len == 0) return false;
    self->indicator = act;
    self->subject = receiver ? bs__label_topic(text, end - name.len, BS_LANG_KO) : name;
    return true;
}

// "가전본부가 매출", "후지가 재배면적": where the particle of the subject stands in a name; 0 for
// none. 유가, 여가 and the like are no subjects.
static size_t subject_in(bs_str name)
{
    static const char nouns[] = "주가|유가|추가|여가|휴가|시가|허가|수가|대가|단가|원가|물가|국가|"
                                "평가|전문가|증가|농가|상가|참가|정가|인가|작가|고가|저가|매가";
    enum { HANGUL_FIRST = 0xAC00, FINALS = 28 };
    for (size_t at = 0; (at = bs_str_find(name, BS_STR(" "), at)) != SIZE_MAX; at++) {
        bs_str front = bs_str_slice(name, 0, at);
        bool vowel = bs_str_ends(front, BS_STR("가"));
        if (!vowel && !bs_str_ends(front, BS_STR("이"))) continue;
        bs_rune before = bs_utf8_decode_before(front, front.len - strlen("가"));
        bool closed = (before.code - HANGUL_FIRST) % FINALS != 0;
        if (!bs_rune_is_hangul(before.code) || closed == vowel) continue;
        if (!bs_list_ends(front, nouns)) return at;
    }
    return 0;
}

// Parts a name at the particle of its subject where a measure stands behind that.
static bool part_subject(bs_quantity *self)
{
    bs_str name = self->indicator;
    size_t at = self->subject.len == 0 ? subject_in(name) : 0;
    if (at == 0) return false;
    bs_str who = bs_str_slice(name, 0, at - strlen("가"));
    bs_str measure = bs_str_trim(bs_str_slice(name, at, name.len));
    // "전환 부문이 차지하는 비중": a clause of the name.
    bs_str word = bs_str_slice(measure, 0, bs_str_find(measure, BS_STR(" "), 0));
    bool clause =
        word.len < measure.len &&
        bs_list_ends(word, "는|은|한|된|던|인|온|른|린|진|난|거나|보다|고|며|을|를|에|로");
    if (clause || bs_utf8_count(who) < 2 || !bs__label_is_measure(measure, false)) return false;
    self->subject = who;
    self->indicator = measure;
    return true;
}

// "후지가 재배면적의 64%를 차지하고 홍로 14%, 감홍 5%다": the others of the list have the same.
static void spread(bs_quantity_array *all, size_t index, bs_str text)
{
    const bs_quantity *last = &all->items[index];
    for (size_t i = index + 1; i < all->count; i++) {
        bs_quantity *self = &all->items[i];
        bool alike = bs_str_equal(self->unit, last->unit) && self->subject.len == 0 &&
                     bs_role__same_sentence(text, last, self);
        size_t end = alike ? name_end(self->indicator, self, text) : 0;
        bool alone =
            end > 0 && bs_str_trim(bs_str_slice(text, end, bs__label_start(self, text))).len == 0;
        bool own = bs_list_ends(self->indicator, "률|율|비중|비율|금리|액|이익|규모|비용");
        if (!alone || own) return;
        self->subject = self->indicator;
        self->indicator = last->indicator;
        last = self;
    }
}

// "가전본부가 매출 5조원, 영업이익 3천억원을 올렸다": the measures behind are of the same one.
static void spread_owner(bs_quantity_array *all, size_t index, bs_str text)
{
    static const char measures[] = "매출|매출액|영업이익|순이익|당기순이익|영업손실|순손실|"
                                   "당기순손실|세전이익|수주|수주액|영업이익률";
    const bs_quantity *last = &all->items[index];
    if (!bs_list_ends(last->indicator, measures)) return;
    for (size_t i = index + 1; i < all->count; i++) {
        bs_quantity *self = &all->items[i];
        bs_str between = bs__label_between(self - 1, self, text);
        bool alone =
            bs_list_starts(between, ", ") && self->subject.len == 0 &&
            bs_list_is(self->indicator, measures) &&
            bs_str_equal(bs_str_trim(bs_str_slice(between, 1, between.len)), self->indicator);
        if (!alone) return;
        self->subject = last->subject;
    }
}

// "응답자의 48%가 '나빠질 것'이라고 답했다": what has been answered, of whom.
static bool name_answer(bs_quantity *self, bs_str text)
{
    static const char opens[] =
        "가 '|는 '|가 \"|는 \"|가 ‘|는 ‘|가 “|는 “|)은 '|)는 '|)가 '|)이 '|)은 \"|"
        ")는 \"|)가 \"|)이 \"|)은 “|)는 “|)가 “|)이 “|)은 ‘|)는 ‘|)가 ‘|)이 ‘";
    static const char closes[] =
        "고 답|고 응답|고 대답|고 말|고 봤|고 했|고 생각|고 평가|고 예상|고 밝|고 전망";
    enum { QUOTE_BYTES_MAX = 90 };
    bs_str rest = bs_str_slice(text, bs__label_end(self, text), text.len);
    if (self->kind != BS_KIND_PERCENT || !bs_list_starts(rest, opens)) return false;
    size_t start = strlen("가 ") + (rest.ptr[0] == ')'), width = bs_utf8_decode(rest, start).len,
           at = start + width;
    for (; at < rest.len && at < QUOTE_BYTES_MAX; at += bs_utf8_decode(rest, at).len) {
        if (bs_list_starts(bs_str_slice(rest, at, rest.len), "'|\"|’|”")) break;
    }
    size_t close = at + bs_utf8_decode(rest, at).len;
    bs_str behind = bs_str_slice(rest, close, rest.len);
    size_t said = bs_str_find(bs_str_slice(behind, 0, strlen("이라고 답했다")), BS_STR("고 "), 0);
    if (said == SIZE_MAX || !bs_list_starts(bs_str_slice(behind, said, behind.len), closes))
        return false;
    self->subject = self->indicator.len > 0 ? self->indicator : self->subject;
    self->indicator = bs_str_slice(rest, start, close);
    return true;
}

void bs__label_actors(bs__job *job, const bs__passage *passage, size_t first)
{
    bs_quantity_array *all = &job->out->quantities;
    if (passage->lang != BS_LANG_KO || passage->table > 0) return;
    for (size_t i = first; i < all->count; i++) {
        bs_quantity *self = &all->items[i];
        bool named = self->kind == BS_KIND_QUANTITY || self->kind == BS_KIND_PERCENT ||
                     self->kind == BS_KIND_CURRENCY;
        if (!named || name_answer(self, passage->text)) continue;
        bool owned = self->subject.len > 0;
        if (part_subject(self))
            spread(all, i, passage->text);
        else if (name_act(self, passage->text))
            spread_act(all, first, i, passage->text);
        if (self->subject.len > 0 && (owned || self->kind == BS_KIND_CURRENCY))
            spread_owner(all, i, passage->text);
    }
}
