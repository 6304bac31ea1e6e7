exec 2>&1
status bseries completion
status bseries completion tcsh
for shell in bash zsh fish; do
    bseries completion $shell >$shell
    bseries completion --commands | while read -r command; do
        grep -q "$command" $shell || echo "$shell does not know $command"
    done
    if command -v $shell >/dev/null; then $shell -n $shell; fi
done
