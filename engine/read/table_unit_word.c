// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/read/table_unit_word.h"

#include "engine/base/array.h"
#include "engine/base/utf8.h"

static const bs_unit_word words[] = {
    {BS_STR_INIT("百万円"), BS_UNIT_AMOUNT},   {BS_STR_INIT("千円"), BS_UNIT_AMOUNT},
    {BS_STR_INIT("億円"), BS_UNIT_AMOUNT},     {BS_STR_INIT("10億円"), BS_UNIT_AMOUNT},
    {BS_STR_INIT("万円"), BS_UNIT_AMOUNT},     {BS_STR_INIT("兆円"), BS_UNIT_AMOUNT},
    {BS_STR_INIT("円"), BS_UNIT_AMOUNT},       {BS_STR_INIT("円銭"), BS_UNIT_AMOUNT},
    {BS_STR_INIT("百万ドル"), BS_UNIT_AMOUNT}, {BS_STR_INIT("千ドル"), BS_UNIT_AMOUNT},
    {BS_STR_INIT("億ドル"), BS_UNIT_AMOUNT},   {BS_STR_INIT("株"), BS_UNIT_AMOUNT},
    {BS_STR_INIT("千株"), BS_UNIT_AMOUNT},     {BS_STR_INIT("人"), BS_UNIT_AMOUNT},
    {BS_STR_INIT("千人"), BS_UNIT_AMOUNT},     {BS_STR_INIT("万人"), BS_UNIT_AMOUNT},
    {BS_STR_INIT("件"), BS_UNIT_AMOUNT},       {BS_STR_INIT("戸"), BS_UNIT_AMOUNT},
    {BS_STR_INIT("台"), BS_UNIT_AMOUNT},       {BS_STR_INIT("世帯"), BS_UNIT_AMOUNT},
    {BS_STR_INIT("ha"), BS_UNIT_AMOUNT},       {BS_STR_INIT("千ha"), BS_UNIT_AMOUNT},
    {BS_STR_INIT("t"), BS_UNIT_AMOUNT},        {BS_STR_INIT("千t"), BS_UNIT_AMOUNT},
    {BS_STR_INIT("万t"), BS_UNIT_AMOUNT},      {BS_STR_INIT("トン"), BS_UNIT_AMOUNT},
    {BS_STR_INIT("kg"), BS_UNIT_AMOUNT},       {BS_STR_INIT("㎏"), BS_UNIT_AMOUNT},
    {BS_STR_INIT("kl"), BS_UNIT_AMOUNT},       {BS_STR_INIT("㎡"), BS_UNIT_AMOUNT},
    {BS_STR_INIT("倍"), BS_UNIT_AMOUNT},       {BS_STR_INIT("歳"), BS_UNIT_AMOUNT},
    {BS_STR_INIT("時間"), BS_UNIT_AMOUNT},     {BS_STR_INIT("日"), BS_UNIT_AMOUNT},
    {BS_STR_INIT("万元"), BS_UNIT_AMOUNT},     {BS_STR_INIT("亿元"), BS_UNIT_AMOUNT},
    {BS_STR_INIT("万吨"), BS_UNIT_AMOUNT},     {BS_STR_INIT("억원"), BS_UNIT_AMOUNT},
    {BS_STR_INIT("백만원"), BS_UNIT_AMOUNT},   {BS_STR_INIT("천명"), BS_UNIT_AMOUNT},
    {BS_STR_INIT("%"), BS_UNIT_RATE},          {BS_STR_INIT("％"), BS_UNIT_RATE},
    {BS_STR_INIT("ポイント"), BS_UNIT_RATE},   {BS_STR_INIT("%p"), BS_UNIT_RATE},
    {BS_STR_INIT("銭"), BS_UNIT_PART},
};

const bs_unit_word *bs_units__word(bs_str token)
{
    for (size_t i = 0; i < BS_COUNT(words); i++) {
        if (bs_str_equal(token, words[i].text)) return &words[i];
    }
    return NULL;
}

const bs_unit_word *bs_units__whole(bs_str text)
{
    const bs_unit_word *unit = bs_units__word(text);
    for (size_t at = 0; unit == NULL && at < text.len;) {
        bs_rune rune = bs_utf8_decode(text, at);
        bs_str front = bs_str_slice(text, 0, at);
        at += rune.len;
        if (!bs_rune_is_space(rune.code)) continue;
        const bs_unit_word *part = bs_units__word(bs_str_trim(bs_str_slice(text, at, text.len)));
        return part != NULL && part->kind == BS_UNIT_PART ? bs_units__word(front) : NULL;
    }
    return unit;
}
