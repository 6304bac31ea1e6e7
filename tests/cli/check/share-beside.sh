# The whole that stands right beside its share: right first, then each with one digit wrong.
cat > right.md <<'END'
영업이익은 3조 2,100억 원으로 매출 21조 4,000억 원의 15.0%를 차지했다.

올해 목표 34,000호의 82%인 27,880호를 착공했다.

国債発行額は28兆5,000億円で、歳入総額114兆円の25.0%に当たる。

電気自動車は6万4,000台と全体（32万台）の2割を占めた。

The fund spent $45 million, 25% of its $180 million budget.

전기차 등록 대수는 12만 대로 전체 등록 차량 60만 대의 20%이며, 2년 전보다 6만 대 많았다.

上位5市は1,860件で、県全体の2,480件の75%に達した。

지난해 관광객은 1,240만 명으로 2033년 1,100만 명보다 140만 명(12.7%) 많았다.

House prices averaged £312,000 in September, £12,000 (4.0%) higher than the £300,000 recorded a year before.
END
status bseries check right.md 2>&1
sed -e 's/15.0%/25.0%/' -e 's/82%/92%/' -e 's/の25.0%/の35.0%/' -e 's/2割/3割/' -e 's/25% of/30% of/' -e 's/60만 대의 20%/60만 대의 30%/' -e 's/2,480件の75%/2,480件の95%/' \
    -e 's/(12.7%)/(17.2%)/' right.md > wrong.md
status bseries check -f csv wrong.md 2>&1
