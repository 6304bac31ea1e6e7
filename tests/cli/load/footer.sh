# A unit or a note below the table is no row; a last row that begins with "Unit" and is cut short is a mistake, and
# so is one that is numbered as the rows in front of it are.
for last in 'Unit: USD million' 'United Kingdom' '2) without islands'; do
    printf 'country,2021,2022,2023\nFrance,1.5,1.6,1.7\nSpain,2.5,2.6,2.7\n%s\n' "$last" >table.csv
    status bseries load --dry-run table.csv 2>&1
done
printf 'district,2021,2022\n1) North,1.5,1.6\n2) South,2.5,2.6\n3) West\n' >table.csv
status bseries load --dry-run table.csv 2>&1
