# The page is as large as it is asked to be, or it is said that it cannot be.
exec 2>&1
cp "$DATA/rain.csv" .
bseries load -q --published 2024-02-01 rain.csv
size() { head -c 200 x.svg | grep -o 'width="[0-9]*" height="[0-9]*"'; }
for size in 360x400 800x450 2000x900 slide; do
    bseries chart -q rainfall --size $size -o x.svg
    size
done
bseries chart -q rainfall --width 640 --height 360 -o x.svg
size
bseries chart -q rainfall --size phone -o x.svg
size | grep -o 'width="[0-9]*"'
status bseries chart rainfall --size 800x90 -o x.svg
status bseries chart rainfall --size huge -o x.svg
status bseries chart rainfall --height -3 -o x.svg
bseries chart -q rainfall --scale 1 --size 800x450 -o x.png
od -An -tu1 -j16 -N8 x.png
