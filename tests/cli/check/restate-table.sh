# What a sentence says of a row of a table, one slip away from what the table says of it.
cat > ports.md <<'END'
# Ports

12 March 2024

Table 1. Cargo by port (million tonnes)

| Port | 2022 | 2023 |
|---|---|---|
| Northhaven | 152.3 | 160.1 |
| Estport | 101.7 | 104.2 |
| Sudwick | 88.4 | 86.9 |
| Total | 342.4 | 351.2 |

In 2023 Northhaven took in cargo of 140.1 million tonnes. In 2022 Estport took in cargo of 101.7 million tonnes.

Containers rose by 6.2% to 28.70 million in 2023, from 17.61 million a year earlier.
END
status bseries check --format csv ports.md
