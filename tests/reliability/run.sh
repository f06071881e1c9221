#!/bin/sh
# run.sh [CONNECTIONS [SECONDS]] - the soak at its full size, under AddressSanitizer; and the scenarios, in which each
# allocation and each call of libuv fails once, and every wait is cancelled at every moment.
set -eu
cd "$(dirname "$0")/../.."
cmake --preset asan -DASYNCC_BUILD_SAMPLES=OFF >/dev/null
cmake --build --preset asan --target reliability_soak runtime_test_streams runtime_test_system runtime_test_files
for name in streams system files; do
    echo "--- $name ---"
    build/asan/tests/runtime/runtime_test_$name 2>/dev/null
done
echo "--- soak ---"
build/asan/tests/reliability/reliability_soak "${1:-10000}" "${2:-120}"
