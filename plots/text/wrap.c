// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/utf8.h"
#include "plots/text/text.h"

// Characters that may not begin a line, and those that may not end one (JIS X 4051, GB/T 15834).
static bool is_one_of(uint32_t code, const char *set)
{
    bs_str all = bs_str_from(set);
    for (size_t at = 0; at < all.len;) {
        bs_rune rune = bs_utf8_decode(all, at);
        if (rune.code == code) return true;
        at += rune.len;
    }
    return false;
}

static bool may_not_begin(uint32_t code)
{
    return is_one_of(
        code, "、。，．・：；？！）〕］｝〉》」』】〗’”ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ"
              ",.:;?!)]}%‰℃°~–");
}

static bool may_not_end(uint32_t code)
{
    return is_one_of(code, "（〔［｛〈《「『【〖‘“([{$¥￥");
}

static bool is_ideographic(uint32_t code)
{
    return bs_rune_is_han(code) || bs_rune_is_kana(code) || (code >= 0x3000 && code <= 0x303F) ||
           (code >= 0xFF01 && code <= 0xFF5E);
}

// Where a text may break: Korean keeps its words whole, hanja in them too.
typedef enum habit { BREAKS_BETWEEN_CHARACTERS, BREAKS_BETWEEN_WORDS } habit;

static habit habit_of(bs_str text)
{
    for (size_t at = 0; at < text.len;) {
        bs_rune rune = bs_utf8_decode(text, at);
        if (bs_rune_is_hangul(rune.code)) return BREAKS_BETWEEN_WORDS;
        at += rune.len;
    }
    return BREAKS_BETWEEN_CHARACTERS;
}

// True when a line may end behind `before` and go on with `after`.
static bool may_break(uint32_t before, uint32_t after, habit habits)
{
    if (bs_rune_is_space(before) && !bs_rune_is_space(after)) return true;
    if (bs_rune_is_space(after) || may_not_begin(after) || may_not_end(before)) return false;
    if (habits == BREAKS_BETWEEN_WORDS) {
        return (bs_rune_is_hangul(before) || bs_rune_is_han(before)) && is_one_of(after, "(（[［");
    }
    return is_ideographic(before) && is_ideographic(after);
}

typedef struct wrapper {
    bs_wrapped_array *out;
    bs_arena *arena;
    bs_text *text;
    const bs_wrap_options *options;
} wrapper;

static bs_status measure(const wrapper *w, bs_str piece, double *width, bs_error *err)
{
    return bs_text_width(width, w->text, bs_str_trim(piece), w->options->font, err);
}

static bs_status push_line(const wrapper *w, bs_str line, bs_error *err)
{
    bs_wrapped *wrapped = BS_PUSH(w->arena, w->out);
    if (wrapped == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    wrapped->text = bs_str_trim(line);
    return measure(w, line, &wrapped->width, err);
}

// The end of the next unbreakable piece that starts at `from`, with the blanks behind it.
static size_t next_break(bs_str text, size_t from, habit habits)
{
    bs_rune before = bs_utf8_decode(text, from);
    size_t at = from + before.len;
    while (at < text.len) {
        bs_rune after = bs_utf8_decode(text, at);
        if (may_break(before.code, after.code, habits)) return at;
        at += after.len;
        before = after;
    }
    return text.len;
}

// As many characters from `from` as fit, at least one: a word that is wider than the line.
static bs_status break_word(const wrapper *w, bs_str text, size_t from, size_t *end, bs_error *err)
{
    *end = from + bs_utf8_decode(text, from).len;
    while (*end < text.len) {
        size_t longer = *end + bs_utf8_decode(text, *end).len;
        double width;
        BS_TRY(measure(w, bs_str_slice(text, from, longer), &width, err));
        if (width > w->options->width_px) break;
        *end = longer;
    }
    return BS_OK;
}

// The end of the line that starts at `from`.
static bs_status line_end(const wrapper *w, bs_str text, size_t from, size_t *out, bs_error *err)
{
    size_t end = from;
    habit habits = habit_of(text);
    while (end < text.len) {
        size_t longer = next_break(text, end, habits);
        double width;
        BS_TRY(measure(w, bs_str_slice(text, from, longer), &width, err));
        if (width > w->options->width_px) break;
        end = longer;
    }
    if (end == from) return break_word(w, text, from, out, err);
    *out = end;
    return BS_OK;
}

static bs_status wrap_line(const wrapper *w, bs_str text, bs_error *err)
{
    double whole;
    BS_TRY(measure(w, text, &whole, err));
    if (whole <= w->options->width_px) return push_line(w, text, err);
    for (size_t from = 0; from < text.len;) {
        size_t end;
        BS_TRY(line_end(w, text, from, &end, err));
        BS_TRY(push_line(w, bs_str_slice(text, from, end), err));
        from = end;
    }
    return BS_OK;
}

static bs_status wrap_all(bs_wrapped_array *out, bs_arena *arena, bs_text *text, bs_str paragraph,
                          const bs_wrap_options *options, bs_error *err)
{
    wrapper w = {out, arena, text, options};
    bs_str line;
    while (bs_str_next(&paragraph, '\n', &line)) {
        line = bs_str_trim(line);
        if (line.len > 0) BS_TRY(wrap_line(&w, line, err));
    }
    return BS_OK;
}

// The smallest width, in steps of a sixteenth, that needs no more lines than the full one.
static bs_status balanced_width(double *out, bs_arena *arena, bs_text *text, bs_str paragraph,
                                const bs_wrap_options *options, bs_error *err)
{
    bs_wrapped_array lines = {0};
    BS_TRY(wrap_all(&lines, arena, text, paragraph, options, err));
    size_t fewest = lines.count;
    *out = options->width_px;
    for (int part = 15; part > 8 && fewest > 1; part--) {
        bs_wrap_options narrow = *options;
        narrow.width_px = options->width_px * part / 16;
        lines.count = 0;
        BS_TRY(wrap_all(&lines, arena, text, paragraph, &narrow, err));
        if (lines.count > fewest) break;
        *out = narrow.width_px;
    }
    return BS_OK;
}

bs_status bs_text_wrap(bs_wrapped_array *out, bs_arena *arena, bs_text *text, bs_str paragraph,
                       const bs_wrap_options *options, bs_error *err)
{
    bs_wrap_options chosen = *options;
    if (options->balanced) {
        BS_TRY(balanced_width(&chosen.width_px, arena, text, paragraph, options, err));
    }
    return wrap_all(out, arena, text, paragraph, &chosen, err);
}
