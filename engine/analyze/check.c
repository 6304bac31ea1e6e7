// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analyze/check.h"

#include <stdlib.h>

#include "engine/analyze/check_dip.h"
#include "engine/analyze/check_internal.h"
#include "engine/analyze/check_revision.h"

// The rows in the order of `check --list`; each check's code is in the file of its name.
static const bs_check checks[] = {
    BS_CHECK_DIP_ROW,
    BS_CHECK_REVISION_ROW,
    {
        .code = "sum",
        .summary = "a total is the sum of its parts",
        .explain =
            "Compares the total row or column of a table, and a whole in a sentence or list, with "
            "the "
            "sum of its parts, within the rounding of every number. It is an error where the same "
            "table adds up elsewhere, or the parts' shares add up to 100, so that the parts are "
            "known "
            "to be all there are; a total of something wider than what is listed is not reported. "
            "Percentages are added up where words call the last of them their sum (모두, 合计占, "
            "合わせて, together).",
        .needs = "a table with a total, or a whole with at least two parts in one unit",
        .family = BS_CHECK_RELATIONS,
        .run = bs_check_sum,
    },
    {
        .code = "share",
        .summary = "a stated share is the part divided by the whole",
        .explain =
            "Divides a part by its whole and compares with the stated share, within rounding. The "
            "whole is a larger number of the same unit and period in the same sentence, the "
            "sentence before or the item above, with words such as 'of which' or 'of the total'; "
            "a number that words tie to the part or the share ('66 of the 120 schools', 120곳 중 "
            "66곳, 歳入114兆円の25%); "
            "a number anywhere in the document that the words beside the share call by its name "
            "('of total expenditure', 占外贸总值的); or, in a table, the total of the same column. "
            "A share of a target, budget or quota is held against that alone. "
            "Without such words a share that does not fit is only reported when one slip of the "
            "pen explains it; a whole that the document does not print is not tested.",
        .needs = "a share, its part and its whole, or shares of all parts",
        .family = BS_CHECK_RELATIONS,
        .run = bs_check_share,
    },
    {
        .code = "part",
        .summary = "a part is not larger than its whole",
        .explain =
            "Where words such as 'of which' (이 중, 其中, うち) introduce a number, it is part of "
            "the "
            "last number of the same unit and period in front of them, and cannot be larger. It is "
            "a "
            "warning, and only given where one slip of the pen in one of the two explains it.",
        .needs = "a sentence with a whole, the words 'of which', and a part in the same unit",
        .family = BS_CHECK_RELATIONS,
        .run = bs_check_part,
    },
    {
        .code = "growth",
        .summary = "a stated rate of change follows from the two levels",
        .explain =
            "Divides a level by the earlier one and compares with the stated rate of change, "
            "within rounding. The earlier level is the one that words or periods name as such (a "
            "year earlier, 전년 동월, 上年同期, 'from ... to') on either side of the rate, in the "
            "same sentence or table, or in the row of a table that prints the same level; where it "
            "is not printed, it is the level less the change beside the rate. A wrong "
            "word of direction (up for down) is told as one. A rate in real terms, on a comparable "
            "basis or after a change of base is not held against the levels, and a difference in "
            "percentage points is not a rate. A mean growth by the year (연평균, 年均, 年平均, a "
            "CAGR) "
            "is held against the root of the two levels over the years between them. In a table "
            "the columns that belong together are "
            "found by the rows where they fit.",
        .needs = "a rate of change, its level, and the level of the period that it compares with",
        .family = BS_CHECK_RELATIONS,
        .run = bs_check_growth,
    },
    {
        .code = "growth-mix",
        .summary = "the growth of a whole follows from the growth of its parts",
        .explain =
            "Where the parts of a whole are all there are (they add up to it, or their shares to "
            "100%), and the whole and every part state their growth, the earlier parts add up to "
            "the "
            "earlier whole. The growth that the parts imply is given with the interval that "
            "rounding "
            "allows; a stated growth outside it cannot be true beside the others.",
        .needs = "a whole with all its parts, and the growth of each of them",
        .family = BS_CHECK_RELATIONS,
        .run = bs_check_growth_mix,
    },
    {
        .code = "difference",
        .summary = "a balance, an increase or a gap is the difference of two numbers",
        .explain =
            "Compares a difference with the two numbers that it is taken from: exports less "
            "imports, end less start, and, between shares, percentage points; and the words "
            "surplus and deficit with its sign. In a table the columns that belong together are "
            "found by the rows where they fit; in a sentence the change belongs to a level, and "
            "the earlier level is the one that words or periods name. Where no change is told, a "
            "verb between the two ('rose from 4.2% to 3.9%') has to go their way.",
        .needs = "a difference and both numbers, in a table or a sentence",
        .family = BS_CHECK_RELATIONS,
        .run = bs_check_difference,
    },
    {
        .code = "ratio",
        .summary = "a value per head or per unit is the quotient of two numbers",
        .explain =
            "Looks for a column (or row) of a table that is the quotient of two others, such as "
            "output per head, density or an average price, at the rows where it fits, and reports "
            "the rows where it does not. The quotient may be given per 1, 100, 1000, 10 000 or "
            "100 000. In running text a rate is held against the level that it is called after "
            "(영업이익률 and 영업이익), or the two that it is known to follow from (投票率, "
            "합격률, "
            "完成率, 求人倍率), where one slip of the pen explains it.",
        .needs = "the quotient, the numerator and the denominator, in a table or a sentence",
        .family = BS_CHECK_RELATIONS,
        .run = bs_check_ratio,
    },
    {
        .code = "convert",
        .summary = "amounts are converted at one rate",
        .explain =
            "An amount and its conversion in parentheses allow an interval of rates. A conversion "
            "whose rates are far from those of the others in the document is reported where one "
            "slip "
            "of the pen explains it. Two rates that lie close together are a warning: either the "
            "intervals of rounding exclude one rate for both, or the amounts as printed give two "
            "different round rates exactly. A sentence that states its own rate is left alone, and "
            "a "
            "converted number that is cut off instead of rounded is no fault.",
        .needs = "at least two amounts of money with conversions into the same currency",
        .family = BS_CHECK_RELATIONS,
        .run = bs_check_convert,
    },
    {
        .code = "rank",
        .summary = "ranks run on, and a column falls or rises with them",
        .explain =
            "In a table with a column of ranks, a rank that does not fit between its neighbours is "
            "reported, and, where no column is in the order of the ranks, the one place at which a "
            "column that is otherwise in order is not. A first place behind words such as 'second "
            "only to' is a note.",
        .needs = "a table of at least five ranks",
        .family = BS_CHECK_RELATIONS,
        .run = bs_check_rank,
    },
    {
        .code = "restate",
        .summary = "the same quantity printed twice says the same",
        .explain =
            "Compares numbers of one name, unit, role and period in different places: summary and "
            "body, headline and text, sentence and table; and a number of the text that stands "
            "nowhere else with the cells of the row that its sentence speaks of. Names in running "
            "text are uncertain, so that a difference is a warning, and only where one slip of the "
            "pen explains it. A bound in the text (more than 1,800) that is a plain number in the "
            "table is a note.",
        .needs = "two numbers with the same name, unit and period",
        .family = BS_CHECK_RELATIONS,
        .run = bs_check_restate,
    },
    {
        .code = "count",
        .summary = "a top ten has ten rows, and four regions are four names",
        .explain =
            "Compares the number in the caption of a ranking (top 10, 상위 10위) with the ranks of "
            "the table under it, also when it goes on under a repeated header; and a number of "
            "things with their names, where these follow in parentheses or behind a colon. Words "
            "such as 'and others' (등, 等, など) allow fewer.",
        .needs = "a caption that says how many over a table of ranks, or a number and names",
        .family = BS_CHECK_RELATIONS,
        .run = bs_check_count,
    },
    {
        .code = "date",
        .summary = "an event is not dated after the document",
        .explain =
            "Compares dates with the date of the document. A date that stands alone in parentheses "
            "at "
            "the end of a heading or item is that of the news and must not lie later: an error. A "
            "date "
            "in a sentence in the past tense that lies later is a warning. Plans, forecasts and "
            "targets, and sentences with words for them, are left alone, and a date without a year "
            "that lies more than 200 days ahead is taken to be of the year before.",
        .needs = "a document that says the day of its issue, and dates with a day",
        .family = BS_CHECK_RELATIONS,
        .run = bs_check_date,
    },
    {
        .code = "bound",
        .summary = "a share lies between 0 and 100 %, a fall is at most 100 %",
        .explain =
            "A share of a whole in percent below 0 or above 100, and a rate of change below "
            "-100 %, "
            "cannot be true. Growth may exceed 100 %, and so may ratios that are no shares. A "
            "group of digits behind a word for a power of ten thousand has at most four of "
            "them: 4조 44,484억 cannot be.",
        .needs = "a share or a rate of change in percent, or a number with words such as 조 and 억",
        .family = BS_CHECK_RELATIONS,
        .run = bs_check_bound,
    },
    {
        .code = "precision",
        .summary = "a conversion has no more digits than its source supports",
        .explain =
            "A converted amount with four or more significant digits more than the amount that it "
            "is converted from pretends to know what nobody knows. A note.",
        .needs = "an amount and its conversion",
        .family = BS_CHECK_RELATIONS,
        .run = bs_check_precision,
    },
    {
        .code = "order",
        .summary = "the periods of a table are in order, and none stands twice",
        .explain =
            "Periods across or down a table run one way. One that stands twice or out of order "
            "among others that are in order is a note.",
        .needs = "a table with at least four periods across or down",
        .family = BS_CHECK_RELATIONS,
        .run = bs_check_order,
    },
    {
        .code = "digits",
        .summary = "a number is printed with all of its digits",
        .explain =
            "A point has digits behind it where a unit or a word such as million follows ('75.%', "
            "'231. million'), and, in a document that parts thousands with commas, digits stand in "
            "groups of three: '8,1350' and '1,234,56' are no numbers. Four digits that end in "
            "noughts behind 억 lack their 만 ('136억3000달러'). Lists without blanks "
            "(3,4분기) and decimal commas are left alone. Where a group is only short ('1,04명') "
            "it is a warning.",
        .needs = "a number; for groups, two numbers with groups of three",
        .family = BS_CHECK_RELATIONS,
        .run = bs_check_digits,
    },
};

// Wholes and parts come first, so that what they confirm is known to the others by then.
static const bs_relation_collect collectors[] = {
    bs_collect__sum,        bs_collect__share,     bs_collect__part,  bs_collect__growth,
    bs_collect__growth_mix, bs_collect__convert,   bs_collect__date,  bs_collect__bound,
    bs_collect__difference, bs_collect__ratio,     bs_collect__rank,  bs_collect__restate,
    bs_collect__count,      bs_collect__precision, bs_collect__order, bs_collect__digits,
};

const bs_relation_collect *bs_check__collectors(size_t *count)
{
    *count = BS_COUNT(collectors);
    return collectors;
}

const bs_check *bs_check_table(size_t *count)
{
    *count = BS_COUNT(checks);
    return checks;
}

const bs_check *bs_check_find(bs_str code)
{
    for (size_t i = 0; i < BS_COUNT(checks); i++) {
        if (bs_str_equal(code, bs_str_from(checks[i].code))) return &checks[i];
    }
    return NULL;
}

static bs_status refuse_unknown(const bs_check_options *options, bs_error *err)
{
    for (size_t i = 0; options->codes != NULL && i < options->code_count; i++) {
        if (bs_check_find(bs_str_from(options->codes[i])) == NULL)
            return bs_fail(err, BS_E_ARGUMENT, "there is no check \"%s\"", options->codes[i]);
    }
    return BS_OK;
}

bool bs_check_is_chosen(const bs_check *check, const bs_check_options *options)
{
    if (options->families != 0 && (options->families & (unsigned)check->family) == 0) return false;
    if (options->codes == NULL) return true;
    for (size_t i = 0; i < options->code_count; i++) {
        if (strcmp(check->code, options->codes[i]) == 0) return true;
    }
    return false;
}

bool bs_check_needs_text(const bs_reading *reading, const bs_check_options *options)
{
    bool needed = false;
    for (size_t i = 0; i < BS_COUNT(checks); i++) {
        // What the series model doubts may hold by arithmetic.
        bool may = checks[i].family == BS_CHECK_RELATIONS || !options->list_all;
        needed = needed || (may && bs_check_is_chosen(&checks[i], options));
    }
    return needed && bs_view_has_groups(reading);
}

static bool is_of_model(const bs_finding *finding)
{
    const bs_check *check = bs_check_find(bs_str_from(finding->code));
    return check != NULL && check->family == BS_CHECK_ANOMALIES;
}

// By place, and at one place what arithmetic says before what the series model says.
static int compare_places(const void *left, const void *right)
{
    const bs_finding *a = left, *b = right;
    int place = bs_origin_compare(&a->origin, &b->origin);
    if (place != 0) return place;
    if (is_of_model(a) != is_of_model(b)) return is_of_model(a) ? 1 : -1;
    return bs_finding_compare(a, b);
}

static bool says_the_same(const bs_finding *relation, const bs_finding *model)
{
    return bs_origin_compare(&relation->origin, &model->origin) == 0 &&
           relation->proposal_count > 0 && model->proposal_count > 0 &&
           bs_str_equal(relation->proposals[0].text, model->proposals[0].text);
}

// An editor wants a wrong number once: where arithmetic and the series model propose the same
// digits at one place, the arithmetic is told, with the higher probability of the two.
static void merge_places(bs_finding_array *findings, size_t first)
{
    if (findings->count - first < 2) return;
    qsort(findings->items + first, findings->count - first, sizeof *findings->items,
          compare_places);
    size_t kept = first + 1;
    for (size_t i = first + 1; i < findings->count; i++) {
        bs_finding *before = &findings->items[kept - 1], *here = &findings->items[i];
        if (is_of_model(here) && !is_of_model(before) && says_the_same(before, here)) {
            if (here->probability > before->probability) before->probability = here->probability;
            continue;
        }
        findings->items[kept++] = *here;
    }
    findings->count = kept;
}

static int by_origin(const void *left, const void *right)
{
    return bs_origin_compare(left, right);
}

static bool is_sure_relation(const bs_finding *finding)
{
    return !is_of_model(finding) && finding->severity == BS_ERROR && finding->proposal_count > 0;
}

// Where arithmetic is sure which number of a sum is wrong, what the series model only suspects of
// the others of that sum has been told.
static bs_status drop_others_of_sums(bs_finding_array *findings, size_t first, bs_arena *arena)
{
    size_t count = 0;
    for (size_t i = first; i < findings->count; i++) {
        if (is_sure_relation(&findings->items[i])) count += findings->items[i].related.count;
    }
    if (count == 0) return BS_OK;
    bs_origin *told = BS_NEW_ARRAY(arena, bs_origin, count);
    if (told == NULL) return BS_E_MEMORY;
    count = 0;
    for (size_t i = first; i < findings->count; i++) {
        const bs_finding *finding = &findings->items[i];
        for (size_t k = 0; is_sure_relation(finding) && k < finding->related.count; k++)
            told[count++] = finding->related.items[k].origin;
    }
    qsort(told, count, sizeof *told, by_origin);
    size_t kept = first;
    for (size_t i = first; i < findings->count; i++) {
        bs_finding *here = &findings->items[i];
        bool other = is_of_model(here) && here->severity != BS_ERROR &&
                     bsearch(&here->origin, told, count, sizeof *told, by_origin) != NULL;
        if (!other) findings->items[kept++] = *here;
    }
    findings->count = kept;
    return BS_OK;
}

bs_status bs_check_run(bs_finding_array *out, bs_arena *arena, const bs_reading *reading,
                       const bs_check_options *options, bs_error *err)
{
    static const bs_check_options defaults = BS_CHECK_OPTIONS_INIT;
    if (options == NULL) options = &defaults;
    BS_TRY(refuse_unknown(options, err));
    // The relations are one pass over the reading, whichever of them are asked for.
    const char *relations[BS_COUNT(checks)];
    size_t relation_count = 0, first = out->count;
    for (size_t i = 0; i < BS_COUNT(checks); i++) {
        if (!bs_check_is_chosen(&checks[i], options)) continue;
        if (checks[i].family == BS_CHECK_RELATIONS)
            relations[relation_count++] = checks[i].code;
        else
            BS_TRY(checks[i].run(out, arena, reading, options, err));
    }
    // Without a relation asked for it only takes back what the series model doubts and arithmetic
    // confirms.
    bool numbers = reading->quantities.count > 0 || bs_view_has_groups(reading);
    bool doubted = out->count > first && !options->list_all && numbers;
    if (relation_count > 0 || doubted)
        BS_TRY(bs_relation_run(out, arena, reading, options, relations, relation_count, err));
    if (!options->list_all) {
        if (drop_others_of_sums(out, first, arena) != BS_OK)
            return bs_fail(err, BS_E_MEMORY, "out of memory");
        merge_places(out, first);
    }
    bs_finding_sort(out);
    return BS_OK;
}
