# A digit too many that repeats none beside it, in text and in a table; the right number is proposed.
cat > wrong.md <<'EOF'
# Trade

2024-03-01

Exports came to $682.4 billion in 2023, imports to $417.9 billion and the surplus to $7,264.5 billion.

Sales by branch, 2023 ($ million)

| Branch | Sales | Share (%) |
|---|---|---|
| North | 1,281 | 31.1 |
| South | 946 | 293.0 |
| Coast | 1,892 | 45.9 |
| Total | 4,119 | 100.0 |
EOF
status bseries check --format csv wrong.md
sed 's/7,264.5/264.5/; s/293.0/23.0/' wrong.md > right.md
status bseries check right.md 2>&1
