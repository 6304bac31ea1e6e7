# What was reached of a plan may exceed it, and is no share of what else the sentence counts; a plan that a percentage
# is of is no level that anything rose from.
cat > right.txt <<'END'
4月，公共预算支出累计完成107752万元，完成年初预算数257288万元的41.9%，比上年减支9240万元，下降7.9%。

县级收入完成28,583万元，占调整预算的105.47%，同比增长10.85%，增收2,798万元；其中税务部门完成13,866万元，占调整预算的100.93%。

全县计划造林52.6万亩，已完成造林38.2万亩，占任务的95.5%。

세외수입은 2조 4,300억원으로 목표 5조원의 48.6%였으며 전년보다 3천억원(14.1%) 늘었다.

応募者6,300人に対し採用は980人で、目標の81.7%にとどまった。

The agency has hired 4,120 officers, 82.4% of its target, out of 6,300 applicants.

執行額は84億円で予算額100億円の84％となり、前年度より5億円（6.3％）増えた。
END
status bseries check right.txt 2>&1
sed 's/的41\.9%/的49.1%/; s/7\.9%/9.7%/; s/10\.85%/18.05%/; s/14\.1%/11.4%/; s/84％/48％/' right.txt > wrong.txt
status bseries check --format csv wrong.txt
# What is planned has a growth of its own.
cat > budget.txt <<'END'
2025년 예산은 673조원으로 전년(657조원)보다 4.2% 늘었다.
END
status bseries check --format csv budget.txt
# A part that is of a greater whole than the one in front, which says its own share of it.
cat > greater.txt <<'END'
畑作の産出額は5兆5,120億円で総産出額の68%を占める。うち麦は1兆5,510億円で産出額の19%を占める。
END
status bseries check greater.txt 2>&1
sed 's/19%/28%/' greater.txt > own.txt
status bseries check own.txt 2>&1
