// SPDX-License-Identifier: GPL-3.0-or-later
#include "plots/text/text.h"

#include <stdlib.h>

#include "plots/text/text_internal.h"

#ifdef __SANITIZE_ADDRESS__
// Fontconfig and Pango keep what they read of fonts until the process ends, behind pointers that
// the leak checker does not see through. Leaks of our own are still reported.
const char *__lsan_default_suppressions(void);
const char *__lsan_default_options(void);
const char *__lsan_default_options(void)
{
    return "print_suppressions=0";
}
const char *__lsan_default_suppressions(void)
{
    return "leak:libfontconfig\nleak:libpango\nleak:libcairo\nleak:libglib\n";
}
#endif

enum { FAMILY_MAX = 6 };

static const char *const families[BS_LANG_COUNT][FAMILY_MAX] = {
    [BS_LANG_UNKNOWN] = {"Noto Sans CJK KR", "Noto Sans CJK SC", "Noto Sans", "sans-serif"},
    [BS_LANG_KO] = {"Noto Sans CJK KR", "Noto Sans KR", "Apple SD Gothic Neo", "Malgun Gothic",
                    "sans-serif"},
    [BS_LANG_ZH] = {"Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei",
                    "sans-serif"},
    [BS_LANG_JA] = {"Noto Sans CJK JP", "Noto Sans JP", "Hiragino Sans", "Yu Gothic", "sans-serif"},
    [BS_LANG_EN] = {"Noto Sans CJK KR", "Noto Sans", "Helvetica Neue", "Arial", "sans-serif"},
};

const char *const *bs_text_families(bs_lang lang)
{
    return families[(unsigned)lang < BS_LANG_COUNT ? lang : BS_LANG_UNKNOWN];
}

bs_status bs_text_new(bs_text **out, bs_lang lang, bs_error *err)
{
    bs_text *text = calloc(1, sizeof *text);
    if (text == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    bs_status status = bs_fonts_open(&text->fonts, lang, err);
    if (status != BS_OK) {
        free(text);
        return status;
    }
    *out = text;
    return BS_OK;
}

bs_status bs_text_new_from(bs_text **out, bs_text_source source, bs_error *err)
{
    bs_text *text = calloc(1, sizeof *text);
    if (text == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    text->source = source;
    *out = text;
    return BS_OK;
}

void bs_text_free(bs_text *text)
{
    if (text == NULL) return;
    bs_fonts_close(text->fonts);
    free(text);
}

// The one place where a text can be; FNV-1a of its bytes and font.
static bs_text_cached *cache_entry(bs_text *text, bs_str line, bs_font font)
{
    uint32_t hash = 2166136261u ^ (uint32_t)(font.size_px * 4) ^ (font.bold ? 0x80000000u : 0);
    for (size_t i = 0; i < line.len; i++)
        hash = (hash ^ (uint8_t)line.ptr[i]) * 16777619u;
    return &text->cache[(hash ^ hash >> 16) % BS_TEXT_CACHE_COUNT];
}

static bool is_cached(const bs_text_cached *entry, bs_str line, bs_font font)
{
    return entry->len == line.len && entry->font.size_px == font.size_px &&
           entry->font.bold == font.bold && memcmp(entry->text, line.ptr, line.len) == 0;
}

bs_status bs_text_width(double *out, bs_text *text, bs_str line, bs_font font, bs_error *err)
{
    if (line.len == 0) {
        *out = 0;
        return BS_OK;
    }
    if (text->fonts == NULL) {
        *out = text->source.width(text->source.context, line, font);
        return BS_OK;
    }
    bs_text_cached *entry = cache_entry(text, line, font);
    if (is_cached(entry, line, font)) {
        *out = entry->width;
        return BS_OK;
    }
    BS_TRY(bs_fonts_width(out, text->fonts, line, font, err));
    if (line.len > BS_TEXT_CACHE_BYTES) return BS_OK;
    *entry = (bs_text_cached){.font = font, .width = *out, .len = line.len};
    memcpy(entry->text, line.ptr, line.len);
    return BS_OK;
}
