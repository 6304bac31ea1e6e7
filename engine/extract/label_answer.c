// SPDX-License-Identifier: GPL-3.0-or-later
// Korean names that stand apart from their number: in front of the comma of a headline, in the
// quotes of what has been answered, as the part of a company whose measures are told.
#include "engine/base/utf8.h"
#include "engine/extract/label_internal.h"
#include "engine/extract/role.h"
#include "engine/extract/words.h"

bs_str bs__label_korean_headline(const bs_quantity *self, bs_str text)
{
    enum { NAME_BYTES_MAX = 48 };
    static const char verbs[] = "며|고|해|서|나|만|데|면|자|라|다|은|는|도";
    bs_str before = bs__label_before(self, text, 0);
    if (!bs_list_ends(before, ",")) return (bs_str){0};
    size_t end = (size_t)(before.ptr - text.ptr) + before.len - 1;
    bs_str front = bs_str_trim(bs_str_slice(text, 0, end));
    if (front.len == 0 || front.len > NAME_BYTES_MAX || bs_list_ends(front, verbs))
        return (bs_str){0};
    return bs__label_phrase(text, 0, end, BS_LANG_KO);
}

// The quote that closes at the end of `text`, and the one that opens it.
static bool closes_quote(bs_str text, bs_str *open, size_t *width)
{
    static const bs_str pairs[][2] = {{BS_STR_INIT("'"), BS_STR_INIT("'")},
                                      {BS_STR_INIT("\""), BS_STR_INIT("\"")},
                                      {BS_STR_INIT("‘"), BS_STR_INIT("’")},
                                      {BS_STR_INIT("“"), BS_STR_INIT("”")}};
    for (size_t i = 0; i < BS_COUNT(pairs); i++) {
        if (!bs_str_ends(text, pairs[i][1])) continue;
        *open = pairs[i][0];
        *width = pairs[i][1].len;
        return true;
    }
    return false;
}

// Where the quote opens that closes at `end`; `end` where none does.
static size_t quote_start(bs_str text, size_t limit, size_t end)
{
    enum { QUOTE_BYTES_MAX = 120 };
    bs_str open;
    size_t width;
    if (!closes_quote(bs_str_slice(text, limit, end), &open, &width)) return end;
    size_t low = end > limit + QUOTE_BYTES_MAX ? end - QUOTE_BYTES_MAX : limit;
    for (size_t at = end - width; at-- > low;) {
        if (bs_str_starts(bs_str_slice(text, at, end), open)) return at;
    }
    return end;
}

bs_str bs__label_with_answer(bs_str name, bs_str text, size_t limit)
{
    static const char answers[] =
        "응답|답변|의견|평가|비율|비중|여론|응답률|답|응답자|전망|기업|사람|가구|업체|반응|인식";
    static const bs_str links[] = {BS_STR_INIT("라는 "), BS_STR_INIT("다는 "), BS_STR_INIT("는 "),
                                   BS_STR_INIT(" ")};
    static const char says[] = "고 답한 |고 응답한 |고 대답한 |고 한 |고 밝힌 |고 본 |고 생각하는 ";
    bs_str rest = bs_str_from(says), say;
    bool inside = name.len > 0 && name.ptr >= text.ptr + limit && name.ptr < text.ptr + text.len;
    if (!inside || !bs_list_starts(name, answers)) {
        // "“그렇다”고 답한 비율"
        bool said = inside && bs_list_starts(name, says);
        size_t at = said ? (size_t)(name.ptr - text.ptr) : 0;
        size_t from = said ? quote_start(text, limit, at) : at;
        return from < at ? bs_str_slice(text, from, at + name.len) : name;
    }
    size_t start = (size_t)(name.ptr - text.ptr), end = start;
    bs_str front = bs_str_slice(text, limit, start);
    while (end == start && bs_str_next(&rest, '|', &say)) {
        if (bs_str_ends(front, say)) end -= say.len;
    }
    for (size_t i = 0; i < BS_COUNT(links) && end == start; i++) {
        if (bs_str_ends(front, links[i])) end -= links[i].len;
    }
    size_t from = end < start ? quote_start(text, limit, end) : end;
    return from < end ? bs_str_slice(text, from, start + name.len) : name;
}

bs_str bs__label_with_clause(bs_str name, bs_str text, size_t limit)
{
    static const char heads[] =
        "유권자|확률|가능성|사람|질문|응답|답변|답은|답이|의견|이들|비율|비중|학생|직장인|청년|"
        "여성|남성|가구|부부|기업|업체|환자|"
        "노인|아동|근로자|주민|시민|국민|소비자|이용자|가입자|장애인|"
        "외국인|농가|청소년|인원|성인|고령자|자영업자|취업자|실업자|노동자|종사자|사업체|사업장|"
        "점포|세대";
    static const char told[] =
        "을 |릴 |칠 |있는 |없는 |하는 |되는 |받는 |라는 |다는 |느끼는 |쓰는 |가진 |않은 |"
        "않는 |겪은 |앓는 |키우는 |원하는 |다니는 |사는 |한 |된 |하려는 |보는 |찾는 |많은 |적은 ";
    static const char others[] =
        "위한 |대한 |관한 |통한 |인한 |또한 |비롯한 |증가한 |감소한 |상승한 |"
        "하락한 |기록한 |발표한 |달성한 |차지한 |차지하는 |포함한 |제외한 ";
    enum { CLAUSE_BYTES_MAX = 80 };
    bool inside = name.len > 0 && name.ptr > text.ptr + limit && name.ptr < text.ptr + text.len;
    if (!inside || !bs_list_starts(name, heads)) return name;
    size_t start = (size_t)(name.ptr - text.ptr), at = start;
    bs_str front = bs_str_slice(text, limit, start);
    if (!bs_list_ends(front, told) || bs_list_ends(front, others)) return name;
    size_t word = start - 1; // the blank behind the word that tells
    while (word > limit && text.ptr[word - 1] != ' ')
        word--;
    for (at = word; at > limit; at--) {
        char byte = text.ptr[at - 1];
        bool stop = strchr(",.;()[]\n\"'", byte) != NULL && byte != '\0';
        bool topic = byte == ' ' && at > limit + 1 &&
                     bs__label_is_topic(bs_str_slice(text, limit, at - 1), BS_LANG_KO);
        // "3% 순이었으며 지지하는 정당이 없다는 응답이", but "올랐다고 느낀다는 사람".
        bs_str told_last = bs_str_slice(text, limit, at - 1);
        bool clause = byte == ' ' && bs_list_ends(told_last, "며|고|지만|으나|는데|면서|보면") &&
                      !bs_list_ends(told_last, "다고|라고|자고|냐고");
        if (stop || topic || clause) break;
    }
    while (at < start && text.ptr[at] == ' ')
        at++;
    // Behind a number stands the rest of its clause: "52%로 집계됐고 반대한다는 응답은".
    bool rest = at == limit && limit > 0;
    return rest || start - at > CLAUSE_BYTES_MAX ? name : bs_str_slice(text, at, start + name.len);
}

// What a number is held against has the name of that.
static bs_str held_against(const bs__naming *n)
{
    const bs_quantity *self = bs__naming_self(n);
    if (n->index == n->first || !bs_str_equal(self[-1].unit, self->unit)) return (bs_str){0};
    bs_str behind = bs_str_slice(n->text, bs__label_end(self, n->text), n->text.len);
    bs_str between = bs__label_between(self - 1, self, n->text);
    bool against = bs_list_starts(
        behind, ")보다|) 보다|) 대비|)대비|)에 비해|)를 상회|)를 하회|)를 웃|)를 밑");
    bool level =
        bs_list_starts(between, "로 |으로 ") && bs_str_find(between, BS_STR(". "), 0) == SIZE_MAX;
    return against && level ? self[-1].indicator : (bs_str){0};
}

bs_str bs__label_of_aside(const bs__naming *n)
{
    static const char actors[] =
        "정부|시|군|공사|공단|협회|회사|위원회|그룹|연구원|센터|재단|사인|기업|업체";
    const bs_quantity *self = bs__naming_self(n);
    size_t at = (size_t)(self->subject.ptr - n->text.ptr);
    bs_str front = bs_str_slice(n->text, n->limit, at);
    bs_str held = held_against(n);
    if (held.len > 0) return held;
    if (!bs_list_ends(front, "은 |는 ") || !bs__label_is_topic(bs_str_trim(front), BS_LANG_KO))
        return (bs_str){0};
    bs_str topic = bs__label_phrase(n->text, n->limit, n->limit + front.len, BS_LANG_KO);
    bool thing = bs_utf8_count(topic) > 1 && !bs_list_ends(topic, actors);
    return thing ? topic : (bs_str){0};
}

bool bs__label_split_topic(const bs__naming *n, bs_str name)
{
    enum { NAME_CHARS_MAX = 12 };
    bs_quantity *self = bs__naming_self(n);
    bool inside = name.len > 0 && name.ptr > n->text.ptr && name.ptr < n->text.ptr + n->text.len;
    size_t start = inside ? (size_t)(name.ptr - n->text.ptr) : 0;
    if (start <= n->limit || bs_utf8_count(name) > NAME_CHARS_MAX) return false;
    bs_str behind = bs_str_slice(n->text, start + name.len, bs__label_start(self, n->text));
    bs_str front = bs_str_slice(n->text, n->limit, start);
    bool parted = bs_list_is(behind, "이 |가 ") && bs_list_ends(front, "은 |는 ") &&
                  bs__label_is_topic(bs_str_trim(front), BS_LANG_KO);
    if (!parted || bs__label_is_measure(name, false)) return false;
    bs_str topic = bs__label_phrase(n->text, n->limit, start - 1, BS_LANG_KO);
    if (!bs__label_is_measure(topic, false)) return false;
    self->indicator = topic;
    self->subject = name;
    return true;
}

// "한빛전자가 2025년 3분기 연결 기준 매출": the one that the sentence begins with, where nothing
// but times stands between it and the name at byte `at`; empty for none.
static bs_str owner_before_time(const bs_quantity_array *all, size_t index, bs_str text, size_t at)
{
    enum { TIMES_MAX = 3, OWNER_CHARS_MAX = 12 };
    size_t behind = at;
    for (int i = 0; i < TIMES_MAX && index-- > 0 && bs__label_is_time(&all->items[index]); i++) {
        size_t end = bs__label_end(&all->items[index], text);
        if (end > at || bs_str_trim(bs_str_slice(text, end, at)).len > 0) break;
        at = bs__label_start(&all->items[index], text);
    }
    if (at == behind) return (bs_str){0};
    size_t from = bs_role__start_before(text, 0, at);
    bs_str who = bs_str_trim(bs_str_slice(text, from, at));
    if (!bs_list_ends(who, "은|는|이|가")) return (bs_str){0};
    who = bs_str_slice(who, 0, who.len - strlen("은"));
    size_t chars = bs_utf8_count(who);
    bool name = chars > 1 && chars <= OWNER_CHARS_MAX && memchr(who.ptr, ' ', who.len) == NULL &&
                !bs__label_is_measure(who, false) && !bs_list_is(who, "이|그|저|올해|이번|이들");
    return name ? who : (bs_str){0};
}

// Without how the accounts are drawn up: "연결 기준 매출".
static bs_str behind_accounts(bs_str name)
{
    static const bs_str fronts[] = {BS_STR_INIT("연결 기준 "), BS_STR_INIT("별도 기준 "),
                                    BS_STR_INIT("연결기준 "), BS_STR_INIT("별도기준 "),
                                    BS_STR_INIT("잠정 ")};
    for (size_t i = 0; i < BS_COUNT(fronts); i++) {
        if (bs_str_starts(name, fronts[i])) return bs_str_slice(name, fronts[i].len, name.len);
    }
    return name;
}

void bs__label_korean_owners(bs_quantity_array *all, size_t first, bs_str text)
{
    static const char measures[] =
        "매출|매출액|영업이익|순이익|영업손실|순손실|영업이익률|당기순이익|당기순손실";
    static const char parts[] = "부문|사업부|사업|본부|법인|사업군|자회사|계열사|공장";
    for (size_t i = first; i < all->count; i++) {
        bs_quantity *self = &all->items[i];
        bs_str name = behind_accounts(self->indicator);
        bool bare = name.len > 0 && self->subject.len == 0 && bs_list_starts(name, measures) &&
                    bs_list_ends(name, measures) && memchr(name.ptr, ' ', name.len) == NULL;
        bool inside = bare && name.ptr >= text.ptr && name.ptr < text.ptr + text.len;
        if (!inside) continue;
        bs_str topic = bs__label_topic(text, (size_t)(name.ptr - text.ptr), BS_LANG_KO);
        if (topic.len > 0 && bs_list_ends(topic, parts)) self->subject = topic;
        size_t at = (size_t)(self->indicator.ptr - text.ptr);
        if (self->subject.len == 0) self->subject = owner_before_time(all, i, text, at);
    }
}
