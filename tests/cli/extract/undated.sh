# A data file without times is a table of one time that nobody tells: its numbers are listed.
printf 'Rank\tPort\tTraffic (thousand t)\tShare (%%)\n1\tEasthaven\t133\t19.5\n2\tSouthport\t127\t18.7\n3\tWestbay\t58\t8.5\n' >ports.tsv
bseries extract ports.tsv
bseries check ports.tsv
# What goes into a store needs a time.
status bseries load --store ports.db ports.tsv
# Nor is a quoted table read as a text.
printf '"Port","Traffic"\n"Easthaven","1,330"\n"Southport","1,270"\n' >quoted.csv
status bseries extract quoted.csv
# One whose cells are quoted for the commas in them is, too; a number is never made of two cells.
printf 'Port,In,Out,"Total, all"\nEasthaven,229,789,"1,018"\nSouthport,311,821,"1,132"\n' >wide.csv
bseries extract wide.csv
# Months of no year head columns as well as any word does.
printf ',1월,2월,3월,합계\n서부,"1,229",789,311,"2,329"\n동부,311,821,402,"1,543"\n계,"1,540","1,610",713,"3,863"\n' >months.csv
status bseries check months.csv
status bseries load --store ports.db months.csv
