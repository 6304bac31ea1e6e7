exec 2>&1
cd "$DATA"
printf 'rain.csv\r\n\ncargo.md\n' | status bseries extract --files-from - -f csv | cut -d, -f1 | uniq
status bseries load --files-from /dev/null
status bseries load --files-from missing.list
