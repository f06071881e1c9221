#!/bin/sh
# regenerate.sh [NAME...] - writes NAME.golden anew from what the built translator says now: for those named,
# or for all. On purpose, never as part of a test; then read the difference before it is committed.
# The build directory is build, or what BUILD_DIR says.
set -eu
cd "$(dirname "$0")"
build=$(cd "${BUILD_DIR:-../../build}" && pwd)

export ASYNCC="${ASYNCC:-$build/bin/asyncc}"
export ASYNCC_INCLUDE="$(cd ../../runtime/include && pwd)"
export ASYNCC_LIBRARY=unused ASYNCC_COMPILERS=unused ASYNCC_WORK="$build/tests"

[ $# -gt 0 ] || set -- $(for file in *.c; do basename "$file" .c; done)
for name in "$@"; do
    ../drivers/golden.sh -u "$name.c"
done
