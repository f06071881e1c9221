# check.sh - what is rebuilt after which change, and what is refused; read by drive.sh.
expect "app" "$(run app)" '11421 a "b" $c'
expect "other" "$(run other)" '11521 other'
[ -z "$(find "$build" -name '*.c' -path '*/asyncc/*' -path '*/Release/*')" ] ||
    fail "another configuration was translated, too"
# The users' own files are there for editors.
grep -q "\"file\": \"$source/sub/numbers.c\"" "$build/compile_commands.json" ||
    fail "compile_commands.json does not have the user's file"

mark
build
expect "nothing changed" "$(changed)" ''
grep -q -e 'Translating' -e 'Building' -e 'Linking' "$directory/log" && fail "a build without a change did something"

mark
echo '#define LOCAL 2' >"$source/local.h"
build
expect "a quoted header changed" "$(changed)" 'numbers/numbers.c '
expect "app" "$(run app)" '11422 a "b" $c'

for header in numbers.h deep.h; do
    mark
    touch "$source/$header"
    build
    expect "$header, which all use, changed" "$(changed | tr ' ' '\n' | wc -l | tr -d ' ')" 6
done

mark
sed -i 's/return FACTOR \* n;/return FACTOR * (n + 1);/' "$source/shared/tripled.h"
build
expect "a header of async functions changed" "$(changed)" 'numbers/numbers.c numbers/sub/numbers.c '
expect "app" "$(run app)" '11426 a "b" $c'

mark
echo '#define FACTOR 6' >"$source/shared/factor.h"
build
expect "a header that that one includes changed" "$(changed)" 'numbers/numbers.c numbers/sub/numbers.c '
expect "app" "$(run app)" '11430 a "b" $c'
sed -i 's/(n + 1)/n/' "$source/shared/tripled.h"
build

mark
echo '/* */' >>"$source/a b/spaced.c"
build
expect "a source changed" "$(changed)" 'numbers/a b/spaced.c '

mark
sed -i 's/FOR_C=100/FOR_C=110/' "$source/CMakeLists.txt"
build
expect "a definition changed" "$(changed)" 'app/app.c '
expect "app" "$(run app)" '11432 a "b" $c'

mark
find "$build" -path '*/asyncc/*' -name numbers.c -path '*/sub/*' -exec rm {} +
build
expect "a translation was deleted" "$(changed)" 'numbers/sub/numbers.c '

# An error: it names the user's file and line, fails the build, and leaves no output.
cp "$source/numbers.c" "$directory/numbers.c"
sed -i 's/await async_sleep(0);/await async_sleep(0) +;/' "$source/numbers.c"
outputs="$(find "$build" -name numbers.c -path '*/asyncc/numbers/*' ! -path '*/sub/*')"
rm "$outputs"
"$CMAKE" --build "$build" >"$directory/log" 2>&1 && fail "an error in the source did not fail the build"
grep -q "$source/numbers.c:7:[0-9]*: error: " "$directory/log" || {
    cat "$directory/log"
    fail "the error does not name the user's file and line"
}
for file in "$outputs"*; do
    case $file in
    *.d) ;;
    *) [ ! -e "$file" ] || fail "a failed translation left $file" ;;
    esac
done
mark
cp "$directory/numbers.c" "$source/numbers.c"
build
expect "the error was corrected" "$(changed)" 'numbers/numbers.c '
expect "app" "$(run app)" '11432 a "b" $c'

# An INTERFACE target is refused.
"$CMAKE" -S "$source" -B "$build" -DINTERFACE_TARGET=ON >"$directory/log" 2>&1 &&
    fail "an INTERFACE target was not refused"
grep -q "'headers' is an INTERFACE library" "$directory/log" || fail "the refusal of an INTERFACE target is not clear"
must "$CMAKE" -S "$source" -B "$build" -DINTERFACE_TARGET=OFF

must "$CMAKE" --build "$build" --target clean
build
expect "after clean" "$(run app)" '11432 a "b" $c'
