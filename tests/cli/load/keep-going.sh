# One mistake refuses a data file; with --keep-going its good rows are loaded and each bad one is listed.
cat > survey.csv <<'END'
series,period,value
tide,2020,1.5
tide,2021,high
tide,soon,1.7
tide,2023
tide,2024,1.9,2
ebb,2020,-0.25
ebb,2021,"0.5
ebb,2022,0.75
END
printf 'series,period,value\ntide,2020,1.5\ntide,2021,high\n' > high.csv
status bseries load survey.csv 2>&1
status bseries load high.csv 2>&1
status bseries load --keep-going --dry-run survey.csv 2>&1
status bseries load --keep-going --published 2024-01 --format csv survey.csv 2>/dev/null
status bseries load --keep-going survey.csv 2>&1
bseries show tide
bseries show ebb --cite
