// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cli/check_list.h"

#include "engine/analyze/check.h"
#include "engine/cli/commands.h"
#include "engine/cli/message.h"
#include "engine/cli/records.h"

static const bs_column columns[] = {
    {.name = "code"},
    {.name = "family", .leave_out = 1},
    {.name = "summary", .cut = true},
    {.name = "needs", .cut = true, .leave_out = 2},
};

bs_exit bs_check_list_write(bs_cli *cli, bs_format format)
{
    bs_records records = {.columns = columns, .column_count = BS_COUNT(columns)};
    size_t count;
    const bs_check *checks = bs_check_table(&count);
    for (size_t i = 0; i < count; i++) {
        bool anomaly = checks[i].family == BS_CHECK_ANOMALIES;
        bs_records_add(&records, cli->arena, bs_str_from(checks[i].code));
        bs_records_add(&records, cli->arena, anomaly ? BS_STR("anomalies") : BS_STR("relations"));
        bs_records_add(&records, cli->arena, bs_str_from(checks[i].summary));
        bs_records_add(&records, cli->arena, bs_str_from(checks[i].needs));
    }
    bs_records_write(cli, &records, format);
    return BS_EXIT_OK;
}

bs_exit bs_check_list_unknown(bs_cli *cli, const char *code)
{
    bs_str_array names = {0};
    size_t count;
    const bs_check *checks = bs_check_table(&count);
    for (size_t i = 0; i < count; i++) {
        bs_str *name = BS_PUSH(cli->arena, &names);
        if (name != NULL) *name = bs_str_from(checks[i].code);
    }
    bs_str help = bs_suggest_text(cli->arena, bs_str_from(code), &names);
    if (help.len == 0) help = BS_STR("'bseries check --list' lists the checks");
    return bs_say_usage(cli, &bs_command_check, help, "there is no check '%s'", code);
}

static void add_paragraph(bs_stream *out, const char *title, const char *text)
{
    if (text == NULL || text[0] == '\0') return;
    size_t width = out->width < BS_WIDTH_HELP ? out->width : BS_WIDTH_HELP;
    bs_stream_add(out, "\n");
    bs_stream_style(out, BS_STYLE_BOLD);
    bs_stream_add(out, title);
    bs_stream_style(out, BS_STYLE_NONE);
    bs_stream_wrap(out, bs_str_from(text), strlen(title), 0, width);
    bs_stream_add(out, "\n");
}

bs_exit bs_check_list_explain(bs_cli *cli, const char *code)
{
    const bs_check *check = bs_check_find(bs_str_from(code));
    if (check == NULL) return bs_check_list_unknown(cli, code);
    bs_stream_addf(cli->out, "%s: %s\n", check->code, check->summary);
    add_paragraph(cli->out, "", check->explain);
    add_paragraph(cli->out, "Needs: ", check->needs);
    return BS_EXIT_OK;
}
