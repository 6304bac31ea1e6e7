# Text of a document cannot drive the terminal.
exec 2>&1
printf 'Table 1. Cargo \033]0;owned\007 (tonnes)\n\nKind\t2021\t2022\nTotal\t900\t1,000\nDry \033[31mbulk\t400\t450\nWet\342\200\256\t500\t540\n' >'evil.txt'
bseries check evil.txt 2>&1 | cat -v
bseries extract -q evil.txt | cat -v
printf 'a,b,c\n2023,1,2\n2024,\033[2J5\n' >evil.csv
status bseries check evil.csv 2>&1 | cat -v
