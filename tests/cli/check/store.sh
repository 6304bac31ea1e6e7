# Without files, what the store keeps is checked, as if the files were there.
exec 2>&1
cp "$DATA/cargo.txt" .
status bseries check
bseries load -q cargo.txt
rm cargo.txt
status bseries check
