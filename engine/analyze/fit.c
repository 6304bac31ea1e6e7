// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analyze/fit.h"

// A column that keeps less than this of its length is a combination of those before it.
static const double DEPENDENT = 1e-24;

// The problem while it is solved: the columns become R, the rows of `turns` the reflections.
typedef struct work {
    size_t count;
    size_t terms;
    bs_wide *a;       // count x terms, row by row; R in its upper triangle
    bs_wide *y;       // the response, turned like the columns
    bs_wide *turn;    // the reflection of one column
    bs_wide *inverse; // of R, terms x terms
} work;

static bs_wide *at(const work *own, size_t row, size_t column)
{
    return &own->a[row * own->terms + column];
}

static bs_status no_memory(bs_error *err)
{
    return bs_fail(err, BS_E_MEMORY, "out of memory");
}

static bs_wide length_below(const work *own, size_t column, size_t first)
{
    bs_wide sum = bs_wide_of(0);
    for (size_t i = first; i < own->count; i++)
        sum = bs_wide_add(sum, bs_wide_mul(*at(own, i, column), *at(own, i, column)));
    return bs_wide_sqrt(sum);
}

// Reflects a vector, whose items are `stride` apart, by own->turn from row `first` on.
static void reflect(const work *own, bs_wide *vector, size_t stride, size_t first, bs_wide size)
{
    bs_wide dot = bs_wide_of(0);
    for (size_t i = first; i < own->count; i++)
        dot = bs_wide_add(dot, bs_wide_mul(own->turn[i], vector[i * stride]));
    bs_wide share = bs_wide_div(bs_wide_add(dot, dot), size);
    for (size_t i = first; i < own->count; i++) {
        bs_wide step = bs_wide_mul(share, own->turn[i]);
        vector[i * stride] = bs_wide_sub(vector[i * stride], step);
    }
}

static bs_status turn_column(const work *own, size_t k, bs_error *err)
{
    bs_wide whole = length_below(own, k, 0), length = length_below(own, k, k);
    if (!(length.high > whole.high * DEPENDENT)) {
        return bs_fail(err, BS_E_ARGUMENT, "the terms of the fit depend on one another");
    }
    bs_wide pivot = *at(own, k, k);
    if (pivot.high < 0) length = bs_wide_negate(length);
    bs_wide size = bs_wide_of(0);
    for (size_t i = k; i < own->count; i++) {
        own->turn[i] = i == k ? bs_wide_add(pivot, length) : *at(own, i, k);
        size = bs_wide_add(size, bs_wide_mul(own->turn[i], own->turn[i]));
    }
    for (size_t column = k; column < own->terms; column++)
        reflect(own, own->a + column, own->terms, k, size);
    reflect(own, own->y, 1, k, size);
    return BS_OK;
}

// The inverse of the upper triangle, column by column from the back.
static void invert(const work *own)
{
    for (size_t column = 0; column < own->terms; column++) {
        for (size_t row = column + 1; row-- > 0;) {
            bs_wide sum = bs_wide_of(row == column ? 1 : 0);
            for (size_t k = row + 1; k <= column; k++) {
                bs_wide step = bs_wide_mul(*at(own, row, k), own->inverse[k * own->terms + column]);
                sum = bs_wide_sub(sum, step);
            }
            own->inverse[row * own->terms + column] = bs_wide_div(sum, *at(own, row, row));
        }
    }
}

static bs_status start(work *own, bs_arena *arena, const bs_fit_problem *problem, bs_error *err)
{
    size_t cells = problem->count * problem->terms;
    *own = (work){.count = problem->count, .terms = problem->terms};
    own->a = BS_NEW_ARRAY(arena, bs_wide, cells);
    own->y = BS_NEW_ARRAY(arena, bs_wide, problem->count);
    own->turn = BS_NEW_ARRAY(arena, bs_wide, problem->count);
    own->inverse = BS_NEW_ARRAY(arena, bs_wide, problem->terms * problem->terms);
    if (own->a == NULL || own->y == NULL || own->turn == NULL || own->inverse == NULL) {
        return no_memory(err);
    }
    memcpy(own->a, problem->design, cells * sizeof *own->a);
    memcpy(own->y, problem->response, problem->count * sizeof *own->y);
    return BS_OK;
}

static bs_wide dot_row(const bs_fit_problem *problem, size_t row, const bs_wide *vector)
{
    bs_wide sum = bs_wide_of(0);
    for (size_t k = 0; k < problem->terms; k++)
        sum = bs_wide_add(sum, bs_wide_mul(problem->design[row * problem->terms + k], vector[k]));
    return sum;
}

// --- what is asked of the solution ---------------------------------------------------------------

static void solve_coefficients(bs_fit *out, const work *own, bs_wide *beta)
{
    for (size_t row = 0; row < own->terms; row++) {
        beta[row] = bs_wide_of(0);
        for (size_t k = row; k < own->terms; k++) {
            bs_wide step = bs_wide_mul(own->inverse[row * own->terms + k], own->y[k]);
            beta[row] = bs_wide_add(beta[row], step);
        }
        out->coefficients[row] = bs_wide_double(beta[row]);
    }
}

static bs_wide squares_about(const bs_fit_problem *problem, bs_wide centre)
{
    bs_wide sum = bs_wide_of(0);
    for (size_t i = 0; i < problem->count; i++) {
        bs_wide off = bs_wide_sub(problem->response[i], centre);
        sum = bs_wide_add(sum, bs_wide_mul(off, off));
    }
    return sum;
}

static bs_wide centre_of(const bs_fit_problem *problem)
{
    bs_wide sum = bs_wide_of(0);
    for (size_t i = 0; problem->intercept && i < problem->count; i++)
        sum = bs_wide_add(sum, problem->response[i]);
    return bs_wide_div(sum, bs_wide_of((double)problem->count));
}

// Residuals, and what follows from them.
static void judge(bs_fit *out, const work *own, const bs_fit_problem *problem, const bs_wide *beta)
{
    bs_wide residual = bs_wide_of(0);
    for (size_t i = 0; i < problem->count; i++) {
        bs_wide fitted = dot_row(problem, i, beta);
        bs_wide off = bs_wide_sub(problem->response[i], fitted);
        residual = bs_wide_add(residual, bs_wide_mul(off, off));
        out->fitted[i] = bs_wide_double(fitted);
    }
    bs_wide total = squares_about(problem, centre_of(problem));
    out->r2 = NAN;
    if (total.high > 0) {
        out->r2 = bs_wide_double(bs_wide_sub(bs_wide_of(1), bs_wide_div(residual, total)));
    }
    bs_wide deviation = bs_wide_of(0);
    if (out->freedom > 0) {
        deviation = bs_wide_sqrt(bs_wide_div(residual, bs_wide_of((double)out->freedom)));
    }
    out->deviation = bs_wide_double(deviation);
    for (size_t row = 0; row < own->terms; row++) {
        bs_wide sum = bs_wide_of(0);
        for (size_t k = row; k < own->terms; k++) {
            bs_wide cell = own->inverse[row * own->terms + k];
            sum = bs_wide_add(sum, bs_wide_mul(cell, cell));
        }
        out->errors[row] = bs_wide_double(bs_wide_mul(deviation, bs_wide_sqrt(sum)));
    }
}

// The rows of the orthogonal factor: x R^-1.
static void find_basis(bs_fit *out, const work *own, const bs_fit_problem *problem)
{
    for (size_t i = 0; i < own->count; i++) {
        for (size_t k = 0; k < own->terms; k++) {
            bs_wide sum = bs_wide_of(0);
            for (size_t j = 0; j <= k; j++) {
                bs_wide cell = own->inverse[j * own->terms + k];
                sum = bs_wide_add(sum, bs_wide_mul(problem->design[i * own->terms + j], cell));
            }
            out->basis[i * own->terms + k] = bs_wide_double(sum);
        }
        out->fitted_errors[i] = out->deviation * sqrt(bs_fit_weight(out, i, i));
    }
}

double bs_fit_weight(const bs_fit *fit, size_t i, size_t j)
{
    double sum = 0;
    for (size_t k = 0; k < fit->terms; k++)
        sum += fit->basis[i * fit->terms + k] * fit->basis[j * fit->terms + k];
    return sum;
}

bs_status bs_fit_solve(bs_fit *out, bs_arena *arena, const bs_fit_problem *problem, bs_error *err)
{
    if (problem->terms == 0 || problem->count < problem->terms) {
        return bs_fail(err, BS_E_ARGUMENT, "%zu values do not determine a fit of %zu terms",
                       problem->count, problem->terms);
    }
    work own;
    BS_TRY(start(&own, arena, problem, err));
    bs_fit fit = {.terms = problem->terms, .freedom = problem->count - problem->terms};
    fit.coefficients = BS_NEW_ARRAY(arena, double, problem->terms);
    fit.errors = BS_NEW_ARRAY(arena, double, problem->terms);
    fit.fitted = BS_NEW_ARRAY(arena, double, problem->count);
    fit.fitted_errors = BS_NEW_ARRAY(arena, double, problem->count);
    fit.basis = BS_NEW_ARRAY(arena, double, problem->count * problem->terms);
    bs_wide *beta = BS_NEW_ARRAY(arena, bs_wide, problem->terms);
    bool room = fit.coefficients != NULL && fit.errors != NULL && fit.fitted != NULL &&
                fit.fitted_errors != NULL && fit.basis != NULL && beta != NULL;
    if (!room) return no_memory(err);
    for (size_t k = 0; k < own.terms; k++)
        BS_TRY(turn_column(&own, k, err));
    invert(&own);
    solve_coefficients(&fit, &own, beta);
    judge(&fit, &own, problem, beta);
    find_basis(&fit, &own, problem);
    *out = fit;
    return BS_OK;
}
