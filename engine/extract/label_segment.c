// SPDX-License-Identifier: GPL-3.0-or-later
// Japanese: the segment of a company whose sales or profit a paragraph tells. It is named in the
// sentence, "工作機械事業では、売上高は", or in a line of its own above, "（工作機械事業）".
#include "engine/extract/extract_internal.h"
#include "engine/extract/label_internal.h"
#include "engine/extract/label_words.h"
#include "engine/extract/numeral.h"

enum {
    NAME_BYTES_MAX = 60,
    REACH_BYTES_MAX = 600, // between a segment and what is told of it
    MEASURE_CHARS_MAX = 10,
    BLOCKS_MAX = 5, // how far above a paragraph the line with its segment may stand
};

static const char kinds[] = "事業|部門|セグメント|分野|カンパニー";

// A measure that every segment has, and nothing else.
static bool is_measure(bs_str name)
{
    static const char measures[] =
        "売上高|売上収益|営業収益|収益|利益|損失|受注高|受注残高|販売額|出荷額|生産高|受注額";
    static const char others[] = "全社|連結|当社|当期|中間|経常|税引|年間|通期|調整|の|前";
    return name.len > 0 && bs_utf8_count(name) <= MEASURE_CHARS_MAX &&
           bs_list_ends(name, measures) && !bs_list_starts(name, others);
}

static bool is_name(bs_str name)
{
    static const char none[] = "当|同|本|各|全|この|その|これ|新|主力|主な|両|中核";
    size_t len;
    for (size_t at = 0; at < name.len; at += bs_utf8_decode(name, at).len) {
        if (bs_digit_at(name, at, &len) >= 0 || bs__label_is_edge(bs_utf8_decode(name, at)))
            return false;
    }
    return bs_utf8_count(name) > 3 && name.len <= NAME_BYTES_MAX && !bs_list_starts(name, none);
}

// "グループ全体では": has the text come back to the whole company?
static bool speaks_of_all(bs_str text)
{
    static const char words[] = "全体|全社|連結|合計|通期|予想|当社グループ";
    return bs_str_has_any(text, words);
}

// The name of the segment that the last line of `text` before byte `at` has spoken of; empty for
// none.
static bs_str in_sentence(bs_str text, size_t at)
{
    static const char behind[] =
        "では|は|においては|におきましては|につきましては|については|における";
    static const bs_str words[] = {BS_STR_INIT("事業"), BS_STR_INIT("部門"),
                                   BS_STR_INIT("セグメント")};
    bs_str found = {0};
    size_t low = at > REACH_BYTES_MAX ? at - REACH_BYTES_MAX : 0;
    for (size_t i = 0; i < BS_COUNT(words); i++) {
        for (size_t from = low;
             (from = bs_str_find(bs_str_slice(text, 0, at), words[i], from)) < at;) {
            from += words[i].len;
            if (!bs_list_starts(bs_str_slice(text, from, text.len), behind)) continue;
            bs_str name = bs__label_clause(text, 0, from);
            for (bool cut = true; cut;)
                cut = bs__label_strip_start(&name, BS_LANG_JA);
            name = bs__label_after_break(name, BS_LANG_JA);
            if (bs_list_starts(name, "主力の|中核の"))
                name = bs_str_slice(name, strlen("主力の"), name.len);
            if (is_name(name) && (found.len == 0 || name.ptr > found.ptr)) found = name;
        }
    }
    size_t end = found.len > 0 ? (size_t)(found.ptr - text.ptr) + found.len : at;
    return speaks_of_all(bs_str_slice(text, end, at)) ? (bs_str){0} : found;
}

// The name in a line that is nothing else: "（工作機械事業）", "① 工作機械事業"; empty for others.
// `marked`: it has stood behind a mark of a heading or an item.
static bs_str in_line(bs_str line, bool marked)
{
    static const char open[] = "（|(|＜|<|【|［|[|〔|・|●|■|◆|○|◎|①|②|③|④|⑤|⑥|⑦|⑧|⑨|※|#|*| |　";
    static const char close[] = "）|)|＞|>|】|］|]|〕|*| |　";
    static const char rest[] = "その他|その他の事業";
    static const char front[] = "［|[|＜|<|【|〔|〈";
    static const char plain[] =
        "注|参考|単位|連結|個別|単体|概|全|業績|経営|前|当|今後|見通|予想|実績|"
        "通期|上期|下期|配当|財|セグメント|売上|収益|利益|ご|お";
    line = bs_str_trim(line);
    marked = marked || bs_list_starts(line, open);
    bool alone = bs_list_starts(line, front) && bs_list_ends(line, "］|]|＞|>|】|〕|〉");
    if (line.len > NAME_BYTES_MAX + NAME_BYTES_MAX) return (bs_str){0};
    while (bs_list_starts(line, open))
        line = bs_str_slice(line, bs_utf8_decode(line, 0).len, line.len);
    while (bs_list_ends(line, close))
        line = bs_str_slice(line, 0, line.len - bs_utf8_decode_before(line, line.len).len);
    bool other = marked && bs_list_starts(line, rest) && bs_list_ends(line, rest);
    // "［電子材料］": in brackets of its own whatever it ends in.
    bool bracketed = alone && is_name(line) && !bs_list_starts(line, plain);
    return other || bracketed || (bs_list_ends(line, kinds) && is_name(line)) ? line : (bs_str){0};
}

// The segment that stands in a line above the passage, over other paragraphs of its section.
static bs_str in_block_above(const bs__job *job, const bs__passage *passage)
{
    const bs_block_array *blocks = &job->out->document->blocks;
    for (uint32_t i = passage->block; i-- > 1 && passage->block - i <= BLOCKS_MAX;) {
        if (i - 1 >= blocks->count) continue;
        const bs_block *block = &blocks->items[i - 1];
        bool marked = block->kind == BS_BLOCK_HEADING || block->kind == BS_BLOCK_LIST_ITEM;
        bs_str name = in_line(block->text, marked);
        if (name.len > 0) return name;
        bool prose = bs_str_find(block->text, BS_STR("。"), 0) != SIZE_MAX;
        if (block->kind == BS_BLOCK_HEADING || !prose) break;
    }
    return (bs_str){0};
}

// The last line of its own in front of byte `at` of the passage that names a segment.
static bs_str in_line_before(bs_str text, size_t at)
{
    for (int lines = 0; at > 0 && lines < BLOCKS_MAX; lines++) {
        size_t low = at > REACH_BYTES_MAX ? at - REACH_BYTES_MAX : 0;
        const char *stop = memrchr(text.ptr + low, '\n', at - low);
        if (stop == NULL) break;
        size_t end = (size_t)(stop - text.ptr);
        const char *front = end > low ? memrchr(text.ptr + low, '\n', end - low) : NULL;
        if (front == NULL && low > 0) break;
        size_t start = front != NULL ? (size_t)(front - text.ptr) + 1 : 0;
        bs_str name = in_line(bs_str_slice(text, start, end), false);
        if (name.len > 0) return name;
        at = end;
    }
    return (bs_str){0};
}

void bs__label_segments(bs__job *job, const bs__passage *passage, size_t first)
{
    bs_quantity_array *all = &job->out->quantities;
    bs_str text = passage->text, above = {0};
    bool asked = false;
    if (passage->table > 0 || passage->title) return;
    for (size_t i = first; i < all->count; i++) {
        bs_quantity *self = &all->items[i];
        bs_str name = self->indicator;
        bool inside = name.ptr >= text.ptr && name.ptr + name.len <= text.ptr + text.len;
        if (self->subject.len > 0 || !inside || !is_measure(name)) continue;
        size_t at = (size_t)(name.ptr - text.ptr);
        self->subject = in_sentence(text, at);
        if (self->subject.len == 0) self->subject = in_line_before(text, at);
        if (self->subject.len > 0) continue;
        if (speaks_of_all(bs_str_slice(text, 0, at))) continue;
        if (!asked) above = in_block_above(job, passage);
        asked = true;
        self->subject = above;
    }
}
