# A rate that a change does not make of the level it is held against.
cat > bases.md <<'END'
收入较调整预算（3412亿元）增加423亿元，增长12.9%。
END
status bseries check bases.md 2>&1
