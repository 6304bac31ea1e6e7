# Shares of those who were asked and levels that are estimates, beside levels that have moved: no growth. Then a wrong rate.
cat > right.md <<'END'
Owners strongly (45%) or mildly (21%) favour an increase in the toll from $7.50 to $12 per trip.

Ferry delays declined to 9.2%, lower than an average forecast of 9.6%.

December barley fell $US14.20, or nearly 1.3%, to settle at $US1,086.40 a tonne.
END
status bseries check right.md 2>&1
cat > wrong.md <<'END'
The toll rose by 21% from $7.50 to $12 per trip.

Platinum futures shed $42.80, or 2.22%, to $971.10 an ounce.
END
status bseries check -f csv wrong.md 2>&1 | cut -d, -f 2-6,9,10
