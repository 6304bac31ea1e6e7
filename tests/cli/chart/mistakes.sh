exec 2>&1
cp "$DATA/rain.csv" .
status bseries chart rainfall -o x.svg
bseries load -q rain.csv
status bseries chart
status bseries chart rainfal -o x.svg
status bseries chart snow -o x.svg
status bseries chart rainfall -o x.gif
status bseries chart rainfall -o missing/x.svg
status bseries chart rainfall -o x.svg --width 10
status bseries chart rainfall -o x.svg --kind cube
status bseries chart rainfall -o x.svg --title "$(printf 'a \364\217\277\275')"
ls
needs_terminal
script -qec 'bseries chart rainfall' /dev/null | tr -d '\r'
