# A change over several years is held against the level of so many years before: right, then wrong.
cat > right.md <<'END'
가동률은 2031년 71.4%, 2032년 74.0%, 2033년 78.2%로 2년 새 6.8%포인트 높아졌다.

매출은 2031년 120억 원, 2032년 140억 원, 2033년 150억 원으로 2년 만에 25% 늘었다.

稼働率は2031年71.4%、2032年74.0%、2033年78.2%と、2年間で6.8ポイント上昇した。

毛利率2031年为18.6%、2032年为21.4%、2033年为24.1%，两年提高5.5个百分点。

The margin was 18.6% in 2031, 21.4% in 2032 and 24.1% in 2033, a gain of 5.5 percentage points in two years.

출하량은 2032년 320톤, 2033년 410톤으로 3년 새 75톤 늘었다.
END
status bseries check right.md 2>&1
sed -e 's/6.8%포인트/8.6%포인트/' -e 's/25%/35%/' -e 's/6.8ポ/8.6ポ/' -e 's/5.5个/7.5个/' -e 's/5.5 p/7.5 p/' right.md > wrong.md
status bseries check wrong.md 2>&1
