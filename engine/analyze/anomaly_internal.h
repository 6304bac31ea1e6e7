// SPDX-License-Identifier: GPL-3.0-or-later
// anomaly_internal.h: what anomaly.c, anomaly_each.c, hypothesis.c, print_model.c and table_model.c
// share. Not for callers.
#ifndef BS_ANALYZE_ANOMALY_INTERNAL_H
#define BS_ANALYZE_ANOMALY_INTERNAL_H

#include "engine/analyze/anomaly.h"
#include "engine/analyze/expert.h"

// A panel of more rows is as likely to have several slips as several panels of this size are.
#define BS_PANEL_ROWS_ALONE 12.0
#define BS_HUNDRED 100.0 // what shares add up to

// The values of a row that are present, and how they are printed.
typedef struct bs_work_row {
    const bs_anomaly_row *in;
    bs_printed *printed;
    double *values;
    uint32_t *places; // cell of each value
    bool *settled;    // the cell was repaired in an earlier pass: nothing is tried there
    size_t count;
    int decimals; // most frequent
    int decimals_most;
    int round;         // decimals that the row is rounded to; negative for tens, hundreds ...
    double print_unit; // 10^-decimals
    double unit;       // 10^-round
    bool uniform;      // all but a few values have the most frequent number of decimals
    double trimmed;    // probability that zeros at the end are not printed
    bool judged;       // there are enough values to say something
    size_t ties;       // values printed like the one before
    double least[2];   // sizes of the two smallest values and of the two largest ones
    double most[2];
    size_t turns;     // of targets: steps against the direction of the row
    bs_printed style; // marks and sign that proposals are printed with
    bs_model model;
    double *suspicion; // for each value, the weight of all hypotheses that change it
    double total;      // weight of all hypotheses about the row
    double weight;     // the same relative to that of no slip
    double *scores;    // of each value
    double shock;      // sum of the weights of a real shock at each cell, relative to none
} bs_work_row;

typedef struct bs_hypothesis {
    uint32_t row;
    uint32_t cell;  // index of the value in the row
    uint32_t other; // of a swap: the other value; UINT32_MAX otherwise
    bs_slip slip;
    int scale;
    int64_t coefficient;
    double weight; // prior times likelihood ratio
    double ratio;  // likelihood of the row with it over that without
    bool vague;    // no value is known, coefficient is only the middle of what is possible
} bs_hypothesis;

// Rows that add up to another, or to a hundred: how far each column is from it.
typedef struct bs_balance {
    size_t total_row; // SIZE_MAX: a hundred
    const bool *part; // of each row
    double odd;       // probability that a column does not add up although all is right
    double sd;        // of a gap by rounding alone
    double unit;      // coarsest of the rows
    double *gap;      // total less the sum of the parts, for each cell
    bool *known;      // all of them have a value there
    double *total;
} bs_balance;
typedef BS_ARRAY(bs_balance) bs_balance_array;

typedef struct bs_work {
    bs_arena *arena;
    const bs_panel *panel;
    const bs_anomaly_options *options;
    double prior;               // probability that the panel has a wrong cell
    double neglect;             // weight, beside that of H0, that may be left out of a sum
    double leave_out;           // and that a cell may have that is left out as a whole
    bool rivals;                // real shocks are weighed
    const bool *const *settled; // for each row its cells, or NULL
    double trimmed; // probability that the source does not print zeros at the end of a fraction
    bs_work_row *rows;
    bs_balance_array balances;
    size_t ties; // of all judged rows, and the pairs of neighbours that they are of
    size_t pairs;
    size_t turns; // of all rows of targets, and their steps
    size_t target_steps;
    BS_ARRAY(bs_hypothesis) hypotheses;
} bs_work;

// anomaly.c: finds the suspects of work->panel; `work` has arena, panel, options and trimmed.
BS_CHECKED bs_status bs_work__find(bs_suspect_array *out, bs_work *work, bs_error *err);

// print_model.c: what numbers of a row look like.
// Finds decimals, rounding and the habit of dropping zeros.
void bs_work__read_style(bs_work_row *row, double trimmed);
// How likely a number that looks like this is to be meant in the row.
double bs_work__look(const bs_work_row *row, int64_t coefficient, int scale);
// How much likelier it is that `value` was meant by a print that stands alone, far from all other
// values of its row, or with a sign of its own, when they stand around the value; 1 for others.
double bs_work__alone(const bs_work_row *row, size_t i, double value);
// True when the printed value itself looks odd in its row.
bool bs_work__looks_odd(const bs_work_row *row, size_t i);
bool bs_printed__same(const bs_printed *a, const bs_printed *b);
// Probability that zeros at the end of a fraction are dropped, after `zeros` of `count` numbers
// with a fraction ended in zero.
double bs_work__trimmed(double prior, size_t zeros, size_t count);

// hypothesis.c: weighs every hypothesis about one row.
BS_CHECKED bs_status bs_work__weigh_row(bs_work *work, size_t row, bs_error *err);
// Adds a hypothesis of weight `h.weight`.
BS_CHECKED bs_status bs_work__add(bs_work *work, bs_hypothesis h, bs_error *err);
// Share of the prior that one hypothesis of a row has before its slip is named.
double bs_work__share(const bs_work *work, const bs_work_row *row);

// table_model.c: what rows of a panel know of each other.
// Median log growth of the other rows, and the rows that move alike, for each row's view.
BS_CHECKED bs_status bs_work__relatives(bs_work *work, bs_row_view *views, bs_error *err);
// Weighs the experts of every row anew with what the others think of them.
BS_CHECKED bs_status bs_work__pool(bs_work *work, bs_error *err);
// Share of ties in the other rows.
double bs_work__tie_share(const bs_work *work, size_t row);
// How much likelier targets are to take the path that they take with another value at `i`.
double bs_work__target_ratio(const bs_work *work, size_t row, size_t i, double value);
// Counts ties and turns of all rows.
void bs_work__count_habits(bs_work *work);

// balance.c: rows that add up. Takes the rows that are called totals, and those that are seen to
// be.
BS_CHECKED bs_status bs_work__balance_init(bs_work *work, bs_error *err);
// Index of the row's value in a cell of the panel; SIZE_MAX when there is none.
size_t bs_work__value_at(const bs_work_row *row, size_t cell);
// Whether the row takes part in a sum that does not add up in this cell, so that a value that its
// own row has no quarrel with may be wrong.
bool bs_work__balance_open(const bs_work *work, size_t row, size_t cell);
// Factor by which a change of a value by `change` makes its column more likely to add up.
double bs_work__balance_ratio(const bs_work *work, size_t row, size_t cell, double change);
// Adds the values that the totals ask for.
BS_CHECKED bs_status bs_work__weigh_balance(bs_work *work, size_t row, bs_error *err);

// A sum that does not add up and does when a value of it changes by `change`; NULL: there is none.
const bs_balance *bs_work__balance_closed(const bs_work *work, size_t row, size_t cell,
                                          double change);
// A column that does not add up has one value too few or too many: those of its values that are
// suspect share its probability.
BS_CHECKED bs_status bs_work__balance_settle(bs_work *work);

// balance_find.c: a set of rows that is seen to add up to a row, or to a hundred.
typedef struct bs_balance_guess {
    double log_odds; // that it is no accident
    bool *part;      // of each row; NULL: there is none
} bs_balance_guess;
// Looks for the best set for each row and, last, for a hundred: one more than there are rows. What
// is passed is zeroed.
BS_CHECKED bs_status bs_work__balance_guess(bs_balance_guess *out, const bs_work *work,
                                            bs_error *err);

#endif
