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
# Bars of one name, and growth beside levels, are no comparison; sections of what one word names are.
cat >said.md <<'END'
# Port review

2024-03-05

## Cargo by port

In 2023 Northport handled 1,200 tonnes of cargo, up 3.2%, and Southport handled 480 tonnes of cargo, up 1.5%.

| Port | Cargo (tonnes) | Share (%) |
|---|---|---|
| Northport | 1,200 | 60.0 |
| Southport | 480 | 24.0 |
| Others | 320 | 16.0 |

## Crews

Crews numbered 5,100 in 2023. Of another survey, crews numbered 4,800 in 2023.
END
bseries load -q said.md --store said.db
bseries chart --all --store said.db -o said
grep -ho '<desc>.*</desc>\|<desc .*</desc>' said/*.svg | sed 's/<[^>]*>//g'
bseries chart port --store said.db -o said.svg
grep -o '<desc.*</desc>' said.svg | sed 's/<[^>]*>//g'
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
