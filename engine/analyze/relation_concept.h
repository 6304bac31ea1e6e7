// SPDX-License-Identifier: GPL-3.0-or-later
// relation_concept.h: terms of accounts, labour, population and administration whose arithmetic is
// known wherever they stand: gross profit is sales less their cost, the unemployment rate is a
// share of the labour force, and turnout one of those who may vote.
#ifndef BS_ANALYZE_RELATION_CONCEPT_H
#define BS_ANALYZE_RELATION_CONCEPT_H

#include "engine/base/str.h"

typedef enum bs_concept {
    BS_CONCEPT_NONE,
    BS_CONCEPT_SALES,
    BS_CONCEPT_COST,
    BS_CONCEPT_GROSS,
    BS_CONCEPT_EXPENSES,
    BS_CONCEPT_OPERATING,
    BS_CONCEPT_PRETAX,
    BS_CONCEPT_TAX,
    BS_CONCEPT_TAX_RATE,
    BS_CONCEPT_NET_INCOME,
    BS_CONCEPT_GROSS_MARGIN,
    BS_CONCEPT_OPERATING_MARGIN,
    BS_CONCEPT_NET_MARGIN,
    BS_CONCEPT_ASSETS,
    BS_CONCEPT_LIABILITIES,
    BS_CONCEPT_EQUITY,
    BS_CONCEPT_NET_ASSETS,
    BS_CONCEPT_EQUITY_RATIO,
    BS_CONCEPT_DEBT_RATIO,
    BS_CONCEPT_EMPLOYED,
    BS_CONCEPT_UNEMPLOYED,
    BS_CONCEPT_LABOUR,
    BS_CONCEPT_INACTIVE,
    BS_CONCEPT_ADULTS,
    BS_CONCEPT_UNEMPLOYMENT,
    BS_CONCEPT_PARTICIPATION,
    BS_CONCEPT_EMPLOYMENT,
    BS_CONCEPT_POPULATION,
    BS_CONCEPT_URBAN,
    BS_CONCEPT_RURAL,
    BS_CONCEPT_URBANISATION,
    BS_CONCEPT_MEN,
    BS_CONCEPT_WOMEN,
    BS_CONCEPT_BIRTHS,
    BS_CONCEPT_DEATHS,
    BS_CONCEPT_NATURAL,
    BS_CONCEPT_NATURAL_LOSS,
    BS_CONCEPT_MOVED_IN,
    BS_CONCEPT_MOVED_OUT,
    BS_CONCEPT_NET_MOVED,
    BS_CONCEPT_MOVED_LOSS,
    BS_CONCEPT_EXPORTS,
    BS_CONCEPT_IMPORTS,
    BS_CONCEPT_TRADE,
    BS_CONCEPT_NET_IMPORTS,
    BS_CONCEPT_NET_EXPORTS,
    BS_CONCEPT_BUDGET,
    BS_CONCEPT_SPENT,
    BS_CONCEPT_SPENT_RATE,
    BS_CONCEPT_PEAK,
    BS_CONCEPT_CAPACITY,
    BS_CONCEPT_RESERVE,
    BS_CONCEPT_RESERVE_RATE,
    BS_CONCEPT_JOB_OFFERS,
    BS_CONCEPT_JOB_SEEKERS,
    BS_CONCEPT_JOBS_RATIO,
    BS_CONCEPT_PASSED,
    BS_CONCEPT_EXAMINED,
    BS_CONCEPT_PASS_RATE,
    BS_CONCEPT_VOTED,
    BS_CONCEPT_VOTERS,
    BS_CONCEPT_TURNOUT,
    BS_CONCEPT_ANSWERED,
    BS_CONCEPT_ASKED,
    BS_CONCEPT_RESPONSE_RATE,
    BS_CONCEPT_CLOSED,
    BS_CONCEPT_FILED,
    BS_CONCEPT_CLOSING_RATE,
    BS_CONCEPT_DONE,
    BS_CONCEPT_PLANNED,
    BS_CONCEPT_DONE_RATE,
    BS_CONCEPT_PRODUCT,
    BS_CONCEPT_PRIMARY,
    BS_CONCEPT_SECONDARY,
    BS_CONCEPT_TERTIARY,
    BS_CONCEPT_COUNT
} bs_concept;

// The concept that is named last in the words in front of a number; the longest of those that end
// at one place. A word that goes on to another one (영업이익 in 영업이익률, sales in salesman)
// names nothing.
bs_concept bs_concept_last(bs_str words);
// The concept that a label is, but for blanks, marks and what stands in parentheses.
bs_concept bs_concept_of_label(bs_str label);
// What stands in front of the last name of the concept, without a genitive: 구 지역 of "구 지역의
// 실업자". Empty where the label does not end in one.
bs_str bs_concept_owner(bs_str label, bs_concept concept);
// Whether its numbers are in percent.
bool bs_concept_is_rate(bs_concept concept);

typedef enum bs_identity_form {
    BS_IDENTITY_SUM,        // stated = a + b + c
    BS_IDENTITY_DIFFERENCE, // stated = a - b
    BS_IDENTITY_PERCENT,    // stated = 100 * a / b
    BS_IDENTITY_TIMES       // stated = a / b
} bs_identity_form;

typedef struct bs_identity {
    bs_identity_form form;
    bs_concept stated;
    bs_concept a;
    bs_concept b;
    bs_concept c; // of a sum; BS_CONCEPT_NONE for none
    bool near; // in text, only between numbers of one paragraph: the names are those of many things
} bs_identity;

// All identities. Static, do not free.
const bs_identity *bs_identity_table(size_t *count);

#endif
