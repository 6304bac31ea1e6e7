// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/extract/relative.h"

#include "engine/base/utf8.h"
#include "engine/core/prefix.h"
#include "engine/extract/moment_internal.h"
#include "engine/extract/numeral.h"
#include "engine/extract/words.h"

typedef struct relative_row {
    bs_str text; // first, for bs_prefix; in byte order
    bs_lang lang;
    bs_frequency unit; // year or month
    int distance;
    bool of_period; // counted from the period that is spoken of, not from today: 전년, 上年
    bool same_part; // the same part of that year: the same quarter last year
    bs__mention_kind kind;
} relative_row;

static const relative_row rows[] = {
#include "engine/extract/relative.inc"
};

static uint32_t lang_bit(const void *row)
{
    return UINT32_C(1) << ((const relative_row *)row)->lang;
}
BS_LEXICON(static, lexicon, rows, 0, lang_bit);

// Behind or before these a relative time is what something is compared with.
static const char bases_behind[] =
    "との比較|との比|대비|보다|동기|동월|동일|비 |비는 |비로 |비로는 |비도 |수준|에 비해|와 "
    "비교|같은|同期|同月|同比|比|より|"
    "に比べ|を上回|を下回|に対|度比|水平|並み|差0|差1|差2|差3|差4|差5|差6|差7|差8|差9|差 "
    "|差　|差で|差は|"
    "差▲|差マイナス|基期|基数|高基数|低基数|기저|의 기저";
static const char bases_before[] =
    "比|较|比去|比上| from| than| over| against|compared with|compared to|"
    " versus| on| of| since| level| levels|을 |를 |対";

// Behind a number that rises or falls, the time in front of it is what it is compared with:
// "전년동월 4.6% 증가".
static bool moves_on(bs_str after)
{
    enum { REACH_BYTES_MAX = 60 };
    size_t at = 0, len;
    for (; at < after.len && at < REACH_BYTES_MAX; at += bs_utf8_decode(after, at).len) {
        bs_rune rune = bs_utf8_decode(after, at);
        // "전년동월 24억 달러에서 21억 달러로 축소": where a movement begins.
        if (bs_list_starts(bs_str_slice(after, at, after.len),
                           "에서 |보다|대비|에 비해|から|に比べ"))
            return false;
        bool comma = rune.code == ',' && bs_digit_at(after, at + 1, &len) < 0;
        if (comma || rune.code == ')' || rune.code == ';' || rune.code == 0xFF09 ||
            rune.code == 0x3001 || rune.code == 0x3002 || rune.code == 0xFF0C)
            break;
    }
    bs_str clause = bs_str_slice(after, 0, at);
    return bs_word_in(clause, BS_MEANS_UP) || bs_word_in(clause, BS_MEANS_DOWN) ||
           bs_list_ends(clause, "↑|↓|▲|▼");
}

// "지난해 같은 기간(29억 6,300만 달러)", "去年同期为": not a base but the time of the number that
// follows. The bytes of "the same part" behind a relative year; 0 when none stands there or it is a
// base.
static const char *const parts[] = {"같은 기간", "같은 달", "같은 분기", "같은기간", "같은달",
                                    "같은분기",  "동기간",  "동기",      "동월",     "동분기",
                                    "同期間",    "同期",    "同月",      "同四半期"};

// "上年同期净利润为6.68亿元", "전년 동월 취업자는 2,800만 명": a noun and a copula, and then the
// number of that time.
static bool names_number(bs_str after)
{
    enum { NOUN_BYTES_MAX = 60 };
    static const char copulas[] = "为|是|為|达|達|仅|は|が|은 |는 |이 |가 ";
    size_t at = 0, len;
    while (at < after.len && at < NOUN_BYTES_MAX && bs_digit_at(after, at, &len) < 0) {
        if (bs_list_starts(bs_str_slice(after, at, after.len),
                           ",|，|、|。|(|（|比|대비|보다|과 비|와 비|より"))
            return false;
        at += bs_utf8_decode(after, at).len;
    }
    return bs_list_ends(bs_str_slice(after, 0, at), copulas) && !moves_on(after);
}

// "54亿", "约54亿", "港币五十四亿元": does an amount begin there, behind what may stand in front?
static bool begins_number(bs_str text)
{
    static const char money[] =
        "港币|港幣|人民币|人民幣|新台币|新台幣|新臺幣|美元|HK$|US$|RMB|$|￥|¥";
    static const char digits[] = "一|二|三|四|五|六|七|八|九|十|百|千|两|兩";
    size_t len;
    text = bs_str_trim(text);
    if (bs_list_starts(text, "约|約|近|逾|超"))
        text = bs_str_trim(bs_str_slice(text, strlen("约"), text.len));
    for (bs_str rest = bs_str_from(money), one; bs_str_next(&rest, '|', &one);) {
        if (!bs_str_starts(text, one)) continue;
        text = bs_str_trim(bs_str_slice(text, one.len, text.len));
        return bs_digit_at(text, 0, &len) >= 0 || bs_list_starts(text, digits);
    }
    return bs_digit_at(text, 0, &len) >= 0 || bs_list_starts(text, "百分之");
}

static size_t same_part(bs_str text, size_t end)
{
    static const char goes_on[] =
        "(|（|말(|말 (|말은 |말의 |말에는|에는|은 |의 |엔 |为|為|は|の|：|:|亏损|盈利|实现";
    bs_str rest = bs_str_slice(text, end, text.len);
    bs_str first = bs_str_trim(rest);
    size_t blanks = first.len > 0 ? (size_t)(first.ptr - rest.ptr) : 0;
    for (size_t i = 0; i < BS_COUNT(parts); i++) {
        bs_str part = bs_str_from(parts[i]);
        if (!bs_str_starts(first, part)) continue;
        bs_str after = bs_str_trim(bs_str_slice(first, part.len, first.len));
        size_t end_of = bs_str_starts(after, BS_STR("말")) ? strlen("말") : 0;
        if (bs_list_starts(after, goes_on) || names_number(after))
            return blanks + part.len + end_of;
        bool of = bs_list_starts(after, "的|之");
        bool number = begins_number(bs_str_slice(after, of ? strlen("的") : 0, after.len));
        if (number && (of || !moves_on(after))) return blanks + part.len;
    }
    return 0;
}

// "올해 같은 기간", "今年同期": the bytes of "the same part" behind the present year, which nothing
// is held against.
static size_t part_of_this_year(bs_str text, size_t end)
{
    bs_str rest = bs_str_slice(text, end, text.len), first = bs_str_trim(rest);
    for (size_t i = 0; i < BS_COUNT(parts); i++) {
        if (bs_str_starts(first, bs_str_from(parts[i])))
            return (size_t)(first.ptr - rest.ptr) + strlen(parts[i]);
    }
    return 0;
}

bool bs__is_equalled(bs_str before, bs_str after)
{
    static const char korean[] =
        "와 같|과 같|와 동일|과 동일|와 비슷|과 비슷|와 유사|과 유사|와 마찬|과 마찬";
    static const char fronts[] = "与|與|和|同|跟";
    static const char equals[] = "持平|基本持平|相当|相當|相同|一致|总体持平|大体持平|大體持平";
    before = bs_str_trim(before);
    if (bs_list_starts(after, korean) || bs_list_starts(after, "と同|並み|と変わ|と横ばい"))
        return true;
    if (bs_list_ends(before, "unchanged from|same as in|same as|in line with|持平于|持平於"))
        return true;
    return bs_list_starts(after, equals) && bs_list_ends(before, fronts);
}

bool bs__is_held_by_points(bs_str before, bs_str after)
{
    static const char fronts[] = "高于|低于|快于|慢于|高出|低过|高过|超过|超";
    static const char units[] = "个百分点|個百分點|百分点|百分點|个点|%p";
    after = bs_str_trim(after);
    before = bs_str_trim(before);
    if (bs_list_starts(after, "同期|同月")) after = bs_str_slice(after, strlen("同期"), after.len);
    if (!bs_list_ends(before, fronts)) return false;
    size_t at = 0, len = 0;
    while (at < after.len) {
        bool digit = bs_digit_at(after, at, &len) >= 0;
        // "高于上年1.3和3.6个百分点"
        bool joint = at > 0 && bs_list_starts(bs_str_slice(after, at, after.len), "和|、|与|及");
        if (!digit && !joint && after.ptr[at] != '.') break;
        at += digit ? len : joint ? strlen("和") : 1;
    }
    bs_str unit = bs_str_trim(bs_str_slice(after, at, after.len));
    return at > 0 && bs_list_starts(unit, units);
}

// "올해 예산에 비해 7.6%", "지난해 규모보다": a word between the time and "than".
static bool is_base_of_noun(bs_str after)
{
    enum { NOUN_BYTES_MAX = 36 };
    static const char than[] = "보다|에 비해|에 비하|대비|와 비교|과 비교|に比べ|と比べ|より|相比";
    for (size_t at = 0; at < after.len && at < NOUN_BYTES_MAX;) {
        size_t len;
        bs_rune rune = bs_utf8_decode(after, at);
        bool stop = rune.code == ' ' || rune.code == ',' || rune.code == '.' ||
                    rune.code == 0xFF0C || rune.code == 0x3001 || rune.code == 0x3002 ||
                    rune.code == '(';
        if (bs_list_starts(bs_str_slice(after, at, after.len), than)) return true;
        if (stop || bs_digit_at(after, at, &len) >= 0) return false;
        at += rune.len;
    }
    return false;
}

// "전년의 1.6배", "前年の97％": so many times, or so much of, what it was then.
static bool is_multiple(bs_str after)
{
    if (!bs_list_starts(after, "의 |의|的|の")) return false;
    size_t at = strlen("의"), len, digits = 0;
    bs_str rest = bs_str_trim(bs_str_slice(after, at, after.len));
    if (bs_list_starts(rest, "약 |約|约")) {
        rest = bs_str_slice(rest, strlen("約"), rest.len);
        rest = bs_str_trim(rest);
    }
    for (at = 0; at < rest.len; at += len) {
        len = 1;
        if (bs_digit_at(rest, at, &len) >= 0)
            digits++;
        else if (rest.ptr[at] != '.')
            break;
    }
    return digits > 0 && bs_list_starts(bs_str_slice(rest, at, rest.len),
                                        "배|倍|%로|％の水準|％に|%に|%수준|% 수준|%となっ|％となっ|"
                                        "%となり|％となり|%である|％である|%。|％。|%だった。|"
                                        "％だった。");
}

// "前年を4.0％下回った": by so much above or below what it was then.
static bool is_passed(bs_str after)
{
    enum { VERB_BYTES_MAX = 48 };
    size_t len;
    // "前年の最終集計を0.15ポイント上回った"
    static const char links[] = "を|の|同月を|同期を";
    size_t object = bs_str_find(bs_str_slice(after, 0, VERB_BYTES_MAX), BS_STR("を"), 0);
    bool noun = object < after.len && bs_list_starts(after, links);
    for (size_t at = 0; noun && at < object; at += bs_utf8_decode(after, at).len)
        noun = bs_digit_at(after, at, &len) < 0 &&
               !bs_list_starts(bs_str_slice(after, at, object), "、|。|は|が|（");
    if (!noun) return false;
    bs_str rest = bs_str_slice(after, object + strlen("を"), object + VERB_BYTES_MAX);
    if (bs_list_starts(rest, "約")) rest = bs_str_slice(rest, strlen("約"), rest.len);
    bool number = bs_digit_at(rest, 0, &len) >= 0;
    return number && bs_str_has_any(rest, "上回|下回");
}

// "than a year earlier ($78.8)": the number of that time stands in parentheses.
static bool opens_on_number(bs_str after)
{
    if (!bs_list_starts(after, "(")) return false;
    bs_str inside = bs_str_slice(after, 1, after.len);
    size_t len;
    if (bs_list_starts(inside, "$|€|£|¥|A$|US$|C$|HK$|NT$|+|-|−")) return true;
    return bs_digit_at(inside, 0, &len) >= 0;
}

// "92,318人（前年度1,124人増）": by how many more than then, where `text` begins with the time.
static bool is_change_aside(bs_str before, bs_str text)
{
    enum { CLAUSE_BYTES = 24 };
    static const bs_str times[] = {BS_STR_INIT("前年度"), BS_STR_INIT("前年"), BS_STR_INIT("前月"),
                                   BS_STR_INIT("前期")};
    size_t len;
    for (size_t i = 0; i < BS_COUNT(times) && bs_list_ends(before, "（|("); i++) {
        if (!bs_str_starts(text, times[i])) continue;
        bs_str after = bs_str_slice(text, times[i].len, text.len);
        return bs_digit_at(after, 0, &len) >= 0 && moves_on(after) &&
               !bs_str_has_any(bs_str_slice(after, 0, CLAUSE_BYTES), "%|％");
    }
    return false;
}

// "전년 가격 하락의 영향으로 3% 줄었다", "受上年基数影响": when it was what something has come of.
static bool is_of_cause(bs_str after)
{
    enum { CLAUSE_BYTES_MAX = 72 };
    static const char causes[] =
        "영향|여파|탓에|탓으로|때문에|덕분에|덕에|기저효과|로 인해|로 인한|"
        "の影響|の反動|基数|影响|影響";
    static const char breaks[] = ",|，|、|。|(|（|. |은 |는 |は|보다|대비";
    size_t at = 0, len;
    while (at < after.len && at < CLAUSE_BYTES_MAX && bs_digit_at(after, at, &len) < 0) {
        bs_str rest = bs_str_slice(after, at, after.len);
        if (bs_list_starts(rest, causes)) return true;
        if (bs_list_starts(rest, breaks)) return false;
        at += bs_utf8_decode(after, at).len;
    }
    return false;
}

static bool is_base(bs_str text, size_t start, size_t end)
{
    bs_str after = bs_str_trim(bs_str_slice(text, end, text.len));
    bs_str before = bs_str_trim(bs_str_slice(text, 0, start));
    if (bs__is_equalled(before, after) || is_multiple(after) || is_passed(after)) return true;
    // "比上年的4.27人减少", "比上年末的513万人增加": the number of that time stands behind it.
    size_t len, end_of_time = bs_list_starts(after, "末|底") ? strlen("末") : 0;
    bs_str held = bs_str_slice(after, end_of_time, after.len);
    if (bs_list_starts(held, "的|の") && bs_digit_at(held, 3, &len) >= 0) return false;
    if (is_base_of_noun(after) || bs__is_plan_held_against(after)) return true;
    if (is_change_aside(before, bs_str_slice(text, start, text.len))) return true;
    if (opens_on_number(after)) return false;
    if (is_of_cause(after)) return true;
    return bs_list_starts(after, bases_behind) || bs_list_ends(before, bases_before);
}

// Bytes of what makes the name of a plan a time: 时期 in 十四五时期, ”期间 in “十四五”期间; 0 for
// none.
static size_t plan_tail(bs_str text)
{
    static const bs_str tails[] = {BS_STR_INIT("时期"), BS_STR_INIT("時期"), BS_STR_INIT("期间"),
                                   BS_STR_INIT("期間")};
    size_t quote = bs_list_starts(text, "\"|”|」") ? bs_utf8_decode(text, 0).len : 0;
    for (size_t i = 0; i < BS_COUNT(tails); i++) {
        if (bs_str_starts(bs_str_slice(text, quote, text.len), tails[i]))
            return quote + tails[i].len;
    }
    return 0;
}

// "前期は", "前期末（": of the business year before, and no base or part of a word.
static bool is_term(bs_str after, int distance)
{
    size_t len;
    if (after.len == 0 || bs_digit_at(after, 0, &len) >= 0) return true;
    if (distance > 0) return bs_list_starts(after, "は|の|も|に|、|（|(|通期");
    return bs_list_starts(after, "は|も|が|（|(|実績|の実績|：|:|、");
}

// "年底前", "연내에": the end of this year where nothing in front makes it another one, "3年内に",
// "前年末までに", or a part of a word, 공연내용.
static bool is_deadline(bs_str before, bs_str after)
{
    static const char others[] =
        "前|去|翌|来|昨|每|毎|同|一|二|两|三|四|五|六|七|八|九|十|数|几|多|"
        "次|当|今|明";
    size_t len;
    bs_rune rune = bs_utf8_decode_before(before, before.len);
    if (bs_rune_is_hangul(rune.code) || bs_list_ends(before, others)) return false;
    if (bs_list_starts(after, "新高|新低|最|高点|低点|累|高位|低位")) return false; // 年内新高
    return rune.len == 0 || bs_digit_at(before, before.len - rune.len, &len) < 0;
}

// "올해 들어 처음", "올 들어 세 번째": how often it has been so, and no total. "十几年前",
// "3~5年前": not so many years. 전월세: what is let, and not the month before.
static bool is_other(const relative_row *row, bs_str before, bs_str after)
{
    if (bs_list_starts(after, "세") && bs_str_equal(row->text, BS_STR("전월"))) return true;
    static const char firsts[] = "처음|첫|가장|최고|최저|최대|최소|두 번|세 번|네 번|다섯";
    size_t len;
    bool running = row->kind == BS__MENTION_RUNNING && row->lang == BS_LANG_KO;
    if (running) return bs_list_starts(bs_str_trim(after), firsts);
    bool ago = row->of_period && bs_str_ends(row->text, BS_STR("年前"));
    bs_rune rune = bs_utf8_decode_before(before, before.len);
    if (!ago || rune.len == 0) return false;
    return bs_digit_at(before, before.len - rune.len, &len) >= 0 ||
           bs_list_ends(before, "一|二|三|四|五|六|七|八|九|十|数|几|百|多|~|～|-|.");
}

// The row of the longest word at `at` in `lang`; NULL when none stands there.
static const relative_row *match_at(bs_str text, size_t at, bs_lang lang, size_t *len)
{
    const relative_row *best = NULL;
    size_t first, count;
    bs_prefix walk = bs_prefix_begin(&lexicon, bs_str_slice(text, at, text.len), BS_PREFIX_FOLD);
    while (bs_prefix_next(&walk, &first, &count)) {
        for (size_t i = first; i < first + count; i++) {
            if (rows[i].lang != lang) continue;
            best = &rows[i];
            *len = walk.taken;
        }
    }
    if (best != NULL && best->kind == BS__MENTION_TERM)
        return is_term(bs_str_slice(text, at + *len, text.len), best->distance) ? best : NULL;
    bool other = best != NULL &&
                 is_other(best, bs_str_slice(text, 0, at), bs_str_slice(text, at + *len, text.len));
    if (other) return NULL;
    bool deadline = best != NULL && best->kind == BS__MENTION_DEADLINE;
    if (deadline)
        return is_deadline(bs_str_slice(text, 0, at), bs_str_slice(text, at + *len, text.len))
                   ? best
                   : NULL;
    if (best == NULL || best->kind != BS__MENTION_PLAN) return best;
    size_t tail = plan_tail(bs_str_slice(text, at + *len, text.len));
    *len += tail;
    return tail > 0 ? best : NULL;
}

// "in the third, ...": nothing is named that is the third.
static bool stands_alone(bs_str after)
{
    bs_str next = bs_str_trim(after);
    return next.len == 0 || strchr(".,;:)", after.ptr[0]) != NULL ||
           bs_list_starts(next, "and |but |while |from |as |after |compared |with a |was |were |"
                                "fell |rose |increased |decreased |totaled |totalled |grew ");
}

// "the first six months of this year", "June of last year": behind a part of it, and no base. "Half
// of last year" is so much of that.
static bool is_behind_part(bs_str front, int distance)
{
    static const char now[] = "quarter of |half of |months of |weeks of |days of ";
    static const char other[] =
        "first quarter of |second quarter of |third quarter of |fourth quarter of |"
        "final quarter of |last quarter of |first half of |second half of |latter half of |"
        "January of |February of |March of |April of |May of |June of |July of |August of |"
        "September of |October of |November of |December of |Q1 of |Q2 of |Q3 of |Q4 of |"
        "H1 of |H2 of |first three months of |first six months of |first nine months of ";
    return bs_list_ends(front, distance == 0 ? now : other);
}

static bool resolve(bs_period *out, const relative_row *row, bs_period from)
{
    bs_date day = bs_period_end(from);
    bs_status status = BS_OK;
    if (row->unit == BS_FREQUENCY_ANNUAL)
        status = bs_period_year(out, day.year, NULL);
    else if (row->unit == BS_FREQUENCY_QUARTER)
        status = bs_period_quarter(out, day.year, (day.month + 2) / 3, NULL);
    else
        status = bs_period_month(out, day.year, day.month, NULL);
    if (status == BS_OK) *out = bs_period_offset(*out, row->distance);
    return status == BS_OK;
}

static bs_period years_of_plan(int first)
{
    enum { PLAN_YEARS = 5 };
    return (bs_period){BS_FREQUENCY_ANNUAL, first, first + PLAN_YEARS - 1};
}

bs_status bs__find_relative(bs__mention_array *out, bs_arena *arena, bs_str text, bs_lang lang,
                            bs_period from, bs_error *err)
{
    const bool dated = !bs_period_is_none(from), whole = lang == BS_LANG_EN;
    for (size_t at = 0;;) {
        size_t len = 0;
        at = bs_lexicon_seek(&lexicon, text, at, UINT32_C(1) << lang, whole);
        if (at == text.len) break;
        const relative_row *row = match_at(text, at, lang, &len);
        bs_period period = BS_PERIOD_NONE;
        bool year = row != NULL && row->unit == BS_FREQUENCY_ANNUAL;
        bool this_year = year && row->distance == 0 && row->kind == BS__MENTION_POINT;
        size_t part = this_year                    ? part_of_this_year(text, at + len)
                      : year && row->distance != 0 ? same_part(text, at + len)
                                                   : 0;
        bool held = row != NULL && lang == BS_LANG_ZH &&
                    bs__is_held_by_points(bs_str_slice(text, 0, at),
                                          bs_str_slice(text, at + len, text.len));
        bool stands = row != NULL && !held && (part > 0 || !is_base(text, at, at + len));
        stands |= row != NULL && whole && is_behind_part(bs_str_slice(text, 0, at), row->distance);
        bool open =
            row != NULL && (row->kind == BS__MENTION_PART || row->kind == BS__MENTION_SPOKEN);
        if (open) stands = stands_alone(bs_str_slice(text, at + len, text.len));
        bool plan = row != NULL && row->kind == BS__MENTION_PLAN;
        if (plan) period = years_of_plan(row->distance);
        if (stands && (plan || !dated || resolve(&period, row, from))) {
            bs__mention *mention = BS_PUSH(arena, out);
            if (mention == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
            *mention = (bs__mention){.kind = plan ? BS__MENTION_POINT : row->kind,
                                     .start = at,
                                     .end = at + len + part,
                                     .period = period,
                                     .unit = row->unit,
                                     .of_period = row->of_period || part > 0,
                                     .distance = row->distance,
                                     .same_part = part > 0 || row->same_part};
        }
        if (stands) len += part;
        at += row != NULL ? len : bs_utf8_decode(text, at).len;
    }
    return BS_OK;
}

bool bs__starts_relative(bs_str text, bs_lang lang)
{
    static const char *const marks[] = {" ", ",", "(", "，", "、", "（", "；", ";", "\n"};
    bool mark = true;
    while (mark) {
        mark = false;
        for (size_t i = 0; i < BS_COUNT(marks) && !mark; i++) {
            mark = bs_str_starts(text, bs_str_from(marks[i]));
            if (mark) text = bs_str_slice(text, strlen(marks[i]), text.len);
        }
    }
    size_t len = 0;
    return match_at(text, 0, lang, &len) != NULL;
}

bool bs__is_relative(bs_str text, bs_lang lang)
{
    size_t len = 0;
    const relative_row *row = match_at(text, 0, lang, &len);
    bs_str rest = row != NULL ? bs_str_trim(bs_str_slice(text, len, text.len)) : text;
    if (row != NULL && bs_str_ends(rest, BS_STR("말"))) // "전월말"
        rest = bs_str_trim(bs_str_slice(rest, 0, rest.len - strlen("말")));
    if (row == NULL || rest.len == 0) return row != NULL;
    for (size_t i = 0; i < BS_COUNT(parts) && row->unit == BS_FREQUENCY_ANNUAL; i++) {
        if (bs_str_equal(rest, bs_str_from(parts[i]))) return true;
    }
    return false;
}
