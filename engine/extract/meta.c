// SPDX-License-Identifier: GPL-3.0-or-later
// Language, publisher and date of a document, from its front and back matter.
#include "engine/base/utf8.h"
#include "engine/extract/extract_internal.h"
#include "engine/extract/moment_internal.h"
#include "engine/extract/words.h"

enum {
    MATTER_BLOCK_COUNT = 30, // blocks at either end that may say when and by whom
    LABEL_BYTES_MAX = 64,
    TITLE_BYTES_MAX = 300,
    HEAD_BYTES_MAX = 600, // of a block that holds the lines of a head
    LED_BLOCK_COUNT = 8,  // blocks at the front that may begin with the place and date of news
    LED_BYTES_MAX = 96,   // in which they do
    BYLINE_BLOCK_COUNT = 4,
    SIGNED_BLOCK_COUNT = 3, // blocks at the end that may say when
};

static bs_lang main_language(const bs_document *document)
{
    size_t bytes[BS_LANG_COUNT] = {0};
    for (size_t i = 0; i < document->blocks.count; i++) {
        const bs_block *block = &document->blocks.items[i];
        bytes[block->lang] += block->text.len;
    }
    bs_lang best = BS_LANG_UNKNOWN;
    for (int lang = BS_LANG_UNKNOWN + 1; lang < BS_LANG_COUNT; lang++) {
        if (bytes[lang] > bytes[best] || best == BS_LANG_UNKNOWN) best = (bs_lang)lang;
    }
    return bytes[best] > 0 ? best : BS_LANG_UNKNOWN;
}

bool bs__next_piece(bs_str *rest, bs_str *piece)
{
    if (rest->len == 0) return false;
    size_t at = 0;
    size_t cut_len = 1;
    while (at < rest->len) {
        bs_rune rune = bs_utf8_decode(*rest, at);
        cut_len = rune.len;
        if (strchr("|\t\n:", (int)(rune.code < 0x80 ? rune.code : 'x')) || rune.code == 0xFF1A)
            break;
        at += rune.len;
    }
    *piece = bs_str_trim(bs_str_slice(*rest, 0, at));
    *rest = at < rest->len ? bs_str_slice(*rest, at + cut_len, rest->len) : (bs_str){0};
    return true;
}

// The first full date (at least year and month) in `text`.
static bool first_date(bs_arena *arena, bs_str text, bs_lang lang, bs_period *out, bs_str *where)
{
    bs_item_array items = {0};
    if (bs_scan(&items, arena, text, lang, NULL) != BS_OK) return false;
    for (size_t i = 0; i < items.count; i++) {
        const bs_item *item = &items.items[i];
        if (item->kind != BS_KIND_DATE || item->from.year == 0 || item->from.month == 0) continue;
        if (bs_when_period(out, item->from, item->to, 0, NULL) != BS_OK) continue;
        *where = bs_str_slice(text, item->start, item->end);
        return true;
    }
    return false;
}

// A label ("발행일") with its value in the next piece of the same line or block. Over the rows of a
// table ("Released") it is a head of its own, which dates each of them.
static bool labelled_date(bs_source *source, bs_arena *arena, const bs_block *block)
{
    enum { LABELLED_ROWS_MAX = 2 };
    bs_str rest = block->text, piece, where;
    bool rows = block->table != NULL && block->table->row_count > LABELLED_ROWS_MAX;
    while (bs__next_piece(&rest, &piece)) {
        if (piece.len > LABEL_BYTES_MAX || !bs_word_is(piece, BS_MEANS_PUBLISHED)) continue;
        bs_str tail = bs_str_slice(rest, 0, LABEL_BYTES_MAX);
        if (rows) tail = bs_str_slice(tail, 0, bs_str_find(tail, BS_STR("\n"), 0));
        if (first_date(arena, tail, block->lang, &source->published, &where)) return true;
    }
    return false;
}

// A person who signs ("발행인") is a publisher only where no body is named.
static bool names_person(bs_str label)
{
    return bs_str_find(label, BS_STR("인"), 0) != SIZE_MAX;
}

static void labelled_publisher(bs_source *source, bs_str text, bool *person)
{
    bs_str rest = text, piece, value = {0};
    while (bs__next_piece(&rest, &piece)) {
        if (piece.len > LABEL_BYTES_MAX || !bs_word_is(piece, BS_MEANS_PUBLISHER)) continue;
        bs_str after = rest;
        while (bs__next_piece(&after, &value) && value.len == 0)
            continue;
        bool better = source->publisher.len == 0 || (*person && !names_person(piece));
        if (value.len == 0 || value.len >= TITLE_BYTES_MAX || !better) continue;
        source->publisher = value;
        *person = names_person(piece);
    }
}

static bool in_matter(size_t index, size_t count)
{
    return index < MATTER_BLOCK_COUNT || index + MATTER_BLOCK_COUNT >= count;
}

// "前事業年度（2023年3月31日）", "As at 31 March 2024", 截至2024年6月30日: the day of the figures.
static bool names_day_of_figures(bs_str before)
{
    static const char fronts[] =
        "as at|As at|AS AT|as of|As of|AS OF|At|at|ended|Ended|ENDED|"
        "ending|Ending|until|Until|since|Since|from|From|to|截至|截止|至|到|"
        "于|於|自";
    static const char terms[] =
        "年度|会計年度|期末|期首|四半期|中間期|月期|年末|月末|연도|연도말|기말|"
        "기|분기|반기";
    before = bs_str_trim(before);
    if (bs_list_ends(before, fronts)) return true;
    bs_rune open = bs_utf8_decode_before(before, before.len);
    bool aside = open.code == '(' || open.code == 0xFF08;
    return aside &&
           bs_list_ends(bs_str_trim(bs_str_slice(before, 0, before.len - open.len)), terms);
}

// Without a label, a full date that is a line of its own near the top is the document's date.
static bool bare_date(bs_source *source, bs_arena *arena, const bs_block *block)
{
    bs_period period;
    bs_str found;
    if (block->text.len > HEAD_BYTES_MAX) return false;
    for (bs_str rest = block->text, line; bs_str_next(&rest, '\n', &line);) {
        line = bs_str_trim(line);
        if (line.len > LABEL_BYTES_MAX) continue;
        if (!first_date(arena, line, block->lang, &period, &found)) continue;
        if (period.frequency != BS_FREQUENCY_DAY || bs_utf8_count(found) * 2 < bs_utf8_count(line))
            continue;
        if (names_day_of_figures(bs_str_slice(line, 0, (size_t)(found.ptr - line.ptr)))) continue;
        size_t stop = (size_t)(found.ptr - line.ptr) + found.len;
        bs_str behind = bs_str_trim(bs_str_slice(line, stop, line.len));
        if (bs_period_is_span(period)) continue;
        if (bs_list_starts(behind, "現在|현재|기준|时点|為止|为止")) continue;
        source->published = period;
        return true;
    }
    return false;
}

bool bs__is_dateline(bs_str before, bs_str after)
{
    enum { PLACE_BYTES_MAX = 40, AGENCY_BYTES_MAX = 32 };
    static const char dashes[] = "--|– |— |/PRN|(BUS|/ --";
    if (bs_list_starts(after, dashes)) return true;
    bool place =
        before.len > 1 && before.len <= PLACE_BYTES_MAX && before.ptr[before.len - 1] == ',';
    for (size_t at = 0; place && at < before.len; at++) {
        bool opens = at == 0 || before.ptr[at - 1] == ' ';
        place = (!opens || (before.ptr[at] >= 'A' && before.ptr[at] <= 'Z')) &&
                (before.ptr[at] < '0' || before.ptr[at] > '9');
    }
    char mark = after.len > 0 ? after.ptr[0] : 0;
    bool agency = before.len == 0 && mark == '(' && after.len > 1 && after.ptr[1] >= 'A' &&
                  after.ptr[1] <= 'Z';
    if (!place && !agency) return false;
    if (mark == '(' || mark == '/') {
        bs_str close = mark == '(' ? BS_STR(")") : BS_STR("/");
        size_t end = bs_str_find(bs_str_slice(after, 0, AGENCY_BYTES_MAX), close, 1);
        if (end == SIZE_MAX) return false;
        after = bs_str_trim(bs_str_slice(after, end + 1, after.len));
    }
    // "Oslo, 6 February 2025. Halden Bank earned ..."
    bool sentence = after.len > 2 && bs_str_starts(after, BS_STR(". ")) && after.ptr[2] >= 'A' &&
                    after.ptr[2] <= 'Z';
    return sentence || bs_list_starts(after, "- |--|– |— |: ");
}

// "Published 27 March 2025 by ...", "報道発表　令和7年4月17日　財務省", "LEEDS, May 6, 2025 --
// ...": a date behind a word for what the paper is, or in front of the dash of a news agency.
static bool led_date(bs_source *source, bs_arena *arena, const bs_block *block)
{
    static const char fronts[] = "Published|Published on|Published:|Released|Released on|Issued|"
                                 "Issued on|Updated|Release|報道発表|報道発表資料|公表|発表|"
                                 "発表資料|发布|公布|新闻稿|新聞稿|보도자료|보도참고자료|발표|배포|"
                                 "입력|기사입력|등록|송고|게재";
    bs_item_array items = {0};
    bs_str line = bs_str_slice(block->text, 0, bs_str_find(block->text, BS_STR("\n"), 0));
    bs_str head = bs_str_slice(line, 0, LED_BYTES_MAX);
    if (bs_scan(&items, arena, head, block->lang, NULL) != BS_OK || items.count == 0) return false;
    const bs_item *item = &items.items[0];
    bool month = item->kind == BS_KIND_DATE && item->from.year > 0 && item->from.month > 0 &&
                 item->to.month == 0;
    bool day = month && item->from.day > 0;
    bs_str before = bs_str_trim(bs_str_slice(head, 0, item->start));
    bs_str after = bs_str_trim(bs_str_slice(head, item->end, head.len));
    while (before.len > 0 && strchr("*_ ", before.ptr[0]))
        before = bs_str_slice(before, 1, before.len);
    bool led = bs_list_starts(before, fronts) && bs_list_ends(before, fronts);
    led = led || (before.len == 0 && bs_list_starts(after, "公表|発表|公布|发布|배포|발표|公開"));
    // "（2024年11月7日）据统计，…": the line of a day, in front of the text.
    led |= day &&
           (bs_str_equal(before, BS_STR("(")) || bs_str_equal(before, BS_STR("（")) ||
            bs_str_equal(before, BS_STR("["))) &&
           bs_list_starts(after, ")|）|]");
    // "(서울=2026년 10월 29일) 한빛전자는": with the place of the news.
    led |= day && bs_list_starts(before, "(|[") && bs_str_ends(before, BS_STR("=")) &&
           bs_list_starts(after, ")|]");
    // "（中央社记者台北115年1月8日电）"
    led |= day && block->lang == BS_LANG_ZH && bs_list_starts(after, "电|讯");
    led |= day && bs__is_clocked(before, after);
    bool whole = led && before.len > 0 && after.len == 0; // "Published July 2024"
    if (!day && !(month && whole)) return false;
    if (!led && !bs__is_dateline(before, after)) return false;
    return bs_when_period(&source->published, item->from, item->to, 0, NULL) == BS_OK;
}

// "[부산=해양일보] 부산항 물동량 증가 (2025.07.15)": a day in the last parenthesis of a headline
// that the name of a paper stands in front of.
static bool headline_date(bs_source *source, bs_arena *arena)
{
    bs_str title = bs_str_trim(source->title), found;
    static const char issued[] = "배포|발표|보도|公表|発表|发布|公布|. 배포|. 발표|. 보도";
    bool marked = bs_list_starts(title, "[|【|〔|［") && bs_list_ends(title, ")|）");
    bool told =
        bs_list_ends(title, "배포)|발표)|보도)|公表）|発表）|发布）|公布）|公表)|発表)|发布)");
    marked |= told;
    bs_period period;
    size_t open = bs_str_behind_last(title, "(|（").len;
    if (!marked || open == 0 || open >= title.len) return false;
    bs_str inside = bs_str_slice(title, title.len - open, title.len);
    inside = bs_str_slice(inside, 0, inside.len - bs_utf8_decode_before(title, title.len).len);
    if (!first_date(arena, inside, source->lang, &period, &found)) return false;
    bool alone =
        period.frequency == BS_FREQUENCY_DAY && !bs_period_is_span(period) &&
        (found.len == bs_str_trim(inside).len ||
         (told &&
          bs_list_starts(bs_str_trim(bs_str_slice(
                             inside, (size_t)(found.ptr - inside.ptr) + found.len, inside.len)),
                         issued)));
    if (alone) source->published = period;
    return alone;
}

// "is embargoed until 8:30 a.m. (ET) Friday, March 7, 2025": the day on which it comes out.
static bool embargo_date(bs_source *source, bs_arena *arena, const bs_block *block)
{
    bs_period period;
    bs_str found;
    bs_str head = bs_str_slice(block->text, 0, HEAD_BYTES_MAX);
    size_t at = bs_str_find(head, BS_STR("mbargoed until"), 0);
    if (at == SIZE_MAX) at = bs_str_find(head, BS_STR("or release "), 0);
    if (at == SIZE_MAX) at = bs_str_find(head, BS_STR("Released at "), 0);
    if (block->lang != BS_LANG_EN || at == SIZE_MAX) return false;
    head = bs_str_slice(head, at, bs_str_find(head, BS_STR("\n"), at));
    if (!first_date(arena, head, block->lang, &period, &found)) return false;
    if (period.frequency != BS_FREQUENCY_DAY || bs_period_is_span(period)) return false;
    source->published = period;
    return true;
}

static bool names_year(bs_arena *arena, bs_str text, bs_lang lang)
{
    bs_item_array items = {0};
    if (bs_scan(&items, arena, text, lang, NULL) != BS_OK) return false;
    for (size_t i = 0; i < items.count; i++) {
        if (items.items[i].from.year > 0) return true;
    }
    return false;
}

// Capitals and small words, without a digit, and no mere place: "Bank of Norland", "Castlemere
// Foods plc".
static bool is_english_name(bs_str text)
{
    if (text.len == 0 || text.ptr[0] < 'A' || text.ptr[0] > 'Z') return false;
    bool several = bs_str_find(text, BS_STR(" "), 0) != SIZE_MAX, lower = false;
    for (size_t i = 1; i < text.len; i++)
        lower |= text.ptr[i] >= 'a' && text.ptr[i] <= 'z';
    bool listed = memchr(text.ptr, ',', text.len) != NULL || bs_str_starts(text, BS_STR("By "));
    if (!several || !lower || listed) return false;
    static const char small[] = "of|the|for|and|on|in|plc|ltd|de|&";
    for (size_t at = 0; at < text.len;) {
        size_t end = bs_str_find(text, BS_STR(" "), at);
        bs_str word = bs_str_slice(text, at, end);
        bool capital = word.len > 0 && word.ptr[0] >= 'A' && word.ptr[0] <= 'Z';
        if (!capital && !(bs_list_starts(word, small) && bs_list_ends(word, small))) return false;
        if (end == SIZE_MAX || end >= text.len) return true;
        at = end + 1;
    }
    return true;
}

// "과학기술정보통신부, 2025. 2. 20.", "資源エネルギー庁　令和6年4月": a body and a date on a line
// of their own; a month alone under a title that says by itself which time its figures are of.
static bool is_byline(bs_str line, bs_str date)
{
    static const char bodies[] =
        "庁|省|局|部|院|会|署|行|機構|研究所|室|課|厅|委|办|中心|公司|会社|"
        "청|부|처|원|은행|위원회|공사|공단|협회|본부|연구소|센터|팀|실|단|"
        "일보|신문|뉴스|타임스|저널|데일리|미디어|기자|특파원";
    static const char marks[] = ",|，|、|(|（|·|/";
    size_t start = (size_t)(date.ptr - line.ptr), stop = start + date.len;
    bs_str body = bs_str_trim(bs_str_slice(line, 0, start));
    if (bs_list_ends(body, marks)) {
        size_t mark = bs_utf8_decode_before(body, body.len).len;
        body = bs_str_trim(bs_str_slice(body, 0, body.len - mark));
    }
    bs_str behind = bs_str_trim(bs_str_slice(line, stop, line.len));
    // "2025. 10. 16. 통계연구원 주간동향"
    bs_str first = bs_str_trim(
        bs_str_behind_last(bs_str_slice(behind, 0, bs_str_find(behind, BS_STR(" "), 2)), ". "));
    if (start == 0 && bs_utf8_count(first) > 2 && bs_list_ends(first, bodies)) return true;
    bool closes = behind.len == 0 || (behind.len <= strlen("（公表）") + 1 &&
                                      bs_list_ends(behind, ".|)|）|배포|발표|公表|発表|公布|发布"));
    // "한빛일보 2025.11.05 홍길동 기자"
    closes |= behind.len < LABEL_BYTES_MAX && bs_list_ends(behind, " 기자| 특파원");
    // "Castlemere Foods plc, 23 October 2024"
    bool english = closes && start > 0 && line.ptr[start - 1] == ' ' &&
                   bs_list_ends(bs_str_trim(bs_str_slice(line, 0, start)), ",") &&
                   is_english_name(body);
    if (english) return true;
    // "한국은행 2024년 10월 24일 공보 2024-10-26호": more of the letterhead.
    bool more = bs_list_starts(behind, "공보|보도|배포|발표|第|제|총|(총|新闻|公告|通知|公表");
    return (closes || more) && bs_list_ends(body, bodies);
}

static bool byline_date(bs_source *source, bs_arena *arena, const bs_block *block, bool titled)
{
    bs_str rest = block->text, line;
    while (bs_str_next(&rest, '\n', &line)) {
        bs_str found;
        bs_period period;
        line = bs_str_trim(line);
        if (line.len > LABEL_BYTES_MAX || bs_str_equal(line, source->title)) continue;
        if (!first_date(arena, line, block->lang, &period, &found)) continue;
        bool day = period.frequency == BS_FREQUENCY_DAY;
        bool month = period.frequency == BS_FREQUENCY_MONTH && titled;
        if (bs_period_is_span(period) || !(day || month) || !is_byline(line, found)) continue;
        source->published = period;
        return true;
    }
    return false;
}

// "산업통상부 자동차과 / 2025. 10. 20.(월)", "[부산=항만뉴스] 이 기자 | 2025-10-22": a day alone in
// a short line of a Korean head, which says nothing of what was then.
static bool head_date(bs_source *source, bs_arena *arena, const bs_block *block)
{
    static const char other[] = "기준|현재|부터|까지|이후|개최|시행|개통|예정|~|∼|-|–|말|에 |일 ";
    bs_str rest = block->text, line;
    if (block->lang != BS_LANG_KO || block->kind == BS_BLOCK_LIST_ITEM ||
        block->kind == BS_BLOCK_TABLE || block->text.len > HEAD_BYTES_MAX)
        return false;
    while (bs_str_next(&rest, '\n', &line)) {
        bs_item_array items = {0};
        bs_period day;
        line = bs_str_trim(line);
        if (line.len > LED_BYTES_MAX || bs_str_equal(line, source->title)) continue;
        if (bs_list_ends(line, "다|다.|음|함")) continue;
        if (bs_scan(&items, arena, line, block->lang, NULL) != BS_OK || items.count == 0) continue;
        const bs_item *item = &items.items[0];
        bool alone = item->from.year > 0 && item->from.day > 0 && item->to.day == 0;
        for (size_t i = 1; i < items.count; i++) // the time of the day may follow
            alone = alone && items.items[i].kind != BS_KIND_YEAR &&
                    items.items[i].kind != BS_KIND_DATE && items.items[i].kind != BS_KIND_PERCENT &&
                    items.items[i].kind != BS_KIND_CURRENCY;
        bs_str behind = bs_str_trim(bs_str_slice(line, item->end, line.len));
        bool of_figures = names_day_of_figures(bs_str_slice(line, 0, item->start));
        if (!alone || of_figures || bs_list_starts(behind, other)) continue;
        if (bs_when_period(&day, item->from, item->to, 0, NULL) != BS_OK) continue;
        source->published = day;
        return true;
    }
    return false;
}

// "2026년 8월 고용동향 (2026. 9. 9. 조간)": a day in the parenthesis that ends the title, behind
// the time that the paper is about and later than that.
static void title_date(bs_source *source, bs_arena *arena)
{
    bs_item_array items = {0};
    bs_period about, day;
    bs_str title = source->title;
    if (bs_scan(&items, arena, title, source->lang, NULL) != BS_OK || items.count < 2) return;
    const bs_item *first = &items.items[0], *last = &items.items[items.count - 1];
    bs_str behind = bs_str_trim(bs_str_slice(title, last->end, title.len));
    bool aside = bs_list_ends(bs_str_trim(bs_str_slice(title, 0, last->start)), "(|（") &&
                 bs_list_starts(behind, ")|）|조간|석간|. 조간|. 석간|배포|발표|公表|发布|公布|.)");
    bool told = last->kind == BS_KIND_DATE && last->from.year > 0 && last->from.day > 0;
    if (!aside || !told || first->from.year == 0 || first->from.day > 0) return;
    if (bs_when_period(&about, first->from, first->to, 0, NULL) != BS_OK) return;
    if (bs_when_period(&day, last->from, last->to, 0, NULL) != BS_OK) return;
    if (bs_period_is_span(day) || !bs__has_ended(about, day)) return;
    source->published = day;
}

// "기상청은 2026년 10월 7일 9월 기후 특성을 발표했다.": the day that a paragraph at the front of a
// Korean paper says it is announced on.
static bool announced_date(bs_source *source, bs_arena *arena, const bs_block *block)
{
    enum { SENTENCE_BYTES_MAX = 240 };
    static const char told[] = "발표했다|발표하였다|밝혔다|공개했다|공개하였다|공표했다|공표하였다";
    bs_item_array items = {0};
    bs_period day;
    size_t stop = bs_str_find(block->text, BS_STR("다."), 0);
    bool sentence = block->lang == BS_LANG_KO && block->kind == BS_BLOCK_PARAGRAPH &&
                    stop < block->text.len && stop < SENTENCE_BYTES_MAX;
    if (!sentence) return false;
    bs_str text = bs_str_slice(block->text, 0, stop + strlen("다"));
    if (!bs_list_ends(text, told)) return false;
    if (bs_scan(&items, arena, text, block->lang, NULL) != BS_OK || items.count == 0) return false;
    const bs_item *item = &items.items[0];
    bool alone = item->from.year > 0 && item->from.day > 0 && item->to.day == 0;
    if (!alone || bs_list_starts(bs_str_slice(text, item->end, text.len), "부터|까지| 기준|자로"))
        return false;
    if (bs_when_period(&day, item->from, item->to, 0, NULL) != BS_OK) return false;
    source->published = day;
    return true;
}

static void find_published(bs_source *source, bs_arena *arena, const bs_document *document)
{
    size_t count = document->blocks.count;
    bool person = false;
    for (size_t i = 0; i < count; i++) {
        const bs_block *block = &document->blocks.items[i];
        if (!in_matter(i, count)) continue;
        labelled_publisher(source, block->text, &person);
        if (!bs_period_is_none(source->published)) continue;
        (void)labelled_date(source, arena, block);
    }
    for (size_t i = 0; i < count && i < MATTER_BLOCK_COUNT; i++) {
        if (!bs_period_is_none(source->published)) return;
        (void)bare_date(source, arena, &document->blocks.items[i]);
    }
    for (size_t i = 0; i < count && i < BYLINE_BLOCK_COUNT; i++) {
        if (!bs_period_is_none(source->published)) return;
        (void)bs__issue_date(source, arena, &document->blocks.items[i]);
    }
    for (size_t i = 0; i < count && i < LED_BLOCK_COUNT; i++) {
        if (!bs_period_is_none(source->published)) return;
        (void)(embargo_date(source, arena, &document->blocks.items[i]) ||
               led_date(source, arena, &document->blocks.items[i]));
    }
    size_t top = bs__matter_top(document);
    for (size_t i = top; top > 0 && i < count && i < top + LED_BLOCK_COUNT; i++) {
        if (!bs_period_is_none(source->published)) return;
        (void)led_date(source, arena, &document->blocks.items[i]);
    }
    if (bs_period_is_none(source->published)) (void)headline_date(source, arena);
    bool titled =
        bs_period_is_none(source->published) && names_year(arena, source->title, source->lang);
    for (size_t i = 0; i < count && i < BYLINE_BLOCK_COUNT; i++) {
        if (!bs_period_is_none(source->published)) return;
        (void)byline_date(source, arena, &document->blocks.items[i], titled);
    }
    for (size_t i = 0; i < count && i < BYLINE_BLOCK_COUNT; i++) {
        if (!bs_period_is_none(source->published)) return;
        (void)(bs__closing_date(source, arena, &document->blocks.items[i]) ||
               head_date(source, arena, &document->blocks.items[i]));
    }
    if (bs_period_is_none(source->published)) title_date(source, arena);
    for (size_t i = 0; i < count && i < LED_BLOCK_COUNT; i++) {
        if (!bs_period_is_none(source->published)) return;
        (void)(announced_date(source, arena, &document->blocks.items[i]) ||
               bs__announced_in_chinese(source, arena, &document->blocks.items[i]));
    }
    for (size_t i = count; i > 1 && count - i < SIGNED_BLOCK_COUNT; i--) {
        if (!bs_period_is_none(source->published)) return;
        (void)bs__signing_date(source, arena, &document->blocks.items[i - 1]);
    }
}

void bs__read_meta(bs_source *source, bs_arena *arena, const bs_document *document,
                   const bs_extract_options *options)
{
    if (source->lang == BS_LANG_UNKNOWN) source->lang = options->lang;
    if (source->lang == BS_LANG_UNKNOWN) source->lang = main_language(document);
    if (source->title.len == 0) bs__find_title(source, arena, document);
    if (bs_period_is_none(source->published)) find_published(source, arena, document);
    if (bs_period_is_none(source->published)) source->published = options->published;
}
