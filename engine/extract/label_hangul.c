// SPDX-License-Identifier: GPL-3.0-or-later
// Names of numbers in Korean: what a number is held against is no name, and a name may hold the
// bounds of a group, "15세 이상 고용률".
#include "engine/base/utf8.h"
#include "engine/core/unit.h"
#include "engine/extract/label_internal.h"
#include "engine/extract/label_words.h"
#include "engine/extract/numeral.h"
#include "engine/extract/relative.h"
#include "engine/extract/role.h"
#include "engine/extract/words.h"

enum { WORDS_MAX = 4 };

static size_t last_word(bs_str phrase)
{
    size_t at = phrase.len;
    while (at > 0 && phrase.ptr[at - 1] != ' ' && phrase.ptr[at - 1] != '\n')
        at--;
    return at;
}

// "전년동기", "같은", "달", "3개월", "말": a word of a time that something is compared with.
static bool is_time_word(bs_str word)
{
    static const char words[] =
        "전|달|해|말|같은|동월|동기|기간|분기|직전|최근|연말|월말|초|평균|평년|"
        "지난|이전|바로|하루|한|수준";
    static const char fronts[] =
        "전년|전월|전기|전분기|전일|전주|지난해|지난달|작년|올해|전달|재작년|이전|평년|지난주|당초|"
        "기정|애초|종전|본예산";
    static const char units[] = "년|월|분기|개월|주|일|년도|반기|년말|월말|분기말|년보다|달|해";
    size_t len;
    bool digits = bs_digit_at(word, 0, &len) >= 0 || bs_list_starts(word, "'|’|‘");
    // "제1회 추경예산에 비해": which of several.
    size_t which = bs_list_starts(word, "제") ? strlen("제") : 0;
    if (which > 0 && bs_digit_at(word, which, &len) >= 0) return bs_list_ends(word, "회|차");
    if (digits) return bs_list_ends(word, units);
    return bs_list_starts(word, fronts) || (bs_list_starts(word, words) && bs_utf8_count(word) < 3);
}

bs_str bs__label_before_korean_base(bs_str phrase)
{
    static const char marks[] =
        "대비|보다는|보다|에 비해서는|에 비해선|에 비해|에 비하면|와 비교하면|과 비교하면|"
        "와 비교할 때|과 비교할 때|와 비교했을 때|과 비교했을 때|"
        "와 비교해도|과 비교해도|와 비교해|과 비교해|에 비교해|와 같은|과 같은|와 같이|과 같이|와 "
        "동일한|과 동일한|"
        "와 비슷한|과 비슷한| 감소에서| 증가에서| 적자에서| 흑자에서";
    if (!bs_list_ends(phrase, marks)) return phrase;
    bs_str rest = phrase, list = bs_str_from(marks), mark;
    while (rest.len == phrase.len && bs_str_next(&list, '|', &mark)) {
        if (bs_str_ends(phrase, mark))
            rest = bs_str_trim(bs_str_slice(phrase, 0, phrase.len - mark.len));
    }
    for (int words = 0; words < WORDS_MAX && rest.len > 0; words++) {
        size_t at = last_word(rest);
        if (words > 0 && !is_time_word(bs_str_slice(rest, at, rest.len))) break;
        rest = bs_str_trim(bs_str_slice(rest, 0, at));
    }
    return rest;
}

bs_str bs__label_behind_korean_base(bs_str phrase)
{
    static const bs_meaning bases[] = {BS_MEANS_BASIS_YEAR, BS_MEANS_BASIS_PERIOD};
    static const char plans[] =
        "예산 대비 |추경 대비 |당초 대비 |계획 대비 |목표 대비 |예산안 대비 |"
        "예산액 대비 |기정액 대비 |전망 대비 |예상 대비 ";
    bs_str list = bs_str_from(plans), plan;
    while (bs_str_next(&list, '|', &plan)) {
        size_t at = bs_str_find(phrase, plan, 0);
        if (at != SIZE_MAX) return bs_str_trim(bs_str_slice(phrase, at + plan.len, phrase.len));
    }
    if (!bs_list_starts(phrase, "전|지난|작년|직전|1년|일 년")) return phrase;
    for (size_t i = 0; i < BS_COUNT(bases); i++) {
        bs_word_hit hit;
        bool front = bs_word_first(phrase, bases[i], &hit) && hit.start == 0;
        if (front && hit.end < phrase.len && phrase.ptr[hit.end] == ' ')
            return bs_str_trim(bs_str_slice(phrase, hit.end, phrase.len));
    }
    return phrase;
}

bs_str bs__label_korean_aside(bs_str name)
{
    static const char widths[] =
        "상승폭|하락폭|오름폭|내림폭|증가폭|감소폭|낙폭|상승 폭|하락 폭|증가 폭";
    static const char times[] =
        "지난주|이번주|이번 주|전주|전 거래일|전거래일|전날|전일|전장|지난달|"
        "전월|전분기|전 분기|작년|지난해|전년";
    if (bs_list_ends(name, widths)) return (bs_str){0};
    name = bs_str_behind_last(name, " 중 "); // "주요 시장 중 대미국(+1.0%)"
    if (bs_list_is(bs_str_slice(name, last_word(name), name.len), times) ||
        bs_list_ends(name, "전 거래일|전 분기|이번 주")) {
        bool two = bs_list_ends(name, "전 거래일|전 분기|이번 주");
        name = bs_str_trim(bs_str_slice(name, 0, last_word(name)));
        if (two) name = bs_str_trim(bs_str_slice(name, 0, last_word(name)));
        if (name.len <= strlen("으로")) return (bs_str){0}; // the particle in front of the time
    }
    size_t than = bs_str_find(name, BS_STR("대비 "), 0);
    return than != SIZE_MAX ? bs__label_behind_korean_base(name) : name;
}

bool bs__label_is_in_korean_name(const bs_quantity *number, bs_str between)
{
    enum { NAME_BYTES_MAX = 60 };
    static const char bounds[] = " 이상 | 이하 | 미만 | 초과 |이상 |이하 |미만 |초과 | 이상) |"
                                 " 이하) | 미만) | 초과) |이상) |이하) |미만) |초과) ";
    static const char groups[] = " 이상은 | 이하는 | 미만은 | 이상이 | 이하가 | 미만이 | 이상의 |"
                                 " 미만의 | 이하의 | 초과는 | 초과의 ";
    bool age = bs_unit_is_age(number->unit);
    // "1인 세대는 1,026만 세대", "2주택 소유자가": what the number tells apart.
    bool kind = bs_str_equal(number->unit, BS_STR("count:인")) ||
                bs_str_equal(number->unit, BS_STR("count:주택"));
    if (kind && between.len <= NAME_BYTES_MAX &&
        bs_list_starts(between, " 가구| 세대|가구|세대| 기업| 소유자| 보유자| 사업장"))
        return true;
    // "10~29인 3.3%, 300인 이상 0.4%": the group by itself.
    bool alone = bs_str_equal(between, BS_STR(" ")) && number->kind == BS_KIND_RANGE;
    bool bounded = bs_list_starts(between, " 이상 | 미만 | 이하 | 초과 ") &&
                   between.len <= strlen(" 이상 ") && number->kind == BS_KIND_QUANTITY;
    // "1세 미만 86만 마리"
    bool told = number[1].kind == BS_KIND_PERCENT ||
                (age && bs_unit_dimension(number[1].unit) == BS_DIM_COUNT_OF);
    if ((alone || bounded) && told) return true;
    bool group = number->kind == BS_KIND_RANGE
                     ? age
                     : number->kind == BS_KIND_QUANTITY || number->kind == BS_KIND_CURRENCY;
    if (!group || between.len > NAME_BYTES_MAX) return false;
    if (bs_list_starts(between, groups)) return true;
    if (bs_list_starts(between, bounds)) {
        size_t at = bs_str_find(between, BS_STR(" "), 1);
        bs_rune rune = bs_utf8_decode(between, at + 1);
        return at != SIZE_MAX && rune.len > 0 && bs_rune_is_hangul(rune.code);
    }
    // "학생층(13~24세) 이용률은"
    if (age && bs_list_starts(between, ") ")) {
        bs_rune rune = bs_utf8_decode(between, strlen(") "));
        return bs_rune_is_hangul(rune.code) && !bs_list_starts(between, ") 대비|) 보다");
    }
    return age && bs_list_starts(between, " |는 |의 |가 |도 ") && !bs_list_ends(between, ", ");
}

bool bs__label_is_korean_verb(bs_str noun)
{
    static const char ends[] =
        "다|며|고|는데|할|될|된|되는|하는|했던|하던|넘어|넘어서|넘어선|넘긴|"
        "웃돌아|밑돌아|돌파해|기록해|달성해|차지해|투입해|투자해|지원해|"
        "확보해|유치해|들여|받아|거둬|올려|벌어|기록한|달성한|차지한|투입한|"
        "오른|내린|올린|낮춘|높인|내려|올라|낮춰|높여|늘려|줄여|커져|커진|"
        "늘어난|줄어든|늘린|줄인|상승한|하락한|증가한|감소한|떨어진|뛴|"
        "지급|편성|출자|증액|감액|삭감|반영|배정|모집|채용|선발|개최|체결|"
        "넘어설|웃돌|밑돌|이를|오를|내릴|나올|커질|높아질|낮아질|많아질|적어질|떨어질|올라갈|"
        "내려갈|"
        "그칠|머물|이어질|미칠|"
        "나타낼|보일|이룰|거둘|올릴|넘길|늘릴|줄일|높일|낮출|나타낸|나타내|보인|이룬|차지할|유지할|"
        "비쌈|높음|낮음|많음|적음|늘어남|줄어듦|증가함|감소함|상승함|하락함|기록함|달함|그침|"
        "나타남|오름|"
        "돌파한|기록하|차지하|불어나|빠져나가|들어와|넘는|웃도는|밑도는|받는|내는|거둔|달한|으나|"
        "지만|면서|다가|늘리기|"
        "줄이기|높이기|낮추기|올리기|내리기|하기|높아짐|낮아짐|커짐|작아짐|많아짐|적어짐|길어짐|"
        "짧아짐|떨어짐|올라감|내려감";
    if (bs_list_ends(noun, ends)) return true;
    // "설립해", "증가해": any noun of two syllables or more makes such a verb; 피해 is a noun.
    static const char nouns[] =
        "피해|재해|손해|침해|저해|방해|상해|공해|오해|이해|올해|동해|서해|남해|"
        "근해|새해";
    enum { SYLLABLES_MIN = 3 };
    bs_str word = bs_str_behind_last(noun, " ");
    return bs_list_ends(word, "해|돼") && bs_utf8_count(word) >= SYLLABLES_MIN &&
           !bs_list_ends(word, nouns);
}

// The length of a clause up to its topic, with a few words for the whole behind it: "미국 투자액이
// 전 세계", "섬의 어획량은 전국 어획량의"; 0 for none.
static size_t topic_length(bs_str clause)
{
    enum { WHOLE_BYTES_MAX = 60 };
    for (size_t at = clause.len; at > 0 && clause.len - at <= WHOLE_BYTES_MAX; at--) {
        if (clause.ptr[at - 1] != ' ') continue;
        bs_str front = bs_str_trim(bs_str_slice(clause, 0, at));
        if (bs_list_ends(front, "은|는|이|가|도")) return front.len;
        bs_str word = bs_str_slice(front, last_word(front), front.len);
        if (bs__label_is_korean_verb(word)) return 0;
    }
    return 0;
}

bs_str bs__label_korean_sharer(const bs_quantity *share, bs_str text, size_t limit)
{
    static const char bare[] = "비중|비율|점유율|구성비|이는|전체|가운데|이 중|이 가운데";
    bs_str clause = bs__label_clause(text, limit, bs__label_start(share, text));
    if (clause.ptr == NULL) return (bs_str){0};
    // The particle or verb that stands directly behind a number is of that.
    size_t blank = bs_str_find(clause, BS_STR(" "), 0);
    if (limit > 0 && clause.ptr == text.ptr + limit)
        clause = blank == SIZE_MAX ? (bs_str){0} : bs_str_slice(clause, blank + 1, clause.len);
    if (clause.len == 0) return (bs_str){0};
    size_t start = (size_t)(clause.ptr - text.ptr), end = start + clause.len;
    bs_str whole = bs_str_slice(text, last_word(bs_str_slice(text, 0, end)), end);
    if (bs_list_ends(whole, "의|세계|전체|전국|시장")) {
        size_t topic = topic_length(clause);
        if (topic == 0) return (bs_str){0};
        end = start + topic;
    }
    bs_str before = bs_str_trim(bs_str_slice(text, start, end));
    if (!bs_list_ends(before, "은|는|이|가|도")) return (bs_str){0};
    bs_str name = bs__label_phrase(text, start, start + before.len, BS_LANG_KO);
    bool none = bs_utf8_count(name) < 2 || (bs_list_starts(name, bare) && bs_utf8_count(name) < 6);
    return none ? (bs_str){0} : name;
}

// "연방 재정 투자가", "대규모 예산을": the words up to the first with a particle, which is cut off.
static bs_str whole_noun(bs_str head)
{
    enum { NOUN_WORDS_MAX = 4 };
    static const char particles[] =
        "을|를|이|가|은|는|의|에|로|으로|와|과|에서|도|이다|였다|이며|이고|입니다";
    size_t at = 0, words = 0;
    head = bs_str_trim(head);
    while (at < head.len && words < NOUN_WORDS_MAX) {
        size_t end = at;
        for (bs_rune rune; end < head.len; end += rune.len) {
            rune = bs_utf8_decode(head, end);
            if (rune.code == ' ' || rune.code == '.' || bs__label_is_edge(rune)) break;
        }
        bs_str word = bs_str_slice(head, at, end);
        bs_str particle = bs_str_longest_end(word, particles);
        bool verb = particle.len == 0 && bs__label_is_korean_verb(word);
        if (word.len == 0 || verb) break;
        bool marked = particle.len > 0 && bs_utf8_count(word) > 2;
        if (marked) return bs_str_slice(head, 0, end - particle.len);
        words++;
        at = end + 1;
        if (end >= head.len || head.ptr[end] != ' ') return bs_str_slice(head, 0, end);
    }
    return words > 0 ? bs_str_trim(bs_str_slice(head, 0, at - 1)) : (bs_str){0};
}

// What stands behind the number, or behind the other one in brackets that it is converted to:
// "1,800억 달러(약 245조 원) 규모의".
static bs_str behind_conversion(const bs__naming *n, bs_str after)
{
    const bs_quantity *next = bs__naming_self(n) + 1;
    bs_str rest = bs_str_trim(after);
    if (bs_str_starts(rest, BS_STR(")"))) return bs_str_slice(rest, 1, rest.len);
    if (!bs_list_is(rest, "(|(약|（|（약") || n->index + 1 == n->all->count) return after;
    size_t from = bs__label_end(next, n->text);
    bool last = n->index + 2 == n->all->count;
    bs_str behind = bs_str_trim(
        bs_str_slice(n->text, from, last ? n->text.len : bs__label_start(next + 1, n->text)));
    return bs_str_starts(behind, BS_STR(")")) ? bs_str_slice(behind, 1, behind.len) : after;
}

bs_str bs__label_sized(const bs__naming *n, bs_str after, bs_str phrase)
{
    static const bs_str links[] = {BS_STR_INIT("규모의"), BS_STR_INIT("상당의"),
                                   BS_STR_INIT("어치의")};
    // With a name in front these belong to what somebody else is: "매출이 3조 원이 넘는 기업".
    static const bs_str loose[] = {BS_STR_INIT("이 넘는"),   BS_STR_INIT("가 넘는"),
                                   BS_STR_INIT("을 넘는"),   BS_STR_INIT("에 달하는"),
                                   BS_STR_INIT("에 이르는"), BS_STR_INIT("을 웃도는")};
    const bs_quantity *next = bs__naming_self(n) + 1;
    after = bs_str_trim(behind_conversion(n, after));
    for (size_t i = 0; i < BS_COUNT(loose) && phrase.len == 0; i++) {
        if (bs_str_starts(after, loose[i]))
            return whole_noun(bs_str_slice(after, loose[i].len, after.len));
    }
    for (size_t i = 0; i < BS_COUNT(links); i++) {
        if (!bs_str_starts(after, links[i])) continue;
        if (after.len > links[i].len)
            return whole_noun(bs_str_slice(after, links[i].len, after.len));
        bool time = n->index + 1 < n->all->count && bs__label_is_time(next);
        if (!time) return (bs_str){0};
        size_t from = bs__label_end(next, n->text);
        bool last = n->index + 2 == n->all->count;
        size_t to = last ? n->text.len : bs__label_start(next + 1, n->text);
        return whole_noun(bs_str_slice(n->text, from, to));
    }
    return (bs_str){0};
}

bool bs__label_ends_in_time(bs_str phrase)
{
    enum { TIME_WORDS_MAX = 3 }; // "지난해 같은 달"
    bs_str last = bs_str_slice(phrase, last_word(phrase), phrase.len);
    if (bs_str_equal(last, BS_STR("말")) || bs_str_equal(last, BS_STR("연초"))) return true;
    size_t at = phrase.len;
    for (int words = 0; words < TIME_WORDS_MAX && at > 0; words++) {
        at = last_word(bs_str_slice(phrase, 0, at));
        if (bs__is_relative(bs_str_slice(phrase, at, phrase.len), BS_LANG_KO)) return true;
        at -= at > 0;
    }
    return false;
}

bs_str bs__label_without_per(bs_str phrase)
{
    static const char nouns[] = "담당|해당|정당|식당|강당|상당|부당|전당|배당|할당|수당|가당|"
                                "민주당|신당|혁신당|정의당|진보당|여당|야당|공화당|노동당|자민당|"
                                "공명당|녹색당|사민당|기민당|국민당|자유당|통합당|미래당|공산당|"
                                "민진당|보수당|사회당|무당|성당|서당|경로당|추당|도당|시당";
    if (!bs_list_ends(phrase, "당")) return phrase;
    bs_str word = bs_str_slice(phrase, last_word(phrase), phrase.len);
    // "A당": a party without a name.
    bool party = word.len == 1 + strlen("당") && word.ptr[0] >= 'A' && word.ptr[0] <= 'H';
    bool per = bs_utf8_count(word) > 1 && !party && !bs_list_ends(word, nouns);
    if (!per) return phrase;
    bs_str rest = bs_str_trim(bs_str_slice(phrase, 0, phrase.len - word.len));
    // "의사환자는 외래환자 1,000명당", "사망률은 인구 10만 명당": what is behind the topic.
    size_t len, at = last_word(rest);
    bool counted = bs_digit_at(word, 0, &len) >= 0 || bs_list_starts(word, "천명|만명|백명|십만명");
    if (!counted && bs_digit_at(rest, at, &len) >= 0) {
        rest = bs_str_trim(bs_str_slice(rest, 0, at));
        counted = true;
    }
    bs_str front = bs_str_trim(bs_str_slice(rest, 0, last_word(rest)));
    if (counted && bs_list_ends(front, "은|는")) rest = front;
    return bs__label_strip_endings(rest, BS_LANG_KO, 1);
}

bs_str bs__label_party(const bs__naming *n)
{
    static const char per[] =
        "가구당|인당|명당|건당|주당|일당|회당|시간당|톤당|세대당|대당|개당|곳당|"
        "학급당|점포당|업체당|기업당|농가당|호당|필지당|단위당|연당|달당";
    enum { CHARS_MIN = 3, CHARS_MAX = 8 };
    const bs_quantity *self = bs__naming_self(n);
    bs_str before = bs__label_before(self, n->text, n->limit);
    bs_str word = bs_str_slice(before, last_word(before), before.len);
    size_t chars = bs_utf8_count(word), len;
    bool party = self->kind == BS_KIND_PERCENT && bs_list_ends(word, "당") &&
                 !bs_list_ends(word, per) && chars >= CHARS_MIN && chars <= CHARS_MAX &&
                 bs_digit_at(word, 0, &len) < 0;
    return party ? word : (bs_str){0};
}

bs_str bs__label_with_number(const bs__naming *n, bs_str name)
{
    const bs_quantity *self = bs__naming_self(n), *before = self - 1;
    if (n->index == n->first || bs__label_end(before, n->text) != n->limit) return name;
    size_t front = bs__label_start(before, n->text);
    bs_str gap = bs_str_slice(n->text, n->limit, bs__label_start(self, n->text));
    bool years = bs_unit_dimension(before->unit) == BS_DIM_DURATION || bs_unit_is_age(before->unit);
    // "2인(28.8%), 3인(19.0%)": how many live in a household.
    years |= bs_str_equal(before->unit, BS_STR("count:인"));
    bool group = years && self->kind == BS_KIND_PERCENT;
    if (group && bs_str_equal(gap, BS_STR("("))) return before->text;
    bool inside = name.len > 0 && name.ptr >= n->text.ptr + n->limit &&
                  name.ptr <= n->text.ptr + n->limit + 1;
    if (!inside) return name;
    size_t end = (size_t)(name.ptr - n->text.ptr) + name.len;
    bool bound = bs_list_starts(name, "이하|이상|미만|초과") && bs_utf8_count(name) == 2;
    bool sized = name.ptr == n->text.ptr + n->limit && bs_list_starts(name, "급 ");
    // "2026년산 사과 생산량": of the harvest of that year.
    bool harvest = bs__label_is_time(before) && bs_list_starts(name, "산 ");
    if (harvest) return bs_str_slice(name, strlen("산 "), name.len);
    return bound || sized ? bs_str_slice(n->text, front, end) : name;
}

bool bs__label_is_base(bs_str between)
{
    static const char bases[] = "대비|보다|말 대비|말보다|수준 대비|에 비해|동기 대비|동월 대비|"
                                "동기대비|동월대비|같은 기간보다|같은 달보다|대비 약";
    between = bs_str_trim(between);
    enum { BASE_BYTES_MAX = 24 };
    return between.len <= BASE_BYTES_MAX && bs_list_starts(between, bases) &&
           bs_list_ends(between, bases);
}

bs_str bs__label_korean_colon(const bs__naming *n)
{
    const bs_quantity *self = bs__naming_self(n), *first = &n->all->items[n->first], *at = self;
    while (at > first && bs__label_is_time(at - 1) &&
           bs__label_is_filler(bs__label_between(at - 1, at, n->text), BS_LANG_KO))
        at--;
    size_t limit = at > first ? bs__label_end(at - 1, n->text) : 0;
    bs_str name = bs__label_before_colon(at, n->text, limit, BS_LANG_KO);
    if (name.len > 0) return name;
    // "발생: 총 48건", "농축수산물: 전월대비 4.8%": nothing that names anything stands behind it.
    enum { BEHIND_BYTES_MAX = 40 };
    bs_str before = bs__label_before(at, n->text, limit);
    const char *colon = before.len > 0 ? memrchr(before.ptr, ':', before.len) : NULL;
    if (colon == NULL) return name;
    size_t start = (size_t)(before.ptr - n->text.ptr), end = (size_t)(colon - n->text.ptr);
    bs_str behind = bs_str_slice(n->text, end + 1, start + before.len);
    bool apart = bs_list_starts(behind, " ") && !bs_list_starts(behind, " (") &&
                 behind.len <= BEHIND_BYTES_MAX;
    bs_str beside = bs__label_phrase(n->text, end + 1, start + before.len, BS_LANG_KO);
    // "이용객 : 일평균 4.1만명"
    bool rate = bs_list_starts(beside, "일평균|월평균|연평균|하루평균|평균") && beside.len < 15;
    if (!apart || (beside.len > 0 && !rate)) return name;
    return bs__label_phrase(n->text, start, end, BS_LANG_KO);
}

// A digit that is part of no Latin name: that of "3대 강국", not that of "Beyond 5G".
static bool has_loose_digit(bs_str name)
{
    for (size_t i = 0; i < name.len; i++) {
        if (name.ptr[i] < '0' || name.ptr[i] > '9') continue;
        size_t end = i;
        while (end < name.len && name.ptr[end] >= '0' && name.ptr[end] <= '9')
            end++;
        bool front = i > 0 && bs_rune_is_latin((unsigned char)name.ptr[i - 1]);
        bool behind = end < name.len && bs_rune_is_latin((unsigned char)name.ptr[end]);
        if (!front && !behind) return true;
        i = end;
    }
    return false;
}

bs_str bs__label_korean_quoted(bs_str text, size_t end)
{
    enum { QUOTED_BYTES_MAX = 60, LOOKED_AT_BYTES = 80 };
    static const struct {
        bs_str open, close;
    } marks[] = {{BS_STR_INIT("‘"), BS_STR_INIT("’")}, {BS_STR_INIT("“"), BS_STR_INIT("”")}};
    bs_str before =
        bs_str_trim(bs_str_slice(text, end > LOOKED_AT_BYTES ? end - LOOKED_AT_BYTES : 0, end));
    if (bs_list_ends(before, "에서")) before = bs_str_slice(before, 0, before.len - strlen("에서"));
    if (bs_list_ends(before, "’이|’가|’은|’는|’도|”이|”가|”은|”는|”도"))
        before = bs_str_slice(before, 0, before.len - strlen("이"));
    for (size_t i = 0; i < BS_COUNT(marks); i++) {
        if (!bs_str_ends(before, marks[i].close)) continue;
        bs_str inside = bs_str_slice(before, 0, before.len - marks[i].close.len);
        bs_str name = bs_str_behind_last(inside, i == 0 ? "‘" : "“");
        bool whole = name.len < inside.len && name.len > 0 && name.len <= QUOTED_BYTES_MAX;
        bool said = bs_list_ends(name, "다|다.|요|라|고") || has_loose_digit(name);
        if (whole && !said) return name;
    }
    return (bs_str){0};
}

bool bs__label_is_korean_cause(bs_str phrase, const bs_quantity *self, bs_str text)
{
    size_t start = bs__label_start(self, text);
    bool inside =
        phrase.len > 0 && phrase.ptr > text.ptr && phrase.ptr + phrase.len < text.ptr + start;
    if (!inside || !bs_role__moves(self)) return false;
    bs_str gap = bs_str_slice(text, (size_t)(phrase.ptr - text.ptr) + phrase.len, start);
    if (bs_list_starts(gap, " 기준")) gap = bs_str_slice(gap, strlen(" 기준"), gap.len);
    size_t link = bs_list_starts(gap, "으로 ") ? strlen("으로 ") : strlen("로 ");
    if (!bs_list_starts(gap, "으로 |로 ")) return false;
    bs_str base = bs_str_trim(bs_str_slice(gap, link, gap.len));
    return base.len > 0 && bs__label_before_korean_base(base).len == 0;
}
