// SPDX-License-Identifier: GPL-3.0-or-later
// What the lines above the table of a data file say: its title and its unit.
#include "engine/extract/extract_internal.h"
#include "engine/extract/group_name.h"
#include "engine/extract/tidy_internal.h"
#include "engine/extract/words.h"

// "Data Source","Tables of the Island Bureau",: the fields of a title, the first of which says
// what the others are.
static bs_str without_quotes(bs_tidy *tidy, bs_str title)
{
    if (title.len == 0 || memchr(title.ptr, '"', title.len) == NULL) return title;
    bs_buffer plain = BS_BUFFER_INIT;
    for (size_t i = 0; i < title.len; i++) {
        char c = title.ptr[i];
        bool beside =
            (i > 0 && title.ptr[i - 1] == '"') || (i + 1 < title.len && title.ptr[i + 1] == '"');
        bool colon = bs_str_has_any(bs_buffer_str(&plain), ":|：");
        bool first = !colon && i + 1 < title.len;
        if (c == ',' && beside && first) bs_buffer_add_char(&plain, ':');
        if (c != '"') bs_buffer_add_char(&plain, c == ',' && beside ? ' ' : c);
    }
    bs_str words = bs_str_trim(bs_buffer_str(&plain));
    while (bs_str_ends(words, BS_STR(":"))) // nothing but empty fields behind it
        words = bs_str_trim(bs_str_slice(words, 0, words.len - 1));
    bs_str out = bs_arena_str(&tidy->arena, words);
    bs_buffer_deinit(&plain);
    return out;
}

// "指标：", "統計名：," and the like in front of a title, and what else stands above tables so.
static const char title_keys[] = "指标|指標|统计名|統計名|表题|表題|系列名|통계명|통계표|통계표명|"
                                 "제목|지표|지표명|title|Title|TITLE|Indicator|indicator|Series|"
                                 "Table|Dataset|Item|Item Name|Variable";
static const char other_keys[] =
    "数据库|資料庫|时间|時間|来源|出典|出所|作成|更新|表番号|统计局|ダウンロード|"
    "출처|자료|작성|갱신|기간|조회|Source|source|Data Source|Last|"
    "Updated|updated|Date|Publisher|Database|Period|Frequency|Series Id|Series ID|Series id|"
    "Base Period|Base period";

// Those of them that may have a field for themselves.
static const char field_keys[] =
    "통계표ID|통계표 ID|조회기간|출처|자료|작성일|갱신일|수록기간|来源|时间|"
    "出典|出所|更新日|表番号|Source|Updated|Last updated|Frequency";

// The words of a title behind the word that says so; *keyed is true where there is one, and *other
// where the line is about something else.
static bs_str behind_key(bs_str text, bool *keyed, bool *other)
{
    enum { KEY_BYTES_MAX = 36 };
    // Where they stand in a field each the key is nothing else.
    static const bs_str colons[] = {BS_STR_INIT("："), BS_STR_INIT(":"), BS_STR_INIT(","),
                                    BS_STR_INIT("\t")};
    *keyed = *other = false;
    for (size_t i = 0; i < BS_COUNT(colons); i++) {
        size_t at = bs_str_find(text, colons[i], 0);
        if (at > KEY_BYTES_MAX) continue;
        bs_str key = bs_str_trim(bs_str_slice(text, 0, at));
        bool field = i > 1;
        if (field && !bs_list_is(key, title_keys) && !bs_list_is(key, field_keys)) continue;
        bs_str value = bs_str_trim(bs_str_slice(text, at + colons[i].len, text.len));
        if (bs_list_starts(value, ",|;|\t")) value = bs_str_trim(bs_str_slice(value, 1, value.len));
        *keyed = value.len > 0 && bs_list_starts(key, title_keys) && bs_list_ends(key, title_keys);
        bool number = value.len > 0 && value.ptr[0] >= '0' && value.ptr[0] <= '9';
        if (number && bs_list_is(key, "Table|表番号")) *keyed = false; // "Table: 18-10-0004-01"
        *other = field ? !*keyed : bs_list_starts(key, other_keys) || (number && !*keyed);
        if (*keyed) return value;
    }
    return text;
}

// "at current prices,,,Unit: EUR million": the field of a title that states a unit; false where
// none does. *words is what stands in front of it.
static bool unit_of_fields(bs_unit_text *out, bs_str *words, bs_tidy *tidy, bs_str title)
{
    for (size_t at = title.len; at-- > 0;) {
        if (memchr(",;\t", title.ptr[at], 3) == NULL) continue;
        bs_str field = bs_str_trim(bs_str_slice(title, at + 1, title.len));
        if (field.len == 0) continue;
        if (!bs_scan_unit(out, &tidy->arena, field, tidy->lang) || !out->stated) return false;
        if (out->start > 0) return false;
        while (at > 0 && memchr(",;\t ", title.ptr[at - 1], 4) != NULL)
            at--;
        *words = bs_str_slice(title, 0, at);
        return true;
    }
    return false;
}

// "单位：亿元 Unit: 100 million yuan", "单位：亿元 (100 million yuan)": a unit that is said again
// in another language.
static bool unit_said_twice(bs_unit_text *out, bs_str *words, bs_tidy *tidy, bs_str title)
{
    static const bs_str marks[] = {BS_STR_INIT("Unit"), BS_STR_INIT("("), BS_STR_INIT("（"),
                                   BS_STR_INIT("/")};
    for (size_t i = 0; i < BS_COUNT(marks); i++) {
        size_t at = bs_str_find(title, marks[i], 1);
        if (at == SIZE_MAX) continue;
        bs_str first = bs_str_trim(bs_str_slice(title, 0, at));
        if (!bs_scan_unit(out, &tidy->arena, first, tidy->lang) || !out->stated) continue;
        *words = bs_str_slice(title, 0, out->start);
        return true;
    }
    return false;
}

// "Percent change from preceding quarter, seasonally adjusted": a line that begins with what all
// values of the table are. Its words stay what it says.
static bool unit_of_change(bs_unit_text *out, bs_str *words, bs_tidy *tidy, bs_str title)
{
    static const char changes[] = "Percent change |Percentage change |Per cent change |% change ";
    static const char bases[] = "from |on |over |in |since |compared ";
    static const bs_str change = BS_STR_INIT("change ");
    if (!bs_list_starts(title, changes)) return false;
    size_t behind = bs_str_find(title, change, 0) + change.len;
    if (!bs_list_starts(bs_str_slice(title, behind, title.len), bases)) return false;
    *words = title;
    return bs_scan_whole_unit(out, &tidy->arena, BS_STR("%"), tidy->lang);
}

// "€, current prices unless stated otherwise", "Percent, seasonally adjusted": a line that begins
// with a unit and says how it is meant. "Won, lost and drawn" is none.
static bool unit_in_front(bs_unit_text *out, bs_str *words, bs_tidy *tidy, bs_str title)
{
    static const char meant[] = "current|constant|seasonally|not seasonally|annual|average|end of|"
                                "unless|at |per |rounded|nominal|real|unadjusted";
    size_t comma = bs_str_find(title, BS_STR(","), 1);
    if (comma == SIZE_MAX) return false;
    bs_str front = bs_str_trim(bs_str_slice(title, 0, comma));
    bs_str rest = bs_str_trim(bs_str_slice(title, comma + 1, title.len));
    if (!bs_list_starts(rest, meant)) return false;
    *words = (bs_str){0};
    return bs_scan_whole_unit(out, &tidy->arena, front, tidy->lang);
}

// "Original; thousand persons", "Seasonally adjusted, USD million": a unit behind what was done to
// the figures.
static bool unit_behind(bs_unit_text *out, bs_str *words, bs_tidy *tidy, bs_str title)
{
    static const char done[] = "Original|Seasonally adjusted|Not seasonally adjusted|Unadjusted|"
                               "Trend|Trend-cycle|Current prices|At current prices|Constant prices|"
                               "At constant prices|Chain volume measures|Raw data|원계열|계절조정|"
                               "季节调整|原系列|原数值|季節調整値|季節調整済|原数列";
    for (size_t at = title.len; at-- > 1;) {
        if (title.ptr[at] != ';' && title.ptr[at] != ',') continue;
        bs_str front = bs_str_trim(bs_str_slice(title, 0, at));
        bs_str rest = bs_str_trim(bs_str_slice(title, at + 1, title.len));
        bool unit =
            bs_list_is(front, done) && bs_scan_whole_unit(out, &tidy->arena, rest, tidy->lang);
        if (unit) *words = (bs_str){0};
        return unit;
    }
    return false;
}

// Reads the unit that a title states, of which *words is then what is left.
static bool unit_of_title(bs_unit_text *out, bs_str *words, bs_tidy *tidy, bs_str title)
{
    if (unit_of_fields(out, words, tidy, title)) return true;
    bool found = bs_scan_unit(out, &tidy->arena, title, tidy->lang);
    *words = found ? bs_str_slice(title, 0, out->start) : title;
    return found || unit_said_twice(out, words, tidy, title) ||
           unit_in_front(out, words, tidy, title) || unit_of_change(out, words, tidy, title) ||
           unit_behind(out, words, tidy, title);
}

static bool has_letter(bs_str text)
{
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.ptr[i];
        if (c >= 0x80 || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z')) return true;
    }
    return false;
}

void bs__tidy_read_titles(bs_tidy *tidy)
{
    bool named = tidy->source->title.len > 0, other_named = false;
    for (size_t i = 0; i < tidy->titles.count; i++) {
        bs_unit_text unit;
        bs_str title = without_quotes(tidy, tidy->titles.items[i]);
        bs_str words;
        bool found = unit_of_title(&unit, &words, tidy, title);
        if (found && tidy->unit.unit.len == 0) {
            tidy->unit = unit;
            tidy->unit_text = bs_str_trim(bs_str_slice(title, words.len, title.len));
        }
        if (found && words.len == 0) continue;
        if (!has_letter(words)) continue; // "----------"
        bool keyed, other;
        words = behind_key(bs_str_trim(words), &keyed, &other);
        // The first line is the title, but for one that says of itself that it is.
        if (named || (!keyed && tidy->source->title.len > 0 && !other_named)) continue;
        if (other && tidy->source->title.len > 0) continue;
        tidy->source->title = words;
        named = keyed;
        other_named = other;
    }
    // What speaks of the file is no name of what is in it.
    bs_str title = other_named ? (bs_str){0} : bs__behind_table_number(tidy->source->title);
    tidy->name = bs__group_name(&tidy->arena, title, tidy->lang);
    if (tidy->name.len == 0) tidy->name = title;
}
