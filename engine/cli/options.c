// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cli/options.h"

#include <stdlib.h>

const char *const bs_format_names[] = {
    [BS_FORMAT_TEXT] = "text", [BS_FORMAT_JSON] = "json",  [BS_FORMAT_JSONL] = "jsonl",
    [BS_FORMAT_CSV] = "csv",   [BS_FORMAT_CSV + 1] = NULL,
};

const char *const bs_lang_names[] = {"ko", "zh", "ja", "en", NULL};

const char *const bs_per_names[] = {"year", "half",   "quarter", "month",
                                    "week", "tenday", "day",     NULL};

bs_frequency bs_per_frequency(size_t choice)
{
    static const bs_frequency frequencies[] = {
        BS_FREQUENCY_ANNUAL, BS_FREQUENCY_HALF,   BS_FREQUENCY_QUARTER, BS_FREQUENCY_MONTH,
        BS_FREQUENCY_WEEK,   BS_FREQUENCY_TENDAY, BS_FREQUENCY_DAY};
    _Static_assert(BS_COUNT(frequencies) + 1 == BS_COUNT(bs_per_names), "a length for each name");
    return choice != SIZE_MAX ? frequencies[choice] : BS_FREQUENCY_NONE;
}

static const char *const colour_names[] = {
    [BS_COLOUR_AUTO] = "auto",
    [BS_COLOUR_ALWAYS] = "always",
    [BS_COLOUR_NEVER] = "never",
    [BS_COLOUR_NEVER + 1] = NULL,
};

const bs_option bs_global_options[BS_GLOBAL_COUNT] = {
    [BS_GLOBAL_HELP] = {.name = "help", .letter = 'h', .summary = "say how it is used, and stop"},
    [BS_GLOBAL_VERSION] = {.name = "version",
                           .letter = 'V',
                           .summary = "say the version of the program and its libraries, and stop"},
    [BS_GLOBAL_COLOR] = {.name = "color",
                         .value = "WHEN",
                         .choices = colour_names,
                         .initial = "auto",
                         .summary = "colour; auto is on a terminal, unless NO_COLOR is set"},
    [BS_GLOBAL_QUIET] = {.name = "quiet",
                         .letter = 'q',
                         .summary = "say nothing but errors on standard error"},
};

const char *bs_option_store(const bs_args *args, const bs_option *option)
{
    const char *fallback = getenv("BSERIES_STORE");
    if (fallback == NULL || fallback[0] == '\0') fallback = "bseries.db";
    return bs_args_value(args, option, fallback);
}
