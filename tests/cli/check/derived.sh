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

# Growth of an index beside it, which is about what the two differ by, too; and a total that is that of the year before
# by chance, since its parts add up to it.
cat > index.md <<'END'
구분	2020년	2021년	2022년	2023년	2024년	2025년
지수(2020=100)	100.0	100.1	99.9	101.9	102.2	103.2
증감률(%)	..	0.1	-0.2	2.0	0.3	1.0

(단위: 천 명)

연도	동부	서부	남부	북부	합계
2024	602	512	240	861	2,215
2025	611	531	233	880	2,255
2026	617	548	231	899	2,295
2027	621	556	229	924	2,330
2028	627	563	228	912	2,330
2029	630	541	226	905	2,302
END
bseries check index.md
sed 's/^2028.*/2028	627	563	228	902	2,330/' index.md > repeat.md
status bseries check repeat.md
