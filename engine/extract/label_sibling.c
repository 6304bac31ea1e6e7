// SPDX-License-Identifier: GPL-3.0-or-later
// Korean clauses that leave the measure to the one before: "주택 부문 매출은 5조원으로 줄었고
// 플랜트 부문은 3조원으로 늘었다", "서울 매매가격은 0.2% 올랐다. 송파구(0.4%)가 가장 많이 올랐다".
// What is no measure by itself takes the one that was told last of a number like its own; across
// sentences only places and groups of people do, which measure nothing.
#include "engine/base/utf8.h"
#include "engine/core/unit.h"
#include "engine/extract/extract_internal.h"
#include "engine/extract/label_internal.h"
#include "engine/extract/role.h"

enum { NAME_BYTES_MAX = 45, LOOK_BACK_MAX = 12 };

static bool is_group(bs_str name)
{
    static const char names[] = "서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|전북|"
                                "전남|경북|경남|제주|수도권|"
                                "비수도권|지방|전국|강남|강북|남성|여성|남자|여자|미국|중국|일본|"
                                "유럽|독일|영국|프랑스|인도|"
                                "베트남|대만|한국|호주|캐나다|러시아|브라질|멕시코|스페인|"
                                "이탈리아|네덜란드|스위스|싱가포르|홍콩|태국|인도네시아|"
                                "말레이시아|필리핀|유로존|아세안|북미|중남미|중동|5대 "
                                "광역시|8개도|내국인|남학생|여학생|개별|연결|별도";
    static const char wards[] = "구|군";
    static const char others[] = "가구|도구|연구|기구|친구|입구|출구|요구|항구|인구|공군|육군|해군|"
                                 "장군|미군|제품군|사업군|직군|상품군|종목군|업종군|시구|전구|야구|"
                                 "농구|축구|지구|탁구|배구|당구|단계군|실험군|대조군|구군|시군";
    enum { WARD_CHARS_MAX = 4 };
    if (bs_list_is(name, names)) return true;
    bool digit = name.len > 0 && name.ptr[0] >= '0' && name.ptr[0] <= '9';
    if (digit) return bs_list_ends(name, "대|세|이상|이하|미만|분위");
    size_t chars = bs_utf8_count(name);
    return chars > 1 && chars <= WARD_CHARS_MAX && bs_list_ends(name, wards) &&
           !bs_list_ends(name, others) && memchr(name.ptr, ' ', name.len) == NULL;
}

static bool end_alike(bs_str a, bs_str b)
{
    return bs_utf8_decode_before(a, a.len).code == bs_utf8_decode_before(b, b.len).code;
}

// The measure of `before` for another thing, "매출" of "주택 부문 매출" for "플랜트 부문", "국제선
// 분담률" of "저비용항공사의 국제선 분담률".
static bs_str measure_for(bs_str before, bs_str name)
{
    bs_str measure = before;
    for (size_t at = 0; (at = bs_str_find(before, BS_STR("의 "), at)) != SIZE_MAX;) {
        at += strlen("의 ");
        measure = bs_str_slice(before, at, before.len);
    }
    // "서울의 경우 전세금"
    if (bs_list_starts(measure, "경우 "))
        return bs_str_slice(measure, strlen("경우 "), measure.len);
    if (measure.len < before.len) return measure;
    bs_str last = bs_str_behind_last(before, " ");
    bs_str owner = bs_str_trim(bs_str_slice(before, 0, before.len - last.len));
    size_t blank = bs_str_find(before, BS_STR(" "), 0);
    // "치킨집 수"; who is counted in "인구이동자 수" is counted everywhere.
    bool number =
        bs_str_equal(last, BS_STR("수")) && !bs_list_ends(owner, "자|객|생|원|인|민|인구");
    if (owner.len > 0 && (number || end_alike(owner, name))) return last;
    if (owner.len > 0 && is_group(bs_str_slice(before, 0, blank)))
        return bs_str_slice(before, blank + 1, before.len);
    return before;
}

static bool are_alike(const bs_quantity *a, const bs_quantity *b)
{
    bool level = (a->role == BS_ROLE_LEVEL || a->role == BS_ROLE_SHARE) &&
                 (b->role == BS_ROLE_LEVEL || b->role == BS_ROLE_SHARE);
    return (level || a->role == b->role) && bs_str_equal(a->unit, b->unit);
}

// A number that tells a measure: "매출" of a subject, or the name of one.
static bool tells(const bs_quantity *quantity)
{
    return !bs__label_is_time(quantity) && quantity->kind != BS_KIND_RANGE &&
           bs_unit_dimension(quantity->unit) != BS_DIM_DURATION &&
           bs__label_is_measure(quantity->indicator, false) &&
           !bs_list_ends(quantity->indicator, "폭");
}

// "가장 많았고 다음은 남부병원이 7만 명": the next one in the order of the measure before it.
static bool is_next_in_order(bs_str name, bs_str text)
{
    bs_str front = bs_str_trim(bs_str_slice(text, 0, (size_t)(name.ptr - text.ptr)));
    return bs_list_ends(front, "다음은|다음으로|다음으로는|뒤를 이어|이어|그다음은");
}

// "입원환자 역시 중앙병원이 91만 명", "수익도 중앙병원이 3조 원": a measure and who has it.
static void part_also(bs_quantity *self, bs_str text)
{
    bs_str name = self->indicator;
    size_t at = bs_str_find(name, BS_STR(" 역시 "), 0), len = strlen(" 역시 ");
    if (at == SIZE_MAX) {
        at = bs_str_find(name, BS_STR("도 "), 0);
        len = strlen("도 ");
        if (at == SIZE_MAX || !bs__label_is_measure(bs_str_slice(name, 0, at), true)) return;
    }
    bool inside = name.ptr >= text.ptr && name.ptr + name.len <= text.ptr + text.len;
    bs_str owner = bs_str_slice(name, at + len, name.len);
    if (self->subject.len > 0 || at == 0 || owner.len == 0 || !inside) return;
    bs_str behind = bs_str_slice(text, (size_t)(name.ptr + name.len - text.ptr), text.len);
    if (!bs_list_starts(behind, "이 |가 |은 |는 ")) return;
    self->indicator = bs_str_slice(name, 0, at);
    self->subject = owner;
}

// "그 다음은 남부병원이 25만 명, 북부병원 22만 명": no measure, but the order.
static void drop_order(bs_quantity *self)
{
    bool order = bs_list_ends(self->indicator, " 다음|그다음") ||
                 bs_list_is(self->indicator, "다음|다음으로");
    if (!order || self->subject.len == 0) return;
    self->indicator = self->subject;
    self->subject = (bs_str){0};
}

// Where does the clause of a name begin? Behind the end of the one before it, or with the sentence.
static bool opens_clause(bs_str name, bs_str text, bool far)
{
    static const char ends[] = "로|고|며|면|만|나|데|,|반면|면서|·|가운데|이 중|특히|별로|별로는";
    static const char fronts[] = "별로|별로는|특히|,|반면|이 중|이 가운데|보다|고|은";
    size_t at = (size_t)(name.ptr - text.ptr);
    bs_str front = bs_str_trim(bs_str_slice(text, bs_role__start_before(text, 0, at), at));
    if (front.len == 0 || is_next_in_order(name, text)) return true;
    // "여성(37.8%)이 남성(27.6%)보다"
    bool beside = bs_list_ends(front, ")이|)가|)은|)는|)보다|),|)");
    return beside || bs_list_ends(front, far ? fronts : ends);
}

// Does a name stand in front of its number as the topic of a clause, or with it in parentheses?
static bool heads_clause(bs_str name, const bs_quantity *self, bs_str text)
{
    size_t start = bs__label_start(self, text);
    bool inside = name.ptr >= text.ptr && name.ptr + name.len <= text.ptr + start;
    if (!inside) return false;
    bs_str gap = bs_str_slice(text, (size_t)(name.ptr - text.ptr) + name.len, start);
    if (bs_str_equal(gap, BS_STR("("))) return true;
    if (!bs_list_starts(gap, "은 |는 |이 |가 ")) return false;
    gap = bs_str_trim(bs_str_slice(gap, strlen("은 "), gap.len));
    bs_str behind = bs_str_slice(text, bs__label_end(self, text), text.len);
    bool object = bs_list_starts(behind, "을 |를 |어치|의 |씩");
    return !object && (gap.len == 0 || bs_str_equal(gap, BS_STR("약")) ||
                       bs__label_before_korean_base(gap).len == 0);
}

// "광주(-15.2%)와 제주(-10.5%)는 감소율이 두 자릿수였다": the sentence goes on to name a measure.
static bool is_named_behind(const bs_quantity *self, bs_str text)
{
    bs_str rest = bs_str_slice(text, bs__label_end(self, text), text.len);
    rest = bs_str_slice(rest, 0, bs_str_find(rest, BS_STR(". "), 0));
    return bs_str_has_any(rest, "은 감소율이|는 감소율이|은 증가율이|는 증가율이|은 상승률이|"
                                "는 상승률이|은 하락률이|는 하락률이|은 비중이|는 비중이");
}

// The number in front that tells the measure of number `index`, which is called `name`; NULL for
// none.
static const bs_quantity *teller(const bs__job *job, const bs__passage *passage, size_t first,
                                 size_t index, bs_str name)
{
    const bs_quantity_array *all = &job->out->quantities;
    const bs_quantity *self = &all->items[index];
    bool group = is_group(name);
    for (size_t i = index; i-- > first && index - i <= LOOK_BACK_MAX;) {
        const bs_quantity *other = &all->items[i];
        bool near = bs_role__same_sentence(passage->text, other, self);
        // "지지율은 미래당 39%이다. 미래당은 2%포인트 상승"
        bool told_of = other->kind == self->kind && other->indicator.len > 0 &&
                       bs_str_equal(other->subject, name);
        if (told_of) return other;
        if (!near && !group) continue;
        bool ordered =
            near && is_next_in_order(name, passage->text) &&
            (other->subject.len > 0 || bs_str_find(other->indicator, BS_STR("의 "), 0) != SIZE_MAX);
        bool sibling = near && group && other->indicator.len > 0 && is_group(other->subject);
        if (!are_alike(other, self) || (!tells(other) && !ordered && !sibling)) continue;
        return opens_clause(name, passage->text, !near) ? other : NULL;
    }
    const bs_quantity *told = &job->told[self->kind == BS_KIND_PERCENT];
    bool digit = name.ptr[0] >= '0' && name.ptr[0] <= '9';
    bool known = group && !digit && passage->level == 0 && told->indicator.len > 0 &&
                 !is_named_behind(self, passage->text);
    return known && are_alike(told, self) && opens_clause(name, passage->text, true) ? told : NULL;
}

// Where a name that stands directly in front of its number begins; SIZE_MAX where it does not.
static size_t beside(bs_str name, const bs_quantity *self, bs_str text)
{
    size_t start = bs__label_start(self, text);
    bool inside = name.ptr >= text.ptr && name.ptr + name.len <= text.ptr + start;
    if (!inside) return SIZE_MAX;
    size_t at = (size_t)(name.ptr - text.ptr);
    bs_str gap = bs_str_trim(bs_str_slice(text, at + name.len, start));
    bool basis = bs_list_is(gap, "기준|기준으로"); // "개별 기준 14.3%"
    return gap.len == 0 || basis ? at : SIZE_MAX;
}

// "지출액 1조 원(의료 2천억 원, 쇼핑 5천억 원)": the amount whose parts a parenthesis lists.
static bs_str measure_of_whole(const bs_quantity_array *all, size_t first, size_t index,
                               bs_str text)
{
    const bs_quantity *self = &all->items[index];
    for (size_t i = index; i-- > first && index - i <= LOOK_BACK_MAX;) {
        const bs_quantity *other = &all->items[i];
        bs_str between = bs__label_between(other, self, text);
        if (bs_str_find(between, BS_STR(")"), 0) != SIZE_MAX) break;
        if (!bs_list_starts(between, "(")) continue;
        bool whole = bs_str_equal(other->unit, self->unit) && self->kind != BS_KIND_PERCENT;
        return whole && tells(other) ? other->indicator : (bs_str){0};
    }
    return (bs_str){0};
}

// The measure that is told in front of a name at byte `at`: "요금은 서울 24만 원", "신규 수주 :
// 대만 A사 130억원", "사용액 5조원 중 음식점 41%".
static bs_str measure_in_front(const bs_quantity_array *all, size_t first, size_t index, size_t at,
                               bs_str text)
{
    const bs_quantity *self = &all->items[index];
    bs_str name = self->indicator, front = bs_str_trim(bs_str_slice(text, 0, at)), found = {0};
    size_t limit = index > first ? bs__label_end(self - 1, text) : 0;
    if (limit > at) return found;
    if (is_group(name) && bs__label_is_topic(front, BS_LANG_KO))
        found = bs__label_topic(text, at, BS_LANG_KO);
    // "매출액(개별 2.2%, 연결 5.4%)"
    if (is_group(name) && bs_list_ends(front, "(") && front.len > limit)
        found = bs__label_phrase(text, limit, front.len - 1, BS_LANG_KO);
    if (bs_list_ends(front, ":") && front.len > limit)
        found = bs__label_phrase(text, limit, front.len - 1, BS_LANG_KO);
    bool share = self->kind == BS_KIND_PERCENT && index > first &&
                 self[-1].kind != BS_KIND_PERCENT && tells(self - 1) &&
                 bs_str_equal(bs_str_trim(bs_str_slice(text, limit, at)), BS_STR("중"));
    if (share) found = self[-1].indicator;
    return bs__label_is_measure(found, false) ? found : (bs_str){0};
}

// The measure of a name that stands directly in front of number `index`; `run`: that of the number
// before it, where both are of a list.
static bs_str measure_beside(const bs_quantity_array *all, size_t first, size_t index, bs_str run,
                             bs_str text)
{
    const bs_quantity *self = &all->items[index];
    size_t at = self->subject.len == 0 ? beside(self->indicator, self, text) : SIZE_MAX;
    if (at == SIZE_MAX) return (bs_str){0};
    bs_str whole = measure_of_whole(all, first, index, text);
    if (whole.len == 0) whole = measure_in_front(all, first, index, at, text);
    size_t limit = index > first ? bs__label_end(self - 1, text) : at;
    bool listed = run.len > 0 && limit < at && self->kind == self[-1].kind &&
                  bs_str_equal(bs_str_trim(bs_str_slice(text, limit, at)), BS_STR(","));
    return whole.len == 0 && listed ? run : whole;
}

// "중국 투자가 38억 달러, 한국 21억 달러", "수익도 중앙병원이 3조 원으로 가장 많았고 남부병원 2조
// 원": what was told of the first of a list.
static bs_str measure_of_first(const bs_quantity_array *all, size_t first, size_t index,
                               bs_str text)
{
    const bs_quantity *self = &all->items[index], *before = self - 1;
    if (index == first || !are_alike(before, self)) return (bs_str){0};
    size_t at = beside(self->indicator, self, text), limit = bs__label_end(before, text);
    if (at == SIZE_MAX || limit >= at) return (bs_str){0};
    bs_str gap = bs_str_trim(bs_str_slice(text, limit, at));
    if (bs_list_ends(gap, "이어"))
        gap = bs_str_trim(bs_str_slice(gap, 0, gap.len - strlen("이어")));
    if (bs_list_ends(gap, ",")) gap.len--;
    bool most =
        bs_list_ends(gap, "가장 많았고|가장 높았고|가장 컸고|가장 많고|가장 높고|가장 크고|"
                          "가장 많았으며|가장 높았으며|가장 컸으며|가장 많으며|가장 높으며");
    if (most && before->subject.len > 0) return before->indicator;
    bs_str name = before->indicator;
    size_t blank = bs_str_find(name, BS_STR(" "), 0);
    bool listed = is_group(self->indicator) && blank < name.len && tells(before) &&
                  bs_str_equal(bs_str_trim(bs_str_slice(text, limit, at)), BS_STR(","));
    if (!listed || !is_group(bs_str_slice(name, 0, blank))) return (bs_str){0};
    return bs_str_slice(name, blank + 1, name.len);
}

// "지역별 순이동(전입-전출)을 보면 인천(2,140명)": the measure that a sentence sets out to look at.
static bs_str measure_seen(const bs_quantity_array *all, size_t first, size_t index, bs_str name,
                           bs_str text)
{
    const bs_quantity *self = &all->items[index];
    size_t limit = index > first ? bs__label_end(self - 1, text) : 0;
    size_t at = (size_t)(name.ptr - text.ptr);
    if (!heads_clause(name, self, text) || limit >= at) return (bs_str){0};
    bs_str front = bs_str_trim(bs_str_slice(text, limit, at));
    if (!bs_list_ends(front, "을 보면|를 보면")) return (bs_str){0};
    size_t stop = limit + front.len - strlen("을 보면");
    stop += (size_t)(front.ptr - text.ptr) - limit;
    bs_str found = bs__label_phrase(text, limit, stop, BS_LANG_KO);
    found = bs__label_without_aside(found);
    bool each = bs_str_find(found, BS_STR("별 "), 0) != SIZE_MAX && // "지역별 순이동"
                !bs_list_ends(found, "현황|동향|특성|내용|결과|내역|순위");
    return each || bs__label_is_measure(found, false) ? found : (bs_str){0};
}

// "강주(2,140명), 해주(1,310명)": the next in brackets.
static bool follows_bracket(const bs_quantity *self, bs_str name, bs_str text)
{
    size_t behind = (size_t)(self[-1].text.ptr - text.ptr) + self[-1].text.len;
    size_t at = (size_t)(name.ptr - text.ptr);
    return behind < at && self->kind == self[-1].kind && bs_str_equal(self->unit, self[-1].unit) &&
           bs_str_equal(bs_str_trim(bs_str_slice(text, behind, at)), BS_STR("),"));
}

static void remember(bs__job *job, size_t first)
{
    for (size_t i = first; i < job->out->quantities.count; i++) {
        const bs_quantity *self = &job->out->quantities.items[i];
        if (tells(self)) job->told[self->kind == BS_KIND_PERCENT] = *self;
    }
}

static bool counts(const bs_quantity *quantity)
{
    return bs_unit_dimension(quantity->unit) == BS_DIM_COUNT_OF;
}

void bs__label_siblings(bs__job *job, const bs__passage *passage, size_t first)
{
    bs_quantity_array *all = &job->out->quantities;
    if (passage->lang != BS_LANG_KO || passage->table > 0) return;
    bs_str named = {0}, measure = {0}, run = {0}, seen = {0};
    for (size_t i = first; i < all->count; i++) {
        bs_quantity *self = &all->items[i];
        part_also(self, passage->text);
        drop_order(self);
        bs_str name = self->subject.len > 0 ? self->subject : self->indicator;
        bool bare = name.len > 0 && (self->subject.len == 0 || self->indicator.len == 0);
        if (!bare || name.len > NAME_BYTES_MAX) continue;
        bool again = name.ptr == named.ptr && name.len == named.len;
        bool item = !again && bs_utf8_count(name) > 1 &&
                    !bs__label_is_measure(name, counts(self)) && !bs__label_ends_in_time(name);
        run = item ? measure_beside(all, first, i, run, passage->text) : (bs_str){0};
        if (item && run.len == 0) run = measure_of_first(all, first, i, passage->text);
        if (item && run.len == 0 && seen.len > 0 && follows_bracket(self, name, passage->text))
            run = seen;
        if (item && run.len == 0) run = measure_seen(all, first, i, name, passage->text);
        seen = run;
        bool heads = item && run.len == 0 && heads_clause(name, self, passage->text);
        const bs_quantity *from = heads ? teller(job, passage, first, i, name) : NULL;
        if (!again && from == NULL && run.len == 0) continue;
        if (run.len > 0) measure = run;
        if (from != NULL)
            measure = from->subject.len > 0 ? from->indicator : measure_for(from->indicator, name);
        if (from != NULL) run = measure; // of those that a list goes on with
        named = name;
        self->indicator = measure;
        self->subject = named;
    }
    if (passage->title) memset(job->told, 0, sizeof job->told);
    remember(job, first);
}
