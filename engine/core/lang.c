// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/lang.h"

#include "engine/base/array.h"
#include "engine/base/utf8.h"
#include "engine/core/lexicon.h"

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

// Forms that only simplified Chinese has: none of them is in JIS X 0208.
static const char simplified[][4] = {
    "业", "东", "为", "亏", "亚", "产", "亩", "亿", "仅", "们", "众", "优", "传", "净", "减", "创",
    "务", "动", "势", "华", "单", "历", "压", "县", "发", "变", "员", "响", "围", "图", "圆", "场",
    "块", "坚", "处", "备", "复", "头", "奖", "宁", "实", "审", "对", "导", "层", "岁", "师", "带",
    "帮", "庆", "库", "应", "废", "张", "归", "录", "态", "总", "执", "扩", "抚", "报", "拟", "择",
    "损", "时", "显", "术", "权", "极", "构", "标", "样", "桥", "检", "汇", "汉", "测", "济", "满",
    "滨", "热", "环", "现", "电", "疗", "监", "盘", "确", "离", "种", "积", "稳", "竞", "笔", "签",
    "紧", "约", "级", "纪", "纳", "纺", "线", "组", "细", "织", "终", "经", "结", "给", "络", "绝",
    "统", "继", "绩", "续", "维", "综", "绿", "缩", "罗", "职", "联", "节", "苏", "营", "虑", "规",
    "视", "览", "觉", "计", "订", "认", "讨", "让", "训", "议", "记", "讲", "许", "论", "设", "访",
    "证", "评", "识", "试", "该", "详", "语", "误", "说", "请", "读", "调", "谈", "货", "质", "贫",
    "购", "贵", "贷", "贸", "费", "资", "赛", "赢", "趋", "跃", "车", "转", "轮", "轻", "载", "较",
    "辆", "输", "边", "达", "迁", "过", "运", "还", "这", "进", "远", "违", "连", "选", "递", "邮",
    "钢", "钱", "铁", "铜", "铝", "银", "锂", "键", "长", "门", "闭", "问", "闻", "阶", "际", "陆",
    "险", "难", "页", "项", "顺", "须", "预", "领", "题", "额", "风", "饮", "馆", "驱", "验", "鱼",
    "鲜", "龙",
};
BS_LEXICON(static, simplified_at, simplified, BS_LEXICON_CHARS);

// Forms that only Japanese has: none of them is in GB 2312 or Big5.
static const char japanese[][4] = {
    "価", "値", "働", "円", "処", "労", "単", "厳", "収", "営", "団", "図", "圏", "売", "変", "実",
    "対", "専", "巣", "巻", "帯", "庁", "広", "弾", "従", "徳", "応", "恵", "悪", "戦", "払", "抜",
    "択", "拠", "拡", "挙", "捜", "掲", "揺", "摂", "撃", "暁", "栄", "桜", "検", "楽", "様", "権",
    "歓", "歩", "歳", "毎", "気", "沢", "済", "渋", "渓", "満", "焼", "猟", "産", "畳", "発", "県",
    "砕", "粋", "経", "継", "続", "総", "緑", "縄", "縦", "繊", "聴", "脳", "蔵", "薬", "覚", "観",
    "訳", "読", "譲", "転", "辺", "込", "逓", "遅", "郷", "醸", "釈", "鉄", "銭", "錬", "関", "陥",
    "隠", "雑", "霊", "顕", "駅", "駆", "騒", "験", "髪", "鶏", "黒", "齢", "増", "効", "児", "両",
    "仮", "剤", "剰", "勧", "塩", "壊", "壌", "嬢", "徴", "悩", "懐", "戯", "拝", "挿", "斉", "斎",
    "殻", "浄", "滝", "犠", "稲", "穂", "穏", "竜", "粛", "絵", "縁", "臓", "舎", "蛍", "覧", "賛",
    "軽", "鉱", "録", "険", "頼", "歴", "暦", "枠", "畑", "匂", "渉", "渇", "涙", "絶", "亜", "仏",
    "倹", "剣", "勲", "唖", "奨", "姉", "巌", "弐", "晩", "曽", "栃", "桟", "焔", "痩", "碁", "窓",
    "竃", "艶", "菓", "薫", "裏", "謡", "酔", "醤", "鋳", "閲", "頬", "髄", "黙",
};
BS_LEXICON(static, japanese_at, japanese, BS_LEXICON_CHARS);

// Forms are looked up for the first FORM_SAMPLE ideographs only: by then the answer is certain, and
// a long text stays cheap.
enum { FORM_SAMPLE = 256 };

static void count_rune(bs_letters *count, bs_str text, size_t at, uint32_t code)
{
    if (bs_rune_is_hangul(code)) {
        count->hangul++;
    } else if (bs_rune_is_han(code)) {
        if (count->han++ >= FORM_SAMPLE) return;
        uint32_t key = bs_lexicon_key_at(text, at);
        count->simplified += bs_lexicon_find(&simplified_at, key) != NULL;
        count->japanese += bs_lexicon_find(&japanese_at, key) != NULL;
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
                count_rune(count, text, at, rune.code);
            at += rune.len;
            continue;
        }
        size_t skip = what == FIRST_LOOK ? foreign_len(text, at) : 0;
        count->latin += skip == 0 && (what == FIRST_LETTER || text.ptr[at] == 'h');
        at += skip > 0 ? skip : 1;
    }
    return at;
}

// Letters weigh less than syllables and ideographs (BS_LATIN_PER_WIDE): an abbreviation, a product
// or a name in Latin letters does not make a Korean line English, and a name in Han in an English
// sentence does not make that Chinese.
enum { HAN_PER_HANGUL = 2, HAN_PER_KANA = 4 };

// Whether it is English or Korean whatever the rest of so many bytes is.
static bool is_certain(const bs_letters *count, size_t left)
{
    enum { WIDE_BYTES_MIN = 3 };
    size_t wide = count->hangul + count->han + count->kana, wide_left = left / WIDE_BYTES_MIN;
    bool english = (wide + wide_left) * BS_LATIN_PER_WIDE < count->latin;
    return english || (wide * BS_LATIN_PER_WIDE >= count->latin + left &&
                       count->hangul * HAN_PER_HANGUL >= count->han + count->kana + wide_left);
}

// Words of Japanese whose characters are all shared: "2025年3月期 第2四半期決算短信",
// "平成26年度 当初予算額".
static bool has_japanese_word(bs_str text)
{
    static const char words[] = "四半期|決算短信|株式会社|平成|令和|昭和";
    enum { LOOKED_AT_BYTES = 400 };
    bs_str head = bs_str_slice(text, 0, LOOKED_AT_BYTES);
    return bs_str_has_any(head, words);
}

bs_letters bs_lang_letters(bs_str text)
{
    enum { STEPS = 8, STEP_MIN = 16, FORMS_PER_WORD = 4 };
    bs_letters count = {0};
    size_t step = text.len / STEPS + STEP_MIN;
    for (size_t at = 0; at < text.len && !is_certain(&count, text.len - at);)
        at = count_to(&count, text, at, text.len - at > step ? at + step : text.len);
    bool shared = count.han > 0 && count.kana + count.hangul == 0 && count.simplified == 0;
    if (shared && has_japanese_word(text)) count.japanese += FORMS_PER_WORD;
    return count;
}

// A piece in ideographs alone: the forms of the characters decide; where all of them are shared, a
// short piece is taken for the language around it.
static bs_lang detect_han(const bs_letters *count, bs_lang fallback)
{
    enum { SHORT_HAN_COUNT = 20 };
    // A form that Chinese papers use too, such as 産, is rare in them: no kana stands beside it.
    enum { ZH_PER_FORM = 10, HAN_PER_FORM = 30 };
    if (count->simplified > count->japanese) return BS_LANG_ZH;
    size_t stray = fallback == BS_LANG_ZH ? ZH_PER_FORM : HAN_PER_FORM;
    bool often = fallback == BS_LANG_JA || count->japanese * stray >= count->han;
    if (count->japanese > 0 && often) return BS_LANG_JA;
    bool around = bs_lang_in(fallback, BS_IN_CJK);
    return count->han <= SHORT_HAN_COUNT && around ? fallback : BS_LANG_ZH;
}

bs_lang bs_lang_of(const bs_letters *count, bs_lang fallback)
{
    size_t wide = count->hangul + count->han + count->kana;
    if (wide + count->latin == 0) return fallback;
    if (wide * BS_LATIN_PER_WIDE < count->latin) return BS_LANG_EN;
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
