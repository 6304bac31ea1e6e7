// SPDX-License-Identifier: GPL-3.0-or-later
// A line of a page cut into pieces at wide gaps and dot leaders.
#include "engine/read/table_page.h"
#include "engine/read/table_token.h"

static bool is_letter(uint32_t code)
{
    return bs_rune_is_latin(code) || bs_rune_is_hangul(code) || bs_rune_is_han(code) ||
           bs_rune_is_kana(code);
}

typedef struct page_gap {
    size_t len;   // bytes
    size_t width; // columns
    size_t dots;
    size_t bar; // columns up to an upright line in it, and with that; 0 for none
} page_gap;

// The point of ".4", which stands behind a blank.
static bool is_point(bs_str text, size_t at)
{
    bool point = at > 0 && at + 1 < text.len && text.ptr[at] == '.' && text.ptr[at - 1] == ' ';
    return point && text.ptr[at + 1] >= '0' && text.ptr[at + 1] <= '9';
}

// Blanks from byte `at` on, and a leader among them; dots that are no leader end the gap, and so
// does the point of a figure. With `bars` upright lines between groups of columns are blanks.
static page_gap gap_at(bs_str text, size_t at, bool bars)
{
    enum { LEADER_DOTS_MIN = 3 };
    page_gap out = {0}, before_dots = {0};
    for (bs_rune rune; at + out.len < text.len; out.len += rune.len) {
        rune = bs_utf8_decode(text, at + out.len);
        bool dot = rune.code == '.' || rune.code == 0xB7;
        bool bar = bars && (rune.code == '|' || (rune.code >= 0x2502 && rune.code <= 0x2503));
        if (!dot && !bar && !bs_rune_is_space(rune.code)) break;
        if (out.len > 0 && is_point(text, at + out.len)) break;
        if (dot && out.dots == 0) before_dots = out;
        out.width += (size_t)bs_rune_width(rune.code);
        if (bar) out.bar = out.width;
        out.dots += dot;
    }
    return out.dots == 0 || out.dots >= LEADER_DOTS_MIN ? out : before_dots;
}

static bool is_ideograph(uint32_t code)
{
    return bs_rune_is_hangul(code) || bs_rune_is_han(code);
}

// "価　額", "전     체": a word of two characters that is spread out, by less than parts it from
// what stands around it. `before` is the gap in front of it, SIZE_MAX at the start of the line. In
// the middle of a line only wide blanks spread a word.
static bool spreads(bs_str text, size_t start, size_t at, const page_gap *gap, size_t before)
{
    enum { WIDE_BLANKS_MAX = 2 };
    bs_rune first = bs_utf8_decode(text, start), second = bs_utf8_decode(text, at + gap->len);
    if (start + first.len != at || gap->dots > 0) return false;
    if (!is_ideograph(first.code) || !is_ideograph(second.code)) return false;
    bool wide = gap->width * 3 == gap->len * 2 && gap->len <= WIDE_BLANKS_MAX * 3;
    if ((!wide && before != SIZE_MAX) || before <= gap->width) return false;
    if (first.code == 0x7537 && second.code == 0x5973) return false; // 男 and 女
    size_t end = at + gap->len + second.len;
    return end == text.len || gap_at(text, end, false).width > gap->width;
}

// "食　物　類      253.37": three characters and more at the start of a line, all as far from one
// another, and a figure farther behind. Whether the gap at `at` is one of theirs.
static bool spreads_label(bs_str text, size_t at, size_t width)
{
    size_t end = 0, count = 0;
    for (; end < text.len; count++) {
        bs_rune rune = bs_utf8_decode(text, end);
        if (!is_ideograph(rune.code) && !bs_rune_is_kana(rune.code)) return false;
        end += rune.len;
        page_gap next = gap_at(text, end, false);
        if (next.dots > 0 || next.width < width || end + next.len >= text.len) return false;
        if (next.width > width) {
            bs_rune figure = bs_utf8_decode(text, end + next.len);
            bool number = (figure.code >= '0' && figure.code <= '9') ||
                          bs_line__is_in(figure.code, "▲△▼▽−－＋+-");
            return count > 1 && at < end && number;
        }
        end += next.len;
    }
    return false;
}

static bool begins_month(bs_str text)
{
    static const bs_str months[] = {BS_STR_INIT("Jan"), BS_STR_INIT("Feb"), BS_STR_INIT("Mar"),
                                    BS_STR_INIT("Apr"), BS_STR_INIT("May"), BS_STR_INIT("Jun"),
                                    BS_STR_INIT("Jul"), BS_STR_INIT("Aug"), BS_STR_INIT("Sep"),
                                    BS_STR_INIT("Oct"), BS_STR_INIT("Nov"), BS_STR_INIT("Dec")};
    for (size_t i = 0; i < BS_COUNT(months); i++) {
        if (bs_str_starts(text, months[i])) return true;
    }
    return false;
}

// "Dec.  Jan.": heads of months, whose stops end no sentence.
static bool parts_months(bs_str text, size_t at, size_t behind)
{
    enum { LEN_MAX = 5 }; // "Sept."
    size_t start = at;
    while (start > 0 && at - start <= LEN_MAX && text.ptr[start - 1] != ' ')
        start--;
    return at - start <= LEN_MAX && begins_month(bs_str_slice(text, start, at)) &&
           begins_month(bs_str_slice(text, behind, text.len));
}

// Whether the blanks or dots separate two cells. Two blanks behind a stop are typing habits of
// prose.
static bool separates(bs_str text, size_t at, const page_gap *gap)
{
    if (at + gap->len >= text.len) return false;
    if (gap->dots > 0) return true;
    bs_rune before = bs_utf8_decode_before(text, at);
    bs_rune after = bs_utf8_decode(text, at + gap->len);
    bool stop = before.code < 0x80 && strchr(".?!:;,", (int)before.code) != NULL;
    if (gap->width != 2 || !stop || !is_letter(after.code)) return gap->width >= 2;
    return parts_months(text, at, at + gap->len);
}

// "2 814.9": groups of three in front of a decimal point.
static bool is_grouped_decimal(bs_str text)
{
    size_t first = 0, at;
    while (first < text.len && text.ptr[first] >= '0' && text.ptr[first] <= '9')
        first++;
    size_t point = bs_str_find(text, BS_STR("."), 0);
    if (first == 0 || first > 3 || point >= text.len || (point - first) % 4 != 0) return false;
    for (at = first; at < point; at++) {
        bool digit = text.ptr[at] >= '0' && text.ptr[at] <= '9';
        if ((at - first) % 4 == 0 ? text.ptr[at] != ' ' : !digit) return false;
    }
    while (++at < text.len && text.ptr[at] >= '0' && text.ptr[at] <= '9')
        continue;
    return point > first && at == text.len;
}

// "2024년", "2024年", "2024."
static bool ends_year(bs_str token)
{
    if (token.len == 5 && token.ptr[4] == '.') return memchr(token.ptr, '.', 4) == NULL;
    bs_rune last = bs_utf8_decode_before(token, token.len);
    return last.code == 0xB144 || last.code == 0x5E74; // 년, 年
}

static bool in_brackets(bs_str token)
{
    return token.len > 2 && token.ptr[0] == '(' && token.ptr[token.len - 1] == ')';
}

// "▲ 8.9", "▲ 7.6 (▲4.3)": a sign with a blank behind it, and one figure.
static bool is_set_off(bs_str text)
{
    bs_rune sign = bs_utf8_decode(text, 0);
    size_t blank = bs_str_find(text, BS_STR(" "), 0);
    if (blank != sign.len || !bs_line__is_in(sign.code, "▲△▼▽−－＋+")) return false;
    bs_str rest = bs_str_slice(text, blank + 1, text.len);
    size_t next = bs_str_find(rest, BS_STR(" "), 0);
    return next == SIZE_MAX || in_brackets(bs_str_slice(rest, next + 1, rest.len));
}

// Several numbers with single blanks between them are several cells: in a tight table some columns
// touch. Groups of three digits are one number ("1 234 567").
static bool is_number_list(bs_str text)
{
    size_t tokens = 0, groups = 0, parts_of_year = 0, dashes = 0;
    if (is_set_off(text)) return false;
    bool year = false; // the token before is "'24년", whose part follows
    bs_str rest = text, token;
    while (bs_str_next(&rest, ' ', &token)) {
        if (!bs_line__is_numeric(token)) return false;
        parts_of_year += year && !ends_year(token);
        dashes +=
            tokens == 1 && (bs_str_equal(token, BS_STR("-")) || bs_str_equal(token, BS_STR("–")));
        year = ends_year(token);
        groups += tokens > 0 && token.len == 3 && bs_line__has_digit(token) &&
                  memchr(token.ptr, '.', 3) == NULL;
        tokens++;
    }
    bool dated = bs_line__is_period(text) && parts_of_year > 0;
    if (tokens == 3 && dashes == 1) return false; // "120 - 155": a range
    return tokens > 1 && groups + 1 < tokens && !dated && !is_grouped_decimal(text);
}

// "Food away from home ." over lines with longer leaders: what is left of one.
static bs_str without_dot(bs_str text)
{
    bool dot = text.len > 2 && text.ptr[text.len - 1] == '.' && text.ptr[text.len - 2] == ' ';
    return dot ? bs_str_trim(bs_str_slice(text, 0, text.len - 1)) : text;
}

bool bs_page__push(page_row *out, bs_str text, size_t start)
{
    if (out->count == 0) text = without_dot(text);
    size_t end = start + bs_line__width(text);
    if (out->count == PIECES_MAX || end > LINE_WIDTH_MAX) return false;
    out->pieces[out->count++] = (page_piece){
        .text = text,
        .start = (uint16_t)start,
        .end = (uint16_t)end,
        .numeric = bs_line__is_numeric(text),
    };
    return true;
}

// A sign of a currency set apart from its figure, as accounts have it.
static bool is_sign(const page_row *row)
{
    if (row->count == 0) return false;
    bs_str text = row->pieces[row->count - 1].text;
    bs_rune last = bs_utf8_decode_before(text, text.len);
    return text.len <= 4 && bs_line__is_in(last.code, "$£€¥￥₩");
}

// "1.0 (0.5) 1.2 (1.0)": each figure with another one in brackets beside it is one cell.
static bool is_pair_list(bs_str text)
{
    size_t tokens = 0;
    bs_str rest = text, token;
    while (bs_str_next(&rest, ' ', &token)) {
        if (in_brackets(token) != (tokens % 2 == 1)) return false;
        tokens++;
    }
    return tokens > 1 && tokens % 2 == 0;
}

bool bs_page__is_stroke(bs_str piece)
{
    enum { STROKE_MIN = 5 };
    size_t runes = 0;
    for (size_t at = 0; at < piece.len; runes++) {
        bs_rune rune = bs_utf8_decode(piece, at);
        if (!bs_line__is_in(rune.code, "-_=─━—")) return false;
        at += rune.len;
    }
    return runes >= STROKE_MIN;
}

// "※1", "※２、３" in front of a figure: a reference to notes, and no cell. The bytes of it, with
// the blanks behind; 0 where there is none.
static size_t reference_length(bs_str text)
{
    static const bs_str mark = BS_STR_INIT("※");
    size_t at = mark.len;
    if (!bs_str_starts(text, mark)) return 0;
    for (bs_rune rune; at < text.len; at += rune.len) {
        rune = bs_utf8_decode(text, at);
        bool digit =
            (rune.code >= '0' && rune.code <= '9') || (rune.code >= 0xFF10 && rune.code <= 0xFF19);
        if (!digit && !bs_line__is_in(rune.code, ",、，※")) break;
    }
    if (at == mark.len || (at < text.len && text.ptr[at] != ' ')) return 0;
    while (at < text.len && text.ptr[at] == ' ')
        at++;
    return at;
}

// "（亿元） （%）": the length of the first of several brackets that a single blank parts; 0 where
// the text is anything else.
static size_t first_bracket(bs_str text)
{
    static const bs_str pairs[][2] = {{BS_STR_INIT("("), BS_STR_INIT(")")},
                                      {BS_STR_INIT("（"), BS_STR_INIT("）")}};
    for (size_t i = 0; i < BS_COUNT(pairs); i++) {
        if (!bs_str_starts(text, pairs[i][0])) continue;
        size_t close = bs_str_find(text, pairs[i][1], 0);
        size_t end = close == SIZE_MAX ? text.len : close + pairs[i][1].len;
        bs_str rest = bs_str_slice(text, end, text.len);
        bool more = rest.len > 1 && rest.ptr[0] == ' ' &&
                    bs_str_starts(bs_str_slice(rest, 1, rest.len), pairs[i][0]) &&
                    bs_str_ends(rest, pairs[i][1]);
        return more ? end : 0;
    }
    return 0;
}

static bool push_pieces(page_row *out, bs_str text, size_t start)
{
    size_t reference = out->count > 0 ? reference_length(text) : 0;
    text = bs_str_slice(text, reference, text.len);
    start += reference > 0 ? bs_line__width((bs_str){text.ptr - reference, reference}) : 0;
    if (text.len == 0 || bs_page__is_stroke(text)) return true;
    if (is_sign(out) && bs_line__is_numeric(text)) {
        page_piece *sign = &out->pieces[--out->count];
        return bs_page__push(out, bs_line__join(sign->text, text), sign->start);
    }
    bs_str year = bs_str_slice(text, 0, BS_SPACED_YEAR_BYTES);
    if (out->count == 0 && bs_token__is_spaced_year(year)) {
        if (!bs_page__push(out, year, start)) return false;
        text = bs_str_slice(text, year.len, text.len);
        if (text.len == 0 || text.ptr[0] != ' ') return text.len == 0;
        text = bs_str_slice(text, 1, text.len);
        start += year.len + 1;
    }
    for (size_t first; (first = first_bracket(text)) > 0;) {
        bs_str bracket = bs_str_slice(text, 0, first);
        if (bs_line__has_digit(bracket)) break; // "(12) (13)"
        if (!bs_page__push(out, bracket, start)) return false;
        start += bs_line__width(bracket) + 1;
        text = bs_str_slice(text, first + 1, text.len);
    }
    if (!is_number_list(text)) return bs_page__push(out, text, start);
    bool pairs = is_pair_list(text);
    bs_str rest = text, token, aside;
    while (bs_str_next(&rest, ' ', &token)) {
        bool both = pairs && bs_str_next(&rest, ' ', &aside);
        if (both) token = bs_line__join(token, aside);
        if (!bs_page__push(out, token, start + (size_t)(token.ptr - text.ptr))) return false;
    }
    return true;
}

// Three dots at `at` with two blanks or the end of the line behind them.
static bool is_missing_at(bs_str text, size_t at)
{
    static const bs_str dots = BS_STR_INIT("...");
    bs_str rest = bs_str_slice(text, at + dots.len, text.len);
    return bs_str_starts(bs_str_slice(text, at, text.len), dots) &&
           (rest.len == 0 || bs_str_starts(rest, BS_STR("  ")));
}

// "8      ...    ...": three dots apart behind a figure or behind others are a value that is not
// given, and no leader: the gap ends in front of them. `start` is where the piece in front begins.
static page_gap before_missing(const page_row *row, bs_str text, size_t start, size_t at,
                               page_gap gap)
{
    bool figures = row->count > 0 && row->pieces[row->count - 1].numeric;
    if (start == at && figures && is_missing_at(text, at)) return (page_gap){0};
    if (start == at || !bs_line__is_numeric(bs_str_slice(text, start, at))) return gap;
    bs_str blanks = bs_str_slice(text, at, at + gap.len);
    size_t dots = bs_str_find(blanks, BS_STR("."), 0);
    if (dots == SIZE_MAX || dots < 2 || !is_missing_at(text, at + dots)) return gap;
    return (page_gap){.len = dots, .width = bs_line__width(bs_str_slice(blanks, 0, dots))};
}

bool bs_page__cut(const bs_line *line, page_row *out)
{
    out->count = 0;
    out->leader = false;
    out->bar_count = 0;
    bs_str text = line->text;
    if (text.len > LINE_WIDTH_MAX * 4) return false;
    bool bars = (line->flags & (BS_LINE_BAR | BS_LINE_GAP)) == (BS_LINE_BAR | BS_LINE_GAP);
    size_t column = line->indent, start = 0, start_column = column, before = SIZE_MAX;
    for (size_t at = 0; at < text.len;) {
        bs_rune rune = bs_utf8_decode(text, at);
        page_gap found = gap_at(text, at, bars);
        if (found.dots > 0) found = before_missing(out, text, start, at, found);
        bool apart = found.len > 0 && separates(text, at, &found);
        bool spread = spreads(text, start, at, &found, before) ||
                      (start == 0 && spreads_label(text, at, found.width));
        if (apart && !spread) {
            before = found.width;
            if (found.bar > 0 && out->bar_count < BARS_MAX)
                out->bars[out->bar_count++] = (uint16_t)(column + found.bar);
            if (!push_pieces(out, bs_str_slice(text, start, at), start_column)) return false;
            out->leader = out->leader || found.dots > 0;
            start = at + found.len;
            start_column = column + found.width;
        }
        size_t step = found.len > 0 ? found.len : rune.len;
        column += found.len > 0 ? found.width : (size_t)bs_rune_width(rune.code);
        at += step;
    }
    return push_pieces(out, bs_str_slice(text, start, text.len), start_column);
}

void bs_page__split_label(const page_bands *bands, page_row *row)
{
    if (row->count < 2 || row->count + 1 != bands->count || row->pieces[0].numeric) return;
    page_piece label = row->pieces[0], figure = label;
    const char *blank = label.text.len > 0 ? memrchr(label.text.ptr, ' ', label.text.len) : NULL;
    if (blank == NULL || label.end <= bands->items[1].start) return;
    figure.text = bs_str_slice(label.text, (size_t)(blank - label.text.ptr) + 1, label.text.len);
    figure.start = (uint16_t)(label.end - bs_line__width(figure.text));
    figure.numeric = bs_line__is_numeric(figure.text);
    bool sign = bs_str_equal(figure.text, BS_STR("%")) || bs_str_equal(figure.text, BS_STR("％"));
    bool over = figure.start < bands->items[1].end && figure.end > bands->items[1].start;
    if (!over || (!figure.numeric && !sign)) return;
    row->pieces[0].text =
        bs_str_trim(bs_str_slice(label.text, 0, label.text.len - figure.text.len));
    row->pieces[0].end = (uint16_t)(figure.start - 1);
    memmove(row->pieces + 2, row->pieces + 1, (row->count - 1) * sizeof *row->pieces);
    row->pieces[1] = figure;
    row->count++;
}

// --- rows of heads and rows of data ---

// Takes a number of one or two digits off the front of `text`; 0 for none.
static int take_small(bs_str *text)
{
    int value = 0;
    size_t len = 0;
    while (len < text->len && len < 2 && text->ptr[len] >= '0' && text->ptr[len] <= '9')
        value = value * 10 + (text->ptr[len++] - '0');
    *text = bs_str_slice(*text, len, text->len);
    return value;
}

// "2024.6  2025.4  5  6p": months by number, the first with its year.
static bool heads_months(const page_row *row)
{
    enum { YEAR_BYTES = 4, MONTHS = 12 };
    for (size_t i = 0; i < row->count; i++) {
        bs_str text = row->pieces[i].text;
        bool dotted = text.len > YEAR_BYTES && text.ptr[YEAR_BYTES] == '.' &&
                      (bs_str_starts(text, BS_STR("19")) || bs_str_starts(text, BS_STR("20")));
        if (!row->pieces[i].numeric && i > 0) continue;
        if (!dotted && i == 0) return false;
        if (dotted) text = bs_str_slice(text, YEAR_BYTES + 1, text.len);
        int month = take_small(&text);
        if (month < 1 || month > MONTHS) return false;
        if (text.len > 1 || (text.len == 1 && strchr("preP", text.ptr[0]) == NULL)) return false;
    }
    return row->count > 1;
}

// "年次  総数  15歳未満  15～64歳  65歳以上": classes of ages, some of them open, behind the name
// of the rows.
static bool heads_ages(const page_row *row)
{
    static const bs_str ages[] = {BS_STR_INIT("歳"), BS_STR_INIT("세"), BS_STR_INIT("岁")};
    static const bs_str opens[] = {BS_STR_INIT("未満"),   BS_STR_INIT("以上"), BS_STR_INIT("未满"),
                                   BS_STR_INIT("미만"),   BS_STR_INIT("이상"), BS_STR_INIT("以下"),
                                   BS_STR_INIT("及以上"), BS_STR_INIT("이하")};
    size_t open = 0, ages_count = 0;
    if (row->count < 3) return false;
    for (size_t i = 0; i < row->count; i++) {
        bs_str text = row->pieces[i].text;
        bool age = false;
        if (!row->pieces[i].numeric) continue;
        for (size_t k = 0; k < BS_COUNT(ages); k++)
            age |= bs_str_find(text, ages[k], 0) != SIZE_MAX;
        if (!age) return false;
        ages_count++;
        for (size_t k = 0; k < BS_COUNT(opens); k++)
            open += bs_str_ends(text, opens[k]);
    }
    return open > 0 && ages_count < row->count; // a name beside them
}

// Figures that are no years, or years behind a label that is no header: a row of data.
bool bs_page__is_data(const page_row *row)
{
    if (heads_months(row) || heads_ages(row)) return false;
    for (size_t i = 1; i < row->count; i++) {
        if (row->pieces[i].numeric && !bs_line__is_period(row->pieces[i].text)) return true;
    }
    return false;
}
