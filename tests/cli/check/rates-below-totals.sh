# The rates of change beside levels are no part of what the levels add up to.
cat >right.md <<'EOF'
# Output of the isle

2041-08-20

Table 1. Output by trade (tonnes)

| Trade | Q2 2040 | Q1 2041 | Q2 2041 | Change on year (%) |
|---|---|---|---|---|
| Farming | 120 | 118 | 122 | 1.7 |
| Fishing | 340 | 351 | 356 | 4.7 |
| Total | 460 | 469 | 478 | 3.9 |
EOF
cat >homes.csv <<'EOF'
年月,総数,前年同月比(%),うち一戸建,うち共同住宅
令和22年10月,1203,-2.1,611,592
令和22年11月,1188,1.2,602,586
令和22年12月,1240,3.3,620,620
EOF
sed 's/356/365/' right.md >wrong.md
status bseries check right.md homes.csv
status bseries check wrong.md
