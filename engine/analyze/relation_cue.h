// SPDX-License-Identifier: GPL-3.0-or-later
// relation_cue.h: the words that give a relation its scope, or excuse it, in four languages.
//
// Words are looked for in running text as they are; Latin words stand between word boundaries and
// in either case. A list is a hint to structure and never proof of it: see relation.h on scope.
#ifndef BS_ANALYZE_RELATION_CUE_H
#define BS_ANALYZE_RELATION_CUE_H

#include "engine/base/str.h"

typedef enum bs_cue {
    BS_CUE_TOTAL,       // a label of a total: 합계, 总计, 合計, total
    BS_CUE_TOTAL_ALONE, // a total where it is the whole label: 전사, 全市, 県計, group
    BS_CUE_SUBTOTAL,    // 소계, 小计, 小計, subtotal
    BS_CUE_WHOLE,    // "of the whole" before a share: 전체의, 占全部, 全体の, of the total
    BS_CUE_OF_WHICH, // a part follows: 이 중, 其中, うち, of which
    BS_CUE_AND_OTHERS, // a list that is not complete: 등, 等, など, including
    BS_CUE_REST,       // a part that completes a list: 기타, 其他, その他, the rest
    BS_CUE_REBASED, // growth that levels cannot be held against: 불변가격, 可比口径, real terms
    BS_CUE_REAL,    // a level whose growth is told in constant prices or on a new basis: 총생산,
                    // 增加值, GDP
    BS_CUE_NOMINAL, // takes that back: 명목, 现价, 名目, nominal
    BS_CUE_YEARLY,  // in front of a mean growth by the year: 연평균, 年均, 年平均, CAGR
    BS_CUE_SHARE,   // heads a column of shares: 비중, 占比, 構成比, share
    BS_CUE_GROWTH,  // heads a column of growth rates: 증감률, 同比, 前年比, growth
    BS_CUE_DIFFERENCE, // heads a column of differences: 증감, 收支, 差引, balance
    BS_CUE_RATIO,      // heads a column of ratios: 1인당, 人均, 一人当たり, per capita
    BS_CUE_RATE,       // a rate of exchange is stated: 환율, 汇率, 為替, exchange rate
    BS_CUE_PLAN,       // what is planned or expected: 예정, 计划, 予定, will
    BS_CUE_PAST,       // what has happened: 했다, 发布了, した, was
    BS_CUE_BEHIND,     // somebody else is ahead: 에 이어, 仅次于, に次ぐ, second only to
    BS_CUE_RANK,       // heads a column of ranks: 순위, 排名, 順位, rank
    BS_CUE_BALANCE,    // a difference of trade or accounts: 수지, 顺差, 収支, deficit
    BS_CUE_EXPORTS,    // the larger side of a surplus: 수출, 出口, 輸出, exports
    BS_CUE_IMPORTS,    // the other side: 수입, 进口, 輸入, imports
    BS_CUE_TOGETHER,   // what follows is of several numbers: 합쳐, 合计, 合わせ, together
    BS_CUE_EACH, // several numbers follow in the order of several names: 각각, 分别, respectively
    BS_CUE_EARLIER,      // the earlier level follows: 전년, 上年, 前年, from, compared with
    BS_CUE_CONTRIBUTION, // heads a column of contributions to growth: 기여도, 寄与度
    BS_CUE_COUNT
} bs_cue;

// Byte offset of the first word of the list at or after `from`, the longest where several begin;
// *len, which may be NULL, gets its length. SIZE_MAX when there is none.
size_t bs_cue_find(bs_cue word, bs_str text, size_t from, size_t *len);
bool bs_cue_in(bs_cue word, bs_str text);
// Does the text between two numbers turn to a part of the first: "이 중", ", of which", but not "of
// the total" behind a share?
bool bs_cue_turns_to_part(bs_str between);
// True when the text, trimmed and without the marks around it, is one word of the list.
bool bs_cue_is(bs_cue cue, bs_str label);

// True when a label is, begins with or ends in a word for a total or a subtotal: "합계", "수출
// 총액", "Total exports". A word of one letter (계, 計) has to be the whole label.
bool bs_cue_heads(bs_cue cue, bs_str label);

// Short lists that a check keeps for itself, with NULL behind the last word: does the text begin
// with one of them; end with one, but for blanks; is it one?
bool bs_any_starts(bs_str text, const char *const *words);
bool bs_any_ends(bs_str text, const char *const *words);
bool bs_any_is(bs_str text, const char *const *words);

// How much two names have in common: 0 nothing, 1 the same but for blanks, case and marks. Counts
// shared pairs of letters (Dice's coefficient, Dice 1945), which needs no words and so suits Korean
// endings and Chinese alike. Empty text gives 0.
double bs_name_likeness(bs_str a, bs_str b);

// How much of `words` is in `name`: 1 when all its pairs of letters are, without the words for a
// total; a name of one pair is not enough. For "of total expenditure" against "General
// expenditure".
double bs_name_share(bs_str words, bs_str name);

#endif
