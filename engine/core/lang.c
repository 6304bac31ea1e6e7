// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/lang.h"

#include <stdlib.h>

#include "engine/base/array.h"
#include "engine/base/utf8.h"

static const char *const codes[] = {
    [BS_LANG_UNKNOWN] = "und", [BS_LANG_KO] = "ko", [BS_LANG_ZH] = "zh",
    [BS_LANG_JA] = "ja",       [BS_LANG_EN] = "en",
};
_Static_assert(BS_COUNT(codes) == BS_LANG_COUNT, "every language needs a code");

const char *bs_lang_code(bs_lang lang)
{
    return (unsigned)lang < BS_LANG_COUNT ? codes[lang] : codes[BS_LANG_UNKNOWN];
}

bs_status bs_lang_parse(bs_lang *out, bs_str code, bs_error *err)
{
    for (unsigned i = 0; i < BS_LANG_COUNT; i++) {
        if (!bs_str_equal_nocase(code, bs_str_from(codes[i]))) continue;
        *out = (bs_lang)i;
        return BS_OK;
    }
    return bs_fail(err, BS_E_ARGUMENT, "unknown language '%.*s'; languages are ko, zh, ja, en, und",
                   BS_STR_ARG(code));
}

// Forms that only simplified Chinese has: none of them is in JIS X 0208. Sorted by code point.
static const uint16_t simplified[] = {
    u'业', u'东', u'为', u'亏', u'亚', u'产', u'亩', u'亿', u'仅', u'们', u'众', u'优', u'传',
    u'净', u'减', u'创', u'务', u'动', u'势', u'华', u'单', u'历', u'压', u'县', u'发', u'变',
    u'员', u'响', u'围', u'图', u'圆', u'场', u'块', u'坚', u'处', u'备', u'复', u'头', u'奖',
    u'宁', u'实', u'审', u'对', u'导', u'层', u'岁', u'师', u'带', u'帮', u'庆', u'库', u'应',
    u'废', u'张', u'归', u'录', u'态', u'总', u'执', u'扩', u'抚', u'报', u'拟', u'择', u'损',
    u'时', u'显', u'术', u'权', u'极', u'构', u'标', u'样', u'桥', u'检', u'汇', u'汉', u'测',
    u'济', u'满', u'滨', u'热', u'环', u'现', u'电', u'疗', u'监', u'盘', u'确', u'离', u'种',
    u'积', u'稳', u'竞', u'笔', u'签', u'紧', u'约', u'级', u'纪', u'纳', u'纺', u'线', u'组',
    u'细', u'织', u'终', u'经', u'结', u'给', u'络', u'绝', u'统', u'继', u'绩', u'续', u'维',
    u'综', u'绿', u'缩', u'罗', u'职', u'联', u'节', u'苏', u'营', u'虑', u'规', u'视', u'览',
    u'觉', u'计', u'订', u'认', u'讨', u'让', u'训', u'议', u'记', u'讲', u'许', u'论', u'设',
    u'访', u'证', u'评', u'识', u'试', u'该', u'详', u'语', u'误', u'说', u'请', u'读', u'调',
    u'谈', u'货', u'质', u'贫', u'购', u'贵', u'贷', u'贸', u'费', u'资', u'赛', u'赢', u'趋',
    u'跃', u'车', u'转', u'轮', u'轻', u'载', u'较', u'辆', u'输', u'边', u'达', u'迁', u'过',
    u'运', u'还', u'这', u'进', u'远', u'违', u'连', u'选', u'递', u'邮', u'钢', u'钱', u'铁',
    u'铜', u'铝', u'银', u'锂', u'键', u'长', u'门', u'闭', u'问', u'闻', u'阶', u'际', u'陆',
    u'险', u'难', u'页', u'项', u'顺', u'须', u'预', u'领', u'题', u'额', u'风', u'饮', u'馆',
    u'驱', u'验', u'鱼', u'鲜', u'龙',
};

// Forms that only Japanese has: none of them is in GB 2312 or Big5. Sorted by code point.
static const uint16_t japanese[] = {
    u'価', u'値', u'働', u'円', u'処', u'労', u'単', u'厳', u'収', u'営', u'団', u'図',
    u'圏', u'売', u'変', u'実', u'対', u'専', u'巣', u'巻', u'帯', u'庁', u'広', u'弾',
    u'従', u'徳', u'応', u'恵', u'悪', u'戦', u'払', u'抜', u'択', u'拠', u'拡', u'挙',
    u'捜', u'掲', u'揺', u'摂', u'撃', u'暁', u'栄', u'桜', u'検', u'楽', u'様', u'権',
    u'歓', u'歩', u'歳', u'毎', u'気', u'沢', u'済', u'渋', u'渓', u'満', u'焼', u'猟',
    u'産', u'畳', u'発', u'県', u'砕', u'粋', u'経', u'継', u'続', u'総', u'緑', u'縄',
    u'縦', u'繊', u'聴', u'脳', u'蔵', u'薬', u'覚', u'観', u'訳', u'読', u'譲', u'転',
    u'辺', u'込', u'逓', u'遅', u'郷', u'醸', u'釈', u'鉄', u'銭', u'錬', u'関', u'陥',
    u'隠', u'雑', u'霊', u'顕', u'駅', u'駆', u'騒', u'験', u'髪', u'鶏', u'黒', u'齢',
};

static int compare_codes(const void *a, const void *b)
{
    uint16_t left = *(const uint16_t *)a, right = *(const uint16_t *)b;
    return (left > right) - (left < right);
}

static bool is_among(uint32_t code, const uint16_t *table, size_t count)
{
    if (code > UINT16_MAX) return false;
    uint16_t key = (uint16_t)code;
    return bsearch(&key, table, count, sizeof *table, compare_codes) != NULL;
}

// Forms are looked up for the first FORM_SAMPLE ideographs only: by then the answer is certain, and
// a long text stays cheap.
enum { FORM_SAMPLE = 256 };

static void count_rune(bs_letters *count, uint32_t code)
{
    if (bs_rune_is_hangul(code)) {
        count->hangul++;
    } else if (bs_rune_is_han(code)) {
        if (count->han++ >= FORM_SAMPLE) return;
        count->simplified += is_among(code, simplified, BS_COUNT(simplified));
        count->japanese += is_among(code, japanese, BS_COUNT(japanese));
    } else if (bs_rune_is_kana(code)) {
        count->kana++;
    } else if (bs_rune_is_latin(bs_rune_fold_width(code))) {
        count->latin++;
    }
}

// Bytes of a web address or a tag that begins at `at`; 0 when there is none. Their letters say
// nothing of the language around them.
static size_t foreign_len(bs_str text, size_t at)
{
    enum { TAG_BYTES_MAX = 512 };
    bs_str rest = bs_str_slice(text, at, text.len);
    if (rest.ptr[0] == '<' && rest.len > 1) {
        uint32_t next = (unsigned char)rest.ptr[1];
        if (next != '/' && (next >= 0x80 || !bs_rune_is_latin(next))) return 0;
        const char *end =
            memchr(rest.ptr, '>', rest.len < TAG_BYTES_MAX ? rest.len : TAG_BYTES_MAX);
        return end ? (size_t)(end - rest.ptr) + 1 : 0;
    }
    if (!bs_str_starts(rest, BS_STR("http://")) && !bs_str_starts(rest, BS_STR("https://")))
        return 0;
    size_t len = 0;
    while (len < rest.len && rest.ptr[len] > ' ' && rest.ptr[len] < 0x7F)
        len++;
    return len;
}

// What a byte that begins a character says of it.
typedef enum first {
    FIRST_OTHER,
    FIRST_LETTER,
    FIRST_LOOK, // what an address or a tag begins with
    FIRST_WIDE,
} first;

static first first_of(unsigned char byte)
{
    if (byte >= 0x80) return FIRST_WIDE;
    if (byte == '<' || byte == 'h') return FIRST_LOOK;
    unsigned char lower = byte | 0x20;
    return lower >= 'a' && lower <= 'z' ? FIRST_LETTER : FIRST_OTHER;
}

// Most of Hangul by its first two bytes.
static bool is_syllable(const char *text)
{
    unsigned char lead = (unsigned char)text[0], second = (unsigned char)text[1];
    return (lead > 0xEA && lead < 0xED) || (lead == 0xEA && second >= 0xB0) ||
           (lead == 0xED && second < 0x9E);
}

// Counts the characters that begin in [at, stop) and returns where the next one does.
static size_t count_to(bs_letters *count, bs_str text, size_t at, size_t stop)
{
    while (at < stop) {
        first what = first_of((unsigned char)text.ptr[at]);
        if (what == FIRST_WIDE) {
            bool syllable = text.len - at >= 3 && is_syllable(text.ptr + at);
            bs_rune rune = syllable ? (bs_rune){0xAC00, 3} : bs_utf8_decode(text, at);
            if (syllable)
                count->hangul++;
            else
                count_rune(count, rune.code);
            at += rune.len;
            continue;
        }
        size_t skip = what == FIRST_LOOK ? foreign_len(text, at) : 0;
        count->latin += skip == 0 && (what == FIRST_LETTER || text.ptr[at] == 'h');
        at += skip > 0 ? skip : 1;
    }
    return at;
}

// A syllable or an ideograph weighs as much as a few letters: an abbreviation, a product or a name
// in Latin letters does not make a Korean line English, and a name in Han in an English sentence
// does not make that Chinese.
enum { LATIN_PER_WIDE = 4, HAN_PER_HANGUL = 2, HAN_PER_KANA = 4 };

// Whether it is English or Korean whatever the rest of so many bytes is.
static bool is_certain(const bs_letters *count, size_t left)
{
    enum { WIDE_BYTES_MIN = 3 };
    size_t wide = count->hangul + count->han + count->kana, wide_left = left / WIDE_BYTES_MIN;
    bool english = (wide + wide_left) * LATIN_PER_WIDE < count->latin;
    return english || (wide * LATIN_PER_WIDE >= count->latin + left &&
                       count->hangul * HAN_PER_HANGUL >= count->han + count->kana + wide_left);
}

// Words of Japanese whose characters are all shared: "2025年3月期 第2四半期決算短信".
static bool has_japanese_word(bs_str text)
{
    static const bs_str words[] = {BS_STR_INIT("四半期"), BS_STR_INIT("決算短信"),
                                   BS_STR_INIT("株式会社")};
    enum { LOOKED_AT_BYTES = 400 };
    bs_str head = bs_str_slice(text, 0, LOOKED_AT_BYTES);
    for (size_t i = 0; i < BS_COUNT(words); i++) {
        if (bs_str_find(head, words[i], 0) != SIZE_MAX) return true;
    }
    return false;
}

bs_letters bs_lang_letters(bs_str text)
{
    enum { STEPS = 8, STEP_MIN = 16 };
    bs_letters count = {0};
    size_t step = text.len / STEPS + STEP_MIN;
    for (size_t at = 0; at < text.len && !is_certain(&count, text.len - at);)
        at = count_to(&count, text, at, text.len - at > step ? at + step : text.len);
    bool shared = count.han > 0 && count.kana + count.hangul == 0 && count.simplified == 0;
    if (shared && has_japanese_word(text)) count.japanese++;
    return count;
}

// A piece in ideographs alone: the forms of the characters decide; where all of them are shared, a
// short piece is taken for the language around it.
static bs_lang detect_han(const bs_letters *count, bs_lang fallback)
{
    enum { SHORT_HAN_COUNT = 20 };
    if (count->simplified > count->japanese) return BS_LANG_ZH;
    if (count->japanese > 0) return BS_LANG_JA;
    bool around = bs_lang_in(fallback, BS_IN_CJK);
    return count->han <= SHORT_HAN_COUNT && around ? fallback : BS_LANG_ZH;
}

bs_lang bs_lang_of(const bs_letters *count, bs_lang fallback)
{
    size_t wide = count->hangul + count->han + count->kana;
    if (wide + count->latin == 0) return fallback;
    if (wide * LATIN_PER_WIDE < count->latin) return BS_LANG_EN;
    if (count->hangul * HAN_PER_HANGUL >= count->han + count->kana) return BS_LANG_KO;
    // A single particle makes a line of ideographs Japanese, but for the brand names with の in
    // Chinese text.
    bool kana =
        count->kana > 0 && (count->simplified == 0 || count->kana * HAN_PER_KANA >= count->han);
    if (kana) return BS_LANG_JA;
    return detect_han(count, fallback);
}

bs_lang bs_lang_detect(bs_str text, bs_lang fallback)
{
    bs_letters count = bs_lang_letters(text);
    return bs_lang_of(&count, fallback);
}
