// SPDX-License-Identifier: GPL-3.0-or-later
// Times of the Republic of China as the data files of its offices and exchanges have them: 112 is
// 2023, 11206 June 2023, and 112/07/03 a day of July.
#include "engine/extract/tidy_internal.h"

enum { REPUBLIC_OFFSET = 1911, REPUBLIC_YEAR_MAX = 160, DIGITS_MAX = 5 };

// The number that the text is; *digits is 0 where it is none, or too long a one.
static int digits_read(bs_str text, size_t *digits)
{
    int value = 0;
    *digits = 0;
    if (text.len > DIGITS_MAX) return 0;
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] < '0' || text.ptr[i] > '9') return 0;
        value = value * 10 + (text.ptr[i] - '0');
    }
    *digits = text.len;
    return value;
}

static bool month_read(bs_period *out, int value)
{
    int year = value / 100;
    return year <= REPUBLIC_YEAR_MAX &&
           bs_period_month(out, year + REPUBLIC_OFFSET, value % 100, NULL) == BS_OK;
}

// "112/07/03", "112.07.03".
static bool day_read(bs_period *out, bs_str text)
{
    enum { LEN = 9 };
    size_t year_len, month_len, day_len;
    if (text.len != LEN || memchr("/.-", text.ptr[3], 3) == NULL || text.ptr[6] != text.ptr[3])
        return false;
    bs_date date = {digits_read(bs_str_slice(text, 0, 3), &year_len) + REPUBLIC_OFFSET,
                    digits_read(bs_str_slice(text, 4, 6), &month_len),
                    digits_read(bs_str_slice(text, 7, LEN), &day_len)};
    bool digits = year_len == 3 && month_len == 2 && day_len == 2;
    return digits && date.year <= REPUBLIC_OFFSET + REPUBLIC_YEAR_MAX &&
           bs_period_day(out, date, NULL) == BS_OK;
}

bool bs__tidy_republic_period(const bs_tidy *tidy, bs_period *out, bs_str text)
{
    if (tidy->period_column == SIZE_MAX) return false;
    bs_str name = tidy->columns[tidy->period_column].name;
    if (tidy->lang == BS_LANG_ZH && day_read(out, text)) return true;
    bool said = bs_str_has_any(name, "民國|yyy|YYY") && !bs_str_has_any(name, "yyyy|YYYY");
    bool years = bs_str_has_any(name, "年");
    if (!said && (!years || tidy->lang != BS_LANG_ZH)) return false;
    if (bs_str_ends(text, BS_STR("年"))) text.len -= strlen("年");
    size_t digits;
    int value = digits_read(text, &digits);
    bool months = bs_str_has_any(name, "年月|yyymm|YYYMM");
    if (digits == DIGITS_MAX && months) return month_read(out, value);
    if (digits < 1 || digits > 3) return false;
    if (!said && (digits != 3 || value > REPUBLIC_YEAR_MAX)) return false;
    return bs_period_year(out, value + REPUBLIC_OFFSET, NULL) == BS_OK;
}
