# Results of a company: a year earlier in parentheses, shares of a named whole, lists that go on with them.
cat > right.md <<'END'
# Quarterly results of a bakery

24 October 2023

Revenue for the three months to 30 September 2023 was £412.6m (Q3 2022: £385.2m), an increase of 7.1%. Operating profit was £41.3m, 10.0% of revenue.

By segment, bread contributed £206.3m (50.0% of revenue), cakes £123.8m (30.0%) and frozen goods £82.5m (20.0%).

Net debt fell from £210.0m to £187.5m, a reduction of £22.5m.
END
status bseries check right.md 2>&1
# One digit of each relation is another one.
sed 's/7.1%/9.1%/; s/10.0% of/18.0% of/; s/(20.0%)/(26.0%)/; s/22.5m/27.5m/' right.md > wrong.md
status bseries check --format csv wrong.md
