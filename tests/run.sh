#!/bin/sh
# run.sh [CTEST ARGUMENT...] - builds everything and runs the tests: all of them, or those that ctest's
# arguments choose, such as `-L run` or `-R sample`. Installs what packages.txt names, if it is not there
# (as root on Debian). The build directory is build, or what BUILD_DIR says.
set -eu
cd "$(dirname "$0")/.."
build=${BUILD_DIR:-build}

tests/setup.sh
# samples/run.sh configures without tests
grep -qs '^ASYNCC_BUILD_TESTS:BOOL=ON' "$build/CMakeCache.txt" || cmake -S . -B "$build" -G Ninja -DASYNCC_BUILD_TESTS=ON
cmake --build "$build"
exec ctest --test-dir "$build" -j"$(nproc)" --output-on-failure "$@"
