// SPDX-License-Identifier: GPL-3.0-or-later
// Marks of footnotes, and the numbers of acts, cases and documents.
#include "engine/base/utf8.h"
#include "engine/extract/phrase_table.h"
#include "engine/extract/scan_internal.h"

static char at_or_zero(bs_str text, size_t at)
{
    return at < text.len ? text.ptr[at] : '\0';
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

// 수입액2)은, 3.2%3): a mark of a footnote, closed and never opened.
bool bs__footnote_read(bs_str text, size_t at, size_t *end)
{
    enum { MARK_DIGITS_MAX = 2, OPEN_BYTES_MAX = 120 };
    size_t stop = at;
    while (is_digit(at_or_zero(text, stop)))
        stop++;
    if (stop == at || stop - at > MARK_DIGITS_MAX || at_or_zero(text, stop) != ')' || at == 0)
        return false;
    bool glued = bs__hangul_before(text, at) || bs__han_before(text, at) ||
                 bs__kana_before(text, at) || text.ptr[at - 1] == '%';
    if (!glued) return false;
    size_t low = at > OPEN_BYTES_MAX ? at - OPEN_BYTES_MAX : 0;
    for (size_t i = at; i-- > low;) {
        if (text.ptr[i] == '(') return false;
        if (text.ptr[i] == ')' || text.ptr[i] == '\n') break;
    }
    *end = stop + 1;
    return true;
}

// 7、8月, 1·2월: a month in a list of months that have their word once.
bool bs__listed_month(const bs__scan *scan, size_t at, size_t *end)
{
    static const bs__phrase words[] = {P("月", BS_IN_CJK, 0), P("월", BS_IN(BS_LANG_KO), 0)};
    static const bs__phrase joints[] = {P("、", BS_IN_CJK, 0), P("·", BS_IN_ANY, 0),
                                        P("・", BS_IN_ANY, 0)};
    enum { MONTH_DIGITS_MAX = 2 };
    bs_str text = scan->text;
    size_t from = at, i = at;
    for (int month = 0; month < 3; month++) {
        for (i = from; is_digit(at_or_zero(text, i));)
            i++;
        if (i == from || i - from > MONTH_DIGITS_MAX) return false;
        if (month > 0 && BS_PHRASE_AT(words, scan, i) != NULL) return true;
        const bs__phrase *joint = BS_PHRASE_AT(joints, scan, i);
        if (joint == NULL) return false;
        if (month == 0) *end = i;
        from = i + joint->text.len;
    }
    return false;
}

// 2019/1234 behind "(EU)", 2024헌마123, 15 U.S.C.: numbers of acts and cases.
bool bs__act_read(const bs__scan *scan, size_t at, bs_item *item, size_t *end)
{
    enum { CASE_LETTERS_MAX = 9, YEAR_DIGITS = 4 };
    static const bs__phrase bodies[] = {
        P("(EU)", EN, 0),      P("(EC)", EN, 0),       P("(EEC)", EN, 0),    P("(Euratom)", EN, 0),
        P("Directive", EN, 0), P("Regulation", EN, 0), P("Decision", EN, 0), P("Law", EN, 0)};
    static const bs__phrase codes[] = {P("U.S.C", EN, 0), P("C.F.R", EN, 0), P("CFR", EN, 0),
                                       P("USC", EN, 0)};
    bs_str text = scan->text;
    size_t i = at;
    while (is_digit(at_or_zero(text, i)))
        i++;
    if (BS_PHRASE_AT(codes, scan, bs_gap_skip(text, i)) != NULL)
        return bs__identifier(item, text, at, i, end);
    size_t mark = i;
    char next = at_or_zero(text, mark);
    if ((next == '/' || next == '-') && is_digit(at_or_zero(text, mark + 1)) &&
        BS_PHRASE_BEFORE(bodies, scan, bs__gap_back(text, at)) != NULL) {
        for (i = mark + 1; bs__letter_at(text, i) || at_or_zero(text, i) == '/';)
            i++;
        return bs__identifier(item, text, at, i, end);
    }
    while (scan->lang == BS_LANG_KO && mark - i < CASE_LETTERS_MAX && bs__hangul_at(text, mark))
        mark += bs_utf8_decode(text, mark).len;
    if (i - at != YEAR_DIGITS || mark == i || !is_digit(at_or_zero(text, mark))) return false;
    if (bs__starts_at(text, i, BS_STR("년"))) return false;
    for (i = mark; is_digit(at_or_zero(text, i));)
        i++;
    return bs__identifier(item, text, at, i, end);
}
