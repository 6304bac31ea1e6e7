# A sound store, and the ways in which it is not.
exec 2>&1
cp "$DATA/cargo.md" "$DATA/rain.csv" .
bseries load -q --published 2024-02 cargo.md rain.csv
status bseries verify
sqlite3 bseries.db ".backup copy.db"
damage() { cp copy.db bad.db; sqlite3 bad.db "$1"; status bseries verify --store bad.db; }
damage "update source_text set text = replace(text, '1', '2') where source_id = 1"
damage "update series set count = count + 1 where id = 2"
damage "insert into calendar (periods, printed) values ('[\"1999\"]', '')"
damage "update segment set series_id = 99 where id = 1"
damage "update segment set numbers = '[1,2' where id = 1"
damage "update segment set run = '[1,2,3]' where id = 1"
head -c 20000 copy.db >bad.db
bseries verify --store bad.db >/dev/null 2>&1
echo status $?
