// SPDX-License-Identifier: GPL-3.0-or-later
#include <errno.h>
#include <iconv.h>

#include "engine/base/encoding.h"
#include "engine/base/encoding_internal.h"
#include "engine/base/utf8.h"

enum { PIECE_SIZE = 16 * 1024 };

// What iconv writes without an order it begins with a mark, which belongs to the file, not to a
// part of it.
static const char *ordered_name(const char *name, bs_byte_mark mark)
{
    static const struct {
        const char *name;
        const char *ordered;
    } rows[] = {{"UTF-16", "UTF-16LE"}, {"UTF16", "UTF-16LE"}, {"UTF-32", "UTF-32LE"}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        if (!bs_str_equal_nocase(bs_str_from(name), bs_str_from(rows[i].name))) continue;
        bool marked = mark.name != NULL && strncmp(mark.name, rows[i].ordered, 6) == 0;
        return marked ? mark.name : rows[i].ordered;
    }
    return name;
}

static bs_status codec_open(iconv_t *out, const char *to, const char *from, const char *name,
                            bs_error *err)
{
    *out = iconv_open(to, from);
    if (*out != (iconv_t)-1) return BS_OK;
    return bs_fail(err, BS_E_ARGUMENT, "unknown encoding \"%s\"; known are those of iconv --list",
                   name);
}

static bs_status fail_rune(bs_str rest, const char *name, bs_error *err)
{
    bs_rune rune = bs_utf8_decode(rest, 0);
    return bs_fail(err, BS_E_ENCODING, "\"%.*s\" (U+%04X) cannot be written in %s", (int)rune.len,
                   rest.ptr, (unsigned)rune.code, name);
}

static bs_status encode(bs_buffer *out, bs_str text, const char *name, bs_error *err)
{
    iconv_t codec;
    BS_TRY(codec_open(&codec, bs_encoding__codec(name), "UTF-8", name, err));
    char piece[PIECE_SIZE];
    char *in = (char *)text.ptr; // iconv does not write to it
    size_t left = text.len;
    bs_status status = BS_OK;
    for (bool flush = left == 0; status == BS_OK;) {
        char *to = piece;
        size_t room = sizeof piece;
        size_t done = iconv(codec, flush ? NULL : &in, flush ? NULL : &left, &to, &room);
        int why = done == (size_t)-1 ? errno : 0;
        bs_buffer_add(out, (bs_str){piece, sizeof piece - room});
        if (why == EILSEQ || why == EINVAL) {
            status = fail_rune((bs_str){in, left}, name, err);
        } else if (why != E2BIG) {
            if (flush) break;
            flush = true;
        }
    }
    iconv_close(codec);
    return status == BS_OK ? bs_buffer_status(out, err) : status;
}

bs_status bs_encoding_from_utf8(bs_str *out, bs_arena *arena, bs_str text, const char *name,
                                bs_error *err)
{
    if (bs_encoding__is_utf8(name)) {
        *out = text;
        return BS_OK;
    }
    bs_buffer bytes = BS_BUFFER_INIT;
    bs_byte_mark none = {{"", 0}, NULL};
    bs_status status;
    BS_TRY_DONE(encode(&bytes, text, ordered_name(name, none), err));
    bs_str copy = bs_arena_str(arena, bs_buffer_str(&bytes));
    if (copy.ptr == NULL && bytes.len > 0) status = bs_fail(err, BS_E_MEMORY, "out of memory");
    if (status == BS_OK) *out = copy;
done:
    bs_buffer_deinit(&bytes);
    return status;
}

// --- parts of a file -----------------------------------------------------------------------------

// Walks through the bytes of a file and the text that they are at once. A piece of the output that
// is no larger than what is wanted makes iconv stop behind the last character that fits.
typedef struct walk {
    iconv_t codec;
    bs_str bytes;
    size_t byte;   // how far it is in the file
    size_t offset; // and in the text
} walk;

// Byte at which the text at `offset` begins.
static bs_status walk_to(size_t *out, walk *at, size_t offset, const char *name, bs_error *err)
{
    char piece[PIECE_SIZE];
    while (at->offset < offset) {
        size_t wanted = offset - at->offset < sizeof piece ? offset - at->offset : sizeof piece;
        char *in = (char *)at->bytes.ptr + at->byte; // iconv does not write to it
        size_t left = at->bytes.len - at->byte;
        char *to = piece;
        size_t room = wanted;
        iconv(at->codec, &in, &left, &to, &room);
        size_t byte = at->bytes.len - left;
        if (room == wanted && byte == at->byte) {
            return bs_fail(err, BS_E_ENCODING,
                           "no character of the file begins at byte %zu of "
                           "its text in %s",
                           offset, name);
        }
        at->byte = byte;
        at->offset += wanted - room;
    }
    *out = at->byte;
    return BS_OK;
}

static bs_status replace_legacy(bs_buffer *out, bs_str bytes, const char *name,
                                const bs_edit_array *edits, bs_error *err)
{
    walk at = {.bytes = bytes};
    BS_TRY(codec_open(&at.codec, "UTF-8", bs_encoding__codec(name), name, err));
    bs_status status = BS_OK;
    size_t done = 0;
    for (size_t i = 0; i < edits->count; i++) {
        const bs_edit *edit = &edits->items[i];
        size_t start = 0;
        size_t end = 0;
        BS_TRY_DONE(walk_to(&start, &at, edit->offset, name, err));
        BS_TRY_DONE(walk_to(&end, &at, edit->offset + edit->len, name, err));
        bs_buffer_add(out, bs_str_slice(bytes, done, start));
        BS_TRY_DONE(encode(out, edit->text, name, err));
        done = end;
    }
    bs_buffer_add(out, bs_str_slice(bytes, done, bytes.len));
    status = bs_buffer_status(out, err);
done:
    iconv_close(at.codec);
    return status;
}

// Reads the changed file again: what it says must be the old text with the edits, no more and no
// less. An encoding with states, or with characters made of several, is found out here.
static bs_status prove(bs_str changed, bs_str bytes, const char *name, const bs_edit_array *edits,
                       bs_error *err)
{
    bs_arena arena = BS_ARENA_INIT;
    bs_buffer wanted = BS_BUFFER_INIT;
    bs_str before = {0};
    bs_str after = {0};
    bs_status status;
    BS_TRY_DONE(bs_encoding_to_utf8(&before, &arena, bytes, name, NULL, err));
    bs_edit_apply(&wanted, before, edits);
    BS_TRY_DONE(bs_buffer_status(&wanted, err));
    status = bs_encoding_to_utf8(&after, &arena, changed, name, NULL, NULL);
    if (status != BS_OK || !bs_str_equal(after, bs_buffer_str(&wanted))) {
        status = bs_fail(err, BS_E_ENCODING,
                         "the text cannot be changed in %s without touching the rest of it", name);
    }
done:
    bs_buffer_deinit(&wanted);
    bs_arena_deinit(&arena);
    return status;
}

bs_status bs_encoding_replace(bs_buffer *out, bs_str bytes, const char *name,
                              const bs_edit_array *edits, bs_error *err)
{
    bs_byte_mark mark = bs_encoding__mark(bytes);
    const char *ordered = ordered_name(name, mark);
    bool marked =
        mark.name != NULL && bs_str_equal_nocase(bs_str_from(mark.name), bs_str_from(ordered));
    bs_str rest = marked ? bs_str_slice(bytes, mark.bytes.len, bytes.len) : bytes;
    bs_buffer changed = BS_BUFFER_INIT;
    bs_status status = BS_OK;
    if (marked) bs_buffer_add(&changed, mark.bytes);
    if (bs_encoding__is_utf8(ordered)) {
        bs_edit_apply(&changed, rest, edits);
    } else {
        BS_TRY_DONE(replace_legacy(&changed, rest, ordered, edits, err));
    }
    BS_TRY_DONE(bs_buffer_status(&changed, err));
    BS_TRY_DONE(prove(bs_buffer_str(&changed), bytes, name, edits, err));
    bs_buffer_add(out, bs_buffer_str(&changed));
    status = bs_buffer_status(out, err);
done:
    bs_buffer_deinit(&changed);
    return status;
}
