// SPDX-License-Identifier: GPL-3.0-or-later
// Takes the rows of a data file: the first ones are kept for the plan, the rest become records.
#include <stdlib.h>

#include "engine/extract/tidy_internal.h"
#include "engine/extract/words.h"

bs_status bs_tidy_new(bs_tidy **out, bs_source *source, const bs_tidy_options *options,
                      bs_error *err)
{
    bs_tidy *tidy = calloc(1, sizeof *tidy);
    if (tidy == NULL) return bs__tidy_no_memory(err);
    tidy->source = source;
    tidy->options = options ? *options : (bs_tidy_options)BS_TIDY_OPTIONS_INIT;
    tidy->last_entity = UINT32_MAX;
    tidy->last_period = UINT32_MAX;
    *out = tidy;
    return BS_OK;
}

void bs_tidy_free(bs_tidy *tidy)
{
    if (tidy == NULL) return;
    for (bs__tidy_block *block = tidy->blocks; block != NULL;) {
        bs__tidy_block *next = block->next;
        free(block);
        block = next;
    }
    bs__tidy_ids_deinit(&tidy->entity_ids);
    bs__tidy_ids_deinit(&tidy->period_ids);
    bs__tidy_ids_deinit(&tidy->word_ids);
    bs_arena_deinit(&tidy->arena);
    free(tidy);
}

// A text that outlives the row: itself when it is in the source, else a copy.
static bs_status text_keep(bs_tidy *tidy, bs_str *out, bs_str text, bs_error *err)
{
    const char *start = tidy->source->text.ptr;
    bool lasts = text.len == 0 || (text.ptr >= start && text.ptr < start + tidy->source->text.len);
    *out = lasts ? text : bs_arena_str(&tidy->arena, text);
    return out->ptr == NULL && text.len > 0 ? bs__tidy_no_memory(err) : BS_OK;
}

// --- words of statuses and vintages --------------------------------------------------------------

// The id of a word plus one, 0 for no word.
static bs_status word_id(bs_tidy *tidy, bs_str word, uint32_t *out, bs_error *err)
{
    *out = 0;
    if (word.len == 0) return BS_OK;
    uint32_t hash = bs__tidy_hash(0, word);
    uint32_t id;
    for (size_t probe = SIZE_MAX; bs__tidy_ids_next(&tidy->word_ids, hash, &probe, &id);) {
        if (!bs_str_equal(tidy->words.items[id], word)) continue;
        *out = id + 1;
        return BS_OK;
    }
    id = (uint32_t)tidy->words.count;
    BS_TRY(bs__tidy_ids_add(&tidy->word_ids, hash, id, err));
    bs_str *kept = BS_PUSH(&tidy->arena, &tidy->words);
    if (kept == NULL) return bs__tidy_no_memory(err);
    BS_TRY(text_keep(tidy, kept, word, err));
    *out = id + 1;
    return BS_OK;
}

// --- entities ------------------------------------------------------------------------------------

// Without ASCII blanks: what tells names apart.
static bs_str trim_blanks(bs_str text)
{
    while (text.len > 0 && text.ptr[text.len - 1] == ' ')
        text.len--;
    while (text.len > 0 && text.ptr[0] == ' ')
        text = (bs_str){text.ptr + 1, text.len - 1};
    return text;
}

static bs_str field_text(const bs_row *row, size_t column)
{
    return column == SIZE_MAX ? (bs_str){0} : trim_blanks(row->fields[column].text);
}

static bool entity_is(const bs_tidy *tidy, uint32_t id, const bs_row *row)
{
    const bs_str *parts = tidy->entities.items[id].parts;
    for (size_t i = tidy->identity_count; i > 0; i--) {
        bs_str part = trim_blanks(parts[i - 1]);
        if (!bs_str_equal(part, field_text(row, tidy->identity[i - 1]))) return false;
    }
    return true;
}

// In a table with a row a series, a cell that was merged over several rows is empty in all but the
// first: it is filled from the row above, as long as a cell to the right of it says something.
static bs_status parts_fill(bs_tidy *tidy, bs_str *parts, const bs_row *row, bs_error *err)
{
    size_t last = 0;
    for (size_t i = 0; i < tidy->identity_count; i++) {
        BS_TRY(text_keep(tidy, &parts[i], row->fields[tidy->identity[i]].text, err));
        if (trim_blanks(parts[i]).len == 0) parts[i].len = 0;
        if (parts[i].len > 0) last = i;
    }
    bool same = true; // as the row above, so far
    for (size_t i = 0; tidy->row_is_series && tidy->last_parts != NULL && i < last && same; i++) {
        bs__tidy_role role = tidy->columns[tidy->identity[i]].role;
        bool names = role <= BS__TIDY_GROUP;
        if (names && parts[i].len == 0) parts[i] = tidy->last_parts[i];
        same = bs_str_equal(parts[i], tidy->last_parts[i]);
    }
    return BS_OK;
}

static bool is_total_row(const bs_tidy *tidy, const bs_str *parts)
{
    for (size_t i = 0; i < tidy->identity_count; i++) {
        if (bs_word_is(parts[i], BS_MEANS_TOTAL)) return true;
    }
    return false;
}

// The first total below the head of a group is that of the group; the next one is of all groups.
static bs_str group_of_row(bs_tidy *tidy, const bs_str *parts)
{
    if (!tidy->group_totals || !is_total_row(tidy, parts)) return tidy->group;
    bool grand = tidy->group_closed;
    tidy->group_closed = true;
    return grand ? (bs_str){0} : tidy->group;
}

static bs_status entity_make(bs_tidy *tidy, const bs_row *row, bs_error *err)
{
    bs_str *parts = BS_NEW_ARRAY(&tidy->arena, bs_str, tidy->identity_count);
    bs__tidy_entity *entity = BS_PUSH(&tidy->arena, &tidy->entities);
    if (parts == NULL || entity == NULL) return bs__tidy_no_memory(err);
    BS_TRY(parts_fill(tidy, parts, row, err));
    entity->parts = parts;
    entity->group = group_of_row(tidy, parts);
    BS_TRY(text_keep(tidy, &entity->label, field_text(row, tidy->label_column), err));
    BS_TRY(text_keep(tidy, &entity->kind, field_text(row, tidy->kind_column), err));
    entity->total = bs_str_equal_nocase(field_text(row, tidy->total_column), BS_STR("total"));
    tidy->last_parts = parts;
    tidy->last_entity = (uint32_t)tidy->entities.count - 1;
    return BS_OK;
}

// Sets tidy->last_entity to what the row belongs to.
static bs_status entity_find(bs_tidy *tidy, const bs_row *row, bs_error *err)
{
    if (tidy->row_is_series) return entity_make(tidy, row, err);
    if (tidy->last_entity != UINT32_MAX && entity_is(tidy, tidy->last_entity, row)) return BS_OK;
    uint32_t hash = 0;
    for (size_t i = 0; i < tidy->identity_count; i++)
        hash = bs__tidy_hash(hash, field_text(row, tidy->identity[i]));
    uint32_t id;
    for (size_t probe = SIZE_MAX; bs__tidy_ids_next(&tidy->entity_ids, hash, &probe, &id);) {
        if (!entity_is(tidy, id, row)) continue;
        tidy->last_entity = id;
        return BS_OK;
    }
    BS_TRY(bs__tidy_ids_add(&tidy->entity_ids, hash, (uint32_t)tidy->entities.count, err));
    return entity_make(tidy, row, err);
}

// --- periods of a row ----------------------------------------------------------------------------

// From the first to the last cell of a period when they stand side by side, else the first cell.
static bs_str shown_together(const bs_field *first, const bs_field *last)
{
    if (last < first) return first->place;
    return (bs_str){first->place.ptr,
                    (size_t)(last->place.ptr - first->place.ptr) + last->place.len};
}

static bs__tidy_period row_period(const bs_tidy *tidy, const bs_row *row)
{
    const bs_field *field = &row->fields[tidy->period_column];
    bs__tidy_period out = {
        .text = field->place, .shown = field->place, .line = field->line, .column = field->column};
    if (!bs__tidy_lasts(tidy, out.shown)) out.shown = (bs_str){0};
    out.frequency = tidy->frequency;
    if (tidy->frequency_column != SIZE_MAX)
        out.frequency = row->fields[tidy->frequency_column].place;
    if (tidy->part_column == SIZE_MAX) return out;
    const bs_field *part = &row->fields[tidy->part_column];
    const bs_field *end = part;
    out.part = part->place;
    out.part_role = tidy->columns[tidy->part_column].role;
    if (tidy->day_column != SIZE_MAX) {
        end = &row->fields[tidy->day_column];
        out.day = end->place;
    }
    bool beside = end - field == (tidy->day_column == SIZE_MAX ? 1 : 2) && end->line == field->line;
    if (beside) out.shown = shown_together(field, end);
    return out;
}

// The period of one value: of its column, of its row, or of both together.
static bs_status value_period(bs_tidy *tidy, const bs_row *row, const bs__tidy_column *column,
                              uint32_t *id, bs_error *err)
{
    bs__tidy_period printed = row_period(tidy, row);
    if (tidy->header_is_part) {
        printed.part = column->time;
        printed.part_to = column->time_part;
        printed.part_role = BS__TIDY_MONTH;
    } else if (tidy->header_is_year) {
        bool whole = bs__tidy_is_whole(bs_str_trim(printed.text));
        bool annual = bs__tidy_is_annual(bs_str_trim(printed.text));
        printed.part = annual ? BS__TIDY_ALL_PARTS : whole ? tidy->total_from : printed.text;
        if (whole && !annual) printed.part_to = tidy->total_to;
        printed.part_role = tidy->columns[tidy->period_column].role;
        printed.text = column->time;
    }
    return bs__tidy_period_id(tidy, &printed, id, err);
}

// --- records -------------------------------------------------------------------------------------

static bs__tidy_record *record_push(bs_tidy *tidy)
{
    bs__tidy_block *block = tidy->last_block;
    if (block == NULL || block->count == BS__TIDY_BLOCK_RECORDS) {
        block = malloc(sizeof *block);
        if (block == NULL) return NULL;
        block->next = NULL;
        block->count = 0;
        *(tidy->last_block ? &tidy->last_block->next : &tidy->blocks) = block;
        tidy->last_block = block;
    }
    tidy->record_count++;
    return &block->records[block->count++];
}

static bs_status series_number(const bs_tidy *tidy, size_t slot, uint32_t *out, bs_error *err)
{
    uint64_t number = (uint64_t)tidy->last_entity * tidy->slot_count + slot;
    if (number >= UINT32_MAX) return bs_fail(err, BS_E_LIMIT, "more than 4294967294 series");
    *out = (uint32_t)number;
    return BS_OK;
}

static bs_status flag_read(bs_tidy *tidy, uint16_t *out, const bs_field *field, bs_error *err)
{
    uint32_t status;
    BS_TRY(word_id(tidy, bs_str_trim(field->text), &status, err));
    if (status > 0 && status <= UINT16_MAX) *out = (uint16_t)status;
    return BS_OK;
}

// A row of marks: of the values of the row above.
static bs_status flags_take(bs_tidy *tidy, const bs_row *row, bs_error *err)
{
    for (size_t i = 0; i < tidy->row_record_count; i++) {
        bs__tidy_record *record = tidy->row_records[i];
        BS_TRY(flag_read(tidy, &record->status, &row->fields[record->field], err));
    }
    tidy->row_record_count = 0;
    return BS_OK;
}

static bs_status value_take(bs_tidy *tidy, const bs_row *row, size_t index,
                            const bs__tidy_record *common, bs_error *err)
{
    const bs__tidy_column *column = &tidy->columns[index];
    const bs_field *field = &row->fields[index];
    bs__tidy_record record = *common;
    BS_TRY(series_number(tidy, column->slot, &record.series, err));
    if (tidy->period_column == SIZE_MAX)
        record.period = column->period;
    else if (tidy->header_is_part || tidy->header_is_year)
        BS_TRY(value_period(tidy, row, column, &record.period, err));
    record.value_at = (uint32_t)(field->place.ptr - tidy->source->text.ptr);
    record.value_len = (uint32_t)field->place.len;
    record.line = field->line;
    record.column = field->column;
    record.field = (uint16_t)index;
    if (column->flags > 0)
        BS_TRY(flag_read(tidy, &record.status, &row->fields[column->flags], err));
    bs__tidy_marks_add(&tidy->marks, field->place);
    bs__tidy_record *kept = record_push(tidy);
    if (kept == NULL) return bs__tidy_no_memory(err);
    *kept = record;
    if (tidy->flag_rows) tidy->row_records[tidy->row_record_count++] = kept;
    return BS_OK;
}

static bool has_value(const bs_tidy *tidy, const bs_row *row)
{
    for (size_t i = 0; i < tidy->width; i++) {
        if (tidy->columns[i].role == BS__TIDY_VALUE && row->fields[i].place.len > 0) return true;
    }
    return false;
}

// A row of a table with a row a series that has one name and no value heads the rows below it.
static bs_status group_take(bs_tidy *tidy, const bs_row *row, bs_error *err)
{
    bs_str name = {0};
    size_t count = 0;
    for (size_t i = 0; i < tidy->identity_count; i++) {
        bs_str text = field_text(row, tidy->identity[i]);
        if (text.len > 0) name = text;
        count += text.len > 0;
    }
    tidy->group_closed = false;
    return count == 1 ? text_keep(tidy, &tidy->group, name, err) : BS_OK;
}

static bs_status row_take(bs_tidy *tidy, const bs_row *row, bs_error *err)
{
    bs__tidy_record common = {.row = ++tidy->row_count};
    uint32_t status = 0;
    if (bs_str_equal_nocase(field_text(row, tidy->action_column), BS_STR("D"))) return BS_OK;
    if (tidy->flag_rows && bs__tidy_is_flag_row(tidy, row->fields))
        return flags_take(tidy, row, err);
    if (tidy->aside_rows && bs__tidy_is_aside(field_text(row, tidy->period_column))) return BS_OK;
    tidy->row_record_count = 0;
    if (tidy->grouped && !has_value(tidy, row)) return group_take(tidy, row, err);
    BS_TRY(entity_find(tidy, row, err));
    BS_TRY(word_id(tidy, field_text(row, tidy->status_column), &status, err));
    BS_TRY(word_id(tidy, field_text(row, tidy->vintage_column), &common.vintage, err));
    if (status == 0 && tidy->kind_column != SIZE_MAX)
        BS_TRY(word_id(tidy, field_text(row, tidy->kind_column), &status, err));
    common.status = status <= UINT16_MAX ? (uint16_t)status : 0;
    if (tidy->period_column != SIZE_MAX && !tidy->header_is_part && !tidy->header_is_year) {
        bs__tidy_period printed = row_period(tidy, row);
        BS_TRY(bs__tidy_period_id(tidy, &printed, &common.period, err));
    }
    for (size_t i = 0; i < tidy->width; i++) {
        if (tidy->columns[i].role == BS__TIDY_VALUE) BS_TRY(value_take(tidy, row, i, &common, err));
    }
    return BS_OK;
}

// --- rows before the plan ------------------------------------------------------------------------

static bs_status sample_keep(bs_tidy *tidy, const bs_row *row, bs_error *err)
{
    bs_field *fields = BS_NEW_ARRAY(&tidy->arena, bs_field, row->count);
    if (fields == NULL) return bs__tidy_no_memory(err);
    for (size_t i = 0; i < row->count; i++) {
        fields[i] = row->fields[i];
        BS_TRY(text_keep(tidy, &fields[i].text, row->fields[i].text, err));
    }
    tidy->width = row->count;
    tidy->sample[tidy->sample_count++] = (bs__tidy_row){fields, row->line};
    return BS_OK;
}

// Makes the plan and takes the rows that were kept for it.
static bs_status plan_and_drain(bs_tidy *tidy, bs_error *err)
{
    if (tidy->planned) return BS_OK;
    if (tidy->sample_count == 0)
        return bs_fail(err, BS_E_FORMAT, "no rows; expected a header and rows of data");
    BS_TRY(bs__tidy_plan(tidy, err));
    tidy->row_count = (uint32_t)tidy->header_count;
    for (size_t i = tidy->header_count; i < tidy->sample_count; i++) {
        bs_row row = {BS_ROW_TABLE, tidy->sample[i].line, tidy->sample[i].fields, tidy->width};
        BS_TRY(row_take(tidy, &row, err));
    }
    return BS_OK;
}

static bs_status title_keep(bs_tidy *tidy, const bs_row *row, bs_error *err)
{
    bs_str *title = BS_PUSH(&tidy->arena, &tidy->titles);
    return title ? text_keep(tidy, title, row->fields[0].text, err) : bs__tidy_no_memory(err);
}

bs_status bs__tidy_sample(bs_tidy *tidy, const bs_row *row, bs_error *err)
{
    if (row->kind == BS_ROW_TITLE) return title_keep(tidy, row, err);
    bool wanted = row->kind == BS_ROW_TABLE && tidy->sample_count < BS__TIDY_SAMPLE_ROWS;
    return wanted ? sample_keep(tidy, row, err) : BS_OK;
}

static bs_status take(void *context, const bs_row *row, bs_error *err)
{
    bs_tidy *tidy = context;
    if (row->kind == BS_ROW_TITLE) return title_keep(tidy, row, err);
    if (row->kind == BS_ROW_NOTE && !tidy->planned)
        return text_keep(tidy, &tidy->note, row->fields[0].text, err);
    if (row->kind != BS_ROW_TABLE) return BS_OK;
    if (tidy->planned && (tidy->fill_count > 0 || tidy->carry_column != SIZE_MAX)) {
        bs_row filled = bs__tidy_fill_row(tidy, row);
        return row_take(tidy, &filled, err);
    }
    if (tidy->planned) return row_take(tidy, row, err);
    BS_TRY(sample_keep(tidy, row, err));
    return tidy->sample_count == BS__TIDY_SAMPLE_ROWS ? plan_and_drain(tidy, err) : BS_OK;
}

bs_str bs_tidy_unread(const bs_tidy *tidy, bs_arena *arena)
{
    bs_str names = {0};
    for (size_t i = 0; i < tidy->width; i++) {
        const bs__tidy_column *column = &tidy->columns[i];
        if (!column->unread || column->role != BS__TIDY_IGNORED) continue;
        names = bs_arena_format(arena, "%.*s%s%.*s", BS_STR_ARG(names), names.len > 0 ? ", " : "",
                                BS_STR_ARG(column->name));
    }
    return names;
}

bool bs_tidy_is_undated(const bs_tidy *tidy)
{
    return tidy->undated;
}

bs_row_sink bs_tidy_sink(bs_tidy *tidy)
{
    return (bs_row_sink){tidy, take};
}

bs_status bs__tidy_settle(bs_tidy *tidy, bs_error *err)
{
    BS_TRY(plan_and_drain(tidy, err));
    return bs__tidy_periods_read(tidy, err);
}
