// SPDX-License-Identifier: GPL-3.0-or-later
// Korean lists that say what they measure once, in the item above: "수출은 247억 달러" over "-
// 반도체 152억 달러(33.1%↑), 휴대폰 12억 달러". The items below name what each number is of; the
// measure is that of the one item above which has a number of the same unit and kind under one
// name.
#include "engine/base/utf8.h"
#include "engine/core/unit.h"
#include "engine/extract/extract_internal.h"
#include "engine/extract/label_internal.h"
#include "engine/extract/role.h"
#include "engine/extract/words.h"

enum { ITEM_BYTES_MAX = 60, LEAD_BYTES_MAX = 40, HEAD_BYTES_MAX = 90 };

// What ends the name of a measure, which stands by itself: "일평균 수출액", "무역수지", "비중".
static const char measures[] =
    "액|량|률|율| "
    "수|건수|횟수|점수|지수|환자수|학생수|가구수|비|비용|비중|금리|가격|값|소득|생산|판매|투자|"
    "지출|이익|수익|손실|손익|흑자|적자|"
    "수지|잔고|실적|자산|부채|자본|예금|대출|매출|수출|수입|수출입|교역|무역|발주|수주|운임|요금|"
    "임금|급여|연봉|예산|세입|세출|채무|보조금|지원금|부담금|배당|배당금|출하|재고|소비|수요|공급|"
    "면적|인원|시간|"
    "기간|거리|속도|기온|농도|점수|한도|규모|합계|누계|총계|소계|평균|최고|최저|최대|최소|전체|"
    "차이|"
    "격차|폭|주가|유가|물가|단가|원가|전망|전망치|목표|예상|실업|고용|취업|발생|사망|출생|혼인|"
    "이혼|"
    "자금|재원|국비|도비|시비|여력|효과|감소|증가|상승|하락|확대|축소|기여도|성장|개선|지원|도입|"
    "응답|마진|부담|내수|가치|오차|신뢰수준|기대|심리|착공|준공|분양|미분양|인허가|입주|출고|"
    "등록|입국|출국|개통|가입|전세금|보증금|월세|전월세|매매가|전세가|분양가|판매가|도매가|소매가|"
    "공모가|종가|시가|호가";
static const char no_measures[] = "차량|설비|장비|정비|생수|준비|예비|경비";

// Who is counted is a measure of its own: "구직단념자는 35만 명".
static const char persons[] =
    "자|인구|환자|가구|학생|기업|업체|법인|직원|세대|주민|이용객|관광객|방문객|관람객";

// Without what is told in parentheses at its end: "설비투자(CAPEX)".
static bs_str before_aside(bs_str name)
{
    const char *open = bs_list_ends(name, ")") ? memrchr(name.ptr, '(', name.len) : NULL;
    return open != NULL ? bs_str_slice(name, 0, (size_t)(open - name.ptr)) : name;
}

bool bs__label_is_measure(bs_str name, bool counted)
{
    name = before_aside(name);
    bool sex = bs_list_ends(name, "남자|여자|남학생|여학생");
    if (counted && !sex && bs_list_ends(name, persons)) return true;
    return bs_list_ends(name, measures) && !bs_list_ends(name, no_measures);
}

// What an item opens with in parentheses, "(수출) 전년 동월 대비", where that is a measure; "(미래
// 투자)" is what is invested in.
static bs_str lead_of(bs_str text)
{
    enum { CHARS_MAX = 5 };
    size_t close = bs_str_find(bs_str_slice(text, 0, LEAD_BYTES_MAX), BS_STR(")"), 0);
    if (!bs_str_starts(text, BS_STR("(")) || close >= LEAD_BYTES_MAX) return (bs_str){0};
    bs_str lead = bs_str_trim(bs_str_slice(text, 1, close));
    size_t by = bs_str_find(lead, BS_STR("별 "), 0); // "(지역별 수출)"
    if (by < lead.len) lead = bs_str_slice(lead, by + strlen("별 "), lead.len);
    bool brief = bs_utf8_count(lead) <= CHARS_MAX && memchr(lead.ptr, ' ', lead.len) == NULL;
    return brief && bs__label_is_measure(lead, false) ? lead : (bs_str){0};
}

// Do two numbers say the same of what they measure: how much, what part of it, how it has moved?
static bool are_alike(const bs_quantity *a, const bs_quantity *b)
{
    bool share = (a->role == BS_ROLE_SHARE || a->role == BS_ROLE_LEVEL) &&
                 (b->role == BS_ROLE_SHARE || b->role == BS_ROLE_LEVEL);
    return (share || a->role == b->role) && bs_str_equal(a->unit, b->unit) &&
           !bs__label_is_time(b) && b->indicator.len > 0;
}

// The one name that the numbers of an item like `self` have; empty for none, *several for more.
static bs_str measure_in(const bs__job *job, const bs__parent *parent, const bs_quantity *self,
                         bool *several)
{
    bs_str found = {0};
    for (size_t i = parent->first; i < parent->end; i++) {
        const bs_quantity *other = &job->out->quantities.items[i];
        if (!are_alike(self, other)) continue;
        // "고용률은 63.4%, 15~64세 고용률은 70.1%": the second is of a part of the first.
        if (found.len > 0 && bs_str_find(other->indicator, found, 0) != SIZE_MAX) continue;
        // "소상공인 BSI는 72.3, 전망 BSI는 88.3": what both are.
        bs_str tail = bs_str_behind_last(found, " ");
        if (bs_utf8_count(tail) > 1 && tail.len < found.len &&
            bs_str_ends(other->indicator, tail)) {
            found = tail;
            continue;
        }
        *several |= found.len > 0;
        found = other->indicator;
    }
    return found;
}

// "수출" of "(수출)" below "정보통신산업 수출은 247억 달러, 수입은 141억 달러": the name that ends
// so.
static bs_str whole_measure(const bs__job *job, size_t depth, bs_str lead)
{
    while (depth-- > 0) {
        const bs__parent *parent = &job->parents[depth];
        for (size_t i = parent->first; i < parent->end; i++) {
            bs_str name = job->out->quantities.items[i].indicator;
            if (bs_str_ends(name, lead)) return name;
        }
    }
    return lead;
}

// What an item without numbers of its own goes on with: "(지역별)", "품목별 동향".
static bool only_divides(bs_str text)
{
    return text.len <= HEAD_BYTES_MAX && bs_list_ends(text, "별|별)|별 동향|별 현황|별 실적|별로");
}

// Does an item print numbers of the unit of `self`, or no levels at all: "(수출) 21.4% 증가"?
static bool prints_alike(const bs__job *job, const bs__parent *parent, const bs_quantity *self)
{
    size_t levels = 0;
    for (size_t i = parent->first; i < parent->end; i++) {
        const bs_quantity *other = &job->out->quantities.items[i];
        bool level = other->role == BS_ROLE_LEVEL && !bs__label_is_time(other) &&
                     bs_unit_dimension(other->unit) != BS_DIM_DURATION;
        if (level && bs_str_equal(other->unit, self->unit)) return true;
        levels += level;
    }
    return levels == 0;
}

static bs_str measure_above(const bs__job *job, size_t depth, const bs_quantity *self)
{
    while (depth-- > 0) {
        const bs__parent *parent = &job->parents[depth];
        if (parent->text.ptr == NULL) continue;
        bool several = false;
        bs_str found = measure_in(job, parent, self, &several), lead = lead_of(parent->text);
        if (several) return (bs_str){0};
        if (found.len > 0) return found;
        if (lead.len > 0 && prints_alike(job, parent, self)) return whole_measure(job, depth, lead);
        if (!only_divides(parent->text)) return (bs_str){0};
    }
    return (bs_str){0};
}

// The name of what a number is of, where that is all it has; empty where it has more or none.
static bs_str bare_name(const bs_quantity *self)
{
    if (self->subject.len > 0 && self->indicator.len > 0) return (bs_str){0};
    return self->subject.len > 0 ? self->subject : self->indicator;
}

// Does a name stand directly in front of its number, a particle and what the number is held
// against aside: "반도체 152억", "반도체(152억", "반도체는 전년 대비 3%"?
static bool stands_before(bs_str name, const bs_quantity *self, bs_str text)
{
    size_t start = bs__label_start(self, text);
    bool inside = name.ptr >= text.ptr && name.ptr + name.len <= text.ptr + start;
    if (!inside) return false;
    size_t end = (size_t)(name.ptr - text.ptr) + name.len;
    bs_str gap = bs_str_slice(text, end, start);
    if (bs_list_starts(gap, "은 |는 |이 |가 |도 ")) gap = bs_str_slice(gap, strlen("은 "), gap.len);
    gap = bs_str_trim(gap);
    return gap.len == 0 || bs_str_equal(gap, BS_STR("(")) || bs_str_equal(gap, BS_STR("약")) ||
           bs_str_equal(gap, BS_STR(":")) || bs__label_is_base(gap) ||
           bs__label_before_korean_base(gap).len == 0;
}

// What is given, spent or done is no part of what the item above measures: "120억 원을 지원".
static bool is_object(const bs_quantity *self, bs_str text)
{
    size_t end = bs__label_end(self, text);
    if (end < text.len && text.ptr[end] == '(') {
        size_t close = bs_str_find(bs_str_slice(text, 0, end + LEAD_BYTES_MAX), BS_STR(")"), end);
        if (close < text.len) end = close + 1;
    }
    bs_str behind = bs_str_trim(bs_str_slice(text, end, text.len));
    static const char done[] =
        "을|를|어치|씩|에게|에 대|의 |규모|까지|부터|에서|설치|보급|구축|지원|"
        "확보|도입|운영|투입|조성|건설|개최|실시|양성|채용|선발|모집|배치|"
        "공급|투자|집행|배정|편성|발행|조달|유치|체결|추가|제공|지급|부과";
    return bs_list_starts(behind, done);
}

// A word that tells is no name; schools and wells that end like one are.
static bool is_told(bs_str name)
{
    static const char connected[] =
        "했고|하고|되고|이고|였고|었고|았고|지고|리고|늘고|줄고|많고|높고|낮고";
    if (bs_list_ends(name, "고")) return bs_list_ends(name, connected);
    return bs__label_is_korean_verb(name);
}

static bool is_item(bs_str name, const bs_quantity *self)
{
    static const char others[] = "정부|부처|위원회|기재부|산업부|국토부|당국|총|이 중|이 가운데";
    bool counted = bs_unit_dimension(self->unit) == BS_DIM_COUNT_OF;
    bool named = bs_utf8_count(name) > 1 || bs_list_starts(name, "쌀|밀|콩|닭|귤|배|김|금|은|철");
    return name.len > 0 && name.len <= ITEM_BYTES_MAX && named &&
           !bs__label_is_measure(name, counted) && !bs_list_starts(name, others) &&
           !is_told(name) && !bs__label_ends_in_time(name);
}

// The measure of the parenthesis that the passage itself opens with: "(수입) 반도체 68억 달러".
static bs_str own_measure(const bs__job *job, size_t depth, bs_str text)
{
    bs_str lead = lead_of(text);
    return lead.len > 0 ? whole_measure(job, depth, lead) : lead;
}

// An item that has got a measure.
typedef struct named_item {
    const bs_quantity *quantity;
    bs_str name;
    bs_str measure;
} named_item;

// Is a number another one of the item before it: of its name, or in its parenthesis, "한국 148만
// CGT(31척, 점유율 36%)"?
static bool details(const named_item *last, const bs_quantity *self, bs_str name, bs_str text)
{
    if (last->quantity == NULL) return false;
    if (name.ptr == last->name.ptr && name.len == last->name.len) return true;
    bs_str between = bs__label_between(last->quantity, self, text);
    return bs_list_starts(between, "(") && self->subject.len == 0 &&
           bs__label_is_measure(name, false) && bs_str_find(between, BS_STR(")"), 0) == SIZE_MAX;
}

// Does nothing stand in front of a name in its sentence but numbers, or words that only lead to it?
// In "내수에서는 하이브리드가 5만 대로" the item says by itself what is measured.
static bool opens_sentence(bs_str name, bs_str text)
{
    static const char leads[] =
        "별 :|별:|)|별로|별로는|별로 보면|특히|한편|다만|제외한|포함한|이 중|이 가운데|그중|"
        "그 중|중";
    size_t at = (size_t)(name.ptr - text.ptr);
    bs_str front = bs_str_trim(bs_str_slice(text, bs_role__start_before(text, 0, at), at));
    return front.len == 0 || bs_list_ends(front, leads);
}

// The items of a passage, as they are named one after the other.
typedef struct item_list {
    bs__job *job;
    const bs__passage *passage;
    size_t depth;
    named_item last;
} item_list;

static bs_str measure_of_item(const item_list *l, const bs_quantity *self, bs_str name)
{
    bs_str text = l->passage->text;
    const bs_quantity *last = l->last.quantity;
    bool in_list = last != NULL && bs_role__same_sentence(text, last, self);
    bool listed = in_list && bs_str_equal(last->unit, self->unit);
    if (!is_item(name, self) || !stands_before(name, self, text)) return (bs_str){0};
    if (is_object(self, text) && !listed) return (bs_str){0};
    if (!in_list && !opens_sentence(name, text)) return (bs_str){0};
    bs_str above = own_measure(l->job, l->depth, text);
    if (above.len == 0) above = measure_above(l->job, l->depth, self);
    // "항공여객" over "국제선 여객": it has its measure.
    bool again = bs_str_find(name, above, 0) != SIZE_MAX ||
                 bs_str_ends(above, bs_str_behind_last(name, " "));
    return again ? (bs_str){0} : above;
}

// The name of a number that has no measure beside it: not what the item opens with in parentheses.
static bs_str name_of(const bs_quantity *self, bs_str text)
{
    size_t lead = bs_str_starts(text, BS_STR("(")) ? LEAD_BYTES_MAX : 0;
    bool led = self->subject.len > 0 && self->indicator.len > 0 && self->subject.ptr > text.ptr &&
               self->subject.ptr < text.ptr + lead;
    return led ? self->indicator : bare_name(self);
}

static void name_item(item_list *l, bs_quantity *self)
{
    bs_str text = l->passage->text, lead = lead_of(text), name = name_of(self, text);
    if (name.len == 0 || bs_unit_dimension(self->unit) == BS_DIM_DURATION) return;
    bool led = self->subject.len > 0 && self->indicator.len > 0;
    if (led && lead.len == 0) return;
    if (details(&l->last, self, name, text)) {
        // "밀 31만 톤(271달러)": a price, where the item above tells one.
        bool other =
            self->kind != BS_KIND_PERCENT && !bs_str_equal(l->last.quantity->unit, self->unit);
        bs_str own = other ? measure_above(l->job, l->depth, self) : (bs_str){0};
        bool measured = name.ptr != l->last.name.ptr;
        self->indicator = measured ? name : own.len > 0 ? own : l->last.measure;
        self->subject = l->last.name;
        return;
    }
    if (lead.len > 0 && self->indicator.len == 0 && bs_str_equal(name, lead)) {
        self->indicator = own_measure(l->job, l->depth, text);
        self->subject = (bs_str){0};
        return;
    }
    bs_str measure = measure_of_item(l, self, name);
    if (measure.len == 0) return;
    l->last = (named_item){self, name, measure};
    self->indicator = measure;
    self->subject = name;
}

static void name_passage(bs__job *job, const bs__passage *passage, size_t first, size_t depth)
{
    item_list l = {.job = job, .passage = passage, .depth = depth};
    for (size_t i = first; i < job->out->quantities.count; i++)
        name_item(&l, &job->out->quantities.items[i]);
}

// "(이자이익) 29.7조원으로 전년 대비 0.1조원 감소": a heading whose numbers are of what it opens
// with.
static void name_heading(bs__job *job, const bs__passage *passage, size_t first)
{
    bs_str lead = lead_of(passage->text);
    for (size_t i = first; lead.len > 0 && i < job->out->quantities.count; i++) {
        bs_quantity *self = &job->out->quantities.items[i];
        bool amount = self->kind == BS_KIND_QUANTITY || self->kind == BS_KIND_PERCENT ||
                      self->kind == BS_KIND_CURRENCY;
        if (amount && self->indicator.len == 0 && self->subject.len == 0) self->indicator = lead;
    }
}

static size_t slot_of(const bs__passage *passage)
{
    size_t level = passage->title ? 0 : passage->level;
    return level < BS__PARENT_LEVELS ? level : BS__PARENT_LEVELS - 1;
}

static bool is_note(const bs__job *job, const bs__passage *passage)
{
    return job->out->document->blocks.items[passage->block - 1].kind == BS_BLOCK_NOTE;
}

void bs__enter_passage(bs__job *job, const bs__passage *passage)
{
    if (passage->table > 0 || is_note(job, passage)) return;
    size_t slot = slot_of(passage), count = job->out->quantities.count;
    for (size_t i = slot; i < BS__PARENT_LEVELS; i++)
        job->parents[i] = (bs__parent){0};
    job->parents[slot] = (bs__parent){passage->text, count, count};
}

void bs__label_below(bs__job *job, const bs__passage *passage, size_t first)
{
    if (passage->table > 0) return;
    bool note = is_note(job, passage);
    size_t depth = note ? BS__PARENT_LEVELS : slot_of(passage);
    if (passage->lang == BS_LANG_KO && passage->title) name_heading(job, passage, first);
    if (passage->lang == BS_LANG_KO && !passage->title && depth > 0)
        name_passage(job, passage, first, depth);
    if (!note) job->parents[depth].end = job->out->quantities.count;
}
