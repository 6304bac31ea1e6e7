# A monthly table published four times; each issue adds a month and revises some that were given.
exec 2>&1
cat >p1.md <<'END'
# Port statistics

Published 15 April 2023

| Month | Cargo (thousand t) | Share of containers (%) |
|---|---|---|
| 2023-01 | 120 | 41.2 |
| 2023-02 | 131 | 40.9 |
| 2023-03 | 142 | 41.5 |
END
sed 's/15 April/15 May/; s/| 120 |/| 121 |/' p1.md >p2.md
echo '| 2023-04 | 139 | 41.0 |' >>p2.md
sed 's/15 May/15 June/; s/| 131 |/| 130.6 |/; s/| 40.9 |/| 40.7 |/' p2.md >p3.md
echo '| 2023-05 | 151 | 40.1 |' >>p3.md
sed 's/15 June/15 July/; s/| 121 |/| 112 |/' p3.md >p4.md
echo '| 2023-06 | 149 | 39.8 |' >>p4.md
bseries load -q p1.md p2.md p3.md p4.md
bseries list
bseries revisions cargo
bseries revisions share
bseries revisions cargo --as-of 2023-06
bseries revisions cargo -f csv
bseries revisions cargo -f jsonl | head -n 1
bseries show cargo --vintages
bseries show cargo --first -f csv | head -n 3
bseries show cargo --as-of 2023-05-31 -f csv | head -n 3
status bseries revisions cargoes
echo '== beside series of which nothing was published twice'
printf '# Port statistics\n\nPublished 15 August 2023\n\n## Outlook\n\nCargo of the year 2023 will be 1.7 Mt, and cargo by rail was 0.4 Mt in 2022.\n' >p5.md
bseries load -q p5.md
bseries list
bseries revisions '*argo*'
bseries revisions outlook
status bseries chart outlook --kind revisions -o x.svg
