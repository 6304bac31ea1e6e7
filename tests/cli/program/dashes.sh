# "--" ends the options: what follows is a name even if it begins with a dash.
exec 2>&1
status bseries check -- --help
status bseries check -- -f
