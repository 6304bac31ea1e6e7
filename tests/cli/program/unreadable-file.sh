[ "$(id -u)" != 0 ] || skip "root may read everything"
echo 'Exports were 5 tonnes.' >secret.txt
chmod 000 secret.txt
status bseries check secret.txt
