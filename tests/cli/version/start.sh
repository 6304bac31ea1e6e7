# What draws is loaded when it is needed: it would double the time that every command takes to start.
ldd "$(readlink -f "$(command -v bseries)")" | grep -c 'pango\|cairo\|freetype\|libX11\|uchardet'
cp "$DATA/rain.csv" .
bseries load -q rain.csv
mkdir elsewhere
cp "$(readlink -f "$(command -v bseries)")" elsewhere/
status elsewhere/bseries --version | tail -1
status elsewhere/bseries chart rainfall -o rain.svg 2>&1 | sed 's/bseries-draw.so: .*/bseries-draw.so: .../'
# So is what guesses encodings, when bytes are not UTF-8.
printf 'year,\263\366\277\332\n2024,6\n' > gb18030.csv
status bseries extract gb18030.csv --format csv
status elsewhere/bseries extract gb18030.csv 2>&1 | sed 's/bseries-charset.so: .*/bseries-charset.so: .../'
