# A share of GDP is one of that, and of no other total of the text.
cat > right.md <<'END'
12 May 2024
The island cut its deficit target to Rs 21.6 lakh crore, or 5.4 per cent of GDP, from Rs 22.4 lakh crore, or 5.6 per cent of GDP.
Revenue apart from borrowing is put at Rs 41.30 lakh crore in 2024-25, and all spending at Rs 62.90 lakh crore.
END
status bseries check right.md 2>&1
