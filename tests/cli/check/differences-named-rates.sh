# A column called 前年同期比 that holds differences is not held to be one of impossible rates; a rate
# of change below -100 still is.
cat > right.md <<'END'
# 令和2年の火災

| 種別 | 件数 | 構成比 | 前年同期比 | 増減率 |
|---|---|---|---|---|
| 建物 | 13,164 | 92.7% | ▲1,546 | -10.5% |
| 車両 | 879 | 6.2% | ▲271 | -23.6% |
| 船舶 | 161 | 1.1% | 7 | 4.5% |
END
status bseries check right.md 2>&1
sed -e 's/-10.5%/-110.5%/' right.md > wrong.md
status bseries check -f csv wrong.md 2>&1 | cut -d, -f 2-6,9,10
