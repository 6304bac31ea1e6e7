# A page of news is dated by the line behind its headline, however long its navigation is.
{
    echo '<html><head><title>Sales slip in October - The Ledger</title></head><body><ul>'
    for name in News Business Sport Opinion Culture Travel Weather Games Jobs Letters; do
        echo "<li>$name</li>"
    done
    echo '</ul><h1>Sales slip in October</h1><div>By Helen Marsh</div>'
    echo '<time datetime="2026-11-20T07:42:00Z">Friday 20 November 2026 07.42 GMT</time>'
    echo '<p>Retail sales fell by 0.7% in October.</p></body></html>'
} >news.html
bseries extract news.html
