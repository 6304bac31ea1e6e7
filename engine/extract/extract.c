// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/extract/extract.h"

#include "engine/base/utf8.h"
#include "engine/extract/extract_internal.h"
#include "engine/extract/grid.h"
#include "engine/extract/moment.h"
#include "engine/extract/place_money.h"
#include "engine/extract/traditional.h"
#include "engine/extract/words.h"

enum {
    NEAR_ABOVE = 4,       // blocks above a table that may speak about all of it
    NEAR_BELOW = 2,       // and below
    NEAR_BYTES_MAX = 200, // a longer one is running text
    SHORT_HEADING_CHARS = 6,
    HEAD_BLOCKS = 6, // blocks that may be letterhead
};

static bool is_near(const bs_block *block)
{
    return block->kind != BS_BLOCK_TABLE && block->text.len <= NEAR_BYTES_MAX;
}

// "(unit: thousand persons)" directly below a table, with no other table behind it to speak of.
static bool is_unit_below(bs__job *job, size_t at, bs_lang lang)
{
    static const char openers[] = "(|（|[|단위|单位|單位|単位|Unit|unit|In |in ";
    const bs_block_array *blocks = &job->out->document->blocks;
    const bs_block *block = &blocks->items[at];
    bs_unit_text unit;
    if (!is_near(block) || !bs_list_starts(block->text, openers)) return false;
    if (!bs_scan_unit(&unit, job->arena, block->text, lang)) return false;
    if (!unit.stated || unit.start != 0 || unit.end != block->text.len) return false;
    for (size_t i = at + 1; i < blocks->count && i <= at + 2; i++) {
        if (blocks->items[i].kind == BS_BLOCK_TABLE) return false;
    }
    return true;
}

// "（百万円未満切捨て、％表示は対前年同四半期増減率）": how the numbers are written, and no title.
static bool is_aside(bs_str text)
{
    static const char closers[] = ")|）";
    text = bs_str_trim(text);
    if (!bs_list_starts(text, "(|（") || !bs_list_ends(text, closers)) return false;
    // "(1) 연결 경영성적 (누계)" is a title between two brackets.
    size_t last = text.len - bs_utf8_decode_before(text, text.len).len;
    for (size_t at = 0; at < last; at += bs_utf8_decode(text, at).len) {
        if (bs_list_starts(bs_str_slice(text, at, last), closers)) return false;
    }
    return true;
}

// "제 24 기 2022.01.01 부터 2022.12.31 까지": a business term with its days, and no title.
static bool is_dated_term(bs_str text)
{
    text = bs_str_trim(text);
    size_t at = bs_list_starts(text, "제|第") ? bs_utf8_decode(text, 0).len : text.len;
    bs_str number = bs_str_trim(bs_str_slice(text, at, text.len));
    size_t digits = 0;
    while (digits < number.len && number.ptr[digits] >= '0' && number.ptr[digits] <= '9')
        digits++;
    bs_str behind = bs_str_trim(bs_str_slice(number, digits, number.len));
    return digits > 0 && bs_list_starts(behind, "기|期") &&
           bs_list_ends(text, "까지|현재|まで|現在|기|기말|期|期末|분기|분기말|반기|반기말");
}

// Are two tables parts of one in the text, with nothing but a line end between them? The second has
// heads of its own.
static bool is_straight_above(const bs_table *above, const bs_table *table)
{
    if (above == NULL || table == NULL || above->cell_count == 0 || table->cell_count == 0)
        return false;
    bs_str last = above->cells[above->cell_count - 1].text, first = table->cells[0].text;
    size_t lines = 0;
    if (first.ptr < last.ptr + last.len) return false;
    for (const char *at = last.ptr + last.len; at < first.ptr; at++) {
        if (*at != ' ' && *at != '\n' && *at != '\r') return false;
        lines += *at == '\n';
    }
    return lines == 1;
}

// "3. 2032年3月期の連結業績予想", "□ 품목별 수출": an item above a table that tells no number is
// its title.
static bool is_item_title(bs__job *job, const bs_block *block)
{
    enum { TITLE_BYTES_MAX = 200 };
    bs_str text = bs_str_trim(block->text);
    if (text.len == 0 || text.len > TITLE_BYTES_MAX) return false;
    const char *end = memchr(text.ptr, '\n', text.len);
    bs_str first = bs_str_slice(text, 0, end == NULL ? text.len : (size_t)(end - text.ptr));
    if (bs_list_ends(text, ".|。|다|;|；|:|：|,|、")) return false;
    if (first.len < text.len && !is_aside(bs_str_slice(text, first.len, text.len))) return false;
    bs_item_array items = {0};
    if (bs_scan(&items, job->arena, text, block->lang, NULL) != BS_OK) return false;
    for (size_t i = 0; i < items.count; i++) {
        bs_kind kind = items.items[i].kind;
        if (kind != BS_KIND_DATE && kind != BS_KIND_YEAR) return false;
    }
    return true;
}

// Lines above and below the table, nearest first, and its title.
static bs_status find_near(bs__job *job, bs__table_context *context, size_t first, size_t last)
{
    const bs_block_array *blocks = &job->out->document->blocks;
    bs_str *near = BS_NEW_ARRAY(job->arena, bs_str, NEAR_ABOVE + NEAR_BELOW);
    if (near == NULL) return bs__no_memory(job->err);
    bs_lang lang = blocks->items[first].lang;
    const bs_block *title = NULL;
    for (size_t i = first; i-- > 0 && first - i <= NEAR_ABOVE;) {
        const bs_block *block = &blocks->items[i];
        // The left one of two tables side by side stands under the same lines.
        bool beside = block->kind == BS_BLOCK_TABLE && block->line == blocks->items[first].line;
        if (beside || is_straight_above(block->table, blocks->items[i + 1].table)) continue;
        if (!is_near(block)) break;
        // The head of the labels, which has kept a line to itself.
        if (bs_list_is(bs_str_trim(block->text), "구분|구 분|항목|항 목|区分|区 分|項目|项目"))
            continue;
        bool speaks = block->kind == BS_BLOCK_CAPTION || block->kind == BS_BLOCK_HEADING ||
                      block->kind == BS_BLOCK_NOTE || block->kind == BS_BLOCK_PARAGRAPH;
        bs_unit_text named;
        bool item = block->kind == BS_BLOCK_LIST_ITEM &&
                    ((bs_scan_unit(&named, job->arena, block->text, lang) && named.stated) ||
                     is_item_title(job, block));
        if (!speaks && !item) break;
        near[context->near_count++] = block->text;
        bool better = block->kind == BS_BLOCK_CAPTION || block->kind == BS_BLOCK_HEADING || item;
        bs_unit_text unit;
        bool only_unit = bs_scan_whole_unit(&unit, job->arena, block->text, lang);
        bool aside = is_aside(block->text) || is_dated_term(block->text);
        if (!only_unit && !aside &&
            (title == NULL || (better && title->kind == BS_BLOCK_PARAGRAPH)))
            title = block;
        if (better && !only_unit && !aside) break;
    }
    context->above_count = context->near_count;
    for (size_t i = last + 1; i < blocks->count && i - last <= NEAR_BELOW; i++) {
        const bs_block *block = &blocks->items[i];
        bool below = block->kind == BS_BLOCK_NOTE && is_near(block);
        if (!below && !(i == last + 1 && is_unit_below(job, i, lang))) break;
        near[context->near_count++] = block->text;
    }
    context->near = near;
    bs_str caption = title ? title->text : context->frame.heading;
    context->caption = bs__clean_caption(job, caption, lang);
    return BS_OK;
}

// Reads the table at block `first` with the pieces that continue it; *next is the block behind
// them.
static bs_status read_table(bs__job *job, size_t first, const bs__frame *frame, size_t *next)
{
    const bs_block_array *blocks = &job->out->document->blocks;
    size_t last = first;
    while (last + 1 < blocks->count && blocks->items[last + 1].kind == BS_BLOCK_TABLE &&
           bs__grid_continues(blocks->items[first].table, blocks->items[last + 1].table,
                              blocks->items[first].lang)) {
        last++;
    }
    size_t count = last - first + 1;
    const bs_block **tables = BS_NEW_ARRAY(job->arena, const bs_block *, count);
    uint32_t *numbers = BS_NEW_ARRAY(job->arena, uint32_t, count);
    if (tables == NULL || numbers == NULL) return bs__no_memory(job->err);
    for (size_t i = 0; i < count; i++) {
        tables[i] = &blocks->items[first + i];
        numbers[i] = (uint32_t)(first + i + 1);
    }
    bs__table_context context = {
        .tables = tables, .blocks = numbers, .table_count = count, .frame = *frame};
    BS_TRY(find_near(job, &context, first, last));
    *next = last + 1;
    return bs__read_tables(job, &context);
}

// Without a date in parentheses at its end, which says when it happened: "... 발표(10.9)".
static bs_str strip_event(bs__job *job, bs_str text, bs_lang lang)
{
    bs_item_array items = {0};
    bool opens = bs_str_has_any(text, "(|（"); // few headings do
    if (!opens || bs_scan(&items, job->arena, text, lang, NULL) != BS_OK || items.count == 0)
        return text;
    const bs_item *last = &items.items[items.count - 1];
    bs_rune open = bs_utf8_decode_before(text, last->start);
    bool closes = text.len - last->end <= 3 && text.len > last->end;
    bool event = last->kind == BS_KIND_DATE && (open.code == '(' || open.code == 0xFF08) && closes;
    return event ? bs_str_trim(bs_str_slice(text, 0, last->start - open.len)) : text;
}

// A heading of a word or two ("특징", "Summary") says more with the one it stands under.
static bs_str heading_of(bs__job *job, const bs_block *block)
{
    bs_str own = strip_event(job, bs__clean_caption(job, block->text, block->lang), block->lang);
    size_t level = block->level < HEADING_LEVEL_MAX ? block->level : HEADING_LEVEL_MAX;
    bs_str above = {0};
    for (size_t i = 1; i < level; i++)
        above = job->path[i].len > 0 ? job->path[i] : above;
    for (size_t i = level; i <= HEADING_LEVEL_MAX; i++)
        job->path[i] = (bs_str){0};
    job->path[level] = own;
    if (above.len == 0 || bs_utf8_count(own) > SHORT_HEADING_CHARS) return own;
    return bs_arena_join(job->kept, above, " ", own);
}

// The byte from which on a caption states a unit, behind the bracket or word; 0 where it does not.
static size_t unit_of_caption(const bs__job *job, bs_str text, bs_lang lang)
{
    bs_unit_text unit;
    bool ends = bs_scan_unit(&unit, job->arena, text, lang) && unit.end == text.len;
    return !ends ? 0 : unit.start > 0 ? unit.start : unit.stated;
}

bs_status bs__read_joined(bs__job *job, bs__passage passage, bs__frame *frame)
{
    bs__joined joined = {.text = passage.text};
    size_t first = job->out->quantities.count;
    bool lines = passage.title && memchr(passage.text.ptr, '\n', passage.text.len) != NULL;
    const bs_block *block = &job->out->document->blocks.items[passage.block - 1];
    if (block->pieces != NULL)
        BS_TRY(bs__join_pieces(&joined, job->arena, block, job->err));
    else if (!lines)
        BS_TRY(bs__join_lines(&joined, job->arena, passage.text, passage.lang, job->err));
    bool caption = block->kind == BS_BLOCK_CAPTION;
    if (caption) passage.unit = unit_of_caption(job, joined.text, passage.lang);
    if (joined.seams.count == 0) return bs__read_passage(job, passage, frame);
    passage.text = joined.text;
    passage.joined = &joined;
    BS_TRY(bs__read_passage(job, passage, frame));
    for (size_t i = first; i < job->out->quantities.count; i++) {
        bs_quantity *quantity = &job->out->quantities.items[i];
        quantity->text = bs__joined_printed(&joined, quantity->text);
        quantity->digits = bs__joined_printed(&joined, quantity->digits);
        quantity->indicator = bs__joined_name(&joined, quantity->indicator);
        quantity->subject = bs__joined_name(&joined, quantity->subject);
    }
    return BS_OK;
}

// A note below a table says when that was, and nothing of the text behind it.
static bool is_note_of_table(const bs_document *document, size_t index)
{
    const bs_block *blocks = document->blocks.items;
    if (blocks[index].kind != BS_BLOCK_NOTE) return false;
    for (size_t i = index; i-- > 0 && index - i <= NEAR_BELOW;) {
        if (blocks[i].kind != BS_BLOCK_NOTE) return blocks[i].kind == BS_BLOCK_TABLE;
    }
    return false;
}

static bs_status read_block(bs__job *job, size_t index, bs__frame *frame)
{
    const bs_block *block = &job->out->document->blocks.items[index];
    if (bs__is_page_number(job->out->document, index)) return BS_OK;
    if (block->kind == BS_BLOCK_HEADING) {
        *frame = job->start;
        frame->heading = heading_of(job, block);
        frame->planned = bs__is_heading_of_plan(frame->heading, block->lang);
    }
    if (job->headings != NULL) job->headings[index] = frame->heading;
    bs__passage passage = {
        .text = block->text,
        .lang = block->lang,
        .level = block->kind == BS_BLOCK_LIST_ITEM ? block->level : 0,
        .block = (uint32_t)(index + 1),
        .title = block->kind == BS_BLOCK_HEADING || block->kind == BS_BLOCK_CAPTION,
    };
    // When the paper itself comes out is not what its figures are about.
    bs__frame apart = *frame;
    bool aside = index < HEAD_BLOCKS && bs__is_dispatch(block->text);
    aside |= is_note_of_table(job->out->document, index);
    size_t first = job->out->quantities.count;
    BS_TRY(bs__read_joined(job, passage, aside ? &apart : frame));
    bs__label_note_lead(job, &passage, first, frame);
    bs__note_brackets(job, &passage, first);
    if (block->kind == BS_BLOCK_LIST_ITEM) bs__share_list_unit(job, &passage, first);
    return BS_OK;
}

// Chinese: does a clause of the section begin with its time? "高丽菜12月种植2305公顷" tells it of
// one thing, in a paper that speaks of others before.
static bool opens_clause(const bs__job *job, size_t first, bs_period period)
{
    if (job->source->lang != BS_LANG_ZH) return true;
    for (size_t i = first; i < job->out->quantities.count; i++) {
        const bs_quantity *time = &job->out->quantities.items[i];
        if (time->kind != BS_KIND_DATE && time->kind != BS_KIND_YEAR) continue;
        if (!bs_period_equal(time->period, period)) continue;
        bs_str front = bs_str_trim(bs_str_slice(job->source->text, 0, time->origin.offset));
        bool head = front.len == 0 || front.len < time->origin.offset;
        if (head || bs_list_ends(front, "，|。|；|：|、|（|(|“|截至|在|至|到|从|自|于|,|:|#|-|*"))
            return true;
    }
    return false;
}

// A section that states one time only is about that time, its headline too; a plan for later years
// is not what the headline tells.
static void date_section(bs__job *job, size_t first, const bs__frame *frame)
{
    int year = bs_period_year_of(job->source->published);
    if (!frame->period_stated || frame->several || bs_period_end(frame->period).year > year) return;
    if (!opens_clause(job, first, frame->period)) return;
    for (size_t i = first; i < job->out->quantities.count; i++) {
        bs_quantity *quantity = &job->out->quantities.items[i];
        if (quantity->period_rule != bs__year_of_document) continue;
        quantity->period = frame->period;
        quantity->period_rule = "time stated later in the section";
    }
}

// The one time that the text above the first section names holds for all of them: "the results as
// of 1 November 2020 are as follows". A heading of the level of the title begins another subject.
static void keep_preamble(bs__job *job, const bs_block *heading, const bs__frame *frame)
{
    const bs_block *first = &job->out->document->blocks.items[0];
    if (first->kind == BS_BLOCK_HEADING && heading->level <= first->level) return;
    if (job->start.period_stated || !frame->period_stated || frame->several) return;
    job->start.period = frame->period;
    job->start.period_stated = true;
}

// Hands over what has been read; the memory that it took is used again.
static bs_status hand_over(bs__job *job)
{
    if (job->take == NULL) return BS_OK;
    if (job->out->quantities.count > 0) {
        BS_TRY(job->take(job->take_state, job->out, job->err));
    }
    job->out->quantities = (bs_quantity_array){0};
    memset(job->parents, 0, sizeof job->parents);
    memset(job->told, 0, sizeof job->told);
    job->units.items = NULL;
    job->units.count = job->units.capacity = 0;
    bs_arena_reset(job->arena);
    return BS_OK;
}

// A long section need not be at its end, once what comes cannot date it any more.
static bs_status hand_over_some(bs__job *job, const bs__frame *frame)
{
    enum { COUNT_MIN = 1024 };
    bool settled = frame->several || bs_period_is_none(job->source->published);
    return settled && job->out->quantities.count >= COUNT_MIN ? hand_over(job) : BS_OK;
}

static bs_status read_section_block(bs__job *job, size_t index, bs__frame *frame, size_t *next)
{
    *next = index + 1;
    const bs_block *block = &job->out->document->blocks.items[index];
    bool table = block->kind == BS_BLOCK_TABLE;
    bs__note_list_unit(job, block);
    BS_TRY(table ? read_table(job, index, frame, next) : read_block(job, index, frame));
    return hand_over_some(job, frame);
}

static bs_status read_blocks(bs__job *job)
{
    bs__frame frame = job->start;
    const bs_block_array *blocks = &job->out->document->blocks;
    size_t section = 0;
    bool preamble = true;
    for (size_t i = 0; i < blocks->count;) {
        if (blocks->items[i].kind == BS_BLOCK_HEADING) {
            date_section(job, section, &frame);
            BS_TRY(hand_over(job));
            section = job->out->quantities.count;
            if (preamble && i > 0) keep_preamble(job, &blocks->items[i], &frame);
            preamble = preamble && i == 0;
        }
        BS_TRY(read_section_block(job, i, &frame, &i));
    }
    date_section(job, section, &frame);
    return hand_over(job);
}

// A Chinese or Japanese paper that names its time by words alone.
static bool is_undated(const bs__job *job)
{
    static const bs_str words[] = {BS_STR_INIT("今年"), BS_STR_INIT("去年"), BS_STR_INIT("昨年"),
                                   BS_STR_INIT("来年"), BS_STR_INIT("明年")};
    bool han = job->source->lang == BS_LANG_ZH || job->source->lang == BS_LANG_JA;
    if (!han || job->start.period_stated || !bs_period_is_none(job->source->published))
        return false;
    for (size_t i = 0; i < job->out->document->blocks.count; i++) {
        for (size_t k = 0; k < BS_COUNT(words); k++) {
            bs_str text = job->out->document->blocks.items[i].text;
            if (bs_str_find(text, words[k], 0) != SIZE_MAX) return true;
        }
    }
    return false;
}

static bool has_one_subject(const bs_document *document)
{
    size_t headings = 0;
    for (size_t i = 1; i < document->blocks.count; i++)
        headings += document->blocks.items[i].kind == BS_BLOCK_HEADING;
    return headings == 0;
}

static bs_status read_all(bs__job *job)
{
    job->one_subject = has_one_subject(job->out->document);
    if (job->take == NULL) {
        job->headings = BS_NEW_ARRAY(job->kept, bs_str, job->out->document->blocks.count);
        if (job->headings == NULL) return bs__no_memory(job->err);
    }
    BS_TRY(bs__find_business_year(job));
    if (job->source->lang == BS_LANG_EN) job->dollar = bs__home_dollar(job->source->text);
    if (job->source->lang == BS_LANG_JA) job->eras = bs__first_eras(job->source->text);
    if (job->source->lang == BS_LANG_ZH)
        job->republic = bs__counts_years_of_republic(job->source->text);
    BS_TRY(bs__read_title(job));
    job->undated = is_undated(job);
    bool headline =
        bs_lang_in(job->source->lang, BS_IN_CJK) && !bs__is_sentence(job->source->title);
    if (headline) BS_TRY(bs__title_year(job));
    BS_TRY(read_blocks(job));
    return job->take == NULL ? bs__assemble(job) : BS_OK;
}

static bs_status extract_as_it_is(bs_reading *out, bs_arena *arena, bs_source *source,
                                  const bs_document *document, const bs_extract_options *options,
                                  bs_error *err)
{
    *out = (bs_reading){.source = source, .document = document};
    bs__read_meta(source, arena, document, options);
    bs_arena section = BS_ARENA_INIT;
    bs__job job = {.arena = options->take != NULL ? &section : arena,
                   .kept = arena,
                   .take = options->take,
                   .take_state = options->take_state,
                   .source = source,
                   .out = out,
                   .err = err};
    bs_status status = read_all(&job);
    bs_arena_deinit(&job.scratch);
    bs_arena_deinit(&section);
    return status;
}

// --- traditional characters ----------------------------------------------------------------------

typedef struct folded {
    bs__fold *fold;
    bs_source *source;
    const bs_document *document;
    const bs_extract_options *options; // of the caller
    bs_arena arena;                    // of what is handed over
} folded;

static bs_status restore_meta(folded *own, bs_arena *arena, bs_error *err)
{
    bs_source read = *bs__fold_source(own->fold);
    read.text = own->source->text;
    BS_TRY(bs__fold_restore_text(own->fold, arena, &read.title, err));
    BS_TRY(bs__fold_restore_text(own->fold, arena, &read.publisher, err));
    *own->source = read;
    return BS_OK;
}

// What is handed over is borrowed: a copy gets the printed characters back.
static bs_status take_restored(void *state, const bs_reading *part, bs_error *err)
{
    folded *own = state;
    bs_reading copy = {.source = own->source, .document = own->document};
    size_t count = part->quantities.count;
    bs_arena_reset(&own->arena);
    copy.quantities.items = BS_NEW_ARRAY(&own->arena, bs_quantity, count);
    if (copy.quantities.items == NULL) return bs__no_memory(err);
    memcpy(copy.quantities.items, part->quantities.items, count * sizeof *copy.quantities.items);
    copy.quantities.count = count;
    BS_TRY(bs__fold_restore(own->fold, &own->arena, &copy, err));
    return own->options->take(own->options->take_state, &copy, err);
}

static bs_status extract_folded(bs_reading *out, bs_arena *arena, folded *own, bs_error *err)
{
    BS_TRY(bs__fold_new(&own->fold, arena, own->source, own->document, err));
    bs_extract_options options = *own->options;
    if (options.take != NULL) options.take = take_restored, options.take_state = own;
    bs_status status = extract_as_it_is(out, arena, bs__fold_source(own->fold),
                                        bs__fold_document(own->fold), &options, err);
    bs_arena_deinit(&own->arena);
    BS_TRY(status);
    BS_TRY(restore_meta(own, arena, err));
    out->source = own->source;
    out->document = own->document;
    return bs__fold_restore(own->fold, arena, out, err);
}

bs_status bs_extract(bs_reading *out, bs_arena *arena, bs_source *source,
                     const bs_document *document, const bs_extract_options *options, bs_error *err)
{
    static const bs_extract_options defaults = BS_EXTRACT_OPTIONS_INIT;
    if (options == NULL) options = &defaults;
    if (!bs__is_to_be_folded(document, source))
        return extract_as_it_is(out, arena, source, document, options, err);
    folded own = {.source = source, .document = document, .options = options};
    return extract_folded(out, arena, &own, err);
}
