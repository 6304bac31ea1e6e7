// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cli/stored.h"

#include "engine/cli/message.h"
#include "engine/cli/options.h"

static const bs_str none = {NULL, 0};

bs_exit bs_stored_open(bs_store **out, bs_cli *cli, const bs_args *args, const bs_option *option,
                       bs_store_mode mode)
{
    const char *path = bs_option_store(args, option);
    bs_error err = BS_ERROR_INIT;
    bs_status status = bs_store_open(out, path, mode, &err);
    if (status == BS_OK) return BS_EXIT_OK;
    bs_error_set_file(&err, path);
    bool absent = status == BS_E_NOT_FOUND;
    bs_str help =
        absent ? BS_STR("'bseries load FILE...' makes a store, --store PATH names another") : none;
    (void)bs_say_error(cli, &err, none, help);
    return BS_EXIT_FILE;
}

static bool is_among(const bs_series_info *infos, size_t count, bs_str key)
{
    for (size_t i = 0; i < count; i++) {
        if (bs_str_equal(infos[i].key, key)) return true;
    }
    return false;
}

// Keys have hyphens where the words of a document have blanks.
static bs_str as_key(bs_arena *arena, const char *pattern)
{
    char *key = bs_arena_copy(arena, bs_str_from(pattern));
    for (char *c = key; c != NULL && *c != '\0'; c++) {
        if (*c == ' ') *c = '-';
    }
    return bs_str_from(key);
}

// As it is typed, which names the series of data files, or else with hyphens.
static bs_status find_pattern(bs_series_info_array *out, bs_arena *arena, bs_store *store,
                              const char *pattern, bs_error *err)
{
    bs_status status = bs_store_list(out, arena, store, bs_str_from(pattern), err);
    if (status != BS_E_NOT_FOUND || strchr(pattern, ' ') == NULL) return status;
    bs_error typed = err ? *err : (bs_error)BS_ERROR_INIT;
    bs_error_clear(err);
    status = bs_store_list(out, arena, store, as_key(arena, pattern), err);
    if (status == BS_E_NOT_FOUND && err != NULL) *err = typed;
    return status;
}

// What one pattern names is named once; what an earlier pattern named is not added again.
static bs_status select_one(bs_series_info_array *out, bs_arena *arena, bs_store *store,
                            const char *pattern, bs_error *err)
{
    size_t earlier = out->count;
    if (earlier == 0) return find_pattern(out, arena, store, pattern, err);
    bs_series_info_array found = {0};
    BS_TRY(find_pattern(&found, arena, store, pattern, err));
    for (size_t i = 0; i < found.count; i++) {
        if (is_among(out->items, earlier, found.items[i].key)) continue;
        bs_series_info *info = BS_PUSH(arena, out);
        if (info == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
        *info = found.items[i];
    }
    return BS_OK;
}

bs_exit bs_stored_select(bs_series_info_array *out, bs_cli *cli, bs_store *store,
                         const bs_text_array *patterns)
{
    bs_error err = BS_ERROR_INIT;
    bs_status status = BS_OK;
    if (patterns->count == 0) status = bs_store_list(out, cli->arena, store, none, &err);
    for (size_t i = 0; i < patterns->count && status == BS_OK; i++) {
        status = select_one(out, cli->arena, store, patterns->items[i], &err);
    }
    if (status == BS_OK) return BS_EXIT_OK;
    bs_str help = status == BS_E_NOT_FOUND ? BS_STR("'bseries list' lists the series") : none;
    return bs_say_error(cli, &err, none, help);
}

bs_status bs_stored_find(bs_series_info *out, bs_arena *arena, bs_store *store, const char *pattern,
                         bs_error *err)
{
    bs_status status = bs_store_find(out, arena, store, bs_str_from(pattern), err);
    if (status != BS_E_NOT_FOUND || strchr(pattern, ' ') == NULL) return status;
    if (bs_store_find(out, arena, store, as_key(arena, pattern), NULL) != BS_OK) return status;
    bs_error_clear(err);
    return BS_OK;
}

bs_status bs_stored_get(const bs_stored_series **out, bs_arena *arena, bs_store *store,
                        const char *pattern, const bs_store_view *view, bs_error *err)
{
    bs_series_info info;
    bs_stored_series *stored = BS_NEW(arena, bs_stored_series);
    if (stored == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    BS_TRY(bs_stored_find(&info, arena, store, pattern, err));
    *out = stored;
    return bs_store_get(stored, arena, store, info.key, view, err);
}

bool bs_stored_is_read(const bs_stored_series_array *all, bs_str key)
{
    for (size_t i = 0; i < all->count; i++) {
        const bs_stored_series *stored = &all->items[i];
        for (size_t k = 0; k < stored->kin_count; k++) {
            if (bs_str_equal(stored->kin[k], key)) return true;
        }
    }
    return false;
}

bs_status bs_stored_collect(bs_stored_series_array *out, bs_arena *arena, bs_store *store,
                            const bs_series_info_array *infos, const bs_store_view *view,
                            bs_error *err)
{
    bs_alias_array aliases = {0};
    BS_TRY(bs_store_aliases(&aliases, arena, store, err));
    bool linked = aliases.count > 0 && !view->alone;
    for (size_t i = 0; i < infos->count; i++) {
        if (linked && bs_stored_is_read(out, infos->items[i].key)) continue;
        bs_stored_series *stored = BS_PUSH(arena, out);
        if (stored == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
        BS_TRY(bs_store_get(stored, arena, store, infos->items[i].key, view, err));
    }
    return BS_OK;
}

bs_status bs_stored_export(bs_export_series_array *out, bs_arena *arena,
                           const bs_stored_series_array *all, bs_error *err)
{
    for (size_t i = 0; i < all->count; i++) {
        const bs_stored_series *stored = &all->items[i];
        bs_export_series *item = BS_PUSH(arena, out);
        if (item == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
        *item = (bs_export_series){
            .series = &stored->series, .sources = stored->sources, .vintages = stored->vintages};
    }
    return BS_OK;
}

static bool is_given(const bs_args *args, const bs_option *option)
{
    return option != NULL && bs_args_has(args, option);
}

bs_exit bs_stored_view(bs_store_view *out, bs_cli *cli, const bs_args *args,
                       const bs_stored_options *options)
{
    *out = (bs_store_view)BS_STORE_VIEW_INIT;
    bool all = is_given(args, options->vintages), first = is_given(args, options->first);
    if (all && first) {
        return bs_say_usage(cli, args->command, none, "--vintages and --first exclude each other");
    }
    if (all || options->all_vintages) out->vintages = BS_VINTAGES_ALL;
    if (first) out->vintages = BS_VINTAGES_FIRST;
    out->alone = options->alone;
    if (options->as_of == NULL) return BS_EXIT_OK;
    const char *date = bs_args_value(args, options->as_of, NULL);
    if (date == NULL || bs_period_parse(&out->as_of, bs_str_from(date), NULL) == BS_OK) {
        return BS_EXIT_OK;
    }
    return bs_say_usage(cli, args->command, none, "--%s is a date such as 2023-10-13, not '%s'",
                        options->as_of->name, date);
}

bs_exit bs_stored_read_series(bs_stored_series_array *out, bs_store **store, bs_cli *cli,
                              const bs_args *args, const bs_stored_options *options)
{
    *store = NULL;
    bs_store_view view;
    bs_exit status = bs_stored_view(&view, cli, args, options);
    if (status != BS_EXIT_OK) return status;
    status = bs_stored_open(store, cli, args, options->store, BS_STORE_READ);
    if (status != BS_EXIT_OK) return status;
    bs_series_info_array infos = {0};
    status = bs_stored_select(&infos, cli, *store, &args->operands);
    if (status != BS_EXIT_OK) return status;
    bs_error err = BS_ERROR_INIT;
    if (bs_stored_collect(out, cli->arena, *store, &infos, &view, &err) == BS_OK) return BS_EXIT_OK;
    return bs_say_error(cli, &err, none, none);
}

// The names of linked series, which the checks take for one.
static bs_status read_names(bs_name_pair_array *out, bs_arena *arena, bs_store *store,
                            bs_error *err)
{
    bs_alias_array aliases = {0};
    BS_TRY(bs_store_aliases(&aliases, arena, store, err));
    for (size_t i = 0; i < aliases.count; i++) {
        bs_name_pair *pair = BS_PUSH(arena, out);
        if (pair == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
        *pair = aliases.items[i].names;
    }
    return BS_OK;
}

bs_exit bs_stored_read(bs_opened *out, bs_cli *cli, bs_store *store, const bs_source_info *source,
                       const bs_open_options *options)
{
    bs_error err = BS_ERROR_INIT;
    bs_str text = none;
    *out = (bs_opened){.source = {.published = BS_PERIOD_NONE}};
    if (bs_store_text(&text, cli->arena, store, source->id, &err) != BS_OK) {
        (void)bs_say_error(cli, &err, none, none);
        return BS_EXIT_FILE;
    }
    bs_exit status = bs_source_open_text(out, cli, source->path, text, options);
    if (status != BS_EXIT_OK) return status;
    if (read_names(&out->reading.aliases, &out->arena, store, &err) == BS_OK) return BS_EXIT_OK;
    return bs_say_error(cli, &err, none, none);
}
