// SPDX-License-Identifier: GPL-3.0-or-later
// Units that the lines around a table give to some of its columns or rows by name: "(数量：トン、
// 金額：百万円)", "Quantity in tonnes, value in US$ million", "金额单位：亿元".
#include "engine/base/utf8.h"
#include "engine/extract/table_internal.h"
#include "engine/extract/words.h"

enum { REGION_BYTES_MAX = 200, NAME_BYTES_MAX = 48 };

// Without the word that states a unit in front, a bracket around it and a full stop behind.
static bs_str bare_piece(bs_str text)
{
    static const bs_str fronts[] = {
        BS_STR_INIT("단위:"),  BS_STR_INIT("단위 :"), BS_STR_INIT("単位："), BS_STR_INIT("単位:"),
        BS_STR_INIT("单位："), BS_STR_INIT("单位:"),  BS_STR_INIT("（注）"), BS_STR_INIT("(注)"),
        BS_STR_INIT("単位　"), BS_STR_INIT("单位　"), BS_STR_INIT("Units:"), BS_STR_INIT("Unit:"),
        BS_STR_INIT("Note:"),  BS_STR_INIT("("),      BS_STR_INIT("（"),     BS_STR_INIT("[")};
    static const bs_str ends[] = {BS_STR_INIT("。"), BS_STR_INIT(".")};
    size_t before = SIZE_MAX;
    for (text = bs_str_trim(text); text.len < before;) { // "(단위: ..."
        before = text.len;
        for (size_t i = 0; i < BS_COUNT(fronts); i++) {
            if (bs_str_starts(text, fronts[i]))
                text = bs_str_trim(bs_str_slice(text, fronts[i].len, text.len));
        }
    }
    for (size_t i = 0; i < BS_COUNT(ends); i++) {
        if (bs_str_ends(text, ends[i])) text.len -= ends[i].len;
    }
    return bs_str_trim(text);
}

// A closing bracket that nothing in the text opens.
static bs_str without_close(bs_str text)
{
    static const bs_str pairs[][2] = {{BS_STR_INIT("("), BS_STR_INIT(")")},
                                      {BS_STR_INIT("（"), BS_STR_INIT("）")},
                                      {BS_STR_INIT("["), BS_STR_INIT("]")}};
    for (size_t i = 0; i < BS_COUNT(pairs); i++) {
        bool open = bs_str_find(text, pairs[i][0], 0) != SIZE_MAX;
        if (!open && bs_str_ends(text, pairs[i][1])) text.len -= pairs[i][1].len;
    }
    return bs_str_trim(text);
}

// "tonnes live weight", "EUR million at current prices": the bytes of the unit in front of how it
// is taken.
static size_t without_basis(bs_str text)
{
    static const char words[] =
        " live weight| landed weight| dry weight| gross weight| net weight|"
        " carcass weight| equivalent| at current prices| at constant prices|"
        " (fob)| (cif)| fob| cif";
    for (size_t at = 1; at < text.len; at++) {
        if (text.ptr[at] == ' ' && bs_list_starts(bs_str_slice(text, at, text.len), words))
            return at;
    }
    return text.len;
}

static bool whole_unit(bs_unit_text *unit, const bs__table_job *job, bs_str text)
{
    text.len = without_basis(text);
    return text.len > 0 && bs_scan_whole_unit(unit, job->job->arena, text, job->grid.lang) &&
           unit->list_count < 2;
}

// "数量：トン" parted into its name and its unit.
static bool read_piece(bs__named_unit *out, const bs__table_job *job, bs_str piece)
{
    static const bs_str joints[] = {
        BS_STR_INIT("の単位は"), BS_STR_INIT("单位为"), BS_STR_INIT("单位："), BS_STR_INIT("单位:"),
        BS_STR_INIT("단위는"),   BS_STR_INIT("："),     BS_STR_INIT(":"),      BS_STR_INIT("＝"),
        BS_STR_INIT("="),        BS_STR_INIT(" in "),   BS_STR_INIT("（"),     BS_STR_INIT("("),
        BS_STR_INIT("は"),       BS_STR_INIT(" ")};
    piece = without_close(bare_piece(piece));
    for (size_t i = 0; i < BS_COUNT(joints); i++) {
        size_t at = bs_str_find(piece, joints[i], 0);
        if (at == SIZE_MAX || at == 0 || at > NAME_BYTES_MAX) continue;
        bs_unit_text unit;
        bs_str rest = without_close(bs_str_slice(piece, at + joints[i].len, piece.len));
        if (!whole_unit(&unit, job, rest)) continue;
        // "WAITING TIMES" is a name.
        bool words = job->grid.lang == BS_LANG_EN && bs_str_equal(joints[i], BS_STR(" "));
        if (words && bs_unit_dimension(unit.unit) == BS_DIM_COUNT_OF) continue;
        *out = (bs__named_unit){.name = bs_str_trim(bs_str_slice(piece, 0, at)),
                                .unit = unit.unit,
                                .power = unit.power,
                                .text = rest};
        return true;
    }
    return false;
}

static bool ends_nocase(bs_str text, bs_str end)
{
    return text.len >= end.len &&
           bs_str_equal_nocase(bs_str_slice(text, text.len - end.len, text.len), end);
}

// "金額", "輸出 金額", "Value, total"
static bool bears(bs_str label, bs_str name)
{
    if (label.len < name.len || name.len < 2) return false;
    bs_str front = bs_str_slice(label, 0, name.len);
    static const char rates[] = "rates|Rates|rate";
    if (bs_list_is(name, rates)) return bs__names_rate(label);
    bool begins = bs_str_equal_nocase(front, name) &&
                  (label.len == name.len || strchr(" ,(", label.ptr[name.len]) != NULL);
    return begins || ends_nocase(label, name);
}

static bool is_named_here(const bs__table_job *job, bs_str name)
{
    const bs__grid *grid = &job->grid;
    for (uint32_t col = grid->value_col; col < grid->col_count; col++) {
        if (bears(grid->columns[col].label, name)) return true;
    }
    for (uint32_t row = grid->header_row_count; row < grid->row_count; row++) {
        if (bears(job->rows[row].label, name)) return true;
    }
    return false;
}

static size_t joint_here(bs_str text, size_t at)
{
    static const bs_str marks[] = {BS_STR_INIT(","),   BS_STR_INIT("，"), BS_STR_INIT("、"),
                                   BS_STR_INIT(";"),   BS_STR_INIT("；"), BS_STR_INIT(" and "),
                                   BS_STR_INIT("과 "), BS_STR_INIT("및"), BS_STR_INIT("及")};
    bs_str rest = bs_str_slice(text, at, text.len);
    if (!bs_list_starts(rest, ",|，|、|;|；| and |과 |및|及")) return 0;
    for (size_t i = 0; i < BS_COUNT(marks); i++) {
        if (bs_str_starts(rest, marks[i])) return marks[i].len;
    }
    return 0;
}

// "Landings, 2023 (quantity in tonnes": what stands behind a bracket that is not closed.
static bs_str behind_open(bs_str piece)
{
    for (size_t at = piece.len; at-- > 1;) {
        bs_str rest = bs_str_slice(piece, at, piece.len);
        if (bs_list_starts(rest, ")|）")) return piece;
        if (bs_list_starts(rest, "(|（"))
            return bs_str_slice(piece, at + bs_utf8_decode(piece, at).len, piece.len);
    }
    return piece;
}

static void take_piece(bs__table_job *job, bs_str piece)
{
    bs__named_unit found;
    piece = behind_open(bs_str_trim(piece));
    if (job->named_count == BS__NAMED_UNITS_MAX || !read_piece(&found, job, piece)) return;
    if (!is_named_here(job, found.name)) return;
    job->named[job->named_count++] = found;
}

void bs__table_named_units(bs__table_job *job, bs_str text)
{
    size_t start = 0, before = job->named_count;
    if (text.len > REGION_BYTES_MAX) return;
    for (size_t at = 0, len; at < text.len; at += bs_utf8_decode(text, at).len) {
        if ((len = joint_here(text, at)) == 0) continue;
        take_piece(job, bs_str_slice(text, start, at));
        start = at + len;
    }
    take_piece(job, bs_str_slice(text, start, text.len));
    if (job->named_count == before + 1 && start == 0) job->named_count = before; // a title
}

// "労働力人口 実数", "完全失業者 対前年増減": does a word of a head name people?
static bool names_people(bs_str label)
{
    static const char words[] = "人口|者|人|人数|人員|인구|자|자수|자 수|인원|명";
    bs_str rest = label, word;
    while (bs_str_next(&rest, ' ', &word)) {
        if (bs_list_ends(bs__bare_name(word), words)) return true;
    }
    return false;
}

// "人口：万人、率：％": all people are counted in the only unit that is given for any.
static const bs__named_unit *unit_of_people(const bs__table_job *job, bs_str label)
{
    static const char people[] = "count:人|count:명|count:persons";
    const bs__named_unit *found = NULL;
    for (size_t i = 0; i < job->named_count; i++) {
        if (!bs_list_is(job->named[i].unit, people)) continue;
        if (found != NULL) return NULL;
        found = &job->named[i];
    }
    return found != NULL && names_people(label) ? found : NULL;
}

const bs__named_unit *bs__table_named_unit(const bs__table_job *job, uint32_t row, uint32_t col)
{
    for (size_t i = 0; i < job->named_count; i++) {
        const bs__named_unit *named = &job->named[i];
        if (bears(job->grid.columns[col].label, named->name)) return named;
    }
    for (size_t i = 0; i < job->named_count; i++) {
        const bs__named_unit *named = &job->named[i];
        if (bears(job->rows[row].label, named->name)) return named;
    }
    bs_str label = job->grid.columns[col].label;
    return job->named_count > 0 && !bs__names_rate(label) ? unit_of_people(job, label) : NULL;
}
