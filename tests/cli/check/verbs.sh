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
