# A share of GDP is one of that, and of no other total of the text.
cat > right.md <<'END'
July 23, 2024
All this has enabled the ministry to reduce the deficit target to Rs 16.1 lakh crore, or 4.9 per cent of GDP, from Rs 16.8 lakh crore, or 5.1 per cent of GDP.
Total receipts other than loans and the total expenditure are estimated at Rs 30.80 lakh crore and Rs 47.66 lakh crore respectively in 2024-25.
END
status bseries check right.md 2>&1
