#!/bin/sh
# regenerate.sh [PASS...] - writes PASS.dump anew from what the built translator says now: for those named, or for all. On
# purpose, never as part of a test; then read the difference before it is committed. The build directory is build, or what
# BUILD_DIR says.
set -eu
cd "$(dirname "$0")"
asyncc=$(cd "${BUILD_DIR:-../../build}" && pwd)/bin/asyncc

[ $# -gt 0 ] || set -- $(for file in *.c; do basename "$file" .c; done)
for pass in "$@"; do
    "$asyncc" --dump="$pass" -std=gnu17 -I ../../runtime/include "$pass.c" >"$pass.dump"
done
