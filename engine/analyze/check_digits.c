// SPDX-License-Identifier: GPL-3.0-or-later
//
// digits: a number is printed with all its digits: groups of three between commas, a digit behind a
// point, and each power of ten that the next smaller one is counted in.
#include "engine/analyze/check_internal.h"
#include "engine/analyze/relation_cue.h"
#include "engine/analyze/relation_internal.h"

// Numbers with groups of three that show how a document writes.
enum { GROUPED_MIN = 2, GROUP = 3, YEAR_DIGITS = 4, SCALE_BYTES = 4 };

// What stands behind the digits of a figure, in the text of the source.
typedef struct behind {
    bs_str text;  // of the source
    size_t start; // of the figure
    size_t end;   // of its digits
} behind;

static bool is_digit_at(bs_str text, size_t at)
{
    return at < text.len && bs_is_digit(text.ptr[at]);
}

static size_t digits_end(bs_str text, size_t at)
{
    while (is_digit_at(text, at))
        at++;
    return at;
}

// The figure ends with a digit, and nothing in front of it is part of the number.
static bool look_behind(behind *out, const bs_relations *set, const bs_quantity *quantity)
{
    bs_str text = set->view->reading->source->text;
    size_t start = quantity->origin.offset, end = start + quantity->origin.len;
    *out = (behind){text, start, end};
    if (quantity->origin.len == 0 || end >= text.len || !is_digit_at(text, end - 1)) return false;
    char before = start > 0 ? text.ptr[start - 1] : ' ';
    return before != ',' && before != '.' && !(before >= '0' && before <= '9');
}

static bool begins_line(const behind *b)
{
    size_t at = b->start;
    while (at > 0 && b->text.ptr[at - 1] == ' ')
        at--;
    return at == 0 || b->text.ptr[at - 1] == '\n';
}

// "75.%", "€231. million": a point, and what is measured. Returns the byte behind the point; 0 for
// others.
static size_t lost_decimals(const behind *b)
{
    static const char *const at_once[] = {"%",  "％", "만", "억", "조", "万", "萬",
                                          "亿", "億", "兆", "円", "원", NULL};
    static const char *const apart[] = {" million",  " billion", " trillion",
                                        " thousand", " percent", " per cent",
                                        " 만",       " 억",      NULL};
    if (b->text.ptr[b->end] != '.' || begins_line(b)) return 0;
    bs_str rest = bs_str_slice(b->text, b->end + 1, b->text.len);
    return bs_any_starts(rest, at_once) || bs_any_starts(rest, apart) ? b->end + 1 : 0;
}

// The number of the figure alone is a list with what follows: "3,4분기", "2,30대". Behind a word
// for a power of ten ("1조 1,30억") it goes on with the number.
static bool is_list(const behind *b, bs_str group)
{
    static const char *const scales[] = {"조", "억", "만", "兆", "億", "万", "亿", NULL};
    bs_str figure = bs_str_slice(b->text, b->start, b->end);
    size_t from = b->start > SCALE_BYTES ? b->start - SCALE_BYTES : 0;
    bool goes_on = bs_any_ends(bs_str_slice(b->text, from, b->start), scales);
    bool plain = figure.len < GROUP && digits_end(figure, 0) == figure.len && !goes_on;
    bool tens = group.len < GROUP && group.ptr[group.len - 1] == '0' && group.ptr[0] != '0';
    return plain && (group.len == 1 || tens || group.len == figure.len);
}

// "8,1350", "1,234,56", "1,04": a comma, and digits that are no group of three. Returns the byte
// behind them; 0 for others.
static size_t odd_group(const behind *b, bs_severity *severity)
{
    static const char *const units[] = {"만", "억", "조", "万", "萬", "亿", "億",
                                        "兆", "원", "円", "元", "명", "人", NULL};
    if (b->text.ptr[b->end] != ',' || !is_digit_at(b->text, b->end + 1)) return 0;
    size_t stop = digits_end(b->text, b->end + 1), len = stop - b->end - 1;
    bs_str group = bs_str_slice(b->text, b->end + 1, stop);
    bool more = stop < b->text.len && (b->text.ptr[stop] == ',' || b->text.ptr[stop] == '.');
    if (len == GROUP || (more && is_digit_at(b->text, stop + 1))) return 0;
    size_t own = b->end;
    while (own > b->start && is_digit_at(b->text, own - 1))
        own--;
    if (b->end - own > GROUP || is_list(b, group)) return 0;
    static const char *const centuries[] = {"19", "20", NULL};
    bool year = len == YEAR_DIGITS && bs_any_starts(group, centuries);
    bool grouped = own > b->start && b->text.ptr[own - 1] == ',';
    *severity = BS_ERROR;
    if ((len > GROUP && !year) || (grouped && len < GROUP)) return stop;
    *severity = BS_WARNING;
    bool measured = bs_any_starts(bs_str_slice(b->text, stop, b->text.len), units);
    return len < GROUP && (measured || group.ptr[0] == '0') ? stop : 0;
}

// "136억3000달러": four digits that end in noughts behind 억 or 조, and no 만 or 억 behind them,
// which were meant. *lost is the scale; the byte behind the digits, 0 for others.
static size_t lost_scale(bs_str text, const char **lost)
{
    static const struct {
        bs_str scale;
        const char *next;
    } scales[] = {{BS_STR_INIT("억"), "만"},
                  {BS_STR_INIT("億"), "万"},
                  {BS_STR_INIT("亿"), "万"},
                  {BS_STR_INIT("조"), "억"},
                  {BS_STR_INIT("兆"), "億"}};
    enum { DIGITS = 4, NOUGHTS = 2 };
    static const char smaller[] = "만|억|万|萬|億|亿|천|千|백|百";
    for (size_t i = 0; i < BS_COUNT(scales); i++) {
        size_t at = bs_str_find(text, scales[i].scale, 0);
        if (at == SIZE_MAX || at == 0 || !is_digit_at(text, at - 1)) continue;
        at += scales[i].scale.len;
        size_t noughts = 0, end = at;
        for (; is_digit_at(text, end); end++)
            noughts = text.ptr[end] == '0' ? noughts + 1 : 0;
        bool whole = end >= text.len || text.ptr[end] == '.' || text.ptr[end] == ',';
        if (end - at != DIGITS || noughts < NOUGHTS || text.ptr[at] == '0' || whole) continue;
        if (bs_str_has_any(bs_str_slice(text, end, text.len), smaller)) continue;
        *lost = scales[i].next;
        return end;
    }
    return 0;
}

static bs_status report_scale(bs_relations *set, size_t index, size_t end, const char *lost,
                              bs_error *err)
{
    bs_str text = set->view->figures.items[index].quantity->text;
    bs_finding *finding = bs_relation_report(set, "digits", BS_WARNING, index);
    if (finding == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    bs_str front = bs_str_slice(text, 0, end), rest = bs_str_slice(text, end, text.len);
    finding->message =
        bs_arena_format(set->arena, "%.*s has no %s behind its last digits: %.*s%s%.*s?",
                        BS_STR_ARG(text), lost, BS_STR_ARG(front), lost, BS_STR_ARG(rest));
    return finding->message.ptr ? BS_OK : bs_fail(err, BS_E_MEMORY, "out of memory");
}

// How a document writes its commas.
typedef struct commas {
    size_t grouped; // numbers with groups of three
    size_t brief;   // commas in front of one or two digits: many are decimal marks, or lists
} commas;

static commas count_commas(const bs_relations *set)
{
    commas out = {0, 0};
    for (size_t i = 0; i < set->view->reading->quantities.count; i++) {
        const bs_quantity *quantity = set->view->figures.items[i].quantity;
        size_t comma = bs_str_find(quantity->digits, BS_STR(","), 0);
        behind b;
        out.grouped += comma != SIZE_MAX;
        bool comma_behind = look_behind(&b, set, quantity) && b.text.ptr[b.end] == ',';
        if (comma != SIZE_MAX || !comma_behind) continue;
        size_t len = digits_end(b.text, b.end + 1) - b.end - 1;
        out.brief += len > 0 && len < GROUP;
    }
    return out;
}

static bs_status report(bs_relations *set, size_t index, bs_severity severity, bs_str token,
                        const char *fault, bs_error *err)
{
    bs_finding *finding = bs_relation_report(set, "digits", severity, index);
    if (finding == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    bs_finding__widen(finding, token);
    finding->message = bs_arena_format(set->arena, "%.*s %s", BS_STR_ARG(token), fault);
    return finding->message.ptr ? BS_OK : bs_fail(err, BS_E_MEMORY, "out of memory");
}

bs_status bs_collect__digits(bs_relations *set, bs_error *err)
{
    commas habit = count_commas(set);
    bool grouped = habit.grouped >= GROUPED_MIN;
    bool brief = grouped && habit.brief * GROUPED_MIN <= habit.grouped;
    for (size_t i = 0; i < set->view->reading->quantities.count; i++) {
        const bs_quantity *quantity = set->view->figures.items[i].quantity;
        behind b;
        bs_severity severity;
        bool number = quantity->valued && quantity->kind != BS_KIND_YEAR &&
                      quantity->kind != BS_KIND_IDENTIFIER;
        const char *lost;
        size_t scale = number ? lost_scale(quantity->text, &lost) : 0;
        if (scale > 0) BS_TRY(report_scale(set, i, scale, lost, err));
        if (!number || !look_behind(&b, set, quantity)) continue;
        size_t end = lost_decimals(&b);
        if (end > 0) {
            BS_TRY(report(set, i, BS_ERROR, bs_str_slice(b.text, b.start, end),
                          "has no digit behind its point", err));
            continue;
        }
        end = grouped ? odd_group(&b, &severity) : 0;
        if (end > 0 && (brief || severity == BS_ERROR))
            BS_TRY(report(set, i, severity, bs_str_slice(b.text, b.start, end),
                          "has a group that is not of three digits", err));
    }
    return BS_OK;
}

BS_RELATION_RUN(bs_check_digits, "digits")
