// SPDX-License-Identifier: GPL-3.0-or-later
#include "plots/mark/spread.h"

#include <math.h>
#include <stdlib.h>

static int by_wanted(const void *a, const void *b)
{
    const bs_spread *x = a, *y = b;
    if (x->wanted != y->wanted) return x->wanted < y->wanted ? -1 : 1;
    return (x->index > y->index) - (x->index < y->index);
}

// Gives the labels from `first` to `last` one place, the mean of their wishes. Tops are kept less
// what must be above each (the "offset"), so that labels that touch have equal tops.
static double mean_of(const bs_spread *labels, size_t first, size_t last, double gap)
{
    double offset = 0, sum = 0;
    for (size_t i = 0; i < first; i++)
        offset += labels[i].height + gap;
    for (size_t i = first; i <= last; i++) {
        sum += labels[i].wanted - labels[i].height / 2 - offset;
        offset += labels[i].height + gap;
    }
    return sum / (double)(last - first + 1);
}

// Start of the run of labels with the same top that ends at `last`.
static size_t run_start(const bs_spread *labels, size_t last)
{
    size_t first = last;
    while (first > 0 && labels[first - 1].top == labels[last].top)
        first--;
    return first;
}

// Isotonic regression by pooling adjacent violators (R. Barlow et al., "Statistical Inference under
// Order Restrictions", 1972): whoever would stand above the one before joins it at their mean.
static void pool(bs_spread *labels, size_t count, double gap)
{
    for (size_t i = 0; i < count; i++) {
        size_t first = i;
        double top = mean_of(labels, i, i, gap);
        while (first > 0 && labels[first - 1].top >= top) {
            first = run_start(labels, first - 1);
            top = mean_of(labels, first, i, gap);
        }
        for (size_t j = first; j <= i; j++)
            labels[j].top = top;
    }
}

void bs_spread_apart(bs_spread *labels, size_t count, double low, double high, double gap)
{
    if (count == 0) return;
    qsort(labels, count, sizeof *labels, by_wanted);
    pool(labels, count, gap);
    double total = -gap, offset = 0;
    for (size_t i = 0; i < count; i++)
        total += labels[i].height + gap;
    for (size_t i = 0; i < count; i++) {
        labels[i].top = fmax(low, fmin(labels[i].top, high - total)) + offset;
        offset += labels[i].height + gap;
    }
}
