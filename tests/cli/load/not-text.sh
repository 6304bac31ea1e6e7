# Files that are no text are refused by name, with what can be done instead.
exec 2>&1
printf '%%PDF-1.4\nstream of 3 numbers 1 2 3\n' >paper.pdf
printf 'PK\003\004\024\000\006\000[Content_Types].xml' >book.xlsx
printf '\320\317\021\340\241\261\032\341\000\000' >paper.hwp
printf '\037\213\010\000\000\000\000\000' >table.csv.gz
printf '\211PNG\r\n\032\n\000\000\000\rIHDR' >scan.png
printf '\001\000\002\000\377\000\001' >odd.dat
printf 'year,tea\n2020,5\n2021,6\n' >tea.csv
status bseries load *.pdf *.xlsx *.hwp *.gz *.png *.dat tea.csv
bseries list
status bseries check paper.pdf
status bseries extract - <book.xlsx
status bseries report scan.png
status bseries load .
