#!/bin/sh
# run.sh [SECONDS [LIBFUZZER OPTION...]] - fuzzes the translator: builds it with clang's libFuzzer, ASan and UBSan in
# build/fuzz, and runs it on mutated programs of the tests, samples and differential tests for so long (60). What was found
# is in build/fuzz/found: `build/fuzz/fuzz_translate FILE` shows one again. Exit status 1 if something was found.
# Needs clang 19 with libclang-rt-19-dev.
set -eu
cd "$(dirname "$0")/../.."
seconds=${1:-60}
[ $# -eq 0 ] || shift
build=$PWD/build/fuzz
jobs=${JOBS:-$(nproc)}

cmake -S . -B "$build" -G Ninja -DASYNCC_LLVM_VERSION=19 -DASYNCC_BUILD_TESTS=OFF -DASYNCC_BUILD_SAMPLES=OFF \
    -DASYNCC_FUZZ=ON -DCMAKE_C_COMPILER=clang-19 -DCMAKE_BUILD_TYPE=Debug >/dev/null
cmake --build "$build" --target fuzz_translate

rm -rf "$build/corpus" "$build/found"
mkdir -p "$build/corpus" "$build/found"
for source in tests/run/*.c tests/run/*/*.c tests/golden/*.c tests/refused/*.c tests/differential/programs/*/*.c samples/*.c; do
    case $source in # take seconds each
    */many_awaits.c | */deep_nesting.c) continue ;;
    esac
    cp "$source" "$build/corpus/$(echo "$source" | tr / .)"
done

# A copy, since what the translator writes fits the headers it was built with.
rm -rf "$build/include"
cp -r runtime/include "$build/include"
export ASYNCC_INCLUDE="$build/include" FUZZ_QUOTE="$PWD/tests/run:$PWD/tests/refused:$PWD/tests/golden"
export ASAN_OPTIONS=detect_leaks=0:handle_abort=1 UBSAN_OPTIONS=print_stacktrace=1
cd "$build"
end=$(($(date +%s) + seconds))
worker() {
    while left=$((end - $(date +%s))) && [ $left -gt 0 ]; do
        # it ends too early when it has found something
        rest=0
        ./fuzz_translate -max_total_time=$left -timeout=100 -report_slow_units=100 -rss_limit_mb=4096 -max_len=30000 -print_final_stats=1 \
            -reload=30 -artifact_prefix="$build/found/" "$@" corpus >"log.$worker" 2>&1 || rest=$?
        [ $rest -eq 0 ] || grep SUMMARY "log.$worker" || true
        sed -n 's|^stat::number_of_executed_units: *||p' "log.$worker" >>executed
        [ $rest -ne 0 ] || break
    done
}
rm -f executed
for worker in $(seq "$jobs"); do
    worker "$@" &
done
wait
awk '{ sum += $1 } END { print sum " programs" }' executed
rmdir found 2>/dev/null || {
    ls found
    exit 1
}
