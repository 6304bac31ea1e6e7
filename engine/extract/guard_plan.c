// SPDX-License-Identifier: GPL-3.0-or-later
// Names of plans that are numbers: "14·5 규획", "'14.5' 기간", the fourteenth plan of five years.
#include "engine/base/utf8.h"
#include "engine/extract/scan_internal.h"
#include "engine/extract/words.h"

size_t bs__five_year_plan(const bs__scan *scan, size_t at)
{
    static const char marks[] = ".|·|∙|・|•|‧";
    static const char quotes[] = "'|’|\"|”|」|』|>|》";
    static const char plans[] = "규획|계획|기간|시기|국민경제|경제사회|발전|중장기";
    bs_str text = scan->text;
    size_t end = bs__digits_end(text, at), count = end - at;
    if (scan->lang != BS_LANG_KO || count == 0 || count > 2) return 0;
    if (!bs_list_starts(bs_str_slice(text, end, text.len), marks)) return 0;
    size_t years = end + bs_utf8_decode(text, end).len;
    end = years + 1;
    if (years >= text.len || text.ptr[years] != '5' || bs__digits_end(text, end) > end) return 0;
    bs_str behind = bs_str_slice(text, end, text.len);
    bool bracket =
        bs_list_starts(behind, ")|）") && bs_list_ends(bs_str_slice(text, 0, at), "(|（");
    size_t quote = bs_list_starts(behind, quotes) ? bs_utf8_decode(behind, 0).len : 0;
    if (bracket) {
        // "14차 5개년(14·5)"
        return bs_list_ends(bs_str_slice(text, 0, at - bs_utf8_decode_before(text, at).len),
                            "개년|개년 |개년계획|개년 계획|개년 규획|개년규획")
                   ? end
                   : 0;
    }
    behind = bs_str_trim(bs_str_slice(behind, quote, behind.len));
    return bs_list_starts(behind, plans) ? end : 0;
}
