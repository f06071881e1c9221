#!/bin/sh
# run.sh [CONNECTIONS [SECONDS]] - under AddressSanitizer: the scenarios, in which each allocation and each call of libuv
# fails once, and every wait is cancelled at every moment; signals at random moments; and the soak at its full size.
set -eu
cd "$(dirname "$0")/../.."
cmake --preset asan -DASYNCC_BUILD_SAMPLES=OFF >/dev/null
cmake --build --preset asan --target reliability_soak reliability_shutdown reliability_storm \
    runtime_test_streams runtime_test_descriptors runtime_test_system runtime_test_files runtime_test_uv
for name in streams descriptors system files uv; do
    echo "--- $name ---"
    build/asan/tests/runtime/runtime_test_$name 2>/dev/null
done
for option in "" -m -r; do
    echo "--- storm $option ---"
    build/asan/tests/reliability/reliability_storm $option 7 0 20000 2>/dev/null
done
echo "--- shutdown ---"
build/asan/tests/reliability/reliability_shutdown 300 200 >build/asan/shutdown.log || {
    cat build/asan/shutdown.log
    exit 1
}
tail -n 1 build/asan/shutdown.log
echo "--- soak ---"
build/asan/tests/reliability/reliability_soak "${1:-10000}" "${2:-120}"
