# Numbers that a program has worked out have as many digits as it keeps: neither their decimals nor a value of as many
# more is a clue.
cat >gdp.csv <<'END'
Country,2018,2019,2020,2021,2022
Farland,7945068823.2672,7089796271.236,4850156120.5469,6650512998.7269,10678277071.624
Nearland,3276184357.54,3395798882.68,2610038938.54,3126019385.47,
Highland,-0.024995834,-0.233353,2.497702705,2.1130812,3.00418
END
status bseries check gdp.csv 2>&1
# A point in the wrong place is found all the same.
sed 's/4850156120\.5469/485015612.05469/' gdp.csv >wrong.csv
status bseries check --format csv wrong.csv
# Rates of change that a file gives the unit of the levels beside them: four of them have no order.
cat >rates.csv <<'END'
통계표,계정항목,단위,변환,2022/Q3,2022/Q4,2023/Q1,2023/Q2
국민소득,민간소비,십억원,원자료,"262,841.9","264,217.1","254,412.3","260,008.2"
국민소득,민간소비,십억원,전년동기대비증감률,5.9,3.3,4.6,1.6
END
status bseries check rates.csv 2>&1
