# What stands in a picture, from its SVG: the same words in every font.
exec 2>&1
bseries load -q "$DATA/port-ko.md"
bseries list --format csv
bseries chart '*' -o all.svg
grep -o '>[^<>]*</text>' all.svg | sed 's/^>//; s/<.*//'
grep -o '<desc.*</desc>' all.svg
# A total among bars is grey, whether a word says so or the sum does; a title of two measures does not
# say which is drawn; a difference is no rate.
cat >ports.md <<'END'
# Ports

Calls and crews, 2024

| Port | Calls | Crews (thousand persons) | Change (thousand persons) |
|---|---|---|---|
| Aarhus | 236 | 12 | 1.2 |
| Bergen | 182 | 8 | -0.4 |
| Cadiz | 129 | 6 | 0.3 |
| All the seas | 547 | 26 | 1.1 |
END
bseries load -q ports.md --store ports.db
bseries chart -q --all -o ports --store ports.db
grep -ho '<rect[^>]*fill="#[^>]*><title>[^<]*' ports/*.svg | sed 's/.*fill="\([^"]*\)".*<title>/\1 /'
grep -ho '>[^<>]*</text>' ports/*.svg | sed 's/^>//; s/<.*//' | grep '2024'
