# Densities, sizes of households, rates per thousand and earnings in pence, in running text.
cat > right.md <<'EOF'
# County in figures, 2023

The county has 642,300 residents in 268,900 households, an average of 2.39 people per household. With an area of 1,876.4 sq km, population density is 342 people per sq km.

There were 34,210 casualties in 2023, against a population of 5,438,000. The casualty rate was 6.29 per 1,000 people.

Profit after tax of £79.3m on 412.5 million shares gives basic earnings per share of 19.2p.

# 나래구 인구 현황

2023년 말 인구는 348,214명, 세대수는 152,907세대로 세대당 인구는 2.28명이다. 면적은 24.59㎢이며 인구밀도는 ㎢당 14,161명이다.

# 人口変动

2023年末常住人口412.6万人。全年出生人口2.72万人，出生率为6.59‰；死亡人口2.95万人，死亡率为7.15‰。

# みなと市の人口

2023年の出生数は1,648人、12月31日現在の人口は235,129人であった。人口千人当たりの出生率は7.01である。
EOF
status bseries check right.md 2>&1
sed 's/2\.39/3.29/; s/342 p/432 p/; s/6\.29/2.69/; s/19\.2p/91.2p/; s/14,161/14,611/; s/7\.15/71.5/; s/7\.01/7.10/' right.md > wrong.md
status bseries check --format csv wrong.md
