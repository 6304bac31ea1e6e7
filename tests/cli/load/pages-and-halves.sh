# A table on two pages, in two halves of a sheet, with subtotals between its periods: one series a name.
exec 2>&1
cat >pages.txt <<'END'
표 7. 항만 물동량 (단위: 천톤)

               총물동량      환적
 2021           1,582       237
 2022           1,545       223

- 12 -

표 7. 항만 물동량 (계속) (단위: 천톤)

               총물동량      환적
 2023           1,550       220
 2024p          1,585       231
END
cat >halves.txt <<'END'
Table 3. Retail prices

Month      2022     2023        Month      2022     2023
        (cents per litre)               (cents per litre)
January    148.2    162.0       July       195.4    168.9
February   152.7    164.4       August     180.8    171.3
END
printf '표 4. 관광 (단위: 만명)\n연도\t분기\t내국인\t외국인\n2022\t3분기\t350.9\t4.1\n\t4분기\t333.4\t7.9\n\t소계\t684.3\t12.0\n2023\t1분기\t298.8\t10.2\n\t2분기\t341.6\t17.3\n' >subtotals.txt
cat >codes.csv <<'END'
C1,C1_NM,ITM_NM,UNIT_NM,PRD_DE,DT
00,전국,출생건수,명,202401,21442
00,전국,출생건수,명,202402,19362
11,서울,출생건수,명,202401,3911
11,서울,출생건수,명,202402,-
END
cat >marks.csv <<'END'
Crop,Area (thousand hectares),,Production (thousand tonnes),
,2022,2023,2022,2023
Oats,88.0,..,201,F
Rye,12.1,13.0,30,34
END
bseries load -q --published 2025-01-10 pages.txt halves.txt subtotals.txt codes.csv marks.csv
bseries list --format csv
bseries show 총물동량
