// SPDX-License-Identifier: GPL-3.0-or-later
// Units as the code lists of SDMX, Eurostat and the OECD write them: "PC", "THS_PER", "CLV10_MEUR",
// "PT_B1GQ". A code is parts between "_": a scale, and what is measured.
#include "engine/core/unit.h"
#include "engine/extract/tidy_internal.h"

typedef struct code_row {
    bs_str text;
    const char *code;
    int power;
} code_row;

static const code_row wholes[] = {
    {BS_STR_INIT("PC"), "%", 0},
    {BS_STR_INIT("PT"), "%", 0},
    {BS_STR_INIT("PCT"), "%", 0},
    {BS_STR_INIT("PERCENT"), "%", 0},
    {BS_STR_INIT("PA"), "%", 0},
    {BS_STR_INIT("PCPA"), "%", 0},
    {BS_STR_INIT("PP"), "%p", 0},
    {BS_STR_INIT("PD"), "%p", 0},
    {BS_STR_INIT("IX"), "index", 0},
    {BS_STR_INIT("INX"), "index", 0},
    {BS_STR_INIT("INDEX"), "index", 0},
    {BS_STR_INIT("NR"), "1", 0},
    {BS_STR_INIT("NUM"), "1", 0},
    {BS_STR_INIT("NB"), "1", 0},
    {BS_STR_INIT("PER"), "count:persons", 0},
    {BS_STR_INIT("PS"), "count:persons", 0},
    {BS_STR_INIT("KTOE"), "ktoe", 0},
    {BS_STR_INIT("MTOE"), "Mtoe", 0},
};

// Behind a scale only: alone these are letters of other lists.
static const code_row scaled[] = {
    {BS_STR_INIT("T"), "t", 0},     {BS_STR_INIT("HA"), "ha", 0}, {BS_STR_INIT("KM"), "km", 0},
    {BS_STR_INIT("KM2"), "km2", 0}, {BS_STR_INIT("M3"), "m3", 0},
};

// What the code begins with, where anything may follow: "PCH_PRE", "PT_LF", "PC_GDP".
static const code_row fronts[] = {
    {BS_STR_INIT("PCH_"), "%", 0}, {BS_STR_INIT("RCH_"), "%", 0}, {BS_STR_INIT("PC_"), "%", 0},
    {BS_STR_INIT("PT_"), "%", 0},  {BS_STR_INIT("GR_"), "%", 0},
};

static const code_row scales[] = {
    {BS_STR_INIT("THS_"), "", 3}, {BS_STR_INIT("MIO_"), "", 6}, {BS_STR_INIT("MRD_"), "", 9},
    {BS_STR_INIT("BN_"), "", 9},  {BS_STR_INIT("MN_"), "", 6},  {BS_STR_INIT("BIO_"), "", 9},
};

// Prices of one year or another in front of an amount of money: "CP_", "CLV15_".
static bs_str without_prices(bs_str text)
{
    if (bs_str_starts(text, BS_STR("CP_"))) return bs_str_slice(text, 3, text.len);
    size_t cut = bs_str_find(text, BS_STR("_"), 0);
    bool chained = bs_str_starts(text, BS_STR("CLV")) && cut != SIZE_MAX && cut <= 5;
    return chained ? bs_str_slice(text, cut + 1, text.len) : text;
}

static bool find_row(bs__unit_code *out, const code_row *rows, size_t count, bs_str text)
{
    for (size_t i = 0; i < count; i++) {
        if (!bs_str_equal(text, rows[i].text)) continue;
        *out = (bs__unit_code){bs_str_from(rows[i].code), rows[i].power};
        return true;
    }
    return false;
}

// "I15", "I2021": an index with its base year.
static bool is_index(bs_str text)
{
    size_t digits = text.len > 0 ? text.len - 1 : 0;
    if (text.len == 0 || text.ptr[0] != 'I' || (digits != 2 && digits != 4)) return false;
    for (size_t i = 1; i < text.len; i++) {
        if (text.ptr[i] < '0' || text.ptr[i] > '9') return false;
    }
    return true;
}

// "MEUR", "KEUR": money behind a letter of scale.
static bool read_money(bs__unit_code *out, bs_str text)
{
    static const char letters[] = "KMB";
    const char *letter = text.len == 4 ? strchr(letters, text.ptr[0]) : NULL;
    bs_str money = bs_str_slice(text, 1, text.len);
    if (letter == NULL || bs_unit_dimension(money) != BS_DIM_MONEY) return false;
    *out = (bs__unit_code){money, 3 * (int)(letter - letters + 1)};
    return true;
}

bool bs__unit_code_read(bs__unit_code *out, bs_str text)
{
    if (find_row(out, wholes, BS_COUNT(wholes), text)) return true;
    if (is_index(text)) {
        *out = (bs__unit_code){BS_STR("index"), 0};
        return true;
    }
    bs_str rest = without_prices(text);
    for (size_t i = 0; i < BS_COUNT(fronts); i++) {
        if (!bs_str_starts(rest, fronts[i].text)) continue;
        *out = (bs__unit_code){bs_str_from(fronts[i].code), 0};
        return true;
    }
    if (rest.len < text.len && read_money(out, rest)) return true;
    int power = 0;
    for (size_t i = 0; i < BS_COUNT(scales) && power == 0; i++) {
        if (!bs_str_starts(rest, scales[i].text)) continue;
        power = scales[i].power;
        rest = bs_str_slice(rest, scales[i].text.len, rest.len);
    }
    if (power == 0 && rest.len == text.len) return false;
    if (!find_row(out, wholes, BS_COUNT(wholes), rest) &&
        !(power > 0 && find_row(out, scaled, BS_COUNT(scaled), rest))) {
        if (bs_unit_find(rest) == NULL) return false;
        *out = (bs__unit_code){rest, 0};
    }
    out->power += power;
    return true;
}
