exec 2>&1
echo 'Nothing is counted here.' >words.txt
status bseries check words.txt
status bseries check --format json words.txt
status bseries check --format csv words.txt
status bseries extract --format json words.txt
