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
