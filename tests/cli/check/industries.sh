# A product and its three industries, and the proportion that they are in: right, then wrong.
cat > right.md <<'END'
2034年全市地区生产总值4820.6亿元，比上年增长5.2%。其中，第一产业增加值386.4亿元，增长3.1%；第二产业增加值1928.7亿元，增长5.6%；第三产业增加值2505.5亿元，增长5.3%。三次产业结构由上年的8.2:40.3:51.5调整为8.0:40.0:52.0。

| 指标 | 绝对额（亿元） | 比上年增长（%） | 比重（%） |
|---|---|---|---|
| 地区生产总值 | 4820.6 | 5.2 | 100.0 |
| 第一产业 | 386.4 | 3.1 | 8.0 |
| 第二产业 | 1928.7 | 5.6 | 40.0 |
| 第三产业 | 2505.5 | 5.3 | 52.0 |
END
status bseries check right.md 2>&1
sed -e 's/1928.7亿元/1982.7亿元/' -e 's/8.2:40.3/8.2:43.0/' -e 's/| 2505.5/| 2550.5/' right.md > wrong.md
status bseries check wrong.md 2>&1
