// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/limits.h"
#include "engine/base/utf8.h"
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

// Number of the line that byte `at` of a slice of the source is on.
static uint32_t line_of(const bs_text_reader *reader, bs_str text, size_t at)
{
    return bs_source_locate(reader->source, (bs_str){text.ptr + at, 0}).line;
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
    uint32_t first = line_of(reader, text, 0), last = line_of(reader, text, text.len - 1);
    reader->line_count = last - first + 1 + (text.ptr[text.len - 1] == '\n');
    reader->lines = BS_NEW_ARRAY(&reader->scratch, bs_line, reader->line_count);
    if (reader->lines == NULL) return bs_text__memory(reader);
    reader->notes = (bs_line_notes){.turns_first = UINT32_MAX};
    BS_TRY(fill_lines(reader, text, first));
    return bs_block__read_lines(reader);
}

// The beginning of a block is enough to know its language.
static bs_str sample(bs_str text)
{
    enum { SAMPLE_BYTES = 4096 };
    return bs_str_slice(text, 0, SAMPLE_BYTES);
}

// How much of a block each language has, in surroundings of one language.
typedef struct lang_votes {
    bs_lang around;
    size_t weights[BS_LANG_COUNT];
} lang_votes;

static bs_lang winner(const lang_votes *votes, bs_lang fallback)
{
    bs_lang best = fallback;
    size_t most = 0;
    for (unsigned lang = BS_LANG_UNKNOWN + 1; lang < BS_LANG_COUNT; lang++) {
        if (votes->weights[lang] <= most) continue;
        most = votes->weights[lang];
        best = (bs_lang)lang;
    }
    return best;
}

// Whether the text is Chinese or Japanese as the text around it is.
static bool is_either(const bs_letters *count)
{
    return bs_lang_of(count, BS_LANG_ZH) != bs_lang_of(count, BS_LANG_JA);
}

// Counts a text in `poll_count` surroundings, by its letters: "2023.1Q" says less than 구분.
static void vote(lang_votes *polls, size_t poll_count, const bs_letters *count)
{
    size_t wide = count->hangul + count->han + count->kana;
    size_t weight = wide * BS_LATIN_PER_WIDE + count->latin;
    for (size_t i = 0; i < poll_count; i++)
        polls[i].weights[bs_lang_of(count, polls[i].around)] += weight > 0 ? weight : 1;
}

// The labels of a table are many short pieces: taken together they would look like one long text.
// Those that could be Chinese or Japanese have a say only where there are no others.
static void vote_table(lang_votes *polls, size_t poll_count, const bs_table *table)
{
    enum { SAMPLE_CELLS = 64 };
    bs_letters counts[SAMPLE_CELLS];
    size_t count = 0;
    bool certain = false;
    for (size_t i = 0; i < table->cell_count && i < SAMPLE_CELLS; i++) {
        bs_str text = sample(table->cells[i].text);
        bs_letters own = bs_lang_letters(text);
        bool letters = own.hangul + own.han + own.kana + own.latin > 0;
        if (!letters && !bs_line__has_letter(text)) continue; // some may stand in a tag
        counts[count++] = own;
        if (is_either(&own)) continue;
        vote(polls, poll_count, &own);
        certain = certain || bs_lang_in(bs_lang_of(&own, polls[0].around), BS_IN_CJK);
    }
    for (size_t i = 0; !certain && i < count; i++)
        vote(polls, poll_count, &counts[i]);
}

static void vote_block(lang_votes *polls, size_t poll_count, const bs_block *block)
{
    if (block->table != NULL) {
        vote_table(polls, poll_count, block->table);
        return;
    }
    bs_letters count = bs_lang_letters(sample(block->text));
    vote(polls, poll_count, &count);
}

// What the block is in Chinese and in Japanese surroundings: two answers where it could be either.
typedef struct lang_pair {
    bs_lang chinese;
    bs_lang japanese;
} lang_pair;

static lang_pair look_at_block(const bs_block *block)
{
    lang_votes polls[] = {{.around = BS_LANG_ZH}, {.around = BS_LANG_JA}};
    vote_block(polls, BS_COUNT(polls), block);
    bs_lang chinese = winner(&polls[0], BS_LANG_UNKNOWN);
    bool certain = chinese == BS_LANG_KO || chinese == BS_LANG_EN;
    return (lang_pair){chinese, certain ? chinese : winner(&polls[1], BS_LANG_UNKNOWN)};
}

// Fills in the languages that are certain and returns the one of most of the text. What could be
// Chinese or Japanese alike has no say in that.
static bs_lang fill_certain(bs_document *document)
{
    lang_votes certain = {0}, any = {0};
    for (size_t i = 0; i < document->blocks.count; i++) {
        bs_block *block = &document->blocks.items[i];
        lang_pair pair = look_at_block(block);
        block->lang = pair.chinese == pair.japanese ? pair.chinese : BS_LANG_UNKNOWN;
        certain.weights[block->lang] += block->text.len;
        any.weights[pair.chinese] += block->text.len;
    }
    return winner(&certain, winner(&any, BS_LANG_UNKNOWN));
}

// "매출 | 67.4" beside "DRAM | 29.3": names and quarters in Latin letters make no table English
// where the text around it is not, and one of its cells is like that text.
static bool is_of_language(const bs_table *table, bs_lang around)
{
    enum { LOOKED_AT_CELLS = 64 };
    if (table == NULL || !bs_lang_in(around, BS_IN_CJK)) return false;
    for (size_t i = 0; i < table->cell_count && i < LOOKED_AT_CELLS; i++) {
        if (bs_lang_detect(sample(table->cells[i].text), BS_LANG_UNKNOWN) == around) return true;
    }
    return false;
}

// "Harbour Corporation: 609억 달러", "Heron Services: 12万人": names in Latin letters make no
// short line English whose numbers are counted in another language: that one, else English.
static bs_lang lang_of_counting(bs_str text, bs_lang around)
{
    enum { SHORT_BYTES = 160 };
    bs_letters wide = {0};
    bool counted = false;
    for (size_t i = 0; text.len <= SHORT_BYTES && i < text.len;) {
        bs_rune rune = bs_utf8_decode(text, i);
        bool hangul = bs_rune_is_hangul(rune.code), han = bs_rune_is_han(rune.code);
        bool kana = bs_rune_is_kana(rune.code);
        bool digit = i > 0 && text.ptr[i - 1] >= '0' && text.ptr[i - 1] <= '9';
        counted = counted || (digit && (hangul || han || kana));
        wide.hangul += hangul, wide.han += han, wide.kana += kana;
        i += rune.len;
    }
    return counted ? bs_lang_of(&wide, around) : BS_LANG_EN;
}

static void fill_languages(bs_document *document, bs_lang lang)
{
    bs_lang around = lang == BS_LANG_UNKNOWN ? fill_certain(document) : lang;
    for (size_t i = 0; i < document->blocks.count; i++) {
        bs_block *block = &document->blocks.items[i];
        lang_votes votes = {.around = around};
        if (lang != BS_LANG_UNKNOWN) block->lang = lang;
        if (block->lang == BS_LANG_UNKNOWN) vote_block(&votes, 1, block);
        if (block->lang == BS_LANG_UNKNOWN) block->lang = winner(&votes, around);
        if (lang != BS_LANG_UNKNOWN || block->lang != BS_LANG_EN) continue;
        if (block->table == NULL) block->lang = lang_of_counting(block->text, around);
        if (is_of_language(block->table, around)) block->lang = around;
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
        .paged = source->text.len > 0 && memchr(source->text.ptr, '\f', source->text.len) != NULL,
    };
    // A text has hardly more blocks than lines; what stays unused of the room costs nothing, and
    // without it the array grows as it must.
    (void)BS_RESERVE(arena, &document.blocks, bs_source_line_count(source));
    bs_status status = bs_html__is_page(source) ? bs_html__read(&reader, source->text)
                                                : bs_text__read(&reader, source->text);
    bs_arena_deinit(&reader.scratch);
    if (status != BS_OK) return status;
    fill_languages(&document, lang);
    *out = document;
    return BS_OK;
}
