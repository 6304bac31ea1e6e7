// SPDX-License-Identifier: GPL-3.0-or-later
// fit.h: linear least squares, and the confidence that it leaves.
//
// By Householder's QR decomposition (Golub and Van Loan, "Matrix Computations", section 5.2) in the
// arithmetic of wide.h, so that what is lost to columns that are nearly dependent is lost behind
// the sixteenth digit.
#ifndef BS_ANALYZE_FIT_H
#define BS_ANALYZE_FIT_H

#include "engine/analyze/wide.h"
#include "engine/base/arena.h"
#include "engine/base/error.h"

typedef struct bs_fit_problem {
    const bs_wide *design;   // count rows of `terms` numbers
    const bs_wide *response; // count numbers
    size_t count;
    size_t terms;
    bool intercept; // one of the columns is constant: R squared is about the mean
} bs_fit_problem;

typedef struct bs_fit {
    size_t terms;
    size_t freedom;        // count - terms
    double *coefficients;  // of each term
    double *errors;        // their standard errors; 0 where freedom is 0
    double *fitted;        // of each row
    double *fitted_errors; // standard errors of the fitted values
    double *basis;         // count x terms, orthonormal: see bs_fit_weight
    double deviation;      // residual standard deviation
    double r2;             // share of the variance that is explained; NaN where there is none
} bs_fit;

// Solves it. BS_E_ARGUMENT: fewer rows than terms, or columns that depend on one another.
// BS_E_MEMORY. Everything lives as long as the arena.
BS_CHECKED bs_status bs_fit_solve(bs_fit *out, bs_arena *arena, const bs_fit_problem *problem,
                                  bs_error *err);

// How much the response of row j counts for the fitted value of row i: fitted[i] is the sum over j
// of weight times response.
double bs_fit_weight(const bs_fit *fit, size_t i, size_t j);

#endif
