// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/pages.h"

#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

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
