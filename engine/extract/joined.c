// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/extract/joined.h"

#include <string.h>

#include "engine/base/entity.h"
#include "engine/base/tag.h"
#include "engine/base/utf8.h"
#include "engine/extract/words.h"

// Characters of scripts that break lines anywhere, and their marks; not Hangul.
static bool is_wide(uint32_t code)
{
    return (code >= 0x2E80 && code < 0xAC00) || (code >= 0xF900 && code <= 0xFAFF) ||
           (code >= 0xFE30 && code <= 0xFE4F) || (code >= 0xFF00 && code <= 0xFFEF);
}

static bool is_latin(char c)
{
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

static bool is_digit(uint32_t code)
{
    return (code >= '0' && code <= '9') || (code >= 0xFF10 && code <= 0xFF19);
}

// What stands in place of a line end between two characters.
static bs_str joint_between(uint32_t before, uint32_t behind)
{
    if (is_digit(before) && is_digit(behind)) return BS_STR("\n");
    if (is_wide(before) || is_wide(behind)) return BS_STR("");
    bool letter = behind >= 'a' && behind <= 'z';
    return before == '-' && letter ? BS_STR("") : BS_STR(" ");
}

// "46.3 47.4" above "Million bushels": a line that begins with a capital says what the numbers
// below it are counted in.
static bool heads_unit(bs_str before, bs_str behind)
{
    static const char scales[] = "Thousand |Million |Billion |Trillion |Percent|Per cent";
    return before.len > 0 && is_digit((unsigned char)before.ptr[before.len - 1]) &&
           bs_list_starts(behind, scales);
}

static bs_status no_memory(bs_error *err)
{
    return bs_fail(err, BS_E_MEMORY, "out of memory");
}

// Behind the line end at `at` and the blanks around it.
static size_t behind_gap(bs_str text, size_t at)
{
    while (at < text.len) {
        bs_rune rune = bs_utf8_decode(text, at);
        if (rune.code != '\n' && rune.code != '\r' && !bs_rune_is_space(rune.code)) break;
        at += rune.len;
    }
    return at;
}

static bs_status add_seam(bs__joined *out, bs_arena *arena, bs__seam seam, bs_error *err)
{
    bs__seam *added = BS_PUSH(arena, &out->seams);
    if (added == NULL) return no_memory(err);
    *added = seam;
    return BS_OK;
}

// "Revenue\u00A0of", "mar\u00ADgin": blanks at which no line ends and hyphens that are not printed.
static bool is_soft(bs_str text, size_t at)
{
    if (text.ptr[at] != '\xC2' || at + 1 >= text.len) return false;
    return text.ptr[at + 1] == '\xA0' || text.ptr[at + 1] == '\xAD';
}

// "ﬁrst half", "proﬁt": the letters of a ligature that a converter left; empty where none stands.
static bs_str ligature_at(bs_str text, size_t at)
{
    static const bs_str letters[] = {BS_STR_INIT("ff"), BS_STR_INIT("fi"), BS_STR_INIT("fl"),
                                     BS_STR_INIT("ffi"), BS_STR_INIT("ffl")};
    bool lead = at + 2 < text.len && text.ptr[at] == '\xEF' && text.ptr[at + 1] == '\xAC';
    unsigned index = lead ? (unsigned)(unsigned char)text.ptr[at + 2] - 0x80u : BS_COUNT(letters);
    return index < BS_COUNT(letters) ? letters[index] : (bs_str){0};
}

// "Revenue\t£4.2bn" alone on a line: the mark that stands for the tab between a name and its
// figure; empty for any other character.
static bs_str tab_at(bs_str text, size_t at)
{
    static const char values[] = "0|1|2|3|4|5|6|7|8|9|+|-|−|▲|△|$|£|€|¥|￥|₩|約|约|약 ";
    if (text.ptr[at] != '\t' || at == 0) return (bs_str){0};
    if (!bs_list_starts(bs_str_slice(text, at + 1, text.len), values)) return (bs_str){0};
    for (size_t i = at; i-- > 0 && text.ptr[i] != '\n';) {
        if (text.ptr[i] == '\t' || is_digit((unsigned char)text.ptr[i])) return (bs_str){0};
    }
    return BS_STR(":");
}

// "Germany’s exports", "households’ savings": an apostrophe, and no end of a quotation.
static bool is_apostrophe(bs_str text, size_t at)
{
    static const bs_str mark = BS_STR_INIT("’");
    if (at == 0 || !bs_str_starts(bs_str_slice(text, at, at + mark.len), mark)) return false;
    size_t behind = at + mark.len;
    if (!is_latin(text.ptr[at - 1]) || behind + 1 >= text.len) return false;
    if (is_latin(text.ptr[behind])) return true;
    enum { QUOTED_BYTES_MAX = 80 };
    bs_str front = bs_str_slice(text, at > QUOTED_BYTES_MAX ? at - QUOTED_BYTES_MAX : 0, at);
    return text.ptr[at - 1] == 's' && text.ptr[behind] == ' ' && is_latin(text.ptr[behind + 1]) &&
           bs_str_find(front, BS_STR("‘"), 0) == SIZE_MAX;
}

// "24亿元,增长3%;其中:": the wide mark that Chinese has for a narrow one beside a character of its
// own; empty for what parts digits, times or Latin words.
static bs_str wide_mark(bs_str text, size_t at)
{
    char mark = text.ptr[at];
    if (mark != ',' && mark != ';' && mark != ':') return (bs_str){0};
    uint32_t before = bs_utf8_decode_before(text, at).code;
    size_t from = at + 1 < text.len && text.ptr[at + 1] == ' ' ? at + 2 : at + 1;
    bool beside = is_wide(before) || is_wide(bs_utf8_decode(text, from).code);
    // "3.2%,2017年", "(三)12亿元"
    bool closed = mark != ':' && (before == '%' || before == ')');
    if (!beside && !closed) return (bs_str){0};
    return mark == ',' ? BS_STR("，") : mark == ';' ? BS_STR("；") : BS_STR("：");
}

static size_t count_narrow(bs_str text)
{
    size_t count = 0;
    for (size_t at = 0; at < text.len; at++)
        count += wide_mark(text, at).len > 0;
    return count;
}

// The first reference, tag, tab, ligature, soft character or, in Chinese, narrow mark at or after
// `at`; `end` where there is none.
static size_t next_mark(bs_str text, size_t at, size_t end, bool han)
{
    for (; at < end; at++) {
        unsigned char byte = (unsigned char)text.ptr[at];
        if (byte == '&' || byte == '<' || byte == '\t') break;
        if (han && wide_mark(text, at).len > 0) break;
        if (byte == 0xC2 && is_soft(text, at)) break;
        if (byte == 0xE2 && is_apostrophe(text, at)) break;
        if (byte == 0xEF && ligature_at(text, at).len > 0) break;
    }
    return at;
}

// What stands in the copy for a part of the printed text.
typedef struct piece {
    size_t len;     // bytes of the printed text; 0 for nothing
    bs_str instead; // what the copy has for them
} piece;

// "m<sup>2</sup>", "12.4<sup>1)</sup>": a raised digit behind a length belongs to the unit; numbers
// that a bracket closes behind are those of notes.
static piece raised_at(bs_str line, size_t at)
{
    static const bs_str close = BS_STR_INIT("</sup>");
    enum { RAISED_BYTES_MAX = 24 };
    size_t open = bs_tag_at(line, at).len, from = at + open, end = from, word = at;
    if (!bs_str_starts(bs_str_slice(line, at, line.len), BS_STR("<sup"))) return (piece){0};
    while (end < line.len && end - from < RAISED_BYTES_MAX && line.ptr[end] != '<')
        end++;
    bs_str inside = bs_str_trim(bs_str_slice(line, from, end));
    if (open == 0 || inside.len == 0 || !bs_str_starts(bs_str_slice(line, end, line.len), close))
        return (piece){0};
    while (word > 0 && at - word < RAISED_BYTES_MAX && (line.ptr[word - 1] | 0x20) >= 'a' &&
           (line.ptr[word - 1] | 0x20) <= 'z')
        word--;
    size_t len = end + close.len - at;
    bool length = bs_list_is(bs_str_slice(line, word, at), "m|cm|mm|km|dm|ft|in|yd|mi");
    if (length && bs_str_equal(inside, BS_STR("2"))) return (piece){len, BS_STR("²")};
    if (length && bs_str_equal(inside, BS_STR("3"))) return (piece){len, BS_STR("³")};
    if (!bs_list_ends(inside, ")|]")) return (piece){0};
    for (size_t i = 0; i < inside.len; i++) {
        if (strchr("0123456789,; ()[]*", inside.ptr[i]) == NULL) return (piece){0};
    }
    return (piece){len, BS_STR("")};
}

// The reference, tag or raised text at `at`, and what it is in the copy; {0} for a character that
// is no more than itself. The tags between two digits stay: they may be two numbers.
static piece piece_at(bs_str line, size_t at, char before, char buffer[4])
{
    bs_str mark = wide_mark(line, at);
    if (mark.len > 0) return (piece){at + 1 < line.len && line.ptr[at + 1] == ' ' ? 2 : 1, mark};
    bs_rune rune = bs_entity_at(line, at);
    bool digit_before = is_digit((unsigned char)before);
    if (rune.len > 0 && rune.code == 0xA0 && !digit_before) return (piece){rune.len, BS_STR(" ")};
    if (rune.len > 0) return (piece){rune.len, {buffer, bs_utf8_encode(rune.code, buffer)}};
    if (is_soft(line, at)) {
        bool hyphen = line.ptr[at + 1] == '\xAD';
        bool grouped = !hyphen && digit_before && at + 2 < line.len &&
                       is_digit((unsigned char)line.ptr[at + 2]); // "12 345"
        return grouped ? (piece){0} : (piece){2, hyphen ? BS_STR("") : BS_STR(" ")};
    }
    if (is_apostrophe(line, at)) return (piece){strlen("’"), BS_STR("'")};
    bs_str tab = tab_at(line, at);
    if (tab.len > 0) return (piece){1, tab};
    bs_str letters = ligature_at(line, at);
    if (letters.len > 0) return (piece){strlen("ﬁ"), letters};
    piece raised = raised_at(line, at);
    if (raised.len > 0) return raised;
    bs_tag tag = bs_tag_at(line, at);
    size_t behind = at + tag.len;
    if (tag.len > 0 && (line.ptr[at + 1] | 0x20) != 'b') { // "Sales</dt><dd>1,486</dd>"
        bs_str name = bs_str_slice(line, at, at + strlen("</dt"));
        if (bs_str_equal_nocase(name, BS_STR("</dt"))) return (piece){tag.len, BS_STR(": ")};
        if (bs_str_equal_nocase(name, BS_STR("</dd"))) return (piece){tag.len, BS_STR(", ")};
        if (bs_list_starts(name, "<dd|<DD")) return (piece){tag.len, BS_STR("")};
    }
    bool digits = behind < line.len && digit_before && is_digit((unsigned char)line.ptr[behind]);
    return tag.plain && !digits ? (piece){tag.len, BS_STR("")} : (piece){0};
}

// Adds the printed text of [at, end) to the copy, with characters for references and without tags
// that only change how it looks.
static bs_status add_line(bs__joined *out, bs_arena *arena, size_t at, size_t end, bs_error *err)
{
    char *copy = (char *)out->text.ptr; // of this file, and not given away yet
    bs_str line = bs_str_slice(out->printed, 0, end);
    while (at < end) {
        char buffer[4];
        size_t stop = next_mark(line, at, end, out->han);
        memcpy(copy + out->text.len, line.ptr + at, stop - at);
        out->text.len += stop - at;
        at = stop;
        if (at == end) break;
        piece found = piece_at(line, at, out->text.len > 0 ? copy[out->text.len - 1] : ' ', buffer);
        if (found.len == 0) {
            copy[out->text.len++] = line.ptr[at++];
            continue;
        }
        memcpy(copy + out->text.len, found.instead.ptr, found.instead.len);
        out->text.len += found.instead.len;
        at += found.len;
        bs__seam seam = {out->text.len, at - out->text.len, found.instead.len > 0};
        BS_TRY(add_seam(out, arena, seam, err));
    }
    return BS_OK;
}

static bool has_soft(bs_str text)
{
    static const bs_str blank = BS_STR_INIT("\xC2\xA0"), hyphen = BS_STR_INIT("\xC2\xAD");
    return memchr(text.ptr, '\xC2', text.len) != NULL &&
           (bs_str_find(text, blank, 0) < text.len || bs_str_find(text, hyphen, 0) < text.len);
}

static bool has_marks(bs_str text)
{
    static const bs_str apostrophe = BS_STR_INIT("’");
    if (bs_str_find(text, apostrophe, 0) < text.len) return true;
    return memchr(text.ptr, '\n', text.len) || memchr(text.ptr, '&', text.len) ||
           memchr(text.ptr, '<', text.len) || memchr(text.ptr, '\t', text.len) || has_soft(text) ||
           bs_str_find(text, BS_STR("\xEF\xAC"), 0) < text.len;
}

// "£9.8 bil-\nlion", "per-\ncent": a word that a hyphen at the end of its line has parted, of those
// that have none.
static bool is_parted(bs_str front, bs_str behind)
{
    enum { WORD_BYTES_MAX = 16 };
    static const char words[] =
        "billion|billions|million|millions|trillion|thousand|thousands|hundred|percent|percentage|"
        "January|February|August|September|October|November|December|quarter|quarters|"
        "revenue|revenues|profit|profits|income|growth|exports|imports|increase|increased|"
        "decrease|decreased|government|household|households|company|companies|production|"
        "employment|unemployment|inflation|investment|expenditure|average|mortgage|mortgages|"
        "consumer|consumption|dollars|compared|operating|adjusted|population|consumers";
    if (!bs_str_ends(front, BS_STR("-"))) return false;
    char word[2 * WORD_BYTES_MAX];
    size_t end = front.len - 1, start = end, len = 0, more = 0;
    while (start > 0 && end - start < WORD_BYTES_MAX && (front.ptr[start - 1] | 0x20) >= 'a' &&
           (front.ptr[start - 1] | 0x20) <= 'z')
        start--;
    while (more < behind.len && more < WORD_BYTES_MAX && behind.ptr[more] >= 'a' &&
           behind.ptr[more] <= 'z')
        more++;
    memcpy(word, front.ptr + start, len = end - start);
    memcpy(word + len, behind.ptr, more);
    bs_str whole = {word, len + more};
    return len > 0 && more > 0 && bs_list_is(whole, words);
}

// Joins what has been copied with the line that begins at byte `at` of the printed text.
static bs_status add_joint(bs__joined *out, bs_arena *arena, size_t at, bs_error *err)
{
    char *copy = (char *)out->text.ptr;
    bs_str next = bs_str_slice(out->printed, at, out->printed.len);
    bs_str joint = heads_unit(out->text, next)
                       ? BS_STR("\n")
                       : joint_between(bs_utf8_decode_before(out->text, out->text.len).code,
                                       bs_utf8_decode(next, 0).code);
    if (is_parted(out->text, next)) out->text.len--;
    memcpy(copy + out->text.len, joint.ptr, joint.len);
    out->text.len += joint.len;
    size_t len = out->text.len;
    return add_seam(out, arena, (bs__seam){len, at - len, false}, err);
}

enum { GROWTH = sizeof "，" - 2 }; // bytes that a wide mark has more than a narrow one

bs_status bs__join_lines(bs__joined *out, bs_arena *arena, bs_str printed, bs_lang lang,
                         bs_error *err)
{
    size_t narrow = lang == BS_LANG_ZH ? count_narrow(printed) : 0;
    *out = (bs__joined){.text = printed, .printed = printed, .han = narrow > 0};
    if (narrow == 0 && !has_marks(printed)) return BS_OK;
    char *copy = BS_NEW_ARRAY(arena, char, printed.len + narrow * GROWTH);
    if (copy == NULL) return no_memory(err);
    out->text = (bs_str){copy, 0};
    size_t at = 0;
    while (at < printed.len) {
        const char *line_end = memchr(printed.ptr + at, '\n', printed.len - at);
        size_t stop = line_end ? (size_t)(line_end - printed.ptr) : printed.len;
        size_t end = stop;
        while (end > at && bs_rune_is_space(bs_utf8_decode_before(printed, end).code))
            end -= bs_utf8_decode_before(printed, end).len;
        if (line_end == NULL) end = stop;
        BS_TRY(add_line(out, arena, at, end, err));
        at = line_end ? behind_gap(printed, stop) : stop;
        if (line_end == NULL || at >= printed.len || end == 0) continue;
        BS_TRY(add_joint(out, arena, at, err));
    }
    return BS_OK;
}

bs_status bs__join_pieces(bs__joined *out, bs_arena *arena, const bs_block *block, bs_error *err)
{
    bs_str printed = block->text;
    size_t narrow = block->lang == BS_LANG_ZH ? count_narrow(printed) : 0;
    char *copy = BS_NEW_ARRAY(arena, char, printed.len + narrow * GROWTH);
    if (copy == NULL) return no_memory(err);
    *out = (bs__joined){.text = {copy, 0}, .printed = printed, .pieced = true, .han = narrow > 0};
    for (uint32_t i = 0; i < block->piece_count; i++) {
        size_t at = (size_t)(block->pieces[i].ptr - printed.ptr);
        if (i > 0) {
            BS_TRY(add_joint(out, arena, at, err));
        } else if (at > 0) {
            BS_TRY(add_seam(out, arena, (bs__seam){0, at, false}, err));
        }
        BS_TRY(add_line(out, arena, at, at + block->pieces[i].len, err));
    }
    return BS_OK;
}

// The last seam at or before a byte of the copy; NULL where there is none.
static const bs__seam *seam_before(const bs__joined *joined, size_t at)
{
    size_t low = 0, high = joined->seams.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (joined->seams.items[middle].at <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low > 0 ? &joined->seams.items[low - 1] : NULL;
}

static size_t printed_at(const bs__joined *joined, size_t at)
{
    const bs__seam *seam = seam_before(joined, at);
    return seam != NULL ? at + seam->short_by : at;
}

// Where what ends at a byte of the copy ends in print: behind a reference, before a line end.
static size_t printed_end(const bs__joined *joined, size_t end)
{
    const bs__seam *seam = seam_before(joined, end);
    bool reference = seam != NULL && seam->at == end && seam->reference;
    return reference ? end + seam->short_by : printed_at(joined, end - 1) + 1;
}

// Of what goes on in the next line of its column, the part in the first: the other column stands
// between them.
static bs_str first_piece(bs_str printed, size_t from, size_t end)
{
    bs_str line = bs_str_slice(printed, from, printed.len);
    line = bs_str_slice(line, 0, bs_str_find(line, BS_STR("\n"), 0));
    if (end > from && end - from <= line.len) return bs_str_slice(printed, from, end);
    return bs_str_trim(bs_str_slice(line, 0, bs_str_find(line, BS_STR("  "), 0)));
}

bs_str bs__joined_printed(const bs__joined *joined, bs_str slice)
{
    if (joined->seams.count == 0 || slice.ptr < joined->text.ptr ||
        slice.ptr > joined->text.ptr + joined->text.len)
        return slice;
    size_t start = (size_t)(slice.ptr - joined->text.ptr);
    if (slice.len == 0)
        return bs_str_slice(joined->printed, printed_at(joined, start), printed_at(joined, start));
    size_t end = printed_end(joined, start + slice.len), from = printed_at(joined, start);
    return joined->pieced ? first_piece(joined->printed, from, end)
                          : bs_str_slice(joined->printed, from, end);
}

bs_str bs__joined_name(const bs__joined *joined, bs_str slice)
{
    if (slice.len == 0 || !joined->han || joined->pieced) return slice;
    bs_str printed = bs__joined_printed(joined, slice);
    return has_marks(printed) ? slice : printed;
}
