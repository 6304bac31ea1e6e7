# Changes, flows, proportions and swings beside numbers of other things: all right.
cat > right.md <<'END'
순이익은 730억 원으로 전년보다 120억 원 늘었다. 전년 매출은 5,200억 원이었다.

수주잔고는 2,140억 원으로 지난해 말보다 270억 원 증가했다. 지난해 수주액은 1,870억 원이었다.

취업자는 2,870만 명으로 30만 명 늘었다. 지난해 9월 취업자는 2,845만 명이었다.

예금은 1,120조 원으로 한 달 새 12조 원 늘었다. 전년 말 예금은 1,050조 원이었다.

収入は120億円、支出は98億円、積立金は22億円である。

保険料収入120億円、運用収入12億円、支出98億円で、差引34億円の黒字となった。

今年の収入は120億円で、支出を除いた純流入は12億円だった。

资金流入120亿元，其中北向资金流入32亿元，流出20亿元，净流入12亿元。

외국인 자금은 주식에서 12억 달러 유입, 채권에서 5억 달러 유출돼 순유입은 7억 달러였다.

The fund had inflows of $12 million and outflows of $5 million; net inflows for the year were $40 million.

The loss of $12 million in 2033 followed a profit of $73 million, a drop in sales of $30 million being the cause.

A loss of $12 million was reported, against a profit of $73 million, as sales fell by $85 million to $300 million.

지난해 적자 120억 원을 낸 이 회사는 올해 730억 원 이익을 목표로 850억 원을 투자한다.

영업손실은 120억 원으로 전년 영업이익 73억 원 대비 적자 전환했고 매출은 193억 원 줄었다.

上年亏损1.2亿元，今年盈利7.3亿元，投资增加8.5亿元至20亿元。

Profit fell 12.7% to $89.4 million from $102.4 million, and revenue rose 9.7% from $81.5 million to $89.4 million.

Prices are 9.3% above the 2031 average of 441 and 7.3% below the peak of 520.

Output was 482 units, 9.3% above the target of 441 and 7.3% below capacity of 520.

Exports were down 12.7% from March and up 9.7% from $81.5 million a year before, at $89.4 million.

Rates were cut by 25 basis points from 6.25% to 6.0%, an improvement of $12 million a year for borrowers with loans of $5 billion.

The balance improved by $85 million to a surplus of $73 million; the services balance was a surplus of $12 million.

三次产业比例为1:2:3，其中第一产业12人。

能源消费结构中煤炭、石油、天然气比例为55:20:10，其余为非化石能源。

学历结构为博士12:硕士35:本科53。

三类用地结构为30:30:35。

贷款五级分类结构为98.2:1.1:0.4:0.2:0.1。

응답자 구성은 20대, 30대, 40대가 30:35:25이고 나머지는 50대다.

END
status bseries check right.md 2>&1
