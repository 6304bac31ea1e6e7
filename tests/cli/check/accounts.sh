# Accounts that running text keeps: sums, net amounts, what is left, and what was there at the start and at the end.
cat > right.md <<'EOF'
# Finance 2024

General reserves stood at £62.8 million at the start of the year. After drawing down £12.0 million and adding £3.1 million of grant, they stood at £53.9 million at 31 March 2024.

Gross debt was €386.4 million and cash €141.9 million, so net debt stood at €244.5 million.

The interim dividend of 13.4p and the final dividend of 26.2p bring the total for the year to 39.6p.

# 結算

営業活動によるキャッシュ・フローは12,418百万円の収入、投資活動によるキャッシュ・フローは6,035百万円の支出、財務活動によるキャッシュ・フローは4,217百万円の支出となり、現金及び現金同等物は期首の18,926百万円から期末には21,092百万円となった。

# 결산 개요

- 전년도 이월액 412억 원에 세입 8,063억 원을 더한 총 재원은 8,475억 원이다.
- 이 가운데 7,986억 원을 집행하여 다음 연도 이월액은 489억 원이다.
EOF
status bseries check right.md 2>&1
sed 's/£12.0/£10.2/; s/€244.5/€424.5/; s/39.6p/36.9p/; s/4,217/4,127/; s/489억/849억/' right.md > wrong.md
status bseries check --format csv wrong.md
