// SPDX-License-Identifier: GPL-3.0-or-later
// The names of dialects and formats, and reading them.
#include "engine/export/export.h"

static const char *const dialects[] = {
    [BS_DIALECT_PLAIN] = "plain",
    [BS_DIALECT_EXCEL] = "excel",
};
_Static_assert(BS_COUNT(dialects) == BS_DIALECT_COUNT, "every dialect needs a name");

static const char *const list_formats[] = {
    [BS_LIST_JSON] = "json",
    [BS_LIST_JSONL] = "jsonl",
    [BS_LIST_CSV] = "csv",
    [BS_LIST_SARIF] = "sarif",
};
_Static_assert(BS_COUNT(list_formats) == BS_LIST_FORMAT_COUNT, "every format needs a name");

// Index of `name`; `count` when it is none of the names.
static size_t find(const char *const *names, size_t count, bs_str name)
{
    size_t at = 0;
    while (at < count && !bs_str_equal(name, bs_str_from(names[at])))
        at++;
    return at;
}

static bs_status unknown(const char *what, const char *const *names, size_t count, bs_str name,
                         bs_error *err)
{
    bs_buffer list = BS_BUFFER_INIT;
    for (size_t i = 0; i < count; i++)
        bs_buffer_addf(&list, i > 0 ? ", %s" : "%s", names[i]);
    bs_status status = bs_fail(err, BS_E_ARGUMENT, "there is no %s '%.*s': it is one of %.*s", what,
                               BS_STR_ARG(name), BS_STR_ARG(bs_buffer_str(&list)));
    bs_buffer_deinit(&list);
    return status;
}

const char *bs_dialect_name(bs_dialect dialect)
{
    return dialects[dialect];
}

bs_status bs_dialect_parse(bs_dialect *out, bs_str name, bs_error *err)
{
    size_t at = find(dialects, BS_COUNT(dialects), name);
    if (at == BS_COUNT(dialects)) {
        return unknown("dialect", dialects, BS_COUNT(dialects), name, err);
    }
    *out = (bs_dialect)at;
    return BS_OK;
}

const char *bs_list_format_name(bs_list_format format)
{
    return list_formats[format];
}

bs_status bs_list_format_parse(bs_list_format *out, bs_str name, bs_error *err)
{
    size_t at = find(list_formats, BS_COUNT(list_formats), name);
    if (at == BS_COUNT(list_formats)) {
        return unknown("format", list_formats, BS_COUNT(list_formats), name, err);
    }
    *out = (bs_list_format)at;
    return BS_OK;
}
