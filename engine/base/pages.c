// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/pages.h"

#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

enum { LARGE_PAGE_BYTES = 2 * 1024 * 1024 };

void bs_pages_use(void *memory, size_t size)
{
#ifdef MADV_HUGEPAGE
    if (size < LARGE_PAGE_BYTES) return;
    uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
    uintptr_t start = ((uintptr_t)memory + page - 1) / page * page;
    uintptr_t end = ((uintptr_t)memory + size) / page * page;
    (void)madvise((void *)start, end - start, MADV_HUGEPAGE); // advice: it may be refused
#else
    (void)memory;
    (void)size;
#endif
}

void bs_pages_use_heap(size_t size)
{
#if defined __GLIBC__ && defined MADV_HUGEPAGE
    enum {
        MAPPED_BYTES = 32 * 1024 * 1024, // the largest threshold that glibc takes
        STEP_BYTES = 256 * 1024,         // more than a heap that has just begun has left
    };
    (void)mallopt(M_TOP_PAD, (int)size);
    (void)mallopt(M_TRIM_THRESHOLD, (int)(4 * size));
    (void)mallopt(M_MMAP_THRESHOLD, MAPPED_BYTES);
    // The heap goes on a little below a large page, so that what malloc writes at its new end,
    // before anything can be said of it, is not in one.
    uintptr_t at = (uintptr_t)sbrk(0) % LARGE_PAGE_BYTES, below = LARGE_PAGE_BYTES - 2 * STEP_BYTES;
    (void)sbrk((intptr_t)((below + LARGE_PAGE_BYTES - at) % LARGE_PAGE_BYTES));
    const char *start = (const char *)sbrk(0) + 2 * STEP_BYTES;
    void *volatile first = malloc(STEP_BYTES); // volatile, or the pair is optimized away
    const char *end = sbrk(0);
    if (end > start) (void)madvise((void *)(uintptr_t)start, (size_t)(end - start), MADV_HUGEPAGE);
    free(first);
#else
    (void)size;
#endif
}
