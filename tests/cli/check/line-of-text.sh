# Changes, rates and shares in running text that a table only gives the levels for.
cat > right.md <<'EOF'
# Revenue outturn 2023/24

Adult care overspent by £6.7 million and highways underspent by £2.2 million.

| Service | Budget (£m) | Outturn (£m) | Variance (£m) |
|---|---|---|---|
| Education | 214.6 | 217.1 | +2.5 |
| Adult care | 138.2 | 144.9 | +6.7 |
| Highways | 41.7 | 39.5 | -2.2 |
| Waste | 33.9 | 34.2 | +0.3 |
| Total | 428.4 | 435.7 | +7.3 |

## みなと市の人口動態

出生数は前年より83人（4.8％）減少した。

| 年 | 出生 | 死亡 |
|---|---|---|
| 2021年 | 1,795 | 2,287 |
| 2022年 | 1,731 | 2,419 |
| 2023年 | 1,648 | 2,466 |

## 매출 현황

디스플레이 부문은 전년보다 315억 원 감소했다.

<표> 부문별 매출 (단위: 억 원)

| 부문 | 2022년 | 2023년 |
|---|---|---|
| 반도체 | 18,234 | 23,918 |
| 디스플레이 | 7,421 | 7,106 |

## 地区生产总值

第二产业增加值比上年增加76.4亿元。

| 产业 | 2022年（亿元） | 2023年（亿元） |
|---|---|---|
| 第一产业 | 179.8 | 186.4 |
| 第二产业 | 1466.3 | 1542.7 |
EOF
status bseries check right.md 2>&1
sed 's/£6.7 m/£7.6 m/; s/£2.2 m/£2.8 m/; s/83人/38人/; s/4.8％/4.3％/; s/315억/3154억/; s/76.4亿/726.4亿/' right.md > wrong.md
status bseries check --format csv wrong.md
