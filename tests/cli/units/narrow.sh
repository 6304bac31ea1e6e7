# On a narrow terminal columns give way; elsewhere nothing is cut.
needs_terminal
script -qec 'stty cols 40; bseries --color=never units power' /dev/null | tr -d '\r'
script -qec 'stty cols 80; bseries --color=never units power' /dev/null | tr -d '\r'
