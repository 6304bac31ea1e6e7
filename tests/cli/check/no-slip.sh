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

수출은 250억 달러, 수입은 412억 달러로 전년 동기 대비 각각 16.7%(35억8000만 달러↑)와 24.1%(80억1000만 달러↑) 증가했다.

전체 설비용량은 동부가 25GW로 전체의 19%를 차지, 그 다음이 서부 20GW(16%), 남부 14GW(11%) 순이다. 재생에너지 설비용량은 북부가 3.8GW로 전국의 18% 비중이며 서부 2.9GW(14%), 동부 2.7GW(13%) 순이다.

인구는 3만350명이 자연감소했다. 지난해 자연감소 규모인 2만1171명에 비하면 9179명(43.4%) 늘었다.
END
status bseries check --relations far.md
status bseries check --relations lists.md
status bseries check --relations near.md
