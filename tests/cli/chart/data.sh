# The values beside the picture.
exec 2>&1
cp "$DATA/rain.csv" .
bseries load -q --published 2024-02-01 rain.csv
bseries chart rain -o rain.svg --with-data
cat rain.svg.csv
status bseries chart rain --with-data
