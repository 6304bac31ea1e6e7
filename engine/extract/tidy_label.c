// SPDX-License-Identifier: GPL-3.0-or-later
// Names the series of a data file: key, label, group, indicator, subject, unit.
#include "engine/base/buffer.h"
#include "engine/base/utf8.h"
#include "engine/extract/grid.h"
#include "engine/extract/tidy_internal.h"
#include "engine/extract/words.h"

enum { KEY_PART_BYTES_MAX = 200 };
enum { TEXT_INDICATOR, TEXT_SUBJECT, TEXT_LABEL, TEXT_KEY };

void bs__tidy_namer_deinit(bs__tidy_namer *namer)
{
    bs__tidy_ids_deinit(&namer->key_ids);
    bs__tidy_ids_deinit(&namer->group_ids);
    for (size_t i = 0; i < BS_COUNT(namer->texts); i++)
        bs_buffer_deinit(&namer->texts[i]);
    bs_arena_deinit(&namer->arena);
}

// --- parts ---------------------------------------------------------------------------------------

static bool is_figures(bs_str text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] < '0' || text.ptr[i] > '9') return false;
    }
    return text.len > 0;
}

// The entity's text of one role, exactly as the cell says it. Figures name no unit: "770" beside
// "Percentage of GDP".
static bs_str exact_part(const bs_tidy *tidy, const bs__tidy_entity *entity, bs__tidy_role role)
{
    for (size_t i = 0; i < tidy->identity_count; i++) {
        bs_str text = entity->parts[i];
        if (tidy->columns[tidy->identity[i]].role != role || text.len == 0) continue;
        if (role != BS__TIDY_UNIT || !is_figures(text)) return text;
    }
    return (bs_str){0};
}

static bs_str part_of(const bs_tidy *tidy, const bs__tidy_entity *entity, bs__tidy_role role)
{
    return bs_str_trim(exact_part(tidy, entity, role));
}

// A name that is a key, to its last blank; several blanks only fill up a column of fixed width.
static bs_str key_part(const bs_tidy *tidy, const bs__tidy_entity *entity)
{
    bs_str name = exact_part(tidy, entity, BS__TIDY_SERIES);
    bool filled = bs_str_ends(name, BS_STR("  "));
    return filled ? bs_str_trim(name) : name;
}

// Codes of SDMX for "not applicable" and "all": they name nothing.
static bool says_nothing(bs_str text)
{
    return text.len == 0 || bs_str_equal(text, BS_STR("_Z")) || bs_str_equal(text, BS_STR("_T")) ||
           bs_str_equal(text, BS_STR("-"));
}

// "NO: Norland" of an SDMX-CSV with labels: what stands behind the code.
static bs_str behind_code(bs_str text)
{
    enum { CODE_BYTES_MAX = 16 };
    size_t colon = bs_str_find(text, BS_STR(": "), 0);
    if (colon == SIZE_MAX || colon == 0 || colon > CODE_BYTES_MAX) return text;
    for (size_t i = 0; i < colon; i++) {
        char c = text.ptr[i];
        bool code = (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
        if (!code) return text;
    }
    bs_str label = bs_str_trim(bs_str_slice(text, colon + 2, text.len));
    return label.len > 0 ? label : text;
}

// Adds the entity's texts of one role to `out`, parted by ", ". Figures alone say nothing: "Age
// 15".
static void add_parts(bs_buffer *out, bs_arena *arena, const bs_tidy *tidy,
                      const bs__tidy_entity *entity, bs__tidy_role role)
{
    bool all = !tidy->codes_needed;
    for (size_t i = 0; i < tidy->identity_count; i++) {
        bs_str text = behind_code(bs_str_trim(entity->parts[i]));
        const bs__tidy_column *column = &tidy->columns[tidy->identity[i]];
        bool wanted = column->role == role && (role != BS__TIDY_CODE || column->needed || all);
        if (!wanted || says_nothing(text)) continue;
        if (tidy->row_is_series) text = bs__without_status(bs__without_note(text));
        text = bs__without_spacing(arena, text);
        if (out->len > 0) bs_buffer_add(out, BS_STR(", "));
        bool named = column->name.len > 0 && role != BS__TIDY_SERIES && is_figures(text);
        if (named) bs_buffer_addf(out, "%.*s ", BS_STR_ARG(column->name));
        bs_buffer_add(out, text);
    }
}

static void add_text(bs_buffer *out, bs_str text)
{
    if (text.len == 0) return;
    if (out->len > 0) bs_buffer_add(out, BS_STR(", "));
    bs_buffer_add(out, text);
}

// What is measured, and of whom: the column of names and the name over the values are the
// indicator; places and the rest are the subject, unless nothing else names the indicator.
static void fill_names(bs__tidy_namer *namer, const bs_tidy *tidy, const bs__tidy_entity *entity,
                       size_t slot)
{
    bs_arena *arena = &namer->arena;
    bs_buffer *indicator = &namer->texts[TEXT_INDICATOR], *subject = &namer->texts[TEXT_SUBJECT];
    add_parts(indicator, arena, tidy, entity, BS__TIDY_SERIES);
    if (indicator->len == 0) add_parts(indicator, arena, tidy, entity, BS__TIDY_LABEL);
    add_text(indicator, tidy->slots[slot].name);
    bool named = indicator->len > 0;
    add_parts(named ? subject : indicator, arena, tidy, entity, BS__TIDY_DIMENSION);
    bool place = indicator->len == 0 && tidy->row_is_series; // a row is called by its place then
    add_parts(place ? indicator : subject, arena, tidy, entity, BS__TIDY_PLACE);
    bool alone = subject->len == 0 && exact_part(tidy, entity, BS__TIDY_SERIES).len == 0 &&
                 entity->label.len == 0;
    // Codes, where nothing else tells who it is, or not enough.
    if (tidy->codes_needed || (alone && (named || indicator->len == 0)))
        add_parts(named ? subject : indicator, arena, tidy, entity, BS__TIDY_CODE);
    if (indicator->len == 0) add_text(indicator, part_of(tidy, entity, BS__TIDY_DATASET));
    if (indicator->len == 0) add_text(indicator, tidy->name);
    if (indicator->len == 0) add_text(indicator, tidy->slots[slot].header);
    if (indicator->len == 0) add_text(indicator, BS_STR("value"));
}

// True when a name of the row is a word of `meaning`: a total or a subtotal.
static bool names_total(const bs_tidy *tidy, const bs__tidy_entity *entity, bs_meaning meaning)
{
    for (size_t i = 0; i < tidy->identity_count; i++) {
        bs__tidy_role role = tidy->columns[tidy->identity[i]].role;
        if (role <= BS__TIDY_PLACE && bs_word_is(entity->parts[i], meaning)) return true;
    }
    return false;
}

static bool is_total(const bs_tidy *tidy, const bs__tidy_entity *entity, size_t slot,
                     bs_meaning meaning)
{
    return bs_word_is(tidy->slots[slot].name, meaning) || names_total(tidy, entity, meaning);
}

// A grand total stands in no group of rows; a column of totals does.
static bs_str group_of(const bs_tidy *tidy, const bs__tidy_entity *entity)
{
    bs_str group = part_of(tidy, entity, BS__TIDY_GROUP);
    if (group.len == 0) group = part_of(tidy, entity, BS__TIDY_TABLE);
    bool grand = !tidy->group_totals && names_total(tidy, entity, BS_MEANS_TOTAL);
    if (group.len == 0 && !grand) group = entity->group;
    return group.len > 0 ? group : tidy->name;
}

// --- unit and measure ----------------------------------------------------------------------------

static bool is_code(bs_str text)
{
    return bs_unit_find(text) != NULL || bs_str_starts(text, BS_STR("count:")) ||
           bs_str_starts(text, BS_STR("dur:")) || bs_str_starts(text, BS_STR("ordinal:"));
}

static void unit_from_text(bs_series *out, bs_tidy *tidy, bs_arena *arena, bs_str text)
{
    bs_unit_text unit;
    bool base = bs_list_ends(text, "=100|= 100|＝100|=100.0"); // 2020=100: an index number
    out->unit = BS_STR("index");
    out->unit_text = text;
    if (base) return;
    size_t colon = bs_str_find(text, BS_STR(": "), 0); // "KRW: Won" of an SDMX-CSV with labels
    out->unit_text = text;
    if (colon != SIZE_MAX && is_code(bs_str_slice(text, 0, colon))) text.len = colon;
    out->unit = text; // a unit that the table does not know keeps its own name
    bs__unit_code known;
    if (bs__unit_code_read(&known, text)) {
        out->unit = known.unit;
        out->unit_power = known.power;
        return;
    }
    if (is_code(text)) return;
    if (bs_list_is(text, "Number|number|NUMBER|Numbers|numbers|No.|Count|Counts|count")) {
        out->unit = BS_STR("1");
        return;
    }
    text = behind_code(text); // "770: Percentage of GDP"
    if (bs_list_is(text, "Index|index|Index number|Index numbers|Index Number|Index Numbers")) {
        out->unit = BS_STR("index");
        return;
    }
    out->unit = text;
    if (bs_list_starts(text, "Percent of |Percentage of |percentage of |percent of |Percent "
                             "change|percent change|% of |%, ")) {
        out->unit = BS_STR("%");
        return;
    }
    if (!bs_scan_unit(&unit, arena, text, tidy->lang)) return;
    if (unit.start > 0 || unit.end < text.len) return;
    out->unit = unit.unit;
    out->unit_power = unit.power;
}

// "수출액(억원)" in the name of a row: the unit, and the name without it where the name is no key.
static bool unit_from_name(bs_series *out, bs_tidy *tidy, bs_arena *arena)
{
    bs_unit_text unit;
    bs_str name = out->indicator;
    if (!bs_scan_unit(&unit, arena, name, tidy->lang) || unit.start == 0) return false;
    out->unit = unit.unit;
    out->unit_power = unit.power;
    out->unit_text = bs_str_slice(name, unit.start, unit.end);
    if (tidy->row_is_series && unit.end == name.len && !unit.more)
        out->indicator = bs_str_trim(bs_str_slice(name, 0, unit.start));
    return true;
}

// "Trust in courts (%)" over columns of answers.
static bool unit_from_subject(bs_series *out, const bs_tidy *tidy, bs__tidy_namer *namer)
{
    bs_unit_text unit;
    bs_str name = out->subject;
    bool bracket = bs_str_ends(name, BS_STR(")")) || bs_str_ends(name, BS_STR("）"));
    if (!bracket || !bs_scan_unit(&unit, &namer->arena, name, tidy->lang)) return false;
    if (unit.start == 0 || unit.end < name.len || unit.more) return false;
    out->unit = unit.unit;
    out->unit_power = unit.power;
    out->unit_text = bs_str_slice(name, unit.start, unit.end);
    return true;
}

// "Year-on-year % change", and no "50% owned".
static bool holds_percent(bs_str name)
{
    size_t at = bs_str_find(name, BS_STR("%"), 0);
    return at != SIZE_MAX && (at == 0 || name.ptr[at - 1] < '0' || name.ptr[at - 1] > '9');
}

// "金额" beside "数量": where a title says in which money amounts are, the units of the rows are
// those of the quantities.
static bool is_amount_of_title(const bs_tidy *tidy, size_t slot)
{
    static const char amounts[] = "金额|金額|금액|価額|价值|價值|Value|value";
    if (bs_unit_dimension(tidy->unit.unit) != BS_DIM_MONEY) return false;
    bs_str name = tidy->slots[slot].name;
    return bs_list_ends(name, amounts) || bs_list_starts(name, amounts);
}

// From the column of units, the header, the name of the row, the title, in that order; but what a
// row says of itself goes before what stands below the times of all rows.
static void fill_unit(bs_series *out, bs_tidy *tidy, bs__tidy_namer *namer,
                      const bs__tidy_entity *entity, size_t slot)
{
    bs_str stated = part_of(tidy, entity, BS__TIDY_UNIT);
    if (says_nothing(stated) || is_amount_of_title(tidy, slot)) stated = (bs_str){0};
    const bs__tidy_slot *from = &tidy->slots[slot];
    out->unit = BS_STR("1");
    // A column of rates is in no unit of the levels beside it.
    bool rate = bs_str_equal(from->unit.unit, BS_STR("%"));
    bool of_all = tidy->row_is_series && from->name.len == 0 && from->unit.unit.len > 0;
    bool own = of_all && stated.len == 0 &&
               (unit_from_name(out, tidy, &namer->arena) || unit_from_subject(out, tidy, namer));
    if (stated.len > 0 && !rate) {
        unit_from_text(out, tidy, &namer->arena, stated);
        bs_dimension dimension = bs_unit_dimension(out->unit);
        bool percent = dimension == BS_DIM_PERCENT || dimension == BS_DIM_POINT;
        if (!percent && bs__tidy_is_rate(tidy, entity)) {
            out->unit = BS_STR("%");
            out->unit_text = (bs_str){0};
            out->unit_power = 0;
        }
    } else if (from->unit.unit.len > 0 && !own) {
        out->unit = from->unit.unit;
        out->unit_power = from->unit.power;
        out->unit_text = from->unit_text;
    } else if (!own && !unit_from_name(out, tidy, &namer->arena) &&
               !unit_from_subject(out, tidy, namer)) {
        bs__tidy_unit_of_title(out, tidy, slot);
        bool bare = bs_str_equal(out->unit, BS_STR("1")) && out->unit_power == 0;
        bool sign = holds_percent(out->indicator);
        if (bare && sign) out->unit = BS_STR("%");
    }
    int power;
    if (bs__tidy_power(tidy, part_of(tidy, entity, BS__TIDY_POWER), &power))
        out->unit_power += power;
}

static bs_measure measure_named(bs_str kind)
{
    for (int i = 0; i < BS_MEASURE_KIND_COUNT; i++) {
        if (bs_str_equal_nocase(kind, bs_str_from(bs_measure_name((bs_measure)i))))
            return (bs_measure)i;
    }
    return BS_MEASURE_KIND_COUNT;
}

bs_measure bs__tidy_measure(const bs_series *series, bs_str kind)
{
    bs_measure named = measure_named(kind);
    if (named != BS_MEASURE_KIND_COUNT) return named;
    bool percent = bs_str_equal(series->unit, BS_STR("%"));
    bool bare = bs_str_equal(series->unit, BS_STR("1"));
    if ((percent || bare) && bs_word_in(series->indicator, BS_MEANS_GROWTH_RATE))
        return BS_MEASURE_GROWTH;
    if (percent && bs_word_in(series->indicator, BS_MEANS_SHARE)) return BS_MEASURE_SHARE;
    if (bare && bs_word_is(series->indicator, BS_MEANS_RANK_HEADER)) return BS_MEASURE_RANK;
    if (bare && bs_word_in(series->indicator, BS_MEANS_INDEX_NUMBER)) return BS_MEASURE_INDEX;
    return bs_unit_dimension(series->unit) == BS_DIM_COUNT_OF ? BS_MEASURE_COUNT_OF
                                                              : BS_MEASURE_LEVEL;
}

// --- keys ----------------------------------------------------------------------------------------

static bool is_key_blank(uint32_t code)
{
    return bs_rune_is_space(code) || code < 0x20 || code == '/' || code == '@' || code == '~' ||
           code == '*' || code == '`';
}

// One part of a key: blanks and the key's own marks become one "-".
static void add_key_part(bs_buffer *out, bs_str text)
{
    size_t start = out->len;
    bool gap = false;
    for (size_t at = 0; at < text.len && out->len - start < KEY_PART_BYTES_MAX;) {
        bs_rune rune = bs_utf8_decode(text, at);
        bool blank = is_key_blank(rune.code);
        if (!blank && gap && out->len > start) bs_buffer_add_char(out, '-');
        if (!blank) bs_buffer_add(out, bs_str_slice(text, at, at + rune.len));
        gap = blank;
        at += rune.len;
    }
}

// A file with a column of series names has named them itself: the name is the key.
static bool name_is_key(const bs_tidy *tidy, const bs__tidy_entity *entity, bs_str indicator,
                        bs_str subject)
{
    bs_str name = part_of(tidy, entity, BS__TIDY_SERIES);
    if (tidy->row_is_series || name.len == 0) return false;
    return tidy->label_column != SIZE_MAX || (subject.len == 0 && bs_str_equal(name, indicator));
}

static void write_key(bs_buffer *key, const bs_tidy *tidy, const bs__tidy_entity *entity,
                      const bs_series *series)
{
    if (name_is_key(tidy, entity, series->indicator, series->subject)) {
        bs_buffer_add(key, key_part(tidy, entity));
        return;
    }
    if (series->group.len > 0) {
        add_key_part(key, series->group);
        bs_buffer_add_char(key, '/');
    }
    add_key_part(key, series->indicator);
    if (series->subject.len == 0) return;
    bs_buffer_add_char(key, '@');
    add_key_part(key, series->subject);
}

static bs__tidy_key *key_find(const bs__tidy_namer *namer, bs_str text)
{
    bs_hash hash = bs_hash_of(text);
    uint32_t id;
    for (size_t probe = SIZE_MAX;
         bs__tidy_ids_next(&namer->key_ids, (uint32_t)hash.low, &probe, &id);) {
        if (bs_hash_equal(namer->keys.items[id].hash, hash)) return &namer->keys.items[id];
    }
    return NULL;
}

static void key_end(bs__tidy_namer *namer, bs_buffer *key, size_t len)
{
    key->len = len;
    if (namer->suffix > 0) bs_buffer_addf(key, "~%u", namer->suffix);
}

// Where two series of a file claim the same key, the later one gets "~2". The first one counts, so
// that a hundred thousand rows of one name do not try a hundred thousand keys each. Keys are known
// by their hash of 128 bits: a file may have millions.
static bs_status key_settle(bs__tidy_namer *namer, bs_buffer *key, bs_error *err)
{
    size_t len = key->len;
    if (!namer->repeat) namer->suffix = 0;
    key_end(namer, key, len);
    if (namer->repeat) return bs_buffer_status(key, err);
    bs__tidy_key *first = key_find(namer, bs_buffer_str(key));
    while (first != NULL && key_find(namer, bs_buffer_str(key)) != NULL) {
        namer->suffix = ++first->copies + 1;
        key_end(namer, key, len);
        BS_TRY(bs_buffer_status(key, err));
    }
    bs__tidy_key *kept = BS_PUSH(&namer->arena, &namer->keys);
    if (kept == NULL) return bs__tidy_no_memory(err);
    kept->hash = bs_hash_of(bs_buffer_str(key));
    return bs__tidy_ids_add(&namer->key_ids, (uint32_t)kept->hash.low,
                            (uint32_t)namer->keys.count - 1, err);
}

// --- groups --------------------------------------------------------------------------------------

// The number of the group in the order of the file, from 1, and the place of the next series in it.
static bs_status group_number(bs__tidy_namer *namer, bs_str name, uint32_t *number, uint32_t *order,
                              bs_error *err)
{
    uint32_t hash = bs__tidy_hash(0, name);
    uint32_t id;
    for (size_t probe = SIZE_MAX; bs__tidy_ids_next(&namer->group_ids, hash, &probe, &id);) {
        bs__tidy_group *group = &namer->groups.items[id];
        if (!bs_str_equal(group->name, name)) continue;
        *number = id + 1;
        *order = namer->repeat ? namer->order : ++group->count;
        return BS_OK;
    }
    id = (uint32_t)namer->groups.count;
    BS_TRY(bs__tidy_ids_add(&namer->group_ids, hash, id, err));
    bs__tidy_group *group = BS_PUSH(&namer->arena, &namer->groups);
    if (group == NULL) return bs__tidy_no_memory(err);
    *group = (bs__tidy_group){bs_arena_str(&namer->arena, name), 1};
    if (group->name.ptr == NULL) return bs__tidy_no_memory(err);
    *number = id + 1;
    *order = 1;
    return BS_OK;
}

static bool has_role(const bs_tidy *tidy, bs__tidy_role role)
{
    for (size_t i = 0; i < tidy->width; i++) {
        if (tidy->columns[i].role == role) return true;
    }
    return false;
}

// "<group>/<indicator>@<subject>" of a file that was written here: its key says group and
// indicator.
static void split_key(bs_series *out, const bs_tidy *tidy, const bs__tidy_entity *entity)
{
    bs_str key = part_of(tidy, entity, BS__TIDY_SERIES);
    size_t slash = bs_str_find(key, BS_STR("/"), 0);
    if (tidy->label_column == SIZE_MAX || slash == SIZE_MAX || !bs_str_equal(out->indicator, key))
        return;
    size_t at = bs_str_find(key, BS_STR("@"), slash);
    out->group = bs_str_slice(key, 0, slash);
    out->indicator = bs_str_slice(key, slash + 1, at == SIZE_MAX ? key.len : at);
}

static void write_label(bs_buffer *label, const bs_tidy *tidy, const bs__tidy_entity *entity,
                        const bs_series *series)
{
    bool named = name_is_key(tidy, entity, series->indicator, series->subject);
    if (entity->label.len > 0 || named) {
        bs_str name = key_part(tidy, entity);
        bs_buffer_add(label, entity->label.len > 0 ? entity->label : name);
        return;
    }
    add_text(label, series->subject);
    add_text(label, series->indicator);
}

bs_status bs__tidy_name(bs_series *out, bs_tidy *tidy, bs__tidy_namer *namer,
                        const bs__tidy_entity *entity, size_t slot, bs_error *err)
{
    bs_buffer *texts = namer->texts;
    for (size_t i = 0; i < BS_COUNT(namer->texts); i++)
        bs_buffer_clear(&texts[i]);
    fill_names(namer, tidy, entity, slot);
    out->indicator = bs_buffer_str(&texts[TEXT_INDICATOR]);
    out->subject = bs_buffer_str(&texts[TEXT_SUBJECT]);
    out->group = group_of(tidy, entity);
    bool unnamed = tidy->slots[slot].name.len == 0; // so that the title names both
    if (unnamed && bs_str_equal(out->group, out->indicator)) out->group = (bs_str){0};
    fill_unit(out, tidy, namer, entity, slot);
    bool settled;
    bs__money_print printed = {.text = out->unit_text, .in_table = true};
    if (tidy->place_money.code.len > 0)
        BS_TRY(bs__settle_money(&out->unit, &settled, &tidy->place_money, &namer->arena, printed,
                                err));
    out->cross_section = tidy->cross_section;
    out->total = entity->total;
    if (tidy->total_column == SIZE_MAX) // else the file says which rows are totals
        out->total = is_total(tidy, entity, slot, BS_MEANS_TOTAL) ||
                     is_total(tidy, entity, slot, BS_MEANS_SUBTOTAL);
    write_label(&texts[TEXT_LABEL], tidy, entity, out);
    out->label = bs_buffer_str(&texts[TEXT_LABEL]);
    write_key(&texts[TEXT_KEY], tidy, entity, out);
    BS_TRY(key_settle(namer, &texts[TEXT_KEY], err));
    out->key = bs_buffer_str(&texts[TEXT_KEY]);
    split_key(out, tidy, entity);
    bool grouped = entity->group.len > 0 && bs_str_equal(out->group, entity->group);
    if (grouped && out->subject.len == 0) out->subject = out->group;
    BS_TRY(group_number(namer, out->group, &out->table, &out->order, err));
    namer->order = out->order;
    if (!has_role(tidy, BS__TIDY_TABLE)) out->table = 1;
    for (size_t i = 0; i < BS_COUNT(namer->texts); i++)
        BS_TRY(bs_buffer_status(&texts[i], err));
    return BS_OK;
}
