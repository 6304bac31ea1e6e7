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
status bseries check --relations far.md
status bseries check --relations near.md
