# Right arithmetic with two bases, several wholes and totals, in four languages: nothing is wrong.
cat > bases.md <<'END'
3분기 매출은 1조 2,600억 원으로 전 분기(1조 2,000억 원)보다 5.0%, 전년 동기(1조 1,200억 원)보다 12.5% 증가했다.

올해 1~9월 누적 수출은 4,680억 달러로 연간 목표 6,500억 달러의 72.0%를 달성했으며, 9월 한 달 수출은 546억 달러로 6.8%(35억 달러) 늘었다.

국민 1인당 쌀 소비량은 55.8kg으로 10년 전 65.1kg보다 9.3kg(14.3%) 적다.

상장사 2,400곳 중 1,560곳(65.0%)이 흑자를 냈고 840곳(35.0%)이 적자를 냈으며, 흑자 기업은 작년보다 60곳 늘었다.

공공요금은 3.3㎡당 2,000원에서 2,200원으로 10% 오른다.

가계대출은 전월보다 4조 2,000억 원 늘어 증가폭이 8월(5조 6,000억 원)보다 1조 4,000억 원 줄었다.

서울은 2.4%, 경기는 1.8%, 인천은 0.6% 올랐으며 세 지역의 평균은 1.6%다.

第三季度营收126亿元，环比增长5.0%（上季度120亿元），同比增长12.5%（去年同期112亿元）。

9月新增贷款320亿元，比上月多增40亿元，比去年同期少增20亿元；8月新增280亿元，去年9月新增340亿元。

全年出口936亿元，占全国的1.2%，比重比上年提高0.1个百分点，位次由第20位升至第18位。

去年该市城镇居民人均可支配收入38500元，比农村居民19800元高18700元，是农村居民的1.94倍。

A产品销量由120万台下降到108万台，下降10%，B产品由80万台增加到92万台，增长15%，两者合计由200万台变为200万台。

计划生育率98.5%，比目标95%高3.5个百分点。

7〜9月期は前期（1,200億円）比5.0%、前年同期（1,120億円）比12.5%それぞれ増加し、1,260億円となった。

家計の消費支出は29万4,000円で、前年同月の28万円から1万4,000円、率にして5.0%増えた。

就業者は6,708万人、完全失業者は172万人で、労働力人口は6,880万人。失業率は2.5%で前月の2.6%から0.1ポイント低下した。

輸出は前年同月比6.0%増の9兆5,400億円、輸入は2.0%減の9兆1,140億円で、4,260億円の黒字。前年同月の輸出は9兆円、輸入は9兆3,000億円で3,000億円の赤字だった。

国の借金は1,200兆円で、国民1人当たり1,000万円、国内総生産600兆円の2倍に当たる。

Sales rose to $1.26 billion, 5.0% more than in the second quarter ($1.20 billion) and 12.5% more than a year before ($1.12 billion).

Net new lending was $3.2 billion in September, $400 million more than in August ($2.8 billion) and $200 million less than a year before ($3.4 billion).

The tax will rise from 5% to 8%, costing the average household $240 a year, or $20 a month.

Of the 12.4 million visitors, 10.54 million (85%) were domestic and 1.86 million (15%) foreign; spending averaged $320 a head, $3.97 billion in all.

The bank cut its forecast by 0.3 points to 1.2%, from 1.5% in March, and sees 2.1% next year.

Exports to Asia were up 12% at $28.4 billion, 30% of the total, while those to Europe fell 4% to $19.6 billion (21%).

A kilo of rice costs $2.40, 20% more than last year's $2.00, and a litre of oil $3.60, down 10% from $4.00.

Employment grew by 29,000 over the year, or 1.1%, to 2,641,000; full-time jobs rose by 16,000 (0.9%) to 1,896,000 and part-time jobs by 13,000 (1.8%) to 745,000.

营收126亿元，环比增长5.0%（上季度120亿元），同比增长12.5%。

매출은 1조 2,600억 원으로 5.0%(전 분기 1조 2,000억 원), 12.5%(전년 동기 1조 1,200억 원) 늘었다.

売上高は1,260億円で前期比5.0%増（前期は1,200億円）、前年同期比12.5%増（同1,120億円）。
END
status bseries check bases.md 2>&1
# Each of the rates has its own base.
sed -e 's/增长12.5%（去年/增长15.2%（去年/' -e 's/比12.5%増（同/比15.2%増（同/' bases.md > wrong.md
status bseries check --format csv wrong.md 2>&1
