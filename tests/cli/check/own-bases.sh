# Several rates of one level, each with its own base beside it; bases behind "than" and "above"; rates that move: right, then wrong.
cat > right.md <<'END'
아파트 거래량은 486건으로 지난달 450건보다 8.0% 늘었고, 1년 전 540건과 비교하면 10.0% 줄었다.

매출은 486억 원으로 전월 대비(450억 원) 8.0% 늘고 전년 동월 대비(540억 원) 10.0% 줄었다.

成約件数は486件で、前月の450件に比べ8.0%増、前年同月の540件に比べ10.0%減となった。

住宅成交486套，环比（450套）增长8.0%，同比（540套）下降10.0%。

Sales reached 486 units, 8.0% above the 450 of April.

Steel output came to 1,420 thousand tonnes, 115 thousand tonnes more than the 1,305 thousand tonnes of 2031.

Headcount rose by 710 to 12,540, a 6.0% increase on the previous year.

물가상승률은 1.9%에서 2.5%로 0.6%p 확대되었다.

대기업은 건설업이 전년도 대비 7.2% 증가(전회 대비 0.3%p 감소), 운수업이 3.8% 증가(0.6%p 감소)했다.

物価上昇率は1.9%から2.5%へと0.6ポイント拡大した。

建設業が前年度比7.2%増(前回比0.3ポイント減)、運輸業が同3.8%増(同0.6ポイント減)となった。

保证金比例由原来的20%提高到30%，提高10个百分点。
END
status bseries check right.md 2>&1
sed -e 's/10.0%/16.0%/' -e 's/8.0% above/9.0% above/' -e 's/115 th/151 th/' -e 's/6.0% inc/9.0% inc/' -e 's/0.6%p/0.9%p/' -e 's/0.6ポ/0.9ポ/' -e 's/提高10个/提高16个/' right.md > wrong.md
status bseries check -f csv wrong.md 2>&1 | cut -d, -f 2-6,9,10
# Bases behind their rates, one after the other, flows and their net, and a level told in the next sentence.
cat > behind.md <<'END'
Net profit was $89.4 million, down 12.7% from $102.4 million in March and up 9.7% from $81.5 million a year before.

Sales reached 482 units, 9.3% above the 441 of April but 7.3% below the 520 of a year ago.

경영 현금 유입 15.6억 원, 유출 3.9억 원으로 순유입은 11.7억 원이다.

经营现金流入15.6亿元，流出3.9亿元，净额11.7亿元。

수주잔고는 2,140억 원으로 지난해 말보다 270억 원 증가했다. 지난해 말 수주잔고는 1,870억 원이었다.
END
status bseries check behind.md 2>&1
sed -e 's/up 9.7%/up 7.9%/' -e 's/7.3% below/3.7% below/' -e 's/11.7억/17.1억/' -e 's/11.7亿/17.1亿/' -e 's/1,870억/1,780억/' behind.md > wrong.md
status bseries check -f csv wrong.md 2>&1 | cut -d, -f 2-6,9,10
