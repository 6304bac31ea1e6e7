// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/read/text_internal.h"

// A line that somebody wrapped is nearly as wide as the widest one around it: its next word would
// not have fitted. Narrower or wider than this nobody wraps text.
enum { WRAP_WIDTH_MIN = 40, WRAP_WIDTH_MARKED_MIN = 60, WRAP_WIDTH_MAX = 132, WRAP_SLACK = 3 };

static bool is_small(uint32_t code)
{
    return code >= 'a' && code <= 'z';
}

// Columns that a line of running text needs at least for what `text` begins with: a word, or one
// character of a script that breaks lines anywhere.
static size_t first_word_width(bs_str text)
{
    size_t width = 0;
    for (size_t at = 0; at < text.len && width < WRAP_WIDTH_MIN;) {
        bs_rune rune = bs_utf8_decode(text, at);
        if (bs_rune_is_space(rune.code)) break;
        if (bs_rune_is_han(rune.code) || bs_rune_is_kana(rune.code)) return width + 2;
        width += (size_t)bs_rune_width(rune.code);
        at += rune.len;
    }
    return width;
}

static bool begins_block(bs_text_reader *reader, uint32_t at)
{
    const bs_line *line = &reader->lines[at];
    bs_str title;
    if (bs_line__is_decoration(line->text) || bs_line__is_url(line->text)) return true;
    if (line->text.ptr[0] == '#' || bs_str_starts(line->text, BS_STR("```"))) return true;
    bs_marker marker = bs_marker__read(line->text);
    if (marker.kind != BS_MARKER_NONE && marker.kind != BS_MARKER_CHAPTER) return true;
    if (bs_marker__is_note(line->text) || bs_marker__is_unit(line->text)) return true;
    if (bs_marker__caption(line->text, &title)) return true;
    bs_str html;
    if ((line->flags & BS_LINE_TAG) != 0 && bs_html__begins(reader, at, &html)) return true;
    return bs_marker__contents_len(line->text) > 0;
}

// A table that begins on the line, as far as it can be told. Failed scans are remembered by their
// recognisers, so that asking at every line costs nothing.
static bool begins_table(bs_text_reader *reader, uint32_t at)
{
    bool flagged = (reader->lines[at].flags & (BS_LINE_TAB | BS_LINE_BAR | BS_LINE_GAP)) != 0;
    bool bare = !flagged && !bs_table__may_be_tokens(reader, at);
    if (bare && !bs_table__may_be_units(reader, at) && !bs_table__may_be_stack(reader, at) &&
        !bs_table__may_be_turns(reader, at))
        return false;
    bs_grid grid = {0};
    bool found = false;
    bs_status status = bs_table__scan(reader, at, &grid, &found);
    return status != BS_OK || found; // the scan is repeated, and fails again, where it belongs
}

// A title with a rule under it is no part of the paragraph above.
static bool is_underlined(const bs_text_reader *reader, uint32_t at)
{
    if (at + 1 >= reader->line_count) return false;
    bs_str rule = reader->lines[at + 1].text;
    return rule.len >= 3 && (rule.ptr[0] == '=' || rule.ptr[0] == '-') &&
           rule.ptr[1] == rule.ptr[0] && bs_line__is_decoration(rule);
}

// Ends in a stop of a script without blanks, or in a letter of one and a plain stop.
static bool is_wide_end(bs_str text)
{
    bs_rune last = bs_utf8_decode_before(text, text.len);
    bs_rune before = bs_utf8_decode_before(text, text.len - last.len);
    return last.code >= 0x2E80 || bs_line__is_wide_letter(before.code);
}

// Wide blanks inside a line that are not those behind a stop.
static bool has_gap(const bs_line *line)
{
    if ((line->flags & BS_LINE_GAP) == 0) return false;
    bs_str text = line->text;
    size_t at = bs_str_find(text, BS_STR("  "), 0);
    for (; at != SIZE_MAX; at = bs_str_find(text, BS_STR("  "), at + 2)) {
        if (at > 0 && !bs_line__is_in((unsigned char)text.ptr[at - 1], " .?!:;,\"')")) return true;
    }
    return false;
}

// "date: 2023-10-13": a word and a colon begin a line of their own.
static bool is_key(bs_str text)
{
    size_t at = 0;
    while (at < text.len && ((text.ptr[at] | 0x20) >= 'a' && (text.ptr[at] | 0x20) <= 'z'))
        at++;
    return at > 0 && at + 1 < text.len && text.ptr[at] == ':' && text.ptr[at + 1] == ' ';
}

// "[건강] 2023년 기준": a topic in brackets begins a line of its own.
static bool is_topic(bs_str text)
{
    enum { TOPIC_BYTES_MAX = 36 };
    bs_str head = bs_str_slice(text, 0, TOPIC_BYTES_MAX);
    return head.len > 1 && head.ptr[0] == '[' && bs_rune_is_hangul(bs_utf8_decode(head, 1).code) &&
           bs_str_find(head, BS_STR("] "), 0) != SIZE_MAX;
}

// "前年同月に比べ36万人の増加" above "雇用者数は": a Japanese line of a list of facts, which ends
// with how something has moved and no stop, where the next one does not go on with a word or
// particle.
static bool is_fact(bs_str text, bs_str next)
{
    static const bs_str moves[] = {
        BS_STR_INIT("の増加"),       BS_STR_INIT("の減少"),       BS_STR_INIT("の上昇"),
        BS_STR_INIT("の低下"),       BS_STR_INIT("の赤字"),       BS_STR_INIT("の黒字"),
        BS_STR_INIT("ポイント上昇"), BS_STR_INIT("ポイント低下"), BS_STR_INIT("ポイントの上昇"),
        BS_STR_INIT("横ばい"),
    };
    static const char parts[] = "率数額幅傾分要局基等又及量";
    bs_rune first = bs_utf8_decode(next, 0);
    if (!bs_rune_is_han(first.code) || bs_line__is_in(first.code, parts)) return false;
    for (size_t i = 0; i < BS_COUNT(moves); i++) {
        if (bs_str_ends(text, moves[i])) return true;
    }
    return false;
}

// "税収は82億" above "7,730万円増": a line of Japanese ends inside a number, or with a comma.
static bool is_cut(bs_str text, bs_str next)
{
    bs_rune last = bs_utf8_decode_before(text, text.len), first = bs_utf8_decode(next, 0);
    bool prose = false;
    for (size_t at = 0; at < text.len && !prose; at += bs_utf8_decode(text, at).len)
        prose = bs_rune_is_kana(bs_utf8_decode(text, at).code);
    if (!prose) return false;
    bool digit = last.code < 0x80 && last.code >= '0' && last.code <= '9';
    bool more = first.code >= '0' && first.code <= '9';
    return last.code == 0x3001 || (more && bs_line__is_in(last.code, "億兆万")) ||
           (digit && bs_line__is_in(first.code, "億兆万千円％%"));
}

// "27%", "£988m", "12.6p", "(2016: £777m)": ends in a figure with its unit, or in one in brackets?
static bool ends_in_figure(bs_str text)
{
    enum { BRACKET_BYTES_MAX = 40 };
    char last = text.ptr[text.len - 1];
    if (last == ')') {
        bs_str tail = bs_str_tail(text, BRACKET_BYTES_MAX);
        const char *open = memrchr(tail.ptr, '(', tail.len);
        bs_str inside =
            open != NULL ? bs_str_slice(tail, (size_t)(open - tail.ptr), tail.len) : (bs_str){0};
        return bs_line__has_digit(inside);
    }
    size_t unit = text.len - 1;
    if (unit > 1 && (last == 'n' || last == 'N') && (text.ptr[unit - 1] | 0x20) == 'b') unit--;
    bool letter = strchr("%mMpPxkKbB", text.ptr[unit]) != NULL;
    return letter && unit > 0 && text.ptr[unit - 1] >= '0' && text.ptr[unit - 1] <= '9';
}

// "Profit up 27% to £988m" above "Interim dividend of 4.3p": an English line of a list of facts has
// no stop behind its figure, and the next one begins with a capital and has a figure, too.
static bool is_english_fact(bs_str text, bs_str next)
{
    return next.ptr[0] >= 'A' && next.ptr[0] <= 'Z' && text.len > 2 && ends_in_figure(text) &&
           bs_line__has_digit(next);
}

// Does `text` begin, or end, with one of the words that bars part?
static bool has_at_edge(bs_str text, const char *words, bool end)
{
    bs_str rest = bs_str_from(words), word;
    while (bs_str_next(&rest, '|', &word)) {
        if (end ? bs_str_ends(text, word) : bs_str_starts(text, word)) return true;
    }
    return false;
}

// "... 총수입 13.5% 감소" over "국가채무 1,195조원 ...": a Korean line of a headline that ends with
// what has happened, and the next one, which is no sentence either, names another thing.
static bool ends_headline(bs_str text, bs_str next)
{
    static const char ends[] =
        "증가|감소|상승|하락|급증|급감|급등|급락|확대|축소|개선|악화|경신|발간|↑|↓";
    static const char on[] =
        "등|세|율|률|폭|분|했|하|한|된|되|로|에|와|과|의|을|를|이 |가 |은 |는 |"
        "및|추세|요인";
    return bs_rune_is_hangul(bs_utf8_decode(next, 0).code) && has_at_edge(text, ends, true) &&
           !has_at_edge(next, on, false) && !bs_line__is_sentence(next);
}

static size_t count_blanks(bs_str text)
{
    size_t count = 0;
    for (size_t i = 0; i < text.len; i++)
        count += text.ptr[i] == ' ';
    return count;
}

// "However, exports of the year decreased" above "2.56 percent at the terminals": an English line
// of several words that ends with one behind which something has to follow, and a line that has
// more than a figure or a name.
static bool is_unfinished(bs_str text, bs_str next)
{
    enum { BLANKS_MIN = 3 };
    static const char leads[] = " from| to| of| by| the| a| an| and| or| in| with| for| at| than|"
                                " between| about| nearly| almost| approximately| was| were| is|"
                                " are| totaled| totalled| reached";
    static const char moves[] = " increased| decreased| rose| fell| grew| declined| dropped|"
                                " climbed| gained| added| advanced| slipped| edged up| edged down";
    bool figure = strchr("0123456789$", next.ptr[0]) != NULL;
    bool capital = next.ptr[0] >= 'A' && next.ptr[0] <= 'Z';
    if ((!figure && !capital) || count_blanks(text) < BLANKS_MIN || count_blanks(next) < BLANKS_MIN)
        return false;
    return has_at_edge(text, leads, true) || (figure && has_at_edge(text, moves, true));
}

// Whether the line break between two lines of running text was made by wrapping.
static bool is_wrapped(const bs_line *line, const bs_line *next, size_t widest, bool marked)
{
    bs_rune first = bs_utf8_decode(next->text, 0);
    bool ended = bs_line__is_sentence(line->text);
    if (is_key(next->text) || is_topic(next->text)) return false;
    if (is_fact(line->text, next->text) || is_english_fact(line->text, next->text)) return false;
    if (is_cut(line->text, next->text) || is_unfinished(line->text, next->text)) return true;
    if (ends_headline(line->text, next->text)) return false;
    if (is_small(first.code) && !ended) return true;
    size_t minimum = marked ? WRAP_WIDTH_MARKED_MIN : WRAP_WIDTH_MIN;
    if (widest < minimum || widest > WRAP_WIDTH_MAX) return false;
    // In Korean, Chinese and Japanese a line that ends with a sentence ends a paragraph: files in
    // these languages have one paragraph a line, and those that are wrapped lose nothing by it.
    if (ended && (bs_line__is_wide_letter(first.code) || is_wide_end(line->text))) return false;
    // Pieces set apart by blanks are a list of things and no running text, unless it is wide.
    bool apart = has_gap(line) || has_gap(next);
    if (apart && widest < WRAP_WIDTH_MARKED_MIN) return false;
    size_t width = line->indent + bs_line__width(line->text);
    return width + 1 + first_word_width(next->text) + WRAP_SLACK > widest;
}

// Lines that could belong to one text with the line before: index of the last of them. The answer
// is kept, because a run of short lines is asked about at each of them.
static uint32_t run_end(bs_text_reader *reader, uint32_t at)
{
    if (at > reader->notes.run_first && at <= reader->notes.run_last) return reader->notes.run_last;
    reader->notes.run_first = reader->notes.run_last = at;
    reader->notes.run_width = 0;
    for (uint32_t i = at; i < reader->line_count; i++) {
        const bs_line *line = &reader->lines[i];
        if (line->text.len == 0) break;
        if (i > at && (begins_block(reader, i) || begins_table(reader, i))) break;
        if (i > at + 1 && is_underlined(reader, i)) break;
        reader->notes.run_last = i;
    }
    // Nothing is wrapped into a line alone, and most are.
    for (uint32_t i = at; reader->notes.run_last > at && i <= reader->notes.run_last; i++) {
        size_t width = reader->lines[i].indent + bs_line__width(reader->lines[i].text);
        if (width > reader->notes.run_width) reader->notes.run_width = width;
    }
    return reader->notes.run_last;
}

// A first line set in begins a paragraph; so does a line that begins with an ideographic space.
static bool is_set_in(const bs_line *line, const bs_line *before)
{
    return line->indent > before->indent + 1;
}

// "2 就業率" in front of bullets: a numbered title, and no number that the line above goes on with.
static bool is_numbered_title(const bs_text_reader *reader, uint32_t at)
{
    enum { TITLE_WIDTH_MAX = 40, DIGITS_MAX = 2 };
    bs_str text = reader->lines[at].text;
    size_t digits = 0;
    while (digits < text.len && text.ptr[digits] >= '0' && text.ptr[digits] <= '9')
        digits++;
    bool number =
        digits > 0 && digits <= DIGITS_MAX && digits < text.len && text.ptr[digits] == ' ';
    bs_str title = bs_str_slice(text, digits, text.len);
    if (!number || bs_line__has_digit(title) || bs_line__is_wider(text, TITLE_WIDTH_MAX) ||
        bs_line__is_sentence(text) || at + 1 >= reader->line_count)
        return false;
    bs_marker below = bs_marker__sign(reader->lines[at + 1].text);
    return below.kind == BS_MARKER_BULLET || below.kind == BS_MARKER_SYMBOL;
}

uint32_t bs_paragraph__end(bs_text_reader *reader, uint32_t at, bool marked)
{
    if (at + 1 >= reader->line_count || reader->lines[at + 1].text.len == 0) return at;
    uint32_t last = run_end(reader, at);
    uint32_t end = at;
    uint16_t indent = reader->lines[at].indent;
    for (; end < last; end++) {
        const bs_line *line = &reader->lines[end], *next = &reader->lines[end + 1];
        // Ideographic blanks begin a paragraph rather than hang under a marker.
        bool wide = bs_str_starts(next->raw, BS_STR("\xE3\x80\x80"));
        bool hangs = marked && !wide && next->indent > indent + 1;
        if (hangs) continue;
        if (!marked && end > at && is_set_in(next, line)) break;
        if (!marked && end == at && is_set_in(next, line) && next->indent > indent + 3) break;
        if (!is_wrapped(line, next, reader->notes.run_width, marked)) break;
        if (marked && is_numbered_title(reader, end + 1)) break;
    }
    return end;
}
