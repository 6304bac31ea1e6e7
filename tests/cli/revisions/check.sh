# A revision too large for the history is told, with the slip that may be behind it; a new basis,
# which moves all values, and a rounding are not.
exec 2>&1
issue() {
    printf '# Port statistics\n\nPublished %s\n\n| Month | Cargo (thousand t) |\n|---|---|\n' "$1" >"$2"
    cat >>"$2"
}
issue '15 April 2023' p1.md <<'END'
| 2022-08 | 1288 |
| 2022-09 | 1301 |
| 2022-10 | 1310 |
| 2022-11 | 1254 |
| 2022-12 | 1321 |
| 2023-01 | 1208 |
| 2023-02 | 1312 |
| 2023-03 | 1422 |
END
issue '15 May 2023' p2.md <<'END'
| 2022-08 | 1288 |
| 2022-09 | 1301 |
| 2022-10 | 1310 |
| 2022-11 | 1254 |
| 2022-12 | 1324 |
| 2023-01 | 1208 |
| 2023-02 | 1310 |
| 2023-03 | 1242 |
| 2023-04 | 1398 |
END
issue '15 June 2023' p3.md <<'END'
| 2022-08 | 1355 |
| 2022-09 | 1370 |
| 2022-10 | 1380 |
| 2022-11 | 1321 |
| 2022-12 | 1389 |
| 2023-01 | 1270 |
| 2023-02 | 1377 |
| 2023-03 | 1490 |
| 2023-04 | 1460 |
END
bseries load -q p1.md p2.md
bseries revisions cargo
status bseries check --code revision
status bseries check --code revision -f jsonl
bseries check --explain revision | head -n 4
bseries load -q p3.md
status bseries check --code revision
