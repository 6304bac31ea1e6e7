// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cli/source_open.h"

#include <sys/stat.h>
#include <unistd.h>

#include "engine/base/encoding.h"
#include "engine/base/file.h"
#include "engine/cli/message.h"
#include "engine/cli/options.h"
#include "engine/extract/extract.h"
#include "engine/extract/tidy.h"
#include "engine/read/csv.h"
#include "engine/read/reader.h"
#include "engine/read/signature.h"

static bs_exit read_delimiter(bs_open_options *out, bs_cli *cli, const bs_args *args,
                              const char *text)
{
    if (strcmp(text, "tab") == 0 || strcmp(text, "\\t") == 0) text = "\t";
    if (text[0] != '\0' && text[1] == '\0' && strchr(",;\t|", text[0]) != NULL) {
        out->delimiter = text[0];
        return BS_EXIT_OK;
    }
    return bs_say_usage(cli, args->command, (bs_str){NULL, 0},
                        "--delimiter is , ; | or tab, not '%s'", text);
}

static bs_exit read_published(bs_open_options *out, bs_cli *cli, const bs_args *args,
                              const char *text)
{
    bs_period period = BS_PERIOD_NONE;
    bs_status status = bs_period_parse(&period, bs_str_from(text), NULL);
    bool dated = period.frequency == BS_FREQUENCY_DAY || period.frequency == BS_FREQUENCY_MONTH;
    if (status == BS_OK && dated && !bs_period_is_span(period)) {
        out->published = period;
        return BS_EXIT_OK;
    }
    return bs_say_usage(cli, args->command, (bs_str){NULL, 0},
                        "--published is a day or month such as 2023-10-13 or 2023-10, not '%s'",
                        text);
}

bs_exit bs_open_options_read(bs_open_options *out, bs_cli *cli, const bs_args *args)
{
    const bs_option *options = args->command->options;
    *out = (bs_open_options){.published = BS_PERIOD_NONE};
    out->encoding = bs_args_value(args, &options[BS_READ_OPTION_ENCODING], NULL);
    const char *lang = bs_args_value(args, &options[BS_READ_OPTION_LANG], NULL);
    if (lang != NULL && bs_lang_parse(&out->lang, bs_str_from(lang), NULL) != BS_OK) {
        return bs_say_usage(cli, args->command, (bs_str){NULL, 0}, "unknown language '%s'", lang);
    }
    const char *delimiter = bs_args_value(args, &options[BS_READ_OPTION_DELIMITER], NULL);
    bs_exit status = delimiter ? read_delimiter(out, cli, args, delimiter) : BS_EXIT_OK;
    const char *published = bs_args_value(args, &options[BS_READ_OPTION_PUBLISHED], NULL);
    if (status == BS_EXIT_OK && published != NULL) {
        status = read_published(out, cli, args, published);
    }
    return status;
}

static bs_status add_path(bs_text_array *out, bs_arena *arena, bs_str path, bs_error *err)
{
    const char **place = BS_PUSH(arena, out);
    char *copy = bs_arena_copy(arena, path);
    if (place == NULL || copy == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    *place = copy;
    return BS_OK;
}

static bs_status add_listed(bs_text_array *out, bs_arena *arena, const char *list, bs_error *err)
{
    bs_buffer bytes = BS_BUFFER_INIT;
    bs_status status = bs_file_read(list, &bytes, err);
    bs_str rest = bs_buffer_str(&bytes);
    bs_str line;
    while (status == BS_OK && bs_str_next(&rest, '\n', &line)) {
        if (line.len > 0 && line.ptr[line.len - 1] == '\r') line.len--;
        if (line.len > 0) status = add_path(out, arena, line, err);
    }
    bs_buffer_deinit(&bytes);
    return status;
}

bs_exit bs_open_paths(bs_text_array *out, bs_cli *cli, const bs_args *args, bs_need need)
{
    bs_error err = BS_ERROR_INIT;
    bs_status status = BS_OK;
    for (size_t i = 0; i < args->operands.count && status == BS_OK; i++) {
        status = add_path(out, cli->arena, bs_str_from(args->operands.items[i]), &err);
    }
    const bs_option *option = &args->command->options[BS_READ_OPTION_FILES_FROM];
    const char *list = bs_args_value(args, option, NULL);
    if (status == BS_OK && list != NULL) status = add_listed(out, cli->arena, list, &err);
    if (status != BS_OK) return bs_say_error(cli, &err, (bs_str){NULL, 0}, (bs_str){NULL, 0});
    if (out->count > 0 || (need == BS_NEED_NONE && list == NULL)) return BS_EXIT_OK;
    if (list != NULL) {
        return bs_say_usage(cli, args->command, (bs_str){NULL, 0}, "'%s' lists no files", list);
    }
    return bs_say_usage(cli, args->command, (bs_str){NULL, 0}, "%s needs %s", args->command->name,
                        args->command->operands);
}

// Are the cells of a table parted as a text may have them, too, each on one line?
static bool is_plain_table(bs_str text)
{
    size_t end = bs_str_find(text, BS_STR("\n"), 0);
    bs_str first = bs_str_slice(text, 0, end), rest = text, line;
    while (bs_str_next(&rest, '\n', &line)) {
        size_t quotes = 0;
        for (size_t i = 0; i < line.len; i++)
            quotes += line.ptr[i] == '"';
        if (quotes % 2 != 0) return false;
    }
    return memchr(first.ptr, '\t', first.len) != NULL || memchr(first.ptr, ',', first.len) != NULL;
}

static bool has_table(const bs_document *document)
{
    for (size_t i = 0; i < document->blocks.count; i++) {
        if (document->blocks.items[i].kind == BS_BLOCK_TABLE) return true;
    }
    return false;
}

// *undated: it is a table without times, and refused for that.
static bs_status read_data_file(bs_opened *out, const bs_open_options *options, bool *undated,
                                bs_error *err)
{
    bs_tidy_options wish = BS_TIDY_OPTIONS_INIT;
    wish.lang = options->lang;
    wish.published = options->published;
    bs_csv_options form = {.delimiter = options->delimiter};
    bs_tidy *tidy = NULL;
    BS_TRY(bs_tidy_new(&tidy, &out->source, &wish, err));
    bs_status status;
    BS_TRY_DONE(bs_csv_read(&out->source, &form, bs_tidy_sink(tidy), NULL, err));
    BS_TRY_DONE(bs_tidy_finish(&out->reading, &out->arena, tidy, err));
    out->unread = bs_tidy_unread(tidy, &out->arena);
    if (bs_period_is_none(out->source.published)) out->source.published = options->published;
done:
    *undated = bs_tidy_is_undated(tidy);
    bs_tidy_free(tidy);
    return status;
}

static bs_status read_text(bs_opened *out, const bs_open_options *options, bs_error *err)
{
    bs_extract_options wish = BS_EXTRACT_OPTIONS_INIT;
    wish.lang = options->lang;
    wish.published = options->published;
    wish.take = options->take;
    wish.take_state = options->take_state;
    BS_TRY(bs_read_text(&out->document, &out->arena, &out->source, options->lang, err));
    return bs_extract(&out->reading, &out->arena, &out->source, &out->document, &wish, err);
}

static bs_status read_decoded(bs_opened *out, bs_str path, bs_str text,
                              const bs_open_options *options, bs_error *err)
{
    if (bs_str_trim(text).len == 0) {
        return bs_fail(err, BS_E_FORMAT, "the file is empty; expected text or a table");
    }
    BS_TRY(bs_source_init(&out->source, &out->arena, path, text, err));
    out->data_file = options->delimiter != 0 || bs_read_is_csv(&out->source);
    if (!out->data_file) return read_text(out, options, err);
    bool undated = false;
    bs_status status = read_data_file(out, options, &undated, err);
    if (!undated || !options->undated || !is_plain_table(text)) return status;
    bs_error refusal = *err;
    bs_error_clear(err);
    out->data_file = false;
    out->reading = (bs_reading){0};
    BS_TRY(read_text(out, options, err));
    if (has_table(&out->document)) return BS_OK;
    *err = refusal;
    return status;
}

// A file that is no text. Whoever names an encoding knows why there are zeros in the bytes.
static const bs_signature *signature_of(const bs_opened *out, const bs_open_options *options)
{
    const bs_signature *found = bs_read_signature(bs_buffer_str(&out->bytes));
    bool zeros = found != NULL && found->bytes.len == 0;
    return zeros && options->encoding != NULL ? NULL : found;
}

static bs_status open_source(bs_opened *out, const char *path, const bs_open_options *options,
                             bs_error *err)
{
    bs_str text;
    const char *used = NULL;
    BS_TRY(bs_file_read(path, &out->bytes, err));
    const bs_signature *other = signature_of(out, options);
    if (other != NULL)
        return bs_fail(err, BS_E_FORMAT, "is %s, expected text or a table", other->what);
    BS_TRY(bs_encoding_to_utf8(&text, &out->arena, bs_buffer_str(&out->bytes), options->encoding,
                               &used, err));
    bs_status status = read_decoded(out, bs_str_from(path), text, options, err);
    out->source.encoding = bs_str_from(used);
    return status;
}

static bool is_folder(const char *path)
{
    struct stat info;
    return path != NULL && stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

// What may mend it; NULL when nothing comes to mind.
static const char *help_for(const bs_opened *out, const bs_error *err,
                            const bs_open_options *options)
{
    const bs_signature *other = signature_of(out, options);
    if (other != NULL) return other->way;
    if (is_folder(err->file)) return "name the files in it, as FOLDER/*.txt";
    if (err->status == BS_E_ENCODING && options->encoding == NULL) {
        return "name the encoding with --encoding (CP949, GB18030, Big5, Shift_JIS ...)";
    }
    return NULL;
}

// Bytes of another encoding cannot be shown as they are.
static bool is_utf8(const bs_opened *out, const bs_open_options *options)
{
    const char *name = options->encoding;
    if (name == NULL && bs_encoding_detect(&name, bs_buffer_str(&out->bytes), NULL) != BS_OK)
        return false;
    return bs_str_equal_nocase(bs_str_from(name), BS_STR("UTF-8"));
}

static bs_exit say_failure(const bs_opened *out, bs_cli *cli, bs_error *err, const char *path,
                           const bs_open_options *options)
{
    bs_error_set_file(err, path);
    bs_str text = out->source.text;
    if (text.ptr == NULL && is_utf8(out, options)) text = bs_buffer_str(&out->bytes);
    return bs_say_error(cli, err, text, bs_str_from(help_for(out, err, options)));
}

bs_exit bs_source_open(bs_opened *out, bs_cli *cli, const char *path,
                       const bs_open_options *options)
{
    *out = (bs_opened){.source = {.published = BS_PERIOD_NONE}};
    if (strcmp(path, "-") == 0 && isatty(STDIN_FILENO) == 1) {
        bs_say(cli, "reading from the terminal; end with Ctrl-D");
    }
    bs_error err = BS_ERROR_INIT;
    if (open_source(out, path, options, &err) == BS_OK) return BS_EXIT_OK;
    return say_failure(out, cli, &err, path, options);
}

bs_exit bs_source_open_text(bs_opened *out, bs_cli *cli, bs_str path, bs_str text,
                            const bs_open_options *options)
{
    *out = (bs_opened){.source = {.published = BS_PERIOD_NONE}};
    bs_error err = BS_ERROR_INIT;
    if (read_decoded(out, path, text, options, &err) == BS_OK) return BS_EXIT_OK;
    const char *name = bs_arena_copy(cli->arena, path);
    return say_failure(out, cli, &err, name, options);
}

void bs_opened_deinit(bs_opened *opened)
{
    bs_buffer_deinit(&opened->bytes);
    bs_packed_list_free(opened->packed);
    opened->packed = NULL;
    bs_arena_deinit(&opened->arena);
}
