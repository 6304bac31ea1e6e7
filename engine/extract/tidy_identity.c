// SPDX-License-Identifier: GPL-3.0-or-later
// Finds out which columns tell the series of a data file apart.
#include "engine/extract/tidy_internal.h"
#include "engine/extract/words.h"

static bool is_identity(bs__tidy_role role)
{
    return role >= BS__TIDY_SERIES && role <= BS__TIDY_DATASET;
}

// Behind OBS_VALUE, an SDMX-CSV has attributes: but for units, they do not tell series apart.
static void drop_attributes(bs_tidy *tidy)
{
    size_t value = bs__tidy_column_with(tidy, BS__TIDY_VALUE);
    bool sdmx = bs__tidy_column_with(tidy, BS__TIDY_DATASET) != SIZE_MAX;
    if (!sdmx || value == SIZE_MAX) return;
    for (size_t i = value + 1; i < tidy->width; i++) {
        bs__tidy_role role = tidy->columns[i].role;
        bool names = role == BS__TIDY_UNKNOWN || (role >= BS__TIDY_SERIES && role < BS__TIDY_UNIT);
        if (names) tidy->columns[i].role = BS__TIDY_IGNORED;
    }
}

// "tests_units" beside "new_tests".
static bool is_unit_of_another(const bs_tidy *tidy, size_t index)
{
    static const bs_str ends[] = {BS_STR_INIT("_units"), BS_STR_INIT("_unit"),
                                  BS_STR_INIT("_Unit"),  BS_STR_INIT(" Units"),
                                  BS_STR_INIT(" Unit"),  BS_STR_INIT(" unit")};
    bs_str name = tidy->columns[index].name, stem = {0};
    for (size_t i = 0; i < BS_COUNT(ends) && stem.len == 0; i++) {
        if (bs_str_ends(name, ends[i])) stem = bs_str_slice(name, 0, name.len - ends[i].len);
    }
    for (size_t i = 0; i < tidy->width && stem.len > 0; i++) {
        if (i != index && bs_str_find(tidy->columns[i].name, stem, 0) != SIZE_MAX) return true;
    }
    return false;
}

// That, and "CV (%)": what is said of another column's numbers tells no rows apart.
static bool is_said_of_numbers(const bs_tidy *tidy, size_t index, const bs__tidy_facts *contents)
{
    bool percent = bs_str_equal(tidy->columns[index].unit.unit, BS_STR("%"));
    return is_unit_of_another(tidy, index) ||
           (percent && contents->numbers > 0 && contents->words == 0);
}

static void mark_dimensions(bs_tidy *tidy, const bs__tidy_facts *contents)
{
    for (size_t i = 0; i < tidy->width; i++) {
        bs__tidy_column *column = &tidy->columns[i];
        bool dated = bs__tidy_is_time_role(column->role) && !bs__tidy_in_period(tidy, i);
        if (dated)
            column->role = contents[i].numbers > 0 || contents[i].wholes > 0 ? BS__TIDY_IGNORED
                                                                             : BS__TIDY_DIMENSION;
        bool open = column->role == BS__TIDY_UNKNOWN || column->role == BS__TIDY_AMOUNT;
        if (!open || bs__tidy_in_period(tidy, i)) continue;
        bool number = contents[i].numbers > 0 && contents[i].words == 0;
        bool measure = number && (contents[i].decimals > 0 || tidy->row_is_series ||
                                  bs__tidy_is_row_number(column, i, &contents[i]));
        bool nothing = contents[i].filled == 0 || is_said_of_numbers(tidy, i, &contents[i]);
        column->unread = number && tidy->row_is_series && contents[i].filled > 0 &&
                         column->name.len > 0 && !bs__tidy_is_row_number(column, i, &contents[i]);
        column->role = measure || nothing ? BS__TIDY_IGNORED : BS__TIDY_DIMENSION;
    }
}

static bool same_cell(const bs_tidy *tidy, size_t a, size_t b, size_t column)
{
    return bs_str_equal(bs__tidy_cell(tidy, a, column), bs__tidy_cell(tidy, b, column));
}

static bool is_word_mark(char c)
{
    return c == '_' || c == ' ' || c == '-' || c == '.';
}

bool bs__tidy_is_code_of(bs_str code, bs_str name)
{
    static const bs_str ids[] = {BS_STR_INIT("_ID"), BS_STR_INIT("_CD"), BS_STR_INIT("_CODE"),
                                 BS_STR_INIT("코드"), BS_STR_INIT("コード")};
    static const bs_str ends[] = {BS_STR_INIT("NM"),   BS_STR_INIT("NAME"),  BS_STR_INIT("LABEL"),
                                  BS_STR_INIT("DESC"), BS_STR_INIT("TITLE"), BS_STR_INIT("명"),
                                  BS_STR_INIT("名"),   BS_STR_INIT("名称")};
    bs_str base = code;
    for (size_t i = 0; i < BS_COUNT(ids); i++) {
        size_t cut = code.len > ids[i].len ? code.len - ids[i].len : 0;
        if (cut > 0 && bs_str_equal_nocase(bs_str_slice(code, cut, code.len), ids[i]))
            base = bs_str_slice(code, 0, cut);
    }
    if (base.len == 0 || name.len <= base.len) return false;
    if (!bs_str_equal_nocase(bs_str_slice(name, 0, base.len), base)) return false;
    bs_str rest = bs_str_slice(name, base.len, name.len);
    while (rest.len > 0 && is_word_mark(rest.ptr[0]))
        rest = bs_str_slice(rest, 1, rest.len);
    for (size_t i = 0; i < BS_COUNT(ends); i++) {
        if (bs_str_equal_nocase(rest, ends[i])) return true;
    }
    return false;
}

static bool is_code_text(bs_str text)
{
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (!((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_')) return false;
    }
    return text.len > 0;
}

static bool has_small_letter(bs_str text)
{
    for (size_t i = 0; i < text.len; i++) {
        if ((text.ptr[i] >= 'a' && text.ptr[i] <= 'z') || (unsigned char)text.ptr[i] >= 0x80)
            return true;
    }
    return false;
}

// "NOL" beside "Norland", "SUD" beside "Sudland": two columns that change together in the first
// rows, one in codes and one in words.
static bool stands_for(const bs_tidy *tidy, size_t code, size_t name)
{
    size_t changes = 0;
    for (size_t row = tidy->header_count; row < tidy->sample_count; row++) {
        if (!is_code_text(bs__tidy_cell(tidy, row, code))) return false;
        if (!has_small_letter(bs__tidy_cell(tidy, row, name))) return false;
        for (size_t other = tidy->header_count; other < row; other++) {
            bool same = same_cell(tidy, row, other, code);
            if (same != same_cell(tidy, row, other, name)) return false;
            changes += !same;
        }
    }
    return changes > 0;
}

// Codes beside their names tell series apart, and name none.
static void mark_codes(bs_tidy *tidy)
{
    for (size_t i = 0; i < tidy->width; i++) {
        bs__tidy_role role = tidy->columns[i].role;
        bool names = role == BS__TIDY_UNKNOWN || role == BS__TIDY_SERIES || role == BS__TIDY_PLACE;
        for (size_t k = 0; k < tidy->width && names; k++) {
            if (k == i || tidy->columns[k].timed) continue;
            if (bs__tidy_is_code_of(tidy->columns[i].name, tidy->columns[k].name))
                tidy->columns[i].role = BS__TIDY_CODE;
        }
        bs__tidy_role next = i + 1 < tidy->width ? tidy->columns[i + 1].role : BS__TIDY_IGNORED;
        bool words = next == BS__TIDY_UNKNOWN || next == BS__TIDY_SERIES || next == BS__TIDY_PLACE;
        if (names && words && stands_for(tidy, i, i + 1)) tidy->columns[i].role = BS__TIDY_CODE;
    }
}

// The first words of a table without a name for them are the names of its series:
// "country,2020,2021" and ",2020,2021".
static void name_the_rows(bs_tidy *tidy, const bs__tidy_facts *contents)
{
    size_t series = bs__tidy_column_with(tidy, BS__TIDY_SERIES);
    size_t label = bs__tidy_column_with(tidy, BS__TIDY_LABEL);
    if (tidy->row_is_series && series == SIZE_MAX && label != SIZE_MAX) {
        tidy->columns[label].role = BS__TIDY_SERIES;
        return;
    }
    for (size_t i = 0; i < tidy->width && series == SIZE_MAX; i++) {
        bool words = contents[i].filled > 0 && tidy->columns[i].role == BS__TIDY_DIMENSION;
        if (words && tidy->columns[i].name.len == 0) tidy->columns[i].role = BS__TIDY_SERIES;
        if (words) return;
    }
}

// --- remarks -------------------------------------------------------------------------------------

enum { DOUBTFUL_COUNT_MAX = 32 };

// True when two rows of the sample speak of the same series, as all columns but `without` have it.
static bool same_series(const bs_tidy *tidy, size_t a, size_t b, size_t without)
{
    for (size_t i = 0; i < tidy->width; i++) {
        bs__tidy_role role = tidy->columns[i].role;
        if (is_identity(role) && i != without && !same_cell(tidy, a, b, i)) return false;
    }
    return true;
}

static bool same_period(const bs_tidy *tidy, size_t a, size_t b)
{
    for (size_t i = 0; i < tidy->width; i++) {
        if (bs__tidy_in_period(tidy, i) && !same_cell(tidy, a, b, i)) return false;
    }
    return true;
}

// A column is a remark when it changes along a series that the other columns make, and is not
// needed to tell two values of one period apart.
static bool is_remark(const bs_tidy *tidy, size_t column)
{
    size_t changes = 0;
    for (size_t a = tidy->header_count; a < tidy->sample_count; a++) {
        for (size_t b = a + 1; b < tidy->sample_count; b++) {
            if (!same_series(tidy, a, b, column)) continue;
            if (same_period(tidy, a, b)) return false;
            changes += b == a + 1 && !same_cell(tidy, a, b, column);
        }
    }
    return changes > 0;
}

static void drop_remarks(bs_tidy *tidy)
{
    size_t doubtful = 0;
    for (size_t i = 0; i < tidy->width; i++)
        doubtful +=
            tidy->columns[i].role == BS__TIDY_DIMENSION || tidy->columns[i].role == BS__TIDY_CODE;
    if (tidy->row_is_series || doubtful > DOUBTFUL_COUNT_MAX) return;
    for (size_t i = tidy->width; i > 0; i--) { // remarks mostly stand last
        bs__tidy_column *column = &tidy->columns[i - 1];
        bool open = column->role == BS__TIDY_DIMENSION || column->role == BS__TIDY_CODE;
        if (open && is_remark(tidy, i - 1)) column->role = BS__TIDY_IGNORED;
    }
}

// "Source,2022,2023" over "Coal", "Solar": where no other column names the rows, one whose name
// would head remarks does.
static void restore_names(bs_tidy *tidy, const bs__tidy_facts *contents)
{
    if (!tidy->row_is_series) return;
    size_t named = 0, group = SIZE_MAX;
    for (size_t i = 0; i < tidy->width; i++) {
        named += is_identity(tidy->columns[i].role) && tidy->columns[i].role != BS__TIDY_UNIT;
        if (tidy->columns[i].role == BS__TIDY_GROUP) group = i;
    }
    // "Category" over the only names there are.
    if (named == 1 && group != SIZE_MAX) tidy->columns[group].role = BS__TIDY_SERIES;
    if (named > 0) return;
    for (size_t i = 0; i < tidy->width; i++) {
        bool words = contents[i].words > 0 && contents[i].words == contents[i].filled;
        if (!words || tidy->columns[i].role != BS__TIDY_IGNORED) continue;
        tidy->columns[i].role = BS__TIDY_SERIES;
        return;
    }
}

// Whether rows of one time are told apart by this column of codes and by nothing else but other
// codes.
static bool is_needed(const bs_tidy *tidy, size_t column)
{
    for (size_t a = tidy->header_count; a < tidy->sample_count; a++) {
        for (size_t b = tidy->header_count; b < a; b++) {
            if (same_cell(tidy, a, b, column)) continue;
            if (!tidy->row_is_series && !same_period(tidy, a, b)) continue;
            bool same = true;
            for (size_t i = 0; i < tidy->width && same; i++) {
                bs__tidy_role role = tidy->columns[i].role;
                same = !is_identity(role) || role == BS__TIDY_CODE || same_cell(tidy, a, b, i);
            }
            if (same) return true;
        }
    }
    return false;
}

// "Household 1001" where persons 1 and 2 are in each. The names of a file with keys are enough.
static void find_needed_codes(bs_tidy *tidy)
{
    size_t codes = 0;
    for (size_t i = 0; i < tidy->width; i++)
        codes += tidy->columns[i].role == BS__TIDY_CODE;
    bool keyed = bs__tidy_column_with(tidy, BS__TIDY_SERIES) != SIZE_MAX && !tidy->row_is_series;
    if (codes == 0 || codes > DOUBTFUL_COUNT_MAX || keyed) return;
    for (size_t i = 0; i < tidy->width; i++) {
        bs__tidy_column *column = &tidy->columns[i];
        column->needed = column->role == BS__TIDY_CODE && is_needed(tidy, i);
        tidy->codes_needed = tidy->codes_needed || column->needed;
    }
}

static bs_status collect_identity(bs_tidy *tidy, bs_error *err)
{
    tidy->identity = BS_NEW_ARRAY(&tidy->arena, size_t, tidy->width);
    if (tidy->identity == NULL) return bs__tidy_no_memory(err);
    for (size_t i = 0; i < tidy->width; i++) {
        if (is_identity(tidy->columns[i].role)) tidy->identity[tidy->identity_count++] = i;
    }
    tidy->frequency_column = bs__tidy_column_with(tidy, BS__TIDY_FREQUENCY);
    tidy->label_column = bs__tidy_column_with(tidy, BS__TIDY_LABEL);
    tidy->total_column = bs__tidy_column_with(tidy, BS__TIDY_TOTAL);
    tidy->kind_column = bs__tidy_column_with(tidy, BS__TIDY_KIND);
    tidy->status_column = bs__tidy_column_with(tidy, BS__TIDY_STATUS);
    tidy->vintage_column = bs__tidy_column_with(tidy, BS__TIDY_VINTAGE);
    tidy->action_column = bs__tidy_column_with(tidy, BS__TIDY_ACTION);
    return BS_OK;
}

bs_status bs__tidy_identity(bs_tidy *tidy, const bs__tidy_facts *contents, bs_error *err)
{
    drop_attributes(tidy);
    mark_codes(tidy);
    mark_dimensions(tidy, contents);
    drop_remarks(tidy);
    name_the_rows(tidy, contents);
    restore_names(tidy, contents);
    find_needed_codes(tidy);
    return collect_identity(tidy, err);
}
