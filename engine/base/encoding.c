// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/encoding.h"

#include <errno.h>
#include <iconv.h>

#include "engine/base/buffer.h"
#include "engine/base/encoding_internal.h"
#include "engine/base/utf8.h"

// Names of encodings whose files are really in a superset, which iconv knows by another name.
static const struct {
    const char *name;
    const char *codec;
} codecs[] = {
    {"EUC-KR", "CP949"},      {"KS_C_5601-1987", "CP949"}, {"GB2312", "GB18030"},
    {"GBK", "GB18030"},       {"CP936", "GB18030"},        {"Big5", "BIG5-HKSCS"},
    {"Shift_JIS", "CP932"},   {"SJIS", "CP932"},           {"EUC-JP", "EUC-JP-MS"},
    {"ISO-8859-1", "CP1252"}, {"latin1", "CP1252"},        {"windows-949", "CP949"},
    {"windows-31j", "CP932"}, {"windows-936", "GB18030"},
};

// The longer mark first: that of UTF-32LE begins like that of UTF-16LE.
static const bs_byte_mark marks[] = {
    {BS_STR_INIT("\xFF\xFE\0\0"), "UTF-32LE"}, {BS_STR_INIT("\0\0\xFE\xFF"), "UTF-32BE"},
    {BS_STR_INIT("\xEF\xBB\xBF"), "UTF-8"},    {BS_STR_INIT("\xFF\xFE"), "UTF-16LE"},
    {BS_STR_INIT("\xFE\xFF"), "UTF-16BE"},
};

bs_byte_mark bs_encoding__mark(bs_str bytes)
{
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        if (bs_str_starts(bytes, marks[i].bytes)) return marks[i];
    }
    return (bs_byte_mark){{"", 0}, NULL};
}

// How much of the text was tried as UTF-8, in sequences beyond ASCII.
typedef struct utf8_count {
    size_t good;
    size_t bad; // bytes
    size_t zeros;
} utf8_count;

static utf8_count utf8_measure(bs_str bytes)
{
    utf8_count out = {0};
    for (size_t at = 0; at < bytes.len;) {
        unsigned char first = (unsigned char)bytes.ptr[at];
        if (first < 0x80) {
            out.zeros += first == 0;
            at++;
            continue;
        }
        bs_rune rune = bs_utf8_decode(bytes, at);
        if (rune.len > 1)
            out.good++;
        else
            out.bad++;
        at += rune.len;
    }
    return out;
}

static bool is_ascii_text(unsigned char byte)
{
    return byte >= 0x20 ? byte < 0x7F : byte == '\t' || byte == '\n' || byte == '\r';
}

// UTF-16 without a mark: ASCII characters, the line ends at least, have their zero byte always in
// the same half of the unit.
static const char *utf16_detect(bs_str bytes)
{
    enum { LOOK_SIZE = 64 * 1024 };
    const unsigned char *at = (const unsigned char *)bytes.ptr;
    size_t end = bytes.len < LOOK_SIZE ? bytes.len : LOOK_SIZE;
    size_t little = 0;
    size_t big = 0;
    for (size_t i = 0; i + 1 < end; i += 2) {
        little += at[i + 1] == 0 && is_ascii_text(at[i]);
        big += at[i] == 0 && is_ascii_text(at[i + 1]);
    }
    if (bytes.len % 2 != 0) return NULL;
    if (little > 0 && big <= little / 16) return "UTF-16LE";
    return big > 0 && little <= big / 16 ? "UTF-16BE" : NULL;
}

// Whole UTF-8 without a mark and without zero bytes, as nearly every file is.
static bool is_plain(bs_str bytes)
{
    if (bs_encoding__mark(bytes).name != NULL) return false;
    return bytes.len == 0 ||
           (memchr(bytes.ptr, 0, bytes.len) == NULL && bs_utf8_check(bytes) == SIZE_MAX);
}

static const char *zeros_detect(bs_str bytes, const utf8_count *count)
{
    bool many = count->zeros > 0 && count->zeros >= bytes.len / 16;
    return count->zeros > 0 && (count->bad > 0 || many) ? utf16_detect(bytes) : NULL;
}

bool bs_encoding_is_wide(bs_str bytes)
{
    const char *name = bs_encoding__mark(bytes).name;
    if (name != NULL) return strcmp(name, "UTF-8") != 0;
    utf8_count count = utf8_measure(bytes);
    return zeros_detect(bytes, &count) != NULL;
}

bs_status bs_encoding_detect(const char **out, bs_str bytes, bs_error *err)
{
    *out = bs_encoding__mark(bytes).name;
    if (*out != NULL) return BS_OK;
    *out = "UTF-8";
    if (is_plain(bytes)) return BS_OK;
    utf8_count count = utf8_measure(bytes);
    const char *found = zeros_detect(bytes, &count);
    // A stray byte in good UTF-8 is an error to be shown, not another encoding.
    bool legacy = found == NULL && count.bad * 4 > count.good;
    if (legacy) BS_TRY(bs_encoding__guess(&found, bytes, err));
    if (found != NULL) *out = found;
    return BS_OK;
}

const char *bs_encoding__codec(const char *name)
{
    for (size_t i = 0; i < sizeof codecs / sizeof codecs[0]; i++) {
        if (bs_str_equal_nocase(bs_str_from(name), bs_str_from(codecs[i].name)))
            return codecs[i].codec;
    }
    return name;
}

// The place that follows `text`.
static bs_place place_after(bs_str text)
{
    bs_place place = {.line = 1, .column = 1};
    size_t line = 0;
    while (line < text.len) {
        const char *feed = memchr(text.ptr + line, '\n', text.len - line);
        if (feed == NULL) break;
        place.line++;
        line = (size_t)(feed - text.ptr) + 1;
    }
    place.column += (uint32_t)bs_utf8_count(bs_str_slice(text, line, text.len));
    return place;
}

enum { SHOWN_BYTES_MAX = 4 };

static bs_status fail_bytes(bs_str done, bs_str rest, const char *name, bool cut, bs_error *err)
{
    char hex[SHOWN_BYTES_MAX * 3 + 1] = "";
    static const char digits[] = "0123456789ABCDEF";
    size_t count = rest.len < SHOWN_BYTES_MAX ? rest.len : SHOWN_BYTES_MAX;
    for (size_t i = 0; i < count; i++) {
        unsigned char byte = (unsigned char)rest.ptr[i];
        char *to = hex + i * 3;
        to[0] = digits[byte >> 4];
        to[1] = digits[byte & 15];
        to[2] = i + 1 < count ? ' ' : '\0';
    }
    return bs_fail_at(err, BS_E_ENCODING, place_after(done),
                      cut ? "the text ends within a character: bytes %s are not whole %s"
                          : "bytes %s are not valid %s",
                      hex, name);
}

static bs_status utf8_take(bs_str *out, bs_str bytes, bs_error *err)
{
    size_t bad = bs_utf8_check(bytes);
    if (bad != SIZE_MAX) {
        bs_str done = bs_str_slice(bytes, 0, bad);
        return fail_bytes(done, bs_str_slice(bytes, bad, bytes.len), "UTF-8", false, err);
    }
    *out = bytes;
    return BS_OK;
}

// Converts all of `bytes` onto the end of `text`.
static bs_status convert(bs_buffer *text, iconv_t codec, bs_str bytes, const char *name,
                         bs_error *err)
{
    char piece[16 * 1024];
    char *in = (char *)bytes.ptr; // iconv does not write to it
    size_t left = bytes.len;
    for (bool flush = left == 0;;) {
        char *to = piece;
        size_t room = sizeof piece;
        size_t done = iconv(codec, flush ? NULL : &in, flush ? NULL : &left, &to, &room);
        int why = done == (size_t)-1 ? errno : 0;
        bs_buffer_add(text, (bs_str){piece, sizeof piece - room});
        BS_TRY(bs_buffer_status(text, err));
        if (why == EILSEQ || why == EINVAL)
            return fail_bytes(bs_buffer_str(text), (bs_str){in, left}, name, why == EINVAL, err);
        if (why == E2BIG) continue;
        if (flush) return BS_OK;
        flush = true;
    }
}

static bs_status legacy_take(bs_str *out, bs_arena *arena, bs_str bytes, const char *name,
                             bs_error *err)
{
    iconv_t codec = iconv_open("UTF-8", bs_encoding__codec(name));
    if (codec == (iconv_t)-1)
        return bs_fail(err, BS_E_ARGUMENT,
                       "unknown encoding \"%s\"; known are those of iconv --list", name);
    bs_buffer text = BS_BUFFER_INIT;
    bs_status status = BS_OK;
    BS_TRY_DONE(convert(&text, codec, bytes, name, err));
    *out = bs_arena_str(arena, bs_buffer_str(&text));
    if (out->ptr == NULL) status = bs_fail(err, BS_E_MEMORY, "out of memory");
done:
    bs_buffer_deinit(&text);
    iconv_close(codec);
    return status;
}

bool bs_encoding__is_utf8(const char *name)
{
    return bs_str_equal_nocase(bs_str_from(name), BS_STR("UTF-8")) ||
           bs_str_equal_nocase(bs_str_from(name), BS_STR("UTF8"));
}

bs_status bs_encoding_to_utf8(bs_str *out, bs_arena *arena, bs_str bytes, const char *name,
                              const char **used, bs_error *err)
{
    if (name == NULL && is_plain(bytes)) {
        *out = bytes;
        if (used != NULL) *used = "UTF-8";
        return BS_OK;
    }
    if (name == NULL) BS_TRY(bs_encoding_detect(&name, bytes, err));
    bs_byte_mark mark = bs_encoding__mark(bytes);
    bs_str rest = bytes;
    if (mark.name != NULL && bs_str_equal_nocase(bs_str_from(mark.name), bs_str_from(name)))
        rest = bs_str_slice(bytes, mark.bytes.len, bytes.len);
    bs_status status = bs_encoding__is_utf8(name) ? utf8_take(out, rest, err)
                                                  : legacy_take(out, arena, rest, name, err);
    if (status == BS_OK && used != NULL) *used = name;
    return status;
}
