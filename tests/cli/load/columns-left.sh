# Columns of numbers under no time are named, and none is loaded.
printf 'Item,Jan 2031,Feb 2031,Total,Year earlier\nTea,120,130,250,240\nRice,300,310,610,600\n' >wide.csv
bseries load --store s.db wide.csv
bseries extract wide.csv
