// SPDX-License-Identifier: GPL-3.0-or-later
// words.h: the words that say what a number is about: rises and falls, shares, totals, targets.
//
// One table of four languages, words.inc. A row is a word and what it means; the readers of
// sentences and of tables ask where the nearest word of a meaning stands. Adding a word is adding a
// row.
#ifndef BS_EXTRACT_WORDS_H
#define BS_EXTRACT_WORDS_H

#include "engine/base/array.h"
#include "engine/base/error.h"
#include "engine/core/lexicon.h"

typedef enum bs_meaning {
    BS_MEANS_UP,           // 증가, 增长, 増, rose
    BS_MEANS_DOWN,         // 감소, 下降, 減, fell
    BS_MEANS_GROWTH_RATE,  // 증가율, 增速, 伸び率, growth rate: names a rate of change
    BS_MEANS_SHARE,        // 비중, 占, 割合, share, accounted for
    BS_MEANS_SHARE_NAME,   // 비중, 比重, 割合, share: the noun alone
    BS_MEANS_WHOLE,        // 전체의, of total: what a share is of
    BS_MEANS_OF_WHICH,     // 이 중, 其中, うち, of which: a part of what was said before
    BS_MEANS_TARGET,       // 목표, 目标, 目標, target, by 2030
    BS_MEANS_FORECAST,     // 전망, 预计, 見通し, forecast
    BS_MEANS_ESTIMATE,     // 추정, 估计, 推計, estimate
    BS_MEANS_TOTAL,        // 합계, 总计, 合計, total
    BS_MEANS_SUBTOTAL,     // 소계, 小计, 小計, subtotal
    BS_MEANS_RANK_HEADER,  // 순위, 排名, 順位, rank
    BS_MEANS_INDEX_HEADER, // 번호, 序号, No.
    BS_MEANS_UNIT_HEADER,  // 단위, 单位, 単位, unit
    BS_MEANS_INDEX_NUMBER, // 지수, 指数, index
    BS_MEANS_BASIS_YEAR,   // 전년 대비, 同比, 前年比, on the year
    BS_MEANS_BASIS_PERIOD, // 전월 대비, 环比, 前期比, on the month
    BS_MEANS_COMPARED,     // 대비, 보다, 比, than, from: behind or before a time, a base
    BS_MEANS_ANNOUNCED,    // 발표, 公布, 発表, said: behind a day, the day of the news
    BS_MEANS_PUBLISHED,    // 발행일, 发布日期, 発行日, published
    BS_MEANS_PUBLISHER,    // 발행기관, 发布单位, 発行者, publisher
    BS_MEANS_NOTE_HEADER,  // 비고, 备注, 備考, notes: a column of remarks
    BS_MEANS_CORRECTED,  // 상향 조정, 上修, 上方修正, revised: what was said is replaced
    BS_MEANS_FORMER,     // 당초, 初值, 速報値, revised from: in front of what was said
    BS_MEANS_CUMULATIVE, // 누계, 累计, 累計, year to date: added up since January
    BS_MEANING_COUNT
} bs_meaning;

typedef struct bs_word_hit {
    size_t start; // bytes in the text
    size_t end;
} bs_word_hit;

// The first word of `meaning` in `text`; of words that begin at the same place, the longest. Words
// in Latin letters match whole words only, without regard to case.
bool bs_word_first(bs_str text, bs_meaning meaning, bs_word_hit *hit);
// The last one.
bool bs_word_last(bs_str text, bs_meaning meaning, bs_word_hit *hit);
// The last one, when the text ends with it.
bool bs_word_closes(bs_str text, bs_meaning meaning, bs_word_hit *hit);
// True when `text` is a word of `meaning`, give or take blanks inside ("발 행 일"), parentheses and
// a colon.
bool bs_word_is(bs_str text, bs_meaning meaning);
static inline bool bs_word_in(bs_str text, bs_meaning meaning)
{
    bs_word_hit hit;
    return bs_word_first(text, meaning, &hit);
}

// A byte of a text where words may begin, and a bit for each of their meanings (1 << meaning).
typedef struct bs_word_place {
    size_t at;
    uint32_t meanings;
} bs_word_place;

// Where words may begin in a text, by the characters of words alone: found once, for all that is
// asked of its parts.
typedef struct bs_words {
    bs_str text;
    const bs_word_place *places; // in order
    size_t count;
    uint32_t meanings; // of any of them: there is no word of the others
} bs_words;

// As cheap as to ask for one meaning. The places live as long as the arena. False when memory has
// run out.
bool bs_words_find(bs_words *out, bs_arena *arena, bs_str text);
// What the functions above say of `part`, a slice of the text.
bool bs_words_first(const bs_words *words, bs_str part, bs_meaning meaning, bs_word_hit *hit);
bool bs_words_last(const bs_words *words, bs_str part, bs_meaning meaning, bs_word_hit *hit);
static inline bool bs_words_in(const bs_words *words, bs_str part, bs_meaning meaning)
{
    bs_word_hit hit;
    return bs_words_first(words, part, meaning, &hit);
}
// The meanings of which a word may be in the part: where a bit is 0 there is none.
uint32_t bs_words_hint(const bs_words *words, bs_str part);

// Short lists that a file keeps for itself, as words with '|' between them: true when `text` begins
// (ends) with one of them, byte for byte.
#define bs_list_starts(text, list) BS_LIST(bs_list__starts, (text), (list))
#define bs_list_ends(text, list) BS_LIST(bs_list__ends, (text), (list))
// True when `text` is one of the words.
#define bs_list_is(text, list) BS_LIST(bs_list__is, (text), (list))

// True when one of the words of `table`, a true array of bs_str, stands anywhere in `text`, byte
// for byte: for tables that are long or asked often, as each place that asks has a lexicon of it.
#define bs_word_among(text, table)                                                                 \
    __extension__({                                                                                \
        _Static_assert(sizeof *(table) == sizeof(bs_str), "a table of words");                     \
        BS_LEXICON(static, table##_within, table, BS_LEXICON_FOLD);                                \
        bs_word__among(&table##_within, (text));                                                   \
    })
bool bs_word__among(bs_lexicon *table, bs_str text);

// Each place that asks has a filter of its list: where no word begins with the first two bytes of
// the text, or its first character outside ASCII, or ends with the last two bytes, the words are
// not looked at.
enum { BS_LIST_ROWS = 32, BS_LIST_COLUMNS = 16 }; // by the outermost byte and the next
typedef struct bs_list_filter {
    _Atomic(const char *) list; // that it was made for; NULL: not yet
    _Atomic uint64_t bits[BS_LIST_ROWS * BS_LIST_COLUMNS / 64];
} bs_list_filter;

#define BS_LIST(ask, text, list)                                                                   \
    __extension__({                                                                                \
        static bs_list_filter filter_here;                                                         \
        ask(&filter_here, (text), (list));                                                         \
    })

bool bs_list__starts_slowly(bs_list_filter *filter, bs_str text, const char *list);
bool bs_list__ends_slowly(bs_list_filter *filter, bs_str text, const char *list);
bool bs_list__is_slowly(bs_list_filter *filter, bs_str text, const char *list);

static inline unsigned bs_list__bit(char outermost, char next)
{
    unsigned row = (unsigned char)outermost % BS_LIST_ROWS;
    return row * BS_LIST_COLUMNS + (unsigned char)next % BS_LIST_COLUMNS;
}
static inline unsigned bs_list__first_bit(bs_str text)
{
    bool ascii = (unsigned char)text.ptr[0] < 0x80;
    if (ascii) return bs_list__bit(text.ptr[0], text.len > 1 ? text.ptr[1] : '\0');
    uint32_t mixed = bs_lexicon_key_at(text, 0) * 2654435761u;
    return mixed / (UINT32_MAX / (BS_LIST_ROWS * BS_LIST_COLUMNS) + 1);
}
static inline unsigned bs_list__last_bit(bs_str text)
{
    return bs_list__bit(text.ptr[text.len - 1], text.len > 1 ? text.ptr[text.len - 2] : '\0');
}
static inline bool bs_list__rules_out(bs_list_filter *filter, const char *list, unsigned bit)
{
    if (atomic_load_explicit(&filter->list, memory_order_acquire) != list) return false;
    uint64_t bits = atomic_load_explicit(&filter->bits[bit / 64], memory_order_relaxed);
    return (bits >> bit % 64 & 1) == 0;
}
static inline bool bs_list__starts(bs_list_filter *filter, bs_str text, const char *list)
{
    if (text.len == 0 || bs_list__rules_out(filter, list, bs_list__first_bit(text))) return false;
    return bs_list__starts_slowly(filter, text, list);
}
static inline bool bs_list__is(bs_list_filter *filter, bs_str text, const char *list)
{
    if (text.len == 0 || bs_list__rules_out(filter, list, bs_list__first_bit(text))) return false;
    return bs_list__is_slowly(filter, text, list);
}
static inline bool bs_list__ends(bs_list_filter *filter, bs_str text, const char *list)
{
    if (text.len == 0 || bs_list__rules_out(filter, list, bs_list__last_bit(text))) return false;
    return bs_list__ends_slowly(filter, text, list);
}

#endif
