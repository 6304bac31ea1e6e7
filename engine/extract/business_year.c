// SPDX-License-Identifier: GPL-3.0-or-later
// Business years that do not begin in January. A paper says once when its second quarter was,
// "2분기(7~9월)", "the second quarter ended 30 September", and speaks of quarters and halves from
// then on; those of the calendar are other months.
#include "engine/extract/extract_internal.h"
#include "engine/extract/moment_internal.h"
#include "engine/extract/words.h"

enum {
    MONTHS = 12,
    HALF = 6,
    QUARTER = 3,
    FIRST_DAYS = 7,
    LATE_MONTH_MIN = 5, // years from April are named after either
    LAG_UNTOLD = -1
};

typedef struct search {
    bs__job *job;
    int named; // in which the business years begin that are named without saying so: 2025年度
    bool contradicted;
    bs_when title; // the first half or quarter of a business year that is printed with its year
    bool compared; // "£1.24bn (H1 FY25: £1.18bn)": that is of the year before
    bs_when told;  // the first whose months are told, and the year of the first of them
    int told_offset;
} search;

static int part_months(const bs_when *when)
{
    return when->quarter > 0 ? QUARTER : when->half > 0 ? HALF : 0;
}

// The month, 1 to 12, that lies `months` behind January of the year before.
static int wrap_month(int months)
{
    return ((months % MONTHS) + MONTHS) % MONTHS + 1;
}

// How much later than its first calendar year the business year of the part, which begins `offset`
// months behind that in the year `began`, is named.
static int lag_of(const bs_when *part, int began, int first_month, int offset)
{
    if (part->year == 0 || began == 0) return LAG_UNTOLD;
    int lag = part->year - (began - (first_month - 1 + offset) / MONTHS);
    return lag == 0 || lag == 1 ? lag : LAG_UNTOLD;
}

// The business year begins in `month`. `part`, which lies `offset` months behind that, begins in
// the year began, 0 where nobody tells; NULL for none.
static void take(search *of, int month, const bs_when *part, int offset, int began)
{
    bs__job *job = of->job;
    int lag = part != NULL ? lag_of(part, began, month, offset) : LAG_UNTOLD;
    bool first = part != NULL && began > 0 && of->told.year == 0;
    if (first) {
        of->told = *part;
        of->told.year = began;
        of->told_offset = offset;
    }
    if (job->business_month > 0 && job->business_month != month) of->contradicted = true;
    job->business_month = month;
    if (job->business_lag == LAG_UNTOLD) job->business_lag = lag;
}

// "2분기(7~9월)", "Q2 FY26 (July to September 2025)", "7-9月期(2Q)": as many months as the part
// has.
static bool by_months(search *of, bs_str text, const bs_item *part, const bs_item *months)
{
    static const char ends[] = ")|）|期）|期)|월)|月)|月）";
    const bs_item *inner = months > part ? months : part, *outer = months > part ? part : months;
    bs_str gap = bs_str_trim(bs_str_slice(text, outer->end, inner->start));
    const bs_when *from = &months->from, *to = &months->to;
    if (inner == part && bs_str_starts(gap, BS_STR("期")))
        gap = bs_str_slice(gap, strlen("期"), gap.len);
    bool inside = (bs_str_equal(gap, BS_STR("(")) || bs_str_equal(gap, BS_STR("（"))) &&
                  bs_list_starts(bs_str_slice(text, inner->end, text.len), ends);
    int length = part_months(&part->from);
    bool alike = from->month > 0 && to->month > 0 && from->day == 0 && to->day == 0 &&
                 wrap_month(to->month - from->month) == length;
    if (!inside || !alike) return false;
    int which = part->from.quarter > 0 ? part->from.quarter : part->from.half;
    int offset = (which - 1) * length, first = wrap_month(from->month - 1 - offset);
    // Months without a year are the last that were over when the paper came out.
    bs_date now = bs_period_end(of->job->source->published);
    int last = from->year > 0 ? from->year + (from->month > to->month) : to->year;
    if (last == 0 && now.year > 0) last = now.year - (to->month > now.month);
    take(of, first, &part->from, offset, last > 0 ? last - (from->month > to->month) : 0);
    return true;
}

// "the second quarter ended 30 September 2025": does the part stand in front of its last day, or
// month? A quarter of weeks may end in the next month. *last: that month, *year: its year or 0.
static bool is_ended(bs_str text, const bs_item *part, const bs_item *end, int *last, int *year)
{
    static const char *const joints[] = {"ended",         "ending",      ", ended",
                                         ", which ended", "which ended", ", ending",
                                         "that ended",    "(ended",      "ended on"};
    bs_str gap = bs_str_trim(bs_str_slice(text, part->end, end->start));
    bool joined = false;
    for (size_t i = 0; i < BS_COUNT(joints); i++)
        joined |= bs_str_equal(gap, bs_str_from(joints[i]));
    if (!joined || end->from.month == 0 || end->to.month > 0) return false;
    bool early = end->from.day > 0 && end->from.day <= FIRST_DAYS;
    *last = wrap_month(end->from.month - 1 - early);
    *year = end->from.year > 0 ? end->from.year - (*last > end->from.month) : 0;
    return true;
}

static bool by_end(search *of, bs_str text, const bs_item *part, const bs_item *end)
{
    int last, year;
    if (!is_ended(text, part, end, &last, &year)) return false;
    int length = part_months(&part->from);
    int which = part->from.quarter > 0 ? part->from.quarter : part->from.half;
    int first = wrap_month(last - which * length);
    take(of, first, &part->from, (which - 1) * length, year > 0 ? year - (last < length) : 0);
    return true;
}

bool bs__part_ended(bs_period *out, bs_str text, const bs_item *item, const bs_item *next)
{
    int last, year, length = part_months(&item->from);
    bool part = length > 0 && item->from.month == 0 && item->to.quarter == 0 && item->to.half == 0;
    if (!part || !is_ended(text, item, next, &last, &year) || year == 0) return false;
    bs_when to = {.year = year, .month = last};
    bs_when from = {.year = year - (last < length), .month = wrap_month(last - length)};
    return bs_when_period(out, from, to, 0, NULL) == BS_OK;
}

// "the financial year ended 31 March 2025", "Annual report, year ended 30 June 2025", "Interim
// report for the six months ended 30 September 2025": what begins the item says how long it is. A
// bare year that has ended is that of a company only in the title of what companies publish.
static void by_term(search *of, bs_str line, const bs_item *item)
{
    enum { TITLE_BYTES_MAX = 160 };
    static const char reports[] =
        "nnual report|nnual Report|ccounts|esults for the|inancial statements";
    static const char halves[] = "alf-year|nterim|irst half|alf year r|NTERIM|IRST HALF|ALF-YEAR";
    bs_str text = bs_str_slice(line, item->start, item->end);
    int length = wrap_month(item->to.month - item->from.month);
    bool months = item->from.month > 0 && item->to.month > 0 && item->from.day == 0;
    bool named = bs_list_starts(text, "fiscal year|financial year|Fiscal year|Financial year");
    bool year = named || (bs_list_starts(text, "year ended|year ending|Year ended|Year ending") &&
                          line.len <= TITLE_BYTES_MAX && bs_str_has_any(line, reports));
    if (named && !months) take(of, 1, NULL, 0, 0);
    if (months && year && length == MONTHS) take(of, item->from.month, NULL, 0, 0);
    bool half = months && length == HALF &&
                bs_list_starts(text, "six months|Six months|SIX MONTHS|26 weeks|26 WEEKS|"
                                     "6 months|6 MONTHS|half") &&
                bs_str_has_any(line, halves) &&
                bs_str_find(line, BS_STR("econd half"), 0) == SIZE_MAX;
    bs_when first = {.half = 1};
    if (half) take(of, item->from.month, &first, 0, item->from.year);
}

// "2026年3月期の": twelve months that are named after the last of them.
static void by_month_of_term(search *of, bs_str text, const bs_item *item)
{
    bool months = item->from.month > 1 && item->to.month > 0 && item->from.day == 0 &&
                  wrap_month(item->to.month - item->from.month) == MONTHS;
    if (months && bs_list_ends(bs_str_slice(text, 0, item->end), "月期|月期通期"))
        take(of, item->from.month, NULL, 0, 0);
}

// "its third fiscal quarter ended August 1, 2025": a span, in front of which stands which it is.
static void by_ordinal(search *of, bs_str text, const bs_item *item)
{
    static const char *const names[] = {"first", "second", "third", "fourth"};
    bs_str front = bs_str_trim(bs_str_slice(text, 0, item->start));
    if (bs_list_ends(front, " fiscal")) front.len -= strlen(" fiscal");
    bool quarter = item->from.month > 0 && item->to.month > 0 && item->from.day == 0 &&
                   wrap_month(item->to.month - item->from.month) == QUARTER &&
                   bs_list_starts(bs_str_slice(text, item->start, item->end), "quarter end");
    for (size_t i = 0; i < BS_COUNT(names) && quarter; i++) {
        if (!bs_str_ends(front, bs_str_from(names[i]))) continue;
        bs_when part = {.quarter = (int)i + 1};
        int offset = (int)i * QUARTER;
        take(of, wrap_month(item->from.month - 1 - offset), &part, offset, item->from.year);
    }
}

// "3월 결산법인": the month that a business year ends in.
static void by_closing(search *of, bs_str text, const bs_item *item)
{
    bool month =
        item->from.month > 0 && item->from.year == 0 && item->from.day == 0 && item->to.month == 0;
    bs_str after = bs_str_slice(text, item->end, text.len);
    if (month && bs_list_starts(after, " 결산법인| 결산인| 결산사| 결산 법인|결산법인")) {
        take(of, wrap_month(item->from.month), NULL, 0, 0);
        of->job->business_lag = 0;
    }
}

static bs_status look_in(search *of, bs_str text, bs_lang lang)
{
    bs_item_array items = {0};
    BS_TRY(bs_scan(&items, of->job->arena, text, lang, of->job->err));
    for (size_t i = 0; i < items.count; i++) {
        const bs_item *item = &items.items[i];
        bool part = part_months(&item->from) > 0 && item->from.month == 0 &&
                    item->to.quarter == 0 && item->to.half == 0;
        if (lang == BS_LANG_KO) by_closing(of, text, item);
        if (lang == BS_LANG_JA) by_month_of_term(of, text, item);
        if (lang == BS_LANG_EN) by_term(of, text, item);
        if (lang == BS_LANG_EN) by_ordinal(of, text, item);
        if (part && item->from.fiscal && of->title.year == 0) {
            of->title = item->from;
            of->compared = bs_list_ends(bs_str_slice(text, 0, item->start), "(") &&
                           bs_list_starts(bs_str_slice(text, item->end, text.len), ":| :");
        }
        if (part && item->from.first_month > 0) of->named = item->from.first_month;
        if (part && i > 0) (void)by_months(of, text, item, item - 1);
        if (!part || i + 1 == items.count) continue;
        if (!by_months(of, text, item, item + 1) && lang == BS_LANG_EN)
            (void)by_end(of, text, item, item + 1);
    }
    return BS_OK;
}

// May the text say so? Nearly none does, and is not read for it.
static bool may_tell(bs_str text)
{
    static const char signs[] =
        " ended| ending| ENDED| weeks to | WEEKS TO | months to | MONTHS TO |"
        "quarter (|half (|FY|iscal|분기(|분기 (|반기(|반기 (|결산|年度|"
        "四半期（|期（|期(|月期|季度（|季度(|半年（|半年(";
    return bs_str_has_any(text, signs);
}

bs_status bs__find_business_year(bs__job *job)
{
    enum { BLOCKS_MAX = 8, TEXT_BYTES_MAX = 600 };
    const bs_block_array *blocks = &job->out->document->blocks;
    search of = {.job = job};
    job->business_lag = LAG_UNTOLD;
    for (size_t i = 0; i < blocks->count && i < BLOCKS_MAX; i++) {
        bs_str text = bs_str_slice(blocks->items[i].text, 0, TEXT_BYTES_MAX);
        if (blocks->items[i].table != NULL || !may_tell(text)) continue;
        BS_TRY(look_in(&of, text, blocks->items[i].lang));
    }
    if (job->business_month == 0 && of.named > 0) job->business_month = of.named;
    // "Second Quarter Fiscal 2025 Results", "its second quarter ended August 2, 2025": the same.
    bool same = of.title.year > 0 && of.told.year > 0 && of.title.quarter == of.told.quarter &&
                of.title.half == of.told.half;
    // In English a year that begins in July or October is named after the one it ends in.
    bool named = job->source->lang == BS_LANG_EN && job->business_month >= LATE_MONTH_MIN;
    if (same && job->business_lag == LAG_UNTOLD)
        job->business_lag =
            lag_of(&of.title, of.told.year - of.compared, job->business_month, of.told_offset);
    if (named && job->business_lag == LAG_UNTOLD) job->business_lag = 1;
    if (of.contradicted) job->business_month = 0;
    return BS_OK;
}

static bool is_part(const bs__job *job, const bs_item *item)
{
    bool other = item->from.month > 0 || item->to.month > 0 || item->to.quarter > 0 ||
                 item->to.half > 0 || part_months(&item->from) == 0;
    return job->business_month > 0 && !other;
}

bool bs__business_part(bs_period *out, const bs__job *job, const bs_item *item)
{
    bool paired = item->from.paired || item->from.first_month > 0; // of the year that is printed
    bool named = item->from.fiscal && job->business_lag != LAG_UNTOLD;
    if (item->from.year == 0 || !(paired || named) || !is_part(job, item)) return false;
    bs_when when = item->from;
    when.first_month = job->business_month;
    when.year -= paired ? 0 : job->business_lag;
    return bs_when_period(out, when, (bs_when){0}, 0, NULL) == BS_OK;
}

// Does the part that has not ended come to mind first? It is one in which the paper speaks, or that
// begins when what it is about ends; that is not so a year later.
static bool is_at_hand(bs_period next, bs_period now)
{
    bs_date first = bs_period_start(next), last = bs_period_end(now);
    int apart = (first.year - last.year) * MONTHS + first.month - last.month;
    return apart <= 1;
}

bool bs__business_months(bs_period *out, const bs__job *job, const bs_item *item)
{
    bool months = item->from.fiscal && item->from.year > 0 && item->from.month == 1 &&
                  item->to.month > 0 && item->to.month % QUARTER == 0 && item->from.day == 0;
    if (!months || job->business_month < 2 || job->business_lag == LAG_UNTOLD) return false;
    bs_period first;
    int year = item->from.year - job->business_lag;
    if (bs_period_month(&first, year, job->business_month, NULL) != BS_OK) return false;
    return bs_period_span(out, first, bs_period_offset(first, item->to.month - 1), NULL) == BS_OK;
}

bool bs__business_part_near(bs_period *out, const bs__job *job, const bs_item *item, bool ahead)
{
    // A paper on a year or on months speaks at their end, whenever it comes out.
    bs_period about = job->start.period;
    bool told = job->start.period_stated && about.frequency == BS_FREQUENCY_MONTH;
    bs_period now = told ? about : job->source->published;
    bool part = item->from.year == 0 && job->business_month > 1 && is_part(job, item);
    if (!part || bs_period_is_none(now)) return false;
    bs_when when = item->from;
    when.first_month = job->business_month;
    when.year = bs_period_end(now).year + 1;
    enum { YEARS_MAX = 3 };
    bs_period next = BS_PERIOD_NONE;
    for (int i = 0; i < YEARS_MAX; i++, when.year--) {
        if (bs_when_period(out, when, (bs_when){0}, 0, NULL) != BS_OK) return false;
        if (!bs__has_ended(*out, now)) {
            next = *out;
            continue;
        }
        bool within = told && bs_period_contains(about, *out);
        bool coming = !bs_period_is_none(next) && !within && (ahead || is_at_hand(next, now));
        if (coming) *out = next;
        return true;
    }
    return false;
}
