// SPDX-License-Identifier: GPL-3.0-or-later
// Names of numbers in parentheses: "화능그룹(232건)", "자동차(7.2％増)", "취업자(전월 2,880만 명)".
#include "engine/extract/extract_internal.h"
#include "engine/extract/label_internal.h"
#include "engine/extract/label_words.h"
#include "engine/extract/numeral.h"
#include "engine/extract/role.h"
#include "engine/extract/words.h"

enum { NOUN_BYTES_MAX = 60, SUBJECT_BYTES_MAX = 40 };

static const bool ascii_edges[0x80] = {
    [','] = true, [';'] = true, [':'] = true,  ['('] = true, [')'] = true, ['['] = true,
    [']'] = true, ['|'] = true, ['\t'] = true, ['"'] = true, ['<'] = true, ['>'] = true,
    ['*'] = true, ['='] = true, ['/'] = true,  ['~'] = true,
};

// Where a phrase cannot reach across: the end of a clause, an opening parenthesis, a quote.
bool bs__label_is_edge(bs_rune rune)
{
    enum {
        BULLET_FIRST = 0x25A0,
        BULLET_LAST = 0x25C7,
        SHADOWED_FIRST = 0x274D,
        SHADOWED_LAST = 0x2752
    };
    static const uint32_t edges[] = {0x3002, 0xFF0C, 0xFF1B, 0xFF1A, 0xFF08, 0xFF09,
                                     0x3001, 0x201D, 0x300B, 0x3009, 0x2019, 0x300D,
                                     0x2022, 0xB1,   0x2026, 0x3011, 0x203B};
    if (rune.code == 0) return true;
    if (rune.code < 0x80) return ascii_edges[rune.code];
    if (rune.code >= BULLET_FIRST && rune.code <= BULLET_LAST) return true;     // ■ ▲ ▶ ◆
    if (rune.code >= SHADOWED_FIRST && rune.code <= SHADOWED_LAST) return true; // ❍ ❏ ❑
    for (size_t i = 0; i < BS_COUNT(edges); i++) {
        if (rune.code == edges[i]) return true;
    }
    return false;
}

static bool moves(bs_str text)
{
    return bs_word_in(text, BS_MEANS_UP) || bs_word_in(text, BS_MEANS_DOWN);
}

// A joint of two numbers, or the arrow of "주담대(2.3조 원→2.9조 원)".
static bool is_comma(bs_str between)
{
    return bs_str_equal(between, BS_STR(",")) || bs_str_equal(between, BS_STR("、")) ||
           bs_str_equal(between, BS_STR("，")) || bs_str_equal(between, BS_STR("→")) ||
           bs_str_equal(between, BS_STR("·")) || bs_str_equal(between, BS_STR("ㆍ")) ||
           bs_list_is(between, "及|和|与|與|;|；|／|/");
}

// Is nothing but numbers, and how they have moved, in the parenthesis from number `index` on:
// "(7.2％増)", "(-6만 9천명, -2.1%)"?
static bool holds_numbers(const bs_quantity_array *all, size_t index, bs_str text)
{
    enum { MOVED_BYTES_MAX = 12, COUNT_MAX = 4, COUNTED_BYTES_MAX = 30 };
    for (size_t i = index; i < all->count && i - index < COUNT_MAX; i++) {
        size_t at = bs__label_end(&all->items[i], text), from = at;
        size_t next = i + 1 < all->count ? bs__label_start(&all->items[i + 1], text) : text.len;
        while (at < next && !bs__label_is_close(bs_utf8_decode(text, at).code))
            at += bs_utf8_decode(text, at).len;
        bs_str rest = bs_str_trim(bs_str_slice(text, from, at));
        if (at < next && bs_list_starts(rest, ", stable|, unchanged")) return true;
        if (at < next && bs_list_is(rest, "·복수응답|ㆍ복수응답|, 복수응답")) return true;
        if (at < next) return rest.len == 0 || (rest.len <= MOVED_BYTES_MAX && moves(rest));
        // "food (2.7%, compared with 3.9% in February)"
        if (bs__label_compares(rest) ||
            bs_list_starts(rest, ", stable|, unchanged|, after|, versus|, up from|, down from"))
            return true;
        // "地方（10都市以外の地区／2.1％増）"
        bool counted = rest.len <= COUNTED_BYTES_MAX && bs_list_ends(rest, "／");
        if (!is_comma(rest) && !counted) return false;
    }
    return false;
}

static bs_str behind_leads(bs_str name)
{
#define W(text) BS_STR_INIT(text)
    static const bs_str leads[] = {
#include "engine/extract/label_leads.inc"
    };
#undef W
    bool latin = name.len > 0 && (unsigned char)name.ptr[0] < 0x80;
    for (size_t i = 0; i < BS_COUNT(leads); i++) {
        if (!latin && (unsigned char)leads[i].ptr[0] < 0x80) continue;
        size_t found = bs_str_find(name, leads[i], 0);
        if (found == SIZE_MAX || found + leads[i].len >= name.len) continue;
        name = bs_str_trim(bs_str_slice(name, found + leads[i].len, name.len));
    }
    return name;
}

// "광공업생산은 자동차(21.2%)"
static bs_str behind_topic(bs_str name)
{
    size_t blank = name.len;
    while (blank > 0 && name.ptr[blank - 1] != ' ')
        blank--;
    for (; blank > 1; blank--) {
        if (name.ptr[blank - 1] != ' ') continue;
        if (bs__label_is_topic(bs_str_slice(name, 0, blank - 1), BS_LANG_KO))
            return bs_str_trim(bs_str_slice(name, blank, name.len));
    }
    return name;
}

// What a name is told by is no part of it: "비목별로는 주거(5.8%)", "늘었지만 육아(-9만)".
static bs_str without_lead(bs_str name)
{
    name = behind_leads(name);
    // "가장 많았고 '책 이외의 매체' 이용(23.4%)"
    bool hangul = name.len > 0 && bs_rune_is_hangul(bs_utf8_decode(name, 0).code);
    if (hangul) name = bs__label_after_break(name, BS_LANG_KO);
    return behind_topic(name);
}

// "化妆品（上升5.5%）": where the words that a Chinese number in parentheses has moved by begin;
// byte `start` of the number where there are none.
static size_t before_movement(bs_str text, size_t limit, size_t start)
{
    enum { MOVED_BYTES_MAX = 24 };
    size_t at = start;
    while (at > limit && start - at < MOVED_BYTES_MAX) {
        bs_rune rune = bs_utf8_decode_before(text, at);
        if (bs__label_is_open(rune.code)) break;
        if (!bs_rune_is_han(rune.code)) return start;
        at -= rune.len;
    }
    bs_str between = bs_str_slice(text, at, start);
    return between.len > 0 && moves(between) ? at : start;
}

// Where the words begin that say how a number in parentheses has moved: "trade (up 1.6%)".
static size_t behind_open(bs_str text, size_t start)
{
    static const bs_str words[] = {BS_STR_INIT("(up "),    BS_STR_INIT("(down "),
                                   BS_STR_INIT("(at "),    BS_STR_INIT("(both "),
                                   BS_STR_INIT("(up by "), BS_STR_INIT("(down by ")};
    bs_str front = bs_str_slice(text, 0, start);
    if (!bs_list_ends(front, "(up |(down |(at |(both |(up by |(down by ")) return start;
    for (size_t i = 0; i < BS_COUNT(words); i++) {
        if (bs_str_ends(front, words[i])) return start - words[i].len + 1;
    }
    return start;
}

// "個人消費（前期比＋0.1％）が増加した", "設備投資（同0.4％減）は": where the words begin that say
// what a number in parentheses, behind which its name goes on as the topic, is held against.
static size_t before_basis(bs_str text, size_t limit, const bs_quantity *self, size_t start)
{
    enum { BASIS_BYTES_MAX = 30, MOVED_BYTES_MAX = 9 };
    static const char bases[] = "同|同約|前期比|前年比|前月比|前年同月比|前年同期比|前年度比|年率|"
                                "前期比年率|対前年比|対前年同月比|対前年同期比|対前月比";
    size_t at = start;
    while (at > limit && start - at < BASIS_BYTES_MAX) {
        bs_rune rune = bs_utf8_decode_before(text, at);
        if (bs__label_is_open(rune.code)) break;
        at -= rune.len;
    }
    bs_str basis = bs_str_trim(bs_str_slice(text, at, start));
    if (at == limit || !bs_list_is(basis, bases)) return start;
    size_t end = bs__label_end(self, text);
    for (size_t stop = end + MOVED_BYTES_MAX; end < text.len && end < stop;) {
        bs_rune rune = bs_utf8_decode(text, end);
        end += rune.len;
        if (!bs__label_is_close(rune.code)) continue;
        return bs_list_starts(bs_str_slice(text, end, text.len), "が|は|も|を|、|や|と|で") ? at
                                                                                            : start;
    }
    return start;
}

// "食品（不包括外出用膳）（上升3.2%）": where a bracket opens behind which that of the number
// stands; `end` where there is none.
static size_t before_bracket(bs_str text, size_t limit, size_t end)
{
    bs_rune close = bs_utf8_decode_before(text, end);
    if (!bs__label_is_close(close.code)) return end;
    for (size_t at = end - close.len; at > limit && end - at < NOUN_BYTES_MAX;) {
        bs_rune rune = bs_utf8_decode_before(text, at);
        at -= rune.len;
        size_t len;
        if (bs_digit_at(text, at, &len) >= 0 || bs__label_is_close(rune.code)) break;
        if (!bs__label_is_open(rune.code)) continue;
        bs_rune noun = bs_utf8_decode_before(text, at);
        return at > limit && bs_rune_is_han(noun.code) ? at : end;
    }
    return end;
}

bs_str bs__label_name_before(const bs_quantity_array *all, size_t index, bs_str text, size_t limit)
{
    size_t start = before_movement(text, limit, bs__label_start(&all->items[index], text));
    start = behind_open(text, start);
    size_t basis = before_basis(text, limit, &all->items[index], start);
    bool held = basis < start;
    start = basis;
    bs_rune open = bs_utf8_decode_before(text, start);
    if (!bs__label_is_open(open.code) || !holds_numbers(all, index, text)) return (bs_str){0};
    size_t end = start - open.len;
    while (end > limit && (text.ptr[end - 1] == '*' || text.ptr[end - 1] == ' '))
        end--;
    size_t at = before_bracket(text, limit, end);
    while (at > limit && end - at < NOUN_BYTES_MAX) {
        bs_rune rune = bs_utf8_decode_before(text, at);
        bool stop = rune.code == '.' && at < end &&
                    (text.ptr[at] == ' ' || bs_role__is_tight_stop(text, at - 1));
        // "5.3% – more than in Asia (2.6%)"
        bool dash = rune.code == ' ' && bs_list_ends(bs_str_slice(text, limit, at), " – | — | -- ");
        if (bs__label_is_edge(rune) || stop || dash || rune.code == '\n') break;
        at -= rune.len;
    }
    // A name that is longer begins with a whole word.
    bool cut = end - at >= NOUN_BYTES_MAX && at > limit && text.ptr[at - 1] != ' ';
    size_t blank = cut ? bs_str_find(bs_str_slice(text, 0, end), BS_STR(" "), at) : SIZE_MAX;
    if (blank != SIZE_MAX) at = blank;
    bs_str name = without_lead(bs_str_trim(bs_str_slice(text, at, end)));
    bs_rune noun = bs_utf8_decode(name, bs_list_starts(name, "や") ? strlen("や") : name.len);
    if (bs_rune_is_han(noun.code) || (noun.code >= 0x30A1 && noun.code <= 0x30FA))
        name = bs_str_slice(name, strlen("や"), name.len); // "韓国（3.1％）や台湾（2.4％）"
    if (held) name = bs__label_after_break(bs_str_behind_last(name, "、|。"), BS_LANG_JA);
    // "「飲食店」（61.6％）"
    if (name.len == 0 && end > 0) name = bs__label_quoted(text, limit, end);
    // "珠宝首饰、钟表及名贵礼物（上升12.7%）": behind a word of what has moved names hold commas.
    if (!held && end > at && bs_rune_is_han(bs_utf8_decode(text, at).code) &&
        start < bs__label_start(&all->items[index], text))
        name = bs__label_enumerated(text, limit, name);
    // "8.4% 감소(△4.1만 필지)": how it moved.
    bool verb = bs_str_equal(name, BS_STR("증가")) || bs_str_equal(name, BS_STR("감소")) ||
                bs_str_equal(name, BS_STR("상승")) || bs_str_equal(name, BS_STR("하락")) ||
                bs_str_equal(name, BS_STR("확대")) || bs_str_equal(name, BS_STR("축소"));
    // "증가폭이 확대(+0.9조원 → +1.1조원)", "감소세로 전환(+0.9조원 → △1.6조원)"
    static const char told[] = "이 확대|이 축소|이 증가|이 감소|가 확대|가 축소|가 증가|가 감소|"
                               "로 전환|이 둔화|가 둔화|이 상승|가 상승|이 하락|가 하락";
    static const char widths[] = "폭|세";
    verb = verb || bs_str_ends(name, BS_STR("규모 발행"));
    if (bs_list_ends(name, told)) {
        bs_str front = bs_str_slice(name, 0, name.len - strlen("이 확대"));
        if (bs_str_find(front, BS_STR(" "), 0) != SIZE_MAX || bs_list_ends(front, widths))
            verb = true;
        else
            name = front; // "조업일수가 확대(-1.5일 → 0일)"
    }
    if (!verb && name.len > 0 && bs_rune_is_hangul(bs_utf8_decode(name, 0).code))
        name = bs__label_korean_aside(name);
    return verb ? (bs_str){0} : name;
}

// Does a list of names with numbers in parentheses go on behind number `index`?
static bool goes_on_listing(const bs__naming *n)
{
    enum { NAME_BYTES_MAX = 60 };
    const bs_quantity *self = &n->all->items[n->index];
    if (n->index + 1 >= n->all->count) return false;
    bs_str between = bs__label_between(self, self + 1, n->text);
    return between.len <= NAME_BYTES_MAX && bs_list_ends(between, "(") &&
           bs_list_starts(between, "), |) and |), and ");
}

bs_str bs__label_english_aside(const bs__naming *n, bs_str *name)
{
    static const bs_str links[] = {BS_STR_INIT(" for "), BS_STR_INIT(" among "),
                                   BS_STR_INIT(" to "), BS_STR_INIT(" from "), BS_STR_INIT(" in ")};
    static const char small[] = "for |among |to |from |in |the |& ";
    bs_str whole = *name;
    size_t end = (size_t)(whole.ptr - n->text.ptr) + whole.len;
    if (bs__label_has_verb(whole)) {
        bs_str told = bs__label_phrase(n->text, n->limit, end, BS_LANG_EN);
        // "Employment rose among women (+43,000)": whom it is of.
        bs_str among = bs_str_behind_last(whole, " among ");
        bool group = among.len < whole.len && among.len > 0;
        if (told.len > 0) *name = group ? among : (bs_str){0};
        return told;
    }
    // "and declined among men (-36,000)"
    size_t start = (size_t)(whole.ptr - n->text.ptr);
    bs_str among = bs_str_behind_last(whole, " among ");
    bool moved = among.len > 0 && among.len < whole.len && start > 0 &&
                 bs__label_begins_with_verb(bs_str_slice(n->text, start - 1, end));
    if (moved) *name = among;
    bs_str head = {0};
    for (size_t i = 0; goes_on_listing(n) && head.len == 0 && i < BS_COUNT(links); i++) {
        size_t at = bs_str_find(whole, links[i], 0);
        if (at == SIZE_MAX || at == 0) continue;
        head = bs_str_slice(whole, 0, at);
        *name = bs_str_slice(whole, at + links[i].len, whole.len);
    }
    while (bs_list_starts(*name, small))
        *name = bs_str_slice(*name, bs_str_find(*name, BS_STR(" "), 0) + 1, name->len);
    return head;
}

bool bs__label_is_second(const bs_quantity *self, bs_str text)
{
    const bs_quantity *first = self - 1;
    size_t from = bs__label_end(first, text);
    bs_str between = bs_str_trim(bs_str_slice(text, from, bs__label_start(self, text)));
    return is_comma(between) && first->subject.len > 0 &&
           bs__label_is_open(bs_utf8_decode_before(text, bs__label_start(first, text)).code);
}

// "취업자는 2,884만 명(전월 2,880만 명, 전년동월 2,876만 명)": an amount in parentheses without a
// name is of what stands before them.
bool bs__label_stands_aside(const bs_quantity_array *all, size_t index, size_t first, bs_str text,
                            size_t *main)
{
    enum { ASIDE_BYTES_MAX = 120 };
    size_t start = bs__label_start(&all->items[index], text);
    size_t open = start;
    bool opened = false;
    while (!opened && open > 0 && start - open < ASIDE_BYTES_MAX) {
        bs_rune rune = bs_utf8_decode_before(text, open);
        open -= rune.len;
        if (bs__label_is_close(rune.code)) return false;
        opened = bs__label_is_open(rune.code);
    }
    if (!opened) return false;
    for (size_t i = index; i-- > first;) {
        const bs_quantity *other = &all->items[i];
        if (bs__label_end(other, text) > open || bs__label_is_time(other)) continue;
        *main = i;
        return open - bs__label_end(other, text) <= 1 &&
               bs_str_equal(other->unit, all->items[index].unit);
    }
    return false;
}

bs_str bs__label_bracketed(bs_str text, size_t limit, size_t end)
{
    bs_str before = bs_str_trim(bs_str_slice(text, limit, end));
    if (!bs_str_ends(before, BS_STR(")"))) return (bs_str){0};
    const char *open = memrchr(before.ptr, '(', before.len);
    if (open == NULL) return (bs_str){0};
    size_t at = (size_t)(open - before.ptr);
    bs_str front = bs_str_trim(bs_str_slice(before, 0, at));
    bs_str name = bs_str_trim(bs_str_slice(before, at + 1, before.len - 1));
    bool plain = name.len > 0 && name.len <= SUBJECT_BYTES_MAX &&
                 bs_rune_is_hangul(bs_utf8_decode(name, 0).code);
    for (size_t i = 0; plain && i < name.len; i++)
        plain = strchr("0123456789():", name.ptr[i]) == NULL;
    return plain && bs_list_ends(front, ",|/|;|·") ? name : (bs_str){0};
}

bs_str bs__label_leading_subject(const bs__passage *passage)
{
    bs_str text = passage->text;
    if (passage->table > 0 || passage->title) return (bs_str){0};
    while (text.len > 0 && strchr("* ", text.ptr[0]))
        text = bs_str_slice(text, 1, text.len);
    bool open = bs_str_starts(text, BS_STR("(")) || bs_str_starts(text, BS_STR("（"));
    bool item = passage->lang == BS_LANG_EN && passage->level > 0;
    if (!open) return item ? bs__label_lead(text) : (bs_str){0};
    size_t start = bs_utf8_decode(text, 0).len, at = start;
    while (at < text.len && at - start < SUBJECT_BYTES_MAX) {
        bs_rune rune = bs_utf8_decode(text, at);
        if (bs__label_is_close(rune.code)) {
            // "（二）四季度收入": the mark of an item.
            bs_str name = bs_str_slice(text, start, at);
            bool mark =
                bs_list_starts(name, "一|二|三|四|五|六|七|八|九|十") && bs_utf8_count(name) <= 2;
            // "（参考）6月短観": what the text is, and nothing that it speaks of. "(산업별)",
            // "(전년동월대비)": how things are told apart, or held against what.
            static const char none[] =
                "参考|注|備考|再掲|出所|資料|速報|確報|概要|ポイント|図|表|別紙";
            // "(시도)", "(최근 동향)": by what things are told apart, and what is told of them.
            bool how =
                bs_list_ends(name, "별|대비|기준|전월비|전기비|전년비|동향|현황|추이|전망|"
                                   "배경|원인|특징") ||
                bs_list_is(name, "시도|시·도|시군구|시·군·구|읍면동|지역|권역|업종|품목|산업|"
                                 "연령|성별|국가");
            // "（台北報導）", "（本报讯）": where the news is from.
            bool news = passage->lang == BS_LANG_ZH &&
                        (bs_str_find(name, BS_STR("记者"), 0) != SIZE_MAX ||
                         bs_list_ends(name, "报导|报道|综合报导|讯|电|专电|消息|社"));
            bool other = mark || how || news || bs_list_starts(name, none);
            return other ? (bs_str){0} : name;
        }
        bool digit = rune.code >= '0' && rune.code <= '9';
        static const char per[] =
            "1인당|1명당|1가구당|1호당|1건당|10만명당|10만 명당|천명당|천 명당";
        if (digit && at > start && bs_list_starts(bs_str_slice(text, at, text.len), per))
            digit = false; // "(교원 1인당 학생 수)"
        if (rune.code == ':' || digit) break;
        at += rune.len;
    }
    return (bs_str){0};
}
