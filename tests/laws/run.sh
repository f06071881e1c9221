#!/bin/sh
# run.sh ROOT WORK CMAKE-ARGUMENT... - the checks of the laws (translator/laws/laws.h) are checked themselves: each patch here
# puts a fault into a copy of the translator, and the program of the same name has to be refused then, by the law (or
# behind the pass, see verify.h) and in the line that a comment of it says; without the fault it is translated silently.
set -u
root=$1 work=$2
shift 2
failed=0

fail() {
    echo "FAILED: $*"
    failed=1
}

rm -rf "$work/source" "$work/build" # the last time ended with a fault in what was built
mkdir -p "$work/source"
tar -C "$root" --exclude=./build --exclude=./.git -cf - . | tar -C "$work/source" -xf - || exit 1
cd "$work/source" || exit 1
cmake -S . -B "$work/build" -DCMAKE_BUILD_TYPE=Debug -DASYNCC_BUILD_TESTS=OFF -DASYNCC_BUILD_SAMPLES=OFF "$@" >"$work/log" 2>&1 &&
    cmake --build "$work/build" --target asyncc asyncc_translate >>"$work/log" 2>&1 || {
    tail -n 20 "$work/log"
    exit 1
}

# translate NAME - says what it has to say into $work/said
translate() {
    "$work/build/bin/asyncc" --verify -std=gnu17 -I runtime/include "tests/laws/$1.c" -o "$work/out.c" 2>"$work/said"
}

for program in tests/laws/*.c; do
    name=$(basename "$program" .c)
    translate "$name" && [ ! -s "$work/said" ] || {
        cat "$work/said"
        fail "$name: the program is not translated silently"
    }
done

for patch in tests/laws/*.patch; do
    name=$(basename "$patch" .patch)
    program=tests/laws/$name.c
    law=$(sed -n 's|.*/\* law: \([a-z]*\) \*/.*|\1|p' "$program")
    line=$(sed -n '/\/\* law: /=' "$program")
    patch -s -p1 -F0 <"$patch" || {
        fail "$name: the patch does not fit the translator any more"
        continue
    }
    rm -f "$work/out.c"
    cmake --build "$work/build" --target asyncc_translate >"$work/log" 2>&1 || {
        tail -n 20 "$work/log"
        fail "$name: the translator does not compile"
    }
    translate "$name"
    [ $? -eq 1 ] && [ ! -e "$work/out.c" ] &&
        grep -q "^$program:$line:.*: error: internal error: .*\b$law\b" "$work/said" || {
        cat "$work/said"
        fail "$name: the law of $law is not said to be broken in line $line"
    }
    patch -s -R -p1 -F0 <"$patch"
done
rm -rf "$work/source"
exit $failed
