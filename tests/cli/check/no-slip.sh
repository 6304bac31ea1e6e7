# Numbers that no slip of the pen connects may be of different things: that is no error.
exec 2>&1
cat >far.md <<'END'
# Budget

Tax revenue was 75,232 million euros in 2024, 1,797 million above plan and, against the outturn of 2023, 3,156 million (4.4%) higher.

The stock-to-shipment ratio of manufacturing is no share. 제조업의 재고/출하비율(재고율)은 103.9%로 전월대비 1.1%p 상승했다.

Revenue of £1,284m in H1 2025 was 3% higher on a reported basis and 5% higher on an organic basis (H1 2024: £1,247m).
END
cat >near.md <<'END'
# Output

Output was 1,284 tonnes in 2024, compared with 1,147 tonnes in 2023, up 19.1%.

Output was 1,284 tonnes in 2024, compared with 1,147 tonnes in 2023, up 74.3%.
END
cat >lists.md <<'END'
# 동향

수출은 236억 달러, 수입은 387억 달러로 1년 전보다 각각 13.5%(28억1000만 달러↑)와 21.9%(69억5000만 달러↑) 증가했다.

전체 발전 용량은 동부가 36GW로 전체의 22%를 차지, 그 다음이 서부 26GW(16%), 남부 18GW(11%) 순이다. 태양광 용량은 북부가 4.2GW로 전국의 19% 비중이며 서부 3.1GW(14%), 동부 2.9GW(13%) 순이다.

벌통은 2만8410개가 감소했다. 지난해 감소 규모인 2만240개에 비하면 8170개(40.4%) 늘었다.
END
status bseries check --relations far.md
status bseries check --relations lists.md
status bseries check --relations near.md
