# A chart of every table, in one process, under names that every system takes.
exec 2>&1
bseries load -q "$DATA/port-ko.md"
bseries load -q --published 2024-02-01 "$DATA/rain.csv"
status bseries chart --all -o charts
ls charts
bseries chart -q --all --format png -o charts
ls charts | wc -l
status bseries chart --all
status bseries chart --all -o charts/none/deeper
cat >odd.md <<'END'
# Report

2024-01-05

## ../a/b: "c" <d>

| Item | 2022 | 2023 |
|---|---|---|
| </text><script>alert(1)</script> (t) | 1 | 2 |
END
bseries load -q odd.md --store odd.db
bseries chart --all --store odd.db -o odd
ls odd
grep -c "<script" odd/*.svg || true
