exec 2>&1
mkdir folder
: >empty.txt
printf ' \n\t\n' >blank.txt
for command in extract check load; do
    status bseries $command missing.txt
    status bseries $command folder
    status bseries $command empty.txt
    status bseries $command blank.txt
    status bseries $command - </dev/null
done
ls
