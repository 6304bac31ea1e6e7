# Tables whose headings say how their numbers belong together: 65 in a heading is no number of the column, quarters add up to
# the year beside them, growth on the quarter is that of index numbers, and a total may be called by the caption alone.
cat > wrong.md <<'END'
# Statistics

12 March 2025

Table 1. Population by district, 2024

| District | Population | Aged 65 and over |
|---|---|---|
| Oldtown | 61,240 | 12,861 |
| Hillside | 40,115 | 88,021 |
| Shore | 28,930 | 7,522 |
| Total | 130,285 | 28,404 |

Table 2. Quarterly output (kt)

| | Q1 | Q2 | Q3 | Q4 | Year |
|---|---|---|---|---|---|
| 2023 | 50.3 | 41.9 | 44.8 | 49.8 | 186.8 |
| 2024 | 51.9 | 42.2 | 43.7 | 49.8 | 17.6 |

Table 3. Consumer price index by group (2015 = 100)

| Group | Q4 2023 | Q1 2024 | On the quarter (%) |
|---|---|---|---|
| Food | 137.9 | 139.5 | 1.2 |
| Housing | 124.4 | 125.6 | 1.0 |
| Transport | 125.7 | 127.2 | 6.2 |
| Clothing | 107.7 | 106.1 | -1.5 |
| All items | 127.2 | 128.4 | 0.9 |

Food prices rose 5.2% in the first quarter of 2024, from 136.2 to 139.5. Sales rose to 264.1 kt in 2024 from 247.3 kt in 2023, an
increase of 8.6%.

표 4 소매 판매액 (단위: 억 원)

| 구분 | 2023년 | 2024년 |
|---|---|---|
| 도시 | 6,588.2 | 7,012.5 |
| 농촌 | 1,335.7 | 1,438.6 |
| 합계 | 7,923.9 | 8,451.1 |

2024년 소매 판매액은 8,451.1억 원으로 전년 대비 7.6% 증가했다. 도시 판매는 7,012.5억 원, 농촌 판매는 1,458.6억 원이었다.
END
status bseries check --format csv wrong.md
# Shares in the order of names that stand in the sentence before; a rate that compares with another year than the level beside it.
cat > right.md <<'END'
# 公报

2024年10月9日

各类企业经费支出652.8亿元，政府属研究机构经费支出121.7亿元，高等学校经费支出84.6亿元。企业、政府属研究机构、高等学校经费支出所占比重分别为76.0%、14.2%和9.8%。

In 2023 output was 142.6 TWh, 3.4% less than in 2022 (147.6 TWh) and 2% above 2019.
END
status bseries check right.md 2>&1
