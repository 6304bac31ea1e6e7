// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/limits.h"
#include "engine/read/reader.h"
#include "engine/read/text_internal.h"

bs_status bs_text__memory(bs_text_reader *reader)
{
    return bs_fail(reader->err, BS_E_MEMORY, "out of memory");
}

bs_status bs_text__emit(bs_text_reader *reader, bs_block block)
{
    if (block.text.len == 0 && block.table == NULL) return BS_OK;
    bs_block *place = BS_PUSH(reader->arena, &reader->out->blocks);
    if (place == NULL) return bs_text__memory(reader);
    *place = block;
    reader->last_style = 0;
    if (block.kind == BS_BLOCK_HEADING) reader->titled = true;
    if (block.kind == BS_BLOCK_HEADING || block.kind == BS_BLOCK_PARAGRAPH) reader->item_count = 0;
    if (block.kind == BS_BLOCK_TABLE) reader->item_count = 0;
    return BS_OK;
}

static uint32_t count_lines(bs_str text)
{
    uint32_t count = 1;
    for (size_t at = 0; at < text.len; count++) {
        const char *end = memchr(text.ptr + at, '\n', text.len - at);
        if (end == NULL) break;
        at = (size_t)(end - text.ptr) + 1;
    }
    return count;
}

static bs_status fill_lines(bs_text_reader *reader, bs_str text, uint32_t number)
{
    for (uint32_t i = 0; i < reader->line_count; i++) {
        const char *end = text.len > 0 ? memchr(text.ptr, '\n', text.len) : NULL;
        bs_str raw = {text.ptr, end ? (size_t)(end - text.ptr) : text.len};
        if (raw.len > BS_LINE_BYTES_MAX) {
            bs_place place = {.line = number + i};
            return bs_fail_at(reader->err, BS_E_LIMIT, place, "a line is longer than %zu bytes",
                              BS_LINE_BYTES_MAX);
        }
        text = bs_str_slice(text, raw.len + (end != NULL), text.len);
        reader->lines[i] = bs_line__make(raw, number + i);
    }
    return BS_OK;
}

bs_status bs_text__read(bs_text_reader *reader, bs_str text)
{
    if (text.len == 0) return BS_OK;
    reader->line_count = count_lines(text);
    reader->lines = BS_NEW_ARRAY(&reader->scratch, bs_line, reader->line_count);
    if (reader->lines == NULL) return bs_text__memory(reader);
    reader->tab_failed_until = reader->bar_failed_until = reader->aligned_failed_until = 0;
    reader->run_first = reader->run_last = 0;
    bs_str start = {text.ptr, 0};
    BS_TRY(fill_lines(reader, text, bs_source_locate(reader->source, start).line));
    return bs_block__read_lines(reader);
}

// The beginning of a block is enough to know its language.
static bs_str sample(bs_str text)
{
    enum { SAMPLE_BYTES = 4096 };
    return bs_str_slice(text, 0, SAMPLE_BYTES);
}

// The language of most of the text, by characters.
static bs_lang main_language(const bs_document *document)
{
    size_t weights[BS_LANG_COUNT] = {0};
    for (size_t i = 0; i < document->blocks.count; i++) {
        const bs_block *block = &document->blocks.items[i];
        weights[block->lang] += block->text.len;
    }
    bs_lang best = BS_LANG_UNKNOWN;
    for (unsigned lang = BS_LANG_UNKNOWN + 1; lang < BS_LANG_COUNT; lang++) {
        if (weights[lang] > (best == BS_LANG_UNKNOWN ? 0 : weights[best])) best = (bs_lang)lang;
    }
    return best;
}

static void fill_languages(bs_document *document, bs_lang lang)
{
    for (size_t i = 0; i < document->blocks.count; i++) {
        bs_block *block = &document->blocks.items[i];
        block->lang =
            lang != BS_LANG_UNKNOWN ? lang : bs_lang_detect(sample(block->text), BS_LANG_UNKNOWN);
    }
    if (lang != BS_LANG_UNKNOWN) return;
    bs_lang around = main_language(document);
    for (size_t i = 0; i < document->blocks.count; i++) {
        bs_block *block = &document->blocks.items[i];
        if (block->lang == BS_LANG_EN || block->lang == BS_LANG_KO) continue;
        block->lang = bs_lang_detect(sample(block->text), around);
    }
}

// In Korean bulletins, whose items begin with other marks, a star introduces a remark. In Markdown
// it is just another bullet.
static bool is_star_note(bs_str text)
{
    enum { SAMPLE_BYTES = 64 * 1024 };
    return bs_lang_detect(bs_str_slice(text, 0, SAMPLE_BYTES), BS_LANG_UNKNOWN) != BS_LANG_EN;
}

bs_status bs_read_text(bs_document *out, bs_arena *arena, const bs_source *source, bs_lang lang,
                       bs_error *err)
{
    bs_document document = {.source = source};
    bs_text_reader reader = {
        .out = &document,
        .arena = arena,
        .source = source,
        .err = err,
        .star_is_note = is_star_note(source->text),
    };
    bs_status status = bs_html__is_page(source) ? bs_html__read(&reader, source->text)
                                                : bs_text__read(&reader, source->text);
    bs_arena_deinit(&reader.scratch);
    if (status != BS_OK) return status;
    fill_languages(&document, lang);
    *out = document;
    return BS_OK;
}
