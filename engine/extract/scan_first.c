// SPDX-License-Identifier: GPL-3.0-or-later
// Characters outside ASCII with which a number, a date or a warning may begin, in order of their
// code. A word that is added to a table of the recognisers needs its first character here; for
// the words of numerals numeral_test says which is missing.
#include <stdatomic.h>
#include <threads.h>

#include "engine/base/array.h"
#include "engine/extract/scan_internal.h"

#define TIME BS_FIRST_TIME
#define GUARD BS_FIRST_GUARD
#define ORDER BS_FIRST_ORDER
#define AMOUNT BS_FIRST_AMOUNT

static const struct {
    uint16_t code;
    uint8_t kinds;
} starts[] = {
    {0x00A3, AMOUNT},                        // £
    {0x00A5, AMOUNT},                        // ¥
    {0x00B4, TIME},                          // ´
    {0x00BC, AMOUNT},                        // ¼
    {0x00BD, AMOUNT},                        // ½
    {0x00BE, AMOUNT},                        // ¾
    {0x02BC, TIME},                          // ʼ
    {0x0E3F, AMOUNT},                        // ฿
    {0x17DB, AMOUNT},                        // ៛
    {0x2010, AMOUNT},                        // ‐
    {0x2011, AMOUNT},                        // non-breaking hyphen
    {0x2013, AMOUNT},                        // –
    {0x2014, AMOUNT},                        // —
    {0x2015, AMOUNT},                        // ―
    {0x2018, TIME},                          // ‘
    {0x2019, TIME},                          // ’
    {0x2032, TIME},                          // ′
    {0x20A1, AMOUNT},                        // ₡
    {0x20A6, AMOUNT},                        // ₦
    {0x20A9, AMOUNT},                        // ₩
    {0x20AA, AMOUNT},                        // ₪
    {0x20AB, AMOUNT},                        // ₫
    {0x20AC, AMOUNT},                        // €
    {0x20AD, AMOUNT},                        // ₭
    {0x20AE, AMOUNT},                        // ₮
    {0x20B1, AMOUNT},                        // ₱
    {0x20B2, AMOUNT},                        // ₲
    {0x20B4, AMOUNT},                        // ₴
    {0x20B8, AMOUNT},                        // ₸
    {0x20B9, AMOUNT},                        // ₹
    {0x20BA, AMOUNT},                        // ₺
    {0x20BC, AMOUNT},                        // ₼
    {0x20BD, AMOUNT},                        // ₽
    {0x20BE, AMOUNT},                        // ₾
    {0x2121, GUARD},                         // ℡
    {0x2153, AMOUNT},                        // ⅓
    {0x2154, AMOUNT},                        // ⅔
    {0x2155, AMOUNT},                        // ⅕
    {0x2156, AMOUNT},                        // ⅖
    {0x2157, AMOUNT},                        // ⅗
    {0x2158, AMOUNT},                        // ⅘
    {0x2159, AMOUNT},                        // ⅙
    {0x215A, AMOUNT},                        // ⅚
    {0x215B, AMOUNT},                        // ⅛
    {0x215C, AMOUNT},                        // ⅜
    {0x215D, AMOUNT},                        // ⅝
    {0x215E, AMOUNT},                        // ⅞
    {0x2212, AMOUNT},                        // −
    {0x25B2, AMOUNT},                        // ▲
    {0x25B3, AMOUNT},                        // △
    {0x25CB, TIME | AMOUNT},                 // ○
    {0x260E, GUARD},                         // ☎
    {0x3007, TIME | AMOUNT},                 // 〇
    {0x3012, GUARD},                         // 〒
    {0x3044, AMOUNT},                        // い
    {0x304A, AMOUNT},                        // お
    {0x304D, AMOUNT},                        // き
    {0x304F, AMOUNT},                        // く
    {0x3054, AMOUNT},                        // ご
    {0x3055, AMOUNT},                        // さ
    {0x3057, AMOUNT},                        // し
    {0x3058, AMOUNT},                        // じ
    {0x305B, AMOUNT},                        // せ
    {0x305C, AMOUNT},                        // ぜ
    {0x3061, AMOUNT},                        // ち
    {0x306A, AMOUNT},                        // な
    {0x306B, AMOUNT},                        // に
    {0x306F, AMOUNT},                        // は
    {0x3072, AMOUNT},                        // ひ
    {0x3073, AMOUNT},                        // び
    {0x3074, AMOUNT},                        // ぴ
    {0x307E, AMOUNT},                        // ま
    {0x3088, AMOUNT},                        // よ
    {0x308C, AMOUNT},                        // れ
    {0x308D, AMOUNT},                        // ろ
    {0x30BC, AMOUNT},                        // ゼ
    {0x30C0, AMOUNT},                        // ダ
    {0x30D7, AMOUNT},                        // プ
    {0x30DE, AMOUNT},                        // マ
    {0x30FC, AMOUNT},                        // ー
    {0x4E00, TIME | AMOUNT},                 // 一
    {0x4E03, TIME | AMOUNT},                 // 七
    {0x4E07, TIME | AMOUNT},                 // 万
    {0x4E09, TIME | AMOUNT},                 // 三
    {0x4E0A, TIME},                          // 上
    {0x4E0B, TIME},                          // 下
    {0x4E24, TIME | AMOUNT},                 // 两
    {0x4E5D, TIME | AMOUNT},                 // 九
    {0x4E8C, TIME | AMOUNT},                 // 二
    {0x4E94, TIME | AMOUNT},                 // 五
    {0x4EAC, TIME | AMOUNT},                 // 京
    {0x4EBA, AMOUNT},                        // 人
    {0x4EBF, TIME | AMOUNT},                 // 亿
    {0x4EDF, TIME | AMOUNT},                 // 仟
    {0x4EE4, TIME},                          // 令
    {0x4F0D, TIME | AMOUNT},                 // 伍
    {0x4F20, GUARD},                         // 传
    {0x4F4F, GUARD},                         // 住
    {0x4F70, TIME | AMOUNT},                 // 佰
    {0x4FE9, TIME | AMOUNT},                 // 俩
    {0x5006, TIME | AMOUNT},                 // 倆
    {0x5104, TIME | AMOUNT},                 // 億
    {0x5146, TIME | AMOUNT},                 // 兆
    {0x5169, TIME | AMOUNT},                 // 兩
    {0x516B, TIME | AMOUNT},                 // 八
    {0x516D, TIME | AMOUNT},                 // 六
    {0x5185, GUARD},                         // 内
    {0x51E0, AMOUNT},                        // 几
    {0x524D, TIME},                          // 前
    {0x5341, TIME | AMOUNT},                 // 十
    {0x5343, TIME | AMOUNT},                 // 千
    {0x5345, TIME | AMOUNT},                 // 卅
    {0x534A, AMOUNT},                        // 半
    {0x53C1, TIME | AMOUNT},                 // 叁
    {0x53C2, TIME | AMOUNT},                 // 参
    {0x53C3, TIME | AMOUNT},                 // 參
    {0x53C4, TIME | AMOUNT},                 // 叄
    {0x53F0, AMOUNT},                        // 台
    {0x56DB, TIME | AMOUNT},                 // 四
    {0x5730, GUARD},                         // 地
    {0x58F1, TIME | AMOUNT},                 // 壱
    {0x58F9, TIME | AMOUNT},                 // 壹
    {0x5927, TIME},                          // 大
    {0x5E73, TIME},                          // 平
    {0x5E7E, AMOUNT},                        // 幾
    {0x5EFF, TIME | AMOUNT},                 // 廿
    {0x5F10, TIME | AMOUNT},                 // 弐
    {0x5F8C, TIME},                          // 後
    {0x6240, GUARD},                         // 所
    {0x62FE, TIME | AMOUNT},                 // 拾
    {0x634C, TIME | AMOUNT},                 // 捌
    {0x6570, AMOUNT},                        // 数
    {0x6578, AMOUNT},                        // 數
    {0x65B0, AMOUNT},                        // 新
    {0x660E, TIME},                          // 明
    {0x662D, TIME},                          // 昭
    {0x67D2, TIME | AMOUNT},                 // 柒
    {0x6C11, TIME},                          // 民
    {0x6C37, AMOUNT},                        // 氷
    {0x6E2F, AMOUNT},                        // 港
    {0x6FB3, AMOUNT},                        // 澳
    {0x7396, TIME | AMOUNT},                 // 玖
    {0x7535, GUARD},                         // 电
    {0x767E, TIME | AMOUNT},                 // 百
    {0x7B2C, TIME | ORDER},                  // 第
    {0x7F8E, AMOUNT},                        // 美
    {0x8086, TIME | AMOUNT},                 // 肆
    {0x81FA, AMOUNT},                        // 臺
    {0x842C, TIME | AMOUNT},                 // 萬
    {0x8CA0, AMOUNT},                        // 負
    {0x8CB3, TIME | AMOUNT},                 // 貳
    {0x8D1F, AMOUNT},                        // 负
    {0x8D30, TIME | AMOUNT},                 // 贰
    {0x90AE, GUARD},                         // 邮
    {0x90F5, GUARD},                         // 郵
    {0x9621, TIME | AMOUNT},                 // 阡
    {0x9646, TIME | AMOUNT},                 // 陆
    {0x9678, TIME | AMOUNT},                 // 陸
    {0x96F6, TIME | AMOUNT},                 // 零
    {0x96FB, GUARD},                         // 電
    {0x97D3, AMOUNT},                        // 韓
    {0x97E9, AMOUNT},                        // 韩
    {0x9996, TIME},                          // 首
    {0xACBD, AMOUNT},                        // 경
    {0xAD6C, AMOUNT},                        // 구
    {0xB0B4, GUARD},                         // 내
    {0xB124, AMOUNT},                        // 네
    {0xB137, AMOUNT},                        // 넷
    {0xB2E4, AMOUNT},                        // 다
    {0xB450, AMOUNT},                        // 두
    {0xB458, AMOUNT},                        // 둘
    {0xB959, AMOUNT},                        // 륙
    {0xB9C8, AMOUNT},                        // 마
    {0xB9CC, AMOUNT},                        // 만
    {0xBA87, AMOUNT},                        // 몇
    {0xBB38, GUARD},                         // 문
    {0xBBF8, AMOUNT},                        // 미
    {0xBC31, AMOUNT},                        // 백
    {0xC0AC, AMOUNT},                        // 사
    {0xC0BC, AMOUNT},                        // 삼
    {0xC0C1, TIME},                          // 상
    {0xC11C, AMOUNT},                        // 서
    {0xC138, AMOUNT},                        // 세
    {0xC14B, AMOUNT},                        // 셋
    {0xC218, AMOUNT},                        // 수
    {0xC270, AMOUNT},                        // 쉰
    {0xC2A4, AMOUNT},                        // 스
    {0xC2ED, AMOUNT},                        // 십
    {0xC544, AMOUNT},                        // 아
    {0xC5B5, AMOUNT},                        // 억
    {0xC5EC, AMOUNT},                        // 여
    {0xC5F4, AMOUNT},                        // 열
    {0xC601, AMOUNT},                        // 영
    {0xC608, AMOUNT},                        // 예
    {0xC624, AMOUNT},                        // 오
    {0xC6B0, GUARD},                         // 우
    {0xC704, AMOUNT},                        // 위
    {0xC721, AMOUNT},                        // 육
    {0xC74C, AMOUNT},                        // 음
    {0xC774, AMOUNT},                        // 이
    {0xC778, AMOUNT},                        // 인
    {0xC77C, AMOUNT},                        // 일
    {0xC804, GUARD},                         // 전
    {0xC81C, TIME | ORDER},                  // 제
    {0xC870, AMOUNT},                        // 조
    {0xC8FC, GUARD},                         // 주
    {0xCC9C, AMOUNT},                        // 천
    {0xCCAB, ORDER},                         // 첫
    {0xCE60, AMOUNT},                        // 칠
    {0xD314, AMOUNT},                        // 팔
    {0xD329, GUARD},                         // 팩
    {0xD558, TIME | AMOUNT},                 // 하
    {0xD55C, AMOUNT},                        // 한
    {0xFE69, AMOUNT},                        // ﹩
    {0xFF04, AMOUNT},                        // ＄
    {0xFF07, TIME},                          // ＇
    {0xFF08, GUARD},                         // （
    {0xFF0B, AMOUNT},                        // ＋
    {0xFF0D, AMOUNT},                        // －
    {0xFF0E, AMOUNT},                        // ．
    {0xFF10, TIME | GUARD | ORDER | AMOUNT}, // ０
    {0xFF11, TIME | GUARD | ORDER | AMOUNT}, // １
    {0xFF12, TIME | GUARD | ORDER | AMOUNT}, // ２
    {0xFF13, TIME | GUARD | ORDER | AMOUNT}, // ３
    {0xFF14, TIME | GUARD | ORDER | AMOUNT}, // ４
    {0xFF15, TIME | GUARD | ORDER | AMOUNT}, // ５
    {0xFF16, TIME | GUARD | ORDER | AMOUNT}, // ６
    {0xFF17, TIME | GUARD | ORDER | AMOUNT}, // ７
    {0xFF18, TIME | GUARD | ORDER | AMOUNT}, // ８
    {0xFF19, TIME | GUARD | ORDER | AMOUNT}, // ９
    {0xFFE1, AMOUNT},                        // ￡
    {0xFFE5, AMOUNT},                        // ￥
    {0xFFE6, AMOUNT},                        // ￦
};

// The kinds by code, for the characters of the basic plane. Filled on first use.
static uint8_t table[UINT16_MAX + 1];
static atomic_bool filled;
static once_flag once = ONCE_FLAG_INIT;

static void fill(void)
{
    for (size_t i = 0; i < BS_COUNT(starts); i++)
        table[starts[i].code] = starts[i].kinds;
    atomic_store_explicit(&filled, true, memory_order_release);
}

const uint8_t *bs__first_table(void)
{
    if (!atomic_load_explicit(&filled, memory_order_acquire)) call_once(&once, fill);
    return table;
}
