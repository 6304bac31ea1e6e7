// SPDX-License-Identifier: GPL-3.0-or-later
// What is printed beside a number of the kind of value that it is: "15.0%(목표)", "1.9%로
// 전망된다".
#include "engine/base/utf8.h"
#include "engine/extract/extract_internal.h"
#include "engine/extract/numeral.h"
#include "engine/extract/role.h"
#include "engine/extract/scan_internal.h"
#include "engine/extract/words.h"

// What is behind the last comma or blank of `text`: 목표 of "2030년 목표", "'27, 목표".
static bs_str last_piece(bs_str text)
{
    size_t at = text.len;
    while (at > 0 && strchr(" ,", text.ptr[at - 1]) == NULL)
        at--;
    return bs_str_slice(text, at, text.len);
}

bool bs__status_marked(bs_value_status *out, const bs__passage *passage, size_t start, size_t end)
{
    enum { MARK_BYTES_MAX = 40 };
    static const char budgets[] = "예산|안|결산|预算|予算|决算|決算|budget|BE|RE|plan";
    static const char foretold[] = "전망치(|예상치(|예측치(|전망치인 |예상치인 |전망(|예상(";
    bs_str text = passage->text;
    if (passage->lang == BS_LANG_KO &&
        bs_list_ends(bs_str_slice(text, 0, start), "(목표 |(목표치 |(목표: ")) {
        *out = BS_STATUS_TARGET;
        return true;
    }
    if (passage->lang == BS_LANG_KO && bs_list_ends(bs_str_slice(text, 0, start), foretold)) {
        *out = BS_STATUS_FORECAST;
        return true;
    }
    // "（前回＋1、先行き＋2）": where a survey expects its index to go.
    static const char ahead[] = "先行き|先行き＋|先行き+|先行きは|先行きは＋|先行きは+|先行きが|"
                                "予測）は|予測)は|見通し）は|見通し)は|予想）は|予想)は";
    if (passage->lang == BS_LANG_JA && bs_list_ends(bs_str_slice(text, 0, start), ahead)) {
        *out = BS_STATUS_FORECAST;
        return true;
    }
    bs_str rest = bs_str_slice(text, end, text.len);
    bool wide = bs_str_starts(rest, BS_STR("（"));
    if (!wide && !bs_str_starts(rest, BS_STR("("))) return false;
    bs_str close = wide ? BS_STR("）") : BS_STR(")");
    size_t from = wide ? strlen("（") : 1;
    size_t to = bs_str_find(bs_str_slice(rest, 0, MARK_BYTES_MAX), close, from);
    if (to == SIZE_MAX) return false;
    bs_str mark = last_piece(bs_str_trim(bs_str_slice(rest, from, to)));
    return mark.len > 0 && !bs_list_starts(mark, budgets) &&
           bs_scan_status(mark, passage->lang, out);
}

// "목표 5조원의 48.6%", "목표치 300건보다": what is aimed at is the number behind the word, and
// others are held against it. The byte behind that number; 0 for none.
static size_t behind_aim(bs_str text, size_t at)
{
    enum { NUMBER_BYTES_MAX = 40 };
    static const char held[] =
        "의 |보다 |대비 |를 초과|을 초과|를 넘|을 넘|를 웃|을 웃|)의 |)보다|)를 |"
        ") 대비";
    bs_str rest = bs_str_slice(text, at, at + NUMBER_BYTES_MAX);
    size_t from = bs_list_starts(rest, "치 |인 ") ? strlen("치 ") : 1, len;
    if (!bs_list_starts(rest, " |치 |인 |(") || bs_digit_at(rest, from, &len) < 0) return 0;
    for (size_t i = from; i < rest.len; i += bs_utf8_decode(rest, i).len) {
        bs_str here = bs_str_slice(rest, i, rest.len);
        if (bs_list_starts(here, held)) return at + i;
        if (bs_list_starts(here, "로 |을 |를 |은 |는 |이 |가 |, ")) return 0;
    }
    return 0;
}

// Are all words for a target in the sentence of the number marks or aims of others? *beside: one of
// them is an aim.
static bool aims_elsewhere(const bs__passage *passage, size_t start, size_t end, bool *beside)
{
    bs_str text = passage->text;
    size_t from = bs_role__start_before(text, 0, start);
    size_t to = bs_role__stop_after(text, end, text.len);
    bs_word_hit hit;
    while (bs_words_first(&passage->words, bs_str_slice(text, from, to), BS_MEANS_TARGET, &hit)) {
        bool opens = bs_list_ends(bs_str_slice(text, 0, from + hit.start), "(|（");
        from += hit.end;
        // "(목표 대비 103%)": held against what is not printed.
        bool base = passage->lang == BS_LANG_KO &&
                    bs_list_starts(bs_str_slice(text, from, to), " 대비|대비|치 대비");
        if (base) {
            *beside = true;
            continue;
        }
        size_t aim = passage->lang == BS_LANG_KO ? behind_aim(text, from) : 0;
        if (aim > 0 && !(start >= from && end <= aim)) {
            from = aim;
            *beside = true;
            continue;
        }
        if (!opens && !bs_list_starts(bs_str_slice(text, from, to), ")|）|치)")) return false;
    }
    return true;
}

// "共订定250项施政目标": targets that are counted.
static bool counts_targets(bs_str front)
{
    enum { NOUN_CHARS_MAX = 4 };
    size_t len, end = front.len;
    for (int i = 0; i <= NOUN_CHARS_MAX && end > strlen("项"); i++) {
        bs_str here = bs_str_slice(front, 0, end);
        size_t counter = end - strlen("项");
        if (bs_list_ends(here, "项|個|个") && bs_digit_at(front, counter - 1, &len) >= 0)
            return true;
        end -= bs_utf8_decode_before(front, end).len;
    }
    return false;
}

// "the lowest result against the target", "seen within the four-hour target", "to meet the goals of
// the treaty": what a result is held against, of which no number follows.
static bool is_held_against(bs_str front, bs_str behind)
{
    enum { NEAR_BYTES = 48 };
    static const char words[] =
        " against | within | below | above | missed | missing | short of | meet | meeting | meets |"
        " met | beat | beats | exceeds | exceeded | exceeding | towards | toward ";
    static const char given[] = " of | is | was | for | at |: ";
    return bs_str_has_any(bs_str_tail(front, NEAR_BYTES), words) && !bs_list_starts(behind, given);
}

// "fell 2% because of lower production targets" speaks of no target of its own.
bool bs__speaks_of_aim(const bs__passage *passage)
{
    static const char reasons[] =
        " because | due to | owing to | amid | thanks to | as a result of |"
        " despite | given ";
    bs_str text = passage->text;
    bs_word_hit hit;
    for (size_t from = 0;
         bs_words_first(&passage->words, bs_str_slice(text, from, text.len), BS_MEANS_TARGET, &hit);
         from += hit.end) {
        size_t at = from + hit.start, low = bs_role__start_before(text, 0, at);
        bool reason =
            passage->lang == BS_LANG_EN && bs_str_has_any(bs_str_slice(text, low, at), reasons);
        bool counted = passage->lang == BS_LANG_ZH && counts_targets(bs_str_slice(text, low, at));
        bool held = passage->lang == BS_LANG_EN &&
                    is_held_against(bs_str_slice(text, low, at),
                                    bs_str_slice(text, from + hit.end, text.len));
        if (!reason && !counted && !held) return true;
    }
    return false;
}

bool bs__aims_by_mark(const bs__passage *passage, size_t start, size_t end)
{
    bool beside = false;
    return aims_elsewhere(passage, start, end, &beside);
}

bool bs__is_beside_aim(const bs__passage *passage, size_t start, size_t end)
{
    bool beside = false;
    return passage->lang == BS_LANG_KO && aims_elsewhere(passage, start, end, &beside) && beside;
}

// 늘어날, 커질: of what will be.
static bool ends_in_future(bs_str text)
{
    enum { HANGUL_FIRST = 0xAC00, FINALS = 28, FINAL_L = 8 };
    bs_rune last = bs_utf8_decode_before(text, text.len);
    return bs_rune_is_hangul(last.code) && last.code >= HANGUL_FIRST &&
           (last.code - HANGUL_FIRST) % FINALS == FINAL_L;
}

// Does a word for what is foretold stand as the verb of its clause: "것으로 전망된다", "늘어날
// 전망이다"? "전망치를", "시장 예상보다" are nouns.
static bool is_told(bs_str before, bs_str after)
{
    static const char objects[] = "치|을|를|보다|대로|과 |와 |에 |의 |은 |(|한 |했던";
    if (bs_list_starts(after, objects) || !bs_list_ends(before, " ")) return false;
    if (bs_list_ends(before, "로 ") || bs_list_starts(after, "된다|됩니다|되며|되고|됐다|됨"))
        return true;
    return ends_in_future(bs_str_slice(before, 0, before.len - 1));
}

// The byte of the first verb that foretells in [end, stop): "것으로 전망된다", "늘어날 전망이다",
// "커질 것으로 보인다"; SIZE_MAX for none.
static size_t first_told(const bs__passage *passage, size_t end, size_t stop)
{
    static const char seen[] = "봤|보인다|보이며|보이고|보고 |보았|관측|추산|추정|기대";
    const bs_str link = BS_STR(" 것으로 ");
    bs_str text = passage->text, reach = bs_str_slice(text, 0, stop);
    size_t told = SIZE_MAX;
    for (size_t at = bs_str_find(reach, link, end); at < stop && told == SIZE_MAX;
         at = bs_str_find(reach, link, at + link.len)) {
        bool verb = bs_list_starts(bs_str_slice(text, at + link.len, text.len), seen);
        if (verb && ends_in_future(bs_str_slice(text, end, at))) told = at;
    }
    bs_word_hit hit;
    bool words = passage->words.meanings >> BS_MEANS_FORECAST & 1;
    for (size_t from = end; words && bs_words_first(&passage->words, bs_str_slice(text, from, stop),
                                                    BS_MEANS_FORECAST, &hit);) {
        size_t at = from + hit.start;
        from += hit.end;
        if (at > told) break;
        bool scheduled = bs_list_starts(bs_str_slice(text, at, from), "예정");
        bs_str behind = bs_str_slice(text, from, text.len);
        if (!scheduled && is_told(bs_str_slice(text, end, at), behind)) return at;
    }
    return told;
}

// "성장률 전망치를 0.9%에서 1.0%로 높였다", "내년 성장률 전망은 1.8%": the number is that of the
// forecast in front of it, and not by how much something is above it.
static bool is_of_forecast(const bs__passage *passage, size_t start, size_t end)
{
    enum { REACH_BYTES = 90 };
    static const char words[] = "올해|내년|연|연간|기존|당초|종전|각각|약|이전|직전|모두|다시";
    bs_str text = passage->text, after = bs_str_slice(text, end, text.len);
    size_t low = bs_role__start_before(text, start > REACH_BYTES ? start - REACH_BYTES : 0, start);
    bs_str before = bs_str_slice(text, low, start);
    bs_word_hit hit;
    if (!bs_words_last(&passage->words, before, BS_MEANS_FORECAST, &hit)) return false;
    bs_str rest = bs_str_slice(before, hit.end, before.len);
    bool topic = bs_list_starts(rest, "은 |는 |이 |가 |도 ");
    bool changed = bs_list_starts(after, "에서 |로 |으로 ");
    if (!changed && (!topic || bs_list_starts(after, "p|포인트|를 | 웃| 밑| 높| 낮| 상회| 하회")))
        return false;
    if (!topic && !bs_list_starts(rest, "을 |를 ")) return false;
    for (size_t at = strlen("을 "), len; at < rest.len; at += len) {
        bs_str word = bs_str_slice(rest, at, rest.len);
        word.len = bs_str_find(word, BS_STR(" "), 0) < word.len ? bs_str_find(word, BS_STR(" "), 0)
                                                                : word.len;
        len = word.len + 1;
        size_t digit;
        if (bs_digit_at(word, 0, &digit) < 0 && !bs_list_is(word, words)) return false;
    }
    return true;
}

bool bs__foretold_in_korean(const bs__passage *passage, size_t start, size_t end)
{
    enum { BETWEEN_BYTES_MAX = 200 };
    static const bs_str past[] = {BS_STR_INIT("했"),   BS_STR_INIT("였"),   BS_STR_INIT("었"),
                                  BS_STR_INIT("았"),   BS_STR_INIT("됐"),   BS_STR_INIT("왔"),
                                  BS_STR_INIT("졌"),   BS_STR_INIT("랐"),   BS_STR_INIT("렸"),
                                  BS_STR_INIT("지만"), BS_STR_INIT("으나"), BS_STR_INIT("반면"),
                                  BS_STR_INIT("집계"), BS_STR_INIT("에서 ")};
    bs_str text = passage->text;
    bool words = passage->words.meanings >> BS_MEANS_FORECAST & 1;
    if (words && is_of_forecast(passage, start, end)) return true;
    size_t stop = bs_role__stop_after(text, end, text.len);
    if (stop > end + BETWEEN_BYTES_MAX) stop = end + BETWEEN_BYTES_MAX;
    bs_str reach = bs_str_slice(text, end, stop);
    size_t told = first_told(passage, end, stop);
    if (told == SIZE_MAX) return false;
    for (size_t i = 0; i < BS_COUNT(past); i++) {
        if (bs_str_find(reach, past[i], 0) < told - end) return false;
    }
    return true;
}

bool bs__will_be_in_chinese(const bs__passage *passage, size_t start)
{
    enum { REACH_BYTES = 48 };
    static const char verbs[] = "达|增|降至|降到|下降|升|超|突破|回落|提高|上升|减|扩大|增长|放缓|"
                                "维持在|保持在|接近|攀升|回升|有望";
    const bs_str will = BS_STR("将");
    size_t low = start > REACH_BYTES ? start - REACH_BYTES : 0;
    bs_str before = bs_str_slice(passage->text, low, start);
    bs_str clause = bs_str_behind_last(before, "，|。|；|、|,|;");
    size_t at = bs_str_find(clause, will, 0);
    return at != SIZE_MAX && bs_list_starts(bs_str_slice(clause, at + will.len, clause.len), verbs);
}

// The clause that ends at a number. Behind nothing but other numbers and their times, "inflation to
// average 3.7% in 2025, 2.9% in 2026 and 3.0%", it is that in front of them.
static bs_str clause_of_verb(bs_str before)
{
    enum { MEMBERS_MAX = 6 };
    static const char ends[] = ", |; | but | while | although | whereas ";
    bs_str clause = bs_str_behind_last(before, ends);
    for (int i = 0; i < MEMBERS_MAX && clause.len < before.len; i++) {
        size_t len;
        bs_str member = bs_str_trim(clause);
        if (bs_list_starts(member, "and ")) member = bs_str_slice(member, 4, member.len);
        if (bs_list_starts(member, "up |down "))
            member = bs_str_slice(member, bs_str_find(member, BS_STR(" "), 0) + 1, member.len);
        bool sign = bs_list_starts(member, "$|£|€|¥|US$|A$|C$|USD |EUR |GBP |-|+|−");
        bool number = bs_digit_at(member, 0, &len) >= 0 || sign;
        bool listed = (member.len == 0 || number || bs_list_is(member, "and")) &&
                      bs_str_ends(bs_str_slice(before, 0, before.len - clause.len), BS_STR(", "));
        if (!listed) break;
        size_t comma = before.len - clause.len - strlen(", ");
        clause = bs_str_behind_last(bs_str_slice(before, 0, comma), ends);
        clause.len = before.len - (size_t)(clause.ptr - before.ptr);
    }
    return clause;
}

// "will slow to", "is set to decline by", "could still exceed": a verb of what may come, an adverb
// perhaps, and what becomes of the measure.
static bool may_come(bs_str text)
{
    static const char fronts[] = "will |would |could |should |is set to |are set to |looks set to |"
                                 "look set to |is due to |are due to |is on course to |"
                                 "is on track to |are on track to |is poised to ";
    static const char adverbs[] = "only |still |then |also |again |likely |probably |soon |"
                                  "gradually |eventually |further ";
    static const char moves[] =
        "rise |fall |grow |reach |average |total |slow |ease |decline |drop |increase |decrease |"
        "climb |peak |remain |stay |hit |exceed |add |cost |shrink |contract |expand |widen |"
        "narrow |double |edge |dip |slip |stand |settle |moderate |accelerate |surpass |top ";
    for (bs_str rest = bs_str_from(fronts), front; bs_str_next(&rest, '|', &front);) {
        if (!bs_str_starts(text, front)) continue;
        bs_str verb = bs_str_slice(text, front.len, text.len);
        if (bs_list_starts(verb, adverbs))
            verb = bs_str_slice(verb, bs_str_find(verb, BS_STR(" "), 0) + 1, verb.len);
        return bs_list_starts(verb, moves);
    }
    return false;
}

// "12.1 million expected by analysts"
static bool foreseen_by(bs_str after)
{
    return bs__foretold_behind(after) ||
           bs_list_starts(after, " expected by | forecast by | predicted by | projected by |"
                                 " seen by | anticipated by ");
}

bool bs__foretold_in_english(const bs__passage *passage, size_t start, size_t end)
{
    static const char verbs[] =
        "expects |expect |forecasts |predicts |projects |anticipates |foresees |expected to |"
        "forecast to |is likely to |are likely to |projected to |predicted to |will be |"
        "we anticipate |We anticipate |we forecast |"
        "We forecast |now forecast |we project |We project |now project |staff project |"
        "economists project |analysts project |members project |participants project |"
        "expected at |forecast at |projected at |seen at |seen rising |seen falling |"
        "seen growing |is seen |are seen |outlook sees |forecast sees |now sees |now see |sees ";
    // "beat forecasts of 3% with 5%": of the number right behind alone.
    static const char nouns[] = "guidance of|guidance is|guidance was|projection of|projections "
                                "of|forecast of|forecasts of";
    bs_str text = passage->text;
    bs_str before = bs_str_slice(text, bs_role__start_before(text, 0, start), start);
    bs_str clause = clause_of_verb(before);
    if (bs_list_starts(bs_str_slice(text, end, text.len), " target| goal")) return false;
    bs_str front = bs_str_trim(clause);
    if (bs_list_ends(front, " about| around| between| some"))
        front = bs_str_slice(front, 0, front.len - bs_str_behind_last(front, " ").len - 1);
    if (bs_list_ends(front, nouns) || foreseen_by(bs_str_slice(text, end, text.len))) return true;
    for (size_t at = 0; at < clause.len; at++) {
        bool word = at == 0 || clause.ptr[at - 1] == ' ';
        bs_str here = bs_str_slice(clause, at, clause.len);
        if (!word || bs_list_starts(here, "forecasts of ")) continue;
        if (bs_list_starts(here, verbs) || may_come(here)) return true;
        // "upped its projection for 2024-25 to 7.2 per cent"
        if (at > 0 && bs_list_starts(here, "projection for |projections for |forecast for ") &&
            bs_list_ends(front, " to| at| of| from"))
            return true;
        // "The guild forecast tea picked this year at"
        if (at > 0 && bs_list_starts(here, "forecast ") && bs_list_ends(front, " at")) return true;
    }
    return false;
}

bool bs__was_foretold_in_english(const bs__passage *passage, size_t start, size_t end)
{
    static const char past[] =
        "had forecast |had expected |had predicted |had projected |had pencilled in |"
        "were expecting |had been expecting |was expected to |were expected to |"
        "was forecast to |were forecast to ";
    bs_str text = passage->text;
    if (passage->lang != BS_LANG_EN) return false;
    if (bs__foretold_behind(bs_str_slice(text, end, text.len))) return true;
    bs_str clause =
        clause_of_verb(bs_str_slice(text, bs_role__start_before(text, 0, start), start));
    if (bs_str_has_any(clause, " than | as ")) return false;
    for (size_t at = 0; at < clause.len; at++) {
        bool word = at == 0 || clause.ptr[at - 1] == ' ';
        if (word && bs_list_starts(bs_str_slice(clause, at, clause.len), past)) return true;
    }
    return false;
}

bool bs__has_come_already(const bs__passage *passage, size_t start, size_t end)
{
    enum { REACH_BYTES = 80 };
    bs_str before = bs_str_slice(passage->text, 0, start);
    bs_str after = bs_str_slice(passage->text, end, end + REACH_BYTES);
    size_t stop = after.len;
    for (size_t at = 0; at < stop; at++) {
        bool edge = strchr(";,\n", after.ptr[at]) != NULL ||
                    bs_list_starts(bs_str_slice(after, at, after.len), ". ");
        if (edge) stop = at;
    }
    return bs_list_ends(before, " already | so far | to date ") ||
           bs_str_has_any(bs_str_slice(after, 0, stop), " to date| so far| already");
}
