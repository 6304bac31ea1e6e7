// SPDX-License-Identifier: GPL-3.0-or-later
// Rows whose label says what they are only behind that of the group that they stand in.
#include "engine/extract/grid_internal.h"
#include "engine/extract/key_map.h"
#include "engine/extract/table_internal.h"
#include "engine/extract/words.h"

// "Stock change", 재고증감, 自然増減: goods or people that have come or gone, and no rate.
static bool names_stock_change(bs_str label)
{
    static const char stocks[] = "tock|nventor|재고|在庫|库存|存货|庫存|自然|社会|자연|사회",
                      changes[] = "hange|증감|増減|增减|增減|변동|変動|变动";
    static const char rates[] = "률|율|率|%|rate";
    return bs_str_has_any(label, stocks) && bs_str_has_any(label, changes) &&
           !bs_list_ends(label, rates);
}

// "増減数", "対前年増減額", "増減額(B-A)": how many more or less, and no rate.
static bool names_number_of_change(bs_str label)
{
    static const char names[] = "増減数|増減額|増減量|増加数|減少数|増加額|減少額|增减额|增减量|"
                                "增减值|增减数|增減值|增減數|增減額|增減量|涨跌额|漲跌額|涨跌值|"
                                "증감액|증감수|증감량";
    return bs_list_ends(bs__bare_name(label), names);
}

bs_measure bs__row_measure(bs_arena *arena, bs_str label, bs_str unit)
{
    bs_words words;
    bool percent = bs_str_equal(unit, BS_STR("%"));
    label = bs_str_slice(label, 0, bs__without_references(label));
    if (!percent && (names_stock_change(label) || names_number_of_change(label)))
        return BS_MEASURE_LEVEL;
    if ((unit.len > 0 && !percent) || !bs_words_find(&words, arena, label)) return BS_MEASURE_LEVEL;
    if (bs_words_in(&words, label, BS_MEANS_GROWTH_RATE)) return BS_MEASURE_GROWTH;
    bs_meaning other = percent ? BS_MEANS_SHARE : BS_MEANS_INDEX_NUMBER;
    if (!bs_words_in(&words, label, other)) return BS_MEASURE_LEVEL;
    return percent ? BS_MEASURE_SHARE : BS_MEASURE_INDEX;
}

bs_str bs__row_behind_rank(bs_str text)
{
    size_t at = 0;
    while (at < text.len && text.ptr[at] >= '0' && text.ptr[at] <= '9')
        at++;
    bs_str rest = bs_str_slice(text, at, text.len);
    return at > 0 && bs_list_starts(rest, "位 |위 ")
               ? bs_str_trim(bs_str_slice(rest, strlen("位"), rest.len))
               : text;
}

// "증감률(%)" below "수출액": the row details the level above it.
bool bs__row_is_detail(const bs__row_info *row)
{
    return row->measure == BS_MEASURE_GROWTH && bs_word_is(row->label, BS_MEANS_GROWTH_RATE);
}

static bs_status put_group_in_front(bs__table_job *job, bs__row_info *info)
{
    bool named =
        info->group.len == 0 || bs_str_equal(info->group, info->label) || bs__row_is_detail(info);
    if (named || info->label.len == 0) return BS_OK;
    info->name = bs_arena_format(job->job->arena, "%.*s %.*s", BS_STR_ARG(info->group),
                                 BS_STR_ARG(info->label));
    return info->name.ptr == NULL ? bs__no_memory(job->job->err) : BS_OK;
}

// Do the rows stand in more than one group?
static bool has_groups(const bs__table_job *job)
{
    const bs__row_info *first = NULL;
    for (uint32_t row = job->grid.header_row_count; row < job->grid.row_count; row++) {
        const bs__row_info *info = &job->rows[row];
        if (!job->grid.rows[row].data || bs__row_is_detail(info)) continue;
        if (first != NULL && !bs_str_equal(first->group, info->group)) return true;
        first = info;
    }
    return false;
}

// "3-month", "10-year" below "Treasury bills": a term without what it is the term of.
static bool names_term(bs_str label)
{
    static const char ends[] = "-month|-week|-year|-day|-months|-years|-weeks|-days|month|months|"
                               "years|year|weeks|week|days|day|개월|년물|个月|年期|か月|ヶ月|年物";
    return label.len > 1 && label.ptr[0] >= '0' && label.ptr[0] <= '9' && label.len < 16 &&
           bs_list_ends(label, ends);
}

// "Basic" below "Earnings per share", "Females" below "Unemployment rate": which of several, and
// not what.
static bool says_which(bs_str label)
{
    static const bs_str words[] = {
        BS_STR_INIT("basic"),    BS_STR_INIT("diluted"),  BS_STR_INIT("male"),
        BS_STR_INIT("males"),    BS_STR_INIT("female"),   BS_STR_INIT("females"),
        BS_STR_INIT("men"),      BS_STR_INIT("women"),    BS_STR_INIT("boys"),
        BS_STR_INIT("girls"),    BS_STR_INIT("urban"),    BS_STR_INIT("rural"),
        BS_STR_INIT("other"),    BS_STR_INIT("others"),   BS_STR_INIT("domestic"),
        BS_STR_INIT("foreign"),  BS_STR_INIT("public"),   BS_STR_INIT("private"),
        BS_STR_INIT("external"), BS_STR_INIT("internal"), BS_STR_INIT("inter-segment"),
        BS_STR_INIT("남"),       BS_STR_INIT("여"),       BS_STR_INIT("남자"),
        BS_STR_INIT("여자"),     BS_STR_INIT("남성"),     BS_STR_INIT("여성"),
        BS_STR_INIT("기타"),     BS_STR_INIT("도시"),     BS_STR_INIT("농촌"),
        BS_STR_INIT("국내"),     BS_STR_INIT("해외"),     BS_STR_INIT("기본"),
        BS_STR_INIT("희석"),     BS_STR_INIT("男"),       BS_STR_INIT("女"),
        BS_STR_INIT("男性"),     BS_STR_INIT("女性"),     BS_STR_INIT("その他"),
        BS_STR_INIT("其他"),     BS_STR_INIT("国内"),     BS_STR_INIT("海外"),
        BS_STR_INIT("城镇"),     BS_STR_INIT("农村"),     BS_STR_INIT("基本"),
        BS_STR_INIT("稀释"),     BS_STR_INIT("公的"),     BS_STR_INIT("民間"),
    };
    for (size_t i = 0; i < BS_COUNT(words); i++) {
        if (bs_str_equal_nocase(label, words[i])) return true;
    }
    return false;
}

// "Seoul: Subtotal", "Exports: Wheat" beside "Imports: Wheat": a subtotal, and a label that stands
// in several groups, says which row it is only with its group.
bs_status bs__table_name_rows(bs__table_job *job, bool group_column)
{
    bs__key_map map;
    bool again = false;
    for (uint32_t row = job->grid.header_row_count; row < job->grid.row_count; row++) {
        const bs__row_info *info = &job->rows[row];
        bool under = info->nested || bs__names_per_share(info->group) ||
                     (group_column && info->group.len > 0);
        bool which = under && says_which(info->label);
        if (job->grid.rows[row].data && (which || names_term(info->label)))
            BS_TRY(put_group_in_front(job, &job->rows[row]));
    }
    if (!has_groups(job)) return BS_OK;
    BS_TRY(bs__key_map_init(&map, job->job->arena, job->grid.row_count, job->job->err));
    for (uint32_t row = job->grid.header_row_count; row < job->grid.row_count; row++) {
        bs__row_info *info = &job->rows[row];
        if (info->label.len == 0 || !job->grid.rows[row].data) continue;
        bool open =
            (group_column && bs_word_is(info->label, BS_MEANS_SUBTOTAL)) || names_term(info->label);
        if (open) BS_TRY(put_group_in_front(job, info));
        size_t known = bs__key_map_get(&map, info->label);
        if (known == SIZE_MAX) {
            BS_TRY(bs__key_map_put(&map, info->label, row, job->job->err));
        } else if (!bs_str_equal(job->rows[known].group, info->group)) {
            BS_TRY(put_group_in_front(job, &job->rows[known]));
            BS_TRY(put_group_in_front(job, info));
            again = true;
        }
    }
    // Where a column of groups tells some rows apart it says of all what they are of.
    for (uint32_t row = job->grid.header_row_count;
         again && group_column && row < job->grid.row_count; row++) {
        bs__row_info *info = &job->rows[row];
        if (job->grid.rows[row].data && bs_str_equal(info->name, info->label))
            BS_TRY(put_group_in_front(job, info));
    }
    return BS_OK;
}
