// SPDX-License-Identifier: GPL-3.0-or-later
// Japanese: what is measured where somebody does something: "A社は、価格を11月から1トンあたり5000円
// 引き上げる" tells of the price, "コストが2年前に比べ12％増えた" of the cost. Between the noun and
// its number stand times, bases and what an amount is for, and no verb.
#include "engine/base/utf8.h"
#include "engine/extract/label_internal.h"
#include "engine/extract/label_words.h"
#include "engine/extract/numeral.h"
#include "engine/extract/relative.h"
#include "engine/extract/role.h"
#include "engine/extract/words.h"

enum { BETWEEN_BYTES_MAX = 90 };

bool bs__label_is_one(bs_str phrase)
{
    enum { CHARS_MAX = 8 };
    static const char units[] =
        "株|人|世帯|戸|台|件|社|トン|キロ|キログラム|グラム|リットル|キロリットル|"
        "バレル|平方メートル|坪|日|時間|カ月|か月|ヶ月|年|本|個|袋|箱|缶|回";
    return bs_list_starts(phrase, "1|１|一") && bs_list_ends(phrase, units) &&
           bs_utf8_count(phrase) <= CHARS_MAX &&
           !bs_list_starts(phrase, "一般|一部|一戸|一世|一人親|一次|一定");
}

// The length of the word at the start of `text` that only says when, from where or for what; 0 for
// others.
static size_t adverb_length(bs_str text)
{
    static const bs_str words[] = {
        BS_STR_INIT("に比べて"), BS_STR_INIT("に比べ"),   BS_STR_INIT("と比べて"),
        BS_STR_INIT("と比べ"),   BS_STR_INIT("に対して"), BS_STR_INIT("に対し"),
        BS_STR_INIT("までに"),   BS_STR_INIT("までの"),   BS_STR_INIT("から"),
        BS_STR_INIT("まで"),     BS_STR_INIT("には"),     BS_STR_INIT("より"),
        BS_STR_INIT("あたり"),   BS_STR_INIT("当たり"),   BS_STR_INIT("当り"),
        BS_STR_INIT("につき"),   BS_STR_INIT("平均で"),   BS_STR_INIT("平均"),
        BS_STR_INIT("一律"),     BS_STR_INIT("最大で"),   BS_STR_INIT("最大"),
        BS_STR_INIT("新たに"),   BS_STR_INIT("さらに"),   BS_STR_INIT("合わせて"),
        BS_STR_INIT("合計"),     BS_STR_INIT("およそ"),   BS_STR_INIT("現行"),
        BS_STR_INIT("従来"),     BS_STR_INIT("前年度"),   BS_STR_INIT("前年"),
        BS_STR_INIT("前月"),     BS_STR_INIT("前期"),     BS_STR_INIT("前回"),
        BS_STR_INIT("前日"),     BS_STR_INIT("同期"),     BS_STR_INIT("同月"),
        BS_STR_INIT("昨年"),     BS_STR_INIT("今年度"),   BS_STR_INIT("今年"),
        BS_STR_INIT("今期"),     BS_STR_INIT("来年度"),   BS_STR_INIT("来年"),
        BS_STR_INIT("来期"),     BS_STR_INIT("ぶりに"),   BS_STR_INIT("連続で"),
        BS_STR_INIT("出荷分"),   BS_STR_INIT("契約分"),   BS_STR_INIT("月分"),
        BS_STR_INIT("約"),       BS_STR_INIT("計"),       BS_STR_INIT("前"),
        BS_STR_INIT("後"),       BS_STR_INIT("末"),       BS_STR_INIT("比"),
        BS_STR_INIT("同"),       BS_STR_INIT("の"),       BS_STR_INIT("に"),
        BS_STR_INIT("で"),       BS_STR_INIT(" "),        BS_STR_INIT("\n")};
    for (size_t i = 0; i < BS_COUNT(words); i++) {
        if (bs_str_starts(text, words[i])) return words[i].len;
    }
    return 0;
}

// Does [from, to) hold nothing but numbers before number `index` and words that say when, from
// where or for what?
static bool is_adverbial(const bs__naming *n, size_t from, size_t to)
{
    for (size_t at = from; at < to;) {
        size_t len = adverb_length(bs_str_slice(n->text, at, to));
        for (size_t i = n->index; len == 0 && i-- > n->first;) {
            const bs_quantity *other = &n->all->items[i];
            if (bs__label_start(other, n->text) == at && bs__label_end(other, n->text) > at)
                len = bs__label_end(other, n->text) - at;
        }
        size_t digit;
        if (len == 0 && bs_digit_at(n->text, at, &digit) >= 0) {
            // "1トンあたり": what the amount is for is no number.
            size_t unit = at + digit;
            while (unit < to && adverb_length(bs_str_slice(n->text, unit, to)) == 0)
                unit += bs_utf8_decode(n->text, unit).len;
            bool one =
                bs_list_starts(bs_str_slice(n->text, unit, to), "あたり|当たり|当り|につき|前");
            if (one || bs__label_is_one(bs_str_slice(n->text, at, to))) len = unit - at;
        }
        if (len == 0) return false;
        at += len;
    }
    return true;
}

bs_str bs__label_object(const bs__naming *n)
{
    const bs_quantity *self = bs__naming_self(n);
    size_t start = bs__label_start(self, n->text);
    size_t low = start > BETWEEN_BYTES_MAX ? start - BETWEEN_BYTES_MAX : 0;
    for (size_t at = start; at > low;) {
        bs_rune rune = bs_utf8_decode_before(n->text, at);
        // "割合を、令和6年度の31.8％から40％に": a comma may stand behind the particle.
        bool behind = rune.code == 0x3001 &&
                      bs_list_ends(bs_str_slice(n->text, 0, at - rune.len), "を") &&
                      is_adverbial(n, at, start);
        if (behind) {
            at -= rune.len;
            continue;
        }
        if (rune.len == 0 || rune.code == 0x3001 || rune.code == 0x3002) break;
        bool noun = rune.code == 0x3092 || rune.code == 0x304C; // を, が
        if (!noun) {
            at -= rune.len;
            continue;
        }
        size_t from_comma =
            bs_str_starts(bs_str_slice(n->text, at, start), BS_STR("、")) ? strlen("、") : 0;
        if (at == start || !is_adverbial(n, at + from_comma, start)) break;
        size_t from = bs_role__start_before(n->text, 0, at);
        bs_str name = bs__label_phrase(n->text, from, at - rune.len, BS_LANG_JA);
        name = bs__label_behind_times(name, n->all, n->index, n->first, n->text);
        bool named = bs_utf8_count(name) > 1 && !bs__is_relative(name, BS_LANG_JA) &&
                     !bs__label_is_movement(name);
        return named ? name : (bs_str){0};
    }
    return (bs_str){0};
}
