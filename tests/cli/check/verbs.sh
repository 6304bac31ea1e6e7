# What verbs of budgets, staff and prices say of two levels: right first, then wrong.
cat > right.md <<'END'
도로 예산은 2034년 1,200억 원에서 2035년 1,500억 원으로 300억 원(25%) 증액됐다.

홍보비는 2034년 1,500억 원에서 2035년 1,200억 원으로 300억 원(20%) 감액됐다.

米は前年の2,344円から56円値上がりし、2,400円となった。

水价由去年的每立方米5.00元上调6%至5.30元。
END
status bseries check right.md 2>&1
sed -e 's/(25%)/(35%)/' -e 's/(20%)/(25%)/' -e 's/56円/65円/' -e 's/上调6%/上调8%/' right.md > wrong.md
status bseries check wrong.md 2>&1
# A change right behind its rate, and a level whose time stands between it and "from": right, then wrong.
cat > behind.md <<'END'
全市一般公共预算收入612亿元，同比增长2.0%，增收12亿元。

快递业务量2.4亿件，同比增长20%，净增4000万件。

产量从2030年的520万吨增至572万吨，五年增长10%。

利润总额从去年同期的210亿元增至231亿元，增幅10%。

收入612亿元，增长2.0%；支出540亿元，增加30亿元。

세수는 612억 원으로 전년보다 2.0%, 12억 원 늘었다.

歳入は612億円で、前年度比2.0%、12億円の増加となった。

Revenue was $612 million, up 2.0%, or $12 million, from last year.
END
status bseries check behind.md 2>&1
sed -e 's/2.0%，增收/3.0%，增收/' -e 's/2.0%, 12/3.0%, 12/' -e 's/2.0%、/3.0%、/' -e 's/up 2.0%/up 3.0%/' -e 's/20%/40%/' -e 's/10%/20%/' behind.md > wrong.md
status bseries check -f csv wrong.md 2>&1
