// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/extract/traditional.h"

#include <stdlib.h>

#include "engine/base/utf8.h"
#include "engine/extract/place_money.h"

// Traditional characters, each with its simpler form behind it, by code: those whose simpler form
// stands in a word that is looked up somewhere. All take three bytes. (Unicode, Unihan database:
// kSimplifiedVariant.)
static const char pairs[] =
    "並并乾干亞亚佈布佔占併并來来侷局係系倆俩個个們们倫伦備备傭佣傳传債债傾倾僅仅僑侨價价億亿償偿"
    "優优儲储兌兑內内兩两冊册凈净別别則则剛刚創创劃划劑剂動动務务勞劳勢势勵励匯汇區区協协卻却參参"
    "員员問问啟启單单噴喷噸吨國国圍围圓圆圖图執执堅坚報报場场塊块塗涂壓压壽寿夾夹奬奖妝妆婦妇嬰婴"
    "學学實实寧宁審审寬宽將将專专尋寻對对導导屆届層层屬属島岛峽峡嶺岭師师帶带幣币幫帮幹干幾几庫库"
    "廂厢廠厂廢废廣广廳厅張张強强彙汇後后徑径從从復复態态慮虑慶庆憂忧憑凭應应戰战戶户掛挂換换揮挥"
    "損损摺折撥拨撫抚撾挝擁拥擇择擊击擔担據据擠挤擬拟擴扩攝摄攤摊敗败敘叙數数斃毙於于昇升時时暫暂"
    "曆历曬晒會会東东査查條条棄弃棟栋業业極极構构樁桩樂乐樓楼標标樣样樹树橋桥機机橫横檢检櫃柜欄栏"
    "權权歐欧歲岁歷历歸归殘残氣气氫氢決决淨净減减測测湯汤準准溝沟溫温滬沪滯滞滲渗滿满漢汉漲涨潤润"
    "澤泽濃浓濟济濱滨瀉泻灣湾為为烏乌無无煙烟熱热燈灯燒烧營营爐炉爭争爲为爾尔狀状獎奖獨独獲获獻献"
    "現现瑪玛環环產产産产甯宁畝亩畢毕畫画當当療疗發发盃杯盜盗盞盏監监盤盘盧卢眞真眾众確确碼码礦矿"
    "祕秘禮礼稅税種种稱称積积穩稳競竞筆笔節节築筑簡简簽签糧粮紀纪約约納纳紐纽純纯級级紮扎細细終终"
    "組组結结絕绝絡络給给統统絲丝絶绝經经綜综綠绿綫线維维網网緊紧緑绿線线緣缘編编緩缓緬缅縣县縮缩"
    "縱纵總总績绩織织繳缴繼继續续纍累罰罚羅罗羣群義义聖圣聯联聲声職职脫脱臨临臺台與与舉举舊旧艦舰"
    "茲兹莊庄華华萊莱萬万薩萨藍蓝藥药蘇苏蘭兰處处號号虧亏衆众術术裏里補补裡里複复襲袭見见規规視视"
    "覺觉覽览觀观訂订計计訊讯討讨訓训託托記记訪访設设許许診诊註注証证評评試试話话該该詳详認认語语"
    "誠诚誤误說说説说課课調调談谈請请論论諮咨諾诺講讲謝谢證证識识議议護护讀读變变讓让負负財财貢贡"
    "貧贫貨货貳贰貴贵買买貸贷費费貼贴貿贸資资賓宾賣卖質质購购贊赞贏赢趨趋躉趸躍跃車车軟软較较載载"
    "輕轻輛辆輪轮輸输轉转辦办農农這这連连週周進进遊游運运過过達达違违遞递遠远適适遲迟遷迁選选還还"
    "邊边郵邮鄉乡鄰邻醣糖醫医釀酿釋释釐厘針针銀银銅铜銖铢銷销鋁铝鋪铺鋰锂鋼钢錄录錢钱録录錶表鍵键"
    "鍾钟鎊镑鎮镇鎳镍鏈链鏡镜鐘钟鐵铁長长門门閉闭開开間间關关陰阴陸陆隊队階阶際际隨随險险隻只雖虽"
    "雙双雞鸡離离難难電电鞏巩韓韩響响頁页頂顶頃顷項项順顺須须預预頒颁頓顿領领頭头頻频顆颗題题額额"
    "顏颜願愿類类顧顾顯显風风飆飙飛飞飲饮養养餘余館馆馬马駐驻驅驱驗验驟骤體体髮发鬆松魚鱼魯鲁鮮鲜"
    "鹽盐麥麦麵面點点齊齐齡龄龍龙龐庞";

enum {
    CHAR_BYTES = 3,
    PAIR_BYTES = 2 * CHAR_BYTES,
    PAIR_COUNT = (sizeof pairs - 1) / PAIR_BYTES,
};

// A simpler form and what the document prints for it most often, which may be the form itself.
typedef struct form {
    const char *simple;
    const char *printed;
    size_t count; // of `printed`
} form;

struct bs__fold {
    bs_str printed; // the text of the source
    bs_source source;
    bs_document document;
    form forms[PAIR_COUNT]; // by simpler form, each once
    size_t form_count;
    bs__place_money money; // what 元 is where nothing else is said
};

static const char *pair_at(size_t index)
{
    return pairs + index * PAIR_BYTES;
}

static int compare_chars(const void *a, const void *b)
{
    return memcmp(a, b, CHAR_BYTES);
}

// The pair of a traditional character, which begins with it; NULL for any other bytes. UTF-8 keeps
// the order of codes.
static const char *find_pair(const char *bytes)
{
    return bsearch(bytes, pairs, PAIR_COUNT, PAIR_BYTES, compare_chars);
}

static bool is_wide(bs_str text, size_t at)
{
    return ((unsigned char)text.ptr[at] & 0xF0) == 0xE0 && at + CHAR_BYTES <= text.len;
}

static size_t step(bs_str text, size_t at)
{
    return is_wide(text, at) ? CHAR_BYTES : 1;
}

// --- which documents -----------------------------------------------------------------------------

enum { LOOK_BYTES = 4096, TRADITIONAL_SHARE = 10 };

// Ideographs, and those of them that have a simpler form.
typedef struct forms_count {
    size_t wide;
    size_t traditional;
} forms_count;

static void count_forms(forms_count *count, bs_str text)
{
    for (size_t at = 0; at < text.len; at += step(text, at)) {
        bool found = is_wide(text, at);
        count->wide += found;
        count->traditional += found && find_pair(text.ptr + at) != NULL;
    }
}

static bool are_traditional(const forms_count *count)
{
    return count->traditional * TRADITIONAL_SHARE >= count->wide && count->traditional > 0;
}

bool bs__is_traditional_text(bs_str text)
{
    forms_count count = {0};
    count_forms(&count, bs_str_slice(text, 0, LOOK_BYTES));
    return are_traditional(&count);
}

static bool is_traditional(const bs_document *document)
{
    forms_count count = {0};
    size_t looked = 0, japanese = 0;
    for (size_t i = 0; i < document->blocks.count && looked < LOOK_BYTES; i++) {
        const bs_block *block = &document->blocks.items[i];
        bs_str text = bs_str_slice(block->text, 0, LOOK_BYTES - looked);
        looked += text.len;
        if (block->lang == BS_LANG_JA) japanese += text.len / CHAR_BYTES;
        if (block->lang == BS_LANG_ZH) count_forms(&count, text);
    }
    return count.wide > japanese && are_traditional(&count);
}

bool bs__is_to_be_folded(const bs_document *document, const bs_source *source)
{
    if (is_traditional(document)) return true;
    for (size_t i = 0; i < document->blocks.count; i++) {
        if (document->blocks.items[i].lang == BS_LANG_ZH)
            return bs__place_of_simplified(source->text).len > 0;
    }
    return false;
}

// --- the forms of a document ---------------------------------------------------------------------

static int compare_forms(const void *a, const void *b)
{
    return memcmp(((const form *)a)->simple, ((const form *)b)->simple, CHAR_BYTES);
}

static void begin_forms(bs__fold *fold)
{
    for (size_t i = 0; i < PAIR_COUNT; i++) {
        const char *simple = pair_at(i) + CHAR_BYTES;
        fold->forms[i] = (form){.simple = simple, .printed = simple};
    }
    qsort(fold->forms, PAIR_COUNT, sizeof *fold->forms, compare_forms);
    for (size_t i = 0; i < PAIR_COUNT; i++) {
        form *last = fold->form_count > 0 ? &fold->forms[fold->form_count - 1] : NULL;
        bool again = last != NULL && compare_forms(last, &fold->forms[i]) == 0;
        if (!again) fold->forms[fold->form_count++] = fold->forms[i];
    }
}

static form *find_form(const bs__fold *fold, const char *bytes)
{
    form wanted = {.simple = bytes};
    return bsearch(&wanted, fold->forms, fold->form_count, sizeof wanted, compare_forms);
}

// Counts of the traditional characters, and of the simpler ones that are printed as such.
static void count_chars(bs__fold *fold, size_t *counts, bs_str text)
{
    for (size_t at = 0; at < text.len; at += step(text, at)) {
        if (!is_wide(text, at)) continue;
        const char *pair = find_pair(text.ptr + at);
        if (pair != NULL) counts[(size_t)(pair - pairs) / PAIR_BYTES]++;
        form *own = pair == NULL ? find_form(fold, text.ptr + at) : NULL;
        if (own != NULL) own->count++;
    }
}

static void choose_forms(bs__fold *fold, const size_t *counts)
{
    for (size_t i = 0; i < PAIR_COUNT; i++) {
        form *own = find_form(fold, pair_at(i) + CHAR_BYTES);
        if (own == NULL || counts[i] <= own->count) continue;
        own->count = counts[i];
        own->printed = pair_at(i);
    }
}

// --- the copy ------------------------------------------------------------------------------------

static void fold_bytes(char *bytes, size_t len)
{
    bs_str text = {bytes, len};
    for (size_t at = 0; at < len; at += step(text, at)) {
        const char *pair = is_wide(text, at) ? find_pair(bytes + at) : NULL;
        if (pair != NULL) memcpy(bytes + at, pair + CHAR_BYTES, CHAR_BYTES);
    }
}

static bool is_within(bs_str slice, bs_str text)
{
    return slice.ptr != NULL && slice.ptr >= text.ptr && slice.ptr <= text.ptr + text.len;
}

// A slice of one text as the same slice of another one.
static bs_str move(bs_str slice, bs_str from, bs_str to)
{
    if (is_within(slice, from)) slice.ptr = to.ptr + (slice.ptr - from.ptr);
    return slice;
}

static bs_table *copy_table(const bs__fold *fold, bs_arena *arena, const bs_table *table)
{
    bs_table *copy = BS_NEW(arena, bs_table);
    bs_cell *cells = BS_NEW_ARRAY(arena, bs_cell, table->cell_count);
    if (copy == NULL || cells == NULL) return NULL;
    *copy = *table;
    copy->cells = cells;
    for (size_t i = 0; i < table->cell_count; i++) {
        cells[i] = table->cells[i];
        cells[i].text = move(cells[i].text, fold->printed, fold->source.text);
    }
    return copy;
}

static bool copy_blocks(bs__fold *fold, bs_arena *arena, const bs_block_array *blocks, char *bytes)
{
    bs_block *items = BS_NEW_ARRAY(arena, bs_block, blocks->count);
    size_t *counts = BS_NEW_ARRAY(arena, size_t, PAIR_COUNT);
    if (items == NULL || counts == NULL) return false;
    for (size_t i = 0; i < blocks->count; i++) {
        const bs_block *block = &blocks->items[i];
        items[i] = *block;
        items[i].text = move(block->text, fold->printed, fold->source.text);
        if (block->pieces != NULL) {
            bs_str *pieces = BS_NEW_ARRAY(arena, bs_str, block->piece_count);
            if (pieces == NULL) return false;
            for (uint32_t k = 0; k < block->piece_count; k++)
                pieces[k] = move(block->pieces[k], fold->printed, fold->source.text);
            items[i].pieces = pieces;
        }
        if (block->table != NULL) items[i].table = copy_table(fold, arena, block->table);
        if (block->table != NULL && items[i].table == NULL) return false;
        if (block->lang != BS_LANG_ZH || !is_within(block->text, fold->printed)) continue;
        count_chars(fold, counts, block->text);
        fold_bytes(bytes + (block->text.ptr - fold->printed.ptr), block->text.len);
    }
    choose_forms(fold, counts);
    fold->document.blocks.items = items;
    return true;
}

bs_status bs__fold_new(bs__fold **out, bs_arena *arena, const bs_source *source,
                       const bs_document *document, bs_error *err)
{
    bs__fold *fold = BS_NEW(arena, bs__fold);
    char *bytes = bs_arena_copy(arena, source->text);
    if (fold == NULL || bytes == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    *fold = (bs__fold){.printed = source->text, .source = *source, .document = *document};
    fold->source.text.ptr = bytes;
    fold->document.source = &fold->source;
    begin_forms(fold);
    fold->money = bs__find_place_money(fold->printed, is_traditional(document));
    if (!copy_blocks(fold, arena, &document->blocks, bytes))
        return bs_fail(err, BS_E_MEMORY, "out of memory");
    *out = fold;
    return BS_OK;
}

bs_source *bs__fold_source(bs__fold *fold)
{
    return &fold->source;
}

const bs_document *bs__fold_document(const bs__fold *fold)
{
    return &fold->document;
}

// --- what was read -------------------------------------------------------------------------------

static const form *form_to_put(const bs__fold *fold, bs_str text, size_t at)
{
    const form *found = is_wide(text, at) ? find_form(fold, text.ptr + at) : NULL;
    return found != NULL && found->printed != found->simple ? found : NULL;
}

bs_status bs__fold_restore_text(const bs__fold *fold, bs_arena *arena, bs_str *text, bs_error *err)
{
    if (is_within(*text, fold->source.text)) {
        *text = move(*text, fold->source.text, fold->printed);
        return BS_OK;
    }
    size_t at = 0;
    while (at < text->len && form_to_put(fold, *text, at) == NULL)
        at += step(*text, at);
    if (at >= text->len) return BS_OK;
    char *copy = bs_arena_copy(arena, *text);
    if (copy == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    for (; at < text->len; at += step(*text, at)) {
        const form *put = form_to_put(fold, *text, at);
        if (put != NULL) memcpy(copy + at, put->printed, CHAR_BYTES);
    }
    text->ptr = copy;
    return BS_OK;
}

static bs_status restore_quantity(const bs__fold *fold, bs_arena *arena, bs_quantity *quantity,
                                  bs_error *err)
{
    bs_str *texts[] = {&quantity->text, &quantity->digits, &quantity->indicator,
                       &quantity->subject};
    for (size_t i = 0; i < BS_COUNT(texts); i++)
        BS_TRY(bs__fold_restore_text(fold, arena, texts[i], err));
    bool in_table = quantity->origin.table > 0;
    bool settled;
    BS_TRY(bs__settle_money(&quantity->unit, &settled, &fold->money, arena,
                            (bs__money_print){quantity->text, in_table}, err));
    if (settled) quantity->unit_rule = fold->money.rule;
    return BS_OK;
}

static bs_status restore_series(const bs__fold *fold, bs_arena *arena, bs_series *series,
                                bs_error *err)
{
    bs_str *texts[] = {&series->key,       &series->label,   &series->group,    &series->caption,
                       &series->indicator, &series->subject, &series->unit_text};
    for (size_t i = 0; i < BS_COUNT(texts); i++)
        BS_TRY(bs__fold_restore_text(fold, arena, texts[i], err));
    for (size_t i = 0; i < series->observations.count; i++) {
        bs_observation *observation = &series->observations.items[i];
        BS_TRY(bs__fold_restore_text(fold, arena, &observation->text, err));
        BS_TRY(bs__fold_restore_text(fold, arena, &observation->period_text, err));
    }
    bool in_table = series->table > 0;
    bool settled;
    return bs__settle_money(&series->unit, &settled, &fold->money, arena,
                            (bs__money_print){series->unit_text, in_table}, err);
}

bs_status bs__fold_restore(const bs__fold *fold, bs_arena *arena, bs_reading *reading,
                           bs_error *err)
{
    for (size_t i = 0; i < reading->quantities.count; i++)
        BS_TRY(restore_quantity(fold, arena, &reading->quantities.items[i], err));
    for (size_t i = 0; i < reading->series.count; i++)
        BS_TRY(restore_series(fold, arena, &reading->series.items[i], err));
    return BS_OK;
}
