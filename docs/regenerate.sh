#!/bin/sh
# regenerate.sh - puts into the pages here, behind each line `<!-- PATH -->`, what the file of the tree says now.
set -eu
cd "$(dirname "$0")/.."

for page in docs/*.md; do
    awk '
        waiting && /^```/ { skipping = 1; waiting = 0; next }
        waiting && !/^$/ { waiting = 0 }
        skipping { if (/^```$/) skipping = 0; next }
        { print }
        /^<!-- [a-z0-9_\/]*\.(c|txt) -->$/ {
            path = $2
            print "```" (path ~ /\.c$/ ? "c" : "")
            while ((getline line < path) > 0)
                print line
            close(path)
            print "```"
            waiting = 1
        }' "$page" >"$page.new"
    if cmp -s "$page" "$page.new"; then
        rm "$page.new"
    else
        mv "$page.new" "$page"
    fi
done
