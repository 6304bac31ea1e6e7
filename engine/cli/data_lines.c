// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cli/data_lines.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "engine/base/buffer.h"

enum { READ_SIZE = 256 * 1024 };

typedef struct finder {
    bs_arena *arena;
    bs_str *out;
    const uint32_t *numbers;
    size_t count;
    size_t next;    // of the numbers, whose line is looked for
    uint32_t line;  // that is being read
    bs_buffer text; // of that line so far, when it is looked for
} finder;

static bool is_wanted(const finder *own)
{
    return own->next < own->count && own->numbers[own->next] == own->line;
}

static bs_status end_line(finder *own)
{
    bs_str text = bs_buffer_str(&own->text);
    if (bs_str_ends(text, BS_STR("\r"))) text.len--;
    bs_str kept = is_wanted(own) ? bs_arena_str(own->arena, text) : (bs_str){0};
    bool lost = is_wanted(own) && kept.ptr == NULL;
    while (is_wanted(own))
        own->out[own->next++] = kept;
    bs_buffer_clear(&own->text);
    own->line++;
    return lost ? BS_E_MEMORY : BS_OK;
}

static bs_status look_through(finder *own, bs_str bytes)
{
    while (bytes.len > 0 && own->next < own->count) {
        const char *newline = memchr(bytes.ptr, '\n', bytes.len);
        size_t len = newline != NULL ? (size_t)(newline - bytes.ptr) : bytes.len;
        if (is_wanted(own)) bs_buffer_add(&own->text, bs_str_slice(bytes, 0, len));
        if (newline != NULL) BS_TRY(end_line(own));
        bytes = bs_str_slice(bytes, len + (newline != NULL), bytes.len);
    }
    return bs_buffer_status(&own->text, NULL);
}

static bs_status look(finder *own, int fd, char *block)
{
    while (own->next < own->count) {
        ssize_t got = read(fd, block, READ_SIZE);
        if (got < 0) return BS_E_IO;
        if (got == 0) return end_line(own);
        BS_TRY(look_through(own, (bs_str){block, (size_t)got}));
    }
    return BS_OK;
}

bs_status bs_data_lines(bs_str *out, bs_arena *arena, const char *path, const uint32_t *numbers,
                        size_t count)
{
    finder own = {.arena = arena, .out = out, .numbers = numbers, .count = count, .line = 1};
    memset(out, 0, count * sizeof *out);
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) return BS_E_IO;
    char *block = malloc(READ_SIZE);
    bs_status status = block != NULL ? look(&own, fd, block) : BS_E_MEMORY;
    bs_buffer_deinit(&own.text);
    free(block);
    close(fd);
    return status;
}

bs_str bs_data_line(bs_arena *arena, const char *path, uint32_t number)
{
    bs_str out = {0};
    return bs_data_lines(&out, arena, path, &number, 1) == BS_OK ? out : (bs_str){0};
}
