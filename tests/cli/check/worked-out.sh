# Numbers that a program has worked out have as many digits as it keeps: neither their decimals nor a value of as many
# more is a clue.
cat >gdp.csv <<'END'
Country,2018,2019,2020,2021,2022
Farland,6218304977.4153,5987126640.882,3902518763.7714,5516840329.2085,10243190256.377
Nearland,4127350918.26,4290618844.71,3318905262.13,3987442710.58,
Highland,-0.031874206,-0.318442,2.713905118,1.9470265,3.26177
END
status bseries check gdp.csv 2>&1
# A point in the wrong place is found all the same.
sed 's/3902518763\.7714/390251876.37714/' gdp.csv >wrong.csv
status bseries check --format csv wrong.csv
# Rates of change that a file gives the unit of the levels beside them: four of them have no order.
cat >rates.csv <<'END'
표,항목,단위,자료,2019/Q1,2019/Q2,2019/Q3,2019/Q4
섬 소득,가계 지출,십억원,금액,"184,205.3","187,930.6","179,418.8","183,077.4"
섬 소득,가계 지출,십억원,전년동기대비증감률,4.8,2.7,3.9,1.2
END
status bseries check rates.csv 2>&1
