# Rates dealt to a row of years, each of its own: right, then wrong.
cat > right.md <<'END'
수출액은 2031년 5,000만 달러, 2032년 5,400만 달러, 2033년 6,210만 달러로 각각 전년보다 8.0%, 15.0% 늘었다.

2031年至2033年出口额分别为5000万美元、5400万美元、6210万美元，后两年分别增长8.0%、15.0%。

輸出額は2031年5,000万円、2032年5,400万円、2033年6,210万円で、前年比はそれぞれ8.0%増、15.0%増であった。

Output was 500 MW in 2031, 540 MW in 2032 and 621 MW in 2033, growing by 8.0% and 15.0% respectively.
END
status bseries check right.md 2>&1
sed -e 's/15.0%/25.0%/' right.md > wrong.md
status bseries check -f csv wrong.md 2>&1 | cut -d, -f 2-6,9,10
