# What was reached of a plan may exceed it, and is no share of what else the sentence counts; a plan that a percentage
# is of is no level that anything rose from.
cat > right.txt <<'END'
5月，修路支出合计完成63418万元，完成年初预算数148520万元的42.7%，比上年减支5190万元，下降7.6%。

港区收入完成36,412万元，占调整预算的103.26%，同比增长12.74%，增收4,115万元；其中码头完成17,930万元，占调整预算的101.58%。

全县计划种草61.4万亩，已完成种草47.3万亩，占任务的94.6%。

세외수입은 2조 4,300억원으로 목표 5조원의 48.6%였으며 전년보다 3천억원(14.1%) 늘었다.

志願者5,400人に対し合格は860人で、目標の78.2%にすぎなかった。

The ferry line has hired 3,860 sailors, 77.2% of its target, out of 5,900 candidates.

執行額は84億円で予算額100億円の84％となり、前年度より5億円（6.3％）増えた。
END
status bseries check right.txt 2>&1
sed 's/的42\.7%/的47.2%/; s/7\.6%/6.7%/; s/12\.74%/17.24%/; s/14\.1%/11.4%/; s/84％/48％/' right.txt > wrong.txt
status bseries check --format csv wrong.txt
# What is planned has a growth of its own.
cat > budget.txt <<'END'
2025년 예산은 673조원으로 전년(657조원)보다 4.2% 늘었다.
END
status bseries check --format csv budget.txt
# A part that is of a greater whole than the one in front, which says its own share of it.
cat > greater.txt <<'END'
漁業の生産額は4兆2,650億円で総生産額の62%にあたる。うち貝は1兆1,690億円で生産額の17%を占める。
END
status bseries check greater.txt 2>&1
sed 's/17%/27%/' greater.txt > own.txt
status bseries check own.txt 2>&1
