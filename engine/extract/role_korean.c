// SPDX-License-Identifier: GPL-3.0-or-later
// What Korean particles and verbs behind a number make of it.
#include "engine/base/utf8.h"
#include "engine/extract/role_internal.h"

// The bytes of a word for a part of the scale: the 대 of "5%대로", 초반, 밑; 0 for others.
static size_t part_of_scale(bs_str text)
{
    if (bs_list_starts(text, "초중반|중후반")) return strlen("초중반");
    if (bs_list_starts(text, "초반|중반|후반|수준|안팎|내외|정도|이하|미만|아래|이상"))
        return strlen("초반");
    if (bs_list_starts(text, "대비")) return 0;
    return bs_list_starts(text, "대|선|밑|위") ? strlen("대") : 0;
}

bool bs_role__ends_korean(bs_str after)
{
    enum { PARTS_MAX = 2 }; // "5%대 초반으로"
    for (int i = 0; i < PARTS_MAX; i++) {
        bs_str part = bs_str_trim(after);
        size_t len = part_of_scale(part);
        if (len == 0) break;
        after = bs_str_slice(part, len, part.len);
    }
    if (bs_list_starts(after, "까지|으로|로|에서|에 달|에 이")) return true;
    // "지난해의 54.8%에 비해 낮아졌다": what something is held against.
    return bs_list_starts(bs_str_trim(after), "에 비해|에 비하|보다|와 비교|과 비교|대비 |대비,");
}

// "시장 예상을 5.2% 웃돌았다", "평년을 12% 밑돈": how far something else is exceeded, or is not.
static int8_t exceeds_korean(const bs__spot *spot)
{
    static const char bases[] = "전년|전월|전분기|전년동기|전년동월|작년|지난해|예년|평년|평균|"
                                "예상|예상치|전망|전망치|목표|"
                                "목표치|계획|컨센서스|기대|기대치|추정치|실적|수준|기간|동기|동월";
    bs_str before = bs_str_trim(spot->before);
    if (bs_list_ends(before, "약")) before = bs_str_trim(bs_str_slice(before, 0, before.len - 3));
    if (!bs_list_ends(before, "을|를")) return 0;
    // "시장 예상치(1조 154억원)를": the level stands behind its name.
    bs_str name = bs_str_slice(before, 0, before.len - strlen("을"));
    if (!bs_list_ends(name, bases) && !bs_str_equal(name, BS_STR(")"))) return 0;
    bs_str behind = bs_str_trim(spot->after);
    if (bs_list_starts(behind, "밑돌|밑도|밑돈|하회")) return -1;
    return bs_list_starts(behind, "웃돌|웃도|웃돈|상회") ? 1 : 0;
}

// "생산량도 감소(8.3%)하여", "47.2% 감소(연평균 14.6%)": the bracket stands inside of the verb, or
// behind a movement that has a number; in "매출 감소(42%)" it may be a name.
static int8_t moves_in_front(const bs__spot *spot)
{
    static const char insides[] = "연평균|약|월평균|일평균|전년 대비|전년대비|전월 대비|전월대비|"
                                  "전년 동기 대비|전년동기대비";
    static const char falls[] = "감소|하락|급감|급락", rises[] = "증가|상승|급증|급등";
    static const char verbs[] = ")하|)했|)한|)할|)됐|)돼|)되|)된";
    static const char fronts[] = "도|은|는|이|가|대비|보다";
    bs_str inside = bs_str_behind_last(spot->before, "(");
    if (inside.len == spot->before.len || !bs_list_starts(spot->after, ")")) return 0;
    bs_str head = bs_str_slice(spot->before, 0, spot->before.len - inside.len - 1);
    inside = bs_str_trim(inside);
    if (inside.len > 0 && !bs_list_is(inside, insides)) return 0;
    bool down = bs_list_ends(head, falls);
    if (!down && !bs_list_ends(head, rises)) return 0;
    head = bs_str_trim(bs_str_slice(head, 0, head.len - strlen("감소")));
    bool moves = bs_list_starts(spot->after, verbs) || head.len == 0 || bs_list_ends(head, fronts);
    return !moves ? 0 : down ? -1 : 1;
}

int8_t bs_role__stands_korean(const bs__spot *spot)
{
    int8_t exceeds = exceeds_korean(spot);
    if (exceeds == 0) exceeds = moves_in_front(spot);
    if (exceeds != 0) return exceeds;
    if (!bs_list_ends(bs_str_trim(spot->before), "보다|보다는|대비|에 비해|비교해도")) return 0;
    bs_str behind = bs_str_trim(spot->after);
    if (bs_list_starts(behind, "낮았|낮은|낮음|낮아|낮다|낮게|낮으|낮고|적었|적은|적다")) return -1;
    bool higher =
        bs_list_starts(behind, "높았|높은|높음|많음|높아|높다|높게|높으|높고|많았|많은|많다");
    return higher ? 1 : 0;
}

bool bs_role__exceeds_korean(const bs__spot *spot, bool *down)
{
    if (!bs_list_ends(bs_str_trim(spot->before), "보다|보다는|보다 약|대비|에 비해|에 비해 약"))
        return false;
    bs_str behind = bs_str_trim(spot->after);
    *down = bs_list_starts(behind, "적었|적은|적다|적고|적으|낮았|낮은|낮다|낮고|낮으|싸|저렴");
    return *down ||
           bs_list_starts(behind, "많았|많은|많다|많고|많으|높았|높은|높다|높고|높으|비싸|비쌌");
}

bs_str bs_role__korean_verb(const bs__spot *spot)
{
    static const char held[] = "보다|비해|대비|비하면|비교";
    static const char *const adverbs[] = {"소폭 ", "대폭 ", "크게 ", "다소 ", "약간 ",
                                          "각각 ", "모두 ", "더 ",   "순 "};
    bs_str side = bs_str_trim(spot->after);
    if (bs_list_starts(side, "이 |가 ") && bs_str_has_any(spot->before, held))
        side = bs_str_trim(bs_str_slice(side, strlen("이 "), side.len));
    for (size_t i = 0; i < BS_COUNT(adverbs); i++) {
        bs_str one = bs_str_from(adverbs[i]);
        if (bs_str_starts(side, one)) return bs_str_slice(side, one.len, side.len);
    }
    return side;
}

bool bs_role__is_share_of_count(const bs_quantity *self, const bs__spot *spot)
{
    static const char moves[] = "증가|감소|상승|하락|확대|축소|늘|줄|오르|내리|급증|급감|올라|내려";
    bool bracket = spot->lang == BS_LANG_KO && bs_str_equal(spot->before, BS_STR("(")) &&
                   bs_list_starts(spot->after, ") ") &&
                   bs_str_starts(self[-1].unit, BS_STR("count:"));
    bs_str word,
        rest = bracket ? bs_str_slice(spot->after, strlen(") "), spot->after.len) : (bs_str){0};
    return bracket && bs_str_next(&rest, ' ', &word) && rest.len > 0 &&
           !bs_list_starts(word, moves) && bs_list_ends(word, "은|는|이|가|의|에서");
}
