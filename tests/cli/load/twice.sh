# One period, two values in one file: told, with the line; the first is shown. Said again, it is known.
exec 2>&1
printf 'year,price\n2020,1\n2021,3\n2021,5\n2020,1\n' >price.csv
bseries load --published 2024-05 price.csv
bseries show price
printf 'item,region,period,value\ntea,North,2023,5\ntea,South,2024,6\ntea,North,2024,6\ntea,North,2024,60\n' >tea.csv
bseries load --published 2024-05 -f csv tea.csv
