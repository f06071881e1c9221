#!/bin/sh
# run.sh [-l] [NAME...] - translates, builds and runs samples: those named, or all of them. -l lists them.
# Installs what samples/packages.txt names, if it is not there (as root on Debian).
set -eu
cd "$(dirname "$0")/.."

names() {
    for file in samples/*.c; do
        basename "$file" .c
    done
}
if [ "${1:-}" = -l ]; then
    names
    exit
fi
for name in "$@"; do
    if [ ! -f "samples/$name.c" ]; then
        echo "There is no sample '$name'. These are the samples:" $(names) >&2
        exit 1
    fi
done
[ $# -gt 0 ] || set -- $(names)

tests/setup.sh samples/packages.txt
[ -f build/CMakeCache.txt ] || cmake -S . -B build -G Ninja -DASYNCC_BUILD_TESTS=OFF
cmake --build build --target "$@"

for name in "$@"; do
    [ $# -eq 1 ] || echo "--- $name ---"
    if [ -x "build/samples/bin/$name" ]; then
        "build/samples/bin/$name"
    else
        echo "Skipped: $name was not built, since the library that it needs was not found."
    fi
done
