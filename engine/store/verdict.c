// SPDX-License-Identifier: GPL-3.0-or-later
// Verdicts: what people decided about findings.
#include <time.h>

#include "engine/store/store_internal.h"

const char *bs_verdict_kind_name(bs_verdict_kind kind)
{
    static const char *const names[] = {
        [BS_VERDICT_ACCEPTED] = "accepted",
        [BS_VERDICT_REJECTED] = "rejected",
    };
    _Static_assert(BS_COUNT(names) == BS_VERDICT_KIND_COUNT, "every kind needs a name");
    return names[kind];
}

static const char *kind_name(int value)
{
    return bs_verdict_kind_name((bs_verdict_kind)value);
}

bs_status bs_store_judge(bs_store *store, const bs_verdict *verdict, bs_error *err)
{
    char at[32];
    time_t now = time(NULL);
    struct tm utc;
    gmtime_r(&now, &utc);
    size_t len = strftime(at, sizeof at, "%Y-%m-%dT%H:%M:%SZ", &utc);
    sqlite3_stmt *set;
    BS_TRY(bs_store__prepare(store, SQL_VERDICT_SET, &set, err));
    bs_store__bind_text(set, 1, verdict->finding);
    bs_store__bind_text(set, 2, bs_str_from(bs_verdict_kind_name(verdict->kind)));
    bs_store__bind_text(set, 3, verdict->value);
    bs_store__bind_text(set, 4, verdict->because);
    bs_store__bind_text(set, 5, (bs_str){at, len});
    return bs_store__run(store, set, err);
}

static bs_status read_verdict(bs_verdict *out, bs_arena *arena, bs_store *store, sqlite3_stmt *row,
                              bs_error *err)
{
    int kind = 0;
    BS_TRY(bs_store__column_copy(&out->finding, arena, row, 0, err));
    BS_TRY(bs_store__column_word(&kind, store, row, 1, BS_VERDICT_KIND_COUNT, kind_name, err));
    BS_TRY(bs_store__column_copy(&out->value, arena, row, 2, err));
    BS_TRY(bs_store__column_copy(&out->because, arena, row, 3, err));
    out->kind = (bs_verdict_kind)kind;
    return bs_store__column_copy(&out->at, arena, row, 4, err);
}

bs_status bs_store_verdicts(bs_verdict_array *out, bs_arena *arena, bs_store *store, bs_error *err)
{
    sqlite3_stmt *list;
    bool row = true;
    BS_TRY(bs_store__prepare(store, SQL_VERDICT_LIST, &list, err));
    bs_status status;
    while ((status = bs_store__step(store, list, &row, err)) == BS_OK && row) {
        bs_verdict *verdict = BS_PUSH(arena, out);
        status = verdict == NULL ? bs_store__no_memory(err)
                                 : read_verdict(verdict, arena, store, list, err);
        if (status != BS_OK) break;
    }
    sqlite3_reset(list);
    return status;
}

bs_status bs_store_unjudge(bs_store *store, bs_str finding, bs_error *err)
{
    sqlite3_stmt *drop;
    BS_TRY(bs_store__prepare(store, SQL_VERDICT_DELETE, &drop, err));
    bs_store__bind_text(drop, 1, finding);
    BS_TRY(bs_store__run(store, drop, err));
    if (sqlite3_changes(store->db) > 0) return BS_OK;
    return bs_fail(err, BS_E_NOT_FOUND, "there is no verdict on '%.*s'", BS_STR_ARG(finding));
}
