// SPDX-License-Identifier: GPL-3.0-or-later
// The usual names of columns, and the codes and words of status columns. Adding a name is adding a
// row; a name is written here without blanks, "_" and "-", and in lower case.
#include "engine/base/utf8.h"
#include "engine/extract/tidy_internal.h"
#include "engine/extract/words.h"

typedef struct name_row {
    bs__tidy_role role;
    const char *names; // parted by blanks, the most certain first
} name_row;

static const name_row name_rows[] = {
    {BS__TIDY_PERIOD,
     "timeperiod period asof asofdate refperiod referenceperiod refdate obstime time date year yr "
     "datetime "
     "yyyymm yyyymmdd yyyy yyyyq yyymm statisticyyymm statisticyyy timestamp "
     "yearmonth yearquarter observationdate fiscalyear prdde perioddesc perioddesc. "
     "시점 기간 연도 년도 기준연도 기준년도 기준시점 기준일 기준일자 연월 년월 기준연월 기준년월 "
     "일자 날짜 연 년 "
     "조사연도 조사시점 회계연도 일시 측정일시 관측일시 측정일 "
     "时间 日期 年份 年度 时期 期间 年月 统计期 时点 统计时间 年 "
     "時間 時期 期間 統計期 統計期間 資料時間 民國年 西元年 資料期 時点 年次 日付 調査年 調査年月 "
     "統計年月 会計年度 "
     "対象年月 年月日 日時 測定日時 観測日時 期"},
    {BS__TIDY_QUARTER, "quarter qtr q 분기 季度 季 四半期 季別"},
    {BS__TIDY_MONTH, "month mon mm 월 月 月份 月別"},
    {BS__TIDY_DAY, "day dd 일 日"},
    {BS__TIDY_VALUE, "obsvalue factvaluenumeric value val observationvalue datavalue dt "
                     "값 수치 수치값 관측값 통계값 지표값 数值 值 观测值 统计值 指标值 數值 觀測值 "
                     "統計值 値 数値 観測値 統計値"},
    {BS__TIDY_AMOUNT,
     "amount values figure data measurement 데이터 실적값 금액 数据 金额 數據 金額 データ"},
    {BS__TIDY_SERIES,
     "series seriesname itmnm itemname1 indicator indicatorname seriesid serieskey seriestitle "
     "variable "
     "variablename metric metricname item itemname measure name title "
     "지표 지표명 계열 계열명 항목 항목명 통계항목 통계명 통계지표 변수 변수명 품목 품목명 "
     "指标 指标名称 指标名 项目 项目名称 系列 序列 变量 名称 科目 "
     "指標 指標名稱 項目 項目名稱 數列 變數 名稱 指標名 項目名 系列名 変数 品目"},
    {BS__TIDY_CODE,
     "code seriescode indicatorcode countrycode itemcode iso3 iso2 isocode iso id regioncode "
     "areacode countryiso3code dguid vector coordinate key msn pid uid uuid hhid ean sku upc isbn "
     "barcode gtin fips fipscode geoid naics naicscode sic siccode cik ein unitid hscode "
     "코드 지표코드 항목코드 계열코드 지역코드 통계표코드 "
     "代码 指标代码 编码 地区代码 代碼 編碼 コード 系列コード 地域コード 指標コード"},
    {BS__TIDY_PLACE,
     "refarea country countryname geo region area entity location geography subject territory "
     "state province city county nation economy district "
     "국가 국가명 나라 지역 지역명 시도 시도별 시군구 시군구별 행정구역 행정구역별 대상 도시 "
     "国家 地区 省份 省市 城市 省 国别 区域 对象 "
     "國家 地區 縣市 縣市別 區域 國別 國家別 對象 "
     "国 国名 地域 都道府県 市区町村 地域名 都道府県名 対象"},
    {BS__TIDY_GROUP, "group category section statname tblnm 그룹 분류 부문 대분류 分组 类别 分類 "
                     "類別 部門 グループ"},
    {BS__TIDY_TABLE, "table tableid tablename 표 통계표 통계표명 表 表名 表番号"},
    {BS__TIDY_UNIT, "unitmeasure unit units unitofmeasure uom unitname unitnm 단위 단위명 单位 "
                    "计量单位 單位 計量單位 "
                    "単位"},
    {BS__TIDY_POWER,
     "unitmult unitmultiplier scalarfactor powercodecode powercode multiplier scale "
     "승수 배율 倍率 乘数"},
    {BS__TIDY_FREQUENCY, "freq frequency frequencyofobservation prdse frequencycode 주기 수록주기 "
                         "频率 频度 頻率 頻度 周期"},
    {BS__TIDY_DATASET, "structurename dataflow structureid dataset datasetname"},
    {BS__TIDY_LABEL, "label description longname 라벨 설명 标签 標籤 ラベル"},
    {BS__TIDY_TOTAL, "role"},
    {BS__TIDY_KIND, "kind 종류"},
    {BS__TIDY_STATUS, "obsstatus status obsflag observationstatus flag flags flagcodes "
                      "flagandfootnotes footnotecodes 상태 状态 "
                      "狀態 状態 ステータス"},
    {BS__TIDY_VINTAGE, "vintage realtimestart vintagedate"},
    {BS__TIDY_ACTION, "action"},
    {BS__TIDY_IGNORED,
     "structure lastupdate lastupdated line column row source "
     "sortorder columnorder midperiod sourceid sourcename note notes notesource flagdescription "
     "comment comments "
     "commentobs "
     "remark remarks footnote footnotes annotation annotations decimals "
     "confstatus obsconf preliminarydata decimaldate decimalyear aggregatelevel isleafcode "
     "islatestyear "
     "valuetype periodtype locationtype datemodified url no rownumber unnamed:0 "
     "realtimeend "
     "phone phonenumber telephone tel fax mobile zip zipcode postcode postalcode lat latitude lon "
     "lng longitude weekday dayofweek objectid fid globalid "
     "전화번호 전화 팩스 우편번호 위도 경도 요일 电话 电话号码 联系电话 邮编 邮政编码 纬度 星期 "
     "電話 電話番号 電話號碼 郵便番号 郵遞區號 緯度 経度 經度 经度 曜日 "
     "비고 출처 주석 자료원 번호 순번 연번 序号 备注 注释 来源 說明 備註 來源 序號 資料來源 "
     "备注说明 備考 "
     "出典 番号 連番 注記"},
};

enum { NAME_BYTES_MAX = 64 };

// Lower case, half width, without blanks, "_", "-" and quotes. Names that are too long are none.
static size_t normalize(char out[NAME_BYTES_MAX], bs_str name)
{
    size_t len = 0;
    for (size_t at = 0; at < name.len;) {
        bs_rune rune = bs_utf8_decode(name, at);
        at += rune.len;
        uint32_t code = bs_rune_fold_width(rune.code);
        if (bs_rune_is_space(code) || code == '_' || code == '-' || code == '\'') continue;
        if (code >= 'A' && code <= 'Z') code += 'a' - 'A';
        if (len + 4 > NAME_BYTES_MAX) return 0;
        len += bs_utf8_encode(code, out + len);
    }
    return len;
}

// "LocID", "UOM_ID", "Series Id", "station_id", "pid": a name that says of itself that it is an
// identifier.
static bool is_identifier(bs_str printed)
{
    size_t len = printed.len;
    if (bs_list_ends(printed, "_id| id")) return true;
    if (len < 4 || printed.ptr[len - 2] != 'I') return false;
    char last = printed.ptr[len - 1], before = printed.ptr[len - 3];
    bool parted = before == '_' || before == ' ' || (before >= 'a' && before <= 'z');
    return (last == 'D' && parted) || (last == 'd' && (before == '_' || before == ' '));
}

static bs_str without_bracket(bs_str name)
{
    size_t open = bs_str_ends(name, BS_STR(")")) ? bs_str_find(name, BS_STR("("), 0) : SIZE_MAX;
    return open == SIZE_MAX ? name : bs_str_slice(name, 0, open);
}

// Names that the tables of offices make: "表章項目 コード", "時間軸（月）".
static bs__tidy_role made_role(bs_str name)
{
    static const char codes[] = "コード|代码|代碼|코드|code|번호|编号|編號|号码|號碼|番号";
    static const char times[] = "時間軸";
    static const char coordinates[] = "latitude|longitude|xcoord|ycoord|좌표|x좌표|y좌표|緯度|経度|"
                                      "經度|纬度|经度|座標|坐标";
    static const char degrees[] = "위도|경도"; // 경도인지장애 is an illness
    static const char others[] = "footnote|footnotes|subjectnotes|specificnotes|비고|备注|備註|"
                                 "品質情報|均質番号"; // "banknotes" are money
    static const char clocks[] = "시각|時刻|时刻";
    bool months = bs_list_ends(name, "년월|연월|年月") && !bs__tidy_names_origin(name);
    if (months) return BS__TIDY_PERIOD;
    bool code = bs_list_ends(without_bracket(name), codes) && !bs_list_ends(name, others);
    if (bs_list_starts(name, times)) return code ? BS__TIDY_IGNORED : BS__TIDY_PERIOD;
    if (code) return BS__TIDY_CODE;
    if (bs_list_ends(without_bracket(name), clocks)) return BS__TIDY_IGNORED;
    if (bs_list_is(without_bracket(name), degrees)) return BS__TIDY_IGNORED;
    if (bs_list_starts(name, coordinates) || bs_list_ends(name, others)) return BS__TIDY_IGNORED;
    return bs_list_starts(name, "表章項目") ? BS__TIDY_SERIES : BS__TIDY_UNKNOWN;
}

// "indicator.label" of files with codes beside labels.
static bs_str without_ending(bs_str name)
{
    static const bs_str ending = BS_STR_INIT(".label");
    bool cut = name.len > ending.len && bs_str_ends(name, ending);
    return cut ? bs_str_slice(name, 0, name.len - ending.len) : name;
}

bs__tidy_role bs__tidy_name_role(bs_str name, size_t *rank)
{
    char buffer[NAME_BYTES_MAX];
    bs_str wanted = {buffer, normalize(buffer, without_ending(name))};
    if (wanted.len == 0) return BS__TIDY_UNKNOWN;
    for (size_t i = 0; i < BS_COUNT(name_rows); i++) {
        bs_str rest = bs_str_from(name_rows[i].names);
        bs_str known;
        for (size_t at = 0; bs_str_next(&rest, ' ', &known); at++) {
            if (!bs_str_equal(known, wanted)) continue;
            *rank = at;
            return name_rows[i].role;
        }
    }
    *rank = SIZE_MAX / 2;
    return is_identifier(name) ? BS__TIDY_CODE : made_role(wanted);
}

// Code list CL_OBS_STATUS of SDMX and the flags of Eurostat, and words.
static const struct {
    bs_value_status status;
    const char *words; // parted by blanks, normalized as the names are
} status_rows[] = {
    {BS_STATUS_ACTUAL, "a actual final normal 실적 확정 확정치 实际 最终 實際 確定 實績 実績 確報"},
    {BS_STATUS_TARGET, "target goal plan 목표 계획 目标 计划 目標 計畫 計画"},
    {BS_STATUS_FORECAST,
     "f forecast projection projected 전망 예측 전망치 预测 预计 預測 預計 予測 見通し"},
    {BS_STATUS_PROVISIONAL,
     "p provisional preliminary 잠정 잠정치 속보 初步 初步数 暂定 初步統計 暫定 速報"},
    {BS_STATUS_REVISED, "r revised 수정 수정치 修订 修正 修訂 改定 改訂"},
    {BS_STATUS_ESTIMATE, "e estimate estimated 추정 추정치 估计 估算 推估 估計 推計 推定"},
};

static const struct {
    bs_state state;
    const char *words;
} missing_rows[] = {
    {BS_STATE_NOT_PUBLISHED, "m o missing"},
    {BS_STATE_NOT_APPLICABLE, "z notapplicable"},
    {BS_STATE_SUPPRESSED, "c q s n x confidential suppressed"},
};

static bool word_in(const char *words, bs_str wanted)
{
    bs_str rest = bs_str_from(words);
    bs_str known;
    while (bs_str_next(&rest, ' ', &known)) {
        if (bs_str_equal(known, wanted)) return true;
    }
    return false;
}

// A cell of SDMX-CSV with labels says "A: Normal value".
static bs_str before_colon(bs_str text)
{
    size_t colon = bs_str_find(text, BS_STR(": "), 0);
    return colon == SIZE_MAX ? text : bs_str_slice(text, 0, colon);
}

// Several flags of Eurostat in one cell, "bp", "de", "b p": the status is that of the first that
// says one.
static bool flags_status(bs_str flags, bs_value_status *status)
{
    enum { FLAGS_MAX = 3 };
    static const char known[] = "bcdefinprsuz";
    bool found = false;
    if (flags.len < 2 || flags.len > FLAGS_MAX) return false;
    for (size_t i = 0; i < flags.len; i++) {
        if (strchr(known, flags.ptr[i]) == NULL) return false;
        for (size_t k = 0; k < BS_COUNT(status_rows) && !found; k++) {
            found = status_rows[k].status != BS_STATUS_ACTUAL &&
                    status_rows[k].words[0] == flags.ptr[i] && status_rows[k].words[1] == ' ';
            if (found) *status = status_rows[k].status;
        }
    }
    return found;
}

bool bs__tidy_status(bs_str text, bs_value_status *status)
{
    static const bs_str noun = BS_STR_INIT("value");
    char buffer[NAME_BYTES_MAX];
    bs_str wanted = {buffer, normalize(buffer, before_colon(text))};
    if (wanted.len > noun.len && bs_str_ends(wanted, noun)) wanted.len -= noun.len;
    for (size_t i = 0; i < BS_COUNT(status_rows) && wanted.len > 0; i++) {
        if (!word_in(status_rows[i].words, wanted)) continue;
        *status = status_rows[i].status;
        return true;
    }
    return flags_status(wanted, status);
}

bool bs__tidy_missing(bs_str text, bs_state *state)
{
    char buffer[NAME_BYTES_MAX];
    bs_str wanted = {buffer, normalize(buffer, before_colon(text))};
    for (size_t i = 0; i < BS_COUNT(missing_rows) && wanted.len > 0; i++) {
        if (!word_in(missing_rows[i].words, wanted)) continue;
        *state = missing_rows[i].state;
        return true;
    }
    return false;
}
