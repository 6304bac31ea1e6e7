// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the delimiter of a CSV and the first row of its table.
//
// Each delimiter splits the first records; the one that gives the most rows of one width with the
// fewest other delimiters left in the fields is right. What stands above the first row of that
// width is title, unless that row is plainly data.
#include "engine/read/csv_internal.h"

#include "engine/base/utf8.h"

enum { SAMPLE_BYTES = 256 * 1024, WIDTH_MAX = 64 };

// In order of preference where two do equally well: a comma is also a decimal mark.
static const char delimiters[] = {'\t', ';', '|', ','};

typedef struct sample_record {
    size_t start;
    size_t end;
    size_t width;
    size_t filled;  // fields that are not blank
    size_t numbers; // fields that are numbers and no years
    size_t padding; // blank fields at its end
    size_t impure;  // fields that hold another delimiter
    bool unit;      // a field says "Unit: ..."
    bool key;       // the first field ends with a colon
    bool comment;
} sample_record;

typedef struct record_list {
    sample_record items[BS_CSV_RECORDS_MAX];
    size_t count;
} record_list;

static bool is_year(bs_str field)
{
    return field.len == 4 && (field.ptr[0] == '1' || field.ptr[0] == '2') &&
           bs_is_digit(field.ptr[1]) && bs_is_digit(field.ptr[2]) && bs_is_digit(field.ptr[3]);
}

// "2024.08" and "202408" as heads of a month.
static bool is_month(bs_str field)
{
    bool compact = field.len == 6 && is_year(bs_str_slice(field, 0, 4)) &&
                   bs_is_digit(field.ptr[4]) && bs_is_digit(field.ptr[5]);
    int number = compact ? (field.ptr[4] - '0') * 10 + field.ptr[5] - '0' : 0;
    if (number >= 1 && number <= 12) return true;
    bool digits = field.len > 5 && field.len < 8 && is_year(bs_str_slice(field, 0, 4)) &&
                  field.ptr[4] == '.' && bs_is_digit(field.ptr[5]) &&
                  (field.len == 6 || bs_is_digit(field.ptr[6]));
    int month = !digits ? 0 : field.ptr[5] - '0';
    if (digits && field.len == 7) month = month * 10 + field.ptr[6] - '0';
    return month >= 1 && month <= 12;
}

// "30.06.2024" and "2024.06.30" as heads of a day.
static bool is_day(bs_str field)
{
    size_t lens[3] = {0}, group = 0;
    for (size_t i = 0; i < field.len; i++) {
        bool point = field.ptr[i] == '.' && lens[group] > 0;
        if (!bs_is_digit(field.ptr[i]) && (!point || ++group > 2)) return false;
        lens[group] += !point;
    }
    bool day_first = lens[0] <= 2 && lens[1] <= 2 && lens[2] == 4;
    bool year_first = lens[0] == 4 && lens[1] <= 2 && lens[2] <= 2 && lens[2] > 0;
    return group == 2 && (day_first || year_first);
}

// Digits with marks of grouping, sign and decimals, and no letter; a date has two dashes.
static bool is_number(bs_str field)
{
    size_t digits = 0;
    size_t dashes = 0;
    for (size_t i = 0; i < field.len; i++) {
        char c = field.ptr[i];
        if (bs_is_digit(c))
            digits++;
        else if (c == '-')
            dashes++;
        else if (memchr(".,+ %()'", c, 8) == NULL)
            return false;
    }
    return digits > 0 && dashes < 2 && !(dashes == 1 && field.ptr[0] != '-') && !is_year(field) &&
           !is_month(field) && !is_day(field);
}

static bool is_delimiter(char c)
{
    return c == '\t' || c == ';' || c == '|' || c == ',';
}

static bool is_impure(bs_str field, char delimiter)
{
    for (size_t i = 0; i < field.len; i++) {
        char c = field.ptr[i];
        if (!is_delimiter(c) || c == delimiter) continue;
        bool inside = i > 0 && i + 1 < field.len && bs_is_digit(field.ptr[i - 1]) &&
                      bs_is_digit(field.ptr[i + 1]);
        if (c != ',' || !inside) return true;
    }
    return false;
}

bs_str bs_csv__unquote(bs_str field)
{
    bool quoted = field.len >= 2 && field.ptr[0] == '"' && field.ptr[field.len - 1] == '"';
    return quoted ? bs_str_slice(field, 1, field.len - 1) : field;
}

// "Unit: EUR million", (단위: 명): a field that states a unit.
static bool states_unit(bs_str field)
{
    static const bs_str words[] = {BS_STR_INIT("unit"), BS_STR_INIT("units"), BS_STR_INIT("단위"),
                                   BS_STR_INIT("单位"), BS_STR_INIT("單位"),  BS_STR_INIT("単位")};
    bool open = field.ptr[0] == '(' || field.ptr[0] == '[';
    if (open) field = bs_str_slice(field, 1, field.len);
    for (size_t i = 0; i < BS_COUNT(words); i++) {
        bs_str front = bs_str_slice(field, 0, words[i].len);
        bs_str rest = bs_str_trim(bs_str_slice(field, words[i].len, field.len));
        bool colon = bs_str_starts(rest, BS_STR(":")) || bs_str_starts(rest, BS_STR("："));
        if (colon && bs_str_equal_nocase(front, words[i])) return true;
    }
    return false;
}

static void record_add(sample_record *record, bs_str raw, char delimiter)
{
    bs_str field = bs_str_trim(raw);
    bool quoted = field.len > 0 && field.ptr[0] == '"';
    field = bs_csv__unquote(field);
    record->padding = field.len > 0 ? 0 : record->padding + 1;
    if (field.len > 0) {
        record->filled++;
        record->numbers += is_number(field);
        record->impure += !quoted && is_impure(field, delimiter);
        record->unit = record->unit || states_unit(field);
        bool colon = bs_str_ends(field, BS_STR(":")) || bs_str_ends(field, BS_STR("："));
        record->key = record->key || (record->width == 0 && colon);
    }
    record->width++;
}

// Byte behind the field that begins at `at`: at a delimiter, a line end or the end of the text. A
// quote counts only where a field begins.
static size_t field_end(bs_str text, size_t at, char delimiter)
{
    while (at < text.len && text.ptr[at] == ' ')
        at++;
    bool quoted = at < text.len && text.ptr[at] == '"';
    for (at += quoted; at < text.len; at++) {
        char c = text.ptr[at];
        if (c == '"')
            quoted = !quoted;
        else if (!quoted && (c == delimiter || c == '\n' || c == '\r'))
            break;
    }
    return at;
}

// Quotes inside an unquoted field would open one here; a sample can bear that, the reader refuses
// it.
static size_t record_read(sample_record *out, bs_str text, size_t at, char delimiter)
{
    *out = (sample_record){.start = at, .comment = text.ptr[at] == '#'};
    for (size_t start = at + out->comment;;) {
        size_t end = field_end(text, start, delimiter);
        record_add(out, bs_str_slice(text, start, end), delimiter);
        out->end = end;
        if (end >= text.len || text.ptr[end] != delimiter) return end;
        start = end + 1;
    }
}

static void records_read(record_list *out, bs_str text, char delimiter)
{
    out->count = 0;
    bool whole = text.len <= SAMPLE_BYTES;
    bs_str sample = bs_str_slice(text, 0, SAMPLE_BYTES);
    for (size_t at = 0; at < sample.len && out->count < BS_CSV_RECORDS_MAX;) {
        if (sample.ptr[at] == '\n' || sample.ptr[at] == '\r') {
            at++;
            continue;
        }
        sample_record *record = &out->items[out->count];
        at = record_read(record, sample, at, delimiter);
        if (at >= sample.len && !whole && out->count > 0) return; // cut by the sample
        out->count += record->filled > 0;
    }
}

size_t bs_csv__single_fields(bs_str text, size_t count_max)
{
    size_t count = 0;
    bs_str sample = bs_str_slice(text, 0, SAMPLE_BYTES);
    for (size_t at = 0, lines = 0; lines < BS_CSV_RECORDS_MAX && count <= count_max; lines++) {
        while (at < sample.len && (sample.ptr[at] == '\n' || sample.ptr[at] == '\r'))
            at++;
        size_t start = at;
        bool parted = false;
        for (; at < sample.len && sample.ptr[at] != '\n' && sample.ptr[at] != '\r'; at++) {
            if (sample.ptr[at] == '"') return count;
            parted = parted || is_delimiter(sample.ptr[at]);
        }
        if (at == sample.len) return count;
        bs_str line = bs_str_trim(bs_str_slice(sample, start, at));
        count += !parted && line.len > 0 && sample.ptr[start] != '#';
    }
    return count;
}

bool bs_csv__is_keyed(bs_str first, char delimiter)
{
    size_t cut = bs_str_find(first, BS_STR("\\"), 0);
    return delimiter == '\t' && cut != SIZE_MAX && memchr(first.ptr, ',', cut) != NULL &&
           bs_str_equal_nocase(bs_str_slice(first, cut + 1, cut + 5), BS_STR("time"));
}

bs_str bs_csv__key_part(bs_str *rest)
{
    size_t comma = bs_str_find(*rest, BS_STR(","), 0);
    bs_str part = bs_str_slice(*rest, 0, comma);
    *rest = comma == SIZE_MAX ? (bs_str){0} : bs_str_slice(*rest, comma + 1, rest->len);
    return bs_str_slice(part, 0, bs_str_find(part, BS_STR("\\"), 0));
}

// "統計名：,家計調査" in seven rows above a header and three rows of data: the width of the rows that
// end the file, where these are wider than a word and what it says; 0 where they are not.
static size_t wide_tail(const record_list *records)
{
    enum { RUN_MIN = 3, NARROW_MAX = 3 };
    size_t run = 0, width = records->count > 0 ? records->items[records->count - 1].width : 0;
    while (run < records->count && records->items[records->count - 1 - run].width == width)
        run++;
    return run >= RUN_MIN && width > NARROW_MAX && width < WIDTH_MAX ? width : 0;
}

// The commonest width from two on; the greater one where two are as common. Comments do not count.
static size_t usual_width(const record_list *records)
{
    size_t counts[WIDTH_MAX + 1] = {0};
    size_t wide = 0; // width of the last record beyond the table of counts
    for (size_t i = 0; i < records->count; i++) {
        const sample_record *record = &records->items[i];
        if (record->comment) continue;
        if (record->width >= WIDTH_MAX) wide = record->width;
        counts[record->width < WIDTH_MAX ? record->width : WIDTH_MAX]++;
    }
    size_t best = 0;
    for (size_t width = 2; width <= WIDTH_MAX; width++) {
        if (counts[width] > 0 && counts[width] >= counts[best]) best = width;
        if (best == 0 || counts[best] == 0) best = counts[width] > 0 ? width : 0;
    }
    if (best == 2 && wide_tail(records) > 0) best = wide_tail(records);
    return best == WIDTH_MAX ? wide : best;
}

// "Series Id:,A100,,,": a word and what it says, above a row that fills more fields.
static bool is_keyed_line(const record_list *records, size_t at)
{
    enum { LOOK_RECORDS = 16 };
    const sample_record *record = &records->items[at];
    if (!record->key || record->filled != 2 || record->width <= 2) return false;
    for (size_t i = at + 1; i < records->count && i <= at + LOOK_RECORDS; i++) {
        if (records->items[i].filled > record->filled) return true;
    }
    return false;
}

// A title with its unit in another field is no header: that has a name for each column.
static bool is_title(const record_list *records, size_t at, size_t width)
{
    const sample_record *record = &records->items[at];
    bool unit = record->unit && record->filled == 2 && at + 1 < records->count &&
                records->items[at + 1].filled > record->filled;
    return record->comment || record->width < width || record->filled == 1 || unit ||
           is_keyed_line(records, at);
}

// Index of the first row of the table. Above it stand titles: lines with fewer fields, or with one
// field that is not blank. If the row below them is data, the line above it was meant as its
// header, and the reader will say that their widths differ.
static size_t header_index(const record_list *records, size_t width)
{
    size_t at = 0;
    while (at < records->count && is_title(records, at, width))
        at++;
    if (at == records->count) {
        for (at = 0; at < records->count && records->items[at].width < 2;)
            at++;
        return at;
    }
    if (at > 0 && records->items[at].numbers > 0 && records->items[at - 1].width >= 2)
        return at - 1;
    return at;
}

static void layout_fill(bs_csv_layout *out, const record_list *records, bs_str text, char delimiter)
{
    *out = (bs_csv_layout){.delimiter = delimiter};
    size_t width = usual_width(records);
    size_t header = width > 0 ? header_index(records, width) : records->count;
    if (header >= records->count) return;
    const sample_record *first = &records->items[header];
    out->header = first->start + first->comment;
    // A header that is padded behind the last column of all rows.
    bool padded = width < first->width && first->width - width <= first->padding;
    out->width = padded ? width : first->width;
    bs_str head = bs_str_slice(text, out->header, field_end(text, out->header, delimiter));
    out->keyed = bs_csv__is_keyed(bs_csv__unquote(head), delimiter);
    for (size_t i = 0; i < header; i++)
        out->title_count += !records->items[i].comment;
    size_t same = 0;
    for (size_t i = header; i < records->count; i++) {
        const sample_record *record = &records->items[i];
        if (record->comment && i > header) continue;
        out->record_count++;
        same += record->width == out->width || (i == header && padded);
        out->number_count += i > header && record->numbers > 0;
    }
    out->regular = (double)same / (double)out->record_count;
}

// How well a delimiter does: rows of one width count for it, rows with another delimiter left in a
// field against it.
static double layout_score(const bs_csv_layout *layout, const record_list *records)
{
    if (layout->width < 2) return 0;
    double same = 0;
    double impure = 0;
    for (size_t i = 0; i < records->count; i++) {
        if (records->items[i].width != layout->width) continue;
        same++;
        impure += records->items[i].impure > 0;
    }
    return same / (double)records->count * (1 - 0.75 * impure / (same > 0 ? same : 1));
}

bool bs_csv__layout(bs_csv_layout *out, bs_str text, char delimiter)
{
    record_list records;
    double best = 0;
    *out = (bs_csv_layout){0};
    for (size_t i = 0; i < sizeof delimiters; i++) {
        if (delimiter != 0 && delimiters[i] != delimiter) continue;
        bs_csv_layout layout;
        records_read(&records, text, delimiters[i]);
        layout_fill(&layout, &records, text, delimiters[i]);
        double score = layout_score(&layout, &records);
        if (score <= best) continue;
        best = score;
        *out = layout;
    }
    return best > 0;
}

// What notes below a table begin with, and the characters that must follow a word.
static const bs_str note_marks[] = {
    BS_STR_INIT("*"),       BS_STR_INIT("※"),      BS_STR_INIT("†"),     BS_STR_INIT("‡"),
    BS_STR_INIT("▶"),       BS_STR_INIT("（注"),   BS_STR_INIT("(注"),   BS_STR_INIT("（註"),
    BS_STR_INIT("(註"),     BS_STR_INIT("（備考"), BS_STR_INIT("(備考"), BS_STR_INIT("（出所"),
    BS_STR_INIT("(出所"),   BS_STR_INIT("（出典"), BS_STR_INIT("(出典"), BS_STR_INIT("（資料"),
    BS_STR_INIT("(資料"),   BS_STR_INIT("（资料"), BS_STR_INIT("(资料"), BS_STR_INIT("(Note"),
    BS_STR_INIT("(Source"),
};
static const bs_str note_words[] = {
    BS_STR_INIT("note"),      BS_STR_INIT("notes"),    BS_STR_INIT("note(s)"),
    BS_STR_INIT("source(s)"), BS_STR_INIT("source"),   BS_STR_INIT("sources"),
    BS_STR_INIT("footnote"),  BS_STR_INIT("remark"),   BS_STR_INIT("remarks"),
    BS_STR_INIT("주"),        BS_STR_INIT("주석"),     BS_STR_INIT("자료"),
    BS_STR_INIT("출처"),      BS_STR_INIT("비고"),     BS_STR_INIT("참고"),
    BS_STR_INIT("注"),        BS_STR_INIT("注释"),     BS_STR_INIT("说明"),
    BS_STR_INIT("来源"),      BS_STR_INIT("资料来源"), BS_STR_INIT("数据来源"),
    BS_STR_INIT("備註"),      BS_STR_INIT("註"),       BS_STR_INIT("附註"),
    BS_STR_INIT("說明"),      BS_STR_INIT("來源"),     BS_STR_INIT("資料來源"),
    BS_STR_INIT("資料"),      BS_STR_INIT("出所"),     BS_STR_INIT("出典"),
    BS_STR_INIT("備考"),      BS_STR_INIT("注記"),
};
static const bs_str after_word[] = {
    BS_STR_INIT(":"), BS_STR_INIT("："), BS_STR_INIT(")"),  BS_STR_INIT("）"),
    BS_STR_INIT("."), BS_STR_INIT("1"),  BS_STR_INIT("１"),
};

static bool starts_with_any(bs_str text, const bs_str *set, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (bs_str_starts(text, set[i])) return true;
    }
    return false;
}

#define LENGTH(table) (sizeof(table) / sizeof((table)[0]))

static bool begins_as_note(bs_str text)
{
    bool ascii = (unsigned char)text.ptr[0] < 0x80;
    if (ascii && memchr("*(nNsSfFrR", text.ptr[0], 10) == NULL) return false; // nearly every row
    if (starts_with_any(text, note_marks, LENGTH(note_marks))) return true;
    for (size_t i = 0; i < LENGTH(note_words); i++) {
        bs_str head = bs_str_slice(text, 0, note_words[i].len);
        if (!bs_str_equal_nocase(head, note_words[i])) continue;
        bs_str rest = bs_str_trim(bs_str_slice(text, note_words[i].len, text.len));
        if (starts_with_any(rest, after_word, LENGTH(after_word))) return true;
    }
    return false;
}

// A line without a delimiter that no row can be the beginning of: words with blanks between them,
// longer than a label.
static bool is_sentence(bs_str text)
{
    enum { SENTENCE_CHARS_MIN = 24 };
    size_t letters = 0;
    for (size_t at = 0; at < text.len && letters < SENTENCE_CHARS_MIN;) {
        bs_rune rune = bs_utf8_decode(text, at);
        letters += rune.code > 0x2E80 ? 2 : 1;
        at += rune.len;
    }
    return letters >= SENTENCE_CHARS_MIN && memchr(text.ptr, ' ', text.len) != NULL;
}

static bool is_blank(bs_str line, char delimiter)
{
    for (size_t i = 0; i < line.len; i++) {
        char c = line.ptr[i];
        if (c != ' ' && c != '\t' && c != '\r' && c != delimiter) return false;
    }
    return true;
}

static size_t count_of(bs_str line, char delimiter)
{
    size_t count = 0;
    for (size_t i = 0; i < line.len; i++)
        count += line.ptr[i] == delimiter;
    return count;
}

// A line with the marks of a note may still be a row: as many fields, and the last one a number, or
// empty behind others that are not.
static bool could_be_row(bs_str line, char delimiter, size_t width)
{
    if (count_of(line, delimiter) + 1 != width) return false;
    char last = line.ptr[line.len - 1];
    if (bs_is_digit(last)) return true;
    const char *first = memchr(line.ptr, delimiter, line.len);
    bs_str rest = {first, line.len - (size_t)(first - line.ptr)};
    return last == delimiter && !is_blank(rest, delimiter);
}

// A line that is one quoted field and no more: what stands between its quotes; empty for others.
static bs_str only_quoted(bs_str line, char delimiter)
{
    while (line.len > 0 && memchr("\r ", line.ptr[line.len - 1], 2) != NULL)
        line.len--;
    while (line.len > 0 && line.ptr[line.len - 1] == delimiter)
        line.len--;
    bs_str inside = bs_str_slice(line, 1, line.len);
    const char *close = inside.len > 0 ? memchr(inside.ptr, '"', inside.len) : NULL;
    return close != NULL && close + 1 == line.ptr + line.len ? (bs_str){inside.ptr, inside.len - 1}
                                                             : (bs_str){0};
}

// "○ 출처: 통계청": a mark of a list in front of a remark.
static bool begins_as_item(bs_str text)
{
    static const bs_str bullets[] = {BS_STR_INIT("○"), BS_STR_INIT("●"), BS_STR_INIT("□"),
                                     BS_STR_INIT("■"), BS_STR_INIT("▷"), BS_STR_INIT("◎")};
    return starts_with_any(text, bullets, LENGTH(bullets));
}

bs_csv_line bs_csv__line(bs_str line, char delimiter, size_t width)
{
    if (is_blank(line, delimiter)) return BS_CSV_LINE_BLANK;
    char first = line.ptr[0];
    if (first == '"') {
        bs_str only = bs_str_trim(only_quoted(line, delimiter));
        bool note = only.len > 0 && width > 1 &&
                    (begins_as_note(only) || begins_as_item(only) ||
                     (is_sentence(only) && memchr(line.ptr, delimiter, line.len) == NULL));
        return note ? BS_CSV_LINE_NOTE : BS_CSV_LINE_OTHER;
    }
    if (bs_is_digit(first)) return BS_CSV_LINE_OTHER;
    bool bare = memchr(line.ptr, delimiter, line.len) == NULL;
    if (bare && first != '#' && (is_sentence(line) || begins_as_item(line)))
        return BS_CSV_LINE_NOTE;
    if (first != '#' && !begins_as_note(line)) return BS_CSV_LINE_OTHER;
    if (could_be_row(line, delimiter, width)) return BS_CSV_LINE_OTHER;
    return first == '#' ? BS_CSV_LINE_COMMENT : BS_CSV_LINE_NOTE;
}
