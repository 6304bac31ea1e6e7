// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of numbers under one name: "실업률은 서울 2.7%, 부산 2.9%", "was 3.2% in London, 4.1% in
// Leeds", "1월 3.2%, 2월 2.9%". What all of them measure is said once, before the first; what tells
// them apart stands before each in Korean and Japanese, behind each in English, and may be a time.
#include "engine/extract/extract_internal.h"
#include "engine/extract/label_internal.h"
#include "engine/extract/label_words.h"
#include "engine/extract/relative.h"
#include "engine/extract/role.h"
#include "engine/extract/words.h"

enum {
    MEMBERS_MAX = 32,
    NAME_BYTES_MAX = 48,
    VERB_BYTES_MAX = 36, // between a number and the comma behind it: "로 가장 높았고"
    ASIDE_BYTES_MAX = 80,
};

typedef struct list {
    bs_quantity_array *all;
    bs_str text;
    bs_lang lang;
    size_t first; // number of the passage
    size_t members[MEMBERS_MAX];
    bs_str names[MEMBERS_MAX];
    size_t count;
} list;

static bool can_be_member(const bs_quantity *quantity)
{
    bool kind = quantity->kind == BS_KIND_QUANTITY || quantity->kind == BS_KIND_PERCENT ||
                quantity->kind == BS_KIND_CURRENCY || quantity->kind == BS_KIND_RANGE;
    return kind && quantity->subject.len == 0;
}

// Where number `index` ends, with the parenthesis that details it.
static size_t end_of(const list *l, size_t index)
{
    size_t end = bs__label_end(&l->all->items[index], l->text);
    bs_str rest = bs_str_slice(l->text, end, l->text.len);
    bool wide = bs_str_starts(rest, BS_STR("（"));
    if (!wide && !bs_str_starts(rest, BS_STR("("))) return end;
    if (rest.len > ASIDE_BYTES_MAX) rest.len = ASIDE_BYTES_MAX;
    bs_str close = wide ? BS_STR("）") : BS_STR(")");
    size_t at = bs_str_find(rest, close, 0);
    return at == SIZE_MAX ? end : end + at + close.len;
}

// The text behind number `index`, and the parenthesis that details it, up to the next one.
static bs_str text_behind(const list *l, size_t index)
{
    size_t next = index + 1;
    size_t end =
        next < l->all->count ? bs__label_start(&l->all->items[next], l->text) : l->text.len;
    size_t from = end_of(l, index);
    return bs_str_slice(l->text, from < end ? from : end, end);
}

// "fell 3.1% in London, 2.9% in Leeds", "서울 3.1%, 부산 2.9% 감소": the verb is said once, before
// the first in English, behind the last elsewhere.
static bool shares_verb(const list *l, const bs_quantity *self, const bs_quantity *next)
{
    const bs_quantity *said = l->lang == BS_LANG_EN ? self : next;
    const bs_quantity *other = l->lang == BS_LANG_EN ? next : self;
    bool percent = self->kind == BS_KIND_PERCENT && next->kind == BS_KIND_PERCENT;
    if (!percent || l->lang == BS_LANG_ZH || !bs_role__moves(said)) return false;
    if (other->role == BS_ROLE_LEVEL) return true;
    // Points have changed, whatever is said of them; up or down says the verb.
    bs_str between = text_behind(l, (size_t)(self - l->all->items));
    return l->lang != BS_LANG_EN && other->role == BS_ROLE_CHANGE &&
           !bs_word_in(between, BS_MEANS_UP) && !bs_word_in(between, BS_MEANS_DOWN);
}

static bool are_alike(const list *l, const bs_quantity *self, const bs_quantity *next)
{
    // "비중은 부산 60.0%, 인천 24.0%": the word for a share is said once too.
    bool role = next->role == self->role || shares_verb(l, self, next) ||
                (self->role == BS_ROLE_SHARE && next->role == BS_ROLE_LEVEL);
    return role && bs_str_equal(next->unit, self->unit);
}

// The number behind `index` and what belongs to it: rates and conversions, in parentheses or not.
static size_t next_of(const list *l, size_t index)
{
    size_t end = end_of(l, index), next = index + 1;
    while (next < l->all->count && (l->all->items[next].of == index ||
                                    bs__label_start(&l->all->items[next], l->text) < end))
        next++;
    return next;
}

// "与党第一党", "第2位": a numeral that belongs to a name.
static bool is_of_name(const bs_quantity *number)
{
    return number->kind == BS_KIND_ORDINAL || number->kind == BS_KIND_IDENTIFIER;
}

// The next number when it can go on with the list of `index`; SIZE_MAX: none.
static size_t next_member(const list *l, size_t index)
{
    size_t next = next_of(l, index);
    while (next < l->all->count && l->lang == BS_LANG_JA && is_of_name(&l->all->items[next]))
        next++;
    if (next == l->all->count) return SIZE_MAX;
    const bs_quantity *other = &l->all->items[next];
    return can_be_member(other) && are_alike(l, &l->all->items[index], other) ? next : SIZE_MAX;
}

// --- names before the numbers --------------------------------------------------------------------

// What several things have each.
static const char measures_of_one[] =
    "매출|매출액|영업이익|순이익|영업손실|순손실|세전이익|영업수익|영업이익률|순이익률|수주액|"
    "수주잔고|EBITDA|총이익|"
    "売上高|売上収益|収益|利益|損失|受注高|受注残高|販売額|費用|出荷額|"
    "輸出|輸入|輸出額|輸入額|差引額";

// Does は stand between the name of the first member and its number?
static bool opens_on_topic(const list *l)
{
    const bs_quantity *self = &l->all->items[l->members[0]];
    bs_str before = bs_str_slice(l->text, 0, bs__label_start(self, l->text));
    const char *end = self->indicator.ptr + self->indicator.len;
    bool inside = end >= l->text.ptr && end <= before.ptr + before.len;
    return inside &&
           bs_list_starts(bs_str_slice(before, (size_t)(end - l->text.ptr), before.len), "は");
}

// "「物価対策」が41％で最多。「社会保障」23％": does `between` end in the name alone in its quotes,
// behind a comma or a full stop?
static bool is_answer(bs_str between, bs_str name)
{
    static const bs_str open = BS_STR_INIT("「"), close = BS_STR_INIT("」");
    size_t len = open.len + name.len + close.len;
    if (between.len <= len || !bs_str_ends(between, close)) return false;
    bs_str front = bs_str_slice(between, 0, between.len - len);
    bs_str quoted = bs_str_slice(between, front.len, between.len - close.len);
    return front.len <= VERB_BYTES_MAX && bs_list_ends(front, "、|。") &&
           bs_str_starts(quoted, open) && bs_str_ends(quoted, name);
}

// Is the name of number `index` what stands between the comma behind the number before it and
// itself, a particle aside?
static bool is_named_alone(const list *l, size_t index)
{
    static const char *const commas[] = {",", "、", "，", "·", "및 ", "와 ", "과 "};
    bs_str name = l->all->items[index].indicator;
    size_t last = index - 1;
    while (last > l->first && l->lang == BS_LANG_JA && is_of_name(&l->all->items[last]))
        last--;
    size_t behind = end_of(l, last), start = bs__label_start(&l->all->items[index], l->text);
    bs_str between = bs_str_slice(l->text, behind < start ? behind : start, start);
    // "매출 1,050억 원에 영업이익 210억 원"
    if (bs_list_starts(between, "에 ")) between = bs_str_slice(between, strlen("에 "), between.len);
    if (l->lang == BS_LANG_JA && name.len > 0 && is_answer(between, name)) return true;
    size_t cut = SIZE_MAX, width = 0;
    for (size_t i = 0; i < BS_COUNT(commas); i++) {
        bs_str comma = bs_str_from(commas[i]);
        size_t at = bs_str_find(between, comma, 0);
        if (at == SIZE_MAX || at >= cut) continue;
        cut = at;
        width = comma.len;
    }
    bool with =
        bs_list_starts(bs_str_slice(l->text, behind < start ? behind : start, start), "에 ");
    if (with) cut = width = 0;
    if (cut > VERB_BYTES_MAX) return false;
    bs_str rest = bs_str_trim(bs_str_slice(between, cut + width, between.len));
    // "売上高は全産業で1.6％増、経常利益は": a topic of its own.
    bool measures = bs_list_ends(name, measures_of_one) &&
                    bs_list_ends(l->all->items[l->members[0]].indicator, measures_of_one);
    bool own = l->lang == BS_LANG_JA && bs_list_ends(rest, "は") && !measures && !opens_on_topic(l);
    return name.len > 0 && name.len <= NAME_BYTES_MAX && bs_str_starts(rest, name) && !own &&
           bs_utf8_count(bs_str_slice(rest, name.len, rest.len)) <= 1;
}

// "消費税の引き下げについて聞いたところ": how many bytes of the text before the answers are what
// has been asked; 0 where nothing has.
static size_t question_end(bs_str before)
{
    static const char asked[] =
        "聞いたところ|尋ねたところ|質問したところ|聞くと|尋ねると|聞いた結果|"
        "尋ねた結果|たずねたところ|きいたところ";
    static const bs_str links[] = {BS_STR_INIT("について"), BS_STR_INIT("に関して"),
                                   BS_STR_INIT("を")};
    if (!bs_list_ends(before, asked)) return 0;
    for (size_t i = 0; i < BS_COUNT(links); i++) {
        size_t at = 0, last = SIZE_MAX;
        while ((at = bs_str_find(before, links[i], at)) != SIZE_MAX)
            last = at, at += links[i].len;
        if (last != SIZE_MAX) return last;
    }
    return 0;
}

// The words that end in "은 " or "は" right before the name of the first member; empty: there are
// none.
static bs_str topic_before(const list *l, size_t index)
{
    bs_str name = l->all->items[index].indicator;
    size_t start = bs__label_start(&l->all->items[index], l->text);
    bool inside = name.len > 0 && name.len <= NAME_BYTES_MAX && name.ptr >= l->text.ptr &&
                  name.ptr < l->text.ptr + start;
    if (!inside) return (bs_str){0};
    size_t at = (size_t)(name.ptr - l->text.ptr), limit = 0;
    for (size_t i = index; i-- > l->first && limit == 0;) {
        size_t end = bs__label_end(&l->all->items[i], l->text);
        // "睡眠時間が6時間未満の者は、男性38.5％": a bound is a part of the name.
        bool named = end <= at && bs__label_is_in_name(&l->all->items[i],
                                                       bs_str_slice(l->text, end, at), l->lang);
        if (end <= at && !named) limit = end;
    }
    bs_str before = bs_str_slice(l->text, limit, at);
    if (l->lang == BS_LANG_JA && bs_str_ends(before, BS_STR("「")))
        before = bs_str_slice(before, 0, before.len - strlen("「"));
    if (bs_str_ends(before, BS_STR("、")))
        before = bs_str_slice(before, 0, before.len - strlen("、"));
    size_t asked = l->lang == BS_LANG_JA ? question_end(before) : 0;
    if (asked > 0) return bs__label_phrase(l->text, limit, limit + asked, l->lang);
    // "시도별 예상생산량: 전남 70만 톤, 충남 67만 톤"
    bool colon = l->lang == BS_LANG_KO && bs_list_ends(before, ": ");
    if (colon) before.len -= strlen(": ");
    if (!colon && !bs__label_is_topic(bs_str_trim(before), l->lang)) return (bs_str){0};
    bs_str topic = bs__label_phrase(l->text, limit, limit + before.len, l->lang);
    static const char heads[] =
        "별|현황|동향|실적|개요|결과|요약|목표|지표|내용|방향|계획|주|자료|참고|"
        "비고|품목|가이던스|안전|과제|사업|대책|성과|효과|기준|문의|구분|환경";
    if (colon && bs_list_ends(topic, heads)) return (bs_str){0};
    // "기능별는 행정 139억원(4.2%), 안전 123억원": by what they are told apart.
    if (l->lang == BS_LANG_KO && bs_list_ends(topic, "별|별로")) return (bs_str){0};
    // 通期は, 累計期間の業績は: when, and no thing.
    static const char none[] =
        "内訳|内容|構成|通期|期間|業績|決算|業績予想|通期予想|連結予想|会社予想|年間";
    return bs_list_ends(topic, none) || bs_list_ends(topic, "について") ? (bs_str){0} : topic;
}

// What something is done with is not what the topic measures: "정부는 예산 100억 원, 기금 50억 원을
// 배정했다".
static bool are_objects(const list *l, size_t last)
{
    static const char reached[] = "기록|달성|나타|보였|보인|차지|넘|웃돌|상회|돌파|유지";
    bs_str rest = bs_str_trim(text_behind(l, last));
    if (!bs_list_starts(rest, "을 |를 ")) return false;
    return !bs_list_starts(bs_str_slice(rest, strlen("을 "), rest.len), reached);
}

static bs_str name_from_topic(list *l)
{
    bs_str topic = topic_before(l, l->members[0]);
    if (topic.len == 0) return topic;
    while (l->count < MEMBERS_MAX) {
        size_t next = next_member(l, l->members[l->count - 1]);
        if (next == SIZE_MAX || !is_named_alone(l, next)) break;
        l->members[l->count++] = next;
    }
    if (l->count < 2 || are_objects(l, l->members[l->count - 1])) return (bs_str){0};
    for (size_t i = 0; i < l->count; i++)
        l->names[i] = l->all->items[l->members[i]].indicator;
    return topic;
}

// --- names behind the numbers --------------------------------------------------------------------

// "3,100 a month in manufacturing": without the time that a rate is for.
static bs_str without_rate(bs_str between)
{
    static const char *const rates[] = {" a month",   " a year",   " a week",  " an hour",
                                        " per month", " per year", " per week"};
    for (size_t i = 0; i < BS_COUNT(rates); i++) {
        bs_str rate = bs_str_from(rates[i]);
        if (bs_str_starts(between, rate)) return bs_str_slice(between, rate.len, between.len);
    }
    return between;
}

static bs_str preposition_of(bs_str between)
{
    static const char *const words[] = {" in ", " for ", " among ", " at ", " from "};
    for (size_t i = 0; i < BS_COUNT(words); i++) {
        bs_str word = bs_str_from(words[i]);
        if (bs_str_starts(between, word)) return word;
    }
    return (bs_str){0};
}

static bs_str without_article(bs_str name)
{
    static const char *const articles[] = {"the ", "an ", "a "};
    for (size_t i = 0; i < BS_COUNT(articles); i++) {
        bs_str article = bs_str_from(articles[i]);
        if (bs_str_starts(name, article)) return bs_str_slice(name, article.len, name.len);
    }
    return name;
}

static bs_str checked_name(bs_str name)
{
    static const char times[] = "quarter|half|year|month|week|period|season";
    name = without_article(bs_str_trim(name));
    if (bs_list_ends(name, times)) return (bs_str){0};
    bool plain = name.len > 0 && name.len <= NAME_BYTES_MAX &&
                 bs_str_find(name, BS_STR("\n"), 0) == SIZE_MAX &&
                 !bs__is_relative(name, BS_LANG_EN);
    return plain ? name : (bs_str){0};
}

// Up to the joint that the next member stands behind: "London, ", "the south and ". A comma or a
// verb before that would begin another clause.
static bs_str name_of_member(bs_str text)
{
    static const char *const joints[] = {", and ", " and ", ", ", "; "};
    for (size_t i = 0; i < BS_COUNT(joints); i++) {
        bs_str joint = bs_str_from(joints[i]);
        if (!bs_str_ends(text, joint)) continue;
        bs_str name = bs_str_slice(text, 0, text.len - joint.len);
        bool plain = bs_str_find(name, BS_STR(","), 0) == SIZE_MAX &&
                     bs_str_find(name, BS_STR(". "), 0) == SIZE_MAX &&
                     bs__label_between_verbs(name).len == name.len;
        return plain ? checked_name(name) : (bs_str){0};
    }
    return (bs_str){0};
}

// Behind the last member the sentence may end or go on. What runs into another number is no name
// ("in the first half of 2022").
static bs_str name_of_last(bs_str text, bool open)
{
    static const char *const ends[] = {",", ";", ". ", " and ", " while ", " (", "\n"};
    for (size_t i = 0; i < BS_COUNT(ends); i++) {
        size_t at = bs_str_find(text, bs_str_from(ends[i]), 0);
        if (at == SIZE_MAX) continue;
        text = bs_str_slice(text, 0, at);
        open = false;
    }
    text = bs_str_trim(text);
    bs_str name = bs__label_between_verbs(text);
    if (open && name.len == text.len) return (bs_str){0};
    if (bs_str_ends(name, BS_STR("."))) name = bs_str_slice(name, 0, name.len - 1);
    return checked_name(name);
}

// "Support totalled 606, including 150 for furniture": parts of the number before them.
static bs_str name_of_whole(const list *l, size_t index)
{
    static const char openers[] = ", including |, of which |, comprising |, made up of |: |, with ";
    if (index == l->first) return (bs_str){0};
    const bs_quantity *whole = &l->all->items[index - 1];
    bool opened = bs_list_starts(text_behind(l, index - 1), openers);
    bool alike = bs_str_equal(whole->unit, l->all->items[index].unit);
    return opened && alike ? whole->indicator : (bs_str){0};
}

static bs_str name_from_first(list *l)
{
    size_t self = l->members[0];
    bs_str indicator = l->all->items[self].indicator;
    if (indicator.len == 0) indicator = name_of_whole(l, self);
    bs_str preposition = preposition_of(without_rate(text_behind(l, self)));
    if (preposition.len == 0 || indicator.len == 0) return (bs_str){0};
    for (l->count = 0; l->count < MEMBERS_MAX;) {
        bs_str after = without_rate(text_behind(l, self));
        if (!bs_str_starts(after, preposition)) return (bs_str){0};
        after = bs_str_slice(after, preposition.len, after.len);
        size_t next = next_member(l, self);
        bool goes_on = next == self + 1;
        bs_str name = goes_on ? name_of_member(after) : (bs_str){0};
        bool last = name.len == 0;
        if (last) name = name_of_last(after, self + 1 < l->all->count);
        if (name.len == 0) return (bs_str){0};
        l->members[l->count] = self;
        l->names[l->count++] = name;
        if (last) break;
        self = next;
    }
    return l->count > 1 ? indicator : (bs_str){0};
}

// Of two neighbours in a list.
static void share_role(const list *l, bs_quantity *self, bs_quantity *next)
{
    if (shares_verb(l, self, next) && l->lang == BS_LANG_EN)
        bs__take_movement(next, self);
    else if (shares_verb(l, self, next))
        bs__take_movement(self, next);
    else
        next->role = self->role;
}

// --- the same at another time --------------------------------------------------------------------

// Nothing but joints and prepositions: ", ", " in the ", "は".
static bool says_nothing(bs_str gap, bs_lang lang)
{
    static const char *const words[] = {"in", "the", "and", "for", "of", "during", "at", "with"};
    while (gap.len > 0 && bs_list_starts(gap, " |,|、|，|;|；"))
        gap = bs_str_slice(gap, bs_utf8_decode(gap, 0).len, gap.len);
    if (lang == BS_LANG_ZH && bs_list_starts(gap, "时"))
        gap = bs_str_slice(gap, strlen("时"), gap.len);
    if (lang == BS_LANG_ZH && bs_list_starts(gap, "同期"))
        gap = bs_str_slice(gap, strlen("同期"), gap.len);
    if (lang != BS_LANG_EN) return bs__label_is_filler(gap, lang);
    bs_str word;
    while (bs_str_next(&gap, ' ', &word)) {
        bool known = word.len == 0;
        for (size_t i = 0; i < BS_COUNT(words) && !known; i++)
            known = bs_str_equal(word, bs_str_from(words[i]));
        if (!known) return false;
    }
    return true;
}

// "2025年度に2.7％となったあと、2026年度は": a clause of the same sentence that begins with a time.
static bool goes_on_at(bs_str gap, bs_lang lang)
{
    bool han = lang == BS_LANG_JA || lang == BS_LANG_ZH;
    return han && bs_list_ends(bs_str_trim(gap), "、|，|，较|，比|，而") &&
           bs_str_find(gap, BS_STR("。"), 0) == SIZE_MAX &&
           bs_str_find(gap, BS_STR("；"), 0) == SIZE_MAX;
}

// "3.1% in the first quarter, 2.9% in the second": number `index` without a name, with nothing but
// times between itself and one of its kind, measures what that does.
static void name_by_time(const list *l, size_t index)
{
    bs_quantity *self = &l->all->items[index];
    size_t at = index;
    while (at > l->first) {
        const bs_quantity *before = &l->all->items[at - 1];
        size_t from = bs__label_end(before, l->text);
        size_t to = bs__label_start(&l->all->items[at], l->text);
        bs_str gap = to < from ? (bs_str){0} : bs_str_slice(l->text, from, to);
        bool turns = at < index && goes_on_at(gap, l->lang);
        if (to < from || !(turns || says_nothing(gap, l->lang))) return;
        at--;
        if (!bs__label_is_time(before)) break;
    }
    bs_quantity *other = &l->all->items[at];
    // "成長率は0.7％、26年度は0.9％": the word for a rate is said once.
    bool rate = other->role == BS_ROLE_GROWTH && self->role == BS_ROLE_LEVEL &&
                l->lang == BS_LANG_JA && bs_str_equal(other->unit, self->unit);
    if (index - at < 2 || bs__label_is_time(other) || !(rate || are_alike(l, other, self))) return;
    self->indicator = other->indicator;
    self->subject = other->subject;
    share_role(l, other, self);
}

// -------------------------------------------------------------------------------------------------

// In the order that the verb is carried in.
static void share_roles(const list *l)
{
    for (size_t i = 1; i < l->count; i++) {
        size_t at = l->lang == BS_LANG_EN ? i : l->count - i;
        share_role(l, &l->all->items[l->members[at - 1]], &l->all->items[l->members[at]]);
    }
}

static void give_names(const list *l, bs_str indicator)
{
    share_roles(l);
    // "石油化学事業は、売上収益412億円、営業利益37億円": whose measures they are.
    bool measures = l->lang == BS_LANG_JA || l->lang == BS_LANG_KO;
    for (size_t i = 0; measures && i < l->count; i++)
        measures = bs_list_ends(l->names[i], measures_of_one);
    for (size_t i = 0; i < l->count; i++) {
        size_t index = l->members[i], next = next_of(l, index);
        for (size_t j = index; j < next; j++) {
            bool aside = bs__label_start(&l->all->items[j], l->text) < end_of(l, index) &&
                         l->all->items[j].kind == BS_KIND_PERCENT && l->lang == BS_LANG_KO;
            if (j > index && l->all->items[j].of != index && !aside) continue;
            l->all->items[j].indicator = measures ? l->names[i] : indicator;
            l->all->items[j].subject = measures ? indicator : l->names[i];
        }
    }
}

// "売上高は、既存店ベースで前年比7.8％減": how the topic is counted.
static void name_by_basis(const list *l, size_t index)
{
    bs_quantity *self = &l->all->items[index];
    bs_str basis = self->indicator;
    if (!bs_list_ends(basis, "ベース|就業形態計|季節調整値|季節調整済値|調査産業計") ||
        basis.ptr < l->text.ptr)
        return;
    size_t at = (size_t)(basis.ptr - l->text.ptr);
    bs_str topic = at < l->text.len ? bs__label_topic(l->text, at, l->lang) : (bs_str){0};
    topic = bs__label_behind_times(topic, l->all, index, l->first, l->text);
    (void)bs__label_strip_start(&topic, l->lang);
    if (topic.len == 0) return;
    self->indicator = topic;
    self->subject = basis;
}

void bs__label_lists(bs__job *job, const bs__passage *passage, size_t first)
{
    list l = {.all = &job->out->quantities,
              .text = passage->text,
              .lang = passage->lang == BS_LANG_UNKNOWN ? BS_LANG_EN : passage->lang,
              .first = first};
    for (size_t i = first; i < l.all->count; i++) {
        if (!can_be_member(&l.all->items[i])) continue;
        if (l.all->items[i].indicator.len == 0) name_by_time(&l, i);
        l.members[0] = i;
        l.count = 1;
        bs_str indicator = l.lang == BS_LANG_EN ? name_from_first(&l) : name_from_topic(&l);
        if (indicator.len == 0) {
            if (l.lang == BS_LANG_JA) name_by_basis(&l, i);
            continue;
        }
        give_names(&l, indicator);
        i = l.members[l.count - 1];
    }
}

void bs__label_details(bs__job *job, size_t first)
{
    bs_quantity_array *all = &job->out->quantities;
    for (size_t i = first; i < all->count; i++) {
        bs_quantity *self = &all->items[i];
        bool nameless = self->indicator.len == 0 && self->subject.len == 0;
        bool of = self->of >= first && self->of < i && nameless && can_be_member(self);
        if (of) bs__label_take(self, &all->items[self->of]);
    }
}
