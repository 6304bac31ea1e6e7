# What is worked out from other numbers may leap as they do.
cat > right.md <<'END'
TWh	2020	2021	2022	2023	2024
Solar	251	274	286	305	331
Annual growth (%)	..	9.2	4.4	6.6	8.5

（単位：億円）

年	2020	2021	2022	2023	2024
部品	1,942	2,082	1,305	3,941	1,382
対前年比（％）	-	107.2	62.7	302.0	35.1
END
bseries check right.md

# A wrong rate, and a wrong level that two rates speak of.
sed 's/4\.4/9.4/; s/1,305/1,805/' right.md > wrong.md
status bseries check wrong.md

# A mean growth by the year is not that of the years in a table.
cat > mean.md <<'END'
설비용량은 2021년 41GW에서 2025년 78GW로 늘어 연평균 증가율은 17.4%다.

표 1. 설비용량 (단위: GW, %)

연도	2021	2022	2023	2024	2025
용량	41	48	58	70	78
증가율	-	17.1	20.8	20.7	11.4
END
bseries check mean.md

# Shares that were made to add up to 100; the second table is 0.1 short, and one of its shares is wrong.
cat > adjusted.md <<'END'
生产总值10002亿元，其中第一产业增加值580亿元，第二产业增加值4482亿元，第三产业增加值4940亿元。三次产业结构为5.8:44.9:49.3。

구분	금액(억 원)	구성비(%)
인건비	1,234	33.5
운영비	1,222	33.3
사업비	1,219	33.2
합계	3,675	100.0
END
bseries check adjusted.md
sed 's/33\.3/33.1/' adjusted.md > off.md
status bseries check off.md
