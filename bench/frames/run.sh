#!/bin/sh
# run.sh - prints the table of README.md: the bytes that live at once while each shape is suspended, in async C, in
# C++20 by two compilers and in Rust. What is not installed is left out; packages.txt has it all.
#
# In the environment: BUILD_DIR; CXX_CLANG, CXX_GCC and RUSTC, other commands than clang++-19, g++-12 and rustc.
set -eu
cd "$(dirname "$0")/../.."
build=${BUILD_DIR:-build}/bench/frames
mkdir -p "$build"

# quietly COMMAND... - what it prints is shown only when it fails
quietly() {
    "$@" >"$build/log" 2>&1 || {
        cat "$build/log"
        exit 1
    }
}

# measure NAME COMMAND... - builds $build/NAME with the compiler, if there is one, and runs it
measure() {
    name=$1
    shift
    : >"$build/$name.txt"
    command -v "$1" >/dev/null || return 0
    quietly "$@" -o "$build/$name"
    "$build/$name" >"$build/$name.txt"
}

quietly cmake -S . -B "$build/ours" -G Ninja -DCMAKE_BUILD_TYPE=Release -DASYNCC_BUILD_TESTS=OFF \
    -DASYNCC_BUILD_SAMPLES=OFF
quietly cmake --build "$build/ours" --target bench_frames
"$build/ours/bench/bin/bench_frames" >"$build/ours.txt"
measure clang "${CXX_CLANG:-clang++-19}" -std=c++20 -O2 bench/frames/frames.cpp
measure gcc "${CXX_GCC:-g++-12}" -std=c++20 -O2 bench/frames/frames.cpp
measure rust "${RUSTC:-rustc}" --edition 2021 -O bench/frames/frames.rs

cd "$build"
awk -F '\t' '
    function row(shape, ours, headers, clang, gcc, rust, verdict) {
        printf "%-50s %6s %8s %10s %8s %6s  %s\n", shape, ours, headers, clang, gcc, rust, verdict
    }
    BEGIN { row("bytes", "ours", "headers", "clang C++", "gcc C++", "Rust", "") }
    FILENAME != "ours.txt" {
        peer[FILENAME, $1] = $2
        if (!($1 in smallest) || $2 < smallest[$1])
            smallest[$1] = $2
        next
    }
    {
        verdict = !($1 in smallest) ? "" : $2 <= smallest[$1] ? "ok" : "OVER"
        row($1, $2, $3, peer["clang.txt", $1], peer["gcc.txt", $1], peer["rust.txt", $1], verdict)
    }' clang.txt gcc.txt rust.txt ours.txt
