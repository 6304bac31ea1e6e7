# Bare `bseries` says what it is for and how to begin, and that is no mistake.
status bseries
