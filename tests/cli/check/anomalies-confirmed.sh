# Rates that follow from the levels above them are no dips, also where the series model alone is
# asked for. A wrong level is told.
cat > right.txt <<'EOF'
Output by quarter of the town, 2031=100

Item                   2031    2032    2033    2034    2035    2036
Index (2031=100)      100.0   100.7   105.0   104.4   103.8   103.0
Change (%)               ..     0.7     4.3    -0.6    -0.6    -0.8
EOF
status bseries check --anomalies right.txt 2>&1
sed 's/105.0/150.0/' right.txt > level.txt
status bseries check --anomalies -f csv level.txt 2>&1 | cut -d, -f 2-10
