// SPDX-License-Identifier: GPL-3.0-or-later
// Lines with a head of their own: "* 수출 증감률(%): (’19.10)△15.0→(11)△14.5", "Output (GWh): 12.1
// → 12.4". The unit and the name in front of the colon are those of the bare numbers behind it.
#include "engine/core/unit.h"
#include "engine/extract/extract_internal.h"
#include "engine/extract/label_internal.h"
#include "engine/extract/numeral.h"
#include "engine/extract/scan_internal.h"
#include "engine/extract/words.h"

enum { HEAD_BYTES_MAX = 90, HEADS_MAX = 64 };

// The next colon at or behind `from`; the end of the text when there is none.
static size_t colon_at(bs_str text, size_t from)
{
    size_t plain = bs_str_find(text, BS_STR(":"), from);
    size_t end = plain < text.len ? plain : text.len;
    while (from < end) {
        const char *lead = memchr(text.ptr + from, '\xEF', end - from); // that of a wide one
        if (lead == NULL) break;
        from = (size_t)(lead - text.ptr);
        if (bs_str_starts(bs_str_slice(text, from, text.len), BS_STR("："))) return from;
        from++;
    }
    return end;
}

// Where the head before the colon begins: behind the last mark between lists, not before `low`.
static size_t head_start(bs_str text, size_t low, size_t colon)
{
    int depth = 0; // "결성액(조원, 상반기)": not at a mark inside of parentheses
    for (size_t at = colon; at > low;) {
        bs_rune rune = bs_utf8_decode_before(text, at);
        depth += bs__label_is_close(rune.code) - bs__label_is_open(rune.code);
        if (depth > 0) {
            at -= rune.len;
            continue;
        }
        if (rune.code == ',' || rune.code == ';' || rune.code == '/' || rune.code == 0xFF0C ||
            rune.code == 0xFF1B || rune.code == 0x3001 || rune.code == '\n')
            return at;
        at -= rune.len;
    }
    return low;
}

static bs_str name_of(bs_str head)
{
    static const char *const bullets[] = {"*", "-", "·", "ㅇ", "○", "□", "※", "•", "▪", " "};
    bool cut = true;
    while (cut) {
        cut = false;
        for (size_t i = 0; i < BS_COUNT(bullets) && !cut; i++) {
            bs_str bullet = bs_str_from(bullets[i]);
            cut = bs_str_starts(head, bullet);
            if (cut) head = bs_str_slice(head, bullet.len, head.len);
        }
    }
    return bs_str_trim(head);
}

static bool is_amount(const bs_quantity *quantity)
{
    return quantity->valued &&
           (quantity->kind == BS_KIND_QUANTITY || quantity->kind == BS_KIND_PERCENT ||
            quantity->kind == BS_KIND_CURRENCY);
}

// "합계출산율 추이": without the word that says that it goes on.
static bs_str without_course(bs_str name)
{
    static const bs_str words[] = {BS_STR_INIT("추이"), BS_STR_INIT("추세"), BS_STR_INIT("흐름"),
                                   BS_STR_INIT("変化"), BS_STR_INIT("推移")};
    for (size_t i = 0; i < BS_COUNT(words); i++) {
        if (name.len > words[i].len && bs_str_ends(name, words[i]))
            return bs_str_trim(bs_str_slice(name, 0, name.len - words[i].len));
    }
    return name;
}

// "합계출산율 추이: ('20) 0.84 → ('21) 0.81 → ('22) 0.78명": a head without a unit names the steps
// of the chain behind it that have no other name.
static void name_steps(bs__job *job, const bs__passage *passage, bs_str head, size_t from,
                       size_t stop)
{
    size_t len;
    bs_str name = without_course(name_of(head));
    bs_str steps = bs_str_trim(bs_str_slice(passage->text, from, stop));
    bool chain = bs_str_find(steps, BS_STR("→"), 0) != SIZE_MAX &&
                 (bs_list_starts(steps, "(|'|’|‘|△|-|+") || bs_digit_at(steps, 0, &len) >= 0);
    if (!chain || bs_str_find(head, BS_STR(". "), 0) != SIZE_MAX || name.len == 0 ||
        head.len > HEAD_BYTES_MAX)
        return;
    for (size_t i = job->out->quantities.count; i-- > 0;) {
        bs_quantity *self = &job->out->quantities.items[i];
        if (self->origin.block != passage->block || self->origin.table != 0) return;
        size_t start = bs__label_start(self, passage->text);
        if (start < from) return;
        bool nameless = self->indicator.len == 0 || bs_str_starts(self->indicator, BS_STR("→"));
        if (start < stop && is_amount(self) && nameless && self->subject.len == 0)
            self->indicator = name;
    }
}

// "펀드 결성액(조원, 상반기): ('22) 8.8": the part of each year that the head names between marks.
static void set_part_of_year(bs_quantity *self, bs_str head, bs_lang lang)
{
    bs_period period = self->period;
    bool year = period.frequency == BS_FREQUENCY_ANNUAL && !bs_period_is_span(period);
    const char *open = memrchr(head.ptr, '(', head.len);
    if (!year || open == NULL) return;
    // "7월 기준 이동자 수(천 명): ('21) 558"
    bs_time_text front;
    bs_str name = name_of(head), basis = BS_STR(" 기준 ");
    size_t word = bs_str_find(name, basis, 0);
    bool based = word != SIZE_MAX && bs_scan_time(&front, bs_str_slice(name, 0, word), lang) &&
                 front.from.year == 0 && front.from.day == 0;
    if (based) {
        if (bs_when_period(&period, front.from, front.to, bs_period_year_of(period), NULL) == BS_OK)
            self->period = period;
        return;
    }
    bs_str rest = bs_str_slice(head, (size_t)(open - head.ptr) + 1, head.len - 1), piece;
    while (bs_str_next(&rest, ',', &piece)) {
        bs_time_text time;
        piece = bs_str_trim(piece);
        if (bs_list_ends(piece, "기준")) piece = bs_str_slice(piece, 0, piece.len - strlen("기준"));
        bool part = bs_scan_time(&time, bs_str_trim(piece), lang) && time.from.year == 0 &&
                    (time.from.half > 0 || time.from.quarter > 0 || time.from.month > 0);
        if (!part) continue;
        if (bs_when_period(&period, time.from, time.to, bs_period_year_of(period), NULL) == BS_OK)
            self->period = period;
        return;
    }
}

// "심사처리기간(’24, 개월)": a bracket of which one piece is a unit, the others a time or other
// words.
static bool unit_in_bracket(bs_unit_text *out, bs_arena *arena, bs_str head, bs_lang lang)
{
    const char *open = memrchr(head.ptr, '(', head.len);
    if (open == NULL || open == head.ptr) return false;
    bs_str rest = bs_str_slice(head, (size_t)(open - head.ptr) + 1, head.len - 1), piece;
    size_t units = 0, times = 0;
    while (bs_str_next(&rest, ',', &piece)) {
        bs_unit_text unit;
        bs_time_text time;
        piece = bs_str_trim(piece);
        bool dated = bs_scan_time(&time, piece, lang) || bs_list_starts(piece, "'|’|‘");
        times += dated;
        if (dated) continue;
        bs_str alone = bs_arena_format(arena, "(%.*s)", BS_STR_ARG(piece));
        if (alone.len == 0 || !bs_scan_unit(&unit, arena, alone, lang)) continue;
        if (unit.start != 0 || unit.end != alone.len || unit.list_count > 1) continue;
        units++;
        *out = unit;
    }
    out->start = (size_t)(open - head.ptr);
    out->end = head.len;
    return units == 1 && times > 0;
}

static bool unit_of_head(bs_unit_text *unit, bs_arena *arena, bs_str head, bs_lang lang)
{
    bool whole = bs_scan_unit(unit, arena, head, lang) && unit->end == head.len &&
                 unit->start > 0 && unit->list_count <= 1;
    return whole || unit_in_bracket(unit, arena, head, lang);
}

// What a head gives to the quantities from `index` on whose text begins before byte `stop`.
static void give(bs__job *job, const bs__passage *passage, bs_str head, size_t from, size_t stop)
{
    bs_unit_text unit;
    bool closed = bs_str_ends(head, BS_STR(")")) || bs_str_ends(head, BS_STR("）"));
    bool stated = closed && head.len <= HEAD_BYTES_MAX &&
                  unit_of_head(&unit, job->arena, head, passage->lang);
    if (!stated) {
        name_steps(job, passage, head, from, stop);
        return;
    }
    bs_str name = name_of(bs_str_slice(head, 0, unit.start));
    for (size_t i = job->out->quantities.count; i-- > 0;) {
        bs_quantity *self = &job->out->quantities.items[i];
        if (self->origin.block != passage->block || self->origin.table != 0) return;
        size_t start = bs__label_start(self, passage->text);
        if (start < from) return;
        if (start >= stop || !is_amount(self)) continue;
        set_part_of_year(self, head, passage->lang);
        if (bs_str_equal(self->unit, BS_STR("1")) &&
            bs_decimal_shift(&self->value, self->value, unit.power, NULL) == BS_OK) {
            self->unit = unit.unit;
            self->kind = bs__unit_kind(&(bs__unit_here){.dimension = bs_unit_dimension(unit.unit)});
            self->unit_rule = "head of the line";
        }
        bool nameless = self->indicator.len == 0 || bs_str_starts(self->indicator, BS_STR("→")) ||
                        bs_str_equal(self->indicator, head);
        if (nameless && bs_str_equal(self->unit, unit.unit)) self->indicator = name;
    }
}

void bs__share_head(bs__job *job, const bs__passage *passage)
{
    bs_str text = passage->text;
    if (passage->table > 0) return;
    size_t colon = colon_at(text, 0), low = 0;
    for (int heads = 0; colon < text.len && heads < HEADS_MAX; heads++) {
        size_t behind = colon + bs_utf8_decode(text, colon).len;
        size_t next = colon_at(text, behind);
        size_t stop = next < text.len ? head_start(text, behind, next) : text.len;
        size_t start = head_start(text, low, colon);
        give(job, passage, bs_str_trim(bs_str_slice(text, start, colon)), behind, stop);
        colon = next;
        low = behind;
    }
}
