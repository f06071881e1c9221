#!/bin/sh
# run.sh [COMPILER...] - builds the measurements with each compiler (gcc and clang-19 if none is named) at -O2,
# runs them, and prints one table. Takes some minutes. README.md says what is measured.
#
# In the environment: BENCH_ROUNDS, how often each is run, instead of the benches' own numbers; BUILD_DIR.
set -eu
cd "$(dirname "$0")/.."
build=${BUILD_DIR:-build}/bench
mkdir -p "$build"
[ $# -gt 0 ] || set -- gcc clang-19

# instructions PROGRAM BENCH ours|floor - instructions for one time, of which callgrind counts always the same
instructions() {
    for count in 20000 40000; do
        valgrind --tool=callgrind --callgrind-out-file=/dev/null "$1" "$2" "$3" $count 2>&1 |
            sed -n 's/.*Collected : //p'
    done | awk '{ n[NR] = $1 } END { printf "%.2f", (n[2] - n[1]) / 20000 }'
}

# count_instructions PROGRAM BENCH - a line of the table
count_instructions() {
    command -v valgrind >/dev/null || return 0
    printf '%s\tinstr\t%s\t%s\t-\n' "$2" "$(instructions "$1" "$2" ours)" "$(instructions "$1" "$2" floor)"
}

# pinned PROGRAM - on one CPU. To wake another one takes longer than all that is measured, and nobody knows how long.
pinned() {
    if command -v taskset >/dev/null; then
        taskset -c "$(taskset -cp $$ | sed 's/.*: //; s/[,-].*//')" "$@"
    else
        "$@"
    fi
}

# translate DIRECTORY WHAT TARGET FILE - a line of the table: asyncc beside clang
translate() {
    "$1/bench/bin/bench_commands" "$2" "$3" \
        "$1/bin/asyncc" -std=gnu17 -I runtime/include "$4" -o "$build/translated.c" \
        -- clang-19 -std=gnu17 -I runtime/include -fsyntax-only "$4"
}

measure_compiler() {
    "$1/bench/bin/bench_await"
    count_instructions "$1/bench/bin/bench_await" "await, not inlined / plain call"
    count_instructions "$1/bench/bin/bench_await" "await, inlinable / inlinable call"
    count_instructions "$1/bench/bin/bench_await" "await, another file / plain call of another file"
    "$1/bench/bin/bench_suspend"
    count_instructions "$1/bench/bin/bench_suspend" "a switch / plain call"
    count_instructions "$1/bench/bin/bench_suspend" "create_task and join / plain call"
    "$1/bench/bin/bench_sleepers"
    "$1/bench/bin/bench_recursion"
    pinned "$1/bench/bin/bench_echo"
    "$1/bench/bin/bench_idle"
    "$1/bench/bin/bench_file" "$build"
}

measure_translator() {
    translate "$1" "asyncc / clang -fsyntax-only: a sample" 1.5x samples/factorial.c
    awk -v lines=1000 -f bench/generate.awk >"$build/lines1000.c"
    translate "$1" "asyncc / clang -fsyntax-only: 1000 lines with <uv.h>" 1.5x "$build/lines1000.c"
    for functions in 1000 2000 5000 10000; do
        awk -v functions=$functions -f bench/generate.awk >"$build/functions$functions.c"
        BENCH_ROUNDS=3 translate "$1" "asyncc / clang -fsyntax-only: $functions async functions" - \
            "$build/functions$functions.c"
    done >"$build/growth.txt"
    cat "$build/growth.txt"
    awk -F '\t' -v OFS='\t' '
        { time[NR] = $3 }
        END { print "asyncc: 10000 functions / 10 times 1000 functions", "ms", time[NR], time[1] * 10, "1.2x" }
    ' "$build/growth.txt"
}

# The table, of lines as bench.h has them.
print_table() {
    awk -F '\t' '
        function figure(x) { return x == "-" ? "" : x < 100 ? sprintf("%.2f", x) : sprintf("%.0f", x) }
        function print_row(what, unit, ours, floor, ratio, target, verdict) {
            printf "%-62s %-6s %9s %9s %6s %7s  %s\n", what, unit, ours, floor, ratio, target, verdict
        }
        NF == 1 { printf "\n"; print_row($1, "", "ours", "floor", "ratio", "target", ""); next }
        {
            ratio = $4 == "-" ? "" : sprintf("%.2f", $3 / $4)
            measured = $5 ~ /x$/ ? $3 / $4 : $5 ~ /^\+/ ? $3 - $4 : $3
            verdict = $5 == "-" ? "" : measured <= $5 + 0 ? "ok" : "OVER"
            print_row($1, $2, figure($3), figure($4), ratio, $5 == "-" ? "" : "<= " $5, verdict)
            fflush()
        }'
}

first=
for compiler in "$@"; do
    directory=$build/$compiler
    cmake -S . -B "$directory" -G Ninja -DCMAKE_C_COMPILER="$compiler" -DCMAKE_BUILD_TYPE=Release \
        -DCMAKE_C_FLAGS_RELEASE="-O2 -DNDEBUG" -DASYNCC_BUILD_TESTS=OFF -DASYNCC_BUILD_SAMPLES=OFF >"$build/log" &&
        cmake --build "$directory" --target bench >>"$build/log" || {
        cat "$build/log"
        exit 1
    }
    first=${first:-$directory}
done
{
    for compiler in "$@"; do
        echo "$compiler -O2"
        measure_compiler "$build/$compiler"
    done
    echo "translating"
    measure_translator "$first"
} | print_table
