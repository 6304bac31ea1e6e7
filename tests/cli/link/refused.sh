# What cannot be one series, and names that are not there.
exec 2>&1
bseries load -q "$DATA/parts.csv" "$DATA/monthly.csv"
status bseries link total wood
status bseries link total total
status bseries link total visitors
status bseries link total
status bseries link totl grain
status bseries link a grain
status bseries unlink total grain
status bseries unlink total
status bseries link --sugest
bseries link total grain
bseries link grain steel
bseries link -f csv | sed 's/,20[0-9-]*T[0-9:]*Z/,TIME/'
