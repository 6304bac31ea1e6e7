exec 2>&1
status bseries chekc bulletin.txt
status bseries extarct
status bseries frobnicate
status bseries help chekc
echo 'text' >file.txt
status bseries file.txt
