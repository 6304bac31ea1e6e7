# A data file without times is a table of one time that nobody tells: its numbers are listed.
printf 'Rank\tPort\tTraffic (thousand t)\tShare (%%)\n1\tEasthaven\t133\t19.5\n2\tSouthport\t127\t18.7\n3\tWestbay\t58\t8.5\n' >ports.tsv
bseries extract ports.tsv
bseries check ports.tsv
# What goes into a store needs a time.
status bseries load --store ports.db ports.tsv
# Nor is a quoted table read as a text.
printf '"Port","Traffic"\n"Easthaven","1,330"\n"Southport","1,270"\n' >quoted.csv
status bseries extract quoted.csv
