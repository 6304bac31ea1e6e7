# The file is changed, its backup kept; another backup is not written over, a link stays a link.
exec 2>&1
cp "$DATA/cargo.md" .
chmod 640 cargo.md
ln -s cargo.md link.md
status bseries fix --in-place link.md 2>&1 | sed "s:$(pwd -P):HERE:"
cmp cargo.md.orig "$DATA/cargo.md"
diff cargo.md.orig cargo.md
stat -c '%a %F' cargo.md cargo.md.orig link.md
status bseries fix -i cargo.md
cp "$DATA/cargo.md" .
status bseries fix -i cargo.md
cmp cargo.md "$DATA/cargo.md"
status bseries fix -i --overwrite-backup cargo.md
grep Total cargo.md
