exec 2>&1
cat > quay.md <<'X'
# Quays in 2031

Takings rose 5.3% to 84.2 million euros in 2031, from 80.0 million euros in 2030. Of the 84.2 million euros, 6.0 million euros or 7.1% was rent.

Table 1. Cargo (thousand tonnes)

| Quay | 2030 | 2031 | Change (%) |
|---|---|---|---|
| East | 1,204 | 1,312 | 9.0 |
| West | 811 | 806 | -0.6 |
| Total | 2,015 | 2,118 | 5.1 |
X
echo '== what was checked and holds'
status bseries check --held quay.md
echo '== of one check, for a program'
status bseries check --held --code growth --format csv quay.md
status bseries check --held --code sum --format jsonl quay.md
echo '== a sum that fails is not among them'
sed 's/1,312/1,321/' quay.md > slip.md
status bseries check --held slip.md
echo '== nothing to check'
echo 'No figures here.' > none.md
status bseries check --held none.md
status bseries check --held --format sarif quay.md
