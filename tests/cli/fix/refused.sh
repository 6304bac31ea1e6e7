# What is no text is refused by its first bytes, whatever it is called.
exec 2>&1
printf '%%PDF-1.7\n1 0 obj\n' >report.txt
printf 'PK\003\004\024\000\006\000' >table.xlsx
printf '\320\317\021\340\241\261\032\341\000\000' >bulletin.hwp
printf 'a,b\n1,\0002\n3,4\n5,6\n7,8\n9,10\n11,12\n13,14\n15,16\n17,18\n19,20\n' >zeros.csv
for file in report.txt table.xlsx bulletin.hwp zeros.csv missing.txt; do
    status bseries fix --in-place $file
done
ls
