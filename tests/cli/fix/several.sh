# Several numbers of several files; the exit status is that of the worst.
exec 2>&1
cat >two.csv <<'END'
indicator,period,value,unit
Ferry passengers,2022-Q1,410.2,thousand
Ferry passengers,2022-Q2,640.5,thousand
Ferry passengers,2022-Q3,880.1,thousand
Ferry passengers,2022-Q4,455.3,thousand
Ferry passengers,2023-Q1,428.3,thousand
Ferry passengers,2023-Q2,662.7,thousand
Ferry passengers,2023-Q3,902.4,thousand
Ferry passengers,2023-Q4,47.16,thousand
Ferry passengers,2024-Q1,441.0,thousand
Ferry passengers,2024-Q2,684.9,thousand
Ferry passengers,2024-Q3,930.5,thousand
Ferry passengers,2024-Q4,486.0,thousand
Freight,2022-Q1,1210.2,thousand
Freight,2022-Q2,1340.5,thousand
Freight,2022-Q3,1580.1,thousand
Freight,2022-Q4,1255.3,thousand
Freight,2023-Q1,1228.3,thousand
Freight,2023-Q2,136.27,thousand
Freight,2023-Q3,1602.4,thousand
Freight,2023-Q4,1271.6,thousand
Freight,2024-Q1,1241.0,thousand
Freight,2024-Q2,1384.9,thousand
END
cp "$DATA/cargo.md" .
status bseries fix two.csv cargo.md
status bseries fix -i two.csv cargo.md missing.md
status bseries fix two.csv cargo.md
