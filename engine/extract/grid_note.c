// SPDX-License-Identifier: GPL-3.0-or-later
// The marks and numbers of notes behind the names of rows and columns.
#include "engine/base/utf8.h"
#include "engine/extract/grid_internal.h"
#include "engine/extract/scan_internal.h"
#include "engine/extract/words.h"

// "Consumer credit(b)", "Loans to firms (c)": a letter in parentheses is a note, but those that
// say how final a figure is; "贷款总额(1)".
static bs_str without_letter(bs_str text)
{
    enum { BRACKET = 3 };
    if (text.len <= BRACKET || text.ptr[text.len - BRACKET] != '(') return text;
    char letter = text.ptr[text.len - 2];
    bs_str name = bs_str_trim(bs_str_slice(text, 0, text.len - BRACKET));
    char before = name.len > 0 ? name.ptr[name.len - 1] : ' ';
    bool latin = (before | 0x20) >= 'a' && (before | 0x20) <= 'z';
    bool wide = (unsigned char)before >= 0x80 && name.len + BRACKET == text.len;
    bool note =
        (latin && strchr("abcdghijk", letter) != NULL) || (wide && letter >= '1' && letter <= '9');
    return note && letter != '\0' && text.ptr[text.len - 1] == ')' ? name : text;
}

// "Food away from home(1)": digits in parentheses directly behind a Latin letter are a footnote.
static bs_str without_number(bs_str text)
{
    size_t at = text.len;
    if (at < 4 || text.ptr[at - 1] != ')') return text;
    for (at--; at > 0 && text.ptr[at - 1] >= '0' && text.ptr[at - 1] <= '9';)
        at--;
    bool digits = text.len - 1 - at == 1 || text.len - 1 - at == 2;
    bool note = digits && at > 1 && text.ptr[at - 1] == '(' && (text.ptr[at - 2] | 0x20) >= 'a' &&
                (text.ptr[at - 2] | 0x20) <= 'z';
    return note ? bs_str_slice(text, 0, at - 1) : text;
}

// The bytes in front of "※1", "※２" at the end of a name; its length where there is none.
static size_t without_reference_mark(bs_str text)
{
    static const char wide[] = "０|１|２|３|４|５|６|７|８|９|、";
    size_t at = text.len, count = 0;
    for (; at > 0 && count < 6; count++) {
        char last = text.ptr[at - 1];
        bool plain = (last >= '0' && last <= '9') || last == ',';
        if (!plain && !bs_list_ends(bs_str_slice(text, 0, at), wide)) break;
        at -= plain ? 1 : bs_utf8_decode_before(text, at).len;
    }
    return count > 0 && bs_str_ends(bs_str_slice(text, 0, at), BS_STR("※")) ? at : text.len;
}

// "제조업1)", "製造業 2)", "Other†": the number or mark of a note behind a name.
static bs_str without_mark(bs_str text)
{
    static const char marks[] = "@|†|‡|*|¹|²|³|⁴|⁵|⁶|⁷|⁸|⁹|⁾|⁽|※";
    size_t at = without_reference_mark(text);
    while (at > 0 && bs_list_ends(bs_str_slice(text, 0, at), marks))
        at -= bs_utf8_decode_before(text, at).len;
    if (at > 0 && at < text.len) return bs_str_trim(bs_str_slice(text, 0, at));
    bool bracket = bs_list_ends(text, ")|）");
    if (!bracket || bs_str_has_any(text, "(|（")) return text;
    size_t end = at = text.len - bs_utf8_decode_before(text, text.len).len;
    while (at > 0 && text.ptr[at - 1] >= '0' && text.ptr[at - 1] <= '9')
        at--;
    bs_str name = bs_str_trim(bs_str_slice(text, 0, at));
    bool note =
        end > at && end - at <= 2 && name.len > 0 && (unsigned char)name.ptr[name.len - 1] >= 0x80;
    if (note && bs_list_ends(name, " 주| 注| 註"))
        name = bs_str_trim(bs_str_slice(name, 0, name.len - strlen("주"))); // "보리 주1)"
    return note ? name : text;
}

// "매출채권 (주5,31)", "Borrowings (Note 12)": the notes that explain a name.
static bs_str without_notes(bs_str text)
{
    static const char words[] = "주석|주|注释|注|註|Notes|Note|notes|note";
    static const char rest[] = "0|1|2|3|4|5|6|7|8|9|,|.| |、|，";
    enum { INSIDE_BYTES_MAX = 24 };
    if (!bs_list_ends(text, ")|）")) return text;
    size_t close = text.len - bs_utf8_decode_before(text, text.len).len, open = close;
    while (open > 0 && !bs_list_ends(bs_str_slice(text, 0, open), "(|（"))
        open--;
    bs_str inside = bs_str_slice(text, open, close);
    if (open == 0 || !bs_list_starts(inside, words) || inside.len > INSIDE_BYTES_MAX) return text;
    size_t at = 0, digits = 0;
    while (at < inside.len && (unsigned char)(inside.ptr[at] | 0x20) >= 'a')
        at++; // the word, of letters of any script
    for (; at < inside.len; at += bs_utf8_decode(inside, at).len) {
        if (!bs_list_starts(bs_str_slice(inside, at, inside.len), rest)) return text;
        digits += inside.ptr[at] >= '0' && inside.ptr[at] <= '9';
    }
    size_t from = open - bs_utf8_decode_before(text, open).len;
    return digits > 0 && from > 0 ? bs_str_trim(bs_str_slice(text, 0, from)) : text;
}

// "Scotland [note 1]", "Wales [x]".
bs_str bs__without_note(bs_str text)
{
    enum { NOTE_BYTES_MAX = 10 };
    text = without_letter(without_notes(bs_str_trim(text)));
    text = without_mark(without_number(text));
    if (text.len == 0 || text.ptr[text.len - 1] != ']') return text;
    const char *open = memrchr(text.ptr, '[', text.len);
    size_t at = open ? (size_t)(open - text.ptr) : 0;
    if (at == 0 || text.len - at > NOTE_BYTES_MAX) return text;
    bs_str inside = bs_str_slice(text, at + 1, text.len - 1);
    bool digits = inside.len > 0 && inside.ptr[0] >= '0' && inside.ptr[0] <= '9';
    bool note = inside.len == 1 || digits || bs_str_starts(inside, BS_STR("note")) ||
                bs_str_starts(inside, BS_STR("주")) || bs_str_starts(inside, BS_STR("注"));
    return note ? bs_str_trim(bs_str_slice(text, 0, at)) : text;
}

// "Gas (r)", "국내총생산p)", "Coal(p)": the letter behind the name of a row that says how final its
// figures are, in some issues of a table and not in others. Words in brackets may tell rows apart.
bs_str bs__without_status(bs_str text)
{
    static const bs_str marks[] = {BS_STR_INIT("(p)"),    BS_STR_INIT("(r)"),
                                   BS_STR_INIT("（p）"),  BS_STR_INIT("（r）"),
                                   BS_STR_INIT("（ｐ）"), BS_STR_INIT("（ｒ）")};
    static const char glued[] = "p)|r)";
    text = bs_str_trim(text);
    bs_str name = text;
    for (size_t i = 0; i < BS_COUNT(marks); i++) {
        if (bs_str_ends(text, marks[i])) name = bs_str_slice(text, 0, text.len - marks[i].len);
    }
    bool bracket = bs_str_has_any(text, "(|（");
    if (!bracket && bs_list_ends(text, glued)) {
        bs_str front = bs_str_slice(text, 0, text.len - 2);
        uint32_t last = bs_utf8_decode_before(front, front.len).code;
        if (bs_rune_is_hangul(last) || bs_rune_is_han(last) || bs_rune_is_kana(last)) name = front;
    }
    name = bs_str_trim(name);
    return name.len > 0 ? name : text;
}

// "소     득", "근 로 소 득", "合　計": a name whose letters are set apart to fill its column.
bs_str bs__without_spacing(bs_arena *arena, bs_str text)
{
    size_t letters = 0, blanks = 0;
    bool apart = true;
    for (size_t at = 0; at < text.len && apart;) {
        bs_rune rune = bs_utf8_decode(text, at);
        bool blank = bs_rune_is_space(rune.code);
        apart = blank || ((bs_rune_is_hangul(rune.code) || bs_rune_is_han(rune.code)) &&
                          (letters == 0 || blanks > 0));
        letters += !blank;
        blanks = blank ? blanks + 1 : 0;
        at += rune.len;
    }
    char *copy = apart && letters > 1 ? BS_NEW_ARRAY(arena, char, text.len) : NULL;
    if (copy == NULL) return text;
    bs_str out = {copy, 0};
    for (size_t at = 0; at < text.len;) {
        bs_rune rune = bs_utf8_decode(text, at);
        if (!bs_rune_is_space(rune.code)) {
            memcpy(copy + out.len, text.ptr + at, rune.len);
            out.len += rune.len;
        }
        at += rune.len;
    }
    return out;
}

bs_str bs__in_one_line(bs_arena *arena, bs_str text)
{
    bool several = text.len > 0 && memchr(text.ptr, '\n', text.len) != NULL;
    char *copy = several ? BS_NEW_ARRAY(arena, char, text.len) : NULL;
    if (copy == NULL) return text;
    bs_str out = {copy, 0}, rest = text, line;
    while (bs_str_next(&rest, '\n', &line)) {
        line = bs_str_trim(line);
        // Scripts without blanks have none at the end of a line, and a bracket is told by itself.
        uint32_t before = bs_utf8_decode_before(out, out.len).code;
        bool wide = bs_rune_is_han(before) || bs_rune_is_kana(before) || before > 0xFEFF;
        if (out.len > 0 && line.len > 0 && !wide) copy[out.len++] = ' ';
        memcpy(copy + out.len, line.ptr, line.len);
        out.len += line.len;
    }
    return out;
}
