# Brackets around a variance say which way is bad: staff cost more than was planned. A wrong number
# is wrong in brackets, too.
cat > right.md <<'EOF'
# Outturn

| item | actual | budget | variance |
|---|---|---|---|
| sales | 9,230 | 9,100 | 130 |
| fees | 2,415 | 2,380 | 35 |
| rent | 1,260 | 1,225 | 35 |
| grants | 3,512 | 3,440 | 72 |
| staff | 4,118 | 4,050 | (68) |
EOF
sed 's/(68)/(86)/' right.md > wrong.md
status bseries check right.md
status bseries check wrong.md --format csv
# What gross profit is of sales and costs holds for amounts, and not for variances, whose signs say what is good.
cat > plan.md <<'EOF'
| Measure | Plan | Actual | Variance | Variance % | Prior year | YoY % |
|---|---|---|---|---|---|---|
| Revenue ($m) | 500 | 525 | 25 | 5.0 | 480 | 9.4 |
| Cost of sales ($m) | 300 | 312 | (12) | (4.0) | 290 | 7.6 |
| Gross profit ($m) | 200 | 213 | 13 | 6.5 | 190 | 12.1 |
| Gross margin (%) | 40.0 | 40.6 | 0.6 | | 39.6 | |
| Headcount | 1,200 | 1,170 | (30) | (2.5) | 1,150 | 1.7 |
EOF
status bseries check plan.md 2>&1
sed 's/213/231/; s/40\.6/46.0/' plan.md > wrong.md
status bseries check wrong.md --format csv 2>&1
