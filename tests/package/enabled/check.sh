# check.sh - what the launcher compiles, and what is rebuilt after which change; read by drive.sh.
# compiled - the objects written since the last `mark`
compiled() {
    find "$build" -name '*.o' -newer "$directory/mark" | sed 's|.*/||' | sort | tr '\n' ' '
}

expect "app" "$(run app)" '42 1 a "b" , $c'
mark
build
expect "nothing changed" "$(compiled)" ''
must "$CMAKE" -S "$source" -B "$build"
build
expect "configured again" "$(compiled)" ''
sleep 1
mark
touch "$source/part.h"
build
expect "a header changed" "$(compiled)" 'app.c.o cplusplus.cpp.o part.c.o '
mark
sed -i 's/FOR_C=1/FOR_C=2/' "$source/CMakeLists.txt"
build
expect "a definition changed" "$(compiled)" 'part.c.o '
expect "app" "$(run app)" '44 1 a "b" , $c'
sed -i 's/await async_sleep/async_sleep/' "$source/part.c"
"$CMAKE" --build "$build" >"$directory/log" 2>&1 && fail "an error in the source did not fail the build"
grep -q "$source/part.c:5:5: error: async function 'async_sleep' called without await" "$directory/log" || {
    cat "$directory/log"
    fail "the error does not name the user's file and line"
}
[ -z "$(find "$build" -name '*.asyncc*')" ] || fail "translations are still there"
grep -q "\"file\": \"$source/part.c\"" "$build/compile_commands.json" || fail "compile_commands.json does not have the user's file"
