exec 2>&1
status bseries fix
status bseries fix --choose "$DATA/cargo.md"
status bseries fix --in-place - <"$DATA/cargo.md"
status bseries fix --overwrite-backup "$DATA/cargo.md"
status bseries fix --min-probability 90 "$DATA/cargo.md"
