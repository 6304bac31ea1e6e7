// SPDX-License-Identifier: GPL-3.0-or-later
// What a program outside this tree writes: it knows the installed headers and the library alone.
// Prints how many quantities the text of its argument has, and how many findings.
#include <stdio.h>

#include <engine/bseries.h>

static bs_status count(size_t counts[2], bs_arena *arena, bs_str bytes, bs_error *err)
{
    bs_str text;
    bs_source source;
    bs_document document;
    bs_reading reading;
    bs_finding_array findings = {0};
    bs_extract_options options = BS_EXTRACT_OPTIONS_INIT;
    BS_TRY(bs_encoding_to_utf8(&text, arena, bytes, NULL, NULL, err));
    BS_TRY(bs_source_init(&source, arena, BS_STR("text"), text, err));
    BS_TRY(bs_read_text(&document, arena, &source, BS_LANG_UNKNOWN, err));
    BS_TRY(bs_extract(&reading, arena, &source, &document, &options, err));
    BS_TRY(bs_check_run(&findings, arena, &reading, NULL, err));
    counts[0] = reading.quantities.count;
    counts[1] = findings.count;
    return BS_OK;
}

int main(int argc, char **argv)
{
    bs_arena arena = BS_ARENA_INIT;
    bs_error err = BS_ERROR_INIT;
    size_t counts[2];
    bs_status status = count(counts, &arena, bs_str_from(argc > 1 ? argv[1] : ""), &err);
    if (status == BS_OK) printf("%zu quantities, %zu findings\n", counts[0], counts[1]);
    if (status != BS_OK) fprintf(stderr, "%s\n", err.message);
    bs_arena_deinit(&arena);
    return status == BS_OK ? 0 : 1;
}
