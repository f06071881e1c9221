#!/bin/sh
# installed.sh [-u] PREFIX - the files installed in PREFIX are those that installed.expected lists. With -u, the list is
# written instead.
set -eu
update=
if [ "$1" = -u ]; then
    update=1
    shift
fi
expected=$(cd "$(dirname "$0")" && pwd)/installed.expected
cd "$1"
# the build's configuration and asyncc's version are in some names
list=$(find . ! -type d | sed 's|^\./||; s|asyncc-targets-[a-z]*\.cmake|asyncc-targets-CONFIGURATION.cmake|
    s|\.so\.[0-9]*\.[0-9.]*$|.so.VERSION|; s|\.so\.[0-9]*$|.so.ABI|
    s|diagnostics/[a-z-]*\.md$|diagnostics/ID.md|' | LC_ALL=C sort -u)
if [ "$update" ]; then
    echo "$list" >"$expected"
else
    echo "$list" | diff -u "$expected" -
fi
