// SPDX-License-Identifier: GPL-3.0-or-later
// pages.h: what the system is told about memory.
#ifndef BS_BASE_PAGES_H
#define BS_BASE_PAGES_H

#include <stddef.h>

// Says that nearly all of [memory, memory + size) will be used, so that the system may hand it out
// in large pages: to touch a page for the first time costs as much whatever its size. Nothing for
// small pieces, and where the system has no such pages.
void bs_pages_use(void *memory, size_t size);

// Lets the heap of malloc grow by `size` bytes at once, in large pages, and keep what is freed: for
// a program that is known to allocate about as much in small pieces. Before other threads begin.
// Nothing where the C library has no such settings.
void bs_pages_use_heap(size_t size);

#endif
