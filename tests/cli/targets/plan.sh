# Targets of a plan, then what came true in two reports under another name.
exec 2>&1
cp "$DATA/plan-ko.md" .
bseries load -q plan-ko.md
bseries targets
cat >report.csv <<'END'
year,화물 처리 능력 (t),자동화 부두 비중 (%),배출량 (t)
2022,3200000,41,900
2023,3450000,49,850
END
bseries load -q --published 2024-02-01 report.csv
bseries link -q '목표/화물-처리-능력' '화물 처리 능력'
bseries link -q '목표/자동화-부두-비중' '자동화 부두 비중'
bseries targets
bseries targets -f csv
cat >next.csv <<'END'
year,화물 처리 능력 (t),자동화 부두 비중 (%)
2024,4250000,65.4
END
bseries load -q --published 2025-02-01 next.csv
bseries targets '*목표/*' -f jsonl
bseries targets --as-of 2024-12
echo "== a plan that is changed, and one to go below"
cat >plan.md <<'END'
# Plan

Published 5 March 2025

Table 1. Targets for 2030

| Indicator | 2027 | 2030 |
|---|---|---|
| Emissions (t) | 700 | 500 |
END
sed 's/5 March 2025/7 March 2026/; s/| 500 |/| 450 |/' plan.md >plan2.md
bseries load -q plan.md plan2.md
bseries link -q emissions '배출량'
bseries targets emissions
status bseries targets nothing
bseries targets '배출량' -q
