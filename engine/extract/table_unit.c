// SPDX-License-Identifier: GPL-3.0-or-later
// The unit of each value of a table: from its cell, its row, its header or the caption.
#include "engine/core/unit.h"
#include "engine/extract/grid_internal.h"
#include "engine/extract/table_internal.h"
#include "engine/extract/words.h"

// "Unemployment rate Men", "실업률 여": without the group that a lower head names.
static bs_str without_group(bs_str label)
{
    static const char groups[] =
        " Total| Men| Women| Male| Female| Males| Females| Persons| Both sexes| All| Boys| Girls|"
        " 계| 남| 여| 남자| 여자| 남성| 여성| 전체| 計| 男| 女| 総数| 男性| 女性| 合计| 合計";
    for (size_t at = label.len; at-- > 0;) {
        if (label.ptr[at] != ' ') continue;
        bs_str last = bs_str_slice(label, at, label.len);
        return at > 0 && bs_list_is(last, groups) ? bs_str_slice(label, 0, at) : label;
    }
    return label;
}

bool bs__names_rate(bs_str label)
{
    static const char words[] =
        "률|율|率|비율|比率|비중|比重|割合|占比|구성비|構成比|构成比|シェア|百分比|백분비|rate|"
        "Rate|share|Share|"
        "percentage|margin|금리|金利|利回り|금리차|金利差|利差|집약도|집중도|의존도|自给度|"
        "投入强度|集中度|依存度|R&D "
        "intensity";
    static const char others[] =
        "환율|배율|출산율|출생|사망|汇率|匯率|倍率|出生|死亡|出産|生育|自然增|xchange|"
        "irth|eath|ertil|ortality|婚|혼|회전율|周转率|効率|효율|per share|per diluted share|per "
        "common share|per basic share|"
        "per ordinary share|per equity share";
    bool inside = label.len > 2 && label.ptr[0] == '(' && label.ptr[label.len - 1] == ')';
    label = bs__bare_name(inside ? bs_str_slice(label, 1, label.len - 1) : label); // "(비중)"
    label = without_group(label);
    if (!bs_list_ends(label, words)) return false;
    return !bs_str_has_any(label, others);
}

bool bs__names_other_rate(bs_str label)
{
    static const char rates[] = "률|율|率|rate|Rate", shares[] = "비율|比率";
    static const char vital[] =
        "출생|사망|혼인|이혼|출산|自然增|자연증가|出生|死亡|出産|生育|结婚|離婚|离婚|"
        "婚姻|irth|eath|ertil|ortality|arriage|ivorce";
    label = bs__bare_name(label);
    bool natural = bs_str_has_any(label, "自然增|자연증가");
    if (bs_list_ends(label, "倍率|배율|배수")) return true;
    if (!bs_list_ends(label, rates) || bs_list_ends(label, shares)) return false;
    return bs_str_has_any(label, vital) && (natural || !bs_word_in(label, BS_MEANS_GROWTH_RATE));
}

bool bs__is_rate_below(bs_str unit, bs_str head)
{
    bs_dimension dimension = bs_unit_dimension(unit);
    bool amount = unit.len > 0 && unit.ptr[0] != '%' && dimension != BS_DIM_NONE;
    return amount && (bs_word_is(head, BS_MEANS_GROWTH_RATE) || bs__names_rate(head));
}

bool bs__row_names_rate(const bs__row_info *row)
{
    return bs__names_rate(row->label) || (row->nested && bs__names_rate(row->group));
}

bool bs__names_per_share(bs_str label)
{
    static const bs_str words[] = {BS_STR_INIT("per share"),
                                   BS_STR_INIT("per diluted share"),
                                   BS_STR_INIT("per common share"),
                                   BS_STR_INIT("per basic share"),
                                   BS_STR_INIT("주당"),
                                   BS_STR_INIT("每股"),
                                   BS_STR_INIT("1株当たり"),
                                   BS_STR_INIT("1株当り"),
                                   BS_STR_INIT("EPS"),
                                   BS_STR_INIT("per unit"),
                                   BS_STR_INIT("per ADS")};
    return bs_word_among(label, words);
}

// Of a row, or of the rows that it stands under: "Net income per share:" over "Basic".
static bool is_per_share(const bs__row_info *row)
{
    return bs__names_per_share(row->label) || bs__names_per_share(row->group);
}

bool bs__names_money_of_one(bs_str label)
{
    static const char words[] =
        "人均|1인당|1人当たり|１人当たり|一人当たり|per capita|Per capita|per head|per person|"
        "객단가|客単価|客单价";
    static const char rates[] = "환율|汇率|匯率|為替レート|xchange rate|xchange Rate";
    return bs_str_has_any(label, words) || bs_list_ends(bs__bare_name(label), rates);
}

// "29.7p" of earnings per share among pounds: pence, and nothing provisional.
bool bs__table_is_pence(const bs__table_job *job, uint32_t row, uint32_t col)
{
    const bs_cell_value *cell = bs__grid_value(&job->grid, row, col);
    const bs__column *column = &job->grid.columns[col];
    bs_str behind = bs__grid_text(&job->grid, row, col);
    if (cell->state != BS_STATE_VALUE || cell->unit.len > 0) return false;
    behind = bs_str_trim(bs_str_slice(behind, cell->digits_end, behind.len));
    if (!bs_str_equal(behind, BS_STR("p"))) return false;
    bool share = is_per_share(&job->rows[row]) || bs__names_per_share(column->label);
    bs_str money = column->unit.len > 0     ? column->unit
                   : job->unit.unit.len > 0 ? job->unit.unit
                                            : job->sign;
    return share && bs_str_equal(money, BS_STR("GBP"));
}

// "$ 2,374" under "dollars in thousands", or in the row "Sales (in millions)": the scale of the
// row, the header or the caption holds for a bare sign of the same money in the cell, and not for a
// word of scale, which the cell would have itself.
static int scale_of_money(const bs__table_job *job, uint32_t row, uint32_t col)
{
    const bs_cell_value *cell = bs__grid_value(&job->grid, row, col);
    const bs__row_info *info = &job->rows[row];
    const bs__column *column = &job->grid.columns[col];
    bs_str text = bs__grid_text(&job->grid, row, col);
    bs_str behind = bs_str_trim(bs_str_slice(text, cell->digits_end, text.len));
    if (bs_unit_dimension(cell->unit) != BS_DIM_MONEY || behind.len > 1 || is_per_share(info))
        return 0;
    bs_str unit = job->unit.unit;
    int power = job->unit.power;
    if (info->unit.len > 0) {
        unit = info->unit;
        power = info->unit_power;
    } else if (column->unit.len > 0) {
        unit = column->unit;
        power = column->unit_power;
    }
    bool same = bs_str_equal(unit, cell->unit) || bs_str_equal(unit, BS_STR("1"));
    return same ? power : 0;
}

// "Weighted-average shares", "Number of stores": counted, whatever money the rows around it are in.
bool bs__names_count(bs_str label)
{
    static const char ends[] = "shares|Shares|employees|Employees|stores|units|customers|"
                               "subscribers|outstanding|headcount|ratio|Ratio|times|days";
    static const char starts[] = "Number|number|Shares|Weighted|Average number|Headcount|Units";
    label = bs__bare_name(label);
    // "Weighted average shares used in computing net income per share"
    if (bs_list_starts(label, starts) && bs_str_has_any(label, " shares| Shares")) return true;
    return !bs__names_per_share(label) &&
           (bs_list_ends(label, ends) || bs_list_starts(label, starts));
}

// "Basic" and "Diluted" below "Weighted average shares" or "Shares used in computing earnings per
// share".
static bool counts_shares(const bs__row_info *row)
{
    static const char rows[] = "Basic|Diluted|basic|diluted|Basic and diluted";
    static const char groups[] = "Shares |Weighted|Average |Number of |Common shares|shares ";
    return bs_list_is(bs__bare_name(row->label), rows) && bs_list_starts(row->group, groups) &&
           bs_str_has_any(row->group, "hares");
}

// The sign of the rows above, where no unit but a scale is stated.
static void take_sign(const bs__table_job *job, uint32_t row, bs__cell_meaning *out)
{
    bool scale_only = bs_str_equal(out->unit, BS_STR("1"));
    if (!scale_only || job->sign.len == 0 || bs__is_rate(out->measure) ||
        bs__names_count(job->rows[row].label) || counts_shares(&job->rows[row]))
        return;
    out->unit = job->sign;
    out->unit_rule = "sign of the first row";
}

// People and places are in no money: "Employees" in a table of "€ million". "Loans to customers",
// "Wages of employees" and "Grocery stores", a kind of business, are.
bool bs__names_headcount(bs_str label)
{
    static const char names[] = "employees|Employees|headcount|Headcount|customers|Customers|"
                                "staff|Staff|직원 수|임직원 수|従業員数|员工人数";
    static const char stores[] = "Stores|stores|Total stores|Total Stores|Company stores";
    static const char joins[] = " to | from | for | in | of | on | due | by | with |Due ";
    bs_str name = bs__bare_name(label);
    if (bs_list_is(name, stores)) return true;
    return bs_list_ends(name, names) && !bs_str_has_any(name, joins);
}

// "Number of insurers"; those of shares are counted in the thousands of the accounts.
static bool names_number(bs_str label)
{
    static const char starts[] =
        "Number of |number of |No. of |Average number of |Total number of ";
    return bs_list_starts(label, starts) && !bs_str_has_any(label, "share");
}

// "Basic - weighted average common shares": counted, in the thousands of a caption of money, too.
static bool names_shares(bs_str label)
{
    static const char words[] = "eighted average|eighted-average|hares outstanding|umber of ";
    return bs_str_has_any(label, words) && bs_str_has_any(label, "hares") &&
           bs_list_ends(bs__bare_name(label), "hares|outstanding");
}

// "64,039,331,350.17" below a line that ends in "(%)": an amount, whatever the line said.
static bool is_no_percentage(const bs__table_job *job, uint32_t row, uint32_t col)
{
    static const bs_decimal most = {.coefficient = 100000}, least = {.coefficient = -100000};
    const bs_cell_value *value = bs__grid_value(&job->grid, row, col);
    return bs__is_percent(job->unit.unit) && value->state == BS_STATE_VALUE &&
           (bs_decimal_compare(value->value, most) > 0 ||
            bs_decimal_compare(value->value, least) < 0);
}

// Rates of births and ages are in no thousands of people.
static bool is_uncounted(bs_str label)
{
    static const char ages[] =
        "Median age|Mean age|Average age|median age|mean age|average age|"
        "ife expectancy|평균연령|중위연령|기대수명|평균수명|평균 연령|중위 연령|"
        "平均年齢|平均寿命|平均余命|平均年龄|预期寿命";
    return bs__names_other_rate(label) || bs_list_ends(bs__bare_name(label), ages);
}

static void take_caption(const bs__table_job *job, uint32_t row, uint32_t col,
                         bs__cell_meaning *out)
{
    enum { POWER_OF_ALL = 8 }; // 亿, billion: too much for one
    if (is_no_percentage(job, row, col)) {
        out->unit = BS_STR("1");
        out->unit_rule = "no percentage";
        return;
    }
    bool money = bs_unit_dimension(job->unit.unit) == BS_DIM_MONEY;
    // 出生率 under "(万人)", "Median age" under "(thousands)"
    bool counted = bs_str_equal(job->unit.unit, BS_STR("1")) ||
                   bs_unit_dimension(job->unit.unit) == BS_DIM_COUNT_OF;
    bool uncounted =
        job->unit.power != 0 && counted &&
        (is_uncounted(job->rows[row].label) || is_uncounted(job->grid.columns[col].label));
    if (uncounted) {
        out->unit = BS_STR("1");
        out->unit_rule = "a rate of people";
        return;
    }
    if (money && (bs__names_no_money(job->rows[row].label) ||
                  bs__names_no_money(job->grid.columns[col].label))) {
        out->unit = BS_STR("1");
        out->unit_rule = "no money by its name";
        return;
    }
    bool heads =
        money && (names_number(job->rows[row].label) || bs__names_headcount(job->rows[row].label) ||
                  bs__names_headcount(job->grid.columns[col].label));
    if (heads) {
        out->unit = BS_STR("1");
        out->unit_rule = "a number of people";
        return;
    }
    if (bs_str_equal(job->unit.unit, BS_STR("index")) &&
        bs__names_weight(job->grid.columns[col].label)) {
        out->unit = BS_STR("1");
        out->unit_rule = "a weight";
        return;
    }
    out->unit = job->unit.unit;
    out->unit_power = job->unit.power;
    out->unit_text = job->unit_text;
    out->unit_rule = "caption";
    if (money && is_per_share(&job->rows[row])) out->unit_power = 0;
    bool one = bs__names_money_of_one(job->rows[row].label) ||
               bs__names_money_of_one(job->grid.columns[col].label);
    if (money && one && job->unit.power >= POWER_OF_ALL) {
        out->unit = BS_STR("1");
        out->unit_power = 0;
        out->unit_rule = "of one, and not in the unit of all";
    }
    if (money && names_shares(job->rows[row].label)) out->unit = BS_STR("1");
}

// "Gross margin | 455,793": an amount that is called like a rate.
static bool is_too_large_for_rate(const bs__table_job *job, uint32_t row, uint32_t col)
{
    static const bs_decimal most = {.coefficient = 1000}, least = {.coefficient = -1000};
    const bs_cell_value *value = bs__grid_value(&job->grid, row, col);
    return value->state == BS_STATE_VALUE && (bs_decimal_compare(value->value, most) >= 0 ||
                                              bs_decimal_compare(value->value, least) <= 0);
}

// The unit where neither cell nor row nor header prints one. A caption of one unit counts levels,
// not what is named a rate.
static void take_stated(const bs__table_job *job, uint32_t row, uint32_t col, bs__cell_meaning *out)
{
    bool percent_caption = bs__is_percent(job->unit.unit);
    const bs__named_unit *own = bs__table_named_unit(job, row, col);
    bool rate = bs__is_rate(out->measure) || bs__names_rate(job->grid.columns[col].label);
    if (own != NULL && bs__is_percent(own->unit) == rate) {
        out->unit = own->unit;
        out->unit_power = own->power;
        out->unit_text = own->text;
        out->unit_rule = "caption by name";
        return;
    }
    bool stated = job->unit.unit.len > 0;
    bool named =
        out->measure == BS_MEASURE_LEVEL && stated && !is_too_large_for_rate(job, row, col) &&
        (bs__row_names_rate(&job->rows[row]) || bs__names_rate(job->grid.columns[col].label));
    if (bs__table_unit_of_list(job, row, col, out)) return;
    if ((bs__is_rate(out->measure) || named) && !percent_caption) {
        out->unit = BS_STR("%");
        out->unit_rule = "name of a rate";
    } else if (percent_caption && job->grid.columns[col].amounts) {
        out->unit = BS_STR("1");
        out->unit_rule = "none: too large for percentages";
    } else if (stated && (out->measure != BS_MEASURE_INDEX || percent_caption ||
                          bs_str_equal(job->unit.unit, BS_STR("index")))) {
        take_caption(job, row, col, out);
    } else {
        out->unit = BS_STR("1");
        out->unit_rule = "none is stated";
    }
    take_sign(job, row, out);
}

// "금액", 金额, "Value" beside a column of amounts that have units of their own.
static bool names_money(bs_str label)
{
    static const char words[] = "금액|가액|金额|金額|価額|价值|货值|總值|总值|Value|value|VALUE";
    label = bs__bare_name(label);
    if (bs_list_ends(label, words)) return true;
    // "金额 累计"
    const char *blank = label.len > 0 ? memrchr(label.ptr, ' ', label.len) : NULL;
    if (blank == NULL) return false;
    size_t at = (size_t)(blank - label.ptr);
    return bs_word_is(bs_str_slice(label, at + 1, label.len), BS_MEANS_CUMULATIVE) &&
           bs_list_ends(bs_str_slice(label, 0, at), words);
}

static bool lists_percent(const bs_unit_text *unit)
{
    for (size_t i = 0; i < unit->list_count; i++) {
        if (bs__is_percent(unit->list[i].unit)) return true;
    }
    return false;
}

// "单位 | 价格(元)" over "吨 | 3184.6": the row says what the money of the column is paid for.
static bool is_price_of(const bs__column *column, bs_str unit)
{
    static const char names[] = "价格|单价|價格|単価|価格|단가|가격|rice";
    return bs_unit_dimension(column->unit) == BS_DIM_MONEY &&
           bs_unit_dimension(unit) != BS_DIM_MONEY && bs_str_has_any(column->label, names);
}

// A unit of rows is that of their levels: a column of rates keeps its own, or the percent that the
// caption lists, and one of money is in no tonnes.
static bool row_unit_holds(const bs__table_job *job, const bs__column *column, bs_str unit)
{
    bool stated = column->unit.len > 0 || lists_percent(&job->unit) ||
                  bs__names_rate(column->label) ||
                  bs_list_ends(bs__bare_name(column->label), "比|同比|环比");
    bool rates = (stated && bs__is_rate(column->measure)) || bs__is_percent(column->unit);
    bool money = names_money(column->label) && bs_unit_dimension(unit) != BS_DIM_MONEY;
    return !rates && !money && !is_price_of(column, unit);
}

// Whether the number to the left in the row is an amount, no percentage.
static bool row_has_amounts(const bs__table_job *job, uint32_t row, uint32_t col)
{
    if (bs__is_percent(job->rows[row].unit)) return false;
    while (col-- > 0) {
        const bs_cell_value *cell = bs__grid_value(&job->grid, row, col);
        const bs__column *column = &job->grid.columns[col];
        if (cell->state == BS_STATE_VALUE && column->role == BS__COLUMN_VALUE)
            return !bs__is_percent(cell->unit.len > 0 ? cell->unit : column->unit);
    }
    return false;
}

// "Change on quarter", "전년대비 증감" below rows of levels: what their percentages differ by.
static bool names_change(const bs__row_info *row)
{
    return row->unit.len == 0 &&
           (bs_list_starts(row->label, "Change |Difference") ||
            bs_list_ends(bs__name_alone(row->label),
                         "증감|增减|増減|增減|增减值|增減值|전년차|전월차|前年差|前月差|Change"));
}

// Percent, money, and a count with decimals, which is a score.
static bool counts_no_sample(bs_str unit, const bs_cell_value *cell)
{
    bs_dimension dimension = bs_unit_dimension(unit);
    bool decimal = dimension == BS_DIM_COUNT_OF && cell->value.scale > 0;
    return bs__is_percent(unit) || dimension == BS_DIM_MONEY || decimal;
}

// The unit of the header: of a price by what the row says that it is paid for.
static void take_header(const bs__table_job *job, uint32_t row, const bs__column *column,
                        bs__cell_meaning *out)
{
    const bs__row_info *info = &job->rows[row];
    out->unit = column->unit;
    out->unit_power = column->unit_power;
    out->unit_text = column->unit_text;
    out->unit_rule = "header";
    bool money = bs_unit_dimension(out->unit) == BS_DIM_MONEY;
    if (money && is_per_share(info)) out->unit_power = 0; // no millions a share
    if (info->unit.len > 0 && info->unit_power == 0 && is_price_of(column, info->unit)) {
        bs_str price = bs_arena_format(job->job->arena, "%.*s/%.*s", BS_STR_ARG(out->unit),
                                       BS_STR_ARG(info->unit));
        if (price.ptr != NULL) out->unit = price; // else the next allocation tells
    }
}

// The most exact statement of a unit wins: cell, row, header, caption.
void bs__table_cell_unit(const bs__table_job *job, uint32_t row, uint32_t col,
                         bs__cell_meaning *out)
{
    const bs__column *column = &job->grid.columns[col];
    const bs__row_info *info = &job->rows[row];
    const bs_cell_value *cell = bs__grid_value(&job->grid, row, col);
    if (column->role == BS__COLUMN_RANK || out->measure == BS_MEASURE_RANK) {
        *out = (bs__cell_meaning){
            .unit = BS_STR("rank"), .measure = BS_MEASURE_RANK, .unit_rule = "header"};
    } else if (cell->unit.len > 0) {
        out->unit = cell->unit;
        out->unit_power = scale_of_money(job, row, col);
        out->unit_rule = "cell";
    } else if (bs__table_is_pence(job, row, col)) {
        out->unit = BS_STR("GBX");
        out->unit_rule = "cell";
    } else if (info->unit.len > 0 && row_unit_holds(job, column, info->unit) &&
               !bs__table_grows(job, col)) {
        out->unit = info->unit;
        out->unit_power = info->unit_power;
        out->unit_text = info->unit_text;
        out->unit_rule = "row";
    } else if (column->unit.len > 0) {
        take_header(job, row, column, out);
    } else {
        take_stated(job, row, col, out);
    }
    bool stated = cell->unit.len > 0 || info->unit.len > 0;
    // 평균근속연수 under "(명, 백만원)": years, whatever the caption counts.
    static const char years[] = "근속연수|근속년수|勤続年数|勤续年限|工龄";
    bool bare = !stated && column->unit.len == 0;
    bool aged = bare && (bs_list_ends(bs__bare_name(column->label), years) ||
                         bs_list_ends(bs__bare_name(info->label), years));
    if (aged) {
        out->unit = BS_STR("dur:year");
        out->unit_power = 0;
        out->unit_rule = "name of a number of years";
    }
    bool sample = !stated && (bs__names_sample(info->label) ||
                              (column->unit.len == 0 && bs__names_sample(column->label)));
    if (sample && counts_no_sample(out->unit, cell)) {
        out->unit = BS_STR("1");
        out->unit_power = 0;
        out->unit_rule = "name of a sample or a score";
    }
    // What percentages differ by are points; a change of amounts that is printed in % is a rate.
    bool differs = column->difference || cell->points ||
                   (cell->unit.len == 0 && bs__is_percent(column->unit) && names_change(info));
    bool percent = differs && bs_str_equal(out->unit, BS_STR("%"));
    if (percent && !(cell->unit.len > 0 && row_has_amounts(job, row, col))) {
        out->unit = BS_STR("%p");
        out->unit_rule = "difference of rates";
    }
}
