// SPDX-License-Identifier: GPL-3.0-or-later
// A line that states a unit above a list: "(단위 : 억 원)" over "- 보조금 : 2,663(31%)". It is that
// of the items that print none.
#include "engine/core/unit.h"
#include "engine/extract/extract_internal.h"
#include "engine/extract/label_internal.h"
#include "engine/extract/scan_internal.h"
#include "engine/extract/words.h"

// "세입", "일반회계 : 2031년 세입": a short name between the unit and the list, without a figure.
static bool is_name(const bs_block *block)
{
    enum { NAME_BYTES_MAX = 80, YEAR_DIGITS = 4 };
    bs_str text = bs_str_trim(block->text);
    bool plain = block->kind == BS_BLOCK_PARAGRAPH || block->kind == BS_BLOCK_CAPTION;
    if (!plain || text.len > NAME_BYTES_MAX || bs_list_ends(text, ".|다|。|)|）")) return false;
    for (size_t at = 0, end; at < text.len; at = end + 1) {
        end = bs__digits_end(text, at);
        if (end != at && end - at != YEAR_DIGITS) return false;
    }
    return true;
}

void bs__note_list_unit(bs__job *job, const bs_block *block)
{
    bs_unit_text unit;
    if (block->kind == BS_BLOCK_LIST_ITEM || (job->list_unit.len > 0 && is_name(block))) return;
    job->list_unit = (bs_str){0};
    bs_str text = bs_str_trim(block->text);
    if (block->table != NULL || !bs_list_ends(text, ")|）|]|】|円|원|元")) return;
    bs_str line = bs_str_behind_last(text, "\n");
    bool stated = bs_scan_unit(&unit, job->arena, line, block->lang) && unit.stated &&
                  unit.end == line.len && unit.list_count <= 2;
    bool rate = unit.list_count == 2 && bs_str_equal(unit.list[1].unit, BS_STR("%"));
    if (!stated || (unit.list_count == 2 && !rate) || bs_str_equal(unit.unit, BS_STR("%"))) return;
    job->list_unit = bs_arena_format(job->kept, "%.*s", BS_STR_ARG(unit.unit));
    job->list_power = unit.power;
}

// "보조금 : 2,663(31%)": does a name stand in front of the number, and nothing but an aside behind?
static bool is_fact(const bs__passage *passage, const bs_quantity *self)
{
    static const char rates[] = "율|률|率|비중|比|지수|指数|배율|倍率|비율";
    bs_str name = bs_str_trim(bs_str_slice(passage->text, 0, bs__label_start(self, passage->text)));
    bs_str rest =
        bs_str_slice(passage->text, bs__label_end(self, passage->text), passage->text.len);
    rest = bs_str_trim(rest);
    if (bs_str_ends(name, BS_STR("："))) name.len -= strlen("：");
    if (bs_str_ends(name, BS_STR(":"))) name.len--;
    name = bs_str_trim(name);
    bool named = bs__hangul_before(name, name.len) || bs__han_before(name, name.len) ||
                 bs__kana_before(name, name.len) || bs_list_ends(name, ")|）");
    return named && !bs_list_ends(name, rates) && (rest.len == 0 || bs_list_starts(rest, "(|（"));
}

void bs__share_list_unit(bs__job *job, const bs__passage *passage, size_t first)
{
    bs_quantity_array *all = &job->out->quantities;
    size_t bare = SIZE_MAX;
    if (job->list_unit.len == 0) return;
    for (size_t i = first; i < all->count; i++) {
        const bs_quantity *self = &all->items[i];
        if (self->kind == BS_KIND_PERCENT || !self->valued || bs__label_is_time(self)) continue;
        bool plain = self->kind == BS_KIND_QUANTITY && bs_str_equal(self->unit, BS_STR("1"));
        if (!plain || bare != SIZE_MAX) return;
        bare = i;
    }
    if (bare == SIZE_MAX || !is_fact(passage, &all->items[bare])) return;
    bs_quantity *self = &all->items[bare];
    if (bs_decimal_shift(&self->value, self->value, job->list_power, NULL) != BS_OK) return;
    self->unit = job->list_unit;
    self->kind = bs__unit_kind(&(bs__unit_here){.dimension = bs_unit_dimension(self->unit)});
    self->unit_rule = "line above the list";
}
