# A loss that has become a profit, and the other way round: the change is what both come to together. Right, then wrong.
cat > right.md <<'END'
영업손익은 지난해 120억 원 적자에서 올해 730억 원 흑자로 850억 원 개선됐다.

영업손익은 지난해 120억 원 흑자에서 올해 730억 원 적자로 850억 원 악화됐다.

净利润由上年亏损1.2亿元转为盈利7.3亿元，增加8.5亿元。

純損益は前期の12億円の赤字から73億円の黒字に転換し、85億円改善した。

적자는 지난해 120억 원에서 올해 730억 원으로 610억 원 늘었다.

The deficit narrowed from $120 million to $73 million, an improvement of $47 million.
END
status bseries check right.md 2>&1
sed -e 's/850억/580억/' -e 's/8.5亿/5.8亿/' -e 's/85億/58億/' -e 's/610억/160억/' right.md > wrong.md
status bseries check wrong.md 2>&1
