# What looks wrong and is not: other wholes, other clauses, withheld cells, deficits that widen. Nothing is said of them.
cat > right.md <<'EOF'
# Notes of 2024

The average van costs €46,000, roughly €10,000 more than one with an engine, although the gap has narrowed from €15,000 in 2022.

In 2019/20, 24,000 trainees left, against 32,300 in 2021/22, an increase of 35%.

At 31 December 2023, 5.8 million people were waiting, 2.9% more than at the end of the previous year but down from the record 5.94 million reached in August.

The share of peat shrank from 30% to 22%, while wood lost 2 percentage points.

- 전국 항만은 2,418만TEU로 4.7% 증가
- 가람항은 1,836만TEU를 처리
- 가람항 환적화물은 1,012만TEU로 전체의 55.1%를 차지

수입 23조 1,204억원, 지출 24조 5,330억원으로 수지는 △1조 4,126억원이며, 전년 동기(△1조 1,890억원)보다 적자폭이 2,236억원 확대되었다.

은행 대출(3.1조원→3.8조원)은 늘었고, 정책 대출(+1.6조원→+1.1조원)은 증가폭이 줄었으며, 기타 대출(△0.4조원→+0.5조원)은 늘었다.

부채비율은 96.4%로 전년말(97.2%) 대비 하락하였다.

銀行結餘為29.3億港元，銀行借款總額為46.7億港元，其中約六成須於一年內償還。

分产品看，家具、灯具、配件分别实现收入14.62亿元、11.75亿元和4.90亿元，占比分别为44.5%、35.8%和14.9%。

收益率12.47%，同比下降0.68个百分点；成本收入比由28.3%降至27.1%。

受注高は511億円（前年同期比8.2%増）、当中間期末の受注残高は634億円（前期末比2.9%増）となりました。

Dairies processed 41.0 million litres in 2024. Bakeries used 7.4 million litres, and ice-cream makers 16.1 million litres. Schools took 29.5 million litres, or 27% of the total.

大剧院接待观众18.4万人次，其中外地观众占六成；科技馆接待观众52.6万人次。

按行业统计，文化体育及其他服务业的从业人员（7.42万人）及批发业（5.32万人）按季分别增加1.4%及0.7%，运输业（2.19万人）则减少1.9%。

Port throughput rose 240,000 tonnes to 41.6 million tonnes in August 2024; a year ago it was 39.2 million tonnes.

Installed power totals 9,930 MW, of which gas makes up 4,120 MW, wind 3,760 MW, solar 1,240 MW and hydro 210 MW.

物価（除く生鮮食品）の前年比は、2025年度2.6％、2026年度1.7％となり、4月時点の見通しと比べると、2025年度は0.4ポイント上振れている。

定員割れは309校、全体の52.8%で、前年度(58.9%)から6.1ポイント改善した。

Ferry fares brought in £2.8m, £450,000 more than planned, after day tickets went from £1.40 to £1.90.

上半年特快列車收入為152.6億元，佔總收入的31.4%；普通列車281.7億元，渡輪24.3億元。

令和5年度の高速バスの輸送人員は28億4千万人と、前年度から6.2％増加したものの、令和元年度の水準を11.9％下回っている。北部では19億2千万人（令和元年度比9.0％減）、その他の地域では9億2千万人（同17.5％減）であった。

Table: Approvals

| Region | Nov | Dec | Jan |
|---|---|---|---|
| Northern | 1,167 | 1,020 | 1,111 |
| Central | 902 | 690 | 702 |
| Islands | 28 | np | 25 |
| Total | 2,097 | 1,733 | 1,838 |

Table: Businesses, March 2024

| Region | Number | Change on year | Change (%) |
|---|---|---|---|
| Coast | 41,204 | +812 | +2.0 |
| Hills | 22,110 | -305 | -1.4 |
| Plain | 35,877 | +1,004 | +2.9 |
| Islands | 7,212 | +31 | +0.4 |
| All | 106,403 | +1,542 | +1.5 |
EOF
status bseries check right.md 2>&1
# The parts of the income of all are not those of the farmers'.
cat >income.txt <<'END'
云岭调查队：2025年前三季度居民收支情况

2025-10-20

前三季度，云岭市居民人均可支配收入31875元，同比名义增长5.1%。按住处分，城里居民人均可支配收入41250元，增长4.4%；乡下居民人均可支配收入18640元，增长6.3%。

（一）收入来源
1. 工资性收入。全市居民人均工资性收入18742元，增长5.6%，占可支配收入的比重为58.8%。
2. 经营净收入。人均5291元，增长4.7%，占比16.6%。
3. 财产净收入。人均2933元，增长2.1%，占比9.2%。
4. 转移净收入。人均4909元，增长5.3%，占比15.4%。
END
status bseries check income.txt 2>&1
# Changes beside levels are another column, and no rows of their sum.
cat >sheet.csv <<'END'
Balance sheet (in EUR thousand),,,
Assets,30.06.2024,31.12.2023,Change
Goodwill,"398,120","396,005","2,115"
Receivables,"79,340","83,012","(3,672)"
Cash,"118,206","95,877","22,329"
Total assets,"595,666","574,894","20,772"
END
status bseries check sheet.csv 2>&1
# A quarter of loss among profits, which its digits without the sign would not mend.
cat >loss.csv <<'END'
（単位：百万円）,,,,,
,2024年3月期,,,,2025年3月期
,第1四半期,第2四半期,第3四半期,第4四半期,第1四半期
売上高,"18,210","19,105","20,340","19,876","18,950"
営業利益,"1,131",942,"1,318",△115,824
営業利益率,6.2%,4.9%,6.5%,△0.6%,4.3%
END
status bseries check loss.csv 2>&1
# A row that ends early is still a part of the sums before its end.
cat >coal.txt <<'END'
Table 1.1  Electricity generation by fuel (TWh)

                 2024            2025
               Q1      Q2      Q1      Q2
Coal          0.9     0.0       -       -
Gas          24.6    17.8    26.9    16.3
Nuclear      10.3     9.1     9.9     9.2
Renewables   39.2    33.8    37.6    34.8
Other         4.1     4.9     4.0     3.9
Total        79.1    65.6    78.4    64.2
END
status bseries check coal.txt 2>&1
# Examples of what has moved a number are no levels of it.
cat >inactive.txt <<'END'
비경제활동인구는 육아(-7만4000명), 가사(9만6000명) 등 영향으로 지난해 같은 달보다 1만5000명(0.1%) 증가했다.
END
status bseries check inactive.txt 2>&1
# Rates that hardly move make no law of what they have to do with one another; what votes and turnout
# differ by is no rate; flows begin again with periods that stocks had; what is 100 itself is no part
# of the total above it; and nothing grows in eleven months.
cat >tables.md <<'END'
Bank lending rates, per cent a year

| Loans | Dec 2024 | Jun 2025 | Jul 2025 | Aug 2025 | Change on month |
|---|---|---|---|---|---|
| Deposits | 3.58 | 2.92 | 2.88 | 2.86 | -0.02 |
| Time deposits | 3.53 | 2.91 | 2.87 | 2.85 | -0.02 |
| Market instruments | 3.76 | 2.96 | 2.92 | 2.90 | -0.02 |
| Loans | 5.16 | 4.61 | 4.58 | 4.58 | 0.00 |
| Firms | 5.14 | 4.58 | 4.55 | 4.55 | 0.00 |
| Households | 5.24 | 4.73 | 4.72 | 4.69 | -0.03 |
| Margin | 1.58 | 1.69 | 1.70 | 1.72 | 0.02 |

表5　区別投票結果

| 区名 | 有権者数（人） | 投票者数（人） | 投票率（％） |
|---|---|---|---|
| 中央区 | 64,210 | 31,348 | 48.82 |
| 西区 | 58,930 | 26,905 | 45.66 |
| 南区 | 80,465 | 35,888 | 44.60 |
| 計 | 203,605 | 94,141 | 46.24 |
| 前回 | 201,350 | 101,062 | 50.19 |
| 差 | 2,255 | △6,921 | △3.95 |

산업별 취업자 (단위: 천명, %, 전년동월대비)

| | 2024. 10 | | 2025. 9 | | | 2025. 10 | |
|---|---|---|---|---|---|---|---|
| | 취업자 | 증감률 | 취업자 | 증감 | 증감률 | 취업자 | 증감률 |
| 전체 취업자 | 18,420 | 0.3 | 18,615 | 203 | 1.1 | 18,549 | 0.7 |
| 농림어업 | 1,030 | -4.0 | 936 | -94 | -9.1 | 951 | -7.7 |
| 제조업 | 2,840 | -0.7 | 2,801 | -40 | -1.4 | 2,809 | -1.1 |
| 건설업 | 1,318 | -4.3 | 1,232 | -54 | -4.2 | 1,239 | -6.0 |
| 보건복지 | 1,918 | 3.3 | 2,097 | 194 | 10.2 | 2,096 | 9.3 |

表３　市町村決算の状況（単位：百万円、％）

| 区分 | 令和6年度決算額 | 構成比 | 令和5年度決算額 |
|---|---|---|---|
| 歳入総額 | 412,604 | 100.0 | 405,118 |
| 地方税 | 131,220 | 31.8 | 133,904 |
| 地方交付税 | 96,817 | 23.5 | 93,050 |
| 国庫支出金 | 71,533 | 17.3 | 73,212 |
| その他 | 113,034 | 27.4 | 104,952 |
| 歳出総額 | 398,975 | 100.0 | 391,266 |

Table 12: Bank lending (EUR mn; annual growth rates in %)

| | Outstanding amount | | | Net flow | | Annual growth rate | |
|---|---|---|---|---|---|---|---|
| | Dec-24 | Aug-25 | Sep-25 | Aug-25 | Sep-25 | Aug-25 | Sep-25 |
| Housing | 44,310 | 45,702 | 45,890 | 131 | 188 | 4.4 | 4.6 |
| Consumption | 9,412 | 9,718 | 9,760 | 22 | 42 | 5.0 | 5.2 |
| Other | 7,482 | 7,460 | 7,465 | -5 | 5 | -0.4 | -0.3 |
END
status bseries check tables.md 2>&1
# A column whose head was read over the wrong numbers: one may be wrong, but not all of them.
cat >shifted.txt <<'END'
| Area | Share (%) | |
|---|---|---|
| North | 120,340 | 41.2 |
| South | 98,110 | 33.6 |
| East | 73,620 | 25.2 |
END
status bseries check shifted.txt 2>&1
# What was foreseen for a quarter is not what a table says of it, or of the one before.
cat >foreseen.md <<'END'
# 2025年第3季经济成长率概估

2025年第3季经济成长率概估为6.82%，较8月预测数2.74%增加4.08个百分点。

| 项目 | 2025年第2季 | 2025年第3季 |
|---|---:|---:|
| 经济成长率(%) | 7.35 | 6.82 |
| 民间消费(%) | 0.64 | 1.37 |
END
status bseries check foreseen.md 2>&1
# A change that fits a fall, where no word says that it was a rise.
cat >reduce.txt <<'END'
The committee decided to reduce the key rate by 25 basis points from 6.25% to 6.0%.
END
status bseries check reduce.txt 2>&1
# A profit that has lost its sign, or has got one: it stands among values of its size.
printf 'Item,2020,2021,2022,2023,2024\nOperating profit,"1,315","1,187","1,402","-1,240","1,294"\n' >sign.csv
status bseries check --format csv sign.csv
# A change against the level before it, which is not printed.
sed 's/+2.9 |/+2.6 |/' right.md > wrong.md
status bseries check --format csv wrong.md
# What minorities own is a part of 純資産 and none of the 自己資本 that its ratio is of.
cat > equity.txt <<'EOF'
2026年3月期　第1四半期決算短信
2025年8月7日

当四半期末の総資産は92,406百万円、負債合計は41,733百万円、純資産は50,673百万円となり、自己資本比率は54.1％となりました。
EOF
status bseries check equity.txt 2>&1
# A quarter that gives back what the one before it took.
cat >rebound.csv <<'END'
Quarter,Output growth on the quarter (%)
2018-Q4,0.4
2019-Q1,0.3
2019-Q2,0.6
2019-Q3,0.5
2019-Q4,0.4
2020-Q1,-11.8
2020-Q2,9.6
2020-Q3,0.7
2020-Q4,0.6
2021-Q1,0.8
2021-Q2,0.5
2021-Q3,0.4
2021-Q4,0.7
END
status bseries check rebound.csv 2>&1
# Key rates stand still and move by whole steps.
(
    echo "Month,Key rate (%)"
    for month in 2019-07 2019-08 2019-09 2019-10 2019-11 2019-12 2020-01 2020-02 2020-03 2020-04; do echo "$month,1.75"; done
    printf '2020-05,1.25\n2020-06,0.75\n2020-07,0.75\n'
    for month in 2020-08 2020-09 2020-10 2020-11 2020-12 2021-01; do echo "$month,1.00"; done
) >key.csv
status bseries check key.csv 2>&1
# What is taken off has its minus in the account only; another measure begins with a time of its own.
cat > half.md <<'EOM'
# Halden Bank, first half of 2024

Loan losses were EUR 16.5 million. Operating expenses were EUR 187.6 million.

| EUR million | H1 2024 | H1 2023 | FY 2023 |
|---|---|---|---|
| Operating expenses | -187.6 | -183.9 | -372.5 |
| Loan losses | -16.5 | -18.2 | -41.0 |

| Species | 2021, tonnes | 2022, tonnes | 2023, tonnes | 2022, NOK million | 2023, NOK million |
|---|---|---|---|---|---|
| Cod | 375,200 | 324,000 | 274,300 | 9,370 | 9,580 |
| Herring | 612,400 | 583,900 | 556,100 | 5,080 | 5,390 |
EOM
status bseries check half.md 2>&1
# A change since the month before beside the level of a year ago.
cat > waiting.md <<'EOM'
At the end of October 2024, 412,600 people were waiting, 5,900 fewer than a month earlier and 3.2% more than in October 2023 (399,800).
EOM
status bseries check waiting.md 2>&1
# A rate that moves little beside another line of changes in points is no running total of it.
printf '雇用\n\t2024年\t2025年\t2024年\t2025年\n\t1-3月\t4-6月\t7-9月\t10-12月\t1-3月\t12月\t1月\t2月\t3月\n失業率(%%)\t4.2\t4.1\t4.1\t4.0\t4.0\t4.0\t4.0\t4.0\t4.0\n就業率の前年差(%%ポイント)\t0.0\t-0.1\t-0.1\t0.1\t0.0\t0.1\t-0.3\t0.1\t0.2\n' >jobs.txt
status bseries check jobs.txt 2>&1
# More may be reached than was planned, and a plan of the beginning of the year is no level of then.
cat > budget.md <<'EOM'
港务部门完成1.72亿元，占调整预算101.3%，同比增长9.6%。船税4亿元，完成年初预算3.8亿元的105.3%。

2024年门票收入18542万元，完成年初预算45370万元的40.9%，比上年减收926万元，下降4.8%。甲市产值120亿元，占全省总产值600亿元的20%，同比增长5%。

2009年游览总收入累计达到38215.46亿元。其中，门票收入33104.20亿元；租船收入5111.26亿元。门票收入增收额占游览增收额的比重为88.3%，租船收入增收额占游览增收额的比重为11.7%。

6月份渔户贷款增加3416亿元，同比少增2875亿元，其中，短期贷款增加1962亿元；船厂贷款增加1.27万亿元，同比多增6034亿元。
EOM
status bseries check budget.md 2>&1
# A share with a name of its own is none of the number in front.
cat > patents.md <<'EOM'
The registry took in 812,000 claims in 2005. Of the total, 264,000 claims came by post, with rural ones representing 47.2 percent.
EOM
status bseries check patents.md 2>&1
# A percentage of a plan is no share of the account, nor is one of each row; what has been moved is another thing.
cat > plan.md <<'EOM'
# 2023年预算执行情况

2024年1月20日

基金收入完成36480万元，占年初任务数的76.4%，下降23.6%。其中泊位出租收入31260万元，占任务数的74.8%。新航线收入2917亿元，占比由上年的16.7%升至18.3%，拉动收入增长2.9个百分点。

| 科目 | 2023年预算数（万元） | 2023年执行数（万元） | 为预算（%） |
|---|---|---|---|
| 一、门票收入 | 46000 | 44712 | 97.20 |
| 二、租金收入 | 23000 | 24633 | 107.10 |
| 省里补助收入 | 148000 | 159470 | 107.75 |
| 借款收入 | | 31200 | |
| 收入总计 | 217000 | 260015 | 119.82 |
EOM
status bseries check plan.md 2>&1
# What something has risen by, with a particle in front of its verb, is no level.
cat > research.md <<'EOM'
2021년 섬의 관광 지출은 52조 4,300억원으로 전년(48.2조원)대비 4조 2,180억원(8.8%)이 증가하였음.
EOM
status bseries check research.md 2>&1
# A program leaves out the nought behind the point.
printf '# Mill\n\n| Item | 2031 | 2032 | 2033 | 2034 | 2035 | 2036 | 2037 | 2038 | 2039 |\n' > mill.md
printf '|---|---|---|---|---|---|---|---|---|---|\n' >> mill.md
printf '| Load (%%) | 85 | 85.7 | 86.5 | 86.8 | 86.9 | 86.8 | 86.9 | 86.9 | 87.0 |\n' >> mill.md
status bseries check mill.md 2>&1
# Rates among amounts that add up, losses with their shares, changes that are dealt, and levels behind another topic.
cat > rates.md <<'EOM'
区分 | 当月実績 (A) | 前年実績 (B) | 前年比 (A/B) | 当月計画 (C) | 計画比 (A/C) | |
---|---|---|---|---|---|---|
夜間 |
家庭 | 412 | 400 | 103.0 | 420 | 98.1 |
商店 | 305 | 310 | 98.4 | 300 | 101.7 | |
夜間計 | 717 | 710 | 101.0 | 720 | 99.6 | |
昼間 | 900 | 880 | 102.3 | 910 | 98.9 | |
販売計 | 1,617 | 1,590 | 101.7 | 1,630 | 99.2 |

구분 | 2022년 | 구성비(%) |
영업수익 | 610 | 100.0 |
영업손익 | -61 | -10.0 |
세전손익 | -55 | -9.0 |

소극장은 52.5곳에서 52.8곳으로, 서점은 41.4곳에서 42.1곳으로 각각 0.3곳, 0.7곳이 증가했다.

2022년 내과 진료는 28만 415건으로 2021년보다 1만 2,700건이 감소했으며, 외과 진료의 경우 2021년 363만 820건에서 371만 5,000건으로 늘어났다.
EOM
status bseries check rates.md 2>&1
# A level in brackets behind the name of somebody else is no earlier one.
echo '섬의 연구 집약도는 전년 대비 0.11%p 상승한 2.54%로 본토(2.2%)보다 높았으며 이웃 섬(2.7%)을 뒤쫓는다.' > intensity.md
status bseries check intensity.md 2>&1
# A rate of how many among rates of money, a share of last year's sales, and one of output that is counted otherwise.
cat > rates2.md <<'END'
이월 예산은 모두 512건에 4,150억원으로 지난해 640건·5,000억원과 비교해 건수로는 20.0%, 금액으로는 17.0%가 줄었다.
END
cat > sales.md <<'END'
Third quarter of fiscal 2031 compared to the third quarter of fiscal 2030:

- Sales of $221.5 million increased 10.0%
- Income of $24.2 million, 10.9% of sales; adjusted income of $23.4 million, 10.6% of sales compared to $18.8 million, 8.8% of sales.
END
cat > output.md <<'END'
2031年,全国发电量84125.3亿千瓦时。

2031年,风力发电量为2.21万亿千瓦时。全口径清洁能源发电量2.71万亿千瓦时,占全国全口径发电量的32.9%。
END
status bseries check rates2.md 2>&1
status bseries check sales.md 2>&1
status bseries check output.md 2>&1
# Changes of a row are no levels that a rate elsewhere could be the growth of.
cat > shops.md <<'END'
22 March 2031

Ferry fares rose 1.5% on a year-over-year basis in February, up from a 1.4% increase in January.

| December 2030 | November to December 2030 | December 2029 to December 2030 | |
|---|---|---|---|
| millions of dollars | % change | % change | |
| Shops on the quay | 47,657 | 0.0 | 1.7 |
| Market halls | 35,559 | -0.1 | 1.8 |
| Kiosks | 9,672 | 1.2 | 1.0 |
END
status bseries check shops.md 2>&1
# A ratio to something else may be more than 100, and stands below no level that it could be the growth of; no amount
# is a share of a balance.
cat > debts.md <<'END'
(단위 : 조원, %)

| 구분 | 2027 | 2028 | 2029 | 2030 |
|---|---|---|---|---|
| 가계신용 | 1,512.4 | 1,575.9 | 1,702.0 | 1,834.8 |
| (증가율) | 5.9 | 4.2 | 8.0 | 7.8 |
| 가계대출 | 1,420.2 | 1,478.4 | 1,604.1 | 1,727.6 |
| (증가율) | 5.4 | 4.1 | 8.5 | 7.7 |
| 판매신용 | 92.2 | 97.5 | 97.9 | 107.2 |
| 처분가능소득 대비 비율 | 154.3 | 156.8 | 171.4 | 173.9 |
END
cat > cars.md <<'END'
対岸国との貿易黒字は6兆4120億円で、前年度を1.2%下回った。機械の輸出は4兆円を超え、全体の約4割に当たる。
END
status bseries check debts.md 2>&1
status bseries check cars.md 2>&1
# By how much more something grew in another month is no level.
cat > loans.md <<'END'
대출 잔액은 1,087조 2천억 원으로 전월보다 1조 7천억 원 늘어 증가폭이 9월(+5.1조 원)에 비해 크게 축소됐다.
END
status bseries check loans.md 2>&1
# Each share is of a whole that stands in its bracket.
cat > holdings.md <<'END'
‘31.10월말 외국인은 국내 상장주식 712.4조원(시가총액의 28.1%), 상장채권 251.3조원(상장잔액의 10.6%) 등 총 963.7조원의 상장증권을 보유
END
status bseries check holdings.md 2>&1
# One measure of two groups: neither is what the other has come from.
cat > rates.md <<'END'
失業率は5.1%で、前月に比べ0.2ポイント低下した。男性は5.3%で前月と同率、女性は4.8%で前月より0.4ポイント低下した。
END
status bseries check rates.md 2>&1
# How much it was when it was last so low is no base of the rate.
cat > since.md <<'END'
廃業件数は、前年同月比142件減(12.4%減)で、2027年5月(1,012件)以来、2年ぶりに1,020件を下回った。
END
status bseries check since.md 2>&1
# An amount with a time in front of its name is what the change has come from.
cat > plan.md <<'END'
군은 2031년 본예산(3,412억 원) 대비 423억 원(12.4%) 늘린 예산을 냈다. 이는 2031년 본예산(3,412억 원) 대비 423억 원(12.4%) 증가했다.
END
status bseries check plan.md 2>&1
# A rate that the change is of the level beside it is of that level, however it is called.
cat > bases.md <<'END'
收入比2031年预算（3412亿元）增加423亿元（12.4%），支出较调整预算（2811亿元）减少141亿元，下降5.0%。收入3835亿元，比预算数3412亿元增加423亿元，增长12.4%。

세출은 추경예산(3,412억 원)보다 423억 원(12.4%) 늘었다.

歳出は補正後予算（3,412億円）から423億円（12.4％）増えた。

Spending rose by £423 million (12.4%) from the plan of £3,412 million.
END
status bseries check bases.md 2>&1
# Lists of shares one under the other are of one whole where their parts are of one size.
cat > sizes.md <<'END'
응답자 1,104명 중 남성이 561명(50.8%), 여성이 543명(49.2%)이며, 20대는 212명(19.2%)이다.

취업자는 2,766만 명으로 1년 전보다 16만 명(0.6%) 늘었고, 이 가운데 상용직은 1,574만 명(56.9%)으로 21만 명 증가했다.
END
status bseries check sizes.md 2>&1
# What the owners are due (应占) is no share of a whole.
cat > owners.md <<'END'
| 项目 | 与去年比较 | 2044年 | 2043年 |
|---|---|---|---|
| 股东应占溢利 | -9.1% | 700 | 770 |
| 本公司擁有人應佔虧損 | -4.0% | 48 | 50 |
END
status bseries check owners.md 2>&1
# A rate since last year and the level of last month or quarter, or the other way round; and what makes up the rest.
cat > other-bases.md <<'END'
本季營收為新台幣180億元，季增20.0%，年增12.5%，上季為150億元，去年同期為160億元。

11月产量63万吨，同比增长5.0%，上月为70万吨，上年同期为60万吨。

四季度收入88亿元，环比增长10.0%，去年同期为110亿元，上季度为80亿元。

9월 생산은 63만 톤으로 전년동월대비 5.0% 증가하였고, 전월은 70만 톤이었다.

Pulp made up 64% of output, or 320,000 tonnes, with board making up the remaining 36%, or 180,000 tonnes, of the 500,000 tonnes in total.
END
status bseries check other-bases.md 2>&1
