// SPDX-License-Identifier: GPL-3.0-or-later
// What a page of the web says of itself and not of its matter: how often it has been read, "조회수
// 1,284", "148 comments"; and the names and sizes of the files that it offers, "[1.8MB]".
#include "engine/base/tag.h"
#include "engine/base/utf8.h"
#include "engine/extract/guard_internal.h"
#include "engine/extract/phrase_table.h"
#include "engine/extract/words.h"

enum { COUNT_BYTES_MAX = 14 };

// In front of how often something was done with the page. 1: only behind "today" and the like,
// since a place has visitors, too.
static const bs__phrase readers[] = {
    P("조회수", KO, 2),     P("조회", KO, 0),           P("추천수", KO, 2),
    P("좋아요", KO, 2),     P("댓글", KO, 2),           P("댓글수", KO, 0),
    P("다운로드", KO, 0),   P("다운로드수", KO, 0),     P("방문자", KO, 1),
    P("방문자수", KO, 1),   P("浏览次数", ZH, 2),       P("浏览量", ZH, 0),
    P("浏览", ZH, 0),       P("浏览人次", ZH, 2),       P("阅读次数", ZH, 2),
    P("阅读量", ZH, 0),     P("阅读", ZH, 0),           P("点击数", ZH, 2),
    P("点击量", ZH, 0),     P("点击次数", ZH, 0),       P("点击", ZH, 0),
    P("点阅次数", ZH, 2),   P("点閱次数", ZH, 2),       P("点阅", ZH, 0),
    P("访问次数", ZH, 0),   P("下载次数", ZH, 2),       P("点赞", ZH, 2),
    P("评论", ZH, 0),       P("閲覧数", JA, 2),         P("閲覧回数", JA, 0),
    P("アクセス数", JA, 0), P("コメント", JA, 0),       P("いいね", JA, 2),
    P("いいね！", JA, 0),   P("ダウンロード数", JA, 0), P("views", EN, 0),
    P("page views", EN, 0), P("hits", EN, 0),           P("likes", EN, 0),
    P("comments", EN, 0),
};
static const bs__phrase days[] = {P("오늘", KO, 0), P("어제", KO, 0), P("전체", KO, 0),
                                  P("누적", KO, 0)};
static const bs__phrase times[] = {P("회", KO, 0), P("건", KO, 0),   P("개", KO, 0),
                                   P("번", KO, 0), P("人次", ZH, 0), P("次", ZH, 0),
                                   P("人", ZH, 0), P("件", JA, 0),   P("回", JA, 0)};
// Behind it.
static const bs__phrase done[] = {
    P("comments", EN, 0), P("comment", EN, 0),     P("views", EN, 0),   P("likes", EN, 0),
    P("min read", EN, 0), P("minute read", EN, 0), P("replies", EN, 0), P("retweets", EN, 0)};

// Behind digits with commas between them; `at` where none stand.
static size_t count_end(bs_str text, size_t at)
{
    size_t end = at;
    while (end < at + COUNT_BYTES_MAX && (bs_is_digit(bs__at_or_zero(text, end)) ||
                                          (end > at && bs__at_or_zero(text, end) == ',' &&
                                           bs_is_digit(bs__at_or_zero(text, end + 1)))))
        end++;
    return bs__at_or_zero(text, end) == '.' ? at : end;
}

// Do two blanks, a bar, a bracket, a dot between lists, a tag or nothing stand before byte `at`?
static bool is_apart_before(bs_str text, size_t at)
{
    static const char marks[] = "  |\n|\t|]|[|(|)|/|>|•|·|ㆍ|｜|　|】";
    if (at == 0 || bs_tag_before(text, at) < at || text.ptr[at - 1] == '|') return true;
    bs_str front = bs_str_slice(text, 0, at);
    bs_str bare = bs_str_trim(front);
    if (bare.len == 0 || bs_list_ends(front, marks) || bs_list_ends(bare, "]|)|>|•|·|｜|】"))
        return true;
    return bare.ptr[bare.len - 1] == '|' || bs_tag_before(text, bare.len) < bare.len;
}

static bool is_apart_behind(bs_str text, size_t at)
{
    static const char marks[] = "  |\n|\t|]|[|(|)|/|<|•|·|ㆍ|｜|　|【";
    bs_str rest = bs_str_slice(text, at, text.len), bare = bs_str_trim(rest);
    if (bare.len == 0 || bs_list_starts(rest, marks)) return true;
    return bare.ptr[0] == '|' || bs_list_starts(bare, "[|(|<|•|·|｜|【");
}

// "조회수 1,284", "浏览次数：3621次".
static bool read_readers(const bs__scan *scan, size_t at, size_t *end)
{
    bs_str text = scan->text;
    size_t back = bs__gap_back(text, at);
    if (bs__ends_at(text, back, BS_STR(":"))) back = bs__gap_back(text, back - 1);
    if (bs__ends_at(text, back, BS_STR("："))) back = bs__gap_back(text, back - strlen("："));
    const bs__phrase *word = BS_PHRASE_BEFORE(readers, scan, back);
    if (word == NULL) return false;
    size_t start = back - word->text.len;
    if (word->value == 1) {
        size_t behind = bs__gap_back(text, start);
        const bs__phrase *day = BS_PHRASE_BEFORE(days, scan, behind);
        if (day == NULL) return false;
        start = behind - day->text.len;
    }
    size_t stop = count_end(text, at);
    const bs__phrase *counter = BS_PHRASE_AT(times, scan, bs_gap_skip(text, stop));
    if (counter != NULL) stop = bs_gap_skip(text, stop) + counter->text.len;
    *end = stop;
    bool apart = word->value == 2 || is_apart_before(text, start);
    return stop > at && apart && is_apart_behind(text, stop);
}

// "148 comments", "3 min read".
static bool read_done(const bs__scan *scan, size_t at, size_t *end)
{
    bs_str text = scan->text;
    size_t stop = count_end(text, at), behind = bs_gap_skip(text, stop);
    if (scan->lang != BS_LANG_EN || stop == at || behind == stop) return false;
    const bs__phrase *word = BS_PHRASE_AT(done, scan, behind);
    if (word == NULL) return false;
    *end = behind + word->text.len;
    return is_apart_before(text, at) && is_apart_behind(text, *end);
}

static const char extensions[] = ".hwpx|.hwp|.pdf|.PDF|.xlsx|.xls|.docx|.doc|.pptx|.zip|.ods|.odt|"
                                 ".csv|.jpg|.png|.mp4";

// "보도자료.hwpx [1.8MB]", "(PDF, 856KB)": in a bracket behind the name of a file or the sort of
// it.
static bool read_file_size(const bs__scan *scan, size_t at, size_t *end)
{
    enum { BRACKET_BYTES_MAX = 32 };
    static const char sizes[] = "KB|MB|kB|Kb|Mb|GB|K)|M)|kb|mb";
    static const char sorts[] =
        "PDF|pdf|ODS|ODT|XLS|Excel|엑셀|EXCEL|HWP|Word|WORD|ZIP|CSV|DOC|JPG";
    bs_str text = scan->text;
    size_t i = at;
    while (bs_is_digit(bs__at_or_zero(text, i)) ||
           ((bs__at_or_zero(text, i) == '.' || bs__at_or_zero(text, i) == ',') &&
            bs_is_digit(bs__at_or_zero(text, i + 1))))
        i++;
    size_t unit = bs_gap_skip(text, i);
    if (!bs_list_starts(bs_str_slice(text, unit, text.len), sizes)) return false;
    size_t low = at > BRACKET_BYTES_MAX ? at - BRACKET_BYTES_MAX : 0, open = at;
    while (open > low && !bs_list_ends(bs_str_slice(text, 0, open), "(|[|（|［"))
        open--;
    if (open == low) return false;
    bs_str inside = bs_str_slice(text, open, at);
    size_t mark = open - bs_utf8_decode_before(text, open).len;
    bs_str front = bs_str_slice(text, 0, bs__gap_before(text, mark));
    *end = unit + 2;
    return bs_list_starts(bs_str_trim(inside), sorts) || bs_list_ends(front, extensions);
}

// "1114 보도자료(10월 동향).hwpx": the number in front of the name of a file.
static bool read_file_number(const bs__scan *scan, size_t at, size_t *end)
{
    enum { DIGITS_MIN = 4, DIGITS_MAX = 8, NAME_BYTES_MAX = 120 };
    bs_str text = scan->text;
    size_t i = at;
    while (bs_is_digit(bs__at_or_zero(text, i)))
        i++;
    char next = bs__at_or_zero(text, i);
    if (i - at < DIGITS_MIN || i - at > DIGITS_MAX || (next != ' ' && next != '_')) return false;
    bool named =
        bs_list_ends(bs_str_slice(text, 0, bs__gap_back(text, at)), "첨부파일|첨부|붙임|附件");
    if (!named && !is_apart_before(text, at)) return false;
    bs_str name = bs_str_slice(text, i, i + NAME_BYTES_MAX);
    size_t line = bs_str_find(name, BS_STR("\n"), 0);
    name = bs_str_slice(name, 0, line);
    *end = i;
    return bs_str_has_any(name, extensions);
}

// "（编辑：王小明）1110210", "所致。1020107": the day that an agency signs its report with, by a
// year of the Republic, right behind the last mark of the text.
static bool read_signed_day(const bs__scan *scan, size_t at, size_t *end)
{
    enum { DIGITS = 7, MONTH_AT = 3, DAY_AT = 5 };
    bs_str text = scan->text;
    size_t stop = bs__digits_end(text, at);
    bool signs = scan->lang == BS_LANG_ZH && stop - at == DIGITS && text.ptr[at] == '1' &&
                 bs_list_ends(bs_str_slice(text, 0, at), "。|）|)|。 |） |) ");
    if (!signs) return false;
    int month = (text.ptr[at + MONTH_AT] - '0') * 10 + text.ptr[at + MONTH_AT + 1] - '0';
    int day = (text.ptr[at + DAY_AT] - '0') * 10 + text.ptr[at + DAY_AT + 1] - '0';
    char next = bs__at_or_zero(text, stop);
    *end = stop;
    return month >= 1 && month <= 12 && day >= 1 && day <= 31 &&
           (next == '\0' || next == '\n' || next == '\r' ||
            bs_list_starts(bs_str_slice(text, stop, text.len), "※"));
}

bool bs__page_matter(const bs__scan *scan, size_t at, size_t *end)
{
    return read_readers(scan, at, end) || read_done(scan, at, end) ||
           read_file_size(scan, at, end) || read_file_number(scan, at, end) ||
           read_signed_day(scan, at, end);
}
