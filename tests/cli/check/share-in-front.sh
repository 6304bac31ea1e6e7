# Shares in front of the amounts that they are: right, then wrong.
cat > right.md <<'END'
대출 잔액 1,820억 원 중 80%인 1,456억 원이 변동금리다.

응답자 1,200명 가운데 45%에 해당하는 540명이 찬성했다.

回答者1,200人のうち45%の540人が賛成した。

貸出残高1,820億円の80%に当たる1,456億円が変動金利である。

受访者1200人中，45%即540人表示赞成。

贷款余额1820亿元，其中浮动利率贷款1456亿元，占比80%。

Some 45% of the 1,200 respondents, or 540, were in favour.

Of the 1,200 respondents, 45%, or 540, were in favour.

직원 900명 중 45%인 405명이 재택근무를 하고, 30%는 격일로 출근한다.
END
status bseries check right.md 2>&1
sed -e 's/80%/60%/' -e 's/45%/54%/' right.md > wrong.md
status bseries check -f csv wrong.md 2>&1 | cut -d, -f 2-6,9,10
