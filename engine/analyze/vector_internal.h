// SPDX-License-Identifier: GPL-3.0-or-later
// vector_internal.h: functions that are compiled for several processors.
#ifndef BS_ANALYZE_VECTOR_INTERNAL_H
#define BS_ANALYZE_VECTOR_INTERNAL_H

// Before a function: one version of it for any processor, and one for those with wider vectors; the
// right one is chosen when the program starts. Neither fuses a product with a sum, so that both
// give the same bits.
#if defined __x86_64__ && defined __GNUC__ && !defined __clang__ && defined __gnu_linux__ &&       \
    !defined __SANITIZE_ADDRESS__
#define BS_VECTOR_CLONES __attribute__((target_clones("avx2", "default")))
#else
#define BS_VECTOR_CLONES
#endif

// Before a static function that is called by such: a part of each of its versions.
#define BS_VECTOR_PART __attribute__((always_inline)) static inline

#endif
