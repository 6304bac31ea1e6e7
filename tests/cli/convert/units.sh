# Units exactly, money at a loaded rate, and what is refused.
exec 2>&1
cat >data.csv <<'END'
period,output (MWh),exports (million CNY),debt (CNY),won a yuan (KRW)
2023-Q1,1500,120.5,900,185.0
2023-Q2,1620.5,131.2,950,
2023-Q3,1700,128.4,990,184.5
END
cat >monthly.csv <<'END'
month,yen rate (JPY)
2023-01,130.2
2023-02,134.1
2023-03,133.5
2023-04,134.0
END
bseries load -q data.csv monthly.csv
bseries list
bseries convert output --to GWh
bseries convert output --to kWh -f csv
bseries convert exports --to KRW --rate 'won a yuan'
bseries convert exports --to KRW --rate 'won a yuan' -f jsonl
bseries convert debt --to JPY --rate yen --rate-per 10
bseries convert debt --to JPY --rate yen --rate-by last -f csv
bseries convert debt --to USD --rate yen --rate-is divide | head -n 3
echo "== refused"
status bseries convert output --to KRW
status bseries convert exports --to KRW
status bseries convert exports --to USD --rate yen
status bseries convert output --to GWH2
status bseries convert output
status bseries convert output --to t
status bseries convert output --to GWh --rate-per 100
status bseries convert exports --to KRW --rate yen --rate-per none
status bseries convert exports --to KRW --rate won-rate
