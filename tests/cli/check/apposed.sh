# A percentage beside a part, without a word that calls it a share: 100 of 500 is 20 %, 1,000 of 4,000 is 25 %.
cat > wrong.md <<'END'
# Annual report

2024-03-01

Sales were 500 million dollars in 2023, of which 100 million dollars, or 30%, went abroad.

In 2023 the town had 4,000 households, of whom 1,000 (52%) owned a car.

2023년 매출은 500억원이며, 이 중 100억원(30%)이 해외에서 나왔다.

2023년 직원 4,000명 가운데 1,000명, 즉 52%가 여성이다.

2023年销售收入500亿元，其中出口100亿元（30%）。

2023年の売上高は500億円で、うち輸出は100億円（30%）だった。
END
status bseries check --format csv wrong.md
# The right ones, and percentages beside parts that are rates of something else.
cat > right.md <<'END'
# Annual report

2024-03-01

Sales were 500 million dollars in 2023, of which 100 million dollars, or 20%, went abroad.

Of the 4,000 households asked in 2023, 1,000 (25%) owned a car.

Exports rose to 500 million dollars in 2023, of which chips 100 million dollars (9.5%).

Lending in 2023 came to 500 million dollars, of which 100 million dollars at 3.5%.

2023년 매출은 500억원이며, 이 중 국내가 300억원(60%), 해외가 200억원(40%)이다.

2023년 수출은 전년보다 7.1% 늘어난 500억원이며, 이 중 자동차가 100억원(9.5%)이다.

2023年销售收入500亿元，其中出口100亿元（20%）。

2023年の売上高は500億円で、うち輸出は100億円（20%）だった。
END
status bseries check right.md 2>&1
# A share of a year ago, and one of several parts together, are not of the part in front.
cat > others.md <<'END'
# Retail sales

18 January 2024

Total retail sales were $1,850.2 billion in the fourth quarter of 2023. Online sales accounted for $285.2 billion, or 15.4% of total sales, against 14.7% a year ago.

In 2023 food stores sold $983.0 billion, motor dealers $1,609.3 billion; together they made up 35.8% of all sales of $7,240.0 billion.
END
status bseries check others.md 2>&1
# One part, then the breakdown of the total, with a value that is missing: the total is that of the breakdown.
cat > retail.md <<'END'
| 指标 | 10月（亿元） | 1-10月（亿元） |
|---|---|---|
| 零售总额 | 45396 | 398960 |
| 其中：网上零售额 | - | 103330 |
| 按经营地分 | | |
| 城镇 | 39255 | 345124 |
| 乡村 | 6141 | 53836 |
END
status bseries check retail.md 2>&1
sed 's/345124/354124/' retail.md > wrong-retail.md
status bseries check --format csv wrong-retail.md
