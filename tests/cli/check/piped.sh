# What is piped in is read where - says so; else the store is checked, with a word.
exec 2>&1
printf 'year,tea\n2020,5\n2021,6\n' >tea.csv
printf 'year,rice\n2020,7\n2021,8\n' >rice.csv
status bseries check <tea.csv
bseries load -q --published 2024-05 tea.csv rice.csv
bseries check <tea.csv
bseries check - <tea.csv
bseries check </dev/null
