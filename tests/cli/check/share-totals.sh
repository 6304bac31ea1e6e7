# Percentages that a sentence adds up: right first, then each sum with two digits swapped.
cat > right.md <<'END'
상위 3개 품목의 비중은 반도체 21.4%, 자동차 12.3%, 석유제품 8.8%로 모두 42.5%에 달했다.

前三季度进出口总额中，对东盟出口占28.4%，对欧盟占19.6%，合计占48.0%。

東南アジア向けが28.4%、欧州向けが19.6%で、合わせて48.0%を占めた。

The south-east supplied 28.4% and the east 19.6%, together 48.0%.

매우 만족 15.2%, 만족 45.1%로 합하면 60.3%가 만족했다.

반도체 21.4%, 자동차 12.3%, 석유제품 8.8%였고 상위 두 품목을 합하면 33.7%다.
END
status bseries check right.md 2>&1
sed 's/42.5/45.2/; s/48.0/40.8/; s/60.3/63.0/' right.md > wrong.md
status bseries check -f csv wrong.md 2>&1
