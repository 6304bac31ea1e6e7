// SPDX-License-Identifier: GPL-3.0-or-later
// guard_internal.h: what the files guard*.c share, by which digits that are no amount are told;
// guard.c itself has codes and addresses of the web. Each function tells whether what begins at
// byte `at` is what its name says; *end is then behind it.
#ifndef BS_EXTRACT_GUARD_INTERNAL_H
#define BS_EXTRACT_GUARD_INTERNAL_H

#include "engine/extract/scan_internal.h"

static inline bool bs__is_latin(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}
static inline bool bs__is_word(char c)
{
    return bs__is_latin(c) || bs_is_digit(c);
}
static inline char bs__at_or_zero(bs_str text, size_t at)
{
    return at < text.len ? text.ptr[at] : '\0';
}

// guard_age.c
// 20대 취업자, 30·40대, 20~30대: people in their twenties where the text speaks of ages; 20대 are
// also vehicles.
bool bs__age_group(const bs__scan *scan, size_t at, size_t *end);
// "post-16 education", "over-65s".
bool bs__age_in_name(const bs__scan *scan, size_t at, bs_item *item, size_t *end);

// guard_base.c
// 上月=100, 以女性为100, 男性を100とする: what the rest is held against is 100.
bool bs__base_of_index(const bs__scan *scan, size_t at, size_t *end);

// guard_mark.c
bool bs__reference_mark(bs_str text, size_t at, size_t *end);     // "(3)", "[3, 4]"
bool bs__inner_mark(bs_str text, size_t at, size_t *end);         // "2)" inside a line
bool bs__note_mark(const bs__scan *scan, size_t at, size_t *end); // "Notes: 1. ... 2. ..."
bool bs__list_mark(const bs__scan *scan, size_t at, size_t *end);
bool bs__wide_list_mark(const bs__scan *scan, size_t at,
                        size_t *end); // of wide digits // "1. " at the start
bool bs__unit_footnote(const bs__scan *scan, size_t at, size_t *end);
bool bs__counted_in(bs_str text, size_t at, size_t *end);
bool bs__superscript_mark(bs_str text, size_t at, size_t *end); // <sup>1</sup>

// guard_odds.c
// "9.8 대 1", "1.81∶1", "3.2対1": what the odds are told by.
bool bs__odds(const bs__scan *scan, size_t at, size_t *end);
// "以3比2战胜", "3対2で勝った": how a match ended.
bool bs__score(const bs__scan *scan, size_t at, size_t *end);
// "비중은 25대 75이다", "6대 4로 갈렸다": a ratio, and no vehicles; "21~40위": a class of places.
bool bs__ratio_read(const bs__scan *scan, size_t at, size_t *end);
// "by a 4:2 majority", "voted 7–2 to", "by 8 to 1": how a vote went.
bool bs__vote(const bs__scan *scan, size_t at, size_t *end);

// guard_name.c
bool bs__word_number(const bs__scan *scan, size_t at, size_t *end); // the 19 of 코로나19
// 贵州茅台（600519）: the code of a share.
bool bs__share_code(const bs__scan *scan, size_t at, bs_item *item, size_t *end);
// The same in a list of shares, standing apart: "A股 上海证券交易所 海茂股份 600923".
bool bs__listed_share(const bs__scan *scan, size_t at, bs_item *item, size_t *end);
// The 1 of 東証1部, and the code of a share behind it: "（東証1部：4321）".
bool bs__exchange_section(const bs__scan *scan, size_t at, size_t *end);
// "科创50指数", "“95后”": digits in the name of a Chinese index, or of those who were born then.
bool bs__name_in_han(const bs__scan *scan, size_t at, bs_item *item, size_t *end);
// The 225 of 니케이225지수, the 200 of 코스피200.
bool bs__index_in_hangul(const bs__scan *scan, size_t at, bs_item *item, size_t *end);

// guard_label.c
bool bs__labelled(const bs__scan *scan, size_t at, bs_item *item, size_t *end); // "표 3"

// guard_latin.c
// The run of letters, digits and inner hyphens and points that begins at `at`.
size_t bs__name_end(bs_str text, size_t at);
bool bs__latin_name(const bs__scan *scan, size_t at, bs_item *item, size_t *end);  // "IPv6"
bool bs__latin_glued(const bs__scan *scan, size_t at, bs_item *item, size_t *end); // "5G"
bool bs__latin_model(const bs__scan *scan, size_t at, bs_item *item, size_t *end); // "歼-20"
bool bs__latin_title(const bs__scan *scan, size_t at, bs_item *item, size_t *end); // 「Plan 22」
bool bs__latin_standard(const bs__scan *scan, size_t at, bs_item *item, size_t *end); // "ISO 9001"

// guard_order.c
// Where a list or range of rising whole numbers ends that begins at `at`: that of its first number
// where no other follows, `at` where no small number stands.
size_t bs__order_list_end(bs_str text, size_t at);
// "1, 2호기", "1~4호선", "1・2号機": those that have their word once.
bool bs__listed_order(const bs__scan *scan, size_t at, size_t *end);

// guard_page.c
// How often a page has been read, and the files that it offers.
bool bs__page_matter(const bs__scan *scan, size_t at, size_t *end);

// guard_phone.c
bool bs__behind_phone_word(const bs__scan *scan, size_t at, size_t *end);
bool bs__postal_code(const bs__scan *scan, size_t at, size_t *end);
bool bs__phone_number(bs_str text, size_t at, size_t *end);
bool bs__national_phone(const bs__scan *scan, size_t at, size_t *end);
bool bs__place_code(const bs__scan *scan, size_t at, size_t *end);
bool bs__post_code(bs_str text, size_t at, size_t *end);
bool bs__area_code(bs_str text, size_t at, size_t *end);
bool bs__clock_time(const bs__scan *scan, size_t at, size_t *end);

#endif
