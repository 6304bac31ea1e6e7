# Growth in constant prices beside levels in those of the year: both are right, and do not fit.
cat > right.md <<'END'
2024年全县地区生产总值412.6亿元，上年为391.3亿元，增长6.3%。

2024년 지역내총생산은 61.4조 원으로 전년(58.6조 원)보다 3.0% 성장했다.

GDP was $4.12 trillion in 2024, up 1.9% from $3.91 trillion in 2023.

令和6年度の県内総生産は6兆1,400億円で、前年度の5兆8,600億円から2.2％増加した。

主要指标

指标	单位	2023年	2024年	比上年增长（%）
地区生产总值	亿元	391.3	412.6	6.3
第一产业增加值	亿元	52.1	53.4	3.6
进出口总额	亿元	88.0	92.4	5.0
粮食产量	万吨	61.2	62.9	2.8
接待游客	万人次	705	812	15.2
END
bseries check right.md

# A rate that prices cannot explain, and levels that are told to be in the prices of their years.
cat > wrong.md <<'END'
2024年全县地区生产总值412.6亿元，上年为391.3亿元，增长63%。

2024년 명목 국내총생산은 2,540조 원으로 전년의 2,409조 원보다 4.5% 늘었다.
END
status bseries check wrong.md

# Every row is in its own unit: what grew is read along the row.
cat > units.md <<'END'
产品名称	单位	2023年	2024年	比上年增长（%）
水泥	万吨	412	398	-3.4
布	万米	1520	1634	7.5
自行车	万辆	88	97	10.2
发电量	亿千瓦时	236	251	4.6
END
status bseries check units.md
