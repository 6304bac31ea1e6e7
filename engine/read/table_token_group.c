// SPDX-License-Identifier: GPL-3.0-or-later
// Two or three lines of heads over rows whose columns have run together: "구분 2023 2024
// 전년동월대비" over "10월 11월 10월 11월 증감 증감률". The line below begins anew under each head
// of the one above: where a month is no later than the one in front of it, where months end or
// begin, or where its first word comes again. It may leave out the first column of each head, which
// is that of the level, or all but the last columns.
#include "engine/base/utf8.h"
#include "engine/read/table_token.h"

enum { FIGURES_MAX = BS_TOKEN_FIGURES_MAX, LINE_BYTES_MAX = 1024 };

// The month or quarter that a token is, "10월", "1/4분기", "3Q"; 0 for any other word.
static unsigned part_of(bs_str token)
{
    static const bs_str units[] = {
        BS_STR_INIT("월"),  BS_STR_INIT("月"),     BS_STR_INIT("분기"),
        BS_STR_INIT("Q"),   BS_STR_INIT("/4"),     BS_STR_INIT("월p"),
        BS_STR_INIT("월P"), BS_STR_INIT("/4분기"), BS_STR_INIT("四半期")};
    unsigned part = 0;
    size_t at = 0;
    for (; at < token.len && at < 2 && token.ptr[at] >= '0' && token.ptr[at] <= '9'; at++)
        part = part * 10 + (unsigned)(token.ptr[at] - '0');
    bs_str unit = bs_str_slice(token, at, token.len);
    if (bs_str_ends(unit, BS_STR("(p)")) || bs_str_ends(unit, BS_STR("(P)"))) unit.len -= 3;
    for (size_t i = 0; part > 0 && part <= 12 && i < BS_COUNT(units); i++) {
        if (bs_str_equal(unit, units[i])) return part;
    }
    return 0;
}

// Cuts the last head off *text; "2024. 12" is one.
static bool cut_head(bs_str *text, bs_str *head)
{
    if (!bs_token__last(text, head)) return false;
    bs_str rest = *text, year;
    bool month = head->ptr[0] >= '0' && head->ptr[0] <= '9' && (head->len <= 2 || part_of(*head));
    bool dated = month && bs_token__last(&rest, &year) && year.len > 2 &&
                 year.ptr[year.len - 1] == '.' &&
                 bs_line__is_period(bs_str_slice(year, 0, year.len - 1));
    if (!dated) return true;
    *head = bs_line__join(year, *head);
    *text = rest;
    return true;
}

// Is what stands in front of the heads that of the labels: "구분", "구 분", "区分", or nothing?
static bool is_corner(bs_str rest)
{
    bs_str first, second;
    rest = bs_str_trim(rest);
    if (rest.len == 0) return true;
    if (bs_line__has_digit(rest)) return false;
    if (!bs_token__last(&rest, &second) || !bs_token__last(&rest, &first)) return true;
    bool apart =
        bs_utf8_decode(first, 0).len == first.len && bs_utf8_decode(second, 0).len == second.len;
    return rest.len == 0 && apart;
}

// A head or none, but no figure.
static bool is_head(bs_str token)
{
    return bs_line__is_period(token) || part_of(token) > 0 || !bs_line__is_numeric(token);
}

// The `count` heads that end a line into tokens[], with nothing but the head of the labels in front
// of them; false where there are fewer or more.
static bool cut_heads(bs_str text, bs_str *tokens, size_t count)
{
    for (size_t i = count; i > 0; i--) {
        if (!cut_head(&text, &tokens[i - 1]) || !is_head(tokens[i - 1])) return false;
    }
    return is_corner(text);
}

static bool begins_group(const bs_str *tokens, size_t at, size_t first)
{
    unsigned part = part_of(tokens[at]), last = part_of(tokens[at - 1]);
    if ((part > 0) != (last > 0)) return true;
    return part > 0 ? part <= last : bs_str_equal(tokens[at], tokens[first]);
}

// How many groups the tokens make, sizes[i] the tokens of each.
static size_t group(const bs_str *tokens, size_t token_count, size_t *sizes)
{
    size_t count = 0;
    for (size_t i = 0, first = 0; i < token_count; i++) {
        if (i == 0 || begins_group(tokens, i, first)) {
            first = i;
            sizes[count++] = 0;
        }
        sizes[count - 1]++;
    }
    return count;
}

// "10월 11월 10월 11월" has a head for each column.
static bool group_all(bs_token_groups *out, bs_str text, bs_str below, size_t figures)
{
    bs_str tokens[FIGURES_MAX], heads[FIGURES_MAX];
    if (!cut_heads(below, tokens, figures)) return false;
    out->count = group(tokens, figures, out->sizes);
    return out->count > 1 && out->count < figures && cut_heads(text, heads, out->count);
}

// "2024. 12 2025. 11 2025. 12" over "증감 증감률 증감 증감률" of the last two, or over "전월비
// 전년동월비" of the last one: the first column of each has no second head.
static bool group_led(bs_token_groups *out, bs_str text, bs_str below, size_t figures)
{
    bs_str tokens[FIGURES_MAX], heads[FIGURES_MAX];
    size_t own = bs_token__count(below);
    if (own == 0 || own + 2 > figures) return false;
    size_t count = figures - own;
    if (!cut_heads(below, tokens, own) || !cut_heads(text, heads, count)) return false;
    for (size_t i = 0; i < own; i++) {
        if (part_of(tokens[i]) > 0 || bs_line__is_period(tokens[i])) return false;
    }
    for (size_t i = 0; i < count; i++) {
        if (!bs_line__is_period(heads[i]) && part_of(heads[i]) == 0 &&
            memchr(heads[i].ptr, '.', heads[i].len) == NULL)
            return false;
    }
    size_t cycles = group(tokens, own, out->sizes), each = out->sizes[0];
    if (cycles > count || cycles * each != own) return false;
    for (size_t i = 1; i < cycles; i++) {
        if (out->sizes[i] != each) return false;
    }
    if (cycles == 1 && !bs_token__are_heads(below)) return false;
    for (size_t i = 0; i < count; i++)
        out->sizes[i] = i + cycles < count ? 1 : each + 1;
    out->count = count;
    out->led = true;
    return true;
}

uint32_t bs_token__groups_at(bs_token_groups *out, bs_text_reader *reader, uint32_t at,
                             size_t figures)
{
    enum { LINES_MAX = 3 };
    *out = (bs_token_groups){0};
    for (uint32_t lines = 2; lines <= LINES_MAX; lines++) {
        uint32_t first = at + lines;
        if (first + 1 >= reader->line_count) return 0;
        bs_str above = reader->lines[first - 2].text, below = reader->lines[first - 1].text;
        if (above.len == 0 || below.len == 0 || below.len > LINE_BYTES_MAX) return 0;
        if (bs_marker__is_unit(reader->lines[at].text) || bs_marker__is_unit(above)) return 0;
        size_t all = figures > 0 ? figures : bs_token__figures(reader, first);
        if (all < BS_TOKEN_FIGURES_MIN + 1 || bs_token__figures(reader, first + 1) < all) continue;
        if (all > FIGURES_MAX) return 0;
        bool grouped = group_all(out, above, below, all) || group_led(out, above, below, all);
        if (!grouped) continue;
        if (lines == 2) return lines;
        // "2023년 2024년" over "12월 11월 12월" over the heads of each of these.
        bs_token_groups top = {0};
        if (!group_all(&top, reader->lines[at].text, above, out->count)) return 0;
        out->top_count = top.count;
        memcpy(out->top_sizes, top.sizes, sizeof top.sizes);
        return lines;
    }
    return 0;
}

// Adds the heads of a line, each over as many columns as sizes[] says.
static bs_status add_over(bs_text_reader *reader, bs_grid *grid, bs_cell place, bs_str text,
                          const size_t *sizes, size_t count)
{
    bs_str tokens[FIGURES_MAX];
    for (size_t i = count; i > 0; i--) {
        if (!cut_head(&text, &tokens[i - 1])) return BS_OK;
    }
    bs_cell corner = {.text = bs_str_trim(text), .row = place.row, .header = true};
    if (corner.text.len > 0) BS_TRY(bs_table__add(reader, grid, corner));
    for (size_t i = 0; i < count; place.col += (uint32_t)sizes[i++]) {
        place.text = tokens[i];
        place.col_span = (uint16_t)sizes[i];
        BS_TRY(bs_table__add(reader, grid, place));
    }
    return BS_OK;
}

// The heads of the last line where the first column of each above has none.
static bs_status add_led(bs_text_reader *reader, bs_grid *grid, uint32_t row, bs_str text,
                         const bs_token_groups *groups)
{
    bs_str tokens[FIGURES_MAX];
    size_t own = bs_token__count(text), next = 0;
    cut_heads(text, tokens, own);
    uint32_t col = 1;
    for (size_t i = 0; i < groups->count; i++) {
        for (size_t k = 1; k < groups->sizes[i]; k++) {
            bs_cell cell = {
                .text = tokens[next++], .row = row, .col = col + (uint32_t)k, .header = true};
            BS_TRY(bs_table__add(reader, grid, cell));
        }
        col += (uint32_t)groups->sizes[i];
    }
    return BS_OK;
}

bs_status bs_token__add_groups(bs_text_reader *reader, bs_grid *grid, uint32_t at,
                               const bs_token_groups *groups, uint32_t *rows)
{
    *rows = 0;
    if (groups->top_count > 0) {
        size_t wide[FIGURES_MAX] = {0}, middle = 0;
        for (size_t i = 0; i < groups->top_count; i++) {
            for (size_t k = 0; k < groups->top_sizes[i]; k++)
                wide[i] += groups->sizes[middle++];
        }
        bs_cell place = {.row = (*rows)++, .col = 1, .header = true};
        BS_TRY(add_over(reader, grid, place, reader->lines[at++].text, wide, groups->top_count));
    }
    bs_cell place = {.row = (*rows)++, .col = 1, .header = true};
    BS_TRY(add_over(reader, grid, place, reader->lines[at++].text, groups->sizes, groups->count));
    if (!groups->led) return BS_OK;
    return add_led(reader, grid, (*rows)++, reader->lines[at].text, groups);
}
