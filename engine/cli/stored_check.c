// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cli/stored_check.h"

#include "engine/analyze/check_revision.h"
#include "engine/cli/message.h"
#include "engine/cli/stored.h"

// The series in question, and the texts of the sources that findings turned out to be about.
typedef struct archive {
    bs_arena *arena;
    bs_store *store;
    bs_stored_series_array series;
    BS_ARRAY(const bs_source *) texts;
    BS_ARRAY(int64_t) text_ids; // beside texts
} archive;

// Where an observation of the archive stands.
typedef struct spot {
    const bs_stored_series *stored; // NULL: it was not found
    size_t index;
} spot;

static bs_status no_memory(bs_error *err)
{
    return bs_fail(err, BS_E_MEMORY, "out of memory");
}

static bool is_linked(const bs_alias_array *aliases, bs_str key)
{
    for (size_t i = 0; i < aliases->count; i++) {
        const bs_alias *alias = &aliases->items[i];
        if (bs_str_equal(alias->a, key) || bs_str_equal(alias->b, key)) return true;
    }
    return false;
}

static bs_status collect(archive *own, bs_error *err)
{
    bs_series_info_array infos = {0};
    bs_alias_array aliases = {0};
    BS_TRY(bs_store_list(&infos, own->arena, own->store, (bs_str){NULL, 0}, err));
    BS_TRY(bs_store_aliases(&aliases, own->arena, own->store, err));
    for (size_t i = 0; i < infos.count; i++) {
        bool linked = is_linked(&aliases, infos.items[i].key);
        if (infos.items[i].source_count < 2 && !linked) continue;
        if (linked && bs_stored_is_read(&own->series, infos.items[i].key)) continue;
        bs_stored_series *stored = BS_PUSH(own->arena, &own->series);
        if (stored == NULL) return no_memory(err);
        BS_TRY(bs_store_get(stored, own->arena, own->store, infos.items[i].key, NULL, err));
    }
    return BS_OK;
}

// The observation whose printed text this is: the very bytes, so that equal numbers elsewhere are
// not taken for it.
static spot find_spot(const archive *own, bs_str text, const bs_origin *origin)
{
    for (size_t i = 0; i < own->series.count; i++) {
        const bs_observation_array *all = &own->series.items[i].series.observations;
        for (size_t k = 0; k < all->count; k++) {
            const bs_observation *one = &all->items[k];
            if (one->text.ptr == text.ptr && one->origin.line == origin->line &&
                one->origin.column == origin->column) {
                return (spot){&own->series.items[i], k};
            }
        }
    }
    return (spot){NULL, 0};
}

// The source of a spot with its text, which the store gives only when it is asked.
static bs_status read_source(const bs_source **out, archive *own, spot at, bs_error *err)
{
    int64_t id = at.stored->source_ids[at.index];
    for (size_t i = 0; i < own->text_ids.count; i++) {
        if (own->text_ids.items[i] == id) {
            *out = own->texts.items[i];
            return BS_OK;
        }
    }
    const bs_source *bare = at.stored->sources[at.index];
    bs_source *source = BS_NEW(own->arena, bs_source);
    int64_t *place = BS_PUSH(own->arena, &own->text_ids);
    const bs_source **kept = BS_PUSH(own->arena, &own->texts);
    if (source == NULL || place == NULL || kept == NULL) return no_memory(err);
    bs_str text;
    BS_TRY(bs_store_text(&text, own->arena, own->store, id, err));
    BS_TRY(bs_source_init(source, own->arena, bare->path, text, err));
    source->published = bare->published;
    *place = id;
    *kept = source;
    *out = source;
    return BS_OK;
}

// The store keeps line and columns; a finding also wants bytes.
static void complete_origin(bs_origin *origin, const bs_source *source)
{
    bs_str line = bs_source_line(source, origin->line);
    if (line.ptr == NULL) return;
    size_t start = bs_snippet_byte(line, origin->column);
    size_t end = bs_snippet_byte(line, origin->end_column + 1);
    origin->offset = (size_t)(line.ptr - source->text.ptr) + start;
    origin->len = end > start ? end - start : 0;
}

// Keeps those related places that are in the source of the finding itself.
static void keep_related(bs_finding *finding, const archive *own, spot at)
{
    size_t kept = 0;
    for (size_t i = 0; i < finding->related.count; i++) {
        bs_related related = finding->related.items[i];
        spot other = find_spot(own, related.text, &related.origin);
        bool same = other.stored != NULL &&
                    other.stored->source_ids[other.index] == at.stored->source_ids[at.index];
        if (!same) continue;
        complete_origin(&related.origin, finding->source);
        finding->related.items[kept++] = related;
    }
    finding->related.count = kept;
}

static bs_status tell_place(bs_finding *finding, archive *own, spot at, bs_error *err)
{
    BS_TRY(read_source(&finding->source, own, at, err));
    complete_origin(&finding->origin, finding->source);
    keep_related(finding, own, at);
    return BS_OK;
}

// The model of a series, over the newest values.
static bs_status check_paths(bs_finding_array *out, archive *own, const bs_check_options *wish,
                             bs_error *err)
{
    bs_source nowhere = {.published = BS_PERIOD_NONE};
    bs_reading reading = {.source = &nowhere};
    BS_TRY(collect(own, err));
    for (size_t i = 0; i < own->series.count; i++) {
        bs_series *series = BS_PUSH(own->arena, &reading.series);
        if (series == NULL) return no_memory(err);
        *series = own->series.items[i].series;
    }
    bs_finding_array found = {0};
    if (reading.series.count > 0) BS_TRY(bs_check_run(&found, own->arena, &reading, wish, err));
    for (size_t i = 0; i < found.count; i++) {
        spot at = find_spot(own, found.items[i].observed, &found.items[i].origin);
        if (at.stored == NULL) continue;
        bs_finding *finding = BS_PUSH(own->arena, out);
        if (finding == NULL) return no_memory(err);
        *finding = found.items[i];
        BS_TRY(tell_place(finding, own, at, err));
    }
    return BS_OK;
}

// All vintages of the series of the archive, one series after the other.
static bs_status check_vintages(bs_finding_array *out, archive *own, bs_error *err)
{
    bs_store_view view = BS_STORE_VIEW_INIT;
    view.vintages = BS_VINTAGES_ALL;
    for (size_t i = 0; i < own->series.count; i++) {
        bs_stored_series all;
        bs_index_array at = {0};
        size_t first = out->count;
        bs_str key = own->series.items[i].series.key;
        BS_TRY(bs_store_get(&all, own->arena, own->store, key, &view, err));
        BS_TRY(bs_check_vintages(out, &at, own->arena, &all.series, all.vintages, err));
        for (size_t k = 0; k < at.count; k++) {
            spot place = {&all, at.items[k]};
            BS_TRY(tell_place(&out->items[first + k], own, place, err));
        }
    }
    return BS_OK;
}

bs_status bs_stored_check(bs_finding_array *out, bs_arena *arena, bs_store *store,
                          const bs_check_options *options, bs_error *err)
{
    bs_check_options wish = *options;
    if (wish.families != 0 && (wish.families & BS_CHECK_ANOMALIES) == 0) return BS_OK;
    wish.families = BS_CHECK_ANOMALIES;
    archive own = {.arena = arena, .store = store};
    BS_TRY(check_paths(out, &own, &wish, err));
    if (!bs_check_is_chosen(bs_check_find(BS_STR("revision")), options)) return BS_OK;
    return check_vintages(out, &own, err);
}

static bool is_told(const bs_finding *finding, const bs_finding_array *others)
{
    for (size_t i = 0; i < others->count; i++) {
        const bs_finding *other = &others->items[i];
        if (strcmp(finding->code, other->code) == 0 && finding->origin.line == other->origin.line &&
            finding->origin.column == other->origin.column &&
            bs_str_equal(finding->source->path, other->source->path)) {
            return true;
        }
    }
    return false;
}

void bs_stored_check_drop(bs_finding_array *findings, const bs_finding_array *others)
{
    size_t kept = 0;
    for (size_t i = 0; i < findings->count; i++) {
        if (!is_told(&findings->items[i], others)) findings->items[kept++] = findings->items[i];
    }
    findings->count = kept;
}
