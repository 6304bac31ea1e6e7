command -v bash >/dev/null || skip "there is no bash"
cat >try.bash <<'END'
source <(bseries completion bash)
compopt() { :; }
try() {
    COMP_WORDS=("$@")
    COMP_CWORD=$(($# - 1))
    COMPREPLY=()
    _bseries
    echo "$*: ${COMPREPLY[*]}"
}
try bseries che
try bseries ""
try bseries check --fo
try bseries check --format s
try bseries check --fail-on ""
try bseries help ex
try bseries completion z
END
bash try.bash
