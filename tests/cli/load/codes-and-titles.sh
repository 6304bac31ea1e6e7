# What names a series: words and not codes, titles without the number of their table and without lines of units.
exec 2>&1
cat >codes.csv <<'END'
"LOCATION";"Country";"TRANSACT";"Transaction";"TIME";"Value";"Flags"
"NOL";"Norland";"B1";"Gross product";"2022";"48120,4";""
"NOL";"Norland";"P3";"Consumption";"2022";"35004,9";""
"SUD";"Sudland";"B1";"Gross product";"2022";"12881,0";"Estimated value"
END
cat >labels.csv <<'END'
"DATAFLOW","REF_AREA: Area","INDICATOR: Indicator","TIME_PERIOD: Time","OBS_VALUE","OBS_STATUS: Status"
"X:F(1.0)","NO: Norland","M3: Money","2022-08","412.8","A: Normal value"
"X:F(1.0)","SE: Sudland","M3: Money","2022-08","120.0","P: Provisional value"
END
cat >titles.csv <<'END'
Table 3.1 Energy use by sector (Mtoe),,
Sector,2021,2022 [p]
Industry,21.9,20.4
Transport,45.3,[x]
END
cat >growth.md <<'END'
## 表3 業績推移

（金額単位：億円、増減率：％）

| 業種 | 2021年度 | 2022年度 |
|---|---|---|
| お菓子製造業 | 48 | 49 |
END
printf '表10-3 收入构成 (元)\n年份\t可支配收入\t经营净收入\n2020\t17131.5\t6077.4\n2021\t18930.9\t6566.2\n2022年比2021年增长(%%)\t7.7\t6.6\n' >years.txt
bseries load -q codes.csv labels.csv titles.csv growth.md years.txt
bseries list --format csv
