# A diff that patch takes; what it makes is left alone by a second run.
exec 2>&1
cp "$DATA/cargo.md" .
status bseries fix cargo.md
bseries fix -q cargo.md | patch -s -p0
status bseries fix cargo.md
status bseries fix --min-probability 0.99 "$DATA/port-ko.md"
bseries fix -q - <"$DATA/cargo.md" | head -2
