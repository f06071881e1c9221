#!/bin/sh
# regenerate.sh - writes the table of index.md anew from the pages: each page's id and its first sentence.
set -eu
cd "$(dirname "$0")"

{
    sed '/^| id |/,$d' index.md
    echo '| id | |'
    echo '| --- | --- |'
    for page in *.md; do
        id=$(basename "$page" .md)
        [ "$id" = index ] || echo "| [$id]($page) | $(sed -n 3p "$page") |"
    done
} >index.new
mv index.new index.md
