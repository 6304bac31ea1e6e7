# The whole that stands right beside its share: right first, then each with one digit wrong.
cat > right.md <<'END'
영업이익은 3조 2,100억 원으로 매출 21조 4,000억 원의 15.0%를 차지했다.

올해 목표 34,000호의 82%인 27,880호를 착공했다.

国債発行額は28兆5,000億円で、歳入総額114兆円の25.0%に当たる。

電気自動車は6万4,000台と全体（32万台）の2割を占めた。

The fund spent $45 million, 25% of its $180 million budget.

House prices averaged £312,000 in September, £12,000 (4.0%) higher than the £300,000 recorded a year before.
END
status bseries check right.md 2>&1
sed -e 's/15.0%/25.0%/' -e 's/82%/92%/' -e 's/の25.0%/の35.0%/' -e 's/2割/3割/' -e 's/25% of/30% of/' right.md > wrong.md
status bseries check -f csv wrong.md 2>&1
