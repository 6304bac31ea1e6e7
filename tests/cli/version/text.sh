# Versions of the libraries differ from machine to machine.
bseries --version | sed 's/ [0-9.]*$/ N/'
bseries version --format json | sed 's/"[0-9.]*"/"N"/g'
bseries check --version | sed 's/ [0-9.]*$/ N/' | head -1
